# Newspaper pages: frames by hand, text that ends on the last line of its columns, what stands in it.
. "$(dirname "$0")/lib.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/data"
cp "$top/data/rexian.xml" "$top/data/zhuangbei.xml" "$work/data/"

# words COUNT SEED: so many characters of made copy, no two runs alike
words() {
    awk -v n="$1" -v s="$2" 'BEGIN {
        split("山 水 城 桥 江 路 车 船 港 站 园 厂 村 街 店 校 田 林 花 茶 米 油 布 纸 灯 窗 门 楼 塔 亭", w, " ")
        srand(s); for (i = 1; i < n; i++) { printf "%s", w[1 + int(rand() * 30)]; if (i % 17 == 9) printf "，" } print "。" }'
}
# page ITEMS [ATTRIBUTES]: an edition of one page in $work/data/e.xml
page() {
    printf '<edition xmlns="urn:zhitu:1" id="e" template="news-page" %s>\n<page no="%s" section="要闻">\n<folio edit="甲一" art="乙二"/>\n%s\n</page>\n</edition>\n' \
        "${2:-issue=\"2021-12-15\"}" "${3:-5}" "$1" >"$work/data/e.xml"
}
render() { "$ZHITU" render --lang en --templates "$top/templates" --root "$work/data" -o "$work/out" "$@" "$work/data/e.xml" 2>&1; }
codes() { render "$@" | sed -nE 's/.*\[([a-z-]+)\]$/\1/p' | sort | uniq -c | awk '{print $1 " " $2}' | paste -sd' '; }
# runs: text and box of each run, points: x y w h
runs() { "$ZHITU" dump --stage=scene --json --templates "$top/templates" --root "$work/data" "$work/data/e.xml" 2>/dev/null | jq -r '.pages[0].items[] | select(.kind == "glyphs") | "\(.part) \(.box | map(. * 100 | round / 100 | tostring) | join(" ")) \(.text)"'; }

text=$(for i in 1 2 3 4 5 6 7 8; do echo "<p>$(words $((60 + i * 13)) $i)</p>"; done)
# story LINES [ATTRIBUTES]
story() { printf '<story id="s" rank="2" column="1" line="0" cols="3" lines="%s" %s><title>三栏的一篇稿件</title><text>%s</text></story>' "$1" "$2" "$text"; }

# The frame that the finding names holds the text, whatever it was.
for lines in 12 40; do
    page "$(story $lines)"
    said=$(render)
    want=$(grep -oE 'lines="[0-9]+"' <<<"$said" | head -n 1 | grep -oE '[0-9]+')
    page "$(story "$want")"
    check "from $lines lines to those that the finding names" grep -qvE 'story-overset' <(render)
    equal "and no more ($lines)" "" "$(render | grep -o story-overset)"
done
rm -rf "$work/out"
page "$(story 12)"
equal "overset is an error, nothing is written" "1 story-overset" "$(codes)"
check "no file" test ! -e "$work/out/e.pdf"

# Every leg ends on its last line, and lines stand on the grid of 4.8 mm.
page "$(story 34)"
grid=$(runs | awk '$1 == "text" { top = $3 / 72 * 25.4; k = (top - 30) / 4.8; print k - int(k + 0.001) }' | sort -n | awk 'NR == 1 { a = $1 } { b = $1 } END { printf "%.2f\n", b - a }')
equal "all lines of text on one grid" "0.00" "$grid"

# Optional paragraphs fill the legs exactly.
filled=0
for n in 20 22 24 26 28; do
    optional=$(for i in 1 2 3 4 5 6; do echo "<p>$(words $((50 + i * 17)) $((i + n)))</p><p optional=\"yes\">$(words $((12 + i * 11)) $((i + 90)))</p>"; done)
    page "<story id=\"s\" rank=\"2\" column=\"1\" line=\"0\" cols=\"3\" lines=\"$n\"><title>三栏的一篇稿件</title><text>$optional</text></story>"
    grep -q underset <(render) || filled=$((filled + 1))
