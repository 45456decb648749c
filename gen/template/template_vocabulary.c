/* gen/template/template_vocabulary.c — the grammar of themes and templates: one table for checking,
   for the manual and for the schema. Initial values stand here and nowhere else. */
#include "template/reader_imp.h"

#include "base/form_limits.h"

#define COUNT_OF(table) (sizeof(table) / sizeof((table)[0]))

/* ---- attributes of themes ---- */

static const zt_attr theme_attrs[] = {
    {"name", ZT_ATTR_NAME, NULL, ZT_REQUIRED, "主题名，与文件名相同",
     "name of the theme, that of its file"},
    {"from", ZT_ATTR_NAME, NULL, NULL, "继承的主题；同名的定义以本主题为准",
     "the theme it inherits; what has the same name is replaced"},
    {0}};

static const zt_attr paper_attrs[] = {
    {"name", ZT_ATTR_NAME, NULL, ZT_REQUIRED, "版面名，如 duikai", "name of the paper size"},
    {"page", ZT_ATTR_LENGTHS, NULL, ZT_REQUIRED, "成品尺寸：宽 高", "trim size: width height"},
    {"area", ZT_ATTR_LENGTHS, NULL, ZT_REQUIRED, "版心：宽 高", "type area: width height"},
    {"columns", ZT_ATTR_COUNT, NULL, ZT_REQUIRED, "基本栏数", "columns of the grid"},
    {"gutter", ZT_ATTR_LENGTH, NULL, ZT_REQUIRED, "栏间距", "distance of two columns"},
    {"line", ZT_ATTR_LENGTH, NULL, ZT_REQUIRED, "基准行高；版面高度按行数计",
     "the grid's line; heights are counted in lines"},
    {"printing", ZT_ATTR_NAME, NULL, NULL, "印刷条件；不写用主题的第一个",
     "its printing condition, else the theme's first"},
    {"marks", ZT_ATTR_ENUMS, "crop register none", NULL,
     "印刷文件在出血外加的标记；模板的 <page marks> 优先，不写用印刷条件的",
     "marks of files for the press, unless <page marks> of a template says others; when left out "
     "those of the printing condition"},
    {0}};

static const zt_attr printing_attrs[] = {
    {"name", ZT_ATTR_NAME, NULL, ZT_REQUIRED, "名称，如 newsprint", "its name, as newsprint"},
    {"identifier", ZT_ATTR_TEXT, NULL, ZT_REQUIRED, "印刷特性的登记号，如 CGATS TR 002",
     "the characterisation as it is registered, as CGATS TR 002"},
    {"registry", ZT_ATTR_TEXT, NULL, "http://www.color.org", "登记处的网址",
     "the address of the registry"},
    {"info", ZT_ATTR_TEXT, NULL, NULL, "给人看的说明", "a few words for people"},
    {"icc", ZT_ATTR_FILE, NULL, NULL, "ICC 特性文件，与主题同一文件夹；随 PDF 嵌入，照片按它转换",
     "the ICC profile, beside the theme; PDF embeds it, photographs are converted by it"},
    {"profile", ZT_ATTR_ENUM, "pdfx4 pdfx1a", "pdfx4", "--profile press 在这里是哪一种",
     "what --profile press stands for"},
    {"rendering", ZT_ATTR_ENUM, "relative perceptual", "relative", "照片转换的再现意图",
     "the rendering intent by which photographs are converted"},
    {"black-point", ZT_ATTR_YES, NULL, "yes", "转换时补偿黑点",
     "whether the black point of photographs is compensated"},
    {"marks", ZT_ATTR_ENUMS, "crop register none", "none",
     "这种印刷要的标记：裁切线、套准十字；版面和模板的优先",
     "marks that this press wants: where it is cut, where plates meet; those of a paper and of a "
     "template come first"},
    {0}};

static const zt_attr font_attrs[] = {
    {"role", ZT_ATTR_NAME, NULL, ZT_REQUIRED, "字体的用途名，样式用 font= 引用",
     "role, named by font= of styles"},
    {"family", ZT_ATTR_TEXT, NULL, ZT_REQUIRED, "字体家族名", "family"},
    {"weight", ZT_ATTR_COUNT, NULL, "400", "字重，1 至 1000", "weight, 1 to 1000"},
    {"fallback", ZT_ATTR_NAMES, NULL, NULL, "缺字时依次改用的字体用途；使用时报告",
     "roles that supply missing glyphs, in the order to try them; their use is reported"},
    {0}};

