/* diff_side.c: a run as things that can be compared, and what is compared of each. */
#include "base/text.h"
#include "view/diff.h"

static uint32_t line_of(const Trace *t, Cause c) {
    return trace_line(t, c.site);
}

static Thing *add(DiffSide *s, DiffGroup group, Str name, const char *kind, uint32_t line) {
    Thing *thing = LOG_PUSH(&s->things[group], Thing);
    thing->name = name;
    thing->kind = str_of(kind);
    thing->line = line;
    return thing;
}

/* ---- output ---- */

/* The lines that one of the two streams got, each with the line that began it. */
static void add_stream(Arena *a, DiffSide *s, bool error) {
    Sink line = sink_memory(a);
    uint32_t from = 0;
    for (size_t i = 0; i < s->trace->output.count; i++) {
        const TraceOutputPiece *p = LOG_AT(&s->trace->output, TraceOutputPiece, i);
        for (size_t k = 0; p->error == error && k < p->text.len; k++) {
            if (line.len == 0)
                from = trace_line(s->trace, LOG_AT(&s->trace->events, Event, p->moment)->site);
            if (p->text.at[k] != '\n') {
                sink_char(&line, p->text.at[k]);
                continue;
            }
            add(s, DIFF_OUTPUT, sink_str(&line), error ? "stderr" : "stdout", from);
            line = sink_memory(a);
        }
    }
    if (line.len > 0)
        add(s, DIFF_OUTPUT, sink_str(&line), error ? "stderr" : "stdout", from);
}

/* ---- the graph ---- */

static Str last_part(Str path) {
    for (size_t i = path.len; i > 0; i--)
        if (path.at[i - 1] == '/' && i < path.len)
            return str_sub(path, i, path.len);
    return path;
}

static void add_nodes(DiffSide *s) {
    for (size_t i = 0; i < s->trace->nodes.count; i++) {
        const TraceNode *n = *LOG_AT(&s->trace->nodes, TraceNode *, i);
        Thing *thing =
            add(s, DIFF_NODES, name_str(n->name), n->op->text, line_of(s->trace, n->cause));
        thing->leaf = last_part(name_str(n->naming.full ? n->naming.full : n->name));
        thing->node = n;
    }
}

static Str variable_name(Arena *a, const TraceVariable *v) {
    return str_printf(a, "%s:0", v->node->name->text);
}

static void add_variables(Arena *a, DiffSide *s) {
    for (size_t i = 0; i < s->trace->variables.count; i++) {
        const TraceVariable *v = *LOG_AT(&s->trace->variables, TraceVariable *, i);
        add(s, DIFF_VARIABLES, variable_name(a, v), "", line_of(s->trace, v->cause))->variable = v;
    }
}

static void add_collected(Arena *a, DiffSide *s, const TraceCollected *c) {
    if (!c->variable && !c->node)
        return;
    Str name = c->variable ? variable_name(a, c->variable) : name_str(c->node->name);
    Thing *thing = add(s, DIFF_COLLECTIONS, name, c->key->text, 0);
    thing->variable = c->variable;
    thing->node = c->node;
}

static void add_collections(Arena *a, DiffSide *s) {
    for (size_t i = 0; i < s->trace->graphs.count; i++) {
        const TraceGraph *g = *LOG_AT(&s->trace->graphs, TraceGraph *, i);
        for (size_t k = 0; k < g->collections.count; k++)
            add_collected(a, s, LOG_AT(&g->collections, TraceCollected, k));
    }
}

/* ---- values ---- */

/* Is this the last value that the variable got in its session? */
static bool is_last(const TraceVariable *v, size_t i) {
    uint32_t session = LOG_AT(&v->values, TraceVariableValue, i)->session;
    while (++i < v->values.count)
        if (LOG_AT(&v->values, TraceVariableValue, i)->session == session)
            return false;
    return true;
}

static void add_variable_values(Arena *a, DiffSide *s, const TraceVariable *v) {
    for (size_t i = 0; i < v->values.count; i++) {
        const TraceVariableValue *value = LOG_AT(&v->values, TraceVariableValue, i);
        if (!value->value || !is_last(v, i))
            continue;
        const char *kind = str_printf(a, "session %u", value->session + 1).at;
        Thing *thing = add(s, DIFF_VALUES, variable_name(a, v), kind, 0);
        thing->variable = v;
        thing->value = value->value;
    }
}

