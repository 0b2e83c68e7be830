/* compute_checkpoint.c: SaveV2 and RestoreV2. What was saved stays in the run, under the path that
 * the program gave; files are the business of who asks (src/tf/saver_files.c). */
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

const Map *checkpoint_values(const Engine *e, Str path) {
    Name name = name_find(e->names, path);
    const Checkpoint *saved = name ? map_ptr(&e->checkpoints, name) : NULL;
    return saved ? &saved->values : NULL;
}

Map *checkpoint_new(Engine *e, Str path) {
    Checkpoint *saved = ARENA_NEW(e->arena, Checkpoint);
    saved->values = map_make(e->arena);
    map_put(&e->checkpoints, name_of(e->names, path))->ptr = saved;
    return &saved->values;
}

bool compute_save(Call *c) {
    Map *values = checkpoint_new(c->e, tensor_text(c->in[0], 0));
    const Tensor *names = c->in[1];
    for (int64_t i = 0; i < names->count; i++) {
        Name name = name_of(c->e->names, tensor_text(names, i));
        map_put(values, name)->ptr = tensor_keep(c->e->arena, c->in[3 + i]);
    }
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
        DType wanted = c->node->record.outputs[i].dtype;
        if (value->dtype != wanted) {
            return compute_fail(c, FAULT_INVALID_ARGUMENT,
                                "tensor_name = %.*s; expected dtype %s does not equal original "
                                "dtype %s",
                                STR_ARG(key), dtype_cpp_name(wanted), dtype_cpp_name(value->dtype));
        }
        c->out[i] = value;
    }
    return true;
}
