"""Two tasks share a board: one blinks, the other measures and raises an alarm. A third waits for the alarm.

All three wait most of the time, each for something else, and the whole can be stopped in the midst of it
(nanopy run --suspend-after N, or on a board nanopy suspend), moved, and goes on elsewhere (nanopy resume, nanopy migrate).
"""
import asyncio


async def blink(times):
    for i in range(times):
        print("led", "on" if i % 2 == 0 else "off")
        await asyncio.sleep(0.2)


async def measure(alarm, limit):
    level = 10.0
    while True:
        level += (30.0 - level) * 0.25
        print(f"level {level:.2f}")
        if level > limit:
            alarm.set()
            return level
        await asyncio.sleep(0.46)


async def watch(alarm):
    await alarm.wait()
    print("alarm")


async def main():
    alarm = asyncio.Event()
    blinking = asyncio.create_task(blink(20))
    level, _ = await asyncio.gather(measure(alarm, 21.0), watch(alarm))
    print(f"measured {level:.2f}")
    try:
        await asyncio.wait_for(blinking, 0.02)
    except TimeoutError:
        print("no more blinking")


asyncio.run(main())
