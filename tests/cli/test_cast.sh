#!/bin/sh
# test_cast.sh: a recording, played for real by asciinema in tmux: its last screen is that of the last step.
cd "${TFSCOPE_SRCDIR:-.}" || exit 1
tfscope=${TFSCOPE:?must name the program}
if ! command -v tmux >/dev/null 2>&1 || ! command -v asciinema >/dev/null 2>&1; then
    echo 1..1
    echo "ok 1 - nothing to check with: tmux or asciinema is not installed"
    exit 0
fi
folder=$(mktemp -d) || exit 1
unset TMUX TMUX_PANE NO_COLOR LANGUAGE
HOME=$folder LC_ALL=C.UTF-8 SHELL=/bin/sh
export HOME LC_ALL SHELL
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
        echo "$2" | head -40 | sed 's/^/# /'
        failed=1
    fi
}

# The screen when the player is done, row by row.
played() { # recording, lesson, columns, rows
    in_tmux new-session -d -s player -x "$3" -y "$(($4 + 2))" \
        "asciinema play -i 0.005 '$1'; touch '$folder/done'; cat"
    tries=0
    until [ -e "$folder/done" ]; do
        tries=$((tries + 1))
        [ $tries -lt 1200 ] || break
        sleep 0.05
    done
    sleep 0.1
    in_tmux capture-pane -p -t player | head -"$4" | sed 's/ *$//' >"$folder/shown"
    in_tmux kill-session -t player
    rm -f "$folder/done"
    steps=$("$tfscope" --script '' "$2" | sed -n 's|^== .*(step 0/\([0-9]*\))|\1|p')
    keys=$(k=1; while [ $k -le "$steps" ]; do printf ':go<Space>%s<CR> ' $k; k=$((k + 1)); done)
    "$tfscope" --script "$keys" --size "$3x$4" "$2" | sed "1,/^== :go<Space>$steps</d; s/ *\$//" | diff - "$folder/shown"
    markers=$(grep -c ', "m", ' "$1")
    [ "$markers" = $((steps + 1)) ] || echo "$markers markers for $steps steps"
}

in_tmux new-session -d -s keeper cat
lessons="box-values reuse-five-cases long-comparison-mended"
echo 1..4
for lesson in $lessons; do
    "$tfscope" export "$lesson" -o "$folder/$lesson.cast"
    report "$lesson" "$(played "$folder/$lesson.cast" "$lesson" 80 24)"
done
"$tfscope" --lang zh export box-values --size 100x30 -o "$folder/zh.cast"
report "in Chinese, and of another size" "$(steps=$("$tfscope" --script '' box-values | sed -n 's|^== .*(step 0/\([0-9]*\))|\1|p')
    [ "$(grep -c ', "m", ' "$folder/zh.cast")" = $((steps + 1)) ] || echo markers
    grep -q '"width":100,"height":30' "$folder/zh.cast" || echo size)"
exit $failed
