/* folders.c: the folders of lessons in a pack. */
#include "base/folder.h"
#include "base/text.h"
#include "lesson/pack.h"

static bool fault(Arena *a, Log *faults, Str file, const char *message) {
    *LOG_PUSH(faults, PackFault) = (PackFault){str_dup(a, file), STR(""), str_of(message)};
    return false;
}

/* Is there anything of this name, whatever it is? */
static bool has_entry(Arena *a, Str folder, const char *name) {
    Str path = str_printf(a, "%.*s/%s", STR_ARG(folder), name);
    return folder_find(a, folder, path).entry != FOLDER_MISSING;
}

/* A folder in a pack; one without a lesson.json is passed over. */
static void add_below(Arena *a, Str path, const FolderFound *found, Log *folders) {
    if (found->entry == FOLDER_FOLDER && has_entry(a, path, "lesson.json"))
        *LOG_PUSH(folders, Str) = path;
}

bool pack_lessons(Arena *a, Str pack, Log *folders, Log *faults) {
    size_t n, before = folders->count + faults->count;
    while (pack.len > 1 && pack.at[pack.len - 1] == '/')
        pack.len--;
    FolderFound found = folder_find(a, pack, pack);
    if (found.entry != FOLDER_FOLDER)
        return fault(a, faults, pack, _("there is no such folder"));
    if (has_entry(a, pack, "lesson.json")) {
        *LOG_PUSH(folders, Str) = pack;
        return true;
    }
    const Str *names = folder_list(a, found.real, &n);
    if (!names)
        return fault(a, faults, pack, _("the folder cannot be read"));
    for (size_t i = 0; i < n; i++) {
        Str path = str_printf(a, "%.*s/%.*s", STR_ARG(pack), STR_ARG(names[i]));
        FolderFound below = folder_find(a, pack, path);
        if (names[i].at[0] != '.' && below.entry == FOLDER_OUTSIDE)
            fault(a, faults, path, _("it leads out of the folder of lessons"));
        else if (names[i].at[0] != '.')
            add_below(a, path, &below, folders);
    }
    if (folders->count + faults->count == before)
        return fault(a, faults, pack, _("there is no lesson in this folder"));
    return true;
}
