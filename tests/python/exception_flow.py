def a():
    try:
        1 / 0
    except ZeroDivisionError:
        raise ValueError('second')
try: a()
except ValueError as e:
    print(repr(e), e.args, repr(e.__context__), e.__cause__)
try:
    try: {}['k']
    except KeyError as e: raise RuntimeError('x') from e
except RuntimeError as e: print(repr(e.__cause__), e.__suppress_context__)
class MyE(Exception):
    def __init__(self, a, b): self.a = a; self.b = b
class MyF(MyE):
    def __str__(self): return 'F:%s' % self.a
try: raise MyE(1, 2)
except MyE as e: print(e, repr(e), e.args, e.a)
try: raise MyF(1, 2)
except Exception as e: print(e, repr(e))
try: raise KeyError('abc')
except KeyError as e: print(e, str(e), e.args)
try: raise ValueError
except ValueError as e: print(repr(e), str(e) == '')
try: raise ValueError('a', 1)
except ValueError as e: print(e, repr(e))
try: raise 3
except TypeError as e: print(e)
try: raise
except RuntimeError as e: print(e)
def fin():
    try: return 'try'
    finally: print('finally')
print(fin())
def fin2():
    for i in range(3):
        try:
            if i == 1: continue
            if i == 2: break
            print('body', i)
        finally: print('fin', i)
    return 'done'
print(fin2())
def fin3():
    try: raise ValueError(1)
    finally: return 'swallowed'
print(fin3())
def els():
    try: pass
    except Exception: print('no')
    else: print('else')
    finally: print('fin')
els()
try:
    try: raise ValueError('v')
    except TypeError: print('no')
except (KeyError, ValueError) as e: print('tuple', e)
try:
    try: raise ValueError('again')
    except ValueError: raise
except ValueError as e: print('reraised', e)
try: e
except NameError as x: print(x)
try: assert 1 == 2, 'msg'
except AssertionError as e: print(e)
try: assert 0
except AssertionError as e: print(repr(e))
try:
    try: 1/0
    finally: print('cleanup')
except ZeroDivisionError as e: print('z', e)
try: int('x')
except (TypeError, ValueError) as e: print(e)

def nest():
    try: raise KeyError(1)
    except KeyError:
        try: raise ValueError(2)
        except ValueError as e:
            print(type(e.__context__).__name__)
    try: raise TypeError(3)
    except TypeError as e: print(e.__context__)
nest()
def unbound():
    try:
        print(q)
        q = 1
    except UnboundLocalError as e: print(type(e).__name__)
unbound()
try:
    a, b = 1, 2, 3
except ValueError as e: print(e)
try:
    a, b = [1]
except ValueError as e: print(e)
try:
    a, b = 5
except TypeError as e: print(e)
try:
    a, *b = []
except ValueError as e: print(e)
try: [].x
except AttributeError as e: print(e)
try: [][0]
except IndexError as e: print(e)
try: 'a' + 1
except TypeError as e: print(e)
try: 1 + 'a'
except TypeError as e: print(e)
try: 1 < 'a'
except TypeError as e: print(e)
try: x = 1; x += 'a'
except TypeError as e: print(e)
try: 2 ** 'a'
except TypeError as e: print(e)
try: [] - []
except TypeError as e: print(e)
try: None.foo
except AttributeError as e: print(e)
try: __builtins__.None_ if False else (lambda: 1)()
except TypeError as e: print(e)
q_ = None
try: q_()
except TypeError as e: print(e)
try: ~1.5
except TypeError as e: print(e)
try: len(3)
except TypeError as e: print(e)
try:
    for i in 3: pass
except TypeError as e: print(e)
try: raise StopIteration(5)
except StopIteration as e: print(e.value)
print(issubclass(ZeroDivisionError, ArithmeticError), ZeroDivisionError.__mro__)
e = ValueError('kept'); print(e.args, isinstance(e, Exception))
try: raise e
except ValueError as f: print(f is e)
class Ctx:
    def __enter__(self): return self
    def __exit__(self, *a): print('exit', a[0]); raise KeyError('from exit')
try:
    with Ctx(): raise ValueError('orig')
except KeyError as k: print(repr(k), repr(k.__context__))
def gen_fin():
    try: yield 1
    finally: print('gen fin')
for x in gen_fin(): pass
raise MyF('uncaught', 2)
