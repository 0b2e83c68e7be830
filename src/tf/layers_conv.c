/* layers_conv.c: convolutions in one and two dimensions, transposed and separable ones. */
#include "tf/layers.h"

/* ---- what they share ---- */

static Attr four(Tf *tf, const char *name, int64_t a, int64_t b) {
    int64_t *at = ARENA_ARRAY(tf->run->arena, 4, int64_t);
    at[0] = at[3] = 1;
    at[1] = a;
    at[2] = b;
    return (Attr){.name = name, .kind = ATTR_INTS, .ints = {at, 4}};
}

static bool check_dilation(Layer *l, int n) {
    int64_t rate[2] = {1, 1};
    if (is_unbound(layer_option(l, "dilation_rate"))) {
        return true;
    }
    return layer_ints(l, "dilation_rate", n, rate) &&
           ((rate[0] == 1 && rate[1] == 1) ||
            refuse(l->tf->run, NULL, "a dilation_rate other than 1 is not modelled"));
}

/* The number of channels: from 1.2 on it must be known before the variable is made. */
static bool channels_of(Layer *l, const Output *x, int64_t *channels) {
    Shape s = output_shape(x);
    *channels = s.rank > 0 ? s.dims[s.rank - 1] : DIM_UNKNOWN;
    return *channels != DIM_UNKNOWN || !tf_has(l->tf, CHANGE_CHANNELS_KNOWN) ||
           raise_value_error(l->tf->run, "The channel dimension of the inputs should be defined. "
                                         "Found `None`.");
}

static bool bias_variable(Layer *l, int64_t filters, DType dtype) {
    bool use_bias;
    return arg_bool(l->tf, layer_option(l, "use_bias"), true, &use_bias) &&
           (!use_bias ||
            layer_variable(l, "bias", shape_make(l->tf->run->arena, 1, &filters), dtype));
}

/* From 1.2 on the operator of a convolution is made together with the variables. */
static bool dilation_node(Layer *l, int n) {
    static const int64_t ones[2] = {1, 1};
    return !tf_has(l->tf, CHANGE_CONVOLUTION_BUILT) || ints_build(l->tf, n, ones, "dilation_rate");
}

static bool build_conv(Layer *l, const Output *x, int n) {
    int64_t dims[4], filters, channels;
    if (!refuse_channels_first(l) || !check_dilation(l, n) ||
        !layer_ints(l, "kernel_size", n, dims) || !layer_size(l, "filters", &filters) ||
        !channels_of(l, x, &channels)) {
        return false;
    }
    dims[n] = channels;
    dims[n + 1] = filters;
    return layer_variable(l, "kernel", shape_make(l->tf->run->arena, n + 2, dims),
                          output_dtype(x)) &&
           bias_variable(l, filters, output_dtype(x)) && dilation_node(l, n);
}

bool conv1d_build(Layer *l, Output *x) {
    return build_conv(l, x, 1);
}

bool conv2d_build(Layer *l, Output *x) {
    return build_conv(l, x, 2);
}

/* ---- the convolution itself ---- */

static Output *conv_op(Layer *l, Str name, Output *x, Operand kernel, const int64_t strides[2]) {
    Str padding;
    if (!layer_padding(l, &padding)) {
        return NULL;
    }
    Attr attrs[] = {attr_str("padding", padding), four(l->tf, "strides", strides[0], strides[1])};
    Operand in[] = {operand_of(x), kernel};
    return build(l->tf, "Conv2D", name, 2, in, 2, attrs);
}

/* 1.0 and 1.1: tf.nn.convolution looks at the filter's shape and makes a constant of the dilation
 * rate. */
static bool convolution_head(Layer *l, int n) {
    static const int64_t ones[2] = {1, 1};
    Operand kernel = operand_host(layer_get(l, "kernel"));
    return shape_build(l->tf, kernel, NAME_NONE, "Shape") &&
           ints_build(l->tf, n, ones, "dilation_rate");
}

Output *conv2d_call(Layer *l, Output *x, Value training) {
    int64_t strides[2];
    Operand kernel = operand_host(layer_get(l, "kernel"));
    Group g;
    Tf *tf = l->tf;
    (void)training;
    if (!layer_ints(l, "strides", 2, strides)) {
        return NULL;
    }
    if (tf_has(tf, CHANGE_CONVOLUTION_BUILT)) {
        return layer_finish(l, conv_op(l, NAME_NONE, x, kernel, strides));
    }
    if (!group_open_str(tf, NAME_NONE, "convolution", 0, NULL, &g)) {
        return NULL;
    }
    Output *o = convolution_head(l, 2) ? conv_op(l, g.name, x, kernel, strides) : NULL;
    group_close(tf, &g);
    return layer_finish(l, o);
}

