/* generate_python.c: expands the grammar of tests/python_grammar.def, which explains the form of
 * its rows. A Writer knows which names are bound where it writes, and of which kind their values
 * are. */
#include "tests/generate_python.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/sink.h"

enum {
    MOST_NAMES = 600,     /* of a program, visible at once */
    MOST_KINDS = 120,     /* of rows */
    MOST_HELD = 10,       /* names that one row makes */
    DEEP = 4,             /* from here on, expressions are leaves */
    DEEP_BLOCK = 3,       /* from here on, statements have no blocks */
    STATEMENTS = 22,      /* of a program */
    MOST_LINES = 160,     /* then only simple statements follow */
    PERCENT_NAMED = 40,   /* expressions that are a name, where there is one */
    PERCENT_CONTEXT = 15, /* statements that only loops or functions can have */
};

typedef struct Rule {
    const char *kind;
    int weight;
    const char *text;
} Rule;

static const Rule grammar[] = {
#define RULE(kind, weight, text) {#kind, weight, text},
#include "tests/python_grammar.def"
#undef RULE
};

enum { RULES = sizeof grammar / sizeof *grammar };

/* The rows of a kind, which stand together. */
typedef struct Span {
    Str kind;
    int first, end;
} Span;

/* A name of the program. */
typedef struct Bound {
    Str kind;
    const char *name;
    bool hidden; /* cannot be used here */
    bool fixed;  /* must not be assigned: a parameter, the counter of a loop */
} Bound;

/* What holds where a statement is written. */
typedef struct Place {
    int first_local; /* names from here on belong to the function */
    int blocks;      /* around it */
    bool loop, generator;
    bool guarded; /* in a try or with statement, whose end would show when a generator is dropped */
    Str returns;  /* the kind of the function's result; empty outside of functions */
} Place;

typedef struct Writer {
    Arena *arena;
    Sink out;
    uint64_t random;
    Span spans[MOST_KINDS];
    int nspans;
    Bound names[MOST_NAMES];
    int nnames;
    int made;   /* names so far, for their numbers */
    int lines;  /* so far */
    int indent; /* of the line that is being written */
    bool begun; /* that line has more than blanks */
    int depth;  /* of the expression */
    Place place;
} Writer;

/* When a name that a row makes can be used. */
typedef enum Since { AT_ONCE, AFTER_LINE, AFTER_ROW } Since;

typedef struct Held {
    int index; /* in names */
    Since since;
    bool only_here; /* cannot be used behind the row */
    bool was_hidden;
} Held;

/* The names that a row has made. */
typedef struct Row {
    Held held[MOST_HELD];
    int count;
    bool guards; /* it is a try or with statement */
} Row;

/* ---- chance ---- */

static int below(Writer *w, int n) {
    uint64_t z = w->random += 0x9e3779b97f4a7c15u;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return (int)((z ^ (z >> 31)) % (uint64_t)n);
}

static bool chance(Writer *w, int percent) {
    return below(w, 100) < percent;
}

/* ---- text ---- */

static void put(Writer *w, char c) {
    if (c == '\n') {
        w->lines++;
        w->begun = false;
    } else if (!w->begun) {
        sink_repeat(&w->out, ' ', (size_t)w->indent);
        w->begun = true;
    }
    sink_char(&w->out, c);
}

/* Ends the line, if there is one. */
static void end_line(Writer *w) {
    if (w->begun) {
        put(w, '\n');
    }
}

static void put_text(Writer *w, const char *text) {
    while (*text) {
        put(w, *text++);
    }
}

/* ---- names ---- */

/* One of the names of that kind from `first` on, or NULL. */
static const char *pick(Writer *w, Str kind, int first, bool assign) {
    const char *found = NULL;
    int n = 0;
    for (int i = first; i < w->nnames; i++) {
        const Bound *b = &w->names[i];
        if (!b->hidden && !(assign && b->fixed) && str_eq(b->kind, kind) && below(w, ++n) == 0) {
            found = b->name;
        }
    }
    return found;
}

static const char *assignable(Writer *w, Str kind) {
    return pick(w, kind, w->place.first_local, true);
}

static void make_name(Writer *w, Row *row, Str kind, Since since, bool only_here) {
    const char *name = str_printf(w->arena, "%.*s%d", STR_ARG(kind), ++w->made).at;
    if (w->nnames == MOST_NAMES || row->count == MOST_HELD) {
        abort();
    }
    row->held[row->count++] = (Held){w->nnames, since, only_here, false};
    w->names[w->nnames++] = (Bound){kind, name, since != AT_ONCE, only_here};
    put_text(w, name);
}

