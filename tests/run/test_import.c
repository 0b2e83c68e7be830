/* Programs of several files, and files that programs read. Those of tests/import print what CPython
 * printed (tests/python/make_expected.py). */
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/folder.h"
#include "tests/run/value.h"

/* ---- programs of several files ---- */

/* A file as it is named on a command line in its own folder. */
static Ran run_file(const char *file, bool named_by_folder) {
    Ran r = {.arena = arena_new(0)};
    const char *path = test_path(r.arena, str_printf(r.arena, "tests/import/%s", file).at);
    const char *folder = test_path(r.arena, "tests/import");
    RunOptions options = {.python = 3, .readable = &folder, .nreadable = 1};
    const Source *source;
    Str error;
    assert_true(file_read_source(r.arena, path, &source, &error));
    Source *named = source_instead(r.arena, source, source->text);
    named->name = named_by_folder ? source->name : str_of(file);
    r.run = run_new(&options);
    assert_non_null(r.run);
    r.accepted = run_program(r.run, named);
    r.out = ran_output(r.arena, r.run->trace, false);
    Sink traceback = sink_memory(r.arena);
    run_traceback(r.run, &traceback);
    r.error = sink_str(&traceback);
    return r;
}

static Str expected(Arena *a, const char *name, const char *ending) {
    Str text = STR(""), error;
    const char *below = str_printf(a, "tests/import/%s%s", name, ending).at;
    file_read(a, test_path(a, below), SOURCE_LIMIT, &text, &error);
    return text;
}

static void check_file(const char *name, bool named_by_folder) {
    Arena *a = arena_new(0);
    Ran r = run_file(str_printf(a, "%s.py", name).at, named_by_folder);
    assert_true(r.accepted);
    Str out = expected(a, name, ".out"), error = expected(a, name, ".err");
    assert_str(r.out, str_dup(a, out).at);
    assert_str(r.error, str_dup(a, error).at);
    ran_free(&r);
    arena_free(a);
}

static void test_several_files(void **state) {
    (void)state;
    check_file("packages", false);
    check_file("two", false);
    check_file("shadow", false);
    check_file("path", true);
    check_file("raising", false);
}

static void test_reading(void **state) {
    (void)state;
    check_file("reading", true);
}

/* Every site knows its own file. */
static void test_trace_of_files(void **state) {
    (void)state;
    Ran r = run_file("raising.py", false);
    const Trace *t = r.run->trace;
    const TraceModule *module;
    Span span;
    const char *const files[] = {"raising.py", "failing.py", "pkg/__init__.py"};
    for (size_t i = 0; i < 3; i++) {
        assert_str(LOG_AT(&t->modules, TraceModule, i)->source->name, files[i]);
    }
    const TraceError *e = *LOG_AT(&t->errors, TraceError *, t->errors.count - 1);
    assert_true(trace_span(t, e->cause.site, &module, &span));
    assert_str(module->source->name, "failing.py");
    assert_str(source_span(module->source, span), "[][1]");
    ran_free(&r);
}

/* ---- files made for a test ---- */

typedef struct Room {
    char folder[64];
    Arena *arena;
} Room;

static const char *in_room(Room *room, const char *name) {
    return str_printf(room->arena, "%s/%s", room->folder, name).at;
}

static void put_file(Room *room, const char *name, const char *text) {
    Str error;
    assert_true(file_write(room->arena, in_room(room, name), str_of(text), true, &error));
}

static Room room_make(void) {
    Room room = {.folder = "/tmp/tfscope-test-XXXXXX", .arena = arena_new(0)};
    assert_non_null(mkdtemp(room.folder));
    return room;
}

static void room_done(Room *room, const char *const *names) {
    for (; *names; names++) {
        remove(in_room(room, *names));
    }
    rmdir(room->folder);
    arena_free(room->arena);
}

static Ran run_in_room(Room *room, const char *text, int python, bool readable) {
    const char *folder = room->folder;
    Ran r = {.arena = arena_new(0)};
    RunOptions options = {.python = python, .readable = &folder, .nreadable = readable};
    Source *source = source_make(r.arena, STR("p.py"), str_printf(r.arena, text, room->folder));
    source->folder = str_of(room->folder);
    r.run = run_new(&options);
    r.accepted = run_program(r.run, source);
    r.out = ran_output(r.arena, r.run->trace, false);
    return r;
}

static void room_refused(Room *room, const char *text, bool readable, const char *message) {
    Ran r = run_in_room(room, text, 3, readable);
    assert_int_equal(r.run->trace->end, END_REFUSED);
    assert_str(r.run->trace->refusal.message, str_printf(r.arena, message, room->folder).at);
    ran_free(&r);
}

