from _lines import Frame
from _lines import find_place


def traceback__get_tb_next(self):
    next = _report_frames(self, None, None, None)[0]
    while next is not None:
        after, function, pc, times = _report_frames(next, None, None, None)
        if find_place(function, pc) is not None:
            break
        next = after
    return next


def traceback__get_tb_lineno(self):
    next, function, pc, times = _report_frames(self, None, None, None)
    place = find_place(function, pc)
    return place[1] if place else None


def traceback__get_tb_frame(self):
    next, function, pc, times = _report_frames(self, None, None, None)
    return Frame(*(find_place(function, pc) or ('<library>', None, function.__name__)))
