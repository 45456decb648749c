# Broken inputs: tests/broken/NAME.xml against NAME.expect, by code and place, never by wording; and the
# breadth of the collection itself.
. "$(dirname "$0")/lib.sh"
for input in "$top"/tests/broken/*.xml; do
    name=$(basename "$input" .xml)
    expect=${input%.xml}.expect
    [ -e "$expect" ] || {
        fail "$name" "there is no $name.expect"
        continue
    }
    wanted_status=$(broken_option "$expect" status)
    said=$(broken_run "$input" 2>&1)
    status=$?
    equal "$name: findings" "$(grep -v '^#' "$expect")" "$(printf '%s\n' "$said" | findings "$name.xml")"
    equal "$name: status" "${wanted_status:-1}" "$status"
done

inputs=$(ls "$top"/tests/broken/*.xml | wc -l)
codes=$(cat "$top"/tests/broken/*.expect | grep -v '^#' | awk '{ print $2 }' | sort -u | wc -l)
several=$(for f in "$top"/tests/broken/*.expect; do grep -vc '^#' "$f"; done | awk '$1 > 1' | wc -l)
check "at least 40 broken inputs ($inputs)" test "$inputs" -ge 40
check "at least 25 codes ($codes)" test "$codes" -ge 25
check "at least three with several faults ($several)" test "$several" -ge 3
