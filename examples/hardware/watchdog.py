# A watchdog that restarts the board when the program hangs: here it does, at the fourth round.
import time
from machine import WDT

watchdog = WDT(timeout=1000)
for i in range(10):
    watchdog.feed()
    print("round", i)
    time.sleep_ms(500 if i < 3 else 5000)
