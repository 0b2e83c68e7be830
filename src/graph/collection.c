/* collection.c: collections (section 6.1).
 *
 * get_collection's scope argument is a regular expression of Python's that must match at the
 * beginning of a name. Most are plain prefixes and are compared as such. Others are rewritten for
 * POSIX regcomp, which agrees with Python on whether something matches, if not on what; what has no
 * counterpart there is refused. */
#include <regex.h>
#include <string.h>

#include "graph/graph.h"

#define PATTERN_LONGEST 1000 /* regcomp recurses over brackets */

Collection *collection_get(Graph *g, Name key) {
    return map_ptr(&g->collections, key);
}

Collection *collection_of(Graph *g, Name key) {
    Collection *c = collection_get(g, key);
    if (c)
        return c;
    c = ARENA_NEW(g->engine->arena, Collection);
    c->key = key;
    c->items = log_make(g->engine->arena, sizeof(Item));
    map_put(&g->collections, key)->ptr = c;
    return c;
}

void collection_forget(Graph *g, Name key) {
    if (collection_get(g, key))
        map_put(&g->collections, key)->ptr = NULL;
}

void collection_add(Engine *e, Graph *g, Name key, Item item) {
    *LOG_PUSH(&collection_of(g, key)->items, Item) = item;
    const Node *node = item.output ? item.output->node : item.node;
    trace_collect(e->trace, g->record, key, item.variable ? &item.variable->record : NULL,
                  node ? &node->record : NULL);
}

/* ---- patterns ---- */

/* A pattern that is being rewritten. */
typedef struct Rewrite {
    Str from;
    size_t at;
    Sink to;
} Rewrite;

static char peek(const Rewrite *r) {
    return r->at < r->from.len ? r->from.at[r->at] : '\0';
}

/* What a letter behind a backslash stands for inside [...], NULL when it has no counterpart. */
static const char *class_members(char c) {
    switch (c) {
    case 'd': return "0-9";
    case 'w': return "A-Za-z0-9_";
    case 's': return " \t\n\r\f\v";
    default: return NULL;
    }
}

/* Letters and digits behind a backslash mean something; other signs stand for themselves. */
static bool is_sign(char c) {
    return c && !strchr("0123456789", c) && !(c >= 'a' && c <= 'z') && !(c >= 'A' && c <= 'Z');
}

static void put_literal(Sink *to, char c) {
    if (strchr("\\.[]()*+?{}|^$", c))
        sink_char(to, '\\');
    sink_char(to, c);
}

/* \d, \w, \s and their opposites as sets; \. and the like; everything else is refused. */
static bool rewrite_escape(Rewrite *r) {
    char c = peek(r);
    r->at++;
    if (is_sign(c)) {
        put_literal(&r->to, c);
        return true;
    }
    bool negated = c == 'D' || c == 'W' || c == 'S';
    const char *members = class_members(negated ? (char)(c - 'A' + 'a') : c);
    if (!members)
        return false;
    sink_printf(&r->to, negated ? "[^%s]" : "[%s]", members);
    return true;
}

/* What stands in a set, in the order that POSIX wants: ] first, - last. */
typedef struct Set {
    Sink members;
    bool bracket, dash;
} Set;

static bool set_put(Set *s, char c) {
    if (c == ']')
        s->bracket = true;
    else if (c == '-')
        s->dash = true;
    else
        sink_char(&s->members, c);
    return c != '[' && c != '^'; /* "[:" and a leading ^ mean something else in POSIX */
}

static bool set_escape(Rewrite *r, Set *s) {
    char c = peek(r);
    r->at++;
    if (is_sign(c))
        return set_put(s, c);
    const char *members = class_members(c);
    sink_z(&s->members, members ? members : "");
    return members != NULL;
}

/* "a-z": the dash stands between two members. */
static bool is_range(const Rewrite *r) {
    return r->at + 2 < r->from.len && r->from.at[r->at + 1] == '-' && r->from.at[r->at + 2] != ']';
}

