/* graph.h: the model of TensorFlow 1.x: graphs, names, scopes, variables, collections, sessions.
 *
 * It knows no Python: whatever the program passes that is not a tensor yet is an opaque Value, and
 * the Host (src/tf) is asked to convert it, to call it, or to say what it is, at the very moment
 * and inside the very scope where TensorFlow would. Every record goes into the trace.
 *
 * Failure: false, with the fault in engine->fault (kind and text); the host turns it into the
 * program's exception. FAULT_HOST means that the host has stored an exception of its own already.
 */
#ifndef TFSCOPE_GRAPH_GRAPH_H
#define TFSCOPE_GRAPH_GRAPH_H

#include "base/log.h"
#include "base/map.h"
#include "graph/dialect.h"
#include "trace/trace.h"

typedef struct Engine Engine;
typedef struct Graph Graph;
typedef struct Node Node;
typedef struct Output Output;
typedef struct OpDef OpDef;
typedef struct VarScope VarScope;
typedef struct Variable Variable;
typedef struct Session Session;

typedef enum FaultKind {
    FAULT_NONE,
    FAULT_HOST,
    FAULT_REFUSED, /* refused: text names what is not modelled */
    FAULT_VALUE,
    FAULT_TYPE,
    FAULT_KEY,
    FAULT_INDEX,
    FAULT_ATTRIBUTE,
    FAULT_RUNTIME,
    FAULT_ASSERTION,
    FAULT_LOOKUP,
    /* tf.errors: */
    FAULT_INVALID_ARGUMENT,
    FAULT_FAILED_PRECONDITION,
    FAULT_NOT_FOUND,
    FAULT_OUT_OF_RANGE,
    FAULT_UNIMPLEMENTED,
    FAULT_CANCELLED,
    FAULT_UNKNOWN,
    FAULT_BUDGET, /* a tensor of more than max_tensor elements */
} FaultKind;

/* One `with graph.as_default()` (or session) that is open. */
typedef struct GraphFrame {
    Graph *graph;
    struct GraphFrame *outer;
    bool held; /* engine_hold_graph: it was the default graph already */
} GraphFrame;

typedef struct Fault {
    FaultKind kind;
    Str text;     /* the whole message */
    Rule rule;    /* RULE_COUNT when none */
    Name subject; /* name that it is about, or NULL */
    const TraceVariable *origin;
    const Node *node; /* op that failed at run time, or NULL */
} Fault;

/* An operand of an op: a tensor of the graph, or a value that the host converts when its turn
 * comes. */
typedef struct Operand {
    Output *output; /* or NULL */
    Value host;
    const Tensor *tensor; /* a known tensor that becomes a Const, or NULL */
} Operand;

/* What the engine asks of the language around it. Each may fail: false with engine->fault set
 * (FAULT_HOST when an exception is stored). */
/* One execution of a node that runs in Python (queues, data sets). */
typedef struct LibraryCall {
    const Node *node;
    Session *session;
    const Tensor *const *in; /* [node->record.ninputs] */
    const Tensor **out;      /* [node->record.noutputs], to be filled in */
    FaultKind kind;          /* of its error; FAULT_HOST: an exception is on its way */
    Str error;               /* its first line */
} LibraryCall;

