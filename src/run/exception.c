/* exception.c: raising, catching, refusing; and the exception classes themselves.
 *
 * An exception on its way is run->error. Raising notes what was being handled (__context__) and
 * leaves a record in the trace; raising again (a bare raise, the end of a finally) does neither. A
 * refusal is no exception: run->stopping makes the machine leave all frames without asking a
 * handler. */
#include <stdarg.h>

#include "run/install.h"
#include "run/kinds.h"
#include "run/machine.h"

/* ---- making ---- */

static Value exception_new(Run *run, const Type *type, Value args) {
    ExceptionObject *e = object_make_mutable(run, type, sizeof *e);
    e->args = args;
    return value_object(e);
}

Value exception_make(Run *run, const Type *type, Str message) {
    Value text = str_make(run, message);
    return exception_new(run, type, tuple_make(run, 1, &text));
}

bool is_exception(const Run *run, Value v) {
    return v.kind == VALUE_OBJECT && is_instance(run, v, run->exception.BaseException);
}

static ExceptionObject *as_exception(Value v) {
    return (ExceptionObject *)v.as.object;
}

bool exception_of(Run *run, Value v, Value *exception) {
    if (is_type(run, v) && is_subtype(as_type(v), run->exception.BaseException)) {
        if (!value_call_n(run, v, 0, NULL, exception)) {
            return false;
        }
        v = *exception;
    }
    *exception = v;
    if (is_exception(run, v)) {
        return true;
    }
    if (run->trace->python == 2) {
        return raise_type_error(run,
                                "exceptions must be old-style classes or derived from "
                                "BaseException, not %.*s",
                                STR_ARG(type_name(run, v)));
    }
    return raise_type_error(run, "exceptions must derive from BaseException");
}

/* ---- text ---- */

static bool base_str(Run *run, Value self, Value *result) {
    const TupleObject *args = (const TupleObject *)as_exception(self)->args.as.object;
    Str text = STR("");
    bool ok = true;
    if (args->count == 1) {
        ok = value_str(run, args->items[0], &text);
    } else if (args->count > 1) {
        ok = value_repr(run, as_exception(self)->args, &text);
    }
    *result = ok ? str_make(run, text) : value_none();
    return ok;
}

static bool base_repr(Run *run, Value self, Value *result) {
    Value args = as_exception(self)->args;
    Str text;
    if (!value_repr(run, args, &text)) {
        return false;
    }
    bool one = ((const TupleObject *)args.as.object)->count == 1 && run->trace->python != 2;
    if (one) { /* no comma behind the only argument */
        text = str_join2(run->arena, str_sub(text, 0, text.len - 2), STR(")"));
    }
    *result = str_format(run, "%s%.*s", type_of(run, self)->head.name->text, STR_ARG(text));
    return true;
}

static bool key_error_str(Run *run, Value self, Value *result) {
    const TupleObject *args = (const TupleObject *)as_exception(self)->args.as.object;
    Str text;
    if (args->count != 1) {
        return base_str(run, self, result);
    }
    if (!value_repr(run, args->items[0], &text)) {
        return false;
    }
    *result = str_make(run, text);
    return true;
}

/* The file that an OSError is about: its third argument, or what os_error_make took out of them. */
static Value file_of(Run *run, const ExceptionObject *e) {
    const TupleObject *args = (const TupleObject *)e->args.as.object;
    Value v = members_get(&e->members, name_z(run->names, "filename"));
    return is_unbound(v) && args->count == 3 ? args->items[2] : v;
}

/* [Errno 2] No such file or directory: 'name' */
static bool os_error_str(Run *run, Value self, Value *result) {
    const TupleObject *args = (const TupleObject *)as_exception(self)->args.as.object;
    Value file = file_of(run, as_exception(self));
    Str number, text, name;
    if (args->count != 2 && args->count != 3) {
        return base_str(run, self, result);
    }
    if (!value_str(run, args->items[0], &number) || !value_str(run, args->items[1], &text)) {
        return false;
    }
    Sink out = sink_memory(run->arena);
    sink_printf(&out, "[Errno %.*s] %.*s", STR_ARG(number), STR_ARG(text));
    if (!is_unbound(file)) {
        if (!value_repr(run, file, &name)) {
            return false;
        }
        sink_printf(&out, ": %.*s", STR_ARG(name));
    }
    *result = str_share(run, sink_str(&out));
    return true;
}

Str exception_text(Run *run, Value exception) {
    Str text;
    if (value_str(run, exception, &text)) {
        return text;
    }
    if (!run->stopping) {
        error_take(run);
    }
    return STR("<exception str() failed>");
}

