/* new_command.c: `tfscope lessons new DIR`: a copy of the small lesson that is there to be changed.
 *
 * It is made beside DIR and renamed when it is whole: DIR is there with everything, or not at all.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/folder.h"
#include "base/text.h"
#include "cli/lessons.h"

enum { FILE_MOST = 256 << 10 };

/* A copy that is being made. */
typedef struct Copy {
    Arena *arena;
    Str from;         /* the lesson that is copied */
    const char *into; /* the new folder, under the name that it has meanwhile */
    Str id;           /* of the new lesson */
    const Str *names; /* [n] of files */
    size_t n;
    Str error;
} Copy;

static int complain(Str message) {
    Sink err = sink_file(stderr);
    sink_z(&err, "tfscope: ");
    sink_safe(&err, message);
    sink_char(&err, '\n');
    return EXIT_FILE;
}

static Str path_in(const Copy *c, Str folder, Str name) {
    return str_printf(c->arena, "%.*s/%.*s", STR_ARG(folder), STR_ARG(name));
}

/* "my-lesson" of "course/07-my-lesson/"; without a usable name the lesson keeps its own. */
static Str id_of(Arena *a, Str path) {
    while (path.len && path.at[path.len - 1] == '/')
        path.len--;
    size_t from = path.len;
    while (from > 0 && path.at[from - 1] != '/')
        from--;
    Str name = str_sub(path, from, path.len);
    while (name.len && strchr("0123456789-", name.at[0]))
        name = str_sub(name, 1, name.len);
    for (size_t i = 0; i < name.len; i++)
        if (!strchr("abcdefghijklmnopqrstuvwxyz0123456789-", name.at[i]))
            return STR("");
    return str_dup(a, str_sub(name, 0, 100));
}

/* The text with the new lesson's id in the place of the copied one's. */
static Str with_id(const Copy *c, Str text) {
    static const char key[] = "\"id\": \"";
    ptrdiff_t at = c->id.len ? str_find(text, STR(key), 0) : -1;
    ptrdiff_t end = at < 0 ? -1 : str_find(text, STR("\""), (size_t)at + strlen(key));
    if (end < 0)
        return text;
    return str_printf(c->arena, "%.*s%s%.*s%.*s", (int)at, text.at, key, STR_ARG(c->id),
                      STR_ARG(str_sub(text, (size_t)end, text.len)));
}

static bool copy_file(Copy *c, Str name) {
    Str text;
    if (!file_read(c->arena, path_in(c, c->from, name).at, FILE_MOST, &text, &c->error))
        return false;
    if (str_is(name, "lesson.json"))
        text = with_id(c, text);
    return file_write(c->arena, path_in(c, str_of(c->into), name).at, text, false, &c->error);
}

static bool fail(Copy *c, const char *path) {
    c->error = str_printf(c->arena, _("cannot write %s: %s"), path, strerror(errno));
    return false;
}

/* Gives the folder its name, unless something has it: an empty folder would be replaced. */
static bool publish(Copy *c, const char *path) {
    struct stat st;
    if (lstat(path, &st) == 0)
        errno = EEXIST;
    else if (rename(c->into, path) == 0)
        return true;
    return fail(c, path);
}

static void remove_all(Copy *c) {
    for (size_t i = 0; i < c->n; i++)
        (void)unlink(path_in(c, str_of(c->into), c->names[i]).at);
    (void)rmdir(c->into);
}

static bool copy_all(Copy *c) {
    for (size_t i = 0; i < c->n; i++)
        if (!copy_file(c, c->names[i]))
            return false;
    return true;
}

/* The folders that the new one is to stand in; what fails is seen when it is made. */
static void make_parents(const char *path) {
    char *folder = strdup(path);
    for (char *slash = folder ? strchr(folder + 1, '/') : NULL; slash;
         slash = strchr(slash + 1, '/')) {
        *slash = 0;
        (void)mkdir(folder, 0777);
        *slash = '/';
    }
    free(folder);
}

/* The folder beside `path` in which the copy is made. */
static bool begin(Copy *c, const char *path) {
    Str beside = folder_of_file(str_of(path));
    char *name =
        (char *)(uintptr_t)str_printf(c->arena, "%.*s/.tfscope-XXXXXX", STR_ARG(beside)).at;
    mode_t mask = umask(0);
    umask(mask);
    if (!mkdtemp(name))
        return fail(c, path);
    c->into = name;
    return chmod(name, 0777 & ~mask) == 0 || fail(c, path);
}

static bool make(Copy *c, const char *path) {
    struct stat st;
    if (lstat(path, &st) == 0) {
        errno = EEXIST;
        return fail(c, path);
    }
    make_parents(path);
    if (!begin(c, path))
        return false;
    if (copy_all(c) && publish(c, path))
        return true;
    remove_all(c);
    return false;
}

int lessons_new(const Cli *cli) {
    Copy c = {.arena = cli->arena};
    const char *from = data_folder(cli->arena, "tfscope/lessons/.new", "lessons/.new");
    Str path = str_of(cli->args[0]);
    while (path.len > 1 && path.at[path.len - 1] == '/')
        path.len--;
    c.names = from ? folder_list(cli->arena, c.from = str_of(from), &c.n) : NULL;
    if (!c.names)
        return complain(str_of(_("the lesson that is copied was not found")));
    c.id = id_of(cli->arena, path);
    const char *to = str_dup(cli->arena, path).at;
    if (!make(&c, to))
        return complain(c.error);
    Sink out = sink_file(stdout);
    sink_safe(&out,
              str_printf(cli->arena,
                         _("%s is a lesson, to be changed. Check it: tfscope lessons check %s\n"),
                         to, to));
    return finish_output(&out, EXIT_DONE);
}
