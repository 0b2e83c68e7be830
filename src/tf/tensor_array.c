/* tensor_array.c: tf.TensorArray. What writes gives a new object that stands for the same array
 * after the write: with the flow that comes out of it. */
#include "tf/tensor_array.h"

#include "tf/build.h"
#include "tf/tables.h"

TensorArrayObject *array_object_of(const Tf *tf, Value v) {
    return is_class(tf, v, CLASS_TENSOR_ARRAY) ? (TensorArrayObject *)v.as.object : NULL;
}

static TensorArrayObject *self_of(const Value *a) {
    return (TensorArrayObject *)a[0].as.object;
}

static bool give_array(TensorArrayObject *array, Value *result) {
    if (array) {
        *result = value_object(array);
    }
    return array != NULL;
}

/* ---- shapes of elements ---- */

static bool merge_shape(Tf *tf, const TensorArrayObject *array, Shape s) {
    ElementShape *e = array->element;
    if (!array->infer_shape) {
        return true;
    }
    if (!e->known) {
        *e = (ElementShape){true, s};
        return true;
    }
    if (shape_merge(tf->run->arena, e->shape, s, &e->shape)) {
        return true;
    }
    Str a = shape_str(tf->run->arena, s), b = shape_str(tf->run->arena, e->shape);
    return raise_value_error(tf->run,
                             "Inconsistent shapes: saw %.*s but expected %.*s (and "
                             "infer_shape=True)",
                             STR_ARG(a), STR_ARG(b));
}

/* Dimension 0 of s becomes n. */
static Shape with_rows(Tf *tf, Shape s, int64_t n, int from) {
    int64_t *dims = ARENA_ARRAY(tf->run->arena, (size_t)(s.rank - from) + 1, int64_t);
    dims[0] = n;
    for (int d = from; d < s.rank; d++) {
        dims[d - from + 1] = s.dims[d];
    }
    return (Shape){s.rank - from + 1, dims};
}

/* ---- making ---- */

/* Arguments that are not given are not in the node. */
static uint32_t array_attrs(const ArrayRequest *r, Attr *attrs) {
    uint32_t n = 0;
    attrs[n++] = attr_type("dtype", r->dtype);
    attrs[n++] = attr_bool("dynamic_size", r->dynamic);
    attrs[n++] = attr_bool("clear_after_read", !r->keeps);
    attrs[n++] = attr_str("tensor_array_name", r->array_name.at ? r->array_name : STR(""));
    return n;
}

static bool build_in(Tf *tf, const ArrayRequest *r, Str scope, TensorArrayObject *array) {
    Attr attrs[6];
    uint32_t n = array_attrs(r, attrs);
    Operand size = operand(tf, r->size);
    Node *node = NULL;
    if (given(r->element_shape)) {
        if (!arg_shape(tf, r->element_shape, &array->element->shape)) {
            return false;
        }
        array->element->known = true;
        array->infer_shape = true;
    }
    attrs[n++] = attr_shape("element_shape",
                            array->element->known ? array->element->shape : shape_unknown());
    attrs[n++] = attr_bool("identical_element_shapes", r->infer_shape);
    ColocationFrame *frame = colocate_enter(engine_graph(tf->engine), NULL, true);
    bool ok = op_apply(tf->engine, "TensorArrayV3", scope, &size, 1, NULL, attrs, n, &node);
    colocate_leave(frame);
    if (ok) {
        array->handle = &node->outputs[0];
        array->flow = &node->outputs[1];
    }
    return ok;
}

static TensorArrayObject *array_new(Tf *tf, DType dtype, bool infer_shape) {
    TensorArrayObject *array = class_object(tf, CLASS_TENSOR_ARRAY, sizeof *array);
    array->dtype = dtype;
    array->infer_shape = infer_shape;
    array->element = ARENA_NEW(tf->run->arena, ElementShape);
    return array;
}

