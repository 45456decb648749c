# Text round a photograph in graphics: in one to four columns the lines keep clear of it, none is lost, all columns
# end on one line; where there is no room beside it the photograph stands above the text.
. "$(dirname "$0")/lib.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/templates"
words() {
    awk -v n="$1" -v s="$2" 'BEGIN {
        split("山 水 城 桥 江 路 车 船 港 站 园 厂 村 街 店 校 田 林 花 茶 米 油 布 纸 灯 窗 门 楼 塔 亭", w, " ")
        srand(s); for (i = 1; i < n; i++) { printf "%s", w[1 + int(rand() * 30)]; if (i % 17 == 9) printf "，" } print "。" }'
}
# round WIDTH COLUMNS SIDE PARAGRAPHS [HEAD]: a document and its template
round() {
    printf '<template xmlns="urn:zhitu:1" name="round" theme="chongqing"><page size="%smm auto" max="1500mm" margin="5mm"/><column gap="3"><place select="photo text" columns="%s"><set name="photo" value="%s"/></place><place select="*"/></column></template>' \
        "$1" "$2" "$3" >"$work/templates/round.xml"
    {
        printf '<graphic xmlns="urn:zhitu:1" id="g" template="round" issue="2022-06-26">\n<photo><caption>一张照片</caption><credit>某人 摄</credit></photo>\n<text %s><byline>本报记者 甲</byline>' "$5"
        for i in $(seq "$4"); do
            echo "<p>第${i}段$(words $((25 + i * 17 % 60)) "$i")</p>"
            [ $((i % 3)) != 1 ] || echo "<subhead>小题第${i}</subhead>"
        done
        printf '</text>\n</graphic>\n'
    } >"$work/g.xml"
}
zhitu() { "$ZHITU" "$@" --lang en --root "$work" --templates "$work/templates" "$work/g.xml"; }
# judge: "ERRORS LINES-IN-THE-PHOTOGRAPH TEXT-OVER-IT"; the photograph is the block of that name
judge() {
    zhitu dump --stage=scene --json 2>/dev/null | jq -r -s '[.. | objects | select(.box? and .block?)] as $all |
        [$all[] | select(.block == "photo") | .box] as $p |
        ([$p[] | .[0]] | min) as $x | ([$p[] | .[1]] | min) as $y | ([$p[] | .[0] + .[2]] | max) as $r | ([$p[] | .[1] + .[3]] | max) as $f |
        [$all[] | select(.kind == "glyphs" and .block == "text") | .box] as $t |
        [$t[] | select(.[0] + .[2] > $x + 0.5 and .[0] < $r - 0.5 and .[1] + .[3] > $y + 0.5 and .[1] < $f - 0.5)] as $in |
        [$t[] | select(.[1] < $f - 1 and .[1] + .[3] > $y + 1)] as $beside |
        "\($in | length) \(if ($beside | length) > 0 then "beside" else "below" end)"'
}
checked=0
for columns in 1 2 3 4; do
    for paragraphs in 2 5 9; do
        for side in left right; do
            round $((columns * 50 + 26)) $columns $side $paragraphs
            name="$columns columns, $paragraphs paragraphs, $side"
            equal "$name: no error" "" "$(zhitu check 2>&1 | grep -E ': error: |\[(lost|missing)')"
            equal "$name: clear of the photograph, beside it" "0 beside" "$(judge)"
            checked=$((checked + 1))
        done
    done
done
equal "all were made" 24 $checked

# How wide the photograph is: a column of two and three, two of four; beside it in a single one stand eight characters at
# least. Margins are 5 mm at both sides, a character of the text 9 pt.
wide() { zhitu dump --stage=scene --json 2>/dev/null | jq -s '[.. | objects | select(.block? == "photo" and .box?) | .box[2]] | max | . / 9 | floor'; }
all() { awk -v mm="$1" 'BEGIN { print int((mm - 10) * 72 / 25.4 / 9) }'; }
for columns in 2 3 4 5; do
    round $((columns * 50 + 26)) $columns right 5
    taken=$((columns >= 4 ? 2 : 1)) whole=$(all $((columns * 50 + 26)))
    width=$(wide)
    check "the photograph takes $taken of $columns columns ($width of $whole characters)" \
        test $((width * columns)) -le $((whole * taken)) -a $(((width + 3) * columns)) -gt $((whole * taken - 2 * columns))
done
round 66 1 right 5
equal "eight characters beside it are enough" "0 beside" "$(judge)"
round 63 1 right 5
equal "seven are not" "0 below" "$(judge)"

# Every paragraph is printed, in order, in one file.
round 180 3 right 9
zhitu render -f pdf -o "$work/out" >/dev/null 2>&1
equal "all paragraphs in their order" "1 2 3 4 5 6 7 8 9" "$(pdftotext -raw "$work/out/g.pdf" - | grep -oE '第[0-9]段' | grep -oE '[0-9]' | paste -sd' ')"
# The columns end on one level, but for the last, which may end a line or two before.
equal "columns end on one line" true "$(zhitu dump --stage=scene --json 2>/dev/null | jq -s '[.. | objects | select(.kind? == "glyphs" and .part? == "text") | .box] |
    group_by(.[0] / 150 | floor) | map(map(.[1] + .[3]) | max) | (max - min) < 2.5 * 13.7')"

# No room beside it: above the text. And without the parameter the photograph is a block of its own, above the text.
round 50 1 right 4
equal "in a narrow column it stands above" "0 below" "$(judge)"
round 126 2 none 4
equal "apart" "0 below" "$(judge)"
equal "a head stands above both" "" "$(round 126 2 left 4 'head="题"'; zhitu check 2>&1 | grep -E ': error: ')"
equal "in a head's text it stands beside" "0 beside" "$(judge)"
# Words without a photograph are set as ever.
round 126 2 right 4
sed -i '/<photo/d' "$work/g.xml"
one=$(zhitu dump --stage=scene 2>/dev/null | cksum)
sed -i 's/value="right"/value="none"/' "$work/templates/round.xml"
equal "a text without a photograph is as ever" "$one" "$(zhitu dump --stage=scene 2>/dev/null | cksum)"
