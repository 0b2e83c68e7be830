/* read.c: a trace from its JSON.
 *
 * Whoever reads a trace trusts it: an index is below the length of its list, moments of a list are
 * in order. So everything that a reader trusts is checked here, once, and what is wrong is told
 * with its place: "nodes[12].scope". Pointers between records may go anywhere, so all records are
 * made first and filled then. */
#include "trace/read_inner.h"

#include <string.h>

#include "base/text.h"

/* ---- records ---- */

static bool read_record(Reader *r, const Form *form, const Json *j, void *record);

static bool read_list(Reader *r, const Form *form, const Json *list, Log *log) {
    *log = log_make(r->arena, form->size);
    if (!list || list->kind != JSON_ARRAY)
        return read_fail(r, _("a list is missing"));
    for (const Json *e = list->child; e; e = e->next)
        if (!read_record(r, form, e, log_push(log)))
            return false;
    return true;
}

static bool read_bool(Reader *r, const Json *j, bool *b) {
    if (!j || j->kind != JSON_BOOL)
        return read_fail(r, _("true or false is missing"));
    *b = j->boolean;
    return true;
}

static bool read_member(Reader *r, const Field *f, const Json *j, void *at) {
    const double exact = 9007199254740992.0; /* 2^53 */
    switch ((FieldKind)f->kind) {
    case FIELD_NAME: return read_name(r, j, f->needed, at);
    case FIELD_STR: return read_text(r, j, at);
    case FIELD_NUMBER: return read_u32(r, j, UINT32_MAX, at);
    case FIELD_LONG: return read_whole(r, j, -exact, exact, at);
    case FIELD_BOOL: return read_bool(r, j, at);
    case FIELD_MOMENT: return read_when(r, j, at);
    case FIELD_WORD: return read_word(r, j, form_words(f->of), at);
    case FIELD_RULE: return read_rule(r, j, at);
    case FIELD_INDEX: return read_index(r, j, f->of, at);
    case FIELD_REF: return read_ref(r, j, f, at);
    case FIELD_FRAME: return read_frame(r, j, at);
    case FIELD_SITE: return read_site(r, j, at);
    case FIELD_SHAPE: return read_shape(r, j, at);
    case FIELD_DTYPE: return read_dtype(r, j, at);
    case FIELD_TENSOR: return read_tensor(r, j, f->needed, at);
    case FIELD_LIST: return read_list(r, form_of(f->of), j, at);
    case FIELD_CAUSE:
    case FIELD_OWN: return true;
    }
    return false;
}

static bool read_field(Reader *r, const Field *f, const Json *j, void *record) {
    void *at = (char *)record + f->at;
    r->key = f->key ? f->key : "";
    if (f->kind == FIELD_OWN)
        return read_own(r, f->of, j, record);
    if (f->kind == FIELD_CAUSE)
        return read_cause(r, j, at);
    return read_member(r, f, json_get(j, f->key), at);
}

static bool read_record(Reader *r, const Form *form, const Json *j, void *record) {
    for (size_t i = 0; i < form->nfields; i++)
        if (!read_field(r, &form->fields[i], j, record))
            return false;
    return true;
}

static void make_record(Reader *r, const Form *form, Log *log) {
    uint32_t index = (uint32_t)log->count;
    void *record = log_push(log);
    if (form->pointers)
        record = *(void **)record = arena_alloc(r->arena, form->size);
    if (form->index)
        memcpy((char *)record + form->index - 1, &index, sizeof index);
}

/* All records of a list, not filled yet. */
static bool make_records(Reader *r, const Form *form, const Json *top) {
    Log *log = (Log *)((char *)r->trace + form->log);
    read_at(r, form->key, 0);
    const Json *list = read_list_of(r, top, form->key);
    for (const Json *e = list ? list->child : NULL; e; e = e->next)
        make_record(r, form, log);
    return list != NULL;
}

