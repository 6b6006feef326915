# Days and dates, and the time of day as far as the board knows it.
import _devices


def time_of_day():
    # Microseconds since 1970; where the time is not known, as if the program had begun with the year 2000.
    data = _device(_devices.TIME_GET, 0, 0, 8)
    if isinstance(data, int) or not data:
        return 946684800000000 + _clock()
    return _from_bytes(data, False, False)


def days_of(year, month, day):
    # Days from 1970-01-01 (H. Hinnant, chrono-compatible low-level date algorithms, days_from_civil).
    year -= month <= 2
    era = year // 400
    of_era = year - era * 400
    of_year = (153 * (month + (-3 if month > 2 else 9)) + 2) // 5 + day - 1
    return era * 146097 + of_era * 365 + of_era // 4 - of_era // 100 + of_year - 719468


def date_of(days):
    # The way back (civil_from_days).
    days += 719468
    era = days // 146097
    of_era = days - era * 146097
    year = (of_era - of_era // 1460 + of_era // 36524 - of_era // 146096) // 365
    of_year = of_era - (365 * year + year // 4 - year // 100)
    month = (5 * of_year + 2) // 153
    day = of_year - (153 * month + 2) // 5 + 1
    month = month + 3 if month < 10 else month - 9
    return (year + era * 400 + (month <= 2), month, day)


class struct_time(tuple):
    __module__ = 'time'

    def __getattr__(self, name):
        for i in range(9):
            if name == _FIELDS[i]:
                return self[i]
        if name == 'tm_zone':
            return 'UTC'
        if name == 'tm_gmtoff':
            return 0
        raise AttributeError("'time.struct_time' object has no attribute '" + name + "'")

    def __repr__(self):
        return 'time.struct_time(' + ', '.join([f'{_FIELDS[i]}={self[i]}' for i in range(9)]) + ')'


_FIELDS = ('tm_year', 'tm_mon', 'tm_mday', 'tm_hour', 'tm_min', 'tm_sec', 'tm_wday', 'tm_yday', 'tm_isdst')
_DAYS = ('Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday')
_MONTHS = ('January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December')


def gmtime(secs=None, /):
    secs = time_of_day() // 1000000 if secs is None else int(secs // 1)
    days = secs // 86400
    secs %= 86400
    year, month, day = date_of(days)
    return struct_time((year, month, day, secs // 3600, secs // 60 % 60, secs % 60, (days + 3) % 7, days - days_of(year, 1, 1) + 1, 0))


def mktime(t, /):
    year, month, day, hour, minute, second = t[:6]
    year += (month - 1) // 12
    return float((days_of(year, (month - 1) % 12 + 1, day) * 24 + hour) * 3600 + minute * 60 + second)


def asctime(t=None, /):
    t = gmtime() if t is None else t
    return f'{_DAYS[t[6]][:3]} {_MONTHS[t[1] - 1][:3]} {t[2]:2d} {t[3]:02d}:{t[4]:02d}:{t[5]:02d} {t[0]}'


def strftime(format, t=None, /):
    t = gmtime() if t is None else t
    parts = []
    i = 0
    while i < len(format):
        c = format[i]
        i += 1
        if c == '%' and i < len(format):
            c = _field(format[i], t)
            i += 1
        parts.append(c)
    return ''.join(parts)


def _field(c, t):
    # what a letter behind % stands for, in the C locale
    whole = {'c': '%a %b %e %H:%M:%S %Y', 'D': '%m/%d/%y', 'x': '%m/%d/%y', 'F': '%Y-%m-%d', 'R': '%H:%M', 'T': '%H:%M:%S', 'X': '%H:%M:%S', 'r': '%I:%M:%S %p'}.get(c)
    if whole is not None:
        return strftime(whole, t)
    if c == 'a' or c == 'A':
        return _DAYS[t[6]] if c == 'A' else _DAYS[t[6]][:3]
    if c == 'b' or c == 'B' or c == 'h':
        return _MONTHS[t[1] - 1] if c == 'B' else _MONTHS[t[1] - 1][:3]
    if c == 'p':
        return 'AM' if t[3] < 12 else 'PM'
    if c == 'e':
        return f'{t[2]:2d}'
    if c == 'j':
        return f'{t[7]:03d}'
    if c == 'Y':
        return str(t[0])
    if c == 's':
        return str(int(mktime(t)))
    text = {'Z': 'UTC', 'z': '+0000', '%': '%', 'n': '\n', 't': '\t'}.get(c)
    if text is not None:
        return text
    i = 'mdHMSyIUWwuC'.find(c)
    if i < 0:
        return '%' + c
    if i < 5:
        n = t[i + 1]
    elif i == 5:
        n = t[0] % 100
    elif i == 6:
        n = (t[3] + 11) % 12 + 1
    elif i == 7:
        n = (t[7] + 6 - (t[6] + 1) % 7) // 7
    elif i == 8:
        n = (t[7] + 6 - t[6]) // 7
    elif i == 11:
        n = t[0] // 100
    else:
        return str((t[6] + 1) % 7 if i == 9 else t[6] + 1)
    return f'{n:02d}'
