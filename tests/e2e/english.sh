# Documents in English: nothing that the program prints, says or writes by itself is Chinese. Every sample of the
# gallery is spelled in letters (tests/tools/make_english), so that any Han left is the program's.
. "$(dirname "$0")/lib.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cp -r "$top/templates" "$work/templates"
cp "$work"/templates/gallery/gallery-*.xml "$work/templates/"
mkdir "$work/docs"
cp -r "$top/templates/gallery/photos" "$work/docs/"
samples=$(cd "$top/templates/gallery" && ls *.xml *.csv *.tiles | grep -vE '^(gallery|report)-')
for sample in $samples; do "$top/tests/tools/make_english" "$top/templates/gallery/$sample" "$work/docs/$sample"; done

# han: lines with Han or with full-width marks.
han() { perl -CSD -ne 'print if /\p{Han}|[\x{3000}-\x{303F}\x{FF01}-\x{FF60}]/' "$@"; }
in_english() { "$ZHITU" --lang en "$@" --templates "$work/templates" --root "$work" 2>"$work/said"; }

read_ones=0 refused="" chinese=""
for document in "$work"/docs/*.xml; do
    name=$(basename "$document" .xml)
    # Names made of syllables may be too long for their room: that is said, and looked at by no one here.
    if ! in_english read "$document" >"$work/read"; then
        grep -qE '\[(line-too-wide|outside-box)\]' "$work/said" || refused="$refused $name"
        continue
    fi
    read_ones=$((read_ones + 1))
    [ -z "$(han "$work/read")" ] || chinese="$chinese $name: $(han "$work/read" | head -2)"
    in_english dump --stage=scene "$document" >"$work/scene"
    [ -z "$(han "$work/scene")" ] || chinese="$chinese scene of $name: $(han "$work/scene" | head -2)"
done
equal "every sample can be written in English" "" "$refused"
equal "what is printed and read aloud has no Han" "" "$chinese"
check "nearly all samples were looked at ($read_ones)" [ "$read_ones" -ge 100 ]
check "the test sees Han" [ -n "$(printf '合计 12\n' | han)" ]

# ---- one document ----
cat >"$work/one.xml" <<'X'
<graphic xmlns="urn:zhitu:1" id="one" template="chart" issue="2022-06-24" lang="en">
<title>Freight doubles</title><asof>2022-05</asof>
<chart kind="bar"><title>Containers by port</title>
<data unit="thousand containers"><item key="Qinzhou"><v>612</v></item><item key="Beihai"><v status="estimate">240</v></item>
<item key="Yangpu"><v status="missing"/></item></data></chart>
<note>Figures are preliminary.</note>
<credits><source>Statistics Bureau</source><source>Port Authority</source><compiled by="Li Wei"/></credits></graphic>
X
for line in "Source: Statistics Bureau, Port Authority" "Compiled by Li Wei" "Data as of May 2022" \
    "graphic Bar chart: Containers by port. Qinzhou 612 thousand containers, Beihai 240 thousand containers (estimate), Yangpu to come." \
    "  table, 4 rows, 3 columns"; do
    check "it says: $line" grep -qxF -- "$line" <(in_english read "$work/one.xml")
done
check "the unit stands over the bars" grep -q 'Unit: thousand containers' <(in_english dump --stage=scene "$work/one.xml")
for messages in zh en; do
    "$ZHITU" --lang $messages read "$work/one.xml" --templates "$work/templates" 2>"$work/said" >"$work/read-$messages"
done
check "the reader's language does not matter" cmp "$work/read-zh" "$work/read-en"
in_english render "$work/one.xml" -f pdf,svg -o "$work" -q
check "PDF says its language" grep -aq '/Lang *(en)' <(qpdf --qdf --object-streams=disable "$work/one.pdf" -)
check "SVG says its language" grep -q 'xml:lang="en"' "$work/one.svg"
sed 's/lang="en"/lang="en-GB"/' "$work/one.xml" >"$work/kind.xml"
check "a kind of English is English" grep -qx 'Data as of May 2022' <(in_english read "$work/kind.xml")

# ---- pages of a newspaper ----
cat >"$work/pages.xml" <<'X'
<edition xmlns="urn:zhitu:1" id="pages" template="news-page" issue="2021-12-15" lang="en">
<page no="5" section="Home News"><folio edit="Ann Lee"/><advert column="1" line="0" cols="5" lines="10"/></page>
<page no="6"><folio edit="Ann Lee"/><advert column="1" line="0" cols="5" lines="10"/></page></edition>
X
in_english render "$work/pages.xml" -f pdf -o "$work" -q
equal "the outline of the pages is in English" "Page 5, Home News|Page 6" \
    "$(qpdf --json --json-key=outlines "$work/pages.pdf" | jq -r '[.outlines[].title] | join("|")')"

# ---- the samples of data/english ----
for document in "$top"/data/english/*.xml; do
    name=$(basename "$document" .xml)
    check "$name has no warning" "$ZHITU" check --strict "$document" -q
    equal "$name has no word of Chinese" "" "$("$ZHITU" read "$document" 2>/dev/null | han)"
done

# ---- other languages ----
for lang in fr english zho; do
    sed "s/lang=\"en\"/lang=\"$lang\"/" "$work/one.xml" >"$work/other.xml"
    in_english check "$work/other.xml" >/dev/null
    check "lang=\"$lang\" is refused, with those that there are" grep -q "other.xml:1:.*zh-Hans for Chinese, en for English.*\[bad-value\]" "$work/said"
done

# ---- the theme words them anew ----
sed 's|<credit-line |<english source="Data: {}" asof="To {}"/>\n  <credit-line |' -i "$work/templates/chongqing.xml"
check "a theme words sources" grep -qx 'Data: Statistics Bureau, Port Authority' <(in_english read "$work/one.xml")
check "and dates" grep -qx 'To May 2022' <(in_english read "$work/one.xml")

# ---- Chinese that was left in a document
cd "$work" || exit 1
cat >left.xml <<'XML'
<graphic xmlns="urn:zhitu:1" id="left" template="chart" lang="en" issue="2022-06-24">
  <title>Airports of the southwest</title>
  <chart kind="rank">
    <data unit="million passengers" key="Airport">
      <item key="重庆江北"><v>6.124</v></item>
      <item key="Mianyang"><v>1.336</v></item>
    </data>
  </chart>
  <hint><p>January to May 2022. 数据待核</p></hint>
  <credits><source>Airports</source></credits>
</graphic>
XML
equal "Chinese in a document in English is told once, where it is first" "left.xml:5:18: note: Chinese, “重庆江北”, in a document in English, in 2 places; it is printed as it stands: translate it unless it is a name [chinese-in-english]" "$("$ZHITU" check --lang en left.xml 2>&1 | grep -E 'chinese-in-english|asof-missing')"
sed 's/重庆江北/Jiangbei/; s/数据待核//' left.xml >none.xml
equal "and nothing where there is none" "" "$("$ZHITU" check --lang en none.xml 2>&1 | grep chinese-in-english)"
sed 's/ lang="en"//' left.xml >chinese.xml
equal "nor in a document in Chinese" "" "$("$ZHITU" check --lang en chinese.xml 2>&1 | grep chinese-in-english)"
