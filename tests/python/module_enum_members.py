"""Enumerations."""
from enum import Enum, IntEnum, unique, auto


class Mode(Enum):
    TRAIN = 'train'
    EVAL = 'eval'

    def is_training(self):
        return self is Mode.TRAIN


print(Mode.TRAIN, repr(Mode.EVAL), Mode.TRAIN.name, Mode.TRAIN.value, Mode('eval'), Mode['EVAL'], Mode.TRAIN.is_training())
print(list(Mode), len(Mode), [m.value for m in Mode], Mode.TRAIN == Mode.TRAIN, Mode.TRAIN == 'train', Mode.EVAL in Mode)


class Level(IntEnum):
    LOW = 1
    HIGH = 3


print(Level.HIGH > Level.LOW, Level.LOW + 1, sorted(Level, reverse=True), Level(3), int(Level.HIGH), Level.HIGH == 3)


class Colour(Enum):
    RED = auto()
    GREEN = auto()
    CRIMSON = 1


print(Colour.CRIMSON is Colour.RED, list(Colour), Colour.__members__.keys(), {Colour.RED: 'r'}[Colour.RED])
for bad in (lambda: Mode('x'), lambda: Mode['X'], lambda: setattr(Mode, 'TRAIN', 1)):
    try:
        bad()
    except (ValueError, KeyError, AttributeError) as e:
        print(type(e).__name__, str(e)[:30])
try:
    @unique
    class Bad(Enum):
        A = 1
        B = 1
except ValueError as e:
    print(e)
print(isinstance(Mode.TRAIN, Mode), type(Mode.TRAIN) is Mode, hash(Mode.TRAIN) == hash(Mode.TRAIN), Enum('Animal', 'CAT DOG').DOG.value)
