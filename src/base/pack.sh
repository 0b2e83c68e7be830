#!/bin/sh
# pack.sh NAME: standard input as C: a Packed called NAME (packed.h).
set -e
text=$(mktemp)
trap 'rm -f "$text"' EXIT
cat >"$text"
echo "static const unsigned char $1_bytes[] = {"
gzip -9n <"$text" | od -An -v -tu1 | sed -e 's/  *\([0-9][0-9]*\)/\1,/g'
echo "};"
echo "static const Packed $1 = {$1_bytes, sizeof $1_bytes, $(wc -c <"$text" | tr -d ' ')};"
