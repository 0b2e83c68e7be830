/* signature.c: functions written in C get their arguments by a signature in Python's own words.
 *
 * A signature with "/" stands for a function that CPython wrote in C, and its errors are worded as
 * CPython's C functions word them; any other stands for a function that was written in Python.
 *
 * Every argument that is accepted has its effect, or the text says why it need not:
 *   "strict=False!", "kind=0!1|2"      any other value ends the run, as not modelled; up to three
 *                                      literals are as good as the default. "**kwargs!": none
 *   "swap_memory=False~"               it changes speed, memory or where things are computed, never
 *                                      a result: docs/REFUSED.md lists what these are about
 * tests/test_arguments.sh looks for others that no code reads. */
#include <stdlib.h>
#include <string.h>

#include "run/kinds.h"
#include "run/machine.h"

#define NONE UINT32_MAX

typedef struct Parameter {
    Name name;
    Value value; /* default; unbound for "?" */
    bool required;
    bool fixed;      /* "!": nothing but the default is modelled */
    Value others[4]; /* and these, up to the first that is unbound */
} Parameter;

struct Signature {
    Parameter *parameters; /* [n], in the order of the text */
    uint32_t n;
    uint32_t npositional;   /* may be given by position: those before "*" */
    uint32_t nposonly;      /* of these, only by position */
    uint32_t nrequired;     /* of the positional ones */
    uint32_t rest, options; /* places of *rest and **options, or NONE */
    bool native;            /* has "/" */
    bool simple;            /* n values by position are the parameters */
    bool fixes;             /* a parameter is fixed */
};
typedef struct Signature Signature;

/* ---- reading the text ---- */

/* One part between commas, without spaces around it. */
static Str next_part(Str text, size_t *at) {
    size_t start = *at;
    char quote = 0;
    int depth = 0;
    for (; *at < text.len; ++*at) {
        char c = text.at[*at];
        if (quote) {
            quote = c == quote ? 0 : quote;
        } else if (c == '\'' || c == '"') {
            quote = c;
        } else if (c == '(' || c == '[') {
            depth++;
        } else if (c == ')' || c == ']') {
            depth--;
        } else if (c == ',' && !depth) {
            break;
        }
    }
    size_t end = *at;
    *at += *at < text.len;
    while (start < end && text.at[start] == ' ') {
        start++;
    }
    while (end > start && text.at[end - 1] == ' ') {
        end--;
    }
    return str_sub(text, start, end);
}

static Value number_literal(Run *run, Str text) {
    char digits[64];
    size_t n = text.len < sizeof digits - 1 ? text.len : sizeof digits - 1;
    memcpy(digits, text.at, n);
    digits[n] = '\0';
    (void)run;
    return strpbrk(digits, ".en") ? value_float(strtod(digits, NULL))
                                  : value_int(strtoll(digits, NULL, 0));
}

static Value default_literal(Run *run, Str text) {
    if (str_is(text, "None")) {
        return value_none();
    }
    if (str_is(text, "True") || str_is(text, "False")) {
        return value_bool(text.at[0] == 'T');
    }
    if (str_is(text, "?")) {
        return value_unbound();
    }
    if (str_is(text, "()")) {
        return tuple_make(run, 0, NULL);
    }
    if (text.len >= 2 && (text.at[0] == '\'' || text.at[0] == '"')) {
        return str_make(run, str_sub(text, 1, text.len - 1));
    }
    return number_literal(run, text);
}

/* Takes the mark at the end of a part off. */
static Str take_mark(Run *run, Signature *s, Parameter *p, Str part) {
    ptrdiff_t mark = str_find(part, STR("!"), 0);
    int n = 0;
    if (mark < 0) {
        return part.len && part.at[part.len - 1] == '~' ? str_sub(part, 0, part.len - 1) : part;
    }
    p->fixed = s->fixes = true;
    for (size_t at = (size_t)mark + 1, end; at < part.len; at = end + 1) {
        ptrdiff_t bar = str_find(part, STR("|"), at);
        end = bar < 0 ? part.len : (size_t)bar;
        p->others[n++] = default_literal(run, str_sub(part, at, end));
    }
    return str_sub(part, 0, (size_t)mark);
}

static void add_parameter(Run *run, Signature *s, Str part) {
    Parameter *p = &s->parameters[s->n++];
    part = take_mark(run, s, p, part);
    ptrdiff_t equal = str_find(part, STR("="), 0);
    Str name = str_sub(part, 0, equal < 0 ? part.len : (size_t)equal);
    while (name.len && name.at[name.len - 1] == ' ') {
        name.len--;
    }
    p->name = name_of(run->names, name);
    p->required = equal < 0;
    p->value = value_unbound();
    if (equal >= 0) {
        p->value = default_literal(run, str_sub(part, (size_t)equal + 1, part.len));
    }
}

