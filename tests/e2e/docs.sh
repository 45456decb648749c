# The documents say what the program does: codes, options, the example.
. "$(dirname "$0")/lib.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$top" || exit 1

# Codes: the second string of a report. Every one used is explained (gen/codes/), and none is idle.
wanted=$(cat tests/broken/*.expect | grep -v '^#' | awk '{ print $2 }' | sort -u)
used=$(cat $(find gen -name '*.[ch]') | tr '\n' ' ' | sed 's/zt_\(inspect_\)\?report/\n&/g' |
    sed -nE -e 's/^zt_report\([^,"]*, ZT_(NOTE|WARNING|ERROR), *"([a-z0-9-]+)".*/\2/p' \
        -e 's/^zt_inspect_report\([^,"]*, ZT_(NOTE|WARNING|ERROR), *"([a-z0-9-]+)".*/\2/p' \
        -e 's/^zt_report_env\([^,"]*, *"([a-z0-9-]+)".*/\1/p' | sort -u)
check "gen/ reports codes ($(wc -l <<<"$used"))" test "$(wc -l <<<"$used")" -ge 25
listed=$("$ZHITU" explain | awk '{ print $1 }' | sort -u)
equal "zhitu explain knows every code of gen/" "" "$(comm -23 <({ echo "$used"; echo "$wanted"; } | sort -u) <(echo "$listed"))"
equal "zhitu explain knows every code of docs/codes.md" "" "$(sed -nE 's/^\| (<a id="[a-z0-9-]+"><\/a>)?`([a-z0-9-]+)`.*/\2/p' docs/codes.md | sort -u | comm -23 - <(echo "$listed"))"
idle=$(comm -13 <(echo "$used") <(echo "$listed") | while read -r code; do
    grep -rqF --exclude-dir=codes "\"$code\"" gen || echo "$code"
done)
equal "every code that is explained is used" "" "$idle"

# Manual pages: they are sound, and each option that --help names is explained.
for page in docs/man/*.1; do
    said=$(groff -man -Tutf8 -ww -z "$page" 2>&1)
    equal "$(basename "$page"): groff finds nothing" "" "$said"
done
for command in render check plan dump list fonts grammar typeset gallery slots fix explain completion diff verify; do
    options=$("$ZHITU" "$command" --help --lang en | grep -oE -- '(^|[ ,[|])--?[a-zA-Z][a-z-]*' | grep -oE -- '--?[a-zA-Z][a-z-]*' | sort -u)
    page=$(sed 's/\\-/-/g' docs/man/zhitu-$command.1 docs/man/zhitu.1)
    missing=$(for o in $options; do grep -qE -- "(^|[^a-z-])$o([^a-z-]|$)" <<<"$page" || echo "$o"; done)
    equal "zhitu-$command.1: every option of --help" "" "$missing"
done

# What is generated from the grammar is what the program prints now.
for pair in "reference.md " "zhitu.rng --rng"; do
    # shellcheck disable=SC2086
    check "docs/${pair%% *} is up to date (zhitu grammar ${pair#* })" sh -c '"$1" grammar $3 | cmp - "docs/$2"' sh "$ZHITU" "${pair%% *}" "${pair#* }"
done

# What outputs and profiles bring stands in the manual as the program has it.
"$top/scripts/generate-docs" --options "$ZHITU" >"$work/options"
check "there are such options ($(grep -c '^.TP' "$work/options"))" test "$(grep -c '^.TP' "$work/options")" -ge 4
for page in render gallery; do
    equal "zhitu-$page.1: options of outputs are up to date" "$(cat "$work/options")" \
        "$(sed -n '/scripts\/generate-docs writes/,/so far/{//!p}' "docs/man/zhitu-$page.1")"
done

# Links inside the documents lead somewhere.
dead=$(for doc in README.md README.zh.md docs/*.md; do
    grep -oE '\]\([^)#: ]+' "$doc" | sed 's/^](//' | while read -r to; do
        [ -e "$(dirname "$doc")/$to" ] || echo "$doc: $to"
    done
done)
equal "links lead somewhere" "" "$dead"

# docs/example.c: builds against the installed library and does what it says.
lib=$(dirname "$ZHITU")
if cmake --install "$lib" --prefix "$work/usr" >"$work/log" 2>&1; then
    pc=$(find "$work/usr" -name 'zhitu.pc' | head -n 1)
    check "zhitu.pc is installed" test -n "$pc"
    export PKG_CONFIG_PATH=${pc%/*}
    # shellcheck disable=SC2046
    check "docs/example.c compiles" ${CC:-cc} -std=c11 -Wall -Wextra -Werror -o "$work/example" docs/example.c $(pkg-config --define-prefix --cflags --libs zhitu)
    (cd "$work" && LD_LIBRARY_PATH=${pc%/pkgconfig/*} "$work/example" "$top/data/w1.xml" "$work/o") >"$work/said" 2>&1
    check "docs/example.c renders" test -s "$work/o/w1.pdf"
    shown=$(nm -g --defined-only "$(find "$work/usr" -name 'libzhitu.*' | head -n 1)" 2>/dev/null | awk 'NF == 3 { print $3 }' | grep -c '^zt_\|^zhitu_')
    check "libzhitu shows names of its own ($shown)" test "$shown" -ge 1
    PATH=$work/usr/bin:$PATH
    check "the installed program finds its templates" sh -c 'cd "$1" && zhitu render "$2" -o o2' sh "$work" "$top/data/w1.xml"
else
    fail "cmake --install" "$(tail -n 5 "$work/log")"
fi
