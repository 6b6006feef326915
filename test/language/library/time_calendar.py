# time: dates
import time

for seconds in (0, 951782400, 1e9, 1700000000.7, -1, -86400 * 366, 4102444800):
    t = time.gmtime(seconds)
    print(tuple(t), time.asctime(t), time.mktime(t) == seconds // 1, t.tm_year, t.tm_yday, t[3:5])  # expect: (1970, 1, 1, 0, 0, 0, 3, 1, 0) Thu Jan  1 00:00:00 1970 True 1970 1 (0, 0)
# expect: (2000, 2, 29, 0, 0, 0, 1, 60, 0) Tue Feb 29 00:00:00 2000 True 2000 60 (0, 0)
# expect: (2001, 9, 9, 1, 46, 40, 6, 252, 0) Sun Sep  9 01:46:40 2001 True 2001 252 (1, 46)
# expect: (2023, 11, 14, 22, 13, 20, 1, 318, 0) Tue Nov 14 22:13:20 2023 True 2023 318 (22, 13)
# expect: (1969, 12, 31, 23, 59, 59, 2, 365, 0) Wed Dec 31 23:59:59 1969 True 1969 365 (23, 59)
# expect: (1968, 12, 31, 0, 0, 0, 1, 366, 0) Tue Dec 31 00:00:00 1968 True 1968 366 (0, 0)
# expect: (2100, 1, 1, 0, 0, 0, 4, 1, 0) Fri Jan  1 00:00:00 2100 True 2100 1 (0, 0)
print(time.gmtime(0), time.gmtime(0) == (1970, 1, 1, 0, 0, 0, 3, 1, 0), len(time.localtime()))  # expect: time.struct_time(tm_year=1970, tm_mon=1, tm_mday=1, tm_hour=0, tm_min=0, tm_sec=0, tm_wday=3, tm_yday=1, tm_isdst=0) True 9
print(time.mktime((2024, 13, 32, 25, 61, 61, 0, 0, 0)), time.ctime(0), time.time() > 0)  # expect: 1738461721.0 Thu Jan  1 00:00:00 1970 True
try:
    time.gmtime(0).other
except AttributeError as e:
    print(e)  # expect: 'time.struct_time' object has no attribute 'other'
