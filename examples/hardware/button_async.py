# Two tasks: one blinks a lamp, the other waits for a button, which sets a flag between any two instructions.
import asyncio
import time
from machine import Pin

led = Pin(2, Pin.OUT)
button = Pin(0, Pin.IN, Pin.PULL_UP)
pressed = asyncio.ThreadSafeFlag()
button.irq(handler=lambda pin: pressed.set(), trigger=Pin.IRQ_FALLING)


async def blink():
    while True:
        led.toggle()
        await asyncio.sleep(0.4)


async def count(presses):
    for i in range(presses):
        await pressed.wait()
        print("press", i + 1, "at about", time.ticks_ms() // 100 / 10, "s")


async def main():
    blinking = asyncio.create_task(blink())
    await asyncio.wait_for(count(3), 5)
    blinking.cancel()
    try:
        await asyncio.wait_for(pressed.wait(), 0.5)
    except asyncio.TimeoutError:
        print("no press for half a second")


asyncio.run(main())
led.value(0)
