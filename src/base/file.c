#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/folder.h"
#include "base/text.h"
#include "base/utf8.h"

#define CHUNK ((size_t)64 << 10) /* first buffer for input of unknown size */

/* Stores the sentence "cannot read NAME: REASON"; always false. */
static bool fail_read(Arena *a, Str *error, Str name, const char *reason) {
    *error = str_printf(a, _("cannot read %.*s: %s"), STR_ARG(name), reason);
    return false;
}

static bool fail_too_large(Arena *a, Str *error, Str name, size_t limit) {
    const size_t mega = (size_t)1 << 20;
    bool round = limit >= mega && limit % mega == 0;
    Str size =
        round ? str_printf(a, "%zu MiB", limit / mega) : str_printf(a, _("%zu bytes"), limit);
    Str reason = str_printf(a, _("it is larger than %s"), size.at);
    return fail_read(a, error, name, reason.at);
}

/* Reads until `size` bytes are there or the file ends. Returns the bytes read, or -1. */
static ssize_t read_fully(int fd, char *to, size_t size) {
    size_t have = 0;
    while (have < size) {
        ssize_t n = read(fd, to + have, size - have);
        if (n < 0 && errno == EINTR) {
            continue;
        }
        if (n < 0) {
            return -1;
        }
        if (n == 0) {
            break;
        }
        have += (size_t)n;
    }
    return (ssize_t)have;
}

typedef enum ReadResult { READ_DONE, READ_FAILED, READ_TOO_LARGE } ReadResult;

/* Reads all of fd in pieces that double; `expected` is a first guess of its size. Never reads
 * more than one byte above the limit. On READ_FAILED errno is set. */
static ReadResult read_all(Arena *a, int fd, size_t expected, size_t limit, Str *text) {
    size_t cap = expected < limit ? expected + 1 : limit + 1;
    char *buffer = arena_alloc(a, cap + 1);
    size_t len = 0;
    for (;;) {
        ssize_t n = read_fully(fd, buffer + len, cap - len);
        if (n < 0) {
            return READ_FAILED;
        }
        len += (size_t)n;
        if (len > limit) {
            return READ_TOO_LARGE;
        }
        if (len < cap) {
            *text = (Str){buffer, len};
            return READ_DONE;
        }
        cap = cap < limit / 2 ? cap * 2 : limit + 1;
        char *larger = arena_alloc(a, cap + 1);
        memcpy(larger, buffer, len);
        buffer = larger;
    }
}

static bool is_stdin(const char *path) {
    return strcmp(path, "-") == 0;
}

static Str shown_name(const char *path) {
    return is_stdin(path) ? STR("<stdin>") : str_of(path);
}

static bool read_open_file(Arena *a, int fd, Str name, size_t limit, Str *text, Str *error) {
    struct stat st;
    if (fstat(fd, &st) != 0) {
        return fail_read(a, error, name, strerror(errno));
    }
    if (S_ISDIR(st.st_mode)) {
        return fail_read(a, error, name, _("it is a directory"));
    }
    bool sized = S_ISREG(st.st_mode) && st.st_size > 0;
    if (sized && (uintmax_t)st.st_size > limit) {
        return fail_too_large(a, error, name, limit);
    }
    switch (read_all(a, fd, sized ? (size_t)st.st_size : CHUNK, limit, text)) {
    case READ_DONE: return true;
    case READ_FAILED: return fail_read(a, error, name, strerror(errno));
    case READ_TOO_LARGE: break;
    }
    return fail_too_large(a, error, name, limit);
}

bool file_read(Arena *a, const char *path, size_t limit, Str *text, Str *error) {
    if (limit > SIZE_MAX / 2) {
        limit = SIZE_MAX / 2;
    }
    if (is_stdin(path)) {
        return read_open_file(a, STDIN_FILENO, shown_name(path), limit, text, error);
    }
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0) {
        return fail_read(a, error, shown_name(path), strerror(errno));
    }
    bool ok = read_open_file(a, fd, shown_name(path), limit, text, error);
    close(fd);
    return ok;
}

