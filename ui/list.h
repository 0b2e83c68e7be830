/* list.h: a list over the whole screen, with a line that finds rows in it: help, lessons. */
#ifndef TFSCOPE_UI_LIST_H
#define TFSCOPE_UI_LIST_H

#include "ui/state.h"
#include "view/doc.h"

enum { LIST_HEADING = -1 }; /* id of an item that is not selected */

typedef struct ListItem {
    size_t first, count; /* rows: lines of the list's doc */
    int id;              /* what it is to whoever made the list; LIST_HEADING */
} ListItem;

typedef struct List {
    Arena *arena;
    int cols;   /* rows are no wider */
    int indent; /* columns before what does not fit on an item's first line; 0: as doc_wrap does */
    Doc *rows;  /* of all items, one after another */
    Log items;  /* ListItem */
} List;

List *list_begin(Arena *a, int cols);
/* Adds an item of the lines of `text`, broken so that they fit. */
void list_add(List *l, int id, const Doc *text);
const ListItem *list_item(const List *l, int64_t index); /* NULL when there is none */
/* The item at or behind `index` that can be selected, else the last one before it; -1: none. */
int64_t list_selectable(const List *l, int64_t index);

/* Where a list is drawn: everything between the title line and the footer. */
Rect list_rect(const State *s);
/* Moves the selection of a state (list_selected, list_top) with Up, Down, pages, wheel or a click.
 * False: the key is none of these. */
bool list_key(const List *l, State *s, Key key);
/* Scrolls so that the selected item is seen. */
void list_follow(const List *l, State *s);
/* Draws the title with the line that finds, and below it the rows. */
void list_draw(const List *l, const State *s, const char *title, Grid *g, Rect r);

/* Does `text` contain every word of `query`? Without regard to case; but a word of one letter,
 * which may be a key, must stand alone and as it is. */
bool list_matches(Arena *scratch, Str text, Str query);

#endif
