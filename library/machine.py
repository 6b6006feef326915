# The hardware, with MicroPython's names. A device that is not open where the program runs now (it was moved, or the board restarted) is opened again by the
# object that stands for it, with the settings it remembers.
import _devices
from _calendar import date_of
from _calendar import days_of
from _calendar import time_of_day

PWRON_RESET = 0
WDT_RESET = 1
SOFT_RESET = 4
DEEPSLEEP_RESET = 5
HARD_RESET = 6
IDLE = 0
SLEEP = 1
DEEPSLEEP = 2


def _error(status):
    # What an operation's negative status is raised as.
    if status == _devices.TIMEOUT:
        return OSError(110, 'ETIMEDOUT')
    if status == _devices.BUSY:
        return OSError(16, 'EBUSY: another function has this pin')
    if status == _devices.NO_ACK:
        return OSError(19, 'ENODEV')
    if status == _devices.NONE:
        return OSError(19, 'ENODEV: there is no such device here; nanopy run and nanopy sim simulate pins with --pins')
    if status == _devices.VALUE:
        return ValueError('invalid pin or value')
    return OSError(5, 'EIO')


def _result(status):
    if isinstance(status, int) and status < 0:
        raise _error(status)
    return status


def _ask(device, op, a, b=0, c=0, data=None):
    # An operation; opens the device first where that is to be done, and again where the program was moved between the two.
    while True:
        status = _device(op, a, b, c, data)
        if status != _devices.CLOSED:
            return _result(status)
        device._open()


# --- pins ---------------------------------------------------------------------------


class Pin:
    IN = 0
    OUT = 1
    OPEN_DRAIN = 2
    PULL_UP = 1
    PULL_DOWN = 2
    IRQ_RISING = 1
    IRQ_FALLING = 2

    def __init__(self, id, mode=-1, pull=-1, *, value=None):
        self._id = _pin_number(id)
        self._mode = 0
        self._pull = 0
        self._value = None
        self._trigger = 0
        self._handler = None
        if mode != -1 or pull != -1 or value is not None:
            self.init(mode, pull, value=value)

    def init(self, mode=-1, pull=-1, *, value=None):
        if mode != -1:
            self._mode = mode
        if pull != -1:
            self._pull = 0 if pull is None else pull
        if value is not None:
            self._value = 1 if value else 0
        self._open()

    def _open(self):
        value = self._value
        status = _devices.CLOSED
        while status == _devices.CLOSED:
            status = _result(_device(_devices.PIN_OPEN, self._id, self._mode | self._pull << 2 | (2 if value is None else value) << 4))
            if self._trigger:
                status = _device(_devices.PIN_TRIGGER, self._id, self._trigger)
        _result(status)

    def value(self, value=None):
        if value is None:
            return _ask(self, _devices.PIN_READ, self._id)
        self._value = 1 if value else 0
        _ask(self, _devices.PIN_WRITE, self._id, self._value)

    def __call__(self, value=None):
        return self.value(value)

    def on(self):
        self.value(1)

    def off(self):
        self.value(0)

    high = on
    low = off

    def toggle(self):
        self.value(0 if self.value() else 1)

    def irq(self, handler=False, trigger=3, *, hard=False):
        # Without a handler the edges are events of the program (nanopy.events()); None ends them.
        for pin in _irqs:
            if pin._id == self._id:
                _irqs.remove(pin)
                break
        self._handler = handler or None
        self._trigger = 0 if handler is None else trigger & 3 | (4 if handler else 0)
        # Armed first: what goes on from a snapshot between the two opens the pin with its trigger.
        if self._trigger:
            _irqs.append(self)
        _arm()
        try:
            _ask(self, _devices.PIN_TRIGGER, self._id, self._trigger)
        except (OSError, ValueError):
            if self in _irqs:
                _irqs.remove(self)
            _arm()
            raise
        return self

    def __repr__(self):
        return f'Pin({self._id})'


def _pin_number(pin):
    if isinstance(pin, Pin):
        return pin._id
    if isinstance(pin, int) and 0 <= pin <= 16:
        return pin
    raise ValueError('invalid pin')


class Signal:
    def __init__(self, pin, *args, invert=False, **settings):
        self._pin = pin if isinstance(pin, Pin) else Pin(pin, *args, **settings)
        self._invert = invert

    def value(self, value=None):
        if value is None:
            return self._pin.value() ^ self._invert
        self._pin.value(bool(value) != self._invert)

    def __call__(self, value=None):
        return self.value(value)

    def on(self):
        self.value(1)

    def off(self):
        self.value(0)


