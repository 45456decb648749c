# Charts from tables: CSV, TSV and XLSX by column name and key; scenarios 2 and 3 of the trade.
. "$(dirname "$0")/lib.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1

# doc IMPORT-ATTRIBUTES [ITEMS]: t.xml with one chart of 万人次
doc() {
    cat >t.xml <<XML
<graphic xmlns="urn:zhitu:1" id="t" template="rank-card" issue="2022-06-26">
  <title>机场</title>
  <chart kind="rank">
    <data key="机场" unit="万人次">
      ${2:-}
      <import $1/>
    </data>
  </chart>
  <credits><source>示例数据</source></credits>
</graphic>
XML
}
say() { "$ZHITU" dump --stage=model --lang en --templates "$top/templates" t.xml 2>&1; }
items() { say | sed -nE 's/^ *item( [0-9:]+)? key="?([^" ]*).*/\2/p; s/^ *(v|change)( [0-9:]+)? text=([^ ]*).*/\3/p' | tr '\n' ' ' | sed 's/ $//'; }
# found CODE PLACE: among the findings
found() { said=$(say) && : ; grep -qE "^$2: (error|warning|note): .*\[$1\]$" <<<"$said" || { echo "$said"; return 1; }; }

printf '机场,旅客（万人次）,同比（%%）\r\n"重庆江北",612.4,-38.2\r\n成都天府,近421,\r\n南充 高坪,２１．５,+3\r\n注：示例数据。,,\r\n' >a.csv
doc 'href="a.csv" map="key=机场 v=旅客 change=同比"'
equal "csv: names, signs, full-width digits, notes" "重庆江北 612.4 −38.2% 成都天府 近421 南充 21.5 3%" "$(items)"
check "csv: a value points at its cell" grep -q '^ *v 3:6 text=近421 ' <(say)
check "csv: what is a note is said" found import-left-out 'a.csv:5:1'
check "csv: 同比 is a change against last year" grep -q 'change 2:14 .*basis=yoy' <(say)

iconv -f UTF-8 -t GB18030 a.csv >g.csv
doc 'href="g.csv" map="key=机场 v=旅客"'
equal "csv in GB18030" "重庆江北 612.4 成都天府 近421 南充 21.5" "$(items)"
check "the guess is said" found encoding-guessed 'g.csv'
{ printf '\xEF\xBB\xBF'; cat a.csv; } >b.csv
doc 'href="b.csv" map="key=机场 v=旅客"'
equal "csv with a BOM" "重庆江北 612.4 成都天府 近421 南充 21.5" "$(items)"
printf '旅客\t机场\n"1,612.4"\t重庆江北\n' >a.tsv
doc 'href="a.tsv" map="key=机场 v=旅客"'
equal "tsv, columns the other way round, a comma in a number" "重庆江北 1612.4" "$(items)"

# Scenario 2: the header says 人次, the XML 万人次.
printf '机场,旅客（人次）\n重庆江北,6124000\n成都双流,5981234\n' >u.csv
doc 'href="u.csv" map="key=机场 v=旅客"'
check "scenario 2: unit-mismatch names file, line and cell" found unit-mismatch 'u.csv:1:4'
"$ZHITU" render --templates "$top/templates" t.xml -o o >/dev/null 2>&1
equal "scenario 2: exit status 1" 1 $?
check "scenario 2: nothing is written" test ! -e o/t.pdf
doc 'href="u.csv" map="key=机场 v=旅客" convert="人次→万人次"'
equal "declared, it is converted exactly" "重庆江北 612.4 成都双流 598.1234" "$(items)"
doc 'href="u.csv" map="key=机场 v=旅客" convert="人次→万人次" decimals="1"'
equal "and rounded where asked" "重庆江北 612.4 成都双流 598.1" "$(items)"
check "the rounding is said" found import-rounded 't.xml:6:21'
doc 'href="u.csv" map="key=机场 v=旅客" convert="人次→万吨"'
check "another unit is no conversion" found bad-convert 't.xml:6:55'
printf '机场,旅客\n重庆江北,612.4万人次\n成都双流,598.1万吨\n' >m.csv
doc 'href="m.csv" map="key=机场 v=旅客"'
check "a unit in a cell is compared too" found unit-mismatch 'm.csv:3:6'

