/* gen/template/theme_ink.c — inks by their recipes: those of the palette and those of single keys,
   each from the level that defined it last. */
#include "template/reader_imp.h"

#include <string.h>

/* Per cent of the four process inks as 0 to 1; reports bad-cmyk. */
static bool read_cmyk(zt_reader *r, const zt_node *node, double out[4])
{
    zt_field whole = zt_read_field(r, node, "cmyk"), rest = whole, word;
    size_t count = 0;
    bool good = true;
    if (whole.text.data == NULL)
        return false;
    while (zt_field_word(&rest, &word)) {
        double value = -1;
        good = good && zt_number_parse(word.text, &value) && value >= 0 && value <= 100;
        if (good && count < 4)
            out[count] = value / 100;
        count++;
    }
    if (good && count == 4)
        return true;
    zt_report(r->diags, ZT_ERROR, "bad-cmyk", whole.at,
              "“%.*s”不是油墨配方：应为青、品、黄、黑四个 0 至 100 的数，如 0 92 82 0",
              "“%.*s” is no recipe: C, M, Y and K from 0 to 100 are wanted, as in 0 92 82 0",
              ZT_ARG(whole.text));
    return false;
}

/* -1 for any other character. */
static int hex_digit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

/* The screen colour: as it is stated, #c8202f, else worked out from the recipe (base/ink.h).
   Reports bad-rgb. */
static zt_rgb read_rgb(zt_reader *r, const zt_node *node, const double cmyk[4])
{
    zt_field field = zt_read_field(r, node, "rgb");
    if (field.text.data == NULL)
        return zt_rgb_from_cmyk(cmyk);
    double parts[3] = {0};
    bool good = field.text.len == 7 && field.text.data[0] == '#';
    for (size_t i = 0; good && i < 3; i++) {
        int high = hex_digit(field.text.data[1 + 2 * i]),
            low = hex_digit(field.text.data[2 + 2 * i]);
        good = high >= 0 && low >= 0;
        parts[i] = (16 * high + low) / 255.0;
    }
    if (!good)
        zt_report(r->diags, ZT_ERROR, "bad-rgb", field.at,
                  "“%.*s”不是屏幕色：应为 # 加六位十六进制数，如 #c8202f",
                  "“%.*s” is no screen colour: # and six hexadecimal digits, as in #c8202f",
                  ZT_ARG(field.text));
    return (zt_rgb){parts[0], parts[1], parts[2]};
}

/* Reports ink-limit, bad-overprint and reserved-name. Overprinting a coloured ink would change its
   colour by what lies below. */
static void check_ink(zt_reader *r, const zt_node *node, const zt_ink *ink)
{
    double limit = r->theme->limits.ink, sum = zt_paint_coverage(ZT_SOLID(ink));
    zt_pos at = zt_node_attr_at(node, "cmyk");
    if (limit > 0 && sum > limit + 1e-6) {
        zt_buf found, most;
        zt_buf_init(&found, r->arena);
        zt_buf_init(&most, r->arena);
        zt_buf_number(&found, sum, 1);
        zt_buf_number(&most, limit, 1);
        zt_report(r->diags, ZT_ERROR, "ink-limit", at, "油墨“%s”总墨量 %s%%，超过主题的上限 %s%%",
                  "the ink “%s” sums to %s%%, above the theme's limit of %s%%", ink->name,
                  found.data, most.data);
    }
    if (ink->overprint && ink->cmyk[0] + ink->cmyk[1] + ink->cmyk[2] > 0)
        zt_report(r->diags, ZT_ERROR, "bad-overprint", zt_node_attr_at(node, "overprint"),
                  "油墨“%s”含彩色，不能叠印：只有单黑可以叠印",
                  "the ink “%s” holds colours and cannot overprint: only K alone can", ink->name);
    if (strcmp(ink->name, zt_ink_paper.name) == 0)
        zt_report(r->diags, ZT_ERROR, "reserved-name", zt_node_attr_at(node, "name"),
                  "“%s”是纸白，不能另行定义", "“%s” is the paper itself and cannot be defined",
                  ink->name);
}

/* hatch="0.22mm 0.85mm": lines of that weight, from line to line. Reports bad-length. */
static void read_hatch(zt_reader *r, const zt_node *node, zt_ink *ink)
{
    double lines[2] = {0};
    if (zt_node_find(node, "hatch") == NULL || !zt_read_pair(r, node, "hatch", lines))
        return;
    if (lines[1] > lines[0]) {
        ink->hatch = lines[0];
        ink->pitch = lines[1];
        return;
    }
    zt_report(r->diags, ZT_ERROR, "bad-length", zt_node_attr_at(node, "hatch"),
              "斜线比间隔还宽；应先写线宽，再写较大的间隔，如 0.22mm 0.85mm",
              "hatch lines as wide as their pitch; write the weight, then the larger pitch, as in "
              "0.22mm 0.85mm");
}

