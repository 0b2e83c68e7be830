"""Linear regression by gradient descent, in lists."""
import random

random.seed(1)
xs = [i / 10.0 for i in range(20)]
ys = [3.0 * x - 1.0 + random.uniform(-0.1, 0.1) for x in xs]


def loss(w, b):
    return sum((w * x + b - y) ** 2 for x, y in zip(xs, ys)) / len(xs)


def gradients(w, b):
    errors = [w * x + b - y for x, y in zip(xs, ys)]
    return (2 * sum(e * x for e, x in zip(errors, xs)) / len(xs), 2 * sum(errors) / len(xs))


w = b = 0.0
for step in range(201):
    dw, db = gradients(w, b)
    w, b = w - 0.3 * dw, b - 0.3 * db
    if step % 50 == 0:
        print('step %3d  loss %.6f  w %.4f  b %.4f' % (step, loss(w, b), w, b))

mean_x, mean_y = sum(xs) / len(xs), sum(ys) / len(ys)
slope = (sum((x - mean_x) * (y - mean_y) for x, y in zip(xs, ys))
         / sum((x - mean_x) ** 2 for x in xs))
intercept = mean_y - slope * mean_x
print('closed form: %.4f %.4f' % (slope, intercept))
print(abs(slope - w) < 1e-2, abs(intercept - b) < 1e-2, loss(slope, intercept) <= loss(w, b))
epsilon = 1e-6
numeric = (loss(w + epsilon, b) - loss(w - epsilon, b)) / (2 * epsilon)
print('gradient check:', abs(numeric - gradients(w, b)[0]) < 1e-6)
