/* Progress: what deeds make of it, and the file: whole at any moment, shared by several processes,
 * on full and read-only disks, in the hands of strangers. */
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/file.h"
#include "base/json.h"
#include "base/text.h"
#include "tests/test.h"
#include "tutor/progress.h"

typedef struct Fixture {
    Arena *arena;
    char folder[64];
    Str path; /* of progress.json */
} Fixture;

static int set_up(void **state) {
    Arena *a = arena_new(0);
    Fixture *f = ARENA_NEW(a, Fixture);
    text_init("en", "");
    strcpy(f->folder, "/tmp/tfscope-progress-XXXXXX");
    f->arena = a;
    *state = f;
    if (!mkdtemp(f->folder))
        return 1;
    f->path = str_printf(a, "%s/progress.json", f->folder);
    return 0;
}

static int tear_down(void **state) {
    Fixture *f = *state;
    chmod(f->folder, 0700);
    Str command = str_printf(f->arena, "rm -rf '%s'", f->folder);
    int status = system(command.at);
    arena_free(f->arena);
    return status;
}

static Progress *open_in(Fixture *f, const char *folder) {
    Str trouble;
    Progress *p = progress_make(f->arena);
    if (!progress_read(p, str_of(folder), &trouble))
        print_error("%.*s\n", STR_ARG(trouble));
    return p;
}

static void note(Progress *p, DeedKind kind, const char *lesson, const char *item, int64_t number,
                 bool right) {
    progress_note(p, &(Deed){kind, str_of(lesson), str_of(item), right, number, STR("text")});
}

static void save(Progress *p) {
    Str trouble;
    assert_true(progress_save(p, &trouble));
    assert_str(trouble, "");
}

static void put_file(Fixture *f, const char *text, size_t len) {
    Str error;
    assert_true(file_write(f->arena, f->path.at, (Str){text, len}, true, &error));
}

static Str file_text(Fixture *f) {
    Str text, error;
    assert_true(file_read(f->arena, f->path.at, 8 << 20, &text, &error));
    return text;
}

/* ---- deeds ---- */

static void test_deeds(void **state) {
    Fixture *f = *state;
    Progress *p = open_in(f, f->folder);
    assert_str(progress_last(p), "");
    assert_int_equal(progress_sitting(p), 1);
    note(p, DEED_OPENED, "one", "", 0, false);
    note(p, DEED_REACHED, "one", "", 7, false);
    note(p, DEED_REACHED, "one", "", 3, false);
    note(p, DEED_ANSWERED, "one", "away", 0, true);
    note(p, DEED_ANSWERED, "one", "away", 0, true); /* more answers are no more tries */
    note(p, DEED_HINTED, "one", "hinted", 2, false);
    note(p, DEED_HINTED, "one", "hinted", 1, false);
    note(p, DEED_HINTED, "one", "hinted", 99, false);
    note(p, DEED_ANSWERED, "one", "hinted", 0, true);
    note(p, DEED_ANSWERED, "one", "wrong", 0, false);
    note(p, DEED_ANSWERED, "one", "wrong", 0, true);
    note(p, DEED_SHOWN, "one", "shown", 0, false);
    note(p, DEED_TRIED, "one", "task", 1, false);
    note(p, DEED_SHOWN, "one", "task", 1, false);
    note(p, DEED_TRIED, "one", "task", 2, true);
    note(p, DEED_ENDED, "one", "", 0, false);
    save(p);
    for (int i = 0; i < 2; i++, p = open_in(f, f->folder)) {
        assert_str(progress_last(p), "one");
        LessonProgress l = progress_lesson(p, STR("one"));
        assert_true(l.opened && l.ended && l.step == 7 && l.last == 1);
        ItemProgress away = progress_item(p, STR("one"), STR("away"));
        assert_true(away.tries == 1 && away.right && away.right_away && away.due == 0);
        ItemProgress hinted = progress_item(p, STR("one"), STR("hinted"));
        assert_true(hinted.hints == 2 && hinted.right && !hinted.right_away && hinted.due == 0);
        ItemProgress wrong = progress_item(p, STR("one"), STR("wrong"));
        assert_true(wrong.tries == 2 && wrong.right && !wrong.right_away && wrong.due == 2);
        ItemProgress shown = progress_item(p, STR("one"), STR("shown"));
        assert_true(shown.shown && !shown.right && shown.tries == 0 && shown.due == 2);
        ItemProgress task = progress_item(p, STR("one"), STR("task"));
        assert_true(task.tries == 2 && task.right && task.shown && task.due == 0);
        assert_false(progress_lesson(p, STR("two")).opened);
        assert_int_equal(progress_sitting(p), 1 + i);
    }
}

