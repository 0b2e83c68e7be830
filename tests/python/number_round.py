# round, abs, divmod, pow, sum, min, max.
print(round(2.5), round(3.5), round(-2.5), round(0.5), round(1.5), round(2.4), round(2.6), round(7))
print(round(2.675, 2), round(1.005, 2), round(1.115, 2), round(0.125, 2), round(0.375, 2), round(1e20, 2), round(123.456, 1))
print(round(1234.5, -2), round(1250.0, -2), round(1350.0, -2), round(15, -1), round(25, -1), round(-15, -1), round(1234, -2), round(5, 3), round(49, -2), round(51, -2))
print(round(0.1, 5), round(5e-324, 3), round(1e300, -299), round(-0.4), round(-0.0), round(1.0, 400), round(123.0, -400))
print(type(round(2.0)).__name__, type(round(2.0, 0)).__name__, round(2.5, 0), round(3.5, None))
print(abs(-5), abs(-2.5), abs(True), abs(-0.0))
print(divmod(17, 5), divmod(-17, 5), divmod(17.5, 5), divmod(True, 2))
print(pow(2, 10), pow(2, -1), pow(3, 4, 5), pow(7, -1, 11), pow(2, 0, 1), pow(-3, 3, 7), pow(3, 3, -7), pow(2.0, 3))
print(sum([1, 2, 3]), sum((0.1, 0.2)), sum([], 5), sum([[1], [2]], []), sum(x * x for x in range(5)), sum([True, True]))
print(min(3, 1, 2), max([4, 9, 2]), min('hello'), max('a', 'b', key=ord), min([], default='none'), max({'a': 3, 'b': 1}, key={'a': 3, 'b': 1}.get))
print(min([3, -4, 2], key=abs), max(1, 1.0), max(1.0, 1), min((2, 'a'), (2, 'b')))
for f in (lambda: min(), lambda: min([]), lambda: max(1), lambda: max(1, 'a'), lambda: sum(['a']), lambda: sum(['a'], ''), lambda: abs('a'),
          lambda: round('a'), lambda: pow(2, 3, 0), lambda: pow(2, -1, 4), lambda: max(1, 2, default=3), lambda: divmod(1, 0), lambda: divmod(1.0, 0),
          lambda: divmod('a', 1), lambda: pow(2.0, 3, 4), lambda: chr(-1), lambda: chr('a'), lambda: ord('ab'), lambda: ord(1), lambda: hex(1.5)):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
