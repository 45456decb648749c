# Preflight of foreign PDFs: files with one fault each, made here by hand and by other programs, and what
# has to be found in them; a good file has to pass.
. "$(dirname "$0")/lib.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1

# pdf NAME CONTENT [RESOURCES [PAGE [CATALOG [VERSION]]]]: a page of 100 x 100 mm with those operators, a font F that is
# not in the file, and what a press wants unless PAGE and CATALOG say otherwise. Objects 10 and on come from $more.
more=""
pdf() {
    local page=${4-/TrimBox[0 0 283.46 283.46]} catalog=${5-/OutputIntents[<</S/GTS_PDFX/OutputConditionIdentifier(news)>>]}
    {
        printf '%%PDF-%s\n' "${6-1.6}"
        printf '1 0 obj\n<</Type/Catalog/Pages 2 0 R%s>>\nendobj\n' "$catalog"
        printf '2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n'
        printf '3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 283.46 283.46]%s/Contents 4 0 R/Resources<<%s>>>>\nendobj\n' "$page" "$3"
        printf '4 0 obj\n<</Length %d>>\nstream\n%s\nendstream\nendobj\n' "${#2}" "$2"
        printf '5 0 obj\n<</Trapped/False>>\nendobj\n'
        printf '%s\n' "$more"
        printf 'trailer\n<</Root 1 0 R/Info 5 0 R/ID[<00><00>]/Size 30>>\nstartxref\n0\n%%%%EOF\n'
    } >"$1.raw"
    # qpdf gives it the cross-references that it lacks.
    qpdf --warning-exit-0 --no-warn --object-streams=disable "$1.raw" "$1.pdf" 2>/dev/null
}
codes() { "$ZHITU" preflight -q --format json "$@" | jq -r '.code // empty' | sort -u | xargs; }
# finds NAME CODES [OPTIONS...]: those and no others.
finds() {
    local name=$1 wanted=$2
    shift 2
    equal "$name${*:+ $*}" "$wanted" "$(codes "$@" "$name.pdf")"
}
preflight_text() { "$ZHITU" preflight -q --lang zh "$1.pdf"; }
font="/Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>"

