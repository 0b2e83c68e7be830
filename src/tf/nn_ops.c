/* nn_ops.c: tf.nn: activations, biases, convolution, pooling, dropout, embeddings. */
#include "tf/nn.h"

#include "tf/build.h"
#include "tf/recipe.h"
#include "tf/tables.h"

/* ---- softmax ---- */

/* Up to 1.4 the op takes matrices only: other ranks are flattened around it. */
static Output *flattened(Tf *tf, const char *op, Output *logits, Str name) {
    Output *shape = shape_build(tf, operand_of(logits), NAME_NONE, "Shape");
    Output *flat = shape ? flatten_outer_build(tf, logits) : NULL;
    Output *out = flat ? build1(tf, op, NAME_NONE, operand_of(flat)) : NULL;
    out = out ? build2(tf, "Reshape", name, operand_of(out), operand_of(shape)) : NULL;
    return out && output_set_shape(tf->engine, out, output_shape(logits)) ? out : NULL;
}

static Output *softmax_build(Tf *tf, const char *op, Value logits, Value dim, Str name) {
    int64_t axis;
    Output *x = convert(tf, logits, DTYPE_INVALID, NULL);
    if (!x || !arg_int_or(tf, dim, -1, &axis)) {
        return NULL;
    }
    int rank = output_shape(x).rank;
    if (axis != -1 && axis != rank - 1) {
        Value args[] = {tf_tensor(tf, x), value_int(axis), str_make(tf->run, name),
                        str_make(tf->run, str_of(op))},
              along;
        args[2] = name.at ? args[2] : value_none();
        return value_call_n(tf->run, recipe_function(tf, "_softmax_along"), 4, args, &along)
                   ? tensor_output(tf, along)
                   : NULL;
    }
    bool direct = tf_has(tf, CHANGE_SOFTMAX_ANY_RANK) || (rank == 2 && axis == -1);
    return direct ? build1(tf, op, name, operand_of(x)) : flattened(tf, op, x, name);
}

/* logits, axis or dim, name [, dim] */
static bool softmax_of(Tf *tf, const char *op, const Value *a, Value *result) {
    Value axis = a[1];
    Str name;
    if (tf_has(tf, CHANGE_SOFTMAX_AXIS) &&
        !arg_either(tf, a[1], a[3], "Cannot specify both 'dim' and 'axis'", &axis)) {
        return false;
    }
    return arg_name(tf, a[2], &name) &&
           give_tensor(tf, softmax_build(tf, op, a[0], axis, name), result);
}

static bool softmax(Tf *tf, const Value *a, Value *result) {
    return softmax_of(tf, "Softmax", a, result);
}

static bool log_softmax(Tf *tf, const Value *a, Value *result) {
    return softmax_of(tf, "LogSoftmax", a, result);
}

/* ---- biases ---- */

static bool data_format(Tf *tf, Value v, Attr *attrs, uint32_t *n) {
    Str text;
    if (!given(v)) {
        return true;
    }
    if (!arg_text(tf, v, "data_format", &text)) {
        return false;
    }
    attrs[(*n)++] = attr_str("data_format", text);
    return true;
}

Output *bias_add_build(Tf *tf, Value value, Value bias, Value format, Str name) {
    Group g;
    Value values[] = {value, bias};
    Attr attr;
    uint32_t n = 0;
    if (!data_format(tf, format, &attr, &n) ||
        !group_open_str(tf, name, "BiasAdd", 2, values, &g)) {
        return NULL;
    }
    Output *x = convert(tf, value, DTYPE_INVALID, "input");
    Output *b = x ? convert(tf, bias, output_dtype(x), "bias") : NULL;
    Operand in[] = {operand_of(x), operand_of(b)};
    Output *o = b ? build(tf, "BiasAdd", g.name, 2, in, n, &attr) : NULL;
    group_close(tf, &g);
    return o;
}

static bool bias_add(Tf *tf, const Value *a, Value *result) {
    Str name;
    return arg_name(tf, a[3], &name) &&
           give_tensor(tf, bias_add_build(tf, a[0], a[1], a[2], name), result);
}

