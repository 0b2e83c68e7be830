/* module_argparse.c: argparse. A program has no command line, so what matters is the defaults; a
 * list of arguments that the program itself gives to parse_args is read, too, as far as options
 * with one value or none go. */
#include <string.h>

#include "run/machine.h"
#include "run/standard.h"

/* ---- Namespace ---- */

static bool namespace_make(Run *run, const Type *type, const Args *args, Value *result) {
    *result = record_make(run, type);
    for (uint32_t k = 0; k < args->nkeywords; k++) {
        record_set(run, *result, args->names[k]->text, args->at[args->npositional + k]);
    }
    return !args->npositional || raise_type_error(run, "Namespace() takes keyword arguments only");
}

static bool namespace_repr(Run *run, Value self, Value *result) {
    const Members *m = members_of(run, self);
    Sink out = sink_memory(run->arena);
    bool some = false;
    sink_z(&out, "Namespace(");
    for (uint32_t i = 0; i < m->count; i++) {
        Value v = cell_get(&m->at[i].cell);
        if (is_unbound(v)) {
            continue;
        }
        sink_printf(&out, "%s%s=", some ? ", " : "", m->at[i].name->text);
        some = true;
        if (!repr_items(run, &out, 1, &v)) {
            return false;
        }
    }
    sink_char(&out, ')');
    *result = str_share(run, sink_str(&out));
    return true;
}

static bool namespace_compare(Run *run, CompareOperator op, Value self, Value other,
                              Value *result) {
    bool equality = op == COMPARE_OPERATOR_EQUAL || op == COMPARE_OPERATOR_NOT_EQUAL;
    const Members *a = members_of(run, self), *b = members_of(run, other);
    *result = run->not_implemented;
    if (!equality || !is_instance(run, other, run->standard->namespace_type)) {
        return true;
    }
    bool equal = a->count == b->count;
    for (uint32_t i = 0; equal && i < a->count; i++) {
        Value v = members_get(b, a->at[i].name);
        if (!item_equal(run, cell_get(&a->at[i].cell), v, &equal)) {
            return false;
        }
    }
    *result = value_bool(equal == (op == COMPARE_OPERATOR_EQUAL));
    return true;
}

static bool namespace_contains(Run *run, Value self, Value item, bool *result) {
    *result = is_str(run, item) &&
              !is_unbound(members_get(members_of(run, self), name_of(run->names, str_text(item))));
    return true;
}

/* ---- the parser ---- */

/* One add_argument. */
typedef struct Argument {
    Value flags; /* list of "-x", "--xyz"; empty for a positional one */
    Name dest;
    Str action; /* "store" … */
    Value type, fallback, constant, choices;
    bool required, given;
    bool optional; /* nargs "?" or "*" */
    bool many;     /* nargs "*", "+" or a number */
} Argument;

typedef struct ParserObject {
    Object object;
    Log arguments; /* Argument */
    Str program;
    Value types;               /* registered names of types: dict */
    Value defaults;            /* of set_defaults: dict */
    struct ParserObject *main; /* of an argument group: where its arguments go */
} ParserObject;

static ParserObject *parser_at(Value v) {
    ParserObject *p = (ParserObject *)v.as.object;
    return p->main ? p->main : p;
}

static ParserObject *parser_new(Run *run, const Type *type) {
    ParserObject *p = object_make(run, type, sizeof *p);
    p->arguments = log_make(run->arena, sizeof(Argument));
    p->types = dict_make(run);
    p->defaults = dict_make(run);
    return p;
}

static Str base_name(Str path) {
    size_t n = path.len;
    while (n > 0 && path.at[n - 1] != '/') {
        n--;
    }
    return str_sub(path, n, path.len);
}

/* ArgumentParser(prog=…, description=… …): only prog counts. */
static bool parser_make(Run *run, const Type *type, const Args *args, Value *result) {
    ParserObject *p = parser_new(run, type);
    const Log *modules = &run->trace->modules;
    p->program =
        modules->count ? base_name(LOG_AT(modules, TraceModule, 0)->source->name) : STR("");
    *result = value_object(p);
    for (uint32_t i = 0; i < args->npositional + args->nkeywords; i++) {
        bool prog = i < args->npositional
                        ? i == 0
                        : str_is(name_str(args->names[i - args->npositional]), "prog");
        if (prog && is_str(run, args->at[i])) {
            p->program = str_text(args->at[i]);
        }
    }
    return true;
}

