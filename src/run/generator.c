/* generator.c: generators: frames that wait. A generator keeps its frame until it ends; resuming it
 * runs a loop of its own, which ends at the next yield. */
#include "run/kinds.h"
#include "run/machine.h"

static GeneratorObject *as_generator(Value v) {
    return (GeneratorObject *)v.as.object;
}

/* ---- resuming ---- */

static bool may_resume(Run *run, const GeneratorObject *g, Value sent, bool throwing) {
    if (g->running) {
        return raise_value_error(run, "generator already executing");
    }
    if (!g->started && !throwing && !is_none(sent)) {
        return raise_type_error(run, "can't send non-None value to a just-started generator");
    }
    return true;
}

/* The frame goes on inside the one that runs now. */
static void link_frame(Run *run, GeneratorObject *g) {
    Frame *f = g->frame;
    f->caller = run->machine->frame;
    f->outer = run->handling;
    if (f->handled) {
        run->handling = f->handled->exception;
    }
    g->running = true;
    if (f->unit->space->quiet) {
        f->trace->index = run->trace->frame;
        f->site = run->trace->site;
    } else {
        frame_goes_on(run, f->trace->index);
    }
}

/* StopIteration must not leave a generator unnoticed (PEP 479); Python 2 lets it. */
static bool check_stop(Run *run, bool *done) {
    if (!error_is(run, run->exception.StopIteration)) {
        return false;
    }
    if (run->trace->python == 2) {
        error_take(run);
        *done = true;
        return true;
    }
    Value stop = error_take(run);
    Value e =
        exception_make(run, run->exception.RuntimeError, STR("generator raised StopIteration"));
    ExceptionObject *o = (ExceptionObject *)e.as.object;
    raise_value(run, e);
    o->cause = stop;
    o->context = stop;
    o->suppress_context = true;
    return false;
}

static bool run_frame(Run *run, GeneratorObject *g, bool throwing, Value *result, bool *done) {
    link_frame(run, g);
    bool ok = machine_run(run, g->frame, throwing, result);
    if (!ok) {
        return check_stop(run, done);
    }
    *done = !g->frame;
    return true;
}

bool generator_resume(Run *run, GeneratorObject *g, Value sent, bool throwing, Value *result,
                      bool *done) {
    *done = false;
    if (!may_resume(run, g, sent, throwing)) {
        return false;
    }
    if (!g->frame) {
        *result = g->result = value_none();
        *done = true;
        return !throwing;
    }
    if (!deeper(run, "")) {
        return false;
    }
    if (g->started && !throwing) {
        *g->frame->top++ = sent;
    }
    g->started = true;
    bool ok = run_frame(run, g, throwing, result, done);
    run->machine->nested--; /* the depth is the frame's: it gave it back */
    return ok;
}

/* ---- throwing ---- */

static Value stop_value(Value stop) {
    Value args = ((ExceptionObject *)stop.as.object)->args;
    return sequence_count(args) ? sequence_item(args, 0) : value_none();
}

/* A generator that has not begun ends at once. There is no event: it is gone in the state of now.
 */
static bool end_unstarted(Run *run, GeneratorObject *g) {
    Frame *f = g->frame;
    g->frame = NULL;
    f->trace->left = trace_now(run->trace) - 1;
    frame_recycle(run, f);
    return false;
}

/* The iterator to which a suspended `yield from` delegates; unbound when there is none. */
static Value delegate_of(const GeneratorObject *g) {
    const Frame *f = g->frame;
    if (!g->started || INSTRUCTION_OP(f->unit->code->code[f->pc]) != OP_YIELD_FROM) {
        return value_unbound();
    }
    return f->top[-1];
}

/* The inner iterator has ended: the outer generator goes on behind `yield from` with its value. */
static bool go_on_behind(Run *run, GeneratorObject *g, Value v, Value *result, bool *done) {
    g->frame->top--; /* the iterator; the value takes its place */
    g->frame->pc++;
    return generator_resume(run, g, v, false, result, done);
}

