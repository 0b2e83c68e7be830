/* fetch.c: session.run: the structure of the fetches is taken apart, computed at once, and put
 * together again. */
#include "run/machine.h"
#include "tf/session.h"

/* The leaves of the fetches, in order, and what became of them. */
typedef struct Plan {
    Tf *tf;
    Graph *graph;
    Log leaves; /* Fetch */
    const Tensor **values;
    const Feed *feeds;
    uint32_t nfeeds;
    uint32_t next; /* while putting together: the next leaf */
} Plan;

/* ---- taking apart ---- */

static bool refuse_type(Tf *tf, Value v, Str why) {
    Str repr, type;
    return value_repr(tf->run, v, &repr) &&
           value_repr(tf->run, value_object(type_of(tf->run, v)), &type) &&
           raise_type_error(tf->run,
                            why.len ? "Fetch argument %.*s has invalid type %.*s, must be a string "
                                      "or Tensor. (%.*s)"
                                    : "Fetch argument %.*s has invalid type %.*s",
                            STR_ARG(repr), STR_ARG(type), STR_ARG(why));
}

static bool refuse_value(Tf *tf, Value v, Str why) {
    Str repr;
    return value_repr(tf->run, v, &repr) &&
           raise_value_error(tf->run,
                             "Fetch argument %.*s cannot be interpreted as a Tensor. (%.*s)",
                             STR_ARG(repr), STR_ARG(why));
}

static bool refuse_leaf(Tf *tf, Value v) {
    Fault f = tf->engine->fault;
    if (f.kind == FAULT_HOST || !fault_take(tf)) {
        return false;
    }
    if (f.kind == FAULT_TYPE) {
        return refuse_type(tf, v, f.text);
    }
    /* str() of a KeyError is the repr of its message. */
    Str why =
        f.kind == FAULT_KEY ? str_printf(tf->run->arena, "\"%.*s\"", STR_ARG(f.text)) : f.text;
    return refuse_value(tf, v, why);
}

static bool take_leaf(Plan *p, Value v) {
    Fetch fetch;
    if (!element_find(p->tf, p->graph, v, true, true, &fetch.output, &fetch.node)) {
        return refuse_leaf(p->tf, v);
    }
    if (fetch.output) {
        fetch.node = fetch.output->node;
    }
    *LOG_PUSH(&p->leaves, Fetch) = fetch;
    return true;
}

/* What is inside of a branch or a loop has no value for the outside. */
static bool check_fetchable(const Plan *p) {
    for (size_t i = 0; i < p->leaves.count; i++) {
        const Node *n = LOG_AT(&p->leaves, Fetch, i)->node;
        if (n->unfetchable) {
            return raise_value_error(p->tf->run, "Operation '%s' has been marked as not fetchable.",
                                     n->record.name->text);
        }
    }
    return true;
}

static bool take_apart(Plan *p, Value v);

static bool take_items(Plan *p, Value v) {
    Run *run = p->tf->run;
    Value *items = NULL;
    uint32_t n = 0;
    if (!value_items(run, v, &items, &n)) {
        return false;
    }
    for (uint32_t i = 0; i < n; i++) {
        Value item = items[i];
        if (is_dict(run, v) && !value_get_item(run, v, items[i], &item)) {
            return false;
        }
        if (!take_apart(p, item)) {
            return false;
        }
    }
    return true;
}

static bool take_apart(Plan *p, Value v) {
    Run *run = p->tf->run;
    if (is_none(v)) {
        return refuse_type(p->tf, v, STR(""));
    }
    const SlicesObject *slices = slices_of(p->tf, v);
    if (slices) {
        return take_leaf(p, slices->values) && take_leaf(p, slices->indices) &&
               (!given(slices->dense_shape) || take_leaf(p, slices->dense_shape));
    }
    if (!is_sequence(run, v) && !is_dict(run, v)) {
        return take_leaf(p, v);
    }
    if (!deeper(run, "")) {
        return false;
    }
    bool ok = take_items(p, v);
    shallower(run);
    return ok;
}

/* ---- putting together ---- */

static Value leaf_value(Plan *p) {
    const Fetch *fetch = LOG_AT(&p->leaves, Fetch, p->next);
    const Tensor *t = p->values[p->next++];
    if (!t) {
        return value_none();
    }
    for (uint32_t i = 0; i < p->nfeeds; i++) {
        if (p->feeds[i].output == fetch->output) {
            return array_make(p->tf->run, t);
        }
    }
    return array_or_scalar(p->tf->run, t);
}

