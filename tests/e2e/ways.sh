# Documents in several ways at once, in shares, and after kills: names that tell the ways apart, shares that
# make one whole, nothing lost or torn however often a run is killed.
. "$(dirname "$0")/lib.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export XDG_CACHE_HOME=$work/cache
cd "$work"
cp -r "$top/templates" .
run() {
    status=0
    said=$("$@" 2>err) || status=$?
    err=$(cat err)
}
render() { run "$ZHITU" render --lang en -f pdf "$@"; }
mkdir docs
one() { # ID COUNT ATTRIBUTES
    printf '<graphic xmlns="urn:zhitu:1" id="%s" template="rank" issue="2024-05-06"%s>\n  <title>第%s号</title>\n' "$1" "$3" "$1"
    printf '  <chart kind="rank" id="c"><data key="县" unit="万人" sort="desc">\n'
    for i in $(seq "$2"); do printf '    <item key="县%s"><v>%s</v></item>\n' "$i" $((900 - 37 * i)); done
    printf '  </data></chart>\n</graphic>\n'
}
for n in 1 2 3 4 5 6 7; do one "d$n" $((2 + n)) "" >docs/d$n.xml; done

# ---- several ways
render docs -t rank,chart --theme chongqing --theme mono --name '{id}-{template}-{theme}' -o ways -j 2
equal "two templates in two themes: four of each" "0 28" "$status $(ls ways | wc -l)"
equal "their names" "d1-chart-chongqing.pdf d1-chart-mono.pdf d1-rank-chongqing.pdf d1-rank-mono.pdf" "$(ls ways | grep '^d1' | xargs)"
equal "the closing line counts documents once" "7 documents, 28 outputs" "$(sed -nE 's/^(7 documents, [0-9]* outputs).*/\1/p' <<<"$err")"
render docs/d3.xml -t chart --theme mono -o one
check "each is what it is alone" cmp one/d3.pdf ways/d3-chart-mono.pdf
render docs -t rank,chart --theme mono,chongqing --name '{id}-{template}-{theme}' -o ways -j 2
equal "in another order none is made again" "7 documents, 0 outputs, 28 unchanged" "$(grep -o '^7 .* unchanged' <<<"$err")"
render docs/d1.xml --slot 52mm,107mm --profile press,screen --name '{id}_{slot}_{profile}' -o slots
equal "slots and profiles" "d1_107mm_press.pdf d1_107mm_screen.pdf d1_52mm_press.pdf d1_52mm_screen.pdf" "$(ls slots | xargs)"
render docs/d1.xml -f svg -f png -o formats
equal "-f again adds a format" "0 d1.pdf d1.png d1.svg" "$status $(ls formats | xargs)"
run "$ZHITU" check --lang en docs -t rank,chart --name '{id}-{template}' -q
equal "check takes them too" 0 "$status"
usage() { # NAME WANTED ARGUMENTS...
    local name=$1 wanted=$2
    shift 2
    render "$@" -o refused
    equal "$name" "2 1 no" "$status $(grep -c -- "$wanted" <<<"$err") $([ -e refused ] && echo yes || echo no)"
}
usage "of several without a name that tells" "{template}" docs -t rank,chart
usage "a name that tells another thing" "{slot}" docs --slot 52mm,107mm --name '{id}-{template}'
usage "one twice" "twice" docs -t rank -t chart -t rank --name '{id}-{template}'
usage "an empty one" "empty item" docs -t rank, --name '{id}-{template}'
usage "an unknown one" "--profile is" docs --profile press,paper --name '{id}-{profile}'
usage "a bad slot" "--slot is" docs --slot 52mm,52 --name '{id}-{slot}'
usage "--resume and --force" "use one" docs --resume --force
for shard in 0/3 4/3 3 a/b /3 3/ 1/0; do usage "--shard $shard" "K/N" docs --shard $shard; done
mkdir meet
one a 3 ' slot="152mm"' >meet/a.xml
one a1 3 ' slot="52mm"' >meet/b.xml
one c 3 "" >meet/c.xml
render meet --name '{id}{slot}' -o met -j 2
equal "two ids of one name: both are refused before anything is written" "1 meet/b.xml" \
    "$status $(sed -nE 's/^(.*):1:[0-9]*: error: .*\[duplicate-output\]$/\1/p' <<<"$err")"