static bool xw_plus_b(Tf *tf, const Value *a, Value *result) {
    static const bool options[4] = {false, false, false, false};
    Group g;
    if (!group_open(tf, a[3], "xw_plus_b", 3, a, &g)) {
        return false;
    }
    Output *x = convert(tf, a[0], DTYPE_INVALID, "x");
    Output *weights = x ? convert(tf, a[1], DTYPE_INVALID, "weights") : NULL;
    Output *biases = weights ? convert(tf, a[2], DTYPE_INVALID, "biases") : NULL;
    Output *product =
        biases ? matmul_build(tf, tf_tensor(tf, x), tf_tensor(tf, weights), options, NAME_NONE)
               : NULL;
    Output *o = product ? bias_add_build(tf, tf_tensor(tf, product), tf_tensor(tf, biases),
                                         value_none(), g.name)
                        : NULL;
    return group_done(tf, &g, o, result);
}

/* ---- pooling ---- */

static bool ints_of(Tf *tf, Value v, const char *name, Attr *attr) {
    Value *items;
    uint32_t n;
    if (!value_items(tf->run, v, &items, &n)) {
        return false;
    }
    int64_t *at = ARENA_ARRAY(tf->run->arena, n + 1, int64_t);
    for (uint32_t i = 0; i < n; i++) {
        if (!arg_int(tf, items[i], &at[i])) {
            return false;
        }
    }
    *attr = (Attr){.name = name, .kind = ATTR_INTS, .ints = {at, (int)n}};
    return true;
}

/* value, ksize, strides, padding, data_format, name */
static bool pool(Tf *tf, const char *op, const Value *a, Value *result) {
    Attr attrs[4];
    uint32_t n = 3;
    Str padding;
    Group g;
    if (!ints_of(tf, a[1], "ksize", &attrs[0]) || !ints_of(tf, a[2], "strides", &attrs[1]) ||
        !arg_text(tf, a[3], "padding", &padding) || !data_format(tf, a[4], attrs, &n)) {
        return false;
    }
    attrs[2] = attr_str("padding", padding);
    if (!group_open(tf, a[5], op, 1, a, &g)) {
        return false;
    }
    Output *x = convert(tf, a[0], DTYPE_INVALID, op[0] == 'M' ? "input" : "value");
    Operand in = operand_of(x);
    return group_done(tf, &g, x ? build(tf, op, g.name, 1, &in, n, attrs) : NULL, result);
}

static bool max_pool(Tf *tf, const Value *a, Value *result) {
    return pool(tf, "MaxPool", a, result);
}

static bool avg_pool(Tf *tf, const Value *a, Value *result) {
    return pool(tf, "AvgPool", a, result);
}

/* ---- dropout ---- */

static Output *uniform_noise(Tf *tf, Output *x, Value noise_shape, Value seed) {
    bool has_seed;
    int64_t n;
    Output *noise = NULL, *shape = NULL;
    if (!arg_seed(tf, seed, &has_seed, &n)) {
        return NULL;
    }
    shape = given(noise_shape) ? convert(tf, noise_shape, DTYPE_INT32, NULL)
                               : shape_build(tf, operand_of(x), NAME_NONE, "Shape");
    if (!shape || !random_uniform_build(tf->engine, operand_of(shape), operand_host(value_int(0)),
                                        operand_host(value_int(1)), output_dtype(x), has_seed, n,
                                        STR("random_uniform"), &noise)) {
        return NULL;
    }
    return noise;
}

static bool binary(Tf *tf, BinaryOperator op, Output *x, Value y, Output **o) {
    Value v;
    if (!binary_build(tf, op, tf_tensor(tf, x), y, false, &v)) {
        return false;
    }
    *o = tensor_output(tf, v);
    return *o != NULL;
}

static Output *finish_dropout(Tf *tf, Output *o, Output *x) {
    return o && output_set_shape(tf->engine, o, output_shape(x)) ? o : NULL;
}

