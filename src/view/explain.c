/* explain.c: chains of reasons (why.h) in words.
 *
 * Every reason names its rule by the section of the description of TensorFlow's behaviour, and the
 * line of the program that it comes from. */
#include <string.h>

#include "base/text.h"
#include "view/view.h"

/* The sentences. %s stands for the fact's a, then b, and %d for its number; a rule without names
 * has no %s. */
static const char *sentence_of(Rule rule) {
    switch (rule) {
    case RULE_NAME_ASKED: return N_("The call asked for the name \"%s\".");
    case RULE_NAME_DEFAULT: return N_("The call gave no name: the default is \"%s\".");
    case RULE_NAME_PREFIX: return N_("The op scope \"%s/\" is open here, so it stands in front.");
    case RULE_NAME_ABSOLUTE:
        return N_("The name ends in a slash: \"%s\" is taken exactly, without scope or suffix.");
    case RULE_NAME_FREE: return N_("Nothing was called \"%s\" yet, so no suffix was needed.");
    case RULE_NAME_SUFFIX:
        return N_("\"%s\" was in use already, so a number was appended: \"%s\".");
    case RULE_NAME_CASE:
        return N_(
            "\"%s\" differs only in case from \"%s\", and since TensorFlow 1.9 that counts as the same name.");
    case RULE_NAME_LIBRARY: return N_("TensorFlow's own code calls this part \"%s\".");
    case RULE_NAME_COUNTED:
        return N_(
            "\"%s\" had been asked for %d times by then: the search for a number begins there.");
    case RULE_NAME_SKIPPED: return N_("\"%s\" was taken as well, so the next number was tried.");
    case RULE_NAME_DUPLICATE:
        return N_(
            "A node is called \"%s\" already, and a name with a slash at its end gets no number: refused.");
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
    case RULE_REFUSED_CONVERSION:
        return N_(
            "A value becomes the dtype that its place asks for only if it fits; this one does not: refused.");
    case RULE_REFUSED_INPUT_DTYPE:
        return N_("The inputs of an op that share a type must have the same dtype: refused.");
    case RULE_REFUSED_OPERAND:
        return N_(
            "The other operand cannot become a tensor of the same dtype, so the operator does not apply: refused.");
    case RULE_REFUSED_TENSOR_AS_VALUE:
        return N_(
            "A tensor of the graph has no value while the graph is built: it is neither true nor false, and has no items to go through: refused.");
    case RULE_REFUSED_SHAPES:
        return N_(
            "The static shapes do not fit together: refused when the op is made, before anything is computed.");
    case RULE_REFUSED_LOOKUP:
        return N_(
            "A tensor's name is the op's name, a colon and the number of the output; this text names nothing in the graph: refused.");
    case RULE_REFUSED_OTHER_GRAPH:
        return N_("Tensors of one call must be of one graph, and this one is of another: refused.");
    case RULE_REFUSED_FINALIZED:
        return N_(
            "graph.finalize() closed the graph: nothing can be added to it any more: refused.");
    case RULE_REFUSED_RESET:
        return N_(
            "The default graph cannot be reset while another graph is entered by with: refused.");
    case RULE_REFUSED_INITIAL_VALUE:
        return N_(
            "A variable takes dtype and shape from its initial value, so that must be there, with a known shape, and must not come from inside a loop or branch: refused.");
    case RULE_REFUSED_INITIALIZER_DTYPE:
        return N_(
            "An initializer that is a value brings its own dtype, which differs from the one asked for: refused.");
    case RULE_REFUSED_GETTER:
        return N_(
            "A custom getter is called instead of the true one, so it must be callable: refused.");
    case RULE_REFUSED_SHAPE_OPEN:
        return N_(
            "A new variable needs a known shape, unless its initializer is a value or a function without arguments: refused.");
    case RULE_REFUSED_NO_INITIALIZER:
        return N_("There is no default initializer for this dtype: refused.");
    case RULE_REFUSED_BY_INITIALIZER:
        return N_("The initializer cannot make a value of this shape or dtype: refused.");
    case RULE_REFUSED_PARTITION:
        return N_(
            "A key holds either one variable or one that a partitioner has split, and reuse decides about both in the same way: refused.");
    case RULE_REFUSED_SCOPE_ARGUMENT:
        return N_(
            "variable_scope wants a name, a scope object or a default_name, and a reuse that it knows: refused.");
    case RULE_REFUSED_NESTING:
        return N_("Scopes must be left in the reverse order of entering: refused.");
    case RULE_REFUSED_FETCH:
        return N_(
            "session.run fetches tensors, operations and variables of its own graph, or structures of them: refused.");
    case RULE_REFUSED_FEED:
        return N_(
            "A fed value must fit the shape and dtype of its tensor, and each placeholder that is needed must be fed: refused.");
    case RULE_REFUSED_SESSION:
        return N_(
            "Values exist in a session only: there must be one that is open, with a graph that holds something: refused.");
    case RULE_REFUSED_ATTRIBUTE:
        return N_("This release of TensorFlow has no such name; names come and go with releases.");
    case RULE_COUNT: break;
    }
    return "";
}

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
    return sentence_of(rule);
}

