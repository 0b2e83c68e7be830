#!/bin/sh
# test_translation.sh: assets/po/zh.po says in Chinese all that the sources say, with the same placeholders.
cd "${TFSCOPE_SRCDIR:-.}" || exit 1
LC_ALL=C
export LC_ALL

for tool in xgettext msgmerge msgattrib msgfmt; do
    if ! command -v $tool >/dev/null 2>&1; then
        echo 1..1
        echo "ok 1 - nothing to check with: $tool is not installed (Debian: gettext)"
        exit 0
    fi
done

folder=$(mktemp -d) || exit 1
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
pot=$folder/tfscope.pot
merged=$folder/zh.po

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

# As "make update-po" does, but beside the tree.
update() {
    find src ui '(' -name '*.[ch]' -o -name '*.def' ')' 2>/dev/null | sort |
        xgettext --files-from=- --language=C --from-code=UTF-8 --add-location=file \
            --keyword=_ --keyword=N_ --keyword=ngettext:1,2 --keyword=CHANGE:4 --output="$pot" || return 1
    [ -s "$pot" ] || { echo "xgettext found no message in the sources" && return 1; }
    msgmerge --quiet --no-fuzzy-matching --add-location=file --output-file="$merged" \
        assets/po/zh.po "$pot"
}

# The messages of the merged file that msgattrib selects by $1, each behind the file that says it.
messages() {
    msgattrib --no-obsolete --no-wrap "$1" "$merged" | awk '
        /^#: / { file = substr($0, 4) }
        /^msgid "/ && $0 != "msgid \"\"" { print file ": " substr($0, 7) }
        /^msgid ""$/ { getline; if ($0 ~ /^"/ && $0 !~ /^"Project-Id-Version/) print file ": " $0 }'
}

echo 1..4
faults=$(update 2>&1) || faults=${faults:-"xgettext or msgmerge failed"}
report "the messages of the sources can be read and merged" "$faults"
if [ -n "$faults" ]; then
    echo "Bail out! nothing to compare"
    exit 1
fi
report "every message of the sources has a translation ('make update-po', then assets/po/zh.po)" \
    "$(messages --untranslated)"
report "no translation is marked as fuzzy" "$(messages --only-fuzzy)"
report "placeholders and line ends are the same in the translation" \
    "$(msgfmt --check --output-file=/dev/null "$merged" 2>&1 | sed "s|$folder/||")"
exit $failed
