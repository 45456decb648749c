# Files for the press and for archives: what each profile wants of them, judged by qpdf, poppler and plain text. The
# ledgers of docs/conformance name these tests.
. "$(dirname "$0")/lib.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1

# has NAME PATTERN FILE, lacks NAME PATTERN FILE: extended regular expressions, in bytes.
has() { check "$1" env LC_ALL=C grep -aqE -e "$2" "$3"; }
lacks() { check "$1" env LC_ALL=C sh -c '! grep -aE -e "$1" "$2" | head -n 3 | grep -a .' sh "$2" "$3"; }
qdf() { qpdf --qdf --object-streams=disable "$1" "${1%.pdf}.qdf" 2>/dev/null; }
key() { LC_ALL=C grep -aoE "<$2>[^<]*" "$1" | sed 's/.*>//'; }

# ---- documents of every kind in every profile
cp "$top/data/w1.xml" w1.xml
sed 's/ issue="[^"]*"//' "$top/data/w1.xml" >undated.xml
cat >untitled.xml <<'XML'
<graphic xmlns="urn:zhitu:1" id="untitled" template="tall-page" issue="2022-06-24"><hint><p>全年新增产能12万吨。</p></hint></graphic>
XML
documents="$top/data/shuanghe.xml w1.xml untitled.xml $top/data/photos/jiangan.xml $top/data/pages/s1.xml $top/data/report/jingjiquan-2023-07.xml"
for profile in pdfx4 pdfx1a pdfa2u; do
    # shellcheck disable=SC2086
    "$ZHITU" render -f pdf --profile $profile -o $profile $documents >said.$profile 2>&1 ||
        fail "press: $profile renders" "$(cat said.$profile)"
    # shellcheck disable=SC2086
    "$ZHITU" render -f pdf --profile $profile -o again -q $documents >/dev/null 2>&1
    check "press: $profile twice gives equal bytes" diff -r -x .zhitu $profile again
    for file in $profile/*.pdf; do qdf "$file"; done
done
"$ZHITU" render -f pdf --profile press -o theme -q w1.xml >/dev/null 2>&1
check "press: the theme's own profile is PDF/X-4" cmp pdfx4/w1.pdf theme/w1.pdf

old='/TR |/TR2|/HT |/HTP|/BG |/UCR|/PS |/Alternates|/OPI|/Subtype */PS|/Interpolate true|/BM */[^N]'
for profile in pdfx4 pdfx1a pdfa2u; do
    case $profile in
    pdfx4) version=1.6 name='PDF/X-4' ;;
    pdfx1a) version=1.4 name='PDF/X-1a:2003' ;;
    pdfa2u) version=1.7 name='' ;;
    esac
    equal "press: $profile is of PDF $version" "%PDF-$version" "$(for f in $profile/*.pdf; do head -c 8 "$f"; echo; done | sort -u)"
    for pdf in $profile/*.pdf; do
        text=${pdf%.pdf}.qdf
        check "press: $profile is sound" sh -c 'qpdf --check "$1" | grep -q "No syntax or stream encoding errors"' sh "$pdf"
        has "press: $profile has an ID" '/ID \[<[0-9a-f]{32}><[0-9a-f]{32}>\]' "$text"
        lacks "press: $profile is not encrypted" '/Encrypt' "$text"
        has "press: $profile has whole dates" '/CreationDate \(D:[0-9]{14}\+08.00.\)' "$text"
        has "press: $profile has its identifiers" '<xmpMM:DocumentID>uuid:[0-9a-f-]{36}</xmpMM:DocumentID>.*<xmpMM:VersionID>1<.*<xmpMM:RenditionClass>default<' "$pdf"
        equal "press: $profile says the same in both places" \
            "$(LC_ALL=C sed -nE "s/.*\/CreationDate \(D:([0-9]*).*/\1/p" "$text") $(LC_ALL=C grep -aoE '/Producer \([^)]*' "$text" | sed 's/.*(//')" \
            "$(key "$pdf" xmp:CreateDate | sed 's/+.*//; s/[^0-9]//g') $(key "$pdf" pdf:Producer)"
        equal "press: $profile: all dates of XMP are one" 1 "$(for k in CreateDate ModifyDate MetadataDate; do key "$pdf" xmp:$k; done | sort -u | wc -l)"
        lacks "press: $profile has nothing of old presses" "$old" "$text"
        lacks "press: $profile has no actions" '/JavaScript|/JS |/Launch|/AA |/OpenAction|/AcroForm|/AlternatePresentations|/Requirements' "$text"
        check "press: $profile embeds its fonts" sh -c '! pdffonts "$1" | tail -n +3 | sed "s/  */ /g" | grep -vE " yes yes yes [0-9]+ 0 ?$"' sh "$pdf"
        [ $profile = pdfa2u ] && continue
        has "press: $profile says what it is" "/GTS_PDFXVersion \($name\)" "$text"
        has "press: $profile says that it is not trapped" '/Trapped /False' "$text"
        has "press: $profile says that it is not trapped" '<pdf:Trapped>False<' "$pdf"
        has "press: $profile names the printing condition of the theme" '/OutputConditionIdentifier \(CGATS TR 002\)' "$text"
        has "press: $profile names the printing condition of the theme" '/RegistryName \(http://www.color.org\)' "$text"
        equal "press: $profile has one output intent" 1 "$(LC_ALL=C grep -ac '/S /GTS_PDFX$' "$text")"
        lacks "press: $profile has no RGB operator" '^([0-9.]+ ){3}(rg|RG)$|/CalRGB|/Lab ' "$text"
        lacks "press: $profile has no picture in RGB" '/DeviceRGB' "$text"
        lacks "press: $profile has no annotations" '/Annots|/Widget' "$text"
        lacks "press: $profile is opaque" '/SMask|/CA |/ca |/S /Transparency' "$text"
        check "press: $profile has its boxes" sh -c 'qpdf --json "$1" 2>/dev/null | jq -e "[.. | objects | select(.\"/Type\"? == \"/Page\")] | length > 0 and all(.[]; .\"/ArtBox\" == null and .\"/TrimBox\" != null and .\"/TrimBox\"[0] >= .\"/MediaBox\"[0] and .\"/TrimBox\"[3] <= .\"/MediaBox\"[3])"' sh "$pdf"
    done
