/* explain.c: why a thing is called what it is called.
 *
 * A chain of reasons has three sources, told in this order: what decided the key and the sharing of
 * a variable (facts that the engine recorded as it decided), what decided the name of the node (its
 * Naming record), and who shares it. Every reason names its rule by the section of the description
 * of TensorFlow's behaviour, and the line of the program that it comes from. */
#include "base/text.h"
#include "view/view.h"

/* The sentences. %s stands for the fact's a, then b; a rule without names has no %s. */
static const char *sentence_of(Rule rule) {
    switch (rule) {
    case RULE_NAME_ASKED: return N_("The call asked for the name \"%s\".");
    case RULE_NAME_DEFAULT: return N_("The call gave no name: the default is \"%s\".");
    case RULE_NAME_PREFIX: return N_("The op scope \"%s/\" is open here, so it stands in front.");
    case RULE_NAME_ABSOLUTE:
        return N_("The name ends in a slash: \"%s\" is taken exactly, without scope or suffix.");
    case RULE_NAME_FREE: return N_("Nothing was called \"%s\" yet, so no suffix was needed.");
    case RULE_NAME_SUFFIX: return N_("\"%s\" was in use already, so a number was appended.");
    case RULE_NAME_CASE:
        return N_(
            "\"%s\" differs only in case from \"%s\", and since TensorFlow 1.9 that counts as the same name.");
    case RULE_NAME_ILLEGAL: return N_("\"%s\" is not a legal name.");
    case RULE_SCOPE_BURNS: return N_("Entering a scope used up the name \"%s\".");
    case RULE_SCOPE_REENTERED:
        return N_("The scope string \"%s\" ends in a slash: that scope is entered again, exactly.");
    case RULE_SCOPE_ROOT: return N_("None or an empty name goes back to the root.");
    case RULE_VARIABLE_OBEYS_OP_SCOPE:
        return N_("tf.Variable takes the op scope as its prefix, which is \"%s\" here.");
    case RULE_VARIABLE_ALWAYS_NEW:
        return N_("tf.Variable always makes a new variable; reuse means nothing to it.");
    case RULE_KEY_FROM_VARIABLE_SCOPE:
        return N_("tf.get_variable looks it up as \"%s\": the variable scope's prefix is \"%s\".");
    case RULE_OP_SCOPE_IGNORED:
        return N_(
            "The name scope \"%s\" is ignored: tf.get_variable looks at the variable scope only.");
    case RULE_KEY_IS_NOT_NAME:
        return N_(
            "It is stored as \"%s\", but the graph had that name already: the variable is called \"%s\".");
    case RULE_STORE_CREATES: return N_("No variable was stored as \"%s\", so it was created.");
    case RULE_STORE_SHARES:
        return N_("A variable was stored as \"%s\" and reuse is on: it is the same variable.");
    case RULE_STORE_REFUSES_EXISTING:
        return N_("A variable was stored as \"%s\" already, and reuse is off: refused.");
    case RULE_STORE_REFUSES_MISSING:
        return N_(
            "No variable was stored as \"%s\", and reuse=True only finds variables: refused.");
    case RULE_SHARE_SHAPE: return N_("The shape asked for differs from that of \"%s\": refused.");
    case RULE_SHARE_DTYPE:
        return N_(
            "The dtype asked for differs from that of \"%s\" (no dtype means the scope's, which is float32 at first): refused.");
    case RULE_CONSTANT_WITH_SHAPE:
        return N_(
            "The initializer is a value and brings its own shape, so no shape may be given: refused.");
    case RULE_INITIALIZER_DEFAULT: return N_("No initializer was given: the default one is %s.");
    case RULE_INITIALIZER_SCOPE:
        return N_("No initializer was given: it comes from the variable scope \"%s\".");
    case RULE_SCOPE_STRING:
        return N_(
            "variable_scope was given a string: the prefix \"%s\" continues the open one, \"%s\".");
    case RULE_SCOPE_OBJECT:
        return N_(
            "variable_scope was given a scope object: its prefix \"%s\" is absolute, whatever is open around it.");
    case RULE_SCOPE_DEFAULT_NAME:
        return N_("variable_scope was given a default_name, which was made unique: \"%s\".");
    case RULE_REUSE_GIVEN: return N_("This scope's own reuse argument switched reuse on.");
    case RULE_REUSE_INHERITED: return N_("reuse is inherited from the scope around it, \"%s\".");
    case RULE_REUSE_FROM_OBJECT:
        return N_("A scope object brings its own reuse flag; the scope around it does not count.");
    case RULE_REUSE_FALSE_IGNORED:
        return N_("reuse=False is the same as None here: it switches nothing off.");
    case RULE_REUSE_FALSE_OBJECT_1_0:
        return N_("In TensorFlow 1.0, reuse=False switches the reuse of a scope object off.");
    case RULE_REUSE_SWITCHED_ON: return N_("reuse_variables() switched reuse on.");
    case RULE_REUSE_OFF: return N_("Nothing switched reuse on.");
    case RULE_UNINITIALIZED:
        return N_("\"%s\" was read before its initializer ran in this session.");
    case RULE_NO_SUCH_API: return N_("TensorFlow has no \"%s\" in this version.");
    case RULE_COUNT: break;
    }
    return "";
}

