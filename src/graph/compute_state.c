/* compute_state.c: variables: reading, assigning, and what optimizers do to them. */
#include <string.h>

#include "graph/compute.h"
#include "tensor/kernels.h"

/* ---- values in a session ---- */

const Tensor *compute_variable_value(const Call *c, Name variable) {
    return c->session ? map_ptr(&c->session->values, variable) : NULL;
}

static TraceVariable *variable_record(const Call *c, Name variable) {
    const Node *n = map_ptr(&c->node->graph->nodes, variable);
    return n && n->variable ? &n->variable->record : NULL;
}

enum { LOOK_BACK = 8 };

/* The memory of an older value of the same size in this session, which nothing can read any more:
 * what the run under way has seen is left alone. NULL: there is none at hand. */
static void *spare_data(const Call *c, const TraceVariable *v, const Tensor *t) {
    size_t n = v->values.count, least = n > LOOK_BACK ? n - LOOK_BACK : 0;
    for (size_t i = n > 0 ? n - 1 : 0; i > least; i--) {
        const TraceVariableValue *newer = LOG_AT(&v->values, TraceVariableValue, i);
        const TraceVariableValue *older = LOG_AT(&v->values, TraceVariableValue, i - 1);
        Tensor *value = (Tensor *)older->value;
        if (newer->session != c->session->index || older->session != c->session->index)
            return NULL;
        if (newer->moment < c->e->run_began && value->data && value->count == t->count &&
            value->dtype == t->dtype) {
            void *data = value->data;
            value->data = NULL;
            return data;
        }
    }
    return NULL;
}

/* What a variable gets is its own; the content of large values takes the place of older ones. */
static Tensor *keep(const Call *c, const TraceVariable *v, const Tensor *t) {
    bool large = t->count > TRACE_KEPT_ELEMENTS && t->dtype != DTYPE_STRING;
    void *data = large && v ? spare_data(c, v, t) : NULL;
    if (!data)
        return tensor_keep(c->e->arena, t);
    Tensor *kept = ARENA_NEW(c->e->arena, Tensor);
    *kept = *t;
    kept->shape = shape_make(c->e->arena, t->shape.rank, t->shape.dims);
    kept->data = memcpy(data, t->data, (size_t)t->count * dtype_size(t->dtype));
    return kept;
}

void compute_assign_value(Call *c, Name variable, const Tensor *t) {
    TraceVariable *record = variable_record(c, variable);
    Tensor *kept = keep(c, record, t);
    map_put(&c->session->values, variable)->ptr = kept;
    if (record) {
        trace_variable_value(c->e->trace, record, c->session->index, kept);
    }
}

static bool refuse_uninitialized(Call *c, Name variable) {
    return compute_fail(c, FAULT_FAILED_PRECONDITION, "Attempting to use uninitialized value %s",
                        variable->text);
}

/* The value that a reference input refers to; NULL with the error when it has none. */
static const Tensor *referred(Call *c, int input) {
    if (!c->in[input]) {
        refuse_uninitialized(c, c->in_variable[input]);
    }
    return c->in[input];
}

/* Gives the variable behind input `input` a value; the output of the op refers to it, too. */
static bool assign(Call *c, int input, const Tensor *t) {
    if (!t) {
        return false;
    }
    compute_assign_value(c, c->in_variable[input], t);
    if (input == 0 && c->node->record.noutputs > 0) {
        c->out[0] = compute_variable_value(c, c->in_variable[0]);
        c->out_variable[0] = c->in_variable[0];
    }
    return true;
}

/* ---- reference variables ---- */

bool compute_variable(Call *c) {
    c->out_variable[0] = c->node->record.name;
    c->out[0] = compute_variable_value(c, c->node->record.name);
    return true;
}

bool compute_is_initialized(Call *c) {
    return compute_out(c, tensor_scalar_bool(c->arena, c->in[0] != NULL));
}

