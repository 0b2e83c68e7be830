/* read_inner.h: what the files that read a trace share: where they are, the first fault, and the
 * parts that records are made of. Nobody else includes it.
 *
 * Each read_… takes a value out of JSON that a stranger may have written. False: it is not there or
 * cannot be right; the fault is told with its place. */
#ifndef TFSCOPE_TRACE_READ_INNER_H
#define TFSCOPE_TRACE_READ_INNER_H

#include "base/json.h"
#include "trace/form.h"

typedef struct Reader {
    Arena *arena;
    Trace *trace;
    Str *error;
    bool failed;
    const char *list; /* where it is: of the trace, */
    size_t number;    /* which record of it, */
    const char *key;  /* which member of that */
    Object **objects; /* [nobjects] */
    size_t nobjects;
    uint32_t highest; /* id of an object */
    Log types;        /* TypeHead *: of objects that were read */
} Reader;

/* The first fault counts. Returns false. */
bool read_fail(Reader *r, const char *why);
/* From here on faults are in record `number` of that list. False: there was one already. */
bool read_at(Reader *r, const char *list, size_t number);
size_t read_count(const Json *list); /* elements; 0 for NULL */
/* The member, which must be a list; NULL and a fault when it is not there. */
const Json *read_list_of(Reader *r, const Json *object, const char *key);

/* ---- read_basic.c ---- */

bool read_whole(Reader *r, const Json *j, double least, double most, int64_t *n);
bool read_u32(Reader *r, const Json *j, double most, uint32_t *n);
bool read_moment(Reader *r, const Json *j, Moment *m);
bool read_text(Reader *r, const Json *j, Str *text);
bool read_name(Reader *r, const Json *j, bool needed, Name *name);
bool read_word(Reader *r, const Json *j, const char *const *words, unsigned *word);
bool read_rule(Reader *r, const Json *j, Rule *rule);
bool read_hex(Reader *r, const Json *j, void *data, size_t size);
const Log *read_log(const Reader *r, FormKind kind); /* the trace's list of that kind */
bool read_index(Reader *r, const Json *j, FormKind kind, uint32_t *index);
bool read_ref(Reader *r, const Json *j, const Field *f, const void **record);
/* These may be left out: FRAME_NONE, SITE_NONE, MOMENT_END. */
bool read_frame(Reader *r, const Json *j, uint32_t *frame);
bool read_site(Reader *r, const Json *j, uint32_t *site);
bool read_when(Reader *r, const Json *j, Moment *m);
bool read_cause(Reader *r, const Json *object, Cause *c);
bool read_shape(Reader *r, const Json *j, Shape *shape);
bool read_dtype(Reader *r, const Json *j, DType *dtype);
bool read_tensor(Reader *r, const Json *j, bool needed, const Tensor **tensor);

/* ---- read_object.c ---- */

bool read_objects(Reader *r, const Json *top); /* all, before what holds them */
bool read_cells(Reader *r, const Json *j, TraceFrame *f);

/* ---- read_own.c ---- */

bool read_own(Reader *r, OwnField own, const Json *j, void *record);

/* ---- read_check.c ---- */

bool read_check(Reader *r); /* of a trace whose records were all read */

#endif
