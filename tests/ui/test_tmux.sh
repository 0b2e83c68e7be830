#!/bin/sh
# test_tmux.sh: the explorer in tmux: what its pane shows is what the dump of the same keys says; the modes of
# the terminal are the same after it as before; and while nobody types nothing happens.
cd "${TFSCOPE_SRCDIR:-.}" || exit 1
tfscope=${TFSCOPE:?must name the program}
program=lessons/24-share-variable/program.py

if ! command -v tmux >/dev/null 2>&1; then
    echo 1..1
    echo "ok 1 - nothing to check with: tmux is not installed"
    exit 0
fi

folder=$(mktemp -d) || exit 1
# A session of the user's own is left alone; folds and keys of the user's are not read.
unset TMUX TMUX_PANE NO_COLOR ACCESSIBLE LANGUAGE EDITOR VISUAL
HOME=/dev/null XDG_STATE_HOME=/dev/null XDG_CONFIG_HOME=/dev/null LC_ALL=C.UTF-8 SHELL=/bin/sh
export HOME XDG_STATE_HOME XDG_CONFIG_HOME LC_ALL SHELL
in_tmux() {
    tmux -S "$folder/socket" -f /dev/null "$@" 2>>"$folder/errors"
}
trap 'in_tmux kill-server; rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM

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

# Waits until a command succeeds, at most half a minute.
wait_for() {
    tries=0
    until "$@"; do
        tries=$((tries + 1))
        [ $tries -lt 600 ] || return 1
        sleep 0.05
    done
}

screen() {
    in_tmux capture-pane -p -t explorer | sed 's/ *$//'
}

# The last screen that a script of keys passes: what stands behind the last heading.
dumped() { # columns x rows, keys
    "$tfscope" --script "$2" --size "$1" --dump "$program" |
        awk '/^== / { text = ""; next } { text = text $0 "\n" } END { printf "%s", text }'
}

shows() {
    screen | grep -qF -e "$1"
}

is_screen() {
    [ "$(screen)" = "$wanted" ]
}

# Compares, once the screen has become as it should be or will not. Prints the difference.
compare() { # columns x rows, keys
    wanted=$(dumped "$1" "$2")
    wait_for is_screen && return
    screen >"$folder/shown"
    echo "$wanted" | diff - "$folder/shown"
}

send() {
    in_tmux send-keys -t explorer "$@"
}

options=
# The program between two looks at the modes of the terminal, as a shell would start it. Ctrl-C while the terminal is
# still in its usual mode means everybody in front: the shell lives on.
start() { # columns, rows
    rm -f "$folder/before" "$folder/after" "$folder/pid"
    in_tmux new-session -d -s explorer -x "$1" -y "$2" \
        "trap : INT; stty -g >'$folder/before'; sh -c 'echo \$\$ >\"\$1\"; exec \"\$2\" \"\$3\" $options' sh '$folder/pid' '$tfscope' '$program'
         echo \$? >'$folder/status'; stty -g >'$folder/after'; echo ended; cat"
}

# What is left behind.
left() { # status wanted
    wait_for test -s "$folder/after" || { echo "it did not end" && screen && return; }
    cmp "$folder/before" "$folder/after"
    [ "$(cat "$folder/status")" = "$1" ] || echo "its status is $(cat "$folder/status"), not $1"
    wait_for shows ended || echo "the screen is not given back"
    shows Program && echo "its screen is still there"
    in_tmux kill-session -t explorer
}

echo 1..17

# tmux ends with its last session, and one that is about to end takes no new one.
in_tmux new-session -d -s keeper cat

start 80 24
report "the first screen" "$(compare 80x24 '')"
send Space Space ']'
report "steps" "$(compare 80x24 '<Space><Space>]')"
send w Tab j
report "panes" "$(compare 80x24 '<Space><Space>]w<Tab>j')"
in_tmux resize-window -t explorer -x 40 -y 12
report "a smaller window" "$(compare 80x24 '<Space><Space>]w<Tab>j<40x12>')"
in_tmux resize-window -t explorer -x 120 -y 40
report "a larger window" "$(compare 80x24 '<Space><Space>]w<Tab>j<40x12><120x40>')"
send ':' 'go 5' Enter
report "a command" "$(compare 80x24 '<Space><Space>]w<Tab>j<40x12><120x40>:go<Space>5<CR>')"
send Q
report "Q leaves all as it was" "$(left 0)"

start 80 24
wait_for shows Program
send C-c
report "Ctrl-C, too" "$(left 0)"

start 80 24
wait_for shows Program
kill -TERM "$(cat "$folder/pid")"
report "and a signal" "$(left 143)"

start 80 24
wait_for shows Program
in_tmux resize-window -t explorer -x 1 -y 1
in_tmux resize-window -t explorer -x 84 -y 46
report "a window that was very small" "$(compare 80x24 '<1x1><84x46>')"

# All calls of the system while nobody types. Where strace may not look there is nothing to say.
calls_while_idle() {
    command -v strace >/dev/null 2>&1 || return
    timeout 5 strace -f -qq -o "$folder/calls" -p "$(cat "$folder/pid")" 2>"$folder/refused"
    [ -s "$folder/calls" ] || return
    grep -vE 'ppoll\(|resumed|restart_syscall|<detached' "$folder/calls"
    [ "$(wc -l <"$folder/calls")" -le 2 ] || cat "$folder/calls"
}
report "five seconds without a key are five seconds without a call" "$(calls_while_idle)"

in_tmux kill-session -t explorer

# A program that never ends: it tells how far it is, and Ctrl-C ends the run, not the explorer.
cat >"$folder/endless.py" <<'END'
i = 0
while True:
    i += 1
END
short=$program
program=$folder/endless.py
options='--max-steps 100000000000 --max-memory 64G'
start 80 24
report "a long first run tells how far it is" "$(wait_for shows 'Ctrl-C stops and keeps' || screen)"
send C-c
report "Ctrl-C opens what is there" "$(wait_for shows '/' && wait_for shows Program || screen)"
send R
report "R runs it again and tells how far it is" "$(wait_for shows 'Ctrl-C stops and keeps' || screen)"
send C-c
report "and Ctrl-C ends that run, too" "$(wait_for shows '? help' || screen)"
send Space
report "the keys work" "$(wait_for shows 'step 1/' || screen)"
send Q
report "all is left as it was" "$(left 0)"
program=$short
options=

exit $failed
