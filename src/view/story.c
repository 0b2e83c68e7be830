/* story.c: what happened, step by step, in words. */
#include "base/text.h"
#include "view/view.h"

/* ---- one event ---- */

static void tell_node(Doc *d, const Trace *t, uint32_t index) {
    const TraceNode *n = *LOG_AT(&t->nodes, TraceNode *, index);
    doc_line(d);
    doc_add(d, ROLE_NEW, STR("  + "));
    doc_add(d, ROLE_OP, name_str(n->name));
    doc_printf(d, ROLE_TYPE, "  %s", n->op->text);
    if (n->noutputs > 0) {
        Str dtype = view_dtype(d->arena, &n->outputs[0]);
        Str shape = view_shape(d->arena, n->outputs[0].shape);
        doc_printf(d, ROLE_TYPE, " %.*s %.*s", STR_ARG(dtype), STR_ARG(shape));
    }
}

static void tell_variable(Doc *d, const Trace *t, uint32_t index) {
    const TraceVariable *v = *LOG_AT(&t->variables, TraceVariable *, index);
    doc_line(d);
    doc_add(d, ROLE_NEW, STR("  + "));
    doc_printf(d, ROLE_VARIABLE, "%s:0", v->node->name->text);
    doc_add(d, ROLE_TEXT, STR("  "));
    doc_add(d, ROLE_TEXT,
            str_of(v->maker == MADE_BY_VARIABLE ? _("a new variable, made by tf.Variable")
                                                : _("a new variable, made by tf.get_variable")));
}

static void tell_share(Doc *d, const Trace *t, uint32_t index) {
    const TraceShare *s = *LOG_AT(&t->shares, TraceShare *, index);
    doc_line(d);
    doc_add(d, ROLE_SHARED, STR("  = "));
    doc_printf(d, ROLE_VARIABLE, "%s:0", s->variable->node->name->text);
    doc_add(d, ROLE_TEXT, STR("  "));
    doc_printf(d, ROLE_TEXT, _("shared: the variable of line %s"),
               view_line(d->arena, t, s->variable->cause.site));
}

static const char *reuse_text(Reuse r) {
    static const char *const texts[] = {"False", "True", "AUTO_REUSE"};
    return texts[r];
}

static void tell_scope(Doc *d, const Trace *t, uint32_t index, bool entered) {
    const TraceScope *s = *LOG_AT(&t->scopes, TraceScope *, index);
    doc_line(d);
    doc_add(d, ROLE_DIM, entered ? STR("  > ") : STR("  < "));
    doc_add(d, ROLE_TEXT, str_of(entered ? _("enter") : _("leave")));
    doc_printf(d, ROLE_TEXT, " %s ", s->kind == SCOPE_NAME ? "name_scope" : "variable_scope");
    doc_printf(d, ROLE_SCOPE, "%s%s", s->op_scope->text, s->op_scope->len ? "/" : "");
    if (s->kind == SCOPE_VARIABLE && entered)
        doc_printf(d, ROLE_TEXT, "  %s \"%s\", reuse %s", _("variables"), s->prefix->text,
                   reuse_text(s->reuse));
}

static void tell_error(Doc *d, const Trace *t, uint32_t index, bool raised) {
    const TraceError *e = *LOG_AT(&t->errors, TraceError *, index);
    doc_line(d);
    if (!raised) {
        doc_printf(d, ROLE_TEXT, "    %s %s", e->type->text, _("was caught"));
        return;
    }
    ptrdiff_t end = str_find(e->message, STR("\n"), 0);
    Str first = end < 0 ? e->message : str_sub(e->message, 0, (size_t)end);
    doc_add(d, ROLE_ERROR, STR("  ! "));
    doc_printf(d, ROLE_ERROR, "%s: %.*s", e->type->text, STR_ARG(first));
}

