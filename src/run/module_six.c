/* module_six.c: six, and six.moves. What differs between Python 2 and 3 is made when it is asked
 * for, because the version is known only once the program's text has been read. */
#include "run/machine.h"
#include "run/standard.h"

static bool python2(const Run *run) {
    return run->trace->python == 2;
}

static Value tuple1(Run *run, const Type *t) {
    Value v = value_object(t);
    return tuple_make(run, 1, &v);
}

static bool six_missing(Run *run, Module *m, Name name, bool *found, Value *result) {
    Str asked = name_str(name);
    const Types *t = &run->type;
    *found = true;
    if (str_is(asked, "PY2")) {
        *result = value_bool(python2(run));
    } else if (str_is(asked, "PY3")) {
        *result = value_bool(!python2(run));
    } else if (str_is(asked, "PY34")) {
        *result = value_bool(!python2(run));
    } else if (str_is(asked, "text_type")) {
        *result = value_object(python2(run) ? t->unicode : t->str);
    } else if (str_is(asked, "binary_type")) {
        *result = value_object(python2(run) ? t->str : t->bytes);
    } else {
        *found = false;
        return refuse_known(run, m, name, found, result);
    }
    return true;
}

/* ---- dicts ---- */

static bool iterate(Run *run, Value dict, const char *method, Value *result) {
    Value view;
    return call_method(run, dict, method, 0, NULL, &view) && value_iter(run, view, result);
}

static bool six_iteritems(Run *run, const Value *args, Value *result) {
    return iterate(run, args[0], "items", result);
}

static bool six_iterkeys(Run *run, const Value *args, Value *result) {
    return iterate(run, args[0], "keys", result);
}

static bool six_itervalues(Run *run, const Value *args, Value *result) {
    return iterate(run, args[0], "values", result);
}

static bool six_viewitems(Run *run, const Value *args, Value *result) {
    return call_method(run, args[0], "items", 0, NULL, result);
}

static bool six_viewkeys(Run *run, const Value *args, Value *result) {
    return call_method(run, args[0], "keys", 0, NULL, result);
}

static bool six_viewvalues(Run *run, const Value *args, Value *result) {
    return call_method(run, args[0], "values", 0, NULL, result);
}

/* ---- strings ---- */

static bool six_u(Run *run, const Value *args, Value *result) {
    *result = python2(run) && is_str(run, args[0]) ? unicode_make(run, str_text(args[0])) : args[0];
    return true;
}

static bool six_b(Run *run, const Value *args, Value *result) {
    Str text;
    *result = args[0];
    if (python2(run)) {
        return true;
    }
    if (!text_of(run, args[0], &text)) {
        return false;
    }
    return text_encode(run, args[0], text_value(run, "latin-1"), text_value(run, "strict"), result);
}

static bool check_string(Run *run, Value v) {
    return is_str(run, v) || is_bytes(run, v) ||
           raise_type_error(run, "not expecting type '<class '%.*s'>'", STR_ARG(type_name(run, v)));
}

static bool six_ensure_text(Run *run, const Value *args, Value *result) {
    *result = args[0];
    if (!check_string(run, args[0])) {
        return false;
    }
    return is_str(run, args[0]) || bytes_decode(run, bytes_text(args[0]), args[1], args[2], result);
}

static bool six_ensure_binary(Run *run, const Value *args, Value *result) {
    *result = args[0];
    if (!check_string(run, args[0])) {
        return false;
    }
    return is_bytes(run, args[0]) || text_encode(run, args[0], args[1], args[2], result);
}

/* ---- functions and classes ---- */

static bool six_next(Run *run, const Value *args, Value *result) {
    bool done;
    if (!value_next(run, args[0], result, &done)) {
        return false;
    }
    return !done || raise_str(run, run->exception.StopIteration, STR(""));
}

static bool six_callable(Run *run, const Value *args, Value *result) {
    *result = value_bool(is_callable(run, args[0]));
    return true;
}

