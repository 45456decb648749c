/* Phrases of documents in English: what is understood of them, and what is refused. */
#include "unit/model/read.h"

#include "model/quantity_imp.h"

static const struct {
    zt_quantity_kind kind;
    const char *text,
        *told; /* value unit bound says, further parts where there are any; ! refused */
} rows[] = {
    {ZT_Q_VALUE, "46.3 million passengers", "46300000 passengers ="},
    {ZT_Q_VALUE, "1,234.5 tonnes", "1234.5 tonnes ="},
    {ZT_Q_VALUE, "about 60,000", "60000 - ~ about"},
    {ZT_Q_VALUE, "approximately 7", "7 - ~ about"},
    {ZT_Q_VALUE, "almost 8", "8 - < about"},
    {ZT_Q_VALUE, "just under 8", "8 - < about"},
    {ZT_Q_VALUE, "under 8", "8 - <"},
    {ZT_Q_VALUE, "no more than 8", "8 - <"},
    {ZT_Q_VALUE, "100 or so", "100 - ~ about"},
    {ZT_Q_VALUE, "100 or fewer", "100 - <"},
    {ZT_Q_VALUE, "7 mn tonnes", "7 mn tonnes ="}, /* short scales stand at their digits */
    {ZT_Q_VALUE, "nearly 400 trains", "400 trains < about"},
    {ZT_Q_VALUE, "fewer than 30 towns", "30 towns <"},
    {ZT_Q_VALUE, "over 2.4 million vehicles", "2400000 vehicles >"},
    {ZT_Q_VALUE, "At least 7", "7 - >"},
    {ZT_Q_VALUE, "5–6 billion yuan", "5000000000 yuan = to 6000000000"},
    {ZT_Q_VALUE, "5 to 6 billion yuan", "5000000000 yuan = to 6000000000"},
    {ZT_Q_VALUE, "US$3bn", "3000000000 US$ ="},
    {ZT_Q_VALUE, "5m", "5 m ="},
    {ZT_Q_VALUE, "5,000 yuan per tonne", "5000 yuan = per tonne"},
    {ZT_Q_VALUE, "16 trains a day", "16 trains = per day"},
    {ZT_Q_VALUE, "20 km/h", "20 km = per h"},
    {ZT_Q_VALUE, "37 per cent", "37 per cent ="},
    {ZT_Q_VALUE, "−3.5 °C", "−3.5 °C ="},
    {ZT_Q_VALUE, "twelve bridges", "12 bridges ="},
    {ZT_Q_VALUE, "100 or more", "100 - >"},
    {ZT_Q_VALUE, "46.3万人次", "463000 人次 ="}, /* Chinese phrases stay what they are */
    {ZT_Q_VALUE, "many", "!"},
    {ZT_Q_VALUE, "12 apples in 2020", "!"},
    {ZT_Q_CHANGE, "up 5.2% from a year earlier", "5.2 % = yoy"},
    {ZT_Q_CHANGE, "rose by 3 percentage points month on month", "3 percentage points = mom"},
    {ZT_Q_CHANGE, "fell 12%", "−12 % ="},
    {ZT_Q_CHANGE, "5.2% lower than in 2019", "−5.2 % = other"},
    {ZT_Q_CHANGE, "−3%", "−3 % ="},
    {ZT_Q_CHANGE, "rose to 5.2%", "5.2 % = level"},
    {ZT_Q_CHANGE, "down from 5% to 3%", "3 % = from 5"},
    {ZT_Q_CHANGE, "doubled", "100 % ="},
    {ZT_Q_CHANGE, "halved", "−50 % ="},
    {ZT_Q_CHANGE, "unchanged", "0 % ="},
    {ZT_Q_CHANGE, "exports rose 5%", "!"},
    {ZT_Q_CHANGE, "up a lot", "!"},
    {ZT_Q_RANK, "second", "2 - ="},
    {ZT_Q_RANK, "23rd of 38", "23 - ="},
    {ZT_Q_RANK, "No. 2", "2 - ="},
    {ZT_Q_RANK, "third largest in the country", "3 - ="},
    {ZT_Q_RANK, "top ten", "10 - < within 10"},
    {ZT_Q_RANK, "best", "!"},
    {ZT_Q_RANK, "7", "!"},
    {ZT_Q_SHARE, "37% of the national total", "37 % = among national total"},
    {ZT_Q_SHARE, "a third", "33.3333 % ="},
    {ZT_Q_SHARE, "two thirds of exports", "66.6667 % = among exports"},
    {ZT_Q_SHARE, "one in five", "20 % ="},
    {ZT_Q_SHARE, "nearly half", "50 % < about"},
    {ZT_Q_SHARE, "three quarters", "75 % ="},
    {ZT_Q_SHARE, "five fifths", "100 % ="},
    {ZT_Q_SHARE, "six fifths", "!"},
    {ZT_Q_SHARE, "five in two", "!"},
    {ZT_Q_TARGET, "1 trillion yuan by 2025", "1000000000000 yuan = by 2025"},
    {ZT_Q_TARGET, "to reach 37% by the end of 2030", "37 % = by 2030"},
};

