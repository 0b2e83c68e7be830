#: 4.7 the five cases one after another in one graph, scopes captured in case 1
def get():
    try: return tf.get_variable('v', [1]).name
    except ValueError as e: return str(e).split(' Originally')[0]
def nested(a, b, r1, r2):
    with tf.variable_scope(a, reuse=r1) as s1:
        print(s1.reuse, get())
        with tf.variable_scope(b, reuse=r2) as s2: print(s2.reuse, get())
    return s1, s2
s1, s2 = nested('test1', 'test2', False, False)
nested('test1', 'test2', True, False)
nested(s1, s2, False, True)
nested(s1, s2, True, False)
nested('test1', 'test2', False, False)
print([v.name for v in tf.global_variables()], s1.reuse, s2.reuse)
#> False test1/v:0
#> False test1/test2/v:0
#> True test1/v:0
#> True test1/test2/v:0
#> [-1.3] False Variable test1/v already exists, disallowed. Did you mean to set reuse=True in VarScope?
#> [1.4-] False Variable test1/v already exists, disallowed. Did you mean to set reuse=True or reuse=tf.AUTO_REUSE in VarScope?
#> True test1/test2/v:0
#> True test1/v:0
#> [-1.3] False Variable test1/test2/v already exists, disallowed. Did you mean to set reuse=True in VarScope?
#> [1.4-] False Variable test1/test2/v already exists, disallowed. Did you mean to set reuse=True or reuse=tf.AUTO_REUSE in VarScope?
#> [-1.3] False Variable test1/v already exists, disallowed. Did you mean to set reuse=True in VarScope?
#> [1.4-] False Variable test1/v already exists, disallowed. Did you mean to set reuse=True or reuse=tf.AUTO_REUSE in VarScope?
#> [-1.3] False Variable test1/test2/v already exists, disallowed. Did you mean to set reuse=True in VarScope?
#> [1.4-] False Variable test1/test2/v already exists, disallowed. Did you mean to set reuse=True or reuse=tf.AUTO_REUSE in VarScope?
#> [1.0-] ['test1/v:0', 'test1/test2/v:0'] False False

#: 4.7 @OBJECT_FALSE_IS_NONE the same with the scopes captured in case 2, whose flags are True
def get():
    try: return tf.get_variable('v', [1]).name
    except ValueError as e: return str(e).split(' Originally')[0]
def nested(a, b, r1, r2):
    with tf.variable_scope(a, reuse=r1) as s1:
        print(s1.reuse, get())
        with tf.variable_scope(b, reuse=r2) as s2: print(s2.reuse, get())
    return s1, s2
nested('test1', 'test2', False, False)
s1, s2 = nested('test1', 'test2', True, False)
nested(s1, s2, False, True)
nested(s1, s2, True, False)
nested('test1', 'test2', False, False)
print([v.name for v in tf.global_variables()], s1.reuse, s2.reuse)
#> False test1/v:0
#> False test1/test2/v:0
#> True test1/v:0
#> True test1/test2/v:0
#> [-1.0] False Variable test1/v already exists, disallowed. Did you mean to set reuse=True in VarScope?
#> [1.1-] True test1/v:0
#> True test1/test2/v:0
#> True test1/v:0
#> [-1.0] False Variable test1/test2/v already exists, disallowed. Did you mean to set reuse=True in VarScope?
#> [1.1-] True test1/test2/v:0
#> [-1.3] False Variable test1/v already exists, disallowed. Did you mean to set reuse=True in VarScope?
#> [1.4-] False Variable test1/v already exists, disallowed. Did you mean to set reuse=True or reuse=tf.AUTO_REUSE in VarScope?
#> [-1.3] False Variable test1/test2/v already exists, disallowed. Did you mean to set reuse=True in VarScope?
#> [1.4-] False Variable test1/test2/v already exists, disallowed. Did you mean to set reuse=True or reuse=tf.AUTO_REUSE in VarScope?
#> [1.0-] ['test1/v:0', 'test1/test2/v:0'] True True

#: 4.7 each case in a fresh graph, objects captured beforehand
def get():
    try: return tf.get_variable('v', [1]).name
    except ValueError as e: return str(e).split(' Originally')[0]
def nested(a, b, r1, r2):
    with tf.variable_scope(a, reuse=r1) as s1:
        print(s1.reuse, get())
        with tf.variable_scope(b, reuse=r2) as s2: print(s2.reuse, get())
    return s1, s2
with tf.variable_scope('test1') as s1:
    with tf.variable_scope('test2') as s2: pass
for case in (('test1', 'test2', False, False), ('test1', 'test2', True, False), (s1, s2, False, True),
             (s1, s2, True, False), ('test1', 'test2', False, False)):
    with tf.Graph().as_default():
        nested(*case)
        print([v.name for v in tf.global_variables()])
