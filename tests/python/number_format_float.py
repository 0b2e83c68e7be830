# Floats as text: repr, str, format and %, at the edges of each form.
values = (0.0, -0.0, 1.0, -1.5, 0.1, 1 / 3, 2 / 3, 1e16, 1e15, 123456789.123, 1e-4, 1e-5, 1.5e300, 5e-324, 9.995, 0.5, 1.5, 2.5, 1e22, 1e23, 123e-7, 99999.5, 0.00012345)
for v in values:
    print(repr(v), str(v), '%s %r' % (v, v), [v], '%f %.2f %e %.3e %g %.3g %.10g' % (v, v, v, v, v, v, v))
    print(' ', f'{v:.0f} {v:.1f} {v:10.3f}| {v:<10.2e}| {v:+.2f} {v: .2f} {v:08.2f} {v:,.2f} {v:_.1f} {v:g} {v:.4g} {v:.3} {v:10} {v:n} {v:%} {v:.1%}|')
    print(' ', f'{v:#.0f} {v:#g} {v:#.3g} {v:E} {v:G} {v:F} {v:.17g} {v:.20f} {v:z.1f}')
for v in (float('inf'), float('-inf'), float('nan')):
    print(v, [v], '%f %e %g %5.1f %05d' % (v, v, v, v, 1), f'{v:.2f} {v:10} {v:<10}| {v:010} {v:+} {v:F} {v:E} {v:%} {v:,}', '%F %G %E' % (v, v, v))
print(1e100, 1.7976931348623157e308, 2.2250738585072014e-308, 4.35, 4.349999999999999, 0.1 + 0.2, 1.1 + 2.2, 3 * 1.1, 100 * 1.1, 1e21 + 1)
print(123456.0, 1234567890123456.0, 12345678901234567.0, 0.0001, 0.00001, 1e-7, -1e-10, 1.0e5, 100000000000000000000.0)
print(f'{1e10:.0f} {1e10:g} {1e16:g} {123456:g} {1234567:g} {0.0001:g} {0.00001:g} {1.10:g} {100:g} {1e5:g} {1e6:g}')
print('%.15g %.16g %.17g' % (0.1, 0.1, 0.1), '%.50f' % 0.1, '%.0e' % 12345, '%#.0e' % 12345, '%5.0f|%-8.1f|%+.1f|% .1f' % (2.5, 1.25, 0.05, 0.25))
for spec in ('d', 'x', 's', 'c', 'b', '.', '.f', ',,', 'ff', '10.2', '.2f5', '+-f'):
    try:
        print(spec, format(3.14159, spec))
    except ValueError as e:
        print(spec, e)
total = 0.0
for price, count in ((19.99, 3), (0.05, 7), (1250.0, 1), (3.333, 9)):
    total += price * count
    print('%-10s %3d x %9.2f = %10.2f' % ('item', count, price, price * count))
print('{:>31}'.format(f'{total:,.2f}'), round(total, 2), total)
