/* module_namedtuple.c: collections.namedtuple. Each call makes a type of its own, a tuple whose
 * items have names. */
#include <string.h>

#include "base/utf8.h"
#include "run/machine.h"
#include "run/standard.h"

/* ---- the fields of a type ---- */

static Value fields_of(Run *run, const Type *t) {
    return type_lookup(run, t, name_z(run->names, "_fields"));
}

static Value defaults_of(Run *run, const Type *t) {
    return type_lookup(run, t, name_z(run->names, "_defaults"));
}

static uint32_t field_index(Value fields, Str name) {
    uint32_t i = 0;
    while (i < sequence_count(fields) && !str_eq(str_text(sequence_item(fields, i)), name)) {
        i++;
    }
    return i;
}

/* ---- making instances ---- */

static Value make_instance(Run *run, const Type *type, uint32_t n, const Value *items) {
    TupleObject *o = object_make(run, type, sizeof *o);
    o->count = n;
    o->items = n ? arena_copy(run->arena, items, n * sizeof *items) : NULL;
    return value_object(o);
}

static bool missing_fields(Run *run, const Type *type, Value fields, const Value *items) {
    uint32_t missing = 0, seen = 0;
    for (uint32_t i = 0; i < sequence_count(fields); i++) {
        missing += is_unbound(items[i]);
    }
    if (!missing) {
        return true;
    }
    Sink names = sink_memory(run->scratch);
    for (uint32_t i = 0; i < sequence_count(fields); i++) {
        if (is_unbound(items[i])) {
            seen++;
            const char *before = seen == 1        ? ""
                                 : seen < missing ? ", "
                                 : missing == 2   ? " and "
                                                  : ", and ";
            sink_printf(&names, "%s'%.*s'", before, STR_ARG(str_text(sequence_item(fields, i))));
        }
    }
    return raise_type_error(run, "%s.__new__() missing %u required positional argument%s: %.*s",
                            type->head.name->text, missing, missing > 1 ? "s" : "",
                            STR_ARG(sink_str(&names)));
}

static bool take_keyword(Run *run, const Type *type, Value fields, Name name, Value v,
                         Value *items) {
    uint32_t i = field_index(fields, name_str(name));
    if (i == sequence_count(fields)) {
        return raise_type_error(run, "%s.__new__() got an unexpected keyword argument '%s'",
                                type->head.name->text, name->text);
    }
    if (!is_unbound(items[i])) {
        return raise_type_error(run, "%s.__new__() got multiple values for argument '%s'",
                                type->head.name->text, name->text);
    }
    items[i] = v;
    return true;
}

static bool named_make(Run *run, const Type *type, const Args *args, Value *result) {
    Value fields = fields_of(run, type), defaults = defaults_of(run, type);
    uint32_t n = sequence_count(fields), ndefaults = sequence_count(defaults);
    Value *items = ARENA_ARRAY(run->scratch, n + 1, Value);
    if (args->npositional > n) {
        return raise_type_error(run,
                                "%s.__new__() takes %u positional argument%s but %u were given",
                                type->head.name->text, n + 1, n ? "s" : "", args->npositional + 1);
    }
    for (uint32_t i = 0; i < args->npositional; i++) {
        items[i] = args->at[i];
    }
    for (uint32_t k = 0; k < args->nkeywords; k++) {
        if (!take_keyword(run, type, fields, args->names[k], args->at[args->npositional + k],
                          items)) {
            return false;
        }
    }
    for (uint32_t i = n - ndefaults; i < n; i++) {
        items[i] = is_unbound(items[i]) ? sequence_item(defaults, i - (n - ndefaults)) : items[i];
    }
    if (!missing_fields(run, type, fields, items)) {
        return false;
    }
    *result = make_instance(run, type, n, items);
    return true;
}

/* ---- slots and methods ---- */

static bool named_get_attr(Run *run, Value self, Name name, bool *found, Value *result) {
    Value fields = fields_of(run, type_of(run, self));
    uint32_t i = field_index(fields, name_str(name));
    if (i < sequence_count(fields) && i < sequence_count(self)) {
        *found = true;
        *result = sequence_item(self, i);
    }
    return true;
}

static bool named_set_attr(Run *run, Value self, Name name, Value v) {
    Value fields = fields_of(run, type_of(run, self));
    if (field_index(fields, name_str(name)) < sequence_count(fields)) {
        return raise_attribute_error(run, "can't set attribute");
    }
    return generic_set_attr(run, self, name, v);
}

