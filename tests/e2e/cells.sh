# Cells as their sheet shows them, files as what they are: number formats, dates, marks, what is hidden,
# containers, separators, encodings.
. "$(dirname "$0")/lib.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1

# doc FILE KEY V [IMPORT-ATTRIBUTES] [DATA-ATTRIBUTES]: t.xml with one chart of that table
doc() {
    cat >t.xml <<XML
<graphic xmlns="urn:zhitu:1" id="t" template="rank-card" issue="2022-06-26">
  <title>试</title>
  <chart kind="bar"><data ${5:-}><import href="$1" map="key=$2 v=$3" ${4:-}/></data></chart>
  <credits><source>示例数据</source></credits>
</graphic>
XML
}
say() { "$ZHITU" dump --stage=model --lang en --templates "$top/templates" t.xml 2>&1; }
items() { sed -nE 's/^ *item( [0-9:]+)? key="?([^" ]*).*/\2/p; s/^ *v( [0-9:]+)? text=([^ ]*).*/\2/p' <<<"$heard" | tr '\n' ' ' | sed 's/ $//'; }
# found CODE PLACE [WORDS]: among the findings of the last document
found() { grep -E "^$2: (error|warning|note): .*\[$1\]$" <<<"$heard" | grep -qF -- "${3:-}" || { echo "$heard"; return 1; }; }
silent() { ! grep -E '(error|warning|note): ' <<<"$heard" | grep -vE 'decimals-mixed|asof-missing'; }
# reads NAME WANTED FILE KEY V [ATTRIBUTES] [DATA-ATTRIBUTES]
reads() {
    local name=$1 wanted=$2
    shift 2
    doc "$@"
    heard=$(say)
    equal "$name" "$wanted" "$(items)"
}
# refuses NAME CODE PLACE WORDS FILE KEY V ...: an error there, and no value
refuses() {
    local name=$1 code=$2 place=$3 words=$4
    shift 4
    doc "$@"
    heard=$(say)
    check "$name" found "$code" "$place" "$words"
}

# ---- a writer of workbooks ----

rel='http://schemas.openxmlformats.org/officeDocument/2006/relationships'
ns="xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"$rel\""
column() { printf '%s' "ABCDEFGH" | cut -c"$1"; }
# row N CELL...: s:text b:1 e:#REF! f:formula d:2022-06-01 x:XML-of-runs, n:number or n3:number in format 3
row() {
    local n=$1 k=0 cell
    shift
    printf '<row r="%s" %s>' "$n" "${row_look:-}"
    for cell; do
        k=$((k + 1))
        local at=$(column $k)$n text=${cell#*:} kind=${cell%%:*}
        case $kind in
        s) printf '<c r="%s" t="inlineStr"><is><t>%s</t></is></c>' "$at" "$text" ;;
        x) printf '<c r="%s" t="inlineStr"><is>%s</is></c>' "$at" "$text" ;;
        b | e | d) printf '<c r="%s" t="%s"><v>%s</v></c>' "$at" "$kind" "$text" ;;
        f) printf '<c r="%s"><f>%s</f></c>' "$at" "$text" ;;
        n*) printf '<c r="%s" s="%s"><v>%s</v></c>' "$at" "$((${kind#n} + 0))" "$text" ;;
        esac
    done
    printf '</row>'
}
raised() { printf '<r><t>%s</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>%s</t></r>' "$1" "$2"; }
# book FILE ROWS [CODE...]: format 1 is the first code
book_sheets='<sheet name="表" sheetId="1" r:id="rId1"/>' book_about='' sheet_before='' sheet_after=''
book() {
    local file=$1 rows=$2 k=0 code formats='' xfs='<xf numFmtId="0"/>'
    shift 2
    for code; do
        k=$((k + 1))
        code=$(sed 's/&/\&amp;/g; s/</\&lt;/g; s/"/\&quot;/g' <<<"$code")
        formats+="<numFmt numFmtId=\"$((163 + k))\" formatCode=\"$code\"/>" xfs+="<xf numFmtId=\"$((163 + k))\"/>"
    done
    rm -rf x && mkdir -p x/_rels x/xl/_rels x/xl/worksheets
    echo "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r\" Type=\"$rel/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>" >x/_rels/.rels
    echo "<workbook $ns>$book_about<sheets>$book_sheets</sheets></workbook>" >x/xl/workbook.xml
    echo "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"$rel/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\"$rel/worksheet\" Target=\"worksheets/sheet2.xml\"/><Relationship Id=\"rId4\" Type=\"$rel/styles\" Target=\"styles.xml\"/></Relationships>" >x/xl/_rels/workbook.xml.rels
    echo "<styleSheet $ns><numFmts>$formats</numFmts><cellXfs>$xfs</cellXfs></styleSheet>" >x/xl/styles.xml
    echo "<worksheet $ns>$sheet_before<sheetData>$rows</sheetData>$sheet_after</worksheet>" >x/xl/worksheets/sheet1.xml
    echo "<worksheet $ns><sheetData>$(row 1 s:城市 s:人数)$(row 2 s:终 n:9)</sheetData></worksheet>" >x/xl/worksheets/sheet2.xml
    rm -f "$file" && (cd x && zip -q -X -r "../$file" .)
}
head=$(row 1 s:城市 s:人数)

