# A loop that is left early ends the generator that only it had; one that has a name goes on later.
def gen(n):
    try:
        for i in range(n):
            yield i
    finally:
        print('cleanup', n)

for x in gen(5):
    if x == 2:
        break
print('after')

def first(n):
    for x in gen(n):
        return x
print(first(3))

g = gen(9)
for x in g:
    break
print('still', next(g))
for x in iter(g):
    break
print('still', next(g))

class Holder:
    def __init__(self):
        self.g = gen(7)
    def stream(self):
        return self.g
h = Holder()
for x in h.stream():
    break
print(next(h.g))

def make(n):
    return gen(n)
for a in make(2):
    for b in make(3):
        if b == 1:
            break
    else:
        print('no')
    print(a, b)

def bad():
    try:
        yield 1
        yield 2
    finally:
        raise ValueError('in cleanup')
for x in bad():
    break
print('goes on')
def nested():
    yield from gen(4)
for x in nested():
    while True:
        break
    if x: break
try:
    for x in gen(6):
        try:
            break
        finally:
            print('inner finally')
finally:
    print('outer')
print('end')
g.close()
h.g.close()
