/* Names in the order of their readings. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/utf8.h"
#include "paginate/readings.h"

static const char *const sorted[] = {
    "AI算力",   "安居房", "白芨",     "常住人口",       "长江水质", "成渝高铁",
    "重庆口岸", "大数据", "调查样本", "都市圈",         "发电量",   "港口",
    "行业增速", "旅客",   "绿电",     "《民法典》案件", "厦门航线", "小微企业",
    "行政许可", "亿元",   "渝新欧",   "重量",           "专利",     "5G基站"};
enum { COUNT = sizeof sorted / sizeof *sorted };

static void test_order(void **state)
{
    (void)state;
    zt_arena *arena = zt_arena_new();
    const zt_reading_order *order = zt_reading_order_of(arena);
    zt_reading all[COUNT];
    for (size_t i = 0; i < COUNT; i++)
        all[i] = zt_reading_of(order, zt_str_from(sorted[i]));
    for (size_t i = 0; i < COUNT; i++)
        for (size_t k = 0; k < COUNT; k++) {
            int c = zt_reading_compare(&all[i], &all[k]);
            assert_int_equal(i < k ? -1 : i > k ? 1 : 0, c < 0 ? -1 : c > 0 ? 1 : 0);
        }
    zt_arena_drop(arena);
}

static void test_letters(void **state)
{
    (void)state;
    static const char *const pairs[] = {"重庆C", "重量Z",   "长江C", "调整T", "调查D", "会计K",
                                        "会议H", "行业H",   "行政X", "厦门X", "略阳L", "芨草J",
                                        "飈风B", "“一带”Y", "gdpG",  "坪山P", "座谈Z", "啊A"};
    zt_arena *arena = zt_arena_new();
    const zt_reading_order *order = zt_reading_order_of(arena);
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        zt_str pair = zt_str_from(pairs[i]);
        zt_str name = zt_str_slice(pair, 0, pair.len - 1);
        assert_int_equal(zt_reading_of(order, name).letter, pair.data[pair.len - 1]);
    }
    assert_int_equal(zt_reading_of(order, ZT_STR("5G")).letter, 0);
    assert_int_equal(zt_reading_of(order, ZT_STR("")).letter, 0);
    assert_int_equal(zt_reading_of(order, ZT_STR("かな")).letter, 0);
    zt_arena_drop(arena);
}

/* Each character once, under letters that begin a reading. */
static void test_table(void **state)
{
    (void)state;
    static uint8_t seen[0xA000];
    size_t count = 0;
    for (size_t letter = 0; letter < ZT_LETTERS; letter++) {
        bool none = strchr("IUV", (int)('A' + letter)) != NULL;
        assert_true(none == (zt_readings[letter] == NULL));
        zt_str all = zt_str_from(none ? "" : zt_readings[letter]);
        for (size_t at = 0; at < all.len; count++) {
            uint32_t c = zt_utf8_next(all, &at);
            assert_true(c >= 0x4E00 && c < 0xA000 && !seen[c]);
            seen[c] = 1;
        }
    }
    assert_true(count > 20800); /* 20,902 unified ideographs and some that were added */
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_order), cmocka_unit_test(test_letters),
                                       cmocka_unit_test(test_table)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
