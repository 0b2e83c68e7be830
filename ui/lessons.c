#include "ui/lessons.h"

#include <limits.h>

#include "base/text.h"
#include "ui/learn.h"
#include "ui/list.h"
#include "view/words.h"

enum { WIDE = 72, ID_COLS = 32, SCORE_COLS = 6 };

static const Lesson *all(const World *w, size_t *n) {
    *n = 0;
    const Lesson *lessons = w->host->lessons(w->host, n);
    *n = lessons ? *n : 0;
    return lessons;
}

static bool is_open(const World *w, const Lesson *lesson) {
    return w->lesson && str_eq(w->lesson->id, lesson->id);
}

/* How a list is made: for a screen of so many columns, or to be told in words. */
typedef struct Making {
    Arena *arena;
    const World *world;
    Log due; /* Due */
    Str query;
    int cols;
    int score; /* columns of the scores; 0: no lesson has anything to score */
    bool words, ascii;
} Making;

/* What stands before a title: a sign in one column, or a word. */
static void put_state(const Making *m, Doc *d, bool done, bool begun) {
    const char *sign = done ? (m->ascii ? "v" : "✓") : begun ? "-" : " ";
    if (!m->words)
        doc_printf(d, done ? ROLE_GOOD : ROLE_DIM, " %s ", sign);
    else if (done || begun)
        doc_printf(d, ROLE_TEXT, "%s: ", done ? _("done") : _("begun"));
}

/* "3/4  " in a column of its own. */
static void put_score(const Making *m, Doc *d, const Score *score) {
    Str text = score->all ? str_printf(d->arena, "%zu/%zu", score->right, score->all) : STR("");
    if (m->words && text.len)
        doc_printf(d, ROLE_VALUE, "%.*s  ", STR_ARG(text));
    else if (!m->words)
        doc_printf(d, ROLE_VALUE, "%-*.*s", m->score, STR_ARG(text));
}

static void put_due(Doc *d, const Score *score) {
    if (score->due > 0)
        doc_printf(
            d, ROLE_CHANGED, "  (%s)",
            str_printf(d->arena,
                       ngettext("%zu question came back", "%zu questions came back", score->due),
                       score->due)
                .at);
}

/* "> 3 ✓ 3/4   get-variable-twice   Its title" */
static Doc *row_of(const Making *m, const Lesson *lesson, size_t number) {
    const World *w = m->world;
    Score score = learn_score(w, lesson, &m->due);
    Doc *d = doc_make(m->arena);
    doc_line(d);
    doc_printf(d, ROLE_HERE, "%s ", is_open(w, lesson) ? ">" : " ");
    doc_printf(d, ROLE_DIM, m->words ? "%2zu  " : "%2zu", number);
    put_state(m, d, score.done, score.begun);
    put_score(m, d, &score);
    if (m->cols < WIDE) {
        doc_add(d, ROLE_TEXT, lesson->title);
        doc_line(d);
        doc_printf(d, ROLE_DIM, "%*s%.*s", 7 + m->score, "", STR_ARG(lesson->id));
    } else {
        doc_add(d, ROLE_CODE, lesson->id);
        doc_pad(d, (size_t)(ID_COLS + 7 + m->score));
        doc_add(d, ROLE_TEXT, lesson->title);
    }
    if (is_open(w, lesson))
        doc_printf(d, ROLE_DIM, " (%s)", _("open now"));
    put_due(d, &score);
    return d;
}

/* Below its lesson: "     ✓ Exercise 1: its title". Its id finds it, too. */
static Doc *exercise_row(const Making *m, const Lesson *lesson, size_t i) {
    const Exercise *e = &lesson->exercises[i];
    ItemProgress p = learn_item(m->world, lesson->id, e->id);
    Doc *d = doc_make(m->arena);
    doc_line(d);
    doc_add(d, ROLE_TEXT, STR("      "));
    put_state(m, d, p.right || p.shown, p.tries > 0);
    doc_printf(d, ROLE_TEXT, _("exercise %zu: "), i + 1);
    doc_add(d, ROLE_TEXT, e->title);
    doc_printf(d, ROLE_DIM, "  #%.*s", STR_ARG(e->id));
    return d;
}

static void add_sentence(List *l, const char *sentence) {
    Doc *d = doc_make(l->arena);
    doc_text(d, ROLE_TEXT, str_of(sentence));
    list_add(l, LIST_HEADING, d);
}

static bool matches(const Making *m, const Doc *d) {
    Sink text = sink_memory(m->arena);
    doc_put(d, &text);
    return list_matches(m->arena, sink_str(&text), m->query);
}

enum { ITEMS_EACH = 256 }; /* ids of a lesson: its own, then those of its exercises */