static const zt_attr ink_attrs[] = {
    {"name", ZT_ATTR_NAME, NULL, NULL, "油墨名；paper 是纸白，不可重定义",
     "name; “paper” is the paper itself and cannot be defined"},
    {"key", ZT_ATTR_TEXT, NULL, NULL,
     "图表里这个 key 或系列一律用这种墨：name 是已有的油墨名，或另写 cmyk",
     "this key or series has this ink in all charts: name is that of an ink, or cmyk its recipe"},
    {"cmyk", ZT_ATTR_TEXT, NULL, NULL, "青 品 黄 黑，百分数；有 key 和 name 时不写",
     "C M Y K in per cent; not beside key and name"},
    {"as", ZT_ATTR_NAME, NULL, NULL, "与另一种油墨同一配方，代替 cmyk",
     "has the recipe of another ink, instead of cmyk"},
    {"rgb", ZT_ATTR_TEXT, NULL, NULL, "屏幕色 #rrggbb；不写则由 cmyk 计算",
     "screen colour #rrggbb; computed from cmyk when left out"},
    {"spot", ZT_ATTR_TEXT, NULL, NULL, "专色名", "name of the spot colour"},
    {"overprint", ZT_ATTR_YES, NULL, "no", "叠印；只许用于单黑", "overprint; for inks of K alone"},
    {"hatch", ZT_ATTR_LENGTHS, NULL, NULL,
     "色块改印 45° 斜线：线宽 间隔，如 0.22mm 0.85mm；线和字仍为实色",
     "areas are hatched at 45 degrees: weight of a line, and from line to line, as in 0.22mm "
     "0.85mm; "
     "lines and type stay solid"},
    {0}};

static const zt_attr punctuation_attrs[] = {
    {"style", ZT_ATTR_ENUM, "quanjiao kaiming banjiao", "quanjiao", "标点：全角式、开明式、半角式",
     "width of punctuation"},
    {"level", ZT_ATTR_ENUM, "none loose normal strict", "normal", "避头尾的级别",
     "how strict line starts and ends are"},
    {"spacing", ZT_ATTR_ENUM, "off news spaced book", "news", "汉字与西文、数字之间的空",
     "space between Han and Latin"},
    {"hang", ZT_ATTR_YES, NULL, "no", "行末标点悬挂", "hanging punctuation"},
    {"hang-quotes", ZT_ATTR_LENGTH, NULL, "14pt",
     "这样大起，行首的上引号在左边有地方时悬挂到栏外，其后的字齐左；0pt 不悬挂",
     "from this size on an opening quotation mark that begins a line hangs before the edge where "
     "there is room, and the character behind it stands on the edge; 0pt: never"},
    {"shrink-stops", ZT_ATTR_YES, NULL, "no", "行内挤压到最后时，。！？ 也可收成半字",
     "when a line is squeezed, 。！？ may come down to half an em as the last step"},
    {"column-quotes", ZT_ATTR_ENUM, "double single", "double",
     "竖排时外层引号：double 为﹃﹄，single 为﹁﹂",
     "outer quotation marks of a column: ﹃﹄ (double) or ﹁﹂ (single)"},
    {0}};

static const zt_attr gaps_attrs[] = {
    {"base", ZT_ATTR_LENGTH, NULL, ZT_REQUIRED, "间距的基数", "the unit of gaps"},
    {"steps", ZT_ATTR_TEXT, NULL, ZT_REQUIRED, "允许的倍数，由小到大", "multiples allowed, rising"},
    {0}};

static const zt_attr style_attrs[] = {
    {"name", ZT_ATTR_NAME, NULL, ZT_REQUIRED, "样式名", "name of the style"},
    {"from", ZT_ATTR_NAME, NULL, NULL, "继承的样式：本文件的另一样式，或所继承主题里的同名样式",
     "the style it starts from"},
    {"font", ZT_ATTR_NAME, NULL, NULL, "字体用途", "font role"},
    {"size", ZT_ATTR_LENGTH, NULL, NULL, "字号；em 与 % 以所继承的样式为准",
     "size; em and % of the style it starts from"},
    {"min", ZT_ATTR_LENGTH, NULL, NULL, "压缩时的最小字号", "least size when text is too long"},
    {"max", ZT_ATTR_LENGTH, NULL, NULL, "有余地时的最大字号", "largest size when there is room"},
    {"leading", ZT_ATTR_TEXT, NULL, "1.5", "行距：字号的倍数，或长度",
     "from baseline to baseline: a multiple of the size, or a length"},
    {"leading-min", ZT_ATTR_TEXT, NULL, NULL, "压缩时的最小行距", "least leading"},
    {"leading-max", ZT_ATTR_TEXT, NULL, NULL, "有余地时的最大行距", "largest leading"},
    {"ink", ZT_ATTR_NAME, NULL, "key", "油墨", "ink"},
    {"tint", ZT_ATTR_LENGTH, NULL, "100%", "网点百分数", "tint in per cent"},
    {"justify", ZT_ATTR_YES, NULL, NULL, "两端对齐，等于 align=\"justify\"",
     "the same as align=\"justify\""},
    {"align", ZT_ATTR_ENUM, "start centre end justify spread", "start",
     "对齐：行首、居中、行末、两端、撑满", "alignment of lines"},
    {"indent", ZT_ATTR_LENGTH, NULL, "0em", "首行缩进", "indent of the first line"},
    {"tracking", ZT_ATTR_TEXT, NULL, "0em", "字距，可为负，如 -0.02em",
     "space after each character; may be negative, as in -0.02em"},
    {"at-sense", ZT_ATTR_YES, NULL, "no", "按意群断行，各行长度相近",
     "lines break at sense and are of like length"},
    {"grow", ZT_ATTR_YES, NULL, "no", "单行放大到满栏，至 max 为止",
     "one line is fitted to the measure, up to max"},
    {0}};

