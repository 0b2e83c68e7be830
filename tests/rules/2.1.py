#: 2.1 an initial value is needed, and None is none
for make in (lambda: tf.Variable(), lambda: tf.Variable(None), lambda: tf.Variable(name='w', collections=5)):
    try:
        make()
    except ValueError as e:
        print(e)
print(tf.Variable(0.0).name)
#> initial_value must be specified.
#> initial_value must be specified.
#> initial_value must be specified.
#> Variable:0
#n Variable/initial_value:Const() Variable:VariableV2() Variable/Assign:Assign(Variable,Variable/initial_value) Variable/read:Identity(Variable)

#: 2.1 collections are a list, tuple or set; nothing is made when they are not
for wrong in ('mine', 5, {'a': 1}, frozenset(['a'])):
    try:
        tf.Variable(1.0, collections=wrong)
    except ValueError as e:
        print(e)
#> collections argument to Variable constructor must be a list, tuple, or set. Got mine of type <class 'str'>
#> collections argument to Variable constructor must be a list, tuple, or set. Got 5 of type <class 'int'>
#> collections argument to Variable constructor must be a list, tuple, or set. Got {'a': 1} of type <class 'dict'>
#> collections argument to Variable constructor must be a list, tuple, or set. Got frozenset({'a'}) of type <class 'frozenset'>
#n

#: 2.1 a variable goes into the collections that are named, and among the trainable ones as long as it is trainable
def keys(**options):
    v = tf.Variable(1.0, **options)
    found = []
    for key in ('variables', 'trainable_variables', 'local_variables', 'mine', 'other'):
        if any(v is x for x in tf.get_collection(key)):
            found.append('%s:%d' % (key, sum(v is x for x in tf.get_collection(key))))
    print(' '.join(found))
keys()
keys(trainable=False)
keys(collections=['mine', 'other'])
keys(collections=['mine', 'trainable_variables'])
keys(collections=('mine',), trainable=False)
keys(collections={'local_variables'}, trainable=False)
keys(collections=[])
keys(collections=[], trainable=False)
keys(collections=['trainable_variables'], trainable=False)
keys(trainable=0)
keys(trainable='yes')
keys(trainable=None)
#> variables:1 trainable_variables:1
#> variables:1
#> trainable_variables:1 mine:1 other:1
#> trainable_variables:1 mine:1
#> mine:1
#> local_variables:1
#> trainable_variables:1
#> 
#> trainable_variables:1
#> variables:1
#> variables:1 trainable_variables:1
#> [-1.10] variables:1
#> [1.11-] variables:1 trainable_variables:1

#: [1.4-] 2.1 a constraint must be callable; collections are looked at before it
try:
    tf.Variable(1.0, collections=5, constraint=5)
except ValueError as e:
    print(e)
try:
    tf.Variable(1.0, constraint=5)
except ValueError as e:
    print(e)
v = tf.Variable(1.0, constraint=tf.nn.relu, name='v')
w = tf.Variable(1.0, name='w')
print(v.constraint is tf.nn.relu, w.constraint)
#> collections argument to Variable constructor must be a list, tuple, or set. Got 5 of type <class 'int'>
#> The `constraint` argument must be a callable.
#> True None
#n v/initial_value v v/Assign v/read w/initial_value w w/Assign w/read

#: [-1.3] 2.1 no constraint before 1.4
tf.Variable(1.0, constraint=None)
#! TypeError: __init__() got an unexpected keyword argument 'constraint'

#: [-1.3] 2.1 variables have no attribute constraint before 1.4
tf.Variable(1.0).constraint
#! AttributeError: 'Variable' object has no attribute 'constraint'

#: [-1.10] 2.1 no use_resource before 1.11
tf.Variable(1.0, use_resource=False)
#! TypeError: __init__() got an unexpected keyword argument 'use_resource'

#: 2.1 arguments by position: initial value, trainable, collections, validate_shape, caching_device, name
p = tf.placeholder(tf.float32, [None], name='p')
v = tf.Variable(p, False, ['mine'], False, '/cpu:0', 'v')
print(v.name, tf.trainable_variables(), [x.name for x in tf.get_collection('mine')], v.get_shape())
#> v:0 [] ['v:0'] <unknown>
#n p:Placeholder v:VariableV2() v/Assign:Assign(v,p) v/read:Identity(v)

