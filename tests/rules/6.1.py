#: 6.1 the names of the standard keys
K = tf.GraphKeys
print(K.GLOBAL_VARIABLES, K.LOCAL_VARIABLES, K.TRAINABLE_VARIABLES, K.MODEL_VARIABLES)
print(K.REGULARIZATION_LOSSES, K.LOSSES, K.UPDATE_OPS, K.SUMMARIES, K.TRAIN_OP, K.GLOBAL_STEP)
#> variables local_variables trainable_variables model_variables
#> regularization_losses losses update_ops summaries train_op global_step

#: 6.1 without a scope: a copy in the order of insertion; duplicates are allowed, and anything can be an item
t = tf.constant(1, name='t')
for item in (3, 'text', t, 3, None):
    tf.add_to_collection('things', item)
copy = tf.get_collection('things')
print(copy == [3, 'text', t, 3, None])
copy.append(4)
print(len(tf.get_collection('things')), tf.get_collection('nothing'), tf.get_collection('nothing', 'x'))
#> True
#> 5 [] []

#: 6.1 with a scope: items with a name at the start of which the regular expression matches
with tf.variable_scope('foo'):
    tf.get_variable('w', [1])
with tf.variable_scope('foobar'):
    tf.get_variable('w', [1])
with tf.variable_scope('foo_1'):
    tf.get_variable('w', [1])
with tf.variable_scope('a'):
    with tf.variable_scope('foo'):
        tf.get_variable('v', [1])
for scope in ('foo', 'foo/', 'foo_1', 'w', '', None, '.*foo', 'foo/w', 'foo/w:0', 'foo/w:0$', 'foo/w$', 'fo+/', 'f(oo|x)bar', '([^f])',
              r'\w+/w', r'foo_\d', r'foo\.', 'foo.', '^foo/', 'foobar/w:1|a/'):
    print(scope, [v.op.name for v in tf.get_collection('variables', scope)])
#> foo ['foo/w', 'foobar/w', 'foo_1/w']
#> foo/ ['foo/w']
#> foo_1 ['foo_1/w']
#> w []
#>  ['foo/w', 'foobar/w', 'foo_1/w', 'a/foo/v']
#> None ['foo/w', 'foobar/w', 'foo_1/w', 'a/foo/v']
#> .*foo ['foo/w', 'foobar/w', 'foo_1/w', 'a/foo/v']
#> foo/w ['foo/w']
#> foo/w:0 ['foo/w']
#> foo/w:0$ ['foo/w']
#> foo/w$ []
#> fo+/ ['foo/w']
#> f(oo|x)bar ['foobar/w']
#> ([^f]) ['a/foo/v']
#> \w+/w ['foo/w', 'foobar/w', 'foo_1/w']
#> foo_\d ['foo_1/w']
#> foo\. []
#> foo. ['foo/w', 'foobar/w', 'foo_1/w']
#> ^foo/ ['foo/w']
#> foobar/w:1|a/ ['a/foo/v']

#: 6.1 items without a name are left out by a scope, those of the program's own with one are not
class Named(object):
    name = 'mine'
tf.add_to_collection('c', 3)
tf.add_to_collection('c', 'mine')
tf.add_to_collection('c', Named())
tf.add_to_collection('c', tf.no_op(name='mine_op'))
tf.add_to_collection('c', tf.constant(1, name='mine_t'))
print([i.name for i in tf.get_collection('c', 'mine')], [i.name for i in tf.get_collection('c', 'mine_t:0')])
print([i.name for i in tf.get_collection('c', scope='')])
#> [-] ['mine', 'mine_op', 'mine_t:0'] ['mine_t:0']
#> [-] ['mine', 'mine_op', 'mine_t:0']

#: 6.1 get_collection_ref gives the live list, also before there is an item
live = tf.get_collection_ref('c')
print(live)
tf.add_to_collection('c', 1)
print(live, tf.get_collection_ref('c') is live, tf.get_collection('c') is live)
live.append(2)
tf.add_to_collection('c', 3)
print(live, tf.get_collection('c'))
del live[0]
print(tf.get_collection('c'))
#> [-] []
#> [-] [1] True False
#> [-] [1, 2, 3] [1, 2, 3]
#> [-] [2, 3]

