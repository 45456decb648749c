# awk -v out=FOLDER -f make_documents.awk: writes documents into FOLDER/docs, templates into FOLDER/templates
# and prints lines "NAME DOCUMENT TEMPLATE" for tests/tools/hash_scenes. Each document is drawn by lot from
# its own number, so that one more document moves none of the others: items few and many, words short and
# long, values of all states, attributes there or not, in a place of its own width, variant and setting. What
# a sample shows at its best is here met at its worst. The same in every awk: no rand(), no locale.

# ---- chance: Lehmer's generator, exact in doubles

function seed(n) { state = (n * 7919 + 104729) % 2147483647; for (warm = 0; warm < 5; warm++) draw() }
function draw() { state = (state * 16807) % 2147483647; return state / 2147483647 }
function upto(n) { return int(draw() * n) + 1 } # 1..n
function between(a, b) { return a + int(draw() * (b - a + 1)) }
function chance(per_cent) { return draw() * 100 < per_cent }
function any(list, items, n) { n = split(list, items, "|"); return items[upto(n)] }
# Few as a rule, many at times.
function count(least, usual, most) { return chance(80) ? between(least, usual) : between(usual, most) }

# ---- words

function short_name() { return any("江北|双流|天府|东区|西城|消防|交通|防汛|A区|全省|北碚|5G") }
function long_name() {
    return any("两江新区|成渝地区双城经济圈|高新技术产业开发区|重庆江北国际机场|国家级经济技术开发区" \
        "|西部（重庆）科学城|New York|渝新欧（重庆）物流有限公司|新能源汽车和智能网联汽车|甲·乙联合体")
}
function name_() { return chance(65) ? short_name() : long_name() }
# Names of one list differ by their number.
function key_(i) { return chance(70) ? name_() i : i "号" name_() }
function label_() {
    return any("动车组日均开行|新开线路|异地直接结算|跨省&#x200B;公交线路|住院定点机构|共享实验室、仪器和大型科研设备" \
        "|户籍迁移|合作项目&#x200B;总投资|办理|群众少跑腿、少花钱、少排队|线上“一网通办”事项|GDP")
}
function clause() {
    return any("两地往来更近了|过去要等两天的货，如今当天就能上线|“一张网”越织越密|检查结果互认" \
        "|缺什么、多什么一目了然|推进CT、MRI等68项检查互认|在家门口就办完了异地的手续" \
        "|签订战略合作协议（第二批）|从规划到开工，用了不到9个月|7×24小时值守——全年无休" \
        "|企业、高校、院所三方共建|不再“两头跑”")
}
function figure_words() {
    return any("<v>30.5对</v>动车组|<v>18条</v>跨省公交|超<v>5.56万家</v>机构|直接结算<v>46.3万人次</v>" \
        "|<em>同城化</em>|惠及<v>约1200万人</v>|投资<v>1054.5亿元</v>|<change>同比增长12%</change>|占<share>37%</share>")
}
function sentence(most, i, n, s) {
    n = upto(most)
    for (i = 0; i < n; i++) s = s (i ? any("，|。|；") : "") (chance(25) ? figure_words() : clause())
    return s "。"
}
function number() { return any("8.2|46.3|5|128.5|7.25|1054|0.4|96|612.4|33|14.85|3000") }
function classifier() { return any("家|件|亿元|万人次|个|公里|%|列|项") }
function amount() {
    return any("|约|超|近|不低于") number() any("家|件|亿元|万人次|个|公里|列|项")
}
function attribute(name, value, per_cent) { return chance(per_cent) ? " " name "=\"" value "\"" : "" }
function v_of(value, attributes) { return "<v" attributes ">" value "</v>" }

# ---- blocks; each returns its XML

function kicker_to_lead(s) {
    if (chance(60)) s = s "<kicker>" any("从案例看联动发展成果|数读|一图读懂·联动联建") "</kicker>\n"
    s = s "<title>" any("“双核”联动　成效显著|联动联建　从图纸走向现实　走向日常|一季度开局|跨省通办事项增至311项" \
        "|共建成渝地区双城经济圈　唱好“双城记”　建好经济圈|数说") "</title>\n"
    if (chance(50)) s = s "<deck>" clause() any("|，" clause()) "</deck>\n"
    if (chance(40)) s = s "<lead>" sentence(4) "</lead>\n"
    if (chance(30)) s = s "<asof>2022-0" upto(5) "</asof>\n"
    return s
}

