/* question.c: where a question is asked, what is right, and what becomes of an answer. */
#include "tutor/question.h"

#include <inttypes.h>

#include "base/text.h"
#include "tensor/print.h"
#include "tutor/question_inner.h"

/* The records that an event is about. */
static void find_subject(const Trace *t, Asked *asked) {
    const Event *e = asked->event;
    if (e->kind == EVENT_VARIABLE)
        asked->variable = *LOG_AT(&t->variables, TraceVariable *, e->arg);
    else if (e->kind == EVENT_SHARE)
        asked->variable = (*LOG_AT(&t->shares, TraceShare *, e->arg))->variable;
    else if (e->kind == EVENT_NODE)
        asked->node = *LOG_AT(&t->nodes, TraceNode *, e->arg);
    else if (e->kind == EVENT_ENTER || e->kind == EVENT_LEAVE)
        asked->scope = *LOG_AT(&t->scopes, TraceScope *, e->arg);
    if (asked->variable)
        asked->node = asked->variable->node;
}

bool question_asked(const Question *q, const Trace *t, Asked *asked) {
    Moment event;
    *asked = (Asked){0};
    if (!moment_step(t, q->moment, &asked->reveal))
        return false;
    asked->place = asked->reveal;
    if (moment_event(t, q->moment, &event)) {
        asked->event = LOG_AT(&t->events, Event, event);
        asked->place -= asked->place > 0;
        find_subject(t, asked);
    }
    asked->before = trace_step_end(t, asked->place);
    asked->after = trace_step_end(t, asked->reveal);
    return true;
}

bool question_place(const Question *q, const Trace *t, size_t *step) {
    Asked asked;
    bool comes = question_asked(q, t, &asked);
    *step = asked.place;
    return comes;
}

bool question_reveal(const Question *q, const Trace *t, size_t *step) {
    Asked asked;
    bool comes = question_asked(q, t, &asked);
    *step = asked.reveal;
    return comes;
}

/* ---- the right answer ---- */

static Str right_name(Arena *a, const Trace *t, const Asked *asked) {
    if (asked->variable)
        return str_printf(a, "%s:0", asked->variable->node->name->text);
    if (asked->node)
        return name_str(asked->node->name);
    if (asked->scope)
        return name_str(asked->scope->op_scope);
    if (asked->event && asked->event->kind == EVENT_RAISE)
        return name_str((*LOG_AT(&t->errors, TraceError *, asked->event->arg))->subject);
    return STR("");
}

/* Of what the step of the moment did an error counts most: it ends the step. */
static int deed_of_step(const Trace *t, const Asked *asked) {
    int deed = -1;
    for (Moment m = asked->before; m < asked->after; m++) {
        unsigned kind = LOG_AT(&t->events, Event, m)->kind;
        if (kind == EVENT_RAISE)
            return 2;
        if (kind == EVENT_SHARE)
            deed = 1;
        else if (deed < 0 && (kind == EVENT_VARIABLE || kind == EVENT_NODE))
            deed = 0;
    }
    return deed;
}

static Str right_deed(const Trace *t, const Asked *asked) {
    int deed = -1;
    if (!asked->event)
        return STR("");
    if (asked->event->kind == EVENT_SHARE)
        deed = 1;
    else if (asked->node)
        deed = 0;
    else
        deed = deed_of_step(t, asked);
    return deed < 0 ? STR("") : str_of(question_deeds()[deed]);
}

static const TraceNode *node_before(const Trace *t, Str name, Moment m) {
    for (size_t i = 0, n = trace_nodes_at(t, m); i < n; i++) {
        const TraceNode *node = *LOG_AT(&t->nodes, TraceNode *, i);
        if (str_eq(name_str(node->name), name))
            return node;
    }
    return NULL;
}

