import sys
import time


class SkipTest(Exception):
    pass


class _Raises:
    def __init__(self, case, expected, pattern=None, function=None):
        self.case, self.expected, self.pattern = case, expected, pattern
        self.by = ' by ' + getattr(function, '__name__', repr(function)) if function else ''

    def __enter__(self):
        return self

    def __exit__(self, kind, e, traceback):
        import re
        if kind is None:
            names = self.expected if isinstance(self.expected, tuple) else (self.expected,)
            raise self.case.failureException('%s not raised%s' % (', '.join(n.__name__ for n in names), self.by))
        if not issubclass(kind, self.expected):
            return False
        self.exception = e
        if self.pattern is not None and not re.search(self.pattern, str(e)):
            raise self.case.failureException('"%s" does not match "%s"' % (self.pattern, e))
        return True


class _SubTest:
    def __enter__(self):
        return self

    def __exit__(self, kind, e, traceback):
        if kind is not None and not issubclass(kind, SkipTest):
            import _library
            _library.refuse('a failing subTest')
        return False


class TestCase:
    failureException = AssertionError
    maxDiff = 640
    longMessage = True

    def __init__(self, methodName='runTest'):
        self._testMethodName = methodName
        self._cleanups = []

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
        return '%s.%s.%s' % (type(self).__module__, type(self).__qualname__, self._testMethodName)

    def shortDescription(self):
        doc = getattr(self, self._testMethodName).__doc__
        return doc.strip().split('\n')[0].strip() if doc else None

    def __str__(self):
        return '%s (%s.%s.%s)' % (self._testMethodName, type(self).__module__, type(self).__qualname__,
                                  self._testMethodName)

    def addCleanup(self, function, *args, **kwargs):
        self._cleanups.append((function, args, kwargs))

    def skipTest(self, reason):
        raise SkipTest(reason)

    def subTest(self, msg=None, **params):
        # no effect: msg, params
        return _SubTest()

    def fail(self, msg=None):
        raise self.failureException(msg)

    def _fail(self, msg, standard):
        raise self.failureException('%s : %s' % (standard, msg) if msg is not None else standard)

    def assertTrue(self, expr, msg=None):
        if not expr:
            self._fail(msg, '%r is not true' % (expr,))

    def assertFalse(self, expr, msg=None):
        if expr:
            self._fail(msg, '%r is not false' % (expr,))

    def assertEqual(self, first, second, msg=None):
        if not first == second:
            if type(first) is type(second) and isinstance(first, (list, tuple, dict, set, str)):
                import _library
                _library.refuse('the difference that unittest shows of two containers or texts')
            self._fail(msg, '%r != %r' % (first, second))

    assertEquals = assertEqual
    assertListEqual = assertTupleEqual = assertDictEqual = assertSetEqual = assertEqual
    assertSequenceEqual = assertMultiLineEqual = assertEqual

    def assertNotEqual(self, first, second, msg=None):
        if not first != second:
            self._fail(msg, '%r == %r' % (first, second))

    def assertIs(self, a, b, msg=None):
        if a is not b:
            self._fail(msg, '%r is not %r' % (a, b))

    def assertIsNot(self, a, b, msg=None):
        if a is b:
            self._fail(msg, 'unexpectedly identical: %r' % (a,))

    def assertIsNone(self, obj, msg=None):
        if obj is not None:
            self._fail(msg, '%r is not None' % (obj,))

    def assertIsNotNone(self, obj, msg=None):
        if obj is None:
            self._fail(msg, 'unexpectedly None')

    def assertIn(self, member, container, msg=None):
        if member not in container:
            self._fail(msg, '%r not found in %r' % (member, container))

    def assertNotIn(self, member, container, msg=None):
        if member in container:
            self._fail(msg, '%r unexpectedly found in %r' % (member, container))

    def assertIsInstance(self, obj, cls, msg=None):
        if not isinstance(obj, cls):
            self._fail(msg, '%r is not an instance of %r' % (obj, cls))

    def assertNotIsInstance(self, obj, cls, msg=None):
        if isinstance(obj, cls):
            self._fail(msg, '%r is an instance of %r' % (obj, cls))

    def assertAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        if first == second:
            return
        diff = abs(first - second)
        if delta is not None:
            if diff > delta:
                self._fail(msg, '%r != %r within %r delta (%r difference)' % (first, second, delta, diff))
            return
        places = 7 if places is None else places
        if round(diff, places) != 0:
            self._fail(msg, '%r != %r within %r places (%r difference)' % (first, second, places, diff))

    assertAlmostEquals = assertAlmostEqual

    def assertNotAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        if delta is not None:
            if first == second or abs(first - second) <= delta:
                self._fail(msg, '%r == %r within %r delta (%r difference)' % (first, second, delta, abs(first - second)))
            return
        places = 7 if places is None else places
        if first == second or round(abs(first - second), places) == 0:
            self._fail(msg, '%r == %r within %r places' % (first, second, places))

    def assertGreater(self, a, b, msg=None):
        if not a > b:
            self._fail(msg, '%r not greater than %r' % (a, b))

    def assertGreaterEqual(self, a, b, msg=None):
        if not a >= b:
            self._fail(msg, '%r not greater than or equal to %r' % (a, b))

    def assertLess(self, a, b, msg=None):
        if not a < b:
            self._fail(msg, '%r not less than %r' % (a, b))

    def assertLessEqual(self, a, b, msg=None):
        if not a <= b:
            self._fail(msg, '%r not less than or equal to %r' % (a, b))

    def assertCountEqual(self, first, second, msg=None):
        a, b = list(first), list(second)
        for x in list(a):
            if x in b:
                a.remove(x)
                b.remove(x)
        if a or b:
            self._fail(msg, 'Element counts were not equal')

    assertItemsEqual = assertCountEqual

    def assertRaises(self, expected_exception, *args, **kwargs):
        context = _Raises(self, expected_exception, None, *args[:1])
        if not args:
            return context
        with context:
            args[0](*args[1:], **kwargs)

    assertRaisesRegex = assertRaisesRegexp = lambda self, expected, pattern, *args, **kw: \
        self._raises_regex(expected, pattern, args, kw)

    def _raises_regex(self, expected, pattern, args, kwargs):
        context = _Raises(self, expected, pattern, *args[:1])
        if not args:
            return context
        with context:
            args[0](*args[1:], **kwargs)

    def assertRegex(self, text, expected_regex, msg=None):
        import re
        if not re.search(expected_regex, text):
            self._fail(msg, "Regex didn't match: %r not found in %r" % (expected_regex, text))

    assertRegexpMatches = assertRegex

    def run(self, result):
        method = getattr(self, self._testMethodName)
        result.testsRun += 1
        if getattr(method, '_skip', None) is not None or getattr(type(self), '_skip', None) is not None:
            result._skip(self, getattr(method, '_skip', None) or type(self)._skip)
            return
        try:
            try:
                self.setUp()
                try:
                    method()
                finally:
                    self.tearDown()
            finally:
                while self._cleanups:
                    function, args, kwargs = self._cleanups.pop()
                    function(*args, **kwargs)
        except SkipTest as e:
            result._skip(self, str(e))
        except self.failureException as e:
            result._bad(self, 'FAIL', method)
        except Exception as e:
            result._bad(self, 'ERROR', method)
        else:
            result._good(self, method)


