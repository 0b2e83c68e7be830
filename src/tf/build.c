/* build.c: building nodes from library code (build.h). */
#include "tf/build.h"

#include "tf/convert.h"

Operand operand(const Tf *tf, Value v) {
    Output *o = tensor_output(tf, v);
    return o ? operand_of(o) : operand_host(v);
}

Operand operand_int(Tf *tf, int64_t i) {
    return operand_tensor(tf->engine, tensor_scalar_i64(tf->run->arena, DTYPE_INT32, i));
}

Operand operand_ints(Tf *tf, int64_t n, const int64_t *v) {
    return operand_tensor(tf->engine, tensor_vector_i32(tf->run->arena, n, v));
}

Operand operand_float(Tf *tf, double d, DType dtype) {
    return operand_tensor(tf->engine, tensor_scalar_f64(tf->run->arena, dtype, d));
}

/* ---- the graph of the arguments ---- */

typedef struct Chosen {
    Graph *graph;
    Value first;
} Chosen;

static Graph *value_graph(const Tf *tf, Value v) {
    Output *o = tensor_output(tf, v);
    if (o) {
        return o->node->graph;
    }
    Variable *variable = variable_of(tf, v);
    if (variable) {
        return variable->node->graph;
    }
    Node *node = operation_of(tf, v);
    return node ? node->graph : NULL;
}

/* The tensor that a variable counts as: itself, or what was read when a resource was made. */
static const Output *variable_element(const Tf *tf, const Variable *v) {
    Str name =
        str_join2(tf->run->scratch, name_str(v->node->record.name), STR("/Read/ReadVariableOp"));
    Name known = v->record.resource ? name_find(tf->run->names, name) : NULL;
    const Node *read = known ? map_ptr(&v->node->graph->nodes, known) : NULL;
    return read ? &read->outputs[0] : v->handle;
}

/* str() of what a value counts as in a graph. */
static bool element_text(Tf *tf, Value v, Str *text) {
    const Variable *variable = variable_of(tf, v);
    if (!variable) {
        return value_str(tf->run, v, text);
    }
    *text = output_str(tf->run->arena, variable_element(tf, variable));
    return true;
}

static bool choose_graph(Tf *tf, Value v, Chosen *chosen) {
    if (is_sequence(tf->run, v)) {
        for (uint32_t i = 0; i < sequence_count(v); i++) {
            if (!choose_graph(tf, sequence_item(v, i), chosen)) {
                return false;
            }
        }
        return true;
    }
    Graph *g = value_graph(tf, v);
    if (!g || g == chosen->graph) {
        return true;
    }
    if (!chosen->graph) {
        *chosen = (Chosen){g, v};
        return true;
    }
    Str a, b;
    return element_text(tf, v, &a) && element_text(tf, chosen->first, &b) &&
           raise_value_error(tf->run, "%.*s must be from the same graph as %.*s.", STR_ARG(a),
                             STR_ARG(b));
}

bool graph_select(Tf *tf, uint32_t n, const Value *values, bool *pushed) {
    Chosen chosen = {NULL, value_unbound()};
    *pushed = false;
    for (uint32_t i = 0; i < n; i++) {
        if (nested_deeply(tf, values[i], 0)) {
            return refuse_nested(tf);
        }
        if (values[i].kind == VALUE_OBJECT && !choose_graph(tf, values[i], &chosen)) {
            return false;
        }
    }
    if (chosen.graph && chosen.graph != engine_graph(tf->engine)) {
        engine_push_graph(tf->engine, chosen.graph);
        *pushed = true;
    }
    return true;
}

/* ---- groups ---- */

bool group_open_str(Tf *tf, Str name, const char *fallback, uint32_t n, const Value *values,
                    Group *g) {
    if (!graph_select(tf, n, values, &g->pushed)) {
        return false;
    }
    if (!op_scope_begin(tf->engine, name.at ? name : str_of(fallback), &g->scope)) {
        if (g->pushed) {
            engine_pop_graph(tf->engine);
        }
        return tf_raise(tf);
    }
    g->name = op_scope_prefix(tf->engine, &g->scope);
    g->before = g->scope.graph->order.count;
    g->scope.naming.given = g->scope.naming.given && name.at;
    return true;
}

