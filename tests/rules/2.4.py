#: 2.4 tf.Variable makes reference variables unless told otherwise
v = tf.Variable(1.0, name='v')
print(v.op.type, v.dtype.name)
#> VariableV2 float32_ref

#: [1.11-] 2.4 use_resource of tf.Variable
for use in (True, False, None, 0, 1):
    v = tf.Variable(1.0, use_resource=use)
    print(v.op.type, v.dtype.name, type(v).__name__, isinstance(v, tf.Variable))
#> VarHandleOp float32 ResourceVariable True
#> VariableV2 float32_ref RefVariable True
#> VariableV2 float32_ref RefVariable True
#> VariableV2 float32_ref RefVariable True
#> VarHandleOp float32 ResourceVariable True

#: [1.1-] 2.4 @VARIABLE_FACTORY tf.Variable follows the scope's use_resource from 1.11 on, tf.get_variable always did
with tf.variable_scope('s', use_resource=True):
    v = tf.Variable(1.0, name='v')
    g = tf.get_variable('g', initializer=1.0)
    with tf.variable_scope('t'):
        w = tf.Variable(1.0, name='w')
    with tf.variable_scope('u', use_resource=False):
        x = tf.Variable(1.0, name='x')
        y = tf.get_variable('y', initializer=1.0)
        z = tf.get_variable('z', initializer=1.0, use_resource=True)
for var in (v, g, w, x, y, z):
    print(var.name, var.op.type)
#> [-1.10] s/v:0 VariableV2
#> [1.11-] s/v:0 VarHandleOp
#> s/g:0 VarHandleOp
#> [-1.10] s/t/w:0 VariableV2
#> [1.11-] s/t/w:0 VarHandleOp
#> s/u/x:0 VariableV2
#> s/u/y:0 VariableV2
#> s/u/z:0 VarHandleOp

#: [1.11-] 2.4 an argument goes before the scope, and the scope before the global default
tf.enable_resource_variables()
a = tf.Variable(1.0, name='a')
b = tf.get_variable('b', initializer=1.0)
c = tf.Variable(1.0, name='c', use_resource=False)
with tf.variable_scope('s', use_resource=False):
    d = tf.Variable(1.0, name='d')
    e = tf.get_variable('e', initializer=1.0)
    f = tf.get_variable('f', initializer=1.0, use_resource=True)
for v in (a, b, c, d, e, f):
    print(v.name, v.op.type)
#> a:0 VarHandleOp
#> b:0 VarHandleOp
#> c:0 VariableV2
#> s/d:0 VariableV2
#> s/e:0 VariableV2
#> s/f:0 VarHandleOp

#: [1.0] 2.4 no use_resource in 1.0
for f in (lambda: tf.get_variable('v', [1], use_resource=True), lambda: tf.variable_scope('s', use_resource=True)):
    try:
        f()
    except TypeError as e:
        print(e)
#> get_variable() got an unexpected keyword argument 'use_resource'
#> variable_scope() got an unexpected keyword argument 'use_resource'

#: [-1.10] 2.4 no enable_resource_variables before 1.11
tf.enable_resource_variables()
#! AttributeError: module 'tensorflow' has no attribute 'enable_resource_variables'

#: 2.4 one class of variables up to 1.10, two below tf.Variable later
v = tf.Variable(1.0)
print(type(v).__name__, type(v) is tf.Variable, isinstance(v, tf.Variable))
#> [-1.10] Variable True True
#> [1.11-] RefVariable False True
