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
echo 1..21
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

# ---- what a program writes itself ----

run_in() { # folder, program, options
    sed "s|DIR|$1|" "$2" >"$folder/program.py"
    mkdir -p "$1"
    shift 2
    "$tfscope" run --tf 1.4 "$folder/program.py" "$@" 2>&1
}
checkpoint() {
    "$PYTHON3" tests/cli/tensorflow_files.py checkpoint "$1" 2>&1
}
mine=$folder/mine
report "a program that trains writes its files" "$(run_in "$mine" tests/cli/training_files.py --allow-write "$mine" | sed "s|$mine/||" >"$folder/out"
    diff - "$folder/out" <<'TEXT'
tfscope: the .meta file of tf.train.Saver is a stand-in: it holds the graph and the saver, but no collections
model/m-0
model/m-1
model/m-2
TEXT
    (cd "$mine" && find . -type f | sort) >"$folder/out"; diff - "$folder/out" <<'TEXT'
./graph/g.pb
./graph/g.pbtxt
./logs/events.out.tfevents.1500000000.tfscope
./logs/events.out.tfevents.1500000001.tfscope
./model/checkpoint
./model/m-1.data-00000-of-00001
./model/m-1.index
./model/m-1.meta
./model/m-2.data-00000-of-00001
./model/m-2.index
./model/m-2.meta
TEXT
)"
report "its graph" "$(encode <"$mine/graph/g.pbtxt" | cmp - "$mine/graph/g.pb" 2>&1)"
report "its events" "$(events "$mine/logs/events.out.tfevents.1500000000.tfscope" >"$folder/e.txt"; in_order "$folder/e.txt" <<'TEXT'
file_version: "brain.Event:2"
graph_def: "
    tag: "b"
    simple_value: 7
    tag: "weights"
      max: 4
step: 1
    simple_value: 8
step: 2
    simple_value: 9
TEXT
    events "$mine/logs/events.out.tfevents.1500000001.tfscope" >"$folder/e.txt"; in_order "$folder/e.txt" <<'TEXT'
file_version: "brain.Event:2"
step: 7
    tag: "own"
    simple_value: 0.5
TEXT
)"
report "its checkpoint" "$(checkpoint "$mine/model/m-2" >"$folder/out"; diff - "$folder/out" <<'TEXT'
num_shards: 1
version {
  producer: 1
}
---
flag
0100
dtype: DT_BOOL
shape {
  dim {
    size: 2
  }
}
size: 2
crc32c: 2177806431
---
none

dtype: DT_FLOAT
shape {
  dim {
    size: 0
  }
  dim {
    size: 3
  }
}
offset: 2
crc32c: 2726488792
---
scope/b
0900000000000000
dtype: DT_INT64
shape {
}
offset: 2
size: 8
crc32c: 963770679
---
w
0000803f000000400000404000008040
dtype: DT_FLOAT
shape {
  dim {
    size: 2
  }
  dim {
    size: 2
  }
}
offset: 10
size: 16
crc32c: 1956128844
---
TEXT
    sed "s|$mine|D|" "$mine/model/checkpoint" >"$folder/out"; diff - "$folder/out" <<'TEXT'
model_checkpoint_path: "D/model/m-2"
all_model_checkpoint_paths: "D/model/m-1"
all_model_checkpoint_paths: "D/model/m-2"
TEXT
    protoc --proto_path=src/proto --decode=tensorflow.MetaGraphDef tensorflow.proto <"$mine/model/m-2.meta" >"$folder/out"
    in_order "$folder/out" <<'TEXT'
  tensorflow_version: "1.4.0"
    name: "save/restore_all"
  filename_tensor_name: "save/Const:0"
  save_tensor_name: "save/control_dependency:0"
  restore_op_name: "save/restore_all"
  max_to_keep: 2
  version: V2
TEXT
)"
report "another run restores it" "$(run_in "$mine" tests/cli/restoring_files.py --allow-read "$mine" | sed "s|$mine|D|g" >"$folder/out"; diff - "$folder/out" <<'TEXT'
D/model/m-2 ['D/model/m-1', 'D/model/m-2']
True False
[[1. 2.]
 [3. 4.]] 9 [ True False]
no key True
tensor_name = scope/b; expected dtype float does not equal original dtype int64
TEXT
)"
report "the same bytes every time" "$(cp -r "$mine" "$folder/before"; run_in "$mine" tests/cli/training_files.py --allow-write "$mine" >/dev/null; diff -r "$folder/before" "$mine")"
report "a damaged checkpoint is refused, whichever byte it is" "$(for at in 0 20 60 100 150 200; do
    for file in index data-00000-of-00001; do
        cp "$folder/before/model/m-2.$file" "$mine/model/m-2.$file"
        [ "$(wc -c <"$mine/model/m-2.$file")" -gt $at ] || continue
        "$PYTHON3" -c 'import sys; f = open(sys.argv[1], "r+b"); f.seek(int(sys.argv[2])); c = f.read(1)[0]; f.seek(int(sys.argv[2])); f.write(bytes([c ^ 8]))' "$mine/model/m-2.$file" $at
        run_in "$mine" tests/cli/restoring_files.py --allow-read "$mine" | grep -q 'error: the checkpoint .* is not modelled' || echo "$file $at"
        cp "$folder/before/model/m-2.$file" "$mine/model/m-2.$file"
    done
done)"
cat >"$folder/many.py" <<'TEXT'
import tensorflow as tf
vs = [tf.get_variable('v%04d_%s' % (i, 'x' * 300), initializer=tf.constant(float(i))) for i in range(1200)]
s = tf.Session()
s.run(tf.global_variables_initializer())
tf.train.Saver().save(s, 'DIR/many', write_meta_graph=False)
TEXT
report "many variables: an index of several blocks" "$(run_in "$mine" "$folder/many.py" --allow-write "$mine"
    checkpoint "$mine/many" | grep -c '^crc32c' | grep -qx 1200 || checkpoint "$mine/many" | tail -3
    ls "$mine/many.meta" 2>/dev/null)"
exit $failed
