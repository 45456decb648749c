/* gen/app/print_grammar.c — zhitu grammar: the vocabulary as a page, as RELAX NG, and as a JSON
   Schema with the kinds of chart and block, their parameters and examples out of the gallery. */
#include <string.h>

#include "app/project.h"
#include "app/session.h"
#include "base/file.h"
#include "base/json.h"
#include "block/blocks.h"
#include "chart/chart.h"
#include "model/doc.h"

typedef void print_sink(void *self, const char *data, size_t len);

/* The arguments of zhitu_print_grammar, for an attempt. */
typedef struct grammar_job {
    zhitu *session;
    zhitu_grammar form;
    print_sink *sink;
} grammar_job;

/* Samples of the gallery, checked, so that each element knows its row. */
typedef struct sample_list {
    zt_arena *arena;
    ZT_VEC(const zt_node *) roots;
} sample_list;

/* The folder of the nearest templates that has sample_list; NULL: none has. */
static const char *sample_folder(zt_arena *arena, const zt_places *places)
{
    for (size_t i = 0; i < places->dir_count; i++) {
        const char *folder = zt_path_join(arena, places->dirs[i], "gallery");
        if (zt_dir_exists(folder))
            return folder;
    }
    return NULL;
}

/* Documents of graphics without mistakes, by name. */
static void read_samples(sample_list *s, const zt_places *places)
{
    const char *folder = sample_folder(s->arena, places);
    zt_diags *unheard = zt_diags_new(s->arena);
    char **names = folder ? zt_dir_list_reported(s->arena, unheard, folder) : NULL;
    for (size_t i = 0; names && names[i]; i++) {
        if (!strstr(names[i], ".xml"))
            continue;
        zt_diags *own = zt_diags_new(s->arena);
        zt_source *source = zt_xml_read(s->arena, own, zt_path_join(s->arena, folder, names[i]),
                                        &zt_xml_limits_default);
        if (source && source->root && zt_grammar_check(&zt_data_grammar, source->root, own))
            ZT_PUSH(s->arena, &s->roots, source->root);
    }
}

/* Of a sample of one block the block is the example, of a chart one for each kind. */
static bool is_new_example(const sample_list *s, size_t sample, const zt_node *node)
{
    zt_str kind = zt_node_attr(node, "kind", "");
    for (size_t i = 0; i < sample; i++)
        for (const zt_node *n = s->roots.items[i]->first; n; n = n->next)
            if (n->row == node->row && zt_str_equal(zt_node_attr(n, "kind", ""), kind))
                return false;
    return true;
}

/* ---- kinds ---- */

static const char *const types[] = {
    [ZT_PARAM_POINTS] = "length", [ZT_PARAM_LENGTH] = "length-or-em",
    [ZT_PARAM_GAP] = "gap",       [ZT_PARAM_NUMBER] = "number",
    [ZT_PARAM_COUNT] = "integer", [ZT_PARAM_YES] = "yes-no",
    [ZT_PARAM_WORD] = "word",     [ZT_PARAM_WORDS] = "words",
    [ZT_PARAM_TEXT] = "text",     [ZT_PARAM_INK] = "ink",
    [ZT_PARAM_INKS] = "inks",     [ZT_PARAM_NUMBERS] = "numbers"};

static void put_words(zt_buf *out, const char *zh, const char *en)
{
    zt_json_word(out, "zh", zh);
    zt_json_word(out, "en", en);
}

/* What a template may <set> for the kind. */
static void put_params(zt_buf *out, zt_param_table table)
{
    zt_json_open(out, "parameters", '[');
    for (const zt_param *row = table.rows; row && row->name; row++) {
        zt_json_open(out, NULL, '{');
        zt_json_word(out, "name", row->name);
        zt_json_word(out, "type", types[row->type]);
        if (row->values)
            zt_json_word(out, "values", row->values);
        if (row->initial)
            zt_json_word(out, "default", row->initial);
        put_words(out, row->zh, row->en);
        zt_json_close(out, '}');
    }
    zt_json_close(out, ']');
}

