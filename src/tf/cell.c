/* cell.c: cells as objects: their options, sizes and scopes (section 5.4). What a cell builds is a
 * recipe, _call_CLASS; it finds the cell's options as attributes with "_" in front.
 *
 * Up to 1.1 a call opens a variable scope of the cell's name. From 1.2 on a cell is a layer: a call
 * goes into the current variable scope once more (until 1.4; MultiRNNCell and cells of the program
 * still do), and in it into the layer's own scope, which is decided at the first call. A wrapper
 * just calls the cell that it has. */
#include "tf/cell.h"

#include <string.h>

#include "tf/convert.h"
#include "tf/getter.h"
#include "tf/nest.h"
#include "tf/recipe.h"
#include "tf/tables.h"

typedef struct CellDef {
    LayerDef layer;
    bool wrapper;
} CellDef;

typedef struct CellOfNetwork {
    Object object;
    Layer layer;
    const CellDef *def;
    Name first;     /* 1.1: the scope that it was called in first, or NULL */
    DType dtype;    /* of its inputs in the call that is under way */
    Value own_call; /* of a class of the program: its call method, else unbound */
} CellOfNetwork;

static const CellDef cell_defs[] = {
#define CELL(ID, BASE, OLD, NEW) {{CLASS_##ID, BASE, {OLD, NEW}, 0, 0, NULL, NULL}, false},
#define WRAPPER(ID, OLD, NEW) {{CLASS_##ID, "wrapper", {OLD, NEW}, 0, 0, NULL, NULL}, true},
#include "tf/cell.def"
#undef CELL
#undef WRAPPER
};
enum { CELL_COUNT = sizeof cell_defs / sizeof *cell_defs };

/* A cell of ours; NULL for those of the program. */
static CellOfNetwork *cell_of(const Tf *tf, Value v) {
    for (int i = 0; i < CELL_COUNT; i++) {
        if (is_exactly(v, tf->types[cell_defs[i].layer.class])) {
            return (CellOfNetwork *)v.as.object;
        }
    }
    return NULL;
}

static const char *options_of(const Tf *tf, const CellDef *d) {
    return str_printf(tf->run->arena, "self, %s", d->layer.options[tf_has(tf, CHANGE_CELL_LAYERS)])
        .at;
}

/* ---- making ---- */

static bool refuse_more(const CellOfNetwork *c) {
    Value more = layer_option(&c->layer, "kwargs");
    Value *keys;
    uint32_t n = 0;
    if (is_unbound(more)) {
        return true;
    }
    return value_items(c->layer.tf->run, more, &keys, &n) &&
           (n == 0 || refuse(c->layer.tf->run, NULL, "the argument %.*s of a cell is not modelled",
                             STR_ARG(str_text(keys[0]))));
}

static bool make_cell(Tf *tf, const Value *a, Value *result) {
    const CellDef *d = cell_defs;
    while (tf->types[d->layer.class] != (const Type *)a[0].as.object) {
        d++;
    }
    CellOfNetwork *c = class_object(tf, d->layer.class, sizeof *c);
    uint32_t n = 0;
    for (const char *at = options_of(tf, d); at; at = strchr(at + 1, ',')) {
        n++;
    }
    Value *values = ARENA_ARRAY(tf->run->arena, n + 1, Value);
    memcpy(values, a, n * sizeof *values);
    c->def = d;
    c->own_call = value_unbound();
    c->layer = (Layer){.tf = tf,
                       .def = &d->layer,
                       .signature = options_of(tf, d),
                       .values = values,
                       .losses = list_make(tf->run, 0, NULL)};
    *result = value_object(c);
    return refuse_more(c);
}

/* ---- attributes ---- */

