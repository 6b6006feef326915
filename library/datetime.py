# CPython 3.11's datetime. Dates are counted in days from 1 January of year 1; times in microseconds.
import time as _clocks

MINYEAR = 1
MAXYEAR = 9999
_DAYS = 'Mon Tue Wed Thu Fri Sat Sun'
_MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'
_LONG_DAYS = ('Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday')
_LONG_MONTHS = ('January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December')


def _is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _month_days(year, month):
    return 29 if month == 2 and _is_leap(year) else b'\x1f\x1c\x1f\x1e\x1f\x1e\x1f\x1f\x1e\x1f\x1e\x1f'[month - 1]


def _to_ordinal(year, month, day):
    # Years begin in March, so that the leap day is the last one.
    month -= 3
    if month < 0:
        month += 12
        year -= 1
    return 365 * year + year // 4 - year // 100 + year // 400 + (153 * month + 2) // 5 + day - 306


def _from_ordinal(n):
    n += 305
    year = (10000 * n + 14780) // 3652425
    rest = n - (365 * year + year // 4 - year // 100 + year // 400)
    if rest < 0:
        year -= 1
        rest = n - (365 * year + year // 4 - year // 100 + year // 400)
    month = (5 * rest + 2) // 153
    day = rest - (153 * month + 2) // 5 + 1
    return (year + 1, month - 9, day) if month > 9 else (year, month + 3, day)


def _two(n):
    return ('0' if n < 10 else '') + str(n)


def _compare(a, b, op):
    return a < b if op == 0 else a <= b if op == 1 else a > b if op == 2 else a >= b


class _Made:
    # A constant of a class, of the class itself: made when it is asked for.

    def __init__(self, make):
        self._make = make

    def __get__(self, obj, cls=None):
        return self._make()


class _Ordered:
    # What compares by its _key().

    def __eq__(self, other):
        return self._key() == other._key() if self._is_like(other) else NotImplemented

    def __lt__(self, other):
        return self._order(other, 0)

    def __le__(self, other):
        return self._order(other, 1)

    def __gt__(self, other):
        return self._order(other, 2)

    def __ge__(self, other):
        return self._order(other, 3)

    def __hash__(self):
        return hash(self._key())

    def _order(self, other, op):
        if not self._is_like(other):
            return NotImplemented
        a = self._key()
        b = other._key()
        return _compare(a, b, op)

    def _is_like(self, other):
        return isinstance(other, type(self)) or isinstance(self, type(other))


class timedelta(_Ordered):
    resolution = _Made(lambda: _delta(1))
    min = _Made(lambda: timedelta(-999999999))
    max = _Made(lambda: timedelta(999999999, 86399, 999999))

    def __init__(self, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
        total = 0
        for amount, unit in ((days, 86400000000), (seconds, 1000000), (microseconds, 1), (milliseconds, 1000), (minutes, 60000000), (hours, 3600000000), (weeks, 604800000000)):
            total += amount * unit if isinstance(amount, int) else round(amount * unit)
        if not -86399999913600000000 <= total < 86400000000000000000:
            raise OverflowError('days=' + str(total // 86400000000) + '; must have magnitude <= 999999999')
        self._us = total

    def _key(self):
        return self._us

    @property
    def days(self):
        return self._us // 86400000000

    @property
    def seconds(self):
        return self._us // 1000000 % 86400

    @property
    def microseconds(self):
        return self._us % 1000000

    def total_seconds(self):
        return self._us / 1000000

    def __repr__(self):
        parts = [name + '=' + str(n) for name, n in (('days', self.days), ('seconds', self.seconds), ('microseconds', self.microseconds)) if n]
        return 'datetime.timedelta(' + (', '.join(parts) or '0') + ')'

    def __str__(self):
        days = self.days
        seconds = self.seconds
        text = str(seconds // 3600) + ':' + _two(seconds // 60 % 60) + ':' + _two(seconds % 60)
        if self.microseconds:
            text += '.' + str(self.microseconds).rjust(6, '0')
        return str(days) + (' day, ' if abs(days) == 1 else ' days, ') + text if days else text

    def __add__(self, other):
        return _delta(self._us + other._us) if isinstance(other, timedelta) else NotImplemented

    def __sub__(self, other):
        return _delta(self._us - other._us) if isinstance(other, timedelta) else NotImplemented

    def __mul__(self, n):
        return _delta(self._us * n if isinstance(n, int) else round(self._us * n)) if isinstance(n, (int, float)) else NotImplemented

    __rmul__ = __mul__

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            return self._us / other._us
        if isinstance(other, int):
            return _delta(_divided(self._us, other))
        return _delta(round(self._us / other)) if isinstance(other, float) else NotImplemented

    def __floordiv__(self, other):
        if isinstance(other, timedelta):
            return self._us // other._us
        return _delta(self._us // other) if isinstance(other, int) else NotImplemented

    def __mod__(self, other):
        return _delta(self._us % other._us) if isinstance(other, timedelta) else NotImplemented

    def __divmod__(self, other):
        return self // other, self % other

    def __neg__(self):
        return _delta(-self._us)

    def __pos__(self):
        return self

    def __abs__(self):
        return _delta(abs(self._us))

    def __bool__(self):
        return self._us != 0


def _delta(us):
    return timedelta(0, 0, us)


def _divided(a, b):
    # The nearest integer, of two as near the even one.
    if b < 0:
        a = -a
        b = -b
    q, r = divmod(a, b)
    return q + 1 if 2 * r > b or 2 * r == b and q % 2 else q


class tzinfo:
    pass


class timezone(tzinfo):
    utc = _Made(lambda: UTC)

    def __init__(self, offset, name=None):
        if not -86400000000 < offset._us < 86400000000:
            raise ValueError('offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not ' + repr(offset) + '.')
        self._offset = offset
        self._name = name

    def utcoffset(self, dt):
        return self._offset

    def dst(self, dt):
        return None

    def tzname(self, dt):
        if self._name is not None:
            return self._name
        return 'UTC' + (_offset_text(self._offset, ':') if self._offset else '')

    def __str__(self):
        return self.tzname(None)

    def __repr__(self):
        if self._name is None and not self._offset:
            return 'datetime.timezone.utc'
        return 'datetime.timezone(' + repr(self._offset) + ('' if self._name is None else ', ' + repr(self._name)) + ')'

    def __eq__(self, other):
        return self._offset == other._offset if isinstance(other, timezone) else NotImplemented

    def __hash__(self):
        return hash(self._offset)


UTC = timezone(timedelta(0))


def _offset_text(offset, colon):
    if offset is None:
        return ''
    us = abs(offset._us)
    text = ('-' if offset._us < 0 else '+') + _two(us // 3600000000) + colon + _two(us // 60000000 % 60)
    return text + (colon + _two(us // 1000000 % 60) if us % 60000000 else '')


class date(_Ordered):
    min = _Made(lambda: date(1, 1, 1))
    max = _Made(lambda: date(9999, 12, 31))

    def __init__(self, year, month, day):
        _check_date(year, month, day)
        self.year = year
        self.month = month
        self.day = day

    @classmethod
    def fromordinal(cls, n):
        return cls(*_from_ordinal(n))

    @classmethod
    def fromtimestamp(cls, timestamp):
        return cls.fromordinal(719163 + int(timestamp // 86400))

    @classmethod
    def today(cls):
        return cls.fromtimestamp(_clocks.time())

    @classmethod
    def fromisoformat(cls, text):
        return cls(*_parse_date(text, text))

    def _key(self):
        return (self.year, self.month, self.day)

    def _is_like(self, other):
        return isinstance(other, date) and not isinstance(other, datetime)

    def toordinal(self):
        return _to_ordinal(self.year, self.month, self.day)

    def weekday(self):
        return (self.toordinal() + 6) % 7

    def isoweekday(self):
        return self.toordinal() % 7 or 7

    def isocalendar(self):
        # The week of a day is the one of its Thursday.
        thursday = self.toordinal() - self.weekday() + 3
        year = _from_ordinal(thursday)[0]
        return (year, (thursday - _to_ordinal(year, 1, 1)) // 7 + 1, self.weekday() + 1)

    def replace(self, year=None, month=None, day=None):
        return type(self)(year or self.year, month or self.month, day or self.day)

    def timetuple(self):
        return (self.year, self.month, self.day, 0, 0, 0, self.weekday(), self.toordinal() - _to_ordinal(self.year, 1, 1) + 1, -1)

    def isoformat(self):
        return str(self.year).rjust(4, '0') + '-' + _two(self.month) + '-' + _two(self.day)

    def __str__(self):
        return self.isoformat()

    def __repr__(self):
        return 'datetime.date(' + ', '.join([str(n) for n in (self.year, self.month, self.day)]) + ')'

    def ctime(self):
        return self.strftime('%a %b ') + str(self.day).rjust(2) + self.strftime(' %H:%M:%S %Y')

    def strftime(self, format):
        return _format(self, format)

    def __format__(self, spec):
        return self.strftime(spec) if spec else str(self)

    def __add__(self, other):
        return type(self).fromordinal(self.toordinal() + other.days) if isinstance(other, timedelta) else NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return type(self).fromordinal(self.toordinal() - other.days)
        return timedelta(self.toordinal() - other.toordinal()) if isinstance(other, date) else NotImplemented


def _check_date(year, month, day):
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError('year ' + str(year) + ' is out of range')
    if not 1 <= month <= 12:
        raise ValueError('month must be in 1..12')
    if not 1 <= day <= _month_days(year, month):
        raise ValueError('day is out of range for month')


def _parse_date(text, whole):
    if len(text) == 10 and text[4] == text[7] == '-' and (text[:4] + text[5:7] + text[8:]).isdecimal():
        return int(text[:4]), int(text[5:7]), int(text[8:])
    if len(text) == 8 and text.isdecimal():
        return int(text[:4]), int(text[4:6]), int(text[6:])
    raise ValueError('Invalid isoformat string: ' + repr(whole))


class time(_Ordered):
    min = _Made(lambda: time())
    max = _Made(lambda: time(23, 59, 59, 999999))

    def __init__(self, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        _check_time(hour, minute, second, microsecond)
        self.hour = hour
        self.minute = minute
        self.second = second
        self.microsecond = microsecond
        self.tzinfo = tzinfo
        self.fold = fold

    @classmethod
    def fromisoformat(cls, text):
        return cls(*_parse_time(text, text))

    def _key(self):
        offset = self.utcoffset()
        return _time_of(self) - (0 if offset is None else offset._us)

    def utcoffset(self):
        return None if self.tzinfo is None else self.tzinfo.utcoffset(None)

    def replace(self, hour=None, minute=None, second=None, microsecond=None, tzinfo=True):
        return type(self)(*_replaced(self, hour, minute, second, microsecond), self.tzinfo if tzinfo is True else tzinfo)

    def isoformat(self, timespec='auto'):
        return _time_text(self, timespec) + _offset_text(self.utcoffset(), ':')

    def __str__(self):
        return self.isoformat()

    def __repr__(self):
        return 'datetime.time(' + _shown([self.hour, self.minute], self) + ')'

    def strftime(self, format):
        return _format(self, format)

    def __format__(self, spec):
        return self.strftime(spec) if spec else str(self)


def _check_time(hour, minute, second, microsecond):
    for name, value, most in (('hour', hour, 23), ('minute', minute, 59), ('second', second, 59), ('microsecond', microsecond, 999999)):
        if not 0 <= value <= most:
            raise ValueError(name + ' must be in 0..' + str(most))


def _time_of(t):
    return ((t.hour * 60 + t.minute) * 60 + t.second) * 1000000 + t.microsecond


def _replaced(t, hour, minute, second, microsecond):
    return (
        t.hour if hour is None else hour,
        t.minute if minute is None else minute,
        t.second if second is None else second,
        t.microsecond if microsecond is None else microsecond,
    )


def _shown(numbers, t):
    # Seconds and microseconds are shown where they are not zero.
    if t.second or t.microsecond:
        numbers.append(t.second)
    if t.microsecond:
        numbers.append(t.microsecond)
    return ', '.join([str(n) for n in numbers]) + ('' if t.tzinfo is None else ', tzinfo=' + repr(t.tzinfo))


def _time_text(t, timespec):
    if timespec == 'auto':
        timespec = 'microseconds' if t.microsecond else 'seconds'
    kinds = ('hours', 'minutes', 'seconds', 'milliseconds', 'microseconds')
    if timespec not in kinds:
        raise ValueError('Unknown timespec value')
    kind = kinds.index(timespec)
    text = _two(t.hour)
    for value in (t.minute, t.second)[:kind]:
        text += ':' + _two(value)
    digits = str(t.microsecond).rjust(6, '0')
    return text + ('' if kind < 3 else '.' + (digits if kind == 4 else digits[:3]))


def _parse_time(text, whole):
    zone = None
    for sign in 'Z+-':
        at = text.find(sign)
        if at > 0:
            zone = UTC
            if sign != 'Z':
                hours, minutes, seconds, us, _ = _parse_time(text[at + 1:], whole)
                us = ((hours * 60 + minutes) * 60 + seconds) * 1000000 + us
                zone = timezone(_delta(-us if sign == '-' else us)) if us else UTC
            text = text[:at]
            break
    text, dot, fraction = text.replace(',', '.').partition('.')
    parts = text.split(':') if ':' in text else [text[i:i + 2] for i in range(0, len(text), 2)]
    for part in parts:
        if len(part) != 2 or not part.isdecimal() or len(parts) > 3 or dot and not fraction.isdecimal():
            raise ValueError('Invalid isoformat string: ' + repr(whole))
    numbers = [int(part) for part in parts] + [0, 0]
    return numbers[0], numbers[1], numbers[2], int((fraction + '000000')[:6]), zone


class datetime(date):
    min = _Made(lambda: datetime(1, 1, 1))
    max = _Made(lambda: datetime(9999, 12, 31, 23, 59, 59, 999999))

    def __init__(self, year, month, day, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        date.__init__(self, year, month, day)
        _check_time(hour, minute, second, microsecond)
        self.hour = hour
        self.minute = minute
        self.second = second
        self.microsecond = microsecond
        self.tzinfo = tzinfo
        self.fold = fold

    @classmethod
    def _of(cls, us, tz=None):
        days, us = divmod(us, 86400000000)
        return cls(*_from_ordinal(days), us // 3600000000, us // 60000000 % 60, us // 1000000 % 60, us % 1000000, tz)

    @classmethod
    def fromordinal(cls, n):
        return cls(*_from_ordinal(n))

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        us = round(timestamp * 1000000) + 62135683200000000
        return cls._of(us) if tz is None else cls._of(us + tz.utcoffset(None)._us, tz)

    @classmethod
    def utcfromtimestamp(cls, timestamp):
        return cls.fromtimestamp(timestamp)

    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(_clocks.time(), tz)

    @classmethod
    def utcnow(cls):
        return cls.now()

    today = utcnow

    @classmethod
    def combine(cls, date, time, tzinfo=True):
        return cls(date.year, date.month, date.day, *_replaced(time, None, None, None, None), time.tzinfo if tzinfo is True else tzinfo)

    @classmethod
    def fromisoformat(cls, text):
        at = 10 if text[4:5] == '-' else 8
        return cls(*_parse_date(text[:at], text), *(_parse_time(text[at + 1:], text) if len(text) > at else ()))

    @classmethod
    def strptime(cls, text, format):
        return _parse(cls, text, format)

    def _total(self):
        return self.toordinal() * 86400000000 + _time_of(self)

    def _key(self):
        offset = self.utcoffset()
        return self._total() - (0 if offset is None else offset._us)

    def _is_like(self, other):
        return isinstance(other, datetime)

    def _order(self, other, op):
        if isinstance(other, datetime) and (self.tzinfo is None) != (other.tzinfo is None):
            raise TypeError("can't compare offset-naive and offset-aware datetimes")
        return date._order(self, other, op)

    def __eq__(self, other):
        if not isinstance(other, datetime):
            return NotImplemented
        return (self.tzinfo is None) == (other.tzinfo is None) and self._key() == other._key()

    def __hash__(self):
        return hash(self._key())

    def utcoffset(self):
        return None if self.tzinfo is None else self.tzinfo.utcoffset(self)

    def tzname(self):
        return None if self.tzinfo is None else self.tzinfo.tzname(self)

    def date(self):
        return date(self.year, self.month, self.day)

    def time(self):
        return time(self.hour, self.minute, self.second, self.microsecond)

    def timetz(self):
        return time(self.hour, self.minute, self.second, self.microsecond, self.tzinfo)

    def timestamp(self):
        return (self._key() - 62135683200000000) / 1000000

    def timetuple(self):
        days = date.timetuple(self)
        return days[:3] + (self.hour, self.minute, self.second) + days[6:]

    def astimezone(self, tz=None):
        tz = UTC if tz is None else tz
        return type(self)._of(self._key() + tz.utcoffset(None)._us, tz)

    def replace(self, year=None, month=None, day=None, hour=None, minute=None, second=None, microsecond=None, tzinfo=True):
        zone = self.tzinfo if tzinfo is True else tzinfo
        return type(self)(year or self.year, month or self.month, day or self.day, *_replaced(self, hour, minute, second, microsecond), zone)

    def isoformat(self, sep='T', timespec='auto'):
        return date.isoformat(self) + sep + _time_text(self, timespec) + _offset_text(self.utcoffset(), ':')

    def __str__(self):
        return self.isoformat(' ')

    def __repr__(self):
        return 'datetime.datetime(' + _shown([self.year, self.month, self.day, self.hour, self.minute], self) + ')'

    def __add__(self, other):
        return type(self)._of(self._total() + other._us, self.tzinfo) if isinstance(other, timedelta) else NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return type(self)._of(self._total() - other._us, self.tzinfo)
        if not isinstance(other, datetime):
            return NotImplemented
        if (self.tzinfo is None) != (other.tzinfo is None):
            raise TypeError("can't subtract offset-naive and offset-aware datetimes")
        return _delta(self._key() - other._key())


def _format(d, format):
    parts = format.split('%')
    out = [parts[0]]
    i = 1
    while i < len(parts):
        part = parts[i]
        if part == '' and i + 1 < len(parts):
            out.append('%' + parts[i + 1])
            i += 2
            continue
        out.append(_field(d, part[:1]) + part[1:])
        i += 1
    return ''.join(out)


def _field(d, c):
    hour = getattr(d, 'hour', 0)
    if c == 'Y':
        return str(d.year)
    if c in 'aAwuj':
        day = d.weekday()
        if c == 'j':
            return str(d.toordinal() - _to_ordinal(d.year, 1, 1) + 1).rjust(3, '0')
        return _LONG_DAYS[day] if c == 'A' else _DAYS[4 * day:4 * day + 3] if c == 'a' else str((day + 1) % 7 if c == 'w' else day + 1)
    if c == 'b' or c == 'h':
        return _MONTHS[4 * d.month - 4:4 * d.month - 1]
    if c == 'B':
        return _LONG_MONTHS[d.month - 1]
    if c == 'p':
        return 'AM' if hour < 12 else 'PM'
    if c == 'f':
        return str(getattr(d, 'microsecond', 0)).rjust(6, '0')
    if c == 'z':
        return _offset_text(d.utcoffset(), '') if hasattr(d, 'utcoffset') else ''
    if c == 'Z':
        return (d.tzname() or '') if hasattr(d, 'tzname') else ''
    whole = {'F': '%Y-%m-%d', 'T': '%H:%M:%S', 'X': '%H:%M:%S', 'R': '%H:%M', 'D': '%m/%d/%y', 'x': '%m/%d/%y', 'c': '%a %b %e %H:%M:%S %Y'}.get(c)
    if whole is not None:
        return _format(d, whole)
    if c == 'e':
        return str(d.day).rjust(2)
    n = (
        d.month if c == 'm' else d.day if c == 'd' else d.year % 100 if c == 'y' else hour if c == 'H' else (hour + 11) % 12 + 1 if c == 'I'
        else getattr(d, 'minute', 0) if c == 'M' else getattr(d, 'second', 0) if c == 'S' else None
    )
    return '%' + c if n is None else _two(n)


def _parse(cls, text, format):
    values = {'Y': 1900, 'm': 1, 'd': 1, 'H': 0, 'M': 0, 'S': 0, 'f': 0}
    zone = half = None
    at = i = 0
    while i < len(format):
        c = format[i]
        i += 1
        if c == ' ':
            while text[at:at + 1].isspace():
                at += 1
            continue
        if c != '%':
            if text[at:at + 1] != c:
                raise _mismatch(text, format)
            at += 1
            continue
        c = format[i:i + 1]
        i += 1
        end = at
        most = 4 if c == 'Y' else 6 if c == 'f' else 3 if c == 'j' else 2
        if c in 'YmdHMSfyIj':
            while end < len(text) and end < at + most and text[end].isdecimal():
                end += 1
            if end == at or c == 'Y' and end < at + 4:
                raise _mismatch(text, format)
            values[c] = int((text[at:end] + '00000')[:6]) if c == 'f' else int(text[at:end])
        elif c in 'bBaA':
            names = _LONG_MONTHS if c in 'bB' else _LONG_DAYS
            for n in range(len(names)):
                name = names[n] if c in 'BA' else names[n][:3]
                if text[at:at + len(name)].lower() == name.lower():
                    end = at + len(name)
                    if c in 'bB':
                        values['m'] = n + 1
                    break
            else:
                raise _mismatch(text, format)
        elif c == 'p':
            end = at + 2
            half = text[at:end].upper()
            if half not in ('AM', 'PM'):
                raise _mismatch(text, format)
        elif c == 'z':
            end = at + 1
            while end < len(text) and text[end] in ':.0123456789':
                end += 1
            zone = _parse_time('00' + (text[at:end] if text[at:at + 1] != 'Z' else 'Z'), text)[4]
        elif c == '%' and text[at:at + 1] == '%':
            end = at + 1
        else:
            raise ValueError(repr(c) + ' is a bad directive in format ' + repr(format))
        at = end
    if at < len(text):
        raise ValueError('unconverted data remains: ' + text[at:])
    if 'y' in values:
        values['Y'] = values['y'] + (1900 if values['y'] > 68 else 2000)
    if 'I' in values:
        values['H'] = values['I'] % 12 + (12 if half == 'PM' else 0)
    if 'j' in values:
        values['Y'], values['m'], values['d'] = _from_ordinal(_to_ordinal(values['Y'], 1, 1) + values['j'] - 1)
    return cls(values['Y'], values['m'], values['d'], values['H'], values['M'], values['S'], values['f'], zone)


def _mismatch(text, format):
    return ValueError('time data ' + repr(text) + ' does not match format ' + repr(format))
