/* cast.h: screens as an asciicast, version 2 or 3, for asciinema and its players.
 *
 * Each screen is painted whole, from the cells themselves, so that a player may begin anywhere; at
 * each one is a marker with its title, so that a player can go from step to step. Time is made up:
 * the same screens give the same bytes. */
#ifndef TFSCOPE_EXPORT_CAST_H
#define TFSCOPE_EXPORT_CAST_H

#include "base/grid.h"

enum { CAST_LOOKS = 8 }; /* every sum of LOOK_… */

/* How a glyph is written: as a terminal's user would have it. */
typedef struct CastInk {
    int colour; /* 0 … 7 of the terminal's colours; -1: its own */
    bool bold, dim, underline, reverse;
} CastInk;

typedef struct CastPalette {
    CastInk ink[ROLE_COUNT][CAST_LOOKS];
} CastPalette;

typedef struct Cast {
    Sink *out;
    Arena *scratch; /* emptied with each screen */
    const CastPalette *palette;
    int version;  /* 2 or 3 */
    int64_t now;  /* milliseconds since the start */
    int64_t told; /* of the last event: version 3 counts from it */
} Cast;

/* Writes the header; the title is shown by players. */
Cast cast_begin(Sink *out, Arena *scratch, int version, int rows, int cols, Str title);
/* One screen, with its marker; it stays for so many milliseconds. */
void cast_screen(Cast *c, const Grid *g, Str title, int64_t stays);
/* The terminal is left as it was. */
void cast_end(Cast *c);

#endif
