/* collections.c: the graph's collections: copies, live lists, items filtered by name (section 6.1).
 */
#include "tf/collections.h"

#include "tf/tables.h"

/* A collection of which the program holds the live list: how many of the engine's items are in it.
 */
typedef struct LiveList {
    Collection *collection;
    size_t synced;
} LiveList;

Value item_value(Tf *tf, const Item *item) {
    return item->variable ? tf_variable(tf, item->variable)
           : item->output ? tf_tensor(tf, item->output)
           : item->node   ? tf_operation(tf, item->node)
                          : item->host;
}

static LiveList *live_list(Tf *tf, const Collection *c) {
    for (size_t i = 0; i < tf->live_lists.count; i++) {
        LiveList *l = LOG_AT(&tf->live_lists, LiveList, i);
        if (l->collection == c) {
            return l;
        }
    }
    return NULL;
}

/* Appends to the live list what was added to the collection since. */
static void sync_list(Tf *tf, LiveList *l) {
    Collection *c = l->collection;
    for (; l->synced < c->items.count; l->synced++) {
        list_append(tf->run, c->binding, item_value(tf, LOG_AT(&c->items, Item, l->synced)));
    }
}

static bool all_items(Tf *tf, Collection *c, Value **items, uint32_t *n) {
    LiveList *live = live_list(tf, c);
    if (live) {
        sync_list(tf, live);
        return value_items(tf->run, c->binding, items, n);
    }
    *n = (uint32_t)c->items.count;
    *items = ARENA_ARRAY(tf->run->arena, *n + 1, Value);
    for (uint32_t i = 0; i < *n; i++) {
        (*items)[i] = item_value(tf, LOG_AT(&c->items, Item, i));
    }
    return true;
}

/* Has the item a name that matches? */
static bool matches(Tf *tf, Value item, Str pattern, bool *is) {
    Value name;
    bool found = false;
    *is = false;
    if (!value_find_attr(tf->run, item, name_z(tf->run->names, "name"), &found, &name)) {
        return false;
    }
    return !found || !is_str(tf->run, name) ||
           collection_matches(tf->engine, pattern, str_text(name), is);
}

static bool filtered(Tf *tf, uint32_t n, const Value *items, Str pattern, Value *result) {
    *result = list_make(tf->run, 0, NULL);
    for (uint32_t i = 0; i < n; i++) {
        bool is;
        if (!matches(tf, items[i], pattern, &is)) {
            return false;
        }
        if (is) {
            list_append(tf->run, *result, items[i]);
        }
    }
    return true;
}

bool collection_key(Tf *tf, Value v, Name *key) {
    if (!is_str(tf->run, v)) {
        return refuse(tf->run, "use a string",
                      "the key of a collection that is no string is not modelled");
    }
    *key = name_of(tf->run->names, str_text(v));
    return true;
}

bool collection_list(Tf *tf, Graph *g, Name key, Value scope, Value *result) {
    Collection *c = collection_get(g, key);
    Value *items = NULL;
    uint32_t n = 0;
    Str pattern;
    if (c && !all_items(tf, c, &items, &n)) {
        return false;
    }
    if (!given(scope)) {
        *result = list_make(tf->run, n, items);
        return true;
    }
    if (!is_str(tf->run, scope)) {
        return refuse(tf->run, "give a regular expression as a string",
                      "a scope of a collection that is no string is not modelled");
    }
    pattern = str_text(scope);
    return filtered(tf, n, items, pattern, result);
}

bool collection_put(Tf *tf, Graph *g, Name key, Value v) {
    Item item = {.variable = variable_of(tf, v), .host = v};
    item.output = tensor_output(tf, v);
    item.node = operation_of(tf, v);
    if (item.variable || item.output || item.node) {
        item.host = value_unbound();
    }
    if (g->finalized) {
        return raise_error(tf->run, tf->run->exception.RuntimeError,
                           "Graph is finalized and cannot be modified.");
    }
    collection_add(tf->engine, g, key, item);
    return true;
}

bool collection_ref(Tf *tf, Graph *g, Name key, Value *result) {
    Collection *c = collection_of(g, key);
    LiveList *live = live_list(tf, c);
    if (!live) {
        c->binding = list_make(tf->run, 0, NULL);
        live = LOG_PUSH(&tf->live_lists, LiveList);
        live->collection = c;
    }
    sync_list(tf, live);
    *result = c->binding;
    return true;
}

bool collection_put_many(Tf *tf, Graph *g, Value names, Value v) {
    Name *keys;
    uint32_t n;
    if (is_str(tf->run, names)) {
        return collection_put(tf, g, name_of(tf->run->names, str_text(names)), v);
    }
    if (!arg_names(tf, names, &keys, &n)) {
        return false;
    }
    for (uint32_t i = 0; i < n; i++) {
        bool again = false;
        for (uint32_t k = 0; k < i; k++) {
            again = again || keys[k] == keys[i];
        }
        if (!again && !collection_put(tf, g, keys[i], v)) {
            return false;
        }
    }
    return true;
}

