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
equal "one figure of five leads in the accent" "accent key key" \
    "$(glyphs_of 20 | sed -n '1s/.* //p') $(glyphs_of 40 | sed -n '1s/.* //p') $(glyphs_of 50 | sed -n '1s/.* //p')"
