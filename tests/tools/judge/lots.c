/* Documents by lot: what a desk might really send, and now and then what it should not. */
#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "judge.h"

uint64_t judge_throw(judge_dice *dice)
{
    dice->state += 0x9e3779b97f4a7c15U;
    uint64_t z = dice->state;
    z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9U;
    z = (z ^ z >> 27) * 0x94d049bb133111ebU;
    return z ^ z >> 31;
}

size_t judge_below(judge_dice *dice, size_t below)
{
    return below ? judge_throw(dice) % below : 0;
}

bool judge_chance(judge_dice *dice, size_t per_cent)
{
    return judge_below(dice, 100) < per_cent;
}

const judge_kind judge_kinds[] = {
    {"rank", JUDGE_NAMES, JUDGE_LENGTH, false, false, 0},
    {"ladder", JUDGE_RANKS, JUDGE_CELLS, false, false, 0},
    {"lollipop", JUDGE_NAMES, JUDGE_LEVEL, false, false, 0},
    {"bump", JUDGE_PLACES, JUDGE_LEVEL, true, false, 15},
    {"slope", JUDGE_TWO, JUDGE_LEVEL, false, false, 14},
    {"dumbbell", JUDGE_TWO, JUDGE_LEVEL, false, false, 0},
    {"arrow", JUDGE_TWO, JUDGE_ARROWS, false, false, 0},
    {"range", JUDGE_TWO, JUDGE_LEVEL, false, false, 0},
    {"column", JUDGE_ANY, JUDGE_LENGTH, true, false, 0},
    {"bar", JUDGE_ANY, JUDGE_LENGTH, false, false, 0},
    {"grouped", JUDGE_GROUPS, JUDGE_LENGTH, false, false, 0},
    {"diverging", JUDGE_SIGNED, JUDGE_LENGTH, false, false, 0},
    {"line", JUDGE_TIMES, JUDGE_LINE, true, false, 0},
    {"step", JUDGE_TIMES, JUDGE_STAIRS, true, false, 0},
    {"sparkline", JUDGE_TIMES, JUDGE_SMALL_LINES, true, false, 0},
    {"area", JUDGE_TIME_ONE, JUDGE_LINE, true, false, 0},
    {"stacked-area", JUDGE_TIME_PARTS, JUDGE_STACK, true, false, 0},
    {"share", JUDGE_SHARES, JUDGE_LENGTH, false, false, 0},
    {"waffle", JUDGE_PARTS, JUDGE_COUNT, false, true, 4},
    {"donut", JUDGE_PARTS, JUDGE_AREA, false, true, 5},
    {"pie", JUDGE_PARTS, JUDGE_AREA, false, true, 3},
    {"stacked", JUDGE_ROWS, JUDGE_LENGTH, false, false, 0},
    {"stacked100", JUDGE_HUNDRED, JUDGE_LENGTH, false, false, 0},
    {"marimekko", JUDGE_ROWS, JUDGE_AREA, false, false, 8},
    {"treemap", JUDGE_PARTS, JUDGE_AREA, false, false, 14},
    {"scatter", JUDGE_POINTS, JUDGE_PLACE, true, false, 0},
    {"bubble", JUDGE_SIZES, JUDGE_PLACE, true, false, 0},
    {"heatmap", JUDGE_GRID, JUDGE_SHADE, true, false, 0},
    {"waterfall", JUDGE_STEPS, JUDGE_LENGTH, false, false, 9},
    {"funnel", JUDGE_FALLING, JUDGE_LENGTH, false, false, 12},
    {"gauge", JUDGE_GOALS, JUDGE_STRIP, false, false, 0},
    {"bullet", JUDGE_TARGETS, JUDGE_GOAL, false, false, 0},
    {"dot", JUDGE_TWO, JUDGE_LEVEL, false, false, 0},
    {"pyramid", JUDGE_GROUPS, JUDGE_LENGTH, false, false, 21},
    {"pictogram", JUDGE_PARTS, JUDGE_ICONS, false, false, 31},
    {"sankey", JUDGE_FLOWS, JUDGE_FLOW, true, false, 7},
    {"route", JUDGE_STATIONS, JUDGE_ANGLES, true, false, 8},
    {"histogram", JUDGE_SAMPLES, JUDGE_CLASSES, true, false, 0},
    {"box", JUDGE_SAMPLES, JUDGE_LEVEL, true, false, 0},
    {"strip-plot", JUDGE_SAMPLES, JUDGE_LEVEL, true, false, 0},
    {"tree", JUDGE_TREE, JUDGE_BRACKETS, false, false, 24},
    {"hub", JUDGE_FALLING, JUDGE_SPOKES, false, false, 12},
    {"tiles", JUDGE_REGIONS, JUDGE_SHADE, true, false, 20},
    {"calendar", JUDGE_DAYS, JUDGE_SHADE, true, false, 0},
};
const size_t judge_kind_count = sizeof judge_kinds / sizeof *judge_kinds;

/* The document while it is drawn. */
typedef struct drawing {
    judge_lot *lot;
    const judge_kind *kind;
    judge_dice dice;
    judge_dice later; /* of what was asked for later, so that documents keep the rest */
    size_t items, series;
    char keys[40][64], heads[14][64];
    bool times, headed; /* keys are times; a single series has a head all the same */
    const char *unit;   /* of all values, or "" */
    const char *own;    /* unit written behind each, or "" */
    double size;        /* of the values */
    int decimals, spread;
    bool standings, negative;
    bool positive; /* no value is zero or below: a logarithm is asked for */
    bool facet, combined;
    size_t between;     /* of flows: the last so many series are the first items too */
    bool circles, kept; /* flows may come back; what comes in goes out */
    bool nested;        /* of trees: items hang on items, */
    size_t parents[40]; /* each on the one before this number */
    size_t levels[40];
} drawing;

