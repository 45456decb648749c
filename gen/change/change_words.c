/* Changes in words: what kinds are called, where a fact stands, what of a long text is shown. */
#include <string.h>

#include "base/utf8.h"
#include "change/change.h"

/* ---- kinds ---- */

typedef struct kind_words {
    const char *word, *zh, *en;
} kind_words;

static const kind_words kinds[] = {[ZT_CHANGE_VALUE] = {"value", "数值", "value"},
                                   [ZT_CHANGE_NUMBER] = {"number", "文中数字", "number in text"},
                                   [ZT_CHANGE_TITLE] = {"title", "标题", "title"},
                                   [ZT_CHANGE_TEXT] = {"text", "文字", "text"},
                                   [ZT_CHANGE_DATE] = {"date", "日期", "date"},
                                   [ZT_CHANGE_SOURCE] = {"source", "来源", "source"},
                                   [ZT_CHANGE_SETTING] = {"setting", "设置", "setting"},
                                   [ZT_CHANGE_MARKUP] = {"markup", "强调", "emphasis"},
                                   [ZT_CHANGE_PICTURE] = {"picture", "照片", "picture"},
                                   [ZT_CHANGE_ADDED] = {"added", "增", "added"},
                                   [ZT_CHANGE_GONE] = {"gone", "删", "gone"},
                                   [ZT_CHANGE_MOVED] = {"moved", "移", "moved"}};

const char *zt_change_word(zt_change_kind kind)
{
    return kinds[kind].word;
}

const char *zt_change_name(zt_change_kind kind, zt_lang lang)
{
    return ZT_IN(lang, kinds[kind].zh, kinds[kind].en);
}

/* ---- where ---- */

/* At most so many characters of what an author calls a thing. */
enum { NAME_MOST = 24 };

/* Line feeds and marks for breaks are not seen. */
static void put_name(zt_arena *arena, zt_buf *out, zt_str text)
{
    zt_str seen = zt_utf8_seen(arena, text);
    size_t at = 0;
    for (size_t n = 0; at < seen.len && n < NAME_MOST; n++)
        zt_utf8_next(seen, &at);
    zt_buf_str(out, zt_str_slice(seen, 0, at));
    if (at < seen.len)
        zt_buf_puts(out, "…");
}

/* The title of a chart is its name. */
static zt_str title_in(const zt_fact *fact)
{
    for (size_t i = 0; i < fact->kid_count; i++)
        if (zt_node_is(fact->kids[i]->node, "title"))
            return fact->kids[i]->full;
    return (zt_str){0};
}

/* How many elements of the name stand beside it. */
static size_t likes_of(const zt_fact *fact)
{
    size_t count = 0;
    for (size_t i = 0; fact->parent && i < fact->parent->kid_count; i++)
        count += strcmp(fact->parent->kids[i]->node->name, fact->node->name) == 0;
    return count;
}

/* Up to the first mark: of 一条；… that is 一条. */
static zt_str first_words(const char *text)
{
    static const char *const stops[] = {"，", "；", "：", "、"};
    zt_str all = zt_str_from(text);
    for (size_t at = 0; at < all.len; at++)
        for (size_t i = 0; i < sizeof stops / sizeof *stops; i++)
            if (zt_str_starts(zt_rest_of(all, at), stops[i]))
                return zt_str_slice(all, 0, at);
    return all;
}

/* 一条, 一段 of the grammar's rows becomes 第3条, 第3段; other names get their number behind. */
static void put_number(zt_buf *out, const zt_fact *fact, zt_lang lang)
{
    static const char one[] = "一";
    const zt_elem *row = fact->node->row;
    zt_str zh = first_words(row && row->zh ? row->zh : fact->node->name);
    bool many = likes_of(fact) > 1;
    if (lang == ZT_LANG_ZH && zt_str_starts(zh, one)) {
        zh = zt_rest_of(zh, sizeof one - 1);
        zt_buf_printf(out, "第%zu%.*s", fact->place + 1, ZT_ARG(zh));
        return;
    }
    zt_buf_str(out, ZT_IN(lang, zh, zt_str_from(fact->node->name)));
    if (many)
        zt_buf_printf(out, " %zu", fact->place + 1);
}

/* The heads of a table's columns, those under a common head too. */
static const zt_fact *column_at(const zt_fact *fact, size_t *left)
{
    for (size_t i = 0; i < fact->kid_count; i++) {
        const zt_fact *kid = fact->kids[i];
        if (zt_node_is(kid->node, "column") && (*left)-- == 0)
            return kid;
        const zt_fact *found = zt_node_is(kid->node, "columns") ? column_at(kid, left) : NULL;
        if (found)
            return found;
    }
    return NULL;
}

static size_t columns_in(const zt_fact *fact)
{
    size_t count = 0;
    for (size_t i = 0; i < fact->kid_count; i++) {
        count += zt_node_is(fact->kids[i]->node, "column");
        if (zt_node_is(fact->kids[i]->node, "columns"))
            count += columns_in(fact->kids[i]);
    }
    return count;
}

/* A cell is known by the head of its column; the first column may hold the heads of rows. */
static zt_str column_of(const zt_fact *cell)
{
    const zt_fact *row = cell->parent, *table = row ? row->parent : NULL;
    if (!table || !zt_node_is(cell->node, "cell") || !zt_node_is(table->node, "table"))
        return (zt_str){0};
    size_t left = cell->place + (columns_in(table) == likes_of(cell) + 1);
    const zt_fact *column = column_at(table, &left);
    return column ? column->key : (zt_str){0};
}

