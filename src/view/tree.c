/* tree.c: names as a tree.
 *
 * "a/b/c" is c below b below a. A branch stands where its first member was created and is never
 * moved: the order is the order of creation. A branch is a scope when it only holds others; a node
 * whose name is also a prefix (a variable and its read) is both. */
#include "base/map.h"
#include "base/text.h"
#include "view/view.h"

typedef struct Branch Branch;
struct Branch {
    Str label; /* last part of the path */
    Name path;
    const TraceNode *node; /* NULL for a mere prefix */
    Branch *first, *last;  /* children */
    Branch *next;          /* sibling */
    Moment made;           /* when it or its first member was created */
};

typedef struct Tree {
    Arena *arena;
    const Trace *trace;
    Moment moment;
    TreeOptions options;
    Map branches; /* by path: Branch * */
    Branch root;
    Names *names; /* of the paths: the trace is only read */
} Tree;

static Branch *branch_of(Tree *t, Str path, Moment made);

static Branch *parent_of(Tree *t, Str path, size_t slash, Moment made) {
    return slash == 0 ? &t->root : branch_of(t, str_sub(path, 0, slash), made);
}

static size_t last_slash(Str path) {
    size_t i = path.len;
    while (i > 0 && path.at[i - 1] != '/')
        i--;
    return i > 1 ? i - 1 : 0;
}

/* The branch of a path, made with all its parents when it is new. */
static Branch *branch_of(Tree *t, Str path, Moment made) {
    Name name = name_of(t->names, path);
    Branch *b = map_ptr(&t->branches, name);
    if (b)
        return b;
    size_t slash = last_slash(path);
    Branch *parent = parent_of(t, path, slash, made);
    b = ARENA_NEW(t->arena, Branch);
    b->path = name;
    b->label = slash ? str_sub(name_str(name), slash + 1, path.len) : name_str(name);
    b->made = made;
    map_put(&t->branches, name)->ptr = b;
    if (parent->last)
        parent->last->next = b;
    else
        parent->first = b;
    parent->last = b;
    return b;
}

/* Nodes inside a variable (its initializer, Assign, read) are part of it. */
static bool is_inner(const TraceNode *n) {
    return n->variable && n->variable->node != n;
}

static void grow(Tree *t, const TraceGraph *g) {
    size_t count = trace_graph_nodes_at(g, t->moment);
    for (size_t i = 0; i < count; i++) {
        const TraceNode *n = *LOG_AT(&g->nodes, TraceNode *, i);
        if (!t->options.all && is_inner(n))
            continue;
        branch_of(t, name_str(n->name), n->cause.moment)->node = n;
    }
}

/* ---- drawing ---- */

/* What a node is: "var" by tf.Variable, "get" by get_variable, else its op type. */
static Str kind_of(const TraceNode *n) {
    if (n->variable && n->variable->node == n)
        return n->variable->maker == MADE_BY_VARIABLE ? STR("var") : STR("get");
    return name_str(n->op);
}

/* How often get_variable found this node's variable again; 0 for other nodes. */
static size_t shares_of(const Tree *t, const TraceNode *n) {
    if (!n->variable || n->variable->node != n)
        return 0;
    size_t count = 0;
    for (size_t i = 0; i < n->variable->shares.count; i++)
        count += (*LOG_AT(&n->variable->shares, TraceShare *, i))->cause.moment < t->moment;
    return count;
}

static const Tensor *value_of(const Tree *t, const TraceNode *n) {
    if (!n->variable || n->variable->node != n)
        return n->constant;
    const Log *values = &n->variable->values;
    uint32_t session = t->options.session;
    if (session == UINT32_MAX)
        for (size_t i = 0; i < values->count; i++)
            if (LOG_AT(values, TraceVariableValue, i)->moment < t->moment)
                session = LOG_AT(values, TraceVariableValue, i)->session;
    return trace_value_at(n->variable, session, t->moment);
}

enum { KIND_COLUMN = 34, TYPE_COLUMN = 46, VALUE_COLUMN = 66 };

static void draw_node(Tree *t, Doc *d, const TraceNode *n) {
    doc_pad(d, KIND_COLUMN);
    doc_add(d, ROLE_TYPE, kind_of(n));
    if (n->noutputs > 0) {
        doc_pad(d, TYPE_COLUMN);
        doc_add(d, ROLE_TYPE, view_dtype(t->arena, &n->outputs[0]));
        doc_add(d, ROLE_TYPE, STR(" "));
        doc_add(d, ROLE_TYPE, view_shape(t->arena, n->outputs[0].shape));
    }
    const Tensor *value = value_of(t, n);
    if (value) {
        doc_pad(d, VALUE_COLUMN);
        doc_add(d, ROLE_VALUE, view_value(t->arena, value));
    }
    size_t shares = shares_of(t, n);
    if (shares > 0)
        doc_printf(d, ROLE_SHARED, "  = %s %zu", _("shared"), shares);
}

