/* operate.c: operators, as Python defines them: who is asked first, and what is said when nobody
 * knows. */
#include <math.h>
#include <string.h>

#include "run/kinds.h"
#include "run/machine.h"

static const char *const unary_signs[] = {
#define UNARY_OPERATOR(ID, SIGN, METHOD) SIGN,
#include "lang/operator.def"
#undef UNARY_OPERATOR
};
typedef struct BinaryWords {
    const char *sign, *method, *reflected;
} BinaryWords;
static const BinaryWords binary_words[] = {
#define BINARY_OPERATOR(ID, SIGN, METHOD, REFLECTED, INPLACE) {SIGN, METHOD, REFLECTED},
#include "lang/operator.def"
#undef BINARY_OPERATOR
};
static const char *const compare_signs[] = {
#define COMPARE_OPERATOR(ID, SIGN, METHOD, REFLECTED) SIGN,
#include "lang/operator.def"
#undef COMPARE_OPERATOR
};

static bool unknown(const Run *run, Value v) {
    return v.kind == VALUE_OBJECT && v.as.object == run->not_implemented.as.object;
}

/* ---- binary ---- */

/* x op y by the slot of x's type (or of y's, reflected); not_implemented when that has none. */
static bool try_binary(Run *run, BinaryOperator op, Value self, Value other, bool reflected,
                       Value *result) {
    const Type *t = TYPE_WITH(type_of(run, self), binary);
    *result = run->not_implemented;
    return !t || t->binary(run, op, self, other, reflected, result);
}

/* y's class derives from x's and knows better: it is asked first. */
static bool right_first(Run *run, BinaryOperator op, const Type *left, const Type *right) {
    if (left == right || !is_subtype(right, left)) {
        return false;
    }
    const Type *a = TYPE_WITH(left, binary), *b = TYPE_WITH(right, binary);
    if (!b || a == b) {
        return false;
    }
    if (!b->heap) {
        return true;
    }
    Name name = name_z(run->names, binary_words[op].reflected);
    return !value_same(type_lookup(run, left, name), type_lookup(run, right, name));
}

static bool binary_error(Run *run, const char *sign, Value a, Value b) {
    return raise_type_error(run, "unsupported operand type(s) for %s: '%.*s' and '%.*s'", sign,
                            STR_ARG(type_name(run, a)), STR_ARG(type_name(run, b)));
}

/* Leaves not_implemented in *result when neither operand knows. */
static bool binary_known(Run *run, BinaryOperator op, Value a, Value b, Value *result) {
    const Type *left = type_of(run, a), *right = type_of(run, b);
    bool reversed = right_first(run, op, left, right);
    if (reversed) {
        if (!try_binary(run, op, b, a, true, result)) {
            return false;
        }
        if (!unknown(run, *result)) {
            return true;
        }
    }
    if (!try_binary(run, op, a, b, false, result)) {
        return false;
    }
    if (!unknown(run, *result) || left == right || reversed) {
        return true;
    }
    return try_binary(run, op, b, a, true, result);
}

bool value_binary(Run *run, BinaryOperator op, Value a, Value b, Value *result) {
    if (!binary_known(run, op, a, b, result)) {
        return false;
    }
    if (!unknown(run, *result)) {
        return true;
    }
    if (sequence_binary_error(run, op, a, b)) {
        return false;
    }
    return binary_error(run, binary_words[op].sign, a, b);
}

/* list += b: an array, a tensor or an object with __radd__ is asked before b is gone through. */
static bool list_asks(Run *run, BinaryOperator op, Value a, Value b, Value *result) {
    const Type *t = TYPE_WITH(type_of(run, b), binary);
    bool sequence = is_list(run, b) || is_tuple(run, b) || is_str(run, b) || is_bytes(run, b);
    *result = run->not_implemented;
    return !is_exactly(a, run->type.list) || op != BINARY_OPERATOR_ADD || !t || sequence ||
           t->binary(run, op, b, a, true, result);
}

bool value_inplace(Run *run, BinaryOperator op, Value a, Value b, Value *result) {
    const Type *t = TYPE_WITH(type_of(run, a), inplace);
    if (!list_asks(run, op, a, b, result)) {
        return false;
    }
    if (!unknown(run, *result)) {
        return true;
    }
    if (t && !t->inplace(run, op, a, b, result)) {
        return false;
    }
    if (!unknown(run, *result)) {
        return true;
    }
    if (!binary_known(run, op, a, b, result)) {
        return false;
    }
    if (!unknown(run, *result)) {
        return true;
    }
    if (sequence_binary_error(run, op, a, b)) {
        return false;
    }
    char sign[8];
    const char *plain = op == BINARY_OPERATOR_POWER ? "**" : binary_words[op].sign;
    snprintf(sign, sizeof sign, "%s=", plain);
    return binary_error(run, sign, a, b);
}

