/* tests/unit/text/test_classes.c — R3 and the classes that depend on neighbours. */
#include "text/para_imp.h"
#include "unit/text/para_help.h"

static const zt_char *char_at(zt_bench *b, const char *text, size_t i)
{
    return &set_text(b, text, 200)->imp->chars[i];
}

static void test_r3_shared_code_points(void **state)
{
    zt_bench *b = *state;
    assert_int_equal(char_at(b, "“双核”联动", 0)->cls, ZT_C_OPEN);
    assert_near(char_at(b, "“双核”联动", 0)->advance, 1.0, 1e-9);
    assert_int_equal(char_at(b, "don’t", 3)->cls, ZT_C_LAT);
    assert_true(char_at(b, "don’t", 3)->advance < 0.5);
    assert_int_equal(char_at(b, "“Hello,” he said", 0)->cls, ZT_C_LAT);
    /* an English term quoted in Chinese: both marks go the Chinese way */
    assert_int_equal(char_at(b, "所谓“GDP”指", 2)->cls, ZT_C_OPEN);
    assert_int_equal(char_at(b, "所谓“GDP”", 6)->cls, ZT_C_CLOSE);
    assert_int_equal(char_at(b, "他说“I don’t know”。", 2)->cls, ZT_C_OPEN);
    assert_int_equal(char_at(b, "他说“I don’t know”。", 8)->cls, ZT_C_LAT); /* the apostrophe */
}

static void test_r3_dashes_and_dots(void **state)
{
    zt_bench *b = *state;
    assert_int_equal(char_at(b, "今年1—5月", 3)->cls, ZT_C_CONN);
    assert_int_equal(char_at(b, "“5·27”", 2)->cls, ZT_C_DOT);
    assert_int_equal(char_at(b, "他——我", 1)->cls, ZT_C_DASH);
    assert_int_equal(char_at(b, "word—word", 4)->cls, ZT_C_LAT);
    assert_int_equal(char_at(b, "万元/户", 2)->cls, ZT_C_SOL);
    assert_int_equal(char_at(b, "100 km/h", 6)->cls, ZT_C_LAT);
    assert_int_equal(char_at(b, "京-沪", 1)->cls, ZT_C_CONN);
    assert_int_equal(char_at(b, "PH-3000型", 2)->cls, ZT_C_LAT);
}

static void test_classes_of_numbers(void **state)
{
    zt_bench *b = *state;
    assert_int_equal(char_at(b, "达12,500个", 3)->cls, ZT_C_DIG);
    assert_int_equal(char_at(b, "达12 500个", 3)->cls, ZT_C_DIG);
    assert_int_equal(char_at(b, "2022 100", 4)->cls, ZT_C_BLANK);
    assert_int_equal(char_at(b, "增长212%。", 5)->cls, ZT_C_SUFF);
    assert_int_equal(char_at(b, "气温−8℃", 2)->cls, ZT_C_PREF);
    assert_int_equal(char_at(b, "气温−8℃", 4)->cls, ZT_C_SUFF);
    assert_int_equal(char_at(b, "¥30", 0)->cls, ZT_C_PREF);
    assert_int_equal(char_at(b, "第5.", 2)->cls, ZT_C_LAT);
}

