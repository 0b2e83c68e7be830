#!/bin/sh
# console.sh FILE...: runs the sessions that stand in Markdown files and compares what they print. Prints TAP.
#
# A session is a block ```console. A line "$ command" is run in the top folder of the source, `build/tfscope` being the
# program under test; what follows is what it must print, standard error included. A line "..." stands for any lines. A
# command that must end with a status other than 0 is followed by "# status N" on its line.
set -u
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
cd "${TFSCOPE_SRCDIR:-.}" || exit 1
number=0

# Cuts FILE into $work/N.cmd and $work/N.want; prints how many there are.
cut_sessions() {
    awk -v work="$work" '
        /^```console$/ { inside = 1; next }
        /^```/ { inside = 0 }
        inside && /^\$ / { n++; print substr($0, 3) >(work "/" n ".cmd"); printf "" >(work "/" n ".want"); next }
        inside && n { print >(work "/" n ".want") }
        END { print n + 0 }' "$1"
}

# Does the file got match the file want, in which "..." stands for any lines? Both are read whole.
matches() {
    awk -v want="$1" '
        BEGIN { while ((getline line < want) > 0) w[++nw] = line }
        { g[++ng] = $0 }
        END {
            # reach[j]: the first i lines of want can match the first j lines of got.
            reach[0] = 1
            for (i = 1; i <= nw; i++) {
                any = 0
                for (j = 0; j <= ng; j++) {
                    if (w[i] == "...") { any = any || reach[j]; next_reach[j] = any }
                    else next_reach[j] = j > 0 && reach[j - 1] && w[i] == g[j]
                }
                for (j = 0; j <= ng; j++) reach[j] = next_reach[j]
            }
            exit !reach[ng + 0]
        }' "$2"
}

for file in "$@"; do
    rm -f "$work"/*
    sessions=$(cut_sessions "$file")
    i=1
    while [ $i -le "$sessions" ]; do
        number=$((number + 1))
        command=$(cat "$work/$i.cmd")
        status=$(echo "$command" | sed -n 's/.*# status \([0-9]*\)$/\1/p')
        printf '%s\n' "$command" | sed "s|build/tfscope|\"\$TFSCOPE\"|g" >"$work/run"
        rm -f "$work"/.state/tfscope/progress.* # nobody has learnt anything yet
        XDG_STATE_HOME="$work/.state" LC_ALL=C.UTF-8 LANGUAGE=en sh "$work/run" >"$work/got" 2>&1 </dev/null
        got=$?
        if [ "$got" -eq "${status:-0}" ] && matches "$work/$i.want" "$work/got"; then
            echo "ok $number - $file: $command"
        else
            echo "not ok $number - $file: $command"
            echo "# status $got"
            diff "$work/$i.want" "$work/got" | sed 's/^/# /' | head -40
        fi
        i=$((i + 1))
    done
done
echo "1..$number"
