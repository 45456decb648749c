# The pictures stand still: hashes of the made scenes (tests/tools/make_scenes) are those of tests/scenes.txt,
# and some sixty scenes are those of tests/scenes/ to the letter.
# What moved, and by how much: scripts/compare-scenes. When it was meant: scripts/accept-expected scenes.
. "$(dirname "$0")/lib.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
hasher=$(dirname "$ZHITU")/tests/hash_scenes
if [ ! -x "$hasher" ]; then
    skip "made scenes" "this build has no tests/hash_scenes"
    exit 0
fi
scene_hashes "$work" >"$work/now" || fail "scenes are made"
wanted=$top/tests/scenes.txt
distinct=$(grep -v '^refused' "$work/now" | cut -d' ' -f1 | sort -u | wc -l)
check "made scenes: $(wc -l <"$work/now"), $distinct of them unlike any other" test "$distinct" -ge 2000
check "each scene has its line" cmp <(awk '{ print $NF }' "$wanted") <(awk '{ print $NF }' "$work/now")
moved=$(diff "$wanted" "$work/now" | sed -n 's/^> //p')
equal "none of the scenes has moved ($(grep -c . <<<"$moved") differ; scripts/compare-scenes says how)" "" "$(head -n 20 <<<"$moved")"
equal "what is said of them has not changed (tests/findings.txt)" "" \
    "$(diff "$top/tests/findings.txt" "$work/findings" | cut -c 1-300 | head -n 20)"

# What a document says and its page does not is our own fault, the status 4 of the program. Those that stand in
# tests/findings.txt are refused with reason: names that a column chart has no room for, labels of a list.
losing() { grep -F '!not-placed' "$1" | cut -d' ' -f1 | sort; }
lost=$(comm -13 <(losing "$top/tests/findings.txt") <(losing "$work/findings"))
equal "no word is lost by a fault of ours" "" "$lost"
[ -z "$lost" ] || exit 4

# A few of them in full, so that a difference can be read in review.
for wanted in "$top"/tests/scenes/*.txt; do
    name=$(basename "$wanted" .txt)
    equal "scene $name" "$(cat "$wanted")" "$(scene_text "$work" "$name")"
done
