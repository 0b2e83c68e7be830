/* kernels_binary.c: two operands, element by element, repeated where a dim is 1. */
#include "tensor/kernels.h"

#include <math.h>
#include <string.h>

#include "tensor/kernel_util.h"

static bool is_comparison(BinaryOp op) {
    return op >= BINARY_LESS && op <= BINARY_NOT_EQUAL;
}

static bool is_logical(BinaryOp op) {
    return op == BINARY_AND || op == BINARY_OR;
}

/* The remainder has the sign of y. */
static float floor_mod_f32(float x, float y) {
    float rest = fmodf(x, y);
    return (x < 0) == (y < 0) ? rest : fmodf(rest + y, y);
}

static double floor_mod_f64(double x, double y) {
    double rest = fmod(x, y);
    return (x < 0) == (y < 0) ? rest : fmod(rest + y, y);
}

static float binary_f32(BinaryOp op, float x, float y) {
    switch (op) {
    case BINARY_ADD: return x + y;
    case BINARY_SUB: return x - y;
    case BINARY_MUL: return x * y;
    case BINARY_REALDIV:
    case BINARY_DIV: return x / y;
    case BINARY_FLOORDIV: return floorf(x / y);
    case BINARY_FLOORMOD: return floor_mod_f32(x, y);
    case BINARY_POW: return powf(x, y);
    case BINARY_MAXIMUM: return x < y ? y : x;
    case BINARY_MINIMUM: return y < x ? y : x;
    case BINARY_SQUARED_DIFFERENCE: return (x - y) * (x - y);
    case BINARY_LESS:
    case BINARY_LESS_EQUAL:
    case BINARY_GREATER:
    case BINARY_GREATER_EQUAL:
    case BINARY_EQUAL:
    case BINARY_NOT_EQUAL:
    case BINARY_AND:
    case BINARY_OR: break;
    }
    return 0;
}

static double binary_f64(BinaryOp op, double x, double y) {
    switch (op) {
    case BINARY_ADD: return x + y;
    case BINARY_SUB: return x - y;
    case BINARY_MUL: return x * y;
    case BINARY_REALDIV:
    case BINARY_DIV: return x / y;
    case BINARY_FLOORDIV: return floor(x / y);
    case BINARY_FLOORMOD: return floor_mod_f64(x, y);
    case BINARY_POW: return pow(x, y);
    case BINARY_MAXIMUM: return x < y ? y : x;
    case BINARY_MINIMUM: return y < x ? y : x;
    case BINARY_SQUARED_DIFFERENCE: return (x - y) * (x - y);
    case BINARY_LESS:
    case BINARY_LESS_EQUAL:
    case BINARY_GREATER:
    case BINARY_GREATER_EQUAL:
    case BINARY_EQUAL:
    case BINARY_NOT_EQUAL:
    case BINARY_AND:
    case BINARY_OR: break;
    }
    return 0;
}

static double complex binary_complex(BinaryOp op, double complex x, double complex y) {
    switch (op) {
    case BINARY_ADD: return x + y;
    case BINARY_SUB: return x - y;
    case BINARY_MUL: return x * y;
    case BINARY_REALDIV:
    case BINARY_DIV: return x / y;
    case BINARY_POW: return cpow(x, y);
    case BINARY_SQUARED_DIFFERENCE: return (x - y) * conj(x - y);
    case BINARY_FLOORDIV:
    case BINARY_FLOORMOD:
    case BINARY_MAXIMUM:
    case BINARY_MINIMUM:
    case BINARY_LESS:
    case BINARY_LESS_EQUAL:
    case BINARY_GREATER:
    case BINARY_GREATER_EQUAL:
    case BINARY_EQUAL:
    case BINARY_NOT_EQUAL:
    case BINARY_AND:
    case BINARY_OR: break;
    }
    return 0;
}