static void put(zt_buf *out, const char *word, zt_str text)
{
    if (text.len > 0)
        zt_buf_printf(out, " %s %.*s", word, ZT_ARG(text));
}

static const char *told(zt_arena *arena, zt_quantity_kind kind, const char *text)
{
    zt_quantity q = {.language = ZT_LANG_EN, .at = {"t.xml", 1, 1}};
    zt_buf out;
    if (!zt_quantity_parse(arena, zt_diags_new(arena), kind, zt_str_from(text), NULL, &q))
        return "!";
    zt_buf_init(&out, arena);
    zt_num_print(&out, q.value, false);
    zt_buf_printf(&out, " %.*s %c", q.unit.len ? (int)q.unit.len : 1,
                  q.unit.len ? q.unit.data : "-", "=~<>"[q.bound]);
    zt_buf_puts(&out, q.approx ? " about" : "");
    if (q.range_to) {
        zt_buf_puts(&out, " to ");
        zt_num_print(&out, q.range_to->value, false);
    }
    if (q.from) {
        zt_buf_puts(&out, " from ");
        zt_num_print(&out, q.from->value, false);
    }
    put(&out, "per", q.per);
    put(&out, "within", q.within);
    put(&out, "among", q.among);
    put(&out, "by", q.by);
    zt_buf_puts(&out, q.basis == ZT_BASIS_YOY ? " yoy" : q.basis == ZT_BASIS_MOM ? " mom" : "");
    zt_buf_puts(&out, q.other_basis ? " other" : q.says == ZT_SAYS_LEVEL ? " level" : "");
    return zt_buf_view(&out).data;
}

static void test_phrases(void **state)
{
    (void)state;
    zt_arena *arena = zt_arena_new();
    size_t wrong = 0;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const char *is = told(arena, rows[i].kind, rows[i].text);
        if (strcmp(is, rows[i].told) == 0)
            continue;
        print_error("%s: wanted %s, read %s\n", rows[i].text, rows[i].told, is);
        wrong++;
    }
    assert_int_equal(wrong, 0);
    zt_arena_drop(arena);
}

/* The figure, which may be set large, is the number and nothing else. */
static void test_figures(void **state)
{
    (void)state;
    static const struct {
        zt_quantity_kind kind;
        const char *text, *figure;
    } cases[] = {{ZT_Q_VALUE, "about 46.3 million passengers", "46.3"},
                 {ZT_Q_CHANGE, "up 5.2% from a year earlier", "5.2"},
                 {ZT_Q_RANK, "second in the country", "second"},
                 {ZT_Q_SHARE, "a third of all", "a third"},
                 {ZT_Q_CHANGE, "doubled in a year", "doubled"}};
    zt_arena *arena = zt_arena_new();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        zt_quantity q = {.language = ZT_LANG_EN};
        assert_true(zt_quantity_parse(arena, zt_diags_new(arena), cases[i].kind,
                                      zt_str_from(cases[i].text), NULL, &q));
        assert_str(zt_str_slice(q.text, q.figure_first, q.figure_end), cases[i].figure);
    }
    zt_arena_drop(arena);
}

/* In a Chinese document they are no quantities. */
static void test_chinese_documents(void **state)
{
    (void)state;
    zt_arena *arena = zt_arena_new();
    zt_quantity q = {.language = ZT_LANG_ZH};
    assert_false(zt_quantity_parse(arena, zt_diags_new(arena), ZT_Q_VALUE,
                                   ZT_STR("46.3 million passengers"), NULL, &q));
    zt_arena_drop(arena);
}

/* A number and its unit are two words, but for signs. */
static void test_behind(void **state)
{
    (void)state;
    zt_arena *arena = zt_arena_new();
    assert_str(zt_unit_behind(arena, ZT_LANG_EN, ZT_STR("tonnes")), " tonnes");
    assert_str(zt_unit_behind(arena, ZT_LANG_EN, ZT_STR("%")), "%");
    assert_str(zt_unit_behind(arena, ZT_LANG_ZH, ZT_STR("km")), "km");
    assert_str(zt_scale_behind(arena, ZT_LANG_EN, 6), " million");
    assert_str(zt_scale_behind(arena, ZT_LANG_EN, 0), "");
    assert_str(zt_scale_behind(arena, ZT_LANG_ZH, 4), "万");
    assert_true(zt_unit_is_points(ZT_STR("percentage points")));
    assert_false(zt_unit_is_points(ZT_STR("%")));
    zt_arena_drop(arena);
}

