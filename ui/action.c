#include "ui/action.h"

#include <string.h>

#include "base/sink.h"
#include "base/text.h"

static const ActionRow rows[] = {
    [ACTION_NONE] = {"", "", "", ""},
#define SECTION(title)
#define ACTION(ID, name, keys, argument, help) [ACTION_##ID] = {name, keys, argument, help},
#include "ui/action.def"
#undef ACTION
#undef SECTION
};

_Static_assert(sizeof rows / sizeof *rows == ACTION_COUNT, "one row an action");

const ActionRow *action_row(ActionKind kind) {
    return &rows[kind];
}

/* ---- sections ---- */

static const char *const sections[] = {
    "",
#define SECTION(title) title,
#define ACTION(ID, ...)
#include "ui/action.def"
#undef ACTION
#undef SECTION
};

#define PASTE_LINE(line) SECTION_ON_LINE_##line,
#define PASTE(line) PASTE_LINE(line)

/* Places in the table, sections counted: an action's place is its number and the count of the
 * sections before it. */
enum {
    PLACE_NONE,
#define SECTION(title) PASTE(__LINE__)
#define ACTION(ID, ...) PLACE_##ID,
#include "ui/action.def"
#undef ACTION
#undef SECTION
};

const char *action_section(ActionKind kind) {
    static const int places[] = {
        PLACE_NONE,
#define SECTION(title)
#define ACTION(ID, ...) PLACE_##ID,
#include "ui/action.def"
#undef ACTION
#undef SECTION
    };
    return sections[places[kind] - (int)kind];
}

/* ---- reading a command ---- */

static bool begins(ActionKind kind, Str name) {
    return name.len > 0 && str_starts(str_of(rows[kind].name), name);
}

ActionKind action_named(Str name) {
    ActionKind found = ACTION_NONE;
    int n = 0;
    for (ActionKind kind = ACTION_NONE + 1; kind < ACTION_COUNT; kind++) {
        if (str_is(name, rows[kind].name))
            return kind;
        if (begins(kind, name)) {
            found = kind;
            n++;
        }
    }
    return n == 1 ? found : ACTION_NONE;
}

/* Why action_named found none. */
static Str not_named(Arena *a, Str name) {
    Sink list = sink_memory(a);
    for (ActionKind kind = ACTION_NONE + 1; kind < ACTION_COUNT; kind++)
        if (begins(kind, name))
            sink_printf(&list, "%s%s", list.len ? ", " : "", rows[kind].name);
    if (list.len == 0)
        return str_printf(a, _("no command is called \"%.*s\"; ? shows all of them"),
                          STR_ARG(name));
    return str_printf(a, _("\"%.*s\" may be: %.*s"), STR_ARG(name), STR_ARG(sink_str(&list)));
}

static bool is_blank(char c) {
    return c == ' ' || c == '\t';
}

static Str trimmed(Str s) {
    while (s.len > 0 && is_blank(s.at[0]))
        s = str_sub(s, 1, s.len);
    while (s.len > 0 && is_blank(s.at[s.len - 1]))
        s.len--;
    return s;
}

/* Digits and nothing else. What is too large for any program stays large. */
static bool number_of(Str s, int64_t *number) {
    *number = 0;
    for (size_t i = 0; i < s.len; i++) {
        if (s.at[i] < '0' || s.at[i] > '9')
            return false;
        if (*number < COUNT_MOST)
            *number = *number * 10 + s.at[i] - '0';
    }
    if (*number > COUNT_MOST)
        *number = COUNT_MOST;
    return s.len > 0;
}

static bool percent_of(Str s, int64_t *number) {
    return str_ends(s, STR("%")) && number_of(str_sub(s, 0, s.len - 1), number);
}

/* What an action's argument must be, by how the table shows it. */
static bool wants(ActionKind kind, const char *pattern) {
    const char *shown = rows[kind].argument;
    return shown && (strcmp(shown, pattern) == 0 ||
                     (shown[0] == '[' && strncmp(shown + 1, pattern, strlen(pattern)) == 0 &&
                      strcmp(shown + 1 + strlen(pattern), "]") == 0));
}

static bool take_number(Arena *a, Action *action, Str *error) {
    Str s = action->argument;
    ActionKind kind = action->kind;
    bool percents = kind == ACTION_GO || kind == ACTION_PERCENT;
    if (percents && percent_of(s, &action->count)) {
        action->kind = ACTION_PERCENT;
        return true;
    }
    if (number_of(s, &action->count))
        return true;
    action->count = -1;
    if (!percents && !wants(kind, "N") && !wants(kind, "LINE"))
        return true;
    *error = str_printf(a, _("%s wants a number, not \"%.*s\""), rows[kind].name, STR_ARG(s));
    return false;
}

/* What an action that was told nothing wants: the sentence shows how to say it. */
static Str missing(Arena *a, ActionKind kind) {
    const ActionRow *row = &rows[kind];
    if (wants(kind, "LETTER"))
        return str_printf(a, _("which bookmark? They are called a to z; say, for example: %s a"),
                          row->name);
    return str_printf(a, _("%s wants something behind it: %s %s"), row->name, row->name,
                      row->argument);
}

static bool take_argument(Arena *a, Action *action, Str *error) {
    const ActionRow *row = &rows[action->kind];
    Str s = action->argument;
    if (s.len == 0) {
        bool needed = row->argument && row->argument[0] != '[';
        if (needed)
            *error = missing(a, action->kind);
        return !needed;
    }
    if (!row->argument) {
        *error = str_printf(a, _("%s takes nothing behind it"), row->name);
        return false;
    }
    if (wants(action->kind, "LETTER") && s.len != 1) {
        *error = str_printf(a, _("%s wants one letter, not \"%.*s\""), row->name, STR_ARG(s));
        return false;
    }
    return take_number(a, action, error);
}

static size_t word_end(Str line) {
    size_t i = 0;
    while (i < line.len && !is_blank(line.at[i]))
        i++;
    return i;
}

bool action_read(Arena *a, Str line, Action *action, Str *error) {
    line = trimmed(line);
    *action = (Action){ACTION_NONE, -1, {0}, -1, -1};
    if (line.len == 0)
        return true;
    if (percent_of(line, &action->count) || number_of(line, &action->count)) {
        action->kind = str_ends(line, STR("%")) ? ACTION_PERCENT : ACTION_GO;
        action->argument = str_dup(a, line);
        return true;
    }
    Str word = str_sub(line, 0, word_end(line));
    action->count = -1;
    action->kind = action_named(word);
    action->argument = str_dup(a, trimmed(str_sub(line, word.len, line.len)));
    if (action->kind != ACTION_NONE)
        return take_argument(a, action, error);
    *error = not_named(a, word);
    return false;
}
