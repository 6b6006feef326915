# logging: exceptions in the texts of handlers
import io
import logging


def show(text):
    for line in text.split('\n'):
        if line.startswith('  File '):
            print(line.split('"')[2])
        elif not line.startswith('    '):
            print(line)


class Sender(logging.Handler):
    def emit(self, record):
        show('sent ' + self.format(record))


def fail():
    raise ValueError('broken')


stream = io.StringIO()
log = logging.getLogger('device')
handler = logging.StreamHandler(stream)
handler.setFormatter(logging.Formatter('%(levelname)s %(message)s'))
log.addHandler(handler)
log.addHandler(Sender())
try:
    fail()
except ValueError as e:
    log.exception('sensor %d', 3)
    log.warning('again', exc_info=e)
    log.error('no more')
show(stream.getvalue())
# expect: sent sensor 3
# expect: Traceback (most recent call last):
# expect: , line 30, in <module>
# expect: , line 20, in fail
# expect: ValueError: broken
# expect: sent again
# expect: Traceback (most recent call last):
# expect: , line 30, in <module>
# expect: , line 20, in fail
# expect: ValueError: broken
# expect: sent no more
# expect: ERROR sensor 3
# expect: Traceback (most recent call last):
# expect: , line 30, in <module>
# expect: , line 20, in fail
# expect: ValueError: broken
# expect: WARNING again
# expect: Traceback (most recent call last):
# expect: , line 30, in <module>
# expect: , line 20, in fail
# expect: ValueError: broken
# expect: ERROR no more
# expect-json: ""
