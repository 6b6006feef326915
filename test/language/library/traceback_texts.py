# traceback: texts with lines, without the source lines that the device does not have
import io
import sys
import traceback


def show(text):
    for line in text.split('\n'):
        if line.startswith('  File '):
            print(line.split('"')[2])
        elif not line.startswith('    '):
            print(line)


def deep(n):
    if n == 0:
        raise ValueError('deep')
    deep(n - 1)


def divide(a, b):
    c = [
        a
        // b
    ]
    return c


try:
    divide(1, 0)
except ZeroDivisionError:
    show(traceback.format_exc())

try:
    deep(6)
except ValueError as e:
    show(traceback.format_exc())
    error = e
    stream = io.StringIO()
    traceback.print_exc(file=stream)
    print(stream.getvalue() == traceback.format_exc())

for limit in 0, 1, 4, -1, -3:
    print('limit', limit)
    show(''.join(traceback.format_exception(error, limit=limit)))

print(traceback.format_exception(KeyError('never raised')))
print(traceback.format_exception(None, error, None))
print(traceback.format_exc(), end='')
error.add_note('one\ntwo')
show(traceback.format_exception_only(error)[-1])
try:
    traceback.format_exception(ValueError)
except TypeError as e:
    print(e)

sys.tracebacklimit = 1
show(''.join(traceback.format_exception(error)))
del sys.tracebacklimit
print(len(traceback.format_tb(error.__traceback__)))


class Silent(Exception):
    def __str__(self):
        raise error


print(traceback.format_exception_only(Silent()))
# expect: Traceback (most recent call last):
# expect: , line 30, in <module>
# expect: , line 23, in divide
# expect: ZeroDivisionError: integer division or modulo by zero
# expect-json: ""
# expect: Traceback (most recent call last):
# expect: , line 35, in <module>
# expect: , line 18, in deep
# expect: , line 18, in deep
# expect: , line 18, in deep
# expect-json: "  [Previous line repeated 3 more times]"
# expect: , line 17, in deep
# expect: ValueError: deep
# expect-json: ""
# expect: True
# expect: limit 0
# expect: ValueError: deep
# expect-json: ""
# expect: limit 1
# expect: Traceback (most recent call last):
# expect: , line 35, in <module>
# expect: ValueError: deep
# expect-json: ""
# expect: limit 4
# expect: Traceback (most recent call last):
# expect: , line 35, in <module>
# expect: , line 18, in deep
# expect: , line 18, in deep
# expect: , line 18, in deep
# expect: ValueError: deep
# expect-json: ""
# expect: limit -1
# expect: Traceback (most recent call last):
# expect: , line 17, in deep
# expect: ValueError: deep
# expect-json: ""
# expect: limit -3
# expect: Traceback (most recent call last):
# expect: , line 18, in deep
# expect: , line 18, in deep
# expect: , line 17, in deep
# expect: ValueError: deep
# expect-json: ""
# expect: ["KeyError: 'never raised'\n"]
# expect: ['ValueError: deep\n']
# expect: NoneType: None
# expect: two
# expect-json: ""
# expect: Exception expected for value, type found
# expect: Traceback (most recent call last):
# expect: , line 35, in <module>
# expect: ValueError: deep
# expect: one
# expect: two
# expect-json: ""
# expect: 6
# expect: ['Silent: <exception str() failed>\n']
