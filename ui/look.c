#include "ui/look.h"

#include "ui/compare.h"
#include "view/wrap.h"

Look look_make(const State *s, const World *w, Arena *scratch) {
    return compare_on(s) ? compare_look(s, w, false, scratch) : pane_look(s, w, scratch);
}

Moment look_since(const Look *l) {
    const State *s = l->state;
    bool own = l->replay == state_replay(s, l->world) && position_cmp(l->at, s->at) == 0;
    if (own)
        return state_since(s, l->world);
    return l->at.step ? trace_step_at(l->replay->trace, l->at.step)->start : 0;
}

bool look_at_end(const Look *l) {
    const Trace *t = l->replay->trace;
    return l->at.step == trace_steps(t) && !position_inside(t, l->at);
}

Str look_sign(const Look *l, const char *sign, const char *ascii) {
    return str_of(l->state->ascii ? ascii : sign);
}

void look_put_sign(Doc *d, bool there, Role role, Str sign) {
    doc_add(d, there ? role : ROLE_TEXT, there ? sign : STR(" "));
}

void look_put_change(Doc *d, bool fresh, bool changed) {
    look_put_sign(d, fresh || changed, fresh ? ROLE_NEW : ROLE_CHANGED,
                  fresh ? STR("+") : STR("~"));
    doc_add(d, ROLE_TEXT, STR(" "));
}

int look_differs_columns(const Look *l) {
    return l->together ? 1 : 0;
}

void look_put_differs(const Look *l, Doc *d, bool differs) {
    if (l->together)
        look_put_sign(d, differs, ROLE_CHANGED, look_sign(l, "≠", "|"));
}

TogetherAt look_other(const Look *l) {
    return together_other(l->together, (TogetherAt){l->second, l->at.step, l->at.moment});
}

const Outline *look_other_names(const Look *l) {
    const State *s = l->state;
    const Replay *other = l->together ? world_replay(l->world, s->beside) : NULL;
    return other && other->outlines ? outlines_at(other->outlines, look_other(l).moment, true)
                                    : NULL;
}

const TraceFrame *look_caller(const Trace *t, const TraceFrame *f) {
    return f->parent < t->frames.count ? trace_frame_at(t, f->parent) : NULL;
}

const TraceFrame *look_frame_of(const Trace *t, Position at) {
    uint32_t frame = position_frame_seen(t, at);
    return frame < t->frames.count ? trace_frame_at(t, frame) : NULL;
}

const TraceFrame *look_frame(const Look *l) {
    return look_frame_of(l->replay->trace, l->at);
}

const Gathered *look_gathered(const Look *l) {
    return l->replay->gathered;
}

int look_draw_line(const Doc *d, size_t line, Rect r, int row, Grid *g) {
    const DocLine *l = LOG_AT(&d->lines, DocLine, line);
    int col = r.col;
    for (size_t i = 0; i < l->count && col < r.col + r.cols; i++) {
        const DocPiece *p = LOG_AT(&d->pieces, DocPiece, l->first + i);
        col = grid_put(g, r, row, col, p->text, p->role, p->look);
    }
    return col;
}

/* ---- panes that are written as a whole ---- */

Doc *look_whole(const Look *l, LookBuild *build, int cols) {
    Doc *lines = doc_make(l->scratch), *rows = doc_make(l->scratch);
    build(l, cols, lines);
    doc_wrap(rows, lines, (size_t)(cols < 1 ? 1 : cols));
    return rows;
}
