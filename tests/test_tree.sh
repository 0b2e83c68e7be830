#!/bin/sh
# test_tree.sh: the tree itself: sources are listed, no file names a folder of somebody's machine,
# and releases are told apart by dialect.def alone.
cd "${TFSCOPE_SRCDIR:-.}" || exit 1

# The files that belong to the tree, without what builds have made in it.
files() {
    if [ -e .git ] && git ls-files >/dev/null 2>&1; then
        git ls-files --cached --others --exclude-standard
    else
        find . -type f | sed 's|^\./||' |
            grep -vE '^(\.git/|build|_build/|_inst/|autom4te|locale/|aclocal|config|Makefile(\.in)?$)|\.(deps/|[ao]$|log$|trs$)'
    fi
}

number=0
failed=0
report() { # name, faults
    number=$((number + 1))
    if [ -z "$2" ]; then
        echo "ok $number - $1"
    else
        echo "not ok $number - $1"
        echo "$2" | sed 's/^/# /'
        failed=1
    fi
}

unlisted=$(find src ui tests -name '*.[ch]' -o -name '*.def' | LC_ALL=C sort |
    while read -r file; do
        case $file in
        tests/test_*.c | tests/*/test_*.c) wanted=${file%.c} ;;
        *) wanted=$file ;;
        esac
        grep -qE "^[[:space:]]($wanted)( |\$)" Makefile.am ||
            grep -qE "= (.* )?$wanted( |\$)" Makefile.am || echo "Makefile.am does not list $file"
    done)

# The brackets keep this file from naming them.
local_paths=$(files | tr '\n' '\0' | xargs -0 grep -nIE '/(wor[k]|roo[t])/' 2>/dev/null | cut -c 1-200)

# The first and last columns of API tables are compared by name, so that a number or a constant is a fault.
versions=$(find src ui -name '*.[ch]' ! -path src/graph/engine.c | LC_ALL=C sort | tr '\n' '\0' |
    xargs -0 grep -nE 'minor *([<>]=?|[=!]=) *-?[0-9A-Z]|[0-9A-Z] *([<>]=?|[=!]=) *[a-z_()>.-]*minor([^a-z_]|$)')

echo 1..3
report "every source is listed in Makefile.am" "$unlisted"
report "no file names a path of one machine" "$local_paths"
report "only the engine compares releases; others ask for a row of dialect.def" "$versions"
exit $failed
