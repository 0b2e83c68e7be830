/* varscope.c: variable scopes (section 4).
 *
 * A graph keeps two prefixes apart. The op scope stands in front of the names of nodes, and every
 * entry of a scope makes it unique anew. The variable prefix stands in front of the keys that
 * tf.get_variable looks up, and is the same every time. tf.name_scope changes the first only;
 * tf.variable_scope changes both:
 *
 *     with tf.variable_scope("foo"):      op scope foo      prefix foo
 *     with tf.variable_scope("foo"):      op scope foo_1    prefix foo       → same variables,
 * other ops with tf.variable_scope(foo):        op scope foo_2    prefix foo       (by object:
 * prefix absolute)
 *
 * A VarScope is a plain record: prefix, reuse flag, defaults. It belongs to no graph and holds no
 * variables. Entering always makes a new record, from one of two parents: by string (or
 * default_name) it prolongs the current scope and takes its defaults; by object it copies the
 * captured scope and ignores the current one. What the program passes explicitly goes on top. The
 * reuse flag follows the same parents:
 *
 *     argument      by string                     by object
 *     True, AUTO    as given                      as given
 *     None          the current scope's           the captured scope's
 *     False         the current scope's           1.0: off;  since 1.1: the captured scope's
 *
 * So strings can switch reuse on going inwards and never off. reuse_variables() changes the record
 * itself: from then on it holds for the rest of the block, for strings opened inside, and for later
 * entries by that object.
 *
 * A default_name is numbered by how often each prefix was opened, not by the names of the graph;
 * the counts are the business of counts.c. Leaving by string forgets the counts below the scope,
 * leaving by object brings back those of the moment of entering. That is why default names start
 * again when an outer scope is opened a second time, and two calls of the same code find the same
 * variables.
 *
 * Why a flag is as it is gets written down at entry, with the scope that it comes from. */
#include "graph/varscope.h"

#include "graph/counts.h"
#include "graph/scope.h"

typedef enum Form { FORM_STRING, FORM_OBJECT, FORM_DEFAULT } Form;

/* One entry under way. */
typedef struct Opening {
    Engine *e;
    Graph *graph;
    const VarScopeRequest *request;
    VarScopeEntry *entry;
    Form form;
    const VarScope *current; /* the scope around */
    const VarScope *parent;  /* where defaults come from */
    VarScope *scope;         /* the new one */
    bool false_ignored;      /* reuse=False was given and had no effect */
} Opening;

VarScope *varscope_root(Engine *e, TraceScope *record) {
    VarScope *s = ARENA_NEW(e->arena, VarScope);
    s->name = s->original_name_scope = name_of(e->names, STR(""));
    s->dtype = DTYPE_FLOAT32;
    s->use_resource = -1;
    s->record = record;
    return s;
}

/* It is recorded without an event, as the root is: nobody enters it. */
VarScope *varscope_make(Engine *e, Name name, Name original_name_scope, Reuse reuse) {
    const Graph *g = engine_graph(e);
    TraceScope *record = ARENA_NEW(e->arena, TraceScope);
    *record = *g->varscope->record;
    record->index = (uint32_t)e->trace->scopes.count;
    record->cause = trace_cause(e->trace);
    record->left = trace_now(e->trace);
    record->reuse_on = MOMENT_END;
    record->set = NULL;
    record->kind = SCOPE_VARIABLE;
    record->form = SCOPE_BY_NONE;
    record->parent = g->scope;
    record->prefix = name;
    record->op_scope = record->original_name_scope = original_name_scope;
    record->reuse = reuse;
    record->reuse_rule = reuse == REUSE_FALSE ? RULE_REUSE_OFF : RULE_REUSE_GIVEN;
    record->reuse_from = NULL;
    *LOG_PUSH(&e->trace->scopes, TraceScope *) = record;
    VarScope *s = varscope_root(e, record);
    s->name = name;
    s->original_name_scope = original_name_scope;
    s->reuse = reuse;
    return s;
}

VarScope *varscope_current(Engine *e) {
    return engine_graph(e)->varscope;
}

