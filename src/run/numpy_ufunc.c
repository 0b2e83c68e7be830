/* numpy_ufunc.c: functions of two arguments, element by element, with broadcasting.
 *
 * Operands are converted to the type of the computation; elements then travel as double or as
 * int64_t, both of which give the same result as a computation in the type itself once it is stored
 * (for + - * / of float32 because double has more than twice the digits). */
#include <math.h>
#include <string.h>

#include "run/numpy_inner.h"

/* ---- the functions ---- */

static double real_add(double a, double b) {
    return a + b;
}

static double real_subtract(double a, double b) {
    return a - b;
}

static double real_multiply(double a, double b) {
    return a * b;
}

static double real_divide(double a, double b) {
    return a / b;
}

/* Quotient and remainder as numpy computes them together. */
static double floor_divide(double a, double b, double *remainder) {
    double mod = fmod(a, b);
    *remainder = mod;
    if (b == 0) {
        return a / b;
    }
    double quotient = (a - mod) / b;
    if (mod != 0 && (b < 0) != (mod < 0)) {
        *remainder = mod + b;
        quotient -= 1;
    } else if (mod == 0) {
        *remainder = copysign(0, b);
    }
    if (quotient == 0) {
        return copysign(0, a / b);
    }
    double whole = floor(quotient);
    return quotient - whole > 0.5 ? whole + 1 : whole;
}

static double real_floor_divide(double a, double b) {
    double remainder;
    return floor_divide(a, b, &remainder);
}

static double real_remainder(double a, double b) {
    double remainder;
    floor_divide(a, b, &remainder);
    return remainder;
}

static double real_maximum(double a, double b) {
    return a >= b || isnan(a) ? a : b;
}

static double real_minimum(double a, double b) {
    return a <= b || isnan(a) ? a : b;
}

static double real_logaddexp(double a, double b) {
    return a == b  ? a + log(2)
           : a > b ? a + log1p(exp(b - a))
           : a < b ? b + log1p(exp(a - b))
                   : a - b;
}

static double real_logaddexp2(double a, double b) {
    double most = a > b ? a : b;
    return a == b ? a + 1 : a != a || b != b ? a + b : most + log2(1 + exp2(-fabs(a - b)));
}

static double real_heaviside(double a, double b) {
    return isnan(a) ? a : a < 0 ? 0 : a > 0 ? 1 : b;
}

static double real_logical_and(double a, double b) {
    return a != 0 && b != 0;
}

static double real_logical_or(double a, double b) {
    return a != 0 || b != 0;
}

static double real_logical_xor(double a, double b) {
    return (a != 0) != (b != 0);
}

static double real_less(double a, double b) {
    return a < b;
}

static double real_less_equal(double a, double b) {
    return a <= b;
}

static double real_equal(double a, double b) {
    return a == b;
}

static double real_not_equal(double a, double b) {
    return a != b;
}

static double real_greater(double a, double b) {
    return a > b;
}

static double real_greater_equal(double a, double b) {
    return a >= b;
}

/* Integers wrap around. */
static int64_t integer_add(int64_t a, int64_t b) {
    return (int64_t)((uint64_t)a + (uint64_t)b);
}

static int64_t integer_subtract(int64_t a, int64_t b) {
    return (int64_t)((uint64_t)a - (uint64_t)b);
}

static int64_t integer_multiply(int64_t a, int64_t b) {
    return (int64_t)((uint64_t)a * (uint64_t)b);
}

static int64_t integer_fmod(int64_t a, int64_t b) {
    return b == 0 || b == -1 ? 0 : a % b;
}

static int64_t integer_remainder(int64_t a, int64_t b) {
    int64_t r = integer_fmod(a, b);
    return r != 0 && (r < 0) != (b < 0) ? r + b : r;
}

/* Divided by zero gives zero. */
static int64_t integer_floor_divide(int64_t a, int64_t b) {
    if (b == 0 || b == -1) {
        return b ? integer_subtract(0, a) : 0;
    }
    return a / b - (a % b != 0 && (a < 0) != (b < 0));
}

