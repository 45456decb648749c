# Captions that run down: what a reader of the PDF copies, and what stays in its frame.
. "$(dirname "$0")/lib.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# One character a line, columns in their order: joined, the text as it was written.
said() { pdftotext -raw "$1" - | tr -d ' \n\f'; }

for name in canguan yibin; do
    if ! why=$("$ZHITU" render "$top/data/$name.xml" -o "$work" -f pdf,png,svg 2>&1); then
        fail "$name: renders" "$why"
        continue
    fi
    pass "$name: renders"
    text=$(said "$work/$name.pdf")
    grep -oE '<caption [^>]*>[^<]*' "$top/data/$name.xml" | sed 's/.*>//' | while read -r caption; do
        case $text in
        *"日，$caption"*) echo yes ;;
        *) echo "no: $caption" ;;
        esac
    done >"$work/found"
    if grep -q no "$work/found"; then fail "$name: captions in the PDF" "$(cat "$work/found")"; else pass "$name: captions in the PDF"; fi
    if "$ZHITU" check --final "$top/data/$name.xml" >"$work/final" 2>&1; then
        fail "$name: a final version needs its pictures" "no error"
    else
        pass "$name: a final version needs its pictures"
    fi
done
case $(said "$work/yibin.pdf") in
*十二月十四日，*摄/视觉重庆*) pass "yibin: the solidus is U+002F" ;;
*) fail "yibin: the solidus is U+002F" "$(said "$work/yibin.pdf")" ;;
esac

cat >"$work/quotes.xml" <<'XML'
<graphic xmlns="urn:zhitu:1" id="quotes" template="photo-stack" issue="2022-06-26">
  <photo src="none.jpg"><caption writing="vertical">“双核”第12次会议，<em mark="dots">重点</em>在《规划》。</caption></photo>
</graphic>
XML
"$ZHITU" render "$work/quotes.xml" --templates "$top/templates" -o "$work" -f pdf >/dev/null 2>&1
case $(said "$work/quotes.pdf") in
*“双核”第12次会议，重点在《规划》。*) pass "quotes: U+201C under the corner brackets" ;;
*) fail "quotes: U+201C under the corner brackets" "$(said "$work/quotes.pdf")" ;;
esac
