/* read_basic.c: numbers, texts, indices, shapes and tensors. */
#include "trace/read_inner.h"

#include <math.h>

#include "base/text.h"

/* The first fault counts. Returns false. */
bool read_fail(Reader *r, const char *why) {
    if (!r->failed)
        *r->error = str_printf(r->arena, "%s[%zu]%s%s: %s", r->list, r->number, *r->key ? "." : "",
                               r->key, why);
    r->failed = true;
    return false;
}

bool read_at(Reader *r, const char *list, size_t number) {
    r->list = list;
    r->number = number;
    r->key = "";
    return !r->failed;
}

size_t read_count(const Json *list) {
    size_t n = 0;
    for (const Json *e = list ? list->child : NULL; e; e = e->next)
        n++;
    return n;
}

const Json *read_list_of(Reader *r, const Json *object, const char *key) {
    const Json *list = json_get(object, key);
    r->key = key;
    if (!list || list->kind != JSON_ARRAY) {
        read_fail(r, _("a list is missing"));
        return NULL;
    }
    return list;
}

/* ---- numbers and texts ---- */

bool read_whole(Reader *r, const Json *j, double least, double most, int64_t *n) {
    if (!j || j->kind != JSON_NUMBER || j->number != floor(j->number) || j->number < least ||
        j->number > most)
        return read_fail(r, _("a whole number that can be right is missing"));
    *n = (int64_t)j->number;
    return true;
}

bool read_u32(Reader *r, const Json *j, double most, uint32_t *n) {
    int64_t whole = 0;
    bool good = read_whole(r, j, 0, most, &whole);
    *n = (uint32_t)whole;
    return good;
}

static size_t events_of(const Reader *r) {
    return r->trace->events.count;
}

bool read_moment(Reader *r, const Json *j, Moment *m) {
    return read_u32(r, j, (double)events_of(r), m);
}

bool read_text(Reader *r, const Json *j, Str *text) {
    if (!j || j->kind != JSON_STRING)
        return read_fail(r, _("a text is missing"));
    *text = j->string;
    return true;
}

bool read_name(Reader *r, const Json *j, bool needed, Name *name) {
    Str text;
    if (j && j->kind == JSON_NULL && !needed)
        return *name = NULL, true;
    return read_text(r, j, &text) && (*name = name_of(r->trace->names, text));
}

bool read_word(Reader *r, const Json *j, const char *const *words, unsigned *word) {
    for (unsigned i = 0; j && j->kind == JSON_STRING && words[i]; i++)
        if (str_is(j->string, words[i]))
            return *word = i, true;
    return read_fail(r, _("a word that is known is missing"));
}

bool read_rule(Reader *r, const Json *j, Rule *rule) {
    *rule = RULE_COUNT;
    for (int i = 0; j && j->kind == JSON_STRING && i < RULE_COUNT; i++)
        if (str_is(j->string, form_rule((Rule)i)))
            *rule = (Rule)i;
    return !j || *rule != RULE_COUNT || read_fail(r, _("a word that is known is missing"));
}

static int digit_of(char c) {
    return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* So many bytes, written as twice as many digits. */
bool read_hex(Reader *r, const Json *j, void *data, size_t size) {
    unsigned char *bytes = data;
    if (!j || j->kind != JSON_STRING || j->string.len != 2 * size)
        return read_fail(r, _("bytes are missing"));
    for (size_t i = 0; i < size; i++) {
        int high = digit_of(j->string.at[2 * i]), low = digit_of(j->string.at[2 * i + 1]);
        if (high < 0 || low < 0)
            return read_fail(r, _("bytes are missing"));
        bytes[i] = (unsigned char)(16 * high + low);
    }
    return true;
}

/* ---- records that others are about ---- */

const Log *read_log(const Reader *r, FormKind kind) {
    return (const Log *)((const char *)r->trace + form_of(kind)->log);
}

bool read_index(Reader *r, const Json *j, FormKind kind, uint32_t *index) {
    return read_u32(r, j, (double)read_log(r, kind)->count - 1, index);
}

bool read_ref(Reader *r, const Json *j, const Field *f, const void **record) {
    uint32_t index;
    *record = NULL;
    if (!j)
        return !f->needed || read_fail(r, _("it must not be left out"));
    if (!read_index(r, j, f->of, &index))
        return false;
    *record = *(void *const *)log_at(read_log(r, f->of), index);
    return true;
}

/* Left out: UINT32_MAX. */
bool read_frame(Reader *r, const Json *j, uint32_t *frame) {
    return !j ? (*frame = FRAME_NONE, true) : read_index(r, j, FORM_FRAME, frame);
}

bool read_site(Reader *r, const Json *j, uint32_t *site) {
    return !j ? (*site = SITE_NONE, true) : read_u32(r, j, SITE_NONE - 1, site);
}

bool read_when(Reader *r, const Json *j, Moment *m) {
    return !j ? (*m = MOMENT_END, true) : read_moment(r, j, m);
}

bool read_cause(Reader *r, const Json *object, Cause *c) {
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

bool read_shape(Reader *r, const Json *j, Shape *shape) {
    int64_t dims[RANK_MOST];
    int rank = 0;
    if (j && j->kind == JSON_NULL)
        return *shape = shape_unknown(), true;
    if (!j || j->kind != JSON_ARRAY || read_count(j) > RANK_MOST)
        return read_fail(r, _("a shape is missing"));
    for (const Json *e = j->child; e; e = e->next)
        if (!read_dim(r, e, &dims[rank++]))
            return false;
    *shape = shape_make(r->arena, rank, dims);
    return true;
}

bool read_dtype(Reader *r, const Json *j, DType *dtype) {
    *dtype = j && j->kind == JSON_STRING ? dtype_of_name(j->string) : DTYPE_INVALID;
    return *dtype != DTYPE_INVALID || read_fail(r, _("a dtype that is known is missing"));
}

static bool read_strings(Reader *r, const Json *j, Tensor *t) {
    Str *texts = t->data;
    size_t i = 0;
    if (!j || j->kind != JSON_ARRAY || read_count(j) != (size_t)t->count)
        return read_fail(r, _("the elements are not as many as the shape says"));
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
        return data->kind == JSON_ARRAY && read_count(data) == (size_t)count;
    return data->kind == JSON_STRING && dtype_size(dtype) > 0 &&
           data->string.len / 2 / dtype_size(dtype) == (size_t)count;
}

bool read_tensor(Reader *r, const Json *j, bool needed, const Tensor **tensor) {
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
        return read_fail(r, _("the elements are not as many as the shape says"));
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
