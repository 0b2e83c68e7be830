/* record.h: what a run leaves in the trace about graphs: nodes, variables, scopes, errors.
 *
 * All records are append-only and ordered by moment, so the graph at an earlier moment is
 * a prefix of each list. They are plain data: no record points into the interpreter. */
#ifndef TFSCOPE_TRACE_RECORD_H
#define TFSCOPE_TRACE_RECORD_H

#include "tensor/tensor.h"
#include "trace/value.h"

typedef enum Rule {
#define RULE(ID, section) RULE_##ID,
#include "trace/rule.def"
#undef RULE
    RULE_COUNT
} Rule;

#define SITE_NONE UINT32_MAX
#define FRAME_NONE UINT32_MAX

typedef struct TraceGraph TraceGraph;
typedef struct TraceNode TraceNode;
typedef struct TraceScope TraceScope;
typedef struct TraceVariable TraceVariable;

typedef enum Reuse { REUSE_FALSE, REUSE_TRUE, REUSE_AUTO } Reuse;

/* Where in the program something was caused. */
typedef struct Cause {
    Moment moment;
    uint32_t site;  /* instruction that was running (Program's sites), or SITE_NONE */
    uint32_t frame; /* frame that it ran in: index into the trace's frames, or FRAME_NONE */
} Cause;

struct TraceGraph {
    uint32_t index; /* in the trace */
    Cause cause;
    Log nodes;       /* TraceNode *, in order of creation */
    Log names;       /* TraceName, in order of handing out */
    Log collections; /* TraceCollected, in order of adding */
};

/* A name that a graph made unique and handed out (section 1.2): to a node, to a scope of the
 * program or of library code, to the program itself. It is used up whether or not anything came of
 * it. */
typedef struct TraceName {
    Name op_scope; /* the op scope then, without a slash at the end; "" at the root */
    Name asked;    /* what was asked for below it */
    Name name;     /* what came out */
    Cause cause;
} TraceName;

/* One item added to a collection. */
typedef struct TraceCollected {
    Name key;
    Moment moment;
    const TraceVariable *variable; /* NULL when the item is no variable */
    const TraceNode *node;         /* NULL when the item is no tensor or operation */
} TraceCollected;

typedef enum ScopeKind { SCOPE_ROOT, SCOPE_NAME, SCOPE_VARIABLE } ScopeKind;
typedef enum ScopeForm {
    SCOPE_BY_STRING,
    SCOPE_BY_OBJECT,
    SCOPE_BY_DEFAULT_NAME,
    SCOPE_BY_NONE
} ScopeForm;

/* Defaults that a scope has for variables. */
typedef struct ScopeDefaults {
    Str dtype;                    /* of a variable scope: default dtype; others: empty */
    const TraceScope *dtype_from; /* the scope that it comes from; NULL: nobody gave it */
    Str initializer;              /* in words of the program; empty for none */
    const TraceScope *initializer_from;
    Moment dtype_set, initializer_set; /* when the scope's own method set it; MOMENT_END: never */
} ScopeDefaults;

/* What set_dtype and set_initializer made of them in an open scope. */
typedef struct TraceDefaults TraceDefaults;
struct TraceDefaults {
    ScopeDefaults defaults;
    Moment since;                /* seen by readers after it */
    const TraceDefaults *before; /* an older one, or NULL */
};

/* A scope that the program entered. Immutable but for `left`, the reuse log and what was set. */
struct TraceScope {
    uint32_t index;
    uint32_t graph;
    ScopeKind kind;
    ScopeForm form;
    const TraceScope *parent;     /* the scope around it; NULL for a graph's root */
    Name asked;                   /* the string or the object's name, NULL for None */
    Name op_scope;                /* op scope inside, without a slash at the end; "" at the root */
    Name prefix;                  /* variable prefix inside */
    Name original_name_scope;     /* of a variable scope */
    Reuse reuse;                  /* at entry */
    Rule reuse_rule;              /* why */
    const TraceScope *reuse_from; /* the scope that the flag comes from, or NULL */
    Moment reuse_on; /* when reuse_variables() switched it on in this scope; MOMENT_END: never */
    ScopeDefaults defaults;   /* at entry */
    const TraceDefaults *set; /* what they became, newest first; NULL: never changed */
    Cause cause;              /* the with */
    Moment left;              /* MOMENT_END while open */
};

/* How a name was decided (section 1.2). */
typedef struct Naming {
    Name asked;      /* what was asked for: argument or default */
    Name full;       /* with the op scope in front; equal to the name when no suffix was needed */
    uint32_t suffix; /* the number that was appended, 0 for none */
    bool given;      /* the program gave the name (else it is the op's default) */
    bool absolute;   /* it ended in a slash: taken as it is */
    bool library;    /* made by library code inside a call, not named by the program */
} Naming;

