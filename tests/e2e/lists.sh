# zhitu list: what a designer may write, in the language asked for.
. "$(dirname "$0")/lib.sh"
cd "$top" || exit 1

# Roles of the themes, each with the face that it gets; other families only when asked.
roles=$(sed -nE 's/.*<font role="([^"]+)".*/\1/p' templates/themes/*.xml templates/*.xml 2>/dev/null | sort -u)
shown=$("$ZHITU" list fonts)
equal "list fonts: the roles of the themes" "$roles" "$(cut -f1 <<<"$shown" | sort -u)"
lost=$(cut -f5 <<<"$shown" | sort -u | while read -r file; do [ -f "$file" ] || echo "$file"; done)
equal "list fonts: a file for each role" "" "$lost"
check "list fonts: five columns a row" awk -F'\t' 'NF != 5 { exit 1 }' <<<"$shown"
check "list fonts --all: families that no theme names" grep -q '^DejaVu Sans	' <("$ZHITU" list fonts --all)
check "list fonts: not those" sh -c '! printf "%s" "$1" | grep -q "DejaVu Sans"' sh "$shown"
"$ZHITU" list inks --all >/dev/null 2>&1
equal "--all goes with fonts alone" 2 "$?"

# What a thing is for is said in one language: no Han in English sentences, some in all Chinese ones.
for what in blocks charts; do
    english=$("$ZHITU" list $what --verbose --lang en | sed -n 's/.*  — //p')
    chinese=$("$ZHITU" list $what --verbose --lang zh | sed -n 's/.*  — //p')
    check "list $what: described in English" test "$(wc -l <<<"$english")" -gt 10
    equal "list $what: as many sentences in both languages" "$(wc -l <<<"$chinese")" "$(wc -l <<<"$english")"
    # 前十 is the name of a thing, and stays.
    equal "list $what --lang en: no Chinese" "" "$(grep -P '\p{Han}' <<<"$english" | grep -v 前十)"
    equal "list $what --lang zh: all Chinese" "" "$(grep -vP '\p{Han}' <<<"$chinese")"
done
