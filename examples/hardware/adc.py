# A light sensor on the ADC: the lamp goes on in the dark, and off again when it is clearly light.
import time
from machine import ADC, Pin

sensor = ADC(0)
lamp = Pin(14, Pin.OUT)
for i in range(8):
    light = sensor.read()
    if light < 300:
        lamp.on()
    elif light > 400:
        lamp.off()
    print(light, lamp.value())
    time.sleep(1)