/* ---- unary ---- */

bool value_unary(Run *run, UnaryOperator op, Value a, Value *result) {
    if (op == UNARY_OPERATOR_NOT) {
        bool b;
        bool ok = value_truth(run, a, &b);
        *result = value_bool(ok && !b);
        return ok;
    }
    const Type *t = TYPE_WITH(type_of(run, a), unary);
    *result = run->not_implemented;
    if (t && !t->unary(run, op, a, result)) {
        return false;
    }
    return !unknown(run, *result) || raise_type_error(run, "bad operand type for unary %s: '%.*s'",
                                                      unary_signs[op], STR_ARG(type_name(run, a)));
}

/* ---- comparing ---- */

bool compare_ints(CompareOperator op, int64_t n, int64_t m) {
    switch (op) {
    case COMPARE_OPERATOR_LESS: return n < m;
    case COMPARE_OPERATOR_LESS_EQUAL: return n <= m;
    case COMPARE_OPERATOR_EQUAL: return n == m;
    case COMPARE_OPERATOR_NOT_EQUAL: return n != m;
    case COMPARE_OPERATOR_GREATER: return n > m;
    case COMPARE_OPERATOR_GREATER_EQUAL: return n >= m;
    case COMPARE_OPERATOR_IN:
    case COMPARE_OPERATOR_NOT_IN:
    case COMPARE_OPERATOR_IS:
    case COMPARE_OPERATOR_IS_NOT:
    case COMPARE_OPERATOR_COUNT: break;
    }
    return false;
}

CompareOperator compare_swapped(CompareOperator op) {
    switch (op) {
    case COMPARE_OPERATOR_LESS: return COMPARE_OPERATOR_GREATER;
    case COMPARE_OPERATOR_LESS_EQUAL: return COMPARE_OPERATOR_GREATER_EQUAL;
    case COMPARE_OPERATOR_GREATER: return COMPARE_OPERATOR_LESS;
    case COMPARE_OPERATOR_GREATER_EQUAL: return COMPARE_OPERATOR_LESS_EQUAL;
    case COMPARE_OPERATOR_EQUAL:
    case COMPARE_OPERATOR_NOT_EQUAL:
    case COMPARE_OPERATOR_IN:
    case COMPARE_OPERATOR_NOT_IN:
    case COMPARE_OPERATOR_IS:
    case COMPARE_OPERATOR_IS_NOT:
    case COMPARE_OPERATOR_COUNT: return op;
    }
    return op;
}

static bool try_compare(Run *run, CompareOperator op, Value self, Value other, Value *result) {
    const Type *t = TYPE_WITH(type_of(run, self), compare);
    *result = run->not_implemented;
    return !t || t->compare(run, op, self, other, result);
}

/* Leaves not_implemented in *result when neither knows. */
static bool compare_known(Run *run, CompareOperator op, Value a, Value b, Value *result) {
    const Type *left = type_of(run, a), *right = type_of(run, b);
    bool reversed = left != right && is_subtype(right, left);
    if (reversed) {
        if (!try_compare(run, compare_swapped(op), b, a, result)) {
            return false;
        }
        if (!unknown(run, *result)) {
            return true;
        }
    }
    if (!try_compare(run, op, a, b, result)) {
        return false;
    }
    if (!unknown(run, *result) || reversed) {
        return true;
    }
    return try_compare(run, compare_swapped(op), b, a, result);
}

/* Python 2 orders anything: None, then numbers, then by the name of the type. */
static int rank_python2(const Run *run, Value v, Str *name) {
    *name = type_name(run, v);
    if (v.kind == VALUE_NONE) {
        return 0;
    }
    Value number_value;
    bool number = number_of(run, v, &number_value);
    return number ? 1 : 2;
}

static int order_python2(Run *run, Value a, Value b) {
    Str x, y;
    int i = rank_python2(run, a, &x), k = rank_python2(run, b, &y);
    if (i != k) {
        return i - k;
    }
    int names = str_cmp(x, y);
    if (names || a.kind != VALUE_OBJECT || b.kind != VALUE_OBJECT) {
        return names;
    }
    uint32_t p = object_id(run, a.as.object), q = object_id(run, b.as.object);
    return p < q ? -1 : p > q;
}

/* Python 2's __cmp__ of a, or of b the other way round; *known: one of them told the order. */
static bool ask_cmp(Run *run, Value a, Value b, bool *known, int64_t *order) {
    for (int k = 0; k < 2; k++) {
        Value self = k ? b : a, other = k ? a : b, method, v;
        *known = false;
        if (type_of(run, self)->heap &&
            !special_find(run, self, name_z(run->names, "__cmp__"), known, &method)) {
            return false;
        }
        if (*known && !value_call_n(run, method, 1, &other, &v)) {
            return false;
        }
        *known = *known && !unknown(run, v);
        if (*known) {
            bool ok = index_of(run, v, order);
            *order = k ? -*order : *order;
            return ok;
        }
    }
    return true;
}