static size_t below(drawing *d, size_t n)
{
    return judge_below(&d->dice, n);
}

static bool chance(drawing *d, size_t per_cent)
{
    return judge_chance(&d->dice, per_cent);
}

/* Throws the later dice until it is called again. */
static void change_dice(drawing *d)
{
    judge_dice kept = d->dice;
    d->dice = d->later;
    d->later = kept;
}

static void put(drawing *d, const char *format, ...) __attribute__((format(printf, 2, 3)));
static void put(drawing *d, const char *format, ...)
{
    judge_lot *lot = d->lot;
    va_list args;
    va_start(args, format);
    int n = vsnprintf(lot->xml + lot->len, sizeof lot->xml - lot->len, format, args);
    va_end(args);
    if (n > 0 && lot->len + (size_t)n < sizeof lot->xml)
        lot->len += (size_t)n;
}

static void must(drawing *d, const char *what, const char *text)
{
    judge_lot *lot = d->lot;
    if (lot->word_count == sizeof lot->words / sizeof *lot->words || !*text)
        return;
    judge_word *word = &lot->words[lot->word_count++];
    word->what = what;
    snprintf(word->text, sizeof word->text, "%s", text);
}

static bool is_among(const drawing *d, const char *kinds)
{
    return zt_str_in_words(zt_str_from(d->kind->name), kinds);
}

#define ANY(d, list) ((list)[below((d), sizeof(list) / sizeof *(list))])

/* ---- names ---- */

/* Twelve Han characters, or as wide, at most. */
static const char *const names[] = {"江北",
                                    "双流",
                                    "天府",
                                    "万州",
                                    "黔江",
                                    "巫山",
                                    "重庆",
                                    "成都",
                                    "全国",
                                    "广东",
                                    "消防",
                                    "交通",
                                    "防汛",
                                    "A区",
                                    "5G",
                                    "GDP",
                                    "装备制造",
                                    "电子信息",
                                    "新能源汽车",
                                    "高新技术产业",
                                    "笔记本电脑",
                                    "集成电路",
                                    "沙坪坝区",
                                    "两江新区",
                                    "西部科学城",
                                    "国家级开发区",
                                    "成渝双城经济圈",
                                    "江北国际机场",
                                    "渝新欧国际班列",
                                    "智能网联新能源汽车",
                                    "国家级经济技术开发区",
                                    "高新技术产业开发区",
                                    "城镇居民人均可支配收入",
                                    "规模以上工业企业增加值",
                                    "社会消费品零售总额",
                                    "一般公共预算收入",
                                    "New York",
                                    "Los Angeles",
                                    "Hong Kong",
                                    "iPhone 14",
                                    "BMW",
                                    "Tesla Model Y",
                                    "CR400AF型",
                                    "B737-800",
                                    "7×24小时",
                                    "“一网通办”",
                                    "甲·乙联合体",
                                    "东站",
                                    "西站",
                                    "1号线",
                                    "10号线",
                                    "3号线北段",
                                    "石柱土家族自治县",
                                    "酉阳土家族苗族自治县",
                                    "彭水县",
                                    "秀山",
                                    "城口",
                                    "其他",
                                    "第一产业",
                                    "第二产业",
                                    "第三产业",
                                    "货邮吞吐量",
                                    "旅客吞吐量",
                                    "起降架次"};

/* So many of them are regions of the grid. */
enum { REGIONS = 20 };

static bool is_taken(drawing *d, char (*list)[64], size_t count, const char *name)
{
    (void)d;
    for (size_t i = 0; i < count; i++)
        if (strcmp(list[i], name) == 0)
            return true;
    return false;
}

static void draw_names(drawing *d, char (*list)[64], size_t count)
{
    size_t shortest = chance(d, 40) ? 24 : sizeof names / sizeof *names;
    size_t from = below(d, REGIONS);
    for (size_t i = 0; i < count; i++) {
        snprintf(list[i], 64, "%s", names[below(d, shortest)]);
        if (d->kind->data == JUDGE_REGIONS) {
            snprintf(list[i], 64, "%s", names[(from + i) % REGIONS]);
            continue;
        }
        for (int tries = 0; is_taken(d, list, i, list[i]) && tries < 20; tries++)
            snprintf(list[i], 64, "%s", names[below(d, sizeof names / sizeof *names)]);
        if (is_taken(d, list, i, list[i]))
            snprintf(list[i], 64, "%zu号", i + 1);
    }
}

/* ---- times ---- */

typedef enum spelling {
    YEAR_HAN,
    YEAR,
    MONTH_ISO,
    MONTH_HAN,
    MONTH,
    QUARTER,
    QUARTER_HAN,
    QUARTER_OF_YEAR,
    DAY_ISO,
    DAY,
    WEEK,
    SPELLINGS
} spelling;