static void add_part(Run *run, Signature *s, Str part, bool *starred) {
    if (str_is(part, "/")) {
        s->nposonly = s->n;
        s->native = true;
    } else if (str_starts(part, STR("**"))) {
        s->options = s->n;
        add_parameter(run, s, str_sub(part, 2, part.len));
        *starred = true;
    } else if (str_starts(part, STR("*"))) {
        *starred = true;
        if (part.len > 1) {
            s->rest = s->n;
            add_parameter(run, s, str_sub(part, 1, part.len));
        }
    } else {
        add_parameter(run, s, part);
        s->npositional += !*starred;
        s->nrequired += !*starred && s->parameters[s->n - 1].required;
    }
}

static Signature *signature_make(Run *run, const char *text) {
    Str all = str_of(text ? text : "");
    uint32_t parts = 1;
    for (size_t i = 0; i < all.len; i++) {
        parts += all.at[i] == ',';
    }
    Signature *s = ARENA_NEW(run->arena, Signature);
    s->parameters = ARENA_ARRAY(run->arena, parts, Parameter);
    s->rest = s->options = NONE;
    bool starred = false;
    for (size_t at = 0; at < all.len;) {
        Str part = next_part(all, &at);
        if (part.len) {
            add_part(run, s, part, &starred);
        }
    }
    s->simple = s->npositional == s->n;
    return s;
}

/* ---- faults ---- */

/* "list.", "math." or "", as these errors begin. */
static Str place_of(Run *run, const NativeObject *f) {
    if (f->owner) {
        return str_printf(run->scratch, "%s.", f->owner->head.name->text);
    }
    Str module = f->module ? name_str(f->module->name) : STR("builtins");
    if (str_is(module, "operator") || str_is(module, "functools")) {
        module = str_printf(run->scratch, "_%.*s", STR_ARG(module));
    }
    return str_is(module, "builtins") ? STR("")
                                      : str_printf(run->scratch, "%.*s.", STR_ARG(module));
}

static bool takes_no_keywords(const Signature *s) {
    return s->native && s->nposonly == s->npositional && s->n == s->npositional;
}

static bool wrong_keyword(Run *run, const NativeObject *f, Name name) {
    const Signature *s = f->signature;
    if (takes_no_keywords(s)) {
        return raise_type_error(run, "%.*s%s() takes no keyword arguments",
                                STR_ARG(place_of(run, f)), f->name->text);
    }
    if (s->native) {
        return raise_type_error(run, "'%s' is an invalid keyword argument for %s()", name->text,
                                f->name->text);
    }
    return raise_type_error(run, "%s() got an unexpected keyword argument '%s'", f->name->text,
                            name->text);
}

/* How CPython's C functions say that the number of arguments is wrong. */
static bool wrong_count_native(Run *run, const NativeObject *f, uint32_t given) {
    const Signature *s = f->signature;
    uint32_t self = f->owner ? 1 : 0;
    if (given < self) {
        return raise_type_error(run,
                                f->spec->row ? "descriptor '%s' of '%s' object needs an argument"
                                             : "unbound method %s.%s() needs an argument",
                                f->spec->row ? f->name->text : f->owner->head.name->text,
                                f->spec->row ? f->owner->head.name->text : f->name->text);
    }
    uint32_t least = s->nrequired - self, most = s->npositional - self;
    Str place = place_of(run, f);
    given -= self;
    if (least == most && most == 0 && s->n == s->npositional) {
        return raise_type_error(run, "%.*s%s() takes no arguments (%u given)", STR_ARG(place),
                                f->name->text, given);
    }
    if (least == most && most == 1 && s->n == s->npositional) {
        return raise_type_error(run, "%.*s%s() takes exactly one argument (%u given)",
                                STR_ARG(place), f->name->text, given);
    }
    bool few = given < least;
    uint32_t bound = few ? least : most;
    if (most == 0) {
        return raise_type_error(run, "%s() takes no positional arguments", f->name->text);
    }
    if (s->npositional > s->nposonly && !few) {
        return raise_type_error(run, "%s() takes at most %u argument%s (%u given)", f->name->text,
                                most, most == 1 ? "" : "s", given);
    }
    if (s->npositional > s->nposonly && given + self < s->nposonly) {
        return raise_type_error(run, "%s() takes at least %u positional argument%s (%u given)",
                                f->name->text, s->nposonly - self,
                                s->nposonly - self == 1 ? "" : "s", given);
    }
    if (s->npositional > s->nposonly) {
        return raise_type_error(run, "%s() missing required argument '%s' (pos %u)", f->name->text,
                                s->parameters[self + given].name->text, given + 1);
    }
    return raise_type_error(run, "%s expected %s%u argument%s, got %u", f->name->text,
                            least == most ? ""
                            : few         ? "at least "
                                          : "at most ",
                            bound, bound == 1 ? "" : "s", given);
}

