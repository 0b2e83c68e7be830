#!/bin/sh
# test_bad_input.sh: hostile or broken input gets one clear message and its exit status, in bounded time.
set -u
tfscope=${TFSCOPE:?}
work=$(mktemp -d) || exit 1
trap 'chmod -R u+rwx "$work"; rm -rf "$work"' EXIT
count=0

ok() { count=$((count + 1)); echo "ok $count - $1"; }
not_ok() { count=$((count + 1)); echo "not ok $count - $1"; sed 's/^/# /' "$work/err" | head -5; }

# expect STATUS PATTERN TITLE ARGUMENT...: runs tfscope with a time limit. Its status must be STATUS and standard error must
# have PATTERN, once; nothing may come from a sanitizer.
expect() {
    status=$1 pattern=$2 title=$3
    shift 3
    timeout 60 "$tfscope" "$@" >"$work/out" 2>"$work/err" </dev/null
    got=$?
    found=$(grep -c -e "$pattern" "$work/err")
    if [ $got -ne "$status" ]; then
        not_ok "$title (status $got, wanted $status)"
    elif [ "$found" -ne 1 ]; then
        not_ok "$title ($found messages like '$pattern')"
    elif grep -q -e 'Sanitizer' -e 'runtime error:' "$work/err"; then
        not_ok "$title (sanitizer)"
    else
        ok "$title"
    fi
}

program() { printf "$2" >"$work/$1"; }

# repeat TEXT N: TEXT N times.
repeat() { awk -v t="$1" -v n="$2" 'BEGIN { for (i = 0; i < n; i++) printf "%s", t }'; }

: >"$work/empty.py"
timeout 20 "$tfscope" run "$work/empty.py" >"$work/out" 2>"$work/err"
if [ $? -eq 0 ] && [ ! -s "$work/out" ] && [ ! -s "$work/err" ]; then ok 'an empty file is an empty program'; else not_ok 'an empty file is an empty program'; fi

expect 3 'no-such-file.py' 'a file that is not there' run "$work/no-such-file.py"
expect 3 'directory' 'a directory' run "$work"
printf 'print(1)\0print(2)\n' >"$work/nul.py"
expect 3 'NUL' 'NUL bytes' run "$work/nul.py"
printf 'print("\377\376")\n' >"$work/invalid.py"
expect 3 'UTF-8' 'invalid UTF-8' run "$work/invalid.py"
head -c 104857600 /dev/zero | tr '\0' 'x' >"$work/huge.py"
expect 3 'larger than' '100 MB in one line' run "$work/huge.py"
rm -f "$work/huge.py"
if [ "$(id -u)" -ne 0 ]; then
    program secret.py 'print(1)\n'
    chmod 000 "$work/secret.py"
    expect 3 'ermission' 'no permission' run "$work/secret.py"
fi

{ repeat '(' 100000; repeat ')' 100000; } >"$work/brackets.py"
expect 4 'error:' '100,000 nested brackets' run "$work/brackets.py"
{ repeat '[' 100000; } >"$work/open.py"
expect 4 'error:' '100,000 open brackets' run "$work/open.py"
awk 'BEGIN { for (i = 0; i < 2000; i++) { printf "%*sif 1:\n", i, "" }; printf "%*spass\n", 2000, "" }' >"$work/blocks.py"
expect 4 'error:' 'blocks nested too deeply' run "$work/blocks.py"
awk 'BEGIN { for (i = 0; i < 100000; i++) printf "if 1: " ; print "pass" }' >"$work/ifs.py"
expect 4 'error:' '100,000 blocks in one line' run "$work/ifs.py"
{ printf 'x = 1'; repeat ' + 1' 100000; echo; echo 'print(x)'; } >"$work/sum.py"
timeout 60 "$tfscope" run "$work/sum.py" >"$work/out" 2>"$work/err"
got=$?
if { [ $got -eq 0 ] && grep -q '^100001$' "$work/out"; } || { [ $got -eq 4 ] && grep -q 'error:' "$work/err"; }; then
    ok 'a sum of 100,001 terms'
else
    not_ok 'a sum of 100,001 terms'
fi

