/* compute_nn.c: convolutions, pooling, losses and normalization, for tensors of [batch, rows,
 * columns, channels].
 *
 * They follow the definitions, element by element; sums are kept in double precision. */
#include <float.h>
#include <math.h>
#include <string.h>

#include "graph/compute.h"
#include "tensor/kernels.h"

/* ---- windows over an image ---- */

typedef struct Window {
    int64_t in[2], out[2];                              /* rows and columns */
    int64_t size[2], stride[2], dilation[2], before[2]; /* `before`: padding on top and left */
    int64_t batch, channels;                            /* of the input */
} Window;

static int64_t attr_at(const Call *c, const char *name, int k) {
    const Attr *a = node_attr(c->node, name);
    return a && k < a->ints.n ? a->ints.at[k] : 1;
}

static bool is_same(const Call *c) {
    const Attr *a = node_attr(c->node, "padding");
    return a && str_is(a->s, "SAME");
}

static int64_t reach(const Window *w, int d) {
    return (w->size[d] - 1) * w->dilation[d] + 1;
}

static bool is_nchw(const Call *c) {
    const Attr *a = node_attr(c->node, "data_format");
    return a && str_starts(a->s, STR("NC"));
}

/* What TensorFlow says on a CPU about images with channels first. */
static bool check_layout(Call *c) {
    const char *op = c->node->def->name;
    if (!is_nchw(c)) {
        return true;
    }
    if (strstr(op, "Pool")) {
        return compute_fail(c, FAULT_INVALID_ARGUMENT, "Default %s only supports NHWC.",
                            op[0] == 'M' ? "MaxPoolingOp" : "AvgPoolingOp");
    }
    return compute_fail(c, FAULT_UNIMPLEMENTED,
                        strstr(op, "Depthwise")
                            ? "Depthwise convolution on CPU is only supported for NHWC format"
                            : "Generic conv implementation only supports NHWC tensor format for "
                              "now.");
}

static bool window_fits(Call *c, const Window *w) {
    for (int d = 0; d < 2; d++) {
        if (w->in[d] < reach(w, d) && !is_same(c)) {
            return compute_fail(c, FAULT_INVALID_ARGUMENT,
                                "Computed output size would be negative: %lld [input_size: %lld, "
                                "effective_filter_size: %lld, stride: %lld]",
                                (long long)((w->in[d] - reach(w, d) + w->stride[d]) / w->stride[d]),
                                (long long)w->in[d], (long long)reach(w, d),
                                (long long)w->stride[d]);
        }
    }
    return true;
}

static bool window_make(Call *c, Shape in, int64_t rows, int64_t columns, Window *w) {
    if (!check_layout(c)) {
        return false;
    }
    *w = (Window){.in = {in.dims[1], in.dims[2]},
                  .size = {rows, columns},
                  .batch = in.dims[0],
                  .channels = in.dims[3]};
    for (int d = 0; d < 2; d++) {
        w->stride[d] = attr_at(c, "strides", d + 1);
        w->dilation[d] = attr_at(c, "dilations", d + 1);
        if (w->stride[d] < 1 || w->dilation[d] < 1) {
            return compute_fail(c, FAULT_INVALID_ARGUMENT,
                                "strides and dilations must be larger than 0");
        }
        bool same = is_same(c);
        w->out[d] =
            ((same ? w->in[d] : w->in[d] - reach(w, d) + 1) + w->stride[d] - 1) / w->stride[d];
        int64_t padding = same ? (w->out[d] - 1) * w->stride[d] + reach(w, d) - w->in[d] : 0;
        w->before[d] = padding > 0 ? padding / 2 : 0;
    }
    return window_fits(c, w);
}

/* One pair (window position, element of the window) that lies inside the image. */
typedef struct Touch {
    int64_t image;  /* first channel of the image's element */
    int64_t out;    /* number of the window position */
    int64_t window; /* number of the element in the window */
} Touch;

typedef void TouchFn(void *context, Touch t);

/* The elements of a window that begins at `begin` which lie within: from *first to before *end. A
 * window can be much larger than what it looks at. */
