/* picture= of a figure: so many whole symbols, a round number each, and the sentence that says so.
   Of a share there are a hundred, as many of them in the accent as the figure says. */
#include "model/content_imp.h"

#include "base/ratio.h"
#include "base/unit.h"
#include "model/chart_icons.h"

/* More than these cannot be counted, nor told from a tint. */
enum { SYMBOLS_MOST = 1000, HUNDRED = 100 };
static const char *const rounded_words[] = {"，不足一个的四舍五入", ", rounded to whole ones"};

/* What a symbol is called where the page says what it stands for, and how many are wished at most.
 */
static const struct {
    const char *name, *noun, *en;
    int wished;
} pictures[] = {
    {"train", "节车厢", "wagon", 100},   {"container", "个箱子", "container", 200},
    {"people", "个人形", "figure", 100}, {"road", "段路", "stretch of road", 60},
    {"vessel", "格", "mark", 100},       {"car", "辆车", "car", 100},
    {"house", "座房", "house", 100},     {"tree", "棵树", "tree", 100},
    {"sheet", "页纸", "sheet", 100},     {"cell", "格", "square", 100},
    {"dot", "点", "dot", 500},
};

static size_t picture_of(zt_str name)
{
    size_t i = 0;
    while (i + 1 < sizeof pictures / sizeof *pictures && !zt_str_is(name, pictures[i].name))
        i++;
    return i;
}

/* 每节车厢代表 */
static void begin_key(zt_buf *out, zt_str name, zt_lang language)
{
    size_t i = picture_of(name);
    zt_buf_printf(out, ZT_IN(language, "每%s代表", "Each %s stands for "),
                  ZT_IN(language, pictures[i].noun, pictures[i].en));
}

/* 5000, 2 million, 1 billion: thousands stand in digits. */
static void print_round_english(zt_buf *out, zt_num num)
{
    static const struct {
        int power;
        int64_t size;
    } scales[] = {{12, 1000000000000}, {9, 1000000000}, {6, 1000000}};
    int power = 0;
    for (size_t i = 0; i < sizeof scales / sizeof *scales && power == 0; i++)
        if (num.decimals == 0 && num.scaled > 0 && num.scaled % scales[i].size == 0) {
            power = scales[i].power;
            num.scaled /= scales[i].size;
        }
    zt_num_print(out, num, true);
    zt_buf_str(out, zt_scale_behind(out->arena, ZT_LANG_EN, power));
}

/* 1000, 1万, 5亿: a round number as it is said. */
static void print_round(zt_buf *out, zt_num num, zt_lang language)
{
    int power = 0;
    if (language == ZT_LANG_EN) {
        print_round_english(out, num);
        return;
    }
    while (power < 8 && num.decimals == 0 && num.scaled > 0 && num.scaled % 10000 == 0) {
        num.scaled /= 10000;
        power += 4;
    }
    zt_num_print(out, num, false);
    zt_buf_puts(out, zt_scale_word(power));
}

/* One body with strokes at each tenth, which is full at what is to be reached. */
static bool is_vessel(const zt_figure_picture *picture)
{
    return zt_str_is(picture->kind, "vessel");
}

/* ---- shares ---- */

/* The share that the figure is, or that stands beside it. */
static const zt_quantity *share_of(const zt_figure_entry *entry)
{
    const zt_quantity *both[] = {entry->more, entry->value};
    for (size_t i = 0; i < 2; i++) {
        const zt_quantity *q = both[i];
        double part = q && q->has_number ? zt_num_double(q->value) : -1;
        if (q && q->kind == ZT_Q_SHARE && zt_str_is(q->unit, "%") && part >= 0 && part <= HUNDRED)
            return q;
    }
    return NULL;
}

