#include "base/source.h"

#include <string.h>

#include "base/text.h"
#include "base/utf8.h"

#define DIAGS_MAX 100 /* diagnostics kept */
#define INDENT 4      /* columns before a quoted line */
#define TAB 4         /* a tab in a quoted line goes to the next multiple of this */
#define WINDOW 100    /* most columns of a quoted line that are shown */
#define CONTEXT 30    /* of these, how many before the span when the line is cut */

static bool has_carriage_return(Str text) {
    return text.len && memchr(text.at, '\r', text.len);
}

/* A copy of text with "\r\n" and lone "\r" as "\n". */
static Str with_unix_ends(Arena *a, Str text) {
    char *out = arena_array(a, text.len, 1);
    size_t n = 0;
    for (size_t i = 0; i < text.len; i++) {
        char c = text.at[i];
        if (c == '\r') {
            c = '\n';
            if (i + 1 < text.len && text.at[i + 1] == '\n') {
                i++;
            }
        }
        out[n++] = c;
    }
    return (Str){out, n};
}

static size_t count_newlines(Str text) {
    size_t n = 0;
    for (size_t i = 0; i < text.len; i++) {
        n += text.at[i] == '\n';
    }
    return n;
}

Source *source_make(Arena *a, Str name, Str text) {
    Source *s = ARENA_NEW(a, Source);
    s->name = name;
    s->text = has_carriage_return(text) ? with_unix_ends(a, text) : text;
    text = s->text;
    bool open_end = text.len && text.at[text.len - 1] != '\n';
    s->nlines = (uint32_t)count_newlines(text) + open_end;
    s->line_start = ARENA_ARRAY(a, (size_t)s->nlines + 1, uint32_t);
    uint32_t line = 1;
    for (size_t i = 0; i < text.len; i++) {
        if (text.at[i] == '\n' && line <= s->nlines) {
            s->line_start[line++] = (uint32_t)(i + 1);
        }
    }
    s->line_start[s->nlines] = (uint32_t)text.len;
    return s;
}

Source *source_instead(Arena *a, const Source *before, Str text) {
    Source *s = source_make(a, str_dup(a, before->name), text);
    s->folder = str_dup(a, before->folder);
    return s;
}

/* A place behind the last line belongs to the last line. */
uint32_t source_line_of(const Source *s, uint32_t offset) {
    uint32_t low = 0;
    uint32_t high = s->nlines;
    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;
        if (s->line_start[middle] <= offset) {
            low = middle;
        } else {
            high = middle;
        }
    }
    return low + 1;
}

Place source_place(const Source *s, uint32_t offset) {
    uint32_t line = source_line_of(s, offset);
    Str text = source_line(s, line);
    uint32_t start = s->line_start[line - 1];
    size_t before = offset > start ? offset - start : 0;
    return (Place){line, (uint32_t)utf8_count(str_sub(text, 0, before)) + 1};
}

Str source_line(const Source *s, uint32_t line) {
    if (line == 0 || line > s->nlines) {
        return (Str){NULL, 0};
    }
    Str text = str_sub(s->text, s->line_start[line - 1], s->line_start[line]);
    if (text.len && text.at[text.len - 1] == '\n') {
        text.len--;
    }
    return text;
}

Str source_span(const Source *s, Span span) {
    return str_sub(s->text, span.start, span.end);
}

Diags diags_make(Arena *a, const Source *source) {
    return (Diags){.arena = a, .source = source};
}

static void diags_grow(Diags *d) {
    size_t cap = d->cap ? d->cap * 2 : 8;
    if (cap > DIAGS_MAX) {
        cap = DIAGS_MAX;
    }
    Diag *at = ARENA_ARRAY(d->arena, cap, Diag);
    if (d->count) {
        memcpy(at, d->at, d->count * sizeof *at);
    }
    d->at = at;
    d->cap = cap;
}

void diags_add(Diags *d, Severity severity, Span span, Str message, Str hint) {
    d->errors += severity == SEVERITY_ERROR;
    if (d->count == DIAGS_MAX) {
        d->dropped++;
        return;
    }
    if (d->count == d->cap) {
        diags_grow(d);
    }
    d->at[d->count] = (Diag){severity, span, message, hint};
    d->count++;
}

/* One code point of a quoted line as it is shown. */
typedef struct Glyph {
    size_t start;   /* byte offset in the line */
    size_t end;     /* one past its last byte */
    size_t column;  /* where it begins */
    size_t columns; /* how many it takes */
    Str text;       /* safe for a terminal; valid until the next glyph */
} Glyph;

/* A walk over the glyphs of a line. `one` is a memory sink that is used again and again. */
typedef struct Glyphs {
    Str line;
    Glyph glyph;
    Sink one;
} Glyphs;