static void window_within(const Window *w, int d, int64_t begin, int64_t *first, int64_t *end) {
    int64_t step = w->dilation[d];
    *first = begin < 0 ? (step - 1 - begin) / step : 0;
    *end = begin < w->in[d] ? (w->in[d] - begin + step - 1) / step : 0;
    *end = *end < w->size[d] ? *end : w->size[d];
}

/* Those of one window position: `out` is its number, (row, column) where it begins. */
static void touch_window(const Window *w, int64_t out, const int64_t begin[2], TouchFn *fn,
                         void *context) {
    int64_t batch = out / (w->out[0] * w->out[1]), first[2], end[2];
    for (int d = 0; d < 2; d++) {
        window_within(w, d, begin[d], &first[d], &end[d]);
    }
    for (int64_t r = first[0]; r < end[0]; r++) {
        int64_t row = begin[0] + r * w->dilation[0], line = (batch * w->in[0] + row) * w->in[1];
        for (int64_t k = first[1]; k < end[1]; k++) {
            int64_t column = begin[1] + k * w->dilation[1];
            fn(context, (Touch){(line + column) * w->channels, out, r * w->size[1] + k});
        }
    }
}

static void each_touch(const Window *w, TouchFn *fn, void *context) {
    int64_t out = 0;
    for (int64_t b = 0; b < w->batch; b++) {
        for (int64_t y = 0; y < w->out[0]; y++) {
            for (int64_t x = 0; x < w->out[1]; x++, out++) {
                int64_t begin[2] = {y * w->stride[0] - w->before[0],
                                    x * w->stride[1] - w->before[1]};
                touch_window(w, out, begin, fn, context);
            }
        }
    }
}

static Shape windowed_shape(Call *c, const Window *w, int64_t channels) {
    int64_t dims[4] = {w->batch, w->out[0], w->out[1], channels};
    return shape_make(c->arena, 4, dims);
}

static Tensor *rounded(Call *c, DType t, Shape s, const double *sums) {
    Tensor *to = tensor_make(c->arena, t, s);
    for (int64_t i = 0; i < to->count; i++) {
        tensor_set_f64(to, i, sums[i]);
    }
    return to;
}

/* ---- convolutions ---- */

typedef struct Conv {
    const double *image, *filter, *grad; /* those that the op has */
    int64_t in, out;                     /* channels */
    double *sums;
} Conv;

static const double *reals(Call *c, const Tensor *t) {
    double *to = ARENA_ARRAY(c->arena, (size_t)t->count, double);
    for (int64_t i = 0; i < t->count; i++) {
        to[i] = tensor_f64(t, i);
    }
    return to;
}

static void conv_touch(void *context, Touch t) {
    Conv *v = context;
    for (int64_t i = 0; i < v->in; i++) {
        kernel_add_scaled(v->sums + t.out * v->out, v->image[t.image + i],
                          v->filter + (t.window * v->in + i) * v->out, v->out);
    }
}

static bool check_depth(Call *c, const Tensor *image, const Tensor *filter) {
    const Tensor *bad = image->shape.rank != 4 ? image : filter->shape.rank != 4 ? filter : NULL;
    if (bad) {
        return compute_fail(c, FAULT_INVALID_ARGUMENT, "%s must be 4-dimensional%s%.*s",
                            bad == image ? "input" : "filter", bad == image ? "" : ": ",
                            STR_ARG(shape_cpp_str(c->arena, bad->shape)));
    }
    int64_t depth = image->shape.dims[is_nchw(c) ? 1 : 3];
    return depth == filter->shape.dims[2] ||
           compute_fail(c, FAULT_INVALID_ARGUMENT,
                        "input and filter must have the same depth: %lld vs %lld", (long long)depth,
                        (long long)filter->shape.dims[2]);
}

