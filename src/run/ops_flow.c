/* ops_flow.c: instructions for exceptions, with, import and the print statement. */
#include "run/kinds.h"
#include "run/machine.h"

/* ---- exceptions ---- */

static bool set_cause(Run *run, Value exception, Value cause) {
    ExceptionObject *e = (ExceptionObject *)exception.as.object;
    e->suppress_context = true;
    if (is_none(cause)) {
        e->cause = value_unbound();
        return true;
    }
    if (is_type(run, cause) && is_subtype(as_type(cause), run->exception.BaseException)) {
        return value_call_n(run, cause, 0, NULL, &e->cause);
    }
    if (!is_exception(run, cause)) {
        return raise_type_error(run, "exception causes must derive from BaseException");
    }
    e->cause = cause;
    return true;
}

static bool raise_by_program(Run *run, Value exception) {
    ExceptionObject *e = (ExceptionObject *)exception.as.object;
    bool known = e->error;
    raise_value(run, exception);
    e->error->raised = e->error->raised || !known;
    return false;
}

bool op_RAISE(Run *run, Frame *f, uint32_t arg) {
    Value e;
    if (arg == 0) {
        if (is_unbound(run->handling)) {
            return run->trace->python == 2
                       ? raise_type_error(run, "exceptions must be old-style classes or derived "
                                               "from BaseException, not NoneType")
                       : raise_error(run, run->exception.RuntimeError,
                                     "No active exception to reraise");
        }
        return raise_again(run, run->handling);
    }
    f->top -= arg;
    if (!exception_of(run, f->top[0], &e)) {
        return false;
    }
    if (arg > 1 && !set_cause(run, e, f->top[1])) {
        return false;
    }
    return raise_by_program(run, e);
}

bool op_PUSH_EXCEPTION(Run *run, Frame *f, uint32_t arg) {
    (void)arg;
    frame_handle(run, f, f->top[-1]);
    return true;
}

bool op_POP_EXCEPTION(Run *run, Frame *f, uint32_t arg) {
    (void)arg;
    if (f->handled) {
        exception_caught(run, f->handled->exception);
    }
    frame_handled(run, f);
    return true;
}

bool op_EXCEPTION_MATCHES(Run *run, Frame *f, uint32_t arg) {
    bool matches;
    (void)arg;
    f->top--;
    if (!exception_matches(run, f->top[-1], f->top[0], &matches)) {
        return false;
    }
    if (matches) {
        exception_caught(run, f->top[-1]);
    }
    *f->top++ = value_bool(matches);
    return true;
}

bool op_RERAISE(Run *run, Frame *f, uint32_t arg) {
    Value e = *--f->top;
    if (arg) {
        frame_handled(run, f);
    }
    return raise_again(run, e);
}

bool op_ASSERT_FAIL(Run *run, Frame *f, uint32_t arg) {
    f->top -= arg;
    return raise_args(run, run->exception.AssertionError, arg, f->top);
}

/* ---- with ---- */

static bool no_manager(Run *run, Value o, Name missing) {
    if (run->trace->python == 2) {
        return raise_attribute_error(run, "%s", missing->text);
    }
    bool exit = missing == run->machine->name.exit;
    return raise_type_error(run, "'%.*s' object does not support the context manager protocol%s",
                            STR_ARG(type_name(run, o)), exit ? " (missed __exit__ method)" : "");
}

bool op_WITH_ENTER(Run *run, Frame *f, uint32_t arg) {
    const Specials *s = &run->machine->name;
    Value o = f->top[-1], enter, exit, v;
    bool found;
    (void)arg;
    if (!special_find(run, o, s->enter, &found, &enter)) {
        return false;
    }
    if (!found) {
        return no_manager(run, o, s->enter);
    }
    if (!special_find(run, o, s->exit, &found, &exit)) {
        return false;
    }
    if (!found) {
        return no_manager(run, o, s->exit);
    }
    if (!value_call_n(run, enter, 0, NULL, &v)) {
        return false;
    }
    f->top[-1] = exit;
    *f->top++ = v;
    return true;
}

bool op_WITH_EXIT(Run *run, Frame *f, uint32_t arg) {
    Value args[3] = {value_none(), value_none(), value_none()}, v;
    (void)arg;
    return value_call_n(run, *--f->top, 3, args, &v);
}

bool op_WITH_EXCEPT(Run *run, Frame *f, uint32_t arg) {
    Value e = f->top[-1], v;
    Value args[3] = {value_object(type_of(run, e)), e, traceback_value(run, e)};
    bool b;
    (void)arg;
    if (!value_call_n(run, f->top[-2], 3, args, &v) || !value_truth(run, v, &b)) {
        return false;
    }
    *f->top++ = value_bool(b);
    return true;
}

/* ---- import ---- */

bool op_IMPORT(Run *run, Frame *f, uint32_t arg) {
    const Code *c = f->unit->code;
    uint32_t level = INSTRUCTION_ARG(c->code[f->pc]);
    bool top = is_none(f->top[-1]);
    return import_module(run, c->names[arg], level, top, &f->top[-1]);
}

bool op_IMPORT_FROM(Run *run, Frame *f, uint32_t arg) {
    Value v;
    if (!import_from(run, f->top[-1], f->unit->code->names[arg], &v)) {
        return false;
    }
    *f->top++ = v;
    return true;
}

bool op_IMPORT_STAR(Run *run, Frame *f, uint32_t arg) {
    (void)arg;
    return import_star(run, *--f->top, f->unit->space);
}

/* ---- print of Python 2 ---- */

static bool put(Run *run, Value file, Str text) {
    if (is_unbound(file)) {
        return print_to_stdout(run, text);
    }
    Value write, ignored, v = str_make(run, text);
    return value_get_attr(run, file, name_z(run->names, "write"), &write) &&
           value_call_n(run, write, 1, &v, &ignored);
}

/* A text that ends so needs no space before the next one. */
static bool ends_line(Str text) {
    char last = text.len ? text.at[text.len - 1] : 'x';
    return last == '\n' || last == '\t' || last == '\r' || last == '\f' || last == '\v';
}

static bool join_values(Run *run, uint32_t n, const Value *values, Sink *out) {
    bool space = false;
    for (uint32_t i = 0; i < n; i++) {
        Str text;
        if (!value_str(run, values[i], &text)) {
            return false;
        }
        if (space) {
            sink_char(out, ' ');
        }
        sink_put(out, text);
        space = !ends_line(text);
    }
    return true;
}

bool op_PRINT(Run *run, Frame *f, uint32_t arg) {
    Machine *m = run->machine;
    uint32_t n = arg >> 2;
    bool newline = !(arg & 1), to_file = arg & 2;
    Value *values = f->top - n;
    Value file = to_file && !is_none(values[-1]) ? values[-1] : value_unbound();
    Sink out = sink_memory(run->arena);
    bool space = m->softspace && n && is_unbound(file);
    if (space) {
        sink_char(&out, ' ');
    }
    if (!join_values(run, n, values, &out)) {
        return false;
    }
    f->top = values - (to_file ? 1 : 0);
    Str text = sink_str(&out);
    if (is_unbound(file)) {
        m->softspace = !newline && !ends_line(text);
    }
    if (newline) {
        sink_char(&out, '\n');
    }
    return put(run, file, sink_str(&out));
}
