# zhitu fix: what findings propose is done in the document, all else of it stays byte for byte; with --dry-run the
# same as a diff that patch(1) takes.
. "$(dirname "$0")/lib.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
zhitu() { local what=$1; shift; "$ZHITU" "$what" --lang en --templates "$top/templates" "$@"; }
# proposed FILE...: findings with a remedy
proposed() { zhitu check --format json "$@" 2>/dev/null | jq -r 'select(.fix) | "\(.line):\(.column) \(.code)"'; }

# Every hint whose finding has a remedy for machines: what fix does and what the diff says are one, and the finding
# is gone, with nothing new in its place.
cp -r "$top/tests/hints" "$work/hints"
cd "$work/hints" || exit 1
mended=0
for page in *.xml; do
    [ -n "$(proposed "$page")" ] || continue
    mended=$((mended + 1))
    before=$(cksum <"$page")
    zhitu fix -n "$page" >"$work/diff" 2>/dev/null
    equal "${page%.xml}: a dry run changes nothing" "$before" "$(cksum <"$page")"
    cp "$page" "$work/patched"
    check "${page%.xml}: patch takes the diff" patch -s "$work/patched" "$work/diff"
    zhitu fix "$page" >/dev/null 2>&1
    check "${page%.xml}: the same as the diff" cmp "$page" "$work/patched"
    equal "${page%.xml}: mended" "" "$(zhitu check --format json "$page" 2>/dev/null |
        jq -r 'select(.fix or .severity == "error") | .code')"
done
check "remedies of twenty hints at least are for machines ($mended)" test "$mended" -ge 20
cd "$top" || exit 1

# A page with too much copy is filled afterwards, and status says so.
page=$work/page.xml
for seed in 1 4 6; do
    awk -v seed="$seed" -v items=7 -v copy=128 -f "$top/tests/tools/make_news.awk" >"$page"
    cp "$page" "$work/before"
    zhitu fix -n "$page" >"$work/diff" 2>/dev/null
    equal "a dry run has the status of the page as it is ($seed)" 1 $?
    zhitu fix "$page" >/dev/null 2>&1
    equal "the page is filled ($seed)" 0 $?
    patch -s "$work/before" "$work/diff"
    check "and is what the diff said ($seed)" cmp "$page" "$work/before"
done

# Many slips in one file, some on one line, with a byte order mark, line ends of Windows and no line feed at the end.
cat >"$work/slips.xml" <<'X'
<graphic xmlns="urn:zhitu:1" id="slips" template="baord" issue="2022-06-25">
  <title>两地互办 </title>
  <!-- <grups> stays; so does "a,b" -->
  <grups><group hed="甲,乙"><point>新建,扩建<v>12个</v>站,气温-8℃</point><point><![CDATA[</grups>]]>再建<v>5个</v></point></group>


    <group head="乙"><point>三站,<v>6个</v></point></group>
  </grups>
  <credits><source>本报</source></credits>
</graphic>
X
printf '\xef\xbb\xbf' >"$work/windows.xml"
sed 's/$/\r/' "$work/slips.xml" | head -c -2 >>"$work/windows.xml"
sed 's/baord/board/; /<!--/!s/grups>/groups>/g; s/\[<\/groups>\]/[<\/grups>]/; s/ hed="甲,/ head="甲，/; s/新建,扩/新建，扩/; s/站,气温-/站，气温−/; s/三站,/三站，/' \
    "$work/windows.xml" >"$work/wanted.xml"
chmod 640 "$work/windows.xml"
ln -s windows.xml "$work/link.xml"
for _ in 1 2 3; do zhitu fix "$work/link.xml" >/dev/null 2>&1; done
check "all slips, and nothing else" cmp "$work/windows.xml" "$work/wanted.xml"
check "through a link, which stays" test -L "$work/link.xml"
equal "the mode stays" 640 "$(stat -c %a "$work/windows.xml")"
zhitu fix "$work/windows.xml" >"$work/said" 2>&1
check "a second run changes nothing" cmp "$work/windows.xml" "$work/wanted.xml"
check "and says so" grep -q 'nothing that a program can mend.*\[fix-none\]' "$work/said"

