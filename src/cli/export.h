/* export.h: one run, written in one form into one file: for `tfscope export`, and for the explorer.
 */
#ifndef TFSCOPE_CLI_EXPORT_H
#define TFSCOPE_CLI_EXPORT_H

#include "cli/cli.h"
#include "export/export.h"

typedef struct ExportAsk {
    const ExportFormat *format;
    const char *path;                         /* "-": standard output */
    Run *run;                                 /* that left the trace, or NULL */
    size_t at;                                /* step, for a format that shows one */
    bool asked;                               /* that step is asked for: not only by default */
    bool over;                                /* also over a file that exists */
    const SiteLinks *site;                    /* as Exported's */
    bool (*progress)(void *waiter, int done); /* as Exported's; NULL: nobody waits */
    void *waiter;
} ExportAsk;

/* False: nothing was written; *error is a sentence, empty when it was stopped. */
bool export_run(const Cli *cli, const Trace *t, const Lesson *lesson, const ExportAsk *ask,
                Str *error);

/* site_command.c: `export --all DIR`: a website of the course; the exit status. */
int export_site(const Cli *cli);

#endif