static bool set_member(Rewrite *r, Set *s) {
    char c = peek(r);
    if (c == '\\') {
        r->at++;
        return set_escape(r, s);
    }
    if (!is_range(r)) {
        r->at++;
        return set_put(s, c);
    }
    char last = r->from.at[r->at + 2];
    sink_put(&s->members, str_sub(r->from, r->at, r->at + 3));
    r->at += 3;
    return c != '[' && last != '[' && last != '\\';
}

/* Behind the "[". */
static bool rewrite_set(Rewrite *r) {
    Set s = {.members = sink_memory(r->to.target)};
    bool negated = peek(r) == '^';
    r->at += negated;
    for (bool first = true; peek(r) && (first || peek(r) != ']'); first = false) {
        if (!set_member(r, &s))
            return false;
    }
    if (!peek(r))
        return false;
    r->at++;
    sink_z(&r->to, negated ? "[^" : "[");
    sink_z(&r->to, s.bracket ? "]" : "");
    sink_put(&r->to, sink_str(&s.members));
    sink_z(&r->to, s.dash ? "-]" : "]");
    return s.bracket || s.dash || s.members.len > 0;
}

/* Behind a "(": "?:" says no more than "(" here; other extensions are refused. */
static bool rewrite_group(Rewrite *r) {
    sink_char(&r->to, '(');
    if (peek(r) != '?')
        return true;
    r->at += 2;
    return r->at <= r->from.len && r->from.at[r->at - 1] == ':';
}

/* Behind a repetition: "?" asks for the shortest match, which changes nothing here. */
static bool rewrite_repeat(Rewrite *r, char c) {
    sink_char(&r->to, c);
    if (peek(r) == '?')
        r->at++;
    return true;
}

static bool rewrite_one(Rewrite *r) {
    char c = peek(r);
    r->at++;
    switch (c) {
    case '\0':
    case '{': return false; /* counted repetitions can take regcomp all memory */
    case '\\': return rewrite_escape(r);
    case '[': return rewrite_set(r);
    case '(': return rewrite_group(r);
    case '*':
    case '+':
    case '?': return rewrite_repeat(r, c);
    default: sink_char(&r->to, c); return true;
    }
}

/* The pattern for regcomp, held to the beginning of the text. False when it cannot be rewritten. */
static bool rewrite(Engine *e, Str pattern, Str *posix) {
    Rewrite r = {.from = pattern, .to = sink_memory(e->scratch)};
    sink_z(&r.to, "^(");
    while (r.at < pattern.len) {
        if (!rewrite_one(&r))
            return false;
    }
    sink_z(&r.to, ")");
    *posix = str_dup(e->scratch, sink_str(&r.to));
    return true;
}

static bool is_plain(Str pattern) {
    for (size_t i = 0; i < pattern.len; i++) {
        if (!pattern.at[i] || strchr("\\.[]()*+?{}|^$", pattern.at[i]))
            return false;
    }
    return true;
}

static bool refuse_pattern(Engine *e, Str pattern) {
    return engine_fail(e, FAULT_REFUSED, "the regular expression '%.*s' as a scope",
                       STR_ARG(pattern));
}

static bool matches_posix(Engine *e, Str pattern, Str name, bool *matches) {
    Str posix;
    regex_t compiled;
    if (pattern.len > PATTERN_LONGEST || !rewrite(e, pattern, &posix) ||
        regcomp(&compiled, posix.at, REG_EXTENDED | REG_NOSUB) != 0)
        return refuse_pattern(e, pattern);
    *matches = regexec(&compiled, str_dup(e->scratch, name).at, 0, NULL, 0) == 0;
    regfree(&compiled);
    return true;
}

bool collection_matches(Engine *e, Str pattern, Str name, bool *matches) {
    if (!is_plain(pattern))
        return matches_posix(e, pattern, name, matches);
    *matches = str_starts(name, pattern);
    return true;
}
