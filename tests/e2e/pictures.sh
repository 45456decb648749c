# Photographs: PNG and JPEG of every kind through every output, judged by other programs; what is wrong
# with them; cropping; what a press file makes of them.
. "$(dirname "$0")/lib.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/p/data/pics" "$work/p/templates"
cd "$work" || exit 1
# shellcheck disable=SC2046
if ! ${CC:-cc} -std=c11 -O1 -o make_pictures "$top/tests/tools/make_pictures.c" $(pkg-config --cflags --libs libpng libturbojpeg) 2>err ||
    ! ${CC:-cc} -std=c11 -O2 -o compare "$top/tests/tools/compare_ppm.c" -lm 2>err; then
    fail "the tools compile" "$(cat err)"
    exit 0
fi
./make_pictures p/data/pics
cd p/data || exit 1
page() { # NAME PHOTO-PARAMETERS: a template with one photo across 60 mm
    cat >"../templates/$1.xml" <<XML
<template xmlns="urn:zhitu:1" name="$1" theme="chongqing">
  <page size="60mm auto" margin="0mm" max="480mm"/>
  <column gap="2"><place select="photo" gap="2">$2</place><place select="credits"/></column>
</template>
XML
}
page plain ''
page fill '<set name="fit" value="fill"/><set name="ratio" value="1"/>'
doc() { # FILE [ATTRIBUTES [BODY]]: t.xml with that photo
    printf '<graphic xmlns="urn:zhitu:1" id="t" template="plain" issue="2021-12-15">%s</graphic>\n' \
        "<photo src=\"pics/$1\" ${2:-}>${3:-<credit>图</credit>}</photo>" >t.xml
}
by_cairo() { "$(dirname "$ZHITU")/tests/cairo_pdf" "$1" t.xml --templates ../templates; }
render() { "$ZHITU" render --lang en --templates "$top/templates" t.xml "$@" 2>&1; }
paint() { pdftoppm -r 100 -singlefile "$1" "${2%.ppm}"; }
look() { mutool draw -q -r "$3" -o "$2" "$1" 2>/dev/null; }
# alike NAME A B: but for edges and small type; programs end the page a pixel earlier or later
alike() { check "$1" "$work/compare" "$2" "$3" 0.06 "${4:-64}" 1; }

# ---- every kind, every output, as the PNG shows it
for picture in turn1.jpg grey.jpg progressive.jpg letters.jpg ycck.jpg cmyk-adobe.jpg cmyk-plain.jpg \
    rgb.png rgb16.png interlaced.png palette.png grey.png line.png alpha.png grey-alpha.png; do
    doc $picture
    render -o own -f pdf,png,svg --ppi 100 >said || fail "$picture renders" "$(cat said)"
    by_cairo cairo.pdf
    # A page description's CMYK is turned into RGB by each program's own formula.
    step=64
    case $picture in ycck* | cmyk*) step=110 ;; esac
    look own/t.png png.ppm 100
    paint own/t.pdf own.ppm
    look own/t.pdf mu.ppm 100
    paint cairo.pdf cairo.ppm
    look own/t.svg svg.ppm 100
    alike "$picture: PDF, painted by poppler" png.ppm own.ppm $step
    alike "$picture: PDF, painted by MuPDF" png.ppm mu.ppm $step
    alike "$picture: PDF by cairo" png.ppm cairo.ppm
    alike "$picture: SVG" png.ppm svg.ppm
    check "$picture: qpdf finds nothing" qpdf --check own/t.pdf
    cp own/t.pdf first.pdf
    (cd / && LC_ALL=C TZ=Asia/Tokyo "$ZHITU" render --templates "$top/templates" \
        "$work/p/data/t.xml" -o "$work/p/data/again" -f pdf >/dev/null 2>&1)
    check "$picture: same bytes from elsewhere" cmp first.pdf again/t.pdf
done

