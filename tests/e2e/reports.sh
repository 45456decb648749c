# What is said and where: JSON that is JSON, positions with an end, the closing line, rules that make reads,
# closed descriptors, pipes that nobody reads, and wrong usage that says what is right.
. "$(dirname "$0")/lib.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export XDG_CACHE_HOME=$work/cache
cd "$work"
cp -r "$top/templates" .
w1=$top/data/w1.xml
cp "$w1" w1.xml
sed 's/sort="desc"/sort="dsec"/; s/id="w1"/id="bad"/' "$w1" >bad.xml
run() {
    status=0
    said=$("$@" 2>err) || status=$?
    err=$(cat err)
}

# ---- JSON
run "$ZHITU" check --format json bad.xml w1.xml
equal "json: on standard output, nothing on standard error" "1 " "$status $err"
equal "json: one object a line" "$(wc -l <<<"$said")" "$(jq -c . <<<"$said" | wc -l)"
equal "json: a finding has its beginning and its end" "error bad-value bad.xml true true" \
    "$(jq -r 'select(.code) | "\(.severity) \(.code) \(.file) \(.line > 0 and .column > 0) \(.endLine == .line and .endColumn > .column)"' <<<"$said" | head -n 1)"
equal "json: what lies between them is meant" "dsec" "$(jq -r 'select(.code == "bad-value") | "\(.line) \(.column) \(.endColumn)"' <<<"$said" |
    { read -r line from to; text=$(sed -n "${line}p" bad.xml); echo "${text:from-1:to-from}"; })"
equal "json: the last object counts" '{"documents":2,"pages":1,"outputs":0,"skipped":0,"errors":1,"warnings":0,"notes":0,"accepted":0,"known":0,"off":0,"status":1}' \
    "$(tail -n 1 <<<"$said" | jq -c .summary)"
run "$ZHITU" render --format json -v w1.xml -o out
equal "json: the outputs are listed and counted" '"out/w1.pdf" "out/w1.png" 2' \
    "$(jq -c 'select(.output) | .output' <<<"$said" | tr '\n' ' ')$(jq -c 'select(.summary) | .summary.outputs' <<<"$said")"
run "$ZHITU" dump --stage=model --format json bad.xml
equal "json: where standard output is taken, on standard error" "bad-value" "$(jq -r .code <<<"$err" | head -n 1)"
{
    printf '<?xml version="1.0"?>\n<graphic xmlns="urn:zhitu:1" id="many" template="narrow"><title>题</title>\n<hint>'
    for i in $(seq 80); do echo '<p x="1">一段。</p>'; done
    printf '</hint></graphic>\n'
} >many.xml
run "$ZHITU" check --format json many.xml
equal "json: all findings, and all are counted" "80 80" "$(jq -r .code <<<"$said" | grep -c unknown-attribute) $(jq .summary.errors <<<"$said" | tail -n 1)"
{
    printf '<?xml version="1.0"?>\n<graphic xmlns="urn:zhitu:1" id="hidden" template="narrow"><title>题</title>\n<hint>'
    for i in $(seq 80); do echo '<p>一 段话里有空格。</p>'; done
    printf '</hint><note>说<v>12垓垚</v></note></graphic>\n'
} >hidden.xml
run "$ZHITU" check --lang en hidden.xml
check "an error is shown, though eighty warnings stand before it" grep -q ': error: .*\[unknown-unit\]' <<<"$err"
equal "fifty findings and the rest counted" "50 1" "$(grep -cE '^hidden.xml:.*\]$' <<<"$err") $(grep -c '\[more\]$' <<<"$err")"
run "$ZHITU" check --lang en many.xml
equal "text: fifty of them, and all are counted" "50 1 documents, 0 outputs; 80 errors, 0 warnings, 0 notes" "$(grep -c unknown-attribute <<<"$err") $(tail -n 1 <<<"$err" | sed 's/0 notes/0 notes/')"

# Names and excerpts in other bytes.
gbk=$(printf '\xd6\xd8\xc7\xec')
odd=$(printf 'a"b\\c\nd\033[31m')
for name in "$gbk" "$odd" $'\xff\xfe' "重庆"; do
    cp bad.xml "$name.xml"
    "$ZHITU" check --format json "$name.xml" >json 2>/dev/null
    check "json: is UTF-8 and JSON for the name $(printf %q "$name")" sh -c 'iconv -f UTF-8 -t UTF-8 <json >/dev/null && jq -e . <json'
    "$ZHITU" check "$name.xml" >/dev/null 2>text
    check "text: is UTF-8 without controls for it" sh -c 'iconv -f UTF-8 -t UTF-8 <text >/dev/null && ! LC_ALL=C grep -q "[[:cntrl:]]" text'
