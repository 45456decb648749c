# Exit statuses of docs/zhitu.1, and that a failed run leaves nothing half written.
. "$(dirname "$0")/lib.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
chmod 755 "$work"

# status NAME WANTED COMMAND...: the exit status; a finding of the program's own fault (4) or a signal is
# shown with what was said.
status() {
    local name=$1 wanted=$2 got=0
    shift 2
    said=$("$@" 2>&1) || got=$?
    if [ "$got" = "$wanted" ]; then pass "$name: $got"; else fail "$name" "status $got, wanted $wanted: $said"; fi
}
says() { # NAME CODE: the last run named this code
    case $said in *"[$2]"*) pass "$1" ;; *) fail "$1" "no [$2] in: $said" ;; esac
}
empty() { equal "$1: nothing written" "" "$(ls -A "$2" 2>/dev/null)"; }

w1=$top/data/w1.xml
bad=$work/bad.xml
sed 's/sort="desc"/sort="dsec"/; s/id="w1"/id="bad"/' "$w1" >"$bad"

# ---- 0
status "render" 0 "$ZHITU" render "$w1" -o "$work/ok"
equal "render: the default is PDF and PNG" "w1.pdf w1.png" "$(ls "$work/ok" | tr '\n' ' ' | sed 's/ $//')"
status "check" 0 "$ZHITU" check "$w1"
(cd "$work" && mkdir here && cd here && "$ZHITU" render "$w1" >/dev/null 2>&1)
equal "render: out/ in the current folder" "w1.pdf w1.png" "$(ls "$work/here/out" 2>/dev/null | tr '\n' ' ' | sed 's/ $//')"
(cd "$work/here" && "$ZHITU" check "$top/data/w2.xml" >/dev/null 2>&1)
equal "check writes nothing" "out" "$(ls -A "$work/here")"
for stage in xml model blocks pages scene; do
    status "dump --stage=$stage" 0 "$ZHITU" dump --stage=$stage "$w1"
    "$ZHITU" dump --stage=$stage --json "$w1" >"$work/dump.json" 2>/dev/null
    check "dump --stage=$stage --json is JSON" jq -e . "$work/dump.json"
done
for what in templates blocks charts fonts inks formats; do
    status "list $what" 0 "$ZHITU" list $what --templates "$top/templates"
    check "list $what says something" test -n "$said"
done
status "--version" 0 "$ZHITU" --version
status "--help" 0 "$ZHITU" --help
for command in render check dump list fonts grammar format gallery; do
    status "$command --help" 0 "$ZHITU" "$command" --help --lang en
    check "$command --help fits a screen" test "$(wc -l <<<"$said")" -le 40
    check "$command --help is a line or more" test "$(wc -l <<<"$said")" -ge 3
done
english=$(LC_ALL=en_US.UTF-8 "$ZHITU" check "$bad" 2>&1)
chinese=$(LC_ALL=C "$ZHITU" check "$bad" 2>&1)
asked=$("$ZHITU" check --lang zh "$bad" 2>&1)
han() { LC_ALL=C grep -q $'[\xe4-\xe9][\x80-\xbf][\x80-\xbf]' <<<"$1"; }
check "messages are Chinese by default" han "$chinese"
check "--lang zh is Chinese" han "$asked"
english_words=$(sed -n 's/^.*: error: //p' <<<"$english" | grep -ciE 'kind|unknown|expected|known|allowed' || true)
check "messages are English in an English locale" test "$english_words" -ge 1
json=$("$ZHITU" check --format json "$bad" 2>&1)
check "--format json is JSON" jq -e . <<<"$json"
check "--format json holds the code" grep -q 'bad-value' <<<"$json"

