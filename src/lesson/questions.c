/* questions.c: reading questions and exercises. */
#include "base/text.h"
#include "lesson/pack.h"

enum {
    QUESTIONS_MOST = 50,
    CHOICES_LEAST = 2,
    CHOICES_MOST = 6,
    EXPECTED_MOST = 20,
    EXERCISES_MOST = 20,
    GOALS_MOST = 30,
};

/* ---- questions ---- */

static void read_hints(PackReader *r, const Spot *s, Str *hint) {
    Spot list = spot_member(s, "hints");
    size_t n = spot_list(r, &list, HINTS);
    for (Spot i = spot_first(&list); i.json && i.index < n; spot_next(&i))
        hint[i.index] = spot_text_here(r, &i, TEXT_LINES);
    if (n != HINTS)
        spot_fault(r, &list, _("three hints must stand here"));
}

static const Claim *read_stated(PackReader *r, const Spot *choice) {
    Spot s = spot_member(choice, "claim");
    if (!s.json || !spot_object(r, &s, "kind says of type number tf"))
        return NULL;
    Claim *c = ARENA_NEW(r->arena, Claim);
    claim_read(r, &s, c);
    return c;
}

static void read_choice(PackReader *r, const Spot *s, Choice *c) {
    if (!spot_object(r, s, "en zh right comment claim"))
        return;
    Str en = spot_str(r, s, "en", TEXT_LINES, true), zh = spot_str(r, s, "zh", TEXT_LINES, true);
    c->text = str_is(str_of(r->lang), "zh") ? zh : en;
    c->right = spot_bool(r, s, "right");
    c->comment = spot_text(r, s, "comment", TEXT_LINES, false);
    c->claim = read_stated(r, s);
}

static void read_choices(PackReader *r, const Spot *s, Question *q) {
    Spot list = spot_member(s, "choices");
    size_t right = 0;
    q->nchoices = spot_list(r, &list, CHOICES_MOST);
    q->choices = ARENA_ARRAY(r->arena, q->nchoices, Choice);
    for (Spot i = spot_first(&list); i.json && i.index < q->nchoices; spot_next(&i)) {
        read_choice(r, &i, &q->choices[i.index]);
        right += q->choices[i.index].right;
    }
    if (q->kind != QUESTION_CHOICE && list.json)
        spot_fault(r, &list, _("only questions of the kind \"choice\" have choices"));
    if (q->kind == QUESTION_CHOICE && (q->nchoices < CHOICES_LEAST || right == 0))
        spot_fault(r, &list, _("two to six choices must stand here, at least one of them right"));
}

static void read_expected(PackReader *r, const Spot *s, Question *q) {
    Spot list = spot_member(s, "wrong");
    q->nexpected = spot_list(r, &list, EXPECTED_MOST);
    q->expected = ARENA_ARRAY(r->arena, q->nexpected, Choice);
    for (Spot i = spot_first(&list); i.json && i.index < q->nexpected; spot_next(&i)) {
        if (!spot_object(r, &i, "says comment"))
            continue;
        q->expected[i.index].text = spot_str(r, &i, "says", TEXT_LINES, true);
        q->expected[i.index].comment = spot_text(r, &i, "comment", TEXT_LINES, true);
    }
}

static Str read_moment(PackReader *r, const Spot *s) {
    Spot m = spot_member(s, "at");
    Str moment = spot_str(r, s, "at", TEXT_LINE, true);
    const char *fault = moment.len ? moment_fault(moment) : NULL;
    if (fault)
        spot_fault(r, &m, fault);
    return moment;
}

static void read_question(PackReader *r, const Spot *s, Question *q) {
    static const char *const names[] = {"name", "deed", "value", "shape", "count", "choice"};
    if (!spot_object(r, s, "id at kind of text choices wrong right hints"))
        return;
    q->id = spot_str(r, s, "id", TEXT_ID, true);
    q->kind = (QuestionKind)spot_word(r, s, "kind", names, sizeof names / sizeof *names);
    q->moment = read_moment(r, s);
    q->of = spot_str(r, s, "of", TEXT_LINE, false);
    q->text = spot_text(r, s, "text", TEXT_LINES, true);
    read_choices(r, s, q);
    read_expected(r, s, q);
    q->right = spot_text(r, s, "right", TEXT_LINES, true);
    read_hints(r, s, q->hint);
}

