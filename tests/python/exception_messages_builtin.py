# What the built-in types and functions say when they are used wrongly.


def run(f):
    try:
        return repr(f())
    except Exception as e:
        return '%s: %s' % (type(e).__name__, e)


tests = [
    lambda: 1 + "a", lambda: "a" + 1, lambda: [1] + (2,), lambda: (1,) + [2], lambda: {} + {}, lambda: None + 1, lambda: "a" * "b",
    lambda: [1] * 1.5, lambda: "a" % 1, lambda: 1 // 0, lambda: 1 % 0, lambda: 1.0 / 0, lambda: 1.5 % 0, lambda: 0 ** -1, lambda: -"a", lambda: ~1.5,
    lambda: (1,)[5], lambda: "abc"[10], lambda: {1: 2}[2], lambda: [1]["a"], lambda: "a"["b"], lambda: (1)[0], lambda: len[0],
    lambda: [1, 2].index(3), lambda: (1,).index(2), lambda: "abc".index("z"), lambda: [].pop(), lambda: {}.pop("x"), lambda: set().pop(),
    lambda: {}.popitem(), lambda: [1].remove(2), lambda: {1}.remove(2), lambda: [1].pop(5), lambda: int("1.5"), lambda: int([]),
    lambda: float("x"), lambda: float([]), lambda: dict([1]), lambda: "".join([1]), lambda: "".join([1, "a"]), lambda: "a".foo, lambda: None.foo,
    lambda: abs("a"), lambda: sum(["a"]), lambda: max([]), lambda: max(1), lambda: sorted([1, "a"]), lambda: [3, "x"] < [3, 5],
    lambda: None < 1, lambda: {} < {}, lambda: range("a"), lambda: range(1, 2, 0), lambda: chr(-1), lambda: ord("ab"), lambda: ord(5),
    lambda: hex("a"), lambda: round("a"), lambda: divmod(1, 0), lambda: hash([]), lambda: next([]), lambda: reversed({1}),
    lambda: isinstance(1, "int"), lambda: issubclass(1, int), lambda: "abc".split(""), lambda: "a".encode("nope"), lambda: b"\xff".decode(),
    lambda: "{}".format(), lambda: "{x}".format(), lambda: "%d" % "a", lambda: "%s %s" % "a", lambda: "%s" % ("a", "b"), lambda: "%(x)s" % {},
    lambda: "%q" % 1, lambda: "%" % 1, lambda: "%c" % "ab", lambda: "a".startswith(1), lambda: "a" in 1, lambda: 1 in "a", lambda: print(sep=1),
    lambda: int("9", 8), lambda: int("1", 99), lambda: int(1.5, 2), lambda: [1, 2, 3][::0], lambda: [1][1.5], lambda: type(1, 2), lambda: object(1),
    lambda: super(1), lambda: [].sort(5), lambda: [2, 1].sort(key=5), lambda: {}.update(5), lambda: {1, 2} | [3], lambda: {1} < [2],
    lambda: set().union(5), lambda: frozenset([1]).add(2), lambda: [].extend(5), lambda: [].insert(1), lambda: "a".upper(1), lambda: {}.get(),
    lambda: (1).real(), lambda: "a".join(5), lambda: [1, 2](0), lambda: int.from_bytes(5, 'big'),
    lambda: (lambda x: x)(), lambda: [x for x in 5], lambda: {**5}, lambda: [*5], lambda: (yield_ for yield_ in 5), lambda: "abc".count(1),
    lambda: "%s" % (), lambda: "%.2f" % "x", lambda: "%x" % 1.5, lambda: "%5" % 1, lambda: b"a" + "b", lambda: "a" + b"b", lambda: "é".encode("ascii"),
]
for i, t in enumerate(tests):
    print(i, run(t))
