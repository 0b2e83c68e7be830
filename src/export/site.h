/* site.h: the first page of a website of the course: all lessons, and a search over what they say.
 */
#ifndef TFSCOPE_EXPORT_SITE_H
#define TFSCOPE_EXPORT_SITE_H

#include "export/export.h"

/* The course in both languages, the chosen one first. */
typedef struct Site {
    Arena *arena;
    const Course *course[LANGUAGES];
    const char *languages[LANGUAGES];
    void (*speak)(void *context, int language); /* from now on sentences are in this one */
    void *context;
} Site;

/* The name of a lesson's page. */
Str site_file(Arena *a, Str id);
void site_put_index(const Site *s, Sink *out);

#endif
