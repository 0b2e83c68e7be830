/* module_contextlib.c: contextlib: contextmanager, closing, suppress, nullcontext. */
#include <string.h>

#include "run/machine.h"
#include "run/standard.h"

/* ---- contextmanager ---- */

/* What @contextmanager makes of a generator function: calling it gives a Context. */
typedef struct MakerObject {
    Object object;
    Members members;
    Value function;
} MakerObject;

typedef struct ContextObject {
    Object object;
    Value generator;
    Value function; /* of which a call made it, to make another one with the same arguments */
    Args args;
} ContextObject;

static bool context_make(Run *run, Value function, const Args *args, Value *result) {
    ContextObject *c = object_make(run, run->standard->context, sizeof *c);
    *result = value_object(c);
    c->function = function;
    return value_call(run, function, args, &c->generator);
}

/* The arguments are kept: their own place is the caller's stack. */
static bool maker_call(Run *run, Value self, const Args *args, Value *result) {
    uint32_t n = args->npositional + args->nkeywords;
    Value *values = ARENA_ARRAY(run->arena, n, Value);
    if (n) {
        memcpy(values, args->at, n * sizeof *values);
    }
    if (!context_make(run, ((const MakerObject *)self.as.object)->function, args, result)) {
        return false;
    }
    ((ContextObject *)result->as.object)->args =
        (Args){values, args->npositional, args->nkeywords, args->names};
    return true;
}

static bool maker_bind(Run *run, Value self, Value instance, const Type *owner, Value *result) {
    (void)owner;
    *result = self;
    return is_unbound(instance) ||
           call2(run, value_object(run->type.method), self, instance, result);
}

static bool maker_repr(Run *run, Value self, Value *result) {
    Str text;
    if (!value_repr(run, ((const MakerObject *)self.as.object)->function, &text)) {
        return false;
    }
    *result = str_make(run, text);
    return true;
}

/* Names and whatever else the wrapped function has. */
static bool maker_get_attr(Run *run, Value self, Name name, bool *found, Value *result) {
    const MakerObject *m = (const MakerObject *)self.as.object;
    if (name == run->machine->name.wrapped) {
        *found = true;
        *result = m->function;
        return true;
    }
    bool asks = is_special(name) && name != run->machine->name.class &&
                name != run->machine->name.call && name != run->machine->name.get;
    return !asks || value_find_attr(run, m->function, name, found, result);
}

static bool contextmanager(Run *run, const Value *args, Value *result) {
    MakerObject *m = object_make_mutable(run, run->standard->context_maker, sizeof *m);
    m->function = args[0];
    *result = value_object(m);
    return true;
}

static bool context_enter(Run *run, Value self, Value *result) {
    bool done;
    if (!value_next(run, ((const ContextObject *)self.as.object)->generator, result, &done)) {
        return false;
    }
    return !done || raise_error(run, run->exception.RuntimeError, "generator didn't yield");
}

/* A StopIteration that was thrown into a generator comes out of it in a RuntimeError. */
static bool is_wrapped_stop(Run *run, Value exception) {
    return error_is(run, run->exception.RuntimeError) &&
           is_instance(run, exception, run->exception.StopIteration) &&
           value_same(((const ExceptionObject *)run->error.as.object)->cause, exception);
}

/* The exception goes into the generator: true when it ended there quietly. */
static bool throw_into(Run *run, Value generator, Value exception, bool *swallow) {
    Value ignored;
    ExceptionObject *e = (ExceptionObject *)exception.as.object;
    struct TracebackEntry *traceback = e->traceback; /* the generator's frames do not join it */
    if (call_method(run, generator, "throw", 1, &exception, &ignored)) {
        return raise_error(run, run->exception.RuntimeError, "generator didn't stop after throw()");
    }
    e->traceback = traceback;
    if (run->stopping) {
        return false;
    }
    bool stopped =
        error_is(run, run->exception.StopIteration) && !value_same(run->error, exception);
    bool same = value_same(run->error, exception) || is_wrapped_stop(run, exception);
    if (stopped || same) {
        error_take(run);
    }
    *swallow = stopped;
    return stopped || same;
}

static bool context_exit(Run *run, Value self, Value exception, bool *swallow) {
    const ContextObject *c = (const ContextObject *)self.as.object;
    Value ignored;
    bool done;
    *swallow = false;
    if (given(exception)) {
        return throw_into(run, c->generator, exception, swallow);
    }
    if (!value_next(run, c->generator, &ignored, &done)) {
        return false;
    }
    return done || raise_error(run, run->exception.RuntimeError, "generator didn't stop");
}

