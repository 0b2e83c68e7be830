#include "view/words.h"

#include "base/text.h"
#include "view/view.h"

/* ---- signs ---- */

/* A sign is a piece of its own. Where the text behind it says the same, its word is empty. */
typedef struct Sign {
    Role role;
    const char *sign, *word; /* the word is to be translated */
} Sign;

static const Sign signs[] = {
    {ROLE_NEW, "+", N_("new")},
    {ROLE_CHANGED, "~", N_("changed")},
    {ROLE_CHANGED, "-", ""},
    {ROLE_CHANGED, "≠", N_("differs")},
    {ROLE_CHANGED, "|", N_("differs")},
    {ROLE_SHARED, "=", N_("shared")},
    {ROLE_ERROR, "!", N_("error")},
    {ROLE_GOOD, "+", ""},
    {ROLE_KEY, "●", N_("stop mark")},
    {ROLE_KEY, "o", N_("stop mark")},
    {ROLE_HERE, "✓", N_("ran")},
    {ROLE_HERE, "*", N_("ran")},
    {ROLE_HERE, ">", ""},
    {ROLE_NEXT, "▸", N_("runs next")},
    {ROLE_NEXT, ">", N_("runs next")},
    {ROLE_DIM, ">", ""},
    {ROLE_DIM, "<", ""},
    {ROLE_DIM, "<-", N_("is now")},
    {ROLE_DIM, "*", ""},
    {ROLE_DIM, ":", N_("prints")},
    {ROLE_DIM, "·", N_("used")},
};

static Str trimmed_left(Str s) {
    while (s.len > 0 && s.at[0] == ' ')
        s = str_sub(s, 1, s.len);
    return s;
}

static Str trimmed(Str s) {
    s = trimmed_left(s);
    while (s.len > 0 && s.at[s.len - 1] == ' ')
        s.len--;
    return s;
}

static Str blanks_of(Str s) {
    return str_sub(s, 0, s.len - trimmed_left(s).len);
}

/* NULL: the piece is text. Text of the program that is underlined is no sign. */
static const char *word_of(const DocPiece *piece) {
    Str text = trimmed(piece->text);
    for (size_t i = 0; i < sizeof signs / sizeof *signs && piece->look == 0; i++)
        if (signs[i].role == piece->role && str_is(text, signs[i].sign))
            return *signs[i].word ? gettext(signs[i].word) : "";
    return NULL;
}

/* ---- a line ---- */

/* A line being written. */
typedef struct Line {
    Sink *out;
    size_t words; /* that were said for signs since the last text */
    bool begun;   /* text was written; before that, blanks between signs are dropped */
} Line;

static void say(Line *l, const DocPiece *piece, const char *word) {
    if (!l->begun && l->words == 0)
        sink_put(l->out, blanks_of(piece->text));
    if (!*word)
        return;
    if (l->begun)
        sink_char(l->out, ' ');
    else if (l->words)
        sink_z(l->out, ", ");
    sink_z(l->out, word);
    l->words++;
}

/* "   12 | " before a line of the program. */
static bool is_line_number(const DocPiece *piece) {
    Str number = trimmed(piece->text);
    if (piece->role != ROLE_DIM || !str_ends(number, STR(" |")))
        return false;
    number.len -= 2;
    for (size_t i = 0; i < number.len; i++)
        if (number.at[i] < '0' || number.at[i] > '9')
            return false;
    return number.len > 0;
}

static void put_line_number(Line *l, Str text) {
    Str number = trimmed(text);
    sink_printf(l->out, _("line %.*s: "), (int)number.len - 2, number.at);
    l->begun = true;
    l->words = 0;
}

/* What is drawn between a line of the program and a sentence about it. */
static Str without_bough(Str text) {
    return str_starts(text, STR("└ ")) ? str_sub(text, sizeof "└ " - 1, text.len) : text;
}

/* The first text of a line; until there, all is blanks and signs. */
static void begin_text(Line *l, Str text) {
    Str blanks = blanks_of(text);
    text = without_bough(str_sub(text, blanks.len, text.len));
    if (l->words && text.len)
        sink_z(l->out, ": ");
    else if (!l->words)
        sink_put(l->out, blanks);
    sink_put(l->out, text);
    l->begun = text.len > 0;
}

static void put_text(Line *l, Str text) {
    if (!l->begun) {
        begin_text(l, text);
    } else {
        if (l->words)
            sink_char(l->out, ' ');
        sink_put(l->out, l->words ? trimmed(text) : text);
    }
    if (l->begun)
        l->words = 0;
}

/* "= v:0  shared: the variable of line 4": does a sentence on the line begin with the word of the
 * sign? */
static bool is_said(const Doc *d, const DocLine *line, Role sign, const char *word) {
    for (size_t i = 0; sign == ROLE_SHARED && *word && i < line->count; i++) {
        const DocPiece *piece = LOG_AT(&d->pieces, DocPiece, line->first + i);
        if (piece->role == ROLE_TEXT && str_starts(trimmed_left(piece->text), str_of(word)))
            return true;
    }
    return false;
}

static void put_piece(Line *l, const Doc *d, const DocLine *line, const DocPiece *piece) {
    const char *word = word_of(piece);
    if (word)
        say(l, piece, is_said(d, line, piece->role, word) ? "" : word);
    else if (!l->begun && is_line_number(piece))
        put_line_number(l, piece->text);
    else
        put_text(l, piece->text);
}

