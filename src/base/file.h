/* file.h: reading and writing whole files. */
#ifndef TFSCOPE_BASE_FILE_H
#define TFSCOPE_BASE_FILE_H

#include <sys/stat.h>

#include "base/source.h"

/* Reads the file `path` ("-": standard input) of at most `limit` bytes into a. On failure
 * returns false and *error is one sentence with the name and the reason (missing, a
 * directory, no permission, larger than the limit, read error). */
bool file_read(Arena *a, const char *path, size_t limit, Str *text, Str *error);

/* The same for a file that somebody else may have put there: a pipe would be waited for, a device
 * has no end; both are refused, and so is standard input. */
bool file_read_regular(Arena *a, const char *path, size_t limit, Str *text, Str *error);

/* As file_read for a program: also refuses NUL bytes and invalid UTF-8 (with line and column),
 * drops a byte order mark. At most SOURCE_LIMIT bytes. */
bool file_read_source(Arena *a, const char *path, const Source **source, Str *error);

/* What file_read_source does with a text that was read already. */
bool file_source(Arena *a, Str name, Str text, Source **source, Str *error);

/* Makes the folder of a path and those above it, for the user alone; what fails is seen when the
 * file is written. */
void file_make_folders(Arena *scratch, Str path);

/* By what a file that changed is recognised: cheap to ask for again and again. */
typedef struct FileStamp {
    bool there;
    dev_t device;
    ino_t number;
    off_t size;
    struct timespec changed;
} FileStamp;

FileStamp file_stamp(const char *path); /* all zero when it is not there */
bool file_stamp_same(const FileStamp *x, const FileStamp *y);

#define SOURCE_LIMIT ((size_t)8 << 20)

/* Writes text to path: into a new file beside it, fsync, rename; nothing is half written.
 * An existing file is replaced only when `force`. */
bool file_write(Arena *scratch, const char *path, Str text, bool force, Str *error);

#endif
