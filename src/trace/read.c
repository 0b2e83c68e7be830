/* read.c: a trace from its JSON.
 *
 * Whoever reads a trace trusts it: an index is below the length of its list, moments of a list are
 * in order. So everything that a reader trusts is checked here, once, and what is wrong is told
 * with its place: "nodes[12].scope". Pointers between records may go anywhere, so all records are
 * made first and filled then. */
#include <math.h>
#include <string.h>

#include "base/json.h"
#include "base/text.h"
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
static bool fail(Reader *r, const char *why) {
    if (!r->failed)
        *r->error = str_printf(r->arena, "%s[%zu]%s%s: %s", r->list, r->number, *r->key ? "." : "",
                               r->key, why);
    r->failed = true;
    return false;
}

static bool at_list(Reader *r, const char *list, size_t number) {
    r->list = list;
    r->number = number;
    r->key = "";
    return !r->failed;
}

static size_t count_of(const Json *list) {
    size_t n = 0;
    for (const Json *e = list ? list->child : NULL; e; e = e->next)
        n++;
    return n;
}

static const Json *list_in(Reader *r, const Json *object, const char *key) {
    const Json *list = json_get(object, key);
    r->key = key;
    if (!list || list->kind != JSON_ARRAY) {
        fail(r, _("a list is missing"));
        return NULL;
    }
    return list;
}

/* ---- numbers and texts ---- */

static bool read_whole(Reader *r, const Json *j, double least, double most, int64_t *n) {
    if (!j || j->kind != JSON_NUMBER || j->number != floor(j->number) || j->number < least ||
        j->number > most)
        return fail(r, _("a whole number that can be right is missing"));
    *n = (int64_t)j->number;
    return true;
}

static bool read_u32(Reader *r, const Json *j, double most, uint32_t *n) {
    int64_t whole = 0;
    bool good = read_whole(r, j, 0, most, &whole);
    *n = (uint32_t)whole;
    return good;
}

static size_t events_of(const Reader *r) {
    return r->trace->events.count;
}

static bool read_moment(Reader *r, const Json *j, Moment *m) {
    return read_u32(r, j, (double)events_of(r), m);
}

static bool read_text(Reader *r, const Json *j, Str *text) {
    if (!j || j->kind != JSON_STRING)
        return fail(r, _("a text is missing"));
    *text = j->string;
    return true;
}

static bool read_name(Reader *r, const Json *j, bool needed, Name *name) {
    Str text;
    if (j && j->kind == JSON_NULL && !needed)
        return *name = NULL, true;
    return read_text(r, j, &text) && (*name = name_of(r->trace->names, text));
}

static bool read_word(Reader *r, const Json *j, const char *const *words, unsigned *word) {
    for (unsigned i = 0; j && j->kind == JSON_STRING && words[i]; i++)
        if (str_is(j->string, words[i]))
            return *word = i, true;
    return fail(r, _("a word that is known is missing"));
}

static bool read_rule(Reader *r, const Json *j, Rule *rule) {
    *rule = RULE_COUNT;
    for (int i = 0; j && j->kind == JSON_STRING && i < RULE_COUNT; i++)
        if (str_is(j->string, form_rule((Rule)i)))
            *rule = (Rule)i;
    return !j || *rule != RULE_COUNT || fail(r, _("a word that is known is missing"));
}

