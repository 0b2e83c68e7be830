#!/bin/sh
# test_lessons.sh: lessons check, lessons new, packs of several folders; and the worked example of docs/LESSONS.md.
set -u
tfscope=${TFSCOPE:?}
source=${TFSCOPE_SRCDIR:-.}
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
HOME=$work LC_ALL=C.UTF-8
export HOME LC_ALL
unset TFSCOPE_LESSONS
count=0

report() { # STATUS-OF-TEST TITLE
    count=$((count + 1))
    if [ "$1" -eq 0 ]; then
        echo "ok $count - $2"
    else
        echo "not ok $count - $2"
        head -5 "$work/out" "$work/err" | sed 's/^/# /'
    fi
}

# run STATUS TITLE ARGUMENT...: its status must be STATUS, and a line of what it says must have $wanted.
run() {
    status=$1 title=$2
    shift 2
    timeout 60 "$tfscope" "$@" >"$work/out" 2>"$work/err" </dev/null
    [ $? -eq "$status" ] && cat "$work/out" "$work/err" | grep -qF -e "$wanted"
    report $? "$title"
}

# change FILE FROM TO: in a new copy of the lesson; sed's words.
change() {
    rm -rf "$work/one"
    cp -R "$work/my-lesson" "$work/one"
    [ $# -eq 0 ] || sed "s/$2/$3/" "$work/my-lesson/$1" >"$work/one/$1"
}

# The files of the example: a name in backticks on a line of its own, then a block of four blanks.
example() { # DIR
    mkdir "$1" && awk -v dir="$1" '
        /^`[a-z.]*`$/ { file = dir "/" substr($0, 2, length($0) - 2); begun = 0; next }
        file && /^    / { for (; begun && blank; blank--) print "" > file; print substr($0, 5) > file; begun = 1; blank = 0; next }
        file && /^$/ { blank++; next }
        { file = ""; blank = 0 }' "$source/docs/LESSONS.md"
}

example "$work/example"
wanted='faults: 0'
run 0 'the worked example of the manual passes' lessons check "$work/example"
wanted='a_1/x:0'
run 0 'it prints what it says' run "$work/example/program.py"
wanted='is a lesson'
run 0 'a new lesson is made' lessons new "$work/my-lesson"
wanted='lessons: 1, faults: 0'
run 0 'it passes the check' lessons check "$work/my-lesson"
wanted='"id": "my-lesson"'
cp "$work/my-lesson/lesson.json" "$work/out"
grep -qF "$wanted" "$work/out"
report $? 'it is called as its folder'
wanted='exists'
run 3 'what exists is not touched' lessons new "$work/my-lesson"
mkdir "$work/empty"
run 3 'an empty folder is not touched either' lessons new "$work/empty"
wanted='is a lesson'
run 0 'the folders above it are made' lessons new "$work/new/pack/01-x"
wanted='cannot write'
run 3 'a folder that cannot be made is said' lessons new "$work/example/program.py/x"
[ -z "$(find "$work" -name '.tfscope*')" ]
report $? 'nothing is left of what failed'
wanted='wrong number of arguments'
run 2 'new wants a folder' lessons new
wanted='no such command of lessons'
run 2 'what lessons do not know' lessons chekc

change
wanted='my-lesson                          A second visit'
run 0 'it stands in the list' --lessons "$work/my-lesson" lessons
TFSCOPE_LESSONS=$work/empty:$work/my-lesson
export TFSCOPE_LESSONS
run 0 'TFSCOPE_LESSONS names folders' lessons
wanted='empty: there is no lesson in this folder'
run 0 'one of them has none, which is said' lessons
unset TFSCOPE_LESSONS
wanted='no such folder'
run 3 'a folder that is not there' lessons check "$work/my-lesson" "$work/gone"
wanted='first-name'
run 0 'the course goes on beside a lesson with a fault' --lessons "$work/gone" lessons

wanted='gone: there is no such folder'
printf 'lessons\n' >"$work/keys"
timeout 60 "$tfscope" --plain --lessons "$work/gone" "$work/example/program.py" <"$work/keys" >"$work/out" 2>"$work/err"
cat "$work/out" "$work/err" | grep -qF "$wanted"
report $? 'the explorer says it, too, where lessons are listed'

change lesson.json '"deed",' '"deeds",'
wanted='lesson.json: line 68, questions[1].kind: nobody knows "deeds"'
run 6 'a word that nobody knows' lessons check "$work/one"
change lesson.json '"order"' '"oder"'
wanted='lesson.json: line 3, oder: nobody knows this key'
run 6 'a key that nobody knows' lessons check "$work/one"
change lesson.json '"id": "deed"' '"id": "name"'
wanted='questions[1].id: another question'
run 6 'an id that is there twice' lessons check "$work/one"
change text.en.md 'variable box.w' 'variable box\/v'
wanted='text.zh.md: section 2 is about "variable box/w"'
run 6 'sections that differ' lessons check "$work/one"
sed 's/variable box.w/variable box\/v/' "$work/my-lesson/text.zh.md" >"$work/one/text.zh.md"
wanted='text.en.md: line 9: the moment "variable box/v" does not come in the run'
run 6 'a moment that does not come' lessons check "$work/one"
change text.en.md 'So the variable is `box.w`' 'So the variable is `box\/v`'
wanted='text.en.md: line 11: "box/v" is stated, but nothing shows it'
run 6 'a wrong name in the prose' lessons check "$work/one"
change text.zh.md '`box_1.total:0`' 'box\/sum:0'
wanted='text.zh.md: line 23: "box/sum:0" is stated, but nothing shows it'
run 6 'a wrong name without backticks' lessons check "$work/one"
change lesson.json '"says": "True"' '"says": "False"'
wanted='claims[0]: it does not hold; found: True'
run 6 'a claim that does not hold' lessons check "$work/one"
change lesson.json '"says": "box.total:0"' '"says": "box_1\/total:0"'
wanted='claims[1]: it holds, but is called wrong'
run 6 'a claim that holds, but is called wrong' lessons check "$work/one"
change lesson.json '"says": "created"' '"says": "reused"'
wanted='questions[1].wrong[0]: this answer is right'
run 6 'an expected answer that is right' lessons check "$work/one"
change lesson.json '"says": "total"' '"says": "box_1\/total"'
wanted='questions[3].choices[2]: it holds, but is called wrong'
run 6 'a choice that states something true, but is not right' lessons check "$work/one"
change lesson.json '"at": "output 2"' '"at": "output 9"'
wanted='questions[3].at: the moment does not come in the run'
run 6 'a question that is never asked' lessons check "$work/one"
change lesson.json '"says": "layer.w"' '"says": "layer\/v"'
wanted='exercises[0].goals[2]: the solution does not reach it; found: no such variable'
run 6 'a goal that the solution does not reach' lessons check "$work/one"
change lesson.json 'fix.py' 'fix.solution.py'
wanted='exercises[0]: the starting point reaches all goals already'
run 6 'a starting point without a task' lessons check "$work/one"
change lesson.json '"kind": "variables"' '"kind": "no_error"'
sed 's/"kind": "shares"/"kind": "no_error"/' "$work/one/lesson.json" >"$work/two" && mv "$work/two" "$work/one/lesson.json"
wanted='exercises[0].goals: a program that does nothing reaches them'
run 6 'goals that nothing reaches' lessons check "$work/one"
change lesson.json '"order"' '"requires": ["gone"], "order"'
wanted='requires[0]: there is no lesson "gone"'
run 6 'a lesson that is required and is not there' lessons check "$work/one"
change lesson.json '"order"' '"requires": ["first-name"], "order"'
wanted='faults: 0'
run 0 'lessons of the course may be required' lessons check "$work/one"
change
printf 'while True:\n    pass\n' >"$work/one/program.py"
wanted='program.py: line 2: the program does not end'
run 6 'a program without an end' lessons check "$work/one"
wanted='faults: 1'
run 6 'is one fault, not one of each thing that does not come' lessons check "$work/one"
wanted='the program of the lesson my-lesson under TensorFlow 1.4:'
run 6 'verify says whose program it is' --no-course --lessons "$work/one" verify
wanted='my-lesson (TensorFlow 1.4): '
run 6 'and names no document where there is none' --no-course --lessons "$work/one" verify
printf 'import tensorflow as tf\nx = = 1\n' >"$work/one/program.py"
wanted='program.py: line 2: '
run 6 'a program that is not accepted' lessons check "$work/one"
change lesson.json '"tf": "1.4"' '"tf": "1.77"'
wanted='there is no release 1.77'
run 6 'a release that does not exist' lessons check "$work/one"
wanted='"place":"'
run 6 'faults as JSON' lessons check "$work/one" --json
rm "$work/one/text.zh.md"
mkfifo "$work/one/text.zh.md"
wanted='text.zh.md: it is a device or a pipe'
run 6 'nobody waits for a pipe' lessons check "$work/one"
wanted='它是设备或管道'
run 6 'faults are told in Chinese' --lang zh lessons check "$work/one"
mkfifo "$work/anna.jsonl"
wanted='anna.jsonl: it is a device or a pipe'
run 3 'a report does not wait for a pipe either' lessons report "$work/anna.jsonl"
wanted='lines: 0'
run 0 'but reads what it was given to read' lessons report -
echo "1..$count"
