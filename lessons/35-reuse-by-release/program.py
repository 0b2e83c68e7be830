import tensorflow as tf

def ask(scope, name, **options):
    try:
        with tf.variable_scope(scope, **options):
            print(tf.get_variable(name, [1]).name)
    except ValueError as e:
        print(str(e).split(' Originally')[0])

with tf.variable_scope('net') as net:
    v = tf.get_variable('v', [1])
print(v)

ask('net', 'v')
ask('net', 'b', reuse=True)

# False, for a captured scope whose flag is on.
net.reuse_variables()
ask(net, 'b', reuse=False)

# A flag that is none.
ask('net', 'c', reuse='no')
