/* html.c: a run as a page that needs nothing else: one file, no network.
 *
 * The page says in a Content-Security-Policy that nothing but its own style and script may act, by
 * their hashes; what comes from programs and lessons is data for the script, or escaped text. */
#include <string.h>

#include "base/digest.h"
#include "base/packed.h"
#include "export/html_inner.h"
#include "export/player_text.h"
#include "export/told.h"
#include "view/view.h"

static void put_hash(Sink *out, Str text) {
    unsigned char digest[SHA256_BYTES];
    sha256(text, digest);
    sink_z(out, "'sha256-");
    base64_put(out, (Str){(const char *)digest, sizeof digest});
    sink_char(out, '\'');
}

static void put_policy(Sink *out, Str style, Str script) {
    sink_z(out, "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                "style-src ");
    put_hash(out, style);
    sink_z(out, "; script-src ");
    put_hash(out, script);
    sink_z(out, "; img-src data:; base-uri 'none'; form-action 'none'\">\n");
}

/* What stands in the frame (assets/player/player.html) as <!--NAME-->. */
typedef struct Slot {
    const char *name;
    Str text;
} Slot;

static const Slot *slot_at(Str page, size_t at, const Slot *slots, size_t n) {
    for (size_t i = 0; i < n; i++)
        if (str_starts(str_sub(page, at, page.len), str_of(slots[i].name)))
            return &slots[i];
    return NULL;
}

static void fill(Sink *out, Str page, const Slot *slots, size_t n) {
    size_t from = 0;
    for (ptrdiff_t at; (at = str_find(page, STR("<!--"), from)) >= 0;) {
        const Slot *s = slot_at(page, (size_t)at, slots, n);
        sink_put(out, str_sub(page, from, (size_t)at));
        from = (size_t)at + (s ? strlen(s->name) : 4);
        sink_put(out, s ? s->text : STR("<!--"));
    }
    sink_put(out, str_sub(page, from, page.len));
}

static Str escaped(Arena *a, Str text) {
    Sink out = sink_memory(a);
    html_escape(&out, text);
    return sink_str(&out);
}

static Str policy(Arena *a, Str style, Str script) {
    Sink out = sink_memory(a);
    put_policy(&out, style, script);
    return sink_str(&out);
}

static Str packed(Arena *a, Str data) {
    Sink out = sink_memory(a);
    base64_put(&out, pack_deflated(a, data));
    return sink_str(&out);
}

void html_page(Arena *a, const HtmlPage *page, Sink *out) {
    Str style = packed_text(a, &player_css);
    Str script = packed_text(a, page->index ? &index_js : &player_js);
    const Slot slots[] = {
        {"<!--LANGUAGE-->", str_of(page->language)},
        {"<!--POLICY-->", policy(a, style, script)},
        {"<!--TITLE-->", escaped(a, page->title)},
        {"<!--STYLE-->", style},
        {"<!--TRANSCRIPT-->", page->text},
        {"<!--DATA-->", packed(a, page->data)},
        {"<!--SCRIPT-->", script},
    };
    fill(out, packed_text(a, page->index ? &index_html : &player_html), slots,
         sizeof slots / sizeof *slots);
}

enum { TRANSCRIPT_STEPS = 40000 }; /* bytes of steps in one language */

/* What is read where scripts are off, printed, and found by search engines. */
static bool put_transcript(const Exported *e, int language, Sink *out) {
    Exported own = *e;
    int other = 1 - language, has = e->lesson[language] ? language : other;
    Paper p = paper_make(out, arena_child(e->arena), false);
    own.lesson[0] = e->lesson[has];
    own.teaching[0] = e->teaching[has];
    own.title = own.lesson[0] ? own.lesson[0]->title : e->title;
    own.progress = NULL;
    p.html = true;
    p.room = TRANSCRIPT_STEPS;
    e->speak(e->context, e->languages[language]);
    if (e->trouble.len)
        own.trouble = story_end(e->arena, e->trace, story_end_line(e->trace));
    sink_printf(out, "<article lang=\"%s\">\n", e->languages[language]);
    bool told = told_put(&own, &p);
    sink_z(out, "</article>\n");
    return told;
}

static bool put_transcripts(const Exported *e, Sink *out) {
    bool told = true;
    for (int i = 0; i < LANGUAGES; i++)
        told &= put_transcript(e, i, out);
    e->speak(e->context, e->languages[0]);
    return told;
}

bool export_html(const Exported *e, Sink *out) {
    Sink data = sink_memory(e->arena), text = sink_memory(e->arena);
    if (!html_data(e, &data) || !put_transcripts(e, &text))
        return false;
    HtmlPage page = {.language = e->languages[0],
                     .title = e->title,
                     .text = sink_str(&text),
                     .data = sink_str(&data)};
    html_page(e->arena, &page, out);
    return !out->failed;
}
