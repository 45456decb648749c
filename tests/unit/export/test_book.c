/* Books of several pages as PDF and SVG, judged by qpdf, poppler and MuPDF: outline, numbers of
   pages, places, elements in pieces, attached data. */
#include "outside.h"

/* Empties the sample's book and gives it so many empty pages. */
static void empty_book(outside *o, size_t pages)
{
    sample *s = o->sample;
    s->book = (zt_book){.id = "book", .title = "年度报告", .lang = "zh-CN", .page_count = pages};
    s->book.pages = ZT_ARRAY(s->arena, pages, zt_scene *);
    for (size_t i = 0; i < pages; i++)
        s->book.pages[i] = zt_scene_new(s->arena, 200, 120);
}

/* A group on a page with one line; NULL for the text leaves it empty. */
static zt_group *piece(outside *o, size_t page, zt_group *parent, zt_role role, uint32_t flow,
                       double y, const char *text)
{
    sample *s = o->sample;
    s->page = s->book.pages[page];
    zt_group *group = zt_scene_add_part(s->page, parent ? parent : s->page->root, ZT_NOWHERE, NULL,
                                        role, (zt_rect){10, y, 180, 12});
    group->flow = flow;
    if (text)
        sample_text(s, group, s->serif, 10, (zt_point){0, 9}, text, ZT_SOLID(&sample_black));
    return group;
}

static void save(outside *o, const char *name, const char *profile)
{
    zt_export_options options = sample_options(profile);
    outside_save(o, name, sample_write(o->sample, "pdf", &options));
}

/* The file in a form that grep can read. */
static void save_plain(outside *o)
{
    save(o, "a.pdf", "screen");
    assert_succeeds(o, "qpdf --check a.pdf");
    assert_succeeds(o, "qpdf --qdf --object-streams=disable a.pdf a.qdf");
}

/* What poppler finds in the structure, without its block attributes. */
static void assert_structure(outside *o, const char *wanted)
{
    save_plain(o);
    assert_says(o, "pdfinfo -struct-text a.pdf | sed 's/ (block)//; s/ (inline)//' | tr -d '\"'",
                wanted);
}

/* A paragraph over three pages, with another between its second and its third piece. */
static void a_torn_paragraph_is_one(void **state)
{
    outside *o = *state;
    empty_book(o, 3);
    piece(o, 0, NULL, ZT_ROLE_P, 0, 10, "前段。");
    piece(o, 0, NULL, ZT_ROLE_P, 7, 30, "一段从这页");
    piece(o, 1, NULL, ZT_ROLE_ARTIFACT, 0, 5, "书眉");
    piece(o, 1, NULL, ZT_ROLE_P, 7, 30, "经过下页");
    piece(o, 2, NULL, ZT_ROLE_P, 7, 10, "到第三页。");
    piece(o, 2, NULL, ZT_ROLE_P, 0, 30, "后段。");
    assert_structure(
        o, "Document\n  P\n    前段。\n  P\n    一段从这页\n    经过下页\n    到第三页。\n"
           "  P\n    后段。\n");
    /* Content on its own page is a number, on another a reference that names the page. */
    assert_says(o, "grep -ac '/Type /MCR' a.qdf", "2\n");
    assert_says(o, "pdftotext -f 2 -l 2 a.pdf - | tr -d '\\f' | grep -v '^$'", "书眉\n经过下页\n");
}

/* Without a number the same pieces are two paragraphs. */
static void pieces_without_number_are_apart(void **state)
{
    outside *o = *state;
    empty_book(o, 2);
    piece(o, 0, NULL, ZT_ROLE_P, 0, 10, "上");
    piece(o, 1, NULL, ZT_ROLE_P, 0, 10, "下");
    assert_structure(o, "Document\n  P\n    上\n  P\n    下\n");
    assert_says(o, "grep -ac '/Type /MCR' a.qdf || true", "0\n");
}

