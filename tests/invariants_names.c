/* invariants_names.c: names and reuse flags, decided a second time and in another way. */
#include <string.h>

#include "tests/invariants.h"
#include "tf/state.h"

/* ---- unique names (section 1.2) ---- */

/* The table names_in_use of one graph: a request or a name that was made puts its key into it. */
typedef struct Table {
    Checked *c;
    Map used; /* key → the next number to try */
} Table;

static Str join(Arena *a, Str front, Str name) {
    return front.len ? str_join2(a, str_join2(a, front, STR("/")), name) : name;
}

static Name key_of(Table *t, Str full) {
    if (!t->c->engine->dialect.has[CHANGE_NAMES_CASELESS])
        return name_of(t->c->run->names, full);
    char *letters = arena_copy(t->c->arena, full.len ? full.at : "", full.len + 1);
    for (size_t i = 0; i < full.len; i++)
        if (letters[i] >= 'A' && letters[i] <= 'Z')
            letters[i] = (char)(letters[i] + 32);
    return name_of(t->c->run->names, (Str){letters, full.len});
}

/* unique_name(asked) in an op scope. */
static Str unique_name(Table *t, Str op_scope, Str asked) {
    Arena *a = t->c->arena;
    Str full = join(a, op_scope, asked);
    Name key = key_of(t, full);
    int64_t number = map_num(&t->used, key);
    map_put(&t->used, key)->num = number + 1;
    if (number == 0)
        return full;
    for (;; number++) {
        Name tried = key_of(t, str_printf(a, "%s_%lld", key->text, (long long)number));
        if (map_find(&t->used, tried))
            continue;
        map_put(&t->used, tried)->num = 1;
        return str_printf(a, "%.*s_%lld", STR_ARG(full), (long long)number);
    }
}

/* From 1.9 on, no two names that were made unique differ only in case. */
static void check_cases(Table *t, const TraceGraph *g) {
    Map keys = map_make(t->c->arena);
    for (size_t i = 0; i < g->names.count; i++) {
        const TraceName *n = LOG_AT(&g->names, TraceName, i);
        MapEntry *entry = map_put(&keys, key_of(t, name_str(n->name)));
        if (entry->num)
            found(t->c, "%s was handed out twice, or in another case", n->name->text);
        entry->num = 1;
    }
}

void check_names(Checked *c) {
    for (size_t i = 0; i < c->trace->graphs.count; i++) {
        const TraceGraph *g = *LOG_AT(&c->trace->graphs, TraceGraph *, i);
        Table t = {c, map_make(c->arena)};
        for (size_t k = 0; k < g->names.count; k++) {
            const TraceName *n = LOG_AT(&g->names, TraceName, k);
            Str wanted = unique_name(&t, name_str(n->op_scope), name_str(n->asked));
            if (!str_eq(wanted, name_str(n->name)))
                found(c, "line %u asked for %s in scope '%s': should be %.*s, is %s",
                      trace_line(c->trace, n->cause.site), n->asked->text, n->op_scope->text,
                      STR_ARG(wanted), n->name->text);
        }
        check_cases(&t, g);
    }
}

/* ---- how nodes were named (section 1.4) ---- */

/* Who got the name; NULL when it was not made unique. */
static const TraceName *handed_out(const TraceGraph *g, Name name) {
    for (size_t i = 0; i < g->names.count; i++) {
        const TraceName *n = LOG_AT(&g->names, TraceName, i);
        if (n->name == name)
            return n;
    }
    return NULL;
}

static void check_naming(Checked *c, const TraceGraph *g, const TraceNode *n) {
    const Naming *how = &n->naming;
    const TraceName *from = handed_out(g, n->name);
    Str full = how->full ? name_str(how->full) : (Str){0};
    Str made = how->suffix ? str_printf(c->arena, "%.*s_%u", STR_ARG(full), how->suffix) : full;
    if (!str_eq(made, name_str(n->name)))
        found(c, "node %s says that it is called %.*s", n->name->text, STR_ARG(made));
    if (how->absolute)
        return;
    if (!from)
        found(c, "node %s has a name that was never handed out", n->name->text);
    else if (from->asked != how->asked || from->cause.moment > n->cause.moment)
        found(c, "node %s asked for %s, and the graph was asked for %s", n->name->text,
              how->asked->text, from->asked->text);
    else if (!str_eq(full, join(c->arena, name_str(from->op_scope), name_str(how->asked))))
        found(c, "node %s: %.*s is not %s in scope '%s'", n->name->text, STR_ARG(full),
              how->asked->text, from->op_scope->text);
}