/* Whether overprint and hatch are written or not: elements without these have none. */
void zt_read_recipe(zt_reader *r, const zt_node *node, zt_ink *ink)
{
    if (zt_node_find(node, "cmyk") == NULL) {
        zt_report(r->diags, ZT_ERROR, "missing-attribute", node->at,
                  "油墨要有配方：写 cmyk=，或用 key= 和 name= 指定已有的油墨",
                  "an ink needs a recipe: write cmyk=, or name an ink by key= and name=");
        return;
    }
    bool good = read_cmyk(r, node, ink->cmyk);
    ink->rgb = read_rgb(r, node, ink->cmyk);
    ink->spot = zt_node_find(node, "spot") ? zt_read_name(r, node, "spot") : NULL;
    ink->overprint = zt_node_find(node, "overprint") && zt_read_yes(r, node, "overprint");
    read_hatch(r, node, ink);
    if (good)
        check_ink(r, node, ink);
}

/* as="accent": that of another ink, as the newest level has it. Reports unknown-ink, and
   conflicting-attributes for an ink that is itself as another, or has a recipe besides. */
static void copy_recipe(zt_reader *r, const zt_node *node, zt_ink *ink)
{
    const char *name = ink->name;
    const zt_ink *other = zt_read_ink(r, node, "as");
    if (other == NULL)
        return;
    if (zt_node_find(node, "cmyk") != NULL || other == ink) {
        zt_report(r->diags, ZT_ERROR, "conflicting-attributes", zt_node_attr_at(node, "as"),
                  "as 写另一种有配方的油墨，不与 cmyk 同写",
                  "as names another ink with a recipe and does not stand beside cmyk");
        return;
    }
    *ink = *other;
    ink->name = name;
}

/* An ink with a mistake stays in the list, so that its users are not reported as well. */
static void read_inks(zt_reader *r)
{
    const zt_node **nodes;
    zt_theme *theme = r->theme;
    size_t count = zt_read_merged(r, "ink", "name", "key", &nodes);
    theme->inks = ZT_ARRAY(r->arena, count, zt_ink);
    theme->ink_count = count;
    for (size_t i = 0; i < count; i++) {
        zt_ink *ink = &theme->inks[i];
        ink->name = zt_read_name(r, nodes[i], "name");
        if (ink->name == NULL) {
            ink->name = "";
            zt_report(r->diags, ZT_ERROR, "missing-attribute", nodes[i]->at,
                      "油墨要有名字：写 name=", "an ink needs a name: write name=");
        }
        if (zt_node_find(nodes[i], "as") == NULL)
            zt_read_recipe(r, nodes[i], ink);
    }
    for (size_t i = 0; i < count; i++)
        if (zt_node_find(nodes[i], "as") != NULL)
            copy_recipe(r, nodes[i], &theme->inks[i]);
    zt_check_greys(r, nodes);
}

/* Inks of keys: one of the palette by its name, or of its own recipe under the name of the key. */
static void read_key_inks(zt_reader *r)
{
    const zt_node **nodes;
    zt_theme *theme = r->theme;
    size_t count = zt_read_merged(r, "ink", "key", NULL, &nodes);
    theme->key_inks = ZT_ARRAY(r->arena, count, zt_key_ink);
    for (size_t i = 0; i < count; i++) {
        zt_str key = zt_str_trim(zt_node_attr(nodes[i], "key", NULL));
        zt_key_ink *own = &theme->key_inks[theme->key_ink_count];
        if (key.len == 0)
            continue;
        own->key = zt_arena_printf(r->arena, "%.*s", ZT_ARG(key));
        if (zt_node_find(nodes[i], "cmyk") == NULL && zt_node_find(nodes[i], "name") != NULL) {
            own->ink = zt_read_ink(r, nodes[i], "name");
        } else {
            zt_ink *ink = ZT_NEW(r->arena, zt_ink);
            ink->name = own->key;
            zt_read_recipe(r, nodes[i], ink);
            own->ink = own->own = ink;
        }
        theme->key_ink_count += own->ink != NULL;
    }
}

void zt_read_inks(zt_reader *r)
{
    read_inks(r);
    read_key_inks(r);
}
