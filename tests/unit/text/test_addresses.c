/* tests/unit/text/test_addresses.c — addresses part where a reader expects it (R131), and no line
   of one or two characters stands before a long word (R132). */
#include <stdio.h>

#include "text/para_imp.h"
#include "unit/text/para_help.h"

/* The text with | where a line may end: only gaps that are no hard ones. */
static const char *parted(zt_bench *b, const char *text)
{
    zt_trace trace = zt_para_trace(set_text(b, text, 100));
    zt_buf out;
    zt_buf_init(&out, b->arena);
    for (size_t i = 0; i < trace.count; i++) {
        char utf8[4];
        if (i > 0 && trace.breaks[i] != 'x')
            zt_buf_putc(&out, '|');
        zt_buf_add(&out, utf8, zt_utf8_put(utf8, trace.code_points[i]));
    }
    return out.data;
}

static void test_r131_web_addresses(void **state)
{
    zt_bench *b = *state;
    assert_string_equal(parted(b, "https://www.example.gov.cn/huodong/2026/index.html"),
                        "https://|www|.example|.gov|.cn/|huodong/|2026/|index|.html");
    assert_string_equal(parted(b, "www.example.com/a-b?id=12&lang=zh#top"),
                        "www|.example|.com/|a-b|?id|=12|&lang|=zh|#top");
    assert_string_equal(parted(b, "http://a.example.cn/%E4%BD%A0/"),
                        "http://|a|.example|.cn/|%E4|%BD|%A0/");
    assert_string_equal(parted(b, "xinwen-fuwu@mail.example.cn"), "xinwen-fuwu|@mail|.example|.cn");
    assert_string_equal(parted(b, "example.gov.cn/zwgk"), "example|.gov|.cn/|zwgk");
}

/* Chinese and Western marks of the sentence are none of the address. */
static void test_r131_where_an_address_ends(void **state)
{
    zt_bench *b = *state;
    assert_string_equal(parted(b, "见www.example.cn。请"), "见|www|.example|.cn。|请");
    assert_string_equal(parted(b, "（www.example.cn）"), "（www|.example|.cn）");
    assert_string_equal(parted(b, "(www.example.cn/a_(b))"), "(www|.example|.cn/|a|_(b))");
    assert_string_equal(parted(b, "见www.example.cn/index查"), "见|www|.example|.cn/|index|查");
}

static void test_r131_paths_and_identifiers(void **state)
{
    zt_bench *b = *state;
    assert_string_equal(parted(b, "/usr/local/share/zhitu/words.bin"),
                        "/usr/|local/|share/|zhitu/|words|.bin");
    assert_string_equal(parted(b, "C:\\Users\\bianji\\fonts.lock"),
                        "C:\\|Users\\|bianji\\|fonts|.lock");
    assert_string_equal(parted(b, "max_connections_per_host"), "max|_connections|_per|_host");
}

/* What only looks like an address stays whole as ever. */
static void test_r131_no_addresses(void **state)
{
    zt_bench *b = *state;
    assert_string_equal(parted(b, "PM2.5"), "PM2.5");
    assert_string_equal(parted(b, "R&D"), "R&D");
    assert_string_equal(parted(b, "node.js"), "node.js");
    assert_string_equal(parted(b, "2022/06/24"), "2022/06/24");
    assert_string_equal(parted(b, "1,054,500,000.25"), "1,054,500,000.25");
    assert_string_equal(parted(b, "PH-3000-X"), "PH-3000-X");
    assert_string_equal(parted(b, "192.168.100.255"), "192.168.100.255");
    assert_string_equal(parted(b, "state-of-the-art"), "state-|of-the-|art");
}

static void test_r131_hints_and_bonds(void **state)
{
    zt_bench *b = *state;
    assert_string_equal(parted(b, "www.exam\xE2\x80\x8Bple.cn"), "www|.exam\xE2\x80\x8B|ple|.cn");
    zt_run run = {.text = ZT_STR("www.example.cn"), .style = &b->text, .bound = true};
    zt_trace trace = zt_para_trace(zt_para_break(b->arena, b->diags, &run, 1, &b->para, 1000));
    assert_null(strpbrk(trace.breaks + 1, "/p"));
}

/* The last resort, but before a line of stretched gaps above 0.5 em. */
static void test_r131_is_the_last_resort(void **state)
{
    zt_bench *b = *state;
    assert_string_equal(lines(b, "报名请登录网站www.example.cn填写表格", 16),
                        "报名请登录网站www.example.cn|填写表格");
    assert_string_equal(lines(b, "报名请在规定的时间登录网站www.example.gov.cn/baoming填写", 14),
                        "报名请在规定的时间登|录网站www.example.gov.cn/|baoming填写");
    assert_int_equal(zt_diags_severity_count(b->diags, ZT_ERROR), 0);
}

static uint32_t next_random(uint32_t *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 17;
    return *state ^= *state << 5;
}

static void add_letters(zt_buf *text, uint32_t *seed, size_t count)
{
    while (count-- > 0)
        zt_buf_putc(text, (char)('a' + next_random(seed) % 26));
}

