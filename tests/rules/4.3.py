#: 4.3 @OBJECT_FALSE_IS_NONE the table of flags: the argument by string and by object, in every scope around
def flag(v): return v if v in (True, False, None) else 'AUTO'
with tf.variable_scope('on', reuse=True) as on: pass
with tf.variable_scope('off') as off: pass
for around in (off, on):
    for arg in (True, None, False):
        row = []
        with tf.variable_scope(around):
            for name in ('s', off, on):
                with tf.variable_scope(name, reuse=arg) as s: row.append(s.reuse)
            if not arg:
                with tf.variable_scope(None, 'd', reuse=arg) as s: row.append(s.reuse)
        print(around.reuse, arg, row)
#> False True [True, True, True]
#> False None [False, False, True, False]
#> [-1.0] False False [False, False, False, False]
#> [1.1-] False False [False, False, True, False]
#> True True [True, True, True]
#> True None [True, False, True, True]
#> [-1.0] True False [True, False, False, True]
#> [1.1-] True False [True, False, True, True]

#: [1.4-] 4.3 the table for AUTO_REUSE: the inner explicit value wins, None and False inherit
names = {True: 'T', False: 'F', tf.AUTO_REUSE: 'A'}
with tf.variable_scope('on', reuse=True) as on: pass
with tf.variable_scope('off') as off: pass
with tf.variable_scope('auto', reuse=tf.AUTO_REUSE) as auto: pass
for around in (off, on, auto):
    row = ''
    with tf.variable_scope(around):
        for arg in (True, False, None, tf.AUTO_REUSE):
            for name in ('s', off, on, auto):
                with tf.variable_scope(name, reuse=arg) as s: row += names[s.reuse]
            row += ' '
    print(names[around.reuse], row)
#> F TTTT FFTA FFTA AAAA 
#> T TTTT TFTA TFTA AAAA 
#> A TTTT AFTA AFTA AAAA 

#: 4.3 the root starts with False, and strings switch reuse on, never off
print(tf.get_variable_scope().reuse)
with tf.variable_scope('a', reuse=True):
    with tf.variable_scope('b', reuse=False):
        with tf.variable_scope('c') as c: print(c.reuse)
        with tf.variable_scope('', reuse=False) as c: print(c.reuse)
with tf.variable_scope('a') as a: print(a.reuse)
#> False
#> True
#> True
#> False

#: 4.3 an object never looks at the flag around it
with tf.variable_scope('s') as s: pass
with tf.variable_scope('on', reuse=True):
    with tf.variable_scope(s) as t:
        print(t.reuse, tf.get_variable('v', [1]).name)
        with tf.variable_scope('in') as u: print(u.reuse)
#> False s/v:0
#> False

#: 4.3 @OBJECT_FALSE_IS_NONE a captured scope that reuses cannot be entered with reuse off since 1.1
with tf.variable_scope('s', reuse=True) as sc: pass
with tf.variable_scope(sc, reuse=False) as s2: print(s2.reuse)
with tf.variable_scope("foo") as f:
    f.reuse_variables()
    with tf.variable_scope(f, reuse=False): print(tf.get_variable("new", [1]).name)
#> [-1.0] False
#> [1.1-] True
#> [-1.0] foo/new:0
#! [1.1-1.3] ValueError: Variable foo/new does not exist, or was not created with tf.get_variable(). Did you mean to set reuse=None in VarScope?
#! [1.4-] ValueError: Variable foo/new does not exist, or was not created with tf.get_variable(). Did you mean to set reuse=tf.AUTO_REUSE in VarScope?

#: 4.3 reuse_variables changes the object: the rest of the block, strings inside, later entries by the object
with tf.variable_scope('a') as a:
    v = tf.get_variable('v', [1])
    print(a.reuse_variables(), a.reuse, tf.get_variable('v', [1]) is v)
    with tf.variable_scope('b') as b: print(b.reuse)
with tf.variable_scope(a) as again: print(again.reuse)
with tf.variable_scope('a') as again: print(again.reuse)
with tf.variable_scope('c') as c: pass
c.reuse_variables()
with tf.variable_scope(c) as again: print(again.reuse)
with tf.variable_scope('c') as again: print(again.reuse)
#> None True True
#> True
#> True
#> False
#> True
#> False

#: 4.3 reuse_variables inside a block that was entered again leaves the captured original alone
with tf.variable_scope('a') as a: pass
with tf.variable_scope(a) as b:
    tf.get_variable_scope().reuse_variables()
    print(b.reuse, a.reuse)
    a.reuse_variables()
with tf.variable_scope(a) as c: print(c.reuse)
#> True False
#> True

#: 4.3 a scope inside does not notice that the one around it is switched on later
with tf.variable_scope('a') as a:
    with tf.variable_scope('b') as b:
        a.reuse_variables()
        print(b.reuse, tf.get_variable('v', [1]).name)
    with tf.variable_scope('b') as b: print(b.reuse)
