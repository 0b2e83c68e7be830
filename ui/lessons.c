#include "ui/lessons.h"

#include "base/text.h"
#include "ui/list.h"
#include "view/words.h"

enum { WIDE = 72, ID_COLS = 36 };

static const Lesson *all(const World *w, size_t *n) {
    *n = 0;
    const Lesson *lessons = w->host->lessons(w->host, n);
    *n = lessons ? *n : 0;
    return lessons;
}

static bool is_open(const World *w, const Lesson *lesson) {
    return w->lesson && str_eq(w->lesson->id, lesson->id);
}

/* "> 3  05-get-variable-twice   Its title" */
static Doc *row_of(Arena *a, const World *w, const Lesson *lesson, size_t number, int cols) {
    Doc *d = doc_make(a);
    doc_line(d);
    doc_printf(d, ROLE_HERE, "%s ", is_open(w, lesson) ? ">" : " ");
    doc_printf(d, ROLE_DIM, "%2zu  ", number);
    if (cols < WIDE) {
        doc_add(d, ROLE_TEXT, lesson->title);
        doc_line(d);
        doc_printf(d, ROLE_DIM, "      %.*s", STR_ARG(lesson->id));
    } else {
        doc_add(d, ROLE_CODE, lesson->id);
        doc_pad(d, ID_COLS + 6);
        doc_add(d, ROLE_TEXT, lesson->title);
    }
    if (is_open(w, lesson))
        doc_printf(d, ROLE_DIM, " (%s)", _("open now"));
    return d;
}

static void add_sentence(List *l, const char *sentence) {
    Doc *d = doc_make(l->arena);
    doc_text(d, ROLE_TEXT, str_of(sentence));
    list_add(l, LIST_HEADING, d);
}

/* An item's id is the lesson's index. */
static List *make(Arena *a, const World *w, Str query, int cols) {
    List *l = list_begin(a, cols);
    size_t n;
    const Lesson *lessons = all(w, &n);
    l->indent = cols < WIDE ? 6 : ID_COLS + 6;
    for (size_t i = 0; i < n; i++) {
        Doc *d = row_of(a, w, &lessons[i], i + 1, cols);
        Sink text = sink_memory(a);
        doc_put(d, &text);
        if (list_matches(a, sink_str(&text), query))
            list_add(l, (int)i, d);
    }
    if (n == 0)
        add_sentence(l, _("no lessons were found; --lessons names a folder of them"));
    else if (l->items.count == 0)
        add_sentence(l, _("no lesson has these words"));
    return l;
}

static List *make_for(const State *s, const World *w, int cols, Arena *a) {
    return make(a, w, prompt_text(&s->prompt), cols);
}

static void select_open(State *s, const World *w) {
    Arena *scratch = arena_new(0);
    List *l = make_for(s, w, list_rect(s).cols, scratch);
    size_t n;
    const Lesson *lessons = all(w, &n);
    s->list_top = s->list_selected = 0;
    for (int64_t i = 0; list_item(l, i); i++) {
        int id = list_item(l, i)->id;
        if (id != LIST_HEADING && is_open(w, &lessons[id]))
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
    if (!item || item->id == LIST_HEADING || (size_t)item->id >= n)
        return;
    s->mode = MODE_NORMAL;
    s->wish = (Wish){.kind = WISH_OPEN, .text = str_dup(s->brief, lessons[item->id].id)};
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
    words_put(make(a, w, STR(""), TEXT_COLS)->rows, out);
}
