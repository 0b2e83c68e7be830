#include "graph/dialect.h"

#include <stdlib.h>

#include "base/packed.h"
#include "graph/change_rows.h"

static const uint8_t firsts[] = {
#define RELEASE(minor)
#define CHANGE(ID, minor, ...) minor,
#include "graph/dialect.def"
#undef CHANGE
#undef RELEASE
};
_Static_assert(sizeof firsts / sizeof *firsts == CHANGE_COUNT, "one row a change");

/* In ascending order. */
static const int releases[] = {
#define RELEASE(minor) minor,
#define CHANGE(ID, ...)
#include "graph/dialect.def"
#undef CHANGE
#undef RELEASE
};
#define RELEASES (sizeof releases / sizeof *releases)

int change_first(Change change) {
    return firsts[change];
}

ChangeRow change_row(Arena *a, Change change) {
    size_t n;
    const char **field = packed_fields(a, &packed_changes, &n) + 3 * change;
    return (ChangeRow){field[0], atoi(field[1]), field[2]};
}

int dialect_oldest(void) {
    return releases[0];
}

int dialect_newest(void) {
    return releases[RELEASES - 1];
}

static bool is_modelled(int minor) {
    for (size_t i = 0; i < RELEASES; i++)
        if (releases[i] == minor)
            return true;
    return false;
}

bool dialect_of(int minor, Dialect *d) {
    if (!is_modelled(minor))
        return false;
    d->minor = minor;
    for (int i = 0; i < CHANGE_COUNT; i++)
        d->has[i] = minor >= firsts[i];
    return true;
}

bool dialect_between(const Dialect *d, int first, int last) {
    return first <= d->minor && d->minor <= last;
}

/* ---- "1.4.1" ---- */

/* Reads digits at *at; false when there are none or too many. */
static bool read_number(Str text, size_t *at, int *number) {
    size_t start = *at;
    *number = 0;
    while (*at < text.len && *at - start < 4 && text.at[*at] >= '0' && text.at[*at] <= '9')
        *number = *number * 10 + (text.at[(*at)++] - '0');
    return *at > start;
}

static bool read_dot(Str text, size_t *at) {
    return *at < text.len && text.at[(*at)++] == '.';
}

bool dialect_version(Str text, int *minor) {
    size_t at = 0;
    int major, patch;
    if (!read_number(text, &at, &major) || !read_dot(text, &at) || !read_number(text, &at, minor))
        return false;
    if (at < text.len && (!read_dot(text, &at) || !read_number(text, &at, &patch)))
        return false;
    return at == text.len && major == 1 && is_modelled(*minor);
}
