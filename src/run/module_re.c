/* module_re.c: re, over regex.h. */
#include <string.h>

#include "base/utf8.h"
#include "run/machine.h"
#include "run/regex.h"
#include "run/standard.h"

typedef struct PatternObject {
    Object object;
    const Regex *regex;
    Value pattern;
} PatternObject;

typedef struct MatchObject {
    Object object;
    const PatternObject *pattern;
    Value string;
    ptrdiff_t *groups; /* [2 * (ngroups + 1)] byte positions, -1 where a group took no part; the
                          last group that ended, or -1 */
} MatchObject;

static const MatchObject *match_at(Value v) {
    return (const MatchObject *)v.as.object;
}

/* ---- compiling ---- */

static bool pattern_fault(Run *run, Str pattern, const RegexFault *f) {
    if (f->refused) {
        return refuse(run, NULL, "%s", f->refused);
    }
    size_t at = utf8_count(str_sub(pattern, 0, f->at));
    if (f->at == SIZE_MAX) {
        return raise_error(run, run->standard->re_error, "%.*s", STR_ARG(f->message));
    }
    return raise_error(run, run->standard->re_error, "%.*s at position %zu", STR_ARG(f->message),
                       at);
}

static bool compile(Run *run, Value pattern, Value flags, const PatternObject **result) {
    int64_t bits = 0;
    RegexFault fault;
    if (is_exactly(pattern, run->standard->pattern)) {
        *result = (const PatternObject *)pattern.as.object;
        return true;
    }
    if (!is_str(run, pattern)) {
        return is_bytes(run, pattern)
                   ? refuse(run, "use str", "regular expressions of bytes")
                   : raise_type_error(run, "first argument must be string or compiled pattern");
    }
    if (given(flags) && !index_of(run, flags, &bits)) {
        return false;
    }
    const Regex *r = regex_compile(run->arena, run->names, str_text(pattern), (int)bits, &fault);
    if (!r) {
        return pattern_fault(run, str_text(pattern), &fault);
    }
    PatternObject *p = object_make(run, run->standard->pattern, sizeof *p);
    p->regex = r;
    p->pattern = pattern;
    *result = p;
    return true;
}

static bool re_compile(Run *run, const Value *args, Value *result) {
    const PatternObject *p;
    if (!compile(run, args[0], args[1], &p)) {
        return false;
    }
    *result = value_object(p);
    return true;
}

/* ---- matching ---- */

typedef enum Manner { AT_START, WHOLE, ANYWHERE, ADVANCED } Manner;

/* The first match at or behind byte `from` (ADVANCED: no empty one at `from` itself); *found is
 * NULL when there is none. */
static bool find(Run *run, const PatternObject *p, Value string, size_t from, Manner manner,
                 MatchObject **found) {
    Str text = str_text(string);
    size_t n = 2 * ((size_t)p->regex->ngroups + 1);
    ptrdiff_t *groups = ARENA_ARRAY(run->arena, n + 1, ptrdiff_t);
    *found = NULL;
    for (size_t at = from; at <= text.len;) {
        bool advance = manner == ADVANCED && at == from;
        RegexEnd end = manner == WHOLE ? REGEX_AT_END : advance ? REGEX_ADVANCED : REGEX_ANYWHERE;
        RegexResult r = regex_match_at(run->scratch, p->regex, text, at, end, groups);
        if (r == REGEX_TOO_LONG) {
            return refuse_budget(run, BUDGET_STEPS);
        }
        if (r == REGEX_YES) {
            MatchObject *m = object_make(run, run->standard->match, sizeof *m);
            *m = (MatchObject){m->object, p, string, groups};
            *found = m;
            return true;
        }
        if (manner == AT_START || manner == WHOLE || at == text.len) {
            return true;
        }
        utf8_next(text, &at);
    }
    return true;
}

