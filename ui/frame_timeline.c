/* frame_timeline.c: the program from left to right: what was passed, the landmarks, the place.
 *
 * A column stands for as many steps as the screen is too small for; it shows the weightiest
 * landmark among them, and looks at a bounded number of them. */
#include "ui/frame_inner.h"
#include "ui/learn.h"

enum { LANDMARKS_SEEN = 64 };

/* By weight: what a learner looks for first comes last. */
typedef struct Sign {
    uint32_t box, ascii;
    Role role;
} Sign;

static Sign sign_of(LandmarkKind kind) {
    switch (kind) {
    case LANDMARK_LEAVE: return (Sign){0x2534, '+', ROLE_FRAME};
    case LANDMARK_ENTER: return (Sign){0x252c, '+', ROLE_SCOPE};
    case LANDMARK_VARIABLE: return (Sign){0x25cf, 'o', ROLE_VARIABLE};
    case LANDMARK_REUSE: return (Sign){0x2261, '=', ROLE_SHARED};
    case LANDMARK_SHARE: return (Sign){'=', '=', ROLE_SHARED};
    case LANDMARK_ERROR: return (Sign){'!', '!', ROLE_ERROR};
    }
    return (Sign){' ', ' ', ROLE_FRAME};
}

static int weight_of(LandmarkKind kind) {
    static const int weights[] = {
        [LANDMARK_LEAVE] = 1, [LANDMARK_ENTER] = 2, [LANDMARK_VARIABLE] = 3,
        [LANDMARK_REUSE] = 4, [LANDMARK_SHARE] = 5, [LANDMARK_ERROR] = 6,
    };
    return weights[kind];
}

/* Where a step stands, from 0 to cols - 1. */
static int column_of(const Trace *t, size_t step, int cols) {
    size_t steps = trace_steps(t);
    return steps == 0 ? 0 : (int)((double)step * (cols - 1) / (double)steps + 0.5);
}

static void put_sign(const Frame *f, int col, Sign sign, int look) {
    Rect r = f->state->layout.timeline;
    grid_repeat(f->grid, r, r.row, r.col + col, 1, f->state->ascii ? sign.ascii : sign.box,
                sign.role, look);
}

/* The line itself: heavier where the program has been. */
static void put_line(const Frame *f, int here) {
    Rect r = f->state->layout.timeline;
    Sign passed = {0x2501, '-', ROLE_HERE}, ahead = {0x2500, '.', ROLE_FRAME};
    for (int col = 0; col < r.cols; col++)
        put_sign(f, col, col < here ? passed : ahead, 0);
    put_sign(f, 0, (Sign){0x251c, '|', ROLE_FRAME}, 0);
    put_sign(f, r.cols - 1, (Sign){0x2524, '|', ROLE_FRAME}, 0);
}

/* Steps first … last stand at one column: the weightiest of their landmarks. */
static void put_landmark(const Frame *f, const Landmarks *l, int col, size_t first, size_t last) {
    size_t from = landmarks_before(l, (Position){first, 0});
    size_t to = landmarks_before(l, (Position){last + 1, 0});
    int weight = 0;
    Sign sign = {' ', ' ', ROLE_FRAME};
    for (size_t i = from; i < to && i < from + LANDMARKS_SEEN; i++) {
        LandmarkKind kind = landmarks_at(l, i).kind;
        if (weight_of(kind) > weight) {
            weight = weight_of(kind);
            sign = sign_of(kind);
        }
    }
    if (weight)
        put_sign(f, col, sign, 0);
}

/* What a question asks for is not shown before it is answered. */
static void put_landmarks(const Frame *f, const Replay *r, int cols) {
    size_t steps = trace_steps(r->trace), first = 1, horizon = learn_horizon(f->state, f->world);
    for (int col = 0; r->landmarks && first <= steps && col < cols; col++) {
        size_t last = (size_t)(((double)col + 0.5) * (double)steps / (cols - 1));
        while (last < steps && column_of(r->trace, last + 1, cols) <= col)
            last++;
        size_t seen = last > horizon ? horizon : last > steps ? steps : last;
        if (seen >= first)
            put_landmark(f, r->landmarks, col, first, seen);
        first = last + 1 > first ? last + 1 : first;
    }
}

static void put_questions(const Frame *f, const Trace *t, int cols) {
    const State *s = f->state;
    const Quiz *q = s->predict ? learn_quiz(s, f->world) : NULL;
    for (ptrdiff_t i = 0; q && i < (ptrdiff_t)q->n; i++)
        if (q->comes[i] && !learn_answered(s, f->world, i))
            put_sign(f, column_of(t, q->place[i], cols), (Sign){'?', '?', ROLE_KEY}, LOOK_BOLD);
}

static void put_bookmarks(const Frame *f, const Trace *t, int cols) {
    for (int i = 0; i < BOOKMARKS; i++) {
        const Position *mark = &f->state->marks[i].at;
        uint32_t letter = (uint32_t)('a' + i);
        if (mark->step <= trace_steps(t))
            put_sign(f, column_of(t, mark->step, cols), (Sign){letter, letter, ROLE_KEY},
                     LOOK_BOLD);
    }
}

void frame_timeline(const Frame *f) {
    const State *s = f->state;
    const Replay *r = state_replay(s, f->world);
    int cols = s->layout.timeline.cols;
    if (s->layout.timeline.rows <= 0 || cols < 3)
        return;
    int here = column_of(r->trace, s->at.step, cols);
    put_line(f, here);
    put_landmarks(f, r, cols);
    put_questions(f, r->trace, cols);
    put_bookmarks(f, r->trace, cols);
    put_sign(f, here, (Sign){0x25b2, '^', ROLE_NEXT}, LOOK_BOLD);
}
