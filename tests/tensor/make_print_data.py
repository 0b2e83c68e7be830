"""Writes print.jsonl: arrays, and how numpy prints them.

Run by hand, with numpy 1.24: python3 make_print_data.py >print.jsonl

A line has the dtype, the shape, the elements as hexadecimal bytes (lowest byte first; the list
is repeated until the array is full), str(array), repr(array), and str() of the first element.
Strings are arrays of objects that are bytes, as TensorFlow returns them.
"""
import json
import random

import numpy as np

rng = random.Random(20)


def case(pattern, shape):
    count = int(np.prod(shape))
    flat = np.resize(pattern, count) if count else pattern[:0]
    array = flat.reshape(shape)
    if array.dtype == object:
        name, elements = "string", [bytes(b).hex() for b in pattern]
    else:
        size = array.dtype.itemsize
        raw = pattern.tobytes().hex()
        name = array.dtype.name
        elements = [raw[i : i + 2 * size] for i in range(0, len(raw), 2 * size)]
    text = str(array)
    if name == "string" and shape == ():
        text = repr(array.item())
    line = {"dtype": name, "shape": list(shape), "hex": " ".join(elements), "str": text,
            "repr": repr(array)}
    if count:
        first = array.ravel()[0]
        line["scalar"] = repr(first) if name == "string" else str(first)
    print(json.dumps(line))


def objects(*items):
    array = np.empty(len(items), object)
    for i, item in enumerate(items):
        array[i] = item
    return array


FLOATS = [
    [0], [-0.0], [1], [0.1], [1e-4], [9.999e-5], [1e-5], [1e8], [99999992.0], [1e16], [9.9e15],
    [1.5, 2, -3.25], [0.1, 0.2, 0.30000000000000004], [1e-9, 1], [1e9, 1], [1, 1000], [1, 1001],
    [0.5, 500.5, 0.25], [100000.5, 0.125], [np.nan], [np.inf, 1], [-np.inf, 1.5], [np.nan, -1.25],
    [np.nan, np.inf, -np.inf], [1e10, np.inf], [1e10, np.nan, -1], [123456.789, 0.001],
    [0.99999999, 1], [0.999999999, 1], [0.123456789012, 12.5], [1e300, 1], [1e-300, 1e300],
    [5e-324], [65504, 1], [2.0**15, 0], [2.0**26 + 8, 0], [2.0**-44], [1 / 3, 2 / 3],
    [-1 / 3, 100], [1e5, 2e5], [12345678.9], [0.00012345678, 0.1], [3e-5, 4, 5],
]
SHAPES = [(7,), (2, 5), (3, 1, 4), (2, 2, 2, 2), (1,), (40,), (1, 30)]

with np.errstate(all="ignore"):
    for name in ("float16", "float32", "float64"):
        for values in FLOATS:
            case(np.array(values).astype(name), (len(values),))
        for values in ([0.1], [1], [1e-5], [np.nan], [-np.inf], [123456.789], [1e16], [1 / 3]):
            case(np.array(values).astype(name), ())
        for shape in SHAPES:
            case(np.array([rng.gauss(0, 1) for _ in range(11)]).astype(name), shape)
            case(np.array([rng.gauss(0, 1e4) for _ in range(7)]).astype(name), shape)
        for shape in ((0,), (0, 3), (2, 0), (1001,), (40, 40), (7, 9, 17), (1500, 1)):
            case(np.array([0.5, 1, -2.25, 1e-3, 7]).astype(name), shape)
    case(np.array([1, 0.5], "float32"), (1000,))
    for name in ("complex64", "complex128"):
        for values in ([1 + 2j], [1j], [-0.0 + 1j], [0], [1.5 - 2j, 3], [1e10 + 1j, 1],
                       [complex(np.nan, 1), complex(1, np.inf)], [complex(0, np.nan)],
                       [0.1 + 100.25j, 2 - 1e-3j]):
            case(np.array(values).astype(name), (len(values),))
            case(np.array(values[:1]).astype(name), ())
        case(np.array([1 + 2j, -0.5j]).astype(name), (3, 4))
for name in ("int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64"):
    info = np.iinfo(name)
    case(np.array([info.min, info.max, 7], name), (3,))
    case(np.array([1, 20, 3], name), (4, 5))
    case(np.array([info.max], name), ())
    case(np.array([5], name), (0, 2))
    case(np.arange(93, 105).astype(name), (40,))
case(np.array([1, 22, 333, -4444], "int64"), (2000,))
case(np.array([0, 1, 2, 3, 4, 55555], "int32"), (20, 100))
for shape in ((), (1,), (3,), (2, 3), (50,), (0,), (1100,)):
    case(np.array([True, False, True, True]), shape)
for items in ([b"a", b"bc"], [b""], [b"it's"], [b"say \"it's\""], [b"\\ \n\r\t\0\x7f\xff"],
              ["\u53d8\u91cf".encode()], [b"x" * 90, b"y"], [b"a long element"]):
    for shape in ((), (len(items),), (2, 3), (12,)):
        case(objects(*items), shape)
case(objects(b"a"), (0,))
case(objects(b"a", b"bb"), (1200,))
