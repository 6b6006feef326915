# DS18B20 thermometers on one wire: who is there, and how warm it is.
import time
from ds18x20 import DS18X20
from machine import Pin
from onewire import OneWire

bus = DS18X20(OneWire(Pin(12)))
sensors = bus.scan()
for i in range(2):
    bus.convert_temp()
    time.sleep_ms(750)
    for rom in sensors:
        print(rom.hex(), bus.read_temp(rom))
    time.sleep(2)
