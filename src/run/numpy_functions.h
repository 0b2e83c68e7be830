/* numpy_functions.h: what numpy's functions and the methods of arrays share. */
#ifndef TFSCOPE_RUN_NUMPY_FUNCTIONS_H
#define TFSCOPE_RUN_NUMPY_FUNCTIONS_H

#include "run/numpy_inner.h"

/* ---- reductions (numpy_reduce.c) ---- */

typedef enum Reduction {
    REDUCTION_SUM,
    REDUCTION_PROD,
    REDUCTION_MAX,
    REDUCTION_MIN,
    REDUCTION_ALL,
    REDUCTION_ANY,
} Reduction;

/* An axis argument as one flag a dim. */
bool axes_argument(Run *run, Value v, int rank, bool *axes);
/* dtype: of the computation and the result; DTYPE_INVALID: numpy's choice. */
bool numpy_reduce(Run *run, Reduction f, Operand x, const bool *axes, bool keep, DType dtype,
                  Operand *result);
bool numpy_mean(Run *run, Operand x, const bool *axes, bool keep, DType dtype, Operand *result);
bool numpy_variance(Run *run, Operand x, const bool *axes, bool keep, double ddof, Operand *result);
bool numpy_arg_extreme(Run *run, bool most, Operand x, const bool *axes, Operand *result);
/* f over some axes, one element after the other. */
bool numpy_fold(Run *run, Ufunc f, Operand x, const bool *axes, bool keep, Operand *result);
/* The same along an axis, keeping what there is after each element. */
bool numpy_running(Run *run, Ufunc f, Operand x, int axis, Operand *result);
bool numpy_accumulate(Run *run, bool product, Operand x, int axis, DType dtype, Operand *result);

/* ---- one argument, element by element (numpy_unary.c) ---- */

/* A row of the table of such functions: what NativeSpec.row points to. */
typedef struct UnaryRow UnaryRow;
const char *unary_name(const UnaryRow *row); /* as in <ufunc 'name'> */
/* Row i of the table and the name under which numpy has it; NULL behind the last one. */
const UnaryRow *unary_row(size_t i, const char **name);
bool ufunc_unary(Run *run, const UnaryRow *row, Operand x, Operand *result);
/* The result of the function `name`, or what is left of it in out= and where=. */
bool numpy_deliver(Run *run, const char *name, Operand z, Value out, Value where, Value *result);
bool np_absolute(Run *run, const Value *args, Value *result); /* abs(array) */
bool numpy_round(Run *run, Operand x, int64_t decimals, Operand *result);
bool numpy_clip(Run *run, Operand x, Value low, Value high, Operand *result);
void install_numpy_ufuncs(Run *run, Numpy *np);

void install_numpy_grid(Run *run, Numpy *np);
void install_numpy_linalg(Run *run, Numpy *np);
/* A script of that name in numpy, numpy.linalg or numpy.testing: it becomes an attribute. */
bool numpy_script_find(Run *run, Module *m, Name name, Value *result);
Value numpy_function(Run *run, Name name); /* of module numpy; unbound when there is none */
void install_numpy_scripts(Run *run, Numpy *np);
/* For tests: the name of a script that is no Python, or NULL. */
const char *numpy_script_broken(Run *run);
/* Order of two elements; nan comes last. */
int element_order(const Tensor *t, int64_t i, int64_t k);
bool np_argpartition(Run *run, const Value *args, Value *result); /* a.argpartition(k) */
bool array_ravel(Run *run, const Value *args, Value *result);     /* self, order */
bool array_tobytes(Run *run, const Value *args, Value *result);
bool np_diagonal(Run *run, const Value *args, Value *result); /* a.diagonal() */

/* ---- shapes (numpy_shape.c) ---- */

bool array_t_getter(Run *run, const Value *args, Value *result); /* a.T */
Value shape_value(Run *run, Shape s);                            /* a tuple */
/* v as an array: itself, or a new one. */
bool array_of_value(Run *run, Value v, Value *array);
Value array_of_operand(Run *run, Operand x); /* a new one; the tensor may be known elsewhere */
/* *args that are a shape: ints or one sequence */
bool shape_of_rest(Run *run, Value rest, Shape *shape);
Value flat_copy(Run *run, Operand x);
bool numpy_concatenate(Run *run, uint32_t n, const Operand *parts, int64_t axis, Operand *result);

bool np_dot(Run *run, const Value *args, Value *result); /* a.dot(b) */

bool np_argsort(Run *run, const Value *args, Value *result);
bool np_take(Run *run, const Value *args, Value *result);
bool np_nonzero(Run *run, const Value *args, Value *result);
bool np_repeat(Run *run, const Value *args, Value *result);
bool array_sort(Run *run, const Value *args, Value *result); /* a.sort() */

/* ---- functions made from other functions of numpy (numpy_calc.c) ---- */

/* A computation of several steps. After the first failure the other steps do nothing, so that it
 * is looked at only at the end. */
typedef struct Calc {
    Run *run;
    bool failed;
} Calc;
/* numpy.NAME(args…), None after a failure. */
Value calc(Calc *c, const char *name, uint32_t n, const Value *args);
#define CALC(c, name, ...)                                                                         \
    calc(c, name, sizeof((Value[]){__VA_ARGS__}) / sizeof(Value), (Value[]){__VA_ARGS__})
bool calc_end(const Calc *c, Value v, Value *result); /* v is the result, unless something failed */
Value calc_array(Calc *c, Value v);                   /* v as an array, or as it is */
Value calc_floats(Calc *c, Value v);                  /* the same; integers become float64 */
Value calc_item(Calc *c, Value a, Value key);         /* a[key] */
/* a[…, from:to:step, …] along an axis; None: as in Python. */
Value calc_part(Calc *c, Value a, int axis, const Value bounds[3]);
Value calc_pair(Calc *c, Value a, Value b);  /* a tuple */
const Tensor *calc_tensor(Calc *c, Value v); /* its elements; an empty tensor after a failure */
/* The same of real numbers or bools; others are refused. */
const Tensor *calc_reals(Calc *c, Value v);
int calc_rank(Calc *c, Value v);
int64_t calc_dim(Calc *c, Value v, int axis); /* 0 when there is none */
int calc_axis(Calc *c, Value axis, Value a);  /* an axis argument for a, 0 after a failure */
bool calc_true(Calc *c, Value v);             /* bool(v) */
/* A new array of one dimension. */
Value calc_vector(Calc *c, Tensor *t);

/* ---- tables of the module and of the type ndarray ---- */

extern const NativeSpec numpy_make_functions[];       /* numpy_make.c */
extern const NativeSpec numpy_shape_functions[];      /* numpy_shape.c */
extern const NativeSpec numpy_join_functions[];       /* numpy_join.c */
extern const NativeSpec numpy_linear_functions[];     /* numpy_linear.c */
extern const NativeSpec numpy_print_functions[];      /* numpy_print.c */
extern const NativeSpec numpy_statistics_functions[]; /* numpy_statistics.c */
extern const NativeSpec numpy_edit_functions[];       /* numpy_edit.c */
extern const NativeSpec numpy_set_functions[];        /* numpy_set.c */
extern const NativeSpec numpy_file_functions[];       /* numpy_file.c */
extern const NativeSpec numpy_math_methods[];         /* numpy_math.c */
extern const NativeSpec numpy_select_functions[];     /* numpy_select.c */
extern const NativeSpec numpy_shape_methods[];
void install_numpy_math(Run *run, Numpy *np);
void install_numpy_array(Run *run, Numpy *np);
void install_numpy_random(Run *run, Numpy *np);

#endif
