/* svg.h: a grid as a picture: SVG 1.1 in which text stays text.
 *
 * Every row is a group, and the texts of a group are what the row says, blanks between included. A
 * run of glyphs of the same ink is one text with its length in columns; a glyph that a font may not
 * have (anything but ASCII) is a text of its own. So columns stay where they are, whatever font the
 * reader has. Roles are classes: `class="variable selected"`.
 *
 * What cannot stand in XML, surrogates and code points that are no characters, becomes U+FFFD. */
#ifndef TFSCOPE_EXPORT_SVG_H
#define TFSCOPE_EXPORT_SVG_H

#include "base/grid.h"

enum { SVG_LOOKS = 8 }; /* every sum of LOOK_… */

/* How a glyph is drawn. */
typedef struct SvgInk {
    uint32_t colour; /* 0xRRGGBB */
    bool bold, dim, underline;
    bool reverse; /* the colour is behind the glyph, which has that of the background */
} SvgInk;

typedef struct SvgPalette {
    uint32_t background, border; /* of the window; 0xRRGGBB */
    SvgInk ink[ROLE_COUNT][SVG_LOOKS];
} SvgPalette;

/* Writes a whole document; the title is what a reader who cannot see is told first. */
void svg_put(const Grid *g, const SvgPalette *p, Str title, Sink *out);

#endif