/* Replaces the %s of a sentence by a, then b. Sentences are translated, so this is not printf's
 * work. */
static Str fill(Arena *a, const char *sentence, const char *first, const char *second) {
    Sink out = sink_memory(a);
    const char *values[] = {first, second};
    for (int i = 0; *sentence; sentence++) {
        if (sentence[0] == '%' && sentence[1] == 's' && i < 2) {
            sink_z(&out, values[i++]);
            sentence++;
        } else {
            sink_char(&out, *sentence);
        }
    }
    return sink_str(&out);
}

static const char *text_of(Name n) {
    return n ? n->text : "";
}

/* Sentences for when b is the root's empty prefix. */
static const char *root_sentence_of(Rule rule) {
    if (rule == RULE_KEY_FROM_VARIABLE_SCOPE)
        return N_("tf.get_variable looks it up as \"%s\": no variable scope adds a prefix.");
    if (rule == RULE_SCOPE_STRING)
        return N_(
            "variable_scope was given a string, and no other one is open: the prefix is \"%s\".");
    return sentence_of(rule);
}

Str explain_sentence(Arena *a, const TraceFact *f) {
    bool root = !f->b || f->b->len == 0;
    const char *sentence = root ? root_sentence_of(f->rule) : sentence_of(f->rule);
    return fill(a, gettext(sentence), text_of(f->a), text_of(f->b));
}

/* ---- the chain ---- */

enum { CHAIN_MOST = 64 };

/* A chain of reasons in the making. */
typedef struct Chain {
    Arena *arena;
    const Trace *trace;
    TraceFact facts[CHAIN_MOST];
    uint32_t count;
} Chain;

static void add(Chain *c, Rule rule, Name a, Name b, Cause cause) {
    if (c->count < CHAIN_MOST)
        c->facts[c->count++] = (TraceFact){.rule = rule, .a = a, .b = b, .cause = cause};
}

static void add_recorded(Chain *c, FactAbout about, uint32_t index) {
    const Log *facts = &c->trace->facts;
    for (size_t i = 0; i < facts->count; i++) {
        const TraceFact *f = LOG_AT(facts, TraceFact, i);
        if (f->about == about && f->index == index && c->count < CHAIN_MOST)
            c->facts[c->count++] = *f;
    }
}

/* The op scope in front of a full name: all before the part that was asked for. NULL at the root.
 */
static Name scope_in_front(const Chain *c, const Naming *n) {
    Str full = name_str(n->full), asked = name_str(n->asked);
    if (full.len <= asked.len + 1)
        return NULL;
    return name_find(c->trace->names, str_sub(full, 0, full.len - asked.len - 1));
}

/* The with that opened op scope `path`, as seen from scope s. */
static const TraceScope *scope_of_path(const TraceScope *s, Name path) {
    for (; s; s = s->parent)
        if (s->op_scope == path)
            return s;
    return NULL;
}

