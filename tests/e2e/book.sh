# Books of several pages: a small report of our own with a torn paragraph, a graphic placed in it, notes and
# links, and the report of data/. What the files say (poppler, qpdf, MuPDF), names of files, all or none.
. "$(dirname "$0")/lib.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1

# ---- a report that places a graphic
mkdir -p one/sections
cp "$top/data/w1.xml" one/sections/w1.xml
long=$(for i in $(seq 60); do printf '第%d句话说的是第%d件事，它不长也不短。' "$i" "$i"; done)
report() { # FILE SECTIONS...
    local file=$1
    shift
    {
        echo '<report xmlns="urn:zhitu:1" id="one" template="report-a4" issue="2022-06-30">'
        echo '<cover><title>一份小报告</title></cover><toc depth="2"/>'
        printf '%s\n' "$@"
        echo '</report>'
    } >"$file"
}
chapter="<section id=\"one-1\" head=\"第一\"><text><p>$long</p><p>有注的话<fn>注里的话。</fn>在此。</p><p>末段，见<see to=\"one-2\"/>。</p></text></section>"
placed='<section id="one-2" head="第二"><text><p>下面是一张图。</p></text><place graphic="sections/w1.xml" template="narrow" wide="yes"/></section>'
report one/one.xml "$chapter" "$placed"
render() { "$ZHITU" render --lang en --templates "$top/templates" "$@" 2>said; }
render one/one.xml -o out -f pdf,png,svg --deps deps --format json --report report.json
equal "a report with a graphic: exit status" 0 $?
pdf=out/one.pdf
pages=$(pdfinfo "$pdf" | sed -nE 's/^Pages: +//p')
check "it has several pages ($pages)" test "$pages" -ge 4
check "qpdf finds nothing" sh -c 'qpdf --check "$1" | grep -q "No syntax or stream encoding errors"' sh "$pdf"
equal "poppler has nothing to say" "" "$(pdfinfo -struct-text "$pdf" 2>&1 >/dev/null)"
numbers=$(seq -f '%02g' 1 "$pages")
equal "a picture and a drawing of each page" "$(for n in $numbers; do printf "%s\n" "one-p$n.png" "one-p$n.svg"; done)" \
    "$(cd out && ls -- *.png *.svg | sort)"
check "the drawings are XML" sh -c 'xmllint --noout out/*.svg'
equal "what links of drawings lead to is there" "" "$(grep -ho 'xlink:href="[^"]*"' out/*.svg | sed 's/.*="//; s/"//' | sort -u |
    while IFS='#' read -r file id; do [ -n "$file" ] || continue; grep -q "id=\"$id\"" "out/$file" || echo "$file#$id"; done)"
equal "pages are counted" "$pages" "$(jq -r 'select(.summary) | .summary.pages' report.json)"
# card.xml has the name narrow as well.
for name in one.xml sections/w1.xml card.xml report-a4.xml; do
    check "--deps: $name" grep -q "$name" deps
done

# The torn paragraph is one to a reader, and all that is printed is in the structure in its order.
structure=$(pdfinfo -struct-text "$pdf" 2>/dev/null)
equal "the torn paragraph is one" "1" "$(awk '/^ *(P|LI|LBody|H[1-6])\y/ { n++; seen[n] = "" } /"/ { seen[n] = seen[n] $0 }
    END { for (i in seen) if (seen[i] ~ /第1句话/ && seen[i] ~ /第60件事/) print 1 }' <<<"$structure")"
equal "a note is read behind its call, though it stands at the foot" "有注的话 注里的话 末段，见" \
    "$(grep -oE '有注的话|注里的话|末段，见' <<<"$structure" | uniq | tr '\n' ' ' | sed 's/ $//')"
