/* gen/base/unit_table.c — units and measure words. Sources: GB 3100-1993 and GB 3102 for the names
   and signs of units; GB/T 15835-2011 for how they stand behind numbers; the measure words that
   news about economy, transport, trade, health, weather and sport uses. A theme adds its own
   <units>. */
#include "base/unit_table.h"

#include <string.h>

#include "base/utf8.h"

/* One row a class, words parted by blanks: the class is what a number of them measures. */
static const struct {
    zt_unit_class measures;
    const char *words;
} rows[] = {
    {ZT_UNIT_COUNT,
     "人 位 名 口 户 家 者 员 人次 万人次 户次 人份 人口 个 件 项 条 笔 份 起 例 宗 单 桩 则 "
     "款 种 类 样 批 批次 组 套 台 台（套） 台(套) 台/套 对 双 副 只 支 枝 枚 颗 粒 棵 株 朵 "
     "头 匹 尾 羽 峰 片 块 张 页 字 本 册 卷 篇 部 集 首 幅 封 句 段 章 节 课 门 期 届 轮 场 "
     "场次 局 盘 次 遍 趟 回 番 班 班次 列 列次 架 架次 艘 艘次 辆 辆次 车次 航次 航班 标箱 "
     "标准箱 箱 TEU 标台 座 所 处 间 栋 幢 层 套房 室 床 床位 席 席位 议席 座位 泊位 车位 机位 "
     "学位 工位 岗位 桌 盒 瓶 袋 包 罐 桶 筐 篮 捆 扎 串 束 杯 碗 盆 碟 锅 壶 面 顶 根 道 把 "
     "扇 堵 眼 盏 尊 剂 剂次 针 针次 片次 丸 贴 服 例次 胎 票 选票 股 手 份额 村 镇 乡 县 区 "
     "市 省 州 国 站 号 点 方面 大 用户 客户 订单 账户 卡 注 环 枪 球 件次 基 折 级 挡 档 步 "
     "格 栏 行 队 派 路 线 版 版次 代 辈 世 任 拨 茬 季 羽次 头次 只次 课时 学时 学分 工时 "
     "工日 人日 人月 人年 台班 个议席 个座位 个泊位 个车位 "
     "个床位 个学位 个岗位 个机位 个席位 个航班 个订单 个账户 个用户 个客户 个省 个市 个县 个区 "
     "个镇 个乡 个村 个国家 个站 个组 个班 个点位 "},
    {ZT_UNIT_TIME,
     "世纪 年 年度 周年 年级 季度 个季度 月 个月 旬 周 个星期 星期 日 天 昼夜 小时 个小时 "
     "个钟头 刻钟 分钟 分 秒 秒钟 毫秒 微秒 纳秒 岁 周岁 学年 学期 个学期 个世纪 个工作日 "
     "工作日 交易日 个交易日 h min s ms 个年头 个昼夜 财年 "},
    {ZT_UNIT_LENGTH,
     "米 千米 公里 厘米 毫米 分米 微米 纳米 里 华里 丈 尺 寸 英里 英尺 英寸 码 海里 链 光年 "
     "车道公里 皮长公里 芯公里 对公里 km m cm mm dm μm µm nm ㎞ ㎝ ㎜ ㎚ 延米 延长米 "},
    {ZT_UNIT_AREA,
     "平方米 平方公里 平方千米 平方厘米 平方毫米 平方分米 平方英里 平方英尺 平方海里 平米 亩 "
     "亩地 公顷 顷 英亩 标准亩 m² km² cm² mm² hm² ㎡ ㎢ "},
    {ZT_UNIT_VOLUME,
     "立方米 立方千米 立方公里 立方分米 立方厘米 立方毫米 立方英尺 立方 方 升 毫升 分升 微升 "
     "加仑 桶油当量 标准立方米 标方 L mL ml μL m³ cm³ dm³ km³ "},
    {ZT_UNIT_MASS,
     "吨 公吨 公斤 千克 克 毫克 微克 纳克 斤 市斤 两 钱 公担 磅 盎司 克拉 担 吨标准煤 "
     "吨标煤 吨油当量 吨二氧化碳 吨二氧化碳当量 吨碳 载重吨 总吨 净吨 吨位 修正总吨 t kg g mg "
     "μg ㎏ ㎎ ㎍ Mt kt "},
    {ZT_UNIT_TRANSPORT, "吨公里 人公里 吨海里 人海里 换算吨公里 箱公里 车公里 座公里 标箱公里 "},
    {ZT_UNIT_MONEY,
     "元 角 块钱 美元 美金 欧元 英镑 日元 韩元 卢布 港元 港币 澳门元 新台币 台币 人民币 卢比 "
     "泰铢 越南盾 林吉特 印尼盾 新加坡元 新元 澳元 澳大利亚元 加元 加拿大元 新西兰元 瑞士法郎 "
     "瑞郎 法郎 瑞典克朗 挪威克朗 丹麦克朗 克朗 兹罗提 里拉 雷亚尔 比索 兰特 第纳尔 迪拉姆 "
     "里亚尔 坚戈 格里夫纳 福林 特别提款权 万元 亿元 积分 "},
    {ZT_UNIT_RATIO, "% ‰ ‱ ％ ﹪ 个百分点 百分点 个基点 基点 bp BP 成 倍 ppm ppb "},
    {ZT_UNIT_ENERGY,
     "焦耳 千焦 兆焦 吉焦 太焦 千卡 大卡 卡路里 度 度电 瓦时 千瓦时 千瓦小时 千瓦·时 兆瓦时 "
     "吉瓦时 太瓦时 毫安时 安时 电子伏特 kJ MJ GJ Wh kWh MWh GWh TWh mAh Ah kcal "},
    {ZT_UNIT_POWER,
     "瓦 千瓦 兆瓦 吉瓦 太瓦 毫瓦 马力 匹马力 千伏安 兆伏安 伏安 伏 千伏 毫伏 安培 毫安 欧姆 "
     "欧 法拉 特斯拉 W kW MW GW TW mW V kV mA kVA MVA Ω "},
    {ZT_UNIT_FORCE,
     "帕 百帕 千帕 兆帕 吉帕 帕斯卡 毫巴 巴 大气压 毫米汞柱 厘米汞柱 毫米水柱 牛顿 千牛 牛米 "
     "牛·米 Pa hPa kPa MPa GPa bar mmHg kN "},
    {ZT_UNIT_TEMPERATURE, "℃ ℉ 摄氏度 华氏度 开尔文 °C °F "},
    {ZT_UNIT_SPEED,
     "米/秒 米每秒 千米/小时 公里/小时 公里每小时 千米每小时 千米/时 公里/时 英里/小时 "
     "海里/小时 立方米/秒 转 转/分 转/分钟 km/h m/s r/min rpm 马赫 "},
    {ZT_UNIT_ANGLE, "角度 弧度 角分 角秒 "},
    {ZT_UNIT_SOUND, "分贝 dB dB(A) 赫兹 赫 千赫 兆赫 吉赫 Hz kHz MHz GHz THz "},
    {ZT_UNIT_DATA,
     "比特 字节 千字节 兆字节 吉字节 太字节 KB MB GB TB PB EB ZB Kbps Mbps Gbps Tbps kbps bps "
     "bit Mb/s Gb/s MB/s GB/s FLOPS EFLOPS PFLOPS 像素 万像素 dpi fps "},
    {ZT_UNIT_OTHER,
     "摩尔 毫摩尔/升 毫摩尔 微摩尔/升 mmol/L mg/dL mg/L μg/m³ mg/m³ 流明 勒克斯 坎德拉 "
     "贝克勒尔 贝克 西弗 毫西弗 微西弗 戈瑞 国际单位 单位 IU 个单位 元/平方米 元/人 对/日 "
     "微克/立方米 毫克/立方米 克/千瓦时 "},
};