# ---- what is said on the way: a closing line, and a line of progress on a terminal, for several documents
said=$("$ZHITU" render "$top/data/w1.xml" "$top/data/w2.xml" -o "$work/quiet" -f pdf --lang en 2>&1)
equal "the closing line counts, also when all is well" "2 documents, 2 outputs; 0 errors, 0 warnings, 0 notes" "$said"
quiet=$("$ZHITU" render "$top/data/w1.xml" "$top/data/w2.xml" -o "$work/quiet" -f pdf -q 2>&1)
equal "-q: nothing is said when all is well and nobody watches" "" "$quiet"
if script -qec true /dev/null </dev/null >/dev/null 2>&1; then
    watched=$(script -qec "'$ZHITU' render '$top/data/w1.xml' '$top/data/w2.xml' -o '$work/quiet' -f pdf" /dev/null </dev/null)
    check "a line of progress on a terminal" test -n "$watched"
    one=$(script -qec "'$ZHITU' render '$top/data/w1.xml' -o '$work/quiet' -f pdf -q" /dev/null </dev/null)
    equal "none for one document" "" "$(tr -d '\r\n' <<<"$one")"
else
    skip "a line of progress on a terminal" "there is no pseudo-terminal here"
fi

# ---- 1
status "a broken document" 1 "$ZHITU" render "$bad" -o "$work/one"
says "the message names its code" bad-value
empty "a broken document" "$work/one"
status "the good one beside it is written" 1 "$ZHITU" render "$bad" "$top/data/w2.xml" -o "$work/two" -f pdf
equal "the good one beside it" "w2.pdf" "$(ls "$work/two" 2>/dev/null)"
status "an unknown template" 1 "$ZHITU" render "$w1" --template taskss -o "$work/three"
says "an unknown template is named" unknown-template
check "the nearest template is named" grep -q '“tasks”' <<<"$said"
empty "an unknown template" "$work/three"
status "an unknown theme" 1 "$ZHITU" render "$w1" --theme chongqin -o "$work/three"
empty "an unknown theme" "$work/three"
status "a missing value in a draft" 0 "$ZHITU" render "$top/data/shuanghe.xml" -o "$work/draft" -f pdf
status "a missing value under --final" 1 "$ZHITU" render --final "$top/data/shuanghe.xml" -o "$work/final" -f pdf
says "a missing value under --final" value-missing
empty "--final" "$work/final"
sed 's/id="w1"/id="w2"/' "$w1" >"$work/twin.xml"
status "two documents of one id" 1 "$ZHITU" render "$work/twin.xml" "$top/data/w2.xml" -o "$work/twins" --templates "$top/templates"
empty "two documents of one id" "$work/twins"

equal "format prints a range" "12%～18%" "$("$ZHITU" format range 12%..18%)"
equal "format takes a negative number for a value" "−8" "$("$ZHITU" format plain -8)"
equal "format reads standard input" "一百零五" "$(echo 105 | "$ZHITU" format han -)"
status "a value that does not suit its format" 1 "$ZHITU" format date 2023-6
says "a value that does not suit its format" bad-date

# ---- 2
status "an unknown format" 2 "$ZHITU" format date-shrt 2022
says "an unknown format" unknown-format
check "the nearest format is named" grep -q 'date-short' <<<"$said"
status "no command" 2 "$ZHITU"
status "an unknown command" 2 "$ZHITU" rendre "$w1"
status "an unknown option" 2 "$ZHITU" render --nosuch "$w1"
status "an option without its value" 2 "$ZHITU" render "$w1" -o
status "an unknown format" 2 "$ZHITU" render "$w1" -f pdf,jpg -o "$work/usage"
status "an unknown profile" 2 "$ZHITU" render "$w1" --profile prss -o "$work/usage"
status "no resolution" 2 "$ZHITU" render "$w1" --ppi none -o "$work/usage"
status "an unknown stage" 2 "$ZHITU" dump --stage=nosuch "$w1"
status "no document" 2 "$ZHITU" render
empty "wrong usage" "$work/usage"

