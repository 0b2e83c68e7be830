#!/bin/sh
# test_page.sh: test_page.js in Chromium.
exec sh "$(dirname "$0")/test_web.sh" test_page.js
