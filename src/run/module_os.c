/* module_os.c: os and os.path, as far as they are about text (module_files.c has what is about
 * files). Whatever changes files, or asks for the machine, is refused by name. */
#include "run/files.h"
#include "run/standard.h"

#define HOME HOME_FOLDER

static bool path_text(Run *run, Value v, Str *text) {
    if (is_str(run, v)) {
        *text = str_text(v);
        return true;
    }
    return raise_type_error(run, "expected str, bytes or os.PathLike object, not %.*s",
                            STR_ARG(type_name(run, v)));
}

/* ---- joining and splitting ---- */

static bool path_join(Run *run, const Value *args, Value *result) {
    Str path, part;
    if (!path_text(run, args[0], &path)) {
        return false;
    }
    for (uint32_t i = 0; i < sequence_count(args[1]); i++) {
        if (!path_text(run, sequence_item(args[1], i), &part)) {
            return false;
        }
        bool whole = str_starts(part, STR("/")) || !path.len;
        bool bar = !whole && !str_ends(path, STR("/"));
        path = whole ? part
                     : str_printf(run->scratch, "%.*s%s%.*s", STR_ARG(path), bar ? "/" : "",
                                  STR_ARG(part));
    }
    *result = str_make(run, path);
    return true;
}

/* Bytes up to and including the last slash. */
static size_t head_length(Str path) {
    size_t n = path.len;
    while (n > 0 && path.at[n - 1] != '/') {
        n--;
    }
    return n;
}

/* The directory: without slashes at its end, unless it is nothing else. */
static Str head_of(Str path) {
    size_t n = head_length(path), cut = n;
    while (cut > 0 && path.at[cut - 1] == '/') {
        cut--;
    }
    return str_sub(path, 0, cut ? cut : n);
}

static bool path_dirname(Run *run, const Value *args, Value *result) {
    Str path;
    if (!path_text(run, args[0], &path)) {
        return false;
    }
    *result = str_make(run, head_of(path));
    return true;
}

static bool path_basename(Run *run, const Value *args, Value *result) {
    Str path;
    if (!path_text(run, args[0], &path)) {
        return false;
    }
    *result = str_make(run, str_sub(path, head_length(path), path.len));
    return true;
}

static Value pair(Run *run, Value a, Value b) {
    Value both[2] = {a, b};
    return tuple_make(run, 2, both);
}

static bool path_split(Run *run, const Value *args, Value *result) {
    Value head, tail;
    if (!path_dirname(run, args, &head) || !path_basename(run, args, &tail)) {
        return false;
    }
    *result = pair(run, head, tail);
    return true;
}

/* The last dot of the last part, unless only dots stand before it. */
static size_t extension_at(Str path) {
    size_t from = head_length(path), dot = path.len;
    while (dot > from && path.at[dot - 1] != '.') {
        dot--;
    }
    if (dot == from) {
        return path.len;
    }
    dot--;
    for (size_t i = from; i < dot; i++) {
        if (path.at[i] != '.') {
            return dot;
        }
    }
    return path.len;
}

static bool path_splitext(Run *run, const Value *args, Value *result) {
    Str path;
    if (!path_text(run, args[0], &path)) {
        return false;
    }
    size_t at = extension_at(path);
    *result =
        pair(run, str_make(run, str_sub(path, 0, at)), str_make(run, str_sub(path, at, path.len)));
    return true;
}

/* ---- normal forms ---- */

/* Drops the last part of what was written; false when there is none that ".." could undo. */
static bool drop_part(Sink *out, size_t root) {
    size_t n = out->len;
    while (n > root && out->text[n - 1] != '/') {
        n--;
    }
    Str last = {out->text + n, out->len - n};
    if (!last.len || str_is(last, "..")) {
        return false;
    }
    out->len = n > root ? n - 1 : n;
    return true;
}

