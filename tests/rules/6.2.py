#: 6.2 the initializer of all variables: an op init with a control input on every Assign there is at the time of the call
a = tf.Variable(1, name='a')
b = tf.get_variable('b', [], initializer=tf.constant_initializer(2.0))
local = tf.get_local_variable('l', [], initializer=tf.constant_initializer(2.0))
print(tf.global_variables_initializer().name)
c = tf.Variable(3, name='c')
print(tf.global_variables_initializer().name, tf.local_variables_initializer().name)
#> init
#> init_1 init_2
#n a/initial_value:Const a:VariableV2 a/Assign:Assign a/read:Identity
#n b/Initializer/Const:Const b:VariableV2 b/Assign:Assign b/read:Identity
#n l/Initializer/Const:Const l:VariableV2 l/Assign:Assign l/read:Identity
#n init:NoOp(^a/Assign,^b/Assign) c/initial_value:Const c:VariableV2 c/Assign:Assign c/read:Identity
#n init_1:NoOp(^a/Assign,^b/Assign,^c/Assign) init_2:NoOp(^l/Assign)

#: 6.2 no variables: a plain op
print(tf.global_variables_initializer(), tf.variables_initializer([], name='mine').name)
print(tf.variables_initializer([]).type)
#> name: "init"
#> op: "NoOp"
#>  mine
#> NoOp
#n init:NoOp() mine:NoOp() init_1:NoOp()

#: 6.2 one list of variables, under a name of its own; deprecated names of the functions make the same node
a = tf.Variable(1, name='a')
b = tf.Variable(2, name='b')
for op in (tf.variables_initializer([b]), tf.variables_initializer([b, a], 'both'), tf.initialize_all_variables(),
           tf.initialize_variables([a]), tf.initialize_local_variables()):
    print(op.name, [c.name for c in op.control_inputs])
#> init ['b/Assign']
#> both ['b/Assign', 'a/Assign']
#> init_1 ['a/Assign', 'b/Assign']
#> init_2 ['a/Assign']
#> init_3 []

#: 6.2 several devices: a helper for each
with tf.device('/cpu:0'):
    a = tf.Variable(1, name='a')
with tf.device('/cpu:1'):
    b = tf.Variable(2, name='b')
init = tf.global_variables_initializer()
print(init.device == '', [(op.name, op.device) for op in init.control_inputs])
#> True [('init/NoOp', '/device:CPU:0'), ('init/NoOp_1', '/device:CPU:1')]
#n a/initial_value a a/Assign a/read b/initial_value b b/Assign b/read
#n init/NoOp:NoOp(^a/Assign) init/NoOp_1:NoOp(^b/Assign) init:NoOp(^init/NoOp,^init/NoOp_1)

#: 6.2 what is no variable cannot be initialized
tf.variables_initializer([tf.constant(1)])
#! AttributeError: 'Tensor' object has no attribute 'initializer'

#: 6.2 a name scope holds the initializer, a variable that came later stays uninitialized
a = tf.Variable(1, name='a')
with tf.name_scope('s'):
    init = tf.global_variables_initializer()
b = tf.Variable(2, name='b')
print(init.name)
with tf.Session() as sess:
    sess.run(init)
    print(sess.run(a), sess.run(tf.report_uninitialized_variables()), sess.run(tf.is_variable_initialized(b)))
    sess.run(b)
#> s/init
#> 1 [b'b'] False
#! FailedPreconditionError: Attempting to use uninitialized value b

#: 6.2 report_uninitialized_variables looks at global and local variables, in its own scope
a = tf.Variable(1, name='a')
b = tf.get_local_variable('b', [1])
r = tf.report_uninitialized_variables()
print(r.dtype, r.name.split('/')[0], tf.report_uninitialized_variables([a], name='mine').name.split('/')[0])
inside = [op.name for op in tf.get_default_graph().get_operations() if not op.name.startswith(('a', 'b'))]
print(all(n.startswith(('report_uninitialized_variables/', 'mine/')) for n in inside))
print([n for n in inside if 'IsVariableInitialized' in n])
with tf.Session() as sess:
    print(sess.run(r))
    sess.run(a.initializer)
    print(sess.run(r))
    sess.run(b.initializer)
    print(sess.run(r))
#> <dtype: 'string'> report_uninitialized_variables mine
#> True
#> [-] ['report_uninitialized_variables/IsVariableInitialized', 'report_uninitialized_variables/IsVariableInitialized_1', 'mine/IsVariableInitialized']
#> [-] [b'a' b'b']
#> [-] [b'b']
#> [-] []

#: 6.2 assert_variables_initialized makes a Rank node for each variable, and is None without variables
print(tf.assert_variables_initialized())
a = tf.Variable(1, name='a')
one = tf.assert_variables_initialized()
b = tf.Variable([2, 3], name='b')
two = tf.assert_variables_initialized([a, b])
print(one.name, two.name, two.get_shape())
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(one), sess.run(two))
#> None
#> Rank:0 stack:0 (2,)
#> 0 [0 1]
#n a/initial_value a a/Assign a/read Rank:Rank(a/read) b/initial_value b b/Assign b/read
#n Rank_1:Rank(a/read) Rank_2:Rank(b/read) stack:Pack(Rank_1,Rank_2) init

#: 6.2 @RUNTIME_ERROR_BARE @RUNTIME_ERROR_BRACES an uninitialized variable: the second line names the node that reads it
w = tf.get_variable('w', [2])
with tf.Session() as sess:
    try:
        sess.run(w + 1.0)
    except tf.errors.FailedPreconditionError as e:
        text = str(e)
print(text.split('\n')[0])
print(repr(text.split('\n')[1].split(' = ')[0]) if 'Identity' in text.split('\n')[1] else repr(text.split('\n')[1][:16]))
#> Attempting to use uninitialized value w
#> [-1.10] '\t [[Node: w/read'
#> [1.11-1.12] '\t [[w/read'
#> [1.13-] '\t [[{{node w/rea'

#: 6.2 the error is one of tf.errors, and knows op and message
w = tf.Variable(1.0, name='w')
with tf.Session() as sess:
    try:
        sess.run(w * 2.0)
    except tf.errors.OpError as e:
        print(type(e).__name__, isinstance(e, tf.errors.FailedPreconditionError), e.op.name)
        print(e.message.split('\n')[0], e.error_code == 9)
#> FailedPreconditionError True w/read
#> Attempting to use uninitialized value w True

#: 6.2 the name in the message is that of the op, not the key and not the tensor
with tf.name_scope('n'):
    w = tf.Variable(1, name='w')
v = tf.Variable(1, name='k')
k = tf.get_variable('k', [])
for x in (w, k):
    with tf.Session() as sess:
        try:
            sess.run(x)
        except tf.errors.FailedPreconditionError as e:
            print(str(e).split('\n')[0])
#> Attempting to use uninitialized value n/w
#> Attempting to use uninitialized value k_1

#: [1.1-] 6.2 a resource variable without a value
r = tf.get_variable('r', [2], use_resource=True)
with tf.Session() as sess:
    try:
        sess.run(r + 1.0)
    except tf.errors.FailedPreconditionError as e:
        print(str(e).split('.')[0])
        print('This could mean that the variable was uninitialized. Not found: ' in str(e))
#> Error while reading resource variable r from Container: localhost
#> True

#: 6.2 an assignment reads its value before anything is written
a = tf.Variable(1, name='a')
b = tf.Variable(a.initialized_value() + 1, name='b')
swap = tf.assign(a, b + 10)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run([a, b]))
    print(sess.run(swap), sess.run([a, b]))
#> [-] [1, 2]
#> 12 [12, 2]
