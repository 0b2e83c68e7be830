/* numpy_calc.c: functions of numpy that are made from others, step by step. */
#include "run/numpy_functions.h"

Value calc(Calc *c, const char *name, uint32_t n, const Value *args) {
    Value result = value_none();
    Run *run = c->run;
    if (!c->failed) {
        Value f = numpy_function(run, name_z(run->names, name));
        c->failed = !value_call_n(run, f, n, args, &result);
    }
    return result;
}

bool calc_end(const Calc *c, Value v, Value *result) {
    *result = v;
    return !c->failed;
}

Value calc_array(Calc *c, Value v) {
    Value result = v;
    c->failed = c->failed || !array_of_value(c->run, v, &result);
    return result;
}

Value calc_floats(Calc *c, Value v) {
    v = calc_array(c, v);
    bool inexact = c->failed || dtype_is_inexact(array_owner(as_array(v))->tensor->dtype);
    return inexact ? v : CALC(c, "array", v, value_object(c->run->type.real));
}

Value calc_item(Calc *c, Value a, Value key) {
    Value result = value_none();
    c->failed = c->failed || !value_get_item(c->run, a, key, &result);
    return result;
}

Value calc_part(Calc *c, Value a, int axis, const Value bounds[3]) {
    int rank = calc_rank(c, a);
    Value all = slice_make(c->run, value_none(), value_none(), value_none());
    Value key = tuple_make(c->run, (uint32_t)rank, NULL);
    for (int i = 0; i < rank; i++) {
        ((TupleObject *)key.as.object)->items[i] =
            i == axis ? slice_make(c->run, bounds[0], bounds[1], bounds[2]) : all;
    }
    return calc_item(c, a, key);
}

Value calc_pair(Calc *c, Value a, Value b) {
    return tuple_make(c->run, 2, (Value[]){a, b});
}

const Tensor *calc_tensor(Calc *c, Value v) {
    Operand x = {NULL, false, 0};
    c->failed = c->failed || !tensor_of(c->run, v, &x);
    return c->failed ? tensor_make(c->run->scratch, DTYPE_FLOAT64, (Shape){1, (int64_t[]){0}})
                     : x.tensor;
}

const Tensor *calc_reals(Calc *c, Value v) {
    const Tensor *t = calc_tensor(c, v);
    bool real = t->dtype == DTYPE_BOOL ||
                (dtype_is_numeric(t->dtype) && dtype_class(t->dtype) != DTYPE_CLASS_COMPLEX);
    if (!real && !c->failed) {
        c->failed = !refuse(c->run, NULL, "this function of numpy with strings or complex numbers");
    }
    return real ? t : tensor_make(c->run->scratch, DTYPE_FLOAT64, (Shape){1, (int64_t[]){0}});
}

int calc_rank(Calc *c, Value v) {
    bool array = !c->failed && is_array(c->run, v);
    return c->failed ? 0 : array ? as_array(v)->shape.rank : calc_tensor(c, v)->shape.rank;
}

int64_t calc_dim(Calc *c, Value v, int axis) {
    Shape s = calc_tensor(c, v)->shape;
    return axis < s.rank ? s.dims[axis] : 0;
}

int calc_axis(Calc *c, Value axis, Value a) {
    int result = 0, rank = calc_rank(c, a);
    c->failed = c->failed || !axis_argument(c->run, axis, rank, &result);
    return c->failed ? 0 : result;
}

bool calc_true(Calc *c, Value v) {
    bool truth = false;
    c->failed = c->failed || !value_truth(c->run, v, &truth);
    return truth && !c->failed;
}

Value calc_vector(Calc *c, Tensor *t) {
    return array_make_text(c->run, t, false);
}
