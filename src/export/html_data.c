/* html_data.c: a run as one JSON object for the player of the page (assets/player/player.js).
 *
 *   texts     every text that repeats; `…Text` members and values are numbers of it
 *   modules   [name, source …]; sites [module, start, end …] in bytes, of `steps`
 *   steps     a site each; `where` [step, frame, graph, scope …] whenever one of the three changed,
 *             scope counted from 1
 *   lists     of things have a member a field ("columns"); steps in them rise, and are written as
 *             differences
 *
 * Texts in two languages are an array of two, the chosen one first. */
#include "export/html_inner.h"

Texts texts_make(Arena *a) {
    Texts t = {names_make(a), log_make(a, sizeof(Name))};
    texts_id(&t, STR(""));
    return t;
}

int64_t texts_id(Texts *t, Str text) {
    Name name = name_of(t->names, text);
    if (name->number == t->all.count)
        *LOG_PUSH(&t->all, Name) = name;
    return name->number;
}

void texts_put(const Texts *t, JsonWriter *j) {
    json_array(j);
    for (size_t i = 0; i < t->all.count; i++)
        json_str(j, name_str(*LOG_AT(&t->all, Name, i)));
    json_end_array(j);
}

Column column_make(Arena *a) {
    return (Column){log_make(a, sizeof(int64_t))};
}

void column_add(Column *c, int64_t n) {
    *LOG_PUSH(&c->at, int64_t) = n;
}

void column_put(const Column *c, JsonWriter *j, const char *key) {
    json_key(j, key);
    json_array(j);
    for (size_t i = 0; i < c->at.count; i++)
        json_int(j, *LOG_AT(&c->at, int64_t, i));
    json_end_array(j);
}

void column_put_rising(const Column *c, JsonWriter *j, const char *key) {
    int64_t before = 0;
    json_key(j, key);
    json_array(j);
    for (size_t i = 0; i < c->at.count; i++) {
        int64_t now = *LOG_AT(&c->at, int64_t, i);
        json_int(j, now - before);
        before = now;
    }
    json_end_array(j);
}

size_t html_step(const Html *h, Moment event) {
    size_t n = trace_steps(h->e->trace);
    size_t step = trace_step_of(h->e->trace, event);
    return step < n ? step : n;
}

Str html_cut(Arena *a, Str text) {
    size_t end = TEXT_MOST;
    if (text.len <= TEXT_MOST)
        return text;
    while (end > 0 && ((unsigned char)text.at[end] & 0xc0) == 0x80)
        end--;
    return str_printf(a, "%.*s …", (int)end, text.at);
}

void html_two(JsonWriter *j, Str first, Str second) {
    if (str_eq(first, second)) {
        json_str(j, first);
        return;
    }
    json_array(j);
    json_str(j, first);
    json_str(j, second);
    json_end_array(j);
}

void html_raw(JsonWriter *j, Str json) {
    if (j->comma)
        sink_char(j->out, ',');
    sink_put(j->out, json);
    j->comma = true;
}

void html_doc(JsonWriter *j, const Doc *d) {
    json_array(j);
    for (size_t i = 0; i < d->lines.count; i++) {
        const DocLine *line = LOG_AT(&d->lines, DocLine, i);
        json_array(j);
        for (size_t k = 0; k < line->count; k++) {
            const DocPiece *p = LOG_AT(&d->pieces, DocPiece, line->first + k);
            json_int(j, p->role);
            json_str(j, p->text);
        }
        json_end_array(j);
    }
    json_end_array(j);
}

/* ---- the parts ---- */

static void put_str(JsonWriter *j, const char *key, Str text) {
    json_key(j, key);
    json_str(j, text);
}

/* How the run ended, in both languages; and the end of what was refused, or Python's traceback. */
static void put_end(Html *h) {
    const Exported *e = h->e;
    const Trace *t = e->trace;
    Str end[LANGUAGES];
    for (int i = LANGUAGES - 1; i >= 0; i--) {
        e->speak(e->context, e->languages[i]);
        end[i] = story_end(h->scratch, t, story_end_line(t));
    }
    json_key(h->j, "end");
    html_two(h->j, end[0], end[1]);
    put_str(h->j, "traceback", t->end == END_RAISED ? t->traceback : STR(""));
}

static void put_head(Html *h) {
    const Exported *e = h->e;
    const Lesson *other = e->lesson[1] ? e->lesson[1] : e->lesson[0];
    json_key(h->j, "title");
    html_two(h->j, e->title, other ? other->title : e->title);
    put_str(h->j, "id", e->lesson[0] ? e->lesson[0]->id : STR(""));
    put_str(h->j, "tf", e->trace->tf);
    json_key(h->j, "python");
    json_int(h->j, e->trace->python);
    json_key(h->j, "languages");
    json_array(h->j);
    for (int i = 0; i < LANGUAGES; i++)
        json_str(h->j, str_of(e->languages[i]));
    json_end_array(h->j);
}

/* The pages before and behind it; nothing for a page that stands alone. */
static void put_site(Html *h) {
    const SiteLinks *s = h->e->site;
    if (!s)
        return;
    json_key(h->j, "site");
    json_array(h->j);
    json_str(h->j, s->before);
    json_str(h->j, s->after);
    json_end_array(h->j);
}

static void put_roles(JsonWriter *j) {
    json_key(j, "roles");
    json_array(j);
    for (int i = 0; i < ROLE_COUNT; i++)
        json_str(j, str_of(role_name((Role)i)));
    json_end_array(j);
}

static void put_modules(Html *h) {
    const Trace *t = h->e->trace;
    json_key(h->j, "modules");
    json_array(h->j);
    for (size_t i = 0; i < t->modules.count; i++) {
        const Source *s = LOG_AT(&t->modules, TraceModule, i)->source;
        json_str(h->j, s->name);
        json_str(h->j, s->text);
    }
    json_end_array(h->j);
}

bool html_data(const Exported *e, Sink *out) {
    JsonWriter j = json_to(out);
    Html h = {e, &j, texts_make(e->arena), arena_child(e->arena)};
    json_object(&j);
    put_head(&h);
    put_site(&h);
    put_roles(&j);
    put_modules(&h);
    put_end(&h);
    html_put_graph(&h);
    html_put_values(&h);
    bool done = html_put_steps(&h);
    html_put_lesson(&h);
    html_put_words(&h);
    json_key(&j, "texts");
    texts_put(&h.texts, &j);
    json_end_object(&j);
    return done && !out->failed;
}
