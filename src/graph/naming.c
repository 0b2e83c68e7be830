/* naming.c: which name a node or scope gets.
 *
 * A name is decided in three moves. The current op scope is put in front of what was asked for; if
 * the result was asked for before, a number is appended; then it is looked up whether it is legal.
 * The table names_in_use holds, for every full name that was ever handed out, the next number to
 * try:
 *
 *     asked for, in this order       a_1    a    a    a    a_1
 *     handed out                     a_1    a    a_2  a_3  a_1_1
 *     names_in_use["a"] afterwards   -      1    2    3    3
 *
 * So the number counts requests, not nodes: a scope that stays empty and an op that fails to be
 * made use up their name as well. Only exact full names are in the table; after "x/y", "x" is still
 * free. Scopes and nodes share it. From 1.9 on the keys are in lower case, so that "a" and "A"
 * count as one, while what is handed out keeps the letters that were asked for.
 *
 * A name that ends in a slash is taken as it is: no scope in front, no number, no entry in the
 * table. That is how an op gets the name that its own scope has reserved.
 *
 * This is the hot path of building a graph: texts are put together on the stack and interned once.
 */
#include <string.h>

#include "graph/graph.h"
#include "graph/naming.h"

#define LETTERS 256 /* names up to this length are put together on the stack */

/* A text that is being put together: on the stack while it is short. */
typedef struct Draft {
    char *at;
    size_t len;
    char near[LETTERS];
} Draft;

static void draft_init(Draft *d, Arena *scratch, size_t room) {
    d->at = room <= LETTERS ? d->near : arena_alloc(scratch, room);
    d->len = 0;
}

static void draft_put(Draft *d, Str s) {
    if (s.len)
        memcpy(d->at + d->len, s.at, s.len);
    d->len += s.len;
}

/* Appends "_" and a number at position len, dropping what was there. */
static void draft_suffix(Draft *d, size_t len, uint32_t number) {
    char digits[10];
    size_t n = 0;
    do {
        digits[n++] = (char)('0' + number % 10);
        number /= 10;
    } while (number);
    d->len = len;
    d->at[d->len++] = '_';
    while (n)
        d->at[d->len++] = digits[--n];
}

#define SUFFIX_ROOM 11 /* "_" and ten digits */

static Str draft_str(const Draft *d) {
    return (Str){d->at, d->len};
}

static bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}

/* Puts the letters of s into lower case. False when they were already. */
static bool draft_lower(Draft *d, Str s) {
    bool changed = false;
    for (size_t i = 0; i < s.len; i++) {
        changed = changed || is_upper(s.at[i]);
        d->at[i] = (char)(is_upper(s.at[i]) ? s.at[i] + ('a' - 'A') : s.at[i]);
    }
    d->len = s.len;
    return changed;
}

