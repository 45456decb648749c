/* map-approval, map-incomplete: tiles for the provinces of the country stand for a national map,
   which is published only with the number of its approval (地图管理条例, State Council decree 664,
   articles 15 and 25). */
#include "model/check_imp.h"

enum { PROVINCES_LEAST = 10 };
static const char *const provinces[] = {"北京",   "天津", "河北", "山西", "内蒙古", "辽宁", "吉林",
                                        "黑龙江", "上海", "江苏", "浙江", "安徽",   "福建", "江西",
                                        "山东",   "河南", "湖北", "湖南", "广东",   "广西", "海南",
                                        "重庆",   "四川", "贵州", "云南", "西藏",   "陕西", "甘肃",
                                        "青海",   "宁夏", "新疆", "香港", "澳门",   "台湾"};
enum { PROVINCES = sizeof provinces / sizeof *provinces };

/* Whether a grid has a tile whose name begins with that of the province. */
static bool has_province(const zt_chart_data *chart, const char *province)
{
    for (size_t i = 0; i < chart->tile_count; i++)
        if (zt_str_starts(chart->tiles[i].name, province))
            return true;
    return false;
}

/* Notes whether a text holds 审图号. */
static void look_for_number(void *context, const zt_node *text)
{
    bool *found = context;
    *found = *found || zt_str_holds(text->text, ZT_STR("审图号"));
}

/* Reports map-approval and map-incomplete (warnings). */
static void judge(zt_doc_reader *r, const zt_chart_data *chart)
{
    size_t count = 0;
    const char *lacks = NULL;
    for (size_t i = 0; i < PROVINCES; i++) {
        bool has = has_province(chart, provinces[i]);
        count += has;
        lacks = has || lacks ? lacks : provinces[i];
    }
    if (count < PROVINCES_LEAST)
        return;
    zt_report(r->diags, ZT_WARNING, "map-approval", chart->grid_at,
              "格子画的是全国各省，可能须按地图送审；取得后在 <note> 写明审图号",
              "these tiles stand for the provinces of the country and may need approval as a map; "
              "write its number, 审图号, in a <note>");
    if (lacks)
        zt_report(r->diags, ZT_WARNING, "map-incomplete", chart->grid_at,
                  "全国各省的格子里没有“%s”；应补上", "the tiles of the country lack “%s”; add it",
                  lacks);
}

/* A number anywhere in the text answers for all. */
static void run(zt_doc_reader *r, const zt_node *root)
{
    bool found = false;
    zt_each_text(root, look_for_number, &found);
    for (size_t i = 0; i < r->doc->block_count && !found; i++) {
        const zt_chart_data *chart = zt_content_of(&r->doc->blocks[i], "chart");
        if (chart)
            judge(r, chart);
    }
}

const zt_doc_check zt_doc_check_map = {run};
