/* state.h: the state of the tensorflow module in one run, and what its files share.
 *
 * Three worlds meet here. Python values (src/run) come in as arguments; the graph engine
 * (src/graph) works on its own records; the program sees records as Python objects. Each record has
 * at most one object, kept in its `binding`, so that `is` works.
 *
 * Failure: a function returns false (or NULL) after either an exception is stored in the run or a
 * fault in the engine. api_call, tf_class_make and tf_done turn a fault into the exception at the
 * border to Python. */
#ifndef TFSCOPE_TF_STATE_H
#define TFSCOPE_TF_STATE_H

#include "graph/graph.h"
#include "run/numpy.h"
#include "tf/tf.h"

typedef enum ClassId {
#define CLASS(ID, ...) CLASS_##ID,
#include "tf/class.def"
#undef CLASS
    CLASS_COUNT
} ClassId;

/* The classes of tf.errors, by their numbers. */
typedef enum ErrorId {
    ERROR_OP_ERROR,
    ERROR_CANCELLED,
    ERROR_UNKNOWN,
    ERROR_INVALID_ARGUMENT,
    ERROR_DEADLINE_EXCEEDED,
    ERROR_NOT_FOUND,
    ERROR_ALREADY_EXISTS,
    ERROR_PERMISSION_DENIED,
    ERROR_RESOURCE_EXHAUSTED,
    ERROR_FAILED_PRECONDITION,
    ERROR_ABORTED,
    ERROR_OUT_OF_RANGE,
    ERROR_UNIMPLEMENTED,
    ERROR_INTERNAL,
    ERROR_UNAVAILABLE,
    ERROR_DATA_LOSS,
    ERROR_UNAUTHENTICATED,
    ERROR_COUNT
} ErrorId;

typedef struct Tf Tf;

/* A function of the module: one value a parameter; an omitted one without default is unbound. */
typedef bool TfFn(Tf *tf, const Value *a, Value *result);

/* A name of the module. */
typedef struct ApiRow ApiRow;
struct ApiRow {
    const char *path;      /* below tensorflow: "constant", "nn.relu", "contrib.layers.flatten" */
    const char *signature; /* Python's own text */
    union {
        TfFn *fn; /* without op */
        /* Functions that share their C code: called with the row, of which op says which it is. */
        bool (*with_row)(Tf *tf, const ApiRow *row, const Value *a, Value *result);
    };
    const char *op;      /* or NULL */
    uint8_t first, last; /* minor releases that have it */
};
#define FUNCTION_IN(PATH, FIRST, LAST, SIGNATURE, FN)                                              \
    { .path = PATH, .signature = SIGNATURE, .fn = FN, .first = FIRST, .last = LAST }
#define FUNCTION(PATH, SIGNATURE, FN) FUNCTION_IN(PATH, 0, LATEST, SIGNATURE, FN)
#define SHARED(PATH, FIRST, LAST, SIGNATURE, WITH_ROW, OP)                                         \
    {                                                                                              \
        .path = PATH, .signature = SIGNATURE, .with_row = WITH_ROW, .op = OP, .first = FIRST,      \
        .last = LAST                                                                               \
    }
#define API_END                                                                                    \
    { .path = NULL }

/* A name whose value is made when it is first asked for. */
typedef struct ValueRow {
    const char *path;
    Value (*make)(Tf *tf, int n);
    uint16_t n; /* passed to make */
    uint8_t first, last;
} ValueRow;

/* Names that TensorFlow has and that are refused: a row of known.def. */
typedef struct KnownRow {
    const char *module;
    const char *names; /* separated by spaces */
    int first, last;
} KnownRow;
typedef struct Known {
    KnownRow *rows;
    size_t n;
} Known;

struct SessionObject;

/* A name of the API that the program asked for, and the releases that have it in this form. */
typedef struct NameFound {
    const char *path;
    int first, last;
} NameFound;

