/* wait.c: a timer and Ctrl-C while a program runs.
 *
 * A signal handler gets no context, so who waits now stands in a variable of this file. The handler
 * sets flags; everything else happens in the run, when it asks. */
#include "cli/wait.h"

#include <signal.h>
#include <string.h>
#include <sys/time.h>
#include <unistd.h>

#include "base/text.h"
#include "base/utf8.h"

enum { TICKS_A_SECOND = 5 };

static struct {
    Waiter *volatile waiter; /* NULL: nobody waits */
    volatile sig_atomic_t interrupts;
    struct sigaction interrupt_before, alarm_before;
    bool listens; /* for Ctrl-C */
} now;

/* ---- signals ---- */

static void on_alarm(int sig) {
    (void)sig;
    if (now.waiter)
        atomic_store_explicit(&now.waiter->watch.due, true, memory_order_relaxed);
}

static void on_interrupt(int sig) {
    if (now.interrupts++ > 0) {
        signal(sig, SIG_DFL);
        raise(sig);
        return;
    }
    on_alarm(sig);
}

static void set_timer(int ticks_a_second) {
    struct timeval every = {0, ticks_a_second ? 1000000 / ticks_a_second : 0};
    setitimer(ITIMER_REAL, &(struct itimerval){every, every}, NULL);
}

/* Where Ctrl-C is ignored (nohup), it stays so. */
static void listen(void) {
    struct sigaction act = {.sa_handler = on_alarm, .sa_flags = SA_RESTART};
    sigemptyset(&act.sa_mask);
    sigaction(SIGALRM, &act, &now.alarm_before);
    sigaction(SIGINT, NULL, &now.interrupt_before);
    now.listens = now.interrupt_before.sa_handler != SIG_IGN;
    act.sa_handler = on_interrupt;
    act.sa_flags |= SA_NODEFER;
    if (now.listens)
        sigaction(SIGINT, &act, NULL);
}

static bool attend(Watch *watch) {
    Waiter *w = (Waiter *)watch;
    atomic_store_explicit(&watch->due, false, memory_order_relaxed);
    w->interrupted |= now.interrupts > 0 || !w->tick(w);
    return !w->interrupted;
}

void wait_begin(Waiter *w) {
    w->watch.attend = attend;
    atomic_init(&w->watch.due, false);
    now.interrupts = 0;
    now.waiter = w;
    listen();
    set_timer(TICKS_A_SECOND);
}

void wait_end(Waiter *w) {
    (void)w;
    set_timer(0);
    signal(SIGALRM, SIG_IGN); /* one that is still on its way is dropped */
    sigaction(SIGALRM, &now.alarm_before, NULL);
    if (now.listens)
        sigaction(SIGINT, &now.interrupt_before, NULL);
    now.waiter = NULL;
}

/* ---- how far it is ---- */

/* 1234567 as "1,234,567". */
static Str grouped(Arena *a, size_t n) {
    Str head = n < 1000 ? STR("") : grouped(a, n / 1000);
    return n < 1000 ? str_printf(a, "%zu", n)
                    : str_printf(a, "%.*s,%03zu", STR_ARG(head), n % 1000);
}

Str wait_progress(Arena *a, const Trace *t) {
    return str_printf(a, _("steps: %s, nodes: %s, variables: %s"), grouped(a, trace_steps(t)).at,
                      grouped(a, t->nodes.count).at, grouped(a, t->variables.count).at);
}

/* ---- the command line ---- */

typedef struct LineWaiter {
    Waiter waiter; /* first */
    Sink *out;     /* gets the program's output, as standard error does; or NULL */
    size_t passed; /* pieces of it that were */
    int ticks;     /* that went by */
    size_t shown;  /* columns of the line of progress that stands on the terminal */
} LineWaiter;

/* To the byte, but a terminal gets no control characters. */
static void pass_piece(Sink *out, const TraceOutputPiece *p) {
    Sink error = sink_file(stderr), *to = p->error ? &error : out;
    if (p->error)
        sink_flush(out);
    if (isatty(p->error ? STDERR_FILENO : STDOUT_FILENO))
        sink_safe(to, p->text);
    else
        sink_put(to, p->text);
}

static void pass_on(LineWaiter *l) {
    const Log *output = &l->waiter.trace->output;
    for (; l->out && l->passed < output->count; l->passed++)
        pass_piece(l->out, LOG_AT(output, TraceOutputPiece, l->passed));
}

/* Blanks over the line of progress: that needs no capabilities of the terminal. */
static void hide_line(LineWaiter *l) {
    if (l->shown)
        fprintf(stderr, "\r%*s\r", (int)l->shown, "");
    l->shown = 0;
}

/* Does what is printed now begin on a line of its own? */
static bool at_line_start(const LineWaiter *l) {
    const Log *output = &l->waiter.trace->output;
    if (!l->out || l->passed == 0)
        return true;
    Str text = LOG_AT(output, TraceOutputPiece, l->passed - 1)->text;
    return text.len == 0 || text.at[text.len - 1] == '\n';
}

static void show_progress(LineWaiter *l) {
    Arena *a = arena_new(0);
    Str text = str_printf(a, "%s; %s", wait_progress(a, l->waiter.trace).at,
                          _("Ctrl-C stops and keeps what is there"));
    fprintf(stderr, "%s", text.at);
    fflush(stderr);
    l->shown = utf8_columns(text);
    arena_free(a);
}

static bool line_tick(Waiter *w) {
    LineWaiter *l = (LineWaiter *)w;
    hide_line(l);
    pass_on(l);
    if (l->out)
        sink_flush(l->out);
    if (++l->ticks > TICKS_A_SECOND && isatty(STDERR_FILENO) && at_line_start(l))
        show_progress(l);
    return true;
}

bool line_wait_run(Run *run, const Source *source, Sink *out) {
    LineWaiter l = {.waiter = {.trace = run->trace, .tick = line_tick}, .out = out};
    run->options.watch = &l.waiter.watch;
    wait_begin(&l.waiter);
    bool accepted = run_program(run, source);
    wait_end(&l.waiter);
    run->options.watch = NULL;
    hide_line(&l);
    pass_on(&l);
    return accepted;
}
