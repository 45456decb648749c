# Every request for memory fails once, or from there on (tests/tools/failmalloc.c, a spread of them): no signal, no
# assertion, never the editor blamed (1); status 3, or 0 with the same bytes. ZHITU_MEMORY_STEPS: how many
# requests of each document are refused.
. "$(dirname "$0")/lib.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
steps=${ZHITU_MEMORY_STEPS:-60}
case $(basename "$(dirname "$ZHITU")") in
*asan*)
    skip "memory" "sanitizers bring their own allocator"
    exit 0
    ;;
esac
if ! ${CC:-cc} -std=c11 -O1 -shared -fPIC -o "$work/failmalloc.so" "$top/tests/tools/failmalloc.c" -ldl 2>"$work/err"; then
    fail "tests/tools/failmalloc.c compiles" "$(cat "$work/err")"
    exit 0
fi

# One document with all that libraries do for us: a photograph, a transparent picture, a table, other scripts.
mkdir -p "$work/in" "$work/ref"
cp -r "$top/data/." "$work/in/"
cp "$top/templates/gallery/photos/sample.jpg" "$work/in/sample.jpg"
"$ZHITU" render --root "$work/in" -f png --ppi 20 -o "$work/in" "$work/in/w1.xml" >/dev/null 2>&1
cat >"$work/in/all.xml" <<'XML'
<?xml version="1.0" encoding="UTF-8"?>
<graphic xmlns="urn:zhitu:1" id="all" template="all" issue="2022-06-26">
  <title>四样都有</title>
  <photo src="sample.jpg"><caption>图说</caption><credit>记者 某某 摄</credit></photo>
  <photo src="w1.png"><caption>图说</caption></photo>
  <chart kind="bar"><title>表</title><data unit="家"><import href="all.csv" map="key=城市 v=家数"/></data></chart>
  <text><p>“مرحبا”与“བཀྲ་ཤིས”，还有 R&amp;D。</p></text>
</graphic>
XML
printf '城市,家数\n甲,3\n乙,5\n' >"$work/in/all.csv"
mkdir -p "$work/in/templates"
cat >"$work/in/templates/all.xml" <<'XML'
<?xml version="1.0" encoding="UTF-8"?>
<template xmlns="urn:zhitu:1" name="all" theme="chongqing"><page size="120mm auto" margin="8mm" max="400mm"/><column gap="3"><place select="title"/><place select="photo"/><place select="chart"/><place select="text"/></column></template>
XML
cp "$top"/templates/chongqing.xml "$work/in/templates/"

# sweep NAME [OPTIONS...] FILE
sweep() {
    local name=$1 total n ever status bad="" count=0
    shift
    rm -rf "$work/ref"
    if ! FAILMALLOC_COUNT=$work/count LD_PRELOAD=$work/failmalloc.so "$ZHITU" render --root "$work/in" -o "$work/ref" "$@" >"$work/said" 2>&1; then
        fail "$name renders with memory" "$(cat "$work/said")"
        return
    fi
    total=$(cat "$work/count")
    for ever in 0 1; do
        for n in $(awk -v total="$total" -v steps="$steps" 'BEGIN { for (i = 1; i <= steps; i++) { # close at first, then wide
            n = i <= steps / 4 ? i * 4 - 3 : int(total * (i - steps / 4) / (steps - steps / 4)); print n } }'); do
            rm -rf "$work/out"
            status=0
            (ulimit -c 0 -t 20 && FAILMALLOC_FIRST=$n FAILMALLOC_EVER=$ever LD_PRELOAD=$work/failmalloc.so \
                "$ZHITU" render --root "$work/in" -o "$work/out" "$@") >"$work/said" 2>&1 || status=$?
            count=$((count + 1))
            case $status in
            0) diff -rq "$work/ref" "$work/out" >/dev/null || bad="$bad request $n (ever $ever): other bytes; " ;;
            3) ;;
            *) bad="$bad request $n (ever $ever): status $status: $(tail -n 1 "$work/said"); " ;;
            esac
        done
    done
    equal "$name: $count refusals of $total requests" "" "$bad"
}
sweep "photograph, table, scripts" -f pdf,svg,png "$work/in/all.xml"
sweep "a board" -f pdf,png "$work/in/shuanghe.xml"

# In a batch the one that gets no memory fails, those before and after it are written.
rm -rf "$work/out"
status=0
(ulimit -c 0 -v 400000 && "$ZHITU" render --root "$work/in" -f png --ppi 400 -o "$work/out" "$work/in/all.xml" "$work/in/shuanghe.xml" "$work/in/w1.xml") \
    >"$work/said" 2>&1 || status=$?
equal "a picture too large for the memory there is: status" 3 "$status"
equal "it is said so, of that document" "shuanghe.xml" "$(sed -nE 's/^.*\/([a-z0-9]+\.xml): .*\[out-of-memory\]$/\1/p' "$work/said")"
equal "the others are written" "all.png w1.png" "$(ls "$work/out" | tr '\n' ' ' | sed 's/ $//')"

# The library in another program: a status and a message, not an end.
lib=$(dirname "$ZHITU")
if ${CC:-cc} -std=c11 -D_XOPEN_SOURCE=700 -I"$top/gen" -o "$work/host" "$top/tests/tools/host.c" -L"$lib" -lzhitu -Wl,-rpath,"$lib" 2>"$work/err"; then
    equal "a host goes on when a document gets no memory" "3 out-of-memory 0 " \
        "$("$work/host" "$top" "$work/hosted" "$work/in/shuanghe.xml" "$work/in/w1.xml" 2>&1)"
    equal "its next document is written" "w1.png" "$(ls "$work/hosted")"
else
    fail "tests/tools/host.c compiles" "$(cat "$work/err")"
fi