/* Notes when the id at s stands in the lesson already. */
static void check_id(PackReader *r, const Lesson *lesson, const Spot *s, Str id) {
    Spot m = spot_member(s, "id");
    size_t same = 0;
    for (size_t i = 0; i < lesson->nquestions; i++)
        same += str_eq(lesson->questions[i].id, id);
    for (size_t i = 0; i < lesson->nexercises; i++)
        same += str_eq(lesson->exercises[i].id, id);
    if (id.len && same > 1)
        spot_fault(r, &m, _("another question or exercise of the lesson has this id"));
}

void questions_read(PackReader *r, const Spot *whole, Lesson *lesson) {
    Spot list = spot_member(whole, "questions");
    lesson->nquestions = spot_list(r, &list, QUESTIONS_MOST);
    lesson->questions = ARENA_ARRAY(r->arena, lesson->nquestions, Question);
    for (Spot i = spot_first(&list); i.json && i.index < lesson->nquestions; spot_next(&i)) {
        read_question(r, &i, &lesson->questions[i.index]);
        check_id(r, lesson, &i, lesson->questions[i.index].id);
    }
}

/* ---- exercises ---- */

static void read_goals(PackReader *r, const Spot *s, Exercise *e) {
    Spot list = spot_member(s, "goals");
    e->ngoals = spot_list(r, &list, GOALS_MOST);
    e->goals = ARENA_ARRAY(r->arena, e->ngoals, Claim);
    for (Spot i = spot_first(&list); i.json && i.index < e->ngoals; spot_next(&i)) {
        Claim *c = &e->goals[i.index];
        if (!spot_object(r, &i, "kind says of type number tf text wrong"))
            continue;
        claim_read(r, &i, c);
        c->claim = spot_text(r, &i, "text", TEXT_LINES, true);
        c->reason = spot_text(r, &i, "wrong", TEXT_LINES, false);
    }
    if (e->ngoals == 0)
        spot_fault(r, &list, _("an exercise needs a goal"));
}

static const Source *read_file(PackReader *r, const Spot *s, const char *key) {
    Str file = spot_str(r, s, key, TEXT_LINE, true);
    const Source *source = file.len ? pack_read(r, file) : NULL;
    return source ? source : source_make(r->arena, file, STR(""));
}

static void read_exercise(PackReader *r, const Spot *s, const Lesson *lesson, Exercise *e) {
    static const char *const names[] = {"fix", "write"};
    *e = (Exercise){.python = lesson->python};
    if (!spot_object(r, s, "id kind title task tf start solution goals right hints"))
        return;
    e->id = spot_str(r, s, "id", TEXT_ID, true);
    e->kind = (ExerciseKind)spot_word(r, s, "kind", names, 2);
    e->title = spot_text(r, s, "title", TEXT_LINE, true);
    e->task = spot_text(r, s, "task", TEXT_LINES, true);
    e->tf = release_read(r, s);
    e->tf = e->tf.len ? e->tf : lesson->tf;
    e->start = read_file(r, s, "start");
    e->solution = read_file(r, s, "solution");
    read_goals(r, s, e);
    e->right = spot_text(r, s, "right", TEXT_LINES, true);
    read_hints(r, s, e->hint);
}

void exercises_read(PackReader *r, const Spot *whole, Lesson *lesson) {
    Spot list = spot_member(whole, "exercises");
    lesson->nexercises = spot_list(r, &list, EXERCISES_MOST);
    lesson->exercises = ARENA_ARRAY(r->arena, lesson->nexercises, Exercise);
    for (Spot i = spot_first(&list); i.json && i.index < lesson->nexercises; spot_next(&i)) {
        read_exercise(r, &i, lesson, &lesson->exercises[i.index]);
        check_id(r, lesson, &i, lesson->exercises[i.index].id);
    }
}
