/* checkpoint.h: a checkpoint as TensorFlow's version 2 has it: one file of tensors behind each
 * other, and an index of them, which is a table as LevelDB's. */
#ifndef TFSCOPE_PROTO_CHECKPOINT_H
#define TFSCOPE_PROTO_CHECKPOINT_H

#include "base/sink.h"
#include "tensor/tensor.h"

/* A tensor and its name. */
typedef struct SavedTensor {
    Str name;
    const Tensor *value;
} SavedTensor;

/* Can this be saved? Texts and handles of resources cannot. */
bool checkpoint_takes(const Tensor *t);
/* Writes both files; the tensors lie in their order, the names are different. */
void checkpoint_put(Arena *a, const SavedTensor *saved, size_t n, Sink *index, Sink *data);
/* Reads them again; NULL: they are no checkpoint of one part, or damaged, or hold more elements
 * than `most` in a tensor; *error says what is wrong. The tensors come in the order of their names.
 */
SavedTensor *checkpoint_read(Arena *a, Str index, Str data, int64_t most, size_t *n,
                             const char **error);

#endif
