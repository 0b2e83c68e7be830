/* machine.c: the loop that runs instructions.
 *
 * Here is what happens millions of times: steps, variables, arithmetic of numbers, comparisons,
 * jumps, loops over ranges. Everything else is a function of the type OpFn (ops_*.c) that the table
 * `outside` names; it finds its operands on the frame's stack, may move the frame's pc, and may
 * make another frame the current one (a call). After it the loop looks which frame runs now.
 *
 * `trace->site` must be right whenever something may be recorded or raised; it is set before every
 * function of the table, and by `bind` for the assignments that the loop records itself. */
#include <math.h>
#include <string.h>

#include "run/kinds.h"
#include "run/machine.h"

static OpFn *const outside[PRIVATE_OPCODE_COUNT] = {
    [OP_LINE] = op_LINE,
    [OP_LOAD_LOCAL] = op_LOAD_LOCAL,
    [OP_DELETE_LOCAL] = op_DELETE_LOCAL,
    [OP_LOAD_GLOBAL] = op_LOAD_GLOBAL,
    [OP_DELETE_GLOBAL] = op_DELETE_GLOBAL,
    [OP_LOAD_CELL] = op_LOAD_CELL,
    [OP_STORE_CELL] = op_STORE_CELL,
    [OP_DELETE_CELL] = op_DELETE_CELL,
    [OP_LOAD_CLOSURE] = op_LOAD_CLOSURE,
    [OP_LOAD_NAME] = op_LOAD_NAME,
    [OP_LOAD_NAME_OR_CELL] = op_LOAD_NAME_OR_CELL,
    [OP_STORE_NAME] = op_STORE_NAME,
    [OP_DELETE_NAME] = op_DELETE_NAME,
    [OP_LOAD_ATTR] = op_LOAD_ATTR,
    [OP_STORE_ATTR] = op_STORE_ATTR,
    [OP_DELETE_ATTR] = op_DELETE_ATTR,
    [OP_LOAD_ITEM] = op_LOAD_ITEM,
    [OP_STORE_ITEM] = op_STORE_ITEM,
    [OP_DELETE_ITEM] = op_DELETE_ITEM,
    [OP_UNARY] = op_UNARY,
    [OP_BINARY] = op_BINARY,
    [OP_INPLACE] = op_INPLACE,
    [OP_COMPARE] = op_COMPARE,
    [OP_JUMP_IF_FALSE] = op_JUMP_IF_FALSE,
    [OP_JUMP_IF_TRUE] = op_JUMP_IF_TRUE,
    [OP_JUMP_IF_FALSE_OR_POP] = op_JUMP_IF_FALSE_OR_POP,
    [OP_JUMP_IF_TRUE_OR_POP] = op_JUMP_IF_TRUE_OR_POP,
    [OP_GET_ITER] = op_GET_ITER,
    [OP_DROP_ITER] = op_DROP_ITER,
    [OP_FOR_ITER] = op_FOR_ITER,
    [OP_UNPACK] = op_UNPACK,
    [OP_UNPACK_STAR] = op_UNPACK_STAR,
    [OP_BUILD_TUPLE] = op_BUILD_TUPLE,
    [OP_BUILD_LIST] = op_BUILD_LIST,
    [OP_BUILD_SET] = op_BUILD_SET,
    [OP_BUILD_DICT] = op_BUILD_DICT,
    [OP_BUILD_SLICE] = op_BUILD_SLICE,
    [OP_BUILD_STRING] = op_BUILD_STRING,
    [OP_FORMAT] = op_FORMAT,
    [OP_LIST_APPEND] = op_LIST_APPEND,
    [OP_SET_ADD] = op_SET_ADD,
    [OP_DICT_ADD] = op_DICT_ADD,
    [OP_LIST_EXTEND] = op_LIST_EXTEND,
    [OP_SET_UPDATE] = op_SET_UPDATE,
    [OP_DICT_UPDATE] = op_DICT_UPDATE,
    [OP_DICT_MERGE] = op_DICT_MERGE,
    [OP_LIST_TO_TUPLE] = op_LIST_TO_TUPLE,
    [OP_CALL] = op_CALL,
    [OP_CALL_KW] = op_CALL_KW,
    [OP_CALL_EX] = op_CALL_EX,
    [OP_MAKE_FUNCTION] = op_MAKE_FUNCTION,
    [OP_MAKE_CLASS] = op_MAKE_CLASS,
    [OP_MAKE_CLASS_KW] = op_MAKE_CLASS_KW,
    [OP_IMPORT] = op_IMPORT,
    [OP_IMPORT_FROM] = op_IMPORT_FROM,
    [OP_IMPORT_STAR] = op_IMPORT_STAR,
    [OP_RAISE] = op_RAISE,
    [OP_PUSH_EXCEPTION] = op_PUSH_EXCEPTION,
    [OP_POP_EXCEPTION] = op_POP_EXCEPTION,
    [OP_EXCEPTION_MATCHES] = op_EXCEPTION_MATCHES,
    [OP_RERAISE] = op_RERAISE,
    [OP_ASSERT_FAIL] = op_ASSERT_FAIL,
    [OP_WITH_ENTER] = op_WITH_ENTER,
    [OP_WITH_EXIT] = op_WITH_EXIT,
    [OP_WITH_EXCEPT] = op_WITH_EXCEPT,
    [OP_PRINT] = op_PRINT,
    [OP_DOCSTRING] = op_DOCSTRING,
    [OP_LOAD_METHOD] = op_LOAD_METHOD,
    [OP_QUIET_LINE] = op_QUIET_LINE,
    [OP_QUIET_STORE_LOCAL] = op_QUIET_STORE_LOCAL,
    [OP_QUIET_DELETE_LOCAL] = op_QUIET_DELETE_LOCAL,
    [OP_QUIET_STORE_GLOBAL] = op_QUIET_STORE_GLOBAL,
    [OP_QUIET_DELETE_GLOBAL] = op_QUIET_DELETE_GLOBAL,
};

