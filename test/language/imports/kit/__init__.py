__all__ = ["public", "tools", "LIMIT"]
LIMIT = 5
_hidden = 6


def public():
    return _hidden, __package__, __name__


from . import tools as _tools
from .tools import hammer as hammer_module


def other():
    return hammer_module.hit()