static void write_time(char *out, spelling how, size_t at)
{
    static const char *const han[] = {"一", "二", "三", "四"};
    size_t year = at / 12, month = at % 12 + 1, quarter = at % 4;
    switch (how) {
    case YEAR_HAN:
        snprintf(out, 64, "%zu年", 1990 + at);
        break;
    case YEAR:
        snprintf(out, 64, "%zu", 1990 + at);
        break;
    case MONTH_ISO:
        snprintf(out, 64, "%04zu-%02zu", 2019 + year, month);
        break;
    case MONTH_HAN:
        snprintf(out, 64, "%zu年%zu月", 2019 + year, month);
        break;
    case MONTH:
        snprintf(out, 64, "%zu月", at + 1);
        break;
    case QUARTER:
        snprintf(out, 64, "%zuQ%zu", 2015 + at / 4, quarter + 1);
        break;
    case QUARTER_HAN:
        snprintf(out, 64, "%s季度", han[quarter]);
        break;
    case QUARTER_OF_YEAR:
        snprintf(out, 64, "%zu年%s季度", 2015 + at / 4, han[quarter]);
        break;
    case DAY_ISO:
        snprintf(out, 64, "2022-%02zu-%02zu", at / 28 + 1, at % 28 + 1);
        break;
    case DAY:
        snprintf(out, 64, "%zu月%zu日", at / 28 + 1, at % 28 + 1);
        break;
    case WEEK:
    case SPELLINGS:
        snprintf(out, 64, "第%zu周", at + 1);
        break;
    }
}

/* How many of them there are before they come again. */
static size_t times_most(spelling how)
{
    return how == MONTH ? 12 : how == QUARTER_HAN ? 4 : how == YEAR || how == YEAR_HAN ? 34 : 31;
}

static void draw_times(drawing *d, char (*list)[64], size_t *count, size_t most)
{
    spelling how = (spelling)below(d, SPELLINGS);
    if (d->kind->data == JUDGE_DAYS)
        how = chance(d, 50) ? DAY_ISO : DAY;
    size_t all = times_most(how), wanted = *count;
    wanted = wanted > most ? most : wanted;
    wanted = wanted > all ? all : wanted;
    bool holes = chance(d, 25) && wanted * 2 < all;
    size_t at = all - wanted > 0 && !holes ? below(d, all - wanted) : 0, made = 0;
    for (; made < wanted && at < all; at++) {
        if (holes && made > 0 && chance(d, 35) && all - at > wanted - made)
            continue;
        write_time(list[made++], how, at);
    }
    *count = made;
}

/* ---- values ---- */

static double draw_number(drawing *d)
{
    double part = (double)below(d, 10000) / 10000, v = d->size * (0.15 + 0.85 * part);
    if (d->spread == 1)
        v = d->size;
    else if (d->spread == 2)
        v = d->size * pow(10, -4 * part);
    else if (d->spread == 3)
        v = d->size * (0.9 + 0.1 * part);
    if (d->positive)
        return zt_max(v, pow(10, -d->decimals));
    if (chance(d, 3))
        v = 0;
    return d->negative && chance(d, 40) ? -v : v;
}

static void put_number(drawing *d, double v)
{
    static const char *const bounds[] = {"约", "超", "近", "逾"};
    char text[64];
    snprintf(text, sizeof text, "%.*f", d->decimals, fabs(v));
    bool zero = strspn(text, "0.") == strlen(text), negative = v < 0 && !zero;
    const char *bound = d->standings && !negative && !zero && chance(d, 8) ? ANY(d, bounds) : "";
    put(d, "%s%s%s%s", bound, negative ? "−" : "", text, d->own);
}

static void put_value(drawing *d, double v, const char *attributes)
{
    static const char *const standings[] = {"estimate", "forecast", "target"};
    if (d->standings && chance(d, 7)) {
        put(d, "<v%s status=\"missing\"/>", attributes);
        return;
    }
    put(d, "<v%s", attributes);
    if (d->standings && chance(d, 8))
        put(d, " status=\"%s\"", ANY(d, standings));
    put(d, ">");
    put_number(d, v);
    put(d, "</v>");
}

/* One size and one number of decimals a chart, as an office publishes them. */
static void draw_manner(drawing *d)
{
    static const double sizes[] = {0.05, 0.9, 9.8, 47, 360, 5200, 98000, 750000, 9800000};
    static const char *const units[] = {"亿元", "万人次", "家", "%", "万吨", "元", "列", "公里"};
    size_t at = below(d, sizeof sizes / sizeof *sizes);
    d->size = sizes[at];
    d->decimals = at == 0 ? 3 : at < 2 ? 2 : at < 5 ? (int)below(d, 3) : (int)below(d, 2);
    d->spread = (int)below(d, 8);
    d->standings = chance(d, 35);
    d->unit = chance(d, 70) ? ANY(d, units) : "";
    d->own = *d->unit ? "" : chance(d, 90) ? ANY(d, units) : "";
}

/* ---- data of each shape ---- */

static void put_key(drawing *d, size_t i)
{
    put(d, "<item key=\"%s\">", d->keys[i]);
}

static void put_series(drawing *d)
{
    for (size_t s = 0; s < d->series; s++) {
        bool headed = d->series > 1 || d->headed;
        const char *as = d->combined && s + 1 == d->series ? " as=\"line\"" : "";
        if (headed)
            put(d, "<series head=\"%s\"%s>\n", d->heads[s], as);
        for (size_t i = 0; i < d->items; i++) {
            if (s > 0 && d->items > 1 && d->standings && chance(d, 4))
                continue; /* begins later, ends sooner, has a gap */
            put_key(d, i);
            put_value(d, draw_number(d), "");
            put(d, "</item>\n");
        }
        if (headed)
            put(d, "</series>\n");
    }
}

