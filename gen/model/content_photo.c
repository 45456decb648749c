/* A photograph with its caption. The picture is looked for beside the document and below the root
   alone; a draft may lack it. */
#include "model/content_imp.h"

#include <string.h>

#include "base/file.h"

/* A draft draws a placeholder, and says so: a slip in src must show before the final version. */
static void report_missing(zt_doc_reader *r, const zt_photo *photo)
{
    zt_severity severity = r->options.final ? ZT_ERROR : ZT_NOTE;
    const char *near = photo->path ? zt_path_nearest(r->arena, photo->path) : NULL;
    if (photo->advert && photo->src.len == 0) {
        zt_report(r->diags, severity, "advert-missing", photo->at,
                  "广告没有 src；草稿里留着位置，定稿前要写上图片",
                  "the advertisement has no src; a draft keeps its room, a final version needs its "
                  "picture");
        return;
    }
    if (photo->src.len == 0)
        zt_report(r->diags, severity, "photo-missing", photo->at,
                  "照片没有 src；草稿里画作占位，定稿前要写上",
                  "the photo has no src; a draft shows a placeholder, a final version needs one");
    else
        zt_report(
            r->diags, severity, "photo-missing", photo->src_at,
            "没有图片“%.*s”；定稿前要补上，草稿里画作占位%s%s",
            "there is no picture “%.*s”; a final version needs it, a draft shows a placeholder%s%s",
            ZT_ARG(photo->src), near ? " → " : "", near ? near : "");
}

/* One file is read once, however many photographs show it. */
static const zt_picture *picture_of(zt_doc_reader *r, const zt_photo *photo, const char *path)
{
    const char *real = zt_path_real(r->arena, path);
    for (size_t i = 0; real && i < r->pictures.count; i++)
        if (strcmp(zt_path_real(r->arena, r->pictures.items[i]->path), real) == 0)
            return r->pictures.items[i];
    const zt_picture *picture = zt_picture_read(r->arena, r->diags, photo->src_at, path);
    if (picture)
        ZT_PUSH(r->arena, &r->pictures, picture);
    return picture;
}

/* NULL after a report, or where a draft has no picture yet. */
static const zt_picture *find_picture(zt_doc_reader *r, zt_photo *photo)
{
    const char *root = r->options.root ? r->options.root : zt_path_dir(r->arena, r->doc->path);
    zt_reach reach = ZT_REACH_NONE;
    if (photo->src.len && photo->src.data[0] == '/')
        return NULL; /* the grammar has said so */
    if (photo->src.len)
        reach = zt_path_reach(r->arena, photo->at.file, root, photo->src, &photo->path);
    switch (reach) {
    case ZT_REACH_FILE:
        return picture_of(r, photo, photo->path);
    case ZT_REACH_NONE:
        report_missing(r, photo);
        break;
    case ZT_REACH_OUTSIDE:
        zt_report(r->diags, ZT_ERROR, "photo-outside", photo->src_at,
                  "图片“%.*s”不在根目录之内；src 从稿件所在的文件夹写起",
                  "the picture “%.*s” is not below the root; src is relative to the document",
                  ZT_ARG(photo->src));
        break;
    }
    return NULL;
}

/* ---- crop= and focus= ---- */

/* `count` numbers of 0 .. 100 as shares; false, after a report, when the attribute holds others. */
static bool read_shares(zt_doc_reader *r, const zt_node *node, const char *attr, size_t count,
                        double *out)
{
    zt_str rest = zt_node_attr(node, attr, ""), word;
    size_t found = 0;
    bool good = rest.len > 0;
    if (!good)
        return false;
    for (; zt_str_word(&rest, &word); found++) {
        zt_num num;
        good = good && found < count && zt_num_parse(word, &num) && num.scaled >= 0 &&
               zt_num_double(num) <= 100;
        if (good)
            out[found] = zt_num_double(num) / 100;
    }
    if (good && found == count)
        return true;
    zt_report(r->diags, ZT_ERROR, "bad-number", zt_node_attr_at(node, attr),
              "%s 应为 %zu 个 0 到 100 的数（百分数），空格隔开，写的是“%.*s”",
              "%s takes %zu numbers from 0 to 100 (per cent), parted by blanks, not “%.*s”", attr,
              count, ZT_ARG(zt_node_attr(node, attr, "")));
    return false;
}

/* crop= cuts per cent from top, right, bottom, left, as CSS orders sides; focus= is the point that
   must stay in the picture, in per cent of it. Both are stored as shares of the picture as it is
   shown, after its EXIF turn. bad-number when a crop would leave less than a hundredth of a side.
   */
static void read_crop(zt_doc_reader *r, const zt_node *node, zt_photo *photo)
{
    const double least = 0.01; /* of a side must be left */
    double cut[4] = {0}, focus[2];
    photo->crop = (zt_rect){0, 0, 1, 1};
    photo->focus = (zt_point){0.5, 0.5};
    if (read_shares(r, node, "focus", 2, focus))
        photo->focus = (zt_point){focus[0], focus[1]};
    if (!read_shares(r, node, "crop", 4, cut))
        return;
    zt_rect left = {cut[3], cut[0], 1 - cut[3] - cut[1], 1 - cut[0] - cut[2]};
    if (left.w >= least && left.h >= least) {
        photo->crop = left;
        return;
    }
    zt_report(r->diags, ZT_ERROR, "bad-number", zt_node_attr_at(node, "crop"),
              "crop 把照片裁完了：左右之和、上下之和都要小于 100",
              "crop leaves nothing: left and right, top and bottom must add up to less than 100");
}