static void tell_output(Doc *d, const Trace *t, uint32_t index) {
    const TraceOutputPiece *p = LOG_AT(&t->output, TraceOutputPiece, index);
    Str text = p->text;
    if (str_ends(text, STR("\n")))
        text.len--;
    if (text.len == 0)
        return;
    doc_line(d);
    doc_add(d, ROLE_DIM, STR("  : "));
    for (ptrdiff_t end; (end = str_find(text, STR("\n"), 0)) >= 0;) {
        doc_add(d, ROLE_TEXT, str_sub(text, 0, (size_t)end));
        doc_line(d);
        doc_add(d, ROLE_DIM, STR("  : "));
        text = str_sub(text, (size_t)end + 1, text.len);
    }
    doc_add(d, ROLE_TEXT, text);
}

static void tell_run(Doc *d, const Trace *t, uint32_t index) {
    const TraceRun *r = *LOG_AT(&t->runs, TraceRun *, index);
    doc_line(d);
    doc_add(d, ROLE_DIM, STR("  * "));
    doc_add(d, ROLE_TEXT, str_of(_("session runs")));
    for (uint32_t i = 0; i < r->nfetches && i < 8; i++) {
        if (!r->fetches[i].node)
            continue;
        doc_add(d, ROLE_TEXT, i ? STR(", ") : STR(" "));
        doc_add(d, ROLE_OP, name_str(r->fetches[i].node->name));
    }
}

static void tell_value(Doc *d, const Trace *t, uint32_t index, Moment at) {
    const TraceVariable *v = *LOG_AT(&t->variables, TraceVariable *, index);
    for (size_t i = 0; i < v->values.count; i++) {
        const TraceVariableValue *value = LOG_AT(&v->values, TraceVariableValue, i);
        if (value->moment != at)
            continue;
        doc_line(d);
        doc_printf(d, ROLE_VARIABLE, "    %s:0", v->node->name->text);
        doc_add(d, ROLE_DIM, STR(" <- "));
        doc_add(d, ROLE_VALUE, view_value(d->arena, value->value));
    }
}

static const TraceFrame *frame_of(const Trace *t, uint32_t index) {
    return index < t->frames.count ? trace_frame_at(t, index) : NULL;
}

static void tell_bind(Doc *d, const Trace *t, uint32_t frame, uint32_t slot, Moment at) {
    const TraceFrame *f = frame_of(t, frame);
    if (!f || slot >= f->ncells || !f->names[slot])
        return;
    Sink text = sink_memory(d->arena);
    value_show(&text, trace_local_at(f, slot, at + 1), at + 1, 2);
    doc_line(d);
    doc_printf(d, ROLE_TEXT, "    %s = ", f->names[slot]->text);
    doc_add(d, ROLE_VALUE, sink_str(&text));
}

static void tell_call(Doc *d, const Trace *t, uint32_t index, bool entered) {
    const TraceFrame *f = trace_frame_at(t, index);
    doc_line(d);
    doc_add(d, ROLE_DIM, entered ? STR("  > ") : STR("  < "));
    if (str_is(name_str(f->function), "<module>")) {
        const char *end = entered ? _("start of the program") : _("end of the program");
        doc_add(d, ROLE_TEXT, str_of(end));
        return;
    }
    doc_add(d, ROLE_TEXT, str_of(entered ? _("call") : _("end of")));
    doc_printf(d, ROLE_CODE, " %s", f->function->text);
}

static void tell_plain(Doc *d, const char *sentence) {
    doc_line(d);
    doc_printf(d, ROLE_TEXT, "    %s", sentence);
}

void story_event(Doc *d, const Trace *t, uint32_t frame, Moment at) {
    const Event *e = LOG_AT(&t->events, Event, at);
    switch ((EventKind)e->kind) {
    case EVENT_BIND: tell_bind(d, t, frame, e->arg, at); return;
    case EVENT_CALL: tell_call(d, t, e->arg, true); return;
    case EVENT_RETURN: tell_call(d, t, e->arg, false); return;
    case EVENT_OUTPUT: tell_output(d, t, e->arg); return;
    case EVENT_NODE: tell_node(d, t, e->arg); return;
    case EVENT_VARIABLE: tell_variable(d, t, e->arg); return;
    case EVENT_SHARE: tell_share(d, t, e->arg); return;
    case EVENT_ENTER: tell_scope(d, t, e->arg, true); return;
    case EVENT_LEAVE: tell_scope(d, t, e->arg, false); return;
    case EVENT_RUN: tell_run(d, t, e->arg); return;
    case EVENT_VALUE: tell_value(d, t, e->arg, at); return;
    case EVENT_RAISE: tell_error(d, t, e->arg, true); return;
    case EVENT_CATCH: tell_error(d, t, e->arg, false); return;
    case EVENT_DEFAULTS: tell_plain(d, _("a default of this scope is set")); return;
    case EVENT_REUSE: tell_plain(d, _("reuse is switched on for this scope")); return;
    case EVENT_GRAPH: tell_plain(d, _("another graph is the default one now")); return;
    case EVENT_UNBIND:
    case EVENT_CHANGE:
    case EVENT_RESUME:
    case EVENT_SHAPE:
    case EVENT_COLLECT:
    case EVENT_COUNT: return;
    }
}

