/* run.h: one run of a program: the interpreter's state and the functions that C code uses to work
 * with Python values. There is no global state: everything hangs on the Run.
 *
 * The host (cli, tests) makes a Run with options, lets other layers add their modules
 * (run_add_module), and calls run_program. What is left is run->trace. */
#ifndef TFSCOPE_RUN_RUN_H
#define TFSCOPE_RUN_RUN_H

#include "base/watch.h"
#include "run/object.h"

typedef struct RunOptions {
    int python;        /* 2, 3, or 0: told from the text */
    int64_t max_steps; /* 0: the default, 10 million */
    size_t max_memory; /* bytes of the run's arena; 0: the default, 1 GiB */
    int max_depth; /* nested calls, 0: 1000, as CPython: RecursionError is Python's own; this is the
                      C stack's guard */
    size_t max_output;  /* bytes printed; 0: the default, 16 MiB */
    int64_t max_tensor; /* elements of one tensor; 0: the default, 16 Mi */
    int64_t seed; /* for what TensorFlow draws without a seed, and Python's random without one */
    Watch *watch; /* who waits for the program, or NULL */
    const char *const *readable; /* [nreadable] folders whose files the program may read */
    size_t nreadable;
    const char *const *writable; /* [nwritable] folders below which it may write, and read */
    size_t nwritable;
    /* Tests: called before each step is recorded (and once at the end of the run), when the state
     * is that after the steps so far; NULL: not called. */
    void (*on_step)(void *context, struct Run *run);
    void *on_step_context;
} RunOptions;

/* One level of a traceback, as CPython prints it. */
typedef struct TracebackEntry TracebackEntry;
struct TracebackEntry {
    TracebackEntry *inner; /* the next level towards the raise, or NULL */
    Name function;
    uint32_t site;
    uint32_t module; /* index in the trace's modules */
};

/* Types that C code names. The list is types.def: TYPE(id, "name", base id). */
typedef struct Types {
#define TYPE(ID, ...) Type *ID;
#include "run/types.def"
#undef TYPE
} Types;

/* Exception classes; the list is exception.def: EXCEPTION(name, base). */
typedef struct Exceptions {
#define EXCEPTION(NAME, BASE) Type *NAME;
#include "run/exception.def"
#undef EXCEPTION
} Exceptions;

/* First what most functions read: near places take shorter instructions. */
struct Run {
    Arena *arena;   /* = trace->arena: values and records have the same lifetime */
    Arena *scratch; /* for work inside one native call; reset between steps by the machine at depth
                       0 */
    Names *names;
    Trace *trace;
    Value error;               /* the exception on its way, or unbound */
    void *tf;                  /* the tf layer's own state */
    struct Machine *machine;   /* the virtual machine's own state (vm.c) */
    struct Numpy *numpy;       /* the numpy module's state (numpy_inner.h) */
    struct Standard *standard; /* the standard modules' state (standard.h) */
    Value not_implemented, ellipsis;
    bool stopping;  /* refused or over budget: unwinds past every handler of the program */
    Value handling; /* the exception being handled (sys.exc_info), or unbound */
    Module *builtins;
    Module *main;
    Types type;
    Exceptions exception;
    RunOptions options;           /* with defaults filled in */
    Diags *diags;                 /* faults of the text, of imported texts */
    Map modules;                  /* by full name: Module *, those that may be imported */
    struct BigRoom *big;          /* where integers of any size are computed (big_inner.h) */
    struct ReprFrame *repr_stack; /* the containers whose repr is being made (kinds.h) */
    size_t output_bytes;
    size_t written_bytes; /* into files: as many as memory may be used */
};

/* ---- life ---- */

Run *run_new(const RunOptions *options); /* NULL: no memory */
void run_free(Run *run);                 /* the trace goes with it */
/* Compiles and runs source as __main__. False: the text was not accepted (diags say why), nothing
 * ran. True: it ran; run->trace->end says how. */
