/* arg_scope.c: tf.contrib.framework.arg_scope: defaults for the arguments of functions.
 *
 * A function that is decorated has a key. A scope is a dict from keys to dicts of arguments; the
 * innermost one counts, and holds what those around it said, too. */
#include <string.h>

#include "tf/manager.h"
#include "tf/recipe.h"
#include "tf/tables.h"

/* A function of the program's that was decorated. */
typedef struct Decorated {
    Value function;
    Value key;
} Decorated;

static bool call_decorated(Run *run, const void *data, const Value *a, Value *result);

/* The key of a decorated function; unbound when it is none. */
static Value key_of(Tf *tf, Value f) {
    if (!is_exactly(f, tf->run->type.native)) {
        return value_unbound();
    }
    const NativeSpec *spec = ((const NativeObject *)f.as.object)->spec;
    if (spec->fn_row == call_decorated) {
        return ((const Decorated *)spec->row)->key;
    }
    const ApiRow *row = spec->fn_row == api_call ? spec->row : NULL;
    return row && row->with_row == scoped_call ? str_make(tf->run, str_of(row->op))
                                               : value_unbound();
}

static Value current(Tf *tf) {
    size_t n = tf->arg_scopes.count;
    return n ? *LOG_AT(&tf->arg_scopes, Value, n - 1) : dict_make(tf->run);
}

/* into[k] = from[k] for all keys. */
static bool update(Run *run, Value into, Value from) {
    Value *keys, v;
    uint32_t n;
    if (!value_items(run, from, &keys, &n)) {
        return false;
    }
    for (uint32_t i = 0; i < n; i++) {
        if (!value_get_item(run, from, keys[i], &v) || !dict_set(run, into, keys[i], v)) {
            return false;
        }
    }
    return true;
}

/* f(*args, **arguments of the scope, **kwargs) */
static bool call_with(Tf *tf, Value f, Value key, const Value *a, Value *result) {
    Run *run = tf->run;
    Value all = dict_make(run), defaults;
    bool found;
    if (!dict_get(run, current(tf), key, &found, &defaults) ||
        (found && !update(run, all, defaults)) || !update(run, all, a[1])) {
        return false;
    }
    Value *keys;
    uint32_t nkeys = 0, n = sequence_count(a[0]);
    if (!value_items(run, all, &keys, &nkeys)) {
        return false;
    }
    Value *at = ARENA_ARRAY(run->arena, n + nkeys + 1, Value);
    Name *names = ARENA_ARRAY(run->arena, nkeys + 1, Name);
    for (uint32_t i = 0; i < n; i++) {
        at[i] = sequence_item(a[0], i);
    }
    for (uint32_t i = 0; i < nkeys; i++) {
        names[i] = name_of(run->names, str_text(keys[i]));
        if (!value_get_item(run, all, keys[i], &at[n + i])) {
            return false;
        }
    }
    Args args = {at, n, nkeys, names};
    return is_exactly(f, run->type.native) ? value_call(run, f, &args, result)
                                           : call_program(tf, f, &args, result);
}

static bool call_decorated(Run *run, const void *data, const Value *a, Value *result) {
    const Decorated *d = data;
    return call_with(tf_of(run), d->function, d->key, a, result);
}

bool scoped_call(Tf *tf, const ApiRow *row, const Value *a, Value *result) {
    return call_with(tf, recipe_function(tf, row->op), str_make(tf->run, str_of(row->op)), a,
                     result);
}

static bool attribute_text(Tf *tf, Value f, const char *name, Value *text) {
    bool found = false;
    *text = str_make(tf->run, STR("?"));
    return value_find_attr(tf->run, f, name_z(tf->run->names, name), &found, text);
}

static bool add_arg_scope(Tf *tf, const Value *a, Value *result) {
    Decorated *d = ARENA_NEW(tf->run->arena, Decorated);
    Value name;
    Str key;
    if (!attribute_text(tf, a[0], "__name__", &name) || !value_str(tf->run, a[0], &key)) {
        return false;
    }
    d->function = a[0];
    d->key = str_make(tf->run, key);
    const char *called = is_str(tf->run, name) ? str_dup(tf->run->arena, str_text(name)).at : "?";
    *result = closure_make(tf, called, "*args, **kwargs", call_decorated, d);
    return true;
}