static bool check_string(Run *run, Value v) {
    if (is_bytes(run, v)) {
        return raise_type_error(run, "cannot use a string pattern on a bytes-like object");
    }
    return is_str(run, v) ||
           raise_type_error(run, "expected string or bytes-like object, got '%.*s'",
                            STR_ARG(type_name(run, v)));
}

static bool match_from(Run *run, const Value *args, size_t from, Manner manner, Value *result) {
    const PatternObject *p;
    MatchObject *m;
    if (!compile(run, args[0], args[2], &p) || !check_string(run, args[1]) ||
        !find(run, p, args[1], from, manner, &m)) {
        return false;
    }
    *result = m ? value_object(m) : value_none();
    return true;
}

static bool re_match(Run *run, const Value *args, Value *result) {
    return match_from(run, args, 0, AT_START, result);
}

static bool re_fullmatch(Run *run, const Value *args, Value *result) {
    return match_from(run, args, 0, WHOLE, result);
}

static bool re_search(Run *run, const Value *args, Value *result) {
    return match_from(run, args, 0, ANYWHERE, result);
}

/* Of methods, args: pattern, string, pos, endpos. Gives the arguments of the function, with the
 * string cut at endpos, and the byte where it begins. False: an error, or an empty range. */
static bool take_range(Run *run, const Value *args, Value function[3], size_t *from) {
    int64_t pos, end = INT64_MAX;
    if (!check_string(run, args[1]) || !index_of(run, args[2], &pos) ||
        (given(args[3]) && !index_of(run, args[3], &end))) {
        return false;
    }
    Str text = str_text(args[1]);
    size_t until = end < 0 ? 0 : utf8_offset(text, (size_t)end);
    *from = pos < 0 ? 0 : utf8_offset(text, (size_t)pos);
    function[0] = args[0];
    function[1] = until < text.len ? str_make(run, str_sub(text, 0, until)) : args[1];
    function[2] = value_none();
    return true;
}

static bool match_method(Run *run, const Value *args, Manner manner, Value *result) {
    Value function[3];
    size_t from;
    return take_range(run, args, function, &from) &&
           match_from(run, function, from, manner, result);
}

static bool pattern_match(Run *run, const Value *args, Value *result) {
    return match_method(run, args, AT_START, result);
}

static bool pattern_fullmatch(Run *run, const Value *args, Value *result) {
    return match_method(run, args, WHOLE, result);
}

static bool pattern_search(Run *run, const Value *args, Value *result) {
    return match_method(run, args, ANYWHERE, result);
}

/* All matches, one behind the other; where an empty one was, another may begin that is not empty.
 */
static bool find_all(Run *run, const Value *args, size_t from, MatchObject ***matches,
                     uint32_t *n) {
    const PatternObject *p;
    uint32_t cap = 16;
    if (!compile(run, args[0], args[2], &p) || !check_string(run, args[1])) {
        return false;
    }
    *matches = ARENA_ARRAY(run->scratch, cap, MatchObject *);
    *n = 0;
    Manner manner = ANYWHERE;
    for (;;) {
        MatchObject *m;
        if (!find(run, p, args[1], from, manner, &m)) {
            return false;
        }
        if (!m) {
            break;
        }
        if (*n == cap) {
            MatchObject **grown = ARENA_ARRAY(run->scratch, cap * 2, MatchObject *);
            memcpy(grown, *matches, cap * sizeof *grown);
            *matches = grown;
            cap *= 2;
        }
        (*matches)[(*n)++] = m;
        from = (size_t)m->groups[1];
        manner = m->groups[0] == m->groups[1] ? ADVANCED : ANYWHERE;
    }
    return true;
}

static Value group_text(Run *run, const MatchObject *m, uint32_t group, Value absent) {
    ptrdiff_t from = m->groups[2 * group], to = m->groups[2 * group + 1];
    return from < 0 || to < 0
               ? absent
               : str_make(run, str_sub(str_text(m->string), (size_t)from, (size_t)to));
}