# ---- formats ----

book f.xlsx "$head$(row 2 s:甲 n1:46.3)$(row 3 s:乙 n1:12)" '#,##0.00'
reads "decimals are those of the format" "甲 46.30 乙 12.00" f.xlsx 城市 人数
book f.xlsx "$head$(row 2 s:甲 n1:33.333333333333336)$(row 3 s:乙 n1:-0.04)" '0.0_ ;[Red]\-0.0\ '
reads "what is computed is rounded as it is shown" "甲 33.3 乙 0.0" f.xlsx 城市 人数
reads "decimals= rounds what is stored" "甲 33.33 乙 −0.04" f.xlsx 城市 人数 'decimals="2"'
book f.xlsx "$head$(row 2 s:甲 n1:5)$(row 3 s:乙 n2:0.075)" '0.0"%"' '0.0%'
reads "a sign in quotes is no per cent format" "甲 5.0% 乙 7.5%" f.xlsx 城市 人数
book f.xlsx "$head$(row 2 s:甲 n:33.333333333333336)$(row 3 s:乙 n:2)"
refuses "without a format many decimals name decimals=" import-decimals 'f.xlsx!表!B2' 'decimals="1"' f.xlsx 城市 人数
reads "and decimals= mends it" "甲 33.3 乙 2.0" f.xlsx 城市 人数 'decimals="1"'
book f.xlsx "$(row 1 s:城市 s:人数 s:同比)$(row 2 s:甲 n:5 n:0.052333333333333336)$(row 3 s:乙 n:2 n1:0.052333333333333336)" '0.0%'
refuses "in other columns the format does it" import-decimals 'f.xlsx!表!C2' 'number format' f.xlsx 城市 '人数 change=同比'
book f.xlsx "$(row 1 s:编号 s:人数)$(row 2 n1:1 n:5)$(row 3 s:002 n:6)" '000'
reads "numbers with leading noughts are keys as shown" "001 5 002 6" f.xlsx 编号 人数
book f.xlsx "$head$(row 2 s:甲 n1:123456)$(row 3 s:乙 n1:56000)" '0!.0,"万"'
reads "scaling commas" "甲 12.3万 乙 5.6万" f.xlsx 城市 人数
book f.xlsx "$(row 1 s:城市 s:产值)$(row 2 s:甲 n1:5)$(row 3 s:乙 n1:6)" '"¥"#,##0.00'
reads "a currency is a unit" "甲 5.00元 乙 6.00元" f.xlsx 城市 产值
refuses "and must be that of the chart" unit-mismatch 'f.xlsx!表!B2' 元 f.xlsx 城市 产值 '' 'unit="亿美元"'
reads "the yuan of 亿元 is one" "甲 5.00 乙 6.00" f.xlsx 城市 产值 'unit="亿元"' 'unit="亿元"'
book f.xlsx "$head$(row 2 s:甲 n1:-5)$(row 3 s:乙 n1:6)" '0.0;0.0'
reads "a hidden minus is printed" "甲 −5.0 乙 6.0" f.xlsx 城市 人数
check "and told" found import-shown 'f.xlsx!表!B2'

