# zhitu verify: whether a PDF still says what was set. A changed digit or word is found in whatever file, with its place on
# the page and in the document; files as they were made are all well.
. "$(dirname "$0")/lib.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -r "$top/data" "$work/data"
cd "$work" || exit 1
zhitu() { local what=$1; shift; "$ZHITU" "$what" --lang en --templates "$top/templates" "$@"; }
# findings PDF [DOCUMENT]: code, page and text of each.
findings() { zhitu verify --format json --report found "$@" >said 2>&1; jq -r 'select(.code) | "\(.code) \(.page) \(.message // .text)"' found; }

# Every document, by its record and by itself, for the screen, for the press, and after another program wrote it anew.
made=0
for page in data/*.xml data/*/*.xml; do
    grep -q '<section xmlns' "$page" && continue
    rm -rf out
    zhitu render -q -f pdf,record -o out "$page" >/dev/null 2>&1
    for pdf in out/*.pdf; do
        [ -e "$pdf" ] || continue
        made=$((made + 1))
        equal "$(basename "$pdf"): by its record" "" "$(findings "$pdf")"
        check "$(basename "$pdf"): figures were counted" grep -qE ': [1-9][0-9]* figures, [0-9]* other texts, all as they were set' said
        [ $((made % 4)) = 0 ] || continue
        equal "$(basename "$pdf"): by its document" "" "$(findings "$pdf" "$page")"
        mkdir -p again && cp "${pdf%.pdf}.record" again
        qpdf --stream-data=uncompress --object-streams=generate "$pdf" "again/$(basename "$pdf")"
        equal "$(basename "$pdf"): written anew" "" "$(findings "again/$(basename "$pdf")")"
    done
done
check "there are such documents ($made)" test "$made" -ge 30
zhitu render -q -f pdf,record --profile pdfx1a -o press data/shuanghe.xml >/dev/null 2>&1
equal "a file for the press" "" "$(findings press/shuanghe.pdf)"

# Digits forged by lot: FORGED of them (1,000 for a night). In an unpacked file the codes of glyphs are plain; those of
# digits are 0011 to 001a in the faces of the sample documents. The file keeps its length.
lot() { state=$(((state * 1103515245 + 12345) % 2147483648)) drawn=$((state / 65536 % $1)); }
state=20220626 forged=0 found=0
rm -rf out && mkdir forge
for page in data/shuanghe.xml data/w1.xml data/w2.xml data/zhibiao.xml data/yongchuan.xml data/report/jingjiquan-2023.xml; do
    zhitu render -q -f pdf,record -o out "$page" >/dev/null 2>&1
done
for pdf in out/*.pdf; do qpdf --qdf --object-streams=disable "$pdf" "forge/$(basename "$pdf")" && cp "${pdf%.pdf}.record" forge; done
rounds=$((${FORGED:-50} / $(ls forge/*.pdf | wc -l) + 1))
for pdf in forge/*.pdf; do
    LC_ALL=C grep -aobE '\[<([0-9a-f]{4})+>\]TJ' "$pdf" | LC_ALL=C awk -F: '{
        for (i = 3; i < length($2) - 3; i += 4) {
            code = substr($2, i, 4)
            if (code ~ /^001[1-9a]$/) print $1 + i - 1, substr(code, 4)
        } }' >digits
    cp "$pdf" whole
    for ((k = 0; k < rounds && forged < ${FORGED:-50}; k++)); do
        lot "$(wc -l <digits)"
        set -- $(sed -n "$((drawn + 1))p" digits)
        hex=123456789a
        lot 9
        other=${hex:$(((0x$2 + drawn) % 10)):1}
        printf %s "$other" | dd of="$pdf" bs=1 seek=$(($1 + 3)) conv=notrunc 2>/dev/null
        forged=$((forged + 1))
        # A digit that the face of the file has not has no width there: those behind it move.
        if findings "$pdf" | grep -q '^figure-changed [0-9]'; then
            found=$((found + 1))
        else
            fail "$(basename "$pdf"): digit at $1, $2 to $other" "$(findings "$pdf")"
        fi
        cp whole "$pdf"
    done
done
equal "digits that were forged are found" "$forged" "$found"

# Letters of words without a figure, by lot: any code that is no digit's, taken for another one of the same string.
words=0 worded=0
for pdf in forge/*.pdf; do
    LC_ALL=C grep -aobE '\[<([0-9a-f]{4}){3,}>\]TJ' "$pdf" | grep -vE '<([0-9a-f]{4})*001[1-9a]' | LC_ALL=C awk -F: '{
        first = substr($2, 3, 4); second = substr($2, 7, 4)
        if (first != second) print $1 + 2, second first }' >pairs
    cp "$pdf" whole
    for ((k = 0; k < rounds && k < 12; k++)); do
        lot "$(wc -l <pairs)"
        set -- $(sed -n "$((drawn + 1))p" pairs)
        printf %s "$2" | dd of="$pdf" bs=1 seek="$1" conv=notrunc 2>/dev/null
        words=$((words + 1))
        if findings "$pdf" | grep -qE '^(text|figure)-(changed|gone) [0-9]'; then
            worded=$((worded + 1))
        else
            fail "$(basename "$pdf"): two letters at $1 in each other's place" "$(findings "$pdf")"
        fi
        cp whole "$pdf"
    done
done
check "letters were forged" test "$words" -ge 10
equal "letters that were forged are found" "$words" "$worded"

# Two figures in each other's place; a page of another document; a run that says nothing of its meaning.
qpdf --qdf --object-streams=disable out/w1.pdf w1.pdf && cp out/w1.record .
LC_ALL=C grep -aobE '\[<(001[1-9a]){3}000f001[1-9a]>\]TJ' w1.pdf | sort -t: -k2 -u | head -n 2 >two
check "there are two figures of one length" test "$(wc -l <two)" = 2
first=$(sed -n 1p two) second=$(sed -n 2p two)
printf %s "${second#*:}" | dd of=w1.pdf bs=1 seek="${first%%:*}" conv=notrunc 2>/dev/null
printf %s "${first#*:}" | dd of=w1.pdf bs=1 seek="${second%%:*}" conv=notrunc 2>/dev/null
check "two figures that were swapped: both are told" test "$(findings w1.pdf | grep '^figure-changed' | grep -oE 'in “[^”]*”' | sort -u | wc -l)" -ge 2
qpdf out/w1.pdf --pages out/zhibiao.pdf 1 -- w1.pdf
check "a page of another document" grep -qE '^(figure|text)-(changed|gone) 1' <(findings w1.pdf)
check "and what it says besides" grep -q '^text-added 1' <(findings w1.pdf)
qpdf --qdf --object-streams=disable out/w1.pdf w1.pdf && LC_ALL=C sed -i 's|/ToUnicode |/ToUnicodf |' w1.pdf
check "glyphs that do not say what they mean" grep -qE '^(figure|text)-(changed|added) 1' <(findings w1.pdf)

# What is said of one: the page, millimetres, the figure, what it reads, and the place in the document.
cp out/w1.pdf out/w1.record .
qpdf --qdf --object-streams=disable out/w1.pdf w1.pdf
at=$(LC_ALL=C grep -aobE '<001700120013000f0015>' w1.pdf | head -n 1 | cut -d : -f 1)
printf 001a | dd of=w1.pdf bs=1 seek=$((at + 1)) conv=notrunc 2>/dev/null
check "where it stands and what it was" grep -qE '^figure-changed 1 page 1, [0-9.]+, [0-9.]+ mm: in “612\.4” the “6” reads “9” in the file; it comes from w1\.xml:7:27;' <(findings w1.pdf)
zhitu verify w1.pdf >/dev/null 2>&1
equal "status" 1 $?
zhitu render -q -f pdf,record -o out data/jichang.xml >/dev/null 2>&1
zhitu verify --list out/jichang.pdf >listed
check "and texts without a figure" test "$(awk -F '\t' '$4 !~ /[0-9%]/ && $5 ~ /^jichang\.xml:[0-9]+:[0-9]+$/' listed | wc -l)" -ge 2
check "the list names the cell of a table" grep -qE '^1\s[0-9.]+\s[0-9.]+\s598\.1\sjichang\.csv:[0-9]+:[0-9]+$' listed

mkdir elsewhere && cp data/jichang.* elsewhere && (cd elsewhere && zhitu render -q -f record -o ../moved jichang.xml) >/dev/null 2>&1
check "the record is the same wherever the document lies" cmp out/jichang.record moved/jichang.record

# A digit more or less, other pages, no record, a broken one.
qpdf --qdf --object-streams=disable out/w1.pdf w1.pdf
awk -F '\t' '!gone && $3 == "612.4" { gone = 1; next } { print }' out/w1.record >w1.record
equal "a figure that the record does not know" "figure-added 1" "$(findings w1.pdf | cut -d ' ' -f 1,2)"
check "in its words" grep -q '“612.4” is in the file' <(findings w1.pdf)
awk -F '\t' 'NR > 1 && !gone && $3 !~ /[0-9%]/ { gone = 1; next } { print }' out/w1.record >w1.record
equal "words that the record does not know" "text-added 1" "$(findings w1.pdf | cut -d ' ' -f 1,2)"
{ cat out/w1.record; printf '1\tdata/w1.xml:9:9\t7\th\t9000\t7\t1000\t1000\n'; } >w1.record
check "a figure that the file lacks" grep -q '^figure-gone 1 .*“7”.*data/w1.xml:9:9' <(findings w1.pdf)
sed '1s/1$/2/' out/w1.record >w1.record
check "other pages" grep -q '^record-pages' <(findings w1.pdf)
sed '3s/\t/ /' out/w1.record >w1.record
check "a broken record, at its line" grep -q 'w1.record:3:1: error.*\[record-broken\]' <(zhitu verify w1.pdf 2>&1)
rm w1.record
check "no record: both ways are named" grep -q 'DOCUMENT.xml.*-f pdf,record.*\[no-record\]' <(zhitu verify w1.pdf 2>&1)
zhitu verify w1.pdf >/dev/null 2>&1
equal "status of no record" 3 $?
equal "the document will do" "" "$(findings w1.pdf data/w1.xml)"
sed 's/612.4/613.4/' data/w1.xml >data/other.xml
check "another document" grep -q '^figure-changed' <(findings w1.pdf data/other.xml)
echo nothing >no.pdf && cp out/w1.record no.record
zhitu verify no.pdf >/dev/null 2>&1
equal "no PDF" 1 "$(($? > 0))"
