#: 4.5 all defaults flow inwards by string and default_name, and by object from the object alone
def getter(g, *a, **k): return g(*a, **k)
init, reg, part = tf.constant_initializer(1.), (lambda v: None), tf.fixed_size_partitioner(1)
def tell(s):
    print(s.initializer is init, s.regularizer is reg, s.caching_device, s.partitioner is part,
          s.custom_getter is getter, s.dtype)
with tf.variable_scope('plain') as plain: pass
with tf.variable_scope('a', initializer=init, regularizer=reg, caching_device='/cpu:0', partitioner=part,
                       custom_getter=getter, dtype=tf.float64) as a:
    with tf.variable_scope('b') as b: tell(b)
    with tf.variable_scope(None, 'b') as b: tell(b)
    with tf.variable_scope(plain) as b: tell(b)
with tf.variable_scope(a) as b: tell(b)
#> True True /cpu:0 True True <dtype: 'float64'>
#> True True /cpu:0 True True <dtype: 'float64'>
#> False False None False False <dtype: 'float32'>
#> True True /cpu:0 True True <dtype: 'float64'>

#: [1.1-] 4.5 @USE_RESOURCE use_resource flows, too, and False overrides True
with tf.variable_scope('a', use_resource=True) as a:
    with tf.variable_scope('b') as b: print(b.use_resource)
    with tf.variable_scope('b', use_resource=False) as b: print(b.use_resource)
with tf.variable_scope(a) as b: print(b.use_resource, tf.get_variable('r', initializer=1.).op.type)
#> True
#> False
#> True VarHandleOp

#: 4.5 the initializer and the dtype of the scope are what get_variable takes
with tf.variable_scope('a', initializer=tf.constant_initializer(3.), dtype=tf.float64):
    v = tf.get_variable('v', [1])
    with tf.variable_scope('b', initializer=tf.zeros_initializer(), dtype=tf.float16):
        w = tf.get_variable('w', [1])
    x = tf.get_variable('x', [1], dtype=tf.float32)
print(v.dtype, w.dtype, x.dtype)
#> <dtype: 'float64_ref'> <dtype: 'float16_ref'> <dtype: 'float32_ref'>
#n [-1.1] a/v/Initializer/Const:Const a/v a/v/Assign a/v/read a/b/w/Initializer/Const:Const a/b/w a/b/w/Assign a/b/w/read a/x/Initializer/Const a/x a/x/Assign a/x/read
#n [1.2-1.5] a/v/Initializer/Const:Const a/v a/v/Assign a/v/read a/b/w/Initializer/zeros:Const a/b/w a/b/w/Assign a/b/w/read a/x/Initializer/Const a/x a/x/Assign a/x/read
#n [1.6-1.7] a/v/Initializer/Const:Const a/v a/v/Assign a/v/read a/b/w/Initializer/zeros/shape_as_tensor:Const a/b/w/Initializer/zeros/Const:Const a/b/w/Initializer/zeros:Fill a/b/w a/b/w/Assign a/b/w/read a/x/Initializer/Const a/x a/x/Assign a/x/read
#n [1.8-] a/v/Initializer/Const:Const a/v a/v/Assign a/v/read a/b/w/Initializer/zeros:Const a/b/w a/b/w/Assign a/b/w/read a/x/Initializer/Const a/x a/x/Assign a/x/read

#: 4.5 a regularizer is switched off by tf.no_regularizer, not by None
def reg(v): return tf.identity(v, name='reg')
with tf.variable_scope('a', regularizer=reg):
    with tf.variable_scope('b', regularizer=None): tf.get_variable('v', initializer=1.)
    with tf.variable_scope('c', regularizer=tf.no_regularizer) as c:
        tf.get_variable('v', initializer=1.)
        print(c.regularizer is tf.no_regularizer)
    tf.get_variable('w', initializer=1., regularizer=tf.no_regularizer)
print([t.name for t in tf.get_collection('regularization_losses')], tf.no_regularizer(1))
#> True
#> [1.0-] ['a/b/v/Regularizer/reg:0'] None

#: 4.5 the setters change the object, and what is opened inside takes the new values
def getter(g, *a, **k): return g(*a, **k)
init, reg, part = tf.zeros_initializer(), (lambda v: None), tf.fixed_size_partitioner(1)
with tf.variable_scope('a') as a:
    with tf.variable_scope('before') as before:
        print(a.set_initializer(init), a.set_regularizer(reg), a.set_caching_device('/gpu:1'), a.set_partitioner(part),
              a.set_custom_getter(getter), a.set_dtype(tf.int32))
        print(before.initializer, before.dtype)
    with tf.variable_scope('b') as b:
        print(b.initializer is init, b.regularizer is reg, b.caching_device, b.partitioner is part,
              b.custom_getter is getter, b.dtype)
with tf.variable_scope(a) as b: print(b.dtype)
with tf.variable_scope('a') as b: print(b.dtype)
a.set_initializer(None); a.set_regularizer(None); a.set_caching_device(None); a.set_partitioner(None); a.set_custom_getter(None)
print(a.initializer, a.regularizer, a.caching_device, a.partitioner, a.custom_getter)
a.set_dtype()
#> None None None None None None
#> None <dtype: 'float32'>
#> True True /gpu:1 True True <dtype: 'int32'>
#> <dtype: 'int32'>
#> <dtype: 'float32'>
#> None None None None None
#! TypeError: set_dtype() missing 1 required positional argument: 'dtype'

