#include "trace/form.h"

const char *const trace_ends[] = {"done", "raised", "exit", "refused", "budget", NULL};
const char *const trace_budgets[] = {"steps",  "memory",    "depth", "output",
                                     "tensor", "interrupt", NULL};

enum { WORDS_KIND, WORDS_FORM, WORDS_REUSE, WORDS_MAKER, WORDS_ABOUT };

const char *const *form_words(unsigned of) {
    static const char *const kinds[] = {"root", "name_scope", "variable_scope", NULL};
    static const char *const forms[] = {"string", "object", "default_name", "none", NULL};
    static const char *const reuses[] = {"False", "True", "AUTO_REUSE", NULL};
    static const char *const makers[] = {"tf.Variable", "tf.get_variable", NULL};
    static const char *const abouts[] = {"variable", "share", "scope", "error", NULL};
    static const char *const *const all[] = {kinds, forms, reuses, makers, abouts};
    return all[of];
}

const char *form_rule(Rule rule) {
    static const char *const names[] = {
#define RULE(ID, section) #ID,
#include "trace/rule.def"
#undef RULE
    };
    return names[rule];
}

/* A field of record R; `of` where its kind needs one. */
#define AT(R, member) (uint16_t) offsetof(R, member)
#define FIELD(R, key, KIND, member)                                                                \
    { key, FIELD_##KIND, 0, AT(R, member), false }
#define NEEDS(R, key, KIND, member)                                                                \
    { key, FIELD_##KIND, 0, AT(R, member), true }
#define OF(R, key, KIND, member, of)                                                               \
    { key, FIELD_##KIND, of, AT(R, member), false }
#define NEEDS_OF(R, key, KIND, member, of)                                                         \
    { key, FIELD_##KIND, of, AT(R, member), true }
#define OWN(of)                                                                                    \
    { NULL, FIELD_OWN, of, 0, false }
#define CAUSED(R)                                                                                  \
    { NULL, FIELD_CAUSE, 0, AT(R, cause), false }

static const Field module_fields[] = {
    NEEDS(TraceModule, "name", NAME, name),
    FIELD(TraceModule, "first_site", NUMBER, first_site),
    OWN(OWN_SOURCE),
};

static const Field frame_fields[] = {
    NEEDS(TraceFrame, "function", NAME, function),
    FIELD(TraceFrame, "parent", FRAME, parent),
    FIELD(TraceFrame, "call_site", SITE, call_site),
    OF(TraceFrame, "module", INDEX, module, FORM_MODULE),
    FIELD(TraceFrame, "entered", MOMENT, entered),
    FIELD(TraceFrame, "left", MOMENT, left),
    OWN(OWN_CELLS),
};

static const Field graph_fields[] = {
    OF(TraceGraph, "names", LIST, names, FORM_NAME_GIVEN),
    OF(TraceGraph, "collections", LIST, collections, FORM_COLLECTED),
    CAUSED(TraceGraph),
};

static const Field node_fields[] = {
    NEEDS(TraceNode, "name", NAME, name),
    NEEDS(TraceNode, "op", NAME, op),
    OF(TraceNode, "graph", INDEX, graph, FORM_GRAPH),
    OWN(OWN_INPUTS),
    OWN(OWN_OUTPUTS),
    NEEDS(TraceNode, "device", NAME, device),
    NEEDS(TraceNode, "asked", NAME, naming.asked),
    NEEDS(TraceNode, "full", NAME, naming.full),
    FIELD(TraceNode, "suffix", NUMBER, naming.suffix),
    FIELD(TraceNode, "given", BOOL, naming.given),
    FIELD(TraceNode, "absolute", BOOL, naming.absolute),
    FIELD(TraceNode, "library", BOOL, naming.library),
    OF(TraceNode, "scope", REF, scope, FORM_SCOPE),
    OF(TraceNode, "variable", REF, variable, FORM_VARIABLE),
    FIELD(TraceNode, "constant", TENSOR, constant),
    CAUSED(TraceNode),
};

static const Field variable_fields[] = {
    NEEDS_OF(TraceVariable, "node", REF, node, FORM_NODE),
    OF(TraceVariable, "graph", INDEX, graph, FORM_GRAPH),
    OF(TraceVariable, "maker", WORD, maker, WORDS_MAKER),
    FIELD(TraceVariable, "key", NAME, key),
    FIELD(TraceVariable, "dtype", DTYPE, dtype),
    FIELD(TraceVariable, "shape", SHAPE, shape),
    FIELD(TraceVariable, "trainable", BOOL, trainable),
    FIELD(TraceVariable, "resource", BOOL, resource),
    FIELD(TraceVariable, "local", BOOL, local),
    OF(TraceVariable, "scope", REF, scope, FORM_SCOPE),
    OF(TraceVariable, "values", LIST, values, FORM_VALUE),
    CAUSED(TraceVariable),
};

static const Field share_fields[] = {
    NEEDS_OF(TraceShare, "variable", REF, variable, FORM_VARIABLE),
    OF(TraceShare, "scope", REF, scope, FORM_SCOPE),
    CAUSED(TraceShare),
};

static const Field scope_fields[] = {
    OF(TraceScope, "graph", INDEX, graph, FORM_GRAPH),
    OF(TraceScope, "kind", WORD, kind, WORDS_KIND),
    OF(TraceScope, "form", WORD, form, WORDS_FORM),
    OF(TraceScope, "parent", REF, parent, FORM_SCOPE),
    FIELD(TraceScope, "asked", NAME, asked),
    NEEDS(TraceScope, "op_scope", NAME, op_scope),
    NEEDS(TraceScope, "prefix", NAME, prefix),
    FIELD(TraceScope, "original_name_scope", NAME, original_name_scope),
    OF(TraceScope, "reuse", WORD, reuse, WORDS_REUSE),
    FIELD(TraceScope, "reuse_rule", RULE, reuse_rule),
    OF(TraceScope, "reuse_from", REF, reuse_from, FORM_SCOPE),
    FIELD(TraceScope, "reuse_on", MOMENT, reuse_on),
    FIELD(TraceScope, "left", MOMENT, left),
    OWN(OWN_DEFAULTS),
    CAUSED(TraceScope),
};

static const Field scope_at_fields[] = {
    FIELD(TraceScopeAt, "moment", MOMENT, moment),
    OF(TraceScopeAt, "graph", INDEX, graph, FORM_GRAPH),
    OF(TraceScopeAt, "scope", REF, scope, FORM_SCOPE),
};

static const Field run_fields[] = {
    FIELD(TraceRun, "session", NUMBER, session),
    OWN(OWN_FETCHES),
    CAUSED(TraceRun),
};

static const Field error_fields[] = {
    NEEDS(TraceError, "type", NAME, type),
    FIELD(TraceError, "message", STR, message),
    FIELD(TraceError, "rule", RULE, rule),
    FIELD(TraceError, "subject", NAME, subject),
    OF(TraceError, "origin", REF, origin, FORM_VARIABLE),
    OF(TraceError, "scope", REF, scope, FORM_SCOPE),
    FIELD(TraceError, "caught", BOOL, caught),
    FIELD(TraceError, "raised", BOOL, raised),
    CAUSED(TraceError),
};

static const Field fact_fields[] = {
    FIELD(TraceFact, "rule", RULE, rule),
    OF(TraceFact, "about", WORD, about, WORDS_ABOUT),
    FIELD(TraceFact, "index", NUMBER, index),
    FIELD(TraceFact, "a", NAME, a),
    FIELD(TraceFact, "b", NAME, b),
    FIELD(TraceFact, "n", LONG, n),
    CAUSED(TraceFact),
};

static const Field output_fields[] = {
    FIELD(TraceOutputPiece, "moment", MOMENT, moment),
    FIELD(TraceOutputPiece, "error", BOOL, error),
    FIELD(TraceOutputPiece, "text", STR, text),
};

static const Field name_given_fields[] = {
    NEEDS(TraceName, "op_scope", NAME, op_scope),
    NEEDS(TraceName, "asked", NAME, asked),
    NEEDS(TraceName, "name", NAME, name),
    CAUSED(TraceName),
};

static const Field collected_fields[] = {
    NEEDS(TraceCollected, "key", NAME, key),
    FIELD(TraceCollected, "moment", MOMENT, moment),
    OF(TraceCollected, "variable", REF, variable, FORM_VARIABLE),
    OF(TraceCollected, "node", REF, node, FORM_NODE),
};

static const Field value_fields[] = {
    FIELD(TraceVariableValue, "moment", MOMENT, moment),
    FIELD(TraceVariableValue, "session", NUMBER, session),
    NEEDS(TraceVariableValue, "value", TENSOR, value),
};

#define FIELDS(name) name##_fields, sizeof name##_fields / sizeof *name##_fields
#define LOG_OF(member) (uint16_t) offsetof(Trace, member)
#define INDEX_OF(R) (uint16_t)(offsetof(R, index) + 1)

static const Form forms[FORM_KINDS] = {
    {"modules", LOG_OF(modules), sizeof(TraceModule), false, 0, FIELDS(module)},
    {"frames", LOG_OF(frames), sizeof(TraceFrame), false, INDEX_OF(TraceFrame), FIELDS(frame)},
    {"graphs", LOG_OF(graphs), sizeof(TraceGraph), true, INDEX_OF(TraceGraph), FIELDS(graph)},
    {"nodes", LOG_OF(nodes), sizeof(TraceNode), true, INDEX_OF(TraceNode), FIELDS(node)},
    {"variables", LOG_OF(variables), sizeof(TraceVariable), true, INDEX_OF(TraceVariable),
     FIELDS(variable)},
    {"shares", LOG_OF(shares), sizeof(TraceShare), true, INDEX_OF(TraceShare), FIELDS(share)},
    {"scopes", LOG_OF(scopes), sizeof(TraceScope), true, INDEX_OF(TraceScope), FIELDS(scope)},
    {"scope_log", LOG_OF(scope_log), sizeof(TraceScopeAt), false, 0, FIELDS(scope_at)},
    {"runs", LOG_OF(runs), sizeof(TraceRun), true, INDEX_OF(TraceRun), FIELDS(run)},
    {"errors", LOG_OF(errors), sizeof(TraceError), true, INDEX_OF(TraceError), FIELDS(error)},
    {"facts", LOG_OF(facts), sizeof(TraceFact), false, 0, FIELDS(fact)},
    {"output", LOG_OF(output), sizeof(TraceOutputPiece), false, 0, FIELDS(output)},
    {"names", 0, sizeof(TraceName), false, 0, FIELDS(name_given)},
    {"collections", 0, sizeof(TraceCollected), false, 0, FIELDS(collected)},
    {"values", 0, sizeof(TraceVariableValue), false, 0, FIELDS(value)},
};

const Form *form_of(FormKind kind) {
    return &forms[kind];
}
