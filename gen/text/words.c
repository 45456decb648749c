/* gen/text/words.c — the words of a label or headline by maximum probability, and how good a
   line's end is for its sense, on the scale of sense.c: square em, negative is inviting. */
#include "base/utf8.h"
#include "text/lexicon.h"
#include "text/para_imp.h"

#define AT_HINT -1000.0 /* U+200B: the editor says so, whatever the balance */
#define AT_BLANK -50.0  /* the blank that stands for a comma (R91) */
#define AT_COMMA -14.0
#define AT_LIST_COMMA -3.0 /* 、 parts items of one phrase */
#define AFTER_PARTICLE -4.0
#define BEFORE_JOINER -2.0
#define BEFORE_PARTICLE 30.0
#define IN_NAME 400.0        /* rather after its interpunct, which costs 300 (bonds.c) */
#define IN_WORD 150.0        /* R91: never, while any other break fits */
#define IN_COMPOUND 40.0     /* 人民|法院: four characters that are two words */
#define BETWEEN_SINGLES 20.0 /* 川|渝: side by side they are mostly a name that no list has */
#define AFTER_JOINER 12.0
#define BEFORE_SINGLE 8.0 /* 一卡通|行: it may belong to what stands before */

/* Whether the zero-terminated list holds the character. */
static bool is_in(uint32_t cp, const uint32_t *list)
{
    while (*list && *list != cp)
        list++;
    return *list != 0;
}

/* 的 地 得 了 着 过 是 为: a line may well end after them. */
static const uint32_t ends_well[] = {0x7684, 0x5730, 0x5F97, 0x4E86, 0x7740,
                                     0x8FC7, 0x662F, 0x4E3A, 0};
/* They lean on what stands before them: 的 了 着 们 等 性 化 率 额 者 量 区 市 县 省 局 部 委 会
   港 站 园 型 级 类 式 号 线 业 界 圈. */
static const uint32_t leans_back[] = {
    0x7684, 0x4E86, 0x7740, 0x4EEC, 0x7B49, 0x6027, 0x5316, 0x7387, 0x989D, 0x8005, 0x91CF,
    0x533A, 0x5E02, 0x53BF, 0x7701, 0x5C40, 0x90E8, 0x59D4, 0x4F1A, 0x6E2F, 0x7AD9, 0x56ED,
    0x578B, 0x7EA7, 0x7C7B, 0x5F0F, 0x53F7, 0x7EBF, 0x4E1A, 0x754C, 0x5708, 0};
/* They open what follows: 和 与 及 并 或 而 但 在 于 从 由 向 对 把 被 将 以 让 不 未 再 更 最 新
   副 原 总 全 各 每 首 共 近 约 超 第 前. */
static const uint32_t joins[] = {0x548C, 0x4E0E, 0x53CA, 0x5E76, 0x6216, 0x800C, 0x4F46, 0x5728,
                                 0x4E8E, 0x4ECE, 0x7531, 0x5411, 0x5BF9, 0x628A, 0x88AB, 0x5C06,
                                 0x4EE5, 0x8BA9, 0x4E0D, 0x672A, 0x518D, 0x66F4, 0x6700, 0x65B0,
                                 0x526F, 0x539F, 0x603B, 0x5168, 0x5404, 0x6BCF, 0x9996, 0x5171,
                                 0x8FD1, 0x7EA6, 0x8D85, 0x7B2C, 0x524D, 0};

enum { LONGEST_WORD = 4, COST_STRANGE = 255 };

static bool is_plain_han(const zt_char *c)
{
    return c->cls == ZT_C_HAN && c->bytes == 3 && zt_is_han(c->cp) && !c->tail;
}

/* The joined text of those characters. */
static zt_str text_of(const zt_para_imp *imp, size_t first, size_t end)
{
    return zt_str_slice(imp->text, imp->chars[first].offset,
                        imp->chars[end - 1].offset + imp->chars[end - 1].bytes);
}

