/* The table of operations: order, links between arguments and attributes, and types that attributes
 * allow. */
#include <string.h>

#include "graph/build.h"
#include "tests/test.h"

static void rows_are_sorted_by_name(void **state) {
    (void)state;
    for (size_t i = 1; opdef_at(i); i++) {
        assert_true(strcmp(opdef_at(i - 1)->name, opdef_at(i)->name) < 0);
    }
}

static void every_row_is_found(void **state) {
    (void)state;
    for (size_t i = 0; opdef_at(i); i++) {
        assert_ptr_equal(opdef_find(opdef_at(i)->name), opdef_at(i));
    }
    assert_null(opdef_find("NoSuchOp"));
    assert_null(opdef_find(""));
}

static void attributes_are_sorted_and_few(void **state) {
    (void)state;
    for (size_t i = 0; opdef_at(i); i++) {
        const OpDef *d = opdef_at(i);
        assert_true(d->nattrs <= BUILD_ATTRS_MAX);
        for (int k = 1; k < d->nattrs; k++) {
            assert_true(strcmp(word_text(opdef_attrs(d)[k - 1].name),
                               word_text(opdef_attrs(d)[k].name)) < 0);
        }
    }
}

static const AttrDef *attr(const OpDef *d, Word name) {
    return opdef_attr(d, word_text(name));
}

/* An argument's type is fixed, or an attribute of the row tells it; its number likewise. */
static void check_argument(const OpDef *d, const ArgDef *a) {
    assert_int_equal((a->dtype != DTYPE_INVALID) + (a->type != WORD_NONE) + (a->types != WORD_NONE),
                     1);
    assert_true(!a->type || attr(d, a->type)->kind == ATTR_TYPE);
    assert_true(!a->number || attr(d, a->number)->kind == ATTR_INT);
    assert_true(!a->types || attr(d, a->types)->kind == ATTR_INTS);
}

static void arguments_name_attributes_of_their_row(void **state) {
    (void)state;
    for (size_t i = 0; opdef_at(i); i++) {
        const OpDef *d = opdef_at(i);
        for (int k = 0; k < d->ninputs; k++) {
            check_argument(d, &opdef_inputs(d)[k]);
        }
        for (int k = 0; k < d->noutputs; k++) {
            check_argument(d, &opdef_outputs(d)[k]);
        }
        assert_non_null(opdef_infer(d));
    }
}

/* The words of the text that are modelled are just the bits of the row. bfloat16 is in no row, and
 * quantized types have no values. */
static bool is_listed(DType t) {
    return t != DTYPE_INVALID && t != DTYPE_BFLOAT16 && dtype_class(t) != DTYPE_CLASS_NONE;
}

static uint32_t bits_of_text(const char *text) {
    uint32_t bits = 0;
    while (*text) {
        size_t n = strcspn(text, ",");
        DType t = dtype_of_name((Str){text, n});
        bits |= is_listed(t) ? 1u << t : 0;
        text += n;
        text += strspn(text, ", ");
    }
    return bits;
}

static void texts_of_allowed_types_agree_with_their_bits(void **state) {
    (void)state;
    for (int a = ALLOWED_ANY + 1; a < ALLOWED_COUNT; a++) {
        uint32_t bits = bits_of_text(allowed_text((Allowed)a));
        for (int t = 0; t < DTYPE_COUNT; t++) {
            assert_int_equal(allowed_has((Allowed)a, (DType)t), bits >> t & 1u);
        }
    }
}

static void argument_names_are_those_that_constants_get(void **state) {
    (void)state;
    static const char *const wanted[][3] = {
        {"Add", "x", "y"},
        {"MatMul", "a", "b"},
        {"Sum", "input", "reduction_indices"},
        {"Reshape", "tensor", "shape"},
        {"ArgMax", "input", "dimension"},
        {"ExpandDims", "input", "dim"},
        {"Fill", "dims", "value"},
        {"OneHot", "indices", "depth"},
        {"Assign", "ref", "value"},
        {"Gather", "params", "indices"},
        {"Split", "split_dim", "value"},
        {"Range", "start", "limit"},
    };
    for (size_t i = 0; i < sizeof wanted / sizeof wanted[0]; i++) {
        const OpDef *d = opdef_find(wanted[i][0]);
        assert_string_equal(word_text(opdef_inputs(d)[0].name), wanted[i][1]);
        assert_string_equal(word_text(opdef_inputs(d)[1].name), wanted[i][2]);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_are_sorted_by_name),
        cmocka_unit_test(every_row_is_found),
        cmocka_unit_test(attributes_are_sorted_and_few),
        cmocka_unit_test(arguments_name_attributes_of_their_row),
        cmocka_unit_test(texts_of_allowed_types_agree_with_their_bits),
        cmocka_unit_test(argument_names_are_those_that_constants_get),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
