/* module_pprint.c: pprint: values over several lines when they do not fit into one; dicts sorted by
 * key. Long strings are not split, unlike CPython's. */
#include "base/utf8.h"
#include "run/machine.h"
#include "run/standard.h"

typedef struct Pretty {
    Run *run;
    Sink *out;
    int64_t width, step; /* step: columns of indentation per level */
    int64_t depth;       /* levels shown, or -1 */
} Pretty;

/* The entries of a dict by key, as far as keys can be ordered. */
static bool sorted_keys(Run *run, Value dict, Value **keys, uint32_t *n) {
    if (!value_items(run, dict, keys, n)) {
        return false;
    }
    Value *copy = ARENA_ARRAY(run->scratch, *n + 1, Value);
    for (uint32_t i = 0; i < *n; i++) {
        copy[i] = (*keys)[i];
    }
    if (sort_values(run, *keys, *n, value_none(), value_none(), false)) {
        return true;
    }
    if (run->stopping) {
        return false;
    }
    error_take(run);
    *keys = copy;
    return true;
}

static bool put_flat(Pretty *p, Sink *out, Value v, int64_t depth);

static bool put_flat_dict(Pretty *p, Sink *out, Value v, int64_t depth) {
    Value *keys, item;
    uint32_t n;
    if (!sorted_keys(p->run, v, &keys, &n)) {
        return false;
    }
    sink_char(out, '{');
    for (uint32_t i = 0; i < n; i++) {
        sink_z(out, i ? ", " : "");
        if (!put_flat(p, out, keys[i], depth + 1)) {
            return false;
        }
        sink_z(out, ": ");
        if (!value_get_item(p->run, v, keys[i], &item) || !put_flat(p, out, item, depth + 1)) {
            return false;
        }
    }
    sink_char(out, '}');
    return true;
}

static bool put_flat_sequence(Pretty *p, Sink *out, Value v, int64_t depth) {
    bool tuple = is_tuple(p->run, v);
    uint32_t n = sequence_count(v);
    sink_char(out, tuple ? '(' : '[');
    for (uint32_t i = 0; i < n; i++) {
        sink_z(out, i ? ", " : "");
        if (!put_flat(p, out, sequence_item(v, i), depth + 1)) {
            return false;
        }
    }
    sink_z(out, tuple ? (n == 1 ? ",)" : ")") : "]");
    return true;
}

static bool plain_sequence(const Run *run, Value v) {
    return is_exactly(v, run->type.list) || is_exactly(v, run->type.tuple);
}

/* On one line. */
static bool put_flat(Pretty *p, Sink *out, Value v, int64_t depth) {
    bool dict = is_exactly(v, p->run->type.dict), sequence = plain_sequence(p->run, v);
    if ((dict || sequence) && p->depth >= 0 && depth >= p->depth) {
        sink_z(out, dict ? "{...}" : is_tuple(p->run, v) ? "(...)" : "[...]");
        return true;
    }
    if (!dict && !sequence) {
        return repr_items(p->run, out, 1, &v);
    }
    if (!deeper(p->run, "")) {
        return false;
    }
    bool ok = dict ? put_flat_dict(p, out, v, depth) : put_flat_sequence(p, out, v, depth);
    shallower(p->run);
    return ok;
}

static bool put_pretty(Pretty *p, Value v, int64_t indent, int64_t allowance, int64_t depth);

static void new_line(Pretty *p, int64_t indent) {
    sink_z(p->out, ",\n");
    sink_repeat(p->out, ' ', (size_t)indent);
}

static bool put_dict(Pretty *p, Value v, int64_t indent, int64_t allowance, int64_t depth) {
    Value *keys, item;
    uint32_t n;
    if (!sorted_keys(p->run, v, &keys, &n)) {
        return false;
    }
    sink_char(p->out, '{');
    sink_repeat(p->out, ' ', (size_t)(p->step - 1));
    for (uint32_t i = 0; i < n; i++) {
        Sink key = sink_memory(p->run->scratch);
        if (i) {
            new_line(p, indent + p->step);
        }
        if (!put_flat(p, &key, keys[i], depth + 1) || !value_get_item(p->run, v, keys[i], &item)) {
            return false;
        }
        sink_put(p->out, sink_str(&key));
        sink_z(p->out, ": ");
        int64_t at = indent + p->step + (int64_t)utf8_count(sink_str(&key)) + 2;
        if (!put_pretty(p, item, at, i + 1 == n ? allowance + 1 : 1, depth + 1)) {
            return false;
        }
    }
    sink_char(p->out, '}');
    return true;
}