/* One of the two ways in which each place of the image meets the filter. */
static bool convolve(Call *c, TouchFn *touch, bool depthwise) {
    Window w;
    const Tensor *image = c->in[0], *filter = c->in[1];
    if (!check_depth(c, image, filter) ||
        !window_make(c, image->shape, filter->shape.dims[0], filter->shape.dims[1], &w)) {
        return false;
    }
    Shape out = windowed_shape(c, &w, (depthwise ? w.channels : 1) * filter->shape.dims[3]);
    if (!compute_fits(c, out)) {
        return false;
    }
    double *sums = ARENA_ARRAY(c->arena, (size_t)shape_count(out), double);
    Conv v = {.image = reals(c, image),
              .filter = reals(c, filter),
              .in = w.channels,
              .out = filter->shape.dims[3],
              .sums = sums};
    each_touch(&w, touch, &v);
    return compute_out(c, rounded(c, image->dtype, out, sums));
}

bool compute_conv2d(Call *c) {
    return convolve(c, conv_touch, false);
}

static void conv_input_touch(void *context, Touch t) {
    Conv *v = context;
    for (int64_t i = 0; i < v->in; i++) {
        v->sums[t.image + i] += kernel_dot(v->grad + t.out * v->out,
                                           v->filter + (t.window * v->in + i) * v->out, v->out);
    }
}

static Shape shape_of(Call *c, const Tensor *vector) {
    int64_t *dims = ARENA_ARRAY(c->arena, (size_t)vector->count, int64_t);
    for (int64_t i = 0; i < vector->count; i++) {
        dims[i] = tensor_i64(vector, i);
    }
    return (Shape){(int)vector->count, dims};
}

bool compute_conv2d_input(Call *c) {
    Window w;
    const Tensor *filter = c->in[1], *grad = c->in[2];
    Shape in = shape_of(c, c->in[0]);
    if (in.rank != 4) {
        return compute_fail(c, FAULT_INVALID_ARGUMENT,
                            "Conv2DBackpropInput: input_sizes must have 4 elements");
    }
    if (!compute_fits(c, in) ||
        !window_make(c, in, filter->shape.dims[0], filter->shape.dims[1], &w)) {
        return false;
    }
    double *sums = ARENA_ARRAY(c->arena, (size_t)shape_count(in), double);
    Conv v = {.filter = reals(c, filter),
              .grad = reals(c, grad),
              .in = w.channels,
              .out = filter->shape.dims[3],
              .sums = sums};
    each_touch(&w, conv_input_touch, &v);
    return compute_out(c, rounded(c, grad->dtype, in, sums));
}

static void conv_filter_touch(void *context, Touch t) {
    Conv *v = context;
    for (int64_t i = 0; i < v->in; i++) {
        kernel_add_scaled(v->sums + (t.window * v->in + i) * v->out, v->image[t.image + i],
                          v->grad + t.out * v->out, v->out);
    }
}

bool compute_conv2d_filter(Call *c) {
    Window w;
    const Tensor *image = c->in[0], *grad = c->in[2];
    Shape filter = shape_of(c, c->in[1]);
    if (filter.rank != 4) {
        return compute_fail(c, FAULT_INVALID_ARGUMENT,
                            "Conv2DBackpropFilter: filter_sizes must have 4 elements");
    }
    if (!compute_fits(c, filter) ||
        !window_make(c, image->shape, filter.dims[0], filter.dims[1], &w)) {
        return false;
    }
    double *sums = ARENA_ARRAY(c->arena, (size_t)shape_count(filter), double);
    Conv v = {.image = reals(c, image),
              .grad = reals(c, grad),
              .in = w.channels,
              .out = filter.dims[3],
              .sums = sums};
    each_touch(&w, conv_filter_touch, &v);
    return compute_out(c, rounded(c, image->dtype, filter, sums));
}

static void depthwise_touch(void *context, Touch t) {
    Conv *v = context;
    for (int64_t i = 0; i < v->in; i++) {
        kernel_add_scaled(v->sums + (t.out * v->in + i) * v->out, v->image[t.image + i],
                          v->filter + (t.window * v->in + i) * v->out, v->out);
    }
}

bool compute_depthwise(Call *c) {
    return convolve(c, depthwise_touch, true);
}

/* Of the gradients of a depthwise convolution: of its input, of its filter. */
static void depthwise_input_touch(void *context, Touch t) {
    Conv *v = context;
    for (int64_t at = 0; at < v->in * v->out; at++) {
        v->sums[t.image + at / v->out] +=
            v->grad[t.out * v->in * v->out + at] * v->filter[t.window * v->in * v->out + at];
    }
}