Str explain_sentence(Arena *a, const TraceFact *f) {
    bool root = !f->b || f->b->len == 0;
    const char *sentence = root ? root_sentence_of(f->rule) : sentence_of(f->rule);
    return fill(a, gettext(sentence), f);
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

static void put_chain(Doc *d, const Trace *t, Chain c) {
    for (size_t i = 0; i < c.count; i++)
        put_reason(d, t, &c.at[i], (uint32_t)i + 1);
}

static void put_reason_json(JsonWriter *j, Arena *scratch, const Trace *t, const TraceFact *f) {
    json_object(j);
    json_key(j, "rule");
    json_str(j, str_of(rule_section(f->rule)));
    json_key(j, "line");
    json_int(j, trace_line(t, f->cause.site));
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
    const Why *why;
    const Trace *trace;
} Explanation;

static void put_shares(Explanation *x, const TraceVariable *v) {
    for (size_t i = 0; i < v->shares.count; i++) {
        const TraceShare *s = *LOG_AT(&v->shares, TraceShare *, i);
        doc_line(x->doc);
        doc_printf(x->doc, ROLE_SHARED, _("line %u shares it:"),
                   trace_line(x->trace, s->cause.site));
        put_chain(x->doc, x->trace, why_share(x->why, s));
    }
}

static void put_node(Explanation *x, const TraceNode *n, const TraceVariable *v) {
    Doc *d = x->doc;
    doc_line(d);
    doc_printf(d, v ? ROLE_VARIABLE : ROLE_OP, "%s%s", n->name->text, v ? ":0" : "");
    doc_printf(d, ROLE_TYPE, "  %s", n->op->text);
    doc_printf(d, ROLE_DIM, _("  made by line %u"), trace_line(x->trace, n->cause.site));
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
    doc_printf(d, ROLE_DIM, _("  entered by line %u"), trace_line(x->trace, s->cause.site));
    put_chain(d, x->trace, why_scope(x->why, s));
}

static bool put_scopes(Explanation *x, Str name) {
    bool any = false;
    for (size_t i = 0; i < x->trace->scopes.count; i++) {
        const TraceScope *s = *LOG_AT(&x->trace->scopes, TraceScope *, i);
        if (s->kind == SCOPE_ROOT ||
            (!str_eq(name_str(s->op_scope), name) && !str_eq(name_str(s->prefix), name)))
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
    doc_printf(x->doc, ROLE_ERROR, _("line %u was refused:"), trace_line(x->trace, e->cause.site));
    put_chain(x->doc, x->trace, c);
    return true;
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
    doc_printf(x->doc, ROLE_SHARED, _("  shared by line %u"), trace_line(x->trace, s->cause.site));
    put_chain(x->doc, x->trace, why_share(x->why, s));
    return true;
}

static bool put_event(Explanation *x, const Event *e) {
    const Trace *t = x->trace;
    switch ((EventKind)e->kind) {
    case EVENT_NODE: {
        const TraceNode *n = *LOG_AT(&t->nodes, TraceNode *, e->arg);
        bool own = n->variable && n->variable->node == n;
        if (!own && (n->variable || n->naming.library))
            return false;
        put_node(x, n, own ? n->variable : NULL);
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
    case EVENT_RUN:
    case EVENT_VALUE:
    case EVENT_CATCH:
    case EVENT_COUNT: break;
    }
    return false;
}

/* "line:7" gives 7; 0 for anything else. ":" is in no name. */
static uint32_t line_asked(Str name) {
    uint32_t line = 0;
    if (!str_starts(name, STR("line:")))
        return 0;
    for (size_t i = strlen("line:"); i < name.len; i++) {
        if (name.at[i] < '0' || name.at[i] > '9' || line > UINT32_MAX / 10 - 1)
            return 0;
        line = line * 10 + (uint32_t)(name.at[i] - '0');
    }
    return line;
}

static bool put_line(Explanation *x, uint32_t line) {
    bool any = false;
    for (size_t i = 0; i < x->trace->events.count; i++) {
        const Event *e = LOG_AT(&x->trace->events, Event, i);
        if (trace_line(x->trace, e->site) == line)
            any |= put_event(x, e);
    }
    return any;
}

Doc *view_explain(Arena *a, const Trace *t, Str name) {
    Doc *d = doc_make(a);
    Explanation x = {d, why_make(a, t), t};
    Str plain = bare(name);
    uint32_t line = line_asked(name);
    if (line)
        return put_line(&x, line) ? d : NULL;
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
        json_key(x->j, "line");
        json_int(x->j, trace_line(x->trace, s->cause.site));
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
    json_key(x->j, "line");
    json_int(x->j, trace_line(x->trace, cause.site));
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
        if (s->kind == SCOPE_ROOT ||
            (!str_eq(name_str(s->op_scope), name) && !str_eq(name_str(s->prefix), name)))
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