static bool too_many(Run *run, const NativeObject *f, uint32_t given) {
    const Signature *s = f->signature;
    if (s->native) {
        return wrong_count_native(run, f, given);
    }
    uint32_t most = s->npositional, least = s->nrequired;
    if (least != most) {
        return raise_type_error(run,
                                "%s() takes from %u to %u positional arguments but %u %s given",
                                f->name->text, least, most, given, given == 1 ? "was" : "were");
    }
    return raise_type_error(run, "%s() takes %u positional argument%s but %u %s given",
                            f->name->text, most, most == 1 ? "" : "s", given,
                            given == 1 ? "was" : "were");
}

static uint32_t missing_names(const Signature *s, const Value *slots, bool keyword_only,
                              Name *names) {
    uint32_t n = 0;
    uint32_t from = keyword_only ? s->npositional : 0;
    uint32_t to = keyword_only ? s->n : s->npositional;
    for (uint32_t i = from; i < to; i++) {
        bool starred = i == s->rest || i == s->options;
        if (!starred && s->parameters[i].required && is_unbound(slots[i])) {
            names[n++] = s->parameters[i].name;
        }
    }
    return n;
}

static bool check_missing(Run *run, const NativeObject *f, const Value *slots, uint32_t given) {
    const Signature *s = f->signature;
    Name *names = ARENA_ARRAY(run->scratch, s->n, Name);
    for (int keyword_only = 0; keyword_only < 2; keyword_only++) {
        uint32_t n = missing_names(s, slots, keyword_only, names);
        if (n && s->native && !keyword_only) {
            return wrong_count_native(run, f, given);
        }
        if (n) {
            return raise_missing(run, f->name, n, names, keyword_only);
        }
    }
    return true;
}

/* ---- binding ---- */

static void put_rest(Run *run, const Signature *s, const Args *args, Value *slots) {
    uint32_t extra = args->npositional > s->npositional ? args->npositional - s->npositional : 0;
    slots[s->rest] = tuple_make(run, extra, extra ? args->at + s->npositional : NULL);
}

static uint32_t find_parameter(const Signature *s, Name name) {
    for (uint32_t i = s->nposonly; i < s->n; i++) {
        if (s->parameters[i].name == name && i != s->rest && i != s->options) {
            return i;
        }
    }
    return NONE;
}

static bool put_keyword(Run *run, const NativeObject *f, Name name, Value v, Value *slots) {
    const Signature *s = f->signature;
    uint32_t i = find_parameter(s, name);
    if (i == NONE && s->options == NONE) {
        return wrong_keyword(run, f, name);
    }
    if (i == NONE) {
        return dict_set(run, slots[s->options], str_of_name(run, name), v);
    }
    if (!is_unbound(slots[i])) {
        return raise_type_error(run, "%s() got multiple values for argument '%s'", f->name->text,
                                name->text);
    }
    slots[i] = v;
    return true;
}

static void put_defaults(const Signature *s, Value *slots) {
    for (uint32_t i = 0; i < s->n; i++) {
        if (is_unbound(slots[i]) && !s->parameters[i].required) {
            slots[i] = s->parameters[i].value;
        }
    }
}

static bool bind(Run *run, const NativeObject *f, const Args *args, Value *slots) {
    const Signature *s = f->signature;
    if (args->nkeywords && takes_no_keywords(s)) {
        return wrong_keyword(run, f, args->names[0]);
    }
    if (args->npositional > s->npositional && s->rest == NONE) {
        return too_many(run, f, args->npositional);
    }
    for (uint32_t i = 0; i < args->npositional && i < s->npositional; i++) {
        slots[i] = args->at[i];
    }
    if (s->rest != NONE) {
        put_rest(run, s, args, slots);
    }
    if (s->options != NONE) {
        slots[s->options] = dict_make(run);
    }
    Name unknown = NULL; /* of a function in C: said after what is missing */
    for (uint32_t k = 0; k < args->nkeywords; k++) {
        bool wrong = s->options == NONE && find_parameter(s, args->names[k]) == NONE;
        if (wrong && s->native) {
            unknown = unknown ? unknown : args->names[k];
        } else if (!put_keyword(run, f, args->names[k], args->at[args->npositional + k], slots)) {
            return false;
        }
    }
    if (!check_missing(run, f, slots, args->npositional)) {
        return false;
    }
    if (unknown) {
        return wrong_keyword(run, f, unknown);
    }
    put_defaults(s, slots);
    return true;
}

/* ---- arguments that are not modelled ---- */

