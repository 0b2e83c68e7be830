/* layers.c: tf.layers: the table of layers, functions and classes, and calling them. */
#include "tf/layers.h"

#include <math.h>
#include <string.h>

#include "tf/layer_options.h"
#include "tf/nn.h"
#include "tf/tables.h"

/* ---- options ---- */

/* The place of a parameter in a signature, or -1. */
static int parameter_at(const char *signature, const char *name) {
    size_t n = strlen(name);
    int place = 0;
    for (const char *at = signature; at; place++) {
        at += strspn(at, " *");
        if (strncmp(at, name, n) == 0 && strchr(",= ", at[n] ? at[n] : ',')) {
            return place;
        }
        at = strchr(at, ',');
        at = at ? at + 1 : NULL;
    }
    return -1;
}

Value layer_option(const Layer *l, const char *name) {
    int place = parameter_at(l->signature, name);
    return place < 0 ? value_unbound() : l->values[place];
}

Value layer_get(const Layer *l, const char *name) {
    for (uint32_t i = 0; i < l->nvariables; i++) {
        if (strcmp(l->names[i], name) == 0) {
            return l->variables[i];
        }
    }
    return value_none();
}

bool known_flag(Tf *tf, Value v, int *flag) {
    Output *o = tensor_output(tf, v);
    bool b = false;
    *flag = -1;
    if (o && o->known && o->known->dtype == DTYPE_BOOL) {
        *flag = tensor_bool(o->known, 0);
    }
    if (o || variable_of(tf, v)) {
        return true;
    }
    if (!arg_bool(tf, v, false, &b)) {
        return false;
    }
    *flag = b;
    return true;
}

static bool is_integer(Value v) {
    return v.kind == VALUE_INT || v.kind == VALUE_BOOL;
}

static bool refuse_tuple(const Layer *l, const char *option, int n, Value v) {
    Str text;
    return value_str(l->tf->run, v, &text) &&
           raise_value_error(l->tf->run,
                             "The `%s` argument must be a tuple of %d integers. Received: %.*s",
                             option, n, STR_ARG(text));
}

bool layer_ints(const Layer *l, const char *option, int n, int64_t *v) {
    Value option_value = layer_option(l, option), *items = NULL;
    Run *run = l->tf->run;
    uint32_t count = 0;
    bool one = is_integer(option_value);
    if (!one && !is_sequence(run, option_value) && !is_str(run, option_value) &&
        !is_array(run, option_value)) {
        return refuse_tuple(l, option, n, option_value);
    }
    if (!one && !value_items(run, option_value, &items, &count)) {
        return false;
    }
    if (!one && (int)count != n) {
        return refuse_tuple(l, option, n, option_value);
    }
    for (int i = 0; i < n; i++) {
        Value item = one ? option_value : items[i];
        if (!is_integer(item) && !is_numpy_scalar(run, item)) {
            return refuse(run, "give integers", "%s of other things than integers is not modelled",
                          option);
        }
        if (!arg_int(l->tf, item, &v[i])) {
            return false;
        }
    }
    return true;
}

bool layer_size(const Layer *l, const char *option, int64_t *size) {
    Value v = layer_option(l, option);
    Run *run = l->tf->run;
    bool whole = v.kind == VALUE_FLOAT && v.as.real == floor(v.as.real) && fabs(v.as.real) < 1e15;
    if (whole) {
        v = value_int((int64_t)v.as.real);
    }
    if (!is_integer(v) && !is_numpy_scalar(run, v) && !dimension_of(l->tf, v)) {
        return refuse(run, "give an integer", "%s that is no integer is not modelled", option);
    }
    return arg_int(l->tf, v, size) &&
           (*size >= 0 || raise_value_error(run, "Dimension %lld must be >= 0", (long long)*size));
}

static bool same_letters(Str s, const char *lower) {
    for (size_t i = 0; i < s.len; i++) {
        char c = s.at[i] >= 'A' && s.at[i] <= 'Z' ? (char)(s.at[i] + 32) : s.at[i];
        if (!lower[i] || c != lower[i]) {
            return false;
        }
    }
    return !lower[s.len];
}

