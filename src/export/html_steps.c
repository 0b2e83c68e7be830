/* html_steps.c: what each step did and why, in both languages. Most steps of a long program do what
 * others did, too: what is said is written once, and a step has its number. */
#include "base/text.h"
#include "export/html_inner.h"
#include "view/landmark.h"
#include "view/position.h"

enum {
    EVENTS_MOST = 4096, /* of a step that are looked at */
    TOLD_MOST = 40,     /* that are told */
    GOES_ON = 256,      /* steps between looks at whether somebody stops it */
};

/* ---- one step in words ---- */

/* Is the node only a part of something that is told as a whole? */
static bool is_part(const Trace *t, const Event *e) {
    if (e->kind != EVENT_NODE)
        return false;
    const TraceNode *n = *LOG_AT(&t->nodes, TraceNode *, e->arg);
    return view_is_variable(n) || view_is_part(n);
}

static bool is_module(const Trace *t, const Event *e) {
    if (e->kind != EVENT_CALL && e->kind != EVENT_RETURN)
        return false;
    return str_is(name_str(trace_frame_at(t, e->arg)->function), "<module>");
}

/* Names that are bound, values and what is printed the player tells from what it has of them. */
static bool is_told(const Trace *t, const Event *e) {
    EventKind kind = (EventKind)e->kind;
    bool elsewhere = kind == EVENT_BIND || kind == EVENT_OUTPUT || kind == EVENT_VALUE;
    return story_tells(kind) && !elsewhere && !is_part(t, e) && !is_module(t, e);
}

static bool tells_nothing(const Trace *t, size_t k) {
    Moment end = trace_step_end(t, k);
    for (Moment m = trace_step_at(t, k)->start; m < end; m++)
        if (is_told(t, LOG_AT(&t->events, Event, m)))
            return false;
    return true;
}

static Doc *step_told(Arena *a, const Exported *e, const Why *w, size_t k) {
    const Trace *t = e->trace;
    const Step *s = trace_step_at(t, k);
    Moment end = trace_step_end(t, k);
    uint32_t frame = s->frame;
    int told = 0;
    Doc *d = doc_make(a);
    if (end - s->start > EVENTS_MOST)
        end = s->start + EVENTS_MOST;
    for (Moment m = s->start; m < end; m++) {
        const Event *event = LOG_AT(&t->events, Event, m);
        if (is_told(t, event) && told++ < TOLD_MOST) {
            story_event(d, t, frame, m);
            explain_event(d, w, m);
        }
        frame = story_frame_after(t, event, frame);
    }
    if (told > TOLD_MOST)
        doc_text(d, ROLE_DIM, str_of(_("... this step did more.")));
    return d;
}

static Str doc_json(Arena *a, const Doc *d) {
    Sink out = sink_memory(a);
    JsonWriter j = json_to(&out);
    html_doc(&j, d);
    return sink_str(&out);
}

/* Most steps of a long program tell nothing. */
static Str step_json(Html *h, size_t k) {
    const Exported *e = h->e;
    if (tells_nothing(e->trace, k))
        return STR("[]");
    const Why *w = why_into(h->scratch, e->why);
    return doc_json(h->scratch, step_told(h->scratch, e, w, k));
}

/* ---- all steps ---- */

/* What is said in one language: each text once, and which one each step has. */
typedef struct Told {
    Texts docs;
    uint32_t *of_step; /* [steps] */
} Told;

static bool tell_all(Html *h, Told *told, int language) {
    const Exported *e = h->e;
    size_t n = trace_steps(e->trace);
    told->docs = texts_make(e->arena);
    told->of_step = ARENA_ARRAY(e->arena, n + 1, uint32_t);
    e->speak(e->context, e->languages[language]);
    for (size_t k = 1; k <= n; k++) {
        told->of_step[k - 1] = (uint32_t)texts_id(&told->docs, step_json(h, k));
        arena_reset(h->scratch);
        size_t before = language == 0 ? n : 0; /* the chosen language is told last, and stays */
        if (k % GOES_ON == 0 && !export_goes_on(e, before + k, LANGUAGES * n + 1))
            return false;
    }
    return true;
}