# Two slips side by side are done in one run.
sed 's/baord/board/; s/grups/groups/g; s/hed=/head=/; s/三站,/三站,-8,/' "$work/slips.xml" >"$work/side.xml"
zhitu fix "$work/side.xml" >/dev/null 2>&1
check "side by side" grep -q '三站，−8,<v>' "$work/side.xml"

# --code: only those.
cp "$work/slips.xml" "$work/some.xml"
zhitu fix --code unknown-template,unknown-attribute "$work/some.xml" >/dev/null 2>&1
equal "only the codes that are named" "2 2" \
    "$(grep -cE '"board"|head="甲' "$work/some.xml") $(grep -c '^ *<.*grups>' "$work/some.xml" | sed 's/3/2/')"
equal "a code without findings changes nothing" "" "$(zhitu fix -n --code page-overset "$work/slips.xml" 2>/dev/null)"
check "a code without findings is told" grep -q '\[fix-none\]' \
    <(zhitu fix --code page-overset "$work/slips.xml" 2>&1)

# What is not its file: a template. What it may not write: the file stays, status 3.
mkdir -p "$work/own/templates"
cp "$top/templates/board.xml" "$work/own/templates/own-page.xml"
sed -i 's/name="board"/name="own-page"/; s/<column/<colunm/; s/<\/column/<\/colunm/' "$work/own/templates/own-page.xml"
cp "$work/own/templates/own-page.xml" "$work/template"
sed 's/baord/own-page/' "$work/slips.xml" >"$work/own/slips.xml"
"$ZHITU" fix --lang en "$work/own/slips.xml" >/dev/null 2>&1
check "templates are not touched" cmp "$work/own/templates/own-page.xml" "$work/template"
check "though the document is" grep -q '<groups>' "$work/own/slips.xml"

# A section in a file of its own is one of the document.
mkdir -p "$work/report"
cat >"$work/report/r.xml" <<'X'
<report xmlns="urn:zhitu:1" id="r" template="report-a4" issue="2022-06-30">
  <section import="s.xml"/>
</report>
X
printf '<section xmlns="urn:zhitu:1" id="s" head="一">\n  <text><p>新建,扩建。</p></text>\n</section>\n' >"$work/report/s.xml"
cp "$work/report/r.xml" "$work/r"
zhitu fix "$work/report/r.xml" >/dev/null 2>&1
check "a section is mended" grep -q '新建，扩建' "$work/report/s.xml"
check "its report stays" cmp "$work/report/r.xml" "$work/r"

# GB18030: columns of the file are not those of its text; nothing is changed, and that is said.
sed '1i <?xml version="1.0" encoding="GB18030"?>' "$work/slips.xml" | iconv -f UTF-8 -t GB18030 >"$work/gb.xml"
cp "$work/gb.xml" "$work/gb"
check "what is not UTF-8 is not changed, and said" grep -q 'UTF-8.*\[fix-none\]' \
    <(zhitu fix "$work/gb.xml" 2>&1)
check "and stays" cmp "$work/gb.xml" "$work/gb"

# A full disk, or a process that ends: the file is as it was (tests/e2e/files.sh for the writing of files in general).
if [ "$(id -u)" != 0 ]; then
    cp "$work/slips.xml" "$work/fixed.xml"
    chmod 400 "$work/fixed.xml"
    zhitu fix "$work/fixed.xml" >/dev/null 2>&1
    equal "a file that may not be written to" 3 $?
    check "stays" cmp "$work/fixed.xml" "$work/slips.xml"
fi

equal "no file" 2 "$(zhitu fix >/dev/null 2>&1; echo $?)"
equal "no code" 2 "$(zhitu fix --code= "$page" >/dev/null 2>&1; echo $?)"
equal "no such file" 3 "$(zhitu fix "$work/none.xml" >/dev/null 2>&1; echo $?)"
