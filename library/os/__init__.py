# What of CPython's os, and MicroPython's, there is where there are no files and no processes.
from . import path

sep = '/'
curdir = '.'
pardir = '..'
extsep = '.'
linesep = '\n'
name = 'nanopy'
environ = {}


def getenv(key, default=None):
    return environ.get(key, default)


class uname_result(tuple):
    @property
    def sysname(self):
        return self[0]

    @property
    def nodename(self):
        return self[1]

    @property
    def release(self):
        return self[2]

    @property
    def version(self):
        return self[3]

    @property
    def machine(self):
        return self[4]

    def __repr__(self):
        return f'posix.uname_result(sysname={self[0]!r}, nodename={self[1]!r}, release={self[2]!r}, version={self[3]!r}, machine={self[4]!r})'


def uname():
    # Nothing of the board: a program may go on on another one.
    return uname_result(('nanopy', 'nanopy', '3.11.0', '3.11.0; nanopy', 'nanopy'))