static bool size_of(CellOfNetwork *c, uint32_t which, Value *result) {
    Tf *tf = c->layer.tf;
    Value self = value_object(c), both;
    const char *recipe =
        c->def->wrapper ? "_sizes_wrapper"
                        : str_printf(tf->run->arena, "_sizes_%s", c->object.type->name->text).at;
    if (!recipe_run(tf, recipe, &self, &both)) {
        return tf_done(tf, false);
    }
    *result = sequence_item(both, which);
    return true;
}

/* The variables below the cell's scope, in order. */
static Value variables_below(CellOfNetwork *c) {
    Tf *tf = c->layer.tf;
    const Map *store = &engine_graph(tf->engine)->store;
    Value list = list_make(tf->run, 0, NULL);
    Str below = c->layer.scope ? str_join2(tf->run->arena, name_str(c->layer.scope->name), STR("/"))
                               : STR("");
    for (uint32_t i = 0; c->layer.scope && i < store->count; i++) {
        if (store->entries[i].ptr && str_starts(name_str(store->entries[i].key), below)) {
            list_append(tf->run, list, tf_variable(tf, store->entries[i].ptr));
        }
    }
    return list;
}

/* Options of other releases, which recipes may ask for, too. */
static bool is_other_option(const CellOfNetwork *c, const char *name) {
    size_t n = strlen(name);
    for (const char *at = c->def->layer.options[1]; (at = strstr(at, name)); at += n) {
        if ((at == c->def->layer.options[1] || at[-1] == ' ') && at[n] == '=') {
            return true;
        }
    }
    return strcmp(name, "reuse") == 0;
}

static bool names_variables(const char *name) {
    return strcmp(name, "variables") == 0 || strcmp(name, "weights") == 0 ||
           strcmp(name, "trainable_variables") == 0 || strcmp(name, "trainable_weights") == 0;
}

static bool cell_attribute(Run *run, Value self, Name name, bool *found, Value *result) {
    CellOfNetwork *c = (CellOfNetwork *)self.as.object;
    const char *text = name->text;
    *found = true;
    if (strcmp(text, "state_size") == 0 || strcmp(text, "output_size") == 0) {
        return size_of(c, text[0] == 'o', result);
    }
    if (names_variables(text)) {
        *result = variables_below(c);
    } else if (strcmp(text, "_base") == 0) {
        *result = str_make(run, str_of(c->def->layer.base));
    } else if (strcmp(text, "_dtype_now") == 0) {
        *result = tf_dtype(c->layer.tf, c->dtype, false);
    } else if (strcmp(text, "name") == 0) {
        *result = layer_option(&c->layer, "name");
        *result = given(*result) ? *result : str_make(run, str_of(c->def->layer.base));
    } else {
        *result = text[0] == '_' ? layer_option(&c->layer, text + 1) : value_unbound();
        *found = !is_unbound(*result);
        if (!*found && text[0] == '_' && is_other_option(c, text + 1)) {
            *found = true;
            *result = value_none();
        }
    }
    return true;
}

/* ---- scopes ---- */

static bool outer_scope(CellOfNetwork *c, Value scope, VarScopeEntry *entry) {
    Tf *tf = c->layer.tf;
    VarScopeRequest r = {.reuse = -1, .use_resource = -1, .dtype = DTYPE_INVALID};
    r.object = given(scope) ? varscope_of(tf, scope) : varscope_current(tf->engine);
    if (!r.object) {
        r.has_name = true;
        if (!arg_text(tf, scope, "scope", &r.name)) {
            return false;
        }
    }
    return varscope_enter(tf->engine, &r, entry);
}

static bool run_body(CellOfNetwork *c, Value inputs, Value state, Value scope, Value *result) {
    Tf *tf = c->layer.tf;
    Value args[] = {value_object(c), inputs, state, scope};
    if (!is_unbound(c->own_call)) {
        return call_program_n(tf, c->own_call, 2, args + 1, result);
    }
    const char *class = c->object.type->name->text;
    return recipe_run(tf, str_printf(tf->run->arena, "_call_%s", class).at, args, result);
}

