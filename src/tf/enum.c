/* enum.c: enumerations (tf.AUTO_REUSE, tf.VariableSynchronization …) and tf.GraphKeys. */
#include "tf/state.h"

/* A member of an enumeration. */
typedef struct MemberRow {
    ClassId of;
    const char *name;
    int value;
    int first, last; /* minor releases that have it */
} MemberRow;
static const MemberRow member_rows[] = {
    {CLASS_REUSE_MODE, "AUTO_REUSE", 1, 0, LATEST},
    {CLASS_SYNCHRONIZATION, "AUTO", 0, 0, LATEST},
    {CLASS_SYNCHRONIZATION, "NONE", 1, 0, LATEST},
    {CLASS_SYNCHRONIZATION, "ON_WRITE", 2, 0, LATEST},
    {CLASS_SYNCHRONIZATION, "ON_READ", 3, 0, LATEST},
    {CLASS_AGGREGATION, "NONE", 0, 0, LATEST},
    {CLASS_AGGREGATION, "SUM", 1, 0, LATEST},
    {CLASS_AGGREGATION, "MEAN", 2, 0, LATEST},
    {CLASS_AGGREGATION, "ONLY_FIRST_REPLICA", 3, 13, LATEST},
};
#define MEMBERS (sizeof member_rows / sizeof *member_rows)

typedef struct MemberObject {
    Object object;
    const MemberRow *row;
} MemberObject;

static const MemberRow *row_of(Value v) {
    return ((MemberObject *)v.as.object)->row;
}

static bool member_str(Run *run, Value self, Value *result) {
    Str type = type_name(run, self);
    *result = str_format(run, "%.*s.%s", STR_ARG(type), row_of(self)->name);
    return true;
}

static bool member_repr(Run *run, Value self, Value *result) {
    Str type = type_name(run, self);
    *result =
        str_format(run, "<%.*s.%s: %d>", STR_ARG(type), row_of(self)->name, row_of(self)->value);
    return true;
}

static void member_show(Sink *out, const Object *o, Moment m, int depth) {
    const MemberRow *row = ((const MemberObject *)o)->row;
    (void)m;
    (void)depth;
    sink_printf(out, "tf.%s%s",
                row->of == CLASS_SYNCHRONIZATION ? "VariableSynchronization."
                : row->of == CLASS_AGGREGATION   ? "VariableAggregation."
                                                 : "",
                row->name);
}

static bool get_name(Run *run, const Value *a, Value *result) {
    *result = str_make(run, str_of(row_of(a[0])->name));
    return true;
}

static bool get_value(Run *run, const Value *a, Value *result) {
    (void)run;
    *result = value_int(row_of(a[0])->value);
    return true;
}

static Value *remembered(Tf *tf, const MemberRow *row) {
    if (row->of == CLASS_REUSE_MODE) {
        return &tf->auto_reuse;
    }
    if (row->of == CLASS_AGGREGATION) {
        return row->value == 0 ? &tf->aggregation_none : NULL;
    }
    return row->value == 0   ? &tf->synchronization_auto
           : row->value == 3 ? &tf->synchronization_on_read
                             : NULL;
}

static void make_member(Tf *tf, const MemberRow *row) {
    Type *type = tf->types[row->of];
    MemberObject *o = object_make(tf->run, type, sizeof *o);
    o->row = row;
    members_set(tf->run, &type->members, NULL, name_z(tf->run->names, row->name), value_object(o));
    Value *place = remembered(tf, row);
    if (place) {
        *place = value_object(o);
    }
}

static void enumeration_install(Tf *tf, ClassId id) {
    static const GetterRow getters[] = {
        {"name", get_name, 0, LATEST}, {"value", get_value, 0, LATEST}, {NULL, NULL, 0, 0}};
    Type *type = tf->types[id];
    type->repr = member_repr;
    type->str = member_str;
    type->head.show = member_show;
    class_add_getters(tf, id, getters);
    for (size_t i = 0; i < MEMBERS; i++) {
        const MemberRow *row = &member_rows[i];
        if (row->of == id && dialect_between(&tf->engine->dialect, row->first, row->last)) {
            make_member(tf, row);
        }
    }
}

static const char *const keys[][2] = {
    {"GLOBAL_VARIABLES", "variables"},
    {"VARIABLES", "variables"},
    {"LOCAL_VARIABLES", "local_variables"},
    {"METRIC_VARIABLES", "metric_variables"},
    {"MODEL_VARIABLES", "model_variables"},
    {"TRAINABLE_VARIABLES", "trainable_variables"},
    {"SUMMARIES", "summaries"},
    {"QUEUE_RUNNERS", "queue_runners"},
    {"TABLE_INITIALIZERS", "table_initializer"},
    {"ASSET_FILEPATHS", "asset_filepaths"},
    {"MOVING_AVERAGE_VARIABLES", "moving_average_variables"},
    {"REGULARIZATION_LOSSES", "regularization_losses"},
    {"CONCATENATED_VARIABLES", "concatenated_variables"},
    {"SAVERS", "savers"},
    {"WEIGHTS", "weights"},
    {"BIASES", "biases"},
    {"ACTIVATIONS", "activations"},
    {"UPDATE_OPS", "update_ops"},
    {"LOSSES", "losses"},
    {"SAVEABLE_OBJECTS", "saveable_objects"},
    {"RESOURCES", "resources"},
    {"LOCAL_RESOURCES", "local_resources"},
    {"INIT_OP", "init_op"},
    {"LOCAL_INIT_OP", "local_init_op"},
    {"READY_OP", "ready_op"},
    {"READY_FOR_LOCAL_INIT_OP", "ready_for_local_init_op"},
    {"SUMMARY_OP", "summary_op"},
    {"GLOBAL_STEP", "global_step"},
    {"EVAL_STEP", "eval_step"},
    {"TRAIN_OP", "train_op"},
    {"COND_CONTEXT", "cond_context"},
    {"WHILE_CONTEXT", "while_context"},
};

void enum_install(Tf *tf) {
    Run *run = tf->run;
    Type *graph_keys = tf->types[CLASS_GRAPH_KEYS];
    enumeration_install(tf, CLASS_REUSE_MODE);
    enumeration_install(tf, CLASS_SYNCHRONIZATION);
    enumeration_install(tf, CLASS_AGGREGATION);
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        members_set(run, &graph_keys->members, NULL, name_z(run->names, keys[i][0]),
                    str_make(run, str_of(keys[i][1])));
    }
}
