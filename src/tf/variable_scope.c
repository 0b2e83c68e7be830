/* variable_scope.c: tf.variable_scope (section 4): up to 1.3 a generator, from 1.4 a class that can
 * be entered again. */
#include "tf/variable_scope.h"
#include "tf/build.h"
#include "tf/getter.h"
#include "tf/manager.h"

/* Positions of the arguments, in the order of the longest signature. */
enum {
    ARG_NAME,
    ARG_DEFAULT_NAME,
    ARG_VALUES,
    ARG_INITIALIZER,
    ARG_REGULARIZER,
    ARG_CACHING_DEVICE,
    ARG_PARTITIONER,
    ARG_CUSTOM_GETTER,
    ARG_REUSE,
    ARG_DTYPE,
    ARG_USE_RESOURCE,
    ARG_CONSTRAINT,
    ARG_AUXILIARY,
    ARG_COUNT
};

typedef struct ScopeEntry {
    VarScopeEntry entry;
    bool pushed;
} ScopeEntry;

struct ScopeCall {
    Value args[ARG_COUNT];
    Graph *graph;  /* of the values, when the object was made (class style) */
    Name original; /* original_name_scope of the first entry */
    Log entries;   /* ScopeEntry: open ones, innermost last, and room for more */
    uint32_t depth;
};
typedef struct ScopeCall ScopeCall;

static ScopeCall *new_call(Tf *tf, const Value *a, int n) {
    ScopeCall *c = ARENA_NEW(tf->run->arena, ScopeCall);
    for (int i = 0; i < ARG_COUNT; i++) {
        c->args[i] = i < n ? a[i] : value_unbound();
    }
    c->entries = log_make(tf->run->arena, sizeof(ScopeEntry));
    return c;
}

/* How many parameters this release's function has. */
static int parameters(const Tf *tf) {
    return tf_has(tf, CHANGE_AUXILIARY_NAME_SCOPE) ? ARG_COUNT
           : tf_has(tf, CHANGE_CONSTRAINT)         ? ARG_AUXILIARY
           : tf_has(tf, CHANGE_USE_RESOURCE)       ? ARG_CONSTRAINT
                                                   : ARG_USE_RESOURCE;
}

/* ---- the checks that come first ---- */

static bool check_call(Tf *tf, const ScopeCall *c) {
    Value auxiliary = c->args[ARG_AUXILIARY];
    int reuse;
    if (!given(c->args[ARG_NAME]) && !given(c->args[ARG_DEFAULT_NAME])) {
        return raise_type_error(tf->run, "If default_name is None then name_or_scope is required");
    }
    if (tf_has(tf, CHANGE_REUSE_CHECKED) && !reuse_of(tf, c->args[ARG_REUSE], &reuse)) {
        return raise_value_error(tf->run, "The reuse parameter must be True or False or None.");
    }
    if (!is_unbound(auxiliary) && auxiliary.kind != VALUE_BOOL) {
        Str text;
        return value_str(tf->run, auxiliary, &text) &&
               raise_type_error(tf->run,
                                "The auxiliary_name_scope must be `True` or `False`, while get "
                                "%.*s",
                                STR_ARG(text));
    }
    return true;
}

/* ---- what the engine is asked ---- */

static bool request_names(Tf *tf, const ScopeCall *c, VarScopeRequest *r) {
    Value name = c->args[ARG_NAME], fallback = c->args[ARG_DEFAULT_NAME];
    r->object = varscope_of(tf, name);
    r->has_name = is_str(tf->run, name);
    if (r->has_name && !arg_name(tf, name, &r->name)) {
        return false;
    }
    if (given(name) && !r->object && !r->has_name) {
        return raise_type_error(tf->run,
                                "VariableScope: name_or_scope must be a string or VariableScope.");
    }
    r->has_default_name = !given(name);
    return !r->has_default_name || arg_name(tf, fallback, &r->default_name);
}

/* 1.0 takes any value as the flag: what is true switches reuse on. */
static bool request_reuse(Tf *tf, Value v, int *reuse) {
    bool b = false;
    if (reuse_of(tf, v, reuse)) {
        return true;
    }
    if (!value_truth(tf->run, v, &b)) {
        return false;
    }
    *reuse = b;
    return true;
}

static bool fill_request(Tf *tf, const ScopeCall *c, VarScopeRequest *r) {
    const Value *a = c->args;
    *r = (VarScopeRequest){.initializer = a[ARG_INITIALIZER],
                           .regularizer = a[ARG_REGULARIZER],
                           .caching_device = a[ARG_CACHING_DEVICE],
                           .partitioner = a[ARG_PARTITIONER],
                           .constraint = a[ARG_CONSTRAINT],
                           .custom_getter = value_unbound()};
    bool auxiliary;
    if (!request_names(tf, c, r) || !request_reuse(tf, a[ARG_REUSE], &r->reuse) ||
        !arg_dtype_or(tf, a[ARG_DTYPE], DTYPE_INVALID, &r->dtype) ||
        !arg_use_resource(tf, a[ARG_USE_RESOURCE], &r->use_resource) ||
        !arg_bool(tf, a[ARG_AUXILIARY], true, &auxiliary)) {
        return false;
    }
    r->no_auxiliary_name_scope = !auxiliary;
    const VarScope *from = r->object ? r->object : varscope_current(tf->engine);
    if (given(a[ARG_CUSTOM_GETTER])) {
        r->custom_getter = getter_compose(tf, a[ARG_CUSTOM_GETTER], from->custom_getter);
    }
    if (tf_has(tf, CHANGE_REENTRY_KEEPS_ORIGINAL)) {
        r->remembered = c->original;
    }
    return true;
}

