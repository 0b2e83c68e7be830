#!/bin/sh
# test_player.sh: test_player.js in Chromium.
exec sh "$(dirname "$0")/test_web.sh" test_player.js
