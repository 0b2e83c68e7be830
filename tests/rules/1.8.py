#: 1.8 names of tensors, and their text
x = tf.placeholder(tf.float32, [None, 3], name='x')
u = tf.placeholder(tf.int32, name='u')
v = tf.Variable([1., 2.], name='v')
print(repr(x), str(x), x.name)
print(repr(u), str(u))
print(tf.constant(1), repr(tf.constant([True])))
print(v.op.outputs[0], [t.name for t in tf.unstack(v, name='s')])
#> <tf.Tensor 'x:0' shape=(?, 3) dtype=float32> Tensor("x:0", shape=(?, 3), dtype=float32) x:0
#> <tf.Tensor 'u:0' shape=<unknown> dtype=int32> Tensor("u:0", dtype=int32)
#> Tensor("Const:0", shape=(), dtype=int32) <tf.Tensor 'Const_1:0' shape=(1,) dtype=bool>
#> Tensor("v:0", shape=(2,), dtype=float32_ref) ['s:0', 's:1']

#: 1.8 the text of a tensor tells its device
with tf.device('/cpu:0'):
    x = tf.constant(1, name='x')
print(x, repr(x), x.device)
#> Tensor("x:0", shape=(), dtype=int32, device=/device:CPU:0) <tf.Tensor 'x:0' shape=() dtype=int32> /device:CPU:0

#: 1.8 dtypes
print(tf.float32, repr(tf.float32), tf.float32.name, tf.Variable(1.).dtype, repr(tf.Variable(1).dtype))
#> <dtype: 'float32'> tf.float32 float32 <dtype: 'float32_ref'> tf.int32_ref

#: 1.8 operations
x = tf.constant(1, name='x')
y = tf.constant(2, name='y')
with tf.control_dependencies([y]):
    z = tf.add(x, x, name='z')
op = z.op
print(repr(op), op.name, op.type, op.device == '', op.graph is tf.get_default_graph())
print('-', [i.name for i in op.inputs], [o.name for o in op.outputs], [c.name for c in op.control_inputs], op.values() == (z,) or op.values()[0] is z)
print(op.outputs[0] is z, z.op is op, z.value_index, [c.name for c in x.consumers()], z.graph is op.graph)
#> <tf.Operation 'z' type=Add> z Add True True
#> - ['x:0', 'x:0'] ['z:0'] ['y'] True
#> True True 0 ['z'] True

#: 1.8 the text of an operation is that of its node definition
c = tf.constant([1, 2], name='c')
with tf.device('/gpu:1'):
    i = tf.identity(c, name='i')
print(i.op)
print(str(i.op) == str(i.op.node_def), i.op.node_def.name, i.op.node_def.op, i.op.node_def.input == ['c'], i.op.node_def.device)
#> name: "i"
#> op: "Identity"
#> input: "c"
#> device: "/device:GPU:1"
#> attr {
#>   key: "T"
#>   value {
#>     type: DT_INT32
#>   }
#> }
#>
#> True i Identity True /device:GPU:1