static void put_beside(drawing *d)
{
    static const char *const changes[] = {"同比增长12%", "同比下降3.5%", "增长5.2%", "持平"};
    bool some = d->series == 1 && chance(d, 15);
    if (d->headed)
        put(d, "<series head=\"%s\">\n", d->heads[0]);
    for (size_t i = 0; i < d->items; i++) {
        put_key(d, i);
        put_value(d, draw_number(d), "");
        if (some && chance(d, 70))
            put(d, "<change>%s</change>", ANY(d, changes));
        put(d, "</item>\n");
    }
    if (d->headed)
        put(d, "</series>\n");
}

/* Whole per cents, or tenths, that add up to 100; each at least one. */
static void draw_hundred(drawing *d, size_t count, double *parts)
{
    double sum = 0, left = 1000;
    for (size_t i = 0; i < count; i++)
        sum += parts[i] = 0.08 + (double)below(d, 1000) / 1000;
    for (size_t i = 0; i < count; i++) {
        double part = i + 1 == count ? left : round(parts[i] / sum * 1000);
        parts[i] = part / 10;
        left -= part;
    }
}

static void put_one_whole(drawing *d, bool hundred)
{
    double parts[40];
    if (hundred)
        draw_hundred(d, d->items, parts);
    for (size_t i = 0; i < d->items; i++) {
        put_key(d, i);
        double v = hundred ? parts[i] : fabs(draw_number(d));
        put_value(d, i == 0 && v == 0 ? d->size : v, "");
        put(d, "</item>\n");
    }
}

/* Of several series each is a whole, in a panel of its own. */
static void put_parts(drawing *d)
{
    d->negative = false;
    bool hundred = chance(d, 60) || strcmp(d->kind->name, "waffle") == 0;
    if (!*d->unit && !*d->own) /* bare numbers are per cent of a whole */
        hundred = true;
    d->standings = d->standings && !hundred;
    if (hundred) {
        d->decimals = 1;
        d->unit = "%";
        d->own = "";
    }
    for (size_t s = 0; s < d->series; s++) {
        if (d->series > 1)
            put(d, "<series head=\"%s\">\n", d->heads[s]);
        put_one_whole(d, hundred);
        if (d->series > 1)
            put(d, "</series>\n");
    }
}

static void put_rows_of_hundred(drawing *d)
{
    static double parts[40][14];
    for (size_t i = 0; i < d->items; i++)
        draw_hundred(d, d->series, parts[i]);
    for (size_t s = 0; s < d->series; s++) {
        put(d, "<series head=\"%s\">\n", d->heads[s]);
        for (size_t i = 0; i < d->items; i++)
            put(d, "<item key=\"%s\"><v>%.1f</v></item>\n", d->keys[i], parts[i][s]);
        put(d, "</series>\n");
    }
}

static void put_shares(drawing *d)
{
    for (size_t i = 0; i < d->items; i++)
        put(d, "<item key=\"%s\"><share among=\"全国\">%zu%s%%</share></item>\n", d->keys[i],
            1 + below(d, 98), chance(d, 40) ? ".5" : "");
}

static void put_ranks(drawing *d)
{
    static const char *const ranks[] = {"第二", "第3", "前十", "首位",
                                        "第10", "第7", "第28", "第1"};
    const char *among = chance(d, 80) ? "全国" : "西部";
    for (size_t i = 0; i < d->items; i++) {
        const char *rank = ANY(d, ranks);
        put(d, "<item key=\"%s\"><rank among=\"%s\"%s>%s</rank></item>\n", d->keys[i], among,
            strcmp(rank, "前十") == 0 ? " within=\"10\"" : "", rank);
    }
}

/* Places of all rows at each moment, now and then a late comer. */
static void put_places(drawing *d)
{
    size_t order[40];
    for (size_t i = 0; i < d->items; i++)
        order[i] = i + 1;
    for (size_t s = 0; s < d->series; s++) {
        for (size_t i = d->items; i-- > 1;) {
            size_t k = i - below(d, i < 3 ? i + 1 : 3), place = order[i];
            order[i] = order[k];
            order[k] = place;
        }
        put(d, "<series head=\"%s\">\n", d->heads[s]);
        for (size_t i = 0; i < d->items; i++)
            if (s == 0 || !chance(d, 3))
                put(d, "<item key=\"%s\"><v>%zu</v></item>\n", d->keys[i], order[i]);
        put(d, "</series>\n");
    }
}

static void put_columns_of_points(drawing *d)
{
    for (size_t s = 0; s < d->series; s++) {
        drawing one = *d;
        put(d, "<series head=\"%s\">\n", d->heads[s]);
        draw_manner(&one);
        one.unit = one.own = "";
        one.standings = d->standings;
        one.negative = !d->positive && s < 2 && chance(d, 25);
        d->dice = one.dice;
        for (size_t i = 0; i < d->items; i++) {
            put_key(d, i);
            one.dice = d->dice;
            put_value(&one, s < 2 ? draw_number(&one) : fabs(draw_number(&one)) + one.size / 50,
                      "");
            d->dice = one.dice;
            put(d, "</item>\n");
        }
        put(d, "</series>\n");
    }
}

/* In tenths, so that they add up. */
static void put_steps(drawing *d)
{
    double unit = pow(10, -d->decimals), sum = round(d->size / unit);
    for (size_t i = 0; i < d->items; i++) {
        double step =
            round((chance(d, 50) ? -0.2 : 0.3) * (double)below(d, 1000) / 1000 * d->size / unit);
        put_key(d, i);
        if (i == 0 || i + 1 == d->items) {
            put(d, "<v>%.*f</v></item>\n", d->decimals, sum * unit);
            continue;
        }
        sum += step;
        put(d, "<v>%s%.*f</v></item>\n", step < 0 ? "−" : "+", d->decimals, fabs(step * unit));
    }
}

