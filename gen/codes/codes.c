/* gen/codes/codes.c — all codes in one order, and one of them by its name. */
#include "codes/codes.h"

#include <string.h>

#include "base/near.h"

extern const zt_code_section zt_codes_file, zt_codes_grammar, zt_codes_figures, zt_codes_charts,
    zt_codes_tables, zt_codes_templates, zt_codes_page, zt_codes_editions, zt_codes_reports,
    zt_codes_pictures, zt_codes_fonts, zt_codes_preflight, zt_codes_changes;

const zt_code_section *const zt_code_sections[] = {&zt_codes_file,    &zt_codes_grammar,
                                                   &zt_codes_figures, &zt_codes_charts,
                                                   &zt_codes_tables,  &zt_codes_templates,
                                                   &zt_codes_page,    &zt_codes_editions,
                                                   &zt_codes_reports, &zt_codes_pictures,
                                                   &zt_codes_fonts,   &zt_codes_preflight,
                                                   &zt_codes_changes, NULL};

const zt_finding_code *zt_code_at(size_t i)
{
    for (size_t s = 0; zt_code_sections[s]; s++) {
        if (i < zt_code_sections[s]->count)
            return &zt_code_sections[s]->codes[i];
        i -= zt_code_sections[s]->count;
    }
    return NULL;
}

const zt_finding_code *zt_code_find(const char *name)
{
    const zt_finding_code *code;
    for (size_t i = 0; (code = zt_code_at(i)); i++)
        if (strcmp(code->name, name) == 0)
            return code;
    return NULL;
}

const char *zt_code_nearest(const char *name)
{
    enum { MOST = 1024 }; /* codes; a test walks them all */
    const char *names[MOST];
    size_t count = 0;
    for (const zt_finding_code *code; count < MOST && (code = zt_code_at(count)); count++)
        names[count] = code->name;
    return zt_nearest(zt_str_from(name), names, count);
}
