/* journal_inner.h: what writing and reading logs share, and what a report has gathered. Only for
 * src/tutor/journal.c and report*.c. */
#ifndef TFSCOPE_TUTOR_JOURNAL_INNER_H
#define TFSCOPE_TUTOR_JOURNAL_INNER_H

#include "base/map.h"
#include "tutor/journal.h"
#include "tutor/progress_inner.h"

enum {
    JOURNAL_VERSION = 1,
    JOURNAL_TEXT_MOST = 300,      /* code points of a text that are kept */
    JOURNAL_LINE_MOST = 64 << 10, /* bytes of a line; a longer one is none of ours */
    /* More than these are no class and no course, but somebody's joke: passed over. */
    REPORT_STUDENTS_MOST = 5000,
    REPORT_LESSONS_MOST = 2000,
    REPORT_ITEMS_MOST = 10000,
    REPORT_ANSWERS_MOST = 200000,
    REPORT_PAUSE = 15 * 60, /* seconds between two lines after which nobody sat there */
};

/* The kind of deed of that name. */
bool journal_deed(Str name, DeedKind *kind);

typedef struct Student {
    Str name;
    Book *book;   /* what became of lessons and items, as if all were one sitting */
    Map seconds;  /* by lesson: time spent */
    int64_t time; /* of the last line; < 0: none */
} Student;

typedef struct WrongAnswer {
    Str text;
    size_t times;
} WrongAnswer;

/* A question or an exercise. */
typedef struct ReportItem {
    Str lesson, id;
    bool exercise;
    Log wrong; /* WrongAnswer *, in the order in which they came */
} ReportItem;

struct Report {
    Arena *arena;
    Arena *line; /* of one line */
    Names *names;
    Map students; /* Student *, by name */
    Map lessons;  /* by id */
    Map items;    /* ReportItem *, by lesson, NUL, item */
    Map answers;  /* WrongAnswer *, by lesson, NUL, item, NUL, text */
    size_t lines, passed_over;
};

/* What students did with an item, or one student with all items. */
typedef struct Tally {
    size_t students; /* of a lesson: who opened it; of a student: lessons */
    size_t ended;
    size_t answered, right_away, right, hinted, shown;
    int64_t seconds;
} Tally;

Tally report_of_lesson(const Report *r, Name lesson);
Tally report_of_item(const Report *r, const ReportItem *item);
Tally report_of_student(const Report *r, const Student *s);
/* The wrong answers of an item, the most given first. */
WrongAnswer **report_wrong(Arena *a, const ReportItem *item);

#endif
