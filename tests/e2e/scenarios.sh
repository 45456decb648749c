# Scenarios of the trade, as the desks meet them; numbers are those of the product's list.
. "$(dirname "$0")/lib.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
ln -s "$top/templates" templates

# run COMMAND...: keeps what it says and its status.
run() {
    status=0
    said=$("$@" 2>&1) || status=$?
}
findings_of() { printf "%s\n" "$said" | sed -nE "s/.*: (error|错误): .*\[([a-z0-9-]+)\]\$/\2/p" | sort -u | tr "\n" " "; }

# ---- 4. Nine tasks: declared and listed counts
sed 's|  </tasks>|    <task no="10" head="人才培养">共同培养高技能人才</task>\n  </tasks>|' "$top/data/zhuangbei.xml" >ten.xml
run "$ZHITU" render --lang zh -f pdf -o nine ten.xml
equal "4: ten tasks where nine are declared: status" 1 $status
equal "4: count-declared, and nothing else" "count-declared " "$(findings_of)"
check "4: both counts are named" grep -qE '9.*10' <<<"$said"
check "4: nothing is written" test ! -e nine/zhuangbei.pdf
sed 's|declared="9"|declared="27" complete="no"|' "$top/data/zhuangbei.xml" >part.xml
run "$ZHITU" render --lang zh -f pdf --format json -o part part.xml
equal "4: nine of 27 with complete=\"no\": status" 0 $status
check "4: and it is written" test -s part/zhuangbei.pdf

# ---- 5. Overset: a timeline twice as long
# longer TEXT: shuanghe with each entry of the timeline as TEXT says
longer() { sed -E "/<event /s#>([^<]*)</event>#>$1</event>#" "$top/data/shuanghe.xml"; }
longer '\1' >same.xml
check "5: the text as it is: no word about the fit" sh -c '! "$1" check --lang en same.xml 2>&1 | grep -E "size-reduced|overset"' sh "$ZHITU"
longer '\1再加一句话，把它撑长，看看字号是否缩小。' >more.xml
check "5: twenty characters more: sizes go down" grep -q size-reduced <("$ZHITU" check --lang en more.xml 2>&1)
longer '\1\1' >long.xml
check "5: the texts are twice as long" test "$(grep '<event ' long.xml | wc -c)" -gt "$(($(grep '<event ' "$top/data/shuanghe.xml" | wc -c) * 3 / 2))"
for template in tall-sidebar wide-board; do
    run "$ZHITU" render --lang en -f pdf,png --template $template -o "over-$template" long.xml
    equal "5: $template: status" 1 $status
    equal "5: $template: overset alone" "overset " "$(findings_of)"
    check "5: $template: place, characters, lines" grep -qE '^long\.xml:[0-9]+:[0-9]+: error: .*[0-9]+ .*\[overset\]' <<<"$said"
    check "5: $template: nothing is written" test ! -e "over-$template"
done
run "$ZHITU" check --lang zh long.xml
check "5: the entry, its date, characters and lines" \
    grep -qE '第10条 2022-06-18 超出 [0-9]+ 字（需 [0-9]+ 行，余 [0-9]+ 行） \[overset\]' <<<"$said"
check "5: and every entry after it, whole" grep -qE '第11条 2022-06-24 超出 [0-9]+ 字（需 ([0-9]+) 行，余 0 行）' <<<"$said"

# ---- 17. One document in 3 columns x 40 lines of the paper and in 5 x 60
# Of 对开: 350 mm in 8 columns with gutters of 2.83 mm, lines of 4.8 mm.
for slot in 3x40 5x60; do
    run "$ZHITU" render --lang en --strict -f pdf,png --template ledger --slot "$slot" -o "slot-$slot" "$top/data/chengjidan.xml"
    equal "17: $slot: status" 0 $status
    check "17: $slot: no empty foot" sh -c '! printf "%s" "$1" | grep -qE "page-slack|size-reduced|overset"' sh "$said"
    wanted=$(awk -v n="${slot%x*}" -v lines="${slot#*x}" 'BEGIN {
        printf "%.1f x %.1f mm", n * (350 - 7 * 2.83) / 8 + (n - 1) * 2.83, lines * 4.8 }')
    got=$(pdfinfo -box "slot-$slot/chengjidan.pdf" | awk '/^TrimBox/ { printf "%.1f x %.1f mm", ($4 - $2) / 72 * 25.4, ($5 - $3) / 72 * 25.4 }')
    equal "17: $slot: the slot's size" "$wanted" "$got"
    pdftotext -raw "slot-$slot/chengjidan.pdf" - | tr -d ' \t\n\f' | grep -oP '.' | sort >"slot-$slot.characters"
