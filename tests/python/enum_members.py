# enum: values, names, lookup, iteration, methods, IntEnum, Flag, auto, aliases, errors.
from enum import Enum, IntEnum, auto, unique


class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = 3
    CRIMSON = 1

    @classmethod
    def default(cls):
        return cls.GREEN

    def describe(self):
        return self.name.lower(), self.value

    def __str__(self):
        return 'Color:' + self.name

    @property
    def is_red(self):
        return self is Color.RED


print(Color.RED, repr(Color.RED), Color(2), Color['BLUE'], Color.RED.name, Color.RED.value)
print(list(Color), len(Color), Color.CRIMSON is Color.RED, Color.RED in Color, [c.name for c in Color])
print(Color.default().describe(), Color.RED.is_red, Color.BLUE.is_red, Color.RED == Color.RED, Color.RED == 1)
print({Color.RED: 'r'}[Color.CRIMSON], isinstance(Color.RED, Color), type(Color.RED), Color.RED is Color(1))
print(sorted(Color.__members__), Color.__members__['CRIMSON'])
for f in (lambda: Color(9), lambda: Color['PINK'], lambda: Color.RED < Color.BLUE, lambda: setattr(Color, 'RED', 5),
          ):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


class Level(IntEnum):
    LOW = 1
    HIGH = 10


print(Level.LOW < Level.HIGH, Level.LOW + 1, Level.HIGH == 10, sorted([Level.HIGH, Level.LOW]), max(Level), int(Level.LOW))
print([10, 20, 30][Level.LOW], repr(Level.HIGH), Level(10).name, '%d' % Level.LOW, Level.LOW * 2.5)


class Step(Enum):
    A = auto()
    B = auto()
    C = auto()

    def next(self):
        members = list(Step)
        return members[(members.index(self) + 1) % len(members)]


print([s.value for s in Step], Step.A.next(), Step.C.next())


class Planet(Enum):
    EARTH = (5.976e24, 6.37814e6)
    MARS = (6.421e23, 3.3972e6)

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius

    @property
    def gravity(self):
        return 6.673e-11 * self.mass / self.radius ** 2


for p in Planet:
    print(p.name, p.value, round(p.gravity, 2))
try:
    @unique
    class Dup(Enum):
        X = 1
        Y = 1
except ValueError as e:
    print(e)


class Mode(str, Enum):
    TRAIN = 'train'
    EVAL = 'eval'


print(Mode.TRAIN == 'train', Mode('eval'), Mode.TRAIN.upper(), Mode.EVAL.value)
Animal = Enum('Animal', 'CAT DOG')
print(list(Animal), Animal.DOG.value, Animal(1))


class State(Enum):
    IDLE = 'idle'
    RUN = 'run'
    table = {'idle': 'run', 'run': 'idle'}


print(len(State), State.IDLE.value)
