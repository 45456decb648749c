/* From which changes the figure before may be computed: the notes no-base and from-to. */
#include "read.h"

#include <math.h>
#include <stdio.h>

typedef struct said {
    const char *value, *change, *code, *zh; /* code NULL: nothing is said */
} said;

#define BASE "no-base"

static const said rows[] = {
    {"480家", "<change of='a' basis='yoy'>同比增长20%</change>", NULL, NULL},
    {"480家", "<change of='a'>同比增长20%</change>", NULL, NULL},
    {"近480家", "<change of='a'>同比增长20%</change>", NULL, NULL},
    {"480家", "<change of='a' basis='yoy'>增长1.2倍</change>", NULL, NULL},
    {"480家", "<change of='a' basis='yoy'>下调25%</change>", NULL, NULL},
    {"480家", "<change of='a' basis='yoy'>是去年的1.2倍</change>", NULL, NULL},
    {"480家", "<change of='a' basis='yoy'>减半</change>", NULL, NULL},
    {"480家", "<change>同比增长20%</change>", NULL, NULL},
    {"480家", "<change of='a' vs='400家'>增长约20%</change>", NULL, NULL},
    {"480家", "<change of='a' basis='yoy'>降至5.2%</change>", BASE, "到了多少"},
    {"480家", "<change of='a' basis='yoy'>增至120%</change>", BASE, "到了多少"},
    {"480家", "<change of='a' basis='yoy'>下降4—6%</change>", BASE, "范围"},
    {"480家", "<change of='a' basis='yoy'>增长约5%</change>", BASE, "确数"},
    {"480家", "<change of='a' basis='yoy'>增长超过5%</change>", BASE, "确数"},
    {"480家", "<change of='a' basis='yoy'>放缓3%</change>", BASE, "增速"},
    {"480家", "<change of='a' basis='yoy'>高于全国3个百分点</change>", BASE, "别的对象"},
    {"480家", "<change of='a' basis='yoy'>提高3个百分点</change>", BASE, "百分数"},
    {"480家", "<change of='a' basis='yoy'>增加80家</change>", BASE, "百分数"},
    {"480家", "<change of='a' basis='yoy'>两位数增长</change>", BASE, "没有数值"},
    {"480家", "<change of='a' basis='yoy'>下降100%</change>", BASE, "全部"},
    {"480家", "<change of='a' basis='yoy'>年均增长5%</change>", BASE, "平均"},
    {"480家", "<change of='a' basis='yoy'>比2019年增长5%</change>", BASE, "比的不是"},
    {"480家", "<change of='a'>增长5%</change>", BASE, "basis="},
    {"4—5家", "<change of='a' basis='yoy'>增长5%</change>", BASE, "不是一个数"},
    {"480家", "<change>由400家增加到480家</change>", "from-to", "<change>增加80家</change>"},
    {"480家", "<change>由5.2%降至5%</change>", "from-to", "<change>下降0.2个百分点</change>"},
    {"480家", "<change>由8000元提高到1.2万元</change>", "from-to", "<change>增加0.4万元</change>"},
};

static void test_notes(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char body[512];
        snprintf(body, sizeof body,
                 "<groups><group head='h'><point>p<v id='a'>%s</v>%s</point></group></groups>",
                 rows[i].value, rows[i].change);
        reading r = read_body(body, NULL);
        if (zt_diags_count(r.diags) != (rows[i].code ? 1 : 0))
            fail_msg("%zu findings in %s", zt_diags_count(r.diags), body);
        if (rows[i].code) {
            assert_string_equal(zt_diags_at(r.diags, 0)->code, rows[i].code);
            assert_int_equal(zt_diags_at(r.diags, 0)->severity, ZT_NOTE);
            if (!strstr(zt_diags_at(r.diags, 0)->zh, rows[i].zh))
                fail_msg("%s", zt_diags_at(r.diags, 0)->zh);
        }
        drop(&r);
    }
}

/* The words of the base, and its value in the unit of the value. */
typedef struct based {
    const char *value, *change, *words;
    double base;
    bool derived;
} based;

static const based bases[] = {
    {"480家", "<change of='a' basis='yoy'>同比增长20%</change>", "去年同期约400家（推算）", 400,
     true},
    {"46.3万人次", "<change of='a' basis='yoy'>同比增长212%</change>",
     "去年同期约14.8万人次（推算）", 148397.4, true},
    {"480家", "<change of='a' basis='yoy'>减半</change>", "去年同期约960家（推算）", 960, true},
    {"480家", "<change of='a' basis='mom'>环比下降4%</change>", "上期约500家（推算）", 500, true},
    {"480家", "<change of='a' basis='ytd'>比年初增长20%</change>", "年初约400家（推算）", 400,
     true},
    {"480家", "<change of='a' vs='约410家'>增长17%</change>", "基数约410家（推算）", 410, true},
    {"46.3万人次", "<change of='a' basis='yoy' vs='14.8'>同比增长212%</change>",
     "去年同期约14.8万人次（推算）", 148000, true},
    {"480家", "<change of='a' basis='yoy' vs='b'>同比增长20%</change>", "去年同期400家", 400,
     false},
};

static void test_words_of_a_base(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof bases / sizeof *bases; i++) {
        char body[512];
        snprintf(body, sizeof body,
                 "<groups><group head='h'><point>p<v id='a'>%s</v>%s<v id='b'>400家</v></point>"
                 "</group></groups>",
                 bases[i].value, bases[i].change);
        reading r = read_body(body, NULL);
        const zt_groups *groups = r.doc->blocks[0].content;
        const zt_entry_point *point = &groups->groups[0].points[0];
        zt_change_base base = zt_change_base_of(r.arena, point->figures[0], point->figures[1]);
        assert_str(base.words, bases[i].words);
        assert_true(fabs(base.value - bases[i].base) < 0.1);
        assert_int_equal(base.derived, bases[i].derived);
        drop(&r);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_words_of_a_base),
        cmocka_unit_test(test_notes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
