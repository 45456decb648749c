/* gen/import/xlsx.c — a spreadsheet's workbook (ECMA-376 part 1, 18.2; parts and relationships:
   part 2, 8 and 9): which parts it has, and which of its sheets is read. Parts are found through
   relationships, by their usual names only where one is missing, and read in the order in which
   they need each other; the cells are then read by xlsx_sheet.c. */
#include "import/xlsx_imp.h"

#include <string.h>

#include "base/near.h"

/* ---- which parts ---- */

/* The folder of a part, with its slash. */
static const char *folder_of(zt_arena *arena, const char *part)
{
    const char *slash = strrchr(part, '/');
    return slash ? zt_arena_copy(arena, part, (size_t)(slash - part) + 1) : "";
}

/* The name of the part that a relationship leads to, without "." and ".." in it. Targets are
   relative to the folder of the part that has them, or absolute; some writers put backslashes.
   ".." never leads out of the container. */
static const char *target(zt_xlsx *r, const char *folder, const zt_node *relation)
{
    zt_str to = zt_str_copy(r->arena, zt_node_attr(relation, "Target", ""));
    char *path = zt_arena_printf(r->arena, "%s%s", folder, to.len ? to.data : "");
    if (to.len && (to.data[0] == '/' || to.data[0] == '\\'))
        path = zt_arena_copy(r->arena, to.data + 1, to.len - 1);
    for (char *c = path; *c; c++)
        if (*c == '\\')
            *c = '/';
    char *out = path;
    for (const char *in = path; *in;) {
        size_t step = strcspn(in, "/");
        size_t whole = step + (in[step] == '/');
        if (step == 2 && memcmp(in, "..", 2) == 0) {
            if (out > path)
                out--;
            while (out > path && out[-1] != '/')
                out--;
        } else if (!(step == 1 && *in == '.')) {
            memmove(out, in, whole);
            out += whole;
        }
        in += whole;
    }
    *out = '\0';
    return path;
}

/* The relationship by the end of its type, as the beginning differs between editions of the
   standard; with `type` NULL by its id. */
static const zt_node *relation(const zt_node *relations, const char *type, zt_str id)
{
    for (const zt_node *n = relations ? zt_node_child(relations, "Relationship") : NULL; n;
         n = zt_node_sibling(n, "Relationship"))
        if (type ? zt_str_ends(zt_node_attr(n, "Type", ""), type)
                 : zt_str_equal(zt_node_attr(n, "Id", ""), id))
            return n;
    return NULL;
}

/* The root of the part that has a relation of the type, NULL if there is none. */
static const zt_node *related(zt_xlsx *r, const zt_node *relations, const char *type)
{
    const zt_node *to = relation(relations, type, (zt_str){0});
    return to ? zt_xlsx_part(r, target(r, r->folder, to), false) : NULL;
}

/* r:id of a sheet, whatever the prefix is. */
static zt_str relation_id(const zt_node *sheet)
{
    for (size_t i = 0; i < sheet->attr_count; i++)
        if (zt_str_ends(zt_str_from(sheet->attrs[i].name), ":id"))
            return sheet->attrs[i].value;
    return (zt_str){0};
}

/* ---- which sheet ---- */

/* The sheets with tables, seen and hidden ones apart. */
typedef struct sheet_list {
    zt_buf names, hidden;
    const zt_node *first, *found;
    size_t count, hidden_count;
    ZT_VEC(const char *) all;
} sheet_list;

/* Hidden by the user, or so that only a program can show it. */
static bool is_hidden(const zt_node *sheet)
{
    zt_str state = zt_node_attr(sheet, "state", "");
    return zt_str_is(state, "hidden") || zt_str_is(state, "veryHidden");
}

/* A sheet of charts or macros is no table. */
static bool is_table(const zt_node *relations, const zt_node *sheet)
{
    const zt_node *to = relation(relations, NULL, relation_id(sheet));
    return !to || zt_str_ends(zt_node_attr(to, "Type", ""), "/worksheet");
}

/* Lists the sheets that are tables, seen and hidden ones apart, for messages; also finds the
   sheet asked for and the first that is not hidden. */
static void list_sheets(zt_xlsx *r, const zt_node *sheets, const zt_node *relations, zt_str name,
                        sheet_list *list)
{
    zt_buf_init(&list->names, r->arena);
    zt_buf_init(&list->hidden, r->arena);
    for (const zt_node *s = zt_node_child(sheets, "sheet"); s; s = zt_node_sibling(s, "sheet")) {
        if (!is_table(relations, s))
            continue;
        zt_str own = zt_node_attr(s, "name", "");
        const char *kept = zt_str_copy(r->arena, own).data;
        ZT_PUSH(r->arena, &list->all, kept);
        if (zt_str_equal(zt_cell_trim(own), zt_cell_trim(name)) && !list->found)
            list->found = s;
        zt_buf *names = is_hidden(s) ? &list->hidden : &list->names;
        zt_buf_printf(names, "%s%.*s", names->len ? "、" : "", ZT_ARG(own));
        list->hidden_count += is_hidden(s);
        list->count += !is_hidden(s);
        if (!list->first || (is_hidden(list->first) && !is_hidden(s)))
            list->first = s;
    }
}

