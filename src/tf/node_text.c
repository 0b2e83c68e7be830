/* node_text.c: nodes and graphs as text of their protocol buffers, as str() of TensorFlow's
 * messages gives it.
 *
 * Which attributes an operation has depends on the release: attribute_history.def tells what is
 * known about that. The number of the graph's version (`producer`) is not modelled; a comment,
 * which that text format has, stands in its place. */
#include "tf/node_text.h"

#include <string.h>

#include "graph/opdef.h"
#include "tensor/print.h"

/* ---- which attributes there are ---- */

typedef struct History {
    const char *op, *attr;
    int last_without, first_with;
} History;
static const History histories[] = {
#define ATTRIBUTE_SINCE(OP, ATTR, LAST, FIRST) {OP, ATTR, LAST, FIRST},
#include "tf/attribute_history.def"
#undef ATTRIBUTE_SINCE
};

static const History *history_of(const Node *n, const char *attr, size_t *at) {
    for (; *at < sizeof histories / sizeof *histories; (*at)++) {
        const History *h = &histories[*at];
        if (strcmp(h->op, n->record.op->text) == 0 && (!attr || strcmp(h->attr, attr) == 0)) {
            (*at)++;
            return h;
        }
    }
    return NULL;
}

static bool between(const Tf *tf, int first, int last) {
    return dialect_between(&tf->engine->dialect, first, last);
}

/* Does the model know all attributes that this release has? */
static bool check_history(Tf *tf, const Node *n) {
    size_t at = 0;
    for (const History *h = history_of(n, NULL, &at); h; h = history_of(n, NULL, &at)) {
        bool known =
            between(tf, 0, h->last_without) || (between(tf, h->first_with, LATEST) &&
                                                h->first_with != LATEST && node_attr(n, h->attr));
        if (!known) {
            return refuse(tf->run, NULL,
                          "what attributes the operation '%s' (%s) has in this release",
                          n->record.name->text, n->record.op->text);
        }
    }
    return true;
}

static bool in_this_release(const Tf *tf, const Node *n, const char *attr) {
    size_t at = 0;
    const History *h = history_of(n, attr, &at);
    return !h || !between(tf, 0, h->last_without);
}

static Attr class_attr(Tf *tf, const Node *n) {
    Str *groups = ARENA_ARRAY(tf->run->arena, n->ngroups, Str);
    for (uint32_t i = 0; i < n->ngroups; i++) {
        groups[i] = name_str(n->groups[i]);
    }
    return (Attr){.name = "_class", .kind = ATTR_STRS, .strs = {groups, (int)n->ngroups}};
}

/* Capital letters come before the underscore, as the order of bytes has it. */
static void insert(Attr *attrs, uint32_t *n, Attr a) {
    uint32_t at = (*n)++;
    for (; at > 0 && strcmp(attrs[at - 1].name, a.name) > 0; at--) {
        attrs[at] = attrs[at - 1];
    }
    attrs[at] = a;
}

bool node_attributes(Tf *tf, const Node *n, const Attr **attrs, uint32_t *count) {
    Attr *all = ARENA_ARRAY(tf->run->arena, n->nattrs + 1, Attr);
    *count = 0;
    *attrs = all;
    for (uint32_t i = 0; i < n->nattrs; i++) {
        if (in_this_release(tf, n, n->attrs[i].name)) {
            insert(all, count, n->attrs[i]);
        }
    }
    if (n->ngroups) {
        insert(all, count, class_attr(tf, n));
    }
    return check_history(tf, n);
}

/* ---- writing ---- */

typedef struct Writer {
    Sink *out;
    int indent;
} Writer;

static void begin_line(Writer *w) {
    sink_printf(w->out, "%*s", w->indent, "");
}

static void open(Writer *w, const char *field) {
    begin_line(w);
    sink_printf(w->out, "%s {\n", field);
    w->indent += 2;
}

static void close(Writer *w) {
    w->indent -= 2;
    begin_line(w);
    sink_z(w->out, "}\n");
}

static void put_byte(Sink *out, unsigned char c) {
    static const char plain[] = "\n\r\t\"'\\", letters[] = "nrt\"'\\";
    const char *at = c ? strchr(plain, c) : NULL;
    if (at) {
        sink_printf(out, "\\%c", letters[at - plain]);
    } else if (c < 0x20 || c >= 0x7f) {
        sink_printf(out, "\\%03o", c);
    } else {
        sink_char(out, (char)c);
    }
}

