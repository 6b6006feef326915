def bytes__partition(self, sep, /):
    return _partition(self, sep, self.find(sep), True)

def bytes__rpartition(self, sep, /):
    return _partition(self, sep, self.rfind(sep), False)
