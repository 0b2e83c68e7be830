#!/bin/sh
# test_script.sh: the explorer without a terminal: scripts of keys, forms of dumps, and what is wrong with them.
set -u
tfscope=${TFSCOPE:?}
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
unset NO_COLOR ACCESSIBLE EDITOR VISUAL
HOME=$work XDG_STATE_HOME=$work/state XDG_CONFIG_HOME=$work/config LC_ALL=C.UTF-8
export HOME XDG_STATE_HOME XDG_CONFIG_HOME LC_ALL
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

# play STATUS TITLE ARGUMENT...: its status must be STATUS, and lines of the screens, or of the complaint, must have $wanted.
play() {
    status=$1 title=$2
    shift 2
    timeout 60 "$tfscope" "$@" >"$work/out" 2>"$work/err" </dev/null
    [ $? -eq "$status" ] && cat "$work/out" "$work/err" | grep -qF -e "$wanted"
    report $? "$title"
}

cat >"$work/box.py" <<'END'
import tensorflow as tf
with tf.variable_scope('box'):
    a = tf.get_variable('a', [2])
print(a.name)
END
printf '# a comment\n]]\nG\n' >"$work/keys"

wanted='== start (step 0/4)' play 0 'the start is a screen' --script '' "$work/box.py"
wanted='== G (step 4/4)' play 0 'each group of keys is one' --script '] G' "$work/box.py"
wanted='== ]] (step ' play 0 'a script in a file' --script "@$work/keys" "$work/box.py"
[ "$(grep -c '^== ' "$work/out")" = 3 ]
report $? 'comments of a file are not typed'
"$tfscope" --script "$(printf 'G\033[31m\377')" "$work/box.py" >"$work/out" 2>"$work/err" && ! grep -q "$(printf '\033')" "$work/out" && iconv -f UTF-8 "$work/out" >/dev/null
report $? 'keys that are garbage are written safely'
wanted='+[ Program ]' play 0 'ASCII drawing' --ascii --script '' "$work/box.py"
wanted='~b' play 0 'looks below each line' --dump=looks --script '' "$work/box.py"
wanted='</svg>' play 0 'a picture of the last screen' --dump=svg --script 'G' "$work/box.py"
[ "$(grep -c '</svg>' "$work/out")" = 1 ]
report $? 'a picture is one'
wanted='too small: needs 16 columns and 4 rows' play 0 'a small screen' --size 40x3 --script '<Space>' "$work/box.py"
wanted='step 2/4' play 0 'a step to begin at' --at 2 --script '' "$work/box.py"
wanted='TF 1.0' play 0 'a release' --tf 1.0 --script '' "$work/box.py"
printf 'import tensorflow as tf\nx = (\n' >"$work/open.py"
wanted='not accepted' play 0 'a text that is not accepted is a state of the screen' --script '<Space>' "$work/open.py"
printf 'while True: pass\n' >"$work/loop.py"
wanted='stopped' play 0 'so is a budget' --max-steps 100 --script 'G' "$work/loop.py"
printf 'raise ValueError("no")\n' >"$work/raise.py"
wanted='error' play 0 'so is an error' --script 'G' "$work/raise.py"
wanted='cannot read' play 0 'so is a program that vanished' --script ':open<Space>/nowhere.py<CR>' "$work/box.py"
timeout 60 "$tfscope" --script '' - <"$work/box.py" >"$work/out" 2>"$work/err" && grep -q 'step 0/4' "$work/out"
report $? 'a program from standard input'

wanted='needs $EDITOR' play 0 'no editor is started in a script unasked' --script 'ge' "$work/box.py"
EDITOR='sed -i s/box/chest/' VISUAL= wanted='chest/' play 0 'one that is named is' --script 'ge G' "$work/box.py"
EDITOR=false VISUAL= wanted='! ' play 0 'an editor that fails is a sentence' --script 'ge' "$work/box.py"
grep -q box "$work/box.py"
report $? 'the file itself stays'

printf 'quit J\n' >"$work/my-keys"
wanted='== <Space> (step 1/4)' play 0 'a file of keys' --keys "$work/my-keys" --script '<Space> J <Space>' "$work/box.py"
[ "$(grep -c '^== ' "$work/out")" = 2 ]
report $? 'its keys do what it says'
mkdir -p "$work/config/tfscope" && printf 'step J\n' >"$work/config/tfscope/keys"
wanted='== J (step 0/4)' play 0 "the user's own keys do not change a script" --script 'J' "$work/box.py"
wanted='no-keys' play 3 'a file of keys that is not there' --keys "$work/no-keys" --script '' "$work/box.py"
wanted='<Hyper>' play 2 'a key that does not exist' --script '<Hyper>' "$work/box.py"
wanted='no-script' play 3 'a script that is not there' --script "@$work/no-script" "$work/box.py"
for option in --size=80 --size=0x5 --size=80x24x --size=99999x9 --theme=pink --color=perhaps --dump=gif --dump=; do
    wanted='wrong value' play 2 "$option is refused" "$option" --script '' "$work/box.py"
done

"$tfscope" "$work/box.py" >"$work/out" 2>"$work/err" </dev/null && grep -q 'step 2 of 4' "$work/out"
report $? 'without a terminal the walk is printed'
(
    trap "" PIPE
    { echo && sleep 0.2 && yes "" 2>/dev/null | head -100000 2>/dev/null; } | { timeout 60 "$tfscope" --plain "$work/box.py" 2>"$work/err"; echo $? >"$work/status"; } | true
)
[ "$(cat "$work/status")" = 3 ] && grep -q "cannot write the output: Broken pipe" "$work/err"
report $? "a reader that leaves ends it, and why is said"
mkfifo "$work/typed" && cp "$work/box.py" "$work/going.py"
timeout 60 "$tfscope" --plain "$work/going.py" <"$work/typed" >"$work/out" 2>"$work/err" &
exec 3>"$work/typed"
echo >&3
for i in $(seq 100); do grep -q "^step 1" "$work/out" && break; sleep 0.1; done
grep -q "^step 1" "$work/out"
report $? "an answer is there before the next line comes"
rm "$work/going.py"
printf "\nR\n\nq\n" >&3
exec 3>&-
wait
grep -q "^the file is gone; what is shown stays" "$work/out" && grep -q "^cannot read .*going.py" "$work/out" && grep -q "^step 3" "$work/out"
report $? "a program that vanishes is told, line by line, too"
sleep 3 | timeout 20 script -qec "$tfscope --plain $work/box.py >$work/out" /dev/null >"$work/err" 2>&1
grep -q "^step 2 of 4" "$work/out"
report $? "what goes elsewhere waits for nothing that is typed"
echo "1..$count"