done
check "optional paragraphs fill three legs in most heights ($filled of 5)" test "$filled" -ge 4

# The weekday, the furniture, the heads are there; nothing is lost.
page "$(story 34)"
rm -rf "$work/out"
render -f pdf >/dev/null
pdftotext -raw "$work/out/e.pdf" "$work/e.txt"
for word in 2021年12月15日 星期三 "编辑 甲一" "美编 乙二" 要闻 重庆日报 三栏的一篇稿件; do
    check "“$word” is printed" grep -q "$word" "$work/e.txt"
done
page "$(story 34)" 'issue="2024-02-29"'
render -f pdf >/dev/null
check "29 February 2024 was a Thursday" grep -q 星期四 <(pdftotext -raw "$work/out/e.pdf" -)
order=$(for i in 1 4 8; do words $((60 + i * 13)) $i | cut -c1-8; done | while read -r w; do grep -bo "$w" <(tr -d '\n' <"$work/e.txt") | head -n 1 | cut -d: -f1; done | tr '\n' ' ')
equal "paragraphs are read in their order" "$(tr ' ' '\n' <<<"$order" | sort -n | paste -sd' ' | sed 's/^ //')" "$(tr ' ' '\n' <<<"$order" | paste -sd' ' | sed 's/ $//')"

# Frames.
page "$(story 26)<advert id=\"a\" column=\"3\" line=\"20\" cols=\"4\" lines=\"10\"/>"
equal "frames that overlap" "1 frames-overlap" "$(codes | grep -o '[0-9]* frames-overlap')"
page "$(story 101)"
equal "a frame beyond the type area" "1 frame-outside" "$(codes | grep -o '[0-9]* frame-outside')"
page '<story rank="2" cols="3" lines="10"><title>无框</title><photo src="a.jpg" column="1" line="4" cols="1" lines="5"/><text><p>文字。</p></text></story>'
equal "a story without a frame round a picture with one" "1 frame-missing" "$(codes | grep -o '[0-9]* frame-missing')"
page '<place graphic="zhuangbei.xml"/>'
equal "a graphic without a size" "1 frame-missing" "$(codes | grep -o '[0-9]* frame-missing')"

page '<panel column="1" line="0" cols="3" lines="10"/>'
equal "a panel without a block" "1 missing-element" "$(codes)"

page '<story column="1" line="0" cols="1" lines="2"><title>一二三四五六七八九十</title></story>'
check "a frame lower than its heads is named with one that is not" grep -qE 'take [0-9]+ lines, its frame has 2.*story-overset' <(render)
page "$(story 34)<photo with=\"t\" column=\"4\" line=\"0\" cols=\"2\" lines=\"14\"><caption>图说。</caption></photo>"
equal "with= that names nothing" "1 unknown-with" "$(codes | grep -o '[0-9]* unknown-with')"
page "$(story 34 'with="s"')"
equal "with= that names the item itself" "1 unknown-with" "$(codes | grep -o '[0-9]* unknown-with')"

# One remedy a story, and it holds when it is followed: with its heads cut off, and with room for so many lines.
long() { printf '<story id="s" rank="2" column="1" line="%s" cols="3" lines="%s"><title>三栏的一篇稿件</title><text>%s</text></story>%s' "$1" "$2" "${3-$text}" "${4-}"; }
said_of() { render | grep -E '\[story-(over|under)set\]$'; }
for lines in 2 3 4; do
    for copy in "$text" "<p>短短的一段。</p><p>短短的又一段。</p>"; do
        page "$(long 7 $lines "$copy")"
        said=$(said_of)
        equal "a frame of $lines lines below its heads: one finding" 1 "$(wc -l <<<"$said")"
        page "$(long 7 "$(grep -oE 'lines="[0-9]+"' <<<"$said" | grep -oE '[0-9]+')" "$copy")"
        equal "followed" "" "$(render | grep -o story-overset)"
    done