struct Tf {
    Run *run;
    Engine *engine;
    Module *module; /* tensorflow */
    Type *types[CLASS_COUNT];
    Value
        constructors[CLASS_COUNT]; /* native functions; unbound for classes that cannot be called */
    Type *errors[ERROR_COUNT];
    const Type *graph_type_error; /* of tensors used as bool or iterated over */
    Value dtypes[2][DTYPE_COUNT]; /* tf.float32 and its kin; [1] are reference dtypes */
    Value auto_reuse;             /* the enum member; unbound in releases without it */
    Value synchronization_auto, synchronization_on_read; /* of tf.VariableSynchronization */
    Value aggregation_none;                              /* of tf.VariableAggregation */
    Log sessions;           /* struct SessionObject *: stack of default sessions */
    Log live_lists;         /* LiveList: collections of which the program holds the list */
    Value flags;            /* tf.app.flags.FLAGS once asked for */
    Map layer_counts;       /* layers without a name, by graph and base name */
    Log names_found;        /* NameFound: names of the API that the program got, each once */
    Log arg_scopes;         /* Value: dicts of contrib.framework.arg_scope; the last one counts */
    Value aliases;          /* dict of the names of collected outputs; unbound before the first */
    Map scripts;            /* recipes that were called, by path */
    ApiRow *recipes;        /* by place in recipe_list.def; NULL: not unpacked yet */
    Known known;            /* the names that are refused; without rows: not unpacked yet */
    Map recipe_names;       /* the functions that recipes call, by name */
    uint32_t in_recipe;     /* depth of recipes: names they use are not the program's */
    Value lstm_state_tuple; /* tf.nn.rnn_cell.LSTMStateTuple once asked for, else unbound */
    int verbosity;          /* of tf.logging */
    Value checkpoints;      /* list of the paths that savers saved under, or unbound */
};

static inline Tf *tf_of(const Run *run) {
    return run->tf;
}
static inline Tf *tf_of_engine(const Engine *e) {
    return e->host.context;
}
static inline bool tf_has(const Tf *tf, Change change) {
    return engine_has(tf->engine, change);
}

/* ---- objects ---- */

typedef struct GraphObject {
    Object object;
    Graph *graph;
} GraphObject;
typedef struct OperationObject {
    Object object;
    Node *node;
} OperationObject;
typedef struct TensorObject {
    Object object;
    Output *output;
} TensorObject;
typedef struct ShapeObject {
    Object object;
    Shape shape;
} ShapeObject;
typedef struct DimensionObject {
    Object object;
    int64_t size; /* DIM_UNKNOWN for ? */
} DimensionObject;
typedef struct DTypeObject {
    Object object;
    DType dtype;
    bool ref;
} DTypeObject;
typedef struct VariableObject {
    Object object;
    Variable *variable;
} VariableObject;
typedef struct SlicesObject {
    Object object;
    Value values, indices, dense_shape; /* as they were given */
} SlicesObject;
typedef struct PartitionedObject {
    Object object;
    Partitioned *partitioned;
} PartitionedObject;
typedef struct VarScopeObject {
    Object object;
    VarScope *scope;
} VarScopeObject;
typedef struct SessionObject {
    Object object;
    Session *session;
    Log entered; /* bool: was a graph pushed by the enclosing with */
    bool interactive;
} SessionObject;
typedef struct InitializerObject {
    Object object;
    Initializer initializer;
    Value value; /* constant_initializer's value as it was given */
    bool verify; /* its shape must be the variable's (verify_shape) */
} InitializerObject;
typedef struct PartitionInfoObject {
    Object object;
    Value full_shape, var_offset;
} PartitionInfoObject;

/* Objects of records; each record has one. */
Value tf_tensor(Tf *tf, Output *o);
Value tf_operation(Tf *tf, Node *n);
Value tf_graph(Tf *tf, Graph *g);
Value tf_variable(Tf *tf, Variable *v);
Value tf_partitioned(Tf *tf, Partitioned *p);
Value tf_varscope(Tf *tf, VarScope *s);
Value tf_dtype(Tf *tf, DType dtype, bool ref);
Value tf_shape(Tf *tf, Shape s);          /* a new TensorShape */
Value tf_dimension(Tf *tf, int64_t size); /* a new Dimension */
/* Records of objects; NULL when v is something else. */
Output *tensor_output(const Tf *tf, Value v);
Node *operation_of(const Tf *tf, Value v);
Graph *graph_of(const Tf *tf, Value v);
Variable *variable_of(const Tf *tf, Value v);
Partitioned *partitioned_of(const Tf *tf, Value v);
VarScope *varscope_of(const Tf *tf, Value v);
Session *session_of(const Tf *tf, Value v);
const SlicesObject *slices_of(const Tf *tf, Value v);
bool is_class(const Tf *tf, Value v, ClassId id); /* an instance of it */
const ShapeObject *shape_object_of(const Tf *tf, Value v);
const DimensionObject *dimension_of(const Tf *tf, Value v);
/* The class itself, as the program sees it. */
static inline Value class_value(const Tf *tf, ClassId id) {
    return value_object(tf->types[id]);
}

/* ---- errors (fault.c) ---- */

/* Turns the engine's fault into the exception on its way, unless there is one already. Always
 * false. */
bool tf_raise(Tf *tf);
/* For slots: the result of something that may have left a fault. */
bool tf_done(Tf *tf, bool ok);
/* For callbacks of the engine: an exception is stored; marks it in the engine. Always false. */
bool host_fail(Engine *e);
/* Forgets a failed attempt, wherever it is stored. False when it cannot be forgotten (the run
 * ends). */
