#include "base/packed.h"

#include <lzma.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

enum {
    PART = 1 << 30,  /* bytes that zlib is given at a time */
    LARGE = 4 << 20, /* from here on a little size is given for much time */
};

static bool unpack(const Packed *p, char *to) {
    lzma_stream z = LZMA_STREAM_INIT;
    if (lzma_alone_decoder(&z, UINT64_MAX) != LZMA_OK)
        return false;
    z.next_in = p->at;
    z.avail_in = p->size;
    z.next_out = (uint8_t *)to;
    z.avail_out = p->plain;
    bool whole = lzma_code(&z, LZMA_FINISH) == LZMA_STREAM_END && z.avail_out == 0;
    lzma_end(&z);
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

Str pack_deflated(Arena *a, Str text) {
    z_stream z = {0};
    int level = text.len < LARGE ? Z_BEST_COMPRESSION : Z_DEFAULT_COMPRESSION;
    if (deflateInit2(&z, level, Z_DEFLATED, -MAX_WBITS, 9, Z_DEFAULT_STRATEGY) != Z_OK)
        abort();
    uLong room = deflateBound(&z, text.len);
    char *to = arena_alloc(a, room);
    size_t done = 0, len = 0;
    do { /* zlib counts in unsigned int: a large text goes in parts */
        size_t part = text.len - done < PART ? text.len - done : PART;
        z.next_in = (unsigned char *)text.at + done;
        z.avail_in = (uInt)part;
        done += part;
        do {
            size_t left = room - len < PART ? room - len : PART;
            z.next_out = (unsigned char *)to + len;
            z.avail_out = (uInt)left;
            deflate(&z, done == text.len ? Z_FINISH : Z_NO_FLUSH);
            len += left - z.avail_out;
        } while (z.avail_in > 0);
    } while (done < text.len);
    deflateEnd(&z);
    return (Str){to, len};
}
