/* gradient_nn.c: gradients of the ops of neural networks. */
#include <string.h>

#include "graph/gradient_build.h"
#include "graph/infer.h"

/* ---- activations ---- */

/* ReluGrad(dy, y) */
void gradient_of_activation(Gradient *g) {
    Str name = str_printf(g->e->arena, "%sGrad", g->op->def->name);
    give(g, 0, grad_op2(g, name.at, NULL, grad_dy(g, 0), out(g, 0)));
}

/* SoftplusGrad(dy, x) */
void gradient_of_features(Gradient *g) {
    Str name = str_printf(g->e->arena, "%sGrad", g->op->def->name);
    give(g, 0, grad_op2(g, name.at, NULL, grad_dy(g, 0), in(g, 0)));
}

void gradient_relu_grad(Gradient *g) {
    Output *x = in(g, 1);
    Output *d = grad_op2(g, "ReluGrad", NULL, grad_dy(g, 0), x);
    Output *shape = grad_shape(g, x, false);
    Output *zeros = grad_zeros(g, shape, output_dtype(x));
    give(g, 0, d);
    give(g, 1, zeros);
}

void gradient_bias_add(Gradient *g) {
    Attr format = grad_attr(g, "data_format");
    Operand operand = of(grad_dy(g, 0));
    give(g, 0, grad_dy(g, 0));
    give(g, 1, grad_op_n(g, "BiasAddGrad", NULL, 1, &operand, 1, &format));
}

/* ---- softmax ---- */

/* Until 1.4 softmax takes matrices only. */
static Output *row_sums(Gradient *g, Output *x) {
    bool last = engine_has(g->e, CHANGE_SOFTMAX_ANY_RANK);
    Operand operands[] = {of(x), last ? grad_whole(g, -1) : grad_wholes(g, 1, (int64_t[]){1})};
    Attr keep = {.name = "keep_dims", .kind = ATTR_BOOL, .b = last};
    Output *sum = grad_op_n(g, "Sum", NULL, 2, operands, 1, &keep);
    Operand column[] = {of(sum), grad_wholes(g, 2, (int64_t[]){-1, 1})};
    return last ? sum : grad_op_n(g, "Reshape", NULL, 2, column, 0, NULL);
}

void gradient_softmax(Gradient *g) {
    Output *y = out(g, 0), *d = grad_dy(g, 0);
    Output *product = grad_op2(g, "Mul", "mul", d, y);
    Output *sums = row_sums(g, product);
    Output *rest = grad_op2(g, "Sub", "sub", d, sums);
    give(g, 0, grad_op2(g, "Mul", "mul", rest, y));
}

void gradient_log_softmax(Gradient *g) {
    bool last = engine_has(g->e, CHANGE_SOFTMAX_ANY_RANK);
    Output *softmax = grad_op1(g, "Exp", NULL, out(g, 0));
    Operand operands[] = {of(grad_dy(g, 0)), grad_whole(g, last ? -1 : 1)};
    Attr keep = {.name = "keep_dims", .kind = ATTR_BOOL, .b = true};
    Output *sums = grad_op_n(g, "Sum", NULL, 2, operands, 1, &keep);
    Output *product = grad_op2(g, "Mul", "mul", sums, softmax);
    give(g, 0, grad_op2(g, "Sub", "sub", grad_dy(g, 0), product));
}

static bool is_zero(const Slope *s) {
    return !s->values || str_is(str_of(s->values->node->def->name), "ZerosLike");
}

/* The op has computed the gradient already. With softmax_cross_entropy_with_logits_v2 labels have
 * one, too. */
void gradient_softmax_loss(Gradient *g) {
    if (!is_zero(&g->dy[1])) {
        grad_refuse(g, "the gradient of a softmax loss");
        return;
    }
    give(g, 0, grad_broadcast_mul(g, grad_dy(g, 0), out(g, 1)));
    if (engine_has(g->e, CHANGE_SOFTMAX_LOSS_V2)) {
        Output *log = grad_op1(g, "LogSoftmax", NULL, in(g, 0));
        Output *minus = grad_op1(g, "Neg", NULL, log);
        give(g, 1, grad_broadcast_mul(g, grad_dy(g, 0), minus));
    }
}

void gradient_sparse_softmax_loss(Gradient *g) {
    Attr message = {.name = "message", .kind = ATTR_STR};
    message.s = STR("Currently there is no way to take the second derivative of "
                    "sparse_softmax_cross_entropy_with_logits due to the fused implementation's "
                    "interaction with tf.gradients()");
    Operand operand = of(out(g, 1));
    Output *once = grad_op_n(g, "PreventGradient", NULL, 1, &operand, 1, &message);
    give(g, 0, grad_broadcast_mul(g, grad_dy(g, 0), once));
}

void gradient_prevent(Gradient *g) {
    const Attr *message = node_attr(g->op, "message");
    engine_fail(g->e, FAULT_LOOKUP, "Gradient explicitly disabled. Reason: b'%.*s'",
                STR_ARG(message->s));
    g->failed = true;
}

void gradient_l2_loss(Gradient *g) {
    give(g, 0, grad_op2(g, "Mul", "mul", in(g, 0), grad_dy(g, 0)));
}

/* ---- convolutions and pools ---- */

static uint32_t copy_attrs(Gradient *g, const char *const *names, uint32_t n, Attr *attrs) {
    for (uint32_t i = 0; i < n; i++) {
        attrs[i] = grad_attr(g, names[i]);
    }
    return n;
}

