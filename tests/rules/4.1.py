#: 4.1 a string: prefix below the current prefix, op scope uniquified below the current op scope
with tf.variable_scope('a') as a:
    print(a.name, a.original_name_scope, tf.get_variable('v', [1], initializer=tf.constant_initializer(0.)).name)
    with tf.variable_scope('b') as b:
        print(b.name, b.original_name_scope, tf.no_op('x').name)
with tf.name_scope('n'):
    with tf.variable_scope('a') as a:
        print(a.name, a.original_name_scope)
        with tf.variable_scope('b') as b:
            print(b.name, b.original_name_scope, tf.no_op('x').name)
with tf.variable_scope('a') as a:
    print(a.name, a.original_name_scope, tf.no_op('x').name)
print(repr(tf.get_variable_scope().name), repr(tf.get_variable_scope().original_name_scope), tf.no_op('x').name)
#> a a/ a/v:0
#> a/b a/b/ a/b/x
#> a n/a/
#> a/b n/a/b/ n/a/b/x
#> a a_1/ a_1/x
#> '' '' x
#n [-1.1] a/v/Initializer/Const:Const a/v:VariableV2() a/v/Assign:Assign(a/v,a/v/Initializer/Const) a/v/read:Identity(a/v) a/b/x:NoOp() n/a/b/x a_1/x x
#n [1.2-] a/v/Initializer/Const:Const a/v:VariableV2() a/v/Assign:Assign(a/v,a/v/Initializer/Const) a/v/read:Identity(a/v) a/b/x:NoOp() n/a/b/x a_1/x x

#: 4.1 an object: absolute prefix, its own original_name_scope, op scope of its last component below the current one
with tf.variable_scope('a'):
    with tf.variable_scope('b') as b:
        pass
with tf.variable_scope('c'):
    with tf.variable_scope(b) as again:
        print(again.name, again.original_name_scope, tf.no_op('x').name, again is b)
with tf.variable_scope(b) as again:
    print(again.name, again.original_name_scope, tf.no_op('x').name)
    with tf.variable_scope(b) as nested:
        print(nested.name, nested.original_name_scope, tf.no_op('x').name)
#> a/b a/b/ c/b/x False
#> a/b a/b/ b/x
#> a/b a/b/ b/b/x
#n c/b/x:NoOp b/x b/b/x

#: 4.1 an object without a name opens no op scope and keeps its empty original_name_scope
root = tf.get_variable_scope()
with tf.variable_scope('a'):
    with tf.variable_scope(root) as r:
        print(repr(r.name), repr(r.original_name_scope), r is root, tf.no_op('x').name)
        with tf.variable_scope('b') as b:
            print(b.name, b.original_name_scope)
with tf.variable_scope(root):
    print(tf.no_op('x').name)
#> '' '' False a/x
#> b a/b/
#> x

#: 4.1 default_name: like a string that is made unique first
for i in range(3):
    with tf.variable_scope(None, 'd') as s:
        print(s.name, s.original_name_scope, tf.no_op('x').name)
with tf.variable_scope('o'):
    with tf.variable_scope(None, default_name='d') as s:
        print(s.name, s.original_name_scope)
#> d d/ d/x
#> d_1 d_1/ d_1/x
#> d_2 d_2/ d_2/x
#> o/d o/d/

#: 4.1 default_name is ignored beside a name of any form
with tf.variable_scope('a', 'd') as a:
    print(a.name)
with tf.variable_scope(a, 'd') as s:
    print(s.name, s.original_name_scope)
with tf.variable_scope('', 'd') as s:
    print(repr(s.name), repr(s.original_name_scope), tf.no_op('x').name)
with tf.variable_scope('b', default_name=7) as s:
    print(s.name)
with tf.variable_scope('c', 'd', reuse=True) as s:
    print(s.name, s.reuse)
#> a
#> a a/
#> '' '' x
#> b
#> c True

