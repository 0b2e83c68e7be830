/* saver_files.h: checkpoints as files below the folders of --allow-write and --allow-read. */
#ifndef TFSCOPE_TF_SAVER_FILES_H
#define TFSCOPE_TF_SAVER_FILES_H

#include "tf/state.h"

/* What is written beside the tensors. */
typedef struct SaverFiles {
    Str path;        /* of the checkpoint, its step included */
    Str latest;      /* "checkpoint": the file that names the last ones; empty: none */
    Str meta_suffix; /* "meta"; empty: no graph is written */
    Value kept;      /* list of the paths that the saver keeps, the newest last */
    bool relative;   /* their paths are told from the folder of the checkpoint */
    const Graph *graph;
    Str filename_tensor, save_tensor, restore_op; /* names of nodes */
    int64_t max_to_keep;
    double hours;
} SaverFiles;

/* Writes what was saved under the path; false: raised, or refused. */
bool saver_files_write(Tf *tf, const SaverFiles *files);
/* Removes the files of a checkpoint that is kept no longer. */
bool saver_files_remove(Tf *tf, Str path, Str meta_suffix);
/* Reads a checkpoint into the run, if its files are there and may be read. False: raised. */
bool saver_files_read(Tf *tf, Str path);
/* The paths in the file `latest` of a folder, the newest last; an empty list: there is none. */
bool saver_files_latest(Tf *tf, Str folder, Str latest, Value *list);

#endif