static Value all_groups(Run *run, const MatchObject *m, Value absent) {
    uint32_t n = m->pattern->regex->ngroups;
    Value t = tuple_make(run, n, NULL);
    for (uint32_t i = 0; i < n; i++) {
        ((TupleObject *)t.as.object)->items[i] = group_text(run, m, i + 1, absent);
    }
    return t;
}

static bool findall_from(Run *run, const Value *args, size_t from, Value *result) {
    MatchObject **matches;
    uint32_t n;
    Value none = text_value(run, "");
    if (!find_all(run, args, from, &matches, &n)) {
        return false;
    }
    *result = list_make(run, 0, NULL);
    for (uint32_t i = 0; i < n; i++) {
        uint32_t groups = matches[i]->pattern->regex->ngroups;
        list_append(run, *result,
                    groups > 1 ? all_groups(run, matches[i], none)
                               : group_text(run, matches[i], groups, none));
    }
    return true;
}

static bool finditer_from(Run *run, const Value *args, size_t from, Value *result) {
    MatchObject **matches;
    uint32_t n;
    Value list = list_make(run, 0, NULL);
    if (!find_all(run, args, from, &matches, &n)) {
        return false;
    }
    for (uint32_t i = 0; i < n; i++) {
        list_append(run, list, value_object(matches[i]));
    }
    return value_iter(run, list, result);
}

static bool re_findall(Run *run, const Value *args, Value *result) {
    return findall_from(run, args, 0, result);
}

static bool re_finditer(Run *run, const Value *args, Value *result) {
    return finditer_from(run, args, 0, result);
}

static bool pattern_findall(Run *run, const Value *args, Value *result) {
    Value function[3];
    size_t from;
    return take_range(run, args, function, &from) && findall_from(run, function, from, result);
}

static bool pattern_finditer(Run *run, const Value *args, Value *result) {
    Value function[3];
    size_t from;
    return take_range(run, args, function, &from) && finditer_from(run, function, from, result);
}

/* args: pattern, string, flags, maxsplit */
static bool re_split(Run *run, const Value *args, Value *result) {
    MatchObject **matches;
    uint32_t n;
    int64_t most;
    size_t from = 0;
    if (!index_of(run, args[3], &most) || !find_all(run, args, 0, &matches, &n)) {
        return false;
    }
    Str text = str_text(args[1]);
    *result = list_make(run, 0, NULL);
    n = most > 0 && most < n ? (uint32_t)most : most < 0 ? 0 : n;
    for (uint32_t i = 0; i < n; i++) {
        const MatchObject *m = matches[i];
        list_append(run, *result, str_make(run, str_sub(text, from, (size_t)m->groups[0])));
        for (uint32_t g = 1; g <= m->pattern->regex->ngroups; g++) {
            list_append(run, *result, group_text(run, m, g, value_none()));
        }
        from = (size_t)m->groups[1];
    }
    list_append(run, *result, str_make(run, str_sub(text, from, text.len)));
    return true;
}

/* ---- groups ---- */

static bool no_group(Run *run) {
    return raise_error(run, run->exception.IndexError, "no such group");
}

/* A group by number or name. */
static bool group_number(Run *run, const Regex *r, Value v, uint32_t *group) {
    int64_t i;
    if (is_str(run, v)) {
        Name name = name_of(run->names, str_text(v));
        for (uint32_t g = 1; g <= r->ngroups; g++) {
            if (r->names[g] == name) {
                *group = g;
                return true;
            }
        }
        return no_group(run);
    }
    if (!index_of(run, v, &i)) {
        return false;
    }
    *group = (uint32_t)i;
    return (i >= 0 && i <= r->ngroups) || no_group(run);
}

static bool match_item(Run *run, Value self, Value key, Value *result) {
    uint32_t group;
    if (!group_number(run, match_at(self)->pattern->regex, key, &group)) {
        return false;
    }
    *result = group_text(run, match_at(self), group, value_none());
    return true;
}