done
has "press: pdfx4 says what it is" '<pdfxid:GTS_PDFXVersion>PDF/X-4<' pdfx4/w1.pdf
has "press: pdfx4 has a title where the document has none" '/Title <feff63d0793aff0c00316bb5>' pdfx4/untitled.qdf
has "press: pdfx1a has a title where the document has none" '/Title <feff63d0793aff0c00316bb5>' pdfx1a/untitled.qdf
equal "press: a day begins at midnight" "2022-06-24T00:00:00+08:00" "$(key pdfx4/untitled.pdf xmp:CreateDate)"
has "press: pdfx4 overprints black" '/OPM 1' pdfx4/w1.qdf
for pdf in pdfx1a/*.pdf; do
    lacks "press: pdfx1a has no streams of objects" '/ObjStm|/XRef|/OCProperties|/OCG' "$pdf"
    lacks "press: pdfx1a has no files in it" '/EmbeddedFile|/Filespec' "$pdf"
done
check "press: what a profile leaves out is said" grep -q '\[profile-omits\]' said.pdfx1a

# ---- the profile of the printing condition
object=$(LC_ALL=C grep -aoE '/DestOutputProfile [0-9]+' pdfx4/w1.qdf | grep -o '[0-9]*$')
qpdf --show-object="$object" --filtered-stream-data pdfx4/w1.qdf >embedded.icc
check "press: pdfx4 embeds the profile of the theme" cmp embedded.icc "$top/templates/newsprint-240.icc"
equal "press: it is one of a press" prtrCMYK "$(dd if=embedded.icc bs=1 skip=12 count=8 status=none)"
mkdir -p own
# theme NAME CONDITION...: templates of ours with another printing condition.
theme() {
    sed "s|</theme>||; s|<printing-condition name=\"newsprint\"|<printing-condition name=\"old\"|" "$top/templates/chongqing.xml" >own/chongqing.xml
    printf '%s\n</theme>\n' "$1" >>own/chongqing.xml
}
own() { "$ZHITU" render -f pdf --templates own -o out --lang en "$@" 2>&1; }
cp "$top/templates/newsprint-240.icc" own/
theme ''
sed -i 's|<paper name="sikai"|<paper printing="coated" name="sikai"|; s|</theme>|<printing-condition name="coated" identifier="FOGRA39" info="Coated" profile="pdfx1a"/></theme>|' own/chongqing.xml
cat >own/other.xml <<'XML'
<template xmlns="urn:zhitu:1" name="other" theme="chongqing"><page paper="sikai" columns="4" lines="60"/>
<column gap="2"><place select="*" gap="2"/></column></template>
XML
sed 's/id="untitled" template="tall-page"/id="other" template="other"/' untitled.xml >other.xml
own other.xml --profile press >said || fail "press: another paper renders" "$(cat said)"
qdf out/other.pdf
has "press: another paper, another condition" '/OutputConditionIdentifier \(FOGRA39\)' out/other.qdf
has "press: the condition says what the theme's own profile is" '/GTS_PDFXVersion \(PDF/X-1a:2003\)' out/other.qdf
own other.xml --profile pdfx4 >said
has "press: without a profile PDF/X-4 is not claimed" 'add icc=, or take pdfx1a \[profile-unmet\]' said
lacks "press: without a profile PDF/X-4 is not claimed" GTS_PDFXVersion out/other.pdf
check "press: a final version is not written so" sh -c '! "$@"' sh "$ZHITU" render -f pdf --templates own -o final --final other.xml --profile pdfx4
check "press: a final version is not written so" test ! -e final/other.pdf
head -c 3000 "$top/templates/chongqing.xml" >own/newsprint-240.icc
check "press: what is no profile of a press is refused" sh -c '"$@" 2>&1 | grep -q "chongqing.xml:[0-9]*:[0-9]*: .*\[bad-icc\]"' sh "$ZHITU" render -f pdf --templates own -o bad w1.xml --profile pdfx4
check "press: what is no profile of a press is refused" test ! -e bad/w1.pdf
sed -i 's/printing="coated"/printing="coatd"/' own/chongqing.xml
check "press: an unknown condition is told with the nearest" sh -c '"$@" 2>&1 | grep -q "coated.*\[unknown-printing\]"' sh "$ZHITU" render -f pdf --templates own -o bad w1.xml
env -u SOURCE_DATE_EPOCH "$ZHITU" render -f pdf --profile pdfx4 -o undated --lang en undated.xml >said 2>&1
has "press: without a date nothing is claimed" 'add issue=.*\[profile-unmet\]' said
lacks "press: without a date nothing is claimed" GTS_PDFXVersion undated/w1.pdf

# ---- marks of the press
mkdir -p marks
sed 's/<page /<page bleed="2mm" marks="crop register" /' "$top/templates/chart.xml" >marks/chart.xml
for profile in pdfx4 pdfx1a pdfa2u; do
    "$ZHITU" render -f pdf --templates marks --template chart --profile $profile -o marks/$profile -q w1.xml >said 2>&1 || fail "press: $profile with marks renders" "$(cat said)"
    qdf marks/$profile/w1.pdf
    boxes=$(pdfinfo -box marks/$profile/w1.pdf | awk '/^(MediaBox|BleedBox|TrimBox)/ { printf "%.1f %.1f ", $2, $3 }')
    if [ $profile = pdfa2u ]; then
        equal "press: pdfa2u has no marks" "0.0 0.0 0.0 0.0 5.7 5.7 " "$boxes"
        lacks "press: pdfa2u has no marks" '/Separation' marks/$profile/w1.qdf
        continue
    fi
    equal "press: $profile keeps its marks outside the bleed" "0.0 0.0 19.8 19.8 25.5 25.5 " "$boxes"
    has "press: $profile keeps its marks outside the bleed" '/All CS 1 SCN' marks/$profile/w1.qdf
    check "press: $profile with marks is sound" sh -c 'qpdf --check "$1" | grep -q "No syntax or stream encoding errors"' sh marks/$profile/w1.pdf
done

# ---- spot inks
mkdir -p spot
sed 's|<ink name="accent" [^>]*/>|<ink name="accent" cmyk="0 92 82 0" rgb="#c8202f" spot="PANTONE 185 C"/>|' "$top/templates/chongqing.xml" >spot/chongqing.xml
cp "$top/templates/newsprint-240.icc" spot/
for how in keep process; do
    "$ZHITU" render -f pdf --templates spot --profile pdfx1a --spots $how -o spot/$how -q w1.xml >/dev/null 2>&1
    qdf spot/$how/w1.pdf
