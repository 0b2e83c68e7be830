/* module_files.c: what os, os.path, glob and fnmatch tell about files below the folders of
 * --allow-read. Of anything else a run knows nothing: it does not exist when that is asked, and is
 * refused when it is to be listed. Making a folder makes it in this run only; nothing else is
 * changed. */
#include "run/files.h"
#include "run/standard.h"

/* ---- names ---- */

/* [seq] at p[*i]: is c in it? Moves *i behind it; a bracket that is never closed stands for itself.
 */
static bool in_brackets(Str p, size_t *i, char c) {
    size_t at = *i + 1, end;
    bool not = at < p.len && p.at[at] == '!', found = false;
    at += not ;
    for (end = at + 1; end < p.len && p.at[end] != ']';) {
        end++;
    }
    if (end >= p.len) {
        ++*i;
        return c == '[';
    }
    for (size_t k = at; k < end; k++) {
        bool range = k + 2 < end && p.at[k + 1] == '-';
        char last = range ? p.at[k + 2] : p.at[k];
        found |= c >= p.at[k] && c <= last;
        k += range ? 2 : 0;
    }
    *i = end + 1;
    return found != not ;
}

/* Does a name fit a pattern of *, ?, [seq]? Only the last star is ever tried again. */
static bool name_fits(Str p, Str name) {
    size_t i = 0, k = 0, star = SIZE_MAX, mark = 0;
    while (k < name.len || i < p.len) {
        size_t next = i;
        if (i < p.len && p.at[i] == '*') {
            star = ++i;
            mark = k;
            continue;
        }
        bool fits = i < p.len && k < name.len;
        if (fits && p.at[i] == '[') {
            fits = in_brackets(p, &next, name.at[k]);
        } else if (fits) {
            fits = p.at[i] == '?' || p.at[i] == name.at[k];
            next++;
        }
        if (fits) {
            i = next;
            k++;
        } else if (star != SIZE_MAX && mark < name.len) {
            i = star;
            k = ++mark;
        } else {
            return false;
        }
    }
    return true;
}

static bool has_magic(Str p) {
    for (size_t i = 0; i < p.len; i++) {
        if (p.at[i] == '*' || p.at[i] == '?' || p.at[i] == '[') {
            return true;
        }
    }
    return false;
}

static bool fnmatch_one(Run *run, const Value *args, Value *result) {
    Str name, pattern;
    if (!path_of(run, args[0], &name) || !path_of(run, args[1], &pattern)) {
        return false;
    }
    *result = value_bool(name_fits(pattern, name));
    return true;
}

static bool fnmatch_filter(Run *run, const Value *args, Value *result) {
    Value *items;
    uint32_t n;
    Str name, pattern;
    *result = list_make(run, 0, NULL);
    if (!value_items(run, args[0], &items, &n) || !path_of(run, args[1], &pattern)) {
        return false;
    }
    for (uint32_t i = 0; i < n; i++) {
        if (!path_of(run, items[i], &name)) {
            return false;
        }
        if (name_fits(pattern, name)) {
            list_append(run, *result, items[i]);
        }
    }
    return true;
}

static const NativeSpec fnmatch_functions[] = {
    {.name = "fnmatch", .signature = "name, pat", .fn = fnmatch_one},
    {.name = "fnmatchcase", .signature = "name, pat", .fn = fnmatch_one},
    {.name = "filter", .signature = "names, pat", .fn = fnmatch_filter},
    {0},
};

/* ---- folders made in this run ---- */

static Value made_key(Run *run, Str path) {
    return str_share(run, path_absolute(run, path));
}

static bool is_made(Run *run, Str path) {
    Value v;
    return dict_get_name(run, run->standard->made_folders, str_text(made_key(run, path)).at, &v);
}

static void make_folders(Run *run, Str path) {
    Str whole = path_absolute(run, path);
    while (!str_is(whole, "/") && !str_eq(whole, STR(HOME_FOLDER))) {
        dict_set_name(run, run->standard->made_folders, str_dup(run->arena, whole).at,
                      value_none());
        whole = folder_of_file(whole);
    }
}

static FolderFound look(Run *run, Str path) {
    FolderFound found = file_find(run, path);
    if (found.entry < FOLDER_FILE && is_made(run, path)) {
        found = (FolderFound){.entry = FOLDER_FOLDER};
    }
    return found;
}

/* Below a folder of --allow-write folders are made for good. */
static bool make_for_good(Run *run, Str path, bool above) {
    Str parent = folder_of_file(path);
    if (above && !str_eq(parent, path) && look(run, parent).entry < FOLDER_FILE &&
        !make_for_good(run, parent, above)) {
        return false;
    }
    return file_make_folder(run, path);
}

