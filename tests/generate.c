/* generate.c: random programs. A Writer knows which Python names are bound where it writes, and
 * what they hold, so that the programs are about TensorFlow's rules and not about undefined names.
 */
#include "tests/generate.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "tests/generate_inner.h"

/* ---- chance ---- */

static uint64_t next_random(Writer *w) {
    uint64_t z = w->random += 0x9e3779b97f4a7c15u;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
}

int below(Writer *w, int n) {
    return (int)(next_random(w) % (uint64_t)n);
}

bool chance(Writer *w, int percent) {
    return below(w, 100) < percent;
}

/* ---- text ---- */

static const char *expand(Writer *w, Str form) {
    Sink out = sink_memory(w->arena);
    while (form.len) {
        ptrdiff_t open = str_find(form, STR("{"), 0);
        if (open < 0)
            break;
        ptrdiff_t close = str_find(form, STR("}"), (size_t)open);
        sink_put(&out, str_sub(form, 0, (size_t)open));
        sink_z(&out, piece(w, str_sub(form, (size_t)open + 1, (size_t)close)));
        form = str_sub(form, (size_t)close + 1, form.len);
    }
    sink_put(&out, form);
    sink_char(&out, '\0');
    return out.text;
}

const char *text(Writer *w, const char *format, ...) {
    char near[512];
    va_list args;
    va_start(args, format);
    vsnprintf(near, sizeof near, format, args);
    va_end(args);
    return expand(w, str_of(near));
}

void line(Writer *w, const char *format, ...) {
    char near[512];
    va_list args;
    va_start(args, format);
    vsnprintf(near, sizeof near, format, args);
    va_end(args);
    sink_repeat(&w->out, ' ', (size_t)(4 * w->depth));
    sink_z(&w->out, expand(w, str_of(near)));
    sink_char(&w->out, '\n');
    w->budget--;
}

/* ---- names of the program ---- */

const char *fresh(Writer *w, const char *letter) {
    return text(w, "%s%d", letter, ++w->names);
}

void bind_in(Writer *w, Kind kind, int graph, const char *name) {
    if (w->nthings < MOST_THINGS)
        w->things[w->nthings++] = (Thing){kind, graph, name};
}

void bind(Writer *w, Kind kind, const char *name) {
    bool free = kind >= SCOPE && kind != INSTANCE;
    bind_in(w, kind, free ? GRAPH_NONE : w->graph, name);
}

/* Something of that kind that fits the default graph, or now and then one of another graph. */
const char *pick(Writer *w, Kind kind) {
    bool foreign = w->graph >= 0 && chance(w, 2);
    const char *found = NULL;
    for (int i = 0, seen = 0; i < w->nthings; i++) {
        const Thing *t = &w->things[i];
        bool fits = t->graph == GRAPH_NONE || t->graph == w->graph || kind == GRAPH ||
                    (foreign && t->graph >= 0);
        if (t->kind == kind && fits && below(w, ++seen) == 0)
            found = t->name;
    }
    return found;
}

const char *fallback(Writer *w) {
    return w->graph == GRAPH_OF_CALLER ? "x" : w->fallback[w->graph];
}

/* A graph begins with a tensor and a variable that are always there. */
void write_fallback(Writer *w) {
    const char *t = w->fallback[w->graph] = fresh(w, "t");
    const char *v = w->spare[w->graph] = fresh(w, "v");
    line(w, "%s = tf.constant([8.0, 9.0], name='fallback')", t);
    bind(w, TENSOR, t);
    line(w, "%s = tf.Variable([4.0, 5.0], name='spare')", v);
    bind(w, VARIABLE, v);
}

/* ---- statements that may fail ---- */

/* Inside `try`, with the class of the errors. */
void end_try(Writer *w, const char *class, const char *name, const char *other) {
    w->depth--;
    line(w, "except %s as e:", class);
    w->depth++;
    if (name)
        line(w, "%s = %s", name, other);
    line(w, "say(e)");
    w->depth--;
}

/* name = expression, caught in one of several ways; mark is the error besides ValueError that it
 * may raise, or NULL. */
