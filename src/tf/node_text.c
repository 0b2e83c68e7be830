/* node_text.c: nodes and graphs as protocol buffers, and as their text, as str() of TensorFlow's
 * messages gives it.
 *
 * Which attributes an operation has depends on the release: attribute_history.def tells what is
 * known about that. The number of the graph's version (`producer`) is not modelled; a comment,
 * which that text format has, stands in its place, and in the binary form nothing. */
#include "tf/node_text.h"

#include <string.h>

#include "graph/opdef.h"
#include "proto/graph_text.h"
#include "proto/tensor_message.h"
#include "proto/tensorflow.pb-c.h"
#include "tf/tf.h"

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

static bool is_known(const Tf *tf, const Node *n, const History *h) {
    return between(tf, 0, h->last_without) ||
           (between(tf, h->first_with, LATEST) && h->first_with != LATEST && node_attr(n, h->attr));
}

/* Does the model know all attributes that this release has? */
static bool check_history(Tf *tf, const Node *n) {
    size_t at = 0;
    for (const History *h = history_of(n, NULL, &at); h; h = history_of(n, NULL, &at)) {
        if (!is_known(tf, n, h)) {
            return refuse(tf->run, NULL,
                          "what attributes the operation '%s' (%s) has in this release",
                          n->record.name->text, n->record.op->text);
        }
    }
    return true;
}

static bool in_this_release(const Tf *tf, const Node *n, const char *attr, bool lenient) {
    size_t at = 0;
    const History *h = history_of(n, attr, &at);
    return !h || (!between(tf, 0, h->last_without) && (!lenient || is_known(tf, n, h)));
}