#: 4.1 the empty string opens no op scope and prolongs the prefix by a slash
with tf.variable_scope('') as s:
    print(repr(s.name), repr(s.original_name_scope), tf.no_op('x').name)
with tf.variable_scope('p'):
    with tf.variable_scope('') as s:
        print(repr(s.name), repr(s.original_name_scope), tf.no_op('x').name)
        with tf.variable_scope('q') as q:
            print(q.name, q.original_name_scope)
        with tf.variable_scope('') as t:
            print(t.name)
        with tf.variable_scope(s) as t:
            print(t.name, repr(t.original_name_scope), tf.no_op('y').name)
#> '' '' x
#> 'p/' '' p/x
#> p//q p/q/
#> p//
#> p/ '' p/y

#: 4.1 an empty default_name leads the ops to the root, as tf.name_scope('') does
with tf.name_scope('n'):
    with tf.variable_scope(None, '') as s:
        print(repr(s.name), repr(s.original_name_scope), tf.no_op('x').name)
    print(tf.no_op('x').name)
#> '' '' x
#> n/x

#: 4.1 every default that is given overrides, None never does
def getter(g, *a, **k): return g(*a, **k)
init, reg, part = tf.constant_initializer(1.), (lambda v: None), tf.fixed_size_partitioner(1)
with tf.variable_scope('a', initializer=init, regularizer=reg, caching_device='/cpu:0', partitioner=part,
                       custom_getter=getter, dtype=tf.float64) as a:
    with tf.variable_scope('b', None, None, None, None, None, None, None, None, None) as b:
        print(b.initializer is init, b.regularizer is reg, b.caching_device, b.partitioner is part,
              b.custom_getter is getter, b.dtype)
other = tf.zeros_initializer()
with tf.variable_scope(a, initializer=other, dtype=tf.float16) as b:
    print(b.initializer is other, b.regularizer is reg, b.dtype)
print(a.initializer is init, a.dtype)
#> True True /cpu:0 True True <dtype: 'float64'>
#> True True <dtype: 'float16'>
#> True <dtype: 'float64'>

#: 4.1 the order of the arguments
def reg(v): return None
def getter(g, *a, **k): return g(*a, **k)
init, part = tf.zeros_initializer(), tf.fixed_size_partitioner(1)
with tf.variable_scope('a', 'd', [], init, reg, '/gpu:0', part, getter, True, tf.float64) as s:
    print(s.name, s.initializer is init, s.regularizer is reg, s.caching_device, s.partitioner is part,
          s.custom_getter is getter, s.reuse, s.dtype)
#> a True True /gpu:0 True True True <dtype: 'float64'>

#: [1.1] 4.1 @USE_RESOURCE use_resource comes with 1.1
with tf.variable_scope('a', None, None, None, None, None, None, None, None, None, True) as s:
    print(s.use_resource)
with tf.variable_scope('a', use_resource=False) as s: print(s.use_resource)
with tf.variable_scope('a') as s: print(s.use_resource)
#> True
#> False
#> None

#: [-1.0] 4.1 no use_resource in 1.0
print(hasattr(tf.get_variable_scope(), 'use_resource'), hasattr(tf.get_variable_scope(), 'constraint'))
tf.variable_scope('a', use_resource=True)
#> False False
#! TypeError: variable_scope() got an unexpected keyword argument 'use_resource'

#: [1.4-] 4.1 @CONSTRAINT constraint is not inherited: a scope has the argument's, also by object
def c(v): return v
with tf.variable_scope('a', constraint=c) as a:
    print(a.constraint is c)
    with tf.variable_scope('b') as b: print(b.constraint)
with tf.variable_scope(a) as b: print(b.constraint)
with tf.variable_scope(b, constraint=c) as d: print(d.constraint is c)
with tf.variable_scope('a', None, None, None, None, None, None, None, None, None, None, c) as a: print(a.constraint is c)
#> True
#> None
#> None
#> True
#> True