/* str(e) where that runs nothing of the program's; else empty: the message is filled in at the end.
 */
static Str text_now(Run *run, Value e) {
    const Type *t = TYPE_WITH(type_of(run, e), str);
    const TupleObject *args = (const TupleObject *)as_exception(e)->args.as.object;
    for (uint32_t i = 0; i < args->count; i++) {
        if (args->items[i].kind == VALUE_OBJECT && !is_str(run, args->items[i])) {
            return STR("");
        }
    }
    if (!t->heap) {
        Value text;
        if (t->str(run, e, &text)) {
            return str_text(text);
        }
        error_take(run);
    }
    return STR("");
}

/* ---- raising ---- */

#define CONTEXTS_MAX                                                                               \
    100 /* how far a circle is looked for; readers of chains stop at circles, too */

/* e->context = what is being handled, unless that would make a circle. */
static void set_context(Run *run, Value exception) {
    Value handling = run->handling;
    if (is_unbound(handling) || value_same(handling, exception)) {
        return;
    }
    ExceptionObject *o = as_exception(handling);
    for (int i = 0; i < CONTEXTS_MAX && !is_unbound(o->context); i++) {
        if (value_same(o->context, exception)) {
            o->context = value_unbound();
            break;
        }
        o = as_exception(o->context);
    }
    as_exception(exception)->context = handling;
}

static void record(Run *run, Value exception) {
    ExceptionObject *e = as_exception(exception);
    if (e->error) {
        e->error->caught = false;
        trace_event(run->trace, EVENT_RAISE, e->error->index);
        return;
    }
    Str message = text_now(run, exception);
    e->error = trace_error(run->trace, type_of(run, exception)->head.name, message);
}

bool raise_value(Run *run, Value exception) {
    set_context(run, exception);
    record(run, exception);
    run->machine->reraise = false;
    run->error = exception;
    return false;
}

bool raise_again(Run *run, Value exception) {
    ExceptionObject *e = as_exception(exception);
    if (e->error && e->error->caught) {
        e->error->caught = false;
        trace_event(run->trace, EVENT_RAISE, e->error->index);
    }
    run->machine->reraise = true;
    run->error = exception;
    return false;
}

bool raise_args(Run *run, const Type *type, uint32_t n, const Value *args) {
    return raise_value(run, exception_new(run, type, tuple_make(run, n, args)));
}

bool raise_str(Run *run, const Type *type, Str message) {
    return raise_value(run, exception_make(run, type, message));
}

bool raise_key_error(Run *run, Value key) {
    return raise_args(run, run->exception.KeyError, 1, &key);
}

static Str text_of_format(Run *run, const char *format, va_list list) {
    va_list again;
    va_copy(again, list);
    int n = vsnprintf(NULL, 0, format, list);
    size_t size = n < 0 ? 0 : (size_t)n;
    char *text = arena_alloc(run->arena, size + 1);
    vsnprintf(text, size + 1, format, again);
    va_end(again);
    return (Str){text, size};
}

static bool raise_format(Run *run, const Type *type, const char *format, va_list list) {
    return raise_value(run, exception_make(run, type, text_of_format(run, format, list)));
}

bool raise_error(Run *run, const Type *type, const char *format, ...) {
    va_list list;
    va_start(list, format);
    raise_format(run, type, format, list);
    va_end(list);
    return false;
}

bool raise_type_error(Run *run, const char *format, ...) {
    va_list list;
    va_start(list, format);
    raise_format(run, run->exception.TypeError, format, list);
    va_end(list);
    return false;
}

bool raise_value_error(Run *run, const char *format, ...) {
    va_list list;
    va_start(list, format);
    raise_format(run, run->exception.ValueError, format, list);
    va_end(list);
    return false;
}

bool raise_attribute_error(Run *run, const char *format, ...) {
    va_list list;
    va_start(list, format);
    raise_format(run, run->exception.AttributeError, format, list);
    va_end(list);
    return false;
}

/* ---- the end of the run ---- */

static bool stop(Run *run) {
    run->stopping = true;
    run->error = value_unbound();
    return false;
}

static bool says_so(Str text) {
    return str_find(text, STR("not modelled"), 0) >= 0 ||
           str_find(text, STR("not supported"), 0) >= 0 ||
           str_find(text, STR("not allowed"), 0) >= 0 ||
           str_find(text, STR("not accepted"), 0) >= 0;
}