def skip(reason):
    def decorator(item):
        item._skip = reason
        return item
    return decorator


def skipIf(condition, reason):
    return skip(reason) if condition else lambda item: item


def skipUnless(condition, reason):
    return skipIf(not condition, reason)


def expectedFailure(item):
    item._expected = True
    return item


class TestResult:
    def __init__(self, stream=None, verbosity=1):
        self.stream, self.verbosity = stream, verbosity
        self.testsRun, self.problems, self.skipped, self.expected = 0, [], [], 0
        self.failures, self.errors, self.unexpected = [], [], 0

    def _say(self, test, letter, word):
        if self.stream is None:
            return
        if self.verbosity > 1:
            doc = test.shortDescription()
            self.stream.write('%s%s ... %s\n' % (test, '\n' + doc if doc else '', word))
        else:
            self.stream.write(letter)

    def _good(self, test, method):
        if getattr(method, '_expected', False):
            self.unexpected += 1
            self._say(test, 'u', 'unexpected success')
        else:
            self._say(test, '.', 'ok')

    def _skip(self, test, reason):
        self.skipped.append((test, reason))
        self._say(test, 's', 'skipped %r' % reason)

    def _bad(self, test, kind, method):
        import traceback
        if getattr(method, '_expected', False):
            self.expected += 1
            self._say(test, 'x', 'expected failure')
            return
        text = traceback.format_exc()
        (self.failures if kind == 'FAIL' else self.errors).append((test, text))
        self.problems.append((kind, test, text))
        self._say(test, kind[0], kind)

    def wasSuccessful(self):
        return not self.failures and not self.errors and not self.unexpected


