# What is written of some eighty documents, by hashes: SVG, the plain text of PDF (no fonts, no profiles, no
# pictures: those are made by libraries), the dumps of all stages but the scene; and the gallery. What moved:
# scripts/accept-expected written, on the program before, in a tree of its own, and diff.
. "$(dirname "$0")/lib.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
written_hashes "$work" >"$work/now" || fail "all is written"
check "most of it is written ($(wc -l <"$work/now") files)" test "$(wc -l <"$work/now")" -ge 700
equal "nothing written has changed ($(diff "$top/tests/written.txt" "$work/now" | grep -c '^>') differ)" "" \
    "$(diff "$top/tests/written.txt" "$work/now" | head -n 20)"
