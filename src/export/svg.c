#include "export/svg.h"

#include "base/utf8.h"

/* Lengths in tenths of a pixel, so that no number depends on how a machine prints fractions. A
 * glyph of nearly every monospace font is 0.6 of its size wide, and lines of box characters meet
 * when a row is not higher than the font draws them. */
enum { FONT = 140, WIDTH = 84, HEIGHT = 160, BASELINE = 122, PAD = 120, ROUND = 80 };

/* Glyphs of a row that are drawn as one. */
typedef struct Run {
    int row, col, cols;
    const Glyph *first;
} Run;

static void put_length(Sink *out, const char *before, int tenths) {
    sink_printf(out, "%s%d.%d", before, tenths / 10, tenths % 10);
}

/* ---- text ---- */

/* Does XML allow it, and does it mean a character? */
static bool is_character(uint32_t cp) {
    bool control = cp < 0x20 || (cp >= 0x7f && cp < 0xa0);
    bool surrogate = cp >= 0xd800 && cp < 0xe000;
    bool none = (cp & 0xfffe) == 0xfffe || (cp >= 0xfdd0 && cp < 0xfdf0) || cp > 0x10ffff;
    return !control && !surrogate && !none;
}

static void put_cp(Sink *out, uint32_t cp) {
    char bytes[4];
    switch (cp) {
    case '<': sink_z(out, "&lt;"); return;
    case '>': sink_z(out, "&gt;"); return;
    case '&': sink_z(out, "&amp;"); return;
    case '"': sink_z(out, "&quot;"); return;
    default: break;
    }
    sink_put(out, (Str){bytes, utf8_put(bytes, is_character(cp) ? cp : 0xfffd)});
}

static void put_glyph(Sink *out, const Glyph *glyph) {
    if (glyph->width > 0)
        put_cp(out, glyph->cp);
    for (int i = 0; i < GLYPH_MARKS && glyph->mark[i]; i++)
        put_cp(out, glyph->mark[i]);
}

static void put_text(Sink *out, Str text) {
    for (size_t i = 0; i < text.len;)
        put_cp(out, utf8_next(text, &i));
}

/* ---- classes ---- */

static void put_class(Sink *out, const Glyph *glyph) {
    sink_printf(out, " class=\"%s%s%s%s\"", role_name((Role)glyph->role),
                glyph->look & LOOK_SELECTED ? " selected" : "",
                glyph->look & LOOK_BOLD ? " bold" : "",
                glyph->look & LOOK_UNDERLINE ? " underline" : "");
}

static const SvgInk *ink_of(const SvgPalette *p, const Glyph *glyph) {
    return &p->ink[glyph->role][glyph->look % SVG_LOOKS];
}

/* A rule for each role and look: all of it is said each time, since a text with a look has the
 * rule of its role alone, too. */
static void put_rule(Sink *out, const SvgPalette *p, int role, int look) {
    const SvgInk *ink = &p->ink[role][look];
    sink_printf(
        out, "text.%s%s%s%s{fill:#%06x;font-weight:%s;fill-opacity:%s;text-decoration:%s}\n",
        role_name((Role)role), look & LOOK_SELECTED ? ".selected" : "",
        look & LOOK_BOLD ? ".bold" : "", look & LOOK_UNDERLINE ? ".underline" : "",
        (unsigned)(ink->reverse ? p->background : ink->colour), ink->bold ? "bold" : "normal",
        ink->dim ? ".65" : "1", ink->underline ? "underline" : "none");
}

static void mark_used(const Grid *g, bool used[ROLE_COUNT][SVG_LOOKS]) {
    size_t n = (size_t)g->rows * (size_t)g->cols;
    for (size_t i = 0; i < n; i++)
        used[g->at[i].role][g->at[i].look % SVG_LOOKS] = true;
}

static void put_style(const Grid *g, const SvgPalette *p, Sink *out) {
    bool used[ROLE_COUNT][SVG_LOOKS] = {{false}};
    mark_used(g, used);
    sink_z(out, "<style>\ntext{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"
                "\"DejaVu Sans Mono\",\"Liberation Mono\",\"Noto Sans Mono CJK SC\",monospace;");
    put_length(out, "font-size:", FONT);
    sink_z(out, "px;white-space:pre}\n");
    for (int role = 0; role < ROLE_COUNT; role++)
        for (int look = 0; look < SVG_LOOKS; look++)
            if (used[role][look])
                put_rule(out, p, role, look);
    sink_z(out, "</style>\n");
}

/* ---- runs ---- */

static bool is_blank(const Glyph *glyph) {
    return glyph->cp == ' ' && glyph->mark[0] == 0;
}

/* A blank without anything behind or below it looks the same in every ink. */
static bool is_nothing(const SvgPalette *p, const Glyph *glyph) {
    return is_blank(glyph) && !ink_of(p, glyph)->reverse && !ink_of(p, glyph)->underline;
}

