"""Two nets against each other: one paints small pictures, the other tells them from real ones.
Batch normalization as a class, scopes that are entered again, variables picked by their names."""
from __future__ import division, print_function

import os

import numpy as np
import tensorflow as tf

slim = tf.contrib.slim

try:
    scalar_summary = tf.scalar_summary
    image_summary = tf.image_summary
except AttributeError:
    scalar_summary = tf.summary.scalar
    image_summary = tf.summary.image


class BatchNorm(object):
    def __init__(self, name, decay=0.9):
        self.name = name
        self.decay = decay

    def __call__(self, x, train):
        return tf.contrib.layers.batch_norm(
            x, decay=self.decay, updates_collections=None, scale=True, is_training=train, scope=self.name
        )


def convolve(x, channels, name):
    with tf.variable_scope(name):
        shape = [5, 5, x.get_shape()[-1], channels]
        w = tf.get_variable("w", shape, initializer=tf.truncated_normal_initializer(stddev=0.02))
        b = tf.get_variable("b", [channels], initializer=tf.constant_initializer(0.0))
        return tf.nn.bias_add(tf.nn.conv2d(x, w, strides=[1, 2, 2, 1], padding="SAME"), b)


def spread(x, shape, name):
    with tf.variable_scope(name):
        sizes = [5, 5, shape[-1], x.get_shape()[-1]]
        w = tf.get_variable("w", sizes, initializer=tf.random_normal_initializer(stddev=0.02))
        b = tf.get_variable("b", [shape[-1]], initializer=tf.constant_initializer(0.0))
        wide = tf.nn.conv2d_transpose(x, w, output_shape=shape, strides=[1, 2, 2, 1])
        return tf.reshape(tf.nn.bias_add(wide, b), shape)


def linear(x, units, name):
    with tf.variable_scope(name or "linear"):
        n = x.get_shape().as_list()[1]
        w = tf.get_variable("w", [n, units], tf.float32, tf.random_normal_initializer(stddev=0.02))
        b = tf.get_variable("b", [units], initializer=tf.constant_initializer(0.0))
        return tf.matmul(x, w) + b


class Painter(object):
    """The two nets and how they learn."""

    def __init__(self, batch=4, size=16, z_size=10):
        self.batch, self.size, self.z_size = batch, size, z_size
        self.d_norm = BatchNorm("d_norm")
        self.g_norm0, self.g_norm1 = BatchNorm("g_norm0"), BatchNorm("g_norm1")
        self.real = tf.placeholder(tf.float32, [batch, size, size, 3], name="real")
        self.z = tf.placeholder(tf.float32, [None, z_size], name="z")
        self.painted = self.paint(self.z)
        self.on_real = self.judge(self.real)
        self.on_painted = self.judge(self.painted, reuse=True)
        self.sample = self.paint(self.z, train=False, reuse=True)
        self.make_losses()
        chosen = tf.trainable_variables()
        self.d_vars = [v for v in chosen if "d_" in v.name]
        self.g_vars = [v for v in chosen if "g_" in v.name]

    def judge(self, image, reuse=False):
        with tf.variable_scope("judge") as scope:
            if reuse:
                scope.reuse_variables()
            h = convolve(image, 4, "d_conv0")
            h = tf.maximum(h, 0.2 * h)
            h = tf.nn.relu(self.d_norm(convolve(h, 8, "d_conv1"), True))
            return linear(tf.reshape(h, [self.batch, -1]), 1, "d_out")

    def paint(self, z, train=True, reuse=False):
        quarter = self.size // 4
        with tf.variable_scope("paint", reuse=reuse):
            h = tf.reshape(linear(z, 8 * quarter ** 2, "g_in"), [-1, quarter, quarter, 8])
            h = tf.nn.relu(self.g_norm0(h, train))
            h = spread(h, [self.batch, self.size // 2, self.size // 2, 4], "g_wide1")
            h = tf.nn.relu(self.g_norm1(h, train))
            return tf.tanh(spread(h, [self.batch, self.size, self.size, 3], "g_wide2"))

    def make_losses(self):
        def cost(logits, like):
            labels = like(logits)
            each = tf.nn.sigmoid_cross_entropy_with_logits(logits=logits, labels=labels)
            return tf.reduce_mean(each)

        self.d_loss = cost(self.on_real, tf.ones_like) + cost(self.on_painted, tf.zeros_like)
        self.g_loss = cost(self.on_painted, tf.ones_like)
        self.summaries = [
            scalar_summary("d_loss", self.d_loss),
            scalar_summary("g_loss", self.g_loss),
            image_summary("painted", self.painted, 2),
        ]

    def train(self, sess, pictures, epochs=2):
        adam = lambda: tf.train.AdamOptimizer(0.0002, beta1=0.5)
        d_step = adam().minimize(self.d_loss, var_list=self.d_vars)
        g_step = adam().minimize(self.g_loss, var_list=self.g_vars)
        merged = tf.summary.merge(self.summaries)
        writer = tf.summary.FileWriter(os.path.join("logs", "painter"), sess.graph)
        sess.run(tf.global_variables_initializer())
        for epoch in range(epochs):
            for k in range(len(pictures) // self.batch):
                real = pictures[k * self.batch:(k + 1) * self.batch]
                z = np.random.uniform(-1, 1, [self.batch, self.z_size])
                sess.run(d_step, {self.real: real, self.z: z})
                _, text = sess.run([g_step, merged], {self.real: real, self.z: z})
                writer.add_summary(text, epoch * 10 + k)
            d, g = self.d_loss.eval({self.real: real, self.z: z}), self.g_loss.eval({self.z: z})
            print("epoch %d/%d: losses are positive: %s" % (epoch + 1, epochs, d > 0 and g > 0))


np.random.seed(0)
painter = Painter()
slim.model_analyzer.analyze_vars(tf.trainable_variables(), print_info=True)
print(len(painter.d_vars), "and", len(painter.g_vars))
config = tf.ConfigProto()
config.gpu_options.allow_growth = True
with tf.Session(config=config) as sess:
    painter.train(sess, np.random.rand(16, 16, 16, 3) * 2 - 1)
    picture = sess.run(painter.sample, {painter.z: np.zeros([4, 10])})
    print(picture.shape, bool(np.abs(picture).max() <= 1))
