# The font lock is held against the font files: each project by its own, whatever the cache says, and the
# command that a message names mends what the message is about.
. "$(dirname "$0")/lib.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export XDG_CACHE_HOME=$work/cache
cache=$work/cache/zhitu/fonts.cache
cd "$work"
run() {
    status=0
    said=$("$@" 2>&1) || status=$?
}
codes() { sed -nE 's/.* (error|warning): .*\[([a-z-]+)\]$/\2/p' <<<"$said" | sort | uniq -c | awk '{ print $1, $2 }' | tr '\n' ' '; }
project() { # NAME: a project of its own with a document
    mkdir -p "$1"
    cp -r "$top/templates" "$1/templates"
    sed "s/id=\"w1\"/id=\"$(tr -dc a-z <<<"$1")\"/" "$top/data/w1.xml" >"$1/doc.xml"
}
check_doc() { run "$ZHITU" check --lang en "$@"; }

# ---- written, verified, written anew
project one
mkdir one/fonts
run "$ZHITU" fonts --lang en --root one
equal "fonts: writes a lock where there is none" "0 yes" "$status $([ -s one/fonts/fonts.lock ] && echo yes)"
cp one/fonts/fonts.lock good.lock
run "$ZHITU" fonts --lang en --root one
equal "fonts: verifies it" "0 " "$status $(codes)"
equal "fonts: and leaves it as it is" "$(cat good.lock)" "$(cat one/fonts/fonts.lock)"
sed -i 's/\tNotoSerifCJKsc-Black\t[0-9.]*\t/\tNotoSerifCJKsc-Black\t9.999\t/' one/fonts/fonts.lock
run "$ZHITU" fonts --lang en --root one
equal "fonts: another version is a mismatch, said once" "3 1 lock-mismatch " "$status $(codes)"
check_doc one/doc.xml
equal "check: the same" "3 1 lock-mismatch " "$status $(codes)"
run "$ZHITU" fonts --update --root one
equal "fonts --update: writes it anew" "0 $(cat good.lock)" "$status $(cat one/fonts/fonts.lock)"
sed -i 's/^\(Noto Serif CJK SC\t900\t.*\t\)[0-9a-f]*$/\1'"$(printf '0%.0s' $(seq 64))"'/' one/fonts/fonts.lock
check_doc one/doc.xml
equal "another hash is a mismatch, though the names agree" "3 1 lock-mismatch " "$status $(codes)"
cp good.lock one/fonts/fonts.lock

# ---- what the message says mends it
sed -i '/^Noto Serif CJK SC\t900/d' one/fonts/fonts.lock
check_doc one/doc.xml
equal "a font that is not in the lock warns" "0 1 font-not-locked " "$status $(codes)"
check "the lock named is that of the project" grep -q "one/fonts/fonts.lock" <<<"$said"
follow() { # the command behind "to record it:", done to the letter
    local command
    command=$(sed -nE 's/.*to record it: zhitu (.*) \[font-not-locked\]$/\1/p' <<<"$said" | head -n 1)
    (cd / && eval "'$ZHITU' $command" >/dev/null 2>&1)
}
follow
check_doc one/doc.xml
equal "the command that it names mends it, from another folder" "0 " "$status $(codes)"

# A project without fonts/ is held against the program's own lock, which is not its to change.
mkdir -p kit/build
cp "$ZHITU" kit/build/zhitu
cp -r "$top/templates" "$top/fonts" kit/
sed -i '/^Noto Serif CJK SC\t900/d' kit/fonts/fonts.lock
before=$(cksum <kit/fonts/fonts.lock)
project "a paper's own"
ours=$ZHITU
ZHITU=$work/kit/build/zhitu
check_doc "a paper's own/doc.xml"
equal "by the lock of the program" "0 1 font-not-locked " "$status $(codes)"
follow
check_doc "a paper's own/doc.xml"
equal "the command makes a lock of the project's own" "0 yes" "$status $(codes)$([ -s "a paper's own/fonts/fonts.lock" ] && echo yes)"
equal "and leaves that of the program" "$before" "$(cksum <kit/fonts/fonts.lock)"
ZHITU=$ours

