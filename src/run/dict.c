/* dict.c: dict. A change writes its cells and records one CHANGE. */
#include <string.h>

#include "run/install.h"
#include "run/kinds.h"
#include "run/machine.h"

#define SHOWN_ITEMS 20
#define SHOWN_PARTS 1000

static DictObject *dict_of(Value v) {
    return (DictObject *)v.as.object;
}

/* ---- filling ---- */

/* One pair of dict([(key, value), …]). */
static bool put_pair(Run *run, DictObject *d, Value pair, uint32_t number) {
    Value *items;
    uint32_t n;
    if (!is_iterable(run, pair)) {
        return raise_type_error(
            run, "cannot convert dictionary update sequence element #%u to a sequence", number);
    }
    if (!value_items(run, pair, &items, &n)) {
        return false;
    }
    if (n != 2) {
        return raise_value_error(
            run, "dictionary update sequence element #%u has length %u; 2 is required", number, n);
    }
    return table_put(run, d, items[0], items[1]);
}

static bool put_pairs(Run *run, DictObject *d, Value pairs) {
    Value iterator, pair;
    if (!value_iter(run, pairs, &iterator)) {
        return false;
    }
    for (uint32_t i = 0;; i++) {
        bool done;
        if (!value_next(run, iterator, &pair, &done)) {
            return false;
        }
        if (done) {
            return true;
        }
        if (!put_pair(run, d, pair, i)) {
            return false;
        }
    }
}

/* What has keys() is a mapping. */
static bool put_mapping(Run *run, DictObject *d, Value other, Value keys_method) {
    Value keys, *items, v;
    uint32_t n;
    if (!value_call_n(run, keys_method, 0, NULL, &keys) || !value_items(run, keys, &items, &n)) {
        return false;
    }
    for (uint32_t i = 0; i < n; i++) {
        if (!value_get_item(run, other, items[i], &v) || !table_put(run, d, items[i], v)) {
            return false;
        }
    }
    return true;
}

bool dict_update(Run *run, DictObject *d, Value other) {
    Value keys;
    bool found;
    if (is_dict(run, other)) {
        const DictObject *from = dict_of(other);
        uint32_t at = 0;
        for (const DictEntry *e; from != d && (e = table_next(from, &at));) {
            if (!table_put(run, d, e->key, cell_get(&e->value))) {
                return false;
            }
        }
        return true;
    }
    if (!value_find_attr(run, other, run->machine->name.keys, &found, &keys)) {
        return false;
    }
    return found ? put_mapping(run, d, other, keys) : put_pairs(run, d, other);
}

/* dict(…) and update(…): at most one positional argument, then keywords. */
static bool fill(Run *run, DictObject *d, const char *function, const Args *args) {
    if (args->npositional > 1) {
        return raise_type_error(run, "%s expected at most 1 argument, got %u", function,
                                args->npositional);
    }
    if (args->npositional && !dict_update(run, d, args->at[0])) {
        return false;
    }
    for (uint32_t k = 0; k < args->nkeywords; k++) {
        Value key = str_of_name(run, args->names[k]);
        if (!table_put(run, d, key, args->at[args->npositional + k])) {
            return false;
        }
    }
    return true;
}

static bool dict_new(Run *run, const Type *type, const Args *args, Value *result) {
    DictObject *d = table_make(run, type);
    d->missing = value_unbound();
    *result = value_object(d);
    return fill(run, d, "dict", args);
}

/* ---- items ---- */

bool dict_missing(Run *run, Value self, Value key, bool *found, Value *result) {
    DictObject *d = dict_of(self);
    Value method;
    *found = false;
    if (given(d->missing)) {
        *found = true;
        if (!value_call_n(run, d->missing, 0, NULL, result) || !table_put(run, d, key, *result)) {
            return false;
        }
        record_change(run, &d->object);
        return true;
    }
    if (is_exactly(self, run->type.dict)) {
        return true;
    }
    if (!special_find(run, self, run->machine->name.missing, found, &method)) {
        return false;
    }
    return !*found || value_call_n(run, method, 1, &key, result);
}

static bool dict_get_item(Run *run, Value self, Value key, Value *result) {
    bool found;
    if (!dict_get(run, self, key, &found, result)) {
        return false;
    }
    if (found) {
        return true;
    }
    if (!dict_missing(run, self, key, &found, result)) {
        return false;
    }
    return found || raise_key_error(run, key);
}