/* Prints "prog: error: …" and ends the program, as argparse does. */
static bool parser_fail(Run *run, const ParserObject *p, Str message) {
    Value two = value_int(2), exit;
    print_text(run,
               str_printf(run->scratch, "usage: %.*s [-h]\n%.*s: error: %.*s\n",
                          STR_ARG(p->program), STR_ARG(p->program), STR_ARG(message)),
               true);
    return value_call_n(run, value_object(run->exception.SystemExit), 1, &two, &exit) &&
           raise_value(run, exit);
}

/* "--batch-size" becomes batch_size; a long flag is preferred. */
static Name dest_of(Run *run, Value flags) {
    Str best = STR("");
    for (uint32_t i = 0; i < sequence_count(flags); i++) {
        Str flag = str_text(sequence_item(flags, i));
        bool is_long = str_starts(flag, STR("--"));
        if (!best.len || (is_long && !str_starts(best, STR("--")))) {
            best = flag;
        }
    }
    Sink out = sink_memory(run->scratch);
    size_t i = 0;
    while (i < best.len && best.at[i] == '-') {
        i++;
    }
    for (; i < best.len; i++) {
        sink_char(&out, best.at[i] == '-' ? '_' : best.at[i]);
    }
    return name_of(run->names, sink_str(&out));
}

/* args: self, *flags, then the named ones in the order of the signature */
enum {
    ARG_FLAGS = 1,
    ARG_ACTION,
    ARG_NARGS,
    ARG_CONST,
    ARG_DEFAULT,
    ARG_TYPE,
    ARG_CHOICES,
    ARG_REQUIRED,
    ARG_DEST
};

static bool read_names(Run *run, const Value *args, Argument *a) {
    uint32_t n = sequence_count(args[ARG_FLAGS]);
    a->flags = list_make(run, 0, NULL);
    for (uint32_t i = 0; i < n; i++) {
        Str flag;
        if (!text_of(run, sequence_item(args[ARG_FLAGS], i), &flag)) {
            return false;
        }
        if (str_starts(flag, STR("-"))) {
            list_append(run, a->flags, sequence_item(args[ARG_FLAGS], i));
        } else {
            a->dest = name_of(run->names, flag);
        }
    }
    if (given(args[ARG_DEST])) {
        a->dest = name_of(run->names, str_text(args[ARG_DEST]));
    } else if (sequence_count(a->flags)) {
        a->dest = dest_of(run, a->flags);
    }
    return a->dest || raise_value_error(run, "dest= is required for options");
}

static bool read_action(Run *run, const Value *args, Argument *a) {
    static const char *const known[] = {"store",  "store_true", "store_false", "store_const",
                                        "append", "count",      "version",     "help"};
    a->action = STR("store");
    if (given(args[ARG_ACTION]) && !is_str(run, args[ARG_ACTION])) {
        return refuse(run, NULL, "an argparse action of the program's own");
    }
    a->action = given(args[ARG_ACTION]) ? str_text(args[ARG_ACTION]) : a->action;
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        if (str_is(a->action, known[i])) {
            return true;
        }
    }
    return refuse(run, NULL, "the argparse action '%.*s'", STR_ARG(a->action));
}

static bool parser_add_argument(Run *run, const Value *args, Value *result) {
    Argument a = {.type = args[ARG_TYPE],
                  .fallback = args[ARG_DEFAULT],
                  .constant = args[ARG_CONST],
                  .choices = args[ARG_CHOICES]};
    *result = value_none();
    if (!read_names(run, args, &a) || !read_action(run, args, &a) ||
        !value_truth(run, args[ARG_REQUIRED], &a.required)) {
        return false;
    }
    Str nargs = is_str(run, args[ARG_NARGS]) ? str_text(args[ARG_NARGS]) : STR("");
    a.optional = str_is(nargs, "?") || str_is(nargs, "*");
    a.many = str_is(nargs, "*") || str_is(nargs, "+") || args[ARG_NARGS].kind == VALUE_INT;
    if (is_none(a.fallback) && str_is(a.action, "store_true")) {
        a.fallback = value_bool(false);
    }
    if (is_none(a.fallback) && str_is(a.action, "store_false")) {
        a.fallback = value_bool(true);
    }
    a.required = a.required || (!sequence_count(a.flags) && !a.optional);
    *LOG_PUSH(&parser_at(args[0])->arguments, Argument) = a;
    return true;
}

