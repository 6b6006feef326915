import io
import logging

stream = io.StringIO()


class Short(logging.Formatter):
    def format(self, record):
        return "<" + super().format(record).splitlines()[-1] + " " + str(bool(record.exc_info)) + ">"


handler = logging.StreamHandler(stream)
handler.setFormatter(Short("%(message)s by %(threadName)s"))
log = logging.getLogger("box")
log.propagate = False
log.addHandler(handler)
try:
    1 / 0
except ZeroDivisionError:
    log.exception("bad")
log.warning("fine")
print(stream.getvalue())  # expect: <ZeroDivisionError: division by zero True>
# expect: <fine by MainThread False>
# expect-json: ""
