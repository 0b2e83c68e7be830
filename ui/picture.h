/* picture.h: the screen as an SVG in the colours of a theme. */
#ifndef TFSCOPE_UI_PICTURE_H
#define TFSCOPE_UI_PICTURE_H

#include "base/grid.h"
#include "ui/theme.h"

/* Writes one document. A terminal has its user's palette; a picture has one of ours for each
 * theme. */
void picture_put(const Grid *g, Theme theme, bool colours, Str title, Sink *out);

#endif
