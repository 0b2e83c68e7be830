"""k-means on points in the plane, with ties broken the same way each time."""
import math


def distance(p, q):
    return math.sqrt(sum((a - b) ** 2 for a, b in zip(p, q)))


def mean(points):
    return tuple(round(sum(column) / len(points), 4) for column in zip(*points))


def kmeans(points, centers, most=20):
    for iteration in range(1, most + 1):
        clusters = {c: [] for c in range(len(centers))}
        for p in points:
            nearest = min(range(len(centers)), key=lambda c: distance(p, centers[c]))
            clusters[nearest].append(p)
        moved = [mean(clusters[c]) if clusters[c] else centers[c] for c in clusters]
        print('iteration', iteration, moved)
        if moved == centers:
            break
        centers = moved
    return centers, clusters


points = [(1, 1), (1.5, 2), (3, 4), (5, 7), (3.5, 5), (4.5, 5), (3.5, 4.5), (0, 0.5)]
centers, clusters = kmeans(points, [(1, 1), (5, 7)])
for c in sorted(clusters):
    print(c, centers[c], sorted(clusters[c]))
inertia = sum(distance(p, centers[c]) ** 2 for c in clusters for p in clusters[c])
print('inertia %.5f' % inertia)
print(math.hypot(3, 4), distance((0, 0, 0), (1, 2, 2)))
