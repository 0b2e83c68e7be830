/* generate_pieces.c: expressions, and statements about tensors and variables. */
#include <string.h>

#include "tests/generate_inner.h"

/* ---- pieces of expressions ---- */

static const char *const words[] = {"a", "b", "A",   "w",   "W",     "x",
                                    "v", "c", "a_1", "b/c", "layer", "Layer"};
const char *const bad_words[] = {"a b", "_a", "a:0", "-x", "caf\u00e9", "a$", "/a"};

/* A Python expression for a name: mostly one of few words, so that they meet. */
static const char *word(Writer *w) {
    return text(w, "'%s'", ONE_OF(w, words));
}

static const char *any_word(Writer *w) {
    const char *scope = pick(w, TEXT);
    if (chance(w, 3))
        return text(w, "'%s'", bad_words[below(w, BAD_WORDS)]);
    if (scope && chance(w, 15))
        return scope;
    if (chance(w, 4))
        return text(w, "'%s/'", ONE_OF(w, words));
    return word(w);
}

/* ", name=…" or nothing. */
static const char *name_argument(Writer *w) {
    return chance(w, 45) ? "" : text(w, ", name=%s", any_word(w));
}

static const char *tensor(Writer *w) {
    const char *t = pick(w, TENSOR);
    return t ? t : fallback(w);
}

const char *variable(Writer *w) {
    return pick(w, VARIABLE);
}

static const char *operand(Writer *w) {
    const char *v = chance(w, 40) ? variable(w) : NULL;
    return v ? v : tensor(w);
}

static const char *number(Writer *w) {
    static const char *const numbers[] = {"2.0", "0.5", "1", "[1.0, 2.0]", "-1.5"};
    return ONE_OF(w, numbers);
}

static const char *sign(Writer *w) {
    static const char *const signs[] = {"+", "-", "*", "*", "+", "/", "**"};
    return ONE_OF(w, signs);
}

static const char *function_of_one(Writer *w) {
    static const char *const functions[] = {
        "identity",    "square", "negative",      "nn.relu", "reduce_sum", "exp",
        "reduce_mean", "tanh",   "stop_gradient", "abs",     "zeros_like", "convert_to_tensor"};
    return ONE_OF(w, functions);
}

static const char *function_of_two(Writer *w) {
    static const char *const functions[] = {"add", "multiply", "subtract", "maximum", "divide"};
    return ONE_OF(w, functions);
}

static const char *random_function(Writer *w) {
    static const char *const functions[] = {"random_uniform", "random_normal", "truncated_normal"};
    return ONE_OF(w, functions);
}

static const char *literal(Writer *w) {
    static const char *const values[] = {"1.0", "[1.0, 2.0]", "[3.0]", "[[1.0, 2.0]]", "0.25"};
    return ONE_OF(w, values);
}

static const char *infix(Writer *w) {
    static const char *const forms[] = {"{operand} {sign} {number}", "2.0 {sign} {operand}",
                                        "{operand} {sign} {operand}", "{operand} {sign} {operand}"};
    return text(w, "%s", ONE_OF(w, forms));
}

/* An expression that gives a float tensor. */
static const char *tensor_expression(Writer *w) {
    static const char *const forms[] = {
        "{infix}",
        "{infix}",
        "{infix}",
        "tf.constant({literal}{name})",
        "tf.constant({literal}{name})",
        "tf.constant({literal}{name})",
        "tf.zeros([2]{name})",
        "tf.ones([2]{name})",
        "tf.fill([2], 1.5{name})",
        "tf.{function_of_one}({operand}{name})",
        "tf.{function_of_one}({operand}{name})",
        "tf.{function_of_one}({operand}{name})",
        "tf.{function_of_two}({operand}, 2.5{name})",
        "tf.{function_of_two}({operand}, {operand}{name})",
        "tf.{function_of_two}({operand}, {operand}{name})",
        "tf.{random_function}([2], seed=3{name})",
        "tf.concat([{tensor}, {tensor}], 0{name})",
        "tf.add_n([{tensor}, {tensor}]{name})",
        "tf.stack([{tensor}, {operand}]{name})",
        "tf.tuple([{tensor}, {tensor}]{name})[0]",
        "-{operand}",
        "abs({operand})",
        "{operand}[0]",
        "tf.cast({operand} > 0.0, tf.float32{name})",
    };
    return text(w, "%s", ONE_OF(w, forms));
}

/* ---- tensors ---- */

void tensor_statement(Writer *w) {
    make_thing(w, TENSOR, "t", text(w, "{tensor_expression}"));
}

