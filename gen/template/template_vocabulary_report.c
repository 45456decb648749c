/* What templates of reports say beside the page and styles. Initial values stand here and nowhere
   else. */
#include "template/reader_imp.h"

static const zt_attr master_attrs[] = {
    {"name", ZT_ATTR_NAME, NULL, ZT_REQUIRED, "母版的名字", "its name"},
    {"from", ZT_ATTR_NAME, NULL, NULL, "沿用哪一个母版，只写不同的", "the master that it changes"},
    {"of", ZT_ATTR_ENUMS, "cover opener section appendix toc list sources index", NULL,
     "给哪些部分的页用；不写：没有别的母版的部分",
     "the parts whose pages it is for; all that no other is for without it"},
    {"first", ZT_ATTR_YES, NULL, "no", "yes：只用于各部分的第一页",
     "yes: for their first pages alone"},
    {"rule", ZT_ATTR_LENGTH, NULL, "0mm", "书眉下的线",
     "weight of the rule below the running head"},
    {"rule-at", ZT_ATTR_LENGTH, NULL, "0mm", "这条线离页顶多远",
     "its distance from the page's top"},
    {0}};

static const zt_attr running_attrs[] = {
    {"at", ZT_ATTR_ENUMS, "head foot outer inner left centre right", "head outer",
     "书眉或页脚，靠哪一侧；outer 左右页对称",
     "head or foot, at which side; outer and inner swap on left pages"},
    {"baseline", ZT_ATTR_LENGTH, NULL, ZT_REQUIRED, "基线离页顶（页脚：页底）多远",
     "its baseline from the page's top, of one at the foot from its bottom"},
    {"inset", ZT_ATTR_LENGTH, NULL, "0mm", "离版心的边多远", "from the side of the type area"},
    {"on", ZT_ATTR_ENUMS, "left right", "left right", "左页、右页", "left pages, right pages"},
    {"style", ZT_ATTR_NAME, NULL, "running", "样式", "its style"},
    {0}};

static const zt_attr stream_attrs[] = {
    {"columns", ZT_ATTR_COUNT, "1..3", "1", "正文分几栏", "columns of text"},
    {"gutter", ZT_ATTR_LENGTH, NULL, "0mm", "栏间距", "distance of the columns"},
    {0}};

static const zt_attr heading_attrs[] = {
    {"level", ZT_ATTR_COUNT, "1..3", ZT_REQUIRED, "第几级：1 章，2 节", "its level: 1 a chapter"},
    {"style", ZT_ATTR_NAME, NULL, ZT_REQUIRED, "样式", "its style"},
    {"number", ZT_ATTR_TEXT, NULL, NULL, "编号的写法，{} 处为数，如 第{}章",
     "how its number is written, {} is the number"},
    {"number-style", ZT_ATTR_NAME, NULL, NULL, "编号的样式", "style of the number"},
    {"digits", ZT_ATTR_ENUM, "arabic han", "arabic", "编号用 2 或 二", "numbers as 2 or 二"},
    {"lines", ZT_ATTR_COUNT, NULL, "2", "占几行", "lines of the grid that it takes"},
    {"begin", ZT_ATTR_ENUM, "any left right", "any", "章起于左页、右页",
     "the page that chapters begin on"},
    {"over", ZT_ATTR_ENUM, "auto all column", "auto",
     "all：横跨各栏；column：排在栏里；auto：章、节横跨，以下的排在栏里",
     "all: over all columns; column: in its column; auto: over all for chapters and sections"},
    {"opener", ZT_ATTR_YES, NULL, "no", "yes：独占一页，有底色、导语、数字和各节的目录",
     "yes: a page of its own with ground, lead, key figures and the list of its sections"},
    {"ground", ZT_ATTR_NAME, NULL, NULL, "这一页的底色", "ink of that page's ground"},
    {"rule", ZT_ATTR_LENGTH, NULL, "0mm", "编号下的线", "rule below the number there"},
    {"rule-ink", ZT_ATTR_NAME, NULL, "key", "线的油墨", "its ink"},
    {0}};

static const zt_attr float_attrs[] = {
    {"select", ZT_ATTR_NAMES, NULL, ZT_REQUIRED, "哪些图块浮动", "blocks that float"},
    {"at", ZT_ATTR_ENUMS, "head foot", "head", "浮到栏首，或也到栏脚：离提到它的地方近的一头",
     "to the head of a column, or to its foot as well: the end that is nearer to its mention"},
    {"most", ZT_ATTR_COUNT, "1..4", "2", "一栏最多几个", "most in one column"},
    {"wide", ZT_ATTR_NAMES, NULL, NULL, "哪些图块横跨各栏", "blocks that go over all columns"},
    {"bar", ZT_ATTR_LENGTH, NULL, "0mm", "图上方的色条", "bar above a chart"},
    {"bar-ink", ZT_ATTR_NAME, NULL, "accent", "色条的油墨", "its ink"},
    {"late", ZT_ATTR_COUNT, "0..9", "2", "比提到它的页最多晚几页", "most pages behind its mention"},
    {0}};

