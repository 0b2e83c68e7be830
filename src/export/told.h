/* told.h: a run told on paper: what is written as plain text, as Markdown and
 * into a page. */
#ifndef TFSCOPE_EXPORT_TOLD_H
#define TFSCOPE_EXPORT_TOLD_H

#include "export/export.h"
#include "export/paper.h"

/* Prose, the program, each step with what it changed and why, questions where they are asked, names
 * and variables, and the answers at the end. False: it was stopped. */
bool told_put(const Exported *e, Paper *p);

#endif
