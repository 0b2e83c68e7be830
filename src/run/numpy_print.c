/* numpy_print.c: arrays as text. Numbers are written by tensor/print.h; arrays of str, which TensorFlow does not have, here. */
#include "base/utf8.h"
#include "run/numpy_inner.h"
#include "tensor/print.h"

#define LINE_WIDTH 75
#define THRESHOLD 1000 /* elements above which only the edges are shown */
#define EDGE 3

typedef struct TextPrint {
    Sink *out;
    Arena *scratch;
    const Tensor *t;
    int64_t *strides;
    size_t line;      /* columns used in the line */
    size_t most;      /* columns of a line */
    int indent;       /* of the whole array: "array(" */
    bool summary;
} TextPrint;

static Str quoted(const TextPrint *p, int64_t i) {
    return text_repr(p->scratch, tensor_text(p->t, i), false, false);
}

static void put_word(TextPrint *p, Str word, int depth, bool last) {
    size_t width = utf8_count(word), need = width + (last ? 0 : 1);
    if (p->line + need > p->most && p->line > (size_t)depth + (size_t)p->indent) {
        sink_char(p->out, '\n');
        sink_repeat(p->out, ' ', (size_t)depth + (size_t)p->indent);
        p->line = (size_t)depth + (size_t)p->indent;
    }
    sink_put(p->out, word);
    p->line += width;
}

static void put_separator(TextPrint *p, bool repr) {
    sink_z(p->out, repr ? ", " : " ");
    p->line += repr ? 2 : 1;
}

static void new_row(TextPrint *p, int depth, int rank, bool repr) {
    if (repr) {
        sink_char(p->out, ',');
    }
    sink_repeat(p->out, '\n', (size_t)(rank - depth - 1));
    sink_repeat(p->out, ' ', (size_t)(depth + 1 + p->indent));
}

static void put_level(TextPrint *p, int depth, int64_t at, bool repr);

static void put_item(TextPrint *p, int depth, int64_t at, bool repr, bool last) {
    if (depth + 1 == p->t->shape.rank) {
        put_word(p, quoted(p, at), depth + 1, last);
    } else {
        put_level(p, depth + 1, at, repr);
    }
}

static void put_level(TextPrint *p, int depth, int64_t at, bool repr) {
    int64_t n = p->t->shape.dims[depth];
    bool leaf = depth + 1 == p->t->shape.rank;
    sink_char(p->out, '[');
    p->line = (size_t)(depth + 1 + p->indent);
    for (int64_t i = 0; i < n; i++) {
        if (i && leaf) {
            put_separator(p, repr);
        } else if (i) {
            new_row(p, depth, p->t->shape.rank, repr);
        }
        if (p->summary && n > 2 * EDGE && i == EDGE) {
            put_word(p, STR("..."), depth + 1, false);
            i = n - EDGE - 1;
            continue;
        }
        put_item(p, depth, at + i * p->strides[depth], repr, i + 1 == n);
    }
    sink_char(p->out, ']');
}

static void put_texts(Sink *out, Arena *scratch, const Tensor *t, bool repr) {
    TextPrint p = {out, scratch, t, strides_of(scratch, t->shape), 0, 0, repr ? 6 : 0, t->count > THRESHOLD};
    p.most = LINE_WIDTH - (repr ? 1 : 0);
    if (t->shape.rank) {
        put_level(&p, 0, 0, repr);
    } else {
        sink_put(out, repr ? quoted(&p, 0) : tensor_text(t, 0));
    }
}

static int longest(const Tensor *t) {
    size_t most = 1;
    for (int64_t i = 0; i < t->count; i++) {
        size_t n = utf8_count(tensor_text(t, i));
        most = n > most ? n : most;
    }
    return (int)most;
}

/* "dtype=object)", with which bytes end, becomes "dtype='|S3')". */
static void put_bytes_repr(Sink *out, Arena *scratch, const Tensor *t) {
    Sink whole = sink_memory(scratch);
    size_t most = 1;
    numpy_repr(&whole, t);
    for (int64_t i = 0; i < t->count; i++) {
        most = tensor_text(t, i).len > most ? tensor_text(t, i).len : most;
    }
    Str text = sink_str(&whole), end = STR("object)");
    sink_put(out, str_ends(text, end) ? str_sub(text, 0, text.len - end.len) : text);
    sink_printf(out, "'|S%zu')", most);
}

void array_text(Sink *out, Arena *scratch, Operand x, bool objects, bool repr) {
    if (!x.text && repr && !objects && x.tensor->dtype == DTYPE_STRING) {
        put_bytes_repr(out, scratch, x.tensor);
        return;
    }
    if (!x.text) {
        (repr ? numpy_repr : numpy_str)(out, x.tensor);
        return;
    }
    if (repr) {
        sink_z(out, "array(");
    }
    put_texts(out, scratch, x.tensor, repr);
    if (repr) {
        sink_printf(out, ", dtype='<U%d')", longest(x.tensor));
    }
}
