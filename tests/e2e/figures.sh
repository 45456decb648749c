# Every figure that the seeds print (tests/seeds/figures.txt) is found by a search in a PDF: that of the
# document named, in each template meant for it; or of any document.
. "$(dirname "$0")/lib.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Poppler in its default mode, which orders blocks by a guess; then Chrome's engine, which keeps the order
# of reading.
texts() { # FILE.pdf...
    local pdf
    reader_texts pdfium "$@" || return
    for pdf in "$@"; do
        { pdf_text "$pdf" && cat "${pdf%.pdf}.pdfium"; } >"${pdf%.pdf}.text"
    done
}

for document in "$top"/data/*.xml; do
    name=$(basename "$document" .xml)
    "$ZHITU" render "$document" -o "$work" -f pdf >"$work/said" 2>&1 || fail "$name: renders" "$(cat "$work/said")"
done
texts "$work"/*.pdf
cat "$work"/*.text >"$work/-.text"

while read -r row document figure; do
    case $row in '' | \#*) continue ;; esac
    if [ ! -e "$work/$document.text" ]; then
        fail "$row $figure" "there is no data/$document.xml"
    elif grep -qzE -- "$figure" "$work/$document.text"; then
        pass "$row $figure: in $document"
    else
        fail "$row $figure" "not in the text of ${document/#-/any document}"
    fi
done <"$top/tests/seeds/figures.txt"

# Values with calc= follow from what is printed beside them: a corrected figure moves them. A value and the
# word beside it are two strings.
corrected() {
    sed "$2" "$top/data/$1.xml" >"$work/$1.xml"
    "$ZHITU" render "$work/$1.xml" --templates "$top/templates" -o "$work/corrected" -f pdf >"$work/said" 2>&1
    texts "$work/corrected/$1.pdf"
    grep -ozE -- "$3" "$work/corrected/$1.text" | tr -d ' \n' | tr '\0' '\n' | head -1
}
equal "zhibiao: last year's value as computed" 约14.8推算 "$(corrected zhibiao '' '约[0-9.]+\s*推算')"
equal "zhibiao: 46.3 corrected to 49.9" 约16.0推算 "$(corrected zhibiao 's/46\.3/49.9/' '约[0-9.]+\s*推算')"
equal "zhibiao: 212% corrected to 112%" 约21.8推算 "$(corrected zhibiao 's/增长212%/增长112%/' '约[0-9.]+\s*推算')"
equal "qiche: 122 corrected to 130" '约125.0万辆（推算）' "$(corrected qiche 's/>122万辆</>130万辆</' '约[0-9.]+万辆（推算）')"
equal "qiche: 122 corrected to 130: so many a day" 相当于每天约8610辆 "$(corrected qiche 's/>122万辆</>130万辆</' '相当于每天约[0-9]+辆')"
equal "qiche: 4% corrected to 5%" −10%推算 "$(corrected qiche 's/+4%/+5%/' '−[0-9]+%\s*推算')"
equal "banlie: 37% corrected to 40%" '约4840列（推算）' "$(corrected banlie 's/>37%/>40%/' '约[0-9]+列（推算）')"
equal "zhongbu: 14.6% corrected to 15.3%" '约2.00倍（推算）' "$(corrected zhongbu 's/14\.6%/15.3%/' '约2[0-9.]+倍（推算）')"

# Two hundred figures are each measured once, however many columns are tried.
{
    echo '<graphic xmlns="urn:zhitu:1" id="many" template="figures" slot="107mm"><title>许多数字</title><figures>'
    for i in $(seq 200); do echo "<figure label='第${i}项合作任务'><v>$((7 + 13 * i))项</v></figure>"; done
    echo '</figures></graphic>'
} >"$work/many.xml"
cp -r "$top/templates" "$work/templates"
sed 's/max="480mm"/max="9000mm"/; s/ columns="[23]"//' "$work/templates/figures.xml" >"$work/tall.xml"
mv "$work/tall.xml" "$work/templates/figures.xml"
check "two hundred figures without columns=" \
    timeout 10 "$ZHITU" render "$work/many.xml" --templates "$work/templates" -o "$work" -f pdf
check "the last of them is printed" grep -q '2607项' <(pdf_text "$work/many.pdf")
