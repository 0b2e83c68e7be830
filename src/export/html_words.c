/* html_words.c: what the player says: each sentence of player.def with its translation. */
#include "base/text.h"
#include "export/html_inner.h"

static const char *const words[] = {
#define WORD(text) text,
#include "export/player.def"
#undef WORD
};
enum { WORDS = sizeof words / sizeof *words };

void html_words(JsonWriter *j) {
    json_key(j, "words");
    json_object(j);
    for (int i = 0; i < WORDS; i++) {
        json_key(j, words[i]);
        json_str(j, str_of(gettext(words[i])));
    }
    json_end_object(j);
}

/* In the source they are English, so only the other language has a table. */
void html_put_words(Html *h) {
    const Exported *e = h->e;
    e->speak(e->context, "zh");
    html_words(h->j);
    e->speak(e->context, e->languages[0]);
}
