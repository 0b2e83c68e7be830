/* compute_summary.c: summaries are texts of bytes: a protocol buffer Summary, as its wire format
 * writes it. Fields that are zero are left out, as in version 3. */
#include <float.h>
#include <inttypes.h>
#include <math.h>
#include <string.h>

#include "base/map.h"
#include "graph/compute.h"

/* ---- the wire format ---- */

enum { WIRE_VARINT = 0, WIRE_DOUBLE = 1, WIRE_BYTES = 2, WIRE_FLOAT = 5 };

static void put_varint(Sink *out, uint64_t n) {
    for (; n >= 0x80; n >>= 7) {
        sink_char(out, (char)(n | 0x80));
    }
    sink_char(out, (char)n);
}

static void put_bytes(Sink *out, uint32_t field, Str bytes) {
    put_varint(out, field << 3 | WIRE_BYTES);
    put_varint(out, bytes.len);
    sink_put(out, bytes);
}

/* The low `size` bytes of a number, the lowest first. */
static void put_fixed(Sink *out, uint64_t bits, int size) {
    for (int i = 0; i < size; i++) {
        sink_char(out, (char)(bits >> (8 * i)));
    }
}

static void put_double(Sink *out, double v) {
    uint64_t bits;
    memcpy(&bits, &v, sizeof bits);
    put_fixed(out, bits, 8);
}

static void put_double_field(Sink *out, uint32_t field, double v) {
    if (v != 0 || signbit(v)) {
        put_varint(out, field << 3 | WIRE_DOUBLE);
        put_double(out, v);
    }
}

/* Reads a varint at *i; false: the bytes end before it does. */
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

/* Reads a field that holds bytes. */
static bool read_bytes(Str bytes, size_t *i, uint64_t *field, Str *content) {
    uint64_t len;
    if (!read_varint(bytes, i, field) || (*field & 7) != WIRE_BYTES ||
        !read_varint(bytes, i, &len) || len > bytes.len - *i) {
        return false;
    }
    *field >>= 3;
    *content = str_sub(bytes, *i, *i + (size_t)len);
    *i += (size_t)len;
    return true;
}

/* ---- summaries ---- */

enum { SUMMARY_VALUE = 1, VALUE_TAG = 1, VALUE_SIMPLE = 2, VALUE_IMAGE = 4, VALUE_HISTOGRAM = 5 };

static bool give(Call *c, const Sink *summary) {
    Tensor *to = tensor_make(c->arena, DTYPE_STRING, shape_scalar());
    *(Str *)to->data = sink_str(summary);
    return compute_out(c, to);
}

static void put_scalar(Call *c, Sink *out, Str tag, float v) {
    Sink value = sink_memory(c->arena);
    uint32_t bits;
    memcpy(&bits, &v, sizeof bits);
    put_bytes(&value, VALUE_TAG, tag);
    put_varint(&value, VALUE_SIMPLE << 3 | WIRE_FLOAT);
    put_fixed(&value, bits, 4);
    put_bytes(out, SUMMARY_VALUE, sink_str(&value));
}

bool compute_scalar_summary(Call *c) {
    const Tensor *tags = c->in[0], *values = c->in[1];
    Sink out = sink_memory(c->arena);
    if (!shape_eq(tags->shape, values->shape)) {
        Str a = shape_cpp_str(c->arena, tags->shape), b = shape_cpp_str(c->arena, values->shape);
        Str tag = tags->count == 1
                      ? str_printf(c->arena, " (tag '%.*s')", STR_ARG(tensor_text(tags, 0)))
                      : STR("");
        return compute_fail(c, FAULT_INVALID_ARGUMENT,
                            "tags and values not the same shape: %.*s != %.*s%.*s", STR_ARG(a),
                            STR_ARG(b), STR_ARG(tag));
    }
    for (int64_t i = 0; i < tags->count; i++) {
        put_scalar(c, &out, tensor_text(tags, i), (float)tensor_f64(values, i));
    }
    return give(c, &out);
}

/* ---- pictures ---- */

enum { IMAGE_HEIGHT = 1, IMAGE_WIDTH = 2, IMAGE_COLORS = 3 };

/* A picture's size; the picture itself, which would be a PNG, is left out. */
static void put_image(Call *c, Sink *out, Str tag, const int64_t *dims) {
    Sink image = sink_memory(c->arena), value = sink_memory(c->arena);
    for (uint32_t field = IMAGE_HEIGHT; field <= IMAGE_COLORS; field++) {
        if (dims[field]) {
            put_varint(&image, field << 3 | WIRE_VARINT);
            put_varint(&image, (uint64_t)dims[field]);
        }
    }
    put_bytes(&value, VALUE_TAG, tag);
    put_bytes(&value, VALUE_IMAGE, sink_str(&image));
    put_bytes(out, SUMMARY_VALUE, sink_str(&value));
}

bool compute_image_summary(Call *c) {
    Shape s = c->in[1]->shape;
    Sink out = sink_memory(c->arena);
    int64_t most = compute_int(c, "max_images");
    if (c->in[0]->count != 1 || c->in[0]->shape.rank) {
        return compute_fail(c, FAULT_INVALID_ARGUMENT, "Tags must be a scalar");
    }
    if (s.rank != 4 || (s.dims[3] != 1 && s.dims[3] != 3 && s.dims[3] != 4)) {
        return compute_fail(c, FAULT_INVALID_ARGUMENT,
                            "Tensor must be 4-D with last dim 1, 3, or 4, not %.*s",
                            STR_ARG(shape_cpp_str(c->arena, s)));
    }
    for (int64_t i = 0; i < s.dims[0] && i < most; i++) {
        Str tag = tensor_text(c->in[0], 0);
        tag = most > 1 ? str_printf(c->arena, "%.*s/image/%" PRId64, STR_ARG(tag), i)
                       : str_printf(c->arena, "%.*s/image", STR_ARG(tag));
        put_image(c, &out, tag, s.dims);
    }
    return give(c, &out);
}