# ---- dates ----

book d.xlsx "$(row 1 s:日期 s:人数)$(row 2 n1:44713 n:1)$(row 3 n2:44713 n:2)$(row 4 n3:44713.3541666667 n:3)$(row 5 d:2022-06-02 n:4)$(row 6 n4:44713 n:5)" \
    'm/d/yy' 'yyyy"年"m"月";@' 'yyyy/m/d h:mm' '[$-804]m"月"d"日"'
reads "dates as their format shows them, or ISO 8601" "2022-06-01 1 2022年6月 2 2022-06-01 3 2022-06-02 4 6月1日 5" d.xlsx 日期 人数
check "with the time" grep -q 'key="2022-06-01 08:30"' <<<"$heard"
book_about='<workbookPr date1904="1"/>' book d.xlsx "$(row 1 s:日期 s:人数)$(row 2 n1:43251 n:1)" 'yyyy-mm-dd'
reads "the calendar of 1904" "2022-06-01 1" d.xlsx 日期 人数
book d.xlsx "$(row 1 s:事项 s:日期)$(row 2 s:开工 n1:44713)$(row 3 s:通车 n2:0.5)" 'yyyy-mm-dd' 'h:mm'
refuses "a date is no value" import-cell 'd.xlsx!表!B2' 2022-06-01 d.xlsx 事项 日期
check "nor is a time" found import-cell 'd.xlsx!表!B3' 12:00

# ---- texts, kinds ----

book t.xlsx "$head$(row 2 s:甲 "x:$(raised 123 1)")$(row 3 s:乙 n:98)"
refuses "a raised figure is no digit" import-cell 't.xlsx!表!B2' '"123"' t.xlsx 城市 人数
book t.xlsx "$head$(row 2 "x:$(raised 甲 1)" n:5)$(row 3 "x:$(raised 乙 a)" n:6)$(row 4 "x:$(raised 面积m 2)" n:7)$(row 5 s:丁③ n:8)$(row 6 's:戊[1]' n:9)"
reads "marks behind keys are cut, powers are not" "甲 5 乙 6 面积m² 7 丁 8 戊 9" t.xlsx 城市 人数
check "and told" found import-left-out 't.xlsx!表!A2' 4
book t.xlsx "$head$(row 2 s:方案① n:5)$(row 3 s:方案② n:6)"
reads "marks that tell names apart are names" "方案① 5 方案② 6" t.xlsx 城市 人数
book t.xlsx "$head$(row 2 s:重庆_x000D_江北 n:5)$(row 3 s:a_x005F_x000D_b n:6)"
reads "escaped characters" "重庆江北 5 a_x000D_b 6" t.xlsx 城市 人数
book t.xlsx "$head$(row 2 s:甲 b:1)$(row 3 s:乙 n:98)"
refuses "a boolean is no number" import-cell 't.xlsx!表!B2' TRUE t.xlsx 城市 人数
book t.xlsx "$(row 1 s:城市 s:人数 s:比)$(row 2 s:甲 n:5 e:#DIV/0!)$(row 3 s:乙 n:6 n:2)"
reads "errors in other columns do not matter" "甲 5 乙 6" t.xlsx 城市 人数
check "and nothing is said of them" silent
refuses "in the column that is used they do" import-cell 't.xlsx!表!C2' '#DIV/0!' t.xlsx 城市 比
book t.xlsx "$head$(row 2 s:甲 f:SUM\(1,2\))$(row 3 s:乙 n:6)"
reads "a formula without its result" "甲 待补 乙 6" t.xlsx 城市 人数
check "is told at its cell" found import-not-counted 't.xlsx!表!B2'
book t.xlsx "$head$(row 2 s:甲 n:5)<row r=\"1048576\"><c r=\"A1048576\" s=\"0\"/><c r=\"XFD1048576\" s=\"0\"/></row>"
reads "cells that have but a look are none" "甲 5" t.xlsx 城市 人数
book t.xlsx "$head$(row 2 s:甲 n:5)<row r=\"1048576\"><c r=\"D1048576\"><v>1</v></c></row>"
reads "nor do far ones of other columns matter" "甲 5" t.xlsx 城市 人数
book t.xlsx "$head$(row 2 s:甲 n:5)<row r=\"1048576\"><c r=\"B1048576\"><v>1</v></c></row>"
refuses "far ones of a used column do" limit-cells 't.xlsx!表!B1048576' 'range=' t.xlsx 城市 人数
reads "but outside of range" "甲 5" t.xlsx 城市 人数 'range="A1:B10"'

