# Tables as offices publish them, through import: units wherever they stand, totals, remarks, names with
# blanks, long tables and those with time across. Each hint is followed as it is written.
. "$(dirname "$0")/lib.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1

# doc DATA-ATTRIBUTES IMPORT-ATTRIBUTES [KIND]
doc() {
    cat >t.xml <<XML
<graphic xmlns="urn:zhitu:1" id="t" template="chart-card" issue="2022-06-26">
  <title>表</title>
  <chart kind="${3:-bar}">
    <data $1><import $2/></data>
  </chart>
  <credits><source>示例数据</source></credits>
</graphic>
XML
}
say() { "$ZHITU" dump --stage=model --lang en --templates "$top/templates" t.xml 2>&1; }
items() { say | sed -nE 's/^ *item( [0-9:]+)? key="?([^" ]*).*/\2/p; s/^ *v( [0-9:]+)? text=([^ ]*).*/\2/p' | tr '\n' ' ' | sed 's/ $//'; }
found() { said=$(say) && : ; grep -qE "^$2: (error|warning|note): .*\[$1\]$" <<<"$said" || { echo "$said"; return 1; }; }
clean() { said=$(say) && : ; ! grep -qE ': (error|warning): ' <<<"$said" || { echo "$said"; return 1; }; }
# followed CODE SED: the document clean after the edit that the message of CODE proposes
hint() { say | grep -E "\[$1\]$" | grep -oE "$2" | head -n 1; }