static Output *squeeze(Tf *tf, Output *x, int64_t which) {
    int64_t *axis = ARENA_ARRAY(tf->run->arena, 1, int64_t);
    *axis = which;
    Attr attr = {.name = "squeeze_dims", .kind = ATTR_INTS, .ints = {axis, 1}};
    Operand in = operand_of(x);
    return build(tf, "Squeeze", NAME_NONE, 1, &in, 1, &attr);
}

/* One dimension is made two, and taken away again. name: of the convolution; none: the op's own. */
static Output *conv1d_in(Layer *l, Output *x, int64_t stride, Str name) {
    Tf *tf = l->tf;
    int64_t strides[2] = {stride, stride};
    int axis = 1;
    Output *wide = build2(tf, "ExpandDims", NAME_NONE, operand_of(x), operand_int(tf, axis));
    Output *kernel = wide ? build2(tf, "ExpandDims", NAME_NONE,
                                   operand_host(layer_get(l, "kernel")), operand_int(tf, 0))
                          : NULL;
    Output *o = kernel ? conv_op(l, name, wide, operand_of(kernel), strides) : NULL;
    return o ? squeeze(tf, o, axis) : NULL;
}

Output *conv1d_call(Layer *l, Output *x, Value training) {
    int64_t stride;
    Group g;
    Tf *tf = l->tf;
    bool old = !tf_has(tf, CHANGE_CONVOLUTION_BUILT);
    (void)training;
    if (!layer_ints(l, "strides", 1, &stride) ||
        !group_open_str(tf, NAME_NONE, old ? "convolution" : "conv1d", 0, NULL, &g)) {
        return NULL;
    }
    bool ok = !old || convolution_head(l, 1);
    Output *o =
        ok ? conv1d_in(l, x, stride, tf_has(tf, CHANGE_CONV1D_NAMED) ? g.name : NAME_NONE) : NULL;
    group_close(tf, &g);
    return layer_finish(l, o);
}

/* ---- transposed ---- */

bool conv2d_transpose_build(Layer *l, Output *x) {
    int64_t dims[4], channels;
    if (!refuse_channels_first(l) || !layer_ints(l, "kernel_size", 2, dims) ||
        !layer_size(l, "filters", &dims[2]) || !channels_of(l, x, &channels)) {
        return false;
    }
    dims[3] = channels;
    return layer_variable(l, "kernel", shape_make(l->tf->run->arena, 4, dims), output_dtype(x)) &&
           bias_variable(l, dims[2], output_dtype(x));
}

/* What a side of the image becomes; sizes that are known now. */
static int64_t grown(int64_t size, int64_t kernel, int64_t stride, bool valid) {
    if (size == DIM_UNKNOWN) {
        return DIM_UNKNOWN;
    }
    return size * stride + (valid && kernel > stride ? kernel - stride : 0);
}

/* The same in the graph. 1.0 and 1.1 call tf.multiply, so that the name is Mul. */
static bool grown_node(Layer *l, Output *size, int64_t kernel, int64_t stride, bool valid,
                       Value *result) {
    Tf *tf = l->tf;
    if (!tf_has(tf, CHANGE_TRANSPOSED_OPERATOR)) {
        Output *o = build2(tf, "Mul", NAME_NONE, operand_of(size), operand_int(tf, stride));
        if (!o) {
            return false;
        }
        *result = tf_tensor(tf, o);
    } else if (!binary_build(tf, BINARY_OPERATOR_MULTIPLY, tf_tensor(tf, size), value_int(stride),
                             false, result)) {
        return false;
    }
    return !valid || kernel <= stride ||
           binary_build(tf, BINARY_OPERATOR_ADD, *result, value_int(kernel - stride), false,
                        result);
}

typedef struct Transposed {
    int64_t kernel[2], strides[2], filters;
    bool valid;
    Str padding;
} Transposed;

static bool read_transposed(Layer *l, Transposed *t) {
    return layer_ints(l, "kernel_size", 2, t->kernel) && layer_ints(l, "strides", 2, t->strides) &&
           layer_size(l, "filters", &t->filters) && layer_padding(l, &t->padding) &&
           ((t->valid = t->padding.at[0] == 'V'), true);
}

static Output *output_shape_node(Layer *l, Output *x, const Transposed *t) {
    Tf *tf = l->tf;
    Output *shape = shape_build(tf, operand_of(x), NAME_NONE, "Shape"), *part[3];
    Value sides[4];
    for (int i = 0; i < 3; i++) {
        part[i] = shape ? slice_build(tf, tf_tensor(tf, shape), value_int(i)) : NULL;
        if (!part[i]) {
            return NULL;
        }
    }
    sides[0] = tf_tensor(tf, part[0]);
    sides[3] = value_int(t->filters);
    for (int i = 0; i < 2; i++) {
        if (!grown_node(l, part[i + 1], t->kernel[i], t->strides[i], t->valid, &sides[i + 1])) {
            return NULL;
        }
    }
    Output *o = stack_values(tf, tuple_make(tf->run, 4, sides), 0, STR("stack"));
    if (o && tf_has(tf, CHANGE_TRANSPOSED_BATCH_READ) &&
        !slice_build(tf, tf_tensor(tf, o), value_int(0))) {
        return NULL;
    }
    return o;
}