static bool match_group(Run *run, const Value *args, Value *result) {
    uint32_t n = sequence_count(args[1]);
    if (n < 2) {
        return match_item(run, args[0], n ? sequence_item(args[1], 0) : value_int(0), result);
    }
    *result = tuple_make(run, n, NULL);
    for (uint32_t i = 0; i < n; i++) {
        if (!match_item(run, args[0], sequence_item(args[1], i),
                        &((TupleObject *)result->as.object)->items[i])) {
            return false;
        }
    }
    return true;
}

static bool match_groups(Run *run, const Value *args, Value *result) {
    *result = all_groups(run, match_at(args[0]), args[1]);
    return true;
}

static bool match_groupdict(Run *run, const Value *args, Value *result) {
    const MatchObject *m = match_at(args[0]);
    *result = dict_make(run);
    for (uint32_t g = 1; g <= m->pattern->regex->ngroups; g++) {
        Name name = m->pattern->regex->names[g];
        if (name) {
            dict_set_name(run, *result, name->text, group_text(run, m, g, args[1]));
        }
    }
    return true;
}

static bool match_last_index(Run *run, const Value *args, Value *result) {
    const MatchObject *m = match_at(args[0]);
    uint32_t last = regex_last_group(m->pattern->regex, m->groups);
    (void)run;
    *result = last ? value_int(last) : value_none();
    return true;
}

static bool match_last_group(Run *run, const Value *args, Value *result) {
    const MatchObject *m = match_at(args[0]);
    const Regex *r = m->pattern->regex;
    uint32_t last = regex_last_group(r, m->groups);
    *result = last && r->names[last] ? str_of_name(run, r->names[last]) : value_none();
    return true;
}

/* A byte position in code points; -1 stays. */
static int64_t position(const MatchObject *m, ptrdiff_t at) {
    return at < 0 ? -1 : (int64_t)utf8_count(str_sub(str_text(m->string), 0, (size_t)at));
}

static bool ends_of(Run *run, const Value *args, int64_t *from, int64_t *to) {
    const MatchObject *m = match_at(args[0]);
    uint32_t group;
    if (!group_number(run, m->pattern->regex, args[1], &group)) {
        return false;
    }
    *from = position(m, m->groups[2 * group]);
    *to = position(m, m->groups[2 * group + 1]);
    return true;
}

static bool match_start(Run *run, const Value *args, Value *result) {
    int64_t from = 0, to;
    bool ok = ends_of(run, args, &from, &to);
    *result = value_int(from);
    return ok;
}

static bool match_end(Run *run, const Value *args, Value *result) {
    int64_t from, to = 0;
    bool ok = ends_of(run, args, &from, &to);
    *result = value_int(to);
    return ok;
}

static bool match_span(Run *run, const Value *args, Value *result) {
    int64_t from = 0, to = 0;
    bool ok = ends_of(run, args, &from, &to);
    Value both[2] = {value_int(from), value_int(to)};
    *result = tuple_make(run, 2, both);
    return ok;
}

static bool match_repr(Run *run, Value self, Value *result) {
    const MatchObject *m = match_at(self);
    Str text;
    if (!value_repr(run, group_text(run, m, 0, value_none()), &text)) {
        return false;
    }
    *result = str_format(run, "<re.Match object; span=(%lld, %lld), match=%.*s>",
                         (long long)position(m, m->groups[0]), (long long)position(m, m->groups[1]),
                         STR_ARG(text));
    return true;
}

static bool match_string(Run *run, const Value *args, Value *result) {
    (void)run;
    *result = match_at(args[0])->string;
    return true;
}

static ptrdiff_t last_group(Value match) {
    const MatchObject *m = match_at(match);
    return m->groups[2 * ((size_t)m->pattern->regex->ngroups + 1)];
}

static bool match_lastindex(Run *run, const Value *args, Value *result) {
    ptrdiff_t last = last_group(args[0]);
    (void)run;
    *result = last > 0 ? value_int(last) : value_none();
    return true;
}

static bool match_lastgroup(Run *run, const Value *args, Value *result) {
    ptrdiff_t last = last_group(args[0]);
    Name name = last > 0 ? match_at(args[0])->pattern->regex->names[last] : NULL;
    *result = name ? str_of_name(run, name) : value_none();
    return true;
}

