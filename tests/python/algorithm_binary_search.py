"""Binary search with bounds, bisect for grades, merging intervals, two pointers."""
import bisect


def search(items, wanted):
    low, high = 0, len(items)
    while low < high:
        middle = (low + high) // 2
        if items[middle] < wanted:
            low = middle + 1
        else:
            high = middle
    return low if low < len(items) and items[low] == wanted else -1


def grade(score, breakpoints=(60, 70, 80, 90), grades='FDCBA'):
    return grades[bisect.bisect(breakpoints, score)]


def merged(intervals):
    out = []
    for start, end in sorted(intervals):
        if out and start <= out[-1][1]:
            out[-1][1] = max(out[-1][1], end)
        else:
            out.append([start, end])
    return [tuple(i) for i in out]


def pair_with_sum(items, wanted):
    i, k = 0, len(items) - 1
    while i < k:
        total = items[i] + items[k]
        if total == wanted:
            return items[i], items[k]
        if total < wanted:
            i += 1
        else:
            k -= 1


items = [1, 3, 4, 4, 9, 12, 30]
print([search(items, n) for n in (1, 4, 30, 5, -1, 31)], search([], 1))
print([grade(s) for s in (33, 99, 77, 70, 89, 90, 100)])
print(bisect.bisect_left(items, 4), bisect.bisect_right(items, 4), bisect.bisect(items, 100))
for n in (5, 0, 4):
    bisect.insort(items, n)
print(items, pair_with_sum(items, 16), pair_with_sum(items, 1000))
print(merged([(8, 10), (1, 3), (2, 6), (15, 18), (17, 20), (6, 7)]), merged([]))
