/* tree.c: the outline of names, drawn whole. A branch is a scope when it only holds others; a node
 * whose name is also a prefix (a variable and its read) is both. */
#include "base/text.h"
#include "view/outline.h"
#include "view/view.h"

typedef struct Tree {
    Arena *arena;
    const Trace *trace;
    Moment moment;
    TreeOptions options;
    const Outline *outline; /* of the nodes that existed then; NULL before any graph */
} Tree;

static Tree tree_at(Arena *a, const Trace *trace, Moment m, TreeOptions options) {
    const TraceGraph *g = view_graph_at(trace, m);
    const Outline *o = g ? outline_make(a, g, trace_graph_nodes_at(g, m), options.all) : NULL;
    return (Tree){a, trace, m, options, o};
}

static uint32_t branches_of(const Tree *t) {
    return t->outline ? outline_count(t->outline) : 0;
}

/* ---- drawing ---- */

enum { KIND_COLUMN = 34, TYPE_COLUMN = 46, VALUE_COLUMN = 66 };

static void draw_node(Tree *t, Doc *d, const TraceNode *n) {
    doc_pad(d, KIND_COLUMN);
    doc_add(d, ROLE_TYPE, view_kind(n));
    if (n->noutputs > 0) {
        doc_pad(d, TYPE_COLUMN);
        doc_add(d, ROLE_TYPE, view_dtype(t->arena, &n->outputs[0]));
        doc_add(d, ROLE_TYPE, STR(" "));
        doc_add(d, ROLE_TYPE, view_shape(t->arena, trace_shape_at(&n->outputs[0], t->moment)));
    }
    const Tensor *value = view_value_at(n, t->options.session, t->moment);
    if (value) {
        doc_pad(d, VALUE_COLUMN);
        doc_add(d, ROLE_VALUE, view_value(t->arena, value));
    }
    size_t shares = view_is_variable(n) ? trace_shares_at(n->variable, t->moment) : 0;
    if (shares > 0)
        doc_printf(d, ROLE_SHARED, "  = %s %zu", _("shared"), shares);
}

static Role role_of(const Branch *b) {
    if (!b->node)
        return ROLE_SCOPE;
    return view_is_variable(b->node) ? ROLE_VARIABLE : ROLE_OP;
}

static void draw_label(Tree *t, Doc *d, const Branch *b) {
    bool fresh = t->options.since != MOMENT_END && b->made >= t->options.since;
    if (fresh)
        doc_add(d, ROLE_NEW, STR("+"));
    doc_add(d, role_of(b), branch_label(b));
    if (!b->node)
        doc_add(d, ROLE_SCOPE, STR("/"));
}

/* Does no sibling follow? Then what is above ends with it. */
static bool is_last(const Tree *t, const Branch *b) {
    return b->end == (b->parent == BRANCH_NONE ? outline_count(t->outline)
                                               : outline_branch(t->outline, b->parent)->end);
}

static void draw_one(Tree *t, Doc *d, const Branch *b, Str indent) {
    bool last = is_last(t, b), ascii = t->options.ascii;
    doc_line(d);
    doc_add(d, ROLE_DIM, indent);
    doc_add(d, ROLE_DIM, str_of(ascii ? (last ? "`- " : "|- ") : (last ? "└ " : "├ ")));
    draw_label(t, d, b);
    if (b->node)
        draw_node(t, d, b->node);
}

static Str indent_below(const Tree *t, const Branch *b, Str indent) {
    bool last = is_last(t, b);
    const char *more = t->options.ascii ? (last ? "   " : "|  ") : (last ? "  " : "│ ");
    return str_join2(t->arena, indent, str_of(more));
}

static void draw(Tree *t, Doc *d) {
    Log indents = log_make(t->arena, sizeof(Str)); /* by depth: what is drawn left of a branch */
    *LOG_PUSH(&indents, Str) = STR("");
    for (uint32_t i = 0; i < branches_of(t); i++) {
        const Branch *b = outline_branch(t->outline, i);
        Str indent = *LOG_AT(&indents, Str, b->depth);
        draw_one(t, d, b, indent);
        if (indents.count == b->depth + 1)
            log_push(&indents);
        if (b->nkids)
            *LOG_AT(&indents, Str, b->depth + 1) = indent_below(t, b, indent);
    }
}

Doc *view_tree(Arena *a, const Trace *trace, Moment m, TreeOptions options) {
    Tree t = tree_at(a, trace, m, options);
    Doc *d = doc_make(a);
    if (branches_of(&t))
        draw(&t, d);
    else
        doc_text(d, ROLE_DIM, str_of(_("(the graph is empty)")));
    return d;
}

/* ---- JSON ---- */

static void put_branch(const Tree *t, JsonWriter *j, const Branch *b) {
    json_object(j);
    json_key(j, "path");
    json_str(j, b->path);
    json_key(j, "kind");
    json_str(j, b->node ? view_kind(b->node) : STR("scope"));
    view_line_json(j, t->trace, b->node ? b->node->cause.site : SITE_NONE);
    json_end_object(j);
}

/* All branches, in the order in which they are drawn. */
void view_tree_json(const Trace *trace, Moment m, Sink *out) {
    Arena *scratch = arena_new(0);
    Tree t = tree_at(scratch, trace, m, (TreeOptions){.all = true});
    JsonWriter j = json_to(out);
    json_array(&j);
    for (uint32_t i = 0; i < branches_of(&t); i++)
        put_branch(&t, &j, outline_branch(t.outline, i));
    json_end_array(&j);
    sink_char(out, '\n');
    arena_free(scratch);
}