static const zt_attr part_attrs[] = {
    {"of", ZT_ATTR_NAME, NULL, ZT_REQUIRED, "图块名，如 groups", "name of a block"},
    {"name", ZT_ATTR_NAME, NULL, ZT_REQUIRED, "部件名，如 head", "name of the part"},
    {"style", ZT_ATTR_NAME, NULL, NULL, "改用的样式", "style it takes"},
    {"ink", ZT_ATTR_NAME, NULL, NULL, "改用的油墨", "ink it takes"},
    {0}};

static const zt_attr limits_attrs[] = {
    {"ink", ZT_ATTR_NUMBER, NULL, NULL, "总墨量上限，百分数", "most ink in all, per cent"},
    {"rule", ZT_ATTR_LENGTH, NULL, NULL, "单色线的最小粗细", "thinnest rule in one solid ink"},
    {"tint-rule", ZT_ATTR_LENGTH, NULL, NULL, "网点线、多色线的最小粗细",
     "thinnest rule in a tint or in several inks"},
    {"type", ZT_ATTR_LENGTH, NULL, NULL, "最小字号", "smallest type"},
    {"reversed", ZT_ATTR_LENGTH, NULL, NULL, "单色底反白字的最小字号",
     "smallest reversed type on one ink"},
    {"reversed-multi", ZT_ATTR_LENGTH, NULL, NULL, "多色底反白字的最小字号",
     "smallest reversed type on several inks"},
    {"ppi", ZT_ATTR_NUMBER, NULL, "200", "照片印出的最低分辨率，每英寸像素；低于它为警告",
     "least pixels an inch of a photograph as printed; fewer are a warning"},
    {"ppi-least", ZT_ATTR_NUMBER, NULL, "150", "低于它，定稿时为错误",
     "fewer are an error in a final version"},
    {"ruby", ZT_ATTR_LENGTH, NULL, "5.5pt", "注音的最小字号；涂料纸可用 5pt",
     "smallest ruby; 5pt will do on coated paper"},
    {"overprint", ZT_ATTR_LENGTH, NULL, "24pt", "黑字小于此字号叠印，不小于则挖空",
     "black type below this size overprints, from it on it knocks out"},
    {0}};

/* A number as the text of an initial value. */
#define AS_TEXT(number) #number
#define INITIAL(number) AS_TEXT(number)

static const zt_attr judgement_attrs[] = {
    {"difference", ZT_ATTR_NUMBER, NULL, INITIAL(ZT_FORM_DIFFERENCE),
     "成对的柱相差不到较大者的百分之几，就看不出差别",
     "twin columns that differ by fewer per cent of the larger look equal"},
    {"slices", ZT_ATTR_NUMBER, NULL, INITIAL(ZT_FORM_SLICES), "环、饼、单条最多分几份",
     "most slices of a whole"},
    {"slice", ZT_ATTR_NUMBER, NULL, INITIAL(ZT_FORM_SLICE), "一份最少占整体的百分之几",
     "the least slice, per cent of the whole"},
    {"apart", ZT_ATTR_NUMBER, NULL, INITIAL(ZT_FORM_APART),
     "同一坐标里，一个系列的最大值至多是另一个的几倍",
     "how many times the greatest value of one series may be another's on one axis"},
    {"lines", ZT_ATTR_NUMBER, NULL, INITIAL(ZT_FORM_LINES), "一张图最多几条线",
     "most lines of a chart"},
    {"columns", ZT_ATTR_NUMBER, NULL, INITIAL(ZT_FORM_COLUMNS), "一组最多几根柱",
     "most columns side by side"},
    {0}};

static const zt_attr fit_attrs[] = {{"order", ZT_ATTR_ENUMS, "leading optional size",
                                     "leading optional size", "文字过长时依次采用的办法",
                                     "what gives way, in order, when text is too long"},
                                    {0}};

static const zt_attr date_attrs[] = {
    {"style", ZT_ATTR_ENUM, "2022年6月24日 二〇二二年六月二十四日 2022-06-24", "2022年6月24日",
     "日期的写法，以例示之", "how dates print, by example"},
    {0}};

static const zt_attr credit_attrs[] = {
    {"source", ZT_ATTR_TEXT, NULL, "{}", "资料来源的写法，{} 处为名称", "sources; {} is the name"},
    {"compiled", ZT_ATTR_TEXT, NULL, "{}", "资料整理的写法", "who compiled it"},
    {"art", ZT_ATTR_TEXT, NULL, "{}", "制图的写法", "who drew it"},
    {"photo", ZT_ATTR_TEXT, NULL, "{}", "摄影的写法", "who took the pictures"},
    {"edit", ZT_ATTR_TEXT, NULL, "{}", "编辑的写法", "who edited it"},
    {0}};

