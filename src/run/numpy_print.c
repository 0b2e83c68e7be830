/* numpy_print.c: arrays as text. Numbers are written by tensor/print.h; arrays of str, which
 * TensorFlow does not have, here. */
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
    size_t line; /* columns used in the line */
    size_t most; /* columns of a line */
    int indent;  /* of the whole array: "array(" */
    bool summary;
} TextPrint;

static Str quoted(const TextPrint *p, int64_t i) {
    return text_repr(p->scratch, tensor_text(p->t, i), false, false);
}

/* A word with the separator before it; on a new line when it does not fit with what must follow it.
 */
static void put_word(TextPrint *p, Str separator, Str word, int depth) {
    size_t width = utf8_count(word), margin = (size_t)(depth + p->indent);
    p->line += separator.len;
    if (p->line + width + 1 > p->most && p->line > margin) {
        sink_put(p->out, separator.len > 1 ? str_sub(separator, 0, 1) : STR(""));
        sink_char(p->out, '\n');
        sink_repeat(p->out, ' ', margin);
        p->line = margin;
    } else {
        sink_put(p->out, separator);
    }
    sink_put(p->out, word);
    p->line += width;
}

static void new_row(TextPrint *p, int depth, int rank, bool repr) {
    if (repr) {
        sink_char(p->out, ',');
    }
    sink_repeat(p->out, '\n', (size_t)(rank - depth - 1));
    sink_repeat(p->out, ' ', (size_t)(depth + 1 + p->indent));
}

static void put_level(TextPrint *p, int depth, int64_t at, bool repr) {
    int64_t n = p->t->shape.dims[depth];
    bool leaf = depth + 1 == p->t->shape.rank;
    sink_char(p->out, '[');
    p->line = (size_t)(depth + 1 + p->indent);
    for (int64_t i = 0; i < n; i++) {
        bool gap = p->summary && n > 2 * EDGE && i == EDGE;
        Str separator = !i || !leaf ? STR("") : repr ? STR(", ") : STR(" ");
        if (i && !leaf) {
            new_row(p, depth, p->t->shape.rank, repr);
        }
        if (gap) {
            put_word(p, separator, STR("..."), depth + 1);
            i = n - EDGE - 1;
        } else if (leaf) {
            put_word(p, separator, quoted(p, at + i), depth + 1);
        } else {
            put_level(p, depth + 1, at + i * p->strides[depth], repr);
        }
    }
    sink_char(p->out, ']');
}

static void put_texts(Sink *out, Arena *scratch, const Tensor *t, bool repr) {
    TextPrint p = {
        out, scratch, t, strides_of(scratch, t->shape), 0, 0, repr ? 6 : 0, t->count > THRESHOLD};
    p.most = (size_t)(LINE_WIDTH - (repr ? 1 : 0) - (t->shape.rank ? t->shape.rank - 1 : 0));
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