bool variables_of(Tf *tf, Value list, Variable ***variables, uint32_t *n) {
    Value *items;
    if (!value_items(tf->run, list, &items, n)) {
        return false;
    }
    *variables = ARENA_ARRAY(tf->run->arena, *n + 1, Variable *);
    for (uint32_t i = 0; i < *n; i++) {
        (*variables)[i] = variable_of(tf, items[i]);
        if (!(*variables)[i]) {
            return raise_attribute_error(tf->run, "'%.*s' object has no attribute 'initializer'",
                                         STR_ARG(type_name(tf->run, items[i])));
        }
    }
    return true;
}

/* ---- functions of the module ---- */

static bool get_collection(Tf *tf, const Value *a, Value *result) {
    Name key;
    return collection_key(tf, a[0], &key) &&
           collection_list(tf, engine_graph(tf->engine), key, a[1], result);
}

static bool get_collection_ref(Tf *tf, const Value *a, Value *result) {
    Name key;
    return collection_key(tf, a[0], &key) &&
           collection_ref(tf, engine_graph(tf->engine), key, result);
}

static bool add_to_collection(Tf *tf, const Value *a, Value *result) {
    Name key;
    *result = value_none();
    return collection_key(tf, a[0], &key) &&
           collection_put(tf, engine_graph(tf->engine), key, a[1]);
}

static bool add_to_collections(Tf *tf, const Value *a, Value *result) {
    *result = value_none();
    return collection_put_many(tf, engine_graph(tf->engine), a[0], a[1]);
}

static bool list_of(Tf *tf, const char *key, Value scope, Value *result) {
    return collection_list(tf, engine_graph(tf->engine), name_z(tf->run->names, key), scope,
                           result);
}

static bool global_variables(Tf *tf, const Value *a, Value *result) {
    return list_of(tf, "variables", tf_has(tf, CHANGE_VARIABLES_BY_SCOPE) ? a[0] : value_none(),
                   result);
}

static bool all_variables(Tf *tf, const Value *a, Value *result) {
    (void)a;
    return list_of(tf, "variables", value_none(), result);
}

static bool local_variables(Tf *tf, const Value *a, Value *result) {
    return list_of(tf, "local_variables",
                   tf_has(tf, CHANGE_VARIABLES_BY_SCOPE) ? a[0] : value_none(), result);
}

static bool trainable_variables(Tf *tf, const Value *a, Value *result) {
    return list_of(tf, "trainable_variables",
                   tf_has(tf, CHANGE_VARIABLES_BY_SCOPE) ? a[0] : value_none(), result);
}

static bool model_variables(Tf *tf, const Value *a, Value *result) {
    return list_of(tf, "model_variables",
                   tf_has(tf, CHANGE_VARIABLES_BY_SCOPE) ? a[0] : value_none(), result);
}

static bool moving_average_variables(Tf *tf, const Value *a, Value *result) {
    return list_of(tf, "moving_average_variables",
                   tf_has(tf, CHANGE_VARIABLES_BY_SCOPE) ? a[0] : value_none(), result);
}

static bool get_losses(Tf *tf, const Value *a, Value *result) {
    (void)a[1];
    return list_of(tf, "losses", a[0], result);
}

static bool get_regularization_losses(Tf *tf, const Value *a, Value *result) {
    return list_of(tf, "regularization_losses", a[0], result);
}

const ApiRow collections_rows[] = {
    FUNCTION("get_collection", "key, scope=None", get_collection),
    FUNCTION("get_collection_ref", "key", get_collection_ref),
    FUNCTION("add_to_collection", "name, value", add_to_collection),
    FUNCTION_IN("add_to_collections", 9, LATEST, "names, value", add_to_collections),
    FUNCTION_IN("global_variables", 0, 3, "", global_variables),
    FUNCTION_IN("global_variables", 4, LATEST, "scope=None", global_variables),
    FUNCTION("all_variables", "", all_variables),
    FUNCTION_IN("local_variables", 0, 3, "", local_variables),
    FUNCTION_IN("local_variables", 4, LATEST, "scope=None", local_variables),
    FUNCTION_IN("trainable_variables", 0, 3, "", trainable_variables),
    FUNCTION_IN("trainable_variables", 4, LATEST, "scope=None", trainable_variables),
    FUNCTION_IN("model_variables", 0, 3, "", model_variables),
    FUNCTION_IN("model_variables", 4, LATEST, "scope=None", model_variables),
    FUNCTION_IN("moving_average_variables", 0, 3, "", moving_average_variables),
    FUNCTION_IN("moving_average_variables", 4, LATEST, "scope=None", moving_average_variables),
    FUNCTION("losses.get_losses", "scope=None, loss_collection='losses'", get_losses),
    FUNCTION("losses.get_regularization_losses", "scope=None", get_regularization_losses),
    API_END,
};
