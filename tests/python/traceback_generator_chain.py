# Through generators that ask each other.
def numbers(texts):
    for t in texts:
        yield float(t)


def scaled(values, k):
    for v in values:
        yield v * k


def mean(values):
    values = list(values)
    return sum(values) / len(values)


print(mean(scaled(numbers(['1', '2']), 10)))
try:
    mean(scaled(numbers([]), 10))
except ZeroDivisionError as e:
    print(e)
print(mean(scaled(numbers(['1', 'x']), 10)))