equal "the third is made" "1" "$(ls met | wc -l)"
render meet --name '{id}-{slot}' -o met2
equal "with a dash they do not meet" "0 a-152mm.pdf a1-52mm.pdf" "$status $(ls met2 | grep -v ^c | xargs)"

# A name that only the template's theme ends: "x" in the theme "one-t" and "x-one" in the theme "t".
mkdir -p late/templates
for way in "x one-t first" "x-one t second" "y t third"; do
    read -r id theme template <<<"$way"
    sed "s/name=\"chongqing\"/name=\"$theme\"/" templates/chongqing.xml >late/templates/$theme.xml
    sed "s/name=\"rank\"/name=\"$template\"/; s/theme=\"[a-z]*\"/theme=\"$theme\"/" templates/rank.xml >late/templates/$template.xml
    one "$id" 3 "" | sed "s/template=\"rank\"/template=\"$template\"/" >late/$template.xml
done
for options in "-j 1" "-j 3" "--shard 1/3" "-f pdf,svg -j 2"; do
    # shellcheck disable=SC2086
    render late --name '{id}-{theme}' -o late1 $options
    equal "two ids of one name that the theme ends ($options): the second is refused" "1 late/second.xml" \
        "$status $(sed -nE 's/^(.*):1:[0-9]*: error: .*\[duplicate-output\]$/\1/p' <<<"$err")"
    rm -rf late1
done
render late --name '{theme}-{id}' -o late2 -j 3
equal "the other way round none meets" "0 one-t-x.pdf t-x-one.pdf t-y.pdf" "$status $(ls late2 | xargs)"

# ---- shares
render docs -o whole -f svg -j 2
for n in 1 2 3 9; do
    sum=0
    for k in $(seq $n); do
        render docs -o "shares$n" -f svg --shard "$k/$n" -j 1
        sum=$((sum + $(sed -nE 's/^([0-9]+) documents.*/\1/p' <<<"$err")))
    done
    equal "$n shares: each document once" 7 "$sum"
    equal "$n shares: the same bytes" "" "$(diff -r -x .zhitu whole "shares$n")"
done
cp docs/d1.xml docs/twin.xml
render docs -o twins --shard 1/4
equal "a twin in another share is seen" "1 1" "$status $(grep -c duplicate-output <<<"$err")"
rm docs/twin.xml

# ---- kills: what is there is whole, and what is missing is made by the next run
for n in $(seq 8 60); do one "d$n" $((2 + n % 9)) "" >docs/d$n.xml; done
"$ZHITU" render docs -o reference -f pdf,svg -q 2>/dev/null
kills=${KILLS:-20} torn="" done_before=0
RANDOM=1234
for n in $(seq "$kills"); do
    "$ZHITU" render docs -o killed -f pdf,svg -j $((1 + RANDOM % 4)) -q 2>/dev/null &
    pid=$!
    sleep "0.$(printf %03d $((RANDOM % 350)))"
    kill -9 $pid 2>/dev/null
    wait $pid 2>/dev/null
    for file in killed/*.pdf killed/*.svg; do
        [ ! -e "$file" ] || cmp -s "$file" "reference/${file#killed/}" || torn="$torn $n:$file"
    done
    # Now and then all is begun anew, or a part is taken away.
    [ $((n % 5)) != 0 ] || rm -rf killed 2>/dev/null || true
    [ $((n % 3)) != 0 ] || rm -f killed/d1*.pdf
done
equal "$kills kills: what is there is whole" "" "$torn"
sleep 0.3 # processes of the last run end with the document that they are at
"$ZHITU" render docs -o killed -f pdf,svg -q --resume 2>/dev/null
equal "and the next run makes the rest" "" "$(diff -r -x '.zhitu*' reference killed)"
