# What is written: names that stay in the folder, all formats together or none, two processes on one folder,
# nothing after a status of 1, and what is lost is never a success.
. "$(dirname "$0")/lib.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export XDG_CACHE_HOME=$work/cache
faults=$work/faults.so
if ! ${CC:-cc} -shared -fPIC -O1 -o "$faults" "$top/tests/tools/faults.c" -ldl 2>"$work/err"; then
    fail "tests/tools/faults.c compiles" "$(cat "$work/err")"
    exit 0
fi
run() { # COMMAND...: status and said
    status=0
    said=$("$@" 2>&1) || status=$?
}
one() { # ID [TEMPLATE]: a document of that id
    cat <<EOF
<?xml version="1.0" encoding="UTF-8"?>
<graphic xmlns="urn:zhitu:1" id="$1" template="${2:-narrow}" issue="2022-06-30">
  <title>题</title>
  <hint head="提示"><p>一段。</p></hint>
</graphic>
EOF
}
sums() { (cd "$1" && for f in *; do [ -f "$f" ] && echo "$f $(cksum <"$f")"; done); }

# ---- names
mkdir "$work/ids"
bad=0
while IFS= read -r id; do
    one "$id" >"$work/ids/x.xml"
    rm -rf "$work/deep"
    mkdir -p "$work/deep/er"
    before=$(find "$work" -newer "$work/ids/x.xml" -type f | wc -l)
    run "$ZHITU" render --lang en "$work/ids/x.xml" -o "$work/deep/er/out"
    left=$(find "$work/deep" -mindepth 2)
    if [ "$status" != 1 ] || [ -n "$left" ] || ! grep -q ":2:34: error: .*\[bad-file-name\]" <<<"$said"; then
        fail "id=$id" "status $status, left $left: $said"
        bad=$((bad + 1))
    fi
done <<'EOF'
../../escaped
/zhitu-escaped
a/b
./a
..
.
.x
-x
--out
a:b
a\b
a b
~
a*
CON
nul
Aux.2022
LPT1
x.
é
ａ
a／b
EOF
[ "$bad" != 0 ] || pass "a bad id is an error at its place, and nothing is written"
for id in 成绩单-2022 w1.v2 _a A 'x..y'; do
    one "$id" >"$work/ids/x.xml"
    run "$ZHITU" render "$work/ids/x.xml" -o "$work/good" -f pdf,svg
    check "id=$id is taken" test "$status" = 0 -a -s "$work/good/$id.pdf" -a -s "$work/good/$id.svg"
done
long=$(printf '重%.0s' $(seq 80))
one "$long" >"$work/ids/x.xml"
run "$ZHITU" render "$work/ids/x.xml" -o "$work/good" -f pdf
check "an id of 80 Han is taken" test "$status" = 0 -a -s "$work/good/$long.pdf"

mkdir "$work/twins"
one Chart >"$work/twins/a.xml"
one chART >"$work/twins/b.xml"
run "$ZHITU" render --lang en "$work/twins" -o "$work/twins-out"
equal "ids that differ in case alone are twins" "1 $work/twins/b.xml:2:34 " "$status $(sed -nE 's/^(.*): error: .*\[duplicate-output\]$/\1/p' <<<"$said") $(ls "$work/twins-out" 2>/dev/null)"
run "$ZHITU" render "$work/twins/a.xml" "$work/twins/../twins/a.xml" -o "$work/same" -f pdf
equal "one document named twice is no twin" "0 Chart.pdf" "$status $(ls "$work/same")"