/* The ends of ranges of code points, and what stands beside them. */
static void test_ends_of_ranges(void **state)
{
    static const struct {
        uint32_t first, last;
        zt_class cls;
    } rows[] = {
        {'0', '9', ZT_C_DIG},         {0x2000, 0x2006, ZT_C_BLANK},  {0x2008, 0x2008, ZT_C_BLANK},
        {0x200A, 0x200A, ZT_C_BLANK}, {0x200B, 0x200F, ZT_C_ZERO},   {0x2060, 0x2064, ZT_C_ZERO},
        {0xFE00, 0xFE0F, ZT_C_ZERO},  {0xE0100, 0xE01EF, ZT_C_ZERO}, {0x2028, 0x2029, ZT_C_LINE},
        {0x202F, 0x202F, ZT_C_STIFF}, {0x3041, 0x309F, ZT_C_HAN},    {0x3105, 0x31BF, ZT_C_HAN},
        {0xAC00, 0xD7A3, ZT_C_HAN},   {0xFF10, 0xFF19, ZT_C_HAN},    {0xFF21, 0xFF3A, ZT_C_HAN},
        {0xFF41, 0xFF5A, ZT_C_HAN},   {0x2190, 0x21FF, ZT_C_SYM},    {0x2900, 0x2BFF, ZT_C_SYM},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_int_equal(zt_class_of(rows[i].first), rows[i].cls);
        assert_int_equal(zt_class_of(rows[i].last), rows[i].cls);
    }
    static const uint32_t beside_zero[] = {0x2010, 0x205F,  0x2065, 0xFDFF,
                                           0xFE10, 0xE00FF, 0xE01F0};
    for (size_t i = 0; i < sizeof beside_zero / sizeof *beside_zero; i++)
        assert_int_not_equal(zt_class_of(beside_zero[i]), ZT_C_ZERO);
}

/* Every code point of the class table (section 1): its widths tell how it was taken. */
static void test_classes_of_the_table(void **state)
{
    static const char *const open[] = {"“",  "‘",  "（", "《", "〈", "【",
                                       "〔", "〖", "［", "｛", "「", "『"};
    static const char *const close[] = {"”",  "’",  "）", "》", "〉", "】", "〕", "〗", "］", "｝",
                                        "」", "』", "，", "、", "；", "：", "。", "．", "！", "？"};
    static const char *const half[] = {"·", "/", "／", "–", "-", "‐", "•", "‧", "・"};
    static const char *const whole[] = {"—", "～"};
    zt_bench *b = *state;
    for (size_t i = 0; i < sizeof open / sizeof *open; i++) {
        const char *text = zt_arena_printf(b->arena, "文%s文", open[i]);
        assert_string_equal(breaks(b, text), "/x");
        assert_string_equal(widths(b, text), "1 1 1");
    }
    for (size_t i = 0; i < sizeof close / sizeof *close; i++) {
        const char *text = zt_arena_printf(b->arena, "文%s文", close[i]);
        assert_string_equal(breaks(b, text), "x/");
        assert_string_equal(widths(b, text), "1 1 1");
    }
    for (size_t i = 0; i < sizeof half / sizeof *half; i++) {
        const char *text = zt_arena_printf(b->arena, "文%s文", half[i]);
        if (strcmp(widths(b, text), "1 0.5 1") != 0)
            fail_msg("%s: %s", text, widths(b, text));
        assert_int_equal(breaks(b, text)[0], 'x');
    }
    for (size_t i = 0; i < sizeof whole / sizeof *whole; i++) {
        const char *text = zt_arena_printf(b->arena, "文%s文", whole[i]);
        assert_string_equal(widths(b, text), "1 1 1");
        assert_string_equal(breaks(b, text), "xp");
    }
    assert_string_equal(breaks(b, "文〇々①文"), "/x//"); /* 々 keeps with its Han (UAX #14 NS) */
}

/* The solidus with Han on one side only; signs before and after numbers in their wide forms. */
static void test_classes_at_the_border(void **state)
{
    zt_bench *b = *state;
    assert_string_equal(breaks(b, "每3元/5人"), "ppxxp");
    assert_string_equal(breaks(b, "买A/B股"), "/xx/");
    assert_string_equal(breaks(b, "价￥30和＄5"), "/xx//x");
    assert_string_equal(breaks(b, "№3和±5‰"), "x//xx");
    assert_string_equal(breaks(b, "约12％和℃"), "pxx//");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        BENCH_TEST(test_ends_of_ranges),        BENCH_TEST(test_r3_shared_code_points),
        BENCH_TEST(test_r3_dashes_and_dots),    BENCH_TEST(test_classes_of_the_table),
        BENCH_TEST(test_classes_at_the_border), BENCH_TEST(test_classes_of_numbers)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
