/* gen/text/words.c — how good a line's end is for the sense of a label or headline, on the scale
   of sense.c: square em, negative is inviting. */
#include "text/para_imp.h"

#define AT_HINT -60.0  /* U+200B: the editor says so */
#define AT_BLANK -50.0 /* the blank that stands for a comma (R91) */
#define AT_COMMA -14.0
#define AT_LIST_COMMA -3.0 /* 、 parts items of one phrase */
#define AFTER_PARTICLE -4.0
#define BEFORE_PARTICLE 30.0
#define IN_WORD 20.0

static bool is_in(uint32_t cp, const uint32_t *list)
{
    while (*list && *list != cp)
        list++;
    return *list != 0;
}

/* 的 和 与 及 并 地 了 是 为: a line may well end after them. */
static const uint32_t ends_well[] = {0x7684, 0x548C, 0x4E0E, 0x53CA, 0x5E76,
                                     0x4E86, 0x662F, 0x4E3A, 0};
/* 的 了 着 们 等 性 化 率 额 者 量: they lean on what stands before them. */
static const uint32_t leans_back[] = {0x7684, 0x4E86, 0x7740, 0x4EEC, 0x7B49, 0x6027,
                                      0x5316, 0x7387, 0x989D, 0x8005, 0x91CF, 0};

/* Two-character words frequent in government and economic news; a pair that stands here is not
   parted. One string of pairs keeps the table small; it is searched at even places only. */
static const char *const frequent_words =
    "重庆成都四川中国全国全市国际国家世界西部东部中部发展建设经济社会文化科技科学教育医疗交通"
    "金融产业工业农业企业项目投资增长下降同比环比完成实现推动推进加快促进协同联动共建现代先进"
    "制造集群枢纽综合机场旅客吞吐货邮铁路公路高速中心城市都市区域开放改革创新服务政务便捷生活"
    "行动任务医院公立临床检验医学影像检查异地就医直接结算人员参保跨省外债便利试点争取落地功能"
    "机构布局能级提升提高扩大就业居民收入消费出口进口贸易零售商品房地财政预算支出环境生态绿色"
    "能源电力汽车新车燃料电池智能数字数据信息网络人口家庭学校学生老年儿童安全管理治理政策规划"
    "纲要会议合作协议签署签约开行班列欧洲时间今年去年上年全年平均排名位居第一突破达到超过成效"
    "显著成果案例牵头联盟战略建立高新技术总部园区基地工程设施设备运营开通线路轨道地铁桥梁港口"
    "开展举办培育打造深化优化完善构建涉及共同承担落实签订召开审议印发强化提供覆盖惠及支持"
    "物流航空航线通道陆海长江流域保护修复空气质量优良天数森林覆盖乡村振兴脱贫民生保障养老社保";

/* True when the two characters are one of the frequent words. */
static bool is_word(zt_str two)
{
    enum { PAIR = 6 }; /* bytes: two Han of three each */
    if (two.len != PAIR)
        return false;
    zt_str all = zt_str_from(frequent_words);
    for (size_t at = 0; at + PAIR <= all.len; at += PAIR)
        if (zt_str_equal(zt_str_slice(all, at, at + PAIR), two))
            return true;
    return false;
}

double zt_sense_penalty(const zt_para_imp *imp, size_t i)
{
    const zt_char *c = &imp->chars[i];
    size_t b = zt_chars_before(imp, i);
    if (c->preferred)
        return AT_HINT;
    if (b == SIZE_MAX)
        return 0;
    const zt_char *before = &imp->chars[b];
    if (before->cls == ZT_C_WIDE_BLANK || before->cls == ZT_C_BLANK)
        return AT_BLANK;
    if (before->cp == 0x3001)
        return AT_LIST_COMMA;
    if (before->cls == ZT_C_COMMA || before->cls == ZT_C_STOP || before->cls == ZT_C_EXQ)
        return AT_COMMA;
    if (c->cls != ZT_C_HAN || before->cls != ZT_C_HAN)
        return 0;
    if (is_in(c->cp, leans_back))
        return BEFORE_PARTICLE;
    if (is_word(zt_str_slice(imp->text, before->offset, c->offset + c->bytes)))
        return IN_WORD;
    return is_in(before->cp, ends_well) ? AFTER_PARTICLE : 0;
}