done
below() { printf '<advert column="3" line="%s" cols="6" lines="17"/>' "$1"; }
for line in 36 50; do
    page "$(long 0 20 "$text" "$(below $line)")"
    check "lines that stop above what stands in line $line" grep -q 'lines="34"' <(said_of)
done
for line in 20 22 35; do
    page "$(long 0 20 "$text" "$(below $line)")"
    check "none where it stands in line $line" grep -qE 'are over, and there is no room' <(said_of)
done
page "$(long 0 20 "$text" '<advert column="4" line="20" cols="5" lines="17"/>')"
check "what stands beside is no bound" grep -q 'lines="34"' <(said_of)
page "$(long 66 20)"
check "to the foot of the page" grep -q 'lines="34"' <(said_of)
for line in 67 90; do
    page "$(long $line 10)"
    check "not beyond it, from line $line" grep -qE 'no room below its frame; cut them' <(said_of)
done
page "$(long 98 2)"
check "nor for its heads" grep -qE 'the heads .* no room below' <(said_of)

# While frames overlap or leave the page nothing is said of what they hold.
overlapping() { page "$(long 0 20 "$text" "$1")" && codes | grep -oE '[0-9]+ (frames-overlap|frame-outside|story-[a-z]+)' | paste -sd' '; }
equal "an advertisement over the foot" "1 frames-overlap" "$(overlapping "$(below 18)")"
equal "two stories in one frame" "1 frames-overlap" "$(overlapping '<story column="1" line="0" cols="3" lines="20"><title>又一篇</title></story>')"
equal "a picture of another story" "1 frames-overlap 1 story-overset" "$(overlapping "<story column=\"4\" line=\"0\" cols=\"3\" lines=\"4\"><title>又一篇</title><photo column=\"5\" line=\"12\" cols=\"2\" lines=\"8\"><caption>图说。</caption></photo></story><advert column=\"6\" line=\"15\" cols=\"3\" lines=\"17\"/>")"
page "$(long 90 34)"
equal "a frame beyond the page" "1 frame-outside" "$(codes)"

# Nothing stays empty in silence.
page '<story id="s" rank="2" column="1" line="0" cols="8" lines="50"><title>只有题的一篇</title></story>'
said=$(said_of)
check "a story without text" grep -q '“只有题的一篇” has no text: 3[0-9]* lines' <<<"$said"
page "<story id=\"s\" rank=\"2\" column=\"1\" line=\"0\" cols=\"8\" $(grep -oE 'lines="[0-9]+"' <<<"$said")><title>只有题的一篇</title></story>"
equal "followed" "" "$(codes)"
page '<story rank="2" column="1" line="0" cols="8" lines="5" over="4"><title>几篇稿件的通栏题</title></story>'
equal "a headline over several stories" "" "$(codes)"
page '<story column="1" line="0" cols="4" lines="50"/>'
check "a story without anything" grep -q 'has no text; write its <text>, or take' <(said_of)
page ''
check "a page without items" grep -q ':2:1: warning: page 5 has no items' <(render)
check "in a final version" grep -q 'error: page 5 has no items' <(render --final)
two() { printf '<edition xmlns="urn:zhitu:1" id="e" template="news-page" issue="2021-12-15">%s</edition>' "$(for no in "$@"; do printf '<page no="%s"><advert column="1" line="83" cols="8" lines="17"/></page>\n' "$no"; done)" >"$work/data/e.xml"; }
two 2 3 2 3 2
equal "pages of one number" "3 page-twice" "$(codes | grep -o '[0-9]* page-twice')"
two 2 3 22
equal "pages of three" "" "$(codes | grep -o page-twice)"

