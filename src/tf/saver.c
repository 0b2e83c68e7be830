/* saver.c: tf.train.Saver: its nodes are TensorFlow's; what it saves is kept in the run, so that a
 * program may restore what it saved itself, and written into files where --allow-write lets it. */
#include "tf/saver.h"

#include <stdlib.h>

#include "graph/control.h"
#include "run/files.h"
#include "run/standard.h"
#include "tf/build.h"
#include "tf/collections.h"
#include "tf/saver_files.h"
#include "tf/session.h"
#include "tf/tables.h"

/* One variable and the name that it is saved under. */
typedef struct Saved {
    Str name;
    Value value; /* as it was given */
    Output *output;
} Saved;

typedef struct SaverObject {
    Object object;
    Value var_list, name;
    Value filename;
    int64_t max_to_keep;
    double hours;
    bool built, empty, sequential, pads, relative;
    Output *prefix; /* the tensor of the path */
    Output *saved;  /* what save runs */
    Node *restore;
    Value kept; /* list of the paths that were saved and are kept, the newest last */
} SaverObject;

static SaverObject *saver_in(Value v) {
    return (SaverObject *)v.as.object;
}

/* ---- what is saved ---- */

static int by_name(const void *a, const void *b) {
    return str_cmp(((const Saved *)a)->name, ((const Saved *)b)->name);
}

static bool twice(Tf *tf, Str name) {
    return raise_value_error(tf->run, "At least two variables have the same name: %.*s",
                             STR_ARG(name));
}

/* Sorts by name; whether one variable may be in the list twice differs. */
static bool sort_saved(Tf *tf, Saved *saved, uint32_t *n) {
    uint32_t kept = 0;
    qsort(saved, *n, sizeof *saved, by_name);
    for (uint32_t i = 0; i < *n; i++) {
        bool again = kept && str_eq(saved[kept - 1].name, saved[i].name);
        bool same = again && value_same(saved[kept - 1].value, saved[i].value);
        if (again && (!same || tf_has(tf, CHANGE_SAVER_FILENAME))) {
            return twice(tf, saved[i].name);
        }
        if (!again) {
            saved[kept++] = saved[i];
        }
    }
    *n = kept;
    return true;
}

static bool name_saved(Tf *tf, Saved *s) {
    Str text;
    Variable *v = variable_of(tf, s->value);
    Output *o = tensor_output(tf, s->value);
    const Node *node = v ? v->node : o ? o->node : NULL;
    if (node && str_starts(name_str(node->record.op), STR("Var"))) {
        s->name = name_str(node->record.name);
        return true;
    }
    return value_str(tf->run, s->value, &text) &&
           raise_type_error(tf->run, "Variable to save is not a Variable: %.*s", STR_ARG(text));
}

static bool take_list(Tf *tf, Value list, Saved **saved, uint32_t *n) {
    Value *items;
    if (!value_items(tf->run, list, &items, n)) {
        return false;
    }
    *saved = ARENA_ARRAY(tf->run->arena, *n + 1, Saved);
    for (uint32_t i = 0; i < *n; i++) {
        (*saved)[i].value = items[i];
        if (!name_saved(tf, &(*saved)[i])) {
            return false;
        }
    }
    return sort_saved(tf, *saved, n);
}

static bool take_dict(Tf *tf, Value dict, Saved **saved, uint32_t *n) {
    Value *keys;
    if (!value_items(tf->run, dict, &keys, n)) {
        return false;
    }
    *saved = ARENA_ARRAY(tf->run->arena, *n + 1, Saved);
    for (uint32_t i = 0; i < *n; i++) {
        if (!arg_text(tf, keys[i], "the name of a variable to save", &(*saved)[i].name) ||
            !value_get_item(tf->run, dict, keys[i], &(*saved)[i].value)) {
            return false;
        }
    }
    qsort(*saved, *n, sizeof **saved, by_name);
    return true;
}

