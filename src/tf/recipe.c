/* recipe.c: functions that are scripts: what their names mean, and calling them (recipe.h). */
#include "tf/recipe.h"

#include <string.h>

#include "base/packed.h"
#include "graph/opdef.h"
#include "run/script.h"
#include "tf/build.h"
#include "tf/cell.h"
#include "tf/manager.h"
#include "tf/norm.h"
#include "tf/recipe_rows.h"
#include "tf/tables.h"

/* ---- helpers ---- */

typedef struct ScopeState {
    Value name;
    Str fallback;
    Value values;
    Group group;
} ScopeState;

static bool scope_enter(Tf *tf, void *state, Value *result) {
    ScopeState *s = state;
    Value *values;
    uint32_t n;
    const char *fallback = str_dup(tf->run->arena, s->fallback).at;
    if (!value_items(tf->run, s->values, &values, &n) ||
        !group_open(tf, s->name, fallback, n, values, &s->group)) {
        return false;
    }
    *result = str_make(tf->run, s->group.name);
    return true;
}

static bool scope_exit(Tf *tf, void *state) {
    group_close(tf, &((ScopeState *)state)->group);
    return true;
}

static bool help_scope(Tf *tf, const Value *a, Value *result) {
    static const ManagerKind kind = {scope_enter, scope_exit, false};
    ScopeState *s = ARENA_NEW(tf->run->arena, ScopeState);
    s->name = a[0];
    s->values = a[2];
    *result = manager_make(tf, &kind, s);
    return arg_text(tf, a[1], "default_name", &s->fallback);
}

/* What is made inside is named by TensorFlow's own code. */
static bool own_enter(Tf *tf, void *state, Value *result) {
    *(bool *)state = tf->engine->library;
    tf->engine->library = true;
    *result = value_none();
    return true;
}

static bool own_exit(Tf *tf, void *state) {
    tf->engine->library = *(bool *)state;
    return true;
}

static bool help_own(Tf *tf, const Value *a, Value *result) {
    static const ManagerKind kind = {own_enter, own_exit, false};
    (void)a;
    *result = manager_make(tf, &kind, ARENA_NEW(tf->run->arena, bool));
    return true;
}

static bool take_attr(Tf *tf, const OpDef *def, Value key, Value v, Attr *attr) {
    const AttrDef *d = opdef_attr(def, str_dup(tf->run->arena, str_text(key)).at);
    if (!d) {
        return refuse(tf->run, NULL, "%s without %.*s", def->name, STR_ARG(str_text(key)));
    }
    *attr = (Attr){.name = word_text(d->name), .kind = (AttrKind)d->kind};
    Value *items;
    uint32_t n;
    switch (attr->kind) {
    case ATTR_INT: return arg_int(tf, v, &attr->i);
    case ATTR_FLOAT: return float_of(tf->run, v, &attr->f);
    case ATTR_BOOL: return arg_bool(tf, v, false, &attr->b);
    case ATTR_STR: return arg_text(tf, v, attr->name, &attr->s);
    case ATTR_TYPE: return arg_dtype(tf, v, &attr->type);
    case ATTR_SHAPE: return arg_shape(tf, v, &attr->shape);
    case ATTR_INTS: break;
    case ATTR_STRS:
    case ATTR_TENSOR: return refuse(tf->run, NULL, "%s in a recipe", def->name);
    }
    if (!value_items(tf->run, v, &items, &n)) {
        return false;
    }
    int64_t *at = ARENA_ARRAY(tf->run->arena, n + 1, int64_t);
    attr->ints.at = at;
    attr->ints.n = (int)n;
    for (uint32_t i = 0; i < n; i++) {
        DType type;
        if (items[i].kind != VALUE_INT && find_dtype(tf, items[i], &type)) {
            at[i] = type;
        } else if (!arg_int(tf, items[i], &at[i])) {
            return false;
        }
    }
    return true;
}

