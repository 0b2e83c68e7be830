/* unmodelled_attribute.c: refusing what TensorFlow's objects have and the model has not. */
#include <string.h>

#include "tf/state.h"

static const struct {
    ClassId of;
    const char *name;
} rows[] = {
#define ATTRIBUTE(CLASS, name) {CLASS_##CLASS, name},
#include "tf/unmodelled_attribute.def"
#undef ATTRIBUTE
};

/* A slice of a variable can be assigned to, unlike other tensors. */
static bool slice_of_variable(const Output *o) {
    if (!o || strcmp(o->node->record.op->text, "StridedSlice") != 0)
        return false;
    const Node *read = o->node->inputs[0]->node;
    return read->record.ninputs > 0 && read->inputs[0]->node->variable;
}

/* Asked before an attribute is looked up: found stays false unless the attribute is refused. */
static bool refuse_attribute(Run *run, Value self, Name name, bool *found, Value *result) {
    const Tf *tf = tf_of(run);
    (void)result;
    *found = false;
    if (str_is(name_str(name), "assign") && slice_of_variable(tensor_output(tf, self)))
        return refuse(run, NULL, "assigning to a slice of a variable is not modelled");
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const Type *type = tf->types[rows[i].of];
        if (str_is(name_str(name), rows[i].name) && is_instance(run, self, type))
            return refuse(run, NULL, "the attribute '%s' of %s objects", name->text,
                          type->head.name->text);
    }
    return true;
}

void unmodelled_attributes_install(Tf *tf) {
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        tf->types[rows[i].of]->get_attr = refuse_attribute;
}
