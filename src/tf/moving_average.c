/* moving_average.c: tf.train.ExponentialMovingAverage: averages of variables and tensors, kept in
 * slots that are named after them. */
#include "tf/moving_average.h"

#include "graph/control.h"
#include "tf/build.h"
#include "tf/collections.h"
#include "tf/norm.h"
#include "tf/optimizer.h"

/* One average. */
typedef struct Average {
    const Variable *of; /* what it is the average of: this variable, */
    const Output *from; /* or this tensor */
    Value value;        /* the same for the program */
    Variable *variable;
} Average;

typedef struct AverageObject {
    Object object;
    Value decay, num_updates;
    Str name;
    Log averages; /* Average, in order */
} AverageObject;

static AverageObject *average_in(Value v) {
    return (AverageObject *)v.as.object;
}

/* self, decay, num_updates, zero_debias, name */
static bool make_average(Tf *tf, const Value *a, Value *result) {
    AverageObject *o = class_object(tf, CLASS_MOVING_AVERAGE, sizeof *o);
    bool debias;
    o->decay = a[1];
    o->num_updates = a[2];
    o->averages = log_make(tf->run->arena, sizeof(Average));
    *result = value_object(o);
    if (!arg_bool(tf, a[3], false, &debias) || !arg_text(tf, a[4], "name", &o->name)) {
        return false;
    }
    return !debias || refuse(tf->run, "leave it out", "zero_debias is not modelled");
}

static Average *find_average(const Tf *tf, const AverageObject *o, Value v) {
    const Variable *variable = variable_of(tf, v);
    const Output *output = tensor_output(tf, v);
    for (size_t i = 0; i < o->averages.count; i++) {
        Average *a = LOG_AT(&o->averages, Average, i);
        if ((variable && a->of == variable) || (output && a->from == output)) {
            return a;
        }
    }
    return NULL;
}

/* ---- apply ---- */

static Primary primary_output(Output *o) {
    Str op = name_str(o->node->record.op);
    return (Primary){.node = o->node,
                     .shape = output_shape(o),
                     .dtype = output_dtype(o),
                     .beside = str_starts(op, STR("Var"))};
}

static bool average_variable(Tf *tf, const AverageObject *o, Variable *v, Variable **average) {
    Primary p = primary_variable(v);
    Output *value = NULL;
    return variable_initialized_value(tf->engine, v, &value) &&
           slot_create(tf, &p, tf_tensor(tf, value), true, o->name, average) &&
           collection_put(tf, engine_graph(tf->engine),
                          name_z(tf->run->names, "moving_average_variables"), tf_variable(tf, v));
}

static bool create(Tf *tf, const AverageObject *o, Average *a) {
    Variable *v = variable_of(tf, a->value);
    Output *output = tensor_output(tf, a->value);
    ControlFrame *frame = control_enter(tf->engine, NULL, 0, true);
    bool ok;
    if (v) {
        ok = average_variable(tf, o, v, &a->variable);
    } else {
        Primary p = primary_output(output);
        ok = slot_create_zeros(tf, &p, o->name, &a->variable);
    }
    control_leave(tf->engine, frame);
    return ok;
}

static bool check(Tf *tf, const AverageObject *o, Value v) {
    const Variable *variable = variable_of(tf, v);
    const Output *output = tensor_output(tf, v);
    if (!variable && !output) {
        return raise_attribute_error(tf->run, "'%.*s' object has no attribute 'dtype'",
                                     STR_ARG(type_name(tf->run, v)));
    }
    DType t = variable ? variable->record.dtype : output_dtype(output);
    Str name = output_name(tf->run->arena, variable ? variable->handle : output);
    if (t != DTYPE_FLOAT32 && t != DTYPE_FLOAT64 && t != DTYPE_FLOAT16) {
        return raise_type_error(tf->run, "The variables must be half, float, or double: %.*s",
                                STR_ARG(name));
    }
    return !find_average(tf, o, v) ||
           raise_value_error(tf->run, "Moving average already computed for: %.*s", STR_ARG(name));
}