static void put_falling(drawing *d)
{
    double v = d->size;
    for (size_t i = 0; i < d->items; i++) {
        put_key(d, i);
        put_value(d, v, "");
        put(d, "</item>\n");
        v *= 0.3 + 0.7 * (double)below(d, 1000) / 1000;
    }
}

/* Of flows the series before which an item stands: none flows back to where it came from. */
static size_t limit_of(const drawing *d, size_t item)
{
    return item < d->between && !d->circles ? d->series - d->between + item : d->series;
}

/* What goes out of a series by so many ways, in units of the last decimal: what came in, where that
   is kept, else as it comes. */
static void draw_ways_out(drawing *d, double in, size_t count, double *parts)
{
    double unit = pow(10, -d->decimals), left = in;
    for (size_t k = 0; k < count; k++) {
        parts[k] = round(draw_number(d) / unit);
        if (in <= 0)
            continue;
        double part = k + 1 == count ? left : round(left * (double)below(d, 100) / 100);
        parts[k] = part;
        left -= part;
    }
}

/* Every item has a flow from somewhere, every series one to somewhere. */
static void put_flows(drawing *d)
{
    double unit = pow(10, -d->decimals), in[14] = {0}, parts[40];
    size_t source[40], ways[40];
    for (size_t i = 0; i < d->items; i++)
        source[i] = below(d, limit_of(d, i));
    for (size_t s = 0; s < d->series; s++) {
        size_t count = 0;
        for (size_t i = 0; i < d->items; i++)
            if (source[i] == s || (s < limit_of(d, i) && chance(d, 60)) ||
                (i + 1 == d->items && count == 0))
                ways[count++] = i;
        draw_ways_out(d, d->kept ? in[s] : 0, count, parts);
        put(d, "<series head=\"%s\">\n", d->heads[s]);
        for (size_t k = 0; k < count; k++) {
            put_key(d, ways[k]);
            put_value(d, parts[k] * unit, "");
            put(d, "</item>\n");
            if (ways[k] < d->between)
                in[d->series - d->between + ways[k]] += parts[k];
        }
        put(d, "</series>\n");
    }
}

/* What an item hangs on, one before it from `first` on: near ones make deep trees. */
static void draw_parent(drawing *d, size_t item, size_t first)
{
    size_t back = 1 + below(d, chance(d, 60) ? 2 : item - first);
    size_t parent = back > item - first ? first : item - back;
    d->parents[item] = d->levels[parent] < 8 ? parent + 1 : 0;
    d->levels[item] = d->parents[item] ? d->levels[parent] + 1 : 0;
}

/* Each series has items of its own, some of which hang on others, with a value or without. */
static void put_tree(drawing *d)
{
    size_t item = 0;
    for (size_t s = 0; s < d->series; s++) {
        size_t first = item, end = d->items * (s + 1) / d->series;
        if (d->series > 1)
            put(d, "<series head=\"%s\">\n", d->heads[s]);
        for (; item < end; item++) {
            if (item > first && d->nested && chance(d, 65))
                draw_parent(d, item, first);
            if (d->parents[item])
                put(d, "<item key=\"%s\" of=\"%s\">", d->keys[item], d->keys[d->parents[item] - 1]);
            else
                put_key(d, item);
            if (!d->nested || chance(d, 60))
                put_value(d, draw_number(d), "");
            put(d, "</item>\n");
        }
        if (d->series > 1)
            put(d, "</series>\n");
    }
}

/* Observations: each series has names of its own. */
static void put_samples(drawing *d)
{
    for (size_t s = 0; s < d->series; s++) {
        if (d->series > 1)
            put(d, "<series head=\"%s\">\n", d->heads[s]);
        for (size_t i = s; i < d->items; i += d->series) {
            put_key(d, i);
            put_value(d, draw_number(d), "");
            put(d, "</item>\n");
        }
        if (d->series > 1)
            put(d, "</series>\n");
    }
}

static void put_targets(drawing *d)
{
    for (size_t i = 0; i < d->items; i++) {
        double goal = d->size * (0.5 + (double)below(d, 500) / 1000);
        put_key(d, i);
        put_value(d, goal * (0.2 + (double)below(d, 1000) / 1000), "");
        put(d, "<target>%.*f%s</target></item>\n", d->decimals, goal, d->own);
    }
}

/* Lines that meet in the first station, with days at their ends. */
static void put_stations(drawing *d)
{
    static const char *const legs[] = {" leg=\"在建\"", " leg=\"海运（按船期）\""};
    bool parted = chance(d, 40);
    size_t next = 1;
    for (size_t s = 0; s < d->series; s++) {
        size_t count = 1 + below(d, 4);
        put(d, "<series head=\"%s\"><item key=\"%s\"/>", d->heads[s], d->keys[0]);
        for (size_t i = 0; i < count; i++, next++)
            put(d, "<item key=\"%s\"%s>%s</item>", d->keys[next],
                parted && chance(d, 30) ? ANY(d, legs) : "", i + 1 == count ? "<v>12</v>" : "");
        put(d, "</series>\n");
    }
    d->items = next;
}

