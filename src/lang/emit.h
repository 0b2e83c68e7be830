/* emit.h: writing instructions: units (one per function, class body, …), labels, handlers,
 * constants, and the height of the stack. Used by the compiler's files only. */
#ifndef TFSCOPE_LANG_EMIT_H
#define TFSCOPE_LANG_EMIT_H

#include "lang/compile.h"
#include "lang/resolve.h"

/* A place in a unit's code that jumps lead to; known only once label_place was called. */
typedef uint32_t Label;
#define LABEL_NONE UINT32_MAX

/* What a jump out of a piece of code must undo. */
typedef enum BlockKind {
    BLOCK_WHILE,       /* nothing */
    BLOCK_FOR,         /* drop the iterator */
    BLOCK_TRY,         /* nothing: its handlers end with it */
    BLOCK_FINALLY,     /* run the finally body */
    BLOCK_WITH,        /* call __exit__, which lies on the stack */
    BLOCK_HANDLER,     /* the exception before becomes current again */
    BLOCK_NAMED,       /* unbind the name of the exception */
    BLOCK_FINALLY_END, /* in a finally body after an exception: drop it, as BLOCK_HANDLER does */
    BLOCK_VALUE,       /* in a finally body on the way out with a value: drop the value */
} BlockKind;

/* A piece of code that is being compiled and needs care when it is left. One that has a handler
 * is a range of instructions, in several parts where a jump out of it is compiled between. */
typedef struct Block Block;
struct Block {
    BlockKind kind;
    Block *outer;
    Label next, end; /* of loops: where continue and break go */
    Label handler;   /* where exceptions go, or LABEL_NONE */
    uint32_t depth;  /* values on the stack there, without the exception */
    uint32_t start;  /* first instruction of the current part */
    Node *node;      /* FINALLY: the TRY; NAMED: the target */
};

typedef struct Unit Unit;
struct Unit {
    Unit *outer;
    Code *code;
    Scope *scope;
    uint32_t first; /* of its instructions in Compiler.emitted */
    uint32_t first_label;
    uint32_t first_handler;
    uint32_t depth; /* values on the stack now */
    uint32_t line;  /* line of the statement that is sure to have been announced, or 0 */
    Block *block;   /* innermost */
    Map names;      /* of Code.names: index */
    uint32_t constants_cap;
    uint32_t singles[4]; /* index + 1 of the constants None, False, True, ... */
};

typedef struct Emitted {
    Instruction instruction;
    Span span;
} Emitted;

typedef struct Compiler {
    Arena *arena;
    Names *names;
    const Source *source;
    Diags *diags;
    Resolved *resolved;
    int python;
    Unit *unit;       /* innermost */
    Emitted *emitted; /* of all units that are open: inner ones behind outer ones */
    uint32_t nemitted, emitted_cap;
    uint32_t *labels; /* instruction index in its unit, for all open units */
    uint32_t nlabels, labels_cap;
    Handler *handlers; /* of all open units; handler is a label */
    uint32_t nhandlers, handlers_cap;
    Code **codes; /* finished ones */
    uint32_t ncodes, codes_cap;
    Node **chain; /* see compile_chain */
    uint32_t nchain, chain_cap;
    uint32_t next_site;
    uint32_t line;  /* of the last offset that was asked for */
    uint64_t total; /* instructions written so far, finished units included */
    uint64_t limit; /* most of them: copies of finally bodies must not explode */
    bool overflow;  /* the limit was passed: nothing more is written */
} Compiler;

void unit_begin(Compiler *c, Unit *u, CodeKind kind, Scope *scope, Name name, Span span);
Code *unit_end(Compiler *c);

void emit(Compiler *c, Opcode op, uint32_t arg, Span span);
uint32_t emit_here(const Compiler *c);        /* index of the next instruction */
void emit_depth(Compiler *c, uint32_t depth); /* says how high the stack is now */
Label label_make(Compiler *c);
void label_place(Compiler *c, Label label);
void emit_jump(Compiler *c, Opcode op, Label to, Span span);
uint32_t emit_line_of(Compiler *c, uint32_t offset); /* line of a byte of the source */
void emit_line(Compiler *c, Span span);              /* LINE of the start of span */
void emit_constant(Compiler *c, const Constant *k, Span span);
void emit_none(Compiler *c, Span span);
uint32_t constant_index(Compiler *c, const Constant *k);
uint32_t name_index(Compiler *c, Name name);

void block_push(Compiler *c, Block *b); /* opens it; its depth and range begin here */
void block_pop(Compiler *c, Block *b);
void block_suspend(Compiler *c, Block *b); /* what follows is not in its range … */
void block_resume(Compiler *c, Block *b);  /* … up to here */

#endif
