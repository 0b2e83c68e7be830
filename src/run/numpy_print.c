/* numpy_print.c: arrays as text, and what programs set about it. Numbers are written by
 * tensor/print.h; arrays of str, which TensorFlow does not have, here. */
#include <math.h>

#include "base/utf8.h"
#include "run/numpy_functions.h"

/* ---- arrays of str ---- */

typedef struct TextPrint {
    Sink *out;
    Arena *scratch;
    const Tensor *t;
    const PrintOptions *options;
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
        bool gap = p->summary && n > 2 * p->options->edge && i == p->options->edge;
        Str separator = !i || !leaf ? STR("") : repr ? STR(", ") : STR(" ");
        if (i && !leaf) {
            new_row(p, depth, p->t->shape.rank, repr);
        }
        if (gap) {
            put_word(p, separator, STR("..."), depth + 1);
            i = n - p->options->edge - 1;
        } else if (leaf) {
            put_word(p, separator, quoted(p, at + i), depth + 1);
        } else {
            put_level(p, depth + 1, at + i * p->strides[depth], repr);
        }
    }
    sink_char(p->out, ']');
}

/* Returns the columns that the last line has. */
static size_t put_texts(Sink *out, Arena *scratch, const Tensor *t, TextStyle style) {
    TextPrint p = {.out = out, .scratch = scratch, .t = t, .options = style.options};
    p.strides = strides_of(scratch, t->shape);
    p.indent = style.repr ? 6 : 0;
    p.summary = t->count > style.options->threshold;
    p.most = (size_t)(style.options->width - style.repr - (t->shape.rank ? t->shape.rank - 1 : 0));
    if (t->shape.rank) {
        put_level(&p, 0, 0, style.repr);
    } else {
        Str word = style.repr ? quoted(&p, 0) : tensor_text(t, 0);
        sink_put(out, word);
        p.line = 6 + utf8_count(word);
    }
    return p.line + (size_t)t->shape.rank;
}

/* "dtype=object)", with which bytes end, becomes "dtype='|S3')". */
static void put_bytes_repr(Sink *out, Arena *scratch, Operand x, const PrintOptions *options) {
    const Tensor *t = x.tensor;
    Sink whole = sink_memory(scratch);
    int32_t most = text_width(t, false);
    most = x.width > most ? x.width : most;
    numpy_write(&whole, t, options, true);
    Str text = sink_str(&whole), end = STR("object)");
    sink_put(out, str_ends(text, end) ? str_sub(text, 0, text.len - end.len) : text);
    sink_printf(out, "'|S%d')", most);
}

void array_text(Sink *out, Arena *scratch, Operand x, TextStyle style) {
    if (!x.text && style.repr && !style.objects && x.tensor->dtype == DTYPE_STRING) {
        put_bytes_repr(out, scratch, x, style.options);
        return;
    }
    if (!x.text) {
        numpy_write(out, x.tensor, style.options, style.repr);
        return;
    }
    if (style.repr) {
        sink_z(out, "array(");
    }
    size_t column = put_texts(out, scratch, x.tensor, style);
    if (style.repr) {
        int32_t width = text_width(x.tensor, true);
        Str type = str_printf(scratch, "dtype='<U%d')", width > x.width ? width : x.width);
        bool fits = column + 2 + type.len <= (size_t)style.options->width;
        sink_printf(out, ",%s%.*s", fits ? " " : "\n      ", STR_ARG(type));
    }
}

/* ---- options ---- */

/* args: precision, threshold, edgeitems, linewidth, suppress; None leaves an option as it is. */
static bool read_options(Run *run, const Value *args, PrintOptions *o) {
    int64_t number[4] = {o->precision, o->threshold, o->edge, o->width};
    for (int i = 0; i < 4; i++) {
        double d;
        if (given(args[i]) &&
            (!float_of(run, args[i], &d) || (isfinite(d) && !index_of(run, args[i], &number[i])))) {
            return false;
        }
        number[i] = given(args[i]) && isinf(d) ? INT32_MAX : number[i];
        number[i] = number[i] < 0 ? 0 : number[i] > INT32_MAX ? INT32_MAX : number[i];
    }
    if (number[2] < 1) {
        return refuse(run, NULL, "edgeitems=0 of printing arrays");
    }
    o->precision = (int)(number[0] < 40 ? number[0] : 40);
    o->threshold = number[1];
    o->edge = (int)(number[2] < INT32_MAX / 4 ? number[2] : INT32_MAX / 4);
    o->width = (int)number[3];
    return !given(args[4]) || value_truth(run, args[4], &o->suppress);
}

/* Options that change how every number is written. */
static bool no_formatter(Run *run, const Value *options) {
    static const char *const names[] = {"formatter", "floatmode", "sign", "nanstr", "infstr"};
    for (int i = 0; i < 5; i++) {
        if (given(options[i])) {
            return refuse(run, "arrays are printed as numpy prints them without it",
                          "the option '%s' of printing arrays", names[i]);
        }
    }
    return true;
}

