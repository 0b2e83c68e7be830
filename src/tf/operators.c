/* operators.c: Python's operators on tensors and variables: the scope, the conversion of the other
 * operand, the op. */
#include "tf/operators.h"

#include "tf/build.h"

/* ---- what each operator builds ---- */

typedef Output *OperatorFn(Tf *tf, Operand x, Operand y, Str name);

static Output *build_sub(Tf *tf, Operand x, Operand y, Str name) {
    return build2(tf, "Sub", name, x, y);
}

static Output *build_mul(Tf *tf, Operand x, Operand y, Str name) {
    return build2(tf, "Mul", name, x, y);
}

static Output *build_mod(Tf *tf, Operand x, Operand y, Str name) {
    return build2(tf, "FloorMod", name, x, y);
}

static Output *build_pow(Tf *tf, Operand x, Operand y, Str name) {
    return build2(tf, "Pow", name, x, y);
}

static Output *build_and(Tf *tf, Operand x, Operand y, Str name) {
    return build2(tf, "LogicalAnd", name, x, y);
}

static Output *build_or(Tf *tf, Operand x, Operand y, Str name) {
    return build2(tf, "LogicalOr", name, x, y);
}

static Output *build_matmul(Tf *tf, Operand x, Operand y, Str name) {
    static const bool options[4] = {false, false, false, false};
    return matmul_build(tf, tf_tensor(tf, x.output), tf_tensor(tf, y.output), options, name);
}

Output *add_build(Tf *tf, Operand x, Operand y, Str name) {
    bool v2 = tf_has(tf, CHANGE_ADD_V2) && !(x.output && output_dtype(x.output) == DTYPE_STRING);
    return build2(tf, v2 ? "AddV2" : "Add", name, x, y);
}

typedef struct Operator {
    const char *name;      /* "mul"; NULL: tensors have no such operator */
    const char *reflected; /* "__rmul__" */
    OperatorFn *fn;
} Operator;

static Operator operator_row(const Tf *tf, BinaryOperator op) {
    const char *matmul = tf_has(tf, CHANGE_MATMUL_OPERATOR) ? "matmul" : NULL;
    switch (op) {
    case BINARY_OPERATOR_ADD: return (Operator){"add", "__radd__", add_build};
    case BINARY_OPERATOR_SUBTRACT: return (Operator){"sub", "__rsub__", build_sub};
    case BINARY_OPERATOR_MULTIPLY: return (Operator){"mul", "__rmul__", build_mul};
    case BINARY_OPERATOR_TRUE_DIVIDE: return (Operator){"truediv", "__rtruediv__", truediv_build};
    case BINARY_OPERATOR_CLASSIC_DIVIDE: return (Operator){"div", "__rdiv__", div_build};
    case BINARY_OPERATOR_FLOOR_DIVIDE:
        return (Operator){"floordiv", "__rfloordiv__", floordiv_build};
    case BINARY_OPERATOR_MODULO: return (Operator){"mod", "__rmod__", build_mod};
    case BINARY_OPERATOR_POWER: return (Operator){"pow", "__rpow__", build_pow};
    case BINARY_OPERATOR_MATRIX_MULTIPLY: return (Operator){matmul, "__rmatmul__", build_matmul};
    case BINARY_OPERATOR_AND: return (Operator){"and", "__rand__", build_and};
    case BINARY_OPERATOR_OR: return (Operator){"or", "__ror__", build_or};
    case BINARY_OPERATOR_XOR: return (Operator){"xor", "__rxor__", logical_xor_build};
    case BINARY_OPERATOR_LEFT_SHIFT:
    case BINARY_OPERATOR_RIGHT_SHIFT:
    case BINARY_OPERATOR_COUNT: break;
    }
    return (Operator){NULL, NULL, NULL};
}

/* ---- the other operand ---- */

/* Is there a method by which the right operand could do it itself? */
static bool has_method(Tf *tf, Value v, const char *method) {
    Value type = value_object(type_of(tf->run, v)), ignored;
    bool found = false;
    return value_find_attr(tf->run, type, name_z(tf->run->names, method), &found, &ignored) &&
           found;
}

/* Did the conversion fail with a TypeError? */
static bool type_refused(const Tf *tf) {
    return tf->engine->fault.kind == FAULT_TYPE || error_is(tf->run, tf->run->exception.TypeError);
}

/* A right operand that cannot be converted: from 1.14 on it is converted with its own dtype, for
 * the op to complain; when no conversion is left, Python may ask it (*handled false). */
static Output *try_otherwise(Tf *tf, Value y, const Operator *op, bool *handled) {
    if (tf_has(tf, CHANGE_OPERAND_NATURAL_DTYPE)) {
        bool fitting = type_refused(tf) || tf->engine->fault.kind == FAULT_VALUE;
        Output *out = fitting && fault_take(tf) ? convert(tf, y, DTYPE_INVALID, "y") : NULL;
        if (out) {
            return out;
        }
    }
    if (type_refused(tf) && has_method(tf, y, op->reflected)) {
        *handled = !fault_take(tf);
    }
    return NULL;
}

