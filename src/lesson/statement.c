/* statement.c: finding what the texts of a lesson state, and what is wrong on purpose. */
#include "lesson/statement.h"

#include <stdio.h>
#include <string.h>

enum { STATEMENTS_MOST = 2000 };

/* Where statements are gathered from. */
typedef struct Gather {
    Arena *arena;
    const char *lang;
    Log found;    /* Statement */
    Statement at; /* the place of the text that is being read */
} Gather;

static Str next_line(Str *text) {
    ptrdiff_t end = str_find(*text, STR("\n"), 0);
    Str line = end < 0 ? *text : str_sub(*text, 0, (size_t)end);
    *text = str_sub(*text, line.len + (end >= 0), text->len);
    return line;
}

static Str trimmed(Str s) {
    while (s.len > 0 && strchr(" \n", s.at[0]))
        s = str_sub(s, 1, s.len);
    while (s.len > 0 && strchr(" \n", s.at[s.len - 1]))
        s.len--;
    return s;
}

static void add(Gather *g, Str words, bool quoted) {
    words = trimmed(words);
    /* A command line of our own states nothing about TensorFlow. */
    if (words.len == 0 || str_starts(words, STR("tfscope ")) || g->found.count == STATEMENTS_MOST)
        return;
    g->at.words = words;
    g->at.quoted = quoted;
    *LOG_PUSH(&g->found, Statement) = g->at;
}

/* ---- words that look like names ---- */

static bool is_name_char(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           (c && strchr("_./:-", c));
}

static bool is_digits(Str s) {
    for (size_t i = 0; i < s.len; i++)
        if (s.at[i] < '0' || s.at[i] > '9')
            return false;
    return s.len > 0;
}

/* The last of these characters, and only digits behind it, as in "b:0" and "b_1". */
static bool has_number_behind(Str word, char c) {
    size_t at = word.len;
    while (at > 0 && word.at[at - 1] != c)
        at--;
    return at > 1 && is_digits(str_sub(word, at, word.len));
}

/* A slash between two letters: "a/b", but not "1/2", "n/a" is a name. */
static bool looks_like_name(Str word) {
    bool letter = false;
    for (size_t i = 0; i < word.len; i++)
        letter |=
            (word.at[i] >= 'a' && word.at[i] <= 'z') || (word.at[i] >= 'A' && word.at[i] <= 'Z');
    ptrdiff_t slash = str_find(word, STR("/"), 0);
    bool url = str_find(word, STR("//"), 0) >= 0;
    return letter && !url &&
           ((slash > 0) || has_number_behind(word, ':') || has_number_behind(word, '_'));
}

static void add_names(Gather *g, Str text) {
    for (size_t i = 0; i < text.len;) {
        size_t from = i;
        while (i < text.len && is_name_char(text.at[i]))
            i++;
        Str word = str_sub(text, from, i);
        while (word.len && strchr(".:-", word.at[word.len - 1]))
            word.len--;
        if (looks_like_name(word))
            add(g, word, false);
        i += i == from;
    }
}

/* ---- texts ---- */

/* A paragraph: code between backticks, which may go over the end of a line, and other words. */
static void add_paragraph(Gather *g, Str text) {
    while (text.len > 0) {
        ptrdiff_t open = str_find(text, STR("`"), 0);
        ptrdiff_t close = open < 0 ? -1 : str_find(text, STR("`"), (size_t)open + 1);
        add_names(g, close < 0 ? text : str_sub(text, 0, (size_t)open));
        if (close < 0)
            return;
        Str code = str_dup(g->arena, str_sub(text, (size_t)open + 1, (size_t)close));
        for (size_t i = 0; i < code.len; i++)
            if (code.at[i] == '\n')
                ((char *)(uintptr_t)code.at)[i] = ' ';
        add(g, code, true);
        text = str_sub(text, (size_t)close + 1, text.len);
    }
}

static void add_text(Gather *g, Str text) {
    size_t from = 0;
    for (Str rest = text; rest.len > 0;) {
        size_t at = text.len - rest.len;
        Str line = next_line(&rest);
        if (line.len && !str_starts(line, STR("    ")))
            continue;
        add_paragraph(g, str_sub(text, from, at));
        add(g, line, true);
        from = text.len - rest.len;
    }
    add_paragraph(g, str_sub(text, from, text.len));
}

/* A text of lesson.json, at a place such as "questions[%zu].right". */
static void add_json(Gather *g, Str place, Str text) {
    g->at.file = STR("lesson.json");
    g->at.line = 0;
    g->at.place = str_printf(g->arena, "%.*s.%s", STR_ARG(place), g->lang);
    add_text(g, text);
}

#define PLACE(...) str_printf(g->arena, __VA_ARGS__)

static void add_claims(Gather *g, const Lesson *l) {
    for (size_t i = 0; i < l->nclaims; i++) {
        add_json(g, PLACE("claims[%zu].claim", i), l->claims[i].claim);
        add_json(g, PLACE("claims[%zu].reason", i), l->claims[i].reason);
    }
}

