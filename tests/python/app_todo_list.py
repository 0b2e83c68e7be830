"""A to-do list with commands, undo by a history of functions, and filters."""
import itertools


class Todo(object):
    def __init__(self):
        self.items, self.undo_stack, self.numbers = {}, [], itertools.count(1)

    def add(self, text, *tags, priority=0):
        number = next(self.numbers)
        self.items[number] = dict(text=text, done=False, tags=set(tags), priority=priority)
        self.undo_stack.append(lambda: self.items.pop(number))
        return number

    def done(self, number):
        item = self.items[number]
        if item['done']:
            return
        item['done'] = True
        self.undo_stack.append(lambda: item.update(done=False))

    def remove(self, number):
        item = self.items.pop(number)
        self.undo_stack.append(lambda: self.items.__setitem__(number, item))

    def undo(self):
        try:
            action = self.undo_stack.pop()
        except IndexError:
            return 'nothing to undo'
        action()
        return 'undone'

    def show(self, tag=None):
        chosen = [(n, i) for n, i in self.items.items() if tag is None or tag in i['tags']]
        for n, i in sorted(chosen, key=lambda p: (p[1]['done'], -p[1]['priority'], p[0])):
            print(' [%s] %d. %s%s' % ('x' if i['done'] else ' ', n, i['text'],
                                      ''.join(' #' + t for t in sorted(i['tags']))))
        print(' -', len(chosen), 'items')


todo = Todo()
todo.add('read the docs', 'work', 'tf')
todo.add('buy milk', priority=2)
n = todo.add('write tests', 'work')
todo.done(n)
todo.show()
todo.remove(2)
todo.show('work')
print(todo.undo(), todo.undo())
todo.show()
print([todo.undo() for _ in range(4)], todo.items)
for wrong in (lambda: todo.done(9), lambda: todo.add(), lambda: todo.add('x', priority='y', colour=1)):
    try:
        wrong()
    except (KeyError, TypeError) as e:
        print(type(e).__name__, e)
