# while and for with else, break and continue at all depths, nested with try; loop variables after the loop.
for n in range(2, 12):
    for d in range(2, n):
        if n % d == 0:
            print(n, '=', d, '*', n // d)
            break
    else:
        print(n, 'is prime')
i = 0
while i < 3:
    i += 1
    if i == 2:
        continue
    print('i', i)
else:
    print('while else', i)
while True:
    i -= 1
    if i < 0:
        break
else:
    print('never')
for x in []:
    pass
else:
    print('empty else')
try:
    print(x)
except NameError as e:
    print(e)
for i in range(3):
    pass
print(i)
for i in range(3):
    i = 10
    print(i, end=' ')
print()
for a, (b, c) in [(1, (2, 3)), (4, 'xy')]:
    print(a, b, c)
for i, *rest in ['abc', (1,), [2, 3]]:
    print(i, rest)
d = {}
for d['key'] in 'ab':
    print(d)
out = []
for i in range(3):
    for j in range(3):
        if j == 1:
            continue
        if i == 2:
            break
        out.append((i, j))
    else:
        out.append('else %d' % i)
        continue
    out.append('broken')
print(out)


def find(grid, v):
    for y, row in enumerate(grid):
        for x, cell in enumerate(row):
            if cell == v:
                return x, y
    return None


print(find(['abc', 'def'], 'e'), find([], 1))


def tries():
    for i in range(4):
        try:
            if i == 0:
                continue
            if i == 2:
                break
            print('body', i)
        except ValueError:
            print('no')
        else:
            print('else', i)
        finally:
            print('finally', i)
    while True:
        try:
            return 'returned'
        finally:
            print('last')


print(tries())
n = 27
steps = 0
while n != 1:
    n = n // 2 if n % 2 == 0 else 3 * n + 1
    steps += 1
print(steps)
queue = [1]
while queue:
    v = queue.pop(0)
    if v < 20:
        queue.extend([v * 2, v * 3])
    print(v, end=' ')
print(len(queue))
for i in range(10, 0, -3):
    print(i, end=',')
for i in range(0):
    print('none')
for c in 'héllo':
    print(c, end='|')
for k in {'z': 1, 'a': 2}:
    print(k, end=' ')
for k, v in sorted({'z': 1, 'a': 2}.items()):
    print(k, v, end=' ')
for a, b in zip('ab', range(5)):
    print(a, b, end=' ')
for line in 'one\ntwo\n'.splitlines():
    print(line)
it = iter(range(5))
for i in it:
    if i == 1:
        break
print(list(it), i)
lst = [1, 2, 3, 4]
for v in lst[:]:
    if v % 2:
        lst.remove(v)
print(lst)
for i, v in enumerate(lst):
    lst[i] = v * 10
print(lst, i, v)
if not lst: print('empty')
elif len(lst) == 2: print('two'); print('same line')
else: print('many')
for i in range(2): print(i); print('-')
while i: i -= 1; print('dec')
