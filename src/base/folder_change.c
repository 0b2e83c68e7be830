/* folder_change.c: changing what lies below a folder, and nothing else.
 *
 * A path is first made real, and must lie in the folder. Then it is walked from the folder itself,
 * link by link of the real path, following no symbolic link: whoever puts a link in the way between
 * the look and the walk gets an error, not a file elsewhere. */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/folder.h"

/* Where a change is made: an open folder, and a name in it. */
typedef struct Spot {
    int fd;
    char name[NAME_MAX + 1];
} Spot;

/* Opens `below` ("a/b", or empty) from the folder `within`. Returns -1 with errno set. */
static int walk_down(const char *within, const char *below) {
    int fd = open(within, O_PATH | O_DIRECTORY | O_CLOEXEC);
    while (fd >= 0 && *below) {
        char name[NAME_MAX + 1];
        size_t n = strcspn(below, "/");
        if (n > NAME_MAX) {
            close(fd);
            errno = ENAMETOOLONG;
            return -1;
        }
        memcpy(name, below, n);
        name[n] = 0;
        below += n + (below[n] == '/');
        int next = openat(fd, name, O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
        int kept = errno;
        close(fd);
        errno = kept;
        fd = next;
    }
    return fd;
}

/* The part of a real path below the real folder; NULL: it does not lie there. */
static const char *part_below(const char *folder, const char *real) {
    size_t n = strcmp(folder, "/") == 0 ? 0 : strlen(folder);
    if (strncmp(folder, real, n) != 0 || (real[n] != '/' && real[n] != 0)) {
        return NULL;
    }
    return real[n] == '/' ? real + n + 1 : real + n;
}

/* The path without slashes at its end. */
static Str trimmed(Str path) {
    while (path.len > 1 && path.at[path.len - 1] == '/') {
        path = str_sub(path, 0, path.len - 1);
    }
    return path;
}

/* Fills in the real folder of a path, and its last name. */
static int split_path(Arena *a, Str path, char *real, char *name) {
    path = trimmed(path);
    Str parent = folder_of_file(path);
    size_t from = str_is(parent, ".") && !str_starts(path, STR("./")) ? 0 : parent.len;
    Str last = str_sub(path, from, path.len);
    while (str_starts(last, STR("/"))) {
        last = str_sub(last, 1, last.len);
    }
    if (!last.len || str_is(last, ".") || str_is(last, "..")) {
        return EBUSY;
    }
    if (last.len > NAME_MAX) {
        return ENAMETOOLONG;
    }
    memcpy(name, last.at, last.len);
    name[last.len] = 0;
    return realpath(str_dup(a, parent).at, real) ? 0 : errno;
}

/* Finds the place of a path. follows: a link at its end leads on, when it leads to something in the
 * folder. Returns 0, an errno, or FOLDER_LEFT. */
static int spot_find(Arena *a, Str folder, Str path, bool follows, Spot *spot) {
    char within[PATH_MAX], real[PATH_MAX];
    struct stat st;
    if (!path.len || memchr(path.at, 0, path.len) || !realpath(str_dup(a, folder).at, within)) {
        return FOLDER_LEFT;
    }
    if (follows && realpath(str_dup(a, path).at, real)) {
        path = str_dup(a, str_of(real));
    }
    int error = split_path(a, path, real, spot->name);
    const char *below = error ? NULL : part_below(within, real);
    if (error || !below) {
        return error ? error : FOLDER_LEFT;
    }
    spot->fd = walk_down(within, below);
    if (spot->fd < 0) {
        return errno;
    }
    if (follows && fstatat(spot->fd, spot->name, &st, AT_SYMLINK_NOFOLLOW) == 0 &&
        S_ISLNK(st.st_mode)) {
        close(spot->fd); /* it leads to nothing, or elsewhere */
        return FOLDER_LEFT;
    }
    return 0;
}

static int spot_done(const Spot *spot, bool ok) {
    int error = ok ? 0 : errno;
    close(spot->fd);
    return error;
}

/* ---- changes ---- */

static bool write_all(int fd, Str text) {
    while (text.len) {
        ssize_t n = write(fd, text.at, text.len);
        if (n < 0 && errno != EINTR) {
            return false;
        }
        text = n < 0 ? text : str_sub(text, (size_t)n, text.len);
    }
    return true;
}

/* What the file is to be, or 0 with errno set: only a file may be replaced. */
static mode_t mode_wanted(const Spot *spot) {
    struct stat st;
    if (fstatat(spot->fd, spot->name, &st, AT_SYMLINK_NOFOLLOW) != 0) {
        mode_t mask = umask(0);
        umask(mask);
        return S_IFREG | (0666 & ~mask);
    }
    errno = S_ISDIR(st.st_mode) ? EISDIR : EINVAL;
    return S_ISREG(st.st_mode) ? st.st_mode : 0;
}

static bool write_at(const Spot *spot, Str bytes) {
    char beside[64];
    mode_t mode = mode_wanted(spot);
    snprintf(beside, sizeof beside, ".tfscope-%ld.new", (long)getpid());
    if (!mode) {
        return false;
    }
    unlinkat(spot->fd, beside, 0); /* of a process that was killed */
    int fd = openat(spot->fd, beside, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (fd < 0) {
        return false;
    }
    bool ok = write_all(fd, bytes) && fchmod(fd, mode & 07777) == 0;
    int kept = ok ? 0 : errno;
    ok = close(fd) == 0 && ok && renameat(spot->fd, beside, spot->fd, spot->name) == 0;
    if (!ok) {
        kept = kept ? kept : errno;
        unlinkat(spot->fd, beside, 0);
        errno = kept;
    }
    return ok;
}

int folder_write(Arena *scratch, Str folder, Str path, Str bytes) {
    Spot spot;
    int error = spot_find(scratch, folder, path, true, &spot);
    errno = 0;
    return error ? error : spot_done(&spot, write_at(&spot, bytes));
}

int folder_make(Arena *scratch, Str folder, Str path) {
    Spot spot;
    int error = spot_find(scratch, folder, path, false, &spot);
    return error ? error : spot_done(&spot, mkdirat(spot.fd, spot.name, 0777) == 0);
}

int folder_remove(Arena *scratch, Str folder, Str path, bool is_folder) {
    Spot spot;
    int error = spot_find(scratch, folder, path, false, &spot);
    return error
               ? error
               : spot_done(&spot, unlinkat(spot.fd, spot.name, is_folder ? AT_REMOVEDIR : 0) == 0);
}

int folder_rename(Arena *scratch, const FolderPath *from, const FolderPath *to) {
    Spot a, b;
    int error = spot_find(scratch, from->folder, from->path, false, &a);
    if (error) {
        return error;
    }
    error = spot_find(scratch, to->folder, to->path, false, &b);
    if (error) {
        close(a.fd);
        return error;
    }
    error = spot_done(&b, renameat(a.fd, a.name, b.fd, b.name) == 0);
    close(a.fd);
    return error;
}