def time_pulse_us(pin, pulse_level, timeout_us=1000000):
    number = _pin_number(pin)
    while True:
        status = _device(_devices.PULSE, number, pulse_level, timeout_us)
        if status != _devices.CLOSED:
            break
        pin._open()
    if status == _devices.TIMEOUT:
        return -2
    if status == _devices.TIMEOUT_LATE:
        return -1
    return _result(status)


# --- events that call handlers ------------------------------------------------------

# Pins with events, running timers; whether handlers may not be called.
_irqs = []
_timers = []
_off = False


def _arm():
    # After any change of the lists.
    _alarm(min([timer._due for timer in _timers]) if _timers else None)
    _on_event(_dispatch if (_irqs or _timers) and not _off else None)


def _dispatch(deadline):
    # The machine calls it between two instructions of the program, and goes on with the program when it returns.
    while True:
        event = _take(True)
        if event is None:
            break
        _serve_event(event[1])
    _serve_timers(_clock())
    _arm()


def _serve_event(source):
    # No source: the pins are not open any more, the program goes on elsewhere.
    for pin in list(_irqs):
        if source == '':
            _call(Pin._open, pin)
        elif pin._handler and str(pin._id) == source:
            _call(pin._handler, pin)


def _serve_timers(now):
    for timer in list(_timers):
        if timer._due > now or timer not in _timers:
            continue
        if timer._period:
            timer._due += (now - timer._due) // timer._period * timer._period + timer._period
        else:
            _timers.remove(timer)
        if timer._callback:
            _call(timer._callback, timer)


def _call(handler, source):
    # What a handler raises is reported, and the program goes on; sys.exit ends it.
    try:
        handler(source)
    except SystemExit:
        raise
    except BaseException as e:
        _report_exception(e)


class Timer:
    ONE_SHOT = 0
    PERIODIC = 1

    def __init__(self, id=-1, **settings):
        self._callback = None
        self._period = 0
        self._due = 0
        if settings:
            self.init(**settings)

    def init(self, *, mode=1, freq=-1, period=-1, callback=None, hard=False):
        us = int(period * 1000) if freq == -1 else int(1000000 / freq)
        if us <= 0:
            raise ValueError('a timer has a period or a frequency')
        self.deinit()
        self._callback = callback
        self._period = us if mode == 1 else 0
        self._due = _clock() + us
        _timers.append(self)
        _arm()

    def deinit(self):
        if self in _timers:
            _timers.remove(self)
            _arm()


def disable_irq():
    # No handler is called until enable_irq(state).
    global _off
    before = _off
    _off = True
    _arm()
    return before


def enable_irq(state=False):
    global _off
    _off = state
    _arm()


# --- ADC, PWM -----------------------------------------------------------------------


