/* reasons.c: why variables are named, made, shared or refused as they are: facts for the trace, in
 * the order in which things were decided, each with the line that is behind it. */
#include "graph/naming.h"
#include "graph/variable.h"
#include "graph/varscope.h"

/* What the facts of one call are about. */
typedef struct Subject {
    Engine *e;
    const Graph *graph;
    FactAbout about;
    uint32_t index;
    Cause here; /* the call itself */
} Subject;

static void tell(const Subject *s, Rule rule, Name a, Name b, Cause cause) {
    trace_fact(s->e->trace, rule, s->about, s->index, a, b, 0, cause);
}

void reasons_variable(Engine *e, const Variable *v) {
    Subject s = {e, v->node->graph, FACT_VARIABLE, v->record.index, v->record.cause};
    tell(&s, RULE_VARIABLE_ALWAYS_NEW, NULL, NULL, s.here);
}

/* The root scope was opened by no line of the program: the call itself stands for it. */
static Cause of_program(const Subject *s, Cause cause) {
    return cause.site == SITE_NONE ? s->here : cause;
}

/* The key, and the name scopes that have no part in it. */
static void tell_key(const Subject *s, Name key) {
    const VarScope *v = s->graph->varscope;
    const TraceScope *ignored = s->graph->scope;
    tell(s, RULE_KEY_FROM_VARIABLE_SCOPE, key, v->name, of_program(s, v->record->cause));
    while (ignored && (ignored->kind != SCOPE_NAME || ignored->op_scope->len == 0))
        ignored = ignored->parent;
    if (ignored)
        tell(s, RULE_OP_SCOPE_IGNORED, ignored->op_scope, NULL, ignored->cause);
}

/* Why the reuse flag is as it is. */
static void tell_reuse(const Subject *s) {
    ReuseReason why = varscope_reuse_reason(s->e, s->graph->varscope);
    tell(s, why.rule, why.from ? why.from->prefix : NULL, NULL, of_program(s, why.cause));
}

static void tell_initializer(const Subject *s, const VariableRequest *r, DType dtype) {
    const TraceScope *from = r->initializer_from;
    const char *standard = dtype_class(dtype) == DTYPE_CLASS_FLOAT ? "glorot_uniform_initializer"
                                                                   : "zeros_initializer";
    if (!value_given(r->initializer))
        tell(s, RULE_INITIALIZER_DEFAULT, name_z(s->e->names, standard), NULL, s->here);
    else if (r->initializer_rule == RULE_INITIALIZER_SCOPE && from)
        tell(s, RULE_INITIALIZER_SCOPE, from->prefix, NULL, from->cause);
}

void reasons_created(Engine *e, const Variable *v, const VariableRequest *r) {
    Subject s = {e, v->node->graph, FACT_VARIABLE, v->record.index, v->record.cause};
    Name key = v->record.key;
    tell_key(&s, key);
    tell(&s, RULE_STORE_CREATES, key, NULL, s.here);
    tell_reuse(&s);
    tell_initializer(&s, r, v->record.dtype);
}

void reasons_shared(Engine *e, const Variable *v, const TraceShare *share) {
    Subject s = {e, engine_graph(e), FACT_SHARE, share->index, share->cause};
    tell_key(&s, v->record.key);
    bool asked = s.graph->varscope->reuse != REUSE_FALSE;
    tell(&s, asked ? RULE_STORE_SHARES : RULE_STORE_SHARES_UNASKED, v->record.key,
         v->node->record.name, v->record.cause);
    tell_reuse(&s);
}

bool reasons_refused(Engine *e, Rule rule, Name key, const Variable *origin) {
    Subject s = {e, engine_graph(e), FACT_ERROR, (uint32_t)e->trace->errors.count,
                 trace_cause(e->trace)};
    e->fault.rule = rule;
    e->fault.subject = key;
    e->fault.origin = origin ? &origin->record : NULL;
    tell_key(&s, key);
    tell(&s, rule, key, origin ? origin->node->record.name : NULL,
         origin ? origin->record.cause : s.here);
    tell_reuse(&s);
    return false;
}
