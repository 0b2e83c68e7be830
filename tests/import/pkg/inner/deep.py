from .. import beta
from ..beta import NAME
def g(x): return [x] * 2 + [NAME]
