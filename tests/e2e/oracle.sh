# Our PDF against cairo's PDF of the same scene: painted by poppler at 150 ppi at most 0.5 % of the pixels
# differ by more than 32 of 255; and every glyph stands in the same place to 0.05 pt, for a small run out of
# its place is lost among the pixels of a page (cairo_pdf of tests/tools, built with the tests). A run moved by half a point must be found out.
. "$(dirname "$0")/lib.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
tool=$work/compare
cairo_pdf=$(dirname "$ZHITU")/tests/cairo_pdf
if ! ${CC:-cc} -std=c11 -O2 -o "$tool" "$top/tests/tools/compare_ppm.c" -lm 2>"$work/err"; then
    fail "tests/tools/compare_ppm.c compiles" "$(cat "$work/err")"
    exit 0
fi
paint() { pdftoppm -r 150 -singlefile "$1" "$2"; }
# Where MuPDF puts each glyph: points on the page, a line a glyph.
glyphs() {
    mutool draw -q -F trace "$1" 1 2>/dev/null | awk '
        /<fill_text/ { match($0, /transform="[^"]*"/); split(substr($0, RSTART + 11, RLENGTH - 12), t, " ") }
        /<g unicode/ {
            match($0, / x="[^"]*"/); x = substr($0, RSTART + 4, RLENGTH - 5)
            match($0, / y="[^"]*"/); y = substr($0, RSTART + 4, RLENGTH - 5)
            printf "%.3f %.3f\n", t[1] * x + t[3] * y + t[5], t[2] * x + t[4] * y + t[6]
        }'
}
# A B: each glyph of A has one of B within 0.05 pt, and none is left over, whatever their order.
same_places() {
    awk '
        function cell(v) { return int(v + 1000) }
        FNR == NR { key = cell($1) "," cell($2); at[key, ++many[key]] = $0; next }
        {
            for (dx = -1; dx <= 1; dx++) for (dy = -1; dy <= 1; dy++) {
                key = cell($1) + dx "," cell($2) + dy
                for (i = 1; i <= many[key]; i++) {
                    if ((key, i) in taken) continue
                    split(at[key, i], p, " ")
                    if (p[1] - $1 > 0.05 || $1 - p[1] > 0.05 || p[2] - $2 > 0.05 || $2 - p[2] > 0.05) continue
                    taken[key, i] = 1
                    next
                }
            }
            bad++
            print "no partner: " $0
        }
        END {
            for (key in many) for (i = 1; i <= many[key]; i++)
                if (!((key, i) in taken)) { bad++; print "no partner: " at[key, i] }
            exit bad > 0
        }' "$1" "$2"
}
for name in $samples; do
    stem=$(sample_stem "$name")
    # shellcheck disable=SC2046
    if ! render_sample "$name" "$work/own-$name" -f pdf >/dev/null 2>&1 ||
        ! "$cairo_pdf" "$work/cairo-$name.pdf" $(sample_args "$name") 2>/dev/null; then
        fail "$name: renders with both writers"
        continue
    fi
    paint "$work/own-$name/$stem.pdf" "$work/a"
    paint "$work/cairo-$name.pdf" "$work/b"
    check "$name: both PDFs look alike" "$tool" "$work/a.ppm" "$work/b.ppm"

    glyphs "$work/own-$name/$stem.pdf" >"$work/a.glyphs"
    glyphs "$work/cairo-$name.pdf" >"$work/b.glyphs"
    check "$name: it has glyphs ($(wc -l <"$work/a.glyphs"))" test "$(wc -l <"$work/a.glyphs")" -gt 80
    check "$name: every glyph stands where cairo puts it" same_places "$work/a.glyphs" "$work/b.glyphs"

    # The third run of the page, 0.5 pt to the right.
    qpdf --qdf --object-streams=disable "$work/own-$name/$stem.pdf" - 2>/dev/null | LC_ALL=C awk '
        /^-?[0-9.]+ -?[0-9.]+ Td$/ {
            seen++
            if (seen == 3) { printf "%.2f %s Td\n", $1 + 0.5, $2; next }
        }
        { print }' | fix-qdf >"$work/moved.pdf" 2>/dev/null
    glyphs "$work/moved.pdf" >"$work/moved.glyphs"
    if same_places "$work/a.glyphs" "$work/moved.glyphs" >/dev/null; then
        fail "$name: a run moved by half a point is found out"
    else
        pass "$name: a run moved by half a point is found out"
    fi
done
