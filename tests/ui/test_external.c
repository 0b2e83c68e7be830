/* The user's own editor: what it leaves, how it fails, and that nothing is left behind. */
#include "ui/external.h"

#include <dirent.h>
#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/test.h"

/* A folder of its own for each test: with editors, and for the copy. */
typedef struct Room {
    Arena *arena;
    char folder[64];
    Str edited, error;
} Room;

static void room_open(Room *p) {
    *p = (Room){.arena = arena_new(0), .folder = "/tmp/tfscope-test-XXXXXX"};
    assert_non_null(mkdtemp(p->folder));
    setenv("TMPDIR", p->folder, 1);
    unsetenv("VISUAL");
    unsetenv("EDITOR");
}

/* What is left there, besides the editors of the test ("edit…"). */
static int left_behind(const Room *p) {
    int count = 0;
    DIR *folder = opendir(p->folder);
    assert_non_null(folder);
    for (struct dirent *e; (e = readdir(folder));)
        count += e->d_name[0] != '.' && strncmp(e->d_name, "edit", 4) != 0;
    closedir(folder);
    return count;
}

static void room_close(Room *p) {
    assert_int_equal(left_behind(p), 0);
    DIR *folder = opendir(p->folder);
    for (struct dirent *e; (e = readdir(folder));)
        unlinkat(dirfd(folder), e->d_name, 0);
    closedir(folder);
    assert_int_equal(rmdir(p->folder), 0);
    arena_free(p->arena);
}

/* Writes an editor: a script for the shell; returns its path. */
static Str editor(Room *p, const char *name, const char *script) {
    Str path = str_printf(p->arena, "%s/%s", p->folder, name), error;
    Str text = str_printf(p->arena, "#!/bin/sh\n%s\n", script);
    assert_true(file_write(p->arena, path.at, text, true, &error));
    assert_int_equal(chmod(path.at, 0755), 0);
    return path;
}

static bool edit(Room *p, const char *command, uint32_t line) {
    if (command)
        setenv("EDITOR", command, 1);
    p->edited = p->error = STR("");
    return external_edit(p->arena, STR("a = 1\nb = 2\n"), line, &p->edited, &p->error);
}

static void check_edit(const char *script, const char *wanted) {
    Room p;
    room_open(&p);
    if (!edit(&p, editor(&p, "edit", script).at, 1)) {
        print_error("%.*s\n", STR_ARG(p.error));
        fail();
    }
    assert_str(p.edited, wanted);
    room_close(&p);
}

/* The sentence names the editor as the user wrote it: %s in wanted. */
static void check_failure(const char *script, const char *wanted) {
    Room p;
    room_open(&p);
    Str command = editor(&p, "edit", script);
    assert_false(edit(&p, command.at, 1));
    Str sentence = str_dup(p.arena, str_of(wanted));
    ptrdiff_t at = str_find(sentence, STR("EDITOR"), 0);
    if (at >= 0)
        sentence =
            str_printf(p.arena, "%.*s%.*s%s", (int)at, wanted, STR_ARG(command), wanted + at + 6);
    assert_str(p.error, sentence.at);
    assert_int_equal(p.edited.len, 0);
    room_close(&p);
}

static void edits(void **state) {
    (void)state;
    check_edit("echo 'c = 3' >>\"$1\"", "a = 1\nb = 2\nc = 3\n");
    check_edit("true", "a = 1\nb = 2\n");
    check_edit(": >\"$1\"", "");
    check_edit("printf 'x\\r\\ny' >\"$1\"", "x\ny");
    check_edit("case $1 in *.py) echo yes >\"$1\";; esac", "yes\n");
    check_edit("mv \"$1\" \"$1~\"; echo saved >\"$1\"; echo more >\"$1.save\"", "saved\n");
}

/* Only we can read the copy, and its folder. */
static void is_private(void **state) {
    (void)state;
    check_edit("stat -c %a \"$1\" \"$(dirname \"$1\")\" >\"$1.new\"; mv \"$1.new\" \"$1\"",
               "600\n700\n");
}

static void arguments_of_the_editor(void **state) {
    (void)state;
    Room p;
    room_open(&p);
    Str path = editor(&p, "edit", "echo \"$1 $2 $# ${3##*.}\" >\"$3\"");
    assert_true(edit(&p, str_printf(p.arena, "%.*s  --wait 'two words'", STR_ARG(path)).at, 7));
    assert_str(p.edited, "--wait two words 3 py\n");
    room_close(&p);
}

static void line_of_the_cursor(void **state) {
    (void)state;
    Room p;
    room_open(&p);
    Str path = editor(&p, "editvi", "echo no");
    Str vi = str_printf(p.arena, "%s/edit.d", p.folder);
    assert_int_equal(mkdir(vi.at, 0700), 0);
    Str link = str_printf(p.arena, "%.*s/vi", STR_ARG(vi));
    editor(&p, "editvi", "echo \"$1 $#\" >\"$2\"");
    assert_int_equal(symlink(path.at, link.at), 0);
    assert_true(edit(&p, link.at, 7));
    assert_str(p.edited, "+7 2\n");
    unlink(link.at);
    rmdir(vi.at);
    room_close(&p);
}

