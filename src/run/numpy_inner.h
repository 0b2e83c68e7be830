/* numpy_inner.h: what the files of the numpy module share. Other folders use numpy.h.
 *
 * Operands. Every function of numpy begins by turning its arguments into tensors (tensor_of); an
 * array gives its own content, which stays as it is only until the next write, so nothing may keep
 * such a tensor: what is kept is asked for with array_tensor. A tensor of rank 0 counts as a scalar
 * when types are promoted, whatever Python value it came from.
 *
 * Strings. A tensor of strings does not tell str from bytes; arrays, dtype objects and Operand do
 * (`text`). */
#ifndef TFSCOPE_RUN_NUMPY_INNER_H
#define TFSCOPE_RUN_NUMPY_INNER_H

#include "run/kinds.h"
#include "run/numpy.h"
#include "tensor/print.h"

struct RandomState;

/* One a run; types and values that numpy's C code names. */
typedef struct Numpy {
    Module *module, *linalg, *testing;
    Type *ndarray, *dtype, *ufunc, *iterator, *random_state, *axis_error, *linalg_error, *no_loop,
        *no_output;
    Type *generic;              /* base of the scalar types */
    Type *scalar[DTYPE_COUNT];  /* np.float32 …; STRING: np.bytes_ */
    Type *text;                 /* np.str_ */
    Value dtypes[DTYPE_COUNT];  /* dtype objects, but for strings */
    const char **rows;          /* of functions that are scripts, once one was asked for */
    size_t nrows;               /* their number; four fields each (numpy_script.c) */
    Map scripts;                /* functions that are scripts, by name, once they were called */
    PrintOptions print;         /* as the program has set them */
    Value settings;             /* what seterr was told last, a dict; unbound before */
    struct RandomState *random; /* behind np.random.seed, np.random.rand … */
} Numpy;

typedef struct DTypeObject {
    Object object;
    DType dtype;
    bool text;     /* of str, not of bytes */
    int64_t width; /* of strings: characters of the longest, 0 when not known, -1: the dtype is
                      object */
} DTypeObject;

/* A value as numpy computes with it. */
typedef struct Operand {
    const Tensor *tensor; /* may be an array's own content: not to be kept */
    bool text;
    int32_t width; /* of strings: room that the type has beyond the longest; 0: none */
} Operand;

/* ---- element types (numpy_dtype.c) ---- */

DType promote_types(DType a, DType b);
/* The common type of some operands by numpy 1's rule: where arrays and scalars (rank 0) meet and
 * the arrays' kind is not below the scalars', a scalar counts as the smallest type that holds its
 * value. */
DType result_type(uint32_t n, const Tensor *const *operands);
/* A dtype argument; absent (None or not given): or_else. TypeError when it names no type. *text may
 * be NULL. */
bool dtype_argument(Run *run, Value v, DType or_else, DType *dtype, bool *text);
Value dtype_value(Run *run, DType dtype, bool text, int64_t width);
Value dtype_of_operand(Run *run, Operand x);
/* Characters of the longest string, at least 1. */
int32_t text_width(const Tensor *t, bool text);
/* Characters that numbers of a type may need as text, as numpy counts them. */
int32_t number_width(DType t);
int32_t dtype_width(const Run *run, Value v); /* of the dtype argument "U10", "S3" …; else 0 */
/* What an array of strings is made with has this width: longer strings are cut; 0: as they are. */
void array_fit(Run *run, Value array, int32_t width);
bool dtype_is_inexact(DType t); /* floating or complex */
bool dtype_is_integer(DType t); /* not bool */
void install_numpy_dtypes(Run *run, Numpy *np);
void install_numpy_scalars(Run *run, Numpy *np);

/* ---- operands and results (numpy_literal.c, numpy_array.c) ---- */

/* Is v something that numpy computes with: a number, str, bytes, array, numpy scalar, or a list,
 * tuple, range of such? False without an error: *known is false. */
bool operand_of(Run *run, Value v, Operand *x, bool *known);
/* The same; whatever numpy does not know is an array of objects, which is refused. */
bool tensor_of(Run *run, Value v, Operand *x);
/* The same as elements of a type; DTYPE_INVALID: of their own. */
bool operand_as(Run *run, Value v, DType dtype, Operand *x);
bool refuse_bfloat(Run *run);  /* numpy's arithmetic on bfloat16 */
bool refuse_objects(Run *run); /* "a numpy array of objects" */
Value array_make_text(Run *run, const Tensor *t,
                      bool text);       /* takes the tensor over: nobody else may have it */
Value result_make(Run *run, Operand x); /* scalar for rank 0, else array; the same */
/* a Python number, str or bytes */
Value element_value(Run *run, const Tensor *t, int64_t i, bool text);
Value element_scalar(Run *run, const Tensor *t, int64_t i, bool text); /* a numpy scalar */
/* the other way: converts v to t's type */
bool element_of_value(Run *run, Value v, Tensor *t, int64_t i);
/* May an array of this many elements be made? Otherwise the budget ends the run. */
bool array_room(Run *run, Shape shape);
static inline ArrayObject *as_array(Value v) {
    return (ArrayObject *)v.as.object;
}
const Tensor *array_read(ArrayObject *a); /* content until the next write */
static inline ArrayObject *array_owner(ArrayObject *a) {
    return a->base ? a->base : a;
}
/* A view of a: the elements at offset + strides, counted in a's owner. */
Value array_view(Run *run, ArrayObject *a, Shape shape, int64_t offset, const int64_t *strides);
const int64_t *array_strides(Run *run, const ArrayObject *a); /* [rank], in elements of the owner */
bool array_contiguous(const ArrayObject *a); /* do its elements follow each other in the owner? */
/* Writes n elements of `from` (element i * step for the i-th) at the positions of the owner; one
 * CHANGE event. */
