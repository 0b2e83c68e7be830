class Point(object):
    def __init__(self, x):
        self.x = x


def total(numbers):
    result = 0
    for n in numbers:
        result += n
    return result


values = [1, 2]
same = values
names = {'a': values, 'b': (3, 0.5), 4: None}
p = Point('it')
values.append(total(same))
half, whole, big = 0.5, 2.0, 2 ** 70
text = "it's"
print(total(values), text)
raise ValueError('no')
