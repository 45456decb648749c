# --layers on: each item of a page lies on a named layer of the PDF and the SVG; without it no byte changes.
. "$(dirname "$0")/lib.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1

# ocgs FILE.pdf: the names of its layers as text.
ocgs() {
    qpdf --json=2 --json-key=qpdf "$1" 2>/dev/null |
        jq -r '[.. | objects | select(.["/Type"]? == "/OCG") | .["/Name"]] | unique | sort | join(" ")' | sed 's/u://g'
}
for d in w2 wuliu canguan shuanghe; do
    "$ZHITU" render -o plain -f pdf,svg "$top/data/$d.xml" >/dev/null 2>&1
    "$ZHITU" render -o off -f pdf,svg --layers off "$top/data/$d.xml" >/dev/null 2>&1
    "$ZHITU" render -o on -f pdf,svg --layers on "$top/data/$d.xml" >/dev/null 2>&1
    check "$d: off is what there is without" diff -r plain off
    check "$d: qpdf finds no fault" qpdf --check "on/$d.pdf"
    check "$d: the same words" diff <(pdftotext "plain/$d.pdf" -) <(pdftotext "on/$d.pdf" -)
    for side in plain on; do pdftoppm -r 40 "$side/$d.pdf" "$side-$d" 2>/dev/null; done
    check "$d: the same picture" cmp "plain-$d-1.ppm" "on-$d-1.ppm"
    # Nothing stands outside the layers: with all of them off the page is white.
    qpdf --qdf --object-streams=disable "on/$d.pdf" - | sed 's|/BaseState /ON|/BaseState /OFF|' >"off-$d.pdf"
    pdftoppm -r 40 "off-$d.pdf" "off-$d" 2>/dev/null
    equal "$d: with all layers off the page is white" "" "$(tail -c +16 "off-$d-1.ppm" | tr -d '\377')"
    check "$d: SVG is well-formed" xmllint --noout "on/$d.svg"
    check "$d: SVG has no layer without it" test "$(grep -c inkscape "plain/$d.svg")" = 0
done
equal "w2: its layers" "图形 坐标 底和线 标注 标题 正文和数字 署名" "$(ocgs on/w2.pdf)"
check "canguan: photographs have one" grep -q 照片 <<<"$(ocgs on/canguan.pdf)"
equal "w2: those of the SVG" "图形 坐标 底和线 标注 标题 正文和数字 版面 署名" \
    "$(grep -o 'inkscape:label="[^"]*"' on/w2.svg | sed 's/.*="//; s/"//' | sort -u | paste -sd' ')"
# A layer of Inkscape lies in the page or in another layer.
equal "w2: no layer lies below a group that is none" 0 "$(xmllint --xpath 'count(//*[@*[local-name()="groupmode"]][parent::*[local-name()="g"][not(@*[local-name()="groupmode"])]])' on/w2.svg)"
equal "w2: ids are unique" "" "$(grep -oE ' id="[^"]*"' on/w2.svg | sort | uniq -d)"
said=$("$ZHITU" render --layers maybe -o no "$top/data/w2.xml" --lang en 2>&1)
equal "another word is wrong usage" 2 $?
check "it says which there are" grep -q 'layers is off or on' <<<"$said"
for reader in pdfium pdfjs; do
    reader_texts $reader plain/w2.pdf on/w2.pdf || continue
    check "$reader reads the same" cmp "plain/w2.$reader" "on/w2.$reader"
done
