/* graph_object.c: tf.Graph and the functions of the module that work on the default graph. */
#include "tf/collections.h"
#include "tf/graph_def.h"
#include "tf/manager.h"
#include "tf/session.h"
#include "tf/tables.h"

static Graph *graph_in(Value v) {
    return ((GraphObject *)v.as.object)->graph;
}

static Graph *current(const Tf *tf) {
    return engine_graph(tf->engine);
}

/* ---- attributes ---- */

static bool get_finalized(Run *run, const Value *a, Value *result) {
    (void)run;
    *result = value_bool(graph_in(a[0])->finalized);
    return true;
}

/* Only graphs of functions say otherwise. */
static bool get_building_function(Run *run, const Value *a, Value *result) {
    (void)run;
    (void)a;
    *result = value_bool(false);
    return true;
}

static bool get_version(Run *run, const Value *a, Value *result) {
    (void)run;
    *result = value_int((int64_t)graph_in(a[0])->order.count);
    return true;
}

static bool get_seed(Run *run, const Value *a, Value *result) {
    const Graph *g = graph_in(a[0]);
    (void)run;
    *result = g->has_seed ? value_int(g->seed) : value_none();
    return true;
}

static bool get_collections(Run *run, const Value *a, Value *result) {
    const Graph *g = graph_in(a[0]);
    *result = list_make(run, 0, NULL);
    for (uint32_t i = 0; i < g->collections.count; i++) {
        if (g->collections.entries[i].ptr) {
            list_append(run, *result, str_of_name(run, g->collections.entries[i].key));
        }
    }
    return true;
}

/* ---- finding ---- */

static bool get_operations(Tf *tf, const Value *a, Value *result) {
    const Graph *g = graph_in(a[0]);
    *result = list_make(tf->run, 0, NULL);
    for (size_t i = 0; i < g->order.count; i++) {
        list_append(tf->run, *result, tf_operation(tf, *LOG_AT(&g->order, Node *, i)));
    }
    return true;
}

static bool get_operation_by_name(Tf *tf, const Value *a, Value *result) {
    Node *n = NULL;
    if (!is_str(tf->run, a[1])) {
        return raise_type_error(tf->run, "Operation names are strings (or similar), not %.*s.",
                                STR_ARG(type_short_name(tf->run, a[1])));
    }
    if (!graph_operation_by_name(graph_in(a[0]), str_text(a[1]), &n)) {
        return false;
    }
    *result = tf_operation(tf, n);
    return true;
}

static bool get_tensor_by_name(Tf *tf, const Value *a, Value *result) {
    Output *o = NULL;
    if (!is_str(tf->run, a[1])) {
        return raise_type_error(tf->run, "Tensor names are strings (or similar), not %.*s.",
                                STR_ARG(type_short_name(tf->run, a[1])));
    }
    if (!graph_tensor_by_name(graph_in(a[0]), str_text(a[1]), &o)) {
        return false;
    }
    *result = tf_tensor(tf, o);
    return true;
}

static bool as_graph_element(Tf *tf, const Value *a, Value *result) {
    bool tensors, operations;
    Output *o = NULL;
    Node *n = NULL;
    if (!arg_bool(tf, a[2], true, &tensors) || !arg_bool(tf, a[3], true, &operations)) {
        return false;
    }
    if (!tensors && !operations) {
        return raise_value_error(tf->run, "allow_tensor and allow_operation can't both be False.");
    }
    if (!element_find(tf, graph_in(a[0]), a[1], tensors, operations, &o, &n)) {
        return false;
    }
    *result = o ? tf_tensor(tf, o) : tf_operation(tf, n);
    return true;
}

static bool unique_name(Tf *tf, const Value *a, Value *result) {
    Str name;
    bool mark;
    Naming naming;
    if (!arg_name(tf, a[1], &name) || !arg_bool(tf, a[2], true, &mark)) {
        return false;
    }
    *result = str_of_name(tf->run, graph_unique_name(graph_in(a[0]), name, mark, &naming));
    return true;
}

static bool get_name_scope(Tf *tf, const Value *a, Value *result) {
    *result = str_of_name(tf->run, graph_in(a[0])->op_scope);
    return true;
}

/* ---- managers ---- */