/* ---- steps ---- */

enum { SOURCE_MOST_COLUMNS = 200 };

/* "   12 | the line of a site"; returns its number, 0 for none. */
static uint32_t put_source(Doc *d, const Trace *t, uint32_t site) {
    const TraceModule *module;
    Span span;
    if (!trace_span(t, site, &module, &span))
        return 0;
    uint32_t line = source_line_of(module->source, span.start);
    Str text = source_line(module->source, line);
    doc_line(d);
    doc_printf(d, ROLE_DIM, "%5u | ", line);
    doc_add(d, ROLE_CODE, str_sub(text, 0, SOURCE_MOST_COLUMNS));
    if (text.len > SOURCE_MOST_COLUMNS)
        doc_add(d, ROLE_DIM, STR(" ..."));
    return line;
}

bool story_tells(EventKind kind) {
    return kind != EVENT_UNBIND && kind != EVENT_CHANGE && kind != EVENT_SHAPE &&
           kind != EVENT_COLLECT && kind != EVENT_RESUME;
}

uint32_t story_frame_after(const Trace *t, const Event *e, uint32_t frame) {
    if (e->kind == EVENT_CALL || e->kind == EVENT_RESUME)
        return e->arg;
    if (e->kind == EVENT_RETURN)
        return trace_frame_at(t, e->arg)->parent;
    return frame;
}

/* Does the event make a node that library code made, or that of a variable, which has its own? */
static bool is_part(const Trace *t, const Event *e) {
    if (e->kind != EVENT_NODE)
        return false;
    const TraceNode *n = *LOG_AT(&t->nodes, TraceNode *, e->arg);
    return n->variable || n->naming.library;
}

/* After a call returned, what follows belongs to the caller's line: that line is shown again. */
void story_part(Doc *d, const Trace *t, size_t k, StoryPart part) {
    const Step *s = trace_step_at(t, k);
    uint32_t line = put_source(d, t, s->site), frame = s->frame;
    for (Moment m = s->start; m < part.to; m++) {
        const Event *e = LOG_AT(&t->events, Event, m);
        bool told = m >= part.from && (part.library || !is_part(t, e));
        uint32_t now = story_tells((EventKind)e->kind) ? trace_line(t, e->site) : 0;
        if (told && now && now != line)
            line = put_source(d, t, e->site);
        if (told)
            story_event(d, t, frame, m);
        frame = story_frame_after(t, e, frame);
    }
}

void story_step(Doc *d, const Trace *t, size_t k) {
    story_part(d, t, k, (StoryPart){trace_step_at(t, k)->start, trace_step_end(t, k), true});
}

static bool is_landmark(EventKind kind) {
    switch (kind) {
    case EVENT_OUTPUT:
    case EVENT_NODE:
    case EVENT_VARIABLE:
    case EVENT_SHARE:
    case EVENT_ENTER:
    case EVENT_LEAVE:
    case EVENT_GRAPH:
    case EVENT_REUSE:
    case EVENT_DEFAULTS:
    case EVENT_RUN:
    case EVENT_RAISE: return true;
    case EVENT_BIND:
    case EVENT_UNBIND:
    case EVENT_CHANGE:
    case EVENT_CALL:
    case EVENT_RETURN:
    case EVENT_RESUME:
    case EVENT_SHAPE:
    case EVENT_COLLECT:
    case EVENT_VALUE:
    case EVENT_CATCH:
    case EVENT_COUNT: return false;
    }
    return false;
}

