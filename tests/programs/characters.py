"""A net that learns which letter follows: cells in layers, unrolled; the state is fed from one
batch to the next; a second graph with the same names reads what was saved, and writes text."""
from __future__ import print_function

import argparse
import collections
import os

import numpy as np
import tensorflow as tf

TEXT = "the quick brown fox jumps over the lazy dog. " * 12


class Batches(object):
    """The text as numbers, in batches that go on where the ones before them end."""

    def __init__(self, text, batch, length):
        counted = sorted(collections.Counter(text).items(), key=lambda pair: (-pair[1], pair[0]))
        self.letters, _ = zip(*counted)
        self.number = {letter: i for i, letter in enumerate(self.letters)}
        self.count = len(text) // (batch * length)
        data = np.array([self.number[c] for c in text])[:self.count * batch * length]
        self.x = np.split(data.reshape(batch, -1), self.count, 1)
        self.y = np.split(np.roll(data, -1).reshape(batch, -1), self.count, 1)

    def __iter__(self):
        return iter(zip(self.x, self.y))

    def __len__(self):
        return self.count


class Model(object):
    def __init__(self, args, letters, training=True):
        batch, length = (args.batch, args.length) if training else (1, 1)
        self.x = tf.placeholder(tf.int32, [batch, length], name="x")
        self.y = tf.placeholder(tf.int32, [batch, length], name="y")
        cells = [tf.contrib.rnn.BasicLSTMCell(args.size) for _ in range(args.layers)]
        cell = tf.contrib.rnn.MultiRNNCell(cells)
        self.first_state = state = cell.zero_state(batch, tf.float32)
        table = tf.get_variable("table", [letters, args.size])
        inputs = tf.unstack(tf.nn.embedding_lookup(table, self.x), axis=1)
        outputs = []
        with tf.variable_scope("rnn") as scope:
            for i, letter in enumerate(inputs):
                if i:
                    scope.reuse_variables()
                output, state = cell(letter, state)
                outputs.append(output)
        self.last_state = state
        with tf.variable_scope("softmax"):
            w = tf.get_variable("w", [args.size, letters])
            b = tf.get_variable("b", [letters], initializer=tf.zeros_initializer())
        flat = tf.reshape(tf.stack(outputs, axis=1), [-1, args.size])
        self.logits = tf.nn.xw_plus_b(flat, w, b)
        self.chances = tf.nn.softmax(self.logits)
        if training:
            self._learn(args)

    def _learn(self, args):
        losses = tf.nn.sparse_softmax_cross_entropy_with_logits(
            labels=tf.reshape(self.y, [-1]), logits=self.logits
        )
        self.cost = tf.reduce_mean(losses)
        self.rate = tf.Variable(0.0, trainable=False, name="rate")
        variables = tf.trainable_variables()
        gradients, self.norm = tf.clip_by_global_norm(tf.gradients(self.cost, variables), args.clip)
        self.step = tf.train.AdamOptimizer(self.rate).apply_gradients(zip(gradients, variables))

    def state_feed(self, state):
        return {
            part: value
            for layer, values in zip(self.first_state, state)
            for part, value in zip(layer, values)
        }


def train(args, batches):
    model = Model(args, len(batches.letters))
    for v in tf.trainable_variables():
        print("%-42s %s" % (v.op.name.rpartition("/")[0], v.get_shape().as_list()))
    saver = tf.train.Saver(tf.trainable_variables())
    costs = []
    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        for epoch in range(args.epochs):
            sess.run(tf.assign(model.rate, args.rate * args.decay ** epoch))
            state = sess.run(model.first_state)
            total = 0.0
            for x, y in batches:
                feed = {model.x: x, model.y: y}
                feed.update(model.state_feed(state))
                cost, state, _ = sess.run([model.cost, model.last_state, model.step], feed)
                total += cost
            costs.append(total / len(batches))
        return costs, saver.save(sess, os.path.join(args.folder, "model"), global_step=args.epochs)


def write(args, batches, path, start="the ", n=20):
    with tf.Graph().as_default(), tf.Session() as sess:
        model = Model(args, len(batches.letters), training=False)
        tf.train.Saver().restore(sess, path)
        state = sess.run(model.first_state)
        text = start
        for i in range(len(start) + n - 1):
            feed = model.state_feed(state)
            feed[model.x] = [[batches.number[text[i]]]]
            chances, state = sess.run([model.chances, model.last_state], feed)
            if i == len(text) - 1:
                text += batches.letters[np.random.choice(len(batches.letters), p=chances[0])]
        return text


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", default="save", help="where the model goes")
    parser.add_argument("--size", type=int, default=24)
    parser.add_argument("--layers", type=int, default=2)
    parser.add_argument("--batch", type=int, default=5)
    parser.add_argument("--length", type=int, default=9)
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--clip", type=float, default=5.0)
    parser.add_argument("--rate", type=float, default=0.02)
    parser.add_argument("--decay", type=float, default=0.97)
    args = parser.parse_args()
    np.random.seed(0)
    batches = Batches(TEXT, args.batch, args.length)
    print(len(batches.letters), "letters,", len(batches), "batches")
    costs, path = train(args, batches)
    print("it learns:", costs[-1] < costs[0] / 2)
    print("saved as", path)
    text = write(args, batches, path)
    print(len(text), text[:4] == "the ", set(text) <= set(batches.letters))


if __name__ == "__main__":
    main()
