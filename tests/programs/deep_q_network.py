"""A deep Q network for a small maze: a net that learns, a net that is copied from it now and then,
and a memory of what happened. One file, as such programs were written in 2017."""
from __future__ import print_function

import collections
import random

import numpy as np
import tensorflow as tf

flags = tf.app.flags
flags.DEFINE_integer("steps", 600, "how often the agent moves")
flags.DEFINE_integer("warm_up", 50, "moves before the first learning")
flags.DEFINE_integer("learn_every", 5, "moves between two learnings")
flags.DEFINE_integer("replace_every", 50, "learnings between two copies of the net")
flags.DEFINE_float("learning_rate", 0.01, "of RMSProp")
flags.DEFINE_float("gamma", 0.9, "discount of later rewards")
flags.DEFINE_boolean("verbose", False, "tell every episode")
FLAGS = flags.FLAGS

ACTIONS = ["up", "down", "left", "right"]
Transition = collections.namedtuple("Transition", "state action reward next_state done")


class Maze(object):
    """A board of 4 x 4: the exit is at (2, 2), two holes are beside it."""

    size = 4
    moves = {"up": (-1, 0), "down": (1, 0), "left": (0, -1), "right": (0, 1)}
    exits = {(2, 2): 1.0}
    holes = {(1, 2): -1.0, (2, 1): -1.0}

    def __init__(self):
        self.position = (0, 0)

    @property
    def n_features(self):
        return len(self.observe())

    @property
    def n_actions(self):
        return len(ACTIONS)

    def observe(self):
        return np.array(self.position, dtype=np.float32) / self.size

    def reset(self):
        self.position = (0, 0)
        return self.observe()

    def step(self, action):
        down, right = self.moves[ACTIONS[action]]
        row = min(max(self.position[0] + down, 0), self.size - 1)
        column = min(max(self.position[1] + right, 0), self.size - 1)
        self.position = (row, column)
        reward = self.exits.get(self.position, self.holes.get(self.position, 0.0))
        return self.observe(), reward, reward != 0.0


class Memory(object):
    """The last transitions, in rows of one array."""

    def __init__(self, size, n_features):
        self.size = size
        self.n_features = n_features
        self.rows = np.zeros((size, n_features * 2 + 3))
        self.count = 0

    def __len__(self):
        return min(self.count, self.size)

    def store(self, t):
        row = np.hstack((t.state, [t.action, t.reward, t.done], t.next_state))
        self.rows[self.count % self.size, :] = row
        self.count += 1

    def sample(self, n):
        rows = self.rows[np.random.choice(len(self), size=n)]
        f = self.n_features
        return Transition(
            state=rows[:, :f],
            action=rows[:, f].astype(int),
            reward=rows[:, f + 1],
            next_state=rows[:, -f:],
            done=rows[:, f + 2],
        )