static bool named_repr(Run *run, Value self, Value *result) {
    const Type *t = type_of(run, self);
    Value fields = fields_of(run, t);
    Sink out = sink_memory(run->arena);
    sink_printf(&out, "%s(", t->head.name->text);
    for (uint32_t i = 0; i < sequence_count(fields); i++) {
        Value v = sequence_item(self, i);
        sink_printf(&out, "%s%.*s=", i ? ", " : "", STR_ARG(str_text(sequence_item(fields, i))));
        if (!repr_items(run, &out, 1, &v)) {
            return false;
        }
    }
    sink_char(&out, ')');
    *result = str_share(run, sink_str(&out));
    return true;
}

static bool named_asdict(Run *run, const Value *args, Value *result) {
    Value fields = fields_of(run, type_of(run, args[0]));
    bool two = run->trace->python == 2;
    *result = value_object(table_make(run, two ? run->standard->ordered_dict : run->type.dict));
    for (uint32_t i = 0; i < sequence_count(fields); i++) {
        if (!dict_set(run, *result, sequence_item(fields, i), sequence_item(args[0], i))) {
            return false;
        }
    }
    return true;
}

/* args: self, **fields */
static bool named_replace(Run *run, const Value *args, Value *result) {
    const Type *t = type_of(run, args[0]);
    Value fields = fields_of(run, t), unknown = list_make(run, 0, NULL);
    uint32_t n = sequence_count(fields), at = 0;
    Value *items = ARENA_ARRAY(run->scratch, n + 1, Value);
    sequence_copy(args[0], items);
    for (DictEntry *e; (e = table_next((DictObject *)args[1].as.object, &at));) {
        uint32_t i = field_index(fields, str_text(e->key));
        if (i == n) {
            list_append(run, unknown, e->key);
        } else {
            items[i] = cell_get(&e->value);
        }
    }
    Str text;
    if (sequence_count(unknown)) {
        return value_repr(run, unknown, &text) &&
               raise_value_error(run, "Got unexpected field names: %.*s", STR_ARG(text));
    }
    *result = make_instance(run, t, n, items);
    return true;
}

/* Bound to the class: Point._make([1, 2]). */
static bool named_from(Run *run, const Value *args, Value *result) {
    const Type *t = (const Type *)args[0].as.object;
    Value *items;
    uint32_t n, wanted = sequence_count(fields_of(run, t));
    if (!value_items(run, args[1], &items, &n)) {
        return false;
    }
    if (n != wanted) {
        return raise_type_error(run, "Expected %u arguments, got %u", wanted, n);
    }
    *result = make_instance(run, t, n, items);
    return true;
}

static const NativeSpec methods[] = {
    {.name = "_asdict", .signature = "self, /", .fn = named_asdict},
    {.name = "_replace", .signature = "self, /, **kwds", .fn = named_replace},
    {0},
};

static const NativeSpec from_spec = {
    .name = "_make", .signature = "cls, iterable, /", .fn = named_from};

/* ---- making types ---- */

/* "x y" or "x, y" or a sequence of names. */
static bool split_fields(Run *run, Value v, Value *fields) {
    Value *items;
    uint32_t n;
    *fields = list_make(run, 0, NULL);
    if (!is_str(run, v)) {
        if (!value_items(run, v, &items, &n)) {
            return false;
        }
        for (uint32_t i = 0; i < n; i++) {
            Str text;
            if (!value_str(run, items[i], &text)) {
                return false;
            }
            list_append(run, *fields, str_make(run, text));
        }
        return true;
    }
    Str text = str_text(v);
    for (size_t i = 0; i < text.len;) {
        size_t from = i;
        while (i < text.len && !strchr(" ,\t\n", text.at[i])) {
            i++;
        }
        if (i > from) {
            list_append(run, *fields, str_make(run, str_sub(text, from, i)));
        }
        i++;
    }
    return true;
}

static bool is_identifier(Str s) {
    for (size_t i = 0; i < s.len; i++) {
        char c = s.at[i];
        bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
                      (unsigned char)c >= 0x80;
        if (!letter && !(i && c >= '0' && c <= '9')) {
            return false;
        }
    }
    return s.len > 0;
}

static bool is_keyword(Str s) {
    static const char *const keywords[] = {
        "False", "None",   "True", "and",   "as",     "assert",   "break", "class", "continue",
        "def",   "del",    "elif", "else",  "except", "finally",  "for",   "from",  "global",
        "if",    "import", "in",   "is",    "lambda", "nonlocal", "not",   "or",    "pass",
        "raise", "return", "try",  "while", "with",   "yield",
    };
    for (size_t i = 0; i < sizeof keywords / sizeof *keywords; i++) {
        if (str_is(s, keywords[i])) {
            return true;
        }
    }
    return false;
}

