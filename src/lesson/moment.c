/* moment.c: moments of a lesson: "variable test1/w is created" as a step of a trace. */
#include "base/text.h"
#include "lesson/pack.h"

/* A moment read: word, name, number. "scope res 2" → "scope", "res", 2. */
typedef struct Wanted {
    Str word, name;
    int64_t number;
} Wanted;

static Str next_word(Str *rest) {
    while (rest->len > 0 && rest->at[0] == ' ')
        *rest = str_sub(*rest, 1, rest->len);
    ptrdiff_t end = str_find(*rest, STR(" "), 0);
    Str word = end < 0 ? *rest : str_sub(*rest, 0, (size_t)end);
    *rest = str_sub(*rest, word.len, rest->len);
    return word;
}

/* The value of decimal digits, or -1. */
static int64_t number_of(Str s) {
    int64_t n = s.len ? 0 : -1;
    for (size_t i = 0; i < s.len; i++) {
        if (s.at[i] < '0' || s.at[i] > '9' || n > 1000000)
            return -1;
        n = n * 10 + (s.at[i] - '0');
    }
    return n;
}

static Wanted wanted_of(Str moment) {
    Wanted w = {.word = next_word(&moment), .number = 1};
    Str second = next_word(&moment), third = next_word(&moment);
    if (third.len == 0 && number_of(second) >= 0) {
        w.number = number_of(second);
        return w;
    }
    w.name = second;
    if (third.len)
        w.number = number_of(third);
    return w;
}

/* The words that a moment begins with, and what may stand behind: n a name, N a number. */
typedef struct MomentForm {
    const char *word, *behind;
} MomentForm;

static const MomentForm forms[] = {
    {"start", ""},     {"end", ""},   {"error", "N"},  {"output", "N"}, {"run", "N"},
    {"variable", "n"}, {"node", "n"}, {"share", "nN"}, {"scope", "nN"}, {"leave", "nN"}};

const char *moment_fault(Str moment) {
    Str word = next_word(&moment), second = next_word(&moment), third = next_word(&moment);
    const MomentForm *form = NULL;
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        if (str_is(word, forms[i].word))
            form = &forms[i];
    if (!form)
        return _("nobody knows this moment");
    bool named = form->behind[0] == 'n', counted = form->behind[named] == 'N';
    Str number = named ? third : second, more = named ? next_word(&moment) : third;
    if (named && second.len == 0)
        return _("the moment needs a name");
    if (more.len || (number.len && (!counted || number_of(number) < 1)))
        return _("what stands behind the moment is not understood");
    return NULL;
}

/* Is this event the kind of thing that is wanted, with the right name? */
static bool is_wanted(const Trace *t, const Event *e, const Wanted *w) {
    switch ((EventKind)e->kind) {
    case EVENT_VARIABLE:
        return str_is(w->word, "variable") &&
               str_eq(name_str((*LOG_AT(&t->variables, TraceVariable *, e->arg))->node->name),
                      w->name);
    case EVENT_SHARE:
        return str_is(w->word, "share") &&
               str_eq(name_str((*LOG_AT(&t->shares, TraceShare *, e->arg))->variable->node->name),
                      w->name);
    case EVENT_NODE:
        return str_is(w->word, "node") &&
               str_eq(name_str((*LOG_AT(&t->nodes, TraceNode *, e->arg))->name), w->name);
    case EVENT_ENTER:
    case EVENT_LEAVE:
        return str_is(w->word, e->kind == EVENT_ENTER ? "scope" : "leave") &&
               str_eq(name_str((*LOG_AT(&t->scopes, TraceScope *, e->arg))->op_scope), w->name);
    case EVENT_RAISE: return str_is(w->word, "error");
    case EVENT_OUTPUT: return str_is(w->word, "output");
    case EVENT_RUN: return str_is(w->word, "run");
    case EVENT_BIND:
    case EVENT_UNBIND:
    case EVENT_CHANGE:
    case EVENT_CALL:
    case EVENT_RETURN:
    case EVENT_RESUME:
    case EVENT_SHAPE:
    case EVENT_GRAPH:
    case EVENT_COLLECT:
    case EVENT_REUSE:
    case EVENT_DEFAULTS:
    case EVENT_VALUE:
    case EVENT_CATCH:
    case EVENT_COUNT: return false;
    }
    return false;
}

bool moment_event(const Trace *t, Str moment, Moment *event) {
    Wanted w = wanted_of(moment);
    int64_t seen = 0;
    for (size_t i = 0; i < t->events.count; i++) {
        if (!is_wanted(t, LOG_AT(&t->events, Event, i), &w) || ++seen != w.number)
            continue;
        *event = (Moment)i;
        return true;
    }
    return false;
}

bool moment_step(const Trace *t, Str moment, size_t *step) {
    Wanted w = wanted_of(moment);
    Moment event;
    if (str_is(w.word, "start") || str_is(w.word, "end")) {
        *step = str_is(w.word, "start") ? 0 : trace_steps(t);
        return true;
    }
    if (!moment_event(t, moment, &event))
        return false;
    *step = trace_step_of(t, event);
    return true;
}
