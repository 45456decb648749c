# The grid of a page: what stands on its columns, what neighbours share, how any number of blocks is packed.
. "$(dirname "$0")/lib.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# template NAME BODY: a page of 12 columns, 170 mm wide, lines of 4.8 mm.
template() {
    cat >"$work/$1.xml" <<XML
<template xmlns="urn:zhitu:1" name="$1" theme="chongqing">
  <page size="170mm auto" margin="8mm" max="900mm" columns="12" gutter="4mm" line="4.8mm"/>
  <style name="label" from="label" leading="4.8mm"/>
  <column gap="5"><place select="title"/>$2<place select="*" gap="5"/></column>
</template>
XML
}
scene() { "$ZHITU" dump --stage=scene --templates "$work" -t "$2" "$work/$1.xml" 2>&1; }
json() { "$ZHITU" dump --stage=scene --json --templates "$work" -t "$2" "$work/$1.xml"; }
# figures COUNT HEAD: a block of key figures, of unlike sizes and labels.
figures() {
    local i
    printf '<figures%s>' "${2:+ head=\"$2\"}"
    for ((i = 1; i <= $1; i++)); do printf '<figure label="%s"><v>%d项</v></figure>' "$([ $((i % 2)) = 0 ] && echo 便民 || echo 三甲公立综合医院协同开展医学影像检查)" $((i * 37)); done
    printf '</figures>'
}
chart() { # KIND ID COUNT
    local i
    printf '<chart kind="%s" id="%s"><title>图%s</title><data key="甲" unit="万吨">' "$1" "$2" "$2"
    for ((i = 1; i <= $3; i++)); do printf '<item key="第%d"><v>%d</v></item>' "$i" $((90 - 7 * i)); done
    printf '</data></chart>'
}
document() { # NAME BLOCKS
    printf '<graphic xmlns="urn:zhitu:1" id="%s" template="x" issue="2024-03-01"><title>版面的栏</title>%s<credits><source>示例数据</source></credits></graphic>\n' "$1" "$2" >"$work/$1.xml"
}

document two "$(figures 2 规划)$(figures 2)"
template spans '<row spans="8 4"><place select="figures[1]"/><place select="figures[2]"/></row>'
template shares '<row gap="4mm" share="2 1"><place select="figures[1]"/><place select="figures[2]"/></row>'
equal "spans: nothing off the grid" "grid 12 columns off 0" "$(scene two spans | grep ^grid)"
equal "shares: two edges off, each told" "grid 12 columns off 2 2" "$(scene two shares | grep ^grid) $(scene two shares | grep -c '^off-grid figures line 1 \(left\|right\) -\?[0-9.]*mm$')"

# What a document leaves out goes to the others in whole columns.
document one "$(figures 2 规划)"
equal "a row of two, one of which is missing" "grid 12 columns off 0" "$(scene one spans | grep ^grid)"

for format in pdf svg png; do
    "$ZHITU" render "$work/two.xml" --templates "$work" -t spans -o "$work/plain" -f $format >/dev/null 2>&1
    "$ZHITU" render "$work/two.xml" --templates "$work" -t spans -o "$work/grid" -f $format --grid >/dev/null 2>&1
    same=$(cmp -s "$work/plain/two.$format" "$work/grid/two.$format" && echo same || echo other)
    equal "--grid: $format" "$([ $format = png ] && echo other || echo same)" "$same"
done
said=$("$ZHITU" render "$work/two.xml" -t card -o "$work/none" -f png --grid --lang en 2>&1)
case $said in
*'[no-grid]'*) pass "--grid on a page without columns is told" ;;
*) grep -q 'columns=' "$top/templates/card.xml" && pass "card has columns" || fail "--grid on a page without columns is told" "$said" ;;
esac

# A row set: figures of both blocks on one baseline, labels too, and whole lines apart; without it they are not.
template free '<row spans="6 6"><place select="figures[1]"/><place select="figures[2]"/></row>'
template set '<row spans="6 6" rows="set"><place select="figures[1]"/><place select="figures[2]"/></row>'
baselines() { json two "$1" | jq -r "[.pages[0].items[] | select(.part == \"$2\" and .text and .size > 20) | (.box[1] + 0.88 * .size) | . * 20 | round] | unique | length"; }
equal "row set: figures stand on one baseline" "1" "$(baselines set figure)"
check "no row set: they do not" test "$(baselines free figure)" -gt 1

# Any number of blocks: all placed, on the grid, every row full.
template pack '<place select="*" pack="yes" gap="5" rule="0.5pt"/>'
sed -i 's/<place select="\*" gap="5"\/>/<place select="credits"\/>/' "$work/pack.xml"
for n in 1 2 3 4 5 6 7 9 11; do
    blocks=
    for ((i = 1; i <= n; i++)); do
        case $((i % 4)) in
        0) blocks+=$(figures 3 "第$i组") ;;
        1) blocks+=$(chart rank "c$i" 8) ;;
        2) blocks+=$(chart donut "c$i" 3) ;;
        3) blocks+=$(figures 1) ;;
        esac
    done
    document "n$n" "$blocks"
    equal "pack of $n: on the grid" "grid 12 columns off 0" "$(scene "n$n" pack | grep ^grid)"
    # The rules above the blocks of one row reach from edge to edge: their ends add up to whole rows.
    rows=$(json "n$n" pack | jq -r '[.pages[0].items[] | select(.part == "ground" and .kind == "path") | .box] | group_by(.[1]) | map(((.[-1][0] + .[-1][2]) * 10 | round)) | unique | length')
    equal "pack of $n: every row ends at the right edge" 1 "$rows"
done

# Documents of data/ on the templates that have columns.
for pair in w2:board zhongbu:card zhibiao:chart-board; do
    said=$("$ZHITU" dump --stage=scene -t "${pair#*:}" "$top/data/${pair%:*}.xml" 2>&1)
    equal "$pair: on the grid" "grid 12 columns off 0" "$(grep ^grid <<<"$said")"
done
equal "w2:board: all words stand on lines" "lines off 0" "$("$ZHITU" dump --stage=scene "$top/data/w2.xml" 2>&1 | grep '^lines')"