static bool put_sequence(Pretty *p, Value v, int64_t indent, int64_t allowance, int64_t depth) {
    bool tuple = is_tuple(p->run, v);
    uint32_t n = sequence_count(v);
    sink_char(p->out, tuple ? '(' : '[');
    sink_repeat(p->out, ' ', (size_t)(p->step - 1));
    for (uint32_t i = 0; i < n; i++) {
        if (i) {
            new_line(p, indent + p->step);
        }
        int64_t end = tuple && n == 1 ? 2 : 1;
        if (!put_pretty(p, sequence_item(v, i), indent + p->step, i + 1 == n ? allowance + end : 1,
                        depth + 1)) {
            return false;
        }
    }
    sink_z(p->out, tuple ? (n == 1 ? ",)" : ")") : "]");
    return true;
}

static bool put_pretty(Pretty *p, Value v, int64_t indent, int64_t allowance, int64_t depth) {
    Sink flat = sink_memory(p->run->scratch);
    if (!put_flat(p, &flat, v, depth)) {
        return false;
    }
    int64_t room = p->width - indent - allowance;
    bool fits =
        (int64_t)utf8_count(sink_str(&flat)) <= room || (p->depth >= 0 && depth >= p->depth);
    bool dict = is_exactly(v, p->run->type.dict) && ((DictObject *)v.as.object)->live;
    bool sequence = plain_sequence(p->run, v) && sequence_count(v);
    if (fits || (!dict && !sequence)) {
        sink_put(p->out, sink_str(&flat));
        return true;
    }
    return dict ? put_dict(p, v, indent, allowance, depth)
                : put_sequence(p, v, indent, allowance, depth);
}

/* args: object, indent, width, depth */
static bool pretty_text(Run *run, const Value *args, Sink *out) {
    Pretty p = {.run = run, .out = out, .depth = -1};
    return index_of(run, args[1], &p.step) && index_of(run, args[2], &p.width) &&
           (!given(args[3]) || index_of(run, args[3], &p.depth)) &&
           (p.step >= 1 || refuse(run, NULL, "pprint with an indent below 1")) &&
           put_pretty(&p, args[0], 0, 0, 0);
}

static bool pprint_pformat(Run *run, const Value *args, Value *result) {
    Sink out = sink_memory(run->arena);
    if (!pretty_text(run, args, &out)) {
        return false;
    }
    *result = str_share(run, sink_str(&out));
    return true;
}

/* args: object, stream, indent, width, depth */
static bool pprint_pprint(Run *run, const Value *args, Value *result) {
    Sink out = sink_memory(run->arena);
    const Value again[4] = {args[0], args[2], args[3], args[4]};
    *result = value_none();
    if (!pretty_text(run, again, &out)) {
        return false;
    }
    sink_char(&out, '\n');
    if (given(args[1])) {
        Value text = str_share(run, sink_str(&out)), ignored;
        return call_method(run, args[1], "write", 1, &text, &ignored);
    }
    print_text(run, sink_str(&out), false);
    return !run->stopping;
}

static const NativeSpec functions[] = {
    {.name = "pprint",
     .signature = "object, stream=None, indent=1, width=80, depth=None",
     .fn = pprint_pprint},
    {.name = "pp",
     .signature = "object, stream=None, indent=1, width=80, depth=None",
     .fn = pprint_pprint},
    {.name = "pformat",
     .signature = "object, indent=1, width=80, depth=None",
     .fn = pprint_pformat},
    {0},
};

static bool pprint_value(Run *run, const Value *args, Value *result) {
    const Value again[5] = {args[1], value_none(), record_get(run, args[0], "indent"),
                            record_get(run, args[0], "width"), record_get(run, args[0], "depth")};
    return pprint_pprint(run, again, result);
}

static bool pprint_value_text(Run *run, const Value *args, Value *result) {
    const Value again[4] = {args[1], record_get(run, args[0], "indent"),
                            record_get(run, args[0], "width"), record_get(run, args[0], "depth")};
    return pprint_pformat(run, again, result);
}

static bool printer_make(Run *run, const Type *type, const Args *args, Value *result) {
    static const Parameters parameters = {"PrettyPrinter", 0, 3, {"indent", "width", "depth"}};
    Value v[3];
    if (!take_args(run, args, &parameters, v)) {
        return false;
    }
    *result = record_make(run, type);
    record_set(run, *result, "indent", is_unbound(v[0]) ? value_int(1) : v[0]);
    record_set(run, *result, "width", is_unbound(v[1]) ? value_int(80) : v[1]);
    record_set(run, *result, "depth", is_unbound(v[2]) ? value_none() : v[2]);
    return true;
}

static const NativeSpec printer_methods[] = {
    {.name = "pprint", .signature = "self, object", .fn = pprint_value},
    {.name = "pformat", .signature = "self, object", .fn = pprint_value_text},
    {0},
};

void install_pprint(Run *run) {
    Module *m = module_make(run, "pprint");
    Type *t = record_type(run, "PrettyPrinter", "pprint");
    t->make = printer_make;
    type_add_methods(run, t, printer_methods);
    module_add_functions(run, m, functions);
    module_set(run, m, "PrettyPrinter", value_object(t));
}
