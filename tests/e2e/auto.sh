# template="auto" on documents drawn by lot, in five slots: each is set without an error or refused with a
# sentence, always alike; the one that is taken has the best score of those that pass.
. "$(dirname "$0")/lib.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
squinted=
mkdir -p "$work/docs" "$work/templates" "$work/in"
awk -v out="$work" -f "$top/tests/tools/make_documents.awk" >"$work/list"
# shellcheck disable=SC2046
awk -v out="$work/in" -v count=20 -f "$top/tests/tools/make_graphics.awk" \
    $(find "$work/docs" -name '*.xml' | sort | head -n 40) $(find "$top/templates/gallery" -name '*.xml' | sort)
equal "twenty documents" 20 "$(ls "$work/in" | wc -l)"
for slot in 52mm 107mm 170mm 260mm 350x240mm; do
    "$ZHITU" check --format json --slot "$slot" --explain --lang en "$work/in" >"$work/said" 2>/dev/null
    errors=$(jq -rs '[.[] | select(.severity == "error")] | group_by(.file)[]
        | select(all(.[]; .code != "not-for-this-slot")) | "\(.[0].file) \(.[0].code)"' "$work/said")
    equal "$slot: set, or told why not" "" "$errors"
    refused=$(jq -rs '[.[] | select(.code == "not-for-this-slot") | .file] | unique | length' "$work/said")
    chosen=$(jq -rs '[.[] | select(.code == "auto-chosen") | .file] | unique | length' "$work/said")
    equal "$slot: each is chosen for, or refused ($refused)" 20 "$((chosen + refused))"
    check "$slot: most are set ($chosen)" test "$chosen" -ge 12
    # Of those that pass none is better than the one that is taken.
    better=$(jq -rs 'group_by(.file)[] | (map(select(.code == "auto-chosen").message | capture("chosen: (?<n>[0-9]+)").n | tonumber)) as $best
        | .[] | select(.code == "auto-runner-up") | select(.message | startswith("next"))
        | select((.message | capture("”: (?<n>[0-9]+)").n | tonumber) < $best[0]) | .file' "$work/said")
    equal "$slot: none is better" "" "$better"
    # The squint term of the one that is taken is what check --look warns of on its page, 80 points each.
    "$ZHITU" check --format json --slot "$slot" --look --lang en "$work/in" >"$work/look" 2>/dev/null
    squinted=$squinted$(jq -rs --arg slot "$slot" 'map(select(.file)) | group_by(.file)[]
        | (map(select(.code == "auto-chosen").message)[0]) as $chosen | select($chosen)
        | (($chosen | capture("squint (?<n>[0-9]+)").n | tonumber) // 0) as $points
        | (map(select(.severity == "warning" and (.code | startswith("look-")))) | length) as $warnings
        | "\($slot) \(.[0].file | sub(".*/"; "")) \($points) \($warnings * 80)"' "$work/look")$'\n'
    "$ZHITU" check --format json --slot "$slot" --explain --lang en "$work/in" >"$work/again" 2>/dev/null
    check "$slot: always alike" cmp "$work/said" "$work/again"
done
equal "the squint term is what --look says" "" "$(awk 'NF && $3 != $4' <<<"$squinted")"
check "and some are squinted at in vain ($(awk '$3 > 0' <<<"$squinted" | wc -l))" grep -qE ' 80 80$' <<<"$squinted"

# Little content in a large slot is set larger, on a page of the slot's size; not where the slot is of a page's columns.
printf '<graphic xmlns="urn:zhitu:1" id="little" template="auto" issue="2022-06-26"><title>三个数字</title><figures><figure label="开行列数"><v>46列</v></figure><figure label="同比增长"><v>12%%</v></figure><figure label="运量"><v>300万吨</v></figure></figures><credits><source>示例</source></credits></graphic>\n' >"$work/little.xml"
shape() { # SLOT: whether it is larger, the page in millimetres, the size of its credits in points
    local said
    said=$("$ZHITU" check --lang en --slot "$1" --explain --templates "$top/templates" "$work/little.xml" 2>&1)
    "$ZHITU" dump --stage=scene --json --slot "$1" --templates "$top/templates" "$work/little.xml" 2>/dev/null | jq -r --arg larger "$(grep -oE '“[^”]* × [0-9.]+” was chosen' <<<"$said" | wc -l)" \
        '.pages[0] | "\($larger) \(.width * 25.4 / 72 | round) \(if $larger == "1" then (.height * 25.4 / 72 | round) else "-" end) \([.items[] | select(.kind == "glyphs" and .block == "credits") | .size][0] > 8)"'
}
equal "little content on a board" "1 350 240 true" "$(shape 350x240mm)"
equal "in a column" "0 52 - false" "$(shape 52mm)"
equal "in two columns" "0 107 - false" "$(shape 107mm)"
equal "in columns of a page" "0 350 - false" "$(shape 8x48)"

# A page of heads alone is none of the document's: where no template has room for any of the content it is refused.
printf '<graphic xmlns="urn:zhitu:1" id="low" template="auto" issue="2022-06-26"><title>三个数字</title><chart kind="rank"><data key="地区" unit="家"><item key="甲"><v>3</v></item><item key="乙"><v>2</v></item><item key="丙"><v>1</v></item></data></chart></graphic>\n' >"$work/low.xml"
says() { "$ZHITU" check --format json --slot "$1" --templates "$top/templates" "$work/low.xml" 2>/dev/null | jq -rs 'map(select(.code == "auto-chosen" or .code == "not-for-this-slot").code) | join(" ")'; }
equal "a slot for the headline alone" not-for-this-slot "$(says 52x25mm)"
equal "a slot for the chart as well" auto-chosen "$(says 52x60mm)"

# Without a height a page that leaves a piece empty is set larger where that is better, at the slot's width, and in no narrow one.
printf '<graphic xmlns="urn:zhitu:1" id="one" template="auto" issue="2022-06-26"><title>两地往来更近了</title><chart kind="waffle"><data key="范围" unit="%%"><item key="占全国"><share among="全国">37%%</share></item></data></chart><credits><source>示例</source></credits></graphic>\n' >"$work/little.xml"
equal "one small picture in a wide slot is larger" "1 260" "$(shape 260mm | cut -d" " -f1,2)"
equal "in two columns it is not" "0 107 - false" "$(shape 107mm)"
