"""All ways of formatting the same values, and what they do with edges."""
import math

value, name, items = 1234.5678, 'scope', [1, 'two']
print('%d|%5d|%-5d|%05d|%+d|% d' % ((42,) * 6), '%x %X %o %#x %c %c' % (255, 255, 8, 255, 65, 'z'))
print('%f %.1f %10.2f %-10.2f| %e %g %G' % ((value,) * 7), '%s %r %10s %-10s| %.3s' % (name, name, name, name, name))
print('%(a)s %(b)r %(a)5s' % {'a': 'x', 'b': 'y'}, '%s' % (items,), '%d%%' % 99, '%s %s' % (None, True))
print('{} {!r} {:>8} {:<8}| {:^8} {:*^9}'.format(name, name, name, name, name, name), '{0}{1}{0}'.format('a', 'b'))
print('{:d} {:5d} {:05d} {:+d} {:,} {:_} {:b} {:o} {:x} {:#X}'.format(*[42] * 4, 10 ** 6, 10 ** 6, 5, 8, 255, 255))
print('{:f} {:.2f} {:10.3e} {:g} {:%} {:,.1f}'.format(*[value] * 4, 0.1234, value))
print('{a.real} {b[0]} {c[key]} {d:{w}.{p}}'.format(a=3, b=items, c={'key': 1}, d=math.pi, w=8, p=3))
print(f'{name} {name!r} {value:.2f} {value:{10}.{2}f} {len(items)} {items[1]:>5} {{}} {"nested"} {name + "!"}')
print(f'{3 > 2} {[x * 2 for x in range(3)]} {(lambda x: x + 1)(1)} {name:>{len(name) + 2}} {value!s:.6}')
for x in (0.1, 1e16, 1e-5, 123456789.0, 1e22, 0.1 + 0.2, float('inf'), float('nan'), -0.0, 5e-324, 1 / 3):
    print(repr(x), '%s %.3g' % (x, x), '{:.2f}'.format(x), format(x, 'g'), sep=' | ')
for bad in (lambda: '%d' % 'x', lambda: '%s %s' % 'a', lambda: '%s' % ('a', 'b'), lambda: '{}'.format(),
            lambda: '{:d}'.format('x'), lambda: '{a}'.format(b=1), lambda: '%q' % 1, lambda: '{:z<<5}'.format(1),
            lambda: format([], '5'), lambda: '{0.x}'.format(1), lambda: '%(a)s' % [1]):
    try:
        print(bad())
    except (TypeError, ValueError, KeyError, IndexError, AttributeError) as e:
        print(type(e).__name__, e)
print('a\tb'.expandtabs(4), 'x'.center(4, '-'), 'abc'.zfill(5), '-7'.zfill(4), 'tensor'[::-1], 'ab' * 3, sep='|')
print(str(3.0), repr('it\'s "quoted"'), ascii('caf\xe9'), '\u4e2d\u6587', len('\u4e2d'), 'caf\xe9'.encode('utf-8'))
