# The board's Wi-Fi, with MicroPython's names. The network that is joined is the board's, not the function's: it is joined again after restarts, and stays when
# the function ends or moves away.
import _devices

STA_IF = 0
AP_IF = 1
STAT_IDLE = 0
STAT_CONNECTING = 1
STAT_WRONG_PASSWORD = 2
STAT_NO_AP_FOUND = 3
STAT_CONNECT_FAIL = 4
STAT_GOT_IP = 5

# Numbers of link.def: states, and reasons of failures.
_OFF = 1
_DISABLED = 2
_WAITING = 3
_CONNECTED = 6
_NO_NETWORK = 1
_PASSWORD = 2
_RECORD = 32


def _ask(op, a=0, c=0, data=None):
    result = _device(op, a, 0, c, data)
    if result == _devices.NONE:
        raise OSError(19, 'ENODEV: this board has no Wi-Fi')
    if result == _devices.VALUE:
        raise ValueError('a network has a name of 1 to 32 bytes, and a key of 8 to 63 or none')
    return result


def _status():
    return _ask(_devices.NET_STATUS, 0, _RECORD)


def _address(record, at):
    return '.'.join([str(byte) for byte in record[at:at + 4]])


def _packed(text):
    data = text if isinstance(text, bytes) else str(text).encode()
    return bytes([min(len(data), 255)]) + data


def hostname(name=None):
    if name is not None:
        raise ValueError('the host name is made of the board\'s id: nanopy-<id>')
    board = _status()[24:32]
    return 'nanopy-' + ''.join(['%02x' % byte for byte in reversed(board)])


class WLAN:
    def __init__(self, interface_id=STA_IF):
        if interface_id != STA_IF:
            raise ValueError('there is no access point: network.STA_IF alone')

    def active(self, is_active=None):
        if is_active is not None:
            _ask(_devices.NET_ENABLE, 1 if is_active else 0)
        return _status()[0] != _DISABLED

    def connect(self, ssid=None, key=None):
        if ssid is None:
            self.active(True)
            return
        data = _packed(ssid) + _packed('' if key is None else key)
        _ask(_devices.NET_JOIN, 0, 0, data)

    def disconnect(self):
        self.active(False)

    def isconnected(self):
        return _status()[0] == _CONNECTED

    def status(self, param=None):
        record = _status()
        if param == 'rssi':
            return record[3] - 256 if record[3] else 0
        if param is not None:
            raise ValueError('unknown status param')
        state = record[0]
        if state == _CONNECTED:
            return STAT_GOT_IP
        if state == _OFF or state == _DISABLED:
            return STAT_IDLE
        if record[1] == _PASSWORD:
            return STAT_WRONG_PASSWORD
        if record[1] == _NO_NETWORK:
            return STAT_NO_AP_FOUND
        return STAT_CONNECT_FAIL if state == _WAITING and record[1] else STAT_CONNECTING

    def ifconfig(self):
        record = _status()
        return (_address(record, 4), _address(record, 8), _address(record, 12), '0.0.0.0')

    def config(self, param):
        if param == 'mac':
            return bytes(_status()[16:22])
        if param == 'hostname' or param == 'dhcp_hostname':
            return hostname()
        raise ValueError('unknown config param')