function point(i, s, kind, optional) {
    optional = attribute("optional", "yes", 12)
    kind = upto(12)
    if (kind <= 4)
        return "<point" attribute("label", label_(), 85) optional ">" any("|" clause()) v_of(amount(), attribute("main", "yes", 15)) any("|" clause()) "</point>"
    if (kind == 5)
        return "<point label=\"" label_() "|" label_() "\"" attribute("head", clause(), 50) optional ">" clause() v_of(amount()) "，" v_of(amount()) "</point>"
    if (kind == 6)
        return "<point" attribute("head", clause(), 30) " label=\"定点机构\" parts=\"" any("住院|城区") "|" any("普通门诊|县乡") "\">机构<v>" between(2, 60) "家</v>、<v>" between(2, 60) "家</v></point>"
    if (kind == 7)
        return "<point label=\"设备\" parts=\"甲|乙|丙方名字长\">有<v>" between(1, 90) "台</v><v>" between(1, 90) "台</v><v>" between(1, 900) "台</v></point>"
    if (kind == 8)
        return "<point" attribute("label", "在全国的位次", 60) ">" any("旅客|货邮") "<rank among=\"全国\"" any("| within=\"10\"") ">" any("第2|第二位|前十|第7") "</rank></point>"
    if (kind == 9) {
        ids++
        return "<point label=\"" label_() "\">" v_of(amount(), " id=\"v" ids "\"") "，<change of=\"v" ids "\" basis=\"yoy\">同比增长" between(2, 60) "%</change></point>"
    }
    if (kind == 10) return "<point" optional ">" sentence(2) "</point>"
    if (kind == 11) return "<point" attribute("series", "办件", 80) attribute("label", label_(), 80) ">办结" v_of(between(20, 900) any("起|件|项")) "</point>"
    return "<point label=\"" label_() "\">" any("<v status=\"missing\"/>|<v status=\"estimate\">" amount() "</v>|<share among=\"全国\">占全国37%</share>|<share>近四成</share>") "</point>"
}
function groups(g, p, n, m, s, icons, numbers) {
    n = count(1, 5, 9); icons = chance(50); numbers = chance(70)
    s = "<groups" attribute("head", "主要成果", 20) (chance(50) ? " declared=\"" n "\"" : "") ">\n"
    for (g = 1; g <= n; g++) {
        s = s "<group" (numbers ? " no=\"" g "\"" : "") attribute("head", any("交通更近|就医更便|产业共兴|科技创新：从“跟跑”到“并跑”|一网通办"), 92)
        s = s attribute("period", "2021-06/2022-05", 12) (icons ? " icon=\"" any("train|heart|gear|leaf|people|road") "\"" : "") ">\n"
        m = count(1, 4, 9)
        for (p = 1; p <= m; p++) s = s point() "\n"
        s = s "</group>\n"
    }
    return s "</groups>"
}
function timeline(i, n, s, day, year, month, date) {
    n = count(1, 7, 24)
    s = "<timeline" attribute("head", any("大事记|联动联建大事记（2020—2022）"), 75) attribute("group-by", any("year|quarter|month"), 40)
    s = s attribute("scale", any("even|time|hybrid"), 45) attribute("order", any("asc|desc"), 25) ">\n"
    year = between(2019, 2021); month = upto(12); day = upto(28)
    for (i = 1; i <= n; i++) {
        date = sprintf("%04d-%02d-%02d", year, month, day)
        if (chance(8)) date = sprintf("%04d-%02d", year, month)
        day += any("0|1|3|9|20|40|75")
        while (day > 28) { day -= 28; month++ }
        while (month > 12) { month -= 12; year++ }
        if (chance(10) && length(date) > 8) { date = date "/" sprintf("%04d-%02d-%02d", year, month, day); day++
            if (day > 28) { day = 1; month++ } if (month > 12) { month = 1; year++ } }
        s = s "<event date=\"" date "\"" attribute("weight", "key", 25) ">" (chance(20) ? "<head>" clause() "</head>" : "") sentence(chance(80) ? 2 : 6) "</event>\n"
    }
    return s "</timeline>"
}
function hint(i, n, s) {
    n = count(1, 4, 8)
    s = "<hint" attribute("head", any("核心提示|提示|这一年"), 85) ">\n"
    for (i = 0; i < n; i++) s = s "<p>" sentence(4) "</p>\n"
    return s "</hint>"
}
function figure_(s) {
    s = "<figure" attribute("label", label_(), 88) attribute("before", any("半年|3天"), 12) ">"
    s = s (chance(6) ? "<v status=\"missing\"/>" : v_of(amount(), attribute("status", "estimate", 8)))
    if (chance(18)) s = s any("<change>同比增长12%</change>|<share>占全国37%</share>")
    return s "</figure>"
}
function figures(i, n, s) {
    n = count(1, 6, 14)
    s = "<figures" attribute("head", "关键数字", 40) ">\n"
    for (i = 0; i < n; i++) s = s figure_() "\n"
    return s "</figures>"
}
function ledger(i, j, n, m, s, tasks, results) {
    n = count(1, 5, 10); tasks = chance(85); results = chance(90)
    s = "<ledger" attribute("head", "目标与结果", 25) (chance(75) ? " left=\"任务书\" right=\"成绩单\"" : "") ">\n"
    for (i = 1; i <= n; i++) {
        s = s "<row" attribute("head", any("共建交通&#x200B;“一张网”|公共服务&#x200B;“一卡通”|一网通办|推动&#x200B;西部陆海新通道建设"), 80) ">"
        if (tasks && chance(92)) s = s "<task>" any("加密城际列车|推进异地就医结算，" clause() "|" clause()) "</task>"
        if (results && chance(85)) s = s "<result>" any(clause() "|日均开行再提速|" sentence(2)) "</result>"
        m = chance(20) ? 0 : count(1, 2, 5)
        for (j = 0; j < m; j++) s = s figure_()
        s = s "</row>\n"
    }
    return s "</ledger>"
}
function goal(s) {
    s = "<goal" attribute("head", any("到2025年|总目标"), 50) ">"
    if (chance(75)) return s any("主营业务收入|物流总额达到|") "<target by=\"2025\">" any("超过1万亿元|14万亿元|300家|增长50%") "</target>" any("|，" clause()) "</goal>"
    return s clause() "</goal>"
}
function structure(inside, i, j, n, m, s, listed, numeral) {
    split("一|二|三|四|五|六|七|八|九|十", numeral, "|")
    n = inside ? between(2, 4) : count(2, 5, 9)
    s = "<structure" attribute("head", "空间布局", 40) (chance(50) ? " declared=\"" n "\"" : "") ">\n"
    if (!inside && chance(75)) s = s goal() "\n"
    for (i = 1; i <= n; i++) {
        listed = chance(50); m = count(1, 4, 9)
        s = s "<node count=\"" any(numeral[m] "|" m) "\" head=\"" any("极核|通道|带|枢纽|中心城区|圈") "\"" attribute("label", any("对外大通道|枢纽经济发展区|沿线"), 40) ">"
        for (j = 1; listed && j <= m; j++) s = s "<name>" key_(j) "</name>"
        s = s "</node>\n"
    }
    return s "</structure>"
}
function tasks(i, n, s, numbers, heads) {
    n = count(1, 8, 14); numbers = chance(75); heads = chance(80)
    s = "<tasks" attribute("head", "重点任务", 25) (chance(50) ? " declared=\"" n "\"" : "") ">\n"
    if (chance(80)) s = s goal() "\n"
    for (i = 1; i <= n; i++)
        s = s "<task" (numbers ? sprintf(" no=\"%02d\"", i) : "") (heads ? attribute("head", any("产业生态|清洁能源|航空航天|开放协同|世界级装备制造集群"), 90) : "") ">" \
            any("共建两核一带|打造优势产业|" clause() "|" sentence(2)) "</task>\n"
    if (chance(30)) s = s structure(1) "\n"
    return s "</tasks>"
}
function strip(i, n, s) {
    n = count(1, 6, 20)
    s = "<strip" attribute("head", any("便民热线|热线"), 70) ">\n"
    for (i = 0; i < n; i++)
        s = s "<pair label=\"" any("市长公开电话|税务|环保举报|医疗咨询|政务服务“好差评”监督电话") "\">" any("12345|12366|67706615|023-89189|400-100-2022") "</pair>\n"
    return s "</strip>"
}
function names(i, n, s, slogans) {
    n = count(1, 12, 40); slogans = chance(45)
    s = "<names" attribute("head", "首批名单", 50) ">\n"
    for (i = 1; i <= n; i++) s = s "<name>" key_(i) (slogans ? "<em>" any("“一卡通”|“协同认”|“一次办好”") "</em>" : "") "</name>\n"
    return s "</names>"
}
function quotes(i, n, s) {
    n = count(1, 3, 7)
    s = "<quotes" attribute("head", "他们说", 35) ">\n"
    for (i = 0; i < n; i++)
        s = s "<q" attribute("by", any("社区居民|装备企业负责人|重庆市发展和改革委员会副主任　李明"), 80) ">" any("|“") sentence(chance(75) ? 2 : 7) "</q>\n"
    gsub("“过去[^“]*</q>", "&", s)
    return s "</quotes>"
}
function running(i, n, s) {
    n = count(1, 5, 14)
    s = "<text" attribute("head", "现场", 20) attribute("columns", between(1, 5), 45) ">\n"
    if (chance(20)) s = s "<jump from=\"1\"/>\n"
    if (chance(60)) s = s "<byline>" any("本报记者 李明|本报记者 李明 王晓 实习生 赵欣") "</byline>\n"
    for (i = 0; i < n; i++) {
        if (i && chance(25)) s = s "<subhead>" any("产业连成片|一张清单　管到底|从“物理相加”到“化学相融”　跑出加速度") "</subhead>\n"
        s = s "<p>" (i == 0 && chance(20) ? "<em>本报讯</em>　" : "") sentence(7) "</p>\n"
    }
    if (chance(20)) s = s "<jump to=\"5\"/>\n"
    return s "</text>"
}
# One unit a column, so that every cell of it may be drawn.
function table(i, j, n, m, s, unit, bar, wide, width) {
    n = count(1, 7, 30); m = between(1, 6)
    s = "<table" attribute("head", "分区指标", 30) ">\n<column head=\"" any("片区|项目") "\"/>\n"
    for (j = 1; j <= m; j++) {
        unit[j] = any("平方公里|万人|亿元|%|"); bar[j] = chance(25)
        width = "<column head=\"" any("面积|人口|增速|产值（现价）|规上&#x200B;企业|同比") "\"" (unit[j] != "" ? " unit=\"" unit[j] "\"" : "") (bar[j] ? " bar=\"yes\"" : "") "/>"
        if (j == 2 && m > 2 && chance(40)) s = s "<columns head=\"其中\">" width
        else if (j == 3 && index(s, "<columns") && !index(s, "</columns>")) s = s width "</columns>\n"
        else s = s width "\n"
    }
    for (i = 1; i <= n; i++) {
        if (chance(8)) s = s "<row head=\"" any("主城|其他区县") "\"/>\n"
        s = s "<row" attribute("weight", "key", 12) "><cell>" key_(i) "</cell>"
        for (j = 1; j <= m; j++) {
            if (j < m && !bar[j] && chance(6)) { s = s "<cell span=\"2\">" any("暂缺|并入上栏") "</cell>"; j++; continue }
            if (chance(8)) s = s "<cell/>"
            else if (unit[j] == "" && chance(40)) s = s "<cell>" any("已建|在建|" clause()) "</cell>"
            else s = s "<cell><v>" (unit[j] == "%" ? any("|-|+") : "") number() "</v></cell>"
        }
        s = s "</row>\n"
    }
    return s "</table>"
}
function photo() {
    return "<photo" attribute("src", "photos/sample.jpg", 70) attribute("crop", any("0 12 8 0|10 0 0 25"), 25) attribute("focus", "30 50", 25) ">" \
        (chance(80) ? "<caption" attribute("date", "2022-06-29", 50) any("| writing=\"horizontal\"") ">" sentence(chance(80) ? 1 : 4) "</caption>" : "") \
        (chance(60) ? "<credit>记者 李明 摄</credit>" : "") "</photo>"
}
function photos(i, n, s) { n = between(1, 4); for (i = 0; i < n; i++) s = s photo() "\n"; return s }
function credits(i, n, s) {
    n = between(0, 4)
    s = "<credits>"
    for (i = 0; i < n; i++) s = s "<source>" any("市发展改革委|重庆市统计局、四川省统计局|本报资料") "</source>"
    if (chance(60)) s = s "<compiled by=\"" any("记者 李明|记者 李明　王晓　赵欣") "\"/>"
    if (chance(60) || n == 0) s = s "<art by=\"丁龙\"/>"
    return s "</credits>"
}

