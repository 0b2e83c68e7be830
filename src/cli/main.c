/* main.c: reads the command line and calls the command. */
#include <ctype.h>
#include <errno.h>
#include <getopt.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/text.h"
#include "cli/lessons.h"
#include "cli/open.h"
#include "ui/theme.h"

typedef struct CommandRow {
    const char *name;
    CommandFn *run;
    int least, most;
    const char *usage, *help;
} CommandRow;

static const CommandRow commands[] = {
#define COMMAND(ID, name, least, most, usage, help) {name, command_##ID, least, most, usage, help},
#include "cli/command.def"
#undef COMMAND
};
enum { NCOMMANDS = sizeof commands / sizeof *commands };

typedef struct OptionRow {
    const char *name, *argument;
    int letter;
    const char *help;
} OptionRow;

static const OptionRow options[] = {
#define OPTION(name, argument, letter, help) {name, argument, letter, help},
#include "cli/option.def"
#undef OPTION
};
enum { NOPTIONS = sizeof options / sizeof *options, FIRST_LONG = 256 };

/* ---- help ---- */

static int argument_kind(const OptionRow *o) {
    return !o->argument            ? no_argument
           : o->argument[0] == '[' ? optional_argument
                                   : required_argument;
}

static void put_help(void) {
    printf("%s\n\n", _("tfscope shows how TensorFlow 1.x names things and shares variables."));
    printf("%s\n", _("usage:"));
    printf("  tfscope                       %s\n", _("the course"));
    printf("  tfscope FILE | LESSON         %s\n",
           _("explore a program or a lesson ('-' reads standard input)"));
    printf("  tfscope FILE FILE             %s\n",
           _("two of them side by side; or one under two releases: --tf 1.0,1.4"));
    for (int i = 0; i < NCOMMANDS; i++)
        printf("  tfscope %-8s %-12s %s\n", commands[i].name, commands[i].usage,
               gettext(commands[i].help));
    for (const LessonsRow *r = lessons_rows; r->name; r++)
        printf("  tfscope lessons %-6s %-6s %s\n", r->name, r->usage, gettext(r->help));
    printf("\n%s\n", _("options:"));
    for (int i = 0; i < NOPTIONS; i++) {
        char left[40];
        const OptionRow *o = &options[i];
        bool spaced = argument_kind(o) == required_argument;
        snprintf(left, sizeof left, "--%s%s%s", o->name, spaced ? " " : "",
                 o->argument ? gettext(o->argument) : "");
        printf("  %-22s %s\n", left, gettext(o->help));
    }
    printf(
        "\n%s\n",
        _("exit status: 0 done, 1 the program raised, 2 usage, 3 cannot read or write,\n"
          "4 the text is not accepted, 5 a budget, 6 a check failed or diff found a difference"));
}

static int usage_error(const char *message, const char *what) {
    fprintf(stderr, "tfscope: %s%s%s\n%s\n", message, what ? ": " : "", what ? what : "",
            _("Try 'tfscope --help'."));
    return EXIT_USAGE;
}

/* ---- values of options ---- */

static bool whole_number(const char *text, int64_t *n) {
    char *end;
    errno = 0;
    *n = strtoll(text, &end, 10);
    return end != text && *end == 0 && errno == 0;
}

/* "512M": bytes. */
static bool size_number(const char *text, size_t *n) {
    char *end;
    errno = 0;
    unsigned long long v = strtoull(text, &end, 10);
    int shift = 0;
    switch (toupper((unsigned char)*end)) {
    case 'K': shift = 10; break;
    case 'M': shift = 20; break;
    case 'G': shift = 30; break;
    default: break;
    }
    if (shift)
        end++;
    if (end == text || *end || errno || text[0] == '-' || v > (SIZE_MAX >> shift))
        return false;
    *n = (size_t)v << shift;
    return *n > 0;
}

static bool positive(const char *text, int64_t *n) {
    return whole_number(text, n) && *n > 0;
}

enum { MOST_COLS = 1000, MOST_ROWS = 1000 };