/* A document in English. */
static const zt_doc *doc_of(zt_arena *arena, const char *body)
{
    zt_diags *diags = zt_diags_new(arena);
    const char *text = zt_arena_printf(
        arena, "<graphic xmlns='urn:zhitu:1' id='x' lang='en'><title>Trade</title>%s</graphic>",
        body);
    zt_source *source = zt_xml_parse(arena, diags, "t.xml", zt_str_from(text), NULL);
    zt_grammar_check(&zt_data_grammar, source->root, diags);
    return zt_doc_read(arena, diags, source, NULL);
}

/* The draft of its alternative text. */
static const char *alt_of(zt_arena *arena, const char *body)
{
    return zt_str_copy(arena, doc_of(arena, body)->alt).data;
}

static void test_alternative_texts(void **state)
{
    (void)state;
    zt_arena *arena = zt_arena_new();
    assert_string_equal(
        alt_of(arena, "<chart kind='bar'><title>Ports</title><data unit='million tonnes'>"
                      "<item key='Qinzhou'><v>6.1</v><change>up 5%</change></item>"
                      "<item key='Beihai'><v status='estimate'>2.4</v></item></data></chart>"),
        "Trade. Bar chart: Ports. Qinzhou 6.1 million tonnes (up 5%), Beihai 2.4 million tonnes "
        "(estimate).");
    assert_string_equal(
        alt_of(arena, "<names head='Cities'><name>Ankara</name></names>"
                      "<timeline><event date='2022-06'>A</event><event date='2022-08'>B</event>"
                      "</timeline>"),
        "Trade. List of names “Cities”, 1 name: Ankara. Timeline, 2 entries, from June 2022 to "
        "August 2022.");
    assert_string_equal(
        alt_of(arena,
               "<chart kind='line'><data unit='%'>"
               "<item key='2001'><v>1</v></item><item key='2002'><v>9</v></item>"
               "<item key='2003'><v>3</v></item><item key='2004'><v>4</v></item>"
               "<item key='2005'><v>5</v></item><item key='2006'><v>6</v></item>"
               "<item key='2007'><v>7</v></item><item key='2008'><v>8</v></item>"
               "<item key='2009'><v>9</v></item><item key='2010'><v>2</v></item>"
               "<item key='2011'><v>1</v></item><item key='2012'><v status='missing'/></item>"
               "<item key='2013'><v>4</v></item></data></chart>"),
        "Trade. Line chart: 13 items (1 without data), from 2001: 1% to 2013: 4%; the highest is "
        "9% (2002 and 1 more), the lowest 1% (2001 and 1 more).");
    zt_arena_drop(arena);
}

/* What a symbol stands for: thousands in digits, from a million on in words. */
static void test_symbols(void **state)
{
    (void)state;
    static const struct {
        const char *each, *value, *key;
    } cases[] = {
        {"5,000 homes", "50,000 homes", "Each dot stands for 5000 homes"},
        {"1,000,000 homes", "50 million homes", "Each dot stands for 1 million homes"},
        {"1,500,000 homes", "9 million homes", "Each dot stands for 1,500,000 homes"},
        {"2 billion yuan", "8 billion yuan", "Each dot stands for 2 billion yuan"},
        {"30 billion yuan", "90 billion yuan", "Each dot stands for 30 billion yuan"},
        {"1 trillion yuan", "4 trillion yuan", "Each dot stands for 1 trillion yuan"},
    };
    zt_arena *arena = zt_arena_new();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const zt_doc *doc =
            doc_of(arena, zt_arena_printf(arena,
                                          "<figures><figure label='Stock' picture='dot' each='%s'>"
                                          "<v>%s</v></figure></figures>",
                                          cases[i].each, cases[i].value));
        const zt_figures *figures = zt_content_of(&doc->blocks[0], "figures");
        assert_str(figures->figures[0].picture->key, cases[i].key);
    }
    zt_arena_drop(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_phrases),           cmocka_unit_test(test_figures),
        cmocka_unit_test(test_chinese_documents), cmocka_unit_test(test_behind),
        cmocka_unit_test(test_alternative_texts), cmocka_unit_test(test_symbols)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
