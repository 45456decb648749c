# The documents of data/charts in their three widths, and the pages of docs/charts: one for each kind, up to date.
. "$(dirname "$0")/lib.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$top" || exit 1

documents=(data/charts/*.xml)
check "there are ten documents" test "${#documents[@]}" -ge 10
for document in "${documents[@]}"; do
    for template in chart-card slot narrow; do
        equal "$(basename "$document" .xml) in $template: nothing is wrong or missing" "" \
            "$("$ZHITU" check --lang en -t "$template" "$document" 2>&1 | grep -E ' (error|warning): ')"
    done
    check "$document names its source" grep -q '<source>' "$document"
done

mkdir "$work/pages"
if said=$(scripts/generate-chart-pages --pages "$work/pages" "$ZHITU" 2>&1); then
    equal "docs/charts: pages are up to date (scripts/generate-chart-pages)" "" \
        "$(diff -r --exclude='*.png' --exclude=advice.txt "$work/pages" docs/charts | head -n 20)"
else
    fail "pages of charts" "$said"
fi
for page in docs/charts/*.md; do
    [ "$page" = docs/charts/README.md ] || check "$page has its picture" test -s "${page%.md}.png"
done

# What stands on a page as XML makes the picture that the page shows.
same=$work/compare_png
if ${CC:-cc} -std=c11 -O2 -o "$same" "$top/tests/tools/compare_png.c" -lpng 2>"$work/err"; then
    cp -r templates/gallery "$work/samples"
    for picture in docs/charts/*.png; do
        kind=$(basename "$picture" .png) sample=templates/gallery/chart-$(basename "$picture")
        sample=${sample%.png}.xml
        {
            sed '/<chart /,$d' "$sample"
            sed -n '/^```xml$/,/^```$/p' "docs/charts/$kind.md" | sed '1d;$d'
            sed '1,/<\/chart>/d' "$sample"
        } >"$work/samples/chart-$kind.xml"
    done
    "$ZHITU" render "$work"/samples/chart-*.xml --templates "$work/samples" -f png --ppi 96 -o "$work/made" >"$work/said" 2>&1
    for picture in docs/charts/*.png; do
        kind=$(basename "$picture" .png)
        check "docs/charts/$kind.md: its XML makes its picture" "$same" "$work/made/chart-$kind.png" "$picture"
    done
else
    fail "tests/tools/compare_png.c compiles" "$(cat "$work/err")"
fi
check "a page for each of many kinds" test "$(ls docs/charts/*.png | wc -l)" -ge 44
