#: 4.4 default names at the root count on and are never reset there
for i in range(3):
    with tf.variable_scope(None, 'dense') as s: print(s.name)
with tf.variable_scope('other'): pass
with tf.variable_scope(None, 'dense') as s: print(s.name)
#> dense
#> dense_1
#> dense_2
#> dense_3

#: 4.4 leaving a string forgets the counts below it, not its own
def two():
    with tf.variable_scope(None, 'dense') as a: pass
    with tf.variable_scope(None, 'dense') as b: pass
    return a.name, b.name, a.original_name_scope, b.original_name_scope
with tf.variable_scope('out'): print(two())
with tf.variable_scope('out'): print(two())
with tf.variable_scope(None, 'out') as o: print(o.name, two())
#> ('out/dense', 'out/dense_1', 'out/dense/', 'out/dense_1/')
#> ('out/dense', 'out/dense_1', 'out_1/dense/', 'out_1/dense_1/')
#> out_1 ('out_1/dense', 'out_1/dense_1', 'out_2/dense/', 'out_2/dense_1/')

#: 4.4 so the second time get_variable finds what exists, and shares it under reuse=True
def net():
    with tf.variable_scope(None, 'dense'): return tf.get_variable('k', [1])
with tf.variable_scope('out'): a, b = net(), net()
with tf.variable_scope('out', reuse=True): c, d = net(), net()
print(a.name, b.name, a is c, b is d)
with tf.variable_scope('out'):
    try: net()
    except ValueError as e: print(str(e).split('.')[0])
#> out/dense/k:0 out/dense_1/k:0 True True
#> Variable out/dense/k already exists, disallowed

#: 4.4 explicit scopes count as well: a default name takes the smallest suffix that was not opened
for name in ('dense', 'dense_2'):
    with tf.variable_scope(name): pass
for i in range(2):
    with tf.variable_scope(None, 'dense') as s: print(s.name, s.original_name_scope)
with tf.variable_scope(None, 'dense_1') as s: print(s.name)
with tf.variable_scope(None, 'dense_2') as s: print(s.name)
#> dense_1 dense_1/
#> dense_3 dense_3/
#> dense_1_1
#> dense_2_1

#: 4.4 the op scope is numbered by itself
with tf.name_scope('d'): pass
with tf.name_scope('d'): pass
with tf.variable_scope(None, 'd') as s: print(s.name, s.original_name_scope)
tf.no_op('e')
with tf.variable_scope(None, 'e') as s: print(s.name, s.original_name_scope)
with tf.variable_scope(None, 'e') as s: print(s.name, s.original_name_scope)
#> d d_2/
#> e e_1/
#> e_1 e_2/

#: 4.4 entering by string at the root with the full path counts the same scope
with tf.variable_scope('a/d'): pass
with tf.variable_scope('a'):
    with tf.variable_scope(None, 'd') as s: print(s.name)
with tf.variable_scope('a'):
    with tf.variable_scope(None, 'd') as s: print(s.name)
#> a/d_1
#> a/d

#: 4.4 leaving an object brings back the counts of just after entering
with tf.variable_scope('a') as a:
    with tf.variable_scope(None, 'd') as s: print(s.name)
    with tf.variable_scope(a):
        for i in range(2):
            with tf.variable_scope(None, 'd') as s: print(s.name)
    with tf.variable_scope(None, 'd') as s: print(s.name)
with tf.variable_scope(None, 'a') as s: print(s.name)
#> a/d
#> a/d_1
#> a/d_2
#> a/d_1
#> a_1

#: 4.4 the root by object: default names inside are forgotten on leaving, so the next one collides
for i in range(2):
    with tf.variable_scope(None, 'dense'): tf.get_variable('k', [1])
with tf.variable_scope(tf.get_variable_scope()):
    with tf.variable_scope(None, 'dense') as s: print(s.name, tf.get_variable('k', [1]).name)
