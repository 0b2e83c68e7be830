"""Type hints that are only written."""
from typing import Any, Callable, Dict, Generic, Iterable, List, Optional, Tuple, TypeVar, Union

T = TypeVar('T')
Vector = List[float]


def scale(v: Vector, k: float = 2.0) -> Vector:
    return [k * x for x in v]


def first(items: Iterable[T], default: Optional[T] = None) -> Optional[T]:
    for x in items:
        return x
    return default


def apply(f: Callable[[int], Any], table: Dict[str, Union[int, str]]) -> List[Tuple[str, Any]]:
    return [(k, f(v)) for k, v in sorted(table.items()) if isinstance(v, int)]


class Box(Generic[T]):
    def __init__(self, item: T) -> None:
        self.item: T = item

    def get(self) -> T:
        return self.item


total: int = 0
for n in scale([1.0, 2.5]):
    total += int(n)
print(total, first([], 'none'), first('xyz'), apply(lambda x: x + 1, {'b': 2, 'a': 1, 'c': 'no'}), Box('in').get())
