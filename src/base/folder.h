/* folder.h: what lies below a folder, and whether a path does, whatever links and ".." it is made
 * of. */
#ifndef TFSCOPE_BASE_FOLDER_H
#define TFSCOPE_BASE_FOLDER_H

#include "base/str.h"

typedef enum FolderEntry {
    FOLDER_OUTSIDE, /* the path leads out of the folder, or the folder is not there */
    FOLDER_MISSING, /* there is no such thing; what is there of the path lies in the folder */
    FOLDER_FILE,    /* a regular file */
    FOLDER_FOLDER,  /* a folder, perhaps the folder itself */
    FOLDER_OTHER,   /* a device, a pipe or a socket */
} FolderEntry;

/* What folder_find tells of a path. */
typedef struct FolderFound {
    FolderEntry entry;
    Str real;        /* the path without links; empty unless something is there */
    int64_t size;    /* of a file, in bytes */
    int64_t changed; /* seconds since 1970 */
} FolderFound;

/* What `path` is, seen from the working directory, and whether it lies in `folder`. */
FolderFound folder_find(Arena *a, Str folder, Str path);

/* Reads at most `size` bytes of the file that folder_find found. Returns how many, or -1. Allocates
 * nothing. */
int64_t folder_read(Str real, char *to, size_t size);

/* The names in a folder that folder_find found, in the order of their bytes; NULL: it cannot be
 * read. */
Str *folder_list(Arena *a, Str real, size_t *n);

/* ---- changes: each returns 0, an errno, or FOLDER_LEFT ---- */

#define FOLDER_LEFT (-1) /* the path leads out of the folder */

/* A path, and the folder that it must lie in. */
typedef struct FolderPath {
    Str folder, path;
} FolderPath;

/* Writes a whole file beside the target and puts it in place: whoever reads it sees all or nothing.
 * A link is followed when what it leads to lies in the folder. */
int folder_write(Arena *scratch, Str folder, Str path, Str bytes);
int folder_make(Arena *scratch, Str folder, Str path); /* one folder */
/* A file or a link itself; an empty folder. */
int folder_remove(Arena *scratch, Str folder, Str path, bool is_folder);
int folder_rename(Arena *scratch, const FolderPath *from, const FolderPath *to);

/* The folder that the file of this path lies in: "a" of "a/b.py", "." of "b.py". */
Str folder_of_file(Str path);

#endif
