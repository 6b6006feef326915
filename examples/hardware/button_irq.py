# A button that calls a function when it is pressed; the program itself sleeps.
import time
from machine import Pin

led = Pin(2, Pin.OUT)
presses = 0


def pressed(pin):
    global presses
    presses += 1
    led.toggle()
    print("press", presses, "at", time.ticks_ms(), "ms")


button = Pin(0, Pin.IN, Pin.PULL_UP)
button.irq(handler=pressed, trigger=Pin.IRQ_FALLING)
time.sleep(3)
print("after 3 s:", presses, "presses")
