#include "ui/script.h"

#include <stdlib.h>

#include "base/text.h"
#include "ui/frame.h"
#include "ui/session.h"

static bool is_blank(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

bool script_group(Str text, size_t *i, Str *group) {
    while (*i < text.len && is_blank(text.at[*i]))
        (*i)++;
    size_t start = *i;
    while (*i < text.len && !is_blank(text.at[*i]))
        (*i)++;
    *group = str_sub(text, start, *i);
    return group->len > 0;
}

/* Are all keys known? Else *error says where one is not. */
static bool check(Arena *a, Str text, Str *error) {
    Str group;
    Key key;
    for (size_t i = 0; script_group(text, &i, &group);)
        for (size_t k = 0; k < group.len;) {
            if (key_read(group, &k, &key))
                continue;
            *error = str_printf(a, _("\"%.*s\" names a key that does not exist"), STR_ARG(group));
            return false;
        }
    return true;
}

Str script_of_file(Arena *a, Str text) {
    Sink out = sink_memory(a);
    for (size_t i = 0; i < text.len;) {
        ptrdiff_t end = str_find(text, STR("\n"), i);
        size_t next = end < 0 ? text.len : (size_t)end + 1;
        if (text.at[i] != '#')
            sink_put(&out, str_sub(text, i, next));
        i = next;
    }
    return sink_str(&out);
}

/* ---- playing ---- */

typedef struct Player {
    Session *session;
    const World *world;
    const Script *script;
    Arena *scratch; /* of one screen */
} Player;

static void pass_screen(const Player *p, Str keys) {
    State *s = session_state(p->session);
    Grid *g = grid_make(p->scratch, s->rows, s->cols);
    frame_draw(s, p->world, session_keys(p->session), g, p->scratch);
    ScreenPassed it = {keys, s->at.step, trace_steps(state_replay(s, p->world)->trace), s, g};
    p->script->passed(p->script->context, &it);
    arena_reset(p->scratch);
}

static bool is_set(const char *variable) {
    const char *value = getenv(variable);
    return value && *value;
}

/* An editor that was named may do its work without a terminal; one that was not would wait for one.
 */
static void edit(const Player *p) {
    if (is_set("VISUAL") || is_set("EDITOR"))
        session_edit(p->session);
    else
        state_complain(session_state(p->session), str_of(_("a script needs $EDITOR to be set")));
}

/* What a loop does with the wishes that are left to it; false: the user left. */
static bool serve(const Player *p, Wish wish) {
    State *s = session_state(p->session);
    switch (wish.kind) {
    case WISH_QUIT: return false;
    case WISH_EDITOR: edit(p); return true;
    case WISH_COPY: state_say(s, str_of(_("this step was copied as text"))); return true;
    case WISH_NONE:
    case WISH_RUN:
    case WISH_REREAD:
    case WISH_COMPARE:
    case WISH_OPEN:
    case WISH_EXPORT:
    case WISH_WRITE:
    case WISH_LANGUAGE:
    case WISH_FOLLOW:
    case WISH_SUSPEND:
    case WISH_REDRAW: return true;
    }
    return true;
}

/* False: the user left. */
static bool play_group(const Player *p, Str group) {
    Key key;
    for (size_t k = 0; k < group.len && key_read(group, &k, &key);)
        if (!serve(p, session_key(p->session, key)))
            return false;
    return true;
}

bool explore_script(World *w, const ExploreOptions *options, const Script *script, Str *error) {
    Str group;
    if (!check(w->arena, script->keys, error))
        return false;
    Player p = {session_begin(w, options, script->rows, script->cols), w, script, arena_new(0)};
    pass_screen(&p, STR("start"));
    for (size_t i = 0; script_group(script->keys, &i, &group) && play_group(&p, group);)
        pass_screen(&p, group);
    session_end(p.session);
    arena_free(p.scratch);
    return true;
}
