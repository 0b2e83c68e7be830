/* diff_text.c: what differs, as lines for a terminal.
 *
 * One block a thing: its name (or old -> new), then its other facets below each other, then the
 * reasons. Reasons that come from a change between releases are numbered and told once, at the end.
 */
#include "base/text.h"
#include "base/utf8.h"
#include "view/diff.h"

enum { BLOCKS_MOST = 20, NAME_MOST = 44 };

/* Items about the same things, side by side in the list. */
typedef struct Block {
    size_t first, end;
} Block;

typedef struct Report {
    Doc *doc;
    const Diff *diff;
    bool all;
    uint32_t *number; /* [reasons] how a reason is numbered, 0: not mentioned yet */
    uint32_t *order;  /* [reasons] the reasons by number */
    uint32_t count;   /* reasons that were mentioned */
    Log told;         /* Str: reasons of programs that were told in this group */
    size_t column;    /* where the facets of this group stand */
} Report;

static const DiffItem *item_at(const Report *r, size_t i) {
    return LOG_AT(&r->diff->items, DiffItem, i);
}

static const Thing *first_thing(const Report *r, const DiffItem *item) {
    return item->a == THING_NONE ? NULL : diff_thing(&r->diff->a, item->group, item->a);
}

static const Thing *second_thing(const Report *r, const DiffItem *item) {
    return item->b == THING_NONE ? NULL : diff_thing(&r->diff->b, item->group, item->b);
}

static const Thing *any_thing(const Report *r, const DiffItem *item) {
    const Thing *x = first_thing(r, item);
    return x ? x : second_thing(r, item);
}

/* ---- what goes without saying ---- */

static const TraceVariable *variable_around(const Thing *t) {
    return t ? t->variable ? t->variable : t->node ? t->node->variable : NULL : NULL;
}

/* The part of a name behind that of its variable. */
static Str behind_variable(const Thing *t) {
    Str name = name_str(t->node->name), of = name_str(t->node->variable->node->name);
    return str_starts(name, of) ? str_sub(name, of.len, name.len) : name;
}

static bool same_facet(const Report *r, const TraceVariable *x, const TraceVariable *y,
                       DiffFacet facet) {
    Arena *a = r->doc->arena;
    Thing p = {.variable = x}, q = {.variable = y};
    return str_eq(diff_facet(a, NULL, &r->diff->a, DIFF_VARIABLES, &p, facet),
                  diff_facet(a, NULL, &r->diff->b, DIFF_VARIABLES, &q, facet));
}

/* A facet of a node inside a variable that follows from what is said of the variable. */
static bool follows_variable(const Report *r, const DiffItem *item, const Thing *x,
                             const Thing *y) {
    const TraceVariable *v = x->node->variable, *w = y->node->variable;
    if (!v || !w || r->diff->match.to_b[DIFF_VARIABLES][v->index] != w->index)
        return false;
    if (item->facet == FACET_NAME)
        return str_eq(behind_variable(x), behind_variable(y));
    if (item->facet == FACET_DTYPE || item->facet == FACET_SHAPE)
        return v->node == x->node || !same_facet(r, v, w, item->facet);
    return false;
}

/* The key of a variable in the store that changed as its name did. */
static bool follows_name(const Thing *x, const Thing *y) {
    const TraceVariable *v = x->variable, *w = y->variable;
    return v->key == v->node->name && w->key == w->node->name;
}

/* A variable that only one of the runs has. */
static bool lonely(const uint32_t *partners, const TraceVariable *v) {
    return v && partners[v->index] == THING_NONE;
}

/* What trainable_variables holds is told with the variables. */
static bool is_trainable(const Thing *t) {
    return t->variable && str_is(t->kind, "trainable_variables");
}

static bool goes_without_saying(const Report *r, const DiffItem *item) {
    const Thing *x = first_thing(r, item), *y = second_thing(r, item);
    const TraceVariable *v = variable_around(x), *w = variable_around(y);
    if (r->all)
        return false;
    if (item->facet == FACET_PRESENCE)
        return (item->group == DIFF_NODES || item->group == DIFF_COLLECTIONS) &&
               (lonely(r->diff->match.to_b[DIFF_VARIABLES], v) ||
                lonely(r->diff->match.to_a[DIFF_VARIABLES], w) || is_trainable(any_thing(r, item)));
    if (item->group == DIFF_VARIABLES)
        return item->facet == FACET_KEY && follows_name(x, y);
    return item->group == DIFF_NODES && follows_variable(r, item, x, y);
}

