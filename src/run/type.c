/* type.c: types: how they are made, their mro, and attributes by mro. */
#include <string.h>

#include "run/machine.h"

/* ---- making ---- */

void type_become(Type *t, const Type *base) {
    t->base = base;
    if (base) {
        t->head.show = base->head.show;
        t->head.parts = base->head.parts;
        t->size = base->size;
        t->attributes = base->attributes;
    }
}

/* The mro of a type with a single base. */
static void mro_single(Arena *a, Type *t) {
    uint32_t n = t->base ? t->base->nmro : 0;
    t->mro = ARENA_ARRAY(a, n + 1, const Type *);
    t->mro[0] = t;
    if (n) {
        memcpy(t->mro + 1, t->base->mro, n * sizeof *t->mro);
    }
    t->nmro = n + 1;
}

static void name_type(Run *run, Type *t, Name name, Name module) {
    t->head.object.type = (const TypeHead *)run->type.type;
    t->head.object.born = trace_now(run->trace);
    t->head.name = name;
    t->module = module;
}

Type *type_new(Run *run, Name name, const Type *base, Name module) {
    Type *t = ARENA_NEW(run->arena, Type);
    name_type(run, t, name, module);
    t->head.show = object_show;
    type_become(t, base);
    mro_single(run->arena, t);
    return t;
}

void type_settle_self(Type *self, const Type *t) {
    const Type **mro = t->mro;
    *self = *t;
    self->mro = mro;
    mro[0] = self;
}

Type *type_make(Run *run, const char *name, const Type *base, const char *module) {
    return type_new(run, name_z(run->names, name), base ? base : run->type.object,
                    name_z(run->names, module));
}

void type_add_methods(Run *run, Type *type, const NativeSpec *methods) {
    for (; methods->name; methods++) {
        Value v = native_make(run, methods, value_unbound());
        ((NativeObject *)v.as.object)->owner = type;
        members_set(run, &type->members, NULL, name_z(run->names, methods->name), v);
    }
}

/* ---- C3 ---- */

/* One list that is merged: types from `at` on are still to come. */
typedef struct Line {
    const Type *const *types;
    uint32_t n, at;
} Line;

static bool in_tail(const Line *line, const Type *t) {
    for (uint32_t i = line->at + 1; i < line->n; i++) {
        if (line->types[i] == t) {
            return true;
        }
    }
    return false;
}

/* Does t stand in the tail of one of the lines? Hundreds of bases count as work. */
static bool find_tail(Run *run, const Line *lines, uint32_t n, const Type *t, bool *found) {
    *found = false;
    for (uint32_t k = 0; k < n && !*found; k++) {
        if (k % 64 == 63 && !run_work(run)) {
            return false;
        }
        *found = lines[k].at < lines[k].n && in_tail(&lines[k], t);
    }
    return true;
}

/* The first head that stands in no tail; NULL when there is none. */
static bool next_head(Run *run, const Line *lines, uint32_t n, const Type **head) {
    for (uint32_t i = 0; i < n; i++) {
        bool blocked = false;
        *head = lines[i].at < lines[i].n ? lines[i].types[lines[i].at] : NULL;
        if (*head && !find_tail(run, lines, n, *head, &blocked)) {
            return false;
        }
        if (*head && !blocked) {
            return true;
        }
    }
    *head = NULL;
    return true;
}

static bool lines_done(const Line *lines, uint32_t n) {
    for (uint32_t i = 0; i < n; i++) {
        if (lines[i].at < lines[i].n) {
            return false;
        }
    }
    return true;
}

static void drop_head(Line *lines, uint32_t n, const Type *head) {
    for (uint32_t i = 0; i < n; i++) {
        if (lines[i].at < lines[i].n && lines[i].types[lines[i].at] == head) {
            lines[i].at++;
        }
    }
}

/* The heads that are left are named, each once. */
static bool mro_conflict(Run *run, const Line *lines, uint32_t n) {
    Sink names = sink_memory(run->scratch);
    const char *comma = "";
    for (uint32_t i = 0; i < n; i++) {
        bool named = lines[i].at == lines[i].n;
        for (uint32_t k = 0; k < i && !named; k++) {
            named = lines[k].at < lines[k].n &&
                    lines[k].types[lines[k].at] == lines[i].types[lines[i].at];
        }
        if (!named) {
            sink_printf(&names, "%s%s", comma, lines[i].types[lines[i].at]->head.name->text);
            comma = ", ";
        }
    }
    return raise_type_error(run,
                            "Cannot create a consistent method resolution\norder (MRO) for bases "
                            "%.*s",
                            STR_ARG(sink_str(&names)));
}

/* The merge of the bases' mros and of the list of bases itself. */
static bool mro_merge(Run *run, Type *t, Line *lines, uint32_t nbases) {
    while (!lines_done(lines, nbases + 1)) {
        const Type *head;
        if (!next_head(run, lines, nbases + 1, &head)) {
            return false;
        }
        if (!head) {
            return mro_conflict(run, lines, nbases + 1);
        }
        t->mro[t->nmro++] = head;
        drop_head(lines, nbases + 1, head);
    }
    return true;
}