/* ---- parsing ---- */

static bool convert(Run *run, const ParserObject *p, const Argument *a, Value text, Value *result) {
    Value type = a->type;
    bool found = false;
    *result = text;
    if (is_str(run, type) && !dict_get(run, p->types, type, &found, &type)) {
        return false;
    }
    if (!given(type) || (is_str(run, type) && !found)) {
        return true;
    }
    if (call1(run, type, text, result)) {
        return true;
    }
    if (!error_is(run, run->exception.ValueError) && !error_is(run, run->exception.TypeError)) {
        return false;
    }
    error_take(run);
    Str repr, name = type_name(run, type);
    if (is_type(run, type)) {
        name = name_str(as_type(type)->head.name);
    }
    return value_repr(run, text, &repr) &&
           parser_fail(run, p,
                       str_printf(run->scratch, "argument %s: invalid %.*s value: %.*s",
                                  a->dest->text, STR_ARG(name), STR_ARG(repr)));
}

static bool check_choice(Run *run, const ParserObject *p, const Argument *a, Value v) {
    bool in = true;
    Str repr, choices;
    if (given(a->choices) && !value_contains(run, a->choices, v, &in)) {
        return false;
    }
    return in || (value_repr(run, v, &repr) && value_repr(run, a->choices, &choices) &&
                  parser_fail(run, p,
                              str_printf(run->scratch,
                                         "argument %s: invalid choice: %.*s (choose from %.*s)",
                                         a->dest->text, STR_ARG(repr), STR_ARG(choices))));
}

static bool set_defaults(Run *run, ParserObject *p, Value names) {
    for (size_t i = 0; i < p->arguments.count; i++) {
        Argument *a = LOG_AT(&p->arguments, Argument, i);
        Value v = a->fallback, own;
        bool found;
        a->given = false;
        if (str_is(a->action, "version") || str_is(a->action, "help")) {
            continue;
        }
        if (!dict_get(run, p->defaults, str_of_name(run, a->dest), &found, &own)) {
            return false;
        }
        v = found ? own : v;
        if (is_str(run, v) && !convert(run, p, a, v, &v)) {
            return false;
        }
        record_set(run, names, a->dest->text, v);
    }
    uint32_t at = 0;
    for (DictEntry *e; (e = table_next((DictObject *)p->defaults.as.object, &at));) {
        Name name = name_of(run->names, str_text(e->key));
        if (is_unbound(record_get(run, names, name->text))) {
            record_set(run, names, name->text, cell_get(&e->value));
        }
    }
    return true;
}

/* The argument with this flag, or the next positional one; NULL when there is none. */
static Argument *find_argument(Run *run, ParserObject *p, Str flag) {
    for (size_t i = 0; i < p->arguments.count; i++) {
        Argument *a = LOG_AT(&p->arguments, Argument, i);
        uint32_t n = sequence_count(a->flags);
        if (!flag.len && !n && !a->given) {
            return a;
        }
        for (uint32_t k = 0; flag.len && k < n; k++) {
            if (str_eq(str_text(sequence_item(a->flags, k)), flag)) {
                return a;
            }
        }
    }
    (void)run;
    return NULL;
}

/* Options that take no value; *taken: it was one. */
static bool apply_plain(Run *run, Argument *a, Value names, bool *taken) {
    Value v = value_none();
    *taken = true;
    if (str_is(a->action, "store_true") || str_is(a->action, "store_false")) {
        v = value_bool(str_is(a->action, "store_true"));
    } else if (str_is(a->action, "store_const")) {
        v = a->constant;
    } else if (str_is(a->action, "count")) {
        Value old = record_get(run, names, a->dest->text);
        v = value_int(old.kind == VALUE_INT ? old.as.integer + 1 : 1);
    } else {
        *taken = false;
        return true;
    }
    record_set(run, names, a->dest->text, v);
    a->given = true;
    return true;
}

