# Nested lists as matrices, and sharing of rows.
def show(m):
    for row in m:
        print('[' + ', '.join('%g' % v for v in row) + ']')
def matmul(a, b):
    return [[sum(x * y for x, y in zip(row, col)) for col in zip(*b)] for row in a]
a = [[1, 2], [3, 4], [5, 6]]
b = [[1, 0, 2], [0, 1, 3]]
show(matmul(a, b))
show(list(zip(*a)))
identity = [[float(i == j) for j in range(3)] for i in range(3)]
show(identity)
def determinant(m):
    if len(m) == 1:
        return m[0][0]
    return sum((-1) ** j * m[0][j] * determinant([r[:j] + r[j + 1:] for r in m[1:]]) for j in range(len(m)))
print(determinant([[2, 0, 1], [1, 3, 2], [1, 1, 1]]))
shared = [[0] * 3] * 3
shared[1][1] = 5
own = [[0] * 3 for _ in range(3)]
own[1][1] = 5
print(shared, own, shared[0] is shared[2], own[0] is own[2])
flat = [v for row in a for v in row]
print(flat, [flat[i:i + 3] for i in range(0, len(flat), 3)], [row[::-1] for row in a[::-1]], sum(map(sum, a)), max(map(max, a)))
grid = [list('.....') for _ in range(3)]
for i, j in ((0, 1), (2, 4), (1, -1)):
    grid[i][j] = '#'
print('\n'.join(''.join(r) for r in grid))
a[0], a[-1] = a[-1], a[0]
a[1][:] = [9, 9]
del a[0][0]
print(a)
