#!/bin/sh
# embed.sh PACK FILE.py …: library modules as C; those of a folder are packed by PACK (src/base/pack.sh) one behind
# the other, as they are much alike; without comments and with tabs for indentation, and a NUL behind each.
set -e
pack=$1
shift
plain() {
    sed -e '/^ *#/d' -e '/^ *$/d' -e ':a' -e 's/^\(	*\)    /\1	/' -e ta "$1"
}
folder() {
    basename "$(dirname "$(dirname "$1")")"
}
echo '/* Made by embed.sh from src/run/library and src/tf/library. */'
for group in run tf; do
    for file in "$@"; do
        [ "$(folder "$file")" != $group ] || { plain "$file" && printf '\0'; }
    done | sh "$pack" "library_$group"
done
echo 'static const LibraryText library_texts[] = {'
for file in "$@"; do
    echo "    {\"$(basename "$file" .py)\", FOLDER_$(folder "$file"), $(plain "$file" | wc -c)},"
done
echo '};'