/* ---- pieces ---- */

static uint32_t number_of(Report *r, uint32_t reason) {
    if (!r->number[reason]) {
        r->order[r->count] = reason;
        r->number[reason] = ++r->count;
    }
    return r->number[reason];
}

/* "  [1, 3]" */
static void put_marks(Report *r, const DiffItem *item) {
    for (uint32_t i = 0; i < item->ncauses; i++)
        doc_printf(r->doc, ROLE_DIM, i ? ", %u" : "  [%u", number_of(r, item->cause[i]));
    if (item->ncauses)
        doc_add(r->doc, ROLE_DIM, STR("]"));
}

static Str shown(const DiffItem *item, Str text) {
    if (item->facet == FACET_TRAINABLE)
        return str_of(str_is(text, "yes") ? _("yes") : _("no"));
    return text.len ? text : STR("-");
}

static void put_change(Report *r, const DiffItem *item) {
    if (item->group != DIFF_VALUES)
        doc_printf(r->doc, ROLE_DIM, "%s: ", diff_facet_name(item->facet));
    doc_add(r->doc, ROLE_TYPE, shown(item, item->before));
    doc_add(r->doc, ROLE_TEXT, STR(" -> "));
    doc_add(r->doc, ROLE_TYPE, shown(item, item->after));
    put_marks(r, item);
}

static Role role_of(DiffGroup group) {
    return group == DIFF_VARIABLES ? ROLE_VARIABLE : group == DIFF_NODES ? ROLE_OP : ROLE_VALUE;
}

/* How a thing is headed: its name, and where it is known by more than that. */
static Str title_of(Arena *a, const Thing *t, DiffGroup group) {
    if (group != DIFF_VALUES)
        return t->name;
    if (t->node)
        return str_printf(a, _("%.*s (line %u)"), STR_ARG(t->name), t->line);
    return str_is(t->kind, "session 1")
               ? t->name
               : str_printf(a, "%.*s (%.*s)", STR_ARG(t->name), STR_ARG(t->kind));
}

/* "Const float32 (2,), line 3" */
static void put_kind(Doc *d, const DiffSide *s, const Thing *t, DiffGroup group) {
    static const DiffFacet facets[] = {FACET_OP, FACET_DTYPE, FACET_SHAPE};
    for (size_t i = 0, any = 0; i < sizeof facets / sizeof *facets; i++) {
        Str text = diff_facet(d->arena, NULL, s, group, t, facets[i]);
        if (text.len == 0 || str_is(text, "-"))
            continue;
        doc_add(d, ROLE_TEXT, any++ ? STR(" ") : STR(""));
        doc_add(d, ROLE_TYPE, text);
    }
    doc_printf(d, ROLE_DIM, _(", line %u"), t->line);
}

/* What a thing is that only one of the runs has. */
static void put_details(Report *r, const DiffSide *s, const Thing *t, DiffGroup group) {
    Doc *d = r->doc;
    if (group == DIFF_COLLECTIONS)
        doc_add(d, ROLE_TYPE, t->kind);
    else if (group == DIFF_VALUES)
        doc_add(d, ROLE_VALUE, view_value(d->arena, t->value));
    else
        put_kind(d, s, t, group);
}

/* ---- reasons of programs ---- */

static void put_why(Doc *d, const DiffWhy *why) {
    doc_line(d);
    doc_add(d, why->second ? ROLE_NEW : ROLE_DIM, why->second ? STR("      + ") : STR("      - "));
    doc_add(d, ROLE_TEXT, explain_sentence(d->arena, why->fact));
    if (why->line)
        doc_printf(d, ROLE_DIM, _("  (line %u, rule %s)"), why->line,
                   rule_section(why->fact->rule));
    else
        doc_printf(d, ROLE_DIM, _("  (rule %s)"), rule_section(why->fact->rule));
}

/* The reasons as one text, so that what was told is not told again. */
static Str text_of(Arena *a, const Log *all) {
    Sink out = sink_memory(a);
    for (size_t i = 0; i < all->count; i++) {
        const DiffWhy *why = LOG_AT(all, DiffWhy, i);
        sink_printf(&out, "%d %u ", why->second, why->line);
        sink_put(&out, explain_sentence(a, why->fact));
    }
    return sink_str(&out);
}

static bool told_before(Report *r, Str text) {
    for (size_t i = 0; i < r->told.count; i++)
        if (str_eq(*LOG_AT(&r->told, Str, i), text))
            return true;
    *LOG_PUSH(&r->told, Str) = text;
    return false;
}

