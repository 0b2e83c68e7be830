import tensorflow as tf

def layer():
    with tf.variable_scope("s", reuse=tf.AUTO_REUSE):
        return tf.get_variable("v", [1])

print(layer() is layer())