class ADC:
    def __init__(self, id):
        self._channel = 0 if isinstance(id, Pin) else id
        if self._channel not in (0, 1):
            raise ValueError('not a valid ADC Channel')

    def read(self):
        return _result(_device(_devices.ADC_READ, self._channel))

    def read_u16(self):
        value = self.read()
        return min(65535, value * 65535 // 1023)


class PWM:
    def __init__(self, dest, freq=None, duty=None, *, duty_u16=None, duty_ns=None):
        self._id = _pin_number(dest)
        self._freq = 500
        self._duty = 0
        self.init(freq, duty, duty_u16=duty_u16, duty_ns=duty_ns)

    def init(self, freq=None, duty=None, *, duty_u16=None, duty_ns=None):
        if freq is not None:
            self._freq = freq
        if duty is not None:
            self._duty = min(65535, duty * 65535 // 1023)
        if duty_u16 is not None:
            self._duty = min(65535, duty_u16)
        if duty_ns is not None:
            self._duty = min(65535, duty_ns * self._freq * 65535 // 1000000000)
        if self._freq < 1:
            raise ValueError('a frequency is at least 1 Hz')
        _result(_device(_devices.PWM_SET, self._id, self._freq, self._duty))

    def deinit(self):
        _result(_device(_devices.PWM_SET, self._id, 0))

    def freq(self, freq=None):
        if freq is None:
            return self._freq
        self.init(freq)

    def duty(self, duty=None):
        if duty is None:
            return (self._duty * 1023 + 32767) // 65535
        self.init(duty=duty)

    def duty_u16(self, duty=None):
        if duty is None:
            return self._duty
        self.init(duty_u16=duty)

    def duty_ns(self, duty=None):
        if duty is None:
            return self._duty * 1000000000 // (65535 * self._freq)
        self.init(duty_ns=duty)


# --- buses --------------------------------------------------------------------------


def _fill(buffer, data):
    # bytearray, or whatever else takes numbers by index.
    for i in range(len(data)):
        buffer[i] = data[i]


class SoftI2C:
    def __init__(self, scl, sda, *, freq=400000, timeout=50000):
        self._pins = _pin_number(scl) | _pin_number(sda) << 8
        self._freq = freq
        self._timeout = timeout
        self._open()

    def _open(self):
        _result(_device(_devices.I2C_OPEN, self._pins, self._freq, self._timeout))

    def _transfer(self, addr, data, count, stop=True):
        return _ask(self, _devices.I2C_TRANSFER, self._pins, addr & 127 | (128 if stop else 0) | (256 if not count else 0), count, data)

    def scan(self):
        found = []
        for addr in range(8, 120):
            try:
                self._transfer(addr, None, 0)
                found.append(addr)
            except OSError:
                pass
        return found

    def readfrom(self, addr, nbytes, stop=True):
        return self._transfer(addr, None, nbytes, stop)

    def readfrom_into(self, addr, buf, stop=True):
        _fill(buf, self._transfer(addr, None, len(buf), stop))

    def writeto(self, addr, buf, stop=True):
        self._transfer(addr, buf, 0, stop)
        return len(buf)

    def writevto(self, addr, vector, stop=True):
        return self.writeto(addr, b''.join([bytes(part) for part in vector]), stop)

    def readfrom_mem(self, addr, memaddr, nbytes, *, addrsize=8):
        return self._transfer(addr, _memory_address(memaddr, addrsize), nbytes)

    def readfrom_mem_into(self, addr, memaddr, buf, *, addrsize=8):
        _fill(buf, self._transfer(addr, _memory_address(memaddr, addrsize), len(buf)))

    def writeto_mem(self, addr, memaddr, buf, *, addrsize=8):
        self._transfer(addr, _memory_address(memaddr, addrsize) + bytes(buf), 0)


def _memory_address(address, bits):
    return bytes([address >> shift & 255 for shift in range(bits - 8, -1, -8)])


class I2C(SoftI2C):
    def __init__(self, id=-1, scl=5, sda=4, *, freq=400000, timeout=50000):
        super().__init__(scl, sda, freq=freq, timeout=timeout)


class SoftSPI:
    MSB = 0
    LSB = 1

    def __init__(self, baudrate=500000, *, polarity=0, phase=0, bits=8, firstbit=0, sck=14, mosi=13, miso=12):
        self._pins = _pin_number(sck) | _pin_or_none(mosi) << 8 | _pin_or_none(miso) << 16
        self._rate = 0
        self._mode = 0
        self.init(baudrate, polarity=polarity, phase=phase, bits=bits, firstbit=firstbit)

    def init(self, baudrate=None, *, polarity=None, phase=None, bits=8, firstbit=None):
        if bits != 8:
            raise ValueError('bits must be 8')
        if baudrate is not None:
            self._rate = baudrate
        for value, bit in ((polarity, 1), (phase, 2), (firstbit, 4)):
            if value is not None:
                self._mode = self._mode & ~bit | (bit if value else 0)
        self._open()

    def _open(self):
        _result(_device(_devices.SPI_OPEN, self._pins, self._rate, self._mode))

    def deinit(self):
        pass

    def _transfer(self, data):
        return _ask(self, _devices.SPI_TRANSFER, self._pins, 0, 0, data)

    def write(self, buf):
        self._transfer(buf)

    def read(self, nbytes, write=0):
        return self._transfer(bytes([write]) * nbytes)

    def readinto(self, buf, write=0):
        _fill(buf, self._transfer(bytes([write]) * len(buf)))

    def write_readinto(self, write_buf, read_buf):
        _fill(read_buf, self._transfer(write_buf))


def _pin_or_none(pin):
    return 255 if pin is None else _pin_number(pin)


class SPI(SoftSPI):
    def __init__(self, id=1, baudrate=1000000, *, polarity=0, phase=0, bits=8, firstbit=0, sck=14, mosi=13, miso=12):
        if id not in (1, -1):
            raise ValueError('no such SPI peripheral')
        super().__init__(baudrate, polarity=polarity, phase=phase, bits=bits, firstbit=firstbit, sck=sck, mosi=mosi, miso=miso)


class UART:
    def __init__(self, id, baudrate=115200, bits=8, parity=None, stop=1, *, timeout=0, timeout_char=0, rxbuf=256):
        self._id = id
        self._rate = 0
        self._frame = 0
        self._timeout = 0
        self.init(baudrate, bits, parity, stop, timeout=timeout, timeout_char=timeout_char, rxbuf=rxbuf)

    def init(self, baudrate=115200, bits=8, parity=None, stop=1, *, timeout=0, timeout_char=0, rxbuf=256):
        self._rate = baudrate
        self._frame = bits | (0 if parity is None else 2 + parity % 2) << 4 | stop << 6 | rxbuf << 8
        self._timeout = timeout * 1000
        self._open()

    def _open(self):
        _result(_device(_devices.UART_OPEN, self._id, self._rate, self._frame))

    def deinit(self):
        _device(_devices.UART_CLOSE, self._id)

    def any(self):
        return _ask(self, _devices.UART_ANY, self._id)

    def write(self, buf):
        data = buf.encode() if isinstance(buf, str) else bytes(buf)
        at = 0
        while at < len(data):
            taken = _ask(self, _devices.UART_WRITE, self._id, 0, 0, data[at:] if at else data)
            at += taken
            if not taken:
                _sleep(1000)
        return at

    def _gather(self, count, ends_at_line):
        # What comes until there is enough, or nothing has come for the timeout; None for nothing at all.
        data = bytearray()
        end = _clock() + self._timeout
        while count is None or len(data) < count:
            most = 1 if ends_at_line else 256 if count is None else min(256, count - len(data))
            piece = _ask(self, _devices.UART_READ, self._id, 0, most)
            if piece:
                data.extend(piece)
                end = _clock() + self._timeout
                if ends_at_line and piece == b'\n':
                    break
            elif _clock() >= end:
                break
            else:
                _sleep(1000)
        return bytes(data) if data else None

    def read(self, nbytes=None):
        return self._gather(nbytes, False)

    def readinto(self, buf, nbytes=None):
        data = self._gather(len(buf) if nbytes is None else min(nbytes, len(buf)), False)
        if data is None:
            return None
        _fill(buf, data)
        return len(data)

    def readline(self):
        return self._gather(None, True)

    def flush(self):
        pass


# --- time, sleep, the chip ------------------------------------------------------------

# RTC.memory(): it is the program's, as everything else, and as lasting.
_memory_bytes = b''
# When RTC.alarm() wakes from deepsleep; whether the program has woken from one.
_wake_at = None
_woken = False


class RTC:
    ALARM0 = 0

    def datetime(self, value=None):
        # (year, month, day, weekday, hours, minutes, seconds, microseconds); Monday is 0
        if value is None:
            us = time_of_day()
            days = us // 86400000000
            us %= 86400000000
            year, month, day = date_of(days)
            return (year, month, day, (days + 3) % 7, us // 3600000000, us // 60000000 % 60, us // 1000000 % 60, us % 1000000)
        us = ((days_of(value[0], value[1], value[2]) * 24 + value[4]) * 60 + value[5]) * 60 + value[6]
        us = us * 1000000 + value[7]
        _result(_device(_devices.TIME_SET, 0, 0, 0, bytes([us >> 8 * i & 255 for i in range(8)])))

    def memory(self, data=None):
        global _memory_bytes
        if data is None:
            return _memory_bytes
        if len(data) > 492:
            raise ValueError('buffer too long')
        _memory_bytes = bytes(data)

    def alarm(self, id, time):
        global _wake_at
        _wake_at = _clock() + time * 1000

    def irq(self, *, trigger=0, handler=None, wake=2):
        pass


class WDT:
    def __init__(self, id=0, timeout=5000):
        _result(_device(_devices.WATCHDOG, timeout))
        self._timeout = timeout

    def _open(self):
        _result(_device(_devices.WATCHDOG, self._timeout))

    def feed(self):
        _ask(self, _devices.WATCHDOG, 0)


def deepsleep(time_ms=None):
    # The program goes on at the next line when it is over, with all it had.
    global _wake_at, _woken
    end = _wake_at if time_ms is None else _clock() + time_ms * 1000
    _wake_at = None
    _deepsleep(None if end is None else max(0, end - _clock()))
    _woken = True


def lightsleep(time_ms=None):
    if time_ms is None:
        _wait(None)
    else:
        _sleep(time_ms * 1000)


def idle():
    _sleep(0)


def reset_cause():
    return DEEPSLEEP_RESET if _woken else _result(_device(_devices.INFO, 0))


def wake_reason():
    return 0


def freq(hz=None):
    return _result(_device(_devices.INFO, 1) if hz is None else _device(_devices.INFO, 3, hz))


def unique_id():
    low, high = _result(_device(_devices.INFO, 4)), _result(_device(_devices.INFO, 5))
    return bytes([low & 255, low >> 8, high & 255, high >> 8])


def reset():
    _restart()