static void expect_due(Fixture *f, Progress *p, const char *items) {
    Log due = progress_due(p, f->arena);
    Sink out = sink_memory(f->arena);
    for (size_t i = 0; i < due.count; i++)
        sink_printf(&out, "%s%.*s", i ? " " : "", STR_ARG(LOG_AT(&due, Due, i)->item));
    assert_str(sink_str(&out), items);
}

/* A sitting in which something was done. */
static Progress *sit_down(Fixture *f, int64_t number) {
    Progress *p = open_in(f, f->folder);
    assert_int_equal(progress_sitting(p), number);
    note(p, DEED_ANSWERED, "one", "other", 0, true);
    return p;
}

/* Wrong in sitting 1: it comes back in 2 and, right there, in 4; then no more. Wrong in 4: in 5. */
static void test_spacing(void **state) {
    Fixture *f = *state;
    Progress *p = sit_down(f, 1);
    note(p, DEED_ANSWERED, "one", "a", 0, false);
    note(p, DEED_ANSWERED, "one", "b", 0, false);
    note(p, DEED_ANSWERED, "one", "a", 0, true);
    expect_due(f, p, ""); /* not in the same sitting */
    save(p);
    p = sit_down(f, 2);
    expect_due(f, p, "a b");
    note(p, DEED_REVIEWED, "one", "a", 0, true);
    note(p, DEED_REVIEWED, "one", "a", 0, true); /* twice in a sitting counts once */
    note(p, DEED_ANSWERED, "one", "b", 0, true); /* in the lesson itself is as good */
    expect_due(f, p, "");
    save(p);
    p = sit_down(f, 3);
    expect_due(f, p, "");
    save(p);
    p = sit_down(f, 4);
    expect_due(f, p, "a b");
    note(p, DEED_REVIEWED, "one", "a", 0, true);
    note(p, DEED_REVIEWED, "one", "b", 0, false);
    save(p);
    p = sit_down(f, 5);
    expect_due(f, p, "b");
    note(p, DEED_REVIEWED, "one", "b", 0, true);
    save(p);
    p = open_in(f, f->folder);
    note(p, DEED_OPENED, "one", "", 0, false); /* looking is no sitting */
    save(p);
    assert_int_equal(progress_sitting(open_in(f, f->folder)), 6);
    expect_due(f, open_in(f, f->folder), "");
    save(sit_down(f, 6));
    expect_due(f, sit_down(f, 7), "b"); /* from the beginning: twice again */
}

static void test_longest_waiting_first(void **state) {
    Fixture *f = *state;
    Progress *p = sit_down(f, 1);
    note(p, DEED_ANSWERED, "z", "old", 0, false);
    save(p);
    p = sit_down(f, 2);
    note(p, DEED_ANSWERED, "a", "new", 0, false);
    note(p, DEED_ANSWERED, "a", "newer", 0, false);
    save(p);
    expect_due(f, sit_down(f, 3), "old new newer");
}

static void test_reset(void **state) {
    Fixture *f = *state;
    Progress *p = open_in(f, f->folder);
    note(p, DEED_ENDED, "one", "", 0, false);
    note(p, DEED_ENDED, "two", "", 0, false);
    note(p, DEED_RESET, "one", "", 0, false);
    save(p);
    p = open_in(f, f->folder);
    assert_false(progress_lesson(p, STR("one")).opened);
    assert_true(progress_lesson(p, STR("two")).ended);
    assert_str(progress_last(p), "two");
    note(p, DEED_RESET, "", "", 0, false);
    save(p);
    p = open_in(f, f->folder);
    assert_false(progress_lesson(p, STR("two")).opened);
    assert_str(progress_last(p), "");
    assert_int_equal(progress_sitting(p), 2);
}