static void put_reasons(Report *r, const DiffItem *item) {
    Log all = diff_why(r->doc->arena, r->diff, item);
    if (all.count == 0 || told_before(r, text_of(r->doc->arena, &all)))
        return;
    for (size_t i = 0; i < all.count; i++)
        put_why(r->doc, LOG_AT(&all, DiffWhy, i));
}

/* ---- blocks ---- */

/* "  foo:0 -> bar:0" or "+ foo:0" */
static Str head_of(const Report *r, const Block *b) {
    const DiffItem *item = item_at(r, b->first);
    Arena *a = r->doc->arena;
    const char *sign = item->a == THING_NONE ? "+" : item->b == THING_NONE ? "-" : " ";
    Str title = title_of(a, any_thing(r, item), item->group);
    if (item->facet != FACET_NAME)
        return str_printf(a, "%s %.*s", sign, STR_ARG(title));
    return str_printf(a, "%s %.*s -> %.*s", sign, STR_ARG(item->before), STR_ARG(item->after));
}

static void put_facets(Report *r, const Block *b, bool head_only) {
    bool more = head_only;
    for (size_t i = b->first; i < b->end; i++) {
        const DiffItem *item = item_at(r, i);
        if (item->facet == FACET_NAME || item->facet == FACET_PRESENCE ||
            goes_without_saying(r, item))
            continue;
        if (more)
            doc_line(r->doc);
        doc_pad(r->doc, r->column);
        put_change(r, item);
        more = true;
    }
}

static void put_block(Report *r, const Block *b) {
    const DiffItem *item = item_at(r, b->first);
    doc_line(r->doc);
    doc_add(r->doc, ROLE_TEXT, STR("  "));
    doc_add(r->doc, role_of(item->group), head_of(r, b));
    if (item->facet == FACET_PRESENCE) {
        doc_pad(r->doc, r->column);
        put_details(r, item->b == THING_NONE ? &r->diff->a : &r->diff->b, any_thing(r, item),
                    item->group);
    }
    if (item->facet == FACET_PRESENCE || item->facet == FACET_NAME)
        put_marks(r, item);
    put_facets(r, b, doc_columns(r->doc) >= r->column);
    for (size_t i = b->first; i < b->end; i++)
        if (!goes_without_saying(r, item_at(r, i)))
            put_reasons(r, item_at(r, i));
}

/* ---- lines of text: output, and how it ended ---- */

static void put_line(Report *r, const Thing *t, const char *sign, DiffGroup group) {
    Doc *d = r->doc;
    doc_line(d);
    if (group == DIFF_OUTPUT && t->line)
        doc_printf(d, ROLE_DIM, _("  line %u"), t->line);
    doc_pad(d, group == DIFF_OUTPUT ? 12 : str_is(t->kind, "message") ? 4 : 2);
    doc_printf(d, sign[0] == '+' ? ROLE_NEW : ROLE_TEXT, "%s ", sign);
    doc_add(d, ROLE_TEXT, t->name);
}

static void put_text_block(Report *r, const Block *b) {
    const DiffItem *item = item_at(r, b->first);
    if (item->a != THING_NONE)
        put_line(r, first_thing(r, item), "-", item->group);
    if (item->b != THING_NONE)
        put_line(r, second_thing(r, item), "+", item->group);
    put_marks(r, item);
}

/* What stays the same of how both ended, when only the message differs. */
static void put_same_end(Report *r, const Block *b) {
    const DiffItem *item = item_at(r, b->first);
    if (item->group == DIFF_END && item->a != 0 && item->b != 0)
        put_line(r, diff_thing(&r->diff->a, DIFF_END, 0), " ", DIFF_END);
}

/* ---- groups ---- */

static bool is_text(DiffGroup group) {
    return group == DIFF_OUTPUT || group == DIFF_END;
}

static bool same_things(const DiffItem *x, const DiffItem *y) {
    return x->group == y->group && x->a == y->a && x->b == y->b;
}

/* The blocks of a group that say something; *hidden counts the things of which nothing is said. */
static Log blocks_of(const Report *r, DiffGroup group, size_t *hidden) {
    Log blocks = log_make(r->doc->arena, sizeof(Block));
    size_t n = r->diff->items.count;
    *hidden = 0;
    for (size_t i = 0, end; i < n; i = end) {
        bool said = false;
        size_t first = n;
        for (end = i; end < n && same_things(item_at(r, i), item_at(r, end)); end++) {
            bool now = !goes_without_saying(r, item_at(r, end));
            first = now && !said ? end : first;
            said |= now;
        }
        if (item_at(r, i)->group != group)
            continue;
        *hidden += !said;
        if (said)
            *LOG_PUSH(&blocks, Block) = (Block){first, end};
    }
    return blocks;
}

