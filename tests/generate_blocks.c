/* generate_blocks.c: scopes, control flow, functions, graphs: statements that hold others. */
#include <string.h>

#include "tests/generate_inner.h"

/* ---- scopes ---- */

/* The first arguments of variable_scope. */
static const char *variable_scope_name(Writer *w) {
    const char *scope = pick(w, SCOPE);
    int form = below(w, 100);
    if (scope && form < 34)
        return scope;
    if (form < 50)
        return chance(w, 50) ? "None, default_name={word}" : "None, {word}";
    if (form < 56)
        return "''";
    if (form < 62)
        return "tf.get_variable_scope()";
    if (scope && form < 71)
        return text(w, chance(w, 50) ? "%s.original_name_scope" : "%s.name", scope);
    return text(w, "{any_word}");
}

static const char *variable_scope_call(Writer *w) {
    const char *auxiliary = w->minor >= 5 && chance(w, 12) ? ", auxiliary_name_scope=False" : "";
    const char *name = variable_scope_name(w);
    /* a default_name with a flag that is on is always refused */
    bool plain = strncmp(name, "None", 4) == 0 && chance(w, 85);
    return text(w, "tf.variable_scope(%s%s{defaults}%s)", name, plain ? "" : "{reuse}", auxiliary);
}

static const char *name_scope_call(Writer *w) {
    const char *scope = pick(w, SCOPE);
    const char *string = pick(w, TEXT);
    if (string && chance(w, 25))
        return text(w, "tf.name_scope(%s)", string);
    switch (below(w, 12)) {
    case 0: return "tf.name_scope(None)";
    case 1: return "tf.name_scope('')";
    case 2: return text(w, "tf.name_scope(None, {word}, [{tensor}])");
    case 3: return text(w, "tf.name_scope({any_word}, 'b', [{tensor}])");
    case 4:
        return scope ? text(w, "tf.name_scope(%s.original_name_scope)", scope)
                     : "tf.name_scope('a/')";
    default: return text(w, "tf.name_scope({any_word})");
    }
}

/* A `with` of one or two scopes; what `as` binds is known inside and behind it. */
static void open_with(Writer *w, bool variable_scope) {
    const char *call = variable_scope ? variable_scope_call(w) : name_scope_call(w);
    const char *outer = chance(w, 8) ? text(w, "%s, ", name_scope_call(w)) : "";
    const char *name = fresh(w, variable_scope ? "vs" : "s");
    bool as = chance(w, variable_scope ? 75 : 65);
    line(w, "with %s%s%s%s:", outer, call, as ? " as " : "", as ? name : "");
    if (as)
        bind(w, variable_scope ? SCOPE : TEXT, name);
}

/* At times inside a `try`, for the scope may be refused; then what is bound inside is unknown
 * behind it. */
static void with_statement(Writer *w, bool variable_scope) {
    int known = w->nthings;
    bool guarded = chance(w, 45);
    if (guarded) {
        line(w, "try:");
        w->depth++;
    }
    open_with(w, variable_scope);
    block(w, 4);
    if (guarded && chance(w, 15)) {
        w->depth++;
        line(w, "raise ValueError('out')");
        w->depth--;
    }
    if (guarded) {
        end_try(w, "ValueError", NULL, NULL);
        w->nthings = known;
    }
}

void name_scope_statement(Writer *w) {
    with_statement(w, false);
}

void variable_scope_statement(Writer *w) {
    with_statement(w, true);
}

/* An empty scope that is opened to be captured. */
void capture_statement(Writer *w) {
    const char *name = fresh(w, "vs");
    line(w, "with tf.variable_scope({word}{reuse}) as %s:", name);
    w->depth++;
    line(w, "print(%s.name, %s.reuse)", name, name);
    w->depth--;
    bind(w, SCOPE, name);
}

void reuse_statement(Writer *w) {
    const char *scope = pick(w, SCOPE);
    if (scope && chance(w, 60))
        line(w, "%s.reuse_variables()", scope);
    else if (w->depth > 0 || chance(w, 10))
        line(w, "tf.get_variable_scope().reuse_variables()");
    else
        capture_statement(w);
}