static const char *const conv_attrs[] = {"strides", "padding", "data_format", "dilations",
                                         "use_cudnn_on_gpu"};

/* Since 1.4 both shapes come from one node. */
static void conv_shapes(Gradient *g, Output *shapes[2]) {
    Output *both =
        grad_op_list(g, "ShapeN", NULL, 2, (Output *[]){in(g, 0), in(g, 1)}, NULL, 0, NULL);
    shapes[0] = both;
    shapes[1] = both ? &both->node->outputs[1] : NULL;
}

/* Gradients with respect to input and filter; nattrs of the attributes above are the op's. */
static void convolution(Gradient *g, const char *input_op, const char *filter_op, uint32_t nattrs) {
    Attr attrs[5];
    Output *shapes[2];
    bool together = engine_has(g->e, CHANGE_GRADIENT_SHAPES_TOGETHER);
    uint32_t n = copy_attrs(g, conv_attrs, nattrs, attrs);
    if (together) {
        conv_shapes(g, shapes);
    } else {
        shapes[0] = grad_shape(g, in(g, 0), false);
    }
    Operand input[] = {of(shapes[0]), of(in(g, 1)), of(grad_dy(g, 0))};
    give(g, 0, grad_op_n(g, input_op, NULL, 3, input, n, attrs));
    if (!together) {
        shapes[1] = grad_shape(g, in(g, 1), false);
    }
    Operand filter[] = {of(in(g, 0)), of(shapes[1]), of(grad_dy(g, 0))};
    give(g, 1, grad_op_n(g, filter_op, NULL, 3, filter, n, attrs));
}

void gradient_conv2d(Gradient *g) {
    convolution(g, "Conv2DBackpropInput", "Conv2DBackpropFilter", 5);
}

/* Of a transposed convolution: (sizes, filter, input). */
void gradient_conv2d_input(Gradient *g) {
    Attr attrs[5];
    uint32_t n = copy_attrs(g, conv_attrs, 5, attrs);
    Output *shape = grad_shape(g, in(g, 1), false);
    Operand filter[] = {of(grad_dy(g, 0)), of(shape), of(in(g, 2))};
    give(g, 1, grad_op_n(g, "Conv2DBackpropFilter", NULL, 3, filter, n, attrs));
    Operand input[] = {of(grad_dy(g, 0)), of(in(g, 1))};
    give(g, 2, grad_op_n(g, "Conv2D", NULL, 2, input, n, attrs));
}

static const char *const pool_attrs[] = {"ksize", "strides", "padding", "data_format"};

void gradient_max_pool(Gradient *g) {
    Attr attrs[4];
    uint32_t n = copy_attrs(g, pool_attrs, 4, attrs);
    Operand operands[] = {of(in(g, 0)), of(out(g, 0)), of(grad_dy(g, 0))};
    give(g, 0, grad_op_n(g, "MaxPoolGrad", NULL, 3, operands, n, attrs));
}

void gradient_avg_pool(Gradient *g) {
    Attr attrs[4];
    uint32_t n = copy_attrs(g, pool_attrs, 4, attrs);
    Output *shape = grad_shape(g, in(g, 0), false);
    Operand operands[] = {of(shape), of(grad_dy(g, 0))};
    give(g, 0, grad_op_n(g, "AvgPoolGrad", NULL, 2, operands, n, attrs));
}

void gradient_depthwise(Gradient *g) {
    convolution(g, "DepthwiseConv2dNativeBackpropInput", "DepthwiseConv2dNativeBackpropFilter", 4);
}

/* ---- normalization ---- */

void gradient_lrn(Gradient *g) {
    static const char *const names[] = {"depth_radius", "bias", "alpha", "beta"};
    Attr attrs[4];
    uint32_t n = copy_attrs(g, names, 4, attrs);
    Operand operands[] = {of(grad_dy(g, 0)), of(in(g, 0)), of(out(g, 0))};
    give(g, 0, grad_op_n(g, "LRNGrad", NULL, 3, operands, n, attrs));
}

/* Of a batch its own moments are used, which the op has kept; else those that were given. */
void gradient_batch_norm(Gradient *g) {
    static const char *const names[] = {"epsilon", "data_format", "is_training"};
    const char *version = g->op->def->name + strlen("FusedBatchNorm");
    bool training = node_attr(g->op, "is_training")->b, third = *version && version[1] == '3';
    Attr attrs[3];
    uint32_t n = copy_attrs(g, names, 3, attrs);
    Operand operands[] = {of(grad_dy(g, 0)),
                          of(in(g, 0)),
                          of(in(g, 1)),
                          of(training ? out(g, 3) : in(g, 3)),
                          of(training ? out(g, 4) : in(g, 4)),
                          of(third ? out(g, 5) : NULL)};
    Str op = str_printf(g->e->arena, "FusedBatchNormGrad%s", version);
    Output *first = grad_op_n(g, op.at, NULL, third ? 6 : 5, operands, n, attrs);
    for (int i = 0; first && i < (training ? 5 : 3); i++) {
        give(g, i, &first->node->outputs[i]);
    }
}

void gradient_leaky_relu(Gradient *g) {
    Attr alpha = grad_attr(g, "alpha");
    Operand operands[] = {of(grad_dy(g, 0)), of(in(g, 0))};
    give(g, 0, grad_op_n(g, "LeakyReluGrad", NULL, 2, operands, 1, &alpha));
}