#: [-1.3] 4.1 no constraint before 1.4
print(hasattr(tf.get_variable_scope(), 'constraint'))
tf.variable_scope('a', constraint=None)
#> False
#! TypeError: variable_scope() got an unexpected keyword argument 'constraint'

#: [1.4] 4.1 no auxiliary_name_scope before 1.5
tf.variable_scope('a', auxiliary_name_scope=True)
#! TypeError: __init__() got an unexpected keyword argument 'auxiliary_name_scope'

#: 4.1 errors of the constructor, which comes before anything is opened since 1.4
try:
    s = tf.variable_scope(None)
    print('made')
    with s: print('entered')
except TypeError as e:
    print(e)
print(tf.no_op('x').name)
tf.variable_scope()
#> [-1.3] made
#> If default_name is None then name_or_scope is required
#> x
#! [-1.3] TypeError: variable_scope() missing 1 required positional argument: 'name_or_scope'
#! [1.4-] TypeError: __init__() missing 1 required positional argument: 'name_or_scope'

#: 4.1 @REUSE_CHECKED reuse must be True, False or None; 1.0 takes any value by its truth
for flag in (1, 0, 'yes', '', [], 2.5):
    try:
        with tf.variable_scope('s', reuse=flag) as s:
            print(repr(s.reuse))
    except ValueError as e:
        print(e)
#> [-1.0] 1
#> [-1.0] False
#> [-1.0] 'yes'
#> [-1.0] False
#> [-1.0] False
#> [-1.0] 2.5
#> [1.1-] The reuse parameter must be True or False or None.
#> [1.1-] The reuse parameter must be True or False or None.
#> [1.1-] The reuse parameter must be True or False or None.
#> [1.1-] The reuse parameter must be True or False or None.
#> [1.1-] The reuse parameter must be True or False or None.
#> [1.1-] The reuse parameter must be True or False or None.

#: [-1.0] 4.1 a truthy flag of 1.0 fetches, an object form with a false one creates
with tf.variable_scope('s') as s:
    v = tf.get_variable('v', [])
with tf.variable_scope('s', reuse=1):
    print(tf.get_variable('v', []) is v)
    with tf.variable_scope('t') as t: print(t.reuse)
s.reuse_variables()
with tf.variable_scope(s, reuse=0) as t:
    print(t.reuse, tf.get_variable('w', []).name)
    t.reuse_variables()
    print(t.reuse)
with tf.variable_scope(None, 's', reuse=0) as t: print(t.name, t.reuse)
with tf.variable_scope(None, 's', reuse='x') as t: print(t.name)
#> True
#> 1
#> 0 s/w:0
#> True
#> s_1 False
#! ValueError: reuse=True cannot be used without a name_or_scope

#: [1.4-] 4.1 AUTO_REUSE is a flag from 1.4 on
with tf.variable_scope('s', reuse=tf.AUTO_REUSE) as s: print(s.reuse)
print(tf.get_variable_scope().reuse)
#> _ReuseMode.AUTO_REUSE
#> False

#: [-1.3] 4.1 there is no AUTO_REUSE before 1.4
tf.AUTO_REUSE
#! AttributeError: module 'tensorflow' has no attribute 'AUTO_REUSE'

#: [1.4-] 4.1 arguments are checked in the order names, reuse, auxiliary_name_scope
for args in (dict(reuse=3), dict(default_name='d', reuse=3)):
    try: tf.variable_scope(None, **args)
    except (TypeError, ValueError) as e: print(type(e).__name__, e)
#> TypeError If default_name is None then name_or_scope is required
#> ValueError The reuse parameter must be True or False or None.

#: [1.5-] 4.1 @AUXILIARY_NAME_SCOPE auxiliary_name_scope must be a bool
for flag in (1, None, 'no', 0.0):
    try: tf.variable_scope('a', auxiliary_name_scope=flag)
    except TypeError as e: print(e)