static bool six_print(Run *run, const Value *args, Value *result) {
    Sink out = sink_memory(run->arena);
    Str text, sep = STR(" "), end = STR("\n");
    *result = value_none();
    if ((given(args[1]) && !text_of(run, args[1], &sep)) ||
        (given(args[2]) && !text_of(run, args[2], &end))) {
        return false;
    }
    for (uint32_t i = 0; i < sequence_count(args[0]); i++) {
        if (!value_str(run, sequence_item(args[0], i), &text)) {
            return false;
        }
        sink_put(&out, i ? sep : STR(""));
        sink_put(&out, text);
    }
    sink_put(&out, end);
    if (given(args[3])) {
        Value whole = str_share(run, sink_str(&out));
        return call_method(run, args[3], "write", 1, &whole, result);
    }
    print_text(run, sink_str(&out), false);
    return !run->stopping;
}

/* A class made by the metaclass from the same name, bases and members. */
static bool made_again(Run *run, Value meta, Value class, Value *result) {
    const Type *t = (const Type *)class.as.object;
    Value all[3] = {str_of_name(run, t->head.name), t->bases, dict_make(run)};
    for (uint32_t i = 0; i < t->members.count; i++) {
        Value v = cell_get(&t->members.at[i].cell);
        if (!is_unbound(v)) {
            dict_set_name(run, all[2], t->members.at[i].name->text, v);
        }
    }
    return value_call_n(run, meta, 3, all, result);
}

/* Bound to the metaclass. One that is written in C only has to be told. */
static bool add_meta(Run *run, const Value *args, Value *result) {
    *result = args[1];
    if (!is_type(run, args[0]) || !is_type(run, args[1])) {
        return raise_type_error(run, "metaclasses are added to classes");
    }
    if (as_type(args[0]) == run->standard->abstract_meta) {
        as_type(args[1])->head.object.type = &as_type(args[0])->head;
        return true;
    }
    return made_again(run, args[0], args[1], result);
}

static const NativeSpec add_meta_spec = {
    .name = "wrapper", .signature = "metaclass, cls, /", .fn = add_meta};

static bool six_add_metaclass(Run *run, const Value *args, Value *result) {
    *result = native_make(run, &add_meta_spec, args[0]);
    return true;
}

static bool six_with_metaclass(Run *run, const Value *args, Value *result) {
    Value object = value_object(run->type.object);
    Value bases = sequence_count(args[1]) ? args[1] : tuple_make(run, 1, &object);
    Value all[3] = {text_value(run, "NewBase"), bases, dict_make(run)};
    return value_call_n(run, args[0], 3, all, result);
}

static bool six_same(Run *run, const Value *args, Value *result) {
    (void)run;
    *result = args[0];
    return true;
}

static bool six_raise_from(Run *run, const Value *args, Value *result) {
    *result = value_none();
    if (!is_exception(run, args[0])) {
        return raise_type_error(run, "exceptions must derive from BaseException");
    }
    ExceptionObject *e = (ExceptionObject *)args[0].as.object;
    e->cause = is_exception(run, args[1]) ? args[1] : value_unbound();
    e->suppress_context = true;
    return raise_value(run, args[0]);
}

static bool six_reraise(Run *run, const Value *args, Value *result) {
    Value e = args[1];
    *result = value_none();
    if (is_none(e) && !value_call_n(run, args[0], 0, NULL, &e)) {
        return false;
    }
    return is_exception(run, e) ? raise_value(run, e)
                                : raise_type_error(run, "reraise needs an exception");
}

