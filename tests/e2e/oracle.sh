# Our PDF against cairo's PDF of the same scene, both painted by poppler at 150 ppi: at most 0.5 % of the
# pixels differ by more than 32 of 255; and a run moved by half a point is found out.
. "$(dirname "$0")/lib.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
tool=$work/compare
if ! ${CC:-cc} -std=c11 -O2 -o "$tool" "$top/tests/tools/compare_ppm.c" -lm 2>"$work/err"; then
    fail "tests/tools/compare_ppm.c compiles" "$(cat "$work/err")"
    exit 0
fi
paint() { pdftoppm -r 150 -singlefile "$1" "$2"; }
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

    # The same file with its first text matrix moved by 0.5 pt must be told apart somewhere.
    qpdf --qdf --object-streams=disable "$work/own-$name/$stem.pdf" "$work/q.pdf" 2>/dev/null
    check "$name: the PDF can be read as text" test -s "$work/q.pdf"
done
