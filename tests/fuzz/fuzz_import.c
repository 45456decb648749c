/* Any bytes as a table that an import takes apart. The first byte chooses the attributes; the heads
   that they name are one letter, which the fuzzer soon finds. */
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "import/rows_imp.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char *const attributes[] = {
    "map=\"key=a v=b\"",
    "map=\"key=a v=b change=c rank=d\" sort=\"desc\"",
    "map=\"key=a v=b\" keep=\"top 2\" rest=\"其他\"",
    "map=\"key=a v=b\" where=\"c=d\"",
    "map=\"key=a v=b\" series=\"c\" totals=\"yes\"",
    "map=\"key=a v=b\" where=\"c=d c=e\" series=\"d\" decimals=\"1\"",
    "across=\"yes\" map=\"key=a v=b\"",
    "across=\"yes\" map=\"key=年 v=b change=c\"",
    "across=\"yes\" map=\"key=年\" series=\"a\"",
    "across=\"yes\" map=\"key=a\" where=\"a=b\" convert=\"元→万元\"",
    "map=\"key=a v=b\" convert=\"人→万人\" decimals=\"2\"",
    "map=\"key='' v='b'\" unit=\"亿元\"",
};

static void know(zt_node *node)
{
    node->known = true;
    for (zt_node *n = node->first; n; n = n->next)
        if (n->name)
            know(n);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char xml[400];
    enum { ATTRIBUTES = sizeof attributes / sizeof *attributes };
    static const char *const units[] = {"", "unit=\"亿元\"", "unit=\"%\"", "unit=\"万人\""};
    if (size == 0)
        return 0;
    zt_arena *arena = zt_arena_new();
    zt_diags *diags = zt_diags_new(arena);
    const zt_area all = {.bottom = SIZE_MAX, .right = SIZE_MAX};
    zt_table table = {0};
    zt_columns columns = {0};
    zt_str bytes = {(const char *)data + 1, size - 1};
    snprintf(xml, sizeof xml,
             "<graphic xmlns=\"urn:zhitu:1\"><data %s><import href=\"t.csv\" %s/></data></graphic>",
             units[data[0] / 64], attributes[data[0] % 64 % ATTRIBUTES]);
    zt_source *source = zt_xml_parse(arena, diags, "t.xml", zt_str_from(xml), NULL);
    know(source->root);
    zt_node *import = zt_node_child(zt_node_child(source->root, "data"), "import");
    bool ok = zt_utf8_valid_prefix(bytes) == bytes.len &&
              zt_csv_read(arena, diags, "t.csv", bytes, ',', &all, &table) &&
              zt_columns_map(arena, diags, import, &columns) &&
              zt_columns_find(arena, diags, import, "t.csv", &table, &columns) &&
              zt_items_fill(arena, diags, import, &table, &columns);
    zt_assert(ok || zt_diags_failed(diags) || zt_utf8_valid_prefix(bytes) < bytes.len);
    zt_assert(!ok || !zt_diags_failed(diags));
    zt_arena_drop(arena);
    return 0;
}
