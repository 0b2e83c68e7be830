/* The standard modules where CPython cannot be compared with: refusals, the clock, numbers without
 * a seed, Python 2, stand-ins. Programs are in tests/python/module_*.py. */
#include "tests/run/value.h"

static void test_refusals(void **state) {
    (void)state;
    assert_refused("import os\nos.listdir('.')\n", "listing . is not allowed");
    assert_refused("import sys\nsys.stdin.read()\n", "reading from sys.stdin is not modelled");
    assert_refused("import shutil\nshutil.rmtree(2)\n", "shutil.rmtree is not modelled");
    assert_refused("from threading import Thread\n", "threading.Thread is not modelled");
    assert_refused("import six.moves.urllib.request\nsix.moves.urllib.request.urlopen\n",
                   "six.moves.urllib.request.urlopen is not modelled");
    assert_refused("import time\ntime.strptime('1', '%U')\n", "%U in strptime is not modelled");
    assert_refused("import argparse\nargparse.ArgumentParser().print_help()\n",
                   "the usage and help texts of argparse is not modelled");
}

/* Arguments that change a result are not ignored. */
static void test_refused_arguments(void **state) {
    (void)state;
    assert_refused("import functools\n@functools.lru_cache(typed=True)\ndef f(x): return x\n",
                   "typed of lru_cache() other than False is not modelled");
    assert_refused("import warnings\nwarnings.simplefilter('error')\n",
                   "warnings that become errors is not modelled");
    assert_refused("import datetime\ndatetime.datetime.now(0)\n",
                   "tz of now() other than None is not modelled");
    assert_refused("import argparse\nargparse.ArgumentParser(fromfile_prefix_chars='@')\n",
                   "this value of fromfile_prefix_chars of ArgumentParser is not modelled");
    assert_refused("import logging\nlogging.warning('x', stack_info=True)\n",
                   "this value of stack_info of logging is not modelled");
    assert_refused("import json\njson.JSONEncoder(skipkeys=True)\n",
                   "this value of skipkeys of JSONEncoder is not modelled");
    assert_refused("import random\nrandom.seed('a', version=1)\n",
                   "version of seed() other than 2 is not modelled");
    assert_refused("import io\nio.StringIO('a', newline=None)\n",
                   "a StringIO that translates line ends is not modelled");
    assert_refused("'a'.encode('ascii', 'xmlcharrefreplace')\n",
                   "the error handler xmlcharrefreplace is not modelled");
    assert_refused("b'a'.hex(':')\n", "the argument sep of hex() is not modelled");
    assert_refused("import dataclasses\n@dataclasses.dataclass(slots=True)\nclass A: pass\n",
                   "this value of slots of dataclass is not modelled");
    assert_refused("import statistics\nstatistics.fmean([1, 2], weights=[1, 2])\n",
                   "this value of weights of fmean is not modelled");
    assert_refused("import bisect\nbisect.bisect([1], 2, key=abs)\n",
                   "key of bisect() other than None is not modelled");
    assert_refused("import numpy as np\nnp.seterr(all='raise')\n",
                   "all of seterr() other than None is not modelled");
}

/* A handler of the program does not see a refusal. */
static void test_refusal_in_try(void **state) {
    (void)state;
    assert_refused("import shutil\ntry:\n    shutil.rmtree('x')\nexcept Exception:\n    print(1)\n",
                   "shutil.rmtree is not modelled");
}

static void test_missing_names(void **state) {
    (void)state;
    assert_prints("import math, os\n"
                  "for m in (math, os.path):\n"
                  "    try:\n"
                  "        m.nothing\n"
                  "    except AttributeError as e:\n"
                  "        print(e)\n",
                  "module 'math' has no attribute 'nothing'\n"
                  "module 'os.path' has no attribute 'nothing'\n");
}

/* The clock begins at the same moment in every run and moves when it is asked. */
static void test_clock(void **state) {
    (void)state;
    assert_prints(
        "import time, datetime\n"
        "print(time.time(), time.time())\n"
        "time.sleep(60)\n"
        "print(int(time.time()), time.strftime('%Y-%m-%d'), datetime.datetime.now().year)\n",
        "1500000000.0 1500000000.0009766\n1500000060 2017-07-14 2017\n");
}

static void test_seed_of_run(void **state) {
    (void)state;
    const char *text = "import random, numpy\nprint(random.random(), numpy.random.rand())\n";
    RunOptions options[2] = {{.python = 3, .seed = 5}, {.python = 3, .seed = 6}};
    Ran a = run_source(STR("p.py"), str_of(text), &options[0]);
    Ran b = run_source(STR("p.py"), str_of(text), &options[0]);
    Ran c = run_source(STR("p.py"), str_of(text), &options[1]);
    assert_true(str_eq(a.out, b.out));
    assert_false(str_eq(a.out, c.out));
    ran_free(&a);
    ran_free(&b);
    ran_free(&c);
    /* as if the program had seeded them so itself */
    assert_prints("import random, numpy\nrandom.seed(0); numpy.random.seed(0)\n"
                  "a = (random.random(), numpy.random.rand())\n"
                  "print(a)\n",
                  "(0.8444218515250481, 0.5488135039273248)\n");
    assert_prints("import random, numpy\nprint((random.random(), numpy.random.rand()))\n",
                  "(0.8444218515250481, 0.5488135039273248)\n");
}