# What has no headline is named by its first words, or by its id.
named() { page "<$1 column=\"1\" line=\"0\" cols=\"3\" lines=\"30\">$2</$3>" && said_of | grep -oE '“[^”]*”' | head -n 1; }
equal "briefs without a head" "“一条简讯”" "$(named briefs "<brief><title>一条简讯</title><p>$(words 90 1)</p></brief>" briefs)"
equal "briefs without any title" "“$(words 90 1 | cut -c1-30)……”" "$(named briefs "<brief><p>$(words 90 1)</p></brief>" briefs)"
equal "what comes from another page" "“三栏的稿”" "$(named story "<text><jump from=\"3\">三栏的稿</jump><p>$(words 90 1)</p></text>" story)"
equal "by its id" "“b”" "$(named 'briefs id="b"' "<brief><p>$(words 90 1)</p></brief>" briefs)"

# Graphics are set anew for their frames; an advertisement keeps its own.
for size in "5 42" "6 50"; do
    read -r cols lines <<<"$size"
    page "<place graphic=\"zhuangbei.xml\" template=\"tasks\" column=\"1\" line=\"0\" cols=\"$cols\" lines=\"$lines\"/><advert id=\"a\" column=\"1\" line=\"83\" cols=\"8\" lines=\"17\"/><strip href=\"rexian.xml\" template=\"strip\" column=\"1\" line=\"78\" cols=\"8\" lines=\"3\"/>"
    equal "a graphic at $cols × $lines" "" "$(render -f pdf | grep " error: ")"
    equal "its words at their size ($cols × $lines)" "9.5" "$("$ZHITU" dump --stage=scene --json --templates "$top/templates" --root "$work/data" "$work/data/e.xml" 2>/dev/null | jq -r '[.pages[0].items[] | select(.kind == "glyphs" and .part == "text" and (.text | startswith("共建"))) | .size] | first')"
    ad=$("$ZHITU" dump --stage=scene --json --templates "$top/templates" --root "$work/data" "$work/data/e.xml" 2>/dev/null | jq -r '[.pages[0].items[] | select(.block == "photo" and .kind == "path") | .box[2:4] | map(. / 72 * 25.4 | round)] | first | join(" ")')
    equal "the advertisement is 350 × 80 mm" "350 80" "$ad"
done

# boxed: a frame on the columns' edges; the graphic is set again for what it leaves, 3 mm within.
# extent FILTER: left and right edge, mm, of the items of the page that the filter keeps
extent() { "$ZHITU" dump --stage=scene --json --templates "$top/templates" --root "$work/data" "$work/data/e.xml" 2>/dev/null | jq -r "[.pages[0].items[] | select($1) | .box] | \"\(([.[][0]] | min) * 25.4 / 72 * 10 | round / 10) \(([.[] | .[0] + .[2]] | max) * 25.4 / 72 * 10 | round / 10)\""; }
for column in 1 3; do
    page "<place graphic=\"zhuangbei.xml\" template=\"tasks\" boxed=\"yes\" column=\"$column\" line=\"0\" cols=\"5\" lines=\"46\"/>"
    frame=$(extent '.kind == "path" and .part == "frame"')
    inner=$(extent '.kind == "part" and .block == "title" or .block == "tasks" or .block == "credits"')
    equal "the frame of a graphic is on its columns ($column)" "$(awk -v c=$column 'BEGIN { x = 20 + (c - 1) * 44.104; printf "%g %g", int(x * 10 + 0.5) / 10, int((x + 217.69) * 10 + 0.5) / 10 }')" "$frame"
    equal "the graphic 3 mm within ($column)" "$(awk '{ print $1 + 3, $2 - 3 }' <<<"$frame")" "$inner"
done

