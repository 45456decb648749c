/* The vocabulary of data files: what may stand where (docs/vocabulary.md). A data file says
   what is true; nothing here names a length, a colour or a face. */
#include "model/doc.h"
#include "model/vocabulary_imp.h"

static const zt_child inline_children[] = {ZT_INLINE, {0}};
static const zt_child cell_children[] = {ZT_INLINE, {"|trend", 0, 1}, {"|cell/fn", 0, 0}, {0}};
static const zt_child point_children[] = {ZT_INLINE, {"|trend", 0, 1}, {"|compare", 0, 1}, {0}};
static const zt_child trend_children[] = {{"v", 2, 0}, {0}};
static const zt_child em_children[] = {{"v", 0, 0},      {"|change", 0, 0}, {"|rank", 0, 0},
                                       {"|share", 0, 0}, {"|target", 0, 0}, {"|ref", 0, 0},
                                       {"|sub", 0, 0},   {"|sup", 0, 0},    {"|br", 0, 0},
                                       {"|tcy", 0, 0},   {"|ruby", 0, 0},   {0}};

/* ---- attributes that several elements share ---- */

/* clang-format off */
#define DECLARED \
    {"declared", ZT_ATTR_COUNT, NULL, NULL, "文中说的条数，须与所列相等", \
     "the count that the text states; must equal what is listed"}
#define COMPLETE \
    {"complete", ZT_ATTR_YES, NULL, "yes", "no：只列了一部分，不核对条数", \
     "no: only part is listed, counts are not compared"}
/* clang-format on */

static const zt_attr graphic_attrs[] = {
    ZT_ROOT_ATTRS,
    {"slot", ZT_ATTR_TEXT, NULL, NULL,
     "版位：宽 52mm，宽×高 107x240mm，或版面的栏×行 3x40；不写则为模板自己的大小",
     "the room it is to fill: a width, 52mm, width and height, 107x240mm, or columns and lines of "
     "the paper, 3x40; the template's own page when left out"},
    {"section", ZT_ATTR_TEXT, NULL, NULL, "所在的版，如 经济：用主题里这一版的颜色代替重点色",
     "the section it stands in: the theme's colour of that section stands for the accent"},
    {0}};
static const zt_attr block_attrs[] = {ZT_ID, ZT_HEAD, ZT_BLOCK_WEIGHT, ZT_IN_REPORT, {0}};
static const zt_attr groups_attrs[] = {
    ZT_ID,
    ZT_HEAD,
    DECLARED,
    {"points", ZT_ATTR_COUNT, NULL, NULL, "各组条目的总数，须与所列相等",
     "the points of all groups together; must equal what is listed"},
    COMPLETE,
    ZT_BLOCK_WEIGHT,
    ZT_IN_REPORT,
    ZT_SPLIT,
    {0}};
static const zt_attr group_attrs[] = {
    ZT_ID,
    ZT_HEAD,
    {"no", ZT_ATTR_TEXT, NULL, NULL, "序号", "its number, as printed"},
    {"icon", ZT_ATTR_NAME, NULL, NULL, "图标的名字，见 zhitu list icons",
     "name of an icon: zhitu list icons"},
    DECLARED,
    COMPLETE,
    ZT_PERIOD,
    {0}};
static const zt_attr point_attrs[] = {
    ZT_ID,
    ZT_MAIN,
    {"optional", ZT_ATTR_YES, NULL, "no", "排不下时可以不排",
     "may be left out when space is short"},
    {"label", ZT_ATTR_TEXT, NULL, NULL,
     "数字单独排出时配的文字，可含 U+200B 示可断处；“|”分开几个数字各自的",
     "the words under a figure that is set apart; U+200B allows a break; | parts those of several "
     "figures"},
    {"head", ZT_ATTR_TEXT, NULL, NULL, "几个数字单独排出时共有的题",
     "what its figures have in common, when they are set apart"},
    {"parts", ZT_ATTR_TEXT, NULL, NULL,
     "数字依次是一个整体的各部分，写各部分的名字，用“|”分开；label "
     "写整体的名字，整体不止一个时也用“|”分开",
     "its figures are, in turn, the parts of a whole: their names, parted by |; label names the "
     "whole, or with | several wholes"},
    {"series", ZT_ATTR_NAME, NULL, NULL,
     "系列的名字：同组中同一系列的数字可比，即使单位用词不同（379起、236件）",
     "name of a series: figures of one series in a group compare, even with different classifiers"},
    {0}};