static Str line_words(Arena *a, const Doc *d, const DocLine *line) {
    Sink text = sink_memory(a);
    Line l = {.out = &text};
    for (size_t i = 0; i < line->count; i++)
        put_piece(&l, d, line, LOG_AT(&d->pieces, DocPiece, line->first + i));
    Str s = sink_str(&text);
    while (s.len > 0 && s.at[s.len - 1] == ' ')
        s.len--;
    return s;
}

void words_put(const Doc *d, Sink *out) {
    Arena *scratch = arena_new(0);
    for (size_t i = 0; i < d->lines.count && !out->failed; i++) {
        sink_safe(out, line_words(scratch, d, LOG_AT(&d->lines, DocLine, i)));
        sink_char(out, '\n');
        arena_reset(scratch);
    }
    arena_free(scratch);
}

/* ---- names ---- */

static void put_mark(Doc *d, bool there, Role role, const char *sign) {
    if (there)
        doc_add(d, role, str_of(sign));
}

static bool is_folded(const WordsTree *t, const Branch *b) {
    return t->folds && outline_has_children(t->outline, b->index, t->moment) &&
           !folds_open(t->folds, b);
}

static bool differs(const WordsTree *t, const Branch *b) {
    size_t most = SIZE_MAX;
    if (!t->together)
        return false;
    return together_branch(t->together, t->here, b, t->other) != DIFFERS_NOT ||
           (is_folded(t, b) &&
            together_below(t->together, t->here, t->outline, b->index, &most) == BELOW_DIFFERS);
}

static void put_marks(Doc *d, const WordsTree *t, const Branch *b) {
    unsigned marks = t->changes ? changes_of(t->changes, b->index) : MARK_NONE;
    put_mark(d, differs(t, b), ROLE_CHANGED, "≠");
    put_mark(d, marks & MARK_ERROR, ROLE_ERROR, "!");
    put_mark(d, marks & MARK_NEW, ROLE_NEW, "+");
    put_mark(d, marks & MARK_CHANGED, ROLE_CHANGED, "~");
    put_mark(d, marks & MARK_SHARED, ROLE_SHARED, "=");
}

enum { PATH_MOST = 1000, VALUES_MOST = 16 };

/* A path of thousands of levels would say each of them again in each of its lines. */
static void put_path(Doc *d, const Branch *b, const TraceNode *n) {
    Role role = !n ? ROLE_SCOPE : view_is_variable(n) ? ROLE_VARIABLE : ROLE_OP;
    if (b->path.len > PATH_MOST && b->depth > 0)
        doc_printf(d, ROLE_DIM, _("(level %u) "), b->depth + 1);
    doc_add(d, role, b->path.len > PATH_MOST ? branch_label(b) : b->path);
    if (!n)
        doc_add(d, ROLE_SCOPE, STR("/"));
}

static void put_value(Doc *d, const WordsTree *t, const TraceNode *n) {
    const Tensor *value = t->values ? view_value_at(n, UINT32_MAX, t->moment) : NULL;
    if (value && value->count > VALUES_MOST)
        doc_printf(d, ROLE_VALUE, _("  %zu values"), (size_t)value->count);
    else if (value)
        doc_printf(d, ROLE_VALUE, "  %.*s", STR_ARG(view_value(d->arena, value)));
}

static void put_node(Doc *d, const WordsTree *t, const TraceNode *n) {
    Arena *a = d->arena;
    size_t shares = view_is_variable(n) ? trace_shares_at(n->variable, t->moment) : 0;
    doc_printf(d, ROLE_TYPE, "  %.*s", STR_ARG(view_kind(n)));
    if (n->noutputs > 0)
        doc_printf(d, ROLE_TYPE, " %.*s %.*s", STR_ARG(view_dtype(a, &n->outputs[0])),
                   STR_ARG(view_shape(a, trace_shape_at(&n->outputs[0], t->moment))));
    put_value(d, t, n);
    if (shares)
        doc_printf(d, ROLE_SHARED, ngettext("  shared %zu time", "  shared %zu times", shares),
                   shares);
}

static void put_fold(Doc *d, const WordsTree *t, const Branch *b) {
    if (!is_folded(t, b))
        return;
    bool changed = t->changes && changes_below(t->changes, b->index) != MARK_NONE;
    doc_printf(d, ROLE_DIM, "  (%s)",
               changed ? _("folded, something changed inside") : _("folded"));
}

void words_branch(Doc *d, const WordsTree *t, uint32_t index) {
    const Branch *b = outline_branch(t->outline, index);
    const TraceNode *n = branch_node(b, t->moment);
    doc_line(d);
    put_marks(d, t, b);
    put_path(d, b, n);
    if (n)
        put_node(d, t, n);
    put_fold(d, t, b);
}

static uint32_t next_branch(const WordsTree *t, uint32_t at) {
    if (t->folds)
        return outline_next(t->outline, t->folds, t->moment, at);
    uint32_t n = outline_count(t->outline);
    do
        at++;
    while (at < n && !outline_exists(t->outline, at, t->moment));
    return at < n ? at : BRANCH_NONE;
}

void words_tree(const WordsTree *t, Sink *out) {
    Arena *scratch = arena_new(0);
    for (uint32_t at = outline_first(t->outline, t->moment); at != BRANCH_NONE && !out->failed;
         at = next_branch(t, at)) {
        Doc *d = doc_make(scratch);
        words_branch(d, t, at);
        words_put(d, out);
        arena_reset(scratch);
    }
    arena_free(scratch);
}
