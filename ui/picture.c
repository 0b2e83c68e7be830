#include "ui/picture.h"

#include "export/svg.h"

/* What a terminal's user would have chosen: 0xRRGGBB. */
typedef struct Colours {
    uint32_t background, border, text;
    uint32_t basic[8]; /* black red green yellow blue magenta cyan white */
} Colours;

/* Each colour has a contrast of at least 4.5 to 1 with its background (7 to 1 in `contrast`). */
static const Colours palettes[] = {
    [THEME_DARK] = {0x161b22,
                    0x30363d,
                    0xd8dee6,
                    {0x8b949e, 0xff7b72, 0x7ee787, 0xe3b341, 0x79c0ff, 0xd2a8ff, 0x56d4dd,
                     0xf0f6fc}},
    [THEME_LIGHT] = {0xffffff,
                     0xd0d7de,
                     0x1f2328,
                     {0x24292f, 0xb3261e, 0x116329, 0x7d4e00, 0x0550ae, 0x8250df, 0x0b6470,
                      0x57606a}},
    [THEME_CONTRAST] = {0x000000,
                        0xffffff,
                        0xffffff,
                        {0xc0c0c0, 0xff9a92, 0x8df58d, 0xffe45c, 0x9ecbff, 0xf3b4ff, 0x7df0f5,
                         0xffffff}},
    [THEME_MONO] = {0xffffff,
                    0xd0d7de,
                    0x1f2328,
                    {0x1f2328, 0x1f2328, 0x1f2328, 0x1f2328, 0x1f2328, 0x1f2328, 0x1f2328,
                     0x1f2328}},
};
_Static_assert(sizeof palettes / sizeof *palettes == THEME_COUNT, "one palette a theme");

static SvgInk ink_of(const Colours *c, Theme theme, bool colours, Role role, int look) {
    Ink ink = theme_ink(theme, role, look);
    bool coloured = colours && ink.colour != COLOUR_DEFAULT;
    return (SvgInk){.colour = coloured ? c->basic[ink.colour & 7] : c->text,
                    .bold = ink.bold,
                    .dim = ink.dim,
                    .underline = ink.underline,
                    .reverse = ink.reverse};
}

CastPalette picture_cast_palette(Theme theme, bool colours) {
    CastPalette p;
    for (int role = 0; role < ROLE_COUNT; role++)
        for (int look = 0; look < CAST_LOOKS; look++) {
            Ink ink = theme_ink(theme, (Role)role, look);
            p.ink[role][look] = (CastInk){colours ? ink.colour : COLOUR_DEFAULT, ink.bold, ink.dim,
                                          ink.underline, ink.reverse};
        }
    return p;
}

void picture_put(const Grid *g, Theme theme, bool colours, Str title, Sink *out) {
    const Colours *c = &palettes[theme];
    SvgPalette p = {.background = c->background, .border = c->border};
    for (int role = 0; role < ROLE_COUNT; role++)
        for (int look = 0; look < SVG_LOOKS; look++)
            p.ink[role][look] = ink_of(c, theme, colours, (Role)role, look);
    svg_put(g, &p, title, out);
}