# The head of a group has one rule below it, over all of its stories; they have none of their own.
short() { printf '<story rank="4" column="%s" line="9" cols="%s" lines="30" %s><title>短稿</title><text><p>%s</p></text></story>' "$1" "$2" "$3" "$(words 90 "$1")"; }
rules() { "$ZHITU" dump --stage=scene --json --templates "$top/templates" --root "$work/data" "$work/data/e.xml" 2>/dev/null | jq -r '.pages[0].items[] | select(.kind == "path" and .part == "rule" and .box[1] > 100 and .box[2] > 30) | .box[2] * 25.4 / 72 | round' | sort -n | paste -sd' '; }
page "<story rank=\"2\" column=\"1\" line=\"4\" cols=\"8\" lines=\"5\"><title>总题</title></story>$(short 1 2)$(short 3 3)$(short 6 3 'boxed="yes"')"
equal "one rule below the head of a group, one above it" "350 350" "$(rules)"
page "$(short 1 2)$(short 3 3)$(short 6 3 'boxed="yes"')"
equal "stories without such a head have their own" "85 129" "$(rules)"

# What stands where, and what stays empty.
page "$(story 34)<advert id=\"a\" column=\"1\" line=\"83\" cols=\"8\" lines=\"17\"/>"
equal "the account of a page" "story 1 0 3 34,advert 1 83 8 17" "$("$ZHITU" dump --stage=pages --json --templates "$top/templates" --root "$work/data" "$work/data/e.xml" 2>/dev/null | jq -r '[.pages[0].items[] | "\(.kind) \(.column) \(.line) \(.columns) \(.lines)"] | join(",")')"

# make knows of the graphics on a page.
page "<place id=\"g\" graphic=\"zhuangbei.xml\" template=\"tasks\" column=\"1\" line=\"0\" cols=\"5\" lines=\"42\"/>"
render --deps "$work/e.d" -f pdf >/dev/null
for file in e.xml zhuangbei.xml tasks.xml news-page.xml; do
    check "--deps names $file" grep -q "/$file" "$work/e.d"
done
# A graphic that does not go into its frame: the lines, or columns, that the finding names hold it; each is told.
frames() { page "<place graphic=\"zhuangbei.xml\" template=\"tasks\" column=\"1\" line=\"0\" cols=\"$1\" lines=\"$2\"/><place graphic=\"rexian.xml\" template=\"strip\" column=\"1\" line=\"70\" cols=\"$3\" lines=\"$4\"/>"; }
frames 5 20 2 1
render >"$work/said"
equal "both are told" "3 4" "$(grep 'graphic-frame' "$work/said" | cut -d: -f 2 | sort -u | sed 's/4/3 4/' | paste -sd' ')"
high=$(grep 'graphic-frame' "$work/said" | sed -nE 's/.*5 columns and 20 lines; .*: write lines="([0-9]+)".*/\1/p')
strip=$(grep 'graphic-frame' "$work/said" | sed -nE 's/.*2 columns and 1 lines; .*: write (lines|cols)="([0-9]+)".*/\1 \2/p')
case $strip in cols*) frames 5 "$high" "${strip#* }" 1 ;; *) frames 5 "$high" 2 "${strip#* }" ;; esac
equal "in the frames that are named there is no error ($high, $strip)" "" "$(render | grep ': error: ')"
frames 5 "$((high - 1))" 8 3
check "in a line less there is" grep -q "it takes $high lines" <(render)
# zhitu fix writes what it names: lines, or columns and lines; where another frame is in the way none is named.
fix() { "$ZHITU" fix --templates "$top/templates" --root "$work/data" "$work/data/e.xml" >/dev/null 2>&1; }
frames 5 20 2 1
fix
equal "the frames that fix writes hold both" "" "$(render | grep ': error: ')"
check "one of them by its lines" grep -q "cols=\"5\" lines=\"$high\"" "$work/data/e.xml"
crowd() { page "<place graphic=\"$1\" template=\"$2\" column=\"1\" line=\"70\" cols=\"2\" lines=\"1\"/><advert id=\"a\" column=\"1\" line=\"$3\" cols=\"8\" lines=\"10\"/>"; }
crowd rexian.xml strip-page 73
fix
equal "wider and higher where only both will do" "" "$(render | grep ': error: ')"
check "in two attributes" grep -qE 'column="1" line="70" cols="[3-8]" lines="[23]"' "$work/data/e.xml"
crowd zhuangbei.xml tasks-page 75
check "what is in the way is told" grep -q 'there are 5 up to another frame' <(render)
before=$(md5sum <"$work/data/e.xml")
fix
equal "and nothing is written" "$before" "$(md5sum <"$work/data/e.xml")"
page "$(story 12)"
fix
equal "a story over its frame gets the lines that hold it" "" "$(codes | grep -o story-overset)"
# Of a range of lines those in which it cannot be set are no choice: a room of that height is filled, one of a line less is
# told before the graphic is set.
room() { page "<story id=\"s\" rank=\"2\" column=\"1\" line=\"0\" cols=\"3\" lines=\"100\"><title>三栏的一篇稿件</title><text>$text$text</text></story><place id=\"g\" graphic=\"zhuangbei.xml\" template=\"tasks\" cols=\"5\" lines=\"20..60\"/><advert id=\"a\" column=\"4\" line=\"$(($1 + 2))\" cols=\"5\" lines=\"$((98 - $1))\"/>"; }
room "$high"
equal "a room of as many lines is filled" "" "$(render | grep -oE 'page-[a-z]+|graphic-frame')"
room $((high - 1))
equal "one of a line less is not tried" "" "$(render | grep -oE 'graphic-frame|does not fit')"
check "but told" grep -qE 'page-(bound|overset|underset)' <(render)