static void depthwise_filter_touch(void *context, Touch t) {
    Conv *v = context;
    for (int64_t at = 0; at < v->in * v->out; at++) {
        v->sums[t.window * v->in * v->out + at] +=
            v->grad[t.out * v->in * v->out + at] * v->image[t.image + at / v->out];
    }
}

/* Both: image and filter shapes are known, the gradient has one for each of the outputs. */
static bool depthwise_back(Call *c, Shape image, Shape filter, Shape to, const Conv *given) {
    Window w;
    if (image.rank != 4 || filter.rank != 4 || filter.dims[2] != image.dims[3]) {
        return compute_fail(c, FAULT_INVALID_ARGUMENT,
                            "input and filter must have the same depth: %lld vs %lld",
                            (long long)(image.rank == 4 ? image.dims[3] : 0),
                            (long long)(filter.rank == 4 ? filter.dims[2] : 0));
    }
    if (!compute_fits(c, to) || !window_make(c, image, filter.dims[0], filter.dims[1], &w)) {
        return false;
    }
    Conv v = *given;
    v.in = w.channels;
    v.out = filter.dims[3];
    v.sums = ARENA_ARRAY(c->arena, (size_t)shape_count(to), double);
    if (shape_count(windowed_shape(c, &w, v.in * v.out)) != c->in[2]->count) {
        return compute_fail(c, FAULT_INVALID_ARGUMENT, "out_backprop has the wrong size");
    }
    each_touch(&w, v.image ? depthwise_filter_touch : depthwise_input_touch, &v);
    return compute_out(c, rounded(c, c->in[2]->dtype, to, v.sums));
}

bool compute_depthwise_input(Call *c) {
    Shape image = shape_of(c, c->in[0]);
    Conv v = {.filter = reals(c, c->in[1]), .grad = reals(c, c->in[2])};
    return depthwise_back(c, image, c->in[1]->shape, image, &v);
}

bool compute_depthwise_filter(Call *c) {
    Shape filter = shape_of(c, c->in[1]);
    Conv v = {.image = reals(c, c->in[0]), .grad = reals(c, c->in[2])};
    return depthwise_back(c, c->in[0]->shape, filter, filter, &v);
}

/* ---- pooling ---- */

typedef struct Pool {
    const Tensor *image, *grad;
    int64_t channels;
    bool max;
    double *sums;
    int64_t *counts; /* elements of each window that lie inside, or where its largest element is */
} Pool;

static void pool_touch(void *context, Touch t) {
    Pool *p = context;
    for (int64_t i = 0; i < p->channels; i++) {
        double x = tensor_f64(p->image, t.image + i), *sum = &p->sums[t.out * p->channels + i];
        *sum = !p->max ? *sum + x : x > *sum ? x : *sum;
        p->counts[t.out * p->channels + i]++;
    }
}

bool compute_pool(Call *c) {
    Window w;
    const Tensor *image = c->in[0];
    if (!window_make(c, image->shape, attr_at(c, "ksize", 1), attr_at(c, "ksize", 2), &w)) {
        return false;
    }
    Shape out = windowed_shape(c, &w, w.channels);
    int64_t n = shape_count(out);
    Pool p = {.image = image, .channels = w.channels, .max = c->node->def->variant == 1};
    p.sums = ARENA_ARRAY(c->arena, (size_t)n, double);
    p.counts = ARENA_ARRAY(c->arena, (size_t)n, int64_t);
    for (int64_t i = 0; p.max && i < n; i++) {
        p.sums[i] = -DBL_MAX;
    }
    each_touch(&w, pool_touch, &p);
    for (int64_t i = 0; !p.max && i < n; i++) {
        p.sums[i] /= p.counts[i] > 0 ? (double)p.counts[i] : 1;
    }
    return compute_out(c, rounded(c, image->dtype, out, p.sums));
}

