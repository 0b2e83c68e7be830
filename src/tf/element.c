/* element.c: finding the tensor or operation of a graph that a value stands for
 * (graph.as_graph_element). */
#include "tf/session.h"

static const char *wanted(bool tensors, bool operations) {
    return !operations ? "Tensor" : tensors ? "Tensor or Operation" : "Operation";
}

/* What a variable stands for: its reference, or the value that a resource variable was read as when
 * it was made. */
static Output *variable_element(Variable *v) {
    Graph *g = v->node->graph;
    Node *read = NULL;
    if (!v->record.resource) {
        return v->handle;
    }
    Str name =
        str_join2(g->engine->arena, name_str(v->node->record.name), STR("/Read/ReadVariableOp"));
    Name found = name_find(g->engine->names, name);
    read = found ? map_ptr(&g->nodes, found) : NULL;
    return read ? &read->outputs[0] : v->handle;
}

static bool by_name(Graph *g, Str name, bool tensors, bool operations, Output **o, Node **n) {
    bool colon = str_find(name, STR(":"), 0) >= 0;
    if (tensors && (colon || !operations)) {
        return graph_tensor_by_name(g, name, o);
    }
    return graph_operation_by_name(g, name, n);
}

static bool foreign(Tf *tf, Value v, const char *what) {
    Str text;
    if (!value_str(tf->run, v, &text)) {
        return host_fail(tf->engine);
    }
    return engine_fail(tf->engine, FAULT_VALUE, "%s %.*s is not an element of this graph.", what,
                       STR_ARG(text));
}

bool element_find(Tf *tf, Graph *g, Value v, bool tensors, bool operations, Output **o, Node **n) {
    Variable *variable = variable_of(tf, v);
    *o = variable ? variable_element(variable) : tensor_output(tf, v);
    *n = operation_of(tf, v);
    if (is_str(tf->run, v)) {
        return by_name(g, str_text(v), tensors, operations, o, n);
    }
    if (*o && tensors) {
        return (*o)->node->graph == g || foreign(tf, tf_tensor(tf, *o), "Tensor");
    }
    if (*n && operations) {
        return (*n)->graph == g || foreign(tf, v, "Operation");
    }
    return engine_fail(tf->engine, FAULT_TYPE, "Can not convert a %.*s into a %s.",
                       STR_ARG(type_short_name(tf->run, v)), wanted(tensors, operations));
}
