# Exceptions that the machine never raises by itself.

class IndentationError(SyntaxError):
    __module__ = 'builtins'

class TabError(IndentationError):
    __module__ = 'builtins'

class UnicodeTranslateError(UnicodeError):
    __module__ = 'builtins'

class BlockingIOError(OSError):
    __module__ = 'builtins'

class ChildProcessError(OSError):
    __module__ = 'builtins'

class ConnectionError(OSError):
    __module__ = 'builtins'

class BrokenPipeError(ConnectionError):
    __module__ = 'builtins'

class ConnectionAbortedError(ConnectionError):
    __module__ = 'builtins'

class ConnectionRefusedError(ConnectionError):
    __module__ = 'builtins'

class ConnectionResetError(ConnectionError):
    __module__ = 'builtins'

class FileExistsError(OSError):
    __module__ = 'builtins'

class FileNotFoundError(OSError):
    __module__ = 'builtins'

class InterruptedError(OSError):
    __module__ = 'builtins'

class IsADirectoryError(OSError):
    __module__ = 'builtins'

class NotADirectoryError(OSError):
    __module__ = 'builtins'

class PermissionError(OSError):
    __module__ = 'builtins'

class ProcessLookupError(OSError):
    __module__ = 'builtins'

class BytesWarning(Warning):
    __module__ = 'builtins'

class EncodingWarning(Warning):
    __module__ = 'builtins'

class FutureWarning(Warning):
    __module__ = 'builtins'

class ImportWarning(Warning):
    __module__ = 'builtins'

class PendingDeprecationWarning(Warning):
    __module__ = 'builtins'

class ResourceWarning(Warning):
    __module__ = 'builtins'

class SyntaxWarning(Warning):
    __module__ = 'builtins'

class UnicodeWarning(Warning):
    __module__ = 'builtins'
