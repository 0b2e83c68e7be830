#: 3.1 the arguments stand in the order that every release shares
r = lambda t: None
v = tf.get_variable('v', [2], tf.float64, tf.zeros_initializer(), r, False, ['c'], '/cpu:0', None, True)
print(v.name, v.dtype, v.get_shape(), tf.trainable_variables(), [x.name for x in tf.get_collection('c')])
print(v.value().op.device != v.op.device, tf.global_variables())
w = tf.get_variable('w', [2], tf.float32, None, None, True, None, None, tf.fixed_size_partitioner(1))
print(type(w).__name__)
#> v:0 <dtype: 'float64_ref'> (2,) [] ['v:0']
#> True []
#> PartitionedVariable

#: 3.1 @USE_RESOURCE 1.1 puts use_resource before custom_getter
def getter(getter, name, *args, **kwargs):
    return getter(name + '_got', *args, **kwargs)
rest = (None, None, None, True, None, None, None, True)
for name, more in (('v', (getter,)), ('w', (None, getter)), ('r', (True,))):
    try:
        v = tf.get_variable(name, [2], *(rest + more))
        print(v.name, v.op.type)
    except (TypeError, ValueError) as e:
        print(e)
print(tf.get_variable('u', [2], custom_getter=getter).name)
#> [1.0] v_got:0 VariableV2
#> [1.0] get_variable() takes from 1 to 11 positional arguments but 12 were given
#> [1.0] Passed a custom_getter which is not callable: True
#> [1.1-] v:0 VarHandleOp
#> [1.1-] w_got:0 VariableV2
#> [1.1-] r:0 VarHandleOp
#> u_got:0

#: 3.1 @CONSTRAINT 1.4 appends constraint
c = lambda x: x
rest = (None, None, None, True, None, None, None, True, False, None)
try:
    print(tf.get_variable('v', [2], *rest, c).constraint is c)
    print(tf.get_variable('w', [2], constraint=c).constraint is c)
    print(tf.get_variable('u', [2]).constraint)
    tf.get_variable('x', [2], constraint=7)
except TypeError as e:
    print(e)
except ValueError as e:
    print(e)
#> [1.0] get_variable() takes from 1 to 11 positional arguments but 13 were given
#> [1.1-1.3] get_variable() takes from 1 to 12 positional arguments but 13 were given
#> [1.4-] True
#> [1.4-] True
#> [1.4-] None
#> [1.4-] The `constraint` argument must be a callable.

#: 3.1 what a release does not have is an unexpected argument
for word in ('use_resource', 'constraint', 'synchronization', 'aggregation', 'reuse'):
    try:
        print(tf.get_variable(word, [1], **{word: None}).name)
    except TypeError as e:
        print(str(e).replace('get_variable() got an ', ''))
#> [1.0] unexpected keyword argument 'use_resource'
#> [1.1-] use_resource:0
#> [-1.3] unexpected keyword argument 'constraint'
#> [1.4-] constraint:0
#> [-1.9] unexpected keyword argument 'synchronization'
#> [1.10-] synchronization:0
#> [-1.9] unexpected keyword argument 'aggregation'
#> [1.10-] aggregation:0
#> unexpected keyword argument 'reuse'

#: [1.10-] 3.1 @SYNCHRONIZATION what is synchronized on reading is never trained
S, A = tf.VariableSynchronization, tf.VariableAggregation
print(tf.get_variable('a', [1], synchronization=S.AUTO, aggregation=A.SUM).name)
tf.get_variable('b', [1], synchronization=S.ON_READ, aggregation=A.MEAN)
tf.get_variable('c', [1], trainable=False, synchronization=S.ON_READ)
tf.get_variable('d', [1], trainable=None, synchronization=S.ON_WRITE)
print([v.name for v in tf.trainable_variables()])
print(S.ON_READ, [A.NONE], S.NONE.value, A.MEAN.name, S.AUTO is S.AUTO, S.AUTO == S.NONE)
tf.get_variable('e', [1], trainable=True, synchronization=S.ON_READ)
#> a:0
#> [1.0-] ['a:0', 'd:0']
#> VariableSynchronization.ON_READ [<VariableAggregation.NONE: 0>] 1 MEAN True False
#! ValueError: Synchronization value can be set to VariableSynchronization.ON_READ only for non-trainable variables. You have specified trainable=True and synchronization=VariableSynchronization.ON_READ.

