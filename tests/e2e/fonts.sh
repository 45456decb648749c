# Fonts and scripts: a TrueType face end to end, a newsroom's own files, faces refused, names in Tibetan,
# Uyghur and Mongolian, and what no font can print.
. "$(dirname "$0")/lib.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export XDG_CACHE_HOME=$work/cache

# A project of its own: the shipped templates, a fonts/ folder, and themes that change only fonts.
root=$work/paper
mkdir -p "$root/fonts"
cp -r "$top/templates" "$root/templates"
theme() { # NAME FONT-ELEMENTS
    printf '<theme xmlns="urn:zhitu:1" name="%s" from="chongqing">%s</theme>\n' "$1" "$2" >"$root/templates/$1.xml"
}
board() { # NAME TITLE DECK LABEL
    cat >"$root/$1.xml" <<EOF
<?xml version="1.0" encoding="UTF-8"?>
<graphic xmlns="urn:zhitu:1" id="$1" template="tall-page" issue="2022-06-26">
  <title>$2</title>
  <deck>$3</deck>
  <groups>
    <group head="$4">
      <point>涉及总投资<v>1054.5亿元</v></point>
    </group>
  </groups>
</graphic>
EOF
}
render() { # NAME [OPTIONS...]
    local name=$1
    shift
    (cd "$root" && "$ZHITU" render --lang en "$name.xml" -o "$root/out" -f pdf,svg "$@" 2>&1)
}
embedded() { # PDF: fonts that are not embedded, subset and with Unicode
    pdffonts "$1" | tail -n +3 | awk '{ n = NF; if ($(n-4) != "yes" || $(n-3) != "yes" || $(n-2) != "yes") print }'
}
# Without blanks and the marks of direction that pdftotext puts about right-to-left words.
squeezed() { tr -d ' \t\n\f\r' | sed 's/\xe2\x80\xab//g; s/\xe2\x80\xac//g; s/\xc2\xa0//g'; }
has_font() { fc-list ":family=$1" 2>/dev/null | grep -q .; }

if has_font "WenQuanYi Micro Hei"; then
    hei='family="WenQuanYi Micro Hei" weight="400"'
    theme hei "<font role=\"title\" $hei/><font role=\"body\" $hei/><font role=\"label\" $hei/><font role=\"medium\" $hei/><font role=\"strong\" $hei/><font role=\"figure\" $hei/>"
    board hei '“双核”联动——成渝' '重庆·成都：增长212%，《规划》、《纲要》……' '西部科学城'
    said=$(render hei --theme hei)
    equal "TrueType: renders, and says that the face is in no lock" "" "$(printf '%s\n' "$said" | grep -E ' (error|warning): ' | grep -v font-not-locked)"
    pdf=$root/out/hei.pdf
    equal "TrueType: CID TrueType alone" "" "$(pdffonts "$pdf" | tail -n +3 | grep -v 'CID TrueType')"
    equal "TrueType: embedded, subset, with Unicode" "" "$(embedded "$pdf")"
    text=$(pdftotext -raw "$pdf" - | squeezed)
    for wanted in '“双核”联动——成渝' '重庆·成都：增长212%，《规划》、《纲要》……' '1054.5亿元' '西部科学城'; do
        check "TrueType: the text says $wanted" test "${text#*"$wanted"}" != "$text"
    done
    check "TrueType: qpdf finds nothing" sh -c 'qpdf --check "$1" | grep -q "No syntax or stream encoding errors"' sh "$pdf"
    said=$(mutool draw -q -o /dev/null -F trace "$pdf" 2>&1 >/dev/null | grep -v 'ICC support is not available')
    equal "TrueType: mutool finds nothing" "" "$said"

    # The newsroom's own file comes before the same family of the machine, on the next run at once.
    cp "$(fc-list ":family=WenQuanYi Micro Hei" file | head -n 1 | sed 's/: *$//')" "$root/fonts/own.ttc"
    said=$(render hei --theme hei --deps "$work/deps")
    check "own font: preferred, given a relative path" grep -q "fonts/own.ttc" "$work/deps"
    (cd / && "$ZHITU" render "$root/hei.xml" -o "$root/out" -f pdf --theme hei --deps "$work/deps2" >/dev/null 2>&1)
    check "own font: preferred, given an absolute path" grep -q "fonts/own.ttc" "$work/deps2"
    rm "$root/fonts/own.ttc"
    render hei --theme hei --deps "$work/deps" >/dev/null
    equal "own font: gone, the machine's again" "" "$(grep -o 'own.ttc' "$work/deps")"
    board rare '丁𬶋' '鱼' '西部'
    said=$(render rare --theme hei)
    check "a rare Han without a glyph is named" \
        grep -qE '^rare.xml:3:11: error: .*“𬶋” \(U\+2CD8B\); fonts tried: WenQuanYi Micro Hei 400.*\[glyph-missing\]' <<<"$said"
    check "and nothing is written" test ! -e "$root/out/rare.pdf"
else
    skip "TrueType" "no fonts-wqy-microhei"
fi

