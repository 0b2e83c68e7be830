/* editor.h: a small text editor for one pane: enough to change a name, add a line, try something.
 */
#ifndef TFSCOPE_UI_EDITOR_H
#define TFSCOPE_UI_EDITOR_H

#include "base/grid.h"
#include "base/log.h"
#include "ui/key.h"

typedef struct Editor Editor;

typedef enum EditorDone {
    EDITOR_GOES_ON,
    EDITOR_RUN,      /* Esc, or Ctrl-R: run what stands there (when nothing changed: just leave) */
    EDITOR_CANCEL,   /* Ctrl-C: leave without the changes */
    EDITOR_EXTERNAL, /* Ctrl-G: go on in $EDITOR */
} EditorDone;

Editor *editor_make(Arena *a, Str text, uint32_t line); /* the cursor on line (from 1) */
EditorDone editor_key(Editor *e, Key key);
Str editor_text(const Editor *e, Arena *a);
bool editor_changed(const Editor *e);
uint32_t editor_line(const Editor *e); /* of the cursor, from 1 */
/* After a key, or when it gets another rectangle: scrolls so that the cursor is shown there. */
void editor_follow(Editor *e, Rect r, bool numbers);
/* Draws as if it had been followed there. */
void editor_draw(const Editor *e, Grid *g, Rect r, bool numbers);
/* A click at a place of the screen, drawn in r. */
void editor_click(Editor *e, Rect r, int row, int col, bool numbers);

#endif
