import tensorflow as tf

for scope in ['foo', 'foo_1', 'foobar', 'net/foo']:
    with tf.variable_scope(scope):
        tf.get_variable('w', [2])

def found(scope):
    return [v.op.name for v in tf.trainable_variables(scope)]

print(len(found('foo')))
print(found('foo'))
print(found('foo/'))
print(found('w'))
print(found('.*/foo/'))

with tf.variable_scope('foo') as foo:
    print([v.op.name for v in foo.trainable_variables()])