static int digit_of(char c) {
    return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* So many bytes, written as twice as many digits. */
static bool read_hex(Reader *r, const Json *j, void *data, size_t size) {
    unsigned char *bytes = data;
    if (!j || j->kind != JSON_STRING || j->string.len != 2 * size)
        return fail(r, _("bytes are missing"));
    for (size_t i = 0; i < size; i++) {
        int high = digit_of(j->string.at[2 * i]), low = digit_of(j->string.at[2 * i + 1]);
        if (high < 0 || low < 0)
            return fail(r, _("bytes are missing"));
        bytes[i] = (unsigned char)(16 * high + low);
    }
    return true;
}

/* ---- records that others are about ---- */

static const Log *log_of(const Reader *r, FormKind kind) {
    return (const Log *)((const char *)r->trace + form_of(kind)->log);
}

static bool read_index(Reader *r, const Json *j, FormKind kind, uint32_t *index) {
    return read_u32(r, j, (double)log_of(r, kind)->count - 1, index);
}

static bool read_ref(Reader *r, const Json *j, const Field *f, const void **record) {
    uint32_t index;
    *record = NULL;
    if (!j)
        return !f->needed || fail(r, _("it must not be left out"));
    if (!read_index(r, j, f->of, &index))
        return false;
    *record = *(void *const *)log_at(log_of(r, f->of), index);
    return true;
}

/* Left out: UINT32_MAX. */
static bool read_frame(Reader *r, const Json *j, uint32_t *frame) {
    return !j ? (*frame = FRAME_NONE, true) : read_index(r, j, FORM_FRAME, frame);
}

static bool read_site(Reader *r, const Json *j, uint32_t *site) {
    return !j ? (*site = SITE_NONE, true) : read_u32(r, j, SITE_NONE - 1, site);
}

static bool read_when(Reader *r, const Json *j, Moment *m) {
    return !j ? (*m = MOMENT_END, true) : read_moment(r, j, m);
}

static bool read_cause(Reader *r, const Json *object, Cause *c) {
    return read_moment(r, json_get(object, "moment"), &c->moment) &&
           read_site(r, json_get(object, "site"), &c->site) &&
           read_frame(r, json_get(object, "frame"), &c->frame);
}

/* ---- shapes and tensors ---- */

enum { RANK_MOST = 254 };

static bool read_dim(Reader *r, const Json *j, int64_t *dim) {
    const double most = 1e15;
    if (j->kind == JSON_NULL)
        return *dim = DIM_UNKNOWN, true;
    return read_whole(r, j, 0, most, dim);
}

static bool read_shape(Reader *r, const Json *j, Shape *shape) {
    int64_t dims[RANK_MOST];
    int rank = 0;
    if (j && j->kind == JSON_NULL)
        return *shape = shape_unknown(), true;
    if (!j || j->kind != JSON_ARRAY || count_of(j) > RANK_MOST)
        return fail(r, _("a shape is missing"));
    for (const Json *e = j->child; e; e = e->next)
        if (!read_dim(r, e, &dims[rank++]))
            return false;
    *shape = shape_make(r->arena, rank, dims);
    return true;
}

static bool read_dtype(Reader *r, const Json *j, DType *dtype) {
    *dtype = j && j->kind == JSON_STRING ? dtype_of_name(j->string) : DTYPE_INVALID;
    return *dtype != DTYPE_INVALID || fail(r, _("a dtype that is known is missing"));
}

static bool read_strings(Reader *r, const Json *j, Tensor *t) {
    Str *texts = t->data;
    size_t i = 0;
    if (!j || j->kind != JSON_ARRAY || count_of(j) != (size_t)t->count)
        return fail(r, _("the elements are not as many as the shape says"));
    for (const Json *e = j->child; e; e = e->next, i++) {
        size_t size = e->kind == JSON_STRING ? e->string.len / 2 : 0;
        char *bytes = arena_alloc(r->arena, size + 1);
        if (!read_hex(r, e, bytes, size))
            return false;
        texts[i] = (Str){bytes, size};
    }
    return true;
}

/* Are the elements there that a shape has? Then what they take was taken already. */
static bool has_elements(const Json *data, DType dtype, int64_t count) {
    if (dtype_class(dtype) == DTYPE_CLASS_STRING)
        return data->kind == JSON_ARRAY && count_of(data) == (size_t)count;
    return data->kind == JSON_STRING && dtype_size(dtype) > 0 &&
           data->string.len / 2 / dtype_size(dtype) == (size_t)count;
}

static bool read_tensor(Reader *r, const Json *j, bool needed, const Tensor **tensor) {
    DType dtype;
    Shape shape;
    *tensor = NULL;
    if (j && j->kind == JSON_NULL && !needed)
        return true;
    if (!read_dtype(r, json_get(j, "dtype"), &dtype) ||
        !read_shape(r, json_get(j, "shape"), &shape))
        return false;
    const Json *data = json_get(j, "data");
    int64_t count = shape_count(shape);
    if (count < 0 || (data && !has_elements(data, dtype, count)))
        return fail(r, _("the elements are not as many as the shape says"));
    Tensor *t = data ? tensor_make(r->arena, dtype, shape) : ARENA_NEW(r->arena, Tensor);
    if (!data)
        *t = (Tensor){dtype, shape, count, NULL};
    *tensor = t;
    if (!data)
        return true;
    return dtype_class(dtype) == DTYPE_CLASS_STRING
               ? read_strings(r, data, t)
               : read_hex(r, data, t->data, (size_t)count * dtype_size(dtype));
}

/* ---- objects: what they looked like ---- */

typedef struct Look {
    Moment from;
    Str text;
} Look;

typedef struct ReadObject {
    Object object; /* first */
    Log looks;     /* Look, in order */
    Object *parts; /* [nparts]: of their kind nothing is known but the id */
    uint32_t nparts;
} ReadObject;

static void show_read(Sink *out, const Object *o, Moment m, int depth) {
    const ReadObject *read = (const ReadObject *)o;
    size_t low = 0, high = read->looks.count;
    (void)depth;
    while (low < high) {
        size_t mid = low + (high - low) / 2;
        if (LOG_AT(&read->looks, Look, mid)->from <= m)
            low = mid + 1;
        else
            high = mid;
    }
    if (read->looks.count)
        sink_put(out, LOG_AT(&read->looks, Look, low ? low - 1 : 0)->text);
}

static void parts_read(const Object *o, Moment m, PartFn *fn, void *context) {
    const ReadObject *read = (const ReadObject *)o;
    (void)m;
    for (uint32_t i = 0; i < read->nparts; i++)
        fn(context, STR(""), value_object(&read->parts[i]));
}

static const TypeHead *type_called(Reader *r, Name name) {
    for (size_t i = 0; i < r->types.count; i++)
        if ((*LOG_AT(&r->types, TypeHead *, i))->name == name)
            return *LOG_AT(&r->types, TypeHead *, i);
    TypeHead *type = ARENA_NEW(r->arena, TypeHead);
    *type = (TypeHead){.name = name, .show = show_read, .parts = parts_read};
    *LOG_PUSH(&r->types, TypeHead *) = type;
    return type;
}

static bool read_looks(Reader *r, const Json *list, ReadObject *o) {
    Moment before = 0;
    for (const Json *e = list ? list->child : NULL; e; e = e->next->next) {
        Look look;
        if (!read_moment(r, e, &look.from) || !read_text(r, e->next, &look.text))
            return false;
        if (look.from < before)
            return fail(r, _("the moments are not in order"));
        before = look.from;
        *LOG_PUSH(&o->looks, Look) = look;
    }
    return true;
}

enum { ID_MOST = 1 << 24 };

static bool read_id(Reader *r, const Json *j, uint32_t *id) {
    if (!read_u32(r, j, ID_MOST, id))
        return false;
    r->highest = *id > r->highest ? *id : r->highest;
    return true;
}

static bool read_parts(Reader *r, const Json *list, const TypeHead *type, ReadObject *o) {
    o->parts = ARENA_ARRAY(r->arena, count_of(list), Object);
    for (const Json *e = list ? list->child : NULL; e; e = e->next, o->nparts++) {
        o->parts[o->nparts].type = type;
        if (!read_id(r, e, &o->parts[o->nparts].id))
            return false;
    }
    return true;
}

static bool read_object(Reader *r, const Json *j, ReadObject *o) {
    Name type;
    o->looks = log_make(r->arena, sizeof(Look));
    if (json_get(j, "id") && !read_id(r, json_get(j, "id"), &o->object.id))
        return false;
    if (!read_name(r, json_get(j, "type"), true, &type))
        return false;
    o->object.type = type_called(r, type);
    return read_parts(r, json_get(j, "parts"), o->object.type, o) &&
           read_looks(r, list_in(r, j, "texts"), o);
}

static bool read_objects(Reader *r, const Json *top) {
    at_list(r, "objects", 0);
    const Json *list = list_in(r, top, "objects");
    size_t i = 0;
    r->nobjects = count_of(list);
    r->objects = ARENA_ARRAY(r->arena, r->nobjects, Object *);
    for (const Json *e = list ? list->child : NULL; e && at_list(r, "objects", i); e = e->next) {
        ReadObject *o = ARENA_NEW(r->arena, ReadObject);
        r->objects[i++] = &o->object;
        read_object(r, e, o);
    }
    return !r->failed;
}

/* ---- what names held ---- */

static bool read_long(Reader *r, Str text, int64_t *n) {
    uint64_t sum = 0;
    bool minus = text.len > 0 && text.at[0] == '-';
    for (size_t i = minus; i < text.len; i++) {
        if (text.at[i] < '0' || text.at[i] > '9' || i > 20)
            return fail(r, _("a whole number that can be right is missing"));
        sum = 10 * sum + (uint64_t)(text.at[i] - '0');
    }
    *n = (int64_t)(minus ? 0 - sum : sum);
    return true;
}

static bool read_kind(Reader *r, const Json *j, Value *v) {
    const Json *object = json_get(j, "object"), *real = json_get(j, "float");
    uint32_t index;
    *v = value_unbound();
    if (object) {
        if (!read_u32(r, object, (double)r->nobjects - 1, &index))
            return false;
        *v = value_object(r->objects[index]);
        return true;
    }
    if (real) {
        v->kind = VALUE_FLOAT;
        return read_hex(r, real, &v->as.real, sizeof v->as.real);
    }
    if (json_get(j, "int")) {
        v->kind = VALUE_INT;
        return read_long(r, json_get_str(j, "int", STR("x")), &v->as.integer);
    }
    return str_is(json_get_str(j, "is", STR("")), "unbound") || fail(r, _("a value is missing"));
}

static bool read_value(Reader *r, const Json *j, Value *v) {
    const double most = 9007199254740992.0; /* 2^53 */
    switch (j->kind) {
    case JSON_NULL: *v = value_none(); return true;
    case JSON_BOOL: *v = value_bool(j->boolean); return true;
    case JSON_NUMBER: *v = value_int(0); return read_whole(r, j, -most, most, &v->as.integer);
    case JSON_OBJECT: return read_kind(r, j, v);
    case JSON_STRING:
    case JSON_ARRAY: return fail(r, _("a value is missing"));
    }
    return false;
}

/* The last value is the newest, those before it are the past. */
static bool read_cell(Reader *r, const Json *list, Cell *c) {
    if (list->kind != JSON_ARRAY || count_of(list) % 2)
        return fail(r, _("a list is missing"));
    for (const Json *e = list->child; e; e = e->next->next) {
        Moment since;
        Value v;
        if (!read_moment(r, e, &since) || !read_value(r, e->next, &v))
            return false;
        if (e != list->child && since <= c->since)
            return fail(r, _("the moments are not in order"));
        if (e != list->child && !c->past) {
            c->past = ARENA_NEW(r->arena, Log);
            *c->past = log_make(r->arena, sizeof(Past));
        }
        if (c->past)
            *LOG_PUSH(c->past, Past) = (Past){c->as, c->kind, c->since};
        *c = (Cell){v.as, v.kind, since, c->past};
    }
    return true;
}

static bool read_cells(Reader *r, const Json *j, TraceFrame *f) {
    const Json *names = list_in(r, j, "names"), *cells = list_in(r, j, "cells");
    uint32_t n = (uint32_t)count_of(names), i = 0;
    if (!names || !cells || count_of(cells) != n)
        return fail(r, _("a list is missing"));
    Name *at = ARENA_ARRAY(r->arena, n, Name);
    f->ncells = n;
    f->names = at;
    f->cells = ARENA_ARRAY(r->arena, n, Cell);
    for (const Json *e = names->child, *c = cells->child; e; e = e->next, c = c->next, i++)
        if (!read_name(r, e, true, &at[i]) || !read_cell(r, c, &f->cells[i]))
            return false;
    return true;
}

/* ---- fields of their own ---- */

static bool read_source(Reader *r, const Json *j, TraceModule *m) {
    Str file, text;
    const Json *spans = list_in(r, j, "spans");
    if (!spans || !read_text(r, json_get(j, "file"), &file) ||
        !read_text(r, json_get(j, "source"), &text))
        return false;
    m->source = source_make(r->arena, file, text);
    m->nsites = (uint32_t)(count_of(spans) / 2);
    if (m->first_site > SITE_UNKNOWN || m->nsites > SITE_UNKNOWN - m->first_site)
        return fail(r, _("a whole number that can be right is missing"));
    Span *at = ARENA_ARRAY(r->arena, m->nsites, Span);
    const Json *e = spans->child;
    for (uint32_t i = 0; i < m->nsites; i++, e = e->next->next) {
        double most = (double)m->source->text.len;
        if (!read_u32(r, e, most, &at[i].start) || !read_u32(r, e->next, most, &at[i].end))
            return false;
        if (at[i].end < at[i].start)
            return fail(r, _("a place ends before it begins"));
    }
    m->spans = at;
    return true;
}

static bool read_node_at(Reader *r, const Json *j, const TraceNode **n) {
    uint32_t index = 0;
    if (!read_index(r, j, FORM_NODE, &index))
        return false;
    *n = *LOG_AT(&r->trace->nodes, TraceNode *, index);
    return true;
}

static bool read_inputs(Reader *r, const Json *j, TraceNode *n) {
    const Json *inputs = list_in(r, j, "inputs"), *controls = list_in(r, j, "controls");
    if (!inputs || !controls)
        return false;
    n->ninputs = (uint32_t)(count_of(inputs) / 2);
    n->ncontrols = (uint32_t)count_of(controls);
    n->inputs = ARENA_ARRAY(r->arena, n->ninputs, TraceInput);
    n->controls = ARENA_ARRAY(r->arena, n->ncontrols, const TraceNode *);
    const Json *e = inputs->child, *c = controls->child;
    for (uint32_t i = 0; i < n->ninputs; i++, e = e->next->next)
        if (!read_node_at(r, e, &n->inputs[i].node) ||
            !read_u32(r, e->next, UINT32_MAX - 1, &n->inputs[i].output))
            return false;
    for (uint32_t i = 0; i < n->ncontrols; i++, c = c->next)
        if (!read_node_at(r, c, &n->controls[i]))
            return false;
    return true;
}

/* Newest first: each held until a later moment than the one before it. */
static bool read_past_shapes(Reader *r, const Json *list, TraceOutput *o) {
    const TraceShape **tail = &o->past;
    Moment before = MOMENT_END;
    for (const Json *e = list ? list->child : NULL; e && e->next; e = e->next->next) {
        TraceShape *p = ARENA_NEW(r->arena, TraceShape);
        if (!read_moment(r, e, &p->until) || !read_shape(r, e->next, &p->shape))
            return false;
        if (p->until >= before)
            return fail(r, _("the moments are not in order"));
        before = p->until;
        *tail = p;
        tail = &p->before;
    }
    return true;
}

static bool read_output(Reader *r, const Json *j, TraceOutput *o) {
    o->ref = json_get_bool(j, "ref", false);
    return read_dtype(r, json_get(j, "dtype"), &o->dtype) &&
           read_shape(r, json_get(j, "shape"), &o->shape) &&
           read_past_shapes(r, json_get(j, "past"), o);
}

static bool read_outputs(Reader *r, const Json *j, TraceNode *n) {
    const Json *list = list_in(r, j, "outputs");
    uint32_t i = 0;
    n->noutputs = (uint32_t)count_of(list);
    n->outputs = ARENA_ARRAY(r->arena, n->noutputs, TraceOutput);
    for (const Json *e = list ? list->child : NULL; e; e = e->next)
        if (!read_output(r, e, &n->outputs[i++]))
            return false;
    return list != NULL;
}

static const Field a_scope = {NULL, FIELD_REF, FORM_SCOPE, 0, false};

static bool read_default(Reader *r, const Json *j, ScopeDefaults *d, Moment *since) {
    const void *dtype_from, *initializer_from;
    if (!read_when(r, json_get(j, "since"), since) ||
        !read_text(r, json_get(j, "dtype"), &d->dtype) ||
        !read_text(r, json_get(j, "initializer"), &d->initializer) ||
        !read_when(r, json_get(j, "dtype_set"), &d->dtype_set) ||
        !read_when(r, json_get(j, "initializer_set"), &d->initializer_set) ||
        !read_ref(r, json_get(j, "dtype_from"), &a_scope, &dtype_from) ||
        !read_ref(r, json_get(j, "initializer_from"), &a_scope, &initializer_from))
        return false;
    d->dtype_from = dtype_from;
    d->initializer_from = initializer_from;
    return true;
}

static bool read_defaults(Reader *r, const Json *j, TraceScope *s) {
    const Json *list = list_in(r, j, "defaults");
    const TraceDefaults **tail = &s->set;
    Moment since;
    if (!list || !read_default(r, list->child, &s->defaults, &since))
        return false;
    for (const Json *e = list->child->next; e; e = e->next) {
        TraceDefaults *d = ARENA_NEW(r->arena, TraceDefaults);
        if (!read_default(r, e, &d->defaults, &d->since))
            return false;
        *tail = d;
        tail = &d->before;
    }
    return true;
}

static bool read_fetch(Reader *r, const Json *e, TraceInput *f) {
    f->output = UINT32_MAX;
    if (e->kind != JSON_NULL && !read_node_at(r, e, &f->node))
        return false;
    return e->next->kind == JSON_NULL || read_u32(r, e->next, UINT32_MAX - 1, &f->output);
}

static bool read_fetches(Reader *r, const Json *j, TraceRun *run) {
    const Json *list = list_in(r, j, "fetches"), *values = list_in(r, j, "values");
    run->nfetches = (uint32_t)(count_of(list) / 2);
    if (!list || !values || count_of(values) != run->nfetches || count_of(list) % 2)
        return fail(r, _("a list is missing"));
    run->fetches = ARENA_ARRAY(r->arena, run->nfetches, TraceInput);
    run->values = ARENA_ARRAY(r->arena, run->nfetches, const Tensor *);
    const Json *e = list->child, *v = values->child;
    for (uint32_t i = 0; i < run->nfetches; i++, e = e->next->next, v = v->next)
        if (!read_fetch(r, e, &run->fetches[i]) || !read_tensor(r, v, false, &run->values[i]))
            return false;
    return true;
}

static bool read_own(Reader *r, OwnField own, const Json *j, void *record) {
    switch (own) {
    case OWN_SOURCE: return read_source(r, j, record);
    case OWN_CELLS: return read_cells(r, j, record);
    case OWN_INPUTS: return read_inputs(r, j, record);
    case OWN_OUTPUTS: return read_outputs(r, j, record);
    case OWN_DEFAULTS: return read_defaults(r, j, record);
    case OWN_FETCHES: return read_fetches(r, j, record);
    }
    return false;
}

/* ---- records ---- */

static bool read_record(Reader *r, const Form *form, const Json *j, void *record);

static bool read_list(Reader *r, const Form *form, const Json *list, Log *log) {
    *log = log_make(r->arena, form->size);
    if (!list || list->kind != JSON_ARRAY)
        return fail(r, _("a list is missing"));
    for (const Json *e = list->child; e; e = e->next)
        if (!read_record(r, form, e, log_push(log)))
            return false;
    return true;
}

static bool read_bool(Reader *r, const Json *j, bool *b) {
    if (!j || j->kind != JSON_BOOL)
        return fail(r, _("true or false is missing"));
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
    at_list(r, form->key, 0);
    const Json *list = list_in(r, top, form->key);
    for (const Json *e = list ? list->child : NULL; e; e = e->next)
        make_record(r, form, log);
    return list != NULL;
}

static bool fill_records(Reader *r, const Form *form, const Json *top) {
    Log *log = (Log *)((char *)r->trace + form->log);
    size_t i = 0;
    for (const Json *e = json_get(top, form->key)->child; e; e = e->next, i++) {
        void *at = log_at(log, i);
        if (!at_list(r, form->key, i) ||
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
    const Json *list = list_in(r, top, "event_kinds");
    *n = 0;
    for (const Json *e = list ? list->child : NULL; e && *n < EVENT_COUNT; e = e->next, ++*n) {
        int kind = 0;
        while (kind < EVENT_COUNT &&
               !(e->kind == JSON_STRING && str_is(e->string, event_name((EventKind)kind))))
            kind++;
        if (kind == EVENT_COUNT)
            return fail(r, _("a word that is known is missing"));
        kinds[*n] = (EventKind)kind;
    }
    return list != NULL;
}

static bool read_events(Reader *r, const Json *top) {
    EventKind kinds[EVENT_COUNT];
    size_t nkinds, i = 0;
    at_list(r, "events", 0);
    const Json *list = list_in(r, top, "events");
    if (!list || !read_kinds(r, top, kinds, &nkinds))
        return false;
    for (const Json *e = list->child; e && e->next && e->next->next; e = e->next->next->next) {
        uint32_t kind, site, arg;
        at_list(r, "events", i++);
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
    at_list(r, "steps", 0);
    const Json *list = list_in(r, top, "steps");
    for (const Json *e = list ? list->child : NULL; e && e->next && e->next->next;
         e = e->next->next->next) {
        Step s;
        at_list(r, "steps", i++);
        if (!read_maybe(r, e, SITE_UNKNOWN, SITE_NONE, &s.site) ||
            !read_maybe(r, e->next, (double)r->trace->frames.count - 1, FRAME_NONE, &s.frame) ||
            !read_moment(r, e->next->next, &s.start))
            return false;
        *LOG_PUSH(&r->trace->steps, Step) = s;
    }
    return list != NULL;
}

/* ---- what readers trust ---- */

/* The moment of a record: of the kinds that are looked for by it. */
static bool moment_of(FormKind kind, const void *record, Moment *m) {
    const Form *form = form_of(kind);
    for (size_t i = 0; i < form->nfields; i++) {
        const Field *f = &form->fields[i];
        bool own = f->kind == FIELD_MOMENT && f->key &&
                   (!strcmp(f->key, "moment") || !strcmp(f->key, "entered"));
        if (f->kind == FIELD_CAUSE || own) /* a cause begins with its moment */
            return memcpy(m, (const char *)record + f->at, sizeof *m), true;
    }
    return false;
}

static bool check_order(Reader *r, FormKind kind, const Log *log, const char *key) {
    Moment before = 0, m;
    for (size_t i = 0; i < log->count && kind != FORM_FACT; i++) {
        const void *at = log_at(log, i);
        if (!moment_of(kind, form_of(kind)->pointers ? *(const void *const *)at : at, &m))
            return true;
        at_list(r, key, i);
        if (m < before || m == MOMENT_END)
            return fail(r, _("the moments are not in order"));
        before = m;
    }
    return true;
}

static bool check_orders(Reader *r) {
    const Trace *t = r->trace;
    for (int kind = 0; kind < FORM_LISTS; kind++)
        if (!check_order(r, (FormKind)kind, log_of(r, (FormKind)kind),
                         form_of((FormKind)kind)->key))
            return false;
    for (size_t i = 0; i < t->graphs.count; i++) {
        const TraceGraph *g = *LOG_AT(&t->graphs, TraceGraph *, i);
        if (!check_order(r, FORM_NAME_GIVEN, &g->names, "graphs.names") ||
            !check_order(r, FORM_COLLECTED, &g->collections, "graphs.collections"))
            return false;
    }
    for (size_t i = 0; i < t->variables.count; i++)
        if (!check_order(r, FORM_VALUE, &(*LOG_AT(&t->variables, TraceVariable *, i))->values,
                         "variables.values"))
            return false;
    return true;
}

/* Steps in order, each parent before its child: what is walked upwards ends. */
static bool check_steps(Reader *r) {
    Moment before = 0;
    for (size_t i = 0; i < r->trace->steps.count; i++) {
        Moment start = LOG_AT(&r->trace->steps, Step, i)->start;
        at_list(r, "steps", i);
        if (start < before)
            return fail(r, _("the moments are not in order"));
        before = start;
    }
    for (size_t i = 0; i < r->trace->frames.count; i++) {
        const TraceFrame *f = LOG_AT(&r->trace->frames, TraceFrame, i);
        at_list(r, "frames", i);
        if (f->parent != FRAME_NONE && f->parent >= f->index)
            return fail(r, _("what is around it comes after it"));
    }
    for (size_t i = 0; i < r->trace->scopes.count; i++) {
        const TraceScope *s = *LOG_AT(&r->trace->scopes, TraceScope *, i);
        at_list(r, "scopes", i);
        if (s->parent && s->parent->index >= s->index)
            return fail(r, _("what is around it comes after it"));
    }
    return true;
}

static bool check_outputs(Reader *r) {
    const Trace *t = r->trace;
    for (size_t i = 0; i < t->nodes.count; i++) {
        const TraceNode *n = *LOG_AT(&t->nodes, TraceNode *, i);
        at_list(r, "nodes", i);
        for (uint32_t k = 0; k < n->ninputs; k++)
            if (n->inputs[k].output >= n->inputs[k].node->noutputs)
                return fail(r, _("there is no such output"));
    }
    for (size_t i = 0; i < t->variables.count; i++) {
        const TraceVariable *v = *LOG_AT(&t->variables, TraceVariable *, i);
        at_list(r, "variables", i);
        if (v->node->noutputs == 0)
            return fail(r, _("there is no such output"));
    }
    for (size_t i = 0; i < t->runs.count; i++) {
        const TraceRun *run = *LOG_AT(&t->runs, TraceRun *, i);
        at_list(r, "runs", i);
        for (uint32_t k = 0; k < run->nfetches; k++) {
            const TraceInput *f = &run->fetches[k];
            if (f->output != UINT32_MAX && (!f->node || f->output >= f->node->noutputs))
                return fail(r, _("there is no such output"));
        }
    }
    return true;
}

/* How many things an event's argument may name; SIZE_MAX: readers take any number. */
static size_t things_of(const Trace *t, EventKind kind) {
    switch (kind) {
    case EVENT_CALL:
    case EVENT_RETURN:
    case EVENT_RESUME: return t->frames.count;
    case EVENT_OUTPUT: return t->output.count;
    case EVENT_NODE:
    case EVENT_SHAPE: return t->nodes.count;
    case EVENT_VARIABLE:
    case EVENT_VALUE: return t->variables.count;
    case EVENT_SHARE: return t->shares.count;
    case EVENT_ENTER:
    case EVENT_LEAVE:
    case EVENT_REUSE:
    case EVENT_DEFAULTS: return t->scopes.count;
    case EVENT_GRAPH:
    case EVENT_COLLECT: return t->graphs.count;
    case EVENT_RUN: return t->runs.count;
    case EVENT_RAISE:
    case EVENT_CATCH: return t->errors.count;
    case EVENT_BIND:
    case EVENT_UNBIND:
    case EVENT_CHANGE:
    case EVENT_COUNT: return SIZE_MAX;
    }
    return SIZE_MAX;
}

static bool check_events(Reader *r) {
    const Trace *t = r->trace;
    for (size_t m = 0; m < t->events.count; m++) {
        const Event *e = LOG_AT(&t->events, Event, m);
        at_list(r, "events", m);
        if (e->arg >= things_of(t, (EventKind)e->kind))
            return fail(r, _("there is no such thing as it names"));
    }
    return true;
}

static bool check_facts(Reader *r) {
    const Trace *t = r->trace;
    const Log *about[FACT_ABOUTS] = {&t->variables, &t->shares, &t->scopes, &t->errors};
    for (size_t i = 0; i < t->facts.count; i++) {
        const TraceFact *f = LOG_AT(&t->facts, TraceFact, i);
        at_list(r, "facts", i);
        if (f->index >= about[f->about]->count || f->rule == RULE_COUNT)
            return fail(r, _("there is no such thing as it names"));
    }
    return true;
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
    at_list(r, "end", 0);
    if (!read_word(r, json_get(top, "end"), trace_ends, &end))
        return false;
    t->end = (TraceEnd)end;
    switch (t->end) {
    case END_DONE: return true;
    case END_RAISED:
        return t->errors.count == 0 ? fail(r, _("there is no error"))
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
    at_list(r, "head", 0);
    if (!read_text(r, json_get(top, "tf"), &t->tf) ||
        !read_whole(r, json_get(top, "python"), 2, 3, &python) ||
        !read_member(r, &(Field){.kind = FIELD_LONG}, json_get(top, "seed"), &t->seed) ||
        !read_bool(r, json_get(top, "caseless"), &t->caseless))
        return false;
    t->python = (int)python;
    if (t->modules.count == 0)
        return fail(r, _("there is no program"));
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
    return good && read_head(r, top) && read_end(r, top) && check_steps(r) && check_orders(r) &&
           check_outputs(r) && check_events(r) && check_facts(r);
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
