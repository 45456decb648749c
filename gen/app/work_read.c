/* gen/app/work_read.c — a document before its pages: source, model and template, judged in one run.
 */
#include <string.h>

#include "app/pipeline.h"
#include "chart/chart.h"
#include "template/theme_inking.h"
#include "xml/grammar.h"

/* The job's own, else that of the document, else that of the project; NULL when none names one. */
static const char *template_name(const zt_work *w)
{
    if (w->job->template_name)
        return w->job->template_name;
    zt_str name = zt_node_attr(w->source->root, "template", "");
    if (name.len)
        return zt_str_copy(w->arena, name).data;
    return w->project ? w->project->template_name : NULL;
}

/* The job's slot, else that of the document. Reports bad-slot; the template's own page then. */
static const zt_page_slot *slot_asked(const zt_work *w)
{
    zt_str own = zt_node_attr(w->source->root, "slot", "");
    zt_str text = w->job->slot ? zt_str_from(w->job->slot) : own;
    if (w->slot || text.len == 0)
        return w->slot;
    zt_page_slot *slot = ZT_NEW(w->arena, zt_page_slot);
    zt_pos at = zt_node_attr_at(w->source->root, w->job->slot ? "template" : "slot");
    bool good = zt_page_slot_parse(zt_str_copy(w->arena, text), slot);
    slot->at = at;
    slot->of_document = !w->job->slot;
    slot->paper = w->project ? w->project->paper : NULL;
    slot->paper_at = w->project ? w->project->paper_at : ZT_NOWHERE;
    if (!good)
        zt_report(w->diags, ZT_ERROR, "bad-slot", at,
                  "“%.*s”不是版位：写作宽 52mm、宽×高 107x240mm，或栏×行 3x40",
                  "“%.*s” is no slot: write a width, 52mm, width and height, 107x240mm, or columns "
                  "and lines, 3x40",
                  ZT_ARG(text));
    return good ? slot : NULL;
}

/* Reports section-without-colour: sections of one paper are not those of another, so that a
   document may name one that this theme has not. */
static void check_section(const zt_work *w)
{
    const char *section = w->places.inking.section;
    const zt_theme *theme = w->template_ ? w->template_->theme : NULL;
    zt_buf known;
    if (!theme || !*section || zt_theme_has_section(theme, section))
        return;
    zt_buf_init(&known, w->arena);
    for (size_t i = 0; i < theme->look.section_count; i++)
        zt_buf_printf(&known, "%s%s", i > 0 ? " " : "", theme->look.sections[i].name);
    zt_report(w->diags, ZT_NOTE, "section-without-colour",
              zt_node_attr_at(w->source->root, "section"),
              "主题“%s”没有“%s”的版面色，仍用重点色；有颜色的版面是：%s",
              "the theme “%s” has no colour for the section “%s”, so the accent stays; there are "
              "colours for: %s",
              theme->name, section, known.data);
}

/* Reports missing-attribute: without a template there is no page. */
static void tell_no_template(const zt_work *w)
{
    zt_report(w->diags, ZT_ERROR, "missing-attribute", w->source->root->at,
              "没有指明模板：写 template=\"名字\"（zhitu list templates），或 template=\"auto\"",
              "no template is named: write template=\"NAME\" (zhitu list templates), or "
              "template=\"auto\"");
}

/* Whether the root is one that has a template; that it is another has been said. */
static bool is_document(const zt_node *root)
{
    return zt_node_is(root, zt_root_name(ZT_ROOT_GRAPHIC)) ||
           zt_node_is(root, zt_root_name(ZT_ROOT_EDITION)) ||
           zt_node_is(root, zt_root_name(ZT_ROOT_REPORT));
}

/* An unknown template is reported at the attribute that names it, or at no place when the job did.
   Of a document that is only to be dumped before its blocks nothing is asked. */
static void load_template(zt_work *w, zhitu_stage last)
{
    const char *name = template_name(w);
    const zt_node *root = w->source->root;
    if (!name && last > ZHITU_MODEL && is_document(root) && !zt_node_find(root, "template"))
        tell_no_template(w);
    if (!name)
        return;
    zt_pos at = w->job->template_name ? ZT_NOWHERE : zt_node_attr_at(w->source->root, "template");
    if (!w->job->template_name && w->project && name == w->project->template_name)
        at = w->project->template_at;
    w->slot = slot_asked(w);
    zt_str section = zt_str_trim(zt_node_attr(w->source->root, "section", ""));
    w->places.inking =
        (zt_inking){section.len ? zt_str_copy(w->arena, section).data : "", w->job->mono};
    if (strcmp(name, "auto") == 0)
        zt_work_load_candidates(w, at);
    else
        w->template_ =
            zt_session_template(w->session, w->diags, &w->places, name, at, w->job->theme, w->slot);
    check_section(w);
}