#: 1.8 the text of a graph: nodes in order, attributes by name, values as TensorFlow stores them
a = tf.constant(1.5, name='a')
b = tf.constant([1, 2], name='b')
s = tf.constant(['x', 'y'], name='s')
z = tf.zeros([2], tf.bool, name='z') if False else tf.constant(False, shape=[2], name='z')
print(tf.get_default_graph().as_graph_def())
#> node {
#>   name: "a"
#>   op: "Const"
#>   attr {
#>     key: "dtype"
#>     value {
#>       type: DT_FLOAT
#>     }
#>   }
#>   attr {
#>     key: "value"
#>     value {
#>       tensor {
#>         dtype: DT_FLOAT
#>         tensor_shape {
#>         }
#>         float_val: 1.5
#>       }
#>     }
#>   }
#> }
#> node {
#>   name: "b"
#>   op: "Const"
#>   attr {
#>     key: "dtype"
#>     value {
#>       type: DT_INT32
#>     }
#>   }
#>   attr {
#>     key: "value"
#>     value {
#>       tensor {
#>         dtype: DT_INT32
#>         tensor_shape {
#>           dim {
#>             size: 2
#>           }
#>         }
#>         tensor_content: "\001\000\000\000\002\000\000\000"
#>       }
#>     }
#>   }
#> }
#> node {
#>   name: "s"
#>   op: "Const"
#>   attr {
#>     key: "dtype"
#>     value {
#>       type: DT_STRING
#>     }
#>   }
#>   attr {
#>     key: "value"
#>     value {
#>       tensor {
#>         dtype: DT_STRING
#>         tensor_shape {
#>           dim {
#>             size: 2
#>           }
#>         }
#>         string_val: "x"
#>         string_val: "y"
#>       }
#>     }
#>   }
#> }
#> node {
#>   name: "z"
#>   op: "Const"
#>   attr {
#>     key: "dtype"
#>     value {
#>       type: DT_BOOL
#>     }
#>   }
#>   attr {
#>     key: "value"
#>     value {
#>       tensor {
#>         dtype: DT_BOOL
#>         tensor_shape {
#>           dim {
#>             size: 2
#>           }
#>         }
#>         bool_val: false
#>       }
#>     }
#>   }
#> }
#> versions {
#>   # producer: not modelled
#> }
#>

#: 1.8 the nodes of a graph definition
v = tf.Variable([1.], name='v')
with tf.control_dependencies([v.initializer]):
    tf.no_op(name='n')
g = tf.get_default_graph()
d = g.as_graph_def()
tf.no_op()
print(len(d.node), *[n.name for n in d.node])
print(d.node[2].op, *d.node[2].input)
print(d.node[-1].op, *d.node[-1].input)
print(*[n.name for n in g.as_graph_def(from_version=4).node])
g.as_graph_def().versions
#> 5 v/initial_value v v/Assign v/read n
#> Assign v v/initial_value
#> NoOp ^v/Assign
#> n NoOp
#! Refused: the attribute 'versions' of GraphDef objects is not modelled

#: 1.8 shapes in a graph definition
tf.placeholder(tf.float32, [None, 2], name='p')
text = str(tf.get_default_graph().as_graph_def(add_shapes=True))
print(text.count('_output_shapes'), text.index('_output_shapes') < text.index('"dtype"'), text.count('size: -1') >= 1)
#> 1 True True

#: 1.8 attributes of operations
c = tf.constant([1, 2], name='c')
v = tf.Variable([1.], name='v')
m = tf.matmul([[1.]], [[2.]], transpose_b=True)
print(c.op.get_attr('dtype'), m.op.get_attr('transpose_b'), m.op.get_attr('T'), v.op.get_attr('container'), v.initializer.get_attr('validate_shape'))
c.op.get_attr('nothing')
#> <dtype: 'int32'> True <dtype: 'float32'> b'' True
#! [-1.7] ValueError: No attr named 'nothing' in name: "c"
#! [1.8-] ValueError: Operation 'c' has no attr named 'nothing'.

#: [1.10-1.11] 1.8 an operation whose attributes are not sure in a release has no text
x = tf.cast(tf.constant(1, name='x'), tf.float32, name='y')
print(x.op)
#! Refused: what attributes the operation 'y' (Cast) has in this release is not modelled

#: 1.8 get_tensor_by_name
v = tf.Variable(1., name='v')
g = tf.get_default_graph()
print(g.get_tensor_by_name('v:0').dtype, g.get_tensor_by_name('v/read:0') is v.value())
for name in ('v', 'zz', 'v:x', 'v:', 'zz:0', 'v:3', 'V:0', '', ':0', 'v:0:0', '^v', 3, None, b'v:0'):
    try:
        print(g.get_tensor_by_name(name).name)
    except (ValueError, KeyError, TypeError) as e:
        print(type(e).__name__, e.args[0])
