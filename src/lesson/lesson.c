#include "lesson/lesson.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/text.h"

enum { LESSON_LIMIT = 1 << 20 };

/* A lesson that is being read: where it is, and the first fault. */
typedef struct Reader {
    Arena *arena;
    const char *folder;
    const char *lang;
    Str *error;
} Reader;

static bool fault(Reader *r, const char *file, const char *message, Str what) {
    *r->error = str_printf(r->arena, "%s/%s: %s%s%.*s", r->folder, file, message,
                           what.len ? ": " : "", STR_ARG(what));
    return false;
}

static const char *path_of(Reader *r, Str file) {
    return str_printf(r->arena, "%s/%.*s", r->folder, STR_ARG(file)).at;
}

/* A file of a lesson is a plain name: nothing outside the folder is read. */
static bool is_plain_name(Str s) {
    return s.len > 0 && s.at[0] != '.' && str_find(s, STR("/"), 0) < 0;
}

/* ---- claims ---- */

static const char *const claim_kinds[] = {
#define CLAIM(ID, name, needs) name,
#include "lesson/claim.def"
#undef CLAIM
};

static bool claim_kind(Str name, ClaimKind *kind) {
    for (size_t i = 0; i < sizeof claim_kinds / sizeof *claim_kinds; i++)
        if (str_is(name, claim_kinds[i]))
            return *kind = (ClaimKind)i, true;
    return false;
}

static bool verdict_of(Str name, Verdict *verdict) {
    static const char *const names[] = {"right", "wrong", "imprecise"};
    for (int i = 0; i < 3; i++)
        if (str_is(name, names[i]))
            return *verdict = (Verdict)i, true;
    return false;
}

/* A text in the chosen language: {"en": …, "zh": …}. */
static Str translated(const Reader *r, const Json *j, const char *key) {
    return json_get_str(json_get(j, key), r->lang, STR(""));
}

static bool read_claim(Reader *r, const Json *j, Claim *c) {
    Str kind = json_get_str(j, "kind", STR("")), verdict = json_get_str(j, "verdict", STR(""));
    if (!claim_kind(kind, &c->kind))
        return fault(r, "lesson.json", _("a claim of an unknown kind"), kind);
    if (!verdict_of(verdict, &c->verdict))
        return fault(r, "lesson.json", _("a claim needs a verdict: right, wrong or imprecise"),
                     verdict);
    c->says = json_get_str(j, "says", STR(""));
    c->of = json_get_str(j, "of", STR(""));
    c->type = json_get_str(j, "type", STR(""));
    c->number = (int64_t)json_get_num(j, "number", 1);
    c->tf = json_get_str(j, "tf", STR(""));
    c->claim = translated(r, j, "claim");
    c->reason = translated(r, j, "reason");
    if (c->reason.len == 0)
        return fault(r, "lesson.json", _("a claim needs a reason in every language"),
                     str_of(r->lang));
    return true;
}

static bool read_claims(Reader *r, const Json *j, Lesson *lesson) {
    const Json *claims = json_get(j, "claims");
    for (const Json *c = claims ? claims->child : NULL; c; c = c->next)
        lesson->nclaims++;
    lesson->claims = ARENA_ARRAY(r->arena, lesson->nclaims, Claim);
    Claim *at = lesson->claims;
    for (const Json *c = claims ? claims->child : NULL; c; c = c->next)
        if (!read_claim(r, c, at++))
            return false;
    return true;
}

/* ---- prose ---- */

static Str take_line(Str *rest) {
    ptrdiff_t end = str_find(*rest, STR("\n"), 0);
    Str line = end < 0 ? *rest : str_sub(*rest, 0, (size_t)end);
    *rest = str_sub(*rest, end < 0 ? rest->len : (size_t)end + 1, rest->len);
    return line;
}

static size_t count_sections(Str text) {
    size_t n = 0;
    while (text.len > 0)
        n += str_starts(take_line(&text), STR("## "));
    return n;
}

/* "## [moment] title" */
static bool read_heading(Reader *r, Str line, const char *file, Section *s) {
    ptrdiff_t close = str_find(line, STR("]"), 0);
    if (!str_starts(line, STR("## [")) || close < 0)
        return fault(r, file, _("a section needs a heading like '## [start] Title'"), line);
    s->moment = str_sub(line, 4, (size_t)close);
    s->title = str_sub(line, (size_t)close + 1, line.len);
    while (s->title.len > 0 && s->title.at[0] == ' ')
        s->title = str_sub(s->title, 1, s->title.len);
    return true;
}

static Str trimmed(Str s) {
    while (s.len > 0 && s.at[0] == '\n')
        s = str_sub(s, 1, s.len);
    while (s.len > 0 && s.at[s.len - 1] == '\n')
        s.len--;
    return s;
}