static Str without_bars(Str path) {
    while (path.len > 1 && str_ends(path, STR("/"))) {
        path = str_sub(path, 0, path.len - 1);
    }
    return path;
}

static bool make_folder(Run *run, Str path, bool above) {
    if (!file_may_change(run, path)) {
        make_folders(run, path);
        return true;
    }
    return make_for_good(run, without_bars(path), above);
}

static bool os_makedirs(Run *run, const Value *args, Value *result) {
    Str path;
    bool may_exist;
    *result = value_none();
    if (!path_of(run, args[0], &path) || !value_truth(run, args[2], &may_exist)) {
        return false;
    }
    FolderEntry entry = look(run, path).entry;
    if (entry >= FOLDER_FILE) {
        return (may_exist && entry == FOLDER_FOLDER) || raise_os_error(run, 17, path);
    }
    return make_folder(run, path, true);
}

static bool os_mkdir(Run *run, const Value *args, Value *result) {
    Str path;
    *result = value_none();
    if (!path_of(run, args[0], &path)) {
        return false;
    }
    return look(run, path).entry >= FOLDER_FILE ? raise_os_error(run, 17, path)
                                                : make_folder(run, path, false);
}

/* ---- removing and renaming ---- */

static bool os_remove(Run *run, const Value *args, Value *result) {
    Str path;
    *result = value_none();
    return path_of(run, args[0], &path) && file_remove(run, path, false);
}

static bool os_rmdir(Run *run, const Value *args, Value *result) {
    Str path;
    *result = value_none();
    return path_of(run, args[0], &path) && file_remove(run, path, true);
}

static bool os_rename(Run *run, const Value *args, Value *result) {
    Str from, to;
    *result = value_none();
    return path_of(run, args[0], &from) && path_of(run, args[1], &to) && file_rename(run, from, to);
}

/* ---- what is there ---- */

static bool entry_is(Run *run, const Value *args, Value *result, bool file, bool folder) {
    Str path;
    if (!path_of(run, args[0], &path)) {
        return false;
    }
    FolderEntry e = look(run, path).entry;
    *result = value_bool((e == FOLDER_FILE && file) || (e == FOLDER_FOLDER && folder) ||
                         (e == FOLDER_OTHER && file && folder));
    return true;
}

static bool path_exists(Run *run, const Value *args, Value *result) {
    return entry_is(run, args, result, true, true);
}

static bool path_isfile(Run *run, const Value *args, Value *result) {
    return entry_is(run, args, result, true, false);
}

static bool path_isdir(Run *run, const Value *args, Value *result) {
    return entry_is(run, args, result, false, true);
}

/* What is there; raises or refuses when nothing is that may be seen. */
static bool find_or_raise(Run *run, Value v, const char *what, Str *path, FolderFound *found) {
    if (!path_of(run, v, path)) {
        return false;
    }
    if (!file_settled(run, *path)) {
        return false;
    }
    *found = look(run, *path);
    return found->entry == FOLDER_OUTSIDE   ? refuse_file(run, what, *path)
           : found->entry == FOLDER_MISSING ? raise_os_error(run, 2, *path)
                                            : true;
}

static bool path_getsize(Run *run, const Value *args, Value *result) {
    FolderFound found;
    Str path;
    bool ok = find_or_raise(run, args[0], "reading", &path, &found);
    *result = value_int(found.size);
    return ok;
}

static bool path_getmtime(Run *run, const Value *args, Value *result) {
    FolderFound found;
    Str path;
    bool ok = find_or_raise(run, args[0], "reading", &path, &found);
    *result = value_float((double)found.changed);
    return ok;
}

static bool os_stat(Run *run, const Value *args, Value *result) {
    FolderFound found;
    Str path;
    if (!find_or_raise(run, args[0], "reading", &path, &found)) {
        return false;
    }
    *result = record_make(run, run->standard->stat_result);
    record_set(run, *result, "st_size", value_int(found.size));
    record_set(run, *result, "st_mtime", value_float((double)found.changed));
    record_set(run, *result, "st_mode",
               value_int(found.entry == FOLDER_FOLDER ? 0040755 : 0100644));
    return true;
}

static const NativeSpec path_functions[] = {
    {.name = "exists", .signature = "path, /", .fn = path_exists},
    {.name = "lexists", .signature = "path, /", .fn = path_exists},
    {.name = "isfile", .signature = "path, /", .fn = path_isfile},
    {.name = "isdir", .signature = "s, /", .fn = path_isdir},
    {.name = "getsize", .signature = "filename, /", .fn = path_getsize},
    {.name = "getmtime", .signature = "filename, /", .fn = path_getmtime},
    {0},
};

/* ---- listing ---- */

