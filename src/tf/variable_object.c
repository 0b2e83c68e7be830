/* variable_object.c: tf.Variable objects: attributes, texts, assignment, reading (section 2.2). */
#include "tf/assign.h"
#include "tf/build.h"
#include "tf/operators.h"
#include "tf/session.h"

static Variable *variable_in(Value v) {
    return ((VariableObject *)v.as.object)->variable;
}

/* The node of a reference variable knows what set_shape added. */
static Shape shape_of(const Variable *v) {
    return v->record.resource ? v->record.shape : output_shape(v->handle);
}

/* ---- texts ---- */

static void put_repr(Sink *out, const Variable *v) {
    const TraceVariable *r = &v->record;
    sink_printf(out, "<tf.Variable '%s:0' shape=", r->node->name->text);
    shape_put(out, shape_of(v));
    sink_printf(out, " dtype=%s%s>", dtype_name(r->dtype), r->resource ? "" : "_ref");
}

/* In this release, does repr name the variable? */
static bool names_itself(const Tf *tf, const Variable *v) {
    return tf_has(tf, v->record.resource ? CHANGE_RESOURCE_REPR : CHANGE_VARIABLE_REPR);
}

static bool variable_repr(Run *run, Value self, Value *result) {
    Sink out = sink_memory(run->arena);
    if (names_itself(tf_of(run), variable_in(self))) {
        put_repr(&out, variable_in(self));
        *result = str_make(run, sink_str(&out));
        return true;
    }
    return run->type.object->repr(run, self, result);
}

static bool variable_str(Run *run, Value self, Value *result) {
    Variable *v = variable_in(self);
    Str text;
    if (names_itself(tf_of(run), v) || v->record.resource) {
        return variable_repr(run, self, result);
    }
    if (!value_str(run, tf_tensor(tf_of(run), v->snapshot), &text)) {
        return false;
    }
    *result = str_make(run, text);
    return true;
}

static void variable_show(Sink *out, const Object *o, Moment m, int depth) {
    (void)m;
    (void)depth;
    put_repr(out, ((const VariableObject *)o)->variable);
}

static bool variable_iter(Run *run, Value self, Value *result) {
    (void)self;
    (void)result;
    return raise_type_error(run, "'Variable' object is not iterable.");
}

/* ---- attributes ---- */

static bool get_name(Run *run, const Value *a, Value *result) {
    *result = str_format(run, "%s:0", variable_in(a[0])->record.node->name->text);
    return true;
}

static bool get_op(Run *run, const Value *a, Value *result) {
    *result = tf_operation(tf_of(run), variable_in(a[0])->node);
    return true;
}

static bool get_dtype(Run *run, const Value *a, Value *result) {
    const TraceVariable *r = &variable_in(a[0])->record;
    *result = tf_dtype(tf_of(run), r->dtype, !r->resource);
    return true;
}

static bool get_shape(Run *run, const Value *a, Value *result) {
    *result = tf_shape(tf_of(run), shape_of(variable_in(a[0])));
    return true;
}

static bool get_graph(Run *run, const Value *a, Value *result) {
    *result = tf_graph(tf_of(run), variable_in(a[0])->node->graph);
    return true;
}

static bool get_device(Run *run, const Value *a, Value *result) {
    Name device = variable_in(a[0])->node->record.device;
    *result = device ? str_of_name(run, device) : str_make(run, STR(""));
    return true;
}

static bool get_initializer(Run *run, const Value *a, Value *result) {
    *result = tf_operation(tf_of(run), variable_in(a[0])->initializer);
    return true;
}

static bool get_initial_value(Run *run, const Value *a, Value *result) {
    *result = tf_tensor(tf_of(run), variable_in(a[0])->initial_value);
    return true;
}

static bool get_trainable(Run *run, const Value *a, Value *result) {
    (void)run;
    *result = value_bool(variable_in(a[0])->record.trainable);
    return true;
}

static bool get_constraint(Run *run, const Value *a, Value *result) {
    Value v = variable_in(a[0])->constraint;
    (void)run;
    *result = is_unbound(v) ? value_none() : v;
    return true;
}