static void add_fetches(Arena *a, DiffSide *s, const TraceRun *run) {
    for (uint32_t i = 0; i < run->nfetches; i++) {
        const TraceInput *f = &run->fetches[i];
        if (!f->node || !run->values[i])
            continue;
        Str name = str_printf(a, "%s:%u", f->node->name->text, f->output);
        Thing *thing = add(s, DIFF_VALUES, name, "run", line_of(s->trace, run->cause));
        thing->node = f->node;
        thing->value = run->values[i];
    }
}

static void add_values(Arena *a, DiffSide *s) {
    for (size_t i = 0; i < s->trace->runs.count; i++)
        add_fetches(a, s, *LOG_AT(&s->trace->runs, TraceRun *, i));
    for (size_t i = 0; i < s->trace->variables.count; i++)
        add_variable_values(a, s, *LOG_AT(&s->trace->variables, TraceVariable *, i));
}

/* ---- how it ended ---- */

static void add_message(DiffSide *s, Str message) {
    for (uint32_t line = 1; message.len > 0; line++) {
        ptrdiff_t end = str_find(message, STR("\n"), 0);
        size_t n = end < 0 ? message.len : (size_t)end;
        add(s, DIFF_END, str_sub(message, 0, n), "message", line);
        message = str_sub(message, n + 1, message.len);
    }
}

static uint32_t mapped(const DiffMatch *m, uint32_t line) {
    return !m || !m->line_of ? line : line <= m->nlines ? m->line_of[line] : 0;
}

static Str end_text(Arena *a, const DiffMatch *m, const Trace *t, const Thing *thing) {
    return story_end(a, t, mapped(m, thing->line));
}

static void add_end(Arena *a, DiffSide *s) {
    const Trace *t = s->trace;
    Thing *thing = add(s, DIFF_END, STR(""), "end", 0);
    thing->line = story_end_line(t);
    if (t->end == END_RAISED) {
        thing->error = *LOG_AT(&t->errors, TraceError *, t->errors.count - 1);
        add_message(s, thing->error->message);
    }
    thing->name = end_text(a, NULL, t, thing);
}

DiffSide diff_side(Arena *a, const Trace *t) {
    DiffSide s = {.trace = t};
    for (int g = 0; g < DIFF_GROUPS; g++)
        s.things[g] = log_make(a, sizeof(Thing));
    add_stream(a, &s, false);
    add_stream(a, &s, true);
    add_nodes(&s);
    add_variables(a, &s);
    add_collections(a, &s);
    add_values(a, &s);
    add_end(a, &s);
    return s;
}

/* ---- facets ---- */

/* What node n of m->b is called in m->a. */
static Str node_name(Arena *a, const DiffMatch *m, const TraceNode *n) {
    if (!m)
        return name_str(n->name);
    uint32_t i = m->to_a[DIFF_NODES][n->index];
    return i == THING_NONE ? str_printf(a, "+%s", n->name->text)
                           : diff_thing(m->a, DIFF_NODES, i)->name;
}

static void put_separator(Sink *out) {
    if (out->len)
        sink_z(out, ", ");
}

static Str inputs_text(Arena *a, const DiffMatch *m, const TraceNode *n) {
    Sink out = sink_memory(a);
    for (uint32_t i = 0; i < n->ninputs; i++) {
        put_separator(&out);
        sink_put(&out, node_name(a, m, n->inputs[i].node));
        if (n->inputs[i].output)
            sink_printf(&out, ":%u", n->inputs[i].output);
    }
    for (uint32_t i = 0; i < n->ncontrols; i++) {
        put_separator(&out);
        sink_char(&out, '^');
        sink_put(&out, node_name(a, m, n->controls[i]));
    }
    return out.len ? sink_str(&out) : STR("-");
}

static Str output_texts(Arena *a, const TraceNode *n, bool shapes) {
    Sink out = sink_memory(a);
    for (uint32_t i = 0; i < n->noutputs; i++) {
        put_separator(&out);
        sink_put(&out, shapes ? view_shape(a, n->outputs[i].shape) : view_dtype(a, &n->outputs[i]));
    }
    return out.len ? sink_str(&out) : STR("-");
}

/* All elements, for comparing: strings with their lengths. */
static Str value_bytes(Arena *a, const Tensor *t) {
    Sink out = sink_memory(a);
    sink_printf(&out, "%s%.*s", dtype_name(t->dtype), STR_ARG(view_shape(a, t->shape)));
    if (dtype_class(t->dtype) != DTYPE_CLASS_STRING) {
        sink_put(&out, (Str){t->data, (size_t)t->count * dtype_size(t->dtype)});
        return sink_str(&out);
    }
    for (int64_t i = 0; i < t->count; i++) {
        Str s = tensor_text(t, i);
        sink_printf(&out, " %zu:", s.len);
        sink_put(&out, s);
    }
    return sink_str(&out);
}

