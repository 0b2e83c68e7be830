/* opdef.h: the table of operations: what each takes, gives, and which functions infer and compute
 * it.
 *
 * The rows are in op.def, sorted by name. They follow TensorFlow's own registrations: the names of
 * arguments matter, because Python values that are passed become nodes of these names. */
#ifndef TFSCOPE_GRAPH_OPDEF_H
#define TFSCOPE_GRAPH_OPDEF_H

#include "graph/graph.h"

typedef enum Allowed {
#define ALLOWED(ID, ...) ALLOWED_##ID,
#include "graph/allowed.def"
#undef ALLOWED
    ALLOWED_COUNT
} Allowed;

/* A text of the table, by its place in word.def: there are thousands in the rows, and pointers
 * would be a twentieth of the program. Zero is none. */
typedef uint16_t Word;
enum {
    WORD_NONE,
    WORD_EMPTY, /* the empty text */
#define WORD(TEXT) WORD_##TEXT,
#include "graph/word.def"
#undef WORD
};
extern const char *const words[];             /* by Word; use word_text */
static inline const char *word_text(Word w) { /* NULL of WORD_NONE */
    return words[w];
}

/* An input or output. Its element type is fixed, or an attribute of the op tells it. */
typedef struct ArgDef {
    Word name;     /* "x"; of outputs too */
    Word type;     /* attribute that holds the element type, or none */
    Word number;   /* attribute that holds the number of tensors of a list, or none */
    Word types;    /* attribute that holds the element types of a list, one each, or none */
    uint8_t dtype; /* fixed element type, else DTYPE_INVALID */
    bool ref;      /* a reference: the argument must be a variable's own output */
} ArgDef;

/* An attribute. Lists of types are kept as ATTR_INTS of DType. */
typedef struct AttrDef {
    Word name;
    uint8_t kind;    /* AttrKind */
    uint8_t allowed; /* Allowed; of an ATTR_TYPE */
    bool has_default;
    int32_t number; /* default of ATTR_INT, ATTR_BOOL, ATTR_TYPE; of ATTR_FLOAT in REAL_UNITs; of
                     * ATTR_STR a Word */
} AttrDef;
#define REAL_UNIT 10000 /* units in 1: a quotient of whole numbers is the nearest double */

typedef struct Infer Infer; /* infer.h */
typedef struct Call Call;   /* compute.h */

typedef enum OpFlags {
    OP_PLAIN = 0,
    OP_STATEFUL = 1,    /* gives something else each time, or has an effect: is never folded */
    OP_KNOWN = 2,       /* small results are folded when the node is made: Output.known */
    OP_LIVE_ANYWAY = 4, /* runs although an input is dead (Merge) */
    OP_ENTER = 8,       /* a value goes into a loop */
    OP_EXIT = 16,       /* and comes out of it */
} OpFlags;

typedef bool InferFn(Infer *i);
typedef bool ComputeFn(Call *c);

/* A row. It is small, as there are hundreds: many rows have the same arguments and attributes,
 * which the build puts into op_args and op_attrs once (src/cli/pack_ops.c). */
struct OpDef {
    const char *name;
    uint16_t inputs, outputs; /* where they begin in op_args; use opdef_inputs, opdef_outputs */
    uint16_t attrs;           /* in op_attrs, sorted by name; use opdef_attrs */
    uint8_t ninputs, noutputs, nattrs;
    uint8_t flags;          /* OpFlags */
    uint8_t variant;        /* for functions that serve several ops: UnaryOp, BinaryOp, ReduceOp */
    uint8_t infer, compute; /* use opdef_infer, opdef_compute */
};

extern const ArgDef op_args[];
extern const AttrDef op_attrs[];
static inline const ArgDef *opdef_inputs(const OpDef *d) { /* [ninputs] */
    return op_args + d->inputs;
}
static inline const ArgDef *opdef_outputs(const OpDef *d) { /* [noutputs] */
    return op_args + d->outputs;
}
static inline const AttrDef *opdef_attrs(const OpDef *d) { /* [nattrs] */
    return op_attrs + d->attrs;
}
/* Fills in shapes and known values of the outputs; false with engine->fault set. */
InferFn *opdef_infer(const OpDef *d);
/* Computes the outputs; false with the sentence in call->error. NULL: can be built, not run. */
ComputeFn *opdef_compute(const OpDef *d);

const OpDef *opdef_find(const char *name); /* NULL when there is no such op */
const OpDef *opdef_at(size_t i);           /* by index, NULL behind the last one */
/* NULL when it has none of that name */
const AttrDef *opdef_attr(const OpDef *d, const char *name);
bool allowed_has(Allowed a, DType t);
const char *allowed_text(Allowed a); /* "float16, float32, float64" */
static inline bool arg_is_list(const ArgDef *a) {
    return a->number || a->types;
}

#endif
