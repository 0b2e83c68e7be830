"""Tests of a small class, run in place."""
import io
import unittest


class Stack:
    def __init__(self):
        self.items = []

    def push(self, x):
        self.items.append(x)

    def pop(self):
        return self.items.pop()


class StackTest(unittest.TestCase):
    def setUp(self):
        self.stack = Stack()

    def test_push_pop(self):
        self.stack.push(1)
        self.assertEqual(self.stack.pop(), 1)
        self.assertTrue(self.stack.items == [])

    def test_empty(self):
        with self.assertRaises(IndexError) as caught:
            self.stack.pop()
        self.assertIn('empty', str(caught.exception))
        self.assertRaises(ZeroDivisionError, lambda: 1 / 0)

    def test_wrong(self):
        self.assertEqual(1 + 1, 3, 'arithmetic')

    def test_broken(self):
        raise KeyError('k')

    @unittest.skip('later')
    def test_later(self):
        self.fail()

    @unittest.expectedFailure
    def test_known(self):
        self.assertAlmostEqual(1.0, 1.1)

    def test_more(self):
        self.assertAlmostEqual(0.1 + 0.2, 0.3)
        self.assertIsNone(None)
        self.assertIsInstance([], list)
        self.assertGreater(2, 1)
        self.assertCountEqual([1, 2, 2], [2, 1, 2])
        self.assertDictEqual({'a': 1}, {'a': 1})
        self.assertRegex('abc', 'b')
        with self.assertRaisesRegex(ValueError, 'invalid literal'):
            int('x')
        for i in range(3):
            with self.subTest(i=i):
                self.assertLess(i, 3)


out = io.StringIO()
suite = unittest.TestLoader().loadTestsFromTestCase(StackTest)
result = unittest.TextTestRunner(stream=out, verbosity=0).run(suite)
print(result.testsRun, len(result.failures), len(result.errors), len(result.skipped), result.wasSuccessful())
for test, text in result.failures + result.errors:
    print(test.id(), '|', text.strip().splitlines()[-1])
print(out.getvalue().splitlines()[-1])