done
check "17: both print the same characters" cmp slot-3x40.characters slot-5x60.characters
for faulty in 9x40 3x101; do
    run "$ZHITU" check --lang en --template ledger --slot "$faulty" "$top/data/chengjidan.xml"
    equal "17: $faulty: more than the paper has" "1 bad-slot " "$status $(findings_of)"
done

# ---- 19. (in part) many files: one process, each is looked at, the highest status wins
mkdir -p many
for i in $(seq 1 200); do
    sed "s|id=\"w1\"|id=\"w1-$i\"|; s|612\.4|$((600 + i)).4|" "$top/data/w1.xml" >"many/w1-$i.xml"
done
run "$ZHITU" check --lang en -q many
equal "19: 200 files: status" "0 " "$status $said"
sed -i 's|sort="desc"|sort="dsec"|' many/w1-7.xml
sed -i 's|</graphic>||' many/w1-150.xml
run "$ZHITU" check --lang en many
equal "19: two of 200 are faulty: status" 1 $status
equal "19: both are named, in their order" "many/w1-150.xml many/w1-7.xml " "$(printf '%s\n' "$said" | sed -nE 's/^([^:]+):[0-9]+:[0-9]+: error: .*/\1/p' | uniq | tr '\n' ' ')"
run "$ZHITU" render --lang en -f pdf -o many-out many
equal "19: the others are rendered" 198 "$(find many-out -name '*.pdf' | wc -l)"
run "$ZHITU" check --lang en many nothing.xml
equal "19: a file that cannot be read: status" 3 $status
run "$ZHITU" check --lang en --format json many
equal "19: JSON names as many findings" 2 "$(printf '%s\n' "$said" | jq -s '[.. | objects | select(.severity? == "error")] | length')"

# ---- 20. Two machines: locale, time zone, folder, font cache, way of naming the files
mkdir -p a b/elsewhere/data
for name in shuanghe zhuangbei qiche; do cp "$top/data/$name.xml" b/elsewhere/data/; done
for machine in first second; do
    case $machine in
    first) set -- env LC_ALL=C TZ=UTC XDG_CACHE_HOME="$work/cache" HOME="$work" "$ZHITU" render "$top/data/shuanghe.xml" "$top/data/zhuangbei.xml" "$top/data/qiche.xml" ;;
    second) set -- env -u XDG_CACHE_HOME LC_ALL=zh_CN.GB18030 TZ=Asia/Shanghai HOME=/nonexistent "$ZHITU" render --root . data ;;
    esac
    [ $machine = first ] || cd b/elsewhere || exit 1
    run "$@" --templates "$top/templates" -f pdf,png,svg -o "$work/machine-$machine"
    cd "$work" || exit 1
    equal "20: $machine machine: status" 0 $status
done
sums() { (cd "$1" && sha256sum -- *); } # what is remembered of them, .zhitu, is the machine's own
equal "20: nine files" 9 "$(find machine-first -type f -not -path '*/.zhitu/*' | wc -l)"
equal "20: the same SHA-256" "$(sums machine-first)" "$(sums machine-second)"

# ---- the number scenarios: one function each. small BODY [ATTRIBUTES of the chart]: a document n.xml
small() {
    cat >n.xml <<XML
<graphic xmlns="urn:zhitu:1" id="n" template="rank-card" issue="2022-06-26">
  $1
</graphic>
XML
}
pdf_text() { pdftotext "$1" - | tr -d ' \n\f'; }

