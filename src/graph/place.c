/* place.c: where nodes are placed: devices and colocation (section 1.9).
 *
 * A device is a string of parts, of which an inner `with tf.device(…)` replaces those that it
 * gives. A function that is given instead of a string is asked about every node, once the node is
 * there: the innermost first, each being told what those inside have decided. colocate_with hides
 * the devices around it; a node then has the groups of all ops that it is colocated with, and the
 * device of one of them unless it has a device itself. */
#include "graph/place.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

/* ---- the parts of a device ---- */

typedef enum DevicePart {
    DEVICE_JOB,
    DEVICE_REPLICA,
    DEVICE_TASK,
    DEVICE_UNIT,
    DEVICE_PARTS
} DevicePart;

typedef struct Device {
    Str part[DEVICE_PARTS]; /* "job:ps", "task:0", "device:CPU:0"; empty when not given */
} Device;

static bool starts_caseless(Str s, const char *prefix) {
    for (size_t i = 0; prefix[i]; i++) {
        if (i >= s.len || toupper((unsigned char)s.at[i]) != prefix[i])
            return false;
    }
    return true;
}

/* "cpu:0" and "gpu" are short for "device:CPU:0" and "device:GPU:*". */
static bool short_unit(Str part) {
    bool unit = starts_caseless(part, "CPU") || starts_caseless(part, "GPU");
    return unit && (part.len == 3 || part.at[3] == ':');
}

static Str device_unit(Arena *a, Str part) {
    if (!short_unit(part))
        return part;
    Str unit = str_join2(a, STR("device:"), part);
    char *letters = (char *)unit.at + strlen("device:");
    for (size_t i = 0; i < 3; i++)
        letters[i] = (char)toupper((unsigned char)letters[i]);
    return part.len == 3 ? str_join2(a, unit, STR(":*")) : unit;
}

static void device_put(Arena *a, Device *d, Str part) {
    if (str_starts(part, STR("job:")))
        d->part[DEVICE_JOB] = part;
    else if (str_starts(part, STR("replica:")))
        d->part[DEVICE_REPLICA] = part;
    else if (str_starts(part, STR("task:")))
        d->part[DEVICE_TASK] = part;
    else if (part.len)
        d->part[DEVICE_UNIT] = device_unit(a, part);
}

static Str next_part(Str *text) {
    ptrdiff_t slash = str_find(*text, STR("/"), 0);
    size_t end = slash < 0 ? text->len : (size_t)slash;
    Str part = str_sub(*text, 0, end);
    *text = str_sub(*text, slash < 0 ? end : end + 1, text->len);
    return part;
}

/* Puts the parts of text over those of d. */
static void device_merge(Arena *a, Device *d, Str text) {
    while (text.len)
        device_put(a, d, next_part(&text));
}

/* Outer with the parts that inner gives put over it. */
static Name merged(Engine *e, Str outer, Str inner) {
    Device d = {0};
    Sink out = sink_memory(e->scratch);
    device_merge(e->scratch, &d, outer);
    device_merge(e->scratch, &d, inner);
    for (int i = 0; i < DEVICE_PARTS; i++) {
        if (d.part[i].len)
            sink_char(&out, '/');
        sink_put(&out, d.part[i]);
    }
    return name_of(e->names, sink_str(&out));
}

/* ---- is it a device at all? ---- */

static bool check_number(Engine *e, Str text) {
    size_t i = text.len > 1 && text.at[0] == '-';
    bool digits = text.len > 0;
    for (; i < text.len; i++)
        digits = digits && isdigit((unsigned char)text.at[i]);
    return digits || engine_fail(e, FAULT_VALUE, "invalid literal for int() with base 10: '%.*s'",
                                 STR_ARG(text));
}

static bool unknown_part(Engine *e, Str part, Str device) {
    ptrdiff_t colon = str_find(part, STR(":"), 0);
    Str word = colon < 0 ? part : str_sub(part, 0, (size_t)colon);
    return engine_fail(e, FAULT_VALUE, "Unknown attribute: '%.*s' in '%.*s'", STR_ARG(word),
                       STR_ARG(device));
}

static int count_colons(Str part) {
    int n = 0;
    for (size_t i = 0; i < part.len; i++)
        n += part.at[i] == ':';
    return n;
}

