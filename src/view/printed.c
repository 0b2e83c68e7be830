/* printed.c: checkpoints within the output.
 *
 * One stands wherever many bytes or many pieces have passed since the one before, so that every
 * place is found by a binary search and a short walk. */
#include "view/printed.h"

#include <string.h>

enum { APART_BYTES = 4096, APART_PIECES = 64 };

/* A place within the output. */
typedef struct Checkpoint {
    size_t piece, offset;
    size_t line; /* newlines before it */
    bool open;   /* text stands between the last newline and it */
} Checkpoint;

struct Printed {
    const Trace *trace;
    Log places; /* Checkpoint, from the start of the output on */
};

static Str piece_text(const Printed *p, size_t i) {
    return LOG_AT(&p->trace->output, TraceOutputPiece, i)->text;
}

static size_t newline_at(Str text, size_t from) {
    const char *found = from < text.len ? memchr(text.at + from, '\n', text.len - from) : NULL;
    return found ? (size_t)(found - text.at) : text.len;
}

/* Moves a place behind at most APART_BYTES bytes of its piece. */
static void pass(const Printed *p, Checkpoint *c) {
    Str text = piece_text(p, c->piece);
    size_t end = text.len - c->offset > APART_BYTES ? c->offset + APART_BYTES : text.len;
    Str part = str_sub(text, 0, end);
    while (c->offset < end) {
        size_t line_end = newline_at(part, c->offset);
        c->open = line_end == end;
        c->line += line_end < end;
        c->offset = line_end < end ? line_end + 1 : end;
    }
    if (end == text.len) {
        c->piece++;
        c->offset = 0;
    }
}

Printed *printed_make(Arena *a, const Trace *t) {
    Printed *p = ARENA_NEW(a, Printed);
    *p = (Printed){.trace = t, .places = log_make(a, sizeof(Checkpoint))};
    Checkpoint c = {0};
    *LOG_PUSH(&p->places, Checkpoint) = c;
    for (size_t bytes = 0, pieces = 0; c.piece < t->output.count;) {
        Checkpoint before = c;
        bytes += str_sub(piece_text(p, c.piece), c.offset, c.offset + APART_BYTES).len;
        pass(p, &c);
        pieces += c.piece - before.piece;
        if (bytes < APART_BYTES && pieces < APART_PIECES)
            continue;
        *LOG_PUSH(&p->places, Checkpoint) = c;
        bytes = pieces = 0;
    }
    return p;
}

static bool place_before(const Checkpoint *c, size_t piece, size_t line) {
    return c->piece < piece && c->line < line;
}

/* The last checkpoint that lies before a piece and before the end of line `line` - 1; else the
 * start. */
static Checkpoint checkpoint(const Printed *p, size_t piece, size_t line) {
    size_t low = 0, high = p->places.count;
    while (low < high) {
        size_t mid = low + (high - low) / 2;
        if (place_before(LOG_AT(&p->places, Checkpoint, mid), piece, line))
            low = mid + 1;
        else
            high = mid;
    }
    return low ? *LOG_AT(&p->places, Checkpoint, low - 1) : (Checkpoint){0};
}

size_t printed_lines(const Printed *p, Moment m) {
    size_t end = trace_output_at(p->trace, m);
    Checkpoint c = checkpoint(p, end, SIZE_MAX);
    while (c.piece < end)
        pass(p, &c);
    return c.line + c.open;
}

PrintedWalk printed_line(const Printed *p, size_t line, Moment m) {
    Checkpoint c = checkpoint(p, SIZE_MAX, line);
    size_t end = trace_output_at(p->trace, m);
    PrintedWalk w = {p, end, c.piece, c.offset};
    PrintedPart part;
    for (size_t at = c.line; at < line && w.piece < end; at++)
        while (printed_next(&w, &part))
            continue;
    return w;
}

bool printed_next(PrintedWalk *w, PrintedPart *part) {
    for (; w->piece < w->end; w->piece++, w->offset = 0) {
        const TraceOutputPiece *o = LOG_AT(&w->printed->trace->output, TraceOutputPiece, w->piece);
        if (w->offset >= o->text.len)
            continue;
        size_t end = newline_at(o->text, w->offset);
        if (end == w->offset) {
            w->offset++;
            return false;
        }
        *part = (PrintedPart){str_sub(o->text, w->offset, end), o->error, o->moment};
        w->offset = end;
        return true;
    }
    return false;
}

/* The piece that gave the last part is the one before the next line. */
bool printed_since(const Printed *p, size_t line, Moment m, Moment since) {
    PrintedWalk next = printed_line(p, line + 1, m);
    size_t piece = next.piece < next.end ? next.piece + (next.offset > 0) : next.end;
    return piece > 0 && LOG_AT(&p->trace->output, TraceOutputPiece, piece - 1)->moment >= since;
}
