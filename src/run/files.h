/* files.h: files as a program may know them: those below the folders of --allow-read, to be read,
 * and those below the folders of --allow-write, to be changed, too. A program's absolute paths
 * begin with HOME_FOLDER, which stands for the working directory, so that what it prints is the
 * same on every machine. */
#ifndef TFSCOPE_RUN_FILES_H
#define TFSCOPE_RUN_FILES_H

#include "base/folder.h"
#include "run/run.h"

#define HOME_FOLDER "/home/user"

/* The program's path as one of the machine's. */
Str file_path(Run *run, Str path);
/* What is at a path of the program. FOLDER_OUTSIDE: it lies below no folder that may be read. */
FolderFound file_find(Run *run, Str path);
/* All bytes of a file. False: raised (no such file, a folder), or refused: it may not be read. */
bool file_bytes(Run *run, Str path, Str *bytes);
/* The same for what a call was given as a path; open(path) of file-like objects is the caller's. */
bool file_bytes_of(Run *run, Value path, Str *bytes);
/* The bytes of what folder_find found. False: refused. */
bool file_content(Run *run, const FolderFound *found, Str *bytes);
/* Ends the run: the path lies below no folder that may be read. `what`: "reading". */
bool refuse_file(Run *run, const char *what, Str path);

/* ---- changes: raise, or refuse what lies below no folder that may be written in ---- */

/* May something of this path be written? */
bool file_may_change(Run *run, Str path);
/* A whole file, put in place at once. */
bool file_write_bytes(Run *run, Str path, Str bytes);
bool file_make_folder(Run *run, Str path);
bool file_remove(Run *run, Str path, bool is_folder);
bool file_rename(Run *run, Str from, Str to);

/* OSError by its number: 2 no such file, 17 exists, 20 not a folder, 21 is a folder, 22 … */
bool raise_os_error(Run *run, int number, Str path);
/* The text of a path argument: a str, or an object with __fspath__. */
bool path_of(Run *run, Value v, Str *path);

#endif
