# What people search for in a PDF or an SVG is found: by poppler in its default mode (Evince, Okular), PDFium
# (Chrome, Edge), pdf.js (Firefox); in the SVG as text of one element. Blanks are kept.
. "$(dirname "$0")/lib.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cases=$top/tests/e2e/readers

# Every phrase with a number and a unit that a document prints. A line chart marks its last value alone.
phrases() { # FILE
    sed '/<chart kind="line"/,/<\/chart>/d' "$1" | tr '\n' ' ' | grep -oE '<(v|change|share|target)( [^>]*)?>[^<]*</' |
        sed -E 's/^<[^>]*>//; s/<\/$//' | grep '[0-9]' | grep -vE '^[0-9.]+$'
}
# read_all DIR: each PDF of the folder as each reader has it, each SVG as its texts.
read_all() {
    local pdf svg
    for pdf in "$1"/*.pdf; do pdf_text "$pdf" >"${pdf%.pdf}.poppler"; done
    for svg in "$1"/*.svg; do svg_text "$svg" >"${svg%.svg}.svgtext"; done
    reader_texts pdfium "$1"/*.pdf && reader_texts pdfjs "$1"/*.pdf
}

mkdir "$work/data"
for document in "$top"/data/*.xml; do
    "$ZHITU" render "$document" -o "$work/data" -f pdf,png,svg >"$work/said" 2>&1 ||
        fail "$(basename "$document"): renders" "$(cat "$work/said")"
done
read_all "$work/data"
for reader in poppler pdfium pdfjs svgtext; do
    all=0 missing=""
    for document in "$top"/data/*.xml; do
        name=$(basename "$document" .xml)
        while read -r phrase; do
            all=$((all + 1))
            # This goal is set on two lines, which Chrome and Firefox alone search as one.
            case $reader,$phrase in
            poppler,超过1万亿元 | svgtext,超过1万亿元) phrase=1万亿元 ;;
            # So is this number of a story, behind 近 at the end of a line.
            poppler,近240万辆 | svgtext,近240万辆) phrase=240万辆 ;;
            esac
            # A key figure of this one stands over its word: both are to be found, each whole.
            parts=$phrase
            case $name,$phrase in w2,同比增长212%) parts="212%
同比增长" ;; esac
            while read -r part; do
                grep -qF -- "$part" "$work/data/$name.$reader" || missing="$missing$name $part
"
            done <<<"$parts"
        done < <(phrases "$document")
    done
    lost=$(printf '%s' "$missing" | wc -l)
    equal "$reader finds $((all - lost)) of the $all phrases of data/" "" "$missing"
done
check "there are phrases to find ($all)" test "$all" -gt 120

# Columns of vertical text, as the documents have them.
has() { # READERS STEM STRING...
    local readers=$1 stem=$2 reader string
    shift 2
    for string in "$@"; do
        for reader in $readers; do
            check "$reader finds $string in $(basename "$stem")" grep -qF -- "$string" "$stem.$reader"
        done
    done
}
pdf="poppler pdfium pdfjs"
has "$pdf svgtext" "$work/data/canguan" 六月二十九日，四川省党政 来到长江江心的广阳岛。
has "$pdf svgtext" "$work/data/yibin" 十二月十四日

mkdir "$work/cases"
for document in "$cases"/*.xml; do
    "$ZHITU" render "$document" --templates "$top/templates" -o "$work/cases" -f pdf,svg >"$work/said" 2>&1 ||
        fail "$(basename "$document"): renders" "$(cat "$work/said")"
done
read_all "$work/cases"
has "$pdf svgtext" "$work/cases/figure-search" 8.5万辆 同比增长62%
has "$pdf svgtext" "$work/cases/vertical-search" 全线长120公里 下降2.5%，设“样板站”。
has "$pdf svgtext" "$work/cases/soft-hyphen" 汉字库在此。 写字、识字、用字。
has "$pdf svgtext" "$work/cases/amp-in-attribute" 'R&D投入 <5>' 'R&D与A&B <甲> "乙"' '资料整理：甲&乙'
has "$pdf" "$work/cases/wide-words" '到2025年，GPU产能约1.2' '万台，较GPT-4时期翻番，据欧阳' 占37%。
has "poppler pdfium svgtext" "$work/cases/other-scripts" 西藏（བོད་ལྗོངས）有12个县。
has "poppler svgtext" "$work/cases/other-scripts" ⽇本与日本，ﬁ与fi。
has "$pdf" "$work/cases/other-scripts" 与日本
check "MuPDF copies 字 without a soft hyphen" sh -c 'mutool draw -q -F txt "$1" 2>/dev/null | grep -q 写字、识字、用字' sh "$work/cases/soft-hyphen.pdf"

# What the files say of themselves: an ampersand, nothing unseen, nothing run together.
subject() { pdfinfo "$work/cases/$1.pdf" | sed -nE 's/^Subject: +//p'; }
equal "an ampersand in the alternative text" 'R&D投入 <5>。分组列出，1组：R&D与A&B <甲> "乙"（P&G & M&M，12家）。' "$(subject amp-in-attribute)"
equal "no break hint in the alternative text" '几个数。柱状图：旅客吞吐量。甲地900.5万人次，乙地7.5万人次。' "$(subject zwsp-alt)"
equal "key and value apart in the alternative text" '折线图：当季增速。2023Q1，4.8%；2023Q2，6.1%。' "$(subject alt-runs-together)"
unseen='\xc2\xad|\xe2\x80[\x8b-\x8f\xaa-\xae]|\xe2\x81[\xa0-\xa9]|\xef\xbb\xbf|\xef\xb8[\x80-\x8f]'
for svg in "$work"/cases/*.svg "$work"/data/*.svg; do
    LC_ALL=C grep -lP "$unseen" "$svg"
done >"$work/unseen"
equal "no SVG holds characters that are never seen" "" "$(cat "$work/unseen")"
for file in "$work"/cases/*.pdf "$work"/data/*.pdf; do
    qpdf --qdf --object-streams=disable "$file" - 2>/dev/null | LC_ALL=C sed -n '/beginbfchar/,/endbfchar/p' |
        grep -iE '<(00ad|200[b-f]|202[a-e]|206[0-9]|fe0[0-9a-f]|feff)>|db40' && basename "$file"
done >"$work/unseen"
equal "no ToUnicode holds them" "" "$(cat "$work/unseen")"

# The SVG looks like the PNG in a program that passes over lists of positions (librsvg).
tool=$work/compare
if ${CC:-cc} -std=c11 -O2 -o "$tool" "$top/tests/tools/compare_png.c" -lpng 2>"$work/err"; then
    for svg in "$work"/data/*.svg; do
        stem=${svg%.svg}
        rsvg-convert -w "$(od -An -tu1 -j16 -N4 "$stem.png" | awk '{ print (($1*256+$2)*256+$3)*256+$4 }')" \
            -h "$(od -An -tu1 -j20 -N4 "$stem.png" | awk '{ print (($1*256+$2)*256+$3)*256+$4 }')" "$svg" -o "$work/r.png"
        check "$(basename "$stem"): librsvg draws the SVG as the PNG is" "$tool" "$stem.png" "$work/r.png"
    done
else
    fail "tests/tools/compare_png.c compiles" "$(cat "$work/err")"
fi