done
has "press: a spot ink is a plate" '/Separation' spot/keep/w1.qdf
lacks "press: a spot ink becomes process inks when asked" '/Separation' spot/process/w1.qdf
has "press: a spot ink becomes process inks when asked" '^0 0?\.92 0?\.82 0 k$' spot/process/w1.qdf

# ---- archives
for pdf in pdfa2u/*.pdf; do
    text=${pdf%.pdf}.qdf
    has "press: pdfa2u says what it is" '<pdfaid:part>2</pdfaid:part><pdfaid:conformance>U<' "$pdf"
    has "press: pdfa2u means sRGB" '/S /GTS_PDFA1' "$text"
    has "press: pdfa2u means sRGB" '/DestOutputProfile' "$text"
    lacks "press: pdfa2u never overprints" '/OPM|/OP true|/op true' "$text"
    lacks "press: pdfa2u has no CMYK" '^([0-9.]+ ){4}[kK]$|/DeviceCMYK' "$text"
    check "press: pdfa2u says the text of its fonts" sh -c '! pdffonts "$1" | tail -n +3 | sed "s/  */ /g" | grep -vE " yes [0-9]+ 0 ?$"' sh "$pdf"
    lacks "press: pdfa2u has no files in it" '/EmbeddedFile|/Filespec' "$text"