/* ---- recording, the short way ---- */

/* trace_bind for a place that has a past already, as in a loop. */
static inline void bind(Trace *t, Cell *c, Value v, uint32_t slot, uint32_t site) {
    t->site = site;
    if (!c->past || c->since == trace_now(t) || site >= 0xffffff) {
        trace_bind(t, c, v, slot);
        return;
    }
    Past *p = LOG_PUSH(c->past, Past);
    *p = (Past){c->as, c->kind, c->since};
    c->as = v.as;
    c->kind = v.kind;
    c->since = trace_now(t);
    Event *e = LOG_PUSH(&t->events, Event);
    *e = (Event){.site = site & 0xffffff, .kind = EVENT_BIND, .arg = slot};
}

/* ---- numbers, the short way; false: something else must do it ---- */

static inline bool integers(BinaryOperator op, int64_t a, int64_t b, Value *result) {
    int64_t r = 0;
    if (op == BINARY_OPERATOR_ADD        ? __builtin_add_overflow(a, b, &r)
        : op == BINARY_OPERATOR_SUBTRACT ? __builtin_sub_overflow(a, b, &r)
        : op == BINARY_OPERATOR_MULTIPLY ? __builtin_mul_overflow(a, b, &r)
                                         : true) {
        return false;
    }
    *result = value_int(r);
    return true;
}

static inline bool reals(BinaryOperator op, double a, double b, Value *result) {
    if (op == BINARY_OPERATOR_ADD) {
        *result = value_float(a + b);
    } else if (op == BINARY_OPERATOR_SUBTRACT) {
        *result = value_float(a - b);
    } else if (op == BINARY_OPERATOR_MULTIPLY) {
        *result = value_float(a * b);
    } else {
        return false;
    }
    return true;
}

static inline bool arithmetic(BinaryOperator op, Value a, Value b, Value *result) {
    if (a.kind == VALUE_INT && b.kind == VALUE_INT) {
        return integers(op, a.as.integer, b.as.integer, result);
    }
    return a.kind == VALUE_FLOAT && b.kind == VALUE_FLOAT &&
           reals(op, a.as.real, b.as.real, result);
}

static inline bool compare_integers(CompareOperator op, int64_t a, int64_t b, Value *result) {
    bool r = false;
    switch (op) {
    case COMPARE_OPERATOR_LESS: r = a < b; break;
    case COMPARE_OPERATOR_LESS_EQUAL: r = a <= b; break;
    case COMPARE_OPERATOR_EQUAL: r = a == b; break;
    case COMPARE_OPERATOR_NOT_EQUAL: r = a != b; break;
    case COMPARE_OPERATOR_GREATER: r = a > b; break;
    case COMPARE_OPERATOR_GREATER_EQUAL: r = a >= b; break;
    case COMPARE_OPERATOR_IN:
    case COMPARE_OPERATOR_NOT_IN:
    case COMPARE_OPERATOR_IS:
    case COMPARE_OPERATOR_IS_NOT:
    case COMPARE_OPERATOR_COUNT: return false;
    }
    *result = value_bool(r);
    return true;
}

