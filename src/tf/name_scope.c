/* name_scope.c: tf.name_scope (section 1.3): up to 1.3 a generator, from 1.4 a class that can be
 * entered again. */
#include "tf/build.h"
#include "tf/manager.h"

/* What name_scope was called with. */
typedef struct ScopeCall {
    Value name, default_name, values;
    OpScope entry; /* generator style */
} ScopeCall;

static bool no_name(Tf *tf) {
    return raise_value_error(tf->run, "At least one of name (None) and default_name (None) must be "
                                      "provided.");
}

static bool enter_call(Tf *tf, const ScopeCall *c, OpScope *entry, Value *result) {
    Value chosen = given(c->name) ? c->name : c->default_name;
    Value *values = NULL;
    uint32_t n = 0;
    Str name;
    if (!given(chosen) && given(c->values)) {
        return no_name(tf);
    }
    if (given(c->values) && !value_items(tf->run, c->values, &values, &n)) {
        return false;
    }
    bool pushed;
    if (!arg_name(tf, chosen, &name) || !graph_select(tf, n, values, &pushed)) {
        return false;
    }
    if (!pushed) {
        engine_hold_graph(tf->engine);
    }
    if (!op_scope_enter(tf->engine, name, true, entry)) {
        engine_pop_graph(tf->engine);
        return false;
    }
    *result = str_of_name(tf->run, entry->full);
    return true;
}

static bool leave_call(Tf *tf, OpScope *entry) {
    op_scope_leave(tf->engine, entry);
    return engine_pop_graph(tf->engine);
}

/* ---- generator style ---- */

static bool generator_enter(Tf *tf, void *state, Value *result) {
    ScopeCall *c = state;
    return enter_call(tf, c, &c->entry, result);
}

static bool generator_exit(Tf *tf, void *state) {
    return leave_call(tf, &((ScopeCall *)state)->entry);
}

Value name_scope_manager(Tf *tf, Value name, Value default_name, Value values) {
    static const ManagerKind kind = {generator_enter, generator_exit, false};
    ScopeCall *c = ARENA_NEW(tf->run->arena, ScopeCall);
    c->name = name;
    c->default_name = default_name;
    c->values = values;
    return manager_make(tf, &kind, c);
}

/* ---- graph.name_scope: a scope of that graph, which need not be the default one ---- */

typedef struct GraphScope {
    Graph *graph;
    Value name;
    OpScope scope;
} GraphScope;

static bool graph_scope_enter(Tf *tf, void *state, Value *result) {
    GraphScope *s = state;
    Engine *e = tf->engine;
    GraphFrame frame = {.graph = s->graph, .outer = e->graph_stack};
    Str name;
    if (!arg_name(tf, s->name, &name)) {
        return false;
    }
    e->graph_stack = &frame;
    bool ok = op_scope_enter(e, name, true, &s->scope);
    e->graph_stack = frame.outer;
    if (ok) {
        *result = str_of_name(tf->run, s->scope.full);
    }
    return ok;
}

static bool graph_scope_exit(Tf *tf, void *state) {
    op_scope_leave(tf->engine, &((GraphScope *)state)->scope);
    return true;
}

Value graph_scope_manager(Tf *tf, Graph *g, Value name) {
    static const ManagerKind kind = {graph_scope_enter, graph_scope_exit, false};
    GraphScope *s = ARENA_NEW(tf->run->arena, GraphScope);
    s->graph = g;
    s->name = name;
    return manager_make(tf, &kind, s);
}

/* ---- class style ---- */

typedef struct NameScopeObject {
    Object object;
    ScopeCall call;
    Log entries; /* OpScope: of nested entries of the same object */
    uint32_t depth;
} NameScopeObject;

static bool refuse_default(Tf *tf, Value v) {
    Str type;
    return value_repr(tf->run, value_object((void *)type_of(tf->run, v)), &type) &&
           raise_type_error(tf->run,
                            "`default_name` type (%.*s) is not a string type. You likely meant to "
                            "pass this into the `values` kwarg.",
                            STR_ARG(type));
}

static bool make_name_scope(Tf *tf, const Value *a, Value *result) {
    if (tf_has(tf, CHANGE_DEFAULT_NAME_TYPE) && given(a[2]) && !is_str(tf->run, a[2])) {
        return refuse_default(tf, a[2]);
    }
    NameScopeObject *o = class_object(tf, CLASS_NAME_SCOPE, sizeof *o);
    o->call.name = a[1];
    o->call.default_name = a[2];
    o->call.values = a[3];
    o->entries = log_make(tf->run->arena, sizeof(OpScope));
    *result = value_object(o);
    return true;
}

static OpScope *entry_at(NameScopeObject *o, uint32_t depth) {
    return depth < o->entries.count ? LOG_AT(&o->entries, OpScope, depth)
                                    : LOG_PUSH(&o->entries, OpScope);
}

static bool name_scope_enter(Run *run, Value self, Value *result) {
    NameScopeObject *o = (NameScopeObject *)self.as.object;
    OpScope *entry = entry_at(o, o->depth);
    if (!enter_call(tf_of(run), &o->call, entry, result)) {
        return tf_raise(tf_of(run));
    }
    o->depth++;
    return true;
}

static bool name_scope_exit(Run *run, Value self, Value exception, bool *swallow) {
    NameScopeObject *o = (NameScopeObject *)self.as.object;
    (void)exception;
    *swallow = false;
    return !o->depth || tf_done(tf_of(run), leave_call(tf_of(run), entry_at(o, --o->depth)));
}

static bool get_name(Run *run, const Value *a, Value *result) {
    const ScopeCall *c = &((NameScopeObject *)a[0].as.object)->call;
    (void)run;
    *result = given(c->name) ? c->name : c->default_name;
    return true;
}

void name_scope_install(Tf *tf) {
    static const GetterRow getters[] = {{"name", get_name, 5, LATEST}, {NULL, NULL, 0, 0}};
    Type *t = tf->types[CLASS_NAME_SCOPE];
    class_constructor(tf, CLASS_NAME_SCOPE, make_name_scope, NULL);
    class_add_getters(tf, CLASS_NAME_SCOPE, getters);
    t->enter = name_scope_enter;
    t->exit = name_scope_exit;
}
