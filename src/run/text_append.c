/* text_append.c: s + t, where s was itself just made by appending.
 *
 * A run keeps every value, so `s += piece` in a loop would keep every length of s: memory that
 * grows with the square. But an earlier s is the beginning of a later one: when s is the text that
 * was made by the last append, t is put right behind it, into room that is kept for this, and both
 * share their bytes. */
#include <string.h>

#include "run/machine.h"

#define ROOM_MIN 64u /* shorter texts are not worth it */

static char *start_text(Run *run, Str a, Str b, size_t room) {
    Machine *m = run->machine;
    char *at = arena_alloc(run->arena, a.len + b.len + room);
    if (a.len) {
        memcpy(at, a.at, a.len);
    }
    m->text_end = at + a.len;
    m->text_room = b.len + room;
    return at;
}

Str text_append(Run *run, Str a, Str b) {
    Machine *m = run->machine;
    bool again = a.len >= ROOM_MIN && a.at + a.len == m->text_end;
    const char *at = a.at;
    if (!again || b.len > m->text_room) {
        at = start_text(run, a, b, again ? a.len : 0);
    }
    if (b.len) {
        memcpy(m->text_end, b.at, b.len);
    }
    m->text_end += b.len;
    m->text_room -= b.len;
    return (Str){at, a.len + b.len};
}