static const zt_attr english_attrs[] = {
    {"source", ZT_ATTR_TEXT, NULL, "Source: {}", "英文稿的资料来源，{} 处为名称",
     "sources; {} is the name"},
    {"compiled", ZT_ATTR_TEXT, NULL, "Compiled by {}", "资料整理", "who compiled it"},
    {"art", ZT_ATTR_TEXT, NULL, "Graphic by {}", "制图", "who drew it"},
    {"photo", ZT_ATTR_TEXT, NULL, "Photograph by {}", "摄影", "who took the pictures"},
    {"edit", ZT_ATTR_TEXT, NULL, "Edited by {}", "编辑", "who edited it"},
    {"asof", ZT_ATTR_TEXT, NULL, "Data as of {}", "截至", "the date up to which the data hold"},
    {"chapter", ZT_ATTR_TEXT, NULL, "Chapter {}", "报告的章", "chapters of reports"},
    {"figure", ZT_ATTR_TEXT, NULL, "Figure {}", "报告的图", "figures of reports"},
    {"table", ZT_ATTR_TEXT, NULL, "Table {}", "报告的表", "tables of reports"},
    {"appendix", ZT_ATTR_TEXT, NULL, "Table A-{}", "附录的表", "tables of an appendix"},
    {0}};

static const zt_attr no_attrs[] = {{0}};

/* ---- attributes of templates ---- */

static const zt_attr template_attrs[] = {
    {"name", ZT_ATTR_NAME, NULL, ZT_REQUIRED, "模板名，与文件名相同",
     "name of the template, that of its file"},
    {"theme", ZT_ATTR_NAME, NULL, ZT_REQUIRED, "所用主题；命令行 --theme 可换",
     "its theme; --theme swaps it"},
    {"root", ZT_ATTR_ENUM, "graphic edition report", "graphic",
     "给哪一种稿件用：一张图、报纸的版面、多页的报告",
     "the documents it is for: a graphic, newspaper pages, a report"},
    {0}};

static const zt_attr also_attrs[] = {
    {"name", ZT_ATTR_NAME, NULL, ZT_REQUIRED, "并入本模板的旧模板名",
     "a template that this one has taken over"},
    {"slot", ZT_ATTR_TEXT, NULL, NULL, "它原来的版位，如 107mm", "the slot that it had, as 107mm"},
    {0}};

static const zt_attr page_attrs[] = {
    {"size", ZT_ATTR_LENGTHS, NULL, NULL, "宽 高；高可写 auto",
     "width height; the height may be auto"},
    {"max", ZT_ATTR_LENGTH, NULL, NULL, "高为 auto 时的上限", "most height when it is auto"},
    {"width", ZT_ATTR_TEXT, NULL, NULL, "能排的宽度，如 52mm..350mm；不写则只有 size 的一种宽",
     "widths it holds for, as 52mm..350mm; that of size alone when left out"},
    {"paper", ZT_ATTR_NAME, NULL, NULL, "主题里的版面，代替 size",
     "a paper of the theme, instead of size"},
    {"printing", ZT_ATTR_NAME, NULL, NULL, "印刷条件；不写用 paper 的，或主题的第一个",
     "its printing condition, else that of the paper, else the theme's first"},
    {"columns", ZT_ATTR_COUNT, NULL, NULL,
     "有 paper 时占它的几栏，不写为全部栏；有 size 时版心分几栏",
     "with paper= the columns of it that it takes, all when left out; with size= those of its own "
     "type area"},
    {"gutter", ZT_ATTR_LENGTH, NULL, NULL, "有 size 和 columns 时，栏间距；有 paper 时是它的",
     "with size= and columns= the distance of two columns; with paper= it is the paper's"},
    {"lines", ZT_ATTR_COUNT, NULL, NULL, "占几行；不写为版心全高，有 max 时为 auto",
     "lines it takes; the whole area when left out, auto when max is given"},
    {"margin", ZT_ATTR_LENGTHS, NULL, "0mm", "页边，1 至 4 个长度：上 右 下 左",
     "margins, one to four lengths: top right bottom left"},
    {"bleed", ZT_ATTR_LENGTH, NULL, "0mm", "出血", "bleed beyond the trim"},
    {"marks", ZT_ATTR_ENUMS, "crop register none", NULL,
     "印刷文件在出血外加的标记：裁切线、套准十字；不写用主题的（版面的，其次印刷条件的）",
     "marks of files for the press, outside the bleed: where it is cut, where plates meet; when "
     "left out the theme's: those of the paper, else of the printing condition"},
    {"facing", ZT_ATTR_YES, NULL, "no", "报告：左右页，页边内外对称",
     "of reports: left and right pages, with inner and outer margins"},
    {"line", ZT_ATTR_LENGTH, NULL, NULL, "行高；报告的正文各行都在行格上，图的行格见 rows",
     "the grid of lines; in reports all lines stand on it, in graphics see rows="},
    {0}};

