# awk -v seed=N -v items=N [-v copy=PERCENT] [-v pictures=1] -f make_news.awk: a newspaper page whose items have no frames, drawn
# by lot: a lead with subheads, two stories with decks, short ones, and as the number falls an advertisement at
# the foot or a panel. `copy` is how much text there is for the room (100: about what it holds). The same in every
# awk: no rand(), no locale.
function start(n) { state = (n * 7919 + 104729) % 2147483647; for (warm = 0; warm < 5; warm++) draw() }
function draw() { state = (state * 16807) % 2147483647; return state / 2147483647 }
function between(a, b) { return a + int(draw() * (b - a + 1)) }
function word() { return words[between(1, word_count)] }
# So many characters of words of two each.
function run(n,    out) { for (out = ""; n > 0; n -= 2) out = out word(); return out }
function sentence(n,    half) {
    if (n < 16) return run(n) "。"
    half = between(3, int(n / 2) - 3) * 2
    return run(half) "，" run(n - half) "。"
}
function paragraph(n,    out, one) {
    for (out = ""; n > 0; n -= one + 2) { one = between(6, 20) * 2; if (one > n) one = n < 8 ? 8 : n; out = out sentence(one) }
    return out
}
function story(i, characters,    k, one) {
    printf "<story id=\"s%d\" rank=\"%d\">\n<title>%s　%s</title>\n", i, i, run(between(2, 4) * 2), run(between(2, 4) * 2)
    if (i <= 3) printf "<deck optional=\"yes\">——%s</deck>\n", run(between(6, 9) * 2)
    if (photo[i]) printf "<photo src=\"none-%d.jpg\" cols=\"%s\" lines=\"%d\"><caption date=\"2021-12-14\">%s</caption><credit>记者 丙某 摄</credit></photo>\n", i, photo[i], lines[i], paragraph(24)
    print "<text>"
    if (i <= 3) print "<byline>本报记者 甲某</byline>"
    for (k = 1; characters > 0; k++) {
        one = between(24, 90)
        if (one > characters) one = characters < 20 ? 20 : characters
        printf "<p%s>%s</p>\n", k % 4 == 0 ? " optional=\"yes\"" : "", paragraph(one)
        characters -= one + 6
        if (i == 1 && k % 4 == 2 && characters > 100) printf "<subhead>%s</subhead>\n", run(8)
    }
    print "</text>\n</story>"
}
BEGIN {
    word_count = split("市民 车间 企业 口岸 班列 铁路 公路 产业 协同 创新 平台 标准 服务 项目 建设 推进 合作 机制 保障 资金 人才 绿色 发展 园区 示范 工程 通道 物流 港口 农业 科技 教育 医疗 社区", words, " ")
    start(seed * 31 + items)
    if (!copy) copy = 100
    area = 8 * 102
    split("0 8x17 4x24 8x4", adverts, " ")
    advert = adverts[between(1, 4)]
    if (advert) { split(advert, size, "x"); area -= size[1] * (size[2] + 2) }
    for (i = 1; pictures && i <= items; i++) {
        if (i > 1 && draw() > 0.3) continue
        wide = i == 1 ? 3 : 2
        photo[i] = i == 1 ? "3..4" : "2"
        lines[i] = i == 1 ? 20 : 15
        area -= (lines[i] + 1) * wide
    }
    for (i = 1; i <= items; i++) { share[i] = (i == 1 ? 3 : i <= 3 ? 1.5 : 1) * (0.7 + 0.6 * draw()); sum += share[i] }
    printf "<edition xmlns=\"urn:zhitu:1\" id=\"news-%d-%d\" template=\"news-page\" issue=\"2021-12-15\">\n<page no=\"5\" section=\"要闻\">\n<folio edit=\"甲一\" art=\"乙二\"/>\n", seed, items
    for (i = 1; i <= items; i++) {
        heads = i == 1 ? 70 : i <= 3 ? 36 : 16
        room = area * share[i] / sum - heads
        story(i, int((room < 12 ? 12 : room) * 14.4 * copy / 100))
    }
    if (advert) printf "<advert id=\"ad\" cols=\"%d\" lines=\"%d\" at=\"foot\"/>\n", size[1], size[2]
    print "</page>\n</edition>"
}
