import tensorflow as tf

hidden = tf.get_variable('w', [4])
output = tf.get_variable('w', [4])

print(hidden.name)
print(output.name)