pdf good "0 0 0 1 k 10 10 100 50 re f 1 0 0 0 K 0.5 w 10 100 m 200 100 l S"
finds good ""
equal "a good file: status 0" 0 "$("$ZHITU" preflight good.pdf >/dev/null; echo $?)"
pdf rgb-fill "1 0 0 rg 10 10 50 50 re f"
finds rgb-fill pdf-rgb
equal "a bad file: status 1" 1 "$("$ZHITU" preflight rgb-fill.pdf >/dev/null; echo $?)"
pdf rgb-line "1 0 0 RG 2 w 10 10 m 90 90 l S"
finds rgb-line pdf-rgb
pdf rgb-space "/C cs .2 .3 .4 scn 10 10 50 50 re f" "/ColorSpace<</C/DeviceRGB>>"
finds rgb-space pdf-rgb
pdf cal-rgb "/C cs .2 .3 .4 scn 10 10 50 50 re f" "/ColorSpace<</C[/CalRGB<</WhitePoint[.95 1 1.09]>>]>>"
finds cal-rgb ""
finds cal-rgb "pdf-rgb pdf-version" --for pdfx1a
pdf lab "/C cs 50 20 20 scn 10 10 50 50 re f" "/ColorSpace<</C[/Lab<</WhitePoint[.95 1 1.09]>>]>>"
finds lab pdf-rgb
pdf shading "q 10 10 50 50 re W n /S sh Q" "/Shading<</S<</ShadingType 2/ColorSpace/DeviceRGB/Coords[0 0 1 0]/Function<</FunctionType 2/Domain[0 1]/N 1>>>>>>"
finds shading pdf-rgb
pdf ink ".8 .8 .7 .4 k 10 10 50 50 re f"
finds ink pdf-ink-total
pdf ink-edge ".8 .8 .8 0 k 10 10 50 50 re f"
finds ink-edge ""
finds ink-edge pdf-ink-total --ink 220
pdf ink-spots "/C cs 1 1 .5 scn 10 10 50 50 re f" "/ColorSpace<</C[/DeviceN[/Cyan/Gold/Silver]/DeviceCMYK<</FunctionType 2/Domain[0 1]/N 1>>]>>"
finds ink-spots pdf-ink-total
pdf black "BT /F 9 Tf 20 20 Td .7 .6 .6 1 k (Rich) Tj ET" "$font"
finds black "pdf-font-missing pdf-ink-total pdf-type-4c-black pdf-type-small"
pdf black-large "BT /F 30 Tf 20 20 Td .4 .2 .2 1 k (Rich) Tj ET" "$font"
finds black-large pdf-font-missing
pdf black-rgb "BT /F 9 Tf 20 20 Td 0 0 0 rg (Rich) Tj ET" "$font"
finds black-rgb "pdf-font-missing pdf-rgb pdf-type-4c-black"
pdf small-rgb "BT /F 5 Tf 20 20 Td 0 0 1 rg (small) Tj ET" "$font"
finds small-rgb "pdf-font-missing pdf-rgb pdf-type-small"
pdf black-k "BT /F 9 Tf 20 20 Td 0 0 0 1 k (Black) Tj ET" "$font"
finds black-k pdf-font-missing
pdf white "/G gs 0 0 0 0 k 10 10 50 50 re f" "/ExtGState<</G<</op true/OP true/OPM 1>>>>"
finds white pdf-white-overprint
pdf white-opm0 "/G gs 0 0 0 0 k 10 10 50 50 re f" "/ExtGState<</G<</op true/OPM 0>>>>"
finds white-opm0 ""
pdf white-type "/G gs BT /F 12 Tf 20 20 Td 0 0 0 0 k (White) Tj ET" "$font/ExtGState<</G<</OP true/OPM 1>>>>"
finds white-type "pdf-font-missing pdf-white-overprint"
pdf thin "0 0 0 1 K .1 w 10 10 m 90 90 l S"
finds thin pdf-rule-thin
pdf thin-scaled ".1 0 0 .1 0 0 cm 0 0 0 1 K 1 w 100 100 m 900 900 l S"
finds thin-scaled pdf-rule-thin
pdf thin-zero "0 0 0 1 K 0 w 10 10 m 90 90 l S"
finds thin-zero pdf-rule-thin
pdf thin-fill "0 0 0 1 k 10 10 100 .04 re f"
finds thin-fill pdf-rule-thin
pdf thin-saved "q 3 w Q 0 0 0 1 K q .1 w 10 10 m 90 90 l S Q"
finds thin-saved pdf-rule-thin
pdf small "BT /F 5 Tf 20 20 Td 0 0 0 1 k (small) Tj ET" "$font"
finds small "pdf-font-missing pdf-type-small"
pdf small-matrix "BT /F 1 Tf 5 0 0 5 20 20 Tm 0 0 0 1 k (small) Tj ET" "$font"
finds small-matrix "pdf-font-missing pdf-type-small"
pdf small-colour "BT /F 9 Tf 20 20 Td 0 .9 .8 0 k (red) Tj ET" "$font"
finds small-colour "pdf-font-missing pdf-type-small"
pdf reversed "0 0 0 1 k 0 0 200 200 re f BT /F 8 Tf 20 20 Td 0 g 1 g (white) Tj ET" "$font"
finds reversed "pdf-font-missing pdf-type-reversed"
pdf invisible "BT 3 Tr /F 2 Tf 20 20 Td 1 0 0 rg (hidden) Tj ET" "$font"
finds invisible ""
pdf outside "1 0 0 rg 500 500 50 50 re f"
finds outside ""
pdf clipped "0 0 10 10 re W n 1 0 0 rg 100 100 50 50 re f"
finds clipped ""
image() { # WIDTH HEIGHT SPACE EXTRA
    more="10 0 obj
<</Type/XObject/Subtype/Image/Width $1/Height $2/BitsPerComponent 8/ColorSpace/$3$4/Length 4>>
stream
0000
endstream
endobj
"
}
image 20 20 DeviceCMYK ""
pdf coarse "q 100 0 0 100 10 10 cm /I Do Q" "/XObject<</I 10 0 R>>"
finds coarse pdf-ppi-low
image 600 600 DeviceRGB ""
pdf picture-rgb "q 100 0 0 100 10 10 cm /I Do Q" "/XObject<</I 10 0 R>>"
finds picture-rgb pdf-rgb
image 600 600 DeviceCMYK "/SMask 10 0 R"
pdf picture-mask "q 100 0 0 100 10 10 cm /I Do Q" "/XObject<</I 10 0 R>>" "/TrimBox[0 0 283.46 283.46]" "/OutputIntents[<</S/GTS_PDFX/OutputConditionIdentifier(news)>>]" 1.4
finds picture-mask ""
finds picture-mask pdf-transparency --for pdfx1a
more="10 0 obj
<</Type/XObject/Subtype/Form/BBox[0 0 100 100]/Matrix[1 0 0 1 10 10]/Resources<</XObject<</X 10 0 R>>>>/Length 40>>
stream
1 0 0 rg 0 0 20 20 re f /X Do           
endstream
endobj
"
pdf form "/X Do" "/XObject<</X 10 0 R>>"
finds form pdf-rgb
check "the form is named" grep -qv "^0$" <("$ZHITU" preflight -q --format json form.pdf | jq -r '.object // 0')
more=""
pdf inline "q 100 0 0 100 10 10 cm BI /W 4 /H 4 /CS /RGB /BPC 8 ID 000000000000000000000000000000000000000000000000 EI Q"
finds inline "pdf-ppi-low pdf-rgb"
pdf clear "/G gs 0 0 0 .5 k 10 10 50 50 re f" "/ExtGState<</G<</ca .5>>>>" "/TrimBox[0 0 283.46 283.46]" "/OutputIntents[<</S/GTS_PDFX/OutputConditionIdentifier(news)>>]" 1.4
finds clear pdf-transparency --for pdfx1a
pdf blend "/G gs 0 0 0 .5 k 10 10 50 50 re f" "/ExtGState<</G<</BM/Multiply>>>>" "/TrimBox[0 0 283.46 283.46]" "/OutputIntents[<</S/GTS_PDFX/OutputConditionIdentifier(news)>>]" 1.4
finds blend pdf-transparency --for pdfx1a
pdf group "0 0 0 .5 k 10 10 50 50 re f" "" "/TrimBox[0 0 283.46 283.46]/Group<</S/Transparency>>" "/OutputIntents[<</S/GTS_PDFX/OutputConditionIdentifier(news)>>]" 1.4
finds group pdf-transparency --for pdfx1a
pdf no-trim "" "" ""
finds no-trim pdf-box
pdf trim-outside "" "" "/TrimBox[-10 0 283.46 283.46]"
finds trim-outside pdf-box
pdf bleed-inside "" "" "/TrimBox[10 10 270 270]/BleedBox[20 20 260 260]"
finds bleed-inside pdf-box
pdf no-intent "" "" "/TrimBox[0 0 283.46 283.46]" ""
finds no-intent pdf-intent
pdf screen-intent "" "" "/TrimBox[0 0 283.46 283.46]" "/OutputIntents[<</S/GTS_PDFA1/OutputConditionIdentifier(sRGB)>>]"
finds screen-intent pdf-intent
pdf nameless-intent "" "" "/TrimBox[0 0 283.46 283.46]" "/OutputIntents[<</S/GTS_PDFX>>]"
finds nameless-intent pdf-intent
pdf script "" "" "/TrimBox[0 0 283.46 283.46]" "/OpenAction<</S/JavaScript/JS(app.alert(1))>>/OutputIntents[<</S/GTS_PDFX/OutputConditionIdentifier(news)>>]"
finds script pdf-javascript
finds script pdf-javascript --for screen
pdf comment "" "" "/TrimBox[0 0 283.46 283.46]/Annots[<</Subtype/Text/F 4/Rect[0 0 9 9]>>]"
finds comment pdf-annotation
qpdf --encrypt "" owner 256 -- good.pdf encrypted.pdf
finds encrypted "pdf-encrypted"
qpdf --encrypt user owner 256 -- good.pdf locked.pdf
equal "a password: status 1, and why" "1 pdf-unreadable" "$("$ZHITU" preflight locked.pdf >said 2>&1; echo $?) $(grep -o 'pdf-unreadable' said)"
head -c 300 good.pdf >cut.pdf
check "a cut file is mended or refused" sh -c '"$1" preflight cut.pdf >said 2>&1; test $? -le 1 && grep -qE "pdf-(damaged|unreadable|empty)" said' sh "$ZHITU"
echo "no PDF" >text.pdf
equal "no PDF" "1" "$("$ZHITU" preflight text.pdf >said 2>&1; echo $?)"
equal "no file" "3" "$("$ZHITU" preflight none.pdf >said 2>&1; echo $?)"

# ---- places
pdf place "1 0 0 rg 28.346 141.73 56.69 28.346 re f"
equal "places are in mm from the trim's top left" "10 40 20 10" "$("$ZHITU" preflight -q --format json place.pdf | jq -r 'select(.mm) | .mm | map(round) | join(" ")')"
pdf many "1 0 0 rg 10 10 5 5 re f 30 10 5 5 re f 50 10 5 5 re f"
equal "marks alike are one finding with their count" "3" "$("$ZHITU" preflight -q --format json many.pdf | jq -r '.count // empty')"