/* Every box may be measured and may stand in a row or grid. */
#define BOX_ATTRS                                                                                  \
    {"min", ZT_ATTR_LENGTH, NULL, NULL, "最小高度", "least height"},                               \
        {"max", ZT_ATTR_LENGTH, NULL, NULL, "最大高度", "most height"},                            \
        {"stretch",                                                                                \
         ZT_ATTR_NUMBER,                                                                           \
         NULL,                                                                                     \
         "1",                                                                                      \
         "分得多余高度的份数，0 为不分",                                                           \
         "share of spare height; 0 takes none"},                                                   \
        {"width",                                                                                  \
         ZT_ATTR_LENGTH,                                                                           \
         NULL,                                                                                     \
         NULL,                                                                                     \
         "在 row 中的固定宽度；em 为 body 的字数",                                                 \
         "fixed width inside a row; em: characters of body"},                                      \
    {                                                                                              \
        "span", ZT_ATTR_COUNT, NULL, "1", "在 grid 中占几栏", "columns it takes inside a grid"     \
    }
#define GAP_ATTR                                                                                   \
    {                                                                                              \
        "gap", ZT_ATTR_GAP, NULL, "0", "内部各件之间的间距", "gap between what it holds"           \
    }

#define LINE_GRID_ATTR                                                                             \
    {                                                                                              \
        "baseline", ZT_ATTR_LENGTH, NULL, NULL, "行格：各栏内容占整数行，相邻栏的基线对齐",        \
            "line grid: contents take whole lines, baselines of neighbouring columns align"        \
    }

static const zt_attr root_column_attrs[] = {
    GAP_ATTR,
    {"spare", ZT_ATTR_ENUMS, "gaps leading grow", "gaps",
     "多余高度依次用于：间距到上限，行距到 leading-max，字号到 max",
     "what takes spare height, in order: gaps to their ceilings, leading to leading-max, sizes to "
     "max"},
    {0}};

static const zt_attr column_attrs[] = {
    GAP_ATTR,
    {"lines", ZT_ATTR_YES, NULL, "no", "各件的首行落在版面的行格上，行格自其第一行起",
     "first lines of what it holds stand on the lines of the page, which begin with the first"},
    BOX_ATTRS,
    {0}};

/* R46, R100 */
#define WHOLE_ATTR                                                                                 \
    {                                                                                              \
        "whole", ZT_ATTR_YES, NULL, "no",                                                          \
            "各件宽取 body 的整字，余数归左右间距，行便与上方的线齐",                              \
            "its boxes are whole characters of the style body wide, and the gaps take what is "    \
            "over, "                                                                               \
            "so that lines end where the rules above them do"                                      \
    }
static const zt_attr row_attrs[] = {
    {"gap", ZT_ATTR_GAP, NULL, "0", "左右间距", "horizontal gap"},
    {"share", ZT_ATTR_TEXT, NULL, NULL, "各件宽度的份数；不写则均分",
     "widths in parts; equal when left out"},
    {"spans", ZT_ATTR_TEXT, NULL, NULL, "各件占版面的几栏，如 6 3 3；栏间距是版面的",
     "columns of the page that each takes, as 6 3 3; the gutter "
     "is the page's"},
    WHOLE_ATTR,
    {"align", ZT_ATTR_ENUM, "top baseline foot", "top", "各件上下如何对齐",
     "vertical alignment of what it holds"},
    {"rows", ZT_ATTR_ENUM, "free set", "free", "set：相邻各件的题、数字、说明逐行对齐，在行格上",
     "set: heads, figures and labels of neighbours stand on one "
     "height row by row, and on the lines of the page"},
    LINE_GRID_ATTR,
    BOX_ATTRS,
    {0}};

static const zt_attr grid_attrs[] = {
    {"columns", ZT_ATTR_COUNT, NULL, NULL, "栏数；不写为版面的栏",
     "columns; those of the page when left out"},
    {"gap", ZT_ATTR_GAP, NULL, "0", "上下间距", "vertical gap"},
    {"gutter", ZT_ATTR_GAP, NULL, "0", "左右间距", "horizontal gap"},
    WHOLE_ATTR,
    LINE_GRID_ATTR,
    BOX_ATTRS,
    {0}};

static const zt_attr box_attrs[] = {
    GAP_ATTR,
    {"ground", ZT_ATTR_NAME, NULL, NULL, "底色的油墨", "ink of its ground"},
    {"rule", ZT_ATTR_LENGTH, NULL, NULL, "上方线的粗细", "weight of the rule above"},
    {"rule-ink", ZT_ATTR_NAME, NULL, "key", "上方线的油墨", "ink of the rule above"},
    {"edge", ZT_ATTR_LENGTH, NULL, NULL, "四边线的粗细", "weight of the line around it"},
    {"edge-ink", ZT_ATTR_NAME, NULL, "key", "四边线的油墨", "ink of the line around it"},
    {"inset", ZT_ATTR_TEXT, NULL, "0", "内边距，1 至 4 个间距：上 右 下 左",
     "inset, one to four gaps: top right bottom left"},
    {"corner", ZT_ATTR_LENGTH, NULL, "0mm", "圆角半径", "radius of its corners"},
    {"reversed", ZT_ATTR_YES, NULL, "no", "文字反白", "type in paper white"},
    {"bleed", ZT_ATTR_YES, NULL, "no", "底色伸到页边以外", "the ground runs off the page"},
    {"writing", ZT_ATTR_ENUM, "horizontal vertical", "horizontal", "题文横排或竖排",
     "direction of the heads inside"},
    {"valign", ZT_ATTR_ENUM, "top centre", "top", "内容在较高的框中的位置",
     "where content stands in a taller box"},
    BOX_ATTRS,
    {0}};

