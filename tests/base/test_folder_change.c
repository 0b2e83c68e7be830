#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/folder.h"
#include "tests/test.h"

/* A folder with "in", where changes are allowed, and "out" beside it. */
typedef struct Room {
    Arena *a;
    char top[64];
    Str in;
} Room;

static Room room_make(void) {
    Room r = {.a = arena_new(0), .top = "/tmp/tfscope-change-XXXXXX"};
    assert_non_null(mkdtemp(r.top));
    r.in = str_printf(r.a, "%s/in", r.top);
    assert_int_equal(mkdir(r.in.at, 0700), 0);
    assert_int_equal(mkdir(str_printf(r.a, "%s/out", r.top).at, 0700), 0);
    return r;
}

static Str path(const Room *r, const char *below) {
    return str_printf(r->a, "%s/%s", r->top, below);
}

static void room_free(Room *r) {
    (void)!system(str_printf(r->a, "rm -rf '%s'", r->top).at);
    arena_free(r->a);
}

static bool there(const Room *r, const char *below) {
    return access(path(r, below).at, F_OK) == 0;
}

static void test_inside(void **state) {
    Room r = room_make();
    Str text, error;
    (void)state;
    assert_int_equal(folder_make(r.a, r.in, path(&r, "in/a")), 0);
    assert_int_equal(folder_make(r.a, r.in, path(&r, "in/a/")), EEXIST);
    assert_int_equal(folder_write(r.a, r.in, path(&r, "in/a/f"), STR("one")), 0);
    assert_int_equal(folder_write(r.a, r.in, path(&r, "in/a/f"), STR("two")), 0);
    assert_true(file_read(r.a, path(&r, "in/a/f").at, 10, &text, &error));
    assert_true(str_is(text, "two"));
    assert_int_equal(folder_write(r.a, r.in, path(&r, "in/a"), STR("x")), EISDIR);
    assert_int_equal(folder_write(r.a, r.in, path(&r, "in/no/f"), STR("x")), ENOENT);
    assert_int_equal(folder_remove(r.a, r.in, path(&r, "in/a"), true), ENOTEMPTY);
    FolderPath from = {r.in, path(&r, "in/a/f")}, to = {r.in, path(&r, "in/g")};
    assert_int_equal(folder_rename(r.a, &from, &to), 0);
    assert_int_equal(folder_remove(r.a, r.in, path(&r, "in/g"), false), 0);
    assert_int_equal(folder_remove(r.a, r.in, path(&r, "in/a"), true), 0);
    room_free(&r);
}

/* Whoever asks may have looked before: the change itself must not believe it. */
static void test_outside(void **state) {
    Room r = room_make();
    (void)state;
    assert_int_equal(symlink(path(&r, "out").at, path(&r, "in/folder").at), 0);
    assert_int_equal(symlink(path(&r, "out/f").at, path(&r, "in/leak").at), 0);
    assert_int_equal(folder_write(r.a, r.in, path(&r, "out/f"), STR("x")), FOLDER_LEFT);
    assert_int_equal(folder_write(r.a, r.in, path(&r, "in/../out/f"), STR("x")), FOLDER_LEFT);
    assert_int_equal(folder_write(r.a, r.in, path(&r, "in/folder/f"), STR("x")), FOLDER_LEFT);
    assert_int_equal(folder_write(r.a, r.in, path(&r, "in/leak"), STR("x")), FOLDER_LEFT);
    assert_int_equal(folder_make(r.a, r.in, path(&r, "in/folder/d")), FOLDER_LEFT);
    assert_int_equal(folder_remove(r.a, r.in, path(&r, "in/folder/f"), false), FOLDER_LEFT);
    assert_int_equal(folder_write(r.a, r.in, r.in, STR("x")), FOLDER_LEFT);
    FolderPath from = {r.in, path(&r, "in/leak")}, to = {r.in, path(&r, "out/g")};
    assert_int_equal(folder_rename(r.a, &from, &to), FOLDER_LEFT);
    assert_false(there(&r, "out/f") || there(&r, "out/d") || there(&r, "out/g"));
    assert_int_equal(folder_remove(r.a, r.in, path(&r, "in/leak"), false), 0);
    room_free(&r);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_inside),
        cmocka_unit_test(test_outside),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