printf '数据库：分省年度数据\n指标：地区生产总值(亿元)\n时间：最近2年\n地区,2021年,2020年\n甲,40269.6,36102.6\n乙,15695.1,14083.7\n\n数据来源：国家统计局\n' >nbs.csv
doc 'unit="万亿元"' 'href="nbs.csv" map="key=地区 v=2021年"'
check "the unit in a line 指标：" found unit-mismatch 'nbs.csv:4:4'
doc 'unit="万亿元"' "href=\"nbs.csv\" map=\"key=地区 v=2021年\" $(hint unit-mismatch 'convert="[^"]*"')"
equal "and its hint followed" "甲 4.02696 乙 1.56951" "$(items)"
check "clean" clean
printf '各市生产总值,,\n,,计量单位：亿元\n地区,2021年,2020年\n甲,40269.6,36102.6\n乙,15695.1,14083.7\n' >right.csv
doc 'unit="万亿元"' 'href="right.csv" map="key=地区 v=2021年"'
check "计量单位 at the right" found unit-mismatch 'right.csv:3:4'
doc 'unit="万亿元"' "href=\"right.csv\" map=\"key=地区 v=2021年\" $(hint unit-mismatch 'convert="[^"]*"')"
check "and its hint followed" clean
printf '各市生产总值,,单位：亿元、%%\n地区,总量,增速\n甲,402.6,3.5\n乙,156.1,-2.1\n' >two.csv
doc 'unit="亿元"' 'href="two.csv" map="key=地区 v=总量"'
equal "two units: the amount" "甲 402.6 乙 156.1" "$(items)"
check "clean" clean
doc 'unit="%"' 'href="two.csv" map="key=地区 v=增速"'
equal "two units: the rate" "甲 3.5 乙 −2.1" "$(items)"
check "clean" clean
printf '指标,2021年\n地区生产总值(亿元),402.6\n年末常住人口(万人),321.2\n城镇化率(%%),71.3\n' >rows.csv
doc '' 'href="rows.csv" map="key=指标 v=2021年"'
check "rows of different units" found unit-mismatch 'rows.csv:3:1'
# A bulletin: the unit of a row is that of its amount; no rate is given in 亿元.
printf '指标,单位,绝对值,增速(%%)\n地区生产总值,亿元,27894,8.3\n工业增加值,亿元,7888,9.6\n常住人口,万人,3212,0.1\n' >bulletin.csv
doc 'unit="%"' 'href="bulletin.csv" map="key=指标 v=增速"'
equal "rates beside units of the rows" "地区生产总值 8.3 工业增加值 9.6 常住人口 0.1" "$(items)"
check "clean" clean
doc 'unit="亿元"' "href=\"bulletin.csv\" map=\"key=指标 v=增速\" where=\"单位=亿元\""
check "and a rate is no amount" found unit-mismatch 'bulletin.csv:1:11'
doc 'unit="亿元"' "href=\"bulletin.csv\" map=\"key=指标 v=绝对值\" where=\"单位=亿元\""
equal "amounts take it" "地区生产总值 27894 工业增加值 7888" "$(items)"
printf '指标,单位,绝对值,比上年增长\n地区生产总值,亿元,27894,8.3\n工业增加值,亿元,7888,9.6\n' >growth.csv
doc '' 'href="growth.csv" map="key=指标 v=比上年增长"'
check "a rate without a unit" found unit-unknown 'growth.csv:1:11'
doc '' "href=\"growth.csv\" map=\"key=指标 v=比上年增长\" $(hint unit-unknown 'unit="[^"]*"')"
equal "and its hint followed" "地区生产总值 8.3 工业增加值 9.6" "$(items)"
check "clean" clean
printf '城市,人数\n甲,12.3万人\n乙,5000\n' >scales.csv
doc '' 'href="scales.csv" map="key=城市 v=人数"'
check "a bare figure beside 万人 is not taken in 万" found unit-unknown 'scales.csv:3:3'
equal "but refused" 1 "$(say | grep -c ': error: .*\[unit-unknown\]$')"
printf '城市,增速(%%)\n甲,3.5％\n乙,－1.2％\n' >full.csv
doc 'unit="%"' 'href="full.csv" map="key=城市 v=增速"'
check "％ is %" clean
printf '地区,增速（％）\n甲,3.5\n乙,-2.1\n' >head.csv
doc 'unit="%"' 'href="head.csv" map="key=地区 v=增速"'
check "％ in the head as well" clean
printf '机场,旅客（人次）\n甲,350000\n' >unit.csv
doc 'unit="万人次"' 'href="unit.csv" map="key=机场 v=旅客"'
sed -i 's|<import|<item key="甲"/><import|' t.xml
equal "a unit at fault is one error" 1 "$(say | grep -c ': error:')"
printf '城市,人数\n甲,5\n乙,7\n' >bare.csv
doc 'unit="万人"' 'href="bare.csv" map="key=城市 v=人数"'
check "no unit anywhere is a warning" found unit-unknown 'bare.csv:1:4'
doc 'unit="万人"' "href=\"bare.csv\" map=\"key=城市 v=人数\" $(hint unit-unknown 'unit="[^"]*"')"
check "and its hint followed" clean

printf '地区,人数\n合　　计,1000\n合   计,1001\n总　计,1002\n全国总计,1003\n合计：,1004\n合计（2市）,1005\n全市合计,1006\nTotal,1007\n甲,60\n乙,40\n' >totals.csv
doc '' 'href="totals.csv" map="key=地区 v=人数" keep="top 3"'
equal "totals in every spelling" "甲 60 乙 40" "$(items)"
equal "are told in one note" 1 "$(say | grep -c 'import-left-out')"
doc '' 'href="totals.csv" map="key=地区 v=人数" totals="yes" keep="first 1"'
equal "or kept" "合 1000" "$(items | sed 's/合　　计/合/')"
printf '城市,人数\n甲①,123\n乙*,98\n以上均为快报数,\n' >note.csv
doc '' 'href="note.csv" map="key=城市 v=人数"'
equal "remarks without 注, marks behind names" "甲 123 乙 98" "$(items)"
check "are told" found import-left-out 'note.csv:4:1'
printf '城市,金额(万元)\n甲,-12.5\n乙,－8.0\n丙,−3.0\n丁,–2.0\n' >minus.csv
doc '' 'href="minus.csv" map="key=城市 v=金额"'
equal "any minus" "甲 −12.5 乙 −8.0 丙 −3.0 丁 −2.0" "$(items)"
printf '城市,人数\n甲,5-7\n乙,7\n' >range.csv
doc '' 'href="range.csv" map="key=城市 v=人数"'
check "a range is no value" found import-cell 'range.csv:2:3'
printf '城市,人数\n甲,123①\n乙,98\n' >foot.csv
doc '' 'href="foot.csv" map="key=城市 v=人数"'
check "nor a figure with a mark" found import-cell 'foot.csv:2:3'

printf 'City name,Passengers total\nA,5\nB,7\n' >english.csv
doc '' 'href="english.csv" map="key=City name v=Passengers total"'
check "names with blanks need quotes" found bad-map 't.xml:4:44'
check "and the message says how" grep -qF "v='Passengers total'" <(say)
doc '' "href=\"english.csv\" map=\"key='City name' v='Passengers totals'\""
check "the nearest is named as it is typed" grep -qF "→ 'Passengers total'" <(say)
doc '' "href=\"english.csv\" map=\"key='City name' v='Passengers total'\""
equal "and read" "A 5 B 7" "$(items)"

printf '地区,年份,指标,值\n重庆,2021,GDP,27894.0\n重庆,2022,GDP,29129.0\n四川,2021,GDP,53850.8\n四川,2022,GDP,56749.8\n重庆,2022,人口,3213\n' >long.csv
doc 'unit="亿元"' 'href="long.csv" map="key=地区 v=值" where="指标=GDP" unit="亿元"'
check "a long table asks for where or series" found duplicate-key 'long.csv:3:1'
proposed=$(hint duplicate-key 'where="[^"]*"' | sed 's/where="//; s/"$//')
doc 'unit="亿元"' "href=\"long.csv\" map=\"key=地区 v=值\" where=\"指标=GDP $proposed\" unit=\"亿元\""
equal "and where= is as proposed" "重庆 29129.0 四川 56749.8" "$(items)"
check "clean" clean
doc 'unit="亿元"' "href=\"long.csv\" map=\"key=地区 v=值\" where=\"指标=GDP\" series=\"年份\" unit=\"亿元\"" column
equal "series= as well" "重庆 27894.0 29129.0 四川 53850.8 56749.8" "$(items)"
check "clean" clean
cat >typed.xml <<'XML'
<graphic xmlns="urn:zhitu:1" id="t" template="chart-card" issue="2022-06-26">
  <title>表</title>
  <chart kind="line">
    <data unit="亿元"><series head="重庆"><item key="2021"><v>27894.0</v></item><item key="2022"><v>29129.0</v></item></series><series head="四川"><item key="2021"><v>53850.8</v></item><item key="2022"><v>56749.8</v></item></series></data>
  </chart>
  <credits><source>示例数据</source></credits>
</graphic>
XML
doc 'unit="亿元"' "href=\"long.csv\" map=\"key=年份 v=值\" where=\"指标=GDP\" series=\"地区\" unit=\"亿元\"" line
for n in t typed; do "$ZHITU" render -f svg --templates "$top/templates" $n.xml -o o$n >/dev/null 2>&1; done
check "a long table is drawn as the series typed in" cmp ot/t.svg otyped/t.svg
printf '指标,2022年,2021年\n重庆(亿元),29129.0,27894.0\n四川(亿元),56749.8,53850.8\n' >wide.csv
doc 'unit="亿元"' "href=\"wide.csv\" across=\"yes\" map=\"key=年份\" series=\"指标\"" line
sed -i 's/key="2021"/key="2021年"/g; s/key="2022"/key="2022年"/g; s/head="重庆"/head="重庆(亿元)"/; s/head="四川"/head="四川(亿元)"/' typed.xml
for n in t typed; do "$ZHITU" render -f svg --templates "$top/templates" $n.xml -o o$n >/dev/null 2>&1; done
check "so is a table with time across" cmp ot/t.svg otyped/t.svg
doc 'unit="亿元"' 'href="wide.csv" across="yes" map="key=指标 v=重庆"' line
equal "one row of it" "2021年 27894.0 2022年 29129.0" "$(items)"
doc 'unit="亿元"' 'href="wide.csv" across="yes" map="key=指标 v=重亲"' line
check "a row that is not there" grep -qF '→ 重庆' <(say)

# A level in a column of changes, 降至3.1%, is no length beside growth.
for said in 增长3.1% 降至3.1%; do
    printf '<?xml version="1.0" encoding="UTF-8"?>\n<graphic xmlns="urn:zhitu:1" id="l" template="tall-page" issue="2022-06-26"><title>同比</title><table><column head="市"/><column head="同比" unit="%%" bar="yes"/><row head="甲"><cell><change>增长5.2%%</change></cell></row><row head="乙"><cell><change>%s</change></cell></row></table></graphic>\n' "$said" >"level-$said.xml"
    "$ZHITU" dump --stage=scene "level-$said.xml" 2>/dev/null | grep -c '^ *path' >"level-$said.count"
done
equal "a level has no bar in a column of changes" "$(($(cat level-增长3.1%.count) - 1))" "$(cat level-降至3.1%.count)"