static bool put_together(Plan *p, Value like, Value *result);

static bool put_dict(Plan *p, Value like, Value *result) {
    Run *run = p->tf->run;
    Value *keys;
    uint32_t n;
    if (!value_items(run, like, &keys, &n) ||
        !value_call_n(run, value_object(type_of(run, like)), 0, NULL, result)) {
        return false;
    }
    for (uint32_t i = 0; i < n; i++) {
        Value inner, v;
        if (!value_get_item(run, like, keys[i], &inner) || !put_together(p, inner, &v) ||
            !value_set_item(run, *result, keys[i], v)) {
            return false;
        }
    }
    return true;
}

/* A named tuple is made by its class from as many arguments. */
static bool put_sequence(Plan *p, Value like, Value *result) {
    Run *run = p->tf->run;
    uint32_t n = sequence_count(like);
    Value *items = ARENA_ARRAY(run->arena, n + 1, Value);
    for (uint32_t i = 0; i < n; i++) {
        if (!put_together(p, sequence_item(like, i), &items[i])) {
            return false;
        }
    }
    if (is_list(run, like)) {
        *result = list_make(run, n, items);
        return true;
    }
    if (is_exactly(like, run->type.tuple)) {
        *result = tuple_make(run, n, items);
        return true;
    }
    return value_call_n(run, value_object(type_of(run, like)), n, items, result);
}

/* IndexedSlicesValue(values, indices, dense_shape), a named tuple. */
static bool put_slices(Plan *p, const SlicesObject *slices, Value *result) {
    Run *run = p->tf->run;
    Module *collections = map_ptr(&run->modules, name_z(run->names, "collections"));
    Value make, type, parts[3],
        described[] = {str_make(run, STR("IndexedSlicesValue")),
                       str_make(run, STR("values indices dense_shape"))};
    parts[0] = leaf_value(p);
    parts[1] = leaf_value(p);
    parts[2] = given(slices->dense_shape) ? leaf_value(p) : value_none();
    return value_get_attr(run, value_object(collections), name_z(run->names, "namedtuple"),
                          &make) &&
           value_call_n(run, make, 2, described, &type) &&
           value_call_n(run, type, 3, parts, result);
}

static bool put_together(Plan *p, Value like, Value *result) {
    if (slices_of(p->tf, like)) {
        return put_slices(p, slices_of(p->tf, like), result);
    }
    if (is_sequence(p->tf->run, like)) {
        return put_sequence(p, like, result);
    }
    if (is_dict(p->tf->run, like)) {
        return put_dict(p, like, result);
    }
    *result = leaf_value(p);
    return true;
}

/* ---- session.run ---- */

static bool compute(Plan *p, Session *s) {
    uint32_t n = (uint32_t)p->leaves.count;
    Fetch *fetches = ARENA_ARRAY(p->tf->run->arena, n + 1, Fetch);
    for (uint32_t i = 0; i < n; i++) {
        fetches[i] = *LOG_AT(&p->leaves, Fetch, i);
    }
    p->values = ARENA_ARRAY(p->tf->run->arena, n + 1, const Tensor *);
    return session_run(p->tf->engine, s, fetches, n, p->feeds, p->nfeeds, p->values);
}

bool session_fetch(Tf *tf, Session *s, Value fetches, Value feed_dict, Value *result) {
    Plan p = {.tf = tf, .graph = s->graph, .leaves = log_make(tf->run->arena, sizeof(Fetch))};
    Feed *feeds;
    if (s->closed) {
        return raise_error(tf->run, tf->run->exception.RuntimeError,
                           "Attempted to use a closed Session.");
    }
    if (s->graph->order.count == 0) {
        return raise_error(tf->run, tf->run->exception.RuntimeError,
                           "The Session graph is empty.  Add operations to the graph before "
                           "calling run().");
    }
    if (!feeds_read(tf, s->graph, feed_dict, &feeds, &p.nfeeds) || !take_apart(&p, fetches) ||
        !check_fetchable(&p)) {
        return false;
    }
    p.feeds = feeds;
    return compute(&p, s) && put_together(&p, fetches, result);
}