static bool apply_value(Run *run, ParserObject *p, Argument *a, Value text, Value names) {
    Value v, list;
    if (a->many) {
        return refuse(run, NULL, "parsing an argument with several values");
    }
    if (!convert(run, p, a, text, &v) || !check_choice(run, p, a, v)) {
        return false;
    }
    if (str_is(a->action, "append")) {
        list = record_get(run, names, a->dest->text);
        list = is_list(run, list) ? list : list_make(run, 0, NULL);
        list_append(run, list, v);
        v = list;
    }
    record_set(run, names, a->dest->text, v);
    a->given = true;
    return true;
}

/* "--name=value" in two; value.at is NULL when there is no "=". */
static Str split_flag(Str word, Str *value) {
    ptrdiff_t at = str_starts(word, STR("--")) ? str_find(word, STR("="), 0) : -1;
    *value = (Str){NULL, 0};
    if (at < 0) {
        return word;
    }
    *value = str_sub(word, (size_t)at + 1, word.len);
    return str_sub(word, 0, (size_t)at);
}

static bool parse_words(Run *run, ParserObject *p, uint32_t n, const Value *words, Value names,
                        Value rest) {
    for (uint32_t i = 0; i < n; i++) {
        Str word, value;
        bool taken = false;
        if (!text_of(run, words[i], &word)) {
            return false;
        }
        bool flag = word.len > 1 && word.at[0] == '-' && !(word.at[1] >= '0' && word.at[1] <= '9');
        Str name = split_flag(word, &value);
        Argument *a = find_argument(run, p, flag ? name : STR(""));
        if (!a) {
            list_append(run, rest, words[i]);
            continue;
        }
        if (flag && (!apply_plain(run, a, names, &taken) || taken)) {
            if (!taken) {
                return false;
            }
            continue;
        }
        if (flag && !value.at && ++i == n) {
            return parser_fail(
                run, p,
                str_printf(run->scratch, "argument %.*s: expected one argument", STR_ARG(name)));
        }
        Value v = value.at ? str_make(run, value) : words[i];
        if (!apply_value(run, p, a, v, names)) {
            return false;
        }
    }
    return true;
}

static bool check_required(Run *run, ParserObject *p) {
    Sink missing = sink_memory(run->scratch);
    for (size_t i = 0; i < p->arguments.count; i++) {
        const Argument *a = LOG_AT(&p->arguments, Argument, i);
        if (!a->required || a->given) {
            continue;
        }
        sink_z(&missing, missing.len ? ", " : "");
        for (uint32_t k = 0; k < sequence_count(a->flags); k++) {
            sink_z(&missing, k ? "/" : "");
            sink_put(&missing, str_text(sequence_item(a->flags, k)));
        }
        if (!sequence_count(a->flags)) {
            sink_z(&missing, a->dest->text);
        }
    }
    return !missing.len ||
           parser_fail(run, p,
                       str_printf(run->scratch, "the following arguments are required: %.*s",
                                  STR_ARG(sink_str(&missing))));
}

/* args: self, args, namespace. Without args: the command line, which is empty but for what sys.argv
 * was made to hold. */
static bool parse(Run *run, const Value *args, Value *names, Value *rest) {
    ParserObject *p = parser_at(args[0]);
    Value list = args[1], *words;
    uint32_t n, from = 0;
    if (!given(list)) {
        Module *sys = map_ptr(&run->modules, name_z(run->names, "sys"));
        if (!value_get_attr(run, value_object(sys), name_z(run->names, "argv"), &list)) {
            return false;
        }
        from = 1;
    }
    if (!value_items(run, list, &words, &n)) {
        return false;
    }
    from = from < n ? from : n;
    *names = given(args[2]) ? args[2] : record_make(run, run->standard->namespace_type);
    *rest = list_make(run, 0, NULL);
    return set_defaults(run, p, *names) &&
           parse_words(run, p, n - from, words + from, *names, *rest) && check_required(run, p);
}

static bool parser_parse_args(Run *run, const Value *args, Value *result) {
    Value rest;
    if (!parse(run, args, result, &rest)) {
        return false;
    }
    Sink words = sink_memory(run->scratch);
    for (uint32_t i = 0; i < sequence_count(rest); i++) {
        sink_printf(&words, " %.*s", STR_ARG(str_text(sequence_item(rest, i))));
    }
    return !words.len || parser_fail(run, parser_at(args[0]),
                                     str_printf(run->scratch, "unrecognized arguments:%.*s",
                                                STR_ARG(sink_str(&words))));
}

