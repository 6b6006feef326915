"""A thermostat: a room cools, a heater warms it, a controller with hysteresis switches the heater.

It has what a function on a board has: a long-running loop, state in an object and in a generator, floats.
Stop it anywhere (nanopy run --suspend-after N, or on a board nanopy suspend) and it goes on elsewhere (nanopy resume, nanopy migrate).
"""
import time


def weather(low, high):
    """The temperature outside: rises and falls by half a degree an hour, for ever."""
    degrees = low
    step = 0.5
    while True:
        yield degrees
        degrees += step
        if degrees >= high or degrees <= low:
            step = -step


class Thermostat:
    def __init__(self, target, hysteresis=0.75):
        self.target = target
        self.hysteresis = hysteresis
        self.heating = False
        self.switches = 0

    def update(self, temperature):
        wanted = self.heating
        if temperature < self.target - self.hysteresis:
            wanted = True
        elif temperature > self.target + self.hysteresis:
            wanted = False
        if wanted != self.heating:
            self.heating = wanted
            self.switches += 1
        return self.heating


def simulate(hours):
    room = 16.0
    energy = 0.0
    outside = weather(-4.0, 9.0)
    thermostat = Thermostat(20.5)
    for hour in range(hours):
        cold = next(outside)
        for minute in range(0, 60, 10):
            power = 2.5 if thermostat.update(room) else 0.0
            room += (cold - room) * 0.012 + power * 0.32
            energy += power / 6
        if hour % 6 == 0:
            state = "on" if thermostat.heating else "off"
            print(f"{hour:4d} h  outside {cold:5.1f}  room {room:5.2f}  heater {state}")
        time.sleep(0.03)  # an hour goes by fast in a demonstration
    return energy, thermostat.switches


used, switched = simulate(96)
print("energy", round(used, 3), "kWh, switched", switched, "times")
