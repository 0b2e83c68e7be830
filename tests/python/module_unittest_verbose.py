"""Results of tests as objects."""
import unittest


class Base(unittest.TestCase):
    log = []

    @classmethod
    def setUpClass(cls):
        cls.log.append('class up')

    @classmethod
    def tearDownClass(cls):
        cls.log.append('class down')

    def setUp(self):
        self.log.append('up')
        self.addCleanup(self.log.append, 'cleaned')

    def tearDown(self):
        self.log.append('down')


class Maths(Base):
    def test_b(self):
        self.log.append('b')
        self.assertEqual(sum([1, 2]), 3)

    def test_a(self):
        self.log.append('a')
        self.assertIn(2, {1: 'x', 2: 'y'})

    def helper(self):
        raise AssertionError('not a test')

    @unittest.skipIf(True, 'never')
    def test_skipped(self):
        self.fail('no')


class Quiet:
    def write(self, text):
        pass

    def flush(self):
        pass


result = unittest.TextTestRunner(stream=Quiet()).run(unittest.defaultTestLoader.loadTestsFromTestCase(Maths))
print(Maths.log, result.testsRun, result.wasSuccessful(), [reason for _, reason in result.skipped])
print(unittest.TestLoader().getTestCaseNames(Maths), Maths('test_a').id().split('.')[-2:], Maths('test_b').shortDescription())
checks = [(lambda t: t.assertEqual(1, 2)), (lambda t: t.assertTrue([])), (lambda t: t.assertIsNone(0)), (lambda t: t.assertIn(1, [])),
          (lambda t: t.assertGreater(1, 2)), (lambda t: t.assertAlmostEqual(1, 1.01)), (lambda t: t.assertRaises(ValueError, int, '3')),
          (lambda t: t.assertIs([], [])), (lambda t: t.assertNotEqual(1, 1)), (lambda t: t.assertIsInstance(1, str)), (lambda t: t.assertEqual(1, 2, 'why'))]
for check in checks:
    try:
        check(Maths('test_a'))
    except AssertionError as e:
        print(e)
