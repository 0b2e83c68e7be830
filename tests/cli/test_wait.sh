#!/bin/sh
# test_wait.sh: a run that takes long: what it prints comes as it is printed, Ctrl-C keeps what is there, --stats says how
# much it did. How far it is, on a terminal, is tried by tests/ui/test_tmux.sh.
tfscope=${TFSCOPE:?must name the program}
folder=$(mktemp -d) || exit 1
trap 'rm -rf "$folder"' EXIT
LC_ALL=C
export LC_ALL
unset LANGUAGE

number=0
failed=0
check() { # name, then a command that succeeds
    number=$((number + 1))
    name=$1
    shift
    if "$@"; then
        echo "ok $number - $name"
    else
        echo "not ok $number - $name"
        sed 's/^/# /' "$folder/out" "$folder/err"
        failed=1
    fi
}

# Waits at most half a minute.
wait_for() {
    tries=0
    until "$@"; do
        tries=$((tries + 1))
        [ $tries -lt 600 ] || return 1
        sleep 0.05
    done
}

# Starts an endless program with the default answer to SIGINT, which a shell takes from what it puts into the background.
cat >"$folder/endless.py" <<'END'
print("begun")
n = 0
while True:
    n += 1
END
start() { # options
    # shellcheck disable=SC2086 # options are words
    env --default-signal=INT "$tfscope" $1 --max-steps 100000000000 --max-memory 64G "$folder/endless.py" \
        >"$folder/out" 2>"$folder/err" &
    pid=$!
}
status() {
    wait "$pid"
    [ $? -eq "$1" ]
}

echo 1..11
start 'run --stats'
check 'what it prints comes while it runs' wait_for grep -q '^begun$' "$folder/out"
kill -INT "$pid"
check 'Ctrl-C ends it as the signal does' status 130
check 'and says so' grep -q '^tfscope: the program was interrupted; what it did so far is there$' "$folder/err"
check 'how much it did is told' grep -qE '^tfscope: steps: [0-9,]+, nodes: 0, variables: 0, session runs: 0, memory: ' "$folder/err"

start 'run --json'
sleep 1
kill -INT "$pid"
check 'the result as JSON is whole' status 130
check 'and has what was printed' grep -q '"stdout":"begun' "$folder/out"

cat >"$folder/loop.py" <<'END'
import tensorflow as tf
w = tf.get_variable("w", [2])
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(1200):
        pass
END
"$tfscope" run --stats "$folder/loop.py" >"$folder/out" 2>"$folder/err"
# Lines: import, w, with, run, then 1201 looks at the range (the last finds it empty) and 1200 times pass.
check 'steps, nodes, variables and session runs are counted' \
    grep -qE '^tfscope: steps: 2,405, nodes: [0-9]+, variables: 1, session runs: 1, memory: [0-9.]+ MB$' "$folder/err"
nodes=$("$tfscope" run --json "$folder/loop.py" | grep -o '"op":' | wc -l)
check 'nodes are those of the graph' grep -q "nodes: $nodes," "$folder/err"
"$tfscope" run "$folder/loop.py" >"$folder/out" 2>"$folder/err"
check 'without --stats nothing is told' test ! -s "$folder/err"

# A million floats get 200 values, 4 MB each: they fit because older contents give way. What the program has fetched
# stays: 1 more each time from 0, so fetch k is k + 1.
cat >"$folder/large.py" <<'END'
import tensorflow as tf
v = tf.Variable(tf.zeros([1000, 1000]))
more = v.assign_add(tf.ones([1000, 1000]))
kept = []
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(200):
        if i < 3:
            kept.append(sess.run(more))
        else:
            sess.run(more.op)
    last = sess.run(v[999, 999])
print([k[0, 0] for k in kept], [k[999, 999] for k in kept], last)
END
"$tfscope" run --max-memory 64M "$folder/large.py" >"$folder/out" 2>"$folder/err"
check 'a large variable may have many values' test $? -eq 0
check 'and what was fetched of it stays' grep -qFx '[1.0, 2.0, 3.0] [1.0, 2.0, 3.0] 200.0' "$folder/out"
exit $failed
