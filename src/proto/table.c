/* table.c: tables of sorted keys, never compressed.
 *
 * A table is blocks of entries, an index of the blocks, and a footer that says where the index is.
 * An entry is the length that its key shares with the one before, the rest of the key and the
 * value. A block ends with the places of entries that share nothing, and each is followed by one
 * byte (it is not compressed) and a checksum. */
#include "proto/table.h"

#include <string.h>

#include "proto/message.h"
#include "proto/record.h"

#define BLOCK_SIZE ((size_t)256 << 10)
#define MAGIC 0xdb4775248b80fb57u

enum { INTERVAL = 16, TRAILER = 5, FOOTER = 48 };

/* ---- blocks ---- */

static Block block_make(Arena *a, int interval) {
    Block b = {.arena = a, .bytes = sink_memory(a), .interval = interval};
    b.restarts = log_make(a, sizeof(uint32_t));
    *LOG_PUSH(&b.restarts, uint32_t) = 0;
    return b;
}

static size_t common(Str a, Str b) {
    size_t n = 0;
    while (n < a.len && n < b.len && a.at[n] == b.at[n]) {
        n++;
    }
    return n;
}

static void block_add(Block *b, Str key, Str value) {
    size_t shared = 0;
    if (b->since == b->interval) {
        *LOG_PUSH(&b->restarts, uint32_t) = (uint32_t)b->bytes.len;
        b->since = 0;
    } else {
        shared = common(b->last, key);
    }
    put_varint(&b->bytes, shared);
    put_varint(&b->bytes, key.len - shared);
    put_varint(&b->bytes, value.len);
    sink_put(&b->bytes, str_sub(key, shared, key.len));
    sink_put(&b->bytes, value);
    b->last = str_dup(b->arena, key);
    b->since++;
}

static void block_end(Block *b) {
    for (size_t i = 0; i < b->restarts.count; i++) {
        put_fixed(&b->bytes, *LOG_AT(&b->restarts, uint32_t, i), 4);
    }
    put_fixed(&b->bytes, b->restarts.count, 4);
}

/* ---- writing ---- */

static void put_block(Table *t, Block *b) {
    block_end(b);
    t->from = t->out->len;
    t->len = b->bytes.len;
    uint32_t crc = crc32c(crc32c(0, sink_str(&b->bytes)), STR("\0"));
    sink_put(t->out, sink_str(&b->bytes));
    sink_char(t->out, 0);
    put_fixed(t->out, crc32c_masked(crc), 4);
}

static Str handle(const Table *t) {
    Sink out = sink_memory(t->arena);
    put_varint(&out, t->from);
    put_varint(&out, t->len);
    return sink_str(&out);
}

/* The key with its byte i raised by one, and nothing behind it. */
static Str raised(Arena *a, Str key, size_t i) {
    char *at = arena_copy(a, key.at, i + 1);
    at[i]++;
    return (Str){at, i + 1};
}

/* A short key between the last one and the next. */
static Str separator(const Table *t, Str next) {
    size_t i = common(t->last, next);
    bool room = i < t->last.len && i < next.len && (unsigned char)t->last.at[i] < 0xff &&
                (unsigned char)t->last.at[i] + 1 < (unsigned char)next.at[i];
    return room ? raised(t->arena, t->last, i) : t->last;
}

/* A short key behind the last one. */
static Str successor(const Table *t) {
    for (size_t i = 0; i < t->last.len; i++) {
        if ((unsigned char)t->last.at[i] != 0xff) {
            return raised(t->arena, t->last, i);
        }
    }
    return t->last;
}

static void flush(Table *t) {
    if (t->data.bytes.len) {
        put_block(t, &t->data);
        t->data = block_make(t->arena, INTERVAL);
        t->pending = true;
    }
}

Table table_begin(Arena *a, Sink *out) {
    return (Table){
        .arena = a, .out = out, .data = block_make(a, INTERVAL), .index = block_make(a, 1)};
}

