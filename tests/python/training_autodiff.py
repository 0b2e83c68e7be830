"""Reverse mode differentiation with operator overloading: a tape in forty lines."""
import math


class Node(object):
    def __init__(self, value, parents=()):
        self.value, self.parents, self.grad = value, parents, 0.0

    @staticmethod
    def of(x):
        return x if isinstance(x, Node) else Node(float(x))

    def __add__(self, other):
        other = Node.of(other)
        return Node(self.value + other.value, [(self, 1.0), (other, 1.0)])

    def __mul__(self, other):
        other = Node.of(other)
        return Node(self.value * other.value, [(self, other.value), (other, self.value)])

    __radd__, __rmul__ = __add__, __mul__

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -Node.of(other)

    def __rsub__(self, other):
        return Node.of(other) - self

    def __pow__(self, n):
        return Node(self.value ** n, [(self, n * self.value ** (n - 1))])

    def __truediv__(self, other):
        return self * Node.of(other) ** -1

    def __rtruediv__(self, other):
        return Node.of(other) / self

    def backward(self):
        order, seen = [], set()

        def visit(node):
            if id(node) not in seen:
                seen.add(id(node))
                for parent, _ in node.parents:
                    visit(parent)
                order.append(node)
        visit(self)
        self.grad = 1.0
        for node in reversed(order):
            for parent, local in node.parents:
                parent.grad += local * node.grad


def tanh(x):
    t = math.tanh(x.value)
    return Node(t, [(x, 1 - t * t)])


x, y = Node(2.0), Node(-3.0)
z = x * y + x ** 3 - 4 / x + tanh(y * 0.5)
z.backward()
print('z = %.6f dz/dx = %.6f dz/dy = %.6f' % (z.value, x.grad, y.grad))


def f(a, b):
    return a * b + a ** 3 - 4 / a + math.tanh(b * 0.5)


e = 1e-6
print(abs((f(2 + e, -3) - f(2 - e, -3)) / (2 * e) - x.grad) < 1e-6,
      abs((f(2, -3 + e) - f(2, -3 - e)) / (2 * e) - y.grad) < 1e-6)
a = Node(3.0)
b = a + a
c = b * b
c.backward()
print(c.value, a.grad, b.grad)
w = Node(0.0)
for step in range(50):
    w.grad = 0.0
    loss = (w - 5) ** 2
    loss.backward()
    w.value -= 0.1 * w.grad
print(round(w.value, 4))