static bool fill_records(Reader *r, const Form *form, const Json *top) {
    Log *log = (Log *)((char *)r->trace + form->log);
    size_t i = 0;
    for (const Json *e = json_get(top, form->key)->child; e; e = e->next, i++) {
        void *at = log_at(log, i);
        if (!read_at(r, form->key, i) ||
            !read_record(r, form, e, form->pointers ? *(void **)at : at))
            return false;
    }
    return true;
}

/* ---- steps and events ---- */

/* -1, or below most. */
static bool read_maybe(Reader *r, const Json *j, double most, uint32_t none, uint32_t *n) {
    if (j && j->kind == JSON_NUMBER && j->number == -1)
        return *n = none, true;
    return read_u32(r, j, most, n);
}

static bool read_kinds(Reader *r, const Json *top, EventKind *kinds, size_t *n) {
    const Json *list = read_list_of(r, top, "event_kinds");
    *n = 0;
    for (const Json *e = list ? list->child : NULL; e && *n < EVENT_COUNT; e = e->next, ++*n) {
        int kind = 0;
        while (kind < EVENT_COUNT &&
               !(e->kind == JSON_STRING && str_is(e->string, event_name((EventKind)kind))))
            kind++;
        if (kind == EVENT_COUNT)
            return read_fail(r, _("a word that is known is missing"));
        kinds[*n] = (EventKind)kind;
    }
    return list != NULL;
}

static bool read_events(Reader *r, const Json *top) {
    EventKind kinds[EVENT_COUNT];
    size_t nkinds, i = 0;
    read_at(r, "events", 0);
    const Json *list = read_list_of(r, top, "events");
    if (!list || !read_kinds(r, top, kinds, &nkinds))
        return false;
    for (const Json *e = list->child; e && e->next && e->next->next; e = e->next->next->next) {
        uint32_t kind, site, arg;
        read_at(r, "events", i++);
        if (!read_u32(r, e, (double)nkinds - 1, &kind) ||
            !read_maybe(r, e->next, SITE_UNKNOWN, SITE_UNKNOWN, &site) ||
            !read_u32(r, e->next->next, UINT32_MAX, &arg))
            return false;
        *LOG_PUSH(&r->trace->events, Event) =
            (Event){site & SITE_UNKNOWN, (unsigned)kinds[kind] & 0xff, arg};
    }
    return true;
}

static bool read_steps(Reader *r, const Json *top) {
    size_t i = 0;
    read_at(r, "steps", 0);
    const Json *list = read_list_of(r, top, "steps");
    for (const Json *e = list ? list->child : NULL; e && e->next && e->next->next;
         e = e->next->next->next) {
        Step s;
        read_at(r, "steps", i++);
        if (!read_maybe(r, e, SITE_UNKNOWN, SITE_NONE, &s.site) ||
            !read_maybe(r, e->next, (double)r->trace->frames.count - 1, FRAME_NONE, &s.frame) ||
            !read_moment(r, e->next->next, &s.start))
            return false;
        *LOG_PUSH(&r->trace->steps, Step) = s;
    }
    return list != NULL;
}

/* ---- what follows from the records ---- */

/* The objects themselves are not known, only how many there were. */
static void count_objects(Reader *r) {
    while (r->trace->objects.count < r->highest)
        *LOG_PUSH(&r->trace->objects, Object *) = NULL;
}

static void join_records(Trace *t) {
    for (size_t i = 0; i < t->graphs.count; i++)
        (*LOG_AT(&t->graphs, TraceGraph *, i))->nodes = log_make(t->arena, sizeof(TraceNode *));
    for (size_t i = 0; i < t->nodes.count; i++) {
        TraceNode *n = *LOG_AT(&t->nodes, TraceNode *, i);
        Log *nodes = &(*LOG_AT(&t->graphs, TraceGraph *, n->graph))->nodes;
        *LOG_PUSH(nodes, TraceNode *) = n;
        n->id = (uint32_t)nodes->count;
    }
    for (size_t i = 0; i < t->variables.count; i++)
        (*LOG_AT(&t->variables, TraceVariable *, i))->shares =
            log_make(t->arena, sizeof(TraceShare *));
    for (size_t i = 0; i < t->shares.count; i++) {
        TraceShare *s = *LOG_AT(&t->shares, TraceShare *, i);
        *LOG_PUSH(&s->variable->shares, TraceShare *) = s;
    }
}

