/* apply.c: ops generated from their definition: the name is opened first, operands become tensors
 * inside it. */
#include <stdio.h>

#include "graph/build.h"
#include "graph/naming.h"

Operand operand_tensor(Engine *e, const Tensor *t) {
    (void)e;
    return (Operand){.tensor = t};
}

/* ---- conversion ---- */

static bool refuse_dtype(Engine *e, const Output *o, DType want) {
    bool repr = engine_has(e, CHANGE_CONVERSION_REPR);
    Str text = repr ? output_repr(e->arena, o)
                    : str_printf(e->arena, "'%.*s'", STR_ARG(output_str(e->arena, o)));
    return engine_fail(
        e, FAULT_VALUE, "Tensor conversion requested dtype %s for Tensor with dtype %s%s: %.*s",
        dtype_name(want), dtype_name(output_dtype(o)), output_ref(o) ? "_ref" : "", STR_ARG(text));
}

static bool convert(Engine *e, const Operand *o, DType want, const char *name, bool as_ref,
                    Output **out) {
    if (o->output) {
        *out = o->output;
        return want == DTYPE_INVALID || output_dtype(o->output) == want ||
               refuse_dtype(e, o->output, want);
    }
    if (!o->tensor) {
        return e->host.convert(e, o->host, want, name, as_ref, out);
    }
    bool same = want == DTYPE_INVALID || want == o->tensor->dtype;
    const Tensor *t = same ? o->tensor : tensor_cast(e->arena, o->tensor, want);
    return constant_make(e, t, name ? str_of(name) : (Str){0}, out);
}

bool engine_convert(Engine *e, Operand o, DType want, const char *name, Output **out) {
    return convert(e, &o, want, name, false, out);
}

/* ---- what is said when an argument cannot be converted ---- */

static const char *host_type(Value v) {
    switch (v.kind) {
    case VALUE_UNBOUND:
    case VALUE_NONE: return "NoneType";
    case VALUE_BOOL: return "bool";
    case VALUE_INT: return "int";
    case VALUE_FLOAT: return "float";
    case VALUE_OBJECT: return v.as.object->type->name->text;
    }
    return "";
}

static bool rewrite_type_error(Build *b, const ArgDef *arg, const Operand *o, DType want) {
    Engine *e = b->e;
    if (want == DTYPE_INVALID || o->tensor) {
        return false;
    }
    Str cause = e->fault.text, value = e->host.describe(e, o->host);
    Str more = engine_has(e, CHANGE_CONVERSION_ERROR_CAUSE)
                   ? str_join2(e->arena, STR(" Error: "), cause)
                   : STR("");
    return engine_fail(
        e, FAULT_TYPE,
        "Expected %s passed to parameter '%s' of op '%s', got %.*s of type '%s' instead.%.*s",
        dtype_name(want), word_text(arg->name), b->def->name, STR_ARG(value), host_type(o->host),
        STR_ARG(more));
}

static const char *inferred_from(const Build *b, const ArgDef *arg) {
    for (int i = 0; i < b->def->nattrs; i++) {
        if (b->bound[i].name && str_is(str_of(b->bound[i].name), word_text(arg->type))) {
            return b->from[i] ? b->from[i] : "Default in OpDef";
        }
    }
    return "Default in OpDef";
}

static bool mismatch(Build *b, const ArgDef *arg, const Output *o, DType want) {
    const char *ref = output_ref(o) ? "_ref" : "", *has = dtype_name(output_dtype(o));
    if (arg->dtype != DTYPE_INVALID) {
        return engine_fail(
            b->e, FAULT_TYPE,
            "Input '%s' of '%s' Op has type %s%s that does not match expected type of %s.",
            word_text(arg->name), b->def->name, has, ref, dtype_name(want));
    }
    return engine_fail(
        b->e, FAULT_TYPE,
        "Input '%s' of '%s' Op has type %s%s that does not match type %s of argument '%s'.",
        word_text(arg->name), b->def->name, has, ref, dtype_name(want), inferred_from(b, arg));
}

/* The value is converted once more, as it likes: which type does it have? The node that this makes
 * stays. */
static bool rewrite_value_error(Build *b, const ArgDef *arg, const Operand *o, DType want) {
    Engine *e = b->e;
    Output *natural;
    if (convert(e, o, DTYPE_INVALID, NULL, arg->ref, &natural)) {
        return mismatch(b, arg, natural, want);
    }
    if (e->fault.kind != FAULT_VALUE || !engine_has(e, CHANGE_CONVERSION_TRIED)) {
        return false;
    }
    Str cause = e->fault.text;
    return engine_fail(e, FAULT_VALUE, "Tried to convert '%s' to a tensor and failed. Error: %.*s",
                       word_text(arg->name), STR_ARG(cause));
}