/* "80x24": columns and rows, each at least 1. */
static bool read_size(const char *text, int *cols, int *rows) {
    int end = 0;
    return sscanf(text, "%4dx%4d%n", cols, rows, &end) == 2 && text[end] == 0 && *cols >= 1 &&
           *cols <= MOST_COLS && *rows >= 1 && *rows <= MOST_ROWS;
}

/* Is it one of these words? */
static bool is_one_of(const char *text, const char *words) {
    size_t n = strlen(text);
    for (const char *at = words; n && (at = strstr(at, text)); at++)
        if ((at == words || at[-1] == ' ') && (at[n] == ' ' || at[n] == 0))
            return true;
    return false;
}

/* An option that may be given several times. */
static bool add_folder(Cli *cli, const char ***list, size_t *n, const char *folder) {
    const char **folders = ARENA_ARRAY(cli->arena, *n + 1, const char *);
    for (size_t i = 0; i < *n; i++)
        folders[i] = (*list)[i];
    folders[(*n)++] = folder;
    *list = folders;
    return *folder != 0;
}

static bool is_folder(const char *path) {
    struct stat st;
    return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

/* Takes option `name` with its value; false: the value is wrong. */
static bool take_option(Cli *cli, const char *name, const char *value) {
    int64_t n;
    if (!strcmp(name, "tf"))
        return cli->tf = value, true;
    if (!strcmp(name, "python"))
        return whole_number(value, &n) && (n == 2 || n == 3) && (cli->python = (int)n, true);
    if (!strcmp(name, "seed"))
        return whole_number(value, &cli->seed) && (cli->has_seed = true);
    if (!strcmp(name, "allow-read"))
        return add_folder(cli, &cli->allow_read, &cli->nallow_read, value);
    if (!strcmp(name, "lang"))
        return cli->lang = value, !strcmp(value, "en") || !strcmp(value, "zh");
    if (!strcmp(name, "at"))
        return whole_number(value, &cli->at) && cli->at >= 0;
    if (!strcmp(name, "lessons"))
        return add_folder(cli, &cli->lessons, &cli->nlessons, value);
    if (!strcmp(name, "follow"))
        return cli->follows = true, cli->session = value ? value : cli->session, true;
    if (!strcmp(name, "session"))
        return cli->session = value, *value != 0;
    if (!strcmp(name, "progress"))
        return cli->progress = value, *value != 0;
    if (!strcmp(name, "log"))
        return cli->log = value, *value != 0;
    if (!strcmp(name, "output"))
        return cli->output = value, *value != 0;
    if (!strcmp(name, "format"))
        return cli->format = value, true;
    if (!strcmp(name, "allow-write"))
        return add_folder(cli, &cli->allow_write, &cli->nallow_write, value) && is_folder(value);
    if (!strcmp(name, "tensorboard"))
        return cli->tensorboard = value, *value != 0;
    if (!strcmp(name, "cast"))
        return whole_number(value, &n) && (n == 2 || n == 3) && (cli->cast = (int)n, true);
    if (!strcmp(name, "script"))
        return cli->script = value, true;
    if (!strcmp(name, "keys"))
        return cli->keys = value, true;
    if (!strcmp(name, "size"))
        return read_size(value, &cli->cols, &cli->rows);
    if (!strcmp(name, "theme"))
        return cli->theme = value, theme_named(str_of(value), &(Theme){0});
    if (!strcmp(name, "color"))
        return cli->color = value, is_one_of(value, "auto always never");
    if (!strcmp(name, "dump"))
        return cli->dump = value ? value : "text", is_one_of(cli->dump, "text looks svg");
    if (!strcmp(name, "max-steps"))
        return positive(value, &cli->max_steps);
    if (!strcmp(name, "max-memory"))
        return size_number(value, &cli->max_memory);
    if (!strcmp(name, "max-depth"))
        return positive(value, &cli->max_depth) && cli->max_depth <= 100000;
    if (!strcmp(name, "max-output"))
        return size_number(value, &cli->max_output);
    if (!strcmp(name, "max-tensor"))
        return positive(value, &cli->max_tensor);
    return true;
}

static void take_flag(Cli *cli, const char *name) {
    cli->json |= !strcmp(name, "json");
    cli->all |= !strcmp(name, "all");
    cli->ascii |= !strcmp(name, "ascii");
    cli->plain |= !strcmp(name, "plain");
    cli->quiet |= !strcmp(name, "quiet");
    cli->present |= !strcmp(name, "present");
    cli->notes |= !strcmp(name, "notes");
    cli->force |= !strcmp(name, "force");
    cli->stats |= !strcmp(name, "stats");
    cli->no_mouse |= !strcmp(name, "no-mouse");
    cli->no_course |= !strcmp(name, "no-course");
}

/* ---- the command line ---- */

static void fill_long_options(struct option *long_options) {
    for (int i = 0; i < NOPTIONS; i++)
        long_options[i] = (struct option){options[i].name, argument_kind(&options[i]), NULL,
                                          options[i].letter ? options[i].letter : FIRST_LONG + i};
    long_options[NOPTIONS] = (struct option){0};
}

static const OptionRow *option_of(int code) {
    for (int i = 0; i < NOPTIONS; i++)
        if (code == (options[i].letter ? options[i].letter : FIRST_LONG + i))
            return &options[i];
    return NULL;
}

/* Reads options; -1: go on, else the exit status. Help waits for --lang, which may come later. */
static int read_options(Cli *cli, int argc, char **argv, bool *help) {
    struct option long_options[NOPTIONS + 1];
    fill_long_options(long_options);
    for (int code; (code = getopt_long(argc, argv, "aqo:hV", long_options, NULL)) != -1;) {
        const OptionRow *o = option_of(code);
        if (!o)
            return fprintf(stderr, "%s\n", _("Try 'tfscope --help'.")), EXIT_USAGE;
        if (!strcmp(o->name, "help"))
            *help = true;
        else if (!strcmp(o->name, "version"))
            return printf("tfscope %s\n", TFSCOPE_VERSION), EXIT_DONE;
        else if (!o->argument)
            take_flag(cli, o->name);
        else if (!take_option(cli, o->name, optarg))
            return usage_error(_("wrong value for an option"), argv[optind - 1]);
    }
    return -1;
}

static int call(Cli *cli, int nargs, char **args) {
    cli->args = (const char *const *)args;
    cli->nargs = nargs;
    for (int i = 0; nargs > 0 && i < NCOMMANDS; i++) {
        const CommandRow *c = &commands[i];
        if (strcmp(args[0], c->name) != 0)
            continue;
        cli->command = c->name;
        cli->args++;
        cli->nargs--;
        if (cli->nargs < c->least || cli->nargs > c->most)
            return usage_error(_("wrong number of arguments for"), c->name);
        return c->run(cli);
    }
    if (cli->follows)
        return follow_session(cli, nargs ? args[0] : NULL);
    if (nargs > 1 && !names_program(cli, args[0]))
        return usage_error(_("no such command"), args[0]);
    if (nargs > 2)
        return usage_error(_("wrong number of arguments for"), "tfscope");
    if (nargs == 2)
        return open_two(cli, args[0], args[1]);
    return open_argument(cli, nargs ? args[0] : NULL);
}

static bool set_language(const char *lang) {
    Arena *a = arena_new(0);
    bool known = text_init(lang, data_folder(a, "locale", "locale"));
    arena_free(a);
    return known;
}

int main(int argc, char **argv) {
    Cli cli = {.at = -1, .cols = 80, .rows = 24, .cast = 2, .arena = arena_new(0)};
    bool help = false;
    signal(SIGXFSZ, SIG_IGN); /* a file that may not grow is an error of writing */
    set_language(NULL);
    int status = read_options(&cli, argc, argv, &help);
    if (cli.lang)
        set_language(cli.lang);
    text_widen();
    if (status < 0 && help) {
        put_help();
        status = fflush(stdout) == 0 ? EXIT_DONE : EXIT_FILE;
    }
    if (status < 0)
        status = call(&cli, argc - optind, argv + optind);
    arena_free(cli.arena);
    if (status == EXIT_INTERRUPTED) {
        fflush(NULL);
        signal(SIGINT, SIG_DFL);
        raise(SIGINT); /* so a shell's loop ends, too */
    }
    return status;
}