static void add_made(Run *run, Str path, Value names) {
    Str whole = path_absolute(run, path);
    const DictObject *d = (const DictObject *)run->standard->made_folders.as.object;
    for (uint32_t i = 0; i < d->nentries; i++) {
        Str made = str_text(d->entries[i].key);
        bool inside = !str_eq(made, whole) && str_eq(folder_of_file(made), whole);
        bool known = false;
        Value name = str_make(run, inside ? str_sub(made, whole.len + 1, made.len) : STR(""));
        if (inside && value_contains(run, names, name, &known) && !known) {
            list_append(run, names, name);
        }
    }
}

/* The names in a folder; *names is a list. */
static bool list_folder(Run *run, Str path, const FolderFound *found, Value *names) {
    size_t n = 0;
    *names = list_make(run, 0, NULL);
    if (found->entry != FOLDER_FOLDER) {
        return raise_os_error(run, 20, path);
    }
    Str *all = found->real.len ? folder_list(run->arena, found->real, &n) : NULL;
    for (size_t i = 0; i < n; i++) {
        list_append(run, *names, str_share(run, all[i]));
    }
    add_made(run, path, *names);
    return true;
}

static bool os_listdir(Run *run, const Value *args, Value *result) {
    FolderFound found;
    Str path;
    return find_or_raise(run, args[0], "listing", &path, &found) &&
           list_folder(run, path, &found, result);
}

static Str join(Run *run, Str folder, Str name) {
    const char *bar = !folder.len || str_ends(folder, STR("/")) ? "" : "/";
    return str_printf(run->arena, "%.*s%s%.*s", STR_ARG(folder), bar, STR_ARG(name));
}

/* One folder of a walk: (path, folders, files). */
static bool walk_one(Run *run, Str path, Value *three) {
    FolderFound found = look(run, path);
    Value names;
    three[0] = str_share(run, path);
    three[1] = list_make(run, 0, NULL);
    three[2] = list_make(run, 0, NULL);
    if (found.entry != FOLDER_FOLDER) {
        return true;
    }
    if (!list_folder(run, path, &found, &names)) {
        return false;
    }
    for (uint32_t i = 0; i < sequence_count(names); i++) {
        Value name = sequence_item(names, i);
        FolderEntry e = look(run, join(run, path, str_text(name))).entry;
        list_append(run, three[e == FOLDER_FOLDER ? 1 : 2], name);
    }
    return true;
}

#define WALK_DEPTH 100

/* A link that leads back would be walked for ever: the depth is limited. */
static bool walk(Run *run, Str path, bool top_down, int depth, Value list) {
    Value three[3], entry;
    if (depth > WALK_DEPTH) {
        return refuse(run, NULL, "walking through folders of such a depth");
    }
    if (!walk_one(run, path, three)) {
        return false;
    }
    entry = tuple_make(run, 3, three);
    if (top_down) {
        list_append(run, list, entry);
    }
    for (uint32_t i = 0; i < sequence_count(three[1]); i++) {
        Str below = join(run, path, str_text(sequence_item(three[1], i)));
        if (!walk(run, below, top_down, depth + 1, list)) {
            return false;
        }
    }
    if (!top_down) {
        list_append(run, list, entry);
    }
    return true;
}

static bool os_walk(Run *run, const Value *args, Value *result) {
    Str path;
    bool top_down;
    Value list = list_make(run, 0, NULL);
    if (!path_of(run, args[0], &path) || !value_truth(run, args[1], &top_down)) {
        return false;
    }
    FolderEntry e = look(run, path).entry;
    if (e == FOLDER_OUTSIDE) {
        return refuse_file(run, "listing", path);
    }
    return (e != FOLDER_FOLDER || walk(run, path, top_down, 0, list)) &&
           value_iter(run, list, result);
}

static const NativeSpec os_functions[] = {
    {.name = "mkdir", .signature = "path, mode=511~, *, dir_fd=None!", .fn = os_mkdir},
    {.name = "makedirs", .signature = "name, mode=511~, exist_ok=False", .fn = os_makedirs},
    {.name = "remove", .signature = "path, *, dir_fd=None!", .fn = os_remove},
    {.name = "unlink", .signature = "path, *, dir_fd=None!", .fn = os_remove},
    {.name = "rmdir", .signature = "path, *, dir_fd=None!", .fn = os_rmdir},
    {.name = "rename",
     .signature = "src, dst, *, src_dir_fd=None!, dst_dir_fd=None!",
     .fn = os_rename},
    {.name = "replace",
     .signature = "src, dst, *, src_dir_fd=None!, dst_dir_fd=None!",
     .fn = os_rename},
    {.name = "listdir", .signature = "path='.', /", .fn = os_listdir},
    {.name = "walk",
     .signature = "top, topdown=True, onerror=None!, followlinks=False!",
     .fn = os_walk},
    {.name = "stat", .signature = "path, /", .fn = os_stat},
    {.name = "lstat", .signature = "path, /", .fn = os_stat},
    {0},
};

