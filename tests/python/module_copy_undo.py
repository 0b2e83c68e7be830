"""An editor that can undo, on copies of its state."""
import copy


class Editor:
    def __init__(self):
        self.lines, self.past, self.future = [''], [], []

    def change(self, f):
        self.past.append(copy.deepcopy(self.lines))
        self.future.clear()
        f(self.lines)

    def undo(self):
        if self.past:
            self.future.append(self.lines)
            self.lines = self.past.pop()

    def redo(self):
        if self.future:
            self.past.append(self.lines)
            self.lines = self.future.pop()


e = Editor()
e.change(lambda l: l.append('one'))
e.change(lambda l: l.insert(0, 'zero'))
e.change(lambda l: l.__setitem__(0, 'ZERO'))
print(e.lines)
e.undo()
e.undo()
print(e.lines, len(e.past), len(e.future))
e.redo()
print(e.lines)
e.change(lambda l: l.clear())
e.redo()
print(e.lines, e.past[-1])


class Node:
    def __init__(self, value, *children):
        self.value, self.children = value, list(children)

    def total(self):
        return self.value + sum(c.total() for c in self.children)


tree = Node(1, Node(2, Node(3)), Node(4))
twin = copy.deepcopy(tree)
twin.children[0].value = 20
shallow = copy.copy(tree)
shallow.children.append(Node(100))
print(tree.total(), twin.total(), shallow.children is tree.children, copy.copy(tree).value)