/* A section over two pages holds a paragraph that is torn within a column too. */
static void sections_go_on(void **state)
{
    outside *o = *state;
    empty_book(o, 2);
    zt_group *first = piece(o, 0, NULL, ZT_ROLE_SECT, 1, 0, NULL);
    piece(o, 0, first, ZT_ROLE_H2, 0, 10, "第一节");
    piece(o, 0, first, ZT_ROLE_P, 2, 30, "左栏");
    piece(o, 0, first, ZT_ROLE_P, 2, 50, "右栏");
    zt_group *second = piece(o, 1, NULL, ZT_ROLE_SECT, 1, 0, NULL);
    piece(o, 1, second, ZT_ROLE_P, 2, 10, "下页");
    piece(o, 1, second, ZT_ROLE_P, 0, 30, "新段");
    piece(o, 1, NULL, ZT_ROLE_SECT, 0, 60, NULL);
    assert_structure(o, "Document\n  Sect\n    H1\n      第一节\n    P\n      左栏右栏\n"
                        "      下页\n    P\n      新段\n");
}

/* A note at the foot is read after its call, a figure at its mention though it was painted a page
   before; what was never painted leaves nothing. */
static void anchors_say_where_it_is_read(void **state)
{
    outside *o = *state;
    empty_book(o, 2);
    zt_group *figure = piece(o, 0, NULL, ZT_ROLE_FIGURE, 3, 5, "图2-1");
    figure->alt = "旅客吞吐量";
    piece(o, 0, NULL, ZT_ROLE_P, 0, 30, "有注的段。");
    piece(o, 0, NULL, ZT_ROLE_NONE, 4, 30, NULL);
    piece(o, 0, NULL, ZT_ROLE_P, 0, 50, "下一段。");
    piece(o, 0, NULL, ZT_ROLE_NOTE, 4, 100, "①含支线机场。");
    piece(o, 1, NULL, ZT_ROLE_P, 0, 10, "见图2-1。");
    piece(o, 1, NULL, ZT_ROLE_NONE, 3, 10, NULL);
    piece(o, 1, NULL, ZT_ROLE_NONE, 9, 10, NULL);
    piece(o, 1, NULL, ZT_ROLE_P, 0, 30, "末段。");
    assert_structure(
        o, "Document\n  P\n    有注的段。\n  Note <note-1>\n    ①含支线机场。\n  P\n    下一段。\n"
           "  P\n    见图2-1。\n  Figure:\n     /Placement /Block\n"
           "     /BBox [10 103 190 115]\n    图2-1\n  P\n    末段。\n");
    assert_says(o, "grep -aco '/Alt <feff65c5' a.qdf", "1\n");
}

/* The anchor of a note that lies in a running head is no place to be read at. */
static void an_anchor_in_an_artifact_does_not_count(void **state)
{
    outside *o = *state;
    empty_book(o, 1);
    zt_group *head = piece(o, 0, NULL, ZT_ROLE_ARTIFACT, 0, 0, "书眉");
    piece(o, 0, head, ZT_ROLE_NONE, 2, 0, NULL);
    piece(o, 0, NULL, ZT_ROLE_NOTE, 2, 100, "注");
    piece(o, 0, NULL, ZT_ROLE_P, 0, 30, "段");
    assert_structure(o, "Document\n  P\n    段\n  Note <note-1>\n    注\n");
}

/* Levels that skip one leave no hole. */
static void the_outline_is_nested(void **state)
{
    outside *o = *state;
    empty_book(o, 5);
    for (size_t i = 0; i < 5; i++)
        piece(o, i, NULL, ZT_ROLE_P, 0, 10, "页");
    static const zt_bookmark marks[] = {{"第一章", 0, 0, 0}, {"1.1", 1, 20, 1},
                                        {"1.1.1", 1, 60, 3}, {"1.2", 2, 30.5, 1},
                                        {"第二章", 3, 0, 0}, {"2.1", 4, 10, 2}};
    o->sample->book.bookmarks = marks;
    o->sample->book.bookmark_count = sizeof marks / sizeof *marks;
    save_plain(o);
    assert_says(o, "mutool show a.pdf outline | sed 's/&zoom.*//; s/[#\"]//g' | tr '\\t' ' '",
                "+ 第一章 page=1\n+  1.1 page=2\n|   1.1.1 page=2\n|  1.2 page=3\n+ 第二章 page=4\n"
                "|  2.1 page=5\n");
    assert_says(o,
                "grep -a -A1 '/Count' a.qdf | grep -ao 'Count -*[0-9]*' | sort | uniq -c | "
                "sed 's/^ *//'",
                "2 Count -1\n1 Count -2\n1 Count 2\n1 Count 5\n");
}

