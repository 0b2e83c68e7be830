#: 2.3 @INITIALIZED_VALUE_COND the initialized value: in 1.0 an Identity behind the initializer, from 1.1 on a conditional read
w1 = tf.Variable(1.0, name='w1')
print(w1.initialized_value().name)
#> [1.0] Identity:0
#> [1.1-] cond/Merge:0
#n [1.0] w1/initial_value w1 w1/Assign w1/read Identity:Identity(w1,^w1/Assign)
#n [1.1-1.7] w1/initial_value w1 w1/Assign w1/read IsVariableInitialized:IsVariableInitialized(w1) cond/Switch:Switch(IsVariableInitialized,IsVariableInitialized) cond/switch_t:Identity(cond/Switch:1) cond/switch_f:Identity(cond/Switch) cond/pred_id:Identity(IsVariableInitialized) cond/read/Switch:RefSwitch(w1,cond/pred_id) cond/read:Identity(cond/read/Switch:1) cond/Switch_1:Switch(w1/initial_value,cond/pred_id) cond/Merge:Merge(cond/Switch_1,cond/read)
#n [1.8-] w1/initial_value w1 w1/Assign w1/read IsVariableInitialized:IsVariableInitialized(w1) cond/Switch:Switch(IsVariableInitialized,IsVariableInitialized) cond/switch_t:Identity(cond/Switch:1) cond/switch_f:Identity(cond/Switch) cond/pred_id:Identity(IsVariableInitialized) cond/read:Identity(cond/read/Switch:1) cond/read/Switch:RefSwitch(w1,cond/pred_id) cond/Switch_1:Switch(w1/initial_value,cond/pred_id) cond/Merge:Merge(cond/Switch_1,cond/read)

#: 2.3 the initialized value is made in the current scope, outside of control dependencies
w1 = tf.Variable(1.0, name='w1')
c = tf.no_op('c')
with tf.control_dependencies([c]):
    with tf.name_scope('s'):
        a, b = w1.initialized_value(), w1.initialized_value()
print(a.name, b.name)
#> [1.0] s/Identity:0 s/Identity_1:0
#> [1.1-] s/cond/Merge:0 s/cond_1/Merge:0
#n [1.0] w1/initial_value w1 w1/Assign w1/read c s/Identity:Identity(w1,^w1/Assign) s/Identity_1:Identity(w1,^w1/Assign)
#n [1.1-1.7] w1/initial_value w1 w1/Assign w1/read c s/IsVariableInitialized:IsVariableInitialized(w1) s/cond/Switch s/cond/switch_t:Identity(s/cond/Switch:1) s/cond/switch_f s/cond/pred_id s/cond/read/Switch s/cond/read s/cond/Switch_1 s/cond/Merge s/IsVariableInitialized_1:IsVariableInitialized(w1) s/cond_1/Switch s/cond_1/switch_t s/cond_1/switch_f s/cond_1/pred_id s/cond_1/read/Switch s/cond_1/read s/cond_1/Switch_1 s/cond_1/Merge
#n [1.8-] w1/initial_value w1 w1/Assign w1/read c s/IsVariableInitialized:IsVariableInitialized(w1) s/cond/Switch s/cond/switch_t:Identity(s/cond/Switch:1) s/cond/switch_f s/cond/pred_id s/cond/read s/cond/read/Switch s/cond/Switch_1 s/cond/Merge s/IsVariableInitialized_1:IsVariableInitialized(w1) s/cond_1/Switch s/cond_1/switch_t s/cond_1/switch_f s/cond_1/pred_id s/cond_1/read s/cond_1/read/Switch s/cond_1/Switch_1 s/cond_1/Merge

#: 2.3 a variable from an initialized value: rewritten from 1.3 on, with the names of 1.14 at the top level
w1 = tf.Variable(1.0, name='w1')
w2 = tf.Variable(w1.initialized_value(), name='w2')
with tf.Session() as s:
    s.run(w2.initializer)
    print(s.run(w2), s.run(tf.is_variable_initialized(w1)))
