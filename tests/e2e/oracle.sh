# Our PDF against cairo's PDF of the same scene: painted by poppler at 150 ppi at most 0.5 % of the pixels
# differ by more than 32 of 255; and every word stands in the same place to 0.05 pt, for a small run out of
# its place is lost among the pixels of a page. A run moved by half a point must be found out.
. "$(dirname "$0")/lib.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
tool=$work/compare
if ! ${CC:-cc} -std=c11 -O2 -o "$tool" "$top/tests/tools/compare_ppm.c" -lm 2>"$work/err"; then
    fail "tests/tools/compare_ppm.c compiles" "$(cat "$work/err")"
    exit 0
fi
paint() { pdftoppm -r 150 -singlefile "$1" "$2"; }
# Our writer lets a spread line say its text at once; where its glyphs stand is read without that.
silent() { # PDF OUT
    qpdf --qdf --object-streams=disable "$1" - 2>/dev/null | LC_ALL=C sed -E 's#/Span<</ActualText<[0-9A-Fa-f]*>>>BDC#/Span BMC#' |
        fix-qdf >"$2"
}
words() {
    pdftotext -bbox "$1" - | sed -nE 's/.*<word xMin="([0-9.-]+)" yMin="([0-9.-]+)" xMax="([0-9.-]+)" yMax="([0-9.-]+)">.*/\1 \2 \3 \4/p'
}
# A B: each word of A has one of B with each edge within 0.05 pt, and none is left over. Readers give
# words in an order of their own, which a hundredth of a point may change.
same_places() {
    awk '
        function near(i, j,   k, d) {
            for (k = 1; k <= 4; k++) { d = a[i, k] - b[j, k]; if (d > 0.05 || d < -0.05) return 0 }
            return 1
        }
        FNR == NR { m++; for (k = 1; k <= 4; k++) a[m, k] = $k; line[m] = $0; next }
        { n++; for (k = 1; k <= 4; k++) b[n, k] = $k; other[n] = $0 }
        END {
            for (i = 1; i <= m; i++) {
                for (j = 1; j <= n; j++) if (!taken[j] && near(i, j)) break
                if (j > n) { bad++; print "no partner: " line[i] } else taken[j] = 1
            }
            for (j = 1; j <= n; j++) if (!taken[j]) { bad++; print "no partner: " other[j] }
            exit bad > 0
        }' "$1" "$2"
}
for name in $samples; do
    stem=$(sample_stem "$name")
    if ! render_sample "$name" "$work/own-$name" -f pdf >/dev/null 2>&1 ||
        ! render_sample "$name" "$work/cairo-$name" -f pdf --pdf-writer=cairo >/dev/null 2>&1; then
        fail "$name: renders with both writers"
        continue
    fi
    paint "$work/own-$name/$stem.pdf" "$work/a"
    paint "$work/cairo-$name/$stem.pdf" "$work/b"
    check "$name: both PDFs look alike" "$tool" "$work/a.ppm" "$work/b.ppm"

    silent "$work/own-$name/$stem.pdf" "$work/a.pdf"
    words "$work/a.pdf" >"$work/a.words"
    words "$work/cairo-$name/$stem.pdf" >"$work/b.words"
    check "$name: it has words ($(wc -l <"$work/a.words"))" test "$(wc -l <"$work/a.words")" -gt 20
    check "$name: every word stands where cairo puts it" same_places "$work/a.words" "$work/b.words"

    # The third run of the page, 0.5 pt to the right.
    LC_ALL=C awk '
        /^-?[0-9.]+ -?[0-9.]+ Td$/ {
            seen++
            if (seen == 3) { printf "%.2f %s Td\n", $1 + 0.5, $2; next }
        }
        { print }' "$work/a.pdf" | fix-qdf >"$work/moved.pdf" 2>/dev/null
    words "$work/moved.pdf" >"$work/moved.words"
    if same_places "$work/a.words" "$work/moved.words" >/dev/null; then
        fail "$name: a run moved by half a point is found out"
    else
        pass "$name: a run moved by half a point is found out"
    fi
done