void integer_statement(Writer *w) {
    const char *old = pick(w, INTEGER);
    const char *name = fresh(w, "i");
    if (!old || chance(w, 40)) {
        line(w, "%s = tf.constant([1, 2]%s)", name, chance(w, 50) ? "" : ", name='a'");
        bind(w, INTEGER, name);
    } else if (chance(w, 50)) {
        line(w, "%s = attempt(lambda: %s * 3, %s)", name, old, old);
        bind(w, INTEGER, name);
    } else if (chance(w, 50)) {
        line(w, "attempt(lambda: %s + 2.5, None)  # TypeError", old);
    } else {
        line(w, "attempt(lambda: %s * {operand}, None)  # TypeError", old);
    }
}

void loose_statement(Writer *w) {
    const char *v = pick(w, LOOSE);
    if (!v)
        return;
    line(w, "attempt(lambda: %s * 2.0, None)  # TypeError", v);
    if (chance(w, 50))
        line(w, "attempt(lambda: tf.identity(%s), None)  # TypeError", v);
}

void print_statement(Writer *w) {
    const char *scope = pick(w, SCOPE);
    switch (below(w, 6)) {
    case 0: line(w, "print(tf.get_variable_scope().name, tf.get_variable_scope().reuse)"); break;
    case 1: line(w, "print([v.name for v in tf.global_variables()])"); break;
    case 2:
        line(w,
             "print(len(tf.trainable_variables()), len(tf.get_default_graph().get_operations()))");
        break;
    case 3: line(w, "print({operand})"); break;
    case 4:
        if (w->minor >= 1)
            line(w, "print([v.name for v in tf.get_variable_scope().global_variables()])");
        break;
    default:
        if (scope)
            line(w, "print(%s.name, %s.original_name_scope, %s.reuse)", scope, scope, scope);
    }
}

/* ---- variables ---- */

static const char *initial_value(Writer *w) {
    const char *v = variable(w);
    switch (below(w, 9)) {
    case 0: return "lambda: tf.zeros([2])";
    case 1: return "lambda: 3.0";
    case 2: return text(w, "{tensor_expression}");
    case 3: return v ? text(w, "%s.initialized_value()", v) : "1.5";
    case 4: return v ? text(w, "%s * 2.0", v) : "[2.0, 3.0]";
    case 5: return v ? text(w, "%s.initial_value", v) : "2.5";
    case 6: return "tf.zeros([2])";
    case 7: return "[1.0, 2.0]";
    default: return "1.0";
    }
}

static const char *trainable_argument(Writer *w) {
    return chance(w, 15) ? ", trainable=False" : "";
}

static const char *collections_argument(Writer *w) {
    static const char *const lists[] = {
        ", collections=['mine']", ", collections=['mine', tf.GraphKeys.GLOBAL_VARIABLES]",
        ", collections=[tf.GraphKeys.LOCAL_VARIABLES]", ", collections=[]"};
    return chance(w, 12) ? ONE_OF(w, lists) : "";
}

static const char *resource_argument(Writer *w) {
    return w->minor >= 1 && chance(w, 8) ? ", use_resource=True" : "";
}

void variable_statement(Writer *w) {
    const char *resource = w->minor >= 11 ? resource_argument(w) : "";
    if (chance(w, 8)) {
        const char *name = fresh(w, "i");
        line(w, "%s = tf.Variable(7%s)", name, chance(w, 50) ? "" : ", name='w'");
        bind(w, INTEGER, name);
        return;
    }
    make_thing(w, w->graph == GRAPH_OF_CALLER ? TENSOR : VARIABLE, "v",
               text(w, "tf.Variable({initial_value}{name}{trainable}{collections}%s)", resource));
}

/* Shape and initializer of get_variable. */
static const char *how_to_make(Writer *w) {
    static const char *const objects[] = {"tf.zeros_initializer()",
                                          "tf.ones_initializer()",
                                          "tf.constant_initializer(2.0)",
                                          "tf.random_uniform_initializer(-1.0, 1.0, seed=1)",
                                          "tf.random_normal_initializer(seed=2)",
                                          "tf.truncated_normal_initializer(stddev=0.1)"};
    switch (below(w, 14)) {
    case 0: return ", initializer=[1.0, 2.0]";
    case 1: return text(w, w->wild ? ", initializer=tf.ones([2])" : ", initializer={tensor}");
    case 2:
        return ", [2], initializer=lambda shape, dtype=None, partition_info=None: tf.ones(shape, dtype)";
    case 3: return w->minor >= 1 ? ", [2], initializer=tf.zeros_initializer" : ", [2]";
    case 4: return ", [2], initializer=3.0";
    case 5: return chance(w, 50) ? ", [3]" : "";
    case 6: return w->minor >= 3 ? ", [2], initializer=tf.glorot_normal_initializer()" : ", []";
    case 7: return w->minor >= 2 ? ", [2, 2], initializer=tf.orthogonal_initializer()" : ", [2, 2]";
    case 8:
    case 9:
    case 10: return text(w, ", [2], initializer=%s", ONE_OF(w, objects));
    default: return ", [2]";
    }
}

