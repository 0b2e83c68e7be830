/* pack.h: how the files of a lesson are read: with limits, and with a place for whatever is wrong.
 *
 * Only src/lesson includes this. Reading goes on after a fault where it can, so that somebody who
 * writes a lesson is told all of them. */
#ifndef TFSCOPE_LESSON_PACK_H
#define TFSCOPE_LESSON_PACK_H

#include "base/json.h"
#include "lesson/lesson.h"

/* What a pack may be at most. Real lessons stay far below. */
enum {
    PACK_FILE_MOST = 256 << 10,  /* bytes of a file */
    PACK_TEXT_MOST = 8 << 10,    /* bytes of a text in lesson.json */
    PACK_LINE_MOST = 400,        /* bytes of an id, a title, a moment, a name */
    PACK_LESSONS_MOST = 1000,    /* lessons of a course */
    PACK_COURSE_MOST = 16 << 20, /* bytes of all files of a course */
};

/* A lesson that is being read. */
typedef struct PackReader {
    Arena *arena;
    Str folder;
    const char *lang;
    bool strict;  /* keys that nobody knows are faults, too */
    Log *faults;  /* PackFault */
    size_t *left; /* bytes that the files of the course may still have; NULL: no such limit */
} PackReader;

/* A value in lesson.json, and the way to it. */
typedef struct Spot {
    const struct Spot *up; /* NULL: the whole */
    const char *key;       /* its key in `up`; NULL in a list */
    size_t index;          /* its place in a list */
    const Json *json;      /* NULL: it is not there */
} Spot;

/* Which kind of text is wanted. */
typedef enum TextKind {
    TEXT_ID,    /* a-z, 0-9 and hyphens */
    TEXT_LINE,  /* one line */
    TEXT_LINES, /* one or several */
} TextKind;

/* ---- pack.c ---- */

/* Notes that something is wrong; always false. place: "" for the file as a whole. */
bool pack_fault(PackReader *r, Str file, Str place, Str message);
/* The same in line `line` of a file. */
bool pack_fault_line(PackReader *r, Str file, uint32_t line, Str message);
/* The same at a value of lesson.json. */
bool spot_fault(PackReader *r, const Spot *s, const char *message);
/* Reads a file of the lesson's folder as a text: valid UTF-8, with "\n" line ends. NULL: a fault
 * was noted. */
const Source *pack_read(PackReader *r, Str file);
/* Is there a character in s that has no business in a text: a control character other than those
 * allowed, or one that turns the direction of writing? */
bool pack_has_control(Str s, const char *allowed);

/* ---- spot.c ---- */

/* The member `key` of an object. */
Spot spot_member(const Spot *s, const char *key);
/* Faults unless it is an object whose keys are in `keys` ("id order"), each at most once. */
bool spot_object(PackReader *r, const Spot *s, const char *keys);
/* Each gives what the member `key` says. When it is not there the result is empty, 0 or `or_else`;
 * a fault when it is `needed`, or anything but what is wanted. */
Str spot_str(PackReader *r, const Spot *s, const char *key, TextKind kind, bool needed);
int64_t spot_int(PackReader *r, const Spot *s, const char *key, int64_t or_else);
bool spot_bool(PackReader *r, const Spot *s, const char *key);
/* {"en": …, "zh": …}: both are looked at, one is given. */
Str spot_text(PackReader *r, const Spot *s, const char *key, TextKind kind, bool needed);
/* The same of s itself. */
Str spot_text_here(PackReader *r, const Spot *s, TextKind kind);
/* The index of a word in words[n]; 0 and a fault when it is none of them. */
int spot_word(PackReader *r, const Spot *s, const char *key, const char *const *words, int n);
/* A list of at most `most`: how many there are, 0 and perhaps a fault when it is none. */
size_t spot_list(PackReader *r, const Spot *list, size_t most);
/* The first and the next item of a list: for (Spot i = spot_first(&list); i.json; spot_next(&i)) */
Spot spot_first(const Spot *list);
void spot_next(Spot *item);

/* ---- parts of a lesson: each reads what it can, and notes what is wrong ---- */

/* What is common to claims, goals and what choices state: kind, says, of, type, number, tf. */
void claim_read(PackReader *r, const Spot *s, Claim *c);
/* claims.c: the member "claims". */
void claims_read(PackReader *r, const Spot *whole, Lesson *lesson);
/* questions.c: the members "questions", "exercises". */
void questions_read(PackReader *r, const Spot *whole, Lesson *lesson);
void exercises_read(PackReader *r, const Spot *whole, Lesson *lesson);
/* prose.c: both languages' text files; the sections of the chosen one are the lesson's. */
void prose_read(PackReader *r, Lesson *lesson);
/* A release: "1.4". Empty: not given. */
Str release_read(PackReader *r, const Spot *s);
/* moment.c: NULL, or what is wrong with the form of a moment. */
const char *moment_fault(Str moment);

/* lesson.c: reads a lesson; false: faults were added. Its id is set as soon as it is known. */
bool lesson_read(PackReader *r, Lesson *lesson);

#endif