static void visual_comes_first(void **state) {
    (void)state;
    Room p;
    room_open(&p);
    setenv("VISUAL", editor(&p, "edit", "echo visual >\"$1\"").at, 1);
    assert_true(edit(&p, "false", 1));
    assert_str(p.edited, "visual\n");
    setenv("VISUAL", "  ", 1);
    assert_false(edit(&p, "false", 1));
    unsetenv("VISUAL");
    room_close(&p);
}

/* Without either: nano or vi, when one is there. */
static void usual_editors(void **state) {
    (void)state;
    Room p;
    room_open(&p);
    Str old = str_dup(p.arena, str_of(getenv("PATH")));
    setenv("PATH", p.folder, 1);
    assert_false(edit(&p, NULL, 1));
    assert_str(p.error, "There is no editor: set EDITOR to the name of one.");
    setenv("PATH", str_printf(p.arena, "%s/edit.d:%.*s", p.folder, STR_ARG(old)).at, 1);
    Str folder = str_printf(p.arena, "%s/edit.d", p.folder);
    assert_int_equal(mkdir(folder.at, 0700), 0);
    editor(&p, "edit.d/nano", "echo \"nano $1\" >\"$2\"");
    assert_true(edit(&p, NULL, 3));
    assert_str(p.edited, "nano +3\n");
    setenv("PATH", old.at, 1);
    unlink(str_printf(p.arena, "%.*s/nano", STR_ARG(folder)).at);
    rmdir(folder.at);
    room_close(&p);
}

static void failures(void **state) {
    (void)state;
    check_failure("echo broken >\"$1\"; exit 3",
                  "The editor (EDITOR) ended with status 3: nothing was changed.");
    check_failure("kill -TERM $$",
                  "The editor (EDITOR) ended with status 143: nothing was changed.");
    check_failure("rm \"$1\"", "The editor removed the file: nothing was changed.");
    check_failure("rm \"$1\"; ln -s /etc/passwd \"$1\"",
                  "The editor removed the file: nothing was changed.");
    check_failure("head -c 8388609 /dev/zero | tr '\\0' ' ' >\"$1\"",
                  "A program may have at most 8 MiB: nothing was changed.");
}

static void not_found(void **state) {
    (void)state;
    Room p;
    room_open(&p);
    assert_false(edit(&p, "/ 2>/dev/null", 1)); /* a folder cannot be run */
    assert_str(p.error,
               "The editor (/ 2>/dev/null) is no program that can be run: nothing was changed.");
    assert_false(edit(&p, "no-such-editor-anywhere 2>/dev/null", 1));
    assert_str(p.error, "The editor (no-such-editor-anywhere 2>/dev/null) was not found: nothing "
                        "was changed.");
    room_close(&p);
}

/* The shell becomes the editor when it can: then the signal is seen. */
static void ended_by_a_signal(void **state) {
    (void)state;
    Room p;
    room_open(&p);
    assert_false(edit(&p, "kill -KILL $$;", 1));
    assert_str(p.error, "The editor (kill -KILL $$;) was ended by signal 9: nothing was changed.");
    room_close(&p);
}

static void no_text(void **state) {
    (void)state;
    Room p;
    room_open(&p);
    assert_false(edit(&p, editor(&p, "edit", "printf 'ok\\n\\377' >\"$1\"").at, 1));
    assert_true(p.error.len > 0 && p.edited.len == 0);
    assert_false(edit(&p, editor(&p, "edit", "printf 'a\\0b' >\"$1\"").at, 1));
    assert_true(p.error.len > 0 && p.edited.len == 0);
    room_close(&p);
}

static void no_place(void **state) {
    (void)state;
    Room p;
    room_open(&p);
    setenv("TMPDIR", "/nowhere/at all", 1);
    assert_false(edit(&p, "true", 1));
    assert_str(p.error, "There is no place for a copy of the program: No such file or directory");
    setenv("TMPDIR", p.folder, 1);
    room_close(&p);
}

/* Ctrl-C in the editor is the editor's; afterwards everything is as it was. */
static void signals(void **state) {
    (void)state;
    Room p;
    room_open(&p);
    struct sigaction before, after;
    sigaction(SIGINT, NULL, &before);
    Str script = str_printf(p.arena, "kill -INT %d; echo on >\"$1\"", (int)getpid());
    assert_true(edit(&p, editor(&p, "edit", script.at).at, 1));
    assert_str(p.edited, "on\n");
    sigaction(SIGINT, NULL, &after);
    assert_true(before.sa_handler == after.sa_handler);
    room_close(&p);
}

/* What stops alone goes on: nobody could bring it back. */
static void stopped(void **state) {
    (void)state;
    Room p;
    room_open(&p);
    Str path = editor(&p, "edit", "echo on >\"$1\"");
    assert_true(edit(&p, str_printf(p.arena, "kill -STOP $$; %.*s", STR_ARG(path)).at, 1));
    assert_str(p.edited, "on\n");
    room_close(&p);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(edits),
        cmocka_unit_test(is_private),
        cmocka_unit_test(arguments_of_the_editor),
        cmocka_unit_test(line_of_the_cursor),
        cmocka_unit_test(visual_comes_first),
        cmocka_unit_test(usual_editors),
        cmocka_unit_test(failures),
        cmocka_unit_test(not_found),
        cmocka_unit_test(ended_by_a_signal),
        cmocka_unit_test(no_text),
        cmocka_unit_test(no_place),
        cmocka_unit_test(signals),
        cmocka_unit_test(stopped),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
