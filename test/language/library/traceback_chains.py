# traceback: causes, contexts, and what raises again
import traceback


def show(text):
    for line in text.split('\n'):
        if line.startswith('  File '):
            print(line.split('"')[2])
        elif line and not line.startswith('    '):
            print(line)


def fail():
    raise OSError('broken')


def wrap():
    try:
        fail()
    except OSError as e:
        raise RuntimeError('wrapped') from e


def again():
    try:
        fail()
    except OSError as e:
        raise e


def bare():
    try:
        fail()
    except OSError:
        raise


def cleaned():
    try:
        fail()
    finally:
        print('finally')


def handled():
    try:
        fail()
    except OSError:
        {}['missing']


def hidden():
    try:
        fail()
    except OSError:
        raise ValueError('alone') from None


for function in wrap, again, bare, cleaned, handled, hidden:
    try:
        function()
    except Exception:
        show(traceback.format_exc())

try:
    wrap()
except RuntimeError as e:
    show(''.join(traceback.format_exception(e, chain=False)))
    e.__cause__.__cause__ = e
    show(''.join(traceback.format_exception(e)))


def numbers():
    yield 1
    fail()


try:
    for _ in map(abs, sorted(numbers())):
        pass
except OSError:
    show(traceback.format_exc())
# expect: Traceback (most recent call last):
# expect: , line 19, in wrap
# expect: , line 14, in fail
# expect: OSError: broken
# expect: The above exception was the direct cause of the following exception:
# expect: Traceback (most recent call last):
# expect: , line 61, in <module>
# expect: , line 21, in wrap
# expect: RuntimeError: wrapped
# expect: Traceback (most recent call last):
# expect: , line 61, in <module>
# expect: , line 28, in again
# expect: , line 26, in again
# expect: , line 14, in fail
# expect: OSError: broken
# expect: Traceback (most recent call last):
# expect: , line 61, in <module>
# expect: , line 33, in bare
# expect: , line 14, in fail
# expect: OSError: broken
# expect: finally
# expect: Traceback (most recent call last):
# expect: , line 61, in <module>
# expect: , line 40, in cleaned
# expect: , line 14, in fail
# expect: OSError: broken
# expect: Traceback (most recent call last):
# expect: , line 47, in handled
# expect: , line 14, in fail
# expect: OSError: broken
# expect: During handling of the above exception, another exception occurred:
# expect: Traceback (most recent call last):
# expect: , line 61, in <module>
# expect: , line 49, in handled
# expect: KeyError: 'missing'
# expect: Traceback (most recent call last):
# expect: , line 61, in <module>
# expect: , line 56, in hidden
# expect: ValueError: alone
# expect: Traceback (most recent call last):
# expect: , line 66, in <module>
# expect: , line 21, in wrap
# expect: RuntimeError: wrapped
# expect: Traceback (most recent call last):
# expect: , line 19, in wrap
# expect: , line 14, in fail
# expect: OSError: broken
# expect: The above exception was the direct cause of the following exception:
# expect: Traceback (most recent call last):
# expect: , line 66, in <module>
# expect: , line 21, in wrap
# expect: RuntimeError: wrapped
# expect: Traceback (most recent call last):
# expect: , line 79, in <module>
# expect: , line 75, in numbers
# expect: , line 14, in fail
# expect: OSError: broken
