/* html_inner.h: what the files of the page share. Only for src/export/html*.c.
 *
 * The page holds the run once, as one JSON object in a form made for the player (html_data.c says
 * which), deflated and in base64. Everything that can change is a list of (step, what it was from
 * then on), so that any step is found by a binary search, as in the trace itself. */
#ifndef TFSCOPE_EXPORT_HTML_INNER_H
#define TFSCOPE_EXPORT_HTML_INNER_H

#include "export/export.h"
#include "export/paper.h"

/* Texts that are written once: what stands for them is their number, from 0 (the empty one). */
typedef struct Texts {
    Names *names;
    Log all; /* Name, by number */
} Texts;

Texts texts_make(Arena *a);
int64_t texts_id(Texts *t, Str text);
void texts_put(const Texts *t, JsonWriter *j); /* all of them, as an array */

/* The data of a page while they are written. */
typedef struct Html {
    const Exported *e;
    JsonWriter *j;
    Texts texts;
    Arena *scratch; /* forgotten again and again */
} Html;

enum { TEXT_MOST = 400 }; /* bytes of a value that are kept */

/* Numbers that rise, written as how much each is more than the one before. */
typedef struct Column {
    Log at; /* int64_t */
} Column;
Column column_make(Arena *a);
void column_add(Column *c, int64_t n);
void column_put(const Column *c, JsonWriter *j, const char *key); /* as they are */
void column_put_rising(const Column *c, JsonWriter *j, const char *key);

/* The step within which an event happened. */
size_t html_step(const Html *h, Moment event);
/* Text that was cut to TEXT_MOST bytes, between characters. */
Str html_cut(Arena *a, Str text);
/* A text in each language: an array of two, or one text when both are equal. */
void html_two(JsonWriter *j, Str first, Str second);
void html_raw(JsonWriter *j, Str json);     /* a value that is JSON already */
void html_doc(JsonWriter *j, const Doc *d); /* lines of role, text, role, text … */

/* html_data.c: all of it. False: it was stopped. */
bool html_data(const Exported *e, Sink *out);
/* Parts of it, each a member or some. */
void html_put_graph(Html *h);  /* html_graph.c: nodes, variables, scopes */
bool html_put_steps(Html *h);  /* html_steps.c: what each step did, and why */
void html_put_values(Html *h); /* html_values.c: what Python names held; session runs; output */
void html_put_lesson(Html *h); /* html_lesson.c: prose, questions, claims; nothing without one */
void html_put_words(Html *h);  /* html_words.c: what the player says, translated */

/* The member "words", in the language that is spoken now. */
void html_words(JsonWriter *j);

/* What a page is made of besides what all have. */
typedef struct HtmlPage {
    bool index;           /* the first page of a site; else a player */
    const char *language; /* it begins in */
    Str title, text;      /* as text, as HTML */
    Str data;             /* JSON for its script */
} HtmlPage;
/* html.c: writes it whole. */
void html_page(Arena *a, const HtmlPage *page, Sink *out);

#endif
