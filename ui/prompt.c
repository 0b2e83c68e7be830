/* prompt.c: a line of text with the keys of a shell's. The text is always valid UTF-8 without
 * control characters: what a key cannot add, no later step has to refuse. */
#include "ui/prompt.h"

#include <string.h>

#include "base/text.h"
#include "base/utf8.h"

enum { CTRL = 0x1f }; /* CTRL & 'A': the control character of Ctrl-A */

Str prompt_text(const Prompt *p) {
    return (Str){p->text, p->len};
}

Str prompt_note(const Prompt *p) {
    return (Str){p->note, p->note_len};
}

static void set_note(Prompt *p, Str note) {
    p->note_len = note.len < sizeof p->note ? note.len : sizeof p->note;
    memcpy(p->note, note.len ? note.at : "", p->note_len);
}

/* ---- changing the text ---- */

/* As much of s as the line holds, cut between code points. */
static Str shortened(Str s) {
    size_t end = 0;
    for (size_t i = 0; i < s.len;) {
        utf8_next(s, &i);
        if (i <= PROMPT_MOST)
            end = i;
    }
    return str_sub(s, 0, end);
}

static void set_text(Prompt *p, Str text) {
    text = shortened(text);
    memmove(p->text, text.len ? text.at : "", text.len);
    p->len = p->cursor = text.len;
}

static void remove_text(Prompt *p, size_t from, size_t to) {
    memmove(p->text + from, p->text + to, p->len - to);
    p->len -= to - from;
    p->cursor = from;
}

static bool is_control(uint32_t cp) {
    return cp < 0x20 || (cp >= 0x7f && cp < 0xa0) || (cp >= 0xd800 && cp < 0xe000) ||
           cp > 0x10ffff || utf8_is_bidi_control(cp);
}

static void insert(Prompt *p, uint32_t cp) {
    char bytes[4];
    size_t n = utf8_put(bytes, cp);
    if (p->len + n > PROMPT_MOST) {
        set_note(p, str_of(_("the line is full: it has 1024 bytes, and more do not fit")));
        return;
    }
    memmove(p->text + p->cursor + n, p->text + p->cursor, p->len - p->cursor);
    memcpy(p->text + p->cursor, bytes, n);
    p->cursor += n;
    p->len += n;
}

/* Text of a command line or a file may have what keys cannot type. */
void prompt_begin(Prompt *p, Arena *a, PromptKind kind, Str text) {
    p->kind = kind;
    p->len = p->cursor = p->note_len = p->stem_len = 0;
    p->cycle = 0;
    if (!p->history[kind].arena)
        p->history[kind] = log_make(a, sizeof(Str));
    p->history_at = p->history[kind].count;
    p->typed = STR("");
    for (size_t i = 0; i < text.len;) {
        uint32_t cp = utf8_next(text, &i);
        if (!is_control(cp))
            insert(p, cp);
    }
}

/* ---- moving ---- */

static bool joins(Str s, size_t at) {
    return at < s.len && utf8_width(utf8_next(s, &at)) == 0;
}

/* The place behind the glyph at `at`, with the marks that join it. */
static size_t behind(const Prompt *p, size_t at) {
    Str s = prompt_text(p);
    if (at < s.len)
        utf8_next(s, &at);
    while (joins(s, at))
        utf8_next(s, &at);
    return at;
}

static size_t before(const Prompt *p, size_t at) {
    Str s = prompt_text(p);
    while (at > 0) {
        do
            at--;
        while (at > 0 && (s.at[at] & 0xc0) == 0x80);
        if (!joins(s, at))
            break;
    }
    return at;
}

/* Where the word before the cursor begins: a word ends at a blank or a slash. */
static size_t word_before(const Prompt *p) {
    size_t at = p->cursor;
    while (at > 0 && (p->text[at - 1] == ' ' || p->text[at - 1] == '/'))
        at--;
    while (at > 0 && p->text[at - 1] != ' ' && p->text[at - 1] != '/')
        at--;
    return at;
}

/* ---- history ---- */

static void remember(Prompt *p, Arena *a) {
    Log *history = &p->history[p->kind];
    bool again =
        history->count > 0 && str_eq(*LOG_AT(history, Str, history->count - 1), prompt_text(p));
    if (p->len > 0 && !again)
        *LOG_PUSH(history, Str) = str_dup(a, prompt_text(p));
}

