/* What stands in a frame beside text: photographs cut to it, panels, graphics that were set for it,
   advertisements. */
#include <math.h>

#include "page/page_imp.h"

static const char RULE_INK[] = "key", PLACE_INK[] = "photo";
static const double ADVERT_EDGE = ZT_MM(0.25);
/* The frame of a graphic, and the blank between it and the graphic. */
static const double BOX_EDGE = ZT_MM(0.35), BOX_INSET = ZT_MM(3);
/* The word 广告 from the corner of its frame. */
static const double ADVERT_INSET = ZT_MM(1.2);
static const char ADVERT_STYLE[] = "note";
/* A picture of an advertisement may differ in shape by so much of its height. */
static const double ADVERT_SHAPE = 0.01;

static const char *advert_word(const zt_page_drawing *d)
{
    return ZT_IN(d->setting->language, "广告", "Advertisement");
}

/* A line along the inner side of a box. */
void zt_page_frame_place(const zt_page_drawing *d, zt_rect box, double weight, zt_pos at,
                         zt_group *into)
{
    zt_path *path = zt_scene_add_path(d->setting->scene, into, at);
    double half = weight / 2;
    zt_path_rect(path, (zt_rect){box.x + half, box.y + half, box.w - weight, box.h - weight});
    path->stroke = ZT_SOLID(zt_setting_ink(d->setting, RULE_INK));
    path->width = weight;
    zt_path_done(path);
}

static zt_group *block_group(const zt_page_drawing *d, const zt_block *block, zt_rect frame,
                             zt_group *into)
{
    zt_group *group = zt_scene_add_group(d->setting->scene, into, block->at, frame.x, frame.y);
    group->block = block->name;
    group->id = block->id;
    group->alt = block->alt;
    group->item.box = frame;
    return group;
}

/* ---- photographs ---- */

/* The block with the parameters that fill a frame: cut to this ratio of width to height. */
static zt_block *photo_filling(const zt_setting *setting, const zt_block *block, double ratio)
{
    zt_arena *arena = setting->arena;
    zt_block *own = ZT_NEW(arena, zt_block);
    zt_box_spec *place = ZT_NEW(arena, zt_box_spec);
    zt_buf number;
    zt_buf_init(&number, arena);
    zt_buf_number(&number, ratio, 6);
    *own = *block;
    *place = *block->place;
    place->sets = zt_arena_grow(arena, block->place->sets, block->place->set_count,
                                block->place->set_count + 2, sizeof *place->sets);
    place->sets[place->set_count++] = (zt_set){.name = "fit", .value = ZT_STR("fill")};
    place->sets[place->set_count++] = (zt_set){.name = "ratio", .value = zt_buf_view(&number)};
    own->place = place;
    zt_block_load(arena, setting->diags, setting->template_->theme, own);
    return own;
}

/* Lines of the caption below and columns of one beside it depend on the picture, and it on them: a
   few rounds settle it, and the last is taken. */
static const zt_plan *photo_plan(const zt_page_drawing *d, const zt_block *block, zt_rect frame)
{
    enum { ROUNDS = 5 };
    const double near = 0.01;
    double ratio = frame.w / frame.h;
    const zt_plan *plan = NULL;
    for (int round = 0; round < ROUNDS; round++) {
        plan = zt_block_plan(d->setting, photo_filling(d->setting, block, ratio), frame.w);
        double over = plan->extent.height - frame.h;
        if (fabs(over) < near)
            break;
        const zt_photo *photo = block->content;
        bool beside = photo->writing == ZT_WRITING_VERTICAL;
        /* Beside it the picture is as high as the whole; above it the words keep their height. */
        double picture = plan->extent.height * ratio;
        double words = plan->extent.height - frame.w / ratio;
        ratio = beside ? picture / frame.h : frame.w / zt_max(frame.h - words, 1);
    }
    return plan;
}

