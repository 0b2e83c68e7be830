/* prose.c: reading text.en.md and text.zh.md: a title, sections tied to moments, and the
 * presenter's notes, which stand in <!-- comments --> and are taken out of what learners see. */
#include <string.h>

#include "base/text.h"
#include "lesson/pack.h"

enum { SECTIONS_MOST = 200 };

/* A text that is being read. */
typedef struct Prose {
    PackReader *reader;
    Str file;
    const Source *source;
    uint32_t line; /* that is being read, from 1 */
    Str title;
    Section *sections; /* [room] */
    size_t n, room;
    Sink text, notes;  /* of the last section */
    bool in_comment;   /* a comment of an earlier line goes on */
    uint32_t comment;  /* the line where it began */
    bool blank_before; /* the line before was empty, or there was none */
} Prose;

static bool fault(Prose *p, const char *message) {
    return pack_fault_line(p->reader, p->file, p->line, str_of(message));
}

static Str without_blanks(Str s) {
    while (s.len > 0 && (s.at[s.len - 1] == ' ' || s.at[s.len - 1] == '\t'))
        s.len--;
    return s;
}

static Str trimmed(Str s) {
    while (s.len > 0 && strchr(" \n", s.at[0]))
        s = str_sub(s, 1, s.len);
    while (s.len > 0 && strchr(" \n", s.at[s.len - 1]))
        s.len--;
    return s;
}

/* A code block may begin a text: its blanks stay. */
static Str without_empty_lines(Str s) {
    while (s.len > 0 && s.at[0] == '\n')
        s = str_sub(s, 1, s.len);
    while (s.len > 0 && s.at[s.len - 1] == '\n')
        s.len--;
    return s;
}

/* ---- notes ---- */

/* Takes the comments out of a line; what stood in them goes to the notes. */
static Str without_comments(Prose *p, Str line, bool *had) {
    Sink kept = sink_memory(p->reader->arena);
    *had = p->in_comment;
    while (line.len > 0) {
        Str mark = p->in_comment ? STR("-->") : STR("<!--");
        ptrdiff_t at = str_find(line, mark, 0);
        Str before = at < 0 ? line : str_sub(line, 0, (size_t)at);
        if (p->in_comment && p->n)
            sink_put(&p->notes, trimmed(before));
        else if (!p->in_comment)
            sink_put(&kept, before);
        line = str_sub(line, before.len + (at < 0 ? 0 : mark.len), line.len);
        if (at < 0)
            break;
        *had = true;
        p->in_comment = !p->in_comment;
        p->comment = p->line;
    }
    if (*had && p->n)
        sink_char(&p->notes, '\n');
    return sink_str(&kept);
}

/* ---- sections ---- */

static void end_section(Prose *p) {
    Section *s = p->n ? &p->sections[p->n - 1] : NULL;
    if (!s)
        return;
    s->text = without_empty_lines(sink_str(&p->text));
    s->notes = trimmed(sink_str(&p->notes));
    if (s->text.len == 0 && s->moment.len)
        fault(p, _("the section before this line has no text"));
}

/* "## [moment] Title" */
static void begin_section(Prose *p, Str line) {
    end_section(p);
    if (p->n == p->room) {
        fault(p, _("there are too many sections"));
        return;
    }
    Section *s = &p->sections[p->n++];
    ptrdiff_t close = str_find(line, STR("]"), 0);
    s->line = p->line;
    p->text = sink_memory(p->reader->arena);
    p->notes = sink_memory(p->reader->arena);
    p->blank_before = true;
    if (!str_starts(line, STR("## [")) || close < 0) {
        fault(p, _("a section needs a heading like '## [start] Title'"));
        return;
    }
    bool had;
    s->moment = str_sub(line, 4, (size_t)close);
    s->title = trimmed(without_comments(p, str_sub(line, (size_t)close + 1, line.len), &had));
    const char *wrong = moment_fault(s->moment);
    if (wrong)
        fault(p, wrong);
    if (s->title.len == 0 || s->title.len > PACK_LINE_MOST)
        fault(p, _("a section needs a title of one line"));
}

/* ---- lines ---- */

/* A line of a section; what was nothing but a comment leaves no empty line behind. */
static void put_line(Prose *p, Str line, bool had_comment) {
    line = without_blanks(line);
    if (p->n == 0 || (line.len == 0 && (had_comment || p->blank_before)))
        return;
    sink_put(&p->text, line);
    sink_char(&p->text, '\n');
    p->blank_before = line.len == 0;
}

static void read_line(Prose *p, Str line) {
    bool had = false, is_code = !p->in_comment && str_starts(line, STR("    "));
    if (pack_has_control(line, "\t"))
        fault(p, _("a control character stands in the text"));
    if (!p->in_comment && str_starts(line, STR("## "))) {
        begin_section(p, line);
        return;
    }
    if (!is_code)
        line = without_comments(p, line, &had);
    put_line(p, line, had);
}

static void read_title(Prose *p) {
    Str line = source_line(p->source, 1);
    p->line = 1;
    p->title = trimmed(str_sub(line, 2, line.len));
    if (!str_starts(line, STR("# ")) || p->title.len == 0 || p->title.len > PACK_LINE_MOST)
        fault(p, _("the first line must be the title, like '# Title'"));
    if (pack_has_control(line, ""))
        fault(p, _("a control character stands in the text"));
}

/* False: the file cannot be read. */
static bool read_text(Prose *p) {
    p->source = pack_read(p->reader, p->file);
    if (!p->source)
        return false;
    p->room = SECTIONS_MOST;
    p->sections = ARENA_ARRAY(p->reader->arena, p->room, Section);
    read_title(p);
    for (p->line = 2; p->line <= p->source->nlines; p->line++)
        read_line(p, source_line(p->source, p->line));
    end_section(p);
    p->line = p->in_comment ? p->comment : 1;
    if (p->in_comment)
        fault(p, _("the comment that begins here does not end"));
    if (p->n == 0)
        fault(p, _("a lesson needs a section"));
    return true;
}

/* ---- both languages ---- */

/* Both tell the same moments in the same order. */
static void compare(const Prose *en, Prose *zh) {
    for (size_t i = 0; i < en->n && i < zh->n; i++) {
        if (str_eq(en->sections[i].moment, zh->sections[i].moment))
            continue;
        Str message = str_printf(zh->reader->arena,
                                 _("section %zu is about \"%.*s\", but about \"%.*s\" in %.*s"),
                                 i + 1, STR_ARG(zh->sections[i].moment),
                                 STR_ARG(en->sections[i].moment), STR_ARG(en->file));
        pack_fault(zh->reader, zh->file, STR(""), message);
        return;
    }
    if (en->n != zh->n)
        pack_fault(zh->reader, zh->file, STR(""),
                   str_printf(zh->reader->arena, _("%zu sections, but %zu in %.*s"), zh->n, en->n,
                              STR_ARG(en->file)));
}

void prose_read(PackReader *r, Lesson *lesson) {
    Prose en = {.reader = r, .file = STR("text.en.md")};
    Prose zh = {.reader = r, .file = STR("text.zh.md")};
    bool has_en = read_text(&en), has_zh = read_text(&zh);
    if (has_en && has_zh)
        compare(&en, &zh);
    const Prose *chosen = strcmp(r->lang, "zh") == 0 ? &zh : &en;
    lesson->text = chosen->source;
    lesson->title = chosen->title;
    lesson->sections = chosen->sections;
    lesson->nsections = chosen->n;
}