static void test_python2(void **state) {
    (void)state;
    assert_prints2(
        "import math, sys, itertools, six, random\n"
        "from six.moves import xrange, zip\n"
        "print math.floor(2.5), sys.version_info[0], six.PY2, sys.maxint > 0\n"
        "print list(itertools.izip('ab', xrange(2))), isinstance(u'x', six.string_types)\n"
        "random.seed(1)\n"
        "print random.random(), random.randint(1, 10), random.choice('abc')\n",
        "2.0 2 True True\n"
        "[('a', 0), ('b', 1)] True\n"
        "0.134364244112 9 c\n");
}

static void test_six3(void **state) {
    (void)state;
    assert_prints("import abc, six\n"
                  "from six.moves import range, map, reduce\n"
                  "@six.add_metaclass(abc.ABCMeta)\n"
                  "class A(object):\n"
                  "    @abc.abstractmethod\n"
                  "    def f(self): pass\n"
                  "class B(six.with_metaclass(abc.ABCMeta, object)):\n"
                  "    def f(self): return 1\n"
                  "try:\n"
                  "    A()\n"
                  "except TypeError as e:\n"
                  "    print(e)\n"
                  "print(B().f(), six.PY3, list(six.iteritems({'a': 1})), six.text_type is str,\n"
                  "      isinstance(3, six.integer_types), list(map(str, range(2))))\n",
                  "Can't instantiate abstract class A with abstract method f\n"
                  "1 True [('a', 1)] True True ['0', '1']\n");
}

static void test_stand_in(void **state) {
    (void)state;
    assert_prints("import matplotlib.pyplot as plt\n"
                  "from mpl_toolkits.mplot3d import Axes3D\n"
                  "fig, (a, b) = plt.subplots(1, 2, figsize=(3, 4))\n"
                  "line, = a.plot([1], [2], 'r-')\n"
                  "line.set_color('red')\n"
                  "counts, bins, patches = b.hist([1])\n"
                  "plt.rcParams['figure.figsize'] = (1, 2)\n"
                  "fig, axes = plt.subplots(2, 2)\n"
                  "axes[1][0].imshow([[1]], cmap=plt.cm.gray)\n"
                  "plt.show()\n"
                  "print('shown')\n",
                  "shown\n");
}

static void test_harmless(void **state) {
    (void)state;
    assert_prints("import gc, logging, warnings, traceback, os\n"
                  "warnings.warn('w')\n"
                  "logging.error('e')\n"
                  "os.makedirs('logs')\n"
                  "try:\n"
                  "    1 / 0\n"
                  "except ZeroDivisionError:\n"
                  "    print(traceback.format_exc().split('\\n')[-2])\n"
                  "print(gc.collect(), os.getcwd(), os.path.abspath('x/../y'))\n",
                  "ZeroDivisionError: division by zero\n0 /home/user /home/user/y\n");
}

/* argparse ends the program as it does on a real command line. */
static void test_argparse_fails(void **state) {
    (void)state;
    Ran r = run_text("import argparse\n"
                     "p = argparse.ArgumentParser()\n"
                     "p.add_argument('name')\n"
                     "p.add_argument('--n', type=int, required=True)\n"
                     "p.parse_args()\n");
    assert_int_equal(r.run->trace->end, END_EXIT);
    assert_int_equal(r.run->trace->exit_status, 2);
    ran_free(&r);
}

/* A pattern that takes exponential time is stopped. */
static void test_long_match(void **state) {
    (void)state;
    Ran r = run_text("import re\nre.match('(a|aa)+$', 'a' * 60 + 'b')\n");
    assert_int_equal(r.run->trace->end, END_BUDGET);
    ran_free(&r);
}

static void test_deque_history(void **state) {
    (void)state;
    Ran r = run_text("from collections import deque\n"
                     "q = deque([1])\n"
                     "q.appendleft(0)\n"
                     "q.append(2)\n"
                     "q.popleft()\n");
    assert_str(shown_at(&r, "q", 2), "deque([1])");
    assert_str(shown_at(&r, "q", 3), "deque([0, 1])");
    assert_str(shown_at(&r, "q", 4), "deque([0, 1, 2])");
    assert_str(shown_at(&r, "q", 5), "deque([1, 2])");
    ran_free(&r);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_refusals),       cmocka_unit_test(test_refused_arguments),
        cmocka_unit_test(test_refusal_in_try), cmocka_unit_test(test_missing_names),
        cmocka_unit_test(test_clock),          cmocka_unit_test(test_seed_of_run),
        cmocka_unit_test(test_python2),        cmocka_unit_test(test_six3),
        cmocka_unit_test(test_stand_in),       cmocka_unit_test(test_harmless),
        cmocka_unit_test(test_argparse_fails), cmocka_unit_test(test_long_match),
        cmocka_unit_test(test_deque_history),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