# 1. One number changes in a finished document
one_number() {
    sed 's/46\.3万人次/48.9万人次/' "$top/data/shuanghe.xml" >one.xml
    run "$ZHITU" render --lang en -f pdf,png -o one one.xml
    equal "1: status" 0 $status
    equal "1: one warning" 1 "$(grep -c ': warning: ' <<<"$said")"
    check "1: the words of the trade" grep -qF "\"212%\" no longer follows from last year's 14.8万人次: 48.9万人次 gives 230% [change-stale]" <<<"$said"
    check "1: the PDF holds the new number" grep -q '48\.9' <(pdf_text one/shuanghe.pdf)
    run "$ZHITU" render --lang en --strict -f pdf -o strict one.xml
    equal "1: --strict: status, and nothing written" "1 no" "$status $(test -e strict/shuanghe.pdf && echo yes || echo no)"
    run "$ZHITU" render --lang en -f pdf,png -o again one.xml
    check "1: a second run is byte-identical" cmp one/shuanghe.pdf again/shuanghe.pdf
}

# 2. The table says 人次, the document 万人次
unit_slip() {
    printf '机场,旅客（人次）\n重庆江北,6124000\n' >slip.csv
    small '<title>机场</title><chart kind="rank"><data unit="万人次"><import href="slip.csv" map="key=机场 v=旅客"/></data></chart>'
    run "$ZHITU" render --lang en -f pdf -o slip n.xml
    equal "2: status and finding" "1 unit-mismatch " "$status $(findings_of)"
    check "2: table, line and cell are named" grep -q '^slip\.csv:1:4: error: ' <<<"$said"
    check "2: nothing is written" test ! -e slip/n.pdf
}

# 3. Rows in another order; a key missing, a key too many
row_order() {
    local listed='<item key="重庆江北"/><item key="成都双流"/>' n
    printf '机场,旅客\n成都双流,598.1\n重庆江北,612.4\n' >order1.csv
    printf '机场,旅客\n重庆江北,612.4\n成都双流,598.1\n' >order2.csv
    printf '机场,旅客\n重庆江北机场,612.4\n成都双流,598.1\n' >order3.csv
    for n in 1 2 3; do
        small "<title>机场</title><chart kind=\"rank\"><data unit=\"万人次\">$listed<import href=\"order$n.csv\" map=\"key=机场 v=旅客\"/></data></chart>"
        run "$ZHITU" render --lang en -f png -o "order$n" n.xml
    done
    check "3: the picture does not depend on the order of rows" cmp order1/n.png order2/n.png
    equal "3: a key missing" "1 key-missing " "$status $(findings_of)"
    check "3: an extra key, with the nearest name" grep -qE 'warning: .*重庆江北机场.*重庆江北.*\[key-extra\]' <<<"$said"
}

# 11. One date, two directions (the text layer of the column: columns.sh)
two_directions() {
    run "$ZHITU" render --lang en -f pdf -o down "$top/data/yibin.xml"
    check "11: in a column the date is in Chinese numerals" grep -q '十二月十四日' <(pdf_text down/yibin.pdf)
    sed 's/ writing="vertical"//g; s/<caption/<caption writing="horizontal"/' "$top/data/yibin.xml" >across.xml
    run "$ZHITU" dump --stage=model --lang en across.xml
    check "11: the same source, in a line" grep -q 'date=2021-12-14' <<<"$said"
}

# 13. A value that is still missing
missing_value() {
    small '<title>通办<v status="missing"/></title><chart kind="bar"><data unit="家"><item key="甲"><v>3</v></item><item key="乙"><v status="missing"/></item></data></chart>'
    run "$ZHITU" render --lang en -f pdf -o draft n.xml
    equal "13: a draft: status, and two slots" "0 2" "$status $(pdf_text draft/n.pdf | grep -o '待补' | wc -l)"
    run "$ZHITU" render --lang en --final -f pdf -o final n.xml
    equal "13: --final" "1 value-missing no" "$status $(findings_of)$(test -e final/n.pdf && echo yes || echo no)"
}

