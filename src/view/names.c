/* names.c: the variables of a run: which line made each, which lines share it. */
#include "base/text.h"
#include "base/utf8.h"
#include "view/view.h"

enum { COLUMNS = 6 };

typedef struct Row {
    Str cell[COLUMNS];
} Row;

static Row row_of(Arena *a, const Trace *t, const TraceVariable *v, Moment m) {
    TraceOutput output = {.dtype = v->dtype, .ref = !v->resource, .shape = v->shape};
    Str lines = view_lines(a, t, v, m);
    return (Row){{
        str_printf(a, "%s:0", v->node->name->text),
        view_shape(a, v->shape),
        view_dtype(a, &output),
        v->trainable ? str_of(_("yes")) : str_of(_("no")),
        str_of(view_line(a, t, v->cause.site)),
        lines.len ? lines : STR("-"),
    }};
}

static Row heading(void) {
    return (Row){{
        str_of(_("name")),
        str_of(_("shape")),
        str_of(_("dtype")),
        str_of(_("trainable")),
        str_of(_("made by line")),
        str_of(_("shared by lines")),
    }};
}

static void widen(size_t width[COLUMNS], const Row *r) {
    for (int i = 0; i < COLUMNS; i++) {
        size_t columns = utf8_columns(r->cell[i]);
        if (columns > width[i])
            width[i] = columns;
    }
}

static void put_row(Doc *d, const size_t width[COLUMNS], const Row *r, Role first, Role rest) {
    size_t column = 0;
    doc_line(d);
    for (int i = 0; i < COLUMNS; i++) {
        doc_add(d, i == 0 ? first : rest, r->cell[i]);
        column += width[i] + 2;
        if (i + 1 < COLUMNS)
            doc_pad(d, column);
    }
}

Doc *view_names(Arena *a, const Trace *t, Moment m) {
    Doc *d = doc_make(a);
    size_t n = trace_variables_at(t, m);
    if (n == 0) {
        doc_text(d, ROLE_TEXT, str_of(_("The program made no variable.")));
        return d;
    }
    Row *rows = ARENA_ARRAY(a, n + 1, Row);
    size_t width[COLUMNS] = {0};
    rows[0] = heading();
    for (size_t i = 0; i < n; i++)
        rows[i + 1] = row_of(a, t, *LOG_AT(&t->variables, TraceVariable *, i), m);
    for (size_t i = 0; i <= n; i++)
        widen(width, &rows[i]);
    for (size_t i = 0; i <= n; i++)
        put_row(d, width, &rows[i], i ? ROLE_VARIABLE : ROLE_TITLE, i ? ROLE_TEXT : ROLE_TITLE);
    return d;
}

static void put_dims(JsonWriter *j, Shape s) {
    json_key(j, "shape");
    if (s.rank == SHAPE_UNKNOWN_RANK) {
        json_null(j);
        return;
    }
    json_array(j);
    for (int i = 0; i < s.rank; i++)
        if (s.dims[i] == DIM_UNKNOWN)
            json_null(j);
        else
            json_int(j, s.dims[i]);
    json_end_array(j);
}

static void put_sharers(JsonWriter *j, const Trace *t, const TraceVariable *v, Moment m) {
    json_key(j, "shared_by");
    json_array(j);
    for (size_t i = 0; i < v->shares.count; i++) {
        const TraceShare *s = *LOG_AT(&v->shares, TraceShare *, i);
        if (s->cause.moment < m)
            json_int(j, trace_line(t, s->cause.site));
    }
    json_end_array(j);
}

static void put_variable(JsonWriter *j, Arena *a, const Trace *t, const TraceVariable *v,
                         Moment m) {
    json_object(j);
    json_key(j, "name");
    json_str(j, str_printf(a, "%s:0", v->node->name->text));
    json_key(j, "key");
    if (v->key)
        json_str(j, name_str(v->key));
    else
        json_null(j);
    put_dims(j, v->shape);
    json_key(j, "dtype");
    json_str(j, str_of(dtype_name(v->dtype)));
    json_key(j, "trainable");
    json_bool(j, v->trainable);
    json_key(j, "graph");
    json_int(j, v->graph);
    view_line_json(j, t, v->cause.site);
    put_sharers(j, t, v, m);
    json_end_object(j);
}

void view_names_json(const Trace *t, Moment m, Sink *out) {
    JsonWriter j = json_to(out);
    Arena *scratch = arena_new(0);
    size_t n = trace_variables_at(t, m);
    json_object(&j);
    json_key(&j, "tf");
    json_str(&j, t->tf);
    json_key(&j, "variables");
    json_array(&j);
    for (size_t i = 0; i < n; i++) {
        put_variable(&j, scratch, t, *LOG_AT(&t->variables, TraceVariable *, i), m);
        arena_reset(scratch);
    }
    json_end_array(&j);
    json_end_object(&j);
    sink_char(out, '\n');
    arena_free(scratch);
}
