/* claim.c: does what a document says hold in a run? */
#include <inttypes.h>

#include "lesson/lesson.h"
#include "tensor/print.h"

static Str output_of(Arena *a, const Trace *t) {
    Sink text = sink_memory(a);
    for (size_t i = 0; i < t->output.count; i++) {
        const TraceOutputPiece *p = LOG_AT(&t->output, TraceOutputPiece, i);
        if (!p->error)
            sink_put(&text, p->text);
    }
    return sink_str(&text);
}

/* Line n (from 1) of text without blanks around it; false when there are fewer. */
static bool line_of(Str text, int64_t n, Str *line) {
    size_t from = 0;
    for (int64_t i = 1; from < text.len; i++) {
        ptrdiff_t end = str_find(text, STR("\n"), from);
        size_t to = end < 0 ? text.len : (size_t)end;
        *line = str_sub(text, from, to);
        while (line->len > 0 && line->at[0] == ' ')
            *line = str_sub(*line, 1, line->len);
        while (line->len > 0 && line->at[line->len - 1] == ' ')
            line->len--;
        if (i == n)
            return true;
        from = to + 1;
    }
    return false;
}

static const TraceVariable *variable_called(const Trace *t, Str name) {
    if (str_ends(name, STR(":0")))
        name.len -= 2;
    for (size_t i = 0; i < t->variables.count; i++) {
        const TraceVariable *v = *LOG_AT(&t->variables, TraceVariable *, i);
        if (str_eq(name_str(v->node->name), name))
            return v;
    }
    return NULL;
}

static const TraceNode *node_called(const Trace *t, Str name) {
    for (size_t i = 0; i < t->nodes.count; i++) {
        const TraceNode *n = *LOG_AT(&t->nodes, TraceNode *, i);
        if (str_eq(name_str(n->name), name))
            return n;
    }
    return NULL;
}

/* All variables' names, for "found". */
static Str variable_names(Arena *a, const Trace *t) {
    Sink out = sink_memory(a);
    for (size_t i = 0; i < t->variables.count; i++)
        sink_printf(&out, "%s%s:0", i ? ", " : "",
                    (*LOG_AT(&t->variables, TraceVariable *, i))->node->name->text);
    return sink_str(&out);
}

static Str first_line(Str s) {
    ptrdiff_t end = str_find(s, STR("\n"), 0);
    return end < 0 ? s : str_sub(s, 0, (size_t)end);
}

static Str error_text(Arena *a, const TraceError *e) {
    return str_printf(a, "%s: %.*s", e->type->text, STR_ARG(first_line(e->message)));
}

static bool holds_error(Arena *a, const Claim *c, const Trace *t, Str *found) {
    *found = STR("no error");
    if (t->end != END_RAISED || t->errors.count == 0)
        return false;
    const TraceError *e = *LOG_AT(&t->errors, TraceError *, t->errors.count - 1);
    *found = error_text(a, e);
    return (c->type.len == 0 || str_eq(name_str(e->type), c->type)) &&
           str_starts(e->message, c->says);
}

static bool holds_caught(Arena *a, const Claim *c, const Trace *t, Str *found) {
    int64_t seen = 0;
    *found = STR("no such error");
    for (size_t i = 0; i < t->errors.count; i++) {
        const TraceError *e = *LOG_AT(&t->errors, TraceError *, i);
        if (!e->caught || ++seen != c->number)
            continue;
        *found = error_text(a, e);
        return (c->type.len == 0 || str_eq(name_str(e->type), c->type)) &&
               str_starts(e->message, c->says);
    }
    return false;
}

static bool holds_line(Arena *a, const Claim *c, const Trace *t, Str *found) {
    if (!line_of(output_of(a, t), c->number, found)) {
        *found = STR("no such line");
        return false;
    }
    return str_eq(*found, c->says);
}

static bool holds_line_end(Arena *a, const Claim *c, const Trace *t, Str *found) {
    if (line_of(output_of(a, t), c->number, found))
        return str_ends(*found, c->says);
    *found = STR("no such line");
    return false;
}

static bool holds_same_lines(Arena *a, const Claim *c, const Trace *t, Str *found) {
    Str output = output_of(a, t), line;
    bool first = true, same = true;
    *found = STR("no such line");
    for (size_t i = 0; i < c->says.len; i++) {
        if (c->says.at[i] == ' ')
            continue;
        if (!line_of(output, c->says.at[i] - '0', &line))
            return false;
        same &= first || str_eq(line, *found);
        *found = first ? line : *found;
        first = false;
    }
    return same && !first;
}

static bool holds_shares(Arena *a, const Claim *c, const Trace *t, Str *found) {
    const TraceVariable *v = variable_called(t, c->says);
    *found = v ? str_printf(a, "shared %zu times", v->shares.count) : STR("no such variable");
    return v && (int64_t)v->shares.count == c->number;
}

