from .square import Square
from . import circle

print("shapes package")
