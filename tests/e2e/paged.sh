# Reports of many pages: numbers and pages agree with what is met, nothing is lost or torn wrongly, two
# runs are one file, a re-issue moves no unchanged chapter. The documents are drawn by lot
# (tests/tools/make_report.awk) beside that of data/report.
. "$(dirname "$0")/lib.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# render NAME FILE [OPTIONS]: PDF, text of each page in NAME.pages/N, account in NAME.account.
render() {
    local name=$1 file=$2 n pages
    shift 2
    "$ZHITU" render "$file" --templates "$top/templates" -o "$work/$name" -f pdf "$@" >"$work/$name.said" 2>&1 || {
        fail "$name: renders" "$(grep -A2 -E '错误|error' "$work/$name.said" | head -20)"
        return 1
    }
    pass "$name: renders"
    pdf=$(ls "$work/$name"/*.pdf)
    "$ZHITU" dump --stage=pages "$file" --templates "$top/templates" "$@" >"$work/$name.account" 2>/dev/null
    pages=$(pdfinfo "$pdf" | awk '/^Pages/ { print $2 }')
    mkdir -p "$work/$name.pages"
    for n in $(seq 1 "$pages"); do
        pdftotext -raw -f "$n" -l "$n" "$pdf" - | tr -d ' \n\f' | sed 's/\xe2\x81\xa0//g' >"$work/$name.pages/$n" 2>/dev/null
    done
}

# Every page that the contents name holds the head that they name it for.
contents() {
    local name=$1 wrong="" title page
    while IFS='|' read -r title page; do
        grep -q -F -- "$(printf '%s' "$title" | tr -d ' ')" "$work/$name.pages/$page" || wrong+="$title is not on page $page"$'\n'
    done < <(pdftotext -layout -f 2 -l 3 "$pdf" - | sed -nE 's/^ *[0-9]+\.[0-9]+ +(.*[^ .])[ .·]* +([0-9]+) *$/\1|\2/p')
    [ -z "$wrong" ] && pass "$name: contents name the pages where heads stand" || fail "$name: contents" "$wrong"
}

# 图1-2（第7页）: the page that a reference names has the caption.
references() {
    local name=$1 wrong="" label page count=0 caption
    cat "$work/$name.pages"/* >"$work/all"
    while IFS='|' read -r label page; do
        count=$((count + 1))
        caption=$(grep -oE "^ *$label +(图题|表题)[0-9]+" "$work/$name.layout" | head -1 | sed 's/ //g')
        grep -q -F -- "$caption" "$work/$name.pages/$page" 2>/dev/null || wrong+="$label is not on page $page"$'\n'
    done < <(grep -oE '(图|表)[0-9]+-[0-9]+（第[0-9]+页）' "$work/all" | sed -E 's/（第([0-9]+)页）/|\1/' | sort -u)
    [ -z "$wrong" ] && [ $count -gt 0 ] && pass "$name: $count references name the right pages" || fail "$name: references" "$count $wrong"
}

# A note stands on the page of its mark: in the file it follows the paragraph that holds it.
notes() {
    local name=$1 file=$2 wrong="" count=0 note before
    while IFS='|' read -r before note; do
        count=$((count + 1))
        if [ "$(grep -l -F -- "$note" "$work/$name.pages"/* | wc -l)" != 1 ]; then
            wrong+="$note is not on one page"$'\n'
        elif ! grep -q -F -- "$before" "$(grep -l -F -- "$note" "$work/$name.pages"/*)"; then
            wrong+="$note is not on the page of its mark"$'\n'
        fi
    done < <(sed -nE 's/.*([^。>]{6})。<fn>(注[0-9]{4}).*/\1|\2/p' "$file" | grep -v '[<"a-z]')
    [ -z "$wrong" ] && [ $count -gt 0 ] && pass "$name: $count notes stand on the pages of their marks" || fail "$name: notes" "$wrong"
}

# Notes end on the last line of the page, and nothing else of it stands in their room.
feet() { # NAME FILE
    local wrong
    wrong=$("$ZHITU" dump --stage=scene --json "$2" --templates "$top/templates" 2>/dev/null | jq -r '
        .pages[] | .items as $items | [$items[] | select(.part == "note" and .kind == "glyphs")] as $notes |
        select($notes | length > 0) |
        ([$notes[] | .box[1] + .box[3]] | max) as $foot |
        (if ($foot - 759.1 | fabs) > 8 then "notes end at \($foot)" else empty end),
        ($notes[] as $n | $items[] | select(.kind == "glyphs" and .part != "note" and .box[0] < $n.box[0] + $n.box[2] and $n.box[0] < .box[0] + .box[2]
            and .box[1] < $n.box[1] + $n.box[3] - 0.1 and $n.box[1] < .box[1] + .box[3] - 0.1) | "\(.text) stands on a note")')
    equal "$1: notes at the feet of pages" "" "$wrong"
}

# Paragraphs in their order, each once, as a reader of the file meets them.
order() {
    local name=$1
    pdftotext -raw "$pdf" - | tr -d ' \n' | grep -oE '段[0-9]{4}' >"$work/met"
    grep -oE '段[0-9]{4}' "$2" >"$work/written"
    equal "$name: paragraphs in the order of the document" "$(md5sum <"$work/written")" "$(md5sum <"$work/met")"
}

# No first or last line of a paragraph alone in a column, by the account of the pages.
alone() {
    local lines
    lines=$(awk '/ p / && / units / { match($0, /units [0-9]+\.\.[0-9]+/); split(substr($0, RSTART + 6, RLENGTH - 6), u, /\.\./); at = $NF
            if (at in last) { if (u[1] != last[at] + 1) print "lines are lost", $0 } first[at, ++pieces[at]] = u[1]; end[at, pieces[at]] = u[2]; last[at] = u[2]; line[at, pieces[at]] = $0 }
        END { for (at in pieces) for (i = 1; i <= pieces[at]; i++) if (pieces[at] > 1 && first[at, i] == end[at, i]) print line[at, i] }' "$work/$1.account")
    equal "$1: no line of a paragraph stands alone" "" "$lines"
}

# 续表: heads again, the caption says so, the part before says that it goes on; each row once.
torn() {
    local name=$1 file=$2 rows met parts goes
    rows=$(grep -oE '表[0-9]+行[0-9]{2}' "$file" | sort | md5sum)
    met=$(cat $(ls "$work/$name.pages"/* | sort -V) | grep -oE '表[0-9]+行[0-9]{2}' | sort | md5sum)
    equal "$name: each row of each table once" "$rows" "$met"
    parts=$(cat "$work/$name.pages"/* | grep -o '（续）' | wc -l)
    goes=$(cat "$work/$name.pages"/* | grep -oE '下(页|栏)续' | wc -l)
    [ "$parts" = "$goes" ] && [ "$parts" -gt 0 ] && pass "$name: $parts tables go on with their heads" || fail "$name: torn tables" "$parts parts, $goes say that they go on"
}

for seed in 1 2 3 4; do
    name=made-$seed
    awk -v seed=$seed -v chapters=$((2 + seed)) -f "$top/tests/tools/make_report.awk" >"$work/$name.xml"
    render $name "$work/$name.xml" || continue
    pdftotext -layout "$pdf" "$work/$name.layout"
    contents $name
    references $name
    notes $name "$work/$name.xml"
    feet $name "$work/$name.xml"
    order $name "$work/$name.xml"
    alone $name
    torn $name "$work/$name.xml"
    check "$name: qpdf finds nothing" qpdf --check "$pdf"
    "$ZHITU" render "$work/$name.xml" --templates "$top/templates" -o "$work/again" -f pdf >/dev/null 2>&1
    check "$name: two runs are one file" cmp "$pdf" "$work/again/$name.pdf"
done

# On a screen: one column of slides, and no type under 12 points.
awk -v seed=7 -v chapters=3 -v template=report-16x9 -f "$top/tests/tools/make_report.awk" >"$work/screen.xml"
if render screen "$work/screen.xml"; then
    order screen "$work/screen.xml"
    small=$("$ZHITU" dump --stage=scene "$work/screen.xml" --templates "$top/templates" 2>/dev/null |
        awk '$1 == "glyphs" && $7 + 0 < 12 && $7 != 0 { print $7, $0 }' | grep -vE '"(①|②|③|④|⑤|⑥|⑦|⑧|⑨)"' | cut -c1-120 | head -3)
    equal "screen: no type under 12 points" "" "$small"
fi

# Numbers of two digits in all places: their words make room for them in the contents.
{
    echo '<report xmlns="urn:zhitu:1" id="many" template="report-a4"><cover><title>多章</title></cover><toc depth="3"/>'
    for c in $(seq 12); do
        echo "<section head=\"章题$c\">"
        for s in $(seq 11); do echo "<section head=\"节题$s\"><section head=\"小节题\"><text><p>正文。</p></text></section></section>"; done
        echo '</section>'
    done
    echo '</report>'
} >"$work/many.xml"
render many "$work/many.xml" && check "many: 12.11.1 stands apart from its words" \
    grep -q '12\.11\.1 *小节题' <(pdftotext -layout -f 2 -l 9 "$pdf" -)

# Another lot of figures in a chapter leaves the pages of all others as they were.
sed -E '/id="c2"/,/id="c3"/s/<v>([0-9])/<v>1\1/' "$work/made-3.xml" >"$work/made-3b.xml"
render reissue "$work/made-3b.xml" && {
    starts() { awk '/^page/ { page = $2 } / section c[0-9]+s?[0-9]* / { print $2, page }' "$1" | grep -v '^c2'; }
    equal "re-issue: unchanged chapters keep their pages" "$(grep -n . <(awk '/^page/ { page = $2 } / section c/ { print $2, page }' "$work/made-3.account"))" \
        "$(grep -n . <(awk '/^page/ { page = $2 } / section c/ { print $2, page }' "$work/reissue.account"))"
}

# The outline has all heads, pages have labels.
outline=$(qpdf --json --json-key=outlines "$work/made-1/made-1.pdf" 2>/dev/null | grep -c '"title"')
heads=$(grep -oE '<section |<appendix|<sources|<index|<toc' "$work/made-1.xml" | wc -l)
equal "made-1: the outline has a line for each head" "$heads" "$outline"

# Values stand near what they belong to, 12 mm at most, and the rule that closes a table above its notes.
# table HEAD VALUE: millimetres from label to value and from value to text, and from the foot of the
# last row's type to the rule and on to the note
table() {
    printf '<report xmlns="urn:zhitu:1" id="t" template="report-a4" issue="2023-06-30"><section id="a" head="章"><text columns="2"><p>见<see to="w"/>。</p></text><table id="w" head="表题" declared="2"><column head="项目"/><column head="数值"/><column head="时间"/><row head="一项"><cell><v>27个</v></cell><cell>2022年</cell></row><row head="%s"><cell><v>%s</v></cell><cell>2023年</cell></row><note>注在线下。</note></table></section></report>' "$1" "$2" >"$work/t.xml"
    "$ZHITU" dump --stage=scene --json "$work/t.xml" --templates "$top/templates" 2>/dev/null | jq -r '
        def mm: . * 25.4 / 72 * 10 | round / 10;
        [.pages[].items[]] as $all | ($all | map(select(.block == "table" and .kind == "glyphs"))) as $t |
        ($t | map(select(.part == "row-head")) | max_by(.box[2])) as $head | ($t | map(select(.part == "value")) | max_by(.box[2])) as $value |
        ($t | map(select(.part == "cell")) | last) as $cell | ($t | map(select(.part == "note")) | last) as $note |
        ($all | map(select(.kind == "path" and .part == "rule" and .box[2] > 400 and .box[1] > $cell.box[1])) | first) as $rule |
        "\($value.box[0] - $head.box[0] - $head.box[2] | mm) \($cell.box[0] - $value.box[0] - $value.box[2] | mm) \($rule.box[1] > $cell.box[1] + $cell.box[3] and $rule.box[1] + $rule.box[3] < $note.box[1])"'
}
equal "a table of short rows" "12 12 true" "$(table 又一项 160个)"
equal "a table of longer rows" "12 12 true" "$(table 西部陆海新通道成渝地区运量年均增幅 12345.6万人次)"

# Lines of code go on in the next column: each once, in order, two at least at either end, all of them one element.
code() { # LINES BEFORE: so many lines of code behind so many of text
    echo "<report xmlns=\"urn:zhitu:1\" id=\"code-$1-$2\" template=\"report-a4\"><section head=\"章\"><text><p>$(for i in $(seq $(($2 * 21))); do printf '字'; done)</p></text><code>"
    for i in $(seq "$1"); do echo "$([ $((i % 3)) = 0 ] && echo '  ')line $i of $(((i * 7) % 11)) lines"; done
    echo '</code><text><p>段尾。</p></text></section></report>'
}
for given in "5 3" "60 3" "60 40" "199 20" "200 21" "201 22"; do
    name=code-${given/ /-}
    code $given >"$work/$name.xml"
    render "$name" "$work/$name.xml" || continue
    equal "$name: each line once, in order" "$(seq "${given% *}")" "$(pdftotext -raw "$pdf" - | grep -oE 'line [0-9]+ of' | grep -oE '[0-9]+')"
    equal "$name: one element" 1 "$(pdfinfo -struct "$pdf" | grep -c '^ *Code')"
    equal "$name: no line alone, no part without lines" "" "$(awk '/ code / && / units / { match($0, /units [0-9]+\.\.[0-9]+/); split(substr($0, RSTART + 6, RLENGTH - 6), u, /\.\./); if (u[2] <= u[1]) print }' "$work/$name.account")"
    most=$(awk '/^page/ { lines = $6 } / column / { split($0, w, / line /); split(w[2], n, /[, x]+/); if (n[1] + n[3] - 1 > lines) print }' "$work/$name.account")
    equal "$name: no part below the last line" "" "$most"
done
check "code of 200 lines stands in five columns or more" test "$(grep -c ' code ' "$work/code-200-21.account")" -ge 5

# Blocks of entries that are higher than a page go on over several: each entry once and in its order, the head
# said again, the words that it goes on below each part but the last.
entries() { # KIND COUNT [ATTRIBUTES]
    local open close i text
    case $1 in
    timeline) open='<event date="2015-%02d-%02d">' close='</event>' ;;
    names) open='<name>' close='</name>' ;;
    groups) open='<group head="组%d"><point>' close='</point></group>' ;;
    ledger) open='<row head="事%d"><task>要办的事。</task><result>' close='</result></row>' ;;
    quotes) open='<q by="代表%d">' close='</q>' ;;
    esac
    echo "<report xmlns=\"urn:zhitu:1\" id=\"long-$1-$2\" template=\"report-a4\" issue=\"2023-06-30\"><section head=\"章\"><text><p>见<see to=\"b\"/>。</p></text><$1 id=\"b\" head=\"块的题\"$3>"
    for i in $(seq "$2"); do
        text=$(printf '项%03d' "$i")$(for k in $(seq $((i % 4 * 5))); do printf '说明'; done)
        # shellcheck disable=SC2059
        printf "$open%s$close\n" $(case $1 in timeline) echo $((i % 12 + 1)) $((i % 27 + 1)) ;; groups | ledger | quotes) echo "$i" ;; esac) "$text"
    done
    echo "</$1><text><p>段尾。</p></text></section></report>"
}
for given in "timeline 90" "names 210" "names 211" "groups 60" "ledger 31" "quotes 50"; do
    name=long-${given/ /-}
    entries $given >"$work/$name.xml"
    render "$name" "$work/$name.xml" || continue
    pages=$(cat $(ls "$work/$name.pages"/* | sort -V))
    equal "$name: each entry once" "$(seq -f '项%03g' "${given#* }")" "$(grep -oE '项[0-9]{3}' <<<"$pages" | sort)"
    parts=$(grep -c "^  ${given% *} " "$work/$name.account")
    check "$name: over several pages ($parts)" test "$parts" -ge 2
    goes=$(grep -oE '下(页|栏)续' <<<"$pages" | wc -l) again=$(grep -o '块的题（续）' <<<"$pages" | wc -l)
    equal "$name: parts that go on, heads said again" "$((parts - 1)) $((parts - 1))" "$goes $again"
    most=$(awk '/^page/ { lines = $6 } / column / { split($0, w, / line /); split(w[2], n, /[, x]+/); if (n[1] + n[3] - 1 > lines) print }' "$work/$name.account")
    equal "$name: no part below the last line" "" "$most"
done
# keep="yes" is not torn: the message says how high it is, and its remedy works.
entries names 210 ' keep="yes"' >"$work/kept.xml"
said=$("$ZHITU" render "$work/kept.xml" --templates "$top/templates" -o "$work/kept" -f pdf 2>&1)
check "a kept block that is higher than a page: block-too-high" grep -q 'block-too-high' <<<"$said"
check "its remedy" grep -q '请删去 keep="yes"' <<<"$said"
sed 's/ keep="yes"//' "$work/kept.xml" >"$work/let.xml"
check "the remedy works" "$ZHITU" render "$work/let.xml" --templates "$top/templates" -o "$work/kept" -f pdf
# split="yes" lets what is longer than half a page begin on the page that is there.
for split in "" ' split="yes"'; do
    entries names 32 "$split" | sed "s|<p>见|<p>$(for i in $(seq 900); do printf 字; done)见|" >"$work/half.xml"
    render half "$work/half.xml"
    grep -c '^  names ' "$work/half.account"
done >"$work/half.parts"
equal "split: a list of 32 names whole, and in two parts" "1 2" "$(grep -E '^[0-9]+$' "$work/half.parts" | tr '\n' ' ' | sed 's/ $//')"

# A note that is longer than half a page goes on at the feet of the columns behind its own, each word once, and is told of
# where that is another page; thirty notes of one paragraph have their room.
phrases() { for i in $(seq "$1" "$2"); do printf '第%03d句说明，' "$i"; done; }
{
    echo '<report xmlns="urn:zhitu:1" id="notes" template="report-a4" issue="2023-06-30"><section head="章"><text>'
    echo "<p>起头的话。<fn>$(phrases 1 260)完。</fn>后面的话。</p>"
    for k in $(seq 8); do echo "<p>段$k$(for i in $(seq 90); do printf 正文; done)。</p>"; done
    echo "<p>许多注$(for i in $(seq 301 330); do printf '，又一处<fn>第%03d句说明。</fn>' "$i"; done)。</p>"
    for k in $(seq 4); do echo "<p>尾$k$(for i in $(seq 90); do printf 正文; done)。</p>"; done
    echo '</text></section></report>'
} >"$work/notes.xml"
if render notes "$work/notes.xml"; then
    equal "long notes: each phrase once" "$(phrases 1 260 | grep -oE '第[0-9]{3}'; seq -f '第%03g' 301 330)" "$(cat "$work/notes.pages"/* | grep -oE '第[0-9]{3}句' | sed 's/句//' | sort)"
    check "a note over two pages: note-torn" grep -q 'note-torn' "$work/notes.said"
    equal "note-torn is told once of it" 1 "$(grep -c 'note-torn' "$work/notes.said")"
    feet notes "$work/notes.xml"
fi

# A narrow table that is higher than a page runs in the columns of the text, unless it asks for all of them; one whose rows
# would be higher there does not. narrow ATTRIBUTES WORDS: columns that hold parts of it
narrow() {
    {
        echo "<report xmlns=\"urn:zhitu:1\" id=\"narrow\" template=\"report-a4\" issue=\"2023-06-30\"><section head=\"章\"><text><p>见<see to=\"t\"/>。</p></text><table id=\"t\" head=\"各区县\" $1><column head=\"区县\"/><column head=\"人口\"/><column head=\"说明\"/>"
        for i in $(seq 120); do echo "<row head=\"第${i}区\"><cell><v>$((i * 7))万人</v></cell><cell>$2</cell></row>"; done
        echo '</table></section></report>'
    } >"$work/narrow.xml"
    "$ZHITU" dump --stage=pages "$work/narrow.xml" --templates "$top/templates" 2>/dev/null | awk '/^  table t / { print $4 }' | sort -u | tr '\n' ' '
}
equal "a narrow table runs in columns" "1 2 " "$(narrow '' 短)"
equal "wide: over all" "1 " "$(narrow 'wide="yes"' 短)"
equal "rows that would be higher: over all" "1 " "$(narrow '' 这一格的说明比一栏里能排下的要长得多所以要折成两行才行而整页宽就不用折行)"
narrow '' 短 >/dev/null
render narrow "$work/narrow.xml" && equal "narrow: each row once" "$(seq -f '第%g区' 120 | sort)" "$(cat "$work/narrow.pages"/* | grep -oE '第[0-9]+区' | sort)"

# A figure below a head whose text has other columns, before any text, is not left behind.
echo '<report xmlns="urn:zhitu:1" id="lifted" template="report-a4" issue="2023-06-30"><section head="章"><section head="节"><section head="小节"><chart kind="bar" head="图题"><title>结论</title><data unit="万人次"><item key="甲"><v>9</v></item><item key="乙"><v>7</v></item></data></chart><section head="下一级"><text columns="3"><p>三栏的正文。</p></text></section></section></section></section></report>' >"$work/lifted.xml"
render lifted "$work/lifted.xml" && check "lifted: the figure stands" grep -q '结论' <(cat "$work/lifted.pages"/*)

# What is longer than half a page, and split="yes", may part; what is as long as half a page does not. halves ROWS NOTES:
# lines of the table with the one below it, and 1 where it may part
halves() {
    local split
    for split in '' 'split="yes"'; do
        {
            echo "<report xmlns=\"urn:zhitu:1\" id=\"h\" template=\"report-a4\" issue=\"2023-06-30\"><section head=\"章\"><text><p>$(printf '文%.0s' $(seq 700))。见<see to=\"t\"/>。</p></text><table id=\"t\" wide=\"yes\" head=\"题\" $split><column head=\"甲\"/><column head=\"乙\"/>"
            for i in $(seq "$1"); do echo "<row head=\"第$i\"><cell><v>$i万人</v></cell></row>"; done
            for i in $(seq "$2"); do echo "<note>注$i。</note>"; done
            echo '</table></section></report>'
        } >"$work/halves.xml"
        "$ZHITU" dump --stage=pages "$work/halves.xml" --templates "$top/templates" 2>/dev/null | grep '^  table t ' >"$work/halves$split"
    done
    echo "$(grep -oE 'x [0-9]+' "$work/halves" | tr -d 'x ') $(grep -c units "$work/halvessplit=\"yes\"")"
}
equal "split: half of 43 lines and one of air stand whole, a line more may part" "22 0 22 0 23 1 23 1" \
    "$(for table in '14 2' '15 1' '14 3' '15 2'; do halves $table; done | xargs)"

# Where a table parts: two rows stay at either end of it, and a band has two rows below it. Text before it moves the break
# over all of its rows.
banded() { # CHARACTERS
    echo "<report xmlns=\"urn:zhitu:1\" id=\"b\" template=\"report-a4\" issue=\"2023-06-30\"><section head=\"章\"><text><p>$(printf '文%.0s' $(seq "$1"))。见<see to=\"t\"/>。</p></text><table id=\"t\" wide=\"yes\" split=\"yes\" head=\"题\"><column head=\"甲\"/><column head=\"乙\"/>"
    for i in $(seq 24); do
        [ $((i % 4)) != 1 ] || echo "<row head=\"第$i组\"/>"
        echo "<row head=\"第$i\"><cell><v>$i万人</v></cell></row>"
    done
    echo '</table></section></report>'
}
wrong='' breaks=''
for before in $(seq 10 90 1540); do
    banded "$before" >"$work/banded.xml"
    parts=$("$ZHITU" dump --stage=pages "$work/banded.xml" --templates "$top/templates" 2>/dev/null | sed -nE 's/^  table t .* units ([0-9]+)\.\.([0-9]+) .*/\1 \2/p')
    breaks+="$(sed '$d; s/.* //' <<<"$parts" | xargs) "
    # 30 rows: 0, 5, 10 … are bands
    wrong+=$(awk -v before="$before" '{ if ($2 - $1 < 1) print before ": a row alone, " $0; if ($2 < 29 && $2 % 5 < 2) print before ": a band at the foot, " $0 }' <<<"$parts")
done
equal "rows that stay together" "" "$wrong"
check "the break came to many rows ($breaks)" test "$(xargs -n1 <<<"$breaks" | sort -u | wc -l)" -ge 5

# A note of a cell stands below each part of a torn table that calls it and is read once; one about the whole table stands
# below the last part, and the rule of a part above its notes. Notes take their lines: nothing goes beyond the foot.
# marked ROWS CHARACTERS: so many rows behind so many characters of text; every 17th row has a note of its own, every 13th
# row the same one
marked() {
    echo '<report xmlns="urn:zhitu:1" id="marked" template="report-a4" issue="2023-06-30"><section head="章"><text>'
    echo "<p>见<see to=\"t\"/>。$(printf '文%.0s' $(seq "$2"))。</p></text>"
    echo '<table id="t" wide="yes" split="yes" head="各区县"><column head="区县"/><column head="人口"/><column head="说明"/>'
    for i in $(seq "$1"); do
        own='' same=''
        [ $((i % 17)) != 5 ] || own="<fn>第${i}项的口径不同。</fn>"
        [ $((i % 13)) != 7 ] || same=$([ "$i" = 7 ] && echo '<fn id="k">以常住人口计。</fn>' || echo '<fn ref="k"/>')
        echo "<row head=\"（${i}）\"><cell><v>$((i * 7))万人</v>$own</cell><cell>短$same</cell></row>"
    done
    echo '<note>全表的注。</note></table></section></report>'
}
for rows in 40 75 110; do
    for before in 1 300 640; do
        marked $rows $before >"$work/marked.xml"
        rm -rf "$work/marked.pages"
        render marked "$work/marked.xml"
        wrong=''
        for page in $(grep -lE '（[0-9]+）[0-9]+万人' "$work/marked.pages"/*); do
            met=$(grep -oE '（[0-9]+）[0-9]+万人' "$page" | grep -oE '（[0-9]+' | tr -d '（')
            wanted=$(awk '$1 % 17 == 5' <<<"$met") same=$(awk '$1 % 13 == 7' <<<"$met" | head -1)
            [ "$(grep -oE '第[0-9]+项的口径' "$page" | grep -oE '[0-9]+')" = "$wanted" ] || wrong+="notes of $page"
            [ "$(grep -c '以常住人口计' "$page")" = "${same:+1}" ] || [ -z "$same$(grep -o 以常住人口计 "$page")" ] || wrong+="the note of several rows on $page"
        done
        equal "$rows rows behind $before characters: notes stand where they are called" "" "$wrong"
        equal "each row once, the note of all once ($rows, $before)" "$rows 1" \
            "$(cat "$work/marked.pages"/* | grep -oE '（[0-9]+）[0-9]+万人' | sort -u | wc -l) $(cat "$work/marked.pages"/* | grep -o '全表的注' | wc -l)"
        equal "heard once ($rows, $before)" 1 "$(pdfinfo -struct-text "$pdf" | tr -d ' \n' | grep -o '以常住人口计' | wc -l)"
    done
done

# An indicator of more pages than have room beside its name: the index has them all behind it.
{
    echo '<report xmlns="urn:zhitu:1" id="indexed" template="report-16x9" issue="2023-06-30">'
    for c in $(seq 30); do echo "<section head=\"章题$c\"><text><p>旅客<v name=\"旅客吞吐量\">$c万人次</v>。</p></text></section>"; done
    echo '<index of="indicators" head="索引"/></report>'
} >"$work/indexed.xml"
render indexed "$work/indexed.xml" && equal "indexed: all pages of an indicator" "旅客吞吐量$(seq -s ， 2 2 60)" "$(tail -n 1 <(ls "$work/indexed.pages" | sort -n) | sed "s|^|$work/indexed.pages/|" | xargs cat | grep -oE '旅客吞吐量[0-9，　]*' | sed 's/　//')"

# Figures at the foot of a column: as float="foot" says, and in templates with at="head foot" where that end is nearer to
# the mention. Lines of the account of its first page: those of the chart, the first and the last.
ends() { # ATTRIBUTES FIRST SECOND: so many characters before the mention and behind it
    local text='成渝地区双城经济圈建设稳步推进各项工作有序开展'
    zeichen() { for i in $(seq $(($1 / 23))); do printf %s "$text"; done; }
    echo "<report xmlns=\"urn:zhitu:1\" id=\"ends\" template=\"report-a4\" issue=\"2023-06-30\"><section head=\"章\"><section head=\"节\"><text><p>$(zeichen "$2")见<see to=\"f\"/>。</p><p>$(zeichen "$3")。</p></text><chart kind=\"bar\" id=\"f\" head=\"图题\" $1><title>结论</title><data unit=\"万人次\"><item key=\"甲\"><v>9</v></item><item key=\"乙\"><v>7</v></item><item key=\"丙\"><v>5</v></item></data></chart></section></section></report>"
}
stands() {
    ends "$@" >"$work/ends.xml"
    "$ZHITU" dump --stage=pages "$work/ends.xml" --templates "$top/templates" 2>/dev/null |
        awk '/^  chart f / { split($0, w, / line /); split(w[2], n, /[, x]+/); print n[1], n[1] + n[3] - 1 }'
}
head=$(stands 'float="head"' 300 2400) foot=$(stands 'float="foot"' 300 2400)
equal "float=head: below the head of the section" 4 "${head% *}"
equal "float=foot: on the last line of its column" 43 "${foot#* }"
equal "mentioned at the head of its column: there" "$head" "$(stands '' 20 2400)"
equal "mentioned at the foot of its column: there" "$foot" "$(stands '' 460 2400)"
equal "at the end of a chapter: level with the text" "12 20" "$(stands 'float="foot"' 100 400)"
render ends "$work/ends.xml"
said=$(ends 'float="foot" wide="yes"' 300 600 >"$work/wide.xml" && "$ZHITU" render "$work/wide.xml" --templates "$top/templates" -o "$work/wide" -f pdf 2>&1)
check "float=foot of a wide figure: float-wide" grep -q 'float-wide' <<<"$said"
check "its remedy works" test -z "$(sed 's/ float="foot"//' "$work/wide.xml" >"$work/wide2.xml" && "$ZHITU" render "$work/wide2.xml" --templates "$top/templates" -o "$work/wide" -f pdf 2>&1 | grep float-wide)"

# Twenty reports break where they broke. When another break was meant: scripts/accept-expected reports.
traces=$(report_traces)
equal "twenty reports: pages, last lines, heads" "$(cat "$top/tests/reports.txt")" "$traces"
check "they are unlike" test "$(grep '^  last' <<<"$traces" | sort -u | wc -l)" = 20
