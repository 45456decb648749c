# Every figure of a point stands in the text of the PDF, whatever the template makes of it: value, change,
# rank and share, in a sentence, in a row of its own or beside another. So do the labels of points that are
# nothing but figures. tests/e2e/phrases holds further documents of groups.
. "$(dirname "$0")/lib.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Phrases of the points, one a line; a point that may be dropped is told in a note when it is.
phrases_of() { # DOCUMENT
    tr '\n' ' ' <"$1" | sed 's/<point/\n<point/g; s/<\/point>/&\n/g' | grep '^<point' | grep -v 'optional="yes"' |
        grep -oE '<(v|change|rank|share|target)( [^>]*[^/])?>[^<]+</' | sed -E 's/^<[^>]*>//; s/<\/$//'
}
# The words before a figure may stand apart from it as its label.
from_digit() { sed -E 's/^[^0-9]*([0-9])/\1/' <<<"$1"; }

missing() { # PDF DOCUMENT
    local text phrase
    text=$(pdf_text "$1" | tr -d ' \n\f')
    phrases_of "$2" | tr -d ' ' | sort -u | while read -r phrase; do
        case $text in *"$phrase"* | *"$(from_digit "$phrase")"*) ;; *) echo "$phrase" ;; esac
    done
}

try() { # DOCUMENT TEMPLATE
    local name
    name=$(basename "$1" .xml)
    "$ZHITU" render "$1" --root "$top" --templates "$top/templates" -t "$2" -f pdf -o "$work/$2" --lang en >"$work/said" 2>&1 || return 0
    ! grep -q '\[omitted' "$work/said" || return 0 # the template has no place for groups, and says so
    equal "$name in $2: every figure of its points is there" "" "$(missing "$work/$2/$name.pdf" "$1")"
}

for document in "$top"/data/*.xml; do
    grep -q '<point' "$document" || continue
    for template in $(templates_for "$document"); do
        try "$document" "$template"
    done
done
for document in "$top"/tests/e2e/phrases/*.xml; do
    for file in $(grep -lE 'select="[^"]*(groups|\*)' "$top"/templates/*.xml); do
        try "$document" "$(basename "$file" .xml)"
    done
done

"$ZHITU" render "$top/tests/e2e/phrases/figures-alone.xml" --templates "$top/templates" -f pdf -o "$work/labels" >"$work/said" 2>&1
text=$(pdf_text "$work/labels/figures-alone.pdf" | tr -d ' \n\f')
for words in 高铁日开行130对 异地直接结算46.3万人次 定点医院1200家、覆盖区县38个 川渝通办事项311项; do
    check "a list says what its figures are: $words" grep -q "$words" <<<"$text"
done
