"""Enumerations with behaviour."""
from enum import Enum, IntEnum


class Planet(Enum):
    EARTH = (5.976e24, 6.37814e6)
    MARS = (6.421e23, 3.3972e6)

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius

    @property
    def gravity(self):
        return 6.67430e-11 * self.mass / (self.radius * self.radius)


for p in Planet:
    print(p.name, round(p.gravity, 2), p.value[1])


class Op(Enum):
    ADD = '+'
    MUL = '*'

    def apply(self, a, b):
        return {'+': a + b, '*': a * b}[self.value]

    @classmethod
    def parse(cls, text):
        return next(o for o in cls if o.value == text)


print(Op.parse('*').apply(3, 4), Op('+').apply(3, 4), [o.name.lower() for o in Op], Op.ADD in (Op.MUL, Op.ADD))


class State(IntEnum):
    IDLE = 0
    BUSY = 1


print(State.BUSY + 1, ['a', 'b'][State.BUSY], bool(State.IDLE), State(0).name, sorted(State)[0] is State.IDLE, '%d' % State.BUSY)
counts = {s: 0 for s in State}
counts[State.BUSY] += 2
print([(s.name, n) for s, n in counts.items()], State.__members__['IDLE'].value, len(State))