/* A hidden sheet is taken when it is named, with a note. Reports import-sheet. */
static const zt_node *named_sheet(zt_xlsx *r, const sheet_list *list, zt_str name, zt_pos at)
{
    zt_str names = zt_buf_view(&list->names), hidden = zt_buf_view(&list->hidden);
    if (list->found && is_hidden(list->found))
        zt_report(
            r->diags, ZT_NOTE, "import-sheet", at, "工作表“%.*s”在文件里是隐藏的，按 sheet 取了",
            "the sheet \"%.*s\" is hidden in the file; it is taken as sheet= says", ZT_ARG(name));
    if (list->found)
        return list->found;
    const char *near = zt_nearest(name, list->all.items, list->all.count);
    zt_report(r->diags, ZT_ERROR, "import-sheet", at, "没有工作表“%.*s”；有：%.*s%s%.*s%s%s",
              "there is no sheet \"%.*s\"; there are: %.*s%s%.*s%s%s", ZT_ARG(name), ZT_ARG(names),
              hidden.len ? "；隐藏的 (hidden)：" : "", ZT_ARG(hidden), near ? " → " : "",
              near ? near : "");
    return NULL;
}

/* The one that is named, else the first that is seen, with a note (import-sheet) when there are
   others. Hidden sheets that are passed over are import-hidden. */
static const zt_node *find_sheet(zt_xlsx *r, const zt_node *sheets, const zt_node *relations,
                                 zt_str name, zt_pos at)
{
    sheet_list list = {0};
    list_sheets(r, sheets, relations, name, &list);
    if (name.len)
        return named_sheet(r, &list, name, at);
    zt_str names = zt_buf_view(&list.names), hidden = zt_buf_view(&list.hidden);
    if (!list.first)
        zt_xlsx_refuse(r, "sheet");
    if (list.count > 1)
        zt_report(r->diags, ZT_NOTE, "import-sheet", at,
                  "有 %zu 个工作表（%.*s），取了第一个；可用 sheet= 指明",
                  "there are %zu sheets (%.*s), the first is taken; sheet= names another",
                  list.count, ZT_ARG(names));
    if (list.hidden_count && list.count)
        zt_report(r->diags, ZT_NOTE, "import-hidden", (zt_pos){r->zip.path, 0, 0},
                  "隐藏的 %zu 个工作表（%.*s）没有取；要取其中的，用 sheet= 指明",
                  "%zu hidden sheets (%.*s) are left out; to take one, name it with sheet=",
                  list.hidden_count, ZT_ARG(hidden));
    return list.first;
}

/* ---- all ---- */

/* Shared texts, which cells name by their number. */
static void read_strings(zt_xlsx *r, const zt_node *relations)
{
    const zt_node *root = related(r, relations, "/sharedStrings");
    for (const zt_node *si = root ? zt_node_child(root, "si") : NULL; si;
         si = zt_node_sibling(si, "si")) {
        zt_grid_cell shared = {0};
        zt_xlsx_text(r->arena, si, &shared);
        ZT_PUSH(r->arena, &r->shared, shared);
    }
}

/* Where the package says its workbook is; xl/workbook.xml if it says nothing. */
static const char *workbook_path(zt_xlsx *r)
{
    const zt_node *relations = zt_xlsx_part(r, "_rels/.rels", false);
    const zt_node *to = relation(relations, "/officeDocument", (zt_str){0});
    return to ? target(r, "", to) : "xl/workbook.xml";
}

/* Through the relation of the chosen sheet. */
static const zt_node *sheet_root(zt_xlsx *r, const zt_node *book, const zt_node *relations,
                                 zt_str sheet, zt_pos sheet_at)
{
    const zt_node *sheets = zt_node_child(book, "sheets");
    if (!sheets) {
        zt_xlsx_refuse(r, "sheets");
        return NULL;
    }
    const zt_node *chosen = find_sheet(r, sheets, relations, sheet, sheet_at);
    if (!chosen)
        return NULL;
    r->sheet = zt_node_attr(chosen, "name", "");
    const zt_node *to = relation(relations, NULL, relation_id(chosen));
    const char *part = to ? target(r, r->folder, to)
                          : zt_arena_printf(r->arena, "%sworksheets/sheet1.xml", r->folder);
    return zt_xlsx_part(r, part, true);
}

/* Workbook, relations, sheet, then what its cells refer to. */
bool zt_xlsx_read(zt_arena *arena, zt_diags *diags, const char *path, zt_str bytes,
                  const zt_area *area, zt_str sheet, zt_pos sheet_at, zt_table *table)
{
    zt_xlsx r = {.arena = arena, .diags = diags, .area = area, .table = table};
    if (!zt_zip_open(diags, path, bytes, &r.zip))
        return false;
    const char *book_path = workbook_path(&r);
    const zt_node *book = zt_xlsx_part(&r, book_path, true);
    if (!book)
        return false;
    r.folder = folder_of(arena, book_path);
    const char *rels =
        zt_arena_printf(arena, "%s_rels/%s.rels", r.folder, book_path + strlen(r.folder));
    const zt_node *relations = zt_xlsx_part(&r, rels, true);
    if (!relations)
        return false;
    const zt_node *about = zt_node_child(book, "workbookPr");
    r.from_1904 = about && zt_xlsx_true(about, "date1904");
    const zt_node *root = sheet_root(&r, book, relations, sheet, sheet_at);
    if (!root)
        return false;
    read_strings(&r, relations);
    zt_xlsx_styles(&r, related(&r, relations, "/styles"));
    return zt_xlsx_sheet(&r, root);
}