/* Where an import failed, more about the items would only repeat that. */
static void check_charts(const zt_work *w)
{
    for (size_t i = 0; w->doc && i < w->doc->block_count; i++) {
        const zt_chart_data *chart = zt_content_of(w->doc->blocks + i, "chart");
        if (chart && !chart->incomplete)
            zt_chart_check(chart, w->diags);
    }
}

/* Reports unknown-icon at the place. Icons that are found are noted once each, for the list of
   what the document was made from. */
static void find_icon(zt_work *w, zt_str name, zt_pos at)
{
    if (name.len == 0)
        return;
    if (!w->icons)
        w->icons = zt_session_icons(w->session, &w->places);
    const zt_icon *icon = zt_icons_find(w->icons, w->diags, name, at);
    for (size_t i = 0; icon && i < w->icon_files.count; i++)
        if (w->icon_files.items[i] == icon->path)
            return;
    if (icon)
        ZT_PUSH(w->arena, &w->icon_files, icon->path);
}

/* Before the layout, which has no findings of its own about files. */
static void find_icons(zt_work *w)
{
    for (size_t i = 0; w->doc && i < w->doc->block_count; i++) {
        const zt_groups *groups = zt_content_of(w->doc->blocks + i, "groups");
        for (size_t k = 0; groups && k < groups->count; k++)
            find_icon(w, groups->groups[k].icon, groups->groups[k].icon_at);
        const zt_steps *steps = zt_content_of(w->doc->blocks + i, "steps");
        for (size_t k = 0; steps && k < steps->count; k++)
            find_icon(w, steps->steps[k].icon, steps->steps[k].icon_at);
        const zt_chart_data *chart = zt_content_of(w->doc->blocks + i, "chart");
        if (chart)
            find_icon(w, chart->icon, chart->icon_at);
    }
}

/* Reports template-root: a template is for documents of one root. */
static void check_root(const zt_work *w)
{
    if (!w->doc || !w->template_ || w->doc->root == w->template_->for_root)
        return;
    zt_pos at = w->job->template_name ? ZT_NOWHERE : w->doc->template_at;
    zt_report(w->diags, ZT_ERROR, "template-root", at,
              "模板“%s”给 <%s> 用，这里是 <%s>；请换一个 root=\"%s\" 的模板",
              "the template “%s” is for <%s>, this is <%s>; use one with root=\"%s\"",
              w->template_->name, zt_root_name(w->template_->for_root), zt_root_name(w->doc->root),
              zt_root_name(w->doc->root));
}

/* All mistakes of XML, grammar, template and model in one run, so that an editor mends them
   together. Imports come after the grammar, whose marks they need, and before the model, which
   reads their items as if they had been written. Limits on text are checked again for what
   imports brought in. */
void zt_work_read(zt_work *w, zhitu_stage last)
{
    zt_xml_limits limits = zt_xml_limits_default;
    limits.grammar = &zt_data_grammar;
    w->source = w->bytes.data ? zt_xml_parse(w->arena, w->diags, w->path, w->bytes, &limits)
                              : zt_xml_read(w->arena, w->diags, w->path, &limits);
    if (!w->source || !w->source->root)
        return;
    if (!zt_text_limits_check(w->source->root, w->diags))
        return;
    zt_grammar_check(&zt_data_grammar, w->source->root, w->diags);
    if (last > ZHITU_XML)
        zt_sections_import(w->arena, w->diags, w->source, w->places.root, &zt_section_grammar,
                           &w->imports);
    if (last > ZHITU_XML)
        zt_import_run(w->arena, w->diags, w->source, w->places.root, &w->imports);
    if (w->imports.list.count > 0 && !zt_text_limits_check(w->source->root, w->diags))
        return;
    load_template(w, last);
    const zt_theme *theme = w->template_ ? w->template_->theme : NULL;
    zt_model_options options = {.final = w->job->final,
                                .root = w->places.root,
                                .units = theme ? theme->units : NULL,
                                .forms = theme ? &theme->judgement : NULL};
    if (w->policy)
        zt_policy_add_accepts(w->policy, w->diags, w->source->root, w->inner);
    w->doc = zt_doc_read(w->arena, w->diags, w->source, &options);
    if (w->project && w->project->house)
        zt_house_list_check(w->project->house, w->diags, w->source->root);
    check_root(w);
    check_charts(w);
    if (last > ZHITU_MODEL)
        find_icons(w);
}
