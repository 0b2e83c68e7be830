/* numpy_unary.c: functions of one argument, element by element: np.exp, np.abs, np.isnan … and
 * rounding. */
#include <math.h>

#include "run/numpy_functions.h"

#define DEGREES (180.0 / 3.141592653589793)
#define RADIANS (3.141592653589793 / 180.0)

static double degrees_of(double d) {
    return d * DEGREES;
}

static double radians_of(double d) {
    return d * RADIANS;
}

static double square_of(double d) {
    return d * d;
}

static double sign_of(double d) {
    return isnan(d) ? d : (d > 0) - (d < 0);
}

static double minus_of(double d) {
    return -d;
}

static double itself(double d) {
    return d;
}

static double one_over(double d) {
    return 1 / d;
}

static double is_nan(double d) {
    return isnan(d) != 0;
}

static double is_inf(double d) {
    return isinf(d) != 0;
}

static double is_finite(double d) {
    return isfinite(d) != 0;
}

static double is_minus_inf(double d) {
    return isinf(d) && d < 0;
}

static double is_plus_inf(double d) {
    return isinf(d) && d > 0;
}

static double sign_bit(double d) {
    return signbit(d) != 0;
}

static double is_zero(double d) {
    return d == 0;
}

static int64_t integer_minus(int64_t i) {
    return (int64_t)(0 - (uint64_t)i);
}

static int64_t absolute_of(int64_t i) {
    return i < 0 ? integer_minus(i) : i;
}

static int64_t integer_square(int64_t i) {
    return (int64_t)((uint64_t)i * (uint64_t)i);
}

static int64_t integer_sign(int64_t i) {
    return (i > 0) - (i < 0);
}

static int64_t integer_itself(int64_t i) {
    return i;
}

static int64_t integer_one_over(int64_t i) {
    return i == 1 || i == -1 ? i : 0;
}

static int64_t integer_no(int64_t i) {
    (void)i;
    return 0;
}

static int64_t integer_yes(int64_t i) {
    (void)i;
    return 1;
}

static int64_t integer_below(int64_t i) {
    return i < 0;
}

static int64_t integer_is_zero(int64_t i) {
    return i == 0;
}

typedef enum UnaryClass {
    UNARY_FLOAT, /* integers are computed as a floating type */
    UNARY_SAME,  /* the same type comes out */
    UNARY_TRUTH, /* bool comes out */
} UnaryClass;

struct UnaryRow {
    const char *name;
    UnaryClass class;
    double (*real)(double);
    int64_t (*integer)(int64_t);
};

static const UnaryRow unary_rows[] = {
#define UFUNC1(name, class, real, integer) {name, class, real, integer},
#include "run/ufunc.def"
#undef UFUNC1
};

/* ---- the loop ---- */

static bool unknown_type(Run *run, const UnaryRow *row, const Tensor *t) {
    if (dtype_class(t->dtype) == DTYPE_CLASS_COMPLEX) {
        return refuse(run, NULL, "arithmetic of complex numbers");
    }
    return raise_type_error(
        run,
        "ufunc '%s' not supported for the input types, and the inputs could not be "
        "safely coerced to any supported types according to the casting rule ''safe''",
        row->name);
}

static void unary_loop(const UnaryRow *row, const Tensor *x, Tensor *out) {
    bool real = dtype_is_inexact(x->dtype);
    for (int64_t i = 0; i < x->count; i++) {
        if (real) {
            tensor_set_f64(out, i, row->real(tensor_f64(x, i)));
            continue;
        }
        int64_t v = row->integer(tensor_i64(x, i));
        tensor_set_i64(out, i, out->dtype == DTYPE_BOOL ? v != 0 : v);
    }
}

