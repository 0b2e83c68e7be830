"""While loops: sentinels, else, nested breaks by functions, iterators by hand, do-while, counters."""
data = iter(['3', 'x', '5', 'stop', '7'])
total = 0
while True:
    word = next(data, None)
    if word is None or word == 'stop':
        break
    if not word.isdigit():
        print('skipping', word)
        continue
    total += int(word)
print(total, list(data))


def find_pair(items, wanted):
    i = 0
    while i < len(items):
        k = i + 1
        while k < len(items):
            if items[i] + items[k] == wanted:
                return i, k
            k += 1
        i += 1
    return None


print(find_pair([1, 5, 9, 2], 11), find_pair([1, 2], 100))
n, steps = 27, 0
while n != 1:
    n = n // 2 if n % 2 == 0 else 3 * n + 1
    steps += 1
else:
    print('reached', n, 'after', steps)
a, b = 1071, 462
while b:
    print(a, '=', a // b, '*', b, '+', a % b)
    a, b = b, a % b
print('gcd', a)
stack = [[1, [2, [3, []]], 4], 5]
flat = []
while stack:
    item = stack.pop(0)
    if isinstance(item, list):
        stack = item + stack
    else:
        flat.append(item)
print(flat)
x, guesses = 2.0, []
while len(guesses) < 2 or abs(guesses[-1] - guesses[-2]) > 1e-12:
    guesses.append(x)
    x = (x + 2 / x) / 2
print(len(guesses), guesses[-1])
while (line := next(iter([]), 'end')) != 'end':
    print('never')
print(line)
count = 10
while count:
    count -= 3
    if count < 0:
        break
else:
    print('exactly zero')
print(count)
