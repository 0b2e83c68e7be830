/* gradient_array_loop.c: gradients of TensorArrays: what was read gets its gradient written into an
 * array of gradients, from which what was written reads it. */
#include <string.h>

#include "graph/control.h"
#include "graph/gradient_build.h"

/* Which call of tf.gradients a gradient belongs to: its name up to the part that begins with
 * "gradients". */
static Str source_of(Gradient *g) {
    Str name = name_str(g->dy[0].values->node->record.name);
    size_t end = 0, from = 0;
    for (size_t i = 0; i <= name.len; i++) {
        if (i == name.len || name.at[i] == '/') {
            Str part = str_sub(name, from, i);
            end = str_starts(part, STR("gradients")) ? i : end;
            from = i + 1;
        }
    }
    return str_sub(name, 0, end);
}

/* The array of gradients of the array behind a handle, and its flow. */
typedef struct Pair {
    Output *handle, *flow;
} Pair;

static bool open_named(Gradient *g, const char *name, OpScope *s) {
    g->failed |= !op_scope_enter(g->e, str_of(name), false, s);
    return !g->failed;
}

/* An object for the array uses up a name, too. */
static void use_name(Gradient *g, const char *name) {
    OpScope s;
    if (open_named(g, name, &s)) {
        op_scope_leave(g->e, &s);
    }
}

static Pair gradient_in(Gradient *g, Output *handle, Output *flow) {
    Pair p = {NULL, flow};
    Operand operands[] = {operand_of(handle), operand_of(flow)};
    Attr source = {.name = "source", .kind = ATTR_STR, .s = source_of(g)};
    Output *made = grad_op_n(g, "TensorArrayGradV3", NULL, 2, operands, 1, &source);
    if (!made) {
        return p;
    }
    p.handle = made;
    ControlFrame *frame = control_enter(g->e, &made->node, 1, false);
    p.flow = grad_op1(g, "Identity", "gradient_flow", flow);
    control_leave(g->e, frame);
    return p;
}

static Pair gradient_of(Gradient *g, Output *handle, Output *flow) {
    OpScope s;
    Pair p = {NULL, NULL};
    use_name(g, "TensorArray");
    if (open_named(g, "TensorArrayGrad", &s)) {
        p = gradient_in(g, handle, flow);
        op_scope_leave(g->e, &s);
    }
    return p;
}

static Output *read_pair(Gradient *g, const char *op, Pair p, Output *at) {
    Attr attrs[] = {
        {.name = "dtype", .kind = ATTR_TYPE, .type = node_attr(g->op, "T")->type},
        {.name = "element_shape", .kind = ATTR_SHAPE, .shape = shape_unknown()},
    };
    Operand operands[] = {operand_of(p.handle), operand_of(at), operand_of(p.flow)};
    bool gather = strcmp(op, "TensorArrayGatherV3") == 0;
    return g->failed ? NULL : grad_op_n(g, op, NULL, 3, operands, gather ? 2 : 1, attrs);
}

static Output *write_pair(Gradient *g, const char *op, const char *scope, Pair p, Output *at) {
    OpScope s;
    Output *made = NULL, *dy = grad_dy(g, 0);
    if (g->failed || !open_named(g, scope, &s)) {
        return NULL;
    }
    Operand operands[] = {operand_of(p.handle), operand_of(at), operand_of(dy), operand_of(p.flow)};
    made = grad_op_n(g, op, NULL, 4, operands, 0, NULL);
    op_scope_leave(g->e, &s);
    return made;
}

void gradient_array_read(Gradient *g) {
    Pair p = gradient_of(g, in(g, 0), in(g, 2));
    give(g, 2, write_pair(g, "TensorArrayWriteV3", "TensorArrayWrite", p, in(g, 1)));
}

void gradient_array_gather(Gradient *g) {
    Pair p = gradient_of(g, in(g, 0), in(g, 2));
    give(g, 2, write_pair(g, "TensorArrayScatterV3", "TensorArrayScatter", p, in(g, 1)));
}

void gradient_array_write(Gradient *g) {
    Output *flow = grad_dy(g, 0);
    Pair p = gradient_of(g, in(g, 0), flow);
    give(g, 2, read_pair(g, "TensorArrayReadV3", p, in(g, 1)));
    give(g, 3, flow);
}

void gradient_array_scatter(Gradient *g) {
    Output *flow = grad_dy(g, 0);
    Pair p = gradient_of(g, in(g, 0), flow);
    give(g, 2, read_pair(g, "TensorArrayGatherV3", p, in(g, 1)));
    give(g, 3, flow);
}
