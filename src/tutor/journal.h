/* journal.h: the log for a teacher: what a learner did, as JSON lines; and what many logs tell.
 *
 * It is kept only when it was asked for (--log FILE, or TFSCOPE_LOG). A line is written whole, with
 * one write to the end of the file, so that several terminals may share a file. A line that was cut
 * off (by a full disk) is ended before the next one. Texts are cut after 300 code points. */
#ifndef TFSCOPE_TUTOR_JOURNAL_H
#define TFSCOPE_TUTOR_JOURNAL_H

#include "base/sink.h"
#include "tutor/progress.h"

/* A line: {"version":1,"time":"2026-01-31T12:00:00Z","student":"…","deed":"answered","lesson":"…",
 * "item":"…","right":true,"number":0,"text":"…"}; keys that say nothing are left out. */
void journal_line(Sink *out, const Deed *d, Str student, Str time);
/* Appends it to a file that is made when it is not there. False: *trouble is a sentence. */
bool journal_append(Arena *a, Str path, Str line, Str *trouble);

/* What logs tell together. */
typedef struct Report Report;
Report *report_make(Arena *a);
/* Adds the lines of a log. Lines that are none of ours are counted and passed over. `name` is the
 * student where a line names none. */
void report_add(Report *r, Str name, Str text);
/* Who did what in which lesson; for every question how many were right away, in the end, with
 * hints, and the wrong answers that were given most; as text, or as JSON (docs/LOG.md). */
void report_text(const Report *r, Sink *out);
void report_json(const Report *r, Sink *out);

#endif
