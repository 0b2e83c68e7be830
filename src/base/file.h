/* file.h: reading and writing whole files. */
#ifndef TFSCOPE_BASE_FILE_H
#define TFSCOPE_BASE_FILE_H

#include "base/source.h"

/* Reads the file `path` ("-": standard input) of at most `limit` bytes into a. On failure
 * returns false and *error is one sentence with the name and the reason (missing, a
 * directory, no permission, larger than the limit, read error). */
bool file_read(Arena *a, const char *path, size_t limit, Str *text, Str *error);

/* The same for a program: also refuses NUL bytes and invalid UTF-8 (with line and column), drops a
 * byte order mark. At most SOURCE_LIMIT bytes. */
bool file_read_source(Arena *a, const char *path, const Source **source, Str *error);

/* What file_read_source does with a text that was read already. */
bool file_source(Arena *a, Str name, Str text, Source **source, Str *error);

#define SOURCE_LIMIT ((size_t)8 << 20)

/* Writes text to path: into a new file beside it, fsync, rename; nothing is half written.
 * An existing file is replaced only when `force`. */
bool file_write(Arena *scratch, const char *path, Str text, bool force, Str *error);

#endif
