"""operator as keys and as functions."""
import operator
from operator import itemgetter, attrgetter, methodcaller

rows = [('b', 2), ('a', 3), ('c', 1)]
print(sorted(rows, key=itemgetter(1)), max(rows, key=itemgetter(0)), itemgetter(1, 0)(rows[0]), itemgetter('x')({'x': 5}))


class P:
    def __init__(self, name, age):
        self.name, self.age = name, age

    def greet(self, word='hi'):
        return word + ' ' + self.name


people = [P('ann', 30), P('bob', 25)]
print([p.name for p in sorted(people, key=attrgetter('age'))], attrgetter('name', 'age')(people[0]), methodcaller('greet', 'hello')(people[1]))
print(operator.add(1, 2), operator.mul('a', 3), operator.truediv(7, 2), operator.floordiv(7, 2), operator.mod(7, 3), operator.pow(2, 5), operator.neg(4))
print(operator.eq(1, 1), operator.lt(1, 2), operator.not_(0), operator.is_(None, None), operator.contains([1], 1), operator.truth([]))
print(operator.getitem([1, 2], 1), operator.and_(6, 3), operator.or_(6, 3), operator.xor(6, 3), operator.lshift(1, 4), operator.invert(5), operator.concat([1], [2]))
x = [1]
operator.setitem(x, 0, 9)
x = operator.iadd(x, [2])
operator.delitem(x, 0)
print(x, operator.index(True), operator.countOf([1, 2, 1], 1), operator.indexOf('abc', 'c'), operator.abs(-3), operator.itemgetter(slice(1, 3))([1, 2, 3, 4]))
ops = {'+': operator.add, '-': operator.sub, '*': operator.mul, '/': operator.truediv}


def rpn(text):
    stack = []
    for token in text.split():
        if token in ops:
            b, a = stack.pop(), stack.pop()
            stack.append(ops[token](a, b))
        else:
            stack.append(float(token))
    return stack[0]


print(rpn('3 4 + 2 *'), rpn('5 1 2 + 4 * + 3 -'))
