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

typedef struct ScopeCall {
    Value args[ARG_COUNT];
    Graph *graph;        /* of the values, when the object was made (class style) */
    VarScopeEntry entry; /* the newest one */
    VarScopeEntry last;  /* the one before it, when the instance keeps that */
    bool entered;        /* there is an entry */
    bool open;           /* it was not left yet */
    bool pushed;         /* it made the graph the default one */
} ScopeCall;

static ScopeCall *new_call(Tf *tf, const Value *a, int n) {
    ScopeCall *c = ARENA_NEW(tf->run->arena, ScopeCall);
    for (int i = 0; i < ARG_COUNT; i++) {
        c->args[i] = i < n ? a[i] : value_unbound();
    }
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
static bool request_reuse(Tf *tf, Value v, int *reuse, Value *shown) {
    bool b = false;
    *shown = value_unbound();
    if (reuse_of(tf, v, reuse)) {
        return true;
    }
    if (!value_truth(tf->run, v, &b)) {
        return false;
    }
    *reuse = b;
    *shown = v;
    return true;
}

/* The dtype stays as it was given, whatever it is; tf.get_variable converts it. */
static void request_dtype(const Tf *tf, Value v, VarScopeRequest *r) {
    r->dtype_given = v;
    if (!given(v) || !find_dtype(tf, v, &r->dtype)) {
        r->dtype = DTYPE_INVALID;
    }
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
    request_dtype(tf, a[ARG_DTYPE], r);
    if (!request_names(tf, c, r) || !request_reuse(tf, a[ARG_REUSE], &r->reuse, &r->reuse_given) ||
        !arg_use_resource(tf, a[ARG_USE_RESOURCE], &r->use_resource) ||
        !arg_bool(tf, a[ARG_AUXILIARY], true, &auxiliary)) {
        return false;
    }
    r->no_auxiliary_name_scope = !auxiliary;
    const VarScope *from = r->object ? r->object : varscope_current(tf->engine);
    if (given(a[ARG_CUSTOM_GETTER])) {
        r->custom_getter = getter_compose(tf, a[ARG_CUSTOM_GETTER], from->custom_getter);
    }
    if (c->entered && tf_has(tf, CHANGE_REENTRY_KEEPS_ORIGINAL)) {
        r->again = &c->last;
    }
    return true;
}

/* ---- entering and leaving ---- */

/* The graph of the values becomes the default one, the same graph even (class style: when the
 * object was made). */
static bool select_graph(Tf *tf, ScopeCall *c) {
    Value *values = NULL;
    uint32_t n = 0;
    bool pushed = c->graph && c->graph != engine_graph(tf->engine);
    if (pushed) {
        engine_push_graph(tf->engine, c->graph);
    } else if (!c->graph && ((given(c->args[ARG_VALUES]) &&
                              !value_items(tf->run, c->args[ARG_VALUES], &values, &n)) ||
                             !graph_select(tf, n, values, &pushed))) {
        return false;
    }
    if (!pushed) {
        engine_hold_graph(tf->engine);
    }
    return true;
}

/* Nested entries of one instance overwrite what TensorFlow's object keeps of the outer one. */
static bool check_closed(Tf *tf, const ScopeCall *c) {
    return !c->open || refuse(tf->run, "open a scope of its own for each block",
                              "entering one tf.variable_scope object inside itself");
}

static bool enter_call(Tf *tf, ScopeCall *c, Value *result) {
    VarScopeRequest r;
    if (!check_closed(tf, c) || !select_graph(tf, c)) {
        return false;
    }
    c->last = c->entry;
    if (!fill_request(tf, c, &r) || !varscope_enter(tf->engine, &r, &c->entry)) {
        c->entry = c->last;
        engine_pop_graph(tf->engine);
        return false;
    }
    c->entered = c->open = c->pushed = true;
    *result = tf_varscope(tf, c->entry.scope);
    return true;
}

/* A scope that is left in the wrong order stays entered; only its graph is left. */
static bool leave_call(Tf *tf, ScopeCall *c) {
    if (!c->open) {
        return refuse(tf->run, NULL, "leaving a tf.variable_scope that is not open");
    }
    bool ok = varscope_leave(tf->engine, &c->entry), pushed = c->pushed;
    c->open = !ok;
    c->pushed = false;
    return (!pushed || engine_pop_graph(tf->engine)) && ok;
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
    if (!check_call(tf, o->call) || !select_graph(tf, o->call)) {
        return false;
    }
    o->call->graph = engine_graph(tf->engine);
    engine_pop_graph(tf->engine);
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