tf.variable_scope('a', reuse=5, auxiliary_name_scope=5)
#> The auxiliary_name_scope must be `True` or `False`, while get 1
#> The auxiliary_name_scope must be `True` or `False`, while get None
#> The auxiliary_name_scope must be `True` or `False`, while get no
#> The auxiliary_name_scope must be `True` or `False`, while get 0.0
#! ValueError: The reuse parameter must be True or False or None.

#: 4.1 what is no string and no VariableScope is a TypeError on entry
for name in (7, 2.5, [], ('a',), b'a', tf.float32, tf.get_variable_scope):
    s = tf.variable_scope(name)
    try:
        with s: print('entered')
    except TypeError as e: print(e)
print(tf.no_op('x').name, repr(tf.get_variable_scope().name))
#> VariableScope: name_or_scope must be a string or VariableScope.
#> VariableScope: name_or_scope must be a string or VariableScope.
#> VariableScope: name_or_scope must be a string or VariableScope.
#> VariableScope: name_or_scope must be a string or VariableScope.
#> VariableScope: name_or_scope must be a string or VariableScope.
#> VariableScope: name_or_scope must be a string or VariableScope.
#> VariableScope: name_or_scope must be a string or VariableScope.
#> x ''

#: 4.1 default_name with reuse is refused on entry and uses up no name
s = tf.variable_scope(None, 'd', reuse=True)
try:
    with s: print('entered')
except ValueError as e: print(e)
with tf.variable_scope(None, 'd', reuse=False) as s: print(s.name, s.original_name_scope)
with tf.variable_scope('o', reuse=True):
    with tf.variable_scope(None, 'd') as s: print(s.name, s.reuse)
#> reuse=True cannot be used without a name_or_scope
#> d d/
#> o/d True

#: [1.4-] 4.1 default_name with AUTO_REUSE is refused, too
with tf.variable_scope(None, 'd', reuse=tf.AUTO_REUSE): pass
#! ValueError: reuse=True cannot be used without a name_or_scope

#: 4.1 illegal characters: the check of the op scope, which leaves all as it was
for name in ('a b', 'a:0', '_a', '-', '/a', 'ä', 'a\n', ' '):
    try:
        with tf.variable_scope(name): print('entered')
    except ValueError as e: print(e)
try:
    with tf.variable_scope(None, 'x y'): print('entered')
except ValueError as e: print(e)
with tf.variable_scope('o'):
    with tf.variable_scope('_a') as s: print(s.name, s.original_name_scope)
    with tf.variable_scope('-') as s: print(s.name, s.original_name_scope)
    with tf.variable_scope(None, '_d') as s: print(s.name, s.original_name_scope)
print(repr(tf.get_variable_scope().name), tf.no_op('x').name)
#> 'a b' is not a valid scope name
#> 'a:0' is not a valid scope name
#> '_a' is not a valid scope name
#> '-' is not a valid scope name
#> '/a' is not a valid scope name
#> 'ä' is not a valid scope name
#> 'a
#> ' is not a valid scope name
#> ' ' is not a valid scope name
#> 'x y' is not a valid scope name
#> o/_a o/_a/
#> o/- o/-/
#> o/_d o/_d/
#> '' x

#: 4.1 slashes in a string open one op scope
with tf.variable_scope('a/b') as s: print(s.name, s.original_name_scope, tf.no_op('x').name)
with tf.variable_scope('a/b') as s: print(s.name, s.original_name_scope, tf.no_op('x').name)
with tf.variable_scope('a') as s: print(s.name, s.original_name_scope, tf.no_op('x').name)
#> a/b a/b/ a/b/x
#> a/b a/b_1/ a/b_1/x
#> a a/ a/x

