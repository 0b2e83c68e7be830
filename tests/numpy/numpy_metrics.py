# Accuracy, precision, recall, confusion, errors.
import numpy as np

y = np.array([1, 0, 1, 1, 0, 1, 0, 0])
p = np.array([0.9, 0.4, 0.6, 0.3, 0.2, 0.8, 0.7, 0.1])
guess = (p > 0.5).astype(int)
tp, fp = np.sum((guess == 1) & (y == 1)), np.sum((guess == 1) & (y == 0))
fn = np.logical_and(guess == 0, y == 1).sum()
precision, recall = tp / (tp + fp), tp / (tp + fn)
print(guess, tp, fp, fn, precision, recall, 2 * precision * recall / (precision + recall))
print(np.mean(guess == y), np.mean(np.abs(p - y)), np.sqrt(np.mean((p - y) ** 2)).round(6))
order = np.argsort(-p)
print(order, np.cumsum(y[order]), (np.cumsum(y[order]) / np.arange(1, 9)).round(4))
classes = np.array([0, 2, 1, 2, 0]), np.array([0, 1, 1, 2, 0])
matrix = np.zeros((3, 3), int)
for t, g in zip(*classes):
    matrix[t, g] += 1
print(matrix, np.diag(matrix) / matrix.sum(axis=1), np.trace(matrix) / matrix.sum())
print(np.corrcoef(p, y).round(6), np.cov(p, y).round(6))
