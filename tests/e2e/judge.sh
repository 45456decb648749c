# Charts drawn by lot find nothing to complain of: lost words, overlaps, words outside, false proportions and
# distances, equal fills, bad ticks, refusals without a remedy, different bytes (scripts/judge-charts says more).
# A hundred of each kind; a kind that has a table to itself in tests/tools/judge/lots.c is judged from its first day.
. "$(dirname "$0")/lib.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
judge=$(dirname "$ZHITU")/tests/judge_charts
if [ ! -x "$judge" ]; then
    skip "charts by lot" "this build has no tests/judge_charts"
    exit 0
fi
cd "$top"
JUDGE_DIR=$work "$judge" all 100 20261129 >"$work/said"
status=$?
check "charts of some thirty kinds were drawn" test "$(grep -c ' documents, ' "$work/said")" -ge 20
equal "nothing is found in them" "" "$(grep -v ', 0 findings,' "$work/said")"
equal "the judge says so" 0 "$status"
# Documents in which something was found once, by kind and index at seed 2027: rings of open ends at zero and at
# the right of panels, outlines and edges that touched type, names over dots, bars offered that do not serve.
while read -r kind index; do
    equal "nothing is found in $kind $index any more" "$kind: 1 documents, 0 findings" \
        "$(JUDGE_DIR=$work "$judge" "$kind" 2000 2027 "$index" | grep -o '^.* findings' | head -n 1)"
done <<'CASES'
area 1526
bar 1406
bar 1521
bubble 599
bubble 1581
column 141
column 167
column 704
heatmap 262
heatmap 1163
heatmap 1849
rank 1043
rank 1599
rank 1721
slope 38
slope 220
tiles 1377
tiles 1766
CASES
# The same at seed 2028: numbers of annotations in panels, words on leaders and upright edges, names of columns
# beside those of thresholds; at seed 77 a number of the key of areas was taken for a tick by the judge;
# at seed 411778 the ring of a remark's number touched the letters of a name below their em box; at 1796033804 and the
# next ones names ran into brackets, words of a remark into a number, a value into the ring at the end of its flow,
# lines through rings of places; ticks stood on each other where values took the height of a panel; from 1796033812 on
# arrows in panels ran through values, a ring in a field higher than planned had labels outside, a number in a note was
# taken for a tick, words lay on the line of zero, letters under the last line of a note, numbers on each other, hubs of one chart as circle and as list.
while read -r kind index seed; do
    equal "nothing is found in $kind $index of seed $seed any more" "$kind: 1 documents, 0 findings" \
        "$(JUDGE_DIR=$work "$judge" "$kind" 1500 "$seed" "$index" | grep -o '^.* findings' | head -n 1)"
done <<'CASES'
bubble 699 77
bubble 820 2028
bubble 1128 77
column 47 2028
column 1182 2028
line 290 2028
line 1009 2028
stacked-area 543 2028
stacked-area 599 2028
step 219 2028
step 375 2028
step 626 2028
step 1016 2028
share 372 411778
arrow 3442 1796033805
range 902 1796033805
stacked-area 74 1796033805
stacked-area 866 1796033805
stacked-area 3411 1796033805
sankey 191 1796033804
sankey 493 1796033809
bump 131 1796033809
line 482 1796033809
line 486 1796033812
donut 272 1796033812
histogram 60 1796033812
column 158 1796050001
diverging 9 1796050002
area 110 1796050002
hub 99 1796050009
CASES
equal "nor in rank 47 of seed 77, whose threshold crosses a word over a bar" "rank: 1 documents, 0 findings" \
    "$(JUDGE_DIR=$work "$judge" rank 1500 77 47 | grep -o '^.* findings' | head -n 1)"
# The judge can find: a document with a fault that it was made for.
equal "an unknown kind is a usage mistake" 2 "$(JUDGE_DIR=$work "$judge" no-such-kind 1 1 >/dev/null 2>&1; echo $?)"