typedef struct Host {
    void *context;
    /* Turns v into a tensor of the current graph, making Const or Pack nodes named `name` (NULL:
     * default) in the current scope; want is the imposed dtype or DTYPE_INVALID; `as_ref` keeps a
     * ref variable's reference. */
    bool (*convert)(Engine *e, Value v, DType want, const char *name, bool as_ref, Output **out);
    bool (*callable)(Engine *e, Value v);
    /* initializer(shape, dtype=, partition_info=) → a converted tensor named initial_value when it
     * is plain. has_shape false: it is called without arguments. */
    bool (*initialize)(Engine *e, Value initializer, bool has_shape, Shape shape, DType dtype,
                       Value partition_info, Output **out);
    bool (*regularize)(Engine *e, Value regularizer, Variable *v,
                       Output **out); /* *out NULL: None */
    bool (*partition)(Engine *e, Value partitioner, Shape shape, DType dtype,
                      int64_t *counts); /* [shape.rank] */
    Str (*describe)(Engine *e,
                    Value v); /* repr-like text for records (the initializer of a scope) */
    /* Does a call of this initializer without arguments lack some, and their list as Python writes
     * it: "['self', 'shape', 'dtype', 'partition_info']". Until 1.12 those with defaults and self
     * count as lacking (section 3.3-6). */
    bool (*lacks_arguments)(Engine *e, Value initializer, bool *lacks, Str *arguments);
    /* The partition_info object of a shard: shape of the whole variable, offset of the shard
     * [shape.rank]. */
    Value (*partition_info)(Engine *e, Shape full, const int64_t *offset);
    /* What a function that was given to tf.device says about a node; its record has the device that
     * those inside gave. */
    bool (*device)(Engine *e, Value function, Node *n, Name *device);
    /* Counts work that no line of the program stands for: a node that a session runs. False: the
     * budget is used up, or who waits has enough. */
    bool (*work)(Engine *e);
    /* A line for the program's standard error. */
    void (*print)(Engine *e, Str line);
    /* Calls a function of the program with arrays (tf.py_func): its results as n tensors in arena
     * a. False: it failed, with kind and text of the error; FAULT_HOST: the run ends. */
    bool (*call)(Engine *e, Value function, const Tensor *const *in, uint32_t nin, Arena *a,
                 uint32_t n, const Tensor **out, FaultKind *kind, Str *error);
    /* Runs a node whose operation is written in Python. False: it failed. */
    bool (*library)(Engine *e, LibraryCall *call);
    Str (*frames)(
        Engine *e,
        Cause cause); /* the lines behind "Originally defined at:\n\n" for something made then */
} Host;

struct Engine {
    Arena *arena;
    Arena *scratch;
    Names *names;
    Trace *trace;
    Dialect dialect;
    bool *asked; /* [CHANGE_COUNT]: the rows of the dialect that the run has asked for */
    Fault fault;
    Host host;
    Graph *global_graph; /* what reset_default_graph replaces */
    struct GraphFrame
        *graph_stack; /* as_default and sessions, innermost first; NULL: none is open */
    uint32_t nsessions;
    bool resource_default; /* tf.enable_resource_variables() */
    bool library;          /* inside library code: names made now are not named by the program */
    int64_t max_tensor;    /* most elements of one tensor; 0: no limit */
    int64_t seed;          /* for random ops without a seed */
    Map checkpoints;       /* by path: what savers saved (compute_checkpoint.c) */
    Log carriers;          /* Arena *: two for each depth of loops, made by engine_arena */
    Arena *resources;      /* what TensorArrays hold in the runs that are under way, or NULL */
    Log arrays;            /* TensorArray * of these runs; a handle is an index */
    int64_t narrays;       /* TensorArrays that were made in all */
    Moment run_began;      /* the outermost of these */
    Log functions;         /* Value: what PyFunc nodes call, by the number in their token */
    uint32_t running;      /* runs of sessions that are under way, one in the other */
};

/* ---- engine ---- */