# ---- each document by the lock of its own folder
project two
mkdir two/fonts
sed 's/sc-Black\t/xx-Black\t/' good.lock >two/fonts/fonts.lock
cp two/doc.xml two/again.xml
sed -i 's/id="two"/id="again"/' two/again.xml
check_doc one/doc.xml
equal "alone, the one is right" "0 " "$status $(codes)"
for order in "one/doc.xml two/doc.xml" "two/doc.xml one/doc.xml"; do
    # shellcheck disable=SC2086
    run "$ZHITU" render --lang en $order -o "$work/out" -f pdf
    equal "$order: only the one is written" "3 1 lock-mismatch one.pdf" "$status $(codes)$(ls out)"
    rm -r out
done
run "$ZHITU" render --lang en two/doc.xml two/again.xml -o "$work/out" -f pdf
equal "two documents under one wrong lock: each is told" "3 2 lock-mismatch " "$status $(codes)$(ls out 2>/dev/null)"

# ---- a damaged cache is asked in vain, and written anew
reference() { "$ZHITU" render one/doc.xml -o out -f pdf -q && cksum <out/one.pdf; }
rm -rf "$work/cache"
wanted=$(reference)
cp "$cache" good.cache
damaged() { # NAME SED-SCRIPT
    sed "$2" good.cache >"$cache"
    check "cache, $1: is another" sh -c '! cmp -s "$1" "$2"' sh good.cache "$cache"
    run "$ZHITU" render --lang en one/doc.xml -o out -f pdf -q
    equal "cache, $1: status 0, the same bytes" "0 $wanted" "$status $said$(cksum <out/one.pdf)"
    equal "cache, $1: mended" "" "$(comm -23 <(sort good.cache) <(sort "$cache"))"
}
tab=$(printf '\t')
for index in 0 1 3 4; do
    damaged "index $index" "s/\(\.ttc$tab\)2$tab/\1$index$tab/"
done
damaged "another version" 's/2\.00[0-9]$/9.9/'
damaged "another name" 's/sc-Black/jp-Black/'
damaged "another family" 's/Serif CJK SC/Serif CJK SS/'
damaged "another file" 's/NotoSerifCJK-Black/NotoSansCJK-Bold/'
damaged "no such file" 's/NotoSerifCJK-Black/NotoSerifCJK-Blank/'
damaged "another hash" "s/\(${tab}\)[0-9a-f]\{60\}/\10000000000000000000000000000000000000000000000000000000000000/"
damaged "no hash" "s/$tab[0-9a-f]\{64\}$tab/$tab$tab/"
damaged "cut lines" 's/^\(.\{60\}\).*/\1/'
damaged "another head" '1s/[0-9]*$/1/'
damaged "empty" 'd'
head -c 5000 /dev/urandom >"$cache"
run "$ZHITU" render --lang en one/doc.xml -o out -f pdf -q
equal "cache, random bytes: status 0, the same bytes" "0 $wanted" "$status $said$(cksum <out/one.pdf)"

# ---- the bytes of the font itself
font=$(fc-list ':family=Noto Serif CJK SC:weight=210' file 2>/dev/null | sed 's/: *$//' | head -n 1)
if [ -n "$font" ]; then
    project three
    mkdir three/fonts
    cp "$font" three/fonts/own.ttc
    run "$ZHITU" fonts --update --root three
    check_doc three/doc.xml
    equal "own font: agrees" "0 " "$status $(codes)"
    touch -r three/fonts/own.ttc stamp
    printf 'damaged' | dd of=three/fonts/own.ttc bs=1 seek=9000000 conv=notrunc 2>/dev/null
    check_doc three/doc.xml
    equal "own font: seven bytes changed are a mismatch" "3 1 lock-mismatch " "$status $(codes)"
    touch -r stamp three/fonts/own.ttc
    check_doc three/doc.xml
    equal "own font: also when size and time are as before" "3 1 lock-mismatch " "$status $(codes)"
    cp "$font" three/fonts/own.ttc
    check_doc three/doc.xml
    equal "own font: put back, it agrees again" "0 " "$status $(codes)"
else
    skip "own font" "no Noto Serif CJK SC Black"
fi

# ---- several projects share the cache in peace
"$ZHITU" check one/doc.xml -q
"$ZHITU" check three/doc.xml -q 2>/dev/null
before=$(cksum <"$cache")
"$ZHITU" check one/doc.xml -q
"$ZHITU" check three/doc.xml -q 2>/dev/null
equal "two projects do not rewrite it in turn" "$before" "$(cksum <"$cache")"