static void largest_touch(void *context, Touch t) {
    Pool *p = context;
    for (int64_t i = 0; i < p->channels; i++) {
        int64_t *best = &p->counts[t.out * p->channels + i];
        if (*best < 0 || tensor_f64(p->image, t.image + i) > tensor_f64(p->image, *best)) {
            *best = t.image + i;
        }
    }
}

/* The gradient goes to the first largest element of each window. */
bool compute_max_pool_grad(Call *c) {
    Window w;
    const Tensor *image = c->in[0], *grad = c->in[2];
    if (!window_make(c, image->shape, attr_at(c, "ksize", 1), attr_at(c, "ksize", 2), &w)) {
        return false;
    }
    int64_t n = shape_count(windowed_shape(c, &w, w.channels));
    Pool p = {.image = image,
              .channels = w.channels,
              .counts = ARENA_ARRAY(c->arena, (size_t)n, int64_t)};
    double *sums = ARENA_ARRAY(c->arena, (size_t)image->count, double);
    memset(p.counts, 0xff, (size_t)n * sizeof *p.counts);
    each_touch(&w, largest_touch, &p);
    for (int64_t i = 0; i < n && i < grad->count; i++) {
        sums[p.counts[i] < 0 ? 0 : p.counts[i]] += p.counts[i] < 0 ? 0 : tensor_f64(grad, i);
    }
    return compute_out(c, rounded(c, image->dtype, image->shape, sums));
}

static void count_touch(void *context, Touch t) {
    Pool *p = context;
    p->counts[t.out]++;
}

static void share_touch(void *context, Touch t) {
    Pool *p = context;
    for (int64_t i = 0; i < p->channels; i++) {
        p->sums[t.image + i] +=
            tensor_f64(p->grad, t.out * p->channels + i) / (double)p->counts[t.out];
    }
}

bool compute_avg_pool_grad(Call *c) {
    Window w;
    Shape in = shape_of(c, c->in[0]);
    if (in.rank != 4 || !compute_fits(c, in) ||
        !window_make(c, in, attr_at(c, "ksize", 1), attr_at(c, "ksize", 2), &w)) {
        return false;
    }
    Pool p = {.grad = c->in[1],
              .channels = w.channels,
              .sums = ARENA_ARRAY(c->arena, (size_t)shape_count(in), double)};
    p.counts = ARENA_ARRAY(c->arena, (size_t)(w.batch * w.out[0] * w.out[1]), int64_t);
    each_touch(&w, count_touch, &p);
    each_touch(&w, share_touch, &p);
    return compute_out(c, rounded(c, p.grad->dtype, in, p.sums));
}

/* ---- losses ---- */

/* log(sum(exp(row))) with the largest taken out first. */
static double log_sum(const Tensor *x, int64_t base, int64_t n) {
    double most = -DBL_MAX, sum = 0;
    for (int64_t i = 0; i < n; i++) {
        most = fmax(most, tensor_f64(x, base + i));
    }
    for (int64_t i = 0; i < n; i++) {
        sum += exp(tensor_f64(x, base + i) - most);
    }
    return most + log(sum);
}

static void loss_outputs(Call *c, Tensor **loss, Tensor **backprop) {
    const Tensor *logits = c->in[0];
    *loss = tensor_make(c->arena, logits->dtype, shape_slice(c->arena, logits->shape, 0, 1));
    *backprop = tensor_make(c->arena, logits->dtype, logits->shape);
    c->out[0] = *loss;
    c->out[1] = *backprop;
}

bool compute_softmax_loss(Call *c) {
    const Tensor *logits = c->in[0], *labels = c->in[1];
    if (!shape_eq(logits->shape, labels->shape)) {
        Str a = shape_cpp_str(c->arena, logits->shape), b = shape_cpp_str(c->arena, labels->shape);
        return compute_fail(
            c, FAULT_INVALID_ARGUMENT,
            "logits and labels must be same size: logits_size=%.*s labels_size=%.*s", STR_ARG(a),
            STR_ARG(b));
    }
    Tensor *loss, *backprop;
    loss_outputs(c, &loss, &backprop);
    int64_t n = logits->shape.dims[1];
    for (int64_t row = 0; row < loss->count; row++) {
        double all = log_sum(logits, row * n, n), sum = 0;
        for (int64_t i = row * n; i < row * n + n; i++) {
            sum += tensor_f64(labels, i) * (all - tensor_f64(logits, i));
            tensor_set_f64(backprop, i, exp(tensor_f64(logits, i) - all) - tensor_f64(labels, i));
        }
        tensor_set_f64(loss, row, sum);
    }
    return true;
}