/* ---- reasons ---- */

/* The place of the call of reuse_variables() that switched reuse on in s. */
static Cause switch_cause(const Engine *e, const TraceScope *s) {
    const Event *event = LOG_AT(&e->trace->events, Event, s->reuse_on);
    return (Cause){s->reuse_on, event->site, s->cause.frame};
}

ReuseReason varscope_reuse_reason(const Engine *e, const VarScope *s) {
    const TraceScope *record = s->record;
    if (record->reuse_on != MOMENT_END)
        return (ReuseReason){RULE_REUSE_SWITCHED_ON, record, switch_cause(e, record)};
    const TraceScope *from = record->reuse_from;
    if (from && from != record && from->reuse_on != MOMENT_END && from->reuse == REUSE_FALSE)
        return (ReuseReason){record->reuse_rule, from, switch_cause(e, from)};
    return (ReuseReason){record->reuse_rule, from, from ? from->cause : record->cause};
}

/* ---- the reuse flag (section 4.3) ---- */

static void set_reuse(Opening *o, Reuse reuse, Rule rule, const TraceScope *from) {
    o->scope->reuse = reuse;
    o->scope->record->reuse = reuse;
    o->scope->record->reuse_rule = rule;
    o->scope->record->reuse_from = from;
}

/* The scope in which the flag of `of` was switched on; the scope itself when it never was. */
static const TraceScope *flag_origin(const VarScope *of) {
    const TraceScope *record = of->record;
    return record->reuse_on == MOMENT_END && record->reuse_from ? record->reuse_from : record;
}

/* The argument is None, or False that counts as None. */
static void inherit_reuse(Opening *o) {
    bool object = o->form == FORM_OBJECT;
    Reuse flag = o->parent->reuse;
    Rule rule = object                ? RULE_REUSE_FROM_OBJECT
                : flag == REUSE_FALSE ? RULE_REUSE_OFF
                                      : RULE_REUSE_INHERITED;
    const TraceScope *from = flag == REUSE_FALSE ? o->parent->record : flag_origin(o->parent);
    o->false_ignored = o->request->reuse == 0 && flag != REUSE_FALSE;
    set_reuse(o, flag, rule, rule == RULE_REUSE_OFF ? NULL : from);
    o->scope->reuse_given = o->parent->reuse_given;
}

/* An instance that is entered again goes on reusing when it did so at the last entry. */
static bool repeat_reuse(Opening *o) {
    const VarScopeEntry *again = o->request->again;
    if (!again || again->reuse == REUSE_FALSE || again->scope->reuse_given.kind == VALUE_NONE)
        return false;
    const TraceScope *record = again->op.record;
    set_reuse(o, again->reuse, record->reuse_rule, record->reuse_from);
    return true;
}

static void decide_reuse(Opening *o) {
    int given = o->request->reuse;
    o->scope->reuse_given = o->request->reuse_given;
    if (repeat_reuse(o))
        return;
    if (given > 0)
        set_reuse(o, given == 1 ? REUSE_TRUE : REUSE_AUTO, RULE_REUSE_GIVEN, o->scope->record);
    else if (given == 0 && o->form == FORM_OBJECT && !engine_has(o->e, CHANGE_OBJECT_FALSE_IS_NONE))
        set_reuse(o, REUSE_FALSE, RULE_REUSE_FALSE_OBJECT_1_0, o->scope->record);
    else
        inherit_reuse(o);
}

/* ---- names ---- */

/* What comes behind the last slash of a captured scope's name. */
static Str last_part(Name name) {
    size_t start = name->len;
    while (start > 0 && name->text[start - 1] != '/')
        start--;
    return str_sub(name_str(name), start, name->len);
}

/* What is asked of the op scope; empty: nothing. */
static Str op_scope_asked(const Opening *o) {
    switch (o->form) {
    case FORM_STRING: return o->request->name;
    case FORM_OBJECT: return last_part(o->request->object->name);
    case FORM_DEFAULT: return o->request->default_name;
    }
    return (Str){0};
}