static bool holds_node(const Claim *c, const Trace *t, bool wanted, Str *found) {
    bool there = node_called(t, c->says) != NULL;
    *found = there ? c->says : STR("no such node");
    return there == wanted;
}

static bool holds_variable(Arena *a, const Claim *c, const Trace *t, bool wanted, Str *found) {
    *found = variable_names(a, t);
    return (variable_called(t, c->says) != NULL) == wanted;
}

static bool holds_prints(Arena *a, const Claim *c, const Trace *t, Str *found) {
    Str line;
    *found = output_of(a, t);
    for (int64_t n = 1; line_of(*found, n, &line); n++)
        if (str_eq(line, c->says))
            return true;
    return false;
}

/* So many there are, and these are the variables. */
static bool holds_count(Arena *a, const Claim *c, const Trace *t, size_t count, Str *found) {
    *found = str_printf(a, "%zu (%.*s)", count, STR_ARG(variable_names(a, t)));
    return (int64_t)count == c->number;
}

static size_t count_trainable(const Trace *t) {
    size_t n = 0;
    for (size_t i = 0; i < t->variables.count; i++)
        n += (*LOG_AT(&t->variables, TraceVariable *, i))->trainable;
    return n;
}

static bool holds_scope(Arena *a, const Claim *c, const Trace *t, Str *found) {
    int64_t n = 0;
    for (size_t i = 0; i < t->scopes.count; i++) {
        const TraceScope *s = *LOG_AT(&t->scopes, TraceScope *, i);
        n += s->kind != SCOPE_ROOT && str_eq(name_str(s->op_scope), c->says);
    }
    *found = str_printf(a, "entered %" PRId64 " times", n);
    return n == c->number;
}

static Str value_found(Arena *a, const TraceVariable *v) {
    if (v->values.count == 0)
        return STR("not initialized");
    const Tensor *value = LOG_AT(&v->values, TraceVariableValue, v->values.count - 1)->value;
    Sink out = sink_memory(a);
    if (!value->data)
        return STR("the content was not kept");
    numpy_str(&out, value);
    return sink_str(&out);
}

/* What a kind asks for of the variable or the node that the claim is about. */
static bool property_found(Arena *a, const Claim *c, const Trace *t, Str *found) {
    const TraceVariable *v = variable_called(t, c->of);
    const TraceNode *n = v ? v->node : node_called(t, c->of);
    *found = STR("no such variable or node");
    if (!n || (!v && (c->kind == CLAIM_VALUE || n->noutputs == 0)))
        return false;
    if (c->kind == CLAIM_VALUE)
        *found = value_found(a, v);
    else if (c->kind == CLAIM_SHAPE)
        *found = shape_str(a, v ? v->shape : n->outputs[0].shape);
    else
        *found = str_of(dtype_name(v ? v->dtype : n->outputs[0].dtype));
    return true;
}

static bool holds_property(Arena *a, const Claim *c, const Trace *t, Str *found) {
    return property_found(a, c, t, found) && str_eq(*found, c->says);
}

bool claim_holds(Arena *a, const Claim *c, const Trace *t, Str *found) {
    switch (c->kind) {
    case CLAIM_OUTPUT_LINE: return holds_line(a, c, t, found);
    case CLAIM_LINE_ENDS: return holds_line_end(a, c, t, found);
    case CLAIM_SAME_LINES: return holds_same_lines(a, c, t, found);
    case CLAIM_OUTPUT: *found = output_of(a, t); return str_eq(*found, c->says);
    case CLAIM_ERROR: return holds_error(a, c, t, found);
    case CLAIM_NO_ERROR: return !holds_error(a, &(Claim){0}, t, found) && t->end == END_DONE;
    case CLAIM_PRINTS: return holds_prints(a, c, t, found);
    case CLAIM_VARIABLE: return holds_variable(a, c, t, true, found);
    case CLAIM_NO_VARIABLE: return holds_variable(a, c, t, false, found);
    case CLAIM_VARIABLES: return holds_count(a, c, t, t->variables.count, found);
    case CLAIM_TRAINABLE: return holds_count(a, c, t, count_trainable(t), found);
    case CLAIM_SHARES: return holds_shares(a, c, t, found);
    case CLAIM_VALUE:
    case CLAIM_SHAPE:
    case CLAIM_DTYPE: return holds_property(a, c, t, found);
    case CLAIM_NODE: return holds_node(c, t, true, found);
    case CLAIM_NO_NODE: return holds_node(c, t, false, found);
    case CLAIM_NODES: return holds_count(a, c, t, t->nodes.count, found);
    case CLAIM_SCOPE: return holds_scope(a, c, t, found);
    case CLAIM_CAUGHT: return holds_caught(a, c, t, found);
    }
    return false;
}