static bool create_all(Tf *tf, AverageObject *o, uint32_t n, const Value *items) {
    for (uint32_t i = 0; i < n; i++) {
        Average a = {variable_of(tf, items[i]), tensor_output(tf, items[i]), items[i], NULL};
        if (!check(tf, o, items[i]) || !create(tf, o, &a)) {
            return false;
        }
        *LOG_PUSH(&o->averages, Average) = a;
    }
    return true;
}

/* min(decay, (1 + n) / (10 + n)) */
static Output *bounded_decay(Tf *tf, const AverageObject *o, Output *decay) {
    Output *n = cast_build(tf, operand(tf, o->num_updates), DTYPE_FLOAT32, STR("num_updates"));
    Value above, below, count = n ? tf_tensor(tf, n) : value_none();
    if (!n || !binary_build(tf, BINARY_OPERATOR_ADD, count, value_float(1), true, &above) ||
        !binary_build(tf, BINARY_OPERATOR_ADD, count, value_float(10), true, &below)) {
        return NULL;
    }
    Output *ratio = truediv_build(tf, operand(tf, above), operand(tf, below), NAME_NONE);
    return ratio ? build2(tf, "Minimum", NAME_NONE, operand_of(decay), operand_of(ratio)) : NULL;
}

static bool update_all(Tf *tf, const AverageObject *o, uint32_t n, const Value *items,
                       Node **nodes) {
    Output *decay = convert(tf, o->decay, DTYPE_INVALID, "decay");
    if (decay && given(o->num_updates)) {
        decay = bounded_decay(tf, o, decay);
    }
    for (uint32_t i = 0; decay && i < n; i++) {
        Value average = tf_variable(tf, find_average(tf, o, items[i])->variable), update;
        if (!moving_average_build(tf, average, items[i], tf_tensor(tf, decay), &update)) {
            return false;
        }
        nodes[i] = tensor_output(tf, update)->node;
    }
    return decay != NULL;
}

static bool apply_in(Tf *tf, const AverageObject *o, uint32_t n, const Value *items, Str name,
                     Value *result) {
    Node **nodes = ARENA_ARRAY(tf->run->arena, n + 1, Node *), *node;
    if (!update_all(tf, o, n, items, nodes) || !group_build(tf->engine, nodes, n, name, &node)) {
        return false;
    }
    *result = tf_operation(tf, node);
    return true;
}

static bool apply(Tf *tf, const Value *a, Value *result) {
    AverageObject *o = average_in(a[0]);
    Value list = a[1], *items;
    uint32_t n;
    Group g;
    if (!given(list) &&
        !collection_list(tf, engine_graph(tf->engine),
                         name_z(tf->run->names, "trainable_variables"), value_none(), &list)) {
        return false;
    }
    if (!value_items(tf->run, list, &items, &n) || !create_all(tf, o, n, items) ||
        !group_open_str(tf, o->name, "ExponentialMovingAverage", 0, NULL, &g)) {
        return false;
    }
    bool ok = apply_in(tf, o, n, items, g.name, result);
    group_close(tf, &g);
    return ok;
}

/* ---- names ---- */

static bool average(Tf *tf, const Value *a, Value *result) {
    const Average *found = find_average(tf, average_in(a[0]), a[1]);
    *result = found ? tf_variable(tf, found->variable) : value_none();
    return true;
}

/* The name of an average, or the one that it would have. */
static Str name_of_average(Tf *tf, const AverageObject *o, Value v) {
    const Average *found = find_average(tf, o, v);
    if (found) {
        return name_str(found->variable->node->record.name);
    }
    const Variable *variable = variable_of(tf, v);
    const Output *output = tensor_output(tf, v);
    const Node *node = variable ? variable->node : output->node;
    Naming naming;
    Str name = str_printf(tf->run->arena, "%s/%.*s", node->record.name->text, STR_ARG(o->name));
    return name_str(graph_unique_name(engine_graph(tf->engine), name, false, &naming));
}