static void put_data(drawing *d)
{
    switch (d->kind->data) {
    case JUDGE_NAMES:
    case JUDGE_SIGNED:
        put_beside(d);
        break;
    case JUDGE_PARTS:
        put_parts(d);
        break;
    case JUDGE_HUNDRED:
        put_rows_of_hundred(d);
        break;
    case JUDGE_SHARES:
        put_shares(d);
        break;
    case JUDGE_RANKS:
        put_ranks(d);
        break;
    case JUDGE_PLACES:
        put_places(d);
        break;
    case JUDGE_POINTS:
    case JUDGE_SIZES:
        put_columns_of_points(d);
        break;
    case JUDGE_STEPS:
        put_steps(d);
        break;
    case JUDGE_FALLING:
        if (d->series > 1)
            put_tree(d);
        else
            put_falling(d);
        break;
    case JUDGE_ANY:
    case JUDGE_TIMES:
    case JUDGE_TIME_ONE:
    case JUDGE_TIME_PARTS:
    case JUDGE_ROWS:
    case JUDGE_TWO:
    case JUDGE_GRID:
    case JUDGE_GROUPS:
    case JUDGE_GOALS:
    case JUDGE_DAYS:
    case JUDGE_REGIONS:
        put_series(d);
        break;
    case JUDGE_FLOWS:
        put_flows(d);
        break;
    case JUDGE_TREE:
        put_tree(d);
        break;
    case JUDGE_SAMPLES:
        put_samples(d);
        break;
    case JUDGE_TARGETS:
        put_targets(d);
        break;
    case JUDGE_STATIONS:
        put_stations(d);
        break;
    }
}

/* ---- the whole ---- */

/* Few as a rule, many at times. */
static size_t draw_count(drawing *d, size_t most)
{
    size_t usual = most < 9 ? most : 9;
    return 1 + below(d, chance(d, 70) ? usual : most);
}

static void draw_extent(drawing *d)
{
    size_t most = d->kind->items_most ? d->kind->items_most : 31;
    d->items = draw_count(d, most);
    d->series = 1;
    switch (d->kind->data) {
    case JUDGE_ANY:
    case JUDGE_TIMES:
    case JUDGE_ROWS:
        d->series = chance(d, 50) ? 1 : 1 + below(d, 4);
        break;
    case JUDGE_TREE:
        d->series = 1 + below(d, d->items < 4 ? d->items : 4);
        d->nested = chance(d, 70);
        break;
    case JUDGE_TIME_PARTS:
    case JUDGE_HUNDRED:
        d->series = 2 + below(d, 3);
        break;
    case JUDGE_TWO:
    case JUDGE_POINTS:
    case JUDGE_GOALS:
        d->series = 2;
        break;
    case JUDGE_GROUPS:
        d->series = strcmp(d->kind->name, "pyramid") != 0 && chance(d, 30) ? 3 : 2;
        break;
    case JUDGE_SIZES:
        d->series = 3;
        break;
    case JUDGE_PLACES:
        d->series = 2 + below(d, 11);
        d->items = d->items < 2 ? 2 : d->items;
        break;
    case JUDGE_GRID:
        d->series = 1 + below(d, 8);
        break;
    case JUDGE_STEPS:
        d->items = d->items < 3 ? 3 : d->items;
        break;
    case JUDGE_FLOWS:
        d->series = 2 + below(d, 4);
        d->items = d->items < 2 ? 2 : d->items;
        break;
    case JUDGE_STATIONS:
        d->series = 1 + below(d, 6);
        d->items = 1 + 4 * d->series;
        break;
    case JUDGE_SAMPLES:
        d->series = 1 + below(d, 4);
        d->items = d->series * 2 + below(d, 32 - d->series * 2);
        break;
    case JUDGE_FALLING:
        if (strcmp(d->kind->name, "hub") == 0 && chance(d, 15))
            d->series = 2 + below(d, 3);
        break;
    case JUDGE_PARTS:
        change_dice(d);
        if (is_among(d, "pie donut waffle") && chance(d, 20))
            d->series = 2 + below(d, 3);
        change_dice(d);
        break;
    case JUDGE_NAMES:
    case JUDGE_SIGNED:
    case JUDGE_TIME_ONE:
    case JUDGE_SHARES:
    case JUDGE_RANKS:
    case JUDGE_DAYS:
    case JUDGE_TARGETS:
    case JUDGE_REGIONS:
        break;
    }
}

/* Series that flows go to, each among the first items; no other item has the name of one. More than
   three columns are no ordinary data for less than four columns of a newspaper. */
static void draw_between(drawing *d)
{
    size_t most = d->series < d->items ? d->series : d->items;
    bool few = d->lot->width >= 107 && d->lot->width < 210;
    d->between = chance(d, 60) ? 1 + below(d, few ? 1 : most - 1) : 0;
    d->circles = chance(d, 10);
    d->kept = !d->standings && chance(d, 60);
    for (size_t i = 0; i < d->items; i++)
        if (i < d->between)
            snprintf(d->keys[i], 64, "%s", d->heads[d->series - d->between + i]);
        else if (is_taken(d, d->heads, d->series, d->keys[i]))
            snprintf(d->keys[i], 64, "%zu港", i + 1);
}

static void draw_keys(drawing *d)
{
    judge_data data = d->kind->data;
    bool always = data == JUDGE_TIMES || data == JUDGE_TIME_ONE || data == JUDGE_TIME_PARTS ||
                  data == JUDGE_DAYS;
    bool maybe =
        data == JUDGE_ANY || data == JUDGE_ROWS || data == JUDGE_HUNDRED || data == JUDGE_GRID;
    d->times = always || (maybe && chance(d, 50));
    if (always && d->items < 2)
        d->items = 2;
    if (d->times)
        draw_times(d, d->keys, &d->items, 31);
    else
        draw_names(d, d->keys, d->items);
    if (data == JUDGE_PLACES || data == JUDGE_GRID || (data == JUDGE_TWO && chance(d, 60)))
        draw_times(d, d->heads, &d->series, 12);
    else
        draw_names(d, d->heads, d->series);
    if (data == JUDGE_FLOWS)
        draw_between(d);
}