program recursion.py 'def f(n):\n    return f(n + 1)\nf(0)\n'
expect 1 '^RecursionError: maximum recursion depth exceeded' 'endless recursion' run "$work/recursion.py"
program repr.py 'class C:\n    def __repr__(self):\n        return repr(self)\nprint(C())\n'
expect 1 '^RecursionError' 'endless recursion through repr' run "$work/repr.py"
program loop.py 'while True:\n    pass\n'
expect 5 '--max-steps' 'an endless loop' run --max-steps 1000000 "$work/loop.py"
expect 5 '--max-steps' 'an endless loop under the default budget' run "$work/loop.py"
# A round is seven nodes or so, and a step of the budget is the work of two or three.
program rounds.py 'import tensorflow as tf\ni = tf.while_loop(lambda i: i < 1000, lambda i: i + 1, [0])\nprint(tf.Session().run(i))\n'
expect 5 '--max-steps' 'a loop of the graph uses up steps' run --max-steps 1500 "$work/rounds.py"
if [ "$("$tfscope" run --max-steps 10000 "$work/rounds.py")" = 1000 ]; then
    ok 'and ends within enough of them'
else
    not_ok 'and ends within enough of them'
fi
program list.py 'x = [0] * 10**9\n'
expect 5 '--max-memory' 'a list of 10^9 elements' run "$work/list.py"
program grow.py 'x = []\nwhile True:\n    x.append(x)\n'
expect 5 '--max-' 'a list that grows for ever' run --max-memory 200M "$work/grow.py"
program string.py "x = 'a' * 10**10\n"
expect 5 '--max-memory' 'a string of 10^10 letters' run "$work/string.py"
program print.py "while True:\n    print('x' * 1000)\n"
expect 5 '--max-output' 'endless output' run "$work/print.py"
program tensor.py 'import tensorflow as tf\nx = tf.zeros([100000, 100000])\nprint(tf.Session().run(x))\n'
expect 5 '--max-tensor' 'a tensor of 10^10 elements' run "$work/tensor.py"
{ printf 'import tensorflow as tf\nx = tf.constant(1, name="'; repeat a 1000000; printf '")\nprint(len(x.name))\n'; } >"$work/name.py"
timeout 60 "$tfscope" run "$work/name.py" >"$work/out" 2>"$work/err"
if [ $? -eq 0 ] && grep -q '^1000002$' "$work/out"; then ok 'a name of a million letters'; else not_ok 'a name of a million letters'; fi
{ repeat a 1000000; echo ' = 1'; } >"$work/identifier.py"
timeout 60 "$tfscope" run "$work/identifier.py" >"$work/out" 2>"$work/err"
if [ $? -eq 0 ]; then ok 'an identifier of a million letters'; else not_ok 'an identifier of a million letters'; fi

program sum_eval.py "eval('1' + '+1' * 100000)\n"
expect 1 '^RecursionError: maximum recursion depth exceeded' 'eval() of a sum of 100,001 terms' run "$work/sum_eval.py"
program dots_eval.py "x = 1\neval('x' + '.real' * 100000)\n"
expect 1 '^RecursionError: maximum recursion depth exceeded' 'eval() of 100,000 attributes' run "$work/dots_eval.py"
program sum_small.py "import sys\nsys.exit(eval('+'.join(['1'] * 1000)) != 1000)\n"
timeout 60 "$tfscope" run "$work/sum_small.py" >"$work/out" 2>"$work/err"
if [ $? -eq 0 ]; then ok 'eval() of a sum of 1,000 terms'; else not_ok 'eval() of a sum of 1,000 terms'; fi
program classinfo.py 'c = ()\nfor i in range(100000):\n    c = (c,)\nisinstance(1, c)\n'
expect 1 '^RecursionError: maximum recursion depth exceeded in __instancecheck__' 'a deep tuple of types' run "$work/classinfo.py"
program bases.py "bases = tuple(type('A%%d' %% i, (), {}) for i in range(20000))\ntype('X', bases, {})\n"
expect 5 '--max-steps' 'a class of 20,000 bases' run "$work/bases.py"
program vectorize.py 'import numpy as np\nnp.vectorize(lambda x: 1 / 0)([1])\n'
expect 1 '^ZeroDivisionError' 'a vectorized function that raises' run "$work/vectorize.py"
tf='import tensorflow as tf\ns = tf.Session()\n'
program fetch.py "${tf}x = tf.constant(1)\nfor i in range(100000):\n    x = [x]\ns.run(x)\n"
expect 1 '^RecursionError' 'fetches nested 100,000 deep' run "$work/fetch.py"
program grad.py "${tf}tf.gradients('x', tf.constant(1.0))\n"
expect 1 '^TypeError: Expected string, got 1' 'the gradient of a string' run "$work/grad.py"
program stride.py "${tf}tf.nn.conv2d(tf.zeros([1, 2, 2, 1]), tf.zeros([1, 1, 1, 1]), [1, 0, 0, 1], 'SAME')\n"
expect 1 '^ValueError: Stride must be > 0, but got 0' 'a convolution without stride' run "$work/stride.py"
program pool.py "${tf}s.run(tf.nn.max_pool(tf.zeros([1, 2, 2, 1]), [1, 10**9, 10**9, 1], [1, 1, 1, 1], 'SAME'))\n"
timeout 60 "$tfscope" run "$work/pool.py" >"$work/out" 2>"$work/err"
if [ $? -eq 0 ]; then ok 'a window far larger than its image'; else not_ok 'a window far larger than its image'; fi

