/* explain.c: chains of reasons (why.h) in words.
 *
 * Every reason names its rule by the section of the description of TensorFlow's behaviour, and the
 * line of the program that it comes from. */
#include <string.h>

#include "base/text.h"
#include "view/view.h"

static const char *const sentences[] = {
#define SENTENCE(RULE, TEXT) [RULE_##RULE] = TEXT,
#include "view/sentence.def"
#undef SENTENCE
};
_Static_assert(sizeof sentences / sizeof *sentences == RULE_COUNT, "one sentence a rule");

static const char *text_of(Name n) {
    return n ? n->text : "";
}

/* Replaces the %s of a sentence by the fact's a, then b, and %d by its number. Sentences are
 * translated, so this is not printf's work. */
static Str fill(Arena *a, const char *sentence, const TraceFact *f) {
    Sink out = sink_memory(a);
    const Name values[] = {f->a, f->b};
    for (int i = 0; *sentence; sentence++) {
        bool name = sentence[0] == '%' && sentence[1] == 's' && i < 2;
        bool number = sentence[0] == '%' && sentence[1] == 'd';
        if (name)
            sink_z(&out, text_of(values[i++]));
        else if (number)
            sink_printf(&out, "%lld", (long long)f->n);
        else
            sink_char(&out, *sentence);
        sentence += name || number;
    }
    return sink_str(&out);
}

/* Sentences for when b is the root's empty prefix. */
static const char *root_sentence_of(Rule rule) {
    if (rule == RULE_KEY_FROM_VARIABLE_SCOPE)
        return N_("tf.get_variable looks it up as \"%s\": no variable scope adds a prefix.");
    if (rule == RULE_SCOPE_STRING)
        return N_(
            "variable_scope was given a string, and no other one is open: the prefix is \"%s\".");
    return sentences[rule];
}

Str explain_sentence(Arena *a, const TraceFact *f) {
    bool root = !f->b || f->b->len == 0;
    const char *sentence = root ? root_sentence_of(f->rule) : sentences[f->rule];
    return fill(a, gettext(sentence), f);
}

/* ---- writing a chain ---- */

static void put_reason(Doc *d, const Trace *t, const TraceFact *f, uint32_t number) {
    uint32_t line = trace_line(t, f->cause.site);
    doc_line(d);
    doc_printf(d, ROLE_DIM, "  %u  ", number);
    doc_add(d,
            f->rule == RULE_STORE_SHARES || f->rule == RULE_STORE_SHARES_UNASKED ? ROLE_SHARED
                                                                                 : ROLE_TEXT,
            explain_sentence(d->arena, f));
    if (line)
        doc_printf(d, ROLE_DIM, _("  (line %s, rule %s)"), view_line(d->arena, t, f->cause.site),
                   rule_section(f->rule));
    else
        doc_printf(d, ROLE_DIM, _("  (rule %s)"), rule_section(f->rule));
}

static void put_chain(Doc *d, const Trace *t, Chain c) {
    for (size_t i = 0; i < c.count; i++)
        put_reason(d, t, &c.at[i], (uint32_t)i + 1);
}

static void put_reason_json(JsonWriter *j, Arena *scratch, const Trace *t, const TraceFact *f) {
    json_object(j);
    json_key(j, "rule");
    json_str(j, str_of(rule_section(f->rule)));
    view_line_json(j, t, f->cause.site);
    json_key(j, "text");
    json_str(j, explain_sentence(scratch, f));
    json_end_object(j);
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
        found(context, n, view_is_variable(n) ? n->variable : NULL);
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
    const Why *why;
    const Trace *trace;
} Explanation;

static void put_share(Explanation *x, const TraceShare *s) {
    doc_line(x->doc);
    doc_printf(x->doc, ROLE_SHARED, _("line %s shares it:"),
               view_line(x->doc->arena, x->trace, s->cause.site));
    put_chain(x->doc, x->trace, why_share(x->why, s));
}

static void put_shares(Explanation *x, const TraceVariable *v) {
    for (size_t i = 0; i < v->shares.count; i++)
        put_share(x, *LOG_AT(&v->shares, TraceShare *, i));
}

static void put_node(Explanation *x, const TraceNode *n, const TraceVariable *v) {
    Doc *d = x->doc;
    doc_line(d);
    doc_printf(d, v ? ROLE_VARIABLE : ROLE_OP, "%s%s", n->name->text, v ? ":0" : "");
    doc_printf(d, ROLE_TYPE, "  %s", n->op->text);
    doc_printf(d, ROLE_DIM, _("  made by line %s"), view_line(d->arena, x->trace, n->cause.site));
    put_chain(d, x->trace, why_node(x->why, n));
}

static void put_found(void *context, const TraceNode *n, const TraceVariable *v) {
    Explanation *x = context;
    put_node(x, n, v);
    if (v)
        put_shares(x, v);
}