static int draw_width(drawing *d)
{
    static const int usual[] = {46, 52, 60, 72, 97, 107, 124, 156, 170, 210, 350};
    return chance(d, 70) ? ANY(d, usual) : 46 + (int)below(d, 305);
}

static void put_heads(drawing *d)
{
    static const char *const titles[] = {"机场旅客吞吐量", "新设企业",
                                         "月度客流：前五个月止跌回升、创出新高的只有东站", "构成"};
    static const char *const decks[] = {"2022年1—5月（示例数据）", "缺什么、多什么一目了然"};
    if (chance(d, 85)) {
        const char *title = ANY(d, titles);
        put(d, "<title>%s</title>\n", title);
        must(d, "title", title);
    }
    if (chance(d, 35)) {
        const char *deck = ANY(d, decks);
        put(d, "<deck>%s</deck>\n", deck);
        must(d, "deck", deck);
    }
}

/* ---- how it is asked for ---- */

/* A line that is read by its name, or by the number alone. */
static void put_threshold(drawing *d)
{
    static const char *const lines[] = {"警戒线", "全市平均水平", "预期目标"};
    const char *name = ANY(d, lines);
    bool mean = !d->standings && !is_among(d, "stacked-area bump") && chance(d, 30);
    if (is_among(d, "bullet"))
        put(d, "<threshold at=\"%zu%%\">%s</threshold>\n", 20 + below(d, 90), name);
    else if (is_among(d, "bump"))
        put(d, "<threshold at=\"2\">%s</threshold>\n", name);
    else if (mean)
        put(d, "<threshold at=\"mean\">%s</threshold>\n", name);
    else
        put(d, "<threshold at=\"%.*f\">%s</threshold>\n", d->decimals,
            d->size * (0.2 + (double)below(d, 100) / 100), name);
    must(d, "guide", name);
}

/* Two lines that cross, and one of the four parts between them. */
static void put_quadrant(drawing *d)
{
    static const char *const corners[] = {"upper-right", "upper-left", "lower-right", "lower-left"};
    for (size_t s = 0; s < 2; s++)
        put(d, "<threshold at=\"%s\" series=\"%s\">全市</threshold>\n",
            chance(d, 50) ? "median" : "mean", d->heads[s]);
    put(d, "<quadrant at=\"%s\">两项都高</quadrant>\n", ANY(d, corners));
    must(d, "guide", "两项都高");
}

/* What data are read by, in kinds that have a place for it. */
static void put_guides(drawing *d)
{
    static const char *const spans[] = {"疫情三年", "集中整治", "试点"};
    bool lying = d->facet && (!d->times || is_among(d, "bar")), both = d->items > 1;
    if (lying || !chance(d, 25))
        return;
    if (is_among(d, "scatter bubble") && !d->standings && !d->positive) {
        put_quadrant(d);
        return;
    }
    if (chance(d, 50) &&
        is_among(d, "line step area stacked-area column grouped bar rank lollipop diverging slope "
                    "dumbbell arrow range bump bullet"))
        put_threshold(d);
    size_t from = below(d, d->items), to = below(d, d->items);
    if (chance(d, 40) && is_among(d, "line step area stacked-area column")) {
        const char *name = ANY(d, spans);
        put(d, "<span from=\"'%s'\" to=\"'%s'\">%s</span>\n", d->keys[from < to ? from : to],
            d->keys[from < to ? to : from], name);
        must(d, "guide", name);
    }
    if (chance(d, 40) && both && from != to && !d->standings &&
        is_among(d,
                 "line step area column grouped bar rank lollipop diverging slope dumbbell arrow "
                 "range")) {
        put(d, "<bracket from=\"'%s'\" to=\"'%s'\">%s</bracket>\n", d->keys[from], d->keys[to],
            chance(d, 50) ? "差距" : "");
        must(d, "guide", "据此计算");
    }
}

/* From mark to mark, with words or without. */
static void put_arrows(drawing *d)
{
    static const char *const words[] = {"人才外流", "两年让出三分之一", "并入"};
    bool some = d->items > 1 && chance(d, 12) &&
                is_among(d, "line step area stacked-area column grouped bar rank lollipop "
                            "diverging scatter bubble slope dumbbell arrow range dot waterfall");
    for (size_t count = some ? 1 + below(d, 2) : 0; count > 0; count--) {
        size_t from = below(d, d->items), to = below(d, d->items);
        const char *text = chance(d, 50) ? ANY(d, words) : "";
        if (from == to)
            continue;
        put(d, "<arrow from=\"'%s'\" to=\"'%s'\">%s</arrow>\n", d->keys[from], d->keys[to], text);
        must(d, "annotation", text);
    }
}

static void put_remarks(drawing *d)
{
    static const char *const words[] = {"疫情停运",         "新航站楼启用，运力翻番",
                                        "首次超过全省平均", "受台风影响停航三天",
                                        "一期工程投产",     "创新高"};
    size_t count = chance(d, 30) ? 1 + below(d, 2) : 0;
    for (size_t i = 0; i < count; i++) {
        const char *text = ANY(d, words);
        put(d, "<annotation of=\"'%s'\">%s</annotation>\n",
            d->keys[below(d, d->kind->data == JUDGE_STATIONS ? 2 : d->items)], text);
        must(d, "annotation", text);
    }
    put_guides(d);
    change_dice(d);
    put_arrows(d);
    change_dice(d);
    if (chance(d, 20)) {
        put(d, "<note>数据来源：市统计局</note>\n");
        must(d, "note", "数据来源：市统计局");
    }
}

