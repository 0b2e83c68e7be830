#include "ui/complete.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "view/view.h"

enum {
    CANDIDATES_MOST = 500, /* a longer list helps nobody */
    ENTRIES_MOST = 20000,  /* of a folder that are looked at */
};

/* The word that is completed, and where its candidates go. */
typedef struct Completing {
    const State *state;
    const World *world;
    Arena *arena;
    Str word;
    Log *candidates;
} Completing;

static bool offers(const Completing *c, Str s) {
    return str_starts(s, c->word) && c->candidates->count < CANDIDATES_MOST;
}

static void offer(Completing *c, Str s) {
    if (offers(c, s))
        *LOG_PUSH(c->candidates, Str) = str_dup(c->arena, s);
}

static void offer_z(Completing *c, const char *s) {
    offer(c, str_of(s));
}

/* A name that an argument follows comes with the blank before it. */
static void offer_actions(Completing *c) {
    for (int kind = ACTION_NONE + 1; kind < ACTION_COUNT; kind++) {
        const ActionRow *row = action_row((ActionKind)kind);
        offer(c, str_printf(c->arena, "%s%s", row->name, row->argument ? " " : ""));
    }
}

/* ---- what is always there ---- */

static void offer_panes(Completing *c) {
#define PANE(ID, name, title) offer_z(c, name);
#include "ui/pane.def"
#undef PANE
}

static void offer_themes(Completing *c) {
    for (int theme = 0; theme < THEME_COUNT; theme++)
        offer_z(c, theme_name((Theme)theme));
}

static void offer_releases(Completing *c) {
    const Host *h = c->world->host;
    for (int i = 0; i < h->nreleases; i++)
        offer(c, h->releases[i]);
}

static void offer_lessons(Completing *c) {
    size_t n = 0;
    const Lesson *lessons = c->world->host->lessons(c->world->host, &n);
    for (size_t i = 0; lessons && i < n; i++)
        offer(c, lessons[i].id);
}

/* ---- names that exist now ---- */

/* A path up to its next slash behind the word: "a" and "a/" are two candidates. */
static void offer_path(Completing *c, Names *seen, Str path) {
    if (!str_starts(path, c->word))
        return;
    ptrdiff_t slash = str_find(path, STR("/"), c->word.len);
    Str part = slash < 0 ? path : str_sub(path, 0, (size_t)slash + 1);
    if (name_find(seen, part))
        return;
    name_of(seen, part);
    offer(c, part);
}

static const Trace *trace_of(const Completing *c) {
    return state_replay(c->state, c->world)->trace;
}

static void offer_names(Completing *c) {
    const Trace *t = trace_of(c);
    const TraceGraph *g = view_graph_at(t, c->state->at.moment);
    Names *seen = names_make(c->arena);
    size_t n = g ? trace_graph_nodes_at(g, c->state->at.moment) : 0;
    for (size_t i = 0; i < n && c->candidates->count < CANDIDATES_MOST; i++) {
        const TraceNode *node = *LOG_AT(&g->nodes, TraceNode *, i);
        bool inner = view_is_part(node);
        if (!inner || c->state->library)
            offer_path(c, seen, name_str(node->name));
    }
}

static void offer_variables(Completing *c) {
    const Trace *t = trace_of(c);
    Names *seen = names_make(c->arena);
    size_t n = trace_variables_at(t, c->state->at.moment);
    for (size_t i = 0; i < n && c->candidates->count < CANDIDATES_MOST; i++)
        offer_path(c, seen, name_str((*LOG_AT(&t->variables, TraceVariable *, i))->node->name));
}

/* ---- files ---- */

static bool is_folder(Arena *a, Str folder, const char *name) {
    struct stat status;
    Str path = str_printf(a, "%.*s%s", STR_ARG(folder), name);
    return stat(path.at, &status) == 0 && S_ISDIR(status.st_mode);
}

static bool has_control(const char *name) {
    for (; *name; name++)
        if ((unsigned char)*name < 0x20 || *name == 0x7f)
            return true;
    return false;
}