void table_add(Table *t, Str key, Str value) {
    if (t->pending) {
        block_add(&t->index, separator(t, key), handle(t));
        t->pending = false;
    }
    t->last = str_dup(t->arena, key);
    block_add(&t->data, key, value);
    if (t->data.bytes.len + 4 * t->data.restarts.count + 4 >= BLOCK_SIZE) {
        flush(t);
    }
}

void table_end(Table *t) {
    Block meta = block_make(t->arena, INTERVAL);
    flush(t);
    if (t->pending) {
        block_add(&t->index, successor(t), handle(t));
    }
    put_block(t, &meta);
    Sink footer = sink_memory(t->arena);
    sink_put(&footer, handle(t));
    put_block(t, &t->index);
    sink_put(&footer, handle(t));
    sink_repeat(&footer, 0, FOOTER - 8 - footer.len);
    put_fixed(&footer, MAGIC, 8);
    sink_put(t->out, sink_str(&footer));
}

/* ---- reading: whatever the bytes are ---- */

static bool read_varint(Str bytes, size_t *i, uint64_t *n) {
    *n = 0;
    for (int shift = 0; *i < bytes.len && shift < 64; shift += 7) {
        unsigned char c = (unsigned char)bytes.at[(*i)++];
        *n |= (uint64_t)(c & 0x7f) << shift;
        if (c < 0x80) {
            return true;
        }
    }
    return false;
}

static uint64_t read_fixed(Str bytes, size_t i, int size) {
    uint64_t n = 0;
    for (int k = 0; k < size; k++) {
        n |= (uint64_t)(unsigned char)bytes.at[i + (size_t)k] << (8 * k);
    }
    return n;
}

/* The entries of the block of a handle, without its restarts. */
static bool find_block(Str table, Str handle, size_t *at, Str *entries) {
    uint64_t from, len;
    if (!read_varint(handle, at, &from) || !read_varint(handle, at, &len) || len < 4 ||
        from > table.len || len > table.len - from || table.len - from - len < TRAILER) {
        return false;
    }
    Str whole = str_sub(table, from, from + len + 1);
    uint64_t restarts = read_fixed(whole, len - 4, 4);
    *entries = str_sub(whole, 0, restarts <= (len - 4) / 4 ? len - 4 - 4 * restarts : 0);
    return whole.at[len] == 0 && restarts <= (len - 4) / 4 &&
           crc32c_masked(crc32c(0, whole)) == read_fixed(table, from + len + 1, 4);
}

static bool read_entries(Arena *a, Str entries, TableFn *fn, void *context) {
    Str key = STR("");
    for (size_t i = 0; i < entries.len;) {
        uint64_t shared, rest, len;
        if (!read_varint(entries, &i, &shared) || !read_varint(entries, &i, &rest) ||
            !read_varint(entries, &i, &len) || shared > key.len || rest > entries.len - i ||
            len > entries.len - i - rest) {
            return false;
        }
        key = str_join2(a, str_sub(key, 0, shared), str_sub(entries, i, i + rest));
        if (!fn(context, key, str_sub(entries, i + rest, i + rest + len))) {
            return false;
        }
        i += rest + len;
    }
    return true;
}

/* An index entry is a handle of a block. */
typedef struct Reader {
    Arena *arena;
    Str table;
    TableFn *fn;
    void *context;
} Reader;

static bool read_block(void *context, Str key, Str value) {
    const Reader *r = context;
    size_t at = 0;
    Str entries;
    (void)key;
    return find_block(r->table, value, &at, &entries) &&
           read_entries(r->arena, entries, r->fn, r->context);
}

bool table_read(Arena *a, Str table, TableFn *fn, void *context) {
    Reader r = {a, table, fn, context};
    size_t at = 0;
    Str index, meta;
    if (table.len < FOOTER || read_fixed(table, table.len - 8, 8) != MAGIC) {
        return false;
    }
    Str footer = str_sub(table, table.len - FOOTER, table.len - 8);
    return find_block(table, footer, &at, &meta) && find_block(table, footer, &at, &index) &&
           read_entries(a, index, read_block, &r);
}