#> [1.0] 1.0 True
#> [1.1-] 1.0 False
#n [1.0] w1/initial_value w1 w1/Assign w1/read Identity w2:VariableV2() w2/Assign:Assign(w2,Identity) w2/read IsVariableInitialized
#n [1.1-1.2] w1/initial_value w1 w1/Assign w1/read IsVariableInitialized cond/Switch cond/switch_t cond/switch_f cond/pred_id cond/read/Switch cond/read cond/Switch_1 cond/Merge w2:VariableV2() w2/Assign:Assign(w2,cond/Merge) w2/read IsVariableInitialized_1
#n [1.3-1.7] w1/initial_value w1 w1/Assign w1/read IsVariableInitialized cond/Switch cond/switch_t cond/switch_f cond/pred_id cond/read/Switch cond/read cond/Switch_1 cond/Merge w2:VariableV2() w2/IsVariableInitialized:IsVariableInitialized(w1) w2/cond/Switch w2/cond/switch_t w2/cond/switch_f w2/cond/pred_id w2/cond/read/Switch:RefSwitch(w1,w2/cond/pred_id) w2/cond/read w2/cond/Switch_1:Switch(w1/initial_value,w2/cond/pred_id) w2/cond/Merge:Merge(w2/cond/Switch_1,w2/cond/read) w2/cond/read/Switch_w2_0:Switch(w2/cond/Merge,cond/pred_id) w2/cond/read_w2_0:Identity(w2/cond/read/Switch_w2_0:1) w2/cond/Merge_w2_0:Merge(cond/Switch_1,w2/cond/read_w2_0) w2/Assign:Assign(w2,w2/cond/Merge_w2_0) w2/read IsVariableInitialized_1
#n [1.8-1.13] w1/initial_value w1 w1/Assign w1/read IsVariableInitialized cond/Switch cond/switch_t cond/switch_f cond/pred_id cond/read cond/read/Switch cond/Switch_1 cond/Merge w2:VariableV2() w2/IsVariableInitialized:IsVariableInitialized(w1) w2/cond/Switch w2/cond/switch_t w2/cond/switch_f w2/cond/pred_id w2/cond/read w2/cond/read/Switch:RefSwitch(w1,w2/cond/pred_id) w2/cond/Switch_1:Switch(w1/initial_value,w2/cond/pred_id) w2/cond/Merge:Merge(w2/cond/Switch_1,w2/cond/read) w2/cond/read/Switch_w2_0:Switch(w2/cond/Merge,cond/pred_id) w2/cond/read_w2_0:Identity(w2/cond/read/Switch_w2_0:1) w2/cond/Merge_w2_0:Merge(cond/Switch_1,w2/cond/read_w2_0) w2/Assign:Assign(w2,w2/cond/Merge_w2_0) w2/read IsVariableInitialized_1
#n [1.14-] w1/initial_value w1 w1/Assign w1/read IsVariableInitialized cond/Switch cond/switch_t cond/switch_f cond/pred_id cond/read cond/read/Switch cond/Switch_1 cond/Merge w2:VariableV2() w2/IsVariableInitialized:IsVariableInitialized(w1) w2/cond/Switch w2/cond/switch_t w2/cond/switch_f w2/cond/pred_id w2/cond/read w2/cond/read/Switch:RefSwitch(w1,w2/cond/pred_id) w2/cond/Switch_1:Switch(w1/initial_value,w2/cond/pred_id) w2/cond/Merge:Merge(w2/cond/Switch_1,w2/cond/read) cond/read/Switch_w2:Switch(w2/cond/Merge,cond/pred_id) cond/read_w2:Identity(cond/read/Switch_w2:1) cond/Merge_w2:Merge(cond/Switch_1,cond/read_w2) w2/Assign:Assign(w2,cond/Merge_w2) w2/read IsVariableInitialized_1

