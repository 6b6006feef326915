# A point of light that runs along a strip.
import time
from machine import Pin
from neopixel import NeoPixel

strip = NeoPixel(Pin(15, Pin.OUT), 4)
for i in range(5):
    strip.fill((0, 0, 0))
    strip[i % 4] = (40, 0, 10)
    strip.write()
    time.sleep_ms(50)
print(strip[0], len(strip))
