import tensorflow as tf

with tf.variable_scope('model') as model:
    a = tf.constant(1.0, name='a')

# The same scope again, as an object.
with tf.variable_scope(model) as again:
    b = tf.constant(2.0, name='b')
    # And now back to the op scope of the first time.
    with tf.name_scope(again.original_name_scope):
        w = tf.get_variable('w', [1])
        c = tf.constant(3.0, name='c')
        d = tf.constant(4.0, name='a')

print(model.original_name_scope)
print(again.original_name_scope)
