/* report.c: what many logs tell, gathered line by line. */
#include <stdlib.h>
#include <string.h>

#include "base/json.h"
#include "base/utf8.h"
#include "tutor/journal_inner.h"

Report *report_make(Arena *a) {
    Report *r = ARENA_NEW(a, Report);
    *r = (Report){.arena = a, .line = arena_child(a), .names = names_make(a)};
    r->students = map_make(a);
    r->lessons = map_make(a);
    r->items = map_make(a);
    r->answers = map_make(a);
    return r;
}

/* ---- the time of a line ---- */

/* Days from 1970-01-01, in the calendar that is reckoned backwards, too. */
static int64_t days_of(int64_t year, int64_t month, int64_t day) {
    year -= month <= 2;
    int64_t era = year / 400, of_era = year % 400;
    int64_t of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

/* The number that `count` digits say at text[*i]; moves behind them and one more byte; -1: none. */
static int64_t digits_at(Str text, size_t *i, size_t count) {
    int64_t n = 0;
    for (size_t k = 0; k < count; k++, ++*i) {
        if (*i >= text.len || text.at[*i] < '0' || text.at[*i] > '9')
            return -1;
        n = n * 10 + (text.at[*i] - '0');
    }
    ++*i;
    return n;
}

/* Seconds since 1970 of "2026-01-31T12:00:00Z"; -1: it is no time. */
static int64_t seconds_of(Str time) {
    static const size_t widths[] = {4, 2, 2, 2, 2, 2};
    int64_t part[6];
    size_t i = 0;
    for (int k = 0; k < 6; k++) {
        part[k] = digits_at(time, &i, widths[k]);
        if (part[k] < 0)
            return -1;
    }
    if (part[0] < 1970 || part[1] < 1 || part[1] > 12)
        return -1;
    return ((days_of(part[0], part[1], part[2]) * 24 + part[3]) * 60 + part[4]) * 60 + part[5];
}

/* ---- a line ---- */

static Student *student_of(Report *r, Str name) {
    name = str_sub(name, 0, utf8_offset(name, ID_MOST));
    Name key = name_of(r->names, name);
    Student *s = map_ptr(&r->students, key);
    if (s || r->students.count >= REPORT_STUDENTS_MOST)
        return s;
    s = ARENA_NEW(r->arena, Student);
    *s = (Student){name_str(key), book_make(r->arena), map_make(r->arena), -1};
    map_put(&r->students, key)->ptr = s;
    return s;
}

/* The time since the student's line before was spent in this lesson, if it was no pause. */
static void count_time(Report *r, Student *s, Str lesson, int64_t time) {
    int64_t spent = s->time >= 0 && time >= 0 ? time - s->time : 0;
    if (spent > 0 && spent <= REPORT_PAUSE)
        map_put(&s->seconds, name_of(r->names, lesson))->num += spent;
    if (time >= 0)
        s->time = time;
}

static Str key_of(Arena *a, Str x, Str y) {
    return str_join2(a, str_join2(a, x, (Str){"", 1}), y); /* printf would end at a NUL in x */
}

static ReportItem *item_of(Report *r, const Deed *d) {
    Name key = name_of(r->names, key_of(r->line, d->lesson, d->item));
    ReportItem *item = map_ptr(&r->items, key);
    if (item || r->items.count >= REPORT_ITEMS_MOST)
        return item;
    item = ARENA_NEW(r->arena, ReportItem);
    *item = (ReportItem){.lesson = str_dup(r->arena, d->lesson), .id = str_dup(r->arena, d->item)};
    item->wrong = log_make(r->arena, sizeof(WrongAnswer *));
    map_put(&r->items, key)->ptr = item;
    return item;
}

static void count_wrong(Report *r, ReportItem *item, const Deed *d) {
    Str text = str_sub(d->text, 0, utf8_offset(d->text, JOURNAL_TEXT_MOST));
    Str place = key_of(r->line, d->lesson, d->item);
    Name known = name_find(r->names, key_of(r->line, place, text));
    WrongAnswer *w = known ? map_ptr(&r->answers, known) : NULL;
    if (!w && r->answers.count >= REPORT_ANSWERS_MOST)
        return;
    if (!w) {
        w = ARENA_NEW(r->arena, WrongAnswer);
        w->text = str_dup(r->arena, text);
        map_put(&r->answers, name_of(r->names, key_of(r->line, place, text)))->ptr = w;
        *LOG_PUSH(&item->wrong, WrongAnswer *) = w;
    }
    w->times++;
}

/* Whether the report has the lesson, or has room for it. */
static bool has_lesson(Report *r, Str lesson) {
    Name known = name_find(r->names, lesson);
    if (known && map_find(&r->lessons, known))
        return true;
    bool room = r->lessons.count < REPORT_LESSONS_MOST;
    if (room)
        map_put(&r->lessons, name_of(r->names, lesson));
    return room;
}

static void add_deed(Report *r, Student *s, const Deed *d, int64_t time) {
    bool answer = d->kind == DEED_ANSWERED || d->kind == DEED_REVIEWED;
    book_apply(s->book, d, 1);
    const LessonEntry *lesson = book_lesson(s->book, d->lesson);
    if (!lesson)
        return;
    count_time(r, s, d->lesson, time);
    ReportItem *item = book_item(lesson, d->item) ? item_of(r, d) : NULL;
    if (!item)
        return;
    item->exercise |= d->kind == DEED_TRIED;
    if (answer && !d->right && d->text.len)
        count_wrong(r, item, d);
}

/* False: the line is none of ours. */
static bool add_line(Report *r, Str name, Str line) {
    Str why;
    Deed d = {0};
    const Json *j = line.len <= JOURNAL_LINE_MOST ? json_parse(r->line, line, &why) : NULL;
    if (json_get_num(j, "version", 0) != JOURNAL_VERSION ||
        !journal_deed(json_get_str(j, "deed", STR("")), &d.kind))
        return false;
    double number = json_get_num(j, "number", 0);
    d.lesson = json_get_str(j, "lesson", STR(""));
    d.item = json_get_str(j, "item", STR(""));
    d.right = json_get_bool(j, "right", false);
    d.number = number > 0 && number < 1e12 ? (int64_t)number : 0;
    d.text = json_get_str(j, "text", STR(""));
    /* That a learner began anew takes nothing back of what happened. */
    if (d.kind == DEED_RESET)
        return true;
    bool ours =
        d.lesson.len && d.lesson.len <= ID_MOST && d.item.len <= ID_MOST && has_lesson(r, d.lesson);
    Student *s = ours ? student_of(r, json_get_str(j, "student", name)) : NULL;
    if (s)
        add_deed(r, s, &d, seconds_of(json_get_str(j, "time", STR(""))));
    return s != NULL;
}

void report_add(Report *r, Str name, Str text) {
    for (size_t from = 0; from < text.len;) {
        const char *end = memchr(text.at + from, '\n', text.len - from);
        size_t to = end ? (size_t)(end - text.at) : text.len;
        Str line = str_sub(text, from, to);
        from = to + 1;
        if (line.len == 0)
            continue;
        r->lines++;
        r->passed_over += !add_line(r, name, line);
        arena_reset(r->line);
    }
}

/* ---- adding up ---- */

static void add_item(Tally *t, const ItemProgress *is) {
    t->answered += is->tries > 0;
    t->right_away += is->right_away;
    t->right += is->right;
    t->hinted += is->hints > 0;
    t->shown += is->shown;
}

static const Student *student_at(const Report *r, uint32_t i) {
    return r->students.entries[i].ptr;
}

Tally report_of_lesson(const Report *r, Name lesson) {
    Tally t = {0};
    for (uint32_t i = 0; i < r->students.count; i++) {
        const Student *s = student_at(r, i);
        const LessonEntry *l = book_lesson(s->book, name_str(lesson));
        t.students += l != NULL;
        t.ended += l && l->is.ended;
        t.seconds += map_num(&s->seconds, lesson);
    }
    return t;
}

Tally report_of_item(const Report *r, const ReportItem *item) {
    Tally t = {0};
    for (uint32_t i = 0; i < r->students.count; i++) {
        const LessonEntry *l = book_lesson(student_at(r, i)->book, item->lesson);
        const ItemEntry *e = book_item(l, item->id);
        t.students += e != NULL;
        if (e)
            add_item(&t, &e->is);
    }
    return t;
}

Tally report_of_student(const Report *r, const Student *s) {
    Tally t = {.students = s->book->lessons.count};
    (void)r;
    for (size_t i = 0; i < s->book->lessons.count; i++) {
        const LessonEntry *l = LOG_AT(&s->book->lessons, LessonEntry, i);
        t.ended += l->is.ended;
        for (size_t k = 0; k < l->items.count; k++)
            add_item(&t, &LOG_AT(&l->items, ItemEntry, k)->is);
    }
    for (uint32_t i = 0; i < s->seconds.count; i++)
        t.seconds += s->seconds.entries[i].num;
    return t;
}

typedef struct Ranked {
    WrongAnswer *answer;
    size_t place;
} Ranked;

static int more_often(const void *x, const void *y) {
    const Ranked *a = x, *b = y;
    if (a->answer->times != b->answer->times)
        return a->answer->times > b->answer->times ? -1 : 1;
    return a->place < b->place ? -1 : a->place > b->place;
}

WrongAnswer **report_wrong(Arena *a, const ReportItem *item) {
    size_t n = item->wrong.count;
    Ranked *ranked = ARENA_ARRAY(a, n, Ranked);
    WrongAnswer **wrong = ARENA_ARRAY(a, n, WrongAnswer *);
    for (size_t i = 0; i < n; i++)
        ranked[i] = (Ranked){*LOG_AT(&item->wrong, WrongAnswer *, i), i};
    qsort(ranked, n, sizeof *ranked, more_often);
    for (size_t i = 0; i < n; i++)
        wrong[i] = ranked[i].answer;
    return wrong;
}