equal "contents are one list of links" "1 2 2" "$(grep -cE '^ *TOC$' <<<"$structure") $(grep -cE '^ *TOCI$' <<<"$structure") $(grep -A1 -E '^ *TOCI$' <<<"$structure" | grep -c Link)"
check "the graphic is in it" grep -q "$(sed -nE 's/.*<item key="([^"]*)".*/\1/p' "$top/data/w1.xml" | head -n 1)" <<<"$structure"
equal "the outline has both chapters" "2" "$(qpdf --json --json-key=outlines "$pdf" | jq '[.outlines[] | select(.title | test("第一$|第二$"))] | length')"
equal "the data of its chart are attached" "1" "$(pdfdetach -list "$pdf" | sed -nE 's/ embedded files?//p')"
equal "each dest of a link is there" "" "$(comm -23 <(qpdf --qdf --object-streams=disable "$pdf" - | grep -aoE '/Dest \([^)]*\)' | sed 's/.*(//; s/)//' | sort -u) \
    <(pdfinfo -dests "$pdf" | sed -nE 's/.*"(.*)"$/\1/p' | sort -u))"
render one/one.xml -o again -f pdf,png,svg
check "the same again" diff -r out again

# Shorter than before: the pages of the earlier issue are told, all others are new.
report one/one.xml '<section id="one-1" head="第一"><text><p>短了。</p></text></section>'
render one/one.xml -o out -f png --format json >said.json
check "pages of a longer issue are told" grep -q '"code":"pages-left"' said.json
# One that fails leaves every page as it was.
cp -r out before
report one/one.xml "$chapter" '<section id="one-2" head="第二"><place graphic="sections/none.xml"/></section>'
status=0
render one/one.xml -o out -f pdf,png || status=$?
equal "a graphic that is not there: exit status" 1 $status
check "and it is said" grep -q 'one.xml:4:.*\[graphic-missing\]' said
check "nothing is written" diff -r before out
report one/one.xml '<section head="第一"><place graphic="one.xml"/></section>'
render one/one.xml -o out -f pdf
check "a report cannot place itself" grep -q '\[graphic-root\]' said
report one/one.xml '<section head="第一"><place graphic="../two.xml"/></section>'
cp "$top/data/w1.xml" two.xml
render --root one one/one.xml -o out -f pdf
check "nor what lies outside its root" grep -q '\[graphic-outside\]' said

# A graphic is set at the width of its columns: a column where its own template is no wider.
width_of() { "$ZHITU" dump --templates "$top/templates" --stage=scene --json one/one.xml 2>said |
    jq -r '[.pages[].items[] | select(.part == "graphic") | .box[2] | floor] | join(" ")'; }
for given in 'template="narrow" 220' ' 462' 'template="narrow" wide="yes" 462' 'template="rank-card" float="page" 462'; do
    report one/one.xml "<section head=\"第一\"><section head=\"一节\"><text><p>图在下面。</p></text><place graphic=\"sections/w1.xml\" ${given% *}/></section></section>"
    equal "a graphic takes the width of its columns (${given% *})" "${given##* }" "$(width_of)"
done
report one/one.xml '<section head="第一"><section head="一节"><text><p>见<see to="w1"/>和<see to="w1" show="title"/>。</p></text><place graphic="sections/w1.xml" id="w1"/></section></section>'
render one/one.xml -o out -f pdf
check "with an id it is a figure of its title" grep -q "见图1-1和《$(grep -oP '(?<=<title>)[^<]*' one/sections/w1.xml | head -n 1)》" <(pdf_text out/*.pdf)
report one/one.xml '<section head="第一"><place graphic="sections/w2.xml"/></section>'
cp "$top/data/w2.xml" one/sections/w2.xml
status=0
render one/one.xml -o out -f pdf || status=$?
check "what is higher than a page at that width is told" grep -q 'w2.xml.*\[overset\]' said
equal "and not printed" 1 $status

# ---- the stages
report one/one.xml "$chapter" "$placed"
dump() { "$ZHITU" dump --templates "$top/templates" --stage="$1" "${@:2}" one/one.xml 2>/dev/null; }
equal "pages: as many as in the file" "$pages" "$(dump pages | grep -c '^page ')"
equal "pages: JSON has as many" "$pages" "$(dump pages --json | jq '.pages | length')"
equal "pages: costs add up" "true" "$(dump pages --json | jq '. as $r | ([.pages[].cost, .terms[].cost] | add) == $r.cost')"
equal "scene: JSON has the pages" "$pages" "$(dump scene --json | jq '.pages | length')"
equal "scene: and what links lead to" "true" "$(dump scene --json |
    jq '. as $b | [.pages[].items[] | select(.kind == "link" and .dest) | .dest] | length > 0 and all(. as $d | $b.dests | any(.id == $d))')"

# ---- the report of data/: each paragraph is one element, though pages tear them
"$ZHITU" render "$top/data/report/jingjiquan-2023.xml" -o data -f pdf >said 2>&1
equal "the report of data/: exit status" 0 $?
pdf=data/jingjiquan-2023.pdf
check "qpdf finds nothing in it" sh -c 'qpdf --check "$1" | grep -q "No syntax or stream encoding errors"' sh "$pdf"
pdfinfo -struct-text "$pdf" 2>said | awk '/^ *"/ { sub(/^ *"/, ""); sub(/"$/, ""); text = text $0; next }
    { if (text != "") print text; text = "" } END { if (text != "") print text }' | sed 's/[[:space:]　]//g' >elements
equal "poppler has nothing to say of it" "" "$(cat said)"
# Paragraphs of words alone: what references, notes and computed values print is the program's.
cat "$top"/data/report/sections/*.xml | tr -d '\n' | grep -oE '<p( [^>]*)?>[^/]*([^/]|</(v|em|change|share|rank|target)>)*</p>' |
    grep -vE '<(see|fn|ref)|calc=' | sed -E 's/<[^>]*>//g; s/&#x200B;//g; s/[[:space:]　]//g' >paragraphs
check "it has many paragraphs ($(wc -l <paragraphs))" test "$(wc -l <paragraphs)" -ge 40
equal "each is one element" "" "$(while read -r p; do grep -qF -- "$p" elements || echo "$p"; done <paragraphs)"

# ---- a running head wider than its page would run off the paper: it is told, with where it was written
far=$(printf '很长的题%.0s' $(seq 24))
mkdir wide
report wide/one.xml "<section id=\"one-1\" head=\"$far\"><text><p>一段。</p></text></section>"
render wide/one.xml -o wide/out -f pdf
equal "a long head without short=: an error" "1 1" "$? $(grep -c '^wide/one.xml:3:.*running head.*\[line-too-wide\]$' said)"
check "and no file" test ! -e wide/out/one.pdf
report wide/one.xml "<section id=\"one-1\" head=\"$far\" short=\"短题\"><text><p>一段。</p></text></section>"
render wide/one.xml -o wide/out -f pdf
equal "with short= as the finding says: none" "0 0" "$? $(grep -c line-too-wide said)"

# A finding about a page of several says which; one about the document does not.
report two.xml '<section head="第一"><text><p>短的一段。</p></text></section>' \
    "<section head=\"$(printf '题%.0s' $(seq 60))\"><text><p>短的一段<fn>注。</fn>。</p></text></section>" '<index/>'
equal "json: pages of findings" 'line-too-wide 7, list-empty null' "$("$ZHITU" check --templates "$top/templates" --format json two.xml 2>/dev/null |
    jq -r 'select(.code) | "\(.code) \(.page)"' | sort -u | paste -sd, | sed 's/,/, /g')"

# Running heads are artifacts of pagination; rows of heads alone are the THead of their table, the others its TBody.
report two.xml '<section head="第一"><text><p>见<see to="t"/>。</p></text><table id="t" head="表题"><column head="项目"/><column head="数值"/><row><cell>甲</cell><cell>1</cell></row><row><cell>乙</cell><cell>2</cell></row></table></section>'
render two.xml -o out2 -f pdf
pdf2=$(ls out2/*.pdf)
equal "a table has a head and a body" "Table THead TR TH TH TBody TR TR" "$(pdfinfo -struct "$pdf2" | grep -oE '^ *(Table|THead|TBody|TR|TH)\b' | xargs)"
ops=$(qpdf --qdf --object-streams=disable "$pdf2" - 2>/dev/null | grep -a -oE '/Artifact<</Type/Pagination/Subtype/[A-Za-z]+' | sed 's|.*/||' | sort | uniq -c | xargs)
equal "contents and text have a head, the opener a foot" "1 Footer 2 Header" "$ops"
check "qpdf finds nothing" qpdf --check "$pdf2"
