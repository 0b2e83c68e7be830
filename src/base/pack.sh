#!/bin/sh
# pack.sh NAME: standard input as C: a Packed called NAME (packed.h).
# pack.sh --plain NAME: the bytes as they are, an array called NAME.
# What packs is in text: four bits of the letter before tell most about the next one, where it lies does not.
set -e
bytes() {
    od -An -v -tu1 | sed -e 's/  *\([0-9][0-9]*\)/\1,/g'
}
if [ "$1" = --plain ]; then
    echo "static const unsigned char $2[] = {"
    bytes
    echo "};"
    exit
fi
text=$(mktemp)
trap 'rm -f "$text"' EXIT
cat >"$text"
echo "static const unsigned char $1_bytes[] = {"
xz --format=lzma --lzma1=preset=9e,dict=1MiB,lc=4,pb=0 --stdout <"$text" | bytes
echo "};"
echo "static const Packed $1 = {$1_bytes, sizeof $1_bytes, $(wc -c <"$text" | tr -d ' ')};"