static Role role_of(const Branch *b) {
    if (!b->node)
        return ROLE_SCOPE;
    return b->node->variable && b->node->variable->node == b->node ? ROLE_VARIABLE : ROLE_OP;
}

static void draw_label(Tree *t, Doc *d, const Branch *b) {
    bool fresh = t->options.since != MOMENT_END && b->made >= t->options.since;
    if (fresh)
        doc_add(d, ROLE_NEW, STR("+"));
    doc_add(d, role_of(b), b->label);
    if (!b->node)
        doc_add(d, ROLE_SCOPE, STR("/"));
}

/* One branch that waits to be drawn, with the lines drawn left of it. */
typedef struct Waiting Waiting;
struct Waiting {
    const Branch *branch;
    Str indent;
    Waiting *below; /* on the stack */
};

static Waiting *push(Tree *t, Waiting *stack, const Branch *b, Str indent) {
    Waiting *w = ARENA_NEW(t->arena, Waiting);
    *w = (Waiting){b, indent, stack};
    return w;
}

static void draw_one(Tree *t, Doc *d, const Waiting *w) {
    bool last = w->branch->next == NULL, ascii = t->options.ascii;
    doc_line(d);
    doc_add(d, ROLE_DIM, w->indent);
    doc_add(d, ROLE_DIM, str_of(ascii ? (last ? "`- " : "|- ") : (last ? "└ " : "├ ")));
    draw_label(t, d, w->branch);
    if (w->branch->node)
        draw_node(t, d, w->branch->node);
}

static Str indent_below(const Tree *t, const Waiting *w) {
    bool last = w->branch->next == NULL;
    const char *more = t->options.ascii ? (last ? "   " : "|  ") : (last ? "  " : "│ ");
    return str_join2(t->arena, w->indent, str_of(more));
}

/* Depth first, with an own stack: names may have any number of slashes. */
static void draw(Tree *t, Doc *d) {
    Waiting *stack = push(t, NULL, t->root.first, STR(""));
    while (stack) {
        Waiting *w = stack;
        draw_one(t, d, w);
        stack = w->below;
        if (w->branch->next)
            stack = push(t, stack, w->branch->next, w->indent);
        if (w->branch->first)
            stack = push(t, stack, w->branch->first, indent_below(t, w));
    }
}

Doc *view_tree(Arena *a, const Trace *trace, Moment m, TreeOptions options) {
    Tree t = {.arena = a, .trace = trace, .moment = m, .options = options};
    t.branches = map_make(a);
    t.names = names_make(a);
    const TraceGraph *g = view_graph_at(trace, m);
    if (g)
        grow(&t, g);
    Doc *d = doc_make(a);
    if (t.root.first)
        draw(&t, d);
    else
        doc_text(d, ROLE_DIM, str_of(_("(the graph is empty)")));
    return d;
}

/* ---- JSON ---- */

static void put_branch(Tree *t, JsonWriter *j, const Branch *b) {
    json_object(j);
    json_key(j, "path");
    json_str(j, name_str(b->path));
    json_key(j, "kind");
    json_str(j, b->node ? kind_of(b->node) : STR("scope"));
    json_key(j, "line");
    json_int(j, b->node ? trace_line(t->trace, b->node->cause.site) : 0);
    json_end_object(j);
}

/* All branches, in the order in which they are drawn. */
void view_tree_json(const Trace *trace, Moment m, Sink *out) {
    Arena *scratch = arena_new(0);
    Tree t = {.arena = scratch, .trace = trace, .moment = m, .options = {.all = true}};
    t.branches = map_make(scratch);
    t.names = names_make(scratch);
    const TraceGraph *g = view_graph_at(trace, m);
    if (g)
        grow(&t, g);
    JsonWriter j = json_to(out);
    json_array(&j);
    Waiting *stack = t.root.first ? push(&t, NULL, t.root.first, STR("")) : NULL;
    while (stack) {
        const Branch *b = stack->branch;
        put_branch(&t, &j, b);
        stack = stack->below;
        if (b->next)
            stack = push(&t, stack, b->next, STR(""));
        if (b->first)
            stack = push(&t, stack, b->first, STR(""));
    }
    json_end_array(&j);
    sink_char(out, '\n');
    arena_free(scratch);
}