/* The next item of a range; false when this is no range iterator or it is exhausted. */
static inline bool next_of_range(const Run *run, Value iterator, Value *item) {
    if (!is_exactly(iterator, run->type.range_iterator)) {
        return false;
    }
    IteratorObject *i = (IteratorObject *)iterator.as.object;
    if (i->left <= 0) {
        return false;
    }
    *item = value_int(i->at);
    i->left--;
    if (i->left) {
        i->at += i->step;
    }
    return true;
}

/* ---- errors ---- */

static const Handler *find_handler(const Code *c, uint32_t at) {
    for (uint32_t i = 0; i < c->nhandlers; i++) {
        if (at >= c->handlers[i].start && at < c->handlers[i].end) {
            return &c->handlers[i];
        }
    }
    return NULL;
}

/* Exceptions that were being handled where the error happened, inside of the handler's range, are
 * not dropped here: the code at the handler ends them by RERAISE or POP_EXCEPTION. */
static bool handle(Run *run, Frame *f) {
    const Handler *h = find_handler(f->unit->code, f->pc - 1);
    if (!h) {
        return false;
    }
    f->top = f->stack + h->depth;
    *f->top++ = run->error;
    f->pc = h->handler;
    run->error = value_unbound();
    return true;
}

/* Goes outwards to the next handler, at most to the frame that the loop began with. True: m->frame
 * goes on. */
static bool unwind(Run *run) {
    Machine *m = run->machine;
    for (;;) {
        Frame *f = m->frame;
        bool entry = f->entry;
        if (!run->stopping) {
            if (!m->reraise && !f->unit->space->quiet) {
                traceback_add(run, f);
            }
            m->reraise = false;
            if (handle(run, f)) {
                return true;
            }
        }
        if (f->generator) {
            f->generator->running = false;
        }
        frame_leave(run, f);
        if (entry) {
            return false;
        }
    }
}

/* ---- leaving ---- */

/* The value of a call: what the function returned, or the instance that its __init__ prepared. */
static inline bool returned(Run *run, const Frame *f, Value *v) {
    if (is_unbound(f->made)) {
        return true;
    }
    if (!is_none(*v)) {
        return raise_type_error(run, "__init__() should return None, not '%.*s'",
                                STR_ARG(type_name(run, *v)));
    }
    *v = f->made;
    return true;
}

/* Goes back from a generator to who resumed it. */
static void suspend(Run *run, Frame *f) {
    Machine *m = run->machine;
    m->frame = f->caller;
    m->depth--;
    run->trace->frame = f->caller ? f->caller->trace->index : FRAME_NONE;
    run->handling = f->outer;
    f->generator->running = false;
    if (!f->unit->space->quiet) {
        frame_goes_on(run, run->trace->frame);
    }
}

/* ---- the loop ---- */