TensorArrayObject *array_build(Tf *tf, const ArrayRequest *r) {
    Group g;
    TensorArrayObject *array = array_new(tf, r->dtype, r->infer_shape);
    if (!group_open_str(tf, r->name, "TensorArray", 1, &r->size, &g)) {
        return NULL;
    }
    bool ok = build_in(tf, r, g.name, array);
    group_close(tf, &g);
    return ok ? array : NULL;
}

/* An object uses up a name of its own, although it makes no node. */
static bool use_name(Tf *tf, Output *flow) {
    Group g;
    Value v = tf_tensor(tf, flow);
    if (!group_open_str(tf, NAME_NONE, "TensorArray", 1, &v, &g)) {
        return false;
    }
    group_close(tf, &g);
    return true;
}

TensorArrayObject *array_with_flow(Tf *tf, const TensorArrayObject *array, Output *flow) {
    if (!flow || !use_name(tf, flow)) {
        return NULL;
    }
    TensorArrayObject *copy = class_object(tf, CLASS_TENSOR_ARRAY, sizeof *copy);
    Object head = copy->object;
    *copy = *array;
    copy->object = head;
    copy->flow = flow;
    return copy;
}

static bool check_arguments(Tf *tf, const Value *a) {
    bool handle = given(a[6]), size = given(a[2]);
    const char *fault =
        handle && given(a[5])   ? "Cannot construct with both handle and tensor_array_name"
        : !handle && !size      ? "Size must be provided if handle is not provided"
        : handle && size        ? "Cannot provide both a handle and size at the same time"
        : handle && given(a[9]) ? "Cannot provide both a handle and element_shape at the same time"
        : handle && given(a[3]) ? "Cannot provide both a handle and dynamic_size at the same time"
        : handle && given(a[4])
            ? "Cannot provide both a handle and clear_after_read at the same time"
        : handle && !given(a[7]) ? "flow must not be None if handle is not None."
                                 : NULL;
    return !fault || raise_value_error(tf->run, "%s", fault);
}

static bool of_handle(Tf *tf, const Value *a, DType dtype, Value *result) {
    bool infer_shape;
    TensorArrayObject *array = NULL;
    Output *handle = tensor_output(tf, a[6]), *flow = tensor_output(tf, a[7]);
    if (!handle) {
        return raise_type_error(tf->run, "Handle must be a Tensor");
    }
    if (!flow || !arg_bool(tf, a[8], true, &infer_shape) || !use_name(tf, flow)) {
        return flow ? false : raise_type_error(tf->run, "flow must be a Tensor");
    }
    array = array_new(tf, dtype, infer_shape);
    array->handle = handle;
    array->flow = flow;
    return give_array(array, result);
}

/* self, dtype, size, dynamic_size, clear_after_read, tensor_array_name, handle, flow, infer_shape,
 * element_shape, colocate_with_first_write_call, name */
static bool make_array(Tf *tf, const Value *a, Value *result) {
    ArrayRequest r = {.size = a[2], .element_shape = a[9]};
    bool clears;
    if (!check_arguments(tf, a) || !arg_dtype(tf, a[1], &r.dtype)) {
        return false;
    }
    if (given(a[6])) {
        return of_handle(tf, a, r.dtype, result);
    }
    if (!arg_bool(tf, a[3], false, &r.dynamic) || !arg_bool(tf, a[4], true, &clears) ||
        !arg_name(tf, a[5], &r.array_name) || !arg_bool(tf, a[8], true, &r.infer_shape) ||
        !arg_name(tf, a[11], &r.name)) {
        return false;
    }
    r.keeps = !clears;
    return give_array(array_build(tf, &r), result);
}

/* ---- reading ---- */

static Output *shaped(Tf *tf, Output *o, bool known, Shape s) {
    return o && (!known || output_set_shape(tf->engine, o, s)) ? o : NULL;
}

