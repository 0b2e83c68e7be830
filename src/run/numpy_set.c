/* numpy_set.c: what two arrays have in common, and selection of the k least elements. */
#include "run/numpy_functions.h"

#define NONE value_none()

/* ---- sets ---- */

/* Elements of the first set that are, or are not, in the second one. */
static Value filtered(Calc *c, Value a, Value b, bool in) {
    Value found = CALC(c, "in1d", a, b);
    return calc_item(c, a, in ? found : CALC(c, "logical_not", found));
}

/* args: ar1, ar2, assume_unique, return_indices */
static bool np_intersect1d(Run *run, const Value *args, Value *result) {
    Calc c = {run, false};
    if (calc_true(&c, args[3])) {
        return refuse(run, NULL, "the parameter 'return_indices' of numpy.intersect1d");
    }
    Value a = CALC(&c, "unique", args[0]), b = CALC(&c, "unique", args[1]);
    Value type =
        numpy_dtype_value(run, promote_types(calc_tensor(&c, a)->dtype, calc_tensor(&c, b)->dtype));
    bool text = !c.failed && as_array(a)->text;
    a = text ? a : CALC(&c, "asarray", a, type);
    return calc_end(&c, filtered(&c, a, b, true), result);
}

/* ---- selection: numpy's introselect, so that the other elements lie where it leaves them ---- */

typedef struct Selection {
    const Tensor *t;
    int64_t *at; /* places in t, exchanged */
} Selection;

static bool less(const Selection *s, int64_t i, int64_t k) {
    return element_order(s->t, s->at[i], s->at[k]) < 0;
}

static void swap(const Selection *s, int64_t i, int64_t k) {
    int64_t at = s->at[i];
    s->at[i] = s->at[k];
    s->at[k] = at;
}

/* The n least ones from `low` on, one after the other. */
static void select_few(const Selection *s, int64_t low, int64_t high, int64_t n) {
    for (int64_t i = low; i < low + n; i++) {
        int64_t least = i;
        for (int64_t k = i + 1; k <= high; k++) {
            least = less(s, k, least) ? k : least;
        }
        swap(s, i, least);
    }
}

/* The middle one of three becomes the pivot at `low`; the least goes behind it. */
static void median_of_three(const Selection *s, int64_t low, int64_t mid, int64_t high) {
    if (less(s, high, mid)) {
        swap(s, high, mid);
    }
    if (less(s, high, low)) {
        swap(s, high, low);
    }
    if (less(s, low, mid)) {
        swap(s, low, mid);
    }
    swap(s, mid, low + 1);
}

/* The element that belongs to place k gets there; smaller ones before, larger ones behind. */
static void select_place(const Selection *s, int64_t n, int64_t k) {
    int64_t low = 0, high = n - 1;
    if (k - low < 3) {
        select_few(s, low, high, k - low + 1);
        return;
    }
    if (dtype_is_inexact(s->t->dtype) && k == n - 1) { /* the greatest, which may be nan */
        int64_t most = low;
        for (int64_t i = low + 1; i < n; i++) {
            most = !less(s, i, most) ? i : most;
        }
        swap(s, k, most);
        return;
    }
    while (low + 1 < high) {
        int64_t left = low + 1, right = high;
        median_of_three(s, low, low + (high - low) / 2, high);
        for (;;) {
            do {
                left++;
            } while (less(s, left, low));
            do {
                right--;
            } while (less(s, low, right));
            if (right < left) {
                break;
            }
            swap(s, left, right);
        }
        swap(s, low, right);
        high = right >= k ? right - 1 : high;
        low = right <= k ? left : low;
    }
    if (high == low + 1 && less(s, high, low)) {
        swap(s, high, low);
    }
}

/* args: a, kth, axis */
static bool partition(Run *run, const Value *args, bool places, Value *result) {
    Calc c = {run, false};
    Value a = given(args[2]) ? calc_array(&c, args[0]) : CALC(&c, "ravel", args[0]);
    int axis = given(args[2]) ? calc_axis(&c, args[2], a) : 0;
    const Tensor *t = calc_tensor(&c, a);
    int64_t k = 0, n = calc_dim(&c, a, axis);
    if (!c.failed && (is_sequence(run, args[1]) || dtype_class(t->dtype) == DTYPE_CLASS_COMPLEX)) {
        return refuse(run, NULL, "this form of numpy.partition");
    }
    if (c.failed || !index_of(run, args[1], &k)) {
        return false;
    }
    k += k < 0 ? n : 0;
    if (k < 0 || (k >= n && t->count)) {
        return raise_value_error(run, "kth(=%lld) out of bounds (%lld)", (long long)k,
                                 (long long)n);
    }
    int64_t step = strides_of(run->scratch, t->shape)[axis];
    Selection s = {t, ARENA_ARRAY(run->scratch, (size_t)n + 1, int64_t)};
    Tensor *out = tensor_make(run->arena, places ? DTYPE_INT64 : t->dtype, t->shape);
    for (int64_t i = 0; i < t->count; i++) {
        if (i / step % n) {
            continue;
        }
        for (int64_t j = 0; j < n; j++) {
            s.at[j] = i + j * step;
        }
        select_place(&s, n, k);
        for (int64_t j = 0; j < n; j++) {
            if (places) {
                tensor_set_i64(out, i + j * step, (s.at[j] - i) / step);
            } else {
                element_copy(out, i + j * step, t, s.at[j], 1);
            }
        }
    }
    return calc_end(&c, array_make_text(run, out, !places && as_array(a)->text), result);
}

static bool np_partition(Run *run, const Value *args, Value *result) {
    return partition(run, args, false, result);
}

bool np_argpartition(Run *run, const Value *args, Value *result) {
    return partition(run, args, true, result);
}

const NativeSpec numpy_set_functions[] = {
    {.name = "intersect1d",
     .signature = "ar1, ar2, assume_unique=False!, return_indices=False",
     .fn = np_intersect1d},
    {.name = "partition",
     .signature = "a, kth, axis=-1, kind='introselect'~, order=None!",
     .fn = np_partition},
    {.name = "argpartition",
     .signature = "a, kth, axis=-1, kind='introselect'~, order=None!",
     .fn = np_argpartition},
    {0},
};
