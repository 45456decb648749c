/* gen/import/container.c — what a table file is, by its first bytes and its members: names lie.
   It hands workbooks to xlsx.c and texts to csv.c; each kind that is not read has its own
   message (import-format), with a way that leads to one that is. */
#include <string.h>

#include "import/import_imp.h"
#include "xml/encoding.h"

/* ---- names ---- */

/* `end` in small letters; any case of the name. */
static bool ends_with(const char *name, const char *end)
{
    size_t n = strlen(name), m = strlen(end);
    if (n <= m)
        return false;
    for (size_t i = 0; i < m; i++)
        if (zt_lower(name[n - m + i]) != end[i])
            return false;
    return true;
}

/* Whether the name ends with one of them. */
static bool is_one_of(const char *name, const char *const *ends)
{
    for (; *ends; ends++)
        if (ends_with(name, *ends))
            return true;
    return false;
}

/* Names of Excel's XML formats. */
static bool is_workbook_name(const char *path)
{
    static const char *const ends[] = {".xlsx", ".xlsm", ".xltx", ".xltm", NULL};
    return is_one_of(path, ends);
}

/* Names of tables in text. */
static bool is_text_name(const char *path)
{
    static const char *const ends[] = {".csv", ".tsv", ".txt", ".tab", NULL};
    return is_one_of(path, ends);
}

/* ---- what is not read ---- */

/* Reports import-format: what it is, and how to get a table out of it. */
static void refuse(zt_diags *diags, const char *path, const char *zh, const char *en)
{
    zt_report(diags, ZT_ERROR, "import-format", (zt_pos){path, 0, 0}, "%s%.0s", "%.0s%s", zh, en);
}

/* The first bytes, which may be NUL. */
static bool begins(zt_str bytes, const char *mark, size_t len)
{
    return bytes.len >= len && memcmp(bytes.data, mark, len) == 0;
}

/* Names of streams in a compound file are UTF-16. */
static bool holds_name(zt_str bytes, const char *name)
{
    char wide[64];
    size_t n = strlen(name);
    for (size_t i = 0; i < n; i++) {
        wide[2 * i] = name[i];
        wide[2 * i + 1] = '\0';
    }
    return zt_str_holds(bytes, (zt_str){wide, 2 * n});
}

/* MS-CFB 2.2: an encrypted xlsx, an old xls, or other old office files. */
static void refuse_compound(zt_diags *diags, const char *path, zt_str bytes)
{
    if (holds_name(bytes, "EncryptedPackage"))
        refuse(diags, path, "这份表格设了打开密码，读不了；请用表格软件打开，去掉密码，再存为 xlsx",
               "this workbook is encrypted; open it in a spreadsheet program, remove the password "
               "and save it as xlsx");
    else if (holds_name(bytes, "Workbook") || holds_name(bytes, "Book"))
        refuse(
            diags, path, "这是旧式的 xls，改名无用；请用表格软件打开，另存为 xlsx",
            "this is an old xls, whatever its name; open it in a spreadsheet program and save it "
            "as xlsx");
    else
        refuse(diags, path, "这是旧式的 Office 文件，不是表格；请把表另存为 xlsx 或 CSV",
               "this is an old office file and no workbook; save the table as xlsx or CSV");
}

/* The first bytes of a format that is not read, with what to do about it. */
typedef struct signature {
    const char *mark;
    size_t len;
    const char *zh, *en;
} signature;

/* Recognises files that are neither text nor a container by their first bytes. True after a
   report. */
static bool refuse_binary(zt_diags *diags, const char *path, zt_str bytes)
{
#define OLD_ZH "这是旧式的 xls，改名无用；请用表格软件打开，另存为 xlsx"
#define OLD_EN                                                                                     \
    "this is an old xls, whatever its name; open it in a spreadsheet program and save it as xlsx"
    static const signature signatures[] = {
        {"\x09\x00\x04\x00", 4, OLD_ZH, OLD_EN}, /* BIFF 2 to 4, without a container */
        {"\x09\x02\x06\x00", 4, OLD_ZH, OLD_EN},
        {"\x09\x04\x06\x00", 4, OLD_ZH, OLD_EN},
        {"%PDF-", 5, "这是 PDF，不是表；请取原来的表，或把数抄进 CSV",
         "this is a PDF and no table; get the table itself, or copy its figures into a CSV"},
        {"\x1F\x8B", 2, "这是 gzip 压缩的文件；请先解压", "this is compressed by gzip; unpack it"},
        {"7z\xBC\xAF", 4, "这是 7z 压缩包；请先解压", "this is a 7z archive; unpack it"},
        {"Rar!", 4, "这是 RAR 压缩包；请先解压", "this is a RAR archive; unpack it"},
        {"\x89PNG", 4, "这是图片，不是表；请把数抄进 CSV",
         "this is a picture and no table; copy its figures into a CSV"},
        {"\xFF\xD8\xFF", 3, "这是图片，不是表；请把数抄进 CSV",
         "this is a picture and no table; copy its figures into a CSV"},
        {"PAR1", 4, "这是 Parquet 文件；请导出为 CSV", "this is a Parquet file; export it as CSV"},
        {"SQLite format 3", 15, "这是 SQLite 数据库；请把表导出为 CSV",
         "this is an SQLite database; export the table as CSV"},
        {"{\\rtf", 5, "这是 RTF 文稿；请把其中的表另存为 xlsx 或 CSV",
         "this is an RTF text; save its table as xlsx or CSV"},
        {"ID;P", 4, "这是 SYLK 表；请用表格软件打开，另存为 xlsx",
         "this is a SYLK table; open it in a spreadsheet program and save it as xlsx"},
    };
    for (size_t i = 0; i < sizeof signatures / sizeof *signatures; i++)
        if (begins(bytes, signatures[i].mark, signatures[i].len)) {
            refuse(diags, path, signatures[i].zh, signatures[i].en);
            return true;
        }
    if (!begins(bytes, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8))
        return false;
    refuse_compound(diags, path, bytes);
    return true;
}