static bool holds(CompareOperator op, int64_t order) {
    switch (op) {
    case COMPARE_OPERATOR_EQUAL: return order == 0;
    case COMPARE_OPERATOR_NOT_EQUAL: return order != 0;
    case COMPARE_OPERATOR_LESS: return order < 0;
    case COMPARE_OPERATOR_LESS_EQUAL: return order <= 0;
    case COMPARE_OPERATOR_GREATER: return order > 0;
    case COMPARE_OPERATOR_GREATER_EQUAL: return order >= 0;
    case COMPARE_OPERATOR_IN:
    case COMPARE_OPERATOR_NOT_IN:
    case COMPARE_OPERATOR_IS:
    case COMPARE_OPERATOR_IS_NOT:
    case COMPARE_OPERATOR_COUNT: return false;
    }
    return false;
}

static bool compare_fallback(Run *run, CompareOperator op, Value a, Value b, Value *result) {
    switch (op) {
    case COMPARE_OPERATOR_EQUAL: *result = value_bool(value_same(a, b)); return true;
    case COMPARE_OPERATOR_NOT_EQUAL: *result = value_bool(!value_same(a, b)); return true;
    case COMPARE_OPERATOR_LESS:
    case COMPARE_OPERATOR_LESS_EQUAL:
    case COMPARE_OPERATOR_GREATER:
    case COMPARE_OPERATOR_GREATER_EQUAL: break;
    case COMPARE_OPERATOR_IN:
    case COMPARE_OPERATOR_NOT_IN:
    case COMPARE_OPERATOR_IS:
    case COMPARE_OPERATOR_IS_NOT:
    case COMPARE_OPERATOR_COUNT: return false;
    }
    if (run->trace->python != 2) {
        return raise_type_error(run, "'%s' not supported between instances of '%.*s' and '%.*s'",
                                compare_signs[op], STR_ARG(type_name(run, a)),
                                STR_ARG(type_name(run, b)));
    }
    int order = order_python2(run, a, b);
    bool less = op == COMPARE_OPERATOR_LESS || op == COMPARE_OPERATOR_LESS_EQUAL;
    bool equal = op == COMPARE_OPERATOR_LESS_EQUAL || op == COMPARE_OPERATOR_GREATER_EQUAL;
    *result = value_bool(order == 0 ? equal : less ? order < 0 : order > 0);
    return true;
}

static bool compare_rich(Run *run, CompareOperator op, Value a, Value b, Value *result) {
    if (!deeper(run, " in comparison")) {
        return false;
    }
    bool ok = compare_known(run, op, a, b, result);
    shallower(run);
    if (!ok || !unknown(run, *result)) {
        return ok;
    }
    bool known = false;
    int64_t order = 0;
    if (run->trace->python == 2 && !ask_cmp(run, a, b, &known, &order)) {
        return false;
    }
    if (known) {
        *result = value_bool(holds(op, order));
        return true;
    }
    return compare_fallback(run, op, a, b, result);
}

bool value_compare(Run *run, CompareOperator op, Value a, Value b, Value *result) {
    bool b1;
    switch (op) {
    case COMPARE_OPERATOR_IS: *result = value_bool(value_same(a, b)); return true;
    case COMPARE_OPERATOR_IS_NOT: *result = value_bool(!value_same(a, b)); return true;
    case COMPARE_OPERATOR_IN:
    case COMPARE_OPERATOR_NOT_IN:
        if (!value_contains(run, b, a, &b1)) {
            return false;
        }
        *result = value_bool(b1 == (op == COMPARE_OPERATOR_IN));
        return true;
    case COMPARE_OPERATOR_LESS:
    case COMPARE_OPERATOR_LESS_EQUAL:
    case COMPARE_OPERATOR_EQUAL:
    case COMPARE_OPERATOR_NOT_EQUAL:
    case COMPARE_OPERATOR_GREATER:
    case COMPARE_OPERATOR_GREATER_EQUAL: return compare_rich(run, op, a, b, result);
    case COMPARE_OPERATOR_COUNT: break;
    }
    return false;
}

bool value_equal(Run *run, Value a, Value b, bool *equal) {
    if (a.kind == VALUE_INT && b.kind == VALUE_INT) {
        *equal = a.as.integer == b.as.integer;
        return true;
    }
    Value result;
    return compare_rich(run, COMPARE_OPERATOR_EQUAL, a, b, &result) &&
           value_truth(run, result, equal);
}
