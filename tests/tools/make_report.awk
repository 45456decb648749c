# A report drawn by lot: awk -v seed=N -v chapters=N -f make_report.awk. Paragraphs are numbered (段0001),
# so are notes (注0001), so that a test can look for them; figures float, tables may be torn, references
# lead to figures, tables and sections.
function rnd(n) { state = (state * 16807) % 2147483647; return state % n }
function words(n,   out, i) {
    out = ""
    while (n > 0) { i = rnd(count) + 1; out = out phrase[i]; n -= length(phrase[i]) }
    return out
}
function paragraph(   notes, text, target) {
    paragraphs++
    text = sprintf("段%04d", paragraphs) words(30 + rnd(220))
    if (rnd(5) == 0) text = text sprintf("，到%d年达到<v name=\"指标%02d\">%d.%d万人次</v>", 2020 + rnd(5), rnd(30), 10 + rnd(900), rnd(10))
    if (figures > 0 && rnd(3) == 0) {
        target = "f" (1 + rnd(figures))
        text = text "（<see to=\"" target "\"" (rnd(2) ? " show=\"both\"" : "") "/>）"
    }
    if (rnd(4) == 0) { notes_made++; text = text sprintf("。<fn>注%04d%s。</fn>", notes_made, words(12 + rnd(60))); text = text words(20 + rnd(40)) }
    print "<p>" text "。</p>"
}
function chart(   i, n) {
    made++
    print "<chart kind=\"" (rnd(2) ? "rank" : "bar") "\" id=\"f" made "\" head=\"图题" made "\"><title>结论" made words(6) "</title><data unit=\"万人次\">"
    n = 3 + rnd(8)
    for (i = 1; i <= n; i++) printf "<item key=\"地区%d\"><v>%d.%d</v></item>", i, 900 - 80 * i + rnd(40), rnd(10)
    print "</data></chart>"
}
function table(   i, n) {
    made++
    n = 4 + rnd(60)
    print "<table id=\"f" made "\" head=\"表题" made "\" split=\"yes\"><column head=\"指标\"/><column head=\"数值\"/><column head=\"时间\"/>"
    for (i = 1; i <= n; i++) {
        if (i % 12 == 1) print "<row head=\"类" i "\"/>"
        printf "<row head=\"表%d行%02d\"><cell><v>%d万人次</v></cell><cell>20%02d年</cell></row>\n", made, i, 10 + rnd(900), 10 + rnd(14)
    }
    print "</table>"
}
BEGIN {
    state = seed * 7919 + 12345
    count = split("两地共同推进交通物流|产业协作不断加深|公共服务逐步便利，|科技创新平台加快建设|生态环境联防联治|口岸通道持续拓展，|企业和项目陆续落地|群众办事少跑路，|数据按公布的口径排列|目标与进度分开来看，|机制运行平稳", phrase, "|")
    if (!chapters) chapters = 4
    print "<report xmlns=\"urn:zhitu:1\" id=\"made-" seed "\" template=\"" (template ? template : "report-a4") "\" issue=\"2023-06-30\">"
    print "<cover><kicker>年度报告</kicker><title>用来测试的报告</title></cover><toc depth=\"2\"/><list of=\"chart\" head=\"图目录\"/><list of=\"table\" head=\"表目录\"/>"
    figures = chapters * 4
    for (c = 1; c <= chapters; c++) {
        print "<section id=\"c" c "\" head=\"第" c "篇题目\" short=\"篇" c "\"><lead>导语" c words(60) "。</lead>"
        for (s = 1; s <= 2; s++) {
            print "<section id=\"c" c "s" s "\" head=\"节题" c "之" s words(4) "\"><text>"
            for (n = 3 + rnd(7); n > 0; n--) { if (rnd(6) == 0) print "<subhead>小题" c s n "</subhead>"; paragraph() }
            print "</text>"
            chart()
            print "<text>"; paragraph(); paragraph(); print "</text>"
            table()
            print "</section>"
        }
        print "</section>"
    }
    print "<appendix head=\"附录　数据表\"><data of=\"chart\"/></appendix><sources head=\"资料来源\"><source>统计公报</source></sources><index of=\"indicators\" head=\"指标索引\"/></report>"
}