# 22. Places without values: a ladder, never a bar
rank_only() {
    local items='<item key="旅客吞吐量"><rank among="全国">第二</rank></item><item key="货邮吞吐量"><rank among="全国" within="10">前十</rank></item>'
    small "<title>名次</title><chart kind=\"ladder\"><data>$items</data></chart>"
    run "$ZHITU" render --lang en -f pdf -o ladder n.xml
    equal "22: as a ladder" 0 $status
    check "22: both places are printed" grep -q '第二.*前十' <(pdf_text ladder/n.pdf)
    for kind in rank bar column; do
        small "<title>名次</title><chart kind=\"$kind\"><data>$items</data></chart>"
        run "$ZHITU" render --lang en -f pdf -o none n.xml
        equal "22: $kind is refused" "1 rank-without-values " "$status $(findings_of)"
    done
}

# 23. Lengths in proportion to values, from the scene: widths of bars, heights of columns
boxes() { # KIND FIELD [CHART-ATTRIBUTES]: ratio of each mark to its value, and whether all agree to 0.1 %
    small "<title>长度</title><chart kind=\"$1\" ${3:-}><data unit=\"人\"><item key=\"甲\"><v>1010</v></item><item key=\"乙\"><v>380</v></item><item key=\"丙\"><v>150</v></item><item key=\"丁\"><v>96.04</v></item></data></chart>"
    "$ZHITU" dump --stage=scene --lang en n.xml 2>/dev/null |
        awk -v field="$2" '/layer="bars"/ { on = 1; next } / group / { on = 0 } on && /path \[/ { gsub(/[][]/, ""); print $(field + 1) }' |
        paste - <(printf '1010\n380\n150\n96.04\n') |
        awk '{ r = $1 / $2; if (NR == 1) first = r; d = (r > first ? r - first : first - r) / first; if (d > most) most = d } END { printf "%d %d\n", NR, most < 0.001 ? 1 : 0 }'
}
proportion() {
    equal "23: rank" "4 1" "$(boxes rank 3)"
    equal "23: bar" "4 1" "$(boxes bar 3)"
    equal "23: column" "4 1" "$(boxes column 4)"
    small '<title>断轴</title><chart kind="bar" broken="yes"><data unit="人"><item key="甲"><v>1010</v></item><item key="乙"><v>960</v></item></data></chart>'
    run "$ZHITU" dump --stage=scene --lang en n.xml
    equal "23: a cut axis shows its break in each bar" 2 "$(grep -A12 'layer="bars"' <<<"$said" | grep -c 'fill=paper')"
    sed 's/kind="bar"/kind="donut"/' n.xml >ring.xml
    run "$ZHITU" check --lang en ring.xml
    equal "23: refused where there is no axis" "1 broken-refused " "$status $(findings_of)"
}

# 24. One value, quoted in headline, text and chart
quoted() {
    local chart='<chart kind="column"><data unit="万人次"><item key="去年"><v id="last" calc="settle / (1 + growth)"/></item><item key="今年"><ref v="settle"/></item></data></chart>'
    local feet="<note><v id=\"settle\">46.3万人次</v>，<change id=\"growth\" of=\"settle\" basis=\"yoy\">同比增长212%</change>，<rank of=\"settle\" among=\"全国\">全国第二</rank></note>"
    local refs='<ref v="settle"/> <ref v="settle" show="number"/> <ref v="settle" show="change"/> <ref v="settle" show="rank"/> <ref v="last"/>'
    small "<title>$refs</title>$chart$feet"
    run "$ZHITU" render --lang en -f pdf -o quoted n.xml
    equal "24: status" 0 $status
    check "24: headline, number, change, rank, computed" grep -q '46\.3万人次46\.3万同比增长212%全国第二14\.8万人次（推算）' <(pdf_text quoted/n.pdf)
    check "24: the chart draws both, the computed one labelled" grep -q '14\.8推算46\.3' <(pdftotext -raw quoted/n.pdf - | tr -d ' \n\f')
    small "<title>$refs</title>$chart"
    run "$ZHITU" render --lang en -f pdf -o gone n.xml
    equal "24: without the value nothing is built" "1 unknown-ref no" "$status $(findings_of)$(test -e gone/n.pdf && echo yes || echo no)"
}

for scenario in one_number unit_slip row_order two_directions missing_value rank_only proportion quoted; do $scenario; done
