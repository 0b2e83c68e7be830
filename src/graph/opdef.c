#include "graph/opdef.h"

#include <string.h>

#include "graph/compute.h"
#include "graph/infer.h"
#include "graph/op_rows.h"
#include "tensor/kernels.h"

const char *const words[] = {
    NULL,
    "",
#define WORD(TEXT) #TEXT,
#include "graph/word.def"
#undef WORD
};

#define INFER(name) ID_infer_##name,
#define COMPUTE(name) ID_compute_##name,
enum {
#include "graph/infer.def"
};
enum {
    ID_NULL,
#include "graph/compute.def"
};
#undef INFER
#undef COMPUTE

static const OpDef opdefs[] = {
#define OP(name_, inputs_, outputs_, attrs_, infer_, compute_, variant_, flags_)                   \
    {.name = #name_,                                                                               \
     .inputs = INPUTS_##name_,                                                                     \
     .outputs = OUTPUTS_##name_,                                                                   \
     .attrs = ATTRS_##name_,                                                                       \
     .ninputs = NINPUTS_##name_,                                                                   \
     .noutputs = NOUTPUTS_##name_,                                                                 \
     .nattrs = NATTRS_##name_,                                                                     \
     .infer = ID_##infer_,                                                                         \
     .compute = ID_##compute_,                                                                     \
     .variant = variant_,                                                                          \
     .flags = flags_},
#include "graph/op.def"
#undef OP
};
#define NOPDEFS (sizeof opdefs / sizeof opdefs[0])

InferFn *opdef_infer(const OpDef *d) {
    static InferFn *const functions[] = {
#define INFER(name) infer_##name,
#include "graph/infer.def"
#undef INFER
    };
    return functions[d->infer];
}

ComputeFn *opdef_compute(const OpDef *d) {
    static ComputeFn *const functions[] = {
        NULL,
#define COMPUTE(name) compute_##name,
#include "graph/compute.def"
#undef COMPUTE
    };
    return functions[d->compute];
}

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
        if (strcmp(word_text(opdef_attrs(d)[i].name), name) == 0) {
            return &opdef_attrs(d)[i];
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
