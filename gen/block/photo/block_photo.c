/* A photograph with its caption: under the picture, or in columns that run down at its right. A
   draft draws a placeholder where the picture is still to come. */
#include "block/words/lines.h"
#include "block/photo/photo_imp.h"

static const char GROUND_INK[] = "photo"; /* where a picture is missing */
static const char BAR_INK[] = "accent";   /* of the bar over a caption that runs down */

/* A photograph takes spare height only where the template lets it be cut for it: its height follows
   from the width and its shape. */
static zt_plan plan(const zt_block *block, const zt_setting *setting, double width)
{
    zt_photo_plan *own = ZT_NEW(setting->arena, zt_photo_plan);
    *own = zt_photo_plan_of(block, setting, width);
    /* No line to align neighbours by: the caption is far below the picture's top. */
    return (zt_plan){.extent = {own->height, own->most}, .first_baseline = -1, .own = own};
}

/* ---- the picture ---- */

/* Which share of each side the template cuts off beyond what the document does: never unsaid. */
static void report_cut(const zt_setting *setting, const zt_photo_plan *plan)
{
    if (!plan->cut)
        return;
    zt_rect all = plan->photo->crop, kept = plan->crop;
    const double off[4] = {kept.y - all.y, zt_rect_right(all) - zt_rect_right(kept),
                           zt_rect_foot(all) - zt_rect_foot(kept), kept.x - all.x};
    zt_buf shares;
    zt_buf_init(&shares, setting->arena);
    for (int i = 0; i < 4; i++) {
        zt_buf_puts(&shares, i ? " " : "");
        zt_buf_number(&shares, off[i] * 100, 1);
    }
    zt_report(setting->diags, ZT_NOTE, "image-cropped", plan->photo->src_at,
              "模板要照片满框，上、右、下、左各裁去百分之 %s；可用 focus 指定要留住的点",
              "the template fills a frame: %s per cent are cut off at top, right, bottom and left; "
              "focus= says what must stay",
              shares.data);
}

/* The picture, or a ground with its size where it is still to come. */
static void place_picture(const zt_block *block, const zt_setting *setting,
                          const zt_photo_plan *plan, zt_group *into)
{
    zt_group *part = zt_scene_add_part(setting->scene, into, plan->photo->src_at, "picture",
                                       ZT_ROLE_FIGURE, plan->picture);
    part->alt = zt_str_copy(setting->arena, plan->photo->seen).data;
    zt_rect box = {0, 0, plan->picture.w, plan->picture.h};
    if (plan->photo->picture) {
        zt_scene_add_image(setting->scene, part, plan->photo->src_at, plan->photo->picture,
                           plan->crop, box);
        report_cut(setting, plan);
        return;
    }
    zt_scene_fill_rect(setting->scene, part, block->at, box,
                       ZT_SOLID(zt_setting_ink(setting, GROUND_INK)));
    const zt_look *look = &plan->placeholder;
    if (plan->label.len > 0)
        zt_text_place(setting->diags, setting->scene, part, plan->label, &look->text, &look->para,
                      ZT_ALIGN_CENTRE, box.w / 2, box.h / 2 + zt_half_cap(look), block->at);
}

/* ---- down ---- */

/* A caption that runs down, its columns from the right. */
static void place_columns(const zt_setting *setting, const zt_photo_plan *plan, zt_group *into)
{
    double room = plan->strip.h - plan->above;
    zt_rect box = {plan->strip.x, plan->above, plan->strip.w, room};
    zt_group *part = zt_scene_add_part(setting->scene, into, plan->photo->caption.at, "caption",
                                       ZT_ROLE_CAPTION, box);
    zt_para_place(plan->text, setting->scene, part, box.w - plan->text->height, 0, 0, SIZE_MAX);
}

/* In the last column, its ink ending with the picture; on the axis of that column. */
static void place_credit_down(const zt_setting *setting, const zt_photo_plan *plan, zt_group *into)
{
    double pitch = plan->caption.para.leading, foot = plan->height;
    double column = (double)(plan->text ? plan->text->line_count : 0) +
                    (plan->by_alone ? (double)plan->by->line_count - 1 : -1);
    double axis = plan->strip.x + plan->strip.w - (column + 0.5) * pitch;
    double length = plan->by->max_width, size = plan->credit.text.size;
    zt_rect ink = zt_para_ink(setting, plan->by, 0, SIZE_MAX);
    double top = zt_min(foot - length, foot - (ink.y + ink.h));
    zt_rect box = {axis - size / 2, top, size, foot - top};
    zt_group *part =
        zt_scene_add_part(setting->scene, into, plan->photo->credit.at, "credit", ZT_ROLE_P, box);
    zt_para_place(plan->by, setting->scene, part, (size - plan->credit.para.leading) / 2,
                  foot - (ink.y + ink.h) - top, 0, SIZE_MAX);
}

/* Bar, caption and credit beside the picture. */
static void place_down(const zt_block *block, const zt_setting *setting, const zt_photo_plan *plan,
                       zt_group *into)
{
    if (plan->bar > 0) {
        zt_rect bar = {plan->strip.x, 0, plan->strip.w, plan->bar};
        zt_group *part =
            zt_scene_add_part(setting->scene, into, block->at, "bar", ZT_ROLE_ARTIFACT, bar);
        zt_scene_fill_rect(setting->scene, part, block->at, (zt_rect){0, 0, bar.w, bar.h},
                           ZT_SOLID(zt_setting_ink(setting, BAR_INK)));
    }
    if (plan->text)
        place_columns(setting, plan, into);
    if (plan->by)
        place_credit_down(setting, plan, into);
}