static void put_quoted(Writer *w, const char *field, const void *bytes, size_t n) {
    begin_line(w);
    sink_printf(w->out, "%s: \"", field);
    for (size_t i = 0; i < n; i++) {
        put_byte(w->out, ((const unsigned char *)bytes)[i]);
    }
    sink_z(w->out, "\"\n");
}

static void put_text(Writer *w, const char *field, Str s) {
    put_quoted(w, field, s.at, s.len);
}

static void put_word(Writer *w, const char *field, const char *word) {
    begin_line(w);
    sink_printf(w->out, "%s: %s\n", field, word);
}

static void put_int(Writer *w, const char *field, int64_t i) {
    begin_line(w);
    sink_printf(w->out, "%s: %lld\n", field, (long long)i);
}

static void put_float(Writer *w, const char *field, double d) {
    begin_line(w);
    sink_printf(w->out, "%s: ", field);
    python_float_repr(w->out, d);
    sink_char(w->out, '\n');
}

static void put_bool(Writer *w, const char *field, bool b) {
    put_word(w, field, b ? "true" : "false");
}

static void put_shape(Writer *w, const char *field, Shape s) {
    open(w, field);
    for (int i = 0; i < s.rank; i++) {
        open(w, "dim");
        put_int(w, "size", s.dims[i]);
        close(w);
    }
    if (s.rank == SHAPE_UNKNOWN_RANK) {
        put_bool(w, "unknown_rank", true);
    }
    close(w);
}

/* ---- tensors ---- */

/* Several numbers that were all given are written as the bytes that they are. */
static bool is_content(const Attr *a) {
    DTypeClass class = dtype_class(a->tensor->dtype);
    bool numbers = class == DTYPE_CLASS_INT || class == DTYPE_CLASS_UINT ||
                   a->tensor->dtype == DTYPE_FLOAT32 || a->tensor->dtype == DTYPE_FLOAT64;
    return numbers && a->tensor->count > 1 && a->written >= a->tensor->count;
}

static bool put_element(Tf *tf, Writer *w, const Tensor *t, int64_t i) {
    switch (dtype_class(t->dtype)) {
    case DTYPE_CLASS_BOOL: put_bool(w, "bool_val", tensor_bool(t, i)); return true;
    case DTYPE_CLASS_STRING: put_text(w, "string_val", tensor_text(t, i)); return true;
    case DTYPE_CLASS_INT:
        put_int(w, t->dtype == DTYPE_INT64 ? "int64_val" : "int_val", tensor_i64(t, i));
        return true;
    case DTYPE_CLASS_UINT:
        if (dtype_size(t->dtype) > 2) {
            break;
        }
        put_int(w, "int_val", tensor_i64(t, i));
        return true;
    case DTYPE_CLASS_FLOAT:
        if (t->dtype != DTYPE_FLOAT32 && t->dtype != DTYPE_FLOAT64) {
            break;
        }
        put_float(w, t->dtype == DTYPE_FLOAT32 ? "float_val" : "double_val", tensor_f64(t, i));
        return true;
    case DTYPE_CLASS_COMPLEX:
    case DTYPE_CLASS_NONE: break;
    }
    return refuse(tf->run, NULL, "the text of a tensor of type %s", dtype_name(t->dtype));
}

static bool put_tensor(Tf *tf, Writer *w, const Attr *a) {
    const Tensor *t = a->tensor;
    bool ok = true;
    open(w, "tensor");
    put_word(w, "dtype", dtype_proto_name(t->dtype));
    put_shape(w, "tensor_shape", t->shape);
    if (is_content(a)) {
        put_quoted(w, "tensor_content", t->data, (size_t)t->count * dtype_size(t->dtype));
    }
    for (int64_t i = 0; ok && !is_content(a) && i < t->count && i < a->written; i++) {
        ok = put_element(tf, w, t, i);
    }
    close(w);
    return ok;
}

/* ---- attributes ---- */

/* Lists of types are kept as numbers. */
bool node_lists_types(const Node *n, const char *attr) {
    for (int i = 0; i < n->def->ninputs + n->def->noutputs; i++) {
        const ArgDef *d = i < n->def->ninputs ? &opdef_inputs(n->def)[i]
                                              : &opdef_outputs(n->def)[i - n->def->ninputs];
        if (d->types && strcmp(word_text(d->types), attr) == 0) {
            return true;
        }
    }
    return false;
}

