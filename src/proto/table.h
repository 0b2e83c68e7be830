/* table.h: tables of sorted keys, as LevelDB and TensorFlow write them. */
#ifndef TFSCOPE_PROTO_TABLE_H
#define TFSCOPE_PROTO_TABLE_H

#include "base/log.h"
#include "base/sink.h"

/* Keys that come in order; each holds only what is new behind the key before. */
typedef struct Block {
    Arena *arena;
    Sink bytes;
    Log restarts; /* uint32_t: where whole keys stand */
    int interval; /* keys from one of those to the next */
    int since;    /* keys since the last one */
    Str last;
} Block;

/* A table that is being written. */
typedef struct Table {
    Arena *arena;
    Sink *out;
    Block data, index;
    Str last;         /* key */
    size_t from, len; /* of the block that was written last */
    bool pending;     /* it is not in the index yet */
} Table;

Table table_begin(Arena *a, Sink *out);
/* Keys come in the order of their bytes. */
void table_add(Table *t, Str key, Str value);
void table_end(Table *t);

/* Calls fn for each entry; false: the table is damaged, or fn gave up. Lives in a. */
typedef bool TableFn(void *context, Str key, Str value);
bool table_read(Arena *a, Str table, TableFn *fn, void *context);

#endif