/* Wraps, as the multiplications in TensorFlow do. */
static uint64_t int_power(uint64_t base, uint64_t exponent) {
    uint64_t result = 1;
    for (; exponent > 0; exponent >>= 1) {
        if (exponent & 1) {
            result *= base;
        }
        base *= base;
    }
    return result;
}

/* Quotients of int64; the most negative number over -1 wraps instead of trapping. */
static int64_t div_i64(int64_t x, int64_t y, bool floored) {
    if (y == -1) {
        return (int64_t)(0 - (uint64_t)x);
    }
    int64_t q = x / y;
    return floored && x % y != 0 && (x < 0) != (y < 0) ? q - 1 : q;
}

static int64_t floor_mod_i64(int64_t x, int64_t y) {
    int64_t rest = y == -1 ? 0 : x % y;
    return rest != 0 && (rest < 0) != (y < 0) ? rest + y : rest;
}

static int64_t binary_i64(BinaryOp op, int64_t x, int64_t y) {
    uint64_t difference = (uint64_t)x - (uint64_t)y;
    switch (op) {
    case BINARY_ADD: return (int64_t)((uint64_t)x + (uint64_t)y);
    case BINARY_SUB: return (int64_t)difference;
    case BINARY_MUL: return (int64_t)((uint64_t)x * (uint64_t)y);
    case BINARY_REALDIV:
    case BINARY_DIV: return div_i64(x, y, false);
    case BINARY_FLOORDIV: return div_i64(x, y, true);
    case BINARY_FLOORMOD: return floor_mod_i64(x, y);
    case BINARY_POW: return (int64_t)int_power((uint64_t)x, (uint64_t)y);
    case BINARY_MAXIMUM: return x < y ? y : x;
    case BINARY_MINIMUM: return y < x ? y : x;
    case BINARY_SQUARED_DIFFERENCE: return (int64_t)(difference * difference);
    case BINARY_AND: return x && y;
    case BINARY_OR: return x || y;
    case BINARY_LESS:
    case BINARY_LESS_EQUAL:
    case BINARY_GREATER:
    case BINARY_GREATER_EQUAL:
    case BINARY_EQUAL:
    case BINARY_NOT_EQUAL: break;
    }
    return 0;
}

static uint64_t binary_u64(BinaryOp op, uint64_t x, uint64_t y) {
    switch (op) {
    case BINARY_REALDIV:
    case BINARY_DIV:
    case BINARY_FLOORDIV: return x / y;
    case BINARY_FLOORMOD: return x % y;
    case BINARY_MAXIMUM: return x < y ? y : x;
    case BINARY_MINIMUM: return y < x ? y : x;
    case BINARY_ADD:
    case BINARY_SUB:
    case BINARY_MUL:
    case BINARY_POW:
    case BINARY_SQUARED_DIFFERENCE:
    case BINARY_AND:
    case BINARY_OR:
    case BINARY_LESS:
    case BINARY_LESS_EQUAL:
    case BINARY_GREATER:
    case BINARY_GREATER_EQUAL:
    case BINARY_EQUAL:
    case BINARY_NOT_EQUAL: break;
    }
    return (uint64_t)binary_i64(op, (int64_t)x, (int64_t)y);
}

/* All three are false when an operand is nan. */
static bool holds(BinaryOp op, bool less, bool equal, bool greater) {
    switch (op) {
    case BINARY_LESS: return less;
    case BINARY_LESS_EQUAL: return less || equal;
    case BINARY_GREATER: return greater;
    case BINARY_GREATER_EQUAL: return greater || equal;
    case BINARY_EQUAL: return equal;
    case BINARY_NOT_EQUAL: return !equal;
    case BINARY_ADD:
    case BINARY_SUB:
    case BINARY_MUL:
    case BINARY_REALDIV:
    case BINARY_DIV:
    case BINARY_FLOORDIV:
    case BINARY_FLOORMOD:
    case BINARY_POW:
    case BINARY_MAXIMUM:
    case BINARY_MINIMUM:
    case BINARY_SQUARED_DIFFERENCE:
    case BINARY_AND:
    case BINARY_OR: break;
    }
    return false;
}