bool story_worth_showing(const Trace *t, size_t k) {
    Moment end = trace_step_end(t, k);
    for (Moment m = trace_step_at(t, k)->start; m < end; m++)
        if (is_landmark((EventKind)LOG_AT(&t->events, Event, m)->kind))
            return true;
    return false;
}

/* ---- how it ended ---- */

/* A refusal knows its place in the source that was running. */
static uint32_t refusal_line(const Trace *t) {
    const TraceModule *module;
    Span span;
    if (!trace_span(t, t->refusal_site, &module, &span)) {
        if (t->modules.count == 0)
            return 0;
        module = LOG_AT(&t->modules, TraceModule, 0);
    }
    return source_line_of(module->source, t->refusal.span.start);
}

static const TraceError *last_error(const Trace *t) {
    return *LOG_AT(&t->errors, TraceError *, t->errors.count - 1);
}

uint32_t story_end_line(const Trace *t) {
    if (t->end == END_REFUSED)
        return refusal_line(t);
    return t->end == END_RAISED ? trace_line(t, last_error(t)->cause.site) : 0;
}

Str story_end(Arena *a, const Trace *t, uint32_t line) {
    static const char *const budgets[] = {
        [BUDGET_STEPS] = N_("it used up its steps"),
        [BUDGET_MEMORY] = N_("it used up its memory"),
        [BUDGET_DEPTH] = N_("its calls are nested too deeply"),
        [BUDGET_OUTPUT] = N_("it printed too much"),
        [BUDGET_TENSOR] = N_("a tensor has too many elements"),
        [BUDGET_INTERRUPT] = N_("it was interrupted"),
    };
    switch (t->end) {
    case END_DONE: return str_of(_("the program ended normally"));
    case END_RAISED: return str_printf(a, _("%s in line %u"), last_error(t)->type->text, line);
    case END_EXIT: return str_printf(a, _("the program left with status %d"), t->exit_status);
    case END_REFUSED:
        return str_printf(a, _("refused in line %u: %.*s"), line, STR_ARG(t->refusal.message));
    case END_BUDGET: return str_printf(a, _("stopped: %s"), gettext(budgets[t->budget]));
    }
    return STR("");
}

void view_trace(const Trace *t, Sink *out) {
    Arena *scratch = arena_new(0);
    size_t n = trace_steps(t);
    for (size_t k = 1; k <= n && !out->failed; k++) {
        Doc *d = doc_make(scratch);
        doc_line(d);
        doc_printf(d, ROLE_TITLE, _("step %zu of %zu"), k, n);
        story_step(d, t, k);
        doc_put(d, out);
        arena_reset(scratch);
    }
    arena_free(scratch);
}

/* ---- state ---- */

static void put_scope(Doc *d, const TraceScope *s, Moment m) {
    doc_line(d);
    doc_printf(d, ROLE_TEXT, "    %s",
               s->kind == SCOPE_ROOT   ? _("(root)")
               : s->kind == SCOPE_NAME ? "name_scope"
                                       : "variable_scope");
    doc_pad(d, 20);
    doc_printf(d, ROLE_SCOPE, "%s \"%s%s\"", _("ops"), s->op_scope->text,
               s->op_scope->len ? "/" : "");
    doc_pad(d, 42);
    doc_printf(d, ROLE_SCOPE, "%s \"%s\"", _("variables"), s->prefix->text);
    doc_pad(d, 66);
    doc_printf(d, ROLE_TEXT, "reuse %s", reuse_text(trace_reuse_at(s, m)));
}

void view_scopes(Doc *d, const Trace *t, Moment m) {
    const TraceScope *innermost = trace_scope_at(t, m);
    size_t depth = 0;
    for (const TraceScope *s = innermost; s; s = s->parent)
        depth++;
    const TraceScope **stack = ARENA_ARRAY(d->arena, depth, const TraceScope *);
    size_t i = depth;
    for (const TraceScope *s = innermost; s; s = s->parent)
        stack[--i] = s;
    for (i = 0; i < depth; i++)
        put_scope(d, stack[i], m);
}