static bool as_default(Tf *tf, const Value *a, Value *result) {
    *result = graph_manager(tf, graph_in(a[0]));
    return true;
}

static bool graph_name_scope(Tf *tf, const Value *a, Value *result) {
    *result = graph_scope_manager(tf, graph_in(a[0]), a[1]);
    return true;
}

static bool graph_device(Tf *tf, const Value *a, Value *result) {
    return manage_device(tf, graph_in(a[0]), a[1], result);
}

static bool graph_control(Tf *tf, const Value *a, Value *result) {
    return manage_control(tf, graph_in(a[0]), a[1], result);
}

static bool graph_colocate(Tf *tf, const Value *a, Value *result) {
    return manage_colocation(tf, graph_in(a[0]), a + 1, result);
}

/* ---- collections ---- */

static bool graph_add_to_collection(Tf *tf, const Value *a, Value *result) {
    Name key;
    *result = value_none();
    return collection_key(tf, a[1], &key) && collection_put(tf, graph_in(a[0]), key, a[2]);
}

static bool graph_add_to_collections(Tf *tf, const Value *a, Value *result) {
    *result = value_none();
    return collection_put_many(tf, graph_in(a[0]), a[1], a[2]);
}

static bool graph_get_collection(Tf *tf, const Value *a, Value *result) {
    Name key;
    return collection_key(tf, a[1], &key) && collection_list(tf, graph_in(a[0]), key, a[2], result);
}

static bool graph_get_collection_ref(Tf *tf, const Value *a, Value *result) {
    Name key;
    return collection_key(tf, a[1], &key) && collection_ref(tf, graph_in(a[0]), key, result);
}

static bool graph_clear_collection(Tf *tf, const Value *a, Value *result) {
    Name key;
    *result = value_none();
    if (!collection_key(tf, a[1], &key)) {
        return false;
    }
    collection_forget(graph_in(a[0]), key);
    return true;
}

static bool get_collection_keys(Tf *tf, const Value *a, Value *result) {
    return get_collections(tf->run, a, result);
}

/* ---- the rest ---- */

static bool finalize(Tf *tf, const Value *a, Value *result) {
    (void)tf;
    graph_in(a[0])->finalized = true;
    *result = value_none();
    return true;
}

static bool unfinalize(Tf *tf, const Value *a, Value *result) {
    (void)tf;
    graph_in(a[0])->finalized = false;
    *result = value_none();
    return true;
}

/* Is the value a tensor or an op that may be fed or fetched? */
static bool is_feedable(Tf *tf, const Value *a, Value *result) {
    const Output *o = tensor_output(tf, a[1]);
    *result = value_bool(!o || !o->unfeedable);
    return true;
}

static bool is_fetchable(Tf *tf, const Value *a, Value *result) {
    const Output *o = tensor_output(tf, a[1]);
    const Node *n = o ? o->node : operation_of(tf, a[1]);
    *result = value_bool(!n || !n->unfetchable);
    return true;
}

static bool prevent_feeding(Tf *tf, const Value *a, Value *result) {
    Output *o = tensor_output(tf, a[1]);
    *result = value_none();
    if (o) {
        o->unfeedable = true;
    }
    return true;
}

static bool prevent_fetching(Tf *tf, const Value *a, Value *result) {
    Node *n = operation_of(tf, a[1]);
    *result = value_none();
    if (n) {
        n->unfetchable = true;
    }
    return true;
}

static bool as_graph_def(Tf *tf, const Value *a, Value *result) {
    int64_t from;
    bool shapes;
    return arg_int_or(tf, a[1], 0, &from) && arg_bool(tf, a[2], false, &shapes) &&
           graph_def_make(tf, graph_in(a[0]), from, shapes ? GRAPH_SHAPES : 0, result);
}

/* self: as files of events and checkpoints hold it, without what is not modelled */
static bool known_graph_def(Tf *tf, const Value *a, Value *result) {
    bool shapes;
    return arg_bool(tf, a[1], false, &shapes) &&
           graph_def_make(tf, graph_in(a[0]), 0, GRAPH_LENIENT | (shapes ? GRAPH_SHAPES : 0),
                          result);
}

static bool make_graph(Tf *tf, const Value *a, Value *result) {
    (void)a;
    *result = tf_graph(tf, graph_make(tf->engine));
    return true;
}

