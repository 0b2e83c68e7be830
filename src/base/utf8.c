#include "base/utf8.h"

#define REPLACEMENT 0xfffdu

/* What a first byte announces: how many bytes follow, its own bits, and the smallest code
 * point that may be written so. */
typedef struct Lead {
    size_t more;
    uint32_t bits;
    uint32_t least;
} Lead;

static bool lead_of(unsigned char c, Lead *lead) {
    if (c >= 0xc2 && c <= 0xdf) {
        *lead = (Lead){1, c & 0x1fu, 0x80};
    } else if (c >= 0xe0 && c <= 0xef) {
        *lead = (Lead){2, c & 0x0fu, 0x800};
    } else if (c >= 0xf0 && c <= 0xf4) {
        *lead = (Lead){3, c & 0x07u, 0x10000};
    } else {
        return false;
    }
    return true;
}

/* Decodes the code point at i, surrogates too; returns its length, 0 when invalid. */
static size_t decode(Str s, size_t i, uint32_t *cp) {
    unsigned char c = (unsigned char)s.at[i];
    Lead lead;
    if (c < 0x80) {
        *cp = c;
        return 1;
    }
    if (!lead_of(c, &lead) || s.len - i <= lead.more) {
        return 0;
    }
    *cp = lead.bits;
    for (size_t k = 1; k <= lead.more; k++) {
        unsigned char next = (unsigned char)s.at[i + k];
        if ((next & 0xc0) != 0x80) {
            return 0;
        }
        *cp = *cp << 6 | (next & 0x3fu);
    }
    return *cp >= lead.least && *cp <= 0x10ffff ? lead.more + 1 : 0;
}

static bool is_surrogate(uint32_t cp) {
    return cp >= 0xd800 && cp <= 0xdfff;
}

uint32_t utf8_next(Str s, size_t *i) {
    uint32_t cp;
    size_t n = decode(s, *i, &cp);
    *i += n ? n : 1;
    return n ? cp : REPLACEMENT;
}

size_t utf8_put(char out[4], uint32_t cp) {
    if (cp < 0x80) {
        out[0] = (char)cp;
        return 1;
    }
    size_t more = cp < 0x800 ? 1 : cp < 0x10000 ? 2 : 3;
    static const unsigned char mark[4] = {0, 0xc0, 0xe0, 0xf0};
    out[0] = (char)(mark[more] | (cp >> (6 * more)));
    for (size_t k = 1; k <= more; k++) {
        out[k] = (char)(0x80 | ((cp >> (6 * (more - k))) & 0x3f));
    }
    return more + 1;
}

size_t utf8_count(Str s) {
    size_t n = 0;
    for (size_t i = 0; i < s.len; n++) {
        (void)utf8_next(s, &i);
    }
    return n;
}

size_t utf8_offset(Str s, size_t n) {
    size_t i = 0;
    while (n-- > 0 && i < s.len) {
        (void)utf8_next(s, &i);
    }
    return i;
}

bool utf8_valid(Str s, size_t *bad) {
    size_t i = 0;
    while (i < s.len) {
        uint32_t cp = 0;
        size_t n = decode(s, i, &cp);
        if (n == 0 || is_surrogate(cp)) {
            if (bad) {
                *bad = i;
            }
            return false;
        }
        i += n;
    }
    return true;
}

typedef struct Range {
    uint32_t first;
    uint32_t last;
} Range;

#define RANGE(first, last) {first, last},

#define WIDTH_ZERO
static const Range zero[] = {
#include "base/width.def"
};
#undef WIDTH_ZERO

#define WIDTH_WIDE
static const Range wide[] = {
#include "base/width.def"
};
#undef WIDTH_WIDE

static bool in_ranges(const Range *ranges, size_t n, uint32_t cp) {
    size_t low = 0;
    while (low < n) {
        size_t middle = low + (n - low) / 2;
        if (cp > ranges[middle].last) {
            low = middle + 1;
        } else {
            n = middle;
        }
    }
    return cp >= ranges[low].first && cp <= ranges[low].last;
}

#define IN(ranges, cp) in_ranges((ranges), sizeof(ranges) / sizeof(ranges)[0] - 1, (cp))

static bool is_printable(uint32_t cp) {
    bool control = cp < 0x20 || (cp >= 0x7f && cp < 0xa0);
    bool line_end = cp == 0x2028 || cp == 0x2029;
    bool never_a_character = (cp & 0xfffe) == 0xfffe || (cp >= 0xfdd0 && cp <= 0xfdef);
    return !control && !line_end && !never_a_character && !is_surrogate(cp) && cp <= 0x10ffff &&
           !utf8_is_bidi_control(cp);
}

int utf8_width(uint32_t cp) {
    if (cp >= 0x20 && cp < 0x7f) {
        return 1;
    }
    if (!is_printable(cp)) {
        return -1;
    }
    if (cp < 0x300) {
        return 1;
    }
    return IN(zero, cp) ? 0 : IN(wide, cp) ? 2 : 1;
}

size_t utf8_columns(Str s) {
    size_t columns = 0;
    for (size_t i = 0; i < s.len;) {
        int width = utf8_width(utf8_next(s, &i));
        columns += width < 0 ? 1 : (size_t)width;
    }
    return columns;
}

bool utf8_is_bidi_control(uint32_t cp) {
    return (cp >= 0x202a && cp <= 0x202e) || (cp >= 0x2066 && cp <= 0x2069) || cp == 0x200e ||
           cp == 0x200f || cp == 0x061c;
}
