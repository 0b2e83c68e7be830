/* code.h: what the compiler makes and the virtual machine runs.
 *
 * Names are resolved before anything runs: a local, a global or a captured variable is a slot
 * number in the instruction. Every instruction has the source span of the sub-expression that
 * it computes; the machine tells places by `site` = code->first_site + index of the instruction,
 * which is unique in the program. */
#ifndef TFSCOPE_LANG_CODE_H
#define TFSCOPE_LANG_CODE_H

#include "base/source.h"

typedef enum Opcode {
#define OPCODE(ID, ...) OP_##ID,
#include "lang/opcode.def"
#undef OPCODE
    OPCODE_COUNT
} Opcode;

typedef enum UnaryOperator {
#define UNARY_OPERATOR(ID, ...) UNARY_OPERATOR_##ID,
#include "lang/operator.def"
#undef UNARY_OPERATOR
    UNARY_OPERATOR_COUNT
} UnaryOperator;

typedef enum BinaryOperator {
#define BINARY_OPERATOR(ID, ...) BINARY_OPERATOR_##ID,
#include "lang/operator.def"
#undef BINARY_OPERATOR
    BINARY_OPERATOR_COUNT
} BinaryOperator;

typedef enum CompareOperator {
#define COMPARE_OPERATOR(ID, ...) COMPARE_OPERATOR_##ID,
#include "lang/operator.def"
#undef COMPARE_OPERATOR
    COMPARE_OPERATOR_COUNT
} CompareOperator;

/* One instruction: opcode in the low 8 bits, argument in the high 24. */
typedef uint32_t Instruction;
#define INSTRUCTION(op, arg) ((Instruction)(op) | ((Instruction)(arg) << 8))
#define INSTRUCTION_OP(i) ((Opcode)((i)&0xff))
#define INSTRUCTION_ARG(i) ((i) >> 8)
#define INSTRUCTION_ARG_MAX 0xffffffu
#define LIST_OF_CALL 0x10000u /* of LIST_EXTEND, see opcode.def */

typedef struct Code Code;

typedef enum ConstantKind {
    CONSTANT_NONE,
    CONSTANT_ELLIPSIS,
    CONSTANT_BOOL,
    CONSTANT_INT,
    CONSTANT_BIG_INT, /* beyond int64, or a long of Python 2: text holds the digits as C writes
                         them, a minus sign in front when it is negative */
    CONSTANT_FLOAT,
    CONSTANT_IMAGINARY, /* real holds the imaginary part */
    CONSTANT_STR,
    CONSTANT_BYTES,
    CONSTANT_TUPLE,
    CONSTANT_CODE,
} ConstantKind;

typedef struct Constant Constant;
struct Constant {
    ConstantKind kind;
    bool unicode; /* Python 2: a string with prefix u (or unicode_literals); its repr has the u */
    union {
        bool boolean;
        int64_t integer;
        double real;
        Str text; /* str (UTF-8, surrogates as three bytes), bytes, big int */
        struct {
            Constant *items;
            uint32_t count;
        } tuple;
        Code *code;
    };
};

/* While an instruction of [start, end) runs, an exception cuts the stack of the frame to `depth`
 * values, pushes itself and goes on at `handler`. Inner ranges come before outer ones. */
typedef struct Handler {
    uint32_t start, end; /* instruction indices */
    uint32_t handler;    /* instruction index */
    uint32_t depth;
} Handler;

typedef enum CodeKind {
    CODE_MODULE,
    CODE_FUNCTION,
    CODE_LAMBDA,
    CODE_CLASS,
    CODE_COMPREHENSION
} CodeKind;

/* A variable that a function captures from the one around it. */
typedef struct Capture {
    Name name;
    uint32_t from; /* cell index in the enclosing function */
} Capture;

/* An annotation of a parameter, of what a function gives ("return"), or of a variable in a class
 * body. It is not compiled: its expression is walked when somebody asks for it. */
typedef struct Annotation {
    Name name;
    const struct Node *value;
} Annotation;

/* A function, class body, comprehension or module. Slots: the parameters come first in the order
 * positional, keyword-only, *args, **kwargs. A local that an inner function captures is a
 * cell: cells are numbered own ones first, then the captured ones. */
struct Code {
    CodeKind kind;
    Name name;               /* "f", "<lambda>", "<listcomp>", "<module>" */
    Name qualname;           /* "C.f", "g.<locals>.f" */
    Span span;               /* the whole definition */
    uint32_t first_line;     /* line of def */
    Str docstring;           /* at NULL when none */
    Annotation *annotations; /* [nannotations] */
    uint32_t nannotations;

    uint32_t npositional; /* parameters before * */
    uint32_t nposonly;    /* of these, positional-only */
    uint32_t nkwonly;     /* keyword-only parameters */
    bool has_args;        /* *args */
    bool has_kwargs;      /* **kwargs */
    bool generator;       /* contains yield */

    uint32_t nlocals;     /* slots, parameters included */
    Name *local_names;    /* [nlocals] */
    uint32_t ncells;      /* own cells */
    Name *cell_names;     /* [ncells] */
    uint32_t *cell_param; /* [ncells] parameter slot that starts the cell, or UINT32_MAX */
    uint32_t ncaptures;
    Capture *captures; /* [ncaptures] */
    uint32_t
        class_cell; /* own cell that holds __class__ (class bodies with super()), or UINT32_MAX */

    Instruction *code; /* [ncode] */
    Span *spans;       /* [ncode] */
    uint32_t ncode;
    uint32_t first_site;
    uint32_t stack_size; /* most values on the stack at once */
    Handler *handlers;
    uint32_t nhandlers;
    Constant *constants;
    uint32_t nconstants;
    Name *names; /* attribute, import and class-body names */
    uint32_t nnames;
};

/* One compiled module. */
typedef struct Program {
    const Source *source;
    int python;    /* 2 or 3 */
    Code *main;    /* the module's code */
    Name *globals; /* [nglobals] names of the global slots */
    uint32_t nglobals;
    uint32_t nsites; /* instructions in all codes */
    Code **codes;    /* all codes, by first_site */
    uint32_t ncodes;
    bool future_division; /* from __future__ import division, or Python 3 */
    bool absolute_import; /* from __future__ import absolute_import, or Python 3 */
} Program;

/* The span of a site, and the code that it lies in (either may be NULL / empty for none). */
Span program_span(const Program *p, uint32_t site);
const Code *program_code(const Program *p, uint32_t site);

/* Lists instructions as text, for tests and for people. */
void code_dump(const Code *code, Sink *out);

#endif