/* The reference of each; other tensors are no variables. */
static bool convert_saved(Tf *tf, Saved *saved, uint32_t n) {
    for (uint32_t i = 0; i < n; i++) {
        Variable *v = variable_of(tf, saved[i].value);
        if ((v && v->record.resource) || partitioned_of(tf, saved[i].value)) {
            return refuse(tf->run, NULL,
                          "a Saver of resource variables or partitioned ones is not modelled");
        }
        saved[i].output = v ? v->handle : convert(tf, saved[i].value, DTYPE_INVALID, NULL);
        if (!saved[i].output) {
            return false;
        }
        Str op = name_str(saved[i].output->node->record.op);
        Str text = output_str(tf->run->arena, saved[i].output);
        if (!v && !str_starts(op, STR("Var"))) {
            return raise_type_error(tf->run,
                                    "names_to_saveables must be a dict mapping string names to "
                                    "Tensors/Variables. Not a variable: %.*s",
                                    STR_ARG(text));
        }
    }
    return true;
}

static bool take_saved(Tf *tf, Value var_list, Saved **saved, uint32_t *n) {
    Value list = var_list;
    if (!given(list) &&
        !collection_list(tf, engine_graph(tf->engine), name_z(tf->run->names, "variables"),
                         value_none(), &list)) {
        return false;
    }
    bool list_like = is_sequence(tf->run, list) || is_instance(tf->run, list, tf->run->type.set);
    Str shown;
    if (!is_dict(tf->run, list) && !list_like) {
        return value_str(tf->run, list, &shown) &&
               raise_type_error(tf->run,
                                "Variables to save should be passed in a dict or a list: %.*s",
                                STR_ARG(shown));
    }
    bool ok =
        is_dict(tf->run, list) ? take_dict(tf, list, saved, n) : take_list(tf, list, saved, n);
    return ok && convert_saved(tf, *saved, *n);
}

/* ---- nodes ---- */

static Operand texts(Tf *tf, uint32_t n, const Saved *saved, bool names) {
    Tensor *t =
        tensor_make(tf->run->arena, DTYPE_STRING, shape_make(tf->run->arena, 1, &(int64_t){n}));
    for (uint32_t i = 0; i < n; i++) {
        ((Str *)t->data)[i] = names ? saved[i].name : STR("");
    }
    return operand_tensor(tf->engine, t);
}

static Operand text(Tf *tf, Str s) {
    return operand_tensor(tf->engine, tensor_scalar_str(tf->run->arena, s));
}

/* The path: a constant, later a placeholder around it. */
static Output *prefix_node(Tf *tf, Str filename) {
    Attr scalar = attr_shape("shape", shape_scalar());
    if (!tf_has(tf, CHANGE_SAVER_FILENAME)) {
        return convert_operand(tf, text(tf, filename), DTYPE_INVALID, NULL);
    }
    Operand inner = text(tf, filename);
    Output *o = build(tf, "PlaceholderWithDefault", STR("filename"), 1, &inner, 1, &scalar);
    Operand outer = operand_of(o);
    return build(tf, "PlaceholderWithDefault", STR("Const"), 1, &outer, 1, &scalar);
}

static bool save_nodes(Tf *tf, SaverObject *s, uint32_t n, const Saved *saved) {
    Operand *in = ARENA_ARRAY(tf->run->arena, n + 3, Operand);
    Node *node;
    Group g;
    in[0] = operand_of(s->prefix);
    in[1] = texts(tf, n, saved, true);
    in[2] = texts(tf, n, saved, false);
    for (uint32_t i = 0; i < n; i++) {
        in[3 + i] = operand_of(saved[i].output);
    }
    if (!op_apply(tf->engine, "SaveV2", NAME_NONE, in, n + 3, &n, NULL, 0, &node) ||
        !group_open_str(tf, NAME_NONE, "control_dependency", 0, NULL, &g)) {
        return false;
    }
    ControlFrame *frame = control_enter(tf->engine, &node, 1, false);
    s->saved = build1(tf, "Identity", g.name, operand_of(s->prefix));
    control_leave(tf->engine, frame);
    group_close(tf, &g);
    return s->saved != NULL;
}

