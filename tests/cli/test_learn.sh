#!/bin/sh
# test_learn.sh: what is kept of a learner: where the course goes on, what comes back, the log; and what goes wrong there.
cd "${TFSCOPE_SRCDIR:-.}" || exit 1
tfscope=${TFSCOPE:?must name the program}
work=$(mktemp -d) || exit 1
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
unset TFSCOPE_LESSONS TFSCOPE_LOG TFSCOPE_STUDENT NO_COLOR ACCESSIBLE LANGUAGE
HOME=$work XDG_STATE_HOME=$work/state XDG_CONFIG_HOME=$work/config LC_ALL=C.UTF-8
export HOME XDG_STATE_HOME XDG_CONFIG_HOME LC_ALL
kept=$work/state/tfscope/progress.json

number=0
report() { # name, status
    number=$((number + 1))
    if [ "$2" = 0 ]; then
        echo "ok $number - $1"
    else
        echo "not ok $number - $1"
        sed 's/^/# /' "$work/said" | tail -20
    fi
}

# Commands, line by line; what it said is in $work/said.
learn() { # commands, options…
    commands=$1
    shift
    printf "$commands" | "$tfscope" --no-course --lessons tests/learn --plain "$@" >"$work/said" 2>&1
}
says() {
    grep -qF -e "$1" "$work/said"
}

learn 'q\n' && says 'Two boxes' && ! says 'going on'
report "the course begins with its first lesson" $?
learn '\n\nanswer x\nanswer v\n' && [ -f "$kept" ]
report "an answer is kept at once" $?
learn 'n\n' && says 'going on with: Two boxes' && says 'step 3 of 5' &&
    says '1 question from earlier waits. Answer it now? (y/n)'
report "the course goes on where it was, and says what came back" $?
learn 'y\nanswer v\n\n' && says 'question 1 of 1 from earlier' && says 'step 3 of 5' && says 'that was the last question'
report "what came back is asked, then one is where one was" $?
learn '' </dev/null
cp "$kept" "$work/before"
"$tfscope" --no-course --lessons tests/learn --script 'G<CR>1<CR>' two-boxes >/dev/null && cmp -s "$kept" "$work/before"
report "a script keeps nothing" $?
"$tfscope" --no-course --lessons tests/learn --script 'G<CR>1<CR>' --progress "$work/other" two-boxes >/dev/null &&
    grep -q '"sum"' "$work/other/progress.json" && cmp -s "$kept" "$work/before"
report "but in a folder that was named" $?
learn 'edit 3 with tf.variable_scope("box"):\n' --log "$work/log" two-boxes#inside && says 'passed: all goals hold' &&
    grep -q '"deed":"tried","lesson":"two-boxes","item":"inside","right":true' "$work/log"
report "an exercise is opened by its id, and the log tells how it went" $?
learn 'q\n' two-boxes#1 && says 'Exercise 1 of 1'
report "or by its number" $?
says 'this is what you wrote last time' && says '  holds  a variable is called box/v'
report "what was written there is there again" $?
learn 'reset\ny\nq\n' two-boxes#1 && learn 'q\n' two-boxes#1 && ! says 'last time'
report "until it was taken back" $?
! learn 'q\n' two-boxes#2 && says 'the lesson two-boxes has no exercise 2'
report "one that is not there is named" $?
! learn 'q\n' three-boxes#1 && says 'three-boxes#1: no such file and no such lesson'
report "as is a lesson that is not there" $?
learn 'q\n' 1#1 && says 'Exercise 1 of 1' && learn 'q\n' 01-two-boxes#inside && says 'Exercise 1 of 1' &&
    ! learn 'q\n' 0 && ! learn 'q\n' 4 && ! learn 'q\n' 99999999999999999999 && ! learn 'q\n' 01- && says 'no such lesson'
report "a lesson may be called by its number or its folder" $?
(
    TFSCOPE_LOG=$work/no/such/folder/log
    export TFSCOPE_LOG
    learn 'G\nanswer 1\n' two-boxes
) && says 'right' &&
    [ "$(grep -c 'no/such/folder' "$work/said")" = 1 ]
report "a log that cannot be written is said once, and work goes on" $?
echo '{"version":99}' >"$kept"
learn '\n\n' two-boxes && [ "$(grep -c 'newer tfscope' "$work/said")" = 1 ] && says 'Question 1 of 4' &&
    grep -q 99 "$kept"
report "progress of a newer program is left alone, and that is said once" $?
echo 'nonsense' >"$kept"
learn '\n\nanswer v\n' two-boxes && says 'could not be read' && says 'right' && [ -f "$kept.broken" ]
report "progress that cannot be read is kept beside" $?
HOME=/dev/null XDG_STATE_HOME=/dev/null learn '\n\nanswer v\n' two-boxes && says 'right' &&
    [ "$(grep -c 'progress' "$work/said")" = 1 ]
report "where nothing can be kept that is said once, and work goes on" $?
echo "1..$number"