static bool throw_here(Run *run, GeneratorObject *g, Value exception, Value *result, bool *done) {
    raise_value(run, exception);
    if (!g->frame) {
        return false;
    }
    if (!g->started) {
        return end_unstarted(run, g);
    }
    return generator_resume(run, g, value_none(), true, result, done);
}

static bool throw_inner(Run *run, GeneratorObject *g, Value inner, Value exception, Value *result,
                        bool *done) {
    bool inner_done = false;
    g->running = true;
    bool ok = generator_throw(run, as_generator(inner), exception, result, &inner_done);
    g->running = false;
    if (ok && !inner_done) {
        return true;
    }
    if (ok) {
        return go_on_behind(run, g, as_generator(inner)->result, result, done);
    }
    if (run->stopping) {
        return false;
    }
    run->machine->reraise = false;
    return generator_resume(run, g, value_none(), true, result, done);
}

/* What an iterator that is no generator answers to `name` (throw, close); *found: it has that. */
static bool call_inner(Run *run, GeneratorObject *g, Value inner, const char *name, uint32_t n,
                       const Value *args, bool *found, Value *result) {
    Value method;
    if (!value_find_attr(run, inner, name_z(run->names, name), found, &method) || !*found) {
        return !*found && !run->stopping;
    }
    g->running = true;
    bool ok = value_call_n(run, method, n, args, result);
    g->running = false;
    return ok;
}

/* The error that the inner iterator raised, instead: a StopIteration is its end. */
static bool throw_outcome(Run *run, GeneratorObject *g, Value *result, bool *done) {
    if (run->stopping) {
        return false;
    }
    if (error_is(run, run->exception.StopIteration)) {
        return go_on_behind(run, g, stop_value(error_take(run)), result, done);
    }
    run->machine->reraise = false;
    return generator_resume(run, g, value_none(), true, result, done);
}

/* An iterator that is no generator: its own throw(), if it has one. */
static bool throw_other(Run *run, GeneratorObject *g, Value inner, Value exception, Value *result,
                        bool *done) {
    bool found;
    if (!call_inner(run, g, inner, "throw", 1, &exception, &found, result)) {
        return throw_outcome(run, g, result, done);
    }
    return found || throw_here(run, g, exception, result, done);
}

/* GeneratorExit closes the inner iterator before it arrives. */
static bool close_inner(Run *run, GeneratorObject *g, Value inner, Value exception, Value *result,
                        bool *done) {
    bool found;
    Value ignored;
    if (!call_inner(run, g, inner, "close", 0, NULL, &found, &ignored)) {
        return throw_outcome(run, g, result, done);
    }
    return throw_here(run, g, exception, result, done);
}

bool generator_throw(Run *run, GeneratorObject *g, Value exception, Value *result, bool *done) {
    *done = false;
    if (g->running) {
        return raise_value_error(run, "generator already executing");
    }
    Value inner = g->frame ? delegate_of(g) : value_unbound();
    if (is_unbound(inner)) {
        return throw_here(run, g, exception, result, done);
    }
    if (is_instance(run, exception, run->exception.GeneratorExit)) {
        return close_inner(run, g, inner, exception, result, done);
    }
    return is_exactly(inner, run->type.generator)
               ? throw_inner(run, g, inner, exception, result, done)
               : throw_other(run, g, inner, exception, result, done);
}

/* ---- yield from ---- */

static bool delegate_send(Run *run, Value iterator, Value sent, Value *result, bool *done) {
    Value send;
    *done = false;
    if (!value_get_attr(run, iterator, run->machine->name.send, &send)) {
        return false;
    }
    if (value_call_n(run, send, 1, &sent, result)) {
        return true;
    }
    if (!error_is(run, run->exception.StopIteration)) {
        return false;
    }
    *result = stop_value(error_take(run));
    *done = true;
    return true;
}

/* The value with which an iterator of the program's ends is lost by value_next: its method is
 * called here. */