static bool dict_set_item(Run *run, Value self, Value key, Value v) {
    DictObject *d = dict_of(self);
    Value old;
    if (is_unbound(v)) {
        if (!table_remove(run, d, key, &old)) {
            return false;
        }
        if (is_unbound(old)) {
            return raise_key_error(run, key);
        }
    } else if (!table_put(run, d, key, v)) {
        return false;
    }
    record_change(run, &d->object);
    return true;
}

/* ---- the other slots ---- */

static bool put_entry(Run *run, Sink *out, const DictEntry *e) {
    Value key = e->key, v = cell_get(&e->value);
    if (!repr_items(run, out, 1, &key)) {
        return false;
    }
    sink_z(out, ": ");
    return repr_items(run, out, 1, &v);
}

static bool dict_repr(Run *run, Value self, Value *result) {
    DictObject *d = dict_of(self);
    ReprFrame frame;
    if (!repr_enter(run, &frame, &d->object)) {
        *result = str_share(run, STR("{...}"));
        return true;
    }
    Sink out = sink_memory(run->arena);
    sink_char(&out, '{');
    bool good = true, some = false;
    uint32_t at = d->first;
    for (const DictEntry *e; good && (e = table_next(d, &at)); some = true) {
        sink_z(&out, some ? ", " : "");
        good = put_entry(run, &out, e);
    }
    sink_char(&out, '}');
    repr_leave(run, &frame);
    if (good) {
        *result = str_share(run, sink_str(&out));
    }
    return good;
}

static bool dict_truth(Run *run, Value self, bool *result) {
    (void)run;
    *result = dict_of(self)->live > 0;
    return true;
}

static bool dict_length(Run *run, Value self, int64_t *result) {
    (void)run;
    *result = dict_of(self)->live;
    return true;
}

static bool dict_hash(Run *run, Value self, int64_t *result) {
    (void)result;
    return raise_type_error(run, "unhashable type: '%.*s'", STR_ARG(type_name(run, self)));
}

static bool dict_contains(Run *run, Value self, Value key, bool *result) {
    Value v;
    return dict_get(run, self, key, result, &v);
}

static bool dict_iter(Run *run, Value self, Value *result) {
    Value view = view_make(run, run->type.dict_keys, dict_of(self));
    return value_iter(run, view, result);
}

static bool equal_dicts(Run *run, DictObject *a, DictObject *b, bool *equal) {
    *equal = a->live == b->live;
    uint32_t at = a->first;
    for (const DictEntry *e; *equal && (e = table_next(a, &at));) {
        uint32_t other;
        Value v = cell_get(&e->value);
        if (!table_find(run, b, e->key, e->hash, &other)) {
            return false;
        }
        *equal = other != UINT32_MAX;
        if (*equal && !item_equal(run, v, cell_get(&b->entries[other].value), equal)) {
            return false;
        }
    }
    return true;
}

static bool dict_compare(Run *run, CompareOperator op, Value self, Value other, Value *result) {
    bool equality = op == COMPARE_OPERATOR_EQUAL || op == COMPARE_OPERATOR_NOT_EQUAL, equal;
    *result = run->not_implemented;
    if (!equality || !is_dict(run, other)) {
        return true;
    }
    if (!equal_dicts(run, dict_of(self), dict_of(other), &equal)) {
        return false;
    }
    *result = value_bool(equal == (op == COMPARE_OPERATOR_EQUAL));
    return true;
}

static bool dict_binary(Run *run, BinaryOperator op, Value self, Value other, bool reflected,
                        Value *result) {
    *result = run->not_implemented;
    if (op != BINARY_OPERATOR_OR || reflected || !is_dict(run, other) || run->trace->python == 2) {
        return true;
    }
    DictObject *d = table_make(run, run->type.dict);
    table_copy(run, d, dict_of(self));
    *result = value_object(d);
    return dict_update(run, d, other);
}

static bool dict_inplace(Run *run, BinaryOperator op, Value self, Value other, Value *result) {
    *result = run->not_implemented;
    if (op != BINARY_OPERATOR_OR || run->trace->python == 2) {
        return true;
    }
    *result = self;
    if (!dict_update(run, dict_of(self), other)) {
        return false;
    }
    record_change(run, self.as.object);
    return true;
}

