# unittest, traceback, types, warnings, errno
# differs: what goes to stderr ends with the line that is expected as its last
import errno
import io
import traceback
import types
import unittest
from types import MappingProxyType, MethodType, SimpleNamespace


class First(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        print('class')

    def setUp(self):
        print('set up', self.id().split('.')[-1])

    def tearDown(self):
        print('tear down')

    def test_checks(self):
        self.assertEqual([1], [1])
        self.assertNotEqual(1, 2)
        self.assertTrue(1)
        self.assertFalse([])
        self.assertIs(None, None)
        self.assertIsNot(1, None)
        self.assertIsNone(None)
        self.assertIsNotNone(0)
        self.assertIn(1, [1])
        self.assertNotIn(2, [1])
        self.assertIsInstance(1, int)
        self.assertNotIsInstance(1, str)
        self.assertGreater(2, 1)
        self.assertGreaterEqual(2, 2)
        self.assertLess(1, 2)
        self.assertLessEqual(1, 1)
        self.assertAlmostEqual(0.1 + 0.2, 0.3)
        self.assertNotAlmostEqual(1, 1.1)
        self.assertAlmostEqual(1, 1.5, delta=1)
        self.assertCountEqual([1, 2, 1], [2, 1, 1])
        self.assertRaises(KeyError, lambda: {}['a'])
        with self.assertRaises(ValueError) as caught:
            int('x')
        print(caught.exception)
        self.addCleanup(print, 'cleaned')

    def test_messages(self):
        for check in (
            lambda: self.assertEqual(1, 2),
            lambda: self.assertEqual(1, 2, 'why'),
            lambda: self.assertTrue(0),
            lambda: self.assertIsNone(3),
            lambda: self.assertIn(3, [1]),
            lambda: self.assertLess(2, 1),
            lambda: self.assertIsInstance(1, str),
            lambda: self.assertAlmostEqual(1.0, 2.0),
            lambda: self.assertRaises(ValueError, int, '1'),
            lambda: self.fail('failed'),
        ):
            try:
                check()
            except AssertionError as error:
                print(error)

    def test_skipped(self):
        self.skipTest('later')
        print('never')

    @unittest.skip('no')
    def test_skip(self):
        print('never')

    @unittest.skipIf(True, 'condition')
    def test_skip_if(self):
        print('never')

    @unittest.expectedFailure
    def test_expected(self):
        self.fail()

    def test_sub(self):
        for i in range(2):
            with self.subTest(i=i):
                print('sub', i)

    def helper(self):
        print('not a test')


@unittest.skipUnless(False, 'whole class')
class Second(unittest.TestCase):
    def test_never(self):
        print('never')


if __name__ == '__main__':
    program = unittest.main(exit=False)

try:
    1 // 0
except ZeroDivisionError as error:
    print(traceback.format_exc().splitlines()[-1], traceback.format_exception_only(error))
    text = io.StringIO()
    traceback.print_exc(file=text)
    print(text.getvalue().startswith('Traceback (most recent call last):\n'), text.getvalue().endswith('ZeroDivisionError: integer division or modulo by zero\n'))

s = SimpleNamespace(a=1, b='x')
s.c = [2]
print(s, s.a, s == SimpleNamespace(a=1, b='x', c=[2]))
m = MappingProxyType({'a': 1})
print(m, m['a'], 'b' in m, list(m), m.get('b'), len(m), m | {'b': 2}, list(m.items()))
try:
    m['a'] = 2
except TypeError:
    print('read only')


class Thing:
    def method(self):
        return 'method'


t = Thing()
t.bound = MethodType(lambda self, x: (self is t, x), t)
print(t.bound(5), isinstance(t.method, MethodType), isinstance(Thing.method, types.FunctionType), isinstance(len, types.BuiltinFunctionType), isinstance((x for x in ()), types.GeneratorType), types.NoneType is type(None))
print(errno.ENOENT, errno.errorcode[errno.EAGAIN], errno.ETIMEDOUT)
# expect: class
# expect: set up test_checks
# expect: invalid literal for int() with base 10: 'x'
# expect: tear down
# expect: cleaned
# expect: set up test_expected
# expect: tear down
# expect: set up test_messages
# expect: 1 != 2
# expect: 1 != 2 : why
# expect: 0 is not true
# expect: 3 is not None
# expect: 3 not found in [1]
# expect: 2 not less than 1
# expect: 1 is not an instance of <class 'str'>
# expect: 1.0 != 2.0 within 7 places (1.0 difference)
# expect: ValueError not raised by int
# expect: failed
# expect: tear down
# expect: set up test_skipped
# expect: tear down
# expect: set up test_sub
# expect: sub 0
# expect: sub 1
# expect: tear down
# expect: ZeroDivisionError: integer division or modulo by zero ['ZeroDivisionError: integer division or modulo by zero\n']
# expect: True True
# expect: namespace(a=1, b='x', c=[2]) 1 True
# expect: {'a': 1} 1 False ['a'] None 1 {'a': 1, 'b': 2} [('a', 1)]
# expect: read only
# expect: (True, 5) True True True True True
# expect: 2 EAGAIN 110
# expect-error: OK (skipped=4, expected failures=1)
# expect-exit: 0