/* The shape that the variable has: of its value, or as it was declared. */
static Shape variable_shape(const Call *c) {
    const Node *n = map_ptr(&c->node->graph->nodes, c->in_variable[0]);
    const Attr *declared = n ? node_attr(n, "shape") : NULL;
    return c->in[0] ? c->in[0]->shape : declared ? declared->shape : shape_unknown();
}

bool compute_assign(Call *c) {
    Shape shape = variable_shape(c);
    if (compute_bool(c, "validate_shape") && !shape_compatible(shape, c->in[1]->shape)) {
        Str a = shape_cpp_str(c->arena, shape), b = shape_cpp_str(c->arena, c->in[1]->shape);
        return compute_fail(
            c, FAULT_INVALID_ARGUMENT,
            "Assign requires shapes of both tensors to match. lhs shape= %.*s rhs shape= %.*s",
            STR_ARG(a), STR_ARG(b));
    }
    return assign(c, 0, c->in[1]);
}

bool compute_assign_update(Call *c) {
    const Tensor *x = referred(c, 0);
    if (!x) {
        return false;
    }
    if (!shape_eq(x->shape, c->in[1]->shape)) {
        return compute_fail(c, FAULT_INVALID_ARGUMENT,
                            "Parameters lhs and rhs shapes should match");
    }
    return assign(c, 0,
                  kernel_binary(c->arena, (BinaryOp)c->node->def->variant, x, c->in[1], &c->error));
}

static void copy(Tensor *to, int64_t i, const Tensor *from, int64_t j, int64_t n) {
    size_t size = dtype_size(to->dtype);
    memcpy((char *)to->data + (size_t)i * size, (const char *)from->data + (size_t)j * size,
           (size_t)n * size);
}

static void scatter_row(Tensor *to, int64_t at, const Tensor *updates, int64_t from, int64_t piece,
                        int how) {
    for (int64_t k = 0; how != 0 && k < piece; k++) {
        double sign = how == 1 ? 1 : -1;
        tensor_set_f64(to, at + k, tensor_f64(to, at + k) + sign * tensor_f64(updates, from + k));
    }
    if (how == 0 && piece > 0) {
        copy(to, at, updates, from, piece);
    }
}

bool compute_scatter(Call *c) {
    const Tensor *x = referred(c, 0), *indices = c->in[1];
    if (!x) {
        return false;
    }
    Tensor *to = tensor_keep(c->arena, x);
    int64_t rows = x->shape.rank > 0 ? x->shape.dims[0] : 0, piece = rows > 0 ? x->count / rows : 0;
    for (int64_t i = 0; i < indices->count; i++) {
        int64_t row = tensor_i64(indices, i);
        if (row < 0 || row >= rows) {
            return compute_fail(c, FAULT_INVALID_ARGUMENT,
                                "indices[%lld] = %lld is not in [0, %lld)", (long long)i,
                                (long long)row, (long long)rows);
        }
        scatter_row(to, row * piece, c->in[2], i * piece, piece, c->node->def->variant);
    }
    return assign(c, 0, to);
}

bool compute_count_up_to(Call *c) {
    const Tensor *x = referred(c, 0);
    int64_t limit = compute_int(c, "limit");
    if (!x) {
        return false;
    }
    int64_t before = tensor_i64(x, 0);
    if (before >= limit) {
        return compute_fail(c, FAULT_OUT_OF_RANGE, "Reached limit of %lld", (long long)limit);
    }
    compute_assign_value(c, c->in_variable[0], tensor_scalar_i64(c->arena, x->dtype, before + 1));
    return compute_out(c, x);
}

/* ---- resource variables: the handle is a string scalar with the name of the variable's node ----
 */

bool compute_handle(Call *c) {
    return compute_out(c, tensor_scalar_str(c->arena, name_str(c->node->record.name)));
}

static Name handle_variable(const Call *c) {
    return name_of(c->e->names, tensor_text(c->in[0], 0));
}

