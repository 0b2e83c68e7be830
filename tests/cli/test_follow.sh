#!/bin/sh
# test_follow.sh: a presenter and two who follow, in three terminals of tmux: a learner, and the presenter's notes.
cd "${TFSCOPE_SRCDIR:-.}" || exit 1
tfscope=${TFSCOPE:?must name the program}

if ! command -v tmux >/dev/null 2>&1; then
    echo 1..1
    echo "ok 1 - nothing to check with: tmux is not installed"
    exit 0
fi

folder=$(mktemp -d) || exit 1
session=$folder/talk.json
unset TMUX TMUX_PANE NO_COLOR ACCESSIBLE LANGUAGE EDITOR VISUAL
HOME=$folder XDG_STATE_HOME=$folder/state XDG_CONFIG_HOME=/dev/null LC_ALL=C.UTF-8 SHELL=/bin/sh
export HOME XDG_STATE_HOME XDG_CONFIG_HOME LC_ALL SHELL
in_tmux() {
    tmux -S "$folder/socket" -f /dev/null "$@" 2>>"$folder/errors"
}
trap 'in_tmux kill-server; rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM

number=0
failed=0
report() { # name, status
    number=$((number + 1))
    if [ "$2" = 0 ]; then
        echo "ok $number - $1"
    else
        echo "not ok $number - $1"
        for who in presenter learner notes; do
            echo "# $who:"
            in_tmux capture-pane -p -t $who | sed 's/^/# /'
        done
        failed=1
    fi
}

# A terminal shows some words, in the end.
shows() { # who, words
    tries=0
    until in_tmux capture-pane -p -t "$1" | grep -qF -e "$2"; do
        tries=$((tries + 1))
        [ $tries -lt 600 ] || return 1
        sleep 0.05
    done
}

hides() { # who, words
    tries=0
    while in_tmux capture-pane -p -t "$1" | grep -qF -e "$2"; do
        tries=$((tries + 1))
        [ $tries -lt 600 ] || return 1
        sleep 0.05
    done
}

start() { # who, options
    in_tmux new-session -d -s "$1" -x 80 -y 24 "'$tfscope' --no-course --lessons tests/course $2; echo ended; cat"
}

echo 1..17
in_tmux new-session -d -s keeper cat

"$tfscope" --follow "$session" >/dev/null 2>"$folder/message"
[ $? = 3 ] && grep -qF "$session" "$folder/message"
report "nobody presents yet: said, with status 3" $?

start presenter "--present --session '$session' box-values"
shows presenter '0/23'
report "a presenter begins" $?
start learner "--follow '$session'"
start notes "--follow '$session' --notes"
shows learner following && shows notes 'next, in'
report "a learner and the notes follow" $?

in_tmux send-keys -t presenter PageDown PageDown PageDown PageDown PageDown
shows learner '5/23' && shows notes '5/23'
report "PageDown steps, everywhere" $?
in_tmux send-keys -t presenter ':tf 1.0' Enter
shows learner 'TF 1.0' && shows notes 'TF 1.0'
report "another release is another run, everywhere" $?

in_tmux send-keys -t presenter b
shows learner 'the presenter' && hides learner Program && shows notes 'the screen is blank'
report "a blank screen" $?
in_tmux send-keys -t presenter b
shows learner Program
report "and no longer" $?

in_tmux send-keys -t learner Space Space
shows learner '7/23' && shows learner 'on your own'
report "a learner goes elsewhere alone" $?
in_tmux send-keys -t presenter G
shows notes '23/23' && shows learner '7/23'
report "and is left alone" $?
in_tmux send-keys -t learner gf
shows learner '23/23' && shows learner following
report "and comes back" $?

rm "$session" && mkfifo "$session"
sleep 0.6
in_tmux send-keys -t learner gg
shows learner '0/23'
report "a pipe in the place of the session holds nobody up" $?
in_tmux send-keys -t presenter ','
shows presenter 'it is a device or a pipe'
report "the presenter is told, and goes on" $?
rm "$session"
in_tmux send-keys -t presenter ','
shows notes '21/23'
report "and tells again when there is a file again" $?

in_tmux send-keys -t learner gf
shows learner following
in_tmux send-keys -t presenter b
shows learner 'the presenter'
in_tmux send-keys -t learner ,
shows learner 'on your own' && shows learner Program
report "who goes elsewhere has a screen of their own" $?
in_tmux send-keys -t presenter b

start reader "--plain --follow '$session' --notes"
shows reader 'the presenter' || shows reader '20/23>'
in_tmux send-keys -t presenter ',' ','
shows reader 'next, in 3 steps: The initializers'
report "notes line by line" $?

in_tmux send-keys -t presenter Q
shows presenter ended && shows learner 'the presenter has left' && in_tmux send-keys -t learner Q && shows learner ended
report "the presenter leaves; the learner stays as long as they like" $?

start again "--present --session '$session'"
shows again 'Names differ, values do not' && shows again '19/23'
report "a presenter who comes back without a lesson goes on where the session was" $?
exit $failed
