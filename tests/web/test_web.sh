#!/bin/sh
# test_web.sh: runs the tests in a browser, one script a part; skips with a word where node, Chromium or the npm
# packages of package.json are missing.
here=$(cd "$(dirname "$0")" && pwd) || exit 1
skip() {
    echo 1..1
    echo "ok 1 - nothing to check with: $1"
    exit 0
}
TFSCOPE_CHROMIUM=$(command -v chromium) || skip "chromium is not installed"
command -v node >/dev/null 2>&1 || skip "node is not installed"
for modules in "${TFSCOPE_NODE_MODULES:-}" "${TFSCOPE_BUILDDIR:-.}/web/node_modules" "${TFSCOPE_BUILDDIR:-.}/../web/node_modules"; do
    [ -d "$modules/playwright-core" ] && break
done
[ -d "$modules/playwright-core" ] || skip "the npm packages are not installed ('npm ci' in a copy of tests/web, in the folder web of the build tree)"
TFSCOPE_NODE_MODULES=$(cd "$modules" && pwd)
TFSCOPE_WEB_FOLDER=$(mktemp -d) || exit 1
trap 'rm -rf "$TFSCOPE_WEB_FOLDER"' EXIT
trap 'exit 1' HUP INT TERM
case $TFSCOPE in /*) ;; *) TFSCOPE=$PWD/$TFSCOPE ;; esac
HOME=$TFSCOPE_WEB_FOLDER LC_ALL=C.UTF-8
export TFSCOPE TFSCOPE_CHROMIUM TFSCOPE_NODE_MODULES TFSCOPE_WEB_FOLDER HOME LC_ALL
unset LANGUAGE TFSCOPE_LESSONS
node "$here/$1"