static const Tensor *read_handle(Call *c) {
    Name variable = handle_variable(c);
    const Tensor *t = compute_variable_value(c, variable);
    if (t) {
        return t;
    }
    const char *why = c->session->values.count == 0 ? "Container localhost does not exist." : NULL;
    compute_fail(
        c, FAULT_FAILED_PRECONDITION,
        "Error while reading resource variable %s from Container: localhost. This could mean that the variable was "
        "uninitialized. Not found: %s%s%s",
        variable->text, why ? why : "Resource localhost/", why ? "" : variable->text,
        why ? "" : "/N10tensorflow3VarE does not exist.");
    return NULL;
}

bool compute_handle_initialized(Call *c) {
    bool has = compute_variable_value(c, handle_variable(c)) != NULL;
    return compute_out(c, tensor_scalar_bool(c->arena, has));
}

bool compute_handle_read(Call *c) {
    return compute_out(c, read_handle(c));
}

bool compute_handle_assign(Call *c) {
    compute_assign_value(c, handle_variable(c), c->in[1]);
    return true;
}

bool compute_handle_update(Call *c) {
    const Tensor *x = read_handle(c);
    Tensor *t =
        x ? kernel_binary(c->arena, (BinaryOp)c->node->def->variant, x, c->in[1], &c->error) : NULL;
    if (t) {
        compute_assign_value(c, handle_variable(c), t);
    }
    return t != NULL;
}

bool compute_handle_shape(Call *c) {
    const Tensor *x = read_handle(c);
    if (!x) {
        return false;
    }
    Tensor *to = tensor_make(c->arena, c->node->record.outputs[0].dtype,
                             shape_make(c->arena, 1, &(int64_t){x->shape.rank}));
    for (int d = 0; d < x->shape.rank; d++) {
        tensor_set_i64(to, d, x->shape.dims[d]);
    }
    return compute_out(c, to);
}

bool compute_handle_gather(Call *c) {
    const Tensor *x = read_handle(c);
    return x && compute_out(c, kernel_gather(c->arena, x, c->in[1], 0, &c->error));
}

/* ---- optimizers: the formulas of TensorFlow's training ops, one rounding an operation ---- */

typedef const Tensor *T;

static T op(Call *c, BinaryOp how, T x, T y) {
    return x && y ? kernel_binary(c->arena, how, x, y, &c->error) : NULL;
}

static T add(Call *c, T x, T y) {
    return op(c, BINARY_ADD, x, y);
}

static T sub(Call *c, T x, T y) {
    return op(c, BINARY_SUB, x, y);
}

static T mul(Call *c, T x, T y) {
    return op(c, BINARY_MUL, x, y);
}

static T divide(Call *c, T x, T y) {
    return op(c, BINARY_REALDIV, x, y);
}

static T power(Call *c, T x, T y) {
    return op(c, BINARY_POW, x, y);
}

static T unary(Call *c, UnaryOp how, T x) {
    return x ? kernel_unary(c->arena, how, x, &c->error) : NULL;
}

static T square(Call *c, T x) {
    return unary(c, UNARY_SQUARE, x);
}

static T root(Call *c, T x) {
    return unary(c, UNARY_SQRT, x);
}

static T number(Call *c, T like, double v) {
    return tensor_scalar_f64(c->arena, like->dtype, v);
}

/* x + (y - x) * (1 - decay), as the running means are kept */
static T toward(Call *c, T x, T y, T decay) {
    return add(c, x, mul(c, sub(c, y, x), sub(c, number(c, x, 1), decay)));
}

static bool apply_gradient_descent(Call *c) {
    return assign(c, 0, sub(c, c->in[0], mul(c, c->in[2], c->in[1])));
}