/* Marks the words of one stretch of Han, read back from `from`: offsets of the word before. */
static void mark_words(zt_para_imp *imp, zt_char_span part, const uint8_t *length)
{
    zt_lexicon *lexicon = imp->style.lexicon;
    for (size_t end = part.end; end > part.first;) {
        size_t n = length[end - part.first], first = end - n;
        for (size_t i = first + 1; i < end; i++)
            imp->chars[i].word = ZT_WORD_INSIDE;
        imp->chars[first].word = n == 1 ? ZT_WORD_SINGLE : ZT_WORD_HEAD;
        if (n == LONGEST_WORD && zt_lexicon_cost(lexicon, text_of(imp, first, first + 2)) &&
            zt_lexicon_cost(lexicon, text_of(imp, first + 2, end)))
            imp->chars[first + 2].word = ZT_WORD_COMPOUND;
        end = first;
    }
}

/* The likeliest words of one stretch of Han: the least sum of their costs. */
static void part_words(zt_para_imp *imp, zt_char_span part)
{
    size_t count = part.end - part.first;
    uint8_t *length = zt_arena_alloc(imp->arena, count + 1);
    uint32_t *best = ZT_ARRAY(imp->arena, count + 1, uint32_t);
    for (size_t end = 1; end <= count; end++) {
        best[end] = UINT32_MAX;
        for (size_t n = 1; n <= LONGEST_WORD && n <= end; n++) {
            size_t at = part.first + end;
            int cost = zt_lexicon_cost(imp->style.lexicon, text_of(imp, at - n, at));
            if (cost == ZT_WORD_UNKNOWN && n > 1)
                continue;
            uint32_t sum = best[end - n] + (uint32_t)(cost ? cost : COST_STRANGE);
            if (sum < best[end]) {
                best[end] = sum;
                length[end] = (uint8_t)n;
            }
        }
    }
    mark_words(imp, part, length);
}

/* Stretch by stretch of Han; a hint of the editor parts words as a mark does. */
void zt_chars_find_words(zt_para_imp *imp)
{
    for (size_t i = 0; i < imp->count;) {
        size_t end = i;
        while (end < imp->count && is_plain_han(&imp->chars[end]) &&
               (end == i || !imp->chars[end].preferred))
            end++;
        if (end > i)
            part_words(imp, (zt_char_span){i, end});
        i = end > i ? end : i + 1;
    }
}

/* Between two words of Han. The list built in is short: what it leaves single may be half a word,
   so that only the plainest particles count. */
static double between_words(const zt_para_imp *imp, const zt_char *a, const zt_char *b)
{
    zt_lexicon *lexicon = imp->style.lexicon;
    bool sure = lexicon && zt_lexicon_is_whole(lexicon);
    bool single_a = a->word == ZT_WORD_SINGLE, single_b = b->word == ZT_WORD_SINGLE;
    if (single_b && is_in(b->cp, leans_back))
        return BEFORE_PARTICLE;
    if (!sure)
        return single_a && (a->cp == 0x7684 || a->cp == 0x4E86) ? AFTER_PARTICLE : 0;
    if (single_a && is_in(a->cp, joins))
        return AFTER_JOINER;
    if (single_a && is_in(a->cp, ends_well))
        return AFTER_PARTICLE;
    if (single_b && is_in(b->cp, joins))
        return BEFORE_JOINER;
    if (single_b)
        return single_a ? BETWEEN_SINGLES : BEFORE_SINGLE;
    return 0;
}

/* From the surest sign to the least: hint, blank, comma, words. */
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
    switch ((zt_word_part)c->word) {
    case ZT_WORD_INSIDE:
        return IN_WORD;
    case ZT_WORD_NAME:
        return IN_NAME;
    case ZT_WORD_COMPOUND:
        return IN_COMPOUND;
    case ZT_WORD_SINGLE:
    case ZT_WORD_HEAD:
        return before->cls == ZT_C_HAN ? between_words(imp, before, c) : 0;
    case ZT_WORD_NONE:
        break;
    }
    return 0;
}
