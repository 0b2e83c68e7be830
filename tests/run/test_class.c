/* Classes. What CPython prints for many of them is in tests/python/class_all.py. */
#include "tests/run/program.h"

static void test_inheritance(void **state) {
    (void)state;
    assert_prints("class A:\n    def f(self): return 'A'\n"
                  "class B(A):\n    def f(self): return 'B' + super().f()\n"
                  "class C(A):\n    def f(self): return 'C' + super(C, self).f()\n"
                  "class D(B, C): pass\n"
                  "print(D().f(), [c.__name__ for c in D.__mro__])\n",
                  "BCA ['D', 'B', 'C', 'A', 'object']\n");
    assert_raises("class A: pass\nclass B(A): pass\nclass C(A, B): pass\n",
                  "order (MRO) for bases A, B");
}

static void test_reprs(void **state) {
    (void)state;
    assert_prints("class C:\n    class D: pass\nprint(C, C.D, type(C), C.__qualname__)\n"
                  "r = repr(C())\nprint(r[:26], len(r) > 30)\n",
                  "<class '__main__.C'> <class '__main__.C.D'> <class 'type'> C\n"
                  "<__main__.C object at 0x7f True\n");
}

static void test_descriptors(void **state) {
    (void)state;
    assert_prints("class C:\n"
                  "    def __init__(self): self.n = 1\n"
                  "    @property\n    def p(self): return self.n\n"
                  "    @p.setter\n    def p(self, v): self.n = v\n"
                  "    @staticmethod\n    def s(x): return x\n"
                  "    @classmethod\n    def k(cls): return cls.__name__\n"
                  "class D(C): pass\n"
                  "d = D()\nd.p = 5\nprint(d.p, d.s(2), D.s(3), d.k(), C.k())\n",
                  "5 2 3 D C\n");
    assert_raises("class C:\n    p = property(lambda s: 1)\nC().p = 2\n",
                  "AttributeError: property 'p' of 'C' object has no setter");
}

static void test_equality_takes_the_hash(void **state) {
    (void)state;
    assert_raises("class C:\n    def __eq__(self, o): return True\n{C(): 1}\n",
                  "TypeError: unhashable type: 'C'");
    assert_prints("class C: pass\nc = C()\nprint(c in {c: 1}, c == c, c != C())\n",
                  "True True True\n");
}

static void test_new_and_init(void **state) {
    (void)state;
    assert_raises("class C: pass\nC(1)\n", "TypeError: C() takes no arguments");
    assert_raises("class C:\n    def __init__(self): return 1\nC()\n",
                  "TypeError: __init__() should return None, not 'int'");
    assert_prints(
        "class C:\n    def __new__(cls, x): return x\n    def __init__(self, x): print('no')\n"
        "print(C(3))\n",
        "3\n");
}

static void test_attributes_of_native_objects(void **state) {
    (void)state;
    assert_raises("(1).x = 2\n", "AttributeError: 'int' object has no attribute 'x'");
    assert_raises("[].append = 1\n",
                  "AttributeError: 'list' object attribute 'append' is read-only");
    assert_raises("list.x = 1\n", "TypeError: cannot set 'x' attribute of immutable type 'list'");
}

static void test_history_of_attributes(void **state) {
    (void)state;
    Ran r = run_text("class C: pass\nc = C()\nc.x = 1\nc.x = 2\ndel c.x\n");
    const Trace *t = r.run->trace;
    Object *c = NULL;
    for (size_t i = 0; i < t->objects.count; i++) {
        Object *o = *LOG_AT(&t->objects, Object *, i);
        c = str_is(name_str(o->type->name), "C") ? o : c;
    }
    assert_non_null(c);
    const Members *m = &((const InstanceObject *)c)->members;
    assert_int_equal(cell_at(&m->at[0].cell, trace_step_end(t, 4)).as.integer, 1);
    assert_int_equal(cell_at(&m->at[0].cell, trace_step_end(t, 5)).as.integer, 2);
    assert_int_equal(cell_at(&m->at[0].cell, trace_step_end(t, 6)).kind, VALUE_UNBOUND);
    ran_free(&r);
}

static void note_part(void *context, Str label, Value part) {
    Sink *out = context;
    sink_printf(out, "%.*s=", STR_ARG(label));
    value_show(out, part, MOMENT_END, 1);
    sink_char(out, ' ');
}

static void test_parts_of_an_instance(void **state) {
    (void)state;
    Ran r = run_text("class C: pass\nc = C()\nc.x = 1\nc.name = 'n'\n");
    const TraceFrame *f = trace_frame_at(r.run->trace, 0);
    Sink out = sink_memory(r.arena);
    for (uint32_t i = 0; i < f->ncells; i++) {
        Value v = trace_local_at(f, i, MOMENT_END);
        if (v.kind == VALUE_OBJECT && str_is(name_str(f->names[i]), "c")) {
            v.as.object->type->parts(v.as.object, MOMENT_END, note_part, &out);
        }
    }
    assert_str(sink_str(&out), ".x=1 .name='n' ");
    ran_free(&r);
}

static void test_python2_classes(void **state) {
    (void)state;
    assert_prints2(
        "class M(type):\n"
        "    def __new__(m, name, bases, d):\n"
        "        d['tag'] = name\n"
        "        return type.__new__(m, name, bases, d)\n"
        "class C(object):\n    __metaclass__ = M\n    def __nonzero__(self): return False\n"
        "print C.tag, bool(C()), type(1)\n",
        "C False <type 'int'>\n");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_inheritance),
        cmocka_unit_test(test_reprs),
        cmocka_unit_test(test_descriptors),
        cmocka_unit_test(test_equality_takes_the_hash),
        cmocka_unit_test(test_new_and_init),
        cmocka_unit_test(test_attributes_of_native_objects),
        cmocka_unit_test(test_history_of_attributes),
        cmocka_unit_test(test_parts_of_an_instance),
        cmocka_unit_test(test_python2_classes),
    };
    return cmocka_run_group_tests_name("class", tests, NULL, NULL);
}
