/* watch.h: somebody who waits for long work, sees how far it is, and may have enough of it.
 *
 * The work asks now and then, at the price of one load. A signal handler may make the watch due at
 * any time; what the work then calls runs in the work, where everything may be done. */
#ifndef TFSCOPE_BASE_WATCH_H
#define TFSCOPE_BASE_WATCH_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>

typedef struct Watch Watch;
struct Watch {
    atomic_bool due; /* somebody wants to hear from the work */
    /* Hears from it, and clears `due` when it is served. False: the work shall end. */
    bool (*attend)(Watch *w);
};

/* Shall the work go on? w may be NULL: nobody waits. */
static inline bool watch_goes_on(Watch *w) {
    return !w || !atomic_load_explicit(&w->due, memory_order_relaxed) || w->attend(w);
}

#endif