static const zt_attr timeline_attrs[] = {
    ZT_ID,
    ZT_HEAD,
    {"scale", ZT_ATTR_ENUM, "even time hybrid", "even", "等距、按时间、兼顾",
     "even steps, true to time, or between"},
    {"group-by", ZT_ATTR_ENUM, "year quarter month day", NULL, "按年、季、月、日分段，各段有题",
     "bands by year, quarter, month or day"},
    {"order", ZT_ATTR_ENUM, "asc desc document", NULL, "按日期升序、降序，或照稿件原序",
     "by date up or down, or as written"},
    DECLARED,
    COMPLETE,
    ZT_BLOCK_WEIGHT,
    ZT_IN_REPORT,
    ZT_SPLIT,
    {0}};
static const zt_attr ledger_attrs[] = {
    ZT_ID,
    ZT_HEAD,
    {"left", ZT_ATTR_TEXT, NULL, NULL, "左栏的题，如 任务书", "head of the left column: the tasks"},
    {"right", ZT_ATTR_TEXT, NULL, NULL, "右栏的题，如 成绩单",
     "head of the right column: the results"},
    DECLARED,
    COMPLETE,
    ZT_BLOCK_WEIGHT,
    ZT_IN_REPORT,
    ZT_SPLIT,
    {0}};
static const zt_attr ledger_row_attrs[] = {
    ZT_ID,
    {"head", ZT_ATTR_TEXT, NULL, NULL, "这一行的题；U+200B 之前是引语，之后是要突出的话",
     "head of the row; U+200B parts what leads in from what stands out"},
    {0}};
static const zt_attr figure_attrs[] = {
    ZT_ID,
    {"label", ZT_ATTR_TEXT, NULL, NULL, "数字下的文字，可含 U+200B 示可断处",
     "the words under the figure; U+200B allows a break"},
    {"before", ZT_ATTR_TEXT, NULL, NULL, "原来的值，排在箭头之前，如 半年",
     "what it was before, printed before an arrow"},
    {"picture", ZT_ATTR_ENUM, "train container people road vessel car house tree sheet cell dot",
     NULL, "作主角或成行时的图：整个的符号，数得清；占比画一百个",
     "the picture of a hero or in a row: whole symbols that can be counted; a hundred of a share"},
    {"each", ZT_ATTR_TEXT, NULL, NULL, "一个符号代表多少，如 1000户；不写由程序取整数",
     "what a symbol stands for; else a round number"},
    {0}};
static const zt_attr id_attrs[] = {ZT_ID, {0}};
static const zt_attr list_attrs[] = {ZT_ID,           ZT_HEAD,      DECLARED, COMPLETE,
                                     ZT_BLOCK_WEIGHT, ZT_IN_REPORT, {0}};
/* Of names and quotations. */
static const zt_attr long_list_attrs[] = {ZT_ID,           ZT_HEAD,      DECLARED, COMPLETE,
                                          ZT_BLOCK_WEIGHT, ZT_IN_REPORT, ZT_SPLIT, {0}};
static const zt_attr table_attrs[] = {
    ZT_ID,
    ZT_HEAD,
    DECLARED,
    COMPLETE,
    ZT_BLOCK_WEIGHT,
    ZT_IN_REPORT,
    ZT_SPLIT,
    {"transpose", ZT_ATTR_YES, NULL, "no", "yes：行列对调，一栏排成一行，栏题连同单位在行首",
     "yes: turned; a column is printed as a row, headed by its head with the unit"},
    {0}};
static const zt_attr goal_attrs[] = {
    {"head", ZT_ATTR_TEXT, NULL, NULL, "目标的题，如 到2025年", "head of the goal: by 2025"}, {0}};
static const zt_attr task_attrs[] = {
    ZT_ID,
    {"no", ZT_ATTR_TEXT, NULL, NULL, "序号，照写照印，如 01", "its number, as printed"},
    {"head", ZT_ATTR_TEXT, NULL, NULL, "关键词", "the keyword"},
    {0}};