void current_scope_statement(Writer *w) {
    const char *name = fresh(w, "vs");
    line(w, "%s = tf.get_variable_scope()", name);
    bind(w, SCOPE, name);
}

static Thing *thing_called(Writer *w, const char *name) {
    for (int i = w->nthings; i > 0; i--)
        if (strcmp(w->things[i - 1].name, name) == 0)
            return &w->things[i - 1];
    return NULL;
}

/* An instance that is entered more than once, from 1.4 on; not inside itself, which is not
 * modelled, and so not inside functions, which may be called there. */
void manager_statement(Writer *w) {
    const char *old = pick(w, MANAGER);
    if (w->functions > 0 || w->minor < 4)
        return;
    if (!old) {
        old = fresh(w, "m");
        line(w, "%s = tf.%s_scope({word})", old, chance(w, 50) ? "name" : "variable");
        bind(w, MANAGER, old);
    }
    Thing *manager = thing_called(w, old);
    for (int i = 0; manager && i < 2; i++) {
        line(w, "with %s:", old);
        manager->kind = KINDS;
        unsure_block(w, 1);
        manager->kind = MANAGER;
    }
}

/* ---- control flow, functions, classes ---- */

void cond_statement(Writer *w) {
    const char *then = fresh(w, "f"), *pred = text(w, "tf.reduce_sum({tensor}) > 1.0");
    const char *x = text(w, "{operand}");
    if (chance(w, 50)) {
        make_thing(w, TENSOR, "t",
                   text(w, "tf.cond(%s, lambda: %s * 2.0, lambda: tf.identity({operand}){name})",
                        pred, x));
        return;
    }
    line(w, "def %s():", then);
    w->depth++;
    line(w, "with %s:", chance(w, 50) ? "tf.name_scope('a')" : "tf.variable_scope('a')");
    w->depth++;
    if (chance(w, 40))
        line(w, "print(%s.name)", "tf.get_variable('w', [2], initializer=tf.ones_initializer())");
    line(w, "return %s + 1.0", x);
    w->depth -= 2;
    make_thing(w, TENSOR, "t", text(w, "tf.cond(%s, %s, lambda: %s - 1.0{name})", pred, then, x));
}

void loop_statement(Writer *w) {
    const char *i = fresh(w, "n");
    if (chance(w, 70)) {
        line(w, "for %s in range(%d):", i, 2 + below(w, 2));
        block(w, 2);
        return;
    }
    line(w, "%s = 0", i);
    line(w, "while %s < 2:", i);
    block(w, 2);
    w->depth++;
    line(w, "%s += 1", i);
    w->depth--;
}

void tower_statement(Writer *w) {
    const char *i = fresh(w, "n");
    line(w, "for %s in range(2):", i);
    w->depth++;
    line(w, "with tf.%s_scope('tower_%%d' %% %s):", chance(w, 50) ? "name" : "variable", i);
    block(w, 2);
    if (chance(w, 30))
        line(w, "tf.get_variable_scope().reuse_variables()");
    w->depth--;
}

void if_statement(Writer *w) {
    const char *scope = pick(w, SCOPE);
    if (scope)
        line(w, "if %s.reuse:", scope);
    else
        line(w, "if len(tf.global_variables()) > 1:");
    unsure_block(w, 1);
    line(w, "else:");
    unsure_block(w, 1);
}

/* def NAME(x, size=2): the body knows nothing of the graph that it will be called in. */
static void write_function(Writer *w, const char *name, const char *parameters) {
    int known = w->nthings, graph = w->graph;
    line(w, "def %s(%s):", name, parameters);
    w->graph = GRAPH_OF_CALLER;
    w->functions++;
    bind(w, TENSOR, "x");
    if (chance(w, 60)) {
        w->depth++;
        open_with(w, chance(w, 70));
        block(w, 3);
        w->depth++;
        line(w, chance(w, 60) ? "return {infix}" : "return {tensor_expression}");
        w->depth -= 2;
    } else {
        block(w, 3);
        w->depth++;
        line(w, "return {tensor_expression}");
        w->depth--;
    }
    w->functions--;
    w->graph = graph;
    w->nthings = known;
}

static void call_function(Writer *w, const char *function) {
    const char *name = fresh(w, "t");
    const char *call = text(w, "%s({tensor})", function);
    assign_safely(w, name, call, fallback(w), w->wild ? "TypeError, AttributeError" : NULL);
    bind(w, w->wild ? LOOSE : TENSOR, name);
}

