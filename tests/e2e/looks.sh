# What an art desk looks for first, in what is drawn: pictures of one size, figures of one rank, one lead.
. "$(dirname "$0")/lib.sh"
scene() { "$ZHITU" dump --stage=scene --lang en --template "$2" "$top/data/$1.xml" 2>/dev/null; }

for template in photo-pair photo-slot photo-stack; do
    for document in yibin canguan; do
        sizes=$(scene "$document" "$template" | grep -oE '[0-9]+×[0-9]+毫米')
        equal "$document in $template: two pictures of one size" "2 1" \
            "$(wc -l <<<"$sizes") $(sort -u <<<"$sizes" | wc -l)"
    done
done

# glyphs_of TEXT: size and ink of this text.
glyphs_of() { sed -nE 's/.*glyphs \[[^]]*\] [^ ]+ ([0-9.]+) ink=([^ +]+)[^ ]* .*"'"$1"'".*/\1 \2/p' <<<"$page"; }
page=$(scene shuanghe wide-board)
lead=$(glyphs_of 第二)
equal "前十 is as large as 第二, in key" "${lead% *} key" "$(glyphs_of 前十)"

page=$(scene wenjian figures-card)
equal "one figure of five leads in the accent: that of main=" "key key accent" \
    "$(glyphs_of 20 | sed -n '1s/.* //p') $(glyphs_of 40 | sed -n '1s/.* //p') $(glyphs_of 50 | sed -n '1s/.* //p')"

# The hero: digits of 60 pt and more, 1.8 times the headline, twice all other figures, in the accent alone; its
# block takes nearly a third of the height and more.
hero_part() { # DOCUMENT TEMPLATE: per cent of the height of the page that the block of the hero takes
    "$ZHITU" dump --stage=scene --json --template "$2" "$top/data/$1.xml" 2>/dev/null |
        jq '.pages[0] | .height as $page | [.items[] | select(.block == "figures" and .kind == "group")][0].box
            | 100 * .[3] / $page | floor'
}
for case in "banlie hero 1936 5232 每百列有" "wenjian hero 50 1000 几份文件"; do
    read -r document template digits other title <<<"$case"
    page=$(scene "$document" "$template")
    large=$(glyphs_of "$digits" | head -1) small=$(glyphs_of "$other" | head -1)
    headline=$(sed -nE 's/.*glyphs \[[^]]*\] [^ ]+ ([0-9.]+) ink=.*"[^"]*'"$title"'.*/\1/p' <<<"$page" | head -1)
    equal "$document: the hero leads in the accent, the others are in key" "accent key" "${large#* } ${small#* }"
    check "$document: $large is 60 pt or more, twice $small, 1.8 times the headline of $headline" \
        awk -v a="${large% *}" -v b="${small% *}" -v t="$headline" 'BEGIN { exit !(t > 0 && a >= 60 && a >= 2 * b && a >= 1.8 * t) }'
    part=$(hero_part "$document" "$template")
    check "$document: the hero takes $part % of the height" test "$part" -ge 30
done

# The spine: the calendar is the picture. Years are turned and stand within 6.4 mm, no nodes; strong leaders in the
# accent from key events alone.
page=$(scene shuanghe spine)
equal "spine: two years that have room, turned" 2 "$(grep -cE 'glyphs .* rotated.*"20[0-9]{2}"' <<<"$page")"
equal "spine: no nodes" 0 "$(grep -c 'part="node"' <<<"$page")"