bool layer_padding(const Layer *l, Str *padding) {
    Value lower;
    Str text;
    Run *run = l->tf->run;
    if (!value_get_attr(run, layer_option(l, "padding"), name_z(run->names, "lower"), &lower) ||
        !value_call_n(run, lower, 0, NULL, &lower) || !value_str(run, lower, &text)) {
        return false;
    }
    *padding = same_letters(text, "same") ? STR("SAME") : STR("VALID");
    return same_letters(text, "same") || same_letters(text, "valid") ||
           raise_value_error(l->tf->run,
                             "The `padding` argument must be one of \"valid\", \"same\". Received: "
                             "%.*s",
                             STR_ARG(text));
}

bool refuse_channels_first(const Layer *l) {
    Value v = layer_option(l, "data_format");
    return !given(v) || (is_str(l->tf->run, v) && str_is(str_text(v), "channels_last")) ||
           refuse(l->tf->run, "use channels_last", "data_format='channels_first' is not modelled");
}

/* ---- what several layers do ---- */

Output *layer_activation(Layer *l, Output *o) {
    Value activation = layer_option(l, "activation"), v;
    if (!o || !given(activation)) {
        return o;
    }
    Value x = tf_tensor(l->tf, o);
    return call_program_n(l->tf, activation, 1, &x, &v) ? convert(l->tf, v, DTYPE_INVALID, NULL)
                                                        : NULL;
}

Output *layer_finish(Layer *l, Output *o) {
    Value bias = layer_get(l, "bias");
    if (o && given(bias)) {
        o = bias_add_build(l->tf, tf_tensor(l->tf, o), bias, value_none(), NAME_NONE);
    }
    return layer_activation(l, o);
}

/* ---- calling ---- */

/* "[2, None]": how messages write a shape. */
static Str list_text(Tf *tf, Shape s) {
    Sink out = sink_memory(tf->run->arena);
    sink_char(&out, '[');
    for (int i = 0; i < s.rank; i++) {
        sink_z(&out, i ? ", " : "");
        if (s.dims[i] == DIM_UNKNOWN) {
            sink_z(&out, "None");
        } else {
            sink_printf(&out, "%lld", (long long)s.dims[i]);
        }
    }
    sink_char(&out, ']');
    return sink_str(&out);
}

/* 1.0 and 1.1 word it each layer in its own way, and the convolutions with two arguments. */
static bool wrong_rank_old(const Layer *l, Shape s) {
    Run *run = l->tf->run;
    Value both[2], exception;
    if (l->def->least_rank) {
        return raise_value_error(run, "Inputs to `Dense` should have rank >= 2.");
    }
    both[0] = str_format(run, "Inputs should have rank %dReceived input shape:", l->def->rank);
    both[1] = str_make(run, shape_str(run->arena, s));
    return value_call_n(run, value_object(run->exception.ValueError), 2, both, &exception) &&
           raise_value(run, exception);
}

static bool check_rank(const Layer *l, Shape s) {
    int rank = l->def->rank, least = l->def->least_rank;
    if (s.rank == SHAPE_UNKNOWN_RANK || ((!rank || s.rank == rank) && s.rank >= least)) {
        return true;
    }
    if (!tf_has(l->tf, CHANGE_INPUT_RANK_TEXT)) {
        return wrong_rank_old(l, s);
    }
    return raise_value_error(l->tf->run,
                             "Input 0 of layer %s is incompatible with the layer: %s%sndim=%d, "
                             "found ndim=%d. Full shape received: %.*s",
                             l->label->text, rank ? "" : ": ", rank ? "expected " : "expected min_",
                             rank ? rank : least, s.rank, STR_ARG(list_text(l->tf, s)));
}

static Output *call_in_scope(Layer *l, Value inputs, Value training) {
    Output *x = convert(l->tf, inputs, DTYPE_INVALID, NULL);
    if (!x || !check_rank(l, output_shape(x))) {
        return NULL;
    }
    if (!l->built && l->def->build && !l->def->build(l, x)) {
        return NULL;
    }
    Output *o = l->def->call(l, x, training);
    l->built = l->built || o;
    return o;
}

static bool layer_call(Layer *l, Value inputs, Value training, Value *result) {
    bool pushed;
    if (!graph_select(l->tf, 1, &inputs, &pushed)) {
        return false;
    }
    Output *o = NULL;
    if (layer_capture(l) && layer_enter(l)) {
        o = call_in_scope(l, inputs, training);
        layer_leave(l);
    }
    if (pushed) {
        engine_pop_graph(l->tf->engine);
    }
    return give_tensor(l->tf, o, result);
}

/* ---- functions ---- */