static Output *convert_right(Tf *tf, const Output *x, Value y, const Operator *op, bool *handled) {
    Output *same = tensor_output(tf, y);
    if (same && tf_has(tf, CHANGE_DTYPE_MISMATCH_IN_OP)) {
        return same;
    }
    Output *out = convert(tf, y, output_dtype(x), "y");
    if (out || !tf_has(tf, CHANGE_OPERAND_NOT_IMPLEMENTED)) {
        return out;
    }
    return try_otherwise(tf, y, op, handled);
}

/* ---- the operators ---- */

/* In the operator's scope; NULL when it failed, or when *handled became false. */
static Output *operate(Tf *tf, const Operator *op, Output *tensor, Value other, bool reflected,
                       Str scope, bool *handled) {
    Output *converted = reflected ? convert(tf, other, output_dtype(tensor), "x")
                                  : convert_right(tf, tensor, other, op, handled);
    if (!converted) {
        return NULL;
    }
    Operand x = operand_of(reflected ? converted : tensor);
    Operand y = operand_of(reflected ? tensor : converted);
    return op->fn(tf, x, y, scope);
}

/* The tensor of the operand whose method runs: of a variable its value, read before the scope is
 * opened. */
static Output *own_tensor(Tf *tf, Value self) {
    return convert(tf, self, DTYPE_INVALID, NULL);
}

bool binary_build(Tf *tf, BinaryOperator which, Value self, Value other, bool reflected,
                  Value *result) {
    Operator op = operator_row(tf, which);
    if (!op.name) {
        *result = tf->run->not_implemented;
        return true;
    }
    Output *tensor = own_tensor(tf, self);
    Group g;
    if (!tensor) {
        return false;
    }
    Value operands[] = {tf_tensor(tf, tensor), other};
    if (!group_open_str(tf, NAME_NONE, op.name, 2, operands, &g)) {
        return false;
    }
    bool handled = true;
    Output *out = operate(tf, &op, tensor, other, reflected, g.name, &handled);
    group_close(tf, &g);
    if (!handled) {
        *result = tf->run->not_implemented;
        return true;
    }
    return give_tensor(tf, out, result);
}

bool operator_binary(Run *run, BinaryOperator op, Value self, Value other, bool reflected,
                     Value *result) {
    Tf *tf = tf_of(run);
    return tf_done(tf, binary_build(tf, op, self, other, reflected, result));
}

static const char *compare_op(CompareOperator op) {
    switch (op) {
    case COMPARE_OPERATOR_LESS: return "Less";
    case COMPARE_OPERATOR_LESS_EQUAL: return "LessEqual";
    case COMPARE_OPERATOR_GREATER: return "Greater";
    case COMPARE_OPERATOR_GREATER_EQUAL: return "GreaterEqual";
    case COMPARE_OPERATOR_EQUAL:
    case COMPARE_OPERATOR_NOT_EQUAL:
    case COMPARE_OPERATOR_IN:
    case COMPARE_OPERATOR_NOT_IN:
    case COMPARE_OPERATOR_IS:
    case COMPARE_OPERATOR_IS_NOT:
    case COMPARE_OPERATOR_COUNT: break;
    }
    return NULL;
}

bool operator_compare(Run *run, CompareOperator which, Value self, Value other, Value *result) {
    Tf *tf = tf_of(run);
    const char *op = compare_op(which);
    if (!op) {
        *result = run->not_implemented;
        return true;
    }
    Output *x = own_tensor(tf, self);
    Value operands[] = {self, other};
    bool pushed;
    if (!x || !graph_select(tf, 2, operands, &pushed)) {
        return tf_raise(tf);
    }
    Output *out = build2(tf, op, NAME_NONE, operand_of(x), operand(tf, other));
    if (pushed) {
        engine_pop_graph(tf->engine);
    }
    return tf_done(tf, give_tensor(tf, out, result));
}

bool operator_unary(Run *run, UnaryOperator op, Value self, Value *result) {
    Tf *tf = tf_of(run);
    if (op != UNARY_OPERATOR_NEGATIVE && op != UNARY_OPERATOR_INVERT) {
        return raise_type_error(run, "bad operand type for unary +: '%.*s'",
                                STR_ARG(type_name(run, self)));
    }
    Output *x = own_tensor(tf, self);
    bool negative = op == UNARY_OPERATOR_NEGATIVE;
    Output *out = x ? build1(tf, negative ? "Neg" : "LogicalNot", NAME_NONE, operand_of(x)) : NULL;
    return tf_done(tf, give_tensor(tf, out, result));
}

bool tensor_abs(Tf *tf, const Value *a, Value *result) {
    Output *x = own_tensor(tf, a[0]);
    return x && give_tensor(tf, build1(tf, "Abs", NAME_NONE, operand_of(x)), result);
}

bool operator_get_item(Run *run, Value self, Value key, Value *result) {
    Tf *tf = tf_of(run);
    Output *x = own_tensor(tf, self);
    return tf_done(tf, x && give_tensor(tf, slice_build(tf, tf_tensor(tf, x), key), result));
}