/* A new function of the program, or an old one; NULL inside functions. */
static const char *some_function(Writer *w) {
    const char *old = w->functions ? NULL : pick(w, FUNCTION);
    if (w->functions || (old && chance(w, 70)))
        return old;
    const char *function = fresh(w, "f");
    write_function(w, function, chance(w, 30) ? "x, size=2" : "x");
    bind(w, FUNCTION, function);
    return function;
}

/* Called up to three times, at times in a scope. */
void function_statement(Writer *w) {
    const char *function = some_function(w);
    if (!function)
        return;
    call_function(w, function);
    if (chance(w, 50)) {
        open_with(w, chance(w, 70));
        w->depth++;
        call_function(w, function);
        w->depth--;
    }
    if (chance(w, 50))
        call_function(w, function);
}

/* With create_scope_now_, calls after one that failed are not modelled: so the first is the last.
 */
static void call_template_once(Writer *w, const char *name, const char *function) {
    line(w, "try:");
    w->depth++;
    line(w, "%s = tf.make_template({word}, %s, create_scope_now_=True)", name, function);
    line(w, "print(%s({tensor}).name)%s", name, w->wild ? "  # TypeError, AttributeError" : "");
    line(w, "print(%s({tensor}).name)%s", name, w->wild ? "  # TypeError, AttributeError" : "");
    end_try(w, w->wild ? "(ValueError, TypeError, AttributeError)" : "ValueError", NULL, NULL);
}

void template_statement(Writer *w) {
    const char *function = some_function(w), *name = fresh(w, "p");
    if (!function)
        return;
    if (chance(w, 35)) {
        call_template_once(w, name, function);
        return;
    }
    line(w, "%s = tf.make_template({word}, %s)", name, function);
    bind(w, FUNCTION, name);
    call_function(w, name);
    call_function(w, name);
}

static void write_class(Writer *w, const char *class) {
    line(w, "class %s(object):", class);
    w->depth++;
    line(w, "def __init__(self, name):");
    w->depth++;
    line(w, "self.name = name");
    line(w, "with tf.variable_scope(%s) as self.scope:",
         chance(w, 60) ? "name" : "None, default_name=name");
    w->depth++;
    line(w, chance(w, 50) ? "self.first = tf.Variable(1.0, name='first')" : "pass");
    w->depth -= 2;
    write_function(w, "build", "self, x");
    w->depth--;
}

void class_statement(Writer *w) {
    const char *class = fresh(w, "C"), *m = fresh(w, "m");
    if (w->functions > 0)
        return;
    write_class(w, class);
    line(w, "%s = %s({word})", m, class);
    call_function(w, text(w, "%s.build", m));
    line(w, "with tf.variable_scope(%s.scope{reuse}):", m);
    w->depth++;
    call_function(w, text(w, "%s.build", m));
    w->depth--;
}

/* ---- graphs, sessions, dependencies ---- */

static void enter_graph(Writer *w, const char *g, int graph) {
    int before = w->graph;
    w->graph = graph;
    w->inner++;
    line(w, "with %s.as_default():", g);
    if (!w->fallback[graph]) {
        w->depth++;
        write_fallback(w);
        w->depth--;
    }
    block(w, 4);
    w->inner--;
    w->graph = before;
}

void graph_statement(Writer *w) {
    const char *g = pick(w, GRAPH);
    if (w->functions > 0)
        return;
    if ((!g || chance(w, 40)) && w->ngraphs < MOST_GRAPHS) {
        g = fresh(w, "g");
        line(w, "%s = tf.Graph()", g);
        bind_in(w, GRAPH, w->ngraphs++, g);
    }
    const Thing *graph = g ? thing_called(w, g) : NULL;
    if (graph)
        enter_graph(w, g, graph->graph);
}

/* Only at the top of the program does it succeed and leave nothing open. */
void reset_statement(Writer *w) {
    bool nested = w->inner > 0 || w->depth > 0;
    if (nested && w->inner > 0 && w->functions == 0 && w->minor >= 3)
        line(w, "attempt(lambda: tf.reset_default_graph(), None)  # AssertionError");
    else if (nested || w->ngraphs == MOST_GRAPHS)
        print_statement(w);
    else {
        line(w, "tf.reset_default_graph()");
        w->graph = w->ngraphs++;
        write_fallback(w);
    }
}

