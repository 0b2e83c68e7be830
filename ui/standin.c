#include "ui/standin.h"

#include <stddef.h>

char standin_of(uint32_t cp) {
    static const struct {
        uint32_t cp;
        char ascii;
    } all[] = {
#define STANDIN(cp, ascii) {cp, ascii},
#include "ui/standin.def"
#undef STANDIN
    };
    if (cp >= 0x20 && cp < 0x7f)
        return (char)cp;
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (all[i].cp == cp)
            return all[i].ascii;
    return '?';
}