static bool open_op_scope(Opening *o) {
    const VarScopeRequest *r = o->request;
    Str asked = op_scope_asked(o);
    if (r->again && r->no_auxiliary_name_scope)
        return op_scope_open(o->e, name_str(r->again->op.full), &o->entry->op);
    bool nothing = !asked.len && o->form != FORM_DEFAULT;
    bool stays = r->pure || r->no_auxiliary_name_scope || nothing;
    if (stays)
        op_scope_stay(o->e, &o->entry->op);
    o->entry->has_op = !stays;
    return stays || op_scope_open(o->e, asked, &o->entry->op);
}

static Name original_name_scope(const Opening *o) {
    const VarScopeRequest *r = o->request;
    if (r->again)
        return r->again->scope->original_name_scope;
    if (o->form == FORM_OBJECT)
        return r->object->original_name_scope;
    if (r->pure && o->form == FORM_DEFAULT)
        return o->entry->unique_name;
    bool plain = r->pure || (o->form == FORM_STRING && !r->name.len && !r->no_auxiliary_name_scope);
    return plain ? name_of(o->e->names, r->name) : o->entry->op.full;
}

/* Name n below the variable prefix of the current scope. */
static Name below_current(Engine *e, const VarScope *current, Str n) {
    if (!current->name->len)
        return name_of(e->names, n);
    Str front = str_join2(e->scratch, name_str(current->name), STR("/"));
    return name_of(e->names, str_join2(e->scratch, front, n));
}

/* The prefix of a default_name: made unique, unless an earlier entry of the same instance has done
 * so. */
static Name default_prefix(Opening *o) {
    const VarScopeRequest *r = o->request;
    Str asked = r->again ? name_str(r->again->unique_name) : r->default_name;
    Name full = below_current(o->e, o->current, asked);
    if (!r->again)
        full = counts_unique(o->graph->scopes_count, full);
    size_t front = o->current->name->len ? o->current->name->len + 1 : 0;
    o->entry->unique_name = name_of(o->e->names, str_sub(name_str(full), front, full->len));
    return full;
}

static Name prefix_of(Opening *o) {
    switch (o->form) {
    case FORM_STRING: return below_current(o->e, o->current, o->request->name);
    case FORM_OBJECT: return o->request->object->name;
    case FORM_DEFAULT: return default_prefix(o);
    }
    return NULL;
}

/* ---- defaults (section 4.5) ---- */

static Value overriding(Value given, Value inherited) {
    return value_given(given) ? given : inherited;
}

static void take_defaults(Opening *o) {
    const VarScopeRequest *r = o->request;
    const VarScope *from = o->parent;
    VarScope *s = o->scope;
    s->initializer = overriding(r->initializer, from->initializer);
    s->regularizer = overriding(r->regularizer, from->regularizer);
    s->caching_device = overriding(r->caching_device, from->caching_device);
    s->partitioner = overriding(r->partitioner, from->partitioner);
    s->custom_getter = overriding(r->custom_getter, from->custom_getter);
    s->constraint = r->constraint; /* never inherited */
    s->dtype = r->dtype != DTYPE_INVALID ? r->dtype : from->dtype;
    s->dtype_given = value_given(r->dtype_given) ? r->dtype_given : from->dtype_given;
    s->use_resource = r->use_resource >= 0 ? r->use_resource : from->use_resource;
    s->initializer_from = value_given(r->initializer) ? s->record : from->initializer_from;
    s->dtype_from = r->dtype != DTYPE_INVALID ? s->record : from->dtype_from;
}

/* ---- the record ---- */

static ScopeForm record_form(const Opening *o) {
    switch (o->form) {
    case FORM_STRING: return SCOPE_BY_STRING;
    case FORM_OBJECT: return SCOPE_BY_OBJECT;
    case FORM_DEFAULT: return SCOPE_BY_DEFAULT_NAME;
    }
    return SCOPE_BY_NONE;
}