/* Steps wait for an answer: nothing is written while somebody only walks. */
static void test_settling(void **state) {
    Fixture *f = *state;
    Str trouble;
    Progress *p = open_in(f, f->folder);
    note(p, DEED_OPENED, "one", "", 0, false);
    for (int i = 1; i < 50; i++) {
        note(p, DEED_REACHED, "one", "", i, false);
        assert_true(progress_settle(p, &trouble));
    }
    assert_int_not_equal(access(f->path.at, F_OK), 0);
    note(p, DEED_REACHED, "one", "", 50, false);
    assert_true(progress_settle(p, &trouble));
    assert_int_equal(progress_lesson(open_in(f, f->folder), STR("one")).step, 50);
    note(p, DEED_REACHED, "one", "", 51, false);
    assert_true(progress_settle(p, &trouble));
    note(p, DEED_ANSWERED, "one", "q", 0, true);
    assert_true(progress_settle(p, &trouble));
    assert_int_equal(progress_lesson(open_in(f, f->folder), STR("one")).step, 51);
}

/* ---- several processes ---- */

/* Answers its own questions, saving each. */
static void child_saves(const char *folder, int number, int count) {
    Arena *a = arena_new(0);
    Progress *p = progress_make(a);
    Str trouble;
    if (!progress_read(p, str_of(folder), &trouble))
        _exit(1);
    for (int i = 0; i < count; i++) {
        Str item = str_printf(a, "q-%d-%d", number, i);
        progress_note(p, &(Deed){DEED_ANSWERED, STR("one"), item, true, 0, STR("")});
        if (!progress_save(p, &trouble) || trouble.len)
            _exit(2);
    }
    _exit(0);
}

static void together(Fixture *f, int processes, int count) {
    for (int k = 0; k < processes; k++)
        if (fork() == 0)
            child_saves(f->folder, k, count);
    for (int k = 0; k < processes; k++) {
        int status;
        assert_true(wait(&status) > 0);
        assert_int_equal(status, 0);
    }
    Progress *p = open_in(f, f->folder);
    for (int k = 0; k < processes; k++)
        for (int i = 0; i < count; i++)
            assert_true(progress_item(p, STR("one"), str_printf(f->arena, "q-%d-%d", k, i)).right);
}

static void test_two_at_once(void **state) {
    together(*state, 2, 200);
}

static void test_eight_at_once(void **state) {
    together(*state, 8, 40);
}

/* Killed at any moment: the file is whole, and has all that was saved before. */
static void test_killed(void **state) {
    Fixture *f = *state;
    unsigned random = 12345;
    int found = 0;
    for (int i = 0; i < 40; i++) {
        pid_t child = fork();
        if (child == 0)
            child_saves(f->folder, i, 1000000);
        random = random * 1103515245 + 12345;
        nanosleep(&(struct timespec){.tv_nsec = (long)(random >> 8) % 12000000}, NULL);
        kill(child, SIGKILL);
        waitpid(child, NULL, 0);
        Str trouble;
        Progress *p = progress_make(f->arena);
        assert_true(progress_read(p, str_of(f->folder), &trouble));
        int now = 0;
        for (int k = 0; k <= i; k++)
            now += progress_item(p, STR("one"), str_printf(f->arena, "q-%d-0", k)).right;
        assert_true(now >= found);
        found = now;
    }
    assert_true(found > 0);
    Progress *p = open_in(f, f->folder);
    note(p, DEED_ENDED, "two", "", 0, false);
    save(p);
    assert_int_not_equal(access(str_printf(f->arena, "%.*s.new", STR_ARG(f->path)).at, F_OK), 0);
}

/* ---- where nothing can be written ---- */

static void expect_trouble(Progress *p, const char *part) {
    Str trouble;
    note(p, DEED_ANSWERED, "one", "q", 0, true);
    assert_false(progress_save(p, &trouble));
    if (str_find(trouble, str_of(part), 0) < 0)
        print_error("%.*s\n", STR_ARG(trouble));
    assert_true(str_find(trouble, str_of(part), 0) >= 0);
    assert_false(progress_save(p, &trouble));
    assert_str(trouble, ""); /* said once */
    assert_true(progress_item(p, STR("one"), STR("q")).right);
}