/* Whether a date may be printed without its year: it lies in the year of the issue. */
static bool is_brief(const zt_doc *doc, zt_date date)
{
    return doc->has_issue && date.from.month && date.from.year == doc->issue.year &&
           date.to.year == doc->issue.year;
}

/* The caption with its date, and whether it runs down the side; without writing= the layout
   decides. */
static void read_caption(zt_doc_reader *r, const zt_node *node, zt_photo *photo)
{
    static const zt_writing writings[] = {ZT_WRITING_ANY, ZT_WRITING_HORIZONTAL,
                                          ZT_WRITING_VERTICAL};
    photo->caption = zt_rich_read(r, node);
    photo->caption.at = node->at;
    photo->date_at = zt_node_attr_at(node, "date");
    photo->has_date = zt_date_parse(zt_node_attr(node, "date", ""), &photo->date, NULL);
    photo->brief = photo->has_date && is_brief(r->doc, photo->date);
    if (zt_node_find(node, "writing"))
        photo->writing = writings[1 + zt_attr_index(node, "writing", "horizontal vertical")];
}

/* What a reader hears: the date as in a line, the caption, the credit. */
static zt_rich draft_alt(zt_doc_reader *r, const zt_photo *photo)
{
    zt_buf out;
    zt_buf_init(&out, r->arena);
    zt_lang language = r->doc->language;
    zt_date_style style = photo->brief ? ZT_DATE_ARABIC_SHORT : ZT_DATE_ARABIC;
    zt_buf_puts(&out, ZT_IN(language, "照片：", "Photograph: "));
    if (photo->has_date) {
        zt_date_print(&out, photo->date, ZT_IN(language, style, zt_date_style_english(style)));
        zt_buf_puts(&out, photo->caption.count ? ZT_IN(language, "，", ", ") : "");
    }
    zt_buf_str(&out, zt_rich_plain(r->arena, &photo->caption));
    return zt_rich_of(r->arena, zt_buf_view(&out), photo->caption.at);
}

/* The author's words say what is seen; the caption, which is read for itself, says what it means.
   Of the whole graphic, where no caption is read, the draft says all. */
static void read_alt(zt_doc_reader *r, const zt_node *node, zt_photo *photo,
                     zt_content_block *block)
{
    const zt_node *alt = zt_known_child(node, "alt");
    block->alt_drafted = !alt;
    block->alt = alt ? zt_rich_read(r, alt) : draft_alt(r, photo);
    photo->seen = alt ? zt_rich_plain(r->arena, &block->alt)
                      : zt_str_from(ZT_IN(r->doc->language, "照片", "Photograph"));
}

/* <photo>: the picture is decoded here already, since its size in pixels decides about resolution
   and crop. Every photograph joins the list of the document, by which duplicates are found. */
static void read(zt_doc_reader *r, const zt_node *node, zt_content_block *block)
{
    zt_photo *photo = ZT_NEW(r->arena, zt_photo);
    photo->src = zt_node_attr(node, "src", "");
    photo->src_at = zt_node_attr_at(node, "src");
    photo->at = node->at;
    photo->advert = zt_node_is(node, "advert");
    photo->picture = find_picture(r, photo);
    read_crop(r, node, photo);
    const zt_node *caption = zt_known_child(node, "caption");
    if (caption)
        read_caption(r, caption, photo);
    const zt_node *credit = zt_known_child(node, "credit");
    if (credit)
        photo->credit = zt_rich_read(r, credit);
    photo->all = &r->doc->photos;
    ZT_PUSH(r->arena, &r->doc->photos, (const zt_photo *)photo);
    block->content = photo;
    block->count = 1;
    read_alt(r, node, photo, block);
}

/* Pixels as stored, how they are turned, what is left after cropping. */
static void describe_picture(zt_describer *t, const zt_photo *photo)
{
    static const char *const colours[] = {"grey", "rgb", "cmyk"};
    const zt_picture *p = photo->picture;
    if (!p)
        return;
    zt_describe_int(t, "width", p->width);
    zt_describe_int(t, "height", p->height);
    zt_describe_word(t, "colour", colours[p->colour]);
    zt_describe_int(t, "orientation", p->orientation == 1 ? 0 : p->orientation);
    if (photo->crop.w >= 1 && photo->crop.h >= 1)
        return;
    zt_buf crop;
    zt_buf_init(&crop, t->out->arena);
    const double values[] = {photo->crop.x, photo->crop.y, photo->crop.w, photo->crop.h};
    for (int i = 0; i < 4; i++) {
        zt_buf_puts(&crop, i ? "," : "");
        zt_buf_number(&crop, values[i], 4);
    }
    zt_describe_text(t, "crop", zt_buf_view(&crop));
}

/* The path is that of this machine: the dump only says whether there is a picture. */
static void describe(zt_describer *t, const void *content)
{
    static const char *const writings[] = {[ZT_WRITING_ANY] = NULL,
                                           [ZT_WRITING_HORIZONTAL] = "horizontal",
                                           [ZT_WRITING_VERTICAL] = "vertical"};
    const zt_photo *photo = content;
    zt_describe_text(t, "src", photo->src);
    zt_describe_flag(t, "missing", !photo->picture);
    describe_picture(t, photo);
    zt_describe_word(t, "writing", writings[photo->writing]);
    if (photo->has_date)
        zt_describe_date(t, "date", photo->date);
    zt_describe_rich(t, "caption", &photo->caption);
    zt_describe_rich(t, "credit", &photo->credit);
}

const zt_content_kind zt_content_kind_photo = {
    .name = "photo",
    .read = read,
    .describe = describe,
};
