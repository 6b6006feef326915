"""What a function on a nanopy board has to do with others: messages by name, events, and what its handler is told."""

from collections.abc import Iterator
from typing import Any, Literal

class Event:
    """Something that came from outside."""

    kind: Literal["message", "pin", "timer"]
    source: str
    """The sender's name, the pin's or the timer's."""
    value: Any
    """bytes as they were sent, or the value of the JSON text."""

class Context:
    """The second argument of `def handler(event, context)`, as AWS Lambda's."""

    function_name: str
    function_version: str
    memory_limit_in_mb: str
    aws_request_id: str
    def get_remaining_time_in_millis(self) -> int:
        """What is left of the invocation's time limit, at least 0; 0x7FFFFFFF where there is no limit."""

def send(name: str, message: bytes | bytearray | str | int | float | bool | None | list[Any] | tuple[Any, ...] | dict[str, Any]) -> None:
    """Sends a message to the function of that name on the same board: bytes as they are, anything else as JSON.

    Waits while the receiver has no room. LookupError: there is no such function; ValueError: the name is none, or the message too long.
    """

def receive(timeout: float | None = None) -> tuple[str, Any] | None:
    """Waits for a message: its sender and value. None when `timeout` seconds are over; without one it waits as long as it takes.

    Other events that come meanwhile are kept for `events()`.
    """

def events(timeout: float | None = None) -> Iterator[Event]:
    """The events as they come, messages among them. Ends when none has come for `timeout` seconds."""
