/* check_exercise.c: solutions reach the goals, starting points do not, and neither does a program
 * that does nothing. */
#include "base/text.h"
#include "tutor/check_inner.h"

static bool reaches(Check *c, const Exercise *e, const Trace *t) {
    Str found;
    for (size_t i = 0; t && i < e->ngoals; i++)
        if (!claim_holds(c->arena, &e->goals[i], t, &found))
            return false;
    return t != NULL;
}

static void check_solution(Check *c, const Exercise *e, Str way) {
    const Trace *t = check_run(c, e->solution, e->tf);
    Str found;
    for (size_t i = 0; t && i < e->ngoals; i++)
        if (!claim_holds(c->arena, &e->goals[i], t, &found))
            check_fault(c, str_printf(c->arena, "%.*s.goals[%zu]", STR_ARG(way), i),
                        str_printf(c->arena, _("the solution does not reach it; found: %.*s"),
                                   STR_ARG(found)));
}

void check_exercise(Check *c, size_t n) {
    const Exercise *e = &c->en.exercises[n];
    const Source *nothing = source_make(c->arena, e->start->name, STR("import tensorflow as tf\n"));
    Str way = str_printf(c->arena, "exercises[%zu]", n);
    check_solution(c, e, way);
    if (reaches(c, e, check_run(c, e->start, e->tf)))
        check_fault(c, way, str_of(_("the starting point reaches all goals already")));
    else if (reaches(c, e, check_run(c, nothing, e->tf)))
        check_fault(c, str_printf(c->arena, "%.*s.goals", STR_ARG(way)),
                    str_of(_("a program that does nothing reaches them: one must be about what is "
                             "to be kept")));
}