static bool read_sections(Reader *r, Str text, const char *file, Lesson *lesson) {
    Str rest = text, title = take_line(&rest);
    if (!str_starts(title, STR("# ")))
        return fault(r, file, _("the first line must be the title, like '# Title'"), title);
    lesson->title = str_sub(title, 2, title.len);
    lesson->sections = ARENA_ARRAY(r->arena, count_sections(rest), Section);
    Section *s = NULL;
    size_t from = 0; /* where the text of s begins */
    while (rest.len > 0) {
        Str line = take_line(&rest);
        if (!str_starts(line, STR("## "))) {
            if (s)
                s->text = trimmed(str_sub(text, from, text.len - rest.len));
            continue;
        }
        s = &lesson->sections[lesson->nsections++];
        if (!read_heading(r, line, file, s))
            return false;
        from = text.len - rest.len;
    }
    return true;
}

static bool read_prose(Reader *r, Lesson *lesson) {
    Str text, file = str_printf(r->arena, "text.%s.md", r->lang);
    if (!file_read(r->arena, path_of(r, file), LESSON_LIMIT, &text, r->error))
        return false;
    return read_sections(r, text, file.at, lesson);
}

/* ---- the lesson ---- */

static bool read_program(Reader *r, const Json *j, Lesson *lesson) {
    Str file = json_get_str(j, "program", STR("program.py"));
    if (!is_plain_name(file))
        return fault(r, "lesson.json", _("the program must be a file of the lesson's folder"),
                     file);
    if (!file_read_source(r->arena, path_of(r, file), &lesson->program, r->error))
        return false;
    lesson->program = source_make(r->arena, file, lesson->program->text);
    return true;
}

bool lesson_load(Arena *a, const char *folder, const char *lang, Lesson *lesson, Str *error) {
    Reader r = {a, folder, lang, error};
    Str text, why;
    *lesson = (Lesson){.folder = str_dup(a, str_of(folder))};
    if (!file_read(a, path_of(&r, STR("lesson.json")), LESSON_LIMIT, &text, error))
        return false;
    const Json *j = json_parse(a, text, &why);
    if (!j || j->kind != JSON_OBJECT)
        return fault(&r, "lesson.json", _("not a JSON object"), j ? STR("") : why);
    lesson->id = json_get_str(j, "id", STR(""));
    lesson->order = (int64_t)json_get_num(j, "order", 0);
    lesson->document = json_get_str(j, "document", STR(""));
    lesson->tf = json_get_str(j, "tf", STR("1.15"));
    lesson->python = (int)json_get_num(j, "python", 0);
    if (lesson->id.len == 0)
        return fault(&r, "lesson.json", _("a lesson needs an id"), STR(""));
    return read_program(&r, j, lesson) && read_claims(&r, j, lesson) && read_prose(&r, lesson);
}

static int by_order(const void *x, const void *y) {
    const Lesson *a = x, *b = y;
    if (a->order != b->order)
        return a->order < b->order ? -1 : 1;
    return str_cmp(a->id, b->id);
}

static size_t count_entries(DIR *dir) {
    size_t n = 0;
    while (readdir(dir))
        n++;
    rewinddir(dir);
    return n;
}

/* The lessons that are read, and room for them. */
typedef struct Shelf {
    Lesson *at;
    size_t count, room;
} Shelf;

static bool load_each(Reader *r, DIR *dir, Shelf *shelf) {
    Arena *a = r->arena;
    for (struct dirent *e; shelf->count < shelf->room && (e = readdir(dir));) {
        const char *path = str_printf(a, "%s/%s", r->folder, e->d_name).at;
        Str text, none;
        if (e->d_name[0] == '.' ||
            !file_read(a, str_printf(a, "%s/lesson.json", path).at, LESSON_LIMIT, &text, &none))
            continue;
        if (!lesson_load(a, path, r->lang, &shelf->at[shelf->count], r->error))
            return false;
        shelf->count++;
    }
    return true;
}

bool lessons_load(Arena *a, const char *folder, const char *lang, Lesson **lessons, size_t *n,
                  Str *error) {
    *n = 0;
    DIR *dir = opendir(folder);
    if (!dir) {
        *error = str_printf(a, "%s: %s", folder, strerror(errno));
        return false;
    }
    Shelf shelf = {.room = count_entries(dir)};
    shelf.at = ARENA_ARRAY(a, shelf.room, Lesson);
    bool ok = load_each(&(Reader){a, folder, lang, error}, dir, &shelf);
    closedir(dir);
    if (shelf.count > 0)
        qsort(shelf.at, shelf.count, sizeof *shelf.at, by_order);
    *lessons = shelf.at;
    *n = shelf.count;
    return ok;
}
