/* execute.c: running one node.
 *
 * A reference output names a variable. A consumer that takes a value reads the variable at the time
 * it runs; one that takes a reference (Assign) gets the name. A node is dead when a branch of a
 * cond was not taken: then a data input or a control input is dead, and so are its outputs; Merge
 * takes the live one. */
#include "graph/compute.h"
#include "graph/session.h"

Slot *execution_slots(Execution *x, const Node *n) {
    Slot **slots = &x->slots[n->record.id];
    if (!*slots) {
        *slots = ARENA_ARRAY(x->e->scratch, n->record.noutputs, Slot);
    }
    return *slots;
}

static const Slot *slot_of(const Execution *x, const Output *o) {
    return &x->slots[o->node->record.id][o->index];
}

static bool is_dead(const Execution *x, const Output *o) {
    const Slot *s = slot_of(x, o);
    return !s->value && !s->variable;
}

static bool refuse_uninitialized(Execution *x, const Node *reader, Name variable) {
    Str line = str_printf(x->e->arena, "Attempting to use uninitialized value %s", variable->text);
    bool ok = run_fail(x, FAULT_FAILED_PRECONDITION, line, reader);
    x->e->fault.rule = RULE_UNINITIALIZED;
    x->e->fault.subject = variable;
    return ok;
}

bool slot_read(Execution *x, const Node *reader, const Slot *s, const Tensor **value,
               bool *lasting) {
    *value = s->variable ? map_ptr(&x->session->values, s->variable) : s->value;
    *lasting = s->variable || s->lasting;
    return *value || !s->variable || refuse_uninitialized(x, reader, s->variable);
}

/* ---- inputs ---- */

typedef struct Inputs {
    const Tensor **values;
    Name *variables;
    bool *lasting;
} Inputs;

static Inputs inputs_make(Arena *a, uint32_t n) {
    return (Inputs){ARENA_ARRAY(a, n, const Tensor *), ARENA_ARRAY(a, n, Name),
                    ARENA_ARRAY(a, n, bool)};
}

/* A reference argument: the name, and the value if there is one. */
static void refer(Execution *x, const Slot *s, Inputs *in, uint32_t i) {
    in->variables[i] = s->variable;
    in->values[i] = s->variable ? map_ptr(&x->session->values, s->variable) : s->value;
    in->lasting[i] = true;
}

static uint32_t argument_length(const Node *n, const ArgDef *d) {
    const Attr *a = d->number  ? node_attr(n, word_text(d->number))
                    : d->types ? node_attr(n, word_text(d->types))
                               : NULL;
    return !arg_is_list(d) ? 1 : !a ? 0 : d->number ? (uint32_t)a->i : (uint32_t)a->ints.n;
}

static bool read_argument(Execution *x, const Node *n, const ArgDef *d, uint32_t from,
                          uint32_t count, Inputs *in) {
    for (uint32_t i = from; i < from + count; i++) {
        const Slot *s = slot_of(x, n->inputs[i]);
        if (d->ref) {
            refer(x, s, in, i);
        } else if (!slot_read(x, n, s, &in->values[i], &in->lasting[i])) {
            return false;
        }
    }
    return true;
}

static bool read_inputs(Execution *x, const Node *n, Inputs *in) {
    uint32_t at = 0;
    for (int i = 0; i < n->def->ninputs; i++) {
        uint32_t count = argument_length(n, &opdef_inputs(n->def)[i]);
        if (!read_argument(x, n, &opdef_inputs(n->def)[i], at, count, in)) {
            return false;
        }
        at += count;
    }
    return true;
}

static bool dies(const Execution *x, const Node *n) {
    uint32_t live = 0;
    bool trigger = n->def->flags & OP_LIVE_ANYWAY && n->record.ninputs == 0;
    for (uint32_t i = 0; i < n->record.ncontrols && !trigger; i++) {
        if (x->dead[n->controls[i]->record.id]) {
            return true;
        }
    }
    for (uint32_t i = 0; i < n->record.ninputs; i++) {
        live += !is_dead(x, n->inputs[i]);
    }
    return n->def->flags & OP_LIVE_ANYWAY ? live == 0 && n->record.ninputs > 0
                                          : live < n->record.ninputs;
}

/* ---- outputs ---- */

/* Values that were passed on last as long as they did; a Const's value is the graph's. */
static bool lasts(const Node *n, const Inputs *in, const Tensor *t) {
    bool is = opdef_compute(n->def) == compute_const;
    for (uint32_t i = 0; i < n->record.ninputs && !is; i++) {
        is = t == in->values[i] && in->lasting[i];
    }
    return is;
}

static void store_outputs(const Node *n, const Inputs *in, const Call *c, Slot *slots) {
    for (uint32_t k = 0; k < n->record.noutputs; k++) {
        if (!slots[k].fed) {
            slots[k] = (Slot){c->out[k], c->out_variable[k], false, lasts(n, in, c->out[k])};
        }
    }
}

static bool fail_call(Execution *x, const Call *c) {
    FaultKind kind = c->kind != FAULT_NONE ? c->kind : FAULT_INVALID_ARGUMENT;
    if (kind == FAULT_HOST) {
        return false; /* an exception is on its way, or the run ends */
    }
    if (kind == FAULT_BUDGET) {
        return engine_fail(x->e, kind, "%.*s", STR_ARG(c->error));
    }
    return run_fail(x, kind, c->error, c->node);
}

static bool call(Execution *x, const Node *n, Inputs *in, Slot *slots) {
    Arena *a = x->e->scratch;
    Call c = {.e = x->e,
              .node = n,
              .session = x->session,
              .arena = a,
              .in = in->values,
              .in_variable = in->variables};
    c.out = ARENA_ARRAY(a, n->record.noutputs, const Tensor *);
    c.out_variable = ARENA_ARRAY(a, n->record.noutputs, Name);
    if (!opdef_compute(n->def)(&c)) {
        return fail_call(x, &c);
    }
    store_outputs(n, in, &c, slots);
    return true;
}

/* A run of a million nodes is one line of the program: each node counts. */
static bool works(Execution *x) {
    const Host *host = &x->e->host;
    return !host->work || host->work(x->e);
}

bool node_run(Execution *x, const Node *n) {
    Slot *slots = execution_slots(x, n);
    if (!works(x)) {
        return false;
    }
    if (dies(x, n)) {
        x->dead[n->record.id] = true;
        return true;
    }
    Inputs in = inputs_make(x->e->scratch, n->record.ninputs);
    return read_inputs(x, n, &in) && call(x, n, &in, slots);
}