#define OPTIONS                                                                                    \
    "precision=None, threshold=None, edgeitems=None, linewidth=None, suppress=None, "              \
    "formatter=None, floatmode=None, sign=None, nanstr=None, infstr=None"

static bool np_set_printoptions(Run *run, const Value *args, Value *result) {
    *result = value_none();
    return no_formatter(run, args + 5) && read_options(run, args, &run->numpy->print);
}

static bool np_get_printoptions(Run *run, const Value *args, Value *result) {
    const PrintOptions *o = &run->numpy->print;
    (void)args;
    *result = dict_make(run);
    dict_set_name(run, *result, "edgeitems", value_int(o->edge));
    dict_set_name(run, *result, "threshold", value_int(o->threshold));
    dict_set_name(run, *result, "floatmode", str_make(run, STR("maxprec")));
    dict_set_name(run, *result, "precision", value_int(o->precision));
    dict_set_name(run, *result, "suppress", value_bool(o->suppress));
    dict_set_name(run, *result, "linewidth", value_int(o->width));
    dict_set_name(run, *result, "nanstr", str_make(run, STR("nan")));
    dict_set_name(run, *result, "infstr", str_make(run, STR("inf")));
    dict_set_name(run, *result, "sign", str_make(run, STR("-")));
    dict_set_name(run, *result, "formatter", value_none());
    dict_set_name(run, *result, "legacy", value_bool(false));
    return true;
}

/* with np.printoptions(…): the options are exchanged with those of the object, twice. */
typedef struct OptionsObject {
    Object object;
    PrintOptions options;
} OptionsObject;

static void exchange(Run *run, Value self) {
    OptionsObject *o = (OptionsObject *)self.as.object;
    PrintOptions now = run->numpy->print;
    run->numpy->print = o->options;
    o->options = now;
}

static bool options_enter(Run *run, Value self, Value *result) {
    exchange(run, self);
    return np_get_printoptions(run, NULL, result);
}

static bool options_exit(Run *run, Value self, Value exception, bool *swallow) {
    (void)exception;
    exchange(run, self);
    *swallow = false;
    return true;
}

static bool np_printoptions(Run *run, const Value *args, Value *result) {
    Type *t = type_make(run, "_GeneratorContextManager", NULL, "contextlib");
    t->enter = options_enter;
    t->exit = options_exit;
    OptionsObject *o = object_make(run, t, sizeof *o);
    o->options = run->numpy->print;
    *result = value_object(o);
    return no_formatter(run, args + 5) && read_options(run, args, &o->options);
}

/* args: a, max_line_width, precision, suppress_small, and a separator, threshold, edgeitems. */
static bool text_with(Run *run, const Value *args, bool repr, Value *result) {
    PrintOptions options = run->numpy->print;
    Value changed[5] = {args[2], args[5], args[6], args[1], args[3]}, array;
    Sink out = sink_memory(run->scratch);
    Operand x;
    Str separator;
    if (!read_options(run, changed, &options) || !array_of_value(run, args[0], &array) ||
        !tensor_of(run, array, &x)) {
        return false;
    }
    if (given(args[4])) {
        if (!text_of(run, args[4], &separator)) {
            return false;
        }
        options.separator = str_dup(run->scratch, separator).at;
    }
    bool single = !repr && !x.tensor->shape.rank; /* is not written as numpy.str writes it */
    x.tensor =
        single ? tensor_reshaped(run->scratch, x.tensor, (Shape){1, (int64_t[]){1}}) : x.tensor;
    array_text(&out, run->scratch, x, (TextStyle){&options, as_array(array)->objects, repr});
    Str text = sink_str(&out);
    *result = str_make(run, single ? str_sub(text, 1, text.len - 1) : text);
    return true;
}

static bool np_array2string(Run *run, const Value *args, Value *result) {
    return no_formatter(run, args + 7) && text_with(run, args, false, result);
}

static bool np_array_str(Run *run, const Value *args, Value *result) {
    Value all[7] = {args[0], args[1], args[2], args[3]};
    return text_with(run, all, false, result);
}

static bool np_array_repr(Run *run, const Value *args, Value *result) {
    Value all[7] = {args[0], args[1], args[2], args[3]};
    return text_with(run, all, true, result);
}

#define ARRAY_TEXT "a, max_line_width=None, precision=None, suppress_small=None"

const NativeSpec numpy_print_functions[] = {
    {.name = "set_printoptions", .signature = OPTIONS, .fn = np_set_printoptions},
    {.name = "get_printoptions", .signature = "", .fn = np_get_printoptions},
    {.name = "printoptions", .signature = OPTIONS, .fn = np_printoptions},
    {.name = "array2string",
     .signature = ARRAY_TEXT
     ", separator=None, threshold=None, edgeitems=None, formatter=None, "
     "floatmode=None, sign=None, nanstr=None, infstr=None, *, prefix=''!, style=None~, suffix=''!, legacy=None!",
     .fn = np_array2string},
    {.name = "array_str", .signature = ARRAY_TEXT, .fn = np_array_str},
    {.name = "array_repr", .signature = ARRAY_TEXT, .fn = np_array_repr},
    {0},
};
