/* site_command.c: `tfscope export --all DIR`: a website of the whole course.
 *
 * All of it is made in a folder of its own and moved into place when it is whole: a new DIR appears
 * at once; in one that was there file after file is replaced, and others stay. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/folder.h"
#include "base/text.h"
#include "cli/course.h"
#include "cli/export.h"
#include "export/site.h"

typedef struct Making {
    const Cli *cli;
    const char *target; /* DIR */
    bool there;         /* it exists */
    char *folder;       /* where the site is made */
    Course course[LANGUAGES];
    const char *languages[LANGUAGES]; /* the chosen one first */
    Log files;                        /* Str: names of what is made, the index last */
} Making;

static bool fail(Str *error, const Making *m, const char *path, const char *reason) {
    *error = str_printf(m->cli->arena, "%s: %s", path, reason);
    return false;
}

static const char *path_in(const Making *m, const char *folder, Str name) {
    return str_printf(m->cli->arena, "%s/%.*s", folder, STR_ARG(name)).at;
}

/* ---- the folder ---- */

/* Does the folder hold nothing? */
static bool is_empty(const Making *m) {
    size_t n = 0;
    Arena *a = m->cli->arena;
    FolderFound found = folder_find(a, str_of(m->target), str_of(m->target));
    return found.entry == FOLDER_FOLDER && folder_list(a, found.real, &n) && n == 0;
}

static bool may_write(Making *m, Str *error) {
    struct stat st;
    m->there = stat(m->target, &st) == 0;
    if (!m->there && errno != ENOENT)
        return fail(error, m, m->target, strerror(errno));
    if (m->there && !S_ISDIR(st.st_mode))
        return fail(error, m, m->target, _("it is no folder"));
    if (m->there && !m->cli->force && !is_empty(m))
        return fail(error, m, m->target, _("the folder is not empty"));
    return true;
}

/* Beside the target, or within one that is there: on the same disk in any case. */
static bool make_folder(Making *m, Str *error) {
    Arena *a = m->cli->arena;
    m->folder = (char *)str_printf(a, m->there ? "%s/.site.XXXXXX" : "%s.XXXXXX", m->target).at;
    if (!mkdtemp(m->folder))
        return fail(error, m, m->target, strerror(errno));
    mode_t mask = umask(0);
    umask(mask);
    if (chmod(m->folder, 0777 & ~mask) == 0)
        return true;
    rmdir(m->folder);
    return fail(error, m, m->target, strerror(errno));
}

static void remove_made(const Making *m) {
    for (size_t i = 0; i < m->files.count; i++)
        unlink(path_in(m, m->folder, *LOG_AT(&m->files, Str, i)));
    rmdir(m->folder);
}

static bool move_files(const Making *m, Str *error) {
    for (size_t i = 0; i < m->files.count; i++) {
        Str name = *LOG_AT(&m->files, Str, i);
        if (rename(path_in(m, m->folder, name), path_in(m, m->target, name)) != 0)
            return fail(error, m, path_in(m, m->target, name), strerror(errno));
    }
    return true;
}

static bool put_in_place(const Making *m, Str *error) {
    if (m->there)
        return move_files(m, error);
    return rename(m->folder, m->target) == 0 || fail(error, m, m->target, strerror(errno));
}

/* ---- its files ---- */

static const char *add_file(Making *m, Str name) {
    *LOG_PUSH(&m->files, Str) = name;
    return path_in(m, m->folder, name);
}

static Str neighbour(const Making *m, size_t i, bool there) {
    return there ? site_file(m->cli->arena, m->course[0].lessons[i].id) : STR("");
}

static bool put_lesson(Making *m, size_t i, Str *error) {
    const Cli *cli = m->cli;
    const Lesson *lesson = &m->course[0].lessons[i];
    Loaded loaded;
    SiteLinks links = {neighbour(m, i - 1, i > 0), neighbour(m, i + 1, i + 1 < m->course[0].n)};
    ExportAsk ask = {.format = export_named(STR("html")),
                     .path = add_file(m, site_file(cli->arena, lesson->id)),
                     .site = &links};
    *error = STR("");
    if (load_source(cli, lesson->program, str_dup(cli->arena, lesson->tf).at, lesson->python,
                    &loaded) != EXIT_DONE)
        return false;
    bool done = export_run(cli, loaded.trace, lesson, &ask, error);
    loaded_free(&loaded);
    return done;
}

static void speak(const Making *m, int language) {
    text_init(m->languages[language], data_folder(m->cli->arena, "locale", "locale"));
}

static void speak_to(void *context, int language) {
    speak(context, language);
}

static bool put_index(Making *m, Str *error) {
    Sink out = sink_memory(m->cli->arena);
    Site site = {.arena = m->cli->arena,
                 .course = {&m->course[0], &m->course[1]},
                 .languages = {m->languages[0], m->languages[1]},
                 .speak = speak_to,
                 .context = m};
    site_put_index(&site, &out);
    return file_write(m->cli->arena, add_file(m, STR("index.html")), sink_str(&out), false, error);
}

static bool put_files(Making *m, Str *error) {
    for (size_t i = 0; i < m->course[0].n; i++)
        if (!put_lesson(m, i, error))
            return false;
    return put_index(m, error);
}

/* ---- the command ---- */

/* DIR without slashes at its end. */
static const char *target_of(const Cli *cli) {
    Str dir = str_of(cli->args[0]);
    while (dir.len > 1 && str_ends(dir, STR("/")))
        dir.len--;
    return str_dup(cli->arena, dir).at;
}

static bool read_courses(Making *m) {
    bool chinese = strcmp(text_language(), "zh") == 0;
    m->languages[0] = chinese ? "zh" : "en";
    m->languages[1] = chinese ? "en" : "zh";
    speak(m, 1);
    course_read(m->cli, &m->course[1]);
    speak(m, 0);
    return course_asked(m->cli, &m->course[0]);
}

static bool make_site(Making *m, Str *error) {
    if (!may_write(m, error) || !make_folder(m, error))
        return false;
    bool done = put_files(m, error) && put_in_place(m, error);
    if (!done || m->there)
        remove_made(m);
    return done;
}

int export_site(const Cli *cli) {
    Making m = {.cli = cli, .target = target_of(cli), .files = log_make(cli->arena, sizeof(Str))};
    Str error = STR("");
    if (!read_courses(&m))
        return EXIT_FILE;
    if (make_site(&m, &error))
        return EXIT_DONE;
    Sink err = sink_file(stderr);
    if (error.len)
        sink_safe(&err, str_printf(cli->arena, "tfscope: %.*s\n", STR_ARG(error)));
    return EXIT_FILE;
}
