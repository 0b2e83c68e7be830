/* regex_match.c: runs the instructions of a pattern at a position of a text.
 *
 * Where there is a choice the matcher notes the other way, together with how to restore what it has
 * remembered, and comes back to it when the first one fails. So the preferred way wins, as in
 * Python: the first alternative, the longest (or, with "?", the shortest) repetition. */
#include <string.h>

#include "base/utf8.h"
#include "run/kinds.h"
#include "run/regex_inner.h"

/* ---- the state of a match ---- */

typedef struct Choice {
    uint32_t pc;
    size_t at;
    uint32_t trail; /* length of the trail when it was made */
} Choice;

typedef struct Undo {
    uint32_t slot;
    ptrdiff_t old;
} Undo;

typedef struct Match {
    Arena *scratch;
    const Regex *regex;
    Str text;
    size_t start;
    ptrdiff_t *slots;
    Choice *choices;
    uint32_t nchoices, choices_cap;
    Undo *trail;
    uint32_t ntrail, trail_cap;
    int64_t effort;
} Match;

#define MOST_EFFORT 20000000

static void push_choice(Match *m, uint32_t pc, size_t at) {
    if (m->nchoices == m->choices_cap) {
        uint32_t cap = m->choices_cap ? m->choices_cap * 2 : 64;
        Choice *choices = ARENA_ARRAY(m->scratch, cap, Choice);
        if (m->nchoices) {
            memcpy(choices, m->choices, m->nchoices * sizeof *choices);
        }
        m->choices = choices;
        m->choices_cap = cap;
    }
    m->choices[m->nchoices++] = (Choice){pc, at, m->ntrail};
}

static void set_slot(Match *m, uint32_t slot, ptrdiff_t v) {
    if (m->ntrail == m->trail_cap) {
        uint32_t cap = m->trail_cap ? m->trail_cap * 2 : 64;
        Undo *trail = ARENA_ARRAY(m->scratch, cap, Undo);
        if (m->ntrail) {
            memcpy(trail, m->trail, m->ntrail * sizeof *trail);
        }
        m->trail = trail;
        m->trail_cap = cap;
    }
    m->trail[m->ntrail++] = (Undo){slot, m->slots[slot]};
    m->slots[slot] = v;
}

static void undo_to(Match *m, uint32_t length) {
    while (m->ntrail > length) {
        m->ntrail--;
        m->slots[m->trail[m->ntrail].slot] = m->trail[m->ntrail].old;
    }
}

static bool word_char(uint32_t cp) {
    return cp == '_' || cp_is_alpha(cp) || cp_is_digit(cp);
}

static bool of_kind(uint32_t cp, char kind) {
    switch (kind) {
    case 'd': return cp_is_digit(cp);
    case 'D': return !cp_is_digit(cp);
    case 'w': return word_char(cp);
    case 'W': return !word_char(cp);
    case 's': return cp_is_space(cp);
    default: return !cp_is_space(cp);
    }
}

static bool in_ranges(const CharSet *s, uint32_t cp) {
    for (uint32_t i = 0; i < s->n; i++) {
        if (cp >= s->ranges[i].low && cp <= s->ranges[i].high) {
            return true;
        }
    }
    for (uint32_t i = 0; i < s->nkinds; i++) {
        if (of_kind(cp, s->kinds[i])) {
            return true;
        }
    }
    return false;
}

static bool in_set(const Match *m, const CharSet *s, uint32_t cp) {
    bool in = in_ranges(s, cp);
    if (!in && m->regex->flags & REGEX_IGNORECASE) {
        in = in_ranges(s, cp_lower(cp)) || in_ranges(s, cp_upper(cp));
    }
    return in != s->negative;
}

static bool same_char(const Match *m, uint32_t a, uint32_t b) {
    return a == b || (m->regex->flags & REGEX_IGNORECASE && cp_lower(a) == cp_lower(b));
}

static bool word_at(const Match *m, size_t at, bool before) {
    if (before ? at == 0 : at >= m->text.len) {
        return false;
    }
    while (before && --at > 0 && ((unsigned char)m->text.at[at] & 0xc0) == 0x80) {
    }
    return word_char(utf8_next(m->text, &at));
}

static bool at_line_end(const Match *m, size_t at) {
    bool newline = at < m->text.len && m->text.at[at] == '\n';
    return at == m->text.len ||
           (newline && (at + 1 == m->text.len || m->regex->flags & REGEX_MULTILINE));
}

static bool at_line_start(const Match *m, size_t at) {
    return at == 0 || (m->regex->flags & REGEX_MULTILINE && m->text.at[at - 1] == '\n');
}

/* Does the instruction, which takes one character or none, hold at *at? */
static bool holds(const Match *m, const RegexCode *c, size_t *at) {
    uint32_t cp;
    if (c->op == RE_START || c->op == RE_END) {
        return c->op == RE_START ? at_line_start(m, *at) : at_line_end(m, *at);
    }
    if (c->op == RE_TOP || c->op == RE_BOTTOM) {
        return c->op == RE_TOP ? *at == 0 : *at == m->text.len;
    }
    if (c->op == RE_EDGE) {
        return (word_at(m, *at, true) != word_at(m, *at, false)) == !c->a;
    }
    if (*at >= m->text.len) {
        return false;
    }
    cp = utf8_next(m->text, at);
    return c->op == RE_CHAR  ? same_char(m, cp, c->a)
           : c->op == RE_ANY ? cp != '\n'
           : c->op == RE_SET ? in_set(m, c->set, cp)
                             : true;
}

