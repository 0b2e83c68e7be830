/* read_object.c: what Python objects looked like, and what names held. */
#include "trace/read_inner.h"

#include "base/text.h"

/* ---- objects: what they looked like ---- */

typedef struct Look {
    Moment from;
    Str text;
} Look;

typedef struct ReadObject {
    Object object; /* first */
    Log looks;     /* Look, in order */
    Object *parts; /* [nparts]: of their kind nothing is known but the id */
    uint32_t nparts;
} ReadObject;

static void show_read(Sink *out, const Object *o, Moment m, int depth) {
    const ReadObject *read = (const ReadObject *)o;
    size_t low = 0, high = read->looks.count;
    (void)depth;
    while (low < high) {
        size_t mid = low + (high - low) / 2;
        if (LOG_AT(&read->looks, Look, mid)->from <= m)
            low = mid + 1;
        else
            high = mid;
    }
    if (read->looks.count)
        sink_put(out, LOG_AT(&read->looks, Look, low ? low - 1 : 0)->text);
}

static void parts_read(const Object *o, Moment m, PartFn *fn, void *context) {
    const ReadObject *read = (const ReadObject *)o;
    (void)m;
    for (uint32_t i = 0; i < read->nparts; i++)
        fn(context, STR(""), value_object(&read->parts[i]));
}

static const TypeHead *type_called(Reader *r, Name name) {
    for (size_t i = 0; i < r->types.count; i++)
        if ((*LOG_AT(&r->types, TypeHead *, i))->name == name)
            return *LOG_AT(&r->types, TypeHead *, i);
    TypeHead *type = ARENA_NEW(r->arena, TypeHead);
    *type = (TypeHead){.name = name, .show = show_read, .parts = parts_read};
    *LOG_PUSH(&r->types, TypeHead *) = type;
    return type;
}

static bool read_looks(Reader *r, const Json *list, ReadObject *o) {
    Moment before = 0;
    for (const Json *e = list ? list->child : NULL; e; e = e->next->next) {
        Look look;
        if (!read_moment(r, e, &look.from) || !read_text(r, e->next, &look.text))
            return false;
        if (look.from < before)
            return read_fail(r, _("the moments are not in order"));
        before = look.from;
        *LOG_PUSH(&o->looks, Look) = look;
    }
    return true;
}

enum { ID_MOST = 1 << 24 };

static bool read_id(Reader *r, const Json *j, uint32_t *id) {
    if (!read_u32(r, j, ID_MOST, id))
        return false;
    r->highest = *id > r->highest ? *id : r->highest;
    return true;
}

static bool read_parts(Reader *r, const Json *list, const TypeHead *type, ReadObject *o) {
    o->parts = ARENA_ARRAY(r->arena, read_count(list), Object);
    for (const Json *e = list ? list->child : NULL; e; e = e->next, o->nparts++) {
        o->parts[o->nparts].type = type;
        if (!read_id(r, e, &o->parts[o->nparts].id))
            return false;
    }
    return true;
}

static bool read_object(Reader *r, const Json *j, ReadObject *o) {
    Name type;
    o->looks = log_make(r->arena, sizeof(Look));
    if (json_get(j, "id") && !read_id(r, json_get(j, "id"), &o->object.id))
        return false;
    if (!read_name(r, json_get(j, "type"), true, &type))
        return false;
    o->object.type = type_called(r, type);
    return read_parts(r, json_get(j, "parts"), o->object.type, o) &&
           read_looks(r, read_list_of(r, j, "texts"), o);
}

bool read_objects(Reader *r, const Json *top) {
    read_at(r, "objects", 0);
    const Json *list = read_list_of(r, top, "objects");
    size_t i = 0;
    r->nobjects = read_count(list);
    r->objects = ARENA_ARRAY(r->arena, r->nobjects, Object *);
    for (const Json *e = list ? list->child : NULL; e && read_at(r, "objects", i); e = e->next) {
        ReadObject *o = ARENA_NEW(r->arena, ReadObject);
        r->objects[i++] = &o->object;
        read_object(r, e, o);
    }
    return !r->failed;
}

/* ---- what names held ---- */

static bool read_long(Reader *r, Str text, int64_t *n) {
    uint64_t sum = 0;
    bool minus = text.len > 0 && text.at[0] == '-';
    for (size_t i = minus; i < text.len; i++) {
        if (text.at[i] < '0' || text.at[i] > '9' || i > 20)
            return read_fail(r, _("a whole number that can be right is missing"));
        sum = 10 * sum + (uint64_t)(text.at[i] - '0');
    }
    *n = (int64_t)(minus ? 0 - sum : sum);
    return true;
}

static bool read_kind(Reader *r, const Json *j, Value *v) {
    const Json *object = json_get(j, "object"), *real = json_get(j, "float");
    uint32_t index;
    *v = value_unbound();
    if (object) {
        if (!read_u32(r, object, (double)r->nobjects - 1, &index))
            return false;
        *v = value_object(r->objects[index]);
        return true;
    }
    if (real) {
        v->kind = VALUE_FLOAT;
        return read_hex(r, real, &v->as.real, sizeof v->as.real);
    }
    if (json_get(j, "int")) {
        v->kind = VALUE_INT;
        return read_long(r, json_get_str(j, "int", STR("x")), &v->as.integer);
    }
    return str_is(json_get_str(j, "is", STR("")), "unbound") ||
           read_fail(r, _("a value is missing"));
}

static bool read_value(Reader *r, const Json *j, Value *v) {
    const double most = 9007199254740992.0; /* 2^53 */
    switch (j->kind) {
    case JSON_NULL: *v = value_none(); return true;
    case JSON_BOOL: *v = value_bool(j->boolean); return true;
    case JSON_NUMBER: *v = value_int(0); return read_whole(r, j, -most, most, &v->as.integer);
    case JSON_OBJECT: return read_kind(r, j, v);
    case JSON_STRING:
    case JSON_ARRAY: return read_fail(r, _("a value is missing"));
    }
    return false;
}

/* The last value is the newest, those before it are the past. */
static bool read_cell(Reader *r, const Json *list, Cell *c) {
    if (list->kind != JSON_ARRAY || read_count(list) % 2)
        return read_fail(r, _("a list is missing"));
    for (const Json *e = list->child; e; e = e->next->next) {
        Moment since;
        Value v;
        if (!read_moment(r, e, &since) || !read_value(r, e->next, &v))
            return false;
        if (e != list->child && since <= c->since)
            return read_fail(r, _("the moments are not in order"));
        if (e != list->child && !c->past) {
            c->past = ARENA_NEW(r->arena, Log);
            *c->past = log_make(r->arena, sizeof(Past));
        }
        if (c->past)
            *LOG_PUSH(c->past, Past) = (Past){c->as, c->kind, c->since};
        *c = (Cell){v.as, v.kind, since, c->past};
    }
    return true;
}

bool read_cells(Reader *r, const Json *j, TraceFrame *f) {
    const Json *names = read_list_of(r, j, "names"), *cells = read_list_of(r, j, "cells");
    uint32_t n = (uint32_t)read_count(names), i = 0;
    if (!names || !cells || read_count(cells) != n)
        return read_fail(r, _("a list is missing"));
    Name *at = ARENA_ARRAY(r->arena, n, Name);
    f->ncells = n;
    f->names = at;
    f->cells = ARENA_ARRAY(r->arena, n, Cell);
    for (const Json *e = names->child, *c = cells->child; e; e = e->next, c = c->next, i++)
        if (!read_name(r, e, true, &at[i]) || !read_cell(r, c, &f->cells[i]))
            return false;
    return true;
}
