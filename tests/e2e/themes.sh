# Themes: every document of data/ in each of them with --theme alone; black alone; section colours; what is
# refused. Greys of inks are told when a theme loads.
. "$(dirname "$0")/lib.sh"
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT

documents=("$top"/data/*.xml "$top"/data/charts/*.xml "$top"/data/pages/*.xml "$top"/data/report/*.xml)
# Findings that a document has in its own theme; a theme brings none of its own.
codes() { grep -oE '\[[a-z-]+\]$' | sort | uniq -c; }
for theme in chongqing research culture mono; do
    said=$("$ZHITU" check --lang en --theme "$theme" "${documents[@]}" 2>&1) && status=0 || status=$?
    equal "$theme: all documents are set" "0 0 errors" "$status $(tail -1 <<<"$said" | grep -oE '[0-9]+ errors')"
    equal "$theme: nothing is alike in grey, none too thin or too small" "" \
        "$(grep -oE '\[(theme-grey|equal-greys|reversed-too-small|rule-too-thin|type-too-small|font-[a-z-]+|overset)\]$' <<<"$said" | sort -u)"
    codes <<<"$said" >"$tmp/$theme.codes"
done
for theme in research culture mono; do
    equal "$theme: no finding that chongqing has not" "$(cat "$tmp/chongqing.codes")" "$(cat "$tmp/$theme.codes")"
done

# Colours of a PDF for the press: C M Y K of each fill and stroke.
recipes() { qpdf --qdf --object-streams=disable "$1" - | grep -aoE '^[0-9. ]+ [kK]$' | sed 's/ [kK]$//' | sort -u; }
coloured() { recipes "$1" | grep -vE '^0 0 0 [0-9.]+$'; }
mkdir -p "$tmp/photos"
cp "$top/tests/broken/pictures/rgb.png" "$tmp/photos/canguan-1.png"
cp "$top/tests/broken/pictures/rgb.png" "$tmp/photos/canguan-2.png"
sed 's/canguan-\([12]\)\.jpg/canguan-\1.png/' "$top/data/canguan.xml" >"$tmp/canguan.xml"
for theme in chongqing research culture mono; do
    for document in bianjie jichang w2 zhibiao charts/wujia charts/sanchan report/jingjiquan-2023-07; do
        name=$(basename "$document")
        "$ZHITU" render --theme "$theme" --mono -f pdf --profile press -o "$tmp/$theme" "$top/data/$document.xml" >/dev/null 2>&1
        equal "--mono $theme $name: the black plate alone" "" "$(coloured "$tmp/$theme/$name.pdf")"
    done
done
"$ZHITU" render --root "$tmp" --mono -f pdf --profile press -o "$tmp/out" "$tmp/canguan.xml" >/dev/null 2>&1
equal "--mono: photographs are grey" "gray" "$(pdfimages -list "$tmp/out/canguan.pdf" | awk 'NR > 2 { print $6 }' | sort -u)"
"$ZHITU" render -f pdf --profile press -o "$tmp/colour" "$top/data/bianjie.xml" >/dev/null 2>&1
check "without --mono there are colours" test -n "$(coloured "$tmp/colour/bianjie.pdf")"

# A section's colour stands for the accent, and only there.
sed 's/<graphic /<graphic section="生态" /' "$top/data/jichang.xml" >"$tmp/jichang.xml"
cp "$top/data/jichang.csv" "$tmp/" 2>/dev/null
"$ZHITU" render --root "$tmp" --theme chongqing -f pdf --profile press -o "$tmp/out" "$tmp/jichang.xml" >/dev/null 2>&1
equal "section: its green, no red" "0.55 0 0.8 0.55" "$(coloured "$tmp/out/jichang.pdf" | grep -E '^0(\.55)? (0\.92|0) 0\.8')"
said=$("$ZHITU" check --root "$tmp" --lang en --theme research "$tmp/jichang.xml" 2>&1)
check "a section of another paper is told" grep -q '宏观 产业 区域 人口 能源 金融 \[section-without-colour\]' <<<"$said"
said=$("$ZHITU" check --root "$tmp" --lang en --theme research -t auto "$tmp/jichang.xml" 2>&1)
check "of a template chosen by auto too" grep -q 'section-without-colour' <<<"$said"
said=$("$ZHITU" check --root "$tmp" --lang en --theme mono "$tmp/jichang.xml" 2>&1)
check "a theme of black alone has no colours of sections" sh -c '! grep -q section-without-colour' <<<"$said"

# A house's own theme is told what is alike in grey.
mkdir -p "$tmp/templates"
cat >"$tmp/templates/own.xml" <<'XML'
<theme xmlns="urn:zhitu:1" name="own" from="chongqing">
  <ink name="companion" cmyk="55 0 0 65" rgb="#36505b"/>
</theme>
XML
said=$("$ZHITU" check --root "$tmp" --lang en --theme own "$tmp/jichang.xml" 2>&1)
check "two inks of one grey are told with their greys" \
    grep -q 'own.xml:2:47: warning: .*“accent” (grey 67) and “companion” (grey 71).*\[theme-grey\]' <<<"$said"
