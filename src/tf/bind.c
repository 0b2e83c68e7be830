/* bind.c: the Python objects of the engine's records, one each, and the way back. */
#include "tf/state.h"

void *class_object(Tf *tf, ClassId id, size_t size) {
    return object_make(tf->run, tf->types[id], size);
}

bool is_class(const Tf *tf, Value v, ClassId id) {
    return v.kind == VALUE_OBJECT && is_instance(tf->run, v, tf->types[id]);
}

Value tf_tensor(Tf *tf, Output *o) {
    if (is_unbound(o->binding)) {
        TensorObject *t = class_object(tf, CLASS_TENSOR, sizeof *t);
        t->output = o;
        o->binding = value_object(t);
    }
    return o->binding;
}

Value tf_operation(Tf *tf, Node *n) {
    if (is_unbound(n->binding)) {
        OperationObject *o = class_object(tf, CLASS_OPERATION, sizeof *o);
        o->node = n;
        n->binding = value_object(o);
    }
    return n->binding;
}

Value tf_graph(Tf *tf, Graph *g) {
    if (is_unbound(g->binding)) {
        GraphObject *o = class_object(tf, CLASS_GRAPH, sizeof *o);
        o->graph = g;
        g->binding = value_object(o);
    }
    return g->binding;
}

/* Since 1.11 tf.Variable is a factory, and a reference variable's own class has another name. */
static ClassId variable_class(const Tf *tf, const Variable *v) {
    if (v->record.resource) {
        return CLASS_RESOURCE_VARIABLE;
    }
    return tf_has(tf, CHANGE_VARIABLE_FACTORY) ? CLASS_REF_VARIABLE : CLASS_VARIABLE;
}

Value tf_variable(Tf *tf, Variable *v) {
    if (is_unbound(v->binding)) {
        VariableObject *o = class_object(tf, variable_class(tf, v), sizeof *o);
        o->variable = v;
        v->binding = value_object(o);
    }
    return v->binding;
}

Value tf_partitioned(Tf *tf, Partitioned *p) {
    if (is_unbound(p->binding)) {
        PartitionedObject *o = class_object(tf, CLASS_PARTITIONED, sizeof *o);
        o->partitioned = p;
        p->binding = value_object(o);
    }
    return p->binding;
}

Value tf_varscope(Tf *tf, VarScope *s) {
    if (is_unbound(s->binding)) {
        VarScopeObject *o = class_object(tf, CLASS_VARSCOPE, sizeof *o);
        o->scope = s;
        s->binding = value_object(o);
    }
    return s->binding;
}

Value tf_dtype(Tf *tf, DType dtype, bool ref) {
    Value *at = &tf->dtypes[ref][dtype];
    if (is_unbound(*at)) {
        DTypeObject *o = class_object(tf, CLASS_DTYPE, sizeof *o);
        o->dtype = dtype;
        o->ref = ref;
        *at = value_object(o);
    }
    return *at;
}

Value tf_shape(Tf *tf, Shape s) {
    ShapeObject *o = class_object(tf, CLASS_SHAPE, sizeof *o);
    o->shape = s;
    return value_object(o);
}

Value tf_dimension(Tf *tf, int64_t size) {
    DimensionObject *o = class_object(tf, CLASS_DIMENSION, sizeof *o);
    o->size = size;
    return value_object(o);
}

Output *tensor_output(const Tf *tf, Value v) {
    return is_exactly(v, tf->types[CLASS_TENSOR]) ? ((TensorObject *)v.as.object)->output : NULL;
}

Node *operation_of(const Tf *tf, Value v) {
    return is_exactly(v, tf->types[CLASS_OPERATION]) ? ((OperationObject *)v.as.object)->node
                                                     : NULL;
}

Graph *graph_of(const Tf *tf, Value v) {
    return is_exactly(v, tf->types[CLASS_GRAPH]) ? ((GraphObject *)v.as.object)->graph : NULL;
}

Variable *variable_of(const Tf *tf, Value v) {
    return is_class(tf, v, CLASS_VARIABLE) ? ((VariableObject *)v.as.object)->variable : NULL;
}

Partitioned *partitioned_of(const Tf *tf, Value v) {
    bool is = is_exactly(v, tf->types[CLASS_PARTITIONED]);
    return is ? ((PartitionedObject *)v.as.object)->partitioned : NULL;
}

VarScope *varscope_of(const Tf *tf, Value v) {
    return is_exactly(v, tf->types[CLASS_VARSCOPE]) ? ((VarScopeObject *)v.as.object)->scope : NULL;
}

Session *session_of(const Tf *tf, Value v) {
    return is_class(tf, v, CLASS_BASE_SESSION) ? ((SessionObject *)v.as.object)->session : NULL;
}

const SlicesObject *slices_of(const Tf *tf, Value v) {
    bool is = is_exactly(v, tf->types[CLASS_INDEXED_SLICES]);
    return is ? (const SlicesObject *)v.as.object : NULL;
}

const ShapeObject *shape_object_of(const Tf *tf, Value v) {
    return is_exactly(v, tf->types[CLASS_SHAPE]) ? (const ShapeObject *)v.as.object : NULL;
}

const DimensionObject *dimension_of(const Tf *tf, Value v) {
    return is_exactly(v, tf->types[CLASS_DIMENSION]) ? (const DimensionObject *)v.as.object : NULL;
}
