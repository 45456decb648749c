# Nothing is lost in silence (the code not-placed): what charts used to drop stands on the page or is an error,
# and a marker put behind a random text of a random document is on the page or in a finding.
# ZHITU_MARKERS: how many documents are marked; ZHITU_MARKERS_FROM: the first seed.
. "$(dirname "$0")/lib.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

chart() { # NAME KIND CONTENT
    printf '<graphic xmlns="urn:zhitu:1" id="%s" template="chart-card" issue="2026-11-20"><title>各区企业</title>\n<chart kind="%s">%s</chart></graphic>\n' \
        "$1" "$2" "$3" >"$work/$1.xml"
}
# prints NAME WORDS...: the document is written without a word of it lost, and these are on its page.
prints() {
    local name=$1 word
    shift
    check "$name is rendered" "$ZHITU" render --lang en -f pdf -o "$work/out" "$work/$name.xml"
    for word in "$@"; do
        check "$name: $word is on the page" grep -qF "$word" <<<"$(pdf_text "$work/out/$name.pdf" | tr -d ' \n')"
    done
}

# A label over words without a figure prints both, in every kind that takes annotations.
for kind in bar column rank line diverging; do
    chart "headed-$kind" "$kind" '<data unit="亿元"><item key="2000"><v>1</v></item><item key="2001"><v>2</v></item><item key="2002"><v>3</v></item></data><annotation of="2001" label="加入世贸组织">十二月十一日</annotation>'
    prints "headed-$kind" 加入世贸组织 十二月十一日
done
# A figure in a sentence does not cost its words: it is set apart only where it is all of the text.
for kind in bar column rank line diverging donut; do
    chart "sentence-$kind" "$kind" '<data unit="亿元"><item key="2000"><v>1</v></item><item key="2001"><v>2</v></item><item key="2002"><v>3</v></item></data><annotation of="2001" label="加入世贸组织">当年增加<v>1亿元</v>，是首次翻番</annotation>'
    prints "sentence-$kind" 加入世贸组织 当年增加1亿元，是首次翻番
done
# Rows without length have no scale that could make room for their words: names then stand over them.
for kind in diverging bar lollipop; do
    chart "zeros-$kind" "$kind" '<data unit="元"><item key="智能网联新能源汽车"><v>0</v><change>同比增长12%</change></item><item key="防汛"><v status="forecast">0</v><change>同比下降3.5%</change></item><item key="高新技术产业"><v>3</v></item></data>'
    sed -i 's/chart-card/narrow/' "$work/zeros-$kind.xml"
    prints "zeros-$kind" 智能网联新能源汽车 同比增长12% 同比下降3.5%
done
# The unit of a ranking that no head of the document tells stands behind its first value.
chart unit rank '<data unit="家"><item key="甲区"><v>570</v></item><item key="乙区"><v>120</v></item></data>'
prints unit 570家
sed 's|<chart|<deck>单位：家</deck><chart|' "$work/unit.xml" | sed 's/id="unit"/id="unit-told"/' >"$work/unit-told.xml"
prints unit-told 单位：家
check "a unit that a head tells is not repeated" test "$(pdf_text "$work/out/unit-told.pdf" | grep -c 570家)" = 0
# The unit of a chart whose values are still to come.
chart waiting column '<data unit="家"><item key="甲区"><v status="missing"/></item></data>'
prints waiting 单位：家 甲区 待补

# Names run down under columns too narrow for them. Where even that has no room: said with their number; kind="bar", as the message says, prints them.
items=
for i in 江北 渝北 南岸 九龙坡 沙坪坝 大渡口 巴南 北碚 璧山 长寿 涪陵 綦江 大足 黔江 合川 永川 南川 潼南 铜梁 荣昌; do items="$items<item key=\"$i区\"><v>100</v></item>"; done
chart down column "<data unit=\"家\">$items</data>"
prints down 九龙坡区 荣昌区
chart names column "<data unit=\"家\">$items$(sed 's/区"/街道"/g' <<<"$items")$(sed 's/区"/社区"/g' <<<"$items")</data>"
said=$("$ZHITU" check --lang en "$work/names.xml" 2>&1)
check "names without room are an error that counts them" grep -qE ':2:[0-9]+: error: [0-9]+ names of the chart are not printed: .*kind="bar".*\[not-placed\]$' <<<"$said"
sed -i 's/kind="column"/kind="bar"/' "$work/names.xml"
prints names 九龙坡区 荣昌区
# An axis of time names round times, a century in full.
items=
for i in $(seq 1990 2025); do items="$items<item key=\"${i}年\"><v>$i</v></item>"; done
chart years line "<data unit=\"家\">$items</data>"
prints years 1990 2000