# ---- the page as it is seen
intent="/OutputIntents[<</S/GTS_PDFX/OutputConditionIdentifier(news)>>]"
trim="/TrimBox[0 0 283.46 283.46]"
mm_of() { "$ZHITU" preflight -q --format json "$1.pdf" | jq -r 'select(.mm) | .mm | map(round) | join(" ")'; }
# 20 x 10 mm, 10 mm from the left of the page and 40 mm from its top as it lies in the file.
for turned in "0 10 40 20 10" "90 50 10 10 20" "180 70 50 20 10" "270 40 70 10 20" "-90 40 70 10 20"; do
    pdf "turned${turned%% *}" "1 0 0 rg 28.346 141.73 56.69 28.346 re f" "" "$trim/Rotate ${turned%% *}"
    equal "a page turned by ${turned%% *}" "${turned#* }" "$(mm_of "turned${turned%% *}")"
done
pdf unit "1 0 0 rg 28.346 141.73 56.69 28.346 re f BT /F 5 Tf 20 20 Td 0 0 0 1 k (large) Tj ET" "$font" "$trim/UserUnit 2"
finds unit "pdf-font-missing pdf-rgb"
equal "a unit of two points: places" "20 80 40 20" "$("$ZHITU" preflight -q --format json unit.pdf | jq -r 'select(.code == "pdf-rgb") | .mm | map(round) | join(" ")')"
pdf cropped "1 0 0 rg 0 0 20 20 re f" "" "/CropBox[50 50 200 200]"
finds cropped pdf-box

# ---- states and forms
deep() { # COUNT: that many q or Q
    printf "$1 %.0s" $(seq 1 "$2")
}
pdf states "0 0 0 1 k $(deep q 700) 1 0 0 rg $(deep Q 700) 10 10 50 50 re f"
finds states ""
form() { # NUMBER EXTRA CONTENT
    printf '%d 0 obj\n<</Type/XObject/Subtype/Form%s/Length %d>>\nstream\n%s\nendstream\nendobj\n' "$1" "$2" "${#3}" "$3"
}
more=$(form 10 "/BBox[0 0 100 100]" "Q Q 1 0 0 rg")
pdf form-pops "0 0 0 1 k q q /X Do Q Q 10 10 50 50 re f" "/XObject<</X 10 0 R>>"
finds form-pops ""
more=$(form 10 "/BBox[0 0 100 100]" "1 0 0 rg 0 0 20 20 re f")
pdf form-clipped "q 0 0 10 10 re W n 1 0 0 1 150 150 cm /X Do Q" "/XObject<</X 10 0 R>>"
finds form-clipped ""
more=$(form 10 "/BBox[0 0 100 100]/Group<</S/Transparency>>" "0 0 0 1 k 0 0 20 20 re f")
pdf form-group "/X Do" "/XObject<</X 10 0 R>>" "$trim" "$intent" 1.4
finds form-group pdf-transparency --for pdfx1a
finds form-group ""
more=$(for i in $(seq 10 25); do form "$i" "/BBox[0 0 100 100]/Resources<</XObject<</X $((i + 1)) 0 R>>>>" "/X Do"; done)
pdf form-deep "/X Do" "/XObject<</X 10 0 R>>"
finds form-deep pdf-unseen
more=$(printf '10 0 obj\n<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Filter/FlateDecode/Length 9>>\nstream\nnot flate\nendstream\nendobj\n')
pdf form-broken "/X Do" "/XObject<</X 10 0 R>>"
finds form-broken pdf-unseen
equal "a library says nothing by itself" "" "$("$ZHITU" preflight -q --format json form-broken.pdf 2>&1 >/dev/null)"

# ---- colours that come from elsewhere
two='<</FunctionType 2/Domain[0 1]/N 1>>'
gradient() { printf '/Pattern<</P<</PatternType 2/Shading<</ShadingType 2/ColorSpace/%s/Coords[0 0 1 0]/Function%s>>>>>>' "$1" "$two"; }
more=""
pdf gradient "/Pattern cs /P scn 10 10 50 50 re f" "$(gradient DeviceRGB)"
finds gradient pdf-rgb
pdf gradient-cmyk "/Pattern cs /P scn 10 10 50 50 re f" "$(gradient DeviceCMYK)"
finds gradient-cmyk ""
pdf gradient-type "BT /Pattern cs /P scn /F 12 Tf 20 20 Td (Type) Tj ET" "$font$(gradient DeviceRGB)"
finds gradient-type "pdf-font-missing pdf-rgb"
tile() { # PAINTTYPE CONTENT
    printf '10 0 obj\n<</PatternType 1/PaintType %d/TilingType 1/BBox[0 0 9 9]/XStep 9/YStep 9/Resources<<>>/Length %d>>\nstream\n%s\nendstream\nendobj\n' "$1" "${#2}" "$2"
}
more=$(tile 1 "1 0 0 rg 0 0 5 5 re f")
pdf tile "/Pattern cs /P scn 28.346 141.73 56.69 28.346 re f 0 0 0 1 k 90 90 9 9 re f" "/Pattern<</P 10 0 R>>"
finds tile pdf-rgb
equal "a tile's mark stands where it fills" "10 40 20 10" "$(mm_of tile)"
more=$(tile 1 "0 0 0 1 K .1 w 0 0 m 9 9 l S")
pdf tile-thin "/Pattern CS /P SCN 20 w 10 10 m 90 90 l S" "/Pattern<</P 10 0 R>>"
finds tile-thin pdf-rule-thin
more=$(tile 2 "0 0 5 5 re f")
pdf tile-plain "/C cs .9 .8 .7 .6 /P scn 10 10 50 50 re f" "/ColorSpace<</C[/Pattern/DeviceCMYK]>>/Pattern<</P 10 0 R>>"
finds tile-plain pdf-ink-total
more=""
pdf registration "/C cs 1 scn 10 10 50 50 re f" "/ColorSpace<</C[/Separation/All/DeviceCMYK$two]>>"
finds registration pdf-ink-total
pdf spot "/C cs 1 scn 10 10 50 50 re f" "/ColorSpace<</C[/Separation/Gold/DeviceCMYK$two]>>"
finds spot ""
pdf indexed "/C cs 1 scn 10 10 50 50 re f" "/ColorSpace<</C[/Indexed/DeviceCMYK 1<0000000000000000>]>>/ExtGState<<>>"
finds indexed ""
pdf indexed-rgb "/C cs 1 scn 10 10 50 50 re f" "/ColorSpace<</C[/Indexed/DeviceRGB 1<000000000000>]>>"
finds indexed-rgb pdf-rgb
pdf default-rgb "1 0 0 rg 10 10 50 50 re f" "/ColorSpace<</DefaultRGB[/CalRGB<</WhitePoint[.95 1 1.09]>>]>>"
finds default-rgb ""

