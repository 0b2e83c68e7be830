/* outline_filter.c: an outline of some branches of another one.
 *
 * What is kept is known from the top down (what lies below a hidden branch is hidden), when a
 * branch was made from the bottom up (it shows as soon as the first one below it does). Put into
 * the order in which they were made, the branches are laid out as those of a graph are. */
#include <string.h>

#include "view/outline.h"
#include "view/outline_inner.h"

enum { GLOB_MOST = 4096 }; /* bytes of a path that is matched as a whole */

typedef struct Filter {
    const Outline *o;
    Arena *scratch;
    Str keep, hide;
    Moment *made;    /* [count] when it shows first; MOMENT_END: it is left out */
    bool *kept;      /* [count] its path contains the text to keep */
    bool *hidden;    /* [count] by itself or by one above it */
    uint32_t *items; /* those that are kept, in the order in which they were made */
    uint32_t *order; /* [count] where in that order it stands */
} Filter;

/* ---- patterns ---- */

static bool has_wildcard(Str pattern) {
    return pattern.len &&
           (memchr(pattern.at, '*', pattern.len) || memchr(pattern.at, '?', pattern.len));
}

static size_t char_end(Str s, size_t i) {
    i++;
    while (i < s.len && ((unsigned char)s.at[i] & 0xc0) == 0x80)
        i++;
    return i;
}

static bool same_at(Str pattern, size_t p, Str s, size_t i) {
    return p < pattern.len &&
           str_find_letters(str_sub(s, i, i + 1), str_sub(pattern, p, p + 1), 0) == 0;
}

/* The last star is tried for more and more bytes; earlier ones need no second try. */
static bool glob(Str pattern, Str s) {
    size_t p = 0, i = 0, star = SIZE_MAX, star_i = 0;
    while (i < s.len) {
        if (p < pattern.len && pattern.at[p] == '*') {
            star = ++p;
            star_i = i;
        } else if (p < pattern.len && pattern.at[p] == '?') {
            p++;
            i = char_end(s, i);
        } else if (same_at(pattern, p, s, i)) {
            p++;
            i++;
        } else if (star != SIZE_MAX) {
            p = star;
            i = ++star_i;
        } else {
            return false;
        }
    }
    while (p < pattern.len && pattern.at[p] == '*')
        p++;
    return p == pattern.len;
}

/* Does the path of b contain text, if that of its parent does not? */
static bool contains_at_end(const Branch *b, Str text) {
    size_t tail = (size_t)b->label_len + text.len;
    Str end = str_sub(b->path, tail < b->path.len ? b->path.len - tail : 0, b->path.len);
    return str_find_letters(end, text, 0) >= 0;
}

static bool matches(const Branch *b, Str pattern, bool parent_matches) {
    if (!has_wildcard(pattern))
        return parent_matches || contains_at_end(b, pattern);
    return (b->path.len <= GLOB_MOST && glob(pattern, b->path)) || glob(pattern, branch_label(b));
}

/* ---- what is kept ---- */

/* Without a pattern a prefix shows when something below it does. */
static Moment shows_by_itself(const Filter *f, const Branch *b) {
    if (f->hidden[b->index])
        return MOMENT_END;
    if (!f->keep.len)
        return b->node_made;
    return f->kept[b->index] ? b->made : MOMENT_END;
}

static void choose(Filter *f) {
    for (uint32_t i = 0; i < f->o->count; i++) {
        const Branch *b = &f->o->at[i];
        bool top = b->parent == BRANCH_NONE;
        f->hidden[i] =
            f->hide.len && ((!top && f->hidden[b->parent]) || matches(b, f->hide, false));
        f->kept[i] = f->keep.len && matches(b, f->keep, !top && f->kept[b->parent]);
        f->made[i] = shows_by_itself(f, b);
    }
    for (uint32_t i = f->o->count; i-- > 0;) {
        uint32_t parent = f->o->at[i].parent;
        if (parent != BRANCH_NONE && f->made[i] < f->made[parent])
            f->made[parent] = f->made[i];
    }
}

/* ---- in order ---- */

enum { DIGIT_BITS = 16, DIGITS = 1 << DIGIT_BITS };

/* Sorts items by sixteen bits of their moments; equal ones stay in order. */
static void sort_digit(const Filter *f, const uint32_t *from, uint32_t *to, uint32_t n, int shift) {
    uint32_t *start = ARENA_ARRAY(f->scratch, DIGITS + 1, uint32_t);
    for (uint32_t i = 0; i < n; i++)
        start[((f->made[from[i]] >> shift) & (DIGITS - 1)) + 1]++;
    for (uint32_t i = 0; i < DIGITS; i++)
        start[i + 1] += start[i];
    for (uint32_t i = 0; i < n; i++)
        to[start[(f->made[from[i]] >> shift) & (DIGITS - 1)]++] = from[i];
}

/* Lists the branches that are kept, in the order in which they were made; what is above before
 * what is below. Returns how many. */
static uint32_t put_in_order(Filter *f) {
    uint32_t n = 0;
    for (uint32_t i = 0; i < f->o->count; i++)
        if (f->made[i] != MOMENT_END)
            f->items[n++] = i;
    uint32_t *other = ARENA_ARRAY(f->scratch, n, uint32_t);
    sort_digit(f, f->items, other, n, 0);
    sort_digit(f, other, f->items, n, DIGIT_BITS);
    for (uint32_t i = 0; i < n; i++)
        f->order[f->items[i]] = i;
    return n;
}

/* Branch i in that order. */
static Branch draft(const void *context, uint32_t i) {
    const Filter *f = context;
    Branch b = f->o->at[f->items[i]];
    if (b.parent != BRANCH_NONE)
        b.parent = f->order[b.parent];
    b.made = f->made[b.index];
    return b;
}

static const Outline *filter(Arena *a, Filter *f) {
    uint32_t n = f->o->count;
    f->made = ARENA_ARRAY(f->scratch, n, Moment);
    f->kept = ARENA_ARRAY(f->scratch, n, bool);
    f->hidden = ARENA_ARRAY(f->scratch, n, bool);
    f->items = ARENA_ARRAY(f->scratch, n, uint32_t);
    f->order = ARENA_ARRAY(f->scratch, n, uint32_t);
    choose(f);
    n = put_in_order(f);
    return outline_lay(a, n, draft, f);
}

const Outline *outline_filter(Arena *a, const Outline *o, Str keep, Str hide) {
    if (!keep.len && !hide.len)
        return o;
    Filter f = {.o = o, .scratch = arena_new(0), .keep = keep, .hide = hide};
    const Outline *result = filter(a, &f);
    arena_free(f.scratch);
    return result;
}
