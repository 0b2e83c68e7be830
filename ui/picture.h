/* picture.h: the screen as an SVG, and screens as an asciicast, in the colours of a theme. */
#ifndef TFSCOPE_UI_PICTURE_H
#define TFSCOPE_UI_PICTURE_H

#include "export/cast.h"
#include "ui/theme.h"

/* Writes one document. A terminal has its user's palette; a picture has one of ours for each
 * theme. */
CastPalette picture_cast_palette(Theme theme, bool colours);
void picture_put(const Grid *g, Theme theme, bool colours, Str title, Sink *out);

#endif