static bool get_handle(Run *run, const Value *a, Value *result) {
    *result = tf_tensor(tf_of(run), variable_in(a[0])->handle);
    return true;
}

/* ---- methods ---- */

static bool variable_get_shape(Tf *tf, const Value *a, Value *result) {
    return get_shape(tf->run, a, result);
}

static bool variable_value(Tf *tf, const Value *a, Value *result) {
    Output *o = NULL;
    return variable_as_tensor(tf->engine, variable_in(a[0]), false, &o) &&
           give_tensor(tf, o, result);
}

static bool variable_read_value(Tf *tf, const Value *a, Value *result) {
    Output *o = NULL;
    return variable_read(tf->engine, variable_in(a[0]), NULL, &o) && give_tensor(tf, o, result);
}

static bool variable_initialized(Tf *tf, const Value *a, Value *result) {
    Output *o = NULL;
    return variable_initialized_value(tf->engine, variable_in(a[0]), &o) &&
           give_tensor(tf, o, result);
}

static bool variable_eval(Tf *tf, const Value *a, Value *result) {
    Variable *v = variable_in(a[0]);
    Value tensor = v->record.resource ? a[0] : tf_tensor(tf, v->handle);
    return eval_value(tf, tensor, value_none(), a[1], result);
}

/* v.assign(value, use_locking, name, read_value); the last two are younger. */
static bool variable_assign(Tf *tf, const Value *a, Value *result) {
    return assign_method(tf, ASSIGN, a, result);
}

static bool variable_assign_add(Tf *tf, const Value *a, Value *result) {
    return assign_method(tf, ASSIGN_ADD, a, result);
}

static bool variable_assign_sub(Tf *tf, const Value *a, Value *result) {
    return assign_method(tf, ASSIGN_SUB, a, result);
}

/* v.load(value, session): runs the initializer with the value fed in place of the initial value. */
static bool variable_load(Tf *tf, const Value *a, Value *result) {
    Variable *v = variable_in(a[0]);
    SessionObject *s = session_default(tf);
    Session *session = given(a[2]) ? session_of(tf, a[2]) : s ? s->session : NULL;
    if (!session) {
        return raise_value_error(tf->run,
                                 "Either session argument should be provided or default session "
                                 "should be established");
    }
    Value feeds = dict_make(tf->run), ignored;
    *result = value_none();
    Output *fed = v->initializer->inputs[1];
    return dict_set(tf->run, feeds, tf_tensor(tf, fed), a[1]) &&
           session_fetch(tf, session, tf_operation(tf, v->initializer), feeds, &ignored);
}

/* What only reference variables have here. */
static bool check_reference(Tf *tf, Value self, const char *method) {
    return !variable_in(self)->record.resource ||
           refuse(tf->run, NULL, "%s of resource variables is not modelled", method);
}

static bool variable_set_shape(Tf *tf, const Value *a, Value *result) {
    Variable *v = variable_in(a[0]);
    Shape shape;
    *result = value_none();
    return check_reference(tf, a[0], "set_shape") && arg_shape(tf, a[1], &shape) &&
           output_set_shape(tf->engine, v->handle, shape) &&
           output_set_shape(tf->engine, v->snapshot, shape);
}

/* v.count_up_to(limit) */
static bool variable_count_up_to(Tf *tf, const Value *a, Value *result) {
    Value args[] = {a[0], a[1], value_none()};
    return count_up_to(tf, args, result);
}

/* v.scatter_sub(slices, use_locking, name) */
static bool variable_scatter_sub(Tf *tf, const Value *a, Value *result) {
    const SlicesObject *slices = slices_of(tf, a[1]);
    if (!slices)
        return refuse(tf->run, NULL,
                      "scatter_sub of anything but tf.IndexedSlices is not modelled");
    Value args[] = {a[0], slices->indices, slices->values, a[2], a[3]};
    return check_reference(tf, a[0], "scatter_sub") && scatter_sub(tf, args, result);
}