static Str normal_path(Run *run, Str path) {
    Sink out = sink_memory(run->scratch);
    bool absolute = str_starts(path, STR("/"));
    bool two = str_starts(path, STR("//")) && !str_starts(path, STR("///"));
    sink_z(&out, two ? "//" : absolute ? "/" : "");
    size_t root = out.len;
    for (size_t i = 0; i <= path.len;) {
        ptrdiff_t bar = str_find(path, STR("/"), i);
        size_t end = bar < 0 ? path.len : (size_t)bar;
        Str part = str_sub(path, i, end);
        i = end + 1;
        if (!part.len || str_is(part, ".") ||
            (str_is(part, "..") && (drop_part(&out, root) || absolute))) {
            continue;
        }
        sink_z(&out, out.len > root ? "/" : "");
        sink_put(&out, part);
    }
    return out.len ? sink_str(&out) : STR(".");
}

static bool path_normpath(Run *run, const Value *args, Value *result) {
    Str path;
    if (!path_text(run, args[0], &path)) {
        return false;
    }
    *result = str_make(run, normal_path(run, path));
    return true;
}

Str path_absolute(Run *run, Str path) {
    bool absolute = str_starts(path, STR("/"));
    return normal_path(run,
                       absolute ? path : str_printf(run->scratch, HOME "/%.*s", STR_ARG(path)));
}

static bool path_abspath(Run *run, const Value *args, Value *result) {
    Str path;
    if (!path_text(run, args[0], &path)) {
        return false;
    }
    *result = str_make(run, path_absolute(run, path));
    return true;
}

/* Length of the longest common beginning of two absolute paths that ends at a part's end. */
static size_t common_parts(Str a, Str b) {
    size_t common = 0;
    for (size_t i = 0; i <= a.len && i <= b.len; i++) {
        bool end_a = i == a.len || a.at[i] == '/', end_b = i == b.len || b.at[i] == '/';
        common = end_a && end_b ? i : common;
        if (i == a.len || i == b.len || a.at[i] != b.at[i]) {
            break;
        }
    }
    return common;
}

static bool path_relpath(Run *run, const Value *args, Value *result) {
    Str path, start = STR(HOME);
    if (!path_text(run, args[0], &path) || (given(args[1]) && !path_text(run, args[1], &start))) {
        return false;
    }
    path = path_absolute(run, path);
    start = path_absolute(run, start);
    size_t common = common_parts(path, start);
    Sink out = sink_memory(run->scratch);
    for (size_t i = common; i < start.len; i++) {
        if (start.at[i] == '/' && i + 1 < start.len) {
            sink_z(&out, out.len ? "/.." : "..");
        }
    }
    if (common + 1 < path.len) {
        sink_z(&out, out.len ? "/" : "");
        sink_put(&out, str_sub(path, common + 1, path.len));
    }
    *result = str_make(run, out.len ? sink_str(&out) : STR("."));
    return true;
}

static bool path_expanduser(Run *run, const Value *args, Value *result) {
    Str path;
    if (!path_text(run, args[0], &path)) {
        return false;
    }
    bool home = str_is(path, "~") || str_starts(path, STR("~/"));
    *result = home ? str_format(run, HOME "%.*s", STR_ARG(str_sub(path, 1, path.len))) : args[0];
    return true;
}

static bool path_same(Run *run, const Value *args, Value *result) {
    Str path;
    *result = args[0];
    return path_text(run, args[0], &path);
}

static bool path_isabs(Run *run, const Value *args, Value *result) {
    Str path;
    bool ok = path_text(run, args[0], &path);
    *result = value_bool(ok && str_starts(path, STR("/")));
    return ok;
}

static bool path_islink(Run *run, const Value *args, Value *result) {
    Str path;
    *result = value_bool(false);
    return path_text(run, args[0], &path);
}

static bool path_commonprefix(Run *run, const Value *args, Value *result) {
    Value *items;
    uint32_t n;
    Str common = STR(""), text;
    if (!value_items(run, args[0], &items, &n)) {
        return false;
    }
    for (uint32_t i = 0; i < n; i++) {
        if (!path_text(run, items[i], &text)) {
            return false;
        }
        size_t k = 0;
        while (k < common.len && k < text.len && common.at[k] == text.at[k]) {
            k++;
        }
        common = i ? str_sub(common, 0, k) : text;
    }
    *result = str_make(run, common);
    return true;
}

/* ---- the process ---- */

static bool os_getcwd(Run *run, const Value *args, Value *result) {
    (void)args;
    *result = text_value(run, HOME);
    return true;
}

