/* optimizer.h: the optimizers of tf.train: their table, their objects, what their files share. */
#ifndef TFSCOPE_TF_OPTIMIZER_H
#define TFSCOPE_TF_OPTIMIZER_H

#include "graph/gradient.h"
#include "tf/state.h"

#define OPTIMIZER_NUMBERS 5
#define OPTIMIZER_SLOTS 3
#define OPTIMIZER_ARGUMENTS 11 /* most arguments of a constructor, self included */

/* An argument of the constructor that becomes a constant. */
typedef struct OptimizerNumber {
    int argument;     /* counted from 1; 0: there is no such number */
    const char *name; /* of its constant */
} OptimizerNumber;

/* What a slot variable holds at first. */
typedef enum Filling {
    FILL_ZEROS,
    FILL_ONES,
    FILL_MEAN,        /* zeros, by a constant where ones are one */
    FILL_CONSTANT,    /* the argument, as a constant of the variable's shape */
    FILL_INITIALIZER, /* the same by an initializer, where a release has them */
} Filling;

typedef struct OptimizerSlot {
    const char *name; /* NULL: there is no such slot */
    Filling filling;
    int argument;
} OptimizerSlot;

/* A row of optimizer.def. */
typedef struct OptimizerDef {
    ClassId class;
    const char *signature;
    int locking, name; /* where these arguments stand */
    OptimizerNumber numbers[OPTIMIZER_NUMBERS];
    OptimizerSlot slots[OPTIMIZER_SLOTS];
    const char *op;
    const char *operands;
} OptimizerDef;

/* A slot variable that was made. */
typedef struct SlotVariable {
    const char *slot;
    Variable *of, *variable;
} SlotVariable;

typedef struct OptimizerObject {
    Object object;
    const OptimizerDef *def;
    OptimizerSlot slots[OPTIMIZER_SLOTS]; /* those of the row; a centered RMSProp has one more */
    const char *op, *operands;
    Value arguments[OPTIMIZER_ARGUMENTS];
    Output *numbers[OPTIMIZER_NUMBERS]; /* the constants of the last apply_gradients */
    Str name;
    bool locking, nesterov;
    Variable *powers[2]; /* Adam's beta1_power and beta2_power, or NULL */
    Log variables;       /* SlotVariable */
} OptimizerObject;

/* The slot variable, or NULL. */
Variable *optimizer_slot(const OptimizerObject *o, const Variable *v, const char *slot);
/* Makes the slots of these variables, and what else the optimizer keeps. */
bool optimizer_create_slots(Tf *tf, OptimizerObject *o, Variable *const *variables, uint32_t n);
/* Constants of the numbers, in the scope of apply_gradients. */
bool optimizer_prepare(Tf *tf, OptimizerObject *o);
/* The nodes that change a variable by its gradient; *node is the last. */
bool optimizer_update(Tf *tf, OptimizerObject *o, Variable *v, const Slope *gradient, Node **node);
/* What a slot belongs to: a variable, or (of moving averages) any tensor. */
typedef struct Primary {
    Node *node;
    Shape shape;
    DType dtype;
    bool resource;
    bool beside; /* the slot is placed beside it */
} Primary;
Primary primary_variable(const Variable *v);
/* A variable that is kept beside another one and named after it: slots of all kinds
 * (training/slot_creator.py). initializer: an initializer object, or a tensor; name: of the
 * optimizer. */
bool slot_create(Tf *tf, const Primary *p, Value initializer, bool tensor, Str name,
                 Variable **variable);
/* A slot of zeros. */
bool slot_create_zeros(Tf *tf, const Primary *p, Str name, Variable **variable);
void optimizer_install(Tf *tf);

#endif
