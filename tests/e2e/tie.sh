# The ledger's line to the chart at its right: from a share that the chart shows, to the chart's edge, and from no other.
. "$(dirname "$0")/lib.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# What stands in the gap between ledger and chart, in the ink of rules: SED-SCRIPT for the document.
tied() {
    sed -e "$1" "$top/data/chengjidan.xml" >"$work/in.xml"
    "$ZHITU" dump --stage=scene --json --templates "$top/templates" "$work/in.xml" 2>/dev/null |
        jq -r '.pages[0].items | map(select(.kind == "path" and .block == "ledger")) | map(select(.ink == "panel"))[0].box as $panel
            | map(select(.ink == "key" and (.box[0] + .box[2]) > $panel[0] + $panel[2] + 3)) | map(.box[3] * 10 | round) | join(" ")'
}
lines=$(tied '')
equal "a line and a dot for the share that the chart shows ($lines)" 2 "$(wc -w <<<"$lines")"
equal "the dot is 1.4 mm" 40 "$(awk '{ print $2 }' <<<"$lines")"
equal "none from another share" "" "$(tied 's/占全国37%/占全国36%/')"
equal "nor from that of another whole" "" "$(tied 's/<share of="trains" among="全国">占全国/<share of="trains" among="西部">占西部/')"
equal "nor to a chart of two" "" "$(tied 's|<item key="占全国"><share among="全国">37%</share></item>|<item key="甲"><share among="全国">37%</share></item><item key="乙"><share among="全国">40%</share></item>|')"
equal "nor from a figure that others follow" "" "$(tied 's|占全国37%</share></figure>|占全国37%</share></figure><figure label="公里"><v>8公里</v></figure>|')"
