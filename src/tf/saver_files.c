#include "tf/saver_files.h"

#include "base/map.h"
#include "proto/checkpoint.h"
#include "proto/message.h"
#include "proto/tensorflow.pb-c.h"
#include "run/files.h"
#include "run/standard.h"
#include "tf/node_text.h"

#define INDEX ".index"
#define DATA ".data-00000-of-00001"

static Str folder_part(Str path) {
    Str folder = folder_of_file(path);
    return str_is(folder, ".") && !str_starts(path, STR("./")) ? STR("") : folder;
}

static Str with(Tf *tf, Str path, const char *ending) {
    return str_printf(tf->run->arena, "%.*s%s", STR_ARG(path), ending);
}

static Str in_folder(Tf *tf, Str folder, Str name) {
    return folder.len ? str_printf(tf->run->arena, "%.*s/%.*s", STR_ARG(folder), STR_ARG(name))
                      : name;
}

/* ---- tensors ---- */

static bool make_parent(Tf *tf, Str path) {
    Str folder = folder_part(path);
    if (!folder.len || file_find(tf->run, folder).entry >= FOLDER_FILE) {
        return true;
    }
    Str above = folder_part(folder);
    if (above.len && file_find(tf->run, above).entry < FOLDER_FILE) {
        return raise_value_error(tf->run, "Parent directory of %.*s doesn't exist, can't save.",
                                 STR_ARG(path));
    }
    return file_make_folder(tf->run, folder);
}

static bool write_tensors(Tf *tf, Str path) {
    const Map *values = checkpoint_values(tf->engine, path);
    SavedTensor *saved = ARENA_ARRAY(tf->run->arena, values->count + 1, SavedTensor);
    Sink index = sink_memory(tf->run->arena), data = sink_memory(tf->run->arena);
    for (uint32_t i = 0; i < values->count; i++) {
        saved[i] = (SavedTensor){name_str(values->entries[i].key), values->entries[i].ptr};
        if (!checkpoint_takes(saved[i].value)) {
            return refuse(tf->run, NULL, "a checkpoint file with texts");
        }
    }
    checkpoint_put(tf->run->arena, saved, values->count, &index, &data);
    return file_write_bytes(tf->run, with(tf, path, DATA), data.len ? sink_str(&data) : STR("")) &&
           file_write_bytes(tf->run, with(tf, path, INDEX), sink_str(&index));
}

/* ---- which are the last ---- */

/* Relative paths are told from the folder of the file, unless that is absolute itself. */
static Str told(const SaverFiles *f, Str folder, Str path) {
    bool same = folder.len && str_starts(path, folder) && path.len > folder.len &&
                path.at[folder.len] == '/';
    bool cut = f->relative || !str_starts(folder, STR("/"));
    return same && cut ? str_sub(path, folder.len + 1, path.len) : path;
}

static bool write_state(Tf *tf, const SaverFiles *f) {
    Arena *a = tf->run->arena;
    Str folder = folder_part(f->path);
    uint32_t n = sequence_count(f->kept);
    Tensorflow__CheckpointState *m = message_make(a, &tensorflow__checkpoint_state__descriptor);
    m->all_model_checkpoint_paths = ARENA_ARRAY(a, n + 1, ProtobufCBinaryData);
    m->n_all_model_checkpoint_paths = n;
    MESSAGE_SET(m, model_checkpoint_path, bytes_field(told(f, folder, f->path)));
    for (uint32_t i = 0; i < n; i++) {
        Str path = told(f, folder, str_text(sequence_item(f->kept, i)));
        m->all_model_checkpoint_paths[i] = bytes_field(path);
    }
    Sink out = sink_memory(a);
    message_text(&m->base, 0, &out);
    return file_write_bytes(tf->run, in_folder(tf, folder, f->latest), sink_str(&out));
}

/* The value of `field: "…"`, without its escapes; false: the line says something else. */
static bool line_value(Tf *tf, Str line, Str field, Str *value) {
    Sink out = sink_memory(tf->run->arena);
    if (!str_starts(line, field) || line.len < field.len + 2 || line.at[field.len] != '"') {
        return false;
    }
    for (size_t i = field.len + 1; i < line.len && line.at[i] != '"'; i++) {
        unsigned c = (unsigned char)line.at[i];
        if (c == '\\' && i + 1 < line.len) {
            c = (unsigned char)line.at[++i];
            unsigned digits = 0, n = 0;
            for (; digits < 3 && i < line.len && line.at[i] >= '0' && line.at[i] <= '7'; digits++) {
                n = n * 8 + (unsigned)(line.at[i++] - '0');
            }
            i -= digits ? 1 : 0;
            c = digits ? n : c == 'n' ? '\n' : c == 't' ? '\t' : c == 'r' ? '\r' : c;
        }
        sink_char(&out, (char)c);
    }
    *value = out.len ? sink_str(&out) : STR("");
    return true;
}

static void add_path(Tf *tf, Value list, Str folder, Str path) {
    Str whole = str_starts(path, STR("/")) ? path : in_folder(tf, folder, path);
    list_append(tf->run, list, str_make(tf->run, whole));
}

