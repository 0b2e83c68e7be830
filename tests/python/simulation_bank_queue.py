"""Customers arrive, wait and are served: a simulation with events in a heap."""
import heapq
import random


def simulate(customers, tellers, seed):
    rng = random.Random(seed)
    events, clock = [], 0.0
    for number in range(customers):
        clock += rng.expovariate(1 / 3.0)
        heapq.heappush(events, (clock, number, 'arrives'))
    free, waiting, waits = tellers, [], []
    while events:
        now, number, what = heapq.heappop(events)
        if what == 'arrives':
            waiting.append((number, now))
        else:
            free += 1
        while free and waiting:
            who, since = waiting.pop(0)
            free -= 1
            waits.append(now - since)
            heapq.heappush(events, (now + rng.uniform(2, 6), who, 'leaves'))
    return waits, now


for tellers in (1, 2, 3):
    waits, end = simulate(30, tellers, seed=11)
    print('%d teller%s: mean wait %6.2f, longest %6.2f, %2d did not wait, closed at %.1f' % (
        tellers, 's' if tellers > 1 else ' ', sum(waits) / len(waits), max(waits),
        sum(w == 0 for w in waits), end))
print(simulate(1, 1, 0)[0])
