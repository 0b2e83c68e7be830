/* exercise_output.c: goals about the output: which line is another one, and what printed it. */
#include "base/text.h"
#include "base/utf8.h"
#include "tutor/exercise_inner.h"

/* A line of the output, without blanks around it. */
typedef struct Line {
    Str text;
    Moment moment; /* of the piece that it ends in */
} Line;

static Str trimmed(Str s) {
    while (s.len && s.at[0] == ' ')
        s = str_sub(s, 1, s.len);
    while (s.len && s.at[s.len - 1] == ' ')
        s.len--;
    return s;
}

/* Adds what was written to the line that is under way; a line that ended is pushed. */
static void add_piece(Log *lines, Sink *open, const TraceOutputPiece *p) {
    size_t from = 0;
    for (;;) {
        ptrdiff_t end = str_find(p->text, STR("\n"), from);
        if (end < 0)
            break;
        sink_put(open, str_sub(p->text, from, (size_t)end));
        *LOG_PUSH(lines, Line) = (Line){trimmed(sink_str(open)), p->moment};
        *open = sink_memory(lines->arena);
        from = (size_t)end + 1;
    }
    sink_put(open, str_sub(p->text, from, p->text.len));
}

static Log lines_of(Arena *a, const Trace *t) {
    Log lines = log_make(a, sizeof(Line));
    Sink open = sink_memory(a);
    Moment last = 0;
    for (size_t i = 0; i < t->output.count; i++) {
        const TraceOutputPiece *p = LOG_AT(&t->output, TraceOutputPiece, i);
        if (p->error)
            continue;
        add_piece(&lines, &open, p);
        last = p->moment;
    }
    if (open.len)
        *LOG_PUSH(&lines, Line) = (Line){trimmed(sink_str(&open)), last};
    return lines;
}

static unsigned line_of_moment(const Trace *t, Moment m) {
    return (unsigned)trace_line(t, LOG_AT(&t->events, Event, m)->site);
}

enum { SHOWN_MOST = 200 }; /* code points of a line that are shown */

static OutputOther printed(Arena *a, const Trace *t, const Line *l) {
    Str text = str_sub(l->text, 0, utf8_offset(l->text, SHOWN_MOST));
    return (OutputOther){
        true, l->moment,
        str_printf(a, _("line %u printed %.*s"), line_of_moment(t, l->moment), STR_ARG(text))};
}

static OutputOther lines_printed(Arena *a, size_t n) {
    return (OutputOther){.instead = n ? str_printf(a, _("%zu lines were printed"), n)
                                      : str_of(_("nothing was printed"))};
}

/* How many bytes are the same from the start and from the end. */
static size_t likeness(Str x, Str y) {
    size_t least = x.len < y.len ? x.len : y.len, front = 0, back = 0;
    while (front < least && x.at[front] == y.at[front])
        front++;
    while (back < least - front && x.at[x.len - 1 - back] == y.at[y.len - 1 - back])
        back++;
    return 2 * (front + back);
}

/* Another goal asks for just this line. */
static bool is_wanted(const Exercise *e, Str line) {
    for (size_t i = 0; i < e->ngoals; i++)
        if (e->goals[i].kind == CLAIM_PRINTS && str_eq(e->goals[i].says, line))
            return true;
    return false;
}

/* The line that is most like what was to be printed; NULL: none is. */
static const Line *nearest(const Exercise *e, const Log *lines, Str says) {
    const Line *best = NULL;
    double most = 0;
    for (size_t i = 0; i < lines->count; i++) {
        const Line *l = LOG_AT(lines, Line, i);
        double like = (double)likeness(l->text, says) / (double)(l->text.len + says.len + 1);
        if (like > most && !is_wanted(e, l->text)) {
            most = like;
            best = l;
        }
    }
    return best;
}

static OutputOther numbered(Arena *a, const Trace *t, const Log *lines, int64_t n) {
    bool there = n >= 1 && (uint64_t)n <= lines->count;
    return there ? printed(a, t, LOG_AT(lines, Line, (size_t)n - 1))
                 : lines_printed(a, lines->count);
}

/* The first of the listed lines that is not as the one listed before it. */
static OutputOther unequal(Arena *a, const Trace *t, const Log *lines, Str list) {
    const Line *before = NULL;
    for (size_t i = 0; i < list.len; i++) {
        if (list.at[i] == ' ')
            continue;
        int n = list.at[i] - '0';
        if (n < 1 || (size_t)n > lines->count)
            break;
        const Line *l = LOG_AT(lines, Line, (size_t)n - 1);
        if (before && !str_eq(before->text, l->text))
            return printed(a, t, l);
        before = l;
    }
    return lines_printed(a, lines->count);
}

/* The first line that differs from what is all that should be printed. */
static OutputOther first_other(Arena *a, const Trace *t, const Log *lines, Str says) {
    size_t from = 0;
    for (size_t i = 0; i < lines->count; i++) {
        ptrdiff_t end = from < says.len ? str_find(says, STR("\n"), from) : -1;
        size_t to = end < 0 ? says.len : (size_t)end;
        const Line *l = LOG_AT(lines, Line, i);
        if (from >= says.len || !str_eq(l->text, trimmed(str_sub(says, from, to))))
            return printed(a, t, l);
        from = to + 1;
    }
    return lines_printed(a, lines->count);
}

OutputOther output_other(Arena *a, const Exercise *e, const Claim *goal, const Trace *t) {
    Log lines = lines_of(a, t);
    const Line *near = goal->kind == CLAIM_PRINTS ? nearest(e, &lines, goal->says) : NULL;
    if (near)
        return printed(a, t, near);
    if (goal->kind == CLAIM_PRINTS)
        return lines_printed(a, lines.count);
    if (goal->kind == CLAIM_SAME_LINES)
        return unequal(a, t, &lines, goal->says);
    if (goal->kind == CLAIM_OUTPUT)
        return first_other(a, t, &lines, goal->says);
    return numbered(a, t, &lines, goal->number);
}
