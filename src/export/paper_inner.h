/* paper_inner.h: the form of HTML, for paper.c alone. */
#ifndef TFSCOPE_EXPORT_PAPER_INNER_H
#define TFSCOPE_EXPORT_PAPER_INNER_H

#include "export/paper.h"

void html_heading(Paper *p, int level, Str title);
void html_paragraph(Paper *p, const Doc *d, size_t line);
/* An item of a list, without the first bytes of its line. */
void html_item(Paper *p, const Doc *d, size_t line, size_t skip);
void html_list(Paper *p, const char *tag, bool open); /* "ol": its beginning or its end */
/* Lines without so many bytes at their starts. */
void html_code(Paper *p, const Doc *d, size_t first, size_t count, size_t skip);

#endif