#: [1.1-] 4.5 set_use_resource
with tf.variable_scope('a') as a:
    a.set_use_resource(True)
    with tf.variable_scope('b') as b: print(b.use_resource, tf.get_variable('v', initializer=1.).op.type)
    a.set_use_resource(None)
    print(a.use_resource, tf.get_variable('v', initializer=1.).op.type)
#> True VarHandleOp
#> None VariableV2

#: 4.5 no set_use_resource in 1.0
print(hasattr(tf.get_variable_scope(), 'set_use_resource'))
#> [-1.0] False
#> [1.1-] True

#: 4.5 attributes are read only
s = tf.get_variable_scope()
for name in ('name', 'reuse', 'initializer', 'dtype', 'original_name_scope'):
    try: setattr(s, name, None)
    except AttributeError as e: print('refused')
s.nothing
#> refused
#> refused
#> refused
#> refused
#> refused
#! AttributeError: 'VariableScope' object has no attribute 'nothing'

#: 4.5 the dtype stays as it was given; get_variable converts it
with tf.variable_scope('a', dtype='float64') as a:
    print(a.dtype, tf.get_variable('v', [1]).dtype)
    with tf.variable_scope('b') as b: print(repr(b.dtype))
with tf.variable_scope('c', dtype=7) as c: print(c.dtype)
with tf.variable_scope('d', dtype='nothing') as d: print(d.dtype)
#> float64 <dtype: 'float64_ref'>
#> 'float64'
#> 7
#> nothing

#: 4.5 @GETTERS_COMPOSE custom getters compose along the scopes, and by object with the object's
def suffix(text):
    def custom(getter, name, *a, **k): return getter(name + text, *a, **k)
    return custom
with tf.variable_scope('a', custom_getter=suffix('_1')) as a:
    with tf.variable_scope('b', custom_getter=suffix('_2')): print(tf.get_variable('v', [1]).name)
with tf.variable_scope('c', custom_getter=suffix('_3')):
    with tf.variable_scope(a, custom_getter=suffix('_4')): print(tf.get_variable('w', [1]).name)
    with tf.variable_scope(a): print(tf.get_variable('x', [1]).name)
#> [-1.0] a/b/v_2:0
#> [1.1-] a/b/v_2_1:0
#> [-1.0] a/w_4:0
#> [1.1-] a/w_4_1:0
#> a/x_1:0

#: 4.5 a custom getter that cannot be called
with tf.variable_scope('a', custom_getter=5):
    tf.get_variable('v', [1])
#! ValueError: Passed a custom_getter which is not callable: 5

#: [1.1-] 4.5 the collections of a scope: what begins with its name and a slash
with tf.variable_scope('foo') as foo:
    tf.get_variable('v', initializer=1.)
    tf.get_variable('n', initializer=1., trainable=False)
    with tf.variable_scope('in'): tf.get_variable('w', initializer=1.)
with tf.variable_scope('foobar'): tf.get_variable('v', initializer=1.)
with tf.variable_scope('foo_1') as one: tf.get_variable('v', initializer=1.)
tf.get_variable('u', initializer=1.)
names = lambda vs: [v.name for v in vs]
print(names(foo.trainable_variables())); print(names(foo.global_variables())); print(names(one.global_variables()))
print(names(tf.get_variable_scope().global_variables()))
tf.add_to_collection('mine', foo.global_variables()[0]); tf.add_to_collection('mine', one.global_variables()[0])
print(names(foo.get_collection('mine')), names(tf.get_variable_scope().get_collection('mine')))
#> [1.0-] ['foo/v:0', 'foo/in/w:0']
#> [1.0-] ['foo/v:0', 'foo/n:0', 'foo/in/w:0']
#> [1.0-] ['foo_1/v:0']
#> [1.0-] ['foo/v:0', 'foo/n:0', 'foo/in/w:0', 'foobar/v:0', 'foo_1/v:0', 'u:0']
#> [1.0-] ['foo/v:0'] ['foo/v:0', 'foo_1/v:0']

#: 4.5 the methods that give collections come with 1.1 and 1.4
s = tf.get_variable_scope()
print([n for n in ('trainable_variables', 'global_variables', 'local_variables', 'get_collection') if hasattr(s, n)])
#> [-1.0] []
#> [1.1-1.3] ['trainable_variables', 'global_variables', 'get_collection']
#> [1.4-] ['trainable_variables', 'global_variables', 'local_variables', 'get_collection']

#: [-1.0] 4.5 1.0 has no trainable_variables of a scope
tf.get_variable_scope().trainable_variables()
#! AttributeError: 'VariableScope' object has no attribute 'trainable_variables'

#: [1.4-] 4.5 local variables of a scope
with tf.variable_scope('a') as a:
    tf.get_variable('l', initializer=1., trainable=False, collections=['local_variables'])
    tf.get_variable('v', initializer=1.)
print([v.name for v in a.local_variables()], [v.name for v in a.global_variables()])
#> [1.0-] ['a/l:0'] ['a/v:0']