program stitch.py "${tf}s.run(tf.dynamic_stitch([[-1]], [[1]]))\n"
expect 1 'InvalidArgumentError: indices.0. is out of range' 'a negative place to stitch to' run "$work/stitch.py"
program reshape.py 'import numpy as np\nnp.zeros(0).reshape(2**32, 2**32)\n'
expect 1 '^ValueError: cannot reshape array of size 0' 'a shape whose product is 2^64' run "$work/reshape.py"
program far.py "import collections, sys\nimport numpy as np\nd = collections.deque([1, 2, 3])\nd.rotate(-2**63)\nr = [list(d), np.roll([1, 2, 3], -2**63).tolist(), np.eye(2, k=2**63-1).tolist(), np.arange(-2**63, 2**63-1, 2**62).tolist()]\nsys.exit(r != [[3, 1, 2], [3, 1, 2], [[0, 0], [0, 0]], [-2**63, -2**62, 0, 2**62]])\n"
timeout 60 "$tfscope" run "$work/far.py" >"$work/out" 2>"$work/err"
if [ $? -eq 0 ] && [ ! -s "$work/err" ]; then ok 'distances of 2^63'; else not_ok 'distances of 2^63'; fi

program hello.py 'print("hello")\n'
timeout 20 "$tfscope" run "$work/hello.py" >/dev/full 2>"$work/err"
if [ $? -eq 3 ] && [ "$(wc -l <"$work/err")" -eq 1 ]; then ok 'a full disk'; else not_ok 'a full disk'; fi
# What was written before something else failed, or was said, is remembered with its reason.
program both.py 'import sys\nprint("out")\nsys.stderr.write("err\\n")\n1 / 0\n'
timeout 20 "$tfscope" run "$work/both.py" >/dev/full 2>"$work/err"
if grep -q 'cannot write the output: No space left' "$work/err"; then ok 'why a disk is full'; else not_ok 'why a disk is full'; fi
expect 2 'no such command' 'an unknown command' frobnicate x
expect 2 'wrong number' 'a command without its file' run
expect 2 'wrong number' 'three programs' "$work/hello.py" "$work/hello.py" "$work/hello.py"
expect 2 'wrong value' 'a wrong value' run --python 4 "$work/hello.py"
expect 2 '1.99' 'an unknown version' run --tf 1.99 "$work/hello.py"
expect 3 'no such file' 'neither file nor lesson' "$work/nothing"
expect 2 'no step' 'a step that is not there' tree --at 99 "$work/hello.py"
expect 6 'is called' 'a name that is not there' explain "$work/hello.py" nothing
program api.py 'import tensorflow as tf\nprint(1)\ntf.ReaderBase(1, 2, 3)\n'
expect 4 'ReaderBase.* not modelled' 'an API that is not modelled' run "$work/api.py"
program module.py 'import socket\nsocket.socket()\n'
expect 4 'socket.* not modelled' 'a module that is not modelled' run "$work/module.py"
program many.py 'x = (1,\ny = 2\nfor i in range(3)\n    print i\n'
timeout 20 "$tfscope" run "$work/many.py" >"$work/out" 2>"$work/err"
if [ $? -eq 4 ] && [ ! -s "$work/out" ]; then ok 'several faults, none of it runs'; else not_ok 'several faults, none of it runs'; fi
printf 'print("a\\x1b[31mred\\x07")\nraise ValueError("\\x1b]0;title\\x07")\n' >"$work/escape.py"
if script -qec "$tfscope run $work/escape.py" /dev/null 2>/dev/null </dev/null | grep -q "$(printf '\033')"; then
    not_ok 'no escape sequence reaches a terminal'
else
    ok 'no escape sequence reaches a terminal'
fi
echo "1..$count"
