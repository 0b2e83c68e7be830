/* report_text.c: a report as text and as JSON. Texts come from strangers: they are quoted as JSON
 * quotes them, so that nothing of them reaches a terminal as it is. */
#include "base/json.h"
#include "base/text.h"
#include "tutor/journal_inner.h"

enum { WRONG_SHOWN = 5 }; /* different wrong answers of an item, in the text */

static long long minutes(int64_t seconds) {
    return (long long)((seconds + 30) / 60);
}

static void put_wrong(const Report *r, const ReportItem *item, Sink *out) {
    WrongAnswer **wrong = report_wrong(r->line, item);
    for (size_t i = 0; i < item->wrong.count && i < WRONG_SHOWN; i++) {
        JsonWriter j = json_to(out);
        sink_printf(out, "        %zu x ", wrong[i]->times);
        json_str(&j, wrong[i]->text);
        sink_char(out, '\n');
    }
    arena_reset(r->line);
}

static void put_items(const Report *r, Str lesson, Sink *out) {
    for (uint32_t i = 0; i < r->items.count; i++) {
        const ReportItem *item = r->items.entries[i].ptr;
        if (!str_eq(item->lesson, lesson))
            continue;
        Tally t = report_of_item(r, item);
        sink_z(out, "    ");
        sink_safe(out, item->id);
        sink_printf(out,
                    item->exercise ? _(": exercise, tried by %zu: %zu at once, %zu in the end, "
                                       "%zu with hints, %zu shown the solution\n")
                                   : _(": answered by %zu: %zu right away, %zu in the end, %zu "
                                       "with hints, %zu shown the answer\n"),
                    t.answered, t.right_away, t.right, t.hinted, t.shown);
        put_wrong(r, item, out);
    }
}

static void put_lesson(const Report *r, Name lesson, Sink *out) {
    Tally t = report_of_lesson(r, lesson);
    sink_safe(out, name_str(lesson));
    sink_printf(out, _(": opened by %zu, %zu to its end, about %lld minutes each\n"), t.students,
                t.ended, minutes(t.students ? t.seconds / (int64_t)t.students : 0));
    put_items(r, name_str(lesson), out);
}

static void put_student(const Report *r, const Student *s, Sink *out) {
    Tally t = report_of_student(r, s);
    sink_z(out, "    ");
    sink_safe(out, s->name.len ? s->name : str_of(_("(no name)")));
    sink_printf(out,
                _(": lessons %zu, to their end %zu, answered %zu, right away %zu, in the end %zu, "
                  "with hints %zu, shown %zu, minutes %lld\n"),
                t.students, t.ended, t.answered, t.right_away, t.right, t.hinted, t.shown,
                minutes(t.seconds));
}

void report_text(const Report *r, Sink *out) {
    sink_printf(out, _("students: %zu; lines: %zu, of which %zu were passed over\n"),
                (size_t)r->students.count, r->lines, r->passed_over);
    for (uint32_t i = 0; i < r->lessons.count; i++) {
        sink_char(out, '\n');
        put_lesson(r, r->lessons.entries[i].key, out);
    }
    if (r->students.count)
        sink_printf(out, "\n%s\n", _("students:"));
    for (uint32_t i = 0; i < r->students.count; i++)
        put_student(r, r->students.entries[i].ptr, out);
}

/* ---- JSON ---- */

static void json_number(JsonWriter *j, const char *key, int64_t n) {
    json_key(j, key);
    json_int(j, n);
}

static void json_text(JsonWriter *j, const char *key, Str text) {
    json_key(j, key);
    json_str(j, text);
}

static void json_answers(JsonWriter *j, const Tally *t) {
    json_number(j, "answered", (int64_t)t->answered);
    json_number(j, "right_away", (int64_t)t->right_away);
    json_number(j, "right", (int64_t)t->right);
    json_number(j, "hinted", (int64_t)t->hinted);
    json_number(j, "shown", (int64_t)t->shown);
}

static void json_wrong(const Report *r, JsonWriter *j, const ReportItem *item) {
    WrongAnswer **wrong = report_wrong(r->line, item);
    json_key(j, "wrong");
    json_array(j);
    for (size_t i = 0; i < item->wrong.count; i++) {
        json_object(j);
        json_text(j, "text", wrong[i]->text);
        json_number(j, "times", (int64_t)wrong[i]->times);
        json_end_object(j);
    }
    json_end_array(j);
    arena_reset(r->line);
}

static void json_items(const Report *r, JsonWriter *j, Str lesson) {
    json_key(j, "items");
    json_array(j);
    for (uint32_t i = 0; i < r->items.count; i++) {
        const ReportItem *item = r->items.entries[i].ptr;
        if (!str_eq(item->lesson, lesson))
            continue;
        Tally t = report_of_item(r, item);
        json_object(j);
        json_text(j, "id", item->id);
        json_text(j, "kind", item->exercise ? STR("exercise") : STR("question"));
        json_number(j, "students", (int64_t)t.students);
        json_answers(j, &t);
        json_wrong(r, j, item);
        json_end_object(j);
    }
    json_end_array(j);
}

static void json_lesson(const Report *r, JsonWriter *j, Name lesson) {
    Tally t = report_of_lesson(r, lesson);
    json_object(j);
    json_text(j, "id", name_str(lesson));
    json_number(j, "students", (int64_t)t.students);
    json_number(j, "ended", (int64_t)t.ended);
    json_number(j, "seconds", t.seconds);
    json_items(r, j, name_str(lesson));
    json_end_object(j);
}

static void json_student(const Report *r, JsonWriter *j, const Student *s) {
    Tally t = report_of_student(r, s);
    json_object(j);
    json_text(j, "name", s->name);
    json_number(j, "lessons", (int64_t)t.students);
    json_number(j, "ended", (int64_t)t.ended);
    json_answers(j, &t);
    json_number(j, "seconds", t.seconds);
    json_end_object(j);
}

void report_json(const Report *r, Sink *out) {
    JsonWriter j = json_to(out);
    json_object(&j);
    json_number(&j, "version", JOURNAL_VERSION);
    json_number(&j, "lines", (int64_t)r->lines);
    json_number(&j, "passed_over", (int64_t)r->passed_over);
    json_key(&j, "lessons");
    json_array(&j);
    for (uint32_t i = 0; i < r->lessons.count; i++)
        json_lesson(r, &j, r->lessons.entries[i].key);
    json_end_array(&j);
    json_key(&j, "students");
    json_array(&j);
    for (uint32_t i = 0; i < r->students.count; i++)
        json_student(r, &j, r->students.entries[i].ptr);
    json_end_array(&j);
    json_end_object(&j);
    sink_char(out, '\n');
}