bool group_open(Tf *tf, Value name, const char *fallback, uint32_t n, const Value *values,
                Group *g) {
    Str text;
    return arg_name(tf, name, &text) && group_open_str(tf, text, fallback, n, values, g);
}

/* The node that has the group's own name, of those that were made in the group; or an older one. */
static Node *own_node(const Group *g) {
    const Graph *graph = g->scope.graph;
    size_t n = graph->order.count;
    Node *last = n > g->before ? *LOG_AT(&graph->order, Node *, n - 1) : NULL;
    bool usual = last && last->record.name == g->scope.scope; /* saves a look into a large map */
    return usual || n == g->before ? last : map_ptr(&graph->nodes, g->scope.scope);
}

/* It got its name as the group did: by the program's argument, or by default. */
static void tell_naming(const Group *g) {
    Node *node = g->scope.naming.full ? own_node(g) : NULL;
    bool own = node && node->record.id > g->before;
    if (own && node->record.naming.absolute && node->record.naming.library) {
        node->record.naming = g->scope.naming;
    }
}

void group_close(Tf *tf, Group *g) {
    tell_naming(g);
    op_scope_leave(tf->engine, &g->scope);
    if (g->pushed) {
        engine_pop_graph(tf->engine);
    }
}

bool give_tensor(Tf *tf, Output *o, Value *result) {
    if (!o) {
        return false;
    }
    *result = tf_tensor(tf, o);
    return true;
}

bool group_done(Tf *tf, Group *g, Output *o, Value *result) {
    group_close(tf, g);
    return give_tensor(tf, o, result);
}

/* ---- ops ---- */

static bool failed(Operand o) {
    return !o.output && !o.tensor && is_unbound(o.host);
}

Output *convert_operand(Tf *tf, Operand o, DType dtype, const char *name) {
    Output *out = NULL;
    if (failed(o) || !engine_convert(tf->engine, o, dtype, name, &out)) {
        return NULL;
    }
    return out;
}

Output *convert(Tf *tf, Value v, DType dtype, const char *name) {
    return convert_operand(tf, operand(tf, v), dtype, name);
}

Output *build(Tf *tf, const char *op, Str name, uint32_t n, const Operand *in, uint32_t nattrs,
              const Attr *attrs) {
    Output *out = NULL;
    for (uint32_t i = 0; i < n; i++) {
        if (failed(in[i])) {
            return NULL;
        }
    }
    return op_apply1(tf->engine, op, name, in, n, attrs, nattrs, &out) ? out : NULL;
}

Output *build0(Tf *tf, const char *op, Str name, uint32_t nattrs, const Attr *attrs) {
    return build(tf, op, name, 0, NULL, nattrs, attrs);
}

Output *build1(Tf *tf, const char *op, Str name, Operand x) {
    return build(tf, op, name, 1, &x, 0, NULL);
}

Output *build2(Tf *tf, const char *op, Str name, Operand x, Operand y) {
    return build(tf, op, name, 2, (Operand[]){x, y}, 0, NULL);
}

Output *build3(Tf *tf, const char *op, Str name, Operand x, Operand y, Operand z) {
    return build(tf, op, name, 3, (Operand[]){x, y, z}, 0, NULL);
}

Output *build_list(Tf *tf, const char *op, Str name, uint32_t n, const Operand *list,
                   uint32_t nmore, const Operand *more, uint32_t nattrs, const Attr *attrs) {
    Operand *all = ARENA_ARRAY(tf->run->arena, n + nmore + 1, Operand);
    for (uint32_t i = 0; i < n + nmore; i++) {
        all[i] = i < n ? list[i] : more[i - n];
        if (failed(all[i])) {
            return NULL;
        }
    }
    Node *node = NULL;
    bool ok = op_apply(tf->engine, op, name, all, n + nmore, &n, attrs, nattrs, &node);
    return ok ? &node->outputs[0] : NULL;
}
