/* loop.h: tf.while_loop, for those who build with it. */
#ifndef TFSCOPE_TF_LOOP_H
#define TFSCOPE_TF_LOOP_H

#include "tf/state.h"

/* The condition or body of a loop: gets the loop's variables, gives what it returns. */
typedef bool LoopFn(Tf *tf, void *data, uint32_t n, const Value *variables, Value *result);

typedef struct WhileRequest {
    LoopFn *cond, *body;
    void *data;           /* passed to both */
    Value variables;      /* a list or tuple, of structures maybe */
    Value invariants;     /* structure of shapes, or None */
    Value maximum;        /* maximum_iterations, or None */
    int64_t parallel;     /* parallel_iterations */
    Value name;           /* or None */
    bool keeps_structure; /* return_same_structure */
    bool flat;            /* not back_prop: nothing flows back through it */
} WhileRequest;

/* The result has the structure of what the body returned; of one variable it is just its value. */
bool while_build(Tf *tf, const WhileRequest *r, Value *result);

#endif