# Names that are known only when the pages and tables of both are.
mkdir "$work/pages"
pages() { # ID COUNT
    printf '<edition xmlns="urn:zhitu:1" id="%s" template="news-page" issue="2021-12-15">' "$1"
    for n in $(seq "$2"); do printf '<page no="%s"><advert id="x%s" column="1" line="83" cols="8" lines="17"/></page>' "$n" "$n"; done
    printf '</edition>'
}
clash() { # ARGUMENTS: the status, the places of the findings, the files
    run "$ZHITU" "$@"
    echo "$status $(sed -nE 's/^.*\/([^/]*): error: .*\[duplicate-output\]$/\1/p' <<<"$said") $(ls "$work/pages-out" 2>/dev/null | tr '\n' ' ')"
    rm -rf "$work/pages-out"
}
both="$work/pages/a.xml $work/pages/b.xml"
pages Heft 2 >"$work/pages/a.xml"
one heft-p01 >"$work/pages/b.xml"
equal "a graphic of the name of a page is refused" "1 b.xml:2:34 Heft-p01.png Heft-p02.png Heft.pdf " "$(clash render --lang en $both -o "$work/pages-out")"
equal "check says so" "1 b.xml:2:34 " "$(clash check --lang en $both)"
equal "pages with the name of a graphic are refused" "1 a.xml:1:34 heft-p01.pdf heft-p01.png " "$(clash render --lang en "$work/pages/b.xml" "$work/pages/a.xml" -o "$work/pages-out")"
equal "in PDF they do not meet" "0  Heft.pdf heft-p01.pdf " "$(clash render --lang en -f pdf $both -o "$work/pages-out")"
one heft-p03 >"$work/pages/b.xml"
equal "a number behind the last page is free" "0  Heft-p01.png Heft-p02.png heft-p03.png " "$(clash render --lang en -f png $both -o "$work/pages-out")"
pages Heft 1 >"$work/pages/a.xml"
one heft-p01 >"$work/pages/b.xml"
equal "one page has no number" "0  Heft.png heft-p01.png " "$(clash render --lang en -f png $both -o "$work/pages-out")"
one Heft >"$work/pages/b.xml"
equal "one id is told once" "1 b.xml:2:34 " "$(clash check --lang en $both)"

# ---- all new, or all old
w1=$top/data/w1.xml
mkdir "$work/old" "$work/new"
"$ZHITU" render "$w1" -o "$work/old" -f pdf,png,svg --ppi 72 -q
"$ZHITU" render "$w1" -o "$work/new" -f pdf,png,svg --theme plain --ppi 100 -q 2>/dev/null ||
    "$ZHITU" render "$w1" -o "$work/new" -f pdf,png,svg --svg-text paths --profile press --ppi 100 -q
old=$(sums "$work/old")
newer() { "$@" "$ZHITU" render "$w1" -f pdf,png,svg --svg-text paths --profile press --ppi 100 -o "$work/set"; }
rm -rf "$work/new"
"$ZHITU" render "$w1" -f pdf,png,svg --svg-text paths --profile press --ppi 100 -o "$work/new" -q
new=$(sums "$work/new")
check "the two renderings differ" test "$old" != "$new"
fresh() { rm -rf "$work/set" && cp -r "$work/old" "$work/set"; }
for links in "" NO_LINK=1; do
    for nth in 1 2 3; do
        fresh
        run newer env $links LD_PRELOAD="$faults" FAIL_RENAME=$((links ? 0 : nth)) FAIL_RENAME=$nth
        if [ "$status" = 0 ]; then # without links the old files are renamed too: one of those failed
            equal "renaming $nth fails ${links:-}" "$new" "$(sums "$work/set")"
        else
            equal "renaming $nth fails ${links:-}: status 3, all are old" "3 $old" "$status $(sums "$work/set")"
        fi
        equal "renaming $nth fails ${links:-}: nothing is left over" "w1.pdf w1.png w1.svg " "$(ls -A "$work/set" | tr '\n' ' ')"
    done
done
fresh
run newer env LD_PRELOAD="$faults" FAIL_RENAME=2 FAIL_ALL=1
equal "every renaming from the second on fails: all are old" "3 $old" "$status $(sums "$work/set")"
fresh
rm "$work/set/w1.svg"
mkdir "$work/set/w1.svg"
run newer env
equal "a folder has the name of the third: status 3, all are old" "3 $(sums "$work/old" | grep -v svg)" "$status $(sums "$work/set")"
for nth in 1 2 3; do
    fresh
    run newer env LD_PRELOAD="$faults" KILL_RENAME=$nth
    equal "killed before renaming $nth" 137 "$status"
    one other >"$work/ids/x.xml"
    "$ZHITU" render "$work/ids/x.xml" -f svg -o "$work/set" -q
    rm "$work/set/other.svg"
    equal "killed before renaming $nth: the next run ends it" "$new" "$(sums "$work/set")"
    equal "killed before renaming $nth: nothing is left over" "w1.pdf w1.png w1.svg " "$(ls -A "$work/set" | tr '\n' ' ')"