# ---- how the camera was held: eight files, one picture
for turn in 1 2 3 4 5 6 7 8; do
    doc turn$turn.jpg
    render -o turn$turn -f pdf,png,svg --ppi 100 >/dev/null
    by_cairo turn$turn-cairo.pdf
    look turn$turn/t.png turn$turn-png.ppm 100
    look turn$turn/t.svg turn$turn-svg.ppm 100
    paint turn$turn/t.pdf turn$turn-pdf.ppm
    paint turn$turn-cairo.pdf turn$turn-cairo.ppm
    for kind in png svg pdf cairo; do
        alike "orientation $turn: $kind" turn1-$kind.ppm turn$turn-$kind.ppm
    done
done
# The comparison would see it: a picture that is not turned.
cp pics/turn3.jpg pics/unturned.jpg
printf '\x01' | dd of=pics/unturned.jpg bs=1 seek=31 conv=notrunc 2>/dev/null
doc unturned.jpg
render -o unturned -f png --ppi 100 >/dev/null
look unturned/t.png unturned.ppm 100
if "$work/compare" turn1-png.ppm unturned.ppm 0.06 64 >/dev/null; then
    fail "a picture upside down is found out"
else
    pass "a picture upside down is found out"
fi

# ---- what the PDF holds
for picture in turn6.jpg progressive.jpg grey.jpg ycck.jpg; do
    doc $picture
    render -o own -f pdf >/dev/null
    rm -f raw-*
    pdfimages -all own/t.pdf raw
    check "$picture goes in byte for byte" cmp raw-000.jpg pics/$picture
