# Slots: one template for several widths, a selection where a column is narrow, the template that auto takes.
. "$(dirname "$0")/lib.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/templates"
cp "$top/templates/chongqing.xml" "$top/templates/words.bin" "$work/templates/"
cp -r "$top/templates/icons" "$work/templates/"
cat >"$work/templates/family.xml" <<'XML'
<?xml version="1.0" encoding="UTF-8"?>
<template xmlns="urn:zhitu:1" name="family" theme="chongqing">
  <page size="170mm auto" max="480mm" width="52mm..350mm" margin="6mm"/>
  <when width="..80mm">
    <page max="240mm" margin="4mm 3mm"/>
    <style name="title" from="title" size="17pt" min="14pt" max="20pt" leading="1.15"/>
  </when>
  <column gap="3..5">
    <place select="kicker title deck asof lead" gap="2..3"/>
    <when width="..80mm">
      <place select="chart" keep="highlight+3" gap="2"/>
      <place select="timeline" keep="key" gap="2"/>
      <place select="groups" variant="rows" keep="lead" gap="2"/>
      <place select="names figures tasks strip table" keep="first 3" gap="2"/>
    </when>
    <place select="*" gap="3"/>
    <place select="note credits" gap="1"/>
  </column>
</template>
XML
zhitu() { "$ZHITU" "$1" --lang en --templates "$work/templates" "${@:2}" 2>&1; }
page() { zhitu dump "$top/data/$1.xml" -t family ${2:+--slot "$2"}; }
width_of() { sed -nE 's/^page 1 ([0-9.]+) .*/\1/p' <<<"$1"; }
printed() { grep -oE '"[^"]*" @' <<<"$1" | sed 's/" @$//; s/^"//' | tr -d '\n'; }

# ---- sizes ----
equal "its own width without a slot" 481.89 "$(width_of "$(page jichang)")"
equal "52 mm" 147.4 "$(width_of "$(page jichang 52mm)")"
equal "350 mm" 992.13 "$(width_of "$(page jichang 350mm)")"
equal "107 x 200 mm" "page 1 303.31 566.93" "$(page jichang 107x200mm | grep -oE '^page 1 [0-9.]+ [0-9.]+')"
# 3 columns of 41.27 mm with gutters of 2.83 mm, 40 lines of 4.8 mm
equal "3 columns, 40 lines" "page 1 367.03 544.25" "$(page jichang 3x40 | grep -oE '^page 1 [0-9.]+ [0-9.]+')"
sed 's/template="rank"/template="family" slot="80mm"/' "$top/data/jichang.xml" >"$work/own.xml"
cp "$top/data/jichang.csv" "$work/"
equal "slot= of the document" 226.77 "$(width_of "$(zhitu dump "$work/own.xml")")"
equal "--slot before slot=" 303.31 "$(width_of "$(zhitu dump "$work/own.xml" --slot 107mm)")"
check "outside of its widths" grep -q 'for widths of 52 to 350 mm, not 51 mm.*\[not-for-this-slot\]' <<<"$(page jichang 51mm)"
"$ZHITU" check "$top/data/jichang.xml" --slot 52 >/dev/null 2>&1
equal "a slot without a unit is wrong usage" 2 $?

# ---- a selection ----
said=$(page jichang 52mm)
check "what stays" grep -q '"绵阳南郊"' <<<"$said"
check "what is left out is summed" test "$(printed "$said" | grep -c '其余5项合计136.8万人次（据此计算）')" = 1
check "and told" grep -q '\[part-kept\]' <<<"$said"
check "none of it at 107 mm" test "$(page jichang 107mm | grep -c 'part-kept')" = 0
said=$(page bianjie 52mm)
equal "one figure a group" "30.5 8.8 3.7 114 200 13 379" \
    "$(sed -nE 's/.*glyphs .*ink=accent .* "([0-9.]+)" @.*/\1/p' <<<"$said" | tr '\n' ' ' | sed 's/ $//')"
check "超 stays with its figure" grep -q '"超" @' <<<"$said"
said=$(page shuanghe 52mm)
check "four of eleven events" grep -q '十一件中选四件' <<<"$(printed "$said")"
said=$(page zhuangbei 52mm)
check "three of nine tasks" grep -q '九项中选三项' <<<"$(printed "$said")"

# ---- too narrow for its content: the least width is named, and holds ----
said=$(zhitu check "$top/data/bianjie.xml" -t family --slot 60mm)
least=$(sed -nE 's/.*it takes ([0-9]+) mm at least.*/\1/p' <<<"$said")
check "the least width is named ($least)" test "${least:-0}" -gt 60
check "it holds" test "$(zhitu check "$top/data/bianjie.xml" -t family --slot "${least:-60}mm" | grep -c 'error:')" = 0
check "a millimetre less does not" test "$(zhitu check "$top/data/bianjie.xml" -t family --slot "$((${least:-61} - 1))mm" | grep -c 'not-for-this-slot')" = 1

# ---- auto ----
chosen() { "$ZHITU" check "$top/data/$1.xml" -t auto --slot "$2" --explain --lang en 2>&1 | grep -E '\[auto-'; }
for slot in 52mm 107mm 170mm; do
    said=$(chosen jichang "$slot")
    check "$slot: one is chosen" test "$(grep -c 'auto-chosen' <<<"$said")" = 1
    totals=$(sed -nE 's/.*(chosen|”): ([0-9]+).*/\2/p' <<<"$said")
    equal "$slot: the best first, the others in order" "$(sort -n <<<"$totals")" "$totals"
    equal "$slot: always the same" "$said" "$(chosen jichang "$slot")"
    # The terms add up.
    equal "$slot: terms and total" "" "$(sed -nE 's/.*: ([0-9]+) = ([a-z0-9 +]+) \[auto.*/\1 \2/p' <<<"$said" |
        awk '{ sum = 0; for (i = 3; i <= NF; i += 3) sum += $i; if (sum != $1) print }')"
done
said=$("$ZHITU" check "$top/data/jichang.xml" -t auto --slot 11mm --lang en 2>&1)
check "no template for 11 mm" grep -q '\[not-for-this-slot\]' <<<"$said"

# ---- every graphic of data/ in its own template at six widths: set, or refused with a sentence ----
for width in 52 80 107 170 260 350; do
    faulty=$("$ZHITU" check --format json --slot "${width}mm" "$top"/data/*.xml "$top"/data/charts/*.xml 2>/dev/null |
        jq -rs '[.[] | select(.severity == "error")] | group_by(.file)[]
            | select(all(.[]; .code != "not-for-this-slot")) | .[0].file' | sort -u)
    equal "$width mm: set, or told why not" "" "$faulty"
    set=$("$ZHITU" check --format json --slot "${width}mm" "$top"/data/*.xml "$top"/data/charts/*.xml 2>/dev/null |
        jq -rs '[.[] | select(.severity == "error") | .file] | unique | length')
    check "$width mm: at most nine of them are refused ($set)" test "$set" -le 9
done
