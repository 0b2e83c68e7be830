/* text.h: translation of what tfscope says (not of what programs print).
 *
 * Thin over gettext: _("…") marks and looks up a sentence. The language is chosen once, by
 * text_init. Nothing that goes into a trace may be translated: traces are the same
 * everywhere. */
#ifndef TFSCOPE_BASE_TEXT_H
#define TFSCOPE_BASE_TEXT_H

#include <libintl.h>
#include <stdbool.h>

#define _(text) gettext(text)
#define N_(text) (text)

/* Sets locale and language: lang is "en", "zh", or NULL to follow the environment.
 * localedir holds the catalogues. False when lang is unknown. Works in the C locale too:
 * Chinese then still comes as UTF-8. */
bool text_init(const char *lang, const char *localedir);

/* Before anything is drawn: Chinese needs an encoding that has it. Where the locale is C, or one
 * that is not installed, the terminal mostly takes UTF-8 all the same. */
void text_widen(void);

/* Can the locale's encoding show box characters and Chinese? */
bool text_is_unicode(void);

/* "en" or "zh": which translation of lessons to show. */
const char *text_language(void);

#endif