/* What took the name first: the earliest node or scope called so. */
static Cause first_user(const Chain *c, const TraceNode *node, Name name) {
    const TraceGraph *g = *LOG_AT(&c->trace->graphs, TraceGraph *, node->graph);
    Cause cause = node->cause;
    for (size_t i = 0; i < g->nodes.count; i++) {
        const TraceNode *n = *LOG_AT(&g->nodes, TraceNode *, i);
        if (n->name == name && n->cause.moment < cause.moment)
            cause = n->cause;
    }
    for (size_t i = 0; i < c->trace->scopes.count; i++) {
        const TraceScope *s = *LOG_AT(&c->trace->scopes, TraceScope *, i);
        if (s->graph == node->graph && s->op_scope == name && s->cause.moment < cause.moment)
            cause = s->cause;
    }
    return cause;
}

static void add_prefix(Chain *c, const TraceNode *n) {
    Name path = scope_in_front(c, &n->naming);
    if (!path || n->naming.absolute)
        return;
    const TraceScope *s = scope_of_path(n->scope, path);
    add(c, RULE_NAME_PREFIX, path, NULL, s ? s->cause : n->cause);
}

static void add_naming(Chain *c, const TraceNode *n) {
    const Naming *how = &n->naming;
    if (!how->asked)
        return;
    if (how->absolute) {
        add(c, RULE_NAME_ABSOLUTE, how->full ? how->full : n->name, NULL, n->cause);
        return;
    }
    add(c, how->given ? RULE_NAME_ASKED : RULE_NAME_DEFAULT, how->asked, NULL, n->cause);
    add_prefix(c, n);
    if (how->suffix == 0)
        add(c, RULE_NAME_FREE, n->name, NULL, n->cause);
    else
        add(c, RULE_NAME_SUFFIX, how->full, NULL, first_user(c, n, how->full));
}

/* The engine recorded why a variable is called so; what the call asked for stands in front. */
static void add_variable(Chain *c, const TraceVariable *v) {
    const Naming *how = &v->node->naming;
    if (v->maker == MADE_BY_VARIABLE && how->asked)
        add(c, how->given ? RULE_NAME_ASKED : RULE_NAME_DEFAULT, how->asked, NULL, v->cause);
    add_recorded(c, FACT_VARIABLE, v->index);
    if (v->maker == MADE_BY_VARIABLE && !how->suffix)
        add(c, RULE_NAME_FREE, v->node->name, NULL, v->cause);
}

static void add_node(Chain *c, const TraceNode *n) {
    if (n->variable && n->variable->node == n)
        add_variable(c, n->variable);
    else
        add_naming(c, n);
}

/* ---- writing a chain ---- */

static void put_reason(Doc *d, const Trace *t, const TraceFact *f, uint32_t number) {
    uint32_t line = trace_line(t, f->cause.site);
    doc_line(d);
    doc_printf(d, ROLE_DIM, "  %u  ", number);
    doc_add(d, f->rule == RULE_STORE_SHARES ? ROLE_SHARED : ROLE_TEXT,
            explain_sentence(d->arena, f));
    if (line)
        doc_printf(d, ROLE_DIM, _("  (line %u, rule %s)"), line, rule_section(f->rule));
    else
        doc_printf(d, ROLE_DIM, _("  (rule %s)"), rule_section(f->rule));
}

static void put_chain(Doc *d, const Chain *c) {
    for (uint32_t i = 0; i < c->count; i++)
        put_reason(d, c->trace, &c->facts[i], i + 1);
}

static void put_chain_json(JsonWriter *j, const Chain *c) {
    json_key(j, "reasons");
    json_array(j);
    for (uint32_t i = 0; i < c->count; i++) {
        const TraceFact *f = &c->facts[i];
        json_object(j);
        json_key(j, "rule");
        json_str(j, str_of(rule_section(f->rule)));
        json_key(j, "line");
        json_int(j, trace_line(c->trace, f->cause.site));
        json_key(j, "text");
        json_str(j, explain_sentence(c->arena, f));
        json_end_object(j);
    }
    json_end_array(j);
}

/* ---- finding what a name means ---- */

