# Many documents in one run: folders, lists and standard input; processes that share them, whose files and
# findings are those of one; a crash, a hang, a lack of memory that costs one document and says which.
. "$(dirname "$0")/lib.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export XDG_CACHE_HOME=$work/cache
cd "$work"
faults=$work/faults.so
${CC:-cc} -shared -fPIC -O1 -o "$faults" "$top/tests/tools/faults.c" -ldl 2>err ||
    fail "tests/tools/faults.c compiles" "$(cat err)"
run() {
    status=0
    said=$("$@" 2>err) || status=$?
    err=$(cat err)
}
render() { run "$ZHITU" render --lang en --templates "$top/templates" "$@"; }

# Twelve documents of three sizes; one has an error, most have notes.
mkdir docs
one() { # ID COUNT
    printf '<graphic xmlns="urn:zhitu:1" id="%s" template="rank" issue="2024-05-06">\n  <title>第%s号</title>\n' "$1" "$1"
    printf '  <chart kind="rank" id="c"><data key="县" unit="万人" sort="desc">\n'
    for i in $(seq "$2"); do printf '    <item key="县%s"><v>%s</v></item>\n' "$i" $((900 - 37 * i)); done
    printf '  </data></chart>\n</graphic>\n'
}
for n in 01 02 03 04 05 06 07 08 09 10 11 12; do one "d$n" $((3 + ${n#0} % 7)) >"docs/d$n.xml"; done
sed -i 's/sort="desc"/sort="dsec"/' docs/d05.xml

# ---- the same however many there are
for j in 1 2 5 12 40; do
    render docs -o "out$j" -f pdf,svg -j "$j"
    equal "-j $j: all but one are written" "1 $(ls out1)" "$status $(ls "out$j")"
    equal "-j $j: the same bytes" "" "$(diff -r -x .zhitu out1 "out$j")"
    said_by=${err//out$j/out1}
    [ "$j" = 1 ] && first=$said_by
    equal "-j $j: the same findings in the same order" "$first" "$said_by"
done
check "findings stand in the order of the documents" test "$(grep -o '^docs/d[0-9]*' <<<"$first" | sort -c 2>&1)" = ""
equal "the closing line" "12 documents, 22 outputs; 1 errors" "$(tail -n 1 <<<"$first" | sed 's/, [0-9]* warn.*//')"
for j in 1 3; do
    run "$ZHITU" check --templates "$top/templates" --format json docs -j $j
    equal "check -j $j: JSON in one order" "$(tail -n 1 <<<"$said" | jq -c .summary.documents) 1" "12 $status"
    [ $j = 1 ] && json=$said
    equal "check -j $j: the same lines" "$json" "$said"
done
run "$ZHITU" check --lang en --templates "$top/templates" docs -j4 -q
equal "-j4 is -j 4" "1" "$status"

# ---- folders within folders
mkdir -p tree/north/far tree/south tree/.hidden tree/templates tree/north/.git
one a 3 >tree/south/a.xml
one b 4 >tree/north/far/b.xml
one c 5 >tree/c.xml
one d 5 >tree/north/d.xml
one hidden 5 | tee tree/.hidden/h.xml tree/north/.git/h.xml tree/.h.xml tree/templates/t.xml >/dev/null
printf '<section xmlns="urn:zhitu:1"><title>一章</title></section>\n' >tree/south/part.xml
cp "$top/templates/rank.xml" "$top/templates/mono.xml" tree/south/
printf '<project xmlns="urn:zhitu:1"/>\n' >tree/zhitu.xml
printf 'no document\n' >tree/south/readme.txt
ln -s .. tree/south/round
render tree -o treed -f pdf -v -j 1
equal "files of a folder, then those of the folders within, by name" "0 c d b a" "$status $(sed 's,.*/,,; s,\.pdf,,' <<<"$said" | xargs)"
equal "what is hidden, templates, sections, themes and links back: not" "4 documents, 4 outputs" "$(tail -n 1 <<<"$err" | sed 's/;.*//')"
render tree -o treed -f pdf
equal "again: nothing to do, status 0" "0" "$status"
one d 6 >tree/south/d2.xml
render tree -o twins -f pdf
equal "equal ids in two folders: both are named, the others are made" "1 tree/north/d.xml tree/south/d2.xml a.pdf b.pdf c.pdf" \
    "$status $(grep 'duplicate-output' <<<"$err" | grep -oE 'tree/(north|south)/d2?\.xml' | sort -u | xargs) $(ls twins | xargs)"
rm tree/south/d2.xml
mkdir -p parts
cp tree/south/part.xml tree/south/mono.xml parts/
render parts -o partly -f pdf
equal "a folder of parts alone is told" "3 1" "$status $(grep -c 'cannot-read' <<<"$err")"
one graphc 3 | sed 's/graphic/graphc/g' >tree/south/wrong.xml
render tree -o treed -f pdf
equal "a root that nobody knows is a mistake, not a part" "1 1" "$status $(grep -c '^tree/south/wrong.xml:1:1: error' <<<"$err")"
rm tree/south/wrong.xml
cp -r tree before
sed -i 's/863/86/' before/north/d.xml
run "$ZHITU" check --lang en --templates "$top/templates" --previous before tree
equal "the last state of each lies where it lies" "tree/north/d.xml:4:" "$(sed -nE 's/^(tree[^:]*:[0-9]+:).*scale-jump.*/\1/p' <<<"$err" | xargs)"

# ---- lists and standard input
printf '\357\273\277# regions\r\n\r\n  docs/d02.xml  \r\ndocs/d01.xml\n' >list.txt
render @list.txt -o listed -f pdf -v
equal "a list: in its order" "0 listed/d02.pdf listed/d01.pdf" "$status $(xargs <<<"$said")"
printf 'docs/d02.xml\ndocs/d0.xml\n#\ndocs/d03.xml' >list.txt
render @list.txt -o listed2 -f pdf
equal "a list: what is not there, at its line; the others are made" "3 list.txt:2:1 d02.pdf d03.pdf" \
    "$status $(sed -nE 's/^(.*): error: .*\[cannot-read\]$/\1/p' <<<"$err") $(ls listed2 | xargs)"
render @nolist.txt
equal "a list that is not there" "3 1" "$status $(grep -c '^nolist.txt: error: .*cannot-read' <<<"$err")"
ls docs/d0[1-3].xml | { render @- -o listed3 -f pdf; echo "$status $(ls listed3 | xargs)" >got; }
equal "a list on standard input" "0 d01.pdf d02.pdf d03.pdf" "$(cat got)"
render - -o piped -f pdf <docs/d04.xml
equal "a document on standard input" "0 d04.pdf" "$status $(ls piped)"
check "it is the same file" cmp piped/d04.pdf out1/d04.pdf
render - -o piped -f pdf <docs/d05.xml
equal "and has places" "1 1" "$status $(grep -c '^-:3:.*: error:' <<<"$err")"
render - -o piped </dev/null
equal "nothing on standard input is no document" "1 1" "$status $(grep -c '^-:.*error' <<<"$err")"
"$ZHITU" render --templates "$top/templates" docs/d04.xml -o - -f pdf 2>err >stdout.pdf
equal "one file to standard output" "" "$(cmp stdout.pdf out1/d04.pdf; ls -d out ./- 2>/dev/null)"
render docs/d04.xml -o -
equal "two formats do not fit there" "1 several-outputs" "$status $(grep -o several-outputs <<<"$err")"
render docs/d04.xml -o - -f svg >/dev/full
check "a full disk behind standard output is told" test "$status" = 0 -o "$status" = 3

# ---- what costs one document costs no other
for fate in 11 6 4; do
    run env LD_PRELOAD="$faults" FATE_OF=d04.pdf FATE=$fate "$ZHITU" render --lang en --templates "$top/templates" docs -o "fate$fate" -f pdf -j 3
    equal "signal $fate: status 4, and which" "4 docs/d04.xml" "$status $(sed -nE 's/^(.*): error: .*\[document-crashed\]$/\1/p' <<<"$err")"
    equal "signal $fate: the others are made" "$(ls out1 | grep pdf | grep -v d04 | xargs)" "$(ls "fate$fate" | xargs)"
done
run env LD_PRELOAD="$faults" FATE_OF=d12.pdf FATE=exit "$ZHITU" render --lang en --templates "$top/templates" docs -o fatex -f pdf -j 2
equal "a process that ends: the last document" "4 docs/d12.xml" "$status $(sed -nE 's/^(.*): error: .*\[document-crashed\]$/\1/p' <<<"$err")"
run env LD_PRELOAD="$faults" FATE_OF=d01.pdf FATE=9 "$ZHITU" render --lang en --templates "$top/templates" docs -o fate9 -f pdf -j 2
equal "ended by the system: as without memory" "3 docs/d01.xml" "$status $(sed -nE 's/^(.*): error: .*\[out-of-memory\]$/\1/p' <<<"$err")"
equal "ended by the system: the others are made" "$(ls out1 | grep pdf | grep -v d01 | xargs)" "$(ls fate9 | xargs)"
run env LD_PRELOAD="$faults" FATE_READ=docs/d03.xml FATE_NTH=2 FATE=hang timeout 60 "$ZHITU" render --lang en --templates "$top/templates" docs -o hung -f pdf -j 2 --timeout 12
equal "a hang: status 3, and which" "3 docs/d03.xml" "$status $(sed -nE 's/^(.*): error: .*\[document-timeout\]$/\1/p' <<<"$err")"
equal "a hang: the others are made" "$(ls out1 | grep pdf | grep -v d03 | xargs)" "$(ls hung | xargs)"
run env LD_PRELOAD="$faults" FATE_READ=docs/d03.xml FATE_NTH=1 FATE=hang timeout 60 "$ZHITU" render --lang en --templates "$top/templates" docs/d03.xml -o hung1 -f pdf --timeout 1
equal "a hang of one document alone" "3 document-timeout" "$status $(grep -o document-timeout <<<"$err")"
sed '0,/ id="[^"]*"/s// id="many"/' "$top/data/shuanghe.xml" >docs/many.xml
if ! nm -D "$ZHITU" 2>/dev/null | grep -q __asan_init; then
    render docs/many.xml docs/d02.xml -o lean -f png --ppi 400 --memory 100 -j 1
    equal "too little memory: which, and the other is made" "3 docs/many.xml d02.png" \
        "$status $(sed -nE 's/^(.*): error: .*\[out-of-memory\]$/\1/p' <<<"$err" | head -n 1) $(ls lean | xargs)"
fi
rm docs/many.xml

# ---- documents whose files could meet are made by one process, whoever else is at work
for j in 1 2 5; do
    mkdir -p meet
    printf '<edition xmlns="urn:zhitu:1" id="heft" template="news-page" issue="2021-12-15">' >meet/z.xml
    for n in 1 2; do printf '<page no="%s"><advert id="x%s" column="1" line="83" cols="8" lines="17"/></page>' $n $n >>meet/z.xml; done
    printf '</edition>' >>meet/z.xml
    one HEFT-p02 3 >meet/a.xml
    for n in b c d e; do one "x$n" 4 >meet/$n.xml; done
    render meet -o "met$j" -f png -j $j
    equal "-j $j: a page with the name of a graphic is refused" "1 meet/z.xml" \
        "$status $(sed -nE 's/^(.*):1:[0-9]*: error: .*\[duplicate-output\]$/\1/p' <<<"$err")"
    equal "-j $j: and the graphic stays" "HEFT-p02.png xb.png xc.png xd.png xe.png" "$(ls "met$j" | xargs)"
    mkdir -p plates
    one v 3 >plates/a.xml
    one V-Black 3 >plates/b.xml
    one v-none 3 >plates/c.xml
    render plates -o "plated$j" -f plates,png --profile press -j $j
    equal "-j $j: a graphic with the name of a plate is refused" "1 plates/b.xml" \
        "$status $(sed -nE 's/^(.*):1:[0-9]*: error: .*\[duplicate-output\]$/\1/p' <<<"$err")"
    equal "-j $j: and the plate stays" "v-black.png v-cyan.png v-magenta.png v-yellow.png v.png" "$(ls "plated$j" | grep -v none | xargs)"
    printf '<project xmlns="urn:zhitu:1" formats="plates,png" profile="press"/>' >plates/zhitu.xml
    render plates -o "plated$j" -j $j --force
    equal "-j $j: outputs that the project names as well" "1 plates/b.xml" \
        "$status $(sed -nE 's/^(.*):1:[0-9]*: error: .*\[duplicate-output\]$/\1/p' <<<"$err")"
    rm -r plates
done