done
listed() { pdfimages -list "$1" | awk 'NR > 2 { print $3, $6, $7, $8, $9 }' | paste -sd'|'; }
columns() { # WANTED FILE [OPTIONS]
    local wanted=$1
    doc "$2"
    shift 2
    render -o own -f pdf "$@" >said
    equal "$(sed -nE 's/.*src="pics\/([^"]*).*/\1/p' t.xml) $*: channels and coding" "$wanted" "$(listed own/t.pdf)"
}
columns "image rgb 3 8 jpeg" turn1.jpg
columns "image cmyk 4 8 image" turn1.jpg --profile press
check "RGB for the press is said" grep -q '\[image-rgb\]$' said
columns "image gray 1 8 jpeg" grey.jpg --profile press
check "grey for the press is fine" sh -c '! grep -q image-rgb said'
check "and prints in black alone" sh -c 'gs -q -o - -sDEVICE=inkcov own/t.pdf | grep -Eq "^ *0.00000 +0.00000 +0.00000 +0\.[1-9]"'
columns "image cmyk 4 8 jpeg" ycck.jpg --profile press
columns "image gray 1 8 image" grey.png --profile press
columns "image rgb 3 8 image" palette.png
columns "image rgb 3 8 image|smask gray 1 8 image" alpha.png
columns "image cmyk 4 8 image" alpha.png --profile press
check "what was transparent is said" grep -q '\[image-alpha\]$' said
printf '<graphic xmlns="urn:zhitu:1" id="t" template="plain" issue="2021-12-15"><photo src="pics/rgb.png"/><photo src="../data/pics/rgb.png"/><photo src="pics/rgb.png" crop="0 50 0 0"/><credits><source>示例</source><photo by="图"/></credits></graphic>' >t.xml
rm -f own/t.pdf
render -o own -f pdf >said || cat said
equal "one file, shown thrice, is written once" 1 "$(pdfimages -list own/t.pdf | awk 'NR > 2 { print $11 }' | sort -u | wc -l)"
check "a credit for all is a credit" sh -c '! grep -q credit-missing said'

# ---- shape and crop
box() { "$ZHITU" dump --stage=scene --templates "$top/templates" "$@" t.xml 2>/dev/null | sed -nE 's/^ *image \[([^]]*)\].*( crop \[[^]]*\])?( ppi=[0-9.]+).*/\1\2\3/p'; }
doc turn6.jpg
equal "a picture keeps its own shape; effective ppi" "0 0 170.08 113.39 ppi=40.6" "$(box)"
doc rgb.png 'crop="0 25 0 25"'
check "crop= of the document" grep -q 'crop \[0.25 0 0.5 1\] ppi=20.3' <("$ZHITU" dump --stage=scene --templates "$top/templates" t.xml 2>/dev/null)
render -o own -f pdf,png,svg --ppi 100 >said
look own/t.png png.ppm 100
paint own/t.pdf own.ppm
look own/t.svg svg.ppm 100
alike "cropped: PDF" png.ppm own.ppm
alike "cropped: SVG" png.ppm svg.ppm
check "what the document crops needs no word" sh -c '! grep -q image-cropped said'
doc rgb.png 'focus="100 50"'
sed -i 's/"plain"/"fill"/' t.xml
check "fit=fill keeps the focus" grep -q 'crop \[0.3333 0 0.6667 1\]' <("$ZHITU" dump --stage=scene --templates "$top/templates" t.xml 2>/dev/null)
render -o own -f pdf >said
check "and says what it cut off" grep -q '0 0 0 33.3 per cent.*\[image-cropped\]$' said
check "the JSON of the scene has pixels and ppi" sh -c '"$1" dump --stage=scene --json --templates "$2/templates" t.xml 2>/dev/null | jq -e ".pages[0].items[] | select(.kind == \"image\") | .pixels == [96, 64] and .ppi > 20"' sh "$ZHITU" "$top"

# ---- files that are no pictures, or lie where they must not
refused() { # CODE FILE
    doc "$2"
    render -o refused -f pdf >said
    equal "$2: exit status" 1 $?
    check "$2: $1" grep -q "\[$1\]$" said
    check "$2: nothing is written" test ! -e refused/t.pdf
}
for file in cut.jpg cut.png garbled.jpg garbled.png empty.jpg words.jpg huge.jpg; do
    refused image-unreadable $file
done
refused image-too-large huge.png
truncate -s 200M pics/large.jpg
refused limit-size large.jpg
cp pics/rgb.png "$work/outside.png"
ln -s "$work/outside.png" pics/link.png
refused photo-outside link.png
refused photo-outside ../../../outside.png
mkdir pics/folder.png
doc folder.png
render --final -o refused -f pdf >said
check "a folder is no picture" grep -q '\[photo-missing\]$' said
mkfifo pics/pipe.png
doc pipe.png
check "a pipe is not waited for" timeout 5 sh -c '"$1" check --final --templates "$2/templates" t.xml 2>&1 | grep -q "\[photo-missing\]$"' sh "$ZHITU" "$top"
doc nothing.png
render -o draft -f pdf >said
check "a draft does without" test -s draft/t.pdf
doc rgb.png
render --deps d.mk -o own -f pdf >/dev/null
check "the picture is among the files read" grep -q 'pics/rgb\.png' d.mk

# ---- the two documents of photographs, wide and narrow: what is copied says what was written
words() { pdftotext -raw "$1" - | tr -d ' \n'; }
for template in photo-stack photo-slot photo-narrow photo-pair; do
    "$ZHITU" render --template $template -f pdf -o "$work/d-$template" "$top/data/yibin.xml" "$top/data/canguan.xml" >said 2>&1
    equal "canguan and yibin in $template" 0 $?
    date=十二月十四日
    [ $template != photo-narrow ] || date=12月14日
    check "$template: the date" grep -q "$date" <(words "$work/d-$template/yibin.pdf")
    check "$template: the credit keeps its solidus" grep -q '记者苏思摄/视觉重庆' <(words "$work/d-$template/yibin.pdf")
    check "$template: a final version lacks its pictures" sh -c '"$1" check --final --template "$2" "$3" 2>&1 | grep -c "\[photo-missing\]$" | grep -qx 2' sh "$ZHITU" $template "$top/data/yibin.xml"
done

# ---- how a house words its credits: a colon or a solidus, by the theme
cat >../templates/slashes.xml <<'XML'
<theme xmlns="urn:zhitu:1" name="slashes" from="chongqing">
  <credit-line source="资料来源/{}" compiled="资料整理/{}" art="制图/{}" photo="摄影/{}" edit="编辑/{}"/>
</theme>
XML
printf '<graphic xmlns="urn:zhitu:1" id="t" template="plain" issue="2021-12-15"><photo/><credits><source>市发展改革委</source><compiled by="记者 申晓佳"/><art by="丁龙"/></credits></graphic>' >t.xml
render -o colon -f pdf >said
check "with a colon" grep -q '资料来源：市发展改革委.*制图：丁龙' <(words colon/t.pdf)
render -o slash -f pdf --theme slashes >said
check "with a solidus" grep -q '资料来源/市发展改革委.*制图/丁龙' <(words slash/t.pdf)

# ---- a template's own words and pictures: from its folder alone
mkdir -p ../templates/logo
cp pics/rgb.png ../templates/logo/bao.png
cp pics/rgb.png ../outside.png
house() { # BOXES: a template with these and a place for the text
    cat >../templates/house.xml <<XML
<template xmlns="urn:zhitu:1" name="house" theme="chongqing">
  <page size="60mm auto" margin="0mm" max="480mm"/>
  <column gap="2">$1<place select="*"/></column>
</template>
XML
    printf '<graphic xmlns="urn:zhitu:1" id="h" template="house" issue="2021-12-15"><hint head="提示"><p>一段。</p></hint></graphic>' >h.xml
    said=$("$ZHITU" render --lang en --templates "$top/templates" h.xml -f pdf,svg,png -o house --deps house.d 2>&1)
}
house '<row><words style="label" ink="accent">民生直通车</words><picture href="logo/bao.png" height="6mm" align="end" alt="某报标志"/></row>'
check "the house's words are printed" grep -q '民生直通车' <(words house/h.pdf)
check "and its picture" grep -q '^ *1 ' <(pdfimages -list house/h.pdf)
check "which says what it is" grep -q '某报标志' house/h.svg
check "and is among what the graphic was made from" grep -q 'logo/bao\.png' house.d
scene=$("$ZHITU" dump --templates "$top/templates" h.xml --stage=scene)
check "6 mm high, at the right edge of its half" awk '/^ *image /{ match($0, /\[[^]]*\]/); split(substr($0, RSTART + 1, RLENGTH - 2), b, " "); if (b[4] > 16.9 && b[4] < 17.1) ok = 1 } END { exit !ok }' <<<"$scene"
house '<picture href="logo/bao.png" picture-width="90mm"/>'
check "one that is too wide is made smaller, and that is said" grep -q 'house.xml:3:[0-9]*: warning: .*90 mm.*60 mm.*\[picture-reduced\]' <<<"$said"
refused() { # NAME CODE BOXES
    rm -rf house
    house "$3"
    check "$1" grep -q "house.xml:3:[0-9]*: error: .*\[$2\]\$" <<<"$said"
    check "$1: nothing is written" test ! -e house/h.pdf
}
refused "outside of the folder of templates" photo-outside '<picture href="../outside.png" height="6mm"/>'
ln -sf ../../outside.png ../templates/logo/link.png
refused "nor by a link" photo-outside '<picture href="logo/link.png" height="6mm"/>'
refused "one that is not there, with the nearest name" picture-missing '<picture href="logo/boa.png" height="6mm"/>'
check "the nearest name" grep -q 'bao\.png' <<<"$said"
refused "two sides" conflicting-attributes '<picture href="logo/bao.png" height="6mm" picture-width="6mm"/>'
refused "no side" missing-attribute '<picture href="logo/bao.png"/>'
refused "no words" empty-text '<words> </words>'
refused "a style that the theme lacks" unknown-style '<words style="lable">字</words>'
