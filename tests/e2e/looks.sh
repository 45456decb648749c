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
for case in "banlie hero 1936 5232 每百列有" "wenjian hero-mosaic 50 1000 几份文件"; do
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
