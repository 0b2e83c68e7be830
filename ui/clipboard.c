#include "ui/clipboard.h"

#include "base/sink.h"
#include "base/utf8.h"

/* Three bytes as four signs; one or two at the end are filled up with "=". */
static void put_three(Sink *out, const unsigned char *at, size_t n) {
    static const char signs[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    unsigned bits =
        (unsigned)at[0] << 16 | (n > 1 ? (unsigned)at[1] << 8 : 0) | (n > 2 ? at[2] : 0);
    for (size_t i = 0; i < 4; i++)
        sink_char(out, i <= n ? signs[bits >> (18 - 6 * i) & 63] : '=');
}

static void put_base64(Sink *out, Str text) {
    for (size_t i = 0; i < text.len; i += 3)
        put_three(out, (const unsigned char *)text.at + i, text.len - i < 3 ? text.len - i : 3);
}

/* The first bytes of text, at most so many, without half a character at the end. */
static Str cut(Str text, size_t most) {
    if (text.len <= most)
        return text;
    while (most > 0 && (text.at[most] & 0xc0) == 0x80)
        most--;
    return str_sub(text, 0, most);
}

Str clipboard_sequence(Arena *a, Str text) {
    Sink safe = sink_memory(a), out = sink_memory(a);
    sink_safe(&safe, cut(text, CLIPBOARD_MOST));
    sink_z(&out, "\033]52;c;");
    put_base64(&out, cut(sink_str(&safe), CLIPBOARD_MOST));
    sink_char(&out, '\a');
    return sink_str(&out);
}

bool clipboard_known(const char *term) {
    static const char *const known[] = {"xterm", "screen",  "tmux",    "rxvt",    "alacritty",
                                        "foot",  "kitty",   "st-",     "wezterm", "vte",
                                        "gnome", "konsole", "contour", "mintty",  "iterm"};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (str_starts(str_of(term), str_of(known[i])))
            return true;
    return false;
}