static bool os_getenv(Run *run, const Value *args, Value *result) {
    Module *os = map_ptr(&run->modules, name_z(run->names, "os"));
    Value environment = members_get(&os->members, name_z(run->names, "environ"));
    bool found;
    if (!dict_get(run, environment, args[0], &found, result)) {
        return false;
    }
    *result = found ? *result : args[1];
    return true;
}

static bool os_putenv(Run *run, const Value *args, Value *result) {
    (void)args;
    *result = value_none();
    (void)run;
    return true;
}

static const NativeSpec path_functions[] = {
    {.name = "join", .signature = "a, /, *p", .fn = path_join},
    {.name = "split", .signature = "p, /", .fn = path_split},
    {.name = "dirname", .signature = "p, /", .fn = path_dirname},
    {.name = "basename", .signature = "p, /", .fn = path_basename},
    {.name = "splitext", .signature = "p, /", .fn = path_splitext},
    {.name = "normpath", .signature = "path, /", .fn = path_normpath},
    {.name = "abspath", .signature = "path, /", .fn = path_abspath},
    {.name = "realpath", .signature = "filename, /", .fn = path_abspath},
    {.name = "relpath", .signature = "path, start=None", .fn = path_relpath},
    {.name = "expanduser", .signature = "path, /", .fn = path_expanduser},
    {.name = "expandvars", .signature = "path, /", .fn = path_same},
    {.name = "normcase", .signature = "s, /", .fn = path_same},
    {.name = "isabs", .signature = "s, /", .fn = path_isabs},
    {.name = "commonprefix", .signature = "m, /", .fn = path_commonprefix},
    {.name = "islink", .signature = "path, /", .fn = path_islink},
    {0},
};

static const NativeSpec os_functions[] = {
    {.name = "getcwd", .signature = "", .fn = os_getcwd},
    {.name = "getenv", .signature = "key, default=None", .fn = os_getenv},
    {.name = "putenv", .signature = "key~, value~, /", .fn = os_putenv},
    {.name = "fspath", .signature = "path", .fn = path_same},
    {0},
};

static const char *const os_refused[] = {
    "removedirs", "renames",  "access",     "open",      "close",   "read",      "write",
    "system",     "popen",    "fork",       "kill",      "getpid",  "getppid",   "getuid",
    "geteuid",    "getlogin", "uname",      "cpu_count", "chdir",   "chmod",     "chown",
    "symlink",    "readlink", "link",       "scandir",   "urandom", "times",     "waitpid",
    "execv",      "execvp",   "spawnv",     "_exit",     "abort",   "umask",     "utime",
    "truncate",   "statvfs",  "getloadavg", "nice",      "pipe",    "dup2",      "isatty",
    "fdopen",     "getcwdb",  "getpgid",    "mkfifo",    "tmpfile", "startfile", "umask",
    NULL,
};

static const char *const path_refused[] = {
    "getatime", "getctime", "samefile", "ismount", "walk", "sameopenfile", "commonpath", NULL,
};

void install_os(Run *run) {
    Module *os = module_make(run, "os"), *path = module_make(run, "os.path");
    static const char *const texts[][2] = {
        {"sep", "/"},    {"pathsep", ":"}, {"curdir", "."},          {"pardir", ".."},
        {"extsep", "."}, {"altsep", NULL}, {"devnull", "/dev/null"},
    };
    module_add_functions(run, path, path_functions);
    module_add_functions(run, os, os_functions);
    path->missing = os->missing = refuse_known;
    os->context = (void *)(uintptr_t)os_refused;
    path->context = (void *)(uintptr_t)path_refused;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        Value v = texts[i][1] ? text_value(run, texts[i][1]) : value_none();
        module_set(run, os, texts[i][0], v);
        module_set(run, path, texts[i][0], v);
    }
    install_files(run, run->standard, os, path);
    module_set(run, os, "path", value_object(path));
    module_set(run, os, "name", text_value(run, "posix"));
    module_set(run, os, "linesep", text_value(run, "\n"));
    module_set(run, os, "environ", dict_make(run));
    module_set(run, os, "error", value_object(run->exception.OSError));
}