static void place_photo(const zt_page_drawing *d, const zt_item_plan *item, const zt_block *block,
                        zt_group *into)
{
    zt_rect frame = zt_grid_type_rect_on(&d->plan->grid, item->frame);
    const zt_plan *plan = photo_plan(d, block, frame);
    zt_group *group = block_group(d, block, frame, into);
    if (plan->extent.height > frame.h + 0.5)
        zt_report(d->setting->diags, ZT_ERROR, "overset", item->item->at,
                  "照片和图说在 %d 栏 %d 行里排不下；多给几行，或把图说改短",
                  "the photograph with its caption does not fit %d columns × %d lines; give it "
                  "more, or shorten the caption",
                  item->frame.cols, item->frame.lines);
    zt_plan_place(plan, d->setting, frame.h, group);
}

/* ---- panels ---- */

int zt_page_block_lines(const zt_setting *setting, const zt_edition_plan *plan,
                        const zt_edition_item *item, double width)
{
    const zt_box *box =
        item->kind == ZT_EDITION_BLOCK ? plan->composition->apart[item->block] : NULL;
    const double near = 0.02;
    if (!box)
        return 1;
    return (int)ceil(zt_layout_box_extent(setting, box, width).height / plan->grid.line - near);
}

static void place_panel(const zt_page_drawing *d, const zt_item_plan *item, const zt_box *box,
                        zt_group *into)
{
    zt_rect frame = zt_grid_rect_on(&d->plan->grid, item->frame);
    zt_extent extent = zt_layout_box_extent(d->setting, box, frame.w);
    if (extent.height > frame.h + 0.01)
        zt_report(d->setting->diags, ZT_ERROR, "overset", item->item->at,
                  "这一块在 %d 栏里要 %d 行，框只有 %d 行",
                  "at %d columns this block takes %d lines, its frame has %d", item->frame.cols,
                  (int)ceil(extent.height / d->plan->grid.line), item->frame.lines);
    zt_layout_box_place(d->setting, box, frame, into);
}

/* ---- graphics ---- */

zt_rect zt_page_graphic_rect(const zt_page_grid *grid, const zt_edition_item *item,
                             zt_grid_rect frame)
{
    if (!item->boxed)
        return zt_grid_rect_on(grid, frame);
    zt_rect r = zt_grid_type_rect_on(grid, frame);
    return (zt_rect){r.x + BOX_INSET, r.y + BOX_INSET, r.w - 2 * BOX_INSET, r.h - 2 * BOX_INSET};
}

/* The frame on the outer edges of the columns. */
static void place_box(const zt_page_drawing *d, const zt_item_plan *item, zt_group *into)
{
    zt_rect r = zt_grid_type_rect_on(&d->plan->grid, item->frame);
    zt_group *group =
        zt_scene_add_part(d->setting->scene, into, item->item->at, "frame", ZT_ROLE_ARTIFACT, r);
    zt_page_frame_place(d, (zt_rect){0, 0, r.w, r.h}, BOX_EDGE, item->item->at, group);
}

/* A document of its own, with its headings and figures, in a section of the page. */
static void place_graphic(const zt_page_drawing *d, const zt_item_plan *item, zt_group *into)
{
    zt_rect frame = zt_page_graphic_rect(&d->plan->grid, item->item, item->frame);
    const zt_inset *inset = item->inset;
    if (item->item->boxed)
        place_box(d, item, into);
    if (!inset || !inset->scene)
        return;
    zt_group *group = zt_scene_add_group(d->setting->scene, into, item->item->at, frame.x, frame.y);
    group->part = "graphic";
    group->id = inset->id;
    group->alt = inset->alt;
    group->role = ZT_ROLE_SECT;
    group->item.box = frame;
    zt_group *root = inset->scene->root;
    root->role = ZT_ROLE_NONE;
    zt_scene_adopt(group, root, 0, 0);
}

/* ---- advertisements ---- */

