/* progress_file.c: the book as a file: reading what anybody may have put there, writing it whole.
 */
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/file.h"
#include "base/json.h"
#include "base/text.h"
#include "tutor/progress_inner.h"

/* ---- reading ---- */

/* A whole number from 0 on, as the file may have it; anything else is 0. */
static int64_t number_of(const Json *object, const char *key) {
    double d = json_get_num(object, key, 0);
    return d >= 0 && d <= 1e12 ? (int64_t)d : 0;
}

static int small_of(const Json *object, const char *key) {
    int64_t n = number_of(object, key);
    return n > 1000000 ? 1000000 : (int)n;
}

static void read_items(Book *b, LessonEntry *l, const Json *items) {
    const Json *first = items && items->kind == JSON_OBJECT ? items->child : NULL;
    for (const Json *j = first; j; j = j->next) {
        ItemEntry *item = book_item_put(b, l, j->key);
        if (!item)
            continue;
        item->is = (ItemProgress){.tries = small_of(j, "tries"),
                                  .right = json_get_bool(j, "right", false),
                                  .right_away = json_get_bool(j, "right_away", false),
                                  .hints = small_of(j, "hints"),
                                  .shown = json_get_bool(j, "shown", false),
                                  .due = number_of(j, "due"),
                                  .again = small_of(j, "again")};
    }
}

static void read_lessons(Book *b, const Json *lessons) {
    for (const Json *j = lessons->child; j; j = j->next) {
        LessonEntry *l = book_lesson_put(b, j->key);
        if (!l)
            continue;
        l->is = (LessonProgress){.opened = true,
                                 .ended = json_get_bool(j, "ended", false),
                                 .step = number_of(j, "step"),
                                 .last = number_of(j, "last")};
        read_items(b, l, json_get(j, "items"));
    }
}

static BookFound read_text(Book *b, Str text) {
    Str why;
    const Json *root = json_parse(b->arena, text, &why);
    const Json *lessons = json_get(root, "lessons");
    double version = json_get_num(root, "version", 0);
    if (version > PROGRESS_VERSION)
        return BOOK_NEWER;
    if (version != PROGRESS_VERSION || !lessons || lessons->kind != JSON_OBJECT)
        return BOOK_BROKEN;
    b->sittings = number_of(root, "sittings");
    read_lessons(b, lessons);
    const LessonEntry *last = book_lesson(b, json_get_str(root, "last", STR("")));
    b->last = last ? last->id : STR("");
    return BOOK_READ;
}

BookFound book_read(Book *b, Str path, Str *trouble) {
    struct stat st;
    Str text;
    if (stat(path.at, &st) != 0 && errno == ENOENT)
        return BOOK_ABSENT;
    if (stat(path.at, &st) == 0 && S_ISREG(st.st_mode) && st.st_size > (off_t)PROGRESS_FILE_MOST)
        return BOOK_BROKEN;
    if (stat(path.at, &st) == 0 && !S_ISREG(st.st_mode)) {
        *trouble = str_printf(b->arena, _("%s is not a regular file"), path.at);
        return BOOK_UNREADABLE;
    }
    if (!file_read(b->arena, path.at, PROGRESS_FILE_MOST, &text, trouble))
        return BOOK_UNREADABLE;
    return read_text(b, text);
}

/* ---- writing ---- */

/* What is 0 or false is left out. */
static void put_number(JsonWriter *j, const char *key, int64_t n) {
    if (n == 0)
        return;
    json_key(j, key);
    json_int(j, n);
}

static void put_true(JsonWriter *j, const char *key, bool is) {
    if (!is)
        return;
    json_key(j, key);
    json_bool(j, true);
}

static void put_item(JsonWriter *j, const ItemProgress *is) {
    json_object(j);
    put_number(j, "tries", is->tries);
    put_true(j, "right", is->right);
    put_true(j, "right_away", is->right_away);
    put_number(j, "hints", is->hints);
    put_true(j, "shown", is->shown);
    put_number(j, "due", is->due);
    put_number(j, "again", is->again);
    json_end_object(j);
}