#: 6.1 the live list of the variables decides what is initialized
a = tf.Variable(1, name='a')
b = tf.Variable(2, name='b')
tf.get_collection_ref('variables').remove(a)
print([v.op.name for v in tf.global_variables()], [v.op.name for v in tf.trainable_variables()])
tf.global_variables_initializer()
#> [-] ['b'] ['a', 'b']
#n a/initial_value a a/Assign a/read b/initial_value b b/Assign b/read init:NoOp(^b/Assign)

#: 6.1 clearing a collection empties the live list
tf.add_to_collection('c', 1)
live = tf.get_collection_ref('c')
tf.get_default_graph().clear_collection('c')
print(tf.get_collection('c'))
tf.add_to_collection('c', 2)
print(tf.get_collection('c'))
#> [-] []
#> [-] [2]

#: 6.1 each graph has its own collections
tf.add_to_collection('c', 1)
with tf.Graph().as_default() as g:
    tf.add_to_collection('c', 2)
    print(tf.get_collection('c'))
print(tf.get_collection('c'), g.get_collection('c'))
print(sorted(g.get_all_collection_keys()))
#> [-] [2]
#> [-] [1] [2]
#> [-] ['c']

#: 6.1 a key given twice to add_to_collections counts once
g = tf.get_default_graph()
g.add_to_collections(['p', 'q', 'p'], 5)
g.add_to_collections('rs', 6)
print(tf.get_collection('p'), tf.get_collection('q'), tf.get_collection('r'), tf.get_collection('rs'))
#> [-] [5] [5] [] [6]

#: 6.1 the variables by kind
a = tf.Variable(1, name='a')
b = tf.get_variable('b', [1])
c = tf.Variable(2, trainable=False, name='c')
d = tf.get_local_variable('d', [1])
e = tf.Variable(3, name='e', collections=['model_variables'])
f = tf.Variable(3, name='f', collections=[], trainable=False)
for kind in (tf.global_variables, tf.trainable_variables, tf.local_variables, tf.model_variables, tf.all_variables):
    print([v.name for v in kind()])
#> [-] ['a:0', 'b:0', 'c:0']
#> [-] ['a:0', 'b:0', 'e:0']
#> [-] ['d:0']
#> [-] ['e:0']
#> [-] ['a:0', 'b:0', 'c:0']

#: 6.1 @VARIABLES_BY_SCOPE tf.global_variables and its kin take a scope
def attempt(kind):
    try:
        print([v.name for v in kind('g.n')])
        print([v.name for v in kind(scope='gen/w:0')])
    except TypeError as e:
        print(e)
with tf.variable_scope('gen'):
    tf.get_variable('w', [1], collections=['variables', 'local_variables', 'model_variables'])
with tf.variable_scope('dis'):
    tf.get_variable('w', [1], collections=['variables', 'local_variables', 'model_variables'])
for kind in (tf.global_variables, tf.trainable_variables, tf.local_variables, tf.model_variables):
    attempt(kind)
#> [-1.3] global_variables() takes 0 positional arguments but 1 was given
#> [-1.3] trainable_variables() takes 0 positional arguments but 1 was given
#> [-1.3] local_variables() takes 0 positional arguments but 1 was given
#> [-1.3] model_variables() takes 0 positional arguments but 1 was given
#> [1.4-] ['gen/w:0']
#> [1.4-] ['gen/w:0']
#> [1.4-] ['gen/w:0']
#> [1.4-] ['gen/w:0']
#> [1.4-] ['gen/w:0']
#> [1.4-] ['gen/w:0']
#> [1.4-] ['gen/w:0']
#> [1.4-] ['gen/w:0']

#: 6.1 reuse touches no collection
with tf.variable_scope('s'):
    tf.get_variable('w', [1], collections=['x'])
with tf.variable_scope('s', reuse=True):
    tf.get_variable('w', [1], collections=['y'])
print(len(tf.get_collection('x')), len(tf.get_collection('y')), len(tf.global_variables()), len(tf.trainable_variables()))
#> 1 0 0 1

#: 6.1 a finalized graph takes no more items
tf.get_default_graph().finalize()
tf.add_to_collection('c', 1)
#! RuntimeError: Graph is finalized and cannot be modified.

#: 6.1 keys and scopes that are no strings are refused
tf.get_collection(('a', 1))
#! Refused: the key of a collection that is no string is not modelled
