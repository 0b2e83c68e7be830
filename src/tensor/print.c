/* print.c: arrays as numpy writes them (numpy.core.arrayprint).
 *
 * A formatter is first fitted to all numbers that will be seen (all, or above a number of elements
 * some at either end of each axis), then the brackets are written recursively, and a row
 * that would pass the width goes on in the next line. Spaces are held back until something
 * follows them in the same line, because numpy strips the end of a line that it wraps.
 */
#include "tensor/print.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "tensor/print_number.h"

const PrintOptions print_defaults = {.precision = 8, .threshold = 1000, .edge = 3, .width = 75};

#define RANK_LIMIT 256 /* deeper arrays (numpy has none) are not opened; bounds the recursion */

typedef struct Printer {
    Sink *out;
    const Tensor *t;
    const PrintOptions *options;
    const char *separator; /* " " or ", " */
    int separator_width;   /* without its space */
    int column;            /* of the line so far, held-back spaces included */
    int spaces;            /* held back */
    bool summary;
    int int_width;
    FloatFormat parts[2]; /* of real numbers the first; of complex ones both */
} Printer;

/* ---- elements ---- */

static FloatKind kind_of(DType t) {
    if (t == DTYPE_FLOAT16) {
        return FLOAT_HALF;
    }
    return t == DTYPE_FLOAT32 || t == DTYPE_COMPLEX64 ? FLOAT_SINGLE : FLOAT_DOUBLE;
}

static int parts_of(DType t) {
    DTypeClass class = dtype_class(t);
    return class == DTYPE_CLASS_COMPLEX                        ? 2
           : class == DTYPE_CLASS_FLOAT && t != DTYPE_BFLOAT16 ? 1
                                                               : 0;
}

/* The real (part 0) or imaginary part of element i. */
static double part_of(const Tensor *t, int64_t i, int part) {
    if (t->dtype == DTYPE_COMPLEX64) {
        return (double)((const float *)t->data)[2 * i + part];
    }
    if (t->dtype == DTYPE_COMPLEX128) {
        return ((const double *)t->data)[2 * i + part];
    }
    return tensor_f64(t, i);
}

static void put_int(Word *w, const Tensor *t, int64_t i, int width) {
    char text[32];
    int64_t v = tensor_i64(t, i);
    bool big = t->dtype == DTYPE_UINT64;
    int n = big ? snprintf(text, sizeof text, "%llu", (unsigned long long)v)
                : snprintf(text, sizeof text, "%lld", (long long)v);
    word_spaces(w, width - n);
    word_put(w, text, n);
}

static void put_bool(Word *w, bool v, bool aligned) {
    word_spaces(w, aligned && v);
    word_put(w, v ? "True" : "False", v ? 4 : 5);
}

/* TensorFlow's own numpy type, which numpy writes as its repr: 6 digits where they read back as the
 * number, else 9. */
static void put_bfloat(Word *w, double d, bool named) {
    char text[48], number[24];
    snprintf(number, sizeof number, "%.6g", d);
    if (isnan(d)) {
        snprintf(number, sizeof number, "nan");
    } else if (strtof(number, NULL) != (float)d) {
        snprintf(number, sizeof number, "%.9g", d);
    }
    int n = snprintf(text, sizeof text, named ? "bfloat16(%s)" : "%s", number);
    word_put(w, text, n);
}

/* The j stands before the padding. */
static void put_complex(Word *w, const Printer *p, int64_t i) {
    Word imaginary = {.len = 0};
    float_put(w, &p->parts[0], part_of(p->t, i, 0));
    float_put(&imaginary, &p->parts[1], part_of(p->t, i, 1));
    int text = imaginary.len;
    while (text > 0 && imaginary.text[text - 1] == ' ') {
        text--;
    }
    word_put(w, imaginary.text, text);
    word_put(w, "j", 1);
    word_spaces(w, imaginary.len - text);
}

