# What findings count for: levels by code, the project's file, what a document accepts, and what is known from a
# baseline. Nothing of these makes a page of a document that cannot be drawn, or silences what is lost.
. "$(dirname "$0")/lib.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export XDG_CACHE_HOME=$work/cache
cd "$work"
cp -r "$top/templates" .
mkdir data
graphic() { # ID WORDS [ELEMENTS]: a graphic of one paragraph, p1, and one, p2, that is sound
    printf '<?xml version="1.0" encoding="UTF-8"?>\n<graphic xmlns="urn:zhitu:1" id="%s" template="narrow"><title>题目</title>\n<hint><p id="p1">%s</p><p id="p2">另一段话。</p></hint>\n%s</graphic>\n' "$1" "$2" "${3-}"
}
say() { # ARGUMENTS: status, then the codes that count with their levels
    local rc=0
    "$ZHITU" "$@" --format json -q >said 2>err || rc=$?
    echo "$rc $(jq -r 'select(.code and (.standing | not)) | "\(.severity):\(.code)"' said | xargs)"
}
sum() { jq -c 'select(.summary) | .summary | [.errors, .warnings, .notes, .accepted, .known, .off]' said; }
wrong="2022年1月1日星期三，甲 ，乙。" # a weekday that is another, an error; a blank, a warning
graphic a "$wrong" >data/a.xml

# ---- --level
equal "as it is" "1 error:weekday warning:space-at-mark" "$(say check data/a.xml)"
equal "an error becomes a warning: nothing fails" "0 warning:weekday warning:space-at-mark" "$(say check data/a.xml --level weekday=warning)"
equal "with --strict it does" "1 warning:weekday warning:space-at-mark" "$(say check data/a.xml --strict --level weekday=warning)"
equal "notes never do" "0 note:weekday note:space-at-mark" "$(say check data/a.xml --strict --level weekday=note --level=space-at-mark=note)"
equal "off: not shown, but counted" "0 [0,0,0,0,0,2]" "$(say check data/a.xml --level weekday=off --level space-at-mark=off)$(sum)"
equal "the closing line says so" "1 documents, 0 outputs; 0 errors, 0 warnings, 0 notes; 2 switched off" \
    "$("$ZHITU" check data/a.xml --lang en --level weekday=off --level space-at-mark=off 2>&1)"
equal "a warning becomes an error, and nothing is written" "1 error:space-at-mark no" \
    "$(say render data/a.xml -o out1 --level space-at-mark=error --level weekday=off) $([ -e out1 ] && echo yes || echo no)"
equal "a lowered error is drawn and written" "0 note:weekday warning:space-at-mark a.pdf a.png" "$(say render data/a.xml -o out2 --level weekday=note) $(ls out2 | xargs)"
equal "of a code given twice the last counts" "0 note:weekday warning:space-at-mark" "$(say check data/a.xml --level weekday=error --level weekday=note)"
usage() { # NAME WORDS ARGUMENTS
    local name=$1 words=$2 rc=0
    shift 2
    "$ZHITU" "$@" --lang en >said 2>&1 || rc=$?
    equal "$name: status 2" 2 "$rc"
    check "$name: says what is right" grep -q -- "$words" said
}
usage "no such code" "nearest is weekday" check data/a.xml --level wekday=note
usage "no such level" "error, warning, note or off" check data/a.xml --level weekday=low
usage "no level" "error, warning, note or off" check data/a.xml --level weekday
usage "an error with which nothing is drawn" "cannot be changed" check data/a.xml --level not-well-formed=warning
usage "what is lost" "cannot be off" check data/a.xml --level omitted=off
equal "errors of a code that has warnings too stay errors" "1 error:guide-refused" "$(say check "$top/tests/broken/guide-refused.xml" --level guide-refused=note 2>/dev/null | grep -o '^1 error:guide-refused')"