static void show_names(Writer *w, Row *row, Since since) {
    for (int i = 0; i < row->count; i++) {
        if (row->held[i].since == since) {
            w->names[row->held[i].index].hidden = false;
        }
    }
}

static void end_names(Writer *w, Row *row) {
    show_names(w, row, AFTER_ROW);
    for (int i = 0; i < row->count; i++) {
        if (row->held[i].only_here) {
            w->names[row->held[i].index].hidden = true;
        }
    }
}

/* Hides what the row has made so far, or shows it again as it was. */
static void hide_names(Writer *w, Row *row, bool hide) {
    for (int i = 0; i < row->count; i++) {
        Bound *b = &w->names[row->held[i].index];
        if (hide) {
            row->held[i].was_hidden = b->hidden;
        }
        b->hidden = hide || row->held[i].was_hidden;
    }
}

/* ---- rules ---- */

static void list_spans(Writer *w) {
    for (int i = 0; i < RULES; i++) {
        Str kind = str_of(grammar[i].kind);
        if (!w->nspans || !str_eq(w->spans[w->nspans - 1].kind, kind)) {
            if (w->nspans == MOST_KINDS) {
                abort();
            }
            w->spans[w->nspans++] = (Span){kind, i, i};
        }
        w->spans[w->nspans - 1].end = i + 1;
    }
}

static const Span *span_of(const Writer *w, Str kind) {
    for (int i = 0; i < w->nspans; i++) {
        if (str_eq(w->spans[i].kind, kind)) {
            return &w->spans[i];
        }
    }
    return NULL;
}

static bool is_leaf(const char *text) {
    return !strchr(text, '$');
}

/* The word at `at`: letters and underscores. */
static Str word_at(const char *at) {
    const char *end = at;
    while (isalpha((unsigned char)*end) || *end == '_') {
        end++;
    }
    return str_sub(str_of(at), 0, (size_t)(end - at));
}

/* A row that asks for a name needs one. */
static bool has_names(Writer *w, const char *text) {
    for (const char *at = strchr(text, '$'); at; at = strchr(at + 1, '$')) {
        if (strncmp(at, "$have:", 6) == 0 && !pick(w, word_at(at + 6), 0, false)) {
            return false;
        }
        if (strncmp(at, "$var:", 5) == 0 && !assignable(w, word_at(at + 5))) {
            return false;
        }
    }
    return true;
}

static bool is_allowed(Writer *w, const Rule *r, bool leaf) {
    bool blocks = w->place.blocks < DEEP_BLOCK && w->lines < MOST_LINES;
    return !(leaf && !is_leaf(r->text)) && (blocks || !strstr(r->text, "$block")) &&
           (blocks || !strstr(r->text, "$body")) && has_names(w, r->text);
}

static const Rule *choose(Writer *w, const Span *s, bool leaf) {
    const Rule *found = NULL;
    int sum = 0;
    for (int i = s->first; i < s->end; i++) {
        if (is_allowed(w, &grammar[i], leaf)) {
            sum += grammar[i].weight;
            if (below(w, sum) < grammar[i].weight) {
                found = &grammar[i];
            }
        }
    }
    return found;
}

static void write_row(Writer *w, const char *text);

static void write_kind(Writer *w, Str kind) {
    const Span *s = span_of(w, kind);
    if (!s) {
        fprintf(stderr, "the grammar has no kind %.*s\n", STR_ARG(kind));
        abort();
    }
    const Rule *r = w->depth > DEEP ? choose(w, s, true) : NULL;
    r = r ? r : choose(w, s, false);
    w->depth++;
    write_row(w, r->text);
    w->depth--;
}

static void write_expression(Writer *w, Str kind) {
    const char *name = chance(w, PERCENT_NAMED) ? pick(w, kind, 0, false) : NULL;
    if (name) {
        put_text(w, name);
    } else {
        write_kind(w, kind);
    }
}

/* ---- statements ---- */

static void write_statement(Writer *w) {
    int depth = w->depth;
    w->depth = 0;
    Str kind = STR("stmt");
    if (chance(w, PERCENT_CONTEXT)) {
        kind = w->place.loop          ? STR("stmt_loop")
               : w->place.generator   ? w->place.guarded ? kind : STR("stmt_generator")
                 : w->place.returns.len ? STR("stmt_function")
                                      : kind;
    }
    write_kind(w, kind);
    end_line(w);
    w->depth = depth;
}

