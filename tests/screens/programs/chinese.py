import tensorflow as tf

# 两个作用域，一个变量
with tf.variable_scope('网络'):
    pass
with tf.variable_scope('net'):
    w = tf.get_variable('w', [1])
名字 = w.name
print('变量的名字：', 名字)
