/* commands.c: the commands that show one view of one program. */
#include "base/text.h"
#include "cli/cli.h"
#include "view/view.h"

/* What a program printed whose trace was read. */
static void put_output(const Trace *t, Sink *out) {
    for (size_t i = 0; i < t->output.count; i++) {
        const TraceOutputPiece *p = LOG_AT(&t->output, TraceOutputPiece, i);
        if (!p->error)
            sink_put(out, p->text);
    }
}

/* What the program prints was passed on while it ran. */
int command_run(const Cli *cli) {
    Cli own = *cli;
    Loaded loaded;
    Sink out = sink_file(stdout);
    own.passed = cli->json ? NULL : &out;
    int status = load_program(&own, cli->args[0], &loaded);
    if (status != EXIT_DONE)
        return status;
    if (!cli->json && !loaded.run)
        put_output(loaded.trace, &out);
    if (cli->json && loaded.trace->end != END_REFUSED)
        trace_result_json(loaded.trace, &out);
    sink_flush(&out);
    status = finish_output(&out, report_end(cli, &loaded));
    loaded_free(&loaded);
    return status;
}

/* Loads, lets `show` write, then says how the run ended. A program that raised has a trace as good
 * as any. */
static int show(const Cli *cli, int (*view)(const Cli *cli, const Trace *t, Moment m, Sink *out)) {
    Loaded loaded;
    int status = load_program(cli, cli->args[0], &loaded);
    if (status != EXIT_DONE)
        return status;
    Moment m;
    Sink out = sink_file(stdout);
    if (!moment_asked(cli, loaded.trace, &m)) {
        loaded_free(&loaded);
        return EXIT_USAGE;
    }
    int seen = view(cli, loaded.trace, m, &out);
    sink_flush(&out);
    status = report_end(cli, &loaded);
    status = finish_output(&out, seen != EXIT_DONE ? seen : status);
    loaded_free(&loaded);
    return status;
}

static int show_names(const Cli *cli, const Trace *t, Moment m, Sink *out) {
    if (cli->json)
        view_names_json(t, m, out);
    else
        doc_put(view_names(cli->arena, t, m), out);
    return EXIT_DONE;
}

int command_names(const Cli *cli) {
    return show(cli, show_names);
}

static int show_tree(const Cli *cli, const Trace *t, Moment m, Sink *out) {
    TreeOptions options = {cli->all, cli->ascii, MOMENT_END, UINT32_MAX};
    if (cli->json)
        view_tree_json(t, m, out);
    else
        doc_put(view_tree(cli->arena, t, m, options), out);
    return EXIT_DONE;
}

int command_tree(const Cli *cli) {
    return show(cli, show_tree);
}

static int show_trace(const Cli *cli, const Trace *t, Moment m, Sink *out) {
    (void)m;
    if (cli->json)
        trace_json(t, out);
    else
        view_trace(t, out);
    return EXIT_DONE;
}

int command_trace(const Cli *cli) {
    return show(cli, show_trace);
}

static int no_such_name(const char *name) {
    Sink err = sink_file(stderr);
    sink_z(&err, "tfscope: ");
    sink_z(&err, _("nothing in this program's graphs is called"));
    sink_z(&err, " \"");
    sink_safe(&err, str_of(name));
    sink_z(&err, "\"\n");
    return EXIT_CHECK;
}

static int show_explain(const Cli *cli, const Trace *t, Moment m, Sink *out) {
    (void)m;
    Str name = str_of(cli->args[1]);
    if (cli->json)
        return view_explain_json(t, name, out) ? EXIT_DONE : no_such_name(cli->args[1]);
    Doc *d = view_explain(cli->arena, t, name);
    if (!d)
        return no_such_name(cli->args[1]);
    doc_put(d, out);
    return EXIT_DONE;
}

int command_explain(const Cli *cli) {
    return show(cli, show_explain);
}