static const zt_attr step_attrs[] = {
    ZT_ID,
    {"no", ZT_ATTR_TEXT, NULL, NULL, "序号，照写照印，如 01；都不写也没有图标，就从 1 数起",
     "its number, as printed; counted from 1 where no step has one, nor an icon"},
    {"head", ZT_ATTR_TEXT, NULL, NULL, "关键词", "the keyword"},
    {"icon", ZT_ATTR_NAME, NULL, NULL, "图标的名字，见 zhitu list icons",
     "name of an icon: zhitu list icons"},
    {0}};
static const zt_attr node_attrs[] = {
    {"count", ZT_ATTR_TEXT, NULL, ZT_REQUIRED, "有几个，照写照印，如 两、四、12；须与所列相等",
     "how many there are, printed as written: 两, 四, 12; must equal what is listed"},
    {"head", ZT_ATTR_TEXT, NULL, ZT_REQUIRED, "是什么，如 极核", "of what"},
    {"label", ZT_ATTR_TEXT, NULL, NULL, "说得更全的一行，如 枢纽经济发展区",
     "the same in more words, a line below"},
    COMPLETE,
    {0}};
static const zt_attr pair_attrs[] = {
    ZT_ID, {"label", ZT_ATTR_TEXT, NULL, ZT_REQUIRED, "号码是哪里的", "whose number it is"}, {0}};
static const zt_attr q_attrs[] = {
    ZT_ID, {"by", ZT_ATTR_TEXT, NULL, NULL, "谁说的", "who said it"}, {0}};
static const zt_attr column_attrs[] = {
    {"head", ZT_ATTR_TEXT, NULL, NULL, "栏题；可含 U+200B 示可断处",
     "head of the column; U+200B allows a break"},
    {"unit", ZT_ATTR_TEXT, NULL, NULL, "这一栏共同的单位，只在栏题里印一次",
     "the unit that its values share, printed once in the head"},
    {"bar", ZT_ATTR_YES, NULL, "no", "yes：数值旁画长短相应的条，名次画十格",
     "yes: a bar of its length stands beside each value, ten cells beside a rank"},
    {"heat", ZT_ATTR_YES, NULL, "no", "yes：数值越大格底越深，五级",
     "yes: the greater the value, the darker its cell, in about five steps"},
    {"align", ZT_ATTR_ENUM, "auto start centre end", "auto",
     "栏里的字和数靠左、居中、靠右；auto：字靠左，数靠右。数在哪里都按小数点对齐",
     "texts and values of the column at its left, middle, right; auto: texts left, values right. "
     "Values share their decimal point wherever they stand"},
    {"from", ZT_ATTR_ENUM, "key v change rank share", NULL,
     "item 或 import 的哪一样排在这一栏；没有写就依次取",
     "what of an item or import stands in it; by default one after the other"},
    {0}};
static const zt_attr columns_attrs[] = {
    {"head", ZT_ATTR_TEXT, NULL, ZT_REQUIRED, "几栏共有的栏题", "a head over several columns"},
    {0}};
static const zt_attr table_row_attrs[] = {
    ZT_ID,
    {"head", ZT_ATTR_TEXT, NULL, NULL, "行题，排在第一栏；没有 cell 时是以下各行的题",
     "head of the row, in the first column; without cells the head of the rows below"},
    {"weight", ZT_ATTR_ENUM, "normal key", "normal", "key：要突出的一行", "key: a row to stress"},
    {0}};
static const zt_attr cell_note_attrs[] = {ZT_ID,
                                          {"ref", ZT_ATTR_NAME, NULL, NULL,
                                           "再引一次同表的注：它的 id",
                                           "the id of a note of the same table, marked again"},
                                          {0}};
static const zt_attr cell_attrs[] = {
    ZT_ID, {"span", ZT_ATTR_COUNT, NULL, "1", "横跨几栏", "how many columns it takes"}, {0}};
static const zt_attr text_attrs[] = {
    ZT_ID,
    ZT_HEAD,
    {"columns", ZT_ATTR_COUNT, NULL, NULL, "想分几栏；模板可另定，每栏太窄时减栏",
     "columns wished; a template may decide otherwise, and columns too narrow are fewer"},
    ZT_BLOCK_WEIGHT,
    {0}};
static const zt_attr text_p_attrs[] = {
    ZT_ID,
    {"optional", ZT_ATTR_YES, NULL, "no", "版面上可排可不排的一段：程序用它把各栏排满",
     "a paragraph of an edition that may be left out: with these the columns are filled"},
    {0}};