/* What stands for a fact among its ancestors; nothing for what is no place to a reader. */
static void put_step(zt_arena *arena, zt_buf *out, const zt_fact *fact, zt_lang lang)
{
    zt_str title = zt_node_is(fact->node, "chart") ? title_in(fact) : (zt_str){0};
    zt_str column = column_of(fact);
    zt_str name = column.len ? column : fact->key.len ? fact->key : title;
    if (!fact->parent || zt_node_is(fact->node, "data"))
        return;
    if (out->len)
        zt_buf_puts(out, " · ");
    if (name.len) {
        put_name(arena, out, name);
        if (fact->id)
            zt_buf_printf(out, " #%s", fact->id);
    } else if (fact->id) {
        zt_buf_printf(out, "#%s", fact->id);
    } else {
        put_number(out, fact, lang);
    }
}

/* Whether its author has a word for it. */
static bool is_named(const zt_fact *fact)
{
    return fact->key.len > 0 || column_of(fact).len > 0 ||
           (zt_node_is(fact->node, "chart") && title_in(fact).len > 0);
}

/* A cell or a value has a name only in its row. */
static bool ends_name(const zt_fact *fact)
{
    return is_named(fact) && !zt_node_is(fact->node, "cell") && !zt_node_is(fact->node, "v");
}

/* The steps down to a fact, from the one below `above`. */
static void put_steps(zt_arena *arena, zt_buf *out, const zt_fact *fact, const zt_fact *above,
                      zt_lang lang)
{
    if (fact == above)
        return;
    put_steps(arena, out, fact->parent, above, lang);
    put_step(arena, out, fact, lang);
}

static zt_str steps_below(zt_arena *arena, const zt_fact *above, const zt_fact *fact, zt_lang lang)
{
    zt_buf out;
    zt_buf_init(&out, arena);
    put_steps(arena, &out, fact, above, lang);
    if (out.len == 0)
        zt_buf_puts(&out, ZT_IN(lang, "全稿", "the document"));
    return zt_buf_view(&out);
}

zt_str zt_fact_place(zt_arena *arena, const zt_fact *fact, zt_lang lang)
{
    return steps_below(arena, NULL, fact, lang);
}

zt_str zt_fact_name(zt_arena *arena, const zt_fact *fact, zt_lang lang)
{
    const zt_fact *from = fact;
    while (from && !ends_name(from))
        from = from->parent;
    return steps_below(arena, from ? from->parent : NULL, fact, lang);
}

/* With the figure's own name behind the element's. */
static zt_str with_part(zt_arena *arena, zt_str steps, zt_str part)
{
    return part.len
               ? zt_str_from(zt_arena_printf(arena, "%.*s · %.*s", ZT_ARG(steps), ZT_ARG(part)))
               : steps;
}

zt_str zt_change_place(zt_arena *arena, const zt_change *change, zt_lang lang)
{
    const zt_fact *fact = change->after ? change->after : change->before;
    return with_part(arena, zt_fact_place(arena, fact, lang), change->part);
}

zt_str zt_change_thing(zt_arena *arena, const zt_change *change, zt_lang lang)
{
    const zt_fact *fact = change->after ? change->after : change->before;
    return with_part(arena, zt_fact_name(arena, fact, lang), change->part);
}

/* ---- excerpts ---- */

/* Characters that are shown before and behind what differs. */
enum { AROUND = 10, WHOLE = 60 };

static bool goes_on(char c)
{
    return ((unsigned char)c & 0xC0) == 0x80;
}

/* The first byte that differs, at the beginning of a character. */
static size_t common_start(zt_str a, zt_str b)
{
    size_t n = 0;
    while (n < a.len && n < b.len && a.data[n] == b.data[n])
        n++;
    while (n > 0 && ((n < a.len && goes_on(a.data[n])) || (n < b.len && goes_on(b.data[n]))))
        n--;
    return n;
}

/* Bytes from the end that are common, behind `start`. */
static size_t common_end(zt_str a, zt_str b, size_t start)
{
    size_t n = 0;
    while (a.len - n > start && b.len - n > start && a.data[a.len - n - 1] == b.data[b.len - n - 1])
        n++;
    while (n > 0 && goes_on(a.data[a.len - n]))
        n--;
    return n;
}

static size_t back(zt_str text, size_t at, size_t characters)
{
    for (; characters > 0 && at > 0; characters--)
        do
            at--;
        while (at > 0 && goes_on(text.data[at]));
    return at;
}

static size_t forth(zt_str text, size_t at, size_t characters)
{
    for (; characters > 0 && at < text.len; characters--)
        zt_utf8_next(text, &at);
    return at;
}

static zt_str excerpt(zt_arena *arena, zt_str text, size_t start, size_t end)
{
    size_t from = back(text, start, AROUND), to = forth(text, text.len - end, AROUND);
    zt_str shown = zt_str_slice(text, from, to);
    return zt_str_from(zt_arena_printf(arena, "%s%.*s%s", from > 0 ? "…" : "", ZT_ARG(shown),
                                       to < text.len ? "…" : ""));
}

void zt_change_excerpts(zt_arena *arena, const zt_change *change, zt_str *said, zt_str *says)
{
    *said = zt_utf8_seen(arena, change->said);
    *says = zt_utf8_seen(arena, change->says);
    if (zt_utf8_count(*said) <= WHOLE && zt_utf8_count(*says) <= WHOLE)
        return;
    if (said->len == 0 || says->len == 0 || zt_str_equal(*said, *says)) {
        *said = said->len ? excerpt(arena, *said, 0, said->len - forth(*said, 0, WHOLE - AROUND))
                          : *said;
        *says = says->len ? excerpt(arena, *says, 0, says->len - forth(*says, 0, WHOLE - AROUND))
                          : *says;
        return;
    }
    size_t start = common_start(*said, *says), end = common_end(*said, *says, start);
    *said = excerpt(arena, *said, start, end);
    *says = excerpt(arena, *says, start, end);
}
