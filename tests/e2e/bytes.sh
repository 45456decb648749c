# Equal bytes: two runs in different folders, time zones and locales, one after the other and by another
# name of the same file, give the same PDF, PNG and SVG.
. "$(dirname "$0")/lib.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
unset SOURCE_DATE_EPOCH

sums() { (cd "$1" && sha256sum ./* | sort -k2); }
have_locale() { locale -a | grep -qix "$1"; }

for name in $samples; do
    LC_ALL=C TZ=UTC render_sample "$name" "$work/$name-first" -f pdf,png,svg >/dev/null 2>&1
    wanted=$(sums "$work/$name-first")
    check "$name: three files" test "$(wc -l <<<"$wanted")" = 3
    n=0
    while read -r locale listed zone; do
        have_locale "$listed" || {
            fail "$name: locale $locale" "the locale is not installed: scripts/setup generates it"
            continue
        }
        n=$((n + 1))
        dir=$work/$name-$n/some/other/folder
        mkdir -p "$dir"
        (cd "$dir" && LC_ALL=$locale LANG=$locale TZ=$zone render_sample "$name" "$dir/o" -f pdf,png,svg >/dev/null 2>&1)
        equal "$name: same bytes in $locale, $zone" "$wanted" "$(sums "$dir/o")"
    done <<LIST
C C Pacific/Kiritimati
de_DE.UTF-8 de_DE.utf8 America/St_Johns
zh_CN.GB18030 zh_CN.gb18030 Asia/Shanghai
LIST
    # A copy of the project's data elsewhere, asked for by a relative name.
    mkdir -p "$work/$name-copy/data"
    cp "$top"/data/*.xml "$work/$name-copy/data/"
    args=$(sample_args "$name")
    (cd "$work/$name-copy" && "$ZHITU" render ${args/"$top/"/} --templates "$top/templates" -o o -f pdf,png,svg >/dev/null 2>&1)
    equal "$name: same bytes from a copy elsewhere" "$wanted" "$(sums "$work/$name-copy/o")"
    # Over its own old outputs.
    render_sample "$name" "$work/$name-first" -f pdf,png,svg >/dev/null 2>&1
    equal "$name: same bytes over old outputs" "$wanted" "$(sums "$work/$name-first")"
done

# The other samples in the same run change nothing.
"$ZHITU" render "$top/data" -o "$work/all" -f pdf >/dev/null 2>&1
for name in shuanghe w1 w2; do
    check "$name: same bytes in one run with others" cmp "$work/$name-first/$name.pdf" "$work/all/$name.pdf"
done
# The date of the metadata is the document's issue, not the clock.
check "shuanghe: dated by its issue" sh -c 'pdfinfo -isodates "$1" | grep -qE "^CreationDate: +2022-06-26"' sh "$work/shuanghe-first/shuanghe.pdf"
