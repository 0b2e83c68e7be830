#include "base/folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* ---- paths ---- */

Str folder_of_file(Str path) {
    size_t n = path.len;
    while (n > 0 && path.at[n - 1] != '/') {
        n--;
    }
    return n == 0 ? STR(".") : n == 1 ? STR("/") : str_sub(path, 0, n - 1);
}

/* Real paths, without a slash at the end. */
static bool lies_in(Str folder, Str path) {
    bool root = str_is(folder, "/");
    return str_starts(path, folder) &&
           (root || path.len == folder.len || path.at[folder.len] == '/');
}

/* The nearest thing above a path that is there. */
static bool real_above(Arena *a, Str path, char *real) {
    while (!str_is(path, ".") && !str_is(path, "/")) {
        path = folder_of_file(path);
        if (realpath(str_dup(a, path).at, real)) {
            return true;
        }
    }
    return realpath(path.at, real);
}

static FolderEntry entry_of(mode_t mode) {
    return S_ISREG(mode) ? FOLDER_FILE : S_ISDIR(mode) ? FOLDER_FOLDER : FOLDER_OTHER;
}

FolderFound folder_find(Arena *a, Str folder, Str path) {
    FolderFound found = {.entry = FOLDER_OUTSIDE};
    char within[PATH_MAX], real[PATH_MAX];
    struct stat st;
    bool nul = path.len && memchr(path.at, 0, path.len);
    if (nul || !path.len || !realpath(str_dup(a, folder).at, within)) {
        return found;
    }
    bool there = realpath(str_dup(a, path).at, real);
    if ((!there && !real_above(a, path, real)) || !lies_in(str_of(within), str_of(real))) {
        return found;
    }
    found.entry = FOLDER_MISSING;
    if (there && stat(real, &st) == 0) {
        found.entry = entry_of(st.st_mode);
        found.real = str_dup(a, str_of(real));
        found.size = st.st_size;
        found.changed = st.st_mtime;
    }
    return found;
}

/* ---- reading ---- */

int64_t folder_read(Str real, char *to, size_t size) {
    int fd = open(real.at, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    size_t have = 0;
    if (fd < 0) {
        return -1;
    }
    while (have < size) {
        ssize_t n = read(fd, to + have, size - have);
        if (n < 0 && errno == EINTR) {
            continue;
        }
        if (n <= 0) {
            have = n < 0 ? SIZE_MAX : have;
            break;
        }
        have += (size_t)n;
    }
    close(fd);
    return have == SIZE_MAX ? -1 : (int64_t)have;
}

/* ---- listing ---- */

static int by_bytes(const void *x, const void *y) {
    return str_cmp(*(const Str *)x, *(const Str *)y);
}

static bool is_dots(const char *name) {
    return strcmp(name, ".") == 0 || strcmp(name, "..") == 0;
}

/* Goes through the names, writing those that fit to `names` and their bytes to `bytes`; *n and
 * *size are what there is room for, and then what there was. An arena that is full jumps away, and
 * the open folder would be lost: so nothing is allocated here. */
static bool read_names(Str real, Str *names, size_t *n, char *bytes, size_t *size) {
    size_t room = *n, space = *size;
    DIR *dir = opendir(real.at);
    *n = *size = 0;
    if (!dir) {
        return false;
    }
    for (struct dirent *e; (e = readdir(dir));) {
        size_t len = strlen(e->d_name);
        if (is_dots(e->d_name)) {
            continue;
        }
        if (names && *n < room && *size + len < space) {
            memcpy(bytes + *size, e->d_name, len + 1);
            names[*n] = (Str){bytes + *size, len};
        } else if (names) {
            break; /* it has grown meanwhile */
        }
        ++*n;
        *size += len + 1;
    }
    closedir(dir);
    return true;
}

Str *folder_list(Arena *a, Str real, size_t *n) {
    size_t size = 0;
    *n = 0;
    if (!read_names(real, NULL, n, NULL, &size)) {
        return NULL;
    }
    Str *names = arena_array(a, *n + 1, sizeof *names);
    char *bytes = arena_alloc(a, size + 1);
    size++;
    if (!read_names(real, names, n, bytes, &size)) {
        return NULL;
    }
    qsort(names, *n, sizeof *names, by_bytes);
    return names;
}