/* A lesson with its exercises, those of them that have the words; its chapter's title above. */
static void add_lesson(const Making *m, List *l, const Lesson *lesson, size_t i, Str *chapter) {
    Doc *d = row_of(m, lesson, i + 1);
    int id = (int)i * ITEMS_EACH;
    bool found = matches(m, d);
    Log rows = log_make(m->arena, sizeof(int));
    if (lesson->chapter.len)
        *chapter = lesson->chapter;
    for (size_t e = 0; e < lesson->nexercises && e + 1 < ITEMS_EACH; e++)
        if (matches(m, exercise_row(m, lesson, e)))
            *LOG_PUSH(&rows, int) = (int)e;
    if (!found && rows.count == 0)
        return;
    if (chapter->len) {
        Doc *heading = doc_make(m->arena);
        doc_text(heading, ROLE_TITLE, *chapter);
        list_add(l, LIST_HEADING, heading);
        *chapter = STR("");
    }
    list_add(l, found ? id : LIST_HEADING, d);
    for (size_t e = 0; e < rows.count; e++) {
        int exercise = *LOG_AT(&rows, int, e);
        list_add(l, id + 1 + exercise, exercise_row(m, lesson, (size_t)exercise));
    }
}

/* An item's id is the lesson's index, and which of its exercises it is. */
static List *make(Making *m) {
    List *l = list_begin(m->arena, m->cols);
    size_t n;
    const Lesson *lessons = all(m->world, &n);
    Str chapter = {0};
    m->due = learn_due(m->world, m->arena);
    for (size_t i = 0; i < n; i++)
        m->score = lessons[i].nquestions + lessons[i].nexercises ? SCORE_COLS : m->score;
    l->indent = (m->cols < WIDE ? 7 : ID_COLS + 7) + m->score;
    for (size_t i = 0; i < n && i < INT_MAX / ITEMS_EACH; i++)
        add_lesson(m, l, &lessons[i], i, &chapter);
    if (n == 0)
        add_sentence(l, _("no lessons were found; --lessons names a folder of them"));
    else if (l->items.count == 0)
        add_sentence(l, _("no lesson has these words"));
    return l;
}

static List *make_for(const State *s, const World *w, int cols, Arena *a) {
    Making m = {.arena = a, .world = w, .cols = cols, .ascii = s->ascii};
    m.query = prompt_text(&s->prompt);
    return make(&m);
}

static bool is_open_item(const World *w, const Lesson *lesson, int item) {
    const Exercise *e = item > 0 ? &lesson->exercises[item - 1] : NULL;
    Str open = w->exercise ? w->exercise->id : STR("");
    return is_open(w, lesson) && str_eq(e ? e->id : STR(""), open);
}

static void select_open(State *s, const World *w) {
    Arena *scratch = arena_new(0);
    List *l = make_for(s, w, list_rect(s).cols, scratch);
    size_t n;
    const Lesson *lessons = all(w, &n);
    s->list_top = s->list_selected = 0;
    for (int64_t i = 0; list_item(l, i); i++) {
        int id = list_item(l, i)->id;
        if (id != LIST_HEADING && is_open_item(w, &lessons[id / ITEMS_EACH], id % ITEMS_EACH))
            s->list_selected = i;
    }
    list_follow(l, s);
    arena_free(scratch);
}

void lessons_begin(State *s, const World *w) {
    s->mode = MODE_LESSONS;
    prompt_begin(&s->prompt, s->arena, PROMPT_FIND, STR(""));
    select_open(s, w);
}

static void open_selected(State *s, const World *w, const List *l) {
    const ListItem *item = list_item(l, list_selectable(l, s->list_selected));
    size_t n;
    const Lesson *lessons = all(w, &n);
    if (!item || item->id == LIST_HEADING || (size_t)(item->id / ITEMS_EACH) >= n)
        return;
    const Lesson *lesson = &lessons[item->id / ITEMS_EACH];
    int exercise = item->id % ITEMS_EACH;
    Str what = exercise > 0 ? str_printf(s->brief, "%.*s#%d", STR_ARG(lesson->id), exercise)
                            : str_dup(s->brief, lesson->id);
    s->mode = MODE_NORMAL;
    s->wish = (Wish){.kind = WISH_OPEN, .text = what};
}

static void find(State *s, const World *w, Key key) {
    if (key.code == 27 && s->prompt.len > 0)
        prompt_begin(&s->prompt, s->arena, PROMPT_FIND, STR(""));
    else if (prompt_key(&s->prompt, s->arena, key, NULL, NULL) == PROMPT_CANCELLED)
        s->mode = MODE_NORMAL;
    select_open(s, w);
}

void lessons_key(State *s, const World *w, Key key) {
    Arena *scratch = arena_new(0);
    List *l = make_for(s, w, list_rect(s).cols, scratch);
    bool enter = key.code == '\r' || key.code == '\n' || key.code == KEYCODE_DOUBLE_CLICK;
    bool moved = list_key(l, s, key);
    if (enter)
        open_selected(s, w, l);
    else if (!moved && key.code != KEYCODE_NONE && key.code != KEYCODE_RESIZE)
        find(s, w, key);
    arena_free(scratch);
}

void lessons_draw(const State *s, const World *w, Grid *g, Rect r, Arena *scratch) {
    list_draw(make_for(s, w, r.cols, scratch), s, _("Lessons"), g, r);
}

enum { TEXT_COLS = 100 };

void lessons_text(const World *w, Arena *a, Sink *out) {
    Making m = {.arena = a, .world = w, .cols = TEXT_COLS, .words = true};
    words_put(make(&m)->rows, out);
}
