/* values.h: tensors out of text, and text out of tensors, for tests.
 *
 * A value is written as numpy prints it, without commas: values(a, DTYPE_FLOAT32,
 * "[[1 2] [3 4]]"). What comes out is compared with numpy's repr, so that a test reads like a
 * session with numpy, where its expectations come from. */
#ifndef TFSCOPE_TESTS_TENSOR_VALUES_H
#define TFSCOPE_TESTS_TENSOR_VALUES_H

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "tensor/print.h"
#include "tests/test.h"

/* The shape that the brackets of text make. */
static inline Shape values_shape(Arena *a, const char *text) {
    int64_t counts[16] = {0}, dims[16] = {0};
    int level = 0, rank = 0;
    bool in_element = false;
    for (const char *c = text; *c; c++) {
        bool element = *c != '[' && *c != ']' && !isspace((unsigned char)*c);
        counts[level] += (element && !in_element) || *c == '[';
        in_element = element;
        if (*c == '[') {
            counts[++level] = 0;
            rank = level > rank ? level : rank;
        } else if (*c == ']') {
            dims[level - 1] = counts[level];
            level--;
        }
    }
    return shape_make(a, rank, dims);
}

static inline void values_set(Arena *a, Tensor *t, int64_t i, const char *word) {
    if (t->dtype == DTYPE_STRING) {
        ((Str *)t->data)[i] = str_dup(a, str_of(word));
    } else if (strpbrk(word, ".enE") || dtype_class(t->dtype) == DTYPE_CLASS_FLOAT) {
        tensor_set_f64(t, i, strtod(word, NULL));
    } else if (t->dtype == DTYPE_UINT64) {
        tensor_set_i64(t, i, (int64_t)strtoull(word, NULL, 10));
    } else {
        tensor_set_i64(t, i, strtoll(word, NULL, 10));
    }
}

static inline Tensor *values(Arena *a, DType dtype, const char *text) {
    Tensor *t = tensor_make(a, dtype, values_shape(a, text));
    char *copy = (char *)arena_copy(a, text, strlen(text) + 1), *rest = NULL;
    int64_t i = 0;
    for (char *word = strtok_r(copy, "[] \n", &rest); word; word = strtok_r(NULL, "[] \n", &rest)) {
        values_set(a, t, i++, word);
    }
    assert_int_equal(i, t->count);
    return t;
}

/* An empty tensor, or one of zeros. */
static inline Tensor *zeros(Arena *a, DType dtype, int rank, const int64_t *dims) {
    return tensor_make(a, dtype, (Shape){rank, dims});
}

static inline Str repr_of(Arena *a, const Tensor *t) {
    Sink out = sink_memory(a);
    numpy_repr(&out, t);
    return sink_str(&out);
}

/* The tensor is there, and numpy would write it so. */
#define assert_repr(a, t, error, wanted)                                                           \
    test_assert_repr((a), (t), (error), (wanted), __FILE__, __LINE__)

static inline void test_assert_repr(Arena *a, const Tensor *t, Str error, const char *wanted,
                                    const char *file, int line) {
    test_assert_str(t ? repr_of(a, t) : error, wanted, file, line);
}

/* There is no tensor, and this is why. */
#define assert_refused(t, error, wanted)                                                           \
    do {                                                                                           \
        assert_null(t);                                                                            \
        assert_str((error), (wanted));                                                             \
    } while (0)

#endif