static Output *read_named(Tf *tf, const TensorArrayObject *array, Operand index, Str name) {
    Operand in[] = {operand_of(array->handle), index, operand_of(array->flow)};
    Attr dtype = attr_type("dtype", array->dtype);
    Output *o = build(tf, "TensorArrayReadV3", name, 3, in, 1, &dtype);
    return shaped(tf, o, array->element->known, array->element->shape);
}

Output *array_read_build(Tf *tf, const TensorArrayObject *array, Operand index) {
    return read_named(tf, array, index, NAME_NONE);
}

static bool read_method(Tf *tf, const Value *a, Value *result) {
    Str name;
    return arg_name(tf, a[2], &name) &&
           give_tensor(tf, read_named(tf, self_of(a), operand(tf, a[1]), name), result);
}

static Output *gather_named(Tf *tf, const TensorArrayObject *array, Operand indices, Str name) {
    const ElementShape *e = array->element;
    Operand in[] = {operand_of(array->handle), indices, operand_of(array->flow)};
    Attr attrs[] = {attr_type("dtype", array->dtype),
                    attr_shape("element_shape", e->known ? e->shape : shape_unknown())};
    Output *o = build(tf, "TensorArrayGatherV3", name, 3, in, 2, attrs);
    bool known = e->known && e->shape.rank >= 0;
    return shaped(tf, o, known, known ? with_rows(tf, e->shape, DIM_UNKNOWN, 0) : e->shape);
}

static bool gather_method(Tf *tf, const Value *a, Value *result) {
    Str name;
    return arg_name(tf, a[2], &name) &&
           give_tensor(tf, gather_named(tf, self_of(a), operand(tf, a[1]), name), result);
}

static Output *size_named(Tf *tf, const TensorArrayObject *array, Str name) {
    return build2(tf, "TensorArraySizeV3", name, operand_of(array->handle),
                  operand_of(array->flow));
}

static bool size_method(Tf *tf, const Value *a, Value *result) {
    Str name;
    return arg_name(tf, a[1], &name) && give_tensor(tf, size_named(tf, self_of(a), name), result);
}

static Output *stack_named(Tf *tf, const TensorArrayObject *array, Str name) {
    Group g;
    Value handle = tf_tensor(tf, array->handle);
    if (!group_open_str(tf, name, "TensorArrayStack", 1, &handle, &g)) {
        return NULL;
    }
    Output *size = size_named(tf, array, NAME_NONE);
    Output *range = size ? range_build(tf, operand_int(tf, 0), operand_of(size), operand_int(tf, 1),
                                       DTYPE_INVALID, STR("range"))
                         : NULL;
    Output *o = range ? gather_named(tf, array, operand_of(range), name) : NULL;
    group_close(tf, &g);
    return o;
}

Output *array_stack_build(Tf *tf, const TensorArrayObject *array) {
    return stack_named(tf, array, NAME_NONE);
}

static bool stack_method(Tf *tf, const Value *a, Value *result) {
    Str name;
    return arg_name(tf, a[1], &name) && give_tensor(tf, stack_named(tf, self_of(a), name), result);
}

static bool concat_method(Tf *tf, const Value *a, Value *result) {
    TensorArrayObject *array = self_of(a);
    const ElementShape *e = array->element;
    bool known = e->known && e->shape.rank > 0;
    Shape rest = known ? shape_slice(tf->run->arena, e->shape, 1, e->shape.rank) : shape_unknown();
    Operand in[] = {operand_of(array->handle), operand_of(array->flow)};
    Attr attrs[] = {attr_type("dtype", array->dtype), attr_shape("element_shape_except0", rest)};
    Str name;
    if (!arg_name(tf, a[1], &name)) {
        return false;
    }
    Output *o = build(tf, "TensorArrayConcatV3", name, 2, in, 2, attrs);
    return give_tensor(tf, shaped(tf, o, known, known ? with_rows(tf, rest, DIM_UNKNOWN, 0) : rest),
                       result);
}