/* A disk that is full in the middle of the file: the old file stays, and later all is saved. */
static void test_full_disk(void **state) {
    Fixture *f = *state;
    Progress *p = open_in(f, f->folder);
    note(p, DEED_ENDED, "one", "", 0, false);
    save(p);
    Str before = file_text(f);
    struct rlimit old, small;
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &old), 0);
    small = (struct rlimit){20, old.rlim_max};
    signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
    expect_trouble(p, "File too large");
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &old), 0);
    assert_true(str_eq(before, file_text(f)));
    assert_int_not_equal(access(str_printf(f->arena, "%.*s.new", STR_ARG(f->path)).at, F_OK), 0);
    save(p);
    assert_true(progress_item(open_in(f, f->folder), STR("one"), STR("q")).right);
}

/* For root nothing is read-only, so that it becomes nobody for a while. */
static void test_read_only(void **state) {
    Fixture *f = *state;
    bool root = geteuid() == 0;
    Progress *p = open_in(f, f->folder);
    assert_int_equal(chmod(f->folder, 0555), 0);
    if (root && seteuid(65534) != 0)
        return;
    expect_trouble(p, "Permission denied");
    if (root)
        assert_int_equal(seteuid(0), 0);
    chmod(f->folder, 0755);
    save(p);
}

static void test_folder_is_a_file(void **state) {
    Fixture *f = *state;
    put_file(f, "x", 1);
    Str trouble, inside = str_printf(f->arena, "%.*s/deeper", STR_ARG(f->path));
    Progress *p = progress_make(f->arena);
    assert_false(progress_read(p, f->path, &trouble));
    assert_true(str_find(trouble, STR("Not a directory"), 0) >= 0);
    expect_trouble(p, "cannot be saved");
    p = progress_make(f->arena);
    progress_read(p, inside, &trouble);
    expect_trouble(p, "Not a directory");
    assert_str(file_text(f), "x");
}

static void test_no_home(void **state) {
    Fixture *f = *state;
    Str trouble;
    Progress *p = progress_make(f->arena);
    setenv("XDG_STATE_HOME", "relative", 1); /* counts as unset, as the XDG rules say */
    setenv("HOME", "/home/x", 1);
    assert_str(progress_folder(f->arena), "/home/x/.local/state/tfscope");
    unsetenv("HOME");
    assert_str(progress_folder(f->arena), "");
    setenv("XDG_STATE_HOME", "/state", 1);
    assert_str(progress_folder(f->arena), "/state/tfscope");
    unsetenv("XDG_STATE_HOME");
    assert_false(progress_read(p, STR(""), &trouble));
    assert_str(trouble, "there is no home folder: progress is not kept");
    note(p, DEED_ANSWERED, "one", "q", 0, true);
    save(p);
    assert_true(progress_item(p, STR("one"), STR("q")).right);
}

static void test_folders_are_made(void **state) {
    Fixture *f = *state;
    Str deep = str_printf(f->arena, "%s/a/b/tfscope", f->folder);
    Progress *p = open_in(f, deep.at);
    note(p, DEED_ENDED, "one", "", 0, false);
    save(p);
    assert_true(progress_lesson(open_in(f, deep.at), STR("one")).ended);
}

/* A link stays one: what it leads to is replaced. A link in the place of the lock or of the new
 * file leads nowhere. */