static void read_share(zt_doc_reader *r, const zt_quantity *share, zt_figure_picture *picture)
{
    zt_ratio part = {0, 1};
    zt_num whole = {0};
    zt_buf key;
    zt_buf_init(&key, r->arena);
    bool good =
        zt_ratio_of(share->value, &part) && zt_ratio_round(part, 0, 0, ZT_ROUND_HALF_UP, &whole);
    picture->count = HUNDRED;
    picture->lit = good ? (size_t)whole.scaled : 0;
    picture->is_share = true;
    zt_lang language = r->doc->language;
    begin_key(&key, picture->kind, language);
    if (language == ZT_LANG_ZH)
        zt_buf_printf(&key, "%.*s%s", ZT_ARG(share->among), share->among.len ? "的" : "");
    zt_buf_puts(&key, is_vessel(picture) ? "10%" : "1%");
    if (language == ZT_LANG_EN && share->among.len)
        zt_buf_printf(&key, " of %.*s", ZT_ARG(share->among));
    picture->key = zt_buf_view(&key);
}

/* ---- amounts ---- */

/* each=, in the unit of the figure; bad-each for anything else. */
static bool read_each(zt_doc_reader *r, const zt_node *node, const zt_quantity *of, zt_num *each)
{
    zt_quantity given = {.language = r->doc->language, .at = zt_node_attr_at(node, "each")};
    zt_str text = zt_node_attr(node, "each", NULL);
    zt_diags *quiet = zt_diags_new(r->arena);
    if (zt_quantity_parse(r->arena, quiet, ZT_Q_VALUE, text, zt_units_at(r, node), &given) &&
        given.has_number && given.value.scaled > 0 &&
        (given.unit.len == 0 || zt_str_equal(given.unit, of->unit))) {
        *each = given.value;
        return true;
    }
    zt_report(r->diags, ZT_ERROR, "bad-each", given.at,
              "each=“%.*s” 应是一个大于 0 的数，单位同“%.*s”；删去它，由程序取整数",
              "each=\"%.*s\" must be a number above zero in the unit of \"%.*s\"; delete it and a "
              "round number is chosen",
              ZT_ARG(text), ZT_ARG(of->text));
    return false;
}

/* Whole symbols for a value, rounded by its first digit; *whole false when that changed it. */
static bool count_symbols(const zt_quantity *q, zt_num each, size_t *count, bool *whole)
{
    zt_ratio value, unit, exact;
    zt_num symbols;
    if (!zt_ratio_of(q->value, &value) || !zt_ratio_of(each, &unit) ||
        !zt_ratio_divide(value, unit, &exact) ||
        !zt_ratio_round(exact, 0, 0, ZT_ROUND_HALF_UP, &symbols) || symbols.scaled < 0)
        return false;
    *whole = *whole && exact.den == 1;
    *count = (size_t)symbols.scaled;
    return true;
}

/* What is to be reached stands beside the figure: the symbols of all of it, those reached lit. */
static const zt_quantity *target_of(const zt_figure_entry *entry)
{
    const zt_quantity *more = entry->more;
    bool good = more && more->kind == ZT_Q_TARGET && more->has_number &&
                zt_str_equal(more->unit, entry->value->unit) &&
                zt_num_compare(more->value, entry->value->value) >= 0;
    return good ? more : NULL;
}

static bool read_amount(zt_doc_reader *r, const zt_node *node, const zt_figure_entry *entry,
                        zt_figure_picture *picture)
{
    const zt_quantity *value = entry->value, *target = target_of(entry);
    const zt_quantity *most = target ? target : value;
    int wished = pictures[picture_of(picture->kind)].wished;
    zt_num each = zt_icon_each(zt_num_double(most->value), wished, 0);
    bool whole = true;
    if (is_vessel(picture) && !target)
        return false;
    if (zt_node_find(node, "each"))
        read_each(r, node, value, &each);
    if (!count_symbols(most, each, &picture->count, &whole) ||
        !count_symbols(value, each, &picture->lit, &whole))
        return false;
    zt_buf key;
    zt_buf_init(&key, r->arena);
    zt_lang language = r->doc->language;
    begin_key(&key, picture->kind, language);
    if (is_vessel(picture)) {
        zt_buf_puts(&key, ZT_IN(language, "目标的10%", "10% of the target"));
        picture->key = zt_buf_view(&key);
        return true;
    }
    print_round(&key, each, language);
    zt_buf_str(&key, zt_unit_behind(r->arena, language, value->unit));
    zt_buf_puts(&key, whole ? "" : rounded_words[language]);
    picture->key = zt_buf_view(&key);
    picture->each = each;
    picture->unit = value->unit;
    picture->rounded = !whole;
    return true;
}

