# An SHT31 on I2C: temperature and humidity by command, with the sensor's checksum.
import time
from machine import I2C, Pin

ADDRESS = 0x44


def crc8(data):
    crc = 0xFF
    for byte in data:
        crc ^= byte
        for i in range(8):
            crc = (crc << 1 ^ 0x31) & 0xFF if crc & 0x80 else crc << 1
    return crc


def measure(i2c):
    i2c.writeto(ADDRESS, b"\x24\x00")
    time.sleep_ms(15)
    data = i2c.readfrom(ADDRESS, 6)
    if crc8(data[0:2]) != data[2] or crc8(data[3:5]) != data[5]:
        raise OSError("checksum")
    celsius = (data[0] << 8 | data[1]) * 175 / 65535 - 45
    percent = (data[3] << 8 | data[4]) * 100 / 65535
    return round(celsius, 2), round(percent, 1)


i2c = I2C(scl=Pin(5), sda=Pin(4), freq=100000)
for i in range(3):
    try:
        print(measure(i2c))
    except OSError as e:
        print("no measurement:", e)
    time.sleep(1)