# ---- charts

function state_() { return attribute("status", any("estimate|forecast|target|revised"), 14) }
function value(kind, unit, sign) {
    if (chance(5)) return "<v status=\"missing\"/>"
    return "<v" state_() ">" any("||||约|超|近") sign number() (unit == "" ? "家" : "") "</v>"
}
function beside() { return chance(15) ? any("<change>同比增长12%</change>|<share>占全国37%</share>|<change>同比下降3.5%</change>") : "" }
function items(kind, unit, n, negative, series, i, s, some) {
    some = kind !~ /line/ && beside() != ""
    for (i = 1; i <= n; i++) {
        s = s "<item key=\"" keys[i] "\">" value(kind, unit, negative && chance(35) ? "-" : "")
        if (!series && some && chance(70)) s = s any("<change>同比增长12%</change>|<share>占全国37%</share>|<change>同比下降3.5%</change>")
        s = s "</item>\n"
    }
    return s
}
function parts_of_whole(n, i, left, part, s) {
    left = chance(70) ? 1000 : between(600, 900)
    for (i = 1; i <= n; i++) {
        part = i == n ? left : int(left * between(10, 70) / 100) + 1
        left -= part
        s = s "<item key=\"" keys[i] "\"><v>" part / 10 "</v></item>\n"
    }
    return s
}
function make_keys(n, kind, i, year) {
    if (kind == "line" || (kind == "column" && chance(60))) {
        if (chance(60)) for (i = 1; i <= n; i++) keys[i] = sprintf("%04d-%02d", 2019 + int((i - 1) / 12), (i - 1) % 12 + 1)
        else { year = 2023 - n; for (i = 1; i <= n; i++) keys[i] = (year + i) "年" }
    } else for (i = 1; i <= n; i++) keys[i] = key_(i)
}
function chart(kind, n, m, i, s, data, unit, heads, notes) {
    unit = chance(60) ? any("万人次|亿元|家|%") : ""
    n = count(1, 7, 24)
    if (kind ~ /donut|stacked|waffle/) n = kind == "donut" ? between(1, 5) : kind == "stacked" ? between(1, 5) : between(1, 3)
    if (kind ~ /line/ && n < 2) n = 3
    make_keys(n, kind)
    heads = chance(75) ? "<title>" any("机场旅客吞吐量|新设企业|月度客流：前五个月止跌回升、创出新高的只有东站|构成") "</title>" : ""
    if (heads != "" && chance(35)) heads = heads "<deck>" any(clause() "|2022年1—5月") "</deck>"
    if (kind == "share" || kind == "waffle") {
        unit = "%"
        for (i = 1; i <= n; i++) data = data "<item key=\"" keys[i] "\"><share among=\"全国\">" (kind == "waffle" ? between(1, int(96 / n)) : between(1, 99)) any("|.5") "%</share></item>\n"
    } else if (kind == "ladder") {
        unit = ""
        for (i = 1; i <= n; i++) data = data "<item key=\"" keys[i] "\"><rank among=\"" any("全国|西部") "\"" any("| within=\"10\"") ">" any("第二|第3|前十|首位|第10|第" between(1, 30)) "</rank></item>\n"
    } else if (kind == "donut") {
        unit = "%"; data = parts_of_whole(n)
    } else if (kind == "stacked") {
        unit = any("家|亿元"); for (i = 1; i <= n; i++) data = data "<item key=\"" keys[i] "\"><v>" between(1, 400) "</v></item>\n"
    } else if (kind ~ /line|column|bar/ && chance(kind == "line" ? 70 : 40)) {
        m = between(2, kind == "line" ? 5 : 4)
        for (i = 1; i <= m; i++) data = data "<series head=\"" any("东|西|南部三区|") i any("区|站|号线") "\">\n" items(kind, unit, n, 0, 1) "</series>\n"
    } else data = items(kind, unit, n, kind == "diverging" || (kind ~ /bar|column|line/ && chance(25)), kind ~ /line/)
    s = "<chart kind=\"" kind "\"" attribute("highlight", "'" keys[upto(n)] "'", 50)
    if (kind ~ /rank|bar|column|line/ && chance(10) && !index(data, ">-")) s = s " broken=\"yes\""
    s = s ">" heads "\n<data" attribute("key", any("机场|年份"), 50) (unit != "" ? " unit=\"" unit "\"" : "") (kind ~ /rank/ ? attribute("sort", "desc", 70) : "") ">\n" data "</data>\n"
    notes = chance(40) ? between(1, 2) : 0
    for (i = 0; i < notes; i++)
        s = s "<annotation of=\"'" keys[upto(n)] "'\"" attribute("label", any("其中两场合计|占总量的&#x200B;63.6%（据此计算）"), 50) ">" any("<v>1210.5万人次</v>|" clause() "|" sentence(2)) "</annotation>\n"
    if (chance(20)) s = s "<note>" clause() "</note>\n"
    return s "</chart>"
}

