/* source.h: a program text, places in it, and what was found wrong with it. */
#ifndef TFSCOPE_BASE_SOURCE_H
#define TFSCOPE_BASE_SOURCE_H

#include "base/sink.h"

/* A range of bytes of a source. */
typedef struct Span {
    uint32_t start; /* first byte */
    uint32_t end;   /* one past the last byte */
} Span;

/* A program text with an index of its lines. The bytes are valid UTF-8 without NUL
 * (file_read_source refuses anything else), with "\n" line ends. */
typedef struct Source {
    Str name;             /* as it is shown: a file name, or "<stdin>" */
    Str folder;           /* where its imports are looked for; empty: nowhere */
    Str text;             /* all bytes */
    uint32_t nlines;      /* lines; a final line without a newline counts */
    uint32_t *line_start; /* [nlines + 1] byte offset of each line, then text.len */
} Source;

typedef struct Place {
    uint32_t line;   /* from 1 */
    uint32_t column; /* from 1, in code points */
} Place;

/* Indexes the lines of text. "\r\n" and lone "\r" are turned into "\n" (in a copy). */
Source *source_make(Arena *a, Str name, Str text);
/* Another text in the place of `before`: with its name and folder. */
Source *source_instead(Arena *a, const Source *before, Str text);
Place source_place(const Source *s, uint32_t offset);      /* line and column of a byte */
uint32_t source_line_of(const Source *s, uint32_t offset); /* the line only */
/* text of line (from 1) without its newline; empty if out of range */
Str source_line(const Source *s, uint32_t line);
Str source_span(const Source *s, Span span); /* the bytes of a span */

typedef enum Severity { SEVERITY_ERROR, SEVERITY_NOTE } Severity;

typedef struct Diag {
    Severity severity;
    Span span;
    Str message; /* one sentence, no final newline; already translated */
    Str hint;    /* how to go on; may be empty */
} Diag;

/* A list of diagnostics, in the order found; at most 100 are kept, the rest counted. */
typedef struct Diags {
    Arena *arena;
    const Source *source;
    Diag *at;
    size_t count; /* kept */
    size_t cap;
    size_t dropped; /* found but not kept */
    size_t errors;  /* of severity error, kept or not */
} Diags;

Diags diags_make(Arena *a, const Source *source);
void diags_add(Diags *d, Severity severity, Span span, Str message, Str hint);

/* Prints all: "name:line:column: error: message", the line with the span underlined,
 * "hint: …". Long lines are cut around the span; text is made safe for a terminal. */
void diags_print(const Diags *d, Sink *out);

#endif