static const zt_attr place_attrs[] = {
    {"select", ZT_ATTR_NAMES, NULL, ZT_REQUIRED, "取哪些图块：名称、chart:rank、#id、chart[2]、*",
     "the blocks it takes: names, chart:rank, #id, chart[2], *"},
    {"variant", ZT_ATTR_NAME, NULL, NULL, "图块的样式变体", "variant of the block"},
    {"columns", ZT_ATTR_COUNT, NULL, NULL, "分几栏；不写为一栏，正文则看稿件与栏宽",
     "columns; one when not given, of running text what data and measure ask for"},
    {"column-gap", ZT_ATTR_GAP, NULL, "0", "栏间距", "distance of its columns"},
    {"balance", ZT_ATTR_YES, NULL, "no", "各栏高度均衡", "columns of like height"},
    {"keep", ZT_ATTR_TEXT, NULL, NULL,
     "只排一部分：lead 每组一个领头的数，key 要紧的，highlight+3 突出的再加三项，first 4 前四项；"
     "略去的写成一行",
     "shows a part: lead (the figure that leads each group), key (what matters), highlight+3 (what "
     "stands out and three more), first 4; a printed line says what is left out"},
    {"tuck", ZT_ATTR_YES, NULL, "no", "前一图块的末栏有空格时，排在空格的末尾",
     "stands at the foot of the empty cell that the block before it leaves, where there is one"},
    {"pack", ZT_ATTR_YES, NULL, "no", "按分量把各版块排成满栏的几行，次序不变；版面须有分栏",
     "packs its blocks by weight into rows of all columns of the page, in their order"},
    {"rule", ZT_ATTR_LENGTH, NULL, "0mm", "有 pack 时，各块上方线的粗细",
     "with pack= the weight of the rule above each block"},
    {"rule-gap", ZT_ATTR_LENGTH, NULL, "2.6mm", "有 pack 时，线到内容的距离",
     "with pack= from the rule to the block"},
    GAP_ATTR,
    BOX_ATTRS,
    {0}};

static const zt_attr place_part_attrs[] = {
    {"name", ZT_ATTR_NAME, NULL, ZT_REQUIRED, "部件名，如 head", "name of the part"},
    {"style", ZT_ATTR_NAME, NULL, NULL, "改用的样式", "style it takes"},
    {"ink", ZT_ATTR_NAME, NULL, NULL, "改用的油墨", "ink it takes"},
    {0}};

static const zt_attr set_attrs[] = {
    {"name", ZT_ATTR_NAME, NULL, ZT_REQUIRED, "参数名", "name of the parameter"},
    {"value", ZT_ATTR_TEXT, NULL, ZT_REQUIRED, "参数值", "its value"},
    {0}};

static const zt_attr rule_attrs[] = {
    {"weight", ZT_ATTR_LENGTH, NULL, ZT_REQUIRED, "粗细", "weight"},
    {"ink", ZT_ATTR_NAME, NULL, "key", "油墨", "ink"},
    {0}};

static const zt_attr words_attrs[] = {
    {"style", ZT_ATTR_NAME, NULL, "label", "样式", "style"},
    {"ink", ZT_ATTR_NAME, NULL, NULL, "油墨；不写用样式的", "ink; that of the style without it"},
    BOX_ATTRS,
    {0}};
static const zt_attr house_picture_attrs[] = {
    {"href", ZT_ATTR_FILE, NULL, ZT_REQUIRED, "图片文件（PNG、JPEG），在模板的文件夹之内",
     "a picture (PNG, JPEG) in the folder of the template or below it"},
    {"picture-width", ZT_ATTR_LENGTH, NULL, NULL, "印出的宽，高按比例",
     "its width in print; its height follows"},
    {"height", ZT_ATTR_LENGTH, NULL, NULL, "印出的高，宽按比例",
     "its height in print; its width follows"},
    {"align", ZT_ATTR_ENUM, "start centre end", "start", "靠左、居中、靠右", "where it stands"},
    {"alt", ZT_ATTR_TEXT, NULL, "", "替代文字；空着就当作装饰",
     "alternative text; decoration without it"},
    BOX_ATTRS,
    {0}};

static const zt_attr adjust_attrs[] = {
    {"ref", ZT_ATTR_NAME, NULL, ZT_REQUIRED, "稿件中元素的 id", "id of an element of the document"},
    {"part", ZT_ATTR_ENUM, "label value leader picture", NULL,
     "只移其中的标注、数值、引线或图形；不写时整个移",
     "moves its label, value, leader or picture alone; else all of it"},
    {"dx", ZT_ATTR_SHIFT, NULL, "0mm", "向右移多少，可为负",
     "how far to the right; may be negative"},
    {"dy", ZT_ATTR_SHIFT, NULL, "0mm", "向下移多少，可为负", "how far down; may be negative"},
    {0}};

