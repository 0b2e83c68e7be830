/* Digests by Python's hashlib and from FIPS 180-4; base64 from RFC 4648. */
#include "base/digest.h"

#include <string.h>

#include "base/packed.h"
#include "tests/test.h"

static void check_digest(Str text, const char *wanted) {
    unsigned char digest[SHA256_BYTES];
    char hex[2 * SHA256_BYTES + 1];
    sha256(text, digest);
    for (int i = 0; i < SHA256_BYTES; i++)
        snprintf(hex + 2 * i, 3, "%02x", digest[i]);
    assert_string_equal(hex, wanted);
}

static void digests(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    static const struct {
        size_t n;
        const char *wanted;
    } of_a[] = {
        {0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
        {55, "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318"},
        {56, "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a"},
        {63, "7d3e74a05d7db15bce4ad9ec0658ea98e3f06eeecf16b4c6fff2da457ddc2f34"},
        {64, "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"},
        {119, "31eba51c313a5c08226adf18d4a359cfdfd8d2e816b13f4af952f7ea6584dcfb"},
        {120, "2f3d335432c70b580af0e8e1b3674a7c020d683aa5f73aaaedfdc55af904c21c"},
        {1000000, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"},
    };
    char *text = arena_alloc(a, 1000000);
    memset(text, 'a', 1000000);
    for (size_t i = 0; i < sizeof of_a / sizeof *of_a; i++)
        check_digest((Str){text, of_a[i].n}, of_a[i].wanted);
    check_digest(STR("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    check_digest(STR("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
                 "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    arena_free(a);
}

static void base64(void **state) {
    (void)state;
    static const char *const wanted[] = {"",         "Zg==",     "Zm8=",    "Zm9v",
                                         "Zm9vYg==", "Zm9vYmE=", "Zm9vYmFy"};
    Arena *a = arena_new(0);
    for (size_t n = 0; n <= 6; n++) {
        Sink out = sink_memory(a);
        base64_put(&out, (Str){"foobar", n});
        assert_str(sink_str(&out), wanted[n]);
    }
    Sink out = sink_memory(a);
    base64_put(&out, STR("\xfb\xff\xfe"));
    assert_str(sink_str(&out), "+//+");
    arena_free(a);
}

/* Of nothing one block without anything in it, as zlib of Python writes it; browsers read the rest
 * (tests/web). */
static void deflates(void **state) {
    (void)state;
    Arena *a = arena_new(0);
    Str nothing = pack_deflated(a, STR(""));
    assert_int_equal(nothing.len, 2);
    assert_memory_equal(nothing.at, "\x03\0", 2);
    Str text = str_dup(a, STR("the same again, the same again, the same again"));
    Str packed = pack_deflated(a, text);
    assert_true(packed.len > 10 && packed.len < 30);
    Str again = pack_deflated(a, text);
    assert_true(str_eq(packed, again));
    arena_free(a);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(digests),
        cmocka_unit_test(base64),
        cmocka_unit_test(deflates),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