static void write_members(Writer *w) {
    for (int n = 1 + below(w, 5); n; n--) {
        write_kind(w, STR("member"));
        end_line(w);
    }
}

static void write_statements(Writer *w, int most) {
    int names = w->nnames;
    for (int n = 1 + below(w, most); n; n--) {
        write_statement(w);
    }
    w->nnames = names;
}

static void write_block(Writer *w, bool loop, bool guarded) {
    Place place = w->place;
    w->place.guarded |= guarded;
    w->place.blocks++;
    w->place.loop |= loop;
    write_statements(w, 3);
    w->place = place;
}

static void write_body(Writer *w, Str returns) {
    Place place = w->place;
    w->place = (Place){w->nnames, place.blocks + 1, .generator = str_eq(returns, STR("yield")),
                       .returns = returns};
    int names = w->nnames;
    for (int n = below(w, 4); n; n--) {
        write_statement(w);
    }
    if (w->place.generator) {
        put_text(w, "yield ");
        write_expression(w, STR("int"));
    } else {
        put_text(w, "return ");
        write_expression(w, returns);
    }
    end_line(w);
    w->nnames = names;
    w->place = place;
}

/* ---- rows ---- */

/* $name:kind */
static void write_directive(Writer *w, Row *row, Str name, Str kind) {
    if (str_eq(name, STR("new"))) {
        make_name(w, row, kind, AFTER_LINE, false);
    } else if (str_eq(name, STR("later"))) {
        make_name(w, row, kind, AFTER_ROW, false);
    } else if (str_eq(name, STR("let"))) {
        make_name(w, row, kind, AT_ONCE, true);
    } else if (str_eq(name, STR("have"))) {
        put_text(w, pick(w, kind, 0, false));
    } else if (str_eq(name, STR("var"))) {
        put_text(w, assignable(w, kind));
    } else if (str_eq(name, STR("out"))) {
        hide_names(w, row, true);
        write_expression(w, kind);
        hide_names(w, row, false);
    } else if (str_eq(name, STR("body"))) {
        write_body(w, kind);
    } else {
        abort();
    }
}

static void write_word(Writer *w, const Row *row, Str word) {
    if (str_eq(word, STR("block"))) {
        write_block(w, false, row->guards);
    } else if (str_eq(word, STR("loopblock"))) {
        write_block(w, true, row->guards);
    } else if (str_eq(word, STR("members"))) {
        write_members(w);
    } else if (str_eq(word, STR("result"))) {
        write_expression(w, w->place.returns);
    } else {
        write_expression(w, word);
    }
}

/* What stands behind a `$`; the end of it. */
static const char *write_part(Writer *w, Row *row, const char *at) {
    if (*at == '$') {
        put(w, '$');
        return at + 1;
    }
    if (isdigit((unsigned char)*at)) {
        put_text(w, w->names[row->held[*at - '1'].index].name);
        return at + 1;
    }
    Str word = word_at(at);
    at += word.len;
    if (*at == ':' && isalpha((unsigned char)at[1])) {
        Str kind = word_at(at + 1);
        write_directive(w, row, word, kind);
        return at + 1 + kind.len;
    }
    write_word(w, row, word);
    return at;
}

/* The end of a line and the blanks of the next one, which are added to those of the row. */
static const char *write_line_end(Writer *w, Row *row, const char *at, int indent) {
    end_line(w);
    show_names(w, row, AFTER_LINE);
    at++;
    for (w->indent = indent; *at == ' '; at++) {
        w->indent++;
    }
    return at;
}

static void write_row(Writer *w, const char *text) {
    Row row = {.guards = strncmp(text, "try", 3) == 0 || strncmp(text, "with", 4) == 0};
    int indent = w->indent;
    while (*text) {
        if (*text == '$') {
            text = write_part(w, &row, text + 1);
        } else if (*text == '\n') {
            text = write_line_end(w, &row, text, indent);
        } else {
            put(w, *text++);
        }
    }
    show_names(w, &row, AFTER_LINE);
    end_names(w, &row);
    w->indent = indent;
}

Str generate_python(Arena *a, uint64_t seed) {
    Writer w = {.arena = a, .out = sink_memory(a), .random = seed};
    list_spans(&w);
    write_kind(&w, STR("prelude"));
    end_line(&w);
    for (int i = 0; i < STATEMENTS; i++) {
        write_statement(&w);
    }
    return sink_str(&w.out);
}