static int64_t integer_pow(int64_t a, int64_t b) {
    uint64_t result = 1, base = (uint64_t)a;
    for (; b > 0; b >>= 1, base *= base) {
        result *= b & 1 ? base : 1;
    }
    return (int64_t)result;
}

static int64_t integer_maximum(int64_t a, int64_t b) {
    return a > b ? a : b;
}

static int64_t integer_minimum(int64_t a, int64_t b) {
    return a < b ? a : b;
}

static int64_t integer_and(int64_t a, int64_t b) {
    return a & b;
}

static int64_t integer_or(int64_t a, int64_t b) {
    return a | b;
}

static int64_t integer_xor(int64_t a, int64_t b) {
    return a ^ b;
}

static int64_t integer_left(int64_t a, int64_t b) {
    return b < 0 || b > 63 ? 0 : (int64_t)((uint64_t)a << b);
}

static int64_t integer_right(int64_t a, int64_t b) {
    return b < 0 || b > 63 ? (a < 0 ? -1 : 0) : a >> b;
}

static int64_t integer_gcd(int64_t a, int64_t b) {
    while (b) {
        int64_t rest = integer_fmod(a, b);
        a = b;
        b = rest;
    }
    return a < 0 ? integer_subtract(0, a) : a;
}

static int64_t integer_lcm(int64_t a, int64_t b) {
    int64_t divisor = integer_gcd(a, b);
    int64_t r = divisor ? integer_multiply(a / divisor, b) : 0;
    return r < 0 ? integer_subtract(0, r) : r;
}

static int64_t integer_logical_and(int64_t a, int64_t b) {
    return a && b;
}

static int64_t integer_logical_or(int64_t a, int64_t b) {
    return a || b;
}

static int64_t integer_logical_xor(int64_t a, int64_t b) {
    return !a != !b;
}

static int64_t integer_less(int64_t a, int64_t b) {
    return a < b;
}

static int64_t integer_less_equal(int64_t a, int64_t b) {
    return a <= b;
}

static int64_t integer_equal(int64_t a, int64_t b) {
    return a == b;
}

static int64_t integer_not_equal(int64_t a, int64_t b) {
    return a != b;
}

static int64_t integer_greater(int64_t a, int64_t b) {
    return a > b;
}

static int64_t integer_greater_equal(int64_t a, int64_t b) {
    return a >= b;
}

/* Which types a function takes, and what comes out. */
typedef enum UfuncClass {
    TYPES_ANY,     /* bool, integers, floating; the same comes out */
    TYPES_NUMBER,  /* not bool */
    TYPES_NO_BOOL, /* bool is computed as int8 */
    TYPES_DIVIDE,  /* integers are computed as float64 */
    TYPES_FLOAT,   /* integers are computed as the floating type that holds them */
    TYPES_DOUBLE,  /* everything is computed as float64 */
    TYPES_WHOLE,   /* integers only */
    TYPES_INTEGER, /* bool and integers only */
    TYPES_SHIFT,   /* the same; bool is computed as int8 */
    TYPES_TRUTH,   /* anything; bool comes out */
} UfuncClass;

typedef struct UfuncRow {
    const char *name;
    UfuncClass class;
    double (*real)(double, double);
    int64_t (*integer)(int64_t, int64_t);
} UfuncRow;

static const UfuncRow ufuncs[] = {
#define UFUNC2(ID, name, class, real, integer) {name, class, real, integer},
#include "run/ufunc.def"
#undef UFUNC2
};

const char *ufunc_name(Ufunc f) {
    return ufuncs[f].name;
}

/* ---- elements on their way ---- */

void load_reals(const Tensor *t, int64_t offset, int64_t stride, int64_t n, double *to) {
    for (int64_t i = 0; t->dtype == DTYPE_FLOAT64 && i < n; i++) {
        to[i] = ((const double *)t->data)[offset + i * stride];
    }
    for (int64_t i = 0; t->dtype != DTYPE_FLOAT64 && i < n; i++) {
        to[i] = tensor_f64(t, offset + i * stride);
    }
}

