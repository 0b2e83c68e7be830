from . import alpha
VALUE = 7
from .inner.deep import g as gg
__all__ = ["alpha", "beta", "VALUE"]
