# The lines that were set, from the scene: flush to 0.01 em, no forbidden mark at either end, no number
# parted, no last line of one character (R16, R20, R31, R32, R40, R45 of docs/typesetting.md).
. "$(dirname "$0")/lib.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Paragraphs of body text as lists of lines: glyph runs follow the part that holds them; runs of one
# baseline are one line.
paragraphs='
    def lines: group_by(.box[1] + 0.88 * .size | . * 100 | round)
        | map(sort_by(.box[0]) | {text: (map(.text) | add), left: .[0].box[0],
              right: (map(.box[0] + .box[2]) | max), size: (map(.size) | max), y: .[0].box[1], at: .[0].at})
        | sort_by(.y);
    [.pages[].items[] | select(.block == "timeline" or .block == "hint")]
    | reduce .[] as $i ([];
        if $i.kind == "part" then . + [{part: $i.part, runs: []}]
        elif $i.kind == "glyphs" and length > 0 then .[-1].runs += [$i] else . end)
    | map(select(.part == "text" and (.runs | length) > 0) | .runs | lines)'

for name in shuanghe wide w2; do
    args=$(sample_args "$name")
    # shellcheck disable=SC2086
    "$ZHITU" dump --stage=scene --json $args 2>/dev/null | jq "$paragraphs" >"$work/p.json"
    count=$(jq '[.[] | length] | add // 0' "$work/p.json")
    check "$name: it has lines of body text ($count)" test "$count" -ge 30

    ragged=$(jq -r '.[] | select(length > 1) | (map(.right) | max) as $edge
        | .[:-1][] | select(($edge - .right) > 0.01 * .size) | "\(.text) ends \($edge - .right) pt early"' "$work/p.json")
    equal "$name: justified lines are flush" "" "$ragged"
    starts=$(jq -r '.[][] | select(.text | test("^[，。、；：？！”’）》〉】」』％%—～·]")) | .text' "$work/p.json")
    equal "$name: no line starts with a forbidden mark" "" "$starts"
    ends=$(jq -r '.[] | .[:-1][] | select(.text | test("[“‘（《〈【「『]$")) | .text' "$work/p.json")
    equal "$name: no line ends with an opening mark" "" "$ends"
    parted=$(jq -r '.[] | . as $p | range(0; length - 1) as $i
        | select(($p[$i].text | test("[0-9.]$")) and ($p[$i + 1].text | test("^[0-9.,%％‰年月日亿万千余多个项家辆]")))
        | "\($p[$i].text) / \($p[$i + 1].text)"' "$work/p.json")
    equal "$name: no number is parted from its digits or unit" "" "$parted"
    lonely=$(jq -r '.[] | select(length > 1) | .[-1] | select(.text | gsub("[，。、；：？！”’）》]"; "") | length < 2) | .text' "$work/p.json")
    equal "$name: no last line of one character" "" "$lonely"
done

# whole="yes": text reaches the rule above it, in columns between which the spare of all measures stands.
rules='[.pages[0].items[] | select(.kind == "path" and (.box[3] - 1.417 | . * . < 0.0001)) | .box]'
rights='[.pages[0].items[] | select(.kind == "glyphs" and .block == "text" and .part == "text") | .box[0] + .box[2]]'
for size in 9 8.7; do
    sed "s#<style name=\"body\" from=\"body\" leading=\"1.5\"#<style name=\"body\" from=\"body\" size=\"${size}pt\" min=\"8pt\" leading=\"1.5\"#" \
        "$top/templates/digest.xml" >"$work/digest.xml"
    "$ZHITU" dump --stage=scene --json --templates "$work" "$top/data/duanxun.xml" 2>/dev/null >"$work/duanxun.json"
    equal "duanxun at $size pt: six rules, and lines that end where each does" "6 6" \
        "$(jq -r "$rights as \$r | $rules as \$b | \"\(\$b | length) \([\$b[] | (.[0] + .[2]) as \$e | select([\$r[] | . - \$e | . * . < 0.0025] | any)] | length)\"" "$work/duanxun.json")"
    equal "duanxun at $size pt: the last rule ends with the type area" "657.6" "$(jq -r "$rules | map(.[0] + .[2]) | max | . * 10 | round / 10" "$work/duanxun.json")"
done