done
has "press: pdfa2u shows its links" '/F 4' pdfa2u/jingjiquan-2023-07.qdf
# claims NAME: yes where the file claims PDF/UA, and whether it was said that the tags fall short.
claims() { LC_ALL=C grep -aq '<pdfuaid:part>1<' "pdfa2u/$1.pdf" && echo claimed; }
for document in $documents; do
    stem=$(sed -nE 's/.* id="([^"]*)".*/\1/p' "$document" | head -n 1)
    "$ZHITU" render -f pdf --profile pdfa2u -o one --lang en "$document" >said 2>&1
    short=$(grep -c '\[tags-short\]' said)
    equal "press: PDF/UA is claimed only where the tags hold" "$([ "$short" = 0 ] && echo claimed)" "$(claims "$stem")"
done
equal "press: PDF/UA is claimed of a graphic whose tags hold" claimed "$(claims w1)"
has "press: pdfa2u describes the schema of PDF/UA" '<pdfaSchema:prefix>pdfuaid<' pdfa2u/w1.pdf
equal "press: PDF/UA is claimed of a document that has no headline but a name" claimed "$(claims untitled)"
for profile in pdfx4 pdfa2u; do
    "$ZHITU" render -f pdf --profile $profile --layers on -o layers -q w1.xml >/dev/null 2>&1
    qdf layers/w1.pdf
    has "press: $profile with layers names them" '/OCProperties' layers/w1.qdf
    check "press: $profile with layers names them" sh -c 'LC_ALL=C sed -n "/OCProperties/,/>>/p" "$1" | grep -aq /Name' sh layers/w1.qdf