static bool apply_momentum(Call *c) {
    T lr = c->in[2], grad = c->in[3], momentum = c->in[4];
    T accum = add(c, mul(c, c->in[1], momentum), grad), step = mul(c, accum, lr);
    if (compute_bool(c, "use_nesterov")) {
        step = add(c, mul(c, grad, lr), mul(c, mul(c, accum, momentum), lr));
    }
    return assign(c, 1, accum) && assign(c, 0, sub(c, c->in[0], step));
}

static bool apply_adagrad(Call *c) {
    T accum = add(c, c->in[1], square(c, c->in[3]));
    T step = divide(c, mul(c, c->in[3], c->in[2]), root(c, accum));
    return assign(c, 1, accum) && assign(c, 0, sub(c, c->in[0], step));
}

static bool apply_adadelta(Call *c) {
    T lr = c->in[3], rho = c->in[4], epsilon = c->in[5], grad = c->in[6], one = number(c, grad, 1);
    T rest = sub(c, one, rho);
    T accum = add(c, mul(c, c->in[1], rho), mul(c, square(c, grad), rest));
    T update = mul(
        c, divide(c, root(c, add(c, c->in[2], epsilon)), root(c, add(c, accum, epsilon))), grad);
    T updates = add(c, mul(c, c->in[2], rho), mul(c, square(c, update), rest));
    return assign(c, 1, accum) && assign(c, 2, updates) &&
           assign(c, 0, sub(c, c->in[0], mul(c, update, lr)));
}

static bool apply_adam(Call *c) {
    T beta1 = c->in[6], beta2 = c->in[7], grad = c->in[9], one = number(c, grad, 1);
    T alpha = divide(c, mul(c, c->in[5], root(c, sub(c, one, c->in[4]))), sub(c, one, c->in[3]));
    T m = toward(c, c->in[1], grad, beta1), v = toward(c, c->in[2], square(c, grad), beta2);
    T used = compute_bool(c, "use_nesterov")
                 ? add(c, mul(c, sub(c, one, beta1), grad), mul(c, beta1, m))
                 : m;
    T step = divide(c, mul(c, used, alpha), add(c, root(c, v), c->in[8]));
    return assign(c, 1, m) && assign(c, 2, v) && assign(c, 0, sub(c, c->in[0], step));
}

static bool apply_rms_prop(Call *c) {
    T lr = c->in[3], rho = c->in[4], momentum = c->in[5], epsilon = c->in[6], grad = c->in[7];
    T ms = toward(c, c->in[1], square(c, grad), rho);
    T step = divide(c, mul(c, grad, lr), root(c, add(c, ms, epsilon)));
    T mom = add(c, mul(c, c->in[2], momentum), step);
    return assign(c, 1, ms) && assign(c, 2, mom) && assign(c, 0, sub(c, c->in[0], mom));
}

static bool apply_centered_rms_prop(Call *c) {
    T lr = c->in[4], rho = c->in[5], momentum = c->in[6], epsilon = c->in[7], grad = c->in[8];
    T ms = toward(c, c->in[2], square(c, grad), rho), mg = toward(c, c->in[1], grad, rho);
    T below = root(c, add(c, sub(c, ms, square(c, mg)), epsilon));
    T mom = add(c, mul(c, c->in[3], momentum), divide(c, mul(c, grad, lr), below));
    return assign(c, 1, mg) && assign(c, 2, ms) && assign(c, 3, mom) &&
           assign(c, 0, sub(c, c->in[0], mom));
}

static bool apply_ftrl(Call *c) {
    T var = c->in[0], accum = c->in[1], grad = c->in[3], lr = c->in[4], l1 = c->in[5],
      l2 = c->in[6];
    T minus = unary(c, UNARY_NEG, c->in[7]), two = number(c, grad, 2);
    T sum = add(c, accum, square(c, grad)), now = power(c, sum, minus),
      before = power(c, accum, minus);
    T linear = sub(c, add(c, c->in[2], grad), mul(c, divide(c, sub(c, now, before), lr), var));
    T below = add(c, divide(c, now, lr), mul(c, two, l2));
    T pulled = sub(c, mul(c, unary(c, UNARY_SIGN, linear), l1), linear);
    if (!below || !pulled) {
        return false;
    }
    T far = kernel_binary(c->arena, BINARY_GREATER, unary(c, UNARY_ABS, linear), l1, &c->error);
    T value = divide(c, pulled, below), zero = tensor_make(c->arena, var->dtype, var->shape);
    return assign(c, 1, sum) && assign(c, 2, linear) &&
           assign(c, 0, kernel_select(c->arena, far, value, zero, &c->error));
}

