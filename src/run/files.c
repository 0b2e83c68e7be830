#include "run/files.h"

#include <string.h>

#include "run/kinds.h"
#include "run/standard.h"

#define HINT "--allow-read DIR lets the program read the files below DIR"
#define WRITE_HINT "--allow-write DIR lets the program change the files below DIR"

static Str without_slashes(Str path) {
    while (str_starts(path, STR("/"))) {
        path = str_sub(path, 1, path.len);
    }
    return path.len ? path : STR(".");
}

/* What lies beside HOME_FOLDER lies beside the working directory. */
Str file_path(Run *run, Str path) {
    Str home = STR(HOME_FOLDER), above = folder_of_file(home);
    bool below = str_starts(path, home) && (path.len == home.len || path.at[home.len] == '/');
    if (below) {
        return without_slashes(str_sub(path, home.len, path.len));
    }
    if (!str_starts(path, above) || path.len <= above.len || path.at[above.len] != '/') {
        return path;
    }
    Str rest = without_slashes(str_sub(path, above.len, path.len));
    return str_printf(run->arena, "../%.*s", STR_ARG(rest));
}

/* A real path that begins as HOME_FOLDER does is tried, too. */
static FolderFound find_below(Run *run, Str folder, Str path) {
    Str ours = file_path(run, path);
    FolderFound found = folder_find(run->scratch, folder, ours);
    bool other = found.entry < FOLDER_FILE && !str_eq(ours, path);
    FolderFound literal = {.entry = FOLDER_OUTSIDE};
    if (other) {
        literal = folder_find(run->scratch, folder, path);
    }
    return literal.entry > found.entry ? literal : found;
}

static void find_in(Run *run, const char *const *folders, size_t n, Str path, FolderFound *best) {
    for (size_t i = 0; i < n && best->entry < FOLDER_FILE; i++) {
        FolderFound found = find_below(run, str_of(folders[i]), path);
        *best = found.entry > best->entry ? found : *best;
    }
}

FolderFound file_find(Run *run, Str path) {
    FolderFound best = {.entry = FOLDER_OUTSIDE};
    find_in(run, run->options.readable, run->options.nreadable, path, &best);
    find_in(run, run->options.writable, run->options.nwritable, path, &best);
    return best;
}

/* ---- errors ---- */

bool refuse_file(Run *run, const char *what, Str path) {
    return refuse(run, HINT, "%s %.*s is not allowed", what, STR_ARG(path));
}

static const char *error_text(int number) {
    switch (number) {
    case 2: return "No such file or directory";
    case 5: return "Input/output error";
    case 13: return "Permission denied";
    case 16: return "Device or resource busy";
    case 17: return "File exists";
    case 20: return "Not a directory";
    case 21: return "Is a directory";
    case 27: return "File too large";
    case 28: return "No space left on device";
    case 30: return "Read-only file system";
    case 36: return "File name too long";
    case 39: return "Directory not empty";
    case 40: return "Too many levels of symbolic links";
    case 122: return "Disk quota exceeded";
    default: return "Invalid argument";
    }
}

bool raise_os_error(Run *run, int number, Str path) {
    Value e, args[3] = {value_int(number), str_share(run, str_of(error_text(number))),
                        str_make(run, path)};
    return value_call_n(run, value_object(run->exception.OSError), 3, args, &e) &&
           raise_value(run, e);
}

/* ---- reading ---- */

bool file_content(Run *run, const FolderFound *found, Str *bytes) {
    size_t size = found->size > 0 ? (size_t)found->size : 0;
    char *text = arena_alloc(run->arena, size + 1);
    int64_t n = folder_read(found->real, text, size);
    *bytes = (Str){text, n < 0 ? 0 : (size_t)n};
    return n >= 0 ||
           refuse(run, NULL, "reading %.*s is not allowed by the system", STR_ARG(found->real));
}

