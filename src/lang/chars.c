#include "lang/chars.h"

/* Code points of no name, as ranges, sorted. What lies between them counts as a letter: scripts
 * grow with every edition of Unicode, while punctuation hardly does. */
static const struct {
    uint32_t first, last;
} no_letters[] = {
    {0x0080, 0x00a9},   {0x00ab, 0x00b4},   {0x00b6, 0x00b6},    {0x00b8, 0x00b9}, {0x00bb, 0x00bf},
    {0x00d7, 0x00d7},   {0x00f7, 0x00f7},   {0x02c2, 0x02c5},    {0x037e, 0x037e}, {0x055a, 0x055f},
    {0x060c, 0x060d},   {0x061b, 0x061f},   {0x066a, 0x066d},    {0x06d4, 0x06d4}, {0x0964, 0x0965},
    {0x1680, 0x1680},   {0x2000, 0x203e},   {0x2041, 0x2053},    {0x2055, 0x2070}, {0x2072, 0x207e},
    {0x2080, 0x208f},   {0x20a0, 0x20cf},   {0x2100, 0x2101},    {0x2103, 0x2106}, {0x2116, 0x2117},
    {0x2120, 0x2123},   {0x2190, 0x2bff},   {0x2e00, 0x2e7f},    {0x2ff0, 0x3004}, {0x3008, 0x3020},
    {0x3030, 0x3030},   {0x3036, 0x3037},   {0x303d, 0x303f},    {0x30fb, 0x30fb}, {0x3200, 0x33ff},
    {0xd800, 0xf8ff},   {0xfe10, 0xfe1f},   {0xfe30, 0xfe32},    {0xfe35, 0xfe4c}, {0xfe50, 0xfe6f},
    {0xfeff, 0xff0f},   {0xff1a, 0xff20},   {0xff3b, 0xff40},    {0xff5b, 0xff65}, {0xffe0, 0xffff},
    {0x1f000, 0x1fbef}, {0xe0000, 0xe00ff}, {0xe01f0, 0x10ffff},
};

bool char_is_letter(uint32_t cp) {
    size_t low = 0, high = sizeof no_letters / sizeof *no_letters;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (cp > no_letters[middle].last) {
            low = middle + 1;
        } else if (cp < no_letters[middle].first) {
            high = middle;
        } else {
            return false;
        }
    }
    return cp >= 0x80;
}

int char_hex(unsigned char c) {
    if (char_is_digit(c)) {
        return c - '0';
    }
    unsigned char letter = (unsigned char)((c | 0x20) - 'a');
    return letter < 6 ? letter + 10 : -1;
}

const char *char_twin(uint32_t cp) {
    switch (cp) {
#define TWIN(CODE, TEXT)                                                                           \
    case CODE:                                                                                     \
        return TEXT;
#include "lang/twin.def"
#undef TWIN
    }
    return NULL;
}

size_t char_cut(Str s, size_t n) {
    if (n >= s.len) {
        return s.len;
    }
    while (n > 0 && ((unsigned char)s.at[n] & 0xc0) == 0x80) {
        n--;
    }
    return n;
}

Str char_short(Arena *a, Str s) {
    enum { LONGEST = 60 };
    if (s.len <= LONGEST) {
        return s;
    }
    return str_join2(a, str_sub(s, 0, char_cut(s, LONGEST)), STR("..."));
}
