/* compute_host.c: ops that reach out of the graph: Print writes to the program's standard error,
 * PyFunc calls a function of the program, queues and data sets are written in Python. */
#include <stdlib.h>
#include <string.h>

#include "graph/compute.h"

/* ---- tensors as TensorFlow sums them up ---- */

/* The shortest of two precisions that reads back as the same number. */
static void put_real(Sink *out, double v, bool single) {
    char text[40];
    if (v != v) {
        sink_z(out, "nan");
        return;
    }
    snprintf(text, sizeof text, "%.*g", single ? 6 : 15, v);
    bool exact = single ? strtof(text, NULL) == (float)v : strtod(text, NULL) == v;
    if (!exact) {
        snprintf(text, sizeof text, "%.*g", single ? 9 : 17, v);
    }
    sink_z(out, text);
}

static void put_escaped(Sink *out, Str s) {
    for (size_t i = 0; i < s.len; i++) {
        unsigned char c = (unsigned char)s.at[i];
        const char *special = c ? strchr("\nn\tt\rr\"\"''\\\\", c) : NULL;
        if (special && (special - "" >= 0) && strchr("\n\t\r\"'\\", c)) {
            sink_printf(out, "\\%c", c == '\n' ? 'n' : c == '\t' ? 't' : c == '\r' ? 'r' : c);
        } else if (c < 32 || c > 126) {
            sink_printf(out, "\\%03o", c);
        } else {
            sink_char(out, (char)c);
        }
    }
}

static void put_element(Sink *out, const Tensor *t, int64_t i) {
    switch (dtype_class(t->dtype)) {
    case DTYPE_CLASS_STRING: put_escaped(out, tensor_text(t, i)); break;
    case DTYPE_CLASS_BOOL:
    case DTYPE_CLASS_INT:
    case DTYPE_CLASS_UINT: sink_printf(out, "%lld", (long long)tensor_i64(t, i)); break;
    case DTYPE_CLASS_FLOAT: put_real(out, tensor_f64(t, i), t->dtype != DTYPE_FLOAT64); break;
    case DTYPE_CLASS_COMPLEX:
    case DTYPE_CLASS_NONE: sink_char(out, '?'); break;
    }
}

typedef struct Summary {
    Sink *out;
    const Tensor *t;
    int64_t next, most;
} Summary;

static void put_row(Summary *s, int d) {
    int64_t n = s->t->shape.dims[d];
    for (int64_t i = 0; i < n; i++) {
        if (s->next >= s->most) {
            sink_z(s->out, d != 0 ? "..." : "");
            return;
        }
        sink_z(s->out, i > 0 ? " " : "");
        put_element(s->out, s->t, s->next++);
    }
}

/* One dimension; the inner ones in brackets, as far as the elements last. */
static void put_dimension(Summary *s, int d) {
    if (s->next >= s->most) {
        return;
    }
    if (d == s->t->shape.rank - 1) {
        put_row(s, d);
        return;
    }
    for (int64_t i = 0; i < s->t->shape.dims[d] && s->next < s->most; i++) {
        sink_char(s->out, '[');
        put_dimension(s, d + 1);
        sink_char(s->out, ']');
    }
}

void compute_put_summary(Sink *out, Engine *e, const Tensor *t, int64_t most) {
    most = most < 0 || most > t->count ? t->count : most;
    Summary s = {out, t, 0, most};
    bool nested =
        engine_has(e, CHANGE_SUMMARY_NESTED) && t->shape.rank > 0 && t->dtype != DTYPE_STRING;
    if (nested) {
        put_dimension(&s, 0);
    }
    for (int64_t i = 0; !nested && i < most; i++) {
        sink_z(out, i > 0 ? " " : "");
        put_element(out, t, i);
    }
    sink_z(out, t->count > most ? "..." : "");
}

/* ---- Print ---- */

static void print_line(Call *c) {
    const Attr *message = node_attr(c->node, "message");
    Sink out = sink_memory(c->arena);
    sink_put(&out, message ? message->s : STR(""));
    for (uint32_t k = 1; k < c->node->record.ninputs; k++) {
        sink_char(&out, '[');
        compute_put_summary(&out, c->e, c->in[k], compute_int(c, "summarize"));
        sink_char(&out, ']');
    }
    sink_char(&out, '\n');
    c->e->host.print(c->e, sink_str(&out));
}

bool compute_print(Call *c) {
    int64_t most = compute_int(c, "first_n");
    MapEntry *count = map_put(&c->session->counts, c->node->record.name);
    if ((most < 0 || count->num < most) && c->e->host.print) {
        count->num++;
        print_line(c);
    }
    return compute_out(c, c->in[0]);
}

/* ---- PyFunc ---- */

static bool check_result(Call *c, uint32_t k, Str token) {
    DType want = c->node->record.outputs[k].dtype;
    return c->out[k]->dtype == want ||
           compute_fail(c, FAULT_INVALID_ARGUMENT,
                        "%u-th value returned by %.*s is %s, but expects %s", k, STR_ARG(token),
                        dtype_cpp_name(c->out[k]->dtype), dtype_cpp_name(want));
}

bool compute_py_func(Call *c) {
    Str token = node_attr(c->node, "token")->s;
    size_t number = (size_t)strtoul(token.at + strlen("pyfunc_"), NULL, 10);
    if (number >= c->e->functions.count || !c->e->host.call) {
        return compute_fail(c, FAULT_INVALID_ARGUMENT, "callback %.*s is not found",
                            STR_ARG(token));
    }
    Value f = *LOG_AT(&c->e->functions, Value, number);
    if (!c->e->host.call(c->e, f, c->in, c->node->record.ninputs, c->arena,
                         c->node->record.noutputs, c->out, &c->kind, &c->error)) {
        return false;
    }
    for (uint32_t k = 0; k < c->node->record.noutputs; k++) {
        if (!check_result(c, k, token)) {
            return false;
        }
    }
    return true;
}

/* ---- operations that are written in Python ---- */

bool compute_library(Call *c) {
    LibraryCall call = {
        .node = c->node, .session = c->session, .in = c->in, .out = c->out, .kind = FAULT_HOST};
    bool ok = c->e->host.library && c->e->host.library(c->e, &call);
    c->kind = call.kind;
    c->error = call.error;
    return ok;
}