# ---- places

# Of all drawn sets the variant gets those that it has.
function group_sets(which, drawn, n, i, pair, out) {
    n = 0
    drawn[++n] = any("||bars=" any("unit|series")); drawn[++n] = any("||parts=" any("strip|units|figures"))
    drawn[++n] = any("||pictures=" any("rank|rank change|change")); drawn[++n] = any("||cells=" between(1, 4))
    drawn[++n] = any("|||icon-at=head"); drawn[++n] = any("|||part-figures=small"); drawn[++n] = any("||||spans=4 8 6 6 12")
    drawn[++n] = any("|||badge=0mm"); drawn[++n] = any("|||rule=0mm"); drawn[++n] = any("|||count=项")
    out = ""
    for (i = 1; i <= n; i++) {
        split(drawn[i], pair, "=")
        if (drawn[i] != "" && index(" " has[which] " ", " " pair[1] " ")) out = out "<set name=\"" pair[1] "\" value=\"" pair[2] "\"/>"
    }
    return (old && which == "rows" ? "<set name=\"points\" value=\"rows\"/>" : "") out
}
# What template files set; other parameters may become constants.
function sets(block, which) {
    if (block == "groups") return group_sets(which)
    if (block == "figures") return any("|<set name=\"equal\" value=\"yes\"/>") any("|<set name=\"lead-ink\" value=\"accent\"/>") any("|<set name=\"inset\" value=\"0mm\"/>")
    if (block == "tasks") return any("|<set name=\"goal-badge\" value=\"yes\"/>")
    if (block == "timeline") return any("||<set name=\"scale\" value=\"" any("time|even") "\"/>") any("||<set name=\"calendar\" value=\"yes\"/>") any("||<set name=\"rows\" value=\"aligned\"/>") any("||<set name=\"bands\" value=\"no\"/>")
    if (block == "names") return any("|<set name=\"numbers\" value=\"yes\"/>") any("|<set name=\"justify\" value=\"yes\"/>")
    if (block == "photo") return any("||<set name=\"writing\" value=\"horizontal\"/>") any("||<set name=\"alike\" value=\"yes\"/>")
    if (block == "credits") return any("|<set name=\"ruled\" value=\"no\"/>")
    return ""
}
function variant(block) {
    if (block == "groups") return any("cards|cards|bands|list")
    if (block == "ledger") return any("table|pairs|stack")
    if (block == "tasks") return any("ring|sides|grid|list")
    if (block == "structure") return any("hub|row|list")
    if (block == "timeline") return any("axis-left|horizontal")
    if (block == "names") return any("list|slogans")
    if (block == "quotes") return any("stack|large")
    if (block == "table") return any("grid|grid|list")
    if (block == "credits") return any("line|stack|auto")
    return ""
}
function place(block, attributes, which, rest) {
    which = variant(block)
    if (block ~ /^(figures|groups|hint|names|table|tasks|text|timeline)$/ && chance(35)) rest = " columns=\"" between(2, 4) "\"" (chance(50) ? " column-gap=\"5mm\"" : "")
    if (block == "groups" && any("|rows") == "rows" && which == "cards") which = "rows"
    rest = rest ">" sets(block, which)
    if (which != "") attributes = attributes " variant=\"" (old && which == "rows" ? "cards" : which) "\""
    return "<place select=\"" block "\"" attributes rest "</place>"
}
function page(width) {
    if (chance(70)) return "size=\"" width "mm auto\" max=\"2000mm\" margin=\"3mm\""
    return "size=\"" width "mm " any("120|180|260|390|500") "mm\" margin=\"" any("3mm|8mm 9mm 6mm 9mm") "\""
}
function template_of(name, block, width, file, body) {
    file = out "/templates/" name ".xml"
    width = block == "ledger" || block == "table" ? any("107|124|150|170|200|250|350") : any("60|72|90|107|124|150|170|200|250|350")
    body = upto(8)
    if (body == 1) body = "<box ground=\"accent\" reversed=\"yes\" inset=\"3\">" place(block) "</box>"
    else if (body == 2) body = "<box ground=\"panel\" inset=\"2\" gap=\"2..5\"><rule weight=\"0.5mm\"/>" place(block) "</box>"
    else if (body == 3) body = "<grid columns=\"3\" gutter=\"4mm\" baseline=\"4mm\">" place(block, " span=\"" between(1, 3) "\"") "</grid>"
    else if (body == 4) body = "<row gap=\"5\" share=\"" any("3 2|1 1|1 3") "\"" attribute("align", any("baseline|foot|top"), 40) ">" place(block) "<place select=\"note\"/></row>"
    else body = place(block, attribute("stretch", "1", 25))
    printf "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<template xmlns=\"urn:zhitu:1\" name=\"%s\" theme=\"chongqing\">\n<page %s/>\n%s<column gap=\"%s\">\n%s\n<omit select=\"*\" why=\"alone\"/>\n</column>\n</template>\n", \
        name, page(width), "", any("3|2..5|0"), body >file
    close(file)
}
function write_document(name, template, body, file) {
    file = out "/docs/" name ".xml"
    printf "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphic xmlns=\"urn:zhitu:1\" id=\"%s\" template=\"%s\" issue=\"2022-06-30\">\n%s\n</graphic>\n", name, template, body >file
    close(file)
}
function block_xml(block) {
    if (block == "groups") return groups()
    if (block == "timeline") return timeline()
    if (block == "hint") return hint()
    if (block == "figures") return figures()
    if (block == "ledger") return ledger()
    if (block == "tasks") return tasks()
    if (block == "structure") return structure(0)
    if (block == "strip") return strip()
    if (block == "names") return names()
    if (block == "quotes") return quotes()
    if (block == "text") return running()
    if (block == "table") return table()
    if (block == "photo") return photos()
    if (block == "credits") return credits()
    return chart(substr(block, 7))
}
function alone(block, nth, name, body) {
    name = "drawn-" block "-" nth
    sub(":", "-", name)
    body = block_xml(block)
    if (block != "credits" && chance(30)) body = body "\n<note>" clause() "。</note>"
    write_document(name, name, body)
    template_of(name, block ~ /^chart/ ? "chart" : block)
    print name, "docs/" name ".xml", name
}
# A page of several blocks, in a template that is shipped.
function full(nth, name, i, n, body, template, blocks, order) {
    name = "drawn-page-" nth
    template = any("tall-page|card-board|card|card-slot|card-narrow|story-page|story-half|digest|digest-narrow|slot|narrow|chart-board|chart-column|figures-card|names-card|tasks-grid|tasks-ring|timeline-column|timeline-wide|ledger-wide|structure-slot|strip-wide")
    n = split("groups timeline hint chart:rank chart:column chart:donut photo ledger tasks structure strip names figures quotes text table", order, " ")
    body = kicker_to_lead()
    # The order of the grammar does not matter between blocks; at most four of them.
    for (i = 1; i <= n; i++) if (chance(20)) body = body block_xml(order[i]) "\n"
    if (chance(40)) body = body "<note>" sentence(1) "</note>\n"
    if (chance(70)) body = body credits() "\n"
    write_document(name, template, body)
    print name, "docs/" name ".xml", template
}