static Node *restore_node(Tf *tf, const SaverObject *s, uint32_t n, const Saved *saved) {
    int64_t *types = ARENA_ARRAY(tf->run->arena, n + 1, int64_t);
    Node *node = NULL;
    for (uint32_t i = 0; i < n; i++) {
        types[i] = output_dtype(saved[i].output);
    }
    Attr attr = {.name = "dtypes", .kind = ATTR_INTS};
    attr.ints.at = types;
    attr.ints.n = (int)n;
    Operand in[] = {operand_of(s->prefix), texts(tf, n, saved, true), texts(tf, n, saved, false)};
    bool ok = op_apply(tf->engine, "RestoreV2", NAME_NONE, in, 3, NULL, &attr, 1, &node);
    return ok ? node : NULL;
}

static bool restore_nodes(Tf *tf, const SaverObject *s, uint32_t n, const Saved *saved,
                          Node **assigns) {
    Node *all = NULL;
    bool bulk = tf_has(tf, CHANGE_SAVER_BULK);
    if (bulk && !(all = restore_node(tf, s, n, saved))) {
        return false;
    }
    for (uint32_t i = 0; i < n; i++) {
        bool waits = s->sequential && i > 0;
        ControlFrame *frame =
            control_enter(tf->engine, waits ? &assigns[i - 1] : NULL, waits, false);
        Node *one = bulk ? all : restore_node(tf, s, 1, &saved[i]);
        Operand value = operand_of(one ? &one->outputs[bulk ? i : 0] : NULL);
        Output *o = build2(tf, "Assign", NAME_NONE, operand_of(saved[i].output), value);
        control_leave(tf->engine, frame);
        if (!o) {
            return false;
        }
        assigns[i] = o->node;
    }
    return true;
}

static bool build_in(Tf *tf, SaverObject *s, uint32_t n, const Saved *saved) {
    Node **assigns = ARENA_ARRAY(tf->run->arena, n + 1, Node *);
    Str filename = STR("model");
    if (given(s->filename) && !arg_text(tf, s->filename, "filename", &filename)) {
        return false;
    }
    s->prefix = prefix_node(tf, filename);
    return s->prefix && save_nodes(tf, s, n, saved) && restore_nodes(tf, s, n, saved, assigns) &&
           group_build(tf->engine, assigns, n, STR("restore_all"), &s->restore);
}

static bool build_saver(Tf *tf, SaverObject *s, bool allow_empty) {
    Saved *saved = NULL;
    uint32_t n = 0;
    Group g;
    s->built = true;
    if (!take_saved(tf, s->var_list, &saved, &n)) {
        return false;
    }
    s->empty = n == 0;
    if (s->empty) {
        return allow_empty || raise_value_error(tf->run, "No variables to save");
    }
    if (!group_open(tf, s->name, "save", 0, NULL, &g)) {
        return false;
    }
    bool ok = build_in(tf, s, n, saved);
    group_close(tf, &g);
    return ok;
}

/* self, var_list, reshape, sharded, max_to_keep, keep_checkpoint_every_n_hours, name,
 * restore_sequentially, saver_def, builder, defer_build, allow_empty, write_version,
 * pad_step_number, save_relative_paths, filename */
static bool make_saver(Tf *tf, const Value *a, Value *result) {
    SaverObject *s = class_object(tf, CLASS_SAVER, sizeof *s);
    bool sharded, reshape, defer, allow_empty;
    *result = value_object(s);
    s->var_list = a[1];
    s->name = a[6];
    s->filename = a[15];
    s->kept = list_make(tf->run, 0, NULL);
    if (!arg_bool(tf, a[2], false, &reshape) || !arg_bool(tf, a[3], false, &sharded) ||
        !arg_int_or(tf, a[4], 0, &s->max_to_keep) || !float_of(tf->run, a[5], &s->hours) ||
        !arg_bool(tf, a[7], false, &s->sequential) || !arg_bool(tf, a[10], false, &defer) ||
        !arg_bool(tf, a[11], false, &allow_empty) || !arg_bool(tf, a[13], false, &s->pads) ||
        !arg_bool(tf, a[14], false, &s->relative)) {
        return false;
    }
    if (sharded || reshape || given(a[8]) || given(a[9])) {
        return refuse(tf->run, NULL,
                      "reshape, sharded, saver_def and builder of Saver are not modelled");
    }
    return defer || build_saver(tf, s, allow_empty);
}

