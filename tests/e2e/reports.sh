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
equal "json: the last object counts" '{"documents":2,"pages":1,"outputs":0,"errors":1,"warnings":0,"notes":0,"status":1}' \
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
usage "-o -" "takes a folder" render w1.xml -o -
usage "two templates at once" "one template" render w1.xml -t narrow,slot
usage "an unknown output" "-f takes .*pdf" render w1.xml -f pdf,jpg
usage "no output" "-f takes .*pdf" gallery -f ,
usage "an unknown profile" "--profile is .*press" render w1.xml --profile pres
usage "too coarse" "is 10 to 2400" gallery --ppi 9
usage "an unknown word" "is text or paths" render w1.xml --svg-text outlines
usage "-t twice" "given twice" render w1.xml -t narrow -t slot
usage "-o twice" "given twice" render w1.xml -o a -o b
usage "standard input" "name a file" render -
check "nothing was made of that" test ! -e - -a ! -e a -a ! -e b
mkdir -p locked && chmod 000 locked
if [ "$(id -u)" != 0 ]; then
    run "$ZHITU" check --lang en locked
    equal "an unreadable folder says so" "3 1" "$status $(grep -ci 'permission' <<<"$err")"
fi
chmod 755 locked
run "$ZHITU" check --lang en locked
equal "a folder without documents says so" "3 1" "$status $(grep -c 'no .xml files' <<<"$err")"