static Word word_of(const Printer *p, int64_t i) {
    Word w = {.len = 0};
    switch (dtype_class(p->t->dtype)) {
    case DTYPE_CLASS_BOOL: put_bool(&w, tensor_bool(p->t, i), p->t->shape.rank > 0); break;
    case DTYPE_CLASS_INT:
    case DTYPE_CLASS_UINT: put_int(&w, p->t, i, p->int_width); break;
    case DTYPE_CLASS_FLOAT:
        if (p->t->dtype == DTYPE_BFLOAT16) {
            put_bfloat(&w, tensor_f64(p->t, i), true);
        } else {
            float_put(&w, &p->parts[0], part_of(p->t, i, 0));
        }
        break;
    case DTYPE_CLASS_COMPLEX: put_complex(&w, p, i); break;
    case DTYPE_CLASS_NONE:
    case DTYPE_CLASS_STRING: break;
    }
    return w;
}

/* One byte inside Python's bytes literal. */
static void put_byte(Sink *out, unsigned char c, char quote) {
    if (c == '\\' || c == (unsigned char)quote) {
        sink_char(out, '\\');
        sink_char(out, (char)c);
    } else if (c == '\n' || c == '\r' || c == '\t') {
        sink_z(out, c == '\n' ? "\\n" : c == '\r' ? "\\r" : "\\t");
    } else if (c < 0x20 || c > 0x7e) {
        sink_printf(out, "\\x%02x", c);
    } else {
        sink_char(out, (char)c);
    }
}

/* Python's repr of bytes. */
static void put_bytes(Sink *out, Str s) {
    bool single = s.len > 0 && memchr(s.at, '\'', s.len);
    bool twofold = s.len > 0 && memchr(s.at, '"', s.len);
    char quote = single && !twofold ? '"' : '\'';
    sink_char(out, 'b');
    sink_char(out, quote);
    for (size_t i = 0; i < s.len; i++) {
        put_byte(out, (unsigned char)s.at[i], quote);
    }
    sink_char(out, quote);
}

/* ---- what is seen ---- */

typedef void Visit(Printer *p, int64_t i);

/* Visits what is seen of the axes from `axis` on; `at` is the number of the first element. */
static void visit_seen(Printer *p, int axis, int64_t at, int64_t each, Visit *visit) {
    if (axis == p->t->shape.rank) {
        visit(p, at);
        return;
    }
    int64_t n = p->t->shape.dims[axis];
    bool cut = p->summary && n > 2 * p->options->edge;
    each /= n;
    for (int64_t i = 0; i < n; i++) {
        if (cut && i == p->options->edge) {
            i = n - p->options->edge;
        }
        visit_seen(p, axis + 1, at + i * each, each, visit);
    }
}

static void visit_range(Printer *p, int64_t i) {
    for (int part = 0; part < parts_of(p->t->dtype); part++) {
        float_range(&p->parts[part], part_of(p->t, i, part));
    }
}

static void visit_measure(Printer *p, int64_t i) {
    for (int part = 0; part < parts_of(p->t->dtype); part++) {
        float_measure(&p->parts[part], part_of(p->t, i, part));
    }
}

static void visit_width(Printer *p, int64_t i) {
    Word w = {.len = 0};
    put_int(&w, p->t, i, 0);
    p->int_width = w.len > p->int_width ? w.len : p->int_width;
}

/* Fits the formatter to the numbers that are seen. */
static void fit(Printer *p) {
    DTypeClass class = dtype_class(p->t->dtype);
    int parts = parts_of(p->t->dtype);
    if (class == DTYPE_CLASS_INT || class == DTYPE_CLASS_UINT) {
        visit_seen(p, 0, 0, p->t->count, visit_width);
    }
    if (parts == 0) {
        return;
    }
    for (int part = 0; part < parts; part++) {
        p->parts[part] = float_format(kind_of(p->t->dtype), part == 1, p->options->precision,
                                      p->options->suppress);
    }
    visit_seen(p, 0, 0, p->t->count, visit_range);
    for (int part = 0; part < parts; part++) {
        float_choose(&p->parts[part]);
    }
    visit_seen(p, 0, 0, p->t->count, visit_measure);
    for (int part = 0; part < parts; part++) {
        float_close(&p->parts[part]);
    }
}

/* ---- lines ---- */

static void put_spaces(Printer *p, int n) {
    p->spaces += n;
    p->column += n;
}

static void put(Printer *p, const char *text, int len) {
    int visible = len;
    while (visible > 0 && text[visible - 1] == ' ') {
        visible--;
    }
    if (visible > 0) {
        sink_repeat(p->out, ' ', (size_t)p->spaces);
        sink_put(p->out, (Str){text, (size_t)visible});
        p->spaces = 0;
    }
    p->spaces += len - visible;
    p->column += len;
}

