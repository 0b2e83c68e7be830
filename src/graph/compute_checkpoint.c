/* compute_checkpoint.c: SaveV2 and RestoreV2. No file is written: what was saved stays in the run,
 * under the path that the program gave. */
#include "graph/compute.h"

/* What was saved under one path. */
typedef struct Checkpoint {
    Map values; /* by the name of a tensor: const Tensor * */
} Checkpoint;

static Name path_of(const Call *c) {
    return name_of(c->e->names, tensor_text(c->in[0], 0));
}

bool checkpoint_exists(Engine *e, Str path) {
    Name name = name_find(e->names, path);
    return name && map_ptr(&e->checkpoints, name);
}

void checkpoint_forget(Engine *e, Str path) {
    Name name = name_find(e->names, path);
    if (name && map_ptr(&e->checkpoints, name)) {
        map_put(&e->checkpoints, name)->ptr = NULL;
    }
}

bool compute_save(Call *c) {
    Checkpoint *saved = ARENA_NEW(c->e->arena, Checkpoint);
    const Tensor *names = c->in[1];
    saved->values = map_make(c->e->arena);
    for (int64_t i = 0; i < names->count; i++) {
        Name name = name_of(c->e->names, tensor_text(names, i));
        map_put(&saved->values, name)->ptr = tensor_keep(c->e->arena, c->in[3 + i]);
    }
    map_put(&c->e->checkpoints, path_of(c))->ptr = saved;
    return true;
}

bool compute_restore(Call *c) {
    const Checkpoint *saved = map_ptr(&c->e->checkpoints, path_of(c));
    Str path = tensor_text(c->in[0], 0);
    if (!saved) {
        return compute_fail(c, FAULT_NOT_FOUND,
                            "Unsuccessful TensorSliceReader constructor: Failed to find any "
                            "matching files for %.*s",
                            STR_ARG(path));
    }
    for (int64_t i = 0; i < c->in[1]->count; i++) {
        Str key = tensor_text(c->in[1], i);
        Name name = name_find(c->e->names, key);
        const Tensor *value = name ? map_ptr(&saved->values, name) : NULL;
        if (!value) {
            return compute_fail(c, FAULT_NOT_FOUND, "Key %.*s not found in checkpoint",
                                STR_ARG(key));
        }
        c->out[i] = value;
    }
    return true;
}