void load_integers(const Tensor *t, int64_t offset, int64_t stride, int64_t n, int64_t *to) {
    for (int64_t i = 0; i < n; i++) {
        to[i] = tensor_i64(t, offset + i * stride);
    }
}

void store_reals(Tensor *t, int64_t offset, int64_t n, const double *from) {
    for (int64_t i = 0; i < n; i++) {
        tensor_set_f64(t, offset + i, from[i]);
    }
}

void store_integers(Tensor *t, int64_t offset, int64_t n, const int64_t *from) {
    for (int64_t i = 0; i < n; i++) {
        tensor_set_i64(t, offset + i, t->dtype == DTYPE_BOOL ? from[i] != 0 : from[i]);
    }
}

/* ---- shapes ---- */

Str shape_text(Run *run, Shape s) {
    Sink out = sink_memory(run->scratch);
    int first = 0; /* numpy leaves out the unknown ones at the beginning */
    while (first < s.rank && s.dims[first] < 0) {
        first++;
    }
    sink_char(&out, '(');
    for (int i = first; i < s.rank; i++) {
        sink_z(&out, i > first ? "," : "");
        if (s.dims[i] < 0) {
            sink_z(&out, "newaxis");
        } else {
            sink_printf(&out, "%lld", (long long)s.dims[i]);
        }
    }
    sink_z(&out, s.rank == 1 ? ",)" : ")");
    return sink_str(&out);
}

bool broadcast_shapes(Run *run, Shape x, Shape y, Shape *shape) {
    if (!shape_broadcast(run->arena, x, y, shape)) {
        return raise_value_error(run,
                                 "operands could not be broadcast together with shapes %.*s %.*s ",
                                 STR_ARG(shape_text(run, x)), STR_ARG(shape_text(run, y)));
    }
    return array_room(run, *shape);
}

int64_t *repeat_strides(Arena *arena, Shape s, Shape to) {
    int64_t *own = strides_of(arena, s);
    int64_t *strides = ARENA_ARRAY(arena, (size_t)to.rank + 1, int64_t);
    for (int i = 0; i < s.rank; i++) {
        strides[i + to.rank - s.rank] = s.dims[i] == 1 ? 0 : own[i];
    }
    return strides;
}

bool broadcast_to(Run *run, const Tensor *x, Shape shape, const Tensor **result) {
    Shape both;
    *result = x;
    if (shape_eq(x->shape, shape)) {
        return true;
    }
    bool fits = shape_broadcast(run->scratch, x->shape, shape, &both) && shape_eq(both, shape);
    if (!fits) {
        return raise_value_error(
            run, "could not broadcast input array from shape %.*s into shape %.*s",
            STR_ARG(shape_text(run, x->shape)), STR_ARG(shape_text(run, shape)));
    }
    const int64_t *strides = repeat_strides(run->scratch, x->shape, shape);
    *result = strided_copy(run->arena, x, shape, 0, strides);
    return true;
}

/* ---- the loop ---- */

#define CHUNK 128

typedef struct Loop {
    const UfuncRow *row;
    const Tensor *x, *y;
    int64_t step_x, step_y; /* along the last dim */
    Tensor *out;
    bool flip; /* uint64: the highest bit is turned, so that order is that of int64 */
} Loop;

static void reals_chunk(const Loop *l, int64_t x, int64_t y, int64_t out, int64_t n) {
    double a[CHUNK], b[CHUNK];
    load_reals(l->x, x, l->step_x, n, a);
    load_reals(l->y, y, l->step_y, n, b);
    for (int64_t i = 0; i < n; i++) {
        a[i] = l->row->real(a[i], b[i]);
    }
    store_reals(l->out, out, n, a);
}