static void put_charts(zt_buf *out)
{
    zt_json_open_line(out, "x-charts", '[');
    for (size_t i = 0; zt_chart_kinds[i]; i++) {
        zt_json_open_line(out, NULL, '{');
        zt_json_word(out, "kind", zt_chart_kinds[i]->name);
        put_words(out, zt_chart_kinds[i]->zh, zt_chart_kinds[i]->en);
        put_params(out, zt_chart_kinds[i]->params);
        zt_json_close(out, '}');
    }
    zt_json_close(out, ']');
}

static void put_blocks(zt_buf *out)
{
    zt_json_open_line(out, "x-blocks", '[');
    for (size_t i = 0; zt_block_kinds[i]; i++) {
        const zt_block_kind *kind = zt_block_kinds[i];
        zt_json_open_line(out, NULL, '{');
        zt_json_word(out, "block", kind->name);
        if (kind->variants)
            zt_json_word(out, "variants", kind->variants);
        put_words(out, kind->zh, kind->en);
        zt_json_open(out, "parts", '[');
        for (const zt_part_default *p = kind->parts; p && p->name; p++)
            zt_json_word(out, NULL, p->name);
        zt_json_close(out, ']');
        put_params(out, kind->params);
        zt_json_close(out, '}');
    }
    zt_json_close(out, ']');
}

/* ---- examples ---- */

/* Opens the array with the first. */
static void put_example(const sample_list *s, zt_buf *out, const zt_node *node, bool first)
{
    if (first)
        zt_json_open_line(out, "examples", '[');
    zt_node_write_instance(s->arena, out, node);
}

/* Beside an element those of its kinds; beside the schema a whole document, and what there is. */
static void put_examples(void *self, zt_buf *out, const zt_elem *elem)
{
    const sample_list *s = self;
    size_t count = 0;
    for (size_t i = 0; elem && i < s->roots.count; i++)
        for (const zt_node *n = s->roots.items[i]->first; n; n = n->next)
            if (n->row == elem && is_new_example(s, i, n))
                put_example(s, out, n, count++ == 0);
    if (!elem && s->roots.count > 0)
        put_example(s, out, s->roots.items[0], count++ == 0);
    if (count > 0)
        zt_json_close(out, ']');
    if (elem)
        return;
    put_charts(out);
    put_blocks(out);
}

/* All grammars as one schema, or one page after the other. */
static zhitu_status print_grammar(void *self)
{
    const grammar_job *job = self;
    zt_arena *arena = zt_memory_arena(job->session->memory);
    const zt_grammar *grammars[] = {&zt_data_grammar, &zt_template_grammar, &zt_project_grammar,
                                    &zt_house_grammar};
    const size_t count = sizeof grammars / sizeof *grammars;
    zt_places places = zt_session_places(job->session, arena, NULL);
    sample_list all = {.arena = arena};
    zt_schema_examples examples = {&all, put_examples};
    zt_buf out;
    zt_buf_init(&out, arena);
    switch (job->form) {
    case ZHITU_GRAMMAR_PAGE:
        for (size_t i = 0; i < count; i++)
            zt_grammar_write_manual(&out, grammars[i]);
        break;
    case ZHITU_GRAMMAR_RNG:
        zt_grammar_write_rng(&out, grammars, count);
        break;
    case ZHITU_GRAMMAR_SCHEMA:
        read_samples(&all, &places);
        zt_grammar_write_schema(arena, &out, grammars, count, &examples);
        break;
    }
    zt_session_demand_memory(job->session);
    job->sink(job->session->config.self, out.data, out.len);
    zt_arena_drop(arena);
    return ZHITU_FINE;
}

zhitu_status zhitu_print_grammar(zhitu *session, zhitu_grammar form, print_sink *sink)
{
    grammar_job job = {session, form, sink};
    return zt_session_attempt(session, NULL, print_grammar, &job);
}
