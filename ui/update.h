/* update.h: what the files of the update share: a function for each action, and how they move.
 *
 * state.c has the table of them; each section of action.def is a file update_*.c. Nobody but these
 * files includes this header. */
#ifndef TFSCOPE_UI_UPDATE_H
#define TFSCOPE_UI_UPDATE_H

#include "ui/state.h"

/* Does an action. a.kind tells apart the two directions of one thing. */
typedef void UpdateFn(State *s, const World *w, Action a);

UpdateFn update_step, update_event, update_landmark, update_run, update_finish, update_change,
    update_first, update_percent, update_go, update_play, update_pace; /* update_step.c */
UpdateFn update_stop_mark, update_bookmark, update_jump;               /* update_mark.c */
UpdateFn update_move, update_pane_next, update_pane;                   /* update_move.c */
UpdateFn update_search, update_pattern;                                /* update_find.c */
UpdateFn update_why, update_shares, update_counters, update_diff_step, update_diff_mark,
    update_values; /* update_ask.c */
UpdateFn update_edit, update_editor, update_write, update_rerun, update_undo, update_redo,
    update_reset, update_tf, update_python, update_compare; /* update_whatif.c */
UpdateFn update_lessons, update_lesson_next, update_open;   /* update_lesson.c */
UpdateFn update_present, update_blank, update_keys_shown, update_timer, update_notes,
    update_follow; /* update_present.c */
UpdateFn update_answer, update_hint, update_show, update_predict, update_exercise,
    update_goal;                       /* update_learn.c */
UpdateFn update_review, update_forget; /* learn_desk.c */
UpdateFn update_full, update_size, update_ascii, update_numbers, update_theme, update_mouse,
    update_language, update_all, update_redraw, update_copy, update_export; /* update_screen.c */
UpdateFn update_command, update_help, update_cancel, update_close, update_quit,
    update_suspend; /* update_leave.c */

/* ---- where it goes (state.c) ---- */

/* How often: the number typed before a key, at least 1; of a command, its argument. */
int64_t update_count(Action a);
/* Goes on by a line or an event: the place to jump back to stays. */
void update_walk(State *s, const World *w, Position p);
/* The line of the program that is meant: the selected one in its pane, else the one that just ran,
 * at the start the one that runs first; 0: there is none. */
uint32_t update_line_here(const State *s, const World *w);
/* The variable that is meant: the selected one, else the last one that this step was about. NULL.
 */
const TraceVariable *update_variable(const State *s, const World *w);
/* Makes a pane be seen; focused only where there is no other way. */
void update_reveal(State *s, const World *w, Pane p);
void update_focus(State *s, const World *w, Pane p);
/* A page that is turned is one of the lesson's prose: its text stands beside the program. */
bool update_reads(const State *s, const World *w);
/* Moves in the Lesson pane, whatever has the focus. */
void update_read(State *s, const World *w, Action a);
/* Shows reasons, or what else the Why pane can show; WHY_STEP ends that, and what was seen in its
 * place comes back (update_ask.c). */
void update_show_why(State *s, const World *w, WhyKind kind, Str name);
/* Says that there is nothing behind the last step and why it is the last. */
void update_complain_end(State *s, const World *w);
/* The same text in the state's own memory. */
Str update_keep(State *s, Str text);
/* Asks before an action is done. */
void update_ask(State *s, ActionKind kind, const char *question);
/* Wishes that the program is written into a file; "": into its own. */
void update_write_into(State *s, const World *w, Str path);
/* The answer to the question was yes. */
void update_confirmed(State *s, const World *w, ActionKind kind);
/* What was typed for SEARCH, FILTER or HIDE. */
void update_prompted(State *s, const World *w, ActionKind kind, Str text);
/* A key while the program is being changed. */
void update_edit_key(State *s, const World *w, Key key);

#endif
