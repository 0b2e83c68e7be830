#include "base/file.h"

#include <dirent.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/test.h"

/* Every test has an arena and an empty folder of its own, which is the working directory. */
typedef struct Sandbox {
    Arena *a;
    char folder[64];
} Sandbox;

static int enter_sandbox(void **state) {
    Sandbox *s = calloc(1, sizeof *s);
    assert_non_null(s);
    s->a = arena_new(0);
    strcpy(s->folder, "/tmp/tfscope-test-XXXXXX");
    assert_non_null(mkdtemp(s->folder));
    assert_int_equal(chdir(s->folder), 0);
    *state = s;
    return 0;
}

/* Removes the files of a folder and the folder; how many there were. */
static int remove_folder(const char *folder) {
    int files = 0;
    DIR *d = opendir(folder);
    assert_non_null(d);
    for (struct dirent *e = readdir(d); e; e = readdir(d)) {
        if (strcmp(e->d_name, ".") != 0 && strcmp(e->d_name, "..") != 0) {
            assert_int_equal(remove(e->d_name), 0);
            files++;
        }
    }
    closedir(d);
    assert_int_equal(rmdir(folder), 0);
    return files;
}

static int leave_sandbox(void **state) {
    Sandbox *s = *state;
    remove_folder(s->folder);
    assert_int_equal(chdir("/"), 0);
    arena_free(s->a);
    free(s);
    return 0;
}

static void put(const char *path, Str text) {
    FILE *f = fopen(path, "w");
    assert_non_null(f);
    assert_int_equal(fwrite(text.at, 1, text.len, f), text.len);
    assert_int_equal(fclose(f), 0);
}

static int files_here(void) {
    int files = 0;
    DIR *d = opendir(".");
    assert_non_null(d);
    for (struct dirent *e = readdir(d); e; e = readdir(d)) {
        files += strcmp(e->d_name, ".") != 0 && strcmp(e->d_name, "..") != 0;
    }
    closedir(d);
    return files;
}

static void assert_file(Arena *a, const char *path, const char *wanted) {
    Str text, error;
    assert_true(file_read(a, path, 1 << 20, &text, &error));
    assert_str(text, wanted);
}

static void a_file_is_read(void **state) {
    Sandbox *s = *state;
    put("p", STR("hello\n"));
    assert_file(s->a, "p", "hello\n");
    put("empty", STR(""));
    assert_file(s->a, "empty", "");
}

static void reading_faults_have_reasons(void **state) {
    Sandbox *s = *state;
    Str text, error;
    assert_false(file_read(s->a, "absent", 10, &text, &error));
    assert_str(error, "cannot read absent: No such file or directory");
    assert_false(file_read(s->a, ".", 10, &text, &error));
    assert_str(error, "cannot read .: it is a directory");
    put("p", STR("x"));
    assert_false(file_read(s->a, "p/q", 10, &text, &error));
    assert_str(error, "cannot read p/q: Not a directory");
    assert_false(file_read(s->a, "", 10, &text, &error));
}

/* Root may do anything, so root takes another user's place here. */
static void permission_is_respected(void **state) {
    Sandbox *s = *state;
    enum { NOBODY = 65534 };
    bool root = geteuid() == 0;
    put("p", STR("x"));
    assert_int_equal(chmod("p", 0), 0);
    if (root && (chown(s->folder, NOBODY, 0) || chown("p", NOBODY, 0) || seteuid(NOBODY))) {
        return; /* not root over this file system */
    }
    Str text, read_error, write_error;
    bool could_read = file_read(s->a, "p", 10, &text, &read_error);
    bool could_write = file_write(s->a, "p", STR("y"), true, &write_error);
    if (root) {
        assert_int_equal(seteuid(0), 0);
    }
    assert_false(could_read);
    assert_str(read_error, "cannot read p: Permission denied");
    assert_false(could_write);
    assert_str(write_error, "cannot write p: Permission denied");
}

static void the_limit_is_exact(void **state) {
    Sandbox *s = *state;
    Str text, error;
    put("p", STR("1234567890"));
    assert_true(file_read(s->a, "p", 10, &text, &error));
    assert_str(text, "1234567890");
    assert_false(file_read(s->a, "p", 9, &text, &error));
    assert_str(error, "cannot read p: it is larger than 9 bytes");
    assert_false(file_read(s->a, "p", 0, &text, &error));
    assert_true(file_read(s->a, "p", SIZE_MAX, &text, &error));
}

static void endless_input_stops_at_the_limit(void **state) {
    Sandbox *s = *state;
    Str text, error;
    size_t limit = (size_t)3 << 20;
    assert_false(file_read(s->a, "/dev/zero", limit, &text, &error));
    assert_str(error, "cannot read /dev/zero: it is larger than 3 MiB");
    assert_true(arena_used(s->a) < 3 * limit);
}

static void a_large_file_is_not_read_at_all(void **state) {
    Sandbox *s = *state;
    Str text, error;
    put("p", STR(""));
    assert_int_equal(truncate("p", (off_t)100 << 20), 0);
    assert_false(file_read(s->a, "p", SOURCE_LIMIT, &text, &error));
    assert_str(error, "cannot read p: it is larger than 8 MiB");
    assert_true(arena_used(s->a) < 4096);
}

static void input_of_unknown_size(void **state) {
    Sandbox *s = *state;
    Str text, error;
    assert_true(file_read(s->a, "/proc/self/maps", 1 << 20, &text, &error));
    assert_true(text.len > 0);
}

