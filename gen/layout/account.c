/* gen/layout/account.c — the account as text and as JSON. */
#include "layout/account.h"

#include "base/file.h"
#include "base/json.h"

/* Costs of 0 of something that was counted stay: a term that weighs nothing is to be seen. */
void zt_account_add(zt_arena *arena, zt_account_terms *terms, const char *name, long count,
                    long cost)
{
    zt_account_term term = {name, count, cost};
    if (count || cost)
        ZT_PUSH(arena, terms, term);
}

long zt_account_cost(const zt_account_terms *terms)
{
    long sum = 0;
    for (size_t i = 0; i < terms->count; i++)
        sum += terms->items[i].cost;
    return sum;
}

/* Of a page with all that stands on it. */
static long page_cost(const zt_account_page *page)
{
    long sum = zt_account_cost(&page->terms);
    for (size_t i = 0; i < page->items.count; i++)
        sum += zt_account_cost(&page->items.items[i].terms);
    return sum;
}

static long whole_cost(const zt_account *account)
{
    long sum = zt_account_cost(&account->terms);
    for (size_t i = 0; i < account->pages.count; i++)
        sum += page_cost(account->pages.items + i);
    return sum;
}

/* ---- text ---- */

static void put_terms(zt_buf *out, int indent, const zt_account_terms *terms)
{
    for (size_t i = 0; i < terms->count; i++) {
        const zt_account_term *term = terms->items + i;
        zt_buf_printf(out, "%*sterm %s count %ld cost %ld\n", indent, "", term->name, term->count,
                      term->cost);
    }
}

/* The file's base name only: a dump that tests compare must not depend on the folder. */
static void put_place(zt_buf *out, zt_pos at)
{
    if (at.file)
        zt_buf_printf(out, " @%s:%d:%d", zt_path_base(at.file), at.line, at.column);
}

static void put_item(zt_buf *out, const zt_account_item *item)
{
    zt_buf_printf(out, "  %s", item->kind);
    if (item->id)
        zt_buf_printf(out, " %s", item->id);
    zt_buf_printf(out, " column %d line %d, %d x %d", item->column, item->line, item->columns,
                  item->lines);
    if (item->units)
        zt_buf_printf(out, " units %ld..%ld", item->first_unit, item->first_unit + item->units - 1);
    if (item->forms)
        zt_buf_printf(out, " forms %zu", item->forms);
    if (item->form) {
        zt_buf_puts(out, " form ");
        zt_buf_json(out, zt_str_from(item->form));
    }
    if (item->cut)
        zt_buf_printf(out, " cut %ld", item->cut);
    zt_buf_printf(out, " cost %ld", zt_account_cost(&item->terms));
    put_place(out, item->at);
    zt_buf_putc(out, '\n');
    put_terms(out, 4, &item->terms);
}

static void put_page(zt_buf *out, const zt_account_page *page, size_t number)
{
    zt_buf_printf(out, "page %zu", number);
    if (page->master)
        zt_buf_printf(out, " %s", page->master);
    if (page->lines)
        zt_buf_printf(out, " %d x %d spare %ld", page->columns, page->lines, page->spare);
    zt_buf_printf(out, " cost %ld\n", page_cost(page));
    put_terms(out, 2, &page->terms);
    for (size_t i = 0; i < page->items.count; i++)
        put_item(out, page->items.items + i);
}

void zt_account_dump(zt_buf *out, const zt_account *account)
{
    zt_buf_puts(out, account->root);
    if (account->passes)
        zt_buf_printf(out, " passes %d", account->passes);
    zt_buf_printf(out, "%s cost %ld\n", account->proven ? " proven" : "", whole_cost(account));
    put_terms(out, 2, &account->terms);
    for (size_t i = 0; i < account->pages.count; i++)
        put_page(out, account->pages.items + i, i + 1);
}

/* ---- JSON ---- */

/* "cost", and "terms" that it is the sum of. */
static void terms_json(zt_buf *out, long cost, const zt_account_terms *terms)
{
    zt_json_int(out, "cost", cost);
    zt_json_open(out, "terms", '[');
    for (size_t i = 0; i < terms->count; i++) {
        zt_json_open(out, NULL, '{');
        zt_json_word(out, "name", terms->items[i].name);
        zt_json_int(out, "count", terms->items[i].count);
        zt_json_int(out, "cost", terms->items[i].cost);
        zt_json_close(out, '}');
    }
    zt_json_close(out, ']');
}

static void item_json(zt_buf *out, const zt_account_item *item)
{
    zt_json_open_line(out, NULL, '{');
    zt_json_word(out, "kind", item->kind);
    zt_json_word(out, "id", item->id);
    zt_json_word(out, "at",
                 item->at.file ? zt_arena_printf(out->arena, "%s:%d:%d", item->at.file,
                                                 item->at.line, item->at.column)
                               : NULL);
    zt_json_int(out, "column", item->column);
    zt_json_int(out, "line", item->line);
    zt_json_int(out, "columns", item->columns);
    zt_json_int(out, "lines", item->lines);
    zt_json_int(out, "forms", (long long)item->forms);
    zt_json_word(out, "form", item->form);
    zt_json_int(out, "first", item->first_unit);
    zt_json_int(out, "units", item->units);
    zt_json_int(out, "cut", item->cut);
    terms_json(out, zt_account_cost(&item->terms), &item->terms);
    zt_json_close(out, '}');
}

static void page_json(zt_buf *out, const zt_account_page *page)
{
    zt_json_open_line(out, NULL, '{');
    zt_json_word(out, "master", page->master);
    zt_json_int(out, "columns", page->columns);
    zt_json_int(out, "lines", page->lines);
    zt_json_int(out, "spare", page->spare);
    terms_json(out, page_cost(page), &page->terms);
    zt_json_open(out, "items", '[');
    for (size_t i = 0; i < page->items.count; i++)
        item_json(out, page->items.items + i);
    zt_json_close(out, ']');
    zt_json_close(out, '}');
}

/* The cost of a page is that of its own terms and of those of its items. */
void zt_account_dump_json(zt_buf *out, const zt_account *account)
{
    zt_json_open(out, NULL, '{');
    zt_json_word(out, "root", account->root);
    zt_json_int(out, "passes", account->passes);
    zt_json_flag(out, "proven", account->proven);
    terms_json(out, whole_cost(account), &account->terms);
    zt_json_open(out, "pages", '[');
    for (size_t i = 0; i < account->pages.count; i++)
        page_json(out, account->pages.items + i);
    zt_json_close(out, ']');
    zt_json_close(out, '}');
    zt_buf_putc(out, '\n');
}
