# A lamp that grows brighter and dims again.
import time
from machine import PWM, Pin

lamp = PWM(Pin(13), freq=500, duty=0)
for step in (256, 512, 1023, 512, 0):
    lamp.duty(step)
    time.sleep_ms(100)
lamp.deinit()