static void standard_input(void **state) {
    Sandbox *s = *state;
    Sink wanted = sink_memory(s->a);
    for (int i = 0; i < 20000; i++) {
        sink_printf(&wanted, "line %d\n", i);
    }
    put("in", sink_str(&wanted));
    int kept = dup(STDIN_FILENO);
    FILE *pipe = popen("cat in", "r");
    assert_non_null(pipe);
    assert_true(dup2(fileno(pipe), STDIN_FILENO) >= 0);
    Str text, error;
    bool ok = file_read(s->a, "-", 1 << 20, &text, &error);
    dup2(kept, STDIN_FILENO);
    close(kept);
    pclose(pipe);
    assert_true(ok);
    assert_true(str_eq(text, sink_str(&wanted)));
}

static void a_source_is_read(void **state) {
    Sandbox *s = *state;
    const Source *source;
    Str error;
    put("p.py", STR("\xef\xbb\xbfx = 1\r\ny = '变'\r\n"));
    assert_true(file_read_source(s->a, "p.py", &source, &error));
    assert_str(source->text, "x = 1\ny = '变'\n");
    assert_str(source->name, "p.py");
    assert_int_equal(source->nlines, 2);
}

static void assert_source_refused(Arena *a, Str text, const char *wanted) {
    const Source *source;
    Str error;
    put("p.py", text);
    assert_false(file_read_source(a, "p.py", &source, &error));
    assert_str(error, wanted);
}

static void what_is_not_text_is_refused(void **state) {
    Arena *a = ((Sandbox *)*state)->a;
    assert_source_refused(a, STR("x\n变\xff"),
                          "cannot read p.py: line 2, column 2: byte 0xff is not UTF-8 text");
    assert_source_refused(a, STR("\xff"),
                          "cannot read p.py: line 1, column 1: byte 0xff is not UTF-8 text");
    assert_source_refused(a, STR("x\n\xff"),
                          "cannot read p.py: line 2, column 1: byte 0xff is not UTF-8 text");
    assert_source_refused(a, STR("ab\0\xff"),
                          "cannot read p.py: line 1, column 3: "
                          "a NUL byte, this is not a text file");
    assert_source_refused(a, STR("\xed\xa0\x80"),
                          "cannot read p.py: line 1, column 1: byte 0xed is not UTF-8 text");
}

static void a_new_file_is_written(void **state) {
    Sandbox *s = *state;
    Str error;
    mode_t mask = umask(027);
    assert_true(file_write(s->a, "out", STR("a\0b"), false, &error));
    umask(mask);
    Str text;
    assert_true(file_read(s->a, "out", 10, &text, &error));
    assert_int_equal(text.len, 3);
    struct stat st;
    assert_int_equal(stat("out", &st), 0);
    assert_int_equal(st.st_mode & 07777, 0640);
    assert_int_equal(files_here(), 1);
}

static void nothing_is_replaced_unasked(void **state) {
    Sandbox *s = *state;
    Str error;
    put("out", STR("old"));
    assert_int_equal(chmod("out", 0604), 0);
    assert_false(file_write(s->a, "out", STR("new"), false, &error));
    assert_str(error, "cannot write out: it exists already");
    assert_file(s->a, "out", "old");
    assert_true(file_write(s->a, "out", STR("new"), true, &error));
    assert_file(s->a, "out", "new");
    struct stat st;
    assert_int_equal(stat("out", &st), 0);
    assert_int_equal(st.st_mode & 07777, 0604);
    assert_int_equal(files_here(), 1);
}

static void a_link_stays_a_link(void **state) {
    Sandbox *s = *state;
    Str error;
    put("target", STR("old"));
    assert_int_equal(symlink("target", "link"), 0);
    assert_true(file_write(s->a, "link", STR("new"), true, &error));
    assert_file(s->a, "target", "new");
    struct stat st;
    assert_int_equal(lstat("link", &st), 0);
    assert_true(S_ISLNK(st.st_mode));
}

static void writing_faults_have_reasons(void **state) {
    Sandbox *s = *state;
    Str error;
    assert_false(file_write(s->a, "absent/out", STR("x"), false, &error));
    assert_str(error, "cannot write absent/out: No such file or directory");
    assert_false(file_write(s->a, ".", STR("x"), true, &error));
    assert_str(error, "cannot write .: it is a directory");
    assert_int_equal(symlink("nowhere/x", "dangling"), 0);
    assert_false(file_write(s->a, "dangling", STR("x"), false, &error));
    assert_int_equal(files_here(), 1);
}

static void devices_are_written_in_place(void **state) {
    Sandbox *s = *state;
    Str error;
    if (access("/dev/full", W_OK) != 0) {
        return;
    }
    assert_false(file_write(s->a, "/dev/full", STR("x"), true, &error));
    assert_str(error, "cannot write /dev/full: No space left on device");
    assert_true(file_write(s->a, "/dev/null", STR("x"), false, &error));
    struct stat st;
    assert_int_equal(stat("/dev/null", &st), 0);
    assert_true(S_ISCHR(st.st_mode));
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, enter_sandbox, leave_sandbox)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(a_file_is_read),
        TEST(reading_faults_have_reasons),
        TEST(permission_is_respected),
        TEST(the_limit_is_exact),
        TEST(endless_input_stops_at_the_limit),
        TEST(a_large_file_is_not_read_at_all),
        TEST(input_of_unknown_size),
        TEST(standard_input),
        TEST(a_source_is_read),
        TEST(what_is_not_text_is_refused),
        TEST(a_new_file_is_written),
        TEST(nothing_is_replaced_unasked),
        TEST(a_link_stays_a_link),
        TEST(writing_faults_have_reasons),
        TEST(devices_are_written_in_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