#> False a/b/v:0
#> True

#: 4.3 reuse_variables at the root holds for the rest of the graph, without a way back by strings
v = tf.get_variable('v', [1])
root = tf.get_variable_scope()
root.reuse_variables()
print(tf.get_variable('v', [1]) is v)
with tf.variable_scope('a', reuse=False) as a: print(a.reuse)
with tf.variable_scope(tf.get_variable_scope(), reuse=False) as r: print(r.reuse)
with tf.Graph().as_default(): print(tf.get_variable_scope().reuse)
tf.get_variable('w', [1])
#> True
#> True
#> [-1.0] False
#> [1.1-] True
#> False
#! [-1.3] ValueError: Variable w does not exist, or was not created with tf.get_variable(). Did you mean to set reuse=None in VarScope?
#! [1.4-] ValueError: Variable w does not exist, or was not created with tf.get_variable(). Did you mean to set reuse=tf.AUTO_REUSE in VarScope?

#: 4.3 the root object with reuse=True holds for a block and opens no op scope
v = tf.get_variable('v', initializer=1.)
with tf.variable_scope(tf.get_variable_scope(), reuse=True) as r:
    print(tf.get_variable('v', []) is v if False else tf.get_variable('v') is v, tf.no_op('x').name, r.reuse)
    with tf.variable_scope('a') as a: print(a.reuse, a.original_name_scope)
print(tf.get_variable_scope().reuse, tf.get_variable('w', initializer=1.).name)
#> True x True
#> True a/
#> False w:0
#n v/initial_value v v/Assign v/read x w/initial_value w w/Assign w/read

#: [1.4-] 4.3 how AUTO_REUSE shows itself
with tf.variable_scope('s', reuse=tf.AUTO_REUSE) as s:
    print(s.reuse, repr(s.reuse), [s.reuse], '%s' % s.reuse, '{}'.format(s.reuse), s.reuse is tf.AUTO_REUSE)
    print(bool(s.reuse), s.reuse == True, s.reuse == tf.AUTO_REUSE, s.reuse.name, s.reuse.value)
    s.reuse_variables()
    print(s.reuse)
#> _ReuseMode.AUTO_REUSE <_ReuseMode.AUTO_REUSE: 1> [<_ReuseMode.AUTO_REUSE: 1>] _ReuseMode.AUTO_REUSE _ReuseMode.AUTO_REUSE True
#> True False True AUTO_REUSE 1
#> True

#: 4.3 @AUTO_REUSE False creates only, True fetches only
def tell(scope, reuse):
    with tf.variable_scope(scope, reuse=reuse):
        try: return tf.get_variable('v', [1]).name
        except ValueError as e: return str(e).split(' Originally')[0]
print(tell('a', True)); print(tell('a', False)); print(tell('a', False)); print(tell('a', None)); print(tell('a', True))
#> [-1.3] Variable a/v does not exist, or was not created with tf.get_variable(). Did you mean to set reuse=None in VarScope?
#> [1.4-] Variable a/v does not exist, or was not created with tf.get_variable(). Did you mean to set reuse=tf.AUTO_REUSE in VarScope?
#> a/v:0
#> [-1.3] Variable a/v already exists, disallowed. Did you mean to set reuse=True in VarScope?
#> [1.4-] Variable a/v already exists, disallowed. Did you mean to set reuse=True or reuse=tf.AUTO_REUSE in VarScope?
#> [-1.3] Variable a/v already exists, disallowed. Did you mean to set reuse=True in VarScope?
#> [1.4-] Variable a/v already exists, disallowed. Did you mean to set reuse=True or reuse=tf.AUTO_REUSE in VarScope?
#> a/v:0

#: [1.4-] 4.3 AUTO_REUSE fetches what is stored, else creates; shape and dtype are checked at every fetch
for i in range(2):
    with tf.variable_scope('a', reuse=tf.AUTO_REUSE):
        print(tf.get_variable('v', [1], initializer=tf.constant_initializer(i)).name, len(tf.global_variables()))
with tf.variable_scope('a', reuse=tf.AUTO_REUSE):
    for kind in (dict(shape=[2]), dict(shape=[1], dtype=tf.int32)):
        try: tf.get_variable('v', **kind)
        except ValueError as e: print(e)
#> a/v:0 1
#> a/v:0 1
#> Trying to share variable a/v, but specified shape (2,) and found shape (1,).
#> Trying to share variable a/v, but specified dtype int32 and found dtype float32_ref.

#: 4.3 a scope without a flag, made by the program, fetches or creates
s = tf.VariableScope(None, 'a')
for i in range(2):
    with tf.variable_scope(s) as t: print(tf.get_variable('v', [1]).name, t.reuse, len(tf.global_variables()))
#> a/v:0 None 1
#> a/v:0 None 1
