#: 5.2 the example: variables are made once a template, ops at every call
def f(x): return x * tf.get_variable('w', initializer=1.)
x = tf.constant(1., name='x')
t = tf.make_template('t', f)
print(t(x).name, t(x).name, tf.make_template('t', f)(x).name, [v.name for v in tf.global_variables()])
#> t/mul:0 t_1/mul:0 t_2/mul:0 ['t/w:0', 't_1/w:0']
#n x t/w/initial_value:Const t/w:VariableV2() t/w/Assign t/w/read t/mul:Mul(x,t/w/read) t_1/mul:Mul(x,t/w/read) t_1/w/initial_value t_1/w t_1/w/Assign t_1/w/read t_2/mul:Mul(x,t_1/w/read)

#: 5.2 the first call opens a default_name where it stands; later calls enter the object with reuse
def f():
    s = tf.get_variable_scope()
    return s.name, s.reuse, s.original_name_scope, tf.no_op('x').name
t = tf.make_template('t', f)
with tf.variable_scope('a'):
    print(t())
with tf.variable_scope('b'):
    print(t())
with tf.variable_scope('a'):
    print(tf.make_template('t', f)())
with tf.variable_scope('a/t'): pass
with tf.variable_scope('a'):
    with tf.variable_scope(None, 't') as s: print(s.name)
#> ('a/t', False, 'a/t/', 'a/t/x')
#> ('a/t', True, 'a/t/', 'b/t/x')
#> ('a/t_1', False, 'a_1/t/', 'a_1/t/x')
#> a/t_1

#: 5.2 a template under reuse reuses, and one whose first call is in a reusing scope finds what there is
def f(): return tf.get_variable('w', [1])
with tf.variable_scope('a'): v = tf.make_template('t', f)()
with tf.variable_scope('a', reuse=True): print(tf.make_template('t', f)() is v)
#> True

#: 5.2 unique_name_ overrides the name and is not made unique
def f(): return tf.get_variable('w', [1]).name
t = tf.make_template('t', f, unique_name_='u')
print(t(), t())
tf.make_template('t', f, False, 'u')()
#> u/w:0 u/w:0
#! [-1.3] ValueError: Variable u/w already exists, disallowed. Did you mean to set reuse=True in VarScope? Originally defined at:
#! [1.4-] ValueError: Variable u/w already exists, disallowed. Did you mean to set reuse=True or reuse=tf.AUTO_REUSE in VarScope? Originally defined at:

#: 5.2 @TEMPLATE_PREFIX_ONLY create_scope_now_ fixes the prefix; 1.0 burns an op scope for it
def f(): return tf.get_variable_scope().name, tf.get_variable_scope().original_name_scope, tf.no_op('x').name
with tf.name_scope('n'):
    t = tf.make_template('t', f, create_scope_now_=True)
    u = tf.make_template('t', f, True)
with tf.variable_scope('t'): print(tf.no_op('x').name)
with tf.variable_scope(None, 't') as s: print(s.name)
with tf.variable_scope('other'): print(t(), t(), u())
with tf.name_scope('n'):
    with tf.name_scope('t') as s: print(s)
#> t/x
#> t_2
#> [-1.0] ('t', 'n/t/', 'other/t/x') ('t', 'n/t/', 'other/t_1/x') ('t_1', 'n/t_1/', 'other/t_1_1/x')
#> [1.1-] ('t', 't', 'other/t/x') ('t', 't', 'other/t_1/x') ('t_1', 't_1', 'other/t_1_1/x')
#> [-1.0] n_1/t/
#> [1.1-] n_1/t/

#: 5.2 @TEMPLATE_PREFIX_ONLY the op scope that 1.0 burns
t = tf.make_template('t', lambda: tf.no_op('x').name, create_scope_now_=True)
print(t())
#> [-1.0] t_1/x
#> [1.1-] t/x

#: 5.2 create_scope_now_ below a scope: the prefix is that of the place where it is made
def f(): return tf.get_variable('w', [1]).name, tf.get_variable_scope().reuse
with tf.variable_scope('a') as a:
    t = tf.make_template('t', f, create_scope_now_=True)
with tf.variable_scope('b'): print(t(), t())
with tf.variable_scope('c', reuse=True): u = tf.make_template('u', f, create_scope_now_=True)
print(tf.make_template('t', f, True, 'q')(), u.var_scope.name, u.var_scope.reuse)
#> ('a/t/w:0', False) ('a/t/w:0', True)
#> ('q/w:0', False) c/u True

