/* pack.h: what pack_rows.c, a program of the build, has in files of their own. */
#ifndef TFSCOPE_CLI_PACK_H
#define TFSCOPE_CLI_PACK_H

void pack_ops(void); /* writes op_rows.h to standard output */

#endif
