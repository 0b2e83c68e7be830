#!/bin/sh
# embed.sh FILE.py …: library modules as C, without comments and with tabs for indentation.
echo '/* Made by embed.sh from src/run/library. */'
echo '#include <stdint.h>'
echo 'typedef struct LibraryText { const char *name; const unsigned char *text; uint32_t size; } LibraryText;'
for file in "$@"; do
    name=$(basename "$file" .py)
    echo "static const unsigned char text_$(echo "$name" | tr . _)[] = {"
    sed -e '/^ *#/d' -e '/^ *$/d' -e ':a' -e 's/^\(	*\)    /\1	/' -e ta "$file" |
        od -An -v -tu1 | sed -e 's/  *\([0-9][0-9]*\)/\1,/g'
    echo '};'
done
echo 'static const LibraryText library_texts[] = {'
for file in "$@"; do
    name=$(basename "$file" .py)
    text=text_$(echo "$name" | tr . _)
    echo "    {\"$name\", $text, sizeof $text},"
done
echo '};'
