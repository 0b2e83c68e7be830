#include "base/sink.h"

#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"

/* Makes room for `more` bytes behind text[0..len). */
static void reserve(Sink *s, size_t more) {
    if (more <= s->cap - s->len) {
        return;
    }
    size_t cap = s->cap < SIZE_MAX / 2 ? s->cap * 2 : SIZE_MAX;
    if (cap < 256) {
        cap = 256;
    }
    if (cap - s->len < more) {
        cap = more > SIZE_MAX - s->len ? SIZE_MAX : s->len + more;
    }
    char *text = arena_alloc(s->target, cap);
    if (s->len) {
        memcpy(text, s->text, s->len);
    }
    s->text = text;
    s->cap = cap;
}

static bool write_memory(Sink *s, const char *at, size_t len) {
    reserve(s, len);
    memcpy(s->text + s->len, at, len);
    return true;
}

static bool write_file(Sink *s, const char *at, size_t len) {
    return fwrite(at, 1, len, s->target) == len;
}

static bool write_nowhere(Sink *s, const char *at, size_t len) {
    (void)s, (void)at, (void)len;
    return true;
}

Sink sink_memory(Arena *a) {
    return (Sink){.write = write_memory, .target = a};
}

Sink sink_file(FILE *f) {
    return (Sink){.write = write_file, .target = f};
}

Sink sink_count(void) {
    return (Sink){.write = write_nowhere};
}

Str sink_str(const Sink *s) {
    return (Str){s->text, s->text ? s->len : 0};
}

static void fail(Sink *s, int error) {
    s->failed = true;
    s->error = error ? error : EIO;
}

void sink_flush(Sink *s) {
    if (fflush(s->target) != 0 && !s->failed) {
        fail(s, errno);
    }
}

void sink_put(Sink *s, Str text) {
    if (s->failed || text.len == 0) {
        return;
    }
    errno = 0;
    if (!s->write(s, text.at, text.len)) {
        fail(s, errno);
        return;
    }
    s->len += text.len;
}

void sink_z(Sink *s, const char *z) {
    sink_put(s, str_of(z));
}

void sink_char(Sink *s, char c) {
    sink_put(s, (Str){&c, 1});
}

void sink_repeat(Sink *s, char c, size_t n) {
    char part[128];
    memset(part, c, n < sizeof part ? n : sizeof part);
    while (n && !s->failed) {
        size_t now = n < sizeof part ? n : sizeof part;
        sink_put(s, (Str){part, now});
        n -= now;
    }
}

/* Text that is too long for the stack: straight into a memory sink, which may jump away
 * and so must not find anything to free; through malloc elsewhere. */
static void print_long(Sink *s, size_t len, const char *format, va_list args) {
    if (s->write == write_memory) {
        reserve(s, len + 1);
        vsnprintf(s->text + s->len, len + 1, format, args);
        s->len += len;
        return;
    }
    char *text = malloc(len + 1);
    if (!text) {
        fail(s, ENOMEM);
        return;
    }
    vsnprintf(text, len + 1, format, args);
    sink_put(s, (Str){text, len});
    free(text);
}

void sink_printf(Sink *s, const char *format, ...) {
    if (s->failed) {
        return;
    }
    char small[512];
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int n = vsnprintf(small, sizeof small, format, args);
    va_end(args);
    if (n < 0) {
        fail(s, errno);
    } else if ((size_t)n < sizeof small) {
        sink_put(s, (Str){small, (size_t)n});
    } else {
        print_long(s, (size_t)n, format, again);
    }
    va_end(again);
}

Str safe_next(Str text, size_t *i, char room[SAFE_MOST]) {
    size_t from = *i;
    uint32_t cp = utf8_next(text, i);
    Str bytes = str_sub(text, from, *i);
    if (cp == '\n' || cp == '\t')
        return bytes;
    if (cp < 0x20 || cp == 0x7f)
        return (Str){room, (size_t)snprintf(room, SAFE_MOST, "^%c", (char)(cp ^ 0x40))};
    if (cp >= 0x80 && cp < 0xa0)
        return (Str){room, (size_t)snprintf(room, SAFE_MOST, "\\x%02x", (unsigned)cp)};
    return utf8_valid(bytes, NULL) && !utf8_is_bidi_control(cp) ? bytes : STR("\xef\xbf\xbd");
}

void sink_safe(Sink *s, Str text) {
    size_t i = 0;
    size_t plain = 0; /* text[plain..i) passes as it is */
    while (i < text.len) {
        unsigned char c = (unsigned char)text.at[i];
        if (c >= 0x20 && c < 0x7f) {
            i++;
            continue;
        }
        sink_put(s, str_sub(text, plain, i));
        char room[SAFE_MOST];
        sink_put(s, safe_next(text, &i, room));
        plain = i;
    }
    sink_put(s, str_sub(text, plain, i));
}
