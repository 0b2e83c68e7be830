#!/bin/sh
# test_pytutor.sh: the trace form of Python Tutor, read by python3: each point is whole, refers to nothing that is not
# there, and says what the program's state was.
cd "${TFSCOPE_SRCDIR:-.}" || exit 1
tfscope=${TFSCOPE:?must name the program}
if ! command -v python3 >/dev/null 2>&1; then
    echo 1..1
    echo "ok 1 - nothing to check with: python3 is not installed"
    exit 0
fi
folder=$(mktemp -d) || exit 1
trap 'rm -rf "$folder"' EXIT
"$tfscope" export tests/cli/tutored.py --format pytutor -o "$folder/a.json" || exit 1
"$tfscope" export --tf 1.4 tests/course/06-reuse-five-cases/program.py --format pytutor -o "$folder/b.json" || exit 1
"$tfscope" trace --json tests/cli/tutored.py >"$folder/trace.json" 2>/dev/null
"$tfscope" export "$folder/trace.json" --format pytutor -o "$folder/c.json" || exit 1
python3 - "$folder" <<'PYTHON'
import json, sys
folder = sys.argv[1]
cases = []

def case(name):
    return lambda f: cases.append((name, f))

def load(name):
    return json.load(open("%s/%s.json" % (folder, name)))

def refs(value):
    if isinstance(value, list):
        if value and value[0] == "REF":
            yield value[1]
        for v in value:
            for r in refs(v):
                yield r

def check_points(data):
    printed = ""
    assert data["code"] and data["trace"]
    for point in data["trace"]:
        assert point["event"] in ("step_line", "return", "uncaught_exception"), point["event"]
        assert 1 <= point["line"] <= data["code"].count("\n") + 1
        assert point["stdout"].startswith(printed)
        printed = point["stdout"]
        assert sorted(point["globals"]) == sorted(point["ordered_globals"])
        shown = [point["globals"]] + [f["encoded_locals"] for f in point["stack_to_render"]]
        used = [r for names in shown for v in names.values() for r in refs(v)]
        used += [r for v in point["heap"].values() for r in refs(v)]
        for r in used:
            assert str(r) in point["heap"], r
        assert sum(f["is_highlighted"] for f in point["stack_to_render"]) <= 1

@case("every point is whole")
def _():
    check_points(load("a"))

@case("a lesson's program, too")
def _():
    check_points(load("b"))

@case("and what is made of a trace that was read")
def _():
    check_points(load("c"))
    assert [p["line"] for p in load("a")["trace"]] == [p["line"] for p in load("c")["trace"]]

@case("what the program held at its end")
def _():
    point = load("a")["trace"][-1]
    g, heap = point["globals"], point["heap"]
    assert g["values"] == g["same"]
    assert heap[str(g["values"][1])] == ["LIST", 1, 2, 3]
    names = heap[str(g["names"][1])]
    assert names[0] == "DICT" and names[1] == ["a", g["values"]] and names[3] == ["4", None]
    assert heap[str(names[2][1][1])] == ["TUPLE", 3, 0.5]
    assert heap[str(g["p"][1])] == ["INSTANCE", "Point", ["x", "it"]]
    assert g["half"] == 0.5 and g["whole"] == ["SPECIAL_FLOAT", "2.0"]
    assert point["event"] == "uncaught_exception" and point["exception_msg"] == "ValueError: no"
    assert point["stdout"] == "6 it's\n"

@case("a function that runs is on the stack")
def _():
    inside = [p for p in load("a")["trace"] if p["line"] == 9]
    assert len(inside) == 5  # two numbers, then three
    assert [f["func_name"] for f in inside[0]["stack_to_render"]] == ["total"]
    assert inside[1]["stack_to_render"][0]["encoded_locals"]["result"] == 1

print("1..%d" % len(cases))
failed = 0
for i, (name, f) in enumerate(cases):
    try:
        f()
        print("ok %d - %s" % (i + 1, name))
    except Exception as e:
        failed = 1
        print("not ok %d - %s\n# %r" % (i + 1, name, e))
sys.exit(failed)
PYTHON
