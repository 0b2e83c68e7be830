#!/bin/sh
# test_export.sh: tfscope export: what is written, and what is not: one message, no half file, its exit status.
cd "${TFSCOPE_SRCDIR:-.}" || exit 1
tfscope=${TFSCOPE:?must name the program}
folder=$(mktemp -d) || exit 1
trap 'chmod -R u+w "$folder"; rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
number=0
failed=0
report() { # name, faults
    number=$((number + 1))
    if [ -z "$2" ]; then
        echo "ok $number - $1"
    else
        echo "not ok $number - $1"
        echo "$2" | head -20 | sed 's/^/# /'
        failed=1
    fi
}

export_it() { # arguments
    "$tfscope" --no-course --lessons tests/course export "$@"
}

# The status, one line on stderr with some words, and no file that was not there.
fails() { # status, words, arguments
    wanted=$1 words=$2
    shift 2
    export_it "$@" >"$folder/out" 2>"$folder/err"
    status=$?
    [ $status = "$wanted" ] || echo "status $status, not $wanted"
    [ "$(wc -l <"$folder/err")" -le 2 ] || echo "more than a message"
    grep -qF -e "$words" "$folder/err" || cat "$folder/err"
    ls -A "$folder/empty"
}

mkdir "$folder/empty"
echo old >"$folder/there.json"

echo 1..15
report "a lesson as a trace" "$(export_it share-variable -o "$folder/a.json" 2>&1
    "$tfscope" open --script G "$folder/a.json" >"$folder/one"; "$tfscope" --script G tests/course/12-share-variable/program.py --tf 1.4 >"$folder/two"
    diff "$folder/one" "$folder/two")"
report "a file, to standard output" "$(export_it tests/cli/scopes.py -o - --format json >"$folder/b.json" 2>&1
    "$tfscope" trace --json tests/cli/scopes.py | cmp - "$folder/b.json" 2>&1)"
report "the same bytes every time" "$(export_it share-variable -o "$folder/c.svg" --at 3 2>&1
    export_it share-variable -o "$folder/d.svg" --at 3 2>&1; cmp "$folder/c.svg" "$folder/d.svg" 2>&1)"
report "a picture is the screen; its title is the lesson's" "$("$tfscope" --no-course --lessons tests/course \
    --script ':go<Space>3<CR>' --dump=svg share-variable | sed 's/<title>[^<]*/<title>/' >"$folder/one"
    sed 's/<title>[^<]*/<title>/' "$folder/c.svg" | diff - "$folder/one"
    grep -qF "<title>$(head -1 tests/course/12-share-variable/text.en.md | cut -c3-)<" "$folder/c.svg" || grep -m1 '<title' "$folder/c.svg")"
report "a file that exists stays" "$(fails 3 'exists already' share-variable -o "$folder/there.json"; [ "$(cat "$folder/there.json")" = old ] || echo gone)"
report "unless it is forced" "$(export_it share-variable -o "$folder/there.json" --force 2>&1; [ "$(head -c 1 "$folder/there.json")" = '{' ] || echo no)"
report "a directory" "$(fails 3 'directory' share-variable --format json -o "$folder/empty")"
report "a folder that is not there" "$(fails 3 'nowhere' share-variable -o "$folder/nowhere/a.json")"
report "a full disk" "$(fails 3 'No space left' share-variable --format json -o /dev/full)"
report "an unknown form" "$(fails 2 'there is no such format' share-variable -o "$folder/empty/a.xyz")"
report "no such lesson" "$(fails 3 'no such lesson' wibble -o "$folder/empty/a.json")"
report "no such step" "$(fails 2 'no step 999' share-variable --at 999 -o "$folder/empty/a.svg")"
report "from the explorer" "$(text=$("$tfscope" --no-course --lessons tests/course --script ":export<Space>$folder/e.md<CR>" share-variable | tail -1)
    export_it share-variable -o "$folder/f.md"; cmp "$folder/e.md" "$folder/f.md" 2>&1
    echo "$text" | grep -q written || echo "$text")"
report "which keeps what is there, too" "$("$tfscope" --no-course --lessons tests/course --script ":export<Space>$folder/e.md<CR>" share-variable |
    tail -3 | grep -q 'exists already' || echo "it is not said"; cmp "$folder/e.md" "$folder/f.md" 2>&1)"
report "a name in Python Tutor's form" "$(export_it tests/cli/scopes.py -o "$folder/x.pytutor.json" 2>&1; head -c 8 "$folder/x.pytutor.json" | grep -q '{"code"' || echo no)"
exit $failed
