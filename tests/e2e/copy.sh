# The report of data/report and its re-issue of a month later: long enough, and chapters that did not change keep
# their pages and their words.
. "$(dirname "$0")/lib.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

for name in jingjiquan-2023 jingjiquan-2023-07; do
    "$ZHITU" render "$top/data/report/$name.xml" -f pdf -o "$work" --format json >"$work/$name.said" 2>/dev/null
    check "$name is rendered" test -s "$work/$name.pdf"
    equal "$name: no error and no warning" "" \
        "$(jq -r 'select(.severity == "error" or .severity == "warning") | .code' "$work/$name.said" | sort -u | paste -sd' ')"
done
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
