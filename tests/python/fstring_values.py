# f-strings over the built-in kinds.
x, y, name = 3, 2.5, 'tf'
d = {'a': 1}
l = [1, 2, 3]
print(f'{x} {y} {name} {x + y} {x!r} {name!r} {name!s:>5} {name!a}', f'{x:5d}|{y:.3f}|{name:^6}|{x:05}|{y:>8.1f}', f'{{}} {{{x}}}', f"{d['a']} {l[0]} {l[-1:]} {len(l)}", f'{x:{y:.0f}}', f'{x=} {y = } {name=!s} {x=:04d}')
print(f'{[i * 2 for i in l]} { {1, 2} } {d} {(1,)} {None} {True}', f'{x if x > 2 else y}', f'{"nested"}', f'{x:,} {1234567:,} {0.5:%} {255:#x} {1e10:g}')
print(f'a{x}b' f'c{y}d' 'e{x}f', f'''multi
{x}''', rf'\n{x}', f'{x}' + '{x}', f'{lambda_(2)}' if (lambda_ := lambda v: v + 1) else '')
for v in (1, 1.0, 'a', [1], None):
    for spec in ('', '5', 'd', '.2f', 's'):
        try:
            print(f'[{v:{spec}}]', end=' ')
        except Exception as e:
            print(type(e).__name__, e, end=' ')
    print()