/* ---- methods ---- */

/* update and __init__ take *args and **kwargs: a tuple and a dict. */
static bool update_from(Run *run, const char *function, const Value *args) {
    DictObject *d = dict_of(args[0]);
    uint32_t n = sequence_count(args[1]);
    if (n > 1) {
        return raise_type_error(run, "%s expected at most 1 argument, got %u", function, n);
    }
    if ((n && !dict_update(run, d, sequence_item(args[1], 0))) || !dict_update(run, d, args[2])) {
        return false;
    }
    record_change(run, &d->object);
    return true;
}

static bool method_init(Run *run, const Value *args, Value *result) {
    *result = value_none();
    bool none = !sequence_count(args[1]) && !dict_of(args[2])->live;
    return none || update_from(run, "dict", args);
}

static bool method_update(Run *run, const Value *args, Value *result) {
    *result = value_none();
    return update_from(run, "update", args);
}

static bool method_get(Run *run, const Value *args, Value *result) {
    bool found;
    if (!dict_get(run, args[0], args[1], &found, result)) {
        return false;
    }
    *result = found ? *result : args[2];
    return true;
}

static bool method_setdefault(Run *run, const Value *args, Value *result) {
    bool found;
    if (!dict_get(run, args[0], args[1], &found, result)) {
        return false;
    }
    if (found) {
        return true;
    }
    *result = args[2];
    return dict_set_item(run, args[0], args[1], args[2]);
}

static bool method_pop(Run *run, const Value *args, Value *result) {
    *result = value_unbound(); /* an empty dict does not ask for the key's hash */
    if (dict_of(args[0])->live && !table_remove(run, dict_of(args[0]), args[1], result)) {
        return false;
    }
    if (!is_unbound(*result)) {
        record_change(run, args[0].as.object);
        return true;
    }
    *result = args[2];
    return !is_unbound(args[2]) || raise_key_error(run, args[1]);
}

static bool method_popitem(Run *run, const Value *args, Value *result) {
    DictObject *d = dict_of(args[0]);
    if (!d->live) {
        return raise_key_error(run, str_make(run, STR("popitem(): dictionary is empty")));
    }
    uint32_t at = d->last - 1;
    Value pair[2] = {d->entries[at].key, cell_get(&d->entries[at].value)};
    table_remove_at(run, d, at);
    record_change(run, &d->object);
    *result = tuple_make(run, 2, pair);
    return true;
}

static bool method_clear(Run *run, const Value *args, Value *result) {
    table_clear(run, dict_of(args[0]));
    record_change(run, args[0].as.object);
    *result = value_none();
    return true;
}

static bool method_copy(Run *run, const Value *args, Value *result) {
    DictObject *d = table_make(run, run->type.dict);
    table_copy(run, d, dict_of(args[0]));
    *result = value_object(d);
    return true;
}

static bool method_fromkeys(Run *run, const Value *args, Value *result) {
    Value *keys;
    uint32_t n;
    bool plain = as_type(args[0]) == run->type.dict;
    if (!value_items(run, args[1], &keys, &n)) {
        return false;
    }
    *result = dict_make(run);
    if (!plain && !value_call_n(run, args[0], 0, NULL, result)) {
        return false;
    }
    for (uint32_t i = 0; i < n; i++) {
        if (!(plain ? dict_set(run, *result, keys[i], args[2])
                    : value_set_item(run, *result, keys[i], args[2]))) {
            return false;
        }
    }
    return true;
}

static bool view(Run *run, const Value *args, const Type *type, Value *result) {
    *result = view_make(run, type, dict_of(args[0]));
    if (run->trace->python != 2) {
        return true;
    }
    Value *items;
    uint32_t n;
    if (!value_items(run, *result, &items, &n)) {
        return false;
    }
    *result = list_make(run, n, items);
    return true;
}

static bool method_keys(Run *run, const Value *args, Value *result) {
    return view(run, args, run->type.dict_keys, result);
}

static bool method_values(Run *run, const Value *args, Value *result) {
    return view(run, args, run->type.dict_values, result);
}

static bool method_items(Run *run, const Value *args, Value *result) {
    return view(run, args, run->type.dict_items, result);
}