static void test_links(void **state) {
    Fixture *f = *state;
    struct stat st;
    Str real = str_printf(f->arena, "%s/real", f->folder);
    Str lock = str_printf(f->arena, "%s/progress.lock", f->folder);
    Str new_ = str_printf(f->arena, "%.*s.new", STR_ARG(f->path));
    Str victim = str_printf(f->arena, "%s/victim", f->folder);
    put_file(f, "{\"version\":1,\"lessons\":{}}", 26);
    assert_int_equal(rename(f->path.at, real.at), 0);
    assert_int_equal(symlink("real", f->path.at), 0);
    Progress *p = open_in(f, f->folder);
    note(p, DEED_ENDED, "one", "", 0, false);
    save(p);
    assert_true(lstat(f->path.at, &st) == 0 && S_ISLNK(st.st_mode));
    assert_true(progress_lesson(open_in(f, f->folder), STR("one")).ended);
    unlink(f->path.at);
    unlink(lock.at);
    assert_int_equal(symlink(victim.at, lock.at), 0);
    expect_trouble(p, "symbolic links");
    unlink(lock.at);
    assert_int_equal(symlink(victim.at, new_.at), 0);
    note(p, DEED_ANSWERED, "one", "r", 0, true);
    Str trouble;
    assert_false(progress_save(p, &trouble));
    assert_int_not_equal(access(victim.at, F_OK), 0);
}

/* A program that was stopped while it held the lock holds nobody up for ever. */
static void test_locked(void **state) {
    Fixture *f = *state;
    Str trouble;
    Progress *p = open_in(f, f->folder);
    int lock = open(str_printf(f->arena, "%s/progress.lock", f->folder).at, O_RDWR | O_CREAT, 0600);
    assert_true(lock >= 0 && flock(lock, LOCK_EX) == 0);
    note(p, DEED_ENDED, "one", "", 0, false);
    assert_false(progress_save(p, &trouble));
    assert_true(str_ends(trouble, STR(": another tfscope keeps the folder locked")));
    close(lock);
    save(p);
    assert_true(progress_lesson(open_in(f, f->folder), STR("one")).ended);
}

/* It happens after every answer. */
static void test_time_of_a_save(void **state) {
    Fixture *f = *state;
    struct timespec from, to;
    Progress *p = open_in(f, f->folder);
    for (int l = 0; l < 50; l++)
        for (int i = 0; i < 10; i++)
            note(p, DEED_ANSWERED, str_printf(f->arena, "lesson-%d", l).at,
                 str_printf(f->arena, "question-%d", i).at, 0, i & 1);
    save(p);
    clock_gettime(CLOCK_MONOTONIC, &from);
    for (int i = 0; i < 50; i++) {
        note(p, DEED_ANSWERED, "lesson-3", "question-3", 0, true);
        save(p);
    }
    clock_gettime(CLOCK_MONOTONIC, &to);
    double ms =
        ((double)(to.tv_sec - from.tv_sec) * 1e9 + (double)(to.tv_nsec - from.tv_nsec)) / 50 / 1e6;
    print_message("# a save of 500 questions, %zu bytes: %.2f ms\n", file_text(f).len, ms);
    assert_true(ms < 500); /* only what is plainly wrong: machines and disks differ */
}

/* ---- what strangers put there ---- */

static void test_newer_version(void **state) {
    Fixture *f = *state;
    static const char newer[] = "{\"version\":2,\"lessons\":[\"another form\"]}";
    Str trouble;
    put_file(f, newer, strlen(newer));
    Progress *p = progress_make(f->arena);
    assert_false(progress_read(p, str_of(f->folder), &trouble));
    assert_true(str_find(trouble, STR("newer"), 0) >= 0);
    note(p, DEED_ENDED, "one", "", 0, false);
    save(p);
    assert_str(file_text(f), newer);
}

/* What cannot be read is kept beside, said, and a new file is begun. */
static void broken(Fixture *f, const char *text, size_t len) {
    Str trouble, kept, error;
    put_file(f, text, len);
    Progress *p = progress_make(f->arena);
    assert_false(progress_read(p, str_of(f->folder), &trouble));
    assert_true(str_find(trouble, STR("progress.json.broken"), 0) >= 0);
    assert_true(file_read(f->arena, str_printf(f->arena, "%.*s.broken", STR_ARG(f->path)).at,
                          8 << 20, &kept, &error));
    assert_true(str_eq(kept, (Str){text, len}));
    note(p, DEED_ENDED, "one", "", 0, false);
    save(p);
    assert_true(progress_lesson(open_in(f, f->folder), STR("one")).ended);
}