static const TraceVariable *variable_before(const Trace *t, Str name, Moment m) {
    for (size_t i = 0, n = trace_variables_at(t, m); i < n; i++) {
        const TraceVariable *v = *LOG_AT(&t->variables, TraceVariable *, i);
        if (str_eq(name_str(v->node->name), name))
            return v;
    }
    return NULL;
}

static Str tensor_shown(Arena *a, const Tensor *value) {
    Sink out = sink_memory(a);
    if (value && (value->data || value->count == 0))
        numpy_str(&out, value);
    return sink_str(&out);
}

/* The value that the variable or the constant of this name has then, in the session that gave it
 * one last. */
static Str value_of(Arena *a, const Trace *t, Str name, Moment m) {
    const TraceVariable *v = variable_before(t, name, m);
    const TraceNode *n = v ? NULL : node_before(t, name, m);
    size_t values = v ? trace_values_at(v, m) : 0;
    if (values)
        return tensor_shown(a, LOG_AT(&v->values, TraceVariableValue, values - 1)->value);
    return n ? tensor_shown(a, n->constant) : STR("");
}

static Str trimmed(Str s) {
    while (s.len && (s.at[0] == ' ' || s.at[0] == '\n'))
        s = str_sub(s, 1, s.len);
    while (s.len && (s.at[s.len - 1] == ' ' || s.at[s.len - 1] == '\n'))
        s.len--;
    return s;
}

/* What the step of the moment prints. */
static Str printed_then(Arena *a, const Trace *t, const Asked *asked) {
    Sink out = sink_memory(a);
    size_t to = trace_output_at(t, asked->after);
    for (size_t i = trace_output_at(t, asked->before); i < to; i++) {
        const TraceOutputPiece *p = LOG_AT(&t->output, TraceOutputPiece, i);
        if (!p->error)
            sink_put(&out, p->text);
    }
    return trimmed(sink_str(&out));
}

static Str right_value(Arena *a, const Question *q, const Trace *t, const Asked *asked) {
    if (q->of.len)
        return value_of(a, t, answer_name(q->of), asked->after);
    if (!asked->event)
        return STR("");
    if (asked->event->kind == EVENT_OUTPUT)
        return trimmed(LOG_AT(&t->output, TraceOutputPiece, asked->event->arg)->text);
    if (asked->event->kind == EVENT_RUN) {
        const TraceRun *run = *LOG_AT(&t->runs, TraceRun *, asked->event->arg);
        if (run->nfetches == 1 && run->values[0])
            return tensor_shown(a, run->values[0]);
    }
    return printed_then(a, t, asked);
}

static Str right_shape(Arena *a, const Question *q, const Trace *t, const Asked *asked) {
    Str name = answer_name(q->of);
    const TraceVariable *v = q->of.len ? variable_before(t, name, asked->after) : asked->variable;
    const TraceNode *n = q->of.len ? node_before(t, name, asked->after) : asked->node;
    if (!v && (!n || n->noutputs == 0))
        return STR("");
    Shape shape = v ? v->shape : trace_shape_at(&n->outputs[0], asked->after);
    return shape.rank == SHAPE_UNKNOWN_RANK ? STR("unknown") : shape_str(a, shape);
}

static Str right_count(Arena *a, const Question *q, const Trace *t, const Asked *asked) {
    size_t variables = trace_variables_at(t, asked->after), n = variables;
    if (str_is(q->of, "nodes"))
        n = trace_nodes_at(t, asked->after);
    for (size_t i = 0; i < variables && str_is(q->of, "trainable"); i++)
        n -= !(*LOG_AT(&t->variables, TraceVariable *, i))->trainable;
    return str_printf(a, "%zu", n);
}

static Str right_choice(Arena *a, const Question *q) {
    for (size_t i = 0; i < q->nchoices; i++)
        if (q->choices[i].right)
            return str_printf(a, "%zu", i + 1);
    return STR("");
}