static Attr class_attr(Arena *a, const Node *n) {
    Str *groups = ARENA_ARRAY(a, n->ngroups, Str);
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

/* What is known of the attributes, in the order of their names; lenient: what the release may have
 * or not is left out. */
static const Attr *attributes(const Tf *tf, Arena *a, const Node *n, bool lenient,
                              uint32_t *count) {
    Attr *all = ARENA_ARRAY(a, n->nattrs + 1, Attr);
    *count = 0;
    for (uint32_t i = 0; i < n->nattrs; i++) {
        if (in_this_release(tf, n, n->attrs[i].name, lenient)) {
            insert(all, count, n->attrs[i]);
        }
    }
    if (n->ngroups) {
        insert(all, count, class_attr(a, n));
    }
    return all;
}

bool node_attributes(Tf *tf, const Node *n, const Attr **attrs, uint32_t *count) {
    *attrs = attributes(tf, tf->run->arena, n, false, count);
    return check_history(tf, n);
}

/* Adds "Op.attr, …" of those that nobody knows this release has, each once. */
static void put_unknown(const Tf *tf, Arena *a, const Node *n, Sink *out) {
    size_t at = 0;
    for (const History *h = history_of(n, NULL, &at); h; h = history_of(n, NULL, &at)) {
        Str row = str_printf(a, "%s.%s", h->op, h->attr);
        if (!is_known(tf, n, h) && (!out->len || str_find(sink_str(out), row, 0) < 0)) {
            sink_printf(out, "%s%.*s", out->len ? ", " : "", STR_ARG(row));
        }
    }
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

static void set_strs(Arena *a, Tensorflow__AttrValue__ListValue *m, const Attr *from) {
    m->s = ARENA_ARRAY(a, from->strs.n + 1, ProtobufCBinaryData);
    m->n_s = (size_t)from->strs.n;
    for (int i = 0; i < from->strs.n; i++) {
        m->s[i] = bytes_field(from->strs.at[i]);
    }
}

static void set_ints(Arena *a, Tensorflow__AttrValue__ListValue *m, const Attr *from) {
    m->i = ARENA_ARRAY(a, from->ints.n + 1, int64_t);
    m->n_i = (size_t)from->ints.n;
    for (int i = 0; i < from->ints.n; i++) {
        m->i[i] = from->ints.at[i];
    }
}

static void set_types(Arena *a, Tensorflow__AttrValue__ListValue *m, const Attr *from) {
    m->type = ARENA_ARRAY(a, from->ints.n + 1, Tensorflow__DataType);
    m->n_type = (size_t)from->ints.n;
    for (int i = 0; i < from->ints.n; i++) {
        m->type[i] = (Tensorflow__DataType)dtype_number((DType)from->ints.at[i]);
    }
}

static void set_list(Arena *a, Tensorflow__AttrValue *v, const Node *n, const Attr *from) {
    v->value_case = TENSORFLOW__ATTR_VALUE__VALUE_LIST;
    v->list = message_make(a, &tensorflow__attr_value__list_value__descriptor);
    if (from->kind == ATTR_STRS) {
        set_strs(a, v->list, from);
    } else if (node_lists_types(n, from->name)) {
        set_types(a, v->list, from);
    } else {
        set_ints(a, v->list, from);
    }
}

#define CHOOSE(ID, field, x) v->value_case = TENSORFLOW__ATTR_VALUE__VALUE_##ID, v->field = (x)

/* False: how TensorFlow writes such a tensor is not modelled. */
static bool set_value(Arena *a, Tensorflow__AttrValue *v, const Node *n, const Attr *from) {
    switch (from->kind) {
    case ATTR_INT: CHOOSE(I, i, from->i); break;
    case ATTR_FLOAT: CHOOSE(F, f, (float)from->f); break;
    case ATTR_BOOL: CHOOSE(B, b, from->b); break;
    case ATTR_STR: CHOOSE(S, s, bytes_field(from->s)); break;
    case ATTR_TYPE: CHOOSE(TYPE, type, (Tensorflow__DataType)dtype_number(from->type)); break;
    case ATTR_SHAPE: CHOOSE(SHAPE, shape, shape_message(a, from->shape)); break;
    case ATTR_TENSOR:
        CHOOSE(TENSOR, tensor, tensor_message(a, from->tensor, from->written));
        return v->tensor != NULL;
    case ATTR_INTS:
    case ATTR_STRS: set_list(a, v, n, from); break;
    }
    return true;
}

static void set_output_shapes(Arena *a, Tensorflow__AttrValue *v, const Node *n) {
    v->value_case = TENSORFLOW__ATTR_VALUE__VALUE_LIST;
    v->list = message_make(a, &tensorflow__attr_value__list_value__descriptor);
    v->list->shape = ARENA_ARRAY(a, n->record.noutputs, Tensorflow__TensorShapeProto *);
    v->list->n_shape = n->record.noutputs;
    for (uint32_t i = 0; i < n->record.noutputs; i++) {
        v->list->shape[i] = shape_message(a, n->record.outputs[i].shape);
    }
}

static Tensorflow__AttrValue *add_attr(Arena *a, Tensorflow__NodeDef *m, const char *key) {
    Tensorflow__NodeDef__AttrEntry *e =
        message_make(a, &tensorflow__node_def__attr_entry__descriptor);
    m->attr[m->n_attr++] = e;
    MESSAGE_SET(e, key, bytes_field(str_of(key)));
    return e->value = message_make(a, &tensorflow__attr_value__descriptor);
}

static bool add_attrs(Tf *tf, Arena *a, Tensorflow__NodeDef *m, const Node *n, GraphForm form) {
    uint32_t count;
    const Attr *attrs = attributes(tf, a, n, form & GRAPH_LENIENT, &count);
    if (!(form & GRAPH_LENIENT) && !check_history(tf, n)) {
        return false;
    }
    bool shapes = (form & GRAPH_SHAPES) && n->record.noutputs > 0;
    m->attr = ARENA_ARRAY(a, count + 1, Tensorflow__NodeDef__AttrEntry *);
    for (uint32_t i = 0; i < count; i++) {
        if (shapes && strcmp(attrs[i].name, "_output_shapes") > 0) {
            set_output_shapes(a, add_attr(a, m, "_output_shapes"), n);
            shapes = false;
        }
        if (set_value(a, add_attr(a, m, attrs[i].name), n, &attrs[i])) {
            continue;
        }
        if (!(form & GRAPH_LENIENT)) {
            return refuse(tf->run, NULL, "the text of a tensor of type %s",
                          dtype_name(attrs[i].tensor->dtype));
        }
        m->n_attr--;
    }
    if (shapes) {
        set_output_shapes(a, add_attr(a, m, "_output_shapes"), n);
    }
    return true;
}

/* ---- nodes and graphs ---- */

static void add_inputs(Arena *a, Tensorflow__NodeDef *m, const Node *n) {
    m->input = ARENA_ARRAY(a, n->record.ninputs + n->record.ncontrols + 1, ProtobufCBinaryData);
    for (uint32_t i = 0; i < n->record.ninputs; i++) {
        const Output *o = n->inputs[i];
        m->input[m->n_input++] =
            bytes_field(o->index ? output_name(a, o) : name_str(o->node->record.name));
    }
    for (uint32_t i = 0; i < n->record.ncontrols; i++) {
        Str name = name_str(n->controls[i]->record.name);
        m->input[m->n_input++] = bytes_field(str_join2(a, STR("^"), name));
    }
}

static Tensorflow__NodeDef *node_message(Tf *tf, Arena *a, const Node *n, GraphForm form) {
    Tensorflow__NodeDef *m = message_make(a, &tensorflow__node_def__descriptor);
    MESSAGE_SET(m, name, bytes_field(name_str(n->record.name)));
    MESSAGE_SET(m, op, bytes_field(name_str(n->record.op)));
    add_inputs(a, m, n);
    if (n->record.device && n->record.device->len) {
        MESSAGE_SET(m, device, bytes_field(name_str(n->record.device)));
    }
    return add_attrs(tf, a, m, n, form) ? m : NULL;
}

/* The records of a run that is here are parts of its nodes. */
static const Node *node_of(const TraceNode *record) {
    return (const Node *)(const void *)record;
}

bool node_text(Tf *tf, const Node *n, int indent, Sink *out) {
    Tensorflow__NodeDef *m = node_message(tf, tf->run->scratch, n, 0);
    if (m) {
        message_text(&m->base, indent, out);
    }
    return m != NULL;
}

bool node_bytes(Tf *tf, const Node *n, Sink *out) {
    Tensorflow__NodeDef *m = node_message(tf, tf->run->scratch, n, 0);
    if (m) {
        message_put(tf->run->scratch, &m->base, out);
    }
    return m != NULL;
}

bool graph_bytes(Tf *tf, const TraceGraph *g, NodeRange range, GraphForm form, Sink *out) {
    Arena *scratch = tf->run->scratch;
    for (size_t i = 0; i < g->nodes.count; i++) {
        const Node *n = node_of(*LOG_AT(&g->nodes, TraceNode *, i));
        if ((int64_t)n->record.id <= range.from || (int64_t)n->record.id > range.until) {
            continue;
        }
        ArenaMark mark = arena_mark(scratch); /* graphs may be large */
        Tensorflow__NodeDef *m = node_message(tf, scratch, n, form);
        if (m) {
            message_put_field(scratch, 1, &m->base, out);
        }
        arena_release(scratch, mark);
        if (!m) {
            return false;
        }
    }
    sink_put(out, NO_VERSIONS);
    return true;
}

void tf_graph_bytes(Run *run, Arena *a, const TraceGraph *g, size_t nodes, GraphBytes *to) {
    Tf *tf = tf_of(run);
    to->bytes = sink_memory(a);
    to->lacks = sink_memory(a);
    for (size_t i = 0; i < nodes; i++) {
        const Node *n = node_of(*LOG_AT(&g->nodes, TraceNode *, i));
        Tensorflow__NodeDef *m = node_message(tf, a, n, GRAPH_LENIENT);
        message_put_field(a, 1, &m->base, &to->bytes);
        put_unknown(tf, a, n, &to->lacks);
    }
    sink_put(&to->bytes, NO_VERSIONS);
}