/* 1.0 to 1.12: x / keep_prob * floor(keep_prob + noise) */
static Output *dropout_old(Tf *tf, Output *x, Value keep_prob, Value noise_shape, Value seed) {
    Output *keep = convert(tf, keep_prob, output_dtype(x), "keep_prob"), *sum, *quotient, *o;
    Output *noise = keep ? uniform_noise(tf, x, noise_shape, seed) : NULL;
    if (!noise || !binary(tf, BINARY_OPERATOR_ADD, keep, tf_tensor(tf, noise), &sum)) {
        return NULL;
    }
    Output *mask = build1(tf, "Floor", NAME_NONE, operand_of(sum));
    quotient = mask ? div_build(tf, operand_of(x), operand_of(keep), NAME_NONE) : NULL;
    if (!quotient || !binary(tf, BINARY_OPERATOR_MULTIPLY, quotient, tf_tensor(tf, mask), &o)) {
        return NULL;
    }
    return finish_dropout(tf, o, x);
}

/* 1.13 on: x / (1 - rate) where the noise is at least rate. */
static Output *dropout_new(Tf *tf, Output *x, Value rate_given, Value noise_shape, Value seed) {
    Output *rate = convert(tf, rate_given, output_dtype(x), "rate"), *scaled, *o;
    Output *noise = rate ? uniform_noise(tf, x, noise_shape, seed) : NULL;
    Value keep, scale, one = value_int(1);
    if (!noise ||
        !binary_build(tf, BINARY_OPERATOR_SUBTRACT, tf_tensor(tf, rate), one, true, &keep) ||
        !binary_build(tf, BINARY_OPERATOR_TRUE_DIVIDE, keep, one, true, &scale)) {
        return NULL;
    }
    Output *kept = build2(tf, "GreaterEqual", NAME_NONE, operand_of(noise), operand_of(rate));
    if (!kept || !binary(tf, BINARY_OPERATOR_MULTIPLY, x, scale, &scaled)) {
        return NULL;
    }
    Output *mask = cast_build(tf, operand_of(kept), output_dtype(x), NAME_NONE);
    if (!mask || !binary(tf, BINARY_OPERATOR_MULTIPLY, scaled, tf_tensor(tf, mask), &o)) {
        return NULL;
    }
    return finish_dropout(tf, o, x);
}

/* keep_prob as a number; false when it is none (then *number is undefined). */
static bool as_number(const Tf *tf, Value v, double *number) {
    (void)tf;
    *number = v.kind == VALUE_FLOAT ? v.as.real : v.kind == VALUE_INT ? (double)v.as.integer : 0;
    return v.kind == VALUE_FLOAT || v.kind == VALUE_INT;
}

static bool check_range(Tf *tf, bool rate, double number, bool is_number) {
    if (!is_number || (rate ? number >= 0 && number < 1 : number > 0 && number <= 1)) {
        return true;
    }
    Sink text = sink_memory(tf->run->arena);
    sink_printf(&text, "%g", number);
    return raise_value_error(tf->run,
                             rate ? "rate must be a scalar tensor or a float in the range [0, 1), "
                                    "got %.*s"
                                  : "keep_prob must be a scalar tensor or a float in the range (0, "
                                    "1], got %.*s",
                             STR_ARG(sink_str(&text)));
}

Output *dropout_build(Tf *tf, Value v, Value probability, bool rate, Value noise_shape, Value seed,
                      Str name) {
    Group g;
    double number;
    bool is_number = as_number(tf, probability, &number);
    if (!check_range(tf, rate, number, is_number) ||
        !group_open_str(tf, name, "dropout", 1, &v, &g)) {
        return NULL;
    }
    Output *x = convert(tf, v, DTYPE_INVALID, "x");
    bool nothing = is_number && number == (rate ? 0 : 1);
    Output *o = !x || nothing ? x
                : rate        ? dropout_new(tf, x, probability, noise_shape, seed)
                              : dropout_old(tf, x, probability, noise_shape, seed);
    group_close(tf, &g);
    return o;
}

static bool dropout(Tf *tf, const Value *a, Value *result) {
    Str name;
    return arg_name(tf, a[4], &name) &&
           give_tensor(tf, dropout_build(tf, a[0], a[1], false, a[2], a[3], name), result);
}

/* x, keep_prob, noise_shape, seed, name, rate */
static bool dropout_rate(Tf *tf, const Value *a, Value *result) {
    Value rate = a[5], one = value_int(1);
    Str name;
    if (given(a[1]) && given(rate)) {
        return raise_value_error(tf->run, "Cannot specify both 'rate' and 'keep_prob'");
    }
    if (given(a[1]) && !value_binary(tf->run, BINARY_OPERATOR_SUBTRACT, one, a[1], &rate)) {
        return false;
    }
    if (!given(rate)) {
        return raise_value_error(tf->run, "You must provide a rate to dropout.");
    }
    return arg_name(tf, a[4], &name) &&
           give_tensor(tf, dropout_build(tf, a[0], rate, true, a[2], a[3], name), result);
}

