/* plain.c: the explorer line by line: for readers and braille, for pipes, and for terminals that
 * can do nothing else. All that keys do is there: a line is a key, or a command by its name. What
 * it changed is said in words; nothing is drawn, and no line that was written ever changes. */
#include "ui/plain.h"

#include <errno.h>
#include <poll.h>
#include <string.h>
#include <time.h>

#include "base/text.h"
#include "base/utf8.h"
#include "ui/export_menu.h"
#include "ui/help.h"
#include "ui/learn.h"
#include "ui/lessons.h"
#include "ui/wish.h"
#include "view/words.h"

enum {
    LINE_MOST = 1 << 16, /* bytes of a line that is read */
    KEYS_LINE_MOST = 16, /* a longer line is no key */
    SCREEN_ROWS = 60,    /* of the screen that is not drawn: how far a page goes */
    SCREEN_COLS = 200,
};

/* ---- reading ---- */

/* The next line, without its end. False: there is none. One that is too long is left out. */
static bool read_line(Plain *p, Str *line) {
    Sink text = sink_memory(p->scratch);
    int c = getc(p->in);
    bool any = c != EOF, full = false;
    for (; c != EOF && c != '\n'; c = getc(p->in)) {
        full |= text.len >= LINE_MOST;
        if (!full)
            sink_char(&text, (char)c);
    }
    if (full)
        tell(p, str_of(_("this line is too long and was left out")));
    *line = full ? STR("# ") : sink_str(&text);
    if (str_ends(*line, STR("\r")))
        line->len--;
    return any;
}

/* What was said goes out before the next line is waited for: the other end of a pipe may be one
 * that reads it aloud. */
static void ask_line(Plain *p) {
    const State *s = p->state;
    if (p->prompts)
        sink_printf(p->out, "%zu/%zu> ", s->at.step, trace_steps(state_replay(s, p->world)->trace));
    if (fflush(stdout) != 0 && !p->out->failed) {
        p->out->failed = true;
        p->out->error = errno;
    }
}

static Str trimmed(Str s) {
    while (s.len > 0 && (s.at[0] == ' ' || s.at[0] == '\t'))
        s = str_sub(s, 1, s.len);
    while (s.len > 0 && (s.at[s.len - 1] == ' ' || s.at[s.len - 1] == '\t'))
        s.len--;
    return s;
}

/* The first word of a line; *rest is what stands behind the one blank after it. */
static Str first_word(Str line, Str *rest) {
    ptrdiff_t blank = str_find(line, STR(" "), 0);
    *rest = blank < 0 ? STR("") : str_sub(line, (size_t)blank + 1, line.len);
    return blank < 0 ? line : str_sub(line, 0, (size_t)blank);
}

/* ---- editing ---- */

/* The program with line n (one behind the last adds a line) being `text`. */
static Str with_line(Arena *a, const Source *source, uint32_t n, Str text) {
    Sink out = sink_memory(a);
    for (uint32_t i = 1; i <= source->nlines || i <= n; i++) {
        sink_put(&out, i == n ? text : source_line(source, i));
        sink_char(&out, '\n');
    }
    return sink_str(&out);
}

static void run_edited(Plain *p, uint32_t n, Str text) {
    State *s = p->state;
    Arena *a = p->world->arena;
    Before before = before_of(p);
    Attempt attempt = state_replay(s, p->world)->attempt;
    Str edited = with_line(a, attempt.source, n, text);
    attempt.source = source_instead(a, attempt.source, edited);
    s->wish = (Wish){.kind = WISH_RUN, .attempt = attempt};
    session_fulfil(p->session);
    tell_change(p, &before, ACTION_EDIT);
}

/* A number at the start of text; 0: there is none. *rest begins behind one blank after it. */
static uint32_t line_number(Str text, Str *rest) {
    uint32_t n = 0;
    Str word = first_word(text, rest);
    for (size_t i = 0; i < word.len; i++) {
        if (word.at[i] < '0' || word.at[i] > '9' || n > 100000000)
            return 0;
        n = n * 10 + (uint32_t)(word.at[i] - '0');
    }
    return n;
}

static void tell_line(Plain *p, uint32_t n) {
    const Source *source = state_replay(p->state, p->world)->attempt.source;
    Str number = str_printf(p->scratch, _("line %u: "), n);
    tell(p, str_join2(p->scratch, number, source_line(source, n)));
}

