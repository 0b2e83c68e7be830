/* unmodelled_attribute.c: refusing what TensorFlow's objects have and the model has not. */
#include "tf/state.h"

static const struct {
    ClassId of;
    const char *name;
} rows[] = {
#define ATTRIBUTE(CLASS, name) {CLASS_##CLASS, name},
#include "tf/unmodelled_attribute.def"
#undef ATTRIBUTE
};

/* Asked before an attribute is looked up: found stays false unless the attribute is refused. */
static bool refuse_attribute(Run *run, Value self, Name name, bool *found, Value *result) {
    const Tf *tf = tf_of(run);
    (void)result;
    *found = false;
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
