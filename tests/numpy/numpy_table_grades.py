# Marks: means, ranks, best of each, a printed table.
import numpy as np

names = np.array(['Ann', 'Bob', 'Cid', 'Dora'])
marks = np.array([[90, 80, 70], [60, 75, 85], [88, 92, 79], [45, 50, 99]])
mean = marks.mean(axis=1)
order = mean.argsort()[::-1]
for rank, i in enumerate(order, 1):
    print('%d. %-5s %6.2f %s' % (rank, names[i], mean[i], marks[i]))
print(names[marks.argmax(axis=0)], marks.max(axis=0))
print(names[mean > 75], (marks >= 80).sum(axis=1), np.any(marks < 50, axis=1))
print(np.column_stack((names, mean.round(1))))
print(dict(zip(names.tolist(), mean.round(2).tolist())))