# ---- ink of pictures, gradients and what overprints
# samples NAME WIDTH HEIGHT EXTRA BYTES: a picture, object 10, of those bytes (printf's escapes).
samples() {
    more=$(printf '10 0 obj\n<</Type/XObject/Subtype/Image/Width %d/Height %d%s/Filter/ASCIIHexDecode/Length %d>>\nstream\n%s>\nendstream\nendobj\n' "$1" "$2" "$3" $((${#4} + 1)) "$4")
}
picture="q 4 0 0 4 10 10 cm /I Do Q"
times() { printf "$1%.0s" $(seq 1 "$2"); }
samples 10 10 "/BitsPerComponent 8/ColorSpace/DeviceCMYK" "$(times CCCC9999 100)"
pdf picture-ink "$picture" "/XObject<</I 10 0 R>>"
finds picture-ink pdf-ink-total
equal "ink of a picture: C80 M80 Y60 K60" "280" "$(preflight_text picture-ink | grep -oE '[0-9]+%' | head -n 1 | tr -d %)"
samples 10 10 "/BitsPerComponent 8/ColorSpace/DeviceCMYK" "$(times CC993300 100)"
pdf picture-ink-fine "$picture" "/XObject<</I 10 0 R>>"
finds picture-ink-fine ""
# One pixel in a hundred is a spot, one in 10,000 is noise.
samples 10 10 "/BitsPerComponent 8/ColorSpace/DeviceCMYK" "$(times 00000000 99)FFFFFFFF"
pdf picture-ink-spot "$picture" "/XObject<</I 10 0 R>>"
finds picture-ink-spot pdf-ink-total
samples 100 100 "/BitsPerComponent 8/ColorSpace/DeviceCMYK" "$(times 00000000 9999)FFFFFFFF"
pdf picture-ink-noise "q 40 0 0 40 10 10 cm /I Do Q" "/XObject<</I 10 0 R>>"
finds picture-ink-noise ""
samples 10 10 "/BitsPerComponent 8/ColorSpace/DeviceCMYK/Decode[1 0 1 0 1 0 1 0]" "$(times 10202020 100)"
pdf picture-ink-inverted "$picture" "/XObject<</I 10 0 R>>"
finds picture-ink-inverted pdf-ink-total
samples 10 10 "/BitsPerComponent 16/ColorSpace/DeviceCMYK" "$(times CCFFCCFF99FF99FF 100)"
pdf picture-ink-16 "$picture" "/XObject<</I 10 0 R>>"
finds picture-ink-16 pdf-ink-total
samples 16 10 "/BitsPerComponent 1/ColorSpace[/Indexed/DeviceCMYK 1<00000000CCCC9999>]" "$(times 0001 10)"
pdf picture-ink-indexed "$picture" "/XObject<</I 10 0 R>>"
finds picture-ink-indexed pdf-ink-total
samples 16 10 "/BitsPerComponent 1/ColorSpace[/Indexed/DeviceCMYK 1<00000000CCCC9999>]" "$(times 0000 10)"
pdf picture-ink-unused "$picture" "/XObject<</I 10 0 R>>"
finds picture-ink-unused ""
# One pixel a row: the high bits of its byte.
samples 1 60 "/BitsPerComponent 2/ColorSpace[/Indexed/DeviceCMYK 1<00000000CCCC9999>]" "$(times 40 60)"
pdf picture-ink-high "$picture" "/XObject<</I 10 0 R>>"
finds picture-ink-high "pdf-ink-total pdf-ppi-low"
samples 1 60 "/BitsPerComponent 2/ColorSpace[/Indexed/DeviceCMYK 1<00000000CCCC9999>]" "$(times 01 60)"
pdf picture-ink-low "$picture" "/XObject<</I 10 0 R>>"
finds picture-ink-low pdf-ppi-low
samples 10 10 "/BitsPerComponent 8/ColorSpace/DeviceGray" "$(times 00 100)"
pdf picture-ink-grey "$picture" "/XObject<</I 10 0 R>>"
finds picture-ink-grey ""
finds picture-ink-grey pdf-ink-total --ink 90
samples 10 10 "/BitsPerComponent 8/ColorSpace/DeviceCMYK" "$(times CCCC9999 50)"
pdf picture-ink-cut "$picture" "/XObject<</I 10 0 R>>"
finds picture-ink-cut ""
more=""
gradient_of() { printf '/Shading<</S<</ShadingType 2/ColorSpace/DeviceCMYK/Coords[0 0 1 0]/Function%s>>>>' "$1"; }
pdf gradient-ink "q 10 10 50 50 re W n /S sh Q" "$(gradient_of '<</FunctionType 2/Domain[0 1]/N 1/C0[0 0 0 0]/C1[.9 .8 .7 .3]>>')"
finds gradient-ink pdf-ink-total
pdf gradient-ink-fine "q 10 10 50 50 re W n /S sh Q" "$(gradient_of '<</FunctionType 2/Domain[0 1]/N 1/C0[0 0 0 0]/C1[.9 .8 .5 .1]>>')"
finds gradient-ink-fine ""
pdf gradient-ink-pieces "q 10 10 50 50 re W n /S sh Q" "$(gradient_of '<</FunctionType 3/Domain[0 1]/Bounds[.5]/Encode[0 1 0 1]/Functions[<</FunctionType 2/Domain[0 1]/N 1/C0[0 0 0 0]/C1[.9 .8 .7 .3]>><</FunctionType 2/Domain[0 1]/N 1/C0[.9 .8 .7 .3]/C1[0 0 0 0]>>]>>')"
finds gradient-ink-pieces pdf-ink-total
pdf indexed-ink "/C cs 1 sc 10 10 50 50 re f" "/ColorSpace<</C[/Indexed/DeviceCMYK 1<00000000E6CCB366>]>>"
finds indexed-ink pdf-ink-total
pdf indexed-ink-fine "/C cs 0 sc 10 10 50 50 re f" "/ColorSpace<</C[/Indexed/DeviceCMYK 1<00000000E6CCB366>]>>"
finds indexed-ink-fine ""
over="/ExtGState<</G<</op true/OP true/OPM 1>>/H<</op true/OP true/OPM 0>>/N<</op false/OP false>>>>"
pdf over "0 .9 .9 .0 k 10 10 100 100 re f /G gs .7 0 0 0 k 20 20 20 20 re f" "$over"
finds over pdf-ink-total
equal "ink of both" "250" "$(preflight_text over | grep -oE '[0-9]+%' | head -n 1 | tr -d %)"
pdf over-fine "0 .9 .9 .0 k 10 10 100 100 re f /G gs .5 0 0 0 k 20 20 20 20 re f" "$over"
finds over-fine ""
pdf over-own "0 .9 .9 .0 k 10 10 100 100 re f /G gs .7 .3 .3 0 k 20 20 20 20 re f" "$over"
finds over-own ""
pdf over-knocks "0 .9 .9 .0 k 10 10 100 100 re f /N gs .7 0 0 0 k 20 20 20 20 re f" "$over"
finds over-knocks ""
pdf over-opm0 "0 .9 .9 .0 k 10 10 100 100 re f /H gs .7 0 0 0 k 20 20 20 20 re f" "$over"
finds over-opm0 ""
pdf over-beside "0 .9 .9 .0 k 10 10 100 100 re f /G gs .7 0 0 0 k 120 20 20 20 re f" "$over"
finds over-beside ""
pdf over-covered "0 .9 .9 .0 k 10 10 100 100 re f 0 0 0 0 k 15 15 50 50 re f /G gs .7 0 0 0 k 20 20 20 20 re f" "$over"
finds over-covered ""
pdf over-type ".6 .9 .8 0 k 10 10 200 100 re f /G gs 0 0 0 1 k BT /F 12 Tf 20 20 Td (black) Tj ET" "$font$over"
finds over-type "pdf-font-missing pdf-ink-total pdf-type-ground"
pdf over-line ".6 .9 .8 0 k 10 10 200 100 re f /G gs 0 0 0 1 K 2 w 20 20 m 100 20 l S" "$over"
finds over-line pdf-ink-total
pdf over-spot ".6 .9 .8 0 k 10 10 200 100 re f /G gs /C cs 1 scn 20 20 30 30 re f" "$over/ColorSpace<</C[/Separation/Gold/DeviceCMYK$two]>>"
finds over-spot pdf-ink-total
pdf over-thrice "0 .9 0 0 k 10 10 200 100 re f /G gs 0 0 .9 0 k 10 10 200 100 re f .7 0 0 0 k 10 10 200 100 re f" "$over"
finds over-thrice pdf-ink-total

# ---- curves and pictures below
disc="100 20 m 144 20 180 56 180 100 c 180 144 144 180 100 180 c 56 180 20 144 20 100 c 20 56 56 20 100 20 c"
pdf over-disc "0 .9 .9 0 k $disc f /G gs .7 0 0 0 k 90 90 20 20 re f" "$over"
finds over-disc pdf-ink-total
# In the corner of the box, outside the disc; in the hole of a ring, by either rule.
pdf over-disc-corner "0 .9 .9 0 k $disc f /G gs .7 0 0 0 k 22 22 15 15 re f" "$over"
finds over-disc-corner ""
hole="100 60 m 122 60 140 78 140 100 c 140 122 122 140 100 140 c 78 140 60 122 60 100 c 60 78 78 60 100 60 c"
pdf over-hole "0 .9 .9 0 k $disc $hole f* /G gs .7 0 0 0 k 90 90 20 20 re f" "$over"
finds over-hole ""
pdf over-no-hole "0 .9 .9 0 k $disc $hole f /G gs .7 0 0 0 k 90 90 20 20 re f" "$over"
finds over-no-hole pdf-ink-total
pdf over-ring "0 .9 .9 0 k $disc $hole f* /G gs .7 0 0 0 k 30 90 20 20 re f" "$over"
finds over-ring pdf-ink-total
pdf over-disc-covered "0 .9 .9 0 k $disc f 0 0 0 0 k $hole f /G gs .7 0 0 0 k 90 90 20 20 re f" "$over"
finds over-disc-covered ""
# A curve that overprints: its own outline is asked, not its box; a line along its course.
pdf disc-over "0 .9 .9 0 k 20 20 18 18 re f /G gs .7 0 0 0 k $disc f" "$over"
finds disc-over ""
pdf disc-over-half "0 .9 .9 0 k 100 20 100 180 re f /G gs .7 0 0 0 k $disc f" "$over"
finds disc-over-half pdf-ink-total
pdf line-over "0 .9 .9 0 k 150 20 100 60 re f /G gs .7 0 0 0 K 3 w 20 250 m 100 250 l 200 50 l S" "$over"
finds line-over pdf-ink-total
pdf line-beside "0 .9 .9 0 k 30 60 60 60 re f /G gs .7 0 0 0 K 3 w 20 250 m 100 250 l 200 50 l S" "$over"
finds line-beside ""
# A rectangle by lines is one by `re`.
pdf thin-by-lines "0 0 0 1 k 10 10 m 110 10 l 110 10.04 l 10 10.04 l h f"
finds thin-by-lines pdf-rule-thin
pdf not-thin "0 0 0 1 k 10 10 m 110 10 l 110 30 l 10 10.04 l h f"
finds not-thin ""
# The left half has 200 %, the right half 60 %: black of 9 pt overprints one of them.
samples 20 10 "/BitsPerComponent 8/ColorSpace/DeviceCMYK" "$(times "$(times 80C0C000 10)$(times 33333300 10)" 10)"
placed="q 8 0 0 4 100 100 cm /I Do Q"
for half in "left 100.4 pdf-ink-total" "right 105 "; do
    read -r side x wanted <<<"$half"
    pdf "over-picture-$side" "$placed /G gs 0 0 0 1 k $x 101 2 2 re f" "/XObject<</I 10 0 R>>$over"
    finds "over-picture-$side" "$wanted"
done
equal "ink of a picture and of what overprints it" "301 240" "$("$ZHITU" preflight -q --lang en over-picture-left.pdf | grep pdf-ink-total | grep -oE '[0-9]+ %' | head -n 2 | tr -d ' %' | xargs)"
# The picture mirrored and turned: the same half lies elsewhere.
for matrix in "mirrored -8 0 0 4 108 100 104.6 101" "turned 0 8 -4 0 104 100 101 100.6" "upside 8 0 0 -4 100 104 100.4 101"; do
    read -r name a b c d e f x y <<<"$matrix"
    pdf "over-$name" "q $a $b $c $d $e $f cm /I Do Q /G gs 0 0 0 1 k $x $y 2 2 re f" "/XObject<</I 10 0 R>>$over"
    finds "over-$name" pdf-ink-total
done
pdf over-mirrored-light "q -8 0 0 4 108 100 cm /I Do Q /G gs 0 0 0 1 k 100.4 101 2 2 re f" "/XObject<</I 10 0 R>>$over"
finds over-mirrored-light ""
more=""

# ---- type on its ground
pdf ground-dark "0 0 0 .5 k 10 10 200 100 re f 0 0 0 1 k BT /F 9 Tf 20 20 Td (black) Tj ET" "$font"
finds ground-dark "pdf-font-missing pdf-type-ground"
finds ground-dark pdf-font-missing --ground 50
pdf ground-light "0 0 0 .3 k 10 10 200 100 re f 0 0 0 1 k BT /F 9 Tf 20 20 Td (black) Tj ET" "$font"
finds ground-light pdf-font-missing
pdf ground-large "0 0 0 .5 k 10 10 200 100 re f 0 0 0 1 k BT /F 14 Tf 20 20 Td (black) Tj ET" "$font"
finds ground-large pdf-font-missing
pdf ground-disc "0 0 0 .5 k $disc f 0 0 0 1 k BT /F 9 Tf 80 100 Td (black) Tj ET" "$font"
finds ground-disc "pdf-font-missing pdf-type-ground"
pdf ground-outside "0 0 0 .5 k $disc f 0 0 0 1 k BT /F 9 Tf 22 24 Td (bl) Tj ET" "$font"
finds ground-outside pdf-font-missing
pdf white-on-light "0 0 .9 0 k 10 10 200 100 re f 0 0 0 0 k BT /F 12 Tf 20 20 Td (white) Tj ET" "$font"
finds white-on-light "pdf-font-missing pdf-type-ground"
pdf white-on-dark "0 .9 .8 0 k 10 10 200 100 re f 0 0 0 0 k BT /F 12 Tf 20 20 Td (white) Tj ET" "$font"
finds white-on-dark pdf-font-missing
samples 20 10 "/BitsPerComponent 8/ColorSpace/DeviceGray" "$(times "$(times 40 10)$(times F0 10)" 10)"
for half in "left 12 pdf-font-missing_pdf-type-ground" "right 112 pdf-font-missing"; do
    read -r side x wanted <<<"$half"
    pdf "ground-picture-$side" "q 200 0 0 50 10 10 cm /I Do Q 0 0 0 1 k BT /F 9 Tf $x 30 Td (black type) Tj ET" "/XObject<</I 10 0 R>>$font"
    equal "black type on the $side half of a picture" "${wanted//_/ }" "$(codes ground-picture-$side.pdf | sed 's/ *pdf-ppi-low//')"
done
more=""

# ---- inline pictures: the same as others
inline() { # NAME CODES ENTRIES DATA [OPTIONS...]: 10 x 10 pixels, 180 ppi
    pdf "inline-$1" "q 4 0 0 4 10 10 cm BI /W 10 /H 10 $3 ID $4 EI Q"
    finds "inline-$1" "$2" "${@:5}"
}
inline ink pdf-ink-total "/BPC 8 /CS /CMYK /F /AHx" "$(times CCCC9999 100)>"
inline ink-fine "" "/BPC 8 /CS /CMYK /F /AHx" "$(times CC993300 100)>"
inline ink-whole-keys pdf-ink-total "/BitsPerComponent 8 /ColorSpace /DeviceCMYK /Filter /ASCIIHexDecode" "$(times CCCC9999 100)>"
inline ink-filters pdf-ink-total "/BPC 8 /CS /CMYK /F [/AHx /RL]" "$(times 9DCC 4)80>"
inline ink-inverted pdf-ink-total "/BPC 8 /CS /CMYK /D [1 0 1 0 1 0 1 0] /F /AHx" "$(times 10202020 100)>"
inline ink-indexed pdf-ink-total "/BPC 8 /CS [/I /CMYK 1 <00000000CCCC9999>] /F /AHx" "$(times 01 100)>"
inline ink-unused "" "/BPC 8 /CS [/I /CMYK 1 <00000000CCCC9999>] /F /AHx" "$(times 00 100)>"
inline rgb pdf-rgb "/BPC 8 /CS /RGB /F /AHx" "$(times 00FF00 100)>"
inline mask pdf-ppi-low "/IM true /F /AHx" "$(times FFC0 10)>"
pdf inline-ends "q 4 0 0 4 10 10 cm BI /W 10 /H 10 /BPC 8 /CS /G ID $(times EI 45) EI ends Q 1 0 0 rg 0 0 9 9 re f"
finds inline-ends pdf-rgb
pdf inline-unreadable "q 4 0 0 4 10 10 cm BI /W 10 /H [ ID 0 EI Q"
finds inline-unreadable pdf-unseen
equal "the number of an inline picture is that of what it is in" "0" "$("$ZHITU" preflight -q --format json inline-rgb.pdf | jq -r 'select(.code == "pdf-rgb") | .object // 0')"

# ---- JPEG 2000: the head of a file, which says more than the dictionary
box() { # NAME HEX: a box of JP2 in hexadecimal
    printf '%08x%s%s' $((8 + ${#2} / 2)) "$(printf %s "$1" | od -An -tx1 | tr -d ' \n')" "$2"
}
jp2() { # COMPONENTS COLOUR
    printf '%s%s%s' "$(box 'jP  ' 0d0a870a)" "$(box ftyp 6a703220000000006a703220)" \
        "$(box jp2h "$(box ihdr "0000002800000028000$1070700"00)$(box colr "010000$2")")"
}
jpx() { # NAME CODES COMPONENTS COLOUR EXTRA [OPTIONS...]
    local data
    data=$(jp2 "$3" "$4")
    more=$(printf '10 0 obj\n<</Type/XObject/Subtype/Image/Width 40/Height 40%s/Length %d>>\nstream\n%s\nendstream\nendobj\n' "$5" "${#data}" "$data")
    pdf "jpx-$1" "q 10 0 0 10 10 10 cm /I Do Q" "/XObject<</I 10 0 R>>"
    # Bytes in place of the hexadecimal, with blanks behind them so that nothing moves.
    python3 - "jpx-$1.pdf" "$data" <<'PY'
import sys
name, text = sys.argv[1], sys.argv[2].encode()
file = open(name, "rb").read()
assert file.count(text) == 1
open(name, "wb").write(file.replace(text, bytes.fromhex(sys.argv[2]).ljust(len(text))))
PY
    finds "jpx-$1" "$2" "${@:6}"
}
# sRGB is a profile, which PDF/X-4 lets stay.
jpx rgb "" 3 00000010 /Filter/JPXDecode
jpx rgb-x1a "pdf-coding pdf-rgb pdf-version" 3 00000010 /Filter/JPXDecode --for pdfx1a
jpx grey "" 1 00000011 /Filter/JPXDecode
jpx cmyk pdf-unseen 4 0000000c /Filter/JPXDecode
jpx x1a "pdf-coding pdf-version" 1 00000011 /Filter/JPXDecode --for pdfx1a
# The dictionary has the last word; a head that says nothing known is counted by its components.
jpx said pdf-unseen 3 00000010 /Filter/JPXDecode/ColorSpace/DeviceCMYK
jpx counted pdf-rgb 3 00000063 /Filter/JPXDecode
more=""

# ---- glyphs of Type3 fonts
glyph() { # OPERATORS
    more=$(printf '10 0 obj\n<</Length %d>>\nstream\n%s\nendstream\nendobj\n' "${#1}" "$1")
}
drawn='/Font<</F<</Type/Font/Subtype/Type3/FontMatrix[.001 0 0 .001 0 0]/FontBBox[0 0 1000 1000]/FirstChar 97/LastChar 97/Widths[1000]/CharProcs<</a 10 0 R>>/Encoding<</Differences[90/x 97/a]>>>>>>'
glyph "1000 0 d0 1 0 0 rg 0 0 500 500 re f"
pdf type3-rgb "BT /F 20 Tf 28.346 141.73 Td 0 0 0 1 k (aaa) Tj ET" "$drawn"
finds type3-rgb pdf-rgb
equal "a glyph's mark stands where it is painted, once" "10 46 4 4 1" "$("$ZHITU" preflight -q --format json type3-rgb.pdf | jq -r 'select(.code == "pdf-rgb") | (.mm | map(round) | join(" ")) + " \(.count)"')"
glyph "1000 0 0 0 1000 1000 d1 1 0 0 rg 0 0 500 500 re f"
pdf type3-plain "BT /F 20 Tf 20 20 Td 0 0 0 1 k (aaa) Tj ET" "$drawn"
finds type3-plain ""
glyph "1000 0 d0 1 0 0 rg 0 0 500 500 re f"
pdf type3-other "BT /F 20 Tf 20 20 Td 0 0 0 1 k (b) Tj ET" "$drawn"
finds type3-other ""
glyph "1000 0 d0 BT /F 20 Tf (a) Tj ET 1 0 0 rg 0 0 500 500 re f"
pdf type3-itself "BT /F 20 Tf 20 20 Td 0 0 0 1 k (a) Tj ET" "$drawn"
finds type3-itself "pdf-rgb pdf-type-small"
more=""

# ---- type of all ways
pdf stroked "BT /F 12 Tf 1 Tr 20 20 Td 1 0 0 RG (line) Tj ET" "$font"
finds stroked "pdf-font-missing pdf-rgb"
pdf stroked-clip "BT /F 12 Tf 5 Tr 20 20 Td 1 0 0 RG (line) Tj ET" "$font"
finds stroked-clip "pdf-font-missing pdf-rgb"
pdf both "BT /F 12 Tf 2 Tr 20 20 Td 0 0 0 1 k 1 0 0 RG (both) Tj ET" "$font"
finds both "pdf-font-missing pdf-rgb"
pdf filled "BT /F 12 Tf 20 20 Td 0 0 0 1 k 1 0 0 RG (fill) Tj ET" "$font"
finds filled "pdf-font-missing"
type3() { printf '/Font<</F<</Type/Font/Subtype/Type3/FontMatrix[%s 0 0 %s 0 0]/FontBBox[0 0 1 1]/FirstChar 97/LastChar 97/Widths[1]/CharProcs<<>>/Encoding<</Differences[97/a]>>>>>>' "$1" "$1"; }
pdf type3 "BT /F 1 Tf 12 0 0 12 20 20 Tm 0 0 0 1 k (a) Tj ET" "$(type3 1)"
finds type3 ""
pdf type3-unit "BT /F 1 Tf 20 20 Td 0 0 0 1 k (a) Tj ET" "$(type3 12)"
finds type3-unit ""
pdf type3-small "BT /F 1 Tf 20 20 Td 0 0 0 1 k (a) Tj ET" "$(type3 5)"
finds type3-small pdf-type-small
wide() { printf '/Font<</F<</Type/Font/Subtype/Type0/BaseFont/Song/Encoding/Identity-%s/DescendantFonts[<</Type/Font/Subtype/CIDFontType0/BaseFont/Song/DW 1000/W[3[500]5 6 250]>>]>>>>' "$1"; }
# Four glyphs of 20 points: 1/2, 1, 1/4 and 1/4 em across, and down four em.
pdf across "BT /F 20 Tf 50 200 Td 0 0 0 1 k <0003000400050006> Tj ET" "$(wide H)"
equal "widths of stretches" "18 23 14 7" "$(mm_of across)"
pdf down "BT /F 20 Tf 50 200 Td 0 0 0 1 k <0003000400050006> Tj ET" "$(wide V)"
equal "type that goes down" "14 29 7 28" "$(mm_of down)"

# ---- by other programs
cat >page.svg <<'S'
<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100"><rect width="200" height="100" fill="#c8102e"/><text x="10" y="50" font-size="8" fill="#fff">white</text><line x1="0" y1="90" x2="200" y2="90" stroke="#000" stroke-width=".1"/></svg>
S
rsvg-convert -f pdf -o cairo.pdf page.svg
check "a file of cairo" grep -q 'pdf-box.*pdf-intent.*pdf-rgb.*pdf-rule-thin.*pdf-type-reversed' <(codes cairo.pdf)
printf '%%!PS\n<</PageSize[200 200]>>setpagedevice /Helvetica findfont 5 scalefont setfont 20 20 moveto (small) show 1 0 0 setrgbcolor 50 50 100 100 rectfill showpage\n' >in.ps
gs -q -dNOPAUSE -dBATCH -sDEVICE=pdfwrite -sOutputFile=gs.pdf in.ps
check "a file of Ghostscript" grep -q 'pdf-rgb.*pdf-type-small' <(codes gs.pdf)
# What each of their faults comes to; boxes, intent and identity are wrong in all of them.
faults() { codes "$@" | tr ' ' '\n' | grep -vxE 'pdf-(box|intent|identity)' | xargs; }
# Helvetica is one of the faces that Ghostscript leaves out of the file.
ps() { # NAME CODES POSTSCRIPT: a page of 200 points by Ghostscript
    printf '%%!PS\n<</PageSize[200 200]>>setpagedevice\n%s\nshowpage\n' "$3" >"gs-$1.ps"
    gs -q -dNOPAUSE -dBATCH -dColorConversionStrategy=/LeaveColorUnchanged -sDEVICE=pdfwrite -o "gs-$1.pdf" "gs-$1.ps"
    equal "Ghostscript: $1" "$2" "$(faults "gs-$1.pdf")"
}
type="/Helvetica findfont exch scalefont setfont 20 20 moveto (Type) show"
ps good pdf-font-missing "0 0 0 1 setcmykcolor 20 80 100 50 rectfill 12 $type"
ps on-black "pdf-font-missing pdf-type-ground" "0 0 0 1 setcmykcolor 20 20 100 50 rectfill 12 $type"
ps rgb pdf-rgb "1 0 0 setrgbcolor 50 50 100 100 rectfill"
ps rgb-line pdf-rgb "0 0 1 setrgbcolor 2 setlinewidth 50 50 moveto 150 150 lineto stroke"
ps rgb-type "pdf-font-missing pdf-rgb" "0 .4 .8 setrgbcolor 30 $type"
ps small "pdf-font-missing pdf-type-small" "0 0 0 1 setcmykcolor 5 $type"
ps small-colour "pdf-font-missing pdf-type-small" "0 .9 .8 0 setcmykcolor 8 $type"
ps reversed "pdf-font-missing pdf-type-reversed" "0 0 0 1 setcmykcolor 0 0 200 200 rectfill 0 0 0 0 setcmykcolor 8 $type"
ps rich-black "pdf-font-missing pdf-type-4c-black" "0.3 0.2 0.2 1 setcmykcolor 12 $type"
ps ink pdf-ink-total "0.8 0.7 0.6 0.5 setcmykcolor 20 20 100 50 rectfill"
ps thin pdf-rule-thin "0 0 0 1 setcmykcolor .1 setlinewidth 20 20 moveto 150 20 lineto stroke"
ps thin-fill pdf-rule-thin "0 0 0 1 setcmykcolor 20 20 150 .1 rectfill"
ps coarse pdf-ppi-low "/DeviceCMYK setcolorspace 100 100 scale <</ImageType 1/Width 4/Height 4/BitsPerComponent 8/ImageMatrix[4 0 0 4 0 0]/Decode[0 1 0 1 0 1 0 1]/DataSource($(times 0000 16))>>image"
ps coarse-rgb "pdf-ppi-low pdf-rgb" "100 100 scale 4 4 8[4 0 0 4 0 0]{($(times 000 16))}false 3 colorimage"
ps shading pdf-rgb "<</ShadingType 2/ColorSpace/DeviceRGB/Coords[0 0 200 0]/Function<</FunctionType 2/Domain[0 1]/N 1/C0[1 0 0]/C1[0 0 1]>>>>shfill"
ps shading-ink pdf-ink-total "<</ShadingType 2/ColorSpace/DeviceCMYK/Coords[0 0 200 0]/Function<</FunctionType 2/Domain[0 1]/N 1/C0[0 0 0 0]/C1[.9 .8 .7 .5]>>>>shfill"
ps overprint pdf-ink-total ".6 .9 .8 0 setcmykcolor 0 0 200 200 rectfill true setoverprint [/Separation(Gold)/DeviceCMYK{dup .3 mul exch .6 mul 0 exch 0}]setcolorspace 1 setcolor 20 20 50 50 rectfill"
svg() { # NAME CODES SVG [OPTIONS...]: 200 points by cairo
    printf '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="200pt" height="200pt" viewBox="0 0 200 200">%s</svg>' "$3" >"cairo-$1.svg"
    rsvg-convert -f pdf -o "cairo-$1.pdf" "cairo-$1.svg"
    equal "cairo: $1" "$2" "$(faults "${@:4}" "cairo-$1.pdf")"
}
svg fill pdf-rgb '<rect x="20" y="20" width="50" height="50" fill="#c8102e"/>'
svg line "pdf-rgb pdf-rule-thin" '<path d="M20 20 L150 150" stroke="#c8102e" stroke-width=".1"/>'
svg gradient pdf-rgb '<defs><linearGradient id="g"><stop offset="0" stop-color="red"/><stop offset="1" stop-color="blue"/></linearGradient></defs><rect width="100" height="100" fill="url(#g)"/>'
svg tiles pdf-rgb '<defs><pattern id="p" width="10" height="10" patternUnits="userSpaceOnUse"><rect width="5" height="5" fill="red"/></pattern></defs><rect width="100" height="100" fill="url(#p)"/>'
svg type "pdf-rgb pdf-type-small" '<text x="20" y="50" font-size="5" fill="#c8102e">small</text>'
svg black "pdf-rgb pdf-type-4c-black" '<text x="20" y="50" font-size="12">black</text>'
svg clear "pdf-rgb pdf-transparency pdf-version" '<rect x="20" y="20" width="50" height="50" fill="#c8102e" opacity=".5"/>' --for pdfx1a
if command -v chromium >/dev/null; then
    printf '<body style="margin:0"><h1 style="font-size:9px">Title</h1><div style="background:#c8102e;width:100px;height:100px"></div></body>' >page.html
    timeout 60 chromium --headless --no-sandbox --disable-gpu --no-pdf-header-footer --print-to-pdf=chromium.pdf page.html >/dev/null 2>&1
fi
if [ -s chromium.pdf ]; then
    equal "Chromium: a page" "pdf-rgb pdf-type-4c-black pdf-type-small" "$(faults chromium.pdf)"
else
    skip "Chromium: a page" "no chromium"
fi
# Kept files of LaTeX (pdfTeX) and LibreOffice, and what is to be found in each.
while read -r name wanted; do
    # shellcheck disable=SC2086
    equal "kept: $name" "${wanted%% --*}" "$(faults $(grep -oE -- '--.*' <<<"$wanted") "$top/tests/e2e/foreign/${name%@*}.pdf")"
done < <(grep -vE '^(#|$)' "$top/tests/e2e/foreign/found.txt")
"$ZHITU" render "$top/data/w2.xml" -f pdf --profile pdfx4 -o ours -q >/dev/null 2>&1
equal "our own file for press" "" "$(codes ours/w2.pdf)"
"$ZHITU" render "$top/data/w2.xml" -f pdf --profile screen -o ours -q >/dev/null 2>&1
equal "our own file for the screen, looked at as one" "" "$(codes --for screen ours/w2.pdf)"

# ---- forms of the report
check "SARIF is sound" sh -c '"$1" preflight -q --format sarif rgb-fill.pdf ink.pdf | jq -e ".runs[0].results | length == 2 and .[0].ruleId == \"pdf-rgb\""' sh "$ZHITU"
check "JUnit is sound" sh -c '"$1" preflight -q --format junit rgb-fill.pdf good.pdf | xmllint --nonet --xpath "count(//testsuite) = 2 and count(//failure) = 1" - | grep -q true' sh "$ZHITU"
check "text says place, limit and source" grep -q '^ink.pdf: 1.第1页（左 3.5 上 .* 毫米）: 错误: 底色的总墨量是 270%（C80 M80 Y70 K40），上限 240% \[pdf-ink-total; ISOnewspaper26v4' <("$ZHITU" preflight -q --lang zh ink.pdf)
"$ZHITU" preflight -q --pictures seen ink.pdf >/dev/null
check "a picture of the page with what was found" sh -c 'file=seen/ink-1.png; test -s "$file" && head -c 8 "$file" | grep -q PNG' sh
for limit in x 0 -3 inf nan 1e3 0x20 " 5" ""; do
    equal "a limit that is none: usage ($limit)" 2 "$("$ZHITU" preflight --ink "$limit" good.pdf >/dev/null 2>&1; echo $?)"
done
equal "a purpose that is none: usage" 2 "$("$ZHITU" preflight --for press good.pdf >/dev/null 2>&1; echo $?)"

# ---- mutants: whatever the bytes, an answer
bad=0
for file in good form inline ink-spots shading comment; do
    for seed in $(seq 1 12); do
        LC_ALL=C awk -v seed="$seed" 'BEGIN { srand(seed); RS = "\n" } { if (rand() < .2) { at = int(rand() * length($0)) + 1; $0 = substr($0, 1, at - 1) substr("0/<>[]()R9-", int(rand() * 11) + 1, 1) substr($0, at + 1) } print }' "$file.pdf" >mutant.pdf
        timeout 20 "$ZHITU" preflight -q --format json mutant.pdf >/dev/null 2>&1
        [ $? -le 3 ] || bad=$((bad + 1))
    done
done
equal "mutants are answered" 0 "$bad"
for file in over picture-ink-indexed type3-rgb tile gradient-ink-pieces cairo-gradient gs-rgb; do
    qpdf --qdf --object-streams=disable --warning-exit-0 --no-warn "$file.pdf" "plain-$file.pdf" 2>/dev/null
done
said=$(timeout 300 "$(dirname "$ZHITU")/tests/mutate_pdf" 1 300 plain-*.pdf 2>&1)
equal "mutants of other programs: none is lost" "0 300" "$? $(sed -nE 's/.* of ([0-9]+) read, .*/\1/p' <<<"$said")"
