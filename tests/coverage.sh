#!/bin/sh
# coverage.sh BUILD SOURCE: percent of lines that the tests reached, file by file.
set -u
cd "$1" || exit 1
find . -name '*.gcda' | LC_ALL=C sort | while read -r data; do
    gcov --no-output --object-directory "$(dirname "$data")" "$data" 2>/dev/null
done | awk '
    /^File / { file = $0; gsub(/^File .|.$/, "", file); next }
    /^Lines executed:/ {
        if (file ~ /(^|\/)(src|ui)\/.*\.c$/) {
            sub(/^Lines executed:/, ""); split($0, part, /% of /)
            if (!(file in best) || part[1] + 0 > best[file]) best[file] = part[1] + 0
            lines[file] = part[2] + 0
        }
        file = ""
    }
    END {
        for (f in best) {
            printf "%6.1f %%  %s\n", best[f], f | "LC_ALL=C sort -k 3"
            all += lines[f]; hit += lines[f] * best[f] / 100
        }
        close("LC_ALL=C sort -k 3")
        if (all) printf "%6.1f %%  of %d lines\n", 100 * hit / all, all
    }'
