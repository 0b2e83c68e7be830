#!/bin/sh
# test_tensorflow_files.sh: files of TensorFlow's own forms, read by protoc (and Python for what protoc does not know:
# records, tables, checksums), never by tfscope.
cd "${TFSCOPE_SRCDIR:-.}" || exit 1
tfscope=${TFSCOPE:?must name the program}
if ! command -v protoc >/dev/null 2>&1 || [ -z "${PYTHON3:-}" ]; then
    echo 1..1
    echo "ok 1 - nothing to check with: protoc or python3 is not installed"
    exit 0
fi
folder=$(mktemp -d) || exit 1
trap 'chmod -R u+w "$folder"; rm -rf "$folder"' EXIT
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

export_it() { # arguments
    "$tfscope" --no-course --lessons tests/course export "$@" 2>&1
}
encode() {
    protoc --proto_path=src/proto --encode=tensorflow.GraphDef tensorflow.proto
}
decode() {
    protoc --proto_path=src/proto --decode=tensorflow.GraphDef tensorflow.proto
}
events() {
    "$PYTHON3" tests/cli/tensorflow_files.py events "$1" 2>&1
}

# Each line of standard input stands in the file, in that order, other lines between.
in_order() { # FILE
    while IFS= read -r wanted; do printf '%s\n' "$wanted"; done |
        awk -v file="$1" '{ while ((more = (getline line < file)) > 0) if (index(line, $0)) next
            print "not there, or not behind what is above it: " $0; exit }'
}

# The text and the bytes of a graph are the same to protoc.
same_graph() { # arguments
    rm -f "$folder/g.pbtxt" "$folder/g.pb"
    export_it "$@" -o "$folder/g.pbtxt"
    export_it "$@" -o "$folder/g.pb"
    encode <"$folder/g.pbtxt" | cmp - "$folder/g.pb" 2>&1
}

program=tests/cli/training_events.py
event=events.out.tfevents.1500000000.tfscope
echo 1..13
report "text and bytes of a graph are the same" "$(same_graph --tf 1.4 $program)"
report "what it holds" "$(decode <"$folder/g.pb" >"$folder/g.txt"; in_order "$folder/g.txt" <<'TEXT'
  name: "x"
  op: "Placeholder"
    key: "dtype"
      type: DT_FLOAT
    key: "shape"
          size: -1
          size: 3
  name: "w/Initializer/zeros"
  op: "Const"
    key: "_class"
        s: "loc:@w"
  name: "w"
  op: "VariableV2"
    key: "container"
  name: "label"
  device: "/device:CPU:0"
        string_val: "a\"\\\n\001"
        string_val: ""
  name: "cost"
  op: "ScalarSummary"
  input: "cost/tags"
  input: "loss"
  name: "gradients/
  name: "GradientDescent"
  op: "NoOp"
  input: "^GradientDescent/update_w/ApplyGradientDescent"
TEXT
grep -c '^node {' "$folder/g.txt" | grep -qx "$(grep -c '^node {' "$folder/g.pbtxt")" || echo "other nodes")"
for version in 1.0 1.15; do
    report "under $version" "$(same_graph --tf $version $program)"
done
report "every lesson's graph" "$(for lesson in tests/course/*/program.py; do same_graph "$lesson" || echo "$lesson"; done)"
report "at a step: as far as it was built" "$(same_graph --at 3 $program; grep -c '^node {' "$folder/g.pbtxt" | grep -qx 5 || grep -c '^node {' "$folder/g.pbtxt")"
report "of a trace: what a trace knows, and it says so" "$(export_it $program -o "$folder/t.json"
    same_graph "$folder/t.json"; grep -q '^# Made of a trace' "$folder/g.pbtxt" || echo "it does not")"
report "what is not known of a release is said" "$(echo 'import tensorflow as tf
tf.cast(tf.constant(1), tf.float32)' >"$folder/cast.py"; same_graph --tf 1.10 "$folder/cast.py"
    grep -q '^# Left out.*: Cast.Truncate\.$' "$folder/g.pbtxt" || head -3 "$folder/g.pbtxt")"
report "an event file" "$(export_it $program --tensorboard "$folder/logs"; ls "$folder/logs" | grep -qx $event || ls "$folder/logs"
    events "$folder/logs/$event" >"$folder/e.txt"; in_order "$folder/e.txt" <<'TEXT'
wall_time: 1500000000
file_version: "brain.Event:2"
graph_def: "
    tag: "loss"
    simple_value: 1
    tag: "cost"
    simple_value: 1
    tag: "weights"
      num: 3
step: 1
    tag: "loss"
    simple_value: 16
    tag: "variables/w"
      max: 2
      num: 3
TEXT
grep -q Error "$folder/e.txt" && tail -3 "$folder/e.txt")"
report "the same bytes every time; nothing is replaced without --force" "$(export_it $program --tensorboard "$folder/logs2"
    cmp "$folder/logs/$event" "$folder/logs2/$event" 2>&1; export_it $program --tensorboard "$folder/logs" | grep -q 'exists already' || echo "it was"
    export_it $program --tensorboard "$folder/logs" --force)"
report "a folder that is a file" "$(echo x >"$folder/file"; export_it $program --tensorboard "$folder/file" >"$folder/out"; [ $? = 3 ] || echo "status"
    [ "$(wc -l <"$folder/out")" = 1 ] || cat "$folder/out"; [ "$(cat "$folder/file")" = x ] || echo "it is gone")"
report "either -o or --tensorboard" "$(export_it $program --tensorboard "$folder/b" -o "$folder/c.pb" >/dev/null; [ $? = 2 ] || echo "status"; ls -d "$folder/b" "$folder/c.pb" 2>/dev/null)"
cat >"$folder/large.py" <<'TEXT'
import tensorflow as tf
tf.constant('x' * 1000000 + ']]></script>\x1b[31m\u202e\x00', name='n' * 1000000)
tf.constant(bytes(range(256)), name='all')
with tf.Session() as s:
    s.run(tf.summary.scalar('t' * 100000, tf.constant(1.)))
TEXT
report "names and strings of a megabyte, and any bytes" "$(same_graph "$folder/large.py"
    export_it "$folder/large.py" --tensorboard "$folder/large"
    events "$folder/large/$event" | tail -5 | grep -qF simple_value || echo events)"
exit $failed