static bool delegate_next_method(Run *run, Value iterator, Value *result, bool *done) {
    const Specials *s = &run->machine->name;
    Value method;
    bool found;
    if (!special_find(run, iterator, run->trace->python == 2 ? s->next2 : s->next, &found,
                      &method)) {
        return false;
    }
    if (!found || value_call_n(run, method, 0, NULL, result)) {
        return found || raise_type_error(run, "'%.*s' object is not an iterator",
                                         STR_ARG(type_name(run, iterator)));
    }
    if (!error_is(run, run->exception.StopIteration)) {
        return false;
    }
    *result = stop_value(error_take(run));
    *done = true;
    return true;
}

static bool delegate_next(Run *run, Value iterator, Value *result, bool *done) {
    if (is_exactly(iterator, run->type.generator)) {
        GeneratorObject *inner = as_generator(iterator);
        if (!generator_resume(run, inner, value_none(), false, result, done)) {
            return false;
        }
        *result = *done ? inner->result : *result;
        return true;
    }
    if (type_of(run, iterator)->heap) {
        *done = false;
        return delegate_next_method(run, iterator, result, done);
    }
    if (!value_next(run, iterator, result, done)) {
        return false;
    }
    *result = *done ? value_none() : *result;
    return true;
}

bool generator_delegate(Run *run, Frame *f, Value *result, bool *done) {
    Value sent = *--f->top, iterator = f->top[-1], v = value_none();
    bool ok = is_none(sent) ? delegate_next(run, iterator, &v, done)
                            : delegate_send(run, iterator, sent, &v, done);
    if (!ok) {
        return false;
    }
    if (*done) {
        f->top[-1] = v;
    } else {
        *result = v;
    }
    return true;
}

/* ---- slots and methods ---- */

static bool generator_iter(Run *run, Value self, Value *result) {
    (void)run;
    *result = self;
    return true;
}

static bool generator_next(Run *run, Value self, Value *result, bool *done) {
    return generator_resume(run, as_generator(self), value_none(), false, result, done);
}

static bool raise_stop(Run *run, const GeneratorObject *g) {
    bool plain = is_none(g->result);
    return raise_args(run, run->exception.StopIteration, plain ? 0 : 1, &g->result);
}

bool iterator_stop(Run *run, Value iterator) {
    if (is_exactly(iterator, run->type.generator)) {
        GeneratorObject *g = as_generator(iterator);
        raise_stop(run, g);
        g->result = value_none();
        return false;
    }
    return raise_args(run, run->exception.StopIteration, 0, NULL);
}

static bool finish(Run *run, GeneratorObject *g, bool ok, bool done) {
    if (!ok || !done) {
        return ok;
    }
    raise_stop(run, g);
    g->result = value_none(); /* told once */
    return false;
}

static bool send_method(Run *run, const Value *args, Value *result) {
    GeneratorObject *g = as_generator(args[0]);
    bool done = false;
    bool ok = generator_resume(run, g, args[1], false, result, &done);
    return finish(run, g, ok, done);
}

static bool next_method(Run *run, const Value *args, Value *result) {
    GeneratorObject *g = as_generator(args[0]);
    bool done = false;
    bool ok = generator_resume(run, g, value_none(), false, result, &done);
    return finish(run, g, ok, done);
}

/* throw(e), throw(E), throw(E, value) */
static bool throw_method(Run *run, const Value *args, Value *result) {
    GeneratorObject *g = as_generator(args[0]);
    Value e = args[1];
    bool done = false;
    bool with_value = is_type(run, args[1]) && given(args[2]);
    if (with_value && is_exception(run, args[2])) {
        e = args[2];
    } else if (with_value && !value_call_n(run, args[1], 1, &args[2], &e)) {
        return false;
    }
    if (!is_type(run, e) && !is_exception(run, e) && run->trace->python != 2) {
        return raise_type_error(run,
                                "exceptions must be classes or instances deriving from "
                                "BaseException, not %.*s",
                                STR_ARG(type_name(run, e)));
    }
    if (!exception_of(run, e, &e)) {
        return false;
    }
    bool ok = generator_throw(run, g, e, result, &done);
    return finish(run, g, ok, done);
}

