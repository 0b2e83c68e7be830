/* frame.c: frames: taken for a call, given back when it returns. */
#include <string.h>

#include "run/kinds.h"
#include "run/machine.h"

/* ---- depth ---- */

#define NESTED_MAX 1000 /* levels on the C stack */

static bool too_deep(Run *run, const char *what) {
    return raise_error(run, run->exception.RecursionError, "maximum recursion depth exceeded%s",
                       what);
}

bool deeper(Run *run, const char *what) {
    Machine *m = run->machine;
    if (m->depth >= m->max_depth || m->nested >= NESTED_MAX) {
        return too_deep(run, what);
    }
    m->depth++;
    m->nested++;
    return true;
}

bool frame_room(Run *run) {
    return run->machine->depth < run->machine->max_depth || too_deep(run, "");
}

/* ---- taking and giving back ---- */

static uint32_t class_of(uint32_t values) {
    uint32_t k = 0;
    while (((size_t)8 << k) < values) {
        k++;
    }
    return k;
}

/* A spare frame of the right size, or a new one. All fields are the caller's to fill in. */
static Frame *take(Run *run, uint32_t values) {
    Machine *m = run->machine;
    uint32_t k = class_of(values);
    Frame *f = m->spare[k];
    if (f) {
        m->spare[k] = f->caller;
        return f;
    }
    f = arena_alloc(run->arena, sizeof *f + ((size_t)8 << k) * sizeof(Value));
    f->size_class = k;
    return f;
}

void frame_recycle(Run *run, Frame *f) {
    Machine *m = run->machine;
    f->caller = m->spare[f->size_class];
    m->spare[f->size_class] = f;
}

/* ---- entering ---- */

/* Parameters are seen from the event of the call on. */
static void fill_cells(Cell *cells, uint32_t n, const Value *arguments, Moment now) {
    for (uint32_t i = 0; i < n; i++) {
        cells[i] = (Cell){arguments[i].as, arguments[i].kind, now, NULL};
    }
}

static void make_closure_cells(Run *run, Frame *f, CellObject **captured, const Cell *cells) {
    const Code *c = f->unit->code;
    uint32_t n = c->ncells + c->ncaptures;
    f->cells = NULL;
    if (!n) {
        return;
    }
    f->cells = ARENA_ARRAY(run->arena, n, CellObject *);
    for (uint32_t i = 0; i < c->ncells; i++) {
        uint32_t p = c->cell_param[i];
        f->cells[i] = cell_make(run, p == UINT32_MAX ? value_unbound() : cell_get(&cells[p]));
    }
    for (uint32_t i = 0; i < c->ncaptures; i++) {
        f->cells[c->ncells + i] = captured[i];
    }
}

/* Where the trace finds names that closures share. */
static Cell **captured_places(Run *run, const Frame *f) {
    const Code *c = f->unit->code;
    uint32_t n = c->ncells + c->ncaptures;
    if (!n) {
        return NULL;
    }
    Cell **places = ARENA_ARRAY(run->arena, f->unit->nslots, Cell *);
    for (uint32_t i = 0; i < n; i++) {
        places[c->nlocals + i] = &f->cells[i]->cell;
        if (i < c->ncells && c->cell_param[i] != UINT32_MAX) {
            places[c->cell_param[i]] = &f->cells[i]->cell;
        }
    }
    return places;
}

Frame *frame_make(Run *run, const Unit *u, CellObject **captured, const Value *arguments) {
    Machine *m = run->machine;
    Trace *t = run->trace;
    Frame *f = take(run, u->code->stack_size + 2);
    Cell *cells = u->nslots ? ARENA_ARRAY(run->arena, u->nslots, Cell) : NULL;
    fill_cells(cells, u->nparameters, arguments, trace_now(t));
    f->unit = u;
    make_closure_cells(run, f, captured, cells);
    Cell **places = captured_places(run, f);
    bool quiet = u->space->quiet;
    TraceFrame *frame = quiet ? ARENA_NEW(run->arena, TraceFrame) : trace_frame(t);
    if (quiet) { /* what it does is done by the frame that called */
        frame->index = t->frame;
        f->site = t->site;
    }
    frame->function = u->code->name;
    frame->module = u->space->index;
    frame->names = u->slots;
    frame->cells = cells;
    frame->captured = places;
    frame->ncells = u->nslots;
    f->trace = frame;
    f->locals = cells;
    f->globals = u->space->cells;
    f->generator = NULL;
    f->names = NULL;
    f->handled = NULL;
    f->outer = run->handling;
    f->made = value_unbound();
    f->top = f->stack;
    f->pc = 0;
    f->entry = false;
    f->caller = m->frame;
    m->depth++;
    if (!quiet) {
        trace_event(t, EVENT_CALL, frame->index);
    }
    return f;
}

