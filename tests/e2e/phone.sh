# Long pictures for telephones: every document of data/ in the theme phone, 1080 pixels wide, its type 32 pixels and
# more, cut between blocks alone; what goes before the theme's width, and what does not.
. "$(dirname "$0")/lib.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# size_of FILE: width and height of a PNG, from its header (ISO 15948, 11.2.2)
size_of() { od -An -tu1 -j16 -N8 "$1" | awk '{ print (($1 * 256 + $2) * 256 + $3) * 256 + $4, (($5 * 256 + $6) * 256 + $7) * 256 + $8 }'; }

for document in "$top"/data/*.xml "$top"/data/charts/*.xml; do
    name=$(basename "$document" .xml)
    said=$("$ZHITU" render --lang en --theme phone -f png,pdf,svg -o "$work/$name" "$document" 2>&1) && status=0 || status=$?
    equal "$name is set" "0 0 errors, 0 warnings" "$status $(tail -1 <<<"$said" | grep -oE '[0-9]+ errors, [0-9]+ warnings')"
    widths=$(for file in "$work/$name"/*.png; do size_of "$file"; done)
    equal "$name: all pictures are 1080 pixels wide" 1080 "$(cut -d' ' -f1 <<<"$widths" | sort -u)"
    check "$name: none is higher than 5000 pixels" awk '$2 > 5000 { exit 1 }' <<<"$widths"
    equal "$name: one PDF of one page, one SVG" "1 1 1" \
        "$(ls "$work/$name"/*.pdf | wc -l) $(qpdf --show-npages "$work/$name/$name.pdf") $(ls "$work/$name"/*.svg | wc -l)"
    small=$("$ZHITU" dump --stage=scene --json --theme phone "$document" 2>/dev/null | jq -r '.pages[0] | (1080 / .width) as $px |
        [.items[] | select(.kind == "glyphs" and .part != "ruby" and .size * $px < 31.99) | .text] | join(" ")')
    equal "$name: nothing is smaller than 32 pixels" "" "$small"
done

# Cut at 1500 pixels: the pieces make up the whole, and no block lies on a cut.
mkdir "$work/templates"
cp "$top"/templates/*.xml "$top"/templates/*.icc "$work/templates"
sed 's/name="phone" from="chongqing"/name="short" from="chongqing"/; s/high="[0-9]*"/high="1500"/' "$top/templates/phone.xml" >"$work/templates/short.xml"
several=0
for name in zhongbu wenjian yongchuan zhibiao duanxun tongpin shuanghe w2; do
    whole=$("$ZHITU" dump --stage=scene --json --theme phone "$top/data/$name.xml" 2>/dev/null)
    "$ZHITU" render --theme short --templates "$work/templates" -f png -o "$work/cut-$name" "$top/data/$name.xml" >/dev/null 2>&1
    heights=$(for file in "$work/cut-$name"/*.png; do size_of "$file" | cut -d' ' -f2; done)
    pieces=$(wc -l <<<"$heights")
    [ "$pieces" -le 1 ] || several=$((several + 1))
    height=$(jq '.pages[0] | .height * 1080 / .width' <<<"$whole")
    check "$name: $pieces pieces make up the whole" awk -v whole="$height" -v n="$pieces" '{ sum += $1 } END { exit !(sum > whole - n && sum < whole + n) }' <<<"$heights"
    # Of each cut, in pixels from the top, the blocks that reach more than two pixels over it to both sides.
    torn=$(jq -r --arg heights "$(paste -sd' ' <<<"$heights")" '.pages[0] | (1080 / .width) as $px |
        [$heights | split(" ")[] | tonumber] as $h | [range(1; $h | length) | [$h[0:.][]] | add] as $cuts |
        [.items[] | select(.kind == "block" or .kind == "group") | select(.block) | select(.box[3] > 0) | . as $b | $cuts[] |
         select(. > $b.box[1] * $px + 2 and . < ($b.box[1] + $b.box[3]) * $px - 2) | $b.block] | unique | join(" ")' <<<"$whole")
    equal "$name: no block is cut" "" "$torn"
done
check "$several of eight are cut" test "$several" -ge 6

# --slot goes before the width, --ppi before the pixels, the theme before the slot of a document, which is of paper.
cp "$top/data/jichang.csv" "$work"
sed 's/<graphic /<graphic slot="52mm" /' "$top/data/jichang.xml" >"$work/jichang.xml"
width() { # OPTIONS...: pixels of jichang.png, and the millimetres of its page
    rm -rf "$work/out"
    "$ZHITU" render --theme phone --templates "$top/templates" -f png -o "$work/out" "$work/jichang.xml" "$@" >/dev/null 2>&1
    local pixels mm
    pixels=$(size_of "$work/out/jichang.png" | cut -d' ' -f1)
    mm=$("$ZHITU" dump --stage=scene --json --theme phone --templates "$top/templates" "$work/jichang.xml" "${@:1:2}" 2>/dev/null | jq '.pages[0].width * 25.4 / 72 | round')
    echo "$pixels $mm"
}
equal "the width of the theme" "1080 108" "$(width --lang en)"
equal "a slot" "1080 60" "$(width --slot 60mm)"
equal "a slot and a resolution" "236 60" "$(width --slot 60mm --ppi 100)"

# Mistakes in a theme of one's own.
refused() { # ATTRIBUTES CODE
    printf '<theme xmlns="urn:zhitu:1" name="own" from="chongqing"><screen %s/></theme>\n' "$1" >"$work/templates/own.xml"
    local said
    said=$("$ZHITU" check --lang en --theme own --templates "$work/templates" "$top/data/jichang.xml" 2>&1) || true
    check "screen $1: $2" grep -qE "own\.xml:1:[0-9]+: error: .*\[$2\]" <<<"$said"
}
refused 'width="108mm"' missing-attribute
refused 'pixels="1080"' missing-attribute
refused 'width="wide" pixels="1080"' bad-length
refused 'width="108mm" pixels="many"' bad-number
refused 'width="40mm" pixels="1080"' not-for-this-slot
