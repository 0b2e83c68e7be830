/* generated.c: the functions that TensorFlow generates from op definitions, which are nearly all
 * alike: open the name, convert the arguments in order, make the node. A row says which parameters
 * are inputs (those that stand first), which are attributes; what is left is the name. */
#include "tf/generated.h"

#include <string.h>

#include "tf/build.h"
#include "tf/tables.h"

/* The start of a parameter's name in "x, y, name=None" and behind it; NULL at the end. */
static const char *next_parameter(const char *at, Str *name) {
    while (*at == ' ' || *at == ',') {
        at++;
    }
    if (!*at) {
        return NULL;
    }
    size_t n = strcspn(at, ",= ");
    *name = (Str){at, n};
    return at + strcspn(at, ",");
}

/* The kind that `attrs` gives a parameter, and how the op calls it: "strides:ints" or
 * "axis:int:dimension". */
static bool find_attr(const char *attrs, Str parameter, Str *kind, const char **end) {
    for (const char *at = attrs; *at; at += strspn(at, " ")) {
        size_t n = strcspn(at, ":"), all = strcspn(at, " ");
        if (n == parameter.len && memcmp(at, parameter.at, n) == 0) {
            *kind = (Str){at + n + 1, strcspn(at + n + 1, ": ")};
            *end = at + all;
            return true;
        }
        at += all;
    }
    return false;
}

static bool ints_attr(Tf *tf, Value v, Attr *attr) {
    Value *items = &v;
    uint32_t n = 1;
    if (v.kind != VALUE_INT && !value_items(tf->run, v, &items, &n)) {
        return false;
    }
    int64_t *at = ARENA_ARRAY(tf->run->arena, n + 1, int64_t);
    for (uint32_t i = 0; i < n; i++) {
        if (!arg_int(tf, items[i], &at[i])) {
            return false;
        }
    }
    attr->kind = ATTR_INTS;
    attr->ints.at = at;
    attr->ints.n = (int)n;
    return true;
}

static bool fill_attr(Tf *tf, Str kind, Value v, Attr *attr) {
    if (str_is(kind, "int")) {
        attr->kind = ATTR_INT;
        return arg_int(tf, v, &attr->i);
    }
    if (str_is(kind, "bool")) {
        attr->kind = ATTR_BOOL;
        return arg_bool(tf, v, false, &attr->b);
    }
    if (str_is(kind, "float")) {
        attr->kind = ATTR_FLOAT;
        return float_of(tf->run, v, &attr->f);
    }
    if (str_is(kind, "type")) {
        attr->kind = ATTR_TYPE;
        return arg_dtype(tf, v, &attr->type);
    }
    if (str_is(kind, "shape")) {
        attr->kind = ATTR_SHAPE;
        return arg_shape(tf, v, &attr->shape);
    }
    if (str_is(kind, "text")) {
        attr->kind = ATTR_STR;
        return arg_text(tf, v, attr->name, &attr->s);
    }
    return ints_attr(tf, v, attr);
}

/* The op's own name of an attribute when it differs from the parameter's. */
static const char *attr_name(Tf *tf, Str parameter, Str kind, const char *end) {
    const char *own = kind.at + kind.len;
    Str name = own < end && *own == ':' ? (Str){own + 1, (size_t)(end - own - 1)} : parameter;
    return str_dup(tf->run->arena, name).at;
}

enum { MOST = 12 };
typedef struct GeneratedCall {
    Operand inputs[MOST];
    Attr attrs[MOST];
    uint32_t ninputs, nattrs;
    Str name;
} GeneratedCall;

/* They stand behind the type of the op and its NUL. */
static const char *row_attrs(const ApiRow *row) {
    return row->op + strlen(row->op) + 1;
}

static bool take_parameter(Tf *tf, const ApiRow *row, Str parameter, Value v, GeneratedCall *c) {
    Str kind;
    const char *end;
    if (str_is(parameter, "name")) {
        return arg_name(tf, v, &c->name);
    }
    if (!find_attr(row_attrs(row), parameter, &kind, &end)) {
        c->inputs[c->ninputs++] = operand(tf, v);
        return true;
    }
    bool unknown_shape = is_none(v) && str_is(kind, "shape");
    if ((!given(v) && !unknown_shape) || str_is(kind, "none")) {
        return true;
    }
    Attr *attr = &c->attrs[c->nattrs++];
    attr->name = attr_name(tf, parameter, kind, end);
    return fill_attr(tf, kind, v, attr);
}

static bool take_parameters(Tf *tf, const ApiRow *row, const Value *a, uint32_t *n,
                            GeneratedCall *c) {
    Str parameter;
    *n = 0;
    for (const char *at = row->signature; (at = next_parameter(at, &parameter)); (*n)++) {
        if (!take_parameter(tf, row, parameter, a[*n], c)) {
            return false;
        }
    }
    return true;
}

/* One tensor; a list of them where the op has several or none of a number known now only; or the
 * operation. */
static Value give_node(Tf *tf, Node *node) {
    uint32_t n = node->record.noutputs;
    if (n == 0) {
        return tf_operation(tf, node);
    }
    if (n == 1) {
        return tf_tensor(tf, &node->outputs[0]);
    }
    Value *items = ARENA_ARRAY(tf->run->arena, n, Value);
    for (uint32_t i = 0; i < n; i++) {
        items[i] = tf_tensor(tf, &node->outputs[i]);
    }
    return tuple_make(tf->run, n, items);
}

bool generated_call(Tf *tf, const ApiRow *row, const Value *a, Value *result) {
    GeneratedCall c = {.ninputs = 0};
    uint32_t n;
    bool pushed;
    if (!take_parameters(tf, row, a, &n, &c) || !graph_select(tf, n, a, &pushed)) {
        return false;
    }
    Node *node = NULL;
    bool ok =
        op_apply(tf->engine, row->op, c.name, c.inputs, c.ninputs, NULL, c.attrs, c.nattrs, &node);
    if (pushed) {
        engine_pop_graph(tf->engine);
    }
    if (ok) {
        *result = give_node(tf, node);
    }
    return ok;
}

const ApiRow generated_rows[] = {
#define OP(PATH, SIGNATURE, TYPE, ATTRS, FIRST, LAST)                                              \
    SHARED(PATH, FIRST, LAST, SIGNATURE, generated_call, TYPE "\0" ATTRS),
#include "tf/generated.def"
#undef OP
    API_END,
};