void session_statement(Writer *w) {
    const char *s = fresh(w, "sess"), *v = variable(w);
    if (w->functions > 0)
        return;
    line(w, "with tf.Session() as %s:", s);
    w->depth++;
    w->inner++;
    if (chance(w, 80))
        line(w, "value(lambda: %s.run(tf.global_variables_initializer()))", s);
    line(w, "value(lambda: %s.run({operand}))", s);
    if (chance(w, 50))
        line(w, "value(lambda: %s.run([{tensor}, {operand}]))", s);
    if (v && chance(w, 50))
        line(w, "value(lambda: %s.eval())", v);
    if (v && chance(w, 50))
        line(w, "value(lambda: %s.run(tf.assign(%s, %s * 2.0)))", s, v, v);
    if (chance(w, 30))
        statement(w);
    w->depth--;
    w->inner--;
}

void dependency_statement(Writer *w) {
    if (chance(w, 15))
        line(w, "with tf.control_dependencies(None):");
    else
        line(w, "with tf.control_dependencies([{tensor}]):");
    block(w, 3);
}

void device_statement(Writer *w) {
    if (chance(w, 50) || w->graph == GRAPH_OF_CALLER)
        line(w, "with tf.device('/cpu:0'):");
    else
        line(w, "with tf.colocate_with(%s.op):",
             chance(w, 50) ? w->fallback[w->graph] : w->spare[w->graph]);
    block(w, 2);
}

void try_statement(Writer *w) {
    int known = w->nthings;
    line(w, "try:");
    block(w, 3);
    if (chance(w, 40)) {
        w->depth++;
        line(w, "raise ValueError('stop')");
        w->depth--;
    }
    w->depth++;
    end_try(w, "ValueError", NULL, NULL);
    w->nthings = known;
    if (chance(w, 30)) {
        line(w, "finally:");
        w->depth++;
        line(w, "print(tf.get_default_graph().unique_name({word}, mark_as_used=False))");
        w->depth--;
    }
}

void lookup_statement(Writer *w) {
    switch (below(w, 5)) {
    case 0:
        line(
            w,
            "attempt(lambda: tf.get_default_graph().get_tensor_by_name({tensor}.name), None)  # KeyError");
        break;
    case 1:
        line(
            w,
            "attempt(lambda: tf.get_default_graph().get_operation_by_name({word}), None)  # KeyError");
        break;
    case 2: line(w, "print(tf.get_default_graph().unique_name({word}))"); break;
    case 3: line(w, "attempt(lambda: tf.global_variables_initializer(), None)"); break;
    default:
        line(w, "print(len(tf.get_collection('%s')))",
             chance(w, 50) ? "regularization_losses" : "mine");
    }
}

void getter_statement(Writer *w) {
    const char *name = fresh(w, "get");
    if (w->functions > 0)
        return;
    line(w, "def %s(getter, name, *args, **kwargs):", name);
    w->depth++;
    if (chance(w, 50))
        line(w, "return getter(name + '_g', *args, **kwargs)  # TypeError, AttributeError");
    else
        line(w, "return getter(name, *args, **kwargs)  # TypeError, AttributeError");
    w->depth--;
    bind(w, GETTER, name);
}

void illegal_statement(Writer *w) {
    const char *bad = bad_words[below(w, BAD_WORDS)];
    switch (below(w, 4)) {
    case 0: line(w, "attempt(lambda: tf.constant(1.0, name='%s'), None)", bad); return;
    case 1: line(w, "attempt(lambda: tf.Variable(1.0, name='%s'), None)", bad); return;
    case 2: line(w, "attempt(lambda: tf.get_variable('%s', [2]), None)", bad); return;
    }
    line(w, "try:");
    w->depth++;
    line(w, "with tf.variable_scope('%s'%s):", bad,
         w->minor >= 1 && chance(w, 40) ? ", reuse='yes'" : "");
    unsure_block(w, 1);
    end_try(w, "ValueError", NULL, NULL);
}
