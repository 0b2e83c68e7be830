/* compute.c: what the functions that run ops share, and the ops that only pass values on. */
#include "graph/compute.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

bool compute_fail(Call *c, FaultKind kind, const char *format, ...) {
    va_list args;
    char text[512];
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    c->kind = kind;
    c->error = str_dup(c->e->arena, str_of(text));
    return false;
}

bool compute_out(Call *c, const Tensor *t) {
    c->out[0] = t;
    return t != NULL;
}

int64_t compute_int(const Call *c, const char *attr) {
    const Attr *a = node_attr(c->node, attr);
    return a ? a->i : 0;
}

bool compute_bool(const Call *c, const char *attr) {
    const Attr *a = node_attr(c->node, attr);
    return a && a->b;
}

int64_t compute_scalar(const Call *c, int input) {
    return c->in[input]->count ? tensor_i64(c->in[input], 0) : 0;
}

bool compute_fits(Call *c, Shape s) {
    int64_t count = 1, most = c->e->max_tensor > 0 ? c->e->max_tensor : INT64_MAX / 64;
    for (int d = 0; d < s.rank; d++) {
        if (s.dims[d] < 0) {
            return compute_fail(c, FAULT_INVALID_ARGUMENT, "Dimension %lld must be >= 0",
                                (long long)s.dims[d]);
        }
        if (__builtin_mul_overflow(count, s.dims[d], &count)) {
            count = INT64_MAX;
        }
    }
    if (count <= most) {
        return true;
    }
    Str text = shape_cpp_str(c->arena, s);
    return compute_fail(c, FAULT_BUDGET,
                        "%s would make a tensor of shape %.*s; the limit is %lld elements",
                        c->node->record.name->text, STR_ARG(text), (long long)most);
}

Tensor *tensor_keep(Arena *a, const Tensor *t) {
    Tensor *copy = tensor_make(a, t->dtype, shape_make(a, t->shape.rank, t->shape.dims));
    size_t size = dtype_size(t->dtype);
    if (t->count > 0 && size > 0) {
        memcpy(copy->data, t->data, (size_t)t->count * size);
    }
    for (int64_t i = 0; t->dtype == DTYPE_STRING && i < t->count; i++) {
        ((Str *)copy->data)[i] = str_dup(a, tensor_text(t, i));
    }
    return copy;
}

/* ---- passing on ---- */

bool compute_nothing(Call *c) {
    (void)c;
    return true;
}

bool compute_const(Call *c) {
    return compute_out(c, node_attr(c->node, "value")->tensor);
}

/* Every output is the input of its place; a reference stays one. */
bool compute_identity(Call *c) {
    for (uint32_t k = 0; k < c->node->record.noutputs; k++) {
        c->out[k] = c->in[k];
        c->out_variable[k] = c->node->record.outputs[k].ref ? c->in_variable[k] : NULL;
    }
    return true;
}

bool compute_switch(Call *c) {
    int branch = tensor_bool(c->in[1], 0);
    c->out[branch] = c->in[0];
    c->out_variable[branch] = c->node->record.outputs[0].ref ? c->in_variable[0] : NULL;
    return true;
}

/* The first input that is not dead, and its index. */
bool compute_merge(Call *c) {
    for (uint32_t k = 0; k < c->node->record.ninputs; k++) {
        if (c->in[k]) {
            c->out[0] = c->in[k];
            c->out_variable[0] = c->node->record.outputs[0].ref ? c->in_variable[k] : NULL;
            c->out[1] = tensor_scalar_i64(c->arena, DTYPE_INT32, k);
            return true;
        }
    }
    return true;
}

/* ---- placeholders ---- */

/* Until 1.1 a shape that is known in part was recorded as a scalar's. */
static Str placeholder_shape(Call *c) {
    const Attr *a = node_attr(c->node, "shape");
    bool recorded = a && (shape_known(a->shape) || engine_has(c->e, CHANGE_PLACEHOLDER_SHAPE));
    return recorded && a->shape.rank >= 1 ? shape_cpp_str(c->arena, a->shape) : (Str){0};
}

bool compute_placeholder(Call *c) {
    Str shape = placeholder_shape(c);
    return compute_fail(c, FAULT_INVALID_ARGUMENT,
                        "You must feed a value for placeholder tensor '%s' with dtype %s%s%.*s",
                        c->node->record.name->text,
                        dtype_cpp_name(c->node->record.outputs[0].dtype),
                        shape.len > 0 ? " and shape " : "", STR_ARG(shape));
}

/* ---- checks ---- */

bool compute_assert(Call *c) {
    if (tensor_bool(c->in[0], 0)) {
        return true;
    }
    Sink out = sink_memory(c->e->arena);
    sink_z(&out, "assertion failed:");
    for (uint32_t k = 1; k < c->node->record.ninputs; k++) {
        sink_z(&out, " [");
        compute_put_summary(&out, c->e, c->in[k], compute_int(c, "summarize"));
        sink_char(&out, ']');
    }
    c->kind = FAULT_INVALID_ARGUMENT;
    c->error = sink_str(&out);
    return false;
}

bool compute_check_numerics(Call *c) {
    const Attr *message = node_attr(c->node, "message");
    bool nan = false, inf = false;
    for (int64_t i = 0; i < c->in[0]->count; i++) {
        double x = tensor_f64(c->in[0], i);
        nan = nan || x != x;
        inf = inf || x - x != 0;
    }
    if (!nan && !inf) {
        return compute_out(c, c->in[0]);
    }
    return compute_fail(c, FAULT_INVALID_ARGUMENT, "%.*s : Tensor had %s values",
                        STR_ARG(message ? message->s : STR("")),
                        nan ? inf ? "Inf and NaN" : "NaN" : "Inf");
}

bool compute_string_join(Call *c) {
    const Attr *separator = node_attr(c->node, "separator");
    const Tensor *shaped = c->in[0];
    for (uint32_t k = 0; k < c->node->record.ninputs; k++) {
        shaped = shaped->shape.rank > 0 ? shaped : c->in[k];
    }
    Tensor *to = tensor_make(c->arena, DTYPE_STRING, shaped->shape);
    for (int64_t i = 0; i < to->count; i++) {
        Sink out = sink_memory(c->arena);
        for (uint32_t k = 0; k < c->node->record.ninputs; k++) {
            sink_put(&out, k > 0 && separator ? separator->s : STR(""));
            sink_put(&out, tensor_text(c->in[k], c->in[k]->count == 1 ? 0 : i));
        }
        ((Str *)to->data)[i] = sink_str(&out);
    }
    return compute_out(c, to);
}