bool refuse(Run *run, const char *hint, const char *format, ...) {
    va_list list;
    va_start(list, format);
    Str text = text_of_format(run, format, list);
    va_end(list);
    if (run->stopping) {
        return false;
    }
    if (!says_so(text)) {
        text = str_join2(run->arena, text, STR(" is not modelled"));
    }
    const TraceModule *module;
    Trace *t = run->trace;
    Diag *d = &t->refusal;
    *d = (Diag){SEVERITY_ERROR, {0, 0}, text, str_of(hint ? hint : "")};
    t->refusal_site = t->site;
    trace_span(t, t->site, &module, &d->span);
    t->end = END_REFUSED;
    return stop(run);
}

bool refuse_budget(Run *run, Budget budget) {
    if (!run->stopping) {
        run->trace->end = END_BUDGET;
        run->trace->budget = budget;
    }
    return stop(run);
}

/* ---- taking ---- */

bool error_is(const Run *run, const Type *type) {
    return !run->stopping && !is_unbound(run->error) && is_instance(run, run->error, type);
}

void exception_caught(Run *run, Value exception) {
    TraceError *error = as_exception(exception)->error;
    if (error && !error->caught) {
        error->caught = true;
        trace_event(run->trace, EVENT_CATCH, error->index);
    }
}

Value error_take(Run *run) {
    Value e = run->error;
    run->error = value_unbound();
    run->machine->reraise = false;
    if (!is_unbound(e)) {
        exception_caught(run, e);
    }
    return e;
}

static bool check_class(Run *run, Value class) {
    return (is_type(run, class) && is_subtype(as_type(class), run->exception.BaseException)) ||
           raise_type_error(run, "catching classes that do not inherit from BaseException is not "
                                 "allowed");
}

bool exception_matches(Run *run, Value exception, Value classes, bool *matches) {
    *matches = false;
    if (!is_tuple(run, classes)) {
        if (!check_class(run, classes)) {
            return false;
        }
        *matches = is_instance(run, exception, as_type(classes));
        return true;
    }
    const TupleObject *t = (const TupleObject *)classes.as.object;
    for (uint32_t i = 0; i < t->count && !*matches; i++) {
        if (is_tuple(run, t->items[i])) {
            if (!exception_matches(run, exception, t->items[i], matches)) {
                return false;
            }
            continue;
        }
        if (!check_class(run, t->items[i])) {
            return false;
        }
        *matches = is_instance(run, exception, as_type(t->items[i]));
    }
    return true;
}

/* ---- the classes ---- */

/* Keywords are for an __init__ of the program's. */
static bool base_make(Run *run, const Type *type, const Args *args, Value *result) {
    if (args->nkeywords && !type->heap) {
        return raise_type_error(run, "%s() takes no keyword arguments", type->head.name->text);
    }
    *result = exception_new(run, type, tuple_make(run, args->npositional, args->at));
    return true;
}

/* OSError(2, …) makes the class that stands for this number. */
static bool os_error_make(Run *run, const Type *type, const Args *args, Value *result) {
    bool numbered =
        type == run->exception.OSError && args->npositional >= 2 && args->at[0].kind == VALUE_INT;
    switch (numbered ? args->at[0].as.integer : 0) {
    case 2: type = run->exception.FileNotFoundError; break;
    case 13: type = run->exception.PermissionError; break;
    case 17: type = run->exception.FileExistsError; break;
    case 20: type = run->exception.NotADirectoryError; break;
    case 21: type = run->exception.IsADirectoryError; break;
    default: break;
    }
    if (args->npositional != 3) {
        return base_make(run, type, args, result);
    }
    Args two = {args->at, 2, args->nkeywords, args->names};
    if (!base_make(run, type, &two, result)) {
        return false;
    }
    members_set(run, &as_exception(*result)->members, NULL, name_z(run->names, "filename"),
                args->at[2]);
    return true;
}

/* Readers see the old args at the moments before. */
static void change_args(Run *run, ExceptionObject *e, Value args) {
    Moment now = trace_now(run->trace);
    if (is_unbound(cell_get(&e->past_args))) {
        cell_set(run->arena, &e->past_args, e->args, 0);
    }
    cell_set(run->arena, &e->past_args, args, now);
    e->args = args;
    record_change(run, &e->object);
}

Value exception_args(Value exception) {
    return as_exception(exception)->args;
}

void exception_reword(Run *run, Value exception, Value args) {
    ExceptionObject *e = as_exception(exception);
    change_args(run, e, args);
    if (e->error) {
        e->error->message = str_dup(run->trace->arena, exception_text(run, exception));
    }
}