static void integers_chunk(const Loop *l, int64_t x, int64_t y, int64_t out, int64_t n) {
    int64_t a[CHUNK], b[CHUNK];
    int64_t flip = l->flip ? INT64_MIN : 0;
    int64_t back = l->out->dtype == DTYPE_UINT64 ? flip : 0;
    load_integers(l->x, x, l->step_x, n, a);
    load_integers(l->y, y, l->step_y, n, b);
    for (int64_t i = 0; i < n; i++) {
        a[i] = l->row->integer(a[i] ^ flip, b[i] ^ flip) ^ back;
    }
    store_integers(l->out, out, n, a);
}

static void loop_row(const Loop *l, bool real, int64_t x, int64_t y, int64_t out, int64_t n) {
    for (int64_t i = 0; i < n; i += CHUNK) {
        int64_t some = n - i < CHUNK ? n - i : CHUNK;
        (real ? reals_chunk : integers_chunk)(l, x + i * l->step_x, y + i * l->step_y, out + i,
                                              some);
    }
}

static void loop_all(Run *run, Loop *l) {
    Shape s = l->out->shape;
    const int64_t *sx = repeat_strides(run->scratch, l->x->shape, s);
    const int64_t *sy = repeat_strides(run->scratch, l->y->shape, s);
    int64_t row = s.rank ? s.dims[s.rank - 1] : 1;
    Shape rows = {s.rank ? s.rank - 1 : 0, s.dims};
    bool real = dtype_is_inexact(l->x->dtype);
    if (!l->out->count) {
        return;
    }
    const int64_t *at_x = strided_positions(run->scratch, rows, 0, sx);
    const int64_t *at_y = strided_positions(run->scratch, rows, 0, sy);
    l->step_x = s.rank ? sx[s.rank - 1] : 0;
    l->step_y = s.rank ? sy[s.rank - 1] : 0;
    for (int64_t i = 0, n = shape_count(rows); i < n; i++) {
        loop_row(l, real, at_x[i], at_y[i], i * row, row);
    }
}

/* ---- which type to compute in ---- */

static bool no_loop(Run *run, const UfuncRow *row) {
    return raise_type_error(
        run,
        "ufunc '%s' not supported for the input types, and the inputs could not be "
        "safely coerced to any supported types according to the casting rule ''safe''",
        row->name);
}

static bool no_string_loop(Run *run, const UfuncRow *row, Operand x, Operand y) {
    Str a, b;
    return value_repr(run, dtype_of_operand(run, x), &a) &&
           value_repr(run, dtype_of_operand(run, y), &b) &&
           raise_error(run, run->numpy->no_loop,
                       "ufunc '%s' did not contain a loop with signature matching types (%.*s, "
                       "%.*s) -> None",
                       row->name, STR_ARG(a), STR_ARG(b));
}

DType floating_of(DType t) {
    if (dtype_is_inexact(t)) {
        return t;
    }
    size_t size = dtype_size(t);
    return size == 1 ? DTYPE_FLOAT16 : size == 2 ? DTYPE_FLOAT32 : DTYPE_FLOAT64;
}

static bool computing_type(Run *run, const UfuncRow *row, DType common, DType *type) {
    bool boolean = common == DTYPE_BOOL, whole = dtype_is_integer(common);
    *type = common;
    if (dtype_class(common) == DTYPE_CLASS_COMPLEX) {
        return refuse(run, NULL, "arithmetic of complex numbers");
    }
    switch (row->class) {
    case TYPES_ANY:
    case TYPES_TRUTH: return true;
    case TYPES_NUMBER:
        return !boolean ||
               raise_type_error(
                   run, "numpy boolean subtract, the `-` operator, is not supported, use the "
                        "bitwise_xor, the `^` operator, or the logical_xor function instead.");
    case TYPES_NO_BOOL: *type = boolean ? DTYPE_INT8 : common; return true;
    case TYPES_DIVIDE: *type = boolean || whole ? DTYPE_FLOAT64 : common; return true;
    case TYPES_FLOAT: *type = floating_of(common); return true;
    case TYPES_DOUBLE: *type = DTYPE_FLOAT64; return true;
    case TYPES_WHOLE: return whole || no_loop(run, row);
    case TYPES_INTEGER: return boolean || whole || no_loop(run, row);
    case TYPES_SHIFT:
        *type = boolean ? DTYPE_INT8 : common;
        return boolean || whole || no_loop(run, row);
    }
    return false;
}