static const zt_attr jump_attrs[] = {
    ZT_ID,
    {"from", ZT_ATTR_TEXT, NULL, NULL,
     "上接第几版，如 1，排作（上接1版）；同一份里写 #id，指那一篇",
     "continued from page; #id names the story in the same edition"},
    {"to", ZT_ATTR_TEXT, NULL, NULL, "下转第几版，如 5，排作（下转5版）；同一份里写 #id，指那一篇",
     "continued on page; #id names the story in the same edition"},
    {0}};
static const zt_attr event_attrs[] = {ZT_ID,
                                      {"date", ZT_ATTR_TIMES, NULL, ZT_REQUIRED, "日期、钟点或起讫",
                                       "day, with an hour or without, month, year or interval"},
                                      {"weight", ZT_ATTR_ENUM, "normal key", "normal",
                                       "key：重点条目", "key: an event that stands out"},
                                      {0}};
static const zt_attr photo_attrs[] = {
    ZT_ID,
    {"src", ZT_ATTR_FILE, NULL, NULL,
     "图片文件（PNG、JPEG），从稿件所在的文件夹写起；不写，"
     "就是有意留的占位",
     "the picture, PNG or JPEG, relative to the document; left "
     "out: a placeholder is meant"},
    {"crop", ZT_ATTR_NAMES, NULL, NULL, "上、右、下、左各裁去百分之几，如 0 12.5 8 0",
     "per cent cut off at top, right, bottom and left"},
    {"focus", ZT_ATTR_NAMES, NULL, "50 50", "最要紧的一点，自左、自上百分之几；模板要裁时留住它",
     "the point that must be seen, per cent from left and top: "
     "a template that crops keeps it"},
    ZT_BLOCK_WEIGHT,
    ZT_IN_REPORT,
    {0}};
static const zt_attr caption_attrs[] = {
    {"writing", ZT_ATTR_ENUM, "horizontal vertical", NULL, "横排或竖排；模板可另定",
     "across or down; a template may decide otherwise"},
    {"date", ZT_ATTR_DATES, NULL, NULL, "拍摄日期，排在图说之首，竖排作汉字",
     "when it was taken: printed first, in Chinese numerals when it runs down"},
    {0}};
static const zt_attr em_attrs[] = {
    {"mark", ZT_ATTR_ENUMS, "dots proper title", NULL,
     "不加粗而加字间标号：着重号、专名号、书名号，如 dots proper",
     "marks between the lines instead of bold: emphasis dots, straight or wavy line"},
    {0}};
static const zt_attr ruby_attrs[] = {
    {"rt", ZT_ATTR_TEXT, NULL, ZT_REQUIRED, "注音或释文；与字数相等的几段以空格分开，便逐字对齐",
     "the small text; as many blank-separated words as characters stand one on each"},
    {0}};
static const zt_attr by_attrs[] = {{"by", ZT_ATTR_TEXT, NULL, ZT_REQUIRED, "姓名", "the name"},
                                   {0}};

static const zt_attr accept_attrs[] = {
    {"check", ZT_ATTR_NAME, NULL, ZT_REQUIRED, "信息代码，如 weekday",
     "a code of the messages, as weekday"},
    {"why", ZT_ATTR_TEXT, NULL, ZT_REQUIRED, "为什么接受", "the reason"},
    {"in", ZT_ATTR_NAME, NULL, NULL,
     "只在这个 id 的元素里；不写为整份稿件（在 section 里为这一章）",
     "only in the element of this id; else in the whole document, or the section that it stands "
     "in"},
    {0}};

/* ---- children ---- */

static const zt_child graphic_children[] = {{"kicker", 0, 1},    {"title", 0, 1},
                                            {"deck", 0, 1},      {"lead", 0, 1},
                                            {"asof", 0, 1},      {"groups", 0, 0},
                                            {"|timeline", 0, 0}, {"|hint", 0, 0},
                                            {"|chart", 0, 0},    {"|photo", 0, 0},
                                            {"|ledger", 0, 0},   {"|tasks", 0, 0},
                                            {"|steps", 0, 0},    {"|strip", 0, 0},
                                            {"|names", 0, 0},    {"|figures", 0, 0},
                                            {"|quotes", 0, 0},   {"|code", 0, 0},
                                            {"|table", 0, 0},    {"|structure", 0, 0},
                                            {"|text", 0, 0},     {"note", 0, 0},
                                            {"|credits", 0, 1},  {"|alt", 0, 1},
                                            {"|accept", 0, 0},   {0}};
