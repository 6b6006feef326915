# An LED that blinks, by a loop that sleeps.
import time
from machine import Pin

led = Pin(2, Pin.OUT)
for i in range(4):
    led.on()
    time.sleep_ms(250)
    led.off()
    time.sleep_ms(250)