/* Of each of these steps what is said there. */
static void put_docs(Html *h, const Told *told, const Log *steps) {
    json_array(h->j);
    for (size_t i = 0; i < steps->count; i++) {
        uint32_t doc = told->of_step[*LOG_AT(steps, uint32_t, i)];
        html_raw(h->j, name_str(*LOG_AT(&told->docs.all, Name, doc)));
    }
    json_end_array(h->j);
}

/* Steps that say the same in both languages have one number: "why" of each, and what it stands for.
 */
static void put_told(Html *h, const Told told[LANGUAGES]) {
    size_t n = trace_steps(h->e->trace);
    Texts pairs = texts_make(h->e->arena);
    Log first = log_make(h->e->arena, sizeof(uint32_t)); /* a step that says it */
    json_key(h->j, "why");
    json_array(h->j);
    for (uint32_t k = 0; k < n; k++) {
        uint32_t pair[LANGUAGES] = {told[0].of_step[k], told[1].of_step[k]};
        size_t id = (size_t)texts_id(&pairs, (Str){(const char *)pair, sizeof pair}) - 1;
        if (id == first.count)
            *LOG_PUSH(&first, uint32_t) = k;
        json_int(h->j, (int64_t)id);
    }
    json_end_array(h->j);
    json_key(h->j, "docs");
    json_array(h->j);
    for (int i = 0; i < LANGUAGES; i++)
        put_docs(h, &told[i], &first);
    json_end_array(h->j);
}

/* ---- where it is ---- */

static int64_t site_id(Html *h, Texts *sites, uint32_t site) {
    const TraceModule *m;
    Span span = {0, 0};
    size_t module = 0;
    const Trace *t = h->e->trace;
    if (trace_span(t, site, &m, &span))
        while (LOG_AT(&t->modules, TraceModule, module) != m)
            module++;
    Str text = str_printf(h->scratch, "%zu,%u,%u", module, span.start, span.end);
    int64_t id = texts_id(sites, text) - 1;
    arena_reset(h->scratch);
    return id;
}

static void put_sites(Html *h) {
    const Trace *t = h->e->trace;
    Texts sites = texts_make(h->e->arena);
    json_key(h->j, "steps");
    json_array(h->j);
    for (size_t k = 1; k <= trace_steps(t); k++)
        json_int(h->j, site_id(h, &sites, trace_step_at(t, k)->site));
    json_end_array(h->j);
    json_key(h->j, "sites");
    json_array(h->j);
    for (size_t i = 1; i < sites.all.count; i++)
        html_raw(h->j, name_str(*LOG_AT(&sites.all, Name, i)));
    json_end_array(h->j);
}

/* Whenever the frame, the default graph or the innermost scope is another one at the end of a step:
 * the step, and all three. */
static void put_now(Html *h) {
    const Trace *t = h->e->trace;
    int64_t before[3] = {-1, -1, -1};
    json_key(h->j, "where");
    json_array(h->j);
    for (size_t k = 0; k <= trace_steps(t); k++) {
        Moment m = trace_step_end(t, k);
        const TraceGraph *g = view_graph_at(t, m);
        const TraceScope *s = trace_scope_at(t, m);
        uint32_t frame = k ? position_frame_seen(t, position_end(t, k)) : FRAME_NONE;
        int64_t now[3] = {frame >= t->frames.count ? 0 : (int64_t)frame + 1,
                          g ? (int64_t)g->index + 1 : 0, s ? (int64_t)s->index + 1 : 0};
        if (now[0] == before[0] && now[1] == before[1] && now[2] == before[2])
            continue;
        json_int(h->j, (int64_t)k);
        for (int i = 0; i < 3; i++)
            json_int(h->j, before[i] = now[i]);
    }
    json_end_array(h->j);
}

static void put_landmarks(Html *h) {
    const Landmarks *l = landmarks_make(h->e->arena, h->e->trace);
    Column steps = column_make(h->e->arena);
    for (size_t i = 0, before = 0; i < landmarks_count(l); i++) {
        size_t step = landmarks_at(l, i).at.step;
        if (step != before)
            column_add(&steps, (int64_t)step);
        before = step;
    }
    column_put_rising(&steps, h->j, "landmarks");
}

bool html_put_steps(Html *h) {
    Told told[LANGUAGES];
    put_sites(h);
    put_now(h);
    put_landmarks(h);
    for (int i = LANGUAGES - 1; i >= 0; i--)
        if (!tell_all(h, &told[i], i))
            return false;
    put_told(h, told);
    return true;
}
