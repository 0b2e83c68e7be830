"""Warnings that are not shown."""
import warnings

warnings.filterwarnings('ignore')
warnings.simplefilter('ignore', category=DeprecationWarning)
warnings.warn('nobody sees this')
with warnings.catch_warnings():
    warnings.simplefilter('ignore')
    warnings.warn('nor this', UserWarning)
print(issubclass(DeprecationWarning, Warning), issubclass(UserWarning, Exception), FutureWarning('x').args)
try:
    raise UserWarning('raised')
except Warning as e:
    print(e)
