/* numpy_random_several.c: numpy.random: several numbers at a time: counts, shares, vectors, bytes.
 */
#include "run/numpy_random.h"

/* args: self, n, pvals, size */
static bool random_multinomial(Run *run, const Value *args, Value *result) {
    Operand p;
    int64_t n;
    Shape outer = shape_scalar();
    if (!index_of(run, args[1], &n) || !operand_as(run, args[2], DTYPE_FLOAT64, &p) ||
        (given(args[3]) && !shape_argument(run, args[3], false, &outer))) {
        return false;
    }
    int64_t d = p.tensor->count, *dims = ARENA_ARRAY(run->scratch, (size_t)outer.rank + 1, int64_t);
    double sum = 0;
    for (int i = 0; i < outer.rank; i++) {
        dims[i] = outer.dims[i];
    }
    dims[outer.rank] = d;
    for (int64_t i = 0; i < d - 1; i++) {
        sum += tensor_f64(p.tensor, i);
    }
    if (n < 0 || sum > 1.0 + 1e-12) {
        return raise_value_error(run, n < 0 ? "n < 0" : "sum(pvals[:-1]) > 1.0");
    }
    if (!array_room(run, (Shape){outer.rank + 1, dims})) {
        return false;
    }
    Tensor *t = tensor_make(run->arena, DTYPE_INT64, (Shape){outer.rank + 1, dims});
    for (int64_t i = 0; i < t->count; i += d) {
        int64_t left = n;
        double rest = 1.0;
        for (int64_t k = 0; k < d - 1 && left > 0; k++) {
            double one = tensor_f64(p.tensor, k);
            int64_t some = (int64_t)random_binomial(random_twister(args), left, one / rest);
            tensor_set_i64(t, i + k, some);
            left -= some;
            rest -= one;
        }
        tensor_set_i64(t, i + d - 1, left > 0 ? left : 0);
    }
    *result = array_make_text(run, t, false);
    return true;
}

/* args: self, alpha, size */
static bool random_dirichlet(Run *run, const Value *args, Value *result) {
    Operand a;
    Shape outer = shape_scalar();
    if (!operand_as(run, args[1], DTYPE_FLOAT64, &a) ||
        (given(args[2]) && !shape_argument(run, args[2], false, &outer))) {
        return false;
    }
    int64_t d = a.tensor->count, *dims = ARENA_ARRAY(run->scratch, (size_t)outer.rank + 1, int64_t);
    for (int i = 0; i < outer.rank; i++) {
        dims[i] = outer.dims[i];
    }
    dims[outer.rank] = d;
    for (int64_t i = 0; i < d; i++) {
        if (!(tensor_f64(a.tensor, i) > 0)) {
            return raise_value_error(run, "alpha <= 0");
        }
    }
    if (!array_room(run, (Shape){outer.rank + 1, dims})) {
        return false;
    }
    Tensor *t = tensor_make(run->arena, DTYPE_FLOAT64, (Shape){outer.rank + 1, dims});
    for (int64_t i = 0; i < t->count; i += d) {
        double sum = 0;
        for (int64_t k = 0; k < d; k++) {
            double one = random_gamma(random_twister(args), tensor_f64(a.tensor, k));
            tensor_set_f64(t, i + k, one);
            sum += one;
        }
        for (int64_t k = 0; k < d; k++) {
            tensor_set_f64(t, i + k, tensor_f64(t, i + k) * (1 / sum));
        }
    }
    *result = array_make_text(run, t, false);
    return true;
}

/* args: self, mean, cov, size */
static bool random_multivariate_normal(Run *run, const Value *args, Value *result) {
    Calc c = {run, false};
    Value mean = calc_array(&c, args[1]), cov = calc_array(&c, args[2]), x, parts;
    int64_t n = calc_dim(&c, mean, 0);
    Shape outer = shape_scalar();
    if (c.failed || (given(args[3]) && !shape_argument(run, args[3], false, &outer))) {
        return false;
    }
    if (calc_rank(&c, mean) != 1 || calc_rank(&c, cov) != 2 || calc_dim(&c, cov, 0) != n ||
        calc_dim(&c, cov, 1) != n) {
        return raise_value_error(run, "mean and cov must have same length");
    }
    int64_t *dims = ARENA_ARRAY(run->scratch, (size_t)outer.rank + 1, int64_t);
    for (int i = 0; i < outer.rank; i++) {
        dims[i] = outer.dims[i];
    }
    dims[outer.rank] = n;
    Value shape = shape_value(run, (Shape){outer.rank + 1, dims}), draw[2] = {args[0], shape};
    Value svd = members_get(&run->numpy->linalg->members, name_z(run->names, "svd"));
    if (!random_standard_normal(run, draw, &x) || !value_call_n(run, svd, 1, &cov, &parts)) {
        return false;
    }
    Value root = CALC(&c, "expand_dims", CALC(&c, "sqrt", sequence_item(parts, 1)), value_int(1));
    Value flat = CALC(&c, "reshape", x, calc_pair(&c, value_int(-1), value_int(n)));
    flat = CALC(&c, "dot", flat, CALC(&c, "multiply", root, sequence_item(parts, 2)));
    return calc_end(&c, CALC(&c, "reshape", CALC(&c, "add", flat, mean), shape), result);
}

static bool random_bytes(Run *run, const Value *args, Value *result) {
    int64_t n;
    uint32_t word = 0;
    if (!index_of(run, args[1], &n) || !array_room(run, (Shape){1, &n})) {
        return false;
    }
    char *at = ARENA_ARRAY(run->scratch, (size_t)n + 1, char);
    for (int64_t i = 0; i < n; i++) {
        word = i % 4 ? word >> 8 : twister_next(random_twister(args));
        at[i] = (char)(word & 255);
    }
    *result = bytes_make(run, (Str){at, (size_t)n});
    return true;
}

const NativeSpec numpy_random_several[] = {
    {.name = "multinomial", .signature = "self, n, pvals, size=None", .fn = random_multinomial},
    {.name = "dirichlet", .signature = "self, alpha, size=None", .fn = random_dirichlet},
    {.name = "multivariate_normal",
     .signature = "self, mean, cov, size=None, check_valid='warn'!'ignore', tol=1e-08~",
     .fn = random_multivariate_normal},
    {.name = "bytes", .signature = "self, length", .fn = random_bytes},
    {0},
};