/* ---- methods ---- */

static bool build_now(Tf *tf, const Value *a, Value *result) {
    SaverObject *s = saver_in(a[0]);
    *result = value_none();
    return s->built || build_saver(tf, s, false);
}

static bool require_built(Tf *tf, const SaverObject *s) {
    return s->built || raise_error(tf->run, tf->run->exception.RuntimeError,
                                   "`build()` should be called before save if defer_build==True");
}

/* The path with the step behind it: a number, or what the session gives of a tensor. */
static bool path_with_step(Tf *tf, const Value *a, Str *text_) {
    Value session = a[1], path = a[2], step = a[3];
    int64_t n;
    Value v = step;
    if (!arg_text(tf, path, "save_path", text_)) {
        return false;
    }
    if (!given(step)) {
        return true;
    }
    if ((tensor_output(tf, step) || variable_of(tf, step)) &&
        !session_fetch(tf, session_of(tf, session), step, value_none(), &v)) {
        return false;
    }
    if (!index_of(tf->run, v, &n)) {
        return false;
    }
    *text_ = str_printf(tf->run->arena, saver_in(a[0])->pads ? "%.*s-%08lld" : "%.*s-%lld",
                        STR_ARG(*text_), (long long)n);
    return true;
}

static bool feed_path(Tf *tf, Value session, const SaverObject *s, Value path, Value fetch,
                      Value *result) {
    Value feeds = dict_make(tf->run);
    return value_set_item(tf->run, feeds, tf_tensor(tf, s->prefix), path) &&
           session_fetch(tf, session_of(tf, session), fetch, feeds, result);
}

static Value without(Tf *tf, Value list, Str path) {
    Value others = list_make(tf->run, 0, NULL);
    for (uint32_t i = 0; i < sequence_count(list); i++) {
        if (!str_eq(str_text(sequence_item(list, i)), path)) {
            list_append(tf->run, others, sequence_item(list, i));
        }
    }
    return others;
}

/* Only the last max_to_keep of a saver are kept. */
static bool remember(Tf *tf, SaverObject *s, Str path, Str meta_suffix) {
    s->kept = without(tf, s->kept, path);
    list_append(tf->run, s->kept, str_make(tf->run, path));
    while (s->max_to_keep > 0 && sequence_count(s->kept) > (uint32_t)s->max_to_keep) {
        Str oldest = str_text(sequence_item(s->kept, 0));
        checkpoint_forget(tf->engine, oldest);
        if (!saver_files_remove(tf, oldest, meta_suffix)) {
            return false;
        }
        s->kept = without(tf, s->kept, oldest);
    }
    if (is_unbound(tf->checkpoints)) {
        tf->checkpoints = list_make(tf->run, 0, NULL);
    }
    tf->checkpoints = without(tf, tf->checkpoints, path);
    list_append(tf->run, tf->checkpoints, str_make(tf->run, path));
    return true;
}

static bool need_session(Tf *tf, Value v) {
    return session_of(tf, v) || raise_type_error(tf->run, "'sess' must be a Session; %.*s",
                                                 STR_ARG(type_name(tf->run, v)));
}

static Str output_text(Tf *tf, const Output *o) {
    return o ? output_name(tf->run->arena, o) : STR("");
}

