#include "graph/opdef.h"

#include <string.h>

#include "graph/compute.h"
#include "graph/infer.h"
#include "tensor/kernels.h"

const char *const words[] = {
    NULL,
    "",
#define WORD(TEXT) #TEXT,
#include "graph/word.def"
#undef WORD
};

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

static const OpDef opdefs[] = {
#define OP(name_, inputs_, outputs_, attrs_, infer_, compute_, variant_, flags_)                   \
    {.name = #name_,                                                                               \
     inputs_,                                                                                      \
     outputs_,                                                                                     \
     attrs_,                                                                                       \
     .infer = infer_,                                                                              \
     .compute = compute_,                                                                          \
     .variant = variant_,                                                                          \
     .flags = flags_},
#include "graph/op.def"
#undef OP
};
#define NOPDEFS (sizeof opdefs / sizeof opdefs[0])

const OpDef *opdef_at(size_t i) {
    return i < NOPDEFS ? &opdefs[i] : NULL;
}

const OpDef *opdef_find(const char *name) {
    size_t from = 0, to = NOPDEFS;
    while (from < to) {
        size_t middle = (from + to) / 2;
        int order = strcmp(name, opdefs[middle].name);
        if (order == 0) {
            return &opdefs[middle];
        }
        if (order < 0) {
            to = middle;
        } else {
            from = middle + 1;
        }
    }
    return NULL;
}

const AttrDef *opdef_attr(const OpDef *d, const char *name) {
    for (int i = 0; i < d->nattrs; i++) {
        if (strcmp(word_text(d->attrs[i].name), name) == 0) {
            return &d->attrs[i];
        }
    }
    return NULL;
}

typedef struct AllowedRow {
    uint32_t bits;
    const char *text;
} AllowedRow;

#define D(ID) (1u << DTYPE_##ID)
static const AllowedRow allowed_rows[] = {
#define ALLOWED(ID, bits_, text_) {bits_, text_},
#include "graph/allowed.def"
#undef ALLOWED
};
_Static_assert(sizeof allowed_rows / sizeof allowed_rows[0] == ALLOWED_COUNT, "a row each");
_Static_assert(DTYPE_COUNT <= 32, "a bit each");

bool allowed_has(Allowed a, DType t) {
    return allowed_rows[a].bits >> t & 1u;
}

const char *allowed_text(Allowed a) {
    return allowed_rows[a].text;
}