static const zt_child groups_children[] = {{"group", 1, 0}, {0}};
static const zt_child group_children[] = {{"point", 1, 0}, {0}};
static const zt_child timeline_children[] = {{"event", 1, 0}, {0}};
static const zt_child event_children[] = {{"event/head", 0, 1}, {"v", 0, 0},
                                          {"|change", 0, 0},    {"|rank", 0, 0},
                                          {"|share", 0, 0},     {"|target", 0, 0},
                                          {"|ref", 0, 0},       {"|em", 0, 0},
                                          {"|sub", 0, 0},       {"|sup", 0, 0},
                                          {"|br", 0, 0},        {"|tcy", 0, 0},
                                          {"|ruby", 0, 0},      {0}};
static const zt_child hint_children[] = {{"p", 1, 0}, {0}};
static const zt_child ledger_children[] = {{"row", 1, 0}, {0}};
static const zt_child ledger_row_children[] = {
    {"row/task", 0, 1}, {"result", 0, 1}, {"figure", 0, 0}, {0}};
static const zt_child figure_children[] = {{"v", 0, 1},      {"|change", 0, 1},  {"|rank", 0, 1},
                                           {"|share", 0, 1}, {"|target", 0, 1},  {"|trend", 0, 1},
                                           {"|ref", 0, 1},   {"|compare", 0, 1}, {0}};
static const zt_child tasks_children[] = {{"goal", 0, 1}, {"task", 1, 0}, {"structure", 0, 1}, {0}};
static const zt_child steps_children[] = {{"step", 2, 0}, {0}};
static const zt_child structure_children[] = {{"goal", 0, 1}, {"node", 1, 0}, {0}};
static const zt_child node_children[] = {{"name", 0, 0}, {"|p", 0, 0}, {0}};
static const zt_child strip_children[] = {{"pair", 1, 0}, {0}};
static const zt_child figures_children[] = {{"figure", 1, 0}, {0}};
static const zt_child names_children[] = {{"name", 1, 0}, {0}};
static const zt_child quotes_children[] = {{"q", 1, 0}, {0}};
static const zt_child table_children[] = {{"column", 0, 0},
                                          {"|columns", 0, 0},
                                          {"table/row", 0, 0},
                                          {"|item", 0, 0},
                                          {"|import", 0, 0},
                                          {"note", 0, 0},
                                          {0}};
static const zt_child columns_children[] = {{"column", 1, 0}, {0}};
static const zt_child table_row_children[] = {{"cell", 0, 0}, {0}};
static const zt_child text_children[] = {
    {"text/p", 1, 0}, {"subhead", 0, 0}, {"byline", 0, 0}, {"jump", 0, 0}, {0}};
static const zt_child photo_children[] = {{"caption", 0, 1}, {"credit", 0, 1}, {"alt", 0, 1}, {0}};
static const zt_child credits_children[] = {{"source", 0, 0}, {"compiled", 0, 0},
                                            {"art", 0, 0},    {"credits/photo", 0, 0},
                                            {"edit", 0, 0},   {0}};

