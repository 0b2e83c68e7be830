#include "run/files.h"

#include <string.h>

#include "run/kinds.h"

#define HINT "--allow-read DIR lets the program read the files below DIR"

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

FolderFound file_find(Run *run, Str path) {
    FolderFound best = {.entry = FOLDER_OUTSIDE};
    for (size_t i = 0; i < run->options.nreadable && best.entry < FOLDER_FILE; i++) {
        FolderFound found = find_below(run, str_of(run->options.readable[i]), path);
        best = found.entry > best.entry ? found : best;
    }
    return best;
}

/* ---- errors ---- */

bool refuse_file(Run *run, const char *what, Str path) {
    return refuse(run, HINT, "%s %.*s is not allowed", what, STR_ARG(path));
}

static const char *error_text(int number) {
    switch (number) {
    case 2: return "No such file or directory";
    case 13: return "Permission denied";
    case 17: return "File exists";
    case 20: return "Not a directory";
    case 21: return "Is a directory";
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
