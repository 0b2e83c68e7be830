/* exercise.c: does the learner's program reach the goals, and what did it do instead? */
#include "tutor/exercise.h"

#include <stdlib.h>

#include "base/text.h"
#include "tutor/exercise_inner.h"

/* ---- what went another way ---- */

static GoalJudged at_moment(const Trace *t, Moment m, Str instead) {
    return (GoalJudged){.step = trace_step_of(t, m), .instead = instead};
}

static GoalJudged nowhere(Str instead) {
    return (GoalJudged){.instead = instead};
}

static unsigned line_of(const Trace *t, const Cause *cause) {
    return (unsigned)trace_line(t, cause->site);
}

static Str first_line(Str s) {
    ptrdiff_t end = str_find(s, STR("\n"), 0);
    return end < 0 ? s : str_sub(s, 0, (size_t)end);
}

/* The error that ended the run; NULL when none did. */
static const TraceError *last_error(const Trace *t) {
    bool raised = t->end == END_RAISED && t->errors.count;
    return raised ? *LOG_AT(&t->errors, TraceError *, t->errors.count - 1) : NULL;
}

static GoalJudged raised(Arena *a, const Trace *t, const TraceError *e) {
    return at_moment(t, e->cause.moment,
                     str_printf(a, _("line %u raised %s: %.*s"), line_of(t, &e->cause),
                                e->type->text, STR_ARG(first_line(e->message))));
}

/* It did not come to that: an error was in the way, or else this sentence says what there is. */
static GoalJudged missing(Arena *a, const Trace *t, Str else_) {
    const TraceError *e = last_error(t);
    return e ? raised(a, t, e) : nowhere(else_);
}

/* ---- names ---- */

/* The last part of a name without ":0" and suffix: "w" of "a/w_1:0". */
static Str base_of(Str name) {
    if (str_ends(name, STR(":0")))
        name.len -= 2;
    for (size_t i = name.len; i-- > 0;)
        if (name.at[i] == '/') {
            name = str_sub(name, i + 1, name.len);
            break;
        }
    size_t end = name.len;
    while (end > 1 && name.at[end - 1] >= '0' && name.at[end - 1] <= '9')
        end--;
    return end > 1 && end < name.len && name.at[end - 1] == '_' ? str_sub(name, 0, end - 1) : name;
}

static bool is_called(const TraceNode *n, Str name) {
    if (str_ends(name, STR(":0")))
        name.len -= 2;
    return str_eq(name_str(n->name), name);
}

static const TraceVariable *variable_at(const Trace *t, size_t i) {
    return *LOG_AT(&t->variables, TraceVariable *, i);
}

static const TraceVariable *variable_called(const Trace *t, Str name) {
    for (size_t i = 0; i < t->variables.count; i++)
        if (is_called(variable_at(t, i)->node, name))
            return variable_at(t, i);
    return NULL;
}

static const TraceNode *node_called(const Trace *t, Str name) {
    for (size_t i = 0; i < t->nodes.count; i++)
        if (is_called(*LOG_AT(&t->nodes, TraceNode *, i), name))
            return *LOG_AT(&t->nodes, TraceNode *, i);
    return NULL;
}

/* line N made NAME */
static GoalJudged made(Arena *a, const Trace *t, const TraceNode *n, const char *sentence) {
    Str instead = str_printf(a, sentence, line_of(t, &n->cause), n->name->text);
    return at_moment(t, n->cause.moment, instead);
}

/* No variable of that name: the one that is nearly called so, or none. */
static GoalJudged no_variable(Arena *a, const Trace *t, Str name) {
    for (size_t i = t->variables.count; i-- > 0;) {
        const TraceVariable *v = variable_at(t, i);
        if (str_eq(base_of(name_str(v->node->name)), base_of(name)))
            return made(a, t, v->node, _("the variable that line %u made is called %s"));
    }
    return missing(a, t, str_of(_("no variable is called like that in the end")));
}

static GoalJudged no_node(Arena *a, const Trace *t, Str name) {
    for (size_t i = t->nodes.count; i-- > 0;) {
        const TraceNode *n = *LOG_AT(&t->nodes, TraceNode *, i);
        if (!n->variable && !n->naming.library && str_eq(base_of(name_str(n->name)), base_of(name)))
            return made(a, t, n, _("the node that line %u made is called %s"));
    }
    return missing(a, t, str_of(_("no node is called like that in the end")));
}

