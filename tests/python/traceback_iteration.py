# Raised by an iterator of the program's own, while a for loop asks it.
class Reader:
    def __init__(self, rows):
        self.rows = iter(rows)

    def __iter__(self):
        return self

    def __next__(self):
        row = next(self.rows)
        return int(row)


def total(rows):
    n = 0
    for value in Reader(rows):
        n += value
    return n


print(total(['1', '2']))
print(total(['3', 'four']))
