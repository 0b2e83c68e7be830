import tensorflow as tf

with tf.variable_scope('hidden'):
    hidden = tf.get_variable('w', [4])
with tf.variable_scope('output'):
    output = tf.get_variable('w', [4])

print(hidden.name)
print(output.name)
