# zhitu gallery: every block, variant and kind of chart that `zhitu list` names, and every sample beyond them, has its
# entry in the book and its picture; all icons are there; the book is sound, of several pages, with bookmarks, and equal in two runs.
. "$(dirname "$0")/lib.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$top" || exit 1

if ! said=$("$ZHITU" gallery --lang en -o "$work/a" --ppi 96 2>&1); then
    fail "zhitu gallery" "$said"
    exit 0
fi
equal "zhitu gallery: nothing to say" "" "$said"
pdf=$work/a/gallery.pdf

# Names of all entries, from the program's own lists: BLOCK, BLOCK-VARIANT, chart-KIND. A place holds other documents, left-out is a line of others,
# words and picture are what a template says itself (tests/e2e/pictures.sh).
wanted=$(
    "$ZHITU" list --json blocks | jq -r '.[] | select(.name != "chart" and .name != "place" and .name != "left-out" and .name != "words" and .name != "picture") | .name as $n
        | if .variants then .variants | split(" ")[] | "\($n)-\(.)" else $n end'
    "$ZHITU" list --json charts | jq -r '.[] | "chart-\(.name)"'
)
# And the samples beyond the variants: STEM-WORD.xml.
wanted=$(
    cat <<<"$wanted"
    for sample in templates/gallery/*-*.xml; do
        name=$(basename "$sample" .xml)
        grep -q '^<template ' "$sample" || grep -qx "$name" <<<"$wanted" || ! grep -qx "${name%-*}\|${name%-*}-.*" <<<"$wanted" || echo "$name"
    done
)
equal "a picture of each block, variant and chart" "$(sort <<<"$wanted")" "$(ls "$work/a" | sed -n 's/\.png$//p' | sort)"
check "there are many ($(wc -l <<<"$wanted"))" test "$(wc -l <<<"$wanted")" -ge 30
large=$(find "$work/a" -name '*.png' -size +60k)
equal "pictures of 60 KB at most" "" "$large"
idle=$(for sample in templates/gallery/*.xml; do
    name=$(basename "$sample" .xml)
    grep -q '^<template ' "$sample" || grep -qE "^$name(-|$)" <<<"$wanted" || echo "$sample"
done)
equal "every sample is shown" "" "$idle"

pages=$(pdfinfo "$pdf" | sed -nE 's/^Pages: +//p')
check "the book has several pages ($pages)" test "$pages" -ge 10
check "qpdf finds nothing" sh -c 'qpdf --check "$1" | grep -q "No syntax or stream encoding errors"' sh "$pdf"
fonts=$(pdffonts "$pdf" | tail -n +3)
equal "fonts embedded, subset, with Unicode" "" "$(awk '{ n = NF; if ($(n-4) != "yes" || $(n-3) != "yes" || $(n-2) != "yes") print }' <<<"$fonts")"
marks=$(qpdf --json --json-key=outlines "$pdf" | jq -r '.outlines[].kids[] | "\(.title) \(.destpageposfrom1)"')
equal "a bookmark for each kind of thing" "Contents Heads and feet Blocks Charts Icons" \
    "$(qpdf --json --json-key=outlines "$pdf" | jq -r '.outlines[].title' | tr '\n' ' ' | sed 's/ $//')"
equal "a bookmark for each entry" "$(wc -l <<<"$wanted")" "$(wc -l <<<"$marks")"
equal "bookmarks in the order of the pages" "$(awk '{ print $NF }' <<<"$marks" | sort -n)" "$(awk '{ print $NF }' <<<"$marks")"
text=$(pdftotext -raw "$pdf" - | tr -d ' \n\f')
missing=$(while read -r name; do
    case $name in chart-*) name=chart${name#chart-} ;; esac
    case $text in *"${name/-/}"* | *"$name"*) ;; *) echo "$name" ;; esac
done <<<"$wanted")
equal "each name is printed" "" "$missing"
absent=$("$ZHITU" list --json icons | jq -r '.[].name' | while read -r name; do case $text in *"$name"*) ;; *) echo "$name" ;; esac; done)
equal "each icon is named" "" "$absent"
case $text in *'<dataunit="万人次">'* | *'<datakey="机场"unit="万人次"sort="desc">'*) pass "XML is printed as it is written" ;; *) fail "XML is printed as it is written" ;; esac

mkdir -p "$work/else"
(cd "$work/else" && LC_ALL=zh_CN.GB18030 TZ=Asia/Shanghai "$ZHITU" gallery --lang en --templates "$top/templates" -o "$work/b" --ppi 96) >"$work/said" 2>&1
check "equal bytes in another folder and locale" diff -r "$work/a" "$work/b"
"$ZHITU" gallery --lang zh -f pdf -o "$work/zh" >"$work/said" 2>&1
check "in Chinese" sh -c 'pdftotext "$1" - | grep -q 图式一览' sh "$work/zh/gallery.pdf"
equal "-f pdf: the book alone" "gallery.pdf" "$(ls "$work/zh")"

# A block without a sample is an error, and nothing is written.
cp -r templates "$work/templates"
rm "$work/templates/gallery/strip.xml"
status=0
said=$(cd "$work" && "$ZHITU" gallery --lang en --templates "$work/templates" -o "$work/none" 2>&1) || status=$?
equal "without a sample: status" 1 $status
check "without a sample: it is named" grep -q 'strip.*\[sample-missing\]' <<<"$said"
check "without a sample: nothing is written" test ! -e "$work/none"
rm -r "$work/templates/gallery"
status=0
(cd "$work/else" && "$ZHITU" gallery --root "$work" --templates "$work/templates" -o "$work/none") >/dev/null 2>&1 || status=$?
equal "samples of the program's own serve where a folder has none" 0 $status

# The samples are documents like any other: each renders with the templates beside it.
for sample in templates/gallery/*.xml; do
    grep -q '^<graphic ' "$sample" || continue
    check "$(basename "$sample") renders by itself" "$ZHITU" check --strict --templates templates/gallery "$sample"
done