# Each code that may be lowered is drawn when it is: those of the broken documents that stop at nothing else.
lowered=0
may=$("$ZHITU" explain --json | jq -r 'select(.lowerable) | .code' | paste -sd '|')
for expect in $(grep -lE " ($may)\$" "$top"/tests/broken/*.expect); do
    code=$(grep -oE " ($may)\$" "$expect" | head -n 1 | tr -d ' ')
    file=${expect%.expect}.xml
    grep -q '^# args:' "$expect" && continue
    [ "$("$ZHITU" check --format json -q "$file" 2>/dev/null | jq -r 'select(.severity == "error") | .code' | sort -u)" = "$code" ] || continue
    lowered=$((lowered + 1))
    equal "$(basename "$file"): lowered, it is drawn" "0 $code" "$("$ZHITU" render --format json "$file" -o drawn -f svg --level "$code=note" 2>/dev/null |
        jq -r --arg c "$code" 'if .summary then "\(.summary.status)" elif .code == $c then .code else empty end' | sort -u | xargs)"
done
check "several codes were lowered ($lowered)" test "$lowered" -ge 4

# ---- <accept>
graphic b "$wrong" '<accept check="weekday" why="旧报照录"/><accept check="space-at-mark" in="p1" why="原文如此"/>' >b.xml
equal "accepted: nothing fails, even with --strict --final" "0 [0,0,0,2,0,0]" "$(say check b.xml --strict --final --level source-missing=off)$(sum)"
equal "it says why" "旧报照录 原文如此" "$(jq -r 'select(.standing == "accepted") | .why' said | xargs)"
equal "sarif: suppressed in the source" "inSource 旧报照录" "$("$ZHITU" check b.xml --format sarif | jq -r '.runs[0].results[] | select(.ruleId == "weekday") | .suppressions[0] | "\(.kind) \(.justification)"')"
equal "junit: skipped" "2 0 旧报照录" "$("$ZHITU" check b.xml --format junit >j.xml; xmllint --xpath 'concat(//testsuite/@skipped, " ", //testsuite/@failures, " ", //skipped/@message)' j.xml)"
equal "github, text: not shown" "0 0" "$("$ZHITU" check b.xml --format github | grep -c . || true) $("$ZHITU" check b.xml 2>&1 | grep -c ']$' || true)"
graphic c "$wrong" '<accept check="weekday" in="p2" why="在别处"/>' >c.xml
equal "accepted in another element: it counts" "1 error:weekday warning:space-at-mark" "$(say check c.xml)"
equal "and the accept is needless, once the page is drawn" "0 warning:weekday warning:space-at-mark note:accept-unused" "$(say check c.xml --level weekday=warning)"
graphic d "无事。" '<accept check="weekday" why="没有"/>' >d.xml
equal "an accept that nothing needs is a note" "0 note:accept-unused 4:1" "$(say check d.xml) $(jq -r 'select(.code == "accept-unused") | "\(.line):\(.column)"' said)"
graphic e "无事。" '<accept check="weekday"/><accept check="wekday" why="x"/><accept check="overset" why="x"/><accept check="weekday" why=""/>' >e.xml
equal "without a reason, of no code, of what stops the page" "1 error:missing-attribute error:unknown-code error:accept-refused" \
    "$(say check e.xml | sed -E 's/ (error:empty-attribute|note:accept-unused|error:missing-attribute)$//')"
graphic f "无事。" '<photo src="none.jpg"/><accept check="photo-missing" why="明天到"/>' | sed 's/template="narrow"/template="auto"/; s,<photo src="none.jpg"/><accept,<accept,; s,</hint>,</hint><photo src="none.jpg"/>,' >f.xml
say check f.xml --slot 107mm >first
say check f.xml --slot 107mm --final >second
check "what is lost is accepted in a draft" grep -qv photo-missing first
check "and not in a final version" grep -q '^1 .*error:photo-missing' second
cat >g.xml <<'X'
<?xml version="1.0" encoding="UTF-8"?>
<report xmlns="urn:zhitu:1" id="g" template="report-a4"><cover><title>报告</title></cover>
<section head="一章"><text><p>到2022年1月1日星期三。</p></text><accept check="weekday" why="原文"/></section>
<section head="二章"><text><p>到2022年1月2日星期三。</p></text></section></report>
X
equal "an accept of a section is for that section" "1 error:weekday 4 accepted 3" "$(say check g.xml | grep -o '^1 error:weekday') $(jq -r 'select(.code == "weekday" and (.standing | not)) | .line' said) $(jq -r 'select(.standing) | "\(.standing) \(.line)"' said)"

# ---- --baseline
graphic h "$wrong" >h.xml
"$ZHITU" check h.xml --write-baseline known.txt -q >/dev/null 2>&1 || true
equal "a baseline is lines of count, code, file, words" "1 space-at-mark h.xml,1 weekday h.xml" "$(grep -v '^#' known.txt | cut -f 1-3 | tr '\t' ' ' | paste -sd ,)"
equal "what is known does not count" "0 [0,0,0,0,2,0]" "$(say check h.xml --strict --baseline known.txt)$(sum)"
equal "sarif: suppressed outside" "external" "$("$ZHITU" check h.xml --format sarif --baseline known.txt | jq -r '.runs[0].results[0].suppressions[0].kind')"
sed 's/^<hint>/\n\n\n<hint>/' h.xml >moved.xml && mv moved.xml h.xml
equal "moved down, it is known" "0 [0,0,0,0,2,0]" "$(say check h.xml --strict --baseline known.txt)$(sum)"
(mkdir -p deep && cd deep && "$ZHITU" check ../h.xml --format json -q --baseline ../known.txt >../said 2>/dev/null || true)
equal "known from another folder, by its place below the root" "[0,0,0,0,2,0]" "$(sum)"
sed 's/1月1日星期三，甲 ，乙/1月5日星期五，甲，乙/' h.xml >new.xml && mv new.xml h.xml
equal "written anew, it is not" "1 error:weekday" "$(say check h.xml --baseline known.txt)"
graphic h "$wrong" | sed 's,<hint>,&<p id="p0">2022年1月1日星期三，丙。</p>,' >h.xml
equal "another of the same code counts" "1 error:weekday [1,0,0,0,2,0]" "$(say check h.xml --baseline known.txt) $(sum)"
"$ZHITU" check h.xml --baseline known.txt --write-baseline next.txt -q >/dev/null 2>&1 || true
equal "a baseline takes over what was known" "1 1 1" "$(grep -v '^#' next.txt | cut -f 1 | xargs)"
equal "and the same findings are the same file" "" "$("$ZHITU" check h.xml --write-baseline again.txt -q >/dev/null 2>&1; diff next.txt again.txt)"
sed 's/<hint>/<hint><q>/' h.xml >torn.xml
"$ZHITU" check torn.xml --write-baseline torn.txt -q >/dev/null 2>&1 || true
equal "errors that stop the document are never known" "0 1" "$(grep -c not-well-formed torn.txt) $(say check torn.xml --baseline torn.txt | cut -c1)"
echo "nonsense" >>known.txt
equal "a baseline that is none: its line" "1 error:bad-baseline known.txt:4:1" "$(say check d.xml --baseline known.txt | cut -d ' ' -f 1-2) $(jq -r 'select(.code == "bad-baseline") | "\(.file):\(.line):\(.column)"' said)"
equal "a baseline that is not there: status 3" "3 error:cannot-read" "$(say check d.xml --baseline none.txt | cut -d ' ' -f 1-2)"
"$ZHITU" check d.xml --write-baseline no/such/folder.txt -q >/dev/null 2>&1
equal "one that cannot be written: status 3" 3 "$?"

equal "processes of a batch say the same" "$(say check b.xml c.xml -j 1; cat said)" "$(say check b.xml c.xml -j 2; cat said)"

# ---- the project
cat >zhitu.xml <<'X'
<?xml version="1.0" encoding="UTF-8"?>
<project xmlns="urn:zhitu:1" template="narrow" theme="yinzhu" profile="press" formats="pdf,svg" paper="sikai">
  <level code="weekday" as="warning"/>
</project>
X
theme=$("$ZHITU" list themes | cut -f 1 | grep -v '^chongqing$' | head -n 1)
sed -i "s/yinzhu/$theme/" zhitu.xml
sed -i 's/ template="narrow"//' data/a.xml
equal "project: template, outputs, level" "0 warning:weekday a.pdf a.svg" "$(say render data/a.xml -o out3 | grep -o '^0\|warning:weekday' | xargs) $(ls out3 | xargs)"
equal "project: a folder of documents leaves its file out" "1" "$(say check . >/dev/null; cp zhitu.xml data; say check data >/dev/null; rm data/zhitu.xml; jq '.summary.documents' said | tail -n 1)"
equal "project: its profile" "same" "$("$ZHITU" render data/a.xml -o p1 -f pdf --profile press -q >/dev/null 2>&1; cmp -s p1/a.pdf out3/a.pdf && echo same)"
equal "project: its theme" "same" "$("$ZHITU" render data/a.xml -o p2 -f svg --theme "$theme" -q >/dev/null 2>&1; cmp -s p2/a.svg out3/a.svg && echo same)"
"$ZHITU" render data/a.xml -o p3 -f svg --theme chongqing -q >/dev/null 2>&1
check "the command line wins: theme, outputs" sh -c '! cmp -s p3/a.svg out3/a.svg && test ! -e p3/a.pdf'
equal "the command line wins: level" "1 error:weekday" "$(say check data/a.xml --level weekday=error | grep -o '^1 error:weekday')"
equal "the document wins: template" "" "$(sed 's/id="a"/id="a" template="slot"/' data/a.xml >data/w.xml; say check data/w.xml >/dev/null; jq -r 'select(.code == "unknown-template") | .code' said)"
check "project: slots are counted in its paper" sh -c '"$1" check data/a.xml --slot 9x20 --lang en 2>&1 | grep -q "paper “sikai”"' sh "$ZHITU"
"$ZHITU" render data/a.xml -o out4 -f pdf --deps deps -q >/dev/null 2>&1
check "project: documents are made from it" grep -q 'zhitu.xml' deps
sed -i "s/narrow/narow/; s/\"$theme\"/\"$theme-x\"/; s/pdf,svg/pdf,jpg/; s/\"press\"/\"pres\"/; s/code=\"weekday\"/code=\"wekday\"/" zhitu.xml
sed -i 's,</project>,<level code="overset" as="off"/><level code="weekday" as="low"/><level/></project>,' zhitu.xml
equal "project: all its mistakes, each at its place" "2:40 unknown-template,2:54 unknown-theme,bad-value,bad-value,3:16 unknown-code,4:27 level-refused,4:59 bad-value,4:65 missing-attribute,4:65 missing-attribute" \
    "$(say check data/a.xml >/dev/null; jq -r 'select(.code and (.file | endswith("zhitu.xml"))) | "\(.line):\(.column) \(.code)"' said | sort -t: -k1,1n -k2,2n | sed -E 's/^2:[0-9]+ bad-value/bad-value/' | paste -sd ,)"
sed -i 's/paper="sikai"/paper="sikia"/; s/narow/narrow/' zhitu.xml