static const zt_attr omit_attrs[] = {
    {"select", ZT_ATTR_NAMES, NULL, ZT_REQUIRED, "不排的图块", "blocks left out"},
    {"why", ZT_ATTR_TEXT, NULL, ZT_REQUIRED, "理由，随报告给出", "the reason, reported"},
    {0}};

#define WHEN_WIDTH(initial)                                                                        \
    {                                                                                              \
        "width", ZT_ATTR_TEXT, NULL, initial,                                                      \
            "版面这么宽时才用：..80mm、80mm..170mm、170mm..（含前数，不含后数）",                  \
            "used on pages of these widths: ..80mm, 80mm..170mm, 170mm.. (the first is in it, "    \
            "the second is not)"                                                                   \
    }

static const zt_attr width_attrs[] = {WHEN_WIDTH(ZT_REQUIRED), {0}};

static const zt_attr when_attrs[] = {
    WHEN_WIDTH(NULL),
    {"has", ZT_ATTR_NAMES, NULL, NULL, "稿件有这些图块时才用", "used when the document has these"},
    {"lacks", ZT_ATTR_NAMES, NULL, NULL, "稿件没有这些图块时才用",
     "used when the document lacks these"},
    {0}};

/* ---- what stands in what ---- */

static const zt_child theme_children[] = {{"printing-condition", 0, 0},
                                          {"paper", 0, 0},
                                          {"font", 0, 0},
                                          {"ink", 0, 0},
                                          {"punctuation", 0, 1},
                                          {"gaps", 0, 1},
                                          {"style", 0, 0},
                                          {"part", 0, 0},
                                          {"limits", 0, 1},
                                          {"judgement", 0, 1},
                                          {"fit", 0, 1},
                                          {"date", 0, 1},
                                          {"units", 0, 1},
                                          {"credit-line", 0, 1},
                                          {"english", 0, 1},
                                          {"theme/head", 0, 0},
                                          {"figure", 0, 1},
                                          {"group-rule", 0, 1},
                                          {"ramp", 0, 1},
                                          {"diverging", 0, 1},
                                          {"bars", 0, 1},
                                          {"icons", 0, 1},
                                          {"theme/section", 0, 0},
                                          {"screen", 0, 1},
                                          {0}};
static const zt_child template_children[] = {{"also", 0, 0},          {"page", 1, 1},
                                             {"limits", 0, 1},        {"ink", 0, 0},
                                             {"style", 0, 0},         {"part", 0, 0},
                                             {"root/column", 0, 1},   {"master", 0, 0},
                                             {"heading", 0, 0},       {"float", 0, 1},
                                             {"template/note", 0, 1}, {"number", 0, 0},
                                             {"score", 0, 1},         {"place", 0, 0},
                                             {"folio", 0, 1},         {"nameplate", 0, 1},
                                             {"edition/grid", 0, 1},  {"story", 0, 0},
                                             {"blocks", 0, 1},        {"adjust", 0, 0},
                                             {"template/when", 0, 0}, {0}};
/* Of the template itself, for pages of some widths. */
static const zt_child template_when_children[] = {
    {"page", 0, 1}, {"style", 0, 0}, {"part", 0, 0}, {"root/column", 0, 1}, {"adjust", 0, 0}, {0}};
/* A rule or an omission takes no width, so it has no place in a row or grid. */
static const zt_child stack_children[] = {{"column", 0, 0},  {"row", 0, 0},   {"grid", 0, 0},
                                          {"box", 0, 0},     {"place", 0, 0}, {"words", 0, 0},
                                          {"picture", 0, 0}, {"rule", 0, 0},  {"head", 0, 1},
                                          {"omit", 0, 0},    {"when", 0, 0},  {0}};
static const zt_child row_children[] = {{"column", 0, 0},  {"row", 0, 0},   {"grid", 0, 0},
                                        {"box", 0, 0},     {"place", 0, 0}, {"words", 0, 0},
                                        {"picture", 0, 0}, {"when", 0, 0},  {0}};
static const zt_child place_children[] = {
    {"place/part", 0, 0}, {"set", 0, 0}, {"place/when", 0, 0}, {0}};
static const zt_child place_when_children[] = {{"place/part", 0, 0}, {"set", 0, 0}, {0}};
static const zt_child no_children[] = {{0}};