bool machine_run(Run *run, Frame *frame, bool throwing, Value *result) {
    Machine *const m = run->machine;
    Trace *const trace = run->trace;
    const uint32_t site_before = trace->site;
    Frame *f;
    const Instruction *text;
    const Value *constants;
    Value *top;
    uint32_t pc, base; /* the next instruction; site of the frame's first one */
    bool quiet; /* it is the library's: what it does is done by the instruction that called */

    frame->entry = true;
    m->frame = frame;
    if (throwing) {
        goto failed;
    }
enter:
    f = m->frame;
    trace->frame = f->trace->index;
    text = f->unit->text;
    constants = f->unit->constants;
    base = f->unit->code->first_site;
    quiet = f->unit->space->quiet;
    top = f->top;
    pc = f->pc;

    for (;;) {
        const Instruction i = text[pc++];
        const uint32_t arg = INSTRUCTION_ARG(i);
        switch (i & 0xff) {
        case OP_LINE: {
            if (trace->steps.count >= m->check_at) {
                goto elsewhere;
            }
            Step *s = LOG_PUSH(&trace->steps, Step);
            *s = (Step){base + pc - 1, f->trace->index, trace_now(trace)};
            continue;
        }
        case OP_CONST: *top++ = constants[arg]; continue;
        case OP_POP: top--; continue;
        case OP_COPY:
            *top = top[-1 - (ptrdiff_t)arg];
            top++;
            continue;
        case OP_SWAP: {
            Value v = top[-1];
            top[-1] = top[-1 - (ptrdiff_t)arg];
            top[-1 - (ptrdiff_t)arg] = v;
            continue;
        }
        case OP_ROTATE: {
            Value v = top[-1];
            memmove(top - arg, top - arg - 1, arg * sizeof v);
            top[-1 - (ptrdiff_t)arg] = v;
            continue;
        }
        case OP_LOAD_LOCAL: {
            const Cell *c = &f->locals[arg];
            if (c->kind == VALUE_UNBOUND) {
                goto elsewhere;
            }
            *top++ = cell_get(c);
            continue;
        }
        case OP_STORE_LOCAL: bind(trace, &f->locals[arg], *--top, arg, base + pc - 1); continue;
        case OP_LOAD_GLOBAL: {
            const Cell *c = &f->globals[arg];
            if (c->kind != VALUE_UNBOUND) {
                *top++ = cell_get(c);
                continue;
            }
            Value v = f->unit->space->builtins[arg];
            if (is_unbound(v)) {
                goto elsewhere;
            }
            *top++ = v;
            continue;
        }
        case OP_STORE_GLOBAL: bind(trace, &f->globals[arg], *--top, arg, base + pc - 1); continue;
        case OP_LOAD_CELL: {
            const Cell *c = &f->cells[arg]->cell;
            if (c->kind == VALUE_UNBOUND) {
                goto elsewhere;
            }
            *top++ = cell_get(c);
            continue;
        }
        case OP_BINARY:
        case OP_INPLACE:
            if (!arithmetic((BinaryOperator)arg, top[-2], top[-1], &top[-2])) {
                goto elsewhere;
            }
            top--;
            continue;
        case OP_COMPARE:
            if (top[-2].kind != VALUE_INT || top[-1].kind != VALUE_INT ||
                !compare_integers((CompareOperator)arg, top[-2].as.integer, top[-1].as.integer,
                                  &top[-2])) {
                goto elsewhere;
            }
            top--;
            continue;
        case OP_JUMP: pc = arg; continue;
        case OP_JUMP_IF_FALSE:
            if (top[-1].kind != VALUE_BOOL) {
                goto elsewhere;
            }
            pc = (--top)->as.boolean ? pc : arg;
            continue;
        case OP_JUMP_IF_TRUE:
            if (top[-1].kind != VALUE_BOOL) {
                goto elsewhere;
            }
            pc = (--top)->as.boolean ? arg : pc;
            continue;
        case OP_FOR_ITER:
            if (!next_of_range(run, top[-1], top)) {
                goto elsewhere;
            }
            top++;
            continue;
        case OP_WORD: continue;
        case OP_RETURN: {
            Value v = *--top;
            trace->site = quiet ? f->site : base + pc - 1;
            f->pc = pc;
            if (!returned(run, f, &v)) {
                goto failed;
            }
            bool entry = f->entry;
            if (f->generator) {
                f->generator->result = v;
            }
            frame_leave(run, f);
            if (entry) {
                *result = v;
                trace->site = site_before;
                return true;
            }
            *m->frame->top++ = v;
            goto enter;
        }
        case OP_YIELD:
            *result = *--top;
            f->top = top;
            f->pc = pc;
            suspend(run, f);
            trace->site = site_before;
            return true;
        case OP_YIELD_FROM: {
            bool done;
            f->top = top;
            f->pc = pc;
            trace->site = quiet ? f->site : base + pc - 1;
            if (!generator_delegate(run, f, result, &done)) {
                goto failed;
            }
            top = f->top;
            if (done) {
                continue;
            }
            f->pc = pc - 1; /* what send() gives comes here again */
            suspend(run, f);
            trace->site = site_before;
            return true;
        }
        elsewhere:
        default: /* all instructions of the table */
            f->top = top;
            f->pc = pc;
            trace->site = quiet ? f->site : base + pc - 1;
            if (!outside[i & 0xff](run, f, arg)) {
                goto failed;
            }
            if (m->frame != f) {
                goto enter;
            }
            top = f->top;
            pc = f->pc;
            continue;
        }
    }

failed:
    if (unwind(run)) {
        goto enter;
    }
    trace->site = site_before;
    return false;
}
