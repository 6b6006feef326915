# Dallas' one-wire bus, with MicroPython's names.
import _devices
from machine import _ask


class OneWireError(Exception):
    pass


class OneWire:
    SEARCH_ROM = 0xF0
    MATCH_ROM = 0x55
    SKIP_ROM = 0xCC

    def __init__(self, pin):
        self.pin = pin
        pin.init(pin.OPEN_DRAIN, pin.PULL_UP, value=1)

    def reset(self, required=False):
        present = _ask(self.pin, _devices.WIRE_RESET, self.pin._id) != 0
        if required and not present:
            raise OneWireError
        return present

    def readbit(self):
        return _ask(self.pin, _devices.WIRE_BITS, self.pin._id, 1, 1)

    def writebit(self, value):
        _ask(self.pin, _devices.WIRE_BITS, self.pin._id, 1, value & 1)

    def readbyte(self):
        return self._read(1)[0]

    def _read(self, count):
        return _ask(self.pin, _devices.WIRE_READ, self.pin._id, 0, count)

    def readinto(self, buf):
        data = self._read(len(buf))
        for i in range(len(data)):
            buf[i] = data[i]

    def writebyte(self, value):
        self.write(bytes([value]))

    def write(self, buf):
        _ask(self.pin, _devices.WIRE_WRITE, self.pin._id, 0, 0, buf)

    def select_rom(self, rom):
        self.reset()
        self.writebyte(self.MATCH_ROM)
        self.write(rom)

    def scan(self):
        devices = []
        diff = 65
        rom = None
        for i in range(0xFF):
            rom, diff = self._search_rom(rom, diff)
            if rom:
                devices.append(rom)
            if diff == 0:
                break
        return devices

    def _search_rom(self, last, diff):
        # One device more: (its rom, the last bit at which there was another way), or (None, 0).
        if not self.reset():
            return None, 0
        self.writebyte(self.SEARCH_ROM)
        if not last:
            last = bytearray(8)
        rom = bytearray(8)
        next_diff = 0
        i = 64
        for byte in range(8):
            r_b = 0
            for bit in range(8):
                b = self.readbit()
                if self.readbit():
                    if b:
                        return None, 0
                elif not b:
                    # Devices differ here.
                    if diff > i or last[byte] & 1 << bit and diff != i:
                        b = 1
                        next_diff = i
                self.writebit(b)
                if b:
                    r_b |= 1 << bit
                i -= 1
            rom[byte] = r_b
        return rom, next_diff

    def crc8(self, data):
        crc = 0
        for byte in data:
            crc ^= byte
            for i in range(8):
                crc = crc >> 1 ^ 0x8C if crc & 1 else crc >> 1
        return crc
