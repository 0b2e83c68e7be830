#include "proto/checkpoint.h"

#include <stdlib.h>
#include <string.h>

#include "proto/record.h"
#include "proto/table.h"
#include "proto/tensor_message.h"
#include "proto/tensorflow.pb-c.h"

/* ---- writing ---- */

bool checkpoint_takes(const Tensor *t) {
    DTypeClass class = dtype_class(t->dtype);
    return class != DTYPE_CLASS_STRING && class != DTYPE_CLASS_NONE;
}

typedef struct Entry {
    Str name, bytes; /* of its BundleEntryProto */
} Entry;

static int by_name(const void *x, const void *y) {
    return str_cmp(((const Entry *)x)->name, ((const Entry *)y)->name);
}

static Str entry_bytes(Arena *a, const Tensor *t, Sink *data) {
    Tensorflow__BundleEntryProto *m = message_make(a, &tensorflow__bundle_entry_proto__descriptor);
    Str bytes = {t->data, (size_t)t->count * dtype_size(t->dtype)};
    MESSAGE_SET(m, dtype, (Tensorflow__DataType)dtype_number(t->dtype));
    m->shape = shape_message(a, t->shape);
    m->has_offset = (m->offset = (int64_t)data->len) != 0;
    m->has_size = (m->size = (int64_t)bytes.len) != 0;
    MESSAGE_SET(m, crc32c, crc32c_masked(crc32c(0, bytes)));
    sink_put(data, bytes);
    return message_bytes(a, &m->base);
}

static Str header_bytes(Arena *a) {
    Tensorflow__BundleHeaderProto *m =
        message_make(a, &tensorflow__bundle_header_proto__descriptor);
    MESSAGE_SET(m, num_shards, 1);
    m->version = message_make(a, &tensorflow__version_def__descriptor);
    MESSAGE_SET(m->version, producer, 1);
    return message_bytes(a, &m->base);
}

void checkpoint_put(Arena *a, const SavedTensor *saved, size_t n, Sink *index, Sink *data) {
    Entry *entries = ARENA_ARRAY(a, n + 1, Entry);
    Table table = table_begin(a, index);
    for (size_t i = 0; i < n; i++) {
        entries[i] = (Entry){saved[i].name, entry_bytes(a, saved[i].value, data)};
    }
    qsort(entries, n, sizeof *entries, by_name);
    table_add(&table, STR(""), header_bytes(a));
    for (size_t i = 0; i < n; i++) {
        table_add(&table, entries[i].name, entries[i].bytes);
    }
    table_end(&table);
}

/* ---- reading ---- */

enum { RANK_MOST = 254 };

typedef struct Reading {
    Arena *arena;
    Str data;
    int64_t most;
    Log saved; /* SavedTensor */
    const char *error;
} Reading;

static bool fail(Reading *r, const char *error) {
    r->error = error;
    return false;
}

static bool read_header(Reading *r, Str value) {
    const Tensorflow__BundleHeaderProto *m =
        message_read(r->arena, &tensorflow__bundle_header_proto__descriptor, value);
    if (!m || (m->has_endianness && m->endianness)) {
        return fail(r, "its header is not one that is known");
    }
    return m->num_shards == 1 || fail(r, "it has several parts");
}

/* False: dimensions that no tensor has, or too many elements. */
static bool read_shape(const Reading *r, const Tensorflow__TensorShapeProto *m, Shape *shape) {
    int64_t dims[RANK_MOST], count = 1;
    size_t rank = m ? m->n_dim : 0;
    if (rank > RANK_MOST || (m && m->unknown_rank)) {
        return false;
    }
    for (size_t i = 0; i < rank; i++) {
        dims[i] = m->dim[i]->size;
        if (dims[i] < 0 || (dims[i] > 0 && count > r->most / dims[i])) {
            return false;
        }
        count *= dims[i];
    }
    *shape = shape_make(r->arena, (int)rank, dims);
    return true;
}

static Tensor *read_tensor(Reading *r, const Tensorflow__BundleEntryProto *m) {
    DType dtype = dtype_of_number((int)m->dtype);
    Shape shape;
    if (dtype == DTYPE_INVALID || m->shard_id || !read_shape(r, m->shape, &shape)) {
        return fail(r, "a tensor has a type, a shape or a place that is not known"), NULL;
    }
    Tensor *t = ARENA_NEW(r->arena, Tensor);
    *t = (Tensor){.dtype = dtype, .shape = shape};
    if (!checkpoint_takes(t)) {
        return fail(r, "a tensor holds texts"), NULL;
    }
    t = tensor_make(r->arena, dtype, shape);
    uint64_t size = (uint64_t)t->count * dtype_size(dtype);
    if (m->offset < 0 || (uint64_t)m->size != size || (uint64_t)m->offset > r->data.len ||
        size > r->data.len - (uint64_t)m->offset) {
        return fail(r, "a tensor does not lie in the file of data"), NULL;
    }
    Str bytes = str_sub(r->data, (size_t)m->offset, (size_t)m->offset + size);
    if (crc32c_masked(crc32c(0, bytes)) != m->crc32c) {
        return fail(r, "a checksum is wrong"), NULL;
    }
    if (size) {
        memcpy(t->data, bytes.at, size);
    }
    return t;
}

/* Booleans are 0 or 1, whatever the file says. */
static void mend(Tensor *t) {
    for (int64_t i = 0; t->dtype == DTYPE_BOOL && i < t->count; i++) {
        unsigned char *at = (unsigned char *)t->data + i;
        *at = *at != 0;
    }
}

static bool read_entry(void *context, Str key, Str value) {
    Reading *r = context;
    if (!key.len) {
        return read_header(r, value);
    }
    const Tensorflow__BundleEntryProto *m =
        message_read(r->arena, &tensorflow__bundle_entry_proto__descriptor, value);
    Tensor *t = m ? read_tensor(r, m) : NULL;
    if (!t) {
        return false;
    }
    mend(t);
    *LOG_PUSH(&r->saved, SavedTensor) = (SavedTensor){key, t};
    return true;
}

SavedTensor *checkpoint_read(Arena *a, Str index, Str data, int64_t most, size_t *n,
                             const char **error) {
    Reading r = {a, data, most, log_make(a, sizeof(SavedTensor)), NULL};
    if (!table_read(a, index, read_entry, &r)) {
        *error = r.error ? r.error : "its index is damaged";
        return NULL;
    }
    *n = r.saved.count;
    SavedTensor *saved = ARENA_ARRAY(a, *n + 1, SavedTensor);
    for (size_t i = 0; i < *n; i++) {
        saved[i] = *LOG_AT(&r.saved, SavedTensor, i);
    }
    return saved;
}
