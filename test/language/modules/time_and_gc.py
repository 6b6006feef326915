# time, gc, micropython and the names that MicroPython has for them
# differs: modules of MicroPython
import gc
import time
import utime
from micropython import const
from time import sleep_ms, ticks_add, ticks_diff, ticks_ms

RATE = const(5)
print(RATE, const("text"), utime is time, utime.__name__)  # expect: 5 text True time
start = ticks_ms()
sleep_ms(1)
time.sleep_us(10)
time.sleep(0.001)
print(ticks_diff(ticks_ms(), start) >= 2, ticks_diff(ticks_add(start, 5), start))  # expect: True 5
print(ticks_diff(3, ticks_add(0, -2)), ticks_add(0x3FFFFFFF, 2))  # expect: 5 1
before = time.monotonic_ns()
print(time.monotonic() >= 0, time.perf_counter_ns() >= before, time.time_ns() > 0, time.process_time() > 0)  # expect: True True True True
try:
    time.sleep(-1)
except ValueError as e:
    print(e)  # expect: sleep length must be non-negative
print(gc.isenabled())  # expect: True
gc.disable()
print(gc.isenabled(), gc.collect())  # expect: False 0
gc.enable()
print(gc.isenabled(), gc.mem_free() > 0, gc.mem_alloc() > 0)  # expect: True True True
print(gc.threshold(1), gc.threshold(), gc.threshold(-1), gc.threshold())  # expect: None 0 None -1


def clocks():
    from time import ticks_us as now
    import time as clock
    return now() - clock.ticks_us() <= 0


print(clocks())  # expect: True
time.sleep = lambda seconds: print("slept", seconds)
time.sleep(4)  # expect: slept 4
try:
    import machine_that_is_not
except ImportError as e:
    print(e)  # expect: No module named 'machine_that_is_not'