static const LayerDef *find_def(const char *base) {
    const LayerDef *d = layer_defs;
    while (strcmp(d->base, base) != 0) {
        d++;
    }
    return d;
}

static bool check_options(const Layer *l) {
    return !given(layer_option(l, "activity_regularizer")) ||
           refuse(l->tf->run, NULL, "activity_regularizer is not modelled");
}

static bool layer_function(Tf *tf, const ApiRow *row, const Value *a, Value *result) {
    Layer l = {.tf = tf, .def = find_def(row->op), .signature = row->signature, .values = a};
    l.losses = list_make(tf->run, 0, NULL);
    return check_options(&l) && layer_call(&l, a[0], layer_option(&l, "training"), result);
}

/* ---- classes ---- */

typedef struct LayerObject {
    Object object;
    Layer layer;
} LayerObject;

static Layer *layer_in(Value v) {
    return &((LayerObject *)v.as.object)->layer;
}

static const char *class_options(const Tf *tf, const LayerDef *d) {
    const char *options = d->options[tf_has(tf, CHANGE_CONSTRAINT)];
    return str_printf(tf->run->arena, "self, %strainable=True, name=None, reuse=None, **kwargs",
                      options)
        .at;
}

static const LayerDef *def_of_class(const Tf *tf, Value class) {
    const LayerDef *d = layer_defs;
    while (tf->types[d->class] != (const Type *)class.as.object) {
        d++;
    }
    return d;
}

/* _reuse and _scope are how TensorFlow's own functions make layers. */
static Value inner_option(Tf *tf, Value kwargs, const char *name, Value otherwise) {
    Value v = keyword(tf, kwargs, name);
    return is_unbound(v) ? otherwise : v;
}

/* Other options of layers: dtype, input_shape … */
static bool check_more(Tf *tf, Value kwargs) {
    Value *keys;
    uint32_t n = 0;
    bool ok = value_items(tf->run, kwargs, &keys, &n);
    for (uint32_t i = 0; ok && i < n; i++) {
        Str key = str_text(keys[i]);
        ok = str_is(key, "_reuse") || str_is(key, "_scope") ||
             refuse(tf->run, NULL, "the argument %.*s of a layer", STR_ARG(key));
    }
    return ok;
}

static bool make_layer(Tf *tf, const Value *a, Value *result) {
    const LayerDef *d = def_of_class(tf, a[0]);
    LayerObject *o = class_object(tf, d->class, sizeof *o);
    Layer *l = &o->layer;
    *result = value_object(o);
    l->tf = tf;
    l->def = d;
    l->signature = class_options(tf, d);
    int n = parameter_at(l->signature, "kwargs") + 1;
    Value *values = ARENA_ARRAY(tf->run->arena, (size_t)n, Value);
    memcpy(values, a, (size_t)n * sizeof *values);
    values[n - 2] = inner_option(tf, a[n - 1], "_reuse", a[n - 2]);
    values[n - 3] = inner_option(tf, a[n - 1], "_scope", a[n - 3]);
    l->values = values;
    l->losses = list_make(tf->run, 0, NULL);
    return check_options(l) && check_more(tf, a[n - 1]);
}

static bool call_object(Tf *tf, const Value *a, Value *result) {
    (void)tf;
    return layer_call(layer_in(a[0]), a[1], a[2], result);
}

static bool call_slot(Run *run, Value self, const Args *args, Value *result) {
    Value method;
    return value_get_attr(run, self, name_z(run->names, "__call__"), &method) &&
           value_call(run, method, args, result);
}

/* kernel, bias, gamma … are attributes. */
static bool get_slot(Run *run, Value self, Name name, bool *found, Value *result) {
    const Layer *l = layer_in(self);
    (void)run;
    *result = layer_get(l, name->text);
    *found = given(*result);
    if (!*found && parameter_at(l->signature, name->text) > 0 && strcmp(name->text, "name") != 0) {
        *result = layer_option(l, name->text);
        *found = !is_unbound(*result);
    }
    return true;
}

/* Which of the variables: 1 trainable ones, 0 others, -1 all. */
static Value variables_list(Run *run, const Layer *l, int trainable) {
    Value list = list_make(run, 0, NULL);
    for (uint32_t i = 0; i < l->nvariables; i++) {
        const Variable *v = variable_of(l->tf, l->variables[i]);
        if (trainable < 0 || (v && v->record.trainable == (bool)trainable)) {
            list_append(run, list, l->variables[i]);
        }
    }
    return list;
}

