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
# Each entry of the timeline said twice.
sed -E '/<event /s|(<event [^>]*>)(.*)</event>|\1\2\2</event>|' "$top/data/shuanghe.xml" >long.xml
check "5: the texts are twice as long" test "$(grep '<event ' long.xml | wc -c)" -gt "$(($(grep '<event ' "$top/data/shuanghe.xml" | wc -c) * 3 / 2))"
for template in tall-sidebar wide-board; do
    run "$ZHITU" render --lang en -f pdf,png --template $template -o "over-$template" long.xml
    equal "5: $template: status" 1 $status
    equal "5: $template: overset alone" "overset " "$(findings_of)"
    check "5: $template: place, characters, lines" grep -qE '^long\.xml:[0-9]+:[0-9]+: error: .*[0-9]+ .*\[overset\]' <<<"$said"
    check "5: $template: nothing is written" test ! -e "over-$template"
done

# ---- 17. One document in 3 columns x 40 lines of the paper and in 5 x 60
# Of 对开: 350 mm in 8 columns with gutters of 2.83 mm, lines of 4.8 mm.
for slot in 3x40 5x60; do
    run "$ZHITU" render --lang en --strict -f pdf,png --template ledger-$slot -o "slot-$slot" "$top/data/chengjidan.xml"
    equal "17: $slot: status" 0 $status
    check "17: $slot: no empty foot" sh -c '! printf "%s" "$1" | grep -qE "page-slack|overset"' sh "$said"
    wanted=$(awk -v n="${slot%x*}" -v lines="${slot#*x}" 'BEGIN {
        printf "%.1f x %.1f mm", n * (350 - 7 * 2.83) / 8 + (n - 1) * 2.83, lines * 4.8 }')
    got=$(pdfinfo -box "slot-$slot/chengjidan.pdf" | awk '/^TrimBox/ { printf "%.1f x %.1f mm", ($4 - $2) / 72 * 25.4, ($5 - $3) / 72 * 25.4 }')
    equal "17: $slot: the slot's size" "$wanted" "$got"
    pdftotext -raw "slot-$slot/chengjidan.pdf" - | tr -d ' \t\n\f' | grep -oP '.' | sort >"slot-$slot.characters"
done
check "17: both print the same characters" cmp slot-3x40.characters slot-5x60.characters
for faulty in 'columns="9" lines="40"' 'columns="3" lines="101"'; do
    mkdir -p slots
    cp "$top"/templates/chongqing.xml slots/
    sed "s|columns=\"3\" lines=\"40\"|$faulty|; s|name=\"ledger-3x40\"|name=\"slot\"|" "$top/templates/ledger-3x40.xml" >slots/slot.xml
    run "$ZHITU" check --lang en --templates slots --template slot "$top/data/chengjidan.xml"
    equal "17: $faulty: more than the paper has" "1 bad-number " "$status $(findings_of)"
done

# ---- 19. (in part) many files: one process, each is looked at, the highest status wins
mkdir -p many
for i in $(seq 1 200); do
    sed "s|id=\"w1\"|id=\"w1-$i\"|; s|612\.4|$((600 + i)).4|" "$top/data/w1.xml" >"many/w1-$i.xml"
done
run "$ZHITU" check --lang en many
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
sums() { (cd "$1" && sha256sum ./*); }
equal "20: nine files" 9 "$(find machine-first -type f | wc -l)"
equal "20: the same SHA-256" "$(sums machine-first)" "$(sums machine-second)"
