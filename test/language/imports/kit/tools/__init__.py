from .. import LIMIT as outer
from . import hammer, saw
from .saw import *

names = [hammer.__name__, saw.__name__, __package__]