static void put_z(Printer *p, const char *z) {
    put(p, z, (int)strlen(z));
}

static void end_line(Printer *p) {
    sink_char(p->out, '\n');
    p->spaces = p->column = 0;
}

/* Goes to a new line when `len` more columns would pass `width` and a new line gives more room. */
static void wrap(Printer *p, int64_t len, int hanging, int width) {
    if (p->column + len > width && p->column > hanging) {
        end_line(p);
        put_spaces(p, hanging);
    }
}

/* A string may be long: it is measured, then written past the held-back spaces. */
static void put_string(Printer *p, int64_t i, int hanging, int width) {
    Sink measure = sink_count();
    put_bytes(&measure, tensor_text(p->t, i));
    wrap(p, measure.len < INT32_MAX / 2 ? (int64_t)measure.len : INT32_MAX / 2, hanging, width);
    sink_repeat(p->out, ' ', (size_t)p->spaces);
    p->spaces = 0;
    put_bytes(p->out, tensor_text(p->t, i));
    p->column = measure.len < (size_t)(INT32_MAX / 2 - p->column) ? p->column + (int)measure.len
                                                                  : INT32_MAX / 2;
}

static void put_element(Printer *p, int64_t i, int hanging, int width) {
    if (p->t->dtype == DTYPE_STRING) {
        put_string(p, i, hanging, width);
        return;
    }
    Word w = word_of(p, i);
    wrap(p, w.len, hanging, width);
    put(p, w.text, w.len);
}

/* The last axis: elements, wrapped so that a bracket or comma still fits behind them. */
static void put_row(Printer *p, int64_t at, int64_t n, int hanging, int width) {
    for (int64_t i = 0; i < n; i++) {
        if (i > 0) {
            put_z(p, p->separator);
        }
        if (p->summary && n > 2 * p->options->edge && i == p->options->edge) {
            wrap(p, 3, hanging, width - 1);
            put_z(p, "...");
            put_z(p, p->separator);
            i = n - p->options->edge;
        }
        put_element(p, at + i, hanging, width - 1);
    }
}

/* Between two items of an axis that has `below` axes below it. */
static void part_items(Printer *p, int below, int hanging) {
    put(p, p->separator, p->separator_width);
    for (int i = 0; i < below; i++) {
        end_line(p);
    }
    put_spaces(p, hanging);
}

/* What lies under axis `axis` from element `at` on; `each` elements belong to it. */
static void put_axis(Printer *p, int axis, int64_t at, int64_t each, int hanging, int width) {
    int64_t n = p->t->shape.dims[axis];
    int below = p->t->shape.rank - axis - 1;
    bool cut = p->summary && n > 2 * p->options->edge;
    each /= n;
    put_z(p, "[");
    for (int64_t i = 0; i < n && below > 0; i++) {
        if (i > 0) {
            part_items(p, below, hanging);
        }
        if (cut && i == p->options->edge) {
            put_z(p, "...");
            part_items(p, below, hanging);
            i = n - p->options->edge;
        }
        put_axis(p, axis + 1, at + i * each, each, hanging + 1, width - 1);
    }
    if (below == 0) {
        put_row(p, at, n, hanging, width);
    }
    put_z(p, "]");
}

/* The array in brackets; `width` columns are for the text. */
static void put_array(Printer *p, int width) {
    p->summary = p->t->count > p->options->threshold;
    if (p->t->shape.rank > RANK_LIMIT) {
        put_z(p, "[...]");
        return;
    }
    fit(p);
    if (p->t->shape.rank == 0) {
        put_element(p, 0, p->column, p->options->width);
    } else {
        put_axis(p, 0, 0, p->t->count, p->column + 1, width);
    }
    sink_repeat(p->out, ' ', (size_t)p->spaces);
    p->spaces = 0;
}

static void write_str(Printer *p) {
    Sink *out = p->out;
    const Tensor *t = p->t;
    if (t->count == 0) {
        sink_z(out, "[]");
    } else if (t->shape.rank == 0) {
        numpy_scalar_str(out, t, 0);
    } else {
        put_array(p, p->options->width);
    }
}

/* ---- repr ---- */