done

# ---- ink: what is reckoned is what the plates have
plates() { gs -q -dNOPAUSE -dBATCH -sDEVICE=pamcmyk32 -r"$2" -o plate-%d.pam "$1" && for p in plate-*.pam; do "$(dirname "$ZHITU")/tests/page_ink" --pam "$p"; done; rm -f plate-*.pam; }
reckoned() { "$(dirname "$ZHITU")/tests/page_ink" "$@"; }
# alike NAME RECKONED PLATES: lines of sums within one per cent of each other.
alike() { check "$1" sh -c 'paste -d " " "$1" "$2" | awk "{ d = \$1 - \$NF; if (d < -1 || d > 1 || NF < 6) bad = 1; print } END { exit bad || NR == 0 }"' sh "$2" "$3"; }
mkdir -p ink
for document in "$top"/data/*.xml "$top"/data/pages/s1.xml; do
    stem=$(basename "$document" .xml)
    "$ZHITU" render -f pdf --profile press -o ink -q "$document" >said 2>&1 || fail "ink: $stem renders" "$(cat said)"
    reckoned "$document" >reckoned.$stem
    plates "$(ls ink/*.pdf)" 100 >plates.$stem
    rm -f ink/*.pdf
    alike "ink: $stem has the ink that is reckoned" reckoned.$stem plates.$stem
    check "ink: $stem keeps to 240 %" awk '$1 > 240 { exit 1 }' plates.$stem
done
# Without a limit nothing knocks out: axes on bars, words on a red ground, and the plates say the same.
mkdir -p free
sed 's/<limits ink="240"/<limits ink="400"/' "$top/templates/chongqing.xml" >free/chongqing.xml
cp "$top/templates/newsprint-240.icc" free/
ground() { # FOLDER GROUND SIZE: black words of that size on that ground
    cat >"$1/onred.xml" <<XML
<template xmlns="urn:zhitu:1" name="onred" theme="chongqing"><page size="85mm 60mm" margin="3mm"/>
<style name="words" font="strong" size="$3"/>
<column><box ground="$2" inset="1"><place select="hint"><part name="text" style="words"/></place></box><place select="*"/></column></template>
XML
}
sed 's/id="untitled" template="tall-page"/id="onred" template="onred"/' untitled.xml >onred.xml
ground free accent 9pt
for document in w1.xml onred.xml; do
    stem=$(basename "$document" .xml)
    "$ZHITU" render -f pdf --profile press --templates free -o free/out -q "$document" >said 2>&1 || fail "ink: $stem renders" "$(cat said)"
    reckoned "$document" free >reckoned.free
    plates free/out/"$stem".pdf 300 >plates.free
    alike "ink: without a limit $stem has the ink that is reckoned" reckoned.free plates.free
    check "ink: without a limit $stem has more than 240 %" awk '$1 > 270 { ok = 1 } END { exit !ok }' plates.free
done
mkdir -p red
ground red accent 9pt
red() { "$ZHITU" render -f pdf --templates red -o red/out --lang en "$@" onred.xml >said 2>&1; }
red --profile press
has "ink: black words on two solid inks are told with both" 'onred.xml:1:[0-9]+: warning: .*全年新增.* overprints the ink .*accent.*\(274% > 240%, x [0-9]+ y [0-9]+ mm\).*\[ink-limit\]' said
equal "ink: in a final version for the press that is an error" 1 "$(red --profile press --final; echo $?)"
equal "ink: on the screen it is a warning" 0 "$(red --profile screen --final; echo $?)"
ground red panel 9pt
red --profile press
lacks "ink: on a light ground nothing is said" 'ink-limit' said
ground red accent 24pt
red --profile press
lacks "ink: from 24 pt on black type knocks out" 'ink-limit' said
ground red accent 23pt
red --profile press
has "ink: below 24 pt it overprints" 'ink-limit' said
# The remedy: reversed type.
ground red accent 14pt
sed -i 's|ground="accent"|ground="accent" reversed="yes"|' red/onred.xml
red --profile press
lacks "ink: reversed type is no overprint" 'ink-limit' said

# ---- what is too thin or too small for a press
cat >thin.xml <<'XML'
<graphic xmlns="urn:zhitu:1" id="thin" template="chart" issue="2022-06-26"><title>一大一小</title>
<chart kind="bar"><title>吞吐量</title><data key="机场" unit="万人次">
<item key="甲地"><v>61234.5</v></item>
<item key="乙地"><v>7.0</v></item>
</data></chart><credits><source>示例数据</source></credits></graphic>
XML
"$ZHITU" check --lang en thin.xml >said 2>&1
has "press: a bar of a hair's width is told" 'thin.xml:4:[0-9]+: warning: an area too thin to print .0\.0[0-9]+ < 0\.35 mm.*\[rule-too-thin\]' said
equal "press: only that one" 1 "$(grep -c 'rule-too-thin' said)"
ground red panel 5pt
for job in "press:--final:1" "press::0" "screen:--final:0"; do
    IFS=: read -r profile final wanted <<<"$job"
    # shellcheck disable=SC2086
    red --profile "$profile" $final
    equal "press: type of 5 pt in $profile $final" "$wanted" "$?"
    has "press: type of 5 pt is told in $profile $final" '\[type-too-small\]' said
done

# ---- bleed
sed 's/id="untitled" template="tall-page"/id="bled" template="bled"/' untitled.xml >bled.xml
mkdir -p bleed
bled() { # PAGE PROFILE
    printf '<template xmlns="urn:zhitu:1" name="bled" theme="chongqing"><page size="85mm 60mm" margin="4mm"%s/>\n<column><box ground="panel" bleed="%s" inset="1"><place select="*"/></box></column></template>\n' "$1" "$2" >bleed/bled.xml
    "$ZHITU" render -f pdf --profile "$3" --templates bleed -o bleed --lang en bled.xml >said 2>&1
}
bled '' yes press
has "press: a ground to the trim of a page without bleed is told" 'bled.xml:3:[0-9]+: note: the ground .*panel.* runs to the trim.*\[bleed-missing\]|note: the ground .*panel.*\[bleed-missing\]' said
bled ' bleed="3mm"' yes press
lacks "press: with bleed nothing is said, which is the remedy" 'bleed-missing' said
bled '' no press
lacks "press: a ground within the type area asks for none" 'bleed-missing' said
bled '' yes screen
lacks "press: a screen has no trim" 'bleed-missing' said

# ---- photographs
mkdir -p pics
# shellcheck disable=SC2046
${CC:-cc} -std=c11 -O1 -o make_pictures "$top/tests/tools/make_pictures.c" $(pkg-config --cflags --libs libpng libturbojpeg) 2>err &&
    ./make_pictures pics || fail "the tool makes pictures" "$(cat err)"
photo() { # PICTURE PROFILE [OPTIONS...]: said, photo/photo.pdf, and the coding of the picture in it
    printf '<graphic xmlns="urn:zhitu:1" id="photo" template="photo" issue="2022-06-26"><photo src="pics/%s" crop="30 0 30 0"><caption>说明</caption><credit>图</credit></photo></graphic>\n' "$1" >photo.xml
    rm -rf photo
    "$ZHITU" render -f pdf --lang en -o photo --profile "$2" "${@:3}" photo.xml >said 2>&1
    pdfimages -list photo/photo.pdf 2>/dev/null | awk 'NR > 2 { print $3, $6, $7, $8 }' | paste -sd'|'
}
# A profile with red and blue in each other's places, in one part or in several, in JPEG and PNG.
cat >tag.py <<'PY'
import struct, sys, zlib
source, target, parts = sys.argv[1], sys.argv[2], int(sys.argv[3])
icc = open(sys.argv[4], "rb").read()
table = icc[128:128 + 4 + 12 * struct.unpack(">I", icc[128:132])[0]]
turned = table.replace(b"rXYZ", b"?XYZ").replace(b"bXYZ", b"rXYZ").replace(b"?XYZ", b"bXYZ")
icc = icc[:128] + turned + icc[128 + len(table):]
data = open(source, "rb").read()
if source.endswith(".jpg"):
    # As programs part them: the first one as long as it may be, with the name of the profile in it.
    first, out = len(icc) - 8 * (parts - 1), b""
    for i in range(parts):
        piece = icc[:first] if i == 0 else icc[first + 8 * (i - 1):first + 8 * i]
        body = b"ICC_PROFILE\0" + bytes([i + 1, parts]) + piece
        out += b"\xff\xe2" + struct.pack(">H", len(body) + 2) + body
    data = data[:2] + out + data[2:]
else:
    body = b"iCCPturned\0\0" + zlib.compress(icc)
    data = data[:33] + struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body)) + data[33:]
open(target, "wb").write(data)
PY
own=$(ls /usr/share/color/icc/ghostscript/a98.icc 2>/dev/null)
inks() { gs -q -o - -sDEVICE=ink_cov photo/photo.pdf | awk '{ printf "%.0f %.0f\n", 100 * $1, 100 * $3 }'; }
if [ -n "$own" ]; then
    for picture in turn1.jpg rgb.png; do
        equal "press: $picture is CMYK" "image cmyk 4 8" "$(photo $picture pdfx4)"
        read -r cyan yellow <<<"$(inks)"
        for parts in 1 3; do
            python3 tag.py "pics/$picture" "pics/own-$picture" $parts "$own"
            equal "press: a picture with a profile of its own is CMYK" "image cmyk 4 8" "$(photo "own-$picture" pdfx4)"
            has "press: a picture is converted from its own profile" 'note: the picture .*is RGB; from its own profile it was converted to CMYK for the press .newsprint-240.icc' said
            has "press: and so it is told when it is read" '\[image-profile\]' said
            read -r own_cyan own_yellow <<<"$(inks)"
            check "press: a picture is converted from its own profile" test "$((own_cyan - own_yellow))" -ne "$((cyan - yellow))"
        done
    done
    # On screens too: red and blue are in each other's places, whoever paints the file.
    cat >redder.py <<'PY'
import sys
data = open(sys.argv[1], "rb").read()
size, at = data.split(None, 4)[1:4], len(data)
pixels = data[at - 3 * int(size[0]) * int(size[1]):]
print("red" if sum(pixels[0::3]) > sum(pixels[2::3]) else "blue")
PY
    shown() { # PICTURE: what it is more of, by poppler, by our PNG, by our SVG
        photo "$1" screen -f pdf,png,svg >/dev/null
        pdftoppm -r 72 photo/photo.pdf seen-pdf
        rsvg-convert -o seen-svg.png photo/photo.svg
        for file in photo/photo.png seen-svg.png; do
            printf '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="200" height="200"><image width="200" height="200" xlink:href="%s"/></svg>' "$file" >around.svg
            rsvg-convert -f pdf -o around.pdf around.svg
            pdftoppm -r 72 around.pdf "seen-$(basename "$file" .png)"
        done
        for file in seen-pdf-*.ppm seen-photo-*.ppm seen-seen-svg-*.ppm; do python3 redder.py "$file"; done | xargs
    }
    for picture in turn1.jpg rgb.png; do
        python3 tag.py "pics/$picture" "pics/own-$picture" 1 "$own"
        plain=$(shown "$picture")
        case $plain in "red red red") other="blue blue blue" ;; *) other="red red red" ;; esac
        equal "press: $picture on screens by its own profile" "$other" "$(shown "own-$picture")"
    done
else
    skip "press: a picture is converted from its own profile" "no ICC profile of Ghostscript"
fi
for profile in pdfx4 pdfx1a; do
    for picture in turn1.jpg rgb.png rgb16.png palette.png alpha.png; do
        equal "press: $picture in $profile is CMYK" "image cmyk 4 8" "$(photo $picture $profile)"
        has "press: an RGB photograph is converted and the note says how" 'note: the picture .*is RGB.*it was converted to CMYK for the press .newsprint-240.icc, relative colorimetric, black point. \[image-rgb\]' said
        plates photo/photo.pdf 72 >plates.photo
        check "press: a photograph keeps to the ink of the paper" awk '$1 > 240.5 { exit 1 }' plates.photo
    done
    equal "press: grey in $profile stays grey" "image gray 1 8" "$(photo grey.jpg $profile)"
    equal "press: grey-alpha.png in $profile is grey on paper" "image gray 1 8" "$(photo grey-alpha.png $profile)"
    for picture in ycck.jpg cmyk-adobe.jpg cmyk-plain.jpg; do
        equal "press: $picture in $profile is CMYK" "image cmyk 4 8" "$(photo $picture $profile)"
        plates photo/photo.pdf 72 >plates.photo
        check "press: a photograph keeps to the ink of the paper" awk '$1 > 240.5 { exit 1 }' plates.photo
    done
done
photo turn1.jpg pdfx4 >/dev/null
has "press: a picture without a profile is said to be taken as sRGB" 'no colour space is stated' said
equal "press: a CMYK photograph becomes RGB in an archive" "image rgb 3 8" "$(photo cmyk-adobe.jpg pdfa2u)"
equal "press: on the screen CMYK stays" "image cmyk 4 8" "$(photo cmyk-adobe.jpg screen)"
mkdir -p bare
sed 's| icc="newsprint-240.icc"||' "$top/templates/chongqing.xml" >bare/chongqing.xml
photo turn1.jpg pdfx1a --templates bare >/dev/null
has "press: PDF/X-1a with RGB and no profile is not claimed" 'is RGB, and without an ICC profile.*\[profile-unmet\]' said
lacks "press: PDF/X-1a with RGB and no profile is not claimed" GTS_PDFXVersion photo/photo.pdf
photo turn1.jpg pdfx1a --templates bare --final >/dev/null
check "press: nor is a final version written" test ! -e photo/photo.pdf

# ---- the ledgers: four ways in which a row holds, and tests that exist
for ledger in "$top"/docs/conformance/*.md; do
    while IFS='|' read -r _ subject wanted how by _; do
        how=$(echo $how) by=$(echo $by) subject=$(echo $subject)
        case $subject in subject | clause | ---) continue ;; esac
        name="$(basename "$ledger" .md), $subject: $(echo $wanted | head -c 40)"
        case $how in
        enforced | "cannot occur")
            suite=$(sed -nE 's/^`([a-z]+): .*`$/\1/p' <<<"$by") label=$(sed -nE 's/^`(.*)`$/\1/p' <<<"$by")
            for profile in pdfx4 pdfx1a pdfa2u "layers.w1.pdf"; do label=${label/press: $profile /press: \$profile }; done
            plain=$(sed -nE 's/^`(.*)`$/\1/p' <<<"$by")
            check "ledger $name" sh -c 'test -n "$1" && grep -v "^ *#" "$2" | grep -qF -e "\"$3\"" -e "\"$4\"" -e "\"${5% PDF *} PDF \$version\""' sh \
                "$suite" "$top/tests/e2e/$suite.sh" "$label" "$plain" "$label"
            ;;
        "user's duty" | open) equal "ledger $name: no test" "" "$by" ;;
        *) fail "ledger $name" "“$how” is none of: enforced, cannot occur, user's duty, open" ;;
        esac
    done < <(grep '^|' "$ledger")
done