static void show_history(Prompt *p, Arena *a, bool older) {
    Log *history = &p->history[p->kind];
    if (older ? p->history_at == 0 : p->history_at >= history->count)
        return;
    if (p->history_at >= history->count)
        p->typed = str_dup(a, prompt_text(p));
    p->history_at = older ? p->history_at - 1 : p->history_at + 1;
    bool past = p->history_at < history->count;
    set_text(p, past ? *LOG_AT(history, Str, p->history_at) : p->typed);
}

/* ---- completion ---- */

static Str candidate(const Log *candidates, size_t i) {
    return *LOG_AT(candidates, Str, i);
}

/* What all candidates begin with. */
static Str common_start(const Log *candidates) {
    Str first = candidate(candidates, 0);
    size_t n = first.len;
    for (size_t i = 1; i < candidates->count; i++) {
        Str s = candidate(candidates, i);
        size_t same = 0;
        while (same < n && same < s.len && s.at[same] == first.at[same])
            same++;
        n = same;
    }
    while (n > 0 && n < first.len && (first.at[n] & 0xc0) == 0x80)
        n--;
    return str_sub(first, 0, n);
}

static void note_candidates(Prompt *p, Arena *scratch, const Log *candidates) {
    Sink note = sink_memory(scratch);
    for (size_t i = 0; i < candidates->count && note.len < sizeof p->note; i++) {
        Str s = candidate(candidates, i);
        if (s.len > 0 && s.at[s.len - 1] == ' ')
            s.len--;
        sink_printf(&note, "%s%.*s", i ? "  " : "", STR_ARG(s));
    }
    set_note(p, candidates->count > 1 ? shortened(sink_str(&note)) : STR(""));
}

/* Replaces the word at the end by s. */
static void set_word(Prompt *p, Arena *scratch, Str stem, size_t word, Str s) {
    set_text(p, str_join2(scratch, str_sub(stem, 0, word), s));
}

/* Which candidate comes after `cycle` times Tab. */
static size_t cycled(int cycle, size_t count) {
    int n = (int)count;
    int i = cycle > 0 ? (cycle - 1) % n : n - 1 + (cycle + 1) % n;
    return (size_t)i;
}

static bool longer_start(Prompt *p, Arena *scratch, const Log *candidates, size_t word) {
    Str start = common_start(candidates);
    if (start.len <= p->stem_len - word)
        return false;
    Str stem = str_dup(scratch, (Str){p->stem, p->stem_len});
    set_word(p, scratch, stem, word, start);
    return true;
}

/* The first Tab adds what all candidates have in common; when that is nothing, it goes through
 * them, one a Tab. */
static void complete_word(Prompt *p, CompleteFn *complete, void *context, int direction) {
    Arena *scratch = arena_new(0);
    Log candidates = log_make(scratch, sizeof(Str));
    size_t word = 0;
    if (p->cycle == 0) {
        memcpy(p->stem, p->text, p->len);
        p->stem_len = p->len;
    }
    Str stem = {p->stem, p->stem_len};
    complete(context, scratch, stem, &candidates, &word);
    if (candidates.count == 0)
        set_note(p, str_of(_("nothing begins so")));
    else
        note_candidates(p, scratch, &candidates);
    if (candidates.count > 0 && word <= stem.len &&
        (p->cycle != 0 || !longer_start(p, scratch, &candidates, word))) {
        p->cycle += direction;
        p->cycle += p->cycle == 0 ? direction : 0;
        set_word(p, scratch, stem, word,
                 candidate(&candidates, cycled(p->cycle, candidates.count)));
    }
    arena_free(scratch);
}

/* ---- keys ---- */

static void edit(Prompt *p, Arena *a, int32_t code) {
    switch (code) {
    case KEYCODE_BACKSPACE:
    case CTRL & 'H':
    case 127: remove_text(p, before(p, p->cursor), p->cursor); break;
    case KEYCODE_DELETE:
    case CTRL & 'D': remove_text(p, p->cursor, behind(p, p->cursor)); break;
    case CTRL & 'U': remove_text(p, 0, p->cursor); break;
    case CTRL & 'K': remove_text(p, p->cursor, p->len); break;
    case CTRL & 'W': remove_text(p, word_before(p), p->cursor); break;
    case KEYCODE_LEFT:
    case CTRL & 'B': p->cursor = before(p, p->cursor); break;
    case KEYCODE_RIGHT:
    case CTRL & 'F': p->cursor = behind(p, p->cursor); break;
    case KEYCODE_HOME:
    case CTRL & 'A': p->cursor = 0; break;
    case KEYCODE_END:
    case CTRL & 'E': p->cursor = p->len; break;
    case KEYCODE_UP:
    case CTRL & 'P': show_history(p, a, true); break;
    case KEYCODE_DOWN:
    case CTRL & 'N': show_history(p, a, false); break;
    }
}