static const zt_attr note_attrs[] = {
    {"rule", ZT_ATTR_LENGTH, NULL, "25mm", "脚注上的线长", "length of the rule above notes"},
    {"weight", ZT_ATTR_LENGTH, NULL, "0.12mm", "线的粗细", "its weight"},
    {"gap", ZT_ATTR_LENGTH, NULL, "2mm", "正文到线", "from the text to the rule"},
    {"hanging", ZT_ATTR_LENGTH, NULL, "4.4mm", "号码占多宽", "room of the number"},
    {0}};

static const zt_attr number_attrs[] = {
    {"of", ZT_ATTR_ENUMS, "chart photo table appendix page", ZT_REQUIRED, "给哪些编号",
     "what is numbered"},
    {"style", ZT_ATTR_TEXT, NULL, "{}", "写法，{} 处为数，如 图{}", "how it is written, as 图{}"},
    {"by", ZT_ATTR_ENUM, "report section", "report", "全书连号，或各章起号：图2-1",
     "through the report, or anew in each chapter: 图2-1"},
    {"front", ZT_ATTR_ENUM, "1 i", "1", "正文以前各页的页码",
     "numbers of the pages before the body"},
    {"body", ZT_ATTR_COUNT, "0..1", "0", "1：正文从 1 起；0：连着编",
     "1: the body begins with 1; 0: numbers run on"},
    {0}};

static const zt_attr score_attrs[] = {
    {"short", ZT_ATTR_COUNT, NULL, "4", "页底空行数平方的倍数",
     "of the square of lines left at a foot"},
    {"late", ZT_ATTR_COUNT, NULL, "25", "图晚一页", "a figure a page late"},
    {"alone", ZT_ATTR_COUNT, NULL, "30", "只有图的一页", "a page of figures alone"},
    {"split", ZT_ATTR_COUNT, NULL, "6", "表拆到两页", "a table torn"},
    {"line-less", ZT_ATTR_COUNT, NULL, "8", "一段少排一行", "a paragraph set in a line less"},
    {"line-more", ZT_ATTR_COUNT, NULL, "5", "一段多排一行", "a paragraph set in a line more"},
    {"butt", ZT_ATTR_COUNT, NULL, "6", "两题并肩", "two headlines side by side"},
    {"title-step", ZT_ATTR_COUNT, NULL, "3", "题每小一号", "each size below the largest"},
    {"short-title", ZT_ATTR_COUNT, NULL, "6", "用短题", "the headline's short form"},
    {"no-deck", ZT_ATTR_COUNT, NULL, "2", "去掉可省的副题", "an optional deck left out"},
    {"resplit", ZT_ATTR_COUNT, NULL, "3", "破栏", "legs of another measure than a column"},
    {"crop", ZT_ATTR_COUNT, NULL, "1", "照片每少一行", "each line that a photograph loses"},
    {"line", ZT_ATTR_COUNT, NULL, "2", "一段多一行或少一行",
     "a paragraph a line longer or shorter than it likes"},
    {"early", ZT_ATTR_COUNT, NULL, "12", "去掉一个可省的段落", "an optional paragraph left out"},
    {"down", ZT_ATTR_COUNT, NULL, "10", "每低几行算一份轻重",
     "so many lines lower cost the weight of the rank"},
    {0}};

static const zt_child master_children[] = {
    {"root/column", 0, 1}, {"running", 0, 0}, {"stream", 0, 1}, {"place", 0, 0}, {0}};

static const zt_elem elems[] = {
    {"master", "master", ZT_ELEMENTS, false, master_children, master_attrs, "一种页",
     "a kind of page"},
    {"running", "running", ZT_TEXT_ONLY, false, NULL, running_attrs,
     "书眉、页码：{page} {pages} {book} {chapter} {number} 由程序填",
     "running heads and folios: the program fills in {page} {pages} {book} {chapter} {number}"},
    {"stream", "stream", ZT_EMPTY, false, NULL, stream_attrs, "正文的栏", "the columns of text"},
    {"heading", "heading", ZT_EMPTY, false, NULL, heading_attrs, "章、节的题", "heads of chapters"},
    {"float", "float", ZT_EMPTY, false, NULL, float_attrs, "浮动的图表", "figures that float"},
    {"template/note", "note", ZT_EMPTY, false, NULL, note_attrs, "脚注", "footnotes"},
    {"number", "number", ZT_EMPTY, false, NULL, number_attrs, "图、表、页的编号",
     "numbers of figures, tables and pages"},
    {"score", "score", ZT_EMPTY, false, NULL, score_attrs,
     "分页、排版的代价：short 至 line-more 用于报告，其余用于版面",
     "the price of page breaks, short to line-more; of the layout of a page the others"},
};

const zt_elem_rows zt_report_look_rows = {elems, sizeof elems / sizeof *elems};
