"""A binary search tree: insertion, orders of walking, deletion, height, printing."""


class Tree(object):
    def __init__(self, key, left=None, right=None):
        self.key, self.left, self.right = key, left, right

    def __repr__(self):
        if not (self.left or self.right):
            return 'Tree(%r)' % (self.key,)
        return 'Tree(%r, %r, %r)' % (self.key, self.left, self.right)


def insert(tree, key):
    if tree is None:
        return Tree(key)
    if key < tree.key:
        tree.left = insert(tree.left, key)
    elif key > tree.key:
        tree.right = insert(tree.right, key)
    return tree


def inorder(tree):
    if tree:
        yield from inorder(tree.left)
        yield tree.key
        yield from inorder(tree.right)


def levels(tree):
    row = [tree]
    while row:
        yield [t.key for t in row]
        row = [child for t in row for child in (t.left, t.right) if child]


def delete(tree, key):
    if tree is None:
        raise KeyError(key)
    if key != tree.key:
        side = 'left' if key < tree.key else 'right'
        setattr(tree, side, delete(getattr(tree, side), key))
        return tree
    if tree.left is None:
        return tree.right
    if tree.right is None:
        return tree.left
    smallest = next(inorder(tree.right))
    tree.key = smallest
    tree.right = delete(tree.right, smallest)
    return tree


def height(tree):
    return 0 if tree is None else 1 + max(height(tree.left), height(tree.right))


def draw(tree, depth=0):
    if tree:
        draw(tree.right, depth + 1)
        print('    ' * depth + str(tree.key))
        draw(tree.left, depth + 1)


root = None
for key in (50, 30, 70, 20, 40, 60, 80, 30):
    root = insert(root, key)
draw(root)
print(list(inorder(root)), list(levels(root)), height(root))
for key in (20, 30, 50):
    root = delete(root, key)
    print(key, list(inorder(root)), root.key)
print(root)
try:
    delete(root, 999)
except KeyError as e:
    print('KeyError', e)
