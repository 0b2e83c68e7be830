/* tf.c: makes the tensorflow module of a run. */
#include "tf/tf.h"

#include "tf/cell.h"
#include "tf/host.h"
#include "tf/layers.h"
#include "tf/moving_average.h"
#include "tf/optimizer.h"
#include "tf/recipe.h"
#include "tf/saver.h"
#include "tf/state.h"
#include "tf/template.h"
#include "tf/variables.h"

static void install_objects(Tf *tf) {
    graph_object_install(tf);
    graph_def_install(tf);
    operation_object_install(tf);
    tensor_object_install(tf);
    shape_object_install(tf);
    dimension_object_install(tf);
    dtype_object_install(tf);
    variable_object_install(tf);
    slices_object_install(tf);
    tensor_array_install(tf);
    partitioned_object_install(tf);
    varscope_object_install(tf);
    managers_install(tf);
    name_scope_install(tf);
    variable_scope_install(tf);
    session_object_install(tf);
    initializer_object_install(tf);
    options_install(tf);
    flags_install(tf);
    template_install(tf);
    layers_install(tf);
    cells_install(tf);
    optimizer_install(tf);
    moving_average_install(tf);
    saver_install(tf);
    variables_install(tf);
    unmodelled_attributes_install(tf);
}

bool tf_install(Run *run, int minor) {
    Dialect dialect;
    if (!dialect_of(minor, &dialect)) {
        return false;
    }
    tf_install_dialect(run, &dialect);
    return true;
}

void tf_install_dialect(Run *run, const Dialect *dialect) {
    Tf *tf = ARENA_NEW(run->arena, Tf);
    tf->run = run;
    tf->verbosity = 30;
    tf->engine = engine_make(run->trace, run->scratch, dialect, host_make(tf));
    tf->engine->max_tensor = run->options.max_tensor;
    tf->engine->seed = run->options.seed;
    tf->sessions = log_make(run->arena, sizeof(SessionObject *));
    tf->layer_counts = map_make(run->arena);
    tf->arg_scopes = log_make(run->arena, sizeof(Value));
    tf->scripts = map_make(run->arena);
    tf->recipe_names = map_make(run->arena);
    tf->names_found = log_make(run->arena, sizeof(NameFound));
    tf->live_lists = log_make(run->arena, 2 * sizeof(void *));
    run->tf = tf;
    run->trace->tf = str_printf(run->arena, "1.%d", dialect->minor);
    classes_make(tf);
    errors_install(tf);
    enum_install(tf);
    install_objects(tf);
    modules_install(tf);
    recipe_module(tf);
}

Engine *tf_engine(const Run *run) {
    return run->tf ? tf_of(run)->engine : NULL;
}
