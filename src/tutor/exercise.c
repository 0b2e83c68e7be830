/* exercise.c: does the learner's program reach the goals, and what did it do instead? */
#include "tutor/exercise.h"

#include <string.h>

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

/* The first line of a message, without the words that announce a traceback below it. */
static Str message_of(const TraceError *e) {
    static const char tail[] = " Originally defined at:";
    Str line = first_line(e->message);
    return str_ends(line, str_of(tail)) ? str_sub(line, 0, line.len - strlen(tail)) : line;
}

static GoalJudged raised(Arena *a, const Trace *t, const TraceError *e) {
    return at_moment(t, e->cause.moment,
                     str_printf(a, _("line %u raised %s: %.*s"), line_of(t, &e->cause),
                                e->type->text, STR_ARG(message_of(e))));
}

/* It did not come to that: an error was in the way, or else this sentence says what there is. */
static GoalJudged missing(Arena *a, const Trace *t, Str else_) {
    const TraceError *e = last_error(t);
    return e ? raised(a, t, e) : nowhere(else_);
}

/* ---- names ---- */

/* Takes the last part, without its suffix, from a name: "w" from "a/w_1:0", of which "a" is left.
 */
static Str last_part(Str *name) {
    size_t from = name->len;
    while (from > 0 && name->at[from - 1] != '/')
        from--;
    Str part = str_sub(*name, from, name->len);
    *name = str_sub(*name, 0, from ? from - 1 : 0);
    if (str_ends(part, STR(":0")))
        part.len -= 2;
    size_t end = part.len;
    while (end > 1 && part.at[end - 1] >= '0' && part.at[end - 1] <= '9')
        end--;
    return end > 1 && end < part.len && part.at[end - 1] == '_' ? str_sub(part, 0, end - 1) : part;
}

/* How much alike two names are: parts that agree from the end, but for suffixes. *whole: that are
 * all parts of one of them. */