/* ---- pictures of one panel ---- */

/* Whether both count the same symbols, each of them for as much. */
static bool counts_alike(const zt_figure_picture *a, const zt_figure_picture *b)
{
    return !a->is_share && !b->is_share && !is_vessel(a) && zt_str_equal(a->kind, b->kind) &&
           zt_num_compare(a->each, b->each) == 0;
}

/* Whether an entry before number i has that unit below its picture. */
static bool said_before(const zt_figures *figures, size_t i)
{
    for (size_t k = 0; k < i; k++)
        if (figures->figures[k].picture &&
            zt_str_equal(figures->figures[k].picture->unit, figures->figures[i].picture->unit))
            return true;
    return false;
}

zt_str zt_figures_key(zt_arena *arena, const zt_figures *figures)
{
    const zt_figure_picture *first = NULL;
    bool rounded = false;
    zt_lang language = ZT_LANG_ZH;
    zt_buf key;
    zt_buf_init(&key, arena);
    for (size_t i = 0; i < figures->count; i++) {
        const zt_figure_picture *picture = figures->figures[i].picture;
        if (!picture)
            continue;
        language = figures->figures[i].value->language;
        if (!counts_alike(first ? first : picture, picture))
            return ZT_STR("");
        if (!first)
            begin_key(&key, picture->kind, language);
        if (!said_before(figures, i)) {
            zt_buf_puts(&key, first ? ZT_IN(language, "或", " or ") : "");
            print_round(&key, picture->each, language);
            zt_buf_str(&key, zt_unit_behind(arena, language, picture->unit));
        }
        first = picture;
        rounded = rounded || picture->rounded;
    }
    zt_buf_puts(&key, rounded ? rounded_words[language] : "");
    return zt_buf_view(&key);
}

/* ---- findings ---- */

static const zt_figure_picture *refuse(zt_doc_reader *r, const zt_node *node)
{
    zt_report(r->diags, ZT_ERROR, "picture-without-value", zt_node_attr_at(node, "picture"),
              "picture 要画的数还没有：写一个大于 0 的值（vessel 还要 <target>），或占百分之几的 "
              "<share>；或删去 picture",
              "picture= has nothing to count: write a value above zero (with a <target> for a "
              "vessel), or a <share> in per cent; or delete picture=");
    return NULL;
}

static const zt_figure_picture *refuse_count(zt_doc_reader *r, const zt_node *node, size_t count)
{
    zt_report(r->diags, ZT_ERROR, "too-many-icons", zt_node_attr_at(node, "picture"),
              "要画 %zu 个符号，最多 %d 个；each= 应写大一些，或删去，由程序取整数",
              "%zu symbols are wanted, at most %d can be drawn; raise each=, or take it out, and a "
              "round number is chosen",
              count, SYMBOLS_MOST);
    return NULL;
}

const zt_figure_picture *zt_figure_picture_read(zt_doc_reader *r, const zt_node *node,
                                                const zt_figure_entry *entry)
{
    const zt_quantity *value = entry->value;
    if (!zt_node_find(node, "picture") || !value)
        return NULL;
    zt_figure_picture *picture = ZT_NEW(r->arena, zt_figure_picture);
    *picture = (zt_figure_picture){.kind = zt_node_attr(node, "picture", NULL),
                                   .at = zt_node_attr_at(node, "picture")};
    const zt_quantity *share = share_of(entry);
    if (share) {
        read_share(r, share, picture);
        return picture;
    }
    if (value->status == ZT_MISSING && !r->options.final)
        return NULL; /* a draft shows that it is still to come */
    if (!value->has_number || value->value.scaled <= 0 || !read_amount(r, node, entry, picture) ||
        picture->count == 0)
        return refuse(r, node);
    return picture->count > SYMBOLS_MOST ? refuse_count(r, node, picture->count) : picture;
}