done
fresh
touch -d '2 days ago' "$work/set/.zhitu-abcdefghijkl.tmp" "$work/set/.zhitu-mine"
touch "$work/set/.zhitu-abcdefghijkm.tmp"
newer env >/dev/null 2>&1
equal "litter goes after a day, what is younger may be another's" ".zhitu-abcdefghijkm.tmp .zhitu-mine w1.pdf w1.png w1.svg " "$(ls -A "$work/set" | tr '\n' ' ')"

# ---- two processes on one folder, each number 1 of its own container
apart() { "$@"; }
if [ "$(id -u)" = 0 ] && unshare --pid --fork --mount-proc true 2>/dev/null; then
    apart() { unshare --pid --fork --mount-proc "$@"; }
fi
for locks in "" NO_FLOCK=1; do
    mixed=0
    for round in 1 2 3 4; do
        rm -rf "$work/both"
        for ppi in 100 72; do
            if [ $ppi = 100 ]; then options="--svg-text paths --profile press"; else options=; fi
            # shellcheck disable=SC2086
            apart env $locks LD_PRELOAD="$faults" SLOW_US=20000 "$ZHITU" render "$w1" -f pdf,png,svg $options --ppi $ppi -o "$work/both" -q &
            sleep 0.0$round
        done
        wait
        got=$(sums "$work/both")
        [ "$got" = "$old" ] || [ "$got" = "$new" ] || mixed=$((mixed + 1))
        [ "$(ls -A "$work/both" | wc -l)" = 3 ] || mixed=$((mixed + 1))
    done
    equal "two processes at once ${locks:-}: one set or the other, in 4 rounds" 0 "$mixed"
done

# ---- a status of 1 changes nothing, also when only --strict makes it one
sed 's|</deck>|,中国</deck>|' "$w1" >"$work/warned.xml"
run "$ZHITU" render "$work/warned.xml" -o "$work/warned" -f pdf --templates "$top/templates"
equal "a document with a warning is written" "0 w1.pdf" "$status $(ls "$work/warned")"
rm -r "$work/warned"
for option in --strict "--fail-on warning"; do
    # shellcheck disable=SC2086
    run "$ZHITU" render "$work/warned.xml" "$top/data/w2.xml" $option -o "$work/warned" -f pdf,png --templates "$top/templates"
    equal "$option: it is not, the other is" "1 w2.pdf w2.png" "$status $(ls "$work/warned" | tr '\n' ' ' | sed 's/ $//')"
    rm -r "$work/warned"
done

# ---- what is lost is never a success
blank=$top/tests/broken/empty-page.xml
run "$ZHITU" check --lang en "$blank"
equal "an empty page warns in a draft" "0 1" "$status $(grep -c 'warning: .*\[empty-page\]$' <<<"$said")"
run "$ZHITU" render --strict --final "$blank" -o "$work/blank"
equal "an empty page is refused by --strict --final" "1 " "$status $(ls -A "$work/blank" 2>/dev/null)"
# One that a template omits, and a table whose encoding was guessed: each alone.
cat >"$work/omitted.xml" <<'END'
<graphic xmlns="urn:zhitu:1" id="lost" template="timeline-wide" issue="2022-06-30"><title>题</title>
<tasks><task no="1" head="产业">共建</task></tasks></graphic>
END
printf '城市,人数（家）\n重庆,3\n成都,4\n' | iconv -f UTF-8 -t GB18030 >"$work/guessed.csv"
cat >"$work/guessed.xml" <<'END'
<graphic xmlns="urn:zhitu:1" id="lost" template="slot" issue="2022-06-30"><title>题</title>
<chart kind="rank"><title>表</title><data unit="家"><import href="guessed.csv" map="key=城市 v=人数"/></data></chart></graphic>
END
for lost in omitted guessed; do
    for options in --final "--strict --final"; do
        # shellcheck disable=SC2086
        run "$ZHITU" render $options "$work/$lost.xml" --templates "$top/templates" -o "$work/lost" -f pdf,svg
        equal "$lost: $options leaves nothing" "1 " "$status $(ls -A "$work/lost" 2>/dev/null)"
        rm -rf "$work/lost"
    done