/* Comparing strings. */
static bool compare_texts(Run *run, Ufunc f, Operand x, Operand y, Operand *result) {
    Shape shape;
    const Tensor *a, *b;
    if (!broadcast_shapes(run, x.tensor->shape, y.tensor->shape, &shape) ||
        !broadcast_to(run, x.tensor, shape, &a) || !broadcast_to(run, y.tensor, shape, &b)) {
        return false;
    }
    Tensor *out = tensor_make(run->arena, DTYPE_BOOL, shape);
    for (int64_t i = 0; i < out->count; i++) {
        int order = str_cmp(tensor_text(a, i), tensor_text(b, i));
        tensor_set_i64(out, i, ufuncs[f].integer(order, 0));
    }
    *result = (Operand){out, false, 0};
    return true;
}

static bool negative_power(Run *run, Ufunc f, DType type, const Tensor *y) {
    if (f != UFUNC_POWER || !dtype_is_integer(type)) {
        return false;
    }
    for (int64_t i = 0; i < y->count; i++) {
        if (dtype_class(y->dtype) == DTYPE_CLASS_INT && tensor_i64(y, i) < 0) {
            raise_value_error(run, "Integers to negative integer powers are not allowed.");
            return true;
        }
    }
    return false;
}

/* x ** 0.5 of an array is its square root, which may differ in the last digit. */
static double power_of_half(double a, double b) {
    (void)b;
    return sqrt(a);
}

static bool is_root(Ufunc f, const Tensor *x, const Tensor *y) {
    return f == UFUNC_POWER && dtype_is_inexact(x->dtype) && !y->shape.rank && y->count &&
           y->dtype != DTYPE_STRING && tensor_f64(y, 0) == 0.5;
}

static bool is_comparison(Ufunc f) {
    return f >= UFUNC_LESS && f <= UFUNC_GREATER_EQUAL;
}

static bool loop_run(Run *run, Ufunc f, const UfuncRow *row, DType type, Operand x, Operand y,
                     Operand *result) {
    Loop l = {.row = row,
              .flip = type == DTYPE_UINT64 && (is_comparison(f) || row->class == TYPES_ANY)};
    l.flip = l.flip && f != UFUNC_ADD && f != UFUNC_MULTIPLY;
    Shape shape;
    if (!broadcast_shapes(run, x.tensor->shape, y.tensor->shape, &shape)) {
        return false;
    }
    l.x = number_as(run, x.tensor, type);
    l.y = number_as(run, y.tensor, type);
    l.out = tensor_make(run->arena, row->class == TYPES_TRUTH ? DTYPE_BOOL : type, shape);
    loop_all(run, &l);
    *result = (Operand){l.out, false, 0};
    return true;
}

bool ufunc_binary(Run *run, Ufunc f, Operand x, Operand y, Operand *result) {
    const UfuncRow *row = &ufuncs[f];
    UfuncRow root = {row->name, row->class, power_of_half, row->integer};
    const Tensor *both[2] = {x.tensor, y.tensor};
    DType type;
    if (both[0]->dtype == DTYPE_BFLOAT16 || both[1]->dtype == DTYPE_BFLOAT16) {
        return refuse_bfloat(run);
    }
    if (both[0]->dtype == DTYPE_STRING && both[1]->dtype == DTYPE_STRING && is_comparison(f)) {
        return compare_texts(run, f, x, y, result);
    }
    if (both[0]->dtype == DTYPE_STRING || both[1]->dtype == DTYPE_STRING) {
        return no_string_loop(run, row, x, y);
    }
    if (!computing_type(run, row, result_type(2, both), &type) ||
        negative_power(run, f, type, y.tensor)) {
        return false;
    }
    return loop_run(run, f, is_root(f, x.tensor, y.tensor) ? &root : row, type, x, y, result);
}