/* "edit": shows the program; "edit 7": line 7; "edit 7 text": replaces line 7, and runs it. */
static void edit(Plain *p, Str argument) {
    uint32_t lines = state_replay(p->state, p->world)->attempt.source->nlines;
    Str text;
    uint32_t n = line_number(argument, &text);
    size_t bad;
    if (trimmed(argument).len == 0) {
        tell_program(p);
        tell(p, str_of(_("edit LINE TEXT puts TEXT in the place of a line and runs the program "
                         "again; undo takes it back")));
    } else if (n == 0) {
        tell(p, str_of(_("edit wants the number of a line and its new text: edit 3 a = 1")));
    } else if (n > lines + 1) {
        tell(p,
             str_printf(p->scratch, _("there is no line %u: the program has %u lines"), n, lines));
    } else if (!utf8_valid(text, &bad) || str_find(text, (Str){"", 1}, 0) >= 0) {
        tell(p, str_of(_("the text is not UTF-8")));
    } else if (text.len == 0) {
        tell_line(p, n);
    } else {
        run_edited(p, n, text);
    }
}

/* ---- what only the loop can do ---- */

/* False: the user leaves. */
static bool serve(Plain *p, Wish wish) {
    switch (wish.kind) {
    case WISH_QUIT: return false;
    case WISH_EDITOR:
        if (p->prompts)
            session_edit(p->session);
        else
            state_complain(p->state, str_of(_("an editor needs a terminal; edit LINE TEXT does "
                                              "not")));
        return true;
    case WISH_COPY: words_put(wish_step_told(p->state, p->world, p->scratch), p->out); return true;
    case WISH_REDRAW: tell_position(p); return true;
    case WISH_FOLLOW:
    case WISH_SUSPEND:
    case WISH_NONE:
    case WISH_RUN:
    case WISH_REREAD:
    case WISH_COMPARE:
    case WISH_OPEN:
    case WISH_EXPORT:
    case WISH_WRITE:
    case WISH_LANGUAGE: return true;
    }
    return true;
}

/* ---- modes of the screen, without a screen ---- */

static void press(Plain *p, int32_t code) {
    state_key(p->state, p->world, p->keys, (Key){.code = code});
}

/* A text is asked for: an empty pattern is one, too. */
static void leave_prompt(Plain *p, ActionKind kind) {
    if (p->state->prompt.kind == PROMPT_ANSWER)
        return; /* the question is told; answer TEXT is a line as any other */
    if (kind == ACTION_FILTER || kind == ACTION_HIDE) {
        press(p, 21); /* Ctrl-U */
        press(p, '\r');
        return;
    }
    press(p, 27);
    if (kind == ACTION_SEARCH)
        state_complain(p->state, str_of(_("search wants something behind it: search TEXT")));
}

static void tell_help(Plain *p) {
    help_text(p->scratch, p->keys, prompt_text(&p->state->prompt), p->out);
    if (p->state->prompt.len > 0)
        return;
    tell(p, STR("\n"));
    tell(p, str_of(_("Line by line: an empty line steps on. A line is a key (s, ], w, 12G) or a "
                     "command by its name. The name of a pane shows all of it: names, scopes, "
                     "program, output, lesson, pane values, pane why.")));
    tell(p, str_of(_("In a lesson: answer TEXT, hint, show; exercise N opens an exercise.")));
    tell(p, str_of(_("edit LINE TEXT changes a line of the program and runs it; through prints "
                     "everything from the first step to the last; quit leaves.")));
}

static void leave_mode(Plain *p, ActionKind kind) {
    State *s = p->state;
    switch (s->mode) {
    case MODE_NORMAL:
    case MODE_ASK: return;
    case MODE_PROMPT: leave_prompt(p, kind); break;
    case MODE_HELP: tell_help(p); break;
    case MODE_EXPORT: export_menu_text(p->scratch, p->out); break;
    case MODE_LESSONS: lessons_text(p->world, p->scratch, p->out); break;
    case MODE_EDIT: edit(p, STR("")); break;
    }
    s->mode = MODE_NORMAL;
}

/* ---- doing ---- */

/* What changes only a screen says so; it is not done. */
static bool is_of_screen(ActionKind kind) {
    static const bool screen[ACTION_COUNT] = {
        [ACTION_FULL] = true,      [ACTION_BIGGER] = true,     [ACTION_SMALLER] = true,
        [ACTION_NUMBERS] = true,   [ACTION_THEME] = true,      [ACTION_MOUSE] = true,
        [ACTION_SIDE_LEFT] = true, [ACTION_SIDE_RIGHT] = true, [ACTION_SUSPEND] = true,
        [ACTION_AUTOPLAY] = true,  [ACTION_SLOWER] = true,     [ACTION_FASTER] = true,
        [ACTION_ASCII] = true,     [ACTION_BLANK] = true,      [ACTION_KEYS_SHOWN] = true,
    };
    return screen[kind];
}