static bool is_literal(Run *run, Value v, Value literal) {
    bool equal = value_same(v, literal);
    if (equal || is_unbound(literal) || is_unbound(v)) {
        return equal;
    }
    if (v.kind == VALUE_OBJECT ? is_str(run, v) && is_str(run, literal)
                               : literal.kind != VALUE_OBJECT) {
        return value_equal(run, v, literal, &equal) && equal;
    }
    return false;
}

static bool is_modelled(Run *run, const Signature *s, uint32_t i, Value v) {
    const Parameter *p = &s->parameters[i];
    if (i == s->rest) {
        return sequence_count(v) == 0;
    }
    if (i == s->options) {
        return ((DictObject *)v.as.object)->live == 0;
    }
    bool same = is_literal(run, v, p->value);
    for (int k = 0; k < 4 && !same && !is_unbound(p->others[k]); k++) {
        same = is_literal(run, v, p->others[k]);
    }
    return same;
}

static bool refuse_argument(Run *run, const NativeObject *f, uint32_t i, Value v) {
    const Parameter *p = &f->signature->parameters[i];
    bool makes = is_exactly(f->self, run->type.type); /* a constructor */
    const char *what = makes ? as_type(f->self)->head.name->text : f->name->text;
    Str text = name_str(p->name);
    uint32_t first = 0;
    if (i == f->signature->options) {
        text = str_text(table_next((DictObject *)v.as.object, &first)->key);
    }
    if (p->required || is_unbound(p->value)) {
        return refuse(run, NULL, "the argument %.*s of %s()", STR_ARG(text), what);
    }
    Str literal;
    return value_repr(run, p->value, &literal) &&
           refuse(run, NULL, "%.*s of %s() other than %.*s", STR_ARG(text), what, STR_ARG(literal));
}

static bool check_fixed(Run *run, const NativeObject *f, const Value *slots) {
    const Signature *s = f->signature;
    for (uint32_t i = 0; i < s->n; i++) {
        if (s->parameters[i].fixed && !is_modelled(run, s, i, slots[i])) {
            return refuse_argument(run, f, i, slots[i]);
        }
    }
    return true;
}

/* ---- calling ---- */

static bool invoke(Run *run, const NativeObject *f, const Value *slots, Value *result) {
    const NativeSpec *spec = f->spec;
    if (f->signature->fixes && !check_fixed(run, f, slots)) {
        return false;
    }
    return spec->row ? spec->fn_row(run, spec->row, slots, result) : spec->fn(run, slots, result);
}

#define FEW 16u

static bool bind_and_invoke(Run *run, const NativeObject *f, const Args *args, Value *result) {
    Value few[FEW];
    uint32_t n = f->signature->n;
    Value *slots = n <= FEW ? few : ARENA_ARRAY(run->arena, n, Value);
    for (uint32_t i = 0; i < n; i++) {
        slots[i] = value_unbound();
    }
    return bind(run, f, args, slots) && invoke(run, f, slots, result);
}

/* A method taken from its type must get an object of that type first. */
static bool check_self(Run *run, const NativeObject *f, const Args *args) {
    if (!args->npositional || is_instance(run, args->at[0], f->owner)) {
        return true;
    }
    return raise_type_error(
        run,
        is_special(f->name) ? "descriptor '%s' requires a '%s' object but received a '%.*s'"
                            : "descriptor '%s' for '%s' objects doesn't apply to a '%.*s' object",
        f->name->text, f->owner->head.name->text, STR_ARG(type_name(run, args->at[0])));
}

static bool call_prepared(Run *run, const NativeObject *f, const Args *args, Value *result) {
    const Signature *s = f->signature;
    if (f->owner && !check_self(run, f, args)) {
        return false;
    }
    if (s->simple && !args->nkeywords && args->npositional == s->n) {
        return invoke(run, f, args->at, result);
    }
    return bind_and_invoke(run, f, args, result);
}

void native_prepare(Run *run, NativeObject *f) {
    if (!f->signature) {
        f->signature = signature_make(run, f->spec->signature);
    }
}

bool native_call(Run *run, const NativeObject *f, Value self, const Args *args, Value *result) {
    if (!f->signature) {
        native_prepare(run, (NativeObject *)(uintptr_t)f);
    }
    if (is_unbound(self)) {
        return call_prepared(run, f, args, result);
    }
    uint32_t n = args->npositional + args->nkeywords;
    Value few[FEW];
    Value *all = n < FEW ? few : ARENA_ARRAY(run->arena, n + 1, Value);
    all[0] = self;
    if (n) {
        memcpy(all + 1, args->at, n * sizeof *all);
    }
    Args with_self = {all, args->npositional + 1, args->nkeywords, args->names};
    return call_prepared(run, f, &with_self, result);
}
