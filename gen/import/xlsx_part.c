/* gen/import/xlsx_part.c — the parts of a spreadsheet as XML, and what their attributes hold. A
   part is unpacked and parsed within the limits of any XML file; its namespaces are not judged,
   for programs differ in them. */
#include "import/xlsx_imp.h"

/* The place is the file alone: nobody can look into its parts. */
void zt_xlsx_refuse(zt_xlsx *r, const char *part)
{
    zt_report(r->diags, ZT_ERROR, "xlsx-malformed", (zt_pos){r->zip.path, 0, 0},
              "读不了这份 xlsx：缺少 %s，或内容不对；请用表格软件打开，另存为 xlsx",
              "this xlsx cannot be read: no %s, or a bad one; open it in a spreadsheet program and "
              "save it again",
              part);
}

/* The tree lives in the reader's arena. A part that is there and broken is reported whether it
   is needed or not. */
const zt_node *zt_xlsx_part(zt_xlsx *r, const char *name, bool needed)
{
    zt_xml_limits limits = zt_xml_limits_default;
    limits.any_namespace = true;
    zt_str bytes;
    zt_found found = zt_zip_read(r->arena, r->diags, &r->zip, name, &bytes);
    if (found == ZT_ABSENT && needed)
        zt_xlsx_refuse(r, name);
    if (found != ZT_FOUND)
        return NULL;
    const char *path = zt_arena_printf(r->arena, "%s!%s", r->zip.path, name);
    return zt_xml_parse(r->arena, r->diags, path, bytes, &limits)->root;
}

bool zt_xlsx_true(const zt_node *node, const char *attr)
{
    zt_str value = zt_node_attr(node, attr, "");
    return zt_str_is(value, "1") || zt_str_is(value, "true");
}

bool zt_xlsx_index(zt_str text, size_t *index)
{
    size_t value = 0;
    if (text.len == 0 || text.len > 9)
        return false;
    for (size_t i = 0; i < text.len; i++) {
        if (text.data[i] < '0' || text.data[i] > '9')
            return false;
        value = value * 10 + (size_t)(text.data[i] - '0');
    }
    *index = value;
    return true;
}