#: 2.1 dtype is the eighth argument, expected_shape the ninth; both also by name
v = tf.Variable(1, True, None, True, None, 'v', None, tf.float32, None)
w = tf.Variable(1, name='w', dtype=tf.float64, expected_shape=None, variable_def=None, import_scope=None)
print(v.dtype.name, w.dtype.name)
#> float32_ref float64_ref

#: 2.1 variable_def is not modelled
tf.Variable(variable_def=5)
#! Refused: the argument variable_def of tf.Variable is not modelled

#: 2.1 a Python value: Const, VariableV2, Assign, Identity, all below the variable's own scope
tf.Variable([1., 2.], name='w')
#n w/initial_value:Const() w:VariableV2() w/Assign:Assign(w,w/initial_value) w/read:Identity(w)

#: 2.1 a tensor that exists is taken as it is
t = tf.constant([1., 2.], name='t')
v = tf.Variable(t, name='w')
print(v.initial_value is t)
#> True
#n t:Const() w:VariableV2() w/Assign:Assign(w,t) w/read:Identity(w)

#: 2.1 what the caller makes for the value is named in the caller's scope
with tf.name_scope('s'):
    tf.Variable(tf.identity(tf.constant(1.0)), name='w')
#n s/Const:Const() s/Identity:Identity(s/Const) s/w:VariableV2() s/w/Assign:Assign(s/w,s/Identity) s/w/read:Identity(s/w)

#: 2.1 a list with a tensor in it is packed inside the variable's scope, under the name initial_value
t = tf.constant(1.0, name='t')
tf.Variable([t, 2.0], name='w')
#n t w/initial_value/1:Const() w/initial_value:Pack(t,w/initial_value/1) w:VariableV2() w/Assign:Assign(w,w/initial_value) w/read:Identity(w)

#: 2.1 a callable is called inside Initializer/, and the variable's node comes after its value
seen = []
def make():
    seen.append(tf.no_op().name)
    return tf.constant(1.0)
tf.Variable(make, name='w')
print(seen)
#> [1.0-] ['w/Initializer/NoOp']
#n w/Initializer/NoOp:NoOp() w/Initializer/Const:Const() w:VariableV2() w/Assign:Assign(w,w/Initializer/Const) w/read:Identity(w)

#: 2.1 what a callable gives is converted with the name initial_value and the dtype that was asked for
v = tf.Variable(lambda: 3, name='w', dtype=tf.float64)
print(v.dtype.name, v.initial_value.name)
#> float64_ref w/Initializer/initial_value:0
#n w/Initializer/initial_value:Const() w:VariableV2() w/Assign:Assign(w,w/Initializer/initial_value) w/read:Identity(w)

#: 2.1 a callable may be an object, a method or a class
class Seven(object):
    def __call__(self):
        return 7.0
    def method(self):
        return 8.0
tf.Variable(Seven(), name='a')
tf.Variable(Seven().method, name='b')
tf.Variable(float, name='c')
#n a/Initializer/initial_value a a/Assign a/read b/Initializer/initial_value b b/Assign b/read c/Initializer/initial_value c c/Assign c/read

#: 2.1 a name scope that a callable opens lies below Initializer/, and so do variables that it makes
def make():
    with tf.name_scope('deep'):
        v = tf.Variable(1.0, name='v')
        return v.initial_value
tf.Variable(make, name='w')
#n w/Initializer/deep/v/initial_value w/Initializer/deep/v:VariableV2() w/Initializer/deep/v/Assign w/Initializer/deep/v/read w:VariableV2() w/Assign:Assign(w,w/Initializer/deep/v/initial_value) w/read

#: 2.1 an error in a callable uses the name up, and leaves what was made
def make():
    tf.constant(1.0)
    raise KeyError('mine')
try:
    tf.Variable(make, name='w')
except KeyError as e:
    print(e)
print(tf.Variable(1.0, name='w').name)
#> 'mine'
#> w_1:0
#n w/Initializer/Const w_1/initial_value w_1 w_1/Assign w_1/read

#: 2.1 a callable that needs arguments fails as any call does
tf.Variable(lambda shape: 1.0)
#! TypeError: <lambda>() missing 1 required positional argument: 'shape'

