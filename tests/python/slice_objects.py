# How __getitem__ receives its key, and numbers with __index__.
class G:
    def __getitem__(self, key):
        return key
g = G()
print(g[1], g[1:2], g[::2], g[1, 2], g[1:2, ::3], g[...], g[None], g[:, None], g['a':'b'], g[()], g[-1:])
s = 'abcdefghij'
for start in (None, 0, 2, -3, 20, -20):
    for stop in (None, 0, 5, -1, 20, -20):
        for step in (None, 1, 2, -1, -3):
            print(s[start:stop:step], end=' ')
    print()
l = list(range(6))
for k in (slice(1, 3), slice(None, None, -1), slice(4, 1, -2), slice(10, 20)):
    print(l[k], tuple(l)[k], range(6)[k])
l[slice(0, 2)] = 'x'
print(l, l[True], s[False])