static const zt_elem elems[] = {
    {"theme", "theme", ZT_ELEMENTS, false, theme_children, theme_attrs,
     "主题：一家报纸的纸张、字体、油墨、样式与限值",
     "a newspaper's papers, fonts, inks, styles and limits"},
    {"paper", "paper", ZT_EMPTY, false, no_children, paper_attrs, "版面尺寸与栏格",
     "a page size with its grid"},
    {"printing-condition", "printing-condition", ZT_EMPTY, false, no_children, printing_attrs,
     "印刷条件：什么纸怎样印", "a printing condition: what paper is printed how"},
    {"font", "font", ZT_EMPTY, false, no_children, font_attrs, "按用途命名的字体",
     "a font, named by its role"},
    {"ink", "ink", ZT_EMPTY, false, no_children, ink_attrs, "油墨配方", "recipe of an ink"},
    {"punctuation", "punctuation", ZT_EMPTY, false, no_children, punctuation_attrs, "标点与避头尾",
     "punctuation and line breaking"},
    {"gaps", "gaps", ZT_EMPTY, false, no_children, gaps_attrs, "间距的级数", "the scale of gaps"},
    {"style", "style", ZT_EMPTY, false, no_children, style_attrs, "文字样式", "a style of text"},
    {"part", "part", ZT_EMPTY, false, no_children, part_attrs, "图块各部件的样式与油墨",
     "style and ink of a part of a block"},
    {"limits", "limits", ZT_EMPTY, false, no_children, limits_attrs, "印刷限值", "limits of print"},
    {"judgement", "judgement", ZT_EMPTY, false, no_children, judgement_attrs,
     "图表的形式到哪里为止还看得清", "up to where the form of a chart serves"},
    {"fit", "fit", ZT_EMPTY, false, no_children, fit_attrs, "文字过长时的处理",
     "what happens when text is too long"},
    {"date", "date", ZT_EMPTY, false, no_children, date_attrs, "日期写法", "how dates print"},
    {"units", "units", ZT_TEXT_ONLY, false, no_children, no_attrs, "增补的单位与量词，以空格分开",
     "further units, blank-separated"},
    {"credit-line", "credit-line", ZT_EMPTY, false, no_children, credit_attrs, "署名行的写法",
     "how credits print"},
    {"english", "english", ZT_EMPTY, false, no_children, english_attrs,
     "英文稿（lang=\"en\"）里这些话的写法", "how documents in English (lang=\"en\") word these"},
    {"template", "template", ZT_ELEMENTS, false, template_children, template_attrs,
     "模板：一种图的版面与各图块的位置", "the page of a graphic, and which block goes where"},
    {"also", "also", ZT_EMPTY, false, no_children, also_attrs,
     "旧模板名：用它的稿件照旧排，宽度为 slot",
     "a name of old: documents that use it are set as before, at the width of slot"},
    {"page", "page", ZT_EMPTY, false, no_children, page_attrs, "图的尺寸、页边与出血",
     "size, margins and bleed"},
    {"root/column", "column", ZT_ELEMENTS, false, stack_children, root_column_attrs,
     "整幅图：各件自上而下", "the whole graphic, from top to bottom"},
    {"column", "column", ZT_ELEMENTS, false, stack_children, column_attrs, "各件自上而下",
     "boxes from top to bottom"},
    {"row", "row", ZT_ELEMENTS, false, row_children, row_attrs, "各件自左而右",
     "boxes from left to right"},
    {"grid", "grid", ZT_ELEMENTS, false, row_children, grid_attrs, "等宽栏格", "equal columns"},
    {"box", "box", ZT_ELEMENTS, false, stack_children, box_attrs, "带底色、线、内边距的框",
     "a box with ground, rules and inset"},
    {"place", "place", ZT_ELEMENTS, false, place_children, place_attrs, "放图块的位置",
     "where blocks go"},
    {"words", "words", ZT_TEXT_ONLY, false, no_children, words_attrs,
     "模板自己的文字：照印在每张图上", "words of the template itself, printed on every graphic"},
    {"picture", "picture", ZT_EMPTY, false, no_children, house_picture_attrs,
     "模板自己的图片：报头、标志", "a picture of the template itself: a logo"},
    {"place/part", "part", ZT_EMPTY, false, no_children, place_part_attrs, "此处图块的部件样式",
     "style and ink of a part, here only"},
    {"place/when", "when", ZT_ELEMENTS, false, place_when_children, width_attrs,
     "只在某些宽度用的参数与部件", "parameters and parts for some widths alone"},
    {"set", "set", ZT_EMPTY, false, no_children, set_attrs, "此处图块的参数",
     "a parameter of the block, here only"},
    {"rule", "rule", ZT_EMPTY, false, no_children, rule_attrs, "图块之间的线",
     "a rule between blocks"},
    {"omit", "omit", ZT_EMPTY, false, no_children, omit_attrs, "声明不排的图块，会报告",
     "blocks left out on purpose; reported"},
    {"adjust", "adjust", ZT_EMPTY, false, no_children, adjust_attrs,
     "微调：排好之后，把某个 id 的内容移一点",
     "a nudge: moves what an id has painted, once all is placed"},
    {"template/when", "when", ZT_ELEMENTS, false, template_when_children, width_attrs,
     "只在某些宽度用的页面、样式与图块的位置；同名的样式以此为准",
     "page, styles and boxes for some widths alone; its styles take the place of those of one "
     "name"},
    {"when", "when", ZT_ELEMENTS, false, stack_children, when_attrs,
     "有条件才用的一组；在 row 中，其内各件各取它的份数",
     "used on a condition; in a row each box inside takes its share"},
};

static const char *const roots[] = {"theme", "template", NULL};

static const zt_elem_rows *const more[] = {&zt_edition_look_rows, &zt_report_look_rows,
                                           &zt_head_look_rows, &zt_theme_look_rows, NULL};

const zt_grammar zt_template_grammar = {
    .name = "template",
    .elems = elems,
    .elem_count = COUNT_OF(elems),
    .more = more,
    .roots = roots,
};