bool naming_letter(char c, bool first) {
    if (is_upper(c) || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.')
        return true;
    return !first && (c == '_' || c == '-' || c == '/');
}

bool naming_legal(Str name, bool nested) {
    if (!nested && (!name.len || !naming_letter(name.at[0], true)))
        return false;
    for (size_t i = 0; i < name.len; i++) {
        if (!naming_letter(name.at[i], false))
            return false;
    }
    return true;
}

/* The name with the current op scope in front. */
static Name full_name(Graph *g, Str name, Draft *d) {
    Str scope = name_str(g->op_scope);
    if (!scope.len)
        return name_of(g->engine->names, name);
    d->len = 0;
    draft_put(d, scope);
    draft_put(d, STR("/"));
    draft_put(d, name);
    return name_of(g->engine->names, draft_str(d));
}

/* The key of a full name in names_in_use. */
static Name key_of(Graph *g, Name full, Draft *d) {
    if (!engine_has(g->engine, CHANGE_NAMES_CASELESS) || !draft_lower(d, name_str(full)))
        return full;
    return name_of(g->engine->names, draft_str(d));
}

/* Takes a name that is not in use; mark false only looks. False when it is in use. */
static bool take(Graph *g, Name name, bool mark) {
    MapEntry *entry = mark ? map_put(&g->names_in_use, name) : map_find(&g->names_in_use, name);
    if (entry && entry->num)
        return false;
    if (mark)
        entry->num = 1;
    return true;
}

/* Takes the first of key_<number>, key_<number + 1> … that is not in use; *taken is that name. */
static uint32_t take_suffixed(Graph *g, Name key, uint32_t number, bool mark, Name *taken) {
    Draft d;
    draft_init(&d, g->engine->scratch, key->len + SUFFIX_ROOM);
    draft_put(&d, name_str(key));
    for (;; number++) {
        draft_suffix(&d, key->len, number);
        *taken = name_of(g->engine->names, draft_str(&d));
        if (take(g, *taken, mark))
            return number;
    }
}

static Name with_suffix(Graph *g, Name full, uint32_t number, Draft *d) {
    d->len = 0;
    draft_put(d, name_str(full));
    draft_suffix(d, full->len, number);
    return name_of(g->engine->names, draft_str(d));
}

/* One more request for key; returns how many there were. */
static uint32_t count_request(Graph *g, Name key, bool mark) {
    MapEntry *entry = mark ? map_put(&g->names_in_use, key) : map_find(&g->names_in_use, key);
    uint32_t requests = entry ? (uint32_t)entry->num : 0;
    if (mark)
        entry->num++;
    return requests;
}

Name graph_unique_name(Graph *g, Str name, bool mark, Naming *naming) {
    Draft draft;
    draft_init(&draft, g->engine->scratch, g->op_scope->len + 1 + name.len + SUFFIX_ROOM);
    Name full = full_name(g, name, &draft), key = key_of(g, full, &draft), taken = full;
    *naming = (Naming){.full = full, .library = g->engine->library};
    naming->asked = g->op_scope->len ? name_of(g->engine->names, name) : full;
    uint32_t requests = count_request(g, key, mark);
    if (requests)
        naming->suffix = take_suffixed(g, key, requests, mark, &taken);
    if (requests && key != full)
        taken = with_suffix(g, full, naming->suffix, &draft);
    if (mark)
        trace_name(g->engine->trace, g->record, g->op_scope, naming->asked, taken);
    return taken;
}

/* A name that ends in a slash: exactly what stands before it. */
static Name absolute_name(Graph *g, Str asked, Naming *naming) {
    Name name = name_of(g->engine->names, str_sub(asked, 0, asked.len - 1));
    *naming =
        (Naming){.asked = name, .full = name, .absolute = true, .library = g->engine->library};
    return name;
}

bool naming_refuse_duplicate(Engine *e, Name name) {
    const char *format = engine_has(e, CHANGE_DUPLICATE_NODE_TEXT)
                             ? "Duplicate node name in graph: '%s'"
                             : "cannot add op with name %s as that name is already used";
    engine_fail(e, FAULT_VALUE, format, name->text);
    e->fault.rule = RULE_NAME_DUPLICATE;
    e->fault.subject = name;
    return false;
}

bool graph_node_name(Graph *g, Str asked, Name type, Naming *naming, Name *name) {
    Engine *e = g->engine;
    if (g->finalized)
        return engine_fail(e, FAULT_RUNTIME, "Graph is finalized and cannot be modified.");
    bool given = asked.at != NULL;
    Str wanted = given ? asked : name_str(type);
    bool absolute = wanted.len && wanted.at[wanted.len - 1] == '/';
    *name =
        absolute ? absolute_name(g, wanted, naming) : graph_unique_name(g, wanted, true, naming);
    naming->given = given && !e->library;
    if (!naming_legal(name_str(*name), false))
        return naming_refuse(e, *name, "node");
    return map_find(&g->nodes, *name) ? naming_refuse_duplicate(e, *name) : true;
}

bool naming_refuse(Engine *e, Name name, const char *what) {
    engine_fail(e, FAULT_VALUE, "'%s' is not a valid %s name", name->text, what);
    e->fault.rule = RULE_NAME_ILLEGAL;
    e->fault.subject = name;
    return false;
}