/* Inputs in a row; a list argument's items one after the other, counted in lists. */
static uint32_t spread_inputs(const Tf *tf, const OpDef *def, Value given_inputs, Operand *in,
                              uint32_t *lists) {
    uint32_t n = 0, nlists = 0;
    for (uint32_t i = 0; i < sequence_count(given_inputs); i++) {
        Value v = sequence_item(given_inputs, i);
        if (i >= def->ninputs || !arg_is_list(&opdef_inputs(def)[i])) {
            in[n++] = operand(tf, v);
            continue;
        }
        lists[nlists++] = sequence_count(v);
        for (uint32_t k = 0; k < sequence_count(v); k++) {
            in[n++] = operand(tf, sequence_item(v, k));
        }
    }
    return n;
}

static uint32_t count_inputs(const Tf *tf, Value inputs) {
    uint32_t n = 1;
    for (uint32_t i = 0; i < sequence_count(inputs); i++) {
        Value v = sequence_item(inputs, i);
        n += is_sequence(tf->run, v) ? sequence_count(v) : 1;
    }
    return n;
}

static Value node_value(Tf *tf, Node *node) {
    uint32_t n = node->record.noutputs;
    if (n <= 1) {
        return n ? tf_tensor(tf, &node->outputs[0]) : tf_operation(tf, node);
    }
    Value all = tuple_make(tf->run, n, NULL);
    for (uint32_t i = 0; i < n; i++) {
        ((TupleObject *)all.as.object)->items[i] = tf_tensor(tf, &node->outputs[i]);
    }
    return all;
}

/* type, *inputs, name, default, **attributes */
static bool help_op(Tf *tf, const Value *a, Value *result) {
    const OpDef *def = opdef_find(str_dup(tf->run->arena, str_text(a[0])).at);
    Value *keys;
    uint32_t nattrs;
    Str name;
    Node *node = NULL;
    if (!def) {
        return refuse(tf->run, NULL, "the operation %.*s", STR_ARG(str_text(a[0])));
    }
    if (!arg_name(tf, given(a[2]) ? a[2] : a[3], &name) ||
        !value_items(tf->run, a[4], &keys, &nattrs)) {
        return false;
    }
    Attr *attrs = ARENA_ARRAY(tf->run->arena, nattrs + 1, Attr);
    for (uint32_t i = 0; i < nattrs; i++) {
        Value v;
        if (!value_get_item(tf->run, a[4], keys[i], &v) ||
            !take_attr(tf, def, keys[i], v, &attrs[i])) {
            return false;
        }
    }
    Operand *in = ARENA_ARRAY(tf->run->arena, count_inputs(tf, a[1]), Operand);
    uint32_t lists[8];
    uint32_t n = spread_inputs(tf, def, a[1], in, lists);
    if (!op_apply(tf->engine, def->name, name, in, n, lists, attrs, nattrs, &node)) {
        return false;
    }
    if (!given(a[2]) && given(a[3])) {
        node->record.naming.given = false;
    }
    *result = node_value(tf, node);
    return true;
}

static bool help_constant_value(Tf *tf, const Value *a, Value *result) {
    const Output *o = tensor_output(tf, a[0]);
    *result = !o ? a[0] : o->known ? array_make(tf->run, o->known) : value_none();
    return true;
}

/* variable -= (variable - value) * (1 - decay) */
static bool help_moving_average(Tf *tf, const Value *a, Value *result) {
    return moving_average_build(tf, a[0], a[1], a[2], result);
}

/* Names of outputs that layers were asked to collect, by the names of their tensors. */
static bool help_aliases(Tf *tf, const Value *a, Value *result) {
    (void)a;
    if (is_unbound(tf->aliases)) {
        tf->aliases = dict_make(tf->run);
    }
    *result = tf->aliases;
    return true;
}

/* A class of tf.layers, in releases that do not show it, too. */
static bool help_layer_class(Tf *tf, const Value *a, Value *result) {
    for (int i = 0; i < CLASS_COUNT; i++) {
        if (str_eq(name_str(tf->types[i]->head.name), str_text(a[0])) &&
            is_subtype(tf->types[i], tf->types[CLASS_LAYER])) {
            *result = class_value(tf, (ClassId)i);
            return true;
        }
    }
    return refuse(tf->run, NULL, "the layer %.*s", STR_ARG(str_text(a[0])));
}