static Output *transposed_op(Layer *l, Output *x, Output *shape, const Transposed *t) {
    Tf *tf = l->tf;
    Group g;
    if (!group_open_str(tf, NAME_NONE, "conv2d_transpose", 0, NULL, &g)) {
        return NULL;
    }
    Attr attrs[] = {attr_str("padding", t->padding),
                    four(tf, "strides", t->strides[0], t->strides[1])};
    Operand in[] = {operand_of(shape), operand_host(layer_get(l, "kernel")), operand_of(x)};
    Output *o = build(tf, "Conv2DBackpropInput", g.name, 3, in, 2, attrs);
    group_close(tf, &g);
    return o;
}

Output *conv2d_transpose_call(Layer *l, Output *x, Value training) {
    Transposed t;
    Shape s = output_shape(x);
    int64_t dims[4];
    (void)training;
    if (!read_transposed(l, &t)) {
        return NULL;
    }
    Output *shape = output_shape_node(l, x, &t);
    Output *o = shape ? transposed_op(l, x, shape, &t) : NULL;
    if (!o) {
        return NULL;
    }
    if (s.rank == 4) {
        dims[0] = s.dims[0];
        dims[1] = grown(s.dims[1], t.kernel[0], t.strides[0], t.valid);
        dims[2] = grown(s.dims[2], t.kernel[1], t.strides[1], t.valid);
        dims[3] = t.filters;
        if (!output_set_shape(l->tf->engine, o, shape_make(l->tf->run->arena, 4, dims))) {
            return NULL;
        }
    }
    return layer_finish(l, o);
}

/* ---- separable ---- */

bool separable_conv2d_build(Layer *l, Output *x) {
    int64_t depth[4], point[4] = {1, 1, 0, 0}, channels, multiplier;
    Arena *a = l->tf->run->arena;
    if (!refuse_channels_first(l) || !check_dilation(l, 2) ||
        !layer_ints(l, "kernel_size", 2, depth) || !layer_size(l, "filters", &point[3]) ||
        !layer_size(l, "depth_multiplier", &multiplier) || !channels_of(l, x, &channels)) {
        return false;
    }
    depth[2] = channels;
    depth[3] = multiplier;
    point[2] = channels == DIM_UNKNOWN ? channels : channels * multiplier;
    DType dtype = output_dtype(x);
    return layer_variable_as(l, "depthwise_kernel", "depthwise", shape_make(a, 4, depth), dtype,
                             true) &&
           layer_variable_as(l, "pointwise_kernel", "pointwise", shape_make(a, 4, point), dtype,
                             true) &&
           bias_variable(l, point[3], dtype);
}

static Output *separable_in(Layer *l, Output *x, const int64_t strides[2], Str padding, Str name) {
    static const int64_t ones[2] = {1, 1};
    Tf *tf = l->tf;
    Operand kernel = operand_host(layer_get(l, "depthwise_kernel"));
    if (!shape_build(tf, kernel, NAME_NONE, "Shape") || !ints_build(tf, 2, ones, "dilation_rate")) {
        return NULL;
    }
    Attr first[] = {attr_str("padding", padding), four(tf, "strides", strides[0], strides[1])};
    Attr second[] = {attr_str("padding", STR("VALID")), four(tf, "strides", 1, 1)};
    Operand in[] = {operand_of(x), kernel};
    Output *depth = build(tf, "DepthwiseConv2dNative", STR("depthwise"), 2, in, 2, first);
    if (!depth) {
        return NULL;
    }
    in[0] = operand_of(depth);
    in[1] = operand_host(layer_get(l, "pointwise_kernel"));
    return build(tf, "Conv2D", name, 2, in, 2, second);
}

Output *separable_conv2d_call(Layer *l, Output *x, Value training) {
    int64_t strides[2];
    Str padding;
    Group g;
    (void)training;
    if (!layer_ints(l, "strides", 2, strides) || !layer_padding(l, &padding) ||
        !group_open_str(l->tf, NAME_NONE, "separable_conv2d", 0, NULL, &g)) {
        return NULL;
    }
    Output *o = separable_in(l, x, strides, padding, g.name);
    group_close(l->tf, &g);
    return layer_finish(l, o);
}