/* ---- histograms ---- */

/* Limits of the buckets: from 1e-12 on each is a tenth above the one before, up to 1e20, and the
 * same below zero. */
enum { LIMITS_ONE_SIDE = 774, LIMITS = 2 * LIMITS_ONE_SIDE + 1 };

typedef struct Histogram {
    double limit[LIMITS + 2], count[LIMITS + 2];
    int buckets;
    double least, most, n, sum, squares;
} Histogram;

static void histogram_make(Histogram *h) {
    double side[LIMITS_ONE_SIDE + 1];
    int n = 0;
    for (double v = 1e-12; v < 1e20 && n < LIMITS_ONE_SIDE; v *= 1.1) {
        side[n++] = v;
    }
    side[n++] = DBL_MAX;
    *h = (Histogram){.least = DBL_MAX, .most = -DBL_MAX};
    for (int i = n - 1; i >= 0; i--) {
        h->limit[h->buckets++] = -side[i];
    }
    h->limit[h->buckets++] = 0;
    for (int i = 0; i < n; i++) {
        h->limit[h->buckets++] = side[i];
    }
}

/* The first bucket with a limit above v. */
static int bucket_of(const Histogram *h, double v) {
    int low = 0, high = h->buckets - 1;
    while (low < high) {
        int middle = (low + high) / 2;
        if (v < h->limit[middle]) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    return low;
}

static void histogram_add(Histogram *h, double v) {
    h->count[bucket_of(h, v)]++;
    h->least = v < h->least ? v : h->least;
    h->most = v > h->most ? v : h->most;
    h->n++;
    h->sum += v;
    h->squares += v * v;
}

/* Of empty buckets in a row only the last is written. */
static void put_buckets(Call *c, const Histogram *h, Sink *out) {
    Sink limits = sink_memory(c->arena), counts = sink_memory(c->arena);
    for (int i = 0; i < h->buckets;) {
        int at = i++;
        while (h->count[at] <= 0 && i < h->buckets && h->count[i] <= 0) {
            at = i++;
        }
        put_double(&limits, h->limit[at]);
        put_double(&counts, h->count[at]);
    }
    put_bytes(out, 6, sink_str(&limits));
    put_bytes(out, 7, sink_str(&counts));
}

static void put_histogram(Call *c, const Histogram *h, Sink *out) {
    put_double_field(out, 1, h->least);
    put_double_field(out, 2, h->most);
    put_double_field(out, 3, h->n);
    put_double_field(out, 4, h->sum);
    put_double_field(out, 5, h->squares);
    put_buckets(c, h, out);
}

static bool add_all(Call *c, const Tensor *values, Histogram *h) {
    for (int64_t i = 0; i < values->count; i++) {
        double v = tensor_f64(values, i);
        if (isnan(v) || isinf(v)) {
            return compute_fail(c, FAULT_INVALID_ARGUMENT, "%s in summary histogram for: %s",
                                isnan(v) ? "Nan" : "Infinity", c->node->record.name->text);
        }
        histogram_add(h, v);
    }
    return true;
}

bool compute_histogram_summary(Call *c) {
    const Tensor *tag = c->in[0], *values = c->in[1];
    Histogram *h = ARENA_NEW(c->arena, Histogram);
    Sink histogram = sink_memory(c->arena), value = sink_memory(c->arena),
         out = sink_memory(c->arena);
    if (tag->shape.rank != 0) {
        return compute_fail(c, FAULT_INVALID_ARGUMENT, "tags must be scalar");
    }
    histogram_make(h);
    if (!add_all(c, values, h)) {
        return false;
    }
    put_histogram(c, h, &histogram);
    put_bytes(&value, VALUE_TAG, tensor_text(tag, 0));
    put_bytes(&value, VALUE_HISTOGRAM, sink_str(&histogram));
    put_bytes(&out, SUMMARY_VALUE, sink_str(&value));
    return give(c, &out);
}

/* ---- several in one ---- */

/* The tag of a value is its first field. */
static bool take_tag(Call *c, Map *tags, Str value) {
    uint64_t field;
    size_t i = 0;
    Str tag;
    if (!read_bytes(value, &i, &field, &tag) || field != VALUE_TAG || tag.len == 0) {
        return true;
    }
    MapEntry *seen = map_put(tags, name_of(c->e->names, tag));
    if (seen->num++) {
        return compute_fail(c, FAULT_INVALID_ARGUMENT, "Duplicate tag %.*s found in summary inputs",
                            STR_ARG(tag));
    }
    return true;
}

static bool take_values(Call *c, Map *tags, Str summary) {
    for (size_t i = 0; i < summary.len;) {
        uint64_t field;
        Str value;
        if (!read_bytes(summary, &i, &field, &value)) {
            return compute_fail(c, FAULT_INVALID_ARGUMENT,
                                "Could not parse one of the summary inputs");
        }
        if (field == SUMMARY_VALUE && !take_tag(c, tags, value)) {
            return false;
        }
    }
    return true;
}

bool compute_merge_summary(Call *c) {
    Sink out = sink_memory(c->arena);
    Map tags = map_make(c->arena);
    for (uint32_t k = 0; k < c->node->record.ninputs; k++) {
        for (int64_t i = 0; i < c->in[k]->count; i++) {
            Str summary = tensor_text(c->in[k], i);
            if (!take_values(c, &tags, summary)) {
                return false;
            }
            sink_put(&out, summary);
        }
    }
    return give(c, &out);
}