static Str value_text(Arena *a, const DiffMatch *m, const Tensor *t) {
    return !t ? STR("") : m ? value_bytes(a, t) : view_value(a, t);
}

static Str node_facet(Arena *a, const DiffMatch *m, const TraceNode *n, DiffFacet facet) {
    if (facet == FACET_NAME)
        return name_str(n->name);
    if (facet == FACET_OP)
        return name_str(n->op);
    if (facet == FACET_INPUTS)
        return inputs_text(a, m, n);
    if (facet == FACET_DTYPE || facet == FACET_SHAPE)
        return output_texts(a, n, facet == FACET_SHAPE);
    if (facet == FACET_DEVICE)
        return n->device && n->device->len ? name_str(n->device) : STR("-");
    return facet == FACET_VALUE ? value_text(a, m, n->constant) : STR("");
}

static Str line_text(Arena *a, const DiffMatch *m, uint32_t line) {
    uint32_t now = mapped(m, line);
    return now || !m ? str_printf(a, "%u", now) : str_printf(a, "+%u", line);
}

static Str shared_text(Arena *a, const DiffMatch *m, const Trace *t, const TraceVariable *v) {
    Sink out = sink_memory(a);
    if (!m)
        sink_put(&out, view_lines(a, t, v, MOMENT_END));
    for (size_t i = 0; m && i < v->shares.count; i++) {
        put_separator(&out);
        const TraceShare *s = *LOG_AT(&v->shares, TraceShare *, i);
        sink_put(&out, line_text(a, m, line_of(t, s->cause)));
    }
    return out.len ? sink_str(&out) : STR("-");
}

static Str variable_facet(Arena *a, const DiffMatch *m, const Trace *t, const TraceVariable *v,
                          DiffFacet facet) {
    TraceOutput output = {.dtype = v->dtype, .ref = !v->resource};
    if (facet == FACET_NAME)
        return variable_name(a, v);
    if (facet == FACET_KEY)
        return v->key ? name_str(v->key) : STR("-");
    if (facet == FACET_DTYPE)
        return view_dtype(a, &output);
    if (facet == FACET_SHAPE)
        return view_shape(a, v->shape);
    if (facet == FACET_TRAINABLE)
        return v->trainable ? STR("yes") : STR("no");
    if (facet == FACET_LINE)
        return line_text(a, m, line_of(t, v->cause));
    return facet == FACET_SHARED ? shared_text(a, m, t, v) : STR("");
}

Str diff_words(Arena *a, const DiffMatch *m, Str text) {
    if (!m || !m->line_of || !str_starts(text, STR("  File \"")))
        return text;
    Str file = LOG_AT(&m->b->trace->modules, TraceModule, 0)->source->name;
    Str rest = str_sub(text, 8, text.len);
    uint32_t line = 0;
    size_t i = file.len + 8;
    if (!str_starts(rest, file) || !str_starts(str_sub(rest, file.len, rest.len), STR("\", line ")))
        return text;
    for (; i < rest.len && rest.at[i] >= '0' && rest.at[i] <= '9' && line < 100000000; i++)
        line = 10 * line + (uint32_t)(rest.at[i] - '0');
    Str other = LOG_AT(&m->a->trace->modules, TraceModule, 0)->source->name;
    return str_printf(a, "  File \"%.*s\", line %.*s%.*s", STR_ARG(other),
                      STR_ARG(line_text(a, m, line)), STR_ARG(str_sub(rest, i, rest.len)));
}

Str diff_facet(Arena *a, const DiffMatch *m, const DiffSide *s, DiffGroup group, const Thing *thing,
               DiffFacet facet) {
    switch (group) {
    case DIFF_NODES: return node_facet(a, m, thing->node, facet);
    case DIFF_VARIABLES: return variable_facet(a, m, s->trace, thing->variable, facet);
    case DIFF_VALUES: return facet == FACET_VALUE ? value_text(a, m, thing->value) : STR("");
    case DIFF_OUTPUT: return facet == FACET_NAME ? diff_words(a, m, thing->name) : STR("");
    case DIFF_END:
        if (facet != FACET_NAME)
            return STR("");
        return str_is(thing->kind, "end") ? end_text(a, m, s->trace, thing)
                                          : diff_words(a, m, thing->name);
    case DIFF_COLLECTIONS:
    case DIFF_GROUPS: break;
    }
    return STR("");
}
