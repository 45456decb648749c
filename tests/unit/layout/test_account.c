/* How pages came about, as text and as JSON. */
#include "cmocka_all.h"

#include <string.h>

#include "layout/account.h"

/* A report of two pages, the second without anything. */
static zt_account *account_new(zt_arena *arena)
{
    zt_account *account = ZT_NEW(arena, zt_account);
    account->root = "report";
    account->passes = 2;
    account->proven = true;
    zt_account_add(arena, &account->terms, "blank", 1, 30);
    zt_account_page page = {.master = "body", .columns = 2, .lines = 43, .spare = 3};
    zt_account_add(arena, &page.terms, "short", 3, 36);
    zt_account_add(arena, &page.terms, "late", 0, 0); /* nothing to be seen */
    zt_account_item text = {.kind = "text",
                            .at = {"dir/a.xml", 7, 3},
                            .column = 1,
                            .line = 1,
                            .columns = 1,
                            .lines = 40,
                            .first_unit = 4,
                            .units = 40};
    zt_account_add(arena, &text.terms, "line", 1, 5);
    zt_account_add(arena, &text.terms, "free", 2, 0); /* counted, though it weighs nothing */
    zt_account_item chart = {.kind = "chart",
                             .id = "airports",
                             .column = 2,
                             .line = 1,
                             .columns = 1,
                             .lines = 20,
                             .forms = 3,
                             .form = "20 lines",
                             .cut = 2};
    ZT_PUSH(arena, &page.items, text);
    ZT_PUSH(arena, &page.items, chart);
    ZT_PUSH(arena, &account->pages, page);
    ZT_PUSH(arena, &account->pages, ((zt_account_page){0}));
    return account;
}

static void the_text_adds_up(void **state)
{
    (void)state;
    zt_arena *arena = zt_arena_new();
    zt_buf out;
    zt_buf_init(&out, arena);
    zt_account_dump(&out, account_new(arena));
    assert_string_equal(out.data,
                        "report passes 2 proven cost 71\n"
                        "  term blank count 1 cost 30\n"
                        "page 1 body 2 x 43 spare 3 cost 41\n"
                        "  term short count 3 cost 36\n"
                        "  text column 1 line 1, 1 x 40 units 4..43 cost 5 @a.xml:7:3\n"
                        "    term line count 1 cost 5\n"
                        "    term free count 2 cost 0\n"
                        "  chart airports column 2 line 1, 1 x 20 forms 3 form \"20 lines\" cut 2 "
                        "cost 0\n"
                        "page 2 cost 0\n");
    zt_arena_drop(arena);
}

static void the_json_says_the_same(void **state)
{
    (void)state;
    zt_arena *arena = zt_arena_new();
    zt_buf out;
    zt_buf_init(&out, arena);
    zt_account_dump_json(&out, account_new(arena));
    static const char *const parts[] = {
        "{\"root\":\"report\",\"passes\":2,\"proven\":true,\"cost\":71,\"terms\":[{\"name\":"
        "\"blank\",\"count\":1,\"cost\":30}],\"pages\":[",
        "{\"master\":\"body\",\"columns\":2,\"lines\":43,\"spare\":3,\"cost\":41,",
        "{\"kind\":\"text\",\"id\":null,\"at\":\"dir/a.xml:7:3\",\"column\":1,\"line\":1,"
        "\"columns\":1,\"lines\":40,\"forms\":0,\"form\":null,\"first\":4,\"units\":40,\"cut\":0,"
        "\"cost\":5,\"terms\":[{\"name\":\"line\",\"count\":1,\"cost\":5},",
        "\"forms\":3,\"form\":\"20 lines\",\"first\":0,\"units\":0,\"cut\":2,\"cost\":0,"
        "\"terms\":[]}]},",
        "{\"master\":null,\"columns\":0,\"lines\":0,\"spare\":0,\"cost\":0,\"terms\":[],"
        "\"items\":[]}]}\n"};
    const char *rest = out.data;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        rest = strstr(rest, parts[i]);
        if (!rest)
            fail_msg("%s is not, in order, in %s", parts[i], out.data);
    }
    zt_arena_drop(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(the_text_adds_up),
                                       cmocka_unit_test(the_json_says_the_same)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