/* Folders, to go into, and programs. */
static void offer_entry(Completing *c, Str folder, const char *name) {
    Str path = str_printf(c->arena, "%.*s%s", STR_ARG(folder), name);
    bool hidden = name[0] == '.' && c->word.len == folder.len;
    if (hidden || has_control(name) || !str_starts(path, c->word))
        return;
    if (is_folder(c->arena, folder, name))
        offer(c, str_join2(c->arena, path, STR("/")));
    else if (str_ends(path, STR(".py")))
        offer(c, path);
}

static int by_text(const void *x, const void *y) {
    return strcmp(*(const char *const *)x, *(const char *const *)y);
}

/* The order of a folder is that of the disk: names are sorted. */
static void offer_sorted(Completing *c, DIR *dir, Str folder) {
    const char **names = ARENA_ARRAY(c->arena, ENTRIES_MOST, const char *);
    size_t n = 0;
    for (struct dirent *entry; n < ENTRIES_MOST && (entry = readdir(dir));)
        if (strcmp(entry->d_name, ".") && strcmp(entry->d_name, ".."))
            names[n++] = str_dup(c->arena, str_of(entry->d_name)).at;
    qsort(names, n, sizeof *names, by_text);
    for (size_t i = 0; i < n; i++)
        offer_entry(c, folder, names[i]);
}

static void offer_files(Completing *c) {
    size_t end = c->word.len;
    while (end > 0 && c->word.at[end - 1] != '/')
        end--;
    Str folder = str_dup(c->arena, str_sub(c->word, 0, end));
    DIR *dir = opendir(folder.len ? folder.at : ".");
    if (!dir)
        return;
    offer_sorted(c, dir, folder);
    closedir(dir);
}

/* ---- arguments ---- */

static void offer_pythons(Completing *c) {
    offer_z(c, "2");
    offer_z(c, "3");
}

static void offer_languages(Completing *c) {
    offer_z(c, "en");
    offer_z(c, "zh");
}

static void offer_programs(Completing *c) {
    offer_lessons(c);
    offer_files(c);
}

static void offer_exercises(Completing *c) {
    const Lesson *lesson = c->world->lesson;
    for (size_t i = 0; lesson && i < lesson->nexercises; i++)
        offer(c, lesson->exercises[i].id);
}

static void offer_all(Completing *c) {
    offer_z(c, "all");
}

static void offer_runs(Completing *c) {
    offer_z(c, "edit");
    offer_releases(c);
    offer_programs(c);
}

static void offer_argument(Completing *c, ActionKind kind) {
    static const struct {
        ActionKind kind;
        void (*offer)(Completing *c);
    } arguments[] = {
        {ACTION_PANE, offer_panes},         {ACTION_THEME, offer_themes},
        {ACTION_TF, offer_releases},        {ACTION_PYTHON, offer_pythons},
        {ACTION_WHY, offer_names},          {ACTION_FILTER, offer_names},
        {ACTION_HIDE, offer_names},         {ACTION_SHARES, offer_variables},
        {ACTION_OPEN, offer_programs},      {ACTION_COMPARE, offer_runs},
        {ACTION_LANGUAGE, offer_languages}, {ACTION_WRITE, offer_files},
        {ACTION_EXERCISE, offer_exercises}, {ACTION_FORGET, offer_all},
    };
    for (size_t i = 0; i < sizeof arguments / sizeof *arguments; i++)
        if (arguments[i].kind == kind)
            arguments[i].offer(c);
}

void complete_command(void *context, Arena *a, Str text, Log *candidates, size_t *word) {
    const CompleteContext *given = context;
    size_t from = 0;
    while (from < text.len && text.at[from] == ' ')
        from++;
    ptrdiff_t blank = str_find(text, STR(" "), from);
    size_t argument = blank < 0 ? text.len : (size_t)blank;
    while (argument < text.len && text.at[argument] == ' ')
        argument++;
    *word = blank < 0 ? from : argument;
    Completing c = {given->state, given->world, a, str_sub(text, *word, text.len), candidates};
    if (blank < 0)
        offer_actions(&c);
    else
        offer_argument(&c, action_named(str_sub(text, from, (size_t)blank)));
}

void complete_pattern(void *context, Arena *a, Str text, Log *candidates, size_t *word) {
    const CompleteContext *given = context;
    Completing c = {given->state, given->world, a, text, candidates};
    *word = 0;
    offer_names(&c);
}