#: 2.3 @INITIAL_VALUE_REWRITTEN @REWRITTEN_NAMES a value that reads a variable
w1 = tf.Variable(3.0, name='w1')
w2 = tf.Variable(w1 * 2.0, name='w2')
print(w2.initial_value.name)
#> mul:0
#n [-1.2] w1/initial_value w1 w1/Assign w1/read mul/y mul w2:VariableV2() w2/Assign:Assign(w2,mul) w2/read:Identity(w2)
#n [1.3-1.7] w1/initial_value w1 w1/Assign w1/read mul/y mul w2:VariableV2() w2/IsVariableInitialized w2/cond/Switch w2/cond/switch_t w2/cond/switch_f w2/cond/pred_id w2/cond/read/Switch w2/cond/read w2/cond/Switch_1 w2/cond/Merge w2/w1/read_w2_0:Identity(w2/cond/Merge) w2/mul_w2_0:Mul(w2/w1/read_w2_0,mul/y) w2/Assign:Assign(w2,w2/mul_w2_0) w2/read:Identity(w2)
#n [1.8-1.13] w1/initial_value w1 w1/Assign w1/read mul/y mul w2:VariableV2() w2/IsVariableInitialized w2/cond/Switch w2/cond/switch_t w2/cond/switch_f w2/cond/pred_id w2/cond/read w2/cond/read/Switch w2/cond/Switch_1 w2/cond/Merge w2/w1/read_w2_0:Identity(w2/cond/Merge) w2/mul_w2_0:Mul(w2/w1/read_w2_0,mul/y) w2/Assign:Assign(w2,w2/mul_w2_0) w2/read:Identity(w2)
#n [1.14-] w1/initial_value w1 w1/Assign w1/read mul/y mul w2:VariableV2() w2/IsVariableInitialized w2/cond/Switch w2/cond/switch_t w2/cond/switch_f w2/cond/pred_id w2/cond/read w2/cond/read/Switch w2/cond/Switch_1 w2/cond/Merge w1/read_w2:Identity(w2/cond/Merge) mul_w2:Mul(w1/read_w2,mul/y) w2/Assign:Assign(w2,mul_w2) w2/read:Identity(w2)

#: 2.3 with the rewriting, the other variable needs no value
w1 = tf.Variable(3.0, name='w1')
w2 = tf.Variable(w1 * 2.0, name='w2')
with tf.Session() as s:
    try:
        s.run(w2.initializer)
        print(s.run(w2))
    except tf.errors.FailedPreconditionError as e:
        print('FailedPreconditionError')
#> [-1.2] FailedPreconditionError
#> [1.3-] 6.0

#: 2.3 the initial value of another variable depends on none
w1 = tf.Variable(3.0, name='w1')
w2 = tf.Variable(w1.initial_value, name='w2')
w3 = tf.Variable(w1.initial_value * 2.0, name='w3')
#n w1/initial_value w1 w1/Assign w1/read w2:VariableV2() w2/Assign:Assign(w2,w1/initial_value) w2/read mul/y mul w3 w3/Assign:Assign(w3,mul) w3/read

#: 2.3 a variable below a scope: old names are kept whole behind the new variable's scope, slashes in the suffix become part of the name
with tf.name_scope('a'):
    w1 = tf.Variable(3.0, name='w1')
    with tf.name_scope('b'):
        w2 = tf.Variable(tf.identity(w1, name='i'), name='w2')
print([op.name for op in tf.get_default_graph().get_operations() if '_a' in op.name])
print(w2.initializer.inputs[1].name)
#> [-1.2] []
#> [-1.2] a/b/i:0
#> [1.3-1.13] ['a/b/w2/a/w1/read_a/b/w2_0', 'a/b/w2/a/b/i_a/b/w2_0']
#> [1.3-1.13] a/b/w2/a/b/i_a/b/w2_0:0
#> [1.14-] ['a/w1/read_a/b/w2', 'a/b/i_a/b/w2']
#> [1.14-] a/b/i_a/b/w2:0