done
{ printf '<?xml version="1.0"?>\n<graphic xmlns="urn:zhitu:1" id="x" template="narrow"><title>'; printf '\xd6\xd8\xc7\xec</title></graphic>\n'; } >undeclared.xml
"$ZHITU" check undeclared.xml >/dev/null 2>text
check "text: undecoded bytes of a document are not repeated" iconv -f UTF-8 -t UTF-8 text
"$ZHITU" check --format json no/such.xml >json
equal "json: a missing file, with the status in the summary" "cannot-read 3" "$(jq -r '.code // .summary.status' json | tr '\n' ' ' | sed 's/ $//')"

# ---- --report, -q
run "$ZHITU" check --lang en --report findings.txt bad.xml
equal "--report: text goes to the file, the closing line is seen" "1 1 1" "$status $(grep -c 'bad-value' findings.txt) $(grep -c '1 errors' <<<"$err")"
run "$ZHITU" check --format json --report findings.json -q bad.xml
equal "--report: JSON goes to the file, nothing is said" "1  bad-value" "$status $said$err $(jq -r 'select(.code) | .code' findings.json | head -n 1)"
run "$ZHITU" check --report /dev/full bad.xml
equal "--report to a full disk: status 3" 3 "$status"
check "and a message" grep -q /dev/full <<<"$err"
run "$ZHITU" check --report no/such/folder.txt w1.xml
equal "--report to no folder: status 3" 3 "$status"

# ---- other forms for programs: each holds the findings of the JSON
cat >several.xml <<'X'
<?xml version="1.0" encoding="UTF-8"?>
<graphic xmlns="urn:zhitu:1" id="several" template="narrow"><title>题目,甲</title>
<hint><p x="1">一 段话，2022年1月1日星期三。</p><p>到2022年,“甲”与"乙"。</p></hint></graphic>
X
mkdir -p "a:b,c%d"
sed 's/id="several"/id="other"/' several.xml >"a:b,c%d/é 重庆&<.xml"
files=(several.xml w1.xml "a:b,c%d/é 重庆&<.xml" no/such.xml)
as() { "$ZHITU" check --lang en --format "$@" "${files[@]}" 2>err || true; }
as json >all.json
as sarif >all.sarif
as junit >all.junit
as github >all.github
equal "forms for programs say nothing on standard error" "" "$(cat err)"
known=$(jq -r 'select(.code) | "\(.severity) \(.code) \(.line) \(.column) \(.endLine) \(.endColumn) \(.message)"' all.json)
check "there are findings to compare ($(wc -l <<<"$known"))" test "$(wc -l <<<"$known")" -ge 9
equal "sarif: the findings of the JSON" "$known" "$(jq -r '.runs[0].results[] | (.locations[0].physicalLocation.region // {startLine: 0, startColumn: 0, endLine: 0, endColumn: 0}) as $r |
    "\(.level) \(.ruleId) \($r.startLine) \($r.startColumn) \($r.endLine) \($r.endColumn) \(.message.text)"' all.sarif)"
equal "sarif: version, characters as columns, the status" "2.1.0 unicodeCodePoints true" "$(jq -r '"\(.version) \(.runs[0].columnKind) \(.runs[0].invocations[0].exitCode == 3 and (.runs[0].invocations[0].executionSuccessful | not))"' all.sarif)"
equal "sarif: each result names its rule" "true" "$(jq '[.runs[0] as $r | $r.results[] | $r.tool.driver.rules[.ruleIndex].id == .ruleId] | all and length > 8' all.sarif)"
equal "sarif: a rule stands once" "true" "$(jq '[.runs[0].tool.driver.rules[].id] | length == (unique | length)' all.sarif)"
equal "sarif: references are those of RFC 3986" "a%3Ab%2Cc%25d/%C3%A9%20%E9%87%8D%E5%BA%86%26%3C.xml no/such.xml several.xml" \
    "$(jq -r '.runs[0].results[].locations[].physicalLocation.artifactLocation.uri' all.sarif | sort -u | xargs)"
