# DHT11 and DHT22, with MicroPython's names.
import _devices
from machine import _ask


class DHTBase:
    _kind = 22

    def __init__(self, pin):
        self.pin = pin
        self.buf = bytearray(5)
        pin.init(pin.OPEN_DRAIN, pin.PULL_UP, value=1)

    def measure(self):
        buf = _ask(self.pin, _devices.DHT_READ, self.pin._id, self._kind, 5)
        if len(buf) < 5 or buf[0] + buf[1] + buf[2] + buf[3] & 0xFF != buf[4]:
            raise Exception('checksum error')
        self.buf = buf


class DHT11(DHTBase):
    _kind = 11

    def humidity(self):
        return self.buf[0]

    def temperature(self):
        return self.buf[2]


class DHT22(DHTBase):
    def humidity(self):
        return (self.buf[0] << 8 | self.buf[1]) * 0.1

    def temperature(self):
        t = ((self.buf[2] & 0x7F) << 8 | self.buf[3]) * 0.1
        return -t if self.buf[2] & 0x80 else t
