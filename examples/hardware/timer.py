# Two timers: one that repeats, one that ends it.
import time
from machine import Pin, Timer

led = Pin(2, Pin.OUT)
ticks = 0


def tick(timer):
    global ticks
    ticks += 1
    led.toggle()


blinker = Timer(-1)
blinker.init(period=200, mode=Timer.PERIODIC, callback=tick)
stopper = Timer(-1)
stopper.init(period=1100, mode=Timer.ONE_SHOT, callback=lambda timer: blinker.deinit())
time.sleep(2)
print(ticks, "ticks in", time.ticks_ms() // 100 / 10, "s")