#: 2.1 the node of a callable's value has the shape and dtype of that value
v = tf.Variable(lambda: tf.zeros([2, 3], tf.int64), name='w')
print(v.get_shape(), v.dtype.name)
#> (2, 3) int64_ref

#: 2.1 device is cleared for a callable's nodes, not for others
with tf.device('/gpu:0'):
    tf.Variable(lambda: 1.0, name='a')
    tf.Variable(2.0, name='b')
for op in tf.get_default_graph().get_operations():
    print(op.name, '[%s]' % op.device)
#> a/Initializer/initial_value []
#> a [/device:GPU:0]
#> a/Assign [/device:GPU:0]
#> a/read [/device:GPU:0]
#> b/initial_value [/device:GPU:0]
#> b [/device:GPU:0]
#> b/Assign [/device:GPU:0]
#> b/read [/device:GPU:0]

#: 2.1 a read on a caching device has that device and no colocation; otherwise it stands beside the variable
def place(op):
    return '%s %s %s' % (op.name, op.device, [x for x in op.colocation_groups()])
a = tf.Variable(lambda: 1.0, name='a')
b = tf.Variable(1.0, name='b', caching_device='/cpu:0')
for op in tf.get_default_graph().get_operations():
    print(place(op))
#> a/Initializer/initial_value  [b'loc:@a']
#> a  [b'loc:@a']
#> a/Assign  [b'loc:@a']
#> a/read  [b'loc:@a']
#> b/initial_value  [b'loc:@b/initial_value']
#> b  [b'loc:@b']
#> b/Assign  [b'loc:@b']
#> b/read /device:CPU:0 [b'loc:@b/read']

#: 2.1 the value's shape must be fully defined, and the variable's node is made before that is seen
p = tf.placeholder(tf.float32, [None, 2], name='p')
q = tf.placeholder(tf.float32, name='q')
for value in (p, q, lambda: p):
    try:
        tf.Variable(value, name='v')
    except ValueError as e:
        print(e)
#> initial_value must have a shape specified: Tensor("p:0", shape=(?, 2), dtype=float32)
#> initial_value must have a shape specified: Tensor("q:0", dtype=float32)
#> initial_value must have a shape specified: Tensor("p:0", shape=(?, 2), dtype=float32)
#n p q v:VariableV2 v_1:VariableV2 v_2:VariableV2

#: 2.1 without validate_shape the shape is not known, whatever the value's is
v = tf.Variable([1., 2.], validate_shape=False, name='v')
print(v.get_shape(), v.value().get_shape())
with tf.Session() as s:
    s.run(v.initializer)
    print(s.run(v))
#> <unknown> <unknown>
#> [1.0-] [1. 2.]
#n v/initial_value v:VariableV2() v/Assign:Assign(v,v/initial_value) v/read:Identity(v)

#: 2.1 control dependencies do not reach any node of a variable, nor what a callable makes
c = tf.no_op('c')
with tf.control_dependencies([c]):
    tf.Variable(1.0, name='a')
    tf.Variable(lambda: tf.constant(1.0), name='b')
    tf.no_op('d')
#n c a/initial_value:Const() a:VariableV2() a/Assign:Assign(a,a/initial_value) a/read:Identity(a) b/Initializer/Const:Const() b:VariableV2() b/Assign:Assign(b,b/Initializer/Const) b/read:Identity(b) d:NoOp(^c)

#: 2.1 a variable made in a branch of tf.cond stands outside of it, under the branch's op scope
p = tf.placeholder(tf.bool, [], name='p')
def branch():
    return tf.identity(tf.Variable(lambda: 1.0, name='v'), name='i')
r = tf.cond(p, branch, lambda: tf.constant(0.0, name='z'))
with tf.Session() as s:
    s.run(tf.global_variables_initializer())
    print(s.run(r, {p: True}), s.run(r, {p: False}))
#> 1.0 0.0
#n [-1.7] p cond/Switch cond/switch_t cond/switch_f cond/pred_id cond/v/Initializer/initial_value:Const() cond/v:VariableV2() cond/v/Assign:Assign(cond/v,cond/v/Initializer/initial_value) cond/v/read:Identity(cond/v) cond/i/Switch:Switch(cond/v/read,cond/pred_id) cond/i:Identity(cond/i/Switch:1) cond/z:Const(^cond/switch_f) cond/Merge:Merge(cond/z,cond/i) init
#n [1.8-] p cond/Switch cond/switch_t cond/switch_f cond/pred_id cond/v/Initializer/initial_value:Const() cond/v:VariableV2() cond/v/Assign:Assign(cond/v,cond/v/Initializer/initial_value) cond/v/read:Identity(cond/v) cond/i:Identity(cond/i/Switch:1) cond/i/Switch:Switch(cond/v/read,cond/pred_id) cond/z:Const(^cond/switch_f) cond/Merge:Merge(cond/z,cond/i) init