/* numpy's name of the type; TensorFlow's strings come as objects. */
static const char *numpy_type(DType t) {
    return t == DTYPE_STRING ? "object" : dtype_name(t);
}

/* Types that Python's own numbers turn into need not be told. */
static bool is_implied(const Tensor *t) {
    return t->count > 0 && (t->dtype == DTYPE_INT64 || t->dtype == DTYPE_FLOAT64 ||
                            t->dtype == DTYPE_COMPLEX128 || t->dtype == DTYPE_BOOL);
}

static void put_empty(Printer *p) {
    Sink measure = sink_count();
    put_z(p, "[]");
    if (p->t->shape.rank != 1) {
        put_z(p, ", shape=");
        shape_put(&measure, p->t->shape);
        sink_repeat(p->out, ' ', (size_t)p->spaces);
        p->spaces = 0;
        shape_put(p->out, p->t->shape);
        p->column += (int)measure.len;
    }
}

static void write_repr(Printer *p) {
    Sink *out = p->out;
    const Tensor *t = p->t;
    bool implied = is_implied(t);
    const char *type = numpy_type(t->dtype);
    put_z(p, "array(");
    if (t->count == 0) {
        put_empty(p);
    } else {
        put_array(p, p->options->width - 1);
    }
    put_z(p, implied ? ")" : ",");
    if (!implied) {
        int more = (int)strlen(type) + (int)strlen("dtype=)");
        bool fits = p->column + more + 1 <= p->options->width;
        sink_printf(out, "%sdtype=%s)", fits ? " " : "\n      ", type);
    }
}

void numpy_write(Sink *out, const Tensor *t, const PrintOptions *options, bool repr) {
    const char *separator = options->separator ? options->separator : repr ? ", " : " ";
    int width = (int)strlen(separator);
    while (width > 0 && separator[width - 1] == ' ') {
        width--;
    }
    Printer p = {out, t, options, separator, width, 0, 0, false, 0, {{0}, {0}}};
    (repr ? write_repr : write_str)(&p);
}

void numpy_str(Sink *out, const Tensor *t) {
    numpy_write(out, t, &print_defaults, false);
}

void numpy_repr(Sink *out, const Tensor *t) {
    numpy_write(out, t, &print_defaults, true);
}

/* ---- single numbers ---- */

static void put_part_alone(Word *w, FloatKind kind, double d, bool plus) {
    float_put_alone(w, kind, d, false, plus);
}

/* "2j", or "(1+2j)" when there is a real part (-0 is one). */
static void put_complex_alone(Word *w, const Tensor *t, int64_t i) {
    FloatKind kind = kind_of(t->dtype);
    double real = part_of(t, i, 0), imaginary = part_of(t, i, 1);
    if (real == 0 && !signbit(real)) {
        put_part_alone(w, kind, imaginary, false);
        word_put(w, "j", 1);
        return;
    }
    word_put(w, "(", 1);
    put_part_alone(w, kind, real, false);
    put_part_alone(w, kind, imaginary, true);
    word_put(w, "j)", 2);
}

void numpy_scalar_str(Sink *out, const Tensor *t, int64_t i) {
    Word w = {.len = 0};
    switch (dtype_class(t->dtype)) {
    case DTYPE_CLASS_BOOL: put_bool(&w, tensor_bool(t, i), false); break;
    case DTYPE_CLASS_INT:
    case DTYPE_CLASS_UINT: put_int(&w, t, i, 0); break;
    case DTYPE_CLASS_FLOAT:
        if (t->dtype == DTYPE_BFLOAT16) {
            put_bfloat(&w, tensor_f64(t, i), false);
        } else {
            float_put_alone(&w, kind_of(t->dtype), part_of(t, i, 0), true, false);
        }
        break;
    case DTYPE_CLASS_COMPLEX: put_complex_alone(&w, t, i); break;
    case DTYPE_CLASS_STRING: put_bytes(out, tensor_text(t, i)); break;
    case DTYPE_CLASS_NONE: break;
    }
    sink_put(out, (Str){w.text, (size_t)w.len});
}

void python_float_repr(Sink *out, double d) {
    Word w = {.len = 0};
    float_put_alone(&w, FLOAT_DOUBLE, d, true, false);
    sink_put(out, (Str){w.text, (size_t)w.len});
}