/* ---- entering and leaving ---- */

static bool select_graph(Tf *tf, ScopeCall *c, bool *pushed) {
    Value *values = NULL;
    uint32_t n = 0;
    if (c->graph) {
        *pushed = c->graph != engine_graph(tf->engine);
        if (*pushed) {
            engine_push_graph(tf->engine, c->graph);
        }
        return true;
    }
    return (!given(c->args[ARG_VALUES]) ||
            value_items(tf->run, c->args[ARG_VALUES], &values, &n)) &&
           graph_select(tf, n, values, pushed);
}

static ScopeEntry *entry_at(ScopeCall *c, uint32_t depth) {
    return depth < c->entries.count ? LOG_AT(&c->entries, ScopeEntry, depth)
                                    : LOG_PUSH(&c->entries, ScopeEntry);
}

static bool enter_call(Tf *tf, ScopeCall *c, Value *result) {
    ScopeEntry *s = entry_at(c, c->depth);
    VarScopeRequest r;
    if (!select_graph(tf, c, &s->pushed)) {
        return false;
    }
    if (!fill_request(tf, c, &r) || !varscope_enter(tf->engine, &r, &s->entry)) {
        if (s->pushed) {
            engine_pop_graph(tf->engine);
        }
        return false;
    }
    c->depth++;
    if (!c->original) {
        c->original = s->entry.scope->original_name_scope;
    }
    *result = tf_varscope(tf, s->entry.scope);
    return true;
}

static bool leave_call(Tf *tf, ScopeCall *c) {
    if (!c->depth) {
        return true;
    }
    ScopeEntry *s = entry_at(c, --c->depth);
    bool ok = varscope_leave(tf->engine, &s->entry);
    if (s->pushed) {
        engine_pop_graph(tf->engine);
    }
    return ok;
}

/* ---- generator style ---- */

static bool generator_enter(Tf *tf, void *state, Value *result) {
    return check_call(tf, state) && enter_call(tf, state, result);
}

static bool generator_exit(Tf *tf, void *state) {
    return leave_call(tf, state);
}

Value variable_scope_manager(Tf *tf, const Value *a) {
    static const ManagerKind kind = {generator_enter, generator_exit, false};
    return manager_make(tf, &kind, new_call(tf, a, parameters(tf)));
}

/* ---- class style ---- */

typedef struct VariableScopeObject {
    Object object;
    ScopeCall *call;
} VariableScopeObject;

static bool make_variable_scope(Tf *tf, const Value *a, Value *result) {
    VariableScopeObject *o = class_object(tf, CLASS_VARIABLE_SCOPE, sizeof *o);
    o->call = new_call(tf, a + 1, parameters(tf));
    bool pushed;
    if (!check_call(tf, o->call) || !select_graph(tf, o->call, &pushed)) {
        return false;
    }
    o->call->graph = engine_graph(tf->engine);
    if (pushed) {
        engine_pop_graph(tf->engine);
    }
    *result = value_object(o);
    return true;
}

static bool object_enter(Run *run, Value self, Value *result) {
    Tf *tf = tf_of(run);
    return tf_done(tf, enter_call(tf, ((VariableScopeObject *)self.as.object)->call, result));
}

static bool object_exit(Run *run, Value self, Value exception, bool *swallow) {
    Tf *tf = tf_of(run);
    (void)exception;
    *swallow = false;
    return tf_done(tf, leave_call(tf, ((VariableScopeObject *)self.as.object)->call));
}

void variable_scope_install(Tf *tf) {
    static const char *const with_constraint =
        "self, name_or_scope, default_name=None, values=None, initializer=None, regularizer=None, "
        "caching_device=None, partitioner=None, custom_getter=None, reuse=None, dtype=None, "
        "use_resource=None, constraint=None";
    static const char *const with_auxiliary =
        "self, name_or_scope, default_name=None, values=None, initializer=None, regularizer=None, "
        "caching_device=None, partitioner=None, custom_getter=None, reuse=None, dtype=None, "
        "use_resource=None, constraint=None, auxiliary_name_scope=True";
    Type *t = tf->types[CLASS_VARIABLE_SCOPE];
    bool auxiliary = tf_has(tf, CHANGE_AUXILIARY_NAME_SCOPE);
    class_constructor(tf, CLASS_VARIABLE_SCOPE, make_variable_scope,
                      auxiliary ? with_auxiliary : with_constraint);
    t->enter = object_enter;
    t->exit = object_exit;
}