/* The same before it took a name. */
static bool variable_scatter_sub_nameless(Tf *tf, const Value *a, Value *result) {
    Value args[] = {a[0], a[1], a[2], value_none()};
    return variable_scatter_sub(tf, args, result);
}

/* Programs may put attributes of their own on a variable; those are not kept. */
static bool variable_set_attr(Run *run, Value self, Name name, Value v) {
    Value attribute;
    bool found;
    if (!value_find_attr(run, value_object(type_of(run, self)), name, &found, &attribute))
        return false;
    if (found && !is_callable(run, attribute))
        return raise_attribute_error(run, "property '%s' of '%.*s' object has no setter",
                                     name->text, STR_ARG(type_name(run, self)));
    (void)v;
    return refuse(run, NULL, "setting the attribute '%s' of a variable is not modelled",
                  name->text);
}

void variable_object_install(Tf *tf) {
    static const GetterRow getters[] = {
        {"name", get_name, 0, LATEST},
        {"op", get_op, 0, LATEST},
        {"dtype", get_dtype, 0, LATEST},
        {"shape", get_shape, 1, LATEST},
        {"graph", get_graph, 0, LATEST},
        {"device", get_device, 0, LATEST},
        {"initializer", get_initializer, 0, LATEST},
        {"initial_value", get_initial_value, 0, LATEST},
        {"trainable", get_trainable, 11, LATEST},
        {"constraint", get_constraint, 4, LATEST},
        {NULL, NULL, 0, 0},
    };
    static const GetterRow resource_getters[] = {{"handle", get_handle, 0, LATEST},
                                                 {NULL, NULL, 0, 0}};
    static const ApiRow methods[] = {
        FUNCTION("get_shape", "self", variable_get_shape),
        FUNCTION("set_shape", "self, shape", variable_set_shape),
        FUNCTION("value", "self", variable_value),
        FUNCTION("read_value", "self", variable_read_value),
        FUNCTION("initialized_value", "self", variable_initialized),
        FUNCTION("eval", "self, session=None", variable_eval),
        FUNCTION("load", "self, value, session=None", variable_load),
        FUNCTION("count_up_to", "self, limit", variable_count_up_to),
        FUNCTION_IN("scatter_sub", 0, 11, "self, sparse_delta, use_locking=False",
                    variable_scatter_sub_nameless),
        FUNCTION_IN("scatter_sub", 12, LATEST, "self, sparse_delta, use_locking=False, name=None",
                    variable_scatter_sub),
        FUNCTION("__abs__", "self", tensor_abs),
        FUNCTION_IN("assign", 0, 10, "self, value, use_locking=False", variable_assign),
        FUNCTION_IN("assign_add", 0, 10, "self, delta, use_locking=False", variable_assign_add),
        FUNCTION_IN("assign_sub", 0, 10, "self, delta, use_locking=False", variable_assign_sub),
        FUNCTION_IN("assign", 11, LATEST,
                    "self, value, use_locking=False, name=None, read_value=True", variable_assign),
        FUNCTION_IN("assign_add", 11, LATEST,
                    "self, delta, use_locking=False, name=None, read_value=True",
                    variable_assign_add),
        FUNCTION_IN("assign_sub", 11, LATEST,
                    "self, delta, use_locking=False, name=None, read_value=True",
                    variable_assign_sub),
        API_END,
    };
    Type *t = tf->types[CLASS_VARIABLE];
    class_add_getters(tf, CLASS_VARIABLE, getters);
    class_add_getters(tf, CLASS_RESOURCE_VARIABLE, resource_getters);
    class_add_methods(tf, CLASS_VARIABLE, methods);
    for (int id = CLASS_VARIABLE; id <= CLASS_RESOURCE_VARIABLE; id++) {
        tf->types[id]->head.show = variable_show;
    }
    t->repr = variable_repr;
    t->str = variable_str;
    t->iter = variable_iter;
    t->set_attr = variable_set_attr;
    t->get_item = operator_get_item;
    t->unary = operator_unary;
    t->binary = operator_binary;
    t->compare = operator_compare;
}