class DeepQNetwork(object):
    def __init__(self, env, memory_size=400, batch_size=32, epsilon_step=0.005):
        self.env = env
        self.memory = Memory(memory_size, env.n_features)
        self.batch_size = batch_size
        self.epsilon = 0.0
        self.epsilon_step = epsilon_step
        self.learned = 0
        self.copied = 0
        self.costs = []
        self._build_inputs()
        self.q_eval = self._build_net(self.state, "eval_net")
        self.q_next = self._build_net(self.next_state, "target_net")
        self._build_training()
        self.sess = tf.Session()
        self.sess.run(tf.global_variables_initializer())

    def _build_inputs(self):
        with tf.name_scope("inputs"):
            features = [None, self.env.n_features]
            self.state = tf.placeholder(tf.float32, features, name="state")
            self.next_state = tf.placeholder(tf.float32, features, name="next_state")
            self.q_target = tf.placeholder(
                tf.float32, [None, self.env.n_actions], name="q_target"
            )

    def _build_net(self, inputs, name, n_hidden=10):
        collections = [name + "_params", tf.GraphKeys.GLOBAL_VARIABLES]
        if name == "eval_net":
            collections.append(tf.GraphKeys.TRAINABLE_VARIABLES)
        options = dict(collections=collections, trainable=False)
        w_init = tf.random_normal_initializer(0.0, 0.3, seed=7)
        b_init = tf.constant_initializer(0.1)
        with tf.variable_scope(name):
            layer, size = inputs, self.env.n_features
            for i, units in enumerate([n_hidden, self.env.n_actions], start=1):
                with tf.variable_scope("l%d" % i):
                    w = tf.get_variable("w", [size, units], initializer=w_init, **options)
                    b = tf.get_variable("b", [1, units], initializer=b_init, **options)
                    layer = tf.matmul(layer, w) + b
                    if i == 1:
                        layer = tf.nn.relu(layer)
                    size = units
        return layer

    def _build_training(self):
        with tf.variable_scope("loss"):
            self.loss = tf.reduce_mean(tf.squared_difference(self.q_target, self.q_eval))
        with tf.variable_scope("train"):
            optimizer = tf.train.RMSPropOptimizer(FLAGS.learning_rate)
            self.train_op = optimizer.minimize(self.loss)
        with tf.variable_scope("copy"):
            pairs = zip(
                tf.get_collection("target_net_params"), tf.get_collection("eval_net_params")
            )
            self.copy_op = [tf.assign(target, source) for target, source in pairs]

    def params(self, name):
        return self.sess.run(tf.get_collection(name + "_params"))

    def choose(self, state, greedy=False):
        if greedy or random.random() < self.epsilon:
            values = self.sess.run(self.q_eval, feed_dict={self.state: state[np.newaxis, :]})
            return int(np.argmax(values))
        return random.randrange(self.env.n_actions)

    def learn(self):
        if self.learned % FLAGS.replace_every == 0:
            self.sess.run(self.copy_op)
            self.copied += 1
        batch = self.memory.sample(self.batch_size)
        q_next, q_eval = self.sess.run(
            [self.q_next, self.q_eval],
            feed_dict={self.next_state: batch.next_state, self.state: batch.state},
        )
        target = q_eval.copy()
        rows = np.arange(self.batch_size, dtype=np.int32)
        later = FLAGS.gamma * np.max(q_next, axis=1) * (1 - batch.done)
        target[rows, batch.action] = batch.reward + later
        _, cost = self.sess.run(
            [self.train_op, self.loss],
            feed_dict={self.state: batch.state, self.q_target: target},
        )
        self.costs.append(cost)
        self.epsilon = min(0.9, self.epsilon + self.epsilon_step)
        self.learned += 1


def same(xs, ys):
    return all(np.array_equal(x, y) for x, y in zip(xs, ys))


def train(agent, env):
    state = env.reset()
    episodes = 0
    for step in range(FLAGS.steps):
        action = agent.choose(state)
        next_state, reward, done = env.step(action)
        agent.memory.store(Transition(state, action, reward, next_state, done))
        if step > FLAGS.warm_up and step % FLAGS.learn_every == 0:
            agent.learn()
        state = next_state
        if done:
            episodes += 1
            if FLAGS.verbose:
                tf.logging.info("episode %d ends at %s", episodes, env.position)
            state = env.reset()
    return episodes


def main(_):
    random.seed(1)
    np.random.seed(1)
    tf.set_random_seed(1)
    env = Maze()
    agent = DeepQNetwork(env)
    for v in tf.global_variables():
        print("%-30s %s" % (v.op.name, v.get_shape()))
    print("trained:", [v.op.name for v in tf.trainable_variables()])
    print("nets alike at first:", same(agent.params("eval_net"), agent.params("target_net")))
    episodes = train(agent, env)
    print("some episodes ended:", 0 < episodes < FLAGS.steps)
    print("learned %d times, copied %d times" % (agent.learned, agent.copied))
    print("remembered: %d of %d" % (len(agent.memory), agent.memory.count))
    print("epsilon: %.3f" % agent.epsilon)
    early, late = np.mean(agent.costs[:20]), np.mean(agent.costs[-20:])
    print("the loss falls:", bool(late < early))
    print("nets alike before a copy:", same(agent.params("eval_net"), agent.params("target_net")))
    agent.sess.run(agent.copy_op)
    print("nets alike after it:", same(agent.params("eval_net"), agent.params("target_net")))
    print("an action:", agent.choose(env.reset(), greedy=True) in range(4))


if __name__ == "__main__":
    tf.app.run()
