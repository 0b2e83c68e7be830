/* progress.c: what was read, the deeds since, and saving both. */
#include "tutor/progress.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/text.h"
#include "tutor/progress_inner.h"

/* Steps that were reached wait for an answer, but not for ever. */
enum { REACHED_MOST = 50 };

struct Progress {
    Arena *arena;
    Book *book;           /* in one of the two shelves */
    Arena *shelf[2];      /* a save reads into the one that the book is not in */
    int in;               /* the shelf that the book is in */
    Arena *pending_arena; /* forgotten after each save */
    Log pending;          /* Deed, not saved yet */
    int reached;          /* how often a step was reached since the last save */
    bool pressing;        /* a deed waits that must not be lost */
    Arena *scratch;       /* of one save */
    Str folder, path;     /* empty: nothing is read or written */
    bool aside;           /* the file is of a newer version: it is left alone */
    int64_t sitting;
    Str said; /* the last trouble, so that it is said once */
};

Progress *progress_make(Arena *a) {
    Progress *p = ARENA_NEW(a, Progress);
    *p = (Progress){.arena = a, .sitting = 1};
    p->shelf[0] = arena_child(a);
    p->shelf[1] = arena_child(a);
    p->pending_arena = arena_child(a);
    p->scratch = arena_child(a);
    p->book = book_make(p->shelf[0]);
    p->pending = log_make(p->pending_arena, sizeof(Deed));
    return p;
}

Str progress_folder(Arena *a) {
    const char *state = getenv("XDG_STATE_HOME"), *home = getenv("HOME");
    if (state && state[0] == '/')
        return str_printf(a, "%s/tfscope", state);
    if (home && home[0] == '/')
        return str_printf(a, "%s/.local/state/tfscope", home);
    return STR("");
}

/* Always false; the sentence only when it is not the one that was said last. */
static bool trouble_is(Progress *p, Str *trouble, Str sentence) {
    bool known = str_eq(p->said, sentence);
    if (!known)
        p->said = str_dup(p->arena, sentence);
    *trouble = known ? STR("") : p->said;
    return false;
}

static bool cannot_save(Progress *p, Str *trouble) {
    const char *why =
        errno == EWOULDBLOCK ? _("another tfscope keeps the folder locked") : strerror(errno);
    return trouble_is(
        p, trouble,
        str_printf(p->scratch, _("progress cannot be saved in %s: %s"), p->folder.at, why));
}

/* Says that the file is not as it should be, and keeps a broken one beside. The lock is held, or
 * nobody else is there to be disturbed. */
static bool put_aside(Progress *p, BookFound found, Str *trouble) {
    if (found == BOOK_NEWER) {
        p->aside = true;
        return trouble_is(p, trouble,
                          str_printf(p->scratch,
                                     _("%s is of a newer tfscope and left alone: progress is not "
                                       "kept"),
                                     p->path.at));
    }
    Str broken = str_printf(p->scratch, "%s.broken", p->path.at);
    if (rename(p->path.at, broken.at) != 0)
        return cannot_save(p, trouble);
    return trouble_is(
        p, trouble,
        str_printf(p->scratch, _("%s could not be read; it is kept as %s"), p->path.at, broken.at));
}

/* Reads the file into the free shelf. */
static Book *read_again(Progress *p, BookFound *found, Str *why) {
    Arena *shelf = p->shelf[1 - p->in];
    arena_reset(shelf);
    Book *b = book_make(shelf);
    *found = book_read(b, p->path, why);
    return b;
}

static void take(Progress *p, Book *b) {
    p->book = b;
    p->in = 1 - p->in;
}

/* A file that looked broken is looked at again when nobody writes. */
static bool read_broken(Progress *p, Str *trouble) {
    BookFound found;
    Str why;
    int lock = progress_lock(p->scratch, p->folder);
    if (lock < 0)
        return cannot_save(p, trouble);
    Book *b = read_again(p, &found, &why);
    bool fine = found == BOOK_READ || found == BOOK_ABSENT || put_aside(p, found, trouble);
    close(lock);
    if (fine)
        take(p, b);
    return fine;
}

static bool read_file(Progress *p, Str *trouble) {
    BookFound found;
    Str why;
    Book *b = read_again(p, &found, &why);
    switch (found) {
    case BOOK_ABSENT:
    case BOOK_READ: take(p, b); return true;
    case BOOK_BROKEN: return read_broken(p, trouble);
    case BOOK_NEWER: return put_aside(p, found, trouble);
    case BOOK_UNREADABLE: break;
    }
    return trouble_is(p, trouble, why);
}

bool progress_read(Progress *p, Str folder, Str *trouble) {
    *trouble = STR("");
    p->folder = str_dup(p->arena, folder);
    p->path = folder.len ? str_printf(p->arena, "%.*s/progress.json", STR_ARG(folder)) : STR("");
    if (folder.len == 0)
        return trouble_is(p, trouble, str_of(_("there is no home folder: progress is not kept")));
    bool fine = read_file(p, trouble);
    p->sitting = p->book->sittings + 1;
    for (size_t i = 0; i < p->pending.count; i++)
        book_apply(p->book, LOG_AT(&p->pending, Deed, i), p->sitting);
    return fine;
}