#: 3.1 @SYNCHRONIZATION a trainable of None: not trained before 1.10, then the default
tf.get_variable('a', [1], trainable=None)
tf.get_variable('b', [1], trainable=0)
tf.get_variable('c', [1], trainable='yes')
print([v.name for v in tf.trainable_variables()])
#> [-1.9] ['c:0']
#> [1.10-] ['a:0', 'c:0']

#: 3.1 the key has the prefix of the variable scope, and no node stands in the op scope
with tf.name_scope('n'):
    with tf.variable_scope('a'):
        v = tf.get_variable('w', [1], initializer=tf.constant_initializer(2.0))
        print(v.name, tf.no_op('o').name)
    u = tf.get_variable('w', initializer=1.0)
    print(u.name)
#> a/w:0 n/a/o
#> w:0
#n a/w/Initializer/Const:Const a/w:VariableV2 a/w/Assign:Assign(a/w,a/w/Initializer/Const) a/w/read:Identity(a/w) n/a/o:NoOp
#n w/initial_value:Const w:VariableV2 w/Assign:Assign(w,w/initial_value) w/read:Identity(w)

#: 3.1 the name of the node is made unique, the key is not
tf.Variable(0., name='var1'); tf.Variable(0., name='var1')
v = tf.get_variable('var1', [1])
print(v.name)
with tf.variable_scope('', reuse=True):
    print(tf.get_variable('var1', [1]) is v)
tf.get_variable('var1', [1])
#> var1_2:0
#> True
#! [-1.3] ValueError: Variable var1 already exists, disallowed. Did you mean to set reuse=True in VarScope? Originally defined at:
#! [1.4-] ValueError: Variable var1 already exists, disallowed. Did you mean to set reuse=True or reuse=tf.AUTO_REUSE in VarScope? Originally defined at:

#: 3.1 slashes in a name open no scope
v = tf.get_variable('x/y', [1], initializer=tf.zeros_initializer())
with tf.variable_scope('x', reuse=True):
    print(v.name, tf.get_variable('y') is v)
print(tf.no_op('x').name, tf.no_op('y').name)
#> x/y:0 True
#> x_1 y

#: 3.1 the name must be text
with tf.variable_scope('s'):
    try:
        tf.get_variable(None, [1])
    except TypeError as e:
        print('TypeError')
try:
    tf.get_variable()
except TypeError as e:
    print(e)
tf.get_variable(None, [1])
#> TypeError
#> get_variable() missing 1 required positional argument: 'name'
#! Refused: a variable name that is no string is not modelled

#: 3.1 shapes as they are written
import numpy as np
for i, shape in enumerate((3, [1, 2], (1, np.int64(2)), np.array([2, 3]), tf.TensorShape([2]), [tf.Dimension(4)], [], [0], True)):
    print(tf.get_variable('v%d' % i, shape).get_shape())
for shape in ([-1], 'x', [[1]]):
    try:
        tf.get_variable('w', shape)
    except (TypeError, ValueError) as e:
        print(type(e).__name__)
#> (3,)
#> (1, 2)
#> (1, 2)
#> (2, 3)
#> (2,)
#> (4,)
#> ()
#> (0,)
#> (1,)
#> ValueError
#> ValueError
#> TypeError

#: 3.1 empty names and slashes at their ends
with tf.variable_scope('s'):
    print(tf.get_variable('', [1]).name, tf.get_variable('a/', [1]).name)
print(tf.get_variable('b/', [1]).name)
try:
    tf.get_variable('b', [1])
except ValueError as e:
    print(e)
for name in ('', '/c'):
    try:
        tf.get_variable(name, [1])
    except ValueError as e:
        print(e)
#> s:0 s/a:0
#> b:0
#> [-1.7] cannot add op with name b as that name is already used
#> [1.8-] Duplicate node name in graph: 'b'
#> '' is not a valid node name
#> '/c' is not a valid scope name
