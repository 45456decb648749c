#include "unit/model/read.h"

/* Two panels of figures and a chart, with what differs between the cases. */
static reading read_graphic(const char *title, const char *first, const char *second,
                            const char *chart)
{
    zt_arena *arena = zt_arena_new();
    const char *form = "<title>%s</title>\n"
                       "<figures%s</figures>\n"
                       "<figures%s</figures>\n"
                       "<chart kind=\"slope\" id=\"c\">%s</chart>\n";
    reading r = read_body(zt_arena_printf(arena, form, title, first, second, chart), NULL);
    zt_arena_drop(arena);
    return r;
}

static const char PLAIN[] = "><figure label=\"甲\"><v>128家</v></figure>"
                            "<figure label=\"乙\"><v>约3.5万吨</v></figure>";
static const char OTHER[] = "><figure label=\"丙\"><v>46个</v></figure>";
static const char SLOPE[] =
    "<data unit=\"%\"><series head=\"去年\"><item key=\"东\"><v>1</v></item>"
    "<item key=\"西\"><v>2</v></item></series><series head=\"今年\">"
    "<item key=\"东\"><v>9</v></item><item key=\"西\"><v>4</v></item></series></data>";

static void assert_hero(reading *r, zt_hero_cause cause, size_t block, const char *value)
{
    assert_int_equal(r->doc->hero.cause, cause);
    assert_int_equal(r->doc->hero.block, block);
    if (!value)
        assert_null(r->doc->hero.quantity);
    else
        assert_str(r->doc->hero.quantity->text, value);
    drop(r);
}

static void assert_title(const char *title, zt_hero_cause cause, size_t block, const char *value)
{
    reading r = read_graphic(title, PLAIN, OTHER, SLOPE);
    assert_hero(&r, cause, block, value);
}

static void test_title(void **state)
{
    (void)state;
    assert_title("产业链上128家企业", ZT_HERO_TITLE, 0, "128家");
    assert_title("吞吐3.5万吨", ZT_HERO_TITLE, 0, "约3.5万吨");
    assert_title("四十六个项目开工", ZT_HERO_TITLE, 1, "46个");
    assert_title("四十六天四十六夜", ZT_HERO_TITLE, 1, "46个"); /* from twenty on without unit */
    assert_title("128吨", ZT_NO_HERO, 0, NULL);
    assert_title("1280家", ZT_NO_HERO, 0, NULL);
    assert_title("一本账", ZT_NO_HERO, 0, NULL);
}

static void test_small_han_needs_its_unit(void **state)
{
    (void)state;
    const char *ten = "><figure label=\"丙\"><v>10件</v></figure>";
    reading r = read_graphic("十件实事", PLAIN, ten, SLOPE);
    assert_hero(&r, ZT_HERO_TITLE, 1, "10件");
    r = read_graphic("十年一剑", PLAIN, ten, SLOPE);
    assert_hero(&r, ZT_NO_HERO, 0, NULL);
}

static void test_gap(void **state)
{
    (void)state;
    zt_arena *arena = zt_arena_new();
    const char *bracket = "<bracket from=\"东\" to=\"西\" series=\"今年\"/>";
    const char *gap = zt_arena_printf(arena, "%s%s", SLOPE, bracket);
    const char *grown = "><figure label=\"丙\"><v id=\"v\">46个</v>"
                        "<change of=\"v\">增长21%</change></figure>"
                        "<figure label=\"丁\"><v>7个</v><change>增长1.3倍</change></figure>";
    reading r = read_graphic("无数", PLAIN, grown, gap);
    assert_hero(&r, ZT_HERO_GAP, 2, NULL);
    r = read_graphic("无数", PLAIN, grown, SLOPE);
    assert_hero(&r, ZT_HERO_GAP, 1, "增长1.3倍");
    r = read_graphic("无数", PLAIN,
                     "><figure label=\"丙\"><v>46个</v><change>下降9%</change></figure>", SLOPE);
    assert_hero(&r, ZT_NO_HERO, 0, NULL);
    zt_arena_drop(arena);
}

static void test_share(void **state)
{
    (void)state;
    const char *one = "><figure label=\"丙\"><share among=\"全市\">37%</share></figure>";
    const char *two = "><figure label=\"丙\"><share among=\"全市\">37%</share></figure>"
                      "<figure label=\"丁\"><share among=\"全市\">12%</share></figure>";
    reading r = read_graphic("无数", PLAIN, one, SLOPE);
    assert_hero(&r, ZT_HERO_SHARE, 1, "37%");
    r = read_graphic("无数", PLAIN, two, SLOPE);
    assert_hero(&r, ZT_NO_HERO, 0, NULL);
}

static void test_weight(void **state)
{
    (void)state;
    zt_arena *arena = zt_arena_new();
    const char *key = zt_arena_printf(arena, " weight=\"key\"%s", OTHER);
    reading r = read_graphic("产业链上128家企业", PLAIN, key, SLOPE);
    assert_hero(&r, ZT_HERO_WEIGHT, 1, "46个");
    const char *main_ = " weight=\"key\"><figure label=\"甲\"><v>128家</v></figure>"
                        "<figure label=\"乙\"><v main=\"yes\">约3.5万吨</v></figure>";
    r = read_graphic("产业链上128家企业", main_, OTHER, SLOPE);
    assert_hero(&r, ZT_HERO_WEIGHT, 0, "约3.5万吨");
    r = read_graphic("无数", " weight=\"key\"><figure label=\"甲\"><v>1家</v></figure>", key,
                     SLOPE);
    assert_int_equal(zt_diags_count(r.diags), 1);
    assert_string_equal(zt_diags_at(r.diags, 0)->code, "two-heroes");
    assert_int_equal(zt_diags_at(r.diags, 0)->pos.line, 4);
    drop(&r);
    zt_arena_drop(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_title),  cmocka_unit_test(test_small_han_needs_its_unit),
        cmocka_unit_test(test_gap),    cmocka_unit_test(test_share),
        cmocka_unit_test(test_weight),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
