# CPython 3.11's unittest: test cases, and main, which runs those of the program and tells on stderr.


class SkipTest(Exception):
    pass


# Classes of tests, as they are defined.
_cases = []


class TestCase:
    failureException = AssertionError
    longMessage = True
    maxDiff = 640

    def __init_subclass__(cls, **keywords):
        super().__init_subclass__(**keywords)
        _cases.append(cls)

    def __init__(self, methodName='runTest'):
        self._testMethodName = methodName
        self._cleanups = []
        self._result = None

    def setUp(self):
        pass

    def tearDown(self):
        pass

    @classmethod
    def setUpClass(cls):
        pass

    @classmethod
    def tearDownClass(cls):
        pass

    def id(self):
        cls = type(self)
        return cls.__module__ + '.' + cls.__qualname__ + '.' + self._testMethodName

    def addCleanup(self, function, /, *args, **keywords):
        self._cleanups.append((function, args, keywords))

    def doCleanups(self):
        while self._cleanups:
            function, args, keywords = self._cleanups.pop()
            function(*args, **keywords)

    def skipTest(self, reason):
        raise SkipTest(reason)

    def subTest(self, msg=None, **params):
        return _SubTest(self, msg, params)

    def fail(self, msg=None):
        raise self.failureException(msg)

    def _say(self, wrong, msg, standard):
        if wrong:
            raise self.failureException(standard if msg is None else standard + ' : ' + str(msg))

    def assertTrue(self, expr, msg=None):
        self._say(not expr, msg, repr(expr) + ' is not true')

    def assertFalse(self, expr, msg=None):
        self._say(expr, msg, repr(expr) + ' is not false')

    def assertEqual(self, first, second, msg=None):
        if not first == second:
            self._say(True, msg, repr(first) + ' != ' + repr(second))

    def assertNotEqual(self, first, second, msg=None):
        if not first != second:
            self._say(True, msg, repr(first) + ' == ' + repr(second))

    assertListEqual = assertTupleEqual = assertDictEqual = assertSetEqual = assertSequenceEqual = assertMultiLineEqual = assertEqual

    def assertIs(self, expr1, expr2, msg=None):
        self._say(expr1 is not expr2, msg, repr(expr1) + ' is not ' + repr(expr2))

    def assertIsNot(self, expr1, expr2, msg=None):
        self._say(expr1 is expr2, msg, 'unexpectedly identical: ' + repr(expr1))

    def assertIsNone(self, obj, msg=None):
        self._say(obj is not None, msg, repr(obj) + ' is not None')

    def assertIsNotNone(self, obj, msg=None):
        self._say(obj is None, msg, 'unexpectedly None')

    def assertIn(self, member, container, msg=None):
        self._say(member not in container, msg, repr(member) + ' not found in ' + repr(container))

    def assertNotIn(self, member, container, msg=None):
        self._say(member in container, msg, repr(member) + ' unexpectedly found in ' + repr(container))

    def assertIsInstance(self, obj, cls, msg=None):
        self._say(not isinstance(obj, cls), msg, repr(obj) + ' is not an instance of ' + repr(cls))

    def assertNotIsInstance(self, obj, cls, msg=None):
        self._say(isinstance(obj, cls), msg, repr(obj) + ' is an instance of ' + repr(cls))

    def assertGreater(self, a, b, msg=None):
        self._say(not a > b, msg, repr(a) + ' not greater than ' + repr(b))

    def assertGreaterEqual(self, a, b, msg=None):
        self._say(not a >= b, msg, repr(a) + ' not greater than or equal to ' + repr(b))

    def assertLess(self, a, b, msg=None):
        self._say(not a < b, msg, repr(a) + ' not less than ' + repr(b))

    def assertLessEqual(self, a, b, msg=None):
        self._say(not a <= b, msg, repr(a) + ' not less than or equal to ' + repr(b))

    def assertAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        wrong, tail = _far(first, second, places, delta)
        self._say(wrong, msg, repr(first) + ' != ' + repr(second) + tail)

    def assertNotAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        wrong, tail = _far(first, second, places, delta)
        self._say(not wrong, msg, repr(first) + ' == ' + repr(second) + tail)

    def assertCountEqual(self, first, second, msg=None):
        rest = list(second)
        missing = []
        for item in first:
            if item in rest:
                rest.remove(item)
            else:
                missing.append(item)
        self._say(missing or rest, msg, 'Element counts were not equal: ' + repr(missing) + ' only in the first, ' + repr(rest) + ' only in the second')

    def assertRegex(self, text, expected_regex, msg=None):
        self._say(not _search(expected_regex, text), msg, "Regex didn't match: " + repr(expected_regex) + ' not found in ' + repr(text))

    def assertNotRegex(self, text, unexpected_regex, msg=None):
        self._say(_search(unexpected_regex, text), msg, 'Regex matched: ' + repr(unexpected_regex) + ' matches in ' + repr(text))

    def assertRaises(self, expected_exception, *args, **keywords):
        return _expect(_Raises(self, expected_exception), args, keywords)

    def assertRaisesRegex(self, expected_exception, expected_regex, *args, **keywords):
        return _expect(_RaisesRegex(self, expected_exception, expected_regex), args, keywords)


def _search(pattern, text):
    import re

    return re.search(pattern, text)


def _far(first, second, places, delta):
    if first == second:
        return False, ''
    diff = abs(first - second)
    if delta is not None:
        return diff > delta, ' within ' + repr(delta) + ' delta (' + repr(diff) + ' difference)'
    places = 7 if places is None else places
    return round(diff, places) != 0, ' within ' + str(places) + ' places (' + repr(diff) + ' difference)'