#> False test1/v:0
#> False test1/test2/v:0
#> [1.0-] ['test1/v:0', 'test1/test2/v:0']
#> [-1.3] True Variable test1/v does not exist, or was not created with tf.get_variable(). Did you mean to set reuse=None in VarScope?
#> [1.4-] True Variable test1/v does not exist, or was not created with tf.get_variable(). Did you mean to set reuse=tf.AUTO_REUSE in VarScope?
#> [-1.3] True Variable test1/test2/v does not exist, or was not created with tf.get_variable(). Did you mean to set reuse=None in VarScope?
#> [1.4-] True Variable test1/test2/v does not exist, or was not created with tf.get_variable(). Did you mean to set reuse=tf.AUTO_REUSE in VarScope?
#> [1.0-] []
#> False test1/v:0
#> [-1.3] True Variable test1/test2/v does not exist, or was not created with tf.get_variable(). Did you mean to set reuse=None in VarScope?
#> [1.4-] True Variable test1/test2/v does not exist, or was not created with tf.get_variable(). Did you mean to set reuse=tf.AUTO_REUSE in VarScope?
#> [1.0-] ['test1/v:0']
#> [-1.3] True Variable test1/v does not exist, or was not created with tf.get_variable(). Did you mean to set reuse=None in VarScope?
#> [1.4-] True Variable test1/v does not exist, or was not created with tf.get_variable(). Did you mean to set reuse=tf.AUTO_REUSE in VarScope?
#> False test1/test2/v:0
#> [1.0-] ['test1/test2/v:0']
#> False test1/v:0
#> False test1/test2/v:0
#> [1.0-] ['test1/v:0', 'test1/test2/v:0']

#: 4.7 the two scopes one after the other: the flags are independent, one graph
def get():
    try: return tf.get_variable('v', [1]).name
    except ValueError as e: return str(e).split(' Originally')[0]
def beside(a, b, r1, r2):
    with tf.variable_scope(a, reuse=r1) as s1: print(s1.reuse, get())
    with tf.variable_scope(b, reuse=r2) as s2: print(s2.reuse, get())
    return s1, s2
s1, s2 = beside('test1', 'test2', False, False)
beside('test1', 'test2', True, False)
beside(s1, s2, False, True)
beside(s1, s2, True, False)
beside('test1', 'test2', False, False)
#> False test1/v:0
#> False test2/v:0
#> True test1/v:0
#> [-1.3] False Variable test2/v already exists, disallowed. Did you mean to set reuse=True in VarScope?
#> [1.4-] False Variable test2/v already exists, disallowed. Did you mean to set reuse=True or reuse=tf.AUTO_REUSE in VarScope?
#> [-1.3] False Variable test1/v already exists, disallowed. Did you mean to set reuse=True in VarScope?
#> [1.4-] False Variable test1/v already exists, disallowed. Did you mean to set reuse=True or reuse=tf.AUTO_REUSE in VarScope?
#> True test2/v:0
#> True test1/v:0
#> [-1.3] False Variable test2/v already exists, disallowed. Did you mean to set reuse=True in VarScope?
#> [1.4-] False Variable test2/v already exists, disallowed. Did you mean to set reuse=True or reuse=tf.AUTO_REUSE in VarScope?
#> [-1.3] False Variable test1/v already exists, disallowed. Did you mean to set reuse=True in VarScope?
#> [1.4-] False Variable test1/v already exists, disallowed. Did you mean to set reuse=True or reuse=tf.AUTO_REUSE in VarScope?
#> [-1.3] False Variable test2/v already exists, disallowed. Did you mean to set reuse=True in VarScope?
#> [1.4-] False Variable test2/v already exists, disallowed. Did you mean to set reuse=True or reuse=tf.AUTO_REUSE in VarScope?

#: 4.7 @OBJECT_FALSE_IS_NONE one after the other, with objects whose flags are True
def get():
    try: return tf.get_variable('v', [1]).name
    except ValueError as e: return str(e).split(' Originally')[0]
def beside(a, b, r1, r2):
    with tf.variable_scope(a, reuse=r1) as s1: print(s1.reuse, get())
    with tf.variable_scope(b, reuse=r2) as s2: print(s2.reuse, get())
beside('test1', 'test2', False, False)
with tf.variable_scope('test1', reuse=True) as s1: pass
with tf.variable_scope('test2', reuse=True) as s2: pass
beside(s1, s2, False, True)
beside(s1, s2, True, False)
#> False test1/v:0
#> False test2/v:0
#> [-1.0] False Variable test1/v already exists, disallowed. Did you mean to set reuse=True in VarScope?
#> [1.1-] True test1/v:0
#> True test2/v:0
#> True test1/v:0
#> [-1.0] False Variable test2/v already exists, disallowed. Did you mean to set reuse=True in VarScope?
#> [1.1-] True test2/v:0

#: 4.7 the typical captured flag: 1.0 can switch it off
with tf.variable_scope("s", reuse=True) as sc: pass
with tf.variable_scope(sc, reuse=False) as sc2: print(sc2.reuse)
#> [-1.0] False
#> [1.1-] True

#: 4.7 the nodes of case 1: each opening has op scopes of its own, variables are made once
for i in range(2):
    with tf.variable_scope('test1', reuse=i > 0):
        v = tf.get_variable('v', initializer=1.)
        tf.no_op('x')
        with tf.variable_scope('test2', reuse=False):
            w = tf.get_variable('v', initializer=1.)
            tf.no_op('x')
print(v.name, w.name)
#> test1/v:0 test1/test2/v:0
#n test1/v/initial_value test1/v:VariableV2() test1/v/Assign test1/v/read test1/x test1/test2/v/initial_value test1/test2/v test1/test2/v/Assign test1/test2/v/read test1/test2/x test1_1/x test1_1/test2/x