/* The variables among the inputs: references, or handles, which are followed. False: one has no
 * value. */
static bool find_variables(Call *c) {
    for (int k = 0; k < c->node->def->ninputs; k++) {
        const ArgDef *d = &opdef_inputs(c->node->def)[k];
        if (d->dtype == DTYPE_RESOURCE) {
            c->in_variable[k] = name_of(c->e->names, tensor_text(c->in[k], 0));
            c->in[k] = compute_variable_value(c, c->in_variable[k]);
        }
        if ((d->ref || d->dtype == DTYPE_RESOURCE) && !referred(c, k)) {
            return false;
        }
    }
    return true;
}

bool compute_apply(Call *c) {
    if (!find_variables(c)) {
        return false;
    }
    switch ((ApplyOp)c->node->def->variant) {
    case APPLY_GRADIENT_DESCENT: return apply_gradient_descent(c);
    case APPLY_MOMENTUM: return apply_momentum(c);
    case APPLY_ADAGRAD: return apply_adagrad(c);
    case APPLY_ADADELTA: return apply_adadelta(c);
    case APPLY_ADAM: return apply_adam(c);
    case APPLY_RMS_PROP: return apply_rms_prop(c);
    case APPLY_CENTERED_RMS_PROP: return apply_centered_rms_prop(c);
    case APPLY_FTRL: return apply_ftrl(c);
    }
    return false;
}

/* ---- the same for some rows ---- */

/* The rows of a variable as a tensor; or puts rows into a copy of it. */
static T rows_of(Call *c, T x, T indices) {
    return kernel_gather(c->arena, x, indices, 0, &c->error);
}

static T with_rows(Call *c, T x, T indices, T rows) {
    Tensor *to = tensor_keep(c->arena, x);
    int64_t row = x->shape.dims[0] ? x->count / x->shape.dims[0] : 0;
    size_t size = (size_t)row * dtype_size(x->dtype);
    for (int64_t i = 0; rows && i < indices->count; i++) {
        memcpy((char *)to->data + (size_t)tensor_i64(indices, i) * size,
               (const char *)rows->data + (size_t)i * size, size);
    }
    return rows ? to : NULL;
}

/* SparseApplyMomentum and SparseApplyAdagrad: (var, accum, lr, grad, indices [, momentum]). */
bool compute_apply_rows(Call *c) {
    if (!find_variables(c)) {
        return false;
    }
    T var = c->in[0], indices = c->in[4], lr = c->in[2], grad = c->in[3];
    T before = rows_of(c, c->in[1], indices), values = rows_of(c, var, indices), step;
    if (!before || !values) {
        return false;
    }
    T accum = c->node->def->variant == APPLY_ADAGRAD ? add(c, before, square(c, grad))
                                                     : add(c, mul(c, before, c->in[5]), grad);
    if (c->node->def->variant == APPLY_ADAGRAD) {
        step = divide(c, mul(c, grad, lr), root(c, accum));
    } else if (compute_bool(c, "use_nesterov")) {
        step = add(c, mul(c, grad, lr), mul(c, mul(c, accum, c->in[5]), lr));
    } else {
        step = mul(c, accum, lr);
    }
    return assign(c, 1, with_rows(c, c->in[1], indices, accum)) &&
           assign(c, 0, with_rows(c, var, indices, sub(c, values, step)));
}