static bool match_re(Run *run, const Value *args, Value *result) {
    (void)run;
    *result = value_object(match_at(args[0])->pattern);
    return true;
}

/* ---- replacing ---- */

static bool put_group(Run *run, const MatchObject *m, Value key, Sink *out) {
    uint32_t group;
    if (!group_number(run, m->pattern->regex, key, &group)) {
        error_take(run);
        return !run->stopping &&
               raise_error(run, run->standard->re_error, "invalid group reference");
    }
    sink_put(out, str_text(group_text(run, m, group, text_value(run, ""))));
    return true;
}

/* "\1", "\g<1>", "\g<name>", "\n"; *i stands behind the backslash. */
static bool put_escape(Run *run, const MatchObject *m, Str template, size_t *i, Sink *out) {
    static const char from[] = "nrtabfv\\", to[] = "\n\r\t\a\b\f\v\\";
    char c = *i < template.len ? template.at[(*i)++] : '\\';
    const char *at = strchr(from, c);
    if (c >= '0' && c <= '9') {
        int64_t group = c - '0';
        bool second = *i < template.len && template.at[*i] >= '0' && template.at[*i] <= '9';
        group = second ? group * 10 + template.at[(*i)++] - '0' : group;
        return put_group(run, m, value_int(group), out);
    }
    if (c != 'g') {
        sink_char(out, at ? to[at - from] : '\\');
        sink_put(out, at ? STR("") : (Str){&c, 1});
        return true;
    }
    ptrdiff_t end = str_find(template, STR(">"), *i);
    if (end < 0 || template.at[*i] != '<') {
        return raise_error(run, run->standard->re_error, "missing group name");
    }
    Str name = str_sub(template, *i + 1, (size_t)end);
    Value key = str_make(run, name);
    *i = (size_t)end + 1;
    bool digits = name.len && name.at[0] >= '0' && name.at[0] <= '9';
    return (!digits || parse_integer(run, name, 10, key, &key)) && put_group(run, m, key, out);
}

static bool put_template(Run *run, const MatchObject *m, Str template, Sink *out) {
    for (size_t i = 0; i < template.len;) {
        char c = template.at[i++];
        if (c != '\\') {
            sink_char(out, c);
        } else if (!put_escape(run, m, template, &i, out)) {
            return false;
        }
    }
    return true;
}

static bool put_replacement(Run *run, MatchObject *m, Value by, Sink *out) {
    Value v;
    if (is_str(run, by)) {
        return put_template(run, m, str_text(by), out);
    }
    if (!call1(run, by, value_object(m), &v) || !check_string(run, v)) {
        return false;
    }
    sink_put(out, str_text(v));
    return true;
}

/* What the library says of a replacement that is neither text nor function. */
static bool check_replacement(Run *run, Value by) {
    int64_t hash;
    if (is_str(run, by) || is_bytes(run, by) || is_callable(run, by)) {
        return true;
    }
    return value_hash(run, by, &hash) &&
           raise_type_error(run, "decoding to str: need a bytes-like object, %.*s found",
                            STR_ARG(type_name(run, by)));
}

/* args: pattern, string, flags, repl, count */
static bool substitute(Run *run, const Value *args, Value *result, uint32_t *done) {
    MatchObject **matches;
    int64_t most;
    size_t from = 0;
    Sink out = sink_memory(run->arena);
    if (!index_of(run, args[4], &most) || !find_all(run, args, 0, &matches, done) ||
        !check_replacement(run, args[3])) {
        return false;
    }
    Str text = str_text(args[1]);
    *done = most > 0 && most < *done ? (uint32_t)most : *done;
    for (uint32_t i = 0; i < *done; i++) {
        sink_put(&out, str_sub(text, from, (size_t)matches[i]->groups[0]));
        if (!put_replacement(run, matches[i], args[3], &out)) {
            return false;
        }
        from = (size_t)matches[i]->groups[1];
    }
    sink_put(&out, str_sub(text, from, text.len));
    *result = str_share(run, sink_str(&out));
    return true;
}

