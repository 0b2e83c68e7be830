#include "base/packed.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

enum { OF_GZIP = 16 + MAX_WBITS }; /* the form that gzip writes */

static bool unpack(const Packed *p, char *to) {
    z_stream z = {.next_in = (unsigned char *)p->at,
                  .avail_in = p->size,
                  .next_out = (unsigned char *)to,
                  .avail_out = p->plain};
    if (inflateInit2(&z, OF_GZIP) != Z_OK)
        return false;
    bool whole = inflate(&z, Z_FINISH) == Z_STREAM_END && z.avail_out == 0;
    inflateEnd(&z);
    return whole;
}

Str packed_text(Arena *a, const Packed *p) {
    char *text = arena_alloc(a, (size_t)p->plain + 1);
    if (!unpack(p, text)) {
        fprintf(stderr, "tfscope: a text of the program itself cannot be unpacked\n");
        abort();
    }
    return (Str){text, p->plain};
}

const char **packed_fields(Arena *a, const Packed *p, size_t *n) {
    Str all = packed_text(a, p);
    size_t count = 0;
    for (size_t i = 0; i < all.len; i++) {
        count += all.at[i] == 0;
    }
    const char **fields = ARENA_ARRAY(a, count, const char *);
    *n = 0;
    for (const char *at = all.at; at < all.at + all.len; at += strlen(at) + 1) {
        fields[(*n)++] = at;
    }
    return fields;
}