static bool parser_parse_known(Run *run, const Value *args, Value *result) {
    Value both[2];
    if (!parse(run, args, &both[0], &both[1])) {
        return false;
    }
    *result = tuple_make(run, 2, both);
    return true;
}

/* ---- other methods ---- */

static bool parser_register(Run *run, const Value *args, Value *result) {
    *result = value_none();
    return dict_set(run, parser_at(args[0])->types, args[2], args[3]);
}

static bool parser_set_defaults(Run *run, const Value *args, Value *result) {
    *result = value_none();
    return dict_update(run, (DictObject *)parser_at(args[0])->defaults.as.object, args[1]);
}

static bool parser_group(Run *run, const Value *args, Value *result) {
    ParserObject *group = parser_new(run, run->standard->parser);
    group->main = parser_at(args[0]);
    *result = value_object(group);
    return true;
}

static bool parser_error(Run *run, const Value *args, Value *result) {
    Str message;
    *result = value_none();
    return value_str(run, args[1], &message) && parser_fail(run, parser_at(args[0]), message);
}

static bool parser_refused(Run *run, const Value *args, Value *result) {
    (void)args;
    (void)result;
    return refuse(run, NULL, "help texts and subcommands of argparse");
}

static const NativeSpec parser_methods[] = {
    {.name = "add_argument",
     .signature = "self, /, *flags, action=None, nargs=None, const=None, default=None, type=None, "
                  "choices=None, "
                  "required=False, dest=None, help=None, metavar=None, version=None",
     .fn = parser_add_argument},
    {.name = "parse_args", .signature = "self, args=None, namespace=None", .fn = parser_parse_args},
    {.name = "parse_known_args",
     .signature = "self, args=None, namespace=None",
     .fn = parser_parse_known},
    {.name = "register", .signature = "self, registry_name, value, object", .fn = parser_register},
    {.name = "set_defaults", .signature = "self, /, **kwargs", .fn = parser_set_defaults},
    {.name = "add_argument_group", .signature = "self, /, *args, **kwargs", .fn = parser_group},
    {.name = "add_mutually_exclusive_group",
     .signature = "self, /, required=False",
     .fn = parser_group},
    {.name = "error", .signature = "self, message", .fn = parser_error},
    {.name = "add_subparsers", .signature = "self, /, *args, **kwargs", .fn = parser_refused},
    {.name = "print_help", .signature = "self, file=None", .fn = parser_refused},
    {.name = "print_usage", .signature = "self, file=None", .fn = parser_refused},
    {.name = "format_help", .signature = "self", .fn = parser_refused},
    {0},
};

static const char *const not_modelled[] = {"FileType", "Action", "BooleanOptionalAction", NULL};

void install_argparse(Run *run, Standard *s) {
    static const char *const formatters[] = {
        "HelpFormatter", "RawTextHelpFormatter", "RawDescriptionHelpFormatter",
        "ArgumentDefaultsHelpFormatter", "MetavarTypeHelpFormatter"};
    Module *m = module_make(run, "argparse");
    m->missing = refuse_known;
    m->context = (void *)(uintptr_t)not_modelled;
    s->namespace_type = record_type(run, "Namespace", "argparse");
    s->namespace_type->make = namespace_make;
    s->namespace_type->repr = namespace_repr;
    s->namespace_type->compare = namespace_compare;
    s->namespace_type->contains = namespace_contains;
    s->parser = type_make(run, "ArgumentParser", NULL, "argparse");
    s->parser->make = parser_make;
    s->parser->size = sizeof(ParserObject);
    type_add_methods(run, s->parser, parser_methods);
    module_set(run, m, "Namespace", value_object(s->namespace_type));
    module_set(run, m, "ArgumentParser", value_object(s->parser));
    module_set(run, m, "SUPPRESS", text_value(run, "==SUPPRESS=="));
    module_set(run, m, "REMAINDER", text_value(run, "..."));
    module_set(
        run, m, "ArgumentTypeError",
        value_object(type_make(run, "ArgumentTypeError", run->exception.ValueError, "argparse")));
    for (size_t i = 0; i < sizeof formatters / sizeof *formatters; i++) {
        module_set(run, m, formatters[i],
                   value_object(record_type(run, formatters[i], "argparse")));
    }
}
