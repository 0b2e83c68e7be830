/* host.h: compiles a text for a test, and checks what must hold for any code. */
#ifndef TFSCOPE_TESTS_LANG_HOST_H
#define TFSCOPE_TESTS_LANG_HOST_H

#include <stdio.h>
#include <string.h>

#include "lang/compile.h"
#include "tests/test.h"

typedef struct Compiled {
    Arena *arena;
    const Source *source;
    Diags diags;
    Program *program; /* NULL: refused */
} Compiled;

static inline Compiled compile_str(Str text, int python) {
    Compiled c = {.arena = arena_new(0)};
    c.source = source_make(c.arena, STR("test.py"), text);
    c.diags = diags_make(c.arena, c.source);
    CompileOptions options = {.python = python};
    c.program = compile_source(c.arena, names_make(c.arena), c.source, options, &c.diags);
    return c;
}

static inline Compiled compile_text(const char *text, int python) {
    return compile_str(str_of(text), python);
}

static inline void compiled_done(Compiled *c) {
    arena_free(c->arena);
}

/* All diagnostics, a line each: "line:column message". */
static inline Str diags_text(const Compiled *c) {
    Sink out = sink_memory(c->arena);
    for (size_t i = 0; i < c->diags.count; i++) {
        const Diag *d = &c->diags.at[i];
        Place place = source_place(c->source, d->span.start);
        sink_printf(&out, "%u:%u %.*s\n", (unsigned)place.line, (unsigned)place.column,
                    STR_ARG(d->message));
    }
    return sink_str(&out);
}

static inline Str dump_text(const Compiled *c) {
    Sink out = sink_memory(c->arena);
    code_dump(c->program->main, &out);
    return sink_str(&out);
}

/* The code of the function with a qualified name. */
static inline const Code *code_named(const Compiled *c, const char *qualname) {
    for (uint32_t i = 0; i < c->program->ncodes; i++) {
        if (str_is(name_str(c->program->codes[i]->qualname), qualname)) {
            return c->program->codes[i];
        }
    }
    return NULL;
}

/* ---- what holds for any code ---- */

/* Values taken and given, read from the stack effect in opcode.def; "N…" means arg. -1: special. */
static inline int effect_words(const char *at, const char *end, uint32_t arg) {
    int n = 0;
    while (at < end) {
        while (at < end && *at == ' ') {
            at++;
        }
        const char *word = at;
        while (at < end && *at != ' ') {
            at++;
        }
        if (at == word) {
            break;
        }
        if (*word == '[' || memchr(word, '|', (size_t)(at - word))) {
            return -1;
        }
        n += word[0] == 'N' ? (int)arg : word[0] == '2' && word[1] == 'N' ? 2 * (int)arg : 1;
    }
    return n;
}

/* Change of the height of the stack where the instruction goes on; *jump: where it jumps. */
static inline int effect_of(Opcode op, uint32_t arg, int *jump) {
    static const char *const effects[] = {
#define OPCODE(ID, EFFECT, ...) EFFECT,
#include "lang/opcode.def"
#undef OPCODE
    };
    const char *text = effects[op], *middle = strstr(text, "--");
    *jump = 0;
    switch ((int)op) {
    case OP_FOR_ITER: *jump = -1; return 1;
    case OP_JUMP_IF_FALSE_OR_POP:
    case OP_JUMP_IF_TRUE_OR_POP: return -1;
    case OP_JUMP_IF_FALSE:
    case OP_JUMP_IF_TRUE: *jump = -1; return -1;
    case OP_YIELD_FROM: return -1;
    case OP_BUILD_SLICE: return 1 - (int)arg;
    case OP_FORMAT: return arg & 4 ? -1 : 0;
    case OP_CALL_EX: return arg ? -2 : -1;
    case OP_MAKE_FUNCTION: return 1 - __builtin_popcount(arg & 7);
    case OP_UNPACK_STAR: return (int)((arg & 0xfff) + (arg >> 12));
    case OP_ASSERT_FAIL: return -(int)arg;
    case OP_PRINT: return -(int)(arg >> 2) - (int)(arg >> 1 & 1);
    case OP_CALL_KW: return -(int)arg - 1;
    case OP_WORD: return 0;
    }
    int taken = effect_words(text, middle, arg);
    int given = effect_words(middle + 2, text + strlen(text), arg);
    assert_true(taken >= 0 && given >= 0);
    return given - taken;
}

static inline bool ends_path(Opcode op) {
    return op == OP_RETURN || op == OP_RAISE || op == OP_RERAISE || op == OP_ASSERT_FAIL;
}

