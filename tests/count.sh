#!/bin/sh
# count.sh STAGES-FAILED BUILD...: adds up the results that "make check" left in build trees.
#
# Prints what failed, then "N passed, N failed"; exit status 1 if anything did, or if nothing
# ran. A test program that crashes or stops early counts as one failure; so does a stage (a
# build, for instance) that failed without a result of a test.
set -u
stages=$1
shift

# A program whose test failed also exits with a status: that ERROR is the same failure.
find "$@" -name '*.trs' 2>/dev/null | LC_ALL=C sort | tr '\n' '\0' | xargs -0 -r cat /dev/null |
    awk -v stages="$stages" '
        function before() { return fails ? fails : errors > 0 }
        /^:test-result: (PASS|XFAIL)( |$)/ { passed++ }
        /^:test-result: (FAIL|XPASS)( |$)/ { fails++ }
        /^:test-result: ERROR( |$)/ { errors++ }
        # The first line about each program.
        /^:global-test-result:/ { failed += before(); fails = errors = 0 }
        END {
            failed += before() + stages
            if (passed + failed == 0) failed = 1
            printf "%d passed, %d failed\n", passed, failed
            exit failed != 0
        }'
