# time: strftime
import time

for seconds in (1e9, 1704067200, 1735603199):
    print(time.strftime('%a %A %b %B %c|%d %e %H %I %j %m %M %p %S|%U %W %w %u|%x %X %y %Y %z %% %D %F %T %R %C', time.gmtime(seconds)))  # expect: Sun Sunday Sep September Sun Sep  9 01:46:40 2001|09  9 01 01 252 09 46 AM 40|36 36 0 7|09/09/01 01:46:40 01 2001 +0000 % 09/09/01 2001-09-09 01:46:40 01:46 20
# expect: Mon Monday Jan January Mon Jan  1 00:00:00 2024|01  1 00 12 001 01 00 AM 00|00 01 1 1|01/01/24 00:00:00 24 2024 +0000 % 01/01/24 2024-01-01 00:00:00 00:00 20
# expect: Mon Monday Dec December Mon Dec 30 23:59:59 2024|30 30 23 11 365 12 59 PM 59|52 53 1 1|12/30/24 23:59:59 24 2024 +0000 % 12/30/24 2024-12-30 23:59:59 23:59 20