static void put_scope(Explanation *x, const TraceScope *s) {
    Doc *d = x->doc;
    doc_line(d);
    doc_printf(d, ROLE_SCOPE, "%s/", s->op_scope->text);
    doc_printf(d, ROLE_TYPE, "  %s", s->kind == SCOPE_NAME ? "name_scope" : "variable_scope");
    doc_printf(d, ROLE_DIM, _("  entered by line %s"),
               view_line(d->arena, x->trace, s->cause.site));
    put_chain(d, x->trace, why_scope(x->why, s));
}

/* Is it the scope's op scope or its variable prefix? The root has no name. */
static bool scope_is_called(const TraceScope *s, Str name) {
    return s->kind != SCOPE_ROOT &&
           (str_eq(name_str(s->op_scope), name) || str_eq(name_str(s->prefix), name));
}

static bool put_scopes(Explanation *x, Str name) {
    bool any = false;
    for (size_t i = 0; i < x->trace->scopes.count; i++) {
        const TraceScope *s = *LOG_AT(&x->trace->scopes, TraceScope *, i);
        if (!scope_is_called(s, name))
            continue;
        put_scope(x, s);
        any = true;
    }
    return any;
}

static bool put_error(Explanation *x, const TraceError *e) {
    Chain c = why_error(x->why, e);
    if (!c.count)
        return false;
    doc_line(x->doc);
    doc_printf(x->doc, ROLE_ERROR, _("line %s was refused:"),
               view_line(x->doc->arena, x->trace, e->cause.site));
    put_chain(x->doc, x->trace, c);
    return true;
}

static Explanation explanation(Doc *d, const Why *w) {
    return (Explanation){d, w, why_trace(w)};
}

void explain_node(Doc *d, const Why *w, const TraceNode *n) {
    Explanation x = explanation(d, w);
    put_node(&x, n, view_is_variable(n) ? n->variable : NULL);
}

void explain_scope(Doc *d, const Why *w, const TraceScope *s) {
    Explanation x = explanation(d, w);
    put_scope(&x, s);
}

void explain_share(Doc *d, const Why *w, const TraceShare *s) {
    Explanation x = explanation(d, w);
    put_share(&x, s);
}

void explain_error(Doc *d, const Why *w, const TraceError *e) {
    Explanation x = explanation(d, w);
    put_error(&x, e);
}

/* Errors about a name: refusals to share or to create it. */
static bool put_errors(Explanation *x, Str name) {
    bool any = false;
    for (size_t i = 0; i < x->trace->errors.count; i++) {
        const TraceError *e = *LOG_AT(&x->trace->errors, TraceError *, i);
        if (e->subject && str_eq(name_str(e->subject), name))
            any |= put_error(x, e);
    }
    return any;
}

/* ---- everything that a line did ---- */

static bool put_share_of_line(Explanation *x, const TraceShare *s) {
    const TraceVariable *v = s->variable;
    doc_line(x->doc);
    doc_printf(x->doc, ROLE_VARIABLE, "%s:0", v->node->name->text);
    doc_printf(x->doc, ROLE_SHARED, _("  shared by line %s"),
               view_line(x->doc->arena, x->trace, s->cause.site));
    put_chain(x->doc, x->trace, why_share(x->why, s));
    return true;
}

static bool put_event(Explanation *x, const Event *e) {
    const Trace *t = x->trace;
    switch ((EventKind)e->kind) {
    case EVENT_NODE: {
        const TraceNode *n = *LOG_AT(&t->nodes, TraceNode *, e->arg);
        if (view_is_part(n))
            return false;
        put_node(x, n, view_is_variable(n) ? n->variable : NULL);
        return true;
    }
    case EVENT_SHARE: return put_share_of_line(x, *LOG_AT(&t->shares, TraceShare *, e->arg));
    case EVENT_ENTER: put_scope(x, *LOG_AT(&t->scopes, TraceScope *, e->arg)); return true;
    case EVENT_RAISE: return put_error(x, *LOG_AT(&t->errors, TraceError *, e->arg));
    case EVENT_BIND:
    case EVENT_UNBIND:
    case EVENT_CHANGE:
    case EVENT_CALL:
    case EVENT_RETURN:
    case EVENT_RESUME:
    case EVENT_OUTPUT:
    case EVENT_SHAPE:
    case EVENT_VARIABLE:
    case EVENT_LEAVE:
    case EVENT_GRAPH:
    case EVENT_COLLECT:
    case EVENT_REUSE:
    case EVENT_DEFAULTS:
    case EVENT_RUN:
    case EVENT_VALUE:
    case EVENT_CATCH:
    case EVENT_COUNT: break;
    }
    return false;
}

/* "line:7" is line 7 of the program, "line:helper.py:7" one of another file of it. */
typedef struct LineAsked {
    uint32_t line; /* 0: something else was asked */
    Str file;      /* empty: the main one */
} LineAsked;

/* ":" is in no name. */
static LineAsked line_asked(Str name) {
    LineAsked asked = {0, STR("")};
    Str rest = str_starts(name, STR("line:")) ? str_sub(name, strlen("line:"), name.len) : STR("");
    size_t start = rest.len;
    while (start > 0 && rest.at[start - 1] != ':')
        start--;
    asked.file = start ? str_sub(rest, 0, start - 1) : STR("");
    for (size_t i = start; i < rest.len; i++) {
        if (rest.at[i] < '0' || rest.at[i] > '9' || asked.line > UINT32_MAX / 10 - 1)
            return (LineAsked){0, STR("")};
        asked.line = asked.line * 10 + (uint32_t)(rest.at[i] - '0');
    }
    return asked;
}

