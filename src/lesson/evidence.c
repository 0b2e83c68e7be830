/* evidence.c: do the runs show some words: in a program, as a name, in what was printed, in an
 * error, as a value, a shape, a dtype or a count? */
#include <inttypes.h>
#include <string.h>

#include "lesson/statement.h"
#include "tensor/print.h"

/* ---- words in texts ---- */

static bool is_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

bool is_full_name(Str s) {
    bool path = s.len > 2;
    for (size_t i = 0; i < s.len; i++)
        path &= is_word(s.at[i]) || strchr("/:.-", s.at[i]);
    return path && (str_find(s, STR("/"), 0) > 0 || str_find(s, STR(":"), 0) > 0);
}

bool text_holds(Str text, Str words) {
    if (words.len == 0)
        return false;
    bool path = is_full_name(words), open = is_word(words.at[0]) && words.at[0] != '_';
    bool closed = is_word(words.at[words.len - 1]);
    for (ptrdiff_t at = -1; (at = str_find(text, words, (size_t)(at + 1))) >= 0;) {
        char before = at ? text.at[at - 1] : ' ';
        size_t to = (size_t)at + words.len;
        char behind = to < text.len ? text.at[to] : ' ';
        bool begins = !open || !(is_word(before) || (path && before == '/'));
        if (begins && !(closed && is_word(behind)))
            return true;
    }
    return false;
}

/* The text without blanks and with one kind of quotes. */
static Str squeezed(Arena *a, Str s) {
    Sink out = sink_memory(a);
    for (size_t i = 0; i < s.len; i++)
        if (!strchr(" \n\t", s.at[i]))
            sink_char(&out, s.at[i] == '"' ? '\'' : s.at[i]);
    return sink_str(&out);
}

static Str output_of(Arena *a, const Trace *t) {
    Sink text = sink_memory(a);
    for (size_t i = 0; i < t->output.count; i++)
        sink_put(&text, LOG_AT(&t->output, TraceOutputPiece, i)->text);
    return sink_str(&text);
}

static bool in_texts(Arena *a, const Trace *t, Str words) {
    Str output = output_of(a, t), tight = squeezed(a, words);
    if (text_holds(output, words))
        return true;
    for (size_t i = 0; i < t->modules.count; i++) {
        Str text = LOG_AT(&t->modules, TraceModule, i)->source->text;
        if (text_holds(text, words) ||
            (tight.len > 1 && text_holds(squeezed(a, text), tight) && !is_full_name(words)))
            return true;
    }
    return false;
}

static bool in_errors(const Trace *t, Str words) {
    for (size_t i = 0; i < t->errors.count; i++) {
        const TraceError *e = *LOG_AT(&t->errors, TraceError *, i);
        if (str_eq(name_str(e->type), words) || text_holds(e->message, words))
            return true;
    }
    return false;
}

/* ---- names ---- */

/* "b:1": the output's number, and the name without it. -1: there is none. */
static int64_t take_output(Str *name) {
    ptrdiff_t colon = str_find(*name, STR(":"), 0);
    if (colon < 0 || (size_t)colon + 2 != name->len || name->at[colon + 1] < '0' ||
        name->at[colon + 1] > '9')
        return -1;
    int64_t output = name->at[colon + 1] - '0';
    name->len = (size_t)colon;
    return output;
}

/* Is it the name, a scope that it lies in, or one part of it? A number such as "_1": its end. */
static bool names_part(Str name, Str words) {
    bool end = words.at[0] == '_' && (str_ends(name, words) || str_find(name, words, 0) > 0);
    if (end || str_eq(name, words) || (str_starts(name, words) && name.at[words.len] == '/'))
        return true;
    return str_find(words, STR("/"), 0) < 0 && text_holds(name, words);
}

static bool is_node(const TraceNode *n, Str words, int64_t output) {
    Str name = name_str(n->name);
    if (output >= 0)
        return str_eq(name, words) && output < n->noutputs;
    return names_part(name, words) || str_eq(name_str(n->op), words);
}

static bool is_scope(const TraceScope *s, Str words) {
    return names_part(name_str(s->op_scope), words) || names_part(name_str(s->prefix), words) ||
           names_part(name_str(s->original_name_scope), words);
}

/* A graph's collections, and names that were handed out and burnt. */
static bool in_graph(const TraceGraph *g, Str words) {
    for (size_t i = 0; i < g->collections.count; i++)
        if (str_eq(name_str(LOG_AT(&g->collections, TraceCollected, i)->key), words))
            return true;
    for (size_t i = 0; i < g->names.count; i++)
        if (names_part(name_str(LOG_AT(&g->names, TraceName, i)->name), words))
            return true;
    return false;
}

static bool in_names(const Trace *t, Str words) {
    int64_t output = take_output(&words);
    bool slash = str_ends(words, STR("/"));
    words.len -= slash;
    if (words.len == 0)
        return false;
    for (size_t i = 0; i < t->nodes.count; i++)
        if (is_node(*LOG_AT(&t->nodes, TraceNode *, i), words, output))
            return true;
    for (size_t i = 0; i < t->scopes.count && output < 0; i++)
        if (is_scope(*LOG_AT(&t->scopes, TraceScope *, i), words))
            return true;
    for (size_t i = 0; i < t->variables.count && output < 0; i++)
        if (names_part(name_str((*LOG_AT(&t->variables, TraceVariable *, i))->key), words))
            return true;
    for (size_t i = 0; i < t->graphs.count && output < 0; i++)
        if (in_graph(*LOG_AT(&t->graphs, TraceGraph *, i), words))
            return true;
    return false;
}

