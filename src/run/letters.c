/* letters.c: what kind of character a code point is.
 *
 * ASCII, Latin, Greek and Cyrillic are exact; of the other scripts the letters are known as
 * letters, which is what str.isalpha, repr and identifiers ask for. */
#include "base/utf8.h"
#include "run/kinds.h"

typedef struct Range {
    uint32_t first, last;
} Range;

static bool in_ranges(uint32_t cp, const Range *ranges, size_t n) {
    size_t low = 0, high = n;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (cp > ranges[middle].last) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low < n && cp >= ranges[low].first;
}
#define IN(cp, ranges) in_ranges((cp), (ranges), sizeof(ranges) / sizeof *(ranges))

bool cp_is_space(uint32_t cp) {
    static const Range spaces[] = {
        {0x09, 0x0d},     {0x1c, 0x20},     {0x85, 0x85},     {0xa0, 0xa0},     {0x1680, 0x1680},
        {0x2000, 0x200a}, {0x2028, 0x2029}, {0x202f, 0x202f}, {0x205f, 0x205f}, {0x3000, 0x3000}};
    return IN(cp, spaces);
}

bool cp_is_alpha(uint32_t cp) {
    static const Range letters[] = {
        {0x41, 0x5a},      {0x61, 0x7a},     {0xaa, 0xaa},     {0xb5, 0xb5},     {0xba, 0xba},
        {0xc0, 0xd6},      {0xd8, 0xf6},     {0xf8, 0x2c1},    {0x2c6, 0x2d1},   {0x370, 0x374},
        {0x376, 0x377},    {0x37a, 0x37d},   {0x37f, 0x37f},   {0x386, 0x386},   {0x388, 0x3f5},
        {0x3f7, 0x481},    {0x48a, 0x556},   {0x561, 0x587},   {0x5d0, 0x5ea},   {0x620, 0x64a},
        {0x671, 0x6d3},    {0x904, 0x939},   {0x985, 0x9b9},   {0xe01, 0xe30},   {0x10a0, 0x10ff},
        {0x1100, 0x1248},  {0x1e00, 0x1fbc}, {0x2071, 0x2071}, {0x207f, 0x207f}, {0x2090, 0x209c},
        {0x2102, 0x2102},  {0x210a, 0x2113}, {0x2115, 0x2115}, {0x2119, 0x211d}, {0x2124, 0x2124},
        {0x2c00, 0x2ce4},  {0x3005, 0x3006}, {0x3031, 0x3035}, {0x3041, 0x3096}, {0x309d, 0x309f},
        {0x30a1, 0x30fa},  {0x30fc, 0x30ff}, {0x3105, 0x312f}, {0x3131, 0x318e}, {0x31a0, 0x31bf},
        {0x31f0, 0x31ff},  {0x3400, 0x4dbf}, {0x4e00, 0xa48c}, {0xac00, 0xd7a3}, {0xf900, 0xfad9},
        {0xfb00, 0xfb06},  {0xff21, 0xff3a}, {0xff41, 0xff5a}, {0xff66, 0xffdc}, {0x1d400, 0x1d7cb},
        {0x20000, 0x2fa1d}};
    return IN(cp, letters);
}

int cp_digit(uint32_t cp) {
    static const uint32_t zeros[] = {0x30,  0x660, 0x6f0, 0x966,  0x9e6,  0xa66,
                                     0xae6, 0xb66, 0xbe6, 0xc66,  0xce6,  0xd66,
                                     0xe50, 0xed0, 0xf20, 0x1040, 0x17e0, 0xff10};
    for (size_t i = 0; i < sizeof zeros / sizeof *zeros; i++) {
        if (cp >= zeros[i] && cp < zeros[i] + 10) {
            return (int)(cp - zeros[i]);
        }
    }
    return -1;
}

bool cp_is_digit(uint32_t cp) {
    bool raised = cp == 0xb2 || cp == 0xb3 || cp == 0xb9 || cp == 0x2070;
    return cp_digit(cp) >= 0 || raised || (cp >= 0x2074 && cp <= 0x2079) ||
           (cp >= 0x2080 && cp <= 0x2089);
}

