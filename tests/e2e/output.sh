# What lies in out/ after a render, judged by programs that are not ours: the numbers are there, the
# fonts are in, the files are sound, the sizes are exact.
. "$(dirname "$0")/lib.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# The phrases that a document prints: every v and rank, the number of every change and share (its words may
# stand apart as a label), the numbers of its heads, and the dates of its events as the paper writes them: the year
# stands before its month, or in the band over it.
# A line chart marks its last value alone.
phrases() { # FILE
    sed '/<chart kind="line"/,/<\/chart>/d' "$1" | tr '\n' ' ' | grep -oE '<(v|change|rank|share)( [^>]*)?>[^<]*</' | sed -E 's/^<(change|share)[^>]*>[^0-9]*//; s/^<[^>]*>//; s/<\/$//'
    sed -nE 's/.*<v status="missing"\/>.*/待补/p' "$1"
    sed -nE 's/.*<event date="([0-9]{4})-0?([0-9]+)-0?([0-9]+)[/"].*/\1年\n\2月\3日/p' "$1"
    sed -nE 's/.*<event date="[^"]*\/([0-9]{4})-0?([0-9]+)-0?([0-9]+)".*/\3日/p' "$1"
    sed -nE 's/.*<(kicker|title|deck|event [^>]*|p)>(.*)<\/(kicker|title|deck|event|p)>.*/\2/p' "$1" |
        sed 's/<[^>]*>//g' | grep -oE '[0-9]+([.,][0-9]+)*' || true
}
for name in $samples; do
    dir=$work/$name
    stem=$(sample_stem "$name")
    pdf=$dir/$stem.pdf
    if ! said=$(render_sample "$name" "$dir" -f pdf,png,svg 2>&1); then
        fail "$name: renders" "$said"
        continue
    fi
    pass "$name: renders"
    source=$(sample_args "$name")
    source=${source%% *}

    text=$(pdf_text "$pdf")
    missing=$(phrases "$source" | sort -u | while read -r phrase; do
        case $text in *"$phrase"*) ;; *) echo "$phrase" ;; esac
    done)
    equal "$name: every printed number is found in the PDF" "" "$missing"
    # Justified lines and spaced headlines are lines, not characters with blanks between them.
    equal "$name: no line of the PDF is read letter by letter" "" \
        "$(for mode in -raw -layout; do pdftotext $mode "$pdf" -; done | grep -P '(\p{Han} ){4}')"
    wanted=$(phrases "$source" | wc -l)
    check "$name: it prints numbers ($wanted)" test "$wanted" -ge 10

    fonts=$(pdffonts "$pdf" | tail -n +3)
    equal "$name: fonts embedded, subset, with Unicode" "" \
        "$(printf '%s\n' "$fonts" | awk '{ n = NF; if ($(n-4) != "yes" || $(n-3) != "yes" || $(n-2) != "yes") print }')"
    check "$name: it has fonts" test -n "$fonts"
    check "$name: qpdf finds nothing" sh -c 'qpdf --check "$1" | grep -q "No syntax or stream encoding errors"' sh "$pdf"
    said=$(mutool draw -q -o /dev/null -F trace "$pdf" 2>&1 >/dev/null | grep -v 'ICC support is not available')
    equal "$name: mutool finds nothing" "" "$said"

    info=$(pdfinfo -box "$pdf")
    check "$name: Producer is zhitu" grep -qE '^Producer: +zhitu' <<<"$info"
    check "$name: one page" grep -qE '^Pages: +1$' <<<"$info"
    case $name in
    shuanghe | w2) mm="260 390" ;;
    wide) mm="350 240" ;;
    w1) mm="170 110" ;;
    esac
    trim=$(sed -nE 's/^TrimBox: +([0-9.]+) +([0-9.]+) +([0-9.]+) +([0-9.]+)$/\1 \2 \3 \4/p' <<<"$info")
    check "$name: trim is $mm mm" awk -v mm="$mm" -v trim="$trim" 'BEGIN {
        split(mm, m, " "); split(trim, t, " ")
        exit !(sq(t[3] - t[1] - m[1] * 72 / 25.4) < 1e-4 && sq(t[4] - t[2] - m[2] * 72 / 25.4) < 1e-4) }
        function sq(x) { return x * x }'

    png=$dir/$stem.png
    size=$(od -An -tu1 -j16 -N8 "$png" | awk '{ print (($1*256+$2)*256+$3)*256+$4, (($5*256+$6)*256+$7)*256+$8 }')
    check "$name: PNG of 150 ppi ($size)" awk -v mm="$mm" -v px="$size" 'BEGIN {
        split(mm, m, " "); split(px, p, " "); a = p[1] - m[1] * 150 / 25.4; b = p[2] - m[2] * 150 / 25.4
        exit !(a > -1 && a < 1 && b > -1 && b < 1) }'
    chunks=$(LC_ALL=C grep -aobE 'pHYs|sRGB|IDAT' "$png" | sed 's/.*://' | awk '!seen[$0]++' | tr '\n' ' ')
    check "$name: PNG says its resolution and colour space ($chunks)" \
        sh -c 'case "$1" in *pHYs*) case "$1" in *sRGB*) exit 0;; esac;; esac; exit 1' sh "$chunks"

    svg=$dir/$stem.svg
    check "$name: SVG is well-formed" xmllint --noout --nonet "$svg"
    texts=$(svg_text "$svg")
    missing=$(phrases "$source" | sort -u | while read -r phrase; do
        case $texts in *"$phrase"*) ;; *) echo "$phrase" ;; esac
    done)
    equal "$name: every printed number is found in a text of the SVG" "" "$missing"
    check "$name: SVG gives one position at a time" sh -c '! grep -qE " (x|y|dx|dy)=\"[^\"]* " "$1"' sh "$svg"
    twice=$(grep -oE ' id="[^"]*"' "$svg" | sort | uniq -d)
    equal "$name: ids of the SVG are unique" "" "$twice"
    equal "$name: three files, nothing beside them" "$stem.pdf $stem.png $stem.svg" "$(ls -A "$dir" | tr '\n' ' ' | sed 's/ $//')"

    # Outlines in the SVG: no font is asked of the reader's machine.
    render_sample "$name" "$work/paths-$name" -f svg --svg-text=paths >/dev/null 2>&1
    check "$name: SVG in outlines is well-formed" xmllint --noout --nonet "$work/paths-$name/$stem.svg"
    equal "$name: SVG in outlines holds no text" "0" "$(grep -c '<text' "$work/paths-$name/$stem.svg")"

    # press: exact CMYK, nothing in RGB.
    if render_sample "$name" "$work/press-$name" -f pdf --profile press >/dev/null 2>&1; then
        press=$work/press-$name/$stem.pdf
        qpdf --qdf --object-streams=disable "$press" "$work/press.qdf" 2>/dev/null
        rgb=$(LC_ALL=C grep -acE '(^| )[0-9.]+ [0-9.]+ [0-9.]+ (rg|RG)( |$)' "$work/press.qdf")
        equal "$name: press has no RGB operator" "0" "$rgb"
        cmyk=$(LC_ALL=C grep -acE '(^| )([0-9.]+ ){4}k( |$)' "$work/press.qdf")
        check "$name: press paints in CMYK ($cmyk)" test "$cmyk" -gt 0
        check "$name: press K-only type overprints" sh -c 'LC_ALL=C grep -aq "/OPM 1" "$1"' sh "$work/press.qdf"
        check "$name: press is sound" sh -c 'qpdf --check "$1" | grep -q "No syntax or stream encoding errors"' sh "$press"
        # The plates: 0 0 0 1 of the key is on K alone, so C, M and Y together carry less than K.
        gs -q -dNOPAUSE -dBATCH -sDEVICE=inkcov -o "$work/ink" "$press" 2>/dev/null
        check "$name: press has a K plate ($(tr -s ' ' <"$work/ink"))" awk '$4 > 0 { ok = 1 } END { exit !ok }' "$work/ink"
    else
        fail "$name: renders in profile press"
    fi
done
