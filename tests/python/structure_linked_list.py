"""A singly linked list with the protocols of a sequence."""


class LinkedList(object):
    class _Node(object):
        __slots__ = ('value', 'next')

        def __init__(self, value, next=None):
            self.value, self.next = value, next

    def __init__(self, items=()):
        self._head, self._size = None, 0
        for item in reversed(list(items)):
            self.push(item)

    def push(self, value):
        self._head = self._Node(value, self._head)
        self._size += 1

    def pop(self):
        if self._head is None:
            raise IndexError('pop from an empty %s' % type(self).__name__)
        node, self._head = self._head, self._head.next
        self._size -= 1
        return node.value

    def reverse(self):
        previous, node = None, self._head
        while node:
            node.next, previous, node = previous, node, node.next
        self._head = previous

    def __iter__(self):
        node = self._head
        while node:
            yield node.value
            node = node.next

    def __len__(self):
        return self._size

    def __getitem__(self, key):
        if isinstance(key, slice):
            return LinkedList(list(self)[key])
        if key < 0:
            key += len(self)
        for i, value in enumerate(self):
            if i == key:
                return value
        raise IndexError('list index out of range')

    def __eq__(self, other):
        return isinstance(other, LinkedList) and list(self) == list(other)

    def __repr__(self):
        return 'LinkedList(%s)' % list(self)


l = LinkedList('abc')
l.push('z')
print(l, len(l), l[0], l[-1], l[1:3], 'b' in l, list(reversed(list(l))))
l.reverse()
print(l, l == LinkedList(['c', 'b', 'a', 'z']), l != LinkedList(), sorted(l))
print([l.pop() for _ in range(4)], bool(l))
for wrong in (l.pop, lambda: l[0], lambda: setattr(LinkedList._Node(1), 'other', 2)):
    try:
        wrong()
    except (IndexError, AttributeError) as e:
        print(type(e).__name__, e)
a, *b = LinkedList(range(4))
print(a, b, max(LinkedList([3, 9, 2])), dict(enumerate(LinkedList('xy'))))