bool cp_is_printable(uint32_t cp) {
    static const Range hidden[] = {
        {0x00, 0x1f},       {0x7f, 0xa0},       {0xad, 0xad},       {0x378, 0x379},
        {0x600, 0x605},     {0x61c, 0x61c},     {0x6dd, 0x6dd},     {0x70f, 0x70f},
        {0x1680, 0x1680},   {0x180e, 0x180e},   {0x2000, 0x200f},   {0x2028, 0x202f},
        {0x205f, 0x206f},   {0x3000, 0x3000},   {0xd800, 0xf8ff},   {0xfdd0, 0xfdef},
        {0xfeff, 0xfeff},   {0xfff0, 0xfffb},   {0xfffe, 0xffff},   {0x1bca0, 0x1bca3},
        {0x1d173, 0x1d17a}, {0x323b0, 0xe00ff}, {0xe01f0, 0x10ffff}};
    return !IN(cp, hidden);
}

/* ---- upper and lower case ---- */

/* Blocks in which capital and small letters alternate; the capital is even or odd. */
static bool alternates(uint32_t cp, uint32_t *capital) {
    static const Range even[] = {{0x100, 0x12f},  {0x132, 0x137}, {0x14a, 0x177}, {0x1de, 0x1ef},
                                 {0x1f8, 0x21f},  {0x222, 0x233}, {0x370, 0x373}, {0x3d8, 0x3ef},
                                 {0x460, 0x481},  {0x48a, 0x4bf}, {0x4d0, 0x52f}, {0x1e00, 0x1e95},
                                 {0x1ea0, 0x1eff}};
    static const Range odd[] = {{0x139, 0x148}, {0x179, 0x17e}, {0x1cd, 0x1dc}, {0x4c1, 0x4ce}};
    if (IN(cp, even)) {
        *capital = cp & ~1u;
        return cp != 0x130 && cp != 0x131;
    }
    if (IN(cp, odd)) {
        *capital = cp - (cp + 1) % 2;
        return true;
    }
    return false;
}

/* Capitals and small letters at a fixed distance. */
typedef struct Shift {
    uint32_t first, last; /* capitals */
    uint32_t distance;    /* to the small letter */
} Shift;
static const Shift shifts[] = {{0x41, 0x5a, 32},     {0xc0, 0xd6, 32},     {0xd8, 0xde, 32},
                               {0x386, 0x386, 38},   {0x388, 0x38a, 37},   {0x38c, 0x38c, 64},
                               {0x38e, 0x38f, 63},   {0x391, 0x3a1, 32},   {0x3a3, 0x3ab, 32},
                               {0x400, 0x40f, 80},   {0x410, 0x42f, 32},   {0x531, 0x556, 48},
                               {0x2160, 0x216f, 16}, {0x24b6, 0x24cf, 26}, {0xff21, 0xff3a, 32}};

static const Shift *shift_of(uint32_t cp, bool small) {
    for (size_t i = 0; i < sizeof shifts / sizeof *shifts; i++) {
        uint32_t at = small ? cp - shifts[i].distance : cp;
        if (at >= shifts[i].first && at <= shifts[i].last) {
            return &shifts[i];
        }
    }
    return NULL;
}

uint32_t cp_lower(uint32_t cp) {
    uint32_t capital;
    const Shift *s = shift_of(cp, false);
    if (s) {
        return cp + s->distance;
    }
    if (cp == 0x178) {
        return 0xff;
    }
    return cp >= 0x80 && alternates(cp, &capital) ? capital + 1 : cp;
}

uint32_t cp_upper(uint32_t cp) {
    uint32_t capital;
    const Shift *s = shift_of(cp, true);
    if (cp == 0xf7) {
        return cp;
    }
    if (s) {
        return cp - s->distance;
    }
    switch (cp) {
    case 0xb5: return 0x39c;
    case 0xff: return 0x178;
    case 0x3c2: return 0x3a3;
    default: return cp >= 0x80 && alternates(cp, &capital) ? capital : cp;
    }
}

bool cp_is_upper(uint32_t cp) {
    return cp_lower(cp) != cp;
}

bool cp_is_lower(uint32_t cp) {
    return cp_upper(cp) != cp || cp == 0xdf || cp == 0xaa || cp == 0xba || cp == 0x138 ||
           cp == 0x149;
}