bool array_write(Run *run, ArrayObject *a, int64_t n, const int64_t *at, const Tensor *from,
                 int64_t step);
/* Replaces everything by t (same shape and type). */
bool array_replace(Run *run, ArrayObject *a, const Tensor *t);
/* Positions in the owner of all elements of a strided shape. */
int64_t *strided_positions(Arena *arena, Shape shape, int64_t offset, const int64_t *strides);
/* A tensor of the elements of t at those places. */
Tensor *strided_copy(Arena *arena, const Tensor *t, Shape shape, int64_t offset,
                     const int64_t *strides);
int64_t *strides_of(Arena *arena, Shape s); /* row-major */
/* n elements, same type */
void element_copy(Tensor *to, int64_t i, const Tensor *from, int64_t j, int64_t n);
/* t as type `to`: strings become numbers and numbers strings too; ValueError when a string is no
 * number. */
bool tensor_convert(Run *run, Operand x, DType to, const Tensor **result);
/* The same of numbers, for the time of a call: maybe t itself. */
const Tensor *number_as(Run *run, const Tensor *t, DType to);
/* What becomes an array's own content: `t`, unless it is the tensor that somebody else has. */
const Tensor *tensor_own(Run *run, const Tensor *t, const Tensor *other);
Tensor *tensor_same(Run *run, const Tensor *t); /* a copy that nobody else has */

/* How an array is written. */
typedef struct TextStyle {
    const PrintOptions *options;
    bool objects; /* its strings are said to be objects */
    bool repr;    /* not str */
} TextStyle;
void array_text(Sink *out, Arena *scratch, Operand x, TextStyle style);
void install_numpy_content(Numpy *np);

/* ---- items (numpy_index.c) ---- */

bool array_get_item(Run *run, Value self, Value key, Value *result);
bool array_set_item(Run *run, Value self, Value key, Value v);

/* ---- arguments ---- */

/* A shape argument: an int or a sequence of ints, no dim below -1 (unknown, if allowed). */
bool shape_argument(Run *run, Value v, bool unknown, Shape *shape);
/* An axis within [-rank, rank), made positive; AxisError otherwise. */
bool axis_argument(Run *run, Value v, int rank, int *axis);
/* The same; the error names the parameter. */
bool axis_named(Run *run, Value v, int rank, const char *name, int *axis);
bool axis_check(Run *run, int64_t given, int rank, int *axis);
Str shape_text(Run *run, Shape s); /* "(2,3)", "(2,)", "()" as in numpy's messages */

/* ---- arithmetic (numpy_ufunc.c, numpy_unary.c) ---- */

typedef enum Ufunc {
#define UFUNC2(ID, ...) UFUNC_##ID,
#include "run/ufunc.def"
#undef UFUNC2
    UFUNC_COUNT
} Ufunc;

bool ufunc_binary(Run *run, Ufunc f, Operand x, Operand y, Operand *result);
bool numpy_binary(Run *run, BinaryOperator op, Value self, Value other, bool reflected,
                  Value *result);
bool numpy_inplace(Run *run, BinaryOperator op, Value self, Value other, Value *result);
bool numpy_compare(Run *run, CompareOperator op, Value self, Value other, Value *result);
bool numpy_unary(Run *run, UnaryOperator op, Value self, Value *result);
bool numpy_matmul(Run *run, Operand x, Operand y, Operand *result);
bool ufunc_operate(Run *run, BinaryOperator op, Operand x, Operand y, Operand *result);
/* May z, a result of this function, be stored in a, whose elements are of type own? */
bool output_check(Run *run, const char *ufunc, const ArrayObject *a, const Tensor *z, DType own);
bool same_kind(DType from, DType to); /* numpy's casting rule of that name */
bool numpy_dot(Run *run, Operand x, Operand y, Operand *result);
const char *ufunc_name(Ufunc f);
DType floating_of(DType t); /* the floating type that sqrt and the like compute in */
/* ValueError when they do not fit */
bool broadcast_shapes(Run *run, Shape x, Shape y, Shape *shape);
bool broadcast_to(Run *run, const Tensor *x, Shape shape,
                  const Tensor **result);                 /* the same; maybe x itself */
int64_t *repeat_strides(Arena *arena, Shape s, Shape to); /* that repeat s over `to` */

/* n elements at offset, offset + stride … as double or int64_t (uint64 by its bits). */
void load_reals(const Tensor *t, int64_t offset, int64_t stride, int64_t n, double *to);
void load_integers(const Tensor *t, int64_t offset, int64_t stride, int64_t n, int64_t *to);
void store_reals(Tensor *t, int64_t offset, int64_t n, const double *from);
void store_integers(Tensor *t, int64_t offset, int64_t n, const int64_t *from);

#endif