static Str right_answer(Arena *a, const Question *q, const Trace *t, const Asked *asked) {
    switch (q->kind) {
    case QUESTION_NAME: return right_name(a, t, asked);
    case QUESTION_DEED: return right_deed(t, asked);
    case QUESTION_VALUE: return right_value(a, q, t, asked);
    case QUESTION_SHAPE: return right_shape(a, q, t, asked);
    case QUESTION_COUNT: return right_count(a, q, t, asked);
    case QUESTION_CHOICE: return right_choice(a, q);
    }
    return STR("");
}

Str question_answer(Arena *a, const Question *q, const Trace *t) {
    Asked asked;
    return question_asked(q, t, &asked) ? right_answer(a, q, t, &asked) : STR("");
}

/* ---- judging ---- */

static Answered not_understood(Str comment) {
    return (Answered){.comment = comment};
}

static Answered judge_choice(Arena *a, const Question *q, Str given) {
    ptrdiff_t i = answer_choice(a, q, given);
    if (i < 0)
        return not_understood(question_wants(a, q));
    const Choice *c = &q->choices[i];
    Str comment = c->comment;
    if (c->right && comment.len && q->right.len)
        comment = str_printf(a, "%.*s %.*s", STR_ARG(comment), STR_ARG(q->right));
    else if (c->right && q->right.len)
        comment = q->right;
    else if (comment.len == 0 && !c->right)
        comment = str_of(_("That is not so in this run."));
    return (Answered){true, c->right, comment};
}

/* The wrong answer that the lesson expects in these words, else in others; NULL: none. */
static const Choice *expected_answer(Arena *a, const Question *q, Str given) {
    const Choice *same = NULL;
    Str text;
    for (size_t i = 0; i < q->nexpected; i++) {
        const Choice *c = &q->expected[i];
        if (!answer_clean(a, c->text, &text))
            continue;
        if (str_eq(text, given))
            return c;
        if (!same && answer_same(a, q, text, given))
            same = c;
    }
    return same;
}

static Answered judge_typed(Wrong *w) {
    const Question *q = w->question;
    Str right;
    if (answer_clean(w->arena, w->right, &right) && answer_same(w->arena, q, right, w->given))
        return (Answered){true, true, q->right};
    const Choice *expected = expected_answer(w->arena, q, w->given);
    if (expected && expected->comment.len)
        return (Answered){true, false, expected->comment};
    if (!answer_understood(w->arena, q, w->given))
        return not_understood(question_wants(w->arena, q));
    w->right = right;
    return (Answered){true, false, question_comment(w)};
}

Answered question_judge(Arena *a, const Question *q, const Trace *t, Str given) {
    Asked asked;
    Str clean;
    if (!question_asked(q, t, &asked))
        return not_understood(str_of(_("This question cannot be asked of this program.")));
    if (!answer_clean(a, given, &clean) || clean.len == 0)
        return not_understood(question_wants(a, q));
    if (q->kind == QUESTION_CHOICE)
        return judge_choice(a, q, clean);
    Wrong w = {a, q, t, &asked, right_answer(a, q, t, &asked), clean};
    if (w.right.len == 0)
        return not_understood(str_of(_("This question cannot be asked of this program.")));
    return judge_typed(&w);
}

Str question_wants(Arena *a, const Question *q) {
    const char *const *deeds = question_deeds();
    switch (q->kind) {
    case QUESTION_NAME: return str_of(_("Type the full name, such as scope/v:0."));
    case QUESTION_DEED:
        return str_printf(a, _("Type 1 (%s), 2 (%s) or 3 (%s)."), deeds[0], deeds[1], deeds[2]);
    case QUESTION_VALUE: return str_of(_("Type the value, as print would show it."));
    case QUESTION_SHAPE: return str_of(_("Type a shape, such as (7, 5); () is that of a scalar."));
    case QUESTION_COUNT: return str_of(_("Type a number."));
    case QUESTION_CHOICE: return str_printf(a, _("Type a number from 1 to %zu."), q->nchoices);
    }
    return STR("");
}