static bool rewrite_error(Build *b, const ArgDef *arg, const Operand *o, DType want) {
    if (b->e->fault.kind == FAULT_TYPE) {
        return rewrite_type_error(b, arg, o, want);
    }
    return b->e->fault.kind == FAULT_VALUE && rewrite_value_error(b, arg, o, want);
}

/* ---- single arguments ---- */

static DType default_type(const Build *b, const ArgDef *arg) {
    const AttrDef *d = arg->type ? opdef_attr(b->def, word_text(arg->type)) : NULL;
    return d && d->has_default ? (DType)d->number : DTYPE_INVALID;
}

static DType wanted_type(const Build *b, const ArgDef *arg) {
    const Attr *a =
        arg->dtype == DTYPE_INVALID && arg->type ? build_attr(b, word_text(arg->type)) : NULL;
    return a ? a->type : (DType)arg->dtype;
}

/* Without an imposed type the attribute's default is preferred, where the value allows it. */
static bool convert_preferred(Build *b, const ArgDef *arg, const Operand *o, Output **out) {
    DType preferred = o->output || o->tensor ? DTYPE_INVALID : default_type(b, arg);
    if (preferred != DTYPE_INVALID) {
        if (convert(b->e, o, preferred, word_text(arg->name), arg->ref, out)) {
            return true;
        }
        if (b->e->fault.kind != FAULT_TYPE && b->e->fault.kind != FAULT_VALUE) {
            return false;
        }
        b->e->fault = (Fault){.rule = RULE_COUNT};
    }
    return convert(b->e, o, DTYPE_INVALID, word_text(arg->name), arg->ref, out);
}

static bool convert_single(Build *b, const ArgDef *arg, const Operand *o, Output **out) {
    DType want = wanted_type(b, arg);
    if (o->output && want != DTYPE_INVALID && output_dtype(o->output) != want) {
        return mismatch(b, arg, o->output, want);
    }
    bool ok = want == DTYPE_INVALID ? convert_preferred(b, arg, o, out)
                                    : convert(b->e, o, want, word_text(arg->name), arg->ref, out);
    return ok || rewrite_error(b, arg, o, want);
}

/* ---- lists ---- */

static DType list_type(const Build *b, const ArgDef *arg, const Operand *o, uint32_t n) {
    DType want = wanted_type(b, arg);
    for (uint32_t i = 0; want == DTYPE_INVALID && !arg->types && i < n; i++) {
        want = o[i].output ? output_dtype(o[i].output) : DTYPE_INVALID;
    }
    return want;
}

static void put_observed(Build *b, const Operand *o, uint32_t n, Sink *out) {
    for (uint32_t i = 0; i < n; i++) {
        Output *natural;
        bool ok = convert(b->e, &o[i], DTYPE_INVALID, NULL, false, &natural);
        sink_z(out, i > 0 ? ", " : "");
        sink_z(out, ok ? dtype_name(output_dtype(natural)) : "<NOT CONVERTIBLE TO TENSOR>");
    }
}

static bool refuse_list(Build *b, const ArgDef *arg, const Operand *o, uint32_t n, DType want) {
    if (b->e->fault.kind != FAULT_TYPE && b->e->fault.kind != FAULT_VALUE) {
        return false;
    }
    Sink out = sink_memory(b->e->arena);
    sink_printf(&out, "Tensors in list passed to '%s' of '%s' Op have types [",
                word_text(arg->name), b->def->name);
    put_observed(b, o, n, &out);
    if (arg->types) {
        sink_z(&out, "] that are invalid.");
    } else if (arg->dtype != DTYPE_INVALID) {
        sink_printf(&out, "] that do not match expected type %s.", dtype_name(want));
    } else if (build_attr(b, word_text(arg->type))) {
        sink_printf(&out, "] that do not match type %s inferred from earlier arguments.",
                    dtype_name(want));
    } else {
        sink_z(&out, "] that don't all match.");
    }
    return engine_fail(b->e, FAULT_TYPE, "%.*s", STR_ARG(sink_str(&out)));
}

static bool convert_list(Build *b, const ArgDef *arg, const Operand *o, uint32_t n, Output **out) {
    DType want = list_type(b, arg, o, n);
    for (uint32_t i = 0; i < n; i++) {
        char name[64];
        snprintf(name, sizeof name, "%s_%u", word_text(arg->name), i);
        if (!convert(b->e, &o[i], want, name, arg->ref, &out[i])) {
            return refuse_list(b, arg, o, n, want);
        }
        if (arg->number && output_dtype(out[i]) != output_dtype(out[0])) {
            b->e->fault.kind = FAULT_TYPE;
            return refuse_list(b, arg, o, n, want);
        }
    }
    return true;
}