# ---- what is hidden ----

rows="$head$(row 2 s:甲 n:5)$(row_look='hidden="1"' row 3 s:乙 n:6)$(row 4 s:丙 n:7)"
book h.xlsx "$rows"
reads "hidden lines are left out" "甲 5 丙 7" h.xlsx 城市 人数
check "and counted" found import-hidden 'h.xlsx!表!A3' '1 lines'
sheet_before='<cols><col min="2" max="2" hidden="1"/></cols>' book h.xlsx "$(row 1 s:城市 s:旧数 s:人数)$(row 2 s:甲 n:5 n:6)"
reads "hidden columns are left out" "甲 6" h.xlsx 城市 人数
check "and named" found import-hidden 'h.xlsx!表!B1' 旧数
book_sheets='<sheet name="底稿" sheetId="1" state="hidden" r:id="rId1"/><sheet name="终稿" sheetId="2" r:id="rId2"/>' book h.xlsx "$rows"
reads "the first sheet that is seen is read" "终 9" h.xlsx 城市 人数
check "hidden ones are told" found import-hidden 'h.xlsx' 底稿
reads "unless one is named" "甲 5 丙 7" h.xlsx 城市 人数 'sheet="底稿"'
check "and that is told" found import-sheet t.xml:3:75 底稿

# ---- containers ----