page "<place graphic=\"nicht.xml\" column=\"1\" line=\"0\" cols=\"5\" lines=\"42\"/>"
equal "a graphic that is not there" "1 graphic-missing" "$(codes | grep -o '[0-9]* graphic-missing')"
page "<place graphic=\"e.xml\" column=\"1\" line=\"0\" cols=\"5\" lines=\"42\"/>"
equal "a page is no graphic" "1 graphic-root" "$(codes | grep -o '[0-9]* graphic-root')"

# A photograph is cut to its frame about its focus, and that is said; its caption takes whole lines.
"$ZHITU" render "$work/data/rexian.xml" --templates "$top/templates" -f png -o "$work/data" >/dev/null 2>&1
cut() { # FOCUS WRITING
    page "<photo id=\"p\" src=\"rexian.png\" focus=\"$1\" column=\"2\" line=\"10\" cols=\"2\" lines=\"14\"><caption writing=\"$2\" date=\"2021-12-14\">图说说的是这张照片里有什么。</caption><credit>记者 某某 摄</credit></photo>"
    render | grep -oE 'fills a frame: [0-9. ]+ per cent' | grep -oE '[0-9][0-9. ]*[0-9]'
}
for writing in horizontal vertical; do
    check "cut at the right ($writing)" grep -qE '^0 [1-9][0-9.]* 0 0$' <(cut "0 50" $writing)
    check "cut at the left ($writing)" grep -qE '^0 0 0 [1-9][0-9.]*$' <(cut "100 50" $writing)
    foot=$(runs | awk '$1 == "caption" || $1 == "credit" { f = ($3 + $5) / 72 * 25.4; if (f > m) m = f } END { printf "%d\n", m <= 30 + 24 * 4.8 + 0.2 }')
    equal "its words end in its lines ($writing)" 1 "$foot"
done

# Jumps.
jump() { # TO FROM
    printf '<edition xmlns="urn:zhitu:1" id="e" template="news-page" issue="2021-12-15"><page no="1"><story id="a" rank="2" column="1" line="0" cols="3" lines="35"><title>三栏的一篇稿件</title><text>%s<jump to="%s"/></text></story></page><page no="6"><story id="b" rank="4" column="1" line="0" cols="2" lines="12"><text><jump from="%s">三栏的一篇稿件</jump><p>%s</p></text></story></page></edition>' "$text" "$1" "$2" "$(words 250 3)" >"$work/data/e.xml"
}
jump 6 1
equal "both ends of a jump" "" "$(codes | grep -o jump-unmatched)"
render -f pdf >/dev/null
check "下转6版" grep -q （下转6版） <(pdftotext -raw "$work/out/e.pdf" -)
check "上接1版" grep -q （上接1版） <(pdftotext -raw "$work/out/e.pdf" -)
jump '#b' '#a'
render -f pdf >/dev/null
check "a jump by the story's id has its page" grep -q （下转6版） <(pdftotext -raw "$work/out/e.pdf" -)
jump 6 2
equal "an end that does not match" "1 jump-unmatched" "$(codes | grep -o '[0-9]* jump-unmatched')"
jump 7 1
equal "a page that is not here is not asked for; the other end is" "1 jump-unmatched" "$(codes | grep -o '[0-9]* jump-unmatched')"