/* Where the pane stays in view, asking again closes it; here every question is answered. */
static bool is_question(ActionKind kind) {
    return kind == ACTION_WHY || kind == ACTION_SHARES || kind == ACTION_COUNTERS ||
           kind == ACTION_DIFF_STEP || kind == ACTION_DIFF_MARK;
}

/* False: the user leaves. */
static bool act(Plain *p, Action action) {
    Before before = before_of(p);
    if (is_of_screen(action.kind)) {
        tell(p, str_printf(p->scratch, _("%s is of the screen; line by line there is none"),
                           action_row(action.kind)->name));
        return true;
    }
    size_t said = p->out->len;
    if (is_question(action.kind))
        p->state->why = WHY_STEP;
    state_act(p->state, p->world, action);
    leave_mode(p, action.kind);
    if (!serve(p, session_fulfil(p->session)))
        return false;
    if (p->state->mode == MODE_ASK)
        tell(p, p->state->question);
    else if (p->out->len == said || p->state->message.len)
        tell_change(p, &before, action.kind);
    return true;
}

/* The word as keys: true when all of it is the keys of one action. whole: nothing is missing; else
 * the action wants a letter, and its kind is all that is known. */
static bool as_keys(const Plain *p, Str word, Action *action, bool *whole) {
    KeyWait wait = {0};
    bool unknown = false;
    *whole = false;
    for (size_t i = 0; i < word.len && word.len <= KEYS_LINE_MOST;) {
        Key key;
        if (*whole || unknown || !key_read(word, &i, &key))
            return false;
        *whole = keymap_key(p->keys, &wait, key, action, &unknown);
    }
    if (!*whole && !wait.counted)
        action->kind = wait.letter;
    return *whole || action->kind != ACTION_NONE;
}

/* A pane's name that is not an action's. */
static bool as_pane(Str line, Pane *pane) {
    for (int i = 0; i < PANE_COUNT; i++) {
        *pane = (Pane)i;
        if (str_is(line, pane_name(*pane)) && action_named(line) == ACTION_NONE)
            return true;
    }
    return false;
}

static bool is_name(Str word) {
    ActionKind kind = action_named(word);
    return kind != ACTION_NONE && str_is(word, action_row(kind)->name);
}

/* "/text" and the like: the key that begins a line of text, with the text. */
static bool as_sign(Arena *a, Str line, Action *action) {
    static const struct {
        char sign;
        ActionKind kind;
    } signs[] = {{'/', ACTION_SEARCH}, {'\\', ACTION_FILTER}, {'?', ACTION_HELP}};
    *action = (Action){.count = -1, .row = -1, .col = -1};
    for (size_t i = 0; i < sizeof signs / sizeof *signs && line.len > 1; i++)
        if (line.at[0] == signs[i].sign)
            action->kind = signs[i].kind;
    action->argument = str_dup(a, str_sub(line, 1, line.len));
    return action->kind != ACTION_NONE;
}

/* A key may be followed by what a command of its name is followed by: "o 1.0", "x foo/v". */
static bool read_action(const Plain *p, Str line, Action *action, Str *error) {
    Arena *a = p->state->brief;
    Str rest, word = first_word(line, &rest);
    bool whole, key = !is_name(word) && as_keys(p, word, action, &whole);
    if (key && whole && rest.len == 0)
        return true;
    if (key)
        line = str_printf(a, "%s %.*s", action_row(action->kind)->name, STR_ARG(rest));
    return (!key && as_sign(a, line, action)) || action_read(a, line, action, error);
}

static bool is_number(Str line) {
    size_t i = 0;
    while (i < line.len && line.at[i] >= '0' && line.at[i] <= '9')
        i++;
    return line.len > 0 && i == line.len;
}

/* While a question waits a number chooses, and what is no command is an answer. */
static bool do_command(Plain *p, Str line) {
    bool asked = p->state->asking >= 0 && learn_open_here(p->state, p->world) >= 0;
    const Action answered = {ACTION_ANSWER, -1, line, -1, -1};
    Action action = {.count = -1, .row = -1, .col = -1};
    Str rest, error, word = first_word(line, &rest);
    Pane pane;
    if (as_pane(line, &pane))
        return act(p, (Action){ACTION_PANE, -1, str_of(pane_name(pane)), -1, -1});
    if (asked && is_number(line))
        return act(p, answered);
    if (str_is(line, "through"))
        tell_through(p);
    else if (str_is(word, "edit"))
        edit(p, rest);
    else if (read_action(p, line, &action, &error))
        return act(p, action);
    else if (asked)
        return act(p, answered);
    else
        tell(p, error);
    return true;
}

