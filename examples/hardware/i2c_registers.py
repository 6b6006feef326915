# A BMP280's registers on I2C: who it is, how it is set, raw values that change.
import time
from machine import I2C

i2c = I2C()
print(i2c.scan())
print(hex(i2c.readfrom_mem(0x76, 0xD0, 1)[0]))
i2c.writeto_mem(0x76, 0xF4, b"\x27")
for i in range(3):
    data = i2c.readfrom_mem(0x76, 0xFA, 3)
    print(data[0] << 12 | data[1] << 4 | data[2] >> 4)
    time.sleep(1)
