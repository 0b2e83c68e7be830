/* module_small.c: small modules: string, types, typing, platform, bisect, heapq. */
#include "run/machine.h"
#include "run/standard.h"

/* ---- string ---- */

static void install_string(Run *run) {
    static const char *const constants[][2] = {
        {"ascii_lowercase", "abcdefghijklmnopqrstuvwxyz"},
        {"ascii_uppercase", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"},
        {"ascii_letters", "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"},
        {"lowercase", "abcdefghijklmnopqrstuvwxyz"},
        {"uppercase", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"},
        {"letters", "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"},
        {"digits", "0123456789"},
        {"hexdigits", "0123456789abcdefABCDEF"},
        {"octdigits", "01234567"},
        {"punctuation", "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"},
        {"whitespace", " \t\n\r\v\f"},
        {"printable",
         "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ!\"#$%&'()*+,-./:;<=>"
         "?@[\\]^_`"
         "{|}~ \t\n\r\v\f"},
    };
    static const char *const refused[] = {"Template", "Formatter", "capwords", "maketrans", NULL};
    Module *m = module_make(run, "string");
    m->missing = refuse_known;
    m->context = (void *)(uintptr_t)refused;
    for (size_t i = 0; i < sizeof constants / sizeof *constants; i++) {
        module_set(run, m, constants[i][0], text_value(run, constants[i][1]));
    }
}

/* ---- types ---- */

static bool simple_namespace(Run *run, const Type *type, const Args *args, Value *result) {
    *result = record_make(run, type);
    for (uint32_t k = 0; k < args->nkeywords; k++) {
        record_set(run, *result, args->names[k]->text, args->at[args->npositional + k]);
    }
    return !args->npositional || raise_type_error(run, "no positional arguments expected");
}

static bool simple_compare(Run *run, CompareOperator op, Value self, Value other, Value *result) {
    Value a, b;
    bool equality = op == COMPARE_OPERATOR_EQUAL || op == COMPARE_OPERATOR_NOT_EQUAL;
    *result = run->not_implemented;
    if (!equality || type_of(run, self) != type_of(run, other)) {
        return true;
    }
    return attribute_dict(run, self, &a) && attribute_dict(run, other, &b) &&
           value_compare(run, op, a, b, result);
}

static bool simple_repr(Run *run, Value self, Value *result) {
    const Members *m = members_of(run, self);
    Sink out = sink_memory(run->arena);
    sink_z(&out, "namespace(");
    for (uint32_t i = 0; i < m->count; i++) {
        Value v = cell_get(&m->at[i].cell);
        sink_printf(&out, "%s%s=", i ? ", " : "", m->at[i].name->text);
        if (!is_unbound(v) && !repr_items(run, &out, 1, &v)) {
            return false;
        }
    }
    sink_char(&out, ')');
    *result = str_share(run, sink_str(&out));
    return true;
}

static void install_types_module(Run *run) {
    const Types *t = &run->type;
    const struct {
        const char *name;
        const Type *type;
    } types[] = {
        {"FunctionType", t->function},
        {"LambdaType", t->function},
        {"MethodType", t->method},
        {"BuiltinFunctionType", t->native},
        {"BuiltinMethodType", t->native},
        {"ModuleType", t->module},
        {"GeneratorType", t->generator},
        {"NoneType", t->none},
        {"ListType", t->list},
        {"DictType", t->dict},
        {"TupleType", t->tuple},
        {"StringType", t->str},
        {"IntType", t->integer},
        {"FloatType", t->real},
        {"BooleanType", t->boolean},
        {"TypeType", t->type},
    };
    Module *m = module_make(run, "types");
    for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
        module_set(run, m, types[i].name, value_object(types[i].type));
    }
    Value strings = value_object(t->str);
    module_set(run, m, "StringTypes", tuple_make(run, 1, &strings));
    Type *simple = record_type(run, "SimpleNamespace", "types");
    simple->make = simple_namespace;
    simple->repr = simple_repr;
    simple->compare = simple_compare;
    module_set(run, m, "SimpleNamespace", value_object(simple));
}

/* ---- typing: names that can be subscripted and mean nothing while a program runs ---- */

static bool typing_get_item(Run *run, Value self, Value key, Value *result) {
    (void)run;
    (void)key;
    *result = self;
    return true;
}

static bool typing_repr(Run *run, Value self, Value *result) {
    *result = str_format(run, "typing.%s", as_type(self)->head.name->text);
    return true;
}

static bool typing_or(Run *run, BinaryOperator op, Value self, Value other, bool reflected,
                      Value *result) {
    (void)other;
    (void)reflected;
    *result = op == BINARY_OPERATOR_OR ? self : run->not_implemented;
    return true;
}

/* TypeVar and NewType give a name; cast gives the value. args: name, … */
static bool typing_variable(Run *run, const Value *args, Value *result) {
    Module *m = map_ptr(&run->modules, name_z(run->names, "typing"));
    (void)args;
    *result = members_get(&m->members, name_z(run->names, "Any"));
    return true;
}

static bool typing_newtype(Run *run, const Value *args, Value *result) {
    (void)run;
    *result = args[1];
    return true;
}

static bool typing_same(Run *run, const Value *args, Value *result) {
    (void)run;
    *result = args[0];
    return true;
}

static void install_typing(Run *run) {
    static const char *const names[] = {
        "Any",       "Union",    "Optional",  "List",       "Dict",
        "Tuple",     "Set",      "FrozenSet", "Callable",   "Type",
        "Iterable",  "Iterator", "Sequence",  "Mapping",    "MutableMapping",
        "Generator", "ClassVar", "Generic",   "Text",       "NoReturn",
        "AnyStr",    "Hashable", "Sized",     "Collection", "DefaultDict",
        "Deque",     "Counter",  "Literal",   "Final",      "MutableSequence",
        "Pattern",   "Match",    "IO",        "TextIO",     "BinaryIO",
        "Awaitable", "NoneType",
    };
    static const NativeSpec functions[] = {
        {.name = "TypeVar", .signature = "name~, *args~, **kwargs~", .fn = typing_variable},
        {.name = "NewType", .signature = "name~, tp", .fn = typing_newtype},
        {.name = "cast", .signature = "typ~, val", .fn = typing_newtype},
        {.name = "overload", .signature = "func", .fn = typing_same},
        {.name = "no_type_check", .signature = "arg", .fn = typing_same},
        {0},
    };
    static const char *const refused[] = {"NamedTuple",     "TypedDict",  "Protocol",
                                          "get_type_hints", "ForwardRef", NULL};
    Module *m = module_make(run, "typing");
    Type *meta = type_make(run, "_SpecialForm", run->type.type, "typing");
    m->missing = refuse_known;
    m->context = (void *)(uintptr_t)refused;
    meta->make = run->type.type->make;
    meta->get_item = typing_get_item;
    meta->binary = typing_or;
    meta->repr = typing_repr;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        Type *t = record_type(run, names[i], "typing");
        t->head.object.type = &meta->head;
        module_set(run, m, names[i], value_object(t));
    }
    module_add_functions(run, m, functions);
    module_set(run, m, "TYPE_CHECKING", value_bool(false));
}

