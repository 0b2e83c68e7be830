#!/bin/sh
# test_long_programs.sh: whole programs of tests/programs, with classes, flags and training loops: each ends within the
# usual budget, prints NAME.out in three releases, and --stats counts the variables and session runs that it must have.
set -u
folder=$(mktemp -d) || exit 1
trap 'rm -rf "$folder"' EXIT
tfscope=$TFSCOPE
programs=$TFSCOPE_SRCDIR/tests/programs
n=0
check() { # TEXT COMMAND...
    n=$((n + 1))
    text=$1
    shift
    if "$@"; then
        echo "ok $n - $text"
    else
        echo "not ok $n - $text"
        cat "$folder/err"
    fi
}
run() { # NAME VARIABLES SESSION-RUNS
    for release in 1.0 1.4 1.15; do
        "$tfscope" run --tf "$release" --stats "$programs/$1.py" >"$folder/out" 2>"$folder/err"
        check "$1 ends well under $release" test $? -eq 0
        check "$1 prints what it should under $release" diff "$programs/$1.out" "$folder/out"
        check "$1 has its variables and session runs under $release" \
            grep -qE "nodes: [0-9,]+, variables: $2, session runs: $3," "$folder/err"
    done
}

echo 1..36
# Two nets with 8 + 10 trained variables and 3 times 2 averages; Adam adds two each and two powers a net. Runs: the
# initializer, 2 epochs of 4 times 2 steps and 2 losses, the picture at the end.
run adversarial_nets 64 22
# 7 variables and the rate, 14 and 2 of Adam, 7 in the second graph. Runs: the initializer, 8 epochs with a rate, a state
# and 12 batches, the saver twice, a state and 23 letters.
run characters 31 139
# Two nets of 4 variables; RMSProp adds two for each of one net's. How often the agent asks its net is left to chance.
run deep_q_network 16 '[0-9]+'
# 3 variables twice and the counter of epochs. How often a queue runner runs is left to chance.
run queue_training 7 '[0-9]+'
