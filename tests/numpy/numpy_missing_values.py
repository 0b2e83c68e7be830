# nan: finding, leaving out, filling.
import numpy as np

a = np.array([[1., np.nan, 3.], [np.nan, 5., 6.], [7., 8., np.nan]])
print(np.isnan(a).sum(), np.isnan(a).any(axis=0), np.nan == np.nan, np.nan is np.nan, a.sum(), a.mean(axis=0))
print(np.nansum(a), np.nanmean(a, axis=0), np.nanmax(a), np.nanmin(a, axis=1), np.nanstd(a).round(6), np.nanmedian(a))
filled = np.where(np.isnan(a), np.nanmean(a, axis=0), a)
print(filled)
print(a[~np.isnan(a)], a[~np.isnan(a).any(axis=1)].shape, np.nan_to_num(a)[0])
a[np.isnan(a)] = 0
print(a, np.isfinite([1, np.inf, np.nan]), np.isinf([1, -np.inf]), np.maximum(np.nan, 1), np.fmax(np.nan, 1))
print(np.array([3, np.nan, 1]).argmax(), np.sort([3, np.nan, 1]), np.array([1, np.nan]) > 0)