static Glyphs glyphs_of(Arena *a, Str line) {
    return (Glyphs){.line = line, .one = sink_memory(a)};
}

static bool next_glyph(Glyphs *g) {
    size_t i = g->glyph.end;
    if (i >= g->line.len) {
        return false;
    }
    uint32_t cp = utf8_next(g->line, &i);
    Glyph *now = &g->glyph;
    *now = (Glyph){.start = now->end, .end = i, .column = now->column + now->columns};
    g->one.len = 0;
    if (cp == '\t') {
        sink_repeat(&g->one, ' ', TAB - now->column % TAB);
    } else {
        sink_safe(&g->one, str_sub(g->line, now->start, now->end));
    }
    now->text = sink_str(&g->one);
    now->columns = utf8_columns(now->text);
    return true;
}

/* What part of a line is shown, in columns of the whole line. */
typedef struct Window {
    size_t from;  /* first column shown */
    size_t to;    /* one past the last */
    size_t mark;  /* where the span begins */
    size_t marks; /* how many columns it takes here, at least 1 */
    bool cut;     /* more follows behind `to` */
} Window;

/* Finds the columns of bytes start..end of line, and what to show around them. */
static Window window_of(Arena *a, Str line, size_t start, size_t end) {
    Glyphs g = glyphs_of(a, line);
    size_t mark = SIZE_MAX;
    size_t mark_end = 0;
    while (next_glyph(&g)) {
        if (g.glyph.end > start && mark == SIZE_MAX) {
            mark = g.glyph.column;
        }
        if (g.glyph.start < end) {
            mark_end = g.glyph.column + g.glyph.columns;
        }
    }
    size_t all = g.glyph.column + g.glyph.columns;
    Window w = {.from = 0, .to = all, .mark = mark == SIZE_MAX ? all : mark};
    if (all > WINDOW) {
        w.from = w.mark > WINDOW - CONTEXT ? w.mark - CONTEXT : 0;
        w.to = w.from + WINDOW < all ? w.from + WINDOW : all;
    }
    w.cut = w.to < all;
    mark_end = mark_end > w.to ? w.to : mark_end;
    w.marks = mark_end > w.mark ? mark_end - w.mark : 1;
    return w;
}

static void print_window(Arena *a, Str line, const Window *w, Sink *out) {
    Glyphs g = glyphs_of(a, line);
    sink_repeat(out, ' ', INDENT);
    sink_z(out, w->from ? "..." : "");
    while (next_glyph(&g)) {
        const Glyph *glyph = &g.glyph;
        if (glyph->column + glyph->columns > w->to) {
            break;
        }
        if (glyph->column >= w->from) {
            sink_put(out, glyph->text);
        } else if (glyph->column + glyph->columns > w->from) {
            sink_repeat(out, ' ',
                        glyph->column + glyph->columns - w->from); /* half of a wide one */
        }
    }
    sink_z(out, w->cut ? "...\n" : "\n");
}

static void print_snippet(const Diags *d, Span span, Sink *out) {
    uint32_t number = source_line_of(d->source, span.start);
    Str line = source_line(d->source, number);
    if (number > d->source->nlines) {
        return; /* an empty text has no line to show */
    }
    uint32_t line_start = d->source->line_start[number - 1];
    size_t start = span.start - line_start;
    size_t end = span.end > span.start ? span.end - line_start : start;
    Window w = window_of(d->arena, line, start, end);
    print_window(d->arena, line, &w, out);
    sink_repeat(out, ' ', INDENT + (w.from ? 3u : 0u) + (w.mark - w.from));
    sink_char(out, '^');
    sink_repeat(out, '~', w.marks - 1);
    sink_char(out, '\n');
}

static void print_diag(const Diags *d, const Diag *diag, Sink *out) {
    Place place = source_place(d->source, diag->span.start);
    sink_safe(out, d->source->name);
    sink_printf(out, ":%u:%u: %s: ", (unsigned)place.line, (unsigned)place.column,
                diag->severity == SEVERITY_ERROR ? _("error") : _("note"));
    sink_safe(out, diag->message);
    sink_char(out, '\n');
    print_snippet(d, diag->span, out);
    if (diag->hint.len) {
        sink_printf(out, "%s: ", _("hint"));
        sink_safe(out, diag->hint);
        sink_char(out, '\n');
    }
}

void diags_print(const Diags *d, Sink *out) {
    for (size_t i = 0; i < d->count; i++) {
        print_diag(d, &d->at[i], out);
    }
    if (d->dropped) {
        const char *format = ngettext("%zu more problem is not shown\n",
                                      "%zu more problems are not shown\n", d->dropped);
        sink_printf(out, format, d->dropped);
    }
}