# ---- 3
status "no such document" 3 "$ZHITU" render "$top/data/nothing.xml" -o "$work/nothing"
says "no such document" cannot-read
empty "no such document" "$work/nothing"
status "the highest status wins" 3 "$ZHITU" render "$bad" "$top/data/nothing.xml" "$w1" -o "$work/high" -f pdf
equal "the good one of three is written" "w1.pdf" "$(ls "$work/high" 2>/dev/null)"
mkdir -p "$work/fontless"
cp "$top"/templates/*.xml "$work/fontless/"
sed -i 's/family="[^"]*"/family="No Such Family"/' "$work"/fontless/*.xml
status "a missing font family" 3 "$ZHITU" render "$w1" --templates "$work/fontless" -o "$work/nofont"
says "a missing font family" font-missing
check "the family is named" grep -q 'No Such Family' <<<"$said"
empty "a missing font family" "$work/nofont"
status "the output folder is a file" 3 "$ZHITU" render "$w1" -o "$bad"
check "that file is left alone" grep -q dsec "$bad"

# ---- an ordinary user: root is never refused
kit=$work/kit
mkdir -p "$kit"
cp "$ZHITU" "$kit/zhitu"
cp -r "$top/templates" "$top/data" "$kit/"
[ ! -d "$top/fonts" ] || cp -r "$top/fonts" "$kit/"
chmod -R a+rX "$kit"
mkdir -p "$work/locked" "$work/home"
chmod 555 "$work/locked"
chmod 777 "$work/home"
ordinary() {
    if [ "$(id -u)" = 0 ]; then
        env HOME="$work/home" XDG_CACHE_HOME="$work/home" setpriv --reuid=65534 --regid=65534 --clear-groups "$@"
    else
        "$@"
    fi
}
status "an ordinary user renders" 0 ordinary "$kit/zhitu" render "$kit/data/w1.xml" --templates "$kit/templates" -o "$work/home/o"
status "an unwritable folder" 3 ordinary "$kit/zhitu" render "$kit/data/w1.xml" --templates "$kit/templates" -o "$work/locked"
check "an unwritable folder is named" grep -q "$work/locked" <<<"$said"
empty "an unwritable folder" "$work/locked"
status "an unwritable parent" 3 ordinary "$kit/zhitu" render "$kit/data/w1.xml" --templates "$kit/templates" -o "$work/locked/new"
cp "$w1" "$work/home/secret.xml"
chmod 000 "$work/home/secret.xml"
status "an unreadable document" 3 ordinary "$kit/zhitu" render "$work/home/secret.xml" --templates "$kit/templates" -o "$work/home/o2"
empty "an unreadable document" "$work/home/o2"
# Homeless: without a folder for the font cache a run is slower, not different.
mkdir -p "$work/homeless"
chmod 777 "$work/homeless"
status "no home" 0 ordinary env -u HOME -u XDG_CACHE_HOME "$kit/zhitu" render "$kit/data/w1.xml" --templates "$kit/templates" -o "$work/homeless"
check "no home: the same bytes" cmp "$work/home/o/w1.pdf" "$work/homeless/w1.pdf"
touch "$work/blocked"
status "a home that is no folder" 0 ordinary env HOME="$work/blocked" XDG_CACHE_HOME="$work/blocked" "$kit/zhitu" render "$kit/data/w1.xml" --templates "$kit/templates" -o "$work/homeless"

# ---- a full disk: by a limit on the size of files, and for root on a tiny file system of its own
mkdir -p "$work/full"
status "a file that may not grow" 3 bash -c 'trap "" XFSZ; ulimit -f 4; exec "$0" render "$1" -o "$2" -f pdf' "$ZHITU" "$top/data/w2.xml" "$work/full"
empty "a file that may not grow" "$work/full"
if [ "$(id -u)" = 0 ] && unshare -m true 2>/dev/null; then
    tiny=$work/tiny
    mkdir -p "$tiny"
    status "a full disk" 3 unshare -m bash -c '
        mount -t tmpfs -o size=16k none "$2" || exit 99
        "$0" render "$1" -o "$2" -f pdf,png
        status=$?
        left=$(ls -A "$2")
        [ -z "$left" ] || { echo "left behind: $left"; exit 98; }
        exit $status' "$ZHITU" "$top/data/w2.xml" "$tiny"
    # The old picture survives a failed run.
    status "a full disk keeps the old file" 3 unshare -m bash -c '
        mount -t tmpfs -o size=16k none "$2" || exit 99
        echo old >"$2/w2.pdf"
        "$0" render "$1" -o "$2" -f pdf
        status=$?
        [ "$(cat "$2/w2.pdf")" = old ] && [ "$(ls -A "$2")" = w2.pdf ] || exit 98
        exit $status' "$ZHITU" "$top/data/w2.xml" "$tiny"
else
    skip "a full disk" "needs root to mount a tiny file system"
fi
status "standard output is full" 3 sh -c '"$0" dump --stage=scene "$1" >/dev/full' "$ZHITU" "$w1"

# The second of two files does not fit: the first is not left behind alone.
if [ "$(id -u)" = 0 ] && unshare -m true 2>/dev/null; then
    pdf_kib=$(($(stat -c %s "$work/ok/w1.pdf" 2>/dev/null || echo 0) / 1024 + 5))
    status "half the files fit" 3 unshare -m bash -c '
        mount -t tmpfs -o size="$3"k none "$2" || exit 99
        "$0" render "$1" -o "$2" -f pdf,png
        status=$?
        left=$(ls -A "$2")
        [ -z "$left" ] || { echo "left behind: $left"; exit 98; }
        exit $status' "$ZHITU" "$w1" "$tiny" "$pdf_kib"
fi

# ---- a hostile file is refused at once
hostile=$work/hostile.xml
{
    printf '<?xml version="1.0"?>\n<!DOCTYPE g [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>\n'
    printf '<graphic xmlns="urn:zhitu:1" id="h" template="rank-card"><title>&b;</title></graphic>\n'
} >"$hostile"
status "an entity bomb" 1 timeout 1 "$ZHITU" check "$hostile"
says "an entity bomb" doctype-refused
{
    printf '<graphic xmlns="urn:zhitu:1" id="h" template="rank-card">'
    head -c 600000 /dev/zero | sed 's/\x00/<a>/g'
} >"$hostile"
status "600,000 elements deep" 1 timeout 1 "$ZHITU" check "$hostile"
says "600,000 elements deep" limit-depth
{
    printf '<graphic xmlns="urn:zhitu:1" id="'
    head -c 9000000 /dev/zero | tr '\0' x
    printf '"/>'
} >"$hostile"
status "an attribute of 9 MB" 1 timeout 1 "$ZHITU" check "$hostile"
says "an attribute of 9 MB" limit-attribute
head -c 40000000 /dev/zero | tr '\0' ' ' >"$hostile"
status "a file of 40 MB" 1 timeout 1 "$ZHITU" check "$hostile"
says "a file of 40 MB" limit-size

# ---- a fault of ours, or a font cut short while it is mapped: a line and status 4, not a bare signal
case $(basename "$(dirname "$ZHITU")") in
*asan* | *fuzz*) ;; # sanitizers catch them first
*)
    for signal in SEGV BUS; do
        mkfifo "$work/wait-$signal"
        "$ZHITU" typeset - <"$work/wait-$signal" >/dev/null 2>"$work/signal.said" &
        pid=$!
        exec 9>"$work/wait-$signal"
        sleep 0.3
        kill -$signal "$pid"
        got=0
        wait "$pid" || got=$?
        exec 9>&-
        equal "SIG$signal: status" 4 "$got"
        equal "SIG$signal: one line" 1 "$(grep -c "SIG$signal" "$work/signal.said")"
    done
    ;;
esac
