# House lists: names, terms and words of a paper, in the file that zhitu.xml names. Each finding names the line of the
# list; what is right is left alone; zhitu fix writes what the list says.
. "$(dirname "$0")/lib.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
cat >words.xml <<'EOF'
<house xmlns="urn:zhitu:1">
  <name title="局长 主任">罗蔺</name>
  <name title="局长">王大明</name>
  <name title="局长">王小明</name>
  <term not="双城 双圈">双核</term>
  <term not="成渝经济圈">成渝地区双城经济圈</term>
  <avoid use="务工人员" except="农民工工资" why="不当">民工</avoid>
  <avoid>惨遭</avoid>
</house>
EOF
echo '<project xmlns="urn:zhitu:1" house="words.xml"/>' >zhitu.xml
said_of() { # DECK [KEY]: code, column and line of the list of each finding about words
    printf '<graphic xmlns="urn:zhitu:1" id="a" template="chart" issue="2022-06-25"><title>甲</title>\n<deck>%s</deck>\n' "$1" >a.xml
    printf '<chart kind="column"><data unit="件">\n<item key="%s"><v>12</v></item><item key="乙"><v>8</v></item></data></chart></graphic>\n' "${2:-丙}" >>a.xml
    "$ZHITU" check --lang en --templates "$top/templates" --format json a.xml 2>/dev/null |
        jq -r 'select(.code == "term-variant" or .code == "word-avoided" or .code == "name-suspect")
            | "\(.code) \(.line):\(.column) \(.message // .text | capture("words.xml:(?<n>[0-9]+)").n)"' | paste -sd '|'
}
equal "a form that is not used" "term-variant 2:9 5" "$(said_of '看，双城联动')"
equal "each of them" "term-variant 2:7 5|term-variant 2:10 5" "$(said_of '双城，双圈')"
equal "within the right form it is part of" "" "$(said_of '成渝地区双城经济圈')"
equal "both, one right" "term-variant 2:18 5" "$(said_of '成渝地区双城经济圈的，双城联')"
equal "the short form of the long one" "term-variant 2:7 6" "$(said_of '成渝经济圈')"
equal "a word that is avoided" "word-avoided 2:7 7" "$(said_of '民工返乡')"
equal "in a longer word it is not" "" "$(said_of '农民工工资')"
equal "a word without another" "word-avoided 2:8 8" "$(said_of '他惨遭不幸')"
equal "in an attribute, behind a reference" "term-variant 4:18 5" "$(said_of 甲 '甲&amp;双圈')"
equal "a name behind its title" "name-suspect 2:9 2" "$(said_of '局长罗蓓说')"
equal "before it" "name-suspect 2:7 2" "$(said_of '罗蓓主任说')"
equal "the right one" "" "$(said_of '局长罗蔺、罗蔺主任')"
equal "two persons of the list" "" "$(said_of '局长王小明、王大明局长')"
equal "a third" "name-suspect 2:9 3|name-suspect 2:9 4" "$(said_of '局长王二明' | tr '|' '\n' | sort | paste -sd '|')"
equal "another surname of two characters is another person" "" "$(said_of '局长张蔺')"
equal "another title" "" "$(said_of '记者罗蓓')"
equal "no Han, no name" "" "$(said_of '局长罗、蔺')"
said_of '双城与民工' >/dev/null
"$ZHITU" fix --templates "$top/templates" a.xml >/dev/null 2>&1
equal "zhitu fix writes them" "<deck>双核与务工人员</deck>" "$(sed -n 2p a.xml)"
equal "and then nothing is left" "" "$("$ZHITU" check --templates "$top/templates" --format json a.xml 2>/dev/null | jq -r 'select(.code == "term-variant") | .code')"

# The list itself.
list() { printf '<house xmlns="urn:zhitu:1">%s</house>\n' "$1" >words.xml && "$ZHITU" check --lang en --templates "$top/templates" a.xml 2>&1; }
check "an unknown element, with the nearest" grep -q 'words.xml:1:28: error.*<term>.*\[unknown-element\]' <(list '<tern not="a">b</tern>')
check "a term without its forms" grep -q 'words.xml:1:28: error.*\[missing-attribute\]' <(list '<term>b</term>')
check "an empty one" grep -q 'words.xml:1:28: error.*\[empty-text\]' <(list '<avoid></avoid>')
check "not XML" grep -q 'words.xml:1:[0-9]*: error.*\[not-well-formed\]' <(list '<avoid>')
echo '<project xmlns="urn:zhitu:1" house="wrods.xml"/>' >zhitu.xml
check "no such file, at the project's line" grep -q 'zhitu.xml:1:37: error.*wrods.xml.*\[cannot-read\]' <("$ZHITU" check --lang en --templates "$top/templates" a.xml 2>&1)
