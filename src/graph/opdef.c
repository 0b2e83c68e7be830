#include "graph/opdef.h"

#include <string.h>

#include "graph/compute.h"
#include "graph/infer.h"
#include "tensor/kernels.h"

#define COUNT_OF(T, ...) (uint8_t)(sizeof((const T[]){__VA_ARGS__}) / sizeof(T))

#define ARG(name_, type_)                                                                          \
    { .name = name_, .type = type_ }
#define ARG_OF(name_, dtype_)                                                                      \
    { .name = name_, .dtype = DTYPE_##dtype_ }
#define LIST(name_, number_, type_)                                                                \
    { .name = name_, .number = number_, .type = type_ }
#define LIST_OF(name_, number_, dtype_)                                                            \
    { .name = name_, .number = number_, .dtype = DTYPE_##dtype_ }
#define TYPED(name_, types_)                                                                       \
    { .name = name_, .types = types_ }
#define REF(name_, type_)                                                                          \
    { .name = name_, .type = type_, .ref = true }
#define REF_LIST(name_, number_, type_)                                                            \
    { .name = name_, .number = number_, .type = type_, .ref = true }

#define PLAIN_ATTR(name_, kind_)                                                                   \
    { .name = name_, .kind = kind_ }
#define DEFAULT_ATTR(name_, kind_, ...)                                                            \
    { .name = name_, .kind = kind_, .has_default = true, __VA_ARGS__ }
#define TYPE(name_, allowed_)                                                                      \
    { .name = name_, .kind = ATTR_TYPE, .allowed = ALLOWED_##allowed_ }
#define TYPE_IS(name_, allowed_, dtype_)                                                           \
    DEFAULT_ATTR(name_, ATTR_TYPE, .allowed = ALLOWED_##allowed_, .number = DTYPE_##dtype_)
#define INT(name_) PLAIN_ATTR(name_, ATTR_INT)
#define INT_IS(name_, value_) DEFAULT_ATTR(name_, ATTR_INT, .number = value_)
#define FLOAT(name_) PLAIN_ATTR(name_, ATTR_FLOAT)
#define FLOAT_IS(name_, value_) DEFAULT_ATTR(name_, ATTR_FLOAT, .real = value_)
#define BOOL(name_) PLAIN_ATTR(name_, ATTR_BOOL)
#define BOOL_IS(name_, value_) DEFAULT_ATTR(name_, ATTR_BOOL, .number = value_)
#define TEXT(name_) PLAIN_ATTR(name_, ATTR_STR)
#define TEXT_IS(name_, value_) DEFAULT_ATTR(name_, ATTR_STR, .text = value_)
#define SHAPE(name_) PLAIN_ATTR(name_, ATTR_SHAPE)
#define TENSOR(name_) PLAIN_ATTR(name_, ATTR_TENSOR)
#define INTS(name_) PLAIN_ATTR(name_, ATTR_INTS)
#define TYPES(name_) PLAIN_ATTR(name_, ATTR_INTS)

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
        if (strcmp(d->attrs[i].name, name) == 0) {
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
