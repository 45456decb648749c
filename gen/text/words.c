/* gen/text/words.c — how good a line's end is for the sense of a label or headline, on the scale
   of sense.c: square em, negative is inviting. */
#include <string.h>

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
   parted. One string of pairs, sorted by their bytes, keeps the table small. */
static const char *const frequent_words =
    "上年下降世界东部中国中心中部临床主任主席举办乡村乡镇书记争取交通产业产值产量人口人员今年"
    "代表任务企业优势优化优良会议位居体系体育作者便利便捷促进保护保险保障信息修复儿童先进党员"
    "全国全市全年全面公园公安公立公路共同共建养老农业冠军出口创新利润制图制造办公功能加快区域"
    "医学医疗医药医院协同协议印发去年参保发展召开合作同比吞吐品牌商品四川园区国家国有国际图书"
    "地铁地震坚持城市培育基地基础基金增长外债外资天数天然委员存款学校学生安全完善完成实现审计"
    "审议宣传家庭就业就医局长居民巡视工业工程市民市长布局干部平台平均应急建立建设开展开放开行"
    "开通异地强化影像总理总部惠及成效成果成都战略房地打造扩大承担技术投资报告振兴排名推动推进"
    "提供提升提高支出支持收入改革政务政策救援教育数字数据整理整车文化新车旅客旅游时间显著景区"
    "智能服务机制机器机场机构材料条件来源构建枢纽案件案例桥梁检察检查检验森林模型欧洲比赛民生"
    "民营气温水果汽车治理法院洪水流域消费消防涉及深入深化港口游客演出灾害燃料物流牵头特色环境"
    "环比现代班列生态生活生物生猪电力电影电池监督直接省长石油研究硬件社会社保社区私营科学科技"
    "积极税收空气突破第一签约签署签订算力管理粮食系统纪检纲要线路组织经济结算统战统计综合绿色"
    "编辑网络群众老年联动联盟能力能源能级脱贫航天航空航线船舶芯片茶叶落地落实蔬菜行动街道装备"
    "西部覆盖规划规模订单记者设备设施证券试点调查财政货邮质量贷款贸易资料资源资金超过跨省轨道"
    "软件达到运营进口通道部件部长都市配套酒店重庆金融钢铁铁路银行销量长江陆海降雨集群零售零部"
    "项目预算高新高速";

/* True when the two characters are one of the frequent words. */
static bool is_word(zt_str two)
{
    enum { PAIR = 6 }; /* bytes: two Han of three each */
    size_t low = 0, high = strlen(frequent_words) / PAIR;
    while (two.len == PAIR && low < high) {
        size_t middle = (low + high) / 2;
        int order = memcmp(two.data, frequent_words + middle * PAIR, PAIR);
        if (order == 0)
            return true;
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
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
