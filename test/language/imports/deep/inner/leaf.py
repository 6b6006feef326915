from .. import top_name
from . import sibling

VALUE = 7


def relative():
    return top_name, sibling.NAME, __name__