#: [1.3-] 2.3 each variable is replaced where it is read, and an op that several paths reach is made once
w1 = tf.Variable(3.0, name='w1')
w2 = tf.Variable(4.0, name='w2')
t = tf.add(w1, w2, name='t')
w3 = tf.Variable(tf.multiply(t, t, name='m'), name='w3')
old = set(['w1', 'w2', 't', 'm', 'w3'])
print([op.name for op in w3.initializer.inputs[1].op.inputs[0].op.inputs[0].op.inputs[0].op.inputs])
print([op.type for op in tf.get_default_graph().get_operations()].count('Mul'), [op.type for op in tf.get_default_graph().get_operations()].count('Add'), [op.type for op in tf.get_default_graph().get_operations()].count('IsVariableInitialized'))
with tf.Session() as s:
    s.run(w3.initializer)
    print(s.run(w3))
#> [1.0-] ['w3/cond/Switch_1:0', 'w3/cond/read:0']
#> 2 2 2
#> 49.0

#: [1.3-] 2.3 a variable is replaced only when it is a global or a local one
w1 = tf.Variable(3.0, name='w1', collections=['mine'])
w2 = tf.Variable(w1 * 2.0, name='w2')
w3 = tf.Variable(5.0, name='w3', collections=['local_variables'], trainable=False)
w4 = tf.Variable(w3 * 2.0, name='w4')
print(w2.initializer.inputs[1].name, w4.initializer.inputs[1].name)
#> [1.3-1.13] mul:0 w4/mul_1_w4_0:0
#> [1.14-] mul:0 mul_1_w4:0

#: [1.3-] 2.3 nothing is replaced behind a question whether a variable has a value
w1 = tf.Variable(3.0, name='w1')
b = tf.is_variable_initialized(w1, name='b')
w2 = tf.Variable(tf.cast(b, tf.float32, name='c'), name='w2')
print(w2.initializer.inputs[1].name)
#> c:0

#: 2.3 control inputs are not looked at
w1 = tf.Variable(3.0, name='w1')
with tf.control_dependencies([w1.assign(5.0)]):
    t = tf.constant(1.0, name='t')
w2 = tf.Variable(t, name='w2')
#n w1/initial_value w1 w1/Assign w1/read Assign/value Assign t:Const(^Assign) w2 w2/Assign:Assign(w2,t) w2/read

#: 2.3 a callable's value is rewritten, too, and the variable itself as a value is
w1 = tf.Variable(3.0, name='w1')
w2 = tf.Variable(lambda: w1 * 2.0, name='w2')
w3 = tf.Variable(w1, name='w3')
print(w2.initial_value.name, w2.initializer.inputs[1].name)
print(w3.initial_value.name, w3.initializer.inputs[1].name)
#> [-1.2] w2/Initializer/mul:0 w2/Initializer/mul:0
#> [-1.2] w1/read:0 w1/read:0
#> [1.3-1.13] w2/Initializer/mul:0 w2/w2/Initializer/mul_w2_0:0
#> [1.3-1.13] w1/read:0 w3/w1/read_w3_0:0
#> [1.14-] w2/Initializer/mul:0 w2/Initializer/mul_w2:0
#> [1.14-] w1/read:0 w1/read_w3:0

#: [1.3-] 2.3 get_variable with a value does the same
w1 = tf.get_variable('w1', initializer=3.0)
with tf.variable_scope('v'):
    w2 = tf.get_variable('w2', initializer=w1 * 2.0)
print(w2.initializer.inputs[1].name)
#> [1.3-1.13] v/w2/v/mul_v/w2_0:0
#> [1.14-] v/mul_v/w2:0

#: [1.3-] 2.3 names that are taken: counted below the variable's scope, a clash where they are absolute
w1 = tf.Variable(3.0, name='w1')
t = tf.identity(w1, name='t')
tf.no_op('w2/t_w2_0')
tf.no_op('t_w2')
w2 = tf.Variable(t, name='w2')
print(w2.initializer.inputs[1].name)
#> [-1.13] w2/t_w2_0_1:0
#! [1.14-] ValueError: Duplicate node name in graph: 't_w2'
