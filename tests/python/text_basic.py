# Indexing, slicing, iteration, comparison, containment.
s = 'hello, world'
print(s[0], s[-1], s[2:5], s[:3], s[7:], s[::-1], s[::2], s[10:2:-3], s[5:2], s[-100:100], s[100:])
print(len(s), 'world' in s, 'x' not in s, '' in s, 'h' < 'i', 'a' == 'a', 'abc' < 'abd', 'Z' < 'a', 'ab' < 'abc')
u = '你好, wörld 🎉'
print(u, len(u), u[0], u[1:4], u[::-1], u[-1], list(u), u.find('w'), u.index('🎉'), u.count('o'), '好' in u)
print('a' + 'b', 'ab' * 3, 3 * 'x', 'a' * 0, 'a' * -1, 'x' 'y')
for c in 'abc':
    print(c, end=' ')
print()
print([ord(c) for c in u[:3]], max('hello'), sorted('hello'), ''.join(sorted('hello')), tuple('ab'), set('a'), list(enumerate('ab')))
print(str(), str(5), str(1.0), str(None), str(True), str([1, 'a']), str('x'), str(b'x', 'utf-8'), bool(''), bool(' '))
t = 'abc'
t += 'def'
t *= 2
print(t, t is not None, hash('a') == hash('a'), 'a' 'b' == 'ab')
for f in (lambda: s[100], lambda: s['a'], lambda: s[1.5], lambda: s[::0], lambda: s.foo, lambda: s(), lambda: 1 in s, lambda: s + 1, lambda: s['a':]):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
try:
    s[0] = 'x'
except TypeError as e:
    print(e)
try:
    del s[0]
except TypeError as e:
    print(e)