/* As they stand in a record. */
static ScopeDefaults defaults_of(Engine *e, const VarScope *s) {
    bool told = value_given(s->initializer) && e->host.describe;
    return (ScopeDefaults){.dtype = str_of(dtype_name(s->dtype)),
                           .dtype_from = s->dtype_from,
                           .initializer = told ? e->host.describe(e, s->initializer) : STR(""),
                           .initializer_from = s->initializer_from,
                           .dtype_set = MOMENT_END,
                           .initializer_set = MOMENT_END};
}

/* What was set before and not now keeps its moment. */
static void record_set(Engine *e, VarScope *s, bool dtype) {
    Moment now = trace_now(e->trace);
    const ScopeDefaults *before = trace_defaults_at(s->record, MOMENT_END);
    ScopeDefaults defaults = defaults_of(e, s);
    defaults.dtype_set = dtype ? now : before->dtype_set;
    defaults.initializer_set = dtype ? before->initializer_set : now;
    trace_defaults(e->trace, s->record, defaults);
}

void varscope_set_initializer(Engine *e, VarScope *s, Value initializer) {
    s->initializer = initializer;
    s->initializer_from = s->record;
    record_set(e, s, false);
}

void varscope_set_dtype(Engine *e, VarScope *s, Value given, DType dtype) {
    s->dtype_given = given;
    s->dtype = dtype;
    s->dtype_from = s->record;
    record_set(e, s, true);
}

static void fill_record(Opening *o) {
    const VarScope *s = o->scope;
    TraceScope *record = s->record;
    record->kind = SCOPE_VARIABLE;
    record->form = record_form(o);
    record->asked =
        o->form == FORM_OBJECT ? o->request->object->name : name_of(o->e->names, op_scope_asked(o));
    record->prefix = s->name;
    record->original_name_scope = s->original_name_scope;
    record->defaults = defaults_of(o->e, s);
}

/* The root was opened by no line of the program: the with itself stands for it. */
static void put_fact(const Opening *o, Rule rule, Name a, Name b, Cause cause) {
    if (cause.site == SITE_NONE)
        cause = o->scope->record->cause;
    trace_fact(o->e->trace, rule, FACT_SCOPE, o->scope->record->index, a, b, 0, cause);
}

/* Where the prefix comes from. */
static void prefix_fact(const Opening *o) {
    const VarScope *s = o->scope;
    Cause here = s->record->cause;
    switch (o->form) {
    case FORM_STRING: put_fact(o, RULE_SCOPE_STRING, s->name, o->current->name, here); break;
    case FORM_OBJECT:
        put_fact(o, RULE_SCOPE_OBJECT, s->name, s->record->op_scope,
                 o->request->object->record->cause);
        break;
    case FORM_DEFAULT: put_fact(o, RULE_SCOPE_DEFAULT_NAME, s->name, s->record->asked, here); break;
    }
}

static void write_down(Opening *o) {
    fill_record(o);
    op_scope_record(o->e, &o->entry->op, o->scope->record);
    prefix_fact(o);
    if (o->entry->has_op)
        op_scope_facts(o->e, &o->entry->op, op_scope_asked(o));
    ReuseReason why = varscope_reuse_reason(o->e, o->scope);
    if (why.from == o->scope->record)
        why.cause = o->scope->record->cause;
    put_fact(o, why.rule, why.from ? why.from->prefix : NULL, NULL, why.cause);
    if (o->false_ignored)
        put_fact(o, RULE_REUSE_FALSE_IGNORED, NULL, NULL, o->scope->record->cause);
}

/* ---- entering and leaving ---- */

static void count_opening(Opening *o) {
    ScopeCounts *counts = o->graph->scopes_count;
    counts_add(counts, o->scope->name);
    if (o->form == FORM_OBJECT)
        o->entry->counts_mark = counts_mark(counts);
    o->entry->objects = counts_objects(counts);
}

static TraceScope *new_record(Engine *e) {
    TraceScope *record = ARENA_NEW(e->arena, TraceScope);
    record->reuse_on = MOMENT_END;
    return record;
}

