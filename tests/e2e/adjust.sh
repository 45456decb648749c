# <adjust> moves what was painted for an id, in every output and nothing else.
. "$(dirname "$0")/lib.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
mkdir plain moved

# template NAME ADJUSTS
template() {
    cat >"$1/t.xml" <<XML
<template xmlns="urn:zhitu:1" name="t" theme="chongqing">
  <page size="170mm 240mm" margin="8mm"/>
  <column gap="5">
    <place select="title"/>
    <place select="groups" variant="list"/>
    <row gap="5" share="1 1"><place select="timeline"/><place select="chart"/></row>
    <place select="*"/>
  </column>
  $2
</template>
XML
    cp "$top/templates/chongqing.xml" "$1/"
}
# doc EVENT-TEXT
doc() {
    cat >t.xml <<XML
<graphic xmlns="urn:zhitu:1" id="t" template="t" issue="2022-06-26">
  <title>微调</title>
  <groups id="list"><group id="g1" head="其一"><point id="p1">改造<v id="v1">12家</v>园区，共开<v id="v2">26家</v>门店</point><point>另一条</point></group></groups>
  <timeline id="time" head="大事记" group-by="year">
    <event date="2020-01-03">第一条的文字。</event>
    <event id="e2" date="2021-05-27" weight="key">第二条的文字。</event>
  </timeline>
  <chart id="bars" kind="rank"><title>排行</title><data unit="家"><item id="b1" key="甲"><v>30</v></item><item key="乙"><v>20</v></item></data></chart>
</graphic>
XML
}
# runs FOLDER: text and box of every run and node, as x y w h
runs() {
    "$ZHITU" dump --stage=scene --json --templates "$1" t.xml 2>/dev/null |
        jq -c '.pages[].items[] | select(.kind == "glyphs" or .kind == "path") | [.text // "path", .box]'
}
# moved ADJUST: the runs that stand elsewhere, with how far they went (tenths of mm)
moved() {
    template moved "$1"
    paste -d'\t' <(runs plain) <(runs moved) | jq -R -r 'split("\t") | map(fromjson) | select(.[0] != .[1])
        | "\(.[0][0]) \(((.[1][1][0] - .[0][1][0]) / 7.2 * 25.4 | round)),\(((.[1][1][1] - .[0][1][1]) / 7.2 * 25.4 | round))"' | sort | paste -sd' '
}
doc
template plain ""
equal "an event moves with its node, date and text" \
    "5月27日 10,20 path 10,20 第二条的文字。 10,20" "$(moved '<adjust ref="e2" dx="1mm" dy="2mm"/>')"
equal "a value within a sentence" "26 0,-5 家 0,-5" "$(moved '<adjust ref="v2" dy="-0.5mm"/>')"
equal "an item of a chart with its bar" "1 -10,0 30家 -10,0 path -10,0 甲 -10,0" "$(moved '<adjust ref="b1" dx="-1mm"/>')"
equal "two adjusts add up" "26 10,5 家 10,5" "$(moved '<adjust ref="v2" dx="1mm"/><adjust ref="v2" dy="0.5mm"/>')"
equal "all of a block, and nothing else" \
    "1月3日 10,0 2020年 10,0 2021年 10,0 5月27日 10,0$(printf ' path 10,0%.0s' 1 2 3 4 5 6) 大事记 10,0 第一条的文字。 10,0 第二条的文字。 10,0" \
    "$(moved '<adjust ref="time" dx="1mm"/>')"
equal "the label of an item alone" "1 -10,0 甲 -10,0" "$(moved '<adjust ref="b1" part="label" dx="-1mm"/>')"
equal "its value alone" "1 0,10 30家 0,10" "$(moved '<adjust ref="b1" part="value" dy="1mm"/>' | sed 's/^30家 0,10$/1 0,10 30家 0,10/')"
equal "its bar alone" "path 10,0" "$(moved '<adjust ref="b1" part="picture" dx="1mm"/>')"
equal "the date and text of an event stay where its node moves" "path 0,5" "$(moved '<adjust ref="e2" part="picture" dy="0.5mm"/>')"
equal "two parts add up" "1 -10,0 path 10,0 甲 -10,0" "$(moved '<adjust ref="b1" part="picture" dx="1mm"/><adjust ref="b1" part="label" dx="-1mm"/>')"
template moved '<adjust ref="e2" dx="1mm" dy="2mm"/>'
check "the scene names the id" grep -q 'id="*e2' <("$ZHITU" dump --stage=scene --templates moved t.xml)

say() { "$ZHITU" render --lang en --templates moved -o out t.xml -f pdf,svg,png 2>&1; }
check "it renders in every output" "$ZHITU" render --templates moved -o out t.xml -f pdf,svg,png
"$ZHITU" render --templates plain -o still t.xml -f pdf,svg 2>/dev/null
# place FILE: of the event's date, by poppler
place() { pdftotext -bbox "$1" - | sed -nE 's/.*xMin="([0-9.]+)[^"]*" yMin="([0-9.]+).*>5月27日.*/\1 \2/p'; }
equal "the PDF's text went along" "1.0 2.0" \
    "$(paste -d' ' <(place still/t.pdf) <(place out/t.pdf) | awk '{ printf "%.1f %.1f", ($3 - $1) / 72 * 25.4, ($4 - $2) / 72 * 25.4 }')"
sed -i 's/第二条的文字。/第二条换了一段长得多的文字，微调仍然有效。/' t.xml
check "it is kept when the text changes" grep -q 'id="*e2' <("$ZHITU" dump --stage=scene --templates moved t.xml)

# faults
found() { said=$(say); grep -qE "error: .*$1" <<<"$said" || { echo "$said"; return 1; }; }
template moved '<adjust ref="e22" dx="1mm"/>'
check "an id that is gone" found 'nearest is “e2” \[adjust-unknown\]'
template moved '<adjust ref="b1" part="leader" dx="1mm"/>'
check "a part that there is not: those that there are" found 'no part “leader”; it has: label value picture \[adjust-part\]'
template moved '<adjust ref="b1" part="lable" dx="1mm"/>'
check "a part that is misspelt" found 'part cannot be "lable", did you mean label'
pitch=$(runs plain | jq -rs '(map(select(.[0] == "乙"))[0][1][1] - map(select(.[0] == "甲"))[0][1][1]) / 72 * 25.4')
template moved "<adjust ref=\"b1\" part=\"label\" dy=\"$(printf %.2f "$pitch")mm\"/>"
check "a label moved over another text" found '\[text-overlap\]'
template moved '<adjust ref="time" dx="-20mm"/>'
check "a block that leaves the page" found '\[outside-box\]'
template moved '<adjust ref="e2" dx="-20mm"/>'
check "an event that leaves the page" found 'adjust.*\[outside-box\]'
template moved '<adjust ref="e2" dy="-14mm"/>'
check "an event moved over another" found '\[text-overlap\]'
rm -rf out
say >/dev/null
check "then nothing is written" test ! -e out/t.pdf