/* args: pattern, repl, string, count, flags */
static bool re_sub(Run *run, const Value *args, Value *result) {
    uint32_t n;
    const Value ordered[5] = {args[0], args[2], args[4], args[1], args[3]};
    return substitute(run, ordered, result, &n);
}

static bool re_subn(Run *run, const Value *args, Value *result) {
    uint32_t n;
    Value pair[2];
    const Value ordered[5] = {args[0], args[2], args[4], args[1], args[3]};
    if (!substitute(run, ordered, &pair[0], &n)) {
        return false;
    }
    pair[1] = value_int(n);
    *result = tuple_make(run, 2, pair);
    return true;
}

static bool match_expand(Run *run, const Value *args, Value *result) {
    Sink out = sink_memory(run->arena);
    Str template;
    if (!text_of(run, args[1], &template) ||
        !put_template(run, match_at(args[0]), template, &out)) {
        return false;
    }
    *result = str_share(run, sink_str(&out));
    return true;
}

static bool re_escape(Run *run, const Value *args, Value *result) {
    Str text;
    Sink out = sink_memory(run->arena);
    if (!text_of(run, args[0], &text)) {
        return false;
    }
    for (size_t i = 0; i < text.len; i++) {
        if (memchr("()[]{}?*+-|^$\\.&~# \t\n\r\v\f", text.at[i], 25)) {
            sink_char(&out, '\\');
        }
        sink_char(&out, text.at[i]);
    }
    *result = str_share(run, sink_str(&out));
    return true;
}

/* ---- patterns as objects ---- */

static bool pattern_repr(Run *run, Value self, Value *result) {
    Str text;
    if (!value_repr(run, ((const PatternObject *)self.as.object)->pattern, &text)) {
        return false;
    }
    *result = str_format(run, "re.compile(%.*s)", STR_ARG(text));
    return true;
}

static bool pattern_pattern(Run *run, const Value *args, Value *result) {
    (void)run;
    *result = ((const PatternObject *)args[0].as.object)->pattern;
    return true;
}

static bool pattern_groups(Run *run, const Value *args, Value *result) {
    (void)run;
    *result = value_int(((const PatternObject *)args[0].as.object)->regex->ngroups);
    return true;
}

static bool pattern_flags(Run *run, const Value *args, Value *result) {
    (void)run;
    *result = value_int(((const PatternObject *)args[0].as.object)->regex->flags);
    return true;
}

/* The first argument is the pattern: so sub and split are the functions. */
static const NativeSpec pattern_methods[] = {
    {.name = "match", .signature = "self, string, pos=0, endpos=None", .fn = pattern_match},
    {.name = "fullmatch", .signature = "self, string, pos=0, endpos=None", .fn = pattern_fullmatch},
    {.name = "search", .signature = "self, string, pos=0, endpos=None", .fn = pattern_search},
    {.name = "findall", .signature = "self, string, pos=0, endpos=None", .fn = pattern_findall},
    {.name = "finditer", .signature = "self, string, pos=0, endpos=None", .fn = pattern_finditer},
    {.name = "sub", .signature = "self, repl, string, count=0, flags=None", .fn = re_sub},
    {.name = "subn", .signature = "self, repl, string, count=0, flags=None", .fn = re_subn},
    {0},
};

static bool pattern_split(Run *run, const Value *args, Value *result) {
    const Value ordered[4] = {args[0], args[1], value_none(), args[2]};
    return re_split(run, ordered, result);
}

static bool module_split(Run *run, const Value *args, Value *result) {
    const Value ordered[4] = {args[0], args[1], args[3], args[2]};
    return re_split(run, ordered, result);
}

static const NativeSpec split_method[] = {
    {.name = "split", .signature = "self, string, maxsplit=0", .fn = pattern_split},
    {0},
};

