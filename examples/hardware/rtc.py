# The time of day: read, set, and kept while the program sleeps.
import time
from machine import RTC

rtc = RTC()
print(rtc.datetime()[:7])
rtc.datetime((2028, 2, 28, 0, 23, 59, 58, 0))
time.sleep(2)
year, month, day, weekday, hours, minutes, seconds, microseconds = rtc.datetime()
print(year, month, day, hours, minutes, seconds)
