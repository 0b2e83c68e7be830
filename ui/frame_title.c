/* frame_title.c: the bar above: what is open, where in it, under which release. */
#include "base/text.h"
#include "ui/compare.h"
#include "ui/frame_inner.h"
#include "view/wrap.h"

enum { WHOLE_TITLE = 100, WIDE_TITLE = 60, NARROW_TITLE = 34, ITEMS_MOST = 8 };

/* What stands at the right, from left to right. */
typedef struct Items {
    Str text[ITEMS_MOST];
    Role role[ITEMS_MOST];
    int look[ITEMS_MOST];
    int n;
    int gap;  /* blanks behind each */
    int cols; /* of all, with the blanks */
} Items;

static void add_item(Items *items, Str text, Role role, int look) {
    items->text[items->n] = text;
    items->role[items->n] = role;
    items->look[items->n++] = look;
    items->cols += (int)wrap_columns(text) + items->gap;
}

static Str base_name(Str path) {
    size_t i = path.len;
    while (i > 0 && path.at[i - 1] != '/')
        i--;
    return str_sub(path, i, path.len);
}

static Str what_is_open(const Frame *f) {
    const Replay *r = state_replay(f->state, f->world);
    const Lesson *lesson = f->world->lesson;
    if (compare_is_other(f->state, f->world))
        return compare_name(f->state, f->world, false);
    Str what = f->world->exercise ? f->world->exercise->title
               : lesson           ? lesson->title
                                  : base_name(r->attempt.source->name);
    return state_is_edited(f->state, f->world)
               ? str_printf(f->scratch, _("%.*s (edited)"), STR_ARG(what))
               : what;
}

static void add_step(const Frame *f, Items *items, bool wide) {
    const State *s = f->state;
    const Trace *t = state_replay(s, f->world)->trace;
    size_t steps = trace_steps(t);
    Str text = str_printf(f->scratch, wide ? _("step %zu/%zu") : "%zu/%zu", s->at.step, steps);
    if (position_inside(t, s->at)) {
        Moment start = trace_step_at(t, s->at.step)->start, end = trace_step_end(t, s->at.step);
        text = str_printf(f->scratch, wide ? _("%.*s, event %u/%u") : "%.*s:%u/%u", STR_ARG(text),
                          (unsigned)(s->at.moment - start), (unsigned)(end - start));
    }
    add_item(items, text, ROLE_BAR, LOOK_BOLD);
}

/* "past" when the run goes on behind this step: in a frame of its own, as no colour may be there.
 */
static void add_past(const Frame *f, Items *items) {
    if (!state_is_past(f->state, f->world))
        return;
    const char *form = items->gap == 1   ? "%s"
                       : f->state->ascii ? "[%s]"
                                         : "\xe2\x96\x8f%s\xe2\x96\x95";
    add_item(items, str_printf(f->scratch, form, _("past")), ROLE_PAST, LOOK_BOLD);
}

/* How the run ended, once its end is reached. */
static const char *ending(const Frame *f) {
    const Replay *r = state_replay(f->state, f->world);
    if (!r->accepted)
        return _("not accepted");
    if (state_is_past(f->state, f->world))
        return NULL;
    switch (r->trace->end) {
    case END_DONE: return NULL;
    case END_RAISED: return _("error");
    case END_EXIT: return _("exit");
    case END_REFUSED: return _("refused");
    case END_BUDGET: return _("stopped");
    }
    return NULL;
}

static void add_lesson(const Frame *f, Items *items) {
    size_t n = 0;
    bool other = compare_is_other(f->state, f->world);
    const Lesson *lesson = other ? NULL : f->world->lesson;
    const Lesson *all = lesson ? f->world->host->lessons(f->world->host, &n) : NULL;
    for (size_t i = 0; i < n; i++)
        if (str_eq(all[i].id, lesson->id))
            add_item(items, str_printf(f->scratch, _("lesson %zu/%zu"), i + 1, n), ROLE_BAR, 0);
}

/* The time of a talk; that one follows somebody, or does not. */
static void add_present(const Frame *f, Items *items) {
    Str timer = frame_timer(f);
    FollowKind follow = f->state->present.follow;
    if (follow != FOLLOW_NOBODY)
        add_item(items, str_of(follow == FOLLOW_ALONG ? _("following") : _("on your own")),
                 ROLE_PAST, LOOK_BOLD);
    if (timer.len)
        add_item(items, timer, frame_timer_is_over(f) ? ROLE_ERROR : ROLE_BAR, LOOK_BOLD);
}

static void add_tf(const Frame *f, Items *items) {
    const Trace *t = state_replay(f->state, f->world)->trace;
    if (t->tf.len)
        add_item(items, str_printf(f->scratch, "TF %.*s", STR_ARG(t->tf)), ROLE_BAR, 0);
}

static void add_python(const Frame *f, Items *items) {
    const Trace *t = state_replay(f->state, f->world)->trace;
    const char *form = f->grid->cols < WHOLE_TITLE ? "Py %d" : "Python %d";
    if (t->python)
        add_item(items, str_printf(f->scratch, form, t->python), ROLE_BAR, 0);
}

/* What is open comes first: where its name has no room, the number of the lesson and then the
 * Python make room for it. */
static Items items_of(const Frame *f, int cols, int name) {
    Items items = {.gap = cols < NARROW_TITLE ? 1 : 2};
    const char *end = ending(f);
    add_step(f, &items, cols >= WIDE_TITLE);
    add_past(f, &items);
    if (end)
        add_item(&items, str_of(end), ROLE_ERROR, LOOK_BOLD);
    add_present(f, &items);
    if (cols < WIDE_TITLE || f->state->present.on)
        return items;
    add_tf(f, &items);
    Items python = items;
    add_python(f, &python);
    Items lesson = python;
    add_lesson(f, &lesson);
    return lesson.cols + name <= cols ? lesson : python.cols + name <= cols ? python : items;
}

static void put_items(const Frame *f, const Items *items) {
    Rect r = f->state->layout.title;
    int col = r.col + r.cols - items->cols;
    if (col < r.col)
        col = r.col;
    for (int i = 0; i < items->n; i++)
        col = items->gap +
              grid_put(f->grid, r, r.row, col, items->text[i], items->role[i], items->look[i]);
}

/* Where no line is around the pane, the bar says which one it is. */
static Str pane_alone(const Frame *f) {
    const State *s = f->state;
    return s->layout.framed ? STR("") : str_printf(f->scratch, "%s ", pane_title(s->focus));
}

void frame_title(const Frame *f) {
    Rect r = f->state->layout.title;
    if (r.rows <= 0)
        return;
    Str pane = pane_alone(f), what = what_is_open(f);
    Str program = r.cols >= WIDE_TITLE ? STR(" tfscope  ") : STR("");
    Items items = items_of(f, r.cols, (int)(wrap_columns(what) + wrap_columns(program)) + 1);
    grid_repeat(f->grid, r, r.row, r.col, r.cols, ' ', ROLE_BAR, 0);
    put_items(f, &items);
    Rect left = {r.row, r.col, 1, r.cols - items.cols};
    int col = grid_put(f->grid, left, r.row, r.col, pane, ROLE_TITLE, LOOK_BOLD);
    col = grid_put(f->grid, left, r.row, col, program, ROLE_BAR, 0);
    int room = left.col + left.cols - 1 - col;
    if (room >= 4)
        grid_put(f->grid, left, r.row, col, frame_cut(f, what, room), ROLE_TITLE, LOOK_BOLD);
}