/* a: the arguments of save */
static bool files_asked(Tf *tf, const SaverObject *s, const Value *a, Str path, SaverFiles *f) {
    bool meta, state;
    *f = (SaverFiles){.path = path,
                      .latest = STR("checkpoint"),
                      .kept = s->kept,
                      .relative = s->relative,
                      .graph = s->prefix->node->graph,
                      .filename_tensor = output_text(tf, s->prefix),
                      .save_tensor = output_text(tf, s->saved),
                      .restore_op = s->restore ? name_str(s->restore->record.name) : STR(""),
                      .max_to_keep = s->max_to_keep,
                      .hours = s->hours};
    if ((given(a[4]) && !arg_text(tf, a[4], "latest_filename", &f->latest)) ||
        !arg_text(tf, a[5], "meta_graph_suffix", &f->meta_suffix) ||
        !arg_bool(tf, a[6], true, &meta) || !arg_bool(tf, a[7], true, &state)) {
        return false;
    }
    f->meta_suffix = meta ? f->meta_suffix : STR("");
    f->latest = state ? f->latest : STR("");
    return true;
}

/* self, sess, save_path, global_step, latest_filename, meta_graph_suffix, write_meta_graph,
 * write_state, strip_default_attrs */
static bool save(Tf *tf, const Value *a, Value *result) {
    SaverObject *s = saver_in(a[0]);
    Str path;
    if (!need_session(tf, a[1]) || !require_built(tf, s) || !path_with_step(tf, a, &path)) {
        return false;
    }
    *result = value_none();
    bool files = file_may_change(tf->run, path);
    if (!files) {
        note_stand_in(tf->run, "tf.train.Saver",
                      "what it saves is kept in memory, no file is written");
    }
    if (s->empty) {
        return true;
    }
    Value ignored;
    SaverFiles f;
    if (!feed_path(tf, a[1], s, str_make(tf->run, path), tf_tensor(tf, s->saved), &ignored) ||
        !files_asked(tf, s, a, path, &f) ||
        !remember(tf, s, path, f.meta_suffix.len ? f.meta_suffix : STR("meta"))) {
        return false;
    }
    f.kept = s->kept;
    *result = str_make(tf->run, path);
    return !files || saver_files_write(tf, &f);
}

static bool restore(Tf *tf, const Value *a, Value *result) {
    SaverObject *s = saver_in(a[0]);
    Str path;
    *result = value_none();
    if (s->empty) {
        return true;
    }
    if (is_none(a[2])) {
        return raise_value_error(tf->run, "Can't load save_path when it is None.");
    }
    if (!need_session(tf, a[1]) || !require_built(tf, s) ||
        !arg_text(tf, a[2], "save_path", &path)) {
        return false;
    }
    if (!checkpoint_exists(tf->engine, path) && !saver_files_read(tf, path)) {
        return false;
    }
    if (!checkpoint_exists(tf->engine, path)) {
        return tf_has(tf, CHANGE_SAVER_FILENAME)
                   ? raise_value_error(tf->run,
                                       "The passed save_path is not a valid checkpoint: %.*s",
                                       STR_ARG(path))
                   : feed_path(tf, a[1], s, a[2], tf_operation(tf, s->restore), result);
    }
    Value ignored;
    return feed_path(tf, a[1], s, a[2], tf_operation(tf, s->restore), &ignored);
}

static bool get_last(Run *run, const Value *a, Value *result) {
    (void)run;
    *result = saver_in(a[0])->kept;
    return true;
}

static void set(Tf *tf, Value object, const char *name, Value v) {
    value_set_attr(tf->run, object, name_z(tf->run->names, name), v);
}

static Value name_or_empty(Tf *tf, const Output *o) {
    return str_make(tf->run, o ? output_name(tf->run->arena, o) : STR(""));
}

static bool as_saver_def(Tf *tf, const Value *a, Value *result) {
    const SaverObject *s = saver_in(a[0]);
    *result = options_make(tf);
    set(tf, *result, "filename_tensor_name", name_or_empty(tf, s->prefix));
    set(tf, *result, "save_tensor_name", name_or_empty(tf, s->saved));
    set(tf, *result, "restore_op_name",
        s->restore ? str_of_name(tf->run, s->restore->record.name) : str_make(tf->run, STR("")));
    set(tf, *result, "max_to_keep", value_int(s->max_to_keep));
    set(tf, *result, "sharded", value_bool(false));
    set(tf, *result, "keep_checkpoint_every_n_hours", value_float(s->hours));
    set(tf, *result, "version", value_int(2));
    return true;
}