bool saver_files_latest(Tf *tf, Str folder, Str latest, Value *list) {
    Str text, value, last = STR("");
    Str path = in_folder(tf, folder, latest);
    *list = list_make(tf->run, 0, NULL);
    if (file_find(tf->run, path).entry != FOLDER_FILE) {
        return true;
    }
    if (!file_bytes(tf->run, path, &text)) {
        return false;
    }
    for (size_t i = 0; i < text.len;) {
        ptrdiff_t end = str_find(text, STR("\n"), i);
        Str line = str_sub(text, i, end < 0 ? text.len : (size_t)end);
        i += line.len + 1;
        if (line_value(tf, line, STR("model_checkpoint_path: "), &value)) {
            last = value;
        } else if (line_value(tf, line, STR("all_model_checkpoint_paths: "), &value) &&
                   !str_eq(value, last)) {
            add_path(tf, *list, folder, value);
        }
    }
    if (last.len) {
        add_path(tf, *list, folder, last);
    }
    return true;
}

/* ---- the graph ---- */

static Tensorflow__SaverDef *saver_message(Arena *a, const SaverFiles *f) {
    Tensorflow__SaverDef *s = message_make(a, &tensorflow__saver_def__descriptor);
    MESSAGE_SET(s, filename_tensor_name, bytes_field(f->filename_tensor));
    MESSAGE_SET(s, save_tensor_name, bytes_field(f->save_tensor));
    MESSAGE_SET(s, restore_op_name, bytes_field(f->restore_op));
    s->has_max_to_keep = (s->max_to_keep = (int32_t)f->max_to_keep) != 0;
    MESSAGE_SET(s, keep_checkpoint_every_n_hours, (float)f->hours);
    MESSAGE_SET(s, version, TENSORFLOW__SAVER_DEF__CHECKPOINT_FORMAT_VERSION__V2);
    return s;
}

/* A MetaGraphDef without what the model does not know: the ops that were used, and collections. */
static bool write_meta(Tf *tf, const SaverFiles *f) {
    Arena *a = tf->run->arena;
    Sink out = sink_memory(a), graph = sink_memory(a);
    NodeRange all = {0, (int64_t)f->graph->order.count};
    Tensorflow__MetaGraphDef__MetaInfoDef *info =
        message_make(a, &tensorflow__meta_graph_def__meta_info_def__descriptor);
    MESSAGE_SET(info, tensorflow_version,
                bytes_field(str_printf(a, "1.%d.0", tf->engine->dialect.minor)));
    if (!graph_bytes(tf, f->graph->record, all, GRAPH_LENIENT | GRAPH_SHAPES, &graph)) {
        return false;
    }
    message_put_field(a, 1, &info->base, &out);
    put_varint(&out, 2 << 3 | PROTOBUF_C_WIRE_TYPE_LENGTH_PREFIXED);
    put_varint(&out, graph.len);
    sink_put(&out, sink_str(&graph));
    message_put_field(a, 3, &saver_message(a, f)->base, &out);
    note_stand_in(tf->run, "the .meta file of tf.train.Saver",
                  "it holds the graph and the saver, but no collections");
    Str path = str_printf(a, "%.*s.%.*s", STR_ARG(f->path), STR_ARG(f->meta_suffix));
    return file_write_bytes(tf->run, path, sink_str(&out));
}

bool saver_files_write(Tf *tf, const SaverFiles *f) {
    return make_parent(tf, f->path) && write_tensors(tf, f->path) &&
           (!f->latest.len || write_state(tf, f)) && (!f->meta_suffix.len || write_meta(tf, f));
}

static bool remove_file(Tf *tf, Str path) {
    return file_find(tf->run, path).entry != FOLDER_FILE || file_remove(tf->run, path, false);
}

bool saver_files_remove(Tf *tf, Str path, Str meta_suffix) {
    return !file_may_change(tf->run, with(tf, path, INDEX)) ||
           (remove_file(tf, with(tf, path, INDEX)) && remove_file(tf, with(tf, path, DATA)) &&
            remove_file(
                tf, str_printf(tf->run->arena, "%.*s.%.*s", STR_ARG(path), STR_ARG(meta_suffix))));
}

/* ---- reading ---- */

bool saver_files_read(Tf *tf, Str path) {
    const char *error = NULL;
    Str index, data;
    size_t n;
    if (file_find(tf->run, with(tf, path, INDEX)).entry != FOLDER_FILE ||
        file_find(tf->run, with(tf, path, DATA)).entry != FOLDER_FILE) {
        return true;
    }
    if (!file_bytes(tf->run, with(tf, path, INDEX), &index) ||
        !file_bytes(tf->run, with(tf, path, DATA), &data)) {
        return false;
    }
    SavedTensor *saved =
        checkpoint_read(tf->run->arena, index, data, tf->engine->max_tensor, &n, &error);
    if (!saved) {
        return refuse(tf->run, NULL, "the checkpoint %.*s: %s", STR_ARG(path), error);
    }
    Map *values = checkpoint_new(tf->engine, path);
    for (size_t i = 0; i < n; i++) {
        map_put(values, name_of(tf->run->names, saved[i].name))->ptr =
            (void *)(uintptr_t)saved[i].value;
    }
    return true;
}
