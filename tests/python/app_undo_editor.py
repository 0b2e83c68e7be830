"""A text buffer with a cursor, commands as objects, undo, redo and macros."""


class Buffer(object):
    def __init__(self, text=''):
        self.text, self.at = text, len(text)

    def __str__(self):
        return self.text[:self.at] + '|' + self.text[self.at:]


class Insert(object):
    def __init__(self, text):
        self.text = text

    def do(self, b):
        b.text = b.text[:b.at] + self.text + b.text[b.at:]
        b.at += len(self.text)

    def undo(self, b):
        b.at -= len(self.text)
        b.text = b.text[:b.at] + b.text[b.at + len(self.text):]


class Delete(object):
    def __init__(self, n=1):
        self.n = n

    def do(self, b):
        self.cut = b.text[max(0, b.at - self.n):b.at]
        b.text = b.text[:b.at - len(self.cut)] + b.text[b.at:]
        b.at -= len(self.cut)

    def undo(self, b):
        Insert(self.cut).do(b)


class Move(object):
    def __init__(self, by):
        self.by = by

    def do(self, b):
        self.old, b.at = b.at, min(max(0, b.at + self.by), len(b.text))

    def undo(self, b):
        b.at = self.old


class Editor(object):
    def __init__(self):
        self.buffer, self.done, self.undone = Buffer(), [], []

    def run(self, *commands):
        for command in commands:
            command.do(self.buffer)
            self.done.append(command)
            self.undone[:] = []
        return str(self.buffer)

    def undo(self, n=1):
        while n and self.done:
            self.undone.append(self.done.pop())
            self.undone[-1].undo(self.buffer)
            n -= 1
        return str(self.buffer)

    def redo(self):
        if self.undone:
            command = self.undone.pop()
            command.do(self.buffer)
            self.done.append(command)
        return str(self.buffer)


e = Editor()
print(e.run(Insert('hello world'), Move(-5), Delete(6), Insert('Hi ')))
print(e.undo(), e.undo(), e.undo(2), e.redo(), e.redo(), sep='\n')
print(e.run(Insert('!'), Move(-99), Insert('>')), len(e.undone), e.redo())
print(repr(e.undo(99)), e.run(Delete(3)))