/* Pages and XML under the name of a table: what web systems send as xls. */
static bool refuse_markup(zt_diags *diags, const char *path, zt_str text)
{
    static const char *const pages[] = {"<!doctype html", "<html", "<table",
                                        "<head",          "<meta", "<style",
                                        "<body",          "<div",  "mime-version:"};
    enum { LOOKED_AT = 4096 };
    static const char office[] = "urn:schemas-microsoft-com:office:spreadsheet";
    char head[24] = "";
    text =
        zt_str_trim(zt_str_starts(text, "\xEF\xBB\xBF") ? zt_str_slice(text, 3, text.len) : text);
    for (size_t i = 0; i < sizeof head - 1 && i < text.len; i++)
        head[i] = zt_lower(text.data[i]);
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++)
        if (strncmp(head, pages[i], strlen(pages[i])) == 0) {
            refuse(diags, path,
                   "这其实是网页（HTML），不是表格文件；请用表格软件打开，另存为 xlsx 或 CSV",
                   "this is a web page (HTML) and no table file; open it in a spreadsheet program "
                   "and save it as xlsx or CSV");
            return true;
        }
    if (head[0] == '{' || strncmp(head, "[{", 2) == 0) {
        refuse(diags, path, "这是 JSON，不是表；请导出为 CSV",
               "this is JSON and no table; export it as CSV");
        return true;
    }
    if (strncmp(head, "<?xml", 5) != 0 && strncmp(head, "<workbook", 9) != 0)
        return false;
    if (zt_str_holds(zt_str_slice(text, 0, LOOKED_AT), ZT_STR(office)))
        refuse(diags, path, "这是“XML 电子表格 2003”；请用表格软件打开，另存为 xlsx",
               "this is an XML Spreadsheet 2003; open it in a spreadsheet program and save it as "
               "xlsx");
    else
        refuse(diags, path, "这是 XML，不是表；请把表另存为 xlsx 或 CSV",
               "this is XML and no table; save the table as xlsx or CSV");
    return true;
}

/* A container with other things in it than a workbook of XML parts: other office formats are
   told by the members that only they have. True after a report. */
static bool refuse_members(zt_diags *diags, const char *path, const zt_zip *zip)
{
    static const struct {
        const char *member, *zh, *en;
    } kinds[] = {
        {"xl/workbook.bin", "这是二进制的 xlsb；请另存为 xlsx",
         "this is a binary xlsb; save it as xlsx"},
        {"Index/Document.iwa", "这是 Numbers 表格；请导出为 xlsx 或 CSV",
         "this is a Numbers table; export it as xlsx or CSV"},
        {"Index.zip", "这是 Numbers 表格；请导出为 xlsx 或 CSV",
         "this is a Numbers table; export it as xlsx or CSV"},
        {"content.xml", "这是 OpenDocument（ods）；请另存为 xlsx 或 CSV",
         "this is an OpenDocument (ods); save it as xlsx or CSV"},
        {"word/document.xml", "这是 Word 文稿；请把其中的表另存为 xlsx 或 CSV",
         "this is a Word text; save its table as xlsx or CSV"},
        {"ppt/presentation.xml", "这是演示文稿；请把其中的表另存为 xlsx 或 CSV",
         "this is a presentation; save its table as xlsx or CSV"},
    };
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (zt_zip_has(zip, kinds[i].member)) {
            refuse(diags, path, kinds[i].zh, kinds[i].en);
            return true;
        }
    if (zt_zip_has(zip, "xl/workbook.xml") || zt_zip_has(zip, "_rels/.rels") ||
        zt_zip_has(zip, "[Content_Types].xml"))
        return false;
    refuse(diags, path, "这是压缩包，里面没有工作簿；表若在里面，请先解压",
           "this is an archive without a workbook; if the table is in it, unpack it");
    return true;
}

