#include "view/view.h"

#include <string.h>

#include "tensor/print.h"

static Moment scope_moment(const Log *l, size_t i) {
    return LOG_AT(l, TraceScopeAt, i)->moment;
}

const TraceGraph *view_graph_at(const Trace *t, Moment m) {
    size_t n = trace_count_before(&t->scope_log, scope_moment, m);
    if (n > 0)
        return *LOG_AT(&t->graphs, TraceGraph *, LOG_AT(&t->scope_log, TraceScopeAt, n - 1)->graph);
    return t->graphs.count ? *LOG_AT(&t->graphs, TraceGraph *, 0) : NULL;
}

Str view_shape(Arena *a, Shape s) {
    return shape_str(a, s);
}

Str view_dtype(Arena *a, const TraceOutput *o) {
    return str_printf(a, "%s%s", dtype_name(o->dtype), o->ref ? "_ref" : "");
}

enum { VALUE_MOST_ELEMENTS = 64, VALUE_MOST_BYTES = 60 };

Str view_value(Arena *a, const Tensor *t) {
    if (t->count > VALUE_MOST_ELEMENTS)
        return str_printf(a, "%s%.*s", dtype_name(t->dtype), STR_ARG(shape_str(a, t->shape)));
    Sink text = sink_memory(a);
    numpy_str(&text, t);
    Str s = sink_str(&text);
    for (size_t i = 0; i < s.len; i++)
        if (text.text[i] == '\n')
            text.text[i] = ' ';
    if (s.len <= VALUE_MOST_BYTES)
        return s;
    return str_printf(a, "%.*s ...", VALUE_MOST_BYTES, s.at);
}

bool view_is_variable(const TraceNode *n) {
    return n->variable && n->variable->node == n;
}

bool view_is_part(const TraceNode *n) {
    return !view_is_variable(n) && (n->variable || n->naming.library);
}

Str view_kind(const TraceNode *n) {
    if (view_is_variable(n))
        return n->variable->maker == MADE_BY_VARIABLE ? STR("var") : STR("get");
    return name_str(n->op);
}

const Tensor *view_value_at(const TraceNode *n, uint32_t session, Moment m) {
    if (!view_is_variable(n))
        return n->constant;
    size_t count = trace_values_at(n->variable, m);
    if (session == UINT32_MAX && count > 0)
        session = LOG_AT(&n->variable->values, TraceVariableValue, count - 1)->session;
    return trace_value_at(n->variable, session, m);
}

/* Adds ", line" or counts a repetition of the line before. */
static void add_line(Sink *out, const char *line, uint32_t times) {
    sink_printf(out, out->len ? ", %s" : "%s", line);
    if (times > 1)
        sink_printf(out, " (%ux)", times);
}

const char *view_line(Arena *a, const Trace *t, uint32_t site) {
    const TraceModule *module;
    Span span;
    if (!trace_span(t, site, &module, &span))
        return "0";
    uint32_t line = source_line_of(module->source, span.start);
    bool main = module == LOG_AT(&t->modules, TraceModule, 0);
    return main ? str_printf(a, "%u", line).at
                : str_printf(a, "%.*s:%u", STR_ARG(module->source->name), line).at;
}

void view_line_json(JsonWriter *j, const Trace *t, uint32_t site) {
    const TraceModule *module;
    Span span;
    json_key(j, "line");
    json_int(j, trace_line(t, site));
    if (!trace_span(t, site, &module, &span) || module == LOG_AT(&t->modules, TraceModule, 0))
        return;
    json_key(j, "file");
    json_str(j, module->source->name);
}

Str view_lines(Arena *a, const Trace *t, const TraceVariable *v, Moment m) {
    Sink out = sink_memory(a);
    const char *line = "";
    uint32_t times = 0;
    for (size_t i = 0; i < v->shares.count; i++) {
        const TraceShare *s = *LOG_AT(&v->shares, TraceShare *, i);
        if (s->cause.moment >= m)
            break;
        const char *now = view_line(a, t, s->cause.site);
        if (times > 0 && strcmp(now, line) != 0) {
            add_line(&out, line, times);
            times = 0;
        }
        line = now;
        times++;
    }
    if (times > 0)
        add_line(&out, line, times);
    return sink_str(&out);
}