#: 4.1 an object of the wrong kind of last component: a scope named with a slash at its end has none
with tf.variable_scope('t/') as t: print(t.name, t.original_name_scope)
with tf.name_scope('n'):
    with tf.variable_scope(t) as s: print(s.name, s.original_name_scope, tf.no_op('x').name)
#> t/ t/
#> t/ t/ n/x

#: 4.1 on leaving, the scope and the op scope are those of before, also after an exception
with tf.variable_scope('a') as a:
    try:
        with tf.variable_scope('b', reuse=True):
            with tf.variable_scope(a):
                raise KeyError('stop')
    except KeyError:
        print(tf.get_variable_scope() is a, a.reuse, tf.no_op('x').name)
def f():
    with tf.variable_scope('c'):
        return tf.get_variable_scope().name
for i in range(2):
    with tf.variable_scope('d'):
        if i == 0: continue
        break
print(f(), repr(tf.get_variable_scope().name), tf.no_op('x').name)
#> True False a/x
#> c '' x

#: 4.1 @NESTING_CHECKED leaving scopes in the wrong order goes unnoticed before 1.14
a, b = tf.variable_scope('a'), tf.variable_scope('b')
a.__enter__(); b.__enter__()
try: a.__exit__(None, None, None)
except RuntimeError as e: print(e)
print(repr(tf.get_variable_scope().name))
b.__exit__(None, None, None)
print(repr(tf.get_variable_scope().name), tf.no_op('x').name)
#> [1.14-] Improper nesting of variable_scope.
#> [-1.13] ''
#> [1.14-] 'a/b'
#> 'a' a/x

#: [1.14-] 4.1 a scope that could not be left stays open and can be left later
a, b = tf.variable_scope('a'), tf.variable_scope('b')
a.__enter__(); b.__enter__()
try: a.__exit__(None, None, None)
except RuntimeError as e: print(type(e).__name__, tf.no_op('x').name)
b.__exit__(None, None, None)
a.__exit__(None, None, None)
print(repr(tf.get_variable_scope().name), tf.no_op('x').name)
#> RuntimeError a/b/x
#> '' x

#: 4.1 values pick the graph, which is the default one inside
g = tf.Graph()
with g.as_default():
    t = tf.constant(1., name='t')
with tf.variable_scope('a', values=[t]) as s:
    print(tf.get_default_graph() is g, tf.get_variable('v', []).graph is g)
with tf.variable_scope(None, 'a', [None, t]) as s:
    print(s.name, tf.get_default_graph() is g)
with tf.variable_scope('a', values=[]) as s:
    print(tf.get_default_graph() is g, s.original_name_scope)
print(tf.get_default_graph() is g)
#> True True
#> a_1 True
#> False a/
#> False

#: 4.1 values of two graphs: refused on entry, since 1.4 when the scope is made
g = tf.Graph()
with g.as_default(): t = tf.constant(1., name='t')
u = tf.constant(1., name='u')
try:
    s = tf.variable_scope('a', values=[t, u])
    print('made')
    with s: print('entered')
except ValueError as e: print(e)
#> [-1.3] made
#> [-1.14] Tensor("u:0", shape=(), dtype=float32) must be from the same graph as Tensor("t:0", shape=(), dtype=float32).
#> [1.15-] Tensor("u:0", shape=(), dtype=float32) must be from the same graph as Tensor("t:0", shape=(), dtype=float32).

#: 4.1 a scope belongs to the graph that was the default one when it was made (class) or entered
g = tf.Graph()
s = tf.variable_scope('a')
with g.as_default():
    with s: print(tf.get_default_graph() is g)
#> [-1.3] True
#> [1.4-] False

#: 4.1 @RESET_NESTED a scope makes its graph the default one: no reset_default_graph inside
for scope in (tf.variable_scope('a'), tf.variable_scope(None, 'a')):
    try:
        with scope: tf.reset_default_graph()
    except (AssertionError, IndexError) as e: print(type(e).__name__)
#> [-1.2] IndexError
#> [-1.2] IndexError
#> [1.3-] AssertionError
#> [1.3-] AssertionError