/* ---- convolution, top_k, embeddings ---- */

/* One number a dimension; other forms came with 1.13. */
static bool dilations(Tf *tf, Value v, Attr *attrs, uint32_t *n) {
    if (!tf_has(tf, CHANGE_CONV2D_DILATIONS) || !given(v)) {
        return true;
    }
    if (!is_sequence(tf->run, v) || sequence_count(v) != 4) {
        return refuse(tf->run, "give a list of four numbers", "tf.nn.conv2d with such dilations");
    }
    return ints_of(tf, v, "dilations", &attrs[(*n)++]);
}

static bool use_cudnn(Tf *tf, Value v, Attr *attrs, uint32_t *n) {
    bool use;
    if (!arg_bool(tf, v, true, &use)) {
        return false;
    }
    attrs[(*n)++] = attr_bool("use_cudnn_on_gpu", use);
    return true;
}

static bool conv2d(Tf *tf, const Value *a, Value *result) {
    Attr attrs[6];
    uint32_t n = 2;
    Str padding, name;
    Value filter = tf_has(tf, CHANGE_CONV2D_FILTERS) && !given(a[1]) ? a[8] : a[1];
    if (!ints_of(tf, given(a[2]) ? a[2] : value_int(1), "strides", &attrs[0]) ||
        !arg_text(tf, a[3], "padding", &padding) || !data_format(tf, a[5], attrs, &n) ||
        !dilations(tf, a[6], attrs, &n) || !use_cudnn(tf, a[4], attrs, &n)) {
        return false;
    }
    attrs[1] = attr_str("padding", padding);
    Operand in[] = {operand(tf, a[0]), operand(tf, filter)};
    return arg_name(tf, tf_has(tf, CHANGE_CONV2D_DILATIONS) ? a[7] : a[6], &name) &&
           give_tensor(tf, build(tf, "Conv2D", name, 2, in, n, attrs), result);
}

static bool top_k(Tf *tf, const Value *a, Value *result) {
    bool sorted;
    Str name;
    if (!arg_bool(tf, a[2], true, &sorted) || !arg_name(tf, a[3], &name)) {
        return false;
    }
    Attr attr = attr_bool("sorted", sorted);
    Operand in[] = {operand(tf, a[0]), operand(tf, a[1])};
    Output *o = build(tf, "TopKV2", name, 2, in, 1, &attr);
    if (!o) {
        return false;
    }
    Value both[] = {tf_tensor(tf, &o->node->outputs[0]), tf_tensor(tf, &o->node->outputs[1])};
    *result = tuple_make(tf->run, 2, both);
    return true;
}

/* The rows of params, by an op that has the name of the scope, beside params. */
static Output *gather_rows(Tf *tf, const Node *beside, Operand params, Operand ids, Str scope) {
    ColocationFrame *frame = colocate_enter(engine_graph(tf->engine), beside, false);
    Output *o = tf_has(tf, CHANGE_GATHER_V2)
                    ? build3(tf, "GatherV2", scope, params, ids, operand_int(tf, 0))
                    : build2(tf, "Gather", scope, params, ids);
    colocate_leave(frame);
    return o;
}

static Output *lookup_in(Tf *tf, Value params, Value ids, Str scope) {
    Variable *v = variable_of(tf, params);
    if (v && v->record.resource) {
        refuse(tf->run, NULL, "tf.nn.embedding_lookup of a resource variable is not modelled");
        return NULL;
    }
    bool identity = tf_has(tf, CHANGE_LOOKUP_IDENTITY);
    Output *p = v ? v->handle : convert(tf, params, DTYPE_INVALID, "params");
    Output *which = p && identity ? convert(tf, ids, DTYPE_INVALID, "ids") : NULL;
    if (!p || (identity && !which)) {
        return NULL;
    }
    Output *o = gather_rows(tf, p->node, v ? operand_host(params) : operand_of(p),
                            identity ? operand_of(which) : operand(tf, ids), scope);
    return o && identity ? build1(tf, "Identity", NAME_NONE, operand_of(o)) : o;
}