static bool compare(BinaryOp op, Lane lane, const Row *x, const Row *y, int k) {
    switch (lane) {
    case LANE_F32: return holds(op, y->f[k] > x->f[k], x->f[k] == y->f[k], x->f[k] > y->f[k]);
    case LANE_F64: return holds(op, y->d[k] > x->d[k], x->d[k] == y->d[k], x->d[k] > y->d[k]);
    case LANE_I64: return holds(op, y->i[k] > x->i[k], x->i[k] == y->i[k], x->i[k] > y->i[k]);
    case LANE_U64: return holds(op, y->u[k] > x->u[k], x->u[k] == y->u[k], x->u[k] > y->u[k]);
    case LANE_COMPLEX: return holds(op, false, x->c[k] == y->c[k], false);
    case LANE_NONE: break;
    }
    return false;
}

static void arithmetic(BinaryOp op, Lane lane, const Row *x, const Row *y, Row *out, int k) {
    switch (lane) {
    case LANE_F32: out->f[k] = binary_f32(op, x->f[k], y->f[k]); return;
    case LANE_F64: out->d[k] = binary_f64(op, x->d[k], y->d[k]); return;
    case LANE_I64: out->i[k] = binary_i64(op, x->i[k], y->i[k]); return;
    case LANE_U64: out->u[k] = binary_u64(op, x->u[k], y->u[k]); return;
    case LANE_COMPLEX: out->c[k] = binary_complex(op, x->c[k], y->c[k]); return;
    case LANE_NONE: return;
    }
}

static void compute_row(BinaryOp op, Lane lane, const Row *x, const Row *y, Row *out, int n) {
    for (int k = 0; k < n; k++) {
        if (is_comparison(op)) {
            out->i[k] = compare(op, lane, x, y, k);
        } else {
            arithmetic(op, lane, x, y, out, k);
        }
    }
}

/* The shapes of one operation: what is visited, and how each operand is repeated over it.
 * Operands of the same shape, and scalars, are visited as one long row. */
static RowWalk plan(Arena *a, const Tensor *x, const Tensor *y, Shape out, int64_t count) {
    static const int64_t none = 0, one = 1;
    bool flat_x = x->count == count || x->count == 1;
    bool flat_y = y->count == count || y->count == 1;
    if (flat_x && flat_y) {
        Shape flat = shape_make(a, 1, &count);
        return rows_make(a, flat, x->count == 1 ? &none : &one, y->count == 1 ? &none : &one);
    }
    return rows_make(a, out, broadcast_strides(a, x->shape, out),
                     broadcast_strides(a, y->shape, out));
}

static void numbers(Tensor *out, BinaryOp op, const Tensor *x, const Tensor *y, RowWalk w) {
    Lane lane = lane_of(x->dtype);
    Row p, q, result;
    int64_t step_x = rows_step(&w, 0), step_y = rows_step(&w, 1);
    for (int64_t r = 0; r < w.rows; r++, rows_next(&w)) {
        for (int64_t i = 0; i < w.row; i += ROW_MAX) {
            int n = row_piece(w.row - i);
            lane_load(x, w.offset[0] + i * step_x, step_x, n, &p);
            lane_load(y, w.offset[1] + i * step_y, step_y, n, &q);
            compute_row(op, lane, &p, &q, &result, n);
            lane_store(out, r * w.row + i, n, &result);
        }
    }
}

static void strings(Arena *a, Tensor *out, BinaryOp op, const Tensor *x, const Tensor *y,
                    RowWalk w) {
    int64_t step_x = rows_step(&w, 0), step_y = rows_step(&w, 1);
    for (int64_t r = 0; r < w.rows; r++, rows_next(&w)) {
        for (int64_t i = 0; i < w.row; i++) {
            Str p = tensor_text(x, w.offset[0] + i * step_x);
            Str q = tensor_text(y, w.offset[1] + i * step_y);
            if (op == BINARY_ADD) {
                ((Str *)out->data)[r * w.row + i] = str_join2(a, p, q);
            } else {
                tensor_set_i64(out, r * w.row + i, str_eq(p, q) == (op == BINARY_EQUAL));
            }
        }
    }
}

