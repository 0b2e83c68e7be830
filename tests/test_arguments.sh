#!/bin/sh
# test_arguments.sh: every argument that a function of the library accepts is read by its code, or has a mark that says
# that it changes no result (src/run/signature.c).
[ -n "$PYTHON3" ] || { echo '1..0 # skip no python3'; exit; }
cd "${TFSCOPE_SRCDIR:-.}" || exit 1

number=0
failed=0
echo 1..5
for kind in recipes library tables options; do
    number=$((number + 1))
    faults=$("$PYTHON3" -B tests/argument_audit.py $kind 2>&1)
    if [ -z "$faults" ]; then
        echo "ok $number - $kind"
    else
        echo "not ok $number - $kind"
        echo "$faults" | sed 's/^/# /'
        failed=1
    fi
done

# The audit itself: it finds what is not read, in each of the three.
found=$("$PYTHON3" -B tests/argument_audit.py check 2>&1)
wanted='recipe: b is never read
recipe: c has a mark, but is read
module.py:1: b of f is never read
module.py:1: c of f has a mark, but is read
table.c: f: b is never read'
if [ "$found" = "$wanted" ]; then
    echo "ok 5 - the audit finds faults"
else
    echo "not ok 5 - the audit finds faults"
    echo "$found" | sed 's/^/# /'
    failed=1
fi
exit $failed
