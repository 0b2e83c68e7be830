/* question_comment.c: what can be said of a wrong answer without giving the right one away. */
#include "base/text.h"
#include "tutor/question_inner.h"

static Str said(const char *sentence) {
    return str_of(sentence);
}

/* ---- names ---- */

/* A name taken apart: "a/b/w_1" is "a/b/", "w", and 1. */
typedef struct Parts {
    Str prefix;   /* with its slash; may be empty */
    Str base;     /* the last part without a suffix */
    Str last;     /* with it */
    size_t count; /* parts between slashes */
} Parts;

static Str without_suffix(Str s) {
    size_t digits = 0;
    while (digits < s.len && s.at[s.len - 1 - digits] >= '0' && s.at[s.len - 1 - digits] <= '9')
        digits++;
    bool suffix = digits && digits + 1 < s.len && s.at[s.len - 1 - digits] == '_';
    return suffix ? str_sub(s, 0, s.len - digits - 1) : s;
}

static Parts parts_of(Str name) {
    Parts p = {.count = 1};
    size_t from = 0;
    for (size_t i = 0; i < name.len; i++) {
        if (name.at[i] == '/') {
            from = i + 1;
            p.count++;
        }
    }
    p.prefix = str_sub(name, 0, from);
    p.last = str_sub(name, from, name.len);
    p.base = without_suffix(p.last);
    return p;
}

/* The line that made the node of this name before the moment; 0: there is none. */
static uint32_t line_of_taken(const Wrong *w, Str name) {
    for (size_t i = 0, n = trace_nodes_at(w->trace, w->asked->before); i < n; i++) {
        const TraceNode *node = *LOG_AT(&w->trace->nodes, TraceNode *, i);
        if (str_eq(name_str(node->name), name))
            return trace_line(w->trace, node->cause.site);
    }
    return 0;
}

static Str comment_on_last(const Parts *right, const Parts *given) {
    if (!str_eq(right->base, given->base))
        return said(right->prefix.len ? _("What stands in front is right, the last part is not.")
                                      : _("Nothing stands in front, that is right; but the name "
                                          "itself is another."));
    if (given->last.len == given->base.len)
        return said(_("Nearly: a suffix is missing. Was this name given out before?"));
    if (right->last.len == right->base.len)
        return said(_("Nearly: there is a suffix too many. Was this name given out before?"));
    return said(_("Nearly: the number at the end is another. How often was this name given out?"));
}

static Str comment_on_prefix(const Parts *right, const Parts *given) {
    if (!str_eq(right->base, given->base))
        return said(right->count == given->count
                        ? _("Neither the last part nor what stands in front of it is right.")
                        : _("The last part is not right, and it stands at another depth."));
    if (!str_eq(right->last, given->last))
        return said(_("The last part is nearly right (look at its suffix); what stands in front of "
                      "it is not."));
    if (right->count > given->count)
        return said(_("The last part is right, but more stands in front of it."));
    if (right->count < given->count)
        return said(_("The last part is right, but less stands in front of it."));
    return said(_("The last part is right; what stands in front of it is not."));
}

static Str comment_on_name(const Wrong *w) {
    Str right_name = answer_name(w->right), given_name = answer_name(w->given);
    Parts right = parts_of(right_name), given = parts_of(given_name);
    uint32_t line = line_of_taken(w, given_name);
    if (right_name.len == given_name.len && str_find_letters(right_name, given_name, 0) == 0)
        return said(_("Nearly: capital and small letters are different letters in a name."));
    if (line)
        return str_printf(w->arena, _("That name exists already: it belongs to what line %u made."),
                          (unsigned)line);
    return str_eq(right.prefix, given.prefix) ? comment_on_last(&right, &given)
                                              : comment_on_prefix(&right, &given);
}

/* ---- deeds ---- */

/* What would have to be so for that answer. Of three answers two are left then. */
static Str comment_on_deed(const Wrong *w) {
    bool plain =
        w->asked->node && (!w->asked->variable || w->asked->variable->maker == MADE_BY_VARIABLE);
    switch (answer_deed(w->given)) {
    case 0:
        return said(_("To create one, its key must be free, and the scope must not insist on "
                      "reuse. Is that so here?"));
    case 1:
        return said(plain ? _("Only tf.get_variable finds a variable again. Is that what is called "
                              "here?")
                          : _("To reuse one, a variable must be stored under this very key, and "
                              "reuse must be on. Is that so here?"));
    default:
        return said(plain ? _("Here a name that is taken is no error: it gets a suffix.")
                          : _("An error comes when reuse and the store contradict each other: a "
                              "key that is taken without reuse, or none there with it. Do they?"));
    }
}

/* ---- values, shapes, counts ---- */

static size_t words_in(Str text) {
    size_t n = 0, i = 0;
    while (answer_word(text, &i).len)
        n++;
    return n;
}

/* How many words stand at the same place in both. */
static size_t words_agree(Str x, Str y) {
    size_t i = 0, k = 0, agree = 0;
    for (;;) {
        Str a = answer_word(x, &i), b = answer_word(y, &k);
        if (a.len == 0 || b.len == 0)
            return agree;
        agree += answer_same_word(a, b);
    }
}

static Str comment_on_value(const Wrong *w) {
    size_t right = words_in(w->right), given = words_in(w->given);
    size_t agree = words_agree(w->right, w->given);
    if (given > right)
        return said(_("There are too many elements in it."));
    if (given < right)
        return said(_("There are too few elements in it."));
    if (right == 1)
        return said(_("It is another value."));
    if (agree == 0)
        return said(_("The number of elements is right, but none of them."));
    return said(_("The number of elements is right, and some of them, but not all."));
}

static Str comment_on_dims(const Wrong *w, Shape right, Shape given) {
    int i = 0;
    if (given.rank != right.rank)
        return said(given.rank > right.rank ? _("That shape has too many dimensions.")
                                            : _("That shape has too few dimensions."));
    while (i < right.rank - 1 && right.dims[i] == given.dims[i])
        i++;
    if (right.rank == 1)
        return said(_("It has one dimension, but of another size."));
    return str_printf(w->arena,
                      _("The number of dimensions is right; the first one that is not is the one "
                        "at index %d."),
                      i);
}

static Str comment_on_shape(const Wrong *w) {
    Shape right, given;
    if (!answer_shape(w->arena, w->right, &right) || !answer_shape(w->arena, w->given, &given))
        return said(_("It is another value."));
    if (right.rank == SHAPE_UNKNOWN_RANK)
        return said(_("Is so much known of this shape before anything runs?"));
    if (given.rank == SHAPE_UNKNOWN_RANK)
        return said(_("More is known of this shape."));
    return comment_on_dims(w, right, given);
}

static Str comment_on_count(const Wrong *w) {
    bool more = answer_count(w->given) > answer_count(w->right);
    return said(more ? _("That is too many.") : _("That is too few."));
}

Str question_comment(const Wrong *w) {
    switch (w->question->kind) {
    case QUESTION_NAME: return comment_on_name(w);
    case QUESTION_DEED: return comment_on_deed(w);
    case QUESTION_VALUE: return comment_on_value(w);
    case QUESTION_SHAPE: return comment_on_shape(w);
    case QUESTION_COUNT: return comment_on_count(w);
    case QUESTION_CHOICE: break; /* its choices have their own comments */
    }
    return STR("");
}