static GoalJudged is_there(Arena *a, const Trace *t, const TraceNode *n) {
    return n ? made(a, t, n, _("line %u made %s")) : nowhere(STR(""));
}

/* ---- counts ---- */

static GoalJudged too_few(Arena *a, const Trace *t, size_t n) {
    return missing(a, t, str_printf(a, _("there are %zu in the end"), n));
}

/* The first one that is too many, or how many there are. */
static GoalJudged other_variables(Arena *a, const Claim *goal, const Trace *t, bool trainable) {
    size_t n = 0;
    for (size_t i = 0; i < t->variables.count; i++) {
        const TraceVariable *v = variable_at(t, i);
        n += !trainable || v->trainable;
        if ((int64_t)n > goal->number)
            return made(a, t, v->node, _("line %u made one too many: %s"));
    }
    return too_few(a, t, n);
}

static GoalJudged other_nodes(Arena *a, const Claim *goal, const Trace *t) {
    size_t n = t->nodes.count;
    if (goal->number >= 0 && (int64_t)n > goal->number)
        return made(a, t, *LOG_AT(&t->nodes, TraceNode *, (size_t)goal->number),
                    _("line %u made one too many: %s"));
    return too_few(a, t, n);
}

static GoalJudged other_shares(Arena *a, const Claim *goal, const Trace *t) {
    const TraceVariable *v = variable_called(t, goal->says);
    if (!v)
        return no_variable(a, t, goal->says);
    if (goal->number >= 0 && (int64_t)v->shares.count > goal->number) {
        const TraceShare *s = *LOG_AT(&v->shares, TraceShare *, (size_t)goal->number);
        return at_moment(t, s->cause.moment,
                         str_printf(a, _("line %u found %s once more"), line_of(t, &s->cause),
                                    v->node->name->text));
    }
    for (size_t i = v->index + 1; i < t->variables.count; i++)
        if (str_eq(base_of(name_str(variable_at(t, i)->node->name)), base_of(goal->says)))
            return made(a, t, variable_at(t, i)->node, _("line %u made another variable: %s"));
    return missing(a, t, str_printf(a, _("it was found again %zu times"), v->shares.count));
}

static GoalJudged other_scopes(Arena *a, const Claim *goal, const Trace *t) {
    const TraceScope *near = NULL;
    int64_t n = 0;
    for (size_t i = 0; i < t->scopes.count; i++) {
        const TraceScope *s = *LOG_AT(&t->scopes, TraceScope *, i);
        bool same = s->kind != SCOPE_ROOT && str_eq(name_str(s->op_scope), goal->says);
        n += same;
        if (same ? n > goal->number
                 : !near && s->kind != SCOPE_ROOT &&
                       str_eq(base_of(name_str(s->op_scope)), base_of(goal->says)))
            near = s;
        if (n > goal->number)
            break;
    }
    if (near)
        return at_moment(
            t, near->cause.moment,
            str_printf(a, _("line %u entered %s"), line_of(t, &near->cause), near->op_scope->text));
    return missing(a, t, str_printf(a, _("it was entered %lld times"), (long long)n));
}

/* ---- properties ---- */

static GoalJudged other_property(Arena *a, const Claim *goal, const Trace *t, Str found) {
    const TraceVariable *v = variable_called(t, goal->of);
    const TraceNode *n = v ? v->node : node_called(t, goal->of);
    if (!n || (goal->kind == CLAIM_VALUE && !v))
        return goal->kind == CLAIM_VALUE ? no_variable(a, t, goal->of) : no_node(a, t, goal->of);
    if (goal->kind != CLAIM_VALUE)
        return at_moment(t, n->cause.moment,
                         str_printf(a, _("of what line %u made it is %.*s"), line_of(t, &n->cause),
                                    STR_ARG(found)));
    if (v->values.count == 0)
        return missing(a, t, str_of(_("the variable has no value in the end")));
    Moment m = LOG_AT(&v->values, TraceVariableValue, v->values.count - 1)->moment;
    return at_moment(t, m, str_printf(a, _("the value in the end is %.*s"), STR_ARG(found)));
}

