/* tests/unit/font/test_sha256.c — the examples of FIPS 180-4 (NIST, SHA256.pdf) and the long one.
 */
#include "unit/font/font_help.h"

static const char *hash_of(const char *data, size_t len, size_t step, char out[65])
{
    zt_sha256 hash;
    zt_sha256_init(&hash);
    for (size_t at = 0; at < len; at += step)
        zt_sha256_add(&hash, data + at, step < len - at ? step : len - at);
    zt_sha256_hex(&hash, out);
    return out;
}

static void test_fips_vectors(void **state)
{
    char hex[65];
    const char *two = "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq";
    (void)state;
    assert_string_equal(hash_of("", 0, 1, hex),
                        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    assert_string_equal(hash_of("abc", 3, 3, hex),
                        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assert_string_equal(hash_of(two, strlen(two), 64, hex),
                        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

static void test_a_million_a(void **state)
{
    char hex[65], *data = test_malloc(1000000);
    (void)state;
    memset(data, 'a', 1000000);
    for (size_t step = 1; step <= 1000000; step = step * 101 + 7)
        assert_string_equal(hash_of(data, 1000000, step, hex),
                            "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
    test_free(data);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_fips_vectors),
                                       cmocka_unit_test(test_a_million_a)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