static bool unary_apply(Run *run, const UnaryRow *row, Operand x, Operand *result) {
    DType in = row->class == UNARY_FLOAT ? floating_of(x.tensor->dtype) : x.tensor->dtype;
    if (!dtype_is_numeric(in) && in != DTYPE_BOOL) {
        return unknown_type(run, row, x.tensor);
    }
    if (dtype_class(in) == DTYPE_CLASS_COMPLEX || x.tensor->dtype == DTYPE_STRING) {
        return unknown_type(run, row, x.tensor);
    }
    x.tensor = number_as(run, x.tensor, in);
    Tensor *out =
        tensor_make(run->arena, row->class == UNARY_TRUTH ? DTYPE_BOOL : in, x.tensor->shape);
    unary_loop(row, x.tensor, out);
    *result = (Operand){out, false};
    return true;
}

bool plain_ufunc(Run *run, const char *name, const Value *options) {
    static const char *const names[] = {"out", "where", "dtype"};
    for (int i = 0; i < 3; i++) {
        bool truth = options[i].kind == VALUE_BOOL && options[i].as.boolean;
        if (given(options[i]) && !(i == 1 && truth)) {
            return refuse(run, NULL, "the parameter '%s' of numpy.%s", names[i], name);
        }
    }
    return true;
}

static bool unary_function(Run *run, const void *row, const Value *args, Value *result) {
    Operand x, z;
    if (!plain_ufunc(run, ((const UnaryRow *)row)->name, args + 1) ||
        !tensor_of(run, args[0], &x) || !unary_apply(run, row, x, &z)) {
        return false;
    }
    *result = result_make(run, z);
    return true;
}

/* abs(array) */
bool np_absolute(Run *run, const Value *args, Value *result) {
    const Value with_options[4] = {args[0], value_none(), value_bool(true), value_none()};
    size_t i = 0;
    while (!str_is(str_of(unary_rows[i].name), "absolute")) {
        i++;
    }
    return unary_function(run, &unary_rows[i], with_options, result);
}

void install_numpy_unary(Run *run, Numpy *np) {
    size_t n = sizeof unary_rows / sizeof *unary_rows;
    NativeSpec *specs = ARENA_ARRAY(run->arena, n + 1, NativeSpec);
    for (size_t i = 0; i < n; i++) {
        specs[i].name = unary_rows[i].name;
        specs[i].signature = "x, /, out=None, where=True, dtype=None";
        specs[i].fn_row = unary_function;
        specs[i].row = &unary_rows[i];
    }
    module_add_functions(run, np->module, specs);
}

/* ---- rounding ---- */

/* numpy scales, rounds to even and scales back; float32 is rounded to its digits after each of
 * these. */
static double round_element(double d, DType type, int64_t decimals) {
    bool single = type != DTYPE_FLOAT64;
    double scale = pow(10, fabs((double)decimals));
    double scaled = decimals >= 0 ? d * scale : d / scale;
    double whole = nearbyint(single ? (double)(float)scaled : scaled);
    double r = decimals >= 0 ? whole / scale : whole * scale;
    return isfinite(d) ? r : d;
}

bool numpy_round(Run *run, Operand x, int64_t decimals, Operand *result) {
    if (!dtype_is_numeric(x.tensor->dtype) || dtype_class(x.tensor->dtype) == DTYPE_CLASS_COMPLEX) {
        return refuse(run, NULL, "rounding an array of this type");
    }
    Tensor *t = tensor_same(run, x.tensor);
    for (int64_t i = 0; i < t->count && (dtype_is_inexact(t->dtype) || decimals < 0); i++) {
        tensor_set_f64(t, i, round_element(tensor_f64(t, i), t->dtype, decimals));
    }
    *result = (Operand){t, false};
    return true;
}

bool numpy_clip(Run *run, Operand x, Value low, Value high, Operand *result) {
    Operand bound;
    *result = x;
    if (!given(low) && !given(high)) {
        return raise_value_error(run, "One of max or min must be given");
    }
    if (given(low) && (!tensor_of(run, low, &bound) ||
                       !ufunc_binary(run, UFUNC_MAXIMUM, *result, bound, result))) {
        return false;
    }
    return !given(high) || (tensor_of(run, high, &bound) &&
                            ufunc_binary(run, UFUNC_MINIMUM, *result, bound, result));
}