equal "sarif: an absolute path" "file://$work/several.xml" "$("$ZHITU" check --format sarif "$work/several.xml" | jq -r '.runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri')"
equal "sarif: each rule has its page, in both languages" "true" "$(jq '[.runs[0].tool.driver.rules[] | (.help.text | test("怎么改: ") and test("To mend: ")) and (.help.markdown | contains("**Why** ")) and (.properties.pages.en == "docs/codes.md#\(.id)") and .shortDescription.text != ""] | all and length > 5' all.sarif)"
# What is proposed, done by hand from the log, is what fix does.
cp several.xml mended.xml
jq -r '.runs[0].results[] | select(.locations[0].physicalLocation.artifactLocation.uri == "several.xml") | .fixes[0].artifactChanges[0].replacements[]? |
    "\(.deletedRegion.startLine) \(.deletedRegion.startColumn) \(.deletedRegion.endColumn) \(.insertedContent.text)"' all.sarif | sort -k1,1nr -k2,2nr >changes
check "sarif: changes are proposed ($(wc -l <changes))" test "$(wc -l <changes)" -ge 2
while read -r line from to text; do
    old=$(sed -n "${line}p" mended.xml)
    new=${old:0:from-1}$text${old:to-1}
    { head -n $((line - 1)) mended.xml; printf '%s\n' "$new"; tail -n +$((line + 1)) mended.xml; } >next.xml
    mv next.xml mended.xml
