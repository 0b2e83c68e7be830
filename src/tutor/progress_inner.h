/* progress_inner.h: what is known, as a book of lessons; the file that it is kept in. Only for
 * src/tutor/progress*.c. */
#ifndef TFSCOPE_TUTOR_PROGRESS_INNER_H
#define TFSCOPE_TUTOR_PROGRESS_INNER_H

#include "tutor/progress.h"

enum {
    PROGRESS_VERSION = 1,
    ID_MOST = 100,       /* bytes of an id */
    ENTRIES_MOST = 10000 /* lessons and items together: with them the file stays below its limit */
};
#define PROGRESS_FILE_MOST ((size_t)4 << 20)

typedef struct ItemEntry {
    Str id;
    ItemProgress is;
} ItemEntry;

typedef struct LessonEntry {
    Str id;
    LessonProgress is;
    Log items; /* ItemEntry */
    bool gone; /* it was forgotten */
} LessonEntry;

/* What is known; all of it lives in one arena. */
typedef struct Book {
    Arena *arena;
    int64_t sittings; /* those in which something was done */
    Str last;         /* the lesson that was open last */
    Log lessons;      /* LessonEntry */
    size_t entries;   /* lessons and items */
} Book;

Book *book_make(Arena *a);
/* NULL when it is not known. */
LessonEntry *book_lesson(const Book *b, Str id);
ItemEntry *book_item(const LessonEntry *l, Str id);
/* The same, made when it is not known; NULL when the id is none, or the book is full. */
LessonEntry *book_lesson_put(Book *b, Str id);
ItemEntry *book_item_put(Book *b, LessonEntry *l, Str id);
/* Applies a deed of that sitting. */
void book_apply(Book *b, const Deed *d, int64_t sitting);

/* What was found where the file should be. */
typedef enum BookFound {
    BOOK_READ,
    BOOK_ABSENT,
    BOOK_BROKEN,
    BOOK_NEWER,     /* of a version that is not known */
    BOOK_UNREADABLE /* the system refuses it; *trouble says why */
} BookFound;
/* Reads the file into an empty book. */
BookFound book_read(Book *b, Str path, Str *trouble);
Str book_text(Arena *a, const Book *b);
/* Writes text beside path and puts it in its place; false: errno says why. The folder's lock is
 * held, so that nobody else writes beside. */
bool progress_replace(Arena *scratch, Str path, Str text);
/* Makes the folder, and those that it lies in. False: errno says why. */
bool progress_make_folder(Arena *scratch, Str folder);
/* Takes the lock of the folder: a descriptor to be closed; -1: errno says why, EWOULDBLOCK when
 * somebody else keeps it. *locked is false where the file system has no locks. */
int progress_lock(Arena *scratch, Str folder);

#endif