# Two items that name times are the axes of a slope or the ends of pairs, a line for each series.
pairs=
for i in 2020:1203:884:431 2024:1177:902:466; do
    IFS=: read -r year a b c <<<"$i"
    pairs="$pairs<item key=\"$year\"><v series=\"小学\">$a</v><v series=\"初中\">$b</v><v series=\"高中\">$c</v></item>"
done
for kind in slope dumbbell arrow range; do
    chart "turned-$kind" "$kind" "<data unit=\"所\">$pairs</data>"
    prints "turned-$kind" 2020 2024 小学 1203 466
done
# Years over the columns of a heat map that has no room for all: the first and the last.
items=
for i in 2010 2011 2012 2013 2014 2015; do items="$items<item key=\"${i}年\"><v>$((i % 7 + 10))</v></item>"; done
chart thinned heatmap "<data unit=\"吨\"><series head=\"东\">$items</series><series head=\"西\">$items</series></data>"
sed -i 's/chart-card/narrow/' "$work/thinned.xml"
prints thinned 2010年 2015年

# A standing that has no word at its mark is said in the note: of a computed value it can never be taken off.
items='<item key="2019年"><v id="a">10</v></item><item key="2020年"><v calc="a * 2"/></item><item key="2021年"><v status="estimate">12</v></item><item key="2022年"><v status="forecast">15</v></item>'
for kind in line area; do
    chart "standing-$kind" "$kind" "<data unit=\"吨\">$items</data><note>不含县级</note>"
    prints "standing-$kind" 推算：2020年 估计：2021年 预测 不含县级
done
points='<item key="甲"><v>10</v></item><item key="乙"><v status="estimate">20</v></item>'
chart standing-scatter scatter "<data><series head=\"面积（亩）\">$points</series><series head=\"人口（人）\">$points</series></data>"
prints standing-scatter 估计：面积（亩）乙、人口（人）乙
items= other=
for i in 1 2 3; do items="$items<item key=\"202$i年\"><v>4$i</v></item>" other="$other<item key=\"202$i年\"><v status=\"$([ $i = 3 ] && echo 'missing"/' || echo 'estimate">170</v')></item>"; done
chart standing-column column "<data unit=\"人次\"><series head=\"东\">$items</series><series head=\"西\">${items//>4/>49}</series><series head=\"南\">${items//>4/>38}</series><series head=\"北\">$other</series></data>"
sed -i 's/chart-card/narrow/' "$work/standing-column.xml"
prints standing-column 估计：北2021年、北2022年 待补：北2023年

# ---- a marker in a random text ----
tool=$work/put_marker
# shellcheck disable=SC2046
check "tests/tools/put_marker.c compiles" ${CC:-cc} -std=c11 -O1 $(pkg-config --cflags libxml-2.0) -o "$tool" \
    "$top/tests/tools/put_marker.c" $(pkg-config --libs libxml-2.0)
mkdir -p "$work/data"
find "$top/data" -mindepth 1 -maxdepth 1 ! -name '*.xml' -exec cp -r {} "$work/data/" \;
documents=("$top"/data/*.xml)
lost=
count=${ZHITU_MARKERS:-120} from=${ZHITU_MARKERS_FROM:-1}
for ((seed = from; seed < from + count; seed++)); do
    document=${documents[seed * 31 % ${#documents[@]}]}
    where=$("$tool" "$seed" "$document" "$work/data/marked.xml") || continue
    status=0
    "$ZHITU" dump --stage=scene --lang en --root "$work" --templates "$top/templates" "$work/data/marked.xml" >"$work/scene" 2>"$work/said" || status=$?
    # Refused: what was found is said, and nothing is printed.
    [ "$status" = 1 ] && grep -q ': error: ' "$work/said" && continue
    [ "$status" = 0 ] && grep -q '^ *glyphs .*鱻' "$work/scene" || lost="$lost $seed:$(basename "$document"):$where:$status"
done
equal "$count markers are printed or spoken of" "" "$lost"
