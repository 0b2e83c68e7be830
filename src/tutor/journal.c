/* journal.c: lines of the log, written and read. */
#include "tutor/journal.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/json.h"
#include "base/text.h"
#include "base/utf8.h"
#include "tutor/journal_inner.h"

static const char *const deed_names[] = {
    [DEED_OPENED] = "opened",     [DEED_REACHED] = "reached",   [DEED_ENDED] = "ended",
    [DEED_ANSWERED] = "answered", [DEED_HINTED] = "hinted",     [DEED_SHOWN] = "shown",
    [DEED_TRIED] = "tried",       [DEED_REVIEWED] = "reviewed", [DEED_RESET] = "reset",
};

bool journal_deed(Str name, DeedKind *kind) {
    for (size_t i = 0; i < sizeof deed_names / sizeof *deed_names; i++) {
        *kind = (DeedKind)i;
        if (str_is(name, deed_names[i]))
            return true;
    }
    return false;
}

static void put_text(JsonWriter *j, const char *key, Str text) {
    if (text.len == 0)
        return;
    json_key(j, key);
    json_str(j, str_sub(text, 0, utf8_offset(text, JOURNAL_TEXT_MOST)));
}

void journal_line(Sink *out, const Deed *d, Str student, Str time) {
    JsonWriter j = json_to(out);
    json_object(&j);
    json_key(&j, "version");
    json_int(&j, JOURNAL_VERSION);
    put_text(&j, "time", time);
    put_text(&j, "student", student);
    put_text(&j, "deed", str_of(deed_names[d->kind]));
    put_text(&j, "lesson", d->lesson);
    put_text(&j, "item", d->item);
    if (d->kind == DEED_ANSWERED || d->kind == DEED_TRIED || d->kind == DEED_REVIEWED) {
        json_key(&j, "right");
        json_bool(&j, d->right);
    }
    if (d->number) {
        json_key(&j, "number");
        json_int(&j, d->number);
    }
    put_text(&j, "text", d->text);
    json_end_object(&j);
    sink_char(out, '\n');
}

/* Whether the file ends in the middle of a line: of one that was cut off by a full disk. */
static bool is_cut(int fd) {
    struct stat st;
    char last;
    return fstat(fd, &st) == 0 && S_ISREG(st.st_mode) && st.st_size > 0 &&
           pread(fd, &last, 1, st.st_size - 1) == 1 && last != '\n';
}

/* A file that may only be written, not read, is as good. It never waits for the reader of a pipe.
 */
static int open_log(const char *path) {
    int flags = O_APPEND | O_CREAT | O_CLOEXEC | O_NONBLOCK | O_NOCTTY;
    int fd = open(path, O_RDWR | flags, 0666);
    return fd >= 0 || errno != EACCES ? fd : open(path, O_WRONLY | flags, 0666);
}

static bool write_line(Arena *a, int fd, Str line) {
    if (is_cut(fd))
        line = str_join2(a, STR("\n"), line);
    ssize_t n = write(fd, line.at, line.len);
    if (n >= 0 && (size_t)n < line.len)
        errno = ENOSPC;
    return n >= 0 && (size_t)n == line.len;
}

bool journal_append(Arena *a, Str path, Str line, Str *trouble) {
    Str z = str_dup(a, path);
    int fd = open_log(z.at);
    bool written = fd >= 0 && write_line(a, fd, line);
    int why = errno;
    if (fd >= 0)
        close(fd);
    *trouble =
        written ? STR("") : str_printf(a, _("cannot write the log %s: %s"), z.at, strerror(why));
    return written;
}