static bool check_field(Run *run, Value name, Value seen, bool field) {
    Str s = str_text(name), repr;
    if (!value_repr(run, name, &repr)) {
        return false;
    }
    if (!is_identifier(s)) {
        return raise_value_error(run, "Type names and field names must be valid identifiers: %.*s",
                                 STR_ARG(repr));
    }
    if (is_keyword(s)) {
        return raise_value_error(run, "Type names and field names cannot be a keyword: %.*s",
                                 STR_ARG(repr));
    }
    if (field && s.at[0] == '_') {
        return raise_value_error(run, "Field names cannot start with an underscore: %.*s",
                                 STR_ARG(repr));
    }
    bool twice = false;
    if (field && (!value_contains(run, seen, name, &twice) || !set_add(run, seen, name))) {
        return false;
    }
    return !twice ||
           raise_value_error(run, "Encountered duplicate field name: %.*s", STR_ARG(repr));
}

/* With rename, a name that cannot be one becomes "_" and its number. */
static bool check_fields(Run *run, Value fields, bool rename) {
    Value seen = set_make(run);
    for (uint32_t i = 0; i < sequence_count(fields); i++) {
        if (check_field(run, sequence_item(fields, i), seen, true)) {
            continue;
        }
        if (!rename || run->stopping) {
            return false;
        }
        error_take(run);
        list_set(run, fields, i, str_format(run, "_%u", i));
    }
    return true;
}

static Value field_defaults(Run *run, Value fields, Value defaults) {
    uint32_t n = sequence_count(fields), k = sequence_count(defaults);
    Value d = dict_make(run);
    for (uint32_t i = 0; i < k; i++) {
        dict_set(run, d, sequence_item(fields, n - k + i), sequence_item(defaults, i));
    }
    return d;
}

/* "Point(x, y)" */
static Value named_doc(Run *run, Value name, Value fields) {
    Sink out = sink_memory(run->arena);
    sink_put(&out, str_text(name));
    for (uint32_t i = 0; i < sequence_count(fields); i++) {
        sink_z(&out, i ? ", " : "(");
        sink_put(&out, str_text(sequence_item(fields, i)));
    }
    sink_z(&out, sequence_count(fields) ? ")" : "()");
    return str_share(run, sink_str(&out));
}

static Type *named_type(Run *run, Value name, Value fields, Value defaults, Value module) {
    Name home =
        is_str(run, module) ? name_of(run->names, str_text(module)) : run->machine->name.main;
    Type *t = type_new(run, name_of(run->names, str_text(name)), run->type.tuple, home);
    t->make = named_make;
    t->repr = named_repr;
    t->get_attr = named_get_attr;
    t->set_attr = named_set_attr;
    t->size = sizeof(TupleObject);
    type_add_methods(run, t, methods);
    members_set(run, &t->members, NULL, name_z(run->names, "_fields"), fields);
    members_set(run, &t->members, NULL, name_z(run->names, "_defaults"), defaults);
    members_set(run, &t->members, NULL, name_z(run->names, "_field_defaults"),
                field_defaults(run, fields, defaults));
    members_set(run, &t->members, NULL, run->machine->name.doc, named_doc(run, name, fields));
    Value from = native_make(run, &from_spec, value_unbound());
    ((NativeObject *)from.as.object)->owner = run->type.type; /* it is bound to the class */
    members_set(run, &t->members, NULL, name_z(run->names, "_make"), classmethod_make(run, from));
    return t;
}

/* args: typename, field_names, rename, defaults, module, verbose */
static bool namedtuple(Run *run, const Value *args, Value *result) {
    Value fields, *items;
    uint32_t ndefaults = 0;
    bool rename;
    if (!is_str(run, args[0])) {
        return raise_type_error(run, "Type names and field names must be strings");
    }
    if (!split_fields(run, args[1], &fields) || !value_truth(run, args[2], &rename) ||
        !check_field(run, args[0], value_none(), false) || !check_fields(run, fields, rename) ||
        (given(args[3]) && !value_items(run, args[3], &items, &ndefaults))) {
        return false;
    }
    uint32_t n = sequence_count(fields);
    if (ndefaults > n) {
        return raise_type_error(run, "Got more default values than field names");
    }
    Value *names = ARENA_ARRAY(run->scratch, n + 1, Value);
    sequence_copy(fields, names);
    Value defaults = ndefaults ? tuple_make(run, ndefaults, items) : tuple_make(run, 0, NULL);
    *result = value_object(named_type(run, args[0], tuple_make(run, n, names), defaults, args[4]));
    return true;
}

static const NativeSpec functions[] = {
    {.name = "namedtuple",
     .signature = "typename, field_names, rename=False, defaults=None, module=None, verbose=False!",
     .fn = namedtuple},
    {0},
};

void install_namedtuple(Run *run, Module *collections) {
    module_add_functions(run, collections, functions);
}