void check_namings(Checked *c) {
    for (size_t i = 0; i < c->trace->nodes.count; i++) {
        const TraceNode *n = *LOG_AT(&c->trace->nodes, TraceNode *, i);
        check_naming(c, *LOG_AT(&c->trace->graphs, TraceGraph *, n->graph), n);
    }
}

/* ---- the names of scopes (sections 1.3 and 4.1) ---- */

static Str last_part(Str name) {
    size_t start = name.len;
    while (start > 0 && name.at[start - 1] != '/')
        start--;
    return str_sub(name, start, name.len);
}

static bool says(const Trace *t, const TraceScope *s, const char *words) {
    return str_find(line_at(t, s->cause.site), str_of(words), 0) >= 0;
}

/* What the scope asks of the op scope; empty for nothing. */
static Str op_scope_asked(const TraceScope *s) {
    Str asked = s->asked ? name_str(s->asked) : (Str){0};
    return s->form == SCOPE_BY_OBJECT ? last_part(asked) : asked;
}

static void check_op_scope(Checked *c, const TraceScope *s) {
    Str asked = op_scope_asked(s), is = name_str(s->op_scope),
        around = name_str(s->parent->op_scope);
    uint32_t line = trace_line(c->trace, s->cause.site);
    bool pure = says(c->trace, s, "create_scope_now_") &&
                c->engine->dialect.has[CHANGE_TEMPLATE_PREFIX_ONLY];
    bool stays = s->kind == SCOPE_VARIABLE &&
                 (!asked.len || pure || says(c->trace, s, "auxiliary_name_scope=False"));
    if (stays || !asked.len) {
        if (!str_eq(is, stays ? around : STR("")))
            found(c, "line %u: the op scope should not change to '%.*s'", line, STR_ARG(is));
    } else if (str_ends(asked, STR("/"))) {
        if (!str_eq(is, str_sub(asked, 0, asked.len - 1)))
            found(c, "line %u: '%.*s' leads to op scope '%.*s'", line, STR_ARG(asked), STR_ARG(is));
    } else {
        const TraceName *n =
            handed_out(*LOG_AT(&c->trace->graphs, TraceGraph *, s->graph), s->op_scope);
        if (!n || !str_eq(name_str(n->asked), asked) || n->cause.site != s->cause.site)
            found(c, "line %u: op scope '%.*s' was not made of '%.*s'", line, STR_ARG(is),
                  STR_ARG(asked));
    }
}

/* The prefix of a default_name is the one asked for, or that with a number. */
static bool is_numbered(Str prefix, Str asked) {
    Str rest = str_sub(prefix, asked.len, prefix.len);
    if (!str_starts(prefix, asked) || (rest.len && (rest.len < 2 || rest.at[0] != '_')))
        return false;
    for (size_t i = 1; i < rest.len; i++)
        if (rest.at[i] < '0' || rest.at[i] > '9')
            return false;
    return true;
}

static void check_prefix(Checked *c, const TraceScope *s) {
    const TraceScope *around = variable_scope_of(s->parent);
    Str asked = name_str(s->asked), is = name_str(s->prefix);
    Str below =
        around->prefix->len ? str_join2(c->arena, name_str(around->prefix), STR("/")) : (Str){0};
    Str wanted = s->kind == SCOPE_NAME        ? name_str(around->prefix)
                 : s->form == SCOPE_BY_OBJECT ? asked
                                              : str_join2(c->arena, below, asked);
    bool numbered = s->form == SCOPE_BY_DEFAULT_NAME && is_numbered(is, wanted);
    if (!str_eq(is, wanted) && !numbered)
        found(c, "line %u: prefix '%.*s' should be '%.*s'", trace_line(c->trace, s->cause.site),
              STR_ARG(is), STR_ARG(wanted));
}

void check_scope_names(Checked *c) {
    for (size_t i = 0; i < c->trace->scopes.count; i++) {
        const TraceScope *s = *LOG_AT(&c->trace->scopes, TraceScope *, i);
        if (s->kind == SCOPE_ROOT)
            continue;
        check_op_scope(c, s);
        check_prefix(c, s);
    }
}

/* ---- reuse (section 4.3) ---- */

