#!/bin/sh
# test_trace.sh: traces as JSON: what --json writes is what docs/trace.schema.json says, by a validator that is not
# ours; and the commands say the same of a trace that was read as of the program.
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

validate() {
    /usr/bin/python3 - docs/trace.schema.json "$1" 2>&1 <<'PYTHON'
import json, sys
try:
    import jsonschema
except ImportError:
    sys.exit(0)  # nothing to check with
schema = json.load(open(sys.argv[1]))
trace = json.load(open(sys.argv[2]))
for error in list(jsonschema.Draft202012Validator(schema).iter_errors(trace))[:5]:
    print("/".join(map(str, error.absolute_path)), error.message[:200])
PYTHON
}

same() { # what is compared: a command with its options; the program's name is none of it
    "$tfscope" "$@" "$program" >"$folder/one" 2>&1
    one=$?
    "$tfscope" "$@" "$folder/trace.json" >"$folder/two" 2>&1
    [ $? = $one ] || echo "$*: another status"
    for text in one two; do # while it runs a program is told of stand-ins
        grep -v 'is a stand-in:' "$folder/$text" >"$folder/$text.kept"
    done
    diff "$folder/one.kept" "$folder/two.kept"
}

programs="lessons/24-share-variable/program.py lessons/15-box-values/program.py tests/course/06-reuse-five-cases/program.py
tests/course/19-same-name-get-variable/program.py tests/cli/training.py tests/cli/scopes.py tests/import/two.py
tests/programs/adversarial_nets.py"
count=0
for program in $programs; do count=$((count + 1)); done
echo 1..$((3 * count + 4))
for program in $programs; do
    "$tfscope" trace --json "$program" >"$folder/trace.json" 2>/dev/null
    report "$program: the schema" "$(validate "$folder/trace.json")"
    report "$program: the commands" "$(same run; same names --json; same tree --all; same trace)"
    "$tfscope" trace --json "$folder/trace.json" >"$folder/again.json" 2>/dev/null
    report "$program: the same bytes" "$(cmp "$folder/trace.json" "$folder/again.json" 2>&1)"
done

# A validator that finds nothing wrong with anything would be none.
if [ -n "$(/usr/bin/python3 -c 'import jsonschema' 2>&1)" ]; then
    report "the validator is not installed" ""
else
    echo '{"format":"tfscope-trace","version":2,"steps":["x"]}' >"$folder/bad.json"
    report "the validator finds faults" "$([ -n "$(validate "$folder/bad.json")" ] || echo none)"
fi
echo '{"format":"tfscope-trace","version":1}' >"$folder/old.json"
report "another version is refused" "$("$tfscope" tree "$folder/old.json" 2>&1 | grep -q 'another version' || echo it was not)"
"$tfscope" trace --json lessons/24-share-variable/program.py >"$folder/trace.json"
head -c 500 "$folder/trace.json" >"$folder/cut.json"
"$tfscope" tree "$folder/cut.json" >/dev/null 2>"$folder/message"
report "a trace that was cut is refused, with status 4" "$([ $? = 4 ] && grep -q cut.json "$folder/message" || cat "$folder/message")"
report "open: the same screen" "$("$tfscope" --script G lessons/24-share-variable/program.py >"$folder/one"
    "$tfscope" open --script G "$folder/trace.json" >"$folder/two"; diff "$folder/one" "$folder/two")"
exit $failed
