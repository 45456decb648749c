# The pages of data/pages are full to the line and lose no word. The report of data/report and its re-issue of a month
# later: long enough, and chapters that did not change keep their pages and their words.
. "$(dirname "$0")/lib.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# required FILE: the paragraphs that may not be left out, one a line, as they are read: without tags and blanks.
required() {
    tr -d '\n' <"$1" | sed -e 's/<!--[^>]*-->//g' -e 's/<p>/\n<p>/g' -e 's/<\/p>/\n/g' | grep '^<p>' |
        grep -v '<ref ' | sed -e 's/<[^>]*>//g' -e 's/[ 　]//g'
}
for page in "$top"/data/pages/s[0-9].xml; do
    name=$(basename "$page" .xml)
    [ -e "$top/templates/$(grep -oE 'template="[a-z0-9-]+"' "$page" | head -n 1 | cut -d'"' -f2).xml" ] || {
        skip "$name" "its template is not here"
        continue
    }
    "$ZHITU" render "$page" -f pdf -o "$work" --format json >"$work/said" 2>/dev/null
    check "$name is rendered" test -s "$work/$name.pdf"
    equal "$name: no error and no warning, so each story ends on its last line" "" \
        "$(jq -r 'select(.severity == "error" or .severity == "warning") | .code' "$work/said" | sort -u | paste -sd' ')"
    pdftotext -raw "$work/$name.pdf" - 2>/dev/null | tr -d '\n\f' | sed 's/[ 　]//g' >"$work/words"
    lost=
    while read -r words; do
        grep -qF -- "$words" "$work/words" || lost="$lost ${words:0:10}"
    done < <(required "$page")
    check "$name has paragraphs ($(required "$page" | wc -l))" test "$(required "$page" | wc -l)" -ge 12
    equal "$name: every paragraph that may not be left out is printed, its words in order" "" "$lost"
done

for name in jingjiquan-2023 jingjiquan-2023-07; do
    "$ZHITU" render "$top/data/report/$name.xml" -f pdf -o "$work" --format json >"$work/$name.said" 2>/dev/null
    check "$name is rendered" test -s "$work/$name.pdf"
    equal "$name: no error and no warning" "" \
        "$(jq -r 'select(.severity == "error" or .severity == "warning") | .code' "$work/$name.said" | sort -u | paste -sd' ')"
done
# The same report for a screen loses nothing either.
check "jingjiquan-2023 on slides: no error" "$ZHITU" check "$top/data/report/jingjiquan-2023.xml" -t report-16x9
pages=$(pdfinfo "$work/jingjiquan-2023.pdf" | awk '$1 == "Pages:" { print $2 }')
check "at least 24 pages ($pages)" test "${pages:-0}" -ge 24
equal "the re-issue has as many" "$pages" "$(pdfinfo "$work/jingjiquan-2023-07.pdf" | awk '$1 == "Pages:" { print $2 }')"

# The chapter whose numbers changed, from its opening to the page before the next; its data stand in the appendix too.
first_page() { # WORDS: the first page that has them in its text and is no page of contents
    local p
    for ((p = 4; p <= pages; p++)); do
        pdftotext -f "$p" -l "$p" "$work/jingjiquan-2023.pdf" - | tr -d ' \n' | grep -q "$1" && echo "$p" && return
    done
}
from=$(first_page '第二章') to=$(first_page '第三章') appendix=$(first_page '附录')
changed= elsewhere=
for ((p = 1; p <= pages; p++)); do
    if cmp -s <(pdftotext -f "$p" -l "$p" "$work/jingjiquan-2023.pdf" -) <(pdftotext -f "$p" -l "$p" "$work/jingjiquan-2023-07.pdf" -); then
        continue
    elif ((p >= from && p < to)); then
        changed="$changed $p"
    elif ((p < appendix)); then
        elsewhere="$elsewhere $p"
    fi
done
check "the chapter of traffic has new numbers" test -n "$changed"
equal "all other chapters stand as they stood" "" "$elsewhere"