/* ---- the whole ---- */

static bool read_refusal(Reader *r, const Json *j) {
    Diag *d = &r->trace->refusal;
    double most = (double)LOG_AT(&r->trace->modules, TraceModule, 0)->source->text.len;
    return read_text(r, json_get(j, "message"), &d->message) &&
           read_text(r, json_get(j, "hint"), &d->hint) &&
           read_u32(r, json_get(j, "start"), most, &d->span.start) &&
           read_u32(r, json_get(j, "end"), most, &d->span.end) &&
           read_site(r, json_get(j, "site"), &r->trace->refusal_site);
}

static bool read_end(Reader *r, const Json *top) {
    Trace *t = r->trace;
    unsigned end, budget;
    int64_t status;
    read_at(r, "end", 0);
    if (!read_word(r, json_get(top, "end"), trace_ends, &end))
        return false;
    t->end = (TraceEnd)end;
    switch (t->end) {
    case END_DONE: return true;
    case END_RAISED:
        return t->errors.count == 0 ? read_fail(r, _("there is no error"))
                                    : read_text(r, json_get(top, "traceback"), &t->traceback);
    case END_EXIT:
        if (!read_whole(r, json_get(top, "exit_status"), INT32_MIN, INT32_MAX, &status))
            return false;
        t->exit_status = (int)status;
        return true;
    case END_REFUSED: return read_refusal(r, json_get(top, "refusal"));
    case END_BUDGET:
        if (!read_word(r, json_get(top, "budget"), trace_budgets, &budget))
            return false;
        t->budget = (Budget)budget;
        return true;
    }
    return false;
}

static bool read_head(Reader *r, const Json *top) {
    Trace *t = r->trace;
    int64_t python;
    read_at(r, "head", 0);
    if (!read_text(r, json_get(top, "tf"), &t->tf) ||
        !read_whole(r, json_get(top, "python"), 2, 3, &python) ||
        !read_member(r, &(Field){.kind = FIELD_LONG}, json_get(top, "seed"), &t->seed) ||
        !read_bool(r, json_get(top, "caseless"), &t->caseless))
        return false;
    t->python = (int)python;
    if (t->modules.count == 0)
        return read_fail(r, _("there is no program"));
    return t->graphs.count == 0 ||
           read_index(r, json_get(top, "default_graph"), FORM_GRAPH, &t->default_graph);
}

static bool read_all(Reader *r, const Json *top) {
    bool good = read_events(r, top);
    for (int k = 0; good && k < FORM_LISTS; k++)
        good = make_records(r, form_of((FormKind)k), top);
    good = good && read_steps(r, top) && read_objects(r, top);
    for (int k = 0; good && k < FORM_LISTS; k++)
        good = fill_records(r, form_of((FormKind)k), top);
    return good && read_head(r, top) && read_end(r, top) && read_check(r);
}

static bool is_trace(const Json *top) {
    return str_is(json_get_str(top, "format", STR("")), TRACE_FORMAT);
}

Trace *trace_read(Arena *a, Str text, Str *error) {
    const Json *top = json_parse(a, text, error);
    if (!top)
        return NULL;
    if (!is_trace(top) || json_get_num(top, "version", 0) != TRACE_VERSION) {
        *error = str_of(is_trace(top) ? _("it is a trace of another version of tfscope")
                                      : _("it is no trace of tfscope"));
        return NULL;
    }
    Reader r = {.arena = a, .trace = trace_make(a, names_make(a)), .error = error, .key = ""};
    r.types = log_make(a, sizeof(TypeHead *));
    if (!read_all(&r, top))
        return NULL;
    join_records(r.trace);
    count_objects(&r);
    return r.trace;
}
