# Golden dumps of each stage: tests/cases/STAGE/NAME/in.xml against expected.txt beside it.
. "$(dirname "$0")/lib.sh"
for input in "$top"/tests/cases/*/*/in.xml; do
    dir=$(dirname "$input")
    name=${dir#"$top"/tests/cases/}
    if got=$(case_dump "$dir" 2>&1); then
        equal "$name" "$(cat "$dir/expected.txt" 2>/dev/null)" "$got"
    else
        fail "$name" "the dump failed: $got"
    fi
done
