/* progress_book.c: what is known of lessons and questions, and what a deed changes in it. */
#include "base/utf8.h"
#include "tutor/progress_inner.h"

Book *book_make(Arena *a) {
    Book *b = ARENA_NEW(a, Book);
    *b = (Book){.arena = a, .lessons = log_make(a, sizeof(LessonEntry))};
    return b;
}

LessonEntry *book_lesson(const Book *b, Str id) {
    for (size_t i = 0; i < b->lessons.count; i++) {
        LessonEntry *l = LOG_AT(&b->lessons, LessonEntry, i);
        if (!l->gone && str_eq(l->id, id))
            return l;
    }
    return NULL;
}

ItemEntry *book_item(const LessonEntry *l, Str id) {
    for (size_t i = 0; l && i < l->items.count; i++)
        if (str_eq(LOG_AT(&l->items, ItemEntry, i)->id, id))
            return LOG_AT(&l->items, ItemEntry, i);
    return NULL;
}

static bool is_id(Str id) {
    for (size_t i = 0; i < id.len; i++)
        if ((unsigned char)id.at[i] < ' ' || id.at[i] == 0x7f)
            return false;
    return id.len > 0 && id.len <= ID_MOST && utf8_valid(id, &(size_t){0});
}

static bool has_room(Book *b, Str id) {
    bool room = is_id(id) && b->entries < ENTRIES_MOST;
    b->entries += room;
    return room;
}

LessonEntry *book_lesson_put(Book *b, Str id) {
    LessonEntry *l = book_lesson(b, id);
    if (l || !has_room(b, id))
        return l;
    l = LOG_PUSH(&b->lessons, LessonEntry);
    l->id = str_dup(b->arena, id);
    l->items = log_make(b->arena, sizeof(ItemEntry));
    return l;
}

ItemEntry *book_item_put(Book *b, LessonEntry *l, Str id) {
    ItemEntry *item = book_item(l, id);
    if (item || !l || !has_room(b, id))
        return item;
    item = LOG_PUSH(&l->items, ItemEntry);
    item->id = str_dup(b->arena, id);
    return item;
}

/* ---- deeds ---- */

/* What was wrong comes back in the next sitting; right there, once more two sittings later. */
static void put_off(ItemProgress *is, bool right, int64_t sitting) {
    if (!right) {
        is->again = 0;
        is->due = sitting + 1;
    } else if (is->due && is->due <= sitting) {
        is->due = ++is->again < 2 ? sitting + 2 : 0;
    }
}

static void count_try(ItemProgress *is, bool right) {
    if (is->right)
        return;
    is->tries++;
    is->right_away = right && is->tries == 1 && is->hints == 0 && !is->shown;
    is->right = right;
}

static void apply_to_item(ItemProgress *is, const Deed *d, int64_t sitting) {
    switch (d->kind) {
    case DEED_ANSWERED:
        count_try(is, d->right);
        put_off(is, d->right, sitting);
        return;
    case DEED_REVIEWED: put_off(is, d->right, sitting); return;
    case DEED_TRIED: count_try(is, d->right); return;
    case DEED_HINTED:
        if (d->number > is->hints && d->number <= 3)
            is->hints = (int)d->number;
        return;
    case DEED_SHOWN:
        is->shown |= !is->right;
        if (!is->right && d->number == 0)
            put_off(is, false, sitting);
        return;
    case DEED_OPENED:
    case DEED_REACHED:
    case DEED_ENDED:
    case DEED_RESET: return;
    }
}

/* True: somebody went on in the lesson. */
static bool apply_to_lesson(LessonProgress *is, const Deed *d) {
    bool ahead = d->kind == DEED_REACHED && d->number > is->step;
    is->step = ahead ? d->number : is->step;
    ahead |= d->kind == DEED_ENDED && !is->ended;
    is->ended |= d->kind == DEED_ENDED;
    return ahead;
}

static void forget(Book *b, Str lesson) {
    for (size_t i = 0; i < b->lessons.count; i++) {
        LessonEntry *l = LOG_AT(&b->lessons, LessonEntry, i);
        if (l->gone || (lesson.len && !str_eq(l->id, lesson)))
            continue;
        l->gone = true;
        b->entries -= 1 + l->items.count;
    }
    if (lesson.len == 0 || str_eq(lesson, b->last))
        b->last = STR("");
}

void book_apply(Book *b, const Deed *d, int64_t sitting) {
    if (d->kind == DEED_RESET) {
        forget(b, d->lesson);
        return;
    }
    LessonEntry *l = book_lesson_put(b, d->lesson);
    if (!l)
        return;
    bool done = apply_to_lesson(&l->is, d);
    ItemEntry *item = d->item.len ? book_item_put(b, l, d->item) : NULL;
    if (item)
        apply_to_item(&item->is, d, sitting);
    l->is.opened = true;
    l->is.last = sitting;
    b->last = l->id;
    if ((done || item) && b->sittings < sitting)
        b->sittings = sitting;
}
