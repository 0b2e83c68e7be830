/* frame_footer.c: the last row: hints that follow the focus, or what stands for them: a line that
 * is typed, a question, a message, the keys typed so far. */
#include "base/text.h"
#include "ui/compare.h"
#include "ui/frame_inner.h"
#include "ui/learn.h"
#include "ui/look.h"
#include "ui/update.h"
#include "view/prose.h"
#include "view/wrap.h"

/* Where hints belong besides panes: what a lesson waits for comes before all others. */
enum {
    PANE_ANY = PANE_COUNT,
    PANE_ASKED,     /* a question waits here, its line is closed */
    PANE_ASKS_NEXT, /* the next question, or what comes behind the last one, is a step away */
    PANE_EXERCISE,  /* an exercise is open */
    PANE_PASSED,    /* and it was passed */
    PANE_END,       /* the end of a lesson */
    PANE_NOTES,     /* notes stand for the panes */
    PANE_NOWHERE,
};

enum {
    HELP_COLS = 12, /* the way to the help, with blanks before it */
};

static const struct {
    int pane;
    ActionKind kind;
    const char *words;
} hints[] = {
#define HINT(where, action, words) {PANE_##where, ACTION_##action, words},
#include "ui/hint.def"
#undef HINT
};
enum { NHINTS = sizeof hints / sizeof *hints };

/* A piece of the footer that is being filled from the left. */
typedef struct Fill {
    const Frame *f;
    Rect r; /* what is left for hints */
    int col;
} Fill;

/* "Space step  " if there is room for it. */
static bool put_hint(Fill *fill, Str key, Str words) {
    int cols = (int)(wrap_columns(key) + wrap_columns(words)) + 1;
    if (key.len == 0 || fill->col + cols > fill->r.col + fill->r.cols)
        return false;
    fill->col = grid_put(fill->f->grid, fill->r, fill->r.row, fill->col, key, ROLE_KEY, LOOK_BOLD);
    fill->col =
        2 + grid_put(fill->f->grid, fill->r, fill->r.row, fill->col + 1, words, ROLE_BAR, 0);
    return true;
}

static bool put_action(Fill *fill, ActionKind kind, const char *words) {
    const Frame *f = fill->f;
    return put_hint(fill, keymap_label(f->keys, f->scratch, kind, 1), str_of(gettext(words)));
}

/* The way to the help is always there, at the right end; the rest is left for others. */
static void put_help(Fill *fill) {
    const Frame *f = fill->f;
    Str key = keymap_label(f->keys, f->scratch, ACTION_HELP, 1), words = str_of(_("help"));
    int cols = (int)(wrap_columns(key) + wrap_columns(words)) + 1;
    if (fill->r.cols < cols + 1) /* at least the key */
        words = STR(""), cols = (int)wrap_columns(key);
    if (key.len == 0)
        return;
    Fill right = {f, fill->r, fill->r.col + fill->r.cols - cols};
    grid_put(f->grid, right.r, right.r.row, right.col, key, ROLE_KEY, LOOK_BOLD);
    grid_put(f->grid, right.r, right.r.row, right.col + (int)wrap_columns(key) + 1, words, ROLE_BAR,
             0);
    fill->r.cols -= cols + 2;
}

static int in_lesson(const Frame *f) {
    const State *s = f->state;
    const World *w = f->world;
    const Judged *j = state_replay(s, w)->judged;
    if (s->present.notes)
        return PANE_NOTES;
    if (compare_on(s))
        return PANE_NOWHERE;
    if (w->exercise)
        return j && j->passed ? PANE_PASSED : PANE_EXERCISE;
    if (learn_asks(s, w))
        return PANE_ASKED;
    if (learn_open_here(s, w) >= 0 || (s->review.on && s->review.done))
        return PANE_ASKS_NEXT;
    bool here = s->focus == PANE_PROGRAM || s->focus == PANE_LESSON;
    return here && learn_at_end(s, w) ? PANE_END : PANE_NOWHERE;
}