static bool answer(Plain *p, Str line) {
    Before before = before_of(p);
    press(p, str_starts(line, STR("y")) || str_starts(line, STR("Y")) ? 'y' : 'n');
    if (!serve(p, session_fulfil(p->session)))
        return false;
    tell_change(p, &before, ACTION_NONE);
    return true;
}

/* A line that begins with # is a comment. False: the user leaves. */
static bool do_line(Plain *p, Str line) {
    session_note(p->session);
    state_hush(p->state);
    if (p->state->mode == MODE_ASK)
        return answer(p, trimmed(line));
    bool named = trimmed(line).len > 0;
    while (line.len > 0 && (line.at[0] == ' ' || line.at[0] == ':'))
        line = str_sub(line, 1, line.len);
    if (trimmed(line).len == 0 && named)
        return true;
    if (trimmed(line).len == 0)
        return act(p, (Action){.kind = ACTION_STEP, .count = -1, .row = -1, .col = -1});
    if (line.at[0] == '#' && line.len > 1)
        return true;
    Str rest, word = first_word(line, &rest);
    line = str_is(word, "edit") ? line : trimmed(line);
    if (str_is(line, "q") || str_is(line, "quit"))
        return false;
    return do_command(p, line);
}

/* ---- the loop ---- */

enum { LOOK_EVERY = 250 }; /* milliseconds */

static bool is_news(const Plain *p, const Before *b) {
    const State *s = p->state;
    return s->replay != b->replay || position_cmp(s->at, b->at) != 0 || s->message.len > 0 ||
           p->world->lesson != b->lesson || s->asking != b->asking;
}

/* An answer that the presenter gave or showed is told with its reasons. */
static ActionKind news_kind(const Plain *p, const Before *b) {
    bool moved = position_cmp(p->state->at, b->at) != 0;
    return moved && learn_has_outcome(p->state, p->world) ? ACTION_ANSWER : ACTION_STEP;
}

/* A person who follows a presenter is told what is shown, until something is typed. */
static void follow_until_typed(Plain *p) {
    struct pollfd typed = {.fd = fileno(p->in), .events = POLLIN};
    while (p->prompts && p->state->present.follow != FOLLOW_NOBODY && !p->out->failed &&
           poll(&typed, 1, LOOK_EVERY) == 0) {
        Before before = before_of(p);
        state_hush(p->state);
        session_time(p->session, (int64_t)time(NULL));
        if (!is_news(p, &before))
            continue;
        tell(p, STR("\n"));
        tell_change(p, &before, news_kind(p, &before));
        arena_reset(p->scratch);
        ask_line(p);
    }
}

/* False: there was nothing to read. */
static bool next_line(Plain *p, bool *goes_on) {
    Str line;
    arena_reset(p->scratch);
    ask_line(p);
    follow_until_typed(p);
    if (p->out->failed || !read_line(p, &line))
        return false;
    LinkPlace before = link_place(session_link(p->session));
    *goes_on = do_line(p, line) && !p->out->failed;
    link_went(session_link(p->session), &before);
    return true;
}

/* Who says nothing at all gets everything. */
static bool loop(Plain *p) {
    bool goes_on = true, spoken = false;
    while (goes_on && next_line(p, &goes_on))
        spoken = true;
    if (goes_on && p->prompts)
        tell(p, STR("\n"));
    if (!spoken)
        tell_through(p);
    return !spoken;
}

static void begin(Plain *p) {
    tell_start(p);
    if (p->state->at.step > 0)
        tell_position(p);
    if (p->state->mode == MODE_ASK)
        tell(p, p->state->question);
    if (p->prompts)
        tell(p, str_of(_("Enter: the next line; ? and Enter: help; q and Enter: quit")));
}

/* Is there anything to read? A person is not asked before the first prompt. */
static bool has_line(const Plain *p) {
    int c = p->prompts ? ' ' : getc(p->in);
    if (c != EOF && !p->prompts)
        ungetc(c, p->in);
    return c != EOF;
}

bool explore_plain(World *w, const ExploreOptions *options, FILE *in, Sink *out, bool prompts) {
    Plain p = {.world = w, .in = in, .out = out, .prompts = prompts};
    p.session = session_begin(w, options, SCREEN_ROWS, SCREEN_COLS);
    p.state = session_state(p.session);
    p.keys = session_keys(p.session);
    p.scratch = arena_new(0);
    if (has_line(&p))
        begin(&p);
    bool through = loop(&p);
    tell(&p, session_end(p.session));
    arena_free(p.scratch);
    return through;
}