static void add_question(Gather *g, const Question *q, size_t n) {
    add_json(g, PLACE("questions[%zu].text", n), q->text);
    for (size_t i = 0; i < q->nchoices; i++) {
        add_json(g, PLACE("questions[%zu].choices[%zu]", n, i), q->choices[i].text);
        add_json(g, PLACE("questions[%zu].choices[%zu].comment", n, i), q->choices[i].comment);
    }
    for (size_t i = 0; i < q->nexpected; i++)
        add_json(g, PLACE("questions[%zu].wrong[%zu].comment", n, i), q->expected[i].comment);
    add_json(g, PLACE("questions[%zu].right", n), q->right);
    for (size_t i = 0; i < HINTS; i++)
        add_json(g, PLACE("questions[%zu].hints[%zu]", n, i), q->hint[i]);
}

static void add_exercise(Gather *g, const Exercise *e, size_t n) {
    g->at.exercise = (ptrdiff_t)n;
    add_json(g, PLACE("exercises[%zu].title", n), e->title);
    add_json(g, PLACE("exercises[%zu].task", n), e->task);
    for (size_t i = 0; i < e->ngoals; i++) {
        add_json(g, PLACE("exercises[%zu].goals[%zu].text", n, i), e->goals[i].claim);
        add_json(g, PLACE("exercises[%zu].goals[%zu].wrong", n, i), e->goals[i].reason);
    }
    add_json(g, PLACE("exercises[%zu].right", n), e->right);
    for (size_t i = 0; i < HINTS; i++)
        add_json(g, PLACE("exercises[%zu].hints[%zu]", n, i), e->hint[i]);
    g->at.exercise = -1;
}

static void add_section(Gather *g, const Section *s) {
    g->at.file = str_printf(g->arena, "text.%s.md", g->lang);
    g->at.place = STR("");
    g->at.line = s->line;
    add_text(g, s->title);
    add_text(g, s->text);
    add_text(g, s->notes);
}

Log statements_of(Arena *a, const Lesson *l, const char *lang) {
    Gather gather = {a, lang, log_make(a, sizeof(Statement)), {.exercise = -1}};
    Gather *g = &gather;
    for (size_t i = 0; i < l->nsections; i++)
        add_section(g, &l->sections[i]);
    add_json(g, STR("chapter"), l->chapter);
    add_claims(g, l);
    for (size_t i = 0; i < l->nquestions; i++)
        add_question(g, &l->questions[i], i);
    for (size_t i = 0; i < l->nexercises; i++)
        add_exercise(g, &l->exercises[i], i);
    return g->found;
}

/* ---- what is wrong on purpose ---- */

/* Both are told with or without the ":0" of a tensor, and with any quotes. */
static bool says(Str text, Str words) {
    return text_holds(text, words) ||
           (str_ends(words, STR(":0")) && str_eq(text, str_sub(words, 0, words.len - 2)));
}

static bool claim_says(const Claim *c, Str words) {
    return says(c->says, words) || says(c->of, words) || str_eq(c->type, words);
}

static bool question_says(const Question *q, Str words) {
    for (size_t i = 0; i < q->nexpected; i++)
        if (says(q->expected[i].text, words))
            return true;
    for (size_t i = 0; i < q->nchoices; i++) {
        const Choice *c = &q->choices[i];
        if (!c->right && (says(c->text, words) || (c->claim && claim_says(c->claim, words))))
            return true;
    }
    return false;
}

/* Goals hold in the solution; what they say may be looked for in the text of the exercise. */
static bool goal_says(const Exercise *e, Str words) {
    for (size_t i = 0; i < e->ngoals; i++)
        if (claim_says(&e->goals[i], words))
            return true;
    return false;
}

static bool is_on_purpose(const Lesson *l, const Statement *s) {
    for (size_t i = 0; i < l->nclaims; i++) {
        const Claim *c = &l->claims[i];
        bool absent = c->kind == CLAIM_NO_VARIABLE || c->kind == CLAIM_NO_NODE;
        if ((c->verdict != VERDICT_RIGHT || c->tf.len || absent) && claim_says(c, s->words))
            return true;
    }
    for (size_t i = 0; i < l->nquestions; i++)
        if (question_says(&l->questions[i], s->words))
            return true;
    return s->exercise >= 0 && goal_says(&l->exercises[s->exercise], s->words);
}

StatementVerdict statement_judge(Arena *a, const Lesson *lesson, const Statement *s,
                                 const Evidence *e) {
    if (evidence_shows(a, e, s->words))
        return STATEMENT_FOUND;
    if (is_on_purpose(lesson, s))
        return STATEMENT_ON_PURPOSE;
    return s->quoted && evidence_code(a, e, s->words) ? STATEMENT_FOUND : STATEMENT_MISSING;
}
