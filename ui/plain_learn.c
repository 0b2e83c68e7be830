/* plain_learn.c: the plain mode's lessons: questions when they come, what became of them, exercises
 * and what comes next, in words. */
#include "base/text.h"
#include "ui/learn.h"
#include "ui/plain.h"
#include "view/words.h"

static LearnDoc doc_now(Plain *p) {
    return (LearnDoc){.state = p->state,
                      .world = p->world,
                      .replay = state_replay(p->state, p->world),
                      .doc = doc_make(p->scratch),
                      .told = true};
}

static void put(Plain *p, const LearnDoc *l) {
    words_put(l->doc, p->out);
}

void tell_exercise(Plain *p) {
    LearnDoc l = doc_now(p);
    if (!p->world->exercise || !l.replay->judged)
        return;
    learn_put_exercise(&l);
    put(p, &l);
    tell(p, str_of(_("edit LINE TEXT changes a line and runs the program; hint, show, reset, "
                     "exercise (back to the lesson)")));
}

void tell_question(Plain *p) {
    LearnDoc l = doc_now(p);
    learn_put_question(&l, p->state->asking);
    put(p, &l);
    tell(p, str_of(_("answer TEXT answers; hint, show; an empty line goes on without")));
}

/* The prose of the end is told when what is asked there is done with. */
static void tell_held_back(Plain *p, const Before *b) {
    LearnDoc l = doc_now(p);
    if (b->asking < 0 || position_cmp(b->at, p->state->at) != 0)
        return;
    tell_sections(p, p->state->at.step, l.doc);
    put(p, &l);
}

static void tell_end(Plain *p, const Before *b) {
    LearnDoc l = doc_now(p);
    bool was = position_cmp(b->at, p->state->at) == 0 && b->asking < 0;
    if (!learn_at_end(p->state, p->world) || was)
        return;
    tell_held_back(p, b);
    learn_put_next(&l);
    put(p, &l);
}

void tell_learnt(Plain *p, const Before *b, ActionKind kind) {
    const State *s = p->state;
    LearnDoc l = doc_now(p);
    bool same = s->asking == b->asking && position_cmp(s->at, b->at) == 0;
    if (p->world->exercise || p->world->lesson != b->lesson)
        return;
    if (kind == ACTION_ANSWER || kind == ACTION_SHOW) {
        learn_put_outcomes(&l);
        put(p, &l);
    }
    if (s->asking >= 0 && !same)
        tell_question(p);
    tell_end(p, b);
}

void tell_answers(Plain *p) {
    LearnDoc l = doc_now(p);
    learn_put_answers(&l);
    put(p, &l);
}