bool mro_compute(Run *run, Type *t, uint32_t nbases, const Value *bases) {
    Line *lines = ARENA_ARRAY(run->scratch, nbases + 1, Line);
    const Type **own = ARENA_ARRAY(run->scratch, nbases, const Type *);
    uint32_t most = 1;
    for (uint32_t i = 0; i < nbases; i++) {
        own[i] = as_type(bases[i]);
        lines[i] = (Line){own[i]->mro, own[i]->nmro, 0};
        most += own[i]->nmro;
    }
    lines[nbases] = (Line){own, nbases, 0};
    t->mro = ARENA_ARRAY(run->arena, most, const Type *);
    t->mro[0] = t;
    t->nmro = 1;
    if (nbases == 1) {
        memcpy(t->mro + 1, own[0]->mro, own[0]->nmro * sizeof *t->mro);
        t->nmro += own[0]->nmro;
        return true;
    }
    return mro_merge(run, t, lines, nbases);
}

/* ---- asking ---- */

const Type *type_of(const Run *run, Value v) {
    switch (v.kind) {
    case VALUE_UNBOUND:
    case VALUE_NONE: return run->type.none;
    case VALUE_BOOL: return run->type.boolean;
    case VALUE_INT: return run->type.integer;
    case VALUE_FLOAT: return run->type.real;
    case VALUE_OBJECT: return object_type(v.as.object);
    }
    return run->type.object;
}

Str type_short_name(const Run *run, Value v) {
    return name_str(type_of(run, v)->head.name);
}

/* Errors name the module of a type that CPython or numpy wrote in C. */
static bool is_told_with_module(const Type *t) {
    static const char *const modules[] = {"collections", "datetime", "functools",
                                          "itertools",   "numpy",    "re"};
    for (size_t i = 0; !t->heap && t->module && i < sizeof modules / sizeof *modules; i++) {
        if (str_is(name_str(t->module), modules[i])) {
            return !str_is(name_str(t->head.name), "Counter") &&
                   !str_is(name_str(t->head.name), "vectorize");
        }
    }
    return false;
}

Str type_name(const Run *run, Value v) {
    const Type *t = type_of(run, v);
    return is_told_with_module(t)
               ? str_printf(run->arena, "%s.%s", t->module->text, t->head.name->text)
               : name_str(t->head.name);
}

Str argument_name(const Run *run, Value v) {
    return is_none(v) ? STR("None") : type_name(run, v);
}

bool is_subtype(const Type *t, const Type *base) {
    if (t == base) {
        return true;
    }
    for (uint32_t i = 1; i < t->nmro; i++) {
        if (t->mro[i] == base) {
            return true;
        }
    }
    return false;
}

bool is_instance(const Run *run, Value v, const Type *type) {
    return is_subtype(type_of(run, v), type);
}

bool is_type(const Run *run, Value v) {
    return v.kind == VALUE_OBJECT && is_subtype(object_type(v.as.object), run->type.type);
}

bool is_callable(const Run *run, Value v) {
    return TYPE_WITH(type_of(run, v), call) != NULL;
}

bool value_same(Value a, Value b) {
    if (a.kind != b.kind) {
        return false;
    }
    switch (a.kind) {
    case VALUE_UNBOUND:
    case VALUE_NONE: return true;
    case VALUE_BOOL: return a.as.boolean == b.as.boolean;
    case VALUE_INT: return a.as.integer == b.as.integer;
    case VALUE_FLOAT: return memcmp(&a.as.real, &b.as.real, sizeof a.as.real) == 0;
    case VALUE_OBJECT: return a.as.object == b.as.object;
    }
    return false;
}

bool is_special(Name name) {
    const char *s = name->text;
    uint32_t n = name->len;
    return n > 4 && s[0] == '_' && s[1] == '_' && s[n - 1] == '_' && s[n - 2] == '_';
}

/* ---- attributes by mro ---- */

/* What t itself has; a native type's slots count as methods. */
static Value own_attribute(Run *run, const Type *t, Name name) {
    Value v = members_get(&t->members, name);
    bool slot = is_unbound(v) && !t->heap && name->text[0] != '\0';
    return slot ? wrapper_find(run, (Type *)(uintptr_t)t, name) : v;
}

static Value lookup_from(Run *run, const Type *t, uint32_t from, Name name) {
    for (uint32_t i = from; i < t->nmro; i++) {
        Value v = own_attribute(run, t->mro[i], name);
        if (!is_unbound(v)) {
            return v;
        }
    }
    return value_unbound();
}

Value type_lookup(Run *run, const Type *t, Name name) {
    return lookup_from(run, t, 0, name);
}

Value type_lookup_after(Run *run, const Type *t, const Type *after, Name name) {
    uint32_t from = 0;
    while (from < t->nmro && t->mro[from] != after) {
        from++;
    }
    return lookup_from(run, t, from + 1, name);
}