static void put_lesson(JsonWriter *j, const LessonEntry *l) {
    json_object(j);
    put_true(j, "ended", l->is.ended);
    put_number(j, "step", l->is.step);
    put_number(j, "last", l->is.last);
    json_key(j, "items");
    json_object(j);
    for (size_t i = 0; i < l->items.count; i++) {
        const ItemEntry *item = LOG_AT(&l->items, ItemEntry, i);
        json_key(j, item->id.at);
        put_item(j, &item->is);
    }
    json_end_object(j);
    json_end_object(j);
}

Str book_text(Arena *a, const Book *b) {
    Sink out = sink_memory(a);
    JsonWriter j = json_to(&out);
    json_object(&j);
    json_key(&j, "version");
    json_int(&j, PROGRESS_VERSION);
    put_number(&j, "sittings", b->sittings);
    json_key(&j, "last");
    json_str(&j, b->last);
    json_key(&j, "lessons");
    json_object(&j);
    for (size_t i = 0; i < b->lessons.count; i++) {
        const LessonEntry *l = LOG_AT(&b->lessons, LessonEntry, i);
        if (l->gone)
            continue;
        json_key(&j, l->id.at);
        put_lesson(&j, l);
    }
    json_end_object(&j);
    json_end_object(&j);
    sink_char(&out, '\n');
    return sink_str(&out);
}

static bool write_all(int fd, Str text) {
    while (text.len) {
        ssize_t n = write(fd, text.at, text.len);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            return false;
        text = str_sub(text, (size_t)n, text.len);
    }
    return fsync(fd) == 0;
}

static bool fill(const char *path, Str text) {
    int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK, 0600);
    if (fd < 0)
        return false;
    bool ok = write_all(fd, text);
    int kept = errno;
    ok = close(fd) == 0 && ok;
    errno = ok ? errno : kept;
    return ok;
}

/* So that the new name survives a crash, too; where the file system cannot, it is no fault. */
static void sync_folder(Arena *scratch, Str path) {
    Str folder = str_sub(path, 0, path.len);
    while (folder.len && folder.at[folder.len - 1] != '/')
        folder.len--;
    int fd =
        open(folder.len ? str_dup(scratch, folder).at : ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd >= 0) {
        (void)fsync(fd);
        close(fd);
    }
}

bool progress_replace(Arena *scratch, Str path, Str text) {
    char target[PATH_MAX]; /* what a link leads to: the link stays */
    Str real = str_of(realpath(path.at, target) ? target : path.at);
    Str beside = str_printf(scratch, "%.*s.new", STR_ARG(real));
    if (!fill(beside.at, text) || rename(beside.at, real.at) != 0) {
        int kept = errno;
        unlink(beside.at);
        errno = kept;
        return false;
    }
    sync_folder(scratch, real);
    return true;
}

bool progress_make_folder(Arena *scratch, Str folder) {
    struct stat st;
    if (stat(folder.at, &st) == 0) {
        errno = ENOTDIR;
        return S_ISDIR(st.st_mode);
    }
    for (size_t i = 1; i <= folder.len; i++) {
        if (i < folder.len && folder.at[i] != '/')
            continue;
        if (mkdir(str_dup(scratch, str_sub(folder, 0, i)).at, 0700) != 0 && errno != EEXIST)
            return false;
    }
    return true;
}

/* ---- the lock ---- */

enum { LOCK_TRIES = 2000 }; /* a millisecond apart */

static bool has_no_locks(int error) {
    return error == ENOLCK || error == ENOTSUP || error == ENOSYS || error == EINVAL;
}

/* A save takes a few milliseconds: who waits longer waits for a stopped program. */
static bool wait_for_lock(int fd) {
    for (int i = 0; i < LOCK_TRIES; i++) {
        if (flock(fd, LOCK_EX | LOCK_NB) == 0 || has_no_locks(errno))
            return true;
        if (errno != EWOULDBLOCK && errno != EINTR)
            return false;
        nanosleep(&(struct timespec){.tv_nsec = 1000000}, NULL);
    }
    errno = EWOULDBLOCK;
    return false;
}

int progress_lock(Arena *scratch, Str folder) {
    Str path = str_printf(scratch, "%.*s/progress.lock", STR_ARG(folder));
    int fd = open(path.at, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0600);
    if (fd < 0 || wait_for_lock(fd))
        return fd;
    int kept = errno;
    close(fd);
    errno = kept;
    return -1;
}
