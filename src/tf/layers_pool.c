/* layers_pool.c: max and average pooling in one and two dimensions. */
#include "tf/layers.h"

static Attr ints_attr(Tf *tf, const char *name, int64_t a, int64_t b) {
    int64_t *at = ARENA_ARRAY(tf->run->arena, 4, int64_t);
    at[0] = at[3] = 1;
    at[1] = a;
    at[2] = b;
    return (Attr){.name = name, .kind = ATTR_INTS, .ints = {at, 4}};
}

/* The op under its own name, of windows of size[0] by size[1]. */
static Output *pool(Layer *l, const char *op, Output *x, const int64_t size[2],
                    const int64_t strides[2]) {
    Str padding;
    Group g;
    Tf *tf = l->tf;
    if (!layer_padding(l, &padding) || !group_open_str(tf, NAME_NONE, op, 0, NULL, &g)) {
        return NULL;
    }
    Attr attrs[] = {ints_attr(tf, "ksize", size[0], size[1]), attr_str("padding", padding),
                    ints_attr(tf, "strides", strides[0], strides[1])};
    Operand in = operand_of(x);
    Output *o = build(tf, op, g.name, 1, &in, 3, attrs);
    group_close(tf, &g);
    return o;
}

static Output *pool2(Layer *l, const char *op, Output *x) {
    int64_t size[2], strides[2];
    return refuse_channels_first(l) && layer_ints(l, "pool_size", 2, size) &&
                   layer_ints(l, "strides", 2, strides)
               ? pool(l, op, x, size, strides)
               : NULL;
}

/* One dimension is made two, and taken away again. */
static Output *pool1(Layer *l, const char *op, Output *x) {
    Tf *tf = l->tf;
    int64_t size[2] = {1, 1}, strides[2] = {1, 1}, *axis = ARENA_ARRAY(tf->run->arena, 1, int64_t);
    if (!refuse_channels_first(l) || !layer_ints(l, "pool_size", 1, size) ||
        !layer_ints(l, "strides", 1, strides)) {
        return NULL;
    }
    Output *wide = build2(tf, "ExpandDims", NAME_NONE, operand_of(x), operand_int(tf, 2));
    Output *o = wide ? pool(l, op, wide, size, strides) : NULL;
    *axis = 2;
    Attr attr = {.name = "squeeze_dims", .kind = ATTR_INTS, .ints = {axis, 1}};
    Operand in = operand_of(o);
    return o ? build(tf, "Squeeze", NAME_NONE, 1, &in, 1, &attr) : NULL;
}

Output *max_pooling1d_call(Layer *l, Output *x, Value training) {
    (void)training;
    return pool1(l, "MaxPool", x);
}

Output *max_pooling2d_call(Layer *l, Output *x, Value training) {
    (void)training;
    return pool2(l, "MaxPool", x);
}

Output *average_pooling1d_call(Layer *l, Output *x, Value training) {
    (void)training;
    return pool1(l, "AvgPool", x);
}

Output *average_pooling2d_call(Layer *l, Output *x, Value training) {
    (void)training;
    return pool2(l, "AvgPool", x);
}