/* An instance that was made of an object and keeps its scope: the very same scope once more, as the
 * program left it. Only the record is of this entry. */
static void repeat_scope(Opening *o) {
    VarScope *s = o->request->again->scope;
    ReuseReason why = varscope_reuse_reason(o->e, s);
    o->scope = s;
    s->record = new_record(o->e);
    set_reuse(o, s->reuse, why.rule, why.from);
}

static void make_scope(Opening *o) {
    if (o->request->again && o->form == FORM_OBJECT) {
        repeat_scope(o);
        return;
    }
    o->scope = ARENA_NEW(o->e->arena, VarScope);
    o->scope->record = new_record(o->e);
    o->scope->name = prefix_of(o);
    o->scope->original_name_scope = original_name_scope(o);
    take_defaults(o);
    decide_reuse(o);
}

static Form form_of(const VarScopeRequest *r) {
    if (r->object)
        return FORM_OBJECT;
    return r->has_name ? FORM_STRING : FORM_DEFAULT;
}

static bool check_request(Engine *e, const VarScopeRequest *r) {
    if (r->object || r->has_name)
        return true;
    if (!r->has_default_name)
        return engine_fail(e, FAULT_TYPE, "If default_name is None then name_or_scope is required");
    return r->reuse <= 0 ||
           engine_fail(e, FAULT_VALUE, "reuse=True cannot be used without a name_or_scope");
}

bool varscope_enter(Engine *e, const VarScopeRequest *r, VarScopeEntry *entry) {
    if (!check_request(e, r))
        return false;
    Graph *g = engine_graph(e);
    Opening o = {.e = e,
                 .graph = g,
                 .request = r,
                 .entry = entry,
                 .form = form_of(r),
                 .current = g->varscope};
    o.parent = o.form == FORM_OBJECT ? r->object : o.current;
    *entry = (VarScopeEntry){.saved = g->varscope, .by_object = o.form == FORM_OBJECT};
    if (!open_op_scope(&o))
        return false;
    make_scope(&o);
    count_opening(&o);
    write_down(&o);
    entry->scope = g->varscope = o.scope;
    entry->reuse = o.scope->reuse;
    return true;
}

static void close_counts(Engine *e, const VarScopeEntry *entry) {
    ScopeCounts *counts = entry->op.graph->scopes_count;
    Name name = entry->scope->name;
    if (entry->by_object)
        counts_restore(counts, entry->counts_mark);
    else if (!name->len && !engine_has(e, CHANGE_EMPTY_SCOPE_KEEPS_COUNTS))
        counts_forget_all(counts);
    else
        counts_forget(counts, name);
}

/* Every object brings back the counts of its own entry: that is modelled for objects that are left
 * in the reverse order of entering. */
static bool check_nesting(Engine *e, const VarScopeEntry *entry) {
    if (entry->op.graph->varscope != entry->scope && engine_has(e, CHANGE_NESTING_CHECKED))
        return engine_fail(e, FAULT_RUNTIME, "Improper nesting of variable_scope.");
    return !entry->by_object || entry->objects == counts_objects(entry->op.graph->scopes_count) ||
           engine_fail(e, FAULT_REFUSED, "leaving captured variable scopes in the wrong order");
}

bool varscope_leave(Engine *e, VarScopeEntry *entry) {
    if (!check_nesting(e, entry))
        return false;
    close_counts(e, entry);
    entry->op.graph->varscope = entry->saved;
    op_scope_leave(e, &entry->op);
    return true;
}

void varscope_reuse_variables(Engine *e, VarScope *s) {
    TraceScope *record = s->record;
    if (s->reuse != REUSE_TRUE && record->reuse_on == MOMENT_END)
        record->reuse_on = trace_now(e->trace);
    s->reuse = REUSE_TRUE;
    s->reuse_given = (Value){0};
    trace_fact(e->trace, RULE_REUSE_SWITCHED_ON, FACT_SCOPE, record->index, NULL, NULL, 0,
               trace_cause(e->trace));
    trace_event(e->trace, EVENT_REUSE, record->index);
}