/* Do two glyphs beside each other belong to one text? */
static bool joins(const SvgPalette *p, const Glyph *first, const Glyph *next) {
    bool plain = first->cp < 0x80 && next->cp < 0x80 && next->width == 1;
    bool again = first->cp == next->cp && first->width == 1 && next->width == 1;
    bool unmarked = !first->mark[0] && !next->mark[0];
    bool same = first->role == next->role && first->look == next->look;
    return (plain || again) && unmarked &&
           (same || (is_nothing(p, next) && !ink_of(p, first)->underline));
}

/* The columns of a row that say or show something. */
static int used_cols(const Grid *g, const SvgPalette *p, int row) {
    int n = g->cols;
    while (n > 0 && is_nothing(p, grid_at(g, row, n - 1)))
        n--;
    return n;
}

static Run run_at(const Grid *g, const SvgPalette *p, int row, int col, int end) {
    Run r = {row, col, 1, grid_at(g, row, col)};
    if (r.first->width == 2)
        r.cols = 2;
    while (r.first->width == 1 && col + r.cols < end &&
           joins(p, r.first, grid_at(g, row, col + r.cols)))
        r.cols++;
    return r;
}

static void put_run(const Grid *g, const Run *r, Sink *out) {
    put_length(out, "<text x=\"", r->col * WIDTH);
    put_length(out, "\" y=\"", r->row * HEIGHT + BASELINE);
    put_length(out, "\" textLength=\"", r->cols * WIDTH);
    sink_z(out, "\" lengthAdjust=\"spacingAndGlyphs\"");
    put_class(out, r->first);
    sink_char(out, '>');
    for (int i = 0; i < r->cols; i++)
        put_glyph(out, grid_at(g, r->row, r->col + i));
    sink_z(out, "</text>");
}

/* What stands behind the glyphs of a run. */
static void put_behind(const Run *r, const SvgInk *ink, Sink *out) {
    if (!ink->reverse)
        return;
    put_length(out, "<rect x=\"", r->col * WIDTH);
    put_length(out, "\" y=\"", r->row * HEIGHT);
    put_length(out, "\" width=\"", r->cols * WIDTH);
    put_length(out, "\" height=\"", HEIGHT);
    sink_printf(out, "\" fill=\"#%06x\"%s/>\n", (unsigned)ink->colour,
                ink->dim ? " fill-opacity=\".65\"" : "");
}

/* One row: first what is behind all of it, then its texts. */
static void put_row(const Grid *g, const SvgPalette *p, int row, Sink *out) {
    int end = used_cols(g, p, row);
    for (int col = 0; col < end;) {
        Run r = run_at(g, p, row, col, end);
        put_behind(&r, ink_of(p, r.first), out);
        col += r.cols;
    }
    sink_z(out, "<g>");
    for (int col = 0; col < end;) {
        Run r = run_at(g, p, row, col, end);
        put_run(g, &r, out);
        col += r.cols;
    }
    sink_z(out, "</g>\n");
}

/* ---- the document ---- */

static void put_size(const Grid *g, Sink *out) {
    int width = g->cols * WIDTH + 2 * PAD, height = g->rows * HEIGHT + 2 * PAD;
    put_length(out, "width=\"", width);
    put_length(out, "\" height=\"", height);
    put_length(out, "\" viewBox=\"0 0 ", width);
    put_length(out, " ", height);
    sink_z(out, "\">\n");
}

static void put_window(const Grid *g, const SvgPalette *p, Sink *out) {
    put_length(out, "<rect x=\"0.5\" y=\"0.5\" width=\"", g->cols * WIDTH + 2 * PAD - 10);
    put_length(out, "\" height=\"", g->rows * HEIGHT + 2 * PAD - 10);
    put_length(out, "\" rx=\"", ROUND);
    sink_printf(out, "\" fill=\"#%06x\" stroke=\"#%06x\"/>\n", (unsigned)p->background,
                (unsigned)p->border);
}

static void put_cursor(const Grid *g, const SvgPalette *p, Sink *out) {
    if (!g->cursor_shown || !grid_at(g, g->cursor_row, g->cursor_col))
        return;
    put_length(out, "<rect x=\"", g->cursor_col * WIDTH);
    put_length(out, "\" y=\"", g->cursor_row * HEIGHT);
    put_length(out, "\" width=\"", WIDTH);
    put_length(out, "\" height=\"", HEIGHT);
    sink_printf(out, "\" fill=\"none\" stroke=\"#%06x\"/>\n",
                (unsigned)p->ink[ROLE_TEXT][0].colour);
}

void svg_put(const Grid *g, const SvgPalette *p, Str title, Sink *out) {
    sink_z(out,
           "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
           "<svg xmlns=\"http://www.w3.org/2000/svg\" version=\"1.1\" xml:space=\"preserve\" ");
    put_size(g, out);
    sink_z(out, "<title>");
    put_text(out, title);
    sink_z(out, "</title>\n");
    put_style(g, p, out);
    put_window(g, p, out);
    put_length(out, "<g transform=\"translate(", PAD);
    put_length(out, ",", PAD);
    sink_z(out, ")\">\n");
    for (int row = 0; row < g->rows; row++)
        put_row(g, p, row, out);
    put_cursor(g, p, out);
    sink_z(out, "</g>\n</svg>\n");
}
