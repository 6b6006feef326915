def BaseException__with_traceback(self, traceback, /):
    self.__traceback__ = traceback
    return self

def BaseException__add_note(self, note, /):
    notes = getattr(self, '__notes__', None)
    if notes is None:
        notes = self.__notes__ = []
    notes.append(note)