# ---- heads, neighbours, remarks

# Titles from two characters to two lines and more, with and without a pause, marks, a break by hand.
function title_text() {
    return any("数说|一季度开局|联动联建|“双核”联动　成效显著|共建“双城圈”|跨省通办事项增至311项|唱好“双城记”　建好经济圈" \
        "|成渝地区双城经济圈建设三周年|从图纸走向现实　从现实走向日常　从日常走向心里|一座桥<br/>两座城|GDP破3万亿元！" \
        "|（上）西部（重庆）科学城：从“一张白纸”到“一座城”|你好，2022|办事“不见面”、审批“不见章”、服务“不打烊”　群众少跑腿" \
        "|重庆、四川两省市党政联席会议第五次会议召开　部署下半年重点任务")
}
function heads_xml(s) {
    s = chance(60) ? "<kicker>" any("数读|从案例看联动发展成果|一图读懂·川渝两地联动联建三周年系列报道之一") "</kicker>\n" : ""
    s = s "<title>" title_text() "</title>\n"
    if (chance(60)) s = s "<deck>" any(title_text() "|" clause() "，" clause() "|" sentence(3)) "</deck>\n"
    if (chance(40)) s = s "<lead>" sentence(5) "</lead>\n"
    if (chance(30)) s = s "<asof>2022-0" upto(5) any("|-15") "</asof>\n"
    return s
}
function heads_template(name, file, style, body) {
    file = out "/templates/" name ".xml"
    style = sprintf("<style name=\"title\" from=\"title\" size=\"%dpt\" min=\"%dpt\" max=\"%dpt\" leading=\"1.%d\"%s%s/>\n", \
        between(22, 40), between(14, 20), between(40, 64), between(1, 3), attribute("grow", "yes", 60), attribute("align", "centre", 25))
    body = upto(5)
    if (body == 1) body = "<row gap=\"0\"><box width=\"" between(20, 44) "mm\" ground=\"accent\" reversed=\"yes\" writing=\"vertical\" inset=\"0 4mm 0 0\">" \
        "<row share=\"24 9\" gap=\"1mm\"><place select=\"title\"/><place select=\"kicker\"/></row></box>" \
        "<column gap=\"2\"><place select=\"deck lead asof\" gap=\"1\"/></column></row>"
    else if (body == 2) body = "<row gap=\"3\" share=\"3 2\" align=\"baseline\"><place select=\"kicker\"/><place select=\"asof\"/></row><place select=\"title\"/><place select=\"deck lead\" gap=\"1\"/>"
    else if (body == 3) body = "<box ground=\"accent\" reversed=\"yes\" bleed=\"yes\" inset=\"3\"><place select=\"kicker title deck asof lead\" gap=\"1\"/></box>"
    else body = "<rule weight=\"1.2mm\" ink=\"accent\"/><place select=\"kicker title deck lead asof\" gap=\"" any("1|2..3") "\"/>"
    printf "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<template xmlns=\"urn:zhitu:1\" name=\"%s\" theme=\"chongqing\">\n<page %s/>\n%s<column gap=\"%s\">\n%s\n<omit select=\"*\" why=\"alone\"/>\n</column>\n</template>\n", \
        name, page(any("60|80|107|150|200|260|350")), style, any("2..5|3"), body >file
    close(file)
}
# Two blocks beside one another, and one below that takes what is left.
function neighbours(nth, name, one, other, below, file, body) {
    name = "drawn-beside-" nth
    one = any("groups|figures|ledger|timeline|names|text|chart:column|chart:rank|tasks")
    other = any("quotes|hint|photo|chart:donut|chart:line|table|structure|strip")
    below = chance(50) ? "credits" : ""
    body = block_xml(one) "\n" block_xml(other) "\n" (below != "" ? credits() : "")
    write_document(name, name, body)
    sub(/:.*/, "", one); sub(/:.*/, "", other)
    file = out "/templates/" name ".xml"
    body = "<row gap=\"" any("3|5|6mm") "\" share=\"" any("3 2|1 1|2 3|19 20") "\" align=\"" any("top|foot|baseline") "\">\n"
    # Two charts are told apart by their number.
    if (one == other) { one = "chart[1]"; other = "chart[2]" }
    body = body "<place select=\"" one "\"" attribute("stretch", "1", 30) "/>\n<place select=\"" other "\"" attribute("min", "30mm", 20) "/>\n</row>\n"
    printf "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<template xmlns=\"urn:zhitu:1\" name=\"%s\" theme=\"chongqing\">\n<page %s/>\n<column gap=\"%s\">\n%s<place select=\"credits\"/>\n<omit select=\"*\" why=\"alone\"/>\n</column>\n</template>\n", \
        name, page(any("170|200|240|350")), any("2..5|3..5"), body >file
    close(file)
    print name, "docs/" name ".xml", name
}
# Remarks of several lines that break by sense, at charts that have room for them or not.
function remarked(nth, name, kind, body, remark, cut) {
    name = "drawn-remark-" nth
    kind = any("rank|column|bar|line|donut|waffle|diverging|stacked")
    body = chart(kind)
    remark = "<annotation of=\"'" keys[1] "'\"" attribute("label", "两场合计，&#x200B;占十场总量的&#x200B;63.6%", 50) ">" \
        any("<v>1210.5万人次</v>|两地中欧班列&#x200B;已开行，&#x200B;截至4月底|" clause() "，&#x200B;" clause() "|<change>同比增长212%</change>") "</annotation>\n"
    cut = index(body, "</data>\n") + length("</data>")
    write_document(name, name, substr(body, 1, cut) remark substr(body, cut + 1))
    template_of(name, "chart")
    print name, "docs/" name ".xml", name
}