# weight="key" makes its chart the widest of a board of four alike, wherever it stands; without it all are equal.
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
board() { # NUMBER of the chart of weight="key"; 0: none. Gives the widths.
    local i k
    {
        echo '<graphic xmlns="urn:zhitu:1" id="b" template="chart-board" issue="2022-06-26"><title>四张图并排看看哪张大</title>'
        for i in 1 2 3 4; do
            echo "<chart kind=\"column\"$([ "$i" = "$1" ] && echo ' weight="key"')><title>图$i</title><data unit=\"家\">"
            for k in 1 2 3 4 5 6; do echo "<item key=\"201$k年\"><v>$((20 + 7 * k + i))</v></item>"; done
            echo '</data></chart>'
        done
        echo '<credits><source>示例</source></credits></graphic>'
    } >"$work/b.xml"
    "$ZHITU" dump --stage=scene --json --templates "$top/templates" "$work/b.xml" 2>/dev/null |
        jq -r '[.pages[0].items[] | select(.kind == "group" and .block == "chart" and .part == null)] | map(.box[2] | floor) | join(" ")'
}
equal "a board without a hero: four of one width" 1 "$(board 0 | tr ' ' '\n' | sort -u | wc -l)"
for key in 1 2 3 4; do
    equal "a board: chart $key is the hero and the widest" "$key" \
        "$(board "$key" | tr ' ' '\n' | cat -n | sort -k2,2nr | awk 'NR == 1 { print $1 }')"
done

# The gap: where two lines part from one value it is said once, the stretch between them is a panel, the difference is
# the largest figure, in the accent.
page=$(scene qiche hero)
gap=$(glyphs_of 15)
equal "the gap: in the accent, the start said once, one wedge" "accent 1 1" \
    "${gap#* } $(grep -c '"0%"' <<<"$page") $(grep -c 'fill=panel' <<<"$page")"
check "the gap: $gap is 60 pt or more" awk -v a="${gap% *}" 'BEGIN { exit !(a >= 60) }'

# template="auto" gives the hero that the author names a place for heroes.
for document in banlie wenjian; do
    for slot in 107mm 170mm 220mm; do
        chosen=$("$ZHITU" check --lang en -t auto --slot $slot --explain "$top/data/$document.xml" 2>&1 |
            sed -nE 's/.*“([^”]*)” was chosen.*/\1/p')
        check "auto: $document at $slot takes a template with a hero ($chosen)" test "${chosen#hero}" != "$chosen"
    done
done

# A figure of a text set apart: of the number with main= alone, large, its words at its right on its baseline, the text
# below both; in the accent where the text is key; not in a place that does not ask for it.
pulled() { # TEMPLATE WIDTH: of each figure set apart its digits, size, ink and where its words stand
    "$ZHITU" dump --stage=scene --json -t "$1" --slot "$2" --root "$work" --templates "$top/templates" "$work/pulled.xml" 2>/dev/null | jq -r '
        [.pages[0].items[] | select(.kind == "glyphs")] as $all
        | $all[] | select(.part == "figure" and (.text | test("[0-9]"))) | . as $f
        | [$all[] | select(.part == "figure-label" and .at == $f.at)] as $words
        | "\(.text) \(.size | round) \(.ink) " + (if ($words | length) == 0 then "none"
            elif ($words[0].box[0] > $f.box[0] + $f.box[2]) then "beside \($words | length)" else "below" end)'
}
cat >"$work/pulled.xml" <<'X'
<graphic xmlns="urn:zhitu:1" id="pulled" template="digest" issue="2022-06-26"><title>三则短讯</title>
  <text head="第一则　讲了一件事"><p>新线开通<v>3条</v>，日均运送<v main="yes" label="平均每天乘坐的旅客人数">4.6万人次</v>，比原来多。</p></text>
  <text head="第二则　讲了两件事" weight="key"><p>新建车站<v main="yes" label="年内建成">17座</v>，改造<v>20座</v>。</p></text>
  <text head="第三则　没有领头的数"><p>整修道路<v>8公里</v>，另有新桥在建。</p></text>
  <credits><source>示例</source></credits></graphic>
X
equal "figures of texts" "4.6 34 key beside 2,17 34 accent beside 1" "$(pulled digest 240mm | paste -sd,)"
equal "figures of texts in two columns" "4.6 26 key beside 2,17 26 accent beside 1" "$(pulled digest 107mm | paste -sd,)"
equal "none in one column, nor where a template does not ask" "," "$(pulled digest 52mm),$(pulled story 240mm)"