/* ---- what is read ---- */

/* The file's name with another ending, without its folder. */
static const char *renamed(zt_arena *arena, const char *path, const char *end)
{
    const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
    const char *dot = strrchr(name, '.');
    size_t stem = dot && dot > name ? (size_t)(dot - name) : strlen(name);
    return zt_arena_printf(arena, "%.*s%s", (int)stem, name, end);
}

/* Reports import-format: right contents, wrong name. Renamed by the editor, not guessed by us, as
   other programs go by the name. */
static void refuse_name(zt_arena *arena, zt_diags *diags, const char *path, const char *what_zh,
                        const char *what_en, const char *end)
{
    const char *name = renamed(arena, path, end);
    zt_report(diags, ZT_ERROR, "import-format", (zt_pos){path, 0, 0},
              "文件名与内容不符，内容是%s%.0s；请改名为 %s（href 也改）",
              "the name is not that of its contents, which are %.0s%s; rename it %s, in href as "
              "well",
              what_zh, what_en, name);
}

/* An xlsx by its members and by its name; one under another name is refused, so that the name in
   the document is right. */
static bool read_workbook(zt_arena *arena, zt_diags *diags, const zt_node *import, const char *path,
                          zt_str bytes, const zt_area *area, zt_table *table)
{
    zt_zip zip;
    if (!zt_zip_open(diags, path, bytes, &zip) || refuse_members(diags, path, &zip))
        return false;
    if (!is_workbook_name(path)) {
        refuse_name(arena, diags, path, " xlsx", "an xlsx", ".xlsx");
        return false;
    }
    return zt_xlsx_read(arena, diags, path, bytes, area, zt_node_attr(import, "sheet", ""),
                        zt_node_attr_at(import, "sheet"), table);
}

/* A table in text: markup and binary are refused, then encoding, separator, cells. A tab is the
   usual separator of .tsv, .txt and .tab, a comma that of .csv; what the text shows decides.
   sheet= is a warning here. */
static bool read_text(zt_arena *arena, zt_diags *diags, const zt_node *import, const char *path,
                      zt_str bytes, const zt_area *area, zt_table *table)
{
    zt_str text;
    if (bytes.len == 0) {
        refuse(diags, path, "文件是空的", "the file is empty");
        return false;
    }
    if (refuse_markup(diags, path, bytes))
        return false;
    if (is_workbook_name(path) && memchr(bytes.data, '\0', bytes.len)) {
        refuse(diags, path, "不是 xlsx，或已损坏；请重新取一份，或用表格软件打开、另存为 xlsx",
               "this is no xlsx, or a damaged one; fetch it again, or open it in a spreadsheet "
               "program and save it as xlsx");
        return false;
    }
    if (!is_text_name(path) && (is_workbook_name(path) || ends_with(path, ".xls"))) {
        refuse_name(arena, diags, path, "文本（CSV）", "text (CSV)", ".csv");
        return false;
    }
    if (zt_node_attr(import, "sheet", "").len)
        zt_report(diags, ZT_WARNING, "import-sheet", zt_node_attr_at(import, "sheet"),
                  "只有 xlsx 才有工作表，sheet 不起作用",
                  "only an xlsx has sheets, sheet means nothing here");
    if (!zt_text_decode(arena, diags, path, bytes, &text))
        return false;
    bool tabs = is_text_name(path) && !ends_with(path, ".csv");
    char separator = zt_csv_separator(diags, path, text, tabs ? '\t' : ',');
    return separator && zt_csv_read(arena, diags, path, text, separator, area, table);
}

/* Line feeds inside of cells mean nothing to a chart. */
static void join_lines(zt_arena *arena, zt_table *table)
{
    for (size_t i = 0; i < table->lines.count; i++)
        for (size_t k = 0; k < table->lines.items[i].count; k++) {
            zt_grid_cell *cell = table->lines.items[i].cells + k;
            cell->text = zt_cell_in_line(arena, cell->text);
        }
}

/* By the first bytes: PK for containers, signatures of other formats, else text. Cells of
   several lines are joined for both kinds. */
bool zt_container_read(zt_arena *arena, zt_diags *diags, const zt_node *import, const char *path,
                       zt_str bytes, const zt_area *area, zt_table *table)
{
    bool ok;
    if (begins(bytes, "PK\3\4", 4) || begins(bytes, "PK\5\6", 4))
        ok = read_workbook(arena, diags, import, path, bytes, area, table);
    else if (refuse_binary(diags, path, bytes))
        return false;
    else
        ok = read_text(arena, diags, import, path, bytes, area, table);
    join_lines(arena, table);
    return ok;
}