static bool has_arg_scope(Tf *tf, const Value *a, Value *result) {
    *result = value_bool(!is_unbound(key_of(tf, a[0])));
    return true;
}

/* ---- with arg_scope([functions], argument=value …) ---- */

typedef struct ScopeState {
    Value functions, arguments;
    Value outer; /* the scope that counted before */
} ScopeState;

static bool refuse_function(Tf *tf, Value f) {
    Value module, name, exception, both[2];
    if (!attribute_text(tf, f, "__module__", &module) ||
        !attribute_text(tf, f, "__name__", &name)) {
        return false;
    }
    Value where[] = {module, name};
    both[0] = str_make(tf->run, STR("%s is not decorated with @add_arg_scope"));
    both[1] = tuple_make(tf->run, 2, where);
    return value_call_n(tf->run, value_object(tf->run->exception.ValueError), 2, both,
                        &exception) &&
           raise_value(tf->run, exception);
}

/* Adds the arguments to those that the scope has for one function. */
static bool add_function(Tf *tf, Value scope, Value f, Value arguments) {
    Value key = key_of(tf, f), before, all = dict_make(tf->run);
    bool found;
    if (is_unbound(key)) {
        return refuse_function(tf, f);
    }
    return dict_get(tf->run, scope, key, &found, &before) &&
           (!found || update(tf->run, all, before)) && update(tf->run, all, arguments) &&
           dict_set(tf->run, scope, key, all);
}

static bool fill_scope(Tf *tf, const ScopeState *s, Value scope) {
    Run *run = tf->run;
    int64_t given_ones = 0;
    if (is_dict(run, s->functions)) {
        if (!value_length(run, s->arguments, &given_ones)) {
            return false;
        }
        return given_ones ? raise_value_error(run, "When attempting to re-use a scope by suppling "
                                                   "adictionary, kwargs must be empty.")
                          : update(run, scope, s->functions);
    }
    if (!is_sequence(run, s->functions)) {
        return raise_type_error(run, "list_ops_or_scope must either be a list/tuple or reusedscope "
                                     "(i.e. dict)");
    }
    if (!update(run, scope, current(tf))) {
        return false;
    }
    for (uint32_t i = 0; i < sequence_count(s->functions); i++) {
        if (!add_function(tf, scope, sequence_item(s->functions, i), s->arguments)) {
            return false;
        }
    }
    return true;
}

static bool scope_enter(Tf *tf, void *state, Value *result) {
    Value scope = dict_make(tf->run);
    ScopeState *s = state;
    s->outer = current(tf);
    if (!fill_scope(tf, s, scope)) {
        return false;
    }
    *LOG_PUSH(&tf->arg_scopes, Value) = scope;
    *result = scope;
    return true;
}

/* A log only grows: leaving is going back to what was before, as one more entry. */
static bool scope_exit(Tf *tf, void *state) {
    *LOG_PUSH(&tf->arg_scopes, Value) = ((const ScopeState *)state)->outer;
    return true;
}

static bool arg_scope(Tf *tf, const Value *a, Value *result) {
    static const ManagerKind kind = {scope_enter, scope_exit, false};
    ScopeState *s = ARENA_NEW(tf->run->arena, ScopeState);
    *s = (ScopeState){.functions = a[0], .arguments = a[1]};
    *result = manager_make(tf, &kind, s);
    return true;
}

#define BOTH(NAME, SIGNATURE, FN)                                                                  \
    FUNCTION("contrib.framework." NAME, SIGNATURE, FN),                                            \
        FUNCTION("contrib.slim." NAME, SIGNATURE, FN)
#define SCOPED(PATH, FIRST, NAME)                                                                  \
    SHARED(PATH, FIRST, LATEST, "*args, **kwargs", scoped_call, "_layer." NAME),
#define LAYER(NAME, FIRST, OF)                                                                     \
    SCOPED("contrib.layers." NAME, FIRST, OF) SCOPED("contrib.slim." NAME, FIRST, OF)

const ApiRow arg_scope_rows[] = {
    BOTH("arg_scope", "list_ops_or_scope, **kwargs", arg_scope),
    BOTH("add_arg_scope", "func", add_arg_scope),
    BOTH("has_arg_scope", "func", has_arg_scope),
#include "tf/scoped.def"
    API_END,
};
