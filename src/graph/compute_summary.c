/* compute_summary.c: summaries are texts of bytes: a protocol buffer Summary, as its wire format
 * writes it. Fields that are zero are left out, as in version 3. */
#include <inttypes.h>
#include <math.h>

#include "base/map.h"
#include "graph/compute.h"
#include "proto/tensor_message.h"
#include "proto/tensorflow.pb-c.h"

/* ---- summaries ---- */

/* A summary with room for that many values. */
static Tensorflow__Summary *summary_make(Arena *a, int64_t n) {
    Tensorflow__Summary *m = message_make(a, &tensorflow__summary__descriptor);
    m->value = ARENA_ARRAY(a, (size_t)n + 1, Tensorflow__Summary__Value *);
    return m;
}

static Tensorflow__Summary__Value *value_add(Arena *a, Tensorflow__Summary *m, Str tag) {
    Tensorflow__Summary__Value *v = message_make(a, &tensorflow__summary__value__descriptor);
    m->value[m->n_value++] = v;
    MESSAGE_SET(v, tag, bytes_field(tag));
    return v;
}

static bool give(Call *c, Str summary) {
    Tensor *to = tensor_make(c->arena, DTYPE_STRING, shape_scalar());
    *(Str *)to->data = summary;
    return compute_out(c, to);
}

static bool give_summary(Call *c, const Tensorflow__Summary *m) {
    return give(c, message_bytes(c->arena, &m->base));
}

bool compute_scalar_summary(Call *c) {
    const Tensor *tags = c->in[0], *values = c->in[1];
    Tensorflow__Summary *m = summary_make(c->arena, tags->count);
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
        Tensorflow__Summary__Value *v = value_add(c->arena, m, tensor_text(tags, i));
        v->value_case = TENSORFLOW__SUMMARY__VALUE__VALUE_SIMPLE_VALUE;
        v->simple_value = (float)tensor_f64(values, i);
    }
    return give_summary(c, m);
}

/* ---- pictures ---- */

/* A picture's size; the picture itself, which would be a PNG, is left out. */
static void set_image(Arena *a, Tensorflow__Summary__Value *v, const int64_t *dims) {
    Tensorflow__Summary__Image *m = message_make(a, &tensorflow__summary__image__descriptor);
    m->has_height = (m->height = (int32_t)dims[1]) != 0;
    m->has_width = (m->width = (int32_t)dims[2]) != 0;
    m->has_colorspace = (m->colorspace = (int32_t)dims[3]) != 0;
    v->value_case = TENSORFLOW__SUMMARY__VALUE__VALUE_IMAGE;
    v->image = m;
}

bool compute_image_summary(Call *c) {
    Shape s = c->in[1]->shape;
    int64_t most = compute_int(c, "max_images");
    if (c->in[0]->count != 1 || c->in[0]->shape.rank) {
        return compute_fail(c, FAULT_INVALID_ARGUMENT, "Tags must be a scalar");
    }
    if (s.rank != 4 || (s.dims[3] != 1 && s.dims[3] != 3 && s.dims[3] != 4)) {
        return compute_fail(c, FAULT_INVALID_ARGUMENT,
                            "Tensor must be 4-D with last dim 1, 3, or 4, not %.*s",
                            STR_ARG(shape_cpp_str(c->arena, s)));
    }
    int64_t n = s.dims[0] < most ? s.dims[0] : most;
    Tensorflow__Summary *m = summary_make(c->arena, n > 0 ? n : 0);
    for (int64_t i = 0; i < n; i++) {
        Str tag = tensor_text(c->in[0], 0);
        tag = most > 1 ? str_printf(c->arena, "%.*s/image/%" PRId64, STR_ARG(tag), i)
                       : str_printf(c->arena, "%.*s/image", STR_ARG(tag));
        set_image(c->arena, value_add(c->arena, m, tag), s.dims);
    }
    return give_summary(c, m);
}

/* ---- histograms ---- */

bool compute_histogram_summary(Call *c) {
    const Tensor *tag = c->in[0], *values = c->in[1];
    double bad = 0;
    if (tag->shape.rank != 0) {
        return compute_fail(c, FAULT_INVALID_ARGUMENT, "tags must be scalar");
    }
    Tensorflow__HistogramProto *h = histogram_message(c->arena, values, &bad);
    if (!h) {
        return compute_fail(c, FAULT_INVALID_ARGUMENT, "%s in summary histogram for: %s",
                            isnan(bad) ? "Nan" : "Infinity", c->node->record.name->text);
    }
    Tensorflow__Summary *m = summary_make(c->arena, 1);
    Tensorflow__Summary__Value *v = value_add(c->arena, m, tensor_text(tag, 0));
    v->value_case = TENSORFLOW__SUMMARY__VALUE__VALUE_HISTO;
    v->histo = h;
    return give_summary(c, m);
}

/* ---- several in one ---- */

static bool take_tag(Call *c, Map *tags, Str tag) {
    MapEntry *seen = map_put(tags, name_of(c->e->names, tag));
    if (seen->num++) {
        return compute_fail(c, FAULT_INVALID_ARGUMENT, "Duplicate tag %.*s found in summary inputs",
                            STR_ARG(tag));
    }
    return true;
}

static bool take_values(Call *c, Map *tags, Str summary) {
    const Tensorflow__Summary *m =
        message_read(c->arena, &tensorflow__summary__descriptor, summary);
    if (!m) {
        return compute_fail(c, FAULT_INVALID_ARGUMENT, "Could not parse one of the summary inputs");
    }
    for (size_t i = 0; i < m->n_value; i++) {
        Str tag = field_bytes(m->value[i]->tag);
        if (tag.len && !take_tag(c, tags, tag)) {
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
    return give(c, sink_str(&out));
}
