#include "graph/infer.h"

#include <stdarg.h>

#include "graph/compute.h"

#define KNOWN_MAX 1024 /* most elements of a value that is folded when its node is made */

/* ---- the node's frame ---- */

Arena *infer_arena(const Infer *i) {
    return i->e->arena;
}

int infer_inputs(const Infer *i) {
    return (int)i->node->record.ninputs;
}

Shape infer_in(const Infer *i, int input) {
    return output_shape(i->node->inputs[input]);
}

bool infer_out(Infer *i, int output, Shape s) {
    i->node->record.outputs[output].shape = s;
    return true;
}

int64_t infer_attr_int(const Infer *i, const char *name) {
    const Attr *a = node_attr(i->node, name);
    return a ? a->i : 0;
}

bool infer_attr_bool(const Infer *i, const char *name) {
    const Attr *a = node_attr(i->node, name);
    return a && a->b;
}

const Tensor *infer_value(Infer *i, int input) {
    i->read |= 1u << (input & 31);
    return fold_value(i->e, i->node->inputs[input]);
}

Shape infer_shape_value(Infer *i, int input) {
    i->read_shape |= 1u << (input & 31);
    return fold_shape(i->e, i->node->inputs[input]);
}

bool infer_fail(Infer *i, const char *format, ...) {
    va_list args;
    char text[512];
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    return engine_fail(i->e, FAULT_VALUE, "%s", text);
}

/* ---- what is added to a refusal ---- */

static void put_element(Sink *out, const Tensor *t, int64_t k) {
    if (dtype_class(t->dtype) == DTYPE_CLASS_FLOAT) {
        sink_printf(out, "%g", tensor_f64(t, k));
    } else if (t->dtype == DTYPE_STRING) {
        sink_put(out, tensor_text(t, k));
    } else {
        sink_printf(out, "%lld", (long long)tensor_i64(t, k));
    }
}

static void put_value(Sink *out, const Tensor *t) {
    for (int64_t k = 0; k < t->count && k < 256; k++) {
        sink_z(out, k > 0 ? " " : "");
        put_element(out, t, k);
    }
}

static bool tells_shape(const Infer *i, int input) {
    return (i->read_shape >> (input & 31) & 1u) &&
           fold_shape(i->e, i->node->inputs[input]).rank >= 0;
}

static void put_values(const Infer *i, Sink *out) {
    bool any = false;
    for (int k = 0; k < infer_inputs(i) && k < 32; k++) {
        const Tensor *t =
            (i->read >> k & 1u) && !tells_shape(i, k) ? fold_value(i->e, i->node->inputs[k]) : NULL;
        if (!t) {
            continue;
        }
        sink_printf(out, "%sinput[%d] = <", any ? ", " : " and with computed input tensors: ", k);
        put_value(out, t);
        sink_char(out, '>');
        any = true;
    }
}

static void put_shape_values(const Infer *i, Sink *out) {
    bool any = false;
    for (int k = 0; k < infer_inputs(i) && k < 32; k++) {
        if (!tells_shape(i, k)) {
            continue;
        }
        Str text = shape_cpp_str(i->e->arena, fold_shape(i->e, i->node->inputs[k]));
        sink_printf(out, "%sinput[%d] = %.*s",
                    any ? "," : " and with input tensors computed as partial shapes: ", k,
                    STR_ARG(text));
        any = true;
    }
}

static bool attach_context(const Infer *i) {
    Engine *e = i->e;
    Sink out = sink_memory(e->arena);
    sink_put(&out, e->fault.text);
    sink_printf(&out, " for '%s' (op: '%s') with input shapes: ", i->node->record.name->text,
                i->node->def->name);
    for (int k = 0; k < infer_inputs(i); k++) {
        sink_z(&out, k > 0 ? ", " : "");
        sink_put(&out, shape_cpp_str(e->arena, infer_in(i, k)));
    }
    put_values(i, &out);
    put_shape_values(i, &out);
    sink_char(&out, '.');
    return engine_fail(e, FAULT_VALUE, "%.*s", STR_ARG(sink_str(&out)));
}

