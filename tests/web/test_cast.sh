#!/bin/sh
# test_cast.sh: test_cast.js in Chromium.
exec sh "$(dirname "$0")/test_web.sh" test_cast.js