# R129: house faces without halt, vert or a right vmtx, in lines and in a column.
house() { # NAME FAMILY WEIGHT
    has_font "$2" || {
        skip "house face $2" "not installed"
        return
    }
    local face="family=\"$2\" weight=\"$3\"" roles="" role said text
    for role in title body label medium strong figure; do roles="$roles<font role=\"$role\" $face/>"; done
    theme "$1" "$roles"
    cat >"$root/$1.xml" <<EOF
<?xml version="1.0" encoding="UTF-8"?>
<graphic xmlns="urn:zhitu:1" id="$1" template="photo-pair" issue="2026-11-20">
  <title>“双核”联动　成效显著</title>
  <photo><caption writing="vertical" date="2026-11-14">“双核”联动（图）：3.5%与12月；GDP增长212%，《规划》——A座5G！？</caption><credit>记者 某某 摄/某社</credit></photo>
  <photo><caption>“双核”联动（图）：3.5%与12月；GDP增长212%，《规划》——A座5G！？重庆·成都……</caption><credit>记者 某某 摄/某社</credit></photo>
</graphic>
EOF
    said=$(render "$1" --theme "$1")
    equal "$2: renders, and says that the face is in no lock" "" "$(printf '%s\n' "$said" | grep -E ' (error|warning): ' | grep -v font-not-locked)"
    text=$(pdftotext -raw "$root/out/$1.pdf" - | squeezed)
    for wanted in '“双核”联动（图）：3.5%与12月；GDP增长212%，《规划》——A座5G！？重庆·成都……' '“双核”联动成效显著'; do
        check "$2: the text says $wanted" test "${text#*"$wanted"}" != "$text"
    done
}
house kaiti "AR PL KaitiM GB" 400
house ukai "AR PL UKai CN" 400
house zenhei "WenQuanYi Zen Hei" 500
house microhei "WenQuanYi Micro Hei" 400

board rare2 '丁𬶋' '鱼' '西部'
check "a rare Han that Noto has is set" render rare2
check "and found in the text" sh -c 'pdftotext "$1" - | grep -q 丁𬶋' sh "$root/out/rare2.pdf"

# Other names of the same typeface lead to the one that is installed; web fonts say what they are.
for other in "Noto Sans SC" "Source Han Sans SC" "思源黑体" "Noto Sans CJK"; do
    theme other "<font role=\"title\" family=\"$other\" weight=\"400\"/>"
    check "$other leads to Noto Sans CJK SC" grep -q '“Noto Sans CJK SC”.*\[font-missing\]' <<<"$(render rare2 --theme other)"
done
check "思源宋体 leads to Noto Serif CJK SC" grep -q '“Noto Serif CJK SC”.*\[font-missing\]' \
    <<<"$(theme other '<font role="title" family="思源宋体" weight="700"/>' && render rare2 --theme other)"

theme jp '<font role="title" family="Noto Serif CJK JP" weight="900"/>'
said=$(render rare2 --theme jp)
equal "a Japanese face is refused" "1 font-region" "$? $(grep -oE 'font-region' <<<"$said" | head -n 1)"
check "and the mainland face named" grep -q '“Noto Serif CJK SC”' <<<"$said"

board emoji '好😀消息' '双核' '西部'
said=$(render emoji)
equal "emoji: an error" "1" "$?"
check "emoji: named by code point, with its place" grep -qE '^emoji.xml:3:11: error: .*U\+1F600.*\[glyph-missing\]' <<<"$said"

# Nothing of Pango, nor of faces for other scripts, on the way of a page without them.
quiet=$(cd "$top" && LD_DEBUG=files "$ZHITU" render data/w1.xml -o "$work/w1" -f pdf --deps "$work/w1.d" 2>&1 | grep -c libpango)
equal "no Pango for Chinese alone" "0" "$quiet"
equal "no faces of other scripts for Chinese alone" "" "$(grep -oE 'Tibetan|Naskh|Mongolian' "$work/w1.d")"

if has_font "Noto Serif Tibetan" && has_font "Noto Naskh Arabic" && has_font "Noto Sans Mongolian"; then
    tibetan=བོད་ལྗོངས་ uyghur='شىنجاڭ ئۇيغۇر' mongolian='ᠥᠪᠥᠷ ᠮᠣᠩᠭᠣᠯ'
    board scripts "西藏${tibetan}与新疆" "${uyghur}（新疆）、${mongolian}（内蒙古），Россия 与 Ελλάδα" "西藏${tibetan}"
    said=$(render scripts)
    equal "scripts: neither errors nor warnings" "" "$(grep -E ' (error|warning): ' <<<"$said")"
    check "scripts: the fallbacks are noted" test "$(grep -c glyph-fallback <<<"$said")" -ge 3
    pdf=$root/out/scripts.pdf
    equal "scripts: embedded, subset, with Unicode" "" "$(embedded "$pdf")"
    for face in NotoSerifTibetan-Bold NotoNaskhArabic-Regular NotoSansMongolian-Regular; do
        check "scripts: $face is in" sh -c 'pdffonts "$1" | grep -q "$2"' sh "$pdf" "$face"
    done
    text=$(pdftotext "$pdf" - | squeezed)
    svg_text=$(xmllint --xpath 'string(/)' "$root/out/scripts.svg" | squeezed)
    for wanted in "西藏$tibetan" "$uyghur" "$mongolian" 'Россия' 'Ελλάδα'; do
        short=$(printf '%s' "$wanted" | squeezed)
        check "scripts: the PDF says $wanted" test "${text#*"$short"}" != "$text"
        check "scripts: the SVG says $wanted" test "${svg_text#*"$short"}" != "$svg_text"
    done
    check "scripts: qpdf finds nothing" sh -c 'qpdf --check "$1" | grep -q "No syntax or stream encoding errors"' sh "$pdf"
    first=$(sha256sum <"$pdf")
    render scripts >/dev/null
    equal "scripts: the same bytes again" "$first" "$(sha256sum <"$pdf")"
else
    skip "scripts" "no fonts-noto-core"
fi
