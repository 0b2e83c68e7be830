/* view.h: the views: each a pure function of (trace, moment, options) that makes a Doc.
 *
 * They only read the trace. Text that they add is translated (base/text.h); names and messages of
 * TensorFlow and of the program stay as they are. */
#ifndef TFSCOPE_VIEW_VIEW_H
#define TFSCOPE_VIEW_VIEW_H

#include "base/json.h"
#include "trace/trace.h"
#include "view/doc.h"
#include "view/why.h"

/* names.c: the variables that existed at moment m, in order of creation, with the line that made
 * each and all lines that share it. */
Doc *view_names(Arena *a, const Trace *t, Moment m);
void view_names_json(const Trace *t, Moment m, Sink *out);

/* tree.c: the tree of names of the graph that was the default one at moment m, in order of
 * creation. */
typedef struct TreeOptions {
    bool all;         /* the nodes inside variables too (Initializer, Assign, read) */
    bool ascii;       /* draw with |, `- instead of lines */
    Moment since;     /* mark what came after this moment with +; MOMENT_END marks nothing */
    uint32_t session; /* show values in this session; UINT32_MAX: the last one */
} TreeOptions;
Doc *view_tree(Arena *a, const Trace *t, Moment m, TreeOptions options);
void view_tree_json(const Trace *t, Moment m, Sink *out);

/* story.c: what happened, in words. */
void view_trace(const Trace *t, Sink *out); /* every step with its events, written as it goes */
/* Step k in words: its line of the program, then its events, one line each. */
void story_step(Doc *d, const Trace *t, size_t k);
/* The same, but only of some of its events. */
typedef struct StoryPart {
    Moment from, to; /* events from … to - 1 */
    bool library;    /* nodes that library code made, too */
} StoryPart;
void story_part(Doc *d, const Trace *t, size_t k, StoryPart part);
/* One event that happened while `frame` ran, in words; nothing for an event that is not told. */
void story_event(Doc *d, const Trace *t, uint32_t frame, Moment event);
/* does step k do anything about graphs, output or errors? */
bool story_worth_showing(const Trace *t, size_t k);
/* How the run ended, in a few words: "ValueError in line 7". The line is story_end_line's, or what
 * that line is called elsewhere. */
Str story_end(Arena *a, const Trace *t, uint32_t line);
uint32_t story_end_line(
    const Trace *t); /* of the error or the refusal at the end; 0: there is none */
/* Is an event of this kind told, or a mere consequence of others? */
bool story_tells(EventKind kind);
/* The frame that runs after event e, when `frame` ran before it. */
uint32_t story_frame_after(const Trace *t, const Event *e, uint32_t frame);
void view_scopes(Doc *d, const Trace *t, Moment m); /* the stack of open scopes, outermost first */

/* explain.c: why a thing is called what it is called, rule by rule; for "line:7", all that line 7
 * did. NULL when nothing of that name exists. */
Doc *view_explain(Arena *a, const Trace *t, Str name);
bool view_explain_json(const Trace *t, Str name, Sink *out);
/* The reasons for one event of a step, one line each: made a variable, shared one, made a node, was
 * refused. */
void explain_event(Doc *d, const Why *w, Moment event);
/* The same for one thing, with a heading; these write nothing when there are no reasons to tell. */
void explain_node(Doc *d, const Why *w, const TraceNode *n);
void explain_scope(Doc *d, const Why *w, const TraceScope *s);
void explain_share(Doc *d, const Why *w, const TraceShare *s); /* "line 7 shares it" */
void explain_error(Doc *d, const Why *w, const TraceError *e);
/* One sentence for a fact, translated; lives in a. */
Str explain_sentence(Arena *a, const TraceFact *f);

/* ---- small helpers that the views share (view.c) ---- */

const TraceGraph *view_graph_at(const Trace *t,
                                Moment m);      /* the default graph then, NULL before any */
Str view_shape(Arena *a, Shape s);              /* "(2, 3)" */
Str view_dtype(Arena *a, const TraceOutput *o); /* "float32_ref" */
Str view_value(Arena *a, const Tensor *t);      /* on one line, cut when long */
/* Is it the node of a variable itself, no part of one? */
bool view_is_variable(const TraceNode *n);
/* Is it only a part: of a variable, or what library code made on its own account? */
bool view_is_part(const TraceNode *n);
/* What a node is: "var" by tf.Variable, "get" by get_variable, else its op type. */
Str view_kind(const TraceNode *n);
/* The value of a constant, or of a variable in a session (UINT32_MAX: the one that set a value
 * last) at moment m; NULL when there is none. */
const Tensor *view_value_at(const TraceNode *n, uint32_t session, Moment m);
/* The line of a site: "12", "helper.py:12" when it is not in the program's main file; "0": none. */
const char *view_line(Arena *a, const Trace *t, uint32_t site);
/* The same as members: "line", and "file" when it is not the main one. */
void view_line_json(JsonWriter *j, const Trace *t, uint32_t site);
/* "5, 9 (3 times)": lines that share v */
Str view_lines(Arena *a, const Trace *t, const TraceVariable *v, Moment m);

#endif