bool file_bytes(Run *run, Str path, Str *bytes) {
    if (path.len && memchr(path.at, 0, path.len)) {
        return raise_value_error(run, "embedded null byte");
    }
    if (!file_settled(run, path)) {
        return false;
    }
    FolderFound found = file_find(run, path);
    switch (found.entry) {
    case FOLDER_OUTSIDE: return refuse_file(run, "reading", path);
    case FOLDER_MISSING: return raise_os_error(run, 2, path);
    case FOLDER_FOLDER: return raise_os_error(run, 21, path);
    case FOLDER_OTHER:
        return refuse(run, "it is a device or a pipe", "reading %.*s", STR_ARG(path));
    case FOLDER_FILE: break;
    }
    return file_content(run, &found, bytes);
}

bool path_of(Run *run, Value v, Str *path) {
    Value method = value_unbound(), text = v;
    bool found = false;
    if (is_str(run, v)) {
        *path = str_text(v);
        return true;
    }
    if (!value_find_attr(run, v, name_z(run->names, "__fspath__"), &found, &method) ||
        (found && !value_call_n(run, method, 0, NULL, &text))) {
        return false;
    }
    if (found && is_str(run, text)) {
        *path = str_text(text);
        return true;
    }
    if (is_exactly(v, run->type.bytes)) {
        *path = bytes_text(v);
        return true;
    }
    return raise_type_error(run, "expected str, bytes or os.PathLike object, not %.*s",
                            STR_ARG(type_name(run, v)));
}

bool file_bytes_of(Run *run, Value path, Str *bytes) {
    Str text;
    return path_of(run, path, &text) && file_bytes(run, text, bytes);
}

/* ---- changes ---- */

/* The folder that a path may be changed in, and the path as one of the machine's. itself: a link is
 * what is changed, not what it leads to. */
static bool changeable(Run *run, Str path, bool itself, FolderPath *found) {
    for (size_t i = 0; i < run->options.nwritable; i++) {
        Str folder = str_of(run->options.writable[i]), ours = file_path(run, path);
        Str forms[2] = {ours, path};
        for (int k = 0; k < 2; k++) {
            Str seen = itself ? folder_of_file(forms[k]) : forms[k];
            if (folder_find(run->scratch, folder, seen).entry != FOLDER_OUTSIDE) {
                *found = (FolderPath){folder, forms[k]};
                return true;
            }
        }
    }
    return false;
}

static bool refuse_change(Run *run, Str path) {
    return refuse(run, WRITE_HINT, "writing %.*s is not allowed", STR_ARG(path));
}

/* What a change came to. */
static bool changed(Run *run, int error, Str path) {
    return error == FOLDER_LEFT ? refuse_change(run, path)
           : error              ? raise_os_error(run, error, path)
                                : true;
}

bool file_may_change(Run *run, Str path) {
    FolderPath found;
    return changeable(run, path, false, &found);
}

bool file_write_bytes(Run *run, Str path, Str bytes) {
    FolderPath found;
    if (path.len && memchr(path.at, 0, path.len)) {
        return raise_value_error(run, "embedded null byte");
    }
    if (!changeable(run, path, false, &found)) {
        return refuse_change(run, path);
    }
    run->written_bytes += bytes.len;
    if (run->written_bytes > run->options.max_memory) {
        return refuse_budget(run, BUDGET_MEMORY);
    }
    return changed(run, folder_write(run->scratch, found.folder, found.path, bytes), path);
}

bool file_make_folder(Run *run, Str path) {
    FolderPath found;
    return changeable(run, path, false, &found)
               ? changed(run, folder_make(run->scratch, found.folder, found.path), path)
               : refuse_change(run, path);
}

bool file_remove(Run *run, Str path, bool is_folder) {
    FolderPath found;
    return changeable(run, path, true, &found)
               ? changed(run, folder_remove(run->scratch, found.folder, found.path, is_folder),
                         path)
               : refuse_change(run, path);
}

bool file_rename(Run *run, Str from, Str to) {
    FolderPath a, b;
    if (!changeable(run, from, true, &a)) {
        return refuse_change(run, from);
    }
    return changeable(run, to, true, &b) ? changed(run, folder_rename(run->scratch, &a, &b), from)
                                         : refuse_change(run, to);
}