bool file_read_regular(Arena *a, const char *path, size_t limit, Str *text, Str *error) {
    struct stat st;
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (fd < 0) {
        return fail_read(a, error, str_of(path), strerror(errno));
    }
    bool other = fstat(fd, &st) == 0 && !S_ISREG(st.st_mode) && !S_ISDIR(st.st_mode);
    bool ok = other ? fail_read(a, error, str_of(path), _("it is a device or a pipe, not a file"))
                    : read_open_file(a, fd, str_of(path),
                                     limit < SIZE_MAX / 2 ? limit : SIZE_MAX / 2, text, error);
    close(fd);
    return ok;
}

/* Says what is wrong at text[at] and where. */
static bool fail_text(Arena *a, Str name, Str text, size_t at, Str *error) {
    const Source *s = source_make(a, name, str_sub(text, 0, at));
    bool at_line_start = at == 0 || text.at[at - 1] == '\n' || text.at[at - 1] == '\r';
    Place place =
        at_line_start ? (Place){s->nlines + 1, 1} : source_place(s, (uint32_t)s->text.len);
    unsigned char byte = (unsigned char)text.at[at];
    Str what = byte ? str_printf(a, _("byte 0x%02x is not UTF-8 text"), byte)
                    : str_printf(a, _("a NUL byte, this is not a text file"));
    Str where = str_printf(a, _("line %u, column %u: %.*s"), (unsigned)place.line,
                           (unsigned)place.column, STR_ARG(what));
    return fail_read(a, error, name, where.at);
}

static bool check_text(Arena *a, Str name, Str text, Str *error) {
    size_t bad = text.len;
    (void)utf8_valid(text, &bad);
    const char *nul = text.len ? memchr(text.at, 0, text.len) : NULL;
    if (nul && (size_t)(nul - text.at) < bad) {
        bad = (size_t)(nul - text.at);
    }
    return bad == text.len || fail_text(a, name, text, bad, error);
}

bool file_source(Arena *a, Str name, Str text, Source **source, Str *error) {
    if (str_starts(text, STR("\xef\xbb\xbf"))) {
        text = str_sub(text, 3, text.len);
    }
    if (!check_text(a, name, text, error)) {
        return false;
    }
    *source = source_make(a, name, text);
    return true;
}

bool file_read_source(Arena *a, const char *path, const Source **source, Str *error) {
    Str text;
    Source *made;
    if (!file_read(a, path, SOURCE_LIMIT, &text, error) ||
        !file_source(a, str_dup(a, shown_name(path)), text, &made, error)) {
        return false;
    }
    made->folder = is_stdin(path) ? STR("") : str_dup(a, folder_of_file(str_of(path)));
    *source = made;
    return true;
}

static bool fail_write(Arena *a, Str *error, const char *path, const char *reason) {
    *error = str_printf(a, _("cannot write %s: %s"), path, reason);
    return false;
}

/* False with errno set when not all was written. */
static bool write_fully(int fd, Str text) {
    while (text.len) {
        ssize_t n = write(fd, text.at, text.len);
        if (n < 0 && errno == EINTR) {
            continue;
        }
        if (n < 0) {
            return false;
        }
        text = str_sub(text, (size_t)n, text.len);
    }
    return true;
}

/* Keeps errno of what went wrong over the clean-up behind it. */
static void close_keeping_errno(int fd) {
    int kept = errno;
    close(fd);
    errno = kept;
}

static void unlink_keeping_errno(const char *path) {
    int kept = errno;
    unlink(path);
    errno = kept;
}

/* A device or a pipe: nothing is there to be replaced, the bytes just go into it. */
static bool write_in_place(const char *path, Str text) {
    int fd = open(path, O_WRONLY | O_CLOEXEC);
    if (fd < 0) {
        return false;
    }
    if (!write_fully(fd, text)) {
        close_keeping_errno(fd);
        return false;
    }
    return close(fd) == 0;
}

