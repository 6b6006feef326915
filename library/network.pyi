"""The board's Wi-Fi, with MicroPython's names. What is joined is the board's network: joined again after restarts, kept when the function ends."""

STA_IF: int
AP_IF: int
STAT_IDLE: int
STAT_CONNECTING: int
STAT_WRONG_PASSWORD: int
STAT_NO_AP_FOUND: int
STAT_CONNECT_FAIL: int
STAT_GOT_IP: int

def hostname(name: str | None = None) -> str:
    """The board's name on its network, before .local. Can't be set: ValueError."""

class WLAN:
    def __init__(self, interface_id: int = ...) -> None: ...
    def active(self, is_active: bool | None = None) -> bool:
        """Whether it is switched on; switches it."""
    def connect(self, ssid: str | bytes | None = None, key: str | bytes | None = None) -> None:
        """Joins a network in the background; without a name, the one that the board knows. ValueError: there can be no such name or password."""
    def disconnect(self) -> None:
        """Switches it off. The board keeps the network's name, and joins it again at its next start."""
    def isconnected(self) -> bool: ...
    def status(self, param: str | None = None) -> int:
        """One of STAT_; of 'rssi': dBm, 0 where unknown."""
    def ifconfig(self) -> tuple[str, str, str, str]:
        """Address, mask, gateway, '0.0.0.0' in place of a name server."""
    def config(self, param: str) -> bytes | str:
        """Of 'mac' or 'hostname'."""