static const NativeSpec methods[] = {
    {.name = "__init__", .signature = "self, /, *args, **kwargs", .fn = method_init},
    {.name = "get", .signature = "self, key, default=None, /", .fn = method_get},
    {.name = "setdefault", .signature = "self, key, default=None, /", .fn = method_setdefault},
    {.name = "pop", .signature = "self, key, default=?, /", .fn = method_pop},
    {.name = "popitem", .signature = "self, /", .fn = method_popitem},
    {.name = "update", .signature = "self, /, *args, **kwargs", .fn = method_update},
    {.name = "clear", .signature = "self, /", .fn = method_clear},
    {.name = "copy", .signature = "self, /", .fn = method_copy},
    {.name = "keys", .signature = "self, /", .fn = method_keys},
    {.name = "values", .signature = "self, /", .fn = method_values},
    {.name = "items", .signature = "self, /", .fn = method_items},
    {.name = NULL},
};

static const NativeSpec fromkeys = {
    .name = "fromkeys", .signature = "type, iterable, value=None, /", .fn = method_fromkeys};

/* ---- what readers of a trace see ---- */

static void dict_show(Sink *out, const Object *o, Moment m, int depth) {
    const DictObject *d = (const DictObject *)o;
    sink_char(out, '{');
    int shown = 0;
    for (uint32_t i = 0; i < d->nentries; i++) {
        Value v = cell_at(&d->entries[i].value, m);
        if (is_unbound(v)) {
            continue;
        }
        sink_z(out, shown ? ", " : "");
        if (shown++ == SHOWN_ITEMS || depth <= 0) {
            sink_z(out, "...");
            break;
        }
        show_item(out, d->entries[i].key, m, depth - 1);
        sink_z(out, ": ");
        show_item(out, v, m, depth - 1);
    }
    sink_char(out, '}');
}

/* "['key']" in a buffer; what does not fit is dropped. */
typedef struct Label {
    char text[64];
} Label;

static bool write_label(Sink *s, const char *at, size_t len) {
    Label *label = s->target;
    size_t room = s->len < sizeof label->text ? sizeof label->text - s->len : 0;
    memcpy(label->text + (room ? s->len : 0), at, len < room ? len : room);
    return true;
}

static Str label_of(Label *label, Value key, Moment m) {
    Sink out = {.write = write_label, .target = label};
    sink_char(&out, '[');
    show_item(&out, key, m, 1);
    sink_char(&out, ']');
    if (out.len <= sizeof label->text) {
        return (Str){label->text, out.len};
    }
    size_t len = sizeof label->text - 4;
    while (len > 0 && ((unsigned char)label->text[len] & 0xc0) == 0x80) {
        len--;
    }
    memcpy(label->text + len, "...]", 4);
    return (Str){label->text, len + 4};
}

static void dict_parts(const Object *o, Moment m, PartFn *fn, void *context) {
    const DictObject *d = (const DictObject *)o;
    int n = 0;
    for (uint32_t i = 0; i < d->nentries && n < SHOWN_PARTS; i++) {
        Value v = cell_at(&d->entries[i].value, m);
        if (!is_unbound(v)) {
            Label label;
            fn(context, label_of(&label, d->entries[i].key, m), v);
            n++;
        }
    }
    attribute_parts(o, m, fn, context);
}

void install_dict(Run *run) {
    Type *t = run->type.dict;
    t->size = sizeof(DictObject);
    t->make = dict_new;
    t->repr = dict_repr;
    t->truth = dict_truth;
    t->length = dict_length;
    t->hash = dict_hash;
    t->get_item = dict_get_item;
    t->set_item = dict_set_item;
    t->contains = dict_contains;
    t->iter = dict_iter;
    t->binary = dict_binary;
    t->inplace = dict_inplace;
    t->compare = dict_compare;
    t->head.show = dict_show;
    t->head.parts = dict_parts;
    type_add_methods(run, t, methods);
    Value make = native_make(run, &fromkeys, value_unbound());
    ((NativeObject *)make.as.object)->owner = run->type.type;
    members_set(run, &t->members, NULL, name_z(run->names, "fromkeys"),
                classmethod_make(run, make));
}

void install_tables(Run *run) {
    install_dict(run);
    install_views(run);
    install_set(run);
}
