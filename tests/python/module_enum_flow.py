"""A machine of states."""
from enum import Enum, unique


@unique
class State(Enum):
    IDLE = 'idle'
    RUNNING = 'running'
    DONE = 'done'

    def next(self, event):
        return TABLE.get((self, event), self)

    def __str__(self):
        return self.value.title()


TABLE = {(State.IDLE, 'start'): State.RUNNING, (State.RUNNING, 'pause'): State.IDLE, (State.RUNNING, 'finish'): State.DONE}
s = State.IDLE
for event in ('pause', 'start', 'pause', 'start', 'finish', 'start'):
    s = s.next(event)
    print('%s -> %s' % (event, s), end='; ')
print()
print(s is State.DONE, State['IDLE'], repr(State.DONE), State('running').name, [str(x) for x in State], len({State.IDLE, State.IDLE}))
print({x.name: x.value for x in State}, State.IDLE.__class__ is State, isinstance(s, Enum), hasattr(State, 'MISSING'), 'idle' == State.IDLE)
Shape = Enum('Shape', ['CIRCLE', 'SQUARE'])
print(list(Shape), Shape.CIRCLE.value, Shape(2), Shape['SQUARE'] is Shape.SQUARE)