done <changes
cp several.xml fixed.xml
"$ZHITU" fix fixed.xml >/dev/null 2>&1 || true
equal "sarif: the changes are those of zhitu fix" "$(cat fixed.xml)" "$(cat mended.xml)"
equal "junit: a suite for each document" "several.xml w1.xml a:b,c%d/é 重庆&<.xml no/such.xml" "$(for i in 1 2 3 4; do xmllint --xpath "string(//testsuite[$i]/@name)" all.junit; done | xargs)"
equal "junit: counts" "true" "$(xmllint --xpath 'sum(//testsuite/@tests) = count(//testcase) and //testsuites/@tests = count(//testcase) and sum(//testsuite/@failures) = count(//failure) and //testsuites/@failures = count(//failure)' all.junit)"
equal "junit: failures are the errors" "$(grep -c '^error' <<<"$known")" "$(xmllint --xpath 'count(//failure)' all.junit)"
equal "junit: with --strict warnings as well" "$(grep -cE '^(error|warning)' <<<"$known")" "$(as junit --strict | xmllint --xpath 'count(//failure)' -)"
equal "junit: a sound document passes" "1 0" "$(xmllint --xpath 'concat(//testsuite[@name="w1.xml"]/@tests, " ", //testsuite[@name="w1.xml"]/@failures)' all.junit)"
equal "junit: words are whole" "$(grep '^error weekday' <<<"$known" | head -n 1 | cut -d ' ' -f 7-)" "$(xmllint --xpath 'string(//failure[@type="weekday"]/@message)' all.junit)"
equal "github: the findings of the JSON" "$(cut -d ' ' -f 1-2 <<<"$known" | sed 's/^note/notice/')" "$(sed -nE 's/^::([a-z]+) .*title=([a-z-]+)::.*/\1 \2/p' all.github)"
equal "github: a line each, nothing else" "$(wc -l <<<"$known")" "$(wc -l <all.github)"
check "github: places with an end, names escaped" grep -qE '^::error file=a%3Ab%2Cc%25d/é 重庆&<\.xml,line=3,col=10,endLine=3,endColumn=15,title=unknown-attribute::' all.github
for form in json junit sarif github; do
    as $form --report "report.$form" >said
    equal "$form: --report holds the same" "$(cat "all.$form")" "$(cat "report.$form")"
    equal "$form: nothing is printed then" "" "$(cat said)"
    "$ZHITU" dump --format $form several.xml >/dev/null 2>err || true
    check "$form: where standard output is taken, on standard error" grep -q unknown-attribute err
    run "$ZHITU" check --format $form --no-such-option w1.xml
    equal "$form: wrong usage is status 2" 2 "$status"
done
"$ZHITU" check --format sarif --no-such-option w1.xml >usage.sarif 2>/dev/null || true
equal "sarif: a run that did not begin is a log without results" "0 2 false" "$(jq -r '.runs[0] | "\(.results | length) \(.invocations[0].exitCode) \(.invocations[0].executionSuccessful)"' usage.sarif)"
for form in text json sarif junit github; do
    run "$ZHITU" check --format $form --report /dev/full several.xml
    equal "$form: a report on a full disk is status 3" 3 "$status"
done
printf '\xd6\xd8' >gbk
cp several.xml "$(cat gbk).xml"
for form in json junit sarif github; do
    "$ZHITU" render --format $form "$(cat gbk).xml" w1.xml -v -f svg -o "$(cat gbk)" >said 2>&1 || true
    check "$form: is UTF-8 for names that are not" iconv -f UTF-8 -t UTF-8 said
done
rm -r "$(cat gbk)" "$(cat gbk).xml"

# ---- rules for make
"$ZHITU" render w1.xml bad.xml "$top/data/yibin.xml" -o out -f pdf,svg --deps deps >/dev/null 2>&1
equal "deps: a rule for each document, with its outputs" "out/bad.pdf out/bad.svg:
out/w1.pdf out/w1.svg:
out/yibin.pdf out/yibin.svg:" "$(grep -oE '^out/[^:]*:' deps | sort)"
for wanted in templates/words.bin fonts/fonts.lock templates/chongqing.xml templates/rank.xml NotoSerifCJK-Black.ttc; do
    check "deps: $wanted" grep -q "^out/w1.pdf.*$wanted" deps
done
for photo in $(sed -nE 's/.*<photo [^>]*src="([^"]*)".*/\1/p' "$top/data/yibin.xml"); do
    check "deps: the missing photo $photo" grep -qF "$photo" deps
done
check "deps: no path leads back" sh -c '! grep -q "/\.\./" deps'
run "$ZHITU" render w1.xml -o out -f pdf --deps /dev/full
equal "deps: a full disk is status 3" 3 "$status"
check "deps: and a message" grep -q /dev/full <<<"$err"
run "$ZHITU" check w1.xml --deps deps
equal "deps: goes with render" 2 "$status"

# Make itself, on names of every kind: nothing to do; something to do when an input is newer or gone.
if command -v make >/dev/null; then
    for name in plain 'a b' 'a&' '%a' 'a#b' 'a$b' 'a$(b)c' 'a:b' 'a*b' 'a?b' 'a[b]' 'a=b' 'a~b' '~a' 'a&b' 'a\b' 'a\ b' 'a\#b' "a'b" 'a"b' '重庆' 'a\\ b' 'a,b(c)' '@a' 'a!b'; do
        rm -rf m
        mkdir -p "m/$name/out ${name//%/}"
        (
            cd "m/$name" || exit
            cp "$w1" "in $name.xml"
            sed -i 's|</graphic>||' "in $name.xml"
            echo '</graphic>' >>"in $name.xml"
            "$ZHITU" render "in $name.xml" -o "out ${name//%/}" -f pdf --templates "$work/templates" --deps deps -q 2>err || { echo "render: $(cat err)"; exit; }
            touch -d '1 hour ago' "in $name.xml"
            # The first target of the rules is the goal: a name on the command line cannot hold each character.
            { cat deps; printf '%%.pdf:\n\t@false\n'; } >Makefile
            first() { make -r -R -q 2>make.err; echo $?; }
            quiet=$(first)
            touch -d '1 hour' "in $name.xml"
            newer=$(first)
            rm "in $name.xml"
            gone=$(first)
            echo "$quiet $newer $gone $(cat make.err)"
        ) >result 2>&1
        wanted="0 1 1 "
        case $name in *%*) wanted="0 1 2 make: *** No rule to make target" ;; esac # which has no rule of its own
        equal "make: $(printf %q "$name")" "$wanted" "$(head -c ${#wanted} result)"
    done
    for name in 'a;b' 'a|b' $'a\nb'; do
        cp "$w1" "in $name.xml"
        run "$ZHITU" render --lang en "in $name.xml" -o named -f pdf --deps deps -q
        equal "make: $(printf %q "$name") has no spelling: status 3, told" "3 1" "$status $(grep -c -- '--deps: ' <<<"$err"; true)"
        rm "in $name.xml"
    done
else
    skip "make" "not installed"
fi

# ---- descriptors
(exec 2>&- && "$ZHITU" render bad.xml w1.xml -o closed -f pdf --deps closed.deps) || true
check "standard error closed: the rules hold no messages" sh -c '! grep -q "bad-value\|错误" closed.deps && grep -q "^closed/w1.pdf:" closed.deps'
(exec 0<&- 1>&- 2>&- && "$ZHITU" render w1.xml -o closed3 -f pdf,png,svg --report closed.txt -v) || true
equal "all three closed: the outputs are the same" "" "$("$ZHITU" render w1.xml -o open3 -f pdf,png,svg -q; diff -r open3 closed3)"
run sh -c '"$1" dump --stage=scene w1.xml >&-' sh "$ZHITU"
equal "standard output closed: status 3" 3 "$status"
said=$(bash -c 'set -o pipefail; "$0" dump --stage=scene "$1" | head -n 1 >/dev/null; echo "${PIPESTATUS[0]}"' "$ZHITU" "$top/data/shuanghe.xml" 2>&1)
check "a pipe that nobody reads: quietly, status 3 or all was taken" grep -qxE '3|0' <<<"$said"
(cd "$work" && "$ZHITU" render w1.xml "$top/data/w2.xml" -v -q -o piped -f pdf | true)
equal "and a batch goes on" "w1.pdf w2.pdf" "$(ls piped | tr '\n' ' ' | sed 's/ $//')"