/* ---- glob ---- */

static bool glob_into(Run *run, Str pattern, bool deep, Value list);

/* The names in `folder` that fit, joined to it. */
static bool glob_names(Run *run, Str folder, Str pattern, Value list) {
    Str place = folder.len ? folder : STR(".");
    FolderFound found = look(run, place);
    Value names;
    if (found.entry == FOLDER_OUTSIDE) {
        return refuse_file(run, "listing", place);
    }
    if (found.entry != FOLDER_FOLDER) {
        return true;
    }
    if (!list_folder(run, place, &found, &names)) {
        return false;
    }
    for (uint32_t i = 0; i < sequence_count(names); i++) {
        Str name = str_text(sequence_item(names, i));
        bool hidden = str_starts(name, STR(".")) && !str_starts(pattern, STR("."));
        if (!hidden && name_fits(pattern, name)) {
            list_append(run, list, str_share(run, join(run, folder, name)));
        }
    }
    return true;
}

/* "**": the folder and all that are below it. */
static bool glob_deep(Run *run, Str folder, Value list) {
    Value all = list_make(run, 0, NULL);
    Str place = folder.len ? folder : STR(".");
    FolderEntry e = look(run, place).entry;
    if (e == FOLDER_OUTSIDE) {
        return refuse_file(run, "listing", place);
    }
    if (e != FOLDER_FOLDER || !walk(run, place, true, 0, all)) {
        return e != FOLDER_FOLDER;
    }
    for (uint32_t i = 0; i < sequence_count(all); i++) {
        Str path = str_text(sequence_item(sequence_item(all, i), 0));
        path = folder.len ? path : str_sub(path, 2, path.len);
        if (str_find(path, STR("/."), 0) < 0 && !str_starts(path, STR("."))) {
            list_append(run, list, str_share(run, path));
        }
    }
    return true;
}

static bool glob_last(Run *run, Str folder, Str part, bool deep, Value list) {
    if (deep && str_is(part, "**")) {
        return glob_deep(run, folder, list);
    }
    if (has_magic(part)) {
        return glob_names(run, folder, part, list);
    }
    Str whole = join(run, folder, part);
    if (look(run, whole).entry >= FOLDER_FILE) {
        list_append(run, list, str_share(run, whole));
    }
    return true;
}

static bool glob_into(Run *run, Str pattern, bool deep, Value list) {
    ptrdiff_t bar = (ptrdiff_t)pattern.len - 1;
    while (bar >= 0 && pattern.at[bar] != '/') {
        bar--;
    }
    Str folder = bar < 0 ? STR("") : bar == 0 ? STR("/") : str_sub(pattern, 0, (size_t)bar);
    Str part = str_sub(pattern, (size_t)(bar + 1), pattern.len);
    if (!has_magic(folder)) {
        return glob_last(run, folder, part, deep, list);
    }
    Value folders = list_make(run, 0, NULL);
    if (!glob_into(run, folder, deep, folders)) {
        return false;
    }
    for (uint32_t i = 0; i < sequence_count(folders); i++) {
        Str one = str_text(sequence_item(folders, i));
        bool is = !one.len || look(run, one).entry == FOLDER_FOLDER;
        if (is && !glob_last(run, one, part, deep, list)) {
            return false;
        }
    }
    return true;
}

static bool glob_glob(Run *run, const Value *args, Value *result) {
    Str pattern;
    bool deep;
    *result = list_make(run, 0, NULL);
    return path_of(run, args[0], &pattern) && value_truth(run, args[1], &deep) &&
           glob_into(run, pattern, deep, *result);
}

static bool glob_iglob(Run *run, const Value *args, Value *result) {
    Value list;
    return glob_glob(run, args, &list) && value_iter(run, list, result);
}

static const NativeSpec glob_functions[] = {
    {.name = "glob",
     .signature =
         "pathname, recursive=False, *, root_dir=None!, dir_fd=None!, include_hidden=False!",
     .fn = glob_glob},
    {.name = "iglob",
     .signature =
         "pathname, recursive=False, *, root_dir=None!, dir_fd=None!, include_hidden=False!",
     .fn = glob_iglob},
    {0},
};

void install_files(Run *run, Standard *s, Module *os, Module *path) {
    s->made_folders = dict_make(run);
    s->stat_result = record_type(run, "stat_result", "os");
    module_add_functions(run, os, os_functions);
    module_add_functions(run, path, path_functions);
    module_add_functions(run, module_make(run, "glob"), glob_functions);
    module_add_functions(run, module_make(run, "fnmatch"), fnmatch_functions);
}
