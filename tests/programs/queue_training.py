"""A line is fitted to points that come out of a queue: first under a Supervisor, until the queue is
closed, then in a monitored session with hooks, which goes on from what was saved."""
import numpy as np
import tensorflow as tf

hparams = tf.contrib.training.HParams(rate=0.05, epochs=4, batch=5, logdir="logs/line")
hparams.parse("rate=0.1,epochs=6")

xs = np.linspace(-1, 1, 20).astype(np.float32)
ys = (3 * xs + 2).astype(np.float32)


class Points(object):
    """A queue with the points, in order, as many times as there are epochs."""

    def __init__(self, epochs, batch):
        with tf.name_scope("points"):
            index = tf.train.range_input_producer(len(xs), num_epochs=epochs, shuffle=False).dequeue()
            queue = tf.FIFOQueue(50, [tf.float32, tf.float32], shapes=[[], []], name="pairs")
            put = queue.enqueue([tf.gather(xs, index), tf.gather(ys, index)])
            tf.train.add_queue_runner(tf.train.QueueRunner(queue, [put] * 2))
            self.x, self.y = queue.dequeue_many(batch)


class Line(object):
    def __init__(self, x, y, rate):
        self.step = tf.Variable(0, name="global_step", trainable=False, dtype=tf.int64)
        self.slope = tf.Variable(0.0, name="slope")
        self.height = tf.Variable(0.0, name="height")
        self.loss = tf.reduce_mean(tf.square(self.slope * x + self.height - y), name="loss")
        self.train = tf.train.GradientDescentOptimizer(rate).minimize(self.loss, self.step)


class Watch(tf.train.SessionRunHook):
    """Counts the steps, and says in the end how far the line got."""

    def __init__(self, line):
        self.line, self.seen = line, 0

    def before_run(self, context):
        return tf.train.SessionRunArgs(self.line.loss)

    def after_run(self, context, values):
        self.seen += values.results < 1

    def end(self, session):
        print("%d more steps, slope %.3f" % (self.seen, session.run(self.line.slope)))


def supervised():
    points = Points(hparams.epochs, hparams.batch)
    line = Line(points.x, points.y, hparams.rate)
    tf.summary.scalar("loss", line.loss)
    sv = tf.train.Supervisor(logdir=hparams.logdir)
    losses = []
    with sv.managed_session() as sess:
        try:
            while not sv.should_stop():
                loss, _ = sess.run([line.loss, line.train])
                losses.append(loss)
                if len(losses) % 8 == 0:
                    summary = tf.Summary(value=[tf.Summary.Value(tag="seen", simple_value=float(loss))])
                    sv.summary_computed(sess, summary.SerializeToString())
        except tf.errors.OutOfRangeError:
            print("the queue is closed after %d steps" % len(losses))
        sv.saver.save(sess, sv.save_path, global_step=sv.global_step)
        print("line %.3f x + %.3f" % tuple(sess.run([line.slope, line.height])))
    return losses


def monitored(last):
    x, y = tf.placeholder(tf.float32, [None]), tf.placeholder(tf.float32, [None])
    line = Line(x, y, hparams.rate)
    watch = Watch(line)
    hooks = [tf.train.StopAtStepHook(last_step=last), watch, tf.train.NanTensorHook(line.loss)]
    with tf.train.MonitoredTrainingSession(checkpoint_dir=hparams.logdir, hooks=hooks) as sess:
        while not sess.should_stop():
            sess.run(line.train, feed_dict={x: xs, y: ys})


print(hparams)
losses = supervised()
print("loss from %.3f to %.5f" % (losses[0], losses[-1]))
tf.reset_default_graph()
monitored(last=34)
