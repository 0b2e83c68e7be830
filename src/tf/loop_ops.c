/* loop_ops.c: tf.while_loop. A TensorArray goes round as its flow. */
#include "tf/loop.h"

#include "graph/control.h"
#include "tf/build.h"
#include "tf/nest.h"
#include "tf/tables.h"
#include "tf/tensor_array.h"

/* ---- TensorArrays and their flows ---- */

static bool flow_or_tensor(Tf *tf, Value v, Output **out) {
    const TensorArrayObject *array = array_object_of(tf, v);
    *out = array ? array->flow : convert(tf, v, DTYPE_INVALID, NULL);
    return *out != NULL;
}

/* The tensors in place of the leaves of a structure; where a leaf is a TensorArray, one with that
 * flow. */
static bool pack_outputs(Tf *tf, Value like, uint32_t n, const Value *leaves,
                         Output *const *outputs, Value *result) {
    Value *values = ARENA_ARRAY(tf->run->arena, n + 1, Value);
    for (uint32_t i = 0; i < n; i++) {
        const TensorArrayObject *array = array_object_of(tf, leaves[i]);
        TensorArrayObject *moved = array ? array_with_flow(tf, array, outputs[i]) : NULL;
        if (array && !moved) {
            return false;
        }
        values[i] = array ? array_value(moved) : tf_tensor(tf, outputs[i]);
    }
    return nest_pack(tf, like, values, result);
}

/* ---- shape invariants ---- */

static bool refuse_invariants(Tf *tf) {
    return raise_value_error(tf->run, "`shapes` must be a (possibly nested) list of TensorShapes.");
}

static bool read_invariants(Tf *tf, Value variables, Value invariants, uint32_t n, Shape **shapes) {
    Value *leaves;
    uint32_t count;
    *shapes = NULL;
    if (!given(invariants)) {
        return true;
    }
    if (!nest_same(tf, variables, invariants) || !nest_flatten(tf, invariants, &leaves, &count)) {
        return false;
    }
    *shapes = ARENA_ARRAY(tf->run->arena, n + 1, Shape);
    for (uint32_t i = 0; i < count && i < n; i++) {
        const ShapeObject *s = shape_object_of(tf, leaves[i]);
        if (!s) {
            return refuse_invariants(tf);
        }
        (*shapes)[i] = s->shape;
    }
    return true;
}

/* ---- building ---- */

/* A loop while it is built. */
typedef struct Building {
    Tf *tf;
    const WhileRequest *r;
    Loop loop;
    Value *leaves; /* of r->variables */
    uint32_t n;
    Value passed;   /* what the condition or body was called with, as one structure */
    Value returned; /* what the body returned */
    Value *results; /* its leaves */
} Building;

static bool call_with(Building *b, LoopFn *fn, Output *const *outputs, Value *result) {
    Value *items;
    uint32_t n;
    return pack_outputs(b->tf, b->r->variables, b->n, b->leaves, outputs, &b->passed) &&
           value_items(b->tf->run, b->passed, &items, &n) &&
           fn(b->tf, b->r->data, n, items, result);
}

static bool build_test(Building *b) {
    Value v;
    if (!call_with(b, b->r->cond, b->loop.merges, &v)) {
        return false;
    }
    Output *test = convert(b->tf, v, DTYPE_INVALID, NULL);
    return test && while_test(b->tf->engine, &b->loop, test);
}

/* The outermost layer is compared as a list: bodies return tuples where variables are lists. */
static bool check_structure(Building *b) {
    Run *run = b->tf->run;
    Value *before, *after;
    uint32_t n, m;
    return value_items(run, b->passed, &before, &n) && value_items(run, b->returned, &after, &m) &&
           nest_same(b->tf, list_make(run, n, before), list_make(run, m, after));
}

static bool build_body(Building *b, Output ***next) {
    Tf *tf = b->tf;
    uint32_t n;
    if (!call_with(b, b->r->body, b->loop.body, &b->returned)) {
        return false;
    }
    if (!is_nest(tf, b->returned)) {
        b->returned = list_make(tf->run, 1, &b->returned);
    }
    if (!check_structure(b) || !nest_flatten(tf, b->returned, &b->results, &n)) {
        return false;
    }
    *next = ARENA_ARRAY(tf->run->arena, n + 1, Output *);
    for (uint32_t i = 0; i < n; i++) {
        if (!flow_or_tensor(tf, b->results[i], &(*next)[i])) {
            return false;
        }
    }
    return true;
}

