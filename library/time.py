# The time of an instance: its clock stands still while it is suspended. The time of day is the board's, where that knows it, in UTC.
from _calendar import asctime
from _calendar import gmtime
from _calendar import mktime
from _calendar import strftime
from _calendar import struct_time
from _calendar import time_of_day

timezone = 0
altzone = 0
daylight = 0
tzname = ('UTC', 'UTC')


def sleep(seconds):
    if seconds < 0:
        raise ValueError('sleep length must be non-negative')
    _sleep(int(seconds * 1000000))


def sleep_ms(ms):
    if ms > 0:
        _sleep(int(ms) * 1000)


def sleep_us(us):
    if us > 0:
        _sleep(int(us))


def ticks_ms():
    return _clock() // 1000 & 0x3FFFFFFF


def ticks_us():
    return _clock() & 0x3FFFFFFF


def ticks_cpu():
    return _clock() & 0x3FFFFFFF


def ticks_add(ticks, delta):
    return ticks + delta & 0x3FFFFFFF


def ticks_diff(ticks1, ticks2):
    return (ticks1 - ticks2 + 0x20000000 & 0x3FFFFFFF) - 0x20000000


def time():
    return time_of_day() / 1000000


def time_ns():
    return time_of_day() * 1000


def localtime(seconds=None, /):
    return gmtime(seconds)


def ctime(seconds=None, /):
    return asctime(gmtime(seconds))


def monotonic():
    return _clock() / 1000000


def monotonic_ns():
    return _clock() * 1000


def perf_counter():
    return _clock() / 1000000


def perf_counter_ns():
    return _clock() * 1000


def process_time():
    return _clock() / 1000000


def process_time_ns():
    return _clock() * 1000