# Scenario 3: the rows come in another order; keys decide.
listed='<item key="重庆江北"/><item key="成都双流"/>'
printf '机场,旅客\n成都双流,598.1\n重庆江北,612.4\n' >r1.csv
printf '机场,旅客\n重庆江北,612.4\n成都双流,598.1\n' >r2.csv
for n in 1 2; do
    doc "href=\"r$n.csv\" map=\"key=机场 v=旅客\"" "$listed"
    "$ZHITU" render --templates "$top/templates" -f pdf t.xml -o o$n >/dev/null 2>&1
done
check "scenario 3: a re-sorted file gives the same bytes" cmp o1/t.pdf o2/t.pdf
printf '机场,旅客\n成都双流,598.1\n重庆江北机场,612.4\n' >r3.csv
doc 'href="r3.csv" map="key=机场 v=旅客"' "$listed"
check "scenario 3: a key missing is an error" found key-missing 't.xml:5:18'
check "scenario 3: an extra key is a warning" found key-extra 'r3.csv:3:1'
check "scenario 3: with the nearest name" grep -q '"重庆江北机场" .*→ 重庆江北' <(say)
doc 'href="r1.csv" map="key=机场 v=旅客"' '<item key="重庆江北"><v>613.0</v></item>'
equal "what the document says itself counts" "重庆江北 613.0 成都双流 598.1" "$(items)"

printf '机场,旅客\n甲,1\n乙,5\n丙,3\n合计,9\n' >k.csv
doc 'href="k.csv" map="key=机场 v=旅客" keep="top 2"'
equal "keep, in the order of the table" "乙 5 丙 3" "$(items)"
doc 'href="k.csv" map="key=机场 v=旅客" sort="desc"'
equal "sort; totals are no items" "乙 5 丙 3 甲 1" "$(items)"
doc 'href="k.csv" map="key=机场 v=旅客" keep="most"'
check "bad keep" found bad-keep 't.xml:6:52'
doc 'href="k.csv" map="key=机场 v=旅客人数"'
check "a column that is not there" found import-column 't.xml:6:33'
doc 'href="k.csv" map="key=机场 w=旅客"'
check "a target that is not there" found bad-map 't.xml:6:33'
doc 'href="l.csv" map="key=机场 v=旅客"'
check "a file that is not there" found import-missing 't.xml:6:21'
mkdir -p p/templates p/data
cp k.csv secret.csv
sed 's/href="l.csv"/href="..\/..\/secret.csv"/' t.xml >p/data/t.xml
check "a file above the root" grep -q '\[path-outside-root\]' <("$ZHITU" check --lang en p/data/t.xml 2>&1)
ln -s ../../secret.csv p/data/l.csv
cp t.xml p/data/t.xml
check "a link that leads out" grep -q '\[path-outside-root\]' <("$ZHITU" check --lang en p/data/t.xml 2>&1)
printf '机场,旅客\n甲,"1\n乙,2\n' >q.csv
doc 'href="q.csv" map="key=机场 v=旅客"'
check "an open quote is named" found csv-malformed 'q.csv:2:3'
printf '机场,旅客\n甲,1,234\n' >w.csv
doc 'href="w.csv" map="key=机场 v=旅客"'
check "a cell too many is named" found import-cell 'w.csv:2:5'
printf '机场,旅客\n甲,abc\n' >n.csv
doc 'href="n.csv" map="key=机场 v=旅客"'
check "no number: the model points at the cell" found not-a-number 'n.csv:2:3'