#: 2.1 a Python value in a branch is made outside of it as well
p = tf.placeholder(tf.bool, [], name='p')
made = []
def branch():
    made.append(tf.Variable(1.0, name='v'))
    return made[0].value()
tf.cond(p, branch, lambda: tf.constant(0.0, name='z'))
print(made[0].name, made[0].initial_value.op.control_inputs, made[0].op.control_inputs)
with tf.Session() as s:
    s.run(made[0].initializer)
    print(s.run(made[0]))
#> cond/v:0 [] []
#> 1.0

#: 2.1 @INITIAL_VALUE_CONTROL_FLOW a value from inside a branch of tf.cond is refused from 1.3 on
p = tf.placeholder(tf.bool, [], name='p')
def branch():
    return tf.Variable(tf.constant(1.0, name='c'), name='v').value()
try:
    r = tf.cond(p, branch, lambda: tf.constant(0.0, name='z'))
    print('fine')
except ValueError as e:
    print(e)
#> [-1.2] fine
#> [1.3-] Initializer for variable cond/v/ is from inside a control-flow construct, such as a loop or conditional. When creating a variable inside a loop or conditional, use a lambda as the initializer.

#: 2.1 nothing of a variable is made when its value is from inside a branch
p = tf.placeholder(tf.bool, [], name='p')
inside = []
def branch():
    inside.append(tf.constant(1.0, name='c'))
    return inside[0]
tf.cond(p, branch, lambda: tf.constant(0.0, name='z'))
try:
    tf.Variable(inside[0], name='v')
except ValueError as e:
    print(e)
#> [1.3-] Initializer for variable v/ is from inside a control-flow construct, such as a loop or conditional. When creating a variable inside a loop or conditional, use a lambda as the initializer.
#n [-1.2] p cond/Switch cond/switch_t cond/switch_f cond/pred_id cond/c cond/z cond/Merge v:VariableV2() v/Assign:Assign(v,cond/c) v/read
#n [1.3-] p cond/Switch cond/switch_t cond/switch_f cond/pred_id cond/c cond/z cond/Merge

#: 2.1 what tf.cond itself gives is a value like any other
p = tf.placeholder_with_default(True, [], name='p')
v = tf.Variable(tf.cond(p, lambda: tf.constant(1.0), lambda: tf.constant(0.0)), name='v')
print(v.initial_value.name)
#> cond/Merge:0

#: 2.1 default names count up, and Variable is a name like any other
a = tf.Variable(1.0)
b = tf.Variable(2.0, name=None)
c = tf.Variable(3, name='Variable')
d = tf.Variable(3, name='Variable_1')
print(a.name, b.name, c.name, d.name)
#> Variable:0 Variable_1:0 Variable_2:0 Variable_1_1:0

#: 2.1 a variable and an op share the table of names
tf.no_op('w')
print(tf.Variable(1.0, name='w').name, tf.no_op('w').name, tf.Variable(1.0, name='w').name)
#> w_1:0 w_2 w_3:0

#: 2.1 tf.Variable takes the op scope for its prefix, and never shares
with tf.name_scope('a'):
    print(tf.Variable(1., name='x').name)
with tf.variable_scope('v'):
    print(tf.Variable(1., name='x').name)
with tf.variable_scope('v', reuse=True):
    print(tf.Variable(1., name='x').name, tf.Variable(1., name='x').name)
    with tf.name_scope(None):
        print(tf.Variable(1., name='x').name)
#> a/x:0
#> v/x:0
#> v_1/x:0 v_1/x_1:0
#> x:0

#: 2.1 a name that ends in a slash is absolute
with tf.name_scope('a'):
    v = tf.Variable(1.0, name='b/w/')
print(v.name)
#> b/w:0
#n b/w/initial_value b/w:VariableV2() b/w/Assign b/w/read

