#!/bin/sh
# test_allow_write.sh: a program writes below the folders of --allow-write, whole files or nothing, and nowhere else.
cd "${TFSCOPE_SRCDIR:-.}" || exit 1
tfscope=$(cd "$(dirname "${TFSCOPE:?must name the program}")" && pwd)/$(basename "$TFSCOPE")
folder=$(mktemp -d) || exit 1
mounted=
trap '[ -z "$mounted" ] || umount "$folder/small"; chmod -R u+w "$folder"; rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
number=0
failed=0
report() { # name, faults
    number=$((number + 1))
    if [ -z "$2" ]; then
        echo "ok $number - $1"
    else
        echo "not ok $number - $1"
        echo "$2" | head -20 | sed 's/^/# /'
        failed=1
    fi
}

# Runs a program from standard input that may write below $folder/in.
writes() { # options
    cat >"$folder/program.py"
    "$tfscope" run "$folder/program.py" --allow-write "$folder/in" "$@" 2>&1
}

# The program must be refused, and nothing may be anywhere but in "in".
outside() { # expression
    before=$(ls -lR "$folder/out")
    said=$(printf "D = '%s'\nimport os\n%s\n" "$folder" "$1" | writes)
    status=$?
    [ $status = 4 ] || echo "status $status"
    echo "$said" | grep -q 'writing .* is not allowed' || echo "$said"
    [ "$before" = "$(ls -lR "$folder/out")" ] || echo "something changed"
}

mkdir "$folder/in" "$folder/out" "$folder/small"
echo secret >"$folder/out/file"
ln -s "$folder/out/file" "$folder/in/leak"
ln -s "$folder/out" "$folder/in/folder"
ln -s "$folder/out/none" "$folder/in/dangling"
echo old >"$folder/in/target"
ln -s target "$folder/in/link"

echo 1..15
report "the same files as CPython" "$([ -n "${PYTHON3:-}" ] || exit 0
    mkdir "$folder/ours" "$folder/theirs"
    cp tests/cli/writing.py "$folder"; cd "$folder" || exit 1
    sed -i "s|^D = .*|D = 'ours'|" writing.py
    "$tfscope" run writing.py --allow-write ours >one 2>&1
    sed -i "s|^D = .*|D = 'theirs'|" writing.py
    PYTHONWARNINGS=ignore PYTHONIOENCODING=utf-8 PYTHONUTF8=1 "$PYTHON3" writing.py >two 2>&1
    sed -i "s|^D = .*|D = 'ours'|" writing.py; diff one two
    rm -f ours/p.pkl theirs/p.pkl; diff -r ours theirs)"
report "a link that leads out" "$(outside "open(D + '/in/leak', 'w').write('x')")"
report "a folder behind a link that leads out" "$(outside "open(D + '/in/folder/new', 'w').write('x')"
    outside "os.remove(D + '/in/folder/file')"; outside "os.rename(D + '/in/folder/file', D + '/in/stolen')")"
report "a link to nothing" "$(outside "open(D + '/in/dangling', 'w').write('x')")"
report ".. and other folders" "$(outside "open(D + '/in/../out/x', 'w').write('x')"; outside "open(D + '/x', 'w').write('x')"
    outside "os.rename(D + '/in/target', D + '/out/target')"; outside "os.remove(D + '/out/file')"; [ -e "$folder/x" ] && echo there
    printf "import os\nos.makedirs('%s/made')\nos.makedirs('%s/in/folder/made')" "$folder" "$folder" | writes; ls -d "$folder/made" "$folder/out/made" 2>/dev/null)"
report "a link within is followed, and stays" "$(printf "open('%s/in/link', 'w').write('new')\n" "$folder" | writes
    [ -h "$folder/in/link" ] || echo "it is gone"; [ "$(cat "$folder/in/target")" = new ] || cat "$folder/in/target")"
report "a link itself is removed, not what it leads to" "$(printf "import os\nos.remove('%s/in/leak')\n" "$folder" | writes
    [ "$(cat "$folder/out/file")" = secret ] || echo "it is gone"; [ -h "$folder/in/leak" ] && echo "it is there")"
report "without the option: the hint names it" "$(printf "open('/tmp/a', 'w')\n" >"$folder/p.py"
    "$tfscope" run "$folder/p.py" 2>&1 | grep -q 'hint: --allow-write' || echo "no hint")"
report "a folder that is none" "$(echo 'print(1)' >"$folder/p.py"; for it in "$folder/out/file" "$folder/nowhere" ''; do
    "$tfscope" run "$folder/p.py" --allow-write "$it" >"$folder/said" 2>&1; [ $? = 2 ] || cat "$folder/said"; done)"
report "the budget" "$(printf "for i in range(100):\n open('%s/in/large', 'w').write('x' * 10000000)\n" "$folder" | writes --max-memory 300M >"$folder/said"
    [ $? = 5 ] || cat "$folder/said"; grep -q -e --max-memory "$folder/said" || cat "$folder/said"; ls -A "$folder/in" | grep tfscope)"
report "two writers: all of one or of the other" "$(printf "for i in range(300):\n with open('%s/in/both', 'w') as f:\n  f.write(WHO * 50000)\n" "$folder" >"$folder/p"
    sed 's/WHO/"a"/' "$folder/p" >"$folder/pa.py"; sed 's/WHO/"b"/' "$folder/p" >"$folder/pb.py"
    "$tfscope" run "$folder/pa.py" --allow-write "$folder/in" 2>&1 & "$tfscope" run "$folder/pb.py" --allow-write "$folder/in" 2>&1; wait
    tr -d a <"$folder/in/both" | wc -c | grep -qxE ' *(0|50000)' || echo mixed; ls -A "$folder/in" | grep tfscope)"
report "a limit on the length of files" "$(printf "try:\n  f = open('%s/in/limited', 'w'); f.write('x' * 3000000); f.close()\nexcept OSError as e: print(e.errno)\n" "$folder" >"$folder/p.py"
    (ulimit -f 100; "$tfscope" run "$folder/p.py" --allow-write "$folder/in" 2>&1) | grep -qx 27 || echo "another error"
    [ ! -s "$folder/in/limited" ] || echo "half a file"; ls -A "$folder/in" | grep tfscope)"
mount -t tmpfs -o size=64k none "$folder/small" 2>/dev/null && mounted=1
report "a full disk" "$([ -n "$mounted" ] || exit 0
    printf "f = open('%s/small/a', 'w'); f.write('old'); f.close()\nf = open('%s/small/a', 'a'); f.write('x' * 3000000)\ntry: f.close()\nexcept OSError as e: print(e.errno)\n" "$folder" "$folder" >"$folder/p.py"
    "$tfscope" run "$folder/p.py" --allow-write "$folder/small" 2>&1 | grep -qx 28 || echo "another error"
    [ "$(cat "$folder/small/a")" = old ] || echo "the old file is gone"; ls -A "$folder/small" | grep tfscope)"
report "what is open is there in the end, also after an error" "$(printf "f = open('%s/in/late', 'w')\nf.write('all')\n1 / 0\n" "$folder" | writes >/dev/null
    [ "$(cat "$folder/in/late")" = all ] || echo "it is not")"
report "what is open for writing is not read" "$(printf "f = open('%s/in/open', 'w')\nf.write('x')\nopen('%s/in/open').read()\n" "$folder" "$folder" | writes >"$folder/said"
    [ $? = 4 ] || cat "$folder/said"; grep -q 'still open for writing' "$folder/said" || cat "$folder/said")"
exit $failed