/* A static shape that an output had before set_shape told more about it. */
typedef struct TraceShape TraceShape;
struct TraceShape {
    Shape shape;
    Moment until;             /* seen by readers up to this moment */
    const TraceShape *before; /* an older one, or NULL */
};

typedef struct TraceOutput {
    DType dtype;
    bool ref;               /* a reference ("_ref") output */
    Shape shape;            /* newest */
    const TraceShape *past; /* the shapes before, newest first; NULL for most outputs */
} TraceOutput;

typedef struct TraceInput {
    const TraceNode *node;
    uint32_t output;
} TraceInput;

struct TraceNode {
    uint32_t index; /* among all nodes of the trace */
    uint32_t graph;
    uint32_t id; /* within its graph, from 1 */
    Name name;
    Name op;     /* "Const", "VariableV2" */
    Name device; /* "" for none; as TensorFlow prints it */
    uint32_t ninputs, ncontrols, noutputs;
    TraceInput *inputs;
    const TraceNode **controls;
    TraceOutput *outputs;
    Naming naming;
    const TraceScope *scope;       /* innermost scope of the program */
    const TraceVariable *variable; /* the variable whose node this is or belongs to, or NULL */
    const Tensor *constant;        /* value of a Const, or NULL */
    Cause cause;
};

typedef enum VariableMaker { MADE_BY_VARIABLE, MADE_BY_GET_VARIABLE } VariableMaker;

struct TraceVariable {
    uint32_t index;
    uint32_t graph;
    VariableMaker maker;
    Name key;              /* store key; NULL for tf.Variable */
    const TraceNode *node; /* VariableV2 or VarHandleOp */
    DType dtype;
    Shape shape;
    bool trainable;
    bool resource;
    bool local; /* in LOCAL_VARIABLES */
    const TraceScope *scope;
    Cause cause;
    Log shares; /* TraceShare *, later uses of it through get_variable */
    Log values; /* TraceVariableValue, by moment */
};

/* get_variable returned a variable that existed. */
typedef struct TraceShare {
    uint32_t index;
    TraceVariable *variable;
    const TraceScope *scope;
    Cause cause;
} TraceShare;

/* Of values with more elements than this only the newest is sure to have its content: a training
 * loop may give a large variable thousands of them. Views do not show so many elements. */
#define TRACE_KEPT_ELEMENTS 1024

typedef struct TraceVariableValue {
    Moment moment;
    uint32_t session;
    const Tensor *value; /* dtype and shape; data is NULL when the content was not kept */
} TraceVariableValue;

/* One call of session.run. */
typedef struct TraceRun {
    uint32_t index;
    uint32_t session;
    uint32_t nfetches;
    TraceInput *fetches; /* output UINT32_MAX: an operation */
    const Tensor *
        *values; /* [nfetches]; NULL for operations, and while the run is under way or failed */
    Cause cause;
} TraceRun;

typedef struct TraceError {
    uint32_t index;
    Name type;                   /* class name */
    Str message;                 /* str(e) */
    Rule rule;                   /* RULE_COUNT when no rule of naming is behind it */
    Name subject;                /* the name that it is about, or NULL */
    const TraceVariable *origin; /* the variable that was already there, or NULL */
    const TraceScope *scope;     /* where it happened */
    Cause cause;
    bool caught; /* a handler of the program caught it */
    bool raised; /* by a raise of the program, not by what it called */
} TraceError;

/* A reason for something, told in order. What it is about is `about` + `index`. */
typedef enum FactAbout { FACT_VARIABLE, FACT_SHARE, FACT_SCOPE, FACT_ERROR, FACT_ABOUTS } FactAbout;
typedef struct TraceFact {
    Rule rule;
    FactAbout about;
    uint32_t index;
    Name a, b; /* see rule.def */
    int64_t n;
    Cause cause; /* the line that this reason comes from: a with, an earlier creation … */
} TraceFact;

typedef struct TraceOutputPiece {
    Moment moment;
    bool error; /* stderr */
    Str text;
} TraceOutputPiece;

/* One call of a function of the program (or of the module). */
typedef struct TraceFrame {
    uint32_t index;
    uint32_t parent;    /* FRAME_NONE for the module */
    uint32_t call_site; /* in the parent */
    Name function;      /* "<module>", "scoping" */
    uint32_t module;    /* which source */
    uint32_t ncells;
    const Name *names;    /* [ncells] */
    Cell *cells;          /* [ncells] locals; the module's are its globals */
    Cell **captured;      /* [ncells] or NULL: for a name that a closure captures, where it lives */
    Moment entered, left; /* left is MOMENT_END while running */
} TraceFrame;

#endif