typedef enum Argument { ARGUMENT_NONE, ARGUMENT_FALSE, ARGUMENT_TRUE, ARGUMENT_AUTO } Argument;

/* The argument that the line of the `with` gives. */
static Argument reuse_argument(const Trace *t, const TraceScope *s) {
    return says(t, s, "reuse=True")            ? ARGUMENT_TRUE
           : says(t, s, "reuse=tf.AUTO_REUSE") ? ARGUMENT_AUTO
           : says(t, s, "reuse=False")         ? ARGUMENT_FALSE
                                               : ARGUMENT_NONE;
}

/* The table of section 4.3. P is the flag of the scope around, T that of the captured object. */
static Reuse effective_reuse(bool object, bool false_is_off, Argument given, Reuse p, Reuse t) {
    if (given == ARGUMENT_TRUE)
        return REUSE_TRUE;
    if (given == ARGUMENT_AUTO)
        return REUSE_AUTO;
    if (!object)
        return p;
    return given == ARGUMENT_FALSE && false_is_off ? REUSE_FALSE : t;
}

/* The value that a name of the program had where a scope was entered. */
static bool name_value(const Trace *t, const TraceScope *s, Str name, Value *v) {
    uint32_t frame = s->cause.frame;
    while (frame != FRAME_NONE) {
        const TraceFrame *f = trace_frame_at(t, frame);
        for (uint32_t i = 0; i < f->ncells; i++) {
            if (!f->names[i] || !str_eq(name_str(f->names[i]), name))
                continue;
            *v = trace_local_at(f, i, s->cause.moment);
            if (v->kind != VALUE_UNBOUND)
                return true;
        }
        frame = f->parent;
    }
    return false;
}

/* The captured object that the line names: variable_scope(vs3, …); NULL when it cannot be told. */
static const TraceScope *captured(const Trace *t, const TraceScope *s) {
    Str line = line_at(t, s->cause.site), call = STR("variable_scope(");
    ptrdiff_t at = str_find(line, call, 0);
    Value v;
    if (at < 0)
        return NULL;
    Str name = str_sub(line, (size_t)at + call.len, line.len);
    if (str_starts(name, STR("tf.get_variable_scope()")))
        return variable_scope_of(s->parent);
    size_t end = 0;
    while (end < name.len && !strchr(",).", name.at[end]))
        end++;
    if (end == name.len || name.at[end] == '.' || !name_value(t, s, str_sub(name, 0, end), &v) ||
        v.kind != VALUE_OBJECT || !str_is(name_str(v.as.object->type->name), "VariableScope"))
        return NULL;
    return ((const VarScopeObject *)v.as.object)->scope->record;
}

/* An instance keeps what it inherited at its first entry (section 4.2), which the line of a later
 * one does not tell. */
static bool of_instance(const Trace *t, const TraceScope *s) {
    return s->kind == SCOPE_VARIABLE && says(t, s, "with m") && !says(t, s, "variable_scope(");
}

static void check_scope_reuse(Checked *c, const TraceScope *s) {
    const Trace *t = c->trace;
    Moment m = s->cause.moment;
    bool object = s->form == SCOPE_BY_OBJECT,
         off = !c->engine->dialect.has[CHANGE_OBJECT_FALSE_IS_NONE];
    const TraceScope *from = object ? captured(t, s) : NULL;
    if ((object && !from) || of_instance(t, s))
        return;
    Reuse around = trace_reuse_at(variable_scope_of(s->parent), m);
    Reuse own = from ? trace_reuse_at(from, m) : REUSE_FALSE;
    Reuse wanted = effective_reuse(object, off, reuse_argument(t, s), around, own);
    if (s->kind == SCOPE_NAME)
        wanted = around;
    if (s->reuse != wanted)
        found(c, "line %u: reuse of '%s' should be %d, is %d", trace_line(t, s->cause.site),
              s->prefix->text, (int)wanted, (int)s->reuse);
}

void check_reuse(Checked *c) {
    for (size_t i = 0; i < c->trace->scopes.count; i++) {
        const TraceScope *s = *LOG_AT(&c->trace->scopes, TraceScope *, i);
        if (s->kind != SCOPE_ROOT)
            check_scope_reuse(c, s);
        else if (s->reuse != REUSE_FALSE)
            found(c, "graph %u begins with reuse on", s->graph);
    }
}
