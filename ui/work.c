#include "ui/work.h"

#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/text.h"
#include "base/utf8.h"

/* The first line says whose text it is: another exercise with the same number has none. */
static Str header_of(const World *w, Arena *a) {
    return str_printf(a, "# %.*s\n", STR_ARG(world_item(w, a)));
}

static Str path_of(Str folder, const World *w, Arena *a) {
    if (folder.len == 0 || !w->exercise)
        return STR("");
    return str_printf(a, "%.*s/exercises/%016llx", STR_ARG(folder),
                      (unsigned long long)str_hash(world_item(w, a)));
}

/* Neither the start nor the solution is the learner's own; nor is what a presenter writes. */
static bool is_own(const Exercise *e, Str text) {
    return !str_eq(text, e->start->text) && !str_eq(text, e->solution->text);
}

void work_keep(Str folder, const State *s, const World *w) {
    Arena *a = arena_new(0);
    Str path = path_of(folder, w, a), error;
    Str text = state_replay(s, w)->attempt.source->text;
    bool presented = s->present.on || s->present.follow != FOLLOW_NOBODY;
    if (path.len && !presented && !is_own(w->exercise, text)) {
        unlink(path.at);
    } else if (path.len && !presented) {
        file_make_folders(a, path);
        file_write(a, path.at, str_join2(a, header_of(w, a), text), true, &error);
    }
    arena_free(a);
}

/* Nobody knows who wrote into the file since. */
static bool is_program(Str text) {
    size_t bad;
    return text.len > 0 && !memchr(text.at, 0, text.len) && utf8_valid(text, &bad);
}

static bool read_kept(Str folder, const World *w, Arena *a, Str *text) {
    Str path = path_of(folder, w, a), header = header_of(w, a), error;
    if (path.len == 0 || !file_read(a, path.at, SOURCE_LIMIT, text, &error) ||
        !str_starts(*text, header))
        return false;
    *text = str_sub(*text, header.len, text->len);
    return is_program(*text);
}

void work_begin(Str folder, State *s, const World *w) {
    Str text;
    Attempt attempt = state_replay(s, w)->attempt;
    if (!w->exercise || s->history_end > 1 || !read_kept(folder, w, s->arena, &text) ||
        str_eq(text, attempt.source->text))
        return;
    attempt.source = source_instead(s->arena, attempt.source, text);
    s->wish = (Wish){.kind = WISH_RUN, .attempt = attempt};
    s->restoring = true;
}
