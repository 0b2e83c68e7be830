#include "tutor/stage.h"

#include <inttypes.h>

#include "base/file.h"
#include "base/json.h"
#include "base/text.h"

enum { STAGE_VERSION = 1, STAGE_LIMIT = 16 << 20 };

static bool same_item(const StageItem *x, const StageItem *y) {
    return str_eq(x->item, y->item) && str_eq(x->given, y->given) && x->hints == y->hints &&
           x->right == y->right && x->shown == y->shown && x->passed == y->passed;
}

static bool same_items(const Stage *x, const Stage *y) {
    bool same = x->nitems == y->nitems && x->predict == y->predict && str_eq(x->asking, y->asking);
    for (size_t i = 0; same && i < x->nitems; i++)
        same = same_item(&x->items[i], &y->items[i]);
    return same;
}

bool stage_same(const Stage *x, const Stage *y) {
    return same_items(x, y) && str_eq(x->lesson, y->lesson) && str_eq(x->exercise, y->exercise) &&
           str_eq(x->name, y->name) && str_eq(x->text, y->text) && str_eq(x->tf, y->tf) &&
           x->python == y->python && x->step == y->step && x->events == y->events &&
           x->blank == y->blank && x->left == y->left && x->began == y->began &&
           x->length == y->length;
}

static void put_str(JsonWriter *j, const char *key, Str text) {
    json_key(j, key);
    json_str(j, text);
}

static void put_int(JsonWriter *j, const char *key, int64_t n) {
    json_key(j, key);
    json_int(j, n);
}

static void put_bool(JsonWriter *j, const char *key, bool b) {
    json_key(j, key);
    json_bool(j, b);
}

static void put_item(JsonWriter *j, const StageItem *item) {
    json_object(j);
    put_str(j, "item", item->item);
    put_str(j, "given", item->given);
    put_int(j, "hints", item->hints);
    put_bool(j, "right", item->right);
    put_bool(j, "shown", item->shown);
    put_bool(j, "passed", item->passed);
    json_end_object(j);
}

static void put_items(JsonWriter *j, const Stage *s) {
    put_bool(j, "predict", s->predict);
    put_str(j, "asking", s->asking);
    json_key(j, "items");
    json_array(j);
    for (size_t i = 0; i < s->nitems; i++)
        put_item(j, &s->items[i]);
    json_end_array(j);
}

static Str stage_text(Arena *a, const Stage *s) {
    Sink out = sink_memory(a);
    JsonWriter j = json_to(&out);
    json_object(&j);
    put_int(&j, "tfscope_session", STAGE_VERSION);
    put_str(&j, "lesson", s->lesson);
    put_str(&j, "exercise", s->exercise);
    put_str(&j, "name", s->name);
    put_str(&j, "text", s->text);
    put_str(&j, "tf", s->tf);
    put_int(&j, "python", s->python);
    put_int(&j, "step", s->step);
    put_int(&j, "events", s->events);
    put_items(&j, s);
    put_bool(&j, "blank", s->blank);
    put_bool(&j, "left", s->left);
    put_int(&j, "began", s->began);
    put_int(&j, "length", s->length);
    json_end_object(&j);
    sink_char(&out, '\n');
    return sink_str(&out);
}

/* What is neither there nor a file: to write into a pipe might take for ever. */
static bool is_other(const char *path) {
    struct stat st;
    return stat(path, &st) == 0 && !S_ISREG(st.st_mode) && !S_ISDIR(st.st_mode);
}

bool stage_write(Arena *scratch, Str path, const Stage *stage, Str *error) {
    if (is_other(str_dup(scratch, path).at)) {
        *error = str_printf(scratch, _("cannot write %s: %s"), str_dup(scratch, path).at,
                            _("it is a device or a pipe, not a file"));
        return false;
    }
    return file_write(scratch, str_dup(scratch, path).at, stage_text(scratch, stage), true, error);
}

/* A whole number from 0 on, or -1; what is none of them is -1. */
static int64_t get_count(const Json *j, const char *key) {
    const double most = 1e15;
    double d = json_get_num(j, key, -1);
    return d >= 0 && d <= most ? (int64_t)d : -1;
}

static int64_t not_negative(int64_t n) {
    return n > 0 ? n : 0;
}

static StageItem get_item(const Json *j) {
    enum { HINTS_MOST = 100 };
    int64_t hints = get_count(j, "hints");
    return (StageItem){.item = json_get_str(j, "item", STR("")),
                       .given = json_get_str(j, "given", STR("")),
                       .hints = hints > 0 && hints < HINTS_MOST ? (int)hints : 0,
                       .right = json_get_bool(j, "right", false),
                       .shown = json_get_bool(j, "shown", false),
                       .passed = json_get_bool(j, "passed", false)};
}

static void get_items(Arena *a, const Json *j, Stage *stage) {
    const Json *all = json_get(j, "items");
    stage->predict = json_get_bool(j, "predict", true);
    stage->asking = json_get_str(j, "asking", STR(""));
    stage->items = ARENA_ARRAY(a, STAGE_ITEMS_MOST, StageItem);
    for (const Json *i = all && all->kind == JSON_ARRAY ? all->child : NULL; i; i = i->next)
        if (stage->nitems < STAGE_ITEMS_MOST)
            stage->items[stage->nitems++] = get_item(i);
}

bool stage_read(Arena *a, Str path, Stage *stage, Str *error) {
    Str text, why = {0};
    if (!file_read_regular(a, str_dup(a, path).at, STAGE_LIMIT, &text, error))
        return false;
    const Json *j = json_parse(a, text, &why);
    if (!j || get_count(j, "tfscope_session") != STAGE_VERSION) {
        *error = str_printf(a, _("%.*s is no session of this version of tfscope"), STR_ARG(path));
        return false;
    }
    int64_t python = get_count(j, "python");
    *stage = (Stage){.lesson = json_get_str(j, "lesson", STR("")),
                     .exercise = json_get_str(j, "exercise", STR("")),
                     .name = json_get_str(j, "name", STR("")),
                     .text = json_get_str(j, "text", STR("")),
                     .tf = json_get_str(j, "tf", STR("")),
                     .python = python == 2 || python == 3 ? (int)python : 0,
                     .step = not_negative(get_count(j, "step")),
                     .events = get_count(j, "events"),
                     .blank = json_get_bool(j, "blank", false),
                     .left = json_get_bool(j, "left", false),
                     .began = not_negative(get_count(j, "began")),
                     .length = not_negative(get_count(j, "length"))};
    get_items(a, j, stage);
    return true;
}
