#include "base/str.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

Str str_of(const char *z) {
    return (Str){z, strlen(z)};
}

bool str_eq(Str a, Str b) {
    return a.len == b.len && (a.len == 0 || memcmp(a.at, b.at, a.len) == 0);
}

bool str_is(Str a, const char *z) {
    return str_eq(a, str_of(z));
}

int str_cmp(Str a, Str b) {
    size_t common = a.len < b.len ? a.len : b.len;
    int order = common ? memcmp(a.at, b.at, common) : 0;
    return order ? order : (a.len > b.len) - (a.len < b.len);
}

bool str_starts(Str s, Str prefix) {
    return s.len >= prefix.len && str_eq(str_sub(s, 0, prefix.len), prefix);
}

bool str_ends(Str s, Str suffix) {
    return s.len >= suffix.len && str_eq(str_sub(s, s.len - suffix.len, s.len), suffix);
}

ptrdiff_t str_find(Str s, Str part, size_t from) {
    if (from > s.len || part.len > s.len - from) {
        return -1;
    }
    if (part.len == 0) {
        return (ptrdiff_t)from;
    }
    const char *found = memmem(s.at + from, s.len - from, part.at, part.len);
    return found ? found - s.at : -1;
}

static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool same_letters(const char *x, const char *y, size_t len) {
    for (size_t i = 0; i < len; i++) {
        if (lower(x[i]) != lower(y[i])) {
            return false;
        }
    }
    return true;
}

ptrdiff_t str_find_letters(Str s, Str part, size_t from) {
    if (part.len == 0) {
        return from <= s.len ? (ptrdiff_t)from : -1;
    }
    char first = lower(part.at[0]);
    for (size_t i = from; i < s.len && part.len <= s.len - i; i++) {
        if (lower(s.at[i]) == first && same_letters(s.at + i, part.at, part.len)) {
            return (ptrdiff_t)i;
        }
    }
    return -1;
}

Str str_sub(Str s, size_t from, size_t to) {
    if (to > s.len) {
        to = s.len;
    }
    if (from >= to) {
        return (Str){NULL, 0};
    }
    return (Str){s.at + from, to - from};
}

Str str_dup(Arena *a, Str s) {
    return str_join2(a, s, (Str){NULL, 0});
}

Str str_join2(Arena *a, Str x, Str y) {
    size_t len = SIZE_MAX;
    if (y.len < SIZE_MAX - 1 - x.len) {
        len = x.len + y.len;
    }
    char *at = arena_array(a, 1, len == SIZE_MAX ? len : len + 1);
    if (x.len) {
        memcpy(at, x.at, x.len);
    }
    if (y.len) {
        memcpy(at + x.len, y.at, y.len);
    }
    return (Str){at, len};
}

Str str_printf(Arena *a, const char *format, ...) {
    char small[256];
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int n = vsnprintf(small, sizeof small, format, args);
    va_end(args);
    size_t len = n > 0 ? (size_t)n : 0;
    char *at = arena_alloc(a, len + 1);
    if (len < sizeof small) {
        memcpy(at, small, len);
    } else {
        vsnprintf(at, len + 1, format, again);
    }
    va_end(again);
    return (Str){at, len};
}

/* Up to eight bytes as a little-endian number, whatever the machine's order. */
static uint64_t load(const unsigned char *at, size_t n) {
    uint64_t word = 0;
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    if (n == 8) {
        memcpy(&word, at, 8);
        return word;
    }
#endif
    for (size_t i = 0; i < n; i++) {
        word |= (uint64_t)at[i] << (8 * i);
    }
    return word;
}

static uint64_t mix(uint64_t h, uint64_t word) {
    h = (h ^ word) * UINT64_C(0x9fb21c651e98df25);
    return h ^ (h >> 32);
}

uint64_t str_hash(Str s) {
    const unsigned char *at = (const unsigned char *)s.at;
    uint64_t h = mix(UINT64_C(0x2545f4914f6cdd1d), s.len);
    size_t left = s.len;
    while (left > 8) {
        h = mix(h, load(at, 8));
        at += 8;
        left -= 8;
    }
    h = mix(h, load(at, left));
    return mix(h, h >> 29);
}

/* An open-addressing table: nslots is a power of two and at most three quarters full. */
struct Names {
    Arena *arena;
    Name *slots;
    uint32_t *hashes; /* [nslots] of the names in slots, so that a miss costs no visit */
    size_t nslots;
    size_t count;
};

Names *names_make(Arena *a) {
    Names *t = ARENA_NEW(a, Names);
    t->arena = a;
    return t;
}

/* The slot that holds s, or the free one where it belongs. */
static size_t name_slot(Name *slots, const uint32_t *hashes, size_t nslots, Str s, uint32_t hash) {
    size_t i = hash & (nslots - 1);
    while (slots[i]) {
        Name n = slots[i];
        if (hashes[i] == hash && n->len == s.len && memcmp(n->text, s.at ? s.at : "", s.len) == 0) {
            break;
        }
        i = (i + 1) & (nslots - 1);
    }
    return i;
}

static void names_grow(Names *t) {
    size_t nslots = t->nslots ? t->nslots * 2 : 64;
    Name *slots = ARENA_ARRAY(t->arena, nslots, Name);
    uint32_t *hashes = ARENA_ARRAY(t->arena, nslots, uint32_t);
    for (size_t i = 0; i < t->nslots; i++) {
        if (!t->slots[i]) {
            continue;
        }
        size_t to = t->hashes[i] & (nslots - 1);
        while (slots[to]) {
            to = (to + 1) & (nslots - 1);
        }
        slots[to] = t->slots[i];
        hashes[to] = t->hashes[i];
    }
    t->slots = slots;
    t->hashes = hashes;
    t->nslots = nslots;
}

Name name_of(Names *t, Str s) {
    if (t->count >= t->nslots / 4 * 3) {
        names_grow(t);
    }
    uint32_t hash = (uint32_t)str_hash(s);
    size_t slot = name_slot(t->slots, t->hashes, t->nslots, s, hash);
    if (t->slots[slot]) {
        return t->slots[slot];
    }
    NameText *n = arena_alloc(t->arena, sizeof *n + s.len + 1);
    n->len = (uint32_t)s.len;
    n->number = (uint32_t)t->count;
    if (s.len) {
        memcpy(n->text, s.at, s.len);
    }
    t->slots[slot] = n;
    t->hashes[slot] = hash;
    t->count++;
    return n;
}

Name name_z(Names *t, const char *z) {
    return name_of(t, str_of(z));
}

Name name_find(const Names *t, Str s) {
    if (!t->nslots) {
        return NULL;
    }
    return t->slots[name_slot(t->slots, t->hashes, t->nslots, s, (uint32_t)str_hash(s))];
}

Str name_str(Name n) {
    return n ? (Str){n->text, n->len} : (Str){NULL, 0};
}