static bool close_method(Run *run, const Value *args, Value *result) {
    GeneratorObject *g = as_generator(args[0]);
    Value e = exception_make(run, run->exception.GeneratorExit, STR("")), v;
    bool done = false;
    *result = value_none();
    ((ExceptionObject *)e.as.object)->args = tuple_make(run, 0, NULL);
    if (!g->frame) {
        return true;
    }
    if (generator_throw(run, g, e, &v, &done)) {
        return done ||
               raise_error(run, run->exception.RuntimeError, "generator ignored GeneratorExit");
    }
    if (error_is(run, run->exception.GeneratorExit) ||
        error_is(run, run->exception.StopIteration)) {
        error_take(run);
        return true;
    }
    return false;
}

void generator_lend(Run *run, Value iterator) {
    const Trace *t = run->trace;
    if (!is_exactly(iterator, run->type.generator) || t->steps.count == 0) {
        return;
    }
    GeneratorObject *g = as_generator(iterator);
    Moment line = LOG_AT(&t->steps, Step, t->steps.count - 1)->start;
    g->lent = g->frame && !g->started && g->frame->trace->entered >= line;
}

static bool tell_ignored(Run *run, Value generator) {
    Value e = error_take(run);
    Str text;
    if (!value_repr(run, generator, &text)) {
        return false;
    }
    Str why = exception_text(run, e);
    print_text(run,
               str_printf(run->arena, "Exception ignored in: %.*s\n%.*s: %.*s\n", STR_ARG(text),
                          STR_ARG(type_name(run, e)), STR_ARG(why)),
               true);
    return !run->stopping;
}

bool generator_drop(Run *run, Value iterator) {
    if (!is_exactly(iterator, run->type.generator)) {
        return true;
    }
    const GeneratorObject *g = as_generator(iterator);
    Value ignored;
    if (!g->lent || !g->frame || g->running || close_method(run, &iterator, &ignored)) {
        return true;
    }
    return !run->stopping && tell_ignored(run, iterator);
}

static bool generator_repr(Run *run, Value self, Value *result) {
    const Code *c = as_generator(self)->code;
    *result = str_format(run, "<generator object %s at %.*s>",
                         (run->trace->python == 2 ? c->name : c->qualname)->text,
                         STR_ARG(object_address(run, self.as.object)));
    return true;
}

static void generator_show(Sink *out, const Object *o, Moment m, int depth) {
    (void)m;
    (void)depth;
    sink_printf(out, "<generator %s>", ((const GeneratorObject *)o)->code->qualname->text);
}

static bool get_name(Run *run, const Value *args, Value *result) {
    *result = str_of_name(run, as_generator(args[0])->code->name);
    return true;
}

static bool get_qualname(Run *run, const Value *args, Value *result) {
    *result = str_of_name(run, as_generator(args[0])->code->qualname);
    return true;
}

static bool get_running(Run *run, const Value *args, Value *result) {
    (void)run;
    *result = value_bool(as_generator(args[0])->running);
    return true;
}

static const NativeSpec methods[] = {
    {.name = "send", .signature = "self, value, /", .fn = send_method},
    {.name = "__next__", .signature = "self, /", .fn = next_method},
    {.name = "next", .signature = "self, /", .fn = next_method},
    {.name = "throw",
     .signature = "self, type, value=None, traceback=None~, /",
     .fn = throw_method},
    {.name = "close", .signature = "self, /", .fn = close_method},
    {0},
};

void install_generators(Run *run) {
    Type *t = run->type.generator;
    t->iter = generator_iter;
    t->next = generator_next;
    t->repr = generator_repr;
    t->head.show = generator_show;
    t->size = sizeof(GeneratorObject);
    type_add_methods(run, t, methods);
    type_add_getter(run, t, "__name__", get_name);
    type_add_getter(run, t, "__qualname__", get_qualname);
    type_add_getter(run, t, "gi_running", get_running);
}