static bool in_own_scope(CellOfNetwork *c, Value inputs, Value state, Value *result) {
    if (!layer_capture(&c->layer) || !layer_enter(&c->layer)) {
        return false;
    }
    bool ok = run_body(c, inputs, state, value_none(), result);
    c->layer.built = c->layer.built || ok;
    layer_leave(&c->layer);
    return ok;
}

/* The scope that a call names is the layer's own. */
static void take_scope(CellOfNetwork *c, Value scope, const VarScopeEntry *entry) {
    if (given(scope) && !c->layer.scope) {
        c->layer.scope = entry->scope;
        c->layer.label = entry->scope->name;
    }
}

/* Since 1.5 cells that make their variables at once go into their own scope only. */
static bool goes_straight(const CellOfNetwork *c) {
    return tf_has(c->layer.tf, CHANGE_CELL_BUILT) && is_unbound(c->own_call) &&
           c->def->layer.class != CLASS_MULTI_RNN_CELL;
}

static bool call_layer(CellOfNetwork *c, Value inputs, Value state, Value scope, Value *result) {
    VarScopeEntry entry;
    Engine *e = c->layer.tf->engine;
    bool straight = goes_straight(c);
    if (straight && !given(scope)) {
        return in_own_scope(c, inputs, state, result);
    }
    if (!outer_scope(c, scope, &entry)) {
        return false;
    }
    take_scope(c, scope, &entry);
    if (straight) {
        return varscope_leave(e, &entry) && in_own_scope(c, inputs, state, result);
    }
    bool ok = in_own_scope(c, inputs, state, result);
    return varscope_leave(e, &entry) && ok;
}

/* The dtype that a cell was given is that of its inputs. */
static bool check_dtype(CellOfNetwork *c) {
    DType asked;
    Tf *tf = c->layer.tf;
    return arg_dtype_or(tf, layer_option(&c->layer, "dtype"), c->dtype, &asked) &&
           (asked == c->dtype ||
            refuse(tf->run, NULL, "a cell whose dtype is not that of its inputs"));
}

/* Inputs as tensors; the dtype of the first. */
static bool take_inputs(CellOfNetwork *c, Value *inputs) {
    Tf *tf = c->layer.tf;
    Value *leaves;
    uint32_t n;
    if (!is_nest(tf, *inputs) && !tensor_output(tf, *inputs)) {
        Output *o = convert(tf, *inputs, DTYPE_INVALID, NULL);
        if (!give_tensor(tf, o, inputs)) {
            return false;
        }
    }
    if (!nest_flatten(tf, *inputs, &leaves, &n)) {
        return false;
    }
    const Output *first = n ? tensor_output(tf, leaves[0]) : NULL;
    c->dtype = first ? output_dtype(first) : DTYPE_FLOAT32;
    return check_dtype(c);
}

static bool call_cell(CellOfNetwork *c, Value inputs, Value state, Value scope, Value *result) {
    Tf *tf = c->layer.tf;
    if (!take_inputs(c, &inputs)) {
        return false;
    }
    if (c->def->wrapper) {
        return run_body(c, inputs, state, scope, result);
    }
    if (tf_has(tf, CHANGE_CELL_LAYERS)) {
        return call_layer(c, inputs, state, scope, result);
    }
    Value args[] = {value_object(c), inputs, state, scope};
    return recipe_run(tf, "_cell_call", args, result);
}

/* ---- cells of the program ---- */

/* "MyLSTMCell" is my_lstm_cell. */
static const char *snake_case(Tf *tf, const char *class) {
    Sink out = sink_memory(tf->run->arena);
    for (const char *at = class; *at; at++) {
        bool upper = *at >= 'A' && *at <= 'Z', after = at > class;
        bool word =
            upper && after && (!(at[-1] >= 'A' && at[-1] <= 'Z') || (at[1] >= 'a' && at[1] <= 'z'));
        sink_printf(&out, "%s%c", word ? "_" : "", upper ? *at + 32 : *at);
    }
    return str_dup(tf->run->arena, sink_str(&out)).at;
}

