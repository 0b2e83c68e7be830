#!/bin/sh
# test_layers.sh: includes point downwards only. One case a folder.
cd "${TFSCOPE_SRCDIR:-.}" || exit 1

# A folder, and those that it may include besides itself. cli may include all.
layers='
src/base
src/lang base
src/tensor base
src/trace base tensor
src/proto base tensor
src/graph base tensor trace proto
src/run base tensor lang trace proto
src/tf base tensor trace proto graph run lang
src/lesson base tensor trace
src/tutor base tensor trace lesson
src/view base tensor trace lesson
src/export base tensor trace proto lesson tutor view
ui base tensor trace lesson view tutor export
src/cli base tensor lang trace proto graph run tf lesson tutor view export ui
'

includes_of() {
    find "$1" -name '*.[ch]' -o -name '*.def' 2>/dev/null | LC_ALL=C sort | while read -r file; do
        awk -v file="$file" '/^[ \t]*#[ \t]*include[ \t]*"/ {
            split($0, part, "\""); print file ":" FNR, part[2] }' "$file"
    done
}

# Prints every include of folder $1 that leads elsewhere than to itself or to $2...
upward() {
    folder=$1
    shift
    allowed=" $(basename "$folder") $* "
    includes_of "$folder" | while read -r place header; do
        case $header in
        */*) into=${header%%/*} ;;
        *) into='(no folder)' ;;
        esac
        case $allowed in
        *" $into "*) ;;
        *) echo "$place includes $header" ;;
        esac
    done
}

# Prints the files that include <...$1...> though they are not $2.
only_in() {
    grep -rlE "^[ \t]*#[ \t]*include[ \t]*[<\"][^>\"]*$1" src ui 2>/dev/null | grep -vx "$2"
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

echo 1..18
while read -r folder allowed; do
    [ -n "$folder" ] || continue
    # shellcheck disable=SC2086
    report "$folder includes downwards" "$(upward "$folder" $allowed)"
done <<END
$layers
END
report "only src/base/json.c includes cJSON" "$(only_in 'cJSON' src/base/json.c)"
report "only src/run/big_inner.h includes GMP" "$(only_in 'gmp' src/run/big_inner.h)"
report "only ui/term.c includes curses" "$(only_in 'curses' ui/term.c)"
unknown=$(find src ui -mindepth 1 -type d ! -path '*/.*' ! -path src/run/library ! -path src/tf/library 2>/dev/null | while read -r d; do
    echo "$layers" | grep -q "^$d\( \|\$\)" || echo "$d is in no layer"
done)
report "every folder has a layer" "$unknown"
exit $failed