static inline bool jumps(Opcode op) {
    return op == OP_JUMP || op == OP_JUMP_IF_FALSE || op == OP_JUMP_IF_TRUE ||
           op == OP_JUMP_IF_FALSE_OR_POP || op == OP_JUMP_IF_TRUE_OR_POP || op == OP_FOR_ITER;
}

/* May it raise where that matters for the exception that is current? */
static inline bool may_raise(Opcode op) {
    return op == OP_CALL || op == OP_LOAD_ATTR || op == OP_BINARY || op == OP_RAISE ||
           op == OP_RERAISE || op == OP_WITH_EXIT || op == OP_WITH_EXCEPT ||
           op == OP_EXCEPTION_MATCHES || op == OP_FOR_ITER || op == OP_GET_ITER || op == OP_YIELD;
}

/* What is known at an instruction: height of the stack, exceptions that are current. */
typedef struct Height {
    int depth, handling;
} Height;

typedef struct Check {
    const Code *code;
    Height *at;     /* depth -1: not reached yet */
    uint32_t *todo; /* reached, not looked at */
    uint32_t ntodo;
} Check;

static inline void check_reach(Check *c, uint32_t to, int depth, int handling) {
    assert_true(to < c->code->ncode);
    assert_true(depth >= 0 && depth <= (int)c->code->stack_size);
    assert_true(handling >= 0);
    if (c->at[to].depth < 0) {
        c->at[to] = (Height){depth, handling};
        c->todo[c->ntodo++] = to;
    }
    assert_int_equal(c->at[to].depth, depth);
    assert_int_equal(c->at[to].handling, handling);
}

static inline void check_handlers(Check *c, uint32_t i, Opcode op, uint32_t arg) {
    for (uint32_t k = 0; k < c->code->nhandlers; k++) {
        Handler h = c->code->handlers[k];
        if (i < h.start || i >= h.end) {
            continue;
        }
        assert_true(c->at[i].depth >= (int)h.depth);
        if (may_raise(op)) {
            int dropped = op == OP_RERAISE && arg == 1;
            check_reach(c, h.handler, (int)h.depth + 1, c->at[i].handling - dropped);
        }
        return; /* the first one is the innermost */
    }
}

static inline void check_instruction(Check *c, uint32_t i) {
    Opcode op = INSTRUCTION_OP(c->code->code[i]);
    uint32_t arg = INSTRUCTION_ARG(c->code->code[i]);
    int jump, effect = effect_of(op, arg, &jump);
    int handling = c->at[i].handling + (op == OP_PUSH_EXCEPTION) - (op == OP_POP_EXCEPTION);
    check_handlers(c, i, op, arg);
    if (op == OP_RETURN) {
        assert_int_equal(c->at[i].depth, 1);
        assert_int_equal(handling, 0);
    }
    if (jumps(op)) {
        check_reach(c, arg, c->at[i].depth + jump, handling);
    }
    bool operand = op == OP_MAKE_FUNCTION || op == OP_IMPORT;
    if (operand) {
        assert_int_equal(INSTRUCTION_OP(c->code->code[i + 1]), OP_WORD);
    }
    if (op != OP_JUMP && !ends_path(op)) {
        check_reach(c, i + (operand ? 2 : 1), c->at[i].depth + effect, handling);
    }
}

/* Walks every path through code: heights agree wherever paths meet, nothing underflows, handlers
 * find the stack and the current exception that they expect, spans lie in the text. */
static inline void check_code(const Source *source, const Code *code) {
    Check c = {.code = code};
    c.at = malloc(code->ncode * sizeof *c.at);
    c.todo = malloc(code->ncode * sizeof *c.todo);
    for (uint32_t i = 0; i < code->ncode; i++) {
        c.at[i].depth = -1;
        assert_true(code->spans[i].start <= code->spans[i].end);
        assert_true(code->spans[i].end <= source->text.len);
    }
    check_reach(&c, 0, 0, 0);
    while (c.ntodo > 0) {
        check_instruction(&c, c.todo[--c.ntodo]);
    }
    free(c.at);
    free(c.todo);
}

static inline void check_program(const Compiled *c) {
    uint32_t site = 0;
    for (uint32_t i = 0; i < c->program->ncodes; i++) {
        const Code *code = c->program->codes[i];
        assert_int_equal(code->first_site, site);
        site += code->ncode;
        check_code(c->source, code);
    }
    assert_int_equal(c->program->nsites, site);
}

/* A repeatable random number below n. */
static inline uint32_t test_random(uint64_t *seed, uint32_t n) {
    *seed = *seed * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(*seed >> 33) % n;
}

#endif