# XLSX: plain parts, put into a container.
sheet() { # NAME ROWS MERGES
    printf '<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>%s</sheetData>%s</worksheet>' "$2" "$3" >"x/xl/worksheets/$1.xml"
}
mkdir -p x/xl/_rels x/xl/worksheets
ns='xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
rel='http://schemas.openxmlformats.org/officeDocument/2006/relationships'
echo "<workbook $ns><sheets><sheet name=\"4月\" sheetId=\"1\" r:id=\"rId1\"/><sheet name=\"5月\" sheetId=\"2\" r:id=\"rId2\"/></sheets></workbook>" >x/xl/workbook.xml
cat >x/xl/_rels/workbook.xml.rels <<XML
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="$rel/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="$rel/worksheet" Target="/xl/worksheets/sheet2.xml"/><Relationship Id="rId3" Type="$rel/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId4" Type="$rel/styles" Target="styles.xml"/></Relationships>
XML
echo "<sst $ns><si><t>机场</t></si><si><t>旅客（万人次）</t></si><si><t>本月</t></si><si><r><t>累</t></r><r><t>计</t></r><rPh><t>x</t></rPh></si><si><t>同比</t></si><si><t>重庆江北</t></si><si><t>成都双流</t></si><si><t>注：示例数据</t></si></sst>" >x/xl/sharedStrings.xml
echo "<styleSheet $ns><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"10\"/></cellXfs></styleSheet>" >x/xl/styles.xml
sheet sheet1 '<row r="1"><c r="A1" t="inlineStr"><is><t>别的</t></is></c></row>' ''
s() { echo "<c r=\"$1\" t=\"s\"><v>$2</v></c>"; }
n() { echo "<c r=\"$1\"${3:-}><v>$2</v></c>"; }
sheet sheet2 "<row r=\"2\">$(s A2 0)$(s B2 1)<c r=\"C2\"/>$(s D2 4)</row><row r=\"3\">$(s B3 2)$(s C3 3)</row><row r=\"4\">$(s A4 5)$(n B4 130.09999999999999)$(n C4 612.4)$(n D4 -0.38200000000000001 ' s="1"')</row><row r=\"7\">$(s A7 6)$(n B7 1.2E2)<c r=\"C7\" t=\"str\"><v>５９８．１</v></c></row><row r=\"8\">$(s A8 7)</row>" '<mergeCells><mergeCell ref="A2:A3"/><mergeCell ref="B2:C2"/><mergeCell ref="D2:D3"/><mergeCell ref="A8:D8"/></mergeCells>'
(cd x && zip -q -X -r ../a.xlsx .)
doc 'href="a.xlsx" sheet="5月" map="key=机场 v=累计 change=同比"'
equal "xlsx: merged head, text numbers, per cent by its format, rich text" "重庆江北 612.4 −38.20% 成都双流 598.1" "$(items | sed 's/ -/ −/')"
doc 'href="a.xlsx" sheet="5月" map="key=机场 v=旅客（万人次）/本月"'
equal "xlsx: doubles as the sheet shows them" "重庆江北 130.1 成都双流 120" "$(items)"
check "xlsx: notes are named by their cell" found import-left-out 'a.xlsx!5月!A8'
doc 'href="a.xlsx" sheet="5月" map="key=机场 v=旅客"'
check "xlsx: two columns under one head" found import-column 't.xml:6:45'
doc 'href="a.xlsx" sheet="6月" map="key=机场 v=累计"'
check "xlsx: no such sheet" found import-sheet 't.xml:6:36'
sed -i 's/<v>５９８．１/<v>598.1万吨/' x/xl/worksheets/sheet2.xml
(cd x && zip -q -X -r ../b.xlsx .)
doc 'href="b.xlsx" sheet="5月" map="key=机场 v=累计"'
check "xlsx: a finding names sheet and cell" found unit-mismatch 'b.xlsx!5月!C7'
doc 'href="b.xlsx" sheet="5月" range="A2:C4" map="key=机场 v=累计"'
equal "range" "重庆江北 612.4" "$(items)"
head -c 700 a.xlsx >c.xlsx
doc 'href="c.xlsx" map="key=机场 v=累计"'
check "xlsx: cut off" found xlsx-malformed 'c.xlsx'
# 64 MiB of zeros in 64 KiB: refused by what the directory says, and by what really comes out.
head -c 67108864 /dev/zero >x/xl/workbook.xml
(cd x && zip -q -X ../z.xlsx xl/workbook.xml)
doc 'href="z.xlsx" map="key=机场 v=累计"'
check "xlsx: a bomb is refused" found limit-size 'z.xlsx'

doc 'href="a.csv" map="key=机场 v=旅客"'
"$ZHITU" render --templates "$top/templates" -f pdf --deps d.mk -o o t.xml >/dev/null 2>&1
check "the table is among the files read" grep -q 'a\.csv' d.mk
check "a failed import is said once" test "$(doc 'href="no.csv" map="key=机场 v=旅客"'; say | grep -c 'error:')" = 1
# But for the annotation, which w1 has not.
sed 's/id="jichang"/id="w1"/; /<annotation/d' "$top/data/jichang.xml" >w1.xml
cp "$top/data/jichang.csv" .
check "data/jichang.xml without its annotation is drawn" "$ZHITU" render -f svg --templates "$top/templates" w1.xml -o drawn
check "data/w1.xml is drawn" "$ZHITU" render -f svg "$top/data/w1.xml" -o typed
check "data/jichang.xml says what data/w1.xml says" cmp drawn/w1.svg typed/w1.svg
