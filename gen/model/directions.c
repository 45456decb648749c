/* The table of directions: words of growth and of decline as the evening news, statistical
   communiqués and market reports use them. */
#include "model/directions.h"

#include "base/near.h"
#include "base/utf8.h"

/* Words of one meaning. sign is 1 for growth and -1 for decline; takes_name: the thing that moves
   may stand behind the word, as in 新增就业. */
typedef struct direction_row {
    zt_direction_kind kind;
    int sign;
    bool takes_name;
    /* Parted by blanks; none stands twice in the table. */
    const char *words;
} direction_row;

static const direction_row table[] = {
    /* growth */
    {ZT_DIR_MOVE, 1, false,
     "↑ 加息 增长 增加 增 增多 增大 增高 增强 增产 增收 增值 增进 "
     "增补 增配 增持 增厚 上升 上涨 上扬 上调 上浮 上行 上移 "
     "上探 上修 上提 上冲 升 升高 升值 升温 提高 提升 提价 "
     "提增 攀升 攀高 跃升 跃增 飙升 飙涨 走高 走强 走升 拉升 "
     "抬升 抬高 推高 回升 回涨 反弹 回暖 猛增 激增 剧增 陡增 "
     "骤增 暴增 大增 突增 新增 净增 净增长 净增加 净流入 微增 "
     "略增 稳增 递增 扩增 扩容 扩张 扩产 扩充 壮大 膨胀 高涨 "
     "大涨 暴涨 猛涨 疯涨 收涨 微涨 略涨 涨 涨价 领涨 冲高 "
     "调增 调高 追加 加大 加重 加深 延长 微升 略升 正增长 "
     "拔高 趋升 连涨 续涨 增效 飞涨 急升 急增 高增 "
     "陡升 骤升 劲增 劲升 渐增 渐升 缓增 缓升 续增 续升 齐涨 扩展 拓展 延伸"},
    /* decline */
    {ZT_DIR_MOVE, -1, false,
     "↓ 节约 节省 降息 降准 降费 下降 降低 降 减少 减 减小 减轻 减弱 缩减 削减 缩小 缩短 "
     "缩水 缩 缩量 萎缩 收缩 下跌 跌 跌落 暴跌 大跌 狂跌 急跌 "
     "猛跌 重挫 下挫 下滑 滑落 滑坡 下调 调低 调降 调减 下浮 "
     "下行 下移 下探 下修 下落 下泄 回落 回调 回吐 走低 走弱 "
     "走跌 走软 衰减 衰退 递减 锐减 骤减 剧减 猛减 骤降 锐降 "
     "陡降 大降 大减 微降 略降 微跌 略跌 微减 略减 压减 压降 "
     "压缩 核减 裁减 裁员 精减 减免 减产 减收 减持 减值 减排 "
     "减损 贬值 流失 损失 折损 跳水 收跌 降温 降价 降本 "
     "负增长 净减少 净减 净流出 净下降 退坡 阴跌 跌去 蒸发 "
     "缩编 消退 减退 趋降 连跌 续跌 探底 俯冲 坠落 跌价 "
     "渐降 缓降 续降 齐跌 再降 急降 急挫 猛降 剧降 崩跌 下坠 低走 失血"},
    /* changes of a change, or of a distance between two */
    {ZT_DIR_RATE, 1, false, "加快 加速 提速 扩大 拉大 拉宽 走阔 多增"},
    {ZT_DIR_RATE, -1, false, "收窄 缩窄 放缓 趋缓 减缓 减速 降速 减慢 放慢 趋窄 少增"},
    /* losses */
    {ZT_DIR_LOSS, 1, false, "减亏"},
    {ZT_DIR_LOSS, -1, false, "增亏 亏损 亏"},
    /* places of a ranking */
    {ZT_DIR_PLACES, 1, false, "前移 前进 晋升 晋位 进位"},
    {ZT_DIR_PLACES, -1, false, "后退 后移 退后 倒退 退位"},
    /* comparisons */
    {ZT_DIR_COMPARE, 1, true,
     "高于 多于 快于 大于 优于 好于 强于 重于 长于 早于 高出 "
     "多出 快出 高过 领先 领先于 跑赢 超出 优出"},
    {ZT_DIR_COMPARE, -1, true,
     "低于 少于 慢于 小于 差于 弱于 轻于 短于 晚于 落后 "
     "落后于 滞后于 跑输"},
    {ZT_DIR_COMPARE, 1, false, "高 多 快 长 大 重 早 好 偏高 偏多 偏大 偏快 偏早 偏强 提前"},
    {ZT_DIR_COMPARE, -1, false,
     "低 少 慢 短 小 轻 晚 差 偏低 偏少 偏小 偏慢 偏晚 偏弱 推迟 推后 延后 延迟 滞后"},
};

/* Visits every word of the table. */
void zt_each_direction(zt_direction_visit *visit, void *context)
{
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        zt_str rest = zt_str_from(table[i].words);
        zt_direction d = {{0}, table[i].sign, table[i].kind, table[i].takes_name};
        while (zt_str_word(&rest, &d.word))
            visit(context, &d);
    }
}

/* Whether the text begins with the word. */
static bool begins(zt_str text, zt_str word)
{
    return word.len <= text.len && zt_str_equal(zt_str_slice(text, 0, word.len), word);
}

/* What a pass over the table looks for and has found so far; distance is the greatest edit
   distance still allowed. */
typedef struct direction_search {
    zt_str text;
    zt_direction best;
    size_t distance;
} direction_search;

/* The longest word wins: 增长 before 增. */
static void keep_longest(void *context, const zt_direction *d)
{
    direction_search *s = context;
    if (d->word.len > s->best.word.len && begins(s->text, d->word))
        s->best = *d;
}

/* The word of growth or decline that the text begins with; false when there is none. */
bool zt_direction_at(zt_str text, zt_direction *out)
{
    direction_search s = {.text = text};
    zt_each_direction(keep_longest, &s);
    *out = s.best;
    return s.best.word.len > 0;
}

/* Whether such a word stands anywhere in the text. Single characters do not count, they stand in
   too many other words. */
bool zt_direction_within(zt_str text)
{
    for (size_t at = 0; at < text.len; zt_utf8_next(text, &at)) {
        zt_direction found;
        if (zt_direction_at(zt_str_slice(text, at, text.len), &found) &&
            zt_utf8_count(found.word) > 1)
            return true;
    }
    return false;
}

/* A word of one character is near to everything. */
static void keep_nearest(void *context, const zt_direction *d)
{
    direction_search *s = context;
    if (zt_utf8_count(d->word) < 2)
        return;
    size_t distance = zt_edit_distance(s->text, d->word);
    if (distance < s->distance) {
        s->distance = distance;
        s->best = *d;
    }
}

/* The listed word nearest to one that is not, for a suggestion; empty when none is near. */
zt_str zt_direction_nearest(zt_str word)
{
    size_t length = zt_utf8_count(word);
    direction_search s = {.text = word, .distance = length < 2 ? 1 : 2};
    zt_each_direction(keep_nearest, &s);
    return s.best.word;
}
