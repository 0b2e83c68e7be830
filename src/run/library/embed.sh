#!/bin/sh
# embed.sh PACK FILE.py …: library modules as C, packed by PACK (src/base/pack.sh), without comments and with tabs for indentation.
set -e
pack=$1
shift
echo '/* Made by embed.sh from src/run/library. */'
echo '#include "base/packed.h"'
echo 'typedef struct LibraryText { const char *name; const Packed *text; } LibraryText;'
for file in "$@"; do
    name=$(basename "$file" .py)
    sed -e '/^ *#/d' -e '/^ *$/d' -e ':a' -e 's/^\(	*\)    /\1	/' -e ta "$file" |
        sh "$pack" "text_$(echo "$name" | tr . _)"
done
echo 'static const LibraryText library_texts[] = {'
for file in "$@"; do
    name=$(basename "$file" .py)
    echo "    {\"$name\", &text_$(echo "$name" | tr . _)},"
done
echo '};'