static bool build_loop(Building *b, Output *const *values, const Shape *shapes) {
    Engine *e = b->tf->engine;
    Output **next = NULL;
    return while_open(e, b->n, values, shapes, &b->loop) && build_test(b) && build_body(b, &next) &&
           while_close(e, &b->loop, next);
}

/* unique_name of the loop's scope, or of "while_context" in it. */
static Name frame_name(Tf *tf, const Group *g) {
    Graph *graph = engine_graph(tf->engine);
    Naming naming;
    if (tf_has(tf, CHANGE_WHILE_CONTEXT)) {
        return graph_unique_name(graph, STR("while_context"), true, &naming);
    }
    return name_of(tf->run->names, str_join2(tf->run->scratch, g->name, g->name));
}

static bool build_in(Building *b, const Group *g, Value *result) {
    Tf *tf = b->tf;
    Shape *shapes;
    if (!nest_flatten(tf, b->r->variables, &b->leaves, &b->n) ||
        !read_invariants(tf, b->r->variables, b->r->invariants, b->n, &shapes)) {
        return false;
    }
    Name frame = frame_name(tf, g);
    Output **values = ARENA_ARRAY(tf->run->arena, b->n + 1, Output *);
    for (uint32_t i = 0; i < b->n; i++) {
        if (!flow_or_tensor(tf, b->leaves[i], &values[i])) {
            return false;
        }
    }
    ControlContext *c = context_enter(tf->engine, CONTEXT_WHILE);
    c->frame = frame;
    c->parallel = b->r->parallel;
    c->flat = b->r->flat;
    b->loop.context = c;
    bool ok = build_loop(b, values, shapes);
    context_leave(c);
    return ok && pack_outputs(tf, b->returned, b->n, b->results, b->loop.exits, result);
}

/* ---- maximum_iterations: a counter as the first variable ---- */

typedef struct Counted {
    const WhileRequest *inner;
    Output *maximum;
    bool single; /* the loop has one variable, which is not in a list */
} Counted;

static bool call_inner(Tf *tf, const Counted *c, LoopFn *fn, Value variables, Value *result) {
    Value *items = &variables;
    uint32_t n = 1;
    return (c->single || value_items(tf->run, variables, &items, &n)) &&
           fn(tf, c->inner->data, n, items, result);
}

static bool counted_cond(Tf *tf, void *data, uint32_t n, const Value *v, Value *result) {
    const Counted *c = data;
    Value inner;
    (void)n;
    Output *less = build2(tf, "Less", NAME_NONE, operand(tf, v[0]), operand_of(c->maximum));
    return less && call_inner(tf, c, c->inner->cond, v[1], &inner) &&
           give_tensor(tf,
                       build2(tf, "LogicalAnd", NAME_NONE, operand_of(less), operand(tf, inner)),
                       result);
}

static bool counted_body(Tf *tf, void *data, uint32_t n, const Value *v, Value *result) {
    const Counted *c = data;
    Value pair[2];
    (void)n;
    if (!binary_build(tf, BINARY_OPERATOR_ADD, v[0], value_int(1), false, &pair[0]) ||
        !call_inner(tf, c, c->inner->body, v[1], &pair[1])) {
        return false;
    }
    *result = tuple_make(tf->run, 2, pair);
    return true;
}

static bool count_in(Tf *tf, const WhileRequest *r, const Group *g, Value *result) {
    Counted c = {.inner = r, .single = sequence_count(r->variables) == 1 && !r->keeps_structure};
    c.maximum = convert(tf, r->maximum, DTYPE_INVALID, "maximum_iterations");
    if (!c.maximum) {
        return false;
    }
    if (output_shape(c.maximum).rank != 0) {
        return raise_value_error(tf->run, "maximum_iterations must be a scalar, saw shape: %.*s",
                                 STR_ARG(shape_str(tf->run->arena, output_shape(c.maximum))));
    }
    Output *counter = scalar_build(tf, 0, output_dtype(c.maximum), "iteration_counter");
    if (!counter) {
        return false;
    }
    Value inner = c.single ? sequence_item(r->variables, 0) : r->variables;
    Value invariants =
        c.single && given(r->invariants) ? sequence_item(r->invariants, 0) : r->invariants;
    WhileRequest outer = *r;
    outer.cond = counted_cond;
    outer.body = counted_body;
    outer.data = &c;
    outer.variables = tuple_make(tf->run, 2, (Value[]){tf_tensor(tf, counter), inner});
    if (given(invariants)) {
        outer.invariants =
            tuple_make(tf->run, 2, (Value[]){tf_shape(tf, shape_scalar()), invariants});
    }
    Building b = {.tf = tf, .r = &outer};
    Value both;
    if (!build_in(&b, g, &both)) {
        return false;
    }
    *result = sequence_item(both, 1);
    return true;
}

