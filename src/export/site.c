#include "export/site.h"

#include <string.h>

#include "base/text.h"
#include "export/html_inner.h"

Str site_file(Arena *a, Str id) {
    return str_printf(a, "%.*s%s.html", STR_ARG(id), str_is(id, "index") ? "_" : "");
}

/* ---- the list ---- */

static void put_item(const Site *s, int language, const Lesson *l, Sink *out) {
    sink_z(out, "<li><a href=\"");
    html_escape(out, site_file(s->arena, l->id));
    sink_printf(out, "#lang=%s\">", s->languages[language]);
    html_escape(out, l->title);
    sink_z(out, "</a></li>\n");
}

/* The lessons of a chapter are a list below its title. */
static void put_list(const Site *s, int language, Sink *out) {
    const Course *c = s->course[language];
    bool open = false;
    for (size_t i = 0; i < c->n; i++) {
        if (i == 0 || c->lessons[i].chapter.len) {
            sink_z(out, open ? "</ul>\n" : "");
            sink_z(out, "<h2>");
            html_escape(out, c->lessons[i].chapter);
            sink_z(out, "</h2>\n<ul class=\"lessons\">\n");
            open = true;
        }
        put_item(s, language, &c->lessons[i], out);
    }
    sink_z(out, open ? "</ul>\n" : "");
}

static Str site_title(void) {
    return str_of(_("Names, scopes and sharing in TensorFlow 1.x"));
}

static void put_article(const Site *s, int language, Sink *out) {
    s->speak(s->context, language);
    sink_printf(out, "<article lang=\"%s\">\n<h1>", s->languages[language]);
    html_escape(out, site_title());
    sink_z(out, "</h1>\n<p>");
    html_escape(out, str_of(_("Each lesson is a program that you go through step by step, and "
                              "questions to be answered before a step is shown.")));
    sink_z(out, "</p>\n");
    put_list(s, language, out);
    sink_z(out, "</article>\n");
}

/* ---- what the search looks at ---- */

static char small(char c) {
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static void put_small(Sink *out, Str text) {
    for (size_t i = 0; i < text.len; i++)
        sink_char(out, small(text.at[i]));
    sink_char(out, '\n');
}

static Str searched(Arena *a, const Lesson *l) {
    Sink out = sink_memory(a);
    put_small(&out, l->title);
    for (size_t i = 0; i < l->nsections; i++) {
        put_small(&out, l->sections[i].title);
        put_small(&out, l->sections[i].text);
    }
    return sink_str(&out);
}

static void put_data(const Site *s, Sink *out) {
    JsonWriter j = json_to(out);
    json_object(&j);
    json_key(&j, "languages");
    json_array(&j);
    for (int l = 0; l < LANGUAGES; l++)
        json_str(&j, str_of(s->languages[l]));
    json_end_array(&j);
    json_key(&j, "texts");
    json_array(&j);
    for (int l = 0; l < LANGUAGES; l++) {
        json_array(&j);
        for (size_t i = 0; i < s->course[l]->n; i++)
            json_str(&j, searched(s->arena, &s->course[l]->lessons[i]));
        json_end_array(&j);
    }
    json_end_array(&j);
    s->speak(s->context, strcmp(s->languages[0], "zh") == 0 ? 0 : 1);
    html_words(&j);
    json_end_object(&j);
}

void site_put_index(const Site *s, Sink *out) {
    Sink list = sink_memory(s->arena), data = sink_memory(s->arena);
    for (int l = 0; l < LANGUAGES; l++)
        put_article(s, l, &list);
    s->speak(s->context, 0);
    put_data(s, &data);
    s->speak(s->context, 0);
    HtmlPage page = {.index = true,
                     .language = s->languages[0],
                     .title = site_title(),
                     .text = sink_str(&list),
                     .data = sink_str(&data)};
    html_page(s->arena, &page, out);
}