/* The text of the group again. */
static bool holds_back(const Match *m, uint32_t group, size_t *at) {
    ptrdiff_t from = m->slots[2 * group], to = m->slots[2 * group + 1];
    if (from < 0 || to < from) {
        return false;
    }
    for (size_t i = (size_t)from; i < (size_t)to;) {
        if (*at >= m->text.len) {
            return false;
        }
        uint32_t a = utf8_next(m->text, &i), b = utf8_next(m->text, at);
        if (!same_char(m, a, b)) {
            return false;
        }
    }
    return true;
}

static RegexResult run_from(Match *m, uint32_t pc, size_t at, RegexEnd end);

/* Goes back by the width of a lookbehind (one less than n; 0: none); false: the text begins before.
 */
static bool step_back(const Match *m, uint32_t n, size_t *at) {
    for (; n > 1; n--) {
        if (*at == 0) {
            return false;
        }
        do {
            --*at;
        } while (*at > 0 && ((unsigned char)m->text.at[*at] & 0xc0) == 0x80);
    }
    return true;
}

/* Lookahead and lookbehind: a match of its own, whose choices are forgotten. */
static RegexResult look_ahead(Match *m, uint32_t pc, const RegexCode *c, size_t at) {
    uint32_t choices = m->nchoices, trail = m->ntrail;
    bool room = step_back(m, c->a >> 1, &at);
    RegexResult r = room ? run_from(m, pc + 1, at, REGEX_ANYWHERE) : REGEX_NO;
    m->nchoices = choices;
    if (r == REGEX_TOO_LONG) {
        return r;
    }
    if (c->a & 1 || r == REGEX_NO) {
        undo_to(m, trail);
    }
    return (r == REGEX_YES) != ((c->a & 1) == 1) ? REGEX_YES : REGEX_NO;
}

/* Runs from pc at a position; choices made before are not touched. */
static RegexResult run_from(Match *m, uint32_t pc, size_t at, RegexEnd end) {
    uint32_t floor = m->nchoices;
    for (;;) {
        const RegexCode *c = &m->regex->code[pc];
        RegexResult ahead = REGEX_YES;
        bool good = true;
        if (++m->effort > MOST_EFFORT) {
            return REGEX_TOO_LONG;
        }
        switch (c->op) {
        case RE_SPLIT:
            push_choice(m, c->b, at);
            pc = c->a;
            continue;
        case RE_JUMP: pc = c->a; continue;
        case RE_SAVE:
            set_slot(m, c->a, (ptrdiff_t)at);
            if (c->a & 1 && c->a < 2 * (m->regex->ngroups + 1)) { /* a group ends */
                set_slot(m, m->regex->nslots, c->a >> 1);
            }
            break;
        case RE_PROGRESS: pc += m->slots[c->a] == (ptrdiff_t)at; break;
        case RE_BACK: good = holds_back(m, c->a, &at); break;
        case RE_AHEAD:
            ahead = look_ahead(m, pc, c, at);
            good = ahead == REGEX_YES;
            break;
        case RE_MATCH:
            good = end == REGEX_AT_END     ? at == m->text.len
                   : end == REGEX_ADVANCED ? at != m->start
                                           : true;
            if (good) {
                m->slots[1] = (ptrdiff_t)at;
                return REGEX_YES;
            }
            break;
        case RE_CHAR:
        case RE_ANY:
        case RE_ALL:
        case RE_SET:
        case RE_START:
        case RE_END:
        case RE_TOP:
        case RE_BOTTOM:
        case RE_EDGE: good = holds(m, c, &at); break;
        }
        if (ahead == REGEX_TOO_LONG) {
            return ahead;
        }
        pc = c->op == RE_AHEAD ? c->b : pc + 1;
        if (good) {
            continue;
        }
        if (m->nchoices == floor) {
            return REGEX_NO;
        }
        const Choice *back = &m->choices[--m->nchoices];
        pc = back->pc;
        at = back->at;
        undo_to(m, back->trail);
    }
}

RegexResult regex_match_at(Arena *scratch, const Regex *r, Str text, size_t start, RegexEnd end,
                           ptrdiff_t *groups) {
    Match m = {.scratch = scratch, .regex = r, .text = text, .start = start};
    m.slots = ARENA_ARRAY(scratch, r->nslots + 1, ptrdiff_t); /* the last one: the last group */
    for (uint32_t i = 0; i <= r->nslots; i++) {
        m.slots[i] = -1;
    }
    RegexResult result = run_from(&m, 0, start, end);
    m.slots[0] = (ptrdiff_t)start;
    memcpy(groups, m.slots, 2 * (size_t)(r->ngroups + 1) * sizeof *groups);
    groups[2 * (size_t)(r->ngroups + 1)] = m.slots[r->nslots];
    return result;
}

uint32_t regex_last_group(const Regex *r, const ptrdiff_t *groups) {
    uint32_t last = 0;
    for (uint32_t i = 0; i < r->ncode; i++) {
        const RegexCode *c = &r->code[i];
        bool closes = c->op == RE_SAVE && c->a > 1 && c->a % 2 && c->a / 2 <= r->ngroups;
        if (closes && groups[c->a] >= 0 && (!last || groups[c->a] >= groups[2 * last + 1])) {
            last = c->a / 2;
        }
    }
    return last;
}