static bool get_variables(Run *run, const Value *a, Value *result) {
    *result = variables_list(run, layer_in(a[0]), -1);
    return true;
}

static bool get_trainable(Run *run, const Value *a, Value *result) {
    *result = variables_list(run, layer_in(a[0]), 1);
    return true;
}

static bool get_others(Run *run, const Value *a, Value *result) {
    *result = variables_list(run, layer_in(a[0]), 0);
    return true;
}

static bool get_losses(Run *run, const Value *a, Value *result) {
    (void)run;
    *result = layer_in(a[0])->losses;
    return true;
}

static bool get_built(Run *run, const Value *a, Value *result) {
    (void)run;
    *result = value_bool(layer_in(a[0])->built);
    return true;
}

static bool get_name(Run *run, const Value *a, Value *result) {
    const Layer *l = layer_in(a[0]);
    Value name = layer_option(l, "name");
    *result = given(name) ? name
              : l->label  ? str_of_name(run, l->label)
                          : str_format(run, "%s_1", l->def->base);
    return true;
}

static bool get_scope_name(Run *run, const Value *a, Value *result) {
    const Layer *l = layer_in(a[0]);
    if (!l->scope) {
        return raise_value_error(run,
                                 "No name available for layer scope because the layer has not been "
                                 "used yet.");
    }
    *result = str_of_name(run, l->scope->name);
    return true;
}

static void install_class(Tf *tf, const LayerDef *d) {
    class_constructor(tf, d->class, make_layer, class_options(tf, d));
}

void layers_install(Tf *tf) {
    static const GetterRow getters[] = {
        {"variables", get_variables, 0, LATEST},
        {"weights", get_variables, 0, LATEST},
        {"trainable_variables", get_trainable, 0, LATEST},
        {"trainable_weights", get_trainable, 0, LATEST},
        {"non_trainable_variables", get_others, 0, LATEST},
        {"non_trainable_weights", get_others, 0, LATEST},
        {"losses", get_losses, 0, LATEST},
        {"built", get_built, 0, LATEST},
        {"name", get_name, 0, LATEST},
        {"scope_name", get_scope_name, 2, LATEST},
        {NULL, NULL, 0, 0},
    };
    static const ApiRow methods[] = {
        FUNCTION("__call__", "self, inputs, training=False, **kwargs!", call_object),
        FUNCTION("apply", "self, inputs, training=False, **kwargs!", call_object),
        API_END,
    };
    tf->types[CLASS_LAYER]->call = call_slot;
    tf->types[CLASS_LAYER]->get_attr = get_slot;
    class_add_getters(tf, CLASS_LAYER, getters);
    class_add_methods(tf, CLASS_LAYER, methods);
    for (const LayerDef *d = layer_defs; d->base; d++) {
        install_class(tf, d);
    }
}

/* ---- the table ---- */

const LayerDef layer_defs[] = {
#define LAYER(ID, BASE, OLD, NEW, OLD_TAIL, NEW_TAIL, RANK, LEAST, BUILD, CALL)                    \
    {CLASS_##ID, BASE, {OLD, NEW}, RANK, LEAST, BUILD, CALL},
#define LAYER_SINCE_4(ID, BASE, NEW, NEW_TAIL, RANK, LEAST, BUILD, CALL)                           \
    {CLASS_##ID, BASE, {NEW, NEW}, RANK, LEAST, BUILD, CALL},
#include "tf/layer.def"
#undef LAYER
#undef LAYER_SINCE_4
    {CLASS_LAYER, NULL, {NULL, NULL}, 0, 0, NULL, NULL},
};

const ApiRow layers_rows[] = {
#define LAYER(ID, BASE, OLD, NEW, OLD_TAIL, NEW_TAIL, RANK, LEAST, BUILD, CALL)                    \
    SHARED("layers." BASE, 0, 3, "inputs, " OLD OLD_TAIL, layer_function, BASE),                   \
        SHARED("layers." BASE, 4, LATEST, "inputs, " NEW NEW_TAIL, layer_function, BASE),
#define LAYER_SINCE_4(ID, BASE, NEW, NEW_TAIL, RANK, LEAST, BUILD, CALL)                           \
    SHARED("layers." BASE, 4, LATEST, "inputs, " NEW NEW_TAIL, layer_function, BASE),
#include "tf/layer.def"
#undef LAYER
#undef LAYER_SINCE_4
    API_END,
};