bool run_program(Run *run, const Source *source);
/* Writes the uncaught exception as CPython prints it ("Traceback (most recent call last): …"),
 * chained ones included; nothing when there is none. */
void run_traceback(Run *run, Sink *out);

/* ---- errors: each stores an exception and returns false ---- */

bool raise_error(Run *run, const Type *type, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
bool raise_type_error(Run *run, const char *format, ...) __attribute__((format(printf, 2, 3)));
bool raise_value_error(Run *run, const char *format, ...) __attribute__((format(printf, 2, 3)));
bool raise_attribute_error(Run *run, const char *format, ...) __attribute__((format(printf, 2, 3)));
bool raise_str(Run *run, const Type *type, Str message); /* one argument, the message */
bool raise_key_error(Run *run, Value key);
bool raise_value(Run *run, Value exception); /* an exception object */
/* Ends the run: `what` ("tf.while_loop") is not modelled; hint may be NULL. Not an exception: no
 * handler of the program sees it. */
bool refuse(Run *run, const char *hint, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
bool refuse_budget(Run *run, Budget budget); /* ends the run: a budget is used up */
/* Counts work that no step stands for: one round of a loop in C code. False: the budget of steps is
 * used up. */
bool run_work(Run *run);
/* The same for work that takes as long as that many rounds. */
bool run_much_work(Run *run, uint32_t units);
/* Is the exception on its way of this class? Then C code may take it: error_take clears and returns
 * it. */
bool error_is(const Run *run, const Type *type);
Value error_take(Run *run);
Str exception_text(Run *run, Value exception); /* str(e) */
/* e.args = args for an exception that is on its way: what it says from now on, in the trace, too.
 */
void exception_reword(Run *run, Value exception, Value args);
Value exception_args(Value exception); /* e.args, a tuple */

/* ---- making values ---- */

Value str_make(Run *run, Str text);     /* copies */
Value str_of_name(Run *run, Name name); /* shares the text */
Value str_format(Run *run, const char *format, ...) __attribute__((format(printf, 2, 3)));
Value bytes_make(Run *run, Str bytes);
/* copies; items may be NULL when they are filled in by the caller */
Value tuple_make(Run *run, uint32_t n, const Value *items);
Value list_make(Run *run, uint32_t n, const Value *items);
void list_append(Run *run, Value list, Value v); /* no event: the caller records one CHANGE */
void list_set(Run *run, Value list, uint32_t i, Value v);
Value dict_make(Run *run);
bool dict_set(Run *run, Value dict, Value key, Value v); /* false: key is not hashable */
bool dict_get(Run *run, Value dict, Value key, bool *found, Value *v);
void dict_set_name(Run *run, Value dict, const char *key, Value v);
bool dict_get_name(Run *run, Value dict, const char *key, Value *v); /* found? */
Value set_make(Run *run);
bool set_add(Run *run, Value set, Value v);
/* a function object; self unbound for a plain function */
Value native_make(Run *run, const NativeSpec *spec, Value self);
Value exception_make(Run *run, const Type *type, Str message);
/* returns slice; parts None when absent */
Value slice_parts(Value slice, Value *start, Value *stop, Value *step);
/* A new object of a type: zeroed struct of `size` bytes with its head filled in. */
void *object_make(Run *run, const Type *type, size_t size);
/* The same for objects that can change: registered with the trace. */
void *object_make_mutable(Run *run, const Type *type, size_t size);

/* ---- asking values ---- */

static inline bool is_none(Value v) {
    return v.kind == VALUE_NONE;
}
static inline bool is_unbound(Value v) {
    return v.kind == VALUE_UNBOUND;
}
static inline bool given(Value v) {
    return v.kind != VALUE_UNBOUND && v.kind != VALUE_NONE;
}
const Type *type_of(const Run *run, Value v);
Str type_name(const Run *run, Value v); /* "int", "Tensor", "collections.deque": as errors say it */
Str argument_name(const Run *run,
                  Value v); /* the same, but "None": as errors about arguments say */
Str type_short_name(const Run *run, Value v); /* "int", "Tensor", "deque": its __name__ */
bool is_instance(const Run *run, Value v, const Type *type); /* of it or a subclass */
bool is_subtype(const Type *t, const Type *base);
static inline bool is_exactly(Value v, const Type *type) {
    return v.kind == VALUE_OBJECT && v.as.object->type == (const TypeHead *)type;
}
bool is_str(const Run *run, Value v);
Str str_text(Value v); /* v must be a str (or subclass) */
bool is_tuple(const Run *run, Value v);
bool is_list(const Run *run, Value v);
bool is_dict(const Run *run, Value v);
bool is_sequence(const Run *run, Value v); /* list or tuple */
uint32_t sequence_count(Value v);          /* of a list or tuple */
Value sequence_item(Value v, uint32_t i);
bool is_callable(const Run *run, Value v);
bool value_same(Value a, Value b); /* Python's `is` */
/* Integers: VALUE_INT, VALUE_BOOL, and objects with __index__. TypeError otherwise, OverflowError
 * beyond 64 bits. */
bool index_of(Run *run, Value v, int64_t *i);
bool float_of(Run *run, Value v, double *d); /* float(v) for numbers */

/* ---- doing things with values, as Python does ---- */

bool value_repr(Run *run, Value v, Str *text);
bool value_str(Run *run, Value v, Str *text);
bool value_truth(Run *run, Value v, bool *b);
bool value_hash(Run *run, Value v, int64_t *hash);
bool value_equal(Run *run, Value a, Value b, bool *equal);
bool value_compare(Run *run, CompareOperator op, Value a, Value b, Value *result);
bool value_binary(Run *run, BinaryOperator op, Value a, Value b, Value *result);
bool value_inplace(Run *run, BinaryOperator op, Value a, Value b, Value *result);
bool value_unary(Run *run, UnaryOperator op, Value a, Value *result);
bool value_length(Run *run, Value v, int64_t *n);
bool value_iter(Run *run, Value v, Value *iterator);
bool value_next(Run *run, Value iterator, Value *v, bool *done);
bool value_contains(Run *run, Value container, Value item, bool *result);
bool value_get_item(Run *run, Value o, Value key, Value *result);
bool value_set_item(Run *run, Value o, Value key, Value v); /* v unbound: delete */
bool value_get_attr(Run *run, Value o, Name name, Value *result);
bool value_find_attr(Run *run, Value o, Name name, bool *found,
                     Value *result);                        /* no AttributeError */
bool value_set_attr(Run *run, Value o, Name name, Value v); /* v unbound: delete */
bool value_call(Run *run, Value f, const Args *args, Value *result);
/* positional only */
bool value_call_n(Run *run, Value f, uint32_t n, const Value *args, Value *result);
/* All items of an iterable, as an array in the run's arena. */
bool value_items(Run *run, Value iterable, Value **items, uint32_t *n);
/* format(v, spec), used by format(), str.format and f-strings. */
bool value_format(Run *run, Value v, Str spec, Str *text);

/* ---- members, types, modules ---- */

Value members_get(const Members *m, Name name); /* unbound when absent */
/* records CHANGE for a mutable owner */
void members_set(Run *run, Members *m, Object *owner, Name name, Value v);
/* A native type. Slots are filled in by the caller; methods is an array that ends with a NULL name.
 */
Type *type_make(Run *run, const char *name, const Type *base, const char *module);
void type_add_methods(Run *run, Type *type, const NativeSpec *methods);
/* A read-only attribute computed by fn(self). */
void type_add_getter(Run *run, Type *type, const char *name, NativeFn *fn);
Module *module_make(Run *run, const char *name); /* made and registered: `import name` finds it */
void module_set(Run *run, Module *m, const char *name, Value v);
/* ends with a NULL name */
void module_add_functions(Run *run, Module *m, const NativeSpec *functions);
/* to the program's stdout or stderr; counts against the budget */
void print_text(Run *run, Str text, bool error);
void record_change(Run *run, const Object *o); /* one CHANGE event for a registered object */

#endif