/* ---- writing ---- */

static Operand value_operand(Tf *tf, Value v, Output **converted) {
    *converted = convert(tf, v, DTYPE_INVALID, "value");
    return *converted ? operand_of(*converted) : (Operand){.host = value_unbound()};
}

/* What the elements of an array become when a value is written: one of it, or its rows. */
static Shape element_of(Tf *tf, Shape s, bool rows) {
    return !rows ? s : s.rank > 0 ? shape_slice(tf->run->arena, s, 1, s.rank) : shape_unknown();
}

static TensorArrayObject *put_in(Tf *tf, const TensorArrayObject *array, Operand at, Value value,
                                 Str name, bool rows) {
    Output *converted;
    Operand v = value_operand(tf, value, &converted);
    Operand in[] = {operand_of(array->handle), at, v, operand_of(array->flow)};
    const char *op = rows ? "TensorArrayScatterV3" : "TensorArrayWriteV3";
    Output *flow = converted ? build(tf, op, name, 4, in, 0, NULL) : NULL;
    TensorArrayObject *to = flow ? array_with_flow(tf, array, flow) : NULL;
    return to && merge_shape(tf, to, element_of(tf, output_shape(converted), rows)) ? to : NULL;
}

/* Writes a value at an index, or the rows of one at indices. */
static TensorArrayObject *put_named(Tf *tf, const TensorArrayObject *array, Operand at, Value value,
                                    Str name, bool rows) {
    Group g;
    Value values[] = {tf_tensor(tf, array->handle), value};
    if (!group_open_str(tf, name, rows ? "TensorArrayScatter" : "TensorArrayWrite", 2, values,
                        &g)) {
        return NULL;
    }
    TensorArrayObject *to = put_in(tf, array, at, value, name, rows);
    group_close(tf, &g);
    return to;
}

TensorArrayObject *array_write_build(Tf *tf, const TensorArrayObject *array, Operand index,
                                     Value value) {
    return put_named(tf, array, index, value, NAME_NONE, false);
}

static bool put_method(Tf *tf, const Value *a, bool rows, Value *result) {
    Str name;
    return arg_name(tf, a[3], &name) &&
           give_array(put_named(tf, self_of(a), operand(tf, a[1]), a[2], name, rows), result);
}

static bool write_method(Tf *tf, const Value *a, Value *result) {
    return put_method(tf, a, false, result);
}

static bool scatter_method(Tf *tf, const Value *a, Value *result) {
    return put_method(tf, a, true, result);
}

static TensorArrayObject *unstack_in(Tf *tf, const TensorArrayObject *array, Value value,
                                     Str name) {
    Output *shape = shape_build(tf, operand(tf, value), NAME_NONE, "Shape");
    Output *n = shape ? slice_build(tf, tf_tensor(tf, shape), value_int(0)) : NULL;
    Output *range = n ? range_build(tf, operand_int(tf, 0), operand_of(n), operand_int(tf, 1),
                                    DTYPE_INVALID, STR("range"))
                      : NULL;
    return range ? put_named(tf, array, operand_of(range), value, name, true) : NULL;
}

static TensorArrayObject *unstack_named(Tf *tf, const TensorArrayObject *array, Value value,
                                        Str name) {
    Group g;
    Value values[] = {tf_tensor(tf, array->handle), value};
    if (!group_open_str(tf, name, "TensorArrayUnstack", 2, values, &g)) {
        return NULL;
    }
    TensorArrayObject *to = unstack_in(tf, array, value, name);
    group_close(tf, &g);
    return to;
}

TensorArrayObject *array_unstack_build(Tf *tf, const TensorArrayObject *array, Value value) {
    return unstack_named(tf, array, value, NAME_NONE);
}