/* Is the site in this line? Of a file in a folder the name is enough. */
static bool is_line(const Trace *t, uint32_t site, const LineAsked *asked) {
    const TraceModule *module;
    Span span;
    if (!trace_span(t, site, &module, &span) ||
        source_line_of(module->source, span.start) != asked->line)
        return false;
    return asked->file.len ? str_ends(module->source->name, asked->file)
                           : module == LOG_AT(&t->modules, TraceModule, 0);
}

static bool put_line(Explanation *x, const LineAsked *asked) {
    bool any = false;
    for (size_t i = 0; i < x->trace->events.count; i++) {
        const Event *e = LOG_AT(&x->trace->events, Event, i);
        if (is_line(x->trace, e->site, asked))
            any |= put_event(x, e);
    }
    return any;
}

Doc *view_explain(Arena *a, const Trace *t, Str name) {
    Doc *d = doc_make(a);
    Explanation x = {d, why_make(a, t), t};
    Str plain = bare(name);
    LineAsked line = line_asked(name);
    if (line.line)
        return put_line(&x, &line) ? d : NULL;
    bool any = find_all(t, plain, put_found, &x) > 0;
    if (!any || str_ends(name, STR("/")))
        any |= put_scopes(&x, plain);
    any |= put_errors(&x, plain);
    return any ? d : NULL;
}

void explain_event(Doc *d, const Why *w, Moment at) {
    put_chain(d, why_trace(w), why_event(w, at));
}

/* ---- JSON ---- */

typedef struct ExplanationJson {
    JsonWriter *j;
    Arena *arena;
    const Why *why;
    const Trace *trace;
} ExplanationJson;

static void put_chain_json(ExplanationJson *x, Chain c) {
    json_key(x->j, "reasons");
    json_array(x->j);
    for (size_t i = 0; i < c.count; i++)
        put_reason_json(x->j, x->arena, x->trace, &c.at[i]);
    json_end_array(x->j);
}

static void put_shares_json(ExplanationJson *x, const TraceVariable *v) {
    json_key(x->j, "shared_by");
    json_array(x->j);
    for (size_t i = 0; v && i < v->shares.count; i++) {
        const TraceShare *s = *LOG_AT(&v->shares, TraceShare *, i);
        json_object(x->j);
        view_line_json(x->j, x->trace, s->cause.site);
        put_chain_json(x, why_share(x->why, s));
        json_end_object(x->j);
    }
    json_end_array(x->j);
}

static void put_kind_json(ExplanationJson *x, Str name, const char *kind, Cause cause) {
    json_key(x->j, "name");
    json_str(x->j, name);
    json_key(x->j, "kind");
    json_str(x->j, str_of(kind));
    view_line_json(x->j, x->trace, cause.site);
}

static void put_found_json(void *context, const TraceNode *n, const TraceVariable *v) {
    ExplanationJson *x = context;
    json_object(x->j);
    put_kind_json(x, name_str(n->name), v ? "variable" : "node", n->cause);
    put_chain_json(x, why_node(x->why, n));
    put_shares_json(x, v);
    json_end_object(x->j);
}

static bool put_scopes_json(ExplanationJson *x, Str name) {
    bool any = false;
    for (size_t i = 0; i < x->trace->scopes.count; i++) {
        const TraceScope *s = *LOG_AT(&x->trace->scopes, TraceScope *, i);
        if (!scope_is_called(s, name))
            continue;
        json_object(x->j);
        put_kind_json(x, name_str(s->op_scope), "scope", s->cause);
        put_chain_json(x, why_scope(x->why, s));
        json_end_object(x->j);
        any = true;
    }
    return any;
}

static bool put_errors_json(ExplanationJson *x, Str name) {
    bool any = false;
    for (size_t i = 0; i < x->trace->errors.count; i++) {
        const TraceError *e = *LOG_AT(&x->trace->errors, TraceError *, i);
        if (!e->subject || !str_eq(name_str(e->subject), name))
            continue;
        json_object(x->j);
        put_kind_json(x, name, "error", e->cause);
        put_chain_json(x, why_error(x->why, e));
        json_end_object(x->j);
        any = true;
    }
    return any;
}

bool view_explain_json(const Trace *t, Str name, Sink *out) {
    JsonWriter j = json_to(out);
    Arena *scratch = arena_new(0);
    ExplanationJson x = {&j, scratch, why_make(scratch, t), t};
    Str plain = bare(name);
    json_array(&j);
    bool any = find_all(t, plain, put_found_json, &x) > 0;
    if (!any || str_ends(name, STR("/")))
        any |= put_scopes_json(&x, plain);
    any |= put_errors_json(&x, plain);
    json_end_array(&j);
    sink_char(out, '\n');
    arena_free(scratch);
    return any;
}
