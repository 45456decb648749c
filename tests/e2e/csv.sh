# The data of charts: CSV files and their names, descriptions in SVG, tags of PDF.
. "$(dirname "$0")/lib.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
chart() { # ID TITLE
    cat <<EOF
  <chart kind="bar"${1:+ id=\"$1\"}><title>$2</title><data key="口岸" unit="万吨" sort="desc">
    <item key="甲,&quot;东&quot;港"><v>9,800</v></item>
    <item key="乙港"><v status="estimate">46.3</v><change>同比增长5%</change></item>
    <item key="丙港"><v status="missing"/></item></data></chart>
EOF
}
document() { # NAME BLOCKS
    printf '<?xml version="1.0" encoding="UTF-8"?>\n<graphic xmlns="urn:zhitu:1" id="%s" template="narrow" issue="2022-06-30"><title>题</title>\n%s\n<credits><source>示例</source></credits></graphic>\n' \
        "$1" "$2" >"$work/$1.xml"
}
render() { "$ZHITU" render --lang en "$work/$1.xml" -o "$work/${3-out}" -f "$2" 2>&1; }
# The text of an element of the drawing, by its name.
said_in_drawing() { xmllint --nonet --xpath "string(//*[local-name()='g'][*[local-name()='desc']]/*[local-name()='$1'])" "$work/out/one.svg"; }

wanted=$'\xEF\xBB\xBF口岸,数值（万吨）,状态,变化\r\n"甲,""东""港","9,800",,\r\n乙港,46.3,估计,同比增长5%\r\n丙港,,待补,\r\n'
document one "$(chart '' 货量)"
check "a document with one chart" render one csv,svg,pdf
equal "its files" "one.csv one.pdf one.svg" "$(cd "$work/out" && echo one*)"
printf '%s' "$wanted" >"$work/wanted"
check "its bytes: a mark, cells quoted as RFC 4180 has it, CR LF" cmp "$work/wanted" "$work/out/one.csv"
check "the same again" render one csv again
check "byte for byte" cmp "$work/out/one.csv" "$work/again/one.csv"
equal "the drawing is named by its subject" 货量 "$(said_in_drawing title)"
equal "and described by its data" '柱状图：货量。甲,"东"港9,800万吨；乙港46.3万吨（估计，同比增长5%）；丙港待补。' "$(said_in_drawing desc)"
tags=$(pdfinfo -struct-text "$work/out/one.pdf" 2>&1)
equal "a table below the figure: heads, then a row an item" "1 4 7 9" \
    "$(for tag in Table TR TH TD; do grep -cE "^ *$tag\b" <<<"$tags"; done | xargs)"

document two "$(chart first 一)$(chart '' 二)"
check "a document with two" render two csv
equal "files by id, by number without one" "two.2.csv two.first.csv" "$(cd "$work/out" && echo two*)"
document twins "$(chart 2 一)$(chart '' 二)$(chart A 三)$(chart a 四)"
check "a document whose charts want one name" render twins csv
equal "each has a file of its own" "twins.1.csv twins.2.csv twins.4.csv twins.A.csv" "$(cd "$work/out" && LC_ALL=C && echo twins*)"

document none '<hint head="提示"><p>一段。</p></hint>'
status=0
said=$(render none pdf,csv) || status=$?
equal "without a chart" 1 "$status"
check "it is said why" grep -q 'none.xml:2:.* error: .*\[no-chart\]' <<<"$said"
equal "and nothing is written" "" "$(find "$work/out" -name 'none*')"
check "the list of outputs says that it is a file a chart" grep -q $'^csv\tchart\t' <("$ZHITU" list outputs)
