import tensorflow as tf
w = tf.get_variable('w', [2, 2])
b = tf.get_variable('scope/b', [], tf.int64)
flag = tf.get_variable('flag', [2], tf.bool)
path = tf.train.latest_checkpoint('DIR/model')
print(path, tf.train.get_checkpoint_state('DIR/model').all_model_checkpoint_paths)
print(tf.train.checkpoint_exists(path), tf.train.checkpoint_exists('DIR/model/m-0'))
with tf.Session() as s:
    tf.train.Saver().restore(s, path)
    print(*s.run([w, b, flag]))
    try:
        tf.train.Saver({'other': w}).restore(s, path)
    except tf.errors.NotFoundError as e:
        print('no key', 'Key other not found in checkpoint' in str(e))
    try:
        tf.train.Saver({'scope/b': w}).restore(s, path)
    except tf.errors.InvalidArgumentError as e:
        print(str(e).splitlines()[0])
