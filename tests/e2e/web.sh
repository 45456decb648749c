# -f html: one page of the web in one file, as a browser sees it: sheets for three widths, words and tables for who
# hears it, nothing asked of the network, nothing that runs.
. "$(dirname "$0")/lib.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
html() { "$ZHITU" render -q --lang en --templates "$top/templates" -f html -o "$@" 2>said; }

# Words that would run, leave their element, or end the file's own rules.
cat >hostile.xml <<'X'
<graphic xmlns="urn:zhitu:1" id="hostile" template="chart" issue="2022-06-25">
  <title>&lt;script&gt;document.title='run'&lt;/script&gt;</title>
  <chart kind="rank"><title>&lt;/style&gt;&lt;/svg&gt;甲]]&gt;</title>
    <data unit="件"><item key="&lt;b onclick='x'&gt;乙"><v>46</v></item><item key="javascript:丙"><v>31</v></item></data>
    <note>"&gt;&lt;img src=x onerror=alert(1)&gt;</note></chart>
  <credits><source>甲'丁</source></credits>
</graphic>
X
html out hostile.xml || fail "a hostile document renders" "$(cat said)"
equal "no script" 0 "$(grep -ciE '<script|<img src=x|<b onclick' out/hostile.html)"
equal "one style, ended once" "1 1" "$(grep -c '<style>' out/hostile.html) $(grep -c '</style>' out/hostile.html)"
check "the words are there, escaped" grep -qF '&lt;/style&gt;&lt;/svg&gt;甲]]&gt;' out/hostile.html

# Two runs are equal; other outputs of the same run do not change for it.
html one "$top/data/w2.xml"
html two "$top/data/w2.xml"
check "two runs are equal" cmp one/w2.html two/w2.html
"$ZHITU" render -q --templates "$top/templates" -f svg -o alone "$top/data/w2.xml" >/dev/null 2>&1
"$ZHITU" render -q --templates "$top/templates" -f html,svg -o both "$top/data/w2.xml" >/dev/null 2>&1
check "the SVG beside it is the same" cmp alone/w2.svg both/w2.svg
equal "addresses are those of the file" "" "$(grep -oE '(src|href)="[^"]*"' one/w2.html | grep -vE '="(#|data:)' | sort -u)"
equal "urls are data" "" "$(grep -oE 'url\([^)#]{0,12}' one/w2.html | grep -v '^url(data:' | sort -u)"

# All figures of the document stand in the words and in each sheet.
for name in w1 shuanghe zhibiao; do
    html out "$top/data/$name.xml"
    lost=$("$ZHITU" dump --templates "$top/templates" -s model --json "$top/data/$name.xml" 2>/dev/null | jq -r '.. | objects | select(.element == "v" and .figure) | .figure' |
        sort -u | while read -r figure; do
        sed -n '/<article/,$p' "out/$name.html" | sed 's/<[^>]*>//g' | grep -qF "$figure" || echo "$figure"
    done)
    equal "$name: figures in the words" "" "$lost"
done

command -v chromium >/dev/null || {
    skip "in a browser" "no chromium"
    exit 0
}
look() { timeout 120 node "$top/tests/readers/web.mjs" "$@" >seen 2>err || fail "the browser looks at $1" "$(cat err)"; }

# Three widths.
html out "$top/data/shuanghe.xml"
look out/shuanghe.html 1280 700 400
equal "a sheet for each width" "1280 w0 700 w1 400 w2" "$(jq -r '"\(.width) \(.seen | join("+"))"' seen | xargs)"
equal "never wider than the window, all faces there, nothing from outside, no errors" "false 0 0 0 0" \
    "$(jq -r '"\(.over) \(.failed) \(.outside | length) \(.errors) \(.scripts)"' seen | sort -u)"
check "its faces are in the file" test "$(jq -s 'map(.faces) | min' seen)" -ge 3
check "its text is text" test "$(jq -s 'map(.text) | min' seen)" -ge 1000
equal "language and title" "zh-Hans “双核”联动　成效显著" "$(jq -r '"\(.lang) \(.title)"' seen | sort -u)"

# Who hears it, and who has a keyboard alone.
look one/w2.html 1280
equal "heads" "“双核”联动　成效显著" "$(jq -r '.heads[0]' seen)"
check "the other heads" test "$(jq '.heads | length' seen)" -ge 8
equal "tables with heads, figures, one main part" "3 3 1" "$(jq -r '"\(.tables) \(.figures) \(.main)"' seen)"
check "columns are named" test "$(jq .columns seen)" -ge 6
equal "the keyboard stops at the link to the words and at each table" "A DIV DIV DIV" "$(jq -r '.stops[] | split(" ")[0]' seen | xargs)"

look out/hostile.html 1280
equal "nothing runs" "<script>document.title='run'</script> 0 0" "$(jq -r '"\(.title) \(.scripts) \(.outside | length)"' seen)"

# A report: each page a sheet that can be moved in a narrow window, the words below.
html out "$top/data/report/jingjiquan-2023.xml"
look out/jingjiquan-2023.html 1280 400
check "there are links to other pages" test "$(grep -o '<a xlink:href="#[^"]*" tabindex="-1"' out/jingjiquan-2023.html | wc -l)" -ge 30
equal "each leads to something in the file" "" "$(grep -oE 'xlink:href="#[^"]*"' out/jingjiquan-2023.html | sed 's/.*#//; s/"//' | sort -u |
    grep -vxFf <(grep -oE ' id="[^"]*"' out/jingjiquan-2023.html | sed 's/ id="//; s/"//' | sort -u))"
equal "pages" "38 38" "$(jq '.seen | length' seen | xargs)"
equal "within the window" false "$(jq .over seen | sort -u)"
check "each page is a stop" test "$(jq -s 'map(.stops | length) | min' seen)" -ge 38
check "chapters are heads" test "$(jq -s 'map(.heads | length) | min' seen)" -ge 20