/* Does the Lesson pane have more to read, and would a page be turned there? */
static bool lesson_goes_on(const Frame *f) {
    Look l = look_make(f->state, f->world, f->scratch);
    return update_reads(f->state, f->world) &&
           pane_below(PANE_LESSON, &l, f->state->layout.pane[PANE_LESSON]) > 0;
}

/* An action is offered once, in the words of where it comes first. */
typedef struct Offers {
    int lesson, focus;
    bool done[ACTION_COUNT];
} Offers;

/* Is there something that the action would lead to? */
static bool leads_on(const Frame *f, ActionKind kind, bool lesson) {
    const State *s = f->state;
    const World *w = f->world;
    if (kind == ACTION_FOLLOW)
        return s->present.follow == FOLLOW_AWAY;
    if (kind == ACTION_PAGE_DOWN)
        return lesson_goes_on(f);
    if (!lesson)
        return true;
    if (kind == ACTION_EXERCISE)
        return w->lesson->nexercises > 0;
    if (kind == ACTION_GOAL)
        return learn_offer(s, w) == ACTION_GOAL;
    return kind != ACTION_LESSON_NEXT || learn_next_lesson(w);
}

static void put_hints_of(Fill *fill, Offers *o, bool lesson) {
    for (int i = 0; i < NHINTS; i++) {
        int where = hints[i].pane;
        bool here = lesson ? where == o->lesson : where == PANE_ANY || where == o->focus;
        if (!here || o->done[hints[i].kind] || !leads_on(fill->f, hints[i].kind, lesson))
            continue;
        o->done[hints[i].kind] = true;
        put_action(fill, hints[i].kind, hints[i].words);
    }
}

static void put_pane_hints(Fill *fill) {
    Offers o = {.lesson = in_lesson(fill->f), .focus = (int)fill->f->state->focus};
    put_hints_of(fill, &o, true);
    if (o.lesson != PANE_NOTES)
        put_hints_of(fill, &o, false);
}

/* Behind a message: there is always a way on. */
static void put_lesson_hints(Fill *fill) {
    Offers o = {.lesson = in_lesson(fill->f)};
    put_hints_of(fill, &o, true);
}

static void put_play(Fill *fill) {
    const Frame *f = fill->f;
    put_action(fill, ACTION_AUTOPLAY, N_("stop playing"));
    put_action(fill, ACTION_SLOWER, N_("slower"));
    put_action(fill, ACTION_FASTER, N_("faster"));
    Str speed =
        str_printf(f->scratch, _("%d.%d steps a second"), f->state->play / 10, f->state->play % 10);
    grid_put(f->grid, fill->r, fill->r.row, fill->col, speed, ROLE_BAR, 0);
}

/* The editor has hints of its own. */
static void put_editor_words(const Fill *fill) {
    grid_put(fill->f->grid, fill->r, fill->r.row, fill->col,
             str_of(_("what you type changes the program")), ROLE_BAR, 0);
}

static void put_list_hints(Fill *fill) {
    put_hint(fill, STR("Enter"), str_of(_("do it")));
    put_hint(fill, STR("Esc"), str_of(_("back")));
    put_hint(fill, STR("a-z"), str_of(_("search")));
}

static void put_hints(Fill *fill) {
    const State *s = fill->f->state;
    switch (s->mode) {
    case MODE_EDIT: put_editor_words(fill); return;
    case MODE_HELP:
    case MODE_EXPORT:
    case MODE_LESSONS: put_list_hints(fill); return;
    case MODE_NORMAL:
    case MODE_PROMPT:
    case MODE_ASK:
        if (s->present.on)
            return;
        put_help(fill);
        if (s->play)
            put_play(fill);
        else
            put_pane_hints(fill);
    }
}

/* ---- what stands for hints ---- */

