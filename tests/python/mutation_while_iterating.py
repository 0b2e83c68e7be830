# What happens when a container changes while a loop goes over it.
a = [1, 2, 3, 4, 5, 6]
for x in a:
    if x % 2 == 0:
        a.remove(x)
print(a)
a = [1, 2, 3]
for i, x in enumerate(a):
    if i < 3:
        a.insert(0, x * 10)
print(a)
a = [1, 2, 3, 4]
for x in a[:]:
    a.remove(x)
print(a)
a = [1, 2, 3]
it = iter(a)
next(it)
a.clear()
print(list(it), list(it))
a.append(9)
print(list(it))
a = [1, 2, 3]
r = reversed(a)
next(r)
a.pop()
a.pop()
print(list(r))
d = {'a': 1, 'b': 2}
for k in list(d):
    d[k + k] = d.pop(k)
print(d)
for k in d:
    d[k] += 1
print(d)
try:
    for k in d:
        d['new'] = 0
except RuntimeError as e:
    print(e, d)
try:
    for k, v in d.items():
        del d[k]
except RuntimeError as e:
    print(e, d)
s = {1, 2, 3}
try:
    for x in s:
        s.discard(x)
except RuntimeError as e:
    print(e, len(s))
s = {1, 2, 3}
for x in s.copy():
    s.remove(x)
print(s)
m = map(lambda x: x + 1, a)
a.append(100)
print(list(m))
z = zip(a, iter('xyz'))
a.append(200)
print(list(z))
g = (x for x in a if x in seen)
seen = {1, 200}
print(list(g))
b = [0]
for x in b:
    if len(b) < 5:
        b.append(x + 1)
print(b)
b = [3, 1, 2]
try:
    b.sort(key=lambda x: b.append(x) or x)
except ValueError as e:
    print(e)