static size_t alike(Str x, Str y, bool *whole) {
    size_t n = 0;
    *whole = false;
    while (!*whole && str_eq(last_part(&x), last_part(&y))) {
        n++;
        *whole = x.len == 0 || y.len == 0;
    }
    return n;
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

/* Looks for things that are called nearly like that. */
typedef struct Search {
    Str name;
    size_t skip; /* so many of those that are as much alike belong to goals before */
    size_t best; /* parts that agree in what was found */
    size_t found;
    const TraceNode *node;
} Search;

/* Of those that are most alike the one that is wanted; the last when there are fewer. */
static void consider(Search *s, const TraceNode *n) {
    bool whole;
    size_t parts = alike(name_str(n->name), s->name, &whole);
    if (parts == 0 || parts < s->best)
        return;
    s->found = parts > s->best ? 0 : s->found + 1;
    s->best = parts;
    if (s->found <= s->skip)
        s->node = n;
}

static const TraceNode *near_variable(const Trace *t, Str name, size_t skip) {
    Search s = {.name = name, .skip = skip};
    for (size_t i = 0; i < t->variables.count; i++)
        consider(&s, variable_at(t, i)->node);
    return s.node;
}

static GoalJudged no_variable(Arena *a, const Trace *t, Str name, size_t skip) {
    const TraceNode *near = near_variable(t, name, skip);
    if (near)
        return made(a, t, near, _("the variable that line %u made is called %s"));
    return missing(a, t, str_of(_("no variable is called like that in the end")));
}

static GoalJudged no_node(Arena *a, const Trace *t, Str name, size_t skip) {
    Search s = {.name = name, .skip = skip};
    for (size_t i = 0; i < t->nodes.count; i++) {
        const TraceNode *n = *LOG_AT(&t->nodes, TraceNode *, i);
        if (!n->variable && !n->naming.library)
            consider(&s, n);
    }
    if (s.node)
        return made(a, t, s.node, _("the node that line %u made is called %s"));
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

/* A variable that was made later and would be the same but for suffixes and prefixes. */
static const TraceNode *another(const Trace *t, const TraceVariable *v) {
    for (size_t i = v->index + 1; i < t->variables.count; i++) {
        bool whole;
        const TraceNode *n = variable_at(t, i)->node;
        if (alike(name_str(n->name), name_str(v->node->name), &whole) && whole)
            return n;
    }
    return NULL;
}

static GoalJudged other_shares(Arena *a, const Claim *goal, const Trace *t, size_t skip) {
    const TraceVariable *v = variable_called(t, goal->says);
    if (!v)
        return no_variable(a, t, goal->says, skip);
    if (goal->number >= 0 && (int64_t)v->shares.count > goal->number) {
        const TraceShare *s = *LOG_AT(&v->shares, TraceShare *, (size_t)goal->number);
        return at_moment(t, s->cause.moment,
                         str_printf(a, _("line %u found %s once more"), line_of(t, &s->cause),
                                    v->node->name->text));
    }
    const TraceNode *n = another(t, v);
    if (n)
        return made(a, t, n, _("line %u made another variable: %s"));
    return missing(a, t, str_printf(a, _("it was found again %zu times"), v->shares.count));
}

static GoalJudged other_scopes(Arena *a, const Claim *goal, const Trace *t) {
    const TraceScope *near = NULL;
    int64_t n = 0;
    for (size_t i = 0; i < t->scopes.count; i++) {
        const TraceScope *s = *LOG_AT(&t->scopes, TraceScope *, i);
        bool whole, same = s->kind != SCOPE_ROOT && str_eq(name_str(s->op_scope), goal->says);
        n += same;
        if (same ? n > goal->number
                 : !near && s->kind != SCOPE_ROOT &&
                       alike(name_str(s->op_scope), goal->says, &whole))
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
    bool variable = goal->kind == CLAIM_VALUE || near_variable(t, goal->of, 0);
    if (!n || (goal->kind == CLAIM_VALUE && !v))
        return variable ? no_variable(a, t, goal->of, 0) : no_node(a, t, goal->of, 0);
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

/* How many goals before this one miss something that would be called nearly the same. */
static size_t missed_before(Arena *a, const Exercise *e, size_t index, const Trace *t) {
    const Claim *goal = &e->goals[index];
    size_t n = 0;
    for (size_t i = 0; i < index; i++) {
        bool whole;
        Str found;
        const Claim *g = &e->goals[i];
        n += g->kind == goal->kind && alike(g->says, goal->says, &whole) &&
             !claim_holds(a, g, t, &found);
    }
    return n;
}

static GoalJudged instead_of(Arena *a, const Exercise *e, size_t index, const Trace *t, Str found) {
    const Claim *goal = &e->goals[index];
    size_t skip = missed_before(a, e, index, t);
    switch (goal->kind) {
    case CLAIM_VARIABLE: return no_variable(a, t, goal->says, skip);
    case CLAIM_NO_VARIABLE: {
        const TraceVariable *v = variable_called(t, goal->says);
        return is_there(a, t, v ? v->node : NULL);
    }
    case CLAIM_VARIABLES: return other_variables(a, goal, t, false);
    case CLAIM_TRAINABLE: return other_variables(a, goal, t, true);
    case CLAIM_SHARES: return other_shares(a, goal, t, skip);
    case CLAIM_VALUE:
    case CLAIM_SHAPE:
    case CLAIM_DTYPE: return other_property(a, goal, t, found);
    case CLAIM_NODE: return no_node(a, t, goal->says, skip);
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
    OutputOther other = output_other(a, e, goal, t);
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

static GoalJudged judge_goal(Arena *a, const Exercise *e, size_t index, const Trace *t,
                             Str stopped) {
    Str found;
    if (claim_holds(a, &e->goals[index], t, &found))
        return (GoalJudged){.holds = true};
    GoalJudged judged = instead_of(a, e, index, t, found);
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
        j->goals[i] = accepted && t ? judge_goal(a, e, i, t, j->stopped)
                                    : (GoalJudged){.instead = j->stopped};
        if (!j->goals[i].holds)
            j->first = i;
    }
    j->passed = j->first == e->ngoals && j->stopped.len == 0;
    return j;
}