/* The scopes of an object whose class is the program's, made at its first call. */
static bool cell_behind(Tf *tf, Value self, CellOfNetwork **c) {
    Run *run = tf->run;
    Name key = name_z(run->names, "_tfscope_cell"), call = name_z(run->names, "call");
    Value kept, own;
    bool found;
    if (!value_find_attr(run, self, key, &found, &kept)) {
        return false;
    }
    if (found) {
        *c = (CellOfNetwork *)kept.as.object;
        return true;
    }
    if (!value_get_attr(run, self, call, &own)) {
        return false;
    }
    CellDef *d = ARENA_NEW(run->arena, CellDef);
    *d = (CellDef){.layer = {.class = CLASS_MULTI_RNN_CELL, .options = {"", ""}}};
    d->layer.base = snake_case(tf, type_of(run, self)->head.name->text);
    *c = class_object(tf, CLASS_MULTI_RNN_CELL, sizeof **c);
    **c = (CellOfNetwork){.object = (*c)->object, .def = d, .own_call = own};
    (*c)->layer = (Layer){.tf = tf, .def = &d->layer, .signature = "", .values = NULL};
    return value_set_attr(run, self, key, value_object(*c));
}

static bool call_any(Tf *tf, Value self, Value inputs, Value state, Value scope, Value *result) {
    CellOfNetwork *c = cell_of(tf, self);
    if (!c && !tf_has(tf, CHANGE_CELL_LAYERS)) {
        return raise_error(tf->run, tf->run->exception.NotImplementedError, "Abstract method");
    }
    return (c || cell_behind(tf, self, &c)) && call_cell(c, inputs, state, scope, result);
}

/* ---- methods ---- */

static bool call_method(Tf *tf, const Value *a, Value *result) {
    return call_any(tf, a[0], a[1], a[2], a[3], result);
}

static bool call_slot(Run *run, Value self, const Args *args, Value *result) {
    Value method;
    return value_get_attr(run, self, name_z(run->names, "__call__"), &method) &&
           value_call(run, method, args, result);
}

static bool zero_state(Tf *tf, const Value *a, Value *result) {
    return recipe_run(tf, "_zero_state", a, result);
}

static bool init_method(Tf *tf, const Value *a, Value *result) {
    Value *keys, v;
    uint32_t n = 0;
    *result = value_none();
    if (!value_items(tf->run, a[2], &keys, &n)) {
        return false;
    }
    for (uint32_t i = 0; i < n; i++) {
        if (!value_get_item(tf->run, a[2], keys[i], &v)) {
            return false;
        }
        if (given(v)) {
            return refuse(tf->run, NULL, "the argument %.*s of RNNCell.__init__()",
                          STR_ARG(str_text(keys[i])));
        }
    }
    return sequence_count(a[1]) == 0 || refuse(tf->run, NULL, "arguments of RNNCell.__init__()");
}

Value lstm_state_tuple(Tf *tf, int n) {
    Run *run = tf->run;
    Module *m = map_ptr(&run->modules, name_z(run->names, "collections"));
    Value f = members_get(&m->members, name_z(run->names, "namedtuple")), fields[2], args[2];
    (void)n;
    if (is_unbound(tf->lstm_state_tuple)) {
        fields[0] = str_make(run, STR("c"));
        fields[1] = str_make(run, STR("h"));
        args[0] = str_make(run, STR("LSTMStateTuple"));
        args[1] = list_make(run, 2, fields);
        value_call_n(run, f, 2, args, &tf->lstm_state_tuple);
    }
    return tf->lstm_state_tuple;
}

