# Built-in names can be covered and come back.
list_ = list
def f():
    len = lambda x: 'local len'
    return len([1])
print(f(), len([1]))
sum = 0
for i in range(3):
    sum += i
print(sum)
del sum
print(sum([1, 2]))
str = 'text'
print(str, 'a'.join(['x', 'y']))
del str
print(str(5))
max = min
print(max(1, 2))
del max
print(max(1, 2))
def print_twice(*args, print=print, **kw):
    print(*args, **kw)
    print(*args, **kw)
print_twice('a', 'b', sep='+')
import builtins
print(builtins.len('abc'), builtins.print is print, hasattr(builtins, 'xrange'), builtins.__name__)
class Fake:
    def len(self):
        return len('four')
    id = 5
print(Fake().len(), Fake.id, id is not None)
try:
    del len
except NameError as e:
    print(e)
def g():
    try:
        int = int('5')
    except UnboundLocalError as e:
        return type(e).__name__
    return int
print(g(), type is type(int), isinstance(type, object))
methods = [str.upper, 'abc'.upper, len, lambda s: s * 2]
print([m('abc') if i != 1 else m() for i, m in enumerate(methods)], list(map(str.strip, [' a ', 'b '])), sorted(['b', 'A'], key=str.lower))
append = [].append
append(1)
add = {1}.add
print(append.__name__, add(2), list.append.__name__, str.join('-', ['a', 'b']), dict.get({'a': 1}, 'a'), list.__len__([1, 2]), int.__add__(1, 2), 'abc'.__getitem__(1), [3].__contains__(3))
for wrong in (lambda: list.append(1, 2), lambda: str.upper(5), lambda: list.append(), lambda: dict.get([], 1)):
    try:
        wrong()
    except TypeError as e:
        print(e)