/* Lines of text at the bottom of the screen, over what is there. */
static void put_lines(const Frame *f, Str text, Role role) {
    Doc *words = doc_make(f->scratch), *d = doc_make(f->scratch);
    doc_text(words, role, text);
    doc_wrap(d, words, (size_t)f->grid->cols);
    bool tiny = f->state->layout.kind == LAYOUT_TINY;
    int high = (int)d->lines.count, most = tiny ? f->grid->rows : f->grid->rows / 2;
    most = most > 1 ? most : 1;
    high = high > most ? most : high;
    for (int i = 0; i < high; i++) {
        const DocLine *line = LOG_AT(&d->lines, DocLine, (size_t)i);
        int row = f->grid->rows - high + i, col = 0;
        grid_repeat(f->grid, frame_whole(f), row, 0, f->grid->cols, ' ', ROLE_BAR, 0);
        for (size_t p = 0; p < line->count; p++)
            col = grid_put(f->grid, frame_whole(f), row, col,
                           LOG_AT(&d->pieces, DocPiece, line->first + p)->text, role, LOOK_BOLD);
    }
}

/* What does not fit into the footer's row is not lost. */
static void put_words(const Frame *f, Str text, Role role) {
    Rect foot = f->state->layout.footer;
    if (str_find(text, STR("\n"), 0) < 0 && (int)wrap_columns(text) <= foot.cols)
        grid_put(f->grid, foot, foot.row, foot.col, text, role, LOOK_BOLD);
    else
        put_lines(f, text, role);
}

static Str message_text(const Frame *f) {
    const State *s = f->state;
    Str text = s->message_is_prose ? prose_drawn(f->scratch, s->message) : s->message;
    return s->message_is_error ? str_printf(f->scratch, "! %.*s", STR_ARG(text)) : text;
}

static void put_message(const Frame *f) {
    const State *s = f->state;
    Str text = message_text(f);
    put_words(f, text, s->message_is_error ? ROLE_ERROR : ROLE_BAR);
    Rect foot = s->layout.footer;
    int cols = (int)wrap_columns(text);
    Fill behind = {f, foot, foot.col + cols + 3};
    if (str_find(text, STR("\n"), 0) >= 0 || cols + HELP_COLS > foot.cols)
        return;
    put_help(&behind);
    put_lesson_hints(&behind);
}

/* The line that is typed takes the whole row, and the one above it when there is something to say
 * of it. */
static void put_prompt(const Frame *f) {
    const Prompt *p = &f->state->prompt;
    int rows = prompt_note(p).len && f->grid->rows > 1 ? 2 : 1;
    Rect r = {f->grid->rows - rows, 0, rows, f->grid->cols};
    for (int row = r.row; row < r.row + rows; row++)
        grid_repeat(f->grid, r, row, 0, r.cols, ' ', ROLE_BAR, 0);
    prompt_draw(p, f->grid, r);
}

/* ---- keys that want another one ---- */

/* What may follow keys: each action once, by the name of its command. */
typedef struct Following {
    int n, cols; /* of all, with two blanks behind each */
    Str keys[ACTION_COUNT], words[ACTION_COUNT];
} Following;

static void add_following(Following *all, Str keys, Str words) {
    all->keys[all->n] = keys;
    all->words[all->n++] = words;
    all->cols += (int)(wrap_columns(keys) + wrap_columns(words)) + 3;
}

static void find_following(const Frame *f, Following *all) {
    const KeyWait *wait = &f->state->keys;
    bool seen[ACTION_COUNT] = {false};
    ActionKind kind;
    Str keys;
    if (wait->letter != ACTION_NONE) {
        add_following(all, STR("a-z"), str_of(_("a bookmark")));
        return;
    }
    for (size_t i = 0; keymap_next(f->keys, f->scratch, wait, &i, &keys, &kind);) {
        if (!seen[kind])
            add_following(all, keys, str_of(action_row(kind)->name));
        seen[kind] = true;
    }
}

/* How many rows they take, behind `from` columns; the way to the help stands in the last one. */
static int following_rows(const Following *all, int from, int cols) {
    int rows = 1, col = from;
    for (int i = 0; i < all->n; i++) {
        int wide = (int)(wrap_columns(all->keys[i]) + wrap_columns(all->words[i])) + 1;
        if (col + wide > cols && col > from)
            rows++, col = from;
        col += wide + 2;
    }
    return col + HELP_COLS > cols ? rows + 1 : rows;
}

