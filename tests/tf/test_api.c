/* test_api.c: the tables of names: each row resolves in its releases, names that are not modelled
 * are refused, and names that do not exist are attribute errors. */
#include <string.h>

#include "graph/opdef.h"
#include "tests/tf/run_tf.h"
#include "tf/generated.h"
#include "tf/recipe.h"

/* The attribute of the module at a path; false when it is not found. */
static bool find(Run *run, const char *path, Value *v) {
    *v = value_object(tf_of(run)->module);
    for (const char *at = path; at; at = strchr(at, '.') ? strchr(at, '.') + 1 : NULL) {
        Str part = {at, strcspn(at, ".")};
        bool found = false;
        if (!value_find_attr(run, *v, name_of(run->names, part), &found, v) || !found) {
            return false;
        }
    }
    return true;
}

/* A run of the last release that has something. */
static Run *tf_new_last(int last) {
    return tf_new(last == LATEST ? dialect_newest() : last);
}

static void test_rows_resolve(void **state) {
    (void)state;
    for (int minor = 0; minor <= dialect_newest(); minor++) {
        Run *run = tf_new(minor);
        const ApiRow *row;
        for (size_t i = 0; (row = api_at(tf_of(run), i)); i++) {
            Value v;
            if (row->first <= minor && minor <= row->last && !find(run, row->path, &v)) {
                fail_msg("tf.%s of 1.%d", row->path, minor);
            }
        }
        run_free(run);
    }
}

/* A name has one row a release. */
static void test_rows_do_not_overlap(void **state) {
    (void)state;
    Run *run = tf_new(4);
    const ApiRow *a, *b;
    for (size_t i = 0; (a = api_at(tf_of(run), i)); i++) {
        assert_true(a->first <= a->last && (a->last == LATEST || a->last < dialect_newest()));
        for (size_t k = 0; k < i; k++) {
            b = api_at(tf_of(run), k);
            bool overlap = a->first <= b->last && b->first <= a->last;
            if (overlap && strcmp(a->path, b->path) == 0) {
                fail_msg("two rows of tf.%s", a->path);
            }
        }
    }
    run_free(run);
}

static void test_ops_exist(void **state) {
    (void)state;
    Run *run = tf_new(4);
    const ApiRow *row;
    for (size_t i = 0; (row = api_at(tf_of(run), i)); i++) {
        if (row->op && row->with_row == generated_call && !opdef_find(row->op)) {
            fail_msg("tf.%s has the op %s", row->path, row->op);
        }
    }
    run_free(run);
}

/* A call without arguments binds the signature: it fails, if at all, with an exception or a
 * refusal. */
/* The texts of library functions are Python. */
static void test_recipes(void **state) {
    (void)state;
    Run *run = tf_new(4);
    const char *path = recipe_broken(run);
    if (path) {
        fail_msg("the recipe of %s", path);
    }
    run_free(run);
}

static void test_signatures_bind(void **state) {
    (void)state;
    Run *all = tf_new(4);
    const ApiRow *row;
    for (size_t i = 0; (row = api_at(tf_of(all), i)); i++) {
        Run *run = tf_new_last(row->last);
        Value f, result;
        assert_true(find(run, row->path, &f));
        if (!value_call_n(run, f, 0, NULL, &result)) {
            assert_true(run->stopping || !is_unbound(run->error));
        }
        run_free(run);
    }
    run_free(all);
}

static void check_known(Run *run, const char *module, const char *names) {
    for (const char *at = names; *at; at += strspn(at, " ")) {
        size_t n = strcspn(at, " ");
        Str path = str_printf(run->arena, "%s%s%.*s", module, *module ? "." : "", (int)n, at);
        Value v;
        if (!find(run, path.at, &v) && !run->stopping) {
            fail_msg("tf.%s is neither modelled nor refused", path.at);
        }
        run->stopping = false;
        at += n;
    }
}

static void test_known_names(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    Known known = known_rows(a);
    assert_true(known.n > 0);
    for (size_t i = 0; i < known.n; i++) {
        Run *run = tf_new_last(known.rows[i].last);
        check_known(run, known.rows[i].module, known.rows[i].names);
        run_free(run);
    }
    arena_free(a);
}

static void test_refusals(void **state) {
    (void)state;
    check_refused(4, "tf.PriorityQueue", "tf.PriorityQueue is not modelled");
    check_refused(15, "tf.nn.ctc_loss", "tf.nn.ctc_loss is not modelled");
    check_refused(15, "tf.sets", "tf.sets is not modelled");
    check_refused(15, "tf.enable_eager_execution()", "eager execution is not modelled");
}

static void test_attribute_errors(void **state) {
    (void)state;
    check_raises(4, "tf.variab_scope('x')", "AttributeError",
                 "module 'tensorflow' has no attribute 'variab_scope'");
    check_raises(3, "tf.AUTO_REUSE", "AttributeError",
                 "module 'tensorflow' has no attribute 'AUTO_REUSE'");
    check_raises(15, "tf.nn.rel", "AttributeError",
                 "module 'tensorflow_core._api.v1.nn' has no attribute 'rel'");
    check_raises(0, "tf.Variable(1).shape", "AttributeError",
                 "'Variable' object has no attribute 'shape'");
    check_prints(4, "print(hasattr(tf, 'AUTO_REUSE'), hasattr(tf, 'mul'))", "True False\n");
}

static void test_imports(void **state) {
    (void)state;
    check_prints(4, "from tensorflow.contrib import layers\nprint(layers is tf.contrib.layers)",
                 "True\n");
    check_prints(15, "import tensorflow.compat.v1 as tf1\nprint(tf1.constant is not None)",
                 "True\n");
    check_prints(15, "print(tf.__version__)", "1.15.0\n");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rows_resolve),     cmocka_unit_test(test_rows_do_not_overlap),
        cmocka_unit_test(test_ops_exist),        cmocka_unit_test(test_signatures_bind),
        cmocka_unit_test(test_known_names),      cmocka_unit_test(test_refusals),
        cmocka_unit_test(test_attribute_errors), cmocka_unit_test(test_imports),
        cmocka_unit_test(test_recipes),
    };
    return cmocka_run_group_tests_name("tf/api", tests, NULL, NULL);
}