static bool check_part(Engine *e, Str part, Str device, bool *unit) {
    int colons = count_colons(part);
    ptrdiff_t last = -1;
    for (size_t i = 0; i < part.len; i++)
        last = part.at[i] == ':' ? (ptrdiff_t)i : last;
    Str value = str_sub(part, (size_t)(last + 1), part.len);
    if (colons == 1 && str_starts(part, STR("job:")))
        return true;
    if (colons == 1 && (str_starts(part, STR("replica:")) || str_starts(part, STR("task:"))))
        return check_number(e, value);
    if (!(colons < 2 && short_unit(part)) && !(colons == 2 && str_starts(part, STR("device:"))))
        return unknown_part(e, part, device);
    if (*unit)
        return engine_fail(e, FAULT_VALUE, "Cannot specify multiple device types: %.*s",
                           STR_ARG(device));
    *unit = true;
    return colons == 0 || str_is(value, "*") || check_number(e, value);
}

bool device_check(Engine *e, Str device) {
    Str rest = device;
    bool unit = false;
    while (rest.len) {
        Str part = next_part(&rest);
        if (part.len && !check_part(e, part, device, &unit))
            return false;
    }
    return true;
}

/* ---- tf.device ---- */

DevicePlace device_enter(Graph *g, Str device, bool clear) {
    DevicePlace saved = g->place;
    if (clear)
        g->place = (DevicePlace){name_of(g->engine->names, STR("")), NULL};
    else
        g->place.device = merged(g->engine, name_str(saved.device), device);
    return saved;
}

DevicePlace device_enter_function(Graph *g, Value function) {
    DevicePlace saved = g->place;
    DeviceFunction *f = ARENA_NEW(g->engine->arena, DeviceFunction);
    *f = (DeviceFunction){function, saved};
    g->place = (DevicePlace){name_of(g->engine->names, STR("")), f};
    return saved;
}

void device_leave(Graph *g, DevicePlace saved) {
    g->place = saved;
}

/* Asks the functions that are open about the node, innermost first. */
static bool ask_functions(Engine *e, Node *n, const DeviceFunction *f) {
    for (; f; f = f->outer.function) {
        if (!e->host.device(e, f->function, n, &n->record.device))
            return false;
        if (f->outer.device->len)
            n->record.device = merged(e, name_str(f->outer.device), name_str(n->record.device));
    }
    return true;
}

/* ---- colocate_with ---- */

ColocationFrame *colocate_enter(Graph *g, const Node *with, bool ignore_existing) {
    ColocationFrame *f = ARENA_NEW(g->engine->arena, ColocationFrame);
    *f = (ColocationFrame){g->colocation, g, with, ignore_existing, g->place};
    g->place = (DevicePlace){name_of(g->engine->names, STR("")), NULL};
    g->colocation = f;
    return f;
}

void colocate_leave(ColocationFrame *f) {
    f->graph->place = f->place;
    f->graph->colocation = f->outer;
}

const Name *node_groups(Engine *e, const Node *n, uint32_t *count) {
    *count = n->ngroups;
    if (n->ngroups)
        return n->groups;
    Name *own = ARENA_ARRAY(e->arena, 1, Name);
    *own = name_of(e->names, str_join2(e->scratch, STR("loc:@"), name_str(n->record.name)));
    *count = 1;
    return own;
}

static int group_order(const void *a, const void *b) {
    return str_cmp(name_str(*(const Name *)a), name_str(*(const Name *)b));
}

/* Adds the groups of `with` to those of n, sorted, each once. */
static void add_groups(Engine *e, Node *n, const Node *with) {
    uint32_t more;
    const Name *groups = node_groups(e, with, &more);
    if (!n->ngroups) {
        n->groups = groups;
        n->ngroups = more;
        return;
    }
    Name *all = ARENA_ARRAY(e->arena, n->ngroups + more, Name);
    uint32_t total = n->ngroups + more, count = 0;
    memcpy(all, n->groups, n->ngroups * sizeof *all);
    memcpy(all + n->ngroups, groups, more * sizeof *all);
    qsort(all, total, sizeof *all, group_order);
    for (uint32_t i = 0; i < total; i++) {
        if (!count || all[count - 1] != all[i])
            all[count++] = all[i];
    }
    n->groups = all;
    n->ngroups = count;
}

/* The outermost op that has a device decides, unless the node has one already. */
static void colocate(Engine *e, Node *n, const ColocationFrame *innermost) {
    Name device = n->record.device;
    const ColocationFrame *f = innermost;
    for (bool last = false; f && !last; last = f->alone, f = f->outer) {
        if (!f->with)
            continue;
        if (f->with->record.device->len && !device->len)
            n->record.device = f->with->record.device;
        add_groups(e, n, f->with);
    }
}

bool node_place(Engine *e, Node *n) {
    if (!ask_functions(e, n, n->graph->place.function))
        return false;
    if (n->graph->colocation)
        colocate(e, n, n->graph->colocation);
    return true;
}

void node_place_beside(Engine *e, Node *n, const Node *with) {
    if (!n->ngroups)
        add_groups(e, n, with);
}