BEGIN {
    has["cards"] = "pictures cells part-figures spans badge"; has["rows"] = "bars icon-at"; has["bands"] = has["list"] = "badge rule count"
    blocks = split("groups 140|timeline 90|hint 24|figures 40|ledger 70|tasks 90|structure 60|strip 20|names 40|quotes 30|text 50|table 60|photo 30|credits 16" \
        "|chart:bar 60|chart:column 60|chart:diverging 40|chart:donut 50|chart:ladder 35|chart:line 70|chart:rank 60|chart:share 25|chart:stacked 30|chart:waffle 25", kinds, "|")
    for (k = 1; k <= blocks; k++) {
        split(kinds[k], kind_, " ")
        for (number_ = 1; number_ <= kind_[2]; number_++) {
            seed(k * 1000 + number_)
            alone(kind_[1], number_)
        }
    }
    for (number_ = 1; number_ <= 120; number_++) { seed(90000 + number_); full(number_) }
    for (number_ = 1; number_ <= 90; number_++) {
        seed(91000 + number_)
        name_of = "drawn-heads-" number_
        write_document(name_of, name_of, heads_xml())
        heads_template(name_of)
        print name_of, "docs/" name_of ".xml", name_of
    }
    for (number_ = 1; number_ <= 90; number_++) { seed(92000 + number_); neighbours(number_) }
    for (number_ = 1; number_ <= 60; number_++) { seed(93000 + number_); remarked(number_) }
}
