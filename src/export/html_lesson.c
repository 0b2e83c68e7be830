/* html_lesson.c: what a lesson adds to a page: prose, questions, exercises, claims. The answers of
 * questions come from the run (tutor/question.h); that an answer is right the player finds by the
 * same rules (src/tutor/question_compare.c), tests/web compares both. */
#include "base/text.h"
#include "export/html_inner.h"
#include "tutor/question.h"

/* The same lesson in both languages; where one has less, the other's text stands for it. */
typedef struct Both {
    const Lesson *lesson[LANGUAGES];
    const Teaching *teaching;
} Both;

static void put_two(JsonWriter *j, const char *key, Str first, Str second) {
    json_key(j, key);
    html_two(j, first, second);
}

static void put_number(JsonWriter *j, const char *key, size_t n) {
    json_key(j, key);
    json_int(j, (int64_t)n);
}

/* ---- prose ---- */

static void put_section(JsonWriter *j, const Both *b, size_t i) {
    const Section *s[LANGUAGES];
    for (int l = 0; l < LANGUAGES; l++)
        s[l] = &b->lesson[i < b->lesson[l]->nsections ? l : 0]->sections[i];
    json_object(j);
    put_number(j, "step", b->teaching->step[i]);
    put_two(j, "title", s[0]->title, s[1]->title);
    put_two(j, "text", s[0]->text, s[1]->text);
    json_end_object(j);
}

/* ---- questions ---- */

static const Question *question_in(const Both *b, int language, size_t i) {
    const Lesson *l = b->lesson[language];
    return &(i < l->nquestions ? l : b->lesson[0])->questions[i];
}

static void put_choices(JsonWriter *j, const char *key, const Choice *x, const Choice *y,
                        size_t n) {
    json_key(j, key);
    json_array(j);
    for (size_t i = 0; i < n; i++) {
        json_object(j);
        put_two(j, "text", x[i].text, y[i].text);
        if (x[i].comment.len)
            put_two(j, "comment", x[i].comment, y[i].comment);
        if (x[i].right)
            put_number(j, "right", 1);
        json_end_object(j);
    }
    json_end_array(j);
}

/* What can be said of each deed, as it depends on what is called there. */
static void put_deeds(Html *h, const Question *q[LANGUAGES]) {
    static const char *const answers[] = {"1", "2", "3"};
    Str comment[3][LANGUAGES];
    for (int l = LANGUAGES - 1; l >= 0; l--) {
        h->e->speak(h->e->context, h->e->languages[l]);
        for (int i = 0; i < 3; i++)
            comment[i][l] =
                question_judge(h->scratch, q[l], h->e->trace, str_of(answers[i])).comment;
    }
    json_key(h->j, "deeds");
    json_array(h->j);
    for (int i = 0; i < 3; i++)
        html_two(h->j, comment[i][0], comment[i][1]);
    json_end_array(h->j);
}

static void put_hints(JsonWriter *j, const Str x[HINTS], const Str y[HINTS]) {
    json_key(j, "hints");
    json_array(j);
    for (int i = 0; i < HINTS; i++)
        html_two(j, x[i], y[i]);
    json_end_array(j);
}

static const char *kind_name(QuestionKind kind) {
    switch (kind) {
    case QUESTION_NAME: return "name";
    case QUESTION_DEED: return "deed";
    case QUESTION_VALUE: return "value";
    case QUESTION_SHAPE: return "shape";
    case QUESTION_COUNT: return "count";
    case QUESTION_CHOICE: return "choice";
    }
    return "";
}

static void put_question(Html *h, const Both *b, size_t i) {
    const Question *q[LANGUAGES] = {question_in(b, 0, i), question_in(b, 1, i)};
    size_t place, reveal;
    Str answer = question_answer(h->scratch, q[0], h->e->trace);
    if (answer.len == 0 || !question_place(q[0], h->e->trace, &place) ||
        !question_reveal(q[0], h->e->trace, &reveal))
        return;
    bool same = q[0]->nchoices == q[1]->nchoices && q[0]->nexpected == q[1]->nexpected;
    const Question *y = same ? q[1] : q[0];
    json_object(h->j);
    put_number(h->j, "place", place);
    put_number(h->j, "reveal", reveal);
    json_key(h->j, "kind");
    json_str(h->j, str_of(kind_name(q[0]->kind)));
    put_two(h->j, "text", q[0]->text, q[1]->text);
    put_two(h->j, "answer", answer, answer);
    put_two(h->j, "right", q[0]->right, q[1]->right);
    put_choices(h->j, "choices", q[0]->choices, y->choices, q[0]->nchoices);
    put_choices(h->j, "expected", q[0]->expected, y->expected, q[0]->nexpected);
    put_hints(h->j, q[0]->hint, q[1]->hint);
    if (q[0]->kind == QUESTION_DEED)
        put_deeds(h, q);
    json_end_object(h->j);
}

/* ---- exercises and claims ---- */

static void put_exercise(JsonWriter *j, const Exercise *x, const Exercise *y) {
    json_object(j);
    put_two(j, "title", x->title, y->title);
    put_two(j, "task", x->task, y->task);
    json_end_object(j);
}

static void put_claim(JsonWriter *j, const Both *b, size_t i) {
    const Lesson *l = b->lesson[1];
    const Claim *x = &b->lesson[0]->claims[i], *y = i < l->nclaims ? &l->claims[i] : x;
    json_object(j);
    put_two(j, "claim", x->claim.len ? x->claim : x->says, y->claim.len ? y->claim : y->says);
    put_two(j, "reason", x->reason, y->reason);
    put_number(j, "holds", b->teaching->holds[i]);
    json_end_object(j);
}

static void put_questions(Html *h, const Both *b) {
    json_key(h->j, "questions");
    json_array(h->j);
    for (size_t i = 0; i < b->lesson[0]->nquestions; i++)
        put_question(h, b, i);
    json_end_array(h->j);
    arena_reset(h->scratch);
}

static void put_rest(Html *h, const Both *b) {
    const Lesson *x = b->lesson[0], *y = b->lesson[1];
    json_key(h->j, "exercises");
    json_array(h->j);
    for (size_t i = 0; i < x->nexercises; i++)
        put_exercise(h->j, &x->exercises[i],
                     i < y->nexercises ? &y->exercises[i] : &x->exercises[i]);
    json_end_array(h->j);
    json_key(h->j, "claims");
    json_array(h->j);
    for (size_t i = 0; i < x->nclaims; i++)
        if (x->claims[i].tf.len == 0 && b->teaching->applies[i])
            put_claim(h->j, b, i);
    json_end_array(h->j);
}

/* The words that a deed may be answered with: three lists. */
static void put_deed_words(JsonWriter *j) {
    json_key(j, "deedWords");
    json_array(j);
    for (int deed = 0; deed < 3; deed++) {
        const char *word;
        json_array(j);
        for (size_t i = 0; (word = question_deed_word(i, deed)); i++)
            json_str(j, str_of(word));
        json_end_array(j);
    }
    json_end_array(j);
}

void html_put_lesson(Html *h) {
    const Exported *e = h->e;
    const Lesson *x = e->lesson[0];
    Both b = {{x, e->lesson[1] ? e->lesson[1] : x}, e->teaching[0]};
    if (!x || !b.teaching)
        return;
    json_key(h->j, "sections");
    json_array(h->j);
    for (size_t i = 0; i < b.teaching->nsections && i < x->nsections; i++)
        put_section(h->j, &b, i);
    json_end_array(h->j);
    put_questions(h, &b);
    put_rest(h, &b);
    put_deed_words(h->j);
}
