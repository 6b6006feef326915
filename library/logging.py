# What programs use of CPython 3.11's logging: named loggers, levels, handlers for streams, formats with %(name)s.
CRITICAL = FATAL = 50
ERROR = 40
WARNING = WARN = 30
INFO = 20
DEBUG = 10
NOTSET = 0
BASIC_FORMAT = '%(levelname)s:%(name)s:%(message)s'
# Loggers by name; '' is the root.
_loggers = {}


def getLevelName(level):
    names = {50: 'CRITICAL', 40: 'ERROR', 30: 'WARNING', 20: 'INFO', 10: 'DEBUG', 0: 'NOTSET'}
    if isinstance(level, str):
        for number, name in names.items():
            if name == level:
                return number
    return names.get(level, 'Level ' + str(level))


def _number(level):
    if isinstance(level, int):
        return level
    number = getLevelName(level)
    if not isinstance(number, int):
        raise ValueError('Unknown level: ' + repr(level))
    return number


class LogRecord:
    def __init__(self, name, level, msg, args, exc_info):
        self.name = name
        self.levelno = level
        self.levelname = getLevelName(level)
        self.msg = msg
        self.args = args
        self.exc_info = exc_info
        self.created = _clock() / 1000000
        self.msecs = _clock() // 1000 % 1000
        self.relativeCreated = _clock() / 1000
        self.message = self.getMessage()
        # As in CPython where it cannot look at frames.
        self.pathname = self.filename = self.module = '(unknown file)'
        self.lineno = 0
        self.funcName = '(unknown function)'
        self.process = self.thread = None
        self.processName = 'MainProcess'
        self.threadName = 'MainThread'

    def getMessage(self):
        args = self.args
        if not args:
            return str(self.msg)
        return str(self.msg) % (args[0] if len(args) == 1 and isinstance(args[0], dict) and args[0] else args)


class Formatter:
    def __init__(self, fmt=None, datefmt=None, style='%'):
        self._fmt = '%(message)s' if fmt is None else fmt
        self._style = style
        self.datefmt = datefmt

    def formatTime(self, record, datefmt=None):
        seconds = int(record.created)
        return f'{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d},{record.msecs:03d}'

    def format(self, record):
        values = _instance_dict(record)
        if 'asctime' in self._fmt:
            values['asctime'] = self.formatTime(record, self.datefmt)
        text = self._fmt.format(**values) if self._style == '{' else self._fmt % values
        return _with_exception(text, record)


def _with_exception(text, record):
    if _seen('logs as texts'):
        if _seen('exceptions logged'):
            if record.exc_info is not None:
                from traceback import format_exception

                return text + '\n' + ''.join(format_exception(record.exc_info))[:-1]
    return text


class Handler:
    def __init__(self, level=NOTSET):
        self.level = _number(level)
        self.formatter = None
        self.filters = []

    def setLevel(self, level):
        self.level = _number(level)

    def setFormatter(self, fmt):
        self.formatter = fmt

    def addFilter(self, filter):
        self.filters.append(filter)

    def format(self, record):
        # Where the compiler sees handlers for stderr alone, the host writes the exceptions.
        if _seen('logs as texts'):
            if _seen('exceptions logged'):
                error = record.exc_info
                if error is not None and self._is_stderr():
                    record.exc_info = None
                    text = self._text(record)
                    record.exc_info = error
                    return text
        return self._text(record)

    def _text(self, record):
        return _with_exception(str(record.message), record) if self.formatter is None else self.formatter.format(record)

    def _is_stderr(self):
        return False

    def handle(self, record):
        if record.levelno >= self.level and _passes(self.filters, record):
            self.emit(record)

    def emit(self, record):
        raise NotImplementedError('emit must be implemented by Handler subclasses')

    def flush(self):
        pass

    def close(self):
        pass


def _passes(filters, record):
    for filter in filters:
        if not (filter.filter(record) if hasattr(filter, 'filter') else filter(record)):
            return False
    return True


class StreamHandler(Handler):
    # Without a stream it writes to stderr.
    terminator = '\n'

    def __init__(self, stream=None):
        Handler.__init__(self)
        self.stream = stream

    def emit(self, record):
        text = self.format(record) + self.terminator
        if self.stream is not None:
            self.stream.write(text)
        else:
            _write(2, text)
        if _seen('logs as texts'):
            if self.stream is not None:
                return
        if _seen('exceptions logged'):
            if record.exc_info is not None:
                _report_exception(record.exc_info)

    def _is_stderr(self):
        return self.stream is None


class NullHandler(Handler):
    def emit(self, record):
        pass