static void find_column(Report *r, const Log *blocks, size_t most) {
    size_t width = 0;
    for (size_t i = 0; i < blocks->count && i < most; i++) {
        size_t columns = utf8_columns(head_of(r, LOG_AT(blocks, Block, i)));
        if (columns > width && columns <= NAME_MOST)
            width = columns;
    }
    r->column = 2 + width + 2;
}

static const char *title(DiffGroup group) {
    static const char *const titles[] = {
#define DIFF_GROUP(ID, key, title) title,
#define DIFF_FACET(ID, ...)
#include "view/diff.def"
#undef DIFF_FACET
#undef DIFF_GROUP
    };
    return gettext(titles[group]);
}

static void put_count(Doc *d, size_t n, const char *format) {
    if (n == 0)
        return;
    doc_line(d);
    doc_add(d, ROLE_DIM, STR("  "));
    doc_add(d, ROLE_DIM, str_printf(d->arena, format, n));
}

static void put_group(Report *r, DiffGroup group) {
    size_t hidden;
    Log blocks = blocks_of(r, group, &hidden);
    size_t most = r->all ? SIZE_MAX : BLOCKS_MOST;
    if (blocks.count == 0 && hidden == 0)
        return;
    doc_line(r->doc);
    doc_add(r->doc, ROLE_TITLE, str_of(title(group)));
    find_column(r, &blocks, most);
    r->told = log_make(r->doc->arena, sizeof(Str));
    if (blocks.count > 0)
        put_same_end(r, LOG_AT(&blocks, Block, 0));
    for (size_t i = 0; i < blocks.count && i < most; i++) {
        const Block *b = LOG_AT(&blocks, Block, i);
        if (is_text(group))
            put_text_block(r, b);
        else
            put_block(r, b);
    }
    if (group == DIFF_END && blocks.count > 0)
        put_reasons(r, item_at(r, LOG_AT(&blocks, Block, 0)->first));
    put_count(r->doc, blocks.count > most ? blocks.count - most : 0,
              _("... and %zu more (--all shows them)"));
    put_count(r->doc, hidden, _("... and %zu that follow from the variables (--all shows them)"));
}

/* ---- reasons of releases ---- */

static void put_release_reason(Doc *d, const DiffReason *reason, uint32_t number) {
    doc_line(d);
    doc_printf(d, ROLE_DIM, "  [%u]  ", number);
    if (reason->release.len)
        doc_printf(d, ROLE_TEXT, _("since %.*s: "), STR_ARG(reason->release));
    doc_add(d, ROLE_TEXT, reason->meaning);
    if (reason->names.len) {
        doc_add(d, ROLE_TEXT, STR(": "));
        doc_add(d, ROLE_CODE, reason->names);
    }
    if (reason->row)
        doc_printf(d, ROLE_DIM, _("  (rule 7, row %d)"), reason->row);
}

static void put_release_reasons(Report *r) {
    if (r->count > 0) {
        doc_line(r->doc);
        doc_add(r->doc, ROLE_TITLE, str_of(_("Reasons")));
    }
    for (uint32_t i = 0; i < r->count; i++)
        put_release_reason(r->doc, LOG_AT(&r->diff->reasons, DiffReason, r->order[i]), i + 1);
    if (r->diff->note)
        doc_text(r->doc, ROLE_DIM, str_of(r->diff->note));
}

Doc *view_diff(Arena *a, const Diff *d, bool all) {
    Report r = {.doc = doc_make(a), .diff = d, .all = all};
    r.number = ARENA_ARRAY(a, d->reasons.count + 1, uint32_t);
    r.order = ARENA_ARRAY(a, d->reasons.count + 1, uint32_t);
    bool stopped = d->a.trace->end == END_BUDGET || d->b.trace->end == END_BUDGET;
    if (d->items.count == 0)
        doc_text(r.doc, ROLE_GOOD,
                 str_of(stopped ? _("Nothing differs as far as it ran.") : _("Nothing differs.")));
    for (int g = 0; g < DIFF_GROUPS; g++)
        put_group(&r, (DiffGroup)g);
    put_release_reasons(&r);
    return r.doc;
}
