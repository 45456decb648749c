/* A photograph with its caption. The picture is looked for beside the document and below the root
   alone; a draft may lack it. */
#include "model/content_imp.h"

#include "base/file.h"

/* Relative to the document, and below the root once links are followed. NULL after a report, or
   where a draft has no picture yet. */
static const char *resolve(zt_doc_reader *r, const zt_photo *photo)
{
    const char *folder = zt_path_dir(r->arena, r->doc->path);
    const char *root = r->options.root ? r->options.root : folder;
    if (photo->src.data[0] == '/')
        return NULL; /* the grammar has said so */
    const char *path = zt_path_join(r->arena, folder, photo->src.data);
    const char *real = zt_file_exists(path) ? zt_path_real(r->arena, path) : NULL;
    const char *below = zt_path_real(r->arena, root);
    if (real && below && !zt_path_is_below(real, below)) {
        zt_report(r->diags, ZT_ERROR, "photo-outside", photo->src_at,
                  "图片“%.*s”不在根目录之内；src 从稿件所在的文件夹写起",
                  "the picture “%.*s” is not below the root; src is relative to the document",
                  ZT_ARG(photo->src));
        return NULL;
    }
    if (!real && r->options.final)
        zt_report(
            r->diags, ZT_ERROR, "photo-missing", photo->src_at,
            "没有图片“%.*s”；定稿前要补上，草稿里画作占位",
            "there is no picture “%.*s”; a final version needs it, a draft shows a placeholder",
            ZT_ARG(photo->src));
    return real;
}

static bool is_brief(const zt_doc *doc, zt_date date)
{
    return doc->has_issue && date.from.month && date.from.year == doc->issue.year &&
           date.to.year == doc->issue.year;
}

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
    zt_buf_puts(&out, "照片：");
    if (photo->has_date) {
        zt_date_print(&out, photo->date, photo->brief ? ZT_DATE_ARABIC_SHORT : ZT_DATE_ARABIC);
        zt_buf_puts(&out, photo->caption.count ? "，" : "");
    }
    zt_buf_str(&out, zt_rich_plain(r->arena, &photo->caption));
    return zt_rich_of(r->arena, zt_buf_view(&out), photo->caption.at);
}

static void read(zt_doc_reader *r, const zt_node *node, zt_content_block *block)
{
    zt_photo *photo = ZT_NEW(r->arena, zt_photo);
    photo->src = zt_node_attr(node, "src", "");
    photo->src_at = zt_node_attr_at(node, "src");
    photo->at = node->at;
    if (photo->src.len)
        photo->path = resolve(r, photo);
    const zt_node *caption = zt_known_child(node, "caption");
    if (caption)
        read_caption(r, caption, photo);
    const zt_node *credit = zt_known_child(node, "credit");
    if (credit)
        photo->credit = zt_rich_read(r, credit);
    block->content = photo;
    block->count = 1;
    block->alt = draft_alt(r, photo);
}

/* The path is that of this machine: only whether there is a picture is told. */
static void tell(zt_teller *t, const void *content)
{
    static const char *const writings[] = {[ZT_WRITING_ANY] = NULL,
                                           [ZT_WRITING_HORIZONTAL] = "horizontal",
                                           [ZT_WRITING_VERTICAL] = "vertical"};
    const zt_photo *photo = content;
    zt_tell_text(t, "src", photo->src);
    zt_tell_flag(t, "missing", !photo->path);
    zt_tell_word(t, "writing", writings[photo->writing]);
    if (photo->has_date)
        zt_tell_date(t, "date", photo->date);
    zt_tell_rich(t, "caption", &photo->caption);
    zt_tell_rich(t, "credit", &photo->credit);
}

const zt_content_kind zt_content_kind_photo = {
    .name = "photo",
    .read = read,
    .tell = tell,
};
