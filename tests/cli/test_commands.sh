#!/bin/sh
# test_commands.sh: what each command prints, on small programs: the sessions of tests/cli/*.md.
cd "${TFSCOPE_SRCDIR:-.}" || exit 1
exec sh tests/console.sh tests/cli/*.md