void saver_install(Tf *tf) {
    static const ApiRow methods[] = {
        FUNCTION("build", "self", build_now),
        FUNCTION("save",
                 "self, sess, save_path, global_step=None, latest_filename=None, "
                 "meta_graph_suffix='meta', write_meta_graph=True, write_state=True, "
                 "strip_default_attrs=False~",
                 save),
        FUNCTION("restore", "self, sess, save_path", restore),
        FUNCTION("as_saver_def", "self", as_saver_def),
        API_END,
    };
    static const GetterRow getters[] = {{"last_checkpoints", get_last, 0, LATEST},
                                        {NULL, NULL, 0, 0}};
    class_constructor(tf, CLASS_SAVER, make_saver, NULL);
    class_add_methods(tf, CLASS_SAVER, methods);
    class_add_getters(tf, CLASS_SAVER, getters);
}

/* ---- tf.train's functions about checkpoints ---- */

static Str folder_of(Tf *tf, Str path) {
    size_t slash = path.len;
    while (slash > 0 && path.at[slash - 1] != '/') {
        slash--;
    }
    return path_absolute(tf->run, slash ? str_sub(path, 0, slash) : STR("."));
}

/* The checkpoints in a folder that the run keeps, the newest last. */
static bool checkpoints_in(Tf *tf, Value folder, Value *list) {
    Str text_;
    *list = list_make(tf->run, 0, NULL);
    if (!arg_text(tf, folder, "checkpoint_dir", &text_)) {
        return false;
    }
    if (file_find(tf->run, text_).entry == FOLDER_FOLDER &&
        !saver_files_latest(tf, text_, STR("checkpoint"), list)) {
        return false;
    }
    if (sequence_count(*list)) {
        return true;
    }
    text_ = path_absolute(tf->run, text_);
    for (uint32_t i = 0; !is_unbound(tf->checkpoints) && i < sequence_count(tf->checkpoints); i++) {
        Str path = str_text(sequence_item(tf->checkpoints, i));
        if (checkpoint_exists(tf->engine, path) && str_eq(folder_of(tf, path), text_)) {
            list_append(tf->run, *list, sequence_item(tf->checkpoints, i));
        }
    }
    return true;
}

static Value newest(Value list) {
    uint32_t n = sequence_count(list);
    return n ? sequence_item(list, n - 1) : value_none();
}

static bool latest_checkpoint(Tf *tf, const Value *a, Value *result) {
    Value list;
    if (!checkpoints_in(tf, a[0], &list)) {
        return false;
    }
    *result = newest(list);
    return true;
}

static bool get_checkpoint_state(Tf *tf, const Value *a, Value *result) {
    Value list;
    *result = value_none();
    if (!checkpoints_in(tf, a[0], &list)) {
        return false;
    }
    if (sequence_count(list)) {
        *result = options_make(tf);
        set(tf, *result, "model_checkpoint_path", newest(list));
        set(tf, *result, "all_model_checkpoint_paths", list);
    }
    return true;
}

static bool exists(Tf *tf, const Value *a, Value *result) {
    Str path;
    if (!arg_text(tf, a[0], "checkpoint_prefix", &path)) {
        return false;
    }
    bool read = checkpoint_exists(tf->engine, path) || saver_files_read(tf, path);
    *result = value_bool(checkpoint_exists(tf->engine, path));
    return read;
}

const ApiRow saver_rows[] = {
    FUNCTION("train.latest_checkpoint", "checkpoint_dir, latest_filename=None!", latest_checkpoint),
    FUNCTION("train.get_checkpoint_state", "checkpoint_dir, latest_filename=None!",
             get_checkpoint_state),
    FUNCTION("train.checkpoint_exists", "checkpoint_prefix", exists),
    API_END,
};
