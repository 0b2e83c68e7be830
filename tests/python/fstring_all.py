# f-strings: conversions, nested specs, quotes, expressions of every kind, =, dates of formatting.
import datetime
name, x, pi, big = 'Ann', 42, 3.14159, 1234567.891
width, prec = 10, 3
print(f'{name} {x} {pi}', f'{name!r} {name!s} {name!a}', f'{x:5d}|{x:<5}|{x:^5}|{x:>5}|{x:05}|{x:+}|{x: }')
print(f'{pi:.2f} {pi:{width}.{prec}f} {pi:e} {pi:g} {pi:10.2e}| {big:,.2f} {big:_} {x:,}')
print(f'{x:b} {x:o} {x:x} {x:X} {x:#b} {x:#o} {x:#x} {x:#010x} {x:c} {0.256:.1%} {x:08.3f}')
print(f'{name:>{width}}|{name:*^{width}}|{name:<{width}}|{name:.2}|{name:10.1}|')
print(f'{{}} {{{x}}} {{x}} {x}}}', f'{"quoted"} {"it" + "s"}', f"{'a' if x > 1 else 'b'}")
print(f'{x + 1} {x * 2 ** 3} {(lambda a: a * 2)(x)} {[i for i in range(3)]} { {"k": 1}["k"] } {x!r:>6}')
print(f'{x=} {x = } {x=:>5} {name=} {name=!s} {pi=:.1f} {x+1=}')
print(f'a' 'b' f'{x}' "c" f"{name[0]}{name[-1]} {name.upper()} {len(name)}", rf'\n{x}\t', f'\n{x}'.strip())
print(f'''multi
{x}
  line {name}''')
d = {'key': [1, 2, {'deep': 'value'}]}
print(f"{d['key'][2]['deep']} {d['key'][:2]} {max(d['key'][:2])}")


class P:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __format__(self, spec):
        if spec.endswith('p'):
            return f'<{self.x:{spec[:-1]}}, {self.y:{spec[:-1]}}>'
        return f'({self.x}, {self.y}){spec!r}'


p = P(1.5, 2.25)
print(f'{p} {p:.1fp} {p:abc} {p.x:>6} {p!r:.6}')
when = datetime.datetime(2017, 6, 5, 14, 30)
print(f'{when:%Y-%m-%d %H:%M} {when.year} {when:%B %d}')
print(f'{True} {None} {...} {1j if False else 0} {3:{"<"}5}| {"x":{"*"}>{3}}')
print(f'{1_000_000:,} {-5:05d} {-0.0} {float("inf")} {float("nan")} {1e100} {1e-7} {100000000000000000000.0}')
print(f'{x:d}' f'{x:n}', f'{"":5}|', f'{"é":>3}|{"日本":>4}|')
for bad in (lambda: f'{name:d}', lambda: f'{x:.2d}', lambda: f'{pi:d}', lambda: f'{[]:5}', lambda: f'{x:q}',
            lambda: f'{None:>5}', lambda: f'{undefined}', lambda: f'{name:,}', lambda: f'{name:+}', lambda: f'{x:s}',
            lambda: f'{name:=5}', lambda: f'{pi:c}', lambda: f'{{}}'.format(1), lambda: f'{x:{name}}',
            lambda: f'{1:10000000000000000000000}'):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
print('{0} {1} {0}'.format('a', 'b'), '{} {}'.format(1, 2), '{a} {b:>4}'.format(a=1, b=2), '{0[1]} {1.year} {2[k]}'.format([1, 2], when, {'k': 'v'}))
print('{:{}}|{:>{w}.{p}f}'.format('x', 5, pi, w=8, p=2), '{!r}'.format('q'), '{{{}}}'.format(1), '{:%}'.format(0.5))
for bad in (lambda: '{} {}'.format(1), lambda: '{a}'.format(b=1), lambda: '{0} {}'.format(1), lambda: '{'.format(1),
            lambda: '}'.format(1), lambda: '{0.nothing}'.format(1), lambda: '{0[9]}'.format([1]), lambda: '{!x}'.format(1)):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
