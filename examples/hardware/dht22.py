# A DHT22, which sometimes does not answer.
import time
from dht import DHT22
from machine import Pin

sensor = DHT22(Pin(14))
for i in range(3):
    try:
        sensor.measure()
        print("%.1f C, %.1f %%" % (sensor.temperature(), sensor.humidity()))
    except OSError as e:
        print("no answer:", e)
    time.sleep(2)