/* ---- values, shapes, dtypes ---- */

/* Could numpy print a value like this? Most words need not be compared with any. */
static bool looks_like_value(Str tight) {
    return tight.len && strchr("[0123456789.-TFnib'", tight.at[0]);
}

static bool is_value(Arena *a, const Tensor *value, Str tight) {
    if (!value || !value->data || !looks_like_value(tight))
        return false;
    Sink out = sink_memory(a);
    numpy_str(&out, value);
    return str_eq(squeezed(a, sink_str(&out)), tight);
}

/* "[2,3]", "(2,3)", "2x3" and "(2,)" as "2,3," and "2,"; empty: it is no shape. */
static Str plain_shape(Arena *a, Str tight) {
    Sink out = sink_memory(a);
    bool around =
        tight.len > 1 && strchr("([", tight.at[0]) && strchr(")]", tight.at[tight.len - 1]);
    Str inner = around ? str_sub(tight, 1, tight.len - 1) : tight;
    for (size_t i = 0; i < inner.len; i++) {
        bool digit = inner.at[i] >= '0' && inner.at[i] <= '9';
        if (!digit && !strchr(around ? ",?None" : "x?", inner.at[i]))
            return STR("");
        if (!strchr("one", inner.at[i])) /* None is told as ? */
            sink_char(&out, inner.at[i] == 'x' ? ',' : inner.at[i] == 'N' ? '?' : inner.at[i]);
    }
    bool bare = !around && str_find(inner, STR("x"), 0) < 0;
    if (bare)
        return STR("");
    if (out.len && out.text[out.len - 1] != ',')
        sink_char(&out, ',');
    sink_char(&out, '.'); /* a scalar's is not empty */
    return sink_str(&out);
}

static bool is_shape(Arena *a, Shape shape, Str plain) {
    return plain.len && str_eq(plain_shape(a, squeezed(a, shape_str(a, shape))), plain);
}

static bool is_dtype(const TraceOutput *o, Str words) {
    Str name = str_of(dtype_name(o->dtype));
    bool ref = o->ref && str_ends(words, STR("_ref"));
    return str_eq(name, ref ? str_sub(words, 0, words.len - 4) : words) ||
           (o->ref && str_is(words, "_ref"));
}

static bool has_output(Arena *a, const TraceNode *n, Str words, Str plain) {
    for (uint32_t i = 0; i < n->noutputs; i++) {
        if (is_dtype(&n->outputs[i], words) || is_shape(a, n->outputs[i].shape, plain))
            return true;
        for (const TraceShape *s = n->outputs[i].past; s; s = s->before)
            if (is_shape(a, s->shape, plain))
                return true;
    }
    return false;
}

static bool has_value(Arena *a, const TraceVariable *v, Str tight) {
    for (size_t i = 0; i < v->values.count; i++)
        if (is_value(a, LOG_AT(&v->values, TraceVariableValue, i)->value, tight))
            return true;
    return false;
}

static bool was_fetched(Arena *a, const TraceRun *r, Str tight) {
    for (uint32_t i = 0; i < r->nfetches; i++)
        if (is_value(a, r->values[i], tight))
            return true;
    return false;
}

static bool in_values(Arena *a, const Trace *t, Str words) {
    Str tight = squeezed(a, words), plain = plain_shape(a, tight);
    for (size_t i = 0; i < t->nodes.count; i++) {
        const TraceNode *n = *LOG_AT(&t->nodes, TraceNode *, i);
        if (has_output(a, n, words, plain) || is_value(a, n->constant, tight))
            return true;
    }
    for (size_t i = 0; i < t->variables.count; i++) {
        const TraceVariable *v = *LOG_AT(&t->variables, TraceVariable *, i);
        if (is_shape(a, v->shape, plain) || str_is(words, dtype_name(v->dtype)) ||
            has_value(a, v, tight))
            return true;
    }
    for (size_t i = 0; i < t->runs.count; i++)
        if (was_fetched(a, *LOG_AT(&t->runs, TraceRun *, i), tight))
            return true;
    return false;
}

/* ---- counts ---- */

static bool is_number(Str words, size_t n) {
    char text[24];
    snprintf(text, sizeof text, "%zu", n);
    return str_is(words, text);
}

static bool in_counts(const Trace *t, Str words) {
    size_t trainable = 0, lines = 0;
    for (size_t i = 0; i < t->variables.count; i++)
        trainable += (*LOG_AT(&t->variables, TraceVariable *, i))->trainable;
    for (size_t i = 0; i < t->output.count; i++) {
        Str text = LOG_AT(&t->output, TraceOutputPiece, i)->text;
        for (size_t k = 0; k < text.len; k++)
            lines += text.at[k] == '\n';
    }
    size_t counts[] = {t->variables.count, trainable,       t->nodes.count, trace_steps(t),
                       t->shares.count,    t->errors.count, t->runs.count,  lines};
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++)
        if (is_number(words, counts[i]))
            return true;
    return str_eq(words, t->tf);
}

bool evidence_shows(Arena *a, const Evidence *e, Str words) {
    for (size_t i = 0; i < e->nruns; i++) {
        const Trace *t = e->runs[i];
        if (in_texts(a, t, words) || in_errors(t, words) || in_names(t, words) ||
            in_values(a, t, words) || in_counts(t, words))
            return true;
    }
    return false;
}