static const char *regularizer(Writer *w) {
    return chance(w, 50) ? "tf.contrib.layers.l2_regularizer(0.1)"
                         : "lambda v: tf.reduce_sum(v * v, name='loss')";
}

#define PARTITIONER ", partitioner=lambda shape, dtype: [2] + [1] * (len(shape) - 1)"

static const char *more_options(Writer *w) {
    const char *getter = pick(w, GETTER);
    if (chance(w, 8))
        return text(w, ", regularizer={regularizer}");
    if (getter && chance(w, 30))
        return text(w, ", custom_getter=%s", getter);
    if (w->wild && chance(w, 12))
        return PARTITIONER;
    return "";
}

static const char *get_variable(Writer *w, const char *dtype) {
    const char *how = *dtype ? ", [2]" : how_to_make(w);
    const char *name = chance(w, 3) ? any_word(w) : word(w);
    if (chance(w, 4))
        return text(w, "tf.get_local_variable(%s%s%s{collections}{options})", name, how, dtype);
    return text(w, "tf.get_variable(%s%s%s{trainable}{collections}{options}{resource})", name, how,
                dtype);
}

/* Inside functions a variable may turn out to be the tensor x, and counts as one. */
void get_variable_statement(Writer *w) {
    const char *name = fresh(w, "v"), *integer = chance(w, 8) ? pick(w, INTEGER) : NULL;
    const char *mark = w->wild ? "TypeError, AttributeError" : integer ? "TypeError" : NULL;
    Kind kind = w->wild                       ? LOOSE
                : integer                     ? INTEGER
                : w->graph == GRAPH_OF_CALLER ? TENSOR
                                              : VARIABLE;
    const char *other = integer ? integer : kind == VARIABLE ? w->spare[w->graph] : fallback(w);
    assign_safely(w, name, get_variable(w, integer ? ", dtype=tf.int32" : ""), other, mark);
    bind(w, kind, name);
}

void assign_statement(Writer *w) {
    const char *v = variable(w);
    if (!v)
        return;
    switch (below(w, 5)) {
    case 0: line(w, "attempt(lambda: tf.assign(%s, [5.0, 6.0]), None)", v); break;
    case 1: line(w, "attempt(lambda: %s.assign_add({operand}), None)", v); break;
    case 2: line(w, "attempt(lambda: %s.assign([7.0, 8.0]), None)", v); break;
    case 3: line(w, "attempt(lambda: %s.read_value(), None)", v); break;
    default: line(w, "attempt(lambda: tf.group({tensor}, {tensor}, name={any_word}), None)");
    }
}

/* ---- arguments of scopes ---- */

static const char *reuse_argument(Writer *w) {
    static const char *const values[] = {"None", "False",         "False",        "True",
                                         "True", "tf.AUTO_REUSE", "tf.AUTO_REUSE"};
    int last = w->minor >= 4 ? 7 : 5;
    return chance(w, 50) ? "" : text(w, ", reuse=%s", values[below(w, last)]);
}

static const char *defaults_arguments(Writer *w) {
    const char *getter = pick(w, GETTER);
    if (chance(w, 6))
        return ", initializer=tf.constant_initializer(0.5)";
    if (chance(w, 5))
        return text(w, ", regularizer={regularizer}");
    if (getter && chance(w, 30))
        return text(w, ", custom_getter=%s", getter);
    if (w->minor >= 1 && chance(w, 4))
        return ", use_resource=True";
    if (w->wild && chance(w, 8))
        return PARTITIONER;
    return w->wild && chance(w, 10) ? ", dtype=tf.float64" : "";
}

/* ---- all pieces ---- */

const char *piece(Writer *w, Str name) {
    static const struct {
        const char *name;
        const char *(*make)(Writer *w);
    } pieces[] = {
        {"word", word},
        {"any_word", any_word},
        {"name", name_argument},
        {"tensor", tensor},
        {"operand", operand},
        {"number", number},
        {"sign", sign},
        {"function_of_one", function_of_one},
        {"function_of_two", function_of_two},
        {"random_function", random_function},
        {"literal", literal},
        {"infix", infix},
        {"tensor_expression", tensor_expression},
        {"trainable", trainable_argument},
        {"collections", collections_argument},
        {"resource", resource_argument},
        {"initial_value", initial_value},
        {"how_to_make", how_to_make},
        {"regularizer", regularizer},
        {"options", more_options},
        {"reuse", reuse_argument},
        {"defaults", defaults_arguments},
    };
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++)
        if (str_is(name, pieces[i].name))
            return pieces[i].make(w);
    return "?";
}