#> <dtype: 'float32_ref'> True
#> ValueError The name 'v' refers to an Operation, not a Tensor. Tensor names must be of the form "<op_name>:<output_index>".
#> ValueError The name 'zz' looks like an (invalid) Operation name, not a Tensor. Tensor names must be of the form "<op_name>:<output_index>".
#> ValueError The name 'v:x' looks a like a Tensor name, but is not a valid one. Tensor names must be of the form "<op_name>:<output_index>".
#> ValueError The name 'v:' looks a like a Tensor name, but is not a valid one. Tensor names must be of the form "<op_name>:<output_index>".
#> KeyError The name 'zz:0' refers to a Tensor which does not exist. The operation, 'zz', does not exist in the graph.
#> KeyError The name 'v:3' refers to a Tensor which does not exist. The operation, 'v', exists but only has 1 outputs.
#> KeyError The name 'V:0' refers to a Tensor which does not exist. The operation, 'V', does not exist in the graph.
#> ValueError The name '' looks like an (invalid) Operation name, not a Tensor. Tensor names must be of the form "<op_name>:<output_index>".
#> KeyError The name ':0' refers to a Tensor which does not exist. The operation, '', does not exist in the graph.
#> ValueError The name 'v:0:0' looks a like a Tensor name, but is not a valid one. Tensor names must be of the form "<op_name>:<output_index>".
#> ValueError The name '^v' looks like an (invalid) Operation name, not a Tensor. Tensor names must be of the form "<op_name>:<output_index>".
#> TypeError Tensor names are strings (or similar), not int.
#> TypeError Tensor names are strings (or similar), not NoneType.
#> TypeError Tensor names are strings (or similar), not bytes.

#: 1.8 get_operation_by_name
v = tf.Variable(1., name='v')
g = tf.get_default_graph()
print(g.get_operation_by_name('v') is v.op)
for name in ('zz', 'v:0', 'V', '', 3, None):
    try:
        g.get_operation_by_name(name)
    except (ValueError, KeyError, TypeError) as e:
        print(type(e).__name__, e.args[0])
#> True
#> KeyError The name 'zz' refers to an Operation not in the graph.
#> ValueError Name 'v:0' appears to refer to a Tensor, not a Operation.
#> KeyError The name 'V' refers to an Operation not in the graph.
#> KeyError The name '' refers to an Operation not in the graph.
#> TypeError Operation names are strings (or similar), not int.
#> TypeError Operation names are strings (or similar), not NoneType.

#: 1.8 as_graph_element
v = tf.Variable(1., name='v')
g = tf.get_default_graph()
print(g.as_graph_element('v:0').name, g.as_graph_element('v').name, g.as_graph_element(v.op) is v.op, g.as_graph_element(v).name)
for arguments in ((3,), ([],), (v.op, True, False), (v.value(), False), ('v', True, False), ('v:0', False, True), ('v', False, False)):
    try:
        g.as_graph_element(*arguments)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, str(e)[:64])
#> v:0 v True v:0
#> TypeError Can not convert a int into a Tensor or Operation.
#> TypeError Can not convert a list into a Tensor or Operation.
#> TypeError Can not convert a Operation into a Tensor.
#> TypeError Can not convert a Tensor into a Operation.
#> ValueError The name 'v' refers to an Operation, not a Tensor. Tensor names 
#> ValueError Name 'v:0' appears to refer to a Tensor, not a Operation.
#> ValueError allow_tensor and allow_operation can't both be False.

#: 1.8 an element of another graph
with tf.Graph().as_default():
    x = tf.constant(1, name='x')
g = tf.get_default_graph()
for e in (x, x.op):
    try:
        g.as_graph_element(e)
    except ValueError as error:
        print(str(error).splitlines()[0][:60])
#> Tensor Tensor("x:0", shape=(), dtype=int32) is not an elemen
#> Operation name: "x"

#: 1.8 get_operations lists creation order, in a new list
tf.constant(1, name='b')
tf.constant(1, name='a')
g = tf.get_default_graph()
l = g.get_operations()
l.append(3)
print(*[o.name for o in g.get_operations()])
print(g.version, g.finalized, g.seed, g.building_function)
tf.set_random_seed(5)
print(g.seed)
#> b a
#> 2 False None False
#> 5

