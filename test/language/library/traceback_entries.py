# traceback: entries of a traceback, one by one
import io
import traceback


class Machine:
    def start(self):
        return [self.turn(x) for x in (1, 0)]

    def turn(self, x):
        return (lambda: 1 / x)()


try:
    Machine().start()
except ZeroDivisionError as e:
    error = e

tb = error.__traceback__
while tb is not None:
    print(tb.tb_lineno, tb.tb_frame.f_code.co_name)
    tb = tb.tb_next

summary = traceback.extract_tb(error.__traceback__)
for filename, line, name, text in summary:
    print(filename == __file__, line, name)
print(len(summary), summary[-1].name, summary[-1].lineno, summary[-1][2], summary[0].filename == __file__)
print(len(summary.format()) == len(traceback.format_list(summary)) == len(traceback.format_tb(error.__traceback__)))
print([line for frame, line in traceback.walk_tb(error.__traceback__)])
print(len(traceback.extract_tb(error.__traceback__, 2)), len(traceback.extract_tb(error.__traceback__, -1)))
print(traceback.format_list([('a.py', 3, 'f', None), ('a.py', 3, 'f', None), ('b.py', 7, 'g', None)]))
stream = io.StringIO()
traceback.print_tb(error.__traceback__, limit=1, file=stream)
print(stream.getvalue().split('\n')[0].split('"')[2])
print(traceback.extract_tb(None), traceback.format_tb(None))

other = ValueError('lent').with_traceback(error.__traceback__)
print(other.__traceback__ is error.__traceback__)
try:
    raise other
except ValueError as e:
    print(e.__traceback__.tb_lineno, e.__traceback__.tb_next is error.__traceback__)
kept = traceback.TracebackException.from_exception(error)
error.__traceback__ = None
print(kept, kept.exc_type, len(kept.stack), list(kept.format_exception_only()), [line[:6] for line in kept.format(chain=False)] == [line[:6] for line in kept.format()])
print(traceback.format_exception(error))
# expect: 15 <module>
# expect: 8 start
# expect: 8 <listcomp>
# expect: 11 turn
# expect: 11 <lambda>
# expect: True 15 <module>
# expect: True 8 start
# expect: True 8 <listcomp>
# expect: True 11 turn
# expect: True 11 <lambda>
# expect: 5 <lambda> 11 <lambda> True
# expect: True
# expect: [15, 8, 8, 11, 11]
# expect: 2 1
# expect: ['  File "a.py", line 3, in f\n', '  File "a.py", line 3, in f\n', '  File "b.py", line 7, in g\n']
# expect: , line 15, in <module>
# expect: [] []
# expect: True
# expect: 40 True
# expect: division by zero <class 'ZeroDivisionError'> 5 ['ZeroDivisionError: division by zero\n'] True
# expect: ['ZeroDivisionError: division by zero\n']