enum { ROW_COUNT = sizeof rows / sizeof *rows };

bool zt_units_next(zt_unit_row *row)
{
    if (!row->words) {
        row->class_ = 0;
        row->words = rows[0].words;
    }
    for (;;) {
        const char *word = row->words;
        const char *end = strchr(word, ' ');
        if (end) {
            row->word = word;
            row->len = (size_t)(end - word);
            row->measures = rows[row->class_].measures;
            row->words = end + 1;
            return true;
        }
        if (++row->class_ == ROW_COUNT)
            return false;
        row->words = rows[row->class_].words;
    }
}

/* By strstr for the first character of `text`, which is several times quicker than walking all
   words: every number of a document asks. */
bool zt_units_next_like(zt_unit_row *row, zt_str text)
{
    char first[5] = "";
    size_t len = 0;
    if (text.len == 0 || text.data[0] == '\0')
        return false;
    zt_utf8_next(text, &len);
    if (len >= sizeof first)
        return false;
    memcpy(first, text.data, len);
    if (!row->words) {
        row->class_ = 0;
        row->words = rows[0].words;
    }
    for (;;) {
        const char *word = strstr(row->words, first);
        if (!word) {
            if (++row->class_ == ROW_COUNT)
                return false;
            row->words = rows[row->class_].words;
            continue;
        }
        bool begins = word == rows[row->class_].words || word[-1] == ' ';
        const char *end = strchr(word, ' ');
        row->words = end ? end + 1 : word + strlen(word);
        if (!begins || !end)
            continue;
        row->word = word;
        row->len = (size_t)(end - word);
        row->measures = rows[row->class_].measures;
        return true;
    }
}
