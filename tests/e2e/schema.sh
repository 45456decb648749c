# The generated RELAX NG file agrees with the program: it takes every sample and template, and refuses
# each broken input whose fault is one of grammar.
. "$(dirname "$0")/lib.sh"
rng=$top/docs/zhitu.rng
if [ ! -e "$rng" ]; then
    fail "docs/zhitu.rng is there"
    exit 0
fi
valid() { xmllint --noout --nonet --relaxng "$rng" "$1"; }
refused() { ! xmllint --noout --nonet --relaxng "$rng" "$1" 2>/dev/null; }
for file in "$top"/data/*.xml "$top"/templates/*.xml "$top"/templates/gallery/*.xml; do
    check "takes ${file#"$top"/}" valid "$file"
done
grammar='unknown-element|unknown-attribute|misplaced-element|missing-element|missing-attribute|repeated-element|wrong-order|unexpected-text|bad-value'
for expect in "$top"/tests/broken/*.expect; do
    input=${expect%.expect}.xml
    grep -qE "^[0-9]+:[0-9]+ ($grammar)$" "$expect" || continue
    # A file in another encoding or cut off is not for a schema.
    xmllint --noout --nonet "$input" 2>/dev/null || continue
    check "refuses $(basename "$input")" refused "$input"
done