static bool embedding_lookup(Tf *tf, const Value *a, Value *result) {
    Value params = a[0];
    Group g;
    if (is_sequence(tf->run, params) && sequence_count(params) == 1) {
        params = sequence_item(params, 0);
    }
    if (is_sequence(tf->run, params) || partitioned_of(tf, params)) {
        return refuse(tf->run, "use one variable",
                      "tf.nn.embedding_lookup in several shards is not modelled");
    }
    return group_open(tf, a[3], "embedding_lookup", 2, a, &g) &&
           group_done(tf, &g, lookup_in(tf, params, a[1], g.name), result);
}

static bool leaky_relu(Tf *tf, const Value *a, Value *result) {
    double alpha;
    Group g;
    if (!float_of(tf->run, a[1], &alpha) || !group_open(tf, a[2], "LeakyRelu", 2, a, &g)) {
        return false;
    }
    Output *x = convert(tf, a[0], DTYPE_INVALID, "features"), *o = NULL;
    if (x && tf_has(tf, CHANGE_LEAKY_RELU_OP)) {
        Attr attr = attr_float("alpha", alpha);
        Operand in = operand_of(x);
        o = build(tf, "LeakyRelu", g.name, 1, &in, 1, &attr);
    } else if (x) {
        Output *slope = scalar_build(tf, alpha, output_dtype(x), "alpha"), *part = NULL;
        part = slope ? build2(tf, "Mul", STR("mul"), operand_of(slope), operand_of(x)) : NULL;
        o = part ? build2(tf, "Maximum", tf_has(tf, CHANGE_LEAKY_RELU_NAMED) ? g.name : NAME_NONE,
                          operand_of(part), operand_of(x))
                 : NULL;
    }
    return group_done(tf, &g, o, result);
}

#define POOL "value, ksize, strides, padding, data_format='NHWC', name=None"

const ApiRow nn_ops_rows[] = {
    FUNCTION_IN("nn.softmax", 0, 4, "logits, dim=-1, name=None", softmax),
    FUNCTION_IN("nn.softmax", 5, LATEST, "logits, axis=None, name=None, dim=None", softmax),
    FUNCTION_IN("nn.log_softmax", 0, 4, "logits, dim=-1, name=None", log_softmax),
    FUNCTION_IN("nn.log_softmax", 5, LATEST, "logits, axis=None, name=None, dim=None", log_softmax),
    FUNCTION("nn.bias_add", "value, bias, data_format=None, name=None", bias_add),
    FUNCTION("nn.xw_plus_b", "x, weights, biases, name=None", xw_plus_b),
    FUNCTION("nn.max_pool", POOL, max_pool),
    FUNCTION("nn.avg_pool", POOL, avg_pool),
    FUNCTION_IN("nn.dropout", 0, 12, "x, keep_prob, noise_shape=None, seed=None, name=None",
                dropout),
    FUNCTION_IN("nn.dropout", 13, LATEST,
                "x, keep_prob=None, noise_shape=None, seed=None, name=None, rate=None",
                dropout_rate),
    FUNCTION_IN("nn.conv2d", 0, 4,
                "input, filter, strides, padding, use_cudnn_on_gpu=None, data_format=None, "
                "name=None",
                conv2d),
    FUNCTION_IN("nn.conv2d", 5, 12,
                "input, filter, strides, padding, use_cudnn_on_gpu=True, data_format='NHWC', "
                "dilations=None, name=None",
                conv2d),
    FUNCTION_IN("nn.conv2d", 13, LATEST,
                "input, filter=None, strides=None, padding=None, use_cudnn_on_gpu=True, "
                "data_format='NHWC', dilations=None, name=None, filters=None",
                conv2d),
    FUNCTION("nn.top_k", "input, k=1, sorted=True, name=None", top_k),
    FUNCTION("nn.embedding_lookup",
             "params, ids, partition_strategy='mod'~, name=None, validate_indices=True!, "
             "max_norm=None!",
             embedding_lookup),
    FUNCTION_IN("nn.leaky_relu", 4, LATEST, "features, alpha=0.2, name=None", leaky_relu),
    API_END,
};