/* ---- across ---- */

/* Caption and credit below the picture, the credit at the end of the last line where it has room.
 */
static void place_across(const zt_setting *setting, const zt_photo_plan *plan, zt_group *into)
{
    double leading = plan->caption.para.leading, size = plan->caption.text.size;
    if (plan->text) {
        zt_rect box = plan->strip;
        box.h = zt_em_height(plan->text->line_count, size, leading);
        zt_group *part = zt_scene_add_part(setting->scene, into, plan->photo->caption.at, "caption",
                                           ZT_ROLE_CAPTION, box);
        zt_lines_place(setting, plan->text, &plan->caption, part, (zt_point){0, 0}, leading);
    }
    if (!plan->by)
        return;
    double small = plan->credit.text.size, width = plan->by->max_width;
    double baseline_apart = (size - small) * ZT_EM_TOP; /* both on one baseline */
    double steps = (double)(plan->by->line_count - 1) * leading;
    zt_rect box = {plan->strip.w - width, zt_rect_foot(plan->strip) - size + baseline_apart - steps,
                   width, small + steps};
    zt_group *part =
        zt_scene_add_part(setting->scene, into, plan->photo->credit.at, "credit", ZT_ROLE_P, box);
    zt_lines_place(setting, plan->by, &plan->credit, part, (zt_point){0, 0}, leading);
}

/* overset: the caption does not fit beside the picture in any number of columns. */
static void report_over(const zt_block *block, const zt_setting *setting, const zt_photo_plan *plan)
{
    if (plan->over)
        zt_report(setting->diags, ZT_ERROR, "overset", block->at,
                  "图说在照片右侧排不下；改短，或改作横排",
                  "the caption does not fit beside the picture; shorten it, or set it across");
}

/* Picture, caption and credit. */
static void place(const zt_plan *planned, const zt_setting *setting, double height, zt_group *into)
{
    const zt_block *block = planned->block;
    zt_photo_plan grown = *(const zt_photo_plan *)planned->own;
    const zt_photo_plan *plan = &grown;
    zt_photo_grow(block, setting, &grown, height);
    into->role = ZT_ROLE_SECT;
    report_over(block, setting, plan);
    place_picture(block, setting, plan, into);
    if (plan->vertical)
        place_down(block, setting, plan, into);
    else
        place_across(setting, plan, into);
}

static const zt_param params[] = {
    {"writing", ZT_PARAM(zt_photo_params, writing, WORD), "auto horizontal vertical", "auto",
     "图说横排或竖排；auto 照稿件", "caption across or down; auto: as the document asks"},
    {"fit", ZT_PARAM(zt_photo_params, fit, WORD), "whole fill", "whole",
     "whole：整张，高度随照片；fill：裁成 ratio，裁去多少会报告",
     "whole: all of it, as high as it is; fill: cropped to ratio, and said"},
    {"ratio", ZT_PARAM(zt_photo_params, ratio, NUMBER), NULL, "1.37", "占位、或裁成的宽高比",
     "width to height of a placeholder, or of a picture that fills"},
    {"tallest", ZT_PARAM(zt_photo_params, tallest, NUMBER), NULL, "0",
     "版面有余高时照片可增高到的宽高比，两侧裁去多少会报告，图说在下的一排照片齐脚；0：不增高",
     "width to height up to which spare height makes a picture higher, cut at its sides, and said; "
     "pictures of a row with captions below them end on one line; 0: never"},
    {"gap", ZT_PARAM(zt_photo_params, gap, GAP), NULL, "2", "照片与图说的间距",
     "between picture and caption"},
    {"alike", ZT_PARAM(zt_photo_params, alike, YES), NULL, "no",
     "竖排图说都占一稿中最长的一条要的栏数，照片便一样大",
     "captions that run down take as many columns as the longest of the document needs, so that "
     "pictures are of one size"},
    {"caption-bar", ZT_PARAM(zt_photo_params, bar, YES), NULL, "yes", "竖排图说之上的色条",
     "the bar over a caption that runs down"},
    {"credit-gap", ZT_PARAM_EM(zt_photo_params, credit_gap, "caption"), NULL, "6mm",
     "图说之末与署名的最小间距", "least distance from the caption's end to the credit"},
    {0},
};
static const zt_part_default parts[] = {
    {"caption", "label", "图说", "caption"},
    {"date", "strong", "图说的日期", "date of the caption"},
    {"credit", "credit", "摄影署名", "credit"},
    {"placeholder", "label", "缺图处的文字", "words of a placeholder"},
    {0},
};

/* A third of the columns. */
static zt_spans spans(const zt_block *block)
{
    (void)block;
    return (zt_spans){4, 3, 12};
}

const zt_block_kind zt_block_kind_photo = {
    .name = "photo",
    .spans = spans,
    .params = {params, sizeof(zt_photo_params)},
    .parts = parts,
    .zh = "照片与图说：图说在下，或竖排在右。",
    .en = "A photograph; its caption below, or running down at its right.",
    .plan = plan,
    .place = place,
};
