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

# ---- JSON Schema: it is one, and says of documents what the grammar says.
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$ZHITU" grammar --format json-schema >"$work/schema.json"
check "json-schema: JSON of 2020-12" jq -e '."$schema" == "https://json-schema.org/draft/2020-12/schema" and (."$defs" | length > 150)' "$work/schema.json"
equal "json-schema: every reference leads to a definition" "" "$(jq -r '(."$defs" | keys) as $k | [.. | objects | ."$ref"? // empty | sub("^#/\\$defs/"; "")] | unique - $k | .[]' "$work/schema.json")"
equal "json-schema: the elements of RELAX NG" "$("$ZHITU" grammar --format rng | sed -nE 's/.*<define name="([^"]*)".*/\1/p' | sort)" "$(jq -r '."$defs" | keys[]' "$work/schema.json" | sort)"
equal "json-schema: all kinds of chart, with an example each" "$("$ZHITU" list charts | cut -f 1 | sort | xargs)" "$(jq -r '[."$defs"["data.chart"].examples[].attributes.kind] | unique | .[]' "$work/schema.json" | sort | xargs)"
equal "json-schema: kinds as zhitu list has them" "$("$ZHITU" list charts | cut -f 1 | xargs)" "$(jq -r '."x-charts"[].kind' "$work/schema.json" | xargs)"
equal "json-schema: parameters as zhitu list has them" "$("$ZHITU" list charts --verbose | grep -c '^    set ')" "$(jq '[."x-charts"[].parameters[]] | length' "$work/schema.json")"
equal "grammar: --rng is --format rng" "" "$(diff <("$ZHITU" grammar --rng) <("$ZHITU" grammar --format rng))"
"$ZHITU" grammar --format yaml >/dev/null 2>&1 && fail "grammar: another form" "accepted"
if python3 -c 'import jsonschema' 2>/dev/null; then
    cat >"$work/judge.py" <<'P'
# Documents of XML as the schema describes them, judged by it. FILE...: those that it refuses, one a line.
import json, re, sys, warnings
import xml.etree.ElementTree as xml
warnings.simplefilter("ignore")
import jsonschema
schema = json.load(open(sys.argv[1]))
jsonschema.Draft202012Validator.check_schema(schema)
judge = jsonschema.Draft202012Validator(schema)
def instance(node):
    out = {"element": node.tag.split("}")[1]}
    if node.attrib:
        out["attributes"] = dict(node.attrib)
    children = [node.text] if node.text and node.text.strip() else []
    for child in node:
        if isinstance(child.tag, str):
            children.append(instance(child))
        if child.tail and child.tail.strip():
            children.append(child.tail)
    if children:
        out["children"] = children
    return out
for path in sys.argv[2:]:
    if not judge.is_valid(instance(xml.parse(path).getroot())):
        print(path)
for name, definition in schema["$defs"].items():
    part = jsonschema.Draft202012Validator({"$ref": "#/$defs/" + name, "$defs": schema["$defs"]})
    for example in definition.get("examples", []):
        if not part.is_valid(example):
            print("example of", name)
P
    equal "json-schema: all documents and templates are valid, and its examples" "" "$(python3 "$work/judge.py" "$work/schema.json" data/*.xml templates/*.xml templates/gallery/*.xml)"
    # A mistake of the grammar that is one of the schema too: it refuses the document.
    for code in unknown-element unknown-attribute missing-attribute missing-element bad-value bad-number repeated-element unexpected-text; do
        file=$(grep -lE "^[0-9]+:[0-9]+ $code\$" tests/broken/*.expect | head -n 1)
        [ -n "$file" ] || continue
        equal "json-schema: refuses $code ($(basename "$file" .expect))" "${file%.expect}.xml" "$(python3 "$work/judge.py" "$work/schema.json" "${file%.expect}.xml")"
    done
else
    skip "json-schema by a validator" "no python3 with jsonschema"
fi