static const NativeSpec match_methods[] = {
    {.name = "group", .signature = "self, /, *groups", .fn = match_group},
    {.name = "groups", .signature = "self, default=None", .fn = match_groups},
    {.name = "groupdict", .signature = "self, default=None", .fn = match_groupdict},
    {.name = "start", .signature = "self, group=0, /", .fn = match_start},
    {.name = "end", .signature = "self, group=0, /", .fn = match_end},
    {.name = "span", .signature = "self, group=0, /", .fn = match_span},
    {.name = "expand", .signature = "self, template", .fn = match_expand},
    {0},
};

static const NativeSpec functions[] = {
    {.name = "compile", .signature = "pattern, flags=0", .fn = re_compile},
    {.name = "match", .signature = "pattern, string, flags=0", .fn = re_match},
    {.name = "fullmatch", .signature = "pattern, string, flags=0", .fn = re_fullmatch},
    {.name = "search", .signature = "pattern, string, flags=0", .fn = re_search},
    {.name = "findall", .signature = "pattern, string, flags=0", .fn = re_findall},
    {.name = "finditer", .signature = "pattern, string, flags=0", .fn = re_finditer},
    {.name = "split", .signature = "pattern, string, maxsplit=0, flags=0", .fn = module_split},
    {.name = "sub", .signature = "pattern, repl, string, count=0, flags=0", .fn = re_sub},
    {.name = "subn", .signature = "pattern, repl, string, count=0, flags=0", .fn = re_subn},
    {.name = "escape", .signature = "pattern", .fn = re_escape},
    {.name = "purge", .signature = "", .fn = do_nothing},
    {0},
};

static void add_flags(Run *run, Module *m) {
    static const struct {
        const char *name;
        int value;
    } flags[] = {{"I", 2},  {"IGNORECASE", 2}, {"M", 8},  {"MULTILINE", 8},
                 {"S", 16}, {"DOTALL", 16},    {"U", 32}, {"UNICODE", 32},
                 {"X", 64}, {"VERBOSE", 64}};
    for (size_t i = 0; i < sizeof flags / sizeof *flags; i++) {
        module_set(run, m, flags[i].name, value_int(flags[i].value));
    }
}

static const char *const not_modelled[] = {"A", "ASCII",    "L",        "LOCALE",  "DEBUG",
                                           "T", "TEMPLATE", "template", "Scanner", NULL};

void install_re(Run *run, Standard *s) {
    Module *m = module_make(run, "re");
    m->missing = refuse_known;
    m->context = (void *)(uintptr_t)not_modelled;
    s->re_error = type_make(run, "error", run->exception.Exception, "re");
    s->pattern = type_make(run, "Pattern", NULL, "re");
    s->pattern->repr = pattern_repr;
    s->pattern->size = sizeof(PatternObject);
    type_add_methods(run, s->pattern, pattern_methods);
    type_add_methods(run, s->pattern, split_method);
    type_add_getter(run, s->pattern, "pattern", pattern_pattern);
    type_add_getter(run, s->pattern, "groups", pattern_groups);
    type_add_getter(run, s->pattern, "flags", pattern_flags);
    s->match = type_make(run, "Match", NULL, "re");
    s->match->repr = match_repr;
    s->match->get_item = match_item;
    s->match->size = sizeof(MatchObject);
    type_add_methods(run, s->match, match_methods);
    type_add_getter(run, s->match, "string", match_string);
    type_add_getter(run, s->match, "lastindex", match_lastindex);
    type_add_getter(run, s->match, "lastgroup", match_lastgroup);
    type_add_getter(run, s->match, "re", match_re);
    type_add_getter(run, s->match, "lastindex", match_last_index);
    type_add_getter(run, s->match, "lastgroup", match_last_group);
    module_add_functions(run, m, functions);
    add_flags(run, m);
    module_set(run, m, "error", value_object(s->re_error));
    module_set(run, m, "Pattern", value_object(s->pattern));
    module_set(run, m, "Match", value_object(s->match));
}
