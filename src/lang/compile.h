/* compile.h: from a program text to code. */
#ifndef TFSCOPE_LANG_COMPILE_H
#define TFSCOPE_LANG_COMPILE_H

#include "lang/code.h"

typedef struct CompileOptions {
    int python;          /* 2, 3, or 0: told from the text */
    uint32_t first_site; /* number of the first instruction, when a run has several modules */
} CompileOptions;

/* Compiles source. Faults go into diags, all of them; NULL when there was an error. Memory: the
 * result lives in a; text of names in names. Time and memory are linear in the text; nesting is
 * limited (to 200 levels of brackets or expressions and 100 of blocks, as CPython does: a
 * diagnostic). */
Program *compile_source(Arena *a, Names *names, const Source *source, CompileOptions options,
                        Diags *diags);

/* 2 or 3: which Python the text is written in, by what it shows (print statement, except E, e,
 * backticks,
 * <>, ur'', 0777, exec statement, long literals …); 3 when nothing tells. */
int python_of_text(Arena *scratch, const Source *source);

#endif
