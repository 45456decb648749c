# Geometry, from `zhitu dump --stage=scene --json`: nothing lies outside its box.
. "$(dirname "$0")/lib.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Rounding of the dump (0.01) on both edges.
slack=0.03
for name in $samples; do
    args=$(sample_args "$name")
    # shellcheck disable=SC2086
    if ! "$ZHITU" dump --stage=scene --json $args >"$work/$name.json" 2>"$work/err"; then
        fail "$name: dumps its scene" "$(cat "$work/err")"
        continue
    fi
    check "$name: the dump is JSON" jq -e '.pages | length == 1' "$work/$name.json"
    check "$name: it has glyphs and blocks" jq -e '[.pages[].items[] | select(.kind == "glyphs")] | length > 20' "$work/$name.json"

    outside=$(jq -r --argjson s $slack '
        def inside(o): .[0] >= o[0] - $s and .[1] >= o[1] - $s
            and .[0] + .[2] <= o[0] + o[2] + $s and .[1] + .[3] <= o[1] + o[3] + $s;
        .pages[] | .items as $items
        | [$items[] | select(.kind == "group" and .block != null and .part == null)] as $blocks
        | $items[] | select(.kind == "glyphs" and .block != null) | . as $g
        | select([$blocks[] | select(.block == $g.block) | .box as $b | $g.box | inside($b)] | any | not)
        | "\(.block)/\(.part) \(.box) “\(.text)” at \(.at)"' "$work/$name.json")
    equal "$name: glyphs lie in their block" "" "$outside"

    page=$(jq -r --argjson s $slack '
        .pages[] | . as $p | $p.items[] | select(.kind == "glyphs")
        | select(.box[0] < -$s or .box[1] < -$s or .box[0] + .box[2] > $p.width + $s or .box[1] + .box[3] > $p.height + $s)
        | "\(.box) “\(.text)”"' "$work/$name.json")
    equal "$name: glyphs lie on the page" "" "$page"

    # The type area: the page without the template's margin. Grounds may bleed, blocks may not; a head begins at the
    # margin with its ink: no Han of the house's faces comes nearer to the top of its em than 0.02 of it.
    template=$(sed -nE 's/.*<graphic [^>]*template="([^"]*)".*/\1/p' "${args%% *}")
    case $args in *--template*) template=${args##* } ;; esac
    file=$top/templates/$template.xml
    [ -f "$file" ] || file=$(grep -lF "<also name=\"$template\"" "$top"/templates/*.xml)
    margin=$(sed -nE 's/.*<page [^>]*margin="([0-9. a-z]*)".*/\1/p' "$file" | head -n 1)
    blocks=$(jq -r --argjson s $slack --arg margin "$margin" '
        ($margin | split(" ") | map(rtrimstr("mm") | tonumber * 72 / 25.4)
         | if length == 1 then [.[0], .[0], .[0], .[0]] elif length == 2 then [.[0], .[1], .[0], .[1]] else . end) as $m
        | .pages[] | . as $p | .items[] | select(.kind == "group" and .block != null and .part == null)
        | . as $b | (if .block == "title" or .block == "kicker"
            then [$p.items[] | select(.kind == "glyphs" and .block == $b.block) | .box[1] + 0.02 * .size] | min
            else .box[1] end) as $y
        | select(.box[0] < $m[3] - $s or $y < $m[0] - $s
                 or .box[0] + .box[2] > $p.width - $m[1] + $s or .box[1] + .box[3] > $p.height - $m[2] + $s)
        | "\(.block) \(.box) at \(.at)"' "$work/$name.json")
    equal "$name: blocks lie in the type area (margin $margin)" "" "$blocks"

    # Every glyph names the place in the XML that asked for it.
    lost=$(jq -r '.pages[].items[] | select(.kind == "glyphs") | select((.at // "") | test(":[0-9]+:[0-9]+$") | not)
        | "“\(.text)” \(.at)"' "$work/$name.json")
    equal "$name: every glyph run names its place" "" "$lost"

    # Blocks do not overlap each other; one that is tucked into an empty cell lies wholly inside the other,
    # and its text over none (below).
    over=$(jq -r '
        [.pages[].items[] | select(.kind == "group" and .block != null and .part == null)] as $b
        | range(0; $b | length) as $i | range($i + 1; $b | length) as $j
        | [$b[$i].box, $b[$j].box] as [$x, $y]
        | select(([$x[0] + $x[2], $y[0] + $y[2]] | min) - ([$x[0], $y[0]] | max) > 0.05
             and ([$x[1] + $x[3], $y[1] + $y[3]] | min) - ([$x[1], $y[1]] | max) > 0.05)
        | select($b[$i].block != "timeline" or $y[0] < $x[0] - 0.05 or $y[1] < $x[1] - 0.05
             or $y[0] + $y[2] > $x[0] + $x[2] + 0.05 or $y[1] + $y[3] > $x[1] + $x[3] + 0.05)
        | "\($b[$i].block) \($x) over \($b[$j].block) \($y)"' "$work/$name.json")
    equal "$name: blocks do not overlap" "" "$over"

    # Eleven entries in four columns leave a cell to the credits: they end with the last line.
    [ "$name" != wide ] || equal "wide: the credits stand in the empty cell of the timeline" true "$(jq '
        [.pages[].items[] | select(.kind == "group" and .part == null)] as $b
        | ($b[] | select(.block == "timeline").box) as $t | ($b[] | select(.block == "credits").box) as $c
        | $c[1] > $t[1] + $t[3] / 2 and ($c[0] + $c[2] - $t[0] - $t[2] | fabs) < 0.05
          and $c[1] + $c[3] <= $t[1] + $t[3] + 0.05' "$work/$name.json")"

    # Glyph runs do not overlap: by ink of the Han box, a tenth of the smaller size allowed.
    runs=$(jq -r '
        [.pages[].items[] | select(.kind == "glyphs" and (.text // "" | test("\\S"))) ] as $g
        | range(0; $g | length) as $i | range($i + 1; $g | length) as $j
        | [$g[$i].box, $g[$j].box] as [$x, $y] | ([$g[$i].size, $g[$j].size] | min * 0.13) as $t
        | select(([$x[0] + $x[2], $y[0] + $y[2]] | min) - ([$x[0], $y[0]] | max) > $t
             and ([$x[1] + $x[3], $y[1] + $y[3]] | min) - ([$x[1], $y[1]] | max) > $t)
        | "“\($g[$i].text)” \($x) over “\($g[$j].text)” \($y)"' "$work/$name.json")
    equal "$name: no text over text" "" "$runs"
done
