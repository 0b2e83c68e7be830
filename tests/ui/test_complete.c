/* What Tab offers: names of actions, then what their argument can be now. */
#include <string.h>

#include "tests/ui/host.h"
#include "ui/complete.h"

static const char program[] = "import tensorflow as tf\n"
                              "with tf.variable_scope('net'):\n"
                              "    w = tf.get_variable('w', [2])\n"
                              "    wide = tf.get_variable('wide', [2])\n"
                              "c = tf.constant(1, name='count')\n";

typedef struct Asked {
    Arena *arena;
    World *world;
    State *state;
} Asked;

static Asked *begin(void) {
    Arena *a = arena_new(0);
    Asked *q = ARENA_NEW(a, Asked);
    q->arena = a;
    q->world = test_world_make(test_host_make(a), program, "1.4");
    q->state = state_make(a, q->world, 24, 80);
    return q;
}

static void end(Asked *q) {
    world_free(q->world);
    arena_free(q->arena);
}

/* The candidates for a text, with "|" between them, and what stands before them. */
static Str offered(Asked *q, CompleteFn *complete, const char *text) {
    CompleteContext context = {q->state, q->world};
    Log candidates = log_make(q->arena, sizeof(Str));
    size_t word = SIZE_MAX;
    complete(&context, q->arena, str_of(text), &candidates, &word);
    assert_true(word <= strlen(text));
    Sink out = sink_memory(q->arena);
    sink_printf(&out, "%.*s", (int)word, text);
    for (size_t i = 0; i < candidates.count; i++)
        sink_printf(&out, "|%.*s", STR_ARG(*LOG_AT(&candidates, Str, i)));
    return sink_str(&out);
}

#define assert_offered(q, text, wanted) assert_str(offered(q, complete_command, text), wanted)

static void actions(void **state) {
    (void)state;
    Asked *q = begin();
    assert_offered(q, "fi", "|finish|first|filter ");
    assert_offered(q, "  fin", "  |finish");
    assert_offered(q, "zzz", "");
    end(q);
}

static void arguments(void **state) {
    (void)state;
    Asked *q = begin();
    assert_offered(q, "tf 1.1", "tf |1.1|1.10|1.11|1.12|1.13|1.14|1.15");
    assert_offered(q, "theme ", "theme |dark|light|contrast|mono");
    assert_offered(q, "lang", "|lang ");
    assert_offered(q, "lang ", "lang |en|zh");
    assert_offered(q, "python ", "python |2|3");
    assert_offered(q, "pane s", "pane |scopes");
    assert_offered(q, "open box-n", "open |box-name-scope");
    assert_offered(q, "compare ed", "compare |edit");
    assert_offered(q, "step ", "step ");
    assert_offered(q, "nothing ", "nothing ");
    end(q);
}

/* Only what exists at the step is offered, up to the next slash. */
static void names(void **state) {
    (void)state;
    Asked *q = begin();
    assert_offered(q, "why ", "why ");
    state_go(q->state, q->world, 3);
    assert_offered(q, "why ", "why |net/");
    assert_offered(q, "why net/", "why |net/w");
    state_go(q->state, q->world, 5);
    assert_offered(q, "why ", "why |net/|count");
    assert_offered(q, "why net/w", "why |net/w|net/wide");
    assert_offered(q, "shares n", "shares |net/");
    assert_offered(q, "shares c", "shares ");
    assert_str(offered(q, complete_pattern, "net/wi"), "|net/wide");
    end(q);
}

/* Folders to go into, and programs, sorted; hidden ones only when asked for. */
static void files(void **state) {
    (void)state;
    Asked *q = begin();
    const char *folder = test_path(q->arena, "tests/cli/");
    Str text = str_printf(q->arena, "open %ssc", folder);
    Str wanted = str_printf(q->arena, "open |%sscopes.py", folder);
    assert_str(offered(q, complete_command, text.at), wanted.at);
    text = str_printf(q->arena, "open %s", test_path(q->arena, "tests/cl"));
    wanted = str_printf(q->arena, "open |%s", folder);
    assert_str(offered(q, complete_command, text.at), wanted.at);
    assert_offered(q, "open /no/such/folder/x", "open ");
    end(q);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(actions),
        cmocka_unit_test(arguments),
        cmocka_unit_test(names),
        cmocka_unit_test(files),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
