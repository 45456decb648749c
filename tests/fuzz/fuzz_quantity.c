/* Any text as the phrase of each kind of quantity. The first byte chooses the kind. */
#include "base/arena.h"
#include "base/utf8.h"
#include "model/quantity.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(zt_quantity_kind kind, zt_str text)
{
    zt_arena *arena = zt_arena_new();
    zt_diags *diags = zt_diags_new(arena);
    zt_quantity q = {0};
    bool ok = zt_quantity_parse(arena, diags, kind, text, "趟 班列", &q);
    zt_assert(ok == !zt_diags_failed(diags));
    zt_assert(!ok || q.has_number);
    /* Of the text as printed: a hyphen has become a minus of three bytes. */
    zt_assert(q.figure_first <= q.figure_end && q.figure_end <= q.text.len);
    if (q.has_number) {
        zt_buf out;
        zt_buf_init(&out, arena);
        zt_num_print(&out, q.value, true);
        zt_num_print(&out, q.printed, false);
    }
    long long value;
    zt_han_number(text, &value);
    zt_arena_drop(arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    zt_str text = {(const char *)data + 1, size - 1};
    if (zt_utf8_valid_prefix(text) != text.len)
        return 0; /* the parser of XML lets nothing else through */
    check((zt_quantity_kind)(data[0] % 5), text);
    return 0;
}
