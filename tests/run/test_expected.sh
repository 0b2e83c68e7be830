#!/bin/sh
# test_expected.sh: the expectations of tests/python are what the real Python prints, where there is a
# Python 3.11.
echo 1..1
[ -n "${PYTHON3:-}" ] || { echo 'ok 1 - no Python'; exit 0; }
"$PYTHON3" "${TFSCOPE_SRCDIR:-.}/tests/python/check_expected.py"
case $? in
0) echo 'ok 1 - Python prints what the .out files hold' ;;
77) echo 'ok 1 - another version of Python' ;;
*) echo 'not ok 1 - Python prints what the .out files hold' ;;
esac
