#include "view/teaching.h"

#include "base/str.h"

enum { FOUND_MOST = 4096 }; /* bytes */

static void find_moments(Teaching *teaching, const Lesson *lesson, const Trace *t) {
    for (size_t i = 0; i < lesson->nsections; i++) {
        size_t step = trace_steps(t);
        teaching->comes[i] = moment_step(t, lesson->sections[i].moment, &step);
        teaching->step[i] = step;
    }
}

static void check_claims(Arena *a, Teaching *teaching, const Lesson *lesson, const Trace *t) {
    Arena *scratch = arena_new(0);
    for (size_t i = 0; i < lesson->nclaims; i++) {
        const Claim *c = &lesson->claims[i];
        teaching->applies[i] = str_eq(c->tf.len ? c->tf : lesson->tf, t->tf);
        Str found;
        teaching->holds[i] = claim_holds(scratch, c, t, &found);
        teaching->found[i] = str_dup(a, str_sub(found, 0, FOUND_MOST));
        arena_reset(scratch);
    }
    arena_free(scratch);
}

Teaching *teaching_make(Arena *a, const Lesson *lesson, const Trace *t) {
    Teaching *teaching = ARENA_NEW(a, Teaching);
    *teaching = (Teaching){.nsections = lesson->nsections,
                           .nclaims = lesson->nclaims,
                           .step = ARENA_ARRAY(a, lesson->nsections, size_t),
                           .comes = ARENA_ARRAY(a, lesson->nsections, bool),
                           .holds = ARENA_ARRAY(a, lesson->nclaims, bool),
                           .applies = ARENA_ARRAY(a, lesson->nclaims, bool),
                           .found = ARENA_ARRAY(a, lesson->nclaims, Str)};
    find_moments(teaching, lesson, t);
    check_claims(a, teaching, lesson, t);
    return teaching;
}

ptrdiff_t teaching_due(const Teaching *t, size_t step) {
    ptrdiff_t due = -1;
    for (size_t i = 0; i < t->nsections; i++)
        if (t->step[i] <= step && (due < 0 || t->step[i] >= t->step[due]))
            due = (ptrdiff_t)i;
    return due;
}