static bool check_label(Call *c, int64_t label, int64_t n) {
    if (label >= 0 && label < n) {
        return true;
    }
    return compute_fail(
        c, FAULT_INVALID_ARGUMENT,
        "Received a label value of %lld which is outside the valid range of [0, %lld).  Label values: %lld",
        (long long)label, (long long)n, (long long)label);
}

bool compute_sparse_softmax_loss(Call *c) {
    const Tensor *logits = c->in[0], *labels = c->in[1];
    Tensor *loss, *backprop;
    loss_outputs(c, &loss, &backprop);
    int64_t n = logits->shape.dims[1];
    for (int64_t row = 0; row < loss->count; row++) {
        int64_t label = tensor_i64(labels, row);
        if (!check_label(c, label, n)) {
            return false;
        }
        double all = log_sum(logits, row * n, n);
        for (int64_t i = 0; i < n; i++) {
            tensor_set_f64(backprop, row * n + i,
                           exp(tensor_f64(logits, row * n + i) - all) - (i == label));
        }
        tensor_set_f64(loss, row, all - tensor_f64(logits, row * n + label));
    }
    return true;
}

/* ---- batch normalization ---- */

static void moments(const Tensor *x, int64_t channels, double *mean, double *variance) {
    int64_t rows = x->count / channels;
    for (int64_t i = 0; i < x->count; i++) {
        mean[i % channels] += tensor_f64(x, i) / (double)rows;
    }
    for (int64_t i = 0; i < x->count; i++) {
        double d = tensor_f64(x, i) - mean[i % channels];
        variance[i % channels] += d * d / (double)rows;
    }
}

static void given_moments(Call *c, int64_t channels, double *mean, double *variance) {
    for (int64_t i = 0; i < channels; i++) {
        mean[i] = tensor_f64(c->in[3], i);
        variance[i] = tensor_f64(c->in[4], i);
    }
}

/* The variance that goes into the moving average is the unbiased one. */
static void norm_outputs(Call *c, const double *mean, const double *variance, double unbiased) {
    for (uint32_t k = 1; k < c->node->record.noutputs; k++) {
        bool spread = k == 2 || k == 4;
        Tensor *t =
            tensor_make(c->arena, c->in[1]->dtype, k < 5 ? c->in[1]->shape : shape_scalar());
        for (int64_t i = 0; k < 5 && i < t->count; i++) {
            tensor_set_f64(t, i, spread ? variance[i] * (k == 2 ? unbiased : 1) : mean[i]);
        }
        c->out[k] = t;
    }
}

bool compute_batch_norm(Call *c) {
    const Tensor *x = c->in[0];
    int64_t channels = x->shape.dims[x->shape.rank - 1],
            rows = channels > 0 ? x->count / channels : 0;
    double *mean = ARENA_ARRAY(c->arena, (size_t)channels, double),
           *variance = ARENA_ARRAY(c->arena, (size_t)channels, double);
    bool training = compute_bool(c, "is_training");
    const Attr *epsilon = node_attr(c->node, "epsilon");
    if (training && rows > 0) {
        moments(x, channels, mean, variance);
    } else {
        given_moments(c, channels, mean, variance);
    }
    Tensor *y = tensor_make(c->arena, x->dtype, x->shape);
    for (int64_t i = 0; i < x->count; i++) {
        int64_t k = i % channels;
        double scaled =
            (tensor_f64(x, i) - mean[k]) / sqrt(variance[k] + (epsilon ? epsilon->f : 0.0001));
        tensor_set_f64(y, i, scaled * tensor_f64(c->in[1], k) + tensor_f64(c->in[2], k));
    }
    c->out[0] = y;
    norm_outputs(c, mean, variance, training && rows > 1 ? (double)rows / (double)(rows - 1) : 1);
    return true;
}