#: 2.1 illegal names are those of scopes
for name in ('my var', '_v', 'v:0', '-v', '', 'w\u00e4rme', '\u53d8\u91cf'):
    try:
        print(repr(tf.Variable(1.0, name=name).name))
    except ValueError as e:
        print(e)
with tf.name_scope('a'):
    print(tf.Variable(1.0, name='_v').name, tf.Variable(1.0, name='-v').name)
#> 'my var' is not a valid scope name
#> '_v' is not a valid scope name
#> 'v:0' is not a valid scope name
#> '-v' is not a valid scope name
#> '' is not a valid node name
#> 'wärme' is not a valid scope name
#> '变量' is not a valid scope name
#> a/_v:0 a/-v:0

#: 2.1 dtype is imposed on the value; otherwise Python's and numpy's own types decide
import numpy as np
for value in (1, 1.5, True, 'text', 2 ** 40, [1, 2], np.float64(1), np.int64(2), np.zeros([2], np.float32), [[True]]):
    print(tf.Variable(value).dtype.name)
print(tf.Variable(1, dtype=tf.float32).dtype, tf.Variable([1.], dtype='float64').dtype, tf.Variable(True, dtype=tf.bool).value().dtype)
#> int32_ref
#> float32_ref
#> bool_ref
#> string_ref
#> int64_ref
#> int32_ref
#> float64_ref
#> int64_ref
#> float32_ref
#> bool_ref
#> <dtype: 'float32_ref'> <dtype: 'float64_ref'> <dtype: 'bool'>

#: 2.1 values that do not fit the dtype, and their names are used up
t = tf.constant(1.0, name='t')
for value, dtype in ((1.5, tf.int32), ('a', tf.float32), (1, tf.bool), (t, tf.int32)):
    try:
        tf.Variable(value, dtype=dtype, name='v')
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
print(tf.Variable(1.0, name='v').name)
#> TypeError Expected int32, got 1.5 of type 'float' instead.
#> TypeError Expected float32, got 'a' of type 'str' instead.
#> TypeError Expected bool, got 1 of type 'int' instead.
#> [-1.14] ValueError Tensor conversion requested dtype int32 for Tensor with dtype float32: 'Tensor("t:0", shape=(), dtype=float32)'
#> [1.15] ValueError Tensor conversion requested dtype int32 for Tensor with dtype float32: <tf.Tensor 't:0' shape=() dtype=float32>
#> v_4:0

#: 2.1 what is no dtype and no name
for options in (dict(dtype='nothing'), dict(dtype=object()), dict(name=5), dict(name=['a'])):
    try:
        tf.Variable(1.0, **options)
        print('fine')
    except (TypeError, ValueError) as e:
        print(type(e).__name__)
#> TypeError
#> TypeError
#> TypeError
#> TypeError

#: 2.1 a variable as the value of another: its read tensor, and from 1.3 on its initialized value
v = tf.Variable(1.0, name='v')
w = tf.Variable(v, name='w')
print(w.initial_value.name)
#> v/read:0

#: 2.1 the graph of a tensor that is the value becomes the variable's
g = tf.Graph()
with g.as_default():
    t = tf.constant(1.0, name='t')
v = tf.Variable(t, name='v')
print(v.graph is g, v.op.graph is g, v.initializer.graph is g)
#> True True True
#n

#: 2.1 keys of collections that are no strings are not modelled
tf.Variable(1.0, collections=[5])
#! Refused: the key of a collection that is no string is not modelled

#: 2.1 odd values
for value in (lambda: tf.Variable(tf.no_op()), lambda: tf.Variable(lambda: None), lambda: tf.Variable({}), lambda: tf.Variable(tf.Variable), lambda: tf.Variable(1., 2, 3)):
    try:
        value()
    except (TypeError, ValueError) as e:
        print(e)
print(tf.Variable([]).get_shape(), tf.Variable(b'x').dtype.name)
#> Can't convert Operation 'NoOp' to Tensor (target dtype=None, name='initial_value', as_ref=False)
#> None values not supported.
#> Failed to convert object of type <class 'dict'> to Tensor. Contents: {}. Consider casting elements to a supported type.
#> initial_value must be specified.
#> collections argument to Variable constructor must be a list, tuple, or set. Got 3 of type <class 'int'>
#> (0,) string_ref
