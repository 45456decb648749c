/* gen/text/foreign_names.c — foreign names with an interpunct in headlines and labels (R37, R91):
   塔米姆·本·哈马德. No list has them, so that words.c leaves single characters; where such a name
   begins and ends is told by the characters that transcriptions are written in. */
#include "base/utf8.h"
#include "text/para_imp.h"

/* The usual ones of the tables of Xinhua for transcription (世界人名翻译大辞典), without those that
   are as often words beside a name: 可 所 让 那 将 日 万 因 易. */
static const char TRANSCRIBING[] =
    "阿埃艾爱安昂奥巴拜班邦鲍贝本比彼毕别宾波伯勃博卜布查茨达戴丹德登邓迪蒂丁杜顿"
    "多厄恩尔法凡菲费芬丰佛弗夫福盖甘冈哥戈格葛古圭哈海汉豪赫亨洪胡华惠霍基吉加贾"
    "杰捷金卡凯坎康考柯科克肯库夸奎昆拉莱赖兰朗劳勒雷黎里利莉林琳龙卢鲁露伦罗洛吕"
    "马玛迈麦曼芒毛梅门蒙米密敏默莫姆慕穆拿娜纳乃南尼妮宁纽农努诺欧帕潘庞佩彭皮普"
    "齐奇契恰乔切琴琼屈热仁荣儒若萨塞赛桑瑟森沙尚舍申圣史什士斯丝苏索塔泰坦汤唐陶"
    "特腾梯廷铁图托瓦旺威韦维魏温翁沃乌武西希席锡夏香肖谢辛欣休许旭雅亚扬耶叶伊因"
    "英雍尤于约泽扎詹珍芝朱兹祖佐";

enum { LONGEST_PART = 8 }; /* characters on one side of an interpunct */

static bool is_transcribing(uint32_t cp)
{
    zt_str all = {TRANSCRIBING, sizeof TRANSCRIBING - 1};
    for (size_t at = 0; at < all.len;)
        if (zt_utf8_next(all, &at) == cp)
            return true;
    return false;
}

static bool begins_word(const zt_para_imp *imp, size_t i)
{
    zt_word_part part = (zt_word_part)imp->chars[i].word;
    return part == ZT_WORD_SINGLE || part == ZT_WORD_HEAD;
}

/* Behind the word that begins at `i`. */
static size_t word_end(const zt_para_imp *imp, size_t i)
{
    size_t end = i + 1;
    while (end < imp->count && imp->chars[end].word != ZT_WORD_NONE && !begins_word(imp, end))
        end++;
    return end;
}

/* A word that may go on a name: of transcribing characters alone. */
static bool goes_on(const zt_para_imp *imp, size_t first, size_t end)
{
    for (size_t i = first; i < end; i++)
        if (!is_transcribing(imp->chars[i].cp))
            return false;
    return true;
}

/* Where the name begins that ends before the interpunct at `dot`: at the word beside it, and at
   those before that go on with it. */
static size_t name_first(const zt_para_imp *imp, size_t dot)
{
    size_t first = dot;
    while (first > 0 && imp->chars[first - 1].word != ZT_WORD_NONE && dot - first < LONGEST_PART) {
        size_t word = first - 1;
        while (word > 0 && !begins_word(imp, word))
            word--;
        if (first < dot && !goes_on(imp, word, first))
            break;
        first = word;
    }
    return first;
}

/* The next interpunct, when nothing but a part of a name stands between; 0: none. */
static size_t next_dot(const zt_para_imp *imp, size_t dot)
{
    for (size_t i = dot + 1; i < imp->count && i - dot <= LONGEST_PART + 1; i++) {
        if (imp->chars[i].cls == ZT_C_DOT)
            return i > dot + 1 ? i : 0;
        if (imp->chars[i].word == ZT_WORD_NONE)
            return 0;
    }
    return 0;
}

/* Where the part of a name ends that stands behind the interpunct. */
static size_t name_end(const zt_para_imp *imp, size_t dot)
{
    size_t end = next_dot(imp, dot);
    if (end > 0)
        return end;
    end = dot + 1;
    while (end < imp->count && begins_word(imp, end) && end - dot <= LONGEST_PART) {
        size_t next = word_end(imp, end);
        if (end > dot + 1 && !goes_on(imp, end, next))
            break;
        end = next;
    }
    return end;
}

/* One part of a name. A word of three and more is often a name by itself, as 卡塔尔 before 塔米姆:
   there it may part before it is torn anywhere else. */
static void mark_part(zt_para_imp *imp, size_t first, size_t end)
{
    enum { NAME_BY_ITSELF = 3 };
    imp->chars[first].word = ZT_WORD_HEAD; /* a line may well begin with it */
    for (size_t word = first, before = 0; word < end;) {
        size_t next = word_end(imp, word), length = next - word;
        bool parts = before >= NAME_BY_ITSELF || (before > 0 && length >= NAME_BY_ITSELF);
        for (size_t i = word; i < next && i < end; i++)
            if (i > first)
                imp->chars[i].word = i == word && parts ? ZT_WORD_COMPOUND : ZT_WORD_NAME;
        before = length;
        word = next;
    }
}

void zt_chars_find_names(zt_para_imp *imp)
{
    for (size_t dot = 1; dot + 1 < imp->count; dot++) {
        if (imp->chars[dot].cls != ZT_C_DOT)
            continue;
        size_t first = name_first(imp, dot), end = name_end(imp, dot);
        if (first == dot || end == dot + 1)
            continue;
        mark_part(imp, first, dot);
        mark_part(imp, dot + 1, end);
    }
}
