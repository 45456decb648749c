# Plates, soft proofs and EPS: what of each ink lies where, held against Ghostscript's plates of the PDF for the press
# and of the EPS. docs/press.md says what users may count on.
. "$(dirname "$0")/lib.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
if ! ${CC:-cc} -std=c11 -O2 -o compare "$top/tests/tools/compare_plates.c" -lpng 2>err; then
    fail "plates: the tool compiles" "$(cat err)"
    exit 0
fi
# plates_of FILE INTO: Ghostscript's, uncompressed, painted at four times the resolution and taken together; an EPS at
# eight times: every pixel that an outline touches is painted, so that the type of an EPS is bolder by a part of one.
plates_of() {
    local times=4
    [[ $1 != *.eps ]] || times=8
    gs -q -dNOPAUSE -dBATCH -dSAFER -dEPSCrop -sDEVICE=tiffsep -sCompression=none -r$((100 * times)) -dDownScaleFactor=$times \
        -o "$2-%d.tif" "$1" 2>&1
}
# alike NAME STEM SEPARATIONS INK...: each of those plates of ours is that one of theirs.
alike() {
    local name=$1 stem=$2 theirs=$3 ink said limit bad=""
    shift 3
    case $name in eps:* | *"of its eps") limit=0.15 ;; *) limit=0.02 ;; esac
    for ink in "$@"; do
        said=$(./compare "$stem-${ink%%:*}.png" "$theirs-1(${ink#*:}).tif" $limit 2>&1) || bad="$bad ${ink%%:*}: $said;"
    done
    if [ -z "$bad" ]; then pass "$name"; else fail "$name" "$bad"; fi
}
process="cyan:Cyan magenta:Magenta yellow:Yellow black:Black"
three() { "$ZHITU" render -f pdf,eps,plates --profile press --ppi 100 -q "$@" >said 2>&1; }