Engine *engine_make(Trace *trace, Arena *scratch, const Dialect *dialect, Host host);
bool engine_has(const Engine *e, Change change); /* does the row hold in this run? */
bool engine_fail(Engine *e, FaultKind kind, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
Graph *engine_graph(Engine *e); /* the default graph */
/* An arena for work that lives as long as the engine, with the limit of the scratch arena. */
Arena *engine_arena(Engine *e);
Graph *graph_make(Engine *e);
bool engine_reset_default_graph(Engine *e);
void engine_push_graph(Engine *e, Graph *g); /* as_default; records the switch */
/* as_default of the graph that is the default one already: nothing to record. A scope does this, so
 * that engine_reset_default_graph sees that it is open. */
void engine_hold_graph(Engine *e);
bool engine_pop_graph(Engine *e); /* false: reset_default_graph emptied the stack (1.0 to 1.2) */

/* ---- nodes ---- */

typedef enum AttrKind {
    ATTR_INT,
    ATTR_FLOAT,
    ATTR_BOOL,
    ATTR_STR,
    ATTR_TYPE,
    ATTR_SHAPE,
    ATTR_TENSOR,
    ATTR_INTS,
    ATTR_STRS
} AttrKind;
typedef struct Attr {
    const char *name;
    AttrKind kind;
    union {
        int64_t i;
        double f;
        bool b;
        Str s;
        DType type;
        Shape shape;
        struct {
            const Tensor *tensor;
            int64_t
                written; /* elements that the program gave, the last one standing for the rest */
        };
        struct {
            const int64_t *at;
            int n;
        } ints;
        struct {
            const Str *at;
            int n;
        } strs;
    };
} Attr;

struct Output {
    Node *node;
    uint32_t index;
    Value binding;       /* the host's object for it, unbound until there is one */
    const Tensor *known; /* static value, when the graph tells it (Const and what is folded from
                            it), else NULL */
    bool unfeedable;     /* graph.prevent_feeding forbade feeding it */
};

struct Node {
    TraceNode record; /* first: the trace points here */
    Graph *graph;
    const OpDef *def;
    const Attr *attrs; /* sorted by name */
    uint32_t nattrs;
    Output *outputs;            /* [record.noutputs] */
    Output **inputs;            /* [record.ninputs] */
    Node **controls;            /* [record.ncontrols] */
    struct ControlFrame *frame; /* control_dependencies that it was made in, or NULL */
    const Name *groups;         /* [ngroups] "loc:@w": attribute _class, sorted */
    uint32_t ngroups;
    bool unfetchable;               /* graph.prevent_fetching */
    Variable *variable;             /* of a variable's own node */
    struct ControlContext *context; /* tf.cond or tf.while_loop that it was made in, or NULL */
    Value binding;
};

/* What the open tf.device have set: inside a function only what is open within it. */
typedef struct DevicePlace {
    Name device; /* strings merged, "" for none */
    const struct DeviceFunction *function;
} DevicePlace;
typedef struct DeviceFunction {
    Value function;
    DevicePlace outer;
} DeviceFunction;

/* One colocate_with that is open. */
typedef struct ColocationFrame {
    struct ColocationFrame *outer;
    Graph *graph;
    const Node *with;  /* or NULL */
    bool alone;        /* those around it do not count */
    DevicePlace place; /* what tf.device had set around it */
} ColocationFrame;

struct Graph {
    TraceGraph *record;
    Engine *engine;
    Map nodes;               /* by name: Node * */
    Log order;               /* Node *, in order of creation */
    Map names_in_use;        /* section 1.2 */
    Name op_scope;           /* name_stack: no slash at the end, "" at the root */
    const TraceScope *scope; /* innermost scope of the program */
    Map collections;         /* by key: Collection * */
    Map store;               /* get_variable's: key → Variable * */
    Map partitioned;         /* key → Partitioned * */
    Map broadcasts;          /* shapes of two operands → Output * of BroadcastGradientArgs */
    Map reductions;          /* shape and axes → what the gradient of a sum keeps of them */
    struct ScopeCounts *scopes_count; /* section 4.4: counts.h */
    VarScope *varscope;               /* current one */
    bool has_seed;
    int64_t seed;
    bool finalized;
    Str broken; /* why no session can run it: a loop changes the type of a variable; else empty */
    struct ControlFrame *controls;      /* tf.control_dependencies */
    DevicePlace place;                  /* tf.device */
    struct ColocationFrame *colocation; /* colocate_with, innermost first */
    struct ControlContext *context;     /* tf.cond or tf.while_loop being built, or NULL */
    Value binding;
};

static inline DType output_dtype(const Output *o) {
    return o->node->record.outputs[o->index].dtype;
}
static inline bool output_ref(const Output *o) {
    return o->node->record.outputs[o->index].ref;
}
static inline Shape output_shape(const Output *o) {
    return o->node->record.outputs[o->index].shape;
}
Str output_name(Arena *a, const Output *o); /* "w:0" */
Str output_str(Arena *a, const Output *o);  /* Tensor("w:0", shape=(2,), dtype=float32_ref) */
Str output_repr(Arena *a, const Output *o); /* <tf.Tensor 'w:0' shape=(2,) dtype=float32_ref> */
/* merges; ValueError "Shapes (?, 3) and (2, 2) are not compatible" */
bool output_set_shape(Engine *e, Output *o, Shape s);
const Attr *node_attr(const Node *n, const char *name); /* NULL when absent */

/* The name of a node that is about to be made (section 1.4): checks that the graph is not
 * finalized, uses the name up, checks that it is legal and free. asked.at NULL: the op's type is
 * the default. False with the fault. */
bool graph_node_name(Graph *g, Str asked, Name type, Naming *naming, Name *name);
/* A legal name is used up (section 1.2). mark false only asks. */
Name graph_unique_name(Graph *g, Str name, bool mark, Naming *naming);
/* One node. name NULL: the op's type. inputs are ready tensors. Shapes and dtypes follow from the
 * op table. Runs under the current op scope, control dependencies, device and colocation. */
bool node_make(Engine *e, const char *op, Str name, Output *const *inputs, uint32_t ninputs,
               const Attr *attrs, uint32_t nattrs, Node **node);
/* An op generated from its definition (section 1.4): opens the name, converts operands in order
 * inside it, with the argument names of the definition, then makes the node. `lists` gives the
 * number of operands of each list argument in order of the definition, NULL when it has none. */
bool op_apply(Engine *e, const char *op, Str name, const Operand *operands, uint32_t noperands,
              const uint32_t *lists, const Attr *attrs, uint32_t nattrs, Node **node);
/* its output 0 */
bool op_apply1(Engine *e, const char *op, Str name, const Operand *operands, uint32_t noperands,
               const Attr *attrs, uint32_t nattrs, Output **out);
bool engine_convert(Engine *e, Operand o, DType want, const char *name, Output **out);
/* a Const node; name with at NULL: "Const" */
bool constant_make(Engine *e, const Tensor *value, Str name, Output **out);
/* The same when only `written` elements were given, of which the last one fills the rest. */
bool constant_make_filled(Engine *e, const Tensor *value, int64_t written, Str name, Output **out);
static inline Operand operand_of(Output *o) {
    return (Operand){.output = o};
}
static inline Operand operand_host(Value v) {
    return (Operand){.host = v};
}
/* A known tensor operand that becomes a Const named after the argument when its turn comes. */
Operand operand_tensor(Engine *e, const Tensor *t);

/* Lookups with TensorFlow's messages (section 1.8). */
bool graph_tensor_by_name(Graph *g, Str name, Output **out);
bool graph_operation_by_name(Graph *g, Str name, Node **node);
/* all from one graph? else ValueError */
bool graph_same(Engine *e, Output *const *outputs, uint32_t n);

/* ---- op scopes ---- */

/* What is restored when an op scope is left. */
typedef struct OpScope {
    Graph *graph;
    Name saved;         /* op scope before */
    Name scope;         /* the new one */
    Name full;          /* with a slash at the end, or "": what `as scope` yields; NULL after
                           op_scope_begin */
    TraceScope *record; /* for scopes of the program */
    const TraceScope *outer;
    bool library_before;
    Naming naming; /* how the name of the scope was decided: it is that of a node made with `full`
                      as its name */
} OpScope;

/* tf.name_scope: name NULL-at means None (root). of_program: an own `with` of the program, recorded
 * as a scope. */
bool op_scope_enter(Engine *e, Str name, bool of_program, OpScope *s);
/* The same for a function of the library: no record, and `full` is not made, as graphs may have
 * millions of them; op_scope_prefix says it. */
bool op_scope_begin(Engine *e, Str name, OpScope *s);
/* The name of the scope with a slash at its end, or "", in scratch. */
Str op_scope_prefix(Engine *e, const OpScope *s);
void op_scope_leave(Engine *e, OpScope *s);

typedef struct ControlFrame ControlFrame;
/* tf.control_dependencies: nodes become control inputs of what is made inside; clear: None. */
ControlFrame *control_enter(Engine *e, Node *const *nodes, uint32_t n, bool clear);
/* The same of another graph than the default one. */
ControlFrame *control_enter_in(Graph *g, Node *const *nodes, uint32_t n, bool clear);
void control_leave(Engine *e, ControlFrame *f);
/* tf.device: a string, None (clear) or a function of a node; returns what to restore. */
DevicePlace device_enter(Graph *g, Str device, bool clear);
DevicePlace device_enter_function(Graph *g, Value function);
void device_leave(Graph *g, DevicePlace saved);
bool device_check(Engine *e, Str device); /* ValueError when it is no device */
/* colocate_with; with NULL: only hides what is around it. */
ColocationFrame *colocate_enter(Graph *g, const Node *with, bool ignore_existing);
void colocate_leave(ColocationFrame *f);
/* What op.colocation_groups() gives: its groups, or the one that is named after it. */
const Name *node_groups(Engine *e, const Node *n, uint32_t *count);

/* ---- variable scopes ---- */

struct VarScope {
    Name name;
    Reuse reuse;
    Value reuse_given; /* what stands for the flag when that is not the value it shows: None of a
                          VariableScope that the program made, any value in 1.0; else unbound */
    Name original_name_scope;
    DType dtype;
    Value dtype_given; /* the dtype as the program gave it, a string maybe; unbound: dtype itself */
    Value initializer, regularizer, caching_device, partitioner, custom_getter,
        constraint;                     /* unbound or None: none */
    int use_resource;                   /* -1: None */
    TraceScope *record;                 /* of its entry; the graph's root scope for the root */
    const TraceScope *initializer_from; /* scope that set the initializer */
    const TraceScope *dtype_from;       /* scope that set the dtype */
    Value binding;
};

typedef struct VarScopeRequest {
    VarScope *object; /* captured scope, or NULL */
    bool has_name;    /* string form */
    Str name;
    bool has_default_name;
    Str default_name;
    int reuse;         /* -1 None, 0 False, 1 True, 2 AUTO_REUSE */
    Value reuse_given; /* the flag when it is another value (1.0), else unbound */
    DType dtype;       /* DTYPE_INVALID: None, or nothing that is a dtype */
    Value dtype_given; /* the dtype as it was given; unbound or None: none */
    Value initializer, regularizer, caching_device, partitioner, custom_getter, constraint;
    int use_resource; /* -1: None */
    bool no_auxiliary_name_scope;
    bool pure; /* no op scope at all, not even the current one again: make_template (5.2) */
    const struct VarScopeEntry *again; /* what the last entry of the same instance came to, when
                                          the instance keeps that (4.2), else NULL */
} VarScopeRequest;

/* One entry of a variable scope, from varscope_enter to varscope_leave. */
typedef struct VarScopeEntry {
    VarScope *scope; /* what `as` binds */
    VarScope *saved;
    OpScope op;
    bool has_op;
    bool by_object;
    size_t counts_mark; /* what leaving restores, for the object form */
    uint32_t objects;   /* how many objects were entered with it, for the object form */
    Name unique_name;   /* what default_name became, or NULL */
    Reuse reuse;        /* the flag at entry */
} VarScopeEntry;

VarScope *varscope_current(Engine *e);
/* A scope that the program makes without entering it; its defaults are None and float32. */
VarScope *varscope_make(Engine *e, Name name, Name original_name_scope, Reuse reuse);
bool varscope_enter(Engine *e, const VarScopeRequest *r, VarScopeEntry *entry);
bool varscope_leave(Engine *e, VarScopeEntry *entry); /* false: improper nesting (1.14); the
                                                         scope stays entered */
void varscope_set_initializer(Engine *e, VarScope *s, Value initializer); /* from now on */
void varscope_set_dtype(Engine *e, VarScope *s, Value given, DType dtype);
void varscope_reuse_variables(Engine *e, VarScope *s);
/* Composition of custom getters is Python's calling and lives in the host; these two give what it
 * needs. */

/* ---- variables ---- */

struct Variable {
    TraceVariable record; /* first */
    Node *node;           /* VariableV2 or VarHandleOp */
    Output *handle;       /* its output 0 */
    Node *initializer;    /* Assign */
    Output *snapshot;     /* read:0 of a ref variable; of a resource variable the cached value, NULL
                             without a caching device */
    Output *initial_value;
    VarScope *made_in;
    Name caching_device;
    bool initial_from_control_flow;
    Value constraint;
    Value binding;
};

typedef struct Partitioned {
    Name name;
    Shape shape;
    DType dtype;
    Variable **parts;
    uint32_t nparts;
    const int64_t *partitions; /* counts by axis */
    int axis;
    Value binding;
} Partitioned;

typedef struct VariableRequest {
    Name name; /* get_variable: full key; tf.Variable: name or NULL */
    bool has_shape;
    bool whole; /* the shape was written as an empty list or tuple: a partitioner is ignored */
    Shape shape;
    DType dtype;       /* DTYPE_INVALID: None */
    Value initializer; /* get_variable's initializer, or tf.Variable's initial value; unbound or
                          None: none */
    Output *initializer_tensor; /* the same when it is a tensor already (get_variable with a
                                   partitioner), else NULL */
    Name shapeless; /* with a partitioner: the type of an initializer that is a value without a
                       get_shape method, else NULL */
    Value regularizer, partitioner, constraint;
    Name caching_device; /* or NULL */
    int trainable;       /* -1 None, 0, 1 */
    const Name *collections;
    uint32_t ncollections;
    bool has_collections;
    Str bad_collections; /* why making the variable fails: they are no list, tuple or set; else
                            empty */
    bool validate_shape;
    int use_resource;      /* -1 None */
    Value partition_info;  /* of a shard, None otherwise; unbound: not by get_variable */
    Rule initializer_rule; /* why this initializer, when it was not given */
    const TraceScope *initializer_from;
} VariableRequest;

/* tf.Variable (section 2.1), name and scopes included. */
bool variable_new(Engine *e, const VariableRequest *r, Variable **out);
/* The true getter of get_variable (sections 3.2 step 5 on, 3.3–3.8): r->name is the full key; the
 * defaults of the scope have been taken, and the caller has gone to the root op scope (3.1). reuse
 * is the effective flag. *part is set instead of *out for a partitioned variable. */
bool variable_get(Engine *e, const VariableRequest *r, Reuse reuse, Variable **out,
                  Partitioned **part);
/* read_value(): a new node in the current scope */
bool variable_read(Engine *e, Variable *v, const char *name, Output **out);
/* conversion: read:0, or a new read of a resource */
bool variable_as_tensor(Engine *e, Variable *v, bool as_ref, Output **out);
bool variable_initialized_value(Engine *e, Variable *v, Output **out);
bool partitioned_as_tensor(Engine *e, Partitioned *p, Output **out);

/* ---- initializers ---- */

typedef enum InitializerKind {
    INITIALIZER_ZEROS,
    INITIALIZER_ONES,
    INITIALIZER_CONSTANT,
    INITIALIZER_RANDOM_UNIFORM,
    INITIALIZER_RANDOM_NORMAL,
    INITIALIZER_TRUNCATED_NORMAL,
    INITIALIZER_VARIANCE_SCALING,
    INITIALIZER_UNIFORM_UNIT_SCALING,
    INITIALIZER_ORTHOGONAL,
    INITIALIZER_IDENTITY,
} InitializerKind;

typedef struct Initializer {
    InitializerKind kind;
    DType dtype;          /* used when the call gives none */
    const Tensor *value;  /* constant: the value as numpy has it */
    double a, b;          /* minval, maxval | mean, stddev | gain in a */
    Value a_host, b_host; /* the same when they are not plain floats; unbound otherwise */
    double scale;         /* variance scaling, uniform unit scaling (factor) */
    int mode;             /* 0 fan_in, 1 fan_out, 2 fan_avg */
    int distribution;     /* 0 normal (truncated), 1 uniform, 2 untruncated normal */
    bool contrib;         /* variance scaling of tf.contrib.layers: knows no shards, and corrects
                             truncated normals by a factor of its own */
    bool has_seed;
    int64_t seed;
    const Shape *full_shape; /* of the whole variable when a shard is initialized, else NULL */
} Initializer;

/* Builds the nodes of section 3.5 in the current scope. */
bool initializer_build(Engine *e, const Initializer *i, Shape shape, DType dtype, Output **out);
/* tf.random_uniform and its kin: the same node groups under a name. Operands may be host values. */
bool random_uniform_build(Engine *e, Operand shape, Operand lo, Operand hi, DType dtype,
                          bool has_seed, int64_t seed, Str name, Output **out);
bool random_normal_build(Engine *e, Operand shape, Operand mean, Operand stddev, DType dtype,
                         bool has_seed, int64_t seed, Str name, bool truncated, Output **out);
/* tf.zeros, tf.ones in the form of the version (section 3.5). */
bool filled_build(Engine *e, Shape shape, DType dtype, int value, Str name, Output **out);
void engine_seeds(Engine *e, bool has_seed, int64_t seed, int64_t pair[2]); /* section 6.4 */

/* ---- collections ---- */

typedef struct Item { /* one of them is set */
    Variable *variable;
    Output *output;
    Node *node;
    Value host; /* anything else */
} Item;
typedef struct Collection {
    Name key;
    Log items;     /* Item */
    Value binding; /* the host's live list of get_collection_ref, or unbound */
} Collection;
void collection_add(Engine *e, Graph *g, Name key, Item item);
Collection *collection_get(Graph *g, Name key); /* NULL when there is none */
Collection *collection_of(Graph *g, Name key);  /* an empty one when there is none */
void collection_forget(Graph *g, Name key);     /* whoever holds its live list keeps that */
/* Does an item's name match the pattern of get_collection at its start? Errors in the pattern are
 * refused. */
bool collection_matches(Engine *e, Str pattern, Str name, bool *matches);
bool variables_initializer(Engine *e, Variable *const *vs, uint32_t n, Str name, Node **node);
bool group_build(Engine *e, Node *const *nodes, uint32_t n, Str name, Node **node); /* tf.group */

/* ---- sessions ---- */

struct Session {
    Graph *graph;
    uint32_t index;
    bool closed;
    Map values;  /* variable node name → const Tensor * */
    Map randoms; /* node name → Philox * */
    Map counts;  /* node name → how often a Print has printed */
    Value binding;
};
typedef struct Feed {
    Output *output;
    const Tensor *value;
    bool passing; /* the value lives as long as the run only */
} Feed;
/* A fetch: an output, or a node that is only run (output NULL). */
typedef struct Fetch {
    Output *output;
    Node *node;
} Fetch;
/* Is there something that was saved under the path? Forgets it. */
bool checkpoint_exists(Engine *e, Str path);
void checkpoint_forget(Engine *e, Str path);
/* What was saved: by the name of a tensor, const Tensor *; NULL: nothing. An empty one to be
 * filled. */
const Map *checkpoint_values(const Engine *e, Str path);
Map *checkpoint_new(Engine *e, Str path);
Session *session_make(Engine *e, Graph *g);
/* Computes all fetches once each; values[i] is NULL for an operation. Effects of assignments stay
 * in the session. */
bool session_run(Engine *e, Session *s, const Fetch *fetches, uint32_t n, const Feed *feeds,
                 uint32_t nfeeds, const Tensor **values);

#endif