/* The text without an output index: "w:0" → "w", and without a slash at the end. */
static Str bare(Str name) {
    ptrdiff_t colon = str_find(name, STR(":"), 0);
    if (colon >= 0)
        name = str_sub(name, 0, (size_t)colon);
    if (name.len > 1 && str_ends(name, STR("/")))
        name.len--;
    return name;
}

static bool is_called(const TraceNode *n, Str name) {
    return str_eq(name_str(n->name), name);
}

/* All that the name may stand for: a node or variable of any graph, else a store key. */
typedef void FoundFn(void *context, const TraceNode *n, const TraceVariable *v);

static size_t find_all(const Trace *t, Str name, FoundFn *found, void *context) {
    size_t count = 0;
    for (size_t i = 0; i < t->nodes.count; i++) {
        const TraceNode *n = *LOG_AT(&t->nodes, TraceNode *, i);
        if (!is_called(n, name))
            continue;
        found(context, n, n->variable && n->variable->node == n ? n->variable : NULL);
        count++;
    }
    for (size_t i = 0; count == 0 && i < t->variables.count; i++) {
        const TraceVariable *v = *LOG_AT(&t->variables, TraceVariable *, i);
        if (!v->key || !str_eq(name_str(v->key), name))
            continue;
        found(context, v->node, v);
        count++;
    }
    return count;
}

typedef struct Explanation {
    Doc *doc;
    const Trace *trace;
} Explanation;

static void put_shares(Doc *d, const Trace *t, const TraceVariable *v) {
    for (size_t i = 0; i < v->shares.count; i++) {
        const TraceShare *s = *LOG_AT(&v->shares, TraceShare *, i);
        Chain c = {.arena = d->arena, .trace = t};
        add_recorded(&c, FACT_SHARE, s->index);
        doc_line(d);
        doc_printf(d, ROLE_SHARED, _("line %u shares it:"), trace_line(t, s->cause.site));
        put_chain(d, &c);
    }
}

static void put_found(void *context, const TraceNode *n, const TraceVariable *v) {
    Explanation *x = context;
    Doc *d = x->doc;
    Chain c = {.arena = d->arena, .trace = x->trace};
    add_node(&c, n);
    doc_line(d);
    doc_printf(d, v ? ROLE_VARIABLE : ROLE_OP, "%s%s", n->name->text, v ? ":0" : "");
    doc_printf(d, ROLE_TYPE, "  %s", n->op->text);
    doc_printf(d, ROLE_DIM, _("  made by line %u"), trace_line(x->trace, n->cause.site));
    put_chain(d, &c);
    if (v)
        put_shares(d, x->trace, v);
}

static bool put_scopes(Doc *d, const Trace *t, Str name) {
    bool any = false;
    for (size_t i = 0; i < t->scopes.count; i++) {
        const TraceScope *s = *LOG_AT(&t->scopes, TraceScope *, i);
        if (!str_eq(name_str(s->op_scope), name) && !str_eq(name_str(s->prefix), name))
            continue;
        Chain c = {.arena = d->arena, .trace = t};
        add_recorded(&c, FACT_SCOPE, s->index);
        doc_line(d);
        doc_printf(d, ROLE_SCOPE, "%s/", s->op_scope->text);
        doc_printf(d, ROLE_TYPE, "  %s", s->kind == SCOPE_NAME ? "name_scope" : "variable_scope");
        doc_printf(d, ROLE_DIM, _("  entered by line %u"), trace_line(t, s->cause.site));
        put_chain(d, &c);
        any = true;
    }
    return any;
}

/* Errors about a name: refusals to share or to create it. */
static bool put_errors(Doc *d, const Trace *t, Str name) {
    bool any = false;
    for (size_t i = 0; i < t->errors.count; i++) {
        const TraceError *e = *LOG_AT(&t->errors, TraceError *, i);
        if (!e->subject || !str_eq(name_str(e->subject), name))
            continue;
        doc_line(d);
        doc_printf(d, ROLE_ERROR, _("line %u was refused:"), trace_line(t, e->cause.site));
        explain_error(d, t, e);
        any = true;
    }
    return any;
}

