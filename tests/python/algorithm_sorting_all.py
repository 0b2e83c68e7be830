"""Seven sorting functions that must agree, with counts of comparisons."""
import random


class Counted(object):
    comparisons = 0

    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        Counted.comparisons += 1
        return self.n < other.n

    def __repr__(self):
        return str(self.n)


def bubble(items):
    for end in range(len(items) - 1, 0, -1):
        swapped = False
        for i in range(end):
            if items[i + 1] < items[i]:
                items[i], items[i + 1] = items[i + 1], items[i]
                swapped = True
        if not swapped:
            break
    return items


def insertion(items):
    for i in range(1, len(items)):
        item, k = items[i], i
        while k and item < items[k - 1]:
            items[k] = items[k - 1]
            k -= 1
        items[k] = item
    return items


def selection(items):
    for i in range(len(items)):
        smallest = i
        for k in range(i + 1, len(items)):
            if items[k] < items[smallest]:
                smallest = k
        items[i], items[smallest] = items[smallest], items[i]
    return items


def merge(items):
    if len(items) < 2:
        return items
    middle = len(items) // 2
    left, right, out = merge(items[:middle]), merge(items[middle:]), []
    i = k = 0
    while i < len(left) and k < len(right):
        if right[k] < left[i]:
            out.append(right[k])
            k += 1
        else:
            out.append(left[i])
            i += 1
    return out + left[i:] + right[k:]


def quick(items):
    if not items:
        return []
    pivot, *rest = items
    small = [x for x in rest if x < pivot]
    large = [x for x in rest if not x < pivot]
    return quick(small) + [pivot] + quick(large)


def shell(items):
    gap = len(items) // 2
    while gap:
        for i in range(gap, len(items)):
            k = i
            while k >= gap and items[k] < items[k - gap]:
                items[k], items[k - gap] = items[k - gap], items[k]
                k -= gap
        gap //= 2
    return items


random.seed(5)
numbers = [random.randrange(50) for _ in range(24)]
print(numbers)
for f in (bubble, insertion, selection, merge, quick, shell, sorted):
    Counted.comparisons = 0
    result = [c.n for c in f([Counted(n) for n in numbers])]
    print('%-10s %4d %s' % (f.__name__, Counted.comparisons, result == sorted(numbers)))
print(insertion([]), merge([1]), quick(list('hello')))