#: 5.2 keywords of make_template go to the function, those of the call on top of them
def f(x, a=1, b=2, **k): return x, a, b, sorted(k.items())
t = tf.make_template('t', f, a=5, c=7)
print(t(0), t(0, b=3), t(0, a=6), t(0, c=8, d=9), t(x=1))
#> (0, 5, 2, [('c', 7)]) (0, 5, 3, [('c', 7)]) (0, 6, 2, [('c', 7)]) (0, 5, 2, [('c', 8), ('d', 9)]) (1, 5, 2, [('c', 7)])

#: 5.2 custom_getter_ is the getter of the template's scope
def custom(getter, name, *a, **k): return getter(name + '_c', *a, **k)
def f(): return tf.get_variable('w', [1]).name
print(tf.make_template('t', f, custom_getter_=custom)(), tf.make_template('u', f, True, None, custom)())
def outer(getter, name, *a, **k): return getter(name + '_o', *a, **k)
with tf.variable_scope('a', custom_getter=outer):
    t = tf.make_template('t', f, custom_getter_=custom)
    print(t())
print(t())
#> t/w_c:0 u/w_c:0
#> [-1.0] a/t/w_c:0
#> [1.1-] a/t/w_c_o:0
#> [-1.0] a/t/w_c:0
#> [1.1-] a/t/w_c_o:0

#: 5.2 name_ must not be None, and the other arguments by position and keyword
def f(): return tf.get_variable_scope().name
print(tf.make_template(name_='t', func_=f)(), tf.make_template('u', f, 1, 'v', None)())
try: tf.make_template(None, f)
except ValueError as e: print(e)
tf.make_template('t')
#> t v
#> name cannot be None.
#! TypeError: make_template() missing 1 required positional argument: 'func_'

#: 5.2 a trainable tf.Variable of a later call is refused, one of the first call and untrainable ones are not
def f(n):
    tf.Variable(0., name='n', trainable=False)
    if n == 2: return tf.Variable(1., name='bad')
    if n == 0: return tf.Variable(1., name='first')
t = tf.make_template('t', f)
print(t(0).name, t(1))
try: t(2)
except ValueError as e: print(str(e).split('\n')[0].split(' object at')[0])
#> t/first:0 None
#> [-1.0] Trainable variable created when calling a template after the first time, perhaps you used tf.Variable when you meant tf.get_variable: [<tensorflow.python.ops.variables.Variable
#> [1.1-] Trainable variable created when calling a template after the first time, perhaps you used tf.Variable when you meant tf.get_variable: [<tf.Variable 't_2/bad:0' shape=() dtype=float32_ref>]

#: 5.2 what comes out of the function tells where the template was defined
def f(n):
    if n == 0: raise KeyError('k', 2)
    if n == 1: raise ValueError
    if n == 2: raise RuntimeError(7)
t = tf.make_template('t', f)
for n in range(3):
    try: t(n)
    except Exception as e: print(type(e).__name__, len(e.args), repr(str(e.args[0]).split('File')[0]), str(e.args[0]).split('line ')[1].split('\n')[:2])
#> KeyError 2 'k\n\noriginally defined at:\n  ' ['6, in <module>', "    t = tf.make_template('t', f)"]
#> ValueError 1 '\n\noriginally defined at:\n  ' ['6, in <module>', "    t = tf.make_template('t', f)"]
#> RuntimeError 1 '7\n\noriginally defined at:\n  ' ['6, in <module>', "    t = tf.make_template('t', f)"]

#: 5.2 uncaught, the first line is what the function said
def f(): raise ValueError('no')
tf.make_template('t', f)()
#! ValueError: no

#: 5.2 uncaught, a KeyError shows the whole text in quotes
def f(): raise KeyError('k')
t = tf.make_template('t', f)
try: t()
except KeyError as e: print(str(e)[:28] + '.')
#> 'k\n\noriginally defined at:.

#: 5.2 what is no Exception passes untouched, and so do errors of the scope itself
def f(): raise SystemExit(3)
try: tf.make_template('t', f)()
except SystemExit as e: print(e.args)
tf.make_template('a b', f)()
#> (3,)
#! ValueError: 'a b' is not a valid scope name

#: 5.2 a later call shares even when the first one failed
def f(n):
    if n: raise ValueError('no')
    return tf.get_variable('w', [1])
