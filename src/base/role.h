/* role.h: what a piece of text is, never how it looks.
 *
 * Views give every piece a role; whoever draws (terminal, SVG, plain text) decides how it looks.
 * Every difference that a role makes is also in the words or signs, so that the plain form loses
 * nothing. */
#ifndef TFSCOPE_BASE_ROLE_H
#define TFSCOPE_BASE_ROLE_H

typedef enum Role {
#define ROLE(ID, name) ROLE_##ID,
#include "base/role.def"
#undef ROLE
    ROLE_COUNT
} Role;

const char *role_name(Role role); /* "variable" */

#endif