static const zt_elem elems[] = {
    {"graphic", "graphic", ZT_ELEMENTS, true, graphic_children, graphic_attrs,
     "一张图：数据文件的根", "one graphic, the root of a data file"},
    {"kicker", "kicker", ZT_MIXED, false, inline_children, NULL, "引题", "line above the title"},
    {"title", "title", ZT_MIXED, false, inline_children, NULL, "主题", "the headline"},
    {"deck", "deck", ZT_MIXED, false, inline_children, NULL, "副题", "line below the title"},
    {"lead", "lead", ZT_MIXED, false, inline_children, NULL, "导语", "the introduction"},
    {"asof", "asof", ZT_TEXT_ONLY, false, NULL, NULL, "截至：ISO 的月或日，排作（截至2022年5月）",
     "as of: an ISO month or day"},
    {"groups", "groups", ZT_ELEMENTS, false, groups_children, groups_attrs, "分组列出的成果",
     "achievements in groups"},
    {"group", "group", ZT_ELEMENTS, false, group_children, group_attrs, "一组", "one group"},
    {"point", "point", ZT_MIXED, false, point_children, point_attrs, "一条", "one point"},
    {"timeline", "timeline", ZT_ELEMENTS, false, timeline_children, timeline_attrs, "大事记",
     "dated entries"},
    {"event", "event", ZT_MIXED, true, event_children, event_attrs, "大事记的一条", "one entry"},
    {"event/head", "head", ZT_MIXED, false, inline_children, NULL, "条目的小标题",
     "heading of an entry"},
    {"hint", "hint", ZT_ELEMENTS, false, hint_children, block_attrs, "核心提示", "core hints"},
    {"p", "p", ZT_MIXED, false, inline_children, id_attrs, "一段", "a paragraph"},
    {"code", "code", ZT_TEXT_ONLY, false, NULL, block_attrs,
     "照原样排的行，如 XML；多写在 CDATA 里", "lines printed to the letter, as XML in CDATA"},
    {"text/p", "p", ZT_MIXED, false, inline_children, text_p_attrs, "正文的一段",
     "a paragraph of running text"},
    {"ledger", "ledger", ZT_ELEMENTS, false, ledger_children, ledger_attrs, "任务与成绩逐行对照",
     "task and result, side by side"},
    {"row", "row", ZT_ELEMENTS, false, ledger_row_children, ledger_row_attrs, "对照的一行",
     "one row of the ledger"},
    {"row/task", "task", ZT_MIXED, false, inline_children, NULL, "这一行的任务",
     "the task of the row"},
    {"result", "result", ZT_MIXED, false, inline_children, NULL, "这一行的成绩",
     "the result of the row"},
    {"figure", "figure", ZT_ELEMENTS, false, figure_children, figure_attrs,
     "单独排出的数字；第二个量排在旁边", "a figure set apart; a second quantity stands beside it"},
    {"tasks", "tasks", ZT_ELEMENTS, false, tasks_children, list_attrs, "围绕一个目标的任务",
     "numbered tasks round a goal"},
    {"goal", "goal", ZT_MIXED, false, inline_children, goal_attrs, "目标；其中第一个量放大",
     "the goal; its first quantity is set large"},
    {"task", "task", ZT_MIXED, false, inline_children, task_attrs, "一项任务", "one task"},
    {"steps", "steps", ZT_ELEMENTS, false, steps_children, list_attrs, "流程：各步依次，箭头相连",
     "a process: steps in their order, tied by arrows"},
    {"step", "step", ZT_MIXED, false, inline_children, step_attrs, "一步", "one step"},
    {"structure", "structure", ZT_ELEMENTS, false, structure_children, list_attrs,
     "用个数说的布局：两极核、四通道", "a structure told by its counts"},
    {"node", "node", ZT_ELEMENTS, false, node_children, node_attrs,
     "布局的一部分，可列出名称或说明", "one part, with the names or descriptions of what it has"},
    {"strip", "strip", ZT_ELEMENTS, false, strip_children, list_attrs, "热线号码条",
     "a strip of hotlines"},
    {"pair", "pair", ZT_TEXT_ONLY, false, NULL, pair_attrs, "一对：名称和号码",
     "one pair: label and number"},
    {"figures", "figures", ZT_ELEMENTS, false, figures_children, list_attrs, "关键数字",
     "key figures"},
    {"names", "names", ZT_ELEMENTS, false, names_children, long_list_attrs,
     "名单，次序照写，从不另排", "a grid of names, in the order written"},
    {"name", "name", ZT_MIXED, false, inline_children, id_attrs, "一个名称", "one name"},
    {"quotes", "quotes", ZT_ELEMENTS, false, quotes_children, long_list_attrs, "引语",
     "quotations"},
    {"q", "q", ZT_MIXED, false, inline_children, q_attrs, "一句引语", "one quotation"},
    {"table", "table", ZT_ELEMENTS, true, table_children, table_attrs,
     "表格；栏放不下时逐行排成条目", "a table; a list of records where its columns do not fit"},
    {"column", "column", ZT_EMPTY, false, NULL, column_attrs, "一栏", "a column"},
    {"columns", "columns", ZT_ELEMENTS, false, columns_children, columns_attrs, "共有栏题的几栏",
     "columns below one head"},
    {"table/row", "row", ZT_ELEMENTS, false, table_row_children, table_row_attrs, "表格的一行",
     "a row of the table"},
    {"cell", "cell", ZT_MIXED, false, cell_children, cell_attrs,
     "一格；只有一个量时各行按小数点对齐，空的排作 —",
     "a cell; one that is a quantity aligns on its point, an empty one prints —"},
    {"cell/fn", "fn", ZT_MIXED, false, inline_children, cell_note_attrs,
     "表注：格里印标号 a、b……，注文排在表下",
     "a note of the table: its mark a, b … stands in the cell, its words below the table"},
    {"trend", "trend", ZT_ELEMENTS, false, trend_children, NULL,
     "先后各时的值，画成小折线，不印数字；在表格的格里，或在 figure、point 的数字下",
     "values of one time after another as a small line without numbers; in a cell of a table, or "
     "below the number of a figure or a point"},
    {"text", "text", ZT_ELEMENTS, false, text_children, text_attrs, "一篇正文，分栏",
     "running text in columns"},
    {"subhead", "subhead", ZT_MIXED, false, inline_children, id_attrs,
     "正文中的小标题，两段之间空一格", "a subhead in running text"},
    {"byline", "byline", ZT_MIXED, false, inline_children, id_attrs, "本报记者某某；□ 由版式加",
     "who wrote it; the ornament before it is house style"},
    {"jump", "jump", ZT_MIXED, false, inline_children, jump_attrs, "转版：上接、下转",
     "the text comes from another page or goes on there"},
    {"photo", "photo", ZT_ELEMENTS, false, photo_children, photo_attrs, "照片",
     "a photograph with its caption"},
    {"caption", "caption", ZT_MIXED, false, inline_children, caption_attrs, "图说", "its caption"},
    {"credit", "credit", ZT_MIXED, false, inline_children, NULL, "摄影署名，照写照印",
     "who took it, printed as written"},
    {"em", "em", ZT_MIXED, false, em_children, em_attrs, "强调", "emphasis"},
    {"tcy", "tcy", ZT_TEXT_ONLY, false, NULL, NULL, "纵中横：竖排时并排在一字宽内",
     "side by side in one em of a column"},
    {"ruby", "ruby", ZT_TEXT_ONLY, false, NULL, ruby_attrs, "加注音或释文的字",
     "characters with a small text beside them"},
    {"sub", "sub", ZT_TEXT_ONLY, false, NULL, NULL, "下标", "subscript"},
    {"sup", "sup", ZT_TEXT_ONLY, false, NULL, NULL, "上标", "superscript"},
    {"br", "br", ZT_EMPTY, false, NULL, NULL, "换行", "a line break"},
    {"note", "note", ZT_MIXED, false, inline_children, NULL, "注", "a note"},
    {"credits", "credits", ZT_ELEMENTS, false, credits_children, NULL, "来源与署名",
     "sources and credits"},
    {"source", "source", ZT_TEXT_ONLY, false, NULL, NULL, "资料来源", "a source"},
    {"compiled", "compiled", ZT_EMPTY, false, NULL, by_attrs, "资料整理", "who compiled the data"},
    {"art", "art", ZT_EMPTY, false, NULL, by_attrs, "制图", "who drew it"},
    {"credits/photo", "photo", ZT_EMPTY, false, NULL, by_attrs, "摄影", "who took the pictures"},
    {"edit", "edit", ZT_EMPTY, false, NULL, by_attrs, "编辑", "who edited it"},
    {"alt", "alt", ZT_TEXT_ONLY, false, NULL, NULL, "替代文字，给看不见图的读者",
     "alternative text"},
    {"accept", "accept", ZT_EMPTY, false, NULL, accept_attrs,
     "接受一种信息：不再算数，只计数；排不出来的错误不能接受，定稿里丢失的内容也不能",
     "findings of a code that are accepted: counted apart. Not for errors with which nothing can "
     "be "
     "drawn, nor in a final version for what is lost"},
};

static const char *const roots[] = {"graphic", "edition", "report", NULL};
static const zt_elem_rows *const more[] = {&zt_chart_rows, &zt_value_rows, &zt_edition_rows,
                                           &zt_report_rows, NULL};

const zt_grammar zt_data_grammar = {
    .name = "data",
    .elems = elems,
    .elem_count = sizeof elems / sizeof *elems,
    .more = more,
    .roots = roots,
};

static const char *const section_roots[] = {"section", NULL};

const zt_grammar zt_section_grammar = {
    .name = "data",
    .elems = elems,
    .elem_count = sizeof elems / sizeof *elems,
    .more = more,
    .roots = section_roots,
};
