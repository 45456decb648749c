/* Any bytes as a data file: parse, check, read, dump. Seeds: data/ and tests/broken/. */
#include "model/doc.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    zt_arena *arena = zt_arena_new();
    zt_diags *diags = zt_diags_new(arena);
    zt_source *source =
        zt_xml_parse(arena, diags, "fuzz.xml", (zt_str){(const char *)data, size}, NULL);
    if (source->root) {
        zt_buf out;
        zt_buf_init(&out, arena);
        zt_node_dump_json(&out, source->root);
        zt_grammar_check(&zt_data_grammar, source->root, diags);
        zt_doc *doc = zt_doc_read(arena, diags, source, NULL);
        if (doc) {
            zt_doc_dump(&out, doc);
            zt_doc_dump_json(&out, doc);
        }
    } else {
        zt_assert(zt_diags_failed(diags)); /* never refused without a word */
    }
    zt_arena_drop(arena);
    return 0;
}