/* facet=, as=, axis=: each seldom, in kinds that take them. */
static void draw_ways(drawing *d)
{
    bool some = d->series > 1;
    bool wholes = some && is_among(d, "pie donut waffle");
    d->facet = wholes || (some && is_among(d, "line step area column bar") && chance(d, 12));
    d->combined = some && d->times && !d->facet && is_among(d, "column") && chance(d, 12);
    bool spread = !d->facet && chance(d, 12) &&
                  is_among(d, "scatter line step dot strip-plot box range dumbbell arrow");
    d->positive = spread && chance(d, 70);
    if (d->positive)
        d->negative = false;
    static const char *const labels[] = {"last", "max min", "all", "key last", "max"};
    change_dice(d);
    if (chance(d, 15) &&
        is_among(d, "line step area stacked-area column grouped scatter bubble bump"))
        put(d, " label=\"%s\"", ANY(d, labels));
    change_dice(d);
    if (d->facet)
        put(d, " facet=\"series\"");
    if (spread)
        put(d, " axis=\"%s\"", d->positive ? "log" : "symlog");
    if (d->kind->data == JUDGE_REGIONS)
        put(d, " grid=\"judge.tiles\"");
}

void judge_write_grid(FILE *out)
{
    for (size_t i = 0; i < REGIONS; i++)
        fprintf(out, "%s %zu %zu\n", names[i], i / 5, i % 5);
}

static void list_words(drawing *d)
{
    for (size_t i = 0; i < d->items && d->kind->data != JUDGE_SAMPLES; i++)
        must(d, d->times ? "time" : "name", d->keys[i]);
    for (size_t i = 0; i < d->series && (d->series > 1 || d->headed); i++)
        must(d, "series", d->heads[i]);
    must(d, "unit", d->unit);
}

void judge_draw(judge_lot *lot, const judge_kind *kind, uint64_t seed, size_t index)
{
    drawing d = {.lot = lot, .kind = kind, .dice = {seed * 1000003 + index * 7919}};
    for (const char *c = kind->name; *c; c++)
        d.dice.state = (d.dice.state ^ (unsigned char)*c) * 0x100000001b3u;
    d.later.state = d.dice.state ^ 0x6a09e667f3bcc908u;
    lot->len = lot->word_count = 0;
    lot->width = draw_width(&d);
    draw_extent(&d);
    draw_manner(&d);
    bool either = kind->data == JUDGE_ANY || kind->data == JUDGE_TIMES || kind->data == JUDGE_TWO ||
                  kind->data == JUDGE_NAMES || kind->data == JUDGE_GRID;
    d.negative = kind->data == JUDGE_SIGNED || (either && chance(&d, 25));
    if (kind->data == JUDGE_HUNDRED || kind->data == JUDGE_SHARES) {
        d.unit = "%";
        d.own = "";
    }
    if (kind->data == JUDGE_STATIONS) {
        d.unit = "天";
        d.own = "";
    }
    if (kind->data == JUDGE_FLOWS)
        d.spread += d.spread == 2;
    if (kind->data == JUDGE_PLACES || kind->data == JUDGE_RANKS || kind->data == JUDGE_POINTS ||
        kind->data == JUDGE_SIZES)
        d.unit = d.own = "";
    if (kind->data == JUDGE_PARTS || kind->data == JUDGE_ROWS) {
        d.spread += d.spread == 2; /* ten thousand to one is no part */
        d.unit = strcmp(d.unit, "%") == 0 ? "家" : d.unit;
        d.own = strcmp(d.own, "%") == 0 || (!*d.unit && !*d.own) ? "万吨" : d.own;
    }
    if (kind->data == JUDGE_ROWS && d.series == 1 && d.items > 8)
        d.items = 8;
    draw_keys(&d);
    bool can_head = kind->data == JUDGE_NAMES || kind->data == JUDGE_ANY ||
                    kind->data == JUDGE_SIGNED || kind->data == JUDGE_TIMES ||
                    kind->data == JUDGE_TIME_ONE || kind->data == JUDGE_ROWS ||
                    kind->data == JUDGE_GRID;
    d.headed = d.series == 1 && can_head && chance(&d, 15);
    put(&d,
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphic xmlns=\"urn:zhitu:1\" id=\"judged\" "
        "template=\"judge-%d\" issue=\"2022-06-30\">\n<chart kind=\"%s\"",
        lot->width, kind->name);
    if (chance(&d, 50))
        put(&d, " highlight=\"'%s'\"",
            d.keys[below(&d, kind->data == JUDGE_STATIONS ? 2 : d.items)]);
    draw_ways(&d);
    put(&d, ">\n");
    put_heads(&d);
    size_t unit_at = lot->len;
    put(&d, "<data%s>\n", chance(&d, 40) && kind->data == JUDGE_NAMES ? " sort=\"desc\"" : "");
    put_data(&d);
    put(&d, "</data>\n");
    if (*d.unit) { /* known only when the parts are drawn */
        char attribute[64];
        int n = snprintf(attribute, sizeof attribute, " unit=\"%s\"", d.unit);
        size_t at = unit_at + strlen("<data");
        memmove(lot->xml + at + n, lot->xml + at, lot->len - at + 1);
        memcpy(lot->xml + at, attribute, (size_t)n);
        lot->len += (size_t)n;
    }
    put_remarks(&d);
    put(&d, "</chart>\n</graphic>\n");
    list_words(&d);
}