# Columns and lines in millimetres, as the paper's art desk has them.
slots() { "$ZHITU" slots --json --templates "$top/templates" "$1"; }
equal "broadsheet: widths" "41.28 85.38 129.48 173.59 217.69 261.79 305.9 350" "$(slots duikai | jq -r '.cols_mm | join(" ")')"
equal "broadsheet: lines" "100 480" "$(slots duikai | jq -r '"\(.lines) \(.lines_mm[99])"')"
equal "tabloid: widths" "38.1 78.48 118.86 159.24 199.62 240" "$(slots sikai | jq -r '.cols_mm | join(" ")')"
equal "tabloid: lines, characters" "71 12" "$(slots sikai | jq -r '"\(.lines) \(.characters)"')"
check "as text" grep -qP '^cols 5\t217.69$' <("$ZHITU" slots --templates "$top/templates" duikai)
check "a paper that is not there" grep -q unknown-paper <("$ZHITU" slots --lang en --templates "$top/templates" duika 2>&1)

# A front page has its nameplate, and the words of its ear.
cat >"$work/data/e.xml" <<XML
<edition xmlns="urn:zhitu:1" id="e" template="news-front-sikai" issue="2023-06-27"><page no="1">
<nameplate><p>今日四版</p><ear head="导读"><p>二版　甲乙丙丁</p></ear></nameplate>
<story id="s" rank="2" column="1" line="8" cols="3" lines="34"><title>三栏的一篇稿件</title><text>$text</text></story>
</page></edition>
XML
render -f pdf >"$work/said"
for word in 双城导报 2023年6月27日 星期二 今日四版 导读 甲乙丙丁; do
    check "front page: $word" grep -q "$word" <(pdftotext -raw "$work/out/e.pdf" -)
done

# The ear has a frame of 27 % of the width; words that go beyond it are told.
plate() {
    printf '<edition xmlns="urn:zhitu:1" id="e" template="news-front-sikai" issue="2023-06-27"><page no="1"><nameplate><p>今日四版</p><ear head="导读">%s</ear></nameplate><story id="s" rank="1" column="1" line="8" cols="3" lines="34"><kicker>%s</kicker><title>三栏的一篇稿件</title><text>%s</text></story></page></edition>' "$1" "$2" "$text" >"$work/data/e.xml"
}
ear() { for i in $(seq "$1"); do printf '<p>%s版　甲乙丙丁</p>' "$i"; done; }
for count in 1 3; do
    plate "$(ear $count)" 引题
    equal "an ear of $count lines" "" "$(render | grep -E '报眼|of the ear')"
done
plate "$(ear 7)" 引题
check "an ear of 7 lines goes beyond its frame" grep -q 'the words of the ear go beyond' <(render)

