# The squint check: what --look finds in documents made to fail, and in those of data/ (tests/looks.txt).
. "$(dirname "$0")/lib.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1

# template NAME PAGE BODY
template() {
    printf '<template xmlns="urn:zhitu:1" name="%s" theme="chongqing"><page %s margin="8mm"/><column gap="5"><place select="title"/>%s<place select="*"/></column></template>' "$@" >"$1.xml"
}
# document NAME TITLE BLOCKS
document() {
    printf '<graphic xmlns="urn:zhitu:1" id="%s" template="x" issue="2024-03-01"><title>%s</title>%s<credits><source>示例数据</source></credits></graphic>\n' "$@" >"$1.xml"
}
# found TEMPLATE DOCUMENT: the codes of the look, each once
found() {
    "$ZHITU" check --look --lang en --templates . -t "$1" "$2.xml" 2>&1 | grep -oE '\[look-[a-z]+\]' | tr -d '[]' | sort -u | paste -sd' '
}
ranking() { # VALUES
    printf '<chart kind="rank"><title>排行</title><data unit="家">'
    for v in "$@"; do printf '<item key="第%s号"><v>%s</v></item>' "$v" "$v"; done
    printf '</data></chart>'
}

template open 'size="170mm auto" max="400mm"' ''
document steep 十家单位的排行 "$(ranking 990 320 31 22 21 19 12 9 8 7)"
document level 十家单位的排行 "$(ranking 990 970 960 955 931 922 910 903 899 880)"
equal "the empty quarter of a steep ranking" look-empty "$(found open steep)"
equal "a level one has none" "" "$(found open level)"
said=$("$ZHITU" check --look --lang en --templates . -t open steep.xml 2>&1)
check "it says where and how much" grep -qE 'steep\.xml:[0-9]+:[0-9]+: warning: [0-9]+ % of the type area are empty in one piece \(x [0-9]+ y [0-9]+, [0-9]+×[0-9]+ mm\)' <<<"$said"
equal "in Chinese too" 1 "$("$ZHITU" check --look --lang zh --templates . -t open steep.xml 2>&1 | grep -c '有一块空着，占版心的 [0-9]*%')"
equal "without --look nothing is said" 0 "$("$ZHITU" check --templates . -t open steep.xml 2>&1 | grep -c look-)"
"$ZHITU" check --look --strict --templates . -t open steep.xml >/dev/null 2>&1
equal "--strict makes it fail" 1 $?
"$ZHITU" render --templates . -t open -o plain -f pdf,png,svg steep.xml >/dev/null 2>&1
"$ZHITU" render --look --templates . -t open -o looked -f pdf,png,svg steep.xml >/dev/null 2>&1
check "render --look changes no byte" diff -r plain looked

# Two panels in key, of one size or of two.
panel() { printf '<box ground="key" inset="4mm" reversed="yes" min="%s"><place select="text[%d]"/></box>' "$1" "$2"; }
document panels 题 "$(for i in 1 2; do printf '<text><p>这一段文字在深色的底上。</p></text>'; done)"
template even 'size="170mm auto" max="400mm"' "$(panel 50mm 1)$(panel 50mm 2)"
template uneven 'size="170mm auto" max="400mm"' "$(panel 90mm 1)$(panel 30mm 2)"
check "two dark panels of one weight" grep -q look-entry <<<"$(found even panels)"
check "one of them leads" test -z "$(found uneven panels | grep -o look-entry)"

# Off the columns, on them.
document two 两块数字 "$(for i in 1 2; do printf '<figures><figure label="便民事项"><v>37项</v></figure><figure label="高频事项"><v>%s项</v></figure></figures>' $((40 * i)); done)"
grid='size="170mm auto" max="400mm" columns="12" gutter="4mm"'
template off "$grid" '<row gap="4mm" share="2 1"><place select="figures[1]"/><place select="figures[2]"/></row>'
template on "$grid" '<row spans="8 4"><place select="figures[1]"/><place select="figures[2]"/></row>'
check "off the columns" grep -q look-grid <<<"$(found off two)"
check "on the columns" test -z "$(found on two | grep -o look-grid)"

# The documents of data/: what is found there was looked at, picture by picture.
got=$(cd "$top" && for f in data/*.xml data/charts/*.xml; do
    "$ZHITU" check --look --lang en "$f" 2>&1 | grep -oE '\[look-[a-z]+\]' | tr -d '[]' | sort -u | sed "s|^|$f |"
done)
equal "data/: what was looked at (tests/looks.txt)" "$(grep -v '^#' "$top/tests/looks.txt")" "$got"