with tf.variable_scope(None, 'dense') as s:
    print(s.name, s.original_name_scope)
    try: tf.get_variable('k', [1])
    except ValueError as e: print(str(e).split('.')[0])
#> dense_2 dense_2/k:0
#> dense_2 dense_3/
#> Variable dense_2/k already exists, disallowed

#: 4.4 leaving by object restores what strings inside have reset
with tf.variable_scope('a') as a:
    with tf.variable_scope(None, 'd'): pass
    with tf.variable_scope(tf.VariableScope(False, '')):
        with tf.variable_scope('a'): pass
        with tf.variable_scope('a'):
            with tf.variable_scope(None, 'd') as s: print(s.name)
    with tf.variable_scope(None, 'd') as s: print(s.name)
#> a/d
#> a/d_1

#: 4.4 an object that is entered adds one to its own count for good
with tf.variable_scope('a') as a: pass
with tf.variable_scope('b'):
    with tf.variable_scope(a): pass
with tf.variable_scope(None, 'a') as s: print(s.name)
x = tf.VariableScope(False, 'x')
with tf.variable_scope(x): pass
with tf.variable_scope(None, 'x') as s: print(s.name)
#> a_1
#> x_1

#: 4.4 @EMPTY_SCOPE_KEEPS_COUNTS leaving the empty string at the root forgets all counts before 1.9
with tf.variable_scope(None, 'd') as s: print(s.name)
with tf.variable_scope(''): pass
with tf.variable_scope(None, 'd') as s: print(s.name, s.original_name_scope)
with tf.variable_scope('p'):
    with tf.variable_scope(None, 'd') as s: print(s.name)
    with tf.variable_scope(''): pass
    with tf.variable_scope(None, 'd') as s: print(s.name)
#> d
#> [-1.8] d d_1/
#> [1.9-] d_1 d_1/
#> p/d
#> p/d_1

#: 4.4 @EMPTY_SCOPE_KEEPS_COUNTS an empty default name is numbered, too
for i in range(3):
    with tf.variable_scope(None, '') as s: print(repr(s.name))
#> ''
#> [-1.8] ''
#> [1.9-] '_1'
#> [-1.8] ''
#> [1.9-] '_2'

#: 4.4 what is opened below the empty scope has a path of its own
with tf.variable_scope('p'):
    with tf.variable_scope(''):
        for i in range(2):
            with tf.variable_scope(None, 'd') as s: print(s.name)
    with tf.variable_scope(''):
        with tf.variable_scope(None, 'd') as s: print(s.name)
#> p//d
#> p//d_1
#> p//d

#: 4.4 counts belong to the graph
with tf.variable_scope(None, 'd') as s: print(s.name)
with tf.Graph().as_default():
    with tf.variable_scope(None, 'd') as s: print(s.name)
with tf.variable_scope(None, 'd') as s: print(s.name)
tf.reset_default_graph()
with tf.variable_scope(None, 'd') as s: print(s.name)
#> d
#> d
#> d_1
#> d

#: 4.4 an exception inside resets as any leaving does
for i in range(2):
    try:
        with tf.variable_scope('out'):
            with tf.variable_scope(None, 'd') as s:
                print(s.name)
                raise ValueError('x')
    except ValueError: pass
#> out/d
#> out/d

#: 4.4 names that differ only in case count apart, whatever the op scopes do
for name in ('d', 'D', 'd'):
    with tf.variable_scope(None, name) as s: print(s.name, s.original_name_scope)
#> d d/
#> [-1.8] D D/
#> [1.9-] D D_1/
#> [-1.8] d_1 d_1/
#> [1.9-] d_1 d_2/

#: [-1.13] 4.4 captured scopes that are left in the wrong order are refused
with tf.variable_scope('a') as a: pass
with tf.variable_scope('b') as b: pass
x, y = tf.variable_scope(a), tf.variable_scope(b)
x.__enter__(); y.__enter__()
x.__exit__(None, None, None)
#! Refused: leaving captured variable scopes in the wrong order is not modelled
