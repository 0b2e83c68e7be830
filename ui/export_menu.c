#include "ui/export_menu.h"

#include "base/text.h"
#include "export/export.h"
#include "ui/list.h"
#include "view/words.h"

enum { HELP_COLUMN = 20 };

/* An item's id is the format's index. */
static List *make(Arena *a, Str query, int cols) {
    List *l = list_begin(a, cols);
    size_t n;
    const ExportFormat *formats = export_formats(&n);
    l->indent = HELP_COLUMN;
    for (size_t i = 0; i < n; i++) {
        Doc *d = doc_make(a);
        Sink text = sink_memory(a);
        doc_line(d);
        doc_printf(d, ROLE_CODE, "  %s", formats[i].extension);
        doc_pad(d, HELP_COLUMN);
        doc_add(d, ROLE_TEXT, str_of(gettext(formats[i].help)));
        doc_put(d, &text);
        if (list_matches(a, sink_str(&text), query))
            list_add(l, (int)i, d);
    }
    return l;
}

static List *make_for(const State *s, int cols, Arena *a) {
    return make(a, prompt_text(&s->prompt), cols);
}

void export_menu_begin(State *s) {
    s->mode = MODE_EXPORT;
    s->list_top = s->list_selected = 0;
    prompt_begin(&s->prompt, s->arena, PROMPT_FIND, STR(""));
}

/* "box-values.html", "train.html": what is shown, without its own extension. */
static Str file_name(const State *s, const World *w, const char *extension, Arena *a) {
    Str name = w->lesson ? w->lesson->id : state_replay(s, w)->attempt.source->name;
    size_t from = name.len;
    while (from > 0 && name.at[from - 1] != '/')
        from--;
    name = str_sub(name, from, name.len);
    if (str_ends(name, STR(".py")))
        name.len -= 3;
    if (name.len == 0 || name.at[0] == '<' || name.at[0] == '-')
        name = STR("program");
    return str_printf(a, "%.*s%s", STR_ARG(name), extension);
}

/* The line of commands has it all: what is written where can be seen and changed. */
static void choose(State *s, const World *w, const List *l, Arena *scratch) {
    size_t n;
    const ExportFormat *formats = export_formats(&n);
    const ListItem *item = list_item(l, list_selectable(l, s->list_selected));
    if (!item || (size_t)item->id >= n)
        return;
    Str name = file_name(s, w, formats[item->id].extension, scratch);
    prompt_begin(&s->prompt, s->arena, PROMPT_COMMAND,
                 str_printf(scratch, "export %.*s", STR_ARG(name)));
    s->mode = MODE_PROMPT;
}

static void find(State *s, Key key) {
    if (key.code == 27 && s->prompt.len > 0)
        prompt_begin(&s->prompt, s->arena, PROMPT_FIND, STR(""));
    else if (prompt_key(&s->prompt, s->arena, key, NULL, NULL) == PROMPT_CANCELLED)
        s->mode = MODE_NORMAL;
    s->list_top = s->list_selected = 0;
}

void export_menu_key(State *s, const World *w, Key key) {
    Arena *scratch = arena_new(0);
    List *l = make_for(s, list_rect(s).cols, scratch);
    bool enter = key.code == '\r' || key.code == '\n' || key.code == KEYCODE_DOUBLE_CLICK;
    bool moved = list_key(l, s, key);
    if (enter)
        choose(s, w, l, scratch);
    else if (!moved && key.code != KEYCODE_NONE && key.code != KEYCODE_RESIZE)
        find(s, key);
    arena_free(scratch);
}

void export_menu_draw(const State *s, Grid *g, Rect r, Arena *scratch) {
    list_draw(make_for(s, r.cols, scratch), s, _("Export"), g, r);
}

enum { TEXT_COLS = 100 };

void export_menu_text(Arena *a, Sink *out) {
    words_put(make(a, STR(""), TEXT_COLS)->rows, out);
}
