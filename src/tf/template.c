/* template.c: tf.make_template (section 5.2): a function whose variables are made at its first call
 * and shared later. */
#include "tf/template.h"

#include "tf/collections.h"
#include "tf/getter.h"
#include "tf/tables.h"

typedef struct TemplateObject {
    Object object;
    Value name, unique_name, function, custom_getter, options;
    VarScope *scope; /* NULL until it is made */
    bool created;    /* the function has been called */
} TemplateObject;

static VarScopeRequest request_of(Tf *tf, const TemplateObject *t) {
    VarScopeRequest r = {.reuse = -1, .use_resource = -1, .dtype = DTYPE_INVALID};
    if (t->scope) {
        r.object = t->scope;
        r.reuse = t->created ? 1 : -1;
        return r;
    }
    r.has_name = given(t->unique_name);
    r.has_default_name = !r.has_name;
    r.name = r.has_name ? str_text(t->unique_name) : (Str){NULL, 0};
    r.default_name = str_text(t->name);
    if (given(t->custom_getter)) {
        r.custom_getter =
            getter_compose(tf, t->custom_getter, varscope_current(tf->engine)->custom_getter);
    }
    return r;
}

/* ---- calling ---- */

static bool count_trainable(Tf *tf, Value *list, uint32_t *n) {
    if (!collection_list(tf, engine_graph(tf->engine),
                         name_z(tf->run->names, "trainable_variables"), value_none(), list)) {
        return false;
    }
    *n = sequence_count(*list);
    return true;
}

static bool check_new(Tf *tf, uint32_t before) {
    Value list, *items;
    uint32_t n, all;
    Str text;
    if (!count_trainable(tf, &list, &n)) {
        return false;
    }
    if (n == before) {
        return true;
    }
    Value fresh = list_make(tf->run, 0, NULL);
    if (!value_items(tf->run, list, &items, &all)) {
        return false;
    }
    for (uint32_t i = before; i < all; i++) {
        list_append(tf->run, fresh, items[i]);
    }
    return value_str(tf->run, fresh, &text) &&
           raise_value_error(tf->run,
                             "Trainable variable created when calling a template after the first "
                             "time, perhaps you used tf.Variable when you meant tf.get_variable: "
                             "%.*s",
                             STR_ARG(text));
}

/* The call's arguments and those that make_template was given. */
static bool merged_call(Tf *tf, const TemplateObject *t, const Args *args, Value *result) {
    Value *keys;
    uint32_t n;
    if (!value_items(tf->run, t->options, &keys, &n)) {
        return false;
    }
    uint32_t all = args->npositional + args->nkeywords;
    Value *at = ARENA_ARRAY(tf->run->arena, all + n + 1, Value);
    Name *names = ARENA_ARRAY(tf->run->arena, args->nkeywords + n + 1, Name);
    uint32_t nkeywords = args->nkeywords;
    for (uint32_t i = 0; i < all; i++) {
        at[i] = args->at[i];
    }
    for (uint32_t i = 0; i < nkeywords; i++) {
        names[i] = args->names[i];
    }
    for (uint32_t i = 0; i < n; i++) {
        names[nkeywords] = name_of(tf->run->names, str_text(keys[i]));
        if (!value_get_item(tf->run, t->options, keys[i], &at[args->npositional + nkeywords])) {
            return false;
        }
        nkeywords++;
    }
    Args merged = {at, args->npositional, nkeywords, names};
    return call_program(tf, t->function, &merged, result);
}

static bool call_checked(Tf *tf, TemplateObject *t, const Args *args, Value *result) {
    Value list;
    uint32_t before;
    bool again = t->created;
    if (!count_trainable(tf, &list, &before) || !merged_call(tf, t, args, result)) {
        return false;
    }
    t->created = true;
    return !again || check_new(tf, before);
}

static bool template_call(Run *run, Value self, const Args *args, Value *result) {
    Tf *tf = tf_of(run);
    TemplateObject *t = (TemplateObject *)self.as.object;
    VarScopeRequest r = request_of(tf, t);
    VarScopeEntry entry;
    if (!varscope_enter(tf->engine, &r, &entry)) {
        return tf_raise(tf);
    }
    if (!t->scope) {
        t->scope = entry.scope;
    }
    bool ok = call_checked(tf, t, args, result);
    bool left = varscope_leave(tf->engine, &entry);
    return tf_done(tf, ok && left);
}

/* ---- making ---- */

/* create_scope_now_: the prefix is fixed at once, from 1.1 on without an op scope. */
static bool create_scope(Tf *tf, TemplateObject *t) {
    VarScopeRequest r = request_of(tf, t);
    VarScopeEntry entry;
    r.pure = tf_has(tf, CHANGE_TEMPLATE_PREFIX_ONLY);
    if (!varscope_enter(tf->engine, &r, &entry)) {
        return false;
    }
    t->scope = entry.scope;
    return varscope_leave(tf->engine, &entry);
}

static bool make_template(Tf *tf, const Value *a, Value *result) {
    bool now;
    if (is_none(a[0])) {
        return raise_value_error(tf->run, "name cannot be None.");
    }
    Str text;
    if (!arg_text(tf, a[0], "name", &text) || !arg_bool(tf, a[2], false, &now)) {
        return false;
    }
    TemplateObject *t = class_object(tf, CLASS_TEMPLATE, sizeof *t);
    t->name = a[0];
    t->function = a[1];
    t->unique_name = a[3];
    t->custom_getter = a[4];
    t->options = a[5];
    *result = value_object(t);
    return !now || create_scope(tf, t);
}

static bool get_variable_scope(Run *run, const Value *a, Value *result) {
    TemplateObject *t = (TemplateObject *)a[0].as.object;
    *result = t->scope ? tf_varscope(tf_of(run), t->scope) : value_none();
    return true;
}

static bool get_name(Run *run, const Value *a, Value *result) {
    (void)run;
    *result = ((TemplateObject *)a[0].as.object)->name;
    return true;
}

void template_install(Tf *tf) {
    static const GetterRow getters[] = {
        {"var_scope", get_variable_scope, 0, LATEST},
        {"variable_scope", get_variable_scope, 4, LATEST},
        {"name", get_name, 4, LATEST},
        {NULL, NULL, 0, 0},
    };
    class_add_getters(tf, CLASS_TEMPLATE, getters);
    tf->types[CLASS_TEMPLATE]->call = template_call;
}

const ApiRow templates_rows[] = {
    FUNCTION("make_template",
             "name_, func_, create_scope_now_=False, unique_name_=None, custom_getter_=None, "
             "**kwargs",
             make_template),
    API_END,
};