/* The row is theirs alone, and those above it where they need more, up to half of the screen. */
static void put_following(const Frame *f) {
    Following all = {.n = 0};
    find_following(f, &all);
    Str typed = keymap_waiting(f->scratch, &f->state->keys);
    int last = f->grid->rows - 1, cols = f->grid->cols, from = (int)wrap_columns(typed) + 3;
    int rows = following_rows(&all, from, cols), most = f->grid->rows / 2;
    int row = last + 1 - (rows < most || most < 1 ? rows : most);
    row = row > 0 ? row : 0;
    for (int i = row; i <= last; i++)
        grid_repeat(f->grid, frame_whole(f), i, 0, cols, ' ', ROLE_BAR, 0);
    Fill fill = {f, {last, 0, 1, cols}, from};
    put_help(&fill);
    int room = fill.r.cols; /* of the last row */
    fill.r = (Rect){row, 0, 1, row < last ? cols : room};
    grid_put(f->grid, fill.r, row, 1, typed, ROLE_KEY, LOOK_BOLD);
    for (int i = 0; i < all.n; i++)
        while (!put_hint(&fill, all.keys[i], all.words[i]) && fill.r.row < last) {
            fill.r.row++;
            fill.r.cols = fill.r.row < last ? cols : room;
            fill.col = from;
        }
}

/* Keys of the line where an answer is typed. */
static void put_answer_hints(const Frame *f, Grid *g) {
    Rect r = {g->rows - 1, 0, 1, g->cols};
    Frame own = *f;
    own.grid = g;
    Fill fill = {&own, r, 0};
    grid_repeat(g, r, r.row, 0, r.cols, ' ', ROLE_BAR, 0);
    put_hint(&fill, STR("Enter"), str_of(_("answer")));
    put_hint(&fill, STR("Tab"), str_of(_("hint")));
    put_hint(&fill, STR("Esc"), str_of(_("close")));
    put_hint(&fill, STR("!"), str_of(_("show it")));
    put_hint(&fill, STR("PgDn"), str_of(_("read on")));
}

/* What is said of an answer stands above the line where the next one is typed. */
static void put_answer_line(const Frame *f) {
    const State *s = f->state;
    Frame above = *f;
    Grid upper = *f->grid;
    upper.rows--;
    above.grid = &upper;
    if (upper.rows > 0 && s->message.len)
        put_lines(&above, message_text(f), s->message_is_error ? ROLE_ERROR : ROLE_BAR);
    else if (upper.rows > 0 && prompt_note(&s->prompt).len == 0)
        put_answer_hints(f, &upper);
    put_prompt(f);
}

/* What is typed, asked or said; false: nothing is. */
static bool put_said(const Frame *f) {
    const State *s = f->state;
    if (s->mode == MODE_PROMPT && s->prompt.kind == PROMPT_ANSWER)
        put_answer_line(f);
    else if (s->mode == MODE_PROMPT)
        put_prompt(f);
    else if (s->mode == MODE_ASK)
        put_words(f, s->question, ROLE_BAR);
    else if (s->message.len)
        put_message(f);
    else
        return false;
    return true;
}

void frame_footer(const Frame *f) {
    const State *s = f->state;
    Rect r = s->layout.footer;
    grid_repeat(f->grid, r, r.row, r.col, r.cols, ' ', ROLE_BAR, 0);
    if (put_said(f) || r.rows <= 0)
        return;
    if (s->keys.nkeys || s->keys.letter != ACTION_NONE) {
        put_following(f);
        return;
    }
    Fill fill = {f, r, r.col};
    if (s->keys.counted)
        fill.col = 2 + grid_put(f->grid, r, r.row, r.col, keymap_waiting(f->scratch, &s->keys),
                                ROLE_KEY, LOOK_BOLD);
    put_hints(&fill);
}
