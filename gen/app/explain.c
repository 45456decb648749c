/* gen/app/explain.c — what codes of findings mean, for hosts. */
#include <string.h>

#include "app/policy.h"
#include "codes/codes.h"
#include "zhitu.h"

/* A limit without a source of its own is one that the program sets. */
static const zt_code_text own = {"本程序的规定", "a rule of this program"};

static zhitu_code handed(const zt_code_section *section, const zt_finding_code *code)
{
    zt_code_text source = code->source.zh ? code->source : own;
    return (zhitu_code){.name = code->name,
                        .severities = code->severities,
                        .may_be_lowered = code->judged,
                        .is_loss = code->loss,
                        .field_zh = section->head.zh,
                        .field_en = section->head.en,
                        .what_zh = code->what.zh,
                        .what_en = code->what.en,
                        .why_zh = code->why.zh,
                        .why_en = code->why.en,
                        .mend_zh = code->mend.zh,
                        .mend_en = code->mend.en,
                        .source_zh = source.zh,
                        .source_en = source.en};
}

bool zhitu_code_at(size_t i, zhitu_code *out)
{
    for (size_t s = 0; zt_code_sections[s]; s++) {
        const zt_code_section *section = zt_code_sections[s];
        if (i < section->count) {
            *out = handed(section, &section->codes[i]);
            return true;
        }
        i -= section->count;
    }
    return false;
}

bool zhitu_code_named(const char *name, zhitu_code *out, const char **nearest)
{
    for (size_t i = 0; zhitu_code_at(i, out); i++)
        if (strcmp(out->name, name) == 0)
            return true;
    if (nearest)
        *nearest = zt_code_nearest(name);
    return false;
}

bool zhitu_weight_named(const char *word, zhitu_weight *out)
{
    return zt_level_parse(zt_str_from(word), out);
}

const char *zhitu_level_fault(const zhitu_code_level *level, zhitu_lang lang)
{
    return zt_level_fault(level, lang == ZHITU_ZH);
}