/* ---- tf.while_loop ---- */

static bool plain_in(Tf *tf, const WhileRequest *r, const Group *g, Value *result) {
    Building b = {.tf = tf, .r = r};
    if (!build_in(&b, g, result)) {
        return false;
    }
    if (b.n == 1 && !r->keeps_structure) {
        *result = sequence_item(*result, 0);
    }
    return true;
}

bool while_build(Tf *tf, const WhileRequest *r, Value *result) {
    Group g;
    if (!group_open(tf, r->name, "while", 1, &r->variables, &g)) {
        return false;
    }
    bool ok = given(r->maximum) ? count_in(tf, r, &g, result) : plain_in(tf, r, &g, result);
    group_close(tf, &g);
    return ok;
}

static bool program_cond(Tf *tf, void *data, uint32_t n, const Value *v, Value *result) {
    return call_program_n(tf, ((Value *)data)[0], n, v, result);
}

static bool program_body(Tf *tf, void *data, uint32_t n, const Value *v, Value *result) {
    return call_program_n(tf, ((Value *)data)[1], n, v, result);
}

static bool check_loop(Tf *tf, const Value *a) {
    bool empty = is_none(a[2]) ||
                 (is_nest(tf, a[2]) && is_sequence(tf->run, a[2]) && sequence_count(a[2]) == 0);
    if (empty) {
        return raise_value_error(tf->run, "No loop variables provided");
    }
    if (!is_callable(tf->run, a[0]) || !is_callable(tf->run, a[1])) {
        return raise_type_error(tf->run, "%s must be callable.",
                                is_callable(tf->run, a[0]) ? "body" : "cond");
    }
    return is_sequence(tf->run, a[2]) ||
           refuse(tf->run, "put them in a list",
                  "tf.while_loop with loop_vars of type '%.*s' is not modelled",
                  STR_ARG(type_name(tf->run, a[2])));
}

/* cond, body, loop_vars, shape_invariants, parallel_iterations, back_prop, swap_memory, name,
 * maximum_iterations, return_same_structure */
static bool while_loop(Tf *tf, const Value *a, Value *result) {
    WhileRequest r = {.cond = program_cond,
                      .body = program_body,
                      .data = (Value[]){a[0], a[1]},
                      .variables = a[2],
                      .invariants = a[3],
                      .name = a[7],
                      .maximum = a[8]};
    bool back;
    if (!check_loop(tf, a) || !arg_int(tf, a[4], &r.parallel) || !arg_bool(tf, a[5], true, &back) ||
        !arg_bool(tf, a[9], false, &r.keeps_structure)) {
        return false;
    }
    r.flat = !back;
    if (r.parallel < 1) {
        return raise_type_error(tf->run, "parallel_iterations must be a positive integer.");
    }
    return while_build(tf, &r, result);
}

static bool while_loop_1_4(Tf *tf, const Value *a, Value *result) {
    Value all[] = {a[0], a[1], a[2], a[3], a[4], a[5], a[6], a[7], value_none(), value_none()};
    return while_loop(tf, all, result);
}

#define LOOP_ARGUMENTS                                                                             \
    "cond, body, loop_vars, shape_invariants=None, parallel_iterations=10, back_prop=True, "       \
    "swap_memory=False~, name=None"

const ApiRow loop_ops_rows[] = {
    FUNCTION_IN("while_loop", 0, 4, LOOP_ARGUMENTS, while_loop_1_4),
    FUNCTION_IN("while_loop", 5, LATEST,
                LOOP_ARGUMENTS ", maximum_iterations=None, return_same_structure=False",
                while_loop),
    API_END,
};
