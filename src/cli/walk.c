/* walk.c: a program told from its first step to its last: what is printed where nobody can press a
 * key. */
#include "view/walk.h"
#include "cli/cli.h"
#include "cli/open.h"

int walk_program(const Cli *cli, const Loaded *loaded, const Lesson *lesson) {
    const Trace *t = loaded->trace;
    Walk w = {.source = LOG_AT(&t->modules, TraceModule, 0)->source,
              .trace = t,
              .why = why_make(cli->arena, t),
              .lesson = lesson,
              .teaching = lesson ? teaching_make(cli->arena, lesson, t) : NULL,
              .all = cli->all,
              .ascii = cli->ascii,
              .words = accessible()};
    Sink out = sink_file(stdout);
    walk_through(&w, &out);
    return EXIT_DONE;
}
