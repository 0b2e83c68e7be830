/* pack.c: files of a lesson, and what is wrong with them. */
#include "lesson/pack.h"

#include <string.h>

#include "base/file.h"
#include "base/folder.h"
#include "base/text.h"
#include "base/utf8.h"

bool pack_fault(PackReader *r, Str file, Str place, Str message) {
    Str path =
        file.len ? str_printf(r->arena, "%.*s/%.*s", STR_ARG(r->folder), STR_ARG(file)) : r->folder;
    *LOG_PUSH(r->faults, PackFault) = (PackFault){path, place, message};
    return false;
}

bool pack_fault_line(PackReader *r, Str file, uint32_t line, Str message) {
    return pack_fault(r, file, str_printf(r->arena, _("line %u"), (unsigned)line), message);
}

/* "questions[2].hints[0].zh" */
static void put_way(Sink *out, const Spot *s) {
    if (s->up)
        put_way(out, s->up);
    if (s->key)
        sink_printf(out, "%s%s", s->up && s->up->up ? "." : "", s->key);
    else if (s->up)
        sink_printf(out, "[%zu]", s->index);
}

bool spot_fault(PackReader *r, const Spot *s, const char *message) {
    Sink place = sink_memory(r->arena);
    const Spot *there = s; /* what is not there is missed in what is around it */
    while (!there->json && there->up)
        there = there->up;
    sink_printf(&place, _("line %u"), (unsigned)(there->json ? there->json->line : 1));
    if (s->up)
        sink_z(&place, ", ");
    put_way(&place, s);
    return pack_fault(r, STR("lesson.json"), sink_str(&place), str_of(message));
}

Str pack_fault_text(Arena *a, const PackFault *f) {
    Sink out = sink_memory(a);
    for (size_t i = 0; i < f->file.len; i++)
        sink_char(&out, f->file.at[i] == '\n' || f->file.at[i] == '\t' ? '?' : f->file.at[i]);
    if (f->place.len)
        sink_printf(&out, ": %.*s", STR_ARG(f->place));
    sink_printf(&out, ": %.*s", STR_ARG(f->message));
    return sink_str(&out);
}

bool pack_has_control(Str s, const char *allowed) {
    for (size_t i = 0; i < s.len;) {
        uint32_t c = utf8_next(s, &i);
        if (((c < 0x20 || (c >= 0x7f && c < 0xa0)) &&
             !(c && c < 0x7f && strchr(allowed, (int)c))) ||
            utf8_is_bidi_control(c))
            return true;
    }
    return false;
}

/* Why a file of this name cannot be read; NULL: it can. */
static const char *why_not(const FolderFound *found) {
    switch (found->entry) {
    case FOLDER_OUTSIDE: return _("it leads out of the lesson's folder");
    case FOLDER_MISSING: return _("the file is missing");
    case FOLDER_FOLDER: return _("it is a folder, not a file");
    case FOLDER_OTHER: return _("it is a device or a pipe, not a file");
    case FOLDER_FILE: break;
    }
    return found->size > PACK_FILE_MOST ? _("the file is larger than 256 KiB") : NULL;
}

/* A file of a lesson is a plain name: nothing outside the folder is read. */
static bool is_plain_name(Str s) {
    return s.len > 0 && s.at[0] != '.' && str_find(s, STR("/"), 0) < 0 && !pack_has_control(s, "");
}

/* The bytes, as they are. */
static bool read_bytes(PackReader *r, Str file, Str *text) {
    Str path = str_printf(r->arena, "%.*s/%.*s", STR_ARG(r->folder), STR_ARG(file));
    if (!is_plain_name(file))
        return pack_fault(r, file, STR(""), str_of(_("it is no file of the lesson's own folder")));
    FolderFound found = folder_find(r->arena, r->folder, path);
    const char *why = why_not(&found);
    if (why)
        return pack_fault(r, file, STR(""), str_of(why));
    if (r->left && (size_t)found.size > *r->left)
        return pack_fault(r, file, STR(""),
                          str_of(_("the lessons together are larger than 16 MiB")));
    if (r->left)
        *r->left -= (size_t)found.size;
    /* One byte more than there should be: so it is noticed when it grows. */
    char *bytes = arena_alloc(r->arena, (size_t)found.size + 1);
    int64_t n = folder_read(found.real, bytes, (size_t)found.size + 1);
    if (n < 0 || n > found.size)
        return pack_fault(r, file, STR(""), str_of(_("it cannot be read")));
    *text = (Str){bytes, (size_t)n};
    return true;
}

static uint32_t line_at(Str text, size_t at) {
    uint32_t line = 1;
    for (size_t i = 0; i < at && i < text.len; i++)
        line += text.at[i] == '\n';
    return line;
}

const Source *pack_read(PackReader *r, Str file) {
    Str text, error;
    Source *source;
    size_t bad = 0;
    if (!read_bytes(r, file, &text))
        return NULL;
    if (!utf8_valid(text, &bad))
        return pack_fault_line(r, file, line_at(text, bad), str_of(_("it is not UTF-8 text"))),
               NULL;
    const char *nul = text.len ? memchr(text.at, 0, text.len) : NULL;
    if (nul)
        return pack_fault_line(r, file, line_at(text, (size_t)(nul - text.at)),
                               str_of(_("a NUL byte, this is not a text file"))),
               NULL;
    if (file_source(r->arena, file, text, &source, &error))
        return source;
    return pack_fault(r, file, STR(""), error), NULL;
}