# ---- documents
eps=" shuanghe w1 zhongbu s1 jiangan "
for document in shuanghe photos/jiangan w1 zhongbu jichang zhuangbei rexian canguan yongchuan zhuyin pages/s1; do
    stem=$(basename $document)
    document=$top/data/$document.xml
    three -o out "$document" || fail "plates: $stem renders" "$(cat said)"
    id=$(basename out/*-cyan.png -cyan.png)
    plates_of out/"$id".pdf theirs >said
    # shellcheck disable=SC2086
    alike "plates: $stem has those of its PDF" out/"$id" theirs $process
    case $eps in *" $stem "*)
        plates_of out/"$id".eps theirs >said
        equal "eps: Ghostscript has nothing to say of $stem" "" "$(cat said)"
        # shellcheck disable=SC2086
        alike "eps: $stem has the plates of its PDF" out/"$id" theirs $process
        ;;
    esac
    rm -rf out theirs-*
done

# ---- the comparison would see it: black that knocks out, and colours that are not erased
cat >words.xml <<'XML'
<graphic xmlns="urn:zhitu:1" id="words" template="onred" issue="2022-06-24"><hint><p>全年新增产能12万吨。</p></hint></graphic>
XML
ground() { # FOLDER INK: black words of 9 pt on an ink, with bleed
    mkdir -p "$1"
    cat >"$1/onred.xml" <<XML
<template xmlns="urn:zhitu:1" name="onred" theme="chongqing"><page size="85mm 60mm" margin="0mm" bleed="3mm"/>
<style name="words" font="strong" size="9pt"/>
<column><box ground="$2" inset="3"><place select="hint"><part name="text" style="words"/></place></box><place select="*"/></column></template>
XML
    cp "$top/templates/newsprint-240.icc" "$1/"
}
ground red accent
sed 's/<limits ink="240"/<limits ink="400"/' "$top/templates/chongqing.xml" >red/chongqing.xml
three -o red/out --templates red words.xml || fail "plates: words on a ground render" "$(cat said)"
plates_of red/out/words.pdf theirs >said
# shellcheck disable=SC2086
alike "plates: black words overprint as in the PDF" red/out/words theirs $process
plates_of red/out/words.eps theirs >said
# shellcheck disable=SC2086
alike "eps: black words overprint as in the PDF" red/out/words theirs $process
equal "plates: the bleed is there" "358 260" "$(file red/out/words-cyan.png | sed -nE 's/.*, ([0-9]+) x ([0-9]+),.*/\1 \2/p')"
qpdf --qdf --object-streams=disable red/out/words.pdf knocked.qdf
LC_ALL=C sed 's,/op true,/op false,' knocked.qdf >knocked.raw
qpdf --warning-exit-0 --no-warn knocked.raw knocked.pdf 2>/dev/null
plates_of knocked.pdf theirs >said
check "plates: words that knock out are found" sh -c '! ./compare red/out/words-magenta.png "theirs-1(Magenta).tif"'
check "plates: and the black is the same" ./compare red/out/words-black.png "theirs-1(Black).tif"

# ---- spots
ground spot accent
sed 's|<ink name="accent" [^>]*/>|<ink name="accent" cmyk="0 92 82 0" rgb="#c8202f" spot="PANTONE (185) 红"/>|' "$top/templates/chongqing.xml" >spot/chongqing.xml
for document in "$top/data/w1.xml" words.xml; do
    stem=$(basename "$document" .xml)
    three -o spot/out --templates spot "$document" || fail "plates: $stem in a spot renders" "$(cat said)"
    spot=$(ls spot/out | sed -nE "s/^$stem-(pantone.*)\.png/\1/p")
    equal "plates: the spot of $stem has a name that files may have" "pantone-185-红" "$spot"
    for file in pdf eps; do
        rm -f theirs*
        plates_of "spot/out/$stem.$file" theirs >said
        mv theirs-1*PANTONE* 'theirs-1(Spot).tif'
        # shellcheck disable=SC2086
        alike "plates: $stem in a spot has the plates of its $file" "spot/out/$stem" theirs $process "$spot:Spot"
    done
    three -o spot/process --templates spot --spots process "$document"
    equal "plates: process inks for the spot of $stem" "$stem-black.png $stem-cyan.png $stem-magenta.png $stem-yellow.png" "$(ls spot/process | grep "^$stem.*png" | xargs)"
    plates_of "spot/process/$stem.pdf" theirs >said
    # shellcheck disable=SC2086
    alike "plates: $stem in process inks" "spot/process/$stem" theirs $process
    plates_of "spot/process/$stem.eps" theirs >said
    # shellcheck disable=SC2086
    alike "eps: $stem in process inks" "spot/process/$stem" theirs $process
done

# ---- the pictures of data/ are those that the program draws
# shellcheck disable=SC2046
${CC:-cc} -std=c11 -O2 -o draw "$top/tests/tools/draw_photos.c" $(pkg-config --cflags --libs libpng libturbojpeg) -lm 2>err || fail "photos: the tool compiles" "$(cat err)"
mkdir -p drawn
./draw drawn
check "photos: those of data/ are drawn" sh -c 'for f in drawn/*; do cmp "$f" "$1/${f#drawn/}" || exit 1; done' sh "$top/data/photos"
kinds() { pdfimages -list "$1" | awk 'NR > 2 { print $3, $6, $7, $8 }' | paste -sd'|'; }
"$ZHITU" render -f pdf --profile pdfx4 -q -o jiangan/press "$top/data/photos/jiangan.xml" >/dev/null 2>&1
"$ZHITU" render -f pdf --profile screen -q -o jiangan/screen "$top/data/photos/jiangan.xml" >/dev/null 2>&1
equal "photos: in inks for the press" "image cmyk 4 8|image cmyk 4 8|image gray 1 8|image cmyk 4 8" "$(kinds jiangan/press/jiangan.pdf)"
equal "photos: as they are on the screen" "image rgb 3 8|image cmyk 4 8|image gray 1 8|image rgb 3 8|smask gray 1 8" "$(kinds jiangan/screen/jiangan.pdf)"

# ---- marks of the press, on all plates
ground marked accent
sed 's/bleed="3mm"/bleed="3mm" marks="crop register"/' red/onred.xml >marked/onred.xml
cp spot/chongqing.xml marked/
three -o marked/out --templates marked words.xml || fail "marks: words render" "$(cat said)"
equal "marks: the sheet is larger by 9 mm on each side" "406 307" "$(file marked/out/words-cyan.png | sed -nE 's/.*, ([0-9]+) x ([0-9]+),.*/\1 \2/p')"
equal "marks: the boxes of the PDF" "0.00 0.00 291.97 221.10 17.01 17.01 274.96 204.09 25.51 25.51 266.46 195.59" "$(pdfinfo -box marked/out/words.pdf | awk '/^(MediaBox|BleedBox|TrimBox)/ { printf "%s %s %s %s ", $2, $3, $4, $5 }' | xargs)"
for file in pdf eps; do
    rm -f theirs*
    plates_of "marked/out/words.$file" theirs >said
    mv theirs-1*PANTONE* 'theirs-1(Spot).tif'
    # shellcheck disable=SC2086
    alike "marks: on all plates of the $file" marked/out/words theirs $process pantone-185-红:Spot
done
# Ink near the left edge of the sheet, in the middle of its height: the cross, on a plate that has nothing else there.
ink_at() { # FILE X Y W H: pixels of ink
    python3 - "$@" <<'PY'
import struct, sys, zlib
name, (x, y, w, h) = sys.argv[1], map(int, sys.argv[2:6])
data = open(name, "rb").read()
at, idat = 8, b""
while at < len(data):
    size, kind = struct.unpack(">I4s", data[at:at + 8])
    if kind == b"IHDR": width = struct.unpack(">I", data[at + 8:at + 12])[0]
    if kind == b"IDAT": idat += data[at + 8:at + 8 + size]
    at += size + 12
rows = zlib.decompress(idat)
print(sum(rows[(y + j) * (width + 1) + 1 + x + i] < 250 for j in range(h) for i in range(w)))
PY
}
for ink in cyan magenta yellow black pantone-185-红; do
    check "marks: a cross on $ink" test "$(ink_at "marked/out/words-$ink.png" 2 130 24 47)" -gt 20
    check "marks: lines at the corner on $ink" test "$(ink_at "marked/out/words-$ink.png" 2 2 36 36)" -gt 20
done
"$ZHITU" render -f pdf,png --profile screen --ppi 100 -q -o marked/screen --templates marked words.xml >said 2>&1
equal "marks: none on the screen" "335 236" "$(file marked/screen/words.png | sed -nE 's/.*, ([0-9]+) x ([0-9]+),.*/\1 \2/p')"
check "marks: none in a PDF for the screen" sh -c 'pdfinfo -box marked/screen/words.pdf | grep -q "MediaBox: *0.00 *0.00 *257.95 *187.09"'
equal "marks: preflight finds nothing wrong with them" "" "$("$ZHITU" preflight -q --format json marked/out/words.pdf | jq -r "select(.code) | .code" | sort -u | grep -v pdf-ink-total)"

# By the theme: of its printing condition, of a paper, and what comes first.
page_of() { pdfinfo -box "$1" | awk '/^MediaBox/ { printf "%.0f %.0f", $4, $5 }'; }
made_page() { # NAME CONDITION PAPER PAGE: marks= of each, as attributes; prints the size of the sheet
    mkdir -p "by/$1"
    cp "$top/templates/newsprint-240.icc" "by/$1/"
    sed -E "s|(<printing-condition name=\"newsprint\")|\1$2|; s|(<paper name=\"duikai\")|\1$3|" "$top/templates/chongqing.xml" >"by/$1/chongqing.xml"
    printf '<template xmlns="urn:zhitu:1" name="onred" theme="chongqing"><page %s/><column><place select="*"/></column></template>' "$4" >"by/$1/onred.xml"
    "$ZHITU" render -f pdf --profile press -q -o "by/$1/out" --templates "by/$1" words.xml >said 2>&1
    page_of "by/$1/out/words.pdf"
}
marked_page() { # NAME WANTED CONDITION PAPER PAGE
    equal "marks by the theme: $1" "$2" "$(made_page "$1" "${@:3}")"
}
sized='size="85mm 60mm" margin="0mm"'
marked_page none "241 170" "" "" "$sized"
marked_page condition "292 221" ' marks="crop"' "" "$sized"
marked_page template-first "241 170" ' marks="crop register"' "" "$sized marks=\"none\""
on_paper='paper="duikai" columns="2" lines="10"'
read -r bare_w bare_h <<<"$(made_page bare "" "" "$on_paper")"
marked_page paper-none "$bare_w $bare_h" ' marks="crop"' ' marks="none"' "$on_paper"
marked_page paper "$((bare_w + 51)) $((bare_h + 51))" "" ' marks="register"' "$on_paper"
marked_page paper-condition "$((bare_w + 51)) $((bare_h + 51))" ' marks="crop"' "" "$on_paper"
sed -i 's|marks="[^"]*"/>|marks="none crop"/>|' by/template-first/onred.xml
check "marks: none and others conflict" sh -c '"$1" check --lang en --templates by/template-first words.xml 2>&1 | grep -q "conflicting-attributes"' sh "$ZHITU"

# ---- photographs
mkdir -p pics photo
# shellcheck disable=SC2046
${CC:-cc} -std=c11 -O1 -o make_pictures "$top/tests/tools/make_pictures.c" $(pkg-config --cflags --libs libpng libturbojpeg) 2>err && ./make_pictures pics
cat >photo/plain.xml <<'XML'
<template xmlns="urn:zhitu:1" name="plain" theme="chongqing"><page size="60mm auto" margin="0mm" max="480mm"/><column gap="2"><place select="photo" gap="2"/><place select="credits"/></column></template>
XML
for picture in turn6.jpg grey.jpg ycck.jpg cmyk-adobe.jpg cmyk-plain.jpg rgb.png rgb16.png palette.png grey.png alpha.png; do
    printf '<graphic xmlns="urn:zhitu:1" id="t" template="plain" issue="2021-12-15"><photo src="pics/%s"><credit>图</credit></photo></graphic>\n' "$picture" >t.xml
    three -o photo/out --templates photo t.xml || fail "plates: $picture renders" "$(cat said)"
    for file in pdf eps; do
        plates_of photo/out/t.$file theirs >said
        # shellcheck disable=SC2086
        alike "plates: $picture has the plates of its $file" photo/out/t theirs $process
    done
done
check "plates: what is done to a picture is said once" sh -c '[ "$("$1" plates --lang en --templates photo -o photo/again t.xml 2>&1 | grep -c "\[image-alpha\]")" = 1 ]' sh "$ZHITU"

# ---- the command
"$ZHITU" plates --lang en --proof --ppi 72 -o cmd "$top/data/w1.xml" >said 2>&1
equal "plates: files of the command" "w1-black.png w1-cyan.png w1-magenta.png w1-proof.png w1-yellow.png" "$(ls cmd | xargs)"
"$ZHITU" render -f plates,proof --profile press --ppi 72 -q -o again "$top/data/w1.xml" >/dev/null 2>&1
check "plates: the same by render, byte for byte" diff -r cmd again
equal "plates: --ppi is the resolution" "$("$ZHITU" dump --stage=scene --json "$top/data/w1.xml" 2>/dev/null | jq -r '.pages[0] | "\(.width | round) \(.height | round)"')" "$(file cmd/w1-cyan.png | sed -nE 's/.*, ([0-9]+) x ([0-9]+),.*/\1 \2/p')"
equal "plates: a wrong --ppi is wrong usage" 2 "$("$ZHITU" plates --ppi 3 "$top/data/w1.xml" >/dev/null 2>&1; echo $?)"
"$ZHITU" plates --tiff --ppi 150 -q -o tiff "$top/data/w1.xml" >said 2>&1
"$ZHITU" plates --ppi 150 -q -o again150 "$top/data/w1.xml" >/dev/null 2>&1
equal "plates: as TIFF" "w1-black.tif w1-cyan.tif w1-magenta.tif w1-yellow.tif" "$(ls tiff | xargs)"
check "plates: file(1) reads the TIFF" sh -c 'file tiff/w1-black.tif | grep -q "TIFF image data, little-endian.*bps=8.*PhotometricInterpretation=BlackIsZero"'
same_pixels() { # TIFF PNG: both decoded here
    python3 - "$@" <<'PY'
import struct, sys, zlib
tiff, png = open(sys.argv[1], "rb").read(), open(sys.argv[2], "rb").read()
at, idat = 8, b""
while at < len(png):
    size, kind = struct.unpack(">I4s", png[at:at + 8])
    if kind == b"IHDR": width, height = struct.unpack(">II", png[at + 8:at + 16])
    if kind == b"IDAT": idat += png[at + 8:at + 8 + size]
    at += size + 12
rows = zlib.decompress(idat)
theirs = b"".join(rows[y * (width + 1) + 1:(y + 1) * (width + 1)] for y in range(height))
start, = struct.unpack("<I", tiff[4:8])
fields = {}
for i in range(struct.unpack("<H", tiff[start:start + 2])[0]):
    tag, kind, count, value = struct.unpack("<HHII", tiff[start + 2 + 12 * i:start + 14 + 12 * i])
    fields[tag] = list(struct.unpack("<%dI" % count, tiff[value:value + 4 * count])) if count > 1 else [value]
ours = bytearray()
for begin, size in zip(fields[273], fields[279]):
    end = begin + size
    while begin < end:
        code = tiff[begin]
        if code < 128: ours += tiff[begin + 1:begin + 2 + code]; begin += 2 + code
        else: ours += tiff[begin + 1:begin + 2] * (257 - code); begin += 2
ppi = struct.unpack("<II", tiff[fields[282][0]:fields[282][0] + 8])
print("same" if (fields[256][0], fields[257][0]) == (width, height) and ours == theirs else "other", ppi[0] / ppi[1])
PY
}
for ink in cyan magenta yellow black; do
    equal "plates: the TIFF of $ink has the pixels of its PNG" "same 150.0" "$(same_pixels "tiff/w1-$ink.tif" "again150/w1-$ink.png")"
done
"$ZHITU" render -f plates-tiff --profile press --ppi 150 -q -o tiff-again "$top/data/w1.xml" >/dev/null 2>&1
check "plates: the same TIFF by render, byte for byte" diff -r tiff tiff-again
equal "plates: no file is wrong usage" 2 "$("$ZHITU" plates >/dev/null 2>&1; echo $?)"
"$ZHITU" render -f plates,proof,eps --ppi 30 -q -o pages "$top/data/report/jingjiquan-2023-07.xml" >said 2>&1
check "plates: pages are numbered" test -s pages/jingjiquan-2023-07-p02-black.png -a -s pages/jingjiquan-2023-07-p02-proof.png -a -s pages/jingjiquan-2023-07-p02.eps

"$ZHITU" plates --mono --ppi 72 -q -o mono "$top/data/w1.xml" >/dev/null 2>&1
inked() { # FILE: whether anything is printed
    python3 - "$1" <<'PY'
import struct, sys, zlib
data = open(sys.argv[1], "rb").read()
at, idat = 8, b""
while at < len(data):
    size, kind = struct.unpack(">I4s", data[at:at + 8])
    if kind == b"IHDR": width = struct.unpack(">I", data[at + 8:at + 12])[0]
    if kind == b"IDAT": idat += data[at + 8:at + 8 + size]
    at += size + 12
rows = zlib.decompress(idat)
print("yes" if any(min(rows[i + 1:i + 1 + width]) < 255 for i in range(0, len(rows), width + 1)) else "no")
PY
}
equal "plates: the black twin is on one plate" "no no no yes" "$(for ink in cyan magenta yellow black; do inked mono/w1-$ink.png; done | xargs)"

# ---- the proof
rgb_at() { # FILE X Y
    python3 - "$@" <<'PY'
import struct, sys, zlib
name, x, y = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
data = open(name, "rb").read()
at, idat = 8, b""
while at < len(data):
    size, kind = struct.unpack(">I4s", data[at:at + 8])
    if kind == b"IHDR": width = struct.unpack(">I", data[at + 8:at + 12])[0]
    if kind == b"IDAT": idat += data[at + 8:at + 8 + size]
    at += size + 12
rows = zlib.decompress(idat)
row = rows[y * (3 * width + 1) + 1:]
print(*row[3 * x:3 * x + 3])
PY
}
read -r r g b <<<"$(rgb_at cmd/w1-proof.png 2 2)"
check "proof: white is that of the paper, grey and warm" test "$r" -lt 215 -a "$r" -gt 180 -a "$b" -lt "$r" -a "$g" -le "$r"
"$ZHITU" plates --proof --ppi 72 -q -o red/proof --templates red words.xml >said 2>&1
read -r r g b <<<"$(rgb_at red/proof/words-proof.png 3 3)"
check "proof: two solid inks are red" test "$r" -gt 140 -a "$g" -lt 110 -a "$b" -lt 110
"$ZHITU" plates --proof --ppi 72 -q -o spot/proof --templates spot words.xml >said 2>&1
equal "proof: a spot looks like its recipe" "$r $g $b" "$(rgb_at spot/proof/words-proof.png 3 3)"
mkdir -p bare
sed -E 's/ icc="[^"]*"//' "$top/templates/chongqing.xml" >bare/chongqing.xml
"$ZHITU" plates --lang en --proof -o bare/out --templates bare "$top/data/w1.xml" >said 2>&1
check "proof: without a profile nobody knows the paper" grep -qE 'chongqing.xml:[0-9]+:[0-9]+: error: .*icc=.*\[no-paper\]' said
check "proof: and nothing is written" sh -c '! ls bare/out/* 2>/dev/null | grep .'

# ---- EPS as a file
"$ZHITU" render -f eps -q -o eps-out "$top/data/w1.xml" >/dev/null 2>&1
equal "eps: its head" "%!PS-Adobe-3.0 EPSF-3.0" "$(head -n 1 eps-out/w1.eps)"
equal "eps: its box is the page" "$("$ZHITU" dump --stage=scene --json "$top/data/w1.xml" 2>/dev/null | jq -r '.pages[0] | "0 0 \(.width | ceil) \(.height | ceil)"')" "$(sed -n 's/^%%BoundingBox: //p' eps-out/w1.eps)"
check "eps: is ASCII alone" sh -c '! LC_ALL=C grep -nP "[^\x09\x0a\x20-\x7e]" "$1" | head -n 3 | grep .' sh eps-out/w1.eps
check "eps: no colour but those of the press" sh -c '! grep -nwE "setrgbcolor|setgray|sethsbcolor|DeviceRGB" "$1" | head -n 3 | grep .' sh eps-out/w1.eps
check "eps: lines are short enough" awk 'length > 255 { exit 1 }' eps-out/w1.eps
"$ZHITU" render -f eps -q -o eps-again "$top/data/w1.xml" >/dev/null 2>&1
check "eps: equal bytes" cmp eps-out/w1.eps eps-again/w1.eps
# Placed twice on a sheet of another program, each in its own state.
cat >sheet.ps <<'PS'
%!PS
<</PageSize[600 900]>>setpagedevice
/showpage{}def
/place{save 3 1 roll translate (eps-out/w1.eps) run restore}def
20 20 place 20 460 place
systemdict/showpage get exec
PS
check "eps: stands twice on a sheet" sh -c 'gs -q -dNOPAUSE -dBATCH -dNOSAFER -sDEVICE=pgmraw -r72 -o sheet.pgm sheet.ps 2>&1 | (! grep .) && [ "$(gs -q -dNOPAUSE -dBATCH -dNOSAFER -sDEVICE=inkcov -o - sheet.ps | wc -l)" = 1 ]'