static void put_list(Writer *w, const Node *n, const Attr *a) {
    open(w, "list");
    for (int i = 0; a->kind == ATTR_STRS && i < a->strs.n; i++) {
        put_text(w, "s", a->strs.at[i]);
    }
    for (int i = 0; a->kind == ATTR_INTS && i < a->ints.n; i++) {
        if (node_lists_types(n, a->name)) {
            put_word(w, "type", dtype_proto_name((DType)a->ints.at[i]));
        } else {
            put_int(w, "i", a->ints.at[i]);
        }
    }
    close(w);
}

static bool put_value(Tf *tf, Writer *w, const Node *n, const Attr *a) {
    switch (a->kind) {
    case ATTR_INT: put_int(w, "i", a->i); break;
    case ATTR_FLOAT: put_float(w, "f", (double)(float)a->f); break;
    case ATTR_BOOL: put_bool(w, "b", a->b); break;
    case ATTR_STR: put_text(w, "s", a->s); break;
    case ATTR_TYPE: put_word(w, "type", dtype_proto_name(a->type)); break;
    case ATTR_SHAPE: put_shape(w, "shape", a->shape); break;
    case ATTR_TENSOR: return put_tensor(tf, w, a);
    case ATTR_INTS:
    case ATTR_STRS: put_list(w, n, a); break;
    }
    return true;
}

static void begin_attr(Writer *w, const char *name) {
    open(w, "attr");
    put_text(w, "key", str_of(name));
    open(w, "value");
}

static void end_attr(Writer *w) {
    close(w);
    close(w);
}

static void put_output_shapes(Writer *w, const Node *n) {
    begin_attr(w, "_output_shapes");
    open(w, "list");
    for (uint32_t i = 0; i < n->record.noutputs; i++) {
        put_shape(w, "shape", n->record.outputs[i].shape);
    }
    close(w);
    end_attr(w);
}

static bool put_attrs(Tf *tf, Writer *w, const Node *n, bool shapes) {
    const Attr *attrs;
    uint32_t count;
    if (!node_attributes(tf, n, &attrs, &count)) {
        return false;
    }
    shapes = shapes && n->record.noutputs > 0;
    for (uint32_t i = 0; i < count; i++) {
        if (shapes && strcmp(attrs[i].name, "_output_shapes") > 0) {
            put_output_shapes(w, n);
            shapes = false;
        }
        begin_attr(w, attrs[i].name);
        if (!put_value(tf, w, n, &attrs[i])) {
            return false;
        }
        end_attr(w);
    }
    if (shapes) {
        put_output_shapes(w, n);
    }
    return true;
}

/* ---- nodes and graphs ---- */

static void put_inputs(Tf *tf, Writer *w, const Node *n) {
    for (uint32_t i = 0; i < n->record.ninputs; i++) {
        const Output *o = n->inputs[i];
        put_text(w, "input",
                 o->index ? output_name(tf->run->scratch, o) : name_str(o->node->record.name));
    }
    for (uint32_t i = 0; i < n->record.ncontrols; i++) {
        put_text(w, "input",
                 str_join2(tf->run->scratch, STR("^"), name_str(n->controls[i]->record.name)));
    }
}

bool node_text(Tf *tf, const Node *n, int indent, bool shapes, Sink *out) {
    Writer w = {out, indent};
    put_text(&w, "name", name_str(n->record.name));
    put_text(&w, "op", name_str(n->record.op));
    put_inputs(tf, &w, n);
    if (n->record.device && n->record.device->len) {
        put_text(&w, "device", name_str(n->record.device));
    }
    return put_attrs(tf, &w, n, shapes);
}

bool graph_text(Tf *tf, const Graph *g, int64_t from, bool shapes, Sink *out) {
    for (size_t i = 0; i < g->order.count; i++) {
        const Node *n = *LOG_AT(&g->order, Node *, i);
        if ((int64_t)n->record.id <= from) {
            continue;
        }
        sink_z(out, "node {\n");
        if (!node_text(tf, n, 2, shapes, out)) {
            return false;
        }
        sink_z(out, "}\n");
    }
    sink_z(out, "versions {\n  # producer: not modelled\n}\n");
    return true;
}