#: 4.1 variable_op_scope is the deprecated spelling, values first; its checks come on entry
g = tf.Graph()
with g.as_default(): t = tf.constant(1.)
with tf.variable_op_scope([t], 'a', 'd') as s: print(s.name, tf.get_default_graph() is g)
with tf.variable_op_scope([], None, 'd') as s: print(s.name, s.original_name_scope)
with tf.variable_op_scope([], 'b', reuse=True, dtype=tf.float64) as s: print(s.name, s.reuse, s.dtype)
s = tf.variable_op_scope([], None)
with s: pass
#> a True
#> d d/
#> b True <dtype: 'float64'>
#! TypeError: If default_name is None then name_or_scope is required

#: 4.1 variable_op_scope is a generator in every release: it can be entered once
s = tf.variable_op_scope([], 'a')
with s as v: print(v.name)
with s: pass
#> a
#! AttributeError: '_GeneratorContextManager' object has no attribute 'args'

#: [1.1-] 4.1 variable_op_scope checks reuse, too
with tf.variable_op_scope([], 'a', reuse=2): pass
#! ValueError: The reuse parameter must be True or False or None.

#: 4.1 get_variable_scope is the current object, and variables are looked up in it
root = tf.get_variable_scope()
print(type(root).__name__, repr(root.name), root.reuse, root.dtype, root.initializer, root.regularizer,
      root.caching_device, root.partitioner, root.custom_getter, root is tf.get_variable_scope())
with tf.variable_scope('a') as a:
    print(tf.get_variable_scope() is a, isinstance(a, tf.VariableScope))
with tf.Graph().as_default(): print(tf.get_variable_scope() is root)
tf.get_variable_scope(1)
#> VariableScope '' False <dtype: 'float32'> None None None None None True
#> True True
#> False
#! TypeError: get_variable_scope() takes 0 positional arguments but 1 was given

#: 4.1 a VariableScope that the program makes is entered as a captured one
s = tf.VariableScope(True, 'x')
print(s.name, s.reuse, repr(s.original_name_scope), s.dtype, s.initializer)
with tf.variable_scope(s) as t: print(t.name, t.reuse, repr(t.original_name_scope), tf.no_op('o').name)
s = tf.VariableScope(reuse=None, name='y', name_scope='z/', initializer=tf.zeros_initializer(), dtype=tf.int32)
print(s.reuse, s.name, s.original_name_scope, s.dtype)
with tf.variable_scope(s) as t:
    v = tf.get_variable('v', [])
    print(t.reuse, v.name, v.dtype.base_dtype, tf.get_variable('v', []) is v)
    with tf.variable_scope('in') as u: print(u.reuse, u.name)
s.reuse_variables()
print(s.reuse, t.reuse)
print(tf.VariableScope(False).name == '')
tf.VariableScope()
#> x True '' <dtype: 'float32'> None
#> x True '' x/o
#> None y z/ <dtype: 'int32'>
#> None y/v:0 <dtype: 'int32'> True
#> None y/in
#> True None
#> True
#! TypeError: __init__() missing 1 required positional argument: 'reuse'

#: [1.9-] 4.1 variable_creator_scope is refused by name
tf.variable_creator_scope(lambda c, **k: c(**k))
#! Refused: tf.variable_creator_scope is not modelled

#: 4.1 odd arguments: names of other types, values that cannot be iterated
for args in ((None, 5), ('a', None, 5)):
    try:
        with tf.variable_scope(*args): print('entered')
    except TypeError as e: print(str(e)[:34])
print(repr(tf.get_variable_scope().name), tf.no_op('x').name)
#> expected string or bytes-like obje
#> 'int' object is not iterable
#> '' x

#: 4.1 a VariableScope whose name is no string is refused
tf.VariableScope(False, None)
#! Refused: a VariableScope whose name is no string is not modelled