void frame_goes_on(Run *run, uint32_t frame) {
    if (frame != FRAME_NONE) {
        trace_event(run->trace, EVENT_RESUME, frame);
    }
}

void frame_leave(Run *run, Frame *f) {
    Machine *m = run->machine;
    Trace *t = run->trace;
    Frame *caller = f->caller;
    f->trace->left = trace_now(t);
    if (!f->unit->space->quiet) {
        trace_event(t, EVENT_RETURN, f->trace->index);
    }
    m->frame = caller;
    m->depth--;
    t->frame = caller ? caller->trace->index : FRAME_NONE;
    run->handling = f->outer;
    if (f->generator) {
        f->generator->frame = NULL;
        f->generator->running = false;
        if (!f->unit->space->quiet) {
            frame_goes_on(run, t->frame);
        }
    }
    frame_recycle(run, f);
}

/* ---- exceptions being handled ---- */

void frame_handle(Run *run, Frame *f, Value exception) {
    Machine *m = run->machine;
    Handled *h = m->spare_handled;
    if (h) {
        m->spare_handled = h->outer;
    } else {
        h = ARENA_NEW(run->arena, Handled);
    }
    h->exception = exception;
    h->outer = f->handled;
    f->handled = h;
    run->handling = exception;
}

void frame_handled(Run *run, Frame *f) {
    Handled *h = f->handled;
    if (!h) {
        return;
    }
    f->handled = h->outer;
    h->outer = run->machine->spare_handled;
    run->machine->spare_handled = h;
    run->handling = f->handled ? f->handled->exception : f->outer;
}

/* ---- what programs ask about frames ---- */

static bool shown(Name name) {
    return name->text[0] != '.' && name->text[0] != '\0';
}

static void put_variable(Run *run, Value dict, Name name, Value v) {
    if (!is_unbound(v) && shown(name)) {
        dict_set_name(run, dict, name->text, v);
    }
}

static void put_members(Run *run, Value dict, const Members *m) {
    for (uint32_t i = 0; i < m->count; i++) {
        put_variable(run, dict, m->at[i].name, cell_get(&m->at[i].cell));
    }
}

Value frame_globals(Run *run) {
    const Frame *f = run->machine->frame;
    return f ? module_variables(run, f->unit->space->module) : dict_make(run);
}

Value frame_locals(Run *run) {
    const Frame *f = run->machine->frame;
    if (!f || f->unit->code->kind == CODE_MODULE) {
        return frame_globals(run);
    }
    Value dict = dict_make(run);
    if (f->names) {
        put_members(run, dict, f->names);
        return dict;
    }
    for (uint32_t i = 0; i < f->unit->nslots; i++) {
        put_variable(run, dict, f->unit->slots[i], trace_local_at(f->trace, i, MOMENT_END));
    }
    return dict;
}

bool super_of_frame(Run *run, const Type **type, Value *self) {
    const Frame *f = run->machine->frame;
    const Code *c = f ? f->unit->code : NULL;
    if (!c || !c->npositional) {
        return raise_error(run, run->exception.RuntimeError, "super(): no arguments");
    }
    *self = trace_local_at(f->trace, 0, MOMENT_END);
    for (uint32_t i = 0; i < c->ncaptures; i++) {
        if (c->captures[i].name == run->machine->name.class) {
            Value v = cell_get(&f->cells[c->ncells + i]->cell);
            if (!is_type(run, v)) {
                return raise_error(run, run->exception.RuntimeError,
                                   "super(): empty __class__ cell");
            }
            *type = as_type(v);
            return true;
        }
    }
    return raise_error(run, run->exception.RuntimeError, "super(): __class__ cell not found");
}
