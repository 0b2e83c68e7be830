/* standin.h: what is shown for a sign where the terminal has only ASCII. */
#ifndef TFSCOPE_UI_STANDIN_H
#define TFSCOPE_UI_STANDIN_H

#include <stdint.h>

/* ASCII is itself; '?' stands for what nothing resembles. */
char standin_of(uint32_t cp);

#endif
