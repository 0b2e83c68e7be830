"""A stack machine with a table of operators, variables, and named errors."""
import operator


class MachineError(Exception):
    def __init__(self, message, line):
        Exception.__init__(self, message, line)
        self.line = line

    def __str__(self):
        return 'line %d: %s' % (self.line, self.args[0])


class Machine(object):
    OPERATORS = {'+': operator.add, '-': operator.sub, '*': operator.mul, '/': operator.truediv,
                 'max': max, 'min': min, '**': pow}

    def __init__(self):
        self.stack, self.names = [], {}

    def pop(self, line):
        if not self.stack:
            raise MachineError('the stack is empty', line)
        return self.stack.pop()

    def word(self, word, line):
        if word in self.OPERATORS:
            b, a = self.pop(line), self.pop(line)
            try:
                self.stack.append(self.OPERATORS[word](a, b))
            except ArithmeticError as error:
                raise MachineError(str(error), line) from error
        elif word == 'dup':
            self.stack.append(self.stack[-1])
        elif word == 'swap':
            self.stack[-2:] = self.stack[:-3:-1]
        elif word.startswith('='):
            self.names[word[1:]] = self.pop(line)
        elif word in self.names:
            self.stack.append(self.names[word])
        else:
            try:
                self.stack.append(float(word) if '.' in word else int(word))
            except ValueError:
                raise MachineError('unknown word %r' % word, line)

    def run(self, program):
        for number, line in enumerate(program.split('\n'), 1):
            for word in line.split():
                self.word(word, number)
        return self.stack


for program in ('1 2 + 3 *', '2 =x 3 =y\nx dup * y dup * + 0.5 **', '10 4 swap -', '1 2 3 max min',
                '1 0 /', '1 +', '\n\n2 apples', '2 100 **'):
    machine = Machine()
    try:
        print(repr(program), machine.run(program), machine.names)
    except MachineError as e:
        print(repr(program), 'failed:', e, '| cause', repr(e.__cause__), '| context', type(e.__context__).__name__)
