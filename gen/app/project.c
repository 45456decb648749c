/* gen/app/project.c — reads zhitu.xml. */
#include "app/project.h"

#include "app/policy.h"
#include "base/file.h"
#include "base/near.h"

static const zt_attr project_attrs[] = {
    {"template", ZT_ATTR_NAME, NULL, NULL, "稿件没写 template 时用的模板",
     "the template of documents that name none"},
    {"theme", ZT_ATTR_NAME, NULL, NULL, "代替模板自己的主题",
     "stands for the theme of the templates"},
    {"paper", ZT_ATTR_NAME, NULL, NULL, "版位的栏和行按哪种纸算；模板自己写了的不变",
     "whose columns and lines slots are counted in, where a template names none"},
    {"profile", ZT_ATTR_NAME, NULL, NULL, "用途，如 press", "what files are made for, as press"},
    {"formats", ZT_ATTR_TEXT, NULL, NULL, "输出格式，如 pdf,png", "outputs, as pdf,png"},
    {"house", ZT_ATTR_FILE, NULL, NULL, "本报的用词表：人名、写法、不用的词",
     "the list of the paper's words: names, terms, words to avoid"},
    {0}};
static const zt_attr level_attrs[] = {
    {"code", ZT_ATTR_NAME, NULL, ZT_REQUIRED, "信息代码", "a code of the messages"},
    {"as", ZT_ATTR_ENUM, "error warning note off", ZT_REQUIRED, "当作什么",
     "what its findings are counted as"},
    {0}};
static const zt_child project_children[] = {{"level", 0, 0}, {0}};

static const zt_elem elems[] = {{"project", "project", ZT_ELEMENTS, false, project_children,
                                 project_attrs, "项目的默认：项目文件夹里 zhitu.xml 的根",
                                 "defaults of a project, the root of zhitu.xml in its folder"},
                                {"level", "level", ZT_EMPTY, false, NULL, level_attrs,
                                 "一个信息代码的级别", "the level of a code"}};
static const char *const roots[] = {"project", NULL};

const zt_grammar zt_project_grammar = {
    .name = "project", .elems = elems, .elem_count = sizeof elems / sizeof *elems, .roots = roots};

/* What the readers of its parts share. */
typedef struct project_reader {
    zt_arena *arena;
    zt_diags *diags;
    const zt_node *root;
} project_reader;

/* NULL when it is not given. */
static const char *text_of(const project_reader *r, const char *attr)
{
    zt_str text = zt_str_trim(zt_node_attr(r->root, attr, ""));
    return text.len ? zt_str_copy(r->arena, text).data : NULL;
}

/* Reports bad-value for what the outputs and profiles do not take. */
static const char *checked(const project_reader *r, const char *attr, zhitu_job job)
{
    zhitu_fault zh, en;
    if (!zhitu_job_fault(&job, ZHITU_ZH, &zh) || !zhitu_job_fault(&job, ZHITU_EN, &en))
        return text_of(r, attr);
    zt_report(r->diags, ZT_ERROR, "bad-value", zt_node_attr_at(r->root, attr),
              "%s=“%s” 不行：%s%.0s", "%s=\"%s\" will not do: %.0s%s", attr, text_of(r, attr),
              zh.text, en.text);
    return NULL;
}

/* Reports unknown-theme. */
static const char *theme_of(const project_reader *r, const char *const *themes, size_t count)
{
    const char *name = text_of(r, "theme");
    for (size_t i = 0; name && i < count; i++)
        if (zt_str_is(zt_str_from(name), themes[i]))
            return name;
    if (!name)
        return NULL;
    const char *nearest = zt_nearest(zt_str_from(name), themes, count);
    zt_pos at = zt_node_attr_at(r->root, "theme");
    if (nearest)
        zt_report(r->diags, ZT_ERROR, "unknown-theme", at, "没有主题“%s”，最近的是“%s”",
                  "there is no theme “%s”, the nearest is “%s”", name, nearest);
    else
        zt_report(r->diags, ZT_ERROR, "unknown-theme", at,
                  "没有主题“%s”；zhitu list themes 列出全部",
                  "there is no theme “%s”; zhitu list themes lists all", name);
    return NULL;
}

/* Reports unknown-code and level-refused. */
static bool read_level(const project_reader *r, const zt_node *node, zhitu_code_level *out)
{
    zt_pos at = zt_node_attr_at(node, "code");
    zhitu_weight weight;
    zt_str name = zt_node_attr(node, "code", "");
    if (name.len == 0)
        return false; /* the grammar has asked for it */
    const char *code = zt_policy_code(r->arena, r->diags, name, at);
    if (!code || !zt_level_parse(zt_node_attr(node, "as", ""), &weight))
        return false;
    *out = (zhitu_code_level){code, weight};
    if (!zt_level_fault(out, true))
        return true;
    zt_report(r->diags, ZT_ERROR, "level-refused", zt_node_attr_at(node, "as"), "“%s”%s%.0s",
              "“%s” %.0s%s", code, zt_level_fault(out, true), zt_level_fault(out, false));
    return false;
}

static void read_levels(const project_reader *r, zt_project *out)
{
    ZT_VEC(zhitu_code_level) list = {0};
    zhitu_code_level level;
    for (const zt_node *node = zt_node_child(r->root, "level"); node;
         node = zt_node_sibling(node, "level"))
        if (node->known && read_level(r, node, &level))
            ZT_PUSH(r->arena, &list, level);
    out->levels = list.items;
    out->level_count = list.count;
}

static void read_house(const project_reader *r, const char *root, zt_project *out)
{
    const char *name = text_of(r, "house");
    if (!name)
        return;
    out->house_path = zt_path_join(r->arena, root, name);
    out->house =
        zt_house_list_read(r->arena, r->diags, out->house_path, zt_node_attr_at(r->root, "house"));
}

zt_project *zt_project_read(zt_arena *arena, zt_diags *diags, const char *root,
                            const char *const *themes, size_t theme_count)
{
    zt_project *p = ZT_NEW(arena, zt_project);
    const char *path = zt_path_join(arena, root, ZT_PROJECT_FILE);
    if (!zt_file_exists(path))
        return p;
    zt_xml_limits limits = zt_xml_limits_default;
    limits.grammar = &zt_project_grammar;
    zt_source *source = zt_xml_read(arena, diags, path, &limits);
    p->path = path;
    if (!source || !source->root)
        return p;
    zt_grammar_check(&zt_project_grammar, source->root, diags);
    if (!source->root->known)
        return p;
    project_reader r = {arena, diags, source->root};
    p->template_name = text_of(&r, "template");
    p->template_at = zt_node_attr_at(source->root, "template");
    p->theme = theme_of(&r, themes, theme_count);
    p->paper = text_of(&r, "paper");
    p->paper_at = zt_node_attr_at(source->root, "paper");
    p->profile = checked(&r, "profile", (zhitu_job){.profile = text_of(&r, "profile")});
    p->formats = checked(&r, "formats", (zhitu_job){.formats = text_of(&r, "formats")});
    read_levels(&r, p);
    read_house(&r, root, p);
    return p;
}