done
yibin=$top/data/yibin.xml # two photos that are still to come
run "$ZHITU" check --lang en "$yibin"
equal "missing photos are told in a draft" "0 2" "$status $(grep -c 'note: .*\[photo-missing\]$' <<<"$said")"
run "$ZHITU" check --lang en --final "$yibin"
equal "missing photos are errors in a final version" "1 2" "$status $(grep -c 'error: .*\[photo-missing\]$' <<<"$said")"

# ---- the words between which lines are broken are part of the installation
kit=$work/kit
mkdir -p "$kit/build"
cp "$ZHITU" "$kit/build/zhitu"
cp -r "$top/templates" "$kit/templates"
cp -r "$top/fonts" "$kit/fonts"
cp "$w1" "$work/plain.xml"
cd "$work"
run "$kit/build/zhitu" check "$work/plain.xml"
equal "words.bin is whole" 0 "$status"
damage() { # NAME COMMAND...
    local name=$1
    shift
    cp "$top/templates/words.bin" "$kit/templates/words.bin"
    "$@"
    run "$kit/build/zhitu" render "$work/plain.xml" -o "$work/wordless"
    equal "words.bin $name: status 3, nothing written" "3 1 " "$status $(grep -c '\[words-missing\]$' <<<"$said") $(ls -A "$work/wordless" 2>/dev/null)"
}
damage "missing" rm "$kit/templates/words.bin"
damage "empty" truncate -s 0 "$kit/templates/words.bin"
damage "cut" truncate -s 600000 "$kit/templates/words.bin"
damage "longer" sh -c 'printf x >>"$1"' sh "$kit/templates/words.bin"
damage "with one byte changed" sh -c 'printf X | dd of="$1" bs=1 seek=700000 conv=notrunc 2>/dev/null' sh "$kit/templates/words.bin"

# ---- names that --name makes: one document in several widths, side by side
for slot in 52mm 107x300mm; do
    run "$ZHITU" render -q --lang en "$top/data/jichang.xml" -f png,svg --slot $slot --theme culture \
        --name '{id}-{template}-{theme}-{slot}-{lang}-{profile}' -o "$work/named"
    equal "named after the slot $slot: status" 0 "$status"
done
equal "files of both slots" "jichang-rank-culture-107x300mm-zh-Hans-screen.png
jichang-rank-culture-107x300mm-zh-Hans-screen.svg
jichang-rank-culture-52mm-zh-Hans-screen.png
jichang-rank-culture-52mm-zh-Hans-screen.svg" "$(ls "$work/named")"
run "$ZHITU" render -q --lang en "$top/data/jichang.xml" -f svg --name '{slot}_{id}' -o "$work/width"
check "without a slot the width of the page" test -s "$work/width/170mm_jichang.svg"
report=$(grep -l '<report ' "$top"/data/report/*.xml | head -n 1)
run "$ZHITU" render -q --lang en "$report" -f pdf,svg --name '{n}.{id}' -o "$work/numbered"
id=$(sed -nE 's/.*<report [^>]*id="([^"]*)".*/\1/p' "$report")
check "{n} is the number of a page" test -s "$work/numbered/02.$id.svg"
equal "and the pages have no other" 0 "$(find "$work/numbered" -name '*-p0*' | wc -l)"
for pattern in '{template}' '{id}/x' '{id}-{when}' 'a b{id}' '' '-{id}' '{id'; do
    run "$ZHITU" render --lang en "$top/data/jichang.xml" --name "$pattern" -o "$work/never"
    equal "--name '$pattern': wrong usage" 2 "$status"
    check "--name '$pattern': what may stand in it" grep -q 'holds {id}.*{profile} {n}' <<<"$said"
done
check "nothing was written" test ! -e "$work/never"
one "$(printf 'x%.0s' $(seq 95))" >"$work/long.xml"
run "$ZHITU" render --lang en "$work/long.xml" --name '{id}-{template}-{theme}' -o "$work/long"
equal "a name that is too long is an error at the id" "1 1" "$status $(grep -c ':2:34: error: .*\[bad-output-name\]$' <<<"$said")"
check "and nothing is written" test -z "$(ls -A "$work/long" 2>/dev/null)"