class TestSuite:
    def __init__(self, tests=()):
        self._tests = list(tests)

    def addTest(self, test):
        self._tests.append(test)

    def addTests(self, tests):
        self._tests.extend(tests)

    def countTestCases(self):
        return sum(t.countTestCases() if isinstance(t, TestSuite) else 1 for t in self._tests)

    def __iter__(self):
        return iter(self._tests)

    def run(self, result):
        before = None
        for test in self._tests:
            if isinstance(test, TestSuite):
                test.run(result)
                continue
            if type(test) is not before:
                if before:
                    before.tearDownClass()
                type(test).setUpClass()
                before = type(test)
            test.run(result)
        if before:
            before.tearDownClass()
        return result


class TestLoader:
    def getTestCaseNames(self, case):
        return sorted(n for n in dir(case) if n.startswith('test') and callable(getattr(case, n)))

    def loadTestsFromTestCase(self, case):
        return TestSuite(map(case, self.getTestCaseNames(case)))

    def loadTestsFromModule(self, module):
        suite = TestSuite()
        for name in dir(module):
            obj = getattr(module, name)
            if isinstance(obj, type) and issubclass(obj, TestCase):
                suite.addTest(self.loadTestsFromTestCase(obj))
        return suite


defaultTestLoader = TestLoader()


def makeSuite(testCaseClass):
    return defaultTestLoader.loadTestsFromTestCase(testCaseClass)


def _options(**options):
    import _library
    for name, value in options.items():
        if value:
            _library.refuse('%s of unittest' % name)


class TextTestRunner:
    def __init__(self, stream=None, descriptions=True, verbosity=1, **kw):
        _options(descriptions=not descriptions, **kw)
        self.stream, self.verbosity = stream or sys.stderr, verbosity

    def run(self, test):
        write = self.stream.write
        result, start = TestResult(self.stream, self.verbosity), time.time()
        test.run(result)
        took = time.time() - start
        write('\n')
        for kind, case, text in result.problems:
            doc = case.shortDescription()
            write('%s\n%s: %s%s\n%s\n%s\n' % ('=' * 70, kind, case, '\n' + doc if doc else '', '-' * 70, text))
        n = result.testsRun
        write('%s\nRan %d test%s in %.3fs\n\n' % ('-' * 70, n, '' if n == 1 else 's', took))
        notes = [('failures', len(result.failures)), ('errors', len(result.errors)), ('skipped', len(result.skipped)),
                 ('expected failures', result.expected), ('unexpected successes', result.unexpected)]
        text = ', '.join('%s=%d' % note for note in notes if note[1])
        write(('OK' if result.wasSuccessful() else 'FAILED') + (' (%s)' % text if text else '') + '\n')
        return result


class main:
    def __init__(self, module='__main__', defaultTest=None, argv=None, testRunner=None, testLoader=None,
                 exit=True, verbosity=1, **kw):
        _options(defaultTest=defaultTest, argv=argv and len(argv) > 1,
                 testLoader=testLoader not in (None, defaultTestLoader), **kw)
        module = sys.modules[module] if isinstance(module, str) else module
        suite = defaultTestLoader.loadTestsFromModule(module)
        runner = testRunner or TextTestRunner(verbosity=verbosity)
        self.result = (runner() if isinstance(runner, type) else runner).run(suite)
        if exit:
            sys.exit(not self.result.wasSuccessful())


TestProgram = main