static bool binary_known(BinaryOp op, DType t) {
    switch (dtype_class(t)) {
    case DTYPE_CLASS_BOOL: return is_logical(op) || op == BINARY_EQUAL || op == BINARY_NOT_EQUAL;
    case DTYPE_CLASS_INT:
    case DTYPE_CLASS_UINT:
    case DTYPE_CLASS_FLOAT: return !is_logical(op);
    case DTYPE_CLASS_COMPLEX:
        return op <= BINARY_DIV || op == BINARY_POW || op == BINARY_SQUARED_DIFFERENCE ||
               op == BINARY_EQUAL || op == BINARY_NOT_EQUAL;
    case DTYPE_CLASS_STRING:
        return op == BINARY_ADD || op == BINARY_EQUAL || op == BINARY_NOT_EQUAL;
    case DTYPE_CLASS_NONE: break;
    }
    return false;
}

/* What integer operands make impossible; NULL when nothing does. */
static const char *integer_fault(BinaryOp op, const Tensor *y) {
    bool divides = op >= BINARY_REALDIV && op <= BINARY_FLOORMOD;
    bool is_signed = dtype_class(y->dtype) == DTYPE_CLASS_INT;
    if (!is_signed && dtype_class(y->dtype) != DTYPE_CLASS_UINT) {
        return NULL;
    }
    for (int64_t i = 0; i < y->count && (divides || op == BINARY_POW); i++) {
        int64_t v = tensor_i64(y, i);
        if (divides && v == 0) {
            return "Integer division by zero";
        }
        if (op == BINARY_POW && is_signed && v < 0) {
            return "Integers to negative integer powers are not allowed";
        }
    }
    return NULL;
}

/* Two steps, because float16 is rounded after each. */
static Tensor *half_steps(Arena *a, BinaryOp op, const Tensor *x, const Tensor *y, Str *error) {
    bool squares = op == BINARY_SQUARED_DIFFERENCE;
    Tensor *first = kernel_binary(a, squares ? BINARY_SUB : BINARY_REALDIV, x, y, error);
    return first ? kernel_unary(a, squares ? UNARY_SQUARE : UNARY_FLOOR, first, error) : NULL;
}

Tensor *kernel_binary(Arena *a, BinaryOp op, const Tensor *x, const Tensor *y, Str *error) {
    Shape shape;
    if (x->dtype != y->dtype || !binary_known(op, x->dtype)) {
        return kernel_refuse_dtype(a, error, x->dtype);
    }
    if (dtype_size(x->dtype) == 2 && dtype_class(x->dtype) == DTYPE_CLASS_FLOAT &&
        (op == BINARY_SQUARED_DIFFERENCE || op == BINARY_FLOORDIV)) {
        return half_steps(a, op, x, y, error);
    }
    if (!shape_broadcast(a, x->shape, y->shape, &shape)) {
        return kernel_refuse(error, str_printf(a, "Incompatible shapes: %s vs. %s",
                                               kernel_shape(a, x), kernel_shape(a, y)));
    }
    Tensor *out = tensor_make(a, is_comparison(op) ? DTYPE_BOOL : x->dtype, shape);
    const char *fault = out->count > 0 ? integer_fault(op, y) : NULL;
    if (fault) {
        return kernel_refuse(error, str_of(fault));
    }
    RowWalk w = plan(a, x, y, out->shape, out->count);
    if (x->dtype == DTYPE_STRING) {
        strings(a, out, op, x, y, w);
    } else {
        numbers(out, op, x, y, w);
    }
    return out;
}