static bool init_method(Run *run, const Value *args, Value *result) {
    ExceptionObject *e = as_exception(args[0]);
    *result = value_none();
    if (sequence_count(args[1]) || sequence_count(e->args)) {
        change_args(run, e, args[1]);
    }
    return true;
}

static bool with_traceback_method(Run *run, const Value *args, Value *result) {
    (void)run;
    *result = args[0];
    return true;
}

static Value or_none(Value v) {
    return is_unbound(v) ? value_none() : v;
}

static Value argument(const ExceptionObject *e, uint32_t i) {
    const TupleObject *args = (const TupleObject *)e->args.as.object;
    return i < args->count ? args->items[i] : value_none();
}

/* What some classes call their arguments. */
static bool named_argument(Run *run, Value self, Str name, Value *result) {
    const ExceptionObject *e = as_exception(self);
    bool os = is_instance(run, self, run->exception.OSError);
    uint32_t n = ((const TupleObject *)e->args.as.object)->count;
    if ((str_is(name, "value") && is_instance(run, self, run->exception.StopIteration)) ||
        (str_is(name, "code") && is_instance(run, self, run->exception.SystemExit))) {
        *result = argument(e, 0);
    } else if (os && str_is(name, "errno")) {
        *result = n > 1 ? argument(e, 0) : value_none();
    } else if (os && str_is(name, "strerror")) {
        *result = n > 1 ? argument(e, 1) : value_none();
    } else if (os && str_is(name, "filename")) {
        *result = argument(e, 2);
    } else if (run->trace->python == 2 && str_is(name, "message")) {
        *result = n == 1 ? argument(e, 0) : str_make(run, STR(""));
    } else {
        return false;
    }
    return true;
}

static bool base_get_attr(Run *run, Value self, Name name, bool *found, Value *result) {
    const Specials *s = &run->machine->name;
    const ExceptionObject *e = as_exception(self);
    *found = true;
    if (str_is(name_str(name), "args")) {
        *result = e->args;
    } else if (name == s->cause) {
        *result = or_none(e->cause);
    } else if (name == s->context) {
        *result = or_none(e->context);
    } else if (name == s->traceback) {
        *result = traceback_value(run, self);
    } else if (str_is(name_str(name), "__suppress_context__")) {
        *result = value_bool(e->suppress_context);
    } else {
        *found = is_unbound(members_get(&e->members, name)) &&
                 named_argument(run, self, name_str(name), result);
    }
    return true;
}

static bool base_set_attr(Run *run, Value self, Name name, Value v) {
    const Specials *s = &run->machine->name;
    ExceptionObject *e = as_exception(self);
    if (str_is(name_str(name), "args") && is_sequence(run, v)) {
        Value *items;
        uint32_t n;
        if (!value_items(run, v, &items, &n)) {
            return false;
        }
        change_args(run, e, tuple_make(run, n, items));
    } else if (name == s->cause) {
        e->suppress_context = true;
        e->cause = is_none(v) ? value_unbound() : v;
    } else if (name == s->context) {
        e->context = is_none(v) ? value_unbound() : v;
    } else if (name != s->traceback) {
        return generic_set_attr(run, self, name, v);
    }
    return true;
}

static void exception_show(Sink *out, const Object *o, Moment m, int depth) {
    sink_z(out, o->type->name->text);
    const ExceptionObject *e = (const ExceptionObject *)o;
    Value past = cell_at(&e->past_args, m);
    value_show(out, is_unbound(past) ? e->args : past, m, depth);
}

static const NativeSpec methods[] = {
    {.name = "__init__", .signature = "self, /, *args", .fn = init_method},
    {.name = "with_traceback", .signature = "self, tb~, /", .fn = with_traceback_method},
    {0},
};

static void install_layout(Type *t) {
    t->size = sizeof(ExceptionObject);
    t->attributes = offsetof(ExceptionObject, members);
    t->head.show = exception_show;
    t->head.parts = instance_parts;
}

void install_exceptions(Run *run) {
    Type *base = run->exception.BaseException;
    base->make = base_make;
    base->str = base_str;
    base->repr = base_repr;
    base->get_attr = base_get_attr;
    base->set_attr = base_set_attr;
    type_add_methods(run, base, methods);
    run->exception.KeyError->str = key_error_str;
    run->exception.OSError->str = os_error_str;
    run->exception.OSError->make = os_error_make;
#define EXCEPTION(NAME, BASE) install_layout(run->exception.NAME);
#include "run/exception.def"
#undef EXCEPTION
}