/* with_() as a decorator: the function runs inside of a new one, each time. */
static bool decorated(Run *run, const Value *args, Value *result) {
    const ContextObject *model = (const ContextObject *)sequence_item(args[0], 0).as.object;
    Value manager, ignored;
    Args all;
    bool swallow;
    if (!args_of(run, args + 1, &all) ||
        !context_make(run, model->function, &model->args, &manager) ||
        !context_enter(run, manager, &ignored)) {
        return false;
    }
    if (value_call(run, sequence_item(args[0], 1), &all, result)) {
        return context_exit(run, manager, value_none(), &swallow);
    }
    if (run->stopping) {
        return false;
    }
    Value exception = error_take(run);
    if (!context_exit(run, manager, exception, &swallow)) {
        return false;
    }
    *result = value_none();
    return swallow || raise_again(run, exception);
}

static const NativeSpec decorated_spec = {
    .name = "inner", .signature = "pair, /, *args, **kwargs", .fn = decorated};

static bool context_call(Run *run, Value self, const Args *args, Value *result) {
    if (args->npositional != 1 || args->nkeywords) {
        return raise_type_error(run, "'_GeneratorContextManager' object takes one function");
    }
    Value pair[2] = {self, args->at[0]};
    *result = native_make(run, &decorated_spec, tuple_make(run, 2, pair));
    return true;
}

static void install_context(Run *run, Standard *s) {
    Type *maker = type_make(run, "function", NULL, "builtins");
    s->context_maker = maker;
    maker->call = maker_call;
    maker->bind = maker_bind;
    maker->repr = maker_repr;
    maker->get_attr = maker_get_attr;
    maker->size = sizeof(MakerObject);
    maker->attributes = offsetof(MakerObject, members);
    Type *t = type_make(run, "_GeneratorContextManager", NULL, "contextlib");
    s->context = t;
    t->enter = context_enter;
    t->exit = context_exit;
    t->call = context_call;
    t->size = sizeof(ContextObject);
}

/* ---- closing, suppress, nullcontext: records with a value ---- */

static bool value_enter(Run *run, Value self, Value *result) {
    *result = record_get(run, self, "value");
    return true;
}

static bool nothing_exit(Run *run, Value self, Value exception, bool *swallow) {
    (void)run;
    (void)self;
    (void)exception;
    *swallow = false;
    return true;
}

static bool closing_exit(Run *run, Value self, Value exception, bool *swallow) {
    Value ignored;
    (void)exception;
    *swallow = false;
    return call_method(run, record_get(run, self, "value"), "close", 0, NULL, &ignored);
}

static bool none_enter(Run *run, Value self, Value *result) {
    (void)run;
    (void)self;
    *result = value_none();
    return true;
}

static bool suppress_exit(Run *run, Value self, Value exception, bool *swallow) {
    *swallow = false;
    return !given(exception) ||
           exception_matches(run, exception, record_get(run, self, "value"), swallow);
}

static bool closing(Run *run, const Value *args, Value *result) {
    *result = record_make(run, run->standard->closing);
    record_set(run, *result, "value", args[0]);
    return true;
}

static bool suppress(Run *run, const Value *args, Value *result) {
    *result = record_make(run, run->standard->suppress);
    record_set(run, *result, "value", args[0]);
    return true;
}

static bool nullcontext(Run *run, const Value *args, Value *result) {
    *result = record_make(run, run->standard->null_context);
    record_set(run, *result, "value", args[0]);
    return true;
}

static Type *manager_type(Run *run, const char *name, bool (*enter)(Run *, Value, Value *),
                          bool (*exit)(Run *, Value, Value, bool *)) {
    Type *t = record_type(run, name, "contextlib");
    t->enter = enter;
    t->exit = exit;
    return t;
}

static const NativeSpec functions[] = {
    {.name = "contextmanager", .signature = "func", .fn = contextmanager},
    {.name = "closing", .signature = "thing", .fn = closing},
    {.name = "suppress", .signature = "*exceptions", .fn = suppress},
    {.name = "nullcontext", .signature = "enter_result=None", .fn = nullcontext},
    {0},
};

static const char *const not_modelled[] = {"ExitStack",
                                           "redirect_stdout",
                                           "redirect_stderr",
                                           "ContextDecorator",
                                           "AbstractContextManager",
                                           "asynccontextmanager",
                                           "nested",
                                           NULL};

void install_contextlib(Run *run, Standard *s) {
    Module *m = module_make(run, "contextlib");
    m->missing = refuse_known;
    m->context = (void *)(uintptr_t)not_modelled;
    install_context(run, s);
    s->closing = manager_type(run, "closing", value_enter, closing_exit);
    s->suppress = manager_type(run, "suppress", none_enter, suppress_exit);
    s->null_context = manager_type(run, "nullcontext", value_enter, nothing_exit);
    module_add_functions(run, m, functions);
}