/* ---- the op ---- */

#define FEW_INPUTS 8

static bool convert_all(Build *b, const Operand *o, uint32_t noperands, const uint32_t *lists,
                        Output **values) {
    const OpDef *d = b->def;
    uint32_t at = 0, list = 0;
    for (int i = 0; i < d->ninputs; i++) {
        const ArgDef *arg = &opdef_inputs(d)[i];
        uint32_t n = arg_is_list(arg) ? lists[list++] : 1;
        if (at + n > noperands) {
            return engine_fail(b->e, FAULT_TYPE, "No argument for input %s", word_text(arg->name));
        }
        bool ok = arg_is_list(arg) ? convert_list(b, arg, o + at, n, values + at)
                                   : convert_single(b, arg, o + at, values + at);
        if (!ok || !build_bind(b, arg, values + at, n)) {
            return false;
        }
        at += n;
    }
    return true;
}

/* A name with a slash at its end is taken as it is: a scope that was opened before. An empty one
 * is the root. */
static Name reserve(Build *b, Str name) {
    Names *names = b->e->names;
    if (!name.len) {
        return name_of(names, name);
    }
    if (!str_ends(name, STR("/"))) {
        return graph_unique_name(b->graph, name, true, &b->naming);
    }
    Name full = name_of(names, str_sub(name, 0, name.len - 1));
    b->naming = (Naming){.asked = full, .full = full, .absolute = true, .library = b->e->library};
    return full;
}

/* Decides the node's name, which is that of the scope for its arguments, too. */
static bool open_name(Build *b, Str name) {
    Graph *g = b->graph;
    bool given = name.at != NULL;
    if (given && name.len > 0 && !naming_legal(name, g->op_scope->len > 0)) {
        return naming_refuse(b->e, name_of(b->e->names, name), "scope");
    }
    b->name = reserve(b, given ? name : name_str(b->op));
    b->naming.given = given && !b->e->library;
    return true;
}

/* What the node is called is looked at after its operands. An empty name is asked for only then. */
static bool settle_name(Build *b) {
    if (!b->name->len) {
        b->name = graph_unique_name(b->graph, STR(""), true, &b->naming);
    }
    return naming_legal(name_str(b->name), false) || naming_refuse(b->e, b->name, "node");
}

static bool apply_inside(Build *b, const Operand *o, uint32_t noperands, const uint32_t *lists,
                         Node **node) {
    Output *few[FEW_INPUTS];
    Output **values =
        noperands <= FEW_INPUTS ? few : ARENA_ARRAY(b->e->scratch, noperands, Output *);
    b->inputs = values;
    b->ninputs = noperands;
    return convert_all(b, o, noperands, lists, values) && settle_name(b) && build_finish(b, node);
}

static bool apply_in(Build *b, Str name, const Operand *o, uint32_t noperands,
                     const uint32_t *lists, Node **node) {
    if (!open_name(b, name)) {
        return false;
    }
    Graph *g = b->graph;
    Name saved = g->op_scope;
    bool library = b->e->library;
    g->op_scope = b->name;
    b->e->library = true;
    bool ok = apply_inside(b, o, noperands, lists, node);
    g->op_scope = saved;
    b->e->library = library;
    return ok;
}

/* The graph of the tensors among the operands, else the default graph. */
static bool operands_graph(Engine *e, const Operand *o, uint32_t n, Graph **graph) {
    Output *first = NULL;
    for (uint32_t i = 0; i < n; i++) {
        if (!o[i].output) {
            continue;
        }
        if (first && first->node->graph != o[i].output->node->graph) {
            return graph_same(e, (Output *[]){first, o[i].output}, 2);
        }
        first = first ? first : o[i].output;
    }
    *graph = first ? first->node->graph : engine_graph(e);
    return true;
}

bool op_apply(Engine *e, const char *op, Str name, const Operand *operands, uint32_t noperands,
              const uint32_t *lists, const Attr *attrs, uint32_t nattrs, Node **node) {
    Build b;
    if (!build_start(&b, e, op, attrs, nattrs) ||
        !operands_graph(e, operands, noperands, &b.graph)) {
        return false;
    }
    GraphFrame frame = {b.graph, e->graph_stack, false};
    e->graph_stack = &frame;
    bool ok = apply_in(&b, name, operands, noperands, lists, node);
    e->graph_stack = frame.outer;
    return ok;
}

bool op_apply1(Engine *e, const char *op, Str name, const Operand *operands, uint32_t noperands,
               const Attr *attrs, uint32_t nattrs, Output **out) {
    Node *n;
    if (!op_apply(e, op, name, operands, noperands, NULL, attrs, nattrs, &n)) {
        return false;
    }
    *out = &n->outputs[0];
    return true;
}