#: 1.8 collections of a graph
g = tf.get_default_graph()
v = tf.Variable(1., name='v')
w = tf.Variable(1., name='w', trainable=False)
g.add_to_collection('mine', 3)
g.add_to_collection('mine', v)
g.add_to_collections(['mine', 'yours', 'mine'], 'text')
g.add_to_collections('yours', w)
print(len(g.get_collection('mine')), g.get_collection('yours') == ['text', w] or g.get_collection('yours')[1] is w)
print(*sorted(g.get_all_collection_keys()))
print('-', [x.name for x in g.get_collection('mine', 'v')], g.get_collection('mine', scope='zz'), g.get_collection('none'))
copy = g.get_collection('mine'); copy.append(0)
live = g.get_collection_ref('mine'); live.append(0)
print(len(g.get_collection('mine')), len(copy), g.get_collection_ref('mine') is live)
g.clear_collection('mine')
print('-', g.get_collection('mine'), len(live))
print('-', [x.name for x in tf.get_collection(tf.GraphKeys.GLOBAL_VARIABLES)], [x.name for x in tf.trainable_variables()])
#> 3 True
#> mine trainable_variables variables yours
#> - ['v:0'] [] []
#> 4 4 True
#> - [] 4
#> - ['v:0', 'w:0'] ['v:0']

#: 1.8 get_collection_ref of a collection that is not there makes it
g = tf.get_default_graph()
l = g.get_collection_ref('new')
l.append(1)
tf.add_to_collection('new', 2)
print('-', l, tf.get_collection('new'), tf.get_collection_ref('new') is l, g.get_all_collection_keys())
#> - [1, 2] [1, 2] True ['new']

#: 1.8 a collection key that is no string is not modelled
tf.add_to_collection(('a', 1), 3)
#! Refused: the key of a collection that is no string is not modelled

#: 1.8 unique_name of a graph
g = tf.get_default_graph()
print(g.unique_name('a'), g.unique_name('a'), g.unique_name('a', mark_as_used=False), g.unique_name('a', False), g.unique_name('a'))
with g.name_scope('s') as s:
    print(s, g.unique_name('a'), g.unique_name('b', mark_as_used=False), tf.no_op('b').name)
print(g.unique_name('b', False))
#> a a_1 a_2 a_2 a_2
#> s/ s/a s/b s/b
#> b

#: 1.8 name_scope of a graph
g = tf.Graph()
with g.as_default() as h:
    print(h is g, tf.get_default_graph() is g)
    with g.name_scope('a') as s:
        print(s, tf.no_op('x').name)
        with g.name_scope(None) as r:
            print(repr(r), tf.no_op('x').name)
        with g.name_scope('a/') as r:
            print(r, tf.no_op('x').name)
#> True True
#> a/ a/x
#> '' x
#> a/ a/x_1

#: 1.8 what may be fed and fetched
g = tf.get_default_graph()
a = tf.constant(1, name='a')
b = tf.constant(2, name='b')
print(g.is_feedable(a), g.is_fetchable(a), g.is_fetchable(a.op))
g.prevent_feeding(a)
g.prevent_fetching(b.op)
print(g.is_feedable(a), g.is_feedable(b), g.is_fetchable(b), g.is_fetchable(b.op), g.is_fetchable(a))
s = tf.Session()
s.run(a, {a: 3})
#> True True True
#> False True False False True
#! ValueError: Tensor Tensor("a:0", shape=(), dtype=int32) may not be fed.

#: 1.8 what is inside a branch of cond cannot be fetched
p = tf.constant(True, name='p')
inside = []
def branch():
    inside.append(tf.constant(1, name='x'))
    return inside[0]
r = tf.cond(p, branch, lambda: tf.constant(2))
print(r.graph.is_fetchable(inside[0]), r.graph.is_fetchable(r))
#> False True
