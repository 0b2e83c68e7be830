# Sums by group without a table library.
import numpy as np

shop = np.array([0, 1, 0, 2, 1, 0, 2, 2])
item = np.array(['a', 'b', 'a', 'c', 'a', 'b', 'b', 'c'])
price = np.array([3.5, 2.0, 4.5, 1.0, 2.5, 6.0, 3.0, 8.25])
print([price[shop == s].sum() for s in np.unique(shop)], np.bincount(shop, weights=price))
kinds, inverse, counts = np.unique(item, return_inverse=True, return_counts=True)
print(kinds, inverse, counts)
table = np.zeros((3, len(kinds)))
np.add.at(table, (shop, inverse), price)
print(table)
print(table.sum(axis=0), table.sum(axis=1), table.sum())
print((table / table.sum()).round(3))
print(item[price.argsort()], np.sort(price)[::-1][:3], price[item == 'b'].mean())