class Logger:
    def __init__(self, name, level=NOTSET):
        self.name = name
        self.level = level
        self.parent = None
        self.handlers = []
        self.filters = []
        self.propagate = True
        self.disabled = False

    def setLevel(self, level):
        self.level = _number(level)

    def getEffectiveLevel(self):
        logger = self
        while logger is not None:
            if logger.level:
                return logger.level
            logger = logger.parent
        return NOTSET

    def isEnabledFor(self, level):
        return not self.disabled and level >= self.getEffectiveLevel()

    def addHandler(self, handler):
        if handler not in self.handlers:
            self.handlers.append(handler)

    def removeHandler(self, handler):
        if handler in self.handlers:
            self.handlers.remove(handler)

    def hasHandlers(self):
        return _has_handlers(self)

    def addFilter(self, filter):
        self.filters.append(filter)

    def getChild(self, suffix):
        return getLogger(suffix if self.name == 'root' else self.name + '.' + suffix)

    def log(self, level, msg, *args, exc_info=None, extra=None, stacklevel=1, stack_info=False):
        if not self.isEnabledFor(level):
            return
        if exc_info and not isinstance(exc_info, BaseException):
            exc_info = _set_handled(None)
            _set_handled(exc_info)
        record = LogRecord(self.name, level, msg, args, exc_info or None)
        if extra:
            for name, value in extra.items():
                setattr(record, name, value)
        if _passes(self.filters, record):
            _spread(self, record)

    def debug(self, msg, *args, **keywords):
        self.log(DEBUG, msg, *args, **keywords)

    def info(self, msg, *args, **keywords):
        self.log(INFO, msg, *args, **keywords)

    def warning(self, msg, *args, **keywords):
        self.log(WARNING, msg, *args, **keywords)

    warn = warning

    def error(self, msg, *args, **keywords):
        self.log(ERROR, msg, *args, **keywords)

    def critical(self, msg, *args, **keywords):
        self.log(CRITICAL, msg, *args, **keywords)

    fatal = critical

    def exception(self, msg, *args, exc_info=True, **keywords):
        self.log(ERROR, msg, *args, exc_info=exc_info, **keywords)


def _has_handlers(logger):
    while logger is not None:
        if logger.handlers:
            return True
        logger = logger.parent if logger.propagate else None
    return False


def _spread(logger, record):
    # To the handlers of the logger and of those above it; without any, warnings go to stderr as they are.
    found = False
    while logger is not None:
        for handler in logger.handlers:
            found = True
            handler.handle(record)
        logger = logger.parent if logger.propagate else None
    if not found and record.levelno >= WARNING:
        StreamHandler().emit(record)


def _root():
    root = _loggers.get('')
    if root is None:
        root = _loggers[''] = Logger('root', WARNING)
    return root


def getLogger(name=None):
    if not name or name == 'root':
        return _root()
    logger = _loggers.get(name)
    if logger is None:
        logger = _loggers[name] = Logger(name)
        _adopt(logger)
    return logger


def _adopt(logger):
    # Loggers are told of a nearer one above them.
    parts = logger.name.split('.')
    logger.parent = _root()
    for n in range(1, len(parts)):
        above = _loggers.get('.'.join(parts[:n]))
        if above is not None:
            logger.parent = above
    for other in _loggers.values():
        if other.name.startswith(logger.name + '.') and len(other.parent.name) < len(logger.name) or other.name.startswith(logger.name + '.') and other.parent is _root():
            other.parent = logger


def basicConfig(*, level=None, format=None, datefmt=None, style='%', stream=None, handlers=None, force=False, filename=None):
    root = _root()
    if force:
        root.handlers.clear()
    if not root.handlers:
        formatter = Formatter(BASIC_FORMAT if format is None else format, datefmt, style)
        for handler in [StreamHandler(stream)] if handlers is None else handlers:
            if handler.formatter is None:
                handler.setFormatter(formatter)
            root.addHandler(handler)
        if level is not None:
            root.setLevel(level)


def _ready():
    root = _root()
    if not root.handlers:
        basicConfig()
    return root


def log(level, msg, *args, **keywords):
    _ready().log(level, msg, *args, **keywords)


def debug(msg, *args, **keywords):
    _ready().log(DEBUG, msg, *args, **keywords)


def info(msg, *args, **keywords):
    _ready().log(INFO, msg, *args, **keywords)


def warning(msg, *args, **keywords):
    _ready().log(WARNING, msg, *args, **keywords)


def error(msg, *args, **keywords):
    _ready().log(ERROR, msg, *args, **keywords)


def critical(msg, *args, **keywords):
    _ready().log(CRITICAL, msg, *args, **keywords)


def exception(msg, *args, exc_info=True, **keywords):
    _ready().log(ERROR, msg, *args, exc_info=exc_info, **keywords)
