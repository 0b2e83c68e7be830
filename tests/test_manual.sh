#!/bin/sh
# test_manual.sh: the manual page and the completions know every command, option, action and key: what stands in
# the tables that the program itself is made from.
cd "${TFSCOPE_SRCDIR:-.}" || exit 1
manual=assets/tfscope.1
completion=assets/completions/tfscope.bash

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

# The manual page without its escapes.
plain=$(sed -e 's/\\-/-/g' -e 's/\\f[IBRP]//g' -e "s/\\\\(aq/'/g" -e 's/\\(dq/"/g' -e 's/\\(ti/~/g' \
    -e 's/\\(ha/^/g' -e 's/\\e/\\/g' "$manual")

names_of() { # FILE MACRO: the first string of each row
    sed -n "s/^$2([A-Za-z_]*,* *\"\([^\"]*\)\".*/\1/p" "$1"
}

missing_options() { # TEXT
    names_of src/cli/option.def OPTION | while read -r name; do
        echo "$1" | grep -qE -e "--$name([^a-z-]|\$)" || echo "--$name is missing"
    done
}

missing_commands() { # TEXT PATTERN-AROUND
    names_of src/cli/command.def COMMAND | while read -r name; do
        echo "$1" | grep -qE "$2$name([^a-z]|\$)" || echo "the command $name is missing"
    done
}

missing_lessons() { # TEXT PATTERN-AROUND
    names_of src/cli/lessons.def LESSONS | while read -r name; do
        echo "$1" | grep -qE "$2$name([^a-z]|\$)" || echo "the command lessons $name is missing"
    done
}

# What the manual page must say of each action: a line for keys, name and argument, and one for the sentence.
actions() {
    awk '
        function label(key) {
            if (key == "<Space>") return "Space"
            if (key == "<BS>") return "Backspace"
            if (key == "<CR>") return "Enter"
            if (key == "<S-Tab>") return "Shift-Tab"
            if (key == "<lt>") return "<"
            if (key ~ /^<C-.>$/) return "Ctrl-" toupper(substr(key, 4, 1))
            if (key ~ /^<A-.>$/) return "Alt-" substr(key, 4, 1)
            if (key ~ /^.?<[A-Za-z]+>$/) {
                before = substr(key, 1, index(key, "<") - 1)
                return (before ? before " " : "") substr(key, length(before) + 2, length(key) - length(before) - 2)
            }
            return key
        }
        /^ACTION\(/ {
            # Strings of the row: name, keys, argument, sentence; NULL is none.
            rest = $0
            sub(/^ACTION\([A-Z0-9_]+, /, "", rest)
            n = 0
            while (match(rest, /^(NULL|N_\("([^"\\]|\\.)*"\)|"([^"\\]|\\.)*")(, |\)$)/)) {
                item = substr(rest, 1, RLENGTH)
                rest = substr(rest, RLENGTH + 1)
                sub(/(, |\))$/, "", item)
                sub(/^N_\(/, "", item)
                sub(/\)$/, "", item)
                if (item == "NULL") item = ""
                else item = substr(item, 2, length(item) - 2)
                gsub(/\\\\/, "\\", item)
                gsub(/\\"/, "\"", item)
                part[++n] = item
            }
            keys = ""
            count = split(part[2], key, " ")
            for (i = 1; i <= count; i++) keys = keys (i > 1 ? "  " : "") label(key[i])
            if (part[1] == "pane") keys = "Alt-1 ... Alt-7"
            argument = part[3] ? " " part[3] : ""
            if (keys) print "\"" keys "\" \"   (:" part[1] argument ")\""
            else print "\":" part[1] "\"" (part[3] ? " \"" argument "\"" : "")
            print toupper(substr(part[4], 1, 1)) substr(part[4], 2) "."
        }' ui/action.def
}

missing_actions() {
    actions | while IFS= read -r line; do
        echo "$plain" | grep -qF -e "$line" || echo "the manual page lacks: $line"
    done
}

list=$(sed -n 's/.*local commands="\(.*\)"/ \1 /p' "$completion")
echo 1..7
report "the manual page has every option" "$(missing_options "$plain")"
report "the manual page has every command" "$(missing_commands "$plain" '^\.(BI?|BR) "?')"
report "the manual page has every action with its keys" "$(missing_actions)"
report "the completion has every option" "$(missing_options "$(cat "$completion")")"
report "the completion has every command" "$(missing_commands "$list" ' ')"
report "the manual page has all that lessons does" "$(missing_lessons "$plain" '^\.(BI?|BR) "lessons ')"
report "the completion has all that lessons does" "$(missing_lessons "$(grep lessons -A2 "$completion")" '[" ]')"
exit $failed
