/* generate_inner.h: what the files of the generator share. */
#ifndef TFSCOPE_TESTS_GENERATE_INNER_H
#define TFSCOPE_TESTS_GENERATE_INNER_H

#include "base/sink.h"

/* What a Python name holds. */
typedef enum Kind {
    TENSOR,   /* float32 */
    INTEGER,  /* a tensor or variable of int32 */
    VARIABLE, /* float32 */
    LOOSE,    /* a variable of any dtype, or a partitioned one */
    SCOPE,    /* a variable scope */
    TEXT,     /* what `as` of a name scope gave */
    FUNCTION, /* of a tensor, which gives one */
    GETTER,   /* a custom getter */
    INSTANCE, /* has a method build(x) */
    MANAGER,  /* a scope that can be entered again */
    GRAPH,
    KINDS
} Kind;

/* Graphs are numbered; inside a function it is not known which one will be the default. */
enum { GRAPH_OF_CALLER = -1, GRAPH_NONE = -2 };

typedef struct Thing {
    Kind kind;
    int graph; /* that it belongs to; GRAPH_NONE: to none. Of a GRAPH: its own number */
    const char *name;
} Thing;

enum { MOST_THINGS = 256, MOST_GRAPHS = 32, DEEPEST = 5 };

typedef struct Writer {
    Arena *arena;
    Sink out;
    uint64_t random;
    int minor;
    int budget; /* lines left */
    int depth;  /* of blocks */
    int names;  /* Python names made so far */
    bool wild;  /* scopes may change dtype and partitioner: dtypes of variables are not known */
    int graph, ngraphs;
    int functions;                     /* that are being written */
    int inner;                         /* blocks being written of other graphs or in sessions */
    const char *fallback[MOST_GRAPHS]; /* a tensor of each graph */
    const char *spare[MOST_GRAPHS];    /* a variable of each graph */
    Thing things[MOST_THINGS];
    int nthings;
} Writer;

#define ONE_OF(w, list) ((list)[below((w), (int)(sizeof(list) / sizeof *(list)))])

/* ---- generate.c ---- */

int below(Writer *w, int n);         /* 0 … n - 1 */
bool chance(Writer *w, int percent); /* true so often */
/* printf into the arena, cut at 512 bytes; then each {name} is replaced by that piece, from left to
 * right, so that a program does not depend on the order in which a compiler evaluates arguments. */
const char *text(Writer *w, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* one line of the program, indented, made in the same way */
void line(Writer *w, const char *format, ...) __attribute__((format(printf, 2, 3)));
const char *fresh(Writer *w, const char *letter); /* a Python name that is not used yet */
void bind_in(Writer *w, Kind kind, int graph, const char *name);
void bind(Writer *w, Kind kind, const char *name); /* in the default graph */
/* A name that holds something of that kind and fits the default graph, now and then one of another
 * graph; NULL when there is none. */
const char *pick(Writer *w, Kind kind);
const char *fallback(Writer *w); /* a tensor that is always there */
void write_fallback(Writer *w);  /* at the beginning of a graph */
void statement(Writer *w);       /* of any kind */
void block(Writer *w, int most); /* one to `most` statements, indented */
/* The same, for a block that may not run to its end: what it binds is unknown behind it. */
void unsure_block(Writer *w, int most);
/* The end of a `try`; name, when it is not NULL, becomes `other` then. */
void end_try(Writer *w, const char *class, const char *name, const char *other);
/* name = expression, caught in one of several ways; mark is the error besides ValueError that it
 * may raise, or NULL. */
void assign_safely(Writer *w, const char *name, const char *expression, const char *other,
                   const char *mark);
void make_thing(Writer *w, Kind kind, const char *letter, const char *expression);

/* ---- generate_pieces.c: expressions and simple statements ---- */

extern const char *const bad_words[]; /* names that are illegal at the root */
enum { BAD_WORDS = 7 };
const char *variable(Writer *w); /* a name that holds one, or NULL */
/* The expression that {name} stands for in text() and line(). */
const char *piece(Writer *w, Str name);

/* ---- the kinds of statements ---- */

void assign_statement(Writer *w);
void capture_statement(Writer *w);
void class_statement(Writer *w);
void cond_statement(Writer *w);
void current_scope_statement(Writer *w);
void dependency_statement(Writer *w);
void device_statement(Writer *w);
void function_statement(Writer *w);
void get_variable_statement(Writer *w);
void getter_statement(Writer *w);
void graph_statement(Writer *w);
void if_statement(Writer *w);
void illegal_statement(Writer *w);
void integer_statement(Writer *w);
void lookup_statement(Writer *w);
void loop_statement(Writer *w);
void loose_statement(Writer *w);
void manager_statement(Writer *w);
void name_scope_statement(Writer *w);
void print_statement(Writer *w);
void reset_statement(Writer *w);
void reuse_statement(Writer *w);
void session_statement(Writer *w);
void template_statement(Writer *w);
void tensor_statement(Writer *w);
void tower_statement(Writer *w);
void try_statement(Writer *w);
void variable_scope_statement(Writer *w);
void variable_statement(Writer *w);

#endif
