#!/bin/sh
# test_site.sh: tfscope export --all: a website in a folder; what is there stays, and nothing is half written.
cd "${TFSCOPE_SRCDIR:-.}" || exit 1
tfscope=${TFSCOPE:?must name the program}
folder=$(mktemp -d) || exit 1
trap 'rm -rf "$folder"' EXIT
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

site() { # arguments
    "$tfscope" --no-course --lessons tests/course export --all "$@"
}

# Status 3, one line on stderr with some words.
fails() { # words, arguments
    words=$1
    shift
    site "$@" >"$folder/out" 2>"$folder/err"
    status=$?
    [ $status = 3 ] || echo "status $status, not 3"
    [ "$(wc -l <"$folder/err")" = 1 ] || echo "not one message"
    grep -qF -e "$words" "$folder/err" || cat "$folder/err"
}

lessons=$(ls tests/course | wc -l)
there=$folder/there
mkdir "$there" "$folder/empty" "$folder/inner"
echo mine >"$there/mine.txt"
echo old >"$there/index.html"
touch "$folder/file"

echo 1..9
report "a folder that is new" "$(site "$folder/new/" 2>&1
    [ "$(ls "$folder/new" | wc -l)" = $((lessons + 1)) ] || ls -A "$folder/new"
    grep -q 'share-variable.html' "$folder/new/index.html" || echo "no link"
    [ "$(stat -c %a "$folder/new")" = 755 ] || [ "$(umask)" != 0022 ] || stat -c %a "$folder/new"
    [ "$(ls "$folder" | grep -c new)" = 1 ] || ls "$folder")"
report "one that is empty" "$(site "$folder/empty" 2>&1; diff -r "$folder/new" "$folder/empty" 2>&1)"
report "the one where one stands" "$(here=$PWD; cd "$folder/inner" && "$tfscope" --no-course --lessons "$here/tests/course" export --all . 2>&1
    diff -r "$folder/new" "$folder/inner" 2>&1)"
report "one that is not empty" "$(fails 'the folder is not empty' "$there"; [ "$(ls -A "$there" | tr '\n' ' ')" = 'index.html mine.txt ' ] || ls -A "$there"
    [ "$(cat "$there/index.html")" = old ] || echo "the index was written")"
report "unless it is forced; what is not ours stays" "$(site "$there" --force 2>&1; [ "$(cat "$there/mine.txt")" = mine ] || echo "mine.txt is gone"
    rm -f "$there/mine.txt"; diff -r "$folder/new" "$there" 2>&1)"
report "a file" "$(fails 'it is no folder' "$folder/file")"
report "a folder that is not there" "$(fails 'nowhere/site' "$folder/nowhere/site"; [ ! -e "$folder/nowhere" ] || echo "it was made")"
# A limit on the size of files fails as a full disk does.
report "what cannot be written whole is not there at all" "$(before=$(ls -A "$folder"); (
    trap '' XFSZ
    ulimit -f 10
    fails 'File too large' "$folder/full"
); [ "$before" = "$(ls -A "$folder")" ] || ls -A "$folder")"
report "in both languages, the chosen one first" "$("$tfscope" --lang zh --no-course --lessons tests/course export --all "$folder/zh" 2>&1
    grep -q '^<html lang="zh">' "$folder/zh/index.html" || echo "not in Chinese"
    grep -q '<article lang="en">' "$folder/zh/index.html" || echo "no English")"
exit $failed
