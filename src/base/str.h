/* str.h: text as a pointer and a length, and interned names.
 *
 * Text is UTF-8, may hold NUL bytes, and is not NUL-terminated unless a function
 * says so. A Str never owns its bytes.
 */
#ifndef TFSCOPE_BASE_STR_H
#define TFSCOPE_BASE_STR_H

#include "base/arena.h"

typedef struct Str {
    const char *at; /* first byte; may be NULL when len is 0 */
    size_t len;     /* length in bytes */
} Str;

/* A Str of a string literal (or char array that ends in NUL). */
#define STR(literal) ((Str){(literal), sizeof(literal) - 1})

Str str_of(const char *z);                        /* of a NUL-terminated string */
bool str_eq(Str a, Str b);                        /* same bytes? */
bool str_is(Str a, const char *z);                /* same bytes as z? */
int str_cmp(Str a, Str b);                        /* byte order: <0, 0, >0 */
bool str_starts(Str s, Str prefix);               /* does s begin with prefix? */
bool str_ends(Str s, Str suffix);                 /* does s end with suffix? */
ptrdiff_t str_find(Str s, Str part, size_t from); /* byte index of part at or after from, or -1 */
/* the same, ignoring the case of ASCII letters */
ptrdiff_t str_find_letters(Str s, Str part, size_t from);
Str str_sub(Str s, size_t from, size_t to);       /* bytes from..to, clipped to s */
Str str_dup(Arena *a, Str s);                     /* a copy, NUL-terminated behind len */
Str str_join2(Arena *a, Str x, Str y);            /* x followed by y */
Str str_printf(Arena *a, const char *format, ...) /* printf into the arena; "%.*s" takes STR_ARG */
    __attribute__((format(printf, 2, 3)));
uint64_t str_hash(Str s); /* same text, same number, on every machine */

/* For printf's "%.*s". */
#define STR_ARG(s) (int)(s).len, (s).at ? (s).at : ""

/* An interned text: two Names of one Names table are equal exactly when the
 * pointers are. Identifiers, attribute names and node names are Names. */
typedef struct NameText {
    uint32_t len;    /* bytes in text, without the final NUL */
    uint32_t number; /* how many names the table had before */
    char text[];     /* NUL-terminated UTF-8 */
} NameText;
typedef const NameText *Name;

/* The table of interned texts. One per run (or lesson); not shared by threads. */
typedef struct Names Names;

/* Where a name belongs in a table of a power of two of places: sixteen names that were made in a
 * row are neighbours, which spares a large table most of its looks at memory that is not at hand;
 * such groups are spread evenly. Nobody can choose texts that collide. */
static inline uint32_t name_place(Name n) {
    uint32_t group = (n->number >> 4) * UINT32_C(0x9e3779b1);
    return (group ^ group >> 15) << 4 | (n->number & 15);
}

Names *names_make(Arena *a);           /* an empty table in a */
Name name_of(Names *t, Str s);         /* the Name of s, made on first use; s.len < 2^32 */
Name name_z(Names *t, const char *z);  /* the same for a NUL-terminated string */
Name name_find(const Names *t, Str s); /* the Name of s if it was ever interned, else NULL */
Str name_str(Name n);                  /* its text; NULL gives the empty Str */

#endif
