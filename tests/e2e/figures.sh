# Every figure that the seeds print (tests/seeds/figures.txt) is found in the text of a PDF: that of the
# document named, in each template meant for it; or of any document.
. "$(dirname "$0")/lib.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# One line without blanks, whatever was set in columns, rows or down.
text_of() { pdftotext -raw "$1" - | tr -d ' \t\n\f\r' | sed 's/\xc2\xa0//g; s/\xe3\x80\x80//g; s/\xe2\x80\x8b//g'; }

for document in "$top"/data/*.xml; do
    name=$(basename "$document" .xml)
    "$ZHITU" render "$document" -o "$work" -f pdf >"$work/said" 2>&1 || fail "$name: renders" "$(cat "$work/said")"
    text_of "$work/$name.pdf" >"$work/$name.text"
    echo >>"$work/$name.text"
done
cat "$work"/*.text >"$work/-.text"

while read -r row document figure; do
    case $row in '' | \#*) continue ;; esac
    if [ ! -e "$work/$document.text" ]; then
        fail "$row $figure" "there is no data/$document.xml"
    elif grep -qE -- "$figure" "$work/$document.text"; then
        pass "$row $figure: in $document"
    else
        fail "$row $figure" "not in the text of ${document/#-/any document}"
    fi
done <"$top/tests/seeds/figures.txt"