t = tf.make_template('t', f)
try: t(1)
except ValueError as e: print(str(e).split('\n')[0])
t(0)
#> no
#! [-1.3] ValueError: Variable t/w does not exist, or was not created with tf.get_variable(). Did you mean to set reuse=None in VarScope?
#! [1.4-] ValueError: Variable t/w does not exist, or was not created with tf.get_variable(). Did you mean to set reuse=tf.AUTO_REUSE in VarScope?

#: 5.2 templates inside templates
def inner(): return tf.get_variable('w', [1]).name
i = tf.make_template('i', inner)
o = tf.make_template('o', lambda: (i(), tf.get_variable('v', [1]).name, tf.make_template('j', inner)()))
print(o()); print(o()); print(i())
#> ('o/i/w:0', 'o/v:0', 'o/j/w:0')
#> ('o/i/w:0', 'o/v:0', 'o/j/w:0')
#> o/i/w:0

#: 5.2 var_scope: None before there is one; variable_scope since 1.1
def f(): return tf.get_variable('w', [1])
t = tf.make_template('t', f)
print(t.var_scope)
t()
print(t.var_scope.name, t.var_scope.reuse, tf.make_template('u', f, True).var_scope.name, hasattr(t, 'variable_scope'))
with tf.variable_scope(t.var_scope, reuse=True): print(tf.get_variable('w', [1]).name)
print(type(t).__name__, callable(t))
#> None
#> [-1.0] t False u False
#> [1.1-] t False u True
#> t/w:0
#> Template True

#: [1.4-] 5.2 name, func and the lists of variables
def f():
    tf.get_variable('n', initializer=1., trainable=False)
    tf.get_variable('l', initializer=1., trainable=False, collections=['local_variables'])
    return tf.get_variable('w', initializer=1.)
t = tf.make_template('t', f)
print(t.name, t.func is f, t.variable_scope_name, t.variables, t.trainable_variables)
t(); t(); tf.make_template('t', f)()
names = lambda vs: [v.name for v in vs]
print(t.variable_scope_name, t.variable_scope is t.var_scope)
print(names(t.variables), names(t.trainable_variables), names(t.non_trainable_variables), names(t.global_variables), names(t.local_variables))
print(t.weights == t.variables, names(t.trainable_weights), names(t.non_trainable_weights))
#> t True None [] []
#> t/ True
#> [1.0-] ['t/n:0', 't/w:0', 't/l:0'] ['t/w:0'] ['t/n:0'] ['t/n:0', 't/w:0'] ['t/l:0']
#> True ['t/w:0'] ['t/n:0']

#: [-1.0] 5.2 the first release has var_scope only
t = tf.make_template('t', lambda: None)
print([n for n in ('name', 'func', 'variables', 'trainable_variables', 'variable_scope_name') if hasattr(t, n)])
t.variables
#> [1.0-] []
#! AttributeError: 'Template' object has no attribute 'variables'

#: 5.2 unique_name_ may be a scope, and nothing else but a string
def f(): return tf.get_variable('w', [1]).name, tf.get_variable_scope().original_name_scope, tf.no_op('x').name
with tf.variable_scope('a'):
    with tf.variable_scope('b') as b: pass
t = tf.make_template('t', f, unique_name_=b)
print(t(), t())
with tf.variable_scope('c') as c: pass
print(tf.make_template('t', f, False, c)(), tf.make_template('t', f, unique_name_='')())
tf.make_template('t', f, unique_name_=5)()
#> ('a/b/w:0', 'a/b/', 'b/x') ('a/b/w:0', 'a/b/', 'b_1/x')
#> ('c/w:0', 'c/', 'c_1/x') ('w:0', '', 'x')
#! TypeError: VariableScope: name_or_scope must be a string or VariableScope.

#: [1.4-] 5.2 a template made under AUTO_REUSE: the first call inherits it, later calls fetch
def f(n): return tf.get_variable(n, [1]).name, tf.get_variable_scope().reuse
with tf.variable_scope('a', reuse=tf.AUTO_REUSE):
    t = tf.make_template('t', f)
    print(t('v'))
    print(tf.make_template('t', f)('v'))
try: t('w')
except ValueError as e: print(str(e).split(',')[0])
#> ('a/t/v:0', <_ReuseMode.AUTO_REUSE: 1>)
#> ('a/t_1/v:0', <_ReuseMode.AUTO_REUSE: 1>)
#> Variable a/t/w does not exist