# A kicker that begins with <em>: a tag of 6.4 mm in the ink of the paper, the words hang beside it.
tag_box() { "$ZHITU" dump --stage=scene --json --templates "$top/templates" --root "$work/data" "$work/data/e.xml" 2>/dev/null | jq -r '.pages[0].items[] | select(.kind == "path" and .part == "ground") | .box | map(. * 25.4 / 72 * 10 | round / 10) | "\(.[2]) \(.[3])"'; }
for name in 双城记 唱好双城记; do
    plate "$(ear 1)" "<em>$name</em>　关注会议<br/>又一行"
    wide=$(awk -v n=${#name} 'BEGIN { printf "%g", int((n * 14 * 25.4 / 72 + 5.2) * 10 + 0.5) / 10 }')
    equal "the tag of ${#name} characters" "$wide 6.4" "$(tag_box)"
    after=$(runs | awk '$1 == "kicker" { print $2 }' | sort -u | wc -l)
    equal "both lines begin on one edge" 1 "$after"
done
plate "$(ear 1)" "<em>唱好双城记共建经济圈再上新台阶</em>　关注<br/>又一行"
equal "below a wide tag: at the left" 42.52 "$(runs | awk '$1 == "kicker" { print $2 }' | head -n 1)"
plate "$(ear 1)" "关注<em>双城记</em>会议"
equal "em within a kicker is no tag" "" "$(tag_box)"
plate "$(ear 1)" "<em>双城记</em>"
equal "a tag alone" 1 "$(runs | grep -c '^tag ')"

# An advertisement without its picture is told as what it is; a final version needs it.
page "$(story 34)<advert id=\"a\" column=\"1\" line=\"83\" cols=\"8\" lines=\"17\"/>"
check "its size is on the page" grep -q '广告　350×80毫米' <(runs)
check "an advertisement without a picture" grep -q 'note:.*\[advert-missing\]' <(render)
check "in a final version" grep -q 'error:.*\[advert-missing\]' <(render --final)
equal "not as a photograph" "" "$(render | grep -o photo-missing)"

# Text beside a picture in wide legs: at least eight characters, a gutter from it, in whole characters; else the
# picture takes the leg.
# round LEGS PHOTO-COLUMN PHOTO-COLS: on the picture's rows the left and the right edge of lines, mm, and the
# widest gap between two lines' edges that holds the picture
round() {
    page "<story id=\"s\" rank=\"2\" column=\"1\" line=\"0\" cols=\"4\" lines=\"40\"><title>四栏的一篇稿件</title><photo src=\"x.jpg\" column=\"$2\" line=\"16\" cols=\"$3\" lines=\"9\"/><text columns=\"$1\">$text$text</text></story>"
    runs | awk '$1 == "text" { row = int(($3 / 72 * 25.4 - 30) / 4.8); if (row >= 16 && row < 25) { a = $2 / 72 * 25.4; b = ($2 + $4) / 72 * 25.4; if (!n++ || a < left) left = a; if (b > right) right = b } } END { printf "%.0f %.0f\n", left, right }'
}
equal "a picture at the right of one leg: text up to a gutter from it" "20 103" "$(round 1 3 2)"
equal "at its left: from the picture to the leg's right edge" "109 191" "$(round 1 1 2)"
equal "two wide legs, a picture in the middle: text at both sides" "20 194" "$(round 2 2 2)"
equal "in columns of the grid it takes whole ones" "20 194" "$(round 4 2 2)"
equal "nothing is narrow there" "" "$(render | grep -o slot-narrow)"
page "<story id=\"s\" rank=\"2\" column=\"1\" line=\"0\" cols=\"5\" lines=\"40\"><title>五栏的一篇稿件</title><photo src=\"x.jpg\" column=\"1\" line=\"12\" cols=\"2\" lines=\"9\"/><text columns=\"4\">$text$text</text></story>"
check "room for fewer than eight characters is told, at the picture" grep -qE ':4:[0-9]+: note: beside <photo>.*slot-narrow' <(render)

# The pages of data/, twice the same bytes.
for p in "$top"/data/pages/*.xml; do
    name=$(basename "$p" .xml)
    "$ZHITU" render "$p" -o "$work/one" -f pdf >/dev/null 2>&1
    "$ZHITU" render "$p" -o "$work/two" -f pdf >/dev/null 2>&1
    [ -e "$work/one/$name.pdf" ] || continue
    check "$name: the same bytes" cmp "$work/one/$name.pdf" "$work/two/$name.pdf"
done
