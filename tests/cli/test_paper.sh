#!/bin/sh
# test_paper.sh: transcripts as plain text and as Markdown: a CommonMark parser that is not ours finds in them what was
# meant: headings, lists, code, and no HTML, link, image or emphasis, whatever a program or a lesson says.
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
        echo "$2" | head -20 | cut -c1-300 | sed 's/^/# /'
        failed=1
    fi
}

parser=$(command -v cmark) || parser=
# What the parser must not find, and what it must.
parsed() { # file
    [ -n "$parser" ] || return
    cmark -t xml "$1" >"$folder/xml" || echo "it is not parsed"
    grep -nE '<(html_block|html_inline|link|image|emph|strong|block_quote|thematic_break)' "$folder/xml"
    [ "$(grep -c '<heading level="1"' "$folder/xml")" = 1 ] || echo "not one title"
    grep -q '<code_block' "$folder/xml" || echo "no code"
}

# No control character, and no line of text that is wider than a page (code is as wide as it is).
plain() { # file
    LC_ALL=C grep -n "$(printf '[\001-\010\013-\037\177]')" "$1"
    LC_ALL=C.UTF-8 awk 'length($0) > 78 && !/^    / { print FILENAME ": " length($0) " columns: " $0 }' "$1"
}

lessons=$("$tfscope" lessons --json | sed 's/{"id":/\n&/g' | sed -n 's/^{"id":"\([^"]*\)".*/\1/p')
count=0
for lesson in $lessons; do count=$((count + 1)); done
echo 1..$((2 * count + 4))
for lesson in $lessons; do
    for lang in en zh; do
        report "$lesson $lang" "$("$tfscope" --lang $lang export "$lesson" -o "$folder/a.md" --force 2>&1
            parsed "$folder/a.md"
            "$tfscope" --lang $lang export "$lesson" -o "$folder/a.txt" --force 2>&1
            [ $lang = zh ] || plain "$folder/a.txt")"
    done
done

"$tfscope" export tests/cli/hostile_paper.py -o "$folder/bad.md"
report "a hostile program" "$(parsed "$folder/bad.md"; plain "$folder/bad.md" | grep -v columns)"
"$tfscope" export tests/cli/hostile_paper.py -o "$folder/bad.txt"
report "a hostile program as text" "$(plain "$folder/bad.txt" | grep -v columns)"
report "questions come before their answers" "$("$tfscope" export three-names-name-scope -o "$folder/q.txt"
    q=$(grep -n '^Question 2$' "$folder/q.txt" | head -1 | cut -d: -f1) a=$(grep -n '^Answers$' "$folder/q.txt" | cut -d: -f1)
    [ "$q" -lt "$a" ] && sed -n "$a,\$p" "$folder/q.txt" | grep -q '`test1' || echo no)"
report "the same bytes every time" "$("$tfscope" export box-values -o "$folder/1.md"; "$tfscope" export box-values -o "$folder/2.md"; cmp "$folder/1.md" "$folder/2.md" 2>&1)"
exit $failed