void assign_safely(Writer *w, const char *name, const char *expression, const char *other,
                   const char *mark) {
    const char *comment = mark ? text(w, "  # %s", mark) : "";
    if (chance(w, 4) && !mark) {
        line(w, "%s = %s", name, expression);
    } else if (chance(w, 70)) {
        line(w, "%s = attempt(lambda: %s, %s)%s", name, expression, other, comment);
    } else {
        line(w, "try:");
        w->depth++;
        line(w, "%s = %s%s", name, expression, comment);
        line(w, "print('%s', %s.name)", name, name);
        end_try(w, mark ? text(w, "(ValueError, %s)", mark) : "ValueError", name, other);
    }
}

void make_thing(Writer *w, Kind kind, const char *letter, const char *expression) {
    const char *name = fresh(w, letter);
    assign_safely(w, name, expression, kind == VARIABLE ? w->spare[w->graph] : fallback(w), NULL);
    bind(w, kind, name);
}

/* ---- blocks ---- */

void block(Writer *w, int most) {
    int count = 1 + below(w, most);
    w->depth++;
    for (int i = 0; i < count; i++)
        statement(w);
    w->depth--;
}

/* Names that are bound in a block that may not run to its end are unknown behind it. */
void unsure_block(Writer *w, int most) {
    int known = w->nthings;
    block(w, most);
    w->nthings = known;
}

/* ---- the program ---- */

/* The kinds of statements, by how often they are written. */
static const struct {
    void (*write)(Writer *w);
    int weight;
    bool nests; /* not written when blocks are deep or few lines are left */
} statements[] = {
    {tensor_statement, 14, false},   {get_variable_statement, 22, false},
    {variable_statement, 9, false},  {variable_scope_statement, 18, true},
    {name_scope_statement, 9, true}, {integer_statement, 3, false},
    {loose_statement, 3, false},     {print_statement, 4, false},
    {assign_statement, 3, false},    {capture_statement, 4, false},
    {reuse_statement, 4, false},     {current_scope_statement, 2, false},
    {manager_statement, 2, true},    {cond_statement, 2, false},
    {loop_statement, 3, true},       {tower_statement, 2, true},
    {if_statement, 2, true},         {function_statement, 6, true},
    {template_statement, 5, true},   {class_statement, 2, true},
    {graph_statement, 3, true},      {reset_statement, 1, false},
    {session_statement, 2, true},    {dependency_statement, 2, true},
    {device_statement, 2, true},     {try_statement, 3, true},
    {lookup_statement, 3, false},    {getter_statement, 3, false},
    {illegal_statement, 2, false},
};

enum { STATEMENTS = sizeof statements / sizeof *statements };

static int total_weight(void) {
    int total = 0;
    for (int i = 0; i < STATEMENTS; i++)
        total += statements[i].weight;
    return total;
}

/* A kind that does not fit here writes nothing; then another one is tried. */
void statement(Writer *w) {
    bool flat = w->depth >= DEEPEST || w->budget < 8;
    for (;;) {
        int i = 0, at = below(w, total_weight());
        while (at >= statements[i].weight)
            at -= statements[i++].weight;
        if (flat && statements[i].nests)
            continue;
        size_t before = w->out.len;
        statements[i].write(w);
        if (w->out.len > before)
            return;
    }
}

static const char prologue[] =
    "import tensorflow as tf\n"
    "\n"
    "def say(e):\n"
    "    print(type(e).__name__, str(e).split('\\n')[0])\n"
    "\n"
    "def attempt(make, other):\n"
    "    try:\n"
    "        r = make()\n"
    "        print(getattr(r, 'name', r))\n"
    "        return r\n"
    "    except (ValueError, TypeError, AttributeError, KeyError, AssertionError) as e:\n"
    "        say(e)\n"
    "        return other\n"
    "\n"
    "def value(run):\n"
    "    try:\n"
    "        print(run())\n"
    "    except (ValueError, tf.errors.OpError) as e:\n"
    "        say(e)\n"
    "\n";

Str generate_program(Arena *a, uint64_t seed, int minor) {
    Writer w = {.arena = a, .out = sink_memory(a), .minor = minor, .ngraphs = 1};
    w.random = seed * 0x2545f4914f6cdd1du + (uint64_t)minor;
    w.budget = 14 + below(&w, 56);
    w.wild = chance(&w, 20);
    sink_z(&w.out, prologue);
    write_fallback(&w);
    while (w.budget > 0)
        statement(&w);
    return sink_str(&w.out);
}