static bool help_ordered_dict(Tf *tf, const Value *a, Value *result) {
    Run *run = tf->run;
    Module *m = map_ptr(&run->modules, name_z(run->names, "collections"));
    (void)a;
    return value_get_attr(run, value_object(m), name_z(run->names, "OrderedDict"), result) &&
           value_call_n(run, *result, 0, NULL, result);
}

static bool help_refuse(Tf *tf, const Value *a, Value *result) {
    (void)result;
    return refuse(tf->run, NULL, "%.*s is not modelled", STR_ARG(str_text(a[0])));
}

/* Prints a line: a recipe's `print` would be tf.print, where there is one. */
static bool help_show(Tf *tf, const Value *a, Value *result) {
    print_text(tf->run, str_printf(tf->run->arena, "%.*s\n", STR_ARG(str_text(a[0]))), false);
    *result = value_none();
    return true;
}

/* The pair of seeds that an op made now gets. */
static bool help_seeds(Tf *tf, const Value *a, Value *result) {
    bool has_seed;
    int64_t seed, pair[2];
    if (!arg_seed(tf, a[0], &has_seed, &seed)) {
        return false;
    }
    engine_seeds(tf->engine, has_seed, seed, pair);
    Value both[] = {value_int(pair[0]), value_int(pair[1])};
    *result = tuple_make(tf->run, 2, both);
    return true;
}

/* The seeds of a node that has none, in this run (compute_random.c does the same). */
static bool help_own_seeds(Tf *tf, const Value *a, Value *result) {
    Value both[] = {value_int(tf->engine->seed), value_int((int64_t)str_hash(str_text(a[0])))};
    *result = tuple_make(tf->run, 2, both);
    return true;
}

static const ApiRow helper_rows[] = {
    FUNCTION("own", "", help_own),
    FUNCTION("own_seeds", "name", help_own_seeds),
    FUNCTION("moving_average", "variable, value, decay", help_moving_average),
    FUNCTION("aliases", "", help_aliases),
    FUNCTION("layer_class", "name", help_layer_class),
    FUNCTION("ordered_dict", "", help_ordered_dict),
    FUNCTION("seeds", "seed", help_seeds),
    FUNCTION("named", "name, default, values", help_scope),
    FUNCTION("op", "type, *inputs, name=None, default=None, **attributes", help_op),
    FUNCTION("constant_value", "tensor", help_constant_value),
    FUNCTION("refuse_call", "text", help_refuse),
    FUNCTION("show", "text", help_show),
    API_END,
};

/* ---- names ---- */

static const ApiRow *find_in(const Tf *tf, const ApiRow *rows, const char *path) {
    for (; rows->path; rows++) {
        if (dialect_between(&tf->engine->dialect, rows->first, rows->last) &&
            strcmp(rows->path, path) == 0) {
            return rows;
        }
    }
    return NULL;
}

/* The function of a row, made once. */
static Value function_of(Tf *tf, const ApiRow *row, Name name) {
    MapEntry *known = map_put(&tf->recipe_names, name);
    if (!known->ptr) {
        known->ptr = api_function(tf, row).as.object;
    }
    return value_object(known->ptr);
}

Value recipe_function(Tf *tf, const char *path) {
    return function_of(tf, recipe_find(tf, path), name_z(tf->run->names, path));
}

static bool find_name(Run *run, void *context, Name name, bool *found, Value *v) {
    Tf *tf = tf_of(run);
    const ApiRow *row = find_in(tf, helper_rows, name->text);
    (void)context;
    *found = true;
    if (strcmp(name->text, "tf") == 0) {
        *v = value_object(tf->module);
        return true;
    }
    if (strncmp(name->text, "py_", 3) == 0) {
        *v = members_get(&run->builtins->members, name_z(run->names, name->text + 3));
        return true;
    }
    row = row ? row : find_in(tf, cell_helper_rows, name->text);
    row = row || name->text[0] != '_' ? row : recipe_find(tf, name->text);
    row = row ? row : api_find(tf, name->text);
    if (row) {
        *v = function_of(tf, row, name);
        return true;
    }
    return value_find_attr(run, value_object(tf->module), name, found, v);
}

