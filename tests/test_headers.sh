#!/bin/sh
# test_headers.sh: every header compiles alone.
cd "${TFSCOPE_SRCDIR:-.}" || exit 1
headers=$(find src ui -name '*.h' 2>/dev/null | LC_ALL=C sort)
echo "1..$(echo "$headers" | wc -l)"
number=0
failed=0
for header in $headers; do
    number=$((number + 1))
    name=${header#src/}
    # Twice, so that a missing include guard shows, too. $CC may hold options.
    # shellcheck disable=SC2086
    if faults=$(printf '#include "%s"\n#include "%s"\n' "$name" "$name" |
        ${CC:-cc} -std=c11 -D_GNU_SOURCE -Wall -Wextra -Wpedantic -Werror -Isrc -I. \
            -fsyntax-only -xc - 2>&1); then
        echo "ok $number - $header"
    else
        echo "not ok $number - $header"
        echo "$faults" | sed 's/^/# /'
        failed=1
    fi
done
exit $failed