static void test_outside(void **state) {
    (void)state;
    Room room = room_make();
    put_file(&room, "a.txt", "text\n");
    assert_int_equal(symlink("/etc/hostname", in_room(&room, "leak")), 0);
    assert_int_equal(symlink("/etc", in_room(&room, "folder")), 0);
    room_refused(&room, "open('%s/a.txt')\n", false, "reading %s/a.txt is not allowed");
    room_refused(&room, "open('%s/leak')\n", true, "reading %s/leak is not allowed");
    room_refused(&room, "open('%s/../passwd')\n", true, "reading %s/../passwd is not allowed");
    room_refused(&room, "open('%s/folder/hostname')\n", true,
                 "reading %s/folder/hostname is not allowed");
    room_refused(&room, "open('%s/a.txt', 'w')\n", true, "writing %s/a.txt is not allowed");
    room_refused(&room, "open('%s/a.txt', 'r+')\n", true, "writing %s/a.txt is not allowed");
    room_refused(&room, "import os\nos.listdir('%s/..')\n", true, "listing %s/.. is not allowed");
    Ran r = run_in_room(
        &room,
        "import os\nd = '%s/'\n"
        "print([os.path.exists(d + n) for n in ('a.txt', 'leak', 'folder/hostname', '..')])\n"
        "try:\n    open(d + 'b\\0')\nexcept ValueError as e:\n    print(e)\n"
        "print(os.listdir(d)[0], open(d + 'a.txt').read())\n",
        3, true);
    assert_str(r.out, "[True, False, False, False]\nembedded null byte\na.txt text\n\n");
    ran_free(&r);
    room_done(&room, (const char *const[]){"a.txt", "leak", "folder", NULL});
}

/* A module outside of the folder is none; one that is not accepted, too large or no text is
 * refused. */
static void test_modules_refused(void **state) {
    (void)state;
    Room room = room_make();
    put_file(&room, "bad.py", "x = 1\ndef f(:\n    pass\n");
    put_file(&room, "binary.py", "x = '\xff'\n");
    put_file(&room, "deep.py", "import deep2\n");
    put_file(&room, "deep2.py", "import requests_nope\n");
    assert_int_equal(symlink("/etc/hostname", in_room(&room, "leak.py")), 0);
    room_refused(
        &room, "import bad # %s\n", false,
        "the text of bad.py is not accepted: line 2, column 7: invalid syntax: unexpected ':'");
    room_refused(
        &room, "import binary # %s\n", false,
        "a module that is no text is not accepted: cannot read binary.py: line 1, column 6: "
        "byte 0xff is not UTF-8 text");
    room_refused(&room, "import leak # %s\n", false, "the module leak is not modelled");
    room_refused(&room, "import deep # %s\n", false, "the module requests_nope is not modelled");
    room_refused(&room, "import a.b.c # %s\n", false, "the module a.b.c is not modelled");
    room_done(&room,
              (const char *const[]){"bad.py", "binary.py", "deep.py", "deep2.py", "leak.py", NULL});
}

/* Python 2 looks beside the module that imports, unless it was told not to. */
static void test_python2(void **state) {
    (void)state;
    Room room = room_make();
    assert_int_equal(mkdir(in_room(&room, "pkg"), 0700), 0);
    put_file(&room, "pkg/__init__.py", "");
    put_file(&room, "pkg/a.py", "import b\nprint b.where\n");
    put_file(&room, "pkg/b.py", "where = 'beside'\n");
    put_file(&room, "pkg/c.py",
             "from __future__ import absolute_import\nimport b\nprint b.where\n");
    put_file(&room, "b.py", "where = 'top'\n");
    Ran r = run_in_room(
        &room, "import pkg.a, pkg.c # %s\nprint pkg.a.b.__name__, pkg.c.b.__name__\n", 2, false);
    assert_str(r.out, "beside\ntop\npkg.b b\n");
    ran_free(&r);
    room_done(&room, (const char *const[]){"b.py", "pkg/__init__.py", "pkg/a.py", "pkg/b.py",
                                           "pkg/c.py", "pkg", NULL});
}

/* A module that imports itself through a chain; one that is imported in a loop. */
static void test_hostile(void **state) {
    (void)state;
    Room room = room_make();
    put_file(&room, "me.py", "import me\nfrom me import *\nx = me.__name__\n");
    put_file(&room, "again.py", "import sys\nsys.modules.clear()\nimport again\n1 / 0\n");
    Ran r =
        run_in_room(&room,
                    "import me # %s\nprint(me.x)\n"
                    "for i in range(50):\n"
                    "    try:\n        import again\n    except ZeroDivisionError:\n        pass\n"
                    "try:\n    __import__('.'.join(['me'] * 1000))\n"
                    "except ImportError as e:\n    print(type(e).__name__)\n"
                    "print('done')\n",
                    3, false);
    assert_str(r.out, "me\nModuleNotFoundError\ndone\n");
    ran_free(&r);
    room_done(&room, (const char *const[]){"me.py", "again.py", NULL});
}

/* An extra is absent where its absence is provided for: Python 3 names what is missing first. */
static void test_extras(void **state) {
    (void)state;
    Room room = room_make();
    const char *program = "try:\n    from sklearn.manifold import TSNE # %s\n"
                          "except ImportError as e:\n    print(e)\nimport scipy.misc\n";
    Ran r = run_in_room(&room, program, 3, false);
    assert_str(r.out, "No module named 'sklearn'\n");
    ran_free(&r);
    r = run_in_room(&room, program, 2, false);
    assert_str(r.out, "No module named sklearn.manifold\n");
    ran_free(&r);
    room_done(&room, (const char *const[]){NULL});
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_several_files),   cmocka_unit_test(test_reading),
        cmocka_unit_test(test_trace_of_files),  cmocka_unit_test(test_outside),
        cmocka_unit_test(test_modules_refused), cmocka_unit_test(test_python2),
        cmocka_unit_test(test_hostile),         cmocka_unit_test(test_extras),
    };
    return cmocka_run_group_tests_name("import", tests, NULL, NULL);
}