/* The module _tf_graph of library modules: what a recipe can name. */
static bool graph_missing(Run *run, Module *m, Name name, bool *found, Value *v) {
    (void)m;
    return find_name(run, NULL, name, found, v);
}

void recipe_module(Tf *tf) {
    module_make(tf->run, "_tf_graph")->missing = graph_missing;
}

/* What the program gave and the recipe calls is the program's again. */
static bool call(Run *run, void *context, Value f, const Args *args, Value *result) {
    Tf *tf = tf_of(run);
    (void)context;
    if (is_exactly(f, run->type.native) || is_exactly(f, run->type.type)) {
        return value_call(run, f, args, result);
    }
    uint32_t depth = tf->in_recipe;
    tf->in_recipe = 0;
    bool ok = call_program(tf, f, args, result);
    tf->in_recipe = depth;
    return ok;
}

static const ScriptHost script_host = {NULL, find_name, call, NULL};

/* ---- rows ---- */

/* What is searched of a recipe; *at goes on to the next one. */
static ApiRow next_name(const unsigned char **at) {
    ApiRow row = {.path = (const char *)*at + 2, .first = (*at)[0], .last = (*at)[1]};
    *at += 2 + strlen(row.path) + 1;
    return row;
}

#define NAMES_END (recipe_names + sizeof recipe_names)

/* Signatures and texts are packed: they are unpacked when a program names the first recipe. */
static void unpack(Tf *tf) {
    size_t n, i = 0;
    const char **field = packed_fields(tf->run->arena, &packed_recipes, &n);
    tf->recipes = ARENA_ARRAY(tf->run->arena, n / 2, ApiRow);
    for (const unsigned char *at = recipe_names; at < NAMES_END; i++) {
        ApiRow row = next_name(&at);
        row.signature = field[2 * i];
        row.op = field[2 * i + 1];
        row.with_row = recipe_call;
        tf->recipes[i] = row;
    }
}

static const ApiRow *row_at(Tf *tf, size_t i) {
    if (!tf->recipes) {
        unpack(tf);
    }
    return &tf->recipes[i];
}

const ApiRow *recipe_find(Tf *tf, const char *path) {
    size_t i = 0;
    for (const unsigned char *at = recipe_names; at < NAMES_END; i++) {
        ApiRow row = next_name(&at);
        if (strcmp(row.path, path) == 0 &&
            dialect_between(&tf->engine->dialect, row.first, row.last)) {
            return row_at(tf, i);
        }
    }
    return NULL;
}

bool recipe_named(const Dialect *d, const char *path) {
    for (const unsigned char *at = recipe_names; at < NAMES_END;) {
        ApiRow row = next_name(&at);
        if (strcmp(row.path, path) == 0 && dialect_between(d, row.first, row.last)) {
            return true;
        }
    }
    return false;
}

const ApiRow *recipe_at(Tf *tf, size_t number) {
    size_t i = 0;
    for (const unsigned char *at = recipe_names; at < NAMES_END; i++) {
        if (*next_name(&at).path != '_' && number-- == 0) {
            return row_at(tf, i);
        }
    }
    return NULL;
}

bool recipe_call(Tf *tf, const ApiRow *row, const Value *a, Value *result) {
    MapEntry *known = map_put(&tf->scripts, name_z(tf->run->names, row->path));
    if (!known->ptr) {
        known->ptr = script_make(tf->run, row->op, row->signature, &script_host);
    }
    tf->in_recipe++;
    bool ok = script_run(tf->run, known->ptr, a, result);
    tf->in_recipe--;
    return ok;
}

bool recipe_run(Tf *tf, const char *path, const Value *a, Value *result) {
    const ApiRow *row = recipe_find(tf, path);
    return row ? recipe_call(tf, row, a, result)
               : refuse(tf->run, NULL, "%s is not modelled", path);
}

const char *recipe_broken(Run *run) {
    size_t i = 0;
    for (const unsigned char *at = recipe_names; at < NAMES_END; i++) {
        const ApiRow *row = row_at(tf_of(run), i);
        if (!script_sound(script_make(run, row->op, row->signature, &script_host))) {
            return row->path;
        }
        next_name(&at);
    }
    return NULL;
}