static void fold_known(Engine *e, Node *n) {
    int64_t count = shape_count(n->record.outputs[0].shape);
    const Attr *value = opdef_compute(n->def) == compute_const ? node_attr(n, "value") : NULL;
    if (value) {
        n->outputs[0].known = value->tensor;
        n->record.constant = value->tensor;
    } else if (count >= 0 && count <= KNOWN_MAX) {
        const Tensor *t = fold_value(e, &n->outputs[0]);
        n->outputs[0].known = t ? tensor_keep(e->arena, t) : NULL;
    }
}

static bool infer_shapes(Engine *e, Node *n) {
    Infer i = {.e = e, .node = n};
    if (!opdef_infer(n->def)(&i)) {
        return e->fault.kind == FAULT_VALUE && attach_context(&i);
    }
    if (n->def->flags & OP_KNOWN) {
        fold_known(e, n);
    }
    return true;
}

bool infer_node(Engine *e, Node *n) {
    ArenaMark mark = arena_mark(e->scratch);
    bool ok = infer_shapes(e, n);
    arena_release(e->scratch, mark);
    return ok;
}

/* ---- checks and merges ---- */

Shape infer_dims(const Infer *i, int rank) {
    int64_t *dims = ARENA_ARRAY(i->e->arena, (size_t)rank, int64_t);
    for (int d = 0; d < rank; d++) {
        dims[d] = DIM_UNKNOWN;
    }
    return (Shape){rank, dims};
}

bool infer_rank(Infer *i, int input, int rank, Shape *out) {
    Shape s = infer_in(i, input);
    if (s.rank >= 0 && s.rank != rank) {
        return infer_fail(i, "Shape must be rank %d but is rank %d", rank, s.rank);
    }
    *out = s.rank < 0 ? infer_dims(i, rank) : s;
    return true;
}

bool infer_rank_at_least(Infer *i, int input, int rank) {
    Shape s = infer_in(i, input);
    return s.rank < 0 || s.rank >= rank ||
           infer_fail(i, "Shape must be at least rank %d but is rank %d", rank, s.rank);
}

bool infer_rank_at_most(Infer *i, int input, int rank) {
    Shape s = infer_in(i, input);
    return s.rank <= rank ||
           infer_fail(i, "Shape must be at most rank %d but is rank %d", rank, s.rank);
}

bool infer_agree_dim(Infer *i, int64_t x, int64_t y, int64_t *out) {
    if (x >= 0 && y >= 0 && x != y) {
        return infer_fail(i, "Dimensions must be equal, but are %lld and %lld", (long long)x,
                          (long long)y);
    }
    *out = x >= 0 ? x : y;
    return true;
}

static bool refuse_merge(Infer *i, Shape x, Shape y) {
    int d = 0;
    while (d < x.rank && (x.dims[d] < 0 || y.dims[d] < 0 || x.dims[d] == y.dims[d])) {
        d++;
    }
    long long dx = (long long)x.dims[d], dy = (long long)y.dims[d];
    if (!engine_has(i->e, CHANGE_MERGE_SHAPES_TEXT)) {
        return infer_fail(i, "Dimension %d in both shapes must be equal, but are %lld and %lld", d,
                          dx, dy);
    }
    Str a = shape_cpp_str(i->e->arena, x), b = shape_cpp_str(i->e->arena, y);
    return infer_fail(
        i,
        "Dimension %d in both shapes must be equal, but are %lld and %lld. Shapes are %.*s and %.*s.",
        d, dx, dy, STR_ARG(a), STR_ARG(b));
}

bool infer_agree(Infer *i, Shape x, Shape y, Shape *out) {
    if (shape_merge(i->e->arena, x, y, out)) {
        return true;
    }
    if (x.rank != y.rank) {
        return infer_fail(i, "Shapes must be equal rank, but are %d and %d", x.rank, y.rank);
    }
    return refuse_merge(i, x, y);
}

bool infer_axis(int64_t *axis, int rank) {
    if (*axis < -rank || *axis >= rank) {
        return false;
    }
    *axis += *axis < 0 ? rank : 0;
    return true;
}
