#include "base/text.h"

#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

#define DOMAIN "tfscope"

static bool is_chinese(const char *tag) {
    return strncmp(tag, "zh", 2) == 0 &&
           !strchr("abcdefghijklmnopqrstuvwxyz", tag[2] ? tag[2] : '_');
}

static bool is_english(const char *tag) {
    return strncmp(tag, "en", 2) == 0 &&
           !strchr("abcdefghijklmnopqrstuvwxyz", tag[2] ? tag[2] : '_');
}

/* The first language of a list such as "fr:zh_CN:en" that there is, or NULL. */
static const char *first_known(const char *list) {
    while (list) {
        if (is_chinese(list)) {
            return "zh";
        }
        if (is_english(list)) {
            return "en";
        }
        list = strchr(list, ':');
        list = list ? list + 1 : NULL;
    }
    return NULL;
}

/* What setlocale would take for messages: the first of three variables that is set. */
static const char *messages_locale(void) {
    static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        const char *value = getenv(names[i]);
        if (value && *value) {
            return value;
        }
    }
    return "C";
}

/* As gettext does: in the C locale LANGUAGE does not count. */
static const char *environment_language(void) {
    const char *locale = messages_locale();
    if (strcmp(locale, "C") == 0 || strcmp(locale, "POSIX") == 0) {
        return "en";
    }
    const char *wanted = getenv("LANGUAGE");
    const char *known = wanted && *wanted ? first_known(wanted) : NULL;
    return known ? known : is_chinese(locale) ? "zh" : "en";
}

/* gettext translates to LANGUAGE, whatever the locale of messages is called, unless that
 * is "C"; so any other one that the system has will do. */
static void leave_c_locale(void) {
    static const char *const others[] = {"C.UTF-8", "C.utf8", "en_US.UTF-8", "zh_CN.UTF-8"};
    const char *now = setlocale(LC_MESSAGES, NULL);
    bool is_c = !now || strcmp(now, "C") == 0 || strcmp(now, "POSIX") == 0;
    for (size_t i = 0; is_c && i < sizeof others / sizeof others[0]; i++) {
        is_c = !setlocale(LC_MESSAGES, others[i]);
    }
}

bool text_init(const char *lang, const char *localedir) {
    if (lang && strcmp(lang, "en") != 0 && strcmp(lang, "zh") != 0) {
        return false;
    }
    const char *language = lang ? lang : environment_language();
    const char *letters = setlocale(LC_CTYPE, NULL);
    if (!letters || strcmp(letters, "C") == 0) { /* else text_widen chose */
        setlocale(LC_CTYPE, "");
    }
    setlocale(LC_MESSAGES, ""); /* not LC_NUMERIC: numbers are printed the same everywhere */
    if (strcmp(language, "zh") == 0) {
        leave_c_locale();
    }
    setenv("LANGUAGE", language, 1);
    bindtextdomain(DOMAIN, localedir);
    bind_textdomain_codeset(DOMAIN, "UTF-8");
    textdomain(DOMAIN);
    return true;
}

const char *text_language(void) {
    const char *language = getenv("LANGUAGE");
    return language && is_chinese(language) ? "zh" : "en";
}

void text_widen(void) {
    bool ascii = strcmp(nl_langinfo(CODESET), "ANSI_X3.4-1968") == 0;
    if (ascii && strcmp(text_language(), "zh") == 0) {
        setlocale(LC_CTYPE, "C.UTF-8");
    }
}

bool text_is_unicode(void) {
    return strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}
