#!/bin/sh
# test_readme.sh: every session in the README and the manual pages of docs/ prints what they say.
exec sh "$(dirname "$0")/console.sh" README.md docs/HACKING.md docs/LESSONS.md