/* ---- platform ---- */

static bool platform_version(Run *run, const Value *args, Value *result) {
    (void)args;
    *result = text_value(run, run->trace->python == 2 ? "2.7.18" : "3.7.17");
    return true;
}

static bool platform_system(Run *run, const Value *args, Value *result) {
    (void)args;
    *result = text_value(run, "Linux");
    return true;
}

static const NativeSpec platform_functions[] = {
    {.name = "python_version", .signature = "", .fn = platform_version},
    {.name = "system", .signature = "", .fn = platform_system},
    {0},
};

static const char *const platform_refused[] = {"platform",
                                               "machine",
                                               "node",
                                               "processor",
                                               "release",
                                               "uname",
                                               "version",
                                               "architecture",
                                               "python_version_tuple",
                                               "linux_distribution",
                                               NULL};

/* ---- bisect ---- */

/* args: list, x, lo, hi */
static bool bisect(Run *run, const Value *args, bool right, int64_t *at) {
    int64_t low, high;
    if (!index_of(run, args[2], &low) || !value_length(run, args[0], &high) ||
        (given(args[3]) && !index_of(run, args[3], &high))) {
        return false;
    }
    if (low < 0) {
        return raise_value_error(run, "lo must be non-negative");
    }
    while (low < high) {
        int64_t middle = low + (high - low) / 2;
        Value item, less;
        bool truth;
        if (!value_get_item(run, args[0], value_int(middle), &item) ||
            !value_compare(run, COMPARE_OPERATOR_LESS, right ? args[1] : item,
                           right ? item : args[1], &less) ||
            !value_truth(run, less, &truth)) {
            return false;
        }
        if (truth == right) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    *at = low;
    return true;
}

static bool bisect_right(Run *run, const Value *args, Value *result) {
    int64_t at = 0;
    bool ok = bisect(run, args, true, &at);
    *result = value_int(at);
    return ok;
}

static bool bisect_left(Run *run, const Value *args, Value *result) {
    int64_t at = 0;
    bool ok = bisect(run, args, false, &at);
    *result = value_int(at);
    return ok;
}

static bool insort(Run *run, const Value *args, bool right, Value *result) {
    int64_t at;
    if (!bisect(run, args, right, &at)) {
        return false;
    }
    Value both[2] = {value_int(at), args[1]};
    return call_method(run, args[0], "insert", 2, both, result);
}

static bool insort_right(Run *run, const Value *args, Value *result) {
    return insort(run, args, true, result);
}

static bool insort_left(Run *run, const Value *args, Value *result) {
    return insort(run, args, false, result);
}

static const NativeSpec bisect_functions[] = {
    {.name = "bisect", .signature = "a, x, lo=0, hi=None, *, key=None!", .fn = bisect_right},
    {.name = "bisect_right", .signature = "a, x, lo=0, hi=None, *, key=None!", .fn = bisect_right},
    {.name = "bisect_left", .signature = "a, x, lo=0, hi=None, *, key=None!", .fn = bisect_left},
    {.name = "insort", .signature = "a, x, lo=0, hi=None, *, key=None!", .fn = insort_right},
    {.name = "insort_right", .signature = "a, x, lo=0, hi=None, *, key=None!", .fn = insort_right},
    {.name = "insort_left", .signature = "a, x, lo=0, hi=None, *, key=None!", .fn = insort_left},
    {0},
};

/* ---- heapq ---- */

typedef struct Heap {
    Run *run;
    Value *at;
    uint32_t n;
} Heap;

static bool heap_less(const Heap *h, uint32_t i, uint32_t k, bool *less) {
    Value v;
    return value_compare(h->run, COMPARE_OPERATOR_LESS, h->at[i], h->at[k], &v) &&
           value_truth(h->run, v, less);
}

static void heap_swap(Heap *h, uint32_t i, uint32_t k) {
    Value kept = h->at[i];
    h->at[i] = h->at[k];
    h->at[k] = kept;
}

/* Towards the root while smaller than what is above, but not beyond `top`. */
static bool heap_rise(Heap *h, uint32_t top, uint32_t i) {
    while (i > top) {
        uint32_t above = (i - 1) / 2;
        bool less;
        if (!heap_less(h, i, above, &less)) {
            return false;
        }
        if (!less) {
            break;
        }
        heap_swap(h, i, above);
        i = above;
    }
    return true;
}

/* As CPython: down to a leaf along the smaller children, then up again. */
static bool heap_sink(Heap *h, uint32_t i) {
    uint32_t top = i;
    for (uint32_t child; (child = 2 * i + 1) < h->n; i = child) {
        bool less = true;
        if (child + 1 < h->n && !heap_less(h, child, child + 1, &less)) {
            return false;
        }
        child += !less;
        heap_swap(h, i, child);
    }
    return heap_rise(h, top, i);
}

static bool heap_open(Run *run, Value list, Heap *h) {
    h->run = run;
    if (!is_list(run, list)) {
        return raise_type_error(run, "heap argument must be a list, not %.*s",
                                STR_ARG(type_name(run, list)));
    }
    return value_items(run, list, &h->at, &h->n);
}

static bool heap_close(Run *run, Value list, const Heap *h) {
    list_replace(run, (ListObject *)list.as.object, h->n, h->at);
    return true;
}

static bool heap_empty(Run *run) {
    return raise_error(run, run->exception.IndexError, "index out of range");
}

static bool heapq_push(Run *run, const Value *args, Value *result) {
    Heap h;
    *result = value_none();
    if (!heap_open(run, args[0], &h)) {
        return false;
    }
    Value *grown = ARENA_ARRAY(run->scratch, h.n + 1, Value);
    for (uint32_t i = 0; i < h.n; i++) {
        grown[i] = h.at[i];
    }
    grown[h.n++] = args[1];
    h.at = grown;
    return heap_rise(&h, 0, h.n - 1) && heap_close(run, args[0], &h);
}

static bool heapq_pop(Run *run, const Value *args, Value *result) {
    Heap h;
    if (!heap_open(run, args[0], &h)) {
        return false;
    }
    if (!h.n) {
        return heap_empty(run);
    }
    *result = h.at[0];
    h.at[0] = h.at[--h.n];
    return (!h.n || heap_sink(&h, 0)) && heap_close(run, args[0], &h);
}

static bool heapq_replace(Run *run, const Value *args, Value *result) {
    Heap h;
    if (!heap_open(run, args[0], &h)) {
        return false;
    }
    if (!h.n) {
        return heap_empty(run);
    }
    *result = h.at[0];
    h.at[0] = args[1];
    return heap_sink(&h, 0) && heap_close(run, args[0], &h);
}

static bool heapq_heapify(Run *run, const Value *args, Value *result) {
    Heap h;
    *result = value_none();
    if (!heap_open(run, args[0], &h)) {
        return false;
    }
    for (uint32_t i = h.n / 2; i-- > 0;) {
        if (!heap_sink(&h, i)) {
            return false;
        }
    }
    return heap_close(run, args[0], &h);
}

/* args: n, iterable, key */
static bool ends_of(Run *run, const Value *args, bool largest, Value *result) {
    Value *items;
    uint32_t count;
    int64_t n;
    if (!index_of(run, args[0], &n) || !value_items(run, args[1], &items, &count) ||
        !sort_values(run, items, count, args[2], value_none(), largest)) {
        return false;
    }
    *result = list_make(run, n < 0 ? 0 : n < count ? (uint32_t)n : count, items);
    return true;
}

static bool heapq_nlargest(Run *run, const Value *args, Value *result) {
    return ends_of(run, args, true, result);
}

static bool heapq_nsmallest(Run *run, const Value *args, Value *result) {
    return ends_of(run, args, false, result);
}

static const NativeSpec heapq_functions[] = {
    {.name = "heappush", .signature = "heap, item, /", .fn = heapq_push},
    {.name = "heappop", .signature = "heap, /", .fn = heapq_pop},
    {.name = "heapreplace", .signature = "heap, item, /", .fn = heapq_replace},
    {.name = "heapify", .signature = "heap, /", .fn = heapq_heapify},
    {.name = "nlargest", .signature = "n, iterable, key=None", .fn = heapq_nlargest},
    {.name = "nsmallest", .signature = "n, iterable, key=None", .fn = heapq_nsmallest},
    {0},
};

static const char *const heapq_refused[] = {"merge", "heappushpop", NULL};

void install_small(Run *run) {
    install_string(run);
    install_types_module(run);
    install_typing(run);
    module_add_functions(run, module_make(run, "bisect"), bisect_functions);
    Module *heapq = module_make(run, "heapq"), *platform = module_make(run, "platform");
    heapq->missing = platform->missing = refuse_known;
    heapq->context = (void *)(uintptr_t)heapq_refused;
    platform->context = (void *)(uintptr_t)platform_refused;
    module_add_functions(run, heapq, heapq_functions);
    module_add_functions(run, platform, platform_functions);
}
