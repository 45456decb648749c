# Layouts that are found stay: forty made pages without frames, where each item stands and what it cost, are those of
# tests/layouts.txt. When a change of the solver or of the score was meant, read what moved, and whether it is cheaper:
# scripts/accept-expected layouts, git diff.
. "$(dirname "$0")/lib.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
page_layouts "$work" >"$work/now"
equal "forty pages" 40 "$(wc -l <"$work/now")"
check "most of them are filled" test "$(grep -c ': cost' "$work/now")" -ge 32
equal "no layout has moved ($(diff "$top/tests/layouts.txt" "$work/now" | grep -c '^>') differ)" "" \
    "$(diff "$top/tests/layouts.txt" "$work/now" | head -n 20)"
