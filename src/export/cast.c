#include "export/cast.h"

#include "base/json.h"
#include "base/utf8.h"

/* ---- a screen as what a terminal is sent ---- */

static void put_ink(Sink *out, const CastInk *ink) {
    sink_z(out, "\033[0");
    if (ink->bold)
        sink_z(out, ";1");
    if (ink->dim)
        sink_z(out, ";2");
    if (ink->underline)
        sink_z(out, ";4");
    if (ink->reverse)
        sink_z(out, ";7");
    if (ink->colour >= 0)
        sink_printf(out, ";3%d", ink->colour & 7);
    sink_char(out, 'm');
}

static bool same_ink(const CastInk *x, const CastInk *y) {
    return x->colour == y->colour && x->bold == y->bold && x->dim == y->dim &&
           x->underline == y->underline && x->reverse == y->reverse;
}

static const CastInk *ink_of(const Cast *c, const Glyph *glyph) {
    return &c->palette->ink[glyph->role][glyph->look % CAST_LOOKS];
}

static void put_cp(Sink *out, uint32_t cp) {
    char bytes[4];
    sink_put(out, (Str){bytes, utf8_put(bytes, cp)});
}

static void put_glyph(Sink *out, const Glyph *glyph) {
    if (glyph->width == 0) /* the right half of the one before */
        return;
    put_cp(out, glyph->cp);
    for (int i = 0; i < GLYPH_MARKS && glyph->mark[i]; i++)
        put_cp(out, glyph->mark[i]);
}

static void put_row(const Cast *c, const Grid *g, int row, Sink *out) {
    const CastInk *before = NULL;
    sink_printf(out, "\033[%d;1H", row + 1);
    for (int col = 0; col < g->cols; col++) {
        const Glyph *glyph = grid_at(g, row, col);
        const CastInk *ink = ink_of(c, glyph);
        if (!before || !same_ink(before, ink))
            put_ink(out, ink);
        before = ink;
        put_glyph(out, glyph);
    }
}

/* Nothing of the screen before is needed: it is cleared, each row is written from its start. Rows
 * never wrap, and the last glyph of the last row moves nothing. */
static Str painted(const Cast *c, const Grid *g) {
    Sink out = sink_memory(c->scratch);
    sink_z(&out, "\033[?7l\033[?25l\033[0m\033[H\033[2J");
    for (int row = 0; row < g->rows; row++)
        put_row(c, g, row, &out);
    sink_z(&out, "\033[0m");
    return sink_str(&out);
}

/* ---- events ---- */

/* [seconds, kind, data]: since the start, in version 3 since the event before. */
static void put_event(Cast *c, int64_t at, const char *kind, Str data) {
    JsonWriter j = json_to(c->out);
    int64_t time = c->version == 3 ? at - c->told : at;
    c->told = at;
    sink_printf(c->out, "[%lld.%03d, \"%s\", ", (long long)(time / 1000), (int)(time % 1000), kind);
    json_str(&j, data);
    sink_z(c->out, "]\n");
}

static void put_member(JsonWriter *j, const char *key, int64_t n) {
    json_key(j, key);
    json_int(j, n);
}

/* A title is shown by players: nothing in it moves a cursor. */
static Str made_safe(Arena *a, Str title) {
    Sink out = sink_memory(a);
    sink_safe(&out, title);
    return sink_str(&out);
}

static void put_size(JsonWriter *j, int version, int rows, int cols) {
    if (version == 3) {
        json_key(j, "term");
        json_object(j);
        put_member(j, "cols", cols);
        put_member(j, "rows", rows);
        json_key(j, "type");
        json_str(j, STR("xterm-256color"));
        json_end_object(j);
        return;
    }
    put_member(j, "width", cols);
    put_member(j, "height", rows);
}

Cast cast_begin(Sink *out, Arena *scratch, int version, int rows, int cols, Str title) {
    JsonWriter j = json_to(out);
    json_object(&j);
    put_member(&j, "version", version);
    put_size(&j, version, rows, cols);
    json_key(&j, "title");
    json_str(&j, made_safe(scratch, title));
    json_end_object(&j);
    sink_char(out, '\n');
    return (Cast){.out = out, .scratch = scratch, .version = version};
}

enum { MARKER_AFTER = 10 }; /* milliseconds: the screen is there when its marker is reached */

void cast_screen(Cast *c, const Grid *g, Str title, int64_t stays) {
    arena_reset(c->scratch);
    put_event(c, c->now, "o", painted(c, g));
    put_event(c, c->now + MARKER_AFTER, "m", made_safe(c->scratch, title));
    c->now += stays;
}

void cast_end(Cast *c) {
    put_event(c, c->now, "o", STR("\033[0m\033[?7h\033[?25h"));
}