/* The permissions of a new file, or of the one that is replaced. */
static mode_t mode_for(const struct stat *existing) {
    if (existing) {
        return existing->st_mode & 07777;
    }
    mode_t mask = umask(0);
    umask(mask);
    return 0666 & ~mask;
}

static bool fill_temporary(int fd, Str text, mode_t mode) {
    bool ok = write_fully(fd, text) && fchmod(fd, mode) == 0 && fsync(fd) == 0;
    if (!ok) {
        close_keeping_errno(fd);
        return false;
    }
    return close(fd) == 0;
}

/* Gives the finished file its name. Without `replace` the name must still be free: link
 * refuses when it is not, whoever made it since. */
static bool publish(const char *temporary, const char *path, bool replace) {
    if (replace) {
        return rename(temporary, path) == 0;
    }
    if (link(temporary, path) == 0) {
        unlink(temporary);
        return true;
    }
    bool no_links = errno == EPERM || errno == ENOTSUP || errno == EOPNOTSUPP || errno == ENOSYS;
    return no_links && rename(temporary, path) == 0;
}

/* So that the new name, too, survives a crash. That a file system cannot do it is no fault. */
static void sync_directory(const char *directory) {
    int fd = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd >= 0) {
        (void)fsync(fd);
        close(fd);
    }
}

/* Writes beside `path` and renames; errno says why it failed. `existing` is NULL when there
 * is no such file. */
static bool write_beside(Arena *scratch, const char *path, Str text, const struct stat *existing) {
    char *copy = (char *)(uintptr_t)str_dup(scratch, str_of(path)).at;
    const char *directory = dirname(copy);
    Str temporary = str_printf(scratch, "%s/.tfscope-XXXXXX", directory);
    char *name = (char *)(uintptr_t)temporary.at;
    int fd = mkostemp(name, O_CLOEXEC);
    if (fd < 0) {
        return false;
    }
    if (!fill_temporary(fd, text, mode_for(existing)) || !publish(name, path, existing)) {
        unlink_keeping_errno(name);
        return false;
    }
    sync_directory(directory);
    return true;
}

bool file_write(Arena *scratch, const char *path, Str text, bool force, Str *error) {
    struct stat st;
    bool exists = stat(path, &st) == 0;
    if (!exists && errno != ENOENT) {
        return fail_write(scratch, error, path, strerror(errno));
    }
    if (exists && S_ISDIR(st.st_mode)) {
        return fail_write(scratch, error, path, _("it is a directory"));
    }
    if (exists && !S_ISREG(st.st_mode)) {
        return write_in_place(path, text) || fail_write(scratch, error, path, strerror(errno));
    }
    if (exists && !force) {
        return fail_write(scratch, error, path, _("it exists already"));
    }
    if (exists && faccessat(AT_FDCWD, path, W_OK, AT_EACCESS) != 0) {
        return fail_write(scratch, error, path, strerror(errno));
    }
    char target[PATH_MAX]; /* what a symbolic link leads to, so that the link stays */
    const char *real = exists && realpath(path, target) ? target : path;
    if (!write_beside(scratch, real, text, exists ? &st : NULL)) {
        bool made_since = errno == EEXIST;
        return fail_write(scratch, error, path,
                          made_since ? _("it exists already") : strerror(errno));
    }
    return true;
}

FileStamp file_stamp(const char *path) {
    struct stat s;
    if (stat(path, &s) != 0)
        return (FileStamp){.there = false};
    return (FileStamp){true, s.st_dev, s.st_ino, s.st_size, s.st_mtim};
}

bool file_stamp_same(const FileStamp *x, const FileStamp *y) {
    return x->there == y->there && x->device == y->device && x->number == y->number &&
           x->size == y->size && x->changed.tv_sec == y->changed.tv_sec &&
           x->changed.tv_nsec == y->changed.tv_nsec;
}

void file_make_folders(Arena *scratch, Str path) {
    char *folder = (char *)str_dup(scratch, path).at;
    for (size_t i = 1; i < path.len; i++) {
        if (folder[i] != '/')
            continue;
        folder[i] = 0;
        mkdir(folder, 0700);
        folder[i] = '/';
    }
}
