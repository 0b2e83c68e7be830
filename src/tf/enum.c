/* enum.c: tf.AUTO_REUSE and tf.GraphKeys. */
#include "tf/state.h"

static bool mode_repr(Run *run, Value self, Value *result) {
    (void)self;
    *result = str_make(run, STR("<_ReuseMode.AUTO_REUSE: 1>"));
    return true;
}

static bool mode_str(Run *run, Value self, Value *result) {
    (void)self;
    *result = str_make(run, STR("_ReuseMode.AUTO_REUSE"));
    return true;
}

static void mode_show(Sink *out, const Object *o, Moment m, int depth) {
    (void)o;
    (void)m;
    (void)depth;
    sink_z(out, "tf.AUTO_REUSE");
}

static bool get_name(Run *run, const Value *a, Value *result) {
    (void)a;
    *result = str_make(run, STR("AUTO_REUSE"));
    return true;
}

static bool get_value(Run *run, const Value *a, Value *result) {
    (void)run;
    (void)a;
    *result = value_int(1);
    return true;
}

static const char *const keys[][2] = {
    {"GLOBAL_VARIABLES", "variables"},
    {"VARIABLES", "variables"},
    {"LOCAL_VARIABLES", "local_variables"},
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
    static const GetterRow getters[] = {
        {"name", get_name, 0, LATEST}, {"value", get_value, 0, LATEST}, {NULL, NULL, 0, 0}};
    Run *run = tf->run;
    Type *mode = tf->types[CLASS_REUSE_MODE], *graph_keys = tf->types[CLASS_GRAPH_KEYS];
    mode->repr = mode_repr;
    mode->str = mode_str;
    mode->head.show = mode_show;
    class_add_getters(tf, CLASS_REUSE_MODE, getters);
    if (tf_has(tf, CHANGE_AUTO_REUSE)) {
        tf->auto_reuse = value_object(object_make(run, mode, sizeof(Object)));
    }
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        members_set(run, &graph_keys->members, NULL, name_z(run->names, keys[i][0]),
                    str_make(run, str_of(keys[i][1])));
    }
}