static bool unstack_method(Tf *tf, const Value *a, Value *result) {
    Str name;
    return arg_name(tf, a[2], &name) &&
           give_array(unstack_named(tf, self_of(a), a[1], name), result);
}

static TensorArrayObject *split_in(Tf *tf, const TensorArrayObject *array, Value value,
                                   Value lengths, Str name) {
    Output *converted;
    Operand v = value_operand(tf, value, &converted);
    Output *many =
        converted ? cast_build(tf, operand(tf, lengths), DTYPE_INT64, STR("ToInt64")) : NULL;
    Operand in[] = {operand_of(array->handle), v, many ? operand_of(many) : v,
                    operand_of(array->flow)};
    Output *flow = many ? build(tf, "TensorArraySplitV3", name, 4, in, 0, NULL) : NULL;
    TensorArrayObject *to = flow ? array_with_flow(tf, array, flow) : NULL;
    Shape s = to ? output_shape(converted) : shape_unknown();
    return to && (s.rank < 1 || merge_shape(tf, to, with_rows(tf, s, DIM_UNKNOWN, 1))) ? to : NULL;
}

static bool split_method(Tf *tf, const Value *a, Value *result) {
    Group g;
    Str name;
    Value values[] = {tf_tensor(tf, self_of(a)->handle), a[1], a[2]};
    if (!arg_name(tf, a[3], &name) ||
        !group_open_str(tf, name, "TensorArraySplit", 3, values, &g)) {
        return false;
    }
    TensorArrayObject *to = split_in(tf, self_of(a), a[1], a[2], name);
    group_close(tf, &g);
    return give_array(to, result);
}

static bool identity_method(Tf *tf, const Value *a, Value *result) {
    Output *flow = build1(tf, "Identity", NAME_NONE, operand_of(self_of(a)->flow));
    return flow && give_array(array_with_flow(tf, self_of(a), flow), result);
}

static bool refuse_method(Tf *tf, const Value *a, Value *result) {
    (void)a;
    (void)result;
    return refuse(tf->run, NULL, "TensorArray.grad and close are not modelled");
}

/* ---- attributes ---- */

static bool get_handle(Run *run, const Value *a, Value *result) {
    *result = tf_tensor(tf_of(run), self_of(a)->handle);
    return true;
}

static bool get_flow(Run *run, const Value *a, Value *result) {
    *result = tf_tensor(tf_of(run), self_of(a)->flow);
    return true;
}

static bool get_dtype(Run *run, const Value *a, Value *result) {
    *result = tf_dtype(tf_of(run), self_of(a)->dtype, false);
    return true;
}

void tensor_array_install(Tf *tf) {
    static const GetterRow getters[] = {
        {"handle", get_handle, 0, LATEST},
        {"flow", get_flow, 0, LATEST},
        {"dtype", get_dtype, 0, LATEST},
        {NULL, NULL, 0, 0},
    };
    static const ApiRow methods[] = {
        FUNCTION("read", "self, index, name=None", read_method),
        FUNCTION("write", "self, index, value, name=None", write_method),
        FUNCTION("stack", "self, name=None", stack_method),
        FUNCTION("gather", "self, indices, name=None", gather_method),
        FUNCTION("concat", "self, name=None", concat_method),
        FUNCTION("unstack", "self, value, name=None", unstack_method),
        FUNCTION("scatter", "self, indices, value, name=None", scatter_method),
        FUNCTION("split", "self, value, lengths, name=None", split_method),
        FUNCTION("size", "self, name=None", size_method),
        FUNCTION("identity", "self", identity_method),
        FUNCTION("grad", "self, source, flow=None, name=None", refuse_method),
        FUNCTION("close", "self, name=None", refuse_method),
        API_END,
    };
    class_constructor(tf, CLASS_TENSOR_ARRAY, make_array, NULL);
    class_add_getters(tf, CLASS_TENSOR_ARRAY, getters);
    class_add_methods(tf, CLASS_TENSOR_ARRAY, methods);
}
