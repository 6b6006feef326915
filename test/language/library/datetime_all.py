# datetime
from datetime import date, datetime, time, timedelta, timezone

d = date(2024, 2, 29)
print(d, repr(d), d.year, d.weekday(), d.isoweekday(), d.isocalendar()[1], d.toordinal(), d + timedelta(days=1), d - timedelta(366), d - date(2023, 2, 28), d.replace(year=2023, day=1), date.fromordinal(738945), date.fromisoformat('2020-12-31'))  # expect: 2024-02-29 datetime.date(2024, 2, 29) 2024 3 4 9 738945 2024-03-01 2023-02-28 366 days, 0:00:00 2023-02-01 2024-02-29 2020-12-31
print(d.strftime('%Y-%m-%d %a %A %b %B %j %y %% %d/%m'), f'{d:%d.%m.%Y}', f'{d}', d.timetuple()[:3], d < date(2024, 3, 1), d == date(2024, 2, 29), date.min, date.max, {d: 1}[date(2024, 2, 29)])  # expect: 2024-02-29 Thu Thursday Feb February 060 24 % 29/02 29.02.2024 2024-02-29 (2024, 2, 29) True True 0001-01-01 9999-12-31 1
for days in (1, 31, 59, 60, 365, 366, 1461, 36524, 36525, 146097, 719163, 738000, 3652059):
    x = date.fromordinal(days)
    print(x, x.toordinal() == days, end=' ')  # expect-json: "0001-01-01 True 0001-01-31 True 0001-02-28 True 0001-03-01 True 0001-12-31 True 0002-01-01 True 0004-12-31 True 0100-12-31 True 0101-01-01 True 0400-12-31 True 1970-01-01 True 2021-07-29 True 9999-12-31 True "
print()
t = timedelta(days=1, hours=2, minutes=3, seconds=4, milliseconds=5, microseconds=6)
print(t, repr(t), t.days, t.seconds, t.microseconds, t.total_seconds(), t * 2, t / 2, t // 3, -t, abs(-t), t + t == 2 * t, timedelta(0), repr(timedelta(0)), bool(timedelta()), timedelta(hours=-1), timedelta(seconds=1.5), timedelta(weeks=1) / timedelta(days=2), timedelta(1) > timedelta(0), divmod(timedelta(days=1), timedelta(hours=7)))  # expect: 1 day, 2:03:04.005006 datetime.timedelta(days=1, seconds=7384, microseconds=5006) 1 7384 5006 93784.005006 2 days, 4:06:08.010012 13:01:32.002503 8:41:01.335002 -2 days, 21:56:55.994994 1 day, 2:03:04.005006 True 0:00:00 datetime.timedelta(0) False -1 day, 23:00:00 0:00:01.500000 3.5 True (3, datetime.timedelta(seconds=10800))
n = datetime(2024, 3, 10, 14, 5, 9, 123456)
print(n, repr(n), n.isoformat(), n.date(), n.time(), n.isoformat(timespec='minutes'), n.isoformat(' ', 'milliseconds'), n.replace(microsecond=0), repr(n.replace(second=0, microsecond=0)))  # expect: 2024-03-10 14:05:09.123456 datetime.datetime(2024, 3, 10, 14, 5, 9, 123456) 2024-03-10T14:05:09.123456 2024-03-10 14:05:09.123456 2024-03-10T14:05 2024-03-10 14:05:09.123 2024-03-10 14:05:09 datetime.datetime(2024, 3, 10, 14, 5)
print(n + timedelta(hours=12), n - timedelta(days=70), n - datetime(2024, 1, 1), n.strftime('%H:%M:%S.%f %I %p'), n.ctime(), n > datetime(2024, 3, 10), n == n.replace(), n.timetuple()[3:6], datetime.combine(d, time(1, 2)))  # expect: 2024-03-11 02:05:09.123456 2023-12-31 14:05:09.123456 69 days, 14:05:09.123456 14:05:09.123456 02 PM Sun Mar 10 14:05:09 2024 True True (14, 5, 9) 2024-02-29 01:02:00
print(datetime.fromisoformat('2024-03-10T14:05:09'), datetime.fromisoformat('2024-03-10 14:05:09.5+02:00'), datetime.fromisoformat('2024-03-10'), datetime.fromisoformat('20240310T140509Z'), repr(time.fromisoformat('04:05')))  # expect: 2024-03-10 14:05:09 2024-03-10 14:05:09.500000+02:00 2024-03-10 00:00:00 2024-03-10 14:05:09+00:00 datetime.time(4, 5)
print(datetime.strptime('21/11/06 16:30', '%d/%m/%y %H:%M'), datetime.strptime('Mar 5 2021 04:07PM', '%b %d %Y %I:%M%p'), datetime.strptime('2021-02-03T04:05:06.7+0130', '%Y-%m-%dT%H:%M:%S.%f%z'))  # expect: 2006-11-21 16:30:00 2021-03-05 16:07:00 2021-02-03 04:05:06.700000+01:30
u = datetime(2020, 1, 1, tzinfo=timezone.utc)
e = timezone(timedelta(hours=5, minutes=30))
print(u, repr(u), u.timestamp(), u.astimezone(e), u.astimezone(e) == u, e, repr(e), u.tzname(), datetime.fromtimestamp(86400 * 365, timezone.utc), timezone(timedelta(hours=-3), 'ART').tzname(None), u.strftime('%z %Z'))  # expect: 2020-01-01 00:00:00+00:00 datetime.datetime(2020, 1, 1, 0, 0, tzinfo=datetime.timezone.utc) 1577836800.0 2020-01-01 05:30:00+05:30 True UTC+05:30 datetime.timezone(datetime.timedelta(seconds=19800)) UTC 1971-01-01 00:00:00+00:00 ART +0000 UTC
print(time(1, 2, 3), repr(time(1, 2)), time(1) < time(2), time(12, 30).strftime('%H-%M'), time.max, time(1, 2, 3, 4).isoformat(), time(5).replace(minute=7), datetime.min, datetime.max)  # expect: 01:02:03 datetime.time(1, 2) True 12-30 23:59:59.999999 01:02:03.000004 05:07:00 0001-01-01 00:00:00 9999-12-31 23:59:59.999999
for bad in (lambda: date(2023, 2, 29), lambda: date(0, 1, 1), lambda: date(2000, 13, 1), lambda: datetime(2000, 1, 1, 24), lambda: u < n, lambda: u - n, lambda: date.fromisoformat('2020-1-1'), lambda: datetime.strptime('x', '%Y'), lambda: datetime.strptime('2020 z', '%Y')):
    try:
        bad()
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)  # expect: ValueError day is out of range for month
# expect: ValueError year 0 is out of range
# expect: ValueError month must be in 1..12
# expect: ValueError hour must be in 0..23
# expect: TypeError can't compare offset-naive and offset-aware datetimes
# expect: TypeError can't subtract offset-naive and offset-aware datetimes
# expect: ValueError Invalid isoformat string: '2020-1-1'
# expect: ValueError time data 'x' does not match format '%Y'
# expect: ValueError unconverted data remains:  z
for bad in (lambda: d < 3, lambda: n + 1, lambda: time(1) + time(2), lambda: d + d):
    try:
        bad()
    except TypeError:
        print('TypeError')  # expect: TypeError
# expect: TypeError
# expect: TypeError
# expect: TypeError