static bool is_tab(int32_t code) {
    return code == '\t' || code == KEYCODE_BACKTAB;
}

static bool is_backspace(int32_t code) {
    return code == KEYCODE_BACKSPACE || code == (CTRL & 'H') || code == 127;
}

static bool is_cancel(const Prompt *p, int32_t code) {
    return code == 27 || code == (CTRL & 'C') || code == (CTRL & 'G') ||
           (p->len == 0 && (is_backspace(code) || code == (CTRL & 'D')));
}

PromptDone prompt_key(Prompt *p, Arena *a, Key key, CompleteFn *complete, void *context) {
    if (key.code == KEYCODE_NONE || key.code == KEYCODE_RESIZE)
        return PROMPT_GOES_ON;
    if (is_tab(key.code) && complete) {
        complete_word(p, complete, context, key.code == '\t' ? 1 : -1);
        return PROMPT_GOES_ON;
    }
    p->cycle = 0;
    p->note_len = 0;
    if (is_cancel(p, key.code))
        return PROMPT_CANCELLED;
    if (key.code == '\r' || key.code == '\n') {
        remember(p, a);
        return PROMPT_ACCEPTED;
    }
    if (key.code < 0 || is_control((uint32_t)key.code))
        edit(p, a, key.code);
    else
        insert(p, (uint32_t)key.code);
    return PROMPT_GOES_ON;
}

/* ---- drawing ---- */

static const char *sign_of(PromptKind kind) {
    switch (kind) {
    case PROMPT_COMMAND: return ":";
    case PROMPT_SEARCH: return "/";
    case PROMPT_FILTER: return "\\";
    case PROMPT_HIDE: return "-";
    case PROMPT_ANSWER: return "= ";
    case PROMPT_FIND: return "/";
    case PROMPT_KINDS: break;
    }
    return "";
}

/* The first byte that is shown, so that the cursor has room at the right. */
static size_t first_shown(const Prompt *p, size_t room) {
    size_t from = 0;
    while (from < p->cursor && utf8_columns(str_sub(prompt_text(p), from, p->cursor)) + 1 > room)
        from = behind(p, from);
    return from;
}

/* What is said of the text; a sign where there is more of it. */
static void draw_note(Str note, Grid *g, Rect r, int row) {
    grid_put(g, r, row, r.col, note, ROLE_DIM, 0);
    if (r.cols > 2 && utf8_columns(note) > (size_t)r.cols)
        grid_put(g, r, row, r.col + r.cols - 2, STR(" >"), ROLE_DIM, 0);
}

void prompt_draw(const Prompt *p, Grid *g, Rect r) {
    if (r.rows < 1 || r.cols < 1)
        return;
    int row = r.row + r.rows - 1;
    if (r.rows > 1)
        draw_note(prompt_note(p), g, r, row - 1);
    int col = grid_put(g, r, row, r.col, str_of(sign_of(p->kind)), ROLE_KEY, 0);
    int left = r.col + r.cols - col;
    size_t room = left > 1 ? (size_t)left : 1;
    size_t from = first_shown(p, room);
    Str shown = str_sub(prompt_text(p), from, p->len);
    grid_put(g, r, row, col, shown, ROLE_TEXT, 0);
    if (from > 0)
        grid_put(g, r, row, r.col, STR("<"), ROLE_DIM, 0);
    if (utf8_columns(shown) > room)
        grid_put(g, r, row, r.col + r.cols - 1, STR(">"), ROLE_DIM, 0);
    g->cursor_row = row;
    int cursor = col + (int)utf8_columns(str_sub(prompt_text(p), from, p->cursor));
    g->cursor_col = cursor < r.col + r.cols ? cursor : r.col + r.cols - 1;
    g->cursor_shown = true;
}