def _expect(context, args, keywords):
    if not args:
        return context
    function, *rest = args
    context._by = ' by ' + getattr(function, '__name__', str(function))
    with context:
        function(*rest, **keywords)


class _Raises:
    def __init__(self, case, expected):
        self._case = case
        self._expected = expected
        self.exception = None
        self._by = ''

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        expected = self._expected
        if kind is None:
            name = expected.__name__ if isinstance(expected, type) else str(expected)
            self._case._say(True, None, name + ' not raised' + self._by)
        if not issubclass(kind, expected):
            return False
        self.exception = value
        self._check(value)
        return True

    def _check(self, value):
        pass


class _RaisesRegex(_Raises):
    def __init__(self, case, expected, regex):
        _Raises.__init__(self, case, expected)
        self._regex = regex

    def _check(self, value):
        self._case._say(not _search(self._regex, str(value)), None, repr(self._regex) + ' does not match ' + repr(str(value)))


class _SubTest:
    def __init__(self, case, msg, params):
        self._case = case
        self._msg = msg
        self._params = params

    def __enter__(self):
        pass

    def __exit__(self, kind, value, traceback):
        result = self._case._result
        if kind is None or result is None or not issubclass(kind, Exception):
            return False
        parts = [] if self._msg is None else ['[' + str(self._msg) + ']']
        if self._params:
            parts.append('(' + ', '.join([name + '=' + repr(part) for name, part in self._params.items()]) + ')')
        if issubclass(kind, SkipTest):
            result.skipped += 1
        else:
            result.failed(_title(self._case) + ' ' + ' '.join(parts), value)
        return True


def _title(case):
    return case._testMethodName + ' (' + case.id() + ')'


class _Result:
    def __init__(self):
        self.count = self.failures = self.errors = self.skipped = self.expected = self.unexpected = 0
        self.reports = []

    def failed(self, title, error):
        is_failure = isinstance(error, AssertionError)
        if is_failure:
            self.failures += 1
        else:
            self.errors += 1
        _write(2, 'F' if is_failure else 'E')
        self.reports.append((('FAIL: ' if is_failure else 'ERROR: ') + title, error))

    def wasSuccessful(self):
        return not self.reports and not self.unexpected

    def run_class(self, cls):
        names = []
        for base in cls.__mro__:
            names.extend([name for name in _instance_dict(base) if name.startswith('test') and name not in names])
        reason = getattr(cls, '__unittest_skip_why__', None)
        if not names:
            return
        try:
            if reason is None:
                cls.setUpClass()
        except Exception as error:
            self.failed('setUpClass (' + cls.__module__ + '.' + cls.__qualname__ + ')', error)
            return
        for name in sorted(names):
            self.run(cls(name), name, reason)
        if reason is None:
            cls.tearDownClass()

    def run(self, case, name, reason):
        case._result = self
        method = getattr(case, name)
        before = len(self.reports)
        expects = getattr(method, '__unittest_expecting_failure__', False)
        self.count += 1
        try:
            if reason is None:
                reason = getattr(method, '__unittest_skip_why__', None)
            if reason is not None:
                raise SkipTest(reason)
            case.setUp()
            try:
                method()
            finally:
                case.tearDown()
        except SkipTest:
            self.skipped += 1
            _write(2, 's')
            expects = None
        except Exception as error:
            if expects:
                self.expected += 1
                _write(2, 'x')
                expects = None
            else:
                self.failed(_title(case), error)
        try:
            case.doCleanups()
        except Exception as error:
            self.failed(_title(case), error)
        if expects:
            self.unexpected += 1
            _write(2, 'u')
        elif expects is False and len(self.reports) == before:
            _write(2, '.')

    def tell(self, began):
        _write(2, '\n')
        # Errors come before failures.
        for title, error in sorted(self.reports, key=_is_failure):
            _write(2, '=' * 70 + '\n' + title + '\n' + '-' * 70 + '\n')
            _report_exception(error)
            _write(2, '\n')
        thousandths = (_clock() - began) // 1000
        took = str(thousandths // 1000) + '.' + str(thousandths % 1000).rjust(3, '0')
        _write(2, '-' * 70 + '\nRan ' + str(self.count) + ' test' + ('' if self.count == 1 else 's') + ' in ' + took + 's\n\n')
        parts = []
        for name in ('failures', 'errors', 'skipped', 'expected', 'unexpected'):
            count = getattr(self, name)
            if count:
                parts.append((name if len(name) < 9 else '') + (' failures' if name == 'expected' else '') + '=' + str(count))
        _write(2, ('OK' if self.wasSuccessful() else 'FAILED') + (' (' + ', '.join(parts) + ')' if parts else '') + '\n')


def _is_failure(report):
    return isinstance(report[1], AssertionError)


def main(module='__main__', *, exit=True, **options):
    result = _Result()
    began = _clock()
    for cls in sorted(_cases, key=_name_of):
        result.run_class(cls)
    result.tell(began)
    if exit:
        raise SystemExit(0 if result.wasSuccessful() else 1)
    return result


def _name_of(cls):
    return cls.__name__


def skip(reason):
    def mark(item):
        item.__unittest_skip_why__ = reason
        return item

    return mark


def skipIf(condition, reason):
    return skip(reason) if condition else _as_it_is


def skipUnless(condition, reason):
    return _as_it_is if condition else skip(reason)


def _as_it_is(item):
    return item


def expectedFailure(item):
    item.__unittest_expecting_failure__ = True
    return item
