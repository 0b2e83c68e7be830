"""A recursive descent parser for arithmetic, with errors that point at the place."""
import re

TOKEN = re.compile(r'\s*(?:(\d+\.?\d*)|(.))')


class ParseError(ValueError):
    pass


class Parser(object):
    def __init__(self, text):
        self.text = text
        self.tokens = [(m.group(1) or m.group(2), m.start(m.lastindex))
                       for m in TOKEN.finditer(text) if m.group(0).strip()]
        self.at = 0

    def peek(self):
        return self.tokens[self.at][0] if self.at < len(self.tokens) else None

    def take(self, *wanted):
        if self.peek() is not None and (not wanted or self.peek() in wanted):
            self.at += 1
            return self.tokens[self.at - 1][0]
        if wanted and len(wanted) == 1:
            self.fail('expected %r' % wanted[0])
        return None

    def fail(self, message):
        column = self.tokens[self.at][1] if self.at < len(self.tokens) else len(self.text)
        raise ParseError('%s at column %d\n%s\n%s^' % (message, column, self.text, ' ' * column))

    def expression(self):
        value = self.term()
        while self.peek() in ('+', '-'):
            if self.take() == '+':
                value += self.term()
            else:
                value -= self.term()
        return value

    def term(self):
        value = self.power()
        while self.peek() in ('*', '/'):
            value = value * self.power() if self.take() == '*' else value / self.power()
        return value

    def power(self):
        value = self.atom()
        if self.peek() == '^':
            self.take()
            value **= self.power()
        return value

    def atom(self):
        token = self.take()
        if token is None:
            self.fail('something is missing')
        if token == '(':
            value = self.expression()
            self.take(')')
            return value
        if token == '-':
            return -self.atom()
        try:
            return float(token) if '.' in token else int(token)
        except ValueError:
            self.at -= 1
            self.fail('unexpected %r' % token)


def evaluate(text):
    parser = Parser(text)
    value = parser.expression()
    if parser.peek() is not None:
        parser.fail('unexpected %r' % parser.peek())
    return value


for text in ('1 + 2 * 3', '(1+2)*3', '2 ^ 3 ^ 2', '-2 ^ 2', '10 / 4 - 1.5', '((7))',
             '1 + ', '2 * (3 + 4', '1 $ 2', '1 2', '', '8 / (4 - 4)'):
    try:
        print(text, '=', evaluate(text))
    except ParseError as e:
        print(e)
    except ZeroDivisionError as e:
        print(text, '-', e)