void cells_install(Tf *tf) {
    static const ApiRow methods[] = {
        FUNCTION("__init__", "self, *args, **kwargs", init_method),
        FUNCTION("__call__", "self, inputs, state, scope=None", call_method),
        FUNCTION("zero_state", "self, batch_size, dtype", zero_state),
        API_END,
    };
    class_add_methods(tf, CLASS_RNN_CELL, methods);
    tf->types[CLASS_RNN_CELL]->call = call_slot;
    tf->types[CLASS_RNN_CELL]->make = NULL; /* a class of the program makes plain objects */
    tf->lstm_state_tuple = value_unbound();
    for (int i = 0; i < CELL_COUNT; i++) {
        Type *t = tf->types[cell_defs[i].layer.class];
        t->get_attr = cell_attribute;
        class_constructor(tf, cell_defs[i].layer.class, make_cell, options_of(tf, &cell_defs[i]));
    }
}

/* ---- what recipes ask ---- */

static bool help_body(Tf *tf, const Value *a, Value *result) {
    return run_body(cell_of(tf, a[0]), a[1], a[2], value_none(), result);
}

static bool help_first_scope(Tf *tf, const Value *a, Value *result) {
    const CellOfNetwork *c = cell_of(tf, a[0]);
    *result = c->first ? str_of_name(tf->run, c->first) : value_none();
    return true;
}

static bool help_keep_scope(Tf *tf, const Value *a, Value *result) {
    cell_of(tf, a[0])->first = varscope_of(tf, a[1])->name;
    *result = value_none();
    return true;
}

static bool help_has_variable(Tf *tf, const Value *a, Value *result) {
    const VarScope *s = varscope_current(tf->engine);
    Str name = str_printf(tf->run->arena, "%s%s%.*s", s->name->text, s->name->len ? "/" : "",
                          STR_ARG(str_text(a[0])));
    *result = value_bool(
        map_find(&engine_graph(tf->engine)->store, name_of(tf->run->names, name)) != NULL);
    return true;
}

static bool help_seed(Tf *tf, const Value *a, Value *result) {
    *result = a[0];
    return !given(a[0]) || refuse(tf->run, "give tf.set_random_seed",
                                  "the seed of a DropoutWrapper is not modelled");
}

static bool help_call(Tf *tf, const Value *a, Value *result) {
    return cell_of(tf, a[0]) ? call_any(tf, a[0], a[1], a[2], value_none(), result)
                             : call_program_n(tf, a[0], 2, a + 1, result);
}

static bool help_flatten(Tf *tf, const Value *a, Value *result) {
    Value *leaves;
    uint32_t n;
    if (!nest_flatten(tf, a[0], &leaves, &n)) {
        return false;
    }
    *result = list_make(tf->run, n, leaves);
    return true;
}

static bool help_pack(Tf *tf, const Value *a, Value *result) {
    Value *leaves;
    uint32_t n;
    return value_items(tf->run, a[1], &leaves, &n) && nest_pack(tf, a[0], leaves, result);
}

static bool help_same(Tf *tf, const Value *a, Value *result) {
    *result = value_none();
    return nest_same(tf, a[0], a[1]);
}

static bool help_is_nest(Tf *tf, const Value *a, Value *result) {
    *result = value_bool(is_nest(tf, a[0]));
    return true;
}

const ApiRow cell_helper_rows[] = {
    FUNCTION("cell_body", "cell, inputs, state", help_body),
    FUNCTION("cell_first_scope", "cell, scope~", help_first_scope),
    FUNCTION("cell_keep_scope", "cell, scope", help_keep_scope),
    FUNCTION("cell_seed", "seed, salt", help_seed),
    FUNCTION("call_cell", "cell, inputs, state", help_call),
    FUNCTION("has_variable", "name", help_has_variable),
    FUNCTION("nest_flatten", "structure", help_flatten),
    FUNCTION("nest_pack", "structure, flat", help_pack),
    FUNCTION("nest_same", "a, b", help_same),
    FUNCTION("is_nest", "value", help_is_nest),
    API_END,
};