static const NativeSpec functions[] = {
    {.name = "iteritems", .signature = "d, /, **kw!", .fn = six_iteritems},
    {.name = "iterkeys", .signature = "d, /, **kw!", .fn = six_iterkeys},
    {.name = "itervalues", .signature = "d, /, **kw!", .fn = six_itervalues},
    {.name = "viewitems", .signature = "d, /", .fn = six_viewitems},
    {.name = "viewkeys", .signature = "d, /", .fn = six_viewkeys},
    {.name = "viewvalues", .signature = "d, /", .fn = six_viewvalues},
    {.name = "u", .signature = "s, /", .fn = six_u},
    {.name = "b", .signature = "s, /", .fn = six_b},
    {.name = "ensure_text",
     .signature = "s, encoding='utf-8', errors='strict'",
     .fn = six_ensure_text},
    {.name = "ensure_str",
     .signature = "s, encoding='utf-8', errors='strict'",
     .fn = six_ensure_text},
    {.name = "ensure_binary",
     .signature = "s, encoding='utf-8', errors='strict'",
     .fn = six_ensure_binary},
    {.name = "next", .signature = "it, /", .fn = six_next},
    {.name = "advance_iterator", .signature = "it, /", .fn = six_next},
    {.name = "callable", .signature = "obj, /", .fn = six_callable},
    {.name = "print_", .signature = "*args, sep=None, end=None, file=None", .fn = six_print},
    {.name = "add_metaclass", .signature = "metaclass", .fn = six_add_metaclass},
    {.name = "with_metaclass", .signature = "meta, *bases", .fn = six_with_metaclass},
    {.name = "python_2_unicode_compatible", .signature = "klass", .fn = six_same},
    {.name = "raise_from", .signature = "value, from_value", .fn = six_raise_from},
    {.name = "reraise", .signature = "tp, value=None, tb=None~", .fn = six_reraise},
    {0},
};

static const char *const not_modelled[] = {

    "indexbytes",
    "int2byte",
    "byte2int",
    "iterbytes",
    "exec_",
    "add_move",
    "remove_move",
    "get_unbound_function",
    "get_method_function",
    "get_method_self",
    "get_function_code",
    "get_function_defaults",
    "create_bound_method",
    "assertRaisesRegex",
    "unichr",
    "Iterator",
    NULL};
static const char *const moves_refused[] = {
    "urllib",        "queue",   "configparser",    "http_client", "tkinter",
    "reload_module", "intern",  "email_mime_text", "html_parser", "socketserver",
    "shlex_quote",   "_thread", "xmlrpc_client",   "copyreg",     "UserDict",
    "builtins",      NULL};

static void add_moves(Run *run, Module *six) {
    Module *m = module_make(run, "six.moves");
    const Types *t = &run->type;
    m->missing = refuse_known;
    m->context = (void *)(uintptr_t)moves_refused;
    module_set(run, m, "range", value_object(t->range));
    module_set(run, m, "xrange", value_object(t->range));
    module_set(run, m, "zip", value_object(t->zip));
    module_set(run, m, "map", value_object(t->map));
    module_set(run, m, "filter", value_object(t->filter));
    Module *itertools = map_ptr(&run->modules, name_z(run->names, "itertools"));
    module_share(run, m, itertools, "zip_longest");
    module_share(run, m, itertools, "filterfalse");
    module_share(run, m, map_ptr(&run->modules, name_z(run->names, "functools")), "reduce");
    module_set(run, six, "moves", value_object(m));
}

void install_six(Run *run) {
    Module *m = module_make(run, "six");
    const Types *t = &run->type;
    m->missing = six_missing;
    m->context = (void *)(uintptr_t)not_modelled;
    module_add_functions(run, m, functions);
    module_set(run, m, "string_types", tuple1(run, t->str));
    module_set(run, m, "integer_types", tuple1(run, t->integer));
    module_set(run, m, "class_types", tuple1(run, t->type));
    module_set(run, m, "MAXSIZE", value_int(INT64_MAX));
    module_set(run, m, "__version__", text_value(run, "1.16.0"));
    module_share(run, m, map_ptr(&run->modules, name_z(run->names, "functools")), "wraps");
    add_moves(run, m);
}