static bool average_name(Tf *tf, const Value *a, Value *result) {
    if (!variable_of(tf, a[1]) && !tensor_output(tf, a[1])) {
        return raise_attribute_error(tf->run, "'%.*s' object has no attribute 'op'",
                                     STR_ARG(type_name(tf->run, a[1])));
    }
    *result = str_make(tf->run, name_of_average(tf, average_in(a[0]), a[1]));
    return true;
}

/* Variables of a collection under the names of their averages; shadows: under their own, unless
 * the name is there. */
static bool add_variables(Tf *tf, const AverageObject *o, const char *key, Value dict) {
    Value list, *items;
    uint32_t n;
    if (!collection_list(tf, engine_graph(tf->engine), name_z(tf->run->names, key), value_none(),
                         &list) ||
        !value_items(tf->run, list, &items, &n)) {
        return false;
    }
    for (uint32_t i = 0; i < n; i++) {
        Value name = str_make(tf->run, name_of_average(tf, o, items[i]));
        if (!value_set_item(tf->run, dict, name, items[i])) {
            return false;
        }
    }
    return true;
}

/* Is there an average of it in the dict, or something else under its name? */
static bool is_there(Tf *tf, Value dict, Value v, Value name, bool *there) {
    Value *keys, found;
    uint32_t n;
    if (!value_contains(tf->run, dict, name, there) || !value_items(tf->run, dict, &keys, &n)) {
        return false;
    }
    for (uint32_t i = 0; i < n; i++) {
        if (!value_get_item(tf->run, dict, keys[i], &found)) {
            return false;
        }
        *there = *there || value_same(found, v);
    }
    return true;
}

static bool add_others(Tf *tf, Value dict) {
    Value list, *items;
    uint32_t n;
    if (!collection_list(tf, engine_graph(tf->engine), name_z(tf->run->names, "variables"),
                         value_none(), &list) ||
        !value_items(tf->run, list, &items, &n)) {
        return false;
    }
    for (uint32_t i = 0; i < n; i++) {
        const Variable *v = variable_of(tf, items[i]);
        Value name = v ? str_of_name(tf->run, v->node->record.name) : value_none();
        bool there = true;
        if (v && (!is_there(tf, dict, items[i], name, &there) ||
                  (!there && !value_set_item(tf->run, dict, name, items[i])))) {
            return false;
        }
    }
    return true;
}

static bool variables_to_restore(Tf *tf, const Value *a, Value *result) {
    const AverageObject *o = average_in(a[0]);
    *result = dict_make(tf->run);
    if (given(a[1])) {
        return refuse(tf->run, NULL, "variables_to_restore of some variables only is not modelled");
    }
    return add_variables(tf, o, "trainable_variables", *result) &&
           add_variables(tf, o, "moving_average_variables", *result) && add_others(tf, *result);
}

static bool get_name(Run *run, const Value *a, Value *result) {
    *result = str_make(run, average_in(a[0])->name);
    return true;
}

void moving_average_install(Tf *tf) {
    static const ApiRow methods[] = {
        FUNCTION("apply", "self, var_list=None", apply),
        FUNCTION("average", "self, var", average),
        FUNCTION("average_name", "self, var", average_name),
        FUNCTION("variables_to_restore", "self, moving_avg_variables=None", variables_to_restore),
        API_END,
    };
    static const GetterRow getters[] = {
        {"name", get_name, 13, LATEST},
        {NULL, NULL, 0, 0},
    };
    class_constructor(tf, CLASS_MOVING_AVERAGE, make_average, NULL);
    class_add_methods(tf, CLASS_MOVING_AVERAGE, methods);
    class_add_getters(tf, CLASS_MOVING_AVERAGE, getters);
}