void graph_object_install(Tf *tf) {
    static const GetterRow getters[] = {
        {"finalized", get_finalized, 0, LATEST},
        {"building_function", get_building_function, 0, LATEST},
        {"version", get_version, 0, LATEST},
        {"seed", get_seed, 0, LATEST},
        {"collections", get_collections, 4, LATEST},
        {NULL, NULL, 0, 0},
    };
    static const ApiRow methods[] = {
        FUNCTION("get_operations", "self", get_operations),
        FUNCTION("get_operation_by_name", "self, name", get_operation_by_name),
        FUNCTION("get_tensor_by_name", "self, name", get_tensor_by_name),
        FUNCTION("as_graph_element", "self, obj, allow_tensor=True, allow_operation=True",
                 as_graph_element),
        FUNCTION("unique_name", "self, name, mark_as_used=True", unique_name),
        FUNCTION_IN("get_name_scope", 4, LATEST, "self", get_name_scope),
        FUNCTION("as_default", "self", as_default),
        FUNCTION("name_scope", "self, name", graph_name_scope),
        FUNCTION("device", "self, device_name_or_function", graph_device),
        FUNCTION("control_dependencies", "self, control_inputs", graph_control),
        FUNCTION("colocate_with", "self, op, ignore_existing=False", graph_colocate),
        FUNCTION("add_to_collection", "self, name, value", graph_add_to_collection),
        FUNCTION("add_to_collections", "self, names, value", graph_add_to_collections),
        FUNCTION("get_collection", "self, name, scope=None", graph_get_collection),
        FUNCTION("get_collection_ref", "self, name", graph_get_collection_ref),
        FUNCTION("get_all_collection_keys", "self", get_collection_keys),
        FUNCTION("clear_collection", "self, name", graph_clear_collection),
        FUNCTION("finalize", "self", finalize),
        FUNCTION("_unsafe_unfinalize", "self", unfinalize),
        FUNCTION("is_feedable", "self, tensor", is_feedable),
        FUNCTION("is_fetchable", "self, tensor_or_op", is_fetchable),
        FUNCTION("prevent_feeding", "self, tensor", prevent_feeding),
        FUNCTION("prevent_fetching", "self, op", prevent_fetching),
        FUNCTION("as_graph_def", "self, from_version=None, add_shapes=False", as_graph_def),
        FUNCTION("_known_graph_def", "self, add_shapes=False", known_graph_def),
        API_END,
    };
    class_add_getters(tf, CLASS_GRAPH, getters);
    class_add_methods(tf, CLASS_GRAPH, methods);
    class_constructor(tf, CLASS_GRAPH, make_graph, NULL);
}

/* ---- functions of the module ---- */

static bool get_default_graph(Tf *tf, const Value *a, Value *result) {
    (void)a;
    *result = tf_graph(tf, current(tf));
    return true;
}

static bool reset_default_graph(Tf *tf, const Value *a, Value *result) {
    (void)a;
    *result = value_none();
    return engine_reset_default_graph(tf->engine);
}

static bool device(Tf *tf, const Value *a, Value *result) {
    return manage_device(tf, current(tf), a[0], result);
}

static bool control_dependencies(Tf *tf, const Value *a, Value *result) {
    return manage_control(tf, current(tf), a[0], result);
}

static bool colocate_with(Tf *tf, const Value *a, Value *result) {
    return manage_colocation(tf, current(tf), a, result);
}

static bool set_random_seed(Tf *tf, const Value *a, Value *result) {
    Graph *g = current(tf);
    *result = value_none();
    return arg_seed(tf, a[0], &g->has_seed, &g->seed);
}

const ApiRow graphs_rows[] = {
    FUNCTION("get_default_graph", "", get_default_graph),
    FUNCTION("reset_default_graph", "", reset_default_graph),
    FUNCTION("device", "device_name_or_function", device),
    FUNCTION("control_dependencies", "control_inputs", control_dependencies),
    FUNCTION("colocate_with", "op, ignore_existing=False", colocate_with),
    FUNCTION("set_random_seed", "seed", set_random_seed),
    FUNCTION_IN("random.set_random_seed", 10, LATEST, "seed", set_random_seed),
    API_END,
};
