/* pack_ops.c: the table of operations (graph/op.def) as the program has it: arguments and
 * attributes of all rows in one array each, in which those that several rows have stand once, and
 * for each row the places where its own begin. A third of all arguments is left. */
#include <stdio.h>
#include <string.h>

#include "cli/pack.h"
#include "graph/opdef.h"

#define COUNT_OF(T, ...) (uint8_t)(sizeof((const T[]){__VA_ARGS__}) / sizeof(T))

#define ARG(name_, type_)                                                                          \
    { .name = WORD_##name_, .type = WORD_##type_ }
#define ARG_OF(name_, dtype_)                                                                      \
    { .name = WORD_##name_, .dtype = DTYPE_##dtype_ }
#define LIST(name_, number_, type_)                                                                \
    { .name = WORD_##name_, .number = WORD_##number_, .type = WORD_##type_ }
#define LIST_OF(name_, number_, dtype_)                                                            \
    { .name = WORD_##name_, .number = WORD_##number_, .dtype = DTYPE_##dtype_ }
#define TYPED(name_, types_)                                                                       \
    { .name = WORD_##name_, .types = WORD_##types_ }
#define REF(name_, type_)                                                                          \
    { .name = WORD_##name_, .type = WORD_##type_, .ref = true }
#define REF_LIST(name_, number_, type_)                                                            \
    { .name = WORD_##name_, .number = WORD_##number_, .type = WORD_##type_, .ref = true }

#define ATTR(name_, kind_)                                                                         \
    { .name = WORD_##name_, .kind = ATTR_##kind_ }
#define ATTR_IS(name_, kind_, number_)                                                             \
    { .name = WORD_##name_, .kind = ATTR_##kind_, .has_default = true, .number = number_ }
#define TYPE(name_, allowed_)                                                                      \
    { .name = WORD_##name_, .kind = ATTR_TYPE, .allowed = ALLOWED_##allowed_ }
#define TYPE_IS(name_, allowed_, dtype_)                                                           \
    {                                                                                              \
        .name = WORD_##name_, .kind = ATTR_TYPE, .allowed = ALLOWED_##allowed_,                    \
        .has_default = true, .number = DTYPE_##dtype_                                              \
    }
#define INT(name_) ATTR(name_, INT)
#define INT_IS(name_, value_) ATTR_IS(name_, INT, value_)
#define FLOAT(name_) ATTR(name_, FLOAT)
#define FLOAT_IS(name_, value_) ATTR_IS(name_, FLOAT, (int32_t)((value_)*REAL_UNIT + 0.5))
#define BOOL(name_) ATTR(name_, BOOL)
#define BOOL_IS(name_, value_) ATTR_IS(name_, BOOL, value_)
#define TEXT(name_) ATTR(name_, STR)
#define TEXT_IS(name_, value_) ATTR_IS(name_, STR, WORD_##value_)
#define SHAPE(name_) ATTR(name_, SHAPE)
#define TENSOR(name_) ATTR(name_, TENSOR)
#define INTS(name_) ATTR(name_, INTS)
#define TYPES(name_) ATTR(name_, INTS)

#define INPUTS(...)                                                                                \
    .inputs = (const ArgDef[]){__VA_ARGS__}, .ninputs = COUNT_OF(ArgDef, __VA_ARGS__)
#define OUTPUTS(...)                                                                               \
    .outputs = (const ArgDef[]){__VA_ARGS__}, .noutputs = COUNT_OF(ArgDef, __VA_ARGS__)
#define ATTRS(...) .attrs = (const AttrDef[]){__VA_ARGS__}, .nattrs = COUNT_OF(AttrDef, __VA_ARGS__)
#define NO_INPUTS .ninputs = 0
#define NO_OUTPUTS .noutputs = 0
#define NO_ATTRS .nattrs = 0

/* A row as op.def writes it. */
typedef struct Row {
    const char *name;
    const ArgDef *inputs, *outputs;
    const AttrDef *attrs;
    uint8_t ninputs, noutputs, nattrs;
} Row;

static const Row rows[] = {
#define OP(name_, inputs_, outputs_, attrs_, infer_, compute_, variant_, flags_)                   \
    {.name = #name_, inputs_, outputs_, attrs_},
#include "graph/op.def"
#undef OP
};

enum { MOST = 4096 };

typedef struct Pool {
    ArgDef args[MOST];
    AttrDef attrs[MOST];
    size_t nargs, nattrs;
} Pool;

static bool same_args(const ArgDef *a, const ArgDef *b, size_t n) {
    for (size_t i = 0; i < n; i++) {
        if (a[i].name != b[i].name || a[i].type != b[i].type || a[i].number != b[i].number ||
            a[i].types != b[i].types || a[i].dtype != b[i].dtype || a[i].ref != b[i].ref) {
            return false;
        }
    }
    return true;
}

static bool same_attrs(const AttrDef *a, const AttrDef *b, size_t n) {
    for (size_t i = 0; i < n; i++) {
        if (a[i].name != b[i].name || a[i].kind != b[i].kind || a[i].allowed != b[i].allowed ||
            a[i].has_default != b[i].has_default || a[i].number != b[i].number) {
            return false;
        }
    }
    return true;
}

/* Where the pool has them, perhaps only their beginning at its very end: the rest is added. */
static size_t put_args(Pool *p, const ArgDef *args, size_t n) {
    size_t at = 0, known = p->nargs;
    while (known = p->nargs - at < n ? p->nargs - at : n, !same_args(p->args + at, args, known)) {
        at++;
    }
    while (known < n && p->nargs < MOST) {
        p->args[p->nargs++] = args[known++];
    }
    return at;
}

static size_t put_attrs(Pool *p, const AttrDef *attrs, size_t n) {
    size_t at = 0, known = p->nattrs;
    while (known = p->nattrs - at < n ? p->nattrs - at : n,
           !same_attrs(p->attrs + at, attrs, known)) {
        at++;
    }
    while (known < n && p->nattrs < MOST) {
        p->attrs[p->nattrs++] = attrs[known++];
    }
    return at;
}

static void put_row(Pool *p, const Row *r) {
    printf("    INPUTS_%s = %zu, NINPUTS_%s = %d,\n", r->name, put_args(p, r->inputs, r->ninputs),
           r->name, r->ninputs);
    printf("    OUTPUTS_%s = %zu, NOUTPUTS_%s = %d,\n", r->name,
           put_args(p, r->outputs, r->noutputs), r->name, r->noutputs);
    printf("    ATTRS_%s = %zu, NATTRS_%s = %d,\n", r->name, put_attrs(p, r->attrs, r->nattrs),
           r->name, r->nattrs);
}

void pack_ops(void) {
    static Pool p; /* too large for a stack */
    printf("/* Made by pack_ops.c from op.def. */\nenum {\n");
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        put_row(&p, &rows[i]);
    }
    printf("};\nconst ArgDef op_args[] = {\n");
    for (const ArgDef *a = p.args; a < p.args + p.nargs; a++) {
        printf("    {%d, %d, %d, %d, %d, %d},\n", a->name, a->type, a->number, a->types, a->dtype,
               a->ref);
    }
    printf("};\nconst AttrDef op_attrs[] = {\n");
    for (const AttrDef *a = p.attrs; a < p.attrs + p.nattrs; a++) {
        printf("    {%d, %d, %d, %d, %d},\n", a->name, a->kind, a->allowed, a->has_default,
               (int)a->number);
    }
    printf("};\n");
}