book a.xlsx "$head$(row 2 s:甲 n:5)"
cp a.xlsx B.XLSX
reads "XLSX in capitals" "甲 5" B.XLSX 城市 人数
cp a.xlsx c.csv
refuses "an xlsx named csv" import-format c.csv 'rename it c.xlsx' c.csv 城市 人数
printf '城市,人数\n甲,5\n' >d1.csv
cp d1.csv d.xlsx
refuses "a csv named xlsx" import-format d.xlsx 'rename it d.csv' d.xlsx 城市 人数
cp d.xlsx d.csv
reads "and renamed it is read" "甲 5" d.csv 城市 人数
printf '<!DOCTYPE html><html><table><tr><td>城市' >e.xls
refuses "a page named xls" import-format e.xls HTML e.xls 城市 人数
cfb() { printf '\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1%0504d' 0; printf '%s' "$1" | iconv -t UTF-16LE; }
cfb Workbook >g.xls
refuses "an old xls" import-format g.xls 'old xls' g.xls 城市 人数
cp g.xls g.xlsx
refuses "also under another name" import-format g.xlsx 'old xls' g.xlsx 城市 人数
cfb EncryptedPackage >h.xlsx
refuses "an encrypted workbook" import-format h.xlsx password h.xlsx 城市 人数
mkdir -p o && echo x >o/content.xml && (cd o && zip -q -X ../o.ods content.xml)
refuses "an OpenDocument" import-format o.ods OpenDocument o.ods 城市 人数
rm -rf x/y && mkdir x/y && mv x/xl/* x/y/ && sed -i 's/xl\//y\//' x/_rels/.rels && rm -rf x/xl
(cd x && zip -q -X -r ../y.xlsx .)
reads "a workbook in another folder" "甲 5" y.xlsx 城市 人数
head -c 900 a.xlsx >z.xlsx
refuses "cut short" xlsx-malformed z.xlsx 'cut short' z.xlsx 城市 人数

# ---- separators ----

parted() { # NAME TEXT WANTED
    printf "$2" >p.csv
    reads "$1" "$3" p.csv 城市 人数
}
parted "semicolons" '城市;人数\n甲;5\n乙;6\n' "甲 5 乙 6"
parted "tabs" '城市\t人数\n甲\t5\n乙\t6\n' "甲 5 乙 6"
parted "bars" '城市|人数\n甲|5\n乙|6\n' "甲 5 乙 6"
parted "a line sep=" 'sep=;\n城市;人数\n甲, 乙;5\n' "甲, 5"
parted "commas in numbers between tabs" '城市\t人数\n甲\t1,234\n乙\t2,345\n' "甲 1234 乙 2345"
parted "blanks beside quotes" '城市, 人数\n"甲" , "1,234"\n' "甲 1234"
printf '城市;人数\n甲;1,5\n乙;6\n' >p.csv
refuses "a comma between semicolons may be that of decimals" import-cell p.csv:2:3 1,5 p.csv 城市 人数
printf '城市;人数\n甲;1,234\n乙;6\n' >p.csv
refuses "or not" import-cell p.csv:2:3 1,234 p.csv 城市 人数
printf '城市,人数\n甲,"1.234,5"\n' >p.csv
refuses "1.234,5" import-cell p.csv:2:3 1.234,5 p.csv 城市 人数
printf '城市，人数\n甲，5\n乙，6\n' >p.csv
refuses "full-width commas" csv-malformed p.csv:1:1 full-width p.csv 城市 人数
printf '城市,人数\n甲,5\0\n' >p.csv
refuses "a NUL byte" csv-malformed p.csv:2:4 NUL p.csv 城市 人数
printf '城市,人数\n甲,1.23E+05\n' >p.csv
refuses "a power of ten" import-cell p.csv:2:3 1.23E+05 p.csv 城市 人数
printf '城市,人数\n甲,72.34671459459459\n' >p.csv
reads "many decimals are rounded" "甲 72.3" p.csv 城市 人数 'decimals="1"'
refuses "and else refused" import-decimals p.csv:2:3 'decimals="1"' p.csv 城市 人数

# ---- encodings ----

printf '城市,人数\n重庆城,5\n成都城,6\n' >u.csv
for encoding in GB18030 UTF-16LE UTF-16BE; do
    iconv -f UTF-8 -t $encoding u.csv >e.csv
    reads "$encoding" "重庆城 5 成都城 6" e.csv 城市 人数
    check "$encoding is told" found encoding-guessed e.csv
done
for encoding in UTF-7 UTF-32; do
    iconv -f UTF-8 -t $encoding u.csv >e.csv
    refuses "$encoding" encoding e.csv:1:1 $encoding e.csv 城市 人数
done
printf '城市,人數\n臺北,1\n高雄,2\n' | iconv -t BIG5 >e.csv
refuses "Big5" encoding e.csv:1:1 Big5 e.csv 城市 人数
printf 'Stadt,Zahl\nMünchen,1\nKöln,2\n' | iconv -t ISO-8859-1 >e.csv
refuses "ISO 8859-1" encoding 'e.csv:2:2' 8859 e.csv Stadt Zahl
printf '城市,人数\n朱镕基,1\n堃,2\n喆,3\n' | iconv -t GB18030 >e.csv
reads "rare names in GB18030" "朱镕基 1 堃 2 喆 3" e.csv 城市 人数
{ printf '城市,人数\n重庆,1\n'; printf '成都,2\n' | iconv -t GBK; } >e.csv
refuses "a GBK line in UTF-8" encoding e.csv:3:1 'while others are' e.csv 城市 人数
{ printf '城市,人数\n成都,2\n自贡,3\n' | iconv -t GBK; printf '重庆,1\n'; } >e.csv
refuses "a UTF-8 line in GBK" encoding e.csv:4:1 'here is UTF-8' e.csv 城市 人数
printf '城市,人数\n重\xFF庆,1\n' >e.csv
refuses "one wrong byte" encoding e.csv:2:2 'while others are' e.csv 城市 人数
sed 's/试/重\xFF庆/' t.xml >w.xml
check "one wrong byte in a document" grep -q '^w.xml:2:11: error: .*while others are.*\[encoding\]$' <("$ZHITU" check --lang en w.xml 2>&1)
{ echo '<?xml version="1.0" encoding="GB18030"?>'; cat t.xml; } >w.xml
check "UTF-8 declared as GB18030" grep -q '^w.xml:1:1: error: .*\[encoding\]$' <("$ZHITU" check --lang en w.xml 2>&1)