Doc *view_explain(Arena *a, const Trace *t, Str name) {
    Doc *d = doc_make(a);
    Explanation x = {d, t};
    Str plain = bare(name);
    bool any = find_all(t, plain, put_found, &x) > 0;
    if (!any || str_ends(name, STR("/")))
        any |= put_scopes(d, t, plain);
    any |= put_errors(d, t, plain);
    return any ? d : NULL;
}

void explain_error(Doc *d, const Trace *t, const TraceError *e) {
    Chain c = {.arena = d->arena, .trace = t};
    add_recorded(&c, FACT_ERROR, e->index);
    if (c.count == 0 && e->rule != RULE_COUNT)
        add(&c, e->rule, e->subject, NULL, e->origin ? e->origin->cause : e->cause);
    put_chain(d, &c);
}

void explain_event(Doc *d, const Trace *t, Moment at) {
    const Event *e = LOG_AT(&t->events, Event, at);
    Chain c = {.arena = d->arena, .trace = t};
    switch ((EventKind)e->kind) {
    case EVENT_NODE: {
        const TraceNode *n = *LOG_AT(&t->nodes, TraceNode *, e->arg);
        if (!n->variable && !n->naming.library)
            add_naming(&c, n);
        break;
    }
    case EVENT_VARIABLE: add_variable(&c, *LOG_AT(&t->variables, TraceVariable *, e->arg)); break;
    case EVENT_SHARE: add_recorded(&c, FACT_SHARE, e->arg); break;
    case EVENT_ENTER: add_recorded(&c, FACT_SCOPE, e->arg); break;
    case EVENT_RAISE: explain_error(d, t, *LOG_AT(&t->errors, TraceError *, e->arg)); return;
    case EVENT_BIND:
    case EVENT_UNBIND:
    case EVENT_CHANGE:
    case EVENT_CALL:
    case EVENT_RETURN:
    case EVENT_OUTPUT:
    case EVENT_NAME:
    case EVENT_RESUME:
    case EVENT_SHAPE:
    case EVENT_LEAVE:
    case EVENT_GRAPH:
    case EVENT_COLLECT:
    case EVENT_REUSE:
    case EVENT_RUN:
    case EVENT_VALUE:
    case EVENT_CATCH:
    case EVENT_COUNT: return;
    }
    put_chain(d, &c);
}

/* ---- JSON ---- */

typedef struct ExplanationJson {
    JsonWriter *j;
    Arena *arena;
    const Trace *trace;
} ExplanationJson;

static void put_shares_json(ExplanationJson *x, const TraceVariable *v) {
    json_key(x->j, "shared_by");
    json_array(x->j);
    for (size_t i = 0; v && i < v->shares.count; i++) {
        const TraceShare *s = *LOG_AT(&v->shares, TraceShare *, i);
        Chain c = {.arena = x->arena, .trace = x->trace};
        add_recorded(&c, FACT_SHARE, s->index);
        json_object(x->j);
        json_key(x->j, "line");
        json_int(x->j, trace_line(x->trace, s->cause.site));
        put_chain_json(x->j, &c);
        json_end_object(x->j);
    }
    json_end_array(x->j);
}

static void put_found_json(void *context, const TraceNode *n, const TraceVariable *v) {
    ExplanationJson *x = context;
    Chain c = {.arena = x->arena, .trace = x->trace};
    add_node(&c, n);
    json_object(x->j);
    json_key(x->j, "name");
    json_str(x->j, name_str(n->name));
    json_key(x->j, "kind");
    json_str(x->j, v ? STR("variable") : STR("node"));
    json_key(x->j, "line");
    json_int(x->j, trace_line(x->trace, n->cause.site));
    put_chain_json(x->j, &c);
    put_shares_json(x, v);
    json_end_object(x->j);
}

bool view_explain_json(const Trace *t, Str name, Sink *out) {
    JsonWriter j = json_to(out);
    Arena *scratch = arena_new(0);
    ExplanationJson x = {&j, scratch, t};
    json_array(&j);
    bool any = find_all(t, bare(name), put_found_json, &x) > 0;
    json_end_array(&j);
    sink_char(out, '\n');
    arena_free(scratch);
    return any;
}