/* ---- deeds ---- */

/* The step of a lesson that was reached last stands for those before. */
static bool joins_last(Progress *p, const Deed *d) {
    if (d->kind != DEED_REACHED || p->pending.count == 0)
        return false;
    Deed *last = LOG_AT(&p->pending, Deed, p->pending.count - 1);
    if (last->kind != DEED_REACHED || !str_eq(last->lesson, d->lesson))
        return false;
    last->number = d->number > last->number ? d->number : last->number;
    return true;
}

void progress_note(Progress *p, const Deed *d) {
    book_apply(p->book, d, p->sitting);
    bool reached = d->kind == DEED_REACHED;
    p->reached += reached;
    p->pressing |= p->reached >= REACHED_MOST || (!reached && d->kind != DEED_OPENED);
    if (joins_last(p, d))
        return;
    Deed *kept = LOG_PUSH(&p->pending, Deed);
    *kept = *d;
    kept->lesson = str_dup(p->pending_arena, d->lesson);
    kept->item = str_dup(p->pending_arena, d->item);
    kept->text = STR(""); /* what was answered is the journal's business */
}

/* ---- saving ---- */

static void forget_pending(Progress *p) {
    arena_reset(p->pending_arena);
    p->pending = log_make(p->pending_arena, sizeof(Deed));
    p->pressing = false;
    p->reached = 0;
    p->said = STR("");
}

/* The own deeds on top of what is in the file now; the lock is held. *noted is what went wrong
 * without keeping it from being saved. */
static bool merge_and_write(Progress *p, Str *trouble, Str *noted) {
    BookFound found;
    Str why;
    Book *b = read_again(p, &found, &why);
    if (found == BOOK_UNREADABLE)
        return trouble_is(p, trouble, why);
    if (found == BOOK_NEWER)
        return put_aside(p, found, trouble);
    if (found == BOOK_BROKEN) {
        put_aside(p, found, noted);
        b = book_make(p->shelf[1 - p->in]);
    }
    for (size_t i = 0; i < p->pending.count; i++)
        book_apply(b, LOG_AT(&p->pending, Deed, i), p->sitting);
    if (!progress_replace(p->scratch, p->path, book_text(p->scratch, b)))
        return cannot_save(p, trouble);
    take(p, b);
    return true;
}

bool progress_save(Progress *p, Str *trouble) {
    Str noted = STR("");
    *trouble = STR("");
    if (p->pending.count == 0 || p->folder.len == 0 || p->aside)
        return true;
    arena_reset(p->scratch);
    int lock =
        progress_make_folder(p->scratch, p->folder) ? progress_lock(p->scratch, p->folder) : -1;
    if (lock < 0)
        return cannot_save(p, trouble);
    bool saved = merge_and_write(p, trouble, &noted);
    close(lock);
    if (!saved)
        return false;
    forget_pending(p);
    *trouble = noted;
    return true;
}

bool progress_settle(Progress *p, Str *trouble) {
    *trouble = STR("");
    return !p->pressing || progress_save(p, trouble);
}

/* ---- what is known ---- */

LessonProgress progress_lesson(const Progress *p, Str lesson) {
    const LessonEntry *l = book_lesson(p->book, lesson);
    return l ? l->is : (LessonProgress){0};
}

ItemProgress progress_item(const Progress *p, Str lesson, Str item) {
    const ItemEntry *i = book_item(book_lesson(p->book, lesson), item);
    return i ? i->is : (ItemProgress){0};
}

Str progress_last(const Progress *p) {
    return p->book->last;
}

int64_t progress_sitting(const Progress *p) {
    return p->sitting;
}

typedef struct Waiting {
    Due due;
    int64_t since; /* the sitting in which it came due */
    size_t place;  /* in the book: among those of a sitting the earlier one comes first */
} Waiting;

static int waits_longer(const void *x, const void *y) {
    const Waiting *a = x, *b = y;
    if (a->since != b->since)
        return a->since < b->since ? -1 : 1;
    return a->place < b->place ? -1 : a->place > b->place;
}

static void gather_due(const Progress *p, const LessonEntry *l, Waiting *waiting, size_t *n) {
    for (size_t i = 0; i < l->items.count; i++) {
        const ItemEntry *item = LOG_AT(&l->items, ItemEntry, i);
        if (item->is.due && item->is.due <= p->sitting) {
            waiting[*n] = (Waiting){{l->id, item->id}, item->is.due, *n};
            ++*n;
        }
    }
}

Log progress_due(const Progress *p, Arena *a) {
    Log due = log_make(a, sizeof(Due));
    Waiting *waiting = ARENA_ARRAY(a, p->book->entries + 1, Waiting);
    size_t n = 0;
    for (size_t i = 0; i < p->book->lessons.count; i++) {
        const LessonEntry *l = LOG_AT(&p->book->lessons, LessonEntry, i);
        if (!l->gone)
            gather_due(p, l, waiting, &n);
    }
    qsort(waiting, n, sizeof *waiting, waits_longer);
    for (size_t i = 0; i < n; i++) {
        Due *d = LOG_PUSH(&due, Due);
        *d = (Due){str_dup(a, waiting[i].due.lesson), str_dup(a, waiting[i].due.item)};
    }
    return due;
}
