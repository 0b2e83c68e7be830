"""A small Lisp: reading, environments, closures, recursion."""
import operator


def tokenize(text):
    return text.replace('(', ' ( ').replace(')', ' ) ').split()


def read(tokens):
    token = tokens.pop(0)
    if token == '(':
        items = []
        while tokens[0] != ')':
            items.append(read(tokens))
        tokens.pop(0)
        return items
    if token == ')':
        raise SyntaxError('unexpected )')
    try:
        return int(token)
    except ValueError:
        try:
            return float(token)
        except ValueError:
            return token


class Env(dict):
    def __init__(self, names=(), values=(), outer=None):
        self.update(zip(names, values))
        self.outer = outer

    def find(self, name):
        if name in self:
            return self
        if self.outer is None:
            raise NameError('no %s' % name)
        return self.outer.find(name)


class Procedure(object):
    def __init__(self, names, body, env):
        self.names, self.body, self.env = names, body, env

    def __call__(self, *args):
        return evaluate(self.body, Env(self.names, args, self.env))


GLOBAL = Env()
GLOBAL.update({'+': operator.add, '-': operator.sub, '*': operator.mul, '<': operator.lt,
               '=': operator.eq, 'list': lambda *x: list(x), 'car': lambda x: x[0],
               'cdr': lambda x: x[1:], 'null?': lambda x: x == [], 'cons': lambda x, y: [x] + y})


def evaluate(x, env=GLOBAL):
    if isinstance(x, str):
        return env.find(x)[x]
    if not isinstance(x, list):
        return x
    if x[0] == 'if':
        _, test, yes, no = x
        return evaluate(yes if evaluate(test, env) else no, env)
    if x[0] == 'define':
        env[x[1]] = evaluate(x[2], env)
        return None
    if x[0] == 'lambda':
        return Procedure(x[1], x[2], env)
    procedure, *args = [evaluate(part, env) for part in x]
    return procedure(*args)


for line in '''(+ 1 (* 2 3))
(define fact (lambda (n) (if (< n 2) 1 (* n (fact (- n 1))))))
(fact 20)
(define map (lambda (f l) (if (null? l) l (cons (f (car l)) (map f (cdr l))))))
(map fact (list 1 2 3 4 5))
(define adder (lambda (n) (lambda (x) (+ x n))))
((adder 10) 2.5)
(car (cdr (list 1 2 3)))
(undefined 1)
(+ 1)'''.splitlines():
    try:
        value = evaluate(read(tokenize(line)))
        if value is not None:
            print(line, '=>', value)
    except (NameError, TypeError) as e:
        print(line, '=>', type(e).__name__)