# ---- usage
usage() { # NAME WANTED-WORDS ARGUMENTS...
    local name=$1 words=$2
    shift 2
    run "$ZHITU" "$@" --lang en
    equal "$name: status 2" 2 "$status"
    check "$name: says what is right" grep -q -- "$words" <<<"$err"
}
usage "-o - of several" "one file of one" render w1.xml w1.xml -o -
usage "-o - and a list of files" "no names of files" render w1.xml -o - -v
usage "two templates at once" "--name '{id}-{template}'" render w1.xml -t narrow,slot
usage "an unknown form of findings" "text, json, junit, sarif or github" check w1.xml --format sarf
usage "an unknown output" "-f takes .*pdf" render w1.xml -f pdf,jpg
usage "no output" "-f takes .*pdf" gallery -f ,
usage "an unknown profile" "--profile is .*press" render w1.xml --profile pres
usage "too coarse" "is 10 to 2400" gallery --ppi 9
usage "an unknown word" "is text or paths" render w1.xml --svg-text outlines
usage "-t twice" "--name '{id}-{template}'" render w1.xml -t narrow -t slot
usage "-o twice" "given twice" render w1.xml -o a -o b
for twice in "--root a --root=b" "--templates a --templates b" "--format json --format text" "--report a --report b" \
    "--baseline a --baseline b" "--write-baseline a --write-baseline b" "--lang zh"; do
    # shellcheck disable=SC2086
    usage "${twice%% *} twice" "given twice.*${twice%% *}" check w1.xml $twice
done
usage "an option of another command twice" "given twice.*--stage" dump w1.xml --stage=xml --stage=scene
run "$ZHITU" check w1.xml --lang en --lang=en --root . --root . -q
equal "twice with one value is clear" 0 "$status"
usage "standard input twice" "read once" render - @-
usage "no processes" "1 to 1024" render w1.xml -j 0
usage "half a process" "1 to 1024" check w1.xml -j 1.5
usage "no time" "seconds" render w1.xml --timeout 0
usage "too little memory" "at least 64" check w1.xml --memory 63
check "nothing was made of that" test ! -e - -a ! -e a -a ! -e b
mkdir -p locked && chmod 000 locked
if [ "$(id -u)" != 0 ]; then
    run "$ZHITU" check --lang en locked
    equal "an unreadable folder says so" "3 1" "$status $(grep -ci 'permission' <<<"$err")"
fi
chmod 755 locked
run "$ZHITU" check --lang en locked
equal "a folder without documents says so" "3 1" "$status $(grep -c 'no .xml files' <<<"$err")"

# ---- zhitu explain
run "$ZHITU" explain weekday overset --lang en
equal "explain: a page for each code" "0 weekday (error) overset (error)" "$status $(grep '^[a-z]' <<<"$said" | xargs)"
equal "explain: five lines a page" "10" "$(grep -c '^  ' <<<"$said")"
run "$ZHITU" explain weekday --lang zh
check "explain: in Chinese" grep -q '怎么改  *改正其一' <<<"$said"
usage "an unknown code" "nearest is weekday" explain wekday
usage "a code that is nothing" "explain lists all" explain nothing-of-the-kind
equal "explain: each code alone is what the list says" "" "$("$ZHITU" explain --json | while read -r line; do
    code=$(jq -r .code <<<"$line")
    [ "$("$ZHITU" explain --json "$code")" = "$line" ] || echo "$code"
done | head -n 5)"
equal "explain: both languages throughout" "true" "$("$ZHITU" explain --json | jq -s 'all(.[]; [.field, .what, .why, .source, .mend] | all(.zh != "" and .en != ""))')"
equal "explain: the tables of the manual have a row for each code" "$("$ZHITU" explain | wc -l)" "$("$ZHITU" explain --markdown | grep -c '^| <a id=')"
equal "explain: a row has six cells" "" "$("$ZHITU" explain --markdown --lang en | grep '^| <a' | sed -E 's/\\\|//g' | awk -F '|' 'NF != 8')"