bool fault_take(Tf *tf);
/* The fault that an exception of tf.errors stands for, or FAULT_NONE. */
FaultKind fault_of_exception(const Tf *tf, Value exception);
void errors_install(Tf *tf);

/* ---- arguments (args.c) ---- */

bool arg_dtype(Tf *tf, Value v, DType *dtype); /* TypeError when it is none */
bool arg_dtype_or(Tf *tf, Value v, DType otherwise,
                  DType *dtype);                      /* otherwise: for None and absent ones */
bool find_dtype(const Tf *tf, Value v, DType *dtype); /* the same without an error */
bool arg_shape(Tf *tf, Value v, Shape *s);            /* tf.TensorShape(v); None: unknown rank */
bool arg_name(Tf *tf, Value v, Str *name);            /* None: an empty Str with at NULL */
bool arg_text(Tf *tf, Value v, const char *what, Str *text);
bool arg_bool(Tf *tf, Value v, bool otherwise, bool *b);
bool arg_int(Tf *tf, Value v, int64_t *i);
bool arg_int_or(Tf *tf, Value v, int64_t otherwise, int64_t *i);
bool arg_device(Tf *tf, Value v, Name *device); /* a device string; NULL for None */
bool arg_seed(Tf *tf, Value v, bool *has, int64_t *seed);
/* One of two spellings of an argument. False: both were given; message for both. */
bool arg_either(Tf *tf, Value first, Value second, const char *message, Value *v);
/* collection keys of a list, tuple or set */
bool arg_names(Tf *tf, Value v, Name **names, uint32_t *n);
/* The call's named arguments by name: how Python's own keywords are looked up. Unbound when absent.
 */
Value keyword(Tf *tf, Value dict, const char *name);

/* ---- calling Python from library code (call.c) ---- */

/* Calls f as TensorFlow's own code would: what it makes is the program's again. */
bool call_program(Tf *tf, Value f, const Args *args, Value *result);
bool call_program_n(Tf *tf, Value f, uint32_t n, const Value *args, Value *result);
/* f(positional…, name=value…); names end with NULL. */
bool call_named(Tf *tf, Value f, uint32_t n, const Value *args, const char *const *names,
                Value *result);
/* A native function of its own data: row is handed to fn. */
typedef bool ClosureFn(Run *run, const void *row, const Value *args, Value *result);
Value closure_make(Tf *tf, const char *name, const char *signature, ClosureFn *fn,
                   const void *data);
/* The names of a Python function's parameters that may be given by name; *kwargs: it takes
 * **kwargs. */
bool accepts_keyword(Tf *tf, Value f, const char *name, bool *kwargs);

/* ---- the table of names (api.c) ---- */

bool api_call(Run *run, const void *row, const Value *args, Value *result);
/* Methods of a class: rows like those of functions; a signature starts with self. */
void class_add_methods(Tf *tf, ClassId id, const ApiRow *rows);
/* Attributes of a class that are computed: path is the name. */
typedef struct GetterRow {
    const char *name;
    NativeFn *fn;
    int first, last;
} GetterRow;
void class_add_getters(Tf *tf, ClassId id, const GetterRow *rows);
void classes_make(Tf *tf); /* all types, without their methods */
/* make slot: calls the constructor */
bool tf_class_make(Run *run, const Type *type, const Args *args, Value *result);
void class_constructor(Tf *tf, ClassId id, TfFn *fn, const char *signature);
/* An object of a class. */
void *class_object(Tf *tf, ClassId id, size_t size);
void modules_install(Tf *tf);
/* A row of the tables by its path, in this release; for tests. */
const ApiRow *api_find(Tf *tf, const char *path);
const ApiRow *api_at(Tf *tf, size_t i); /* NULL behind the last one */
/* The rows of known.def, which the build has packed, unpacked in a. */
Known known_rows(Arena *a);

/* ---- what each file installs ---- */

void graph_object_install(Tf *tf);
void graph_def_install(Tf *tf);
void operation_object_install(Tf *tf);
void unmodelled_attributes_install(Tf *tf); /* after the other objects */
void tensor_object_install(Tf *tf);
void shape_object_install(Tf *tf);
void dimension_object_install(Tf *tf);
void dtype_object_install(Tf *tf);
void variable_object_install(Tf *tf);
void slices_object_install(Tf *tf);
void tensor_array_install(Tf *tf);
void partitioned_object_install(Tf *tf);
void varscope_object_install(Tf *tf);
void managers_install(Tf *tf);
void name_scope_install(Tf *tf);
void variable_scope_install(Tf *tf);
void session_object_install(Tf *tf);
void initializer_object_install(Tf *tf);
void options_install(Tf *tf);
Value options_make(Tf *tf); /* a message without fields, which takes any */
void flags_install(Tf *tf);
void enum_install(Tf *tf);

#endif
