# The same button without a handler: its edges are events of the program, as messages are.
from machine import Pin
from nanopy import events

button = Pin(0, Pin.IN, Pin.PULL_UP)
button.irq(trigger=Pin.IRQ_FALLING | Pin.IRQ_RISING)
for event in events(timeout=1):
    print(event.kind, event.source, event.value)