static void test_broken(void **state) {
    Fixture *f = *state;
    static const char *const texts[] = {"",
                                        "{",
                                        "null",
                                        "[]",
                                        "{}",
                                        "{\"version\":1}",
                                        "{\"version\":1,\"lessons\":7}",
                                        "{\"version\":-1,\"lessons\":{}}",
                                        "{\"version\":1,\"lessons\":{}} x",
                                        "\xff\xff"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        broken(f, texts[i], strlen(texts[i]));
    broken(f, "{\"version\":1,\0", 14);
    size_t large = (4 << 20) + 1;
    char *blanks = malloc(large);
    assert_non_null(blanks);
    memset(blanks, ' ', large);
    broken(f, blanks, large);
    memset(blanks, '[', large);
    broken(f, blanks, 3 << 20);
    free(blanks);
}

/* Broken while the program runs: kept beside, and what was done since is saved. */
static void test_broken_meanwhile(void **state) {
    Fixture *f = *state;
    Str trouble;
    Progress *p = open_in(f, f->folder);
    put_file(f, "x", 1);
    note(p, DEED_ENDED, "one", "", 0, false);
    assert_true(progress_save(p, &trouble));
    assert_true(str_find(trouble, STR("progress.json.broken"), 0) >= 0);
    assert_true(progress_lesson(open_in(f, f->folder), STR("one")).ended);
}

/* Members that are not as they should be count as nothing. */
static void test_hostile(void **state) {
    Fixture *f = *state;
    static const char text[] =
        "{\"version\":1,\"sittings\":-5,\"last\":\"absent\",\"lessons\":{"
        "\"\":{},\"a\\nb\":{},\"two\":7,\"two\":{\"step\":9},\"three\":{\"items\":[1]},"
        "\"one\":{\"ended\":\"yes\",\"step\":1e300,\"last\":\"x\",\"items\":{"
        "\"q\":{\"tries\":1e300,\"hints\":-1,\"due\":-7,\"again\":1e12,\"right\":1},\"r\":null}}}}";
    put_file(f, text, strlen(text));
    Progress *p = open_in(f, f->folder);
    assert_int_equal(progress_sitting(p), 1);
    assert_str(progress_last(p), "");
    assert_false(progress_lesson(p, STR("")).opened);
    LessonProgress l = progress_lesson(p, STR("one"));
    assert_true(l.opened && !l.ended && l.step == 0 && l.last == 0);
    ItemProgress q = progress_item(p, STR("one"), STR("q"));
    assert_true(q.tries == 0 && q.hints == 0 && q.due == 0 && q.again == 1000000 && !q.right);
    expect_due(f, p, "");
    note(p, DEED_ANSWERED, "one", "q", 0, false);
    save(p);
}

/* Ids that are none, and more than anybody has, are passed over; the file stays readable. */
static void test_limits(void **state) {
    Fixture *f = *state;
    Progress *p = open_in(f, f->folder);
    char long_id[200];
    memset(long_id, 'x', sizeof long_id);
    long_id[199] = 0;
    note(p, DEED_ENDED, long_id, "", 0, false);
    note(p, DEED_ENDED, "a\x01", "", 0, false);
    note(p, DEED_ENDED, "\xff", "", 0, false);
    assert_str(progress_last(p), "");
    for (int i = 0; i < 12000; i++)
        note(p, DEED_ANSWERED, "one", str_printf(f->arena, "%0100d", i).at, 0, false);
    save(p);
    p = open_in(f, f->folder);
    assert_true(progress_item(p, STR("one"), str_printf(f->arena, "%0100d", 9000)).due == 2);
    assert_int_equal(progress_due(p, f->arena).count, 9999);
}

int main(void) {
#define TEST(name) cmocka_unit_test_setup_teardown(test_##name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(deeds),
        TEST(spacing),
        TEST(longest_waiting_first),
        TEST(reset),
        TEST(settling),
        TEST(two_at_once),
        TEST(eight_at_once),
        TEST(killed),
        TEST(full_disk),
        TEST(read_only),
        TEST(folder_is_a_file),
        TEST(no_home),
        TEST(folders_are_made),
        TEST(links),
        TEST(locked),
        TEST(time_of_a_save),
        TEST(newer_version),
        TEST(broken),
        TEST(broken_meanwhile),
        TEST(hostile),
        TEST(limits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