/* Never scaled: a picture of another shape than its frame is told. */
static void place_picture(const zt_page_drawing *d, const zt_item_plan *item, const zt_photo *photo,
                          zt_rect box, zt_group *into)
{
    zt_point pixels = zt_picture_upright(photo->picture);
    double high = box.w * pixels.y / pixels.x;
    if (fabs(high - box.h) > ADVERT_SHAPE * box.h)
        zt_report(
            d->setting->diags, ZT_ERROR, "advert-shape", item->item->at,
            "广告的图 %d×%d 像素，在 %d 毫米宽里高 %d 毫米，而版面上留的是 %d 毫米",
            "the picture of the advertisement, %d by %d pixels, is at %d mm width %d mm high; "
            "its frame is %d mm",
            (int)pixels.x, (int)pixels.y, (int)(zt_mm_from_pt(box.w) + 0.5),
            (int)(zt_mm_from_pt(high) + 0.5), (int)(zt_mm_from_pt(box.h) + 0.5));
    zt_scene_add_image(d->setting->scene, into, photo->src_at, photo->picture,
                       (zt_rect){0, 0, 1, 1}, box);
}

/* 广告　350×81毫米 in the middle: what was sold, while its picture is missing. */
static void place_blank(const zt_page_drawing *d, zt_rect box, zt_pos at, zt_group *into)
{
    zt_look look = zt_setting_look(d->setting, ADVERT_STYLE);
    zt_str words = zt_str_from(zt_arena_printf(
        d->setting->arena, ZT_IN(d->setting->language, "%s　%d×%d毫米", "%s %d×%d mm"),
        advert_word(d), (int)(zt_mm_from_pt(box.w) + 0.5), (int)(zt_mm_from_pt(box.h) + 0.5)));
    zt_scene_fill_rect(d->setting->scene, into, at, box,
                       (zt_paint){zt_setting_ink(d->setting, PLACE_INK), 0.25});
    zt_text_place(d->setting->diags, d->setting->scene, into, words, &look.text, &look.para,
                  ZT_ALIGN_CENTRE, box.w / 2, (box.h + look.text.size) / 2, at);
}

/* At the foot of its lines, as what stands above keeps its distance by them. */
static void place_advert(const zt_page_drawing *d, const zt_item_plan *item, const zt_block *block,
                         zt_group *into)
{
    zt_rect lines = zt_grid_rect_on(&d->plan->grid, item->frame);
    zt_rect frame = zt_grid_type_rect_on(&d->plan->grid, item->frame);
    frame.y = lines.y + lines.h - frame.h;
    zt_rect box = {0, 0, frame.w, frame.h};
    const zt_photo *photo = block->content;
    zt_group *group = block_group(d, block, frame, into);
    group->role = ZT_ROLE_FIGURE;
    group->alt = advert_word(d);
    if (photo->picture)
        place_picture(d, item, photo, box, group);
    else
        place_blank(d, box, item->item->at, group);
    zt_page_frame_place(d, box, ADVERT_EDGE, item->item->at, group);
    zt_look look = zt_setting_look(d->setting, ADVERT_STYLE);
    zt_text_place(d->setting->diags, d->setting->scene, group, zt_str_from(advert_word(d)),
                  &look.text, &look.para, ZT_ALIGN_END, frame.w - ADVERT_INSET,
                  ADVERT_INSET + ZT_EM_TOP * look.text.size, item->item->at);
}

void zt_page_block_place(const zt_page_drawing *d, const zt_item_plan *item, zt_group *into)
{
    const zt_composition *c = d->plan->composition;
    const zt_edition_item *asked = item->item;
    switch (asked->kind) {
    case ZT_EDITION_GRAPHIC:
        place_graphic(d, item, into);
        break;
    case ZT_EDITION_ADVERT:
        place_advert(d, item, c->blocks[asked->block], into);
        break;
    case ZT_EDITION_BLOCK:
        if (zt_str_is(zt_str_from("photo"), c->blocks[asked->block]->name))
            place_photo(d, item, c->blocks[asked->block], into);
        else
            place_panel(d, item, c->apart[asked->block], into);
        break;
    case ZT_EDITION_ARTICLE:
        break;
    }
}