static void pages_have_labels(void **state)
{
    outside *o = *state;
    empty_book(o, 5);
    static const zt_page_labels labels[] = {
        {1, ZT_PAGE_ROMAN, 3, NULL}, {3, ZT_PAGE_DECIMAL, 1, NULL}, {4, ZT_PAGE_DECIMAL, 7, "附-"}};
    o->sample->book.labels = labels;
    o->sample->book.label_count = 3;
    o->sample->book.facing = true;
    save_plain(o);
    assert_says(o,
                "qpdf --json --json-key=pagelabels a.pdf | tr -d ' \\n' | "
                "grep -o '\"pagelabels\".*' | sed 's/\"//g'",
                "pagelabels:[{index:0,label:{/S:/D,/St:1}},{index:1,label:{/S:/r,/St:3}},"
                "{index:3,label:{/S:/D,/St:1}},{index:4,label:{/P:u:附-,/S:/D,/St:7}}]}\n");
    assert_says(o, "grep -aco '/PageLayout /TwoPageRight' a.qdf", "1\n");
    static const char *const wanted[] = {"1", "iii", "iv", "1", "附-7"};
    for (size_t i = 0; i < 5; i++) {
        zt_buf text;
        zt_buf_init(&text, o->sample->arena);
        zt_page_label(&text, &o->sample->book, i);
        assert_string_equal(text.data, wanted[i]);
    }
}

/* Names of letters and Han, some of which begin alike: the tree is sorted, or readers that halve it
   do not find them. */
static void links_lead_to_places(void **state)
{
    outside *o = *state;
    static const zt_dest dests[] = {{"图二", 2, 40}, {"ab", 0, 0},   {"图", 1, 10}, {"a-b", 1, 20},
                                    {"a", 1, 30},    {"表", 2, 110}, {"Z", 0, 15},  {"n(1)", 2, 0}};
    enum { COUNT = sizeof dests / sizeof *dests };
    empty_book(o, 3);
    o->sample->book.dests = dests;
    o->sample->book.dest_count = COUNT;
    for (size_t i = 0; i < COUNT; i++) {
        zt_group *line = piece(o, 0, NULL, ZT_ROLE_LINK, 0, 14 * (double)i, "去");
        zt_scene_add_link(o->sample->page, line, ZT_NOWHERE, (zt_rect){0, 0, 10, 10})->dest =
            dests[i].id;
    }
    piece(o, 1, NULL, ZT_ROLE_P, 0, 10, "二");
    piece(o, 2, NULL, ZT_ROLE_P, 0, 10, "三");
    save_plain(o);
    assert_says(o, "pdfinfo -dests a.pdf | tail -n +2 | sed 's/\\[ *//; s/ *\\]//; s/  */ /g'",
                " 1 XYZ null 105 null \"Z\"\n 1 XYZ null 120 null \"ab\"\n"
                " 2 XYZ null 90 null \"a\"\n 2 XYZ null 100 null \"a-b\"\n"
                " 2 XYZ null 110 null \"图\"\n 3 XYZ null 120 null \"n(1)\"\n"
                " 3 XYZ null 80 null \"图二\"\n 3 XYZ null 10 null \"表\"\n");
    assert_says(o,
                "grep -a -A99 '/Names \\[' a.qdf | grep -aoE '^ *[(<].*' | head -n 8 | tr -d ' '",
                "(Z)\n(a)\n(a-b)\n(ab)\n(n\\(1\\))\n<feff56fe>\n<feff56fe4e8c>\n"
                "<feff8868>\n");
    assert_says(o, "pdftohtml -xml -i -stdout a.pdf | grep -o 'html#[0-9]*' | tr -d 'html#\\n'",
                "31222313");
    save(o, "press.pdf", "press");
    assert_fails(o, "qpdf --qdf --object-streams=disable press.pdf - | grep -aq /Annots");
}

/* A table with names that two share, and one of Han. */
static zt_data_table *table_new(sample *s, const char *name, const char *title, const char *value)
{
    zt_data_table *table = ZT_NEW(s->arena, zt_data_table);
    *table = (zt_data_table){.name = zt_str_from(name),
                             .title = zt_str_from(title),
                             .heads = ZT_ARRAY(s->arena, 2, zt_str),
                             .column_count = 2,
                             .cells = ZT_ARRAY(s->arena, 2, zt_str),
                             .row_count = 1};
    table->heads[0] = ZT_STR("机场");
    table->heads[1] = ZT_STR("万人次");
    table->cells[0] = ZT_STR("双流");
    table->cells[1] = zt_str_from(value);
    return table;
}

