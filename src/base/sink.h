/* sink.h: where text goes: into memory, a file, or nowhere.
 *
 * Writers take a Sink and never learn where it leads. A failed write is remembered in
 * `failed` and later writes are dropped, so that callers check once, at the end.
 */
#ifndef TFSCOPE_BASE_SINK_H
#define TFSCOPE_BASE_SINK_H

#include <stdio.h>

#include "base/str.h"

typedef struct Sink Sink;

struct Sink {
    bool (*write)(Sink *s, const char *at, size_t len); /* false: failed */
    void *target;                                       /* of write: FILE, Arena … */
    bool failed;                                        /* a write failed; errno is kept in error */
    int error;                                          /* errno of the failed write */
    char *text;                                         /* memory sinks: what was written so far */
    size_t len; /* bytes written so far (memory sinks: bytes in text) */
    size_t cap; /* memory sinks: capacity of text */
};

Sink sink_memory(Arena *a); /* grows in the arena; the text is text[0..len) */
Sink sink_file(FILE *f);    /* through stdio; the caller closes f and calls sink_flush */
Sink sink_count(void);      /* only counts */
/* Flushes the stream of sink_file; a failure is kept, as that of a write is. */
void sink_flush(Sink *s);
Str sink_str(const Sink *s); /* what a memory sink holds */

void sink_put(Sink *s, Str text);
void sink_z(Sink *s, const char *z);
void sink_char(Sink *s, char c);
void sink_repeat(Sink *s, char c, size_t n);
void sink_printf(Sink *s, const char *format, ...) __attribute__((format(printf, 2, 3)));

enum { SAFE_MOST = 8 };

/* Text made safe for a terminal: control characters (C0 but newline and tab, DEL, C1),
 * bidi controls and invalid UTF-8 become ^[ or U+FFFD or \x1b. Newlines and tabs pass. */
void sink_safe(Sink *s, Str text);
/* The code point at text.at[*i] as sink_safe writes it: its own bytes, or a replacement that may
 * lie in room; moves *i behind it. */
Str safe_next(Str text, size_t *i, char room[SAFE_MOST]);

#endif
