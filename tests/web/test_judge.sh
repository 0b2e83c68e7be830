#!/bin/sh
# test_judge.sh: test_judge.js.
exec sh "$(dirname "$0")/test_web.sh" test_judge.js