static void data_go_along(void **state)
{
    outside *o = *state;
    sample *s = o->sample;
    empty_book(o, 2);
    static const char *const names[] = {"airports", "airports", "口岸"};
    for (size_t i = 0; i < 3; i++) {
        zt_group *figure = piece(o, i / 2, NULL, ZT_ROLE_FIGURE, 0, 20 * (double)i, "图");
        figure->table = table_new(s, names[i], "吞吐量", i == 1 ? "7" : "4,5");
    }
    save_plain(o);
    assert_says(o, "pdfdetach -list a.pdf", "0 embedded files\n");
    assert_fails(o, "grep -aq /AFRelationship a.qdf");
    s->book.attaches_data = true;
    save_plain(o);
    assert_says(o, "pdfdetach -list a.pdf",
                "3 embedded files\n1: 2.csv\n2: airports.csv\n3: 口岸.csv\n");
    assert_says(o, "pdfdetach -save 2 -o b.csv a.pdf && tail -c +4 b.csv | tr -d '\\r'",
                "机场,万人次\n双流,\"4,5\"\n");
    /* Of the document, and of each figure. */
    assert_says(o, "grep -aco '/AFRelationship /Data' a.qdf", "3\n");
    assert_says(o, "grep -ac '/AF \\[' a.qdf", "4\n");
}

/* Pages as drawings lead to each other by the names of their files. */
static void drawings_lead_to_each_other(void **state)
{
    outside *o = *state;
    sample *s = o->sample;
    empty_book(o, 2);
    static const zt_dest dests[] = {{"b", 1, 50}, {"a", 0, 20}};
    s->book.dests = dests;
    s->book.dest_count = 2;
    zt_group *line = piece(o, 0, NULL, ZT_ROLE_P, 0, 10, "去");
    zt_scene_add_link(s->page, line, ZT_NOWHERE, (zt_rect){0, 0, 10, 10})->dest = "b";
    zt_scene_add_link(s->page, line, ZT_NOWHERE, (zt_rect){0, 0, 10, 10})->dest = "a";
    zt_export_options options = sample_options("screen");
    static const char *const files[] = {"book-p01.svg", "book-p02.svg"};
    for (size_t i = 0; i < 2; i++) {
        zt_buf out;
        zt_buf_init(&out, s->arena);
        const zt_export e = {.arena = s->arena,
                             .diags = s->diags,
                             .book = &s->book,
                             .options = &options,
                             .files = files};
        assert_true(zt_output_write(zt_output_find(ZT_STR("svg")), &e, i, &out));
        outside_save(o, files[i], zt_buf_view(&out));
    }
    assert_succeeds(o, "xmllint --noout *.svg");
    assert_says(o, "grep -ho 'xlink:href=\"[^\"]*\"' book-p01.svg",
                "xlink:href=\"book-p02.svg#b\"\nxlink:href=\"#a\"\n");
    assert_says(o, "grep -ho 'y=\"[0-9]*\".* id=\"[ab]\"' *.svg | sed 's/ .*id=/ /'",
                "y=\"20\" \"a\"\ny=\"50\" \"b\"\n");
}

/* Twice the same, on pages of all that is above. */
static void books_give_equal_bytes(void **state)
{
    outside *o = *state;
    a_torn_paragraph_is_one(state);
    assert_succeeds(o, "mv a.pdf b.pdf");
    zt_arena_drop(o->sample->arena);
    o->sample = sample_new();
    a_torn_paragraph_is_one(state);
    assert_succeeds(o, "cmp a.pdf b.pdf");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, outside_begin, outside_end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_torn_paragraph_is_one),
        TEST(pieces_without_number_are_apart),
        TEST(sections_go_on),
        TEST(anchors_say_where_it_is_read),
        TEST(an_anchor_in_an_artifact_does_not_count),
        TEST(the_outline_is_nested),
        TEST(pages_have_labels),
        TEST(links_lead_to_places),
        TEST(data_go_along),
        TEST(drawings_lead_to_each_other),
        TEST(books_give_equal_bytes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
