/* gen/text/lexicon.c — words.bin, the words by which headlines and labels are broken at sense, and
   a short list for when it is not there. The file is mapped and read on first use. */
#include "text/lexicon.h"

#include <libdeflate.h>
#include <string.h>

#include "base/file.h"

/* Bytes of a Han in UTF-8 (those outside the BMP are in no word); characters of the longest word;
   bytes of a file. */
enum { HAN_BYTES = 3, LONGEST = 4, MOST_BYTES = 64 << 20 };

/* The records of one length, sorted by the bytes of the word; a byte of cost after each. */
typedef struct table {
    const char *rows;
    size_t count;
} table;

struct zt_lexicon {
    zt_arena *arena;
    const char *path;
    bool asked, missed;
    table tables[LONGEST];
};

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

/* As a word seen once in 2,500; and as a character on its own. */
enum { COST_LISTED = 110, COST_SINGLE = 130 };

/* Opens nothing: most documents have no headline that must be broken. */
zt_lexicon *zt_lexicon_new(zt_arena *arena, const char *path)
{
    zt_lexicon *lexicon = ZT_NEW(arena, zt_lexicon);
    lexicon->arena = arena;
    lexicon->path = path ? zt_arena_strdup(arena, path) : NULL;
    return lexicon;
}

/* ---- the file ---- */

/* Eight small hexadecimal digits. */
static bool read_sum(zt_str *line, uint32_t *sum)
{
    zt_str word;
    *sum = 0;
    if (!zt_str_word(line, &word) || word.len != 8)
        return false;
    for (size_t i = 0; i < word.len; i++) {
        const char *digits = "0123456789abcdef", *at = strchr(digits, word.data[i]);
        if (!at || !*at)
            return false;
        *sum = *sum << 4 | (uint32_t)(at - digits);
    }
    return true;
}

/* At most seven digits. */
static bool read_count(zt_str *line, size_t *count)
{
    zt_str word;
    *count = 0;
    if (!zt_str_word(line, &word) || word.len > 7)
        return false;
    for (size_t i = 0; i < word.len; i++) {
        if (word.data[i] < '0' || word.data[i] > '9')
            return false;
        *count = *count * 10 + (size_t)(word.data[i] - '0');
    }
    return true;
}

/* The first line says how many records of each length follow, and their sum, the CRC-32 of gzip
   (RFC 1952, 8); they must fill the file. */
static bool read_tables(zt_lexicon *lexicon, zt_str file)
{
    const char *end = file.len ? memchr(file.data, '\n', file.len) : NULL;
    zt_str line = {file.data, end ? (size_t)(end - file.data) : 0}, word;
    uint32_t sum;
    if (!zt_str_word(&line, &word) || !zt_str_is(word, "zhitu-words") ||
        !zt_str_word(&line, &word) || !zt_str_is(word, "2"))
        return false;
    size_t first = (size_t)(end - file.data) + 1, at = first;
    for (size_t n = 0; n < LONGEST; n++) {
        table *t = &lexicon->tables[n];
        if (!read_count(&line, &t->count))
            return false;
        t->rows = file.data + at;
        at += t->count * ((n + 1) * HAN_BYTES + 1);
    }
    return at == file.len && read_sum(&line, &sum) &&
           sum == libdeflate_crc32(0, file.data + first, file.len - first);
}

/* Asked once: a file that cannot be mapped, is of another version or has a wrong sum is as good
   as none, and the list built in is used in its place. */
bool zt_lexicon_is_whole(zt_lexicon *lexicon)
{
    if (!lexicon->asked) {
        lexicon->asked = true;
        zt_str file = {0};
        if (lexicon->path)
            file = zt_file_map(lexicon->arena, lexicon->path, MOST_BYTES);
        lexicon->missed = !read_tables(lexicon, file);
        zt_file_map_rest(file); /* the sum has touched all of it, few of its pages are asked */
    }
    return !lexicon->missed;
}

/* The record of the word, or NULL. `extra` bytes follow each word. */
static const char *find_row(const table *t, zt_str word, size_t extra)
{
    size_t low = 0, high = t->count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        const char *row = t->rows + middle * (word.len + extra);
        int order = memcmp(word.data, row, word.len);
        if (order == 0)
            return row;
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}

/* A word of two characters that is listed, or a single character. */
static int cost_in_list(zt_str word)
{
    const table pairs = {frequent_words, strlen(frequent_words) / (2 * HAN_BYTES)};
    if (word.len == HAN_BYTES)
        return COST_SINGLE;
    bool listed = word.len == 2 * HAN_BYTES && find_row(&pairs, word, 0);
    return listed ? COST_LISTED : ZT_WORD_UNKNOWN;
}

/* By halving in the table of the word's length. */
int zt_lexicon_cost(zt_lexicon *lexicon, zt_str word)
{
    if (word.len == 0 || word.len % HAN_BYTES || word.len > LONGEST * HAN_BYTES)
        return ZT_WORD_UNKNOWN;
    if (!lexicon || !zt_lexicon_is_whole(lexicon))
        return cost_in_list(word);
    const char *row = find_row(&lexicon->tables[word.len / HAN_BYTES - 1], word, 1);
    return row ? (unsigned char)row[word.len] : ZT_WORD_UNKNOWN;
}