/* ---- errors ---- */

static GoalJudged other_error(Arena *a, const Trace *t) {
    const TraceError *e = last_error(t);
    if (e)
        return raised(a, t, e);
    return (GoalJudged){.step = trace_steps(t),
                        .instead = str_of(_("the program ran to its end without an error"))};
}

static GoalJudged other_caught(Arena *a, const Claim *goal, const Trace *t) {
    int64_t n = 0;
    for (size_t i = 0; i < t->errors.count; i++) {
        const TraceError *e = *LOG_AT(&t->errors, TraceError *, i);
        n += e->caught;
        if (e->caught && n == goal->number)
            return raised(a, t, e);
    }
    return missing(a, t, str_printf(a, _("%lld errors were caught"), (long long)n));
}

/* ---- all kinds ---- */

static GoalJudged instead_of(Arena *a, const Claim *goal, const Trace *t, Str found) {
    switch (goal->kind) {
    case CLAIM_VARIABLE: return no_variable(a, t, goal->says);
    case CLAIM_NO_VARIABLE: {
        const TraceVariable *v = variable_called(t, goal->says);
        return is_there(a, t, v ? v->node : NULL);
    }
    case CLAIM_VARIABLES: return other_variables(a, goal, t, false);
    case CLAIM_TRAINABLE: return other_variables(a, goal, t, true);
    case CLAIM_SHARES: return other_shares(a, goal, t);
    case CLAIM_VALUE:
    case CLAIM_SHAPE:
    case CLAIM_DTYPE: return other_property(a, goal, t, found);
    case CLAIM_NODE: return no_node(a, t, goal->says);
    case CLAIM_NO_NODE: return is_there(a, t, node_called(t, goal->says));
    case CLAIM_NODES: return other_nodes(a, goal, t);
    case CLAIM_SCOPE: return other_scopes(a, goal, t);
    case CLAIM_ERROR:
    case CLAIM_NO_ERROR: return other_error(a, t);
    case CLAIM_CAUGHT: return other_caught(a, goal, t);
    case CLAIM_OUTPUT_LINE:
    case CLAIM_LINE_ENDS:
    case CLAIM_SAME_LINES:
    case CLAIM_OUTPUT:
    case CLAIM_PRINTS: break;
    }
    OutputOther other = output_other(a, goal, t);
    return other.there ? at_moment(t, other.moment, other.instead) : missing(a, t, other.instead);
}

static Str stopped(Arena *a, const Trace *t, bool accepted) {
    if (!accepted || !t)
        return str_of(_("the program was not accepted, so it did not run"));
    if (t->end == END_REFUSED)
        return str_printf(a, _("line %u stopped the program: %.*s"),
                          (unsigned)trace_line(t, t->refusal_site), STR_ARG(t->refusal.message));
    if (t->end == END_BUDGET)
        return str_printf(a, _("the program did not end; it was stopped in line %u"),
                          (unsigned)trace_line(t, t->site));
    return STR("");
}

static GoalJudged judge_goal(Arena *a, const Claim *goal, const Trace *t, Str stopped) {
    Str found;
    if (claim_holds(a, goal, t, &found))
        return (GoalJudged){.holds = true};
    GoalJudged judged = instead_of(a, goal, t, found);
    /* Where it stopped says more than what was not there yet. */
    if (judged.step == 0 && stopped.len)
        judged = (GoalJudged){.step = trace_steps(t), .instead = stopped};
    return judged;
}

Judged *exercise_judge(Arena *a, const Exercise *e, const Trace *t, bool accepted) {
    Judged *j = ARENA_NEW(a, Judged);
    *j = (Judged){.ngoals = e->ngoals, .first = e->ngoals, .stopped = stopped(a, t, accepted)};
    j->goals = ARENA_ARRAY(a, e->ngoals, GoalJudged);
    for (size_t i = e->ngoals; i-- > 0;) {
        j->goals[i] = accepted && t ? judge_goal(a, &e->goals[i], t, j->stopped)
                                    : (GoalJudged){.instead = j->stopped};
        if (!j->goals[i].holds)
            j->first = i;
    }
    j->passed = j->first == e->ngoals && j->stopped.len == 0;
    return j;
}
