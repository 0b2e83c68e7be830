/* compile_inner.h: what the files of the compiler share. */
#ifndef TFSCOPE_LANG_COMPILE_INNER_H
#define TFSCOPE_LANG_COMPILE_INNER_H

#include "lang/emit.h"

/* ---- compile_expression.c ---- */

/* Leaves the value of n on the stack. */
void compile_expression(Compiler *c, Node *n);
void compile_expressions(Compiler *c, const NodeList *list);
/* Jumps to label when the truth of n is `when`; else goes on. */
void compile_test(Compiler *c, Node *n, Label label, bool when);
/* Is n a constant (a literal, a negative number, a tuple of constants)? */
bool compile_constant_of(Compiler *c, Node *n, Constant *k);

/* ---- compile_name.c: names and targets ---- */

void compile_load(Compiler *c, const Symbol *symbol, Span span);
void compile_load_global(Compiler *c, Name name, Span span);
void compile_store_name(Compiler *c, const Symbol *symbol, Span span);
void compile_delete_name(Compiler *c, const Symbol *symbol, Span span);
/* Binds the value on top of the stack to a target. */
void compile_store(Compiler *c, Node *target);
void compile_delete(Compiler *c, Node *target);
void compile_augmented(Compiler *c, Node *n);
void compile_import(Compiler *c, Node *n);
void compile_import_from(Compiler *c, Node *n);

/* ---- compile_display.c: displays, calls, comprehensions, f-strings ---- */

void compile_sequence(Compiler *c, Node *n); /* TUPLE, LIST, SET */
void compile_dict(Compiler *c, Node *n);
void compile_joined(Compiler *c, Node *n);
void compile_field(Compiler *c, Node *n);
void compile_call(Compiler *c, Node *n); /* the callee lies on the stack */
void compile_comprehension(Compiler *c, Node *n);
/* the KEYWORD nodes of a list, as a dict */
void compile_keywords(Compiler *c, Node *first, Span span);

/* ---- compile_function.c ---- */

void compile_lambda(Compiler *c, Node *n);
void compile_function(Compiler *c, Node *n);
void compile_class(Compiler *c, Node *n);
/* Makes a function of finished code; flags and values for defaults were prepared. */
void compile_make_function(Compiler *c, Code *code, uint32_t flags, Span span);
/* Is the first statement of body a docstring? */
const Constant *compile_docstring(const NodeList *body);
/* The statements of a body but its docstring, and an implicit return. */
void compile_body(Compiler *c, const NodeList *body, Span span);

/* ---- compile_statement.c, compile_block.c ---- */

void compile_statements(Compiler *c, const NodeList *list);
void compile_for(Compiler *c, Node *n);
void compile_while(Compiler *c, Node *n);
void compile_try(Compiler *c, Node *n);
void compile_with(Compiler *c, Node *n);
void compile_return(Compiler *c, Node *n);
void compile_jump(Compiler *c, Node *n); /* break, continue */

#endif
