/* export.h: what is handed on of a run: one file a format, made from views, byte for byte the same
 * every time.
 *
 * A format is a row of export.def: a name, an extension, and a function that writes a run into a
 * sink. It knows no files: whoever calls it writes what is in the sink beside the target and puts
 * it in place, so nothing is ever half written. Text of programs and lessons may hold anything:
 * each format escapes it in the one place where it writes text. */
#ifndef TFSCOPE_EXPORT_EXPORT_H
#define TFSCOPE_EXPORT_EXPORT_H

#include "view/teaching.h"
#include "view/walk.h"

enum { LANGUAGES = 2 };

/* A graph as a protocol buffer, and what is to be said about it. */
typedef struct GraphTold {
    Str bytes; /* of a GraphDef */
    Str lacks; /* attributes that are left out: "Conv2D.dilations, …" */
    bool bare; /* the attributes are only those that a trace knows */
} GraphTold;

/* The pages of a website beside that of a lesson: names of files, or empty. */
typedef struct SiteLinks {
    Str before, after;
} SiteLinks;

/* A run with what is told about it. */
typedef struct Exported {
    Arena *arena;         /* for what an export makes */
    const Source *source; /* of the program */
    const Trace *trace;
    const Why *why;
    Str title; /* of the lesson, else the program's name */
    /* The lesson in each language, in the order of `languages`, and its moments in this run; NULL
     * without one. The chosen language comes first. */
    const Lesson *lesson[LANGUAGES];
    const Teaching *teaching[LANGUAGES];
    const char *languages[LANGUAGES]; /* "en", "zh": the chosen one first */
    /* From now on sentences are in this language; for formats that hold both. */
    void (*speak)(void *context, const char *language);
    void *context;
    Str trouble; /* how a run ended that was refused or ran out of a budget, as a sentence */
    size_t at;   /* step that is asked for, where a format shows one */
    bool asked;  /* a step is asked for; where it is not, some formats tell of the last */
    int cast;    /* version of asciicast */
    bool ascii;  /* only ASCII is drawn */
    /* The first nodes of a graph; NULL: there is only the trace. */
    GraphTold (*graph)(void *context, const TraceGraph *g, size_t nodes);
    const SiteLinks *site; /* of a page of a website; NULL: it stands alone */
    /* Told now and then how much is done, in thousandths; false: stop. NULL: nobody waits. */
    bool (*progress)(void *context, int done);
} Exported;

/* Writes the whole; false when it was stopped, or out failed. */
typedef bool ExportFn(const Exported *e, Sink *out);

typedef struct ExportFormat {
    const char *name;      /* "html" */
    const char *extension; /* ".html" */
    const char *help;      /* to be translated */
    ExportFn *write;       /* NULL: it is made of drawn screens (src/cli) */
} ExportFormat;

const ExportFormat *export_formats(size_t *n);
const ExportFormat *export_named(Str name);    /* NULL: there is none */
const ExportFormat *export_for_path(Str path); /* by its extension; NULL: there is none */

/* Tells e->progress that `done` of `all` is done. */
bool export_goes_on(const Exported *e, size_t done, size_t all);

#define FORMAT(ID, name, extension, help) ExportFn export_##ID;
#define DRAWN(ID, name, extension, help)
#include "export/export.def"
#undef FORMAT
#undef DRAWN

#endif
