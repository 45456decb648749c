# awk -v out=FOLDER -v count=N -f make_graphics.awk DRAWN.xml…: writes N documents of several blocks into
# FOLDER, graphic-1.xml and so on, for template="auto". The blocks are those of documents drawn by lot
# (make_documents.awk) and of samples of the gallery; which of them stand together, and under which heads, is drawn from the document's own
# number, so that one more document moves none of the others. The same in every awk: no rand(), no locale.

function seed(n) { state = (n * 6271 + 15485863) % 2147483647; for (warm = 0; warm < 5; warm++) draw() }
function draw() { state = (state * 16807) % 2147483647; return state / 2147483647 }
function upto(n) { return int(draw() * n) + 1 }
function any(list, items, n) { n = split(list, items, "|"); return items[upto(n)] }

FNR == 1 { body = left = ""; alone = 0; inside = 0 }
/^<graphic/ { inside = 1; next }
# Ids, and figures that name others, hold only within their document.
/ id="| ref="| of="#|calc=|href=|src=|grid=|<template|<(note|alt|lead)/ { alone = 1 }
/^<\/graphic>/ {
    if (!alone && body != "" && length(body) < 6000)
        bodies[++bodied] = body
    inside = 0
    next
}
# Heads and credits are the new document's own, on however many lines they stand.
left != "" { if (index($0, "</" left ">")) left = ""; next }
inside && match($0, /^ *<(title|deck|kicker|lead|asof|note|credits)/) {
    left = substr($0, RSTART, RLENGTH)
    sub(/^ *</, "", left)
    if (index($0, "</" left ">") || $0 ~ /\/> *$/)
        left = ""
    next
}
inside { body = body $0 "\n" }

END {
    for (n = 1; n <= count; n++) {
        seed(n)
        file = out "/graphic-" n ".xml"
        printf "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" >file
        printf "<graphic xmlns=\"urn:zhitu:1\" id=\"graphic-%d\" template=\"auto\" issue=\"2022-06-30\">\n", n >file
        if (draw() < 0.5)
            printf "<kicker>%s</kicker>\n", any("双城经济圈|从数字看变化|两地这一年|记者调查") >file
        printf "<title>%s</title>\n", any("两地往来更近了|一组数字看进展|五年，五件事|“一张网”越织越密|办成的事，还差的事|从规划到开工只用了九个月") >file
        if (draw() < 0.6)
            printf "<deck>%s</deck>\n", any("过去要等两天的货，如今当天就能上线。|数据截至五月底。|企业、高校、院所三方共建，缺什么、多什么一目了然。") >file
        blocks = draw() < 0.4 ? 1 : draw() < 0.6 ? 2 : 3
        for (i = 0; i < blocks; i++)
            printf "%s", bodies[upto(bodied)] >file
        if (draw() < 0.3)
            printf "<note>示例数据。</note>\n" >file
        printf "<credits><source>示例</source></credits>\n</graphic>\n" >file
        close(file)
    }
}
