/* packed.h: texts that a build has packed, as they would be a tenth of the program; and packing at
 * run time. packed.c is the only file that includes liblzma and zlib. */
#ifndef TFSCOPE_BASE_PACKED_H
#define TFSCOPE_BASE_PACKED_H

#include "base/str.h"

typedef struct Packed {
    const unsigned char *at; /* [size] bytes as xz --format=lzma writes them */
    uint32_t size;
    uint32_t plain; /* bytes of the text */
} Packed;

/* The text, in a. What the build packed can be unpacked: anything else is a bug, and ends the
 * process. */
Str packed_text(Arena *a, const Packed *p);
/* Of a list (src/cli/pack_rows.c): its fields, those of all rows one behind the other. */
const char **packed_fields(Arena *a, const Packed *p, size_t *n);

/* The bytes of `text` deflated (RFC 1951), in a. */
Str pack_deflated(Arena *a, Str text);

#endif