/* scheme, host, path of random parts; hyphens and percent codes among them. */
static void add_address(zt_buf *text, uint32_t *seed)
{
    static const char *const parts[] = {"/", "-", "/%E9%87%8D", "?", "=", "&", "_", ".", "~", "/"};
    static const char *const heads[] = {"https://", "www.", "http://www."};
    zt_buf_puts(text, heads[next_random(seed) % 3]);
    add_letters(text, seed, 2 + next_random(seed) % 8);
    zt_buf_puts(text, ".cn/");
    for (size_t i = next_random(seed) % 8; i-- > 0;) {
        add_letters(text, seed, 1 + next_random(seed) % 9);
        zt_buf_puts(text, parts[next_random(seed) % 10]);
    }
    add_letters(text, seed, 4);
}

static size_t han_of(const zt_para *para, const zt_line *line)
{
    size_t count = 0;
    for (size_t i = line->first; i < line->end; i++)
        count += para->imp->chars[i].cls == ZT_C_HAN;
    return count;
}

static bool is_han_only(const zt_para *para, const zt_line *line)
{
    for (size_t i = line->first; i < line->end; i++)
        if (zt_is_run_part(&para->imp->chars[i]))
            return false;
    return true;
}

/* Han before, something long, Han behind. `word` false: an address. */
static const char *make_text(zt_bench *b, uint32_t *seed, size_t before, bool word)
{
    static const char *const han[] = {"市", "民", "登", "录", "查", "看", "办", "事", "指", "南"};
    zt_buf text;
    zt_buf_init(&text, b->arena);
    for (size_t i = 0; i < before; i++)
        zt_buf_puts(&text, han[next_random(seed) % 10]);
    if (word)
        add_letters(&text, seed, 8 + next_random(seed) % 17);
    else
        add_address(&text, seed);
    for (size_t i = next_random(seed) % 20; i-- > 0;)
        zt_buf_puts(&text, han[next_random(seed) % 10]);
    zt_buf_puts(&text, "。");
    return text.data;
}

static void check_ends(const zt_para *para, const zt_line *line)
{
    const zt_char *c = para->imp->chars;
    if (line->end >= para->imp->count)
        return;
    assert_int_not_equal(c[line->end - 1].cp, '-');
    assert_int_not_equal(c[line->end].cp, '-');
    for (size_t k = 1; k <= 2; k++) /* inside %E9 */
        if (line->end >= k && c[line->end - k].cp == '%')
            fail_msg("a percent code is parted");
}

/* No line but the last holds one or two Han alone, unless no more stand before the word. */
static void test_r132_property(void **state)
{
    zt_bench *b = *state;
    uint32_t seed = 362436069u;
    size_t wide = 0, tried = 0;
    for (size_t n = 0; n < 4000; n++) {
        zt_arena *kept = b->arena;
        zt_diags *said = b->diags;
        b->arena = zt_arena_new();
        b->diags = zt_diags_new(b->arena);
        size_t before = 3 + next_random(&seed) % 22;
        double em = 11 + next_random(&seed) % 12;
        b->para.indent = n % 3 == 0 ? 2 : 0;
        zt_para *para = set_text(b, make_text(b, &seed, before, n % 2 == 0), em);
        for (size_t i = 0; i < para->line_count; i++) {
            const zt_line *line = &para->lines[i];
            check_ends(para, line);
            bool inside = i + 1 < para->line_count && is_han_only(para, line);
            if (inside && han_of(para, line) <= 2)
                fail_msg("%zu: a line of %zu Han", n, han_of(para, line));
        }
        tried++;
        wide += zt_diags_severity_count(b->diags, ZT_ERROR) > 0;
        zt_arena_drop(b->arena);
        b->arena = kept;
        b->diags = said;
    }
    print_message("%zu of %zu paragraphs hold a word wider than their measure\n", wide, tried);
    assert_true(wide * 10 < tried);
}

/* The five characters before a long word keep one line, loose as it is. */
static void test_r132_examples(void **state)
{
    zt_bench *b = *state;
    assert_string_equal(lines(b, "详情请登录nnnnnnnnnnnnnnnnnnnnnn查", 13),
                        "详情请登录|nnnnnnnnnnnnnnnnnnnnnn|查");
    assert_string_equal(lines(b, "请看nnnnnnnnnnnnnnnnnnnnnn的说明", 13),
                        "请看|nnnnnnnnnnnnnnnnnnnnnn|的说明");
    assert_string_equal(lines(b, "市民办事nnnnnnnnnnnnnnnnnnnn指南在此处", 12),
                        "市民办事|nnnnnnnnnnnnnnnnnnnn|指南在此处");
}

int main(void)
{
    const struct CMUnitTest tests[] = {BENCH_TEST(test_r131_web_addresses),
                                       BENCH_TEST(test_r131_where_an_address_ends),
                                       BENCH_TEST(test_r131_paths_and_identifiers),
                                       BENCH_TEST(test_r131_no_addresses),
                                       BENCH_TEST(test_r131_hints_and_bonds),
                                       BENCH_TEST(test_r131_is_the_last_resort),
                                       BENCH_TEST(test_r132_property),
                                       BENCH_TEST(test_r132_examples)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
