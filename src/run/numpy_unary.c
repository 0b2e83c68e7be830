/* numpy_unary.c: functions of one argument, element by element: np.exp, np.abs, np.isnan … and
 * rounding. */
#include <math.h>
#include <string.h>

#include "run/numpy_functions.h"

#define DEGREES (180.0 / 3.141592653589793)
#define RADIANS (3.141592653589793 / 180.0)
#define SINGLE_PI 3.14159274101257324 /* as a float */

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

static int64_t integer_invert(int64_t i) {
    return ~i;
}

typedef enum UnaryClass {
    UNARY_WHOLE, /* bool and integers, which stay what they are */
    UNARY_FLOAT, /* integers are computed as a floating type */
    UNARY_SAME,  /* the same type comes out */
    UNARY_TRUTH, /* bool comes out */
} UnaryClass;

struct UnaryRow {
    const char *alias; /* under which it is found */
    const char *name;  /* its own */
    UnaryClass class;
    double (*real)(double);
    int64_t (*integer)(int64_t);
};

static const UnaryRow unary_rows[] = {
#define UFUNC1(alias, name, class, real, integer) {alias, name, class, real, integer},
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

/* Angles of small floating types are turned by a float; 0: any other function. */
static float single_factor(const UnaryRow *row, DType type) {
    bool small = type == DTYPE_FLOAT32 || type == DTYPE_FLOAT16;
    return !small                    ? 0
           : row->real == degrees_of ? (float)(180.0 / SINGLE_PI)
           : row->real == radians_of ? (float)(SINGLE_PI / 180.0)
                                     : 0;
}

static void unary_loop(const UnaryRow *row, const Tensor *x, Tensor *out) {
    bool real = dtype_is_inexact(x->dtype);
    float factor = single_factor(row, x->dtype);
    for (int64_t i = 0; i < x->count; i++) {
        if (real) {
            double d = tensor_f64(x, i);
            tensor_set_f64(out, i, factor != 0 ? (double)((float)d * factor) : row->real(d));
            continue;
        }
        int64_t v = row->integer(tensor_i64(x, i));
        bool invert = row->class == UNARY_WHOLE;
        tensor_set_i64(out, i, out->dtype != DTYPE_BOOL ? v : invert ? v & 1 : v != 0);
    }
}

bool ufunc_unary(Run *run, const UnaryRow *row, Operand x, Operand *result) {
    DType own = x.tensor->dtype;
    if (own == DTYPE_BFLOAT16) {
        return refuse_bfloat(run);
    }
    bool keeps = row->class != UNARY_SAME || row->integer == absolute_of || own != DTYPE_BOOL;
    DType in = row->class == UNARY_FLOAT ? floating_of(own) : keeps ? own : DTYPE_INT8;
    if (!dtype_is_numeric(in) && in != DTYPE_BOOL) {
        return unknown_type(run, row, x.tensor);
    }
    if (dtype_class(in) == DTYPE_CLASS_COMPLEX || x.tensor->dtype == DTYPE_STRING) {
        return unknown_type(run, row, x.tensor);
    }
    bool negative = row->integer == integer_minus;
    if (own == DTYPE_BOOL && negative) {
        return raise_type_error(
            run, "The numpy boolean negative, the `-` operator, is not supported, use the `~` "
                 "operator or the logical_not function instead.");
    }
    if (own == DTYPE_BOOL && (row->integer == integer_sign || strcmp(row->name, "positive") == 0)) {
        return raise_error(run, run->numpy->no_loop,
                           "ufunc '%s' did not contain a loop with signature matching types <class "
                           "'numpy.dtype[bool_]'> -> None",
                           row->name);
    }
    if (row->class == UNARY_WHOLE && dtype_is_inexact(in)) {
        return unknown_type(run, row, x.tensor);
    }
    x.tensor = number_as(run, x.tensor, in);
    Tensor *out =
        tensor_make(run->arena, row->class == UNARY_TRUTH ? DTYPE_BOOL : in, x.tensor->shape);
    unary_loop(row, x.tensor, out);
    *result = (Operand){out, false, 0};
    return true;
}

const char *unary_name(const UnaryRow *row) {
    return row->name;
}

const UnaryRow *unary_row(size_t i, const char **name) {
    bool there = i < sizeof unary_rows / sizeof *unary_rows;
    *name = there ? unary_rows[i].alias : NULL;
    return there ? &unary_rows[i] : NULL;
}

/* abs(array) */
bool np_absolute(Run *run, const Value *args, Value *result) {
    static const UnaryRow row = {"abs", "absolute", UNARY_SAME, fabs, absolute_of};
    Operand x, z;
    if (!tensor_of(run, args[0], &x) || !ufunc_unary(run, &row, x, &z)) {
        return false;
    }
    *result = result_make(run, z);
    return true;
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
    if (x.tensor->dtype == DTYPE_BOOL) { /* becomes float16 */
        *result = (Operand){tensor_cast(run->arena, x.tensor, DTYPE_FLOAT16), false, 0};
        return true;
    }
    if (!dtype_is_numeric(x.tensor->dtype) || dtype_class(x.tensor->dtype) == DTYPE_CLASS_COMPLEX) {
        return refuse(run, NULL, "rounding an array of this type");
    }
    Tensor *t = tensor_same(run, x.tensor);
    for (int64_t i = 0; i < t->count && (dtype_is_inexact(t->dtype) || decimals < 0); i++) {
        tensor_set_f64(t, i, round_element(tensor_f64(t, i), t->dtype, decimals));
    }
    *result = (Operand){t, false, 0};
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
